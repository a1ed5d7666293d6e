"""The state of an import: the preview, decisions so far, what would come of it; and the words of both."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from functools import cached_property

from PySide6.QtCore import QObject

from trainer_app.actions.courses.roster import NEWER, RosterPreview, differing_fields
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import Problem, Severity
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_search import fold
from trainer_app.domain.courses.courses import (
    EnrolmentState,
    MissingDetail,
    Participant,
    Session,
    count_people,
)
from trainer_app.domain.courses.roster_answers import carry_decisions, open_problems, open_questions
from trainer_app.domain.courses.roster_columns import RosterColumn, column_label
from trainer_app.domain.courses.roster_plan import (
    NEW,
    NOBODY,
    QUESTION_CODES,
    RosterLine,
    RosterQuestion,
    RowDecision,
    RowOutcome,
    SettledPerson,
    Settlement,
    is_left_out,
)
from trainer_app.domain.courses.roster_reader import RosterRow, RowRepair
from trainer_app.domain.people.name_similarity import same_unit
from trainer_app.domain.people.persons import Person, Sex
from trainer_app.domain.people.places import one_spelling
from trainer_app.system.messages import caption
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.wording import PeopleWording
from trainer_app.ui.widgets.indicators import ChipWords, Tone

_COMPARED = (*NEWER, "sex", "birth_year")
"""What is told of a namesake: where one may be known by it, or where it speaks against them."""


def _is_same(field: str, known: object, listed: object) -> bool:
    """Tell whether somebody known and a row say the same, whatever the spelling."""
    if field in ("rank", "sex", "birth_year"):
        return known == listed
    one, two = str(known), str(listed)
    if field == "unit":
        return fold(one) == fold(two) or same_unit(one, two)
    return fold(one_spelling(one)) == fold(one_spelling(two))


class ImportRowOutcome(StrEnum):
    """What happens with a row, as the list shows it."""

    NEW = "new"
    KNOWN = "known"
    ENROLLED = "enrolled"
    DOUBLE = "double"
    REFUSED = "refused"
    ASKED = "asked"


_SEX_MISSING = frozenset(("roster.sex_missing", "roster.sex_missing_unguessed"))
_ONLY_TELLS = frozenset(("roster.already_enrolled",))
"""Remarks that nobody has to look at: a list that is imported once more has them in every row."""


class RosterImportState:
    """Decisions over one preview. Every change makes `settlement` anew when it is asked for.

    `before` is the state over the same rows with another meaning of their columns: what was decided there
    holds on, but for `fell_away`, the rows of which it no longer says who or what they are.
    """

    def __init__(self, preview: RosterPreview, before: "RosterImportState | None" = None) -> None:
        self.preview = preview
        self.lines = {line.number: line for line in preview.plan.lines}
        self.take_newer = False
        self.fell_away = 0
        self.asked_about = False
        """Whether somebody was asked about the questions that have no answer."""
        self.for_all: set[RowRepair] = set()
        self.by_row: dict[int, RowDecision] = {}
        self.corrected = False
        """Whether the meaning of a column, or the name that a row lacks, was corrected."""
        if before is not None:
            self._go_on(before)

    def _go_on(self, before: "RosterImportState") -> None:
        decided = {number: each for number, each in before.by_row.items() if each != RowDecision()}
        self.take_newer, self.corrected = before.take_newer, before.corrected
        self.for_all = set(before.for_all)
        self.by_row = carry_decisions(before.preview.plan, self.preview.plan, decided)
        self.fell_away = sum(self.by_row.get(number) != each for number, each in decided.items())

    # What can be decided for all rows at once

    def offered(self, repair: RowRepair) -> int:
        """Return in how many rows a repair is offered that is not taken by itself."""
        return sum(repair in line.typed.offered and repair not in line.repairs for line in self._taken)

    def takes(self, repair: RowRepair) -> bool:
        """Tell whether a repair is taken in all rows."""
        return repair in self.for_all

    def take_for_all(self, repair: RowRepair, *, taken: bool) -> None:
        """Take a repair in all rows that it is offered for, but where a row has a decision of its own."""
        (self.for_all.add if taken else self.for_all.discard)(repair)
        self._changed()

    @cached_property
    def below(self) -> tuple[int, ...]:
        """Rows left out only because they stand below a numbered list without a number."""
        return tuple(number for number, line in self.lines.items() if line.is_below)

    @property
    def takes_below(self) -> bool:
        """Whether all of them are taken."""
        return not any(map(self.leaves_out, self.below))

    def take_below(self, *, taken: bool) -> None:
        """Take all of them, or leave all out as proposed; what else was decided of a row stays."""
        for number in self.below:
            self.by_row[number] = replace(self.own(number), leave_out=False if taken else None)
        self._changed()

    @property
    def newer(self) -> int:
        """How many known people, not on this course yet, have another rank, unit or district on the list."""
        return sum(bool(self.differences(person)) for person in self.settlement.people)

    def differences(self, settled: SettledPerson) -> dict[str, tuple[str, str]]:
        """Return what a list says otherwise about a known person: field -> (known, listed)."""
        person = self.preview.known.get(settled.key or "")
        if person is None or person.key in self.preview.enrolled:
            return {}
        return differing_fields(person, settled.row)

    def compared(self, person: Person, number: int) -> dict[str, bool]:
        """Return of what both somebody known and a row say whether it is the same, by the field."""
        row = self.row(number)
        if row is None:
            return {}
        told = {name: (getattr(person, name), getattr(row, name)) for name in _COMPARED}
        both = {
            name: pair
            for name, pair in told.items()
            if all(pair) and not (name == "sex" and Sex.UNKNOWN in pair)
        }
        return {name: _is_same(name, *pair) for name, pair in both.items()}

    # What is decided for one row

    def decision(self, number: int) -> RowDecision:
        """Return what holds for a row: its own decision, and the repairs taken in all rows."""
        own = self.own(number)
        wanted = self.for_all & self.lines[number].typed.offered
        if own.repairs is None and wanted:
            return replace(own, repairs=self.lines[number].repairs | wanted)
        return own

    def own(self, number: int) -> RowDecision:
        """Return what was decided for a row itself."""
        return self.by_row.get(number, RowDecision())

    def decide(self, number: int, decision: RowDecision) -> None:
        """Decide about one row."""
        self.by_row[number] = decision
        self._changed()

    def repairs(self, number: int) -> frozenset[RowRepair]:
        """Return the repairs that are taken in a row."""
        decided = self.decision(number).repairs
        return self.lines[number].repairs if decided is None else decided

    @property
    def decisions(self) -> dict[int, RowDecision]:
        """All decisions, by row number."""
        found = {number: self.decision(number) for number in self.lines}
        return {number: decision for number, decision in found.items() if decision != RowDecision()}

    @property
    def is_begun(self) -> bool:
        """Tell whether anything was answered or corrected, which would be lost with the list."""
        return bool(self.corrected or self.take_newer or self.for_all or self.decisions)

    def leaves_out(self, number: int) -> bool:
        """Tell whether a row is not taken."""
        return is_left_out(self.lines[number], self.own(number))

    # What would come of it

    @cached_property
    def questions(self) -> dict[int, frozenset[RosterQuestion]]:
        """What nobody has answered yet, by row number in order."""
        return open_questions(self.preview.plan, self.by_row)

    def asks(self, number: int) -> frozenset[RosterQuestion]:
        """Return what nobody has answered yet of a row."""
        return self.questions.get(number, frozenset())

    def next_question(self, after: int | None) -> int | None:
        """Return the next row with an open question below one, or else the first of all."""
        return next(
            (each for each in self.questions if each > (after or 0)), next(iter(self.questions), None)
        )

    @cached_property
    def settlement(self) -> Settlement:
        """What becomes of every row."""
        return self.preview.settle(self.decisions)

    @cached_property
    def _problems(self) -> Mapping[int, Sequence[Problem]]:
        found = open_problems(self.preview.plan, self.settlement, self.questions, self.decisions)
        if not self.lacks_sex:
            return found
        # It is said once above: a remark on every row would hide the others.
        return {
            number: [each for each in told if each.code not in _SEX_MISSING] for number, told in found.items()
        }

    @property
    def lacks_sex(self) -> bool:
        """Tell whether no column of the list says the sex."""
        return self.preview.plan.mapping.place_of(RosterColumn.SEX) is None

    @cached_property
    def _by_row(self) -> dict[int, SettledPerson]:
        return {number: person for person in self.settlement.people for number in person.rows}

    def settled(self, number: int) -> SettledPerson | None:
        """Return the person whom a row becomes part of; None for a refused row."""
        return self._by_row.get(number)

    def fate(self, number: int) -> ImportRowOutcome:
        """Return what happens with a row."""
        outcome = self.settlement.outcomes[number]
        person = self.settled(number)
        if outcome is RowOutcome.REFUSED or person is None:
            return ImportRowOutcome.REFUSED
        if self.asks(number):
            return ImportRowOutcome.ASKED
        if outcome is RowOutcome.IMPORTED:
            return ImportRowOutcome.NEW
        if number != person.rows[0]:
            return ImportRowOutcome.DOUBLE
        return ImportRowOutcome.ENROLLED if person.key in self.preview.enrolled else ImportRowOutcome.KNOWN

    def count(self, *fates: ImportRowOutcome) -> int:
        """Return how many rows end in these ways."""
        return sum(self.fate(number) in fates for number in self.lines)

    @property
    def coming(self) -> int:
        """How many people would be on the list who are not on it now."""
        return sum(person.key not in self.preview.enrolled for person in self.settlement.people)

    # What is wrong

    def problems(self, number: int) -> Sequence[Problem]:
        """Return what is still wrong with a row: what refuses it first, then what is asked."""
        return sorted(self._problems[number], key=_by_weight)

    def told_of(self, number: int, before: Sequence[Problem] = ()) -> Sequence[Problem]:
        """Return the same with what is answered since `before`, and the question about the sex."""
        own, still = self.lines[number].problems, self._problems[number]
        asked = [each for each in own if each in still or each in before or "sex" in each.code]
        return sorted([*asked, *(each for each in still if each not in asked)], key=_by_weight)

    @property
    def table_problems(self) -> list[Problem]:
        """What is wrong with the table as a whole."""
        return [problem for problem in self.preview.problems if problem.row is None]

    def has_problem(self, number: int) -> bool:
        """Tell whether somebody should look at a row; who is on the list already needs no look."""
        return any(problem.code not in _ONLY_TELLS for problem in self._problems[number])

    def proposals(self, line: RosterLine) -> list[tuple[Person, Sequence[Label]]]:
        """Return who a row may be, with the reasons; the sure one first, without reasons."""
        known = self.preview.known
        found: list[tuple[Person, Sequence[Label]]] = []
        if line.person is not None and line.person in known:
            found.append((known[line.person], ()))
        return [*found, *((known[each.b], each.reasons) for each in line.known if each.b in known)]

    def chosen_person(self, line: RosterLine) -> str:
        """Return the key of whom a row is, `NEW` for somebody new, nothing while that is a question."""
        decided = self.decision(line.number).person
        if decided is None and RosterQuestion.PERSON in self.asks(line.number):
            return ""
        return (line.person or NEW) if decided is None else decided

    def repeats(self, line: RosterLine) -> int | None:
        """Return the row that a row repeats, `NOBODY` for none, None while that is a question."""
        decided = self.decision(line.number).same_as
        if decided is None and RosterQuestion.ROW in self.asks(line.number):
            return None
        return (line.same_as or NOBODY) if decided is None else decided

    def row(self, number: int) -> RosterRow | None:
        """Return what would be recorded of a row's person."""
        person = self.settled(number)
        return person.row if person else None

    @property
    def _taken(self) -> list[RosterLine]:
        """The rows that are a person's, without those that are left out, such as signatures."""
        return [
            line for line in self.lines.values() if line.row is not None and not self.leaves_out(line.number)
        ]

    def _changed(self) -> None:
        for name in ("settlement", "_by_row", "questions", "_problems"):
            self.__dict__.pop(name, None)


class ParticipantWording(QObject):
    """Turns plain data into words of the window's language. `people` says what belongs to a person."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.setObjectName("participant_wording")
        self._context = context
        self.people = PeopleWording(context)

    def state(self, item: Participant, everybody: Mapping[str, Participant]) -> ChipWords:
        """Return the chip of a place on the list, with whom it replaces or was replaced by."""
        tone, words, icon = self.people.standing(item.standing)
        if item.enrolment.state is EnrolmentState.REPLACED:
            by = _by(item, everybody)
            if by is not None:
                return tone, self._replaced(item, by), icon
        gone = everybody.get(item.enrolment.replaces or "")
        if gone is not None and item.expected:
            return tone, self._replaces(gone, gone.person.family), icon
        return tone, words, icon

    def link(self, item: Participant, everybody: Mapping[str, Participant]) -> str:
        """Say in full whom somebody replaces, and by whom they were replaced; "" for neither."""
        gone, by = everybody.get(item.enrolment.replaces or ""), _by(item, everybody)
        parts = [self._replaces(gone, gone.person.name)] if gone is not None else []
        if by is not None:
            words = self.tr("replaced by No.\u00a0{number} {name}")
            parts.append(words.format(number=by.enrolment.number, name=by.person.name))
            if item.left_at is not None and _since(item, by) is not item.left_at:
                early = self.tr("not expected from session {session}").format(session=item.left_at.number)
                parts.insert(len(parts) - 1, early)
        since = _since(item, by) or (_since(gone, item) if gone is not None else None)
        if since is not None:
            parts.append(self.tr("from session {session} on").format(session=since.number))
        return " · ".join(parts)

    def _replaced(self, item: Participant, by: Participant) -> str:
        number, since = by.enrolment.number, _since(item, by)
        if since is None:
            return self.tr("replaced by No.\u00a0{number}").format(number=number)
        words = self.tr("replaced by No.\u00a0{number} from session {session}")
        return words.format(number=number, session=since.number)

    def _replaces(self, gone: Participant, name: str) -> str:
        words = self.tr("replaces No.\u00a0{number} {name}")
        return words.format(number=gone.enrolment.number, name=name)

    def missing(self, item: Participant) -> str:
        """Say what is still to be typed about somebody who is expected."""
        words = {
            MissingDetail.NAME: self.tr("whole name"),
            MissingDetail.LATIN: self.tr("Latin spelling", "in a list"),
            MissingDetail.SEX: self.tr("sex"),
            MissingDetail.SERVICE: self.tr("unit"),
        }
        return ", ".join(words[each] for each in item.missing)

    def from_day(self, item: Participant) -> str:
        """Return since when somebody takes part, "" for the whole course."""
        if item.joined_at is None:
            return ""
        return self._context.formats.day_short(item.joined_at.day)

    def counts(self, items: Sequence[Participant]) -> str:
        """Return "25 participants · women: 9 · sex not stated: 1", of those who are expected."""
        expected = [item for item in items if item.expected]
        people = count_people(expected)
        women = people - count_people(expected, lambda item: item.person.sex is not Sex.FEMALE)
        unknown = count_people(expected, lambda item: item.person.sex is Sex.UNKNOWN)
        parts = [self.tr("%n participant(s)", "", people), self.tr("women: %n", "", women)]
        if unknown:
            parts.append(self.tr("sex not stated: %n", "", unknown))
        return " · ".join(parts)

    # Importing a list

    def column(self, column: str) -> str:
        """Return what a column of a list holds."""
        return caption(column_label(column), self._context.language.code)

    def repair(self, repair: RowRepair) -> str:
        """Return what a correction does."""
        return self._context.words(f"roster.repair_{repair.value}")

    def problem(self, problem: Problem) -> str:
        """Return what is wrong."""
        return self._context.words(problem.label.code, **problem.label.values)

    def fate(self, state: RosterImportState, number: int) -> ChipWords:
        """Return the chip of what happens with a row."""
        fate = state.fate(number)
        if fate is ImportRowOutcome.DOUBLE:
            person = state.settled(number)
            first = person.rows[0] if person else 0
            return Tone.QUIET, self.tr("with row {number}").format(number=first), "users2"
        return {
            ImportRowOutcome.NEW: (Tone.NOW, self.tr("new"), "plus"),
            ImportRowOutcome.KNOWN: (Tone.GOOD, self.tr("known"), "check"),
            ImportRowOutcome.ENROLLED: (Tone.QUIET, self.tr("on the list"), "check"),
            ImportRowOutcome.REFUSED: (Tone.BAD, self.tr("not taken"), "close"),
            ImportRowOutcome.ASKED: (Tone.DUE, self.tr("who is it?"), "ask"),
        }[fate]

    def sum(self, state: RosterImportState, *, taken: bool = False) -> str:
        """Return "rows 25 = new 21 + known 3 + refused 1"; the parts always add up.

        Rows of which nobody has said who it is are a part of their own, until the list is `taken` in.
        """
        outcomes = state.settlement.outcomes
        asked = (
            []
            if taken
            else [number for number in state.lines if state.fate(number) is ImportRowOutcome.ASKED]
        )
        said = self.tr("rows {rows} = new {new} + known or double {known} + not taken {refused}")
        if asked:
            said = self.tr(
                "rows {rows} = new {new} + who is it? {asked} + known or double {known} + not taken {refused}"
            )

        def count(outcome: RowOutcome) -> str:
            open_ones = sum(outcomes[number] is outcome for number in asked)
            return self._context.formats.number(state.settlement.count(outcome) - open_ones)

        below = sum(map(state.leaves_out, state.below))
        if below:
            # Beside the button: somebody who was added by hand may be among them.
            words = self.tr("(below the list {below})")
            said = f"{said} {words.format(below=self._context.formats.number(below))}"
        return said.format(
            rows=self._context.formats.number(len(state.lines)),
            asked=self._context.formats.number(len(asked)),
            new=count(RowOutcome.IMPORTED),
            known=count(RowOutcome.MATCHED),
            refused=count(RowOutcome.REFUSED),
        )


def _by(item: Participant, everybody: Mapping[str, Participant]) -> Participant | None:
    """Return who took somebody's place."""
    return next((each for each in everybody.values() if each.enrolment.replaces == item.enrolment.key), None)


def _since(item: Participant, by: Participant | None) -> Session | None:
    """Return from which session on another one has somebody's place; None for the whole course.

    The later of both: whoever never came is expected nowhere, yet the other one came later; and a walk-in may
    have come to sessions of before.
    """
    left, came = item.left_at, by.joined_at if by is not None else None
    if left is None or came is None:
        return left or came
    return came if (came.day, came.start) > (left.day, left.start) else left


def _by_weight(problem: Problem) -> tuple[bool, bool]:
    return problem.severity is not Severity.REFUSED, problem.code not in QUESTION_CODES
