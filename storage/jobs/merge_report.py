"""What a merge did, or would do: told before anything changes, and in the same words afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from ...models.errors import Message, Translate
from ...models.records import Record
from ...models.schema_union import SchemaUnion


class Conflict(NamedTuple):
    """What two projects have differently; what was here stays.  `annotator` is empty for what is no layer."""

    article: str
    annotator: str
    reason: Message


class Rejection(NamedTuple):
    """What was left out of a merge."""

    source: str
    record: str
    reason: Message


@dataclass
class MergeReport:
    """What a merge did: `articles` are new ones, `unchanged` layers that were here already or newer here."""

    articles: int = 0
    layers_added: int = 0
    layers_updated: int = 0
    unchanged: int = 0
    conflicts: list[Conflict] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    types: list[str] = field(default_factory=list)
    changes: list[int] = field(default_factory=list)

    @property
    def exit_code(self) -> int:
        """1 where something was not taken as it came."""
        return 1 if self.conflicts or self.rejected else 0

    def as_json(self, translate: Translate) -> Record:
        """Return the report as INTERFACE words it, with the types that were added to the schema."""
        return {
            "articles": self.articles,
            "layers_added": self.layers_added,
            "layers_updated": self.layers_updated,
            "unchanged": self.unchanged,
            "conflicts": [
                {"article": entry.article, "annotator": entry.annotator, "reason": entry.reason.render(translate)}
                for entry in self.conflicts
            ],
            "rejected": [
                {"source": entry.source, "record": entry.record, "reason": entry.reason.render(translate)}
                for entry in self.rejected
            ],
            **({"types_added": self.types} if self.types else {}),
        }

    def add(self, other: MergeReport) -> None:
        """Count another bundle's merge too."""
        self.articles += other.articles
        self.layers_added += other.layers_added
        self.layers_updated += other.layers_updated
        self.unchanged += other.unchanged
        self.conflicts += other.conflicts
        self.rejected += other.rejected
        self.types += other.types
        self.changes += other.changes

    def differs(self, article: str, annotator: str, reason: Message) -> None:
        """Report something that two projects have differently."""
        self.conflicts.append(Conflict(article, annotator, reason))


@dataclass(frozen=True)
class MergePlan:
    """What merging a bundle would do; `schema.alike` is the mapping of labels to confirm."""

    report: MergeReport
    schema: SchemaUnion

    @property
    def changes_nothing(self) -> bool:
        """Whether all of it is here already."""
        return not self.report.changes
