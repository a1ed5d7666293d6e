"""The list at the left, painted: heads with counts, rows with marks or a drawing, two lines each."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from trainer_app.ui.attendance.wording import Wording
from trainer_app.ui.review.entries import Entry
from trainer_app.ui.review.entry_model import LINE_ROLE, EntryModel, Head
from trainer_app.ui.review.marks import SMALL_SIZE, draw_small_mark
from trainer_app.ui.shell import fonts, icons
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import BODY, CAPTION, ICON_BUTTON, RADIUS_CONTROL
from trainer_app.ui.widgets.naming import FocusRing

_HEAD, _FIRST_HEAD, _ROW = 48, 38, 55
_SIDE, _TEXT_LEFT, _EDGE = 8, 94, 18
_DISC = QSize(36, 32)


class EntryDelegate(QStyledItemDelegate):
    """Paints heads and entries."""

    def __init__(self, view: "EntryList") -> None:
        super().__init__(view)
        self._view = view
        self._marks = Wording(self)

    def refresh(self) -> None:
        """Read the letters of the marks anew, after a change of language."""
        self._marks.refresh()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a line."""
        line = index.data(LINE_ROLE)
        if isinstance(line, Head):
            return QSize(100, _FIRST_HEAD if line.first else _HEAD)
        return QSize(100, _ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one line."""
        line, model = index.data(LINE_ROLE), index.model()
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Head) and isinstance(model, EntryModel):
            _draw_head(painter, box, model.words(line.group), line)
        elif isinstance(line, Entry):
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            focused = selected and self._view.ring_shown
            self._draw_entry(painter, box, line, selected=selected, focused=focused)
        painter.restore()

    def _draw_entry(
        self, painter: QPainter, box: QRect, entry: Entry, *, selected: bool, focused: bool
    ) -> None:
        scheme = tokens()
        field = QRectF(box).adjusted(_SIDE, 0, -_SIDE, -1)
        if selected:
            painter.setPen(QPen(QColor(scheme.accent), 1.5) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.accent_soft))
            inset = 0.75 if focused else 0
            painter.drawRoundedRect(
                field.adjusted(inset, inset, -inset, -inset), RADIUS_CONTROL, RADIUS_CONTROL
            )
        middle = QPointF(box.left() + 50, field.center().y())
        if entry.marks:
            self._draw_marks(painter, middle, entry)
        else:
            _draw_icon(painter, middle, entry.icon)
        room = QRectF(box.left() + _TEXT_LEFT, field.top() + 8, box.width() - _TEXT_LEFT - _EDGE, 20)
        _draw_line(painter, room, entry.title, scheme.text, BODY, 600)
        _draw_line(painter, room.translated(0, 20), entry.second, scheme.text2, CAPTION, 400)

    def _draw_marks(self, painter: QPainter, middle: QPointF, entry: Entry) -> None:
        width, height = SMALL_SIZE.width(), SMALL_SIZE.height()
        left = middle.x() - (len(entry.marks) * (width + 6) - 6) / 2
        for mark, _ in entry.marks:
            box = QRectF(round(left), round(middle.y() - height / 2), width, height)
            draw_small_mark(painter, box, mark, self._marks.letters())
            left += width + 6


class EntryList(FocusRing, QListView):
    """`taken(place)` is emitted by 1 and 2, `entered` by Enter: both are about the current entry."""

    taken = Signal(int)
    entered_details = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("review_list")
        self.setProperty("role", "in_card")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(False)
        self.delegate = EntryDelegate(self)
        self.setItemDelegate(self.delegate)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a side by its number, go to the details by Enter, else move."""
        if event.text() in ("1", "2"):
            self.taken.emit(int(event.text()) - 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_details.emit()
        else:
            super().keyPressEvent(event)


def _draw_head(painter: QPainter, box: QRect, words: str, head: Head) -> None:
    scheme = tokens()
    if not head.first:
        painter.setPen(QPen(QColor(scheme.line), 1))
        top = box.top() + 8.5
        painter.drawLine(QPointF(box.left() + _SIDE, top), QPointF(box.right() - _SIDE, top))
    room = QRectF(box.left() + _EDGE, box.bottom() - 29, box.width() - 2 * _EDGE - 12, 20)
    painter.setFont(fonts.font(CAPTION))
    painter.setPen(QColor(scheme.text3))
    shown = fonts.metrics(CAPTION).elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()) - 30)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
    painter.drawText(room, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(head.count))


def _draw_icon(painter: QPainter, middle: QPointF, icon: str) -> None:
    scheme = tokens()
    disc = QRectF(0, 0, _DISC.width(), _DISC.height())
    disc.moveCenter(middle)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(scheme.window))
    painter.drawRoundedRect(disc, RADIUS_CONTROL, RADIUS_CONTROL)
    box = QRectF(0, 0, ICON_BUTTON, ICON_BUTTON)
    box.moveCenter(middle)
    icons.draw(painter, icon, box, "text2")


def _draw_line(painter: QPainter, room: QRectF, text: str, colour: str, size: int, weight: int) -> None:
    painter.setFont(fonts.font(size, weight))
    painter.setPen(QColor(colour))
    shown = fonts.metrics(size, weight).elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
    painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
