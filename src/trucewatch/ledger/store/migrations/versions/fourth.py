"""Version 4: which sides a truce joins, and which one mediates for, beside those that fight; counted anew."""

from itertools import islice

import sqlalchemy as sa
from alembic import op

from trucewatch.ledger.dyads import rows_of_readings
from trucewatch.ledger.store.bulk import insert_rows
from trucewatch.ledger.store.tables import dyad_told

revision = "4"
down_revision = "3"
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer, "sqlite")
COUNTS = ("fought", "in_truce", "accused", "mediated")
AT_ONCE = 500
"""Readings whose rows are written in one go."""


def upgrade() -> None:
    """Make the table anew, fill it, and keep it from being changed."""
    op.drop_table("dyad_told")
    op.create_table(
        "dyad_told",
        sa.Column("one", sa.Text, primary_key=True),
        sa.Column("other", sa.Text, primary_key=True),
        sa.Column("reading", NUMBER, sa.ForeignKey("reading.seq"), primary_key=True, index=True),
        sa.Column("published_on", sa.Date, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in COUNTS),
        sqlite_with_rowid=False,
    )
    _fill()
    _keep()


def _fill() -> None:
    connection = op.get_bind()
    told = rows_of_readings(connection)
    while readings := list(islice(told, AT_ONCE)):
        insert_rows(connection, dyad_told, [row for _, rows in readings for row in rows])


def _keep() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER dyad_told_no_{change.lower()} BEFORE {change} ON dyad_told "
                "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"
            )
    else:
        op.execute(
            "CREATE TRIGGER dyad_told_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON dyad_told "
            "FOR EACH STATEMENT EXECUTE FUNCTION trucewatch_append_only()"
        )
