from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from khaotag.models.article import Article, ArticleState, Exclusion
from khaotag.models.layer import Entity, Layer
from khaotag.models.names import Names
from khaotag.models.suggest import Given, Rejected, Suggestion, context_of
from khaotag.models.suggest.repeat import Repeat
from khaotag.models.text import is_boundary
from khaotag.models.tokens import Token


def tokens_of(text: str) -> list[Token]:
    return [match.span() for match in re.finditer(r"\S+", text)]


def ask(
    text: str,
    known: dict[str, dict[str, int]],
    *,
    layer: Layer | None = None,
    excluded: tuple[Exclusion, ...] = (),
    rejected: Sequence[tuple[str, str]] = (),
    tokens: list[Token] | None = None,
) -> list[Suggestion]:
    names = Names()
    for name, labels in known.items():
        for label, count in labels.items():
            names.add(name, label, count)
    article = Article("a-1", text, state=ArticleState(excluded=excluded))
    words = tokens_of(text) if tokens is None else tokens
    asked = Given(article, layer or Layer("me"), words, Rejected(rejected))
    return list(Repeat(names).suggest(asked, (0, len(text))))


def surfaces(text: str, found: list[Suggestion]) -> list[str]:
    return [text[s.start : s.end] for s in found]


def test_the_longest_known_name_is_proposed_in_the_label_that_most_marks_have() -> None:
    text = "วันนี้ อบต.หนองแสงทอง แถลง"
    [found] = ask(text, {"อบต.": {"ORG": 9}, "อบต.หนองแสงทอง": {"LOCAL_GOV": 14, "ORG": 2}})
    assert (found.label, found.score) == ("LOCAL_GOV", 0.88)
    assert text[found.start : found.end] == "อบต.หนองแสงทอง"
    assert found.reason.votes == (("LOCAL_GOV", 14), ("ORG", 2))
    assert found.entity("e1").origin == "suggestion:repeat"
    assert found.entity("e1").score == 0.88


def test_a_short_name_is_not_found_inside_a_longer_word_but_a_long_one_is() -> None:
    text = "ส้มโอ ส้ม พรรคธารประชาชนะ"
    found = ask(text, {"ส้ม": {"FRUIT": 1}, "พรรคธารประชา": {"PARTY": 1}})
    assert surfaces(text, found) == ["ส้ม", "พรรคธารประชา"]
    assert found[0].start == 6


def test_marks_and_confirmed_exclusions_are_left_alone_and_proposed_exclusions_are_not() -> None:
    text = "ส้ม ส้ม ส้ม ส้ม"
    marked = Layer("me", entities={"a": Entity("a", "PERSON", 0, 3), "b": Entity("b", "PERSON", 4, 9)})
    excluded = (Exclusion(12, 15, state="proposed"),)
    assert [s.start for s in ask(text, {"ส้ม": {"FRUIT": 1}}, layer=marked, excluded=excluded)] == [12]
    excluded = (Exclusion(12, 15, state="confirmed"),)
    assert ask(text, {"ส้ม": {"FRUIT": 1}}, layer=marked, excluded=excluded) == []


def test_a_mark_inside_a_longer_known_name_is_no_hindrance() -> None:
    text = "ใน เทศบาลเมืองศรีธารา วันนี้"
    inner = Layer("me", entities={"a": Entity("a", "LOCATION", 15, 21)})
    assert surfaces(text, ask(text, {"เทศบาลเมืองศรีธารา": {"LOCAL_GOV": 1}}, layer=inner)) == ["เทศบาลเมืองศรีธารา"]


def test_a_rejection_is_remembered_by_context_and_weighs_elsewhere() -> None:
    text = "ของ ส้ม แล้ว และ ส้ม อีก"
    first = context_of(text, 4, 7)
    [left] = ask(text, {"ส้ม": {"FRUIT": 2}}, rejected=[(first, "FRUIT")])
    assert left.start == 17
    assert (left.score, left.reason.rejected) == (0.67, 1)
    others = [(context_of(f"{n} ส้ม {n}", 2, 5), "FRUIT") for n in range(3)]
    assert ask(text, {"ส้ม": {"FRUIT": 2}}, rejected=others) == []


def test_names_taken_back_are_forgotten() -> None:
    names = Names()
    layer = Layer("me", entities={"a": Entity("a", "FRUIT", 0, 3)})
    names.add_layer("ส้ม ส้ม", layer)
    assert names.labels("ส้ม") == {"FRUIT": 1}
    names.add_layer("ส้ม ส้ม", layer, -1)
    assert (len(names), names.labels("ส้ม"), names._lengths) == (0, {}, {})


THAI = st.text("กขมสนาิี้่ำเแ ้้👍🏽e\u0301\n", max_size=40)


@settings(max_examples=150)
@given(THAI, st.lists(THAI, max_size=8))
def test_no_suggestion_cuts_a_character_reaches_over_a_line_or_overlaps_another(text: str, known: list[str]) -> None:
    found = ask(text, {name: {"X": 1} for name in known}, tokens=[])
    last = 0
    for suggestion in found:
        assert suggestion.start >= last
        assert is_boundary(text, suggestion.start)
        assert is_boundary(text, suggestion.end)
        assert text[suggestion.start : suggestion.end] in known
        last = suggestion.end
