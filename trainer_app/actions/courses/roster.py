"""Nomination lists: what an import would do, and doing it as one step that can be undone.

preview = check(work, path, course)          # reads the file and plans; writes nothing
result = apply(work, preview, decisions)     # one transaction, one undo step
undo_import(work, result)                    # all of it, unless somebody has marks since
"""

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from msgspec import Struct, field

from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.enrolments import enrolment_fields, next_number
from trainer_app.actions.people.directory import as_match_person, root_of
from trainer_app.actions.people.joining import distinct
from trainer_app.domain.base.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Value, derive_key
from trainer_app.domain.base.numbers import Problem, RawTable
from trainer_app.domain.base.schema import typed_fields
from trainer_app.domain.base.structs import gc_paused
from trainer_app.domain.courses.courses import FACTS, ROSTER_ANSWERS, EnrolmentState
from trainer_app.domain.courses.roster_answers import kept_apart, open_questions
from trainer_app.domain.courses.roster_columns import (
    FIELD_COLUMNS,
    ROSTER_COLUMNS,
    RosterColumn,
    RosterMapping,
    find_mapping,
)
from trainer_app.domain.courses.roster_doubles import row_mark
from trainer_app.domain.courses.roster_plan import (
    RosterLine,
    RosterPlan,
    RosterQuestion,
    RowDecision,
    RowOutcome,
    SettledPerson,
    Settlement,
    plan_roster,
    settle_roster,
)
from trainer_app.domain.courses.roster_reader import RosterRow
from trainer_app.domain.people.facts import facts_of
from trainer_app.domain.people.persons import LISTED_FIELDS, Person, Sex, is_blank
from trainer_app.intake.tables import read_table
from trainer_app.store.attendance import marks
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.rows import record_fields
from trainer_app.store.certificates import certificates
from trainer_app.store.courses import courses
from trainer_app.store.evaluations import papers
from trainer_app.store.people import people

NEWER = tuple(name for name in LISTED_FIELDS if name not in ("latin", "sex"))
"""What changes in a person's service, so that a newer list may know better."""


def fields_of_row(row: RosterRow) -> dict[str, Value]:
    """Return what a row says of a person, as journal fields; what it does not say is left out."""
    said = {name: getattr(row, name) for name in typed_fields("person")}
    return {
        name: value.value if isinstance(value, Sex) else value
        for name, value in said.items()
        if not is_blank(value)
    }


def differing_fields(person: Person, row: RosterRow) -> dict[str, tuple[str, str]]:
    """Return what of the service person and row both say, and otherwise: field -> (known, listed)."""
    said = fields_of_row(row)
    return {
        name: (getattr(person, name), str(said[name]))
        for name in NEWER
        if name in said and getattr(person, name) and getattr(person, name) != said[name]
    }


class Importer:
    """Gathers the writes of one import into one course.

    `enrolled` are the keys of new enrolments, `created` those of new people, `keys` the person of each row.
    """

    def __init__(self, work: Workplace, course: str, *, take_newer: bool) -> None:
        self.writes: list[Write] = []
        self.enrolled: list[str] = []
        self.created: list[str] = []
        self.already = 0
        self.filled = 0
        self.keys: dict[int, str] = {}
        self._journal = work.journal
        self._course = course
        self._take_newer = take_newer
        self._people = people.people_by_key(work.database)
        self._on_list = enrolments_by_person(work, course, self._people)
        listed = courses.list_enrolments(work.database, course)
        self._enrolments = {item.enrolment.key: item.enrolment for item in listed}
        self._number = next_number(work, course)

    def take(self, settled: SettledPerson) -> None:
        """Write one person and the place on the list; whoever is on it already keeps it.

        Raises person.unknown, person.erased for somebody who went since the list was looked at.
        """
        if settled.key is None:
            key = self._journal.make_key()
            fields = {"sex": Sex.UNKNOWN.value, **fields_of_row(settled.row)}
            self.writes.append(Write("person", key, fields))
            self.created.append(key)
            self.keys.update(dict.fromkeys(settled.rows, key))
            self._enrol(key, settled.row, fields)
            return
        key = root_of(self._people, settled.key)
        if key not in self._people:
            raise TrainerError("person.unknown")
        if self._people[key].erased:
            raise TrainerError("person.erased")
        self.keys.update(dict.fromkeys(settled.rows, key))
        on_list = self._on_list.get(key)
        before = len(self.writes)
        self._complete(self._people[key], settled.row, newer=self._take_newer and on_list is None)
        if on_list is None:
            known = record_fields("person", self._people[key])
            self._enrol(key, settled.row, {**known, **fields_of_row(settled.row)})
        else:
            self._complete_facts(on_list, settled.row)
            self.already += 1
            self.filled += len(self.writes) > before

    def tell_apart(self, pairs: Iterable[tuple[int, int | str]]) -> None:
        """Keep who is not the same: a row, and another row or the key of somebody known."""
        told = set[str]()
        for row, other in pairs:
            mine = self.keys.get(row)
            theirs = self.keys.get(other) if isinstance(other, int) else root_of(self._people, other)
            if mine is None or theirs is None or mine == theirs:
                continue
            found = self._people.get(theirs)
            write = distinct(mine, theirs)
            if write.key not in told and not (found is not None and found.erased):
                told.add(write.key)
                self.writes.append(write)

    def _enrol(self, person: str, row: RosterRow, facts: Mapping[str, Value]) -> None:
        enrolment = derive_key("enrolment", self._course, person)
        fields = enrolment_fields(self._course, person, self._number, EnrolmentState.NOMINATED, facts)
        if row.remark:
            fields["remark"] = row.remark
        self.writes.append(Write("enrolment", enrolment, fields))
        self.enrolled.append(enrolment)
        self._on_list[person] = enrolment
        self._number += 1

    def _complete(self, person: Person, row: RosterRow, *, newer: bool) -> None:
        """Fill what is not known of a person yet. Nothing that was typed is overwritten."""
        taken = {
            name: value
            for name, value in fields_of_row(row).items()
            if is_blank(getattr(person, name)) or (newer and name in NEWER)
        }
        if taken:
            self.writes.append(Write("person", person.key, taken))

    def _complete_facts(self, enrolment: str, row: RosterRow) -> None:
        """Fill what is not known of somebody's participation yet."""
        own = self._enrolments[enrolment]
        taken = {
            name: value
            for name, value in fields_of_row(row).items()
            if own.facts and name in FACTS and is_blank(getattr(own, name))
        }
        if taken:
            self.writes.append(Write("enrolment", enrolment, taken))


def enrolments_by_person(work: Workplace, course: str, everybody: Mapping[str, Person]) -> dict[str, str]:
    """Return person -> enrolment of a course; joined people count as the one they were joined into."""
    return {
        root_of(everybody, item.enrolment.person): item.enrolment.key
        for item in courses.list_enrolments(work.database, course)
    }


OFF_BY_DEFAULT = tuple(name for name, (_, field) in FIELD_COLUMNS.items() if field.rare and not field.apart)
"""Columns that are recognised, and taken only when a person says so for this kind of list."""

_RENAMED = {"district": "duty_district"}
"""Columns that are called otherwise now than when somebody's correction was kept."""
_MOST_REMEMBERED = 50


class RosterPreview(Struct, frozen=True):
    """What an import would do. `known` are the people whom rows were matched with or may be.

    `found` is what the program made of the columns by itself; `plan.mapping` what was used.
    """

    table: RawTable
    plan: RosterPlan
    found: RosterMapping
    course: str | None = None
    known: Mapping[str, Person] = field(default_factory=dict)
    enrolled: frozenset[str] = frozenset()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Everything wrong, first in the table as a whole, then row by row."""
        return self.plan.problems

    @property
    def corrected(self) -> bool:
        """Tell whether a person changed what the columns are."""
        return self.plan.mapping.columns != self.found.columns

    def settle(self, decisions: Mapping[int, RowDecision] | None = None) -> Settlement:
        """Return what would become of every row: rows = imported + matched + refused."""
        return settle_roster(self.plan, decisions)

    def questions(
        self, decisions: Mapping[int, RowDecision] | None = None
    ) -> list[tuple[RosterLine, frozenset[RosterQuestion]]]:
        """Return the rows of which somebody should still say who they are, and what; in order."""
        still = open_questions(self.plan, decisions)
        return [(line, still[line.number]) for line in self.plan.lines if line.number in still]


class RosterResult(Struct, frozen=True):
    """What an import did: rows = imported + matched + refused.

    `enrolled` are the keys of new enrolments, `created` those of new people. `added` and `already` count
    people: new on the course's list, and on it before; `filled` are those of the latter of whom something
    was written that was blank.
    """

    rows: int
    imported: int
    matched: int
    refused: int
    changes: Changes
    course: str
    enrolled: tuple[str, ...] = ()
    created: tuple[str, ...] = ()
    already: int = 0
    filled: int = 0

    @property
    def added(self) -> int:
        """People who are on the course's list now and were not before."""
        return len(self.enrolled)

    @property
    def joined(self) -> int:
        """Rows of somebody who stands in the list once more: rows = added + already + joined + refused."""
        return self.rows - self.refused - self.added - self.already


def check(
    work: Workplace,
    path: Path,
    course: str | None = None,
    mapping: RosterMapping | None = None,
    *,
    sheet: str | None = None,
    progress: Progress = no_progress,
) -> RosterPreview:
    """Read a list and say what an import would do with every row. Nothing is written.

    `course` is the course it is meant for; `mapping` a person's correction of the columns. Raises table.*,
    course.unknown, strange_file.*, cancelled.
    """
    progress("roster_action.reading", 0.0)
    with gc_paused():
        table = work.child.run(progress, read_table, path, sheet)
        return plan(work, table, course, mapping, progress=progress)


def plan(
    work: Workplace,
    table: RawTable,
    course: str | None = None,
    mapping: RosterMapping | None = None,
    *,
    progress: Progress = no_progress,
) -> RosterPreview:
    """Plan a table that was read already: after a correction of its columns. Raises course.unknown."""
    if course is not None and courses.get_course(work.database, course) is None:
        raise TrainerError("course.unknown")
    progress("roster_action.comparing", 0.2)
    remembered = remembered_columns(work)
    found = find_mapping(table, remembered)
    if found.fingerprint not in remembered:
        found = found.remap([_kept(column) for column in found.columns])
    everybody = people.people_by_key(work.database)
    taken = _courses_taken(work)
    heads = {key: person.shown_as for key, person in everybody.items() if person.shown_as is not None}
    known = [
        as_match_person(person, taken.get(heads.get(key, key), ()))
        for key, person in everybody.items()
        if not person.erased
    ]
    enrolled = tuple(enrolments_by_person(work, course, everybody)) if course else ()
    facts = {person.key: facts_of(person) for person in everybody.values() if not person.erased}
    answers = _remembered_answers(work, course or "", everybody, enrolled)
    planned = plan_roster(table, mapping or found, known, enrolled, facts=facts, heads=heads, answers=answers)
    mentioned = {key for line in planned.lines for key in (line.person, *(each.b for each in line.known))}
    progress("roster_action.comparing", 1.0)
    shown = {key: everybody[key] for key in mentioned if key is not None}
    return RosterPreview(table, planned, found, course, shown, frozenset(enrolled))


@guarded
def apply(
    work: Workplace,
    preview: RosterPreview,
    decisions: Mapping[int, RowDecision] | None = None,
    *,
    take_newer: bool = False,
    progress: Progress = no_progress,
) -> RosterResult:
    """Write what was previewed and decided, as one step. Blanks are filled, nothing typed is overwritten.

    `take_newer` takes rank, unit and district of known people, who are not on this course yet, from the
    list. Raises roster_action.no_course, roster_action.nothing, cancelled; then nothing was written.
    """
    course = preview.course
    if course is None:
        raise TrainerError("roster_action.no_course")
    settlement = preview.settle(decisions)
    if not settlement.people:
        raise TrainerError("roster_action.nothing", rows=preview.plan.rows)
    progress("roster_action.writing", 0.0)
    with work.journal.transaction():
        importer = Importer(work, course, take_newer=take_newer)
        for person in settlement.people:
            importer.take(person)
        importer.tell_apart(kept_apart(preview.plan, decisions or {}))
        progress("roster_action.writing", 0.3)
        label = Label("roster_action.step.import", {"count": len(importer.enrolled)})
        changes = work.journal.record(label, importer.writes)
    _remember(work, preview)
    _remember_answers(work, preview.plan, course, decisions or {}, importer.keys)
    progress("roster_action.writing", 1.0)
    imported, matched, refused = (
        settlement.count(each) for each in (RowOutcome.IMPORTED, RowOutcome.MATCHED, RowOutcome.REFUSED)
    )
    return RosterResult(
        rows=preview.plan.rows,
        imported=imported,
        matched=matched,
        refused=refused,
        changes=changes,
        course=course,
        enrolled=tuple(importer.enrolled),
        created=tuple(importer.created),
        already=importer.already,
        filled=importer.filled,
    )


@guarded
def undo_import(work: Workplace, result: RosterResult) -> Changes:
    """Take an import back as a whole.

    Raises roster_action.used_since when somebody whom it brought has marks, tests or certificates since, or
    a place on another course; history.changed_since when what it wrote was changed.
    """
    used = _used_places(work, result) + _used_people(work, result)
    if used:
        raise TrainerError("roster_action.used_since", count=used)
    if result.changes.step is None:
        raise TrainerError("history.unknown_step")
    return work.store.history.undo_step(result.changes.step)


def _used_places(work: Workplace, result: RosterResult) -> int:
    """Return on how many of the places that an import brought something rests."""
    course = result.course
    cells = marks.marks_of_course(work.database, course)
    resting = {enrolment for (enrolment, _), cell in cells.items() if cell.mark is not None}
    resting |= {paper.enrolment for paper in papers.list_papers(work.database, course)}
    resting |= {found.enrolment for found in certificates.list_certificates(work.database, course)}
    return len(resting.intersection(result.enrolled))


def _used_people(work: Workplace, result: RosterResult) -> int:
    """Return how many of the people whom an import created are somewhere else too by now."""
    brought = frozenset(result.enrolled)
    elsewhere = {
        item.enrolment.person
        for item in courses.list_enrolments(work.database)
        if item.enrolment.key not in brought
    }
    elsewhere |= {found.person for found in courses.list_assignments(work.database)}
    elsewhere |= {key for group in people.joins(work.database).groups.values() for key in group}
    return len(elsewhere.intersection(result.created))


def remembered_columns(work: Workplace) -> dict[str, tuple[str, ...]]:
    """Return the corrections of columns made here before, by the fingerprint of the headings."""
    found = work.store.setting(ROSTER_COLUMNS)
    return {
        mark: tuple(_RENAMED.get(column, column) for column in columns) for mark, columns in found.items()
    }


def _remember(work: Workplace, preview: RosterPreview) -> None:
    mapping = preview.plan.mapping
    if not preview.corrected or not mapping.fingerprint:
        return
    known = remembered_columns(work)
    known.pop(mapping.fingerprint, None)
    known[mapping.fingerprint] = mapping.columns
    kept = dict(list(known.items())[-_MOST_REMEMBERED:])
    work.store.change_setting(ROSTER_COLUMNS, kept)


def _kept(column: str) -> str:
    return RosterColumn.NOTHING if column in OFF_BY_DEFAULT else column


def _courses_taken(work: Workplace) -> dict[str, list[str]]:
    codes = {course.key: course.code for course in courses.list_courses(work.database)}
    taken: dict[str, list[str]] = {}
    for item in courses.list_enrolments(work.database):
        taken.setdefault(item.enrolment.person, []).append(codes.get(item.enrolment.course, ""))
    return taken


def _remembered_answers(
    work: Workplace, course: str, everybody: Mapping[str, Person], enrolled: Collection[str]
) -> dict[str, str]:
    """Return who was said at an earlier import to be the person of a row, by the row's mark.

    Whoever is not on the list any more is asked about again, as after the import was taken back.
    """
    found = work.store.setting(ROSTER_ANSWERS).get(course, {})
    people = {mark: root_of(everybody, key) for mark, key in found.items() if key in everybody}
    return {mark: key for mark, key in people.items() if key in enrolled}


def _remember_answers(
    work: Workplace,
    plan: RosterPlan,
    course: str,
    decisions: Mapping[int, RowDecision],
    keys: Mapping[int, str],
) -> None:
    """Keep whose rows those are of which something was decided; `keys` are the people of rows.

    Rows that say the same and are two people are told apart by nothing: they stay questions.
    """
    people: dict[str, set[str]] = {}
    for line in plan.lines:
        if line.row is not None and line.number in keys:
            people.setdefault(row_mark(line.row), set()).add(keys[line.number])
    decided = {
        row_mark(line.row)
        for line in plan.lines
        if line.row is not None and decisions.get(line.number, RowDecision()) != RowDecision()
    }
    told = {mark: next(iter(found)) for mark, found in people.items() if mark in decided and len(found) == 1}
    if not told:
        return
    known = work.store.setting(ROSTER_ANSWERS)
    kept = {**known.pop(course, {}), **told}
    latest = list(known.items())[1 - _MOST_REMEMBERED :]
    work.store.change_setting(ROSTER_ANSWERS, {**dict(latest), course: kept})
