"""INCEpTION's own curation cases, adjudicated by the unanimous rule: equal to its result, or keeping more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest
from running import khaotag

Marks = tuple[set[tuple[Any, ...]], set[tuple[Any, ...]]]

# What INCEpTION's curator leaves out because it is stacked, and we keep because both people have it.
_TALE = [("Multivalspan", 2, 6, one, two) for one, two in (("A", "B"), ("A", "C"), ("B", "C"))]
_KINDS = ("Multivalspan", 12, 17, "C", "D")
KEPT_AS_WELL: dict[str, Marks] = {
    "relStackedTest": (
        set(_TALE),
        {("Multivalrel", rel, _TALE[1], _KINDS) for rel in ("r1", "r2")},
    ),
    "simpleSpanDiffWithLabelStackingTest": ({("ORG", 40, 56, None, None)}, set()),
}


def marks(layer: dict[str, Any]) -> Marks:
    entities = {
        e["id"]: (e["label"], e["start"], e["end"], e["attributes"].get("f1"), e["attributes"].get("f2"))
        for e in layer.get("entities", ())
    }
    relations = {
        (r["label"], r["attributes"].get("rel1"), entities[r["head"]], entities[r["tail"]])
        for r in layer.get("relations", ())
    }
    return set(entities.values()), relations


def exported(project: Path) -> dict[str, Marks]:
    out = project.with_suffix(".jsonl")
    assert khaotag("export", project, out, "--format", "khaotag").code == 0
    (record,) = [orjson.loads(line) for line in out.read_bytes().splitlines()]
    return {layer["annotator"]: marks(layer) for layer in record.get("layers", ())}


@pytest.mark.parametrize(
    "name",
    [
        "relStackedTest",
        "simpleRelGovDiffTest",
        "simpleRelNoDiffTest",
        "simpleSpanDiffIncompleteTest",
        "simpleSpanDiffNoLabelTest",
        "simpleSpanDiffWithLabelStackingTest",
        "simpleSpanNoDiffMultiFeatureTest",
        "simpleSpanNoDiffWithLabelTest",
    ],
)
def test_the_unanimous_rule_gives_what_inceptions_curator_has_and_keeps_stacked_marks(
    peerdata: Path, tmp_path: Path, name: str
) -> None:
    folder = peerdata / "inception/curation/testsuite" / name
    found: list[dict[str, Marks]] = []
    for number, people in enumerate((("user1", "user2"), ("curator",))):
        project = tmp_path / f"{number}.khaotag"
        assert khaotag("new", project).code == 0
        for person in people:
            answer = khaotag(
                "import", project, folder / f"{person}.tsv", "--format", "webanno-tsv", "--annotator", person, "--json"
            )
            assert not answer.json["rejected"]
        if number == 0:
            assert khaotag("adjudicate", project, "--rule", "unanimous", "--json").code == 0
        found.append(exported(project))
    ours = found[0].get("gold", (set(), set()))
    theirs = found[1].get("curator", (set(), set()))
    more = KEPT_AS_WELL.get(name, (set(), set()))
    assert ours == (theirs[0] | more[0], theirs[1] | more[1])
