"""The one window: first start or unlocking, then the workspace; its size; closing when work is done."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from trainer_app.ui.jobs import Jobs
from trainer_app.ui.shell import icons
from trainer_app.ui.shell.dropping import files_of
from trainer_app.ui.shell.preferences import PreferenceStore
from trainer_app.ui.shell.tokens import SMALLEST
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.sheet import Question, confirm

_LEAST = (640, 340)  # 1366x697 at 200 % is 683x348
_TITLE_BAR = 24
"""Height of the bar that the system puts above the window, at least."""


@dataclass(frozen=True)
class Doubt:
    """What to ask before the window closes: the question, why, and the verb that closes it all the same."""

    title: str
    text: str
    yes: str


@runtime_checkable
class Doubtful(Protocol):
    """A page that must not be left without a word."""

    def doubt(self) -> Doubt | None:
        """Return what to ask before closing, None if nothing is lost."""
        ...


@runtime_checkable
class Guarded(Protocol):
    """A page that only the trainer may leave."""

    def refuse_close(self) -> bool:
        """Tell whether the window has to stay, and say what would open it."""
        ...


class MainWindow(Retranslated, QMainWindow):
    """Shows one page at a time. `closing` is emitted when it really closes.

    `dropped(paths)` gives files of this program that were dropped where no screen takes them.
    """

    closing = Signal()
    dropped = Signal(list)

    def __init__(self, preferences: PreferenceStore) -> None:
        super().__init__()
        self.setObjectName("window")
        self._preferences = preferences
        self._jobs: Jobs | None = None
        self._closes_after_job = False
        self._leaves_anyway = False
        self._covered: QWidget | None = None
        self._was_full = False
        self._pages = QStackedWidget()
        self._pages.setObjectName("pages")
        self.setCentralWidget(self._pages)
        self.setMinimumSize(*_LEAST)
        self.setAcceptDrops(True)
        self.setWindowIcon(icons.icon("okcircle", "accent"))
        self._restore()
        self.retranslate()

    def fit(self, room: QSize) -> None:
        """Fill a screen on which the window would not stand whole, as at 125 % on a cheap laptop.

        `room` is what title bars and task bars leave of the screen, in logical pixels.
        """
        if self.width() > room.width() or self.height() + _TITLE_BAR > room.height():
            self.resize(self.size().boundedTo(room))
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def show_page(self, page: QWidget) -> None:
        """Show a page instead of the one before, which is destroyed."""
        old = self._pages.currentWidget()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
        if old is not None:
            self._pages.removeWidget(old)
            old.deleteLater()

    def put_aside(self, page: QWidget) -> None:
        """Take a page out of the window without destroying it: nothing of it is seen, read out or reached."""
        self._pages.removeWidget(page)
        page.hide()
        page.setParent(None)

    def cover(self, page: QWidget) -> None:
        """Show a page over the whole screen; the one before stays, out of sight and out of reach."""
        self._covered = self._pages.currentWidget()
        self._was_full = self.isFullScreen()
        self._pages.addWidget(page)
        self._pages.setCurrentWidget(page)
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
        if not self._was_full:
            self.showNormal()

    def page(self) -> QWidget | None:
        """Return the page that is shown."""
        return self._pages.currentWidget()

    def watch(self, jobs: Jobs | None) -> None:
        """Hold closing back while these jobs run."""
        self._jobs = jobs
        if jobs is not None:
            jobs.ended.connect(self._job_ended, Qt.ConnectionType.QueuedConnection)

    def retranslate(self) -> None:
        """Set the title while no screen is open."""
        self.setWindowTitle(self.tr("Trainer"))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this program."""
        if files_of(event.mimeData(), backups=True):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Pass on what was dropped."""
        self.dropped.emit(files_of(event.mimeData(), backups=True))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close at once, or ask what to do with work that still runs."""
        if self._jobs is not None and self._jobs.busy:
            event.ignore()
            self._ask_to_stop()
            return
        page = self.page()
        if isinstance(page, Guarded) and page.refuse_close():
            event.ignore()
            return
        doubt = page.doubt() if isinstance(page, Doubtful) and not self._leaves_anyway else None
        if doubt is not None:
            event.ignore()
            self._ask_to_leave(doubt)
            return
        geometry = self.saveGeometry().toBase64().data()
        self._preferences.change(window=bytes(geometry).decode("ascii"))
        self.closing.emit()
        event.accept()

    def _ask_to_leave(self, doubt: Doubt) -> None:
        if self.findChild(Question, "leave_question") is None:
            confirm(self, doubt.title, doubt.text, doubt.yes, self._leave, name="leave_question")

    def _leave(self) -> None:
        self._leaves_anyway = True
        self.close()

    def _ask_to_stop(self) -> None:
        if self.findChild(Question, "close_question") is not None:
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
