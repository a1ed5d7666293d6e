"""Badges that are scanned anywhere in the window: marking, and telling of it by a banner and by sound.

A page that shows one course or one session says so by `scan_place`; anywhere else a badge marks in the
session under way of its own course. Every window waits for badges from the start, and in most none is ever
scanned: what only a scan needs is imported with the first one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from trainer_app.domain.base.errors import TrainerError
from trainer_app.ui.attendance.session.scanner import Scanner
from trainer_app.ui.kit.context import AppContext, notice_of
from trainer_app.ui.style.theme import follow_theme

if TYPE_CHECKING:
    from trainer_app.domain.attendance.sheets import ScanResult
    from trainer_app.system.computer import Sounds
    from trainer_app.ui.attendance.session.scan_banner import ScanBanner

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
