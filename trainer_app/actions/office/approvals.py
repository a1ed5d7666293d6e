"""What approvals say of courses: their fingerprint, what was changed since, and the records they keep.

Approving itself is in `approval`, which counts a report for it; reports in turn ask here.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import msgspec

from trainer_app.actions.base.naming import Names
from trainer_app.actions.base.saying import say, say_each, say_field
from trainer_app.actions.base.shown import stamp_of
from trainer_app.actions.base.workplace import ZONE, Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.evaluations.scores import CountedTests
from trainer_app.actions.office.report_records import CourseRecords, Taught
from trainer_app.domain.attendance.marks import attendance_share
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Entry, derive_key
from trainer_app.domain.base.merging import RowKey
from trainer_app.domain.base.numbers import hundredths_texts
from trainer_app.domain.base.schema import DELETED, field_label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import CertificateKind
from trainer_app.domain.courses.courses import CourseState
from trainer_app.domain.office.approvals import (
    Approval,
    CourseApproval,
    KeptParticipation,
    LaterChange,
    Verification,
    participation_of,
    ranks_hidden,
    read_left_out,
    read_sessions,
    tests_of,
)
from trainer_app.domain.office.participations import Participation
from trainer_app.domain.office.reports import ApprovedCourse, ReportRow
from trainer_app.domain.people.persons import Joins, Pair, Person, age_group, head_of
from trainer_app.store.base import entry_history
from trainer_app.store.base.entry_history import shown_row
from trainer_app.store.courses.courses import get_enrolment, get_session
from trainer_app.store.office.approvals import Later, kept_participations, newest_approval, signed_rows
from trainer_app.store.office.erasing import list_erasures
from trainer_app.store.people import people
from trainer_app.system.clock import civil_date

_NOT_SIGNED = frozenset(
    {
        *(
            ("course", name)
            for name in (
                *("state", "approved", "closed_by", "closed_at", "left_open", "left_open_reason"),
                *("archived", "retention_day", "reopened_reason"),
            )
        ),
        *(("session", name) for name in ("locked", "lock_reason", "locked_by", "locked_at")),
        *(("enrolment", name) for name in ("name_checked", "name_checked_by")),
        *(("certificate", name) for name in ("received", "received_on")),
    }
)
"""What the approval itself changes, and how work goes on after it: locks, checks of names, receipts."""

_NOT_TOLD = frozenset(
    {
        *(("attachment", name) for name in ("course", "project", "media", "sha256", "size", "travels")),
        *(("enrolment", name) for name in ("course", "facts")),
        *(("paper", name) for name in ("course", "enrolment", "started")),
        *((entity, "course") for entity in ("session", "assignment", "sitting", "feedback_paper")),
    }
)
"""What a list of changes leaves out beside what else was written: sums, sizes, and the course it is of."""
_LONGEST = 120
"""Characters of one typed text in a list of changes."""
type _Points = tuple[int, int]
"""The points of a test and out of how many, in hundredths."""


def approval_of(work: Workplace, course: str) -> Approval | None:
    """Return the newest approval of a course, also one that was taken back; None if it was never approved."""
    return newest_approval(work.database, course)


def fingerprint(work: Workplace, course: str) -> str:
    """Return the SHA-256 of a course's rows as they are shown; FORMAT.md says it to the letter.

    Raises course.unknown.
    """
    courses.get_course(work, course)
    hashes = sorted(_row_hashes(signed_rows(work.database, course)))
    return hashlib.sha256(b"".join(hashes)).hexdigest()


def _row_hashes(rows: Mapping[RowKey, Mapping[str, Any]]) -> Iterator[bytes]:
    for (entity, key), row in rows.items():
        fields = {
            name: row[name]
            for name in sorted(row)
            if name != "key" and row[name] is not None and (entity, name) not in _NOT_SIGNED
        }
        yield hashlib.sha256(msgspec.json.encode([entity, key, fields])).digest()


def changes_since(work: Workplace, approval: Approval) -> list[LaterChange]:
    """Return what stands now in a course's rows, and what was taken away, since an approval; oldest first."""
    names = Names(work)
    later, erased = _without_erased(work, names, approval)
    found = [_say_erased(work, names, person) for person in erased]
    scored = {row for row, *_, values in later if row[0] == "paper" and "points" in values}
    before = _points_before(work, approval, scored)
    for (entity, key), at, user, replica, values in later:
        where = _say_where(work, names, entity, key, values)
        what = _shortened(_say_what(work, names, entity, key, values))
        if (entity, key) in scored and key in before:
            what = _with_before(work, key, before[key], what)
        if entity == "paper":
            what = _of_test(work, names, key, what)
        people_of = _people_of(names, entity, key, values)
        found.append(LaterChange(at, user, names.device(replica), where, what, people_of))
    return sorted(found, key=lambda each: each.at)


def _rows_before(
    work: Workplace, approval: Approval, rows: Collection[RowKey]
) -> dict[RowKey, dict[str, Any]]:
    """Return what an approval saw in some rows."""
    found: dict[RowKey, dict[str, Any]] = {}
    for row, entries in entry_history.written_of_rows(work.database, rows).items() if rows else ():
        found[row] = {}
        for each in entries:
            if each.number <= approval.seen.get(each.replica, 0):
                found[row] |= each.values
    return found


def _points_before(work: Workplace, approval: Approval, papers: Collection[RowKey]) -> dict[str, _Points]:
    """Return what an approval saw as the points of some papers, and out of what, by their keys."""
    found: dict[str, _Points] = {}
    for (_, key), row in _rows_before(work, approval, papers).items():
        points, out_of = row.get("points"), row.get("out_of")
        if row.get(DELETED) is not True and isinstance(points, int) and isinstance(out_of, int):
            found[key] = points, out_of
    return found


def _with_before(work: Workplace, paper: str, before: _Points, now: Label) -> Label:
    """Add to the points of a test what they were when the course was approved."""
    row = entry_history.last_row(work.journal, "paper", paper)
    points, out_of = map(hundredths_texts, before)
    same = row.get("out_of") == before[1] and row.get("points") is not None
    whole = Label("review.value.points", {"points": points, "out_of": out_of})
    return Label("approval.change.was", {"now": now, "was": points if same else whole})


def _of_test(work: Workplace, names: Names, paper: str, what: Label) -> Label:
    """Say of which test a change is, before the training or after it."""
    row = entry_history.last_row(work.journal, "paper", paper)
    test = names.papers.occasions.get(str(row.get("occasion")))
    return what if test is None else Label("approval.change.of_test", {"test": test, "what": what})


def _without_erased(
    work: Workplace, names: Names, approval: Approval
) -> tuple[list["_Later"], tuple[str, ...]]:
    """Return what was written later, and apart from it the people whose data were erased since.

    What erasing leaves of a row is written anew as of the time when it was written first: it is no work of
    that time, and nothing of it is another one but that the name is gone.
    """
    everybody = people.find_people(work.database)
    written: list[_Later] = []
    erased: dict[str, None] = {}
    for each in _later(work, approval):
        (entity, key), at, *_ = each
        person = names.places(entity, key)[0] if entity != "pair" and at <= approval.at else ""
        if person and everybody[person].erased:
            erased[person] = None
        else:
            written.append(each)
    return written, tuple(erased)


def _say_erased(work: Workplace, names: Names, person: str) -> LaterChange:
    """Say that somebody's data were erased: when, by whom, and that the figures stay."""
    said = entry_history.written_entries(work.database, "person", person, ("erased",))
    what = Label("approval.change.erased")
    if not said:
        return LaterChange(0, "", "", names.person(person), what, frozenset((person,)))
    last, who = said[-1], names.person(person)
    return LaterChange(last.at, last.user, names.device(last.replica), who, what, frozenset((person,)))


def _people_of(names: Names, entity: str, key: str, values: Mapping[str, Any]) -> frozenset[str]:
    """Return the participants whom a change names; trainers are no participants."""
    found = {names.places(entity, key)[0] if entity != "assignment" else ""}
    if entity == "pair":
        found = {str(values.get(name) or "") for name in ("first", "second")}
    if replaced := values.get("replaces"):
        found.add(names.places("enrolment", str(replaced))[0])
    return frozenset(found - {""})


def _say_where(work: Workplace, names: Names, entity: str, key: str, values: Mapping[str, Any]) -> Label:
    """Return whom or what a change is about; of a mark also in which session."""
    if entity == "pair":
        return names.pair(values)
    where, _ = names.describe(entity, key, next(iter(values)))
    _, _, place = names.places(entity, key) if entity == "attendance" else ("", "", "")
    session = get_session(work.database, place) if place else None
    if session is None:
        return where
    told = {"who": where, "session": session.number, "day": session.day}
    return Label("approval.change.at_session", told)


def _say_what(work: Workplace, names: Names, entity: str, key: str, values: Mapping[str, Any]) -> Label:
    """Return what stands there now, in words: a list of changes shows no code, no badge and no sum."""
    if entity == "attendance" and "mark" in values:
        # A mark with its minutes is one thing; of other rows each field is told by its name.
        return say(names, entity, values, key)
    if entity == "pair":
        return say(names, entity, values, key) if "one" in values else Label("approval.change.parted")
    if entity == "certificate" and values.get(DELETED) is not True:
        return _say_certificate(work, names, key, values)
    if entity == "attachment" and values.get("kind") and values.get("name"):
        return Label("approval.change.file", {"name": str(values["name"])})
    told = {name: value for name, value in values.items() if (entity, name) not in _NOT_TOLD}
    if not told:
        return Label("approval.change.other", {"what": field_label(entity, next(iter(values)))})
    return say_each(names, entity, told, key)


def _say_certificate(work: Workplace, names: Names, key: str, values: Mapping[str, Any]) -> Label:
    """Return what became of a certificate: issued with its kind, replaced by which, void and why, erased."""
    row = shown_row(work.journal, "certificate", key)
    told = {"serial": str(row.get("serial") or "–"), "reason": str(values.get("reason") or "–")}
    if values.get("serial"):
        kind = say_field(names, "certificate", "kind", row.get("kind") or CertificateKind.NONE.value)
        return Label("approval.change.issued", {**told, "kind": kind})
    if values.get("replaced_by"):
        new = names.row("certificate", str(values["replaced_by"]))
        return Label("approval.change.replaced", {**told, "new": new})
    if values.get("void"):
        return Label("approval.change.void", told)
    return Label("approval.change.certificate", told)


def _shortened(words: Label) -> Label:
    """Return words in which no typed text is longer than a list can show."""
    return Label(words.code, {name: _short(value) for name, value in words.values.items()})


def _short(value: object) -> object:
    match value:
        case Label():
            return _shortened(value)
        case Texts():
            return Texts.made(lambda language: shorten(value[language]))
        case str():
            return shorten(value)
        case list() | tuple():
            return [_short(each) for each in value]
    return value


def shorten(text: str) -> str:
    """Return a text on one line; of a long one its beginning."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"


def count_changes(work: Workplace, approval: Approval) -> int:
    """Return how many changes there are since an approval."""
    written, erased = _without_erased(work, Names(work), approval)
    return len(written) + len(erased)


type _Later = tuple[RowKey, int, str, str, dict[str, Any]]


def _later(work: Workplace, approval: Approval) -> list[_Later]:
    """Return (row, moment, who, replica, values) of what an approval signs and did not see."""
    finder = Later(work.database, approval.seen)
    entries, shown = finder.of_course(approval.course)
    gone = finder.of_rows(row for row in _kept_rows(work, approval) if row not in shown)
    entries += [(row, entry) for row, entry in gone if entry.s.get(DELETED) is True]
    entries += _later_pairs(work, approval, finder)
    # What was written back to what was approved is none; what erasing left is dated as it was written first.
    marks = {row for row, entry in entries if row[0] == "attendance" and entry.t[0] > approval.at}
    before = work.database.remembered(
        # It means reading the journal: once, until a mark is written.
        f"before {approval.key} {stamp_of(sorted(marks))}",
        lambda: _rows_before(work, approval, marks),
        ("attendance",),
    )
    found = []
    for row, entry in entries:
        values = {name: value for name, value in entry.s.items() if (row[0], name) not in _NOT_SIGNED}
        if row in before and not _differs(before[row], values):
            continue
        if values:
            found.append((row, entry.t[0], entry.u, entry.r, values))
    return found


def _differs(before: Mapping[str, Any], now: Mapping[str, Any]) -> bool:
    """Tell whether anything stands in a row now that did not; one that is gone differs from one that was."""
    if now.get(DELETED) is True:
        return bool(before) and before.get(DELETED) is not True
    return any(before.get(name) != value for name, value in now.items() if name != DELETED or value)


def _later_pairs(work: Workplace, approval: Approval, finder: Later) -> list[tuple[RowKey, Entry]]:
    """Return what was said later of pairs by which people of the course are one, each with both people.

    Joining and parting them moves how many people are counted, though no row of the course is another one.
    """
    here = {kept.person for kept in kept_participations(work.database, approval.key)}
    joins, said = people.joins(work.database), finder.of_pairs()
    rows = {row: shown_row(work.journal, *row) for row, _ in said}
    told = [Pair(row[1], str(each["first"]), str(each["second"]), one=True) for row, each in rows.items()]
    # Who is not connected with anybody of the course has nothing to do with it, however many are joined.
    connected = Joins((*joins.joined, *told))
    near = sorted({key for person in here for key in connected.group(person)})
    # What was parted names nobody any more: it is found by the keys that pairs of these people have.
    ends = {("pair", derive_key("pair", *pair)): pair for pair in combinations(near, 2)}
    gone = finder.of_rows(row for row in ends if row not in rows)
    said = [each for each in said if each[0] in ends]
    said += [(row, entry) for row, entry in gone if entry.s.get(DELETED) is True]
    whole = {row: Pair(row[1], *ends[row], one=True) for row, _ in said}
    whole |= {("pair", pair.key): pair for pair in joins.joined if ("pair", pair.key) in ends}
    groups = Joins(whole.values())

    def leads(row: RowKey) -> bool:
        """Tell whether somebody of the course is one with somebody else of it by way of this pair."""
        if len(here & groups.group(ends[row][0])) < 2:
            return False
        others = Joins(pair for each, pair in whole.items() if each != row)
        return all(here & others.group(end) for end in ends[row])

    return [
        (row, replace(entry, s={**entry.s, "first": ends[row][0], "second": ends[row][1]}))
        for row, entry in said
        if leads(row)
    ]


def _kept_rows(work: Workplace, approval: Approval) -> Iterator[RowKey]:
    """Yield the rows that an approval knew of and that may be taken away."""
    enrolments = [kept.enrolment for kept in kept_participations(work.database, approval.key)]
    for trainer in approval.trainers:
        yield "assignment", derive_key("assignment", approval.course, trainer)
    for scan in approval.scans:
        yield "attachment", scan
    for session in approval.session_keys:
        yield "session", session
        for enrolment in enrolments:
            yield "attendance", derive_key("attendance", enrolment, session)
    for enrolment in enrolments:
        yield "enrolment", enrolment


def verify(work: Workplace, stated: Sequence[tuple[str, str]]) -> list[Verification]:
    """Compare fingerprints, as (code of a course, fingerprint), with what is here."""
    found = []
    for code, print_ in stated:
        key = courses.find_course(work, code)
        approval = approval_of(work, key)
        kept = approval.fingerprint if approval is not None else ""
        found.append(Verification(code, print_, fingerprint(work, key), kept))
    return found


def approved_courses(work: Workplace, taught: Iterable[Taught]) -> dict[str, Approval]:
    """Return the approvals of those of some courses that are approved now, by the course's key."""
    found = (
        newest_approval(work.database, each.course.key)
        for each in taught
        if each.course.state is CourseState.APPROVED
    )
    return {approval.course: approval for approval in found if approval is not None}


def as_stated(work: Workplace, approval: Approval) -> ApprovedCourse:
    """Return an approval as a report states it."""
    written, erased = _without_erased(work, Names(work), approval)
    return ApprovedCourse(
        code=approval.code,
        at=approval.at,
        day=civil_date(approval.at, ZONE),
        by=approval.by,
        fingerprint=approval.fingerprint,
        changes=len(written) + len(erased),
        erased=frozenset(erased) | _purged_since(work, approval),
    )


def _purged_since(work: Workplace, approval: Approval) -> frozenset[str]:
    """Return the participants of a course whose names were erased as a whole after it was approved."""
    day = civil_date(approval.at, ZONE)
    purges = (each for each in list_erasures(work.database) if approval.course in each.courses)
    if not any(each.day is not None and each.day >= day for each in purges):
        return frozenset()
    return frozenset(kept.person for kept in kept_participations(work.database, approval.key))


def kept_records(work: Workplace, approval: Approval) -> CourseRecords:
    """Return what a course gives to a report as approved. Names, births and what is "now" are today's."""
    everybody = people.people_by_key(work.database)
    participations, rows, tests = [], [], []
    for kept in kept_participations(work.database, approval.key):
        one = _with_now(participation_of(kept, approval.course), approval, everybody.get(kept.person))
        participations.append(one)
        rows.append(_row(kept, one, approval.code, everybody))
        tests += tests_of(kept)
    names = {text.partition(" ")[0] for text in approval.left_out}
    left_out = read_left_out(approval, {key: _name_of(work, key, everybody) for key in names})
    return CourseRecords(
        taught=approval.counted,
        sessions=read_sessions(approval),
        participations=participations,
        rows=rows,
        tests=CountedTests(tuple(tests), left_out),
        marked=approval.marked,
    )


def count_officers(
    work: Workplace, came: Sequence[Participation], approved: Iterable[Approval]
) -> tuple[int, int]:
    """Return how many of the people who came had a rank, and of how many more erasing took what tells.

    Of an approved course it is known how many had one: that counts where these people are all in question.
    """
    ranked = {each.person for each in came if each.rank}
    bare = [each for each in came if each.person not in ranked]
    erased = people.erased_keys(work.database) if bare else frozenset[str]()
    purged = {key for each in list_erasures(work.database) for key in each.courses}
    unknown = {each.person for each in bare if each.person in erased or each.course in purged}
    if not unknown:
        return len(ranked), 0
    asked = {each.course for each in bare if each.person in unknown}
    hidden = []
    for each in (approval for approval in approved if approval.course in asked):
        kept = kept_participations(work.database, each.key)
        hidden.append((each.course, *ranks_hidden(each, kept, erased, purged)))
    officers = {key for _, keys, count in hidden if count == len(keys) for key in keys & unknown}
    unknown, found = unknown - officers, len(ranked) + len(officers)
    for course, keys, count in hidden:
        # Whoever came to another course too could be counted twice.
        others = {each.person for each in bare if each.course != course}
        if count is not None and keys <= unknown and keys.isdisjoint(others):
            found += count
            unknown -= keys
    return found, len(unknown)


def trainer_names(work: Workplace, approvals: Iterable[Approval]) -> dict[str, str]:
    """Return the names of all who taught approved courses, by person."""
    everybody = people.people_by_key(work.database)
    keys = {key for approval in approvals for key in approval.trainers}
    return {key: head_of(everybody, key).name for key in keys if key in everybody}


def _with_now(one: Participation, approval: Approval, person: Person | None) -> Participation:
    if person is None:
        return one
    return replace(
        one,
        rank_now=person.rank,
        unit_now=person.unit,
        duty_district_now=person.duty_district,
        age=age_group(person.birth_year, approval.first_day),
    )


def _row(
    kept: KeptParticipation,
    one: Participation,
    code: str,
    everybody: Mapping[str, Person],
) -> ReportRow:
    attended = sum(day.attended for day in one.days)
    planned = sum(day.planned for day in one.days)
    return ReportRow(
        key=kept.enrolment,
        name=head_of(everybody, kept.person).name if kept.person in everybody else "–",
        sex=kept.sex,
        rank=kept.rank,
        unit=kept.unit,
        course=code,
        minutes=attended,
        share=attendance_share(attended, planned),
        pre=kept.pre,
        post=kept.post,
        result=kept.result,
        serial=kept.serial,
    )


def _name_of(work: Workplace, enrolment: str, everybody: Mapping[str, Person]) -> str:
    found = get_enrolment(work.database, enrolment)
    return head_of(everybody, found.enrolment.person).short_name if found is not None else "–"


def document(approval: Approval) -> dict[str, object]:
    """Return an approval as a document; `at` is in wall milliseconds."""
    return {
        "by": approval.by,
        "at": approval.at,
        "fingerprint": approval.fingerprint,
        "reason": approval.reason,
    }


def stated(approval: Approval) -> Label:
    """Say that a course was approved: when, by whom, with which fingerprint."""
    told = {"day": civil_date(approval.at, ZONE), "by": approval.by, "fingerprint": approval.fingerprint}
    return Label("approval.stated", told)


def reasoned(approval: Approval) -> Label | None:
    """Say why a course was approved although something was open; None where nothing was said."""
    return Label("approval.reason", {"reason": approval.reason}) if approval.reason else None


def changed(found: CourseApproval) -> Label:
    """Say how much was changed since a course was approved."""
    if found.changes:
        return Label("approval.changes", {"count": len(found.changes)})
    return Label("approval.moved_unseen" if found.moved else "approval.unchanged")


def read_saved(path: Path) -> Mapping[str, Any]:
    """Return a report saved as JSON, as the document that it is. Raises approval.unreadable."""
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        raise TrainerError("approval.unreadable", file=path.name) from None
    if not isinstance(found, dict):
        raise TrainerError("approval.unreadable", file=path.name)
    return found


def read_stated(path: Path) -> list[tuple[str, str]]:
    """Return the (code, fingerprint) of the courses that a report saved as JSON states as approved.

    Raises approval.unreadable, approval.none_stated.
    """
    try:
        stated = read_saved(path)["approved"]
        found = [(str(each["course"]), str(each["fingerprint"])) for each in stated]
    except (KeyError, TypeError):
        raise TrainerError("approval.unreadable", file=path.name) from None
    if not found:
        raise TrainerError("approval.none_stated")
    return found
