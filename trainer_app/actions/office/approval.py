"""Closing and approving a course: what is still open, who answers for it, and what changed afterwards.

Whoever teaches closes a course; the office approves it. The approval keeps the figures and a fingerprint of
the course's rows, so that an auditor can see that nothing moved, or what did.
"""

import json
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec

from trainer_app.actions.attendance.attendance import grid
from trainer_app.actions.attendance.reconciliation import sheets, unscanned_days
from trainer_app.actions.base import identity, joint
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.shown import as_it_stands, check_shown, stamp_of
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import signatories
from trainer_app.actions.certificates.eligibility import board, sign_off
from trainer_app.actions.courses import courses
from trainer_app.actions.courses.courses import lock_fields, rows_of_one_number
from trainer_app.actions.courses.enrolments import list_enrolments
from trainer_app.actions.courses.one_person import listed_twice
from trainer_app.actions.evaluations import feedback, forms
from trainer_app.actions.evaluations.progress import feedback_missing
from trainer_app.actions.evaluations.scores import evaluation
from trainer_app.actions.office import approvals, building
from trainer_app.actions.office.report_records import RecordsGatherer, Taught
from trainer_app.actions.people.joining import candidates_within
from trainer_app.documents.office.report_words import figure_name, figure_text
from trainer_app.domain.attendance.marks import AttendanceGrid, missing_marks
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import JointMatter
from trainer_app.domain.base.journal import Value, derive_key
from trainer_app.domain.base.texts import SOURCE
from trainer_app.domain.certificates.certificates import BoardRow, CertificateReceipt
from trainer_app.domain.courses.courses import (
    FINISHED,
    CourseState,
    CourseView,
    MissingDetail,
    Participant,
    Session,
    SessionState,
    count_people,
)
from trainer_app.domain.evaluations.forms import FormKind, Occasion, ScoreRow, TestScore
from trainer_app.domain.office.approvals import (
    CourseApproval,
    OpenItem,
    OpenMatter,
    SavedReport,
    keep,
    left_open,
    with_place,
    write_left_out,
    write_session,
)
from trainer_app.domain.office.report_json import number_of, report_document
from trainer_app.domain.office.reports import Basis, Report, ReportExtent
from trainer_app.domain.people.persons import Sex, by_person
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.rows import record_fields
from trainer_app.store.exchange.transfers import replica_ranges
from trainer_app.store.office.approvals import signed_rows
from trainer_app.store.review import contradictions
from trainer_app.store.review.proposals import waiting_entries
from trainer_app.system import messages
from trainer_app.system.clock import civil_date, civil_minute


def standing(work: Workplace, course: str) -> CourseApproval:
    """Return how a course stands. Raises course.unknown."""
    left = tuple(open_items(work, course))
    found = approvals.approval_of(work, course)
    if found is None:
        return CourseApproval(left)
    moved = approvals.fingerprint(work, course) != found.fingerprint
    return CourseApproval(left, found, tuple(approvals.changes_since(work, found)), moved)


def open_items(work: Workplace, course: str) -> list[OpenItem]:
    """Return what somebody should look at before a course is closed. Raises course.unknown."""
    counts = _counts(work, course)
    # Nobody has to give feedback: that sheets are missing is told, that not one is there is to be explained.
    begun = any(view.papers for view in _feedback_of(work, course))
    return [
        OpenItem(matter, counts[matter], not (begun and matter is OpenMatter.NO_FEEDBACK))
        for matter in OpenMatter
        if counts.get(matter)
    ]


def _feedback_of(work: Workplace, course: str) -> list[forms.SittingView]:
    used = forms.list_sittings(work, course)
    return [view for view in used if view.form.form.kind is FormKind.FEEDBACK]


def _counts(work: Workplace, course: str) -> dict[OpenMatter, int]:
    table = grid(work, course)
    days = [state for state in sheets(work, course) if state.taking_place]
    rows = board(work, course)
    inside = {key for _, key in signed_rows(work.database, course)}
    waiting = contradictions.contradicting(work.journal)
    asked = waiting_entries(work.journal)
    tests = evaluation(work, course).rows
    to_void = {
        serial
        for found in joint.list_waiting(work)
        if found.matter == JointMatter.VOID
        for serial in found.subjects
    }
    listed = list_enrolments(work, course)
    here = [each for each in listed if each.expected]
    view = courses.get_course(work, course)
    zone, millis = view.course.zone, work.clock.millis()
    now = (civil_date(millis, zone), civil_minute(millis, zone))
    return {
        OpenMatter.MARKS: missing_marks(table, *now).whole,
        OpenMatter.AHEAD: sum(
            session.state is SessionState.HELD and (session.day, session.start) > now
            for session in table.sessions
        ),
        OpenMatter.REOPENED: len(_reopened(view)),
        OpenMatter.CONTRADICTIONS: sum(key in inside for _, key, _ in waiting),
        OpenMatter.PROPOSALS: sum(entry.k in inside for _, entry in asked),
        OpenMatter.SHEETS: sum(state.waits for state in days),
        OpenMatter.SCANS: unscanned_days(work, course),
        **_evaluations(work, table, listed, tests),
        **doubles(work, course),
        OpenMatter.GONE: count_people(each for each in listed if each.came_after),
        OpenMatter.NAMES: sign_off(work, course, rows).open,
        OpenMatter.CUT: count_people(each for each in listed if MissingDetail.NAME in each.missing),
        OpenMatter.CERTIFICATES: sum(row.unfit is not None for row in rows),
        OpenMatter.SIGNATURES: _unsigned(work, course, rows),
        OpenMatter.LEAD: _without_lead(work, course, rows),
        OpenMatter.VOIDS: sum(
            row.certificate is not None and row.certificate.serial in to_void for row in rows
        ),
        OpenMatter.VOIDED: sum(row.voided and row.entitled for row in rows),
        OpenMatter.RECEIPTS: sum(
            row.certificate is not None and row.certificate.received is not CertificateReceipt.YES
            for row in rows
        ),
        OpenMatter.SEX: count_people(here, lambda each: each.person.sex is Sex.UNKNOWN),
        OpenMatter.FEEDBACK: feedback.outside(work, course),
        OpenMatter.COMING: sum(
            session.state is SessionState.PLANNED and (session.day, session.end) > now
            for session in table.sessions
        ),
    }


def _reopened(view: CourseView) -> list[Session]:
    """Return the sessions of a closed course that were opened again: closing had locked them all."""
    if view.course.state not in FINISHED:
        return []
    return [session for session in view.sessions if not session.locked]


def _unsigned(work: Workplace, course: str, rows: Sequence[BoardRow]) -> int:
    """Count the certificates that nobody signs: issued without a line for it, or yet to be issued so."""
    held = [row.certificate for row in rows if row.certificate is not None]
    issued = sum(not each.erased and not each.facts.signatories for each in held)
    due = sum(row.due for row in rows)
    if due and signatories.signed(work, courses.get_course(work, course), SOURCE, "").signatories:
        due = 0
    return issued + due


def _without_lead(work: Workplace, course: str, rows: Sequence[BoardRow]) -> int:
    """Count the certificates that others sign and that lack the line of a lead trainer: nobody leads.

    Those that nobody signs at all are told of by themselves.
    """
    full = signatories.lines_without_lead(work, course)
    if full < 2:
        return 0
    held = [row.certificate for row in rows if row.certificate is not None]
    issued = sum(not each.erased and 0 < len(each.facts.signatories) < full for each in held)
    return issued + sum(row.due for row in rows)


def _evaluations(
    work: Workplace, table: AttendanceGrid, listed: Sequence[Participant], tests: Sequence[ScoreRow]
) -> dict[OpenMatter, int]:
    """Count tests that lack the other one, who has no post-test, and whose feedback sheet is missing.

    Post-tests and feedback are of the forms that the course uses; on Today a course is reminded of them that
    uses no form yet. Joined people write one test, under whichever of their rows.
    """
    used = forms.list_sittings(work, table.course)
    before = {row.enrolment for row in tests if row.pre is not None}
    after = {row.enrolment for row in tests if row.post is not None}
    people = [
        {each.enrolment.key: each.expected for each in rows}
        for rows in by_person(listed, lambda each: each.person.key)
    ]
    asked = any(view.sitting.occasion is Occasion.POST for view in used)
    return {
        OpenMatter.TESTS: sum(before.isdisjoint(rows) != after.isdisjoint(rows) for rows in people),
        OpenMatter.POST_TESTS: sum(any(rows.values()) and after.isdisjoint(rows) for rows in people)
        if asked
        else 0,
        OpenMatter.NO_FEEDBACK: sum(
            feedback_missing(table, view) for view in _feedback_of(work, table.course)
        ),
    }


def doubles(work: Workplace, course: str) -> dict[OpenMatter, int]:
    """Return what is in a course twice, or may be: rows of one person, people who may be one, numbers."""
    listed = frozenset(each.person.key for each in list_enrolments(work, course) if each.expected)
    tables = ("person", "enrolment", "course", "pair")
    pairs = work.database.remembered(
        f"pairs within {course}", lambda: len(candidates_within(work, listed)), tables
    )
    return {
        OpenMatter.TWICE: len(listed_twice(work, course)),
        OpenMatter.PAIRS: pairs,
        OpenMatter.NUMBERS: sum(len(keys) - 1 for keys in rows_of_one_number(work, course)),
    }


class ShownCourse(NamedTuple):
    """What is shown before a course is closed or approved: what is open; before approving the figures too.

    `notes` say why more people may be counted than stand on the list, and whatever else a report says below.
    """

    left: list[OpenItem]
    figures: list[tuple[str, str]] = []
    notes: list[str] = []
    stamp: str = ""

    @property
    def needs_reason(self) -> bool:
        """Whether it is asked why what is open may stay so."""
        return _need_reason(self.left)


def before_approving(work: Workplace, course: str, language: str) -> ShownCourse:
    """Return what is open in a course and what an approval would keep now. Raises course.unknown."""
    left = open_items(work, course)
    made = _report(work, course)
    say = partial(messages.label_text, language=language)
    figures = [(figure_name(each.code, language, say), figure_text(each, language)) for each in made.figures]
    return ShownCourse(left, figures, [say(note) for note in made.notes], stamp_of(_told(left, made)))


def before_closing(work: Workplace, course: str) -> ShownCourse:
    """Return what is open in a course that may be closed now. Raises as `courses.close_course`."""
    courses.check_closable(work, course)
    left = open_items(work, course)
    return ShownCourse(left, stamp=stamp_of(_told(left)))


def _report(work: Workplace, course: str) -> Report:
    return building.report(work, course=course, by=(), doubts=False)


def _told(left: Sequence[OpenItem], made: Report | None = None) -> object:
    """Return what is shown before a decision, in no language."""
    figures = {each.code: number_of(each) for each in made.figures} if made is not None else {}
    notes = [messages.label_text(note, SOURCE) for note in made.notes] if made is not None else []
    return left_open(left), figures, notes


@guarded
def close(work: Workplace, course: str, reason: str = "", shown: str = "") -> Changes:
    """Close a course. What is left open needs a reason (`OpenItem.needs_reason`), which is kept.

    `shown` is the stamp of what was shown before. Raises as `courses.close_course`; shown.moved;
    approval.needs_reason with what is open.
    """
    with as_it_stands(work, lambda: before_closing(work, course).left) as left:
        check_shown(shown, _told(left))
        _check_reason(left, reason)
        fields: dict[str, Value] = {
            "closed_by": work.user or None,
            "closed_at": work.clock.millis(),
            "left_open": list(left_open(left)) or None,
            "left_open_reason": reason.strip() or None,
        }
        return courses.close_course(work, course, fields)


def _need_reason(left: Sequence[OpenItem]) -> bool:
    return any(item.needs_reason for item in left)


def _check_reason(left: Sequence[OpenItem], reason: str) -> None:
    if _need_reason(left) and not reason.strip():
        raise TrainerError("approval.needs_reason", open=[item.label for item in left])


@guarded
def approve(work: Workplace, course: str, reason: str = "", shown: str = "") -> Changes:
    """Say for the office that a closed course is right: its figures and its fingerprint are kept.

    What is open then needs a reason (`OpenItem.needs_reason`); sessions that were opened again are locked.
    `shown` is the stamp of what was shown before. Raises approval.office_only, course.not_closed,
    course.approved, shown.moved, approval.needs_reason.
    """
    if identity.has_office(work) and not work.decides:
        raise TrainerError("approval.office_only")
    key = work.journal.make_key()
    with as_it_stands(work, lambda: _approved(work, course, key)) as found:
        check_shown(shown, _told(found.left, found.made))
        _check_reason(found.left, reason)
        fields = {**found.fields, "at": work.clock.millis(), "reason": reason.strip() or None}
        lock = lock_fields(work)
        writes = [
            *(Write("session", each.key, lock) for each in _reopened(found.view)),
            Write("approval", key, fields),
            *found.participations,
            Write("course", course, {"approved": True}),
        ]
        label = Label("approval.step.approve", {"code": found.view.course.code})
        return work.journal.record(label, writes, key=course)


class _Approved(NamedTuple):
    """A course as it is approved, with the rows that keep it."""

    view: CourseView
    left: list[OpenItem]
    made: Report
    fields: dict[str, Value]
    participations: list[Write]


def _approved(work: Workplace, course: str, key: str) -> _Approved:
    """Read what an approval keeps. Raises course.approved, course.not_closed."""
    view = courses.get_course(work, course)
    if view.course.state is CourseState.APPROVED:
        raise TrainerError("course.approved", code=view.course.code)
    if view.course.state is not CourseState.CLOSED:
        raise TrainerError("course.not_closed", code=view.course.code)
    left, made, kept = open_items(work, course), _report(work, course), _kept(work, course, key)
    fields: dict[str, Value] = {
        "course": course,
        "by": work.user or None,
        "fingerprint": approvals.fingerprint(work, course),
        "figures": _figures(made),
        "seen": json.dumps({each.replica: each.last for each in replica_ranges(work.database)}),
        **kept.fields,
    }
    return _Approved(view, left, made, fields, kept.participations)


class _Kept(NamedTuple):
    """What an approval keeps to count from: its own fields, and the participations as rows."""

    fields: dict[str, Value]
    participations: list[Write]


def _kept(work: Workplace, course: str, approval: str) -> _Kept:
    view = courses.get_course(work, course)
    taught = Taught(view.course, view.project)
    found = RecordsGatherer(work, [taught]).records(taught)
    trainers = sorted({key for session in found.sessions for key in session.trainers})
    fields = record_fields(
        "approval",
        found.taught,
        project_code=found.taught.project or None,
        first_day=view.course.first_day.isoformat(),
        trainers=list(trainers),
        sessions=[write_session(each, trainers) for each in found.sessions],
        left_out=[write_left_out(each) for each in found.tests.left_out],
        scans=sorted(key for entity, key in signed_rows(work.database, course) if entity == "attachment"),
        marked=found.marked or None,
    )
    tests: dict[str, list[TestScore]] = {}
    for test in found.tests.counted:
        tests.setdefault(test.enrolment, []).append(test)
    rows = []
    for one, row in zip(found.participations, found.rows, strict=True):
        key = derive_key("participation", approval, one.enrolment)
        kept = with_place(keep(one, row, tests.get(one.enrolment, ())), key, approval)
        rows.append(Write("participation", key, _filled(record_fields("participation", kept))))
    return _Kept(_filled(fields), rows)


def _filled(fields: Mapping[str, Value]) -> dict[str, Value]:
    """Return those fields in which anything stands."""
    return {name: value for name, value in fields.items() if value is not None and value != []}


def _figures(made: Report) -> str:
    """Return the figures of the course's report as a document: the rest is counted from what is kept."""
    say = partial(messages.label_text, language=SOURCE)
    whole = report_document(made, say)
    told = {name: whole[name] for name in ("figures", "units", "exclusions", "notes", "first", "last")}
    # Erasing takes ranks; how many were police officers is no more about anybody than how many were women.
    told["officers"] = None if made.about.rank_erased else made.about.officers
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def verify_saved(work: Workplace, path: Path) -> SavedReport:
    """Compare a report saved as JSON with what was approved, and with the data as they are.

    Raises approval.unreadable, approval.none_stated, course.unknown.
    """
    found = tuple(approvals.verify(work, approvals.read_stated(path)))
    saved = approvals.read_saved(path)
    if saved.get("basis") != Basis.APPROVED.value:
        return SavedReport(found)
    counted = _counted_anew(work, saved.get("extent"))
    told = saved.get("figures")
    same = (
        counted is not None
        and isinstance(told, dict)
        and list(counted.courses) == saved.get("courses")
        and _says_the_same(told, {figure.code: number_of(figure) for figure in counted.figures})
    )
    return SavedReport(found, as_approved=True, figures=same if counted is not None else None)


def _counted_anew(work: Workplace, told: object) -> Report | None:
    """Return the report as approved that was asked for; None where that is not said, or is not approved."""
    try:
        extent = ReportExtent.read(told)
        return building.report(work, extent, by=(), basis=Basis.APPROVED, doubts=False)
    except (msgspec.ValidationError, TrainerError):
        return None


def _says_the_same(told: Mapping[str, object], counted: Mapping[str, object]) -> bool:
    """Tell whether all figures are there and the same; how whole the data are is not among them."""
    return all(name in told and told[name] == value for name, value in counted.items())


@guarded
def take_back(work: Workplace, course: str, reason: str) -> Changes:
    """Take an approval back for the office: the course is closed again. The approval stays on record.

    Raises joint.needed, approval.office_only, approval.none, approval.needs_reason_to_reopen.
    """
    if identity.has_office(work) and not work.decides:
        raise TrainerError("approval.office_only")
    view = courses.get_course(work, course).course
    if view.state is not CourseState.APPROVED:
        raise TrainerError("approval.none", code=view.code)
    if not reason.strip():
        raise TrainerError("approval.needs_reason_to_reopen")
    fields: dict[str, Value] = {
        "approved": False,
        "state": CourseState.CLOSED.value,
        "reopened_reason": reason.strip(),
    }
    label = Label("approval.step.take_back", {"code": view.code, "reason": reason.strip()})
    both = joint.require(work, JointMatter.REOPEN, [course])
    writes = [Write("course", course, fields), *both]
    return work.journal.record(label, writes, key=course, note=bool(both))
