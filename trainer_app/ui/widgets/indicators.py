"""Status indicators: chips and count badges, bars, rings and shares of one number; and how far a job is.

Colour is never the only carrier of meaning: each also says its state or number in words. Last stands the slim
scroll bar: it paints its handle itself, because by the style sheet a bar takes longer than a large course.
"""

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from trainer_app.domain.base.numbers import Percent, progress_text
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import CAPTION, ICON_CHIP, RADIUS_CONTROL
from trainer_app.ui.widgets.controls import Button
from trainer_app.ui.widgets.labels import ElidedLabel, Painted, Retranslated, label
from trainer_app.ui.widgets.painting import visual

if TYPE_CHECKING:
    from trainer_app.domain.attendance.marks import Headcount

_HEIGHT, _PADDING, _GAP, _BADGE = 22, 9, 4, 20


class Tone(StrEnum):
    """What a state means."""

    GOOD = "good"
    NOW = "now"
    DUE = "due"
    BAD = "bad"
    QUIET = "quiet"


type ChipWords = tuple[Tone, str, str]
"""Tone, words and icon of a chip."""

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
    return theme.metrics(CAPTION, 600).horizontalAdvance(text) + 2 * _PADDING + from_icon


def draw_chip(painter: QPainter, box: QRectF, tone: Tone, text: str, icon: str = "") -> None:
    """Paint a chip into a box 22 high."""
    fill, ink = _COLOURS[tone]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(getattr(tokens(), fill)))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    left = box.left() + _PADDING
    if icon:
        top = box.center().y() - ICON_CHIP / 2
        theme.draw(painter, icon, visual(painter, box, QRectF(left, top, ICON_CHIP, ICON_CHIP)), ink)
        left += ICON_CHIP + _GAP
    painter.setPen(QColor(getattr(tokens(), ink)))
    painter.setFont(theme.font(CAPTION, 600))
    room = visual(painter, box, QRectF(left, box.top(), box.right() - left, box.height()))
    painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)


class Chip(Painted):
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


class CountBadge(Painted):
    """A number in a round amber field: how many things wait for a decision. Hidden at zero."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._number, self._short = 0, False
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
        width = theme.metrics(CAPTION, 600).horizontalAdvance(self._shown()) + 12
        return QSize(_BADGE if self._short else max(_BADGE, width), _BADGE)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field and the number."""
        fill, ink = _COLOURS[Tone.DUE]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(tokens(), fill)))
        painter.drawRoundedRect(QRectF(self.rect()), _BADGE / 2, _BADGE / 2)
        painter.setPen(QColor(getattr(tokens(), ink)))
        painter.setFont(theme.font(CAPTION, 600))
        painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignCenter), self._shown())

    def set_short(self, *, short: bool) -> None:
        """Stay round whatever the number, where there is no room for more than one digit."""
        self._short = short
        self.updateGeometry()
        self.update()

    def _shown(self) -> str:
        most = 9 if self._short else 99
        return f"{most}+" if self._number > most else str(self._number)


_BAR_WIDTH, _BAR_LEAST, _BAR_HEIGHT, _BARS_GAP, _LEAST = 132, 40, 6, 2, 5
_RING, _RING_WIDTH = 44, 5.0


def draw_headcount(painter: QPainter, box: QRectF, heads: "Headcount") -> None:
    """Paint the heads of a session: present, late, excused, absent filled, the unmarked hollow.

    Marks that only a newer version can show are grey.

    Even one person gets a piece of 5 pixels, so that nobody disappears; the largest piece gives way.
    """
    scheme = tokens()
    pieces = [
        (heads.present, scheme.present),
        (heads.late, scheme.late_edge),
        (heads.excused, scheme.excused_edge),
        (heads.absent, scheme.absent),
        (heads.unknown, scheme.planned),
        (heads.unmarked, ""),
    ]
    pieces = [piece for piece in pieces if piece[0]]
    if not pieces:
        pieces = [(1, "")]
    widths = _share_out([count for count, _ in pieces], box.width())
    left = box.left()
    for (_, colour), width in zip(pieces, widths, strict=True):
        piece = QRectF(left, box.top(), width, box.height())
        if colour:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
        else:
            piece = piece.adjusted(0.5, 0.5, -0.5, -0.5)
            painter.setPen(QPen(QColor(scheme.unmarked), 1))
            painter.setBrush(QColor(scheme.surface))
        radius = min(piece.height() / 2, 2.5)
        painter.drawRoundedRect(piece, radius, radius)
        left += width + _BARS_GAP


def _share_out(counts: list[int], width: float) -> list[float]:
    """Divide a width by counts, whole pixels, none under the least; the parts and gaps add up to it."""
    room = width - _BARS_GAP * (len(counts) - 1)
    whole = sum(counts)
    widths = [max(float(_LEAST), float(round(room * count / whole))) for count in counts]
    widest = widths.index(max(widths))
    widths[widest] += room - sum(widths)
    return widths


class HeadcountBar(Painted):
    """How far a session is marked, at a glance."""

    def __init__(self, name: str, width: int = _BAR_WIDTH) -> None:
        # Here and not above: the page that asks for the passphrase has chips, and no heads to count.
        from trainer_app.domain.attendance.marks import Headcount

        super().__init__()
        self.setObjectName(name)
        self.setFixedHeight(_BAR_HEIGHT + 2)
        self.setMinimumWidth(_BAR_LEAST)
        self.setMaximumWidth(width)
        self._width = width
        self._heads = Headcount()

    def set_heads(self, heads: "Headcount", spoken: str) -> None:
        """Show other counts; `spoken` says them in words."""
        self._heads = heads
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Be as wide as asked for, less where there is no room."""
        return QSize(self._width, _BAR_HEIGHT + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pieces."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_headcount(painter, QRectF(0, 1, self.width(), _BAR_HEIGHT), self._heads)


def draw_share(painter: QPainter, box: QRectF, share: Percent, *, below: bool) -> None:
    """Paint a share (hundredths of a per cent) as a bar; red only when it is below its limit."""
    scheme = tokens()
    painter.setPen(Qt.PenStyle.NoPen)
    radius = box.height() / 2
    painter.setBrush(QColor(scheme.line))
    painter.drawRoundedRect(box, radius, radius)
    filled = box.width() * min(max(share, 0), 10000) / 10000
    if filled > 0:
        painter.setBrush(QColor(scheme.absent if below else scheme.edge))
        painter.drawRoundedRect(QRectF(box.left(), box.top(), filled, box.height()), radius, radius)


class ShareBar(Painted):
    """A share of 100 % as a bar."""

    def __init__(self, name: str, width: int = 64) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedSize(width, 4)
        self._share: Percent = 0
        self._below = False

    def set_share(self, share: Percent, limit: int | None, spoken: str) -> None:
        """Show a share and whether it misses its limit, both in hundredths of a per cent."""
        self._share = share
        self._below = limit is not None and share < limit
        self.setAccessibleName(spoken)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the bar."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_share(painter, QRectF(self.rect()), self._share, below=self._below)


class Ring(Painted):
    """How many of how many, as a ring with "14/25" in it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._done, self._whole = 0, 0

    def set_ring(self, done: int, whole: int, spoken: str) -> None:
        """Show `done` of `whole`."""
        self._done, self._whole = done, whole
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a square of 46, the pen's width in it."""
        return QSize(_RING + 2, _RING + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ring, then the figures in the narrow cut."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius = (_RING - _RING_WIDTH) / 2
        centre = QPointF(self.width() / 2, self.height() / 2)
        box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        painter.setPen(QPen(QColor(scheme.surface), _RING_WIDTH))
        painter.drawEllipse(box)
        if self._whole > 0 and self._done > 0:
            pen = QPen(QColor(scheme.accent), _RING_WIDTH)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawArc(box, 90 * 16, -round(360 * 16 * min(self._done, self._whole) / self._whole))
        painter.setPen(QColor(scheme.accent_text))
        figures = f"{self._done}/{self._whole}"
        size = CAPTION if len(figures) <= 5 else 10
        painter.setFont(theme.font(size, 600, narrow=True))
        painter.drawText(QRectF(self.rect()), int(Qt.AlignmentFlag.AlignCenter), figures)


class ProgressPanel(Retranslated, QFrame):
    """One line with title, step, percentage, bar and a button. `stopped` is emitted when it is pressed.

    Work that never tells how far it is shows no number, and cannot be stopped: nothing else is pretended.
    """

    stopped = Signal()

    def __init__(self, name: str = "progress") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "banner_now")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.title = label("row_title", f"{name}_title")
        self.step = ElidedLabel("second", f"{name}_step")
        self.number = label("number", f"{name}_number")
        self.bar = QProgressBar()
        self.bar.setObjectName(f"{name}_bar")
        self.bar.setTextVisible(False)
        self.stop = Button(f"{name}_stop")
        keeps = self.stop.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.stop.setSizePolicy(keeps)
        self.stop.clicked.connect(self._ask_to_stop)
        self._lay_out()
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.title)
        line.addWidget(self.step, 1)
        line.addWidget(self.number)
        column = QVBoxLayout()
        column.setSpacing(3)
        column.addStretch(1)
        column.addLayout(line)
        column.addWidget(self.bar)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 4, 0)
        row.setSpacing(16)
        row.addLayout(column, 1)
        row.addWidget(self.stop)

    def begin(self, title: str) -> None:
        """Show the band for new work, of which nothing is known yet but its title."""
        self.title.setText(title)
        self.setAccessibleName(title)
        self.bar.setAccessibleName(title)
        self.stop.setEnabled(True)
        self.stop.hide()
        self.step.setText("")
        self.number.setText("")
        self.bar.setRange(0, 0)
        self.show()

    def show_step(self, step: str, fraction: float) -> None:
        """Show what is being done and how much of the whole is done, 0.0 to 1.0; there it can be stopped."""
        self.stop.show()
        self.bar.setRange(0, 1000)
        self.step.setText(step)
        self.bar.setValue(round(1000 * min(max(fraction, 0.0), 1.0)))
        self.number.setText(progress_text(min(1.0, max(0.0, fraction))))

    def retranslate(self) -> None:
        """Set the words of the button."""
        #: A button: ends the work that goes on
        self.stop.setText(self.tr("Stop"))

    def _ask_to_stop(self) -> None:
        self.stop.setEnabled(False)
        self.step.setText(self.tr("Stopping. Nothing is changed."))
        self.stopped.emit()


_INSET, _RADIUS = 2, 4


class SlimBar(QScrollBar):
    """A bar without arrows and without a ground of its own; the handle is darker under the mouse."""

    def __init__(self, way: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(way, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent, on=False)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show that the handle can be taken."""
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Be quiet again."""
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the handle; where it lies is the style's to say, so that the mouse finds it there."""
        # Here and not above: with its styles Qt makes 600 names, and a first screen has no bar.
        from PySide6.QtWidgets import QStyle, QStyleOptionSlider

        option = QStyleOptionSlider()
        self.initStyleOption(option)
        handle = self.style().subControlRect(
            QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, self
        )
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scheme.text3 if self.underMouse() or self.isSliderDown() else scheme.edge))
        box = QRectF(handle).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)


_LOGO = 28


class AppLogo(QWidget):
    """The program's sign: a tick in a blue field."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail_logo")
        self.setFixedSize(_LOGO, _LOGO)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens().accent))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_CONTROL, RADIUS_CONTROL)
        theme.draw(painter, "check", QRectF(3, 3, 22, 22), "on_accent")
