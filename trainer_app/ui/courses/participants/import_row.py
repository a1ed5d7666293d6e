"""The row of a nomination list that is looked at: what is in doubt, and what is decided about it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from trainer_app.actions.courses.roster import NEWER
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import Problem, Severity
from trainer_app.domain.base.schema import typed_fields
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_cleaning import clean_text
from trainer_app.domain.courses.roster_columns import RosterColumn
from trainer_app.domain.courses.roster_plan import NEW, NOBODY, RosterLine, RowDecision
from trainer_app.domain.courses.roster_reader import LONGEST_NAME, RosterRow, RowRepair
from trainer_app.domain.people.names import clean_name, guess_sex, split_name
from trainer_app.domain.people.persons import Person, Sex
from trainer_app.system.messages import label_text
from trainer_app.ui.courses.participants.import_state import (
    ImportRowOutcome,
    ParticipantWording,
    RosterImportState,
)
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import field_caption
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import ChoiceRow, Shape, Switch, Tick
from trainer_app.ui.widgets.fields import FormRow, scrolled_around, text_field
from trainer_app.ui.widgets.flow import laid_out_first
from trainer_app.ui.widgets.indicators import Chip
from trainer_app.ui.widgets.labels import SUBJECT, Retranslated, label, show_in_place

_SEXES = (Sex.FEMALE, Sex.MALE, Sex.UNKNOWN)
_NAMELESS = ("roster.no_name", "roster.not_a_name")
_MOST_REASONS = 4
_AROUND = 12  # pixels between an answer and the edge of what scrolls around it


class RosterRowCard(Retranslated, Card):
    """The row that is current in the table. `decided` is emitted after every decision."""

    decided = Signal()
    named = Signal(int, str)
    """A name was typed for a row that has none."""

    def __init__(self, context: AppContext, wording: ParticipantWording) -> None:
        super().__init__("import_row")
        self._context, self._wording = context, wording
        self._state: RosterImportState | None = None
        self._number = 0
        self._told: Sequence[Problem] = ()
        self.chip = Chip("import_row_fate")
        self.add_to_head(self.chip)
        self.area = QScrollArea()
        self.area.setObjectName("import_row_scroll")
        self.area.setProperty("role", "clear")
        self.area.viewport().setProperty("role", "clear")
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.choices: dict[str, ChoiceRow] = {}
        self.repairs: dict[RowRepair, Tick] = {}
        self.sex: Switch | None = None
        self.name: FormRow[QLineEdit] | None = None
        self.unit: FormRow[QLineEdit] | None = None
        self.leave_out: Tick | None = None
        self.grow()
        self.add_row(self.area, 1)
        self.retranslate()

    def show_line(self, state: RosterImportState, number: int) -> None:
        """Show another row."""
        self._state, self._number = state, number
        self._told = state.problems(number) if number in state.lines else ()
        self.retranslate()
        self.show_answers()

    def retranslate(self) -> None:
        """Build the card anew: each row has other things to decide."""
        state = self._state
        if state is None or self._number not in state.lines:
            self.set_title("")
            self.chip.hide()
            return
        line = state.lines[self._number]
        self.set_title(self.tr("Row {number}").format(number=line.number))
        tone, words, icon = self._wording.fate(state, line.number)
        self.chip.set_chip(words, tone, icon)
        self.chip.show()
        self._build(state, line)

    def _build(self, state: RosterImportState, line: RosterLine) -> None:
        holder = QWidget()
        holder.setObjectName("import_row_body")
        holder.setProperty(SUBJECT, str(line.number))
        holder.setProperty("role", "clear")
        column = QVBoxLayout(holder)
        column.setContentsMargins(CARD_PADDING, 12, CARD_PADDING - 6, 16)
        column.setSpacing(6)
        self.choices, self.repairs, self.sex, self.name, self.unit = {}, {}, None, None, None
        self._add_recorded(column, state, line)
        self._add_problems(column, state, line)
        if line.row is not None and not state.leaves_out(line.number):
            # A question stands before what may be corrected: its answers are in sight then.
            asking = (self._add_double, self._add_people)
            mending = (self._add_repairs, self._add_name, self._add_sex, self._add_unit)
            for add in (*asking, *mending) if line.asks else (*mending, *asking):
                add(column, state, line)
        if any(problem.code in _NAMELESS for problem in line.problems):
            self._ask_name(column)
        self._add_leave_out(column, state, line)
        column.addStretch(1)
        # What is shown now may be telling of a click just now: it goes when that is over.
        old = self.area.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.area.setWidget(holder)

    def ask(self) -> None:
        """Bring all answers to the open question into sight, and the keyboard to the first of them."""
        answers = self.show_answers(around=True)
        if answers:
            answers[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def show_answers(self, *, around: bool = False) -> Sequence[ChoiceRow]:
        """Bring all answers to the open question into sight; `around`, by moving the page too."""
        answers = next((group for group in self._groups() if not any(map(ChoiceRow.isChecked, group))), ())
        if answers:
            # The row was built just now: only what is laid out has a place.
            with laid_out_first(self.window()):
                pass
            for area in (self.area, *(scrolled_around(self) if around else ())):
                for answer in reversed(answers):
                    area.ensureWidgetVisible(answer, 0, _AROUND)
        return answers

    def _groups(self) -> list[list[ChoiceRow]]:
        """Return the answers to each question: whether the row repeats another one, and who it is."""
        doubles = ("same", "other")
        twice = [row for name, row in self.choices.items() if name in doubles]
        who = [row for name, row in self.choices.items() if name not in doubles]
        return [group for group in (twice, who) if group]

    def _add_recorded(self, column: QVBoxLayout, state: RosterImportState, line: RosterLine) -> None:
        row = state.row(line.number)
        if row is None:
            return
        column.addWidget(label("row_title", "import_row_name", row.name, wrap=True))
        said = (self._wording.people.value(row, name) for name in (*NEWER, "latin", "birth_year"))
        second = " · ".join(filter(None, said))
        if second:
            column.addWidget(label("second", "import_row_second", second, wrap=True))
        settled = state.settled(line.number)
        if settled is not None and state.fate(line.number) is ImportRowOutcome.KNOWN:
            for name, (known, listed) in state.differences(settled).items():
                kept, other = (listed, known) if state.take_newer else (known, listed)
                if name == "rank":
                    kept, other = self._wording.people.rank(kept), self._wording.people.rank(other)
                words = self.tr("{field}: “{kept}” stays, not “{other}”").format(
                    field=field_caption("person", name), kept=kept, other=other
                )
                column.addWidget(label("caption", f"import_row_differs_{name}", words, wrap=True))

    def _add_problems(self, column: QVBoxLayout, state: RosterImportState, line: RosterLine) -> None:
        still = state.problems(line.number)
        # What is answered while one is at the row keeps its place: nothing may move under a press.
        for index, problem in enumerate(state.told_of(line.number, self._told)):
            role = "error" if problem.severity is Severity.REFUSED else "caption_strong"
            words = ": ".join(filter(None, (problem.column, self._wording.problem(problem))))
            made = label(role, f"import_row_problem_{index}", words, wrap=True)
            column.addWidget(show_in_place(made, shown=problem in still))

    def _add_repairs(self, column: QVBoxLayout, state: RosterImportState, line: RosterLine) -> None:
        offered = [each for each in RowRepair if each in line.typed.offered and each is not RowRepair.SEX]
        for repair in offered:
            tick = Tick(f"import_row_repair_{repair.value}", self._wording.repair(repair))
            tick.setAccessibleName(self._wording.repair(repair))
            tick.setChecked(repair in state.repairs(line.number))
            tick.clicked.connect(lambda on, repair=repair: self._repair(repair, taken=on))
            self.repairs[repair] = tick
            column.addWidget(tick)

    def _add_sex(self, column: QVBoxLayout, state: RosterImportState, line: RosterLine) -> None:
        row = state.row(line.number)
        missing = any("sex" in problem.code for problem in line.problems)
        if row is None or not missing:
            return
        self.sex = Switch("import_row_sex", tuple(each.value for each in _SEXES))
        self.sex.set_words(*(self._wording.people.sex(each) for each in _SEXES))
        self.sex.setAccessibleName(field_caption("person", "sex"))
        self.sex.set_value(row.sex.value)
        self.sex.chosen.connect(lambda value: self._decide(replace(self._own(), sex=Sex(value))))
        column.addWidget(self.sex)

    def _add_name(self, column: QVBoxLayout, state: RosterImportState, line: RosterLine) -> None:
        """Offer to correct the name of somebody new; who is known keeps the name they have."""
        person = state.settled(line.number)
        if person is None or person.key is not None or person.rows[0] != line.number:
            return
        field = text_field("import_row_full_name", person.row.name, most=LONGEST_NAME)
        self.name = FormRow("import_row_full_name", field)
        self.name.set_words(self._wording.column(RosterColumn.NAME))
        self.name.field.editingFinished.connect(self._correct_name)
        column.addSpacing(4)
        column.addWidget(self.name)

    def _ask_name(self, column: QVBoxLayout) -> None:
        """Ask for the name that a row lacks, as where its formula has no result: then it is taken."""
        self.name = FormRow("import_row_given_name", text_field("import_row_given_name", most=LONGEST_NAME))
        self.name.set_words(self._wording.column(RosterColumn.NAME))
        self.name.field.editingFinished.connect(self._name_row)
        column.addWidget(self.name)

    def _name_row(self) -> None:
        typed = clean_name(self.name.field.text()) if self.name is not None else ""
        if any(map(str.isalpha, typed)):
            self.named.emit(self._number, typed)

    def _correct_name(self) -> None:
        state, name = self._state, self.name
        row = state.row(self._number) if state is not None else None
        if state is None or name is None or row is None or clean_name(name.field.text()) == row.name:
            return
        parts = split_name(name.field.text())
        if not any(map(str.isalpha, parts.family)):
            name.field.setText(row.name)
            return
        own = self._own()
        fields = {"family": parts.family, "given": parts.given, "patronymic": parts.patronymic}
        # Whoever has sexes taken by the names has them taken by a name that was cut off in the list too.
        by_name = RowRepair.SEX in state.for_all and own.sex is None and row.sex is Sex.UNKNOWN
        sex = guess_sex(parts) if by_name else Sex.UNKNOWN
        known = own.sex if sex is Sex.UNKNOWN else sex
        self._decide(replace(own, fields={**own.fields, **fields}, sex=known))

    def _add_unit(self, column: QVBoxLayout, state: RosterImportState, line: RosterLine) -> None:
        """Offer to correct the place of work: lists have it misspelt, cut off, or in another column."""
        row = state.row(line.number)
        if row is None:
            return
        most = typed_fields("person")["unit"].longest
        self.unit = FormRow("import_row_unit", text_field("import_row_unit", row.unit, most=most))
        self.unit.set_words(field_caption("person", "unit"))
        self.unit.field.editingFinished.connect(self._correct_unit)
        column.addSpacing(4)
        column.addWidget(self.unit)

    def _correct_unit(self) -> None:
        state, unit = self._state, self.unit
        row = state.row(self._number) if state is not None else None
        # The last line is also left when its row goes: that is no correction.
        if unit is None or row is None or clean_text(unit.field.text()) == row.unit:
            return
        own = self._own()
        self._decide(replace(own, fields={**own.fields, "unit": unit.field.text()}))

    def _add_people(self, column: QVBoxLayout, state: RosterImportState, line: RosterLine) -> None:
        proposals = state.proposals(line)
        if not proposals or (state.repeats(line) and state.own(line.number).person is None):
            return
        column.addSpacing(4)
        column.addWidget(label("caption_strong", "import_row_who", self.tr("Who is it?")))
        chosen = state.chosen_person(line)
        for index, (person, reasons) in enumerate(proposals):
            service = " · ".join(filter(None, (self._wording.people.service(person), _born(person))))
            choice = self._choice(f"person_{index}", person.name, service, chosen == person.key)
            choice.clicked.connect(
                lambda _on=False, key=person.key: self._decide(replace(self._own(), person=key))
            )
            self.choices[person.key] = choice
            column.addWidget(choice)
            if why := self._reasons(person, reasons):
                column.addWidget(label("caption", f"import_row_why_{index}", why, wrap=True))
        new = self._choice("person_new", self.tr("Somebody new"), "", chosen == NEW)
        new.clicked.connect(lambda: self._decide(replace(self._own(), person=NEW)))
        self.choices[NEW] = new
        column.addWidget(new)

    def _reasons(self, person: Person, reasons: Sequence[Label]) -> str:
        state = self._state
        if state is None:
            return ""
        if person.key in state.preview.enrolled:
            return self.tr("On this course's list already")
        if not reasons:
            return self._told_of_namesake(state.compared(person, self._number))
        return "\n".join(label_text(each, self._context.language.code) for each in reasons[:_MOST_REASONS])

    def _told_of_namesake(self, compared: Mapping[str, bool]) -> str:
        """Say what differs of somebody with the name of a row; that nothing does only where both know any."""
        differing = [field_caption("person", name) for name, same in compared.items() if not same]
        if differing:
            return self.tr("Same name. Different: {fields}").format(fields=", ".join(differing))
        return self.tr("Same name, and nothing known of both differs") if compared else self.tr("Same name")

    def _add_double(self, column: QVBoxLayout, state: RosterImportState, line: RosterLine) -> None:
        first_row = line.same_as or line.alike
        if first_row is None or first_row not in state.lines:
            return
        column.addSpacing(4)
        column.addWidget(label("caption_strong", "import_row_twice", self.tr("Does it repeat another row?")))
        repeats = state.repeats(line)
        first = state.lines[first_row].row
        same = self._choice(
            "double_same",
            self.tr("The same person as in row {number}").format(number=first_row),
            self._told_of(first, line.row),
            repeats == first_row,
        )
        same.clicked.connect(
            lambda _on=False, row=first_row: self._decide(replace(self._own(), same_as=row, person=None))
        )
        other = self._choice("double_other", self.tr("Another person"), "", repeats == NOBODY)
        other.clicked.connect(lambda: self._decide(replace(self._own(), same_as=NOBODY)))
        self.choices["same"], self.choices["other"] = same, other
        column.addWidget(same)
        column.addWidget(other)

    def _told_of(self, first: RosterRow | None, row: RosterRow | None) -> str:
        """Return what tells the person of an earlier row from this one: another name, or the service."""
        if first is None or (row is not None and first.name != row.name):
            return first.name if first is not None else ""
        parts = (self._wording.people.rank(first.rank), first.unit, _born(first))
        return " · ".join(filter(None, parts)) or first.name

    def _choice(self, name: str, title: str, second: str, checked: bool) -> ChoiceRow:
        made = ChoiceRow(f"import_row_{name}", Shape.RADIO)
        made.set_words(title, second)
        made.setChecked(checked)
        return made

    def _add_leave_out(self, column: QVBoxLayout, state: RosterImportState, line: RosterLine) -> None:
        if line.row is None:
            return
        self.leave_out = Tick("import_row_leave_out", self.tr("Leave this row out"))
        self.leave_out.setAccessibleName(self.tr("Leave this row out"))
        self.leave_out.setChecked(state.leaves_out(line.number))
        self.leave_out.clicked.connect(lambda on: self._decide(replace(self._own(), leave_out=on)))
        column.addSpacing(4)
        column.addWidget(self.leave_out)

    def _repair(self, repair: RowRepair, *, taken: bool) -> None:
        state = self._state
        if state is not None:
            now = state.repairs(self._number)
            repairs = now | {repair} if taken else now - {repair}
            self._decide(replace(self._own(), repairs=repairs))

    def _own(self) -> RowDecision:
        return self._state.own(self._number) if self._state is not None else RowDecision()

    def _decide(self, decision: RowDecision) -> None:
        """Change the row's decision, and keep the keyboard where it was."""
        state = self._state
        if state is None:
            return
        focus = self.focusWidget()
        name = focus.objectName() if focus is not None else ""
        bars = [area.verticalScrollBar() for area in (self.area, *scrolled_around(self))]
        places = [(bar, bar.value()) for bar in bars]
        state.decide(self._number, decision)
        self.retranslate()
        if name and (again := self.findChild(QWidget, name)) is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)
        # What scrolls follows the keyboard, to where the answer that was built anew does not lie yet.
        with laid_out_first(self.window()):
            self.decided.emit()
        for bar, value in places:
            bar.setValue(value)


def _born(person: Person) -> str:
    return str(person.birth_year or "")
