"""Who of the office's people is here, and whether they may do what they ask for.

The rows are what the office's root key signed: a role that it did not sign is none. Where two heads gave
somebody different roles without knowing of each other, the lesser one holds until that is settled in Review.
Who is a head where there are two of them, is not in one head's hand: see `heads`.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from functools import wraps
from typing import TYPE_CHECKING, Any, cast

import msgspec

from trainer_app.actions.base import heads
from trainer_app.actions.base.heads import Opened, is_granted
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import Grant, Heads
from trainer_app.domain.base.journal import author_of
from trainer_app.domain.base.rights import (
    DECIDED_STEPS,
    JOINT_STEPS,
    RIGHTS,
    ROLES,
    OfficeUser,
    Right,
    UserRole,
    allows,
    count_heads,
    least_role,
)
from trainer_app.store.base.entry_history import writers_of
from trainer_app.store.base.rows import RecordReader, Rows, contradicted, select_rows

if TYPE_CHECKING:
    from trainer_app.domain.base.authority import AuthorRights

ENTITY = "office_user"
_ACTIONS = "trainer_app.actions."
_ROWS = Rows(ENTITY, order=lambda rows: (rows.t.name, rows.own.key))
_record = RecordReader(OfficeUser, ENTITY)


def list_users(work: Opened) -> list[OfficeUser]:
    """Return the people of the office who were not removed, by name; none where one person works alone."""
    return [user for user in all_users(work) if not user.removed]


def takes_two(work: Opened) -> bool:
    """Tell whether what cannot be taken back takes two heads: one is here, and there is another one.

    Whoever opened the office with its key from paper, or alone, does it at once.
    """
    return work.person is not None and count_heads(list_users(work)) > 1


def all_users(work: Opened) -> list[OfficeUser]:
    """Return the people of the office, and who was among them, by name."""
    return [*work.database.remembered("people of the office", lambda: _read_users(work))]


def _read_users(work: Opened) -> list[OfficeUser]:
    # What was signed is told by the same settings for each of them: within this, a server is asked once.
    with work.database.still(few=True):
        rows = select_rows(work.database, _ROWS)
        if not rows:
            return []
        doubted, known = contradicted(work.database, ENTITY), heads.find(work)
        people = [_judged(work, _record(row), doubted=row["key"] in doubted) for row in rows]
        return [_among_heads(known, user) for user in people]


def _judged(work: Opened, user: OfficeUser, *, doubted: bool) -> OfficeUser:
    role = user.role if user.role is not None and is_granted(work, user.key, grant_of(user)) else None
    if role is not None and doubted:
        role = min(role, *_claimed(work, user.key), key=ROLES.index)
    return msgspec.structs.replace(user, role=role)


def _among_heads(known: Heads, user: OfficeUser) -> OfficeUser:
    """Return somebody as heads together left them: what one alone wrote of another one counts for nothing."""
    signed = known.standing.get(user.key)
    if signed is None:
        single = known.several and user.role is UserRole.HEAD and user.key not in known.raised
        return msgspec.structs.replace(user, role=None) if single else user
    own = grant_of(user)
    if user.key in known.reset and user.role is UserRole.HEAD and not user.removed:
        return user
    if not user.removed and msgspec.structs.replace(own, signature=signed.signature) == signed:
        return user
    return msgspec.structs.replace(
        user,
        role=UserRole.HEAD,
        recipient=signed.recipient,
        signer=signed.signer,
        signature=signed.signature,
        given=False,
        removed=False,
    )


def _claimed(work: Opened, key: str) -> list[UserRole]:
    """Return the roles that were given to somebody without one head knowing of the other."""
    state = work.journal.projector.load([(ENTITY, key)])[ENTITY, key]
    values = {str(head.value) for head in state.heads("role")}
    return [UserRole(value) if value in ROLES else UserRole.READER for value in values]


def grant_of(user: OfficeUser) -> Grant:
    """Return what the office signed of somebody."""
    role = user.role.value if user.role is not None else ""
    return Grant(role, user.recipient, user.signer, user.signature, user.given)


def place_of(work: Opened) -> AuthorRights | None:
    """Return what this computer may do on the road, where it is one of the office that travels."""
    authority = work.journal.authority
    found = authority.authors.get(author_of(work.journal.replica)) if authority is not None else None
    return found if found is not None and found.user is not None else None


def signers_on_the_road(work: Opened, user: str) -> set[str]:
    """Return the keys (hex digits) with which a person signs on computers that travel and were not lost."""
    authority = work.journal.authority
    authors = authority.authors.values() if authority is not None else ()
    return {each.signing_key.hex() for each in authors if each.user == user and each.ends is None}


def sign_in(work: Opened) -> None:
    """Note whose passphrase opened a workplace. Raises users.closed for somebody who was removed.

    Whom the database does not know (it was brought back from before they came) may look. A computer that
    travels is its owner's: nobody else has a passphrase of it.
    """
    opened, place = work.vault_key.user, place_of(work)
    if place is not None and (place.user or list_users(work)):
        work.person = _known(work, str(place.user))
        return
    if opened is None:
        work.person = None
        return
    if is_closed(work):
        raise TrainerError("users.closed")
    work.person = _known(work, opened.id)


def _known(work: Opened, user: str) -> OfficeUser:
    return next((each for each in all_users(work) if each.key == user), OfficeUser(user))


def is_closed(work: Opened) -> bool:
    """Tell whether whoever opened a workplace was removed since, or given a newer passphrase by a head."""
    own = work.vault_key.user
    if own is None:
        return False
    found = next((user for user in all_users(work) if user.key == own.id), None)
    return found is not None and (found.removed or found.recipient != own.recipient)


def may(work: Opened, right: Right) -> bool:
    """Tell whether whoever is here has a right, by what the database says now."""
    return work.person is None or _carries(work, right) or allows(_role_of(work, work.person), right)


def _carries(work: Opened, right: Right) -> bool:
    return right is Right.CARRY and place_of(work) is not None


def _role_of(work: Opened, person: OfficeUser) -> UserRole | None:
    found = next((user for user in list_users(work) if user.key == person.key), None)
    place, role = place_of(work), found.role if found is not None else None
    if place is None or place.role is None or role is None:
        return role
    # What was written beyond the role that the list names would count nowhere.
    return min(role, place.role, key=ROLES.index)


class KnownRole:
    """What whoever is here may do, for the many parts of a window: read once until anything changes.

    What other desks of a server write is told by notices, at which the window calls `forget`: no question
    goes there for a button. Whoever acts is judged by what the database says then.
    """

    def __init__(self, work: Opened) -> None:
        self._work = work
        self._read: tuple[object, UserRole | None] | None = None

    def forget(self) -> None:
        """Read it again when it is asked for next."""
        self._read = None

    def may(self, right: Right) -> bool:
        """Tell whether whoever is here has a right."""
        person = self._work.person
        return person is None or _carries(self._work, right) or allows(self._role(person), right)

    @property
    def named(self) -> bool:
        """Tell whether it is known who of several people is here: only they have a role."""
        return self._work.person is not None

    @property
    def role(self) -> UserRole | None:
        """The role of whoever is here; None where they have none, or need none."""
        return None if self._work.person is None else self._role(self._work.person)

    def _role(self, person: OfficeUser) -> UserRole | None:
        stamp = person, self._work.database.known_writes
        if self._read is None or self._read[0] != stamp:
            self._read = stamp, _role_of(self._work, person)
        return self._read[1]


def check(work: Opened, right: Right) -> None:
    """Raise rights.refused, rights.no_names unless whoever is here has a right."""
    if not may(work, right):
        raise refusal(right)


def check_step(work: Opened, code: str) -> None:
    """Raise rights.refused for taking back, or doing again, a step that only a head may do.

    Raises joint.not_by_undo for one that takes two.
    """
    refused = step_refusal(work, code)
    if refused is not None:
        raise refused


def step_refusal(work: Opened, code: str) -> TrainerError | None:
    """Return what `check_step` raises; None where a step may be taken back, or done again."""
    right = Right.DECIDE if code in DECIDED_STEPS else Right.RECORD
    if not may(work, right):
        return refusal(right)
    return TrainerError("joint.not_by_undo") if code in JOINT_STEPS and takes_two(work) else None


def has_given_passphrase(work: Opened) -> bool:
    """Tell whether another head may know the passphrase of the head who is here.

    That one could be both: nothing is decided in their name before they have chosen one of their own.
    """
    key = work.person.key if work.person is not None else ""
    here = next((user for user in list_users(work) if user.key == key), None)
    return here is not None and here.given and here.role is UserRole.HEAD and takes_two(work)


def passphrase_origin(work: Opened, user: OfficeUser) -> str:
    """Return the code of the words that say who else may know a head's passphrase; empty where nobody may.

    It is told by who wrote the key that came with it: whoever opened the office with its key from paper is
    none of its people, or, where the office was set up again from its papers, that very person.
    """
    if not user.given or user.role is not UserRole.HEAD:
        return ""

    def read() -> list[str]:
        return writers_of(work.journal, ENTITY, user.key, "recipient")

    wrote = work.database.remembered(f"passphrase of {user.key}", read)
    names = {each.name for each in all_users(work)} - {user.name}
    return "users.given" if names.issuperset(wrote) else "users.given_on_paper"


def check_own_passphrase(work: Opened) -> None:
    """Raise joint.given where another head may know the passphrase of the head who is here."""
    if has_given_passphrase(work):
        raise TrainerError("joint.given")


def refusal(right: Right) -> TrainerError:
    """Return what is said to who lacks a right: who has it, and what to do."""
    return _told("rights.no_names" if right is Right.NAMES else "rights.refused", right)


def withheld(right: Right) -> TrainerError:
    """Return what is said to who lacks a right before anything was tried."""
    return _told("rights.withheld_names" if right is Right.NAMES else "rights.withheld", right)


def _told(code: str, right: Right) -> TrainerError:
    return TrainerError(code, role=Label(f"users.role.{least_role(right).value}"))


_acting: ContextVar[bool] = ContextVar("acting", default=False)
"""Whether an action that was allowed is under way: what it does in turn is part of it."""


def guarded[Action: Callable[..., Any]](action: Action) -> Action:
    """Let an action of `domain.base.rights.RIGHTS` be done only by who may: the one place that refuses it.

    Raises rights.refused, rights.no_names, joint.given before anything of it is done.
    """
    module = action.__module__.removeprefix(_ACTIONS).replace(".", "/")
    right = RIGHTS[f"{module}/{action.__name__}"]

    @wraps(action)
    def checked(work: Opened, *args: Any, **values: Any) -> Any:
        if work.person is None or _acting.get():
            return action(work, *args, **values)
        check(work, right)
        if right is Right.DECIDE:
            check_own_passphrase(work)
        token = _acting.set(True)
        try:
            return action(work, *args, **values)
        finally:
            _acting.reset(token)

    return cast(Action, checked)
