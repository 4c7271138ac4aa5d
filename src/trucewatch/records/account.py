"""People who share a workspace: what they may do, how they are let in, and what they did."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Role(StrEnum):
    """What somebody may do; each may do what the one before may."""

    READER = "reader"
    REVIEWER = "reviewer"
    ADMIN = "admin"

    def may(self, needed: "Role") -> bool:
        """Tell whether who has this role may do what needs another."""
        order = list(Role)
        return order.index(self) >= order.index(needed)

    def within(self, other: "Role") -> "Role":
        """Give the lesser of two roles."""
        return other if self.may(other) else self


class Deed(StrEnum):
    """What the audit log notes."""

    SIGNED_IN = "signed in"
    WRONG_PASSWORD = "gave a wrong password"  # noqa: S105 - words for people
    HELD_BACK = "was held back after many tries"
    SIGNED_OUT = "signed out"
    SESSIONS_ENDED = "ended sessions"
    ACCOUNT_MADE = "made an account"
    ROLE_CHANGED = "changed a role"
    PASSWORD_CHANGED = "changed a password"  # noqa: S105 - as above
    DISABLED = "disabled an account"
    ENABLED = "enabled an account"
    TOKEN_MADE = "made a token"  # noqa: S105 - as above
    TOKEN_REVOKED = "revoked a token"  # noqa: S105 - as above
    TOKEN_USED = "used a token"  # noqa: S105 - as above
    DECIDED = "decided about claims"
    HANDED_IN = "handed in reports"
    SENT = "sent"
    REFUSED = "was refused"


@dataclass(frozen=True, slots=True)
class Doer:
    """Who does something, None where nobody is known to, and from which address."""

    name: str | None
    address: str


@dataclass(frozen=True, slots=True)
class Account:
    """A person who may sign in, unless `disabled_at` is an instant. Instants are UTC."""

    name: str
    role: Role
    made_at: datetime
    password_at: datetime
    disabled_at: datetime | None


@dataclass(frozen=True, slots=True)
class Session:
    """A browser that is signed in. Instants are UTC."""

    id: str
    account: str
    begun_at: datetime
    seen_at: datetime
    address: str


@dataclass(frozen=True, slots=True)
class Token:
    """What a program signs in with: a name for it and a role of its own. Instants are UTC."""

    id: str
    account: str
    label: str
    role: Role
    made_at: datetime
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class Noted:
    """A line of the audit log. `recorded_at` is UTC."""

    seq: int
    recorded_at: datetime
    who: str | None
    what: str
    about: str
    address: str
