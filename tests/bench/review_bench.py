"""How fast agreement is measured, gold is filled by a rule, and a review is compared and decided."""

from __future__ import annotations

import itertools
import random
import resource
import time
from pathlib import Path
from typing import Any

import corpus
import orjson
from storage_bench import Figures, milliseconds, timed

from khaotag.models import decide
from khaotag.models.article import Article
from khaotag.models.change import apply
from khaotag.models.errors import BadInput
from khaotag.models.gold_rules import Rule
from khaotag.models.layer import Entity, Layer, LayerHead
from khaotag.models.review import case_of, review
from khaotag.storage import decisions, schemas, tokens
from khaotag.storage.jobs.adjudicate import adjudicate_project
from khaotag.storage.jobs.agree import agree
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.project import Project

PEOPLE = ("dao", "kong", "mali", "nok", "pranee")


def perturbed(random_: random.Random, layer: dict[str, Any], spans: list[tuple[int, int]]) -> list[dict[str, Any]]:
    """Return the entities as somebody else would have them: one in five moved, renamed or missed."""
    ends = {end for _, end in spans}
    made = []
    for entity in layer["entities"]:
        chance = random_.random()
        if chance < 0.05:
            continue
        changed = {key: value for key, value in entity.items() if key != "text"}
        if chance < 0.12:
            changed["label"] = random_.choice(corpus.LABELS)
        elif chance < 0.2:
            changed["end"] = min((end for end in ends if end > entity["end"]), default=entity["end"])
        made.append(changed)
    return made


def shared_articles(path: Path, count: int) -> Path:
    """Write articles of 15 entities an annotator and two annotators each, drawn from five."""
    random_ = random.Random(11)
    with path.open("wb") as file:
        for number in range(count):
            text, spans = corpus.text(random_, 160)
            text = f"{text}\n{number}"
            layer = corpus.marks(random_, text, spans, 15, 0)
            layers = [
                {"annotator": name, "status": "done", "entities": perturbed(random_, layer, spans)}
                for name in sorted(random_.sample(PEOPLE, 2))
            ]
            file.write(orjson.dumps({"khaotag": 1, "text": text, "layers": layers}, option=orjson.OPT_APPEND_NEWLINE))
    return path


def agreement(folder: Path, articles: int = 10_000) -> Figures:
    """Agreement over five annotators, two to an article, with tokens cached; then the majority's gold."""
    source = shared_articles(folder / "shared.jsonl", articles)
    with Project.create(folder / "shared.khaotag", schemas.named(None)) as project:
        import_files(project, ImportParams([source]))
        with project.reading() as reader, project.transaction() as writer:
            for number in decisions.to_adjudicate(reader):
                of = next(decisions.cases(reader, [number], project.schema)).article
                tokens.keep(writer, of, frozenset(), tokens.compute(of, frozenset()))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    with Project.open(folder / "shared.khaotag") as project:
        began = time.perf_counter()
        found = agree(project).agreement
        seconds = time.perf_counter() - began
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        began = time.perf_counter()
        report = adjudicate_project(project, Rule("majority"), "pranee")
        filled = time.perf_counter() - began
    return {
        "goal": "10 s and 500 MB on a machine twice as fast",
        "articles": found.articles,
        "entities": sum(article.n for article in found.per_article),
        "f1": round(found.exact.f1.value or 0, 3),
        "agreement_s": round(seconds, 1),
        "memory_mb": {"before": before, "after agreement": after},
        "adjudicate_s": round(filled, 1),
        "decided": report.decided,
        "memory_after_adjudicate_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }


def reviewing(folder: Path) -> Figures:
    """Compare five layers of a hundred entities, and decide each dispute of them."""
    random_ = random.Random(5)
    text, spans = corpus.text(random_, 700)
    layer = corpus.marks(random_, text, spans, 100, 0)
    layers = {}
    for name in PEOPLE:
        marks = [Entity(e["id"], e["label"], e["start"], e["end"]) for e in perturbed(random_, layer, spans)]
        layers[name] = Layer(name, LayerHead("done"), {mark.id: mark for mark in marks})
    case = case_of(Article("a-1", text), layers, schemas.named(None))
    numbers = itertools.count()
    ruling = decide.Ruling("pranee", lambda: f"g{next(numbers)}")
    compared = timed(lambda _: review(case), 50)
    times = []
    for card in review(case).cards:
        began = time.perf_counter()
        try:
            change = decide.take(case, card, 1, ruling)
        except BadInput:
            change = decide.reject(case, card, ruling)
        case = case._replace(gold=apply(case.gold, change.rows))
        times.append(time.perf_counter() - began)
    return {
        "goal": "compared well below 20 ms; a decision leaves most of 16 ms to saving and painting",
        "compared": milliseconds(compared),
        "disputes": len(times),
        "decided": milliseconds(times),
    }
