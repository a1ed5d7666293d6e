"""A quiet message over the lower edge of the grid; it goes by itself, and is said aloud."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.rows import IconMark

_SHOWN_FOR, _OFFERED_FOR = 5_000, 15_000  # milliseconds
_MARGIN = 12


class QuietNotice(QFrame):
    """Takes no keyboard, and no click unless it offers something. A new message replaces the old one."""

    taken = Signal()
    """What the message offers was asked for."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("attendance_notice")
        self.setProperty("role", "sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.text = label("second", "attendance_notice_text", wrap=True)
        self._icon = IconMark("attendance_notice_icon", "info", size=16)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 14, 7)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.text, 1)
        self.offer = Button("attendance_notice_offer", Kind.GHOST)
        self.offer.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offer.clicked.connect(self._take)
        row.addWidget(self.offer)
        self._host = host
        self.life = QTimer(self)
        self.life.setObjectName("attendance_notice_life")
        self.life.setSingleShot(True)
        self.life.setInterval(_SHOWN_FOR)
        self.life.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, icon: str = "info", offer: str = "") -> None:
        """Show a message for a while, with a button if it offers something."""
        self.offer.setText(offer)
        self.offer.setAccessibleName(offer)
        self.offer.setVisible(bool(offer))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not offer)
        self.life.setInterval(_OFFERED_FOR if offer else _SHOWN_FOR)
        self._icon.set_icon(icon, "text2")
        self.text.setText(text)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self.life.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _take(self) -> None:
        self.hide()
        self.taken.emit()

    def _place(self) -> None:
        """Stand in the middle of the lower edge of the host."""
        widest = self._host.width() - 2 * _MARGIN
        around = 50 + (self.offer.sizeHint().width() + 8 if self.offer.text() else 0)
        line = self.text.fontMetrics().horizontalAdvance(self.text.text()) + 4
        inner = min(line, widest - around)
        self.text.setFixedWidth(inner)
        height = max(self.text.heightForWidth(inner) + 16, 44 if self.offer.text() else 0)
        width = inner + around
        self.setGeometry(
            (self._host.width() - width) // 2, self._host.height() - height - _MARGIN, width, height
        )
