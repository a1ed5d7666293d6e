"""What the first screen shows: where we are, what is due, what has not reached the office."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from msgspec import Struct

from trainer_app.actions.attendance.attendance import grid, unmarked_courses
from trainer_app.actions.attendance.reconciliation import open_days, unscanned_days
from trainer_app.actions.base import identity, joint
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.certificates.eligibility import board, read_ahead, sign_off
from trainer_app.actions.courses.teachers import clash_notes
from trainer_app.actions.evaluations.scores import course_scores
from trainer_app.actions.exchange import archiving, incoming, losses, outstanding, requests, sending
from trainer_app.actions.review import review
from trainer_app.actions.today.finished import (
    due_once_approved,
    missing_in,
    opened_again,
    unfit_among,
    unfit_lately,
)
from trainer_app.actions.today.lacking import due_of_people, due_papers
from trainer_app.domain.attendance.marks import AttendanceGrid, count_session, missing_marks
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import (
    FINISHED,
    Course,
    CourseStage,
    CourseState,
    SessionState,
    course_stage,
    other_days,
)
from trainer_app.domain.evaluations.forms import TestScore
from trainer_app.domain.review.contradictions import LAPTOPS_DISAGREE
from trainer_app.domain.today.overview import (
    SETTINGS_ASKED,
    SOON,
    AskedCourse,
    Due,
    DueKind,
    NextKind,
    NextStep,
    TodayCourse,
    TodaySession,
    TodayView,
    ToOffice,
    by_urgency,
    coming_session,
    step_for,
    summed,
    to_mark,
    whole_courses,
)
from trainer_app.store.base.store import read_settings_ahead
from trainer_app.store.courses import courses
from trainer_app.store.courses.courses import list_closed_courses, list_courses, list_open_courses
from trainer_app.system.clock import civil_minute

_OFFICE = (
    *(DueKind.UNTAUGHT, DueKind.SHEETS, DueKind.CERTIFICATES, DueKind.UNFIT, DueKind.DAYS),
    *(DueKind.SEX_UNKNOWN, DueKind.CUT_NAME, DueKind.NO_LATIN_NAME),
)
"""What the office can do something about: marks and tests come with the trainers' files, if there is one."""
_TRAINER = frozenset(DueKind) - {DueKind.NAMES}
"""While a course runs, its names are checked with its certificates."""


def due_of(
    work: Workplace, line: AskedCourse, table: AttendanceGrid, day: date, *, whole: bool = False
) -> tuple[Due, ...]:
    """Return what is due in a course on a day, the most urgent first; papers that misfit once it is approved.

    The office is told what it can do something about, or the `whole` of it.
    """
    if line.course.state is CourseState.APPROVED:
        return due_once_approved(work, line.course.key)
    begun = day >= line.course.first_day and line.participants > 0
    scores = course_scores(work, line.course.key) if begun else []
    found = [
        *missing_in(work, line, table, day, whole=whole),
        *_sheets(work, line, day),
        *due_of_people(work, line),
        *due_papers(work, line, table, scores, day),
        *_certificates(work, line, table, scores, day),
        *_tomorrow(work, line, day),
        Due(DueKind.SCANS, line.course.key, unscanned_days(work, line.course.key) if whole else 0),
    ]
    told = frozenset(DueKind) if whole else _TRAINER if work.role is Role.TRAINER else _OFFICE
    return by_urgency(each for each in found if each.count and each.kind in told)


def open_sheets(work: Workplace) -> dict[str, int]:
    """Return how many signed sheets are due to be compared by the codes of the courses, as Today says it."""
    day = work.today()
    return {
        course.code: each.count
        for course in _shown(work, day).asked
        if course.state is not CourseState.APPROVED
        for each in _sheets(work, _asked(work, course), day)
    }


def _sheets(work: Workplace, line: AskedCourse, day: date) -> Iterator[Due]:
    begun = day >= line.course.first_day and line.participants > 0
    days = open_days(work, line.course.key) if begun else []
    if not days:
        return
    sessions = courses.list_sessions(work.database, line.course.key)
    first = next((session.key for session in sessions if session.day == days[0]), None)
    yield Due(DueKind.SHEETS, line.course.key, len(days), first)


def _certificates(
    work: Workplace, line: AskedCourse, table: AttendanceGrid, scores: Sequence[TestScore], day: date
) -> Iterator[Due]:
    if day < line.course.last_day or line.participants == 0:
        return
    rows = board(work, line.course.key, table=table, scores=scores)
    ready = [row for row in rows if row.due]
    names = sign_off(work, line.course.key, rows)
    unmarked = missing_marks(table, day, civil_minute(work.clock.millis(), line.course.zone)).whole
    yield Due(DueKind.CERTIFICATES, line.course.key, len(ready), names=names, unmarked=unmarked)
    # Where certificates are due their own line tells of the names.
    yield Due(DueKind.NAMES, line.course.key, 0 if ready else names.open)
    taught = other_days(line.course, courses.list_sessions(work.database, line.course.key))
    if taught is not None:
        said = line.course.first_day, line.course.last_day
        beyond = sum(abs((ours - theirs).days) for ours, theirs in zip(said, taught, strict=True))
        yield Due(DueKind.DAYS, line.course.key, beyond)
    yield unfit_among(line.course.key, rows)


def _tomorrow(work: Workplace, line: AskedCourse, day: date) -> Iterator[Due]:
    """Count tomorrow's sessions that cannot be held as planned.

    A trainer is only missed in courses whose sessions have trainers at all.
    """
    course = line.course.key
    sessions = courses.list_sessions(work.database, course)
    coming = [
        each.key
        for each in sessions
        if each.day == day + timedelta(1) and each.state is not SessionState.CANCELLED
    ]
    if not coming:
        return
    noted = clash_notes(work, course)
    clashing = [key for key in coming if key in noted]
    taught = {each.key for each in sessions if each.trainers}
    alone = [key for key in coming if taught and key not in taught]
    for kind, keys in ((DueKind.CLASHES, clashing), (DueKind.NO_TRAINER, alone)):
        yield Due(kind, course, len(keys), next(iter(keys), None))


_MOST_OVER = 12
"""So many of the newest courses that are over and not closed are counted through; the rest is told."""

type Tables = Mapping[str, AttendanceGrid]


class _Shown(Struct, frozen=True):
    """The courses that are `asked` what is due in them, that of the head, those to be closed."""

    asked: list[Course]
    first: Course | None
    over: list[Course]


def overview(work: Workplace, waiting: int | None = None, pairs: int = 0, *, late: bool = False) -> TodayView:
    """Return everything on the first screen; `late`: also certificates of finished courses that misfit.

    `waiting` files were found in the office's watched folder, and `pairs` of people may be one: neither is
    looked for here, since it may be slow.
    """
    with work.database.still(few=True):
        read_settings_ahead(work.database, *SETTINGS_ASKED)
        shown = _shown(work, day := work.today())
        first = shown.first
        filed = [course.key for course in shown.asked if _is_over(course, day)]
        read_ahead(work, [course.key for course in shown.asked], filed)
        office = replace(_office(work, waiting), pairs=pairs)
        if first is None:
            step = NextStep(NextKind.INCOMING, whole=waiting) if waiting else NextStep(NextKind.CREATE_COURSE)
            return TodayView(day, office=office, next_step=step)
        asked = [_asked(work, course) for course in shown.asked]
        running = [line for line in asked if _runs(line.course, day)]
        chosen = next(line for line in asked if line.course.key == first.key)
        tables = {line.course.key: grid(work, line.course.key) for line in asked}
        sessions = sorted(
            (each for line in running for each in _sessions(work, line, tables[line.course.key], day)),
            key=lambda session: (session.start, session.course_code),
        )
        misfits = unfit_lately(work, [line.course.key for line in asked]) if late else []
        codes = {line.course.key: line.course.code for line in asked if misfits or len(asked) > 1}
        due = [*_all_due(work, asked, tables, codes, day), *misfits]
        due += whole_courses(DueKind.CLOSE, shown.over, named_too=bool(codes), counted=_MOST_OVER)
        due += whole_courses(DueKind.APPROVE, _to_approve(work), named_too=bool(codes))
        found = _next(work, chosen, sessions, by_urgency(due), office)
        return TodayView(
            day=day,
            course=_course(chosen, day),
            sessions=tuple(sessions),
            next_step=replace(found, course_code=codes.get(found.course or "", "")),
            # What is the next step itself is not said twice.
            due=summed([each for each in due if each is not found.due]),
            office=office,
            others=tuple(_course(line, day) for line in running if line is not chosen),
        )


def due(work: Workplace, course: str) -> tuple[Due, ...]:
    """Return what is due in one course, the most urgent first. Raises course.unknown."""
    table = grid(work, course)
    found = courses.get_course(work.database, course)
    assert found is not None
    return due_of(work, _asked(work, found), table, work.today())


_MATTERS = {
    "marks": DueKind.UNMARKED,
    **{
        kind.value: kind
        for kind in (
            *(DueKind.SHEETS, DueKind.GONE, DueKind.TWICE, DueKind.PAIRS, DueKind.NUMBERS),
            *(DueKind.PROPOSALS, DueKind.NAMES, DueKind.SCANS),
        )
    },
    "certificates": DueKind.UNFIT,
    "sex": DueKind.SEX_UNKNOWN,
    "cut": DueKind.CUT_NAME,
    "contradictions": DueKind.CONFLICTS,
    "no_feedback": DueKind.FEEDBACK,
}
"""As what it is due that is open before a course is closed, where nothing else says so already."""


def due_before_closing(work: Workplace, course: str) -> tuple[Due, ...]:
    """Return what is due in one course, and once it is over everything that closing and approving asks about.

    Raises course.unknown.
    """
    found = courses.get_course(work.database, course)
    if found is None:
        raise TrainerError("course.unknown")
    if found.state is CourseState.APPROVED:
        return by_urgency((*opened_again(work, course), *due_once_approved(work, course)))
    # Here and not above: it counts figures, which the first screen does without.
    from trainer_app.actions.office.approval import doubles, open_items

    day = work.today()
    if day <= found.last_day and found.state not in FINISHED:
        twice = (Due(_MATTERS[matter.value], course, n) for matter, n in doubles(work, course).items() if n)
        return by_urgency((*due(work, course), *twice))
    first = due_of(work, _asked(work, found), grid(work, course), day, whole=True)
    said = {each.kind for each in first}
    if any(each.names is not None and each.names.open for each in first):
        said.add(DueKind.NAMES)
    more = [
        Due(kind, course, item.count)
        for item in open_items(work, course)
        if (kind := _MATTERS.get(item.matter.value)) is not None and kind not in said
    ]
    return by_urgency((*first, *opened_again(work, course), *more))


def _asked(work: Workplace, course: Course) -> AskedCourse:
    return AskedCourse(
        course=course,
        participants=courses.people_on_list(work.database, course.key),
        sessions=len(courses.list_sessions(work.database, course.key)),
    )


def _runs(course: Course, day: date) -> bool:
    return course.first_day <= day <= course.last_day


def _shown(work: Workplace, day: date) -> _Shown:
    """Return what the first screen asks of the courses.

    Years of courses are kept: those that are over and closed, approved or put away are not even read.
    """
    found = [course for course in list_open_courses(work.database, day) if not course.archived]
    over = [each for each in found if course_stage(each, day) is CourseStage.OVER]
    lasting = [course for course in found if course.last_day >= day]
    # Nothing runs or comes: the last course of all is shown, whenever it was.
    first = _choose(lasting or [each for each in list_courses(work.database) if not each.archived], day)
    newest = sorted(over, key=lambda each: each.last_day)[-_MOST_OVER:]
    asked = [*(each for each in lasting if _runs(each, day)), *newest]
    asked += [first] if first is not None and first.key not in {each.key for each in asked} else []
    return _Shown(sorted(asked, key=lambda each: (each.first_day, each.code)), first, over)


def _to_approve(work: Workplace) -> list[Course]:
    if work.role is not Role.OFFICE:
        return []
    return [course for course in list_closed_courses(work.database) if not course.archived]


def _choose(courses: Sequence[Course], day: date) -> Course | None:
    """Return the course that runs today; else the next one; else the last one."""
    running = [course for course in courses if _runs(course, day)]
    coming = [course for course in courses if course.first_day > day]
    if running:
        return running[0]
    return coming[0] if coming else (courses[-1] if courses else None)


def _course(line: AskedCourse, day: date) -> TodayCourse:
    course = line.course
    return TodayCourse(
        key=course.key,
        code=course.code,
        title=course.title,
        town=course.town,
        first_day=course.first_day,
        last_day=course.last_day,
        day_number=(day - course.first_day).days + 1 if _runs(course, day) else 0,
        days=(course.last_day - course.first_day).days + 1,
        participants=line.participants,
    )


def _sessions(work: Workplace, line: AskedCourse, table: AttendanceGrid, day: date) -> list[TodaySession]:
    minute = civil_minute(work.clock.millis(), line.course.zone)
    return [
        TodaySession(
            key=session.key,
            course=line.course.key,
            course_code=line.course.code,
            number=session.number,
            start=session.start,
            end=session.end,
            topic=session.topic,
            state=session.state,
            heads=count_session(table.rows, index),
            locked=session.locked,
            now=session.start <= minute < session.end and not session.cancelled,
            begins_in=session.start - minute,
        )
        for index, session in enumerate(table.sessions)
        if session.day == day
    ]


def _all_due(
    work: Workplace, asked: Sequence[AskedCourse], tables: Tables, codes: Mapping[str, str], day: date
) -> list[Due]:
    """Return what is due in several courses as their overviews say it, in the order of the courses."""
    return [
        replace(each, course_code=codes.get(line.course.key, ""))
        for line in asked
        for each in due_of(work, line, tables[line.course.key], day, whole=_is_over(line.course, day))
    ]


def _is_over(course: Course, day: date) -> bool:
    """Tell whether the overview of a course says everything that closing and approving asks about."""
    return day > course.last_day or course.state in FINISHED


def _next(
    work: Workplace,
    chosen: AskedCourse,
    sessions: Sequence[TodaySession],
    due: Sequence[Due],
    office: ToOffice,
) -> NextStep:
    """Return the most urgent thing. Whoever is in a room comes before everything else."""
    trains = work.role is Role.TRAINER
    steps = (
        to_mark(sessions, now=True) if trains else None,
        coming_session(sessions, SOON) if trains else None,
        to_mark(sessions, now=False) if trains else None,
        _to_prepare(work, chosen),
        # At the office marks come with the trainers' files.
        step_for(due, DueKind.UNMARKED) if trains else None,
        NextStep(NextKind.INCOMING, whole=office.waiting) if office.waiting else None,
        NextStep(NextKind.REVIEW, whole=office.in_review) if office.in_review else None,
        _to_issue(sessions, due),
        coming_session(sessions) if trains else None,
        NextStep(NextKind.SEND, whole=office.unsent) if office.unsent and trains else None,
        step_for(due, *DueKind),
        NextStep(NextKind.RETENTION, whole=office.retention) if office.retention else None,
        NextStep(NextKind.RECEIPTS, whole=len(office.receipts)) if office.receipts else None,
    )
    return next((step for step in steps if step is not None), NextStep(NextKind.NOTHING, chosen.course.key))


def _to_prepare(work: Workplace, line: AskedCourse) -> NextStep | None:
    if line.sessions == 0:
        return NextStep(NextKind.PLAN_SESSIONS, line.course.key)
    # At the office people come with the trainers' files: taking a list in there too would make them twice.
    if line.participants == 0 and work.role is Role.TRAINER:
        return NextStep(NextKind.ADD_PEOPLE, line.course.key)
    return None


def _to_issue(sessions: Sequence[TodaySession], due: Sequence[Due]) -> NextStep | None:
    """Return the certificates of a course whose last session has begun."""
    for each in due:
        to_come = any(session.course == each.course and session.begins_in > 0 for session in sessions)
        if each.kind is DueKind.CERTIFICATES and not to_come:
            return NextStep(NextKind.ISSUE, each.course, whole=each.count, due=each)
    return None


def _office(work: Workplace, waiting: int | None) -> ToOffice:
    counts = review.counts(work)
    conflicts = sum(counts[kind] for kind in LAPTOPS_DISAGREE)
    questions = {kind: count for kind, count in counts.items() if count and kind not in LAPTOPS_DISAGREE}
    joined = identity.has_office(work)
    if work.role is Role.OFFICE:
        # Here and not above: a laptop has nothing to erase by rules and no laptops, and both are large.
        from trainer_app.actions.exchange import all_packs
        from trainer_app.actions.office import erasing, office

        silent, receipts = office.laptops_due(work)
        return ToOffice(
            conflicts=conflicts,
            questions=questions,
            joined=joined,
            waiting=waiting,
            retention=erasing.count_due(work),
            silent=silent,
            receipts=receipts,
            erasing=tuple(sorted(all_packs.erasures_due(work))),
            joint=len(joint.list_waiting(work)),
            unmarked=unmarked_courses(work),
            copied_at=archiving.copied_at(work),
            copy_gap=archiving.copy_gap(work),
            refused=tuple(one.file or one.path.name for one in incoming.list_set_aside(work)),
        )
    sent = [line for line in sending.history(work) if not line.part]
    return ToOffice(
        unsent=outstanding.unsent(work),
        unsent_since=sent[0].at if sent else None,
        unconfirmed=sum(1 for line in sent if not line.confirmed and not line.superseded_by),
        last_sent=sent[0].at if sent else None,
        conflicts=conflicts,
        questions=questions,
        joined=joined,
        errands=tuple(requests.open_requests(work)),
        losses=losses.count(work),
        warnings=outstanding.warnings(work),
        differing=tuple(one.code for one in losses.divergences(work)),
        newer=tuple(losses.waiting(work)),
    )
