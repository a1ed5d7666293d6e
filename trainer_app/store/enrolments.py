"""Enrolments, as stored."""

from dataclasses import dataclass
from datetime import date

from trainer_app.domain.enrolments import Enrolment, EnrolmentState
from trainer_app.store.courses import choice_of, day_of
from trainer_app.store.database import Database
from trainer_app.store.rows import Fields, object_number, select_row, select_rows


@dataclass(frozen=True)
class StoredEnrolment:
    """An enrolment with what only some screens need: since when, an override, the name checked."""

    enrolment: Enrolment
    from_day: date | None
    override: str
    override_reason: str
    name_checked: str = ""
    name_checked_by: str = ""


def list_enrolments(database: Database, course: str | None = None) -> list[StoredEnrolment]:
    """Return a course's enrolments (or all), by number on the list."""
    if course is None:
        rows = select_rows(database, "enrolment", "ORDER BY t.number, own.key")
    else:
        number = object_number(database, "course", course)
        rows = select_rows(database, "enrolment", "WHERE t.course = ? ORDER BY t.number, own.key", number)
    return [_enrolment(fields) for fields in rows]


def get_enrolment(database: Database, key: str) -> StoredEnrolment | None:
    """Return one enrolment."""
    fields = select_row(database, "enrolment", key)
    return _enrolment(fields) if fields else None


def _enrolment(fields: Fields) -> StoredEnrolment:
    return StoredEnrolment(
        Enrolment(
            key=fields["key"],
            course=fields["course"],
            person=fields["person"],
            number=fields["number"] or 0,
            state=choice_of(EnrolmentState, fields["state"], EnrolmentState.NOMINATED),
            replaces=fields["replaces"],
            remark=fields["remark"] or "",
        ),
        day_of(fields["from_day"]),
        fields["override"] or "",
        fields["override_reason"] or "",
        fields["name_checked"] or "",
        fields["name_checked_by"] or "",
    )
