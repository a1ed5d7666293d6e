"""Choosing: a tick, one of several, a row that is a choice with two lines, a switch of few words."""

from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from trainer_app.ui.shell import fonts, icons
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import (
    BODY,
    CAPTION,
    CONTROL,
    ICON_BUTTON,
    RADIUS_CONTROL,
    RADIUS_MARK,
    Tokens,
)
from trainer_app.ui.widgets.mirroring import from_right, visual
from trainer_app.ui.widgets.naming import FocusRing

_BOX, _GAP, _ROW_HEIGHT, _PADDING = 18, 10, 50, 12


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


class _Choice(FocusRing, QAbstractButton):
    """What ticks and radios share."""

    def __init__(self, name: str, shape: Shape, text: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setText(text)
        self.setCheckable(True)
        self.setAutoExclusive(shape is Shape.RADIO)
        self.setFont(fonts.font(BODY))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.shape_kind = shape

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter choose too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Tick(_Choice):
    """A tick box with its words."""

    def __init__(self, name: str, text: str = "", shape: Shape = Shape.TICK) -> None:
        super().__init__(name, shape, text)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for box and words."""
        return QSize(_BOX + _GAP + self.fontMetrics().horizontalAdvance(self.text()) + 6, 28)

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

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
        room = visual(painter, whole, QRectF(_BOX + _GAP, 0, self.width() - _BOX - _GAP, self.height()))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.text())


class ChoiceRow(_Choice):
    """An outlined row that is a choice: tick or radio, a title, a second line, a drawing at the right."""

    def __init__(self, name: str, shape: Shape, icon: str = "") -> None:
        super().__init__(name, shape)
        self._title, self._second, self._icon = "", "", icon
        self.setFixedHeight(_ROW_HEIGHT)
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
            fonts.metrics(BODY).horizontalAdvance(self._title),
            fonts.metrics(CAPTION).horizontalAdvance(self._second),
        )
        return QSize(longest + self._left() + _PADDING + (32 if self._icon else 0), _ROW_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Lines may be shortened with an ellipsis."""
        return QSize(160, _ROW_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the outline, the indicator, the lines, the drawing."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_outline(painter, scheme)
        whole = QRectF(self.rect())
        box = visual(painter, whole, QRectF(_PADDING, (self.height() - _BOX) / 2, _BOX, _BOX))
        draw_indicator(painter, box, self.shape_kind, checked=self.isChecked(), enabled=self.isEnabled())
        self._draw_lines(painter, scheme)
        if self._icon:
            right = self.width() - _PADDING - ICON_BUTTON
            top = (self.height() - ICON_BUTTON) / 2
            place = visual(painter, whole, QRectF(right, top, ICON_BUTTON, ICON_BUTTON))
            icons.draw(painter, self._icon, place, "text3")

    def _left(self) -> int:
        return _PADDING + _BOX + _GAP + 2

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
        room = whole.adjusted(self._left(), 0, -_PADDING - (28 if self._icon else 0), 0)
        room = visual(painter, whole, room)
        lines = [(self._title, BODY, scheme.text if self.isEnabled() else scheme.text3, 19.0)]
        if self._second:
            lines.append((self._second, CAPTION, scheme.text3, 17.0))
        top = (self.height() - sum(height for *_, height in lines)) / 2
        for text, size, colour, height in lines:
            painter.setFont(fonts.font(size))
            painter.setPen(QColor(colour))
            shown = fonts.metrics(size).elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
            line = QRectF(room.left(), top, room.width(), height)
            painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), shown)
            top += height


class Switch(QWidget):
    """One of a few short words, side by side. Emits `chosen` with the value that was picked by a person."""

    chosen = Signal(str)

    def __init__(self, name: str, values: tuple[str, ...], *, narrow: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._values = values
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for place, value in enumerate(values):
            ends = (place == 0, place == len(values) - 1)
            segment = _Segment(f"{name}_{value}", first=ends[0], last=ends[1], narrow=narrow)
            self._group.addButton(segment, place)
            row.addWidget(segment)
        self._group.idClicked.connect(self._clicked)

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

    def __init__(self, name: str, *, first: bool, last: bool, narrow: bool) -> None:
        super().__init__(name, Shape.RADIO)
        self._first, self._last = first, last
        self._padding = 16 if narrow else 32
        self.setFont(fonts.font(BODY, 500))

    def sizeHint(self) -> QSize:
        """Room for the word."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + self._padding, CONTROL)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a part of the long box; the chosen one is soft blue with a blue frame."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 12
        mirrored = from_right(painter)
        first, last = (self._last, self._first) if mirrored else (self._first, self._last)
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
