"""The answers to one difference: a ready reason by its digit, own words, another mark, the other tick."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.domain.attendance.marks import Mark, SignatureState
from trainer_app.domain.attendance.reconciliation import REASONS, DifferenceKind, SheetDifference
from trainer_app.ui.attendance.sheets.model import SheetWording
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.marks import draw_mark
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import CAPTION, RADIUS_CONTROL, RADIUS_MARK, SMALL
from trainer_app.ui.widgets.controls import Button, ButtonKind, Tick
from trainer_app.ui.widgets.fields import text_field
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import FocusRing, Retranslated, label
from trainer_app.ui.widgets.painting import draw_line

_HEIGHT, _KEY, _EDGE, _GAP = 32, 20, 8, 10
_MARK_WIDTH = 44


class _AnswerButton(FocusRing, QAbstractButton):
    """What a reason and a mark share: hover, focus, Enter."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _draw_box(self, painter: QPainter) -> None:
        scheme = tokens()
        over = self.isEnabled() and (self.underMouse() or self.isDown())
        width = 2.0 if self.ring_shown else 1.0
        painter.setPen(QPen(QColor(scheme.accent if self.ring_shown else scheme.line2), width))
        painter.setBrush(QColor(scheme.sunken if over else scheme.surface))
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)


class ReasonButton(_AnswerButton):
    """A reason in words, with the digit that chooses it."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._key = ""

    def set_answer(self, key: str, words: str) -> None:
        """Say what it does and which key does the same."""
        self._key = key
        self.setText(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(key)
        self.setToolTip(f"{words} ({key})")
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the words; they may be cut."""
        return QSize(theme.metrics(SMALL).horizontalAdvance(self.text()) + _KEY + 2 * _EDGE + _GAP, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """As narrow as its column."""
        return QSize(120, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the key, the words."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_box(painter)
        key = QRectF(_EDGE + 0.5, (self.height() - _KEY) / 2 + 0.5, _KEY - 1, _KEY - 1)
        painter.setPen(QPen(QColor(scheme.line2), 1))
        painter.setBrush(QColor(scheme.sunken))
        painter.drawRoundedRect(key, RADIUS_MARK, RADIUS_MARK)
        painter.setFont(theme.font(CAPTION, 600))
        painter.setPen(QColor(scheme.text2))
        painter.drawText(key, int(Qt.AlignmentFlag.AlignCenter), self._key)
        left = _EDGE + _KEY + _GAP
        draw_line(
            painter, QRectF(left, 0, self.width() - left - _EDGE, self.height()), self.text(), "text", SMALL
        )


class MarkButton(_AnswerButton):
    """One of the four marks, as the grid shows it."""

    def __init__(self, mark: Mark) -> None:
        super().__init__(f"signatures_mark_{mark.value}")
        self.mark = mark
        self.setFixedSize(_MARK_WIDTH, _HEIGHT)
        self._letters: tuple[str, ...] = ("", "", "", "")

    def set_words(self, letters: tuple[str, ...], word: str) -> None:
        """Set the letters of all marks, and the word of this one."""
        self._letters = letters
        self.setAccessibleName(word)
        self.setToolTip(word)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box and the mark in it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_box(painter)
        middle = QRectF(0, (self.height() - 18) / 2, self.width(), 18)
        draw_mark(painter, middle, tokens(), self.mark.value, 0, self._letters, width=28)


_MOST_REASONS = max(map(len, REASONS.values()))
_LONGEST = 200


class DifferenceAnswers(Retranslated, QWidget):
    """Says what a person chose for the difference that is shown; the page does it."""

    reason_given = Signal(str)
    mark_given = Signal(object)
    tick_requested = Signal()
    open_requested = Signal()
    person_requested = Signal()
    count_requested = Signal()
    closed = Signal()

    def __init__(self, context: AppContext, words: SheetWording) -> None:
        super().__init__()
        self.setObjectName("signatures_answers")
        self._context, self._words = context, words
        self._found: SheetDifference | None = None
        self._may_mark, self._alike = True, 1
        self.caption = label("caption_strong", "signatures_answers_title", wrap=True)
        self.rows = [ReasonButton(f"signatures_reason_{at}") for at in range(1, _MOST_REASONS + 1)]
        self.alike = Tick("signatures_alike")
        self.words = text_field("signatures_reason_words", most=_LONGEST)
        self.words.installEventFilter(self)
        self.mark_words = label("caption_strong", "signatures_mark_title", wrap=True)
        self.marks = [MarkButton(mark) for mark in Mark]
        self.tick = Button("signatures_tick_right", ButtonKind.GHOST, "pen")
        self.open_again = Button("signatures_open_again", ButtonKind.PLAIN, "undo")
        self.person = Button("signatures_add_person", ButtonKind.PLAIN, "adduser")
        self.count = Button("signatures_correct_count", ButtonKind.PLAIN, "pen")
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
        line = FlowRow(self._mark_line)
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
        self.tick.clicked.connect(self.tick_requested)
        self.open_again.clicked.connect(self.open_requested)
        self.person.clicked.connect(self.person_requested)
        self.count.clicked.connect(self.count_requested)
        withhold(("attendance/reconciliation/settle", "attendance/reconciliation/settle_all"), *self.rows)
        withhold(
            ("attendance/reconciliation/set_signed", "attendance/reconciliation/sign_line"),
            self.tick,
            self.words,
        )
        withhold("attendance/attendance/mark", *self.marks)
        withhold("attendance/reconciliation/unsettle", self.open_again)
        withhold("courses/sessions/count_heads", self.count)

    def set_difference(self, found: SheetDifference | None, *, may_mark: bool = True, alike: int = 1) -> None:
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

    def _say(self, found: SheetDifference | None) -> None:
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

    def _caption(self, found: SheetDifference) -> str:
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
            self.closed.emit()
            return True
        return super().eventFilter(watched, event)


def right_tick(found: SheetDifference) -> SignatureState:
    """Return what the tick of a difference should have been, if it was the tick that was wrong."""
    return SignatureState.YES if found.kind is DifferenceKind.UNSIGNED else SignatureState.NO
