"""The line below a table into which is typed: what was saved last or why it was not, and the way back."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.labels import ElidedLabel
from trainer_app.ui.widgets.naming import Retranslated, set_role
from trainer_app.ui.widgets.rows import IconMark

_HEIGHT = 44


class EntryFoot(Retranslated, QWidget):
    """Says in words what became of the last number. Ctrl+Z does what the button does."""

    def __init__(self, name: str, desk: Desk) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedHeight(_HEIGHT)
        self._desk = desk
        self._problem = ""
        self._saved = ""
        self.mark = IconMark(f"{name}_icon", "info", size=18)
        self.words = ElidedLabel("second", f"{name}_words")
        self.undo = Button(f"{name}_undo", Kind.GHOST, "undo")
        self.undo.clicked.connect(desk.undo_last)
        desk.undo.refreshed.connect(self._show_undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self.mark)
        row.addWidget(self.words, 1)
        row.addWidget(self.undo)
        self.retranslate()

    def tell_saved(self, what: str) -> None:
        """Say that a number is on the disk; `what` names it."""
        self._problem, self._saved = "", what
        self.retranslate()

    def tell_problem(self, words: str) -> None:
        """Say why a number was not saved."""
        self._problem = words
        self.retranslate()

    def calm(self) -> None:
        """Take a complaint away."""
        self._problem = ""
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        if self._problem:
            icon, token, role, text = "alert", "absent_text", "error", self._problem
        elif self._saved:
            icon, token, role = "okcircle", "present", "second"
            text = self.tr("Saved: {what}").format(what=self._saved)
        else:
            icon, token, role = "info", "text3", "second"
            text = self.tr("Type a number. Enter goes down, Tab across, Delete clears.")
        self.mark.set_icon(icon, token)
        set_role(self.words, role)
        self.words.setText(text)
        self._show_undo()

    def _show_undo(self) -> None:
        step = self._desk.undo.undo_words
        self.undo.setText(self.tr("Undo"))
        self.undo.set_hint("Ctrl+Z")
        self.undo.setEnabled(bool(step))
        self.undo.setToolTip(step)
