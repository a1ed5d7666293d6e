"""What came of a scan, over the window and readable from two metres; goes by itself or with the next scan."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QColor,
    QHideEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
    QShortcut,
    QWindow,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.domain.scanning import ScanKind, ScanResult
from trainer_app.ui.room.scan_words import ScanLook, look_of, note_of, who_of, word_of
from trainer_app.ui.shell import fonts
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import RADIUS_CARD
from trainer_app.ui.widgets.buttons import Button, IconButton, Kind
from trainer_app.ui.widgets.labels import ElidedLabel
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import IconMark

_SHOWN_FOR, _ASKS_FOR = 4_000, 20_000  # milliseconds
_MARGIN, _WIDEST, _ICON = 16, 980, 72
ANSWER = "F9"
"""Presses the button of the banner, which never has the keyboard."""


class InkLabel(ElidedLabel):
    """One line in the colour of a token and in any size; cut with an ellipsis where it must be."""

    def __init__(self, name: str, size: int, weight: int, token: str = "text") -> None:
        super().__init__("", name)
        self._token = token
        self.setFont(fonts.font(size, weight))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_line(self, text: str, token: str) -> None:
        """Show a text in a colour; an empty one takes no room."""
        self._token = token
        self.setText(text)
        self.setVisible(bool(text))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as much of the line as fits."""
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(QColor(getattr(tokens(), self._token)))
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), shown)


class ScanBanner(Retranslated, QFrame):
    """Shows one result at a time. Takes no keyboard: what is being typed below goes on."""

    undo_asked = Signal(object)
    """The `ScanResult` to be taken back."""
    present_asked = Signal(object)
    """The `ScanResult` whose person came after all."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("scan_banner")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._desk, self._host = desk, host
        self._look = look_of(ScanResult(ScanKind.UNKNOWN, ""))
        self.result: ScanResult | None = None
        self.mark = IconMark("scan_banner_icon", "alert", size=_ICON)
        self.word = InkLabel("scan_banner_word", 28, 700)
        self.name = InkLabel("scan_banner_name", 40, 700)
        self.second = InkLabel("scan_banner_second", 20, 500, "text2")
        self.note = InkLabel("scan_banner_note", 16, 400, "text2")
        self.undo_button = Button("scan_banner_undo", Kind.PLAIN, "undo")
        self.present_button = Button("scan_banner_present", Kind.CHOICE, "check")
        self.close_button = IconButton("scan_banner_close", "close", size=32)
        self.life = QTimer(self)
        self.life.setObjectName("scan_banner_life")
        self.life.setSingleShot(True)
        self.life.timeout.connect(self.hide)
        self.answer = QShortcut(QKeySequence(ANSWER), host)
        self.answer.setObjectName("scan_banner_answer")
        self._lay_out()
        self._connect()
        self.retranslate()
        self.hide()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        for line in (self.word, self.name, self.second, self.note):
            words.addWidget(line)
        words.addStretch(1)
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        buttons.addStretch(1)
        for button in (self.undo_button, self.present_button):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(28, 16, 16, 16)
        row.setSpacing(24)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addLayout(buttons)
        for each in (self.undo_button, self.present_button, self.close_button):
            each.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _connect(self) -> None:
        self.undo_button.clicked.connect(self._undo)
        self.present_button.clicked.connect(self._present)
        self.close_button.clicked.connect(self.hide)
        self.answer.activated.connect(self._answer)
        self.answer.setEnabled(False)
        self._host.installEventFilter(self)

    def show_result(self, result: ScanResult) -> None:
        """Show what came of a scan in place of the one before."""
        self.result = result
        name, second = who_of(self._desk, result)
        self._show(look_of(result), (word_of(self._desk, result), name, second, note_of(self._desk, result)))
        asks = result.kind is ScanKind.ASK
        self.undo_button.setVisible(result.changes is not None)
        self.present_button.setVisible(asks)
        self.answer.setEnabled(asks or result.changes is not None)
        self._appear(_ASKS_FOR if asks else _SHOWN_FOR)

    def show_problem(self, title: str, text: str) -> None:
        """Say that a scan could not be taken at all."""
        self.result = None
        self._show(look_of(ScanResult(ScanKind.UNKNOWN, "")), ("", title, "", text))
        self.undo_button.hide()
        self.present_button.hide()
        self.answer.setEnabled(False)
        self._appear(_SHOWN_FOR)

    def retranslate(self) -> None:
        """Set the words of the buttons."""
        words = (self.tr("Undo"), self.tr("The person came"))
        for button, text in zip((self.undo_button, self.present_button), words, strict=True):
            # The key stands on the button: without the keyboard it can only be pressed by that.
            button.setText(f"{text}  {ANSWER}")
            button.setAccessibleName(text)
            button.setAccessibleDescription(ANSWER)
        self.close_button.set_words(self.tr("Close"), "Esc")

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the keys mean nothing while there is no banner: Esc is again for what lies below."""
        self.answer.setEnabled(False)
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
        self.life.stop()
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle of the upper edge when the window changes its size; go at Esc.

        The banner has no keyboard, so Esc is caught on its way to the window: else it would leave the course
        or the form below, although the banner is what the person wants to be rid of.
        """
        if isinstance(watched, QWindow) and isinstance(event, QKeyEvent) and _is_escape(event):
            self.hide()
            return True
        if watched is self._host and event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field in the colour of the result, framed in its ink."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(getattr(scheme, self._look.ink)), 2))
        painter.setBrush(QColor(getattr(scheme, self._look.fill)))
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, RADIUS_CARD, RADIUS_CARD)

    def minimumSizeHint(self) -> QSize:
        """Never ask the window for room."""
        return QSize(0, 0)

    def _show(self, look: ScanLook, lines: tuple[str, str, str, str]) -> None:
        self._look = look
        word, name, second, note = lines
        self.mark.set_icon(look.icon, look.ink)
        self.word.set_line(word, look.ink)
        self.name.set_line(name, "text")
        self.second.set_line(second, "text2")
        self.note.set_line(note, "text2")
        self.setAccessibleName(". ".join(line for line in (name, word) if line))
        self.setAccessibleDescription(". ".join(line for line in (second, note) if line))

    def _appear(self, millis: int) -> None:
        self._place()
        application = QCoreApplication.instance()
        if application is not None:
            application.installEventFilter(self)
        self.show()
        self.raise_()
        self.update()
        self.life.start(millis)
        said = f"{self.accessibleName()}. {self.note.text()}"
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _place(self) -> None:
        width = min(self._host.width() - 2 * _MARGIN, _WIDEST)
        height = self.sizeHint().height()
        self.setGeometry((self._host.width() - width) // 2, _MARGIN, width, height)

    def _answer(self) -> None:
        button = self.present_button if not self.present_button.isHidden() else self.undo_button
        button.click()

    def _undo(self) -> None:
        result = self.result
        self.hide()
        if result is not None:
            self.undo_asked.emit(result)

    def _present(self) -> None:
        result = self.result
        self.hide()
        if result is not None:
            self.present_asked.emit(result)


def _is_escape(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
