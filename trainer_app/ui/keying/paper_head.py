"""Above the question: the field for the paper's number, whose paper is open, how much of it is keyed in."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trainer_app.ui.keying.sources import OpenPaper
from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.buttons import Button, IconButton, Kind
from trainer_app.ui.widgets.chips import Chip, Tone
from trainer_app.ui.widgets.labels import ElidedLabel, label
from trainer_app.ui.widgets.naming import Retranslated

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FIELD, _HEIGHT = 132, 84


class NumberField(QLineEdit):
    """Takes the number that is printed on a paper. Ctrl+Z is the program's: there is nothing to undo here."""

    entered = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("keying_number")
        self.setFixedWidth(_FIELD)
        self.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9]{0,6}"), self))
        self.taken_back: Callable[[QKeyEvent], bool] = lambda _event: False
        """Whether undo and redo are done here; asked with the key."""

    def event(self, event: QEvent) -> bool:
        """Let undo and redo through to the window."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _undoes(event):
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the paper on Enter. Esc takes away what was typed; an empty field lets Esc through."""
        if event.key() in _ENTER:
            self.entered.emit(self.text().strip())
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif not (_undoes(event) and self.taken_back(event)):
            super().keyPressEvent(event)


class PaperHead(Retranslated, QWidget):
    """The number at the left, large; then the name; at the right the running check."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("keying_head")
        self.setFixedHeight(_HEIGHT)
        self.caption = label("body_strong", "keying_number_label")
        self.number = NumberField()
        self.caption.setBuddy(self.number)
        self.new_sheet = Button("keying_new_sheet", Kind.PLAIN, "plus")
        self.name = ElidedLabel("title", "keying_name")
        self.second = ElidedLabel("second", "keying_name_second")
        self.check = Chip("keying_check")
        self.history = IconButton("keying_history_button", "history")
        self.resit = Button("keying_resit", Kind.PLAIN, "plus")
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addStretch(1)
        left.addWidget(self.caption)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.number)
        line.addWidget(self.new_sheet)
        line.addStretch(1)
        left.addLayout(line)
        left.addStretch(1)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addStretch(1)
        names.addWidget(self.name)
        names.addWidget(self.second)
        names.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(CARD_PADDING, 0, CARD_PADDING, 0)
        row.setSpacing(20)
        row.addLayout(left)
        row.addLayout(names, 1)
        row.addWidget(self.check, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.history, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.resit, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_paper(self, paper: OpenPaper | None, second: str, *, resit: bool = False) -> None:
        """Show whose paper is open; `second` is said below the name. `resit` offers a new paper."""
        again = resit and paper is not None and paper.whole
        # The name needs the room: that the paper is whole is said by the offer of another one.
        self.check.setVisible(paper is not None and not again)
        self.resit.setVisible(again)
        # A sheet of nobody has no history: it would tell who keyed it in, and when.
        self.history.setVisible(paper is not None and bool(paper.name))
        if paper is None:
            self.name.setText("")
            self.second.setText(second)
            return
        sheet = self.tr("Sheet {number}").format(number=paper.number)
        unnumbered = self.tr("A sheet without a number")
        self.name.setText(paper.name or (unnumbered if paper.number is None else sheet))
        self.second.setText(second)
        self.number.setText("" if paper.number is None else str(paper.number))
        count = len(paper.questions)
        words = self.tr("{answered} of {count} keyed in").format(answered=paper.answered, count=count)
        tone = Tone.GOOD if paper.whole else Tone.NOW
        self.check.set_chip(words, tone, "check" if paper.whole else "")

    def retranslate(self) -> None:
        """Set the words that do not depend on the paper."""
        self.caption.setText(self.tr("Number on the paper"))
        self.number.setAccessibleName(self.tr("Number on the paper"))
        self.history.set_words(self.tr("History of the answer"), "Ctrl+I")
        self.resit.setText(self.tr("Re-sit"))
        self.resit.setToolTip(self.tr("A new paper of the same person"))
        self.new_sheet.setText(self.tr("New sheet without a number"))


def _undoes(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
