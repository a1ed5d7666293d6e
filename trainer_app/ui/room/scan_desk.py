"""Takes every scan of the window: marks, shows the result large, lets it be heard.

A page that shows one course or one session says so by `scan_place`; anywhere else a badge marks in the
session under way of its own course.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions import scanning
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.scanning import ScanResult
from trainer_app.system.sounds import Sound, Sounds
from trainer_app.ui.room.scan_banner import ScanBanner
from trainer_app.ui.room.scan_words import look_of
from trainer_app.ui.shell.desk import Desk, notice_of
from trainer_app.ui.shell.scanner import Scanner

_NAME = "scan_desk"
_PLACES = ("session_page", "course_workspace")
"""Names of the pages that know where a scan belongs, the nearest first."""


@runtime_checkable
class ScanPlace(Protocol):
    """A page in which a scan belongs to one course, or to one session."""

    def scan_place(self) -> tuple[str | None, str | None]:
        """Return the keys of course and session; None for whichever is under way."""
        ...


class ScanDesk(QObject):
    """One for the whole window, as long as it is unlocked."""

    told = Signal(object)
    """The `ScanResult` of every scan."""

    def __init__(self, desk: Desk, host: QWidget, sounds: Sounds | None = None) -> None:
        super().__init__(host)
        self.setObjectName(_NAME)
        self._desk, self._host = desk, host
        self._sounds = sounds or Sounds(desk.work.folder.sounds, lambda: desk.preferences.now.sounds)
        self.scanner = Scanner(host)
        self.banner = ScanBanner(desk, host)
        self.scanner.scanned.connect(self.scan)
        self.banner.undo_asked.connect(self._undo)
        self.banner.present_asked.connect(self._overwrite)

    def scan(self, text: str) -> ScanResult | None:
        """Mark the person of a badge and tell; None if nothing can be written now."""
        return self._mark(text, *self._place())

    def read_files(self, paths: Sequence[Path]) -> list[ScanResult]:
        """Mark everybody whose badge is on these pictures; tell the errors of those that cannot be read."""
        course, session = self._place()
        found: list[ScanResult] = []
        for path in paths:
            if not self._free():
                break
            try:
                read = scanning.read_image(self._desk.work, path, course, session)
            except TrainerError as error:
                self._refuse(error)
                continue
            for result in read:
                self._announce(result)
            marked = sum(1 for result in read if result.kind.marked)
            words = self._desk.words("scan.file_done", file=path.name, count=len(read), marked=marked)
            self._desk.tell_good(words.removesuffix("."))
            found += read
        return found

    def _mark(
        self, text: str, course: str | None, session: str | None, *, overwrite: bool = False
    ) -> ScanResult | None:
        if not self._free():
            return None
        try:
            result = scanning.scan(self._desk.work, text, course, session, overwrite=overwrite)
        except TrainerError as error:
            self._refuse(error)
            return None
        self._announce(result)
        self.banner.show_result(result)
        self._sounds.play(look_of(result).sound)
        return result

    def _announce(self, result: ScanResult) -> None:
        if result.changes is not None:
            self._desk.changes.announce(result.changes, self)
        self.told.emit(result)

    def _free(self) -> bool:
        """Tell whether the database can be written; it has one writer."""
        if self._desk.jobs.writing:
            self._refuse(TrainerError("scan.busy"))
            return False
        return True

    def _refuse(self, error: TrainerError) -> None:
        notice = notice_of(error, self._desk.language.code)
        self.banner.show_problem(notice.title, notice.text)
        self._sounds.play(Sound.UNKNOWN)

    def _place(self) -> tuple[str | None, str | None]:
        for name in _PLACES:
            for page in self._host.findChildren(QWidget, name):
                if page.isVisible() and isinstance(page, ScanPlace):
                    return page.scan_place()
        return None, None

    def _overwrite(self, result: ScanResult) -> None:
        """Mark a person present or late whom somebody had marked absent or excused."""
        self._mark(result.code, None, result.session or None, overwrite=True)

    def _undo(self, result: ScanResult) -> None:
        """Take back the very step of a scan, also when another one came after it."""
        if self._desk.jobs.writing or result.changes is None or result.changes.step is None:
            return
        try:
            self._desk.undo.undo_step(result.changes.step)
        except TrainerError as error:
            self._desk.tell_error(error)


def scan_desk_of(desk: Desk, page: QWidget) -> ScanDesk:
    """Return the window's; a page that stands alone gets one of its own."""
    found = page.window().findChild(ScanDesk, _NAME)
    return found if isinstance(found, ScanDesk) else ScanDesk(desk, page)
