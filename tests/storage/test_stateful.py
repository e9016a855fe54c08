"""A project behaves like a plain dictionary of layers with two stacks of changes a person, whatever is done to it."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
from hypothesis import settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from khaotag.models import edit
from khaotag.models.change import Change, apply
from khaotag.models.errors import BadInput
from khaotag.models.layer import Layer
from khaotag.storage import schemas
from khaotag.storage.jobs.check import check
from khaotag.storage.jobs.import_files import ImportParams, import_files
from khaotag.storage.project import Project

TEXT = "ธารา ใจดี นายก อบต.นาคำ 🍊ที่ศรีธารา"
PEOPLE = st.sampled_from(["noi", "lek"])
WORDS = [(0, 4), (5, 9), (10, 14), (15, 23), (24, 25), (28, 35)]
IDS = st.sampled_from(["e1", "e2", "e3"])


class ProjectBesideADictionary(RuleBasedStateMachine):
    """The real project, and what it should hold."""

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="khaotag-state-"))
        self.path = self.folder / "p.khaotag"
        self.project = Project.create(self.path, schemas.named(None))
        source = self.folder / "a.txt"
        source.write_text(TEXT, "utf-8")
        self.id = import_files(self.project, ImportParams([source])).articles[0]
        self.layers: dict[str, Layer] = {"noi": Layer("noi"), "lek": Layer("lek")}
        self.done: dict[str, list[Change]] = {"noi": [], "lek": []}
        self.undone: dict[str, list[Change]] = {"noi": [], "lek": []}

    def _do(self, who: str, verb: Any, *words: Any) -> None:
        article = self.project.read(self.id)
        try:
            change = verb(article, self.layers[who], *words)
        except BadInput:
            return
        self.project.commit(change, who)
        self.layers[who] = apply(self.layers[who], change.rows)
        self.done[who].append(change)
        self.undone[who].clear()

    @rule(who=PEOPLE, mark=IDS, label=st.sampled_from(["PERSON", "ORG", "LOCATION"]), word=st.sampled_from(WORDS))
    def mark(self, who: str, mark: str, label: str, word: tuple[int, int]) -> None:
        self._do(who, edit.mark, self.project.schema, mark, label, [word])

    @rule(who=PEOPLE, mark=IDS, label=st.sampled_from(["PERSON", "ORG", "LOCATION"]))
    def relabel(self, who: str, mark: str, label: str) -> None:
        self._do(who, edit.relabel, self.project.schema, mark, label)

    @rule(who=PEOPLE, relation=st.sampled_from(["r1", "r2"]), head=IDS, tail=IDS)
    def relate(self, who: str, relation: str, head: str, tail: str) -> None:
        self._do(who, edit.relate, self.project.schema, relation, "ALIAS_OF", head, tail)

    @rule(who=PEOPLE, mark=st.one_of(IDS, st.sampled_from(["r1", "r2", "c1"])))
    def remove(self, who: str, mark: str) -> None:
        self._do(who, edit.remove, mark)

    @rule(who=PEOPLE, members=st.lists(IDS, max_size=3))
    def chain(self, who: str, members: list[str]) -> None:
        self._do(who, edit.chain, "c1", members, None)

    @rule(who=PEOPLE, status=st.sampled_from(["todo", "in_progress", "done"]))
    def status(self, who: str, status: str) -> None:
        self._do(who, edit.set_status, status)

    @rule(who=PEOPLE)
    def undo(self, who: str) -> None:
        found = self.project.undo(self.id, who)
        assert (found is not None) == bool(self.done[who])
        if self.done[who]:
            change = self.done[who].pop()
            self.layers[who] = apply(self.layers[who], change.inverse("undo").rows)
            self.undone[who].append(change)

    @rule(who=PEOPLE)
    def redo(self, who: str) -> None:
        found = self.project.redo(self.id, who)
        assert (found is not None) == bool(self.undone[who])
        if self.undone[who]:
            change = self.undone[who].pop()
            self.layers[who] = apply(self.layers[who], change.rows)
            self.done[who].append(change)

    @precondition(lambda self: hasattr(self, "project"))
    @rule()
    def reopen(self) -> None:
        self.project.close()
        self.project = Project.open(self.path)

    @invariant()
    def holds_the_same(self) -> None:
        if hasattr(self, "layers"):
            for who, layer in self.layers.items():
                assert self.project.layer(self.id, who) == layer

    def teardown(self) -> None:
        if hasattr(self, "project"):
            assert not check(self.project).problems
            self.project.close()
            shutil.rmtree(self.folder)


ProjectBesideADictionary.TestCase.settings = settings(max_examples=12, stateful_step_count=25, deadline=None)
test_a_project_behaves_like_a_dictionary_with_undo = ProjectBesideADictionary.TestCase
