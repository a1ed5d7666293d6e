"""The headers of the grid: days and sessions above, people at the left, and the corner between them.

Above in two lines: days with their lock, sessions with number and time. At the left: number, name, rank, and
since which day somebody takes part. The corner has the titles of these columns, who is shown, and the way to
other days.
"""

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from trainer_app.domain.attendance.marks import GridRow, GridSession
from trainer_app.ui.attendance.model import GridModel
from trainer_app.ui.kit.marks import HEAD, HEAD_DAY, PAD, ColumnWidths, share_out
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import CAPTION, RADIUS_CARD, RADIUS_MARK, SMALL, Tokens
from trainer_app.ui.widgets.controls import IconButton
from trainer_app.ui.widgets.labels import Retranslated
from trainer_app.ui.widgets.painting import (
    Line,
    Strips,
    baseline,
    draw_lines,
    draw_text,
    elided,
    fitting,
    rounded,
    width_of,
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
            theme.draw(painter, "lock", box, "on_accent" if current and beside else "text2")

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
            theme.draw(painter, "lock", box, "text3")

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
        room = columns.name - PAD - 4 - (0 if columns.rank else tag_width)
        name = elided(facts.name, room, SMALL, weight)
        names.append((columns.number + PAD, base, name))
        left = columns.number + columns.name + PAD
        if facts.gone and columns.rank:
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
            tags.append((columns.head - PAD - tag_width, base, tag))


_HEAD_BASELINE_TOP, _HEAD_BASELINE_HEIGHT, _HINT_TOP, _HINT_HEIGHT = 25, 20, 2, 22
_BUTTON, _EDGE, _CROSS = 22, 2, 12


class CornerWidget(Retranslated, QWidget):
    """Where both heads meet: the titles of number, name, rank and unit; who is shown; the way to other days.

    Its buttons take no keyboard: F4 and Ctrl with an arrow do the same from the grid.
    """

    state_clicked = Signal()
    """Everybody shall be shown again."""
    stepped = Signal(int)
    """The days before, -1, or after, 1, shall be shown."""

    def __init__(self, head: PersonHeader, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_corner")
        self._head = head
        self._hint = self._brief = self._state = self._short = ""
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

    def show_hint(self, words: str, brief: str = "") -> None:
        """Show on the free line what was typed to go somewhere, `brief` in little room; "" for nothing."""
        if words != self._hint:
            self._hint, self._brief = words, brief or words
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
        if width_of(told, CAPTION, 600) > room:
            told = self._brief if self._hint else self._short
        told = elided(told, room, CAPTION, 600)
        base = baseline(_HINT_TOP, _HINT_HEIGHT, CAPTION)
        wide = draw_text(painter, QPointF(left, base), told, scheme.accent_text, CAPTION, 600)
        if self._state and not self._hint:
            box = QRectF(left + wide + 4, _HINT_TOP + (_HINT_HEIGHT - _CROSS) / 2, _CROSS, _CROSS)
            theme.draw(painter, "close", box, "accent_text")
