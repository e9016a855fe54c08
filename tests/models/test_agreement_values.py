"""Published values of agreement, to the digits given; the sources are named in each test."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from khaotag.models.agreement_coefficients import alpha_of, cohen_of, fleiss_of, scott_of
from khaotag.models.agreement_matching import Span, match_spans
from khaotag.models.agreement_parts import compare
from khaotag.models.agreement_unitizing import alpha_u, disagreement, united
from khaotag.models.agreement_values import Marks


def ratings(*people: str) -> list[list[int]]:
    """Units × categories from one string a person; a dot is no rating."""
    categories = sorted(set("".join(people)) - {"."})
    return [[column.count(category) for category in categories] for column in zip(*people, strict=True)]


@pytest.mark.parametrize(
    ("people", "alpha"),
    [
        # Wikipedia, “Krippendorff's alpha”: three coders, fifteen units
        ((".....34121133.3", "1.213343.......", "..21344.21133.4"), 0.691),
        # Krippendorff 2004, Content Analysis, p. 224
        (("0100000010", "1110010000"), 0.095),
        # Krippendorff 2004, p. 230: four coders, with gaps
        (("123321412...", "1233224125.3", ".3332342251.", "12332441251."), 0.743),
    ],
)
def test_nominal_alpha(people: tuple[str, ...], alpha: float) -> None:
    assert alpha_of(ratings(*people)) == pytest.approx(alpha, abs=0.0005)


def test_cohens_kappa_and_scotts_pi() -> None:
    # Cohen 1960, p. 45; Krippendorff 2004, p. 246
    assert cohen_of([[88, 14, 18], [10, 40, 10], [2, 6, 12]]) == pytest.approx(0.492, abs=0.0005)
    even = [[12, 9, 9], [9, 14, 9], [9, 9, 20]]
    assert cohen_of(even) == pytest.approx(0.186, abs=0.0005)
    assert scott_of(even) == pytest.approx(0.186, abs=0.0005)


# Fleiss 1971, table 1: six psychiatrists, thirty patients, five diagnoses
FLEISS = """00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031
            00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006"""


def test_fleiss_kappa_and_alpha_of_the_same_ratings() -> None:
    table = [[int(count) for count in row] for row in FLEISS.split()]
    assert fleiss_of(table) == pytest.approx(0.430, abs=0.0005)
    assert alpha_of(table) == pytest.approx(0.4334, abs=0.00005)


def test_incomplete_positions_count_for_neither_kappa_nor_alpha() -> None:
    # INCEpTION, twoWithoutLabel: ("", "") and (A, B), beside two that only one person marked
    assert cohen_of([[1, 0, 0], [0, 0, 1], [0, 0, 0]]) == pytest.approx(1 / 3)
    assert alpha_of([[2, 0, 0], [0, 1, 1], [1, 0, 0], [1, 0, 0]]) == pytest.approx(0.4)


@pytest.mark.parametrize(("column", "other"), [(2, "kappaspandiff.tsv"), (3, "kappaarcdiff.tsv")])
def test_inceptions_kappa_of_one_label_that_differs(peerdata: Path, column: int, other: str) -> None:
    def labels(name: str) -> list[str]:
        lines = (peerdata / "inception/agreement" / name).read_text().splitlines()
        return [line.split("\t")[column] for line in lines if re.match(r"\d+-\d+\t", line)]

    pairs = list(zip(labels("kappatest.tsv"), labels(other), strict=True))
    names = sorted({label for pair in pairs for label in pair})
    matrix = [[pairs.count((one, two)) for two in names] for one in names]
    assert cohen_of(matrix) == pytest.approx(0.86154, abs=0.000005)
    same = [[pairs.count((one, one)) if one == two else 0 for two in names] for one in names]
    assert cohen_of(same) == pytest.approx(1.0)


def test_unitizing_alpha_of_krippendorffs_worked_example(peerdata: Path) -> None:
    # Krippendorff 2004, p. 254
    example = json.loads((peerdata / "u-alpha/krippendorff2004_p254.json").read_text())
    expected, (start, end) = example["expected_alpha_u"], example["continuum"]
    parts = {
        label: disagreement(
            [[(a - start, b - start) for a, b in units[label]] for units in example["annotators"].values()], end - start
        )
        for label in "ck"
    }
    for label, part in parts.items():
        assert part.observed == pytest.approx(expected[f"D_o({label})"], abs=0.00005)
        assert part.expected == pytest.approx(expected[f"D_e({label})"], abs=0.00005)
        assert alpha_u([(1, part)]) == pytest.approx(expected[label], abs=0.00005)
    # The book adds the rounded disagreements; exactly it is .8587.
    assert alpha_u([(1, part) for part in parts.values()]) == pytest.approx(expected["all"], abs=example["tolerance"])
    rounded = [round(part.observed, 4) for part in parts.values()], [round(part.expected, 4) for part in parts.values()]
    assert round(1 - sum(rounded[0]) / sum(rounded[1]), 4) == expected["all"]


def units(drawn: str) -> list[tuple[int, int]]:
    return [found.span() for found in re.finditer("1+", drawn)]


def test_unitizing_alpha_of_small_continua() -> None:
    # DKPro Statistics, ten characters; INCEpTION, a against {a, b} on 0-4 of 15 characters
    ten = disagreement([units("-11111111-"), units("--1-1-1---")], 10)
    assert (ten.observed, round(ten.expected, 4)) == (0.91, 0.5352)
    assert alpha_u([(1, ten)]) == pytest.approx(-0.7003, abs=0.00005)
    both = [disagreement([[(0, 4)], [(0, 4)]], 15), disagreement([[], [(0, 4)]], 15)]
    assert alpha_u([(1, part) for part in both]) == pytest.approx(0.4893, abs=0.00005)
    assert alpha_u([(1, disagreement([[], []], 10))]) is None
    assert alpha_u([(1, disagreement([[(1, 4)], []], 10))]) is None
    assert united([(0, 4), (2, 6), (8, 9)]) == [(0, 6), (8, 9)]


@pytest.mark.parametrize(
    ("sample", "first", "second", "exact", "f1"),
    [("data-sample-1", 134, 135, 115, 0.8550), ("data-sample-2", 163, 155, 132, 0.8302)],
)
def test_f1_of_bratutils_samples(peerdata: Path, sample: str, first: int, second: int, exact: int, f1: float) -> None:
    def marks(name: str) -> list[Span]:
        lines = (peerdata / f"bratutils/res/samples/{name}/{sample}.ann").read_text().splitlines()
        fields = [line.split("\t") for line in lines if line.startswith("T")]
        places = [(mark_id, *place.split(" ")) for mark_id, place, *_ in fields]
        return [Span(mark_id, label, int(start), int(end)) for mark_id, label, start, end in places]

    one, other = marks("A"), marks("B")
    assert {len(one), len(other)} == {first, second}
    assert len(match_spans(one, other).exact) == exact
    counts, _ = compare("a-1", "A", "B", Marks(one), Marks(other))
    total = sum(count for name, count in counts.items() if name.startswith("exact "))
    assert round(2 * total / (first + second), 4) == f1
