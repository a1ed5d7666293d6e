"""The corner over the names: titles of the columns, who is shown, the way to other days."""

from functools import cached_property

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from trainer_app.ui.attendance.measures import HEAD, PAD
from trainer_app.ui.attendance.painting import baseline, draw_text, elided, rounded, width_of
from trainer_app.ui.attendance.row_head import RowHead
from trainer_app.ui.shell import icons
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import CAPTION, RADIUS_CARD, SMALL, Tokens
from trainer_app.ui.widgets.buttons import IconButton
from trainer_app.ui.widgets.naming import Retranslated

_HEAD_BASELINE_TOP, _HEAD_BASELINE_HEIGHT, _HINT_TOP, _HINT_HEIGHT = 25, 20, 2, 22
_BUTTON, _EDGE, _CROSS = 22, 2, 12


class Corner(Retranslated, QWidget):
    """Where both heads meet: the titles of number, name, rank and unit; who is shown; the way to other days.

    Its buttons take no keyboard: F4 and Ctrl with an arrow do the same from the grid.
    """

    state_clicked = Signal()
    """Everybody shall be shown again."""
    stepped = Signal(int)
    """The days before, -1, or after, 1, shall be shown."""

    def __init__(self, head: RowHead, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_corner")
        self._head = head
        self._hint = self._state = self._short = ""
        self._steps_shown = False
        self.list_button = self._button("attendance_list", "filter")
        self.retranslate()

    @cached_property
    def step_buttons(self) -> tuple[IconButton, IconButton]:
        """The ways to the days before and after, made when not all days are shown for the first time."""
        before, after = self._button("attendance_before", "left"), self._button("attendance_after", "right")
        before.clicked.connect(lambda: self.stepped.emit(-1))
        after.clicked.connect(lambda: self.stepped.emit(1))
        return before, after

    def _button(self, name: str, icon: str) -> IconButton:
        made = IconButton(name, icon, self, size=_BUTTON)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return made

    def retranslate(self) -> None:
        """Set the words of the buttons."""
        self.list_button.set_words(self.tr("Who is shown, and in what order"), "F4")
        if "step_buttons" in self.__dict__:
            self._name_steps()

    def _name_steps(self) -> None:
        before, after = self.step_buttons
        before.set_words(self.tr("Before"), "Ctrl+Left")
        after.set_words(self.tr("After"), "Ctrl+Right")

    def show_steps(self, *, shown: bool) -> None:
        """Offer the way to the days before and after, where not all are shown."""
        if not shown and not self._steps_shown:
            return
        self._name_steps()
        self._place_steps()
        for button in self.step_buttons:
            button.setVisible(shown)
        self._steps_shown = shown

    def show_state(self, words: str, short: str) -> None:
        """Say for as long as it is true who is shown, `short` in little room; "" for everybody."""
        self._state, self._short = words, short
        self.setToolTip(self.tr("{shown}. Esc shows everybody again.").format(shown=words) if words else "")
        self.list_button.setAccessibleDescription(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor if words else Qt.CursorShape.ArrowCursor)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show everybody again when the words that say who is shown are clicked."""
        if self._state and event.position().y() < _HINT_TOP + _HINT_HEIGHT:
            self.state_clicked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the buttons on the free line."""
        super().resizeEvent(event)
        self.list_button.setGeometry(_EDGE, _EDGE, _BUTTON, _BUTTON)
        if self._steps_shown:
            self._place_steps()

    def _place_steps(self) -> None:
        right = self.width() - _EDGE - _BUTTON
        for button, left in zip(self.step_buttons, (right - _BUTTON, right), strict=True):
            button.setGeometry(left, _EDGE, _BUTTON, _BUTTON)

    @property
    def told(self) -> str:
        """What stands on the free line."""
        return self._hint or self._state

    def show_hint(self, words: str) -> None:
        """Show on the free line what was typed to go somewhere; "" for nothing."""
        if words != self._hint:
            self._hint = words
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the titles on the line of the sessions, the hint on the line of the days."""
        scheme, columns = tokens(), self._head.columns
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0, 0, RADIUS_CARD, 0)
        # Qt's own corner button lies below and would leave a square corner.
        painter.fillRect(self.rect(), QColor(scheme.window))
        painter.fillPath(rounded(box, RADIUS_CARD - 1, top=True), QColor(scheme.surface))
        painter.setPen(QPen(QColor(scheme.line), 1))
        edge = box.adjusted(-0.5, -0.5, 0, RADIUS_CARD)
        painter.drawRoundedRect(edge, RADIUS_CARD - 0.5, RADIUS_CARD - 0.5)
        painter.fillRect(QRectF(0, HEAD - 1, self.width(), 1), QColor(scheme.line2))
        base = baseline(_HEAD_BASELINE_TOP, _HEAD_BASELINE_HEIGHT, SMALL)
        self._draw_told(painter, scheme)
        number = self.tr("No.")
        right = columns.number - PAD - width_of(number, CAPTION, 500)
        draw_text(painter, QPointF(right, base), number, scheme.text3, CAPTION, 500)
        left = columns.number + PAD
        for title, width in (
            (self.tr("Participant"), columns.name),
            (self.tr("Rank"), columns.rank),
            (self.tr("Unit"), columns.unit),
        ):
            if width:
                draw_text(painter, QPointF(left, base), title, scheme.text3, CAPTION, 500)
                left += width

    def _draw_told(self, painter: QPainter, scheme: Tokens) -> None:
        """Write beside the first button what was typed, or who is shown."""
        left = 2 * _EDGE + _BUTTON + 4
        right = self.step_buttons[0].x() if self._steps_shown else self.width()
        room = right - left - PAD - (0 if self._hint or not self._state else _CROSS + 4)
        told = self.told
        if not self._hint and width_of(told, CAPTION, 600) > room:
            told = self._short
        told = elided(told, room, CAPTION, 600)
        base = baseline(_HINT_TOP, _HINT_HEIGHT, CAPTION)
        wide = draw_text(painter, QPointF(left, base), told, scheme.accent_text, CAPTION, 600)
        if self._state and not self._hint:
            box = QRectF(left + wide + 4, _HINT_TOP + (_HINT_HEIGHT - _CROSS) / 2, _CROSS, _CROSS)
            icons.draw(painter, "close", box, "accent_text")
