"""What makes a search over all articles fast."""

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Create the tables of the search index."""
