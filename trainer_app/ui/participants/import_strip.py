"""Above the rows of a list: the file, its sheet, what was read of it, and what can be taken for all rows."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.roster import Repair
from trainer_app.ui.participants.import_state import ImportState
from trainer_app.ui.participants.wording import ParticipantWording
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.choices import Tick
from trainer_app.ui.widgets.forms import ComboBox
from trainer_app.ui.widgets.labels import ElidedLabel, label
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import IconMark

_FOR_ALL = (Repair.SEX, Repair.RANK, Repair.LEGACY)
_FIRST_NOTES = 2


class ImportStrip(Retranslated, QWidget):
    """`other_file`, `sheet_chosen` (its name), `filtered` (only problems), `changed` (what holds for all)."""

    other_file = Signal()
    sheet_chosen = Signal(str)
    filtered = Signal(bool)
    changed = Signal()

    def __init__(self, wording: ParticipantWording) -> None:
        super().__init__()
        self.setObjectName("import_strip")
        self._wording = wording
        self._state: ImportState | None = None
        self._all_notes = False
        self.file = ElidedLabel("row_title", "import_file")
        self.sheet = ComboBox("import_sheet")
        self.sheet.setFixedWidth(200)
        self.other = Button("import_other_file", Kind.PLAIN, "folder")
        self.only_problems = Tick("import_only_problems")
        self.notes = label("caption", "import_notes", wrap=True)
        self.more = Button("import_more_notes", Kind.GHOST)
        self.for_all = {repair: Tick(f"import_all_{repair.value}") for repair in _FOR_ALL}
        self.newer = Tick("import_take_newer")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        first, second, third = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
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
        for tick in (*self.for_all.values(), self.newer):
            third.addWidget(tick)
        third.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for line in (first, second, third):
            column.addLayout(line)

    def _connect(self) -> None:
        self.other.clicked.connect(self.other_file)
        self.sheet.activated.connect(lambda place: self.sheet_chosen.emit(self.sheet.itemText(place)))
        self.only_problems.clicked.connect(self.filtered)
        self.more.clicked.connect(self._show_all_notes)
        for repair, tick in self.for_all.items():
            tick.clicked.connect(lambda on, repair=repair: self._take(repair, taken=on))
        self.newer.clicked.connect(self._take_newer)

    def show_state(self, state: ImportState) -> None:
        """Show another preview."""
        self._state, self._all_notes = state, False
        sheets = state.preview.plan.sheets
        self.sheet.clear()
        self.sheet.addItems(list(sheets))
        self.sheet.setCurrentIndex(max(self.sheet.findText(state.preview.plan.sheet), 0))
        self.sheet.setVisible(len(sheets) > 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self.other.setText(self.tr("Another file"))
        self.sheet.setAccessibleName(self.tr("Sheet of the file"))
        self.more.setText(self.tr("More"))
        state = self._state
        if state is None:
            return
        self.file.setText(state.preview.plan.file)
        problems = sum(state.has_problem(number) for number in state.lines)
        self.only_problems.setText(self.tr("Only rows with a problem: %n", "", problems))
        self.only_problems.setAccessibleName(self.only_problems.text())
        self.only_problems.setEnabled(problems > 0)
        notes = [self._wording.problem(problem) for problem in state.table_problems]
        shown = notes if self._all_notes else notes[:_FIRST_NOTES]
        self.notes.setText("\n".join(shown))
        self.notes.setVisible(bool(notes))
        self.more.setVisible(len(shown) < len(notes))
        self.show_decided()

    def show_decided(self) -> None:
        """Show again what is taken for all rows."""
        state = self._state
        if state is None:
            return
        for repair, tick in self.for_all.items():
            count = state.offered(repair)
            tick.setText(f"{self._wording.repair(repair)}: {count}")
            tick.setAccessibleName(tick.text())
            tick.setChecked(state.takes(repair))
            tick.setVisible(count > 0)
        newer = state.newer
        self.newer.setText(
            self.tr("Take rank, unit and district of known people from the list: %n", "", newer)
        )
        self.newer.setAccessibleName(self.newer.text())
        self.newer.setChecked(state.take_newer)
        self.newer.setVisible(newer > 0)

    def _take(self, repair: Repair, *, taken: bool) -> None:
        if self._state is not None:
            self._state.take_for_all(repair, taken=taken)
            self.changed.emit()

    def _take_newer(self, taken: bool) -> None:
        if self._state is not None:
            self._state.take_newer = taken
            self.changed.emit()

    def _show_all_notes(self) -> None:
        self._all_notes = True
        self.retranslate()
