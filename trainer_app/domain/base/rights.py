"""People of an office with several of them, and what each may do there.

On one computer alone, and at an office of one person, nobody is named and everything is allowed. As soon as
there is a second person, each opens the data with a passphrase of their own, and a role says what they may
do.
"""

from collections.abc import Iterable
from enum import StrEnum

from msgspec import Struct

from trainer_app.domain.base.errors import TrainerError

LONGEST_NAME, LONGEST_SHORT = 120, 20


class UserRole(StrEnum):
    """What somebody of the office is there for, from the least to the most that they may do."""

    READER = "reader"
    """Looks at everything, and takes along what names nobody."""
    OFFICER = "officer"
    """Records, imports, settles, hands out."""
    HEAD = "head"
    """Approves, erases, revokes, and says who may do what."""


ROLES = tuple(UserRole)


class Right(StrEnum):
    """What an action asks for."""

    LOOK = "look"
    RECORD = "record"
    DECIDE = "decide"


_LEAST = {Right.LOOK: UserRole.READER, Right.RECORD: UserRole.OFFICER, Right.DECIDE: UserRole.HEAD}


def least_role(right: Right) -> UserRole:
    """Return the least role that has a right; all above it have it too."""
    return _LEAST[right]


def allows(role: UserRole | None, right: Right) -> bool:
    """Tell whether a role has a right. Who has none yet, or whose role nobody signed, may look."""
    return right is Right.LOOK or (role is not None and ROLES.index(role) >= ROLES.index(_LEAST[right]))


class OfficeUser(Struct, frozen=True):
    """Somebody of the office. `short` is typed to unlock; `recipient` is by what their slot is known.

    `role` is None where nobody signed it with the office's key of now.
    """

    key: str
    name: str = ""
    short: str = ""
    role: UserRole | None = None
    recipient: str = ""
    signature: str = ""
    removed: bool = False


def fold_short(short: str) -> str:
    """Return a short name as it is compared."""
    return " ".join(short.casefold().split())


def check_names(name: str, short: str, others: Iterable[OfficeUser]) -> tuple[str, str]:
    """Return a name and a short one, tidied. Raises users.name_missing, .name_long, .short_taken."""
    name, short = " ".join(name.split()), " ".join(short.split())
    if not name or not short:
        raise TrainerError("users.name_missing")
    if len(name) > LONGEST_NAME or len(short) > LONGEST_SHORT:
        raise TrainerError("users.name_long", name=LONGEST_NAME, short=LONGEST_SHORT)
    if any(fold_short(each.short) == fold_short(short) for each in others):
        raise TrainerError("users.short_taken", short=short)
    return name, short


def short_of(name: str) -> str:
    """Return the short name that is proposed for somebody: the first word of the name that is no initial."""
    words = [word for word in name.replace(".", " ").split() if len(word) > 1]
    return (words[0] if words else name.strip())[:LONGEST_SHORT]


def count_heads(users: Iterable[OfficeUser]) -> int:
    """Return how many of some people may do everything."""
    return sum(user.role is UserRole.HEAD for user in users)
