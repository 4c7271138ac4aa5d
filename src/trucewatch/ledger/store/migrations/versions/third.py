"""Version 3: which sides each reading sets against each other; version 4 counts them."""

import sqlalchemy as sa
from alembic import op

revision = "3"
down_revision = "2"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "dyad_told",
        sa.Column("one", sa.Text, primary_key=True),
        sa.Column("other", sa.Text, primary_key=True),
        sa.Column("reading", NUMBER, sa.ForeignKey("reading.seq"), primary_key=True, index=True),
        sa.Column("published_on", sa.Date, nullable=False),
        sa.Column("fought", sa.Integer, nullable=False),
        sa.Column("accused", sa.Integer, nullable=False),
        sqlite_with_rowid=False,
    )
