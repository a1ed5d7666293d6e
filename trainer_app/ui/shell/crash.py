"""When the program itself fails: it says so, keeps a report without values, and goes on working."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.errors import TrainerError
from trainer_app.system import crashes
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.sheet import Sheet


class CrashSheet(Retranslated, Sheet):
    """Says that something in the program failed, where the report lies, and that work can go on."""

    def __init__(self, host: QWidget, kind: str, report: Path | None) -> None:
        super().__init__("crash", host, 560)
        self._report = report
        self.title = label("card_title", "crash_title", wrap=True)
        self.text = label("subtitle", "crash_text", wrap=True)
        self.place = label("caption", "crash_report", wrap=True)
        self.kind = label("caption", "crash_kind", kind)
        self.go_on = Button("crash_continue", Kind.PRIMARY)
        self.go_on.clicked.connect(self.dismiss)
        for part in (self.title, self.text, self.place, self.kind):
            self.column.addWidget(part)
        self.column.addSpacing(12)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.go_on)
        self.column.addLayout(foot)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
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
        self._guard = crashes.Guard(folder, self._tell)

    def release(self) -> None:
        """Give Python its own hooks back."""
        self._guard.release()

    def _tell(self, error: BaseException, report: Path | None) -> None:
        # May be called in a worker's thread: the signal carries it to the window's.
        self._caught.emit(error, report)

    def _show(self, error: BaseException, report: Path | None) -> None:
        if isinstance(error, TrainerError) and self.told(error):
            return
        if self._host.findChild(CrashSheet) is None:
            sheet = CrashSheet(self._host, type(error).__name__, report)
            sheet.reveal(sheet.go_on)
