"""The relations: a list of them, and for the chosen one its names, what it may join, and what a change would do."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QScrollArea, QWidget

from ...models import schema_edit
from ...models.schema import RelationType, Schema
from ..chips import Chip
from ..combo import CheckBox
from ..look import Look
from ..translate import tr
from ..widgets import Keycap, PlainLabel, button, clear, column, row, rule
from .attribute_list import AttributeList
from .draft import Draft
from .fields import Paragraph, captioned, examples_fields, text_field, words_fields
from .matrix import Matrix

_ID = int(Qt.ItemDataRole.UserRole)


class RelationList(QListWidget):
    """The relation types with how many pairs each may join. *Signal:* `chosen(id)`."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._filling = False
        self.setProperty("menu", True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._on_current)

    def show_relations(self, schema: Schema, chosen: str) -> None:
        """Show the relation types of a schema."""
        self._filling = True
        self.clear()
        for kind in schema.relations:
            sign = "  ⇄" if kind.symmetric else ""
            name = kind.name.in_language(self._look.language)
            shown = tr("{name} (archived)", name=name) if kind.archived else f"{name}{sign}"
            item = QListWidgetItem(shown)
            item.setData(_ID, kind.id)
            self.addItem(item)
            if kind.id == chosen:
                self.setCurrentItem(item)
        self._filling = False

    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._filling:
            self.chosen.emit(item.data(_ID))


class RelationPane(QWidget):
    """The chosen relation. *Signals:* `merge_wanted(id)`, `removal_wanted(id)`."""

    merge_wanted = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, look: Look, draft: Draft) -> None:
        super().__init__()
        self._look, self._draft = look, draft
        self._id = ""
        self.matrix = Matrix(look)
        self.matrix.toggled.connect(self._toggle)
        self.matrix.pointed.connect(self._show_pair)
        self._top, self._pair, self._form = column(spacing=6), row(spacing=8), column(spacing=12)
        legend = column(self._pair, spacing=8)
        inside = QWidget()
        inside.setProperty("pane", "clear")
        body = column(self._top, self.matrix, rule(), legend, rule(), self._form, None, spacing=12)
        body.setContentsMargins(16, 16, 24, 24)
        inside.setLayout(body)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        self.setLayout(column(area, spacing=0))

    def show_relation(self, relation_id: str) -> None:
        """Show a relation type of the draft."""
        self._id = relation_id
        schema = self._draft.schema
        kind = schema.relation_types.get(relation_id)
        self.matrix.show_relation(schema, kind)
        clear(self._top)
        clear(self._form)
        self._show_pair()
        if kind is None:
            return
        used = tr("{n} in use", n=f"{self._draft.usage.get(kind.id, 0):,}")
        directed = tr("symmetric") if kind.symmetric else tr("directed")
        self._top.addLayout(
            row(
                PlainLabel(kind.name.in_language(self._look.language), "strong"),
                PlainLabel(f"{kind.id} · {directed} · {used}", "small"),
                None,
            )
        )
        self._top.addWidget(
            PlainLabel(tr("Rows are heads, columns are tails. Space or a click changes a cell."), "small")
        )
        self._fill(kind)

    def _put(self, **fields: object) -> None:
        relation_id = self._id

        def change(schema: Schema) -> Schema:
            return schema_edit.with_relation_type(schema, schema.relation_types[relation_id]._replace(**fields))  # type: ignore[arg-type]

        self._draft.do(change)

    def _toggle(self, head: str, tail: str) -> None:
        schema = self._draft.schema
        kind = schema.relation_types.get(self._id)
        if kind is None:
            return
        pairs = schema_edit.pairs_of(schema, kind) ^ {(head, tail)}
        if kind.symmetric and head != tail:
            there = (head, tail) in pairs
            pairs = pairs | {(tail, head)} if there else pairs - {(tail, head)}
        if not pairs:
            self._put(joins=())
            return
        made = schema_edit.with_pairs(schema, kind, pairs)
        self._put(joins=made.joins, same_type=False)

    def _show_pair(self) -> None:
        clear(self._pair)
        schema, here = self._draft.schema, self.matrix.here
        kind = schema.relation_types.get(self._id)
        if kind is None or here is None:
            return
        head, tail = (schema.entity_type(label) for label in here)
        self._pair.addWidget(Chip(self._look, head))
        self._pair.addWidget(PlainLabel(f"{kind.name.in_language(self._look.language)} →", "small"))
        self._pair.addWidget(Chip(self._look, tail))
        self._pair.addStretch(1)
        self._pair.addWidget(Keycap(tr("Space")))
        self._pair.addWidget(PlainLabel(tr("allow or not"), "small"))

    def _fill(self, kind: RelationType) -> None:
        self._form.addLayout(
            words_fields(tr("Name, Thai"), tr("Name, English"), kind.name, lambda words: self._put(name=words))
        )
        key = text_field((kind.key or "").upper(), lambda text: self._put(key=text.lower() or None), tr("Key"))
        key.setFixedWidth(64)
        key.setMaxLength(1)
        symmetric = CheckBox(self._look, tr("Symmetric"))
        symmetric.setChecked(kind.symmetric)
        symmetric.toggled.connect(lambda on: self._put(symmetric=on))
        self._form.addLayout(row(captioned(tr("Key"), key), symmetric, None, spacing=16))
        words = kind.guideline
        thai = Paragraph(words.th, lambda text: self._put(guideline=words._replace(th=text)), tr("Guideline, Thai"))
        self._form.addLayout(captioned(tr("Guideline, Thai"), thai))
        self._form.addLayout(
            examples_fields(kind.right, kind.wrong, lambda right, wrong: self._put(right=right, wrong=wrong))
        )
        attributes = AttributeList(self._look)
        attributes.show_attributes(kind.attributes)
        attributes.changed.connect(lambda changed: self._put(attributes=changed))
        self._form.addLayout(captioned(tr("Attributes"), attributes))
        merge, remove = button(tr("Merge into another …")), button(tr("Archive or remove"))
        merge.clicked.connect(lambda: self.merge_wanted.emit(kind.id))
        remove.clicked.connect(lambda: self.removal_wanted.emit(kind.id))
        self._form.addLayout(row(merge, remove, None))
