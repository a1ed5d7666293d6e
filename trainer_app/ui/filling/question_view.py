"""One question as a participant sees it: large words, and something to choose, to tick or to type."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from trainer_app.domain.answers import chosen_options, option_marks, options_text
from trainer_app.domain.questions import CHOICES, Question, QuestionKind
from trainer_app.ui.filling.large import LARGE, OptionRow
from trainer_app.ui.filling.words import say
from trainer_app.ui.shell import fonts
from trainer_app.ui.widgets.labels import label

_PAUSE = 700
"""Milliseconds without a key after which typed words are kept."""


class QuestionView(QWidget):
    """Emits `answered(question key, answer)` at every change; `set_answer` shows what is kept."""

    answered = Signal(str, str)

    def __init__(self, place: int, question: Question, order: Sequence[int], language: str) -> None:
        super().__init__()
        self.setObjectName(f"filling_question_{place}")
        self.question, self.place, self._order = question, place, tuple(order)
        self._shown = ""
        self.title = label("body", f"filling_question_{place}_text", wrap=True)
        self.title.setFont(fonts.font(LARGE + 2, 600))
        self.title.setStyleSheet(f"font-size: {LARGE + 2}px; font-weight: 600;")
        self.title.setText(f"{place}. {question.text.best(language)}")
        self.hint = label("second", f"filling_question_{place}_hint", wrap=True)
        self.options: list[OptionRow] = []
        self.line: QLineEdit | None = None
        self.area: QPlainTextEdit | None = None
        self._pause = QTimer(self)
        self._pause.setObjectName(f"filling_question_{place}_pause")
        self._pause.setSingleShot(True)
        self._pause.timeout.connect(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.hint)
        column.addSpacing(4)
        self._add_controls(column, language)

    def _add_controls(self, column: QVBoxLayout, language: str) -> None:
        kind = self.question.kind
        hint = {QuestionKind.MULTIPLE: "several", QuestionKind.NUMBER: "number"}.get(kind, "")
        self.hint.setText(say(hint, language) if hint else "")
        self.hint.setVisible(bool(hint))
        if kind in CHOICES:
            marks = option_marks(self.question)
            for place, number in enumerate(self._order):
                name = f"filling_question_{self.place}_option_{place + 1}"
                row = OptionRow(name, marks[place], several=kind is QuestionKind.MULTIPLE)
                row.set_words(self.question.options[number - 1].text.best(language))
                row.clicked.connect(lambda _checked, number=number: self._press(number))
                self.options.append(row)
                column.addWidget(row)
        elif kind is QuestionKind.NUMBER:
            self.line = QLineEdit()
            self.line.setObjectName(f"filling_question_{self.place}_number")
            self.line.setAccessibleName(self.title.text())
            self.line.setMaximumWidth(260)
            self.line.textEdited.connect(lambda _text: self._pause.start(_PAUSE))
            self.line.editingFinished.connect(self.keep)
            column.addWidget(self.line)
        else:
            self.area = QPlainTextEdit()
            self.area.setObjectName(f"filling_question_{self.place}_words")
            self.area.setAccessibleName(self.title.text())
            self.area.setTabChangesFocus(True)
            self.area.setFont(fonts.font(LARGE))
            self.area.setMinimumHeight(120)
            self.area.textChanged.connect(lambda: self._pause.start(_PAUSE))
            column.addWidget(self.area)

    @property
    def answer(self) -> str:
        """The answer as it stands on the screen."""
        if self.line is not None:
            return self.line.text().strip()
        if self.area is not None:
            return self.area.toPlainText().strip()
        pairs = zip(self._order, self.options, strict=True)
        return options_text(number for number, row in pairs if row.isChecked())

    def set_answer(self, answer: str) -> None:
        """Show an answer that is kept."""
        self._shown = answer
        chosen = chosen_options(answer) if self.options else ()
        for number, row in zip(self._order, self.options, strict=False):
            row.setChecked(number in chosen)
        if self.line is not None and self.line.text().strip() != answer:
            self.line.setText(answer)
        if self.area is not None and self.area.toPlainText().strip() != answer:
            self.area.setPlainText(answer)
            self._pause.stop()

    def keep(self) -> None:
        """Hand on what was typed since the last time."""
        self._pause.stop()
        if self.answer != self._shown:
            self._shown = self.answer
            self.answered.emit(self.question.key, self.answer)

    def choose(self, place: int) -> bool:
        """Press the option at a place (from 0); tell whether there is one."""
        if not 0 <= place < len(self.options):
            return False
        self.options[place].click()
        self.options[place].setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def step(self, by: int) -> None:
        """Move the keyboard among the options."""
        if self.options:
            at = next(
                (place for place, row in enumerate(self.options) if row.hasFocus()), -1 if by > 0 else 0
            )
            self.options[(at + by) % len(self.options)].setFocus(Qt.FocusReason.TabFocusReason)

    def first_control(self) -> QWidget:
        """Return what has the keyboard when the question comes up."""
        chosen = next((row for row in self.options if row.isChecked()), None)
        return chosen or self.line or self.area or (self.options[0] if self.options else self)

    def _press(self, number: int) -> None:
        """Let a choice replace the one before it, unless several may be chosen."""
        if self.question.kind is not QuestionKind.MULTIPLE:
            for other, row in zip(self._order, self.options, strict=True):
                row.setChecked(other == number)
        self.keep()
