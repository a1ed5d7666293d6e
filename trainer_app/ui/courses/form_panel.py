"""What the forms of courses share: saving, and showing a refusal where it belongs."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from trainer_app.domain.changes import Changes
from trainer_app.domain.errors import TrainerError
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.forms import FormRow
from trainer_app.ui.widgets.labels import ToldLabel
from trainer_app.ui.widgets.panel import SidePanel

_WIDTH = 500


class FormPanel(SidePanel):
    """A panel whose fields are saved by one action.

    `places` says which row an error belongs to, by the error's code; others stand below the last field.
    """

    def __init__(self, name: str, desk: Desk, host: QWidget, width: int = _WIDTH) -> None:
        super().__init__(name, host, width)
        self.desk = desk
        self._beside = host
        self.places: Mapping[str, FormRow[Any]] = {}
        self.trouble = ToldLabel("error", f"{name}_error")
        self.trouble.hide()
        self.accepted.connect(self.save)

    def end_body(self) -> None:
        """Put the line for other errors below the fields; call it when all of them are in."""
        self.body.addWidget(self.trouble)
        self.body.addStretch(1)

    def reveal(self, first: QWidget) -> None:
        """Show the form; another one that is open beside it is closed without saving."""
        for other in self._beside.findChildren(FormPanel):
            if other is not self:
                other.dismiss()
        super().reveal(first)

    def save(self) -> None:
        """Save what is typed; a form says here how."""

    def submit(self, act: Callable[[], Changes]) -> Changes | None:
        """Run the action, announce it and close; or show why it was refused, and stay."""
        self.clear_errors()
        try:
            if self.desk.jobs.writing:
                raise TrainerError("job.wait")
            changes = act()
        except TrainerError as error:
            self.show_refusal(error)
            return None
        self.dismiss()
        self.desk.changes.announce(changes)
        return changes

    def show_refusal(self, error: TrainerError) -> None:
        """Say what is wrong at the field it is about."""
        said = self.desk.explained(error)
        row = self.places.get(error.code)
        if row is not None:
            row.show_error(said)
            return
        self.trouble.say(said)
        self.trouble.show()

    def clear_errors(self) -> None:
        """Take all complaints away."""
        for row in self.places.values():
            row.clear_error()
        self.trouble.hide()
        self.trouble.say(None)
