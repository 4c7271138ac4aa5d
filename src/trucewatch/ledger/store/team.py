"""Tables beside the ledger's own: who may use it, what they did, and files that wait to be read."""

from sqlalchemy import Column, ForeignKey, LargeBinary, Table, Text

from trucewatch.ledger.store.tables import NUMBER, Instant, metadata

account = Table(
    "account",
    metadata,
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("password", Text, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("password_at", Instant, nullable=False),
    Column("disabled_at", Instant),
)
"""People; `password` is a hash. None is ever deleted, for their names stand in the ledger."""

session = Table(
    "session",
    metadata,
    Column("id", Text, primary_key=True),
    Column("hash", Text, nullable=False, unique=True),
    Column("account", ForeignKey("account.name"), nullable=False, index=True),
    Column("begun_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("address", Text, nullable=False),
)
"""Browsers that are signed in; `hash` is that of the secret in the cookie."""

token = Table(
    "token",
    metadata,
    Column("id", Text, primary_key=True),
    Column("hash", Text, nullable=False, unique=True),
    Column("account", ForeignKey("account.name"), nullable=False, index=True),
    Column("label", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("made_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False),
    Column("used_at", Instant),
    Column("revoked_at", Instant),
)
"""What programs sign in with; `hash` is that of the secret that was shown once."""

attempt = Table(
    "attempt",
    metadata,
    Column("id", Text, primary_key=True),
    Column("target", Text, nullable=False, index=True),
    Column("made_at", Instant, nullable=False, index=True),
)
"""Sign-ins that were tried lately, by what they count against, a hash of a name or an address."""

audit = Table(
    "audit",
    metadata,
    Column("seq", NUMBER, primary_key=True, autoincrement=False),
    Column("recorded_at", Instant, nullable=False, index=True),
    Column("who", Text),
    Column("what", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("address", Text, nullable=False),
)
"""What people did, in order; triggers refuse to change it."""

secret = Table(
    "secret",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""Keys of this ledger's server, made with the tables; no copy that `restore` makes carries them."""

intake = Table(
    "intake",
    metadata,
    Column("id", Text, primary_key=True),
    Column("received_at", Instant, nullable=False, index=True),
    Column("received_by", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("meta", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("state", Text, nullable=False, index=True),
    Column("told", Text, nullable=False),
    Column("finished_at", Instant),
)
"""Files that were handed in; `state` is waiting, read or refused, `told` what came of it as JSON."""

COPIED = (account, token, audit, intake)
"""Tables that go with a copy of a ledger, in an order in which each refers only to those before it."""

PASSING = (session, attempt)
"""Tables of what goes by; no copy that `restore` makes carries them."""
