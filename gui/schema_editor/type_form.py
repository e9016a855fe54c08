"""The form of one entity type: names, key, look, policy, guideline, examples, attributes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from ...models import schema_edit
from ...models.schema import PATTERNS, EntityType, Schema
from ..chips import Chip
from ..combo import CheckBox, ComboBox
from ..look import Look
from ..translate import tr
from ..widgets import PlainLabel, Segmented, button, column, row
from .attribute_list import AttributeList
from .draft import Draft
from .fields import Paragraph, captioned, examples_fields, text_field, words_fields
from .swatches import Inks, Swatches, blended, contrast

_SIGNS = {"solid": "━━━", "dash": "━ ━", "dot": "····", "dash-dot": "━ · ━"}
_READABLE = 4.5


class TypeForm(QScrollArea):
    """The form. *Signals:* `merge_wanted(label)`, `removal_wanted(label)`."""

    merge_wanted = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, look: Look, draft: Draft) -> None:
        super().__init__()
        self._look, self._draft = look, draft
        self._label = ""
        self.setWidgetResizable(True)
        self.viewport().setAutoFillBackground(False)

    def show_type(self, label: str) -> None:
        """Show a type of the draft, scrolled to where it was."""
        kind = self._draft.schema.entity_types.get(label)
        at = self.verticalScrollBar().value() if label == self._label else 0
        self._label = label
        self.setWidget(self._form(kind) if kind else QWidget())
        self.verticalScrollBar().setValue(at)

    def _put(self, **fields: object) -> None:
        label = self._label

        def change(schema: Schema) -> Schema:
            return schema_edit.with_entity_type(schema, schema.entity_types[label]._replace(**fields))  # type: ignore[arg-type]

        self._draft.do(change)

    def _form(self, kind: EntityType) -> QWidget:
        form = QWidget()
        form.setProperty("pane", "clear")
        head = row(
            Chip(self._look, kind, solid=True), PlainLabel(kind.name.in_language(self._look.language), "title"), None
        )
        fixed = row(PlainLabel(kind.id, "mono"), PlainLabel(tr("Names may change, the id stays."), "faint"), None)
        parts: tuple[QWidget | QLayout | int, ...] = (
            head,
            words_fields(tr("Short name, Thai"), tr("Short name, English"), kind.short, lambda w: self._put(short=w)),
            words_fields(tr("Name, Thai"), tr("Name, English"), kind.name, lambda w: self._put(name=w)),
            captioned(tr("Permanent id"), fixed),
            self._look_fields(kind),
            captioned(tr("Colour"), self._swatches(kind), self._contrast(kind)),
            captioned(tr("Rules"), *self._policy(kind)),
            captioned(tr("Group"), self._group(kind)),
            *self._guideline(kind),
            examples_fields(kind.right, kind.wrong, lambda right, wrong: self._put(right=right, wrong=wrong)),
            captioned(tr("Attributes"), self._attributes(kind)),
            8,
            self._buttons(kind),
        )
        form.setLayout(column(*parts, None, spacing=14, margins=(24, 16, 24, 24)))
        return form

    def _look_fields(self, kind: EntityType) -> QWidget:
        key = text_field((kind.key or "").upper(), lambda text: self._put(key=text.lower() or None), tr("Key"))
        key.setFixedWidth(64)
        key.setMaxLength(1)
        pattern = Segmented()
        pattern.set_values([(value, _SIGNS[value]) for value in PATTERNS])
        pattern.choose(kind.pattern)
        pattern.chosen.connect(lambda value: self._put(pattern=value))
        made = QWidget()
        made.setLayout(row(captioned(tr("Key"), key), captioned(tr("Underline"), pattern), None, spacing=16))
        return made

    def _swatches(self, kind: EntityType) -> QWidget:
        swatches = Swatches(self._look)
        swatches.setAccessibleName(tr("Colour"))
        swatches.show_chosen(Inks(kind.light, kind.dark))
        swatches.chosen.connect(lambda inks: self._put(light=inks.light, dark=inks.dark))
        return swatches

    def _contrast(self, kind: EntityType) -> QWidget:
        theme = self._look.theme
        ink = theme.ink(kind)
        ratio = contrast(ink, blended(ink, QColor(theme.paper), theme.chip_alpha))
        readable = ratio >= _READABLE
        told = tr("Letters on the chip {ratio} : 1", ratio=f"{ratio:.1f}")
        sign = PlainLabel("✓ AA" if readable else tr("hard to read"), "ok" if readable else "warn")
        made = QWidget()
        made.setLayout(row(Chip(self._look, kind), PlainLabel(told, "small"), sign, None))
        return made

    def _policy(self, kind: EntityType) -> list[QWidget]:
        boxes: list[QWidget] = []
        for field, name in (
            ("nested", tr("May nest")),
            ("crossing", tr("May cross")),
            ("discontinuous", tr("May be discontinuous")),
        ):
            box = CheckBox(self._look, name)
            box.setChecked(getattr(kind, field))
            box.toggled.connect(lambda on, field=field: self._put(**{field: on}))
            boxes.append(box)
        return boxes

    def _group(self, kind: EntityType) -> QWidget:
        box = ComboBox(self._look)
        box.addItem("—", None)
        for group in self._draft.schema.groups:
            box.addItem(group.name.in_language(self._look.language), group.id)
        box.setCurrentIndex(max(0, box.findData(kind.group)))
        box.activated.connect(lambda _: self._put(group=box.currentData()))
        return box

    def _guideline(self, kind: EntityType) -> list[QLayout]:
        words = kind.guideline
        thai = Paragraph(words.th, lambda text: self._put(guideline=words._replace(th=text)), tr("Guideline, Thai"))
        english = Paragraph(
            words.en, lambda text: self._put(guideline=words._replace(en=text)), tr("Guideline, English")
        )
        return [captioned(tr("Guideline, Thai"), thai), captioned(tr("Guideline, English"), english)]

    def _attributes(self, kind: EntityType) -> QWidget:
        made = AttributeList(self._look)
        made.show_attributes(kind.attributes)
        made.changed.connect(lambda attributes: self._put(attributes=attributes))
        return made

    def _buttons(self, kind: EntityType) -> QWidget:
        made = QWidget()
        if kind.archived:
            back = button(tr("Use it again"))
            back.clicked.connect(lambda: self._put(archived=False))
            made.setLayout(row(back, None))
            return made
        merge = button(tr("Merge into another …"))
        merge.clicked.connect(lambda: self.merge_wanted.emit(kind.id))
        used = self._draft.usage.get(kind.id, 0)
        remove = button(tr("Archive") if used else tr("Remove"))
        remove.clicked.connect(lambda: self.removal_wanted.emit(kind.id))
        made.setLayout(row(merge, remove, None))
        return made
