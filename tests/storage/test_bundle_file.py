"""A bundle that is cut short, changed or made up is refused whole, with the reason, soon and in little memory."""

from __future__ import annotations

import hashlib
import random
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import orjson
import pytest
import three_annotators
from running import khaotag

from khaotag.models.errors import BadInput
from khaotag.storage.bundle_file import BundleFile


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bundle")
    project = next(iter(three_annotators.projects(folder, 2).values()))
    assert khaotag("bundle", project, folder / "one.khaotag-bundle").code == 0
    return folder / "one.khaotag-bundle"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    path = tmp_path / "p.khaotag"
    khaotag("new", path)
    return path


def _refused(project: Path, tmp_path: Path, data: bytes, *needles: str) -> None:
    bad = tmp_path / "bad.khaotag-bundle"
    bad.write_bytes(data)
    before = project.read_bytes()
    answer = khaotag("merge", project, bad, "--json")
    assert answer.code == 2, answer
    assert "bad.khaotag-bundle" in answer.json["error"]
    assert all(needle in answer.json["error"] for needle in needles), answer.json
    assert "Traceback" not in answer.err
    assert khaotag("info", project, "--json").json["articles"] == 0
    assert khaotag("history", project, "--json").json["changes"] == []
    assert project.read_bytes()[100:] == before[100:]


def test_the_same_project_gives_the_same_bytes(bundle: Path, project: Path, tmp_path: Path) -> None:
    khaotag("merge", project, bundle)
    for name in ("x", "y"):
        khaotag("bundle", project, tmp_path / name)
    assert (tmp_path / "x").read_bytes() == (tmp_path / "y").read_bytes() == bundle.read_bytes()


def test_any_changed_byte_is_refused(bundle: Path, tmp_path: Path) -> None:
    data = bundle.read_bytes()
    random_ = random.Random(1)
    places = {
        0,
        1,
        30,
        len(data) - 1,
        len(data) - 64,
        len(data) - 65,
        len(data) - 80,
        *random_.sample(range(len(data)), 200),
    }
    bad = tmp_path / "bad"
    for at in sorted(places):
        bad.write_bytes(data[:at] + bytes([data[at] ^ (1 << random_.randrange(8))]) + data[at + 1 :])
        with pytest.raises(BadInput):
            BundleFile(bad)


def test_a_bundle_cut_short_anywhere_is_refused_and_nothing_is_taken(
    bundle: Path, project: Path, tmp_path: Path
) -> None:
    data = bundle.read_bytes()
    for length in (0, 10, 90, len(data) // 2, len(data) - 1):
        _refused(project, tmp_path, data[:length])
    _refused(project, tmp_path, data + b"\0", "changed")


def test_a_file_of_another_kind_is_no_bundle(project: Path, tmp_path: Path) -> None:
    _refused(project, tmp_path, "ข่าว".encode() * 100, "no bundle")
    answer = khaotag("merge", project, tmp_path / "none.khaotag-bundle", "--json")
    assert (answer.code, "There is no bundle" in answer.json["error"]) == (2, True)


# --- made up by somebody who knows how a bundle is sealed


def _sealed(path: Path, members: dict[str, bytes], *, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    with zipfile.ZipFile(path, "w", compression) as zipped:
        for name, data in members.items():
            zipped.writestr(name, data)
        zipped.comment = b"0" * 64
    data = path.read_bytes()[:-64]
    return data + hashlib.sha256(data).hexdigest().encode()


def _members(bundle: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(bundle) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def _with_manifest(members: dict[str, bytes]) -> dict[str, bytes]:
    sums = {
        name: {"sha256": hashlib.sha256(members[name]).hexdigest(), "bytes": len(members[name])}
        for name in ("articles.jsonl", "project.json")
    }
    manifest = {"khaotag_bundle": 1, "articles": 1, "layers": 1, "members": sums}
    return {**members, "manifest.json": orjson.dumps(manifest)}


def test_strange_members_are_refused(bundle: Path, project: Path, tmp_path: Path) -> None:
    members = _members(bundle)
    outside = {"../../outside.jsonl" if name == "articles.jsonl" else name: data for name, data in members.items()}
    _refused(project, tmp_path, _sealed(tmp_path / "z", outside), "files that no bundle holds")
    assert not (tmp_path.parent / "outside.jsonl").exists()
    many = {**members, **{f"x{n}": b"" for n in range(5000)}}
    _refused(project, tmp_path, _sealed(tmp_path / "z", many), "not laid out")


def test_a_bomb_is_refused_before_it_is_unpacked(bundle: Path, project: Path, tmp_path: Path) -> None:
    members = {**_members(bundle), "articles.jsonl": b" " * 50_000_000}
    data = _sealed(tmp_path / "z", _with_manifest(members))
    del members
    tracemalloc.start()
    _refused(project, tmp_path, data, "200 times its size")
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


def test_a_member_that_is_not_what_the_manifest_says_is_refused(bundle: Path, project: Path, tmp_path: Path) -> None:
    members = _members(bundle)
    for name in ("articles.jsonl", "project.json"):
        other = {**members, name: members[name].replace(b"anong", b"bnong")}
        _refused(project, tmp_path, _sealed(tmp_path / "z", other), "not what its manifest says")


def _change(line: dict[str, Any], key: str, value: object) -> None:
    line[key] = value


WRONG: dict[str, Callable[[dict[str, Any]], None]] = {
    "an offset past the end": lambda a: _change(a["layers"][0]["entities"][0], "end", 10**9),
    "a revision that is none": lambda a: _change(a["layers"][0], "revision", "../x"),
    "ancestors that are none": lambda a: _change(a["layers"][0], "ancestors", [7]),
    "a person that nobody knows": lambda a: _change(a["layers"][0], "annotator", "dragon"),
    "a history line without a hash": lambda a: _change(a, "history", [{"at": "x"}]),
    "a history that is a number": lambda a: _change(a, "history", 5),
    "repairs outside the text": lambda a: _change(a, "cuts", [-1]),
    "a text that is not canonical": lambda a: _change(a, "text", "a\r\nb"),
    "assignments of the wrong kind": lambda a: _change(a, "assigned", [["anong", "1", 1]]),
    "suggestions of the wrong kind": lambda a: _change(a, "suggestions", [{"engine": 5}]),
    "an engine's keys that nobody knows": lambda a: _change(a, "suggestions", [{"number": 1}]),
    "no revision": lambda a: _change(a, "revision", None),
    "the layer of gold as a person": lambda a: _change(a["layers"][0], "annotator", ""),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_well_sealed_bundle_of_nonsense_is_refused_whole(
    case: str, bundle: Path, project: Path, tmp_path: Path
) -> None:
    members = _members(bundle)
    first, *rest = members["articles.jsonl"].splitlines(keepends=True)
    line = orjson.loads(rest[-1])
    WRONG[case](line)
    members["articles.jsonl"] = first + orjson.dumps(line) + b"\n"
    _refused(project, tmp_path, _sealed(tmp_path / "z", _with_manifest(members)))


def test_the_same_text_twice_is_refused(bundle: Path, project: Path, tmp_path: Path) -> None:
    members = _members(bundle)
    members["articles.jsonl"] += members["articles.jsonl"]
    _refused(project, tmp_path, _sealed(tmp_path / "z", _with_manifest(members)), "twice")


def test_of_several_bundles_none_is_merged_where_one_is_damaged(bundle: Path, project: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.khaotag-bundle"
    bad.write_bytes(bundle.read_bytes()[:-1])
    assert khaotag("merge", project, bundle, bad).code == 2
    assert khaotag("info", project, "--json").json["articles"] == 0
