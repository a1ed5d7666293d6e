"""The table of the schedule: rows moved with the mouse or by keys, topics typed where they stand."""

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from trainer_app.ui.courses.session_table import TOPIC
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.widgets.table import TableView

_EDGE, _STEP = 28, 18
"""How near to the edge a dragged row scrolls the table, and how far at a time."""
_ALT = Qt.KeyboardModifier.AltModifier


class TopicLine(QLineEdit):
    """One line over the cell of a topic. Enter keeps what is typed, Esc leaves the topic as it was."""

    typed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("schedule_topic")
        self.setMaxLength(300)
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep on Enter, leave on Esc; the arrows up and down keep too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._close(keep=True)
        elif event.key() == Qt.Key.Key_Escape:
            self._close(keep=False)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take Esc and Enter before the shortcuts of the window do."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            event.accept()
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what is typed when the person goes on elsewhere in the window."""
        super().focusOutEvent(event)
        staying = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if self.isVisible() and event.reason() not in staying:
            self._keep()

    def _close(self, *, keep: bool) -> None:
        if keep:
            self._keep()
        self.hide()
        self.left.emit()

    def _keep(self) -> None:
        self.hide()
        if self.isModified():
            self.setModified(False)
            self.typed.emit(self.text().strip())


class SessionTable(TableView):
    """`dropped` gives the row that was dragged, the row it was let go at, and whether behind that one.

    `shifted` is -1 or 1 within the day, `day_shifted` to the day before or the next one.
    """

    dropped = Signal(int, int, bool)
    shifted = Signal(int)
    day_shifted = Signal(int)
    removed = Signal()
    rename_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__("schedule_table", parent)
        self._pressed: QPoint | None = None
        self._dragged = -1
        self._target: tuple[int, bool] | None = None
        self.topic_line = TopicLine(self.viewport())
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._place_line())
        self.topic_line.left.connect(lambda: self.setFocus(Qt.FocusReason.OtherFocusReason))

    def rename(self, text: str, name: str) -> None:
        """Let the topic of the current row be typed where it stands."""
        self.scrollTo(self.currentIndex())
        self._place_line()
        self.topic_line.setAccessibleName(name)
        self.topic_line.setText(text)
        self.topic_line.show()
        self.topic_line.selectAll()
        self.topic_line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_line(self) -> None:
        """Put the line over its cell: again whenever the rows are scrolled or the window changes."""
        index = self.model().index(self.currentIndex().row(), TOPIC)
        box: QRect = self.visualRect(index)
        self.topic_line.setGeometry(box.adjusted(2, 6, -6, -6))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the line over its cell."""
        super().resizeEvent(event)
        self._place_line()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, rename and remove the current row; stop a drag on Esc; the rest is the table's."""
        key, alt = event.key(), event.modifiers() == _ALT
        if key == Qt.Key.Key_Escape and self._dragged >= 0:
            self._stop()
        elif key == Qt.Key.Key_Delete:
            self.removed.emit()
        elif key == Qt.Key.Key_F2:
            self.rename_asked.emit()
        elif alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shifted.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif alt and key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.day_shifted.emit(-1 if key == Qt.Key.Key_PageUp else 1)
        else:
            super().keyPressEvent(event)

    # Dragging: nothing of it leaves the table, so it needs no drag and drop of the desktop.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make the row current; it may be dragged from here."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the row would go."""
        at = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            super().mouseMoveEvent(event)
            return
        if self._dragged < 0:
            if (at - self._pressed).manhattanLength() < QApplication.startDragDistance():
                return
            self._dragged = self.indexAt(self._pressed).row()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self._scroll(at)
        self._target = self._place(at) if self._dragged >= 0 else None
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the row go where the line is."""
        dragged, target = self._dragged, self._target
        self._stop()
        if dragged >= 0 and target is not None and target[0] != dragged:
            self.dropped.emit(dragged, *target)
        elif dragged < 0:
            super().mouseReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and over them the line where a dragged row would go."""
        super().paintEvent(event)
        if self._target is None or self._target[0] == self._dragged:
            return
        row, behind = self._target
        box = self.visualRect(self.model().index(row, 0))
        at = box.bottom() if behind else box.top()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(tokens().accent), 3))
        painter.drawLine(6, at, self.viewport().width() - 6, at)

    def _place(self, at: QPoint) -> tuple[int, bool] | None:
        """Return the row under the mouse and whether its lower half is meant."""
        index = self.indexAt(QPoint(max(at.x(), 0), at.y()))
        if not index.isValid():
            last = self.model().rowCount() - 1
            return (last, True) if at.y() > 0 and last >= 0 else None
        box = self.visualRect(index)
        return index.row(), at.y() > box.center().y()

    def _scroll(self, at: QPoint) -> None:
        bar = self.verticalScrollBar()
        if at.y() < _EDGE:
            bar.setValue(bar.value() - _STEP)
        elif at.y() > self.viewport().height() - _EDGE:
            bar.setValue(bar.value() + _STEP)

    def _stop(self) -> None:
        self._pressed, self._dragged, self._target = None, -1, None
        self.viewport().unsetCursor()
        self.viewport().update()
