"""What came of a scanned badge, large and in colour: the banner over the window, and the words on it.

The banner is readable from two metres; it goes by itself or with the next scan.
"""

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
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

from trainer_app.domain.attendance.sheets import ScanKind, ScanResult, spaced_code
from trainer_app.domain.base.changes import Label
from trainer_app.domain.courses.ranks import rank_name
from trainer_app.system.computer import Sound
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import numbered
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import RADIUS_CARD
from trainer_app.ui.widgets.cards import IconMark
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton
from trainer_app.ui.widgets.labels import ElidedLabel, Retranslated, announce


class ScanStyle(Struct, frozen=True):
    """Tokens of the field, its frame and its ink, an icon, and a sound: none of them alone."""

    fill: str
    ink: str
    icon: str
    sound: Sound


_GOOD = ScanStyle("present_soft", "present", "okcircle", Sound.FOUND)
_LATE = ScanStyle("late_soft", "late", "clock", Sound.FOUND)
_KNOWN = ScanStyle("accent_soft", "accent_text", "check", Sound.ALREADY)
_DUE = ScanStyle("late_soft", "late", "ask", Sound.UNKNOWN)
_BAD = ScanStyle("absent_soft", "absent_text", "alert", Sound.UNKNOWN)
_LOOKS = {
    ScanKind.PRESENT: _GOOD,
    ScanKind.LATE: _LATE,
    ScanKind.ALREADY: _KNOWN,
    ScanKind.ASK: _DUE,
}
_NOTES = {
    ScanKind.PRESENT: "scan.note.marked",
    ScanKind.LATE: "scan.note.marked",
    ScanKind.ALREADY: "scan.note.already",
    ScanKind.ASK: "scan.note.ask",
    ScanKind.UNKNOWN: "scan.note.unknown",
    ScanKind.OTHER_COURSE: "scan.note.other_course",
    ScanKind.WITHDRAWN: "scan.note.gone",
    ScanKind.REPLACED: "scan.note.gone",
    ScanKind.LOCKED: "scan.note.locked",
    ScanKind.CANCELLED: "scan.note.cancelled",
    ScanKind.OVER: "scan.note.over",
    ScanKind.NOT_YET: "scan.note.not_yet",
    ScanKind.NO_SESSION: "scan.note.no_session",
}


def scan_style(result: ScanResult) -> ScanStyle:
    """Return how a result looks and sounds."""
    return _LOOKS.get(result.kind, _BAD)


def scan_word(context: AppContext, result: ScanResult) -> str:
    """Return the result in a word or two: "Late by 12 minutes"."""
    mark = Label(f"attendance.mark.{result.mark.value if result.mark else 'none'}")
    session = result.session_number or ""
    return context.words(f"scan.word.{result.kind.value}", mark=mark, missed=result.missed, session=session)


def scan_note(context: AppContext, result: ScanResult) -> str:
    """Return what was done or kept, and what to do."""
    code, minute = _NOTES[result.kind], result.minute
    if result.kind is ScanKind.ALREADY and result.arrived is not None:
        code, minute = "scan.note.already_since", result.arrived
    elif result.kind is ScanKind.OVER and result.ends is not None:
        minute = result.ends
    elif result.kind is ScanKind.NO_SESSION and result.starts is not None:
        code, minute = "scan.note.next_session", result.starts
    return context.words(
        code,
        session=result.session_number or "",
        time=context.formats.clock(minute),
        course=result.course,
        code=spaced_code(result.code),
    )


def scan_person(context: AppContext, result: ScanResult) -> tuple[str, str]:
    """Return the name, or the code of a badge that is nobody's, and the line under it."""
    if not result.name:
        return spaced_code(result.code), ""
    number = numbered(result.number) if result.number is not None else ""
    parts = (number, rank_name(result.rank, context.language.code), result.unit)
    return result.name, " · ".join(part for part in parts if part)


_SHOWN_FOR, _ASKS_FOR = 4_000, 20_000  # milliseconds
_MARGIN, _WIDEST, _ICON = 16, 980, 72
ANSWER = "F9"
"""Presses the button of the banner, which never has the keyboard."""


class ColouredLabel(ElidedLabel):
    """One line in the colour of a token and in any size; cut with an ellipsis where it must be."""

    def __init__(self, name: str, size: int, weight: int, token: str = "text") -> None:
        super().__init__("", name)
        self._token = token
        self.setFont(theme.font(size, weight))
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

    undo_requested = Signal(object)
    """The `ScanResult` to be taken back."""
    present_requested = Signal(object)
    """The `ScanResult` whose person came after all."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("scan_banner")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._context, self._host = context, host
        self._look = scan_style(ScanResult(ScanKind.UNKNOWN, ""))
        self.result: ScanResult | None = None
        self.mark = IconMark("scan_banner_icon", "alert", size=_ICON)
        self.word = ColouredLabel("scan_banner_word", 28, 700)
        self.name = ColouredLabel("scan_banner_name", 40, 700)
        self.second = ColouredLabel("scan_banner_second", 20, 500, "text2")
        self.note = ColouredLabel("scan_banner_note", 16, 400, "text2")
        self.undo_button = Button("scan_banner_undo", ButtonKind.PLAIN, "undo")
        self.present_button = Button("scan_banner_present", ButtonKind.CHOICE, "check")
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
        withhold("base/history/undo_step", self.undo_button)
        withhold("attendance/attendance/mark", self.present_button)
        self.close_button.clicked.connect(self.hide)
        self.answer.activated.connect(self._answer)
        self.answer.setEnabled(False)
        self._host.installEventFilter(self)

    def show_result(self, result: ScanResult) -> None:
        """Show what came of a scan in place of the one before."""
        self.result = result
        name, second = scan_person(self._context, result)
        self._show(
            scan_style(result),
            (scan_word(self._context, result), name, second, scan_note(self._context, result)),
        )
        asks = result.kind is ScanKind.ASK
        self.undo_button.setVisible(result.changes is not None)
        self.present_button.setVisible(asks)
        self.answer.setEnabled(asks or result.changes is not None)
        self._appear(_ASKS_FOR if asks else _SHOWN_FOR)

    def show_problem(self, title: str, text: str) -> None:
        """Say that a scan could not be taken at all."""
        self.result = None
        self._show(scan_style(ScanResult(ScanKind.UNKNOWN, "")), ("", title, "", text))
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

    def _show(self, look: ScanStyle, lines: tuple[str, str, str, str]) -> None:
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
        announce(self, said)

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
            self.undo_requested.emit(result)

    def _present(self) -> None:
        result = self.result
        self.hide()
        if result is not None:
            self.present_requested.emit(result)


def _is_escape(event: QKeyEvent) -> bool:
    return event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Escape
