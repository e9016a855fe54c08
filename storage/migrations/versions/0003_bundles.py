"""What merging and reviewing need beyond the first tables."""

from hashlib import sha256
from uuid import UUID, uuid5

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

# Whoever is known by name alone gets the same uuid in every project.
_BY_NAME = UUID("6b1d7f0e-2c5a-4f0b-9a3e-6d1f0c8e7a41")


def upgrade() -> None:
    """Add decisions as rows of the gold layer, lineage, versions kept beside, and what merging knows lines by."""
    _decisions()
    _lineage()
    _history()
    _people()
    op.add_column("assignment", sa.Column("turn", sa.Integer(), server_default="1", nullable=False))


def _people() -> None:
    """List whoever has a layer among the people: imports of the first version listed only who imported."""
    connection = op.get_bind()
    owners = (
        connection.execute(sa.text("SELECT DISTINCT annotator FROM layer WHERE annotator <> 'gold'")).scalars().all()
    )
    known = set(connection.execute(sa.text("SELECT name FROM person")).scalars())
    for name in sorted(set(owners) - known):
        row = {"uuid": str(uuid5(_BY_NAME, name)), "name": name, "role": "annotator"}
        connection.execute(sa.text("INSERT INTO person (uuid, name, role) VALUES (:uuid, :name, :role)"), row)


def _decisions() -> None:
    """Keep decisions as the gold layer's own rows, with their hash; no earlier version ever wrote one."""
    op.drop_index("ix_decision_layer", table_name="decision")
    op.drop_table("decision")
    op.create_table(
        "decision",
        sa.Column("layer", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("marks", sa.Text(), nullable=False),
        sa.Column("supports", sa.Text(), nullable=False),
        sa.Column("seen", sa.Text(), nullable=False),
        sa.Column("layers", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("sha", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["layer"], ["layer.number"], name=op.f("fk_decision_layer")),
        sa.PrimaryKeyConstraint("layer", "id", name=op.f("pk_decision")),
        sqlite_with_rowid=False,
    )


def _lineage() -> None:
    op.create_table(
        "lineage",
        sa.Column("revision", sa.Text(), nullable=False),
        sa.Column("parent", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("revision", "parent", name=op.f("pk_lineage")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "beside",
        sa.Column("article", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("annotator", sa.Text(), nullable=False),
        sa.Column("revision", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["article"], ["article.number"], name=op.f("fk_beside_article")),
        sa.PrimaryKeyConstraint("article", "annotator", "revision", name=op.f("pk_beside")),
    )
    # Until now the history and the layers alone knew which revision came from which.
    op.execute(
        "INSERT INTO lineage (revision, parent) "
        "SELECT revision, parent FROM history WHERE revision IS NOT NULL AND parent IS NOT NULL "
        "UNION SELECT revision, parent FROM layer WHERE parent IS NOT NULL AND revision <> ''"
    )


def _history() -> None:
    op.add_column("history", sa.Column("hash", sa.LargeBinary(length=32), nullable=True))
    op.create_index("ix_history_hash", "history", ["hash"], unique=False)
    connection = op.get_bind()
    lines = sa.table("history", *(sa.column(name) for name in ("number", "hash", *_HASHED)))
    last = 0
    while True:
        wanted = sa.select(lines).where(lines.c.number > last).order_by(lines.c.number).limit(1000)
        rows = connection.execute(wanted).mappings().all()
        if not rows:
            return
        connection.execute(
            sa.update(lines).where(lines.c.number == sa.bindparam("key")).values(hash=sa.bindparam("made")),
            [{"key": row["number"], "made": _hash(row)} for row in rows],
        )
        last = rows[-1]["number"]


_HASHED = ("at", "who", "kind", "what", "annotator", "revision", "parent", "change")


def _hash(row: sa.RowMapping) -> bytes:
    return sha256("\0".join(row[name] or "" for name in _HASHED).encode()).digest()
