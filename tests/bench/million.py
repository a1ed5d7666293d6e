"""A laptop, or an office, with a million marks: how soon its window opens, what a mark and a report take.

The data is made once for a run, in a folder of its own that is thrown away.
"""

import os
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from tests.bench import marking
from tests.bench.row import BenchRow, cpu_seconds
from tests.bench.start import today_row
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, sessions
from trainer_app.actions.office import approval, building
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.journal import Entry, decode_entry, derive_key, encode_entry, made_key
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.office.crossing import TableQuery
from trainer_app.store.base.database import Database
from trainer_app.store.exchange.receiving import Receiver
from trainer_app.system.clock import fixed_at
from trainer_app.system.folders import DataFolder

PEOPLE, DAYS, SESSIONS_A_DAY = 24, 7, 4
"""A million marks are those of some 1,500 courses."""
MARKS_A_COURSE = PEOPLE * DAYS * SESSIONS_A_DAY
TODAY = date(2018, 10, 17)
REPORT_TARGET = 3.0
OPENING_TARGET = 1.7
STANDING_TARGET = 2.0
_FAMILIES = ("Раҳимов", "Ғафуров", "Ҷумъаев", "Қодиров", "Ӯлмасов", "Назаров", "Ҳакимов")
_APART = 3
"""Days from the beginning of one course to that of the next."""


def measure(marks: int) -> Iterator[BenchRow]:
    """Measure with so many marks."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = DataFolder(Path(name) / "data")
        key = fill(folder, marks // MARKS_A_COURSE)
        yield today_row(folder, key, marks)
        few = DataFolder(Path(name) / "few")
        yield marking.mark_row((folder, key), (few, fill(few, 2)), marks, TODAY)
        yield marking.report_row((folder, key), marks, TODAY)
        dozen = DataFolder(Path(name) / "dozen")
        yield approval_row((folder, key), (dozen, fill(dozen, 12)), marks)
        work = workplace.open_with_key(folder, key, fixed_at(TODAY, 11, "Asia/Dushanbe"))
        try:
            yield from builder_rows(work, marks)
            yield report_row(work, marks)
        finally:
            work.close()


def fill(folder: DataFolder, courses: int) -> DataKey:
    """Make a data folder with courses that were taught, the last of them today; return its key."""
    folder.make()
    work = workplace.create(folder, "чор калимаи осон барои ёд", clock=fixed_at(TODAY, 11, "Asia/Dushanbe"))
    lines = CourseLines()
    for number in range(courses):
        with work.journal.transaction():
            entries = ((line, decode_entry(line)) for line in lines.course(number, courses))
            Receiver(work.journal).receive(entries, arrival=1)
    key = work.key
    work.close()
    return key


class CourseLines:
    """Lines of a journal as another laptop writes them."""

    def __init__(self, author: str = "") -> None:
        self._author = author or os.urandom(8).hex()
        self.replica = self._author + os.urandom(8).hex()
        self._number = 0

    def course(self, number: int, courses: int) -> Iterator[bytes]:
        """Return the lines of one course: people of its own, and a mark for each at each session."""
        first = TODAY - timedelta(days=(courses - 1 - number) * _APART + DAYS // 2)
        over = first + timedelta(days=DAYS + 7) < TODAY
        course = made_key(self._author)
        yield self._line(
            "course",
            course,
            {
                "code": f"C{number:04}",
                "title_tg": "Вокуниши милитсия ба зӯроварӣ дар оила",
                "title_en": "Police response to domestic violence",
                "kind": "standard",
                "town": "Душанбе",
                "state": "closed" if over else "running",
                "first_day": first.isoformat(),
                "last_day": (first + timedelta(days=DAYS - 1)).isoformat(),
            },
        )
        sessions = []
        for place in range(DAYS * SESSIONS_A_DAY):
            day, hour = divmod(place, SESSIONS_A_DAY)
            start = 540 + hour * 100
            fields = {
                "course": course,
                "day": (first + timedelta(days=day)).isoformat(),
                "start": start,
                "end": start + 90,
                "state": "held",
            }
            sessions.append(made_key(self._author, course))
            yield self._line("session", sessions[-1], fields)
        for place in range(PEOPLE):
            yield from self._person(course, sessions, number * PEOPLE + place, place + 1)

    def _person(self, course: str, sessions: list[str], who: int, number: int) -> Iterator[bytes]:
        person = made_key(self._author)
        sex = "female" if who % 3 == 0 else "male"
        family = _FAMILIES[who % len(_FAMILIES)]
        yield self._line("person", person, {"family": family, "given": f"Номи {who}", "sex": sex})
        enrolment = derive_key("enrolment", course, person)
        fields: dict[str, object] = {
            "course": course,
            "person": person,
            "number": number,
            "state": "enrolled",
        }
        yield self._line("enrolment", enrolment, fields)
        for place, session in enumerate(sessions):
            fields = {"enrolment": enrolment, "session": session, "mark": "present", "missed": 0}
            if (who + place) % 20 == 0:
                fields |= {"mark": "absent"}
            elif (who + place) % 33 == 0:
                fields |= {"mark": "late", "missed": 15}
            yield self._line("attendance", derive_key("attendance", enrolment, session), fields)

    def _line(self, entity: str, key: str, fields: dict[str, object]) -> bytes:
        self._number += 1
        time = (1_539_000_000_000 + self._number, 0)
        entry = Entry(r=self.replica, n=self._number, t=time, u="D. Nazarova", e=entity, k=key, s=fields)
        return encode_entry(entry)


def report_row(work: Workplace, marks: int) -> BenchRow:
    """Measure the report over everything against the same figures in SQL; they must agree."""
    found = building.report(work)
    values = {figure.code: figure.value for figure in found.figures}
    by_hand = count_by_hand(work.database)
    differ = {code: (values[code], value) for code, value in by_hand.items() if values[code] != value}
    if differ:
        raise AssertionError(f"the figures differ: {differ}")
    ours = min(cpu_seconds(lambda: building.report(work)) for _ in range(3))
    theirs = min(cpu_seconds(lambda: count_by_hand(work.database)) for _ in range(3))
    return BenchRow(f"report over {marks:,} marks, CPU", ours, "s", "hand-written SQL", theirs, REPORT_TARGET)


def builder_rows(work: Workplace, marks: int) -> Iterator[BenchRow]:
    """Measure how soon the report builder shows figures and a table, before it looks for what is open.

    For the first time in a window everybody and every mark is read; opened again, as on each return to the
    page, only what may have changed. What is asked for after that is counted from what was read: it must take
    less than reading it again.
    """

    def opened() -> building.Material:
        material = building.gather(work)
        building.build(work, material, table=TableQuery(SplitBy.SEX), doubts=False)
        return material

    work.database.close()
    first = cpu_seconds(opened)
    again = min(cpu_seconds(opened) for _ in range(3))
    material = opened()
    crossed = TableQuery(SplitBy.MONTH, SplitBy.SEX)
    other = cpu_seconds(lambda: building.build(work, material, by=(), table=crossed, doubts=False))
    if other > first:
        raise AssertionError(f"another table takes {other:.2f} s, opening {first:.2f} s")
    theirs = min(cpu_seconds(lambda: count_by_hand(work.database)) for _ in range(3))
    for name, ours, target in (("opened", first, REPORT_TARGET), ("opened again", again, OPENING_TARGET)):
        work_done = f"report builder over {marks:,} marks, {name}, CPU"
        yield BenchRow(work_done, ours, "s", "hand-written SQL", theirs, target)


def approval_row(
    large: tuple[DataFolder, DataKey], small: tuple[DataFolder, DataKey], marks: int
) -> BenchRow:
    """Measure how a course stands, its fingerprint and what changed since, beside many others and few."""
    ours, theirs = _standing_seconds(*large), _standing_seconds(*small)
    work = f"how an approved course stands among {marks:,} marks, CPU"
    return BenchRow(work, ours, "s", "the same course among 12", theirs, STANDING_TARGET)


def _standing_seconds(folder: DataFolder, key: DataKey) -> float:
    """Approve the oldest course, write a late mark, and return how long it takes to say how it stands."""
    work = workplace.open_with_key(folder, key, fixed_at(TODAY, 11, "Asia/Dushanbe"))
    try:
        oldest = min((line.course for line in courses.list_courses(work)), key=lambda each: each.first_day)
        approval.approve(work, oldest.key, "bench")
        table = attendance.grid(work, oldest.key)
        sessions.unlock_session(work, table.sessions[0].key, "bench")
        attendance.mark(work, table.rows[0].enrolment, table.sessions[0].key, Mark.EXCUSED)
        found = approval.standing(work, oldest.key)
        if len(found.changes) != 1 or not found.moved:
            raise AssertionError(f"one change, not {len(found.changes)}")
        return min(cpu_seconds(lambda: approval.standing(work, oldest.key)) for _ in range(5))
    finally:
        work.close()


def count_by_hand(database: Database) -> dict[str, int]:
    """Return the figures that a report has, as one would count them in SQL."""
    ((participations, people, women),) = database.select(
        "SELECT count(*), count(DISTINCT e.person), "
        "count(DISTINCT CASE WHEN p.sex = 'female' THEN e.person END) "
        "FROM enrolment AS e JOIN person AS p ON p.id = e.person"
    )
    attended = "CASE WHEN a.mark IN ('present', 'late') THEN s.\"end\" - s.start - a.missed ELSE 0 END"
    ((minutes, halves),) = database.select(
        "SELECT sum(attended), "
        "sum(CASE WHEN attended * 4 >= planned * 3 THEN 2 WHEN attended * 4 >= planned THEN 1 ELSE 0 END) "
        f'FROM (SELECT sum({attended}) AS attended, sum(s."end" - s.start) AS planned '
        "FROM attendance AS a JOIN session AS s ON s.id = a.session "
        "WHERE s.state = 'held' GROUP BY a.enrolment, s.day)"
    )
    ((sessions,),) = database.select("SELECT count(*) FROM session WHERE state = 'held'")
    ((courses,),) = database.select("SELECT count(*) FROM course")
    return {
        "participations": participations,
        "unique_persons": people,
        "women": women,
        "person_hours": minutes,
        "person_days": halves,
        "courses": courses,
        "sessions_held": sessions,
    }
