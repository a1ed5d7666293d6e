"""The import of a nomination list: choose, look and decide, take in, and the way back."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from trainer_app.actions import roster
from trainer_app.actions.roster import RosterPreview, RosterResult
from trainer_app.domain.changes import Changes
from trainer_app.domain.heading_words import Column
from trainer_app.domain.headings import RosterMapping
from trainer_app.ui.participants.import_choose import ChoosePage
from trainer_app.ui.participants.import_preview import PreviewPage
from trainer_app.ui.participants.import_result import ResultPage
from trainer_app.ui.participants.import_state import ImportState
from trainer_app.ui.participants.wording import ParticipantWording
from trainer_app.ui.shell.desk import Desk


class ImportPage(QWidget):
    """The three steps of an import in the place of the list; `left` leads back to it."""

    left = Signal()

    def __init__(self, desk: Desk, wording: ParticipantWording) -> None:
        super().__init__()
        self.setObjectName("import_page")
        self.desk, self._wording = desk, wording
        self.course = ""
        self.path: Path | None = None
        self.choose = ChoosePage()
        self.preview = PreviewPage(desk, wording)
        self.result = ResultPage(desk)
        self.steps = QStackedWidget()
        self.steps.setObjectName("import_steps")
        for step in (self.choose, self.preview, self.result):
            self.steps.addWidget(step)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.steps)
        self._connect()

    def _connect(self) -> None:
        self.choose.left.connect(self._leave)
        self.choose.file_chosen.connect(self.read)
        self.preview.left.connect(self._leave)
        self.preview.accepted.connect(self.apply)
        self.preview.strip.other_file.connect(self.choose.ask_file)
        self.preview.strip.sheet_chosen.connect(self._read_sheet)
        self.preview.table.mapped.connect(self._map)
        self.result.left.connect(self._leave)
        self.result.undo_asked.connect(self._undo)

    def reset(self) -> None:
        """Forget the file that was looked at."""
        self.path = None
        self.preview.state = None
        self.steps.setCurrentWidget(self.choose)

    def open_for(self, course: str) -> None:
        """Begin an import for a course; one that was left unfinished goes on."""
        if course != self.course or self.steps.currentWidget() is self.result:
            self.reset()
        self.course = course

    def holds_work(self) -> bool:
        """Tell whether a list is being looked through that is not taken in yet."""
        return self.steps.currentWidget() is self.preview

    def first_focus(self) -> QWidget:
        """Return where the keyboard begins."""
        step = self.steps.currentWidget()
        if step is self.choose:
            return self.choose.choose
        return self.preview.table if step is self.preview else self.result.to_list

    # Reading

    def read(self, path: Path, sheet: str | None = None) -> None:
        """Read a file and show what an import would do."""
        self.path = path
        course = self.course
        self.desk.run(
            self.tr("Reading the list"),
            lambda work, progress: roster.check(work, path, course, sheet=sheet, progress=progress),
            done=self._show,
            writes=False,
        )

    def _read_sheet(self, sheet: str) -> None:
        if self.path is not None:
            self.read(self.path, sheet)

    def _map(self, place: int, holds: str) -> None:
        """Read the rows anew with another column; what was decided about them begins anew too."""
        state = self.preview.state
        if state is None:
            return
        before = state.preview.plan.mapping
        # What another column held until now is held by this one instead.
        columns = [Column.NOTHING if each == holds else each for each in before.columns]
        columns[place] = Column(holds)
        mapping = before.remap(columns)
        self._plan(state.preview, mapping)

    def _plan(self, preview: RosterPreview, mapping: RosterMapping) -> None:
        self.desk.run(
            self.tr("Reading the list"),
            lambda work, progress: roster.plan(
                work, preview.table, preview.course, mapping, progress=progress
            ),
            done=self._show,
            writes=False,
        )

    def _show(self, preview: RosterPreview) -> None:
        self.desk.be_quiet()
        self.preview.show_state(ImportState(preview))
        self.steps.setCurrentWidget(self.preview)
        self.preview.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Taking in

    def apply(self) -> None:
        """Take the list in, as decided."""
        state = self.preview.state
        if state is None:
            return
        decisions, newer = state.decisions, state.take_newer
        self.desk.run(
            self.tr("Taking in the list"),
            lambda work, progress: roster.apply(
                work, state.preview, decisions, take_newer=newer, progress=progress
            ),
            done=self._applied,
        )

    def _applied(self, result: RosterResult) -> None:
        state = self.preview.state
        self.result.show_result(result, self._wording.sum(state) if state is not None else "")
        self.steps.setCurrentWidget(self.result)
        self.result.to_list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.desk.changes.announce(result.changes, self)

    def _undo(self) -> None:
        result = self.result.result
        if result is not None:
            self.desk.run(
                self.tr("Taking the list back"),
                lambda work, _progress: roster.undo_import(work, result),
                done=self._undone,
            )

    def _undone(self, changes: Changes) -> None:
        """Show the list that was looked at before again, so that it can be taken in in another way."""
        self.desk.changes.announce(changes, self)
        self.steps.setCurrentWidget(self.preview if self.preview.state is not None else self.choose)
        self._read_again()

    def _read_again(self) -> None:
        """Compare the list anew with the people who are there now, keeping what was said of its columns."""
        state = self.preview.state
        if state is not None:
            self._plan(state.preview, state.preview.plan.mapping)

    def _leave(self) -> None:
        self.reset()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)
