"""Input of a badge scanner, which acts as a keyboard whatever has the focus, and what is done with it.

Keys are caught on their way to the window, before any field, table or button sees them. A scanner types a
key every 1 to 30 milliseconds; the fastest people need 60 and more for each of ten digits. Digits are held
back until the time stamps show who typed them: a scan disappears as a whole and is reported by `scanned`;
everything else is delivered to its receiver, in order, each key as it came.

Only while keys are held back do all events of the program come by here: in Python, thousands of them at
every screen that is built would take as long as the screen. Otherwise the window with the keyboard is
enough.

A page that shows one course or one session says so by `scan_place`; anywhere else a badge marks in the
session under way of its own course. Every window waits for badges from the start, and in most none is ever
scanned: what only a scan needs is imported with the first one.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from shiboken6 import isValid

from trainer_app.domain.attendance.sheets import DIGITS, is_badge_code
from trainer_app.domain.base.errors import TrainerError
from trainer_app.ui.kit.context import AppContext, notice_of
from trainer_app.ui.style.theme import follow_theme

if TYPE_CHECKING:
    from trainer_app.domain.attendance.sheets import ScanResult
    from trainer_app.system.computer import Sounds
    from trainer_app.ui.attendance.session.scan_banner import ScanBanner


KEY_GAP = 50
"""Milliseconds between two keys from which on a person types."""
LATER_GAP = 100
"""The same after `SURE` keys: nobody types so many so fast, and slow scanners and busy laptops pause."""
SURE_KEYS = 4
SHORTEST_CODE = 6
"""Fewer digits are no code of any badge: a number that was typed."""


class KeyVerdict(Enum):
    """What to do with a key."""

    HOLD = "hold"
    """Keep it back: it may belong to a scan."""
    RELEASE = "release"
    """Give back what is held, then let this key pass."""
    RESTART = "restart"
    """Give back what is held, then keep this key."""
    SCAN = "scan"
    """Drop this key and what is held: `digits` were scanned."""


class ScanDetector:
    """Follows keys one by one. Times are milliseconds of one clock; `digits` are those held."""

    def __init__(self) -> None:
        self.digits = ""
        self._last = 0
        self._other = -LATER_GAP
        self._joined = False

    @property
    def gap(self) -> int:
        """How long the next key may take and still belong to the scan."""
        return LATER_GAP if len(self.digits) >= SURE_KEYS else KEY_GAP

    def digit(self, sign: str, at: int) -> KeyVerdict:
        """Take a digit."""
        fresh = bool(self.digits) and not self._follows(at)
        if fresh:
            self.digits = ""
        if not self.digits:
            # Digits right behind a letter are the end of a longer code, if they are not a badge's.
            self._joined = 0 <= at - self._other <= KEY_GAP
        self.digits += sign
        self._last = at
        return KeyVerdict.RESTART if fresh else KeyVerdict.HOLD

    def end(self, at: int, *, tab: bool = False) -> KeyVerdict:
        """Take the key that may end a scan: Enter, or Tab, which only some scanners send."""
        if self._follows(at) and self._is_scan(strict=tab):
            return KeyVerdict.SCAN
        return self.other(at)

    def other(self, at: int) -> KeyVerdict:
        """Take any other key."""
        self._other = at
        self.digits = ""
        return KeyVerdict.RELEASE

    def silence(self) -> KeyVerdict:
        """Take a pause. Ten digits with the right check digit need no Enter: not every scanner sends it."""
        return KeyVerdict.SCAN if self._is_scan(strict=True) else KeyVerdict.RELEASE

    def _follows(self, at: int) -> bool:
        return bool(self.digits) and 0 <= at - self._last <= self.gap

    def _is_scan(self, *, strict: bool) -> bool:
        if strict or self._joined:
            return len(self.digits) == DIGITS and is_badge_code(self.digits)
        return len(self.digits) >= SHORTEST_CODE


_KINDS = QEvent.Type
_INTERRUPTS = frozenset(
    {
        _KINDS.MouseButtonPress,
        _KINDS.TouchBegin,
        _KINDS.FocusAboutToChange,
        _KINDS.WindowDeactivate,
        _KINDS.Close,
        _KINDS.InputMethod,
    }
)
"""What may send keys that are held to another place: they go on before it happens."""
_WATCHED = _INTERRUPTS | {_KINDS.KeyPress, _KINDS.KeyRelease, _KINDS.ShortcutOverride}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LOCKS = (Qt.Key.Key_NumLock, Qt.Key.Key_CapsLock)
_PLAIN = Qt.KeyboardModifier.NoModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class Scanner(QObject):
    """Active while `host` is seen: on the page that asks for the passphrase nothing is listened to."""

    scanned = Signal(str)
    """The digits of a scan, right or wrong."""

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("scanner")
        self._host = host
        self._bursts = ScanDetector()
        self._held: list[tuple[QWindow, QKeyEvent]] = []
        self._dropped: list[int] = []
        self._replaying = False
        self._last_call = False
        self.pause = QTimer(self)
        self.pause.setObjectName("scanner_pause")
        self.pause.setSingleShot(True)
        self.pause.timeout.connect(self._paused)
        self._window: QWindow | None = None
        application = QCoreApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self._follow)
            self._follow(application.focusWindow())

    def _follow(self, window: QWindow | None) -> None:
        """Listen to the window that has the keyboard now."""
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = window
        if window is not None and not self._held:
            window.installEventFilter(self)

    def _listen_everywhere(self, *, everywhere: bool) -> None:
        """Hear of all that may send held keys to another place, or again of the window's keys alone."""
        application = QCoreApplication.instance()
        if application is None:
            return
        if everywhere:
            if self._window is not None and isValid(self._window):
                self._window.removeEventFilter(self)
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)
            self._follow(self._window if self._window is not None and isValid(self._window) else None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Catch keys on their way to a window; nothing else is kept."""
        # Without keys that are held only a key says anything.
        if self._replaying or not (self._held or isinstance(event, QKeyEvent)):
            return False
        kind = event.type()
        if kind not in _WATCHED:
            return False
        if isinstance(event, QKeyEvent) and kind is not _KINDS.ShortcutOverride:
            return isinstance(watched, QWindow) and self._key(watched, event)
        if self._held and (kind in _INTERRUPTS or not self._goes_on(event)):
            self._give_back()
        return False

    def _key(self, window: QWindow, event: QKeyEvent) -> bool:
        """Take one key; tell whether it is kept from the window."""
        if event.type() is _KINDS.KeyRelease:
            return self._release(window, event)
        self._dropped = [key for key in self._dropped if key != event.key()]
        if not self._listens(event):
            self._give_back()
            return False
        if event.key() in _LOCKS:
            return False
        if self._held and window is not self._held[0][0]:
            self._give_back()
        at = event.timestamp()
        step = self._step(event, at)
        if step is KeyVerdict.SCAN:
            self._dropped.append(event.key())
            self._take()
            return True
        if step is not KeyVerdict.HOLD:
            self._replay()
        if step is KeyVerdict.RELEASE:
            return False
        self._hold(window, event)
        return True

    def _step(self, event: QKeyEvent, at: int) -> KeyVerdict:
        sign = digit_of(event)
        if sign:
            return self._bursts.digit(sign, at)
        if event.key() in _ENTER and _is_plain(event):
            return self._bursts.end(at)
        if event.key() == Qt.Key.Key_Tab and _is_plain(event):
            return self._bursts.end(at, tab=True)
        return self._bursts.other(at)

    def _release(self, window: QWindow, event: QKeyEvent) -> bool:
        """Keep the release of a key that is held, drop that of a key that was scanned."""
        key = event.key()
        if key in self._dropped:
            self._dropped.remove(key)
            return True
        held = [kept.type() for _, kept in self._held if kept.key() == key]
        if held.count(_KINDS.KeyPress) > held.count(_KINDS.KeyRelease):
            self._held.append((window, _copy(event)))
            return True
        return False

    def _listens(self, event: QKeyEvent) -> bool:
        """Tell whether a key may be a scanner's.

        Keys without a time come from another program, those of a passphrase are nobody's business.
        """
        field = QApplication.focusWidget()
        secret = isinstance(field, QLineEdit) and field.echoMode() is not QLineEdit.EchoMode.Normal
        return event.timestamp() > 0 and not event.isAutoRepeat() and not secret and self._host.isVisible()

    def _goes_on(self, event: QEvent) -> bool:
        """Tell whether a key that looks for a shortcut first may belong to the scan: it will come again."""
        if not isinstance(event, QKeyEvent):
            return False
        return bool(digit_of(event)) or event.key() in (*_ENTER, Qt.Key.Key_Tab, *_LOCKS)

    def _hold(self, window: QWindow, event: QKeyEvent) -> None:
        if not self._held:
            self._listen_everywhere(everywhere=True)
        self._held.append((window, _copy(event)))
        self._last_call = False
        self.pause.start(self._bursts.gap)

    def _paused(self) -> None:
        """Decide after a pause: but first let keys come in that waited while the program was busy."""
        if not self._last_call:
            self._last_call = True
            self.pause.start(0)
        elif self._bursts.silence() is KeyVerdict.SCAN:
            self._take()
        else:
            self._give_back()

    def _give_back(self) -> None:
        """Know that a person typed, and send the keys on."""
        self._bursts.digits = ""
        self._replay()

    def _replay(self) -> None:
        """Send what is held to where it was meant."""
        self.pause.stop()
        held, self._held = self._held, []
        if held:
            self._listen_everywhere(everywhere=False)
        if not self._host.isVisible():
            return
        self._replaying = True
        try:
            for window, event in held:
                if isValid(window):
                    QCoreApplication.sendEvent(window, event)
        finally:
            self._replaying = False

    def _take(self) -> None:
        """Drop what is held and tell what was scanned."""
        self.pause.stop()
        digits, self._bursts.digits = self._bursts.digits, ""
        pressed = [event.key() for _, event in self._held if event.type() is _KINDS.KeyPress]
        for _, event in self._held:
            if event.type() is _KINDS.KeyRelease:
                pressed.remove(event.key())
        self._dropped += pressed
        if self._held:
            self._held = []
            self._listen_everywhere(everywhere=False)
        self.scanned.emit(digits)


def digit_of(event: QKeyEvent) -> str:
    """Return the digit that a key types, in any script, as 0 to 9; "" for every other key."""
    text = event.text()
    if len(text) != 1 or not text.isdecimal() or not _is_plain(event):
        return ""
    return str(int(text))


def _is_plain(event: QKeyEvent) -> bool:
    return event.modifiers() & ~_KEYPAD == _PLAIN


def _copy(event: QKeyEvent) -> QKeyEvent:
    """Return a key event that outlives its delivery."""
    made = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    made.setTimestamp(event.timestamp())
    return made


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
        if sounds is not None:
            self._sounds = sounds
        self.scanner = Scanner(host)
        self.scanner.scanned.connect(self.scan)

    @cached_property
    def _sounds(self) -> Sounds:
        from trainer_app.system.computer import Sounds

        return Sounds(self._context.work.folder.sounds, lambda: self._context.preferences.now.sounds)

    @cached_property
    def banner(self) -> ScanBanner:
        """What tells of scans, made for the first one."""
        from trainer_app.ui.attendance.session.scan_banner import ScanBanner

        made = ScanBanner(self._context, self._host)
        follow_theme(made)
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
        from trainer_app.actions.attendance import scanning

        self._context.run(
            self.tr("Reading {file}").format(file=path.name),
            lambda work, progress: scanning.badges_on(work, path, progress=progress),
            done=lambda codes: self._mark_all(path, codes, course, session),
            failed=self._refuse,
            writes=False,
        )

    def _mark_all(self, path: Path, codes: Sequence[str], course: str | None, session: str | None) -> None:
        """Mark by all badges that were read on one picture."""
        from trainer_app.actions.attendance import scanning

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
        from trainer_app.actions.attendance import scanning
        from trainer_app.ui.attendance.session.scan_banner import scan_style

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
        from trainer_app.system.computer import Sound

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
