"""Rows that go on below where they are too narrow, and pages that scroll where they are too low.

With these a window may become smaller, or its words longer, and nothing is cut: buttons go to a line of
their own, what leads the row stays above them, and what lies below the edge can be scrolled to.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QWidget,
)

from trainer_app.ui.widgets.labels import ElidedLabel, FittingLabel, own_viewport

_LEAD = 0.4
"""The share of a row that is enough for words which can stand on several lines."""
_BELOW = 6
"""Pixels between the lines of a row, at least, and above and below them where the row has no margins."""


class _Part(Struct, frozen=True):
    """One item of a row: how wide it is, and at least; by how much it may grow; whether it is a space."""

    item: QLayoutItem
    width: int
    least: int
    stretch: int
    is_space: bool


_LEAST_PANEL = 260
"""Pixels that a panel has in height where panels stand below each other."""
AS_CONTENT = "as_content"
"""Property of a panel that is then no higher than what it holds."""

_LEAST = "least_height"
"""The property of a part that says how high it is at least."""

type _Lines = list[list[_Part]]


class FlowRow(QHBoxLayout):
    """A row of widgets. Where they do not fit beside each other they stand on several lines.

    What leads (all up to the one part with a stretch) has the first line then, the rest the lines below.
    On a line that fits it is Qt's own row.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        if parent is None:
            super().__init__()
        else:
            super().__init__(parent)
        self._laid_out = 0
        self._high: int | None = None
        self._found: list[_Part] | None = None
        self._lined: dict[int, _Lines] = {}

    def invalidate(self) -> None:
        """Forget what was measured."""
        self._high = self._found = None
        self._lined = {}
        super().invalidate()

    def hasHeightForWidth(self) -> bool:
        """Say no: `_needed` is known for the width that there is."""
        return False

    def sizeHint(self) -> QSize:
        """Return the width of one line, and the height of the lines that there are."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(self._needed(), hint.height()) if self._one_line() else self._needed())

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Be as narrow as the widest part."""
        margins = self.contentsMargins()
        wide = max((part.least for part in self._parts()), default=0)
        return QSize(wide + margins.left() + margins.right(), self._needed())

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Lay the parts out; ask for another height where the width needs it."""
        before, changed = self._needed(), rect.width() != self._laid_out
        self._laid_out = rect.width()
        lines = self._lines(rect.width())
        if len(lines) < 2:
            super().setGeometry(rect)
        else:
            # The row notes where it stands; Qt's own one would squeeze the parts into one line first.
            QLayout.setGeometry(self, rect)
            self._lay_out(self._widened(lines, rect.width()), rect)
        if changed:
            self._high = None
            owner = self.parentWidget()
            if self._needed() != before and owner is not None:
                self.invalidate()
                owner.updateGeometry()

    def led_by(self, place: int, width: int) -> int:
        """Return how wide the part at a place has to be for a row of so many pixels to stay on one line."""
        margins = self.contentsMargins()
        item = self.itemAt(place)
        if item is None:
            return 0
        wish, least = item.sizeHint().width(), item.minimumSize().width()
        return _wanted(
            _Part(item, wish, least, self.stretch(place), False), width - margins.left() - margins.right()
        )

    def _one_line(self) -> bool:
        return not self._laid_out or len(self._lines(self._laid_out)) < 2

    def _needed(self) -> int:
        """Return how high all lines are at the width that the layout gave: Qt asks for no other.

        To tell Qt of heights by widths would let it measure all that lies around it again and again.
        """
        if self._high is None:
            if self._one_line():
                self._high = max(super().minimumSize().height(), self._least())
            else:
                top, bottom = self._ends()
                lines = self._widened(self._lines(self._laid_out), self._laid_out)
                between = self._between() * (len(lines) - 1)
                self._high = max(sum(map(_height, lines)) + between + top + bottom, self._least())
        return self._high

    def _between(self) -> int:
        return max(self.spacing(), _BELOW)

    def _ends(self) -> tuple[int, int]:
        margins = self.contentsMargins()
        # A row that is all of a part has no margins: on one line it needs none.
        least = _BELOW if self._least() else 0
        return max(margins.top(), least), max(margins.bottom(), least)

    def _least(self) -> int:
        """Return the height that the part has which this is the layout of."""
        owner = self.parentWidget()
        return int(owner.property(_LEAST) or 0) if owner is not None and owner.layout() is self else 0

    def _parts(self) -> list[_Part]:
        if self._found is None:
            self._found = self._read()
        return self._found

    def _read(self) -> list[_Part]:
        found = []
        for place in range(self.count()):
            item = self.itemAt(place)
            if item is None or (item.isEmpty() and item.spacerItem() is None):
                continue
            space = item.spacerItem() is not None
            stretch = self.stretch(place)
            if space and not stretch:
                stretch = int(bool(item.expandingDirections() & Qt.Orientation.Horizontal))
            least = 0 if space else item.minimumSize().width()
            found.append(_Part(item, item.sizeHint().width(), least, stretch, space))
        return found

    def _lines(self, width: int) -> _Lines:
        if width not in self._lined:
            margins = self.contentsMargins()
            self._lined[width] = self._broken(width - margins.left() - margins.right())
        return self._lined[width]

    def _broken(self, room: int) -> _Lines:
        parts = self._parts()
        least = [_wanted(part, room) for part in parts]
        if not parts or sum(least) + self.spacing() * self._gaps(parts) <= room:
            return [parts]
        lines: _Lines = [[]]
        left, leads = room, sum(bool(part.stretch) for part in parts) == 1
        for part, width_of in zip(parts, least, strict=True):
            wanted = min(part.width, room) if part.stretch and not part.is_space else width_of
            gap = self.spacing() if lines[-1] and not part.is_space else 0
            if lines[-1] and not part.is_space and min(wanted, width_of) + gap > left:
                lines.append([])
                left, gap = room, 0
            if part.is_space and not lines[-1]:
                continue
            lines[-1].append(part)
            left -= width_of + gap
            if leads and _leads(part) and part is not parts[-1]:
                # The rest stands together.
                leads = False
                lines.append([])
                left = room
        return [line for line in lines if any(not part.is_space for part in line)] or [parts]

    def _gaps(self, parts: Sequence[_Part]) -> int:
        return max(0, sum(not part.is_space for part in parts) - 1)

    def _widened(self, lines: _Lines, width: int) -> _Lines:
        """Return the lines with the widths that their parts have in the end."""
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right()
        return [self._spread(line, room) for line in lines]

    def _spread(self, line: list[_Part], room: int) -> list[_Part]:
        widths = [min(part.width, room) for part in line]
        free = room - sum(widths) - self.spacing() * self._gaps(line)
        growing = [place for place, part in enumerate(line) if _grows(part)]
        if free < 0 and len(line) > 1:
            for place in sorted(range(len(line)), key=lambda at: -line[at].stretch):
                given = min(-free, max(0, widths[place] - line[place].least))
                widths[place] -= given
                free += given
        for count, place in enumerate(growing):
            share = max(0, free) // (len(growing) - count)
            most = line[place].item.maximumSize().width()
            grown = min(most, widths[place] + share) if not line[place].is_space else widths[place] + share
            free -= max(0, grown - widths[place])
            widths[place] = max(widths[place], grown)
        return [
            _Part(part.item, width, part.least, part.stretch, part.is_space)
            for part, width in zip(line, widths, strict=True)
        ]

    def _lay_out(self, lines: _Lines, rect: QRect) -> None:
        margins, between = self.contentsMargins(), self._between()
        room = rect.width() - margins.left() - margins.right()
        owner = self.parentWidget()
        mirrored = owner is not None and owner.isRightToLeft()
        heights = [_height(line) for line in lines]
        whole = sum(heights) + between * (len(lines) - 1)
        top = rect.top() + max(self._ends()[0], (rect.height() - whole) // 2)
        at_end = False
        for line, high in zip(lines, heights, strict=True):
            taken = sum(part.width for part in line) + self.spacing() * self._gaps(line)
            left = rect.left() + margins.left() + (max(0, room - taken) if at_end else 0)
            for part in line:
                if part.is_space:
                    left += part.width
                    continue
                x = rect.left() + rect.right() + 1 - left - part.width if mirrored else left
                part.item.setGeometry(QRect(x, top, part.width, high))
                left += part.width + self.spacing()
            at_end = at_end or any(part.stretch for part in line)
            top += high + between


def _wanted(part: _Part, room: int) -> int:
    """Return how wide a part has to be for the row to stay on one line."""
    if part.is_space:
        return 0
    if part.stretch and part.least < part.width and not isinstance(part.item.widget(), ElidedLabel):
        return max(part.least, min(part.width, int(room * _LEAD)))
    return max(part.least, min(part.width, room))


def _leads(part: _Part) -> bool:
    """Tell whether a part has a line for itself, and the rest stands together: words do, fields do not."""
    return bool(part.stretch) and (
        part.is_space or not part.item.expandingDirections() & Qt.Orientation.Horizontal
    )


def _grows(part: _Part) -> bool:
    if part.is_space:
        return bool(part.stretch)
    return bool(part.stretch) or bool(part.item.expandingDirections() & Qt.Orientation.Horizontal)


def _height(line: Sequence[_Part]) -> int:
    found = [0]
    for part in line:
        label = part.item.widget()
        if isinstance(label, FittingLabel):
            found.append(label.heightForWidth(part.width))
        elif not part.is_space:
            for_width = part.item.heightForWidth(part.width) if part.item.hasHeightForWidth() else -1
            found.append(for_width if for_width >= 0 else part.item.sizeHint().height())
    return max(found)


_ROUNDS = 8
"""How often a text that is wrapped into another width may ask those around it for another height."""


@contextmanager
def laid_out_first(shown: QWidget) -> Iterator[None]:
    """Draw nothing of what is shown inside before it has come to rest: the first picture is the last one.

    A text that takes two lines is only known to do so once it has its width; then it asks for another
    height, which moves what lies below it, and so on, with a picture of each step otherwise.
    """
    shown.setUpdatesEnabled(False)
    try:
        yield
        for _ in range(_ROUNDS):
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    finally:
        shown.setUpdatesEnabled(True)


class PanelRow(QHBoxLayout):
    """Panels beside each other; where they do not fit, all but the first ones stand below.

    A panel without a stretch is as wide as its least width, and one alone on its line as wide as the page.
    """

    _laid_out = 0

    def hasHeightForWidth(self) -> bool:
        """Say no, as a `FlowRow` does."""
        return False

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Be as narrow as the widest panel, and as high as the lines at the width that the layout gave."""
        margins = self.contentsMargins()
        panels = self._panels()
        wide = max((item.minimumSize().width() for item in panels), default=0)
        lines = self._lines(self._laid_out) if self._laid_out else [panels]
        high = sum(self._least(line, alone=len(lines) == 1) for line in lines)
        high += self.spacing() * (len(lines) - 1)
        return QSize(wide + margins.left() + margins.right(), high + margins.top() + margins.bottom())

    def sizeHint(self) -> QSize:
        """Wish for no less."""
        return super().sizeHint().expandedTo(self.minimumSize())

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Lay the panels out."""
        QLayout.setGeometry(self, rect)
        before, self._laid_out = self._laid_out, rect.width()
        owner = self.parentWidget()
        if len(self._lines(before)) != len(self._lines(rect.width())) and owner is not None:
            self.invalidate()
            owner.updateGeometry()
        lines, inner = self._lines(rect.width()), rect.marginsRemoved(self.contentsMargins())
        least = [self._least(line, alone=len(lines) == 1) for line in lines]
        free = max(0, inner.height() - sum(least) - self.spacing() * (len(lines) - 1))
        mirrored = owner is not None and owner.isRightToLeft()
        top = inner.top()
        for line, high in zip(lines, least, strict=True):
            high += free // len(lines)
            fixed = sum(item.minimumSize().width() for item in line if not self._stretch(item))
            growing = [item for item in line if self._stretch(item)] or line
            room = inner.width() - self.spacing() * (len(line) - 1) - (fixed if growing is not line else 0)
            left = inner.left()
            for item in line:
                wide = room // len(growing) if item in growing else item.minimumSize().width()
                x = inner.left() + inner.right() + 1 - left - wide if mirrored else left
                item.setGeometry(QRect(x, top, wide, high))
                left += wide + self.spacing()
            top += high + self.spacing()

    def _panels(self) -> list[QLayoutItem]:
        items = [self.itemAt(place) for place in range(self.count())]
        return [item for item in items if item is not None and not item.isEmpty()]

    def _stretch(self, item: QLayoutItem) -> int:
        panel = item.widget()
        return self.stretch(self.indexOf(panel)) if panel is not None else 0

    def _least(self, line: Sequence[QLayoutItem], *, alone: bool) -> int:
        least = max((item.minimumSize().height() for item in line), default=0)
        panels = [panel for item in line if (panel := item.widget()) is not None]
        low = max((panel.sizeHint().height() for panel in panels if panel.property(AS_CONTENT)), default=0)
        return least if alone else max(min(_LEAST_PANEL, low or _LEAST_PANEL), least)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        margins = self.contentsMargins()
        room = width - margins.left() - margins.right()
        lines: list[list[QLayoutItem]] = [[]]
        left = room
        for item in self._panels():
            wide = item.minimumSize().width()
            if lines[-1] and wide + self.spacing() > left:
                lines.append([])
                left = room
            left -= wide + (self.spacing() if lines[-1] else 0)
            lines[-1].append(item)
        return lines


def stand_at_least(part: QWidget, height: int) -> None:
    """Give a part that is laid out by a `FlowRow` a height in pixels, more only where its content needs more.

    To Qt a minimum height is the height that is enough, whatever the content needs.
    """
    part.setProperty(_LEAST, height)
    part.setSizePolicy(part.sizePolicy().horizontalPolicy(), QSizePolicy.Policy.Minimum)


class PageStack(QStackedWidget):
    """Pages of which one is shown: as high and wide as that one asks for, and not as the highest of all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.currentChanged.connect(lambda _place: self.updateGeometry())

    def hasHeightForWidth(self) -> bool:
        """Say no: what lies in the pages asks for the height that it needs at the width that it has."""
        return False

    def sizeHint(self) -> QSize:
        """Return what the page in sight asks for."""
        shown = self.currentWidget()
        return shown.sizeHint() if shown is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Return what the page in sight needs."""
        shown = self.currentWidget()
        if shown is None:
            return super().minimumSizeHint()
        return shown.minimumSizeHint().expandedTo(shown.minimumSize())


class LowPage(QScrollArea):
    """Shows the pages of a stack. Where the window is lower than the page in sight, it scrolls."""

    def __init__(self, name: str, stack: QStackedWidget) -> None:
        super().__init__()
        self.setObjectName(name)
        own_viewport(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._stack, self._fitting = stack, False
        self.setWidget(stack)
        # What lies below shows through: it knows the colours of the scheme.
        for part in (self.viewport(), stack):
            part.setAutoFillBackground(False)
        stack.installEventFilter(self)
        stack.currentChanged.connect(lambda _place: self._fit())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def minimumSizeHint(self) -> QSize:
        """Be as low as anybody wants."""
        shown = self._stack.currentWidget()
        return QSize(shown.minimumSizeHint().width() if shown is not None else 0, 160)

    def sizeHint(self) -> QSize:
        """Ask for what the page in sight asks for."""
        return self._stack.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the page all the room there is."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page: higher or lower."""
        if watched is self._stack and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def bring(self, part: QWidget, by: int) -> bool:
        """Scroll by so many pixels towards the hidden end of a part; False where nothing of it is hidden."""
        top = part.mapTo(self, QPoint()).y()
        hidden = min(top + part.height() - self.viewport().height(), top) if by > 0 else -top
        if hidden > 0:
            bar = self.verticalScrollBar()
            before, step = bar.value(), min(abs(by), hidden)
            bar.setValue(before + (step if by > 0 else -step))
            return bar.value() != before
        return False

    def _fit(self) -> None:
        if self._fitting:
            return
        self._fitting, room, high = True, self.maximumViewportSize(), self._least()
        bar = self.verticalScrollBar().sizeHint().width() if high > room.height() else 0
        self._stack.resize(room.width() - bar, max(high, room.height()))
        self._fitting = False

    def _least(self) -> int:
        shown = self._stack.currentWidget()
        if shown is None:
            return 0
        return max(shown.minimumSizeHint().height(), shown.minimumHeight())

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self._stack.isAncestorOf(new) or not self.verticalScrollBar().maximum():
            return
        # Of a list Qt would show the current cell alone.
        if not isinstance(new, QAbstractItemView):
            self.ensureWidgetVisible(new, 0, 24)
        elif not self.bring(new, new.height()):
            self.bring(new, -new.height())
