"""Importing files: those of this program, and tables.

An office's first pack, a later pack, a trainer's bundle, a backup: one way for all of them, used by Today,
Settings, Send, and for a file that the program was started with or that was dropped on it. A backup is shown
on the page that restores one, an update on the page that takes one, where they are looked at first; at the
office every file is looked at first.

Of tables, `TableImportPage` is a whole import whose rows are lines with problems. What is read, and what is
made of it, is the page's own.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol, override

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.exchange import importing
from trainer_app.actions.office import office
from trainer_app.domain.base.changes import Changes, Label, Progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import Problem, Severity
from trainer_app.domain.exchange.laptops import UPDATE_EXTENSION
from trainer_app.domain.exchange.sending import (
    FileOutcome,
    FileResult,
    ImportReport,
    JoinedOffice,
    WaitingOffice,
)
from trainer_app.domain.office.backups import BACKUP_EXTENSION
from trainer_app.system.messages import label_text
from trainer_app.ui.kit.context import AppContext, Notice, first_sentence, names_of
from trainer_app.ui.kit.picked_fields import FileStep
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind, Tick
from trainer_app.ui.widgets.drawn_tables import show_two_lines
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import FlowRow, PageStack
from trainer_app.ui.widgets.indicators import ChipWords
from trainer_app.ui.widgets.labels import FittingLabel, Retranslated, label
from trainer_app.ui.widgets.overlays import Mood, confirm
from trainer_app.ui.widgets.presses import LeftByEscape
from trainer_app.ui.widgets.table_models import Column, Index, ListTableModel
from trainer_app.ui.widgets.tables import TableView

BUNDLE_EXTENSION = "tsync"
_REVOKED = "bundle.revoked_device"


class FileImporter(QObject):
    """Takes files in and says in the band what came of it."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.setObjectName("taking_in")
        self._context = context

    def choose(self, over: QWidget) -> None:
        """Ask which files to take in."""
        kinds = self.tr("Files of this program (*.{ending})").format(
            ending=f"{BUNDLE_EXTENSION} *{BACKUP_EXTENSION} *{UPDATE_EXTENSION}"
        )
        every = self.tr("All files (*)")
        chosen, _ = FileDialog.getOpenFileNames(
            over, self.tr("Import a file"), kinds=f"{kinds};;{every}", purpose=Purpose.RECEIVING
        )
        if chosen:
            self.take([Path(name) for name in chosen])

    def ask_first(self, paths: list[Path], over: QWidget) -> None:
        """Name files and ask before they are taken in: anybody may have dropped them while it was locked."""
        asked = confirm(
            over,
            self.tr("Import %n file(s)?", "", len(paths)),
            self.tr(
                "Opened while the program was locked, by whoever sat here. Import only what you "
                "expect.\n{names}"
            ).format(names=names_of(paths)),
            self.tr("Import"),
            lambda: self.take(paths),
            danger=False,
            name="locked_files_question",
        )
        asked.no.setText(self.tr("Leave it", "the file"))
        asked.no.setFocus()

    def take(self, paths: list[Path]) -> None:
        """Take files in: a laptop without an office meets the one whose pack this is.

        A backup and an update are only looked at; they lead to Settings. The office looks at all files under
        Incoming files.
        """
        newer = [path for path in paths if path.suffix.lower() == UPDATE_EXTENSION]
        paths = [path for path in paths if path not in newer]
        if newer:
            self._context.go("settings", updates=newer)
        copies = [path for path in paths if path.suffix.lower() == BACKUP_EXTENSION]
        paths = [path for path in paths if path not in copies]
        if copies:
            self._context.go("settings", restore=copies[0])
        if not paths:
            return
        if self._context.work.role is Role.OFFICE:
            self._context.go("office", files=tuple(paths))
            return
        self._context.run(
            self.tr("Importing %n file(s)", "", len(paths)),
            lambda work, progress: import_file(work, paths, progress),
            done=lambda result: self._taken(result, paths),
        )

    def _taken(self, result: WaitingOffice | JoinedOffice | ImportReport, paths: Sequence[Path]) -> None:
        if isinstance(result, WaitingOffice):
            self._context.go("sending", joining=True)
            self._tell_beside([path for path in paths if path.name != result.file])
            return
        touched = result.touched
        self._context.changes.announce(Changes(Label("merging.step.import"), None, touched), self)
        self._context.user_changed.emit()
        if isinstance(result, JoinedOffice):
            self._tell_joined(result)
        else:
            self._tell_report(result)

    def _tell_beside(self, others: Sequence[Path]) -> None:
        """Name the files that were chosen beside the first one of an office: none of them was taken in."""
        if not others:
            return

        def words() -> tuple[str, str]:
            title = self.tr("%n file(s) not imported; they stay where they are", "", len(others))
            text = self.tr(
                "Files of the office can be imported once this laptop belongs to it.\n{names}"
            ).format(names=names_of(others))
            return title, text

        self._context.noticed.emit(Notice(Mood.DUE, *words(), again=words))

    def _tell_joined(self, joined: JoinedOffice) -> None:
        title = self.tr("This laptop now belongs to {office}").format(office=joined.office)
        text = self.tr("Its code is {code}.").format(code=joined.device_code)
        self._context.tell(Mood.GOOD, title, text)

    def _tell_report(self, report: ImportReport) -> None:
        if any(found.code == "import.fork" for found in report.files):
            # Stays below whatever is said of the file itself.
            self._context.stand(self._doubled)
        self._tell_files(report)

    def _tell_refused(self, report: ImportReport, wrong: list[FileResult]) -> None:
        """Name every file that was refused, each with its own reason."""

        def words() -> tuple[str, str]:
            if len(report.files) == 1:
                title, text = first_sentence(self._reason(wrong[0]))
                return title, " ".join((text, *self._notes(wrong))).strip()
            title = self.tr("%n file(s) not imported; they stay where they are", "", len(wrong))
            lines = [f"{first_sentence(self._reason(found))[0]}." for found in wrong]
            entries = sum(found.new_entries for found in report.files)
            if entries:
                lines.append(self.tr("Imported: %n change(s)", "", entries))
            return title, "\n".join((*lines, *self._notes(wrong)))

        codes = "; ".join(str(_error_of(found)) for found in wrong)
        self._context.noticed.emit(Notice(Mood.BAD, *words(), codes, again=words))

    def _tell_aside(self, aside: list[FileResult]) -> None:
        """Say why files were set aside: their laptop was revoked, or nobody here knows it yet."""
        revoked = [found for found in aside if found.code == _REVOKED]
        codes = ", ".join(sorted({str(found.values.get("device", "")) for found in revoked}))

        def words() -> tuple[str, str]:
            title = self.tr("%n file(s) set aside", "", len(aside))
            if not revoked:
                return title, self.tr("They come from a laptop that is not known here. They wait in Review.")
            if len(revoked) == len(aside):
                text = self.tr(
                    "They come from a laptop that the office has revoked: {codes}. They wait in Review."
                )
            else:
                text = self.tr(
                    "Some come from a laptop that is not known here, "
                    "others from one that the office has revoked: {codes}. They wait in Review."
                )
            return title, text.format(codes=codes)

        self._context.noticed.emit(Notice(Mood.DUE, *words(), again=words))

    def _reason(self, found: FileResult) -> str:
        """Return why a file was refused, its name in front where the words do not hold it."""
        said = self._context.words(found.code, **_error_of(found).values)
        return said if found.file in said else f"{found.file}: {said[:1].lower()}{said[1:]}"

    def _notes(self, wrong: list[FileResult]) -> list[str]:
        return [label_text(note, self._context.language.code) for found in wrong for note in found.notes]

    def _doubled(self) -> Notice:
        title, text = first_sentence(self._context.words("import.fork"))
        return Notice(Mood.DUE, title, text)

    def _tell_files(self, report: ImportReport) -> None:
        wrong = [found for found in report.files if found.result is FileOutcome.REFUSED]
        if wrong:
            self._tell_refused(report, wrong)
            return
        aside = [found for found in report.files if found.result is FileOutcome.QUARANTINED]
        if aside:
            self._tell_aside(aside)
            return
        entries = sum(found.new_entries for found in report.files)
        scans = sum(found.new_scans for found in report.files)
        if scans and not entries:
            self._context.tell_good(self.tr("Imported: %n scan(s)", "", scans))
            return
        notes = [note for found in report.files for note in found.notes]
        said = " ".join(label_text(one, self._context.language.code) for one in (*report.news, *notes))
        if not entries:
            if said:
                self._context.tell_good(self.tr("The file was imported"), said)
                return
            self._context.tell(Mood.NOW, self.tr("Everything in the file was here already"))
            return
        title = self.tr("Imported: %n change(s)", "", entries)
        text = ""
        if report.conflicts:
            text = self.tr("%n conflict(s) to decide in Review.", "", report.conflicts)
        text = " ".join(part for part in (text, said) if part)
        self._context.tell(Mood.DUE if report.conflicts else Mood.GOOD, title, text)


def import_file(
    work: Workplace, paths: list[Path], progress: Progress
) -> WaitingOffice | JoinedOffice | ImportReport:
    """Let the first pack of an office wait for its digits, or import the files."""
    if work.role is Role.OFFICE or identity.has_office(work):
        return importing.import_files(work, paths, progress=progress)
    refused: list[FileResult] = []
    for path in paths:
        try:
            return office.meet(work, path)
        except TrainerError as error:
            refused.append(FileResult(path.name, FileOutcome.REFUSED, error.code, error.values))
    return ImportReport(tuple(refused))


def _error_of(found: FileResult) -> TrainerError:
    values = {"file": found.file, **found.values}
    return TrainerError(found.code, **values)


def dropped_files(data: QMimeData, *, backups: bool = False) -> list[Path]:
    """Return the files that are dragged, in the order given, if this program can take any of them in.

    With `backups` also those of a whole data folder. The others come along: each is told by name with why
    it was not taken, while files among which there is none of ours are not accepted at all.
    """
    endings = (f".{BUNDLE_EXTENSION}", BACKUP_EXTENSION) if backups else (f".{BUNDLE_EXTENSION}",)
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return paths if any(path.suffix.lower() in endings for path in paths) else []


class TableLine(Protocol):
    """One row of a table that is to be imported: its number in the sheet, what is wrong with it."""

    @property
    def number(self) -> int:
        """As the spreadsheet program shows it."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Without an order."""


_ROW = 46


class TableImportModel[L: TableLine](ListTableModel[L]):
    """Columns: row, what happens, then the page's own; what is wrong stands below the words of `wide`."""

    def __init__(
        self,
        context: AppContext,
        name: str,
        chip: Callable[[L], ChipWords],
        columns: Sequence[Column[L]],
        wide: str,
        parent: QObject,
    ) -> None:
        self._context, self._wide = context, wide
        first: tuple[Column[L], ...] = (
            Column("row", lambda: self.tr("Row"), lambda line: str(line.number), 80, right=True),
            Column("fate", lambda: self.tr("What happens"), lambda line: chip(line)[1], 180, chip=chip),
        )
        super().__init__(name, (*first, *columns), lambda line: str(line.number), parent)

    def show_in(self, table: TableView) -> None:
        """Show the model in a table."""
        table.show_model(self)
        show_two_lines(table, {self._wide: self.trouble}, _ROW, self._due)

    def show_lines(self, lines: Sequence[L], *, only_problems: bool) -> None:
        """Show the rows, or only those with something to look at."""
        self.set_rows([line for line in lines if line.problems or not only_problems])

    def trouble(self, line: L) -> str:
        """Return what is to be looked at in a row, the gravest first."""
        order = sorted(line.problems, key=lambda each: each.severity is not Severity.REFUSED)
        return " ".join(label_text(each.label, self._context.language.code) for each in order)

    def stands_out(self, line: L) -> bool:
        """Tell whether what is to be looked at in a row is due; by itself whatever there is."""
        return bool(line.problems)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Say what is to be looked at in the tool tip too."""
        wide = index.isValid() and self.columns[index.column()].name == self._wide
        if wide and role == Qt.ItemDataRole.ToolTipRole:
            return self.trouble(self.row(index.row())) or None
        return super().data(index, role)

    def _due(self, line: L) -> tuple[str, ...]:
        return (self._wide,) if self.stands_out(line) else ()


class TableImportPage[L: TableLine](LeftByEscape, Retranslated, QWidget):
    """Two steps in the place of a list: a file, and its rows. `closed` leads back to the list.

    A page lays out `steps` and its second step, says what `lines` there are, reads a file in `read`, and
    does it all in `apply`.
    """

    closed = Signal()

    def __init__(
        self,
        context: AppContext,
        name: str,
        make_model: Callable[[AppContext, QObject], TableImportModel[L]],
        more: Sequence[Button],
    ) -> None:
        super().__init__()
        self.setObjectName(f"{name}_page")
        self.context = context
        self.steps = PageStack()
        self.steps.setObjectName(f"{name}_steps")
        self.first = FileStep(name, more)
        self.second = QWidget()
        self.second.setObjectName(f"{name}_preview_page")
        for step in (self.first, self.second):
            self.steps.addWidget(step)
        self.title = FittingLabel("card_title", f"{name}_title")
        self.notes = label("second", f"{name}_notes", wrap=True)
        self.only_problems = Tick(f"{name}_only_problems")
        self.table = TableView(f"{name}_table")
        self.model = make_model(context, self)
        self.model.show_in(self.table)
        self.card = Card(f"{name}_rows", titled=False)
        self.card.grow()
        self.card.add_row(self.table, 1)
        self.trouble = label("second", f"{name}_trouble", wrap=True)
        self.sum = FittingLabel("body_strong", f"{name}_sum")
        self.other = Button(f"{name}_other_file", icon="folder")
        self.cancel = Button(f"{name}_cancel")
        self.accept = Button(f"{name}_accept", ButtonKind.PRIMARY, "check")
        self.foot = FlowRow()
        self.foot.setSpacing(8)
        self.foot.addWidget(self.sum, 1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.accept)
        self.first.file_chosen.connect(self.read)
        self.first.closed.connect(self.leave)
        self.other.clicked.connect(self.first.ask_file)
        self.cancel.clicked.connect(self.leave)
        self.accept.clicked.connect(self.apply)
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self.show_trouble())
        self.only_problems.toggled.connect(lambda _on: self.show_rows())

    # A page's own

    def lines(self) -> Sequence[L] | None:
        """Return the rows of the file that is looked at, None while there is none."""
        raise NotImplementedError

    def read(self, path: Path) -> None:
        """Read a file, and show what would become of every row."""
        raise NotImplementedError

    def apply(self) -> None:
        """Do it."""
        raise NotImplementedError

    def reset(self) -> None:
        """Forget the file that was looked at."""
        self.only_problems.setChecked(False)
        self.steps.setCurrentIndex(0)

    # The same for all

    def holds_work(self) -> bool:
        """Tell whether a table is being looked through that is not imported yet."""
        return self.lines() is not None

    def first_focus(self) -> QWidget:
        """Return where the keyboard begins."""
        return self.table if self.steps.currentIndex() else self.first.choose

    def show_rows(self) -> None:
        """Show the rows, or only those with something to look at."""
        lines = self.lines()
        if lines is None:
            return
        self.model.show_lines(lines, only_problems=self.only_problems.isChecked())
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self.show_trouble()

    def show_trouble(self) -> None:
        """Say in full what is to be looked at in the current row: its cell may have no room for it."""
        index = self.table.currentIndex()
        line = self.model.row(index.row()) if index.isValid() and self.model.rowCount() else None
        self._say(self.trouble, self.model.trouble(line) if line is not None else "")

    def say_notes(self, problems: Sequence[Problem]) -> None:
        """Say what is to be known of the table as a whole."""
        code = self.context.language.code
        self._say(self.notes, " ".join(label_text(each.label, code) for each in problems))

    def done(self, changes: Changes) -> None:
        """Go back to the list, where what came of it can be undone."""
        self.reset()
        self.context.changes.announce(changes)
        self.closed.emit()
        self.context.offer_undo(changes)

    def leave(self) -> None:
        """Go back to the list, and forget the file."""
        self.reset()
        self.closed.emit()

    @override
    def retranslate(self) -> None:
        self.only_problems.setText(self.tr("Only rows to look at"))
        self.other.setText(self.tr("Another file"))
        self.cancel.setText(self.tr("Cancel"))

    def _say(self, place: QLabel, words: str) -> None:
        place.setText(words)
        place.setVisible(bool(words))
