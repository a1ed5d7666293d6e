"""Details of what is held about somebody: in which files it travelled, and what they are on a list.

What is sent to the office or a colleague says which of this computer's entries are in it. A file for a laptop
does not say which courses it held: one that was written after the person stood on a list of a course of that
laptop may hold the person, one from before cannot.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from trainer_app.actions.base import sync_status
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import archiving
from trainer_app.actions.exchange.packs import holders
from trainer_app.domain.attendance.marks import IN_THE_ROOM
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.merging import RowKey
from trainer_app.domain.courses.courses import EnrolmentState, EnrolmentStatus, status_of
from trainer_app.domain.office.approvals import came_at_all
from trainer_app.store.attendance.marks import who_came
from trainer_app.store.base.entry_history import WrittenEntry
from trainer_app.store.courses.courses import get_enrolment
from trainer_app.store.exchange.transfers import Departure, list_arrivals, list_departures

type Written = Mapping[RowKey, Sequence[WrittenEntry]]
"""What was ever written about somebody, by rows."""

_OWN = (sync_status.WHOLE_FILE, sync_status.PART_FILE)
_LISTS = ("enrolment", "assignment")
"""What makes somebody one of a course."""


def files_sent(
    work: Workplace, written: Written, courses: Iterable[str], *, erased: bool
) -> list[tuple[Label, Departure]]:
    """Return which files sent from here hold somebody of some courses, or may hold them.

    Of somebody `erased` it is not known any more what had been written, and when.
    """
    own, since = _own_numbers(work, written), _known_since(work, written)
    by_course = {course: set(holders(work, [course])) for course in courses}
    found = []
    for each in list_departures(work.database):
        if not each.entries:
            continue
        if each.kind in _OWN:
            sure = any(each.first <= number <= each.last for number in own)
            if sure or erased:
                found.append((Label("held.sent" if sure else "held.sent_perhaps"), each))
        elif each.kind == "pack":
            given = [course for course, laptops in by_course.items() if each.target in laptops]
            if any(erased or each.at >= since.get(course, 0) for course in given):
                found.append((Label("held.sent_perhaps"), each))
    return found


def files_archived(work: Workplace, written: Written) -> int:
    """Return how many files of the archive hold an entry about somebody."""
    entries = {(one.replica, one.number) for each in written.values() for one in each}
    brought = {one.file for each in written.values() for one in each if one.file}
    own = _own_numbers(work, written)
    names = {
        each.archived
        for each in list_arrivals(work.database)
        if each.file in brought
        or any(replica == each.replica and each.first <= n <= each.last for replica, n in entries)
    }
    names |= {
        each.file
        for each in list_departures(work.database)
        if each.kind == archiving.OWN and any(each.first <= number <= each.last for number in own)
    }
    return sum((work.folder.archive / name).is_file() for name in names - {""})


def takes_part(work: Workplace, entity: str, key: str, values: Mapping[str, Any]) -> bool:
    """Tell whether a row is of somebody who came: the window says of them that they take part."""
    if entity == "participation":
        came = came_at_all(values.get("days") or ())
    elif entity == "enrolment" and (found := get_enrolment(work.database, key)) is not None:
        came = key in who_came(work.database, found.enrolment.course)
    else:
        return False
    return _is_taking_part(values.get("state"), came=came)


def took_part(
    written: Written, entity: str, key: str, entry: WrittenEntry, values: Mapping[str, Any]
) -> bool:
    """Tell the same of a row (`values`) as an entry left it: by what was approved, or marked by then."""
    if entity == "participation":
        came = came_at_all(values.get("days") or ())
    else:
        came = entity == "enrolment" and any(
            _marked_by(entries, key, entry.at)
            for (kind, _), entries in written.items()
            if kind == "attendance"
        )
    return _is_taking_part(values.get("state"), came=came)


def _is_taking_part(state: object, *, came: bool) -> bool:
    known = state in tuple(EnrolmentState)
    return known and status_of(EnrolmentState(str(state)), came=came) is EnrolmentStatus.TAKING_PART


def _marked_by(entries: Sequence[WrittenEntry], enrolment: str, at: int) -> bool:
    """Tell whether the entries of a mark say that somebody was in the room at a moment."""
    values: dict[str, Any] = {}
    for each in sorted((one for one in entries if one.at <= at), key=lambda one: one.at):
        values.update(each.values)
    return values.get("enrolment") == enrolment and values.get("mark") in IN_THE_ROOM


def _own_numbers(work: Workplace, written: Written) -> frozenset[int]:
    """Return the numbers of those entries that were written here."""
    replicas = frozenset(work.journal.own_replicas())
    return frozenset(one.number for each in written.values() for one in each if one.replica in replicas)


def _known_since(work: Workplace, written: Written) -> dict[str, int]:
    """Return since when it was known here that somebody is of a course, in wall milliseconds."""
    came: dict[str, int] = {}
    for arrival in list_arrivals(work.database):
        came[arrival.file] = min(arrival.at, came.get(arrival.file, arrival.at))
    since: dict[str, int] = {}
    for (entity, _), entries in written.items():
        for one in entries if entity in _LISTS else ():
            course = str(one.values.get("course") or "")
            at = came.get(one.file, one.at) if one.file else one.at
            since[course] = min(at, since.get(course, at))
    return since
