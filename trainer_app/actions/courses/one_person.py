"""The rows of one joined person on the list of a course, and what was written under each in a session.

Whoever writes for the person writes in the leading row; whoever takes something away takes it from all.
What counts of them is said in `same_person`.
"""

from msgspec import Struct

from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.attendance.marks import Attendance, Mark
from trainer_app.domain.attendance.same_person import counted_cell, rows_in_turn
from trainer_app.domain.base.journal import derive_key
from trainer_app.domain.courses.courses import Enrolment
from trainer_app.store.attendance.marks import get_attendance
from trainer_app.store.base.drafts import Write
from trainer_app.store.courses import courses
from trainer_app.store.people import people


def listed_twice(work: Workplace, course: str | None = None) -> list[tuple[Enrolment, ...]]:
    """Return the rows, by number, of each joined person who stands on a course's list more than once.

    Of one course or of all; who left the list does not stand on it. Reports count such a person once.
    """
    tables = ("enrolment", "pair", "person", "course")
    found = work.database.remembered("listed twice", lambda: _read_listed_twice(work), tables)
    return [rows for rows in found if course is None or rows[0].course == course]


def _read_listed_twice(work: Workplace) -> list[tuple[Enrolment, ...]]:
    found: list[tuple[Enrolment, ...]] = []
    for group in sorted(set(people.joins(work.database).groups.values()), key=sorted):
        listed = [
            own for key in group for own in courses.enrolments_of_person(work.database, key) if not own.gone
        ]
        for course in sorted({own.course for own in listed}):
            one = rows_in_turn((own for own in listed if own.course == course), lambda _: "the same")
            found += [rows for rows in one.values() if len(rows) > 1]
    return found


def rows_of_person(work: Workplace, enrolment: str) -> tuple[Enrolment, ...]:
    """Return all rows in a course of whoever an enrolment is of, the leading one first; none if unknown."""
    found = courses.get_enrolment(work.database, enrolment)
    if found is None:
        return ()
    own, heads = found.enrolment, people.named_by(work.database)
    if own.person not in heads:
        return (own,)
    listed = (item.enrolment for item in courses.list_enrolments(work.database, own.course))
    one = [each for each in listed if heads.get(each.person) == heads[own.person]]
    (rows,) = rows_in_turn(one, heads.__getitem__).values()
    return rows


def stays_beside(work: Workplace, enrolment: str) -> bool:
    """Tell whether whoever an enrolment is of is on the list in another row too, and goes on there."""
    return any(not row.gone for row in rows_of_person(work, enrolment) if row.key != enrolment)


class PersonPlace(Struct, frozen=True):
    """What is written of one person in one session: `cells` run along their rows, the leading one first."""

    session: str
    rows: tuple[Enrolment, ...]
    cells: tuple[Attendance, ...]

    @property
    def lead(self) -> Enrolment:
        """The row that is written for the person."""
        return self.rows[0]

    @property
    def own(self) -> Attendance:
        """What the leading row says itself."""
        return self.cells[0]

    @property
    def counted(self) -> Attendance:
        """What counts of them all."""
        others = [(row.number, cell) for row, cell in zip(self.rows[1:], self.cells[1:], strict=True)]
        return counted_cell(self.own, others) or Attendance()

    @property
    def others(self) -> list[tuple[str, Attendance]]:
        """The other rows (enrolments), each with what it says."""
        return [(row.key, cell) for row, cell in zip(self.rows[1:], self.cells[1:], strict=True)]


def place_of(work: Workplace, enrolment: str, session: str) -> PersonPlace | None:
    """Return what is written of whoever an enrolment is of in a session; None if it is unknown."""
    rows = rows_of_person(work, enrolment)
    cells = (get_attendance(work.database, derive_key("attendance", row.key, session)) for row in rows)
    return PersonPlace(session, rows, tuple(cells)) if rows else None


def attendance_write(
    enrolment: str,
    session: str,
    value: Mark | None,
    missed: int = 0,
    early: int = 0,
    arrived: int | None = None,
    *,
    settled: str = "",
) -> Write:
    """Return the journal's write of one mark; what belongs to it is always written together.

    A new mark opens a settled difference to the signed sheet again, unless the reason is given as `settled`.
    """
    fields: dict[str, str | int | None] = {
        "enrolment": enrolment,
        "session": session,
        "mark": value.value if value else None,
        "missed": missed,
        "early": early,
        "arrived": arrived,
        "settled": settled or None,
    }
    return Write("attendance", derive_key("attendance", enrolment, session), fields)
