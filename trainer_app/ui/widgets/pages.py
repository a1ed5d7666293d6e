"""Page layout: scrolling page, header, columns, shrinkable area, empty state, and the start page.

The start page is the plain page with one card and the program's logo that is shown outside the workspace.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShortcut,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import CARD_GAP, PAGE_MARGIN
from trainer_app.ui.widgets.controls import Button, IconButton
from trainer_app.ui.widgets.fields import SearchField, scrolled_around
from trainer_app.ui.widgets.flow import FlowRow, LowPage
from trainer_app.ui.widgets.indicators import AppLogo
from trainer_app.ui.widgets.labels import FittingLabel, Retranslated, announce, label, own_viewport
from trainer_app.ui.widgets.scrolling import SteadyScrollArea

_TOP, _BOTTOM = 18, 16


class SaidWhenShown(Retranslated, QWidget):
    """A page that follows a change of language when it is shown: a switch says anew only what is in sight."""

    _other_language = False

    def event(self, event: QEvent) -> bool:
        """Put off a change of language while hidden."""
        if event.type() == QEvent.Type.LanguageChange:
            self._other_language = not self.isVisible()
            if self._other_language:
                return True
        return super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Say anew what was put off."""
        super().showEvent(event)
        if self._other_language:
            QApplication.sendEvent(self, QEvent(QEvent.Type.LanguageChange))


class ScrollPage(SteadyScrollArea):
    """Fill `column` from the top. What gets the keyboard focus is scrolled into view."""

    def __init__(self, name: str = "page") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        own_viewport(self, "page")
        self.content = QWidget()
        self.content.setObjectName(f"{name}_content")
        self.content.setProperty("role", "page")
        self.column = QVBoxLayout(self.content)
        self.column.setContentsMargins(PAGE_MARGIN, _TOP, PAGE_MARGIN, _BOTTOM)
        self.column.setSpacing(CARD_GAP)
        self.setWidget(self.content)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def minimumSizeHint(self) -> QSize:
        """Shrink as far as anybody wants: the rest scrolls."""
        return QSize(240, 160)

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.content.isAncestorOf(new):
            self.ensureWidgetVisible(new, 24, 24)


def _searching() -> bool:
    """Tell whether somebody types into a field that searches, and hears nothing of what it finds."""
    return isinstance(QApplication.focusWidget(), SearchField)


class PageHeader(QWidget):
    """Title and subtitle at the left, buttons or a search field at the right."""

    def __init__(self, name: str = "header") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.title = FittingLabel("title", f"{name}_title")
        self.subtitle = FittingLabel("subtitle", f"{name}_subtitle")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self._row = FlowRow(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(8)
        self._row.addLayout(words, 1)

    def set_words(self, title: str, subtitle: str) -> None:
        """Set both lines. An empty subtitle takes no room; what it counts is heard while one searches."""
        self.title.setText(title)
        if subtitle != self.subtitle.text() and self.isVisible() and _searching():
            announce(self, subtitle)
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def add_action(self, widget: QWidget) -> None:
        """Put a widget at the right end."""
        self._row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def behind(self, back: IconButton) -> FlowRow:
        """Return a line of the way back and the header."""
        line = FlowRow()
        line.setSpacing(8)
        line.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self, 1)
        return line


_ANY = 16_777_215  # Qt's own largest width


class TwoColumns(QWidget):
    """Put cards into `left` and `right`. Below `stack_below` pixels they are stacked.

    With `right_width` the right column keeps that width while it stands beside the left one.
    """

    def __init__(self, name: str, stack_below: int, right_width: int = 0) -> None:
        super().__init__()
        self.setObjectName(name)
        self._stack_below, self._right_width = stack_below, right_width
        self._sides = (QWidget(), QWidget())
        self.left, self.right = (QVBoxLayout(side) for side in self._sides)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(CARD_GAP)
        for side, column, word in zip(self._sides, (self.left, self.right), ("left", "right"), strict=True):
            side.setObjectName(f"{name}_{word}")
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(CARD_GAP)
            self._row.addWidget(side, 1)
        self._arrange(stacked=False)

    def fill(self, left: list[QWidget], right: list[QWidget]) -> None:
        """Add cards to both columns, from the top."""
        for column, cards in ((self.left, left), (self.right, right)):
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)

    @property
    def stacked(self) -> bool:
        """Tell whether the right column stands below the left one."""
        return self._row.direction() is QBoxLayout.Direction.TopToBottom

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as the wider column: the other one can go below it."""
        hints = [side.minimumSizeHint() for side in self._sides]
        heights = [hint.height() for hint in hints]
        height = sum(heights) + CARD_GAP if self.stacked else max(heights)
        return QSize(max(hint.width() for hint in hints), height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stack or unstack."""
        super().resizeEvent(event)
        stacked = event.size().width() < self._stack_below
        if stacked != self.stacked:
            self._arrange(stacked=stacked)

    def _arrange(self, *, stacked: bool) -> None:
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        right = self._sides[1]
        if self._right_width:
            right.setMinimumWidth(0 if stacked else self._right_width)
            right.setMaximumWidth(_ANY if stacked else self._right_width)
        for index, stretch in enumerate((0, 0) if stacked else (1, 0 if self._right_width else 1)):
            self._row.setStretch(index, stretch)
        self.updateGeometry()


if TYPE_CHECKING:
    _Base = QWidget
else:
    _Base = object


FEWEST_ROWS = 4
"""So many rows of a list are in sight at once in any window: a page that is lower scrolls."""


class PageFirst(_Base):
    """Mixin for a list: the wheel brings it whole into sight on a `LowPage`, then turns its own rows."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page around it while a part of the list is hidden in that direction."""
        page = self.page_around()
        turned = event.pixelDelta().y() or event.angleDelta().y() // 2
        if isinstance(page, LowPage) and turned and page.bring(self, -turned):
            event.accept()
        else:
            super().wheelEvent(event)

    def page_around(self) -> QScrollArea | None:
        """Return what scrolls around the list."""
        return next(iter(scrolled_around(self)), None)


def seen_of(part: QWidget) -> QRect:
    """Return what of a part is not scrolled out of sight, nor beyond its window, in its own measures."""
    seen = part.rect()
    for around in (part.window(), *(area.viewport() for area in scrolled_around(part))):
        seen &= QRect(part.mapFrom(around, QPoint()), around.size())
    return seen


def row_in_hand(host: QWidget) -> QRect:
    """Return where in the host the current row of the list that has the keyboard is; empty for none."""
    view = QApplication.focusWidget()
    if not isinstance(view, QAbstractItemView) or not view.currentIndex().isValid():
        return QRect()
    row, port = view.visualRect(view.currentIndex()), view.viewport()
    # All of its columns: the eye is at the name.
    whole = QRect(0, row.y(), port.width(), row.height()).intersected(port.rect())
    return QRect(host.mapFromGlobal(port.mapToGlobal(whole.topLeft())), whole.size())


def above(box: QRect, hand: QRect, gap: int) -> QRect:
    """Return where a message stands: not upon what has the keyboard, for it may be about this very row.

    `box` is its usual place.
    """
    if box.intersects(hand) and hand.y() - box.height() - gap >= 0:
        return box.translated(0, hand.y() - gap - box.bottom())
    return box


def aside(box: QRect, hand: QRect, pointer: QPoint, gap: int) -> QRect:
    """Return where a message stands that the pointer has come to: what lies there is to be read or pressed.

    At the other end of the page, if it is free there; a null place where no place is free.
    """
    usual, top = above(box, hand, gap), QRect(QPoint(box.x(), gap), box.size())
    if not usual.contains(pointer):
        return usual
    return QRect() if top.contains(pointer) or top.intersects(hand) else top


class ShrinkableScrollArea(SteadyScrollArea):
    """Holds one widget and is shown and hidden with it. `least` is the height, in pixels, that it keeps."""

    def __init__(self, name: str, content: QWidget, least: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "clear")
        own_viewport(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._content, self._least = content, least
        self.setWidget(content)
        content.installEventFilter(self)
        if content.isHidden():
            self.hide()

    def sizeHint(self) -> QSize:
        """Be as high as the content."""
        width = self._content.sizeHint().width()
        room = self.viewport().width() or width
        height = self._content.heightForWidth(room)
        return QSize(width, height if height >= 0 else self._content.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Give way down to the least height."""
        return QSize(0, min(self._least, self.sizeHint().height()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the content: shown, hidden, higher or lower."""
        if watched is self._content:
            if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
                # As long as nothing holds it, shown would mean a window of its own.
                if self._content.isHidden():
                    self.hide()
                elif self.parentWidget() is not None:
                    self.show()
            if event.type() == QEvent.Type.LayoutRequest:
                self.updateGeometry()
        return super().eventFilter(watched, event)


_DISC, _DRAWING, _TEXT_WIDTH = 72, 32, 460


class Disc(QWidget):
    """A drawing in a soft round field."""

    def __init__(self, name: str, icon: str, fill: str = "accent_soft", ink: str = "accent_text") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedSize(_DISC, _DISC)
        self._icon, self._fill, self._ink = icon, fill, ink

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field and the icon in its middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(tokens(), self._fill)))
        painter.drawEllipse(self.rect())
        inset = (_DISC - _DRAWING) / 2
        theme.draw(painter, self._icon, QRectF(inset, inset, _DRAWING, _DRAWING), self._ink)


class EmptyState(QWidget):
    """Fills the place of a list or a page that has nothing to show yet."""

    def __init__(self, name: str, icon: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.title = label("card_title", f"{name}_title", wrap=True)
        self.text = label("subtitle", f"{name}_text", wrap=True)
        for words in (self.title, self.text):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            words.setMinimumWidth(0)
            words.setMaximumWidth(_TEXT_WIDTH)
        self._buttons = FlowRow()
        self._buttons.setSpacing(8)
        self._buttons.addStretch(1)
        self._buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 32, 24, 32)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(Disc(f"{name}_icon", icon), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(16)
        for words, gap in ((self.title, 6), (self.text, 20)):
            line = QHBoxLayout()
            line.addStretch(1)
            line.addWidget(words, 100)
            line.addStretch(1)
            column.addLayout(line)
            column.addSpacing(gap)
        column.addLayout(self._buttons)
        column.addStretch(2)

    def compact(self) -> None:
        """Ask for less height, where another list shares the page and there is no button."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(24, 16, 24, 0)

    def set_words(self, title: str, text: str) -> None:
        """Say what is not there and what to do about it."""
        self.title.setText(title)
        self.text.setText(text)
        self.setAccessibleName(title)

    def showEvent(self, event: QShowEvent) -> None:
        """Let whoever searches hear that there is nothing."""
        super().showEvent(event)
        if _searching():
            announce(self, f"{self.title.text()}. {self.text.text()}")

    def add_button(self, button: Button) -> None:
        """Offer something to do; the first one should be the likeliest."""
        self._buttons.insertWidget(self._buttons.count() - 1, button)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a card."""
        return QSize(240, super().minimumSizeHint().height())


_CARD_PADDING = 32


_AROUND_CARD, _TO_BE_SAID = 16, 72
"""Room around the card of a start page; and below it for what it says later, such as what is wrong."""


class StartPage(SteadyScrollArea):
    """Fill `column`. `title` and `subtitle` stand beside a sign, by default the program's."""

    takes_backups = False
    """Whether a backup that is dropped on the page is looked at at once."""
    has_help = True
    """Whether there is a page of help for it: not where participants look."""
    help_requested = Signal(str)
    """Help is asked for, by the button or by F1, with `help_place`: the page, or what is shown on it."""

    def __init__(self, name: str, width: int, sign: QWidget | None = None) -> None:
        super().__init__()
        self.setObjectName(name)
        theme.follow_theme(self)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title = label("title", f"{name}_title", wrap=True)
        self.subtitle = label("subtitle", f"{name}_subtitle", wrap=True)
        self.card = QFrame()
        self.card.setObjectName(f"{name}_card")
        self.card.setProperty("role", "card")
        self.card.setMaximumWidth(width)
        self.column = QVBoxLayout(self.card)
        self.column.setContentsMargins(_CARD_PADDING, 26, _CARD_PADDING, 26)
        self.column.setSpacing(14)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(sign or AppLogo(), 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        self.help = IconButton(f"{name}_help", "help", size=32)
        self.help_place = name
        self.help.clicked.connect(lambda: self.help_requested.emit(self.help_place))
        self.help.setVisible(self.has_help)
        head.addWidget(self.help, 0, Qt.AlignmentFlag.AlignTop)
        if self.has_help:
            key = QShortcut("F1", self)
            key.setObjectName(f"{name}_help_key")
            key.activated.connect(self.help.click)
        self.column.addLayout(head)
        page = QWidget()
        page.setObjectName(f"{name}_page")
        page.setProperty("role", "page")
        outer = QVBoxLayout(page)
        outer.setContentsMargins(*[_AROUND_CARD] * 4)
        # It gives way where the card needs the room, and else stays: what is said later moves nothing.
        self._above = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Maximum)
        outer.addItem(self._above)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.card, 1000)
        row.addStretch(1)
        outer.addLayout(row)
        outer.addStretch(1)
        self._outer = outer
        self.setWidget(page)
        self.verticalScrollBar().rangeChanged.connect(lambda _least, most: self._keep_middle(most > 0))
        self._set_help()

    def _keep_middle(self, bar: bool) -> None:
        """Leave the card where it is when the scroll bar takes room beside it."""
        taken = min(_AROUND_CARD, self.verticalScrollBar().sizeHint().width()) if bar else 0
        self._outer.setContentsMargins(_AROUND_CARD, _AROUND_CARD, _AROUND_CARD - taken, _AROUND_CARD)

    def _place_card(self) -> None:
        """Put the card a little above the middle, as it is now."""
        room, fixed = self.viewport().size(), QSizePolicy.Policy.Minimum
        # Where no words wrap yet, as on a page that was just made, the layout has no height for a width.
        for_width = self._outer.totalHeightForWidth(room.width())
        needed = for_width if for_width >= 0 else self._outer.totalSizeHint().height()
        free = room.height() - needed + self._above.sizeHint().height()
        above = max(0, min(free * 2 // 5, free - _TO_BE_SAID))
        self._above.changeSize(0, above, fixed, QSizePolicy.Policy.Maximum)
        self._outer.invalidate()

    def showEvent(self, event: QShowEvent) -> None:
        """Find the card's place."""
        super().showEvent(event)
        self._place_card()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Find the card's place in another window."""
        super().resizeEvent(event)
        self._place_card()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._set_help()
        super().changeEvent(event)

    def _set_help(self) -> None:
        self.help.set_words(self.tr("Help"), "F1")

    def minimumSizeHint(self) -> QSize:
        """Scroll in a small window."""
        return QSize(320, 240)
