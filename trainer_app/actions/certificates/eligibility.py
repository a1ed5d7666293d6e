"""Who gets a certificate and why: boards, decisions by hand, sign-off of names, open contradictions.

`undecided` names those whose certificate a contradiction in Review may still change.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec import Struct

from trainer_app.actions.attendance.attendance import GRID_TABLES, grid
from trainer_app.actions.base.naming import Names
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.courses import get_course
from trainer_app.actions.courses.one_person import rows_of_person
from trainer_app.actions.evaluations.scores import are_known, course_scores
from trainer_app.domain.attendance.marks import (
    AttendanceGrid,
    attendance_share,
    count_minutes,
    held_minutes,
)
from trainer_app.domain.attendance.same_person import rows_in_turn
from trainer_app.domain.base.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Value
from trainer_app.domain.base.schema import DELETED
from trainer_app.domain.base.structs import ChangedMeanwhile, Meanwhile, replace
from trainer_app.domain.base.text_cleaning import sort_key
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import (
    BoardRow,
    Certificate,
    CertificateKind,
    CertificateState,
    corrected_since,
)
from trainer_app.domain.certificates.eligibility import (
    decide,
    make_override,
    read_override,
    with_repeats,
)
from trainer_app.domain.courses.courses import (
    CompletionRule,
    Course,
    Enrolment,
    SessionState,
    as_listed,
    other_days,
)
from trainer_app.domain.evaluations.forms import Occasion, TestScore
from trainer_app.domain.people.latin import LatinOrder, in_order, suggest_latin, usual_order
from trainer_app.domain.people.persons import Person, SignOff, head_of, name_in_print
from trainer_app.store.attendance import marks
from trainer_app.store.base import entry_history
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.object_ids import find_numbers
from trainer_app.store.base.rows import select_row
from trainer_app.store.certificates import certificates
from trainer_app.store.courses import courses
from trainer_app.store.evaluations import forms, papers
from trainer_app.store.people import people
from trainer_app.store.review import contradictions


def read_ahead(work: Workplace, keys: Sequence[str], filed: Sequence[str] = ()) -> None:
    """Within `Database.still`, read what is asked of each of several courses, in one question of a kind.

    Of those that are `filed` also which scans are there.
    """
    database = work.database
    found = find_numbers(database, [("course", key) for key in keys])
    numbers = {key: number for (_, key), number in found.items()}
    courses.read_ahead(database, numbers)
    marks.read_ahead(database, numbers)
    listed = (item for key in numbers for item in courses.list_enrolments(database, key))
    people.read_ahead(database, [item.enrolment.person for item in listed])
    papers.read_ahead(database, [number for key, number in numbers.items() if not are_known(work, key)])
    forms.read_sittings_ahead(database, [*numbers.values()])
    certificates.read_ahead(database, [*numbers.values()])
    marks.read_files_ahead(database, [numbers[key] for key in filed if key in numbers])


BOARD_TABLES = (*GRID_TABLES, "question", "form", "sitting", "paper", "answer", "certificate")
"""What a board is read from: it stays as it is until something of these is written."""


def board(
    work: Workplace,
    course: str,
    rule: CompletionRule | None = None,
    *,
    what_if: bool = False,
    table: AttendanceGrid | None = None,
    scores: Sequence[TestScore] | None = None,
) -> list[BoardRow]:
    """Return who completes, by number on the list. `what_if` asks with another rule; nothing is written.

    `table` and `scores` are the course's grid and tests where whoever asks has read them already. Else judged
    once until something of it is written: one look at a course's certificates asks for its board many times.
    """
    asked = rule if what_if else None
    if asked is not None or table is not None or scores is not None:
        return _judge(work, course, asked, table, scores)
    return [*work.database.remembered(f"board {course}", lambda: _judge(work, course), BOARD_TABLES)]


def _judge(
    work: Workplace,
    course: str,
    rule: CompletionRule | None = None,
    table: AttendanceGrid | None = None,
    scores: Sequence[TestScore] | None = None,
) -> list[BoardRow]:
    """Judge everybody on the list by a rule, or by the course's own one."""
    own = courses.get_course(work.database, course)
    if own is None:
        raise TrainerError("course.unknown")
    used = rule or own.rule
    table = table or grid(work, course)
    found_scores = course_scores(work, course) if scores is None else scores
    tests = {score.enrolment: score for score in found_scores if score.occasion is Occasion.POST}
    listed = {item.enrolment.key: item for item in courses.list_enrolments(work.database, course)}
    overrides = {key: read_override(item.override, item.override_reason) for key, item in listed.items()}
    issued = certificates.list_certificates(work.database, course)
    valid = {found.enrolment: found for found in issued if found.state is CertificateState.ISSUED}
    void = {found.enrolment for found in issued if found.state is CertificateState.VOID}
    everybody = people.find_people(work.database)
    held = [session.day for session in table.sessions if session.state is SessionState.HELD]
    others = _other_rows(work, [item.enrolment for item in listed.values()], valid)
    rows, minutes = [], held_minutes(table.sessions)
    rows_of = rows_in_turn(
        (item.enrolment for item in listed.values()), lambda key: head_of(everybody, key).key
    )
    for row in table.rows:
        certificate = valid.get(row.enrolment)
        attended, planned, unmarked = count_minutes(minutes, row.cells)
        theirs = [each.key for each in rows_of.get(row.enrolment, ())] or [row.enrolment]
        override = next((found for key in theirs if (found := overrides.get(key)) is not None), None)
        test = next((tests[key] for key in theirs if key in tests), None)
        # Unrounded: 59.996 % is not 60 %.
        exact = test.share if test else None
        decision = decide(used, attended, planned, exact, override, unmarked, gone=row.gone)
        rows.append(
            BoardRow(
                enrolment=row.enrolment,
                number=row.number,
                name=row.full_name,
                apart=row.apart,
                share=attendance_share(attended, planned),
                post_test=exact,
                result=decision.result,
                reasons=(*decision.reasons, *_said_twice(others.get(row.enrolment, ()))),
                certificate=certificate,
                override=override is not None,
                voided=row.enrolment in void and row.enrolment not in valid,
                limits=used,
                erased=everybody[row.person].erased,
                corrected=corrected_since(
                    certificate.facts,
                    as_listed(everybody, listed[row.enrolment].enrolment),
                    (own.first_day, own.last_day),
                    held,
                )
                if certificate is not None
                else (),
                twice=others.get(row.enrolment, ()),
            )
        )
    return with_repeats(rows, table.rows)


class Misfits:
    """Says why valid certificates no longer fit; a course is judged when one of it is asked for, and once."""

    def __init__(self, work: Workplace) -> None:
        self._work = work
        self._said: dict[str, tuple[Label, ...]] = {}

    def of(self, found: Certificate) -> tuple[Label, ...]:
        """Return the reasons of one certificate, as the board has them; none where it fits."""
        if found.key not in self._said and found.state is CertificateState.ISSUED:
            enrolled = courses.get_enrolment(self._work.database, found.enrolment)
            course = enrolled.enrolment.course if enrolled is not None else ""
            known = bool(course) and courses.get_course(self._work.database, course) is not None
            rows = board(self._work, course) if known else []
            self._said |= {row.certificate.key: row.misfits for row in rows if row.certificate is not None}
        return self._said.setdefault(found.key, ())


def _other_rows(
    work: Workplace, listed: Sequence[Enrolment], valid: Collection[str]
) -> dict[str, tuple[int, ...]]:
    """Return the numbers of the other rows of a joined person, by enrolment of those on the list.

    Rows that left it count while they hold a valid certificate (`valid` are enrolments).
    """
    joins = people.joins(work.database)
    if not joins.groups:
        return {}
    by_head: dict[str, list[Enrolment]] = {}
    for own in listed:
        if not own.gone or own.key in valid:
            by_head.setdefault(joins.head(own.person), []).append(own)
    return {
        own.key: tuple(other.number for other in rows if other is not own)
        for rows in by_head.values()
        for own in rows
        if len(rows) > 1 and not own.gone
    }


def _said_twice(numbers: tuple[int, ...]) -> list[Label]:
    return [Label("eligibility.twice", {"numbers": _numbers(numbers)})] if numbers else []


def _numbers(numbers: Iterable[int]) -> tuple[Label, ...]:
    return tuple(Label("list.one", {"number": number}) for number in numbers)


@guarded
def override(
    work: Workplace, enrolment: str, kind: CertificateKind, reason: str, *, opened: str | None = None
) -> Changes:
    """Decide by hand against the rule. Raises eligibility.override_needs_reason.

    `opened` is the kind that was decided by hand when the form was opened, "" for none; raises
    ChangedMeanwhile where somebody has decided otherwise since.
    """
    found = make_override(kind.value, reason)
    with work.journal.transaction():
        rows = [row.key for row in rows_of_person(work, enrolment)] or [enrolment]
        held = ((select_row(work.database, "enrolment", row) or {}).get("override") for row in rows)
        now = str(next(filter(None, held), ""))
        if opened is not None and now not in (opened, kind.value):
            raise ChangedMeanwhile((Meanwhile("override", now, now, kind.value),))
        fields: dict[str, Value] = {"override": found.kind.value, "override_reason": found.reason}
        write = Write("enrolment", rows[0], fields)
        return work.journal.record(Label("certificate.step.override"), [write])


@guarded
def clear_override(work: Workplace, enrolment: str) -> Changes:
    """Let the rule decide again, whichever row of the person the decision stands in."""
    fields: dict[str, Value] = {"override": None, "override_reason": None}
    writes = [Write("enrolment", row.key, fields) for row in rows_of_person(work, enrolment)]
    return work.journal.record(Label("certificate.step.clear_override"), writes)


class Batch(Struct, frozen=True):
    """Whose certificates are meant: a course's, or of it only some enrolments'."""

    course: str
    only: frozenset[str] | None = None


def due_rows(rows: Sequence[BoardRow], only: frozenset[str] | None) -> list[BoardRow]:
    """Return who gets a certificate and has none yet, in the order of names.

    Whose certificate was declared void gets another one only among those who are chosen.
    """
    due = [row for row in rows if (row.due if only is None else row.entitled and row.enrolment in only)]
    return sorted(due, key=lambda row: sort_key(row.name))


def twice_told(work: Workplace, batches: Sequence[Batch]) -> list[Label]:
    """Return a sentence for each course in which joined people wait, who would get two certificates."""
    told = []
    for batch in batches:
        rows = [row for row in board(work, batch.course) if row.held_back]
        if rows:
            code = get_course(work, batch.course).course.code
            named = [
                Label("list.one_named", {"number": row.number, "name": row.name}) for row in rows[:_NAMED]
            ]
            more = ("…",) if len(rows) > _NAMED else ()
            told.append(Label("certificate.held_back", {"code": code, "people": (*named, *more)}))
    return told


def due_of(work: Workplace, batches: Sequence[Batch]) -> list[tuple[str, list[BoardRow]]]:
    """Return the courses of some batches with who gets a certificate in each, in the order of names.

    Raises certificate.twice_on_list where somebody is chosen, or only they are left, who would get two.
    """
    boards = [(batch, board(work, batch.course)) for batch in batches]
    due = [(batch.course, due_rows(rows, batch.only)) for batch, rows in boards]
    nobody = not any(rows for _, rows in due)
    for batch, rows in boards:
        for row in rows:
            chosen = nobody if batch.only is None else row.enrolment in batch.only
            if chosen and row.held_back:
                said = {"number": row.number, "name": row.name, "numbers": _numbers(row.twice)}
                raise TrainerError("certificate.twice_on_list", **said)
    return due


def checked_names(work: Workplace, course: str) -> dict[str, str]:
    """Return whose name was checked as it stands now, and by whom ("" if not known), by enrolment."""
    persons = people.find_people(work.database)
    return {
        item.enrolment.key: item.name_checked_by
        for item in courses.list_enrolments(work.database, course)
        if item.name_checked and item.name_checked == _in_print(persons, item.enrolment)
    }


def _in_print(persons: Mapping[str, Person], enrolment: Enrolment) -> str:
    return name_in_print(as_listed(persons, enrolment))


def person_in_print(work: Workplace, enrolment: str) -> Person:
    """Return whose name the certificate of an enrolment bears, as they were at the course.

    Raises certificate.no_participant.
    """
    item = courses.get_enrolment(work.database, enrolment)
    if item is None:
        raise TrainerError("certificate.no_participant")
    return as_listed(people.find_people(work.database), item.enrolment)


@guarded
def check_names(work: Workplace, course: str, only: Collection[str], *, checked: bool = True) -> Changes:
    """Say that names of some enrolments are right as they will be printed, or take that back, as one step."""
    done = checked_names(work, course)
    persons = people.find_people(work.database)
    writes = []
    for item in courses.list_enrolments(work.database, course):
        key = item.enrolment.key
        if key not in only or (key in done) is checked:
            continue
        fields: dict[str, Value] = {"name_checked": None, "name_checked_by": None}
        if checked:
            text = _in_print(persons, item.enrolment)
            fields = {"name_checked": text, "name_checked_by": work.journal.user or None}
        writes.append(Write("enrolment", key, fields))
    code = "certificate.step.check_names" if checked else "certificate.step.uncheck_names"
    return work.journal.record(Label(code, {"count": len(writes)}), writes)


class LatinNames(Struct, frozen=True):
    """Names of a course in Latin letters: the order that most of the typed ones have, then by enrolment.

    `suggested` is made from the letters of those who have none, `turned` the own words of those with the
    other order.
    """

    order: LatinOrder = LatinOrder.GIVEN_FIRST
    suggested: Mapping[str, str] = {}
    turned: Mapping[str, str] = {}


def latin_names(work: Workplace, course: str) -> LatinNames:
    """Return what may be the Latin spellings of a course. Nothing typed is ever changed by it."""
    known = people.find_people(work.database)
    items = courses.list_enrolments(work.database, course)
    persons = {item.enrolment.key: as_listed(known, item.enrolment) for item in items}
    order = usual_order(persons.values())
    suggested = {
        key: suggest_latin(person.family, person.given, order)
        for key, person in persons.items()
        if person.lacks_latin
    }
    turned = {key: in_order(person, order) for key, person in persons.items() if person.latin}
    return LatinNames(order, _said(suggested), _said(turned))


def latin_order(work: Workplace, enrolment: str) -> LatinOrder:
    """Return the order that a new spelling shall have: that of the others on the list of an enrolment."""
    item = courses.get_enrolment(work.database, enrolment)
    return latin_names(work, item.enrolment.course).order if item is not None else LatinOrder.GIVEN_FIRST


def _said(spellings: Mapping[str, str]) -> dict[str, str]:
    return {key: spelling for key, spelling in spellings.items() if spelling}


@guarded
def take_latin_suggestions(work: Workplace, course: str, only: Collection[str] | None = None) -> Changes:
    """Take over what `latin_names` suggests, as one step, of some enrolments or all.

    Whoever has a spelling keeps it.
    """
    with work.journal.transaction():
        chosen = _of_some(latin_names(work, course).suggested, only)
        return _write_latin(work, course, chosen, "person.step.take_latin")


@guarded
def turn_latin(work: Workplace, course: str, only: Collection[str] | None = None) -> Changes:
    """Put spellings into the order that the others of the course have, those of some enrolments or all."""
    with work.journal.transaction():
        chosen = _of_some(latin_names(work, course).turned, only)
        return _write_latin(work, course, chosen, "person.step.turn_latin")


def _of_some(spellings: Mapping[str, str], only: Collection[str] | None) -> dict[str, str]:
    return {key: spelling for key, spelling in spellings.items() if only is None or key in only}


def _write_latin(work: Workplace, course: str, spellings: Mapping[str, str], step: str) -> Changes:
    known = people.find_people(work.database)
    persons = {
        as_listed(known, item.enrolment).key: spellings[item.enrolment.key]
        for item in courses.list_enrolments(work.database, course)
        if item.enrolment.key in spellings
    }
    writes = [Write("person", key, {"latin": spelling}) for key, spelling in persons.items()]
    return work.journal.record(Label(step, {"count": len(writes)}), writes)


def sign_off(work: Workplace, course: str, rows: Sequence[BoardRow]) -> SignOff:
    """Return how many of the names on a board that get a certificate are checked.

    Erased ones are left out, and so are rows of somebody who is counted in another one.
    """
    done = checked_names(work, course)
    shown = (row for row in rows if not (row.erased or row.repeats))
    printed = [row.enrolment for row in shown if row.result is not CertificateKind.NONE]
    return SignOff(sum(key in done for key in printed), len(printed))


class ProjectLimits(Struct, frozen=True):
    """Limits that are asked about, in hundredths of a per cent; what is not asked stays each course's own.

    A limit that is off is `share_off` or `test_off`.
    """

    share: int | None = None
    post_test: int | None = None
    share_off: bool = False
    test_off: bool = False

    def rule(self, own: CompletionRule) -> CompletionRule:
        """Return a course's rule with the limits that are asked about."""
        if self.share_off or self.share is not None:
            own = replace(own, share=None if self.share_off else self.share)
        if self.test_off or self.post_test is not None:
            own = replace(own, post_test=None if self.test_off else self.post_test)
        return own


class CourseBoard(Struct, frozen=True):
    """A course with its board by its own rule, and by the one that is asked about (the same if none is)."""

    course: Course
    rows: tuple[BoardRow, ...]
    asked: tuple[BoardRow, ...]


def project_board(
    work: Workplace, project: str, asked: ProjectLimits | None = None, progress: Progress = no_progress
) -> list[CourseBoard]:
    """Return the boards of a project's courses, the earliest course first; nothing is written."""
    found = []
    asked_for = courses_of_project(work, project)
    for place, course in enumerate(asked_for):
        progress("", place / len(asked_for))
        rows = tuple(board(work, course.key))
        rule = asked.rule(course.rule) if asked is not None else course.rule
        other = rows if rule == course.rule else tuple(board(work, course.key, rule, what_if=True))
        found.append(CourseBoard(course, rows, other))
    return found


def courses_of_project(work: Workplace, project: str) -> list[Course]:
    """Return the courses of a project, the earliest first."""
    found = [course for course in courses.list_courses(work.database) if course.project == project]
    return sorted(found, key=lambda course: (course.first_day, course.code))


def batches(boards: Sequence[CourseBoard], only: Collection[str] | None = None) -> list[Batch]:
    """Return what to issue: everybody of the boards, or of them only some enrolments (keys)."""
    found = []
    for each in boards:
        if only is None:
            found.append(Batch(each.course.key))
            continue
        chosen = frozenset(row.enrolment for row in each.rows).intersection(only)
        if chosen:
            found.append(Batch(each.course.key, chosen))
    return found


_PERSONAL = {
    "attendance": {"mark", DELETED},
    "paper": {"points", "occasion", "attempt", "enrolment", DELETED},
    "answer": {"value", "question", DELETED},
    "enrolment": {"state", "override", "override_reason", "person", DELETED},
    "person": {"family", "given", "patronymic", "latin", "rank", DELETED},
}
"""Fields on which a certificate rests, of rows that belong to one person."""
_COMMON = {
    "session": {"day", "start", "end", "state", *Texts().fields("topic"), DELETED},
    "course": {
        *Texts().fields("title"),
        *("kind", "town", "first_day", "last_day"),
        *("share_limit", "test_limit", "resit_rule"),
        DELETED,
    },
}
"""Likewise of rows that belong to everybody of a course."""
_NAMED = 8


class UndecidedPerson(Struct, frozen=True):
    """Somebody who would get a certificate: code of the course, number on its list, name."""

    course: str
    number: int
    name: str


class Undecided(Struct, frozen=True):
    """Who is concerned, and the codes of courses where everybody is."""

    people: tuple[UndecidedPerson, ...] = ()
    courses: tuple[str, ...] = ()

    def labels(self) -> list[Label]:
        """Return it in sentences; the people by number, of several courses by course."""
        labels = []
        if self.people:
            several = len({each.course for each in self.people}) > 1
            code = "list.one_of_course" if several else "list.one_named"
            named = [
                Label(code, {"course": each.course, "number": each.number, "name": each.name})
                for each in self.people[:_NAMED]
            ]
            more = ["…"] if len(self.people) > _NAMED else []
            told = {"count": len(self.people), "people": (*named, *more)}
            labels.append(Label("certificate.undecided", told))
        if self.courses:
            labels.append(Label("certificate.undecided_course", {"courses": self.courses}))
        return labels


def undecided(work: Workplace, batches: Sequence[Batch]) -> Undecided:
    """Return whose certificates of some batches may change by contradictions that wait in Review."""
    places = _places(work)
    if not places:
        return Undecided()
    found: list[UndecidedPerson] = []
    codes, joins = [], people.joins(work.database)
    for batch in batches:
        code = get_course(work, batch.course).course.code
        due = due_rows(board(work, batch.course), batch.only)
        if due and ("", batch.course) in places:
            codes.append(code)
        listed = courses.list_enrolments(work.database, batch.course)
        # The record that was enrolled, and the one whose name is printed where both are one person.
        persons = {item.enrolment.key: (own := item.enrolment.person, joins.head(own)) for item in listed}
        for row in sorted(due, key=lambda row: row.number):
            if any((own, of) in places for own in persons[row.enrolment] for of in (batch.course, "")):
                found.append(UndecidedPerson(code, row.number, row.name))
    return Undecided(tuple(found), tuple(codes))


def other_days_told(work: Workplace, batches: Sequence[Batch]) -> list[Label]:
    """Return a sentence for each course of which the papers print other days than those of its sessions."""
    told = []
    for batch in batches:
        view = get_course(work, batch.course)
        taught = other_days(view.course, view.sessions)
        if taught is not None:
            said = {"first": view.course.first_day, "last": view.course.last_day}
            held = {"held_first": taught[0], "held_last": taught[1]}
            told.append(Label("course.other_days", {"code": view.course.code, **said, **held}))
    return told


def _places(work: Workplace) -> set[tuple[str, str]]:
    """Return (person, course) of all that is not decided: "" for every course, or for everybody of one."""
    names = Names(work)
    found = set()
    for entity, key, fields in contradictions.contradicting(work.journal):
        person, course, _ = names.places(entity, key)
        if _PERSONAL.get(entity, set()).intersection(fields) and not _of_the_beginning(
            work, names, entity, key
        ):
            found.add((person, "" if entity == "person" else course))
        if _COMMON.get(entity, set()).intersection(fields):
            found.add(("", course))
    return found - {("", "")}


def _of_the_beginning(work: Workplace, names: Names, entity: str, key: str) -> bool:
    """Tell whether it stands on a test of the beginning, on which no certificate rests."""
    if entity == "answer":
        return names.papers.paper_of(key).get("occasion") == Occasion.PRE
    return (
        entity == "paper" and entry_history.row_of(work.journal, entity, key).get("occasion") == Occasion.PRE
    )
