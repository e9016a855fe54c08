"""How fast data sets are written, each beside a bare limit of the same minute: SQLite with orjson, newmm alone."""

from __future__ import annotations

import multiprocessing
import resource
import time
from concurrent.futures import ProcessPoolExecutor
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import corpus
from storage_bench import bare_import_and_export

from khaotag.storage import schemas
from khaotag.storage.engines.token_pool import tokens_of
from khaotag.storage.formats.native_writer import native_line
from khaotag.storage.jobs.choose_articles import choose
from khaotag.storage.jobs.collecting import seldom_collected
from khaotag.storage.jobs.export import export
from khaotag.storage.jobs.export_documents import Documents
from khaotag.storage.jobs.export_params import ExportParams
from khaotag.storage.jobs.export_report import ExportReport
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.jobs.reporting import never
from khaotag.storage.project import Project

Figures = dict[str, Any]
_TOGETHER = 16
_NOTHING: frozenset[str] = frozenset()


def exports(folder: Path, articles: int = 10_000, words: int = 2_000) -> Figures:
    """Export so many articles natively, and the first *words* of them in the formats that need words."""
    source = corpus.write(folder / "corpus.jsonl", articles)
    _, limit = bare_import_and_export(folder, source)
    with Project.create(folder / "all.khaotag", schemas.named(None)) as project:
        import_files(project, ImportParams([source]))
        before = _native_before_proof(project, folder / "lines.jsonl")
        proven = _rate(project, folder / "native", "khaotag", articles)
    figures: Figures = {
        "articles": articles,
        "goal": "5,000/s before the proof and 2,000/s with it where the bare export makes 11,000/s",
        "limit": {"bare export_s": round(limit)},
        "native_before_proof_s": round(before),
        "native_before_proof_share_of_limit": round(before / limit, 2),
        "native_with_proof_s": round(proven),
        "native_with_proof_share_of_limit": round(proven / limit, 2),
    }
    part = corpus.write(folder / "words.jsonl", words)
    with Project.create(folder / "words.khaotag", schemas.named(None)) as project:
        import_files(project, ImportParams([part]))
        figures["of words"] = _of_words(project, folder, words)
    figures["memory_mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return figures


def _native_before_proof(project: Project, path: Path) -> float:
    """Return how many lines a second are made and written without being read back."""
    params = ExportParams("khaotag")
    began = time.perf_counter()
    with project.reading() as connection, path.open("wb") as file, seldom_collected():
        choice = choose(connection, params)
        documents = Documents(connection, choice, params, None, ExportReport(), never)
        for document in documents.read(choice.articles):
            file.write(native_line(document))
    return len(choice.articles) / (time.perf_counter() - began)


def _rate(project: Project, out: Path, name: str, articles: int) -> float:
    began = time.perf_counter()
    export(project, out, ExportParams(name))
    return articles / (time.perf_counter() - began)


def _of_words(project: Project, folder: Path, articles: int) -> Figures:
    """Return the formats of words beside the tokenizer alone in two processes, measured before and after each."""
    texts = [project.read(row.id).text for row in project.page(limit=articles).rows]
    found: Figures = {"articles": articles, "goal": "0.75 of the limit; spaCy's is that of newmm and DocBin in turn"}
    for name in ("conll", *(("spacy",) if find_spec("spacy") else ())):
        limits = [_bare_words(texts)]
        rate = _rate(project, folder / name, name, articles)
        limits.append(_bare_words(texts))
        limit = sum(limits) / 2
        found[name] = {"bare newmm in two processes_s": round(limit)}
        if name == "spacy":
            docbin = _bare_docbin(texts, folder / "bare.spacy")
            found[name]["bare DocBin_s"] = round(docbin)
            limit = 1 / (1 / limit + 1 / docbin)
        found[name] |= {
            "export_s": round(rate),
            "share_of_limit": round(rate / limit, 2),
        }
    return found


def _bare_docbin(texts: list[str], path: Path) -> float:
    """Return how many documents a second spaCy itself makes of words and writes, without a mark on them."""
    from spacy.tokens import Doc, DocBin
    from spacy.vocab import Vocab

    packed = tokens_of([(text, ()) for text in texts[:_TOGETHER]], _NOTHING)
    edges = [memoryview(one).cast("I").tolist() for one in packed]
    words = [
        [text[start:end] for start, end in zip(at[::2], at[1::2], strict=True)]
        for text, at in zip(texts, edges, strict=False)
    ]
    vocab, docbin = Vocab(), DocBin(store_user_data=True)
    began = time.perf_counter()
    for number in range(len(texts)):
        docbin.add(Doc(vocab, words[number % len(words)], spaces=[False] * len(words[number % len(words)])))
    docbin.to_disk(path)
    return len(texts) / (time.perf_counter() - began)


def _bare_words(texts: list[str]) -> float:
    """Return how many articles a second two processes tokenise, their start included."""
    with ProcessPoolExecutor(2, multiprocessing.get_context("spawn")) as pool:
        began = time.perf_counter()
        tasks = [[(text, ()) for text in texts[at : at + _TOGETHER]] for at in range(0, len(texts), _TOGETHER)]
        for _ in pool.map(tokens_of, tasks, [_NOTHING] * len(tasks)):
            pass
        return len(texts) / (time.perf_counter() - began)
