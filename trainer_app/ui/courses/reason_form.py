"""Asking for a reason that is kept: why a session is cancelled, why a locked one is opened."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from trainer_app.domain.changes import Changes
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.forms import FormRow, text_field
from trainer_app.ui.widgets.labels import label


class ReasonForm(FormPanel):
    """One line of text. `ask` says what it is for and what is done with it."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("reason_form", desk, host, 420)
        self._act: Callable[[str], Changes] | None = None
        self.about = label("subtitle", "reason_about", wrap=True)
        self.reason = FormRow("reason", text_field("reason", most=200))
        self.places = {"session.no_reason": self.reason}
        self.body.addWidget(self.about)
        self.body.addWidget(self.reason)
        self.end_body()
        self.retranslate()

    def ask(self, title: str, about: str, accept: str, act: Callable[[str], Changes]) -> None:
        """Ask, and call `act` with the reason."""
        self._act = act
        self.clear_errors()
        self.set_words(title, accept)
        self.about.setText(about)
        self.reason.field.clear()
        self.reveal(self.reason.field)

    def save(self) -> None:
        """Do it with the reason that is typed."""
        act, reason = self._act, self.reason.field.text()
        if act is not None:
            self.submit(lambda: act(reason))

    def retranslate(self) -> None:
        """Set the words that are always the same."""
        super().retranslate()
        # "Cancel" beside "Cancel session" would be two buttons with one word.
        self.cancel_button.setText(self.tr("Leave as it is"))
        self.reason.set_words(self.tr("Reason"), self.tr("It is kept and can be read by the office."))
