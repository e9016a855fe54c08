"""Bring a database to the present version: all of it or nothing, on a connection of its own, a backup first."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, inspect, select, text

from ..models.errors import Unavailable
from .database import REVISION_TABLE, Target, bare_engine, stamp, told, write_engine
from .tables import metadata


def migrate(target: Target) -> None:
    """Create the tables of a new database, or run the steps that an older one lacks.

    Raises Unavailable when a step fails; the database is then as it was before.
    """
    engine = bare_engine(target.path) if target.path else write_engine(target)
    try:
        with told(target):
            if target.path:
                with closing(sqlite3.connect(target.path)) as raw:
                    raw.execute("PRAGMA journal_mode=WAL")
            with engine.begin() as connection:
                before = _row_counts(connection)
                _upgrade(connection)
                _compare(before, _row_counts(connection), target)
                stamp(connection)
    finally:
        engine.dispose()


def _upgrade(connection: Connection) -> None:
    # Alembic takes a tenth of a second to import; most openings need no step.
    from alembic.operations import Operations
    from alembic.runtime.migration import MigrationContext
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(Path(__file__).parent / "migrations"))

    def steps(revision: Any, _context: Any) -> Any:
        return script._upgrade_revs("head", revision)  # noqa: SLF001 - as Alembic's own command does

    context = MigrationContext.configure(connection, opts={"fn": steps, "version_table": REVISION_TABLE})
    with Operations.context(context):
        context.run_migrations()


def _row_counts(connection: Connection) -> dict[str, int]:
    tables = [name for name in inspect(connection).get_table_names() if name in metadata.tables]
    return {
        name: connection.execute(select(text("count(*)")).select_from(text(f'"{name}"'))).scalar_one()
        for name in tables
    }


def _compare(before: dict[str, int], after: dict[str, int], target: Target) -> None:
    lost = [name for name, count in before.items() if after.get(name, 0) < count]
    if lost:
        raise Unavailable(
            "Updating “{path}” would lose rows of {tables}; nothing was changed.", path=target, tables=", ".join(lost)
        )


def keep_copy(path: Path) -> Path:
    """Copy a project file beside itself before its format is changed, and return the copy's path."""
    stamped = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    copy = path.with_name(f"{path.stem}.before-update-{stamped}{path.suffix}")
    half = copy.with_suffix(".part")
    with told(path), closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(half)) as goal:
        source.backup(goal)
    shutil.move(half, copy)
    return copy
