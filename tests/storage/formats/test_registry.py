"""Which format a file is, and that each one is what its entry says."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from khaotag.models.errors import BadInput
from khaotag.storage.formats.contract import Raw, ReadOptions
from khaotag.storage.formats.registry import FORMATS, name_for, reader_named, writer_named

FILES = {
    "khaotag": ("x.jsonl", '{"khaotag": 1, "text": "ข่าว", "meta": {"text": "x"}}\n'),
    "jsonl": ("x.jsonl", '{"text": "ข่าว", "id": 1}\n'),
    "conll": ("x.txt", "ก\tB-A\nข\tI-A\n \tO\n\nค\tO\n"),
    "csv": ("x.csv", "text,title\nข่าว,ชื่อ\n"),
    "txt": ("x.txt", "ข่าว O B-X\nI-Y\n"),
    "brat": ("x.ann", "T1\tX 0 4\tข่าว\n"),
    "label-studio": ("x.json", '[\n {"id": 1, "data": {"text": "ข่าว"}, "annotations": []}\n]\n'),
    "prodigy": ("x.jsonl", '{"text": "ข่าว", "spans": [], "answer": "accept"}\n'),
    "gliner": ("x.json", '[{"tokenized_text": ["ข่าว"], "ner": []}]'),
    "dygie": ("x.jsonl", '{"doc_key": "a", "sentences": [["ข่าว"]], "ner": [[]]}\n'),
    "coref": ("x.jsonlines", '{"text": "ข่าว", "clusters": []}\n'),
    "doccano": ("x.jsonl", '{"text": "ข่าว", "label": []}\n'),
    "webanno-tsv": ("x.tsv", "#FORMAT=WebAnno TSV 3.3\n\n\n#Text=ข่าว\n1-1\t0-4\tข่าว\n"),
    "cas-xmi": (
        "x.xmi",
        """<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore">
        <cas:Sofa xmi:id="1" sofaString="ข่าว"/></xmi:XMI>""",
    ),
    "cas-json": ("x.json", '{"%FEATURE_STRUCTURES": [{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaString": "ข่าว"}]}'),
}


@pytest.mark.parametrize("name", FILES)
def test_a_format_is_known_by_its_content_or_its_suffix(name: str, tmp_path: Path) -> None:
    file, text = FILES[name]
    path = tmp_path / file
    path.write_text(text, "utf-8")
    assert name_for(path) == name
    path.write_text(text, "utf-8-sig")
    assert name_for(path) == name


def test_layers_in_the_first_line_say_native_without_the_first_key(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"text": "ข่าว", "layers": [{"annotator": "noi"}]}', "utf-8")
    assert name_for(path) == "khaotag"


def test_a_first_line_that_is_cut_or_longer_than_the_head_is_still_known(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"khaotag":1,"text":"' + "ก" * 100_000, "utf-8")
    assert name_for(path) == "khaotag"


@pytest.mark.parametrize("name", ["label-studio", "prodigy", "gliner", "dygie", "coref", "doccano"])
def test_a_first_record_of_a_megabyte_still_tells_what_it_is(name: str, tmp_path: Path) -> None:
    file, text = FILES[name]
    path = tmp_path / file
    path.write_text(text.replace("ข่าว", "ข่าว" * 100_000), "utf-8")
    assert name_for(path) == name


def test_what_no_reader_takes_has_no_format(tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(b"\x89PNG\x00\x01")
    assert name_for(path) is None


def test_every_reader_gets_what_it_split_through_a_pickle(tmp_path: Path) -> None:
    options = ReadOptions("noi")
    for name, (file, text) in FILES.items():
        path = tmp_path / file
        path.write_text(text, "utf-8")
        if name == "brat":
            path.with_suffix(".txt").write_text("ข่าว", "utf-8")
        for raw in reader_named(name).split(path, options):
            assert isinstance(raw, Raw)
            copy = pickle.loads(pickle.dumps(raw))
            parsed = reader_named(name).parse(copy, options)
            assert pickle.loads(pickle.dumps(parsed)) == parsed
            assert parsed.documents


def test_a_name_that_is_not_there_gets_the_names_that_are() -> None:
    with pytest.raises(BadInput, match=", ".join(name for name, known in FORMATS.items() if known.reader)):
        reader_named("xml")
    with pytest.raises(BadInput, match=", ".join(name for name, known in FORMATS.items() if known.writer)):
        writer_named("txt")
    assert [name for name, known in FORMATS.items() if name != known.name] == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("x.json", '[\n{"id": 1, "data": {"text": "[ORG]สพฐ.[/ORG]"}, "annotations": []}\n]\n'),
        ("x.csv", "text,title\n[ORG]สพฐ.[/ORG],ชื่อ\n"),
        ("x.parquet", "PAR1\0[ORG]สพฐ.[/ORG]"),
        ("x.html", "<html><body>[ORG]สพฐ.[/ORG]</body></html>"),
    ],
)
def test_an_article_that_speaks_of_tags_makes_no_file_of_tags(name: str, text: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    assert name_for(path) in ("label-studio", "csv", "hf", "html")
