"""What is no project of ours, or cannot be reached, is refused with a reason and left as it is."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from running import khaotag
from sqlalchemy import select

from khaotag.storage import counters, lineage, migrate, people, schemas
from khaotag.storage.database import REVISION_TABLE, Target, bare_engine
from khaotag.storage.project import Project
from khaotag.storage.rows import dump
from khaotag.storage.tables import APPLICATION_ID, history, metadata


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "p.khaotag"
    Project.create(made, schemas.named(None)).close()
    return made


def _refused(target: Path, code: int, *needles: str) -> None:
    before = target.read_bytes() if target.is_file() else None
    answer = khaotag("info", target, "--json")
    assert answer.code == code, answer
    assert all(needle in answer.json["error"] for needle in needles), answer.json
    assert "Traceback" not in answer.err
    assert (target.read_bytes() if target.is_file() else None) == before


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "letter.khaotag"
    other.write_text("สวัสดี " * 100, "utf-8")
    _refused(other, 2, "not a Khaotag project")


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "empty.khaotag"
    other.touch()
    _refused(other, 2, "not a Khaotag project")


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.khaotag"
    raw = sqlite3.connect(other)
    raw.execute("CREATE TABLE t (x)")
    raw.close()
    _refused(other, 2, "another program")


def test_a_project_of_a_newer_version_is_refused(path: Path) -> None:
    raw = sqlite3.connect(path)
    raw.execute("PRAGMA user_version=99")
    raw.close()
    _refused(path, 2, "newer", "99")


def test_a_project_with_a_trigger_of_somebody_else_is_refused(path: Path) -> None:
    raw = sqlite3.connect(path)
    raw.execute("CREATE TRIGGER bad AFTER INSERT ON history BEGIN DELETE FROM entity; END")
    raw.commit()
    raw.close()
    _refused(path, 2, "bad")


def test_a_missing_project_says_how_to_make_one(tmp_path: Path) -> None:
    answer = khaotag("info", tmp_path / "none.khaotag")
    assert answer.code == 2
    assert "khaotag new" in answer.err


def test_new_refuses_a_file_that_is_there(path: Path) -> None:
    before = path.read_bytes()
    assert khaotag("new", path).code == 2
    assert path.read_bytes() == before


def test_the_migrated_tables_are_those_that_the_code_knows(path: Path) -> None:
    engine = bare_engine(path)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        found = [step for step in compare_metadata(context, metadata) if "alembic_version" not in str(step)]
    engine.dispose()
    assert found == []


def _dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as raw:
        return list(raw.iterdump())


def test_migrating_twice_changes_nothing(path: Path) -> None:
    before = _dump(path)
    migrate.migrate(Target(path))
    assert _dump(path) == before


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are others there")
@pytest.mark.parametrize("words", [["new", "q.khaotag"], ["edit", "p.khaotag"]])
def test_a_folder_without_permission_is_told_with_exit_code_3(tmp_path: Path, path: Path, words: list[str]) -> None:
    # Root may write everywhere, unless that right is taken from the program.
    without = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"] if os.getuid() == 0 else []
    if without and shutil.which("setpriv") is None:
        pytest.skip("as root this needs setpriv")
    tmp_path.chmod(0o555)
    done = subprocess.run(
        [*without, sys.executable, "-m", "khaotag", words[0], str(tmp_path / words[1]), "--json"],
        input=b"", capture_output=True, check=False, cwd="/",
    )  # fmt: skip
    tmp_path.chmod(0o755)
    assert done.returncode == 3, done
    assert b"ermission" in done.stderr
    assert b"Traceback" not in done.stderr


def test_a_project_of_the_first_version_keeps_its_work_and_can_be_merged_afterwards(tmp_path: Path) -> None:
    old = tmp_path / "old.khaotag"
    engine = bare_engine(old)
    with engine.begin() as connection:
        script = ScriptDirectory(str(Path(migrate.__file__).parent / "migrations"))
        context = MigrationContext.configure(
            connection,
            opts={"fn": lambda revision, _: script._upgrade_revs("0001", revision), "version_table": REVISION_TABLE},
        )
        with Operations.context(context):
            context.run_migrations()
        for name, value in (("instance", "1" * 32), ("name", "old")):
            connection.exec_driver_sql("INSERT INTO fact VALUES (?, ?)", (name, value))
        for name in counters.NAMES:
            connection.exec_driver_sql("INSERT INTO counter VALUES (?, 9)", (name,))
        connection.exec_driver_sql(
            "INSERT INTO schema_version VALUES (1, ?, 0)", (dump(schemas.named(None).to_record()),)
        )
        for number, (made, parent) in enumerate((("b" * 32, "a" * 32), ("c" * 32, "b" * 32)), 1):
            connection.exec_driver_sql(
                "INSERT INTO history VALUES (?, ?, '2026', 'noi', 'change', 'mark', NULL, NULL, NULL, 1, ?, ?, '{}')",
                (number, number, made, parent),
            )
        connection.exec_driver_sql(
            "INSERT INTO article VALUES (1, 'a', x'00', NULL, 0, '', '[]', '{}', '{}', '', 'todo', 0, 0, NULL)"
        )
        connection.exec_driver_sql(
            "INSERT INTO layer VALUES (1, 1, 'malee', 'todo', '[]', '{}', 0, 0, x'00', '', NULL)"
        )
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql("PRAGMA user_version=1")
    engine.dispose()
    with Project.open(old) as project:
        with project.reading() as connection:
            assert lineage.ancestors(connection, ["c" * 32]) == {"c" * 32: frozenset(("a" * 32, "b" * 32))}
            assert len(set(connection.scalars(select(history.c.hash)))) == 2
            assert [who.name for who in people.listed(connection)] == ["malee"]
        assert [line.what for line in project.history()] == ["mark", "mark"]
    assert list(tmp_path.glob("old.before-update-*"))
