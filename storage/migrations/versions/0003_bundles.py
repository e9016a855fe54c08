"""What merging and reviewing need beyond the first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
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
