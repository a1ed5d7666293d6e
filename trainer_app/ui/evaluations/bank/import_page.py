"""Importing questions from a file: choose it, look at every question, import them as one step."""

from pathlib import Path
from typing import override

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.evaluations import question_files
from trainer_app.actions.evaluations.question_files import ImportResult
from trainer_app.domain.base.numbers import Severity
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.evaluations.question_files import (
    QuestionDraft,
    QuestionFile,
    QuestionOutcome,
    QuestionProblem,
)
from trainer_app.domain.evaluations.questions import LETTERS, Option
from trainer_app.system.messages import label_text
from trainer_app.ui.evaluations.bank.form_panels import NewFormChoice
from trainer_app.ui.evaluations.wording import BankWording
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.picked_fields import FileStep, FileWords
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.style.tokens import PAGE_MARGIN
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind, Switch, Tick
from trainer_app.ui.widgets.drawn_tables import show_two_lines
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import FlowRow, PageStack
from trainer_app.ui.widgets.indicators import ChipWords, Tone
from trainer_app.ui.widgets.labels import FittingLabel, Retranslated, label
from trainer_app.ui.widgets.pages import PageHeader
from trainer_app.ui.widgets.presses import LeftByEscape
from trainer_app.ui.widgets.table_models import Column, Index, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import TableView

ENDINGS = ("txt", "gift", "xlsx", "xls", "ods", "csv")


class QuestionFilePage(FileStep):
    """The first step; it also saves an empty table to fill in."""

    def __init__(self, context: AppContext) -> None:
        self._context = context
        self.template = Button("question_import_template", ButtonKind.PLAIN, "save")
        super().__init__("question_import", (self.template,), endings=ENDINGS)
        self.template.clicked.connect(self.save_template)

    def save_template(self) -> None:
        """Ask where to save the empty table, and save it."""
        made = question_files.question_template(self._context.language.code)
        title, kinds = self.tr("Save an empty table"), self.tr("Excel table (*.xlsx)")
        target = FileDialog.ask_where(self, title, made.name, kinds, purpose=Purpose.TABLES)
        if target is None:
            return
        self._context.run(
            self.tr("Saving the table"),
            lambda _work, _progress: question_files.save(made, target),
            done=lambda path: self._context.tell_saved(
                path,
                self.tr("{file}: fill it in, then import it here.").format(file=path.name),
                title=self.tr("The table is saved"),
            ),
            writes=False,
        )

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.template.setText(self.tr("Save an empty table"))
        self.set_words(
            FileWords(
                self.tr("Choose a file of questions or drop it here"),
                self.tr(
                    "GIFT or Aiken from Moodle (txt), XLSForm from KoboToolbox or ODK (xlsx, xls), or a "
                    "table of this program (xlsx, ods, csv). Nothing is saved before you say so."
                ),
                self.tr("Back"),
                self.tr("Choose a file of questions"),
                self.tr("Questions ({endings})"),
            )
        )


_ROW = 46


class QuestionImportModel(ListTableModel[QuestionDraft]):
    """Columns: line, what happens, question with what is wrong below it, kind, what is right, topic."""

    def __init__(self, context: AppContext, parent: QObject) -> None:
        self._context, self.wording = context, BankWording(context)
        columns: tuple[Column[QuestionDraft], ...] = (
            #: Heading: the number of the line in the file
            Column("row", lambda: self.tr("Line"), lambda line: str(line.place.row or ""), 80, right=True),
            Column(
                "fate",
                lambda: self.tr("What happens"),
                lambda line: self._chip(line)[1],
                170,
                chip=self._chip,
            ),
            Column("question", lambda: self.tr("Question"), self._question, look=TextStyle.STRONG),
            Column("kind", lambda: self.tr("Kind"), self._kind, 160, yields=2),
            #: Heading: the right answer
            Column("right", lambda: self.tr("Right"), self._right, 130, yields=1),
            Column("topic", lambda: self.tr("Topic"), self._topic, 150, look=TextStyle.QUIET, yields=3),
        )
        super().__init__("question_import_model", columns, lambda line: str(line.place.row), parent)

    def show_in(self, table: TableView) -> None:
        """Show the model in a table."""
        table.show_model(self)
        show_two_lines(table, {"question": self.trouble}, _ROW, _due)

    def show_file(self, file: QuestionFile, *, only_problems: bool) -> None:
        """Show all lines of a file, or only questions with something to look at."""
        self.set_rows([line for line in file.lines if _due(line) or not only_problems])

    def trouble(self, line: QuestionDraft) -> str:
        """Return what is wrong with a line, the gravest first, with the column where there is one."""
        order = sorted(line.troubles, key=lambda each: each.severity is not Severity.REFUSED)
        return " ".join(label_text(each.label, self._context.language.code) for each in order)

    def answers(self, line: QuestionDraft) -> str:
        """Return the options of a question in one line, with what each is worth, or the right answers."""
        question = line.question
        if question is None:
            return ""
        if question.options:
            return "   ".join(
                self._option(each, letter) for each, letter in zip(question.options, LETTERS, strict=False)
            )
        return "; ".join(each.value for each in question.accepted)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Say what is wrong in the tool tip too."""
        about_question = index.isValid() and self.columns[index.column()].name == "question"
        if about_question and role == Qt.ItemDataRole.ToolTipRole:
            return self.trouble(self.row(index.row())) or None
        return super().data(index, role)

    def _chip(self, line: QuestionDraft) -> ChipWords:
        return {
            QuestionOutcome.TAKEN: (
                Tone.DUE if line.troubles else Tone.GOOD,
                self.tr("new question"),
                "alert" if line.troubles else "check",
            ),
            QuestionOutcome.KNOWN: (Tone.QUIET, self.tr("there already"), "check"),
            QuestionOutcome.LEFT_OUT: (Tone.QUIET, self.tr("no question"), "minus"),
            QuestionOutcome.REFUSED: (Tone.BAD, self.tr("refused"), "close"),
        }[line.fate]

    def _question(self, line: QuestionDraft) -> str:
        return self.wording.question(line.question) if line.question else line.words

    def _kind(self, line: QuestionDraft) -> str:
        return self.wording.kind(line.question.kind) if line.question else ""

    def _right(self, line: QuestionDraft) -> str:
        question = line.question
        if question is None:
            return ""
        if question.options and question.scored:
            return ", ".join(LETTERS[number - 1] for number in sorted(question.right_options))
        return "; ".join(each.value for each in question.accepted) if question.scored else "–"

    def _topic(self, line: QuestionDraft) -> str:
        return self.wording.topic(line.question.topic) if line.question else ""

    def _option(self, option: Option, letter: str) -> str:
        words = " ".join(option.text.best(self._context.language.code).split())
        worth = f" ({self._context.formats.limit(option.credit)})" if option.credit else ""
        return f"{letter}) {words}{worth}"


def _due(line: QuestionDraft) -> tuple[str, ...]:
    """Say that what is wrong stands out; that a note is left out, or a question known, does not."""
    return (
        ("question",)
        if line.troubles and line.fate in (QuestionOutcome.TAKEN, QuestionOutcome.REFUSED)
        else ()
    )


LANGUAGE_NAMES = ("Тоҷикӣ", "Русский", "English")
_MOST_NOTES = 3
"""Notes on the file as a whole that are shown before somebody asks for all of them."""


class QuestionImportPage(LeftByEscape, Retranslated, QWidget):
    """Two steps in the place of the screen; `closed` leads back."""

    closed = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("question_import_page")
        self.context = context
        self.file: QuestionFile | None = None
        self.path: Path | None = None
        self.header = PageHeader("question_import_header")
        self.other = Button("question_import_other_file", icon="folder")
        self.steps = PageStack()
        self.chooser = QuestionFilePage(context)
        self.notes = label("second", "question_import_notes", wrap=True)
        self.all_notes = Button("question_import_all_notes", ButtonKind.GHOST)
        self.language_label = label("body", "question_import_language_label")
        self.language = Switch("question_import_language", tuple(LANGUAGES), narrow=True)
        self.only_problems = Tick("question_import_only_problems")
        self.table = TableView("question_import_table")
        self.model = QuestionImportModel(context, self)
        self.choice = NewFormChoice(self.model.wording)
        self.card = Card("question_import_rows", titled=False)
        self.detail = label("second", "question_import_detail", wrap=True)
        self.sum = FittingLabel("body_strong", "question_import_sum")
        self.cancel = Button("question_import_cancel")
        self.accept = Button("question_import_accept", ButtonKind.PRIMARY, "check")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.header.add_action(self.other)
        self.model.show_in(self.table)
        self.card.grow()
        self.card.add_row(self.table, 1)
        preview = QWidget()
        preview.setObjectName("question_import_preview_page")
        choices, told, foot = FlowRow(), FlowRow(), FlowRow()
        choices.setSpacing(12)
        choices.addWidget(self.language_label)
        choices.addWidget(self.language)
        choices.addWidget(self.choice)
        choices.addStretch(1)
        told.setSpacing(12)
        told.addWidget(self.notes, 1)
        told.addStretch()
        told.addWidget(self.all_notes, 0, Qt.AlignmentFlag.AlignBottom)
        told.addWidget(self.only_problems, 0, Qt.AlignmentFlag.AlignBottom)
        foot.setSpacing(8)
        foot.addWidget(self.sum, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.accept)
        column = QVBoxLayout(preview)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(choices)
        column.addLayout(told)
        column.addWidget(self.card, 1)
        column.addWidget(self.detail)
        column.addLayout(foot)
        self.steps.setObjectName("question_import_steps")
        for step in (self.chooser, preview):
            self.steps.addWidget(step)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(PAGE_MARGIN, 18, PAGE_MARGIN, 16)
        whole.setSpacing(12)
        whole.addWidget(self.header)
        whole.addWidget(self.steps, 1)
        self.setFocusProxy(self.chooser.choose)

    def _connect(self) -> None:
        self.chooser.file_chosen.connect(self.read)
        self.other.clicked.connect(self.chooser.ask_file)
        self.cancel.clicked.connect(self.leave)
        self.chooser.closed.connect(self.leave)
        self.accept.clicked.connect(self.apply)
        withhold("evaluations/question_files/take_in", self.accept)
        self.language.chosen.connect(self._read_in)
        self.all_notes.setCheckable(True)
        self.all_notes.toggled.connect(lambda _on: self._show_notes())
        self.only_problems.toggled.connect(lambda _on: self._show_rows())
        self.choice.changed.connect(self.retranslate)
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_detail())

    def reset(self) -> None:
        """Forget the file that was looked at."""
        self.path, self.file = None, None
        self.only_problems.setChecked(False)
        self.all_notes.setChecked(False)
        self.steps.setCurrentIndex(0)
        self.setFocusProxy(self.chooser.choose)
        self.retranslate()

    # Reading

    def read(self, path: Path) -> None:
        """Read a file and show what would become of every question."""
        self.path, self.file = path, None
        self._read_in("")

    def _read_in(self, language: str) -> None:
        path = self.path
        if path is not None:
            self.context.run(
                self.tr("Reading the questions"),
                lambda work, progress: question_files.check(work, path, language, progress=progress),
                done=self._show,
                failed=lambda error: self.context.tell_error(error, path),
                writes=False,
            )

    def _show(self, file: QuestionFile) -> None:
        self.context.be_quiet()
        fresh, self.file = self.file is None, file
        if fresh:
            self.choice.set_file(file, self.context.language.code)
        for part in (self.language_label, self.language):
            part.setVisible(bool(file.language))
        if file.language:
            self.language.set_value(file.language)
        self.steps.setCurrentIndex(1)
        self.setFocusProxy(self.table)
        self._show_rows()
        self.retranslate()
        if fresh:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_rows(self) -> None:
        if self.file is None:
            return
        self.model.show_file(self.file, only_problems=self.only_problems.isChecked())
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_detail()

    def current(self) -> QuestionDraft | None:
        """Return the line that is current."""
        index = self.table.currentIndex()
        return self.model.row(index.row()) if index.isValid() and self.model.rowCount() else None

    def _show_detail(self) -> None:
        """Say in full what is wrong with the current line, and what may be answered."""
        line = self.current()
        parts = [self.model.trouble(line), self.model.answers(line)] if line is not None else []
        self.detail.setText("\n".join(part for part in parts if part))
        self.detail.setVisible(bool(self.detail.text()))

    # Taking in

    def apply(self) -> None:
        """Take the questions in."""
        file, form = self.file, self.choice.form()
        if file is not None:
            self.context.run(
                self.tr("Importing the questions"),
                lambda work, progress: question_files.take_in(work, file, form=form, progress=progress),
                done=self._applied,
            )

    def _applied(self, result: ImportResult) -> None:
        self.context.changes.announce(result.changes)
        self.leave()
        if result.changes.step is None:
            self.context.tell_good(
                self.tr("Nothing had to be added"),
                self.tr("Everything in the file is here already."),
            )
        self.context.offer_undo(result.changes)

    def leave(self) -> None:
        """Go back, and forget the file."""
        self.reset()
        self.closed.emit()

    # Words

    @override
    def retranslate(self) -> None:
        self.other.setText(self.tr("Another file"))
        self.language_label.setText(self.tr("Language of the file"))
        self.language.set_words(*LANGUAGE_NAMES)
        self.only_problems.setText(self.tr("Only what has to be looked at"))
        self.cancel.setText(self.tr("Cancel"))
        self.table.setAccessibleName(self.tr("Questions of the file"))
        file = self.file
        self.other.setVisible(file is not None)
        title = self.tr("Import questions from a file")
        if file is None:
            self.header.set_words(title, self.tr("Every question is shown before anything is saved"))
            return
        words = self.context.words
        self.header.set_words(title, f"{file.name} · {words(f'question_file.format.{file.format.value}')}")
        self.sum.setText(self._counts(file))
        self._show_notes()
        self._say_accept(file)
        self._show_detail()

    def _show_notes(self) -> None:
        """Say what is to be known of the file as a whole: the first notes, or all of them."""
        notes = [self._note(each) for each in self.file.troubles] if self.file else []
        everything = self.all_notes.isChecked()
        self.notes.setText("\n".join(notes if everything else notes[:_MOST_NOTES]))
        self.notes.setVisible(bool(notes))
        self.all_notes.setVisible(len(notes) > _MOST_NOTES)
        self.all_notes.setText(
            self.tr("Fewer notes") if everything else self.tr("All %n note(s)", "", len(notes))
        )

    def _note(self, trouble: QuestionProblem) -> str:
        """Say what is to be known of the file, with the sheet where there are several."""
        words = label_text(trouble.label, self.context.language.code)
        return f"{trouble.place.sheet}: {words}" if trouble.place.sheet else words

    def _counts(self, file: QuestionFile) -> str:
        """Say how many questions there are of each fate, and how many lines are none."""
        counts = {fate.value: file.count(fate) for fate in QuestionOutcome}
        words = self.context.words("question_file.sum", found=file.found, **counts)
        others = file.count(QuestionOutcome.LEFT_OUT)
        return f"{words} {self.context.words('question_file.others', count=others)}" if others else words

    def _say_accept(self, file: QuestionFile) -> None:
        taken, known = file.count(QuestionOutcome.TAKEN), file.count(QuestionOutcome.KNOWN)
        form = self.choice.form()
        if form is not None and not taken:
            self.accept.setText(self.tr("Make the form"))
        else:
            self.accept.setText(self.tr("Import %n question(s)", "", taken))
        self.accept.setEnabled(bool(taken or (form is not None and known)))
        self.accept.updateGeometry()
