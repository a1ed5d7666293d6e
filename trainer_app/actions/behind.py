"""Names the rows behind a figure of a report, so that every number can be looked into."""

from collections.abc import Iterable
from dataclasses import dataclass

from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Label
from trainer_app.domain.letters import sort_key
from trainer_app.domain.reports import Report, ReportRow
from trainer_app.store import certificates, courses, people


@dataclass(frozen=True)
class BehindRow:
    """One row: a participation, a person, a certificate, a session or a course.

    `rank` is a stored rank; `detail` says what the figure looks at: the share, the serial, the time.
    """

    key: str
    name: str
    rank: str = ""
    unit: str = ""
    course: str = ""
    detail: Label | None = None


class Behind:
    """Looks rows up by their keys; made once for a report."""

    def __init__(self, work: Workplace, report: Report) -> None:
        self._work = work
        self._participations = {row.key: row for row in report.persons}
        self._people = people.people_by_key(work.database)
        self._courses = {course.key: course for course in courses.list_courses(work.database)}
        self._issued = {found.key: found for found in certificates.list_certificates(work.database)}

    def rows(self, keys: Iterable[str]) -> list[BehindRow]:
        """Return the rows of keys in the order of their names; a key that nothing is known of is left out."""
        found = filter(None, (self._row(key) for key in dict.fromkeys(keys)))
        return sorted(found, key=lambda row: (sort_key(row.name), row.course))

    def _row(self, key: str) -> BehindRow | None:
        return (
            self._participation(key)
            or self._person(key)
            or self._certificate(key)
            or self._course(key)
            or self._session(key)
        )

    def _participation(self, key: str) -> BehindRow | None:
        row = self._participations.get(key)
        if row is None:
            return None
        return BehindRow(key, row.name, row.rank, row.unit, row.course, _share(row))

    def _person(self, key: str) -> BehindRow | None:
        person = self._people.get(key)
        if person is None:
            return None
        return BehindRow(key, person.name, person.rank, person.unit)

    def _certificate(self, key: str) -> BehindRow | None:
        found = self._issued.get(key)
        if found is None:
            return None
        row = self._participations.get(found.enrolment)
        course = row.course if row else found.facts.course_code
        serial = Label("review.value.text", {"text": found.serial})
        rank, unit = (row.rank, row.unit) if row else ("", "")
        return BehindRow(key, found.facts.name, rank, unit, course, serial)

    def _course(self, key: str) -> BehindRow | None:
        course = self._courses.get(key)
        if course is None:
            return None
        days = {"first": course.first_day, "last": course.last_day}
        return BehindRow(key, course.code, course=course.town, detail=Label("behind.days", days))

    def _session(self, key: str) -> BehindRow | None:
        session = courses.get_session(self._work.database, key)
        if session is None:
            return None
        course = self._courses.get(session.course)
        topic = session.topic.tg or session.topic.ru or session.topic.en
        values = {"day": session.day, "start": _clock(session.start), "end": _clock(session.end)}
        name = f"{session.number:>2}. {topic}".rstrip(". ")
        return BehindRow(key, name, course=course.code if course else "", detail=Label("behind.time", values))


def _share(row: ReportRow) -> Label | None:
    if row.share is None:
        return None
    return Label("behind.share", {"whole": row.share // 100})


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"
