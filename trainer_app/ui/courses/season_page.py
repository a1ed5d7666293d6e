"""A season from a table, or lists for many courses: choose a file, look at each row, do it as one step."""

from pathlib import Path
from typing import override

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QVBoxLayout

from trainer_app.actions.courses import seasons
from trainer_app.actions.courses.seasons import SeasonPreview
from trainer_app.domain.courses.season_plan import SeasonLine, SeasonOutcome
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.file_import import TableImportModel, TableImportPage
from trainer_app.ui.kit.language import field_title
from trainer_app.ui.kit.picked_fields import FileWords
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.style.tokens import PAGE_MARGIN
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.indicators import ChipWords, Tone
from trainer_app.ui.widgets.pages import PageHeader
from trainer_app.ui.widgets.table_models import Column, TextStyle


class SeasonModel(TableImportModel[SeasonLine]):
    """Columns: row, what happens, course and what is wrong, town, days, sessions, project, people."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        self._context = context
        columns: tuple[Column[SeasonLine], ...] = (
            Column("course", lambda: self.tr("Course"), self._course, look=TextStyle.STRONG),
            Column(
                "town", field_title("course", "town"), lambda line: line.row.town if line.row else "", 150
            ),
            Column("days", lambda: self.tr("Days"), self._days, 190),
            Column("sessions", lambda: self.tr("Sessions"), self._sessions, 130),
            Column("project", lambda: self.tr("Project"), lambda line: line.project, 110),
            Column("people", lambda: self.tr("People"), self._people, 110, right=True),
        )
        super().__init__(context, "season_model", self._chip, columns, "course", parent)

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
        first = line.first_day or row.first_day
        return self._context.formats.days(first, max(first, line.last_day or first))

    def _sessions(self, line: SeasonLine) -> str:
        if not line.sessions:
            return ""
        number = self._context.formats.number
        if not line.per_day:
            return number(line.sessions)
        return self.tr("{count} · {each} a day").format(count=number(line.sessions), each=line.per_day)

    def _people(self, line: SeasonLine) -> str:
        return "" if line.people is None else self._context.formats.number(line.people)


class SeasonPage(TableImportPage[SeasonLine]):
    """A season from a table, or lists for many courses, in the place of the list of courses."""

    def __init__(self, context: AppContext) -> None:
        self.preview: SeasonPreview | None = None
        self.header = PageHeader("season_header")
        self.folder = Button("season_folder", ButtonKind.PLAIN, "users2")
        self.template = Button("season_template", ButtonKind.PLAIN, "save")
        super().__init__(context, "season", SeasonModel, (self.folder, self.template))
        self._lay_out()
        self.folder.clicked.connect(self._ask_folder)
        self.template.clicked.connect(self._save_template)
        withhold("courses/seasons/apply", self.accept)
        self.retranslate()

    def _lay_out(self) -> None:
        head = FlowRow()
        head.setSpacing(16)
        head.addWidget(self.title, 1)
        head.addWidget(self.only_problems)
        head.addWidget(self.other)
        column = QVBoxLayout(self.second)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.notes)
        column.addWidget(self.card, 1)
        column.addWidget(self.trouble)
        column.addLayout(self.foot)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(PAGE_MARGIN, 18, PAGE_MARGIN, 16)
        whole.setSpacing(14)
        whole.addWidget(self.header)
        whole.addWidget(self.steps, 1)

    @override
    def lines(self) -> tuple[SeasonLine, ...] | None:
        return self.preview.plan.lines if self.preview is not None else None

    @override
    def reset(self) -> None:
        self.preview = None
        super().reset()
        self.retranslate()

    # Reading

    def _ask_folder(self) -> None:
        name = FileDialog.getExistingDirectory(
            self, self.tr("Choose a folder of lists"), purpose=Purpose.LISTS
        )
        if name:
            self.read(Path(name))

    def _save_template(self) -> None:
        title, kinds = self.tr("Save a table to fill in"), self.tr("Excel table (*.xlsx)")
        word = self.tr("season", "in the name of a file")
        path = FileDialog.ask_where(self, title, f"{word}.xlsx", kinds, purpose=Purpose.TABLES)
        if path is None:
            return
        saved = self.context.ask(seasons.save_template, self.context.language.code, path)
        if saved is not None:
            self.context.tell_saved(
                saved,
                self.tr("{file}: fill it in, then choose it here.").format(file=saved.name),
                title=self.tr("The table is saved"),
            )

    @override
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
        self.show_rows()
        self.retranslate()
        to_do = self.accept if preview.plan.due else self.table
        to_do.setFocus(Qt.FocusReason.OtherFocusReason)

    # Doing it

    @override
    def apply(self) -> None:
        """Make the courses, and take their lists in."""
        preview = self.preview
        if preview is not None:
            self.context.run(
                self.tr("Making the courses"),
                lambda work, progress: seasons.apply(work, preview, progress=progress),
                done=lambda result: self.done(result.changes),
            )

    # Words

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.header.set_words(
            self.tr("Plan from a table"), self.tr("Many courses, or lists for many courses, at once")
        )
        self.first.set_words(
            FileWords(
                self.tr("Choose the table or drop it here"),
                self.tr(
                    "A row for each course: code, titles, town, first day, the course to copy, trainers, "
                    "list. The list is a sheet of the same workbook or a file beside it. Also a workbook or "
                    "a folder of lists that are called by the codes of courses. Nothing is saved before "
                    "you say so."
                ),
                self.tr("Back to the courses"),
                self.tr("Choose a table of courses"),
                self.tr("Tables ({endings})"),
            )
        )
        self.folder.setText(self.tr("A folder of lists"))
        self.template.setText(self.tr("Save a table to fill in"))
        self.table.setAccessibleName(self.tr("Rows of the table"))
        if self.preview is None:
            return
        plan, words = self.preview.plan, self.context.words
        counts = {outcome.value: plan.count(outcome) for outcome in SeasonOutcome}
        lists = counts.pop("list")
        sums = {**counts, "rows": plan.rows, "lists": lists, "all_lists": plan.lists, "people": plan.people}
        said = words("season.sum", **sums)
        self.sum.setText(said if plan.due or counts["refused"] else words("season.all_here"))
        self.title.setText(self.preview.file)
        self.say_notes(plan.problems)
        new = counts["new"]
        self.accept.setText(
            self.tr("Make %n course(s)", "", new) if new else self.tr("Import %n list(s)", "", lists)
        )
        self.accept.setEnabled(plan.due)
        self.accept.updateGeometry()
        self.show_trouble()
