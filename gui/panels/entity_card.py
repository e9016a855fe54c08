"""What the inspector shows of a focused entity or relation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtWidgets import QLayout, QWidget

from ...models import edit
from ...models.layer import Entity, Layer, Relation
from ...models.schema import EntityType, RelationType
from ..chips import Chip
from ..look import Look
from ..open_article import OpenArticle
from ..translate import tr
from ..widgets import ElidedLabel, Keycap, PlainLabel, button, column, row
from .attribute_form import AttributeForm, NoteField
from .sections import SIDE, JumpRow, entity_row, nested_in, origin_name, relation_name, section


class Jumps(Protocol):
    """Where the cards lead to."""

    def focus_entity(self, entity_id: str | None) -> None: ...  # noqa: D102

    def focus_relation(self, relation_id: str | None) -> None: ...  # noqa: D102

    def choose_end(self, entity_id: str) -> None: ...  # noqa: D102

    def relabel_relation(self, label: str) -> None: ...  # noqa: D102

    def flip_relation(self) -> None: ...  # noqa: D102

    def relation_kinds(self) -> Sequence[RelationType]: ...  # noqa: D102

    def setFocus(self) -> None: ...  # noqa: D102, N802


class Cards:
    """Builds the sections; each reads the open article afresh."""

    def __init__(self, look: Look, opened: OpenArticle, jumps: Jumps) -> None:
        self._look, self._opened, self._jumps = look, opened, jumps

    @property
    def _layer(self) -> Layer:
        return self._opened.layer

    def entity(self, entity: Entity) -> list[QWidget]:
        """Return the sections of an entity."""
        kind = self._opened.schema.entity_type(entity.label)
        parts = [self._entity_head(entity, kind)]
        if kind.attributes:
            parts.append(section(tr("Attributes"), self._form(entity, kind)))
        parts.append(section(tr("Note"), self._note(entity)))
        parts.append(self._relations(entity))
        parts.extend(self._guideline(kind))
        parts.append(self._delete(entity.id, tr("Remove the entity")))
        return parts

    def relation(self, relation: Relation) -> list[QWidget]:
        """Return the sections of a relation."""
        schema = self._opened.schema
        kind = schema.relation_type(relation.label)
        head, tail = self._layer.entities[relation.head], self._layer.entities[relation.tail]
        title = PlainLabel(kind.name.in_language(self._look.language), "title", wrap=True)
        facts = PlainLabel(" · ".join(filter(None, (relation.label, origin_name(relation.origin)))), "small")
        parts = [section("", PlainLabel(tr("Relation"), "small"), title, facts)]
        ends = []
        for entity, name in ((head, tr("From")), (tail, tr("To"))):
            line = entity_row(self._look, schema, self._opened.article.text, entity, "→", name)
            line.pressed.connect(lambda entity_id=entity.id: self._jumps.focus_entity(entity_id))
            ends.append(line)
        turn = button(tr("Turn round"), "link")
        turn.clicked.connect(self._jumps.flip_relation)
        parts.append(section(tr("Joins"), *ends, aside=row(Keycap("R"), turn, spacing=4)))
        parts.extend(self._kinds(relation))
        if kind.attributes:
            parts.append(section(tr("Attributes"), self._form(relation, kind)))
        parts.append(section(tr("Note"), self._note(relation)))
        parts.extend(self._guideline(kind))
        parts.append(self._delete(relation.id, tr("Remove the relation")))
        return parts

    def _kinds(self, relation: Relation) -> list[QWidget]:
        """Return the types that the relation may have between its ends, with the digits that choose them."""
        kinds = self._jumps.relation_kinds()
        if len(kinds) < 2:
            return []
        lines: list[QWidget] = []
        for number, kind in enumerate(kinds, 1):
            own = kind.id == relation.label
            name = PlainLabel(kind.name.in_language(self._look.language), "strong" if own else "")
            line = JumpRow(Keycap(str(number)), name, None, name=name.text())
            line.pressed.connect(lambda label=kind.id: self._jumps.relabel_relation(label))
            lines.append(line)
        return [section(tr("May be"), *lines)]

    def _entity_head(self, entity: Entity, kind: EntityType) -> QWidget:
        surface = PlainLabel(entity.surface(self._opened.article.text), "title", wrap=True)
        name = ElidedLabel(kind.name.in_language(self._look.language), "muted")
        top = row(Chip(self._look, kind, solid=True), name)
        top.setStretchFactor(name, 1)
        length = sum(end - start for start, end in entity.ranges)
        words = [tr("{n} characters", n=length)]
        if len(entity.ranges) > 1:
            words.append(tr("{n} fragments", n=len(entity.ranges)))
        if origin := origin_name(entity.origin):
            words.append(origin)
        facts = row(PlainLabel(" · ".join(words), "small"), spacing=6)
        outer = nested_in(self._layer, entity)
        if outer is not None:
            facts.addWidget(PlainLabel(f"· {tr('nested in')}", "small"))
            facts.addWidget(Chip(self._look, self._opened.schema.entity_type(outer.label)))
        facts.addStretch(1)
        return section("", top, surface, facts)

    def _form(self, mark: Entity | Relation, kind: EntityType | RelationType) -> QWidget:
        opened = self._opened
        return AttributeForm(
            self._look,
            kind.attributes,
            mark.attributes,
            lambda values: opened.perform(
                lambda: edit.set_attributes(opened.article, opened.layer, opened.schema, mark.id, values)
            ),
        )

    def _note(self, mark: Entity | Relation) -> QWidget:
        opened = self._opened
        field = NoteField(mark.note or "")
        field.noted.connect(
            lambda text: opened.perform(lambda: edit.annotate(opened.article, opened.layer, mark.id, text))
        )
        field.left.connect(self._jumps.setFocus)
        return field

    def _relations(self, entity: Entity) -> QWidget:
        outgoing = [r for r in self._layer.relations_of(entity.id) if r.head == entity.id]
        incoming = [r for r in self._layer.relations_of(entity.id) if r.tail == entity.id]
        add = row(Keycap("R"), PlainLabel(tr("add"), "small"), spacing=4)
        lines: list[QWidget] = [self._relation_row(r, r.tail, "→") for r in outgoing]
        parts = [section(f"{tr('Outgoing relations')}  {len(outgoing)}", *lines, aside=add)]
        if incoming:
            lines = [self._relation_row(r, r.head, "←") for r in incoming]
            parts.append(section(f"{tr('Incoming relations')}  {len(incoming)}", *lines))
        made = QWidget()
        made.setLayout(column(*parts, spacing=0))
        return made

    def _relation_row(self, relation: Relation, other_id: str, arrow: str) -> QWidget:
        schema = self._opened.schema
        name = relation_name(schema, relation, self._look.language)
        other = self._layer.entities[other_id]
        line = entity_row(self._look, schema, self._opened.article.text, other, arrow, name)
        line.pressed.connect(lambda: self._jumps.focus_relation(relation.id))
        return line

    def _guideline(self, kind: EntityType | RelationType) -> list[QWidget]:
        text = kind.guideline.in_language(self._look.language)
        if not text and not kind.right and not kind.wrong:
            return []
        examples = [
            _example(sign, role, example)
            for sign, role, texts in (("✓", "ok", kind.right), ("✗", "bad", kind.wrong))
            for example in texts
        ]
        return [section(tr("Guideline"), PlainLabel(text, wrap=True), *examples)]

    def _delete(self, mark_id: str, text: str) -> QWidget:
        opened = self._opened
        remove = button(text, "danger")
        remove.clicked.connect(lambda: opened.perform(lambda: edit.remove(opened.article, opened.layer, mark_id)))
        made = QWidget()
        made.setLayout(row(remove, Keycap("Del"), None, margins=(SIDE, 12, SIDE, 16)))
        return made


def _example(sign: str, role: str, text: str) -> QLayout:
    mark, shown = PlainLabel(sign, role), PlainLabel(text, wrap=True)
    mark.setFixedWidth(16)
    line = row(mark, shown, spacing=6)
    line.setStretchFactor(shown, 1)
    return line
