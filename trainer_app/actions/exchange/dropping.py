"""A laptop lets go of the names of closed courses, once everything of them is safe at the office.

Only if the office says so (`Rules.drop_days`), not before a person was told, and never anything that is
unsent
or not confirmed. The office keeps all; its next file with the course brings it back.
"""

import logging
from collections.abc import Collection
from datetime import date, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from trainer_app.actions.base import identity, sync_status
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import feedback
from trainer_app.domain.base.changes import Changes, Label, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import derive_key
from trainer_app.domain.base.merging import RowKey
from trainer_app.domain.courses.courses import FINISHED
from trainer_app.domain.exchange.laptops import DROP_NOTES, SEEN_BY_OFFICE, DropNote
from trainer_app.store.attendance import marks
from trainer_app.store.base.rows import select_row
from trainer_app.store.courses import courses

if TYPE_CHECKING:
    from trainer_app.domain.office.erasing import RetentionRules

_TOLD_DAYS = 14
"""So long it is said afterwards that a course's names are at the office."""
_log = logging.getLogger(__name__)


class DroppingCourse(Struct, frozen=True):
    """One course whose names leave this laptop on a day, or have left it (`done`)."""

    course: str
    code: str
    day: date
    done: bool = False


def retention_rules(work: Workplace) -> "RetentionRules":
    """Return the office's rule; it travels to the laptops in packs."""
    # Here and not above, as all of its module: the first screen of most laptops has no name that leaves.
    from trainer_app.domain.office.erasing import RetentionRules

    row = select_row(work.database, "office", derive_key("office", work.office_code)) or {}
    return RetentionRules(whole_number(row.get("retention_months")), whole_number(row.get("drop_days")))


def whole_number(value: object) -> int | None:
    """Return a setting's value if it is a whole number from 0; None for anything else."""
    return value if isinstance(value, int) and value >= 0 else None


def note_safe_courses(work: Workplace) -> None:
    """Note since when closed courses are safe at the office; at every start, with every file from there."""
    notes = work.store.setting(DROP_NOTES)
    if not _applies(work):
        return
    today = work.today().isoformat()
    changed = False
    for course in courses.list_courses(work.database):
        known = notes.get(course.key)
        safe = course.state in FINISHED and _is_safe(work, course.key)
        if safe and (known is None or not known.since):
            notes[course.key] = DropNote(since=today, done=known.done if known else "")
            changed = True
        elif not safe and known is not None and known.since:
            notes[course.key] = DropNote(done=known.done)
            changed = True
    if changed:
        work.store.change_setting(DROP_NOTES, notes)


def notices(work: Workplace) -> list[DroppingCourse]:
    """Return the courses whose names leave soon, or have left lately; whoever is shown them has been told."""
    if work.decides:
        return []
    notes, today = work.store.setting(DROP_NOTES), work.today()
    if not notes:
        return []
    from trainer_app.domain.office.erasing import NOTICE_DAYS

    days = retention_rules(work).drop_days
    found = []
    told = False
    for course in courses.list_courses(work.database):
        note = notes.get(course.key)
        if note is None:
            continue
        if (
            note.done
            and today - date.fromisoformat(note.done) <= timedelta(days=_TOLD_DAYS)
            and not note.since
        ):
            found.append(DroppingCourse(course.key, course.code, date.fromisoformat(note.done), done=True))
        elif note.since and days is not None:
            day = _day_of(note, days, today)
            if day - today <= timedelta(days=NOTICE_DAYS):
                told |= not note.told
                note.told = note.told or today.isoformat()
                found.append(DroppingCourse(course.key, course.code, day))
    if told:
        work.store.change_setting(DROP_NOTES, notes)
    return found


@guarded
def postpone(work: Workplace, course: str) -> Changes:
    """Keep a course's names here a month longer."""
    notes = work.store.setting(DROP_NOTES)
    note = notes.get(course)
    found = courses.get_course(work.database, course)
    if found is None or note is None or not note.since:
        raise TrainerError("dropping.not_leaving")
    from trainer_app.domain.office.erasing import POSTPONED_DAYS

    later = (work.today() + timedelta(days=POSTPONED_DAYS)).isoformat()
    notes[course] = DropNote(since=note.since, later=later)
    work.store.change_setting(DROP_NOTES, notes)
    label = Label("dropping.step.postponed", {"code": found.code})
    return Changes(label, None, frozenset({("course", course)}))


def drop_due(work: Workplace) -> list[str]:
    """Let go of the courses whose day has come and that somebody was told of; return their codes.

    What is not safe at the office any more stays, and so does everything where the disk refuses.
    """
    days = retention_rules(work).drop_days
    if days is None or not _applies(work):
        return []
    notes, today = work.store.setting(DROP_NOTES), work.today()
    gone = []
    for key, note in list(notes.items()):
        found = courses.get_course(work.database, key)
        due = bool(note.since and note.told) and _day_of(note, days, today) <= today
        if found is not None and due and found.state in FINISHED and _drop(work, key, found.code):
            notes[key] = DropNote(done=today.isoformat())
            work.store.change_setting(DROP_NOTES, notes)
            gone.append(found.code)
    if gone:
        # Here and not above: what reads old files is large, and Today only asks whose names leave.
        from trainer_app.actions.exchange.clearing import try_clear_files

        try_clear_files(work, no_progress)
    return gone


def resume(work: Workplace) -> None:
    """At every start: look, and let go of what is due. Nobody is kept from working by a disk that refuses."""
    try:
        note_safe_courses(work)
        drop_due(work)
    except TrainerError as problem:
        _log.warning("closed courses were kept: %s", problem.code)


def _applies(work: Workplace) -> bool:
    return not work.decides and identity.has_office(work) and retention_rules(work).drop_days is not None


def _day_of(note: DropNote, days: int, today: date) -> date:
    """Return when names leave: days after they are safe, a week after it was said, not before `later`."""
    from trainer_app.domain.office.erasing import NOTICE_DAYS

    told = date.fromisoformat(note.told) if note.told else today
    day = max(date.fromisoformat(note.since) + timedelta(days=days), told + timedelta(days=NOTICE_DAYS))
    return max(day, date.fromisoformat(note.later)) if note.later else day


def _rows(work: Workplace, course: str) -> frozenset[RowKey]:
    from trainer_app.actions.exchange.erased import people_of_courses
    from trainer_app.store.office.erasing import rows_of_courses, rows_of_people

    gone, _ = people_of_courses(work, [course])
    return rows_of_courses(work.database, [course]) | rows_of_people(work.database, gone)


def _is_safe(work: Workplace, course: str) -> bool:
    """Tell whether anything of a course's people is here, and all of it safe at the office, scans too."""
    if not courses.list_enrolments(work.database, course) or feedback.waiting(work, course):
        return False
    held = sync_status.known_blobs(work)
    scans = marks.list_attachments(work.database, course=course)
    if any(each.here and each.sha256 not in held for each in scans):
        return False
    return _are_safe(work, _rows(work, course))


def _are_safe(work: Workplace, rows: Collection[RowKey]) -> bool:
    # Here and not above: Today looks for notices alone.
    from trainer_app.store.office import erasing

    confirmed, told = sync_status.known_receipts(work), work.store.setting(SEEN_BY_OFFICE)
    office = _office_replicas(work)
    # Receipts come for what was written here; what others wrote is safe once a file of the office tells it.
    return all(
        entry.r in office or entry.n <= max(confirmed.get(entry.r, 0), told.get(entry.r, 0))
        for _, entry in erasing.entries_of_rows(work.database, rows)
    )


def _office_replicas(work: Workplace) -> frozenset[str]:
    """Return under which ids the office itself writes: what it wrote, it holds."""
    trust = identity.trust_list(work)
    offices = {device.code for device in trust.devices if device.at_office} if trust else set()
    return frozenset(name for name, code in identity.known_replicas(work).items() if code in offices)


def _drop(work: Workplace, course: str, code: str) -> bool:
    from trainer_app.store.office import erasing

    with work.journal.transaction():
        if not _is_safe(work, course):
            return False
        label = Label("dropping.step.left", {"code": code})
        rows = _rows(work, course)
        count = erasing.drop_rows(work.journal, rows, label, work.clock.millis())
        if count:
            from trainer_app.actions.exchange.clearing import note_pending
            from trainer_app.actions.exchange.ledger import forget_answers

            note_pending(work)
            forget_answers(work, {key for entity, key in rows if entity == "person"}, [course])
    return bool(count)
