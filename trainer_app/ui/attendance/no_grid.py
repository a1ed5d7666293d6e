"""What stands in the place of the grid while there is nobody, or nothing, to mark."""

from PySide6.QtCore import Signal

from trainer_app.ui.attendance.grid_model import GridModel
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.empty import EmptyState
from trainer_app.ui.widgets.naming import Retranslated


class NoGrid(Retranslated, EmptyState):
    """Says what must be done first, and offers to go there."""

    wanted = Signal(str)
    """The tab that is needed: "schedule" or "participants"."""

    def __init__(self, model: GridModel) -> None:
        super().__init__("attendance_empty", "people")
        self._model = model
        self.button = Button("attendance_empty_button", Kind.PRIMARY)
        self.button.clicked.connect(
            lambda: self.wanted.emit("participants" if self._model.sessions else "schedule")
        )
        self.add_button(self.button)

    def retranslate(self) -> None:
        """Set the words for what is missing now."""
        if self._model.sessions:
            self.set_words(
                self.tr("Nobody is on the list yet"),
                self.tr("Take over the list of nominations, or press Insert to add somebody who just came."),
            )
            self.button.setText(self.tr("Participants"))
        else:
            self.set_words(
                self.tr("No sessions yet"),
                self.tr("Plan the sessions of the course; then people can be marked here."),
            )
            self.button.setText(self.tr("Plan sessions"))
