"""Erasing a person on request: looking first, then for good; keeping to it whatever files come later.

Only the office erases, or a laptop that belongs to none. What is erased travels in packs as silent lines, so
laptops let go of it too; see FORMAT.md. What was written meanwhile about an erased person on a laptop that
did not know yet falls silent when it comes.
"""

import logging
from collections import Counter
from collections.abc import Collection
from contextlib import suppress
from functools import cache
from pathlib import Path

from trainer_app.actions import archiving, identity
from trainer_app.actions.erased_files import clear_files, is_pending, note_pending
from trainer_app.actions.packs import holders
from trainer_app.actions.workplace import Role, Workplace
from trainer_app.bundle.credential import read_credential
from trainer_app.domain.attachments import AttachmentKind
from trainer_app.domain.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.enrolments import Enrolment
from trainer_app.domain.erasing import Blurring, Erasure, ErasurePlan, Mention, Participations
from trainer_app.domain.errors import Cancelled, TrainerError
from trainer_app.domain.keys import new_key
from trainer_app.domain.merging import Object
from trainer_app.domain.name_words import holds_name
from trainer_app.domain.owners import is_called
from trainer_app.domain.people import Person
from trainer_app.domain.questions import Question
from trainer_app.store import (
    attachments,
    certificates,
    courses,
    enrolments,
    erasing,
    erasures,
    people,
    questions,
)
from trainer_app.store.attendance import marks_of_course
from trainer_app.store.journal import Write
from trainer_app.store.papers import list_papers
from trainer_app.store.personal import joined_with, rows_of_courses, rows_of_people

_log = logging.getLogger(__name__)
_PEOPLE = "erased_people"
_COURSES = "purged_courses"
UNDO_ENDS = Label("erasing.step.undo_ends")


def may_erase(work: Workplace) -> bool:
    """Tell whether this computer decides what is erased: the office, or a laptop without one."""
    return work.role is Role.OFFICE or not identity.has_office(work)


def preview(work: Workplace, person: str) -> ErasurePlan:
    """Return what erasing a person would take and leave; nothing is changed.

    Raises person.unknown, erasing.already, erasing.only_office.
    """
    group = _group(work, person)
    rows = rows_of_people(work.database, group)
    planned = erasing.plan(work.database, rows, blurring(work).rest_of)
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
    key = new_key()
    with work.journal.transaction():
        group = _group(work, person)
        refuse_names(work, group, reason, reference)
        rows = rows_of_people(work.database, group)
        planned = erasing.plan(work.database, rows, blurring(work).rest_of)
        serials = sum(len(each.serials) for each in _participations(work, group))
        erasing.silence(work.journal, planned, UNDO_ENDS, work.clock.millis())
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
        writes.append(Write("erasure", key, erasures.erasure_fields(record)))
        step = work.journal.record(Label("erasing.step.person"), writes, note=True)
        work.store.add_names(_PEOPLE, group)
        note_pending(work)
    clear(work, progress)
    return Changes(step.label, step.step, step.touched | planned.rows, key)


def refuse_names(work: Workplace, gone: Collection[str], *texts: str) -> None:
    """Raise erasing.named where a text that is kept holds the name of somebody who goes."""
    everybody = people.people_by_key(work.database)
    going = [everybody[key] for key in gone if key in everybody]
    if any(holds_name(text, going) for text in texts):
        raise TrainerError("erasing.named")


def list_erasures(work: Workplace) -> list[Erasure]:
    """Return what was erased here, the newest first."""
    return erasures.list_erasures(work.database)


def uphold(work: Workplace, touched: Collection[Object]) -> int:
    """Let fall silent what came about people who were erased, or whose courses were; return how many lines.

    Use inside the transaction that took it in.
    """
    if not touched:
        return 0
    rows = _erased_rows(work, touched).intersection(touched)
    return _silence(work, rows) if rows else 0


def resume(work: Workplace) -> None:
    """Finish what a power cut left undone, and erase again what an older copy brought back."""
    if work.took_new_replica:
        with work.journal.transaction():
            if _silence(work, _erased_rows(work)):
                note_pending(work)
    if is_pending(work):
        clear(work, no_progress)


def clear(work: Workplace, progress: Progress) -> None:
    """Clear the files; what cannot be done now is tried again at the next start."""

    def tell(code: str, fraction: float) -> None:
        # What is erased is erased: nobody can stop in the middle any more.
        with suppress(Cancelled):
            progress(code, fraction)

    try:
        clear_files(work, tell)
    except TrainerError as problem:
        _log.warning("files still hold what was erased: %s", problem.code)


def remember_courses(work: Workplace, keys: Collection[str], persons: Collection[str]) -> None:
    """Remember that the data of some courses, and of some people, were erased. Inside a transaction."""
    work.store.add_names(_COURSES, keys)
    work.store.add_names(_PEOPLE, persons)


def purged_courses(work: Workplace) -> frozenset[str]:
    """Return the keys of the courses whose data were erased here."""
    return work.store.names(_COURSES)


def blurring(work: Workplace) -> Blurring:
    """Return how values are blurred, with this database's questions."""

    @cache
    def question(key: str) -> Question | None:
        return questions.get_question(work.database, key)

    return Blurring(question, _credential_id)


def enrolments_of(work: Workplace, group: Collection[str]) -> list[Enrolment]:
    """Return the enrolments of some people."""
    found = (item.enrolment for item in enrolments.list_enrolments(work.database))
    return [each for each in found if each.person in group]


def _credential_id(text: str) -> str:
    try:
        return read_credential(text).id
    except TrainerError:
        return ""


def _group(work: Workplace, person: str) -> frozenset[str]:
    """Return the keys that are one person. Raises person.unknown, erasing.already, erasing.only_office."""
    if not may_erase(work):
        raise TrainerError("erasing.only_office")
    found = people.get_person(work.database, person)
    if found is None:
        raise TrainerError("person.unknown")
    if found.erased:
        raise TrainerError("erasing.already")
    return joined_with(work.database, person)


def _erased_rows(work: Workplace, within: Collection[Object] | None = None) -> frozenset[Object]:
    persons, purged = work.store.names(_PEOPLE), work.store.names(_COURSES)
    rows: frozenset[Object] = frozenset()
    if persons:
        rows |= rows_of_people(work.database, persons, within)
    if purged:
        rows |= rows_of_courses(work.database, purged, within)
    return rows


def _silence(work: Workplace, rows: Collection[Object]) -> int:
    planned = erasing.plan(work.database, rows, blurring(work).rest_of)
    erasing.silence(work.journal, planned, UNDO_ENDS, work.clock.millis())
    return len(planned.gone)


def _participations(work: Workplace, group: Collection[str]) -> tuple[Participations, ...]:
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
                Participations(
                    course.code,
                    sum(enrolment in keys and bool(cell.mark) for (enrolment, _), cell in marks.items()),
                    sum(paper.enrolment in keys for paper in papers),
                    tuple(each.serial for each in issued if each.enrolment in keys),
                )
            )
    return tuple(found)


def _sheets(work: Workplace, course: str) -> int:
    listed = attachments.list_attachments(work.database, course=course)
    return sum(each.kind is AttachmentKind.SHEET and each.here for each in listed)


def _elsewhere(
    work: Workplace, own: list[Person], rows: Collection[Object]
) -> tuple[tuple[Mention, ...], int]:
    """Return in which other rows the names stand, and how many entries somebody of this name wrote."""
    pairs = [(each.family.encode(), each.given.encode()) for each in own if each.family and each.given]
    called = cache(lambda user: any(is_called(user, each) for each in own))
    places: set[Object] = set()
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
    return tuple(Mention(entity, count) for entity, count in sorted(counts.items())), wrote


def _count(folder: Path, pattern: str) -> int:
    return sum(path.is_file() for path in folder.glob(pattern)) if folder.is_dir() else 0
