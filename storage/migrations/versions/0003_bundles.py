"""What merging and reviewing need beyond the first tables."""

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the tables."""
