"""Makes worlds with an office: laptops that are honest and lie, lists that grow, rows that belong to courses.

A world is read from a string of bytes, as in `tests.domain.worlds`. All its rows stand in `ROWS`, so that
anybody writes about any of them, before or after it was made. Keys are made here as FORMAT.md says it, not by
the code under test.
"""

import functools
import hashlib
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.domain.worlds import NOON, encode, erased
from trainer_app.domain.base.authority import Authority, AuthorRights
from trainer_app.domain.base.journal import Entry
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.base.structs import replace

OFFICE, K1, K2, K3, K4, STRANGER = (f"{digit}{'0' * 14}{digit}" for digit in "0123456789"[:6])
AUTHORS = (OFFICE, K1, K2, K3, K4, STRANGER)
CODES = {OFFICE: "O1", K1: "K1", K2: "K2", K3: "K3", K4: "K4", STRANGER: "K9"}
_NAMESPACE = uuid.UUID("5b1f4e0c-6c7e-5d7a-9f0e-7a11d9a8c001")
_WALL = 1_764_000_000_000


def replica_of(author: str, turn: int = 0) -> str:
    """Return an id under which somebody writes."""
    return author + f"{turn:016x}"


def _bits(text: str, count: int) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest()) >> 64 - count


def made(author: str, number: int, *parents: str) -> str:
    """Return the key of a row that an author made, always the same one for a number."""
    head = (_WALL + number) << 16 | 8 << 12
    maker = _bits(f"maker/{head:016x}/{author}", 46)
    tail = 0b10 << 62 | maker << 16 | _bits("/".join(("parents", f"{head:016x}", f"{maker:x}", *parents)), 16)
    return str(uuid.UUID(int=head << 64 | tail))


def derived(entity: str, *parts: str) -> str:
    """Return a key that follows from what a row is."""
    return str(uuid.uuid5(_NAMESPACE, "/".join((entity, *parts))))


@dataclass(frozen=True, eq=False)
class Row:
    """A row, the author whose key it bears, and the fields by which it belongs somewhere.

    `also` are further fields that a key was derived from. `forged` says where else somebody says it belongs.
    """

    entity: str
    key: str
    maker: str = ""
    homes: dict[str, str] = field(default_factory=dict)
    also: dict[str, Any] = field(default_factory=dict)
    forged: dict[str, str] = field(default_factory=dict)

    @property
    def place(self) -> tuple[str, str]:
        """Return (entity, key)."""
        return self.entity, self.key


COURSES = tuple(
    Row("course", made(maker, number), maker) for number, maker in enumerate((OFFICE, K1, K2, K4, STRANGER))
)
C_OFFICE, C1, C2, C4, _ = (row.key for row in COURSES)


_FOUND = (77_347, 34_752)
"""Where the search ended for the two sessions here: the first is looked at first, which takes no second."""


@functools.cache
def colliding(session: str) -> str:
    """Return the key of a course of K4's to which a session's key belongs too: its 16 bits are soon found."""
    number = int(session.replace("-", ""), 16)
    head, maker = number >> 64, (number >> 16) & (1 << 46) - 1
    for turn in (*_FOUND, *range(10**6)):
        course = made(K4, 10**6 + turn)
        if _bits("/".join(("parents", f"{head:016x}", f"{maker:x}", course)), 16) == number & 0xFFFF:
            return course
    raise AssertionError("no course was found")


def _sessions() -> Iterator[Row]:
    for number, (maker, course) in enumerate(((OFFICE, C_OFFICE), (K1, C1), (K2, C2), (K4, C4), (K3, C1))):
        yield Row("session", made(maker, 100 + number, course), maker, {"course": course})
    # K1's key, which K4 found a course of its own for.
    key = made(K1, 190, C1)
    yield Row("session", key, K1, {"course": C1}, forged={"course": colliding(key)})
    # K4's own, with two courses, one of them K1's.
    key = made(K4, 191, C1)
    yield Row("session", key, K4, {"course": colliding(key)}, forged={"course": C1})


SESSIONS = tuple(_sessions())
PEOPLE = tuple(Row("person", made(maker, 200 + n), maker) for n, maker in enumerate((OFFICE, K1, K2, K4)))
EXTRA = tuple(Row("course", key, K4) for key in (SESSIONS[5].forged["course"], SESSIONS[6].homes["course"]))


def _enrolment(course: str, person: Row, forged: str) -> Row:
    key = derived("enrolment", course, person.key)
    return Row("enrolment", key, "", {"course": course}, {"person": person.key}, {"course": forged})


ENROLMENTS = (
    _enrolment(C_OFFICE, PEOPLE[0], C4),
    _enrolment(C1, PEOPLE[1], C4),
    _enrolment(C1, PEOPLE[2], C2),
    _enrolment(C2, PEOPLE[2], C1),
    _enrolment(C4, PEOPLE[3], C1),
    _enrolment(C4, PEOPLE[1], C1),
)


def _mark(enrolment: Row, session: Row) -> Row:
    key = derived("attendance", enrolment.key, session.key)
    forged = {"enrolment": ENROLMENTS[4].key, "session": SESSIONS[3].key}
    return Row("attendance", key, "", {"enrolment": enrolment.key, "session": session.key}, {}, forged)


MARKS = tuple(
    _mark(ENROLMENTS[enrolment], SESSIONS[session])
    for enrolment, session in ((0, 0), (1, 1), (1, 5), (2, 1), (3, 2), (4, 3), (4, 1), (1, 6))
)


def _pair(first: Row, second: Row, forged: Row) -> Row:
    both = {"first": first.key, "second": second.key}
    return Row("pair", derived("pair", *both.values()), "", both, {}, {**both, "second": forged.key})


PAIRS = tuple(
    _pair(PEOPLE[one], PEOPLE[two], PEOPLE[forged])
    for one, two, forged in ((0, 1, 1), (1, 2, 3), (2, 3, 2), (1, 3, 1))
)
CERTIFICATES = tuple(
    Row(
        "certificate",
        made(maker, 300 + number, ENROLMENTS[place].key),
        maker,
        {"enrolment": ENROLMENTS[place].key},
        {},
        {"enrolment": ENROLMENTS[4].key},
    )
    for number, (maker, place) in enumerate(((K1, 1), (OFFICE, 0), (K4, 4), (K4, 1)))
)
PAPER = Row(
    "paper",
    derived("paper", ENROLMENTS[1].key, "pre"),
    "",
    {"enrolment": ENROLMENTS[1].key},
    {"occasion": "pre", "course": C1},
    {"enrolment": ENROLMENTS[4].key},
)
ANSWER = Row(
    "answer", derived("answer", PAPER.key, C1), "", {"paper": PAPER.key}, {"question": C1}, {"paper": C1}
)
PRINTING = Row("printing", made(K1, 400, CERTIFICATES[0].key), K1, {"certificate": CERTIFICATES[0].key})
TEAMS = tuple(
    Row("team", derived("team", course, CODES[whom]), "", {"course": course}, {"device": CODES[whom]})
    for course, whom in ((C1, K2), (C1, K3), (C_OFFICE, K3), (C2, K1), (C1, K4), (C_OFFICE, K2))
)
OTHERS = (
    Row("office", derived("office", "DSH")),
    Row("project", made(K1, 500), K1),
    Row("form", made(K2, 501), K2),
    Row("errand", made(OFFICE, 502, "K1"), OFFICE),
    Row("errand", made(K4, 503, "K1"), K4),
    Row("someday", made(K1, 504), K1),
)
FIELDS: dict[str, dict[str, tuple[Any, ...]]] = {
    "course": {"town": ("A", "B"), "code": ("X", "Y"), "retention_day": ("2018-10-01",)},
    "session": {"room": ("1", "2"), "locked": (True, False), "day": ("2018-10-15", "2018-10-16")},
    "person": {"family": ("Азизов", "Қодиров"), "erased": (True,)},
    "pair": {"one": (True, False, None), "shown": (PEOPLE[0].key, PEOPLE[1].key, "nobody", None)},
    "enrolment": {"state": ("withdrawn", "listed"), "number": (1, 2)},
    "attendance": {"mark": ("present", "late", "absent"), "remark": ("a", None)},
    "certificate": {
        "serial": ("S1", "S2"),
        "facts": ("{1}", "{2}"),
        "void": (True, False),
        "received": ("A", "B"),
        "reason": ("a", "b"),
    },
    "paper": {"points": (1, 2), "finished": (True,)},
    "answer": {"value": ("a", "b"), "second": ("a", "b")},
    "printing": {"copies": (1, 2)},
    "team": {},
    "office": {"retention_months": (1, 2)},
    "project": {"code": ("P1", "P2"), "retention_months": (1, 2)},
    "form": {"title_en": ("T", "U"), "frozen": ("a", "b")},
    "errand": {"text": ("a", "b"), "answer": ("done", "no")},
    "someday": {"first": (1, 2)},
}
ROWS = (
    *COURSES,
    *EXTRA,
    *SESSIONS,
    *PEOPLE,
    *ENROLMENTS,
    *PAIRS,
    *PAIRS,
    *MARKS,
    *MARKS,
    *CERTIFICATES,
    *CERTIFICATES,
    *CERTIFICATES,
    PAPER,
    ANSWER,
    PRINTING,
    *TEAMS,
    *TEAMS,
    *OTHERS,
)
INVENTED = "f" * 32


@dataclass
class Insiders:
    """All lines that were written, and the office's lists, the newest last."""

    lines: list[bytes]
    lists: list[Authority]

    def everything(self) -> list[bytes]:
        """Return all lines once, in the order in which they were written."""
        return list(dict.fromkeys(self.lines))

    @property
    def newest(self) -> Authority:
        """The list that counts in the end."""
        return self.lists[-1]


def signed_rightly(entry: Entry, rights: AuthorRights, _office: str) -> bool:
    """Tell whether an entry about a certificate bears its author's signature, as this world makes them."""
    return rights.may_issue and entry.s.get("credential") == signature_of(rights.code, entry.s)


def signature_of(code: str, fields: dict[str, Any]) -> str:
    """Return how a laptop signs what stands in a certificate's fields."""
    return f"{code}:{fields.get('serial')}:{fields.get('facts')}"


class _Source:
    """Reads small numbers from a string of bytes; zeros when it ends."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._place = 0

    def __bool__(self) -> bool:
        return self._place < len(self._data)

    def below(self, limit: int) -> int:
        """Return a number from 0 to limit - 1."""
        self._place += 1
        return self._data[self._place - 1] % limit if self._place <= len(self._data) else 0


@dataclass
class _Making:
    source: _Source
    rows: list[Row]
    lines: list[bytes] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    heads: dict[tuple[str, str, str], list[str]] = field(default_factory=dict)
    wall: int = NOON

    def step(self) -> None:
        source = self.source
        self.wall += source.below(3)
        if source.below(24) == 0 and self.lines:
            self.lines.append(erased(self.lines[source.below(len(self.lines))]))
            return
        row = self.rows[source.below(len(self.rows))]
        self.write(self._author(row), row)

    def _author(self, row: Row) -> str:
        """Return who writes: often whoever made the row, or might."""
        turn = self.source.below(8)
        if turn < 3 and row.maker:
            return row.maker
        return AUTHORS[turn] if turn < len(AUTHORS) else (OFFICE, K1)[turn % 2]

    def write(self, author: str, row: Row) -> None:
        source = self.source
        fields = self._fields(row)
        if row.entity == "certificate" and source.below(4):
            fields["credential"] = signature_of(CODES[author], fields)
        names = set(fields)
        if source.below(12) == 0:
            fields["_deleted"] = source.below(3) > 0
            names |= {name for entity, key, name in self.heads if (entity, key) == row.place}
        if not fields:
            return
        replica = replica_of(author, source.below(6) // 5)
        number = self.numbers.get(replica, 0) + 1
        self.numbers[replica] = number
        line = encode(
            r=replica,
            n=number,
            t=[(self.wall, 0, 2**53 - 1, self.wall)[source.below(4)], number],
            v=1,
            u="t",
            e=row.entity,
            k=row.key,
            s=fields,
            w=self._replaced(row, sorted(names)),
        )
        self.lines.append(line)
        own = hashlib.sha256(line).hexdigest()[:32]
        for name in fields:
            self.heads.setdefault((*row.place, name), []).append(own)

    def _fields(self, row: Row) -> dict[str, Any]:
        source = self.source
        fields: dict[str, Any] = {}
        match source.below(8):
            case 0 | 1 | 2 | 3:
                fields = {**row.homes, **row.also}
            case 4 if row.forged:
                fields = {**row.also, **row.forged}
            case 5 if row.homes and source.below(4) == 0:
                # Only a part of it, or nothing, or what is no key.
                name = next(iter(row.homes))
                fields = {name: (row.homes[name], None, "nowhere", 7, ["x"])[source.below(5)]}
            case 6 if row.also:
                # Another part of its key alone.
                name = list(row.also)[source.below(len(row.also))]
                fields = {name: (row.also[name], PEOPLE[1].key, C1)[source.below(3)]}
        known = FIELDS[row.entity]
        if known:
            name = list(known)[source.below(len(known))]
            fields[name] = known[name][source.below(len(known[name]))]
        if row.entity == "certificate" and source.below(2):
            fields |= {"serial": ("S1", "S2")[source.below(2)], "facts": "{1}"}
        return fields

    def _replaced(self, row: Row, names: list[str]) -> dict[str, list[str]]:
        way = self.source.below(6)
        replaced: dict[str, list[str]] = {}
        for name in names:
            heads = self.heads.get((*row.place, name), [])
            found = [[], heads[-3:], heads[-1:], [*heads[-2:], INVENTED], [INVENTED], heads[-2:]][way]
            if found:
                replaced[name] = found
        return replaced


def world_of(data: bytes) -> Insiders:
    """Return the world that some bytes describe: about one entry for every eight of them."""
    source = _Source(data)
    lists = _lists(source)
    making = _Making(source, _together(source))
    while source:
        making.step()
    return Insiders(making.lines, lists)


def _together(source: _Source) -> list[Row]:
    """Return a few rows with all that they belong to, so that entries meet and rest on each other."""
    by_key = {row.key: row for row in ROWS}
    found: dict[Row, None] = {}
    waiting = [ROWS[source.below(len(ROWS))] for _ in range(3)]
    while waiting:
        row = waiting.pop()
        if row not in found:
            found[row] = None
            named = (*row.homes.values(), *row.also.values())
            waiting += [by_key[key] for key in named if key in by_key]
    courses = {row.key for row in found if row.entity == "course"}
    return [*found, *(row for row in TEAMS if row.homes["course"] in courses and row not in found)]


def _rights(author: str, **more: Any) -> AuthorRights:
    return AuthorRights(CODES[author], author.encode(), **more)


def _lists(source: _Source) -> list[Authority]:
    """Return two to four lists: more laptops, and now and then one is revoked."""
    authors = {OFFICE: _rights(OFFICE, office=True, may_issue=True), K1: _rights(K1, may_issue=True)}
    lists = [Authority(dict(authors), "DSH")]
    for _ in range(1 + source.below(3)):
        for author in (K2, K3, K4):
            if author not in authors and source.below(3) == 0:
                authors[author] = _rights(author, may_issue=bool(source.below(2)))
        if source.below(6) == 0:
            thief = (K1, K2, K4)[source.below(3)]
            if thief in authors:
                ends = {replica_of(thief): source.below(4)} if source.below(3) else {}
                authors[thief] = _with(authors[thief], ends=ends)
        if source.below(20) == 0 and K2 in authors:
            # The office moves to another computer, or one of it travels.
            role = (None, UserRole.OFFICER, UserRole.HEAD)[source.below(3)]
            authors[K2] = _with(authors[K2], office=True, user=None if role is None else "", role=role)
        lists.append(Authority(dict(authors), "DSH"))
    return lists


def _with(rights: AuthorRights, **changes: Any) -> AuthorRights:
    return replace(rights, **changes)
