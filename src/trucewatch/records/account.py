"""Who may do what in a workspace that several people share."""

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
