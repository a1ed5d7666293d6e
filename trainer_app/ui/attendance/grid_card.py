"""The card that holds the grid: table, shares, the walk-in's row, totals, scroll bars."""

from functools import cached_property

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollBar, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.ui.attendance.grid_model import GridModel
from trainer_app.ui.attendance.grid_view import GridView
from trainer_app.ui.attendance.measures import HEAD, NUMBER, PAD, TOTALS, row_height, share_out
from trainer_app.ui.attendance.share_column import ShareColumn, TotalsRow
from trainer_app.ui.attendance.walk_in_row import WalkInRow
from trainer_app.ui.widgets.naming import is_shown
from trainer_app.ui.widgets.slim_bar import SlimBar

_BORDERS, _BAR, _SLIM_BAR, _FEWEST_ROWS = 2, 12, 10, 3


class GridCard(QFrame):
    """Gives its widths to the columns and shows whole rows only."""

    walk_in_entered = Signal(str)
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

    def _lay_out(self) -> None:
        self.totals.setFixedHeight(TOTALS)
        self.across.setFixedHeight(_BAR)
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.view.setMinimumHeight(HEAD + _FEWEST_ROWS * row_height())
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
        row.left.connect(self.walk_in_left)
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
        hidden.valueChanged.connect(shown.setValue)
        shown.valueChanged.connect(hidden.setValue)
        return shown

    def wanted_height(self, room: int) -> int:
        """Return the height that shows as many whole rows as fit into a room, and no more than there are."""
        fixed = _BORDERS + HEAD + TOTALS
        fixed += self.walk_in.height() if is_shown(self, "walk_in") else 0
        fixed += _BAR if self.across.isVisibleTo(self) else 0
        height = row_height(self.devicePixelRatioF())
        rows = max(_FEWEST_ROWS, min((room - fixed) // height, self._model.rowCount()))
        return fixed + rows * height

    def minimumSizeHint(self) -> QSize:
        """Names, shares and a few sessions; the rest scrolls."""
        return QSize(640, _BORDERS + HEAD + TOTALS + _FEWEST_ROWS * row_height())

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
        top = self.view.y() + HEAD
        left = self.width() - 1 - _SLIM_BAR
        self.down.setGeometry(QRect(left, top, _SLIM_BAR, self.view.height() - HEAD))
        self.down.raise_()
