"""Words of the participants' screens for codes and counts."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from trainer_app.domain.base.numbers import Problem
from trainer_app.domain.courses.courses import EnrolmentState, MissingDetail, Participant, missing_details
from trainer_app.domain.courses.roster_columns import column_label
from trainer_app.domain.courses.roster_plan import RowOutcome
from trainer_app.domain.courses.roster_reader import RowRepair
from trainer_app.domain.people.persons import Sex
from trainer_app.system.messages import caption
from trainer_app.ui.courses.participants.import_state import ImportRowOutcome, RosterImportState
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.wording import ChipWords, PeopleWording
from trainer_app.ui.widgets.indicators import Tone


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
                return tone, self.tr("replaced by No {number}").format(number=by.enrolment.number), icon
        gone = everybody.get(item.enrolment.replaces or "")
        if gone is not None and item.expected:
            return tone, self._replaces(gone, gone.person.family), icon
        return tone, words, icon

    def link(self, item: Participant, everybody: Mapping[str, Participant]) -> str:
        """Say in full whom somebody replaces, and by whom they were replaced; "" for neither."""
        gone, by = everybody.get(item.enrolment.replaces or ""), _by(item, everybody)
        parts = [self._replaces(gone, gone.person.name)] if gone is not None else []
        if by is not None:
            words = self.tr("replaced by No {number} {name}")
            parts.append(words.format(number=by.enrolment.number, name=by.person.name))
        return " · ".join(parts)

    def _replaces(self, gone: Participant, name: str) -> str:
        words = self.tr("replaces No {number} {name}")
        return words.format(number=gone.enrolment.number, name=name)

    def missing(self, item: Participant) -> str:
        """Say what is still to be typed about somebody who is expected."""
        words = {
            MissingDetail.LATIN: self.tr("Latin spelling"),
            MissingDetail.SEX: self.tr("sex"),
            MissingDetail.SERVICE: self.tr("unit"),
        }
        return ", ".join(words[each] for each in missing_details(item.person)) if item.expected else ""

    def from_day(self, item: Participant) -> str:
        """Return since when somebody takes part, "" for the whole course."""
        if item.from_day is None:
            return ""
        return self._context.formats.day_short(item.from_day)

    def counts(self, items: Sequence[Participant]) -> str:
        """Return "25 participants · women: 9 · sex not stated: 1", of those who are expected."""
        expected = [item for item in items if item.expected]
        women = sum(item.person.sex is Sex.FEMALE for item in expected)
        unknown = sum(item.person.sex is Sex.UNKNOWN for item in expected)
        parts = [self.tr("%n participant(s)", "", len(expected)), self.tr("women: %n", "", women)]
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
        }[fate]

    def sum(self, state: RosterImportState) -> str:
        """Return "rows 25 = new 21 + known 3 + refused 1"; the parts always add up."""
        settlement, number = state.settlement, self._context.formats.number
        return self.tr("rows {rows} = new {new} + known or double {known} + not taken {refused}").format(
            rows=number(len(state.lines)),
            new=number(settlement.count(RowOutcome.IMPORTED)),
            known=number(settlement.count(RowOutcome.MATCHED)),
            refused=number(settlement.count(RowOutcome.REFUSED)),
        )


def _by(item: Participant, everybody: Mapping[str, Participant]) -> Participant | None:
    """Return who took somebody's place."""
    return next((each for each in everybody.values() if each.enrolment.replaces == item.enrolment.key), None)
