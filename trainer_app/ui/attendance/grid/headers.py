"""The headers of the grid: days and sessions above, people at the left.

Above in two lines: days with their lock, sessions with number and time. At the left: number, name, rank, and
since which day somebody takes part. The corner has the titles of these columns, who is shown, and the way to
other days.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from trainer_app.domain.attendance.marks import GridRow, GridSession
from trainer_app.ui.attendance.model import GridModel
from trainer_app.ui.kit.language import shown_name
from trainer_app.ui.kit.marks import HEAD, HEAD_DAY, HEAD_TOPIC, PAD, ColumnWidths, share_out
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import CAPTION, RADIUS_MARK, SMALL, Tokens
from trainer_app.ui.widgets.painting import (
    Line,
    Strips,
    baseline,
    draw_lines,
    draw_text,
    elided,
    fitting,
    width_of,
    write_fitting,
)

_DAY_TOP, _PILL_TOP, _PILL_HEIGHT, _PILL_INSET = 2, 25, 20, 3
_LOCK, _OWN_LOCK, _GAP = 14, 12, 4

type Inked = dict[str, list[Line]]
"""Lines by the colour in which they are written."""


class SessionHeader(QHeaderView):
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
        """Both lines high, and what sessions are about."""
        return QSize(self.defaultSectionSize(), self._grid.head_height)

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
        times: dict[tuple[str, bool], list[Line]] = {}
        for column in range(first, last + 1):
            self._draw_session(painter, scheme, column, numbers, times)
            if column == first or model.starts_day(column):
                self._draw_day(painter, scheme, column)
        for ink, lines in numbers.items():
            draw_lines(painter, lines, ink, SMALL, 700)
        for (ink, narrow), lines in times.items():
            draw_lines(painter, lines, ink, CAPTION, narrow=narrow)
        painter.fillRect(QRectF(area.left(), self.height() - 1, area.width(), 1), QColor(scheme.line2))
        painter.fillRect(QRectF(0, 0, 1, self.height()), QColor(scheme.line2))

    def _draw_session(
        self,
        painter: QPainter,
        scheme: Tokens,
        column: int,
        numbers: Inked,
        times: dict[tuple[str, bool], list[Line]],
    ) -> None:
        """Draw what is no text, and add number and time to the lines of their colour."""
        session = self._grid.sessions[column]
        left, width = self.sectionViewportPosition(column), self.sectionSize(column)
        if self._grid.starts_day(column):
            painter.fillRect(QRectF(left, 0, 1, self.height()), QColor(scheme.line2))
        current = column == self._current
        if current:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.accent))
            pill = QRectF(left + _PILL_INSET, _PILL_TOP, width - 2 * _PILL_INSET, _PILL_HEIGHT)
            painter.drawRoundedRect(pill, RADIUS_MARK, RADIUS_MARK)
        if self.height() > HEAD:
            # The model makes room for it where the columns are wide enough to read it in.
            painter.setPen(QColor(scheme.text if current else scheme.text2))
            room = QRectF(left + PAD, HEAD - 2, width - 2 * PAD, HEAD_TOPIC)
            write_fitting(painter, room, session.topic.best(self._grid.words.language), CAPTION, centred=True)
        number, time = str(session.number), self._time(session)
        strong, plain = self._inks(scheme, session, column, current=current)
        # Two digits and a time are a little too long for the narrowest column.
        narrow = self._words_width(session) > width - 2 * (_PILL_INSET + _GAP)
        wide = width_of(number, SMALL, 700), width_of(time, CAPTION, narrow=narrow)
        alone = session.locked and not self._day_locked(column)
        # A lock of its own stands behind the time, or in a narrow column over it.
        beside = alone and self._has_room_beside(column)
        at = left + int((width - wide[0] - _GAP - wide[1] - (_OWN_LOCK + 2 if beside else 0)) / 2)
        base = baseline(_PILL_TOP, _PILL_HEIGHT, SMALL)
        numbers.setdefault(strong, []).append((at, base, number))
        at += wide[0] + _GAP + 1
        times.setdefault((plain, narrow), []).append((at, base, time))
        if session.cancelled:
            painter.fillRect(QRectF(at - 2, base - 4, wide[1] + 2, 1), QColor(scheme.text3))
        if alone:
            box = self.lock_above(column)
            if beside:
                box = QRectF(
                    at + wide[1] + 2, _PILL_TOP + (_PILL_HEIGHT - _OWN_LOCK) / 2, _OWN_LOCK, _OWN_LOCK
                )
            theme.draw(painter, "lock", box, "on_accent" if current and beside else "text2")

    def _time(self, session: GridSession) -> str:
        """Return when a session begins; in a wide column when it ends too."""
        formats = self._grid.words.formats
        return formats.times(session.start, session.end) if self._grid.wide else formats.clock(session.start)

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
            theme.draw(painter, "lock", box, "text3")

    def _has_room_beside(self, column: int) -> bool:
        """Tell whether a lock fits behind the time of a session."""
        width = self.sectionSize(column)
        words = self._words_width(self._grid.sessions[column])
        return width - 2 * _PILL_INSET - words >= _OWN_LOCK + 4

    def _words_width(self, session: GridSession) -> int:
        """Return how wide number and time of a session are."""
        return width_of(str(session.number), SMALL, 700) + _GAP + width_of(self._time(session), CAPTION)

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


class PersonHeader(QHeaderView):
    """The frozen part of the rows; it scrolls with them and never sideways."""

    chosen = Signal(int)
    """A row was clicked."""

    def __init__(self, model: GridModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("attendance_row_head")
        self.setModel(model)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHighlightSections(False)
        self.setSectionsClickable(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._grid = model
        self._current = -1
        self._strips = Strips()
        self.columns = share_out(0, 0)

    def set_columns(self, columns: ColumnWidths) -> None:
        """Take other widths."""
        if columns != self.columns:
            self.columns = columns
            self.setFixedWidth(columns.head)
            self.viewport().update()

    def sizeHint(self) -> QSize:
        """As wide as number, name and rank."""
        # Qt would ask for the words of many rows; the height of a row is set anyway.
        return QSize(self.columns.head, self.defaultSectionSize())

    def set_current(self, row: int) -> None:
        """Tint a row."""
        if row != self._current:
            old, self._current = self._current, row
            for each in (old, row):
                if 0 <= each < len(self._grid.rows):
                    self.viewport().update(self._box(each))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make a clicked row the current one."""
        row = self.logicalIndexAt(event.position().toPoint())
        if row >= 0:
            self.chosen.emit(row)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the visible rows."""
        scheme = tokens()
        painter = QPainter(self.viewport())
        area = event.rect()
        painter.fillRect(area, QColor(scheme.surface))
        if not self._grid.rows:
            return
        first = max(self.visualIndexAt(area.top()), 0)
        last = self.visualIndexAt(area.bottom())
        last = len(self._grid.rows) - 1 if last < 0 else last
        height, ratio = self.sectionSize(0), self.devicePixelRatioF()
        size, words = QSize(self.columns.head, height), self._grid.words
        self._strips.enter((scheme, self.columns, height, ratio, self._grid.words.language))
        rows = [(self._grid.rows[row], row == self._current) for row in range(first, last + 1)]
        keys = [
            (row.number, row.called, row.rank, row.unit, words.place(row), words.left(row), current)
            for row, current in rows
        ]
        paint = partial(self._draw_rows, scheme=scheme, rows=rows, height=height)
        self._strips.draw(painter, self.sectionViewportPosition(first), keys, size, ratio, paint)

    def _box(self, row: int) -> QRect:
        top, height = self.sectionViewportPosition(row), self.sectionSize(row)
        return QRect(0, top, self.columns.head, height)

    def _draw_rows(
        self,
        painter: QPainter,
        places: list[int],
        *,
        scheme: Tokens,
        rows: list[tuple[GridRow, bool]],
        height: int,
    ) -> None:
        """Paint the rows at some places below one another; lines that look alike one after the other."""
        wide = self.columns.head
        base = baseline(0, height - 1, SMALL)
        quiet: list[Line] = []
        plain: list[Line] = []
        strong: list[Line] = []
        tight: list[Line] = []
        tags: list[Line] = []
        painter.fillRect(0, 0, wide, height * len(places), QColor(scheme.surface))
        for at, place in enumerate(places):
            (facts, current), top = rows[place], at * height
            if current:
                painter.fillRect(0, top, wide, height, QColor(scheme.accent_soft))
            painter.fillRect(0, top + height - 1, wide, 1, QColor(scheme.line))
            self._add_row(
                quiet, tight, strong if current else plain, tags, facts, top + base, 600 if current else 400
            )
        draw_lines(painter, quiet, scheme.text3, CAPTION)
        draw_lines(painter, tight, scheme.text3, CAPTION, narrow=True)
        draw_lines(painter, plain, scheme.text, SMALL)
        draw_lines(painter, strong, scheme.text, SMALL, 600)
        draw_lines(painter, tags, scheme.accent_text, CAPTION, 600, narrow=True)

    def _add_row(
        self,
        quiet: list[Line],
        tight: list[Line],
        names: list[Line],
        tags: list[Line],
        facts: GridRow,
        base: int,
        weight: int,
    ) -> None:
        """Add a row's lines: number, rank and unit as far as there is room, name, tag on the right edge.

        A rank that is a little too long stands in the narrow face, whole.
        """
        columns, words = self.columns, self._grid.words
        number = str(facts.number)
        quiet.append((columns.number - PAD - width_of(number, CAPTION), base, number))
        tag = words.place(facts)
        tag_width = width_of(tag, CAPTION, 600, narrow=True) if tag else 0
        # Without ranks the tag stands in the column of names: at its edge, and apart from the name.
        room = columns.name - PAD - 4 - (0 if columns.rank or not tag else tag_width + 4)
        name = elided(shown_name(facts.name, short=True), room, SMALL, weight)
        names.append((columns.number + PAD, base, name))
        left = columns.number + columns.name + PAD
        if (facts.gone or facts.same_as) and columns.rank:
            # Why nobody expects them matters more here than what they are: it may begin beside the name.
            free = columns.head - 4 - columns.number - 2 * PAD - width_of(name, SMALL, weight)
            why = fitting(words.reasons_gone(facts), free, CAPTION)
            quiet.append((min(left, columns.head - 4 - width_of(why, CAPTION)), base, why))
            return
        reserved = tag_width + PAD if tag else 0
        if columns.rank:
            room = columns.rank - PAD - 4 - (0 if columns.unit else reserved)
            rank = words.rank(facts)
            # Beside a tag it may begin where the name leaves room.
            free = columns.name - 2 * PAD - width_of(name, SMALL, weight)
            earlier = max(0, min(free, width_of(rank, CAPTION, narrow=True) - room))
            place, room = left - earlier, room + earlier
            if width_of(rank, CAPTION) > room >= width_of(rank, CAPTION, narrow=True):
                tight.append((place, base, rank))
            else:
                quiet.append((place, base, elided(rank, room, CAPTION)))
            left += columns.rank
        if columns.unit:
            quiet.append((left, base, elided(facts.unit, columns.unit - PAD - 4 - reserved, CAPTION)))
        if tag:
            tags.append((columns.head - (PAD if columns.rank else 4) - tag_width, base, tag))
