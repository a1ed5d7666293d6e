"""Buttons of the design: one filled per screen, outlined ones, texts that act as links, icons alone.

They are painted here, because a style sheet cannot set the gap between icon and text. `text()` is what is
shown and what a screen reader says.
"""

from enum import StrEnum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from trainer_app.ui.shell import fonts, icons
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import BODY, CONTROL, ICON_BUTTON, RADIUS_CONTROL, Tokens
from trainer_app.ui.widgets.mirroring import visual
from trainer_app.ui.widgets.naming import FocusRing


class Kind(StrEnum):
    """How much weight a button has."""

    PRIMARY = "primary"
    PLAIN = "plain"
    CHOICE = "choice"
    """One of several answers of equal weight: outlined in the accent."""
    DANGER = "danger"
    GHOST = "ghost"
    """A text that acts; its words sit on the edge of the card when it stands last."""


_PADDING = {Kind.PRIMARY: 20, Kind.PLAIN: 16, Kind.CHOICE: 16, Kind.DANGER: 16, Kind.GHOST: 10}
_GAP = 5


def _font(kind: Kind) -> QFont:
    """White on blue looks thinner than it is: the filled button's words are a step heavier."""
    return fonts.font(BODY, 600 if kind is Kind.PRIMARY else 500)


class Button(FocusRing, QPushButton):
    """A button. Enter and Space press it."""

    def __init__(
        self,
        name: str,
        kind: Kind = Kind.PLAIN,
        icon: str = "",
        text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.kind = kind
        self.icon_name = icon
        self.setFont(_font(kind))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)

    def set_kind(self, kind: Kind) -> None:
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

    def set_hint(self, shortcut: str) -> None:
        """Tell the key that does the same, as a tool tip and for a screen reader."""
        shown = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText)
        words = self.accessibleName() or self.text()
        self.setToolTip(f"{words} ({shown})")
        self.setAccessibleDescription(shown)

    def sizeHint(self) -> QSize:
        """Icon, gap and text with the padding of the kind; as high as every control."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2 * _PADDING[self.kind]
        if self.icon_name:
            width += ICON_BUTTON + (_GAP if self.text() else 0)
        return QSize(max(width, CONTROL), CONTROL)

    def minimumSizeHint(self) -> QSize:
        """Never cut the words."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it too: outside dialogs Qt only takes Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, then icon and text centred together."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_box(painter, scheme)
        ink = self._ink(scheme)
        text_width = self.fontMetrics().horizontalAdvance(self.text())
        whole = text_width + (ICON_BUTTON + (_GAP if self.text() else 0) if self.icon_name else 0)
        left = (self.width() - whole) / 2
        if self.icon_name:
            box = QRectF(left, (self.height() - ICON_BUTTON) / 2, ICON_BUTTON, ICON_BUTTON)
            box = visual(painter, QRectF(self.rect()), box)
            icons.draw(painter, self.icon_name, box, self._icon_token(ink))
            left += ICON_BUTTON + _GAP
        painter.setPen(QColor(getattr(scheme, ink)))
        painter.setFont(self.font())
        area = visual(painter, QRectF(self.rect()), QRectF(left, 0, text_width + 2, self.height()))
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())

    def _ink(self, scheme: Tokens) -> str:
        """Return the token of the text."""
        if not self.isEnabled():
            return "text3"
        return {
            Kind.PRIMARY: "on_accent",
            Kind.PLAIN: "text",
            Kind.CHOICE: "accent_text",
            Kind.DANGER: "absent_text",
            Kind.GHOST: "accent_text",
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
            inner = self.kind is Kind.PRIMARY and self.isEnabled()
            inset = 3.0 if inner else 0.5
            painter.setPen(QPen(QColor(scheme.on_accent if inner else scheme.accent), 1.5 if inner else 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            radius = RADIUS_CONTROL - (2 if inner else 0)
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)

    def _box_colours(self, scheme: Tokens) -> tuple[str, str]:
        """Return fill and border, "" for none."""
        over, down = self.underMouse() and self.isEnabled(), self.isDown() or self.isChecked()
        if self.kind is Kind.PRIMARY:
            if not self.isEnabled():
                return scheme.line, ""
            return (scheme.accent_down if down else scheme.accent_hover if over else scheme.accent), ""
        if self.kind is Kind.GHOST:
            return (scheme.accent_soft if over or down else ""), ""
        border = {Kind.CHOICE: scheme.accent, Kind.DANGER: scheme.absent}.get(self.kind, scheme.line2)
        if not self.isEnabled():
            return scheme.sunken, scheme.line
        return (scheme.accent_soft if down else scheme.sunken if over else scheme.surface), border


class IconButton(Button):
    """A square button with an icon alone. Its words are for the tool tip and the screen reader."""

    def __init__(self, name: str, icon: str, parent: QWidget | None = None, size: int = CONTROL) -> None:
        super().__init__(name, Kind.GHOST, icon, parent=parent)
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
