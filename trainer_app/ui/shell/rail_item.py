"""One entry of the rail, and the program's sign above them."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from trainer_app.ui.shell import fonts, icons
from trainer_app.ui.shell.actions import open_keys, shown_keys
from trainer_app.ui.shell.screen import ScreenSpec
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import BODY, ICON_RAIL, RADIUS_CONTROL, RAIL_ITEM, RAIL_NARROW
from trainer_app.ui.widgets.chips import Badge
from trainer_app.ui.widgets.mirroring import visual
from trainer_app.ui.widgets.naming import FocusRing

SIDE = 12
"""Left and right of an entry."""
_LOGO = 28
_ICON_LEFT, _TEXT_LEFT = 12, 43


class RailItem(FocusRing, QAbstractButton):
    """One entry: icon and word, the chosen one in a field of its own. A badge counts what waits there.

    Tab stops at the chosen entry only; `stepped` asks for the neighbour after (1) or before (-1) it.
    """

    stepped = Signal(int)

    def __init__(self, spec: ScreenSpec, place: int) -> None:
        super().__init__()
        self.setObjectName(f"rail_{spec.name}")
        self.spec = spec
        self._place = place
        self._narrow = False
        self.setCheckable(True)
        self.setFixedHeight(RAIL_ITEM)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFont(fonts.font(BODY, 500))
        self.badge = Badge(f"rail_{spec.name}_badge", self)
        self.retranslate()

    def retranslate(self) -> None:
        """Set word, key and tool tip."""
        self.setText(self.spec.title)
        keys = shown_keys(open_keys(self._place))
        self.setAccessibleName(self.spec.title)
        self.setAccessibleDescription(keys)
        self.setToolTip(f"{self.spec.title} ({keys})")
        self.updateGeometry()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, or icon and word."""
        self._narrow = narrow
        self._place_badge()
        self.updateGeometry()
        self.update()

    def set_badge(self, number: int, spoken: str) -> None:
        """Show how many things wait there."""
        self.badge.set_number(number)
        self.setAccessibleName(f"{self.spec.title}, {spoken}" if number else self.spec.title)
        self._place_badge()

    def sizeHint(self) -> QSize:
        """Room for icon, word and badge."""
        if self._narrow:
            return QSize(RAIL_NARROW - 2 * SIDE, RAIL_ITEM)
        return QSize(_TEXT_LEFT + self.fontMetrics().horizontalAdvance(self.text()) + 10, RAIL_ITEM)

    def resizeEvent(self, _event: object) -> None:
        """Keep the badge at the right end."""
        self._place_badge()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; arrows go to the neighbours."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field, the icon, the word."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setPen(QPen(QColor(scheme.line2 if scheme.dark else scheme.line), 1))
            painter.setBrush(QColor(scheme.rail_selected))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.line))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        if self.ring_shown:
            painter.setPen(QPen(QColor(scheme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL)
        left = (self.width() - ICON_RAIL) / 2 if self._narrow else _ICON_LEFT
        top = (self.height() - ICON_RAIL) / 2
        token = "accent_text" if self.isChecked() else "text3"
        whole = QRectF(self.rect())
        place = visual(painter, whole, QRectF(left, top, ICON_RAIL, ICON_RAIL))
        icons.draw(painter, self.spec.icon, place, token)
        if not self._narrow:
            painter.setPen(QColor(scheme.accent_text if self.isChecked() else scheme.text2))
            painter.setFont(fonts.font(BODY, 600 if self.isChecked() else 500))
            room = QRectF(_TEXT_LEFT, 0, self.width() - _TEXT_LEFT - 4, self.height())
            room = visual(painter, whole, room)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.text())

    def _place_badge(self) -> None:
        size = self.badge.sizeHint()
        top = 2 if self._narrow else (self.height() - size.height()) // 2
        right = self.width() - (2 if self._narrow else 9)
        left = self.width() - right if self.isRightToLeft() else right - size.width()
        self.badge.setGeometry(left, top, size.width(), size.height())


class Logo(QWidget):
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
        icons.draw(painter, "check", QRectF(3, 3, 22, 22), "on_accent")
