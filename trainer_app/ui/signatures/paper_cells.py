"""How the paper looks on the screen: the printed words, a small mark, a large tick in the place to sign."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from trainer_app.domain.attendance import Attendance, GridSession, Signed
from trainer_app.domain.reconciliation import DifferenceKind, difference_kind
from trainer_app.ui.attendance.cell_pictures import draw_mark
from trainer_app.ui.attendance.faces import UNKNOWN, UNMARKED
from trainer_app.ui.shell import fonts, icons
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import CAPTION, RADIUS_MARK, SMALL, Tokens
from trainer_app.ui.signatures.paper_model import FIRST, NAME, NUMBER, PaperModel

HEAD = 40
_MARK, _MARK_HEIGHT, _TICK, _ALERT = 24.0, 15.0, 22.0, 13.0
_EDGE, _GAP = 7.0, 6.0
MARK_SIDE = _EDGE + _MARK
"""The left part of a place, where the mark stands; a click right of it is about the tick."""
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class PaperDelegate(QStyledItemDelegate):
    """Paints cells of a page. `current` gives the place that keys are about."""

    def __init__(self, parent: QWidget, model: PaperModel) -> None:
        super().__init__(parent)
        self._model = model
        self.current: Callable[[], QModelIndex] = QModelIndex
        self.focused: Callable[[], bool] = lambda: False

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Rows and columns are given their sizes by the view."""
        return QSize(40, 22)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell and the lines at its right and below."""
        scheme, box = tokens(), QRectF(_rect(option))
        here = self.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = self._model.place(index)
        kind = difference_kind(place[2], cancelled=place[1].cancelled) if place else None
        open_here = kind is not None and place is not None and not place[2].settled
        if open_here:
            painter.fillRect(box, QColor(scheme.late_soft))
        elif index.row() == here.row():
            painter.fillRect(box, QColor(scheme.accent_soft))
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(scheme.line))
        if index.column() >= FIRST:
            painter.fillRect(QRectF(box.left(), box.top(), 1, box.height()), QColor(scheme.line2))
        if place is None:
            self._draw_words(painter, box, index, strong=index.row() == here.row())
        else:
            if (index.row(), index.column()) == (here.row(), here.column()):
                _draw_frame(painter, box, scheme, focused=self.focused(), filled=not open_here)
            _draw_place(painter, box, place[1], place[2], kind, self._model.words.marks.letters())
        painter.restore()

    def _draw_words(
        self, painter: QPainter, box: QRectF, index: QModelIndex | QPersistentModelIndex, *, strong: bool
    ) -> None:
        scheme, column = tokens(), index.column()
        weight = 600 if strong and column == NAME else 400
        painter.setFont(fonts.font(SMALL, weight))
        painter.setPen(QColor(scheme.text if column == NAME else scheme.text2))
        room = box.adjusted(8, 0, -8, -1)
        text = str(index.data() or "")
        shown = fonts.metrics(SMALL, weight).elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, _RIGHT if column == NUMBER else _LEFT, shown)


class PaperHead(QHeaderView):
    """Heads of the columns: what is printed, and for a session its number over its time."""

    def __init__(self, parent: QWidget, model: PaperModel, times: Callable[[GridSession], str]) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("signatures_paper_head")
        self.setFixedHeight(HEAD)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(24)
        self._model, self._times = model, times
        self.column: Callable[[], int] = lambda: -1

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one head."""
        scheme, box = tokens(), QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), QColor(scheme.line2))
        if section < FIRST:
            painter.setFont(fonts.font(CAPTION, 500))
            painter.setPen(QColor(scheme.text3))
            text = str(self._model.headerData(section, Qt.Orientation.Horizontal) or "")
            side = _RIGHT if section == NUMBER else _LEFT
            painter.drawText(box.adjusted(8, 0, -8, -1), side, text)
        else:
            self._draw_session(painter, box, self._model.sessions[section - FIRST], section == self.column())
        painter.restore()

    def _draw_session(self, painter: QPainter, box: QRectF, session: GridSession, current: bool) -> None:
        scheme = tokens()
        painter.fillRect(QRectF(box.left(), box.top() + 6, 1, box.height() - 6), QColor(scheme.line2))
        number, hours = str(session.number), self._times(session)
        strong = fonts.font(SMALL, 600)
        strong.setStrikeOut(session.cancelled)
        upper = QRectF(box.left(), box.top() + 4, box.width(), 16)
        if current:
            width = fonts.metrics(SMALL, 600).horizontalAdvance(number) + 16
            plate = QRectF(0, 0, width, 18)
            plate.moveCenter(upper.center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.accent))
            painter.drawRoundedRect(plate, RADIUS_MARK, RADIUS_MARK)
        ink = scheme.on_accent if current else scheme.text3 if session.cancelled else scheme.text
        painter.setPen(QColor(ink))
        painter.setFont(strong)
        painter.drawText(upper, int(Qt.AlignmentFlag.AlignCenter), number)
        painter.setFont(fonts.font(CAPTION, narrow=True))
        painter.setPen(QColor(scheme.text3))
        lower = QRectF(box.left(), box.top() + 21, box.width(), 15)
        painter.drawText(lower, int(Qt.AlignmentFlag.AlignCenter), hours)


def _rect(option: QStyleOptionViewItem) -> QRect:
    box: QRect = option.rect
    return box


def _draw_frame(painter: QPainter, box: QRectF, scheme: Tokens, *, focused: bool, filled: bool) -> None:
    width = 2.0 if focused else 1.0
    painter.setPen(QPen(QColor(scheme.accent if focused else scheme.edge), width))
    painter.setBrush(QColor(scheme.surface) if filled else Qt.BrushStyle.NoBrush)
    inset = width / 2
    painter.drawRoundedRect(box.adjusted(inset + 1, inset, -inset, -inset - 0.5), RADIUS_MARK, RADIUS_MARK)


def _draw_place(
    painter: QPainter,
    box: QRectF,
    session: GridSession,
    cell: Attendance,
    kind: DifferenceKind | None,
    letters: tuple[str, ...],
) -> None:
    """Draw mark, tick and, at the right, whether they differ."""
    scheme = tokens()
    middle = box.center().y() - 0.5
    if session.cancelled and cell.signed is Signed.NOT_CHECKED:
        _draw_hatch(painter, box, scheme)
        return
    mark = QRectF(box.left() + _EDGE, middle - _MARK_HEIGHT / 2, _MARK, _MARK_HEIGHT)
    look = UNKNOWN if cell.unknown else cell.mark or UNMARKED
    draw_mark(painter, mark, scheme, look, 0, letters, width=_MARK)
    left = mark.right() + _GAP
    spare = box.right() - _EDGE - _ALERT - left
    tick = QRectF(left + max(0.0, (spare - _TICK) / 2), middle - 9, _TICK, 18)
    draw_tick(painter, tick, scheme, cell.signed)
    if kind is not None:
        alert = QRectF(box.right() - _EDGE - _ALERT + 3, middle - _ALERT / 2, _ALERT, _ALERT)
        icons.draw(
            painter, "okcircle" if cell.settled else "alert", alert, "text3" if cell.settled else "late"
        )
    if cell.conflict:
        right, top = box.right() - 1, box.top() + 1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scheme.late))
        painter.drawPolygon(
            QPolygonF([QPointF(right - 7, top), QPointF(right, top), QPointF(right, top + 7)])
        )


def draw_tick(painter: QPainter, box: QRectF, scheme: Tokens, signed: Signed) -> None:
    """Paint a tick: a heavy check, a barred empty box, or the line on which nobody has looked yet."""
    if signed is Signed.NOT_CHECKED:
        painter.setPen(QPen(QColor(scheme.planned), 1.4))
        y = box.bottom() - 5
        painter.drawLine(QPointF(box.left() + 1, y), QPointF(box.right() - 1, y))
        return
    yes = signed is Signed.YES
    if yes:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scheme.present_soft))
        painter.drawRoundedRect(box, RADIUS_MARK, RADIUS_MARK)
    else:
        painter.setPen(QPen(QColor(scheme.absent_text), 1.3))
        painter.setBrush(QColor(scheme.surface))
        painter.drawRoundedRect(box.adjusted(0.65, 0.65, -0.65, -0.65), RADIUS_MARK, RADIUS_MARK)
    pen = QPen(QColor(scheme.present if yes else scheme.absent_text), 2.4)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    centre = box.center()
    points = ((-5, 0), (-1.5, 3.5), (5.5, -4)) if yes else ((-4, 0), (4, 0))
    painter.drawPolyline([QPointF(centre.x() + x, centre.y() + y) for x, y in points])


def _draw_hatch(painter: QPainter, box: QRectF, scheme: Tokens) -> None:
    painter.save()
    painter.setClipRect(box.adjusted(1, 0, 0, -1))
    painter.setPen(QPen(QColor(scheme.hatch), 1.4))
    height = box.height()
    left = box.left() - height
    while left < box.right():
        painter.drawLine(QPointF(left, box.bottom()), QPointF(left + height, box.top()))
        left += 8
    painter.restore()
