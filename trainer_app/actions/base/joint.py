"""What takes two heads: how each request stands, and whether something may be done now.

An action that cannot be taken back calls `require`, which gives the entry to write with it, or refuses.
`actions.review.joint_decisions` asks, confirms and does it.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar

import msgspec
from msgspec import Struct

from trainer_app.actions.base import heads, rights
from trainer_app.actions.base.heads import ENTITY, Opened
from trainer_app.bundle import sealing
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import (
    REQUEST,
    Grant,
    Heads,
    JointDecision,
    JointMatter,
    JointState,
    JointStatement,
    next_moment,
    read_grant,
    request_words,
    waiting_about,
    write_grant,
)
from trainer_app.domain.base.journal import Value
from trainer_app.domain.base.merging import RowKey
from trainer_app.domain.base.rights import OfficeUser, UserRole
from trainer_app.domain.base.settings import OFFICE_CODE
from trainer_app.store.base.database import Database
from trainer_app.store.base.drafts import Write
from trainer_app.store.people.people import get_person

ASKED = "joint.step.ask"
"""The step of a request: by it a caller knows that nothing was done yet."""
ANSWERED = (JointState.CONFIRMED, JointState.DECLINED, JointState.WITHDRAWN)


class Waiting(Struct, frozen=True):
    """A request that waits, and the name of who asked."""

    decision: JointDecision
    asked_by: str


class _Agreed(Struct, frozen=True):
    decision: JointDecision
    write: Write


_agreed: ContextVar[_Agreed | None] = ContextVar("agreed", default=None)
"""What a second head has just confirmed, while it is done."""


def is_agreed(matter: JointMatter, subjects: Sequence[str]) -> bool:
    """Tell whether a second head has just confirmed this."""
    agreed = _agreed.get()
    found = agreed.decision if agreed is not None else None
    return found is not None and found.matter == matter and sorted(found.subjects) == sorted(subjects)


def require(work: Opened, matter: JointMatter, subjects: Sequence[str]) -> list[Write]:
    """Return what is to be written with an action that takes two heads, in the same step.

    Nothing where one head does it alone. A step that holds it is a note, which undo passes over: what two
    decided is neither taken back nor done again by one. Raises joint.needed unless another head has just
    confirmed it.
    """
    if not rights.takes_two(work):
        return []
    agreed = _agreed.get()
    if agreed is None or not is_agreed(matter, subjects):
        raise TrainerError("joint.needed")
    return [agreed.write]


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
    rows = heads.read_rows(work)
    if not rows:
        return []
    people = {user.key: user for user in rights.all_users(work)}
    known = heads.judge(work, rows)
    # Of a request whose import was undone only the answer may be left: nobody can say what that was about.
    asked = [each for each in rows if each.matter and each.matter not in tuple(JointStatement)]
    return [(each, state_of(work, each, people, known)) for each in asked]


def late_answers(work: Opened, found: JointDecision) -> list[JointDecision]:
    """Return a request with each other answer that was given to it elsewhere, and that counts no more."""
    beside = heads.answers_beside(work.database).get(found.key, ())
    given = [
        heads.with_answer(found, each) for each in beside if each.answer_signature != found.answer_signature
    ]
    return [each for each in given if heads.is_answered(work, each)]


def check_undoing(work: Opened, rows: Collection[RowKey]) -> None:
    """Raise joint.not_by_undoing where an import brought what two heads decided, or what a head signed.

    A request that nobody has answered yet may go with its import.
    """
    if not rights.takes_two(work):
        return
    brought = {key for entity, key in rows if entity == ENTITY}
    said = [each for each in heads.read_rows(work) if each.key in brought] if brought else []
    signed = any(each.matter in tuple(JointStatement) and heads.is_asked(work, each) for each in said)
    if signed or any(state_of(work, each) in ANSWERED for each in said):
        raise TrainerError("joint.not_by_undoing")


def check_copy(work: Opened, copy: Database) -> None:
    """Let a copy be put back only where two heads stand in it as here, with all that they confirmed together.

    Once the office was opened with its key from paper, any copy may be. Raises backup.before_heads,
    backup.before_decisions.
    """
    known = heads.find(work)
    if not known.several:
        return
    if known.standing.keys() - heads.find(work, copy).standing.keys():
        # Whoever was alone then would be so again.
        raise TrainerError("backup.before_heads")
    held = {each.key for each in heads.read_rows(work, copy) if each.answer}
    confirmed = (each.key for each, state in list_decisions(work) if state is JointState.CONFIRMED)
    lost = sum(key not in held for key in confirmed)
    if lost:
        raise TrainerError("backup.before_decisions", count=lost)


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
    work: Opened,
    found: JointDecision,
    people: Mapping[str, OfficeUser] | None = None,
    known: Heads | None = None,
) -> JointState:
    """Tell how a request stands, by what is signed: an answer of nobody who may give it is none."""
    if people is None:
        people = {user.key: user for user in rights.all_users(work)}
    if known is None:
        known = heads.judge(work, heads.read_rows(work))
    if not heads.is_asked(work, found):
        return JointState.LAPSED
    if found.key in known.counted and heads.is_answered(work, found):
        return JointState(found.answer)
    asked = people.get(found.by)
    current = asked is not None and not asked.removed and asked.role is UserRole.HEAD
    # With a new passphrase somebody has a new key too: what another one signed is asked anew.
    signer = read_grant(found.grant).signer
    same = asked is not None and (
        asked.signer == signer or signer in rights.signers_on_the_road(work, found.by)
    )
    waits = current and same and known.counts(found.by, found.grant) and not _is_done(work, found)
    return JointState.WAITING if waits else JointState.LAPSED


def _is_done(work: Opened, found: JointDecision) -> bool:
    """Tell whether a person's data are erased already: two computers may have asked for it."""
    if found.matter != JointMatter.ERASE:
        return False
    person = get_person(work.database, found.subjects[0]) if found.subjects else None
    return person is not None and person.erased


# --- what is said beside requests


def note_heads(work: Opened) -> None:
    """Let whoever is here say, once, that they are a head, where there are two who know their passphrases.

    From then on nobody makes the other one less alone.
    """
    person, own = work.person, work.vault_key.user
    if person is None or own is None:
        return
    people = [user for user in rights.list_users(work) if user.role is UserRole.HEAD]
    here = next((user for user in people if user.key == person.key), None)
    if here is None or here.given or here.signer != own.signer:
        return
    if not any(user.key != here.key and not user.given for user in people):
        return
    known = heads.find(work)
    stands = known.standing.get(here.key)
    if stands is not None and stands.signer and here.key not in known.reset:
        return
    named = [text for user in people for text in (user.key, write_grant(rights.grant_of(user)))]
    label = Label("joint.step.heads", {"name": here.name})
    work.journal.record(label, [statement(work, JointStatement.HEADS, here, named)], note=True)


def statement(work: Opened, said: JointStatement, here: OfficeUser, subjects: Sequence[str]) -> Write:
    """Return a statement of who is here, signed, to be written in a step."""
    own = work.vault_key.user
    assert own is not None
    found = state(work, said, subjects, here.key, rights.grant_of(here))
    return sign_statement(work, found, own.signing_seed)


def state(
    work: Opened, said: JointStatement, subjects: Sequence[str], by: str, grant: Grant
) -> JointDecision:
    """Return a statement that nobody has signed yet."""
    return JointDecision(
        key=work.journal.make_key(),
        matter=said.value,
        subjects=tuple(subjects),
        by=by,
        at=next_moment(work.clock.millis(), heads.read_rows(work)),
        grant=write_grant(grant),
    )


def sign_statement(work: Opened, found: JointDecision, seed: bytes) -> Write:
    """Return a statement with its signature, to be written in a step."""
    words = request_words(work.store.setting(OFFICE_CODE), found)
    signature = sealing.sign(words, seed, sealing.Purpose.JOINT).decode()
    return to_write(msgspec.structs.replace(found, signature=signature), REQUEST)


def to_write(found: JointDecision, names: Sequence[str]) -> Write:
    """Return some fields of a row as they are written."""
    values: dict[str, Value] = {}
    for name in names:
        value = getattr(found, name)
        values[name] = list(value) if isinstance(value, tuple) else value or None
    return Write(ENTITY, found.key, values)
