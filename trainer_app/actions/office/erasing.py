"""Erasing a person on request: looking first, then for good.

Only the office erases, or a laptop that belongs to none. What is erased travels in packs as silent lines, so
laptops let go of it too; see FORMAT.md and `exchange.erased`.
"""

from collections import Counter
from collections.abc import Collection
from functools import cache
from pathlib import Path

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange import archiving, ledger
from trainer_app.actions.exchange.erased import UNDO_ENDS, blurring, may_erase, note_pending, try_clear_files
from trainer_app.actions.exchange.packs import holders
from trainer_app.bundle.erasing import ErasedRows
from trainer_app.domain.attendance.sheets import AttachmentKind
from trainer_app.domain.base.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.merging import RowKey
from trainer_app.domain.courses.courses import Enrolment
from trainer_app.domain.office.erasing import ErasedParticipations, Erasure, ErasurePlan, NameMention
from trainer_app.domain.people.name_similarity import holds_name, is_called
from trainer_app.domain.people.persons import Person
from trainer_app.store.attendance import marks
from trainer_app.store.attendance.marks import marks_of_course
from trainer_app.store.base.drafts import Write
from trainer_app.store.certificates import certificates
from trainer_app.store.courses import courses
from trainer_app.store.evaluations.papers import list_papers
from trainer_app.store.office import erasing
from trainer_app.store.office.erasing import rows_of_people
from trainer_app.store.people import people


def preview(work: Workplace, person: str) -> ErasurePlan:
    """Return what erasing a person would take and leave; nothing is changed.

    Raises person.unknown, erasing.already, erasing.only_office.
    """
    group = _group(work, person)
    rows = rows_of_people(work.database, group)
    planned = erasing.plan_erasing(work.database, rows, blurring(work).rest_of)
    shares = _participations(work, group)
    taken = {each.course for each in enrolments_of(work, group)}
    everybody = people.people_by_key(work.database)
    own = [everybody[key] for key in sorted(group, key=lambda key: key != person)]
    mentions, wrote = _elsewhere(work, own, rows)
    codes = {course.key: course.code for course in courses.list_courses(work.database)}
    folder = work.folder
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
        laptops=tuple(holders(work, taken)),
        taught=tuple(
            sorted(
                codes[found.course]
                for found in courses.list_assignments(work.database)
                if found.person in group and found.course in codes
            )
        ),
        mentions=mentions,
        wrote=wrote,
    )


def erase_person(
    work: Workplace, person: str, reason: str, reference: str = "", *, progress: Progress = no_progress
) -> Changes:
    """Erase a person for good, in the database and in every file of this computer. It cannot be undone.

    Figures stay, under a key that names nobody. Raises person.unknown, erasing.already, erasing.only_office,
    erasing.no_reason, erasing.named (the reason or reference tells who it was), and then nothing was
    changed. Where older files cannot be cleared now (`erased_files.is_pending`), that is done at the next
    start.
    """
    if not reason.strip():
        raise TrainerError("erasing.no_reason")
    progress("erasing.progress.look", 0.0)
    key = work.journal.make_key()
    with ledger.written_first(work), work.journal.transaction():
        group = _group(work, person)
        refuse_names(work, group, reason, reference)
        rows = rows_of_people(work.database, group)
        planned = erasing.plan_erasing(work.database, rows, blurring(work).rest_of)
        serials = sum(len(each.serials) for each in _participations(work, group))
        erasing.silence_planned(work.journal, planned, UNDO_ENDS, work.clock.millis())
        record = Erasure(
            key=key,
            kind="person",
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
        step = work.journal.record(Label("erasing.step.person"), writes, note=True)
        note_pending(work)
        ledger.add(work, ErasedRows(people=tuple(sorted(group)), record=record))
    ledger.publish(work)
    try_clear_files(work, progress)
    return Changes(step.label, step.step, step.touched | planned.rows, key)


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
    if not may_erase(work):
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


def _elsewhere(
    work: Workplace, own: list[Person], rows: Collection[RowKey]
) -> tuple[tuple[NameMention, ...], int]:
    """Return in which other rows the names stand, and how many entries somebody of this name wrote."""
    pairs = [(each.family.encode(), each.given.encode()) for each in own if each.family and each.given]
    called = cache(lambda user: any(is_called(user, each) for each in own))
    places: set[RowKey] = set()
    wrote = 0
    for line, entry in erasing.speaking_entries(work.database):
        if entry.u and called(entry.u):
            wrote += 1
        place = (entry.e, entry.k)
        if place in rows or place in places:
            continue
        # The line without its first part, in which the writer's own name stands.
        body = line[line.find(b'"s":') :]
        if any(family in body and given in body for family, given in pairs):
            places.add(place)
    counts = Counter(entity for entity, _ in places)
    return tuple(NameMention(entity, count) for entity, count in sorted(counts.items())), wrote


def _count(folder: Path, pattern: str) -> int:
    return sum(path.is_file() for path in folder.glob(pattern)) if folder.is_dir() else 0
