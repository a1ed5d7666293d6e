"""A form at the right: the stand-by key from paper takes over from a lost root key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions import key_papers
from trainer_app.domain.errors import TrainerError
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.forms import FormRow, text_field
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.panel import SidePanel

_LONGEST = 120


class RootPanel(SidePanel):
    """`made(papers)` is emitted with the new stand-by, which is to be printed and typed back."""

    made = Signal(object)

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("root_panel", host)
        self._desk = desk
        self.about = label("second", "root_about", wrap=True)
        self.standby = FormRow("root_standby", text_field("root_standby", most=_LONGEST))
        self.body.addWidget(self.about)
        self.body.addWidget(self.standby)
        self.body.addStretch(1)
        self.accepted.connect(self._replace)
        self.retranslate()

    def open(self) -> None:
        """Ask for the stand-by key."""
        self.standby.field.clear()
        self.standby.clear_error()
        self.reveal(self.standby.field)

    def holds_work(self) -> bool:
        """No key is kept while the program is locked."""
        return False

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Replace the office's key"), self.tr("Go on"))
        self.about.setText(
            self.tr(
                "The office's own key signs the list of laptops. A new one is made, and the stand-by from "
                "the paper vouches for it, so that all laptops follow. Nothing changes before the new paper "
                "is typed back."
            )
        )
        self.standby.set_words(
            self.tr("Stand-by key from the paper"), self.tr("It begins with TRAINER-STANDBY-1.")
        )

    def _replace(self) -> None:
        self.standby.clear_error()
        try:
            made = key_papers.replace_root(self._desk.work, self.standby.field.text())
        except TrainerError as error:
            self.standby.show_error(self._desk.explained(error))
            return
        self.standby.field.clear()
        self.dismiss()
        self.made.emit(made)
