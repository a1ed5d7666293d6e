"""Marks, as stored."""

from trainer_app.domain.attendance import Attendance, Mark, Signed
from trainer_app.store.courses import choice_of
from trainer_app.store.database import Database
from trainer_app.store.projection import key_text
from trainer_app.store.rows import contradicted, object_number, select_row, select_rows

_MARKS = {mark.value: mark for mark in Mark}


def marks_of_course(database: Database, course: str) -> dict[tuple[str, str], Attendance]:
    """Return (enrolment, session) -> attendance for everything recorded in a course."""
    return read_marks(database, "enrolment.course = ?", object_number(database, "course", course))


def read_marks(database: Database, condition: str, *values: object) -> dict[tuple[str, str], Attendance]:
    """Return (enrolment, session) -> attendance; `condition` is SQL over `enrolment`, the table."""
    rows = database.rows(
        "SELECT e.key, s.key, own.key, t.mark, t.missed, t.early, t.arrived, t.remark, t.signed, t.settled "
        "FROM attendance AS t "
        "JOIN enrolment ON enrolment.id = t.enrolment JOIN session ON session.id = t.session "
        "JOIN object AS e ON e.id = t.enrolment JOIN object AS s ON s.id = t.session "
        f"JOIN object AS own ON own.id = t.id WHERE {condition}",
        *values,
    )
    waiting = contradicted(database, "attendance")
    keys: dict[object, str] = {}
    found = {}
    for enrolment, session, own, mark, missed, early, arrived, remark, signed, settled in rows:
        place = (_key(keys, enrolment), _key(keys, session))
        found[place] = Attendance(
            mark=_MARKS.get(str(mark)),
            missed=int(str(missed or 0)),
            early=min(int(str(early or 0)), int(str(missed or 0))),
            arrived=None if arrived is None else int(str(arrived)),
            remark=str(remark or ""),
            signed=choice_of(Signed, signed, Signed.NOT_CHECKED),
            settled=str(settled or ""),
            conflict=bool(waiting) and _key(keys, own) in waiting,
            unknown=mark is not None and mark not in _MARKS,
        )
    return found


def get_attendance(database: Database, key: str) -> Attendance:
    """Return one mark by the row's key; an empty one where nothing is recorded."""
    fields = select_row(database, "attendance", key)
    if fields is None:
        return Attendance()
    return Attendance(
        mark=_MARKS.get(str(fields["mark"])),
        missed=fields["missed"] or 0,
        early=min(fields["early"] or 0, fields["missed"] or 0),
        arrived=fields["arrived"],
        remark=fields["remark"] or "",
        signed=choice_of(Signed, fields["signed"], Signed.NOT_CHECKED),
        settled=fields["settled"] or "",
        conflict=key in contradicted(database, "attendance"),
        unknown=fields["mark"] is not None and fields["mark"] not in _MARKS,
    )


def count_marks(database: Database, enrolment: str) -> int:
    """Return how many marks one enrolment has; blanks do not count."""
    number = object_number(database, "enrolment", enrolment)
    rows = select_rows(database, "attendance", "WHERE t.enrolment = ? AND t.mark IS NOT NULL", number)
    return len(rows)


def _key(keys: dict[object, str], raw: object) -> str:
    if raw not in keys:
        keys[raw] = key_text(raw if isinstance(raw, bytes) else b"")
    return keys[raw]
