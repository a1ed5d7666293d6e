"""Asking what a design shall be called, when it is saved or renamed."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.domain.changes import Changes
from trainer_app.domain.templates import MOST_NAME
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.choices import Tick
from trainer_app.ui.widgets.forms import FormRow, text_field
from trainer_app.ui.widgets.labels import label


class DesignNameForm(FormPanel):
    """One line of text, and whether the design takes the place of an older one. `saved` tells the key."""

    saved = Signal(str)

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("design_name_form", desk, host, 420)
        self._act: Callable[[str, bool], Changes] | None = None
        self.name = FormRow("design_name", text_field("design_name", most=MOST_NAME))
        self.instead = Tick("design_instead")
        self.about = label("caption", "design_instead_about", wrap=True)
        self.places = {"template.no_name": self.name, "template.name_too_long": self.name}
        for part in (self.name, self.instead, self.about):
            self.body.addWidget(part)
        self.end_body()
        self.retranslate()

    def ask(
        self, title: str, accept: str, name: str, act: Callable[[str, bool], Changes], *, instead: bool
    ) -> None:
        """Ask for a name, and call `act` with it; `instead`: an older design may step back."""
        self._act = act
        self.clear_errors()
        self.set_words(title, accept)
        self.name.field.setText(name)
        self.instead.setChecked(instead)
        self.instead.setVisible(instead)
        self.about.setVisible(instead)
        self.reveal(self.name.field)
        self.name.field.selectAll()

    def save(self) -> None:
        """Do it with the name that is typed."""
        act, name, instead = self._act, self.name.field.text(), self.instead.isChecked()
        if act is None:
            return
        changes = self.submit(lambda: act(name, instead))
        if changes is not None:
            self.saved.emit(changes.key or "")

    def retranslate(self) -> None:
        """Set the words that are always the same."""
        super().retranslate()
        self.name.set_words(self.tr("Name of the design"))
        self.instead.setText(self.tr("In the place of the one it was made from"))
        self.about.setText(
            self.tr("Projects that use that one get this one. Certificates that were issued keep theirs.")
        )
