"""What makes a search over all articles fast: which articles hold which one, two or three characters."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the tables of the search index, which is filled while nothing else is to be done."""
    op.create_table(
        "search_block",
        sa.Column("block", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("block", name=op.f("pk_search_block")),
    )
    op.create_table(
        "search_gram",
        sa.Column("block", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("gram", sa.Text(), nullable=False),
        sa.Column("members", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("block", "gram", name=op.f("pk_search_gram")),
        sqlite_with_rowid=False,
    )
