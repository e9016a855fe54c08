"""Agreement: measure how far those who finished the same articles agree, and list where they do not."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ...models.agreement import Measure
from ...models.agreement_matching import Link, Span
from ...models.agreement_sample import Score
from ...models.agreement_values import Agreement, Conflict, Match, PairAgreement
from ...models.errors import BadInput, Translate
from ...models.records import Record
from .. import articles, finished, tokens
from ..database import told
from ..project import Project
from .reporting import Cancelled, Progress, Stopped, never, silent


@dataclass(frozen=True)
class AgreementReport:
    """What was measured, as INTERFACE words it; `agreement` holds more: intervals, n and confusions."""

    agreement: Agreement

    @property
    def exit_code(self) -> int:
        """0: what cannot be computed is listed, and is nothing wrong."""
        return 0

    def as_json(self, translate: Translate) -> Record:
        """Return the measures; what cannot be computed is None and listed under `undefined` with the reason."""
        found = self.agreement
        return {
            "articles": found.articles,
            "pairs": [_pair(pair) for pair in found.pairs],
            "alpha": found.alpha.value,
            "alpha_u": found.alpha_u.value,
            "fleiss": found.fleiss.value,
            "per_label": {
                label.label: {
                    "n": label.exact.f1.n,
                    "exact": _match(label.exact),
                    "overlap": _match(label.overlap),
                    "alpha": label.alpha.value,
                    "alpha_u": label.alpha_u.value,
                }
                for label in found.labels
            },
            "conflicts": [conflict_record(conflict) for conflict in found.conflicts],
            "undefined": [
                {"what": what, "why": score.why.render(translate)}
                for what, score in scores(found)
                if score.why is not None
            ],
        }


def _match(match: Match) -> Record:
    return {"p": match.p, "r": match.r, "f1": match.f1.value}


def _pair(pair: PairAgreement) -> Record:
    return {
        "a": pair.a,
        "b": pair.b,
        "n": pair.n,
        "exact": _match(pair.exact),
        "overlap": _match(pair.overlap),
        "kappa": pair.kappa.value,
        "relations": {"f1": pair.relations.f1.value},
    }


def conflict_record(conflict: Conflict) -> Record:
    """Return a conflict: article, kind, both annotators and the mark that each has there, None where there is none."""
    return {
        "article": conflict.article,
        "kind": conflict.kind,
        "a": conflict.a,
        "b": conflict.b,
        "mark_a": _mark(conflict.one),
        "mark_b": _mark(conflict.other),
    }


def _mark(mark: Span | Link | None) -> Record | None:
    if mark is None:
        return None
    if isinstance(mark, Link):
        return {"id": mark.id, "label": mark.label, "head": mark.head.id, "tail": mark.tail.id}
    return {"id": mark.id, "label": mark.label, "start": mark.start, "end": mark.end}


def scores(found: Agreement) -> Iterator[tuple[str, Score]]:
    """Yield every number with a name that tells what it is."""
    yield "exact", found.exact.f1
    yield "overlap", found.overlap.f1
    yield "relations", found.relations.f1
    yield "alpha", found.alpha
    yield "alpha_u", found.alpha_u
    yield "fleiss", found.fleiss
    for pair in found.pairs:
        name = f"{pair.a} – {pair.b}"
        yield f"{name}: exact", pair.exact.f1
        yield f"{name}: overlap", pair.overlap.f1
        yield f"{name}: label only", pair.label_only.f1
        yield f"{name}: kappa", pair.kappa
        yield f"{name}: relations", pair.relations.f1
        yield f"{name}: relations with overlapping ends", pair.relations_overlap.f1
    for label in found.labels:
        yield f"{label.label}: exact", label.exact.f1
        yield f"{label.label}: overlap", label.overlap.f1
        yield f"{label.label}: alpha", label.alpha
        yield f"{label.label}: alpha_u", label.alpha_u


def agree(
    project: Project,
    annotators: Sequence[str] | None = None,
    label: str | None = None,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    *,
    article: str | None = None,
) -> AgreementReport:
    """Measure agreement over the articles that at least two people have finished, of *annotators* or of all.

    With *article*, an id, over that one alone.

    Raises BadInput for fewer than two annotators, for one whom nobody knows, or a label that the schema does not have.
    """
    symmetric = frozenset(kind.id for kind in project.schema.relations if kind.symmetric)
    with project.reading() as connection:
        known = finished.people(connection)
        _refuse(project, known, annotators, label)
        measure = Measure(annotators or known, label=label, symmetric=symmetric)
        taught = tokens.words(connection)
        only = None if article is None else articles.number_of(connection, article)
        shared = [one for one in finished.shared(connection, annotators) if only in (None, one.article)]
        for at in range(0, len(shared), finished.CHUNK):
            if cancelled():
                raise Stopped
            for tagged in finished.tagged(connection, shared[at : at + finished.CHUNK], taught):
                measure.add(tagged)
            progress(min(at + finished.CHUNK, len(shared)), len(shared))
    return AgreementReport(measure.result())


def _refuse(project: Project, known: Sequence[str], annotators: Sequence[str] | None, label: str | None) -> None:
    if annotators is not None and len(set(annotators)) < 2:
        raise BadInput("Agreement needs at least two annotators.")
    for name in annotators or ():
        if name not in known:
            raise BadInput("Nobody named “{name}” has a layer. There are: {known}.", name=name, known=", ".join(known))
    if label is not None and label not in {**project.schema.entity_types, **project.schema.relation_types}:
        raise BadInput("The schema has no label “{label}”.", label=label)


def table(found: Agreement) -> list[list[Any]]:
    """Return the numbers as rows for a spreadsheet: what, value, low, high, n, and why there is no value."""
    rows: list[list[Any]] = [["measure", "value", "low", "high", "n", "why", "unit"]]
    for what, score in scores(found):
        why = "" if score.why is None else str(score.why)
        unit = found.unit if what.endswith(("alpha", "kappa", "fleiss")) else "mark"
        rows.append([_escaped(what), *(_shown(x) for x in (score.value, score.low, score.high)), score.n, why, unit])
    return rows


def _shown(number: float | None) -> str:
    return "" if number is None else f"{number:.4f}"


def _escaped(cell: str) -> str:
    """A spreadsheet takes what begins so for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t")) else cell


def write_table(found: Agreement, path: Path) -> None:
    """Write the numbers as CSV; Unavailable where the file cannot be written."""
    with told(path), path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(table(found))


def summary(found: Agreement) -> Record:
    """Return what a dataset card says about agreement; what cannot be computed is None."""
    return {
        "annotators": len(found.annotators),
        "articles": found.articles,
        "unit": found.unit,
        **{what: score.value for what, score in scores(found) if ": " not in what},
    }
