"""Labels in the text styles of the design, some of which elide or announce themselves; sentence lists.

A role is one of the `QLabel[role=...]` selectors of `resources/styles/app.qss`.
"""

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, Protocol, runtime_checkable

from PySide6.QtCore import QEvent, QLocale, QObject, QRect, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from trainer_app.domain.base.texts import LANGUAGES, SOURCE
from trainer_app.ui.style.theme import FAMILY, NARROW
from trainer_app.ui.widgets.painting import words_of

SUBJECT = "subject"
"""The property of a page that stays where it is for one thing after the other: about which it is now.

So a second press of a double click is known to be meant for what stood there before.
"""


def label(role: str, name: str, text: str = "", *, wrap: bool = False) -> QLabel:
    """Return a text. It is always plain text, so a name with "<" in it stays what it is."""
    made = _Wrapped(text) if wrap else QLabel(text)
    made.setObjectName(name)
    made.setProperty("role", role)
    made.setTextFormat(Qt.TextFormat.PlainText)
    return made


class _Wrapped(QLabel):
    """A text of several lines that asks for the height it needs at the width it has.

    Qt's own label guesses a width, so that nested layouts and scroll areas get far too much or too little.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._laid_out = 0

    def sizeHint(self) -> QSize:
        """Return the guessed width and the height for the width that the layout gave."""
        hint = super().sizeHint()
        return QSize(hint.width(), self.heightForWidth(self._laid_out)) if self._laid_out else hint

    def minimumSizeHint(self) -> QSize:
        """Return the widest word and the same height."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width changed."""
        super().resizeEvent(event)
        if event.size().width() != self._laid_out:
            self._laid_out = event.size().width()
            self.updateGeometry()


class AnnouncedLabel(_Wrapped):
    """A text that says what came of something, in the language of the window also when that changes."""

    def __init__(self, role: str, name: str) -> None:
        super().__init__("")
        self.setObjectName(name)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._words: Callable[[], str] | None = None

    def say(self, words: Callable[[], str] | None) -> None:
        """Show words, which are asked for anew with each language; None: nothing."""
        self._words = words
        self.setText(words() if words is not None else "")

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange and self._words is not None:
            self.setText(self._words())
        super().changeEvent(event)


class ElidedLabel(QLabel):
    """One line that gives way: ends in an ellipsis where space is short, whole text as a tool tip.

    Of a text of several lines too: they stand one behind the other.
    """

    def __init__(self, role: str, name: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    @property
    def one_line(self) -> str:
        """The text as it is drawn where there is room for it."""
        return " · ".join(self.text().splitlines())

    def sizeHint(self) -> QSize:
        """As wide as the text, as high as one line of it."""
        hint = super().sizeHint()
        if "\n" not in self.text():
            return hint
        measures, around = self.fontMetrics(), self.contentsMargins()
        height = measures.height() + around.top() + around.bottom()
        return QSize(measures.horizontalAdvance(self.one_line) + around.left() + around.right(), height)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        hint = self.sizeHint()
        return QSize(min(48, hint.width()), hint.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much of the text as fits."""
        painter = QPainter(self)
        room = self.contentsRect()
        font = self.font()
        shown, measures = self.one_line, self.fontMetrics()
        if measures.horizontalAdvance(shown) > room.width():
            # The narrow face first: what is whole is better than what is wide.
            font.setFamilies([NARROW, FAMILY])
            measures = QFontMetrics(font)
            shown = measures.elidedText(shown, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        self.setToolTip("" if shown == self.text() else self.text())
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        painter.drawText(room, int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)


class FittingLabel(QLabel):
    """A text that is never cut: where space is short in the narrow face, else on several lines."""

    def __init__(self, role: str, name: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._laid_out = 0
        self._measured: tuple[str, QFont, int] | None = None

    def sizeHint(self) -> QSize:
        """Return the width of one line, and the height at the width that the layout gave."""
        hint = super().sizeHint()
        return QSize(hint.width(), self.heightForWidth(self._laid_out)) if self._laid_out else hint

    def minimumSizeHint(self) -> QSize:
        """Return the widest word and the same height."""
        return QSize(min(self._widest() + self._around().width(), _WIDEST), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that the text needs."""
        hint, around = super().sizeHint(), self._around()
        if width >= hint.width():
            return hint.height()
        room = QRect(0, 0, max(1, width - around.width()), _HIGHEST)
        text = self.breakable(room.width())
        return self._narrow().boundingRect(room, self._flags(room.width()), text).height() + around.height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width changed."""
        super().resizeEvent(event)
        if event.size().width() != self._laid_out:
            self._laid_out = event.size().width()
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the whole text."""
        if self.width() >= super().sizeHint().width():
            super().paintEvent(event)
            return
        painter, font = QPainter(self), self.font()
        font.setFamilies([NARROW, FAMILY])
        painter.setFont(font)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        room = self.contentsRect()
        painter.drawText(room, self._flags(room.width()), self.breakable(room.width()))

    def narrow_width(self) -> int:
        """Return the width of one line in the narrow face."""
        return self._narrow().horizontalAdvance(self.text()) + self._around().width() + 1

    def _around(self) -> QSize:
        margins = self.contentsMargins()
        return QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _flags(self, width: int) -> int:
        """Return how it is broken: between words, or anywhere where a name is too long."""
        where = self.alignment() if self.alignment() else Qt.AlignmentFlag.AlignVCenter
        between = all(_IN_A_PATH.search(word) for word in self._too_wide(width))
        return int(where) | int(Qt.TextFlag.TextWordWrap if between else Qt.TextFlag.TextWrapAnywhere)

    def breakable(self, width: int) -> str:
        """Return the text; an address that is too long may be broken anywhere, and no word beside it."""
        text = self.text()
        for word in self._too_wide(width):
            if _IN_A_PATH.search(word):
                text = text.replace(word, _MAY_BREAK.join(word))
        return text

    def _too_wide(self, width: int) -> set[str]:
        if self._widest() <= width:
            return set()
        measures = self._narrow()
        return {word for word in words_of(self.text()) if measures.horizontalAdvance(word) > width}

    def _widest(self) -> int:
        text, font = self.text(), self.font()
        # Layouts ask again and again; a text of a few words is measured word by word.
        if self._measured is None or self._measured[:2] != (text, font):
            measures = self._narrow()
            wide = max((measures.horizontalAdvance(word) for word in words_of(text)), default=0) + 1
            self._measured = text, font, wide
        return self._measured[2]

    def _narrow(self) -> QFontMetrics:
        font = self.font()
        font.setFamilies([NARROW, FAMILY])
        return QFontMetrics(font)


_MAY_BREAK, _IN_A_PATH = "\N{ZERO WIDTH SPACE}", re.compile(r"[/\\@]")
_WIDEST, _HIGHEST = 240, 10_000
"""Pixels: no single word asks for more width, and no text for more height."""


def rule(name: str = "rule") -> QFrame:
    """Return a quiet horizontal line of one pixel."""
    made = QFrame()
    made.setObjectName(name)
    made.setProperty("role", "rule")
    made.setFixedHeight(1)
    return made


def clear_layout(layout: QLayout) -> None:
    """Take out and delete all parts of a layout: others are made in their place."""
    while (item := layout.takeAt(0)) is not None:
        inner, part = item.layout(), item.widget()
        if inner is not None:
            clear_layout(inner)
        if part is not None:
            part.hide()
            part.deleteLater()


class SentenceList(QWidget):
    """A heading and sentences below it, each with a mark before its first line."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.heading = label("body_strong", f"{name}_heading")
        self.lines: list[str] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addLayout(self._rows)

    def show_lines(self, heading: str, lines: Sequence[str]) -> None:
        """Show a heading with some sentences."""
        self.heading.setText(heading)
        self.lines = list(lines)
        clear_layout(self._rows)
        for index, text in enumerate(lines):
            self._rows.addWidget(self._row(index, text))

    def _row(self, place: int, text: str) -> QWidget:
        name = f"{self.objectName()}_{place}"
        made = QWidget()
        made.setObjectName(name)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        mark = label("second", f"{name}_mark", "–")
        words = label("body", f"{name}_text", text, wrap=True)
        column = QVBoxLayout()
        column.addWidget(mark)
        column.addStretch(1)
        row.addLayout(column)
        row.addWidget(words, 1)
        return made


if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView

    _Base = QWidget
else:
    _Base = object


def is_made(owner: QObject, part: str) -> bool:
    """Tell whether a part made when first needed (a `cached_property`) is there."""
    return part in owner.__dict__


def is_shown(owner: QWidget, part: str) -> bool:
    """Tell whether a part made when first needed is there and not hidden."""
    return is_made(owner, part) and not owner.__dict__[part].isHidden()


class HighAsNeeded(_Base):
    """Mixin for parts that may not grow: as high as their words need at the width that they have.

    Qt's own part asks for the height at the width that it would like to have, whatever it got.
    """

    _laid_out = 0

    def sizeHint(self) -> QSize:
        """Return the usual width, and the height at the width that the layout gave."""
        hint = super().sizeHint()
        if not self._laid_out or not self.hasHeightForWidth():
            return hint
        return QSize(hint.width(), max(self.minimumHeight(), self.heightForWidth(self._laid_out)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height when the width changed."""
        super().resizeEvent(event)
        if event.size().width() != self._laid_out:
            self._laid_out = event.size().width()
            self.updateGeometry()


@runtime_checkable
class HasUnsavedChanges(Protocol):
    """A part of the window in which something may have been begun that is not saved."""

    def holds_work(self) -> bool:
        """Tell whether something would be lost if the part were thrown away."""
        ...


class Retranslated(_Base):
    """Mixin for widgets with words: `retranslate` is called whenever the language changes.

    Put it before the Qt class: `class Screen(Retranslated, QWidget)`. Call `retranslate` once yourself
    at the end of `__init__`; set every word there and nowhere else.
    """

    def retranslate(self) -> None:
        """Set every word anew."""

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def shown_language() -> str:
    """Return the code of the language in which the window counts and writes dates, which is its own."""
    code = QLocale().name().partition("_")[0]
    return code if code in LANGUAGES else SOURCE


BY_KEYBOARD = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FocusRing(_Base):
    """Mixin for painted controls: `ring_shown` says whether to draw that they have the keyboard.

    As on the web, a press of the mouse shows no ring, the first press of a key does; where the program itself
    chose the control, there is one if the newest press in the window was a key (`keys_used`).
    """

    keys_used: ClassVar[bool] = False
    _keyboard = False

    @property
    def ring_shown(self) -> bool:
        """Tell whether the focus came by keyboard and is here."""
        return self._keyboard and self.hasFocus()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came; coming back to the window changes nothing."""
        if event.reason() not in (
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
        ):
            chosen = event.reason() is Qt.FocusReason.OtherFocusReason
            self._keyboard = event.reason() in BY_KEYBOARD or (chosen and FocusRing.keys_used)
        super().focusInEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Show the ring once a key is used here."""
        if not self._keyboard:
            self._keyboard = True
            self.update()
        super().keyReleaseEvent(event)


class Painted(QLabel):
    """What is painted and yet read: to a screen reader it is a text, its accessible name.

    Qt takes a plain widget for a mere holder of others, whose name most screen readers pass over.
    """


def named[W: QWidget](widget: W, name: str, spoken: str = "") -> W:
    """Give a widget its English objectName and, if given, its accessible name; return it."""
    widget.setObjectName(name)
    if spoken:
        widget.setAccessibleName(spoken)
    return widget


def announce(widget: QWidget, text: str) -> None:
    """Let a screen reader say what came of something, wherever the keyboard is."""
    if not text:
        return
    # Here and not above: this part of Qt is large, and nothing is said before the first screen stands.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))


def read_current(view: "QAbstractItemView") -> None:
    """Let a screen reader read the current cell of a table or list that has just got the keyboard.

    Qt tells of the table alone, and only on Windows of the cell in it.
    """
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    if not QAccessible.isActive() or QGuiApplication.platformName() == "windows" or not view.hasFocus():
        return
    table = QAccessible.queryAccessibleInterface(view)
    cell = table.focusChild() if table is not None else None
    if cell is not None:
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(table.indexOfChild(cell))
        QAccessible.updateAccessibility(event)


def own_viewport(area: QScrollArea, role: str = "clear") -> None:
    """Give an area, before what it holds, a part of ours to scroll that in; "clear" shows what lies below."""
    # Who asks for Qt's own makes PySide look for its kind among all widgets there are: 7 ms of a start.
    part = named(QWidget(), f"{area.objectName()}_scrolled")
    part.setProperty("role", role)
    area.setViewport(part)


def set_role(widget: QWidget, role: str) -> None:
    """Change the role by which the style sheet finds a widget, and let it look that way at once."""
    set_state(widget, "role", role)


def set_state(widget: QWidget, name: str, value: object) -> None:
    """Change a property that the style sheet looks at, such as wrong="true"."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        # It has not been shown yet, and is given its looks when it is.
        return
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()


def show_in_place[W: QWidget](widget: W, *, shown: bool) -> W:
    """Hide a part that is not shown, but keep its place: nothing moves under the pointer. Return it."""
    policy = widget.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    widget.setSizePolicy(policy)
    if not shown:
        widget.hide()
    return widget
