"""Announces what was written, so that every open screen can read again what it shows."""

from PySide6.QtCore import QObject, Signal

from trainer_app.domain.base.changes import Changes


class ChangeHub(QObject):
    """Announces what actions returned.

    `announced(changes, source)`: `source` is whoever did it, so that a screen which has already shown its
    own change (the attendance grid) need not read everything again.
    """

    announced = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("changes")

    def announce(self, changes: Changes, source: object = None) -> None:
        """Tell every open screen. A change that wrote nothing is not told."""
        if changes.step is not None or changes.touched:
            self.announced.emit(changes, source)
