"""The card that holds the grid: table, shares, row for a walk-in, totals, scroll bars; or the empty state.

Shares are a bar and a number, red only below the course's limit. Where the certificate counts another share
of somebody, that one stands small in the place of the bar; once the course is over it is the only one.
"""

from fractions import Fraction
from functools import cached_property, partial
from typing import override

from PySide6.QtCore import QEvent, QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollBar,
    QSizePolicy,
    QTableView,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from trainer_app.domain.base.numbers import Percent
from trainer_app.ui.attendance.grid.view import GridView
from trainer_app.ui.attendance.model import GridModel
from trainer_app.ui.attendance.walk_in import WalkInEntry
from trainer_app.ui.kit.language import shown_name
from trainer_app.ui.kit.marks import NUMBER, PAD, SHARE, SHARE_BAR, TOTALS, row_height, share_out
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import CAPTION, RADIUS_CARD, SMALL, Tokens
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.indicators import SlimBar, draw_share
from trainer_app.ui.widgets.labels import ElidedLabel, Painted, Retranslated, is_shown
from trainer_app.ui.widgets.pages import FEWEST_ROWS, EmptyState
from trainer_app.ui.widgets.painting import Line, Strips, baseline, draw_lines, draw_text, rounded, width_of

_LEFT, _RIGHT, _BAR_HEIGHT = 10, 11, 4
_FEW = 8  # rows up to which each is painted by itself


class ShareColumn(Painted):
    """Painted beside the table and scrolled with it; the current person's share is what it says aloud."""

    def __init__(self, model: GridModel, table: QTableView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_shares")
        self.setFixedWidth(SHARE)
        self._model = model
        self._table = table
        self._current = -1
        self._counting: tuple[object, ...] = ()
        self._strips = Strips()
        model.modelReset.connect(self.update)
        model.rowsInserted.connect(self.update)
        model.rowsRemoved.connect(self.update)
        model.dataChanged.connect(self._update_rows)
        model.headerDataChanged.connect(lambda *_what: self.say())
        model.counted.connect(self._follow_the_end)
        # Words follow the mark that is shown: a key waits for nothing that is said of it.
        model.counted.connect(self.say, Qt.ConnectionType.QueuedConnection)
        table.verticalScrollBar().valueChanged.connect(lambda _value: self.update())

    def _follow_the_end(self) -> None:
        """Show everybody's share anew where other sessions count, and say what they are."""
        self.update(0, 0, self.width(), self._model.head_height)
        if self._counting != self._model.whole.counting:
            self._counting = self._model.whole.counting
            self.say()
            self.update()

    @property
    def title(self) -> str:
        """The head: what the large figures are."""
        return self.tr("Whole course") if self._model.whole.complete else self.tr("So far")

    def second(self, row: int) -> str:
        """Return the certificate's share of a row where another one is shown, without the sign; else ""."""
        share = self._model.whole.certificate_share(self._model.row_places[row])
        if share is None:
            return ""
        return self._model.words.share(share, self._model.share_limit).rstrip("%").rstrip()

    def set_current(self, row: int) -> None:
        """Tint a row."""
        if row != self._current:
            old, self._current = self._current, row
            for each in (old, row):
                self._update_row(each)
            self.say()

    def say(self) -> None:
        """Put the share of the current person into words."""
        model, said = self._model, self.title
        if 0 <= self._current < len(model.rows):
            place = model.row_places[self._current]
            shares = model.words.both_shares(model.shares[self._current], model.whole.share_of_held(place))
            said = f"{said}: {shown_name(model.rows[self._current].called)}, {shares}"
        self.setAccessibleName(said)

    def _update_rows(self, first: QModelIndex, last: QModelIndex) -> None:
        if first.column() != last.column() or last.row() - first.row() > _FEW:
            # A session that became held can change everybody's share.
            self.update()
            return
        for row in range(first.row(), last.row() + 1):
            self._update_row(row)

    def _update_row(self, row: int) -> None:
        top = self._model.head_height + self._table.rowViewportPosition(row)
        self.update(0, top, self.width(), self._table.rowHeight(row))

    def event(self, event: QEvent) -> bool:
        """Say in a tool tip what the head means, and of a person both shares and why they differ."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(event.pos().y()), self)
            return True
        return super().event(event)

    def tip(self, y: int) -> str:
        """Return the tool tip of a height."""
        row = self._table.rowAt(y - self._model.head_height) if y >= self._model.head_height else -1
        if row < 0 and self._model.whole.complete:
            return self.tr("Share of the minutes of all held sessions, as for the certificate.")
        if row < 0:
            return self.tr(
                "Share of the minutes so far: only sessions with a mark count, so nobody's share "
                "falls while a session is being marked. The certificate counts all held sessions: its share "
                "is the small figure before it, where both differ."
            )
        held = self._model.whole.share_of_held(self._model.row_places[row])
        small = self.tr("The small figure on the left is the one for the certificate.")
        told = self._model.words.both_shares(self._model.shares[row], held)
        return f"{told}\n{small}" if self.second(row) else told

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the head, then the visible rows below it."""
        scheme, table, area = tokens(), self._table, event.rect()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        height, ratio = table.rowHeight(0), self.devicePixelRatioF()
        self._strips.enter((scheme, height, ratio, self._model.words.language))
        painter.setClipRect(QRectF(0, self._model.head_height, self.width(), table.viewport().height()))
        painter.fillRect(area, QColor(scheme.surface))
        self._draw_shares(painter, scheme, area, height, ratio)
        painter.setClipping(False)
        if area.top() < self._model.head_height:
            self._draw_head(painter, scheme)
        painter.fillRect(QRectF(0, 0, 1, self.height()), QColor(scheme.line2))

    def _draw_shares(self, painter: QPainter, scheme: Tokens, area: QRect, height: int, ratio: float) -> None:
        """Copy the rows that touch an area."""
        table, model = self._table, self._model
        first = max(table.rowAt(area.top() - self._model.head_height), table.rowAt(0), 0)
        top = self._model.head_height + table.rowViewportPosition(first)
        after = min(first + max((area.bottom() - top) // height + 1, 0), len(model.rows))
        limit = model.share_limit
        rows = [(model.shares[row], self.second(row), row == self._current) for row in range(first, after)]
        keys = [(*row, limit) for row in rows]
        paint = partial(self._draw_rows, scheme=scheme, rows=rows, height=height)
        self._strips.draw(painter, top, keys, QSize(self.width(), height), ratio, paint)

    def _draw_head(self, painter: QPainter, scheme: Tokens) -> None:
        box = QRectF(0, 0, self.width(), self._model.head_height)
        path = rounded(box.adjusted(-RADIUS_CARD, 0, 0, 0), RADIUS_CARD - 1, top=True)
        painter.fillPath(path, QColor(scheme.surface))
        title = self.title
        at = QPointF(self.width() - _RIGHT - width_of(title, CAPTION, 500), baseline(25, 20, SMALL))
        draw_text(painter, at, title, scheme.text3, CAPTION, 500)
        first, last = self._table.rowAt(0), self._table.rowAt(self._table.viewport().height() - 1)
        seen = range(max(first, 0), last + 1 if last >= 0 else len(self._model.rows))
        if any(map(self.second, seen)):
            word = self.tr("certificate", "above small figures")
            narrow = width_of(word, CAPTION, 500) > self.width() - _LEFT  # larger letters, the same room
            left = min(_LEFT, self.width() - _LEFT // 2 - width_of(word, CAPTION, 500, narrow=narrow))
            line = max(2, left), baseline(3, 20, SMALL), word
            draw_lines(painter, [line], scheme.text3, CAPTION, 500, narrow=narrow)
        painter.fillRect(QRectF(0, self._model.head_height - 1, self.width(), 1), QColor(scheme.line2))

    def _draw_rows(
        self,
        painter: QPainter,
        places: list[int],
        *,
        scheme: Tokens,
        rows: list[tuple[Fraction | None, str, bool]],
        height: int,
    ) -> None:
        for at, place in enumerate(places):
            self._draw_row(painter, scheme, QRect(0, at * height, self.width(), height), *rows[place])

    def _draw_row(
        self, painter: QPainter, scheme: Tokens, box: QRect, share: Percent | None, second: str, current: bool
    ) -> None:
        painter.fillRect(box, QColor(scheme.accent_soft if current else scheme.surface))
        painter.fillRect(0, box.bottom(), box.width(), 1, QColor(scheme.line))
        limit, line = self._model.share_limit, baseline(box.top(), box.height() - 1, SMALL)
        below = share is not None and limit is not None and share < limit
        if second:
            draw_text(painter, QPointF(_LEFT, line), second, scheme.text2, CAPTION, 500)
        elif share is not None:
            top = box.top() + (box.height() - _BAR_HEIGHT) // 2
            draw_share(painter, QRectF(_LEFT, top, SHARE_BAR, _BAR_HEIGHT), share, below=below)
        text = self._model.words.share(share, limit)
        weight, colour = (600, scheme.absent_text) if below else (400, scheme.text)
        left = box.width() - _RIGHT - width_of(text, SMALL, weight)
        draw_text(painter, QPointF(left, line), text, colour, SMALL, weight)


class TotalsRow(Painted):
    """Under the marks: how many came to each session, of how many; nothing for one that is not held."""

    def __init__(self, model: GridModel, table: QTableView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_totals")
        self._model = model
        self._table = table
        self._current = -1
        self._name_left = 0
        self._head_width = 0
        model.counted.connect(self.update)
        model.counted.connect(self.say, Qt.ConnectionType.QueuedConnection)
        model.headerDataChanged.connect(lambda *_what: self.say())
        table.horizontalScrollBar().valueChanged.connect(lambda _value: self.update())

    def set_head(self, name_left: int, head_width: int) -> None:
        """Say where names begin and where sessions begin, in pixels."""
        self._name_left, self._head_width = name_left, head_width
        self.update()

    def set_current(self, column: int) -> None:
        """Tint a session."""
        if column != self._current:
            self._current = column
            self.say()
            self.update()

    def say(self) -> None:
        """Put the count of the current session into words."""
        model, said = self._model, self.tr("Came to the session")
        if 0 <= self._current < len(model.sessions) and model.begun[self._current]:
            heads = model.heads[self._current]
            said = f"{said} {model.sessions[self._current].number}: {heads.in_room}/{heads.expected}"
        self.setAccessibleName(said)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the words, then the counts of the visible sessions."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = rounded(QRectF(self.rect()), RADIUS_CARD - 1, bottom=True)
        painter.fillPath(path, QColor(scheme.sunken))
        base = baseline(1, self.height() - 1, CAPTION)
        at = QPointF(self._name_left, base)
        draw_text(painter, at, self.tr("Came to the session"), scheme.text2, CAPTION, 500)
        painter.save()
        painter.setClipRect(QRectF(self._head_width, 0, self._table.viewport().width(), self.height()))
        first = max(self._table.columnAt(0), 0)
        last = self._table.columnAt(self._table.viewport().width() - 1)
        after = last + 1 if last >= 0 else len(self._model.sessions)
        self._draw_counts(painter, scheme, range(first, after), base)
        painter.restore()
        for edge in (self._head_width, self._head_width + self._table.viewport().width()):
            painter.fillRect(QRectF(edge, 0, 1, self.height()), QColor(scheme.line2))
        painter.fillRect(QRectF(0, 0, self.width(), 1), QColor(scheme.line2))

    def _draw_counts(self, painter: QPainter, scheme: Tokens, columns: range, base: int) -> None:
        """Write the counts of some sessions, numbers that look alike one after the other."""
        model, width = self._model, self._table.columnWidth(0)
        left = self._head_width + self._table.columnViewportPosition(columns.start)
        came: list[Line] = []
        quiet: list[Line] = []
        for column in columns:
            if column == self._current:
                painter.fillRect(left, 0, width, self.height(), QColor(scheme.accent_soft))
            if model.starts_day(column):
                painter.fillRect(left, 0, 1, self.height(), QColor(scheme.line2))
            if model.sessions[column].cancelled or not model.begun[column]:
                quiet.append((left + round((width - width_of("–", CAPTION)) / 2), base, "–"))
            else:
                heads = model.heads[column]
                strong, of_all = str(heads.in_room), f"/{heads.expected}"
                wide = width_of(strong, CAPTION, 700)
                at = left + int((width - wide - width_of(of_all, CAPTION)) / 2)
                came.append((at, base, strong))
                quiet.append((at + wide, base, of_all))
            left += width
        draw_lines(painter, came, scheme.text, CAPTION, 700)
        draw_lines(painter, quiet, scheme.text3, CAPTION)


_HEIGHT = 26


class WalkInRow(WalkInEntry):
    """Stands under the last row of the table while it is open."""

    def __init__(self) -> None:
        super().__init__("attendance_walk_in", ElidedLabel("caption", "attendance_walk_in_note"))
        self.setFixedHeight(_HEIGHT)
        self._from = 0, ""
        # A field of the table, not of a form: as low as a row.
        self.field.setStyleSheet(
            "min-height: 0; max-height: 100px; border: 0; padding: 0; background: transparent;"
            "font-size: 13px;"
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(NUMBER + PAD - 2, 1, PAD, 1)
        row.setSpacing(12)
        row.addWidget(self.field, 3)
        row.addWidget(self.note, 4)
        self.retranslate()

    def open_from(self, number: int, day: str) -> None:
        """Open for somebody who takes part from a session on, with its day in words; 0 for the first one."""
        self._from = number, day
        self.retranslate()
        self.open()

    @override
    def usual_note(self) -> str:
        number, day = self._from
        if number:
            words = self.tr("Enter adds the person from session {number} on ({day}), Esc leaves")
            return words.format(number=number, day=day)
        return self.tr(
            "Enter adds the person and closes the field, Ins opens it for the next one; Esc leaves"
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the row as the current one."""
        scheme = tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(scheme.accent_soft))
        painter.fillRect(0, 0, self.width(), 1, QColor(scheme.accent))
        at = QPointF(NUMBER - PAD - width_of("+", SMALL, 600), baseline(0, self.height(), SMALL))
        draw_text(painter, at, "+", scheme.accent_text, SMALL, 600)


class GridEmptyState(Retranslated, EmptyState):
    """Says what must be done first, and offers to go there."""

    tab_requested = Signal(str)
    """The tab that is needed: "schedule" or "participants"."""

    def __init__(self, model: GridModel) -> None:
        super().__init__("attendance_empty", "people")
        self._model = model
        self.button = Button("attendance_empty_button", ButtonKind.PRIMARY)
        self.button.clicked.connect(
            lambda: self.tab_requested.emit("participants" if self._model.sessions else "schedule")
        )
        self.add_button(self.button)

    def retranslate(self) -> None:
        """Set the words for what is missing now."""
        if self._model.sessions:
            self.set_words(
                self.tr("Nobody is on the list yet"),
                self.tr("Import the list of nominations, or press Insert to add somebody who just came."),
            )
            self.button.setText(self.tr("Participants"))
        else:
            self.set_words(
                self.tr("No sessions yet"),
                self.tr("Plan the sessions of the course; then people can be marked here."),
            )
            self.button.setText(self.tr("Plan sessions"))


_BORDERS, _BAR, _SLIM_BAR = 2, 12, 10


class GridCard(QFrame):
    """Gives its widths to the columns and shows whole rows only."""

    walk_in_entered = Signal(str)
    walk_in_chosen = Signal(str)
    """The name of somebody who just came."""
    walk_in_left = Signal()

    def __init__(self, model: GridModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_card")
        self.setProperty("role", "card")
        # Time runs from left to right in every language of the program.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._model = model
        self.view = GridView(model, self)
        self.shares = ShareColumn(model, self.view, self)
        self.totals = TotalsRow(model, self.view, self)
        self.down = self._mirror(self.view.verticalScrollBar(), Qt.Orientation.Vertical)
        self.across = self._mirror(self.view.horizontalScrollBar(), Qt.Orientation.Horizontal)
        self._lay_out()
        self.view.moved.connect(self._follow)
        self.view.laid_out.connect(self.totals.update)

    def _lay_out(self) -> None:
        self.totals.setFixedHeight(TOTALS)
        self.across.setFixedHeight(_BAR)
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.view, 1)
        row.addWidget(self.shares)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row, 1)
        column.addWidget(self.across)
        column.addWidget(self.totals)

    @cached_property
    def walk_in(self) -> WalkInRow:
        """The row for somebody who just came, made when the first one comes."""
        row = WalkInRow()
        self._column.insertWidget(self._column.indexOf(self.totals), row)
        row.entered.connect(self.walk_in_entered)
        row.chosen.connect(self.walk_in_chosen)
        row.closed.connect(self.walk_in_left)
        return row

    def _mirror(self, hidden: QScrollBar, way: Qt.Orientation) -> QScrollBar:
        """Return a bar that stands outside the table and does what the table's own hidden bar does."""
        shown = SlimBar(way, self)
        shown.setObjectName(f"attendance_scroll_{'down' if way is Qt.Orientation.Vertical else 'across'}")
        shown.hide()

        def take_range(least: int, most: int) -> None:
            shown.setRange(least, most)
            shown.setPageStep(hidden.pageStep())
            shown.setVisible(most > least)
            self._place_bar()

        hidden.rangeChanged.connect(take_range)
        self.view.laid_out.connect(lambda: shown.setPageStep(hidden.pageStep()))
        hidden.valueChanged.connect(shown.setValue)
        shown.valueChanged.connect(hidden.setValue)
        return shown

    def wanted_height(self, room: int) -> int:
        """Return the height that shows as many whole rows as fit into a room, and no more than there are."""
        fixed, height = self._around_rows(), row_height(self.devicePixelRatioF())
        rows = max(FEWEST_ROWS, min((room - fixed) // height, self._model.rowCount()))
        return fixed + rows * height

    def minimumSizeHint(self) -> QSize:
        """Names, shares and a few sessions; the rest scrolls."""
        return QSize(640, self._around_rows() + FEWEST_ROWS * row_height(self.devicePixelRatioF()))

    def _around_rows(self) -> int:
        """Return the height of what is above and below the rows."""
        fixed = _BORDERS + self._model.head_height + TOTALS
        fixed += self.walk_in.height() if is_shown(self, "walk_in") else 0
        return fixed + (_BAR if self.across.isVisibleTo(self) else 0)

    def fit_columns(self) -> None:
        """Share out the width among the columns; before it is shown there is none yet."""
        if not self.testAttribute(Qt.WidgetAttribute.WA_WState_Created):
            return
        ratio = self.devicePixelRatioF()
        columns = share_out(
            self.width() - _BORDERS,
            self._model.columnCount(),
            ratio,
            ranks=any(row.rank for row in self._model.rows),
            units=any(row.unit for row in self._model.rows),
            wide=self._model.wide,
        )
        self.view.apply(columns, row_height(ratio))
        self.totals.set_head(NUMBER + PAD, columns.head)
        self._place_bar()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the columns in step with the width."""
        super().resizeEvent(event)
        self.fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew in other colours, words or a finer screen."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.LanguageChange, QEvent.Type.StyleChange):
            self.repaint_all()

    def repaint_all(self) -> None:
        """Paint every part anew."""
        view = self.view
        parts: list[QWidget] = [view.viewport(), view.head.viewport(), view.row_head.viewport()]
        for part in (*parts, view.corner, self.shares, self.totals):
            part.update()

    def _follow(self, row: int, column: int) -> None:
        self.shares.set_current(row)
        self.totals.set_current(column)

    def _place_bar(self) -> None:
        """Lay the upright bar over the free edge of the shares, so that it takes no width."""
        top = self.view.y() + self._model.head_height
        left = self.width() - 1 - _SLIM_BAR
        self.down.setGeometry(QRect(left, top, _SLIM_BAR, self.view.height() - self._model.head_height))
        self.down.raise_()
