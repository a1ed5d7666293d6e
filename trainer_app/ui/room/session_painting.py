"""Paints a row of the session view: a name to read at arm's length, four marks to press, minutes, remark."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from trainer_app.domain.attendance import Attendance, Mark
from trainer_app.ui.attendance.painting import draw_text, elided, font_of, metrics_of, width_of
from trainer_app.ui.room.session_rows import EDITED, Part, SessionRows
from trainer_app.ui.shell import icons
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import CAPTION, CARD_TITLE, RADIUS_CONTROL, SMALL, TABLE_HEAD, Tokens

ROW, NUMBER, PAD = 46, 46, 12
BUTTON, BUTTON_HEIGHT, BUTTON_GAP = 40, 32, 5
WIDTHS = {Part.MARK: 4 * BUTTON + 3 * BUTTON_GAP + 2 * PAD, Part.LATE: 68, Part.EARLY: 76, Part.CAME: 72}
REMARK_LEAST = 96
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_AT_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_MARKS = tuple(Mark)


def mark_boxes(cell: QRect) -> list[QRect]:
    """Return where the four buttons of a row lie, in the order of the marks."""
    top = cell.top() + (cell.height() - BUTTON_HEIGHT) // 2
    left = cell.left() + PAD
    return [
        QRect(left + place * (BUTTON + BUTTON_GAP), top, BUTTON, BUTTON_HEIGHT)
        for place in range(len(_MARKS))
    ]


def mark_at(cell: QRect, x: int, y: int) -> Mark | None:
    """Return the mark whose button lies under a point; a little beside it counts too."""
    for mark, box in zip(_MARKS, mark_boxes(cell), strict=True):
        if box.adjusted(-3, -8, 3, 8).contains(x, y):
            return mark
    return None


class SessionDelegate(QStyledItemDelegate):
    """Paints cells; the fields for minutes and remarks are Qt's own lines."""

    def __init__(self, rows: SessionRows, view: QTableView) -> None:
        super().__init__(view)
        self._rows, self._view = rows, view
        self.editor_kind = "room_cell_field"

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a row."""
        return QSize(40, ROW)

    def createEditor(
        self, parent: QWidget, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QWidget:
        """Give the field its name and its words."""
        field = super().createEditor(parent, option, index)
        field.setObjectName(self.editor_kind)
        field.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))
        return field

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell of a row."""
        scheme, box = tokens(), QRect(option.rect)
        place, part = index.row(), index.column()
        current = place == self._view.currentIndex().row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, QColor(scheme.accent_soft if current else scheme.surface))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, QColor(scheme.line))
        if part == Part.PERSON:
            self._draw_person(painter, box, place, scheme, current=current)
        elif part == Part.MARK:
            session = self._rows.session
            cell = None if session is not None and session.cancelled else self._rows.cell(place)
            draw_marks(painter, box, scheme, cell, self._letters(), is_open=self._rows.is_open)
        else:
            self._draw_fact(painter, box, place, part, scheme, current=current)
        if current and part == self._view.currentIndex().column() and self._view.hasFocus():
            self._draw_focus(painter, box, part, scheme)
        painter.restore()

    def _letters(self) -> tuple[str, ...]:
        return self._rows.grid.words.letters() if self._rows.grid is not None else ()

    def _draw_person(
        self, painter: QPainter, box: QRect, place: int, scheme: Tokens, *, current: bool
    ) -> None:
        row, second = self._rows.row(place), self._rows.second_line(place)
        if current:
            painter.fillRect(box.left(), box.top(), 3, box.height() - 1, QColor(scheme.accent))
        number = QRectF(box.left(), box.top(), NUMBER - 10, box.height())
        painter.setFont(font_of(CARD_TITLE, 500))
        painter.setPen(QColor(scheme.text3))
        painter.drawText(
            number, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), str(row.number)
        )
        left, right = box.left() + NUMBER, box.right() - PAD
        name = elided(self._rows.text(place, Part.PERSON), right - left, CARD_TITLE, 600)
        lines = metrics_of(CARD_TITLE, 600).height(), metrics_of(SMALL).height() if second else 0
        top = box.top() + (box.height() - 1 - sum(lines)) / 2
        base = top + metrics_of(CARD_TITLE, 600).ascent()
        draw_text(painter, QPointF(left, round(base)), name, scheme.text, CARD_TITLE, 600)
        if second:
            base = top + lines[0] + metrics_of(SMALL).ascent()
            draw_text(
                painter, QPointF(left, round(base)), elided(second, right - left, SMALL), scheme.text2, SMALL
            )

    def _draw_fact(
        self, painter: QPainter, box: QRect, place: int, part: int, scheme: Tokens, *, current: bool
    ) -> None:
        """Draw minutes, a remark or the time of a badge; on the current row, where they can be typed."""
        text = self._rows.text(place, part)
        room = box.adjusted(6, 6, -6, -7)
        if part in EDITED and current and self._rows.is_open and self._rows.cell(place) is not None:
            painter.setPen(QPen(QColor(scheme.edge), 1))
            painter.setBrush(QColor(scheme.surface))
            field = QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(field, RADIUS_CONTROL, RADIUS_CONTROL)
        if part == Part.REMARK:
            at = QPointF(room.left() + 8, _base(box, SMALL))
            draw_text(painter, at, elided(text, room.width() - 14, SMALL), scheme.text2, SMALL)
            return
        if not text:
            return
        if part == Part.CAME:
            icon = QRectF(room.left() - 2, box.center().y() - 8, 16, 16)
            icons.draw(painter, "badge", icon, "text3")
            draw_text(painter, QPointF(icon.right() + 4, _base(box, SMALL)), text, scheme.text2, SMALL)
            return
        at = QPointF(box.center().x() - width_of(text, CARD_TITLE, 600) / 2, _base(box, CARD_TITLE))
        draw_text(painter, at, text, scheme.late, CARD_TITLE, 600)

    def _draw_focus(self, painter: QPainter, box: QRect, part: int, scheme: Tokens) -> None:
        """Frame what the keys act on: the four marks as one, or a field."""
        if part == Part.PERSON:
            return
        frame = QRectF(box.adjusted(5, 4, -5, -5))
        painter.setPen(QPen(QColor(scheme.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(frame, RADIUS_CONTROL + 2, RADIUS_CONTROL + 2)


def draw_marks(
    painter: QPainter,
    box: QRect,
    scheme: Tokens,
    cell: Attendance | None,
    letters: tuple[str, ...],
    *,
    is_open: bool = True,
) -> None:
    """Draw the four buttons; the mark that is set is filled as in the grid, the others are outlines.

    Where nothing can be changed only the mark that is set has a box. Beside them stands a question mark where
    there is a mark that only a newer version of the program can show.
    """
    if cell is None:
        painter.setPen(QPen(QColor(scheme.planned), 1.4))
        centre = QRectF(box).center()
        painter.drawLine(QPointF(centre.x() - 6, centre.y()), QPointF(centre.x() + 6, centre.y()))
        return
    unset = scheme.text2 if is_open else scheme.text3
    for mark, place, letter in zip(_MARKS, mark_boxes(box), letters, strict=True):
        fill, edge, ink = _colours(scheme, mark) if cell.mark is mark else ("", scheme.line2, unset)
        field = QRectF(place).adjusted(0.75, 0.75, -0.75, -0.75)
        if cell.mark is mark or is_open:
            painter.setPen(QPen(QColor(edge), 1.5 if cell.mark is mark else 1))
            painter.setBrush(QColor(fill or scheme.surface))
            radius = field.height() / 2 if mark is Mark.LATE else RADIUS_CONTROL
            painter.drawRoundedRect(field, radius, radius)
        painter.setFont(font_of(CARD_TITLE, 700 if cell.mark is mark else 500))
        painter.setPen(QColor(ink))
        painter.drawText(field, _CENTRE, letter)
    if cell.unknown:
        painter.setFont(font_of(CARD_TITLE, 600))
        painter.setPen(QColor(scheme.text2))
        painter.drawText(QRectF(box.right() - PAD, box.top(), PAD, box.height() - 1), _AT_RIGHT, "?")
    if cell.conflict:
        icons.draw(painter, "alert", QRectF(box.right() - 13, box.top() + 2, 12, 12), "late")


def _colours(scheme: Tokens, mark: Mark) -> tuple[str, str, str]:
    """Return fill, edge and ink of a mark that is set."""
    return {
        Mark.PRESENT: (scheme.present_soft, scheme.present, scheme.present),
        Mark.LATE: (scheme.late_soft, scheme.late_edge, scheme.late),
        Mark.EXCUSED: (scheme.surface, scheme.excused_edge, scheme.excused),
        Mark.ABSENT: (scheme.absent, scheme.absent, scheme.on_absent),
    }[mark]


def _base(box: QRect, size: int) -> float:
    measures: QFontMetrics = metrics_of(size)
    return round(box.top() + (box.height() - 1 - measures.height()) / 2 + measures.ascent())


class SessionHead(QHeaderView):
    """Quiet words over the columns."""

    def __init__(self, rows: SessionRows, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("room_head")
        self._rows = rows
        self.setFixedHeight(TABLE_HEAD)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(36)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Draw one head over its column."""
        if not rect.isValid():
            return
        scheme, text = tokens(), self._rows.heading(section)
        painter.save()
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, QColor(scheme.line))
        painter.setFont(font_of(CAPTION, 500))
        painter.setPen(QColor(scheme.text3))
        left = NUMBER if section == Part.PERSON else PAD
        centred = section in (Part.LATE, Part.EARLY)
        room = QRectF(rect.adjusted(2, 0, -2, 0) if centred else rect.adjusted(left, 0, -4, 0))
        shown = elided(text, int(room.width()), CAPTION, 500)
        side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()
