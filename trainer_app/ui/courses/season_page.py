"""A season from a table, or lists for many courses: choose a file, look at each row, do it as one step."""

from pathlib import Path
from typing import override

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.courses import seasons
from trainer_app.actions.courses.seasons import SeasonPreview, SeasonResult
from trainer_app.domain.base.numbers import Severity
from trainer_app.domain.courses.season_plan import SeasonLine, SeasonOutcome
from trainer_app.system.messages import label_text
from trainer_app.ui.courses.wording import ChipWords
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.picked_fields import TABLE_EXTENSIONS, DropField
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.style.tokens import PAGE_MARGIN
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind, Tick
from trainer_app.ui.widgets.drawn_tables import show_two_lines
from trainer_app.ui.widgets.file_dialogs import FileDialog, begin_in, offered
from trainer_app.ui.widgets.flow import FlowRow, PageStack
from trainer_app.ui.widgets.indicators import Tone
from trainer_app.ui.widgets.labels import FittingLabel, Retranslated, label
from trainer_app.ui.widgets.pages import PageHeader
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import TableView

_ROW = 46


class SeasonModel(ListTableModel[SeasonLine]):
    """Columns: row, what happens, course with what is wrong below it, town, days, people of its list."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        self._context = context
        columns: tuple[Column[SeasonLine], ...] = (
            Column("row", lambda: self.tr("Row"), lambda line: str(line.number), 70, right=True),
            Column(
                "fate",
                lambda: self.tr("What happens"),
                lambda line: self._chip(line)[1],
                180,
                chip=self._chip,
            ),
            Column("course", lambda: self.tr("Course"), self._course, look=TextStyle.STRONG),
            Column("town", lambda: self.tr("Town"), lambda line: line.row.town if line.row else "", 150),
            Column("days", lambda: self.tr("Days"), self._days, 190),
            Column("people", lambda: self.tr("People"), self._people, 110, right=True),
        )
        super().__init__("season_model", columns, lambda line: str(line.number), parent)

    def show_in(self, table: TableView) -> None:
        """Show the model in a table."""
        table.show_model(self)
        show_two_lines(table, {"course": self.trouble}, _ROW, _due)

    def trouble(self, line: SeasonLine) -> str:
        """Return what is to be looked at in a row, the gravest first."""
        order = sorted(line.problems, key=lambda each: each.severity is not Severity.REFUSED)
        return " ".join(label_text(each.label, self._context.language.code) for each in order)

    def _chip(self, line: SeasonLine) -> ChipWords:
        return {
            SeasonOutcome.NEW: (
                Tone.DUE if line.problems else Tone.GOOD,
                self.tr("new course"),
                "alert" if line.problems else "plus",
            ),
            SeasonOutcome.LIST: (
                Tone.DUE if line.problems else Tone.GOOD,
                self.tr("its list comes"),
                "alert" if line.problems else "users2",
            ),
            SeasonOutcome.HERE: (Tone.QUIET, self.tr("already here"), "check"),
            SeasonOutcome.REFUSED: (Tone.BAD, self.tr("refused"), "close"),
        }[line.outcome]

    def _course(self, line: SeasonLine) -> str:
        if line.row is None:
            return " · ".join(cell for cell in line.cells if cell.strip())
        title = line.row.title.best(self._context.language.code)
        return " · ".join(part for part in (line.row.code, title) if part)

    def _days(self, line: SeasonLine) -> str:
        row = line.row
        if row is None or row.first_day is None:
            return ""
        last = max(row.first_day, line.last_day or row.first_day)
        return self._context.formats.days(row.first_day, last)

    def _people(self, line: SeasonLine) -> str:
        return "" if line.people is None else self._context.formats.number(line.people)


def _due(line: SeasonLine) -> tuple[str, ...]:
    return ("course",) if line.problems else ()


class SeasonPage(Retranslated, QWidget):
    """Two steps in the place of the list of courses; `closed` leads back to it."""

    closed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("season_page")
        self.context = context
        self.preview: SeasonPreview | None = None
        self.header = PageHeader("season_header")
        self.steps = PageStack()
        self.field = DropField("season_drop")
        self.choose = Button("season_choose", ButtonKind.PRIMARY, "folder")
        self.folder = Button("season_folder", ButtonKind.PLAIN, "users2")
        self.template = Button("season_template", ButtonKind.PLAIN, "save")
        self.choose_cancel = Button("season_choose_cancel")
        self.title = FittingLabel("card_title", "season_title")
        self.notes = label("second", "season_notes", wrap=True)
        self.only_problems = Tick("season_only_problems")
        self.table = TableView("season_table")
        self.model = SeasonModel(context, self)
        self.card = Card("season_rows", titled=False)
        self.trouble = label("second", "season_trouble", wrap=True)
        self.sum = FittingLabel("body_strong", "season_sum")
        self.other = Button("season_other_file", icon="folder")
        self.cancel = Button("season_cancel")
        self.accept = Button("season_accept", ButtonKind.PRIMARY, "check")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        for button in (self.choose, self.folder, self.template, self.choose_cancel):
            self.field.add_button(button)
        first, second = QWidget(), QWidget()
        first.setObjectName("season_choose_page")
        second.setObjectName("season_preview_page")
        choosing = QVBoxLayout(first)
        choosing.setContentsMargins(0, 0, 0, 0)
        choosing.addWidget(self.field, 1)
        self.model.show_in(self.table)
        self.card.grow()
        self.card.add_row(self.table, 1)
        head, foot = FlowRow(), FlowRow()
        head.setSpacing(16)
        head.addWidget(self.title, 1)
        head.addWidget(self.only_problems)
        head.addWidget(self.other)
        foot.setSpacing(8)
        foot.addWidget(self.sum, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.accept)
        column = QVBoxLayout(second)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.notes)
        column.addWidget(self.card, 1)
        column.addWidget(self.trouble)
        column.addLayout(foot)
        self.steps.setObjectName("season_steps")
        for step in (first, second):
            self.steps.addWidget(step)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(PAGE_MARGIN, 18, PAGE_MARGIN, 16)
        whole.setSpacing(14)
        whole.addWidget(self.header)
        whole.addWidget(self.steps, 1)

    def _connect(self) -> None:
        self.choose.clicked.connect(self.ask_file)
        self.other.clicked.connect(self.ask_file)
        self.folder.clicked.connect(self._ask_folder)
        self.template.clicked.connect(self._save_template)
        self.field.dropped.connect(self.read)
        self.choose_cancel.clicked.connect(self._leave)
        self.cancel.clicked.connect(self._leave)
        self.accept.clicked.connect(self.apply)
        withhold("courses/seasons/apply", self.accept)
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_trouble())
        self.only_problems.toggled.connect(lambda _on: self._show_rows())

    def reset(self) -> None:
        """Forget the file that was looked at."""
        self.preview = None
        self.only_problems.setChecked(False)
        self.steps.setCurrentIndex(0)
        self.retranslate()

    def holds_work(self) -> bool:
        """Tell whether a table is being looked through that is not taken in yet."""
        return self.preview is not None

    def first_focus(self) -> QWidget:
        """Return where the keyboard begins."""
        return self.table if self.steps.currentIndex() else self.choose

    # Reading

    def ask_file(self) -> None:
        """Ask which table to read."""
        kinds = self.tr("Tables ({endings})").format(
            endings=" ".join(f"*.{ending}" for ending in TABLE_EXTENSIONS)
        )
        every = self.tr("All files (*)")
        name, _ = FileDialog.getOpenFileName(
            self, self.tr("Choose a table of courses"), begin_in(), f"{kinds};;{every}"
        )
        if name:
            self.read(Path(name))

    def _ask_folder(self) -> None:
        name = FileDialog.getExistingDirectory(self, self.tr("Choose a folder of lists"), begin_in())
        if name:
            self.read(Path(name))

    def _save_template(self) -> None:
        word = self.tr("season", "in the name of a file")
        file = offered(f"{word}.xlsx")
        name, _ = FileDialog.getSaveFileName(
            self, self.tr("Save a table to fill in"), file, self.tr("Excel table (*.xlsx)")
        )
        if not name:
            return
        saved = self.context.ask(seasons.save_template, self.context.language.code, Path(name))
        if saved is not None:
            self.context.tell_saved(
                saved,
                self.tr("The table is saved"),
                self.tr("{file}: fill it in, then choose it here.").format(file=saved.name),
            )

    def read(self, path: Path) -> None:
        """Read a table, a workbook of lists or a folder of them, and show what would become of each row."""
        self.context.run(
            self.tr("Reading the table"),
            lambda work, progress: seasons.check_either(work, path, progress=progress),
            done=self._show,
            failed=lambda error: self.context.tell_error(error, path),
            writes=False,
        )

    def _show(self, preview: SeasonPreview) -> None:
        self.context.be_quiet()
        self.preview = preview
        self.steps.setCurrentIndex(1)
        self._show_rows()
        self.retranslate()
        to_do = self.accept if preview.plan.due else self.table
        to_do.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_rows(self) -> None:
        if self.preview is None:
            return
        only = self.only_problems.isChecked()
        self.model.set_rows([line for line in self.preview.plan.lines if line.problems or not only])
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_trouble()

    def _show_trouble(self) -> None:
        """Say in full what is to be looked at in the current row: its cell may have no room for it."""
        index = self.table.currentIndex()
        line = self.model.row(index.row()) if index.isValid() and self.model.rowCount() else None
        words = self.model.trouble(line) if line is not None else ""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    # Doing it

    def apply(self) -> None:
        """Make the courses, and take their lists in."""
        preview = self.preview
        if preview is not None:
            self.context.run(
                self.tr("Making the courses"),
                lambda work, progress: seasons.apply(work, preview, progress=progress),
                done=self._applied,
            )

    def _applied(self, result: SeasonResult) -> None:
        self.reset()
        self.context.changes.announce(result.changes)
        self.closed.emit()
        self.context.offer_undo(result.changes)

    def _leave(self) -> None:
        self.reset()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the list on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    # Words

    @override
    def retranslate(self) -> None:
        self.header.set_words(
            self.tr("Plan from a table"), self.tr("Many courses, or lists for many courses, at once")
        )
        self.field.set_words(
            self.tr("Choose the table or drop it here"),
            self.tr(
                "A row for each course: code, titles, town, first day, the course to copy, trainers, list. "
                "The list is a sheet of the same workbook or a file beside it. Also a workbook or a folder "
                "of lists that are called by the codes of courses. Nothing is saved before you say so."
            ),
        )
        self.choose.setText(self.tr("Choose a file"))
        self.folder.setText(self.tr("A folder of lists"))
        self.template.setText(self.tr("Save a table to fill in"))
        self.choose_cancel.setText(self.tr("Back to the courses"))
        self.only_problems.setText(self.tr("Only rows to look at"))
        self.other.setText(self.tr("Another file"))
        self.cancel.setText(self.tr("Cancel"))
        self.table.setAccessibleName(self.tr("Rows of the table"))
        if self.preview is None:
            return
        plan, words = self.preview.plan, self.context.words
        counts = {outcome.value: plan.count(outcome) for outcome in SeasonOutcome}
        lists = counts.pop("list")
        said = words("season.sum", rows=plan.rows, lists=lists, people=plan.people, **counts)
        self.sum.setText(said if plan.due or counts["refused"] else words("season.all_here"))
        self.title.setText(self.preview.file)
        code = self.context.language.code
        self.notes.setText(" ".join(label_text(each.label, code) for each in plan.problems))
        self.notes.setVisible(bool(plan.problems))
        new = counts["new"]
        self.accept.setText(
            self.tr("Make %n course(s)", "", new) if new else self.tr("Import %n list(s)", "", lists)
        )
        self.accept.setEnabled(plan.due)
        self.accept.updateGeometry()
        self._show_trouble()
