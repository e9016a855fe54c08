"""What an export did or would do: counts, losses with their reasons, files with their hashes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from ...models.errors import Message, Translate
from ...models.records import Record
from ..formats.contract import ExportDocument, Loss


class ExportedFile(NamedTuple):
    """A file as it was written; `articles` is 0 for one that goes with the others."""

    path: Path
    sha256: str
    articles: int


class Reason(NamedTuple):
    """One reason for losses with how often it holds and in how many articles."""

    why: Message
    times: int
    articles: int


@dataclass
class ExportReport:
    """What an export did or, from `survey`, would do; `labels` counts what was written if `by_label` says so."""

    articles: int = 0
    entities: int = 0
    relations: int = 0
    dropped: list[Loss] = field(default_factory=list)
    cut_tokens: int = 0
    whole_entities: int = 0
    judged_entities: int = 0
    files: list[ExportedFile] = field(default_factory=list)
    splits: dict[str, int] = field(default_factory=dict)
    without_layer: int = 0
    near_duplicates: dict[str, int] = field(default_factory=dict)
    units: dict[str, int] = field(default_factory=dict)
    labels: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    by_label: bool = False
    _part: str = "data"
    _again: bool = False
    _whys: dict[str, Message] = field(default_factory=dict)
    _present: ExportDocument | None = None

    @property
    def exit_code(self) -> int:
        """1 where something was left out, else 0."""
        return 1 if self.dropped else 0

    def as_json(self, translate: Translate) -> Record:
        """Return the report as INTERFACE words it; what does not apply is left out."""
        survive = {"entities": self.whole_entities, "of": self.judged_entities} if self.judged_entities else {}
        further = {
            "survive": survive,
            "without_layer": self.without_layer,
            "near_duplicates": self.near_duplicates,
            "units": self.units,
        }
        return {
            "articles": self.articles,
            "entities": self.entities,
            "relations": self.relations,
            "dropped": [
                {"article": loss.article, "what": loss.what, "why": loss.why.render(translate)} for loss in self.dropped
            ],
            "tokens_split": self.cut_tokens,
            "files": [
                {"path": str(file.path), "sha256": file.sha256, "articles": file.articles} for file in self.files
            ],
            "splits": self.splits,
            **{key: value for key, value in further.items() if value},
        }

    def begin_part(self, name: str) -> None:
        """Count what follows under the part *name*; what a fold trains on is counted where it is tested."""
        self._part = name
        self._again = name.endswith("/train")
        self.labels[name] = Counter()

    def begin_article(self) -> None:
        """Count an article that is about to be written."""
        self.articles += not self._again

    def begin(self, document: ExportDocument) -> None:
        """Count the marks of a document that is about to be written."""
        self._present = document
        counted = self.labels[self._part]
        for made in document.layers:
            if not self._again:
                self.entities += len(made.entities)
                self.relations += len(made.relations)
            if self.by_label:
                counted.update([mark.label for mark in made.entities.values()])
                counted.update([mark.label for mark in made.relations.values()])

    def lost(self, loss: Loss) -> None:
        """Take one loss; a mark that is lost no longer counts as written."""
        self.left_out([loss])
        for made in self._present.layers if self._present else ():
            if loss.what in made.entities:
                self.entities -= not self._again
                self.labels[self._part][made.entities[loss.what].label] -= 1
            elif loss.what in made.relations:
                self.relations -= not self._again
                self.labels[self._part][made.relations[loss.what].label] -= 1

    def left_out(self, losses: Sequence[Loss]) -> None:
        """Take what the choices leave out before any writer sees it."""
        if not self._again:
            self.dropped.extend(map(self._compact, losses))

    def _compact(self, loss: Loss) -> Loss:
        """Return the loss; of reasons without values, which may be as many as there are relations, one is kept."""
        return loss if loss.why.values else loss._replace(why=self._whys.setdefault(loss.why.template, loss.why))

    def tokens_split(self, count: int) -> None:
        """Add the number of tokens that were cut at an entity's edge."""
        self.cut_tokens += count if not self._again else 0

    def survived(self, count: int, of: int) -> None:
        """Add how many of the written entities the target's own tokenizer leaves whole."""
        if not self._again:
            self.whole_entities += count
            self.judged_entities += of

    def add_file(self, file: ExportedFile) -> None:
        """Take a file; one that parts of a split share, such as a configuration, counts once."""
        self.files = [known for known in self.files if known.path != file.path]
        self.files.append(file)

    def add_units(self, count: int, joined: int) -> None:
        """Add an article's units, and the borders between them that an entity lay across."""
        if self._again:
            return
        self.units = {
            "count": self.units.get("count", 0) + count,
            "joined": self.units.get("joined", 0) + joined,
        }


def by_reason(losses: Sequence[Loss]) -> list[Reason]:
    """Return the losses by reason, the most frequent first; the numbers in a reason are added up."""
    groups: dict[str, list[Loss]] = {}
    for loss in losses:
        groups.setdefault(loss.why.template, []).append(loss)
    found = [
        Reason(_common([loss.why for loss in group]), len(group), len({loss.article for loss in group}))
        for group in groups.values()
    ]
    return sorted(found, key=lambda reason: -reason.times)


def _common(reasons: Sequence[Message]) -> Message:
    """Return one reason for many: numbers are added up, other values that differ become “…”."""
    values: dict[str, object] = {}
    for name in reasons[0].values:
        given = [reason.values.get(name) for reason in reasons]
        numbers = [value for value in given if isinstance(value, int)]
        if len(numbers) == len(given):
            values[name] = sum(numbers)
        else:
            values[name] = given[0] if all(value == given[0] for value in given) else "…"
    return Message(reasons[0].template, **values)
