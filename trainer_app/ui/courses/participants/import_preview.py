"""The preview of an import: what was read of a file, and what holds for all rows; they stand below."""

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.domain.courses.roster_reader import RowRepair
from trainer_app.ui.courses.participants.import_row import RosterRowCard
from trainer_app.ui.courses.participants.import_state import (
    ParticipantWording,
    RosterImportState,
)
from trainer_app.ui.courses.participants.import_table import PreviewTable
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.style.tokens import WORKSPACE_MARGIN
from trainer_app.ui.widgets.cards import Card, IconMark
from trainer_app.ui.widgets.controls import Button, ButtonKind, Tick
from trainer_app.ui.widgets.flow import FlowRow, PanelRow
from trainer_app.ui.widgets.labels import SUBJECT, FittingLabel, Retranslated, label
from trainer_app.ui.widgets.overlays import confirm
from trainer_app.ui.widgets.pickers import ComboBox

_FOR_ALL = (RowRepair.SEX, RowRepair.YEAR, RowRepair.RANK, RowRepair.LEGACY)
_FIRST_NOTES = 2


class RosterFileBar(Retranslated, QWidget):
    """`other_file`, `sheet_chosen` (its name), `filtered` (only problems), `changed` (what holds for all).

    `led` gives a row to show.
    """

    other_file = Signal()
    sheet_chosen = Signal(str)
    filtered = Signal(bool)
    changed = Signal()
    led = Signal(int)

    def __init__(self, wording: ParticipantWording) -> None:
        super().__init__()
        self.setObjectName("import_strip")
        self._wording = wording
        self._state: RosterImportState | None = None
        self._all_notes = False
        self.file = FittingLabel("row_title", "import_file")
        self.sheet = ComboBox("import_sheet")
        self.sheet.setFixedWidth(200)
        self.other = Button("import_other_file", ButtonKind.PLAIN, "folder")
        self.only_problems = Tick("import_only_problems")
        self.notes = label("caption", "import_notes", wrap=True)
        self.more = Button("import_more_notes", ButtonKind.GHOST)
        self.for_all = {repair: Tick(f"import_all_{repair.value}") for repair in _FOR_ALL}
        self.below = Tick("import_take_below")
        self.newer = Tick("import_take_newer")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        first, second, third = FlowRow(), FlowRow(), FlowRow()
        for line in (first, second, third):
            line.setSpacing(12)
        first.addWidget(IconMark("import_file_icon", "file"))
        first.addWidget(self.file, 1)
        first.addWidget(self.only_problems)
        first.addWidget(self.sheet)
        first.addWidget(self.other)
        second.addWidget(self.notes, 1)
        second.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        third.setSpacing(20)
        for tick in (self.below, *self.for_all.values(), self.newer):
            third.addWidget(tick)
        third.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for line in (first, second, third):
            column.addLayout(line)

    def _connect(self) -> None:
        self.other.clicked.connect(self.other_file)
        self.sheet.activated.connect(self._choose_sheet)
        self.only_problems.clicked.connect(self.filtered)
        self.more.clicked.connect(self._turn_notes)
        for repair, tick in self.for_all.items():
            tick.clicked.connect(lambda on, repair=repair: self._take(repair, taken=on))
        self.below.clicked.connect(self._take_below)
        self.newer.clicked.connect(self._take_newer)

    def show_state(self, state: RosterImportState) -> None:
        """Show another preview."""
        self._state, self._all_notes = state, False
        sheets = state.preview.plan.sheets
        self.sheet.clear()
        self.sheet.addItems(list(sheets))
        self._show_sheet()
        self.sheet.setVisible(len(sheets) > 1)
        self.retranslate()

    def _choose_sheet(self, place: int) -> None:
        self.sheet_chosen.emit(self.sheet.itemText(place))
        # Until another one was read: it may be thought better of.
        self._show_sheet()

    def _show_sheet(self) -> None:
        if self._state is not None:
            self.sheet.setCurrentIndex(max(self.sheet.findText(self._state.preview.plan.sheet), 0))

    @override
    def retranslate(self) -> None:
        self.other.setText(self.tr("Another file"))
        self.sheet.setAccessibleName(self.tr("Sheet of the file"))
        self.more.setText(self.tr("Less") if self._all_notes else self.tr("More"))
        state = self._state
        if state is None:
            return
        self.file.setText(state.preview.plan.file)
        notes = [self._wording.problem(problem) for problem in state.table_problems]
        if state.fell_away:
            notes.insert(0, self.tr("Asked anew because of the column: %n row(s)", "", state.fell_away))
        if state.lacks_sex and state.offered(RowRepair.SEX):
            words = self.tr("No column tells the sex: tick below that the names tell it, or say it later.")
            notes.insert(0, words)
        shown = notes if self._all_notes else notes[:_FIRST_NOTES]
        self.notes.setText("\n".join(shown))
        self.notes.setVisible(bool(notes))
        self.more.setVisible(len(notes) > _FIRST_NOTES)
        self.show_decided()

    def show_decided(self) -> None:
        """Show again what is taken for all rows, and how many are still to be looked at."""
        state = self._state
        if state is None:
            return
        problems = sum(state.has_problem(number) for number in state.lines)
        self.only_problems.setText(self.tr("Only rows with a problem: %n", "", problems))
        self.only_problems.setAccessibleName(self.only_problems.text())
        self.only_problems.setEnabled(problems > 0 or self.only_problems.isChecked())
        self.only_problems.updateGeometry()
        for repair, tick in self.for_all.items():
            count = state.offered(repair)
            tick.setText(f"{self._wording.repair(repair)}: {count}")
            tick.setAccessibleName(tick.text())
            tick.setChecked(state.takes(repair))
            tick.setVisible(count > 0)
        self.below.setText(self.tr("Take rows below the list: %n", "", len(state.below)))
        self.below.setAccessibleName(self.below.text())
        self.below.setChecked(bool(state.below) and state.takes_below)
        self.below.setVisible(bool(state.below))
        newer = state.newer
        self.newer.setText(
            self.tr("Take rank, position, unit, district of known people from the list: %n", "", newer)
        )
        self.newer.setAccessibleName(self.newer.text())
        self.newer.setChecked(state.take_newer)
        self.newer.setVisible(newer > 0)

    def _take(self, repair: RowRepair, *, taken: bool) -> None:
        if self._state is not None:
            self._state.take_for_all(repair, taken=taken)
            self.changed.emit()

    def _take_below(self, taken: bool) -> None:
        if self._state is not None:
            self._state.take_below(taken=taken)
            self.led.emit(self._state.below[0])
            self.changed.emit()

    def _take_newer(self, taken: bool) -> None:
        if self._state is not None:
            self._state.take_newer = taken
            self.changed.emit()

    def _turn_notes(self) -> None:
        """Show all notes, or the first alone again."""
        self._all_notes = not self._all_notes
        self.retranslate()


_ROWS, _ROW_CARD = 520, 356
"""Pixels that the rows and the card of one have at least; where both do not fit the card stands below."""


class RosterPreviewPage(Retranslated, QWidget):
    """Every row of the list, what happens with it, and the sum that must be right."""

    accepted = Signal()
    closed = Signal()

    def __init__(self, context: AppContext, wording: ParticipantWording) -> None:
        super().__init__()
        self.setObjectName("import_preview_page")
        self._wording = wording
        self.state: RosterImportState | None = None
        self._led_to: int | None = None
        self.strip = RosterFileBar(wording)
        self.table = PreviewTable(wording)
        self.card = Card("import_rows", titled=False)
        self.card.grow()
        self.card.add_row(self.table, 1)
        self.card.setMinimumWidth(_ROWS)
        self.row_card = RosterRowCard(context, wording)
        self.row_card.setMinimumWidth(_ROW_CARD)
        self.sum = FittingLabel("body_strong", "import_sum")
        self.questions = Button("import_questions", ButtonKind.PLAIN, "ask")
        self.cancel = Button("import_cancel")
        self.accept = Button("import_accept", ButtonKind.PRIMARY, "check")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.foot = QWidget()
        self.foot.setObjectName("import_foot")
        middle, foot = PanelRow(), FlowRow(self.foot)
        foot.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(12)
        middle.addWidget(self.card, 1)
        middle.addWidget(self.row_card)
        foot.setSpacing(8)
        foot.addWidget(self.sum, 1)
        foot.addWidget(self.questions)
        foot.addWidget(self.cancel)
        foot.addWidget(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(WORKSPACE_MARGIN, 10, WORKSPACE_MARGIN, 10)
        column.setSpacing(10)
        column.addWidget(self.strip)
        column.addLayout(middle, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.strip.more.clicked.connect(lambda: self._hold_places(held=False))
        self.strip.filtered.connect(lambda only: self.table.show_rows(only_problems=only))
        self.strip.changed.connect(self._decided_for_all)
        self.strip.led.connect(self.table.choose)
        self.table.chosen.connect(self._show_row)
        self.row_card.decided.connect(self._decided)
        self.questions.clicked.connect(self._next_question)
        self.cancel.clicked.connect(self.closed)
        self.accept.clicked.connect(self._accept)
        withhold("courses/roster/apply", self.accept)

    def _hold_places(self, *, held: bool) -> None:
        """Keep the heights above and below the rows: nothing may move under whoever answers by mouse."""
        for part in (self.strip, self.foot):
            part.setMinimumHeight(part.height() if held else 0)

    def show_state(self, state: RosterImportState, *, go_on: bool = False) -> None:
        """Show a preview; `go_on` keeps the filter and the current row of the one before."""
        self._hold_places(held=False)
        self.state, self._led_to = state, None
        only = self.strip.only_problems.isChecked() and go_on
        current = self.table.current() if go_on else None
        self.strip.only_problems.setChecked(only)
        self.strip.show_state(state)
        self.table.show_state(state, only_problems=only, kept=current)
        if current is not None:
            self.table.choose(current)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.cancel.setText(self.tr("Cancel"))
        state = self.state
        if state is None:
            return
        self.sum.setText(self._wording.sum(state))
        people = len(state.settlement.people)
        words = self.tr("Import one person") if people == 1 else self.tr("Import %n people", "", people)
        listed = sum(person.key in state.preview.enrolled for person in state.settlement.people)
        more = [self.tr("on the list already: %n", "", listed)] if listed else []
        if state.questions:
            more.append(self.tr("unanswered as new: %n", "", len(state.questions)))
        self.accept.setText(f"{words} ({', '.join(more)})" if more else words)
        self.accept.setEnabled(people > 0)
        self.accept.updateGeometry()
        self._show_questions(len(state.questions))

    def _show_questions(self, count: int) -> None:
        self.questions.setText(self.tr("Questions without an answer: %n", "", count))
        self.questions.setToolTip(self.tr("To the next row. Without an answer it is somebody new"))
        self.questions.setVisible(count > 0)
        self.questions.updateGeometry()

    def _accept(self) -> None:
        """Take the list; rows of which nobody said who it is are asked about, once."""
        state = self.state
        if state is None or not state.questions or state.asked_about:
            self.accepted.emit()
            return
        state.asked_about = True
        count = len(state.questions)
        confirm(
            self.window(),
            self.tr("%n row(s) without an answer: who is it?", "", count),
            self.tr(
                "Without an answer each is taken as somebody new: whoever is known here already would then "
                "be here twice. Cancel leads to the first of them."
            ),
            self.tr("Import as new"),
            self.accepted.emit,
            danger=False,
            name="import_open_question",
        ).no.clicked.connect(self._next_question)

    def _next_question(self) -> None:
        """Lead to a question without an answer: first to that of the current row, then to the next one."""
        state, here = self.state, self.table.current()
        if state is None:
            return
        is_here = here is not None and here != self._led_to and bool(state.asks(here))
        number = here if is_here else state.next_question(here)
        if number is not None:
            self._led_to = number
            self.table.choose(number)
            self.row_card.ask()

    def _show_row(self, number: int) -> None:
        if self.state is not None:
            self.row_card.show_line(self.state, number)
            self.questions.setProperty(SUBJECT, str(number))

    def _decided(self, *, for_all: bool = False) -> None:
        """Show everywhere what a decision changed."""
        self._hold_places(held=True)
        self.strip.show_decided()
        self.table.show_decided(filtered=for_all)
        self.retranslate()

    def _decided_for_all(self) -> None:
        number = self.table.current()
        if number is not None:
            self._show_row(number)
        self._decided(for_all=True)
