"""The line at the foot of the page: where one was, what was just done, how far long work is.

Its room is kept free, so that nothing that is told moves or covers what somebody is about to press. A message
that does not fit shows itself whole above the line until the next press elsewhere, and moves aside for the
pointer: the last row of a list can be read and pressed meanwhile.
"""

from collections.abc import Callable, Sequence
from typing import Any, override

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from trainer_app.ui.kit.context import Notice, NoticeAction
from trainer_app.ui.kit.screens import shown_keys, withhold
from trainer_app.ui.style.theme import follow_theme
from trainer_app.ui.style.tokens import PAGE_MARGIN
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.indicators import ProgressPanel
from trainer_app.ui.widgets.labels import ElidedLabel, Retranslated, label, set_role
from trainer_app.ui.widgets.overlays import Banner, ModalOverlay, Mood
from trainer_app.ui.widgets.pages import above, aside, row_in_hand

HEIGHT, LOW = 46, 440
"""Of the line; of a window below which the line takes room only while it says something."""
_WIDEST, _AROUND, _ABOVE = 620, 14, 6
_MOST_RECENT = 4
_GOOD_FOR, _OFFERS_FOR = 8_000, 20_000
"""Milliseconds after which a success goes by itself, and one that offers a next step or has more to say."""
FIND_KEYS = "Ctrl+K"


class Place(Struct, frozen=True):
    """Where somebody was: its words, the screen, and what is shown there, as `context.go` takes them."""

    words: str
    screen: str
    shown: dict[str, Any]


_HAND = 120
"""Pixels of height up to which what has the keyboard is a field or a button, not a whole page."""


def _in_hand(host: QWidget) -> QRect:
    """Return where in a host what has the keyboard is, of a list its current row; empty for none so small."""
    has = QApplication.focusWidget()
    if isinstance(has, QAbstractItemView) or has is None or not host.isAncestorOf(has):
        return row_in_hand(host)
    own = QRect(has.mapTo(host, has.rect().topLeft()), has.size())
    return own if own.height() <= _HAND else QRect()


_HEARD = (
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.FocusIn,
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
)
"""What a whole message over the page gives way to."""


class NoticeBox(QFrame):
    """A whole message over the page, as long as nothing else is pressed. It never takes the keyboard.

    One that showed itself moves aside for the pointer; one that was asked for stays: its words are copied.
    """

    def __init__(self, host: QWidget, details: QLabel) -> None:
        super().__init__(host)
        self._host = host
        self._usual = QRect()
        self.asked = False
        self.setObjectName("notice_box")
        self.title = label("row_title", "notice_box_title", wrap=True)
        self.text = label("body", "notice_box_text", wrap=True)
        self.details = details
        column = QVBoxLayout(self)
        column.setContentsMargins(_AROUND + 4, _AROUND, _AROUND + 4, _AROUND)
        column.setSpacing(4)
        for part in (self.title, self.text, self.details):
            column.addWidget(part)
        follow_theme(self)
        self.hide()

    def show_above(self, line: QWidget, *, asked: bool) -> None:
        """Show it above the line that is told in, as high as its words need."""
        host, self.asked = self._host, asked
        at = line.mapTo(host, line.rect().topLeft())
        width = min(_WIDEST, line.width())
        inside = width - 2 * (_AROUND + 4)
        shown = [part for part in (self.title, self.text, self.details) if not part.isHidden()]
        height = sum(part.heightForWidth(inside) + 4 for part in shown) + 2 * _AROUND
        height = min(height, at.y() - _ABOVE)
        self._usual = QRect(at.x(), at.y() - height - _ABOVE, width, height)
        self.setGeometry(above(self._usual, _in_hand(host), _ABOVE))
        application = QApplication.instance()
        if application is not None and self.isHidden():
            application.installEventFilter(self)
        self.show()
        self.raise_()

    def put_away(self) -> None:
        """Hide it."""
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give way to a press elsewhere, which does what it does, to where the keyboard goes, and to Esc.

        Esc does no more than that, unless a sheet lies over the page.
        """
        kind = event.type()
        if kind not in _HEARD:  # It hears of everything that happens in the program.
            return False
        if isinstance(event, QMouseEvent) and kind == QEvent.Type.MouseMove:
            self._move_aside(self._host.mapFromGlobal(event.globalPosition().toPoint()))
            return super().eventFilter(watched, event)
        if kind in (QEvent.Type.FocusIn, QEvent.Type.KeyRelease):
            if self.geometry().intersects(_in_hand(self._host)):
                self.put_away()
            return super().eventFilter(watched, event)
        if isinstance(event, QMouseEvent) and kind == QEvent.Type.MouseButtonPress:
            if not self.rect().contains(self.mapFromGlobal(event.globalPosition().toPoint())):
                self.put_away()
        elif (
            isinstance(event, QKeyEvent) and kind == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
        ):
            self.put_away()
            return not any(each.isVisible() for each in self.window().findChildren(ModalOverlay))
        return super().eventFilter(watched, event)

    def _move_aside(self, pointer: QPoint) -> None:
        """Let what lies below be read and pressed; the line below still tells it, and shows it again."""
        if self.asked or not self.geometry().contains(pointer):
            return
        place = aside(self._usual, _in_hand(self._host), pointer, _ABOVE)
        if place.isNull():
            self.put_away()
        else:
            self.setGeometry(place)


def _words_of(notice: Notice | None) -> tuple[str, str]:
    return (notice.title, notice.text) if notice is not None else ("", "")


class NoticeLine(Banner):
    """A message in two lines that end in an ellipsis where space is short; "Details" shows it whole."""

    def __init__(self, host: QWidget) -> None:
        super().__init__("notice")
        self.box = NoticeBox(host, self.details)
        self._told: tuple[Mood, str] = (Mood.GOOD, "")
        self._kept: list[Callable[[], Notice | None]] = []
        self._shows_kept = False
        self._behind = 0
        """How many more of those that stay are seen once this one is closed."""
        self._before: list[Callable[[], Notice | None]] = []
        self._worded_anew = True
        self._offered: list[tuple[NoticeAction, Button]] = []
        self._passing = QTimer(self)
        self._passing.setObjectName("notice_passing")
        self._passing.setSingleShot(True)
        self._passing.timeout.connect(self._pass_by)
        self.closed.connect(self.box.put_away)
        self.closed.connect(self._close_notice)

    @override
    def line(self, role: str, name: str) -> QLabel:
        return ElidedLabel(role, name)

    @override
    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.text)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 4, 0)
        row.setSpacing(8)
        row.addWidget(self.mark)
        row.addLayout(words, 1)
        row.addLayout(self._actions)
        row.addWidget(self.more)
        row.addWidget(self.close_button)
        for part in (self.title, self.text):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    @override
    def _set_words(self, title: str, text: str) -> None:
        more = self.tr("%n more message(s)", "", self._behind)
        super()._set_words(f"{title} · {more}" if self._behind else title, text)

    @override
    def tell(self, mood: Mood, title: str, text: str = "", details: str = "") -> None:
        self.box.put_away()
        super().tell(mood, title, text, details)
        set_role(self.title, "row_title")
        self._told = mood, details
        self._passing.stop()
        # What fits is known once the buttons beside it have their places.
        QTimer.singleShot(0, self, self._show_whole_if_need_be)

    def show_notice(self, notice: Notice) -> None:
        """Tell a message with its next steps, in the place of the one before."""
        self._interrupt()
        self._behind = 0
        self._show_notice(notice)

    def _show_notice(self, notice: Notice) -> None:
        self._worded_anew = notice.again is not None
        if notice.again is not None:
            self.say(notice.mood, notice.again, notice.details)
        else:
            self.tell(notice.mood, notice.title, notice.text, notice.details)
        self._offer(notice)

    def keep(self, notice: Callable[[], Notice | None]) -> None:
        """Show what stays until it is closed, the newest first; what is said meanwhile comes before it.

        What it says in the words of an older one takes that one's place.
        """
        said = _words_of(notice())
        shows = self.isHidden() or self._shows_kept
        if shows:
            self._interrupt()
        self._kept = [notice, *(old for old in self._kept if _words_of(old()) != said)]
        if shows:
            self.take_away()

    def _interrupt(self) -> None:
        """Note that what stays was told by now: when it comes back below another message, it is no news."""
        if self._shows_kept:
            self._before = [each for each in self._kept if each in (*self._before, self._kept[0])]
        self._shows_kept = False

    def take_away(self) -> None:
        """Take a message away, or go back to the one that stays, if it still holds."""
        while self._kept:
            notice = self._kept[0]()
            if notice is not None:
                if not self._shows_kept:
                    told = self._kept[0] in self._before
                    self._behind = sum(each() is not None for each in self._kept[1:])
                    self._show_notice(notice.told_before() if told else notice)
                    self._shows_kept = True
                return
            self._kept.pop(0)
            self._shows_kept = False
        self.hide()

    def follow_language(self) -> None:
        """Say it in the window's language; what cannot be said anew goes, an error says itself again."""
        if self._shows_kept or not self._worded_anew:
            self._shows_kept = False
            self.take_away()
        for offer, button in self._offered if self._worded_anew else ():
            button.setText(offer.again() if offer.again is not None else offer.words)

    def _close_notice(self) -> None:
        if self._shows_kept:
            self._kept.pop(0)
            self._shows_kept = False
        self.take_away()

    def _offer(self, notice: Notice) -> None:
        self._offered = []
        for offer in notice.offers:
            button = Button(offer.name, ButtonKind.PLAIN)
            button.setText(offer.words)
            button.clicked.connect(offer.act)
            if offer.needs:
                withhold(offer.needs, button)
            button.clicked.connect(self._close_notice)
            self.add_action(button)
            self._offered.append((offer, button))
        if notice.mood is Mood.GOOD:
            long = notice.offers or "\n" in notice.text
            self._passing.start(_OFFERS_FOR if long else _GOOD_FOR)

    @override
    def hideEvent(self, event: Any) -> None:
        super().hideEvent(event)
        told = self._passing.isActive() and not self.isHidden() and not event.spontaneous()
        self._passing.stop()
        self.box.put_away()
        if told:
            # The page around it goes, as where the program locks itself: it would come back with it.
            self._close()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole words where they do not fit any more."""
        super().resizeEvent(event)
        self.more.setVisible(bool(self._told[1]) or not self._fits())
        if not self.box.isHidden():
            self.box.show_above(self, asked=self.box.asked)

    @override
    def _toggle_details(self) -> None:
        if self.box.isHidden():
            self._open_box()
        else:
            self.box.put_away()

    def _fits(self) -> bool:
        parts = (part for part in (self.title, self.text) if isinstance(part, ElidedLabel))
        return all(part.fontMetrics().horizontalAdvance(part.one_line) <= part.width() for part in parts)

    def _show_whole_if_need_be(self) -> None:
        """Let whoever is told of trouble read all of it without a press."""
        if self.isHidden():
            return
        fits = self._fits()
        self.more.setVisible(bool(self._told[1]) or not fits)
        # A success of several lines has something to say beside it: what is missing, what comes next.
        tells = self._told[0] is not Mood.GOOD or "\n" in self.text.text()
        if not fits and tells and self.isVisible():
            self._open_box(details=False)

    def _open_box(self, *, details: bool = True) -> None:
        box = self.box
        set_role(box, self.property("role"))
        box.title.setText(self.title.text())
        box.text.setText(self.text.text())
        box.text.setVisible(bool(self.text.text()))
        box.details.setVisible(details and bool(box.details.text()))
        box.show_above(self, asked=details)

    def _pass_by(self) -> None:
        """Go, unless somebody is about to press something in it."""
        focus = QApplication.focusWidget()
        if self.underMouse() or (focus is not None and self.isAncestorOf(focus)) or self.box.isVisible():
            self._passing.start(_GOOD_FOR)
        else:
            self._close()


class RecentPlaces(Retranslated, QWidget):
    """The way to find anything, and where one was before. `chosen` gives a `Place`."""

    find_requested = Signal()
    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("recent")
        self.search = Button("recent_find", ButtonKind.GHOST, "search")
        self.search.clicked.connect(self.find_requested)
        self.caption = label("caption", "recent_caption")
        self.buttons = [Button(f"recent_{place}", ButtonKind.GHOST) for place in range(_MOST_RECENT)]
        self._places: Sequence[Place] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self.search)
        row.addSpacing(10)
        row.addWidget(self.caption)
        for index, button in enumerate(self.buttons):
            button.clicked.connect(lambda _on=False, at=index: self.chosen.emit(self._places[at]))
            row.addWidget(button)
        for part in (self.search, *self.buttons):
            # A click there is no reason to leave the list that one works in.
            part.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row.addStretch(1)
        self.retranslate()

    def show_places(self, places: Sequence[Place]) -> None:
        """Offer places, the newest first, as many as there is room for."""
        self._places = places[:_MOST_RECENT]
        for index, button in enumerate(self.buttons):
            button.setText(places[index].words if index < len(self._places) else "")
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer as many as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - self.search.sizeHint().width() - self.caption.sizeHint().width() - 24
        shown = 0
        for index, button in enumerate(self.buttons):
            room -= button.sizeHint().width() + 2
            fits = index < len(self._places) and room >= 0
            button.setVisible(fits)
            shown += fits
        self.caption.setVisible(shown > 0)

    @override
    def retranslate(self) -> None:
        self.search.setText(self.tr("Find anything"))
        self.search.set_hint(shown_keys(FIND_KEYS))
        self.caption.setText(self.tr("Recent:"))


class StatusLine(QWidget):
    """Holds the places of before, a message, and the progress of long work, one at a time."""

    def __init__(self, host: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent or host)
        self.setObjectName("status_line")
        self._low = False
        self.recent = RecentPlaces()
        self.banner = NoticeLine(host)
        self.progress = ProgressPanel("job")
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN, 4, PAGE_MARGIN, 6)
        row.setSpacing(8)
        for part in (self.recent, self.banner, self.progress):
            row.addWidget(part, 1)
        for part in (self.banner, self.progress):
            part.installEventFilter(self)
        self._settle()

    def set_low(self, low: bool) -> None:
        """Give way while nothing is said, where the window is low."""
        self._low = low
        self._settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the places of before while nothing else is to be said."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._settle()
        return super().eventFilter(watched, event)

    def _settle(self) -> None:
        says = not (self.banner.isHidden() and self.progress.isHidden())
        self.recent.setVisible(not says)
        self.setFixedHeight(HEIGHT if says or not self._low else 0)
