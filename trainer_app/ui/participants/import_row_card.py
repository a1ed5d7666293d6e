"""One row of a list: what would be recorded, what is wrong with it, and what can be decided."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from trainer_app.domain.changes import Label
from trainer_app.domain.people import Person, Sex
from trainer_app.domain.roster import NEW, NOBODY, Decision, Repair, RosterLine
from trainer_app.domain.tables import Severity
from trainer_app.system.messages import label_text
from trainer_app.ui.participants.import_state import Fate, ImportState
from trainer_app.ui.participants.wording import ParticipantWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.chips import Chip
from trainer_app.ui.widgets.choices import ChoiceRow, Shape, Switch, Tick
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

_SEXES = (Sex.FEMALE, Sex.MALE, Sex.UNKNOWN)
_MOST_REASONS = 4


class RowCard(Retranslated, Card):
    """The row that is current in the table. `decided` is emitted after every decision."""

    decided = Signal()

    def __init__(self, desk: Desk, wording: ParticipantWording) -> None:
        super().__init__("import_row")
        self._desk, self._wording = desk, wording
        self._state: ImportState | None = None
        self._number = 0
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
        self.repairs: dict[Repair, Tick] = {}
        self.sex: Switch | None = None
        self.leave_out: Tick | None = None
        self.grow()
        self.add_row(self.area, 1)
        self.retranslate()

    def show_line(self, state: ImportState, number: int) -> None:
        """Show another row."""
        self._state, self._number = state, number
        self.retranslate()

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

    def _build(self, state: ImportState, line: RosterLine) -> None:
        holder = QWidget()
        holder.setObjectName("import_row_body")
        holder.setProperty("role", "clear")
        column = QVBoxLayout(holder)
        column.setContentsMargins(CARD_PADDING, 12, CARD_PADDING - 6, 16)
        column.setSpacing(6)
        self.choices, self.repairs, self.sex = {}, {}, None
        self._add_recorded(column, state, line)
        self._add_problems(column, state, line)
        if line.row is not None and not state.decision(line.number).leave_out:
            self._add_repairs(column, state, line)
            self._add_sex(column, state, line)
            self._add_people(column, state, line)
            self._add_double(column, state, line)
        self._add_leave_out(column, state, line)
        column.addStretch(1)
        # What is shown now may be telling of a click just now: it goes when that is over.
        old = self.area.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self.area.setWidget(holder)

    def _add_recorded(self, column: QVBoxLayout, state: ImportState, line: RosterLine) -> None:
        row = state.row(line.number)
        if row is None:
            return
        column.addWidget(label("row_title", "import_row_name", row.name, wrap=True))
        rank = self._wording.people.rank(row.rank)
        second = " · ".join(part for part in (rank, row.unit, row.district, row.latin) if part)
        if second:
            column.addWidget(label("second", "import_row_second", second, wrap=True))
        settled = state.settled(line.number)
        if settled is not None and state.fate(line.number) is Fate.KNOWN:
            for name, (known, listed) in state.differences(settled).items():
                field = self._desk.words(f"review.field.person.{name}")
                kept, other = (listed, known) if state.take_newer else (known, listed)
                if name == "rank":
                    kept, other = self._wording.people.rank(kept), self._wording.people.rank(other)
                words = self.tr("{field}: “{kept}” stays, not “{other}”").format(
                    field=field[:1].upper() + field[1:], kept=kept, other=other
                )
                column.addWidget(label("caption", f"import_row_differs_{name}", words, wrap=True))

    def _add_problems(self, column: QVBoxLayout, state: ImportState, line: RosterLine) -> None:
        for place, problem in enumerate(state.problems(line.number)):
            role = "error" if problem.severity is Severity.REFUSED else "caption_strong"
            words = self._wording.problem(problem)
            where = f"{problem.column}: " if problem.column else ""
            column.addWidget(label(role, f"import_row_problem_{place}", f"{where}{words}", wrap=True))

    def _add_repairs(self, column: QVBoxLayout, state: ImportState, line: RosterLine) -> None:
        offered = [each for each in Repair if each in line.typed.offered and each is not Repair.SEX]
        for repair in offered:
            tick = Tick(f"import_row_repair_{repair.value}", self._wording.repair(repair))
            tick.setAccessibleName(self._wording.repair(repair))
            tick.setChecked(repair in state.repairs(line.number))
            tick.clicked.connect(lambda on, repair=repair: self._repair(repair, taken=on))
            self.repairs[repair] = tick
            column.addWidget(tick)

    def _add_sex(self, column: QVBoxLayout, state: ImportState, line: RosterLine) -> None:
        row = state.row(line.number)
        missing = any("sex" in problem.code for problem in line.problems)
        if row is None or not missing:
            return
        self.sex = Switch("import_row_sex", tuple(each.value for each in _SEXES))
        self.sex.set_words(*(self._wording.people.sex(each) for each in _SEXES))
        self.sex.setAccessibleName(self.tr("Sex"))
        self.sex.set_value(row.sex.value)
        self.sex.chosen.connect(lambda value: self._decide(replace(self._own(), sex=Sex(value))))
        column.addWidget(self.sex)

    def _add_people(self, column: QVBoxLayout, state: ImportState, line: RosterLine) -> None:
        proposals = state.proposals(line)
        if not proposals:
            return
        column.addSpacing(4)
        column.addWidget(label("caption_strong", "import_row_who", self.tr("Who is it?")))
        chosen = state.chosen_person(line)
        for place, (person, reasons) in enumerate(proposals):
            service = self._wording.people.service(person)
            choice = self._choice(f"person_{place}", person.name, service, chosen == person.key)
            choice.clicked.connect(
                lambda _on=False, key=person.key: self._decide(replace(self._own(), person=key))
            )
            self.choices[person.key] = choice
            column.addWidget(choice)
            why = self._reasons(person, reasons)
            if why:
                column.addWidget(label("caption", f"import_row_why_{place}", why, wrap=True))
        new = self._choice("person_new", self.tr("Somebody new"), "", chosen == NEW)
        new.clicked.connect(lambda: self._decide(replace(self._own(), person=NEW)))
        self.choices[NEW] = new
        column.addWidget(new)

    def _reasons(self, person: Person, reasons: Sequence[Label]) -> str:
        state = self._state
        if state is not None and person.key in state.preview.enrolled:
            return self.tr("On this course's list already")
        if not reasons:
            return self.tr("Same name, nobody else has it")
        language = self._desk.language.code
        return "\n".join(label_text(each, language) for each in reasons[:_MOST_REASONS])

    def _add_double(self, column: QVBoxLayout, state: ImportState, line: RosterLine) -> None:
        if line.same_as is None or line.same_as not in state.lines:
            return
        column.addSpacing(4)
        column.addWidget(label("caption_strong", "import_row_twice", self.tr("Does it repeat another row?")))
        repeats = state.repeats(line)
        first = state.lines[line.same_as].row
        same = self._choice(
            "double_same",
            self.tr("The same person as in row {number}").format(number=line.same_as),
            first.name if first else "",
            repeats == line.same_as,
        )
        same.clicked.connect(
            lambda _on=False, row=line.same_as: self._decide(replace(self._own(), same_as=row))
        )
        other = self._choice("double_other", self.tr("Another person"), "", repeats == NOBODY)
        other.clicked.connect(lambda: self._decide(replace(self._own(), same_as=NOBODY)))
        self.choices["same"], self.choices["other"] = same, other
        column.addWidget(same)
        column.addWidget(other)

    def _choice(self, name: str, title: str, second: str, checked: bool) -> ChoiceRow:
        made = ChoiceRow(f"import_row_{name}", Shape.RADIO)
        made.set_words(title, second)
        made.setChecked(checked)
        return made

    def _add_leave_out(self, column: QVBoxLayout, state: ImportState, line: RosterLine) -> None:
        if line.row is None:
            return
        self.leave_out = Tick("import_row_leave_out", self.tr("Leave this row out"))
        self.leave_out.setAccessibleName(self.tr("Leave this row out"))
        self.leave_out.setChecked(state.decision(line.number).leave_out)
        self.leave_out.clicked.connect(lambda on: self._decide(replace(self._own(), leave_out=on)))
        column.addSpacing(4)
        column.addWidget(self.leave_out)

    def _repair(self, repair: Repair, *, taken: bool) -> None:
        state = self._state
        if state is not None:
            now = state.repairs(self._number)
            repairs = now | {repair} if taken else now - {repair}
            self._decide(replace(self._own(), repairs=repairs))

    def _own(self) -> Decision:
        return self._state.own(self._number) if self._state is not None else Decision()

    def _decide(self, decision: Decision) -> None:
        """Change the row's decision, and keep the keyboard where it was."""
        state = self._state
        if state is None:
            return
        focus = self.focusWidget()
        name = focus.objectName() if focus is not None else ""
        state.decide(self._number, decision)
        self.retranslate()
        again = self.findChild(QWidget, name) if name else None
        if again is not None:
            again.setFocus(Qt.FocusReason.OtherFocusReason)
        self.decided.emit()
