"""Taking in questions from a file: choose it, look at every question, take them in as one step."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.actions import question_files
from trainer_app.actions.question_files import ImportResult
from trainer_app.domain.question_drafts import Fate, Found, QuestionFile, Trouble
from trainer_app.domain.texts import LANGUAGES
from trainer_app.system.messages import label_text
from trainer_app.ui.questions.choose_page import ChoosePage
from trainer_app.ui.questions.form_choice import FormChoice
from trainer_app.ui.questions.import_rows import FoundModel
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.tokens import PAGE_MARGIN
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.choices import Switch, Tick
from trainer_app.ui.widgets.header import PageHeader
from trainer_app.ui.widgets.labels import ElidedLabel, label
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.table import TableView

LANGUAGE_NAMES = ("Тоҷикӣ", "Русский", "English")
_MOST_NOTES = 3
"""Notes on the file as a whole that are shown before somebody asks for all of them."""


class ImportPage(Retranslated, QWidget):
    """Two steps in the place of the screen; `left` leads back."""

    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("question_import_page")
        self.desk = desk
        self.file: QuestionFile | None = None
        self.path: Path | None = None
        self.header = PageHeader("question_import_header")
        self.other = Button("question_import_other_file", icon="folder")
        self.steps = QStackedWidget()
        self.chooser = ChoosePage(desk)
        self.notes = label("second", "question_import_notes", wrap=True)
        self.all_notes = Button("question_import_all_notes", Kind.GHOST)
        self.language_label = label("body", "question_import_language_label")
        self.language = Switch("question_import_language", LANGUAGES, narrow=True)
        self.only_problems = Tick("question_import_only_problems")
        self.table = TableView("question_import_table")
        self.model = FoundModel(desk, self)
        self.choice = FormChoice(self.model.wording)
        self.card = Card("question_import_rows", titled=False)
        self.detail = label("second", "question_import_detail", wrap=True)
        self.sum = ElidedLabel("body_strong", "question_import_sum")
        self.cancel = Button("question_import_cancel")
        self.accept = Button("question_import_accept", Kind.PRIMARY, "check")
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
        choices, told, foot = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
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
        self.chooser.left.connect(self.leave)
        self.accept.clicked.connect(self.apply)
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
            self.desk.run(
                self.tr("Reading the questions"),
                lambda work, progress: question_files.check(work, path, language, progress=progress),
                done=self._show,
                writes=False,
            )

    def _show(self, file: QuestionFile) -> None:
        self.desk.be_quiet()
        fresh, self.file = self.file is None, file
        if fresh:
            self.choice.set_file(file, self.desk.language.code)
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

    def current(self) -> Found | None:
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
            self.desk.run(
                self.tr("Taking in the questions"),
                lambda work, progress: question_files.take_in(work, file, form=form, progress=progress),
                done=self._applied,
            )

    def _applied(self, result: ImportResult) -> None:
        self.desk.changes.announce(result.changes)
        self.leave()
        if result.changes.step is None:
            self.desk.tell_good(
                self.tr("Nothing had to be added"),
                self.tr("Everything that stands in the file is here already."),
            )
        self.desk.offer_undo(result.changes)

    def leave(self) -> None:
        """Go back, and forget the file."""
        self.reset()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    # Words

    def retranslate(self) -> None:
        """Set every word."""
        self.other.setText(self.tr("Another file"))
        self.language_label.setText(self.tr("Language of the file"))
        self.language.set_words(*LANGUAGE_NAMES)
        self.only_problems.setText(self.tr("Only what has to be looked at"))
        self.cancel.setText(self.tr("Cancel"))
        self.table.setAccessibleName(self.tr("Questions of the file"))
        file = self.file
        self.other.setVisible(file is not None)
        title = self.tr("Take in questions from a file")
        if file is None:
            self.header.set_words(title, self.tr("Every question is shown before anything is saved"))
            return
        words = self.desk.words
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

    def _note(self, trouble: Trouble) -> str:
        """Say what is to be known of the file, with the sheet where there are several."""
        words = label_text(trouble.label, self.desk.language.code)
        return f"{trouble.place.sheet}: {words}" if trouble.place.sheet else words

    def _counts(self, file: QuestionFile) -> str:
        """Say how many questions there are of each fate, and how many lines are none."""
        counts = {fate.value: file.count(fate) for fate in Fate}
        words = self.desk.words("question_file.sum", found=file.found, **counts)
        others = file.count(Fate.LEFT_OUT)
        return f"{words} {self.desk.words('question_file.others', count=others)}" if others else words

    def _say_accept(self, file: QuestionFile) -> None:
        taken, known = file.count(Fate.TAKEN), file.count(Fate.KNOWN)
        form = self.choice.form()
        if form is not None and not taken:
            self.accept.setText(self.tr("Make the form"))
        else:
            self.accept.setText(self.tr("Take in %n question(s)", "", taken))
        self.accept.setEnabled(bool(taken or (form is not None and known)))
        self.accept.updateGeometry()
