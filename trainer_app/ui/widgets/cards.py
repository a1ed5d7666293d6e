"""Cards and the rows inside them: counters, actions, values, notes; cards beside a list or below it.

A card is a white field on the page that holds what belongs together, with a quiet head and ruled rows.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import (
    CARD_GAP,
    CARD_HEAD,
    CARD_PADDING,
    ICON_CHIP,
    ICON_RAIL,
    LIST_ROW,
    RADIUS_MARK,
)
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.flow import FlowRow, stand_at_least
from trainer_app.ui.widgets.labels import FittingLabel, FocusRing, HighAsNeeded, label, rule, set_role
from trainer_app.ui.widgets.pages import ScrollPage
from trainer_app.ui.widgets.painting import from_right, visual

_AROUND = 4
"""Pixels above and below the words of a row, where they need more than its usual height."""


class Card(HighAsNeeded, QFrame):
    """A card. Fill it by `add_row` (ruled from what stands above), `add_body` or `add_foot`.

    `head` is the line beside the title: chips and buttons go there with `add_to_head`. Rows are hidden by
    `show_row`, which takes their line along.
    """

    def __init__(self, name: str, *, titled: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._needed = QSize()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._titled = titled
        self._ruled: list[tuple[QFrame, QWidget]] = []
        self.title = FittingLabel("card_title", f"{name}_title")
        self.head = FlowRow()
        self.head.setContentsMargins(CARD_PADDING, 0, CARD_PADDING, 0)
        self.head.setSpacing(8)
        self.head.addWidget(self.title, 1)
        if titled:
            holder = QWidget()
            holder.setObjectName(f"{name}_head")
            stand_at_least(holder, CARD_HEAD)
            holder.setLayout(self.head)
            self._column.addWidget(holder)
        else:
            # Without a parent it would be a window of its own to Qt.
            self.title.setParent(self)
            self.title.hide()

    def event(self, event: QEvent) -> bool:
        """Ask for the room that the rows need: of a card that was out of sight Qt keeps that of before."""
        handled = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest:
            needed = self.sizeHint()
            if needed != self._needed:
                self._needed = needed
                self.updateGeometry()
        return handled

    def set_title(self, text: str) -> None:
        """Set the head's words; they also name the card for a screen reader."""
        self.title.setText(text)
        self.setAccessibleName(text)

    def add_to_head(self, widget: QWidget) -> None:
        """Put a chip or button at the right end of the head."""
        self.head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)

    def add_row(self, row: QWidget, stretch: int = 0) -> None:
        """Add a row, separated by a quiet line from what stands above it."""
        self.insert_row(len(self._ruled), row, stretch)

    def insert_row(self, place: int, row: QWidget, stretch: int = 0) -> None:
        """Put a row before another one."""
        line = rule(f"{self.objectName()}_rule")
        at = 2 * place + (1 if self._titled else 0)
        self._column.insertWidget(at, line)
        self._column.insertWidget(at + 1, row, stretch)
        self._ruled.insert(place, (line, row))
        self._draw_lines()

    def show_row(self, row: QWidget, *, shown: bool) -> None:
        """Show or hide a row and its line."""
        # To show a row that nobody hid, in a card that is not in view, would lay it out at no width yet.
        if self.isVisible() or _counts_as_shown(row) is not shown:
            row.setVisible(shown)
            self._draw_lines()

    def add_body(self) -> QVBoxLayout:
        """Add a padded row for free content and return its layout."""
        holder = QWidget()
        holder.setObjectName(f"{self.objectName()}_body")
        layout = QVBoxLayout(holder)
        layout.setContentsMargins(CARD_PADDING, 16, CARD_PADDING, 16)
        layout.setSpacing(8)
        self.add_row(holder)
        return layout

    def add_foot(self, height: int = 58) -> FlowRow:
        """Add a row for buttons and return its layout. A ghost button last stands on the card's edge."""
        holder = QWidget()
        holder.setObjectName(f"{self.objectName()}_foot")
        layout = FlowRow(holder)
        stand_at_least(holder, height)
        layout.setContentsMargins(CARD_PADDING, 0, CARD_PADDING - 10, 0)
        layout.setSpacing(8)
        self.add_row(holder)
        return layout

    def clear_rows(self) -> None:
        """Remove everything below the head."""
        for line, row in self._ruled:
            for widget in (line, row):
                self._column.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._ruled.clear()

    def grow(self) -> None:
        """Let the card take the height that is left on the page."""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def _draw_lines(self) -> None:
        """Draw a line above every visible row but, without a head, the first."""
        above = self._titled
        for line, row in self._ruled:
            shown = _counts_as_shown(row)
            line.setVisible(above and shown)
            above = above or shown


def _counts_as_shown(row: QWidget) -> bool:
    """Tell whether nobody hid a row: one just added to a card in view is hidden until Qt lays it out."""
    asked = row.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    return not (asked and row.isHidden())


class TwoLines(QWidget):
    """A title and a quiet second line; a stretch above and below keeps them together in any height."""

    def __init__(self, name: str, title: str = "", second: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.title = FittingLabel("body", f"{name}_title", title)
        self.second = FittingLabel("caption", f"{name}_second", second)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(self.second)
        column.addStretch(1)
        self.second.setVisible(bool(second))

    def set_lines(self, title: str, second: str) -> None:
        """Set both lines; an empty second one takes no room."""
        self.title.setText(title)
        self.second.setText(second)
        self.second.setVisible(bool(second))


class ClickableRow(FocusRing, QAbstractButton):
    """A whole row that can be pressed by mouse, Enter or Space; draws hover and focus itself."""

    def __init__(self, name: str, height: int = LIST_ROW) -> None:
        super().__init__()
        self.setObjectName(name)
        self._least = height
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """As wide as what lies in it."""
        layout = self.layout()
        return (layout.sizeHint() if layout else QSize()).expandedTo(QSize(0, self._least))

    def minimumSizeHint(self) -> QSize:
        """As narrow as what lies in it allows."""
        layout = self.layout()
        return (layout.minimumSize() if layout else QSize()).expandedTo(QSize(0, self._least))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw hover, press and focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(4, 3, -4, -3)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.isEnabled() and (self.isDown() or self.underMouse()):
            painter.setBrush(QColor(tokens().accent_soft if self.isDown() else tokens().sunken))
            painter.drawRoundedRect(box, RADIUS_MARK, RADIUS_MARK)
        if self.ring_shown:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(tokens().accent), 2))
            painter.drawRoundedRect(box, RADIUS_MARK, RADIUS_MARK)


class CounterRow(ClickableRow):
    """A large number, what it counts, a second line, and an arrow: it opens what it counts."""

    def __init__(self, name: str) -> None:
        super().__init__(name, LIST_ROW + 2)
        self.number = label("counter", f"{name}_number")
        self.number.setMinimumWidth(38)
        self.words = TwoLines(f"{name}_words")
        row = QHBoxLayout(self)
        row.setContentsMargins(CARD_PADDING, _AROUND, 38, _AROUND)
        row.setSpacing(10)
        row.addWidget(self.number, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.words, 1)
        for part in (self.number, self.words):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_counter(self, number: int, shown: str, title: str, second: str, *, due: bool = False) -> None:
        """Show a count; `due` (amber) says that a decision is needed."""
        self.number.setText(shown)
        set_role(self.number, "counter_due" if due and number else "counter")
        self.words.set_lines(title, second)
        self.setAccessibleName(f"{shown} {title}")
        self.setAccessibleDescription(second)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the row and its arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        size = ICON_CHIP + 4
        box = QRectF(self.width() - 33, (self.height() - size) / 2, size, size)
        box = visual(painter, QRectF(self.rect()), box)
        theme.draw(painter, "left" if from_right(painter) else "right", box, "text3")


class IconMark(QWidget):
    """An icon that stands beside words and says nothing of its own."""

    def __init__(self, name: str, icon: str, token: str = "text3", size: int = ICON_RAIL) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedSize(size, size)
        self._icon, self._token = icon, token

    def set_icon(self, icon: str, token: str = "text3") -> None:
        """Show another drawing."""
        self._icon, self._token = icon, token
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the icon."""
        painter = QPainter(self)
        theme.draw(painter, self._icon, QRectF(self.rect()), self._token)


class ActionLine(QWidget):
    """An icon, words, quiet words beside them, and a button; the quiet ones give way first."""

    def __init__(self, name: str, icon: str) -> None:
        super().__init__()
        self.setObjectName(name)
        stand_at_least(self, LIST_ROW - 12)
        self.title = FittingLabel("body", f"{name}_title")
        self.second = FittingLabel("caption", f"{name}_second")
        self.button = Button(f"{name}_button", ButtonKind.GHOST)
        row = FlowRow(self)
        row.setContentsMargins(CARD_PADDING, 3, CARD_PADDING - 10, 3)
        row.setSpacing(12)
        row.addWidget(IconMark(f"{name}_icon", icon))
        words = FlowRow()
        words.setSpacing(12)
        words.addWidget(self.title)
        words.addWidget(self.second, 1)
        row.addLayout(words, 1)
        row.addWidget(self.button)

    def set_line(self, title: str, second: str, act: str) -> None:
        """Set the words."""
        self.title.setText(title)
        self.second.setText(second)
        self.button.setText(act)
        self.button.setAccessibleName(f"{act}: {title}")
        self.button.setAccessibleDescription(second)


class ActionRow(QWidget):
    """An icon, two lines, and at the right what can be done about it; `options` stand before the button.

    Tab reaches them in the order in which they are added: as they stand.
    """

    def __init__(
        self,
        name: str,
        icon: str,
        kind: ButtonKind = ButtonKind.GHOST,
        options: Sequence[QWidget] = (),
    ) -> None:
        super().__init__()
        self.setObjectName(name)
        stand_at_least(self, LIST_ROW - 2)
        self.mark = IconMark(f"{name}_icon", icon)
        self.words = TwoLines(f"{name}_words")
        self.button = Button(f"{name}_button", kind)
        row = FlowRow(self)
        right = CARD_PADDING - (10 if kind is ButtonKind.GHOST else 0)
        row.setContentsMargins(CARD_PADDING, _AROUND, right, _AROUND)
        row.setSpacing(14)
        row.addWidget(self.mark)
        row.addWidget(self.words, 1)
        for each in (*options, self.button):
            row.addWidget(each)

    def set_row(self, title: str, second: str, act: str) -> None:
        """Set the words; without `act` there is no button."""
        self.words.set_lines(title, second)
        self.button.setText(act)
        self.button.setAccessibleName(f"{act}: {title}" if act else "")
        self.button.setVisible(bool(act))


class ValueRow(QWidget):
    """A name at the left and its value at the right: figures, versions, places."""

    def __init__(self, name: str, height: int = 25) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMinimumHeight(height)
        self.name = label("body", f"{name}_name")
        self.value = label("body", f"{name}_value")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.name, 1)
        row.addWidget(self.value, 0, Qt.AlignmentFlag.AlignRight)

    def set_value(self, name: str, value: str) -> None:
        """Set both words."""
        self.name.setText(name)
        self.value.setText(value)
        self.setAccessibleName(f"{name}: {value}")


class NoteRow(QWidget):
    """Something to know before going on."""

    def __init__(self, name: str, icon: str, token: str, text: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.mark = IconMark(f"{name}_icon", icon, token, size=18)
        self.words = label("body", f"{name}_words", text, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)


_ANY = 16_777_215  # Qt's own largest width


class BesideOrBelow(QWidget):
    """A list and, beside it, a page of cards that scrolls. In a narrow window the cards stand below the list.

    Put cards into `side.column`. The list keeps `least` pixels beside `side_width` of the cards; below it
    they are as high as they need, and the page around scrolls: the list keeps its rows. `margin` is what the
    page has at its right: the bar of the cards has its place in it, so that neither list nor cards move.
    """

    turned = Signal()
    """The cards stand elsewhere now: `below` tells where."""

    def __init__(self, name: str, main: QWidget, side_width: int, least: int, margin: int = 0) -> None:
        super().__init__()
        self.setObjectName(name)
        self._side_width, self._least, self._margin = side_width, least, margin
        self.side = ScrollPage(f"{name}_side")
        self.side.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.side.column.setSpacing(12)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setSpacing(CARD_GAP)
        self._row.addWidget(main, 3)
        self._row.addWidget(self.side, 2)
        self.side.content.installEventFilter(self)
        self.side.verticalScrollBar().rangeChanged.connect(self._make_way)
        self._arrange(below=False)

    @property
    def below(self) -> bool:
        """Tell whether the cards stand below the list."""
        return self._row.direction() is QBoxLayout.Direction.TopToBottom

    def show_side(self, *, shown: bool) -> None:
        """Show the cards, or leave all the room to the list."""
        self.side.setVisible(shown)
        self._make_way()

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the list: the cards can go below it."""
        return QSize(self._least // 2, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards beside the list or below it."""
        super().resizeEvent(event)
        below = event.size().width() < self._side_width + CARD_GAP + self._least + self._margin
        if below != self.below:
            self._arrange(below=below)
            self.turned.emit()
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the cards: higher or lower."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Below the list the cards have the height that they need at the width of the list."""
        if self.below:
            cards = self.side.column
            high = cards.totalHeightForWidth(self.width()) if cards.hasHeightForWidth() else 0
            self.side.setFixedHeight(max(high, cards.totalMinimumSize().height()))

    def _arrange(self, *, below: bool) -> None:
        ways, bars = QBoxLayout.Direction, Qt.ScrollBarPolicy
        self._row.setDirection(ways.TopToBottom if below else ways.LeftToRight)
        self.side.setMinimumSize(0 if below else self._side_width + self._margin, 0)
        self.side.setMaximumSize(_ANY if below else self._side_width + self._margin, _ANY)
        self.side.setVerticalScrollBarPolicy(bars.ScrollBarAlwaysOff if below else bars.ScrollBarAsNeeded)
        self._make_way()
        self.updateGeometry()

    def _make_way(self, *_range: int) -> None:
        """Give the bar its part of the margin while it is there."""
        beside, bar = not self.below and not self.side.isHidden(), self.side.verticalScrollBar()
        taken = bar.sizeHint().width() if bar.maximum() else 0
        self._row.setContentsMargins(0, 0, 0 if beside else self._margin, 0)
        self.side.column.setContentsMargins(0, 0, max(0, self._margin - taken) if beside else 0, 0)
