"""Engines, pragmas and transactions: how a project's database is reached, and what is refused before it is."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import NullPool, Pool, QueuePool, StaticPool

from ..models.errors import BadInput, KhaotagError, Unavailable
from .tables import APPLICATION_ID, VERSION, metadata

REVISION_TABLE = "alembic_version"
_HEADER = b"SQLite format 3\0"


class Target:
    """Where a project is: a SQLite file, or a PostgreSQL database named by a URL."""

    def __init__(self, target: str | Path) -> None:
        self.url = str(target) if "://" in str(target) else None
        # Resolved, so that a link to a project is held by the same lease.
        self.path = None if self.url else Path(target).resolve()
        if self.url:
            try:
                make_url(self.url)
            except ArgumentError:
                raise BadInput("“{url}” is not a database URL.", url=self.url) from None

    @property
    def name(self) -> str:
        """The project's name as it is shown."""
        return self.path.stem if self.path else str(make_url(self.url or "").database)

    def __str__(self) -> str:
        return str(self.path) if self.path else make_url(self.url or "").render_as_string(hide_password=True)


def write_engine(target: Target) -> Engine:
    """Return the engine of the one connection that writes."""
    if target.path is None:
        return _server_engine(target, read_only=False)
    engine = _sqlite_engine(target.path, "rwc", StaticPool)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def read_engine(target: Target) -> Engine:
    """Return an engine for readers; each connection sees one state and can change nothing."""
    if target.path is None:
        return _server_engine(target, read_only=True)
    engine = _sqlite_engine(target.path, _reading_mode(target.path), QueuePool, max_overflow=-1)
    event.listen(engine, "connect", lambda connection, _: connection.execute("PRAGMA query_only=ON"))
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN"))
    return engine


def _reading_mode(path: Path) -> str:
    """Return how to open a file for reading: a WAL database in a folder that is shut reads only as immutable."""
    if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK):
        return "rw"
    log = path.with_name(path.name + "-wal")
    if log.exists() and log.stat().st_size:
        return "ro"  # the newest changes are in the log: immutable would not see them
    return "ro&immutable=1"


def bare_engine(path: Path) -> Engine:
    """Return an engine for migrations: no foreign keys, transactions in the caller's hand."""
    engine = _sqlite_engine(path, "rwc", NullPool, foreign_keys=False)
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    return engine


def _server_engine(target: Target, *, read_only: bool) -> Engine:
    options: dict[str, Any] = {"postgresql_readonly": True} if read_only else {}
    try:
        engine = create_engine(target.url or "", pool_pre_ping=True)
    except (ModuleNotFoundError, NoSuchModuleError):
        raise Unavailable("A server project needs the extra “server”: pip install 'khaotag[server]'.") from None
    return engine.execution_options(isolation_level="REPEATABLE READ", **options) if read_only else engine


def _sqlite_engine(path: Path, mode: str, pool: type[Pool], *, foreign_keys: bool = True, **options: Any) -> Engine:
    def connect() -> sqlite3.Connection:
        uri = f"file:{quote(str(path))}?mode={mode}"
        # The driver's own transactions are off: under them DDL and a rollback do not do what they say.
        connection = sqlite3.connect(uri, uri=True, isolation_level=None, check_same_thread=False, timeout=5)
        for pragma in (
            "trusted_schema=OFF",
            "cell_size_check=ON",
            f"foreign_keys={'ON' if foreign_keys else 'OFF'}",
            "synchronous=FULL",
            "busy_timeout=5000",
            "cache_size=-32000",
            "wal_autocheckpoint=8000",
        ):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    # A pool must be named: what the URL alone stands for keeps five connections and closes others while they are used.
    return create_engine("sqlite://", creator=connect, poolclass=pool, **options)


@contextmanager
def told(target: object) -> Iterator[None]:
    """Turn what the database or the file system reports into an error that a user can act on."""
    try:
        yield
    except KhaotagError:
        raise
    except DBAPIError as error:
        raise _known(str(error.orig), target) from error
    except sqlite3.Error as error:
        raise _known(str(error), target) from error
    except PermissionError as error:
        raise Unavailable("No permission for “{path}”.", path=error.filename or target) from error
    except OSError as error:
        raise Unavailable(
            "“{path}”: {reason}.", path=error.filename or target, reason=error.strerror or str(error)
        ) from error


def _known(reason: str, target: object) -> KhaotagError:
    lowered = reason.lower()
    if "locked" in lowered or "busy" in lowered:
        return Unavailable("“{path}” is locked by another program. Nothing was lost; try again.", path=target)
    if "readonly" in lowered or "unable to open" in lowered or "permission" in lowered:
        return Unavailable("“{path}” cannot be opened for writing. Check the folder's permissions.", path=target)
    if "full" in lowered:
        return Unavailable("The disk of “{path}” is full. Nothing acknowledged was lost.", path=target)
    if "not a database" in lowered or "malformed" in lowered:
        return BadInput("“{path}” is damaged or is not a Khaotag project.", path=target)
    return Unavailable("The database of “{path}” reports: {reason}", path=target, reason=reason.strip())


def is_database(path: Path) -> bool:
    """Tell whether a file is a SQLite database, a project among them, which no other file may replace."""
    if not path.is_file():
        return False
    with told(path), path.open("rb") as file:
        return file.read(len(_HEADER)) == _HEADER


def refuse_foreign_file(path: Path) -> int:
    """Return the version of a project file; raise where it is missing, not one of ours, or newer than this program."""
    if not path.exists():
        raise BadInput("There is no project “{path}”. Make one with: khaotag new {path}", path=path)
    if path.is_dir():
        raise BadInput("“{path}” is a folder, not a project.", path=path)
    with told(path), path.open("rb") as file:
        head = file.read(100)
    if not head.startswith(_HEADER):
        raise BadInput("“{path}” is not a Khaotag project.", path=path)
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise BadInput("“{path}” is a database of another program, not a Khaotag project.", path=path)
    version = int.from_bytes(head[60:64], "big")
    if version > VERSION:
        raise BadInput(
            "“{path}” was made by a newer Khaotag (format {version}; this one knows {known}). Update Khaotag.",
            path=path,
            version=version,
            known=VERSION,
        )
    return version


def refuse_strange_schema(connection: Connection, path: object) -> None:
    """Raise BadInput where a file's tables are not exactly ours; triggers and views are never ours."""
    if connection.dialect.name != "sqlite":
        return
    rows = connection.exec_driver_sql(
        "SELECT type, name, tbl_name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'"
    ).all()
    ours = {("table", name, name) for name in (*metadata.tables, REVISION_TABLE)}
    ours |= {("index", str(ix.name), table.name) for table in metadata.tables.values() for ix in table.indexes}
    if {tuple(row) for row in rows} != ours:
        strange = sorted({str(row[1]) for row in {tuple(row) for row in rows} ^ ours})
        raise BadInput("“{path}” holds tables that are not Khaotag's: {names}.", path=path, names=", ".join(strange))
    for table in metadata.tables.values():
        columns = {row[1] for row in connection.exec_driver_sql(f'PRAGMA table_xinfo("{table.name}")')}
        if columns != set(table.columns.keys()):
            raise BadInput("“{path}” holds tables that are not Khaotag's: {names}.", path=path, names=table.name)


def stamp(connection: Connection) -> None:
    """Write the application id and the version into a SQLite file's header."""
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"PRAGMA application_id={APPLICATION_ID}"))
        connection.execute(text(f"PRAGMA user_version={VERSION}"))
