"""Worlds with an office made by hand: the corners where what counts could depend on the order."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.domain.insiders import (
    C1,
    CERTIFICATES,
    CODES,
    COURSES,
    ENROLMENTS,
    K1,
    K2,
    K3,
    K4,
    MARKS,
    OFFICE,
    PEOPLE,
    SESSIONS,
    TEAMS,
    Insiders,
    Row,
    made,
    replica_of,
    signature_of,
)
from tests.domain.worlds import NOON, encode, erased
from trainer_app.domain.base.authority import Authority, AuthorRights
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.base.structs import replace

ENROLMENT, SESSION, MARK = ENROLMENTS[1], SESSIONS[1], MARKS[1]
FOUND = SESSIONS[5]
"""A session of K1's for whose key K4 has found a course of its own."""
TWOFOLD = SESSIONS[6]
"""A session of K4's whose key is of two courses."""


@dataclass
class Desk:
    """Collects what everybody writes, and the lists of the office."""

    lines: list[bytes] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    lists: list[Authority] = field(default_factory=list)

    def enlist(self, **more: AuthorRights) -> None:
        """Let the office sign its next list: the office, K1 to K4, changed as given."""
        authors = {author: AuthorRights(CODES[author], author.encode()) for author in (K1, K2, K3, K4)}
        authors[OFFICE] = AuthorRights("O1", b"", office=True)
        names = {"k1": K1, "k2": K2, "k3": K3, "k4": K4}
        before = self.lists[-1].authors if self.lists else authors
        self.lists.append(Authority({**before, **{names[each]: found for each, found in more.items()}}, "D"))

    def write(
        self, author: str, row: Row, fields: dict[str, Any], *, whole: bool = False, wall: int = NOON
    ) -> bytes:
        """Write an entry that replaces nothing; a `whole` one says where its row belongs."""
        replica = replica_of(author)
        self.numbers[replica] = self.numbers.get(replica, 0) + 1
        line = encode(
            r=replica,
            n=self.numbers[replica],
            t=[wall + len(self.lines), 0],
            v=1,
            u="t",
            e=row.entity,
            k=row.key,
            s={**row.homes, **row.also, **fields} if whole else fields,
        )
        self.lines.append(line)
        return line


@dataclass(frozen=True)
class Case:
    """What is written, and what a field of a row shows in the end, in whatever order it comes."""

    name: str
    build: Callable[[Desk], None]
    row: Row
    field: str
    value: object

    def world(self) -> Insiders:
        """Return the world."""
        desk = Desk()
        self.build(desk)
        if not desk.lists:
            desk.enlist()
        return Insiders(desk.lines, desk.lists)


def _a_course_of_k1(desk: Desk) -> None:
    desk.write(K1, SESSION, {}, whole=True)
    desk.write(K1, ENROLMENT, {}, whole=True)


def a_correction_before_the_whole(desk: Desk) -> None:
    desk.write(K1, SESSION, {"room": "1"})
    desk.write(K1, SESSION, {"day": "2018-10-15"}, whole=True)


def a_mark_of_the_office_before_its_enrolment(desk: Desk) -> None:
    desk.write(OFFICE, MARK, {"mark": "late"}, whole=True)
    desk.write(K1, MARK, {"remark": "a"})
    _a_course_of_k1(desk)


def a_course_found_for_a_foreign_key(desk: Desk) -> None:
    desk.write(K1, FOUND, {"room": "1"}, whole=True)
    desk.write(K4, FOUND, {**FOUND.forged, "room": "2"})
    desk.write(K4, FOUND, {"room": "3"})


def its_owner_goes_on_writing(desk: Desk) -> None:
    desk.write(K4, FOUND, dict(FOUND.forged))
    desk.write(K1, FOUND, {}, whole=True)
    desk.write(K1, FOUND, {"room": "1"})


def a_row_of_two_courses_does_not_move_into_the_other(desk: Desk) -> None:
    desk.write(K4, TWOFOLD, {"room": "1"}, whole=True)
    desk.write(K4, TWOFOLD, {"course": C1, "room": "2"})


def a_mark_in_a_row_of_two_courses(desk: Desk) -> None:
    _a_course_of_k1(desk)
    desk.write(K4, TWOFOLD, {}, whole=True)
    desk.write(K4, TWOFOLD, {"course": C1})
    desk.write(K4, MARKS[7], {"mark": "absent"}, whole=True)


def a_team_that_grows_by_itself(desk: Desk) -> None:
    desk.write(K1, TEAMS[0], {}, whole=True)
    desk.write(K2, TEAMS[1], {}, whole=True)
    desk.write(K3, TEAMS[4], {}, whole=True)
    desk.write(K4, COURSES[1], {"town": "A"})


def nobody_takes_himself_in(desk: Desk) -> None:
    desk.write(K4, TEAMS[4], {}, whole=True)
    desk.write(K4, COURSES[1], {"town": "A"})


def a_person_by_an_enrolment_that_counts_late(desk: Desk) -> None:
    desk.write(K3, PEOPLE[0], {"family": "Қодиров"})
    person = Row("enrolment", ENROLMENTS[0].key, "", ENROLMENTS[0].homes, ENROLMENTS[0].also)
    desk.write(K3, person, {}, whole=True)
    desk.write(OFFICE, TEAMS[2], {}, whole=True)


def a_person_whom_nobody_enrolled(desk: Desk) -> None:
    desk.write(K4, PEOPLE[1], {"family": "Қодиров"})
    desk.write(K4, ENROLMENT, {"state": "listed"}, whole=True)


def a_person_enrolled_by_the_office_before_the_course_is_said(desk: Desk) -> None:
    desk.write(OFFICE, ENROLMENT, {"person": PEOPLE[0].key})
    desk.write(K1, PEOPLE[0], {"family": "Қодиров"})
    desk.write(K1, ENROLMENT, {"number": 1}, whole=True)


def what_said_where_it_belongs_is_erased(desk: Desk) -> None:
    whole = desk.write(K1, SESSION, {"day": "2018-10-15"}, whole=True)
    desk.write(K1, SESSION, {"room": "1"})
    desk.lines.append(erased(whole))


def its_enrolment_is_erased(desk: Desk) -> None:
    desk.write(K1, SESSION, {}, whole=True)
    whole = desk.write(K1, ENROLMENT, {}, whole=True)
    desk.write(K1, MARK, {"mark": "late"}, whole=True)
    desk.lines.append(erased(whole))


def a_thief_is_revoked_from_a_number_on(desk: Desk) -> None:
    for room in ("1", "2", "3"):
        desk.write(K1, SESSION, {"room": room}, whole=True)
    desk.enlist()
    desk.enlist(k1=AuthorRights("K1", b"", ends={replica_of(K1): 2}))


def nothing_is_left_of_a_thief(desk: Desk) -> None:
    desk.write(K1, SESSION, {"room": "1"}, whole=True)
    desk.enlist()
    desk.enlist(k1=AuthorRights("K1", b"", ends={}))


def another_id_of_a_thief(desk: Desk) -> None:
    desk.write(K1, SESSION, {"room": "1"}, whole=True)
    desk.enlist()
    desk.enlist(k1=AuthorRights("K1", b"", ends={replica_of(K1, 1): 7}))


def a_team_of_somebody_who_was_revoked(desk: Desk) -> None:
    desk.write(K1, SESSION, {}, whole=True)
    desk.write(K1, TEAMS[0], {}, whole=True)
    desk.write(K2, SESSION, {"room": "2"})
    desk.enlist()
    desk.enlist(k1=AuthorRights("K1", b"", ends={replica_of(K1): 1}))


def nobody_blanks_where_a_mark_belongs(desk: Desk) -> None:
    _a_course_of_k1(desk)
    desk.write(K1, MARK, {"mark": "late"}, whole=True)
    desk.write(OFFICE, MARK, {"enrolment": None, "session": None, "mark": "absent"})
    desk.write(K1, MARK, {"remark": "a"})


def a_mark_in_a_session_of_another_course(desk: Desk) -> None:
    _a_course_of_k1(desk)
    desk.write(K4, ENROLMENTS[4], {}, whole=True)
    desk.write(K4, MARKS[6], {"mark": "absent"}, whole=True)


def another_computer_becomes_the_office(desk: Desk) -> None:
    desk.write(K1, SESSION, {"room": "1"}, whole=True)
    desk.write(K2, SESSION, {"room": "2"}, whole=True)
    desk.enlist()
    desk.enlist(k2=replace(desk.lists[0].authors[K2], office=True))


def what_the_office_says_of_a_foreign_row_once_it_is_one(desk: Desk) -> None:
    row = Row("session", made(K4, 777, C1), K4, {"course": C1})
    desk.write(K2, row, {}, whole=True)
    desk.write(K1, row, {"room": "1"})
    desk.write(OFFICE, TEAMS[0], {}, whole=True)
    desk.enlist()
    desk.enlist(k2=AuthorRights("K2", b"", office=True))


def _on_the_road(desk: Desk, role: UserRole) -> None:
    """Let K2 be a computer of the office that travels, and write what it is to write of a course of K1's."""
    desk.write(K2, COURSES[1], {"town": "A"})
    desk.write(K2, COURSES[1], {"approved": True})
    desk.enlist()
    desk.enlist(k2=AuthorRights("K2", b"", office=True, user="", role=role))


def a_data_officer_records_on_the_road(desk: Desk) -> None:
    _on_the_road(desk, UserRole.OFFICER)


def a_data_officer_decides_nothing_on_the_road(desk: Desk) -> None:
    _on_the_road(desk, UserRole.OFFICER)


def a_head_decides_on_the_road(desk: Desk) -> None:
    _on_the_road(desk, UserRole.HEAD)


def no_smaller_time_takes_the_maker_s_place(desk: Desk) -> None:
    _a_course_of_k1(desk)
    facts = {"serial": "S1", "facts": "{1}"}
    desk.write(K1, CERTIFICATES[0], {**facts, "credential": signature_of("K1", facts)}, whole=True)
    desk.write(OFFICE, CERTIFICATES[0], {"facts": "{2}"}, wall=0)
    desk.enlist(k1=AuthorRights("K1", b"", may_issue=True))


def nobody_signs_for_another(desk: Desk) -> None:
    _a_course_of_k1(desk)
    facts = {"serial": "S1", "facts": "{1}"}
    desk.write(K1, CERTIFICATES[0], {**facts, "credential": signature_of("K2", facts)}, whole=True)
    desk.enlist(k1=AuthorRights("K1", b"", may_issue=True))


_LATE_ROW = Row("session", made(K4, 777, C1), K4, {"course": C1})

CASES = tuple(
    Case(build.__name__, build, row, name, value)
    for build, row, name, value in (
        (a_correction_before_the_whole, SESSION, "room", "1"),
        (a_mark_of_the_office_before_its_enrolment, MARK, "remark", "a"),
        (a_course_found_for_a_foreign_key, FOUND, "room", "1"),
        (its_owner_goes_on_writing, FOUND, "room", "1"),
        (a_row_of_two_courses_does_not_move_into_the_other, TWOFOLD, "room", "1"),
        (a_mark_in_a_row_of_two_courses, MARKS[7], "mark", None),
        (a_team_that_grows_by_itself, COURSES[1], "town", "A"),
        (nobody_takes_himself_in, COURSES[1], "town", None),
        (a_data_officer_records_on_the_road, COURSES[1], "town", "A"),
        (a_data_officer_decides_nothing_on_the_road, COURSES[1], "approved", None),
        (a_head_decides_on_the_road, COURSES[1], "approved", True),
        (a_person_by_an_enrolment_that_counts_late, PEOPLE[0], "family", "Қодиров"),
        (a_person_whom_nobody_enrolled, PEOPLE[1], "family", None),
        (a_person_enrolled_by_the_office_before_the_course_is_said, PEOPLE[0], "family", "Қодиров"),
        (what_said_where_it_belongs_is_erased, SESSION, "room", None),
        (its_enrolment_is_erased, MARK, "mark", None),
        (a_thief_is_revoked_from_a_number_on, SESSION, "room", "2"),
        (nothing_is_left_of_a_thief, SESSION, "room", None),
        (another_id_of_a_thief, SESSION, "room", None),
        (a_team_of_somebody_who_was_revoked, SESSION, "room", None),
        (nobody_blanks_where_a_mark_belongs, MARK, "remark", "a"),
        (a_mark_in_a_session_of_another_course, MARKS[6], "mark", None),
        (another_computer_becomes_the_office, SESSION, "room", "2"),
        (no_smaller_time_takes_the_maker_s_place, CERTIFICATES[0], "facts", "{1}"),
        (nobody_signs_for_another, CERTIFICATES[0], "facts", None),
        (what_the_office_says_of_a_foreign_row_once_it_is_one, _LATE_ROW, "room", "1"),
    )
)
