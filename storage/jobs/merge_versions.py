"""Which of two versions of a layer or an article's state stays in a merge: the one that came from the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from sqlalchemy import Connection

from ...models.article import ArticleState
from ...models.errors import Message
from ...models.layer import Layer
from .. import beside, lineage
from ..bundle_records import Version
from .merge_report import MergeReport

# “equal” is the same content with histories of their own; of “conflict” neither version came from the other.
Verdict = Literal["same", "ours", "theirs", "equal", "conflict"]


class Place(NamedTuple):
    """Whose layer of which article; no owner for the article's state."""

    number: int
    article: str
    owner: str


class Mine(NamedTuple):
    """The version that is here; `equal` says that theirs holds the same, the others that one holds nothing."""

    revision: str
    equal: bool
    blank: bool
    theirs_blank: bool = False


class Outcome(NamedTuple):
    """Which version stays, by what relation, and whether theirs was put beside it just now."""

    verdict: Verdict
    stays: str
    put_beside: bool = False


class VersionMerge:
    """Decides about versions, a batch of articles at a time, and writes down what came from what."""

    def __init__(self, connection: Connection, source: str, report: MergeReport, change: int) -> None:
        self._connection, self._source, self._report, self._change = connection, source, report, change
        self._links: list[tuple[str, str]] = []
        self._above: dict[str, frozenset[str]] = {}
        self._waiting: dict[tuple[int, str], list[str]] = {}
        self._dropped = False

    def begin(self, numbers: Sequence[int], heads: Iterable[str]) -> None:
        """Read what a batch needs: versions beside its articles, and all that the *heads* came from."""
        self._waiting = beside.known(self._connection, numbers)
        lying = {version for versions in self._waiting.values() for version in versions}
        self._above = lineage.ancestors(self._connection, sorted({*heads, *lying}))

    def write(self) -> bool:
        """Write down what was decided, and tell whether any of it was new."""
        lineage.extend(self._connection, self._links)
        changed = bool(self._links) or self._dropped
        self._links, self._dropped = [], False
        return changed

    def came(self, version: Version) -> None:
        """Write down what a version that is new here came from."""
        self._links += [(version.revision, parent) for parent in sorted(version.ancestors)]

    def decide(self, place: Place, mine: Mine, theirs: Version, content: Layer | ArticleState) -> Outcome:
        """Decide between the version here and theirs, whose *content* is kept beside where neither can be taken."""
        came = self._above.get(mine.revision, frozenset())
        verdict = _verdict(mine, came, theirs)
        if verdict == "conflict":
            return Outcome(verdict, mine.revision, self._put_beside(place, theirs, content))
        stays = mine.revision
        if verdict == "theirs" or (verdict == "equal" and theirs.revision > stays):
            stays = theirs.revision
        past = {theirs.revision, *theirs.ancestors}
        if verdict in ("same", "equal") or mine.revision in past or theirs.revision in came:
            past = (past | {mine.revision}) - came
        elif verdict == "ours":
            past = set()  # theirs holds nothing, and nothing came from it
        self._links += [(stays, parent) for parent in sorted(past - {stays})]
        self._drop(place, {theirs.revision, *theirs.ancestors})
        return Outcome(verdict, stays)

    def _put_beside(self, place: Place, theirs: Version, content: Layer | ArticleState) -> bool:
        self._clash(place)
        lying = self._waiting.get((place.number, place.owner), [])
        if any(theirs.revision == at or theirs.revision in self._above[at] for at in lying):
            return False
        self._drop(place, theirs.ancestors)
        self.came(theirs)
        beside.keep(self._connection, place.number, theirs.revision, self._source, content, self._change)
        return True

    def _drop(self, place: Place, past: Iterable[str]) -> None:
        """Let go of what lies beside and is now behind a newer version."""
        gone = set(self._waiting.get((place.number, place.owner), ())).intersection(past)
        if gone:
            beside.drop(self._connection, place.number, place.owner, gone)
            self._dropped = True

    def _clash(self, place: Place) -> None:
        if place.owner == beside.STATE:
            self._report.differs(
                place.article,
                "",
                Message(
                    "Exclusions or repaired tokens were changed here and there. Those that were here stay; the others "
                    "are kept beside them until somebody chooses.",
                ),
            )
        else:
            self._report.differs(
                place.article,
                place.owner,
                Message(
                    "The layer of {annotator} was changed here and there. The one that was here stays; the other is "
                    "kept beside it until somebody chooses.",
                    annotator=place.owner,
                ),
            )


def _verdict(mine: Mine, came: frozenset[str], theirs: Version) -> Verdict:
    if mine.revision == theirs.revision:
        return "same"
    if mine.revision in theirs.ancestors:
        return "theirs"
    if theirs.revision in came:
        return "ours"
    if mine.equal:
        return "equal"
    if mine.blank:
        return "theirs"
    return "ours" if mine.theirs_blank else "conflict"
