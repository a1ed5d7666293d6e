"""Buttons, switches, ticks, tabs, lists to choose from: what a person presses."""

import math
from enum import StrEnum
from typing import override

from PySide6.QtCore import (
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QColor,
    QFont,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QButtonGroup,
    QMenu,
    QPushButton,
    QSizePolicy,
    QTabBar,
    QWidget,
)

from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import (
    BODY,
    CAPTION,
    CONTROL,
    ICON_BUTTON,
    RADIUS_CONTROL,
    RADIUS_MARK,
    SMALL,
    TAB,
    Tokens,
)
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import FocusRing
from trainer_app.ui.widgets.painting import height_for, visual, width_of, write_fitting
from trainer_app.ui.widgets.presses import go_to_row


class ButtonKind(StrEnum):
    """How much weight a button has."""

    PRIMARY = "primary"
    PLAIN = "plain"
    CHOICE = "choice"
    """One of several answers of equal weight: outlined in the accent."""
    DANGER = "danger"
    GHOST = "ghost"
    """A text that acts; its words sit on the edge of the card when it stands last."""


_PADDING = {
    ButtonKind.PRIMARY: 20,
    ButtonKind.PLAIN: 16,
    ButtonKind.CHOICE: 16,
    ButtonKind.DANGER: 16,
    ButtonKind.GHOST: 10,
}
_GAP = 5
_ABOVE, _HIGHEST = 16, 10_000
"""Pixels above and below words on several lines together; a height that no words need."""


_UP_AND_DOWN: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


def _font(kind: ButtonKind) -> QFont:
    """White on blue looks thinner than it is: the filled button's words are a step heavier."""
    return theme.font(BODY, 600 if kind is ButtonKind.PRIMARY else 500)


class Button(FocusRing, QPushButton):
    """A button. Enter and Space press it."""

    def __init__(
        self,
        name: str,
        kind: ButtonKind = ButtonKind.PLAIN,
        icon: str = "",
        text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.kind = kind
        self.icon_name = icon
        self.folded = False
        self.keeps_words = False
        """It changes much: where room is short its words stay, and others give way."""
        self._most = 0
        self._tip = ""
        self.setFont(_font(kind))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def set_kind(self, kind: ButtonKind) -> None:
        """Change the weight."""
        self.kind = kind
        self.setFont(_font(kind))
        self.updateGeometry()
        self.update()

    def set_icon(self, icon: str) -> None:
        """Change the drawing; "" for none."""
        self.icon_name = icon
        self.updateGeometry()
        self.update()

    def fold(self, folded: bool) -> None:
        """Show the drawing alone where room is short; the words are a tool tip then."""
        if self.icon_name and folded != self.folded:
            self.folded = folded
            self._show_words()
            self.updateGeometry()
            self.update()

    @override
    def setText(self, text: str) -> None:
        """Set the words, which are a tool tip while they are folded away."""
        super().setText(text)
        self._show_words()

    @override
    def setToolTip(self, words: str) -> None:
        """Set the tool tip; without one, a folded button says its words there."""
        self._tip = words
        self._show_words()

    def _show_words(self) -> None:
        super().setToolTip(self._tip or (self.text() if self.folded else ""))

    def full_width(self) -> int:
        """Return how wide it is with its words."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * _PADDING[self.kind]
        if self.icon_name:
            width += ICON_BUTTON + (_GAP if self.text() else 0)
        return max(width, CONTROL)

    def keep_within(self, width: int) -> None:
        """Let words that would be wider than so many pixels stand on several lines."""
        if width != self._most:
            self._most = width
            self.updateGeometry()

    def _lines_within(self, width: int) -> QSize:
        """Return how much room the words take between icon and edges of a button that is so wide."""
        left = width - 2 * _PADDING[self.kind] - (ICON_BUTTON + _GAP if self.icon_name else 0)
        room = QRect(0, 0, max(1, left), _HIGHEST)
        return self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, self.text()).size()

    def set_hint(self, shortcut: str) -> None:
        """Tell the key that does the same, as a tool tip and for a screen reader."""
        shown = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        words = self.accessibleName() or self.text()
        self.setToolTip(f"{words} ({shown})")
        self.setAccessibleDescription(shown)

    def sizeHint(self) -> QSize:
        """Icon, gap and text with the padding of the kind; as high as every control."""
        width = CONTROL if self.folded else self.full_width()
        if not 0 < self._most < width:
            return QSize(width, CONTROL)
        return QSize(self._most, max(CONTROL, self._lines_within(self._most).height() + _ABOVE))

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it too: outside dialogs Qt only takes Space. In a list go from row to row."""
        by = _UP_AND_DOWN.get(event.key(), 0)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif not by or not go_to_row(self, by):
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, then icon and text centred together."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_box(painter, scheme)
        ink = self._ink(scheme)
        text = "" if self.folded else self.text()
        text_width = self.fontMetrics().horizontalAdvance(text)
        if 0 < self._most < self.full_width():
            text_width = self._lines_within(self.width()).width()
        whole = text_width + (ICON_BUTTON + (_GAP if text else 0) if self.icon_name else 0)
        left = (self.width() - whole) / 2
        if self.icon_name:
            box = QRectF(left, (self.height() - ICON_BUTTON) / 2, ICON_BUTTON, ICON_BUTTON)
            box = visual(painter, QRectF(self.rect()), box)
            theme.draw(painter, self.icon_name, box, self._icon_token(ink))
            left += ICON_BUTTON + _GAP
        painter.setPen(QColor(getattr(scheme, ink)))
        painter.setFont(self.font())
        area = visual(painter, QRectF(self.rect()), QRectF(left, 0, text_width + 2, self.height()))
        lines = Qt.TextFlag.TextWordWrap if self._most else Qt.TextFlag.TextSingleLine
        where = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, int(where) | int(lines), text)

    def _ink(self, scheme: Tokens) -> str:
        """Return the token of the text."""
        if not self.isEnabled():
            return "text3"
        return {
            ButtonKind.PRIMARY: "on_accent",
            ButtonKind.PLAIN: "text",
            ButtonKind.CHOICE: "accent_text",
            ButtonKind.DANGER: "absent_text",
            ButtonKind.GHOST: "accent_text",
        }[self.kind]

    def _icon_token(self, ink: str) -> str:
        return "text2" if ink == "text" else ink

    def _draw_box(self, painter: QPainter, scheme: Tokens) -> None:
        fill, border = self._box_colours(scheme)
        inset = 0.5 if border else 0.0
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(QColor(border), 1) if border else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        if self.ring_shown:
            inner = self.kind is ButtonKind.PRIMARY and self.isEnabled()
            inset = 3.0 if inner else 0.5
            painter.setPen(QPen(QColor(scheme.on_accent if inner else scheme.accent), 1.5 if inner else 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = RADIUS_CONTROL - (2 if inner else 0)
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)

    def _box_colours(self, scheme: Tokens) -> tuple[str, str]:
        """Return fill and border, "" for none."""
        over, down = self.underMouse() and self.isEnabled(), self.isDown() or self.isChecked()
        if self.kind is ButtonKind.PRIMARY:
            if not self.isEnabled():
                return scheme.line, ""
            return (scheme.accent_down if down else scheme.accent_hover if over else scheme.accent), ""
        if self.kind is ButtonKind.GHOST:
            return (scheme.accent_soft if over or down else ""), ""
        border = {ButtonKind.CHOICE: scheme.accent, ButtonKind.DANGER: scheme.absent}.get(
            self.kind, scheme.line2
        )
        if not self.isEnabled():
            return scheme.sunken, scheme.line
        return (scheme.accent_soft if down else scheme.sunken if over else scheme.surface), border


class IconButton(Button):
    """A square button with an icon alone. Its words are for the tool tip and the screen reader."""

    def __init__(self, name: str, icon: str, parent: QWidget | None = None, size: int = CONTROL) -> None:
        super().__init__(name, ButtonKind.GHOST, icon, parent=parent)
        self._size = size

    def set_words(self, words: str, shortcut: str = "") -> None:
        """Say what it does and, if there is one, the key that does the same."""
        self.setAccessibleName(words)
        self.setToolTip(words)
        if shortcut:
            self.set_hint(shortcut)

    def sizeHint(self) -> QSize:
        """Return a square."""
        return QSize(self._size, self._size)

    def _icon_token(self, ink: str) -> str:
        return "text3" if ink == "accent_text" else ink


_BOX, _CHOICES_GAP, _ROW_HEIGHT, _CHOICES_PADDING = 18, 10, 50, 12
_TICK_HEIGHT, _LEAST_TICK = 28, 200


class Shape(StrEnum):
    """What stands before the words."""

    TICK = "tick"
    RADIO = "radio"


def draw_indicator(painter: QPainter, box: QRectF, shape: Shape, *, checked: bool, enabled: bool) -> None:
    """Paint a tick box or a radio into a square of 18."""
    scheme = tokens()
    mark = scheme.accent if enabled else scheme.edge
    box = box.adjusted(0.75, 0.75, -0.75, -0.75)
    painter.setPen(QPen(QColor(mark if checked else scheme.edge), 1.5))
    filled = checked and shape is Shape.TICK
    painter.setBrush(QColor(mark if filled else scheme.surface))
    if shape is Shape.RADIO:
        painter.drawEllipse(box)
        if checked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(mark))
            painter.drawEllipse(box.center(), 4.5, 4.5)
        return
    painter.drawRoundedRect(box, RADIUS_MARK, RADIUS_MARK)
    if checked:
        pen = QPen(QColor(scheme.on_accent if enabled else scheme.surface), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        left, top = box.left(), box.top()
        points = [QPointF(left + x, top + y) for x, y in ((4, 8.6), (7, 11.6), (12.6, 5))]
        painter.drawPolyline(points)


_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


class _Choice(FocusRing, QAbstractButton):
    """What ticks and radios share."""

    def __init__(self, name: str, shape: Shape, text: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(shape is Shape.RADIO)
        self.setFont(theme.font(BODY))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.shape_kind = shape

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter choose too, and arrows choose what they go to, where one of several is chosen."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)
        group, now = self.group(), QApplication.focusWidget()
        if event.key() in _ARROWS and group is not None and group.exclusive() and isinstance(now, _Choice):
            # Qt moves the keyboard alone where it was not on the chosen one.
            moved = now is not self and now.group() is group
            if moved and not now.isChecked():
                now.click()


class Tick(_Choice):
    """A tick box with its words."""

    def __init__(self, name: str, text: str = "", shape: Shape = Shape.TICK) -> None:
        super().__init__(name, shape, text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for box and words, on one line if there is the width."""
        return QSize(self._whole(), self._high())

    def minimumSizeHint(self) -> QSize:
        """Never cut the words: they can stand on several lines."""
        return QSize(min(self._whole(), _LEAST_TICK), self._high())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the words need at this width."""
        super().resizeEvent(event)
        if self._high() != self.height():
            self.updateGeometry()

    def _whole(self) -> int:
        return _BOX + _CHOICES_GAP + self.fontMetrics().horizontalAdvance(self.text()) + 6

    def _high(self) -> int:
        room = self.width() - _BOX - _CHOICES_GAP
        if not self.testAttribute(Qt.WidgetAttribute.WA_WState_Created) or self.width() >= self._whole():
            return _TICK_HEIGHT
        return max(_TICK_HEIGHT, math.ceil(height_for(self.text(), room, BODY, 20)) + 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box and words, and a ring when it has the focus."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        box = visual(painter, whole, QRectF(2, (self.height() - _BOX) / 2, _BOX, _BOX))
        draw_indicator(painter, box, self.shape_kind, checked=self.isChecked(), enabled=self.isEnabled())
        if self.ring_shown:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(scheme.accent), 1.5))
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(0.75, 2, -0.75, -2), RADIUS_MARK, RADIUS_MARK
            )
        painter.setPen(QColor(scheme.text if self.isEnabled() else scheme.text3))
        painter.setFont(self.font())
        room = visual(
            painter, whole, QRectF(_BOX + _CHOICES_GAP, 0, self.width() - _BOX - _CHOICES_GAP, self.height())
        )
        write_fitting(painter, room, self.text(), BODY)


class ChoiceRow(_Choice):
    """An outlined row that is a choice: tick or radio, a title, a second line, a drawing at the right."""

    def __init__(self, name: str, shape: Shape, icon: str = "") -> None:
        super().__init__(name, shape)
        self._title, self._second, self._icon = "", "", icon
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_words(self, title: str, second: str = "") -> None:
        """Set both lines."""
        self._title, self._second = title, second
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(second)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the longer line."""
        longest = max(
            theme.metrics(BODY).horizontalAdvance(self._title),
            theme.metrics(CAPTION).horizontalAdvance(self._second),
        )
        return QSize(longest + self._left() + _CHOICES_PADDING + (32 if self._icon else 0), self._high())

    def minimumSizeHint(self) -> QSize:
        """Be narrower than the words: they can stand on several lines."""
        return QSize(160, self._high())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the words need at this width."""
        super().resizeEvent(event)
        if self._high() != self.height():
            self.updateGeometry()

    def _high(self) -> int:
        if not self.testAttribute(Qt.WidgetAttribute.WA_WState_Created):
            return _ROW_HEIGHT
        return max(_ROW_HEIGHT, math.ceil(sum(self._heights())) + 12)

    def _heights(self) -> list[float]:
        """Return how high the lines are that there are."""
        room = self.width() - self._left() - _CHOICES_PADDING - (28 if self._icon else 0)
        lines = [height_for(self._title, room, BODY, 19.0)]
        return [*lines, height_for(self._second, room, CAPTION, 17.0)] if self._second else lines

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the outline, the indicator, the lines, the drawing."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_outline(painter, scheme)
        whole = QRectF(self.rect())
        box = visual(painter, whole, QRectF(_CHOICES_PADDING, (self.height() - _BOX) / 2, _BOX, _BOX))
        draw_indicator(painter, box, self.shape_kind, checked=self.isChecked(), enabled=self.isEnabled())
        self._draw_lines(painter, scheme)
        if self._icon:
            right = self.width() - _CHOICES_PADDING - ICON_BUTTON
            top = (self.height() - ICON_BUTTON) / 2
            place = visual(painter, whole, QRectF(right, top, ICON_BUTTON, ICON_BUTTON))
            theme.draw(painter, self._icon, place, "text3")

    def _left(self) -> int:
        return _CHOICES_PADDING + _BOX + _CHOICES_GAP + 2

    def _draw_outline(self, painter: QPainter, scheme: Tokens) -> None:
        chosen = self.ring_shown or (self.isChecked() and self.shape_kind is Shape.RADIO)
        width = 2.0 if chosen else 1.0
        hover = self.underMouse() and self.isEnabled()
        painter.setPen(
            QPen(QColor(scheme.accent if chosen else scheme.line2 if hover else scheme.line), width)
        )
        painter.setBrush(QColor(scheme.surface))
        inset = width / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)

    def _draw_lines(self, painter: QPainter, scheme: Tokens) -> None:
        whole = QRectF(self.rect())
        room = whole.adjusted(self._left(), 0, -_CHOICES_PADDING - (28 if self._icon else 0), 0)
        room = visual(painter, whole, room)
        lines = [(self._title, BODY, scheme.text if self.isEnabled() else scheme.text3)]
        if self._second:
            lines.append((self._second, CAPTION, scheme.text3))
        heights = self._heights()
        top = (self.height() - sum(heights)) / 2
        for (text, size, colour), height in zip(lines, heights, strict=True):
            painter.setPen(QColor(colour))
            write_fitting(painter, QRectF(room.left(), top, room.width(), height), text, size)
            top += height


class Switch(QWidget):
    """One of a few short words, side by side. Emits `chosen` with the value that was picked by a person."""

    chosen = Signal(str)

    def __init__(self, name: str, values: tuple[str, ...], *, narrow: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._values = values
        self._group = QButtonGroup(self)
        row = FlowRow(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for index, value in enumerate(values):
            segment = _Segment(f"{name}_{value}", narrow=narrow)
            self._group.addButton(segment, index)
            row.addWidget(segment)
        self._group.idClicked.connect(self._clicked)
        self._group.idToggled.connect(self._stop_at_chosen)

    def _stop_at_chosen(self, chosen: int, on: bool) -> None:
        """Let Tab stop at what is chosen alone: who goes on by arrows chooses, and saw what was chosen."""
        for place, each in enumerate(self._group.buttons() if on else ()):
            stops = place == chosen
            each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if stops else Qt.FocusPolicy.ClickFocus)

    def set_words(self, *words: str) -> None:
        """Set the words of the values, in their order."""
        for button, text in zip(self._group.buttons(), words, strict=True):
            button.setText(text)
            button.setAccessibleName(text)
            button.updateGeometry()

    def value(self) -> str:
        """Return the value that is chosen, or "" for none."""
        place = self._group.checkedId()
        return self._values[place] if place >= 0 else ""

    def set_value(self, value: str) -> None:
        """Choose without announcing."""
        self._group.button(self._values.index(value)).setChecked(True)

    def button(self, value: str) -> QAbstractButton:
        """Return the part that stands for a value."""
        return self._group.button(self._values.index(value))

    def _clicked(self, place: int) -> None:
        self.chosen.emit(self._values[place])


class _Segment(_Choice):
    """One word of a switch."""

    def __init__(self, name: str, *, narrow: bool) -> None:
        super().__init__(name, Shape.RADIO)
        self._padding = 16 if narrow else 32
        self.setFont(theme.font(BODY, 500))

    def sizeHint(self) -> QSize:
        """Room for the word."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + self._padding, CONTROL)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def _ends(self) -> tuple[bool, bool]:
        """Tell whether it stands at the left end of its line, and at the right one."""
        holder = self.parentWidget()
        siblings = holder.findChildren(_Segment) if holder is not None else []
        places = [each.x() for each in siblings if each.y() == self.y() and not each.isHidden()]
        return self.x() <= min(places, default=0), self.x() >= max(places, default=0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a part of the long box; the chosen one is soft blue with a blue frame."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 12
        first, last = self._ends()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5 if last else 0.5, -0.5)
        shape = box.adjusted(0 if first else -wide, 0, 0 if last else wide, 0)
        painter.setClipRect(QRectF(self.rect()))
        painter.setPen(QPen(QColor(scheme.edge), 1))
        painter.setBrush(QColor(scheme.accent_soft if self.isChecked() else scheme.surface))
        painter.drawRoundedRect(shape, RADIUS_CONTROL, RADIUS_CONTROL)
        if not first:
            painter.drawLine(QPointF(0.5, 0.5), QPointF(0.5, self.height() - 0.5))
        if self.ring_shown:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(scheme.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), RADIUS_MARK, RADIUS_MARK)
        painter.setFont(self.font())
        ink = scheme.accent_text if self.isChecked() else scheme.text
        painter.setPen(QColor(ink if self.isEnabled() else scheme.planned))
        painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignCenter), self.text())


class TickMenu(QMenu):
    """A menu of things of which several are ticked: it stays while they are, and Esc or Enter closes it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick what was pressed, and stay."""
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick by the space bar, and stay."""
        if event.key() != Qt.Key.Key_Space or not self._tick(self.activeAction()):
            super().keyPressEvent(event)

    def _tick(self, action: QAction | None) -> bool:
        # Between the entries, or over the menu's edge, there is none.
        if action is None or not action.isCheckable() or not action.isEnabled():
            return False
        action.trigger()
        return True


_TAB_PADDING, _EASY_TAB = 14, 10
"""Room at both sides of a tab's word: where there is plenty, and with something beside the tabs."""
_TAB_FACES = ((BODY, False, 6), (BODY, True, 5), (SMALL, True, 4))
"""In which size the words of tabs stand, whether in the narrow face, with how much room beside each."""


class Tabs(QTabBar):
    """Words side by side; arrows move between them.

    In a narrow window the words move together, then stand in the narrow face, then in a smaller one; only
    then do scroll buttons appear.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setFont(theme.font(BODY, 500))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)

    def easy_width(self) -> int:
        """Return how wide all words are at ease, as they are with something beside them."""
        return self._words(BODY) + 2 * _EASY_TAB * self.count()

    def tabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the word and its padding."""
        size, narrow, padding = self._face()
        return QSize(width_of(self.tabText(index), size, 500, narrow=narrow) + 2 * padding, TAB)

    def minimumTabSizeHint(self, index: int) -> QSize:  # noqa: N802 - Qt's name
        """Never cut."""
        return self.tabSizeHint(index)

    def minimumSizeHint(self) -> QSize:
        """Scroll before the window grows."""
        return QSize(160, TAB)

    def _words(self, size: int, *, narrow: bool = False) -> int:
        # Qt asks for the width of each tab whenever one comes: each word is measured once in each face.
        return sum(width_of(self.tabText(index), size, 500, narrow=narrow) for index in range(self.count()))

    def _face(self) -> tuple[int, bool, int]:
        """Return the largest face in which all words are seen, and the room at both sides of each."""
        found = _TAB_FACES[0]
        for size, narrow, least in _TAB_FACES:
            room = (self.width() - self._words(size, narrow=narrow)) // (2 * max(self.count(), 1))
            found = size, narrow, min(max(room, least), _TAB_PADDING)
            if room >= least:
                break
        return found

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw each word, the line under the open one, and the focus."""
        scheme = tokens()
        painter = QPainter(self)
        size, narrow, _ = self._face()
        painter.setFont(theme.font(size, 500, narrow=narrow))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            box = QRectF(self.tabRect(index))
            current = index == self.currentIndex()
            colour = scheme.accent_text if current else scheme.text2
            painter.setPen(QColor(colour if self.isTabEnabled(index) else scheme.planned))
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.tabText(index))
            if current:
                painter.fillRect(QRectF(box.left(), box.bottom() - 2, box.width(), 2), QColor(scheme.accent))
            if current and self.hasFocus():
                painter.setPen(QPen(QColor(scheme.accent), 1.5))
                painter.drawRoundedRect(box.adjusted(3, 4, -3, -6), RADIUS_MARK, RADIUS_MARK)
