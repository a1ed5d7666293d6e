"""The main window and the crash overlay.

The window shows one page at a time, keeps its size, and closes when the running work is done. After an
unexpected error a report without values is kept and the program goes on working.
"""

import gc
import os
import sys
from collections.abc import Callable, Mapping, MutableMapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast, override

from PySide6.QtCore import (
    QByteArray,
    QObject,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QWidget,
)

from trainer_app.domain.base.errors import TrainerError
from trainer_app.system import logs
from trainer_app.system.preferences import Preferences
from trainer_app.ui.kit.context import BlocksClose, CloseQuestion, ConfirmsClose, PreferenceStore
from trainer_app.ui.kit.jobs import Jobs
from trainer_app.ui.style.theme import STYLE, dress, follow_theme, program_icon
from trainer_app.ui.style.tokens import LEAST_WINDOW, SMALLEST, TITLE_BAR
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.fields import UndoPassage
from trainer_app.ui.widgets.file_dialogs import FileDialog
from trainer_app.ui.widgets.labels import Retranslated, label, read_current
from trainer_app.ui.widgets.overlays import ConfirmDialog, ModalOverlay, SidePanel, confirm
from trainer_app.ui.widgets.pages import StartPage
from trainer_app.ui.widgets.presses import PressGuard

if TYPE_CHECKING:
    from PySide6.QtGui import QSessionManager
    from PySide6.QtWidgets import QAbstractItemView


def _in_panel(part: QWidget | None) -> bool:
    while part is not None and not isinstance(part, SidePanel):
        part = part.parentWidget()
    return part is not None


class MainWindow(Retranslated, QMainWindow):
    """Shows one page at a time. `closing` is emitted when it really closes.

    `dropped(paths)` gives files of this program that were dropped where no screen takes them.
    """

    closing = Signal()
    dropped = Signal(list)

    def __init__(self, preferences: PreferenceStore) -> None:
        super().__init__()
        self.setObjectName("window")
        dress(self)
        self._preferences = preferences
        FileDialog.begin(
            preferences.now.folders, lambda folders: preferences.change(Preferences.folders, folders)
        )
        self._jobs: Jobs | None = None
        self._closes_after_job = False
        self._leaves_anyway = False
        self._covered: QWidget | None = None
        self._before_cover = Qt.WindowState.WindowNoState
        self._pages = QStackedWidget()
        self._pages.setObjectName("pages")
        self.setCentralWidget(self._pages)
        self.setMinimumSize(*LEAST_WINDOW)
        self.setAcceptDrops(True)
        self.setWindowIcon(program_icon())
        self._presses = PressGuard(self)
        self._undo_passage = UndoPassage(self)
        self._restore()
        self.retranslate()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_focus)

    def _follow_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        # Whoever fills in a form in a panel takes back nothing behind it.
        self._undo_passage.follow(None if _in_panel(now) else now)
        if now is not None and now.inherits("QAbstractItemView") and self.isAncestorOf(now):
            # When Qt has told that the keyboard is in the table: what is told last is what is read.
            QTimer.singleShot(0, now, lambda: read_current(cast("QAbstractItemView", now)))

    def fit(self, room: QSize) -> None:
        """Fill a screen on which the window would not stand whole, as at 125 % on a cheap laptop.

        `room` is what title bars and task bars leave of the screen, in logical pixels.
        """
        if self.width() > room.width() or self.height() + TITLE_BAR > room.height():
            self.resize(self.size().boundedTo(room))
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def show_page(self, page: QWidget) -> None:
        """Show a page instead of the one before, which is destroyed."""
        old = self._pages.currentWidget()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if isinstance(page, StartPage):
            page.help_requested.connect(self._show_help)
        if old is not None:
            self._pages.removeWidget(old)
            old.deleteLater()

    def _show_help(self, place: str) -> None:
        # Here and not above: a start shows no help.
        from trainer_app.ui.shell.help_panel import HelpSheet

        if self.findChild(HelpSheet) is None:
            sheet = HelpSheet(self, place)
            sheet.reveal(sheet.view.search)

    def put_aside(self, page: QWidget) -> None:
        """Take a page out of the window without destroying it: nothing of it is seen, read out or reached."""
        self._pages.removeWidget(page)
        page.hide()
        page.setParent(None)

    def cover(self, page: QWidget) -> None:
        """Show a page over the whole screen; the one before stays, out of sight and out of reach.

        The window stays above those of other programs, as far as the system lets it.
        """
        self._covered = self._pages.currentWidget()
        self._before_cover = self.windowState()
        follow_theme(page)
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        self._stay_on_top(on=True)
        self.showFullScreen()

    def uncover(self) -> None:
        """Take the covering page away and show the one below again."""
        page = self._pages.currentWidget()
        if self._covered is None or page is None:
            return
        self._pages.setCurrentWidget(self._covered)
        self._pages.removeWidget(page)
        page.deleteLater()
        self._covered = None
        self._stay_on_top(on=False)
        self.setWindowState(self._before_cover)

    def _stay_on_top(self, *, on: bool) -> None:
        # By the handle: a flag of the widget makes the system's window anew, which loses the keyboard.
        handle = self.windowHandle()
        if handle is not None:
            handle.setFlag(Qt.WindowType.WindowStaysOnTopHint, on)

    @property
    def frame(self) -> QStackedWidget:
        """What its pages are shown in."""
        return self._pages

    def page(self) -> QWidget | None:
        """Return the page that is shown."""
        return self._pages.currentWidget()

    def watch(self, jobs: Jobs | None) -> None:
        """Hold closing back while these jobs run."""
        self._jobs = jobs
        if jobs is not None:
            jobs.ended.connect(self._job_ended, Qt.ConnectionType.QueuedConnection)

    def showEvent(self, event: QShowEvent) -> None:
        """Guard what comes from the system: the handle is there now, maybe a new one."""
        super().showEvent(event)
        self.windowHandle().installEventFilter(self._presses)

    def retranslate(self) -> None:
        """Set the title while no screen is open."""
        self.setWindowTitle(self.tr("Trainer"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this program."""
        # Here and not above: what takes files in needs most of the program.
        from trainer_app.ui.kit.file_import import dropped_files

        if dropped_files(event.mimeData(), backups=True):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Pass on what was dropped."""
        from trainer_app.ui.kit.file_import import dropped_files

        self.dropped.emit(dropped_files(event.mimeData(), backups=True))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close at once, or ask what to do with work that still runs."""
        if self._asks_first():
            event.ignore()
            return
        self.keep_place()
        self.closing.emit()
        event.accept()

    def end_of_session(self, manager: "QSessionManager") -> None:
        """Hold the system's shutdown back where closing would ask; it says who does, and may go on anyway.

        Otherwise nothing is to be done: whatever shows as saved is on the disk.
        """
        if self.isVisible() and self._asks_first() and manager.allowsInteraction():
            manager.cancel()

    def _asks_first(self) -> bool:
        """Tell whether something would be lost by closing; then that was asked about."""
        page = self.page()
        if isinstance(page, BlocksClose) and page.refuse_close():
            return True
        if self._jobs is not None and self._jobs.busy:
            self._ask_to_stop()
            return True
        doubt = page.doubt() if isinstance(page, ConfirmsClose) and not self._leaves_anyway else None
        if doubt is not None:
            self._ask_to_leave(doubt)
        return doubt is not None

    def keep_place(self) -> None:
        """Remember where the window is and how large."""
        geometry = self.saveGeometry().toBase64().data()
        self._preferences.change(Preferences.window, bytes(geometry).decode("ascii"))

    def _ask_to_leave(self, doubt: CloseQuestion) -> None:
        if self.findChild(ConfirmDialog, "leave_question") is None:
            confirm(self, doubt.title, doubt.text, doubt.yes, self._leave, name="leave_question")

    def _leave(self) -> None:
        self._leaves_anyway = True
        self.close()

    def _ask_to_stop(self) -> None:
        if self.findChild(ConfirmDialog, "close_question") is not None:
            return
        asked = confirm(
            self,
            self.tr("Something is still being done"),
            self.tr("The window closes by itself when it is finished. Stopping now changes nothing."),
            self.tr("Stop and close"),
            self._stop_and_close,
            danger=False,
            name="close_question",
        )
        asked.no.setText(self.tr("Go on working"))
        asked.no.clicked.connect(self._stay)
        self._closes_after_job = True

    def _stay(self) -> None:
        self._closes_after_job = False

    def _stop_and_close(self) -> None:
        self._closes_after_job = True
        if self._jobs is not None:
            self._jobs.cancel()
            self._job_ended()

    def _job_ended(self) -> None:
        if self._closes_after_job and self._jobs is not None and not self._jobs.busy:
            self._closes_after_job = False
            self.close()

    def _restore(self) -> None:
        kept = self._preferences.now.window
        if not kept or not self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii"))):
            self.resize(*SMALLEST)


class CrashOverlay(Retranslated, ModalOverlay):
    """Says that something in the program failed, where the report lies, and that work can go on."""

    def __init__(self, host: QWidget, kind: str, report: Path | None) -> None:
        super().__init__("crash", host, 560)
        self._report = report
        self.title = label("card_title", "crash_title", wrap=True)
        self.text = label("subtitle", "crash_text", wrap=True)
        self.place = label("caption", "crash_report", wrap=True)
        self.kind = label("caption", "crash_kind", kind)
        self.go_on = Button("crash_continue", ButtonKind.PRIMARY)
        self.go_on.clicked.connect(self.dismiss)
        for part in (self.title, self.text, self.place, self.kind):
            self.column.addWidget(part)
        self.column.addSpacing(12)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.go_on)
        self.column.addLayout(foot)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.title.setText(self.tr("Something in the program failed"))
        self.text.setText(
            self.tr(
                "Everything shown as saved is safe. You can go on working. "
                "If it happens again, send the report to the office: it holds no names and no notes."
            )
        )
        where = self.tr("Report: {path}").format(path=self._report) if self._report else ""
        self.place.setText(where or self.tr("No report could be written: the disk refused."))
        self.go_on.setText(self.tr("Go on"))
        self.setAccessibleName(self.title.text())


class CrashGuard(QObject):
    """Catches what nobody caught, in any thread, and shows it on the window."""

    _caught = Signal(object, object)

    def __init__(self, folder: Path, host: QWidget) -> None:
        super().__init__(host)
        self.told: Callable[[TrainerError], bool] = lambda _error: False
        """Tells of what is no fault of the program, as a disk that fails; returns whether it did."""
        self.setObjectName("crash_guard")
        self._host = host
        self._caught.connect(self._show)
        self._guard = logs.CrashHooks(folder, self._tell)

    def release(self) -> None:
        """Give Python its own hooks back."""
        self._guard.release()

    def _tell(self, error: BaseException, report: Path | None) -> None:
        # May be called in a worker's thread: the signal carries it to the window's.
        self._caught.emit(error, report)

    def _show(self, error: BaseException, report: Path | None) -> None:
        if isinstance(error, TrainerError) and self.told(error):
            return
        if self._host.findChild(CrashOverlay) is None:
            sheet = CrashOverlay(self._host, type(error).__name__, report)
            sheet.reveal(sheet.go_on)


NO_SCREEN = (
    "No screen was found, so the window cannot be shown. trainer-cli does the same work without one.\n"
    "Экран не найден, поэтому окно показать нельзя. Ту же работу без окна делает trainer-cli.\n"
    "Экран ёфт нашуд, бинобар ин равзанаро нишон додан мумкин нест. "
    "Ҳамин корро бе равзана trainer-cli мекунад."
)


def has_screen(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Tell whether a window can be shown: on Linux Qt would end the program without a word."""
    if platform != "linux":
        return True
    return any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def do_without_screen(
    environment: MutableMapping[str, str] = os.environ, platform: str = sys.platform
) -> None:
    """Let Qt draw into memory where no window can be shown: a machine is tested without a screen, too."""
    if not has_screen(environment, platform):
        environment["QT_QPA_PLATFORM"] = "offscreen"


def make_application(arguments: Sequence[str]) -> QApplication:
    """Return Qt's application object, with the names by which a desktop knows the program."""
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
    # By an argument: who sets a style is handed it, and PySide reads all names of styles: 6 ms of a start.
    application = QApplication([*arguments, "-style", STYLE])
    application.setProperty("style", STYLE)
    application.setApplicationName("trainer-app")
    application.setDesktopFileName("trainer-app")
    application.setQuitOnLastWindowClosed(True)
    return application


_YOUNG = 50_000
"""Objects that are made before garbage is looked for among them. They take 5 MB or so."""


def run_loop(application: QApplication) -> int:
    """Work until the last window is closed; return the exit code."""
    # From now on garbage is looked for, but not among what the start has made; and seldom, since a screen is
    # made of some ten thousand objects that stay.
    gc.freeze()
    gc.set_threshold(_YOUNG, *gc.get_threshold()[1:])
    gc.enable()
    return application.exec()
