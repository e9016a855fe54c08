"""A project: opened, read, changed and closed. It owns the stores and is not them."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, Self

from sqlalchemy import Connection, Engine, insert, inspect, select

from ..models.article import Article
from ..models.change import Change
from ..models.errors import BadInput, KhaotagError, Message, Unavailable
from ..models.layer import Layer
from ..models.schema import Schema
from . import articles, changes, counters, history, layers, people, schemas, tokens
from .acknowledged import Acknowledged
from .articles import Listing, Page
from .database import (
    REVISION_TABLE,
    Target,
    read_engine,
    refuse_foreign_file,
    refuse_strange_schema,
    told,
    write_engine,
)
from .history import Entry, Recorded, Step
from .lease import Lease
from .migrate import keep_copy, migrate
from .tables import VERSION, fact
from .tokens import Tokens


class Changed(NamedTuple):
    """What subscribers hear after a commit: where, which rows, and the change's number."""

    article: str | None
    ids: tuple[str, ...]
    number: int


class Project:
    """One open project. Reading is safe from any thread; changes are made one at a time, in order."""

    def __init__(self, target: Target, *, write: bool) -> None:
        self.target = target
        self.writable = write
        self.warnings: list[Message] = []
        self._subscribers: list[Callable[[Changed], None]] = []
        self._lock = threading.RLock()
        self._lease = Lease(target.path) if write and target.path else None
        self._reader: Engine = read_engine(target)
        self._writer: Engine | None = write_engine(target) if write else None
        self._seen: Acknowledged | None = None

    # --- opening and closing

    @classmethod
    def create(cls, target: str | Path, schema: Schema) -> Project:
        """Make a new project; BadInput where the file or the server's tables are there already."""
        goal = Target(target)
        if goal.path is not None:
            if goal.path.exists():
                raise BadInput("“{path}” is there already. Choose another name.", path=goal.path)
            if not goal.path.parent.is_dir():
                raise BadInput("There is no folder “{path}”.", path=goal.path.parent)
        else:
            _refuse_used_server(goal)
        project: Project | None = None
        try:
            migrate(goal)
            project = cls(goal, write=True)
            with project.transaction() as connection:
                facts = {"instance": uuid.uuid4().hex, "name": goal.name}
                connection.execute(insert(fact), [{"name": k, "value": v} for k, v in facts.items()])
                counters.begin(connection)
                people.ensure(connection, people.person_of_this_machine().name)
                people.set_role(connection, people.person_of_this_machine().name, "reviewer")
                schemas.save(connection, schema, 0)
            project._begin()
        except KhaotagError:
            if project is not None:
                project.close()
            if goal.path is not None:
                goal.path.unlink(missing_ok=True)
            raise
        return project

    @classmethod
    def open(cls, target: str | Path, *, write: bool = True) -> Project:
        """Open a project; without *write* nothing can be changed and no lease is needed.

        Raises BadInput for a file that is not ours or is newer, Unavailable where another process holds it.
        """
        goal = Target(target)
        if goal.path is not None and refuse_foreign_file(goal.path) < VERSION:
            lease = Lease(goal.path)
            keep_copy(goal.path)
            migrate(goal)
            lease.release()
        project = cls(goal, write=write)
        try:
            with project.reading() as connection:
                if goal.path is None and not inspect(connection).has_table(REVISION_TABLE):
                    raise BadInput("There is no project at “{url}”. Make one with: khaotag new URL", url=goal)
                refuse_strange_schema(connection, goal)
            project._begin()
        except KhaotagError:
            project.close()
            raise
        return project

    def _begin(self) -> None:
        with self.reading() as connection:
            self.facts = dict(connection.execute(select(fact.c.name, fact.c.value)).all())
            self.schema = schemas.current(connection)
            last = counters.last(connection, "change")
        if self.target.path is not None:
            self._seen = Acknowledged(self.target.path, self.facts["instance"])
            if self._seen.read() > last:
                self.warnings.append(
                    Message(
                        "The file ends with change {last}, but {seen} was acknowledged: "
                        "its newest changes are missing. Look for a backup.",
                        last=last,
                        seen=self._seen.read(),
                    )
                )

    def close(self) -> None:
        """Fold the write-ahead log into the file, so that a copied file is whole, and let go of everything."""
        self._reader.dispose()
        if self._writer is not None:
            if self.target.path is not None:
                with told(self.target), self._writer.connect() as connection:
                    raw = connection.connection.driver_connection
                    if raw is not None:
                        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self._writer.dispose()
            self._writer = None
        if self._seen is not None:
            self._seen.close()
        if self._lease is not None:
            self._lease.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def name(self) -> str:
        """The project's name."""
        return self.target.name

    @property
    def path(self) -> Path | None:
        """The project's file; None on a server."""
        return self.target.path

    @property
    def person(self) -> people.Person:
        """Who works on this machine."""
        return people.person_of_this_machine()

    def refuse_as_target(self, path: Path) -> None:
        """Raise BadInput where writing a file to *path* would overwrite the project or what lies beside it."""
        if self.path is not None:
            own, goal = self.path.name, path.resolve()
            ours = {own, *(own + log for log in ("-wal", "-shm", "-journal"))}
            if goal.parent == self.path.parent and (goal.name in ours or goal.name.startswith(f".{own}.")):
                raise BadInput("“{path}” is the project itself. Choose another name.", path=path)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the project and can change nothing."""
        with told(self.target), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Give the one connection that writes; all of it is committed at the end, or nothing."""
        if self._writer is None:
            raise Unavailable("“{path}” was opened for reading only.", path=self.target)
        with self._lock, told(self.target), self._writer.begin() as connection:
            yield connection

    # --- reading

    def page(
        self,
        *,
        query: str | None = None,
        status: str | None = None,
        annotator: str | None = None,
        assigned_to: str | None = None,
        after: int | None = None,
        limit: int = 200,
    ) -> Page:
        """Return a page of the article list, in the order of import; *assigned_to* lists one person's queue."""
        with self.reading() as connection:
            return articles.page(connection, Listing(query, status, annotator, assigned_to), after, limit)

    def counts(self, annotator: str | None = None) -> dict[str, int]:
        """Return how many articles have each status."""
        with self.reading() as connection:
            return articles.counts(connection, annotator)

    def read(self, article_id: str) -> Article:
        """Return an article; BadInput where there is none of that id."""
        with self.reading() as connection:
            return articles.read(connection, articles.number_of(connection, article_id))

    def layers(self, article_id: str) -> dict[str, Layer]:
        """Return every layer of an article by its annotator."""
        with self.reading() as connection:
            return layers.read(connection, articles.number_of(connection, article_id))

    def layer(self, article_id: str, annotator: str) -> Layer:
        """Return one person's layer of an article, a blank one where it is not begun."""
        return self.layers(article_id).get(annotator) or Layer(annotator)

    def known_tokens(self, of: Article) -> Tokens | None:
        """Return an article's tokens if they were computed before; quick, and loads no dictionary."""
        with self.reading() as connection:
            return tokens.cached(connection, of, tokens.words(connection))

    def tokens(self, of: Article) -> Tokens:
        """Return an article's tokens with its repairs; the first call of a process loads the dictionary."""
        with self.reading() as connection:
            taught = tokens.words(connection)
            known = tokens.cached(connection, of, taught)
        if known is not None:
            return known
        spans = tokens.compute(of, taught)
        if self._writer is not None:
            with self.transaction() as connection:
                tokens.keep(connection, of, taught, spans)
        return tokens.repaired(of, spans)

    def history(
        self, article_id: str | None = None, *, before: int | None = None, limit: int | None = 100
    ) -> list[Entry]:
        """Return the history's lines, the newest first."""
        with self.reading() as connection:
            number = None if article_id is None else articles.number_of(connection, article_id)
            return history.entries(connection, number, before, limit)

    # --- changing

    def subscribe(self, callback: Callable[[Changed], None]) -> None:
        """Call *callback* after each commit, in the thread that made it."""
        self._subscribers.append(callback)

    def commit(self, change: Change, by: str) -> int:
        """Make a change durable and return its number; BadInput where the project is not as the change expects."""
        with self.transaction() as connection:
            number = changes.write(connection, change, by)
        return self._acknowledge([Recorded(number, change)])

    def commit_step(self, step: Sequence[Change], by: str) -> int:
        """Make changes of several articles durable as one step, all or none; return the last number (0: none)."""
        with self.transaction() as connection:
            made = changes.write_step(connection, step, by)
        return self._acknowledge(made)

    def undo(self, article_id: str, by: str) -> Recorded | None:
        """Take back a person's last change of an article that still holds; None where there is none."""
        return self._step_back(article_id, by, "undo")

    def redo(self, article_id: str, by: str) -> Recorded | None:
        """Take back a person's last undo; None where there is none, or something new was done since."""
        return self._step_back(article_id, by, "redo")

    def _step_back(self, article_id: str, by: str, kind: Step) -> Recorded | None:
        with self.transaction() as connection:
            made = changes.step_back(connection, article_id, by, kind)
        self._acknowledge([made] if made else [])
        return made

    def take_back(self, step: int, by: str) -> list[Recorded]:
        """Take back one step of the history, whenever and wherever it was; BadInput where later work depends on it."""
        with self.transaction() as connection:
            made = changes.take_back(connection, step, by)
            self.schema, last = schemas.current(connection), counters.last(connection, "change")
        self._acknowledge(made)
        self.acknowledge(last)
        return made

    def restore(self, article_id: str, annotator: str, number: int, by: str) -> Recorded | None:
        """Make a layer as it was right after change *number*, as one step; None where it still is."""
        with self.transaction() as connection:
            made = changes.restore(connection, article_id, annotator, number, by)
        self._acknowledge([made] if made else [])
        return made

    def restoring(self, article_id: str, annotator: str, number: int) -> Change | None:
        """Return what `restore` would change; None for nothing."""
        with self.reading() as connection:
            return changes.restoring(connection, article_id, annotator, number)

    def acknowledge(self, number: int) -> None:
        """Remember beside the database that change *number* is durable."""
        if self._seen is not None:
            self._seen.write(number)

    def _acknowledge(self, made: Sequence[Recorded]) -> int:
        if not made:
            return 0
        self.acknowledge(made[-1].number)
        for number, change in made:
            for callback in self._subscribers:
                callback(Changed(change.article, change.ids(), number))
        return made[-1].number

    def set_schema(self, schema: Schema, by: str, merges: Mapping[str, str] | None = None) -> int:
        """Make *schema* the project's own and return the step's number; `take_back` takes it back.

        What bears a label that is a key of *merges* gets the label it stands for; no other annotation is touched,
        `Schema.misfits` tells what no longer fits.
        """
        with self.transaction() as connection:
            number = changes.write_schema(connection, schema, by, merges or {})
            last = counters.last(connection, "change")
        self.schema = schema
        self.acknowledge(last)
        return number

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the file when nothing else is to be done."""
        if self.target.path is not None and self._writer is not None:
            with self._lock, told(self.target), self._writer.connect() as connection:
                raw: Any = connection.connection.driver_connection
                raw.execute("PRAGMA wal_checkpoint(PASSIVE)")


def _refuse_used_server(goal: Target) -> None:
    engine = read_engine(goal)
    try:
        with told(goal), engine.connect() as connection:
            if inspect(connection).has_table(REVISION_TABLE):
                raise BadInput("“{path}” is there already. Choose another name.", path=goal)
    finally:
        engine.dispose()
