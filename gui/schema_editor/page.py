"""The page of the schema editor: a draft is changed, its effects are looked at, and it becomes the project's schema."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QLayout, QLineEdit, QSplitter, QWidget

from ...models import schema_edit
from ...models.errors import Message
from ...models.schema import EntityType, RelationType, Words
from ...storage.jobs.set_schema import Foresight, foresee, usage
from ..combo import ComboBox
from ..dialogs.plain import DetailsDialog, PlainDialog, show_error
from ..look import Look
from ..pages import Room
from ..translate import tr
from ..widgets import PlainLabel, Segmented, button, column, row, rule
from .draft import Draft
from .relation_pane import RelationList, RelationPane
from .swatches import palette
from .type_form import TypeForm
from .type_list import TypeList

_LISTED = 200


class SchemaPage(QWidget):
    """The page; see `Room` for the ways out of it."""

    def __init__(self, room: Room) -> None:
        super().__init__()
        self.setProperty("pane", "paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._room, self._look, self._workspace = room, room.look, room.workspace
        self.draft = Draft()
        self.label = self.relation = ""
        self._steps: list[int] = []
        self.types, self.form = TypeList(room.look), TypeForm(room.look, self.draft)
        self.relations, self.pane = RelationList(room.look), RelationPane(room.look, self.draft)
        self.shown = Segmented()
        self._add, self._add_relation = button(), button(kind="link")
        self._state, self._title = PlainLabel(role="warnPill"), PlainLabel(role="strong")
        self.foresee, self.publish = button(), button(kind="primary")
        self._build()
        self._wire()

    def _build(self) -> None:
        left = column(row(self.shown, None, self._add, margins=(16, 12, 16, 12)), rule(), self.types, spacing=0)
        list_of_relations = column(self.relations, row(self._add_relation, None, margins=(8, 4, 8, 8)), spacing=0)
        head = row(self._title, self._state, None, self.foresee, self.publish, margins=(16, 8, 24, 8))
        relations = QWidget()
        relations.setLayout(list_of_relations)
        inner = QSplitter()
        for widget, stretch in ((relations, 0), (self.pane, 1)):
            inner.addWidget(widget)
            inner.setStretchFactor(inner.count() - 1, stretch)
        inner.setSizes([150, 540])
        right = column(head, rule(), inner, spacing=0)
        outer = QSplitter()
        panes = (row(left, rule(vertical=True), spacing=0), row(self.form, rule(vertical=True), spacing=0), right)
        for layout, stretch in zip(panes, (0, 0, 1), strict=True):
            outer.addWidget(_pane(layout))
            outer.setStretchFactor(outer.count() - 1, stretch)
        outer.setSizes([270, 360, 750])
        self.types.setMinimumWidth(190)
        self.form.setMinimumWidth(356)
        relations.setMinimumWidth(110)
        outer.setChildrenCollapsible(False)
        for splitter in (inner, outer):
            splitter.setHandleWidth(1)
        self.setLayout(column(outer, spacing=0))

    def _wire(self) -> None:
        self.types.chosen.connect(self._choose)
        self.types.moved.connect(lambda label, by: self.draft.do(lambda s: schema_edit.moved(s, label, by)))
        self.relations.chosen.connect(self._choose_relation)
        self.shown.chosen.connect(lambda _: self._show())
        self._add.clicked.connect(self.add_type)
        self._add_relation.clicked.connect(self.add_relation)
        self.draft.changed.connect(self._show)
        self.draft.told.connect(self._workspace.told)
        for one in (self.form, self.pane):
            one.merge_wanted.connect(self.ask_merge)
            one.removal_wanted.connect(self.remove)
        self.foresee.clicked.connect(self.look_ahead)
        self.publish.clicked.connect(self.look_ahead)
        self._look.changed.connect(self._show)
        self._workspace.project_changed.connect(self._forget)

    @property
    def is_settled(self) -> bool:
        """Whether the counts are there."""
        return bool(self.label)

    def refresh(self) -> None:
        """Come to the front; a draft that was begun goes on."""
        project = self._workspace.project
        if project is None or self.draft.is_changed:
            self._show()
            return
        self._begin({})
        self._room.tasks.start(lambda *_: usage(project), self._begin, partial(show_error, self), quiet=True)
        self.types.setFocus()

    def _begin(self, counts: Mapping[str, int]) -> None:
        project = self._workspace.project
        if project is not None and not self.draft.is_changed:
            self.draft.begin(project.schema, counts)

    def _forget(self) -> None:
        project = self._workspace.project
        self._steps = []
        if project is not None:
            self.draft.begin(project.schema, {})

    def _show(self) -> None:
        schema, draft = self.draft.schema, self.draft
        archived = sum(kind.archived for kind in schema.entities)
        shown = self.shown.value() or "used"
        self.shown.set_values(
            [
                ("used", tr("Labels {n}", n=len(schema.entities) - archived)),
                ("archived", tr("Archived {n}", n=archived)),
            ]
        )
        self.shown.choose(shown)
        self._add.setText(tr("Add"))
        self._add_relation.setText(tr("Add a relation"))
        self._title.setText(tr("What relations may join"))
        self._state.setText(tr("changed, not in use yet"))
        self._state.setVisible(draft.is_changed)
        self.foresee.setText(tr("See the effects"))
        self.publish.setText(tr("Use this schema"))
        for one in (self.foresee, self.publish):
            one.setEnabled(draft.is_changed)
        if self.label not in schema.entity_types:
            self.label = next((kind.id for kind in schema.entities if not kind.archived), "")
        if self.relation not in schema.relation_types:
            self.relation = next((kind.id for kind in schema.relations), "")
        self.types.show_types(schema, dict(draft.usage), archived=shown == "archived", chosen=self.label)
        self.form.show_type(self.label)
        self.relations.show_relations(schema, self.relation)
        self.pane.show_relation(self.relation)

    def _choose(self, label: str) -> None:
        if label != self.label:
            self.label = label
            self.form.show_type(label)

    def _choose_relation(self, relation: str) -> None:
        if relation != self.relation:
            self.relation = relation
            self.pane.show_relation(relation)

    # --- changing

    def add_type(self) -> None:
        """Ask for the id of a new type and add it with the inks that are used least."""
        name = self._ask(tr("New label"), tr("Id, in capital Latin letters, such as SPECIES"))
        if not name:
            return
        used = [kind.light for kind in self.draft.schema.entities]
        inks = min(palette(), key=lambda one: used.count(one.light))
        words = Words(name, name)
        kind = EntityType(name, words, words, light=inks.light, dark=inks.dark)
        self.label = name
        self.draft.do(lambda schema: schema_edit.with_entity_type(schema, kind))

    def add_relation(self) -> None:
        """Ask for the id of a new relation type and add it; it may join nothing yet."""
        name = self._ask(tr("New relation"), tr("Id, in capital Latin letters, such as OWNED_BY"))
        if name:
            self.relation = name
            kind = RelationType(name, Words(name, name))
            self.draft.do(lambda schema: schema_edit.with_relation_type(schema, kind))

    def _ask(self, title: str, what: str) -> str:
        text, ok = QInputDialog.getText(self, title, what, QLineEdit.EchoMode.Normal)
        name = text.strip().upper().replace(" ", "_")
        schema = self.draft.schema
        if ok and (name in schema.entity_types or name in schema.relation_types):
            self._workspace.told.emit(Message("“{id}” is there already. Choose another id.", id=name))
            return ""
        return name if ok else ""

    def remove(self, label: str) -> None:
        """Remove a type that no mark bears, archive one that is in use."""
        used = bool(self.draft.usage.get(label, 0))
        self.draft.do(lambda schema: schema_edit.without_type(schema, label, used=used))

    def ask_merge(self, label: str) -> None:
        """Ask into which type a type is to be merged."""
        dialog = _MergeDialog(self, self._look, self.draft, label)
        dialog.accepted.connect(lambda: self.draft.merge(label, dialog.into))
        dialog.open()

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Return what the window's actions do while this page is in front."""
        return {"undo": self.undo}

    def undo(self) -> None:
        """Take back the last step of the draft, or else the last schema that was put into use here."""
        project = self._workspace.project
        if self.draft.can_undo:
            self.draft.undo()
        elif self._steps and project is not None:
            step, by = self._steps.pop(), self._workspace.by
            self._room.tasks.start(
                lambda *_: project.take_back(step, by), lambda _: self._took_over(), partial(show_error, self)
            )

    # --- putting into use

    def look_ahead(self) -> None:
        """Tell what the draft would do; from there it is put into use or not."""
        project, draft = self._workspace.project, self.draft
        if project is None or not draft.is_changed:
            return
        schema, merges = draft.schema, dict(draft.merges)
        self._room.tasks.start(
            lambda *_: foresee(project, schema, merges), self._show_effects, partial(show_error, self)
        )

    def _show_effects(self, seen: Foresight) -> None:
        parts = [
            tr("{n} marks become {into} instead of {label}.", n=f"{seen.used.get(label, 0):,}", into=into, label=label)
            for label, into in self.draft.merges.items()
        ]
        if seen.new:
            parts.append(
                tr("{n} marks would no longer fit the rules. They are kept and listed.", n=f"{len(seen.new):,}")
            )
        else:
            parts.append(tr("Nothing becomes illegal."))
        listed = [
            f"{e['article']} · {e['annotator']} · {_misfit(str(e['what']))} · {e['id']}" for e in seen.new[:_LISTED]
        ]
        if len(seen.new) > _LISTED:
            listed.append("…")
        dialog = DetailsDialog(self, tr("What this schema changes"), " ".join(parts), "\n".join(listed))
        use = button(tr("Use this schema"), "primary")
        use.clicked.connect(dialog.accept)
        use.clicked.connect(self.put_into_use)
        dialog.accept_button.setText(tr("Not yet"))
        dialog.accept_button.setProperty("kind", "")
        dialog.buttons.addWidget(use)
        use.setFocus()
        dialog.open()

    def put_into_use(self) -> None:
        """Make the draft the project's schema, as one step."""
        project, draft, by = self._workspace.project, self.draft, self._workspace.by
        if project is None or not draft.is_changed:
            return
        schema, merges = draft.schema, dict(draft.merges)
        self._room.tasks.start(lambda *_: project.set_schema(schema, by, merges), self._put, partial(show_error, self))

    def _put(self, step: int) -> None:
        self._steps.append(step)
        self._took_over()
        self._workspace.told.emit(Message("The schema is in use · Ctrl+Z takes it back"))

    def _took_over(self) -> None:
        project = self._workspace.project
        if project is None:
            return
        self.draft.begin(project.schema, self.draft.usage)
        self._workspace.take_changes()
        self._room.tasks.start(lambda *_: usage(project), self._begin, partial(show_error, self), quiet=True)


class _MergeDialog(PlainDialog):
    """Asks for the type that takes over."""

    def __init__(self, parent: QWidget, look: Look, draft: Draft, label: str) -> None:
        super().__init__(parent, tr("Merge labels"))
        schema = draft.schema
        kinds = schema.entities if label in schema.entity_types else schema.relations
        self._box = ComboBox(look)
        for kind in kinds:
            if kind.id != label and not kind.archived:
                self._box.addItem(kind.name.in_language(look.language), kind.id)
        count = f"{draft.usage.get(label, 0):,}"
        self.body.addWidget(PlainLabel(tr("{n} marks of {label} become:", n=count, label=label), wrap=True))
        self.body.addWidget(self._box)
        self.body.addWidget(
            PlainLabel(tr("The old label is archived. It is one step and can be taken back."), "small", wrap=True)
        )
        self.add_buttons(tr("Merge"), tr("Cancel"))

    @property
    def into(self) -> str:
        """The type that takes over."""
        return str(self._box.currentData())


def _misfit(what: str) -> str:
    names = {
        "entity type": tr("an entity type that is not there"),
        "relation type": tr("a relation type that is not there"),
        "relation": tr("a pair that it may not join"),
        "discontinuous": tr("may not be discontinuous"),
    }
    return names.get(what, what)


def _pane(layout: QLayout) -> QWidget:
    made = QWidget()
    made.setLayout(layout)
    return made
