"""Erasing a person on request, and keeping names no longer than needed: looking first, then for good.

Only the office erases, or a laptop that belongs to none. What is erased travels in packs as silent lines, so
laptops let go of it too; see FORMAT.md and `exchange.erased`.

Of courses whose time has come (the rule, what is due, a dry run) figures stay: participations, marks,
minutes, points, sex, town, dates and numbers of certificates. Splits by rank, unit and duty district show
those people as "not stated" afterwards.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path

from trainer_app.actions.base import joint
from trainer_app.actions.base.naming import Names, told_by_whom
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.exchange import archiving, clearing, erased, ledger, trust
from trainer_app.actions.exchange.clearing import note_pending, try_clear_files
from trainer_app.actions.exchange.dropping import retention_rules, whole_number
from trainer_app.actions.exchange.erased import UNDO_ENDS, blurring, may_erase, people_of_courses
from trainer_app.actions.exchange.packs import holders
from trainer_app.bundle.erasing import ErasedRows
from trainer_app.domain.attendance.sheets import AttachmentKind
from trainer_app.domain.base.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import JointMatter
from trainer_app.domain.base.journal import derive_key
from trainer_app.domain.base.merging import RowKey
from trainer_app.domain.base.structs import typed_onto, value_onto
from trainer_app.domain.courses.courses import Course, CourseState, Enrolment
from trainer_app.domain.office.erasing import (
    MOST_DAYS,
    MOST_MONTHS,
    CoursePurge,
    ErasedParticipations,
    Erasure,
    ErasurePlan,
    NameMention,
    PurgePlan,
    RetentionLine,
    RetentionRules,
    kept_until,
)
from trainer_app.domain.people.name_similarity import holds_name
from trainer_app.domain.people.persons import ErasureKind, Person
from trainer_app.store.attendance import marks
from trainer_app.store.attendance.marks import marks_of_course
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.rows import select_row
from trainer_app.store.certificates import certificates
from trainer_app.store.courses import courses
from trainer_app.store.evaluations.papers import list_papers
from trainer_app.store.office import erasing, held
from trainer_app.store.office.erasing import rows_of_courses, rows_of_people
from trainer_app.store.people import people


def preview(work: Workplace, person: str) -> ErasurePlan:
    """Return what erasing a person would take and leave; nothing is changed.

    Raises person.unknown, erasing.already, erasing.only_office.
    """
    group = _group(work, person)
    own = _own_records(work, group, person)
    back = erasing.people_taken_back(work.database, own)
    rows = rows_of_people(work.database, group | back)
    planned = erasing.plan_erasing(work.database, rows, blurring(work).rest_of)
    shares = _participations(work, group)
    taken = {each.course for each in enrolments_of(work, group)}
    beside = held.names_elsewhere(work.database, own, rows)
    every = courses.list_courses(work.database)
    codes = {course.key: course.code for course in every}
    folder, there, revoked = work.folder, holders(work, taken), trust.revoked_laptops(work)
    return ErasurePlan(
        person=person,
        names=tuple(dict.fromkeys(each.name for each in own)),
        entries=len(planned.gone),
        participations=shares,
        sheets={codes[key]: count for key in sorted(taken) if (count := _sheets(work, key))},
        papers=_count(folder.papers, "*"),
        snapshots=_count(folder.snapshots, "*.db") + _count(folder.set_aside, "**/*.db"),
        archived=_count(folder.archive, "*.tsync"),
        aside=_count(folder.archive / "quarantine", "*.tsync"),
        copied=archiving.state(work).copied_at > 0,
        laptops=tuple(code for code in there if code not in revoked),
        lost=tuple(code for code in there if code in revoked),
        taught=tuple(
            sorted(
                codes[found.course]
                for found in courses.list_assignments(work.database)
                if found.person in group and found.course in codes
            )
        ),
        taken_back=len(back),
        mentions=_mentions(work, beside.texts),
        namesakes=tuple(people.people_by_key(work.database)[key].name for key in beside.namesakes),
        past=beside.past,
        wrote=beside.wrote,
        approved=tuple(
            sorted(each.code for each in every if each.key in taken and each.state is CourseState.APPROVED)
        ),
    )


@guarded
def erase_person(
    work: Workplace, person: str, reason: str, reference: str = "", *, progress: Progress = no_progress
) -> Changes:
    """Erase a person for good, in the database and in every file of this computer. It cannot be undone.

    Figures stay, under a key that names nobody. Raises joint.needed, person.unknown, erasing.already,
    erasing.only_office, erasing.no_reason, erasing.named (the reason or reference tells who it was), and then
    nothing was changed. Where older files cannot be cleared now (`erased_files.is_pending`), that is done at
    the next start.
    """
    if not reason.strip():
        raise TrainerError("erasing.no_reason")
    if not may_erase(work):
        raise TrainerError("erasing.only_office")
    both = joint.require(work, JointMatter.ERASE, [person])
    progress("erasing.progress.look", 0.0)
    key = work.journal.make_key()
    with ledger.written_first(work), work.journal.transaction():
        erased.silence_retyped(work)
        group = _group(work, person)
        refuse_names(work, group, reason, reference)
        back = erasing.people_taken_back(work.database, _own_records(work, group, person))
        rows = rows_of_people(work.database, group | back)
        planned = erasing.plan_erasing(work.database, rows, blurring(work).rest_of)
        serials = sum(len(each.serials) for each in _participations(work, group))
        erasing.silence_planned(work.journal, planned, UNDO_ENDS, work.clock.millis())
        record = Erasure(
            key=key,
            kind=ErasureKind.PERSON.value,
            day=work.today(),
            by=work.user,
            reason=reason.strip(),
            reference=reference.strip(),
            person=person,
            people=1,
            entries=len(planned.gone),
            certificates=serials,
        )
        writes = [Write("person", each, {"erased": True}) for each in sorted(group)]
        writes.append(Write("erasure", key, erasing.erasure_fields(record)))
        writes += both
        step = work.journal.record(Label("erasing.step.person"), writes, note=True)
        note_pending(work)
        ledger.add(work, ErasedRows(people=(*sorted(group), *sorted(back)), record=record))
    ledger.publish(work)
    try_clear_files(work, progress)
    return Changes(step.label, step.step, step.touched | planned.rows, key)


def check_erasing(work: Workplace, person: str, *texts: str) -> None:
    """Look whether a person can be erased for a reason. Raises as `erase_person`."""
    refuse_names(work, _group(work, person), *texts)


def check_purging(work: Workplace, chosen: Sequence[str], *texts: str) -> None:
    """Look whether the names of courses can be erased for a reason. Raises as `purge`."""
    _checked_courses(work, chosen)
    gone, _ = people_of_courses(work, chosen)
    refuse_names(work, gone, *texts)


def refuse_names(work: Workplace, gone: Collection[str], *texts: str) -> None:
    """Raise erasing.named where a text that is kept holds the name of somebody who goes."""
    everybody = people.people_by_key(work.database)
    going = [everybody[key] for key in gone if key in everybody]
    if any(holds_name(text, going) for text in texts):
        raise TrainerError("erasing.named")


def list_erasures(work: Workplace) -> list[Erasure]:
    """Return what was erased here, the newest first."""
    return erasing.list_erasures(work.database)


def enrolments_of(work: Workplace, group: Collection[str]) -> list[Enrolment]:
    """Return the enrolments of some people."""
    found = (item.enrolment for item in courses.list_enrolments(work.database))
    return [each for each in found if each.person in group]


def _group(work: Workplace, person: str) -> frozenset[str]:
    """Return the keys that are one person. Raises person.unknown, erasing.already, erasing.only_office."""
    if not erased.may_ask_to_erase(work):
        raise TrainerError("erasing.only_office")
    found = people.get_person(work.database, person)
    if found is None:
        raise TrainerError("person.unknown")
    if found.erased:
        raise TrainerError("erasing.already")
    return people.joins(work.database).group(person)


def _participations(work: Workplace, group: Collection[str]) -> tuple[ErasedParticipations, ...]:
    own: dict[str, set[str]] = {}
    for each in enrolments_of(work, group):
        own.setdefault(each.course, set()).add(each.key)
    found = []
    for course in courses.list_courses(work.database):
        keys = own.get(course.key)
        if keys:
            marks = marks_of_course(work.database, course.key)
            papers = list_papers(work.database, course.key)
            issued = certificates.list_certificates(work.database, course.key)
            found.append(
                ErasedParticipations(
                    course.code,
                    sum(enrolment in keys and bool(cell.mark) for (enrolment, _), cell in marks.items()),
                    sum(paper.enrolment in keys for paper in papers),
                    tuple(each.serial for each in issued if each.enrolment in keys),
                )
            )
    return tuple(found)


def _sheets(work: Workplace, course: str) -> int:
    listed = marks.list_attachments(work.database, course=course)
    return sum(each.kind is AttachmentKind.SHEET and each.here for each in listed)


def _own_records(work: Workplace, group: Collection[str], person: str) -> list[Person]:
    """Return all records that are one person, the one that was asked for first."""
    everybody = people.people_by_key(work.database)
    return [everybody[key] for key in sorted(group, key=lambda key: key != person)]


def _mentions(work: Workplace, texts: Collection[tuple[RowKey, str]]) -> tuple[NameMention, ...]:
    """Return what is said of other rows in which the name stands, those of one kind together."""
    names = Names(work)
    found: dict[str, list[Label]] = {}
    for (entity, key), field in texts:
        kind, where = names.describe(entity, key, field)
        found.setdefault(entity, []).append(Label("held.of_kind", {"kind": kind, "where": where}))
    return tuple(NameMention(entity, tuple(found[entity])) for entity in sorted(found))


def _count(folder: Path, pattern: str) -> int:
    return sum(path.is_file() for path in folder.glob(pattern)) if folder.is_dir() else 0


@guarded
def set_rules(work: Workplace, found: RetentionRules, *, opened: RetentionRules | None = None) -> Changes:
    """Set the office's rule. Raises erasing.only_office, retention.bad_number.

    `opened` is the rule that the form was opened with; raises ChangedMeanwhile.
    """
    _check_office(work)
    with work.journal.transaction():
        with told_by_whom(work, "office", derive_key("office", work.office_code)):
            found = typed_onto(retention_rules(work), found, opened)
        fields = {
            "retention_months": _checked(found.months, MOST_MONTHS),
            "drop_days": _checked(found.drop_days, MOST_DAYS),
        }
        key = derive_key("office", work.office_code)
        return work.journal.record(Label("retention.step.rules"), [Write("office", key, dict(fields))])


def project_months(work: Workplace, project: str) -> int | None:
    """Return a project's own number of months, if it has one."""
    return whole_number((select_row(work.database, "project", project) or {}).get("retention_months"))


@guarded
def set_project(work: Workplace, project: str, months: int | None) -> Changes:
    """Set a rule for a project's courses; None: as the office says. Raises as `set_rules`."""
    _check_office(work)
    write = Write("project", project, {"retention_months": _checked(months, MOST_MONTHS)})
    return work.journal.record(Label("retention.step.rules"), [write])


@guarded
def set_course(
    work: Workplace, course: str, day: date | None, *, opened: RetentionLine | None = None
) -> Changes:
    """Set until when a course's names are kept; None: by the rule. Raises erasing.only_office.

    `opened` is the line that the form was opened with; raises ChangedMeanwhile.
    """
    _check_office(work)
    with work.journal.transaction():
        found = _course(work, course)
        if opened is not None:
            with told_by_whom(work, "course", course):
                day = value_onto("own_day", found.retention_day, day, opened.own_day)
        write = Write("course", course, {"retention_day": day.isoformat() if day else None})
        return work.journal.record(Label("retention.step.course", {"code": found.code}), [write])


def lines(work: Workplace) -> list[RetentionLine]:
    """Return all courses with until when their names are kept, those whose day comes first on top.

    Whoever was erased has no name any more that could be counted.
    """
    erased, named = people.erased_keys(work.database), people.named_by(work.database)
    rows = (item.enrolment for item in courses.list_enrolments(work.database))
    kept = {(own.course, named.get(own.person, own.person)) for own in rows if own.person not in erased}
    return _lines(work, Counter(course for course, _ in kept))


def count_due(work: Workplace) -> int:
    """Return how many courses' day has come, without counting who is on their lists."""
    return sum(line.is_due(work.today()) for line in _lines(work, {}))


def _lines(work: Workplace, counts: Mapping[str, int]) -> list[RetentionLine]:
    months = retention_rules(work).months
    own = {each.key: project_months(work, each.key) for each in courses.list_projects(work.database)}
    purged = _purged_days(work)
    found = []
    for course in courses.list_courses(work.database):
        until, source = kept_until(
            course.last_day, course.retention_day, own.get(course.project or ""), months
        )
        found.append(
            RetentionLine(
                course.key,
                course.code,
                course.town,
                course.last_day,
                until,
                source,
                counts.get(course.key, 0),
                purged.get(course.key),
                _is_over(work, course),
            )
        )
    return sorted(found, key=lambda line: (line.purged_on is not None, line.until or date.max, line.last_day))


def due(work: Workplace) -> list[RetentionLine]:
    """Return the courses whose day has come."""
    return [line for line in lines(work) if line.is_due(work.today())]


def plan(work: Workplace, chosen: Sequence[str]) -> PurgePlan:
    """Return what erasing some courses would take; nothing is changed.

    Raises erasing.only_office, course.unknown, retention.not_over, retention.purged, retention.nothing.
    """
    found = _checked_courses(work, chosen)
    gone, kept = people_of_courses(work, chosen)
    return _told(work, found, gone, kept, _planned(work, chosen, gone))


def _planned(work: Workplace, chosen: Collection[str], gone: Collection[str]) -> erasing.SilencePlan:
    return erasing.plan_erasing(work.database, _rows(work, chosen, gone), erased.blurring(work).rest_of)


def _told(
    work: Workplace,
    found: Sequence[Course],
    gone: Collection[str],
    kept: Collection[str],
    planned: erasing.SilencePlan,
) -> PurgePlan:
    return PurgePlan(
        tuple(_of_course(work, course, gone) for course in found),
        len(_persons(work, gone)),
        len(_persons(work, kept)),
        len(planned.gone),
    )


@guarded
def purge(
    work: Workplace,
    chosen: Sequence[str],
    reason: str,
    reference: str = "",
    *,
    progress: Progress = no_progress,
) -> Changes:
    """Erase the names of some courses as one step with a record; it cannot be undone.

    Who takes part in other courses, or teaches, stays; what was written about them in these courses goes.
    Raises as `plan`, and joint.needed, erasing.no_reason, erasing.named.
    """
    if not reason.strip():
        raise TrainerError("erasing.no_reason")
    both = joint.require(work, JointMatter.PURGE, chosen)
    progress("erasing.progress.look", 0.0)
    key = work.journal.make_key()
    with ledger.written_first(work), work.journal.transaction():
        erased.silence_retyped(work)
        found = _checked_courses(work, chosen)
        gone, kept = people_of_courses(work, chosen)
        refuse_names(work, gone, reason, reference)
        blobs = _blobs(work, chosen)
        planned = _planned(work, chosen, gone)
        told = _told(work, found, gone, kept, planned)
        erasing.silence_planned(work.journal, planned, erased.UNDO_ENDS, work.clock.millis())
        record = Erasure(
            key=key,
            kind=ErasureKind.COURSES.value,
            day=work.today(),
            by=work.user,
            reason=reason.strip(),
            reference=reference.strip(),
            courses=tuple(chosen),
            people=told.people,
            kept=told.kept,
            entries=len(planned.gone),
            certificates=told.certificates,
            scans=told.scans,
        )
        writes = [Write("person", each, {"erased": True}) for each in sorted(gone)]
        writes.append(Write("erasure", key, erasing.erasure_fields(record)))
        writes += both
        label = Label("erasing.step.courses", {"count": len(chosen)})
        step = work.journal.record(label, writes, note=True)
        clearing.note_pending(work)
        named = ErasedRows(tuple(sorted(gone)), tuple(chosen), tuple(sorted(blobs)), record=record)
        ledger.add(work, named)
    ledger.publish(work)
    clearing.try_clear_files(work, progress)
    return Changes(step.label, step.step, step.touched | planned.rows, key)


def _rows(work: Workplace, chosen: Collection[str], gone: Collection[str]) -> frozenset[tuple[str, str]]:
    return rows_of_courses(work.database, chosen) | rows_of_people(work.database, gone)


def _persons(work: Workplace, keys: Collection[str]) -> set[frozenset[str]]:
    """Return people, each as all the keys that are this person."""
    joins = people.joins(work.database)
    return {joins.group(key) for key in keys}


def _of_course(work: Workplace, course: Course, gone: Collection[str]) -> CoursePurge:
    listed = {item.enrolment.person for item in courses.list_enrolments(work.database, course.key)}
    return CoursePurge(
        course.code,
        len(_persons(work, listed.intersection(gone))),
        len(_persons(work, listed.difference(gone))),
        sum(not each.erased for each in certificates.list_certificates(work.database, course.key)),
        len(marks.list_attachments(work.database, course=course.key)),
    )


def _blobs(work: Workplace, chosen: Collection[str]) -> frozenset[str]:
    """Return the contents that belong to these courses alone."""
    listed = marks.list_attachments(work.database)
    own = {each.sha256 for each in listed if each.course in chosen}
    return frozenset(own - {each.sha256 for each in listed if each.course not in chosen})


def _is_over(work: Workplace, course: Course) -> bool:
    """Tell whether nothing more comes of a course: its last day has passed, or the office has approved it."""
    return course.last_day < work.today() or course.state is CourseState.APPROVED


def _checked_courses(work: Workplace, chosen: Sequence[str]) -> list[Course]:
    _check_office(work)
    if not chosen:
        raise TrainerError("retention.nothing")
    found = [_course(work, key) for key in chosen]
    for course in found:
        if not _is_over(work, course):
            raise TrainerError("retention.not_over", code=course.code)
        if course.key in erased.purged_courses(work):
            raise TrainerError("retention.purged", code=course.code)
    return found


def _course(work: Workplace, key: str) -> Course:
    found = courses.get_course(work.database, key)
    if found is None:
        raise TrainerError("course.unknown")
    return found


def _purged_days(work: Workplace) -> dict[str, date]:
    return {
        course: record.day
        for record in reversed(erasing.list_erasures(work.database))
        for course in record.courses
        if record.day is not None
    }


def _check_office(work: Workplace) -> None:
    if work.role is not Role.OFFICE:
        raise TrainerError("erasing.only_office")
    if not work.office_code:
        raise TrainerError("office.not_set_up")


def _checked(number: int | None, most: int) -> int | None:
    if number is not None and not 0 <= number <= most:
        raise TrainerError("retention.bad_number", most=most)
    return number
