"""What the consistency panel says about each finding, and what a key would do about it."""

from __future__ import annotations

from collections.abc import Mapping

from ...models.consistency import Finding
from ...models.schema import Schema
from ..translate import tr


def rule_names() -> Mapping[str, str]:
    """Return the names of the rules, in the order in which they are listed."""
    return {
        "labels": tr("Same words, different labels"),
        "unmarked": tr("Marked elsewhere, not here"),
        "titles": tr("Title inside or outside the name"),
        "years": tr("Date without a year"),
        "edges": tr("Edges differ by a space or a quote"),
    }


def told(finding: Finding, label: str, text: str, schema: Schema, language: str) -> str:
    """Return one line: what is odd, and what F makes of it; *label* is that of the mark at fault."""

    def short(name: str) -> str:
        return schema.entity_type(name).short.in_language(language)

    mend = finding.mend
    whole = text[mend.start : mend.end] if mend is not None else ""
    match finding.rule:
        case "labels" if mend is None:
            other = short(finding.label)
            return tr("{label} here, {other} {count}×", label=short(label), other=other, count=finding.others)
        case "labels":
            other = short(finding.label)
            return tr(
                "{label} here, {other} {count}× · F makes it {other}",
                label=short(label),
                other=other,
                count=finding.others,
            )
        case "unmarked":
            return tr("{label} {count}× elsewhere · F marks it", label=short(finding.label), count=finding.others)
        case "years" if mend is None:
            return tr("no year here or behind it")
    return tr("F makes it “{surface}”", surface=whole) if mend is not None else ""
