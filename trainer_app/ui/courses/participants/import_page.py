"""Importing a nomination list: choose the file, check it, import it, and undo the whole import."""

from collections.abc import Callable
from pathlib import Path
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.courses import roster
from trainer_app.actions.courses.roster import RosterPreview, RosterResult
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.numbers import RawTable
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.roster_columns import RosterColumn, RosterMapping
from trainer_app.ui.courses.participants.import_preview import RosterPreviewPage
from trainer_app.ui.courses.participants.import_state import ParticipantWording, RosterImportState
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.picked_fields import FileStep, FileWords
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.style.tokens import WORKSPACE_MARGIN
from trainer_app.ui.widgets.cards import Card, ValueRow
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.flow import FlowRow, PageStack
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.overlays import ConfirmDialog, confirm
from trainer_app.ui.widgets.pages import Disc
from trainer_app.ui.widgets.presses import LeftByEscape

_WIDTH = 560


class RosterResultPage(Retranslated, QWidget):
    """`closed` leads to the list, `undo_requested` takes the import back."""

    closed = Signal()
    undo_requested = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("import_result_page")
        self._context = context
        self.result: RosterResult | None = None
        self._sum, self._questions = "", 0
        self.title = label("card_title", "import_result_title", wrap=True)
        self.text = label("second", "import_result_text", wrap=True)
        self.rows = {
            name: ValueRow(f"import_result_{name}")
            for name in ("added", "filled", "already", "joined", "refused", "open")
        }
        self.to_list = Button("import_result_list", ButtonKind.PRIMARY, "people")
        self.undo = Button("import_result_undo", ButtonKind.PLAIN, "undo")
        self.card = Card("import_result", titled=False)
        self.card.setFixedWidth(_WIDTH)
        self._lay_out()
        self.to_list.clicked.connect(self.closed)
        self.undo.clicked.connect(self.undo_requested)
        withhold("courses/roster/undo_import", self.undo)
        self.retranslate()

    def _lay_out(self) -> None:
        body = self.card.add_body()
        body.setContentsMargins(24, 20, 24, 20)
        head = FlowRow()
        head.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.text)
        head.addWidget(Disc("import_result_icon", "okcircle", "present_soft", "present"))
        head.addLayout(words, 1)
        body.addLayout(head)
        body.addSpacing(10)
        for row in self.rows.values():
            body.addWidget(row)
        body.addSpacing(12)
        buttons = FlowRow()
        buttons.setSpacing(8)
        buttons.addWidget(self.to_list)
        buttons.addWidget(self.undo)
        buttons.addStretch(1)
        body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(WORKSPACE_MARGIN, 48, WORKSPACE_MARGIN, 12)
        column.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_result(self, result: RosterResult, sum_line: str, questions: int = 0) -> None:
        """Show what was done; `questions` is how many rows were taken without an answer."""
        self.result, self._sum, self._questions = result, sum_line, questions
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.to_list.setText(self.tr("Show the list"))
        self.undo.setText(self.tr("Undo the whole import"))
        result = self.result
        if result is None:
            return
        number = self._context.formats.number
        unchanged = result.already - result.filled
        one = self.tr("One person added to the list")
        self.title.setText(
            one if result.added == 1 else self.tr("%n people added to the list", "", result.added)
        )
        self.text.setText(self._sum)
        for name, words, count in (
            ("added", self.tr("New on the list of this course"), result.added),
            ("filled", self.tr("On the list before; blanks were filled"), result.filled),
            ("already", self.tr("On the list before; nothing to fill"), unchanged),
            ("joined", self.tr("Repeated rows, joined with the first one"), result.joined),
            ("refused", self.tr("Rows not taken"), result.refused),
            ("open", self.tr("Questions not answered: taken as somebody new"), self._questions),
        ):
            self.rows[name].set_value(words, number(count))
        self.rows["filled"].setVisible(result.filled > 0)
        self.rows["already"].setVisible(unchanged > 0)
        self.rows["joined"].setVisible(result.joined > 0)
        self.rows["refused"].setVisible(result.refused > 0)
        self.rows["open"].setVisible(self._questions > 0)
        self.undo.setVisible(result.changes.step is not None)


class RosterFilePage(FileStep):
    """The first step, with the room of a page of a course around it."""

    def __init__(self) -> None:
        super().__init__("import")
        self.setContentsMargins(WORKSPACE_MARGIN, 12, WORKSPACE_MARGIN, 12)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(
            FileWords(
                self.tr("Choose the list or drop it here"),
                self.tr(
                    "Excel (xlsx, xls), LibreOffice (ods) or CSV. Titles above the heading, ranks inside the "
                    "name, double rows and missing values may stay as they are. Nothing is saved before you "
                    "say so."
                ),
                self.tr("Back to the list"),
                self.tr("Choose a list"),
                self.tr("Lists ({endings})"),
            )
        )


class RosterImportPage(LeftByEscape, QWidget):
    """The three steps of an import in the place of the list; `closed` leads back to it.

    `applied` tells that a list was taken in.
    """

    closed = Signal()
    applied = Signal()

    def __init__(self, context: AppContext, wording: ParticipantWording) -> None:
        super().__init__()
        self.setObjectName("import_page")
        self.context, self._wording = context, wording
        self.course = ""
        self.path: Path | None = None
        self._unfinished: dict[str, tuple[Path | None, RosterImportState]] = {}
        self.choose = RosterFilePage()
        self.preview = RosterPreviewPage(context, wording)
        self.result = RosterResultPage(context)
        self.steps = PageStack()
        self.steps.setObjectName("import_steps")
        for step in (self.choose, self.preview, self.result):
            self.steps.addWidget(step)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.steps)
        self._connect()

    def _connect(self) -> None:
        self.choose.closed.connect(self._leave)
        self.choose.file_chosen.connect(self.read)
        self.preview.closed.connect(self.leave)
        self.preview.accepted.connect(self.apply)
        self.preview.strip.other_file.connect(lambda: self._give_up(self.choose.ask_file))
        self.preview.strip.sheet_chosen.connect(lambda sheet: self._give_up(lambda: self._read_sheet(sheet)))
        self.preview.table.mapped.connect(self._map)
        self.preview.row_card.named.connect(self._name)
        self.result.closed.connect(self._leave)
        self.result.undo_requested.connect(self._undo)
        self.context.changes.announced.connect(self._hear)

    def reset(self) -> None:
        """Forget the file that was looked at."""
        self.path = None
        self.preview.state = None
        self.steps.setCurrentWidget(self.choose)

    def open_for(self, course: str) -> None:
        """Begin an import for a course; one that was left unfinished goes on."""
        self.turn_to(course)
        if self.is_done:
            self.reset()

    def turn_to(self, course: str) -> bool:
        """Keep what is unfinished for its own course; tell whether another one goes on with such a list."""
        if course == self.course:
            return self.holds_list
        state = self.preview.state
        if self.holds_list and state is not None:
            self._unfinished[self.course] = self.path, state
        self.reset()
        self.course = course
        kept = self._unfinished.pop(course, None)
        if kept is None:
            return False
        self.path, held = kept
        self.preview.show_state(held)
        self.steps.setCurrentWidget(self.preview)
        # Another course's list may have brought some of these people since.
        self._read_again()
        return True

    @property
    def holds_list(self) -> bool:
        """Whether a list of this course is being looked through that is not taken in yet."""
        return self.steps.currentWidget() is self.preview

    def holds_work(self) -> bool:
        """Tell whether a list of any course is not taken in yet."""
        return self.holds_list or bool(self._unfinished)

    @property
    def is_done(self) -> bool:
        """Whether what was taken in is told, with the way back."""
        return self.steps.currentWidget() is self.result

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
        self.context.run(
            self.tr("Reading the list"),
            lambda work, progress: roster.check(work, path, course, sheet=sheet, progress=progress),
            done=self._show,
            failed=lambda error: self.context.tell_error(error, path),
            writes=False,
        )

    def _read_sheet(self, sheet: str) -> None:
        if self.path is not None:
            self.read(self.path, sheet)

    def _map(self, place: int, holds: str) -> None:
        """Read the rows anew with another column; what it does not touch stays decided."""
        state = self.preview.state
        if state is None:
            return
        before = state.preview.plan.mapping
        # What another column held until now is held by this one instead.
        columns = [RosterColumn.NOTHING.value if each == holds else each for each in before.columns]
        columns[place] = holds
        state.corrected = True
        self._plan(state, before.remap(columns))

    def _name(self, number: int, name: str) -> None:
        """Read the rows anew with the name that one of them lacks."""
        state = self.preview.state
        if state is None:
            return
        mapping, table = state.preview.plan.mapping, state.preview.table
        held = RosterColumn.NAME if RosterColumn.NAME in mapping.columns else RosterColumn.FAMILY
        if held not in mapping.columns:
            return
        place = mapping.columns.index(held)
        rows = tuple(
            replace(row, cells=(*row.cells[:place], name, *row.cells[place + 1 :]))
            if row.number == number
            else row
            for row in table.rows
        )
        state.corrected = True
        self._plan(state, mapping, replace(table, rows=rows))

    def _plan(self, state: RosterImportState, mapping: RosterMapping, table: RawTable | None = None) -> None:
        preview = state.preview
        self.context.run(
            self.tr("Reading the list"),
            lambda work, progress: roster.plan(
                work, table or preview.table, preview.course, mapping, progress=progress
            ),
            done=lambda planned: self._show(planned, state),
            writes=False,
        )

    def _show(self, preview: RosterPreview, before: RosterImportState | None = None) -> None:
        state = RosterImportState(preview, before)
        course = preview.course or ""
        if course != self.course:  # Left while it was read.
            if course in self._unfinished:
                self._unfinished[course] = self._unfinished[course][0], state
            return
        self.context.be_quiet()
        self.preview.show_state(state, go_on=before is not None)
        self.steps.setCurrentWidget(self.preview)
        self.preview.row_card.show_answers()
        self.preview.table.setFocus(Qt.FocusReason.OtherFocusReason)

    # Taking in

    def apply(self) -> None:
        """Take the list in, as decided: once, however often that is pressed."""
        state = self.preview.state
        if state is None or self.steps.currentWidget() is not self.preview:
            return
        decisions, newer = state.decisions, state.take_newer
        self.context.run(
            self.tr("Importing the list"),
            lambda work, progress: roster.apply(
                work, state.preview, decisions, take_newer=newer, progress=progress
            ),
            done=self._applied,
        )

    def _applied(self, result: RosterResult) -> None:
        if result.course != self.course:  # Left while it was written.
            self._unfinished.pop(result.course, None)
            self.context.changes.announce(result.changes, self)
            return
        state = self.preview.state
        words = (self._wording.sum(state, taken=True), len(state.questions)) if state is not None else ("", 0)
        self.result.show_result(result, *words)
        self.applied.emit()
        self.steps.setCurrentWidget(self.result)
        self.result.to_list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.context.changes.announce(result.changes, self)

    def _undo(self) -> None:
        result = self.result.result
        if result is not None:
            self.context.run(
                self.tr("Undoing the import of the list"),
                lambda work, _progress: roster.undo_import(work, result),
                done=self._undone,
            )

    def _undone(self, changes: Changes) -> None:
        """Show the list that was looked at before again, so that it can be taken in in another way."""
        self.context.changes.announce(changes, self)
        self.steps.setCurrentWidget(self.preview if self.preview.state is not None else self.choose)
        self._read_again()

    def _read_again(self) -> None:
        """Compare the list anew with the people who are there now, keeping what was said of its columns."""
        state = self.preview.state
        if state is not None:
            self._plan(state, state.preview.plan.mapping)

    def _give_up(self, then: Callable[[], object]) -> None:
        """Do what closes the list that is looked through; ask first if answers would be lost by it."""
        state = self.preview.state
        if not self.holds_list or state is None or not state.is_begun:
            then()
        elif self.window().findChild(ConfirmDialog, "import_leave_question") is None:
            asked = confirm(
                self.window(),
                self.tr("Close this list without importing it?"),
                self.tr("The answers and corrections that were given here would be lost."),
                self.tr("Close without importing"),
                then,
                name="import_leave_question",
            )
            asked.no.setText(self.tr("Go on with the list"))

    def _leave(self) -> None:
        self.reset()
        self.closed.emit()

    def _hear(self, changes: Changes, source: object) -> None:
        """Tell no more of an import once something else was done: it may be undone, or marked upon."""
        since = changes.touches("enrolment", "course", "session", "attendance")
        if self.is_done and source is not self and since:
            self._leave()

    @override
    def leave(self) -> None:
        self._give_up(self._leave)
