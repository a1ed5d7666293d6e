"""What two heads of an office do together, since it cannot be taken back: one asks, another one confirms.

Request and answer are each signed by the key of whoever gave it, which lies in that person's slot of the
vault, and carry what the office's root key signed of that person then. So what counts follows from the rows
alone, also years later, and whoever joins the files of two computers gets the same answer.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum

import msgspec
from msgspec import Struct

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.rights import UserRole

LONGEST_REASON, LONGEST_REFERENCE = 200, 60
_FORMAT, _VERSION = "trainer-joint-decision", 1


class JointMatter(StrEnum):
    """What takes two heads where an office has them."""

    ERASE = "erase"
    """The data of a person, for good."""
    PURGE = "purge"
    """The names of courses whose time has come."""
    VOID = "void"
    """Certificates are revoked: a number that is void never counts again."""
    REOPEN = "reopen"
    """The approval of a course is taken back."""


class JointAnswer(StrEnum):
    """What came of a request."""

    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class JointState(StrEnum):
    """How a request stands."""

    WAITING = "waiting"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    """Whoever asked may do so no more, or no head signed it: it counts for nothing."""


class JointDecision(Struct, frozen=True):
    """One row: a request, and its answer where there is one.

    `subjects`: a person's key, keys of courses, or serials. `by` and `answered_by` are keys of users; moments
    are Unix milliseconds; a `grant` is what the office's root signed of the user, as JSON.
    """

    key: str
    matter: str = ""
    subjects: tuple[str, ...] = ()
    reason: str = ""
    reference: str = ""
    by: str = ""
    at: int = 0
    grant: str = ""
    signature: str = ""
    answer: str = ""
    answered_by: str = ""
    answer_reason: str = ""
    answered_at: int = 0
    answer_grant: str = ""
    answer_signature: str = ""


REQUEST = ("matter", "subjects", "reason", "reference", "by", "at", "grant", "signature")
"""Fields of a request, which never change."""
ANSWER = ("answer", "answered_by", "answer_reason", "answered_at", "answer_grant", "answer_signature")
"""Fields of an answer, written in one entry."""


class Grant(Struct, frozen=True):
    """What the office's root key signed of a user: `signer` is the key with which that person signs.

    `given`: a head knows the passphrase that leads to that key, having chosen it.
    """

    role: str = ""
    recipient: str = ""
    signer: str = ""
    signature: str = ""
    given: bool = False


class Traveller(Struct, frozen=True):
    """Whose computer of the office is on the road: `user` by key, "" where one works alone at the office.

    The `grant` is for the keys of that computer, and its role what its entries may decide.
    """

    user: str
    grant: Grant

    @property
    def is_sound(self) -> bool:
        """Whether its role is one that takes data along: who only looks has no such computer."""
        return self.grant.role in (UserRole.OFFICER, UserRole.HEAD)


def write_grant(grant: Grant) -> str:
    """Return a grant as it is kept beside what its owner signed."""
    return msgspec.json.encode(grant, order="sorted").decode()


def read_grant(text: str) -> Grant:
    """Return a kept grant; an empty one of anything else."""
    try:
        return msgspec.json.decode(text.encode(), type=Grant)
    except msgspec.MsgspecError:
        return Grant()


def request_words(office: str, found: JointDecision) -> bytes:
    """Return what whoever asks signs: JSON, keys sorted, UTF-8."""
    return _signed(
        office,
        found.key,
        {
            "matter": found.matter,
            "subjects": found.subjects,
            "reason": found.reason,
            "reference": found.reference,
            "by": found.by,
            "at": found.at,
        },
    )


def answer_words(office: str, found: JointDecision) -> bytes:
    """Return what whoever answers signs: the request's signature is part of it."""
    return _signed(
        office,
        found.key,
        {
            "request": found.signature,
            "answer": found.answer,
            "by": found.answered_by,
            "reason": found.answer_reason,
            "at": found.answered_at,
        },
    )


def _signed(office: str, key: str, said: Mapping[str, object]) -> bytes:
    document = {"format": _FORMAT, "version": _VERSION, "office": office, "decision": key, **said}
    return msgspec.json.encode(document, order="sorted")


def may_answer(answer: JointAnswer, *, own: bool) -> bool:
    """Tell whether somebody gives an answer: one's own request one withdraws, that of another one not."""
    return own is (answer is JointAnswer.WITHDRAWN)


def check_reason(reason: str) -> str:
    """Return a reason, tidied. Raises joint.no_reason, joint.too_long."""
    tidy = " ".join(reason.split())
    if not tidy:
        raise TrainerError("joint.no_reason")
    if len(tidy) > LONGEST_REASON:
        raise TrainerError("joint.too_long", most=LONGEST_REASON)
    return tidy


def waiting_about(found: Iterable[JointDecision], subjects: Iterable[str]) -> JointDecision | None:
    """Return the first of some requests that is about one of some subjects."""
    wanted = set(subjects)
    return next((each for each in found if wanted.intersection(each.subjects)), None)
