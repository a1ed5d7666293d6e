"""Rows of a card: a counted thing that leads somewhere, a thing to do with its button, a key and value."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from trainer_app.ui.shell import icons
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import CARD_PADDING, ICON_CHIP, ICON_RAIL, LIST_ROW, RADIUS_MARK
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import TwoLines
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.mirroring import from_right, visual
from trainer_app.ui.widgets.naming import FocusRing, set_role


class ClickableRow(FocusRing, QAbstractButton):
    """A whole row that can be pressed by mouse, Enter or Space; draws hover and focus itself."""

    def __init__(self, name: str, height: int = LIST_ROW) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """As wide as what lies in it."""
        layout = self.layout()
        return layout.sizeHint() if layout else QSize(0, self.height())

    def minimumSizeHint(self) -> QSize:
        """As narrow as what lies in it allows."""
        layout = self.layout()
        return layout.minimumSize() if layout else QSize(0, self.height())

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
        row.setContentsMargins(CARD_PADDING, 0, 38, 0)
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
        icons.draw(painter, "left" if from_right(painter) else "right", box, "text3")


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
        icons.draw(painter, self._icon, QRectF(self.rect()), self._token)


class ActionRow(QWidget):
    """An icon, two lines, and at the right what can be done about it."""

    def __init__(self, name: str, icon: str, kind: Kind = Kind.GHOST) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedHeight(LIST_ROW - 2)
        self.mark = IconMark(f"{name}_icon", icon)
        self.words = TwoLines(f"{name}_words")
        self.button = Button(f"{name}_button", kind)
        row = QHBoxLayout(self)
        right = CARD_PADDING - (10 if kind is Kind.GHOST else 0)
        row.setContentsMargins(CARD_PADDING, 0, right, 0)
        row.setSpacing(14)
        row.addWidget(self.mark)
        row.addWidget(self.words, 1)
        row.addWidget(self.button)

    def set_row(self, title: str, second: str, act: str) -> None:
        """Set the words; without `act` there is no button."""
        self.words.set_lines(title, second)
        self.button.setText(act)
        self.button.setAccessibleName(f"{act}: {title}" if act else "")
        self.button.setVisible(bool(act))


class ValueRow(QWidget):
    """A name at the left and its value at the right: figures, versions, places."""

    def __init__(self, name: str, height: int = 25, *, strong: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMinimumHeight(height)
        self.name = label("body_strong" if strong else "body", f"{name}_name")
        self.value = label("number" if strong else "body", f"{name}_value")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.name, 1)
        row.addWidget(self.value, 0, Qt.AlignmentFlag.AlignRight)

    def set_value(self, name: str, value: str) -> None:
        """Set both words."""
        self.name.setText(name)
        self.value.setText(value)
        self.setAccessibleName(f"{name}: {value}")
