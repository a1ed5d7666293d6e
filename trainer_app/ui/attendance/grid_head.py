"""The head over the sessions, in two lines: days with their lock, sessions with number and time."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from trainer_app.domain.attendance import GridSession
from trainer_app.ui.attendance.grid_model import GridModel
from trainer_app.ui.attendance.measures import HEAD, HEAD_DAY
from trainer_app.ui.attendance.painting import Line, baseline, draw_lines, draw_text, elided, width_of
from trainer_app.ui.shell import icons
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import CAPTION, RADIUS_MARK, SMALL, Tokens

_DAY_TOP, _PILL_TOP, _PILL_HEIGHT, _PILL_INSET = 2, 25, 20, 3
_LOCK, _OWN_LOCK, _GAP = 14, 12, 4

type Inked = dict[str, list[Line]]
"""Lines by the colour in which they are written."""


class GridHead(QHeaderView):
    """Paints all sections at once, because a day's title runs over several of them."""

    chosen = Signal(int)
    """A session's head was clicked."""

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName("attendance_head")
        self.setModel(model)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._grid = model
        self._current = -1

    def sizeHint(self) -> QSize:
        """Both lines high."""
        return QSize(self.defaultSectionSize(), HEAD)

    def set_current(self, column: int) -> None:
        """Fill the head of the current session."""
        if column != self._current:
            self._current = column
            self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make a clicked session the current one."""
        column = self.logicalIndexAt(event.position().toPoint())
        if column >= 0:
            self.chosen.emit(column)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the visible days and sessions."""
        scheme, model = tokens(), self._grid
        painter = QPainter(self.viewport())
        area = event.rect()
        painter.fillRect(area, QColor(scheme.surface))
        if not model.sessions:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        first = max(self.visualIndexAt(area.left()), 0)
        last = self.visualIndexAt(area.right())
        last = len(model.sessions) - 1 if last < 0 else last
        numbers: Inked = {}
        times: Inked = {}
        for column in range(first, last + 1):
            self._draw_session(painter, scheme, column, numbers, times)
            if column == first or model.starts_day(column):
                self._draw_day(painter, scheme, column)
        for ink, lines in numbers.items():
            draw_lines(painter, lines, ink, SMALL, 700)
        for ink, lines in times.items():
            draw_lines(painter, lines, ink, CAPTION)
        painter.fillRect(QRectF(area.left(), HEAD - 1, area.width(), 1), QColor(scheme.line2))
        painter.fillRect(QRectF(0, 0, 1, HEAD), QColor(scheme.line2))

    def _draw_session(
        self, painter: QPainter, scheme: Tokens, column: int, numbers: Inked, times: Inked
    ) -> None:
        """Draw what is no text, and add number and time to the lines of their colour."""
        session = self._grid.sessions[column]
        left, width = self.sectionViewportPosition(column), self.sectionSize(column)
        if self._grid.starts_day(column):
            painter.fillRect(QRectF(left, 0, 1, HEAD), QColor(scheme.line2))
        current = column == self._current
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.accent))
            pill = QRectF(left + _PILL_INSET, _PILL_TOP, width - 2 * _PILL_INSET, _PILL_HEIGHT)
            painter.drawRoundedRect(pill, RADIUS_MARK, RADIUS_MARK)
        number, time = str(session.number), self._time(session, width)
        strong, plain = self._inks(scheme, session, column, current=current)
        wide = width_of(number, SMALL, 700), width_of(time, CAPTION)
        alone = session.locked and not self._day_locked(column)
        # A lock of its own stands behind the time, or in a narrow column over it.
        beside = alone and self._has_room_beside(column)
        at = left + int((width - wide[0] - _GAP - wide[1] - (_OWN_LOCK + 2 if beside else 0)) / 2)
        base = baseline(_PILL_TOP, _PILL_HEIGHT, SMALL)
        numbers.setdefault(strong, []).append((at, base, number))
        at += wide[0] + _GAP + 1
        times.setdefault(plain, []).append((at, base, time))
        if session.cancelled:
            painter.fillRect(QRectF(at - 2, base - 4, wide[1] + 2, 1), QColor(scheme.text3))
        if alone:
            box = self.lock_above(column)
            if beside:
                box = QRectF(
                    at + wide[1] + 2, _PILL_TOP + (_PILL_HEIGHT - _OWN_LOCK) / 2, _OWN_LOCK, _OWN_LOCK
                )
            icons.draw(painter, "lock", box, "on_accent" if current and beside else "text2")

    def _time(self, session: GridSession, width: int) -> str:
        """Return when a session begins; in a wide column when it ends too, and what it is about."""
        words = self._grid.words
        if not self._grid.wide:
            return words.formats.clock(session.start)
        times = words.formats.times(session.start, session.end)
        topic = session.topic.best(words.language)
        room = width - width_of(str(session.number), SMALL, 700) - 2 * _PILL_INSET - 4 * _GAP
        return elided(f"{times} · {topic}" if topic else times, room, CAPTION)

    def _inks(self, scheme: Tokens, session: GridSession, column: int, *, current: bool) -> tuple[str, str]:
        """Return the colours of number and time."""
        if current:
            return scheme.on_accent, scheme.on_accent
        if session.cancelled:
            return scheme.text3, scheme.text3
        return (scheme.text if self._grid.begun[column] else scheme.text2), scheme.text3

    def _draw_day(self, painter: QPainter, scheme: Tokens, column: int) -> None:
        """Write a day's title over all of its sessions, as long as they have room for it."""
        columns = self._grid.days[column]
        locked = self._day_locked(column)
        left, width = self.title_room(column)
        room = width - 8 - (2 * (_LOCK + _GAP) if locked else 0)
        title = self._title(self._grid.sessions[column], room)
        text_width = width_of(title, CAPTION, 600)
        at = left + round((width - text_width) / 2)
        base = baseline(_DAY_TOP, HEAD_DAY, CAPTION)
        colour = scheme.text if self._current in columns else scheme.text2
        draw_text(painter, QPointF(at, base), title, colour, CAPTION, 600)
        if locked:
            box = QRectF(at + text_width + _GAP, base - 12, _LOCK, _LOCK)
            icons.draw(painter, "lock", box, "text3")

    def _has_room_beside(self, column: int) -> bool:
        """Tell whether a lock fits behind the time of a session."""
        width = self.sectionSize(column)
        session = self._grid.sessions[column]
        words = (
            width_of(str(session.number), SMALL, 700) + _GAP + width_of(self._time(session, width), CAPTION)
        )
        return width - 2 * _PILL_INSET - words >= _OWN_LOCK + 4

    def lock_above(self, column: int) -> QRectF:
        """Return where the lock of one session stands over its time, in the line of the days."""
        right = self.sectionViewportPosition(column) + self.sectionSize(column)
        return QRectF(right - _OWN_LOCK - 2, HEAD_DAY - _OWN_LOCK + 2, _OWN_LOCK, _OWN_LOCK)

    def title_room(self, column: int) -> tuple[int, int]:
        """Return left edge and width of what a day's title may fill: no lock of a session stands there."""
        columns = self._grid.days[column]
        left, width = self._visible_part(columns)
        if self._day_locked(column):
            return left, width
        edges = [left]
        for each in columns:
            if self._grid.sessions[each].locked and not self._has_room_beside(each):
                box = self.lock_above(each)
                edges += [int(box.left()), int(box.right()) + 1]
        edges.append(left + width)
        stretches = zip(edges[::2], edges[1::2], strict=True)
        start, end = max(stretches, key=lambda stretch: stretch[1] - stretch[0])
        return start, max(end - start, 0)

    def _visible_part(self, columns: range) -> tuple[int, int]:
        """Return left edge and width of what is seen of some columns, in pixels."""
        start = self.sectionViewportPosition(columns[0])
        end = self.sectionViewportPosition(columns[-1]) + self.sectionSize(columns[-1])
        left, right = max(start, 0), min(end, self.viewport().width())
        return left, right - left

    def _title(self, session: GridSession, room: int) -> str:
        """Return the longest title of a day that fits: with number, weekday and date, or less."""
        words = self._grid.words
        date = words.formats
        titles: tuple[Callable[[], str], ...] = (
            lambda: words.day(session),
            lambda: date.weekday_short(session.day),
            lambda: date.day_short(session.day),
        )
        for title in titles:
            if width_of(text := title(), CAPTION, 600) <= room:
                return text
        return ""

    def _day_locked(self, column: int) -> bool:
        """Tell whether every session of a column's day that was not cancelled is locked."""
        sessions = [self._grid.sessions[each] for each in self._grid.days[column]]
        held = [each for each in sessions if not each.cancelled]
        return bool(held) and all(each.locked for each in held)
