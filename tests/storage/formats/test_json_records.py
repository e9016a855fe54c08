"""Cutting JSON into records: whatever lies at one depth, however large the file, and never more than is allowed."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from khaotag.models.errors import BadInput
from khaotag.storage.formats import json_records as cutting
from khaotag.storage.formats.contract import Problem, Raw
from khaotag.storage.formats.json_records import first_record, json_records, record_of

plain = st.one_of(st.none(), st.booleans(), st.integers(-9, 9), st.text(st.characters(exclude_categories=["Cs"])))
objects = st.recursive(
    st.dictionaries(st.text(st.sampled_from('ก"\\{}[],'), max_size=4), plain, max_size=3),
    lambda inner: st.dictionaries(st.text(max_size=3), st.one_of(inner, st.lists(inner, max_size=2)), max_size=2),
    max_leaves=6,
)


def _cut(path: Path, encoding: str | None = None) -> list[Raw | Problem]:
    return list(json_records(path, encoding))


def _file(folder: Path, data: bytes) -> Path:
    path = folder / "x.json"
    path.write_bytes(data)
    return path


@settings(max_examples=150)
@given(st.lists(objects, min_size=1, max_size=4), st.sampled_from([None, 2]), st.integers(1, 9), st.booleans())
def test_a_list_is_cut_into_its_members_wherever_a_chunk_ends(
    members: list[Any], indent: int | None, chunk: int, escaped: bool
) -> None:
    data = json.dumps(members, indent=indent, ensure_ascii=escaped).encode()
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(cutting, "_CHUNK", 4 + chunk)
        found = _cut(_file(Path(folder), data))
    assert [orjson.loads(raw.data) for raw in found if isinstance(raw, Raw)] == members
    assert [raw.record for raw in found] == [f"record {number}" for number in range(1, len(members) + 1)]
    assert orjson.loads(first_record(Path("x"), data)) == members[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp874"])
def test_lists_lines_and_one_object_are_told_apart_in_any_usual_encoding(encoding: str, tmp_path: Path) -> None:
    named = "cp874" if encoding == "cp874" else None
    one = {"text": "ข่าว", "x": [{"y": 1}]}
    for text, records in [
        (json.dumps([one, one], ensure_ascii=False), ["record 1", "record 2"]),
        (json.dumps(one, ensure_ascii=False) + "\n" + json.dumps(one), ["line 1", "line 2"]),
        (json.dumps(one, indent=1, ensure_ascii=False), ["record 1"]),
    ]:
        found = _cut(_file(tmp_path, text.encode(encoding)), named)
        assert [raw.record for raw in found] == records
        assert all(isinstance(raw, Raw) and orjson.loads(raw.data) == one for raw in found)


@pytest.mark.parametrize("levels", [1, 2, 63, 64, 65, 200])
@pytest.mark.parametrize("inside", ["[", "{"])
def test_a_record_may_be_as_deep_as_the_limit_and_no_deeper(inside: str, levels: int) -> None:
    value: Any = "]}["
    for level in range(levels - 1):
        value = {'"}': value, "x": [1]} if inside == "{" and level else [value, {}] if level else [value]
    line = json.dumps({"a": value})
    if levels <= 64:
        assert record_of(line) == record_of(line.encode()) == json.loads(line)
    else:
        with pytest.raises(BadInput, match="64 levels"):
            record_of(line)


@pytest.mark.parametrize(
    ("data", "whole", "said"),
    [
        (b"", 0, "empty"),
        (b"[]", 0, "empty"),
        (b'[{"a": 1}, {"b": ', 1, "ends in the middle"),
        (b'[{"a": 1}, {"b": "x', 1, "ends in the middle"),
        (b'[{"a": 1}, 7, {"b": 2}]', 1, "no record"),
        (b'[{"a": 1}] {"b": 2}', 1, "no record"),
        (b'[{"a": 1}]]', 1, "no record"),
        (b'[{"a": 1}, "x"]', 1, "no record"),
        (b'[{"a": 1}, ' + b"[" * 100_000, 1, "64 levels"),
        (b'[{"a": "\xff"}, {"b": 1}]', 2, ""),
    ],
)
def test_what_is_no_list_of_records_is_refused_where_it_goes_wrong(
    data: bytes, whole: int, said: str, tmp_path: Path
) -> None:
    found = _cut(_file(tmp_path, data))
    assert sum(isinstance(raw, Raw) for raw in found) == whole
    problems = [raw for raw in found if isinstance(raw, Problem)]
    assert len(problems) == bool(said)
    assert all(problem.rejected and said in str(problem.reason) for problem in problems)


def test_a_record_beyond_the_limit_is_named_and_the_next_one_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cutting, "MAX_LINE", 100)
    found = _cut(_file(tmp_path, orjson.dumps([{"a": "x" * 200}, {"b": 1}])))
    assert isinstance(found[0], Problem)
    assert (found[0].record, "limit" in str(found[0].reason)) == ("record 1", True)
    assert isinstance(found[1], Raw)


def test_a_list_of_twenty_megabytes_is_cut_in_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "tasks.json"
    one = orjson.dumps({"data": {"text": "ข่าว" * 2000}, "annotations": [{"result": [{"value": {"start": 1}}] * 50}]})
    with path.open("wb") as file:
        file.write(b"[" + one)
        for _ in range(20_000_000 // len(one)):
            file.write(b",\n" + one)
        file.write(b"]")
    tracemalloc.start()
    count = sum(isinstance(raw, Raw) for raw in json_records(path, None))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 20_000_000 // len(one) + 1
    assert peak < 16_000_000


def test_one_hundred_megabytes_in_one_record_are_refused_in_bounded_memory(tmp_path: Path) -> None:
    path = tmp_path / "tasks.json"
    with path.open("wb") as file:
        file.write(b'[{"data": {"text": "')
        for _ in range(100):
            file.write(b"x" * 1_000_000)
        file.write(b'"}}, {"a": 1}]')
    found = _cut(path)
    assert [type(raw) for raw in found] == [Problem, Raw]
    assert "the limit" in str(found[0].reason)  # type: ignore[union-attr]
