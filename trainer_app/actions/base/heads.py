"""Who is a head of the office, by what was signed: by the office's root key, by heads, by its key from paper.

What the list of people says of a head counts as long as nothing was signed that says otherwise: from the
moment at which two heads have said that they are heads, one alone neither lowers the other one nor makes a
third, whatever is written into the list. Journals from before say nothing of the kind, and are read as ever.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

import msgspec

from trainer_app.bundle import sealing
from trainer_app.domain.base.joint import (
    ABOUT_PEOPLE,
    ANSWER,
    PAPER,
    Grant,
    Heads,
    JointAnswer,
    JointDecision,
    JointStatement,
    answer_words,
    find_heads,
    may_answer,
    read_grant,
    request_words,
)
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.base.schema import project
from trainer_app.domain.base.settings import OFFICE_CODE, ROOTS
from trainer_app.store.base.registers import entries_beside
from trainer_app.store.base.rows import RecordReader, Rows, select_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from trainer_app.bundle.vault import DataKey
    from trainer_app.domain.base.journal import Entry
    from trainer_app.domain.base.rights import OfficeUser
    from trainer_app.store.base.database import Database
    from trainer_app.store.base.journal import Journal
    from trainer_app.store.base.store import Store
    from trainer_app.system.clock import Clock

ENTITY = "joint_decision"
_ROWS = Rows(ENTITY, order=lambda rows: (rows.t.at, rows.own.key))
_record = RecordReader(JointDecision, ENTITY)
_OF_PEOPLE = sorted({*ABOUT_PEOPLE, *JointStatement})
_ABOUT_HEADS = Rows(ENTITY, where=lambda rows: rows.t.matter.in_(_OF_PEOPLE))
"""Asked with each action: an office has hundreds of others."""


class Opened(Protocol):
    """What is asked of an open workplace here."""

    person: OfficeUser | None
    clock: Clock

    @property
    def store(self) -> Store:
        """The open store."""

    @property
    def database(self) -> Database:
        """The open database."""

    @property
    def journal(self) -> Journal:
        """The journal of the open database."""

    @property
    def vault_key(self) -> DataKey:
        """What the vault opens."""


def read_rows(work: Opened, database: Database | None = None) -> list[JointDecision]:
    """Return all requests and statements, here or in a copy, the oldest first, whether they count or not."""
    source = database or work.database
    beside = answers_beside(source)
    return [_chosen(work, _record(row), beside) for row in select_rows(source, _ROWS)]


_ALONE = 2
"""A request and its answer: so many entries stand beside each other where nobody said anything else."""


def answers_beside(database: Database) -> Mapping[str, Sequence[JointDecision]]:
    """Return the answers to requests that were given more than one, the earliest first, by the request.

    Two computers that know nothing of each other may answer one and the same request.
    """

    def read() -> dict[str, list[JointDecision]]:
        found = entries_beside(database, ENTITY, _ALONE)
        return {
            key: [_answer(key, entry) for entry in each if "answer" in entry.s] for key, each in found.items()
        }

    return database.remembered("answers beside", read)


def _answer(key: str, entry: Entry) -> JointDecision:
    blank = dict.fromkeys(JointDecision.__struct_fields__)
    return _record(blank | {"key": key} | project(ENTITY, {name: entry.s.get(name) for name in ANSWER}))


def with_answer(found: JointDecision, answer: JointDecision) -> JointDecision:
    """Return a request with another answer."""
    return msgspec.structs.replace(found, **{name: getattr(answer, name) for name in ANSWER})


def _chosen(
    work: Opened, found: JointDecision, beside: Mapping[str, Sequence[JointDecision]]
) -> JointDecision:
    """Return a request with the answer that holds: a signed one, confirmed before others, the earliest."""
    given = [with_answer(found, each) for each in beside.get(found.key, ())]
    confirmed = JointAnswer.CONFIRMED
    # Of equal ones the first stays first.
    return min(given, key=lambda each: (not is_answered(work, each), each.answer != confirmed), default=found)


def find(work: Opened, database: Database | None = None) -> Heads:
    """Return who decides with whom, by what was signed of people, here or in a copy of the database."""
    asked = database or work.database

    def read() -> Heads:
        beside = answers_beside(asked)
        return judge(work, [_chosen(work, _record(row), beside) for row in select_rows(asked, _ABOUT_HEADS)])

    # What counts in a copy follows from settings that do not lie in it.
    return read() if asked is not work.database else asked.remembered("who decides", read)


def judge(work: Opened, rows: list[JointDecision]) -> Heads:
    """Return the same by given rows, and whose answers count."""
    return find_heads(_sound(work, found) for found in rows if is_asked(work, found))


def _sound(work: Opened, found: JointDecision) -> JointDecision:
    """Return a row with what is signed in it alone."""
    if found.matter == JointStatement.HEADS:
        named = zip(found.subjects[::2], found.subjects[1::2], strict=False)
        known = [pair for pair in named if _is_head(work, pair[0], read_grant(pair[1]))]
        return msgspec.structs.replace(found, subjects=tuple(text for pair in known for text in pair))
    if found.matter == JointStatement.COMPUTER:
        grants = [text for text in found.subjects if _is_head(work, found.by, read_grant(text))]
        return msgspec.structs.replace(found, subjects=tuple(grants))
    if found.answer and not is_answered(work, found):
        return msgspec.structs.replace(found, answer="", answered_at=0)
    return found


def is_asked(work: Opened, found: JointDecision) -> bool:
    """Tell whether a request, or a statement, is signed by somebody who was a head when they made it."""
    words = request_words(work.store.setting(OFFICE_CODE), found)
    if found.matter == JointStatement.OPENED:
        return found.by == PAPER and _signed_by_paper(work, found.grant, words, found.signature)
    return _signed_by_head(work, found.by, found.grant, words, found.signature)


def is_answered(work: Opened, found: JointDecision) -> bool:
    """Tell whether an answer is signed by another head, or by the key from paper."""
    if found.answer not in tuple(JointAnswer):
        return False
    words = answer_words(work.store.setting(OFFICE_CODE), found)
    if found.answered_by == PAPER:
        confirmed = found.answer == JointAnswer.CONFIRMED
        return confirmed and _signed_by_paper(work, found.answer_grant, words, found.answer_signature)
    if not may_answer(JointAnswer(found.answer), own=found.answered_by == found.by):
        return False
    same = read_grant(found.answer_grant).signer == read_grant(found.grant).signer
    if found.answered_by != found.by and same:
        # One person under two names.
        return False
    return _signed_by_head(work, found.answered_by, found.answer_grant, words, found.answer_signature)


def signed_words(work: Opened, key: str, grant: Grant) -> bytes:
    """Return what the office's root key signs of somebody: JSON, keys sorted, UTF-8."""
    document: dict[str, object] = {
        "format": "trainer-office-user",
        "version": 1,
        "office": work.store.setting(OFFICE_CODE),
        "user": key,
        "role": grant.role,
        "recipient": grant.recipient,
    }
    if grant.signer:
        document["signer"] = grant.signer
    if grant.given:
        document["given"] = True
    return msgspec.json.encode(document, order="sorted")


def is_granted(work: Opened, user: str, grant: Grant) -> bool:
    """Tell whether a root key of the office signed this of a user."""
    words, signature = signed_words(work, user, grant), grant.signature.encode()
    roots = work.store.setting(ROOTS)
    return any(_is_signed(words, signature, root, sealing.Purpose.RIGHTS) for root in roots)


def _is_head(work: Opened, user: str, grant: Grant) -> bool:
    return grant.role == UserRole.HEAD and is_granted(work, user, grant)


def _signed_by_head(work: Opened, user: str, grant: str, words: bytes, signature: str) -> bool:
    """Tell whether somebody signed words whom the office's root had made a head, and nobody else for them."""
    told = read_grant(grant)
    return not told.given and _is_head(work, user, told) and _signed_with(told, words, signature)


def _signed_by_paper(work: Opened, grant: str, words: bytes, signature: str) -> bool:
    told = read_grant(grant)
    return told.role == PAPER and is_granted(work, PAPER, told) and _signed_with(told, words, signature)


def _signed_with(told: Grant, words: bytes, signature: str) -> bool:
    try:
        signer = bytes.fromhex(told.signer)
    except ValueError:
        return False
    if len(signer) != sealing.KEY_LENGTH:
        return False
    return _is_signed(words, signature.encode(), signer, sealing.Purpose.JOINT)


# Asked for each button that is shown; whether a signature holds never changes.
@lru_cache(maxsize=2048)
def _is_signed(words: bytes, signature: bytes, key: bytes, purpose: sealing.Purpose) -> bool:
    return sealing.is_signed_by(words, signature, key, purpose)
