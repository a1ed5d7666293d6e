"""Attendance marks as they are painted: the style of a cell as a small hashable value, and its drawing.

The grid, the session page, the sign-in sheets and Review all paint marks with `draw_mark`.
"""

import math
from functools import cache, lru_cache

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from trainer_app.domain.attendance.marks import Attendance, GridSession, Mark
from trainer_app.ui.style import theme
from trainer_app.ui.style.tokens import CAPTION, CARD_TITLE, RADIUS_CONTROL, RADIUS_MARK, SMALL, Tokens
from trainer_app.ui.widgets.painting import AT_THE_RIGHT, font_of, metrics_of

type CellStyle = tuple[str, int, int, int]
"""Kind, minutes late, bits, minutes left early. The kind is a mark's value or one of the words below."""

UNMARKED, PLANNED, DASH, CANCELLED = "unmarked", "planned", "dash", "cancelled"
UNKNOWN = "unknown"
"""A mark that only a newer version of the program can show."""
CONFLICT, REMARK, DAY_START, LOCKED = 1, 2, 4, 8


def style_of(session: GridSession, cell: Attendance | None, *, begun: bool, starts_day: bool) -> CellStyle:
    """Return the look of one cell. `begun` tells whether the session is past, or marked by anybody."""
    bits = DAY_START if starts_day else 0
    if session.cancelled:
        return CANCELLED, 0, bits, 0
    bits |= LOCKED if session.locked else 0
    if cell is None:
        return DASH, 0, bits, 0
    bits |= (CONFLICT if cell.conflict else 0) | (REMARK if cell.remark or cell.taken_from else 0)
    if cell.unknown:
        return UNKNOWN, 0, bits, 0
    if cell.mark is None:
        return UNMARKED if begun else PLANNED, 0, bits, 0
    # Not `value`: that is a lookup in Python, for each of a thousand cells that are seen.
    kind = cell.mark._value_
    return (kind, cell.late, bits, min(cell.early, cell.missed)) if cell.missed else (kind, 0, bits, 0)


@cache
def bare_styles(*, cancelled: bool, locked: bool, starts_day: bool) -> dict[Mark, CellStyle]:
    """Return the look of each mark in a session where nothing else is recorded beside it."""
    bits = DAY_START if starts_day else 0
    if cancelled:
        return dict.fromkeys(Mark, (CANCELLED, 0, bits, 0))
    bits |= LOCKED if locked else 0
    return {mark: (mark.value, 0, bits, 0) for mark in Mark}


NUMBER, NAME, RANK, SHARE = 34, 178, 122, 94
PAD = 8
UNIT_LEAST, UNIT_MOST = 140, 260
CELL, CELL_LEAST, CELL_MOST = 59, 54, 84
WIDE_LEAST, WIDE_MOST = 150, 320
"""A session of the day view, with words beside the mark."""
MARK_WIDTH, PILL_WIDTH, WIDE_MARK = 34, 46, 66
HEAD_DAY, HEAD_SESSION = 22, 26
HEAD = HEAD_DAY + HEAD_SESSION
HEAD_TOPIC = 30
"""What a session of the day view is about, on up to two lines below its time."""
TOTALS, LEGEND_BAR = 24, 44
SHARE_BAR = 22


@lru_cache(maxsize=8)
def row_height(ratio: float = 1.0) -> int:
    """Return the height of a row: a line of the font and 4 px, 22 for the bundled font."""
    return snapped(max(22, theme.metrics(SMALL).height() + 4), ratio)


def snapped(size: int, ratio: float) -> int:
    """Return the least size from `size` on that is whole in device pixels, so that pictures stay sharp.

    `ratio` is the screen's device pixel ratio; 1.25 and 1.75 need multiples of 4.
    """
    for wider in range(size, size + 8):
        if math.isclose(wider * ratio, round(wider * ratio), abs_tol=1e-6):
            return wider
    return size


class ColumnWidths(Struct, frozen=True):
    """Widths that share out a card. Rank and unit are 0 where they give way; `cell` is one session."""

    number: int
    name: int
    rank: int
    unit: int
    cell: int
    scrolls: bool

    @property
    def head(self) -> int:
        """Width of all that stands left of the sessions."""
        return self.number + self.name + self.rank + self.unit


_FEW_SESSIONS = 4
"""So many sessions are worth more in sight than the rank."""


def share_out(
    width: int,
    sessions: int,
    ratio: float = 1.0,
    *,
    ranks: bool = True,
    units: bool = True,
    wide: bool = False,
) -> ColumnWidths:
    """Share out the inner width of the card among names and sessions.

    Sessions get the room there is, within limits. Much room left shows the unit too, the rest goes to the
    names. Where sessions do not fit, the rank gives way if that helps, or if hardly a day would be seen; else
    they scroll. Columns that would be empty for everybody (`ranks`, `units` false) are left out.
    """
    for rank in (RANK, 0) if ranks else (0,):
        room = width - NUMBER - NAME - rank - SHARE
        cell = _cell_width(
            room, sessions, ratio, (WIDE_LEAST, WIDE_MOST) if wide else (CELL_LEAST, CELL_MOST)
        )
        if cell:
            spare = room - cell * sessions
            unit = min(spare, UNIT_MOST) if units and spare >= UNIT_LEAST else 0
            return ColumnWidths(NUMBER, NAME + spare - unit, rank, unit, cell, scrolls=False)
    cell = snapped(WIDE_LEAST if wide else CELL, ratio)
    room = width - NUMBER - NAME - SHARE
    rank = RANK if ranks and room - RANK >= min(sessions, _FEW_SESSIONS) * cell else 0
    room = max(room - rank, cell)
    # Only whole sessions are shown; the names take what is left over.
    return ColumnWidths(NUMBER, NAME + room % cell, rank, 0, cell, scrolls=True)


def _cell_width(room: int, sessions: int, ratio: float, limits: tuple[int, int]) -> int:
    """Return the widest sharp width of a session that fits; 0 if none does."""
    least, most = limits
    widest = min(most, room // max(sessions, 1))
    for width in range(widest, least - 1, -1):
        if snapped(width, ratio) == width:
            return width
    return 0


_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_PILL_PAD = 4
_NOTHING = (UNMARKED, PLANNED, DASH, CANCELLED)


def draw_mark(
    painter: QPainter,
    middle: QRectF,
    scheme: Tokens,
    kind: str,
    late: int,
    letters: tuple[str, ...],
    width: float = MARK_WIDTH,
    early: int = 0,
) -> None:
    """Paint one mark in the middle of a box; the legend uses it too, with a smaller `width`.

    A kind that this version does not know is a question mark. Minutes widen the mark, at most to the box.
    """
    minutes = minutes_of(late, early) if kind in (Mark.PRESENT, Mark.LATE) else ()
    asked = _width_of(letters[list(Mark).index(Mark(kind))], minutes) if minutes else 0
    if width == MARK_WIDTH and (minutes or kind == Mark.LATE):
        width = min(max(asked + 2 * _PILL_PAD, PILL_WIDTH), max(middle.width() - 2, PILL_WIDTH))
    box = QRectF(0, 0, int(width), middle.height())
    box.moveLeft(middle.left() + int((middle.width() - box.width()) / 2))
    box.moveTop(middle.top())
    if kind == Mark.PRESENT:
        _draw_box(painter, box, scheme.present_soft, "")
        _draw_letter(painter, box, letters[0], scheme.present, 500, minutes)
    elif kind == Mark.LATE:
        painter.setPen(QPen(QColor(scheme.late_edge), 1))
        painter.setBrush(QColor(scheme.late_soft))
        pill = box.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        _draw_letter(painter, box, letters[1], scheme.late, 700, minutes)
    elif kind == Mark.EXCUSED:
        painter.setPen(QPen(QColor(scheme.excused_edge), 1.2))
        painter.setBrush(QColor(scheme.surface))
        painter.drawRoundedRect(box.adjusted(0.6, 0.6, -0.6, -0.6), RADIUS_MARK, RADIUS_MARK)
        _draw_letter(painter, box, letters[2], scheme.excused, 600)
    elif kind == Mark.ABSENT:
        _draw_box(painter, box, scheme.absent, "")
        _draw_letter(painter, box, letters[3], scheme.on_absent, 700)
    elif kind in _NOTHING:
        _draw_nothing(painter, middle, scheme, kind)
    else:
        _draw_letter(painter, box, "?", scheme.text2, 600)


def minutes_of(late: int, early: int) -> tuple[str, ...]:
    """Return the minutes that stand beside the letter: "15" late, "−20" left early."""
    return tuple(([str(late)] if late else []) + ([f"−{early}"] if early else []))


def _draw_nothing(painter: QPainter, middle: QRectF, scheme: Tokens, kind: str) -> None:
    """Paint what stands where there is no mark: a ring, a dot, a dash."""
    centre = QPointF(round(middle.center().x()), round(middle.center().y()))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if kind == UNMARKED:
        painter.setPen(QPen(QColor(scheme.unmarked), 1.4))
        painter.drawEllipse(centre, 3.5, 3.5)
    elif kind == PLANNED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scheme.planned))
        painter.drawEllipse(centre, 1.5, 1.5)
    elif kind == DASH:
        painter.setPen(QPen(QColor(scheme.planned), 1.4))
        painter.drawLine(QPointF(centre.x() - 5, centre.y()), QPointF(centre.x() + 5, centre.y()))


def _draw_box(painter: QPainter, box: QRectF, fill: str, border: str) -> None:
    painter.setPen(QPen(QColor(border), 1) if border else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill))
    painter.drawRoundedRect(box, RADIUS_MARK, RADIUS_MARK)


def _width_of(letter: str, minutes: tuple[str, ...]) -> int:
    """Return the width of a letter with its minutes; the narrow cut is for two numbers."""
    gap = _gap(minutes)
    measures = metrics_of(CAPTION, 500, narrow=len(minutes) > 1)
    first = metrics_of(SMALL, 700).horizontalAdvance(letter) if letter else 0
    return first + sum(measures.horizontalAdvance(each) + gap for each in minutes) - (0 if letter else gap)


def _gap(minutes: tuple[str, ...]) -> int:
    signs = sum(map(len, minutes))
    return 4 if signs <= 2 else 3 if signs <= 5 else 2


def _draw_letter(
    painter: QPainter, box: QRectF, letter: str, colour: str, weight: int, minutes: tuple[str, ...] = ()
) -> None:
    """Write the letter and beside it any minutes. Where not all fits, the shape has to do."""
    painter.setPen(QColor(colour))
    if not minutes:
        painter.setFont(font_of(SMALL, weight))
        painter.drawText(box, _CENTRE, letter)
        return
    if _width_of(letter, minutes) > box.width() - 2:
        letter = ""
    narrow = len(minutes) > 1
    strong, plain = metrics_of(SMALL, 700), metrics_of(CAPTION, 500, narrow=narrow)
    at = int(box.left() + (box.width() - _width_of(letter, minutes)) / 2)
    base = round(box.top() + (box.height() + strong.ascent() - strong.descent()) / 2)
    if letter:
        painter.setFont(font_of(SMALL, 700))
        painter.drawText(QPointF(at, base), letter)
        at += strong.horizontalAdvance(letter) + _gap(minutes)
    painter.setFont(font_of(CAPTION, 500, narrow=narrow))
    for each in minutes:
        painter.drawText(QPointF(at, base), each)
        at += plain.horizontalAdvance(each) + _gap(minutes)


def colours_of(scheme: Tokens, mark: Mark) -> tuple[str, str, str]:
    """Return fill, edge and ink of a mark that is set."""
    return {
        Mark.PRESENT: (scheme.present_soft, scheme.present, scheme.present),
        Mark.LATE: (scheme.late_soft, scheme.late_edge, scheme.late),
        Mark.EXCUSED: (scheme.surface, scheme.excused_edge, scheme.excused),
        Mark.ABSENT: (scheme.absent, scheme.absent, scheme.on_absent),
    }[mark]


BUTTON, BUTTON_HEIGHT, BUTTON_GAP, BUTTON_PAD = 40, 32, 5, 12
"""The four marks as they are pressed in the session view."""
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_MARKS = tuple(Mark)


def mark_boxes(cell: QRect) -> list[QRect]:
    """Return where the four buttons of a row lie, in the order of the marks."""
    top = cell.top() + (cell.height() - BUTTON_HEIGHT) // 2
    left = cell.left() + BUTTON_PAD
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


def draw_buttons(
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
        fill, edge, ink = colours_of(scheme, mark) if cell.mark is mark else ("", scheme.line2, unset)
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
        painter.drawText(
            QRectF(box.right() - BUTTON_PAD, box.top(), BUTTON_PAD, box.height() - 1), AT_THE_RIGHT, "?"
        )
    if cell.conflict:
        theme.draw(painter, "alert", QRectF(box.right() - 13, box.top() + 2, 12, 12), "late")
