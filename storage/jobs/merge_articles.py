"""Merging articles with their layers and states: new ones in bulk, known ones by which version came from which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, select, update

from ...models.article import Article, ArticleState
from ...models.errors import BadInput, Message
from ...models.layer import Layer
from ...models.records import source_record, state_record
from ...models.renaming import LabelMap, with_labels, with_names
from .. import articles, assignments, beside, layers
from ..bundle_records import BundledArticle, BundledLayer, Version, text_key
from ..intake import Intake, Known, NewLayer, free_id
from ..rows import dump, layer_rows, revision
from ..tables import article, layer
from .merge_history import HistoryMerge
from .merge_report import MergeReport, Rejection
from .merge_suggestions import unite_suggestions
from .merge_versions import Mine, Place, Verdict, VersionMerge

_HERE = select(
    article.c.number, article.c.id, article.c.title, article.c.sources, article.c.meta, article.c.state,
    article.c.raw_hash, article.c.revision,
)  # fmt: skip
_LAYERS = select(
    layer.c.article, layer.c.annotator, layer.c.number, layer.c.status, layer.c.labels, layer.c.meta, layer.c.hash,
    layer.c.revision,
)  # fmt: skip


class _Layer(NamedTuple):
    """A layer as it lies here."""

    number: int
    head: tuple[str, str, str]
    hash: int
    revision: str

    @property
    def is_blank(self) -> bool:
        return self.hash == 0 and self.head == ("todo", "[]", "{}")


class _Article(NamedTuple):
    """An article as it lies here; `present` without its text."""

    present: Article
    raw_hash: bytes | None
    revision: str
    layers: dict[str, _Layer]


class _Theirs(NamedTuple):
    """A layer as it came, with our names and labels."""

    made: NewLayer
    layer: Layer
    version: Version


class ArticleMerge:
    """Merges the articles of one bundle; `changed` tells whether any of it was new."""

    def __init__(
        self,
        connection: Connection,
        source: str,
        names: Mapping[str, str],
        labels: LabelMap,
        report: MergeReport,
        number: int,
    ) -> None:
        self._connection, self._source, self._names, self._labels = connection, source, names, labels
        self._report, self._number = report, number
        self._intake = Intake(connection)
        self._history = HistoryMerge(connection, names)
        self._versions = VersionMerge(connection, source, report, number)
        self._recount: set[int] = set()
        self.changed = False
        self.touched: list[str] = []
        self.entity_labels: set[str] = set()
        self.relation_labels: set[str] = set()

    def write(self, batch: Sequence[BundledArticle]) -> None:
        """Merge some articles."""
        keys = [text_key(of) for of in batch]
        known = self._intake.known(keys)
        taken = self._intake.taken([of.article.id for of in batch])
        here = self._here([there.number for there in known.values()])
        self._versions.begin(list(here), self._heads(batch, [known.get(key) for key in keys], here))
        done: list[tuple[int, BundledArticle]] = []
        for key, of in zip(keys, batch, strict=True):
            there = known.get(key)
            if there is None:
                known[key] = self._add(of, key, taken)
                done.append((known[key].number, of))
            elif there.removed:
                self._reject_binned(of, there)
            elif there.number in here:
                self._unite(of, there.number, here.pop(there.number))
                done.append((there.number, of))
            else:
                raise BadInput("The bundle holds the text of {article} twice.", article=there.id)
        self._finish(done)

    def _finish(self, done: Sequence[tuple[int, BundledArticle]]) -> None:
        self._intake.flush()
        self.changed |= self._versions.write()
        layers.recount(self._connection, self._recount)
        self._recount = set()
        self.changed |= assignments.unite(
            self._connection, {number: [cell._replace(annotator=self._name(cell.annotator)) for cell in of.assigned]
                               for number, of in done if of.assigned}
        )  # fmt: skip
        proposed = {text_key(of): of.suggestions for _, of in done if of.suggestions}
        self.changed |= unite_suggestions(self._connection, proposed, self._labels)
        self.changed |= self._history.write()

    def _name(self, name: str) -> str:
        return self._names.get(name, name)

    # --- what is here

    def _here(self, numbers: Sequence[int]) -> dict[int, _Article]:
        found = {}
        for row in self._connection.execute(_HERE.where(article.c.number.in_(numbers))):
            present = articles.article_of((row[1], "", *row[2:6]))
            found[row[0]] = _Article(present, bytes(row[6]) if row[6] else None, row[7], {})
        for row in self._connection.execute(_LAYERS.where(layer.c.article.in_(numbers))):
            head = (row[3], row[4], row[5])
            found[row[0]].layers[row[1]] = _Layer(row[2], head, int.from_bytes(row[6], "big"), row[7])
        return found

    def _heads(
        self, batch: Sequence[BundledArticle], known: Sequence[Known | None], here: Mapping[int, _Article]
    ) -> set[str]:
        """Return the versions here whose past has to be known."""
        heads: set[str] = set()
        for there, of in zip(known, batch, strict=True):
            mine = here.get(there.number) if there else None
            if mine is None:
                continue
            pairs = [(mine.revision, of.version)]
            for bundled in of.layers:
                lying = mine.layers.get(self._name(bundled.layer.annotator))
                pairs += [(lying.revision, bundled.version)] if lying else []
            heads |= {made for made, version in pairs if made != version.revision or version.ancestors}
        return heads

    # --- an article that is new here

    def _add(self, of: BundledArticle, key: bytes, taken: set[str]) -> Known:
        given = free_id(of.article.id, key, taken)
        if given != of.article.id:
            self._report.differs(
                given, "", Message("The id {wanted} belongs to another text; this one is called {given}.",
                wanted=of.article.id, given=given,
            ))  # fmt: skip
        taken.add(given)
        theirs = [self._theirs(bundled) for bundled in of.layers]
        number = self._intake.add(
            of.article._replace(id=given), key, of.raw_hash, [entry.made for entry in theirs], of.version.revision
        )
        for version in (of.version, *(entry.version for entry in theirs)):
            self._versions.came(version)
        self._report.articles += 1
        self._report.layers_added += len(theirs)
        self._touch(given)
        self._history.expect(number, given, of.history, {}, mapped=self._mapped(of))
        return Known(number, given, removed=False)

    def _reject_binned(self, of: BundledArticle, there: Known) -> None:
        reason = Message(
            "{id} lies in the bin here. Import its text again to have it back, then merge once more.", id=there.id
        )
        self._report.rejected.append(Rejection(self._source, of.article.id, reason))

    def _touch(self, article_id: str) -> None:
        self.changed = True
        if not self.touched or self.touched[-1] != article_id:
            self.touched.append(article_id)

    def _theirs(self, bundled: BundledLayer) -> _Theirs:
        """Return a layer of the bundle as ours would be; one whose labels are mapped is a version of its own."""
        if bundled.layer.annotator not in self._names:
            raise BadInput("The bundle does not say who “{name}” is.", name=bundled.layer.annotator)
        named = with_names(bundled.layer, self._names)
        made = with_labels(named, self._labels)
        rows, total = layer_rows(0, made)
        version = bundled.version
        if made is not named:
            head = made.head
            mapped = revision(version.revision, total, head.status, head.labels, head.meta)
            version = Version(mapped, version.ancestors | {version.revision})
        self.entity_labels |= {mark.label for mark in made.entities.values()}
        self.relation_labels |= {link.label for link in made.relations.values()}
        new = NewLayer(
            made.annotator, made.head, rows, total, len(made.entities), len(made.relations), version.revision
        )
        return _Theirs(new, made, version)

    def _mapped(self, of: BundledArticle) -> set[str]:
        """Return whose layers have other labels here than in the bundle, so that their history cannot be undone."""
        owners = set()
        for bundled in of.layers:
            if with_labels(bundled.layer, self._labels) is not bundled.layer:
                owners.add(self._name(bundled.layer.annotator))
        return owners

    # --- an article that is here

    def _unite(self, of: BundledArticle, number: int, here: _Article) -> None:
        verdicts: dict[str, Verdict] = {beside.STATE: self._unite_state(of, number, here)}
        for bundled in of.layers:
            theirs = self._theirs(bundled)
            owner = theirs.layer.annotator
            mine = here.layers.get(owner)
            if mine is None:
                self._intake.add_layer(number, theirs.made)
                self._versions.came(theirs.version)
                self._recount.add(number)
                self._report.layers_added += 1
                self._touch(here.present.id)
            else:
                verdicts[owner] = self._unite_layer(Place(number, here.present.id, owner), mine, theirs)
        self._unite_facts(of, number, here)
        self._history.expect(number, here.present.id, of.history, verdicts, mapped=self._mapped(of))

    def _unite_layer(self, place: Place, mine: _Layer, theirs: _Theirs) -> Verdict:
        head = theirs.layer.head
        equal = mine.hash == theirs.made.hash and mine.head == (head.status, dump(head.labels), dump(head.meta))
        here = Mine(mine.revision, equal, mine.is_blank)
        verdict, stays, put_beside = self._versions.decide(place, here, theirs.version, theirs.layer)
        if verdict == "theirs" and not equal:
            layers.drop(self._connection, [mine.number])
            self._intake.add_layer(place.number, theirs.made._replace(parent=mine.revision))
            self._recount.add(place.number)
            self._report.layers_updated += 1
        elif verdict != "conflict":
            self._report.unchanged += 1
            if stays != mine.revision:
                self._connection.execute(_REVISION, {"key": mine.number, "made": stays})
        if stays != mine.revision or put_beside:
            self._touch(place.article)
        return verdict

    def _unite_state(self, of: BundledArticle, number: int, here: _Article) -> Verdict:
        mine, theirs = here.present.state, of.article.state
        nothing = ArticleState()
        present = Mine(here.revision, mine == theirs, mine == nothing, theirs == nothing)
        place = Place(number, here.present.id, beside.STATE)
        verdict, stays, put_beside = self._versions.decide(place, present, of.version, theirs)
        if stays != here.revision:
            values = {"revision": stays, "state": dump(state_record(theirs if verdict == "theirs" else mine))}
            self._connection.execute(update(article).where(article.c.number == number).values(**values))
        if stays != here.revision or put_beside:
            self._touch(here.present.id)
        return verdict

    def _unite_facts(self, of: BundledArticle, number: int, here: _Article) -> None:
        """Add sources and metadata; what differs is reported, and ours stays."""
        mine, theirs = here.present, of.article
        if mine.id != theirs.id:
            self._differ(mine, "id")
        if mine.title and theirs.title and mine.title != theirs.title:
            self._differ(mine, "title")
        for key in sorted(theirs.meta.keys() & mine.meta.keys()):
            if theirs.meta[key] != mine.meta[key]:
                self._differ(mine, key)
        sources = mine.sources + tuple(source for source in theirs.sources if source not in mine.sources)
        raws = [raw for raw in (here.raw_hash, of.raw_hash) if raw]
        values = {
            "title": mine.title or theirs.title,
            "sources": dump([source_record(source) for source in sources]),
            "meta": dump({**theirs.meta, **mine.meta}),
            # either is the hash of a file that held this text; the choice must not depend on who came first
            "raw_hash": min(raws) if raws else None,
        }
        present = {
            "title": mine.title,
            "sources": dump([source_record(source) for source in mine.sources]),
            "meta": dump(mine.meta),
            "raw_hash": here.raw_hash,
        }
        if values != present:
            self._connection.execute(update(article).where(article.c.number == number).values(**values))
            self._touch(mine.id)

    def _differ(self, mine: Article, key: str) -> None:
        self._report.differs(
            mine.id,
            "",
            Message("“{key}” of {id} differs from what is there; the present value is kept.", key=key, id=mine.id),
        )


_REVISION = update(layer).where(layer.c.number == bindparam("key")).values(revision=bindparam("made"))
