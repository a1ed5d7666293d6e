"""Whose entries count: who may write which field, by the office's signed list.

An entry is written under a replica id, which begins with the id of its author's key, so that nobody writes as
somebody else. What an author may write stands beside the field's type in the schema (`Writers`): it follows
from the office's list, from the row's key, which tells who made the row and what it belongs to, and from the
course that the row belongs to. An entry whose author may not write all of its fields is a proposal: it stays
in the journal, changes nothing, and waits for the office. So the state is a function of the set of entries
and of the list, in whatever order they come.

Without an office everything counts.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby

from msgspec import Struct, field

from trainer_app.domain.base.journal import (
    Entry,
    author_of,
    belongs_to,
    derive_key,
    is_derived,
    is_key,
    is_made_by,
)
from trainer_app.domain.base.schema import ENTITIES, Entity, Writers
from trainer_app.domain.base.settings import Setting

type RowKey = tuple[str, str]
type SignatureCheck = Callable[[Entry, "AuthorRights", str], bool]
"""Tells whether an entry about a certificate says what its author signed, for the office of this code."""


class AuthorRights(Struct, frozen=True):
    """What one laptop (or computer of the office) may write, by its place in the office's list.

    `courses` are those that the office gave it, by `grant_of`. `ends` maps, once it was revoked, each replica
    id to the last number that still counts; a replica that is not in it counts no more at all.
    """

    code: str
    signing_key: bytes
    office: bool = False
    may_issue: bool = False
    courses: frozenset[str] = frozenset()
    ends: dict[str, int] | None = None

    def holds(self, replica: str, number: int) -> bool:
        """Tell whether an entry was written before the author was revoked."""
        return self.ends is None or number <= self.ends.get(replica, 0)


class Authority(Struct, frozen=True):
    """The rights of all authors, by the id of their signing keys (16 hex digits); `office` is its code."""

    authors: dict[str, AuthorRights]
    office: str = ""

    def rights(self, entry: Entry) -> AuthorRights | None:
        """Return the rights under which an entry was written; None where its author has none."""
        found = self.authors.get(author_of(entry.r))
        return found if found is not None and found.holds(entry.r, entry.n) else None

    def may_settle(self, entry: Entry) -> bool:
        """Tell whether an entry may decide between values that never change."""
        rights = self.rights(entry)
        return rights is not None and rights.office


AUTHORITY = Setting[Authority | None]("authority", None, Authority)
"""What the office's list that is kept here says of who may write what; None without an office."""


def grant_of(course: str) -> str:
    """Return how a list names a course that was given: whoever does not know it learns nothing of it."""
    return derive_key("grant", course)


_LEVELS: Mapping[str, int] = {
    "course": 0,
    "project": 0,
    "team": 1,
    **dict.fromkeys(("session", "enrolment", "assignment", "sitting", "attachment", "signatory"), 2),
    "feedback_paper": 2,
    **dict.fromkeys(("attendance", "paper", "certificate"), 3),
    **dict.fromkeys(("answer", "printing"), 4),
    "person": 5,
}
"""In this order entries are judged: what a row belongs to stands before it."""
_IN_COURSE = frozenset(_LEVELS) - {"person", "project"}
_SIGNED = frozenset(
    ("enrolment", "kind", "serial", "language", "facts", "credential", "badge", "credential_id", "issued_on")
)
"""Fields of a certificate that the issuer's signature covers."""


class Homes:
    """To which courses (or projects) rows belong, as far as it is known; it only ever grows.

    For a person: the courses they are in. For a row of `team`: its course, once it counts.
    """

    def __init__(self) -> None:
        self.known: dict[RowKey, set[str]] = {}
        self.learnt: list[tuple[RowKey, str]] = []
        """What was added, for whoever keeps it."""

    def of(self, row: RowKey) -> set[str]:
        """Return where a row belongs; nothing while that is not known."""
        if row[0] in ("course", "project"):
            return {row[1]}
        return self.known.get(row, set())

    def learn(self, row: RowKey, courses: Iterable[str]) -> None:
        """Note where a row belongs."""
        there = self.known.setdefault(row, set())
        for course in courses:
            if course not in there:
                there.add(course)
                self.learnt.append((row, course))


class Judge(Struct):
    """Tells which entries count under an authority; what it learns of rows stands in `homes`."""

    authority: Authority
    check_signature: SignatureCheck
    homes: Homes = field(default_factory=Homes)

    def count(self, entries: Sequence[Entry]) -> list[bool]:
        """Tell of each entry whether it counts. Those of one batch may rest on each other, in any order."""
        counted = [False] * len(entries)
        order = sorted(range(len(entries)), key=lambda place: _LEVELS.get(entries[place].e, -1))
        for level, places in groupby(order, key=lambda place: _LEVELS.get(entries[place].e, -1)):
            waiting = [*places]
            while waiting:
                left = [place for place in waiting if not self._counts(entries[place])]
                for place in set(waiting) - set(left):
                    counted[place] = True
                # Whoever is taken into a team may take others in.
                waiting = left if level == _LEVELS["team"] and len(left) < len(waiting) else []
        return counted

    def _counts(self, entry: Entry) -> bool:
        described = ENTITIES.get(entry.e)
        if entry.x or described is None:
            return True
        proven = self._prove(entry, described)
        rights = self.authority.rights(entry)
        if rights is None or not (rights.office or (proven and self._may_write(entry, described, rights))):
            return False
        if entry.e == "team":
            self.homes.learn(("team", entry.k), [str(entry.s.get("course"))] if proven else ())
        elif entry.e in ("enrolment", "assignment") and is_key(str(entry.s.get("person"))):
            self.homes.learn(("person", str(entry.s["person"])), self.homes.of((entry.e, entry.k)))
        return True

    def _prove(self, entry: Entry, described: Entity) -> bool:
        """Learn where a row belongs if an entry says so; False where its key says otherwise."""
        stated = {name: value for name in described.home if (value := entry.s.get(name)) is not None}
        if not stated:
            return True
        if not all(is_key(str(value)) for value in stated.values()) or not _fits(entry, described):
            return False
        if entry.e != "team":
            found = [
                self.homes.of((str(described.fields[name].target), str(stated[name]))) for name in stated
            ]
            if all(found):
                self.homes.learn((entry.e, entry.k), set().union(*found))
        return True

    def _may_write(self, entry: Entry, described: Entity, rights: AuthorRights) -> bool:
        """Tell whether an author who is no office may write all that an entry says."""
        fields = described.fields
        classes = {
            (found.writers if (found := fields.get(name)) else None) or described.writers for name in entry.s
        }
        return all(self._is_of(writers, entry, rights) for writers in classes) and all(
            self._is_in_team(course, entry, rights) for course in self._named(entry, described)
        )

    def _named(self, entry: Entry, described: Entity) -> Iterable[str]:
        """Yield the courses that an entry names beside those that its row belongs to."""
        for name in (*described.parents, *described.home):
            if described.fields[name].target == "course" and entry.s.get(name) is not None:
                yield str(entry.s[name])

    def _is_of(self, writers: Writers, entry: Entry, rights: AuthorRights) -> bool:
        author = author_of(entry.r)
        match writers:
            case Writers.OFFICE:
                return False
            case Writers.ANYBODY:
                return True
            case Writers.MAKER:
                # What follows from its content nobody made: whoever has it writes it, and changes nothing.
                return not any(entry.w.values()) if is_derived(entry.k) else is_made_by(entry.k, author)
            case Writers.ADDRESSEE:
                offices = (name for name, each in self.authority.authors.items() if each.office)
                return belongs_to(entry.k, rights.code) and any(is_made_by(entry.k, one) for one in offices)
            case Writers.ISSUER:
                return self._is_issued(entry, author, rights)
            case Writers.TEAM:
                return self._is_of_team(entry, author, rights)

    def _is_issued(self, entry: Entry, author: str, rights: AuthorRights) -> bool:
        if not is_made_by(entry.k, author):
            return False
        if _SIGNED.isdisjoint(entry.s):
            return True
        return self._is_of_team(entry, author, rights) and self.check_signature(
            entry, rights, self.authority.office
        )

    def _is_of_team(self, entry: Entry, author: str, rights: AuthorRights) -> bool:
        courses = self.homes.of((entry.e, entry.k))
        if entry.e == "person":
            return is_made_by(entry.k, author) or any(
                self._is_in_team(course, entry, rights) for course in courses
            )
        return bool(courses) and all(self._is_in_team(course, entry, rights) for course in courses)

    def _is_in_team(self, course: str, entry: Entry, rights: AuthorRights) -> bool:
        """Tell whether somebody may write about a course: it is given to them, or theirs, or shared."""
        if grant_of(course) in rights.courses or is_made_by(course, author_of(entry.r)):
            return True
        return course in self.homes.of(("team", derive_key("team", course, rights.code)))


def _fits(entry: Entry, described: Entity) -> bool:
    """Tell whether a row's key was made for what an entry says that it belongs to."""
    if described.derived is not None:
        return any(derive_key(entry.e, *parts) == entry.k for parts in described.derived(entry.s))
    return belongs_to(entry.k, *(str(entry.s.get(name) or "") for name in described.home))


def all_fit(_entry: Entry, _rights: AuthorRights, _office: str) -> bool:
    """Check no signature: for worlds without certificates."""
    return True
