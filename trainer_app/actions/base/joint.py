"""What takes two heads: how each request stands, and whether something may be done now.

An action that cannot be taken back calls `require`, which gives the entry to write with it, or refuses.
`actions.review.joint_decisions` asks, confirms and does it.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

from msgspec import Struct

from trainer_app.actions.base import rights
from trainer_app.actions.base.rights import Opened
from trainer_app.bundle import sealing
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import (
    JointAnswer,
    JointDecision,
    JointMatter,
    JointState,
    answer_words,
    may_answer,
    read_grant,
    request_words,
    waiting_about,
)
from trainer_app.domain.base.rights import OfficeUser, UserRole
from trainer_app.domain.base.settings import OFFICE_CODE
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.rows import RecordReader, Rows, select_rows

ENTITY = "joint_decision"
_ROWS = Rows(ENTITY, order=lambda rows: (rows.t.at, rows.own.key))
_record = RecordReader(JointDecision, ENTITY)


ASKED = "joint.step.ask"
"""The step of a request: by it a caller knows that nothing was done yet."""


class Waiting(Struct, frozen=True):
    """A request that waits, and the name of who asked."""

    decision: JointDecision
    asked_by: str


class _Agreed(Struct, frozen=True):
    decision: JointDecision
    write: Write


_agreed: ContextVar[_Agreed | None] = ContextVar("agreed", default=None)
"""What a second head has just confirmed, while it is done."""


def require(work: Opened, matter: JointMatter, subjects: Sequence[str]) -> list[Write]:
    """Return what is to be written with an action that takes two heads, in the same step.

    Nothing where one head does it alone. A step that holds it is a note, which undo passes over: what two
    decided is neither taken back nor done again by one. Raises joint.needed unless another head has just
    confirmed it.
    """
    if not rights.takes_two(work):
        return []
    agreed = _agreed.get()
    if agreed is not None:
        found = agreed.decision
        if found.matter == matter and sorted(found.subjects) == sorted(subjects):
            return [agreed.write]
    raise TrainerError("joint.needed")


@contextmanager
def agreed_by_two(decision: JointDecision, write: Write) -> Iterator[None]:
    """Let what a second head confirms be done inside; `write` is the answer, which goes into its step."""
    token = _agreed.set(_Agreed(decision, write))
    try:
        yield
    finally:
        _agreed.reset(token)


def list_decisions(work: Opened) -> list[tuple[JointDecision, JointState]]:
    """Return all requests with how they stand, the oldest first."""
    found = [_record(row) for row in select_rows(work.database, _ROWS)]
    people = {user.key: user for user in rights.all_users(work)} if found else {}
    return [(each, state_of(work, each, people)) for each in found]


def list_waiting(work: Opened) -> list[JointDecision]:
    """Return the requests that wait for a second head, the oldest first."""
    return [each for each, state in list_decisions(work) if state is JointState.WAITING]


def waiting_on(work: Opened, subject: str) -> Waiting | None:
    """Return what waits about a person, a course or a serial, where anything does."""
    found = waiting_about(list_waiting(work), [subject])
    if found is None:
        return None
    names = {user.key: user.name for user in rights.all_users(work)}
    return Waiting(found, names.get(found.by, ""))


def state_of(
    work: Opened, found: JointDecision, people: Mapping[str, OfficeUser] | None = None
) -> JointState:
    """Tell how a request stands, by what is signed: an answer of nobody who may give it is none."""
    if people is None:
        people = {user.key: user for user in rights.all_users(work)}
    office = work.store.setting(OFFICE_CODE)
    if not _signed_by_head(work, found.by, found.grant, request_words(office, found), found.signature):
        return JointState.LAPSED
    if _is_answered(work, office, found):
        return JointState(found.answer)
    asked = people.get(found.by)
    current = asked is not None and not asked.removed and asked.role is UserRole.HEAD
    # With a new passphrase somebody has a new key too: what another one signed is asked anew.
    signer = _signer(found.grant)
    same = asked is not None and (
        asked.signer == signer or signer in rights.signers_on_the_road(work, found.by)
    )
    return JointState.WAITING if current and same else JointState.LAPSED


def _is_answered(work: Opened, office: str, found: JointDecision) -> bool:
    if found.answer not in tuple(JointAnswer):
        return False
    if not may_answer(JointAnswer(found.answer), own=found.answered_by == found.by):
        return False
    if found.answered_by != found.by and _signer(found.answer_grant) == _signer(found.grant):
        # One person under two names.
        return False
    words = answer_words(office, found)
    return _signed_by_head(work, found.answered_by, found.answer_grant, words, found.answer_signature)


def _signer(grant: str) -> str:
    return read_grant(grant).signer


def _signed_by_head(work: Opened, user: str, grant: str, words: bytes, signature: str) -> bool:
    """Tell whether somebody signed words whom the office's root had made a head, and nobody else for them."""
    told = read_grant(grant)
    if told.role != UserRole.HEAD or told.given or not rights.is_granted(work, user, told):
        return False
    try:
        signer = bytes.fromhex(told.signer)
    except ValueError:
        return False
    if len(signer) != sealing.KEY_LENGTH:
        return False
    return sealing.is_signed_by(words, signature.encode(), signer, sealing.Purpose.JOINT)
