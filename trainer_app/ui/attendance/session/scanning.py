"""Badges that are scanned anywhere in the window: marking, and the result large, in colour and by sound.

A page that shows one course or one session says so by `scan_place`; anywhere else a badge marks in the
session under way of its own course. The banner is readable from two metres; it goes by itself or with the
next scan.
"""

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import Protocol, runtime_checkable

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

from trainer_app.actions.attendance import scanning
from trainer_app.domain.attendance.sheets import ScanKind, ScanResult, spaced_code
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.ranks import rank_name
from trainer_app.system.computer import Sound, Sounds
from trainer_app.ui.attendance.session.scanner import Scanner
from trainer_app.ui.kit.context import AppContext, notice_of
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
    number = f"№ {result.number}" if result.number is not None else ""
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


_NAME = "scan_desk"
_PLACES = ("session_page", "course_workspace")
"""Names of the pages that know where a scan belongs, the nearest first."""


@runtime_checkable
class ScanTarget(Protocol):
    """A page in which a scan belongs to one course, or to one session."""

    def scan_place(self) -> tuple[str | None, str | None]:
        """Return the keys of course and session; None for whichever is under way."""
        ...


class ScanController(QObject):
    """One for the whole window, as long as it is unlocked."""

    message = Signal(object)
    """The `ScanResult` of every scan."""

    def __init__(self, context: AppContext, host: QWidget, sounds: Sounds | None = None) -> None:
        super().__init__(host)
        self.setObjectName(_NAME)
        self._context, self._host = context, host
        self._sounds = sounds or Sounds(context.work.folder.sounds, lambda: context.preferences.now.sounds)
        self.scanner = Scanner(host)
        self.scanner.scanned.connect(self.scan)

    @cached_property
    def banner(self) -> ScanBanner:
        """What tells of scans, made for the first one."""
        made = ScanBanner(self._context, self._host)
        theme.follow_theme(made)
        made.undo_requested.connect(self._undo)
        made.present_requested.connect(self._overwrite)
        return made

    def scan(self, text: str) -> ScanResult | None:
        """Mark the person of a badge and tell; None if nothing can be written now."""
        return self._mark(text, *self._place())

    def read_files(self, paths: Sequence[Path]) -> None:
        """Mark everybody whose badge is on these pictures; tell the errors of those that cannot be read."""
        for path in paths:
            self._read_file(path, *self._place())

    def _read_file(self, path: Path, course: str | None, session: str | None) -> None:
        self._context.run(
            self.tr("Reading {file}").format(file=path.name),
            lambda work, progress: scanning.badges_on(work, path, progress=progress),
            done=lambda codes: self._mark_all(path, codes, course, session),
            failed=self._refuse,
            writes=False,
        )

    def _mark_all(self, path: Path, codes: Sequence[str], course: str | None, session: str | None) -> None:
        """Mark by all badges that were read on one picture."""
        if not self._free():
            return
        try:
            read = [scanning.scan(self._context.work, code, course, session) for code in codes]
        except TrainerError as error:
            self._refuse(error)
            return
        for result in read:
            self._announce(result)
        marked = sum(1 for result in read if result.kind.marked)
        words = self._context.words("scan.file_done", file=path.name, count=len(read), marked=marked)
        self._context.tell_good(words.removesuffix("."))

    def _mark(
        self, text: str, course: str | None, session: str | None, *, overwrite: bool = False
    ) -> ScanResult | None:
        if not self._free():
            return None
        try:
            result = scanning.scan(self._context.work, text, course, session, overwrite=overwrite)
        except TrainerError as error:
            self._refuse(error)
            return None
        self._announce(result)
        self.banner.show_result(result)
        self._sounds.play(scan_style(result).sound)
        return result

    def _announce(self, result: ScanResult) -> None:
        if result.changes is not None:
            self._context.changes.announce(result.changes, self)
        self.message.emit(result)

    def _free(self) -> bool:
        """Tell whether the database can be written; it has one writer."""
        if self._context.jobs.writing:
            self._refuse(TrainerError("scan.busy"))
            return False
        return True

    def _refuse(self, error: TrainerError) -> None:
        notice = notice_of(error, self._context.language.code)
        self.banner.show_problem(notice.title, notice.text)
        self._sounds.play(Sound.UNKNOWN)

    def _place(self) -> tuple[str | None, str | None]:
        for name in _PLACES:
            for page in self._host.findChildren(QWidget, name):
                if page.isVisible() and isinstance(page, ScanTarget):
                    return page.scan_place()
        return None, None

    def _overwrite(self, result: ScanResult) -> None:
        """Mark a person present or late whom somebody had marked absent or excused."""
        self._mark(result.code, None, result.session or None, overwrite=True)

    def _undo(self, result: ScanResult) -> None:
        """Take back the very step of a scan, also when another one came after it."""
        if self._context.jobs.writing or result.changes is None or result.changes.step is None:
            return
        try:
            self._context.undo.undo_step(result.changes.step)
        except TrainerError as error:
            self._context.tell_error(error)


def scan_controller_of(context: AppContext, page: QWidget) -> ScanController:
    """Return the window's; a page that stands alone gets one of its own."""
    found = page.window().findChild(ScanController, _NAME)
    return found if isinstance(found, ScanController) else ScanController(context, page)
