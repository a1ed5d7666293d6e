"""Locks the program when nobody is there: names must not stay open on a desk."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

_SIGNS_OF_LIFE = frozenset(
    {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin}
)
_MINUTE = 60_000
_SOON = 5_000
"""Milliseconds between two tries to lock while long work goes on."""


class IdleLock(QObject):
    """Emits `due` after some minutes without a key or a click. Minutes 0 switch it off."""

    due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("idle_lock")
        self._timer = QTimer(self)
        self._timer.setObjectName("idle_timer")
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.due)
        self._minutes = 0

    def start(self, minutes: int) -> None:
        """Watch from now on."""
        self.stop()
        self._minutes = minutes
        application = QCoreApplication.instance()
        if minutes > 0 and application is not None:
            application.installEventFilter(self)
            self._timer.start(minutes * _MINUTE)

    def remind(self) -> None:
        """Be due again soon: locking had to wait for long work. A sign of life counts from the beginning."""
        self._timer.start(_SOON)

    @property
    def waiting(self) -> int:
        """Milliseconds until it is due; 0 while it does not watch."""
        return self._timer.interval() if self._timer.isActive() else 0

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Begin to count anew at every sign of life."""
        if event.type() in _SIGNS_OF_LIFE and self._timer.isActive():
            self._timer.start(self._minutes * _MINUTE)
        return super().eventFilter(watched, event)
