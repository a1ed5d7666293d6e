"""What two heads of an office do together, since it cannot be taken back: one asks, another one confirms.

Request and answer are each signed by the key of whoever gave it, which lies in that person's slot of the
vault, and carry what the office's root key signed of that person then. So what counts follows from the rows
alone, also years later, and whoever joins the files of two computers gets the same answer.
"""

from collections.abc import Iterable, Mapping, Sequence
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
    LOWER = "lower"
    """A head is to be less from now on: their key, and the role."""
    REMOVE = "remove"
    """A head's passphrase opens the office no more."""
    PASSPHRASE = "passphrase"
    """A head who forgot theirs is given a passphrase by another one."""
    RAISE = "raise"
    """Somebody becomes one more head."""
    PAPERS = "papers"
    """The office gets a new key on paper, which counts as a head beside one."""


ABOUT_PEOPLE = frozenset({JointMatter.LOWER, JointMatter.REMOVE, JointMatter.PASSPHRASE, JointMatter.RAISE})
"""What changes who decides with whom."""
PAPER = "paper"
"""Stands for the office's recovery key where a head or an answer is named; its grant has this as its role."""


class JointStatement(StrEnum):
    """What is said and signed beside requests, in rows of the same kind; nobody answers it."""

    HEADS = "heads"
    """Who are heads with a passphrase of their own: a key and a grant for each."""
    LEAVE = "leave"
    """A head is none any more, by their own will."""
    OPENED = "opened"
    """Somebody opened the office with its key from paper, and may give passphrases anew."""
    COMPUTER = "computer"
    """A head signs on a computer of theirs that travels too: the grant for its key."""
    USED = "used"
    """With whose request the key from paper was used: told by that head."""


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


class Heads(Struct, frozen=True):
    """Who decides with whom, as far as it was ever signed.

    `standing` are heads whose own key counts, with what the office signed of them; nobody lowers them alone.
    `raised` may become such a head, `reset` may be given a passphrase. `counted` are requests whose answer
    counts. `computers` are those of heads that travel: with what they said so, and the grant for its key.
    """

    standing: Mapping[str, Grant]
    raised: frozenset[str]
    reset: frozenset[str]
    counted: frozenset[str]
    computers: Mapping[str, Sequence[tuple[Grant, Grant]]]

    @property
    def several(self) -> bool:
        """Tell whether two heads decide here: then no key but theirs counts."""
        return len(self.standing) > 1

    def counts(self, user: str, grant: str) -> bool:
        """Tell whether what somebody signed under a grant is said by a head."""
        return not self.several or _signs(self.standing, self.computers, user, grant)


def _stands(standing: Mapping[str, Grant], user: str, grant: Grant) -> bool:
    known = standing.get(user)
    return known is not None and _is_same(known, grant)


def _signs(
    standing: Mapping[str, Grant],
    computers: Mapping[str, Sequence[tuple[Grant, Grant]]],
    user: str,
    grant: str,
) -> bool:
    """Tell whether a head signs with the key of a grant: with their own, or one of a computer of theirs.

    A computer counts by the key with which its owner stands: each head has the root key at hand, and could
    have said so with another one, at a moment of their choice.
    """
    told, known = read_grant(grant), standing.get(user)
    if known is None:
        return False
    named = [computer for said, computer in computers.get(user, ()) if _is_same(known, said)]
    return any(_is_same(each, told) for each in (known, *named))


def _is_same(known: Grant, grant: Grant) -> bool:
    return known.signer in ("", grant.signer) and known.recipient == grant.recipient


def find_heads(rows: Iterable[JointDecision]) -> Heads:
    """Return who decides with whom, by rows that are signed as they should be, in the order of their moments.

    Before two heads have said that they are heads, one alone made and lowered others: that is so still.
    """
    standing: dict[str, Grant] = {}
    raised, reset, counted = set[str](), set[str](), set[str]()
    told = sorted(rows, key=lambda each: (max(each.at, each.answered_at), each.key))
    computers = _computers(told)
    for found in told:
        several = len(standing) > 1
        by_head = not several or _signs(standing, computers, found.by, found.grant)
        if found.matter == JointStatement.OPENED:
            raised |= standing.keys()
            standing.clear()
        elif found.matter == JointStatement.HEADS:
            _add_heads(found, standing, raised, reset)
        elif found.matter == JointStatement.LEAVE:
            if by_head:
                standing.pop(found.by, None)
                raised.discard(found.by)
        elif found.answer and by_head:
            by_paper = found.answered_by == PAPER
            if by_paper or not several or _signs(standing, computers, found.answered_by, found.answer_grant):
                counted.add(found.key)
                if found.answer == JointAnswer.CONFIRMED and found.matter in ABOUT_PEOPLE:
                    _change_head(found, standing, raised, reset)
    return Heads(standing, frozenset(raised), frozenset(reset), frozenset(counted), computers)


def _computers(rows: Iterable[JointDecision]) -> dict[str, list[tuple[Grant, Grant]]]:
    """Return the computers that travel, by whose they are: what said so, and the grant for its key."""
    found: dict[str, list[tuple[Grant, Grant]]] = {}
    for each in rows:
        if each.matter == JointStatement.COMPUTER:
            said = read_grant(each.grant)
            found.setdefault(each.by, []).extend((said, read_grant(text)) for text in each.subjects)
    return found


def _add_heads(found: JointDecision, standing: dict[str, Grant], raised: set[str], reset: set[str]) -> None:
    """Take in whom a head names: all of them at first, later themselves alone, where they may be a head.

    Whose passphrase another one chose is no such head yet; who was given one names their new key.
    """
    first = not standing
    named = dict(zip(found.subjects[::2], map(read_grant, found.subjects[1::2]), strict=False))
    for user, grant in named.items():
        if user in standing:
            if _stands(standing, user, grant) or (user == found.by and user in reset):
                standing[user] = grant
        elif grant.given:
            if first:
                raised.add(user)
        elif first or (user == found.by and (len(standing) < 2 or user in raised)):
            standing[user] = grant
    reset.discard(found.by)


def _change_head(found: JointDecision, standing: dict[str, Grant], raised: set[str], reset: set[str]) -> None:
    user = found.subjects[0] if found.subjects else ""
    if found.matter == JointMatter.RAISE:
        raised.add(user)
    elif found.matter == JointMatter.PASSPHRASE:
        reset.add(user)
    else:
        standing.pop(user, None)
        raised.discard(user)
        reset.discard(user)


def next_moment(now: int, rows: Sequence[JointDecision]) -> int:
    """Return when something is said: after all that was said, also where a clock was set back."""
    return max([now, *(max(each.at, each.answered_at) + 1 for each in rows)])


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
