"""The native format loses nothing, and refuses what does not fit its text."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson
import pytest
from format_making import OPTIONS, Ledger, documents, export_of, read_file, read_line, reasons
from hypothesis import given, settings
from hypothesis import strategies as st

from khaotag.models.layer import Entity
from khaotag.storage.formats import native_writer, reading
from khaotag.storage.formats.contract import ExportDocument, NotTheSame, ReadOptions, WriteOptions
from khaotag.storage.formats.native import NativeReader
from khaotag.storage.formats.native_writer import NativeWriter, native_line

READER = NativeReader()
TEXT = "ที่น้ำ🍊 ธารา ใจดี นายก อบต.นาคำ"
ENTITY: dict[str, Any] = {"id": "e1", "label": "PERSON", "start": 8, "end": 12}
OTHER: dict[str, Any] = {"id": "e2", "label": "ORG", "start": 18, "end": 22}
RELATION: dict[str, Any] = {"id": "r1", "label": "MEMBER_OF", "head": "e1", "tail": "e2"}


def _line(*entities: Any, text: str = TEXT, **layer: Any) -> bytes:
    return orjson.dumps({"text": text, "layers": [{"annotator": "noi", "entities": list(entities), **layer}]})


def _deep(levels: int) -> Any:
    value: Any = 1
    for _ in range(levels):
        value = {"x": value}
    return value


@settings(max_examples=150)
@given(documents())
def test_what_is_written_is_read_back_as_the_same_values_and_written_again_as_the_same_bytes(
    document: ExportDocument,
) -> None:
    line = native_line(document)
    parsed = read_line(READER, line)
    assert reasons(parsed) == []
    [read] = parsed.documents
    assert read.article == document.article
    assert read.layers == document.layers
    assert native_line(export_of(read)) == line


@settings(max_examples=25)
@given(st.lists(documents(), max_size=4))
def test_a_file_is_read_back_before_the_writer_returns(made: list[ExportDocument]) -> None:
    with TemporaryDirectory() as folder:
        [written] = NativeWriter().write(made, Path(folder), "train", WriteOptions(), Ledger())
        assert written.path.name == "train.jsonl"
        assert written.articles == len(made)
        assert len(read_file(READER, written.path).documents) == len(made)


def test_a_file_that_comes_back_otherwise_does_not_pass(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    [read] = read_line(READER, _line(ENTITY)).documents
    honest = native_writer.native_line
    monkeypatch.setattr(native_writer, "native_line", lambda d: honest(d).replace(b'"PERSON"', b'"PEBSON"'))
    with pytest.raises(NotTheSame):
        NativeWriter().write([export_of(read)], tmp_path, "data", WriteOptions(), Ledger())


def test_keys_stand_in_the_order_that_the_format_fixes() -> None:
    entity = {**ENTITY, "start": 8, "end": 17, "fragments": [[8, 12], [13, 17]], "text": "ธารา ใจดี"}
    record = {
        "layers": [{"entities": [{"score": 0.5, "from": ["a:e1"], **entity, "note": "n"}], "annotator": "noi"}],
        "excluded": [{"start": 0, "end": 3}],
        "meta": {"desk": "local"},
        "sources": [{"name": "a.txt"}],
        "text": TEXT,
        "title": "ข่าว",
        "id": "a1",
    }
    [read] = read_line(READER, orjson.dumps(record)).documents
    written = orjson.loads(native_line(export_of(read)))
    assert list(written) == ["khaotag", "id", "title", "text", "sources", "meta", "excluded", "layers"]
    [layer] = written["layers"]
    assert list(layer) == ["annotator", "status", "entities"]
    assert list(layer["entities"][0]) == [
        "id",
        "label",
        "start",
        "end",
        "fragments",
        "text",
        "note",
        "origin",
        "score",
        "from",
    ]


def test_marks_and_layers_are_written_in_their_order_whatever_order_they_came_in() -> None:
    gold = {"annotator": "gold", "entities": [OTHER, ENTITY, {**ENTITY, "id": "e0", "label": "ORG"}]}
    record = {"text": TEXT, "layers": [gold, {"annotator": "zoe"}, {"annotator": "ann"}]}
    [read] = read_line(READER, orjson.dumps(record)).documents
    layers = orjson.loads(native_line(export_of(read)))["layers"]
    assert [layer["annotator"] for layer in layers] == ["ann", "zoe", "gold"]
    assert [entity["id"] for entity in layers[2]["entities"]] == ["e0", "e1", "e2"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (_line({**ENTITY, "end": 999}), "past the end"),
        (_line({**ENTITY, "start": 12, "end": 8}), "reversed"),
        (_line({**ENTITY, "start": -1}), "negative"),
        (_line({**ENTITY, "end": 8}), "empty"),
        (_line({**ENTITY, "start": "8"}), "“start”"),
        (_line({**ENTITY, "start": 8.0}), "“start”"),
        (_line({**ENTITY, "start": True}), "“start”"),
        (_line({**ENTITY, "start": None}), "“start”"),
        (_line({**ENTITY, "start": 1e30}), "“start”"),
        (_line({**ENTITY, "label": 7}), "“label”"),
        (_line({**ENTITY, "label": ""}), "no label"),
        (_line({**ENTITY, "text": "ธาร"}), "its text is"),
        (_line({**ENTITY, "text": 3}), "its text is"),
        (_line({**ENTITY, "end": 17, "fragments": [[8, 12], [10, 17]]}), "overlap"),
        (_line({**ENTITY, "fragments": [[8, 12], [13, "17"]]}), "fragments"),
        (_line({**ENTITY, "fragments": [[8, 11], [13, 17]]}), "“end” is 12"),
        (_line({**ENTITY, "attributes": [1]}), "“attributes”"),
        (_line("x"), "“entities”"),
        (_line(ENTITY, {**OTHER, "id": "e1"}), "same id"),
        (_line(ENTITY, relations=[RELATION]), "“e2” is not there"),
        (_line(ENTITY, OTHER, relations=[RELATION, RELATION]), "same id"),
        (_line(ENTITY, chains=[{"id": "c1", "members": ["e1", "e7"]}]), "“e7” is not there"),
        (_line(ENTITY, status="ready"), "“status”"),
        (_line(ENTITY, notes=["x"]), "“notes”"),
        (orjson.dumps({"text": TEXT, "layers": [{"annotator": "a"}, {"annotator": "a"}]}), "same annotator"),
        (orjson.dumps({"text": TEXT, "excluded": [{"start": 3, "end": 1}]}), "reversed"),
        (orjson.dumps({"text": TEXT, "tokens": [[0, 3], [2, 4]]}), "overlap"),
        (orjson.dumps({"text": TEXT, "khaotag": 2}), "version"),
        (orjson.dumps({"title": TEXT}), "“text”"),
        (orjson.dumps({"text": 5}), "“text”"),
        (orjson.dumps([1]), "not an object"),
        (b'{"text": "\\ud83c"}', "surrogate"),
        (b'{"text": "\\udf4a"}', "surrogate"),
        (b'{"text": "x", "meta": {"a": "\\ud83c"}}', "surrogate"),
        (b'{"text": "\xa1\xa2"}', "UTF-8"),
        (b'{"text": "x', "JSON"),
        (b'{"text": "x", "meta": {"a": NaN}}', "JSON"),
        (b"[" * 2000 + b"]" * 2000, "64 levels"),
        (orjson.dumps({"text": "x", "meta": _deep(64)}), "64 levels"),
        (_line({**ENTITY, "attributes": _deep(60)}), "64 levels"),
        (orjson.dumps({"text": "x" * 2_000_001}), "2000000"),
    ],
)
def test_a_line_with_something_wrong_is_rejected_whole_and_says_what(line: bytes, said: str) -> None:
    parsed = read_line(READER, line)
    assert parsed.documents == []
    [problem] = parsed.problems
    assert problem.rejected
    assert (problem.source, problem.record) == ("in", "line 1")
    assert said in str(problem.reason)


def test_the_depth_limit_itself_is_allowed() -> None:
    parsed = read_line(READER, orjson.dumps({"text": "x", "meta": _deep(63)}))
    assert reasons(parsed) == []


def test_more_entities_than_the_limit_are_refused() -> None:
    entities = [{"id": f"e{i}", "label": "X", "start": 0, "end": 3} for i in range(100_001)]
    assert "100000" in reasons(read_line(READER, _line(*entities)))[0]


def test_a_boundary_inside_a_character_is_widened_with_a_warning() -> None:
    parsed = read_line(READER, _line({**ENTITY, "start": 1, "end": 5, "text": "ี่น้"}))
    [document] = parsed.documents
    entity = document.layers[0].entities["e1"]
    assert (entity.start, entity.end) == (0, 6)
    [problem] = parsed.problems
    assert not problem.rejected
    assert "1 to 5" in str(problem.reason)


def test_offsets_move_with_line_ends_and_a_bom() -> None:
    raw = "\ufeffหนึ่ง\r\nสอง\rสาม\u2028สี่"
    spans = {"หนึ่ง": raw.index("หนึ่ง"), "สอง": raw.index("สอง"), "สาม": raw.index("สาม"), "สี่": raw.index("สี่")}
    entities = [
        {"id": word, "label": "X", "start": at, "end": at + len(word), "text": word} for word, at in spans.items()
    ]
    across = {"id": "across", "label": "X", "start": spans["หนึ่ง"], "end": spans["สอง"] + 3, "text": "หนึ่ง\r\nสอง"}
    parsed = read_line(READER, _line(*entities, across, text=raw))
    assert reasons(parsed) == []
    article, layers = parsed.documents[0].article, parsed.documents[0].layers
    assert article.text == "หนึ่ง\nสอง\nสาม\nสี่"
    assert {e.id: e.surface(article.text) for e in layers[0].entities.values()} == {
        **{word: word for word in spans},
        "across": "หนึ่ง\nสอง",
    }


def test_unknown_keys_are_kept_as_metadata_of_their_object_and_written_again() -> None:
    record = {
        "text": TEXT,
        "desk": "local",
        "meta": {"page": 3},
        "source": "a.txt",
        "excluded": [{"start": 0, "end": 3, "by": "noi"}],
        "layers": [
            {
                "annotator": "noi",
                "tool": "x",
                "notes": [{"by": "noi", "text": "ดู", "when": "today"}],
                "entities": [{**ENTITY, "sure": True}, OTHER],
                "relations": [{**RELATION, "why": "said"}],
                "chains": [{"id": "c1", "members": ["e1", "e2"], "kind": 1}],
            }
        ],
    }
    [read] = read_line(READER, orjson.dumps(record)).documents
    assert read.article.meta == {"page": 3, "desk": "local"}
    assert [source.name for source in read.article.sources] == ["a.txt"]
    written = orjson.loads(native_line(export_of(read)))
    layer = written["layers"][0]
    assert written["meta"] == {"page": 3, "desk": "local"}
    assert written["excluded"][0]["meta"] == {"by": "noi"}
    assert layer["meta"] == {"tool": "x"}
    assert layer["notes"][0]["meta"] == {"when": "today"}
    assert layer["entities"][0]["meta"] == {"sure": True}
    assert layer["relations"][0]["meta"] == {"why": "said"}
    assert layer["chains"][0]["meta"] == {"kind": 1}


def test_text_alone_is_enough_and_marks_without_ids_get_the_same_ones_each_time() -> None:
    [read] = read_line(READER, b'{"text": "x"}').documents
    assert (read.given_id, read.layers, read.tokens) == (False, (), None)
    assert read.article.id.startswith("a-")
    bare = {"label": "PERSON", "start": 8, "end": 12}
    parsed = read_line(READER, orjson.dumps({"text": TEXT, "layers": [{"entities": [bare, bare]}]}))
    [layer] = parsed.documents[0].layers
    assert layer.annotator == "noi"
    assert layer.entities == {"PERSON-8-12": Entity("PERSON-8-12", "PERSON", 8, 12)}


def test_repaired_tokens_and_their_engine_are_read() -> None:
    record = {"text": TEXT, "tokens": [[0, 3], [3, 7]], "tokenizer": "newmm 5.4.0"}
    [read] = read_line(READER, orjson.dumps(record)).documents
    assert read.tokens == ((0, 3), (3, 7))
    assert read.tokenizer == "newmm 5.4.0"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_a_file_is_read_in_the_encoding_it_has(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes('{"khaotag": 1, "text": "ข่าวหนึ่ง"}\r\n\r\n{"text": "ข่าวสอง"}'.encode(encoding))
    options = ReadOptions("noi", "cp874" if encoding == "cp874" else None)
    parsed = read_file(READER, path, options)
    assert reasons(parsed) == []
    assert [document.article.text for document in parsed.documents] == ["ข่าวหนึ่ง", "ข่าวสอง"]


def test_a_line_cut_in_the_middle_names_itself_and_the_others_are_read(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(b'{"text": "one"}\n{"text": "tw\n\n{"text": "three"}\n')
    parsed = read_file(READER, path)
    assert [document.article.text for document in parsed.documents] == ["one", "three"]
    assert [problem.record for problem in parsed.problems] == ["line 2"]


def test_a_line_beyond_the_limit_is_reported_without_being_held(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "MAX_LINE", 1000)
    path = tmp_path / "in.jsonl"
    path.write_bytes(b'{"text": "' + b"x" * 5000 + b'"}\n{"text": "two"}\n')
    parsed = read_file(READER, path)
    assert [document.article.text for document in parsed.documents] == ["two"]
    [problem] = parsed.problems
    assert problem.record == "line 1"
    assert "1000" in str(problem.reason)


@pytest.mark.parametrize("data", [b"", b"\n \r\n", b"\xef\xbb\xbf"])
def test_an_empty_file_says_so(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(data)
    parsed = read_file(READER, path)
    assert reasons(parsed) == ["The file is empty."]
    assert parsed.problems[0].rejected


@given(st.binary(max_size=200))
def test_any_bytes_at_all_are_an_article_or_a_problem(data: bytes) -> None:
    parsed = read_line(READER, data)
    assert len(parsed.documents) + len(parsed.problems) > 0


json_values = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-5, 50), st.floats(allow_nan=False), st.text(max_size=5)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=5), inner, max_size=3)),
    max_leaves=6,
)
strange_marks = st.fixed_dictionaries(
    {},
    optional={
        key: st.one_of(json_values, st.integers(-1, 40), st.sampled_from(["e1", "e2"]))
        for key in (
            *("id", "label", "start", "end", "text", "fragments", "attributes", "note", "origin", "score", "from"),
            *("head", "tail", "members", "by", "resolved", "meta"),
        )
    },
)


@settings(max_examples=200)
@given(
    st.lists(strange_marks, max_size=2),
    st.lists(strange_marks, max_size=2),
    st.lists(strange_marks, max_size=2),
    st.lists(strange_marks, max_size=2),
)
def test_no_json_makes_the_reader_fail_or_lets_a_wrong_mark_through(
    entities: list[Any], relations: list[Any], chains: list[Any], notes: list[Any]
) -> None:
    layer = {"entities": entities, "relations": relations, "chains": chains, "notes": notes}
    line = orjson.dumps({"text": TEXT, "layers": [layer]}, option=orjson.OPT_NON_STR_KEYS)
    parsed = read_line(READER, line)
    for document in parsed.documents:
        [read] = document.layers
        for entity in read.entities.values():
            assert all(0 <= start < end <= len(TEXT) for start, end in entity.ranges)
        assert all(r.head in read.entities and r.tail in read.entities for r in read.relations.values())
        assert native_line(export_of(document))


def test_whose_marks_they_are_is_asked_only_where_the_file_does_not_say() -> None:
    [read] = read_line(READER, orjson.dumps({"text": "x", "layers": [{"annotator": "gold"}]}), OPTIONS).documents
    assert read.layers[0].annotator == "gold"
