"""The answers to one difference: a ready reason by its digit, own words, another mark, the other tick."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trainer_app.domain.attendance import Mark, Signed
from trainer_app.domain.reconciliation import REASONS, Difference, DifferenceKind
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.signatures.answer_row import AnswerRow, MarkAnswer
from trainer_app.ui.signatures.wording import SheetWording
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.choices import Tick
from trainer_app.ui.widgets.forms import text_field
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

_MOST_REASONS = 6
_LONGEST = 200


class Answers(Retranslated, QWidget):
    """Says what a person chose for the difference that is shown; the page does it."""

    reason_given = Signal(str)
    mark_given = Signal(object)
    tick_asked = Signal()
    open_asked = Signal()
    person_asked = Signal()
    count_asked = Signal()
    left = Signal()

    def __init__(self, desk: Desk, words: SheetWording) -> None:
        super().__init__()
        self.setObjectName("signatures_answers")
        self._desk, self._words = desk, words
        self._found: Difference | None = None
        self._may_mark, self._alike = True, 1
        self.caption = label("caption_strong", "signatures_answers_title", wrap=True)
        self.rows = [AnswerRow(f"signatures_reason_{at}") for at in range(1, _MOST_REASONS + 1)]
        self.alike = Tick("signatures_alike")
        self.words = text_field("signatures_reason_words", most=_LONGEST)
        self.words.installEventFilter(self)
        self.mark_words = label("caption_strong", "signatures_mark_title", wrap=True)
        self.marks = [MarkAnswer(mark) for mark in Mark]
        self.tick = Button("signatures_tick_right", Kind.GHOST, "pen")
        self.open_again = Button("signatures_open_again", Kind.PLAIN, "undo")
        self.person = Button("signatures_add_person", Kind.PLAIN, "adduser")
        self.count = Button("signatures_correct_count", Kind.PLAIN, "pen")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(5)
        column.addWidget(self.caption)
        for row in self.rows:
            column.addWidget(row)
        column.addWidget(self.words)
        column.addWidget(self.alike)
        column.addSpacing(3)
        self._mark_line = QWidget()
        self._mark_line.setObjectName("signatures_marks")
        line = QHBoxLayout(self._mark_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        for answer in self.marks:
            line.addWidget(answer)
        line.addStretch(1)
        column.addWidget(self.mark_words)
        column.addWidget(self._mark_line)
        for button in (self.tick, self.open_again, self.person, self.count):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        for at, row in enumerate(self.rows):
            row.clicked.connect(lambda _checked=False, at=at: self.give_reason(at + 1))
        for answer in self.marks:
            answer.clicked.connect(lambda _checked=False, mark=answer.mark: self.mark_given.emit(mark))
        self.words.returnPressed.connect(self._give_words)
        self.tick.clicked.connect(self.tick_asked)
        self.open_again.clicked.connect(self.open_asked)
        self.person.clicked.connect(self.person_asked)
        self.count.clicked.connect(self.count_asked)

    def set_difference(self, found: Difference | None, *, may_mark: bool = True, alike: int = 1) -> None:
        """Offer the answers to a difference.

        `may_mark` is false where the session is locked or cancelled; `alike` counts what waits like it.
        """
        if found is None or self._found is None or found.key != self._found.key:
            self.words.clear()
            self.alike.setChecked(False)
        self._alike = alike
        self._found, self._may_mark = found, may_mark
        self.retranslate()

    def give_reason(self, digit: int) -> None:
        """Choose a ready reason by its digit; a digit without one does nothing."""
        offered = REASONS[self._found.kind] if self._found is not None else ()
        if self._found is not None and self._found.open and 1 <= digit <= len(offered):
            self.reason_given.emit(offered[digit - 1].value)

    def turn_alike(self) -> None:
        """Let the next reason be for all that wait like this one, or for this one alone."""
        if self.alike.isVisibleTo(self):
            self.alike.setChecked(not self.alike.isChecked())

    def ask_words(self) -> None:
        """Let a reason be typed."""
        if self.words.isVisibleTo(self):
            self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Say and show what fits the difference."""
        found = self._found
        self.setVisible(found is not None)
        kind = found.kind if found is not None else DifferenceKind.COUNT
        waits = found is not None and found.open
        of_person = waits and kind is not DifferenceKind.COUNT
        offered = REASONS[kind] if of_person else ()
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(offered))
            if at < len(offered):
                row.set_answer(str(at + 1), self._words.reason(offered[at].value))
        self.words.setVisible(of_person)
        self.alike.setVisible(of_person and self._alike > 1)
        can_mark = of_person and self._may_mark
        self.mark_words.setVisible(of_person)
        self._mark_line.setVisible(can_mark)
        self.tick.setVisible(of_person)
        self.open_again.setVisible(found is not None and not found.open)
        self.person.setVisible(waits and kind is DifferenceKind.COUNT)
        self.count.setVisible(waits and kind is DifferenceKind.COUNT)
        self._say(found)

    def _say(self, found: Difference | None) -> None:
        """Set every word."""
        letters = self._words.marks.letters()
        for answer in self.marks:
            answer.set_words(letters, self._words.marks.word(answer.mark))
        reason = self.tr("Another reason")
        self.words.setPlaceholderText(reason)
        self.words.setAccessibleName(reason)
        self.mark_words.setText(
            self.tr("Or change the mark:")
            if self._may_mark
            else self.tr("The session is locked or cancelled: its mark stays.")
        )
        self.alike.setText(self.tr("The same reason for all %n (*)", "", self._alike))
        self.open_again.setText(self.tr("Open it again"))
        self.open_again.set_hint("Del")
        self.person.setText(self.tr("Add the person"))
        self.count.setText(self.tr("Correct the count"))
        if found is None:
            return
        signed = found.kind is not DifferenceKind.UNSIGNED
        self.tick.setText(self.tr("No, it is not signed") if signed else self.tr("No, it is signed"))
        self.tick.set_hint("S")
        self.caption.setText(self._caption(found))

    def _caption(self, found: Difference) -> str:
        if found.kind is DifferenceKind.COUNT:
            told = self.tr(
                "Counted: {counted}, ticked: {signed}, marked in the room: {came}. "
                "Is a name written in by hand?"
            )
            return told.format(counted=found.counted, signed=found.signed, came=found.came)
        if found.open:
            return self.tr("Why may it stay as it is?")
        return self._words.difference(found)

    def _give_words(self) -> None:
        if self.words.text().strip():
            self.reason_given.emit(self.words.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go back to the list on Esc."""
        escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if isinstance(watched, QLineEdit) and event.type() == QEvent.Type.KeyPress and escape:
            self.left.emit()
            return True
        return super().eventFilter(watched, event)


def right_tick(found: Difference) -> Signed:
    """Return what the tick of a difference should have been, if it was the tick that was wrong."""
    return Signed.YES if found.kind is DifferenceKind.UNSIGNED else Signed.NO
