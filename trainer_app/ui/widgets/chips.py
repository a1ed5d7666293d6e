"""Small states in a rounded field: a word with its colour and, mostly, a drawing; never colour alone."""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer_app.ui.shell import fonts, icons
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import CAPTION, ICON_CHIP
from trainer_app.ui.widgets.mirroring import visual

_HEIGHT, _PADDING, _GAP, _BADGE = 22, 9, 4, 20


class Tone(StrEnum):
    """What a state means."""

    GOOD = "good"
    NOW = "now"
    DUE = "due"
    BAD = "bad"
    QUIET = "quiet"


_COLOURS = {
    Tone.GOOD: ("present_soft", "present"),
    Tone.NOW: ("accent_soft", "accent_text"),
    Tone.DUE: ("late_soft", "late"),
    Tone.BAD: ("absent_soft", "absent_text"),
    Tone.QUIET: ("window", "text2"),
}


def chip_width(text: str, *, with_icon: bool) -> int:
    """Return the width of a chip, for delegates that paint one."""
    from_icon = ICON_CHIP + _GAP if with_icon else 0
    return fonts.metrics(CAPTION, 600).horizontalAdvance(text) + 2 * _PADDING + from_icon


def draw_chip(painter: QPainter, box: QRectF, tone: Tone, text: str, icon: str = "") -> None:
    """Paint a chip into a box 22 high."""
    fill, ink = _COLOURS[tone]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(getattr(tokens(), fill)))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    left = box.left() + _PADDING
    if icon:
        top = box.center().y() - ICON_CHIP / 2
        icons.draw(painter, icon, visual(painter, box, QRectF(left, top, ICON_CHIP, ICON_CHIP)), ink)
        left += ICON_CHIP + _GAP
    painter.setPen(QColor(getattr(tokens(), ink)))
    painter.setFont(fonts.font(CAPTION, 600))
    room = visual(painter, box, QRectF(left, box.top(), box.right() - left, box.height()))
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)


class Chip(QWidget):
    """A state in words. Not focusable: it tells, it does nothing."""

    def __init__(self, name: str, tone: Tone = Tone.QUIET, icon: str = "", text: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.tone, self.icon_name, self._text = tone, icon, text
        self.setAccessibleName(text)

    def text(self) -> str:
        """Return the words shown."""
        return self._text

    def set_chip(self, text: str, tone: Tone, icon: str = "") -> None:
        """Show another state."""
        self.tone, self.icon_name, self._text = tone, icon, text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        return QSize(chip_width(self._text, with_icon=bool(self.icon_name)), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field, the drawing, the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_chip(painter, QRectF(self.rect()), self.tone, self._text, self.icon_name)


class Badge(QWidget):
    """A number in a round amber field: how many things wait for a decision. Hidden at zero."""

    def __init__(self, name: str, parent: QWidget | None = None, tone: Tone = Tone.DUE) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._number, self._tone = 0, tone
        self.hide()

    def number(self) -> int:
        """Return the number shown."""
        return self._number

    def set_number(self, number: int) -> None:
        """Show a number; hide at zero."""
        self._number = number
        self.setAccessibleName(str(number) if number else "")
        self.setVisible(number > 0)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Round for one digit, longer for more."""
        width = fonts.metrics(CAPTION, 600).horizontalAdvance(self._shown()) + 12
        return QSize(max(_BADGE, width), _BADGE)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field and the number."""
        fill, ink = _COLOURS[self._tone]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(tokens(), fill)))
        painter.drawRoundedRect(QRectF(self.rect()), _BADGE / 2, _BADGE / 2)
        painter.setPen(QColor(getattr(tokens(), ink)))
        painter.setFont(fonts.font(CAPTION, 600))
        painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignCenter), self._shown())

    def _shown(self) -> str:
        return "99+" if self._number > 99 else str(self._number)
