"""Agreement on made-up layers: the hard cases, and other people's libraries as oracles."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from khaotag.models.agreement import Measure
from khaotag.models.agreement_coefficients import alpha_of, cohen_of, fleiss_of
from khaotag.models.agreement_matching import Link, Span, match_spans
from khaotag.models.agreement_units import Tokens, stretches
from khaotag.models.agreement_values import NOBODY_MARKED, NOTHING_SHARED, ONE_CATEGORY, Agreement, Marks, Tagged

WORDS = Tokens(range(0, 100, 5), range(5, 105, 5))  # twenty tokens of five characters


def marks(*written: str, links: Sequence[tuple[str, int, int]] = ()) -> Marks:
    """Marks written as “PERSON 0-4” or “LAW 0-4,8-12”; links by place in that list."""
    spans = []
    for number, one in enumerate(written):
        label, _, places = one.partition(" ")
        ranges = tuple((int(a), int(b)) for a, b in (place.split("-") for place in places.split(",")))
        spans.append(Span(f"e{number}", label, ranges[0][0], ranges[-1][1], ranges if len(ranges) > 1 else ()))
    made = [Link(f"r{n}", label, spans[head], spans[tail]) for n, (label, head, tail) in enumerate(links)]
    return Marks(spans, made)


def measured(*articles: dict[str, Marks], label: str | None = None, people: str = "abc") -> Agreement:
    measure = Measure(people, label=label, symmetric=frozenset({"ALIAS_OF"}))
    for number, article in enumerate(articles):
        measure.add(Tagged(f"a-{number}", 100, WORDS, article))
    return measure.result()


def test_full_agreement_is_one_everywhere() -> None:
    theirs = marks("PERSON 0-10", "ORG 20-30", "ORG 20-40", links=[("MEMBER_OF", 0, 1)])
    found = measured(*[{"a": theirs, "b": theirs}] * 3, people="ab")
    (pair,) = found.pairs
    for match in (pair.exact, pair.overlap, pair.label_only, pair.relations, pair.relations_overlap):
        assert (match.p, match.r, match.f1.value) == (1.0, 1.0, 1.0)
        assert (match.f1.low, match.f1.high) == (1.0, 1.0)
    assert pair.kappa.value == found.alpha.value == found.alpha_u.value == found.fleiss.value == 1.0
    assert not found.conflicts
    assert (pair.n, pair.articles, found.articles) == (9, 3, 3)


def test_total_disagreement_is_no_better_than_chance() -> None:
    found = measured({"a": marks("PERSON 0-50"), "b": marks("ORG 0-50")}, people="ab")
    (pair,) = found.pairs
    assert pair.exact.f1.value == pair.overlap.f1.value == pair.label_only.f1.value == 0.0
    assert found.alpha.value is not None
    assert found.alpha.value < pair.kappa.value < 0.5  # type: ignore[operator]
    assert [(c.kind, c.one.id, c.other.id) for c in found.conflicts if c.one and c.other] == [("label", "e0", "e0")]
    assert pair.confusion == {("PERSON", "ORG"): 1}


def test_disjoint_articles_have_no_number_and_say_why() -> None:
    found = measured({"a": marks("PERSON 0-10")}, {"b": marks("PERSON 0-10")}, people="ab")
    (pair,) = found.pairs
    for score in (
        pair.exact.f1,
        pair.kappa,
        pair.relations.f1,
        found.alpha,
        found.alpha_u,
        found.fleiss,
        found.exact.f1,
    ):
        assert score.value is None
        assert score.why == NOTHING_SHARED
        assert score.n == 0
    assert found.articles == 0


def test_a_silent_annotator_counts_and_empty_layers_are_undefined() -> None:
    found = measured({"a": marks("PERSON 0-10", "ORG 20-30"), "b": marks()}, people="ab")
    (pair,) = found.pairs
    assert (pair.exact.p, pair.exact.r, pair.exact.f1.value) == (None, 0.0, 0.0)
    assert [(c.kind, c.other) for c in found.conflicts] == [("missing", None)] * 2
    empty = measured({"a": marks(), "b": marks()}, people="ab")
    assert empty.pairs[0].exact.f1.value is None
    assert empty.pairs[0].exact.f1.why == NOBODY_MARKED
    assert empty.pairs[0].kappa.why == ONE_CATEGORY
    assert empty.alpha.value is None
    assert empty.alpha_u.value is None


def test_one_label_throughout_is_undefined_for_coefficients_but_not_for_f1() -> None:
    theirs = marks("PERSON 0-100")
    found = measured({"a": theirs, "b": theirs}, people="ab")
    assert found.pairs[0].exact.f1.value == 1.0
    assert found.pairs[0].kappa.value is None
    assert found.alpha.why == ONE_CATEGORY


def test_nested_and_discontinuous_entities_are_matched_one_by_one() -> None:
    nested = marks("PROJECT 0-50", "ORG 10-20", "LAW 60-65,70-75")
    found = measured({"a": nested, "b": marks("PROJECT 0-50", "ORG 10-15", "LAW 60-75")}, people="ab")
    (pair,) = found.pairs
    assert pair.exact.f1.value == pytest.approx(1 / 3)
    assert pair.overlap.f1.value == 1.0
    assert [conflict.kind for conflict in found.conflicts] == ["boundary", "boundary"]
    # Between the pieces of the law nothing is marked, and there both differ.
    assert stretches(WORDS, [m.entities for m in (nested, nested)], {"PROJECT": 1, "ORG": 2, "LAW": 4}) == {
        (1, 1): 8, (3, 3): 2, (4, 4): 2, (0, 0): 8,
    }  # fmt: skip


def test_a_token_is_cut_where_an_entity_begins_inside_it() -> None:
    one, other = marks("ORG 2-10"), marks("ORG 5-10")
    assert stretches(WORDS, [one.entities, other.entities], {"ORG": 1}) == {(1, 0): 1, (1, 1): 1, (0, 0): 19}


def test_only_shared_articles_count_and_each_number_leads_to_its_conflicts() -> None:
    found = measured(
        {"a": marks("PERSON 0-10"), "b": marks("PERSON 0-15")},
        {"a": marks("PERSON 0-10"), "c": marks("ORG 0-10")},
        {"c": marks("ORG 0-10")},
    )
    assert [(pair.a, pair.b, pair.articles) for pair in found.pairs] == [("a", "b", 1), ("a", "c", 1), ("b", "c", 0)]
    assert [(c.article, c.kind, c.a, c.b) for c in found.conflicts] == [
        ("a-0", "boundary", "a", "b"),
        ("a-1", "label", "a", "c"),
    ]
    assert {label.label: dict(label.disputes) for label in found.labels} == {
        "ORG": {"label": 1},
        "PERSON": {"boundary": 1, "label": 1},
    }
    assert [(one.article, one.f1, dict(one.disputes)) for one in found.per_article] == [
        ("a-0", 0.0, {"boundary": 1}),
        ("a-1", 0.0, {"label": 1}),
    ]


def test_relations_are_compared_by_their_ends_and_symmetric_ones_either_way() -> None:
    one = marks("PERSON 0-10", "ORG 20-30", "ORG 40-50", links=[("MEMBER_OF", 0, 1), ("ALIAS_OF", 1, 2)])
    other = marks("PERSON 0-10", "ORG 20-35", "ORG 40-50", links=[("MEMBER_OF", 0, 1), ("ALIAS_OF", 2, 1)])
    found = measured({"a": one, "b": other}, people="ab")
    (pair,) = found.pairs
    assert (pair.relations.f1.value, pair.relations_overlap.f1.value) == (0.0, 1.0)
    assert [c.kind for c in found.conflicts] == ["boundary", "relation", "relation"]
    same = measured({"a": one, "b": one}, people="ab", label="MEMBER_OF")
    assert same.pairs[0].relations.f1.n == 1


def test_the_interval_is_the_same_each_time_and_holds_the_value() -> None:
    random_ = random.Random(3)
    articles = []
    for _ in range(30):
        there = [f"ORG {place * 10}-{place * 10 + 5}" for place in range(8)]
        articles.append({"a": marks(*there), "b": marks(*random_.sample(there, 5))})
    one, other = measured(*articles, people="ab"), measured(*articles, people="ab")
    assert one == other
    f1 = one.pairs[0].exact.f1
    assert f1.low is not None
    assert f1.high is not None
    assert f1.low <= (f1.value or 0) <= f1.high


def _random_marks(random_: random.Random) -> Marks:
    starts = random_.sample(range(0, 90, 5), 6)
    return marks(*(f"{random_.choice(('PERSON', 'ORG'))} {s}-{s + random_.choice((3, 5, 8))}" for s in starts))


def test_the_order_of_two_people_changes_no_number() -> None:
    random_ = random.Random(8)
    for _ in range(50):
        one, other = _random_marks(random_), _random_marks(random_)
        (pair,) = measured({"a": one, "b": other}, people="ab").pairs
        (back,) = measured({"a": other, "b": one}, people="ab").pairs
        assert pair.exact.f1.value == back.exact.f1.value
        assert pair.overlap.f1.value == back.overlap.f1.value
        assert (pair.exact.p, pair.exact.r) == (back.exact.r, back.exact.p)
        assert pair.kappa.value == pytest.approx(back.kappa.value)


def test_nominal_alpha_equals_the_krippendorff_package() -> None:
    oracle = pytest.importorskip("krippendorff")
    numpy = pytest.importorskip("numpy")
    random_ = random.Random(1)
    for _ in range(30):
        people = [[random_.choice([0, 1, 2, numpy.nan]) for _ in range(40)] for _ in range(4)]
        table = [[sum(row[unit] == c for row in people) for c in range(3)] for unit in range(40)]
        expected = oracle.alpha(reliability_data=people, level_of_measurement="nominal")
        assert alpha_of(table) == pytest.approx(expected)


def test_cohens_kappa_equals_scikit_learn() -> None:
    metrics = pytest.importorskip("sklearn.metrics")
    random_ = random.Random(2)
    for _ in range(30):
        one, other = ([random_.choice("ABC") for _ in range(50)] for _ in range(2))
        pairs = list(zip(one, other, strict=True))
        matrix = [[pairs.count((x, y)) for y in "ABC"] for x in "ABC"]
        assert cohen_of(matrix) == pytest.approx(metrics.cohen_kappa_score(one, other))


def test_fleiss_kappa_of_two_people_is_scotts_pi() -> None:
    assert fleiss_of([[2, 0], [0, 2], [1, 1], [2, 0]]) == pytest.approx(0.4667, abs=0.0001)
    assert fleiss_of([[2, 0], [2, 0]]) is None


def test_f1_equals_nervaluate() -> None:
    nervaluate = pytest.importorskip("nervaluate")
    random_ = random.Random(4)
    for _ in range(20):
        one, other = _random_marks(random_), _random_marks(random_)
        as_dicts = [
            [{"label": s.label, "start": s.start, "end": s.end} for s in side.entities] for side in (one, other)
        ]
        found = nervaluate.Evaluator([as_dicts[0]], [as_dicts[1]], tags=["PERSON", "ORG"], loader="dict").evaluate()
        strict = found["overall"]["strict"]
        assert len(match_spans(one.entities, other.entities).exact) == strict.correct
        (pair,) = measured({"a": one, "b": other}, people="ab").pairs
        assert pair.exact.f1.value == pytest.approx(strict.f1)
