"""Writing brat standoff: `ID.txt`, `ID.ann` and one `annotation.conf`.

An entity across lines is written in fragments, as brat itself does, and read back in one piece.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from ...models.article import Article
from ...models.errors import Message
from ...models.layer import Chain, Entity, Fragment, Layer, Relation
from .brat import BratFiles, BratReader
from .brat_marks import EQUIV, NOTE
from .brat_names import CONF, InUse, Names, conf_text
from .contract import ExportDocument, Loss, LossSink, NotTheSame, Raw, ReadOptions, WriteOptions, Written
from .writing import file_stem, report_counts, with_origin

_PIECE = re.compile(r"[^\n]+")
_BREAKS = re.compile(r"[\n\t\r]")
_READ = ReadOptions(annotator="")


class BratWriter:
    """Writes one layer of each article as a pair of files."""

    one_layer = True

    def needs_folder(self, options: WriteOptions) -> bool:
        """Return True: each article has files of its own."""
        return True

    def write(
        self, documents: Iterable[ExportDocument], folder: Path, name: str, options: WriteOptions, sink: LossSink
    ) -> list[Written]:
        """Write every article and read it back; the parts of a split have folders of their own."""
        if name != "data":
            folder = folder / name
            folder.mkdir(exist_ok=True)
        names, used = Names(options.schema), InUse()
        taken: set[str] = set()
        written: list[Written] = []
        for document in documents:
            stem = file_stem(document.article.id, taken)
            if stem != document.article.id:
                used.files[stem] = document.article.id
            made = StandOff(document, names, used, sink)
            text, ann = folder / f"{stem}.txt", folder / f"{stem}.ann"
            text.write_bytes(document.article.text.encode())
            ann.write_bytes(made.ann().encode())
            _prove(made, BratFiles(text.read_bytes(), ann.read_bytes(), names.real(), document.article.id))
            written += [Written(text, 0), Written(ann, 1)]
        conf = folder / CONF
        conf.write_text(conf_text(names, options.schema, used), encoding="utf-8", newline="\n")
        return [*written, Written(conf, 0)]

    def preview(self, document: ExportDocument, options: WriteOptions, sink: LossSink) -> str:
        """Return the article's `.ann`."""
        return StandOff(document, Names(options.schema), InUse(), sink).ann()


class StandOff:
    """One article's marks with the ids and in the forms that brat has for them; what it lacks goes to the sink."""

    def __init__(self, document: ExportDocument, names: Names, used: InUse, sink: LossSink) -> None:
        self.article: Article = document.article
        self._names = names
        self._used = used
        self._sink = sink
        layer = document.layers[0] if document.layers else Layer("")
        kept = [made for entity in layer.sorted_entities() if (made := self._written(entity))]
        there = {entity.id for entity in kept}
        relations = [
            Relation(r.id, r.label, r.head, r.tail, *self._extras(r))
            for _, r in sorted(layer.relations.items())
            if self._has_ends(r, there)
        ]
        ids = _renamed("T", [entity.id for entity in kept])
        links = _renamed("R", [relation.id for relation in relations])
        self.entities = {ids[e.id]: e._replace(id=ids[e.id]) for e in kept}
        self.relations = {
            links[r.id]: r._replace(id=links[r.id], head=ids[r.head], tail=ids[r.tail]) for r in relations
        }
        self.chains = self._chains(layer, ids)
        used.entities |= {entity.label for entity in kept}
        used.relations |= {relation.label for relation in relations}
        marks: list[Entity | Relation] = [*layer.entities.values(), *layer.relations.values()]
        report_counts(
            self.article.id, sink, notes=len(layer.notes), origins=with_origin(marks), labels=len(layer.head.labels)
        )

    def ann(self) -> str:
        """Return the lines of the `.ann` file."""
        lines = [self._entity_line(entity) for entity in self.entities.values()]
        lines += [f"{r.id}\t{self._names(r.label)} Arg1:{r.head} Arg2:{r.tail}\n" for r in self.relations.values()]
        marks: list[Entity | Relation] = [*self.entities.values(), *self.relations.values()]
        attributes = [(mark.id, name, value) for mark in marks for name, value in mark.attributes.items()]
        for number, (target, name, value) in enumerate(attributes, 1):
            lines.append(f"A{number}\t{self._names(name)} {target}" + ("\n" if value is True else f" {value}\n"))
        notes = [(mark.id, line) for mark in marks if mark.note for line in mark.note.split("\n")]
        for number, (target, line) in enumerate(notes, 1):
            lines.append(f"#{number}\t{NOTE} {target}\t{line}\n")
        for label, members in self.chains:
            lines.append(f"*\t{EQUIV if label is None else self._names(label)} {' '.join(members)}\n")
        return "".join(lines)

    def _entity_line(self, entity: Entity) -> str:
        pieces = _pieces(self.article.text, entity.ranges)
        spans = ";".join(f"{start} {end}" for start, end in pieces)
        surface = " ".join(self.article.text[start:end] for start, end in pieces)
        return f"{entity.id}\t{self._names(entity.label)} {spans}\t{surface}\n"

    def _written(self, entity: Entity) -> Entity | None:
        """Return the entity as it will be read back; None where nothing of it can be written."""
        text = self.article.text
        pieces = _pieces(text, entity.ranges)
        if not pieces:
            self._lose(entity.id, Message("It holds line ends alone."))
            return None
        joined: list[Fragment] = [pieces[0]]
        for start, end in pieces[1:]:
            gap = text[joined[-1][1] : start]
            if gap and not gap.strip("\n"):
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        if tuple(joined) != entity.ranges:
            why = Message("brat cannot tell the line ends at its edges or between its fragments from others.")
            self._lose(f"{entity.id} (line ends)", why)
        fragments = tuple(joined) if len(joined) > 1 else ()
        return Entity(entity.id, entity.label, joined[0][0], joined[-1][1], fragments, *self._extras(entity))

    def _extras(self, mark: Entity | Relation) -> tuple[dict[str, Any], str | None]:
        """Return the attributes and the note of a mark as brat can hold them."""
        attributes = {name: value for name, value in mark.attributes.items() if _can_hold(value)}
        if len(attributes) < len(mark.attributes):
            names = ", ".join(name for name in mark.attributes if name not in attributes)
            why = Message("brat holds attributes that are a line of text or a flag, not these of “{id}”: {names}.",
                          id=mark.id, names=names)  # fmt: skip
            self._lose("attributes", why)
        for name, value in attributes.items():
            self._used.attribute(name, value)
        return attributes, self._note(mark)

    def _note(self, mark: Entity | Relation) -> str | None:
        lines = [_BREAKS.sub(" ", line) for line in (mark.note or "").split("\n")]
        note = "\n".join(line for line in lines if line)
        if note != (mark.note or ""):
            self._lose("notes", Message("Empty lines and tabs in the note of “{id}” are left out.", id=mark.id))
        return note or None

    def _has_ends(self, relation: Relation, written: set[str]) -> bool:
        there = relation.head in written and relation.tail in written
        if not there:
            self._lose(relation.id, Message("An entity that it joins cannot be written."))
        return there

    def _chains(self, layer: Layer, ids: Mapping[str, str]) -> list[tuple[str | None, tuple[str, ...]]]:
        found = []
        for chain in (layer.chains[key] for key in sorted(layer.chains)):
            members = tuple(dict.fromkeys(ids[member] for member in chain.members if member in ids))
            if len(members) > 1:
                found.append((chain.label, members))
            else:
                self._lose("chains", Message("The chain “{id}” has fewer than two entities.", id=chain.id))
        return found

    def _lose(self, what: str, why: Message) -> None:
        self._sink.lost(Loss(self.article.id, what, why))


def _pieces(text: str, ranges: Sequence[Fragment]) -> list[Fragment]:
    """Return the ranges cut at line feeds."""
    return [match.span() for start, end in ranges for match in _PIECE.finditer(text, start, end)]


def _can_hold(value: object) -> bool:
    if value is True:
        return True
    return isinstance(value, str) and value == value.strip() != "" and not _BREAKS.search(value)


def _renamed(prefix: str, ids: list[str]) -> dict[str, str]:
    """Return brat's id for each id: its own where it is one, else the next free number."""
    own = re.compile(rf"{prefix}[1-9]\d{{0,8}}")
    kept = {mark for mark in ids if own.fullmatch(mark)}
    free = (f"{prefix}{number}" for number in range(1, 2 * len(ids) + 2) if f"{prefix}{number}" not in kept)
    return {mark: mark if mark in kept else next(free) for mark in ids}


def _prove(made: StandOff, files: BratFiles) -> None:
    parsed = BratReader().parse(Raw("x.ann", "", files), _READ)
    same = False
    if parsed.documents and not parsed.problems:
        read = parsed.documents[0]
        layer = read.layers[0]
        same = (
            read.article.text == made.article.text
            and layer.entities == made.entities
            and layer.relations == made.relations
            and sorted(map(_chain_key, layer.chains.values())) == sorted((c[0] or "", c[1]) for c in made.chains)
        )
    if not same:
        raise NotTheSame(
            "“{article}” was read back differently from how it was written. {reason}",
            article=made.article.id,
            reason=parsed.problems[0].reason if parsed.problems else "",
        )


def _chain_key(chain: Chain) -> tuple[str, tuple[str, ...]]:
    return chain.label or "", chain.members
