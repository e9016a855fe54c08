"""The rules of consistency, each one small: labels, unmarked places, titles, years, edges. Made for Thai news."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from .consistency import Finding, Looked, Mend, Rule, key_of
from .layer import Entity
from .occurrences import Neighbours, Skipped, WordEdges
from .text import is_boundary

PERSONS = frozenset({"PERSON", "PER"})
TITLES = frozenset({"TITLE", "TTL"})
DATES = frozenset({"DATE", "DTM"})

# Before a name; “นายก” is a post, and a name may begin with any of these letters, so a title asks for a name after it.
_RANK = r"พล|พ|ร|จ\.ส|จ|ส"
_TITLE = re.compile(
    r"(?:ว่าที่\s?)?(?:"
    r"นางสาว|น\.\s?ส\.|นาง(?!แบบ|เอก)|นาย(?!ก(?:[\s.]|$|รัฐ|สมาคม|อบ|เทศ|สภา|เมือง)|แพทย์|อำเภอ)|"
    r"เด็กชาย|เด็กหญิง|ด\.\s?[ชญ]\.|นายแพทย์|แพทย์หญิง|[นพ]พ\.|พญ\.|ทพ\.|ดร\.|ผศ\.|รศ\.|ศ\.|ม\.ร\.ว\.|ม\.ล\.|"
    rf"(?:{_RANK})\.\s?(?:ต\.\s?)?[อทต]\.|ด\.ต\.|"
    r"(?:พล|พัน|ร้อย|จ่าสิบ|สิบ)(?:ตำรวจ)?(?:เอก|โท|ตรี)|ดาบตำรวจ"
    r")(?:หญิง)?\s*(?=[ก-ฮเ-ไ])"
)
_BEFORE = 24
_DIGIT = "0-9๐-๙０-９"
_MONTH = (
    r"มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน|ตุลาคม|พฤศจิกายน|ธันวาคม|"
    r"ม\.\s?ค\.|ก\.\s?พ\.|มี\.\s?ค\.|เม\.\s?ย\.|พ\.\s?ค\.|มิ\.\s?ย\.|ก\.\s?ค\.|ส\.\s?ค\.|ก\.\s?ย\.|ต\.\s?ค\.|พ\.\s?ย\.|ธ\.\s?ค\."
)
_ERA = r"(?:พุทธศักราช|คริสต์ศักราช|พ\.\s?ศ\.|ค\.\s?ศ\.|ปี)"
_MONTH_ONLY = re.compile(rf"(?:{_MONTH})")
_FOUR = rf"(?<![{_DIGIT}])[{_DIGIT}]{{4}}(?![{_DIGIT}])"
_YEAR = re.compile(rf"(?:{_ERA}\s?)[{_DIGIT}]{{2,4}}|(?:{_MONTH})\s?[{_DIGIT}]{{2,4}}|{_FOUR}")
_YEAR_AFTER = re.compile(rf"\s?(?:{_ERA}\s?)?[{_DIGIT}]{{4}}(?![{_DIGIT}])|\s?{_ERA}\s?[{_DIGIT}]{{2}}(?![{_DIGIT}])")
_EDGE = "“”‘’\"'«»()[]\u200b\u2060 \t\u00a0"


def different_labels(looked: Looked) -> Iterator[Finding]:
    """Find the strings that are marked with one label here and another there; what most have is right."""
    places = Counter((entity.start, entity.end) for entity in looked.whole())
    for entity in looked.whole():
        surface = looked.surface(entity)
        votes = looked.names.labels(surface)
        # A second label on the same stretch is meant.
        if len(votes) < 2 or places[entity.start, entity.end] > 1:
            continue
        most = max(votes.values())
        leaders = sorted(label for label, count in votes.items() if count == most)
        if leaders == [entity.label]:
            continue
        other = next(label for label in leaders if label != entity.label)
        mend = Mend(other, entity.start, entity.end) if len(leaders) == 1 else None
        key = key_of("labels", f"{surface}\x1f{entity.label}")
        yield Finding("labels", key, entity.start, entity.end, entity.id, other, most, mend)


def unmarked(looked: Looked) -> Iterator[Finding]:
    """Find the places where a string stands unmarked that is marked elsewhere."""
    neighbours, skipped, edges = Neighbours(looked.layer), Skipped(looked.article), WordEdges(looked.tokens)
    text = looked.article.text
    for found in (found for line in looked.lines() for found in looked.names.found(text, edges, line)):
        if skipped.touches(found.start, found.end) or any(neighbours.touching(found.start, found.end)):
            continue
        votes = looked.names.labels(found.name)
        label, count = max(votes.items(), key=lambda vote: (vote[1], vote[0]))
        key = looked.key("unmarked", found.start, found.end)
        yield Finding("unmarked", key, found.start, found.end, None, label, count, Mend(label, found.start, found.end))


def titles(looked: Looked) -> Iterator[Finding]:
    """Find persons whose title is inside the mark where others' is outside, or the other way round.

    Where the schema has a type for titles they belong outside; else what most persons of the layer do is right.
    """
    text = looked.article.text
    inside: list[tuple[Entity, int]] = []
    outside: list[tuple[Entity, int]] = []
    for entity in looked.whole():
        if entity.label not in PERSONS:
            continue
        found = _TITLE.match(text, entity.start, entity.end)
        if found is not None and found.end() < entity.end and is_boundary(text, found.end()):
            inside.append((entity, found.end()))
        elif (start := _title_before(text, entity.start)) is not None:
            outside.append((entity, start))
    apart = any(kind.id in TITLES and not kind.archived for kind in looked.schema.entities)
    wrong, others = (inside, outside) if apart or len(inside) <= len(outside) else (outside, inside)
    for entity, start in wrong if others or apart else ():
        mend = Mend(entity.label, start, entity.end)
        key = looked.key("titles", entity.start, entity.end)
        yield Finding("titles", key, entity.start, entity.end, entity.id, entity.label, len(others), mend)


def _title_before(text: str, at: int) -> int | None:
    """Return where a title begins that ends at an offset, but for a space."""
    low = max(0, at - _BEFORE)
    for start in range(low, at):
        found = _TITLE.match(text, start)
        if found is not None and found.end() == at and is_boundary(text, start):
            return start
    return None


def years(looked: Looked) -> Iterator[Finding]:
    """Find dates with a month and without a year; where the year stands right behind, one key takes it in."""
    text = looked.article.text
    for entity in looked.whole():
        surface = looked.surface(entity)
        if entity.label not in DATES or not _MONTH_ONLY.search(surface) or _YEAR.search(surface):
            continue
        after = _YEAR_AFTER.match(text, entity.end)
        mend = Mend(entity.label, entity.start, after.end()) if after else None
        key = looked.key("years", entity.start, entity.end)
        yield Finding("years", key, entity.start, entity.end, entity.id, entity.label, mend=mend)


def edges(looked: Looked) -> Iterator[Finding]:
    """Find marks with a space at an edge, and marks of the same words that differ by a quote or a bracket."""
    forms: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for entity in looked.whole():
        surface = looked.surface(entity)
        forms[entity.label, surface.strip(_EDGE)][surface.strip()] += 1
    for entity in looked.whole():
        surface = looked.surface(entity)
        core = surface.strip(_EDGE)
        if not core:
            continue
        known = forms[entity.label, core]
        best, count = max(known.items(), key=lambda form: (form[1], form[0] == core, form[0]))
        if surface == best or (count == known[surface.strip()] and surface == surface.strip() and best != core):
            continue
        start, end = _as(looked.article.text, entity, core, best)
        mend = Mend(entity.label, start, end) if looked.article.text[start:end] == best else None
        key = looked.key("edges", entity.start, entity.end)
        yield Finding("edges", key, entity.start, entity.end, entity.id, entity.label, count, mend)


def _as(text: str, entity: Entity, core: str, best: str) -> tuple[int, int]:
    """Return where the form *best* stands around the *core* of an entity."""
    start = text.index(core, entity.start) - best.index(core)
    return start, start + len(best)


RULES: Mapping[str, Rule] = {
    "labels": different_labels,
    "unmarked": unmarked,
    "titles": titles,
    "years": years,
    "edges": edges,
}
