"""Below the answers: what was kept last or why it was not, and the way back."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated, set_role
from trainer_app.ui.widgets.rows import IconMark

_HEIGHT = 44
"""Two lines: what to do stands at the end of a message, and is not cut off."""


class KeyingFoot(Retranslated, QWidget):
    """Says in words what became of the last key. The button takes it back, as Ctrl+Z does."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("keying_foot")
        self.setFixedHeight(_HEIGHT)
        self._desk = desk
        self._problem = self._saved = self._hint = self._undoes = ""
        self.mark = IconMark("keying_foot_icon", "info", size=18)
        self.words = label("second", "keying_foot_words", wrap=True)
        self.undo = Button("keying_undo", Kind.GHOST, "undo")
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self.mark)
        row.addWidget(self.words, 1)
        row.addWidget(self.undo)
        self.retranslate()

    def tell_saved(self, what: str) -> None:
        """Say that something is on the disk; `what` names it."""
        self._problem, self._saved = "", what
        self.retranslate()

    def tell_problem(self, words: str) -> None:
        """Say why a key was not taken or an answer not kept."""
        self._problem = words
        self.retranslate()

    def tell_hint(self, words: str) -> None:
        """Say what to do next; it stands until something is kept."""
        self._problem, self._saved, self._hint = "", "", words
        self.retranslate()

    def show_undo(self, step: str) -> None:
        """Offer to take a step back; "" for none."""
        self._undoes = step
        self.undo.setEnabled(bool(step))
        self.undo.setToolTip(step)

    def retranslate(self) -> None:
        """Set every word."""
        if self._problem:
            icon, token, role, text = "alert", "absent_text", "error", self._problem
        elif self._saved:
            icon, token, role = "okcircle", "present", "second"
            text = self.tr("Saved: {what}").format(what=self._saved)
        else:
            icon, token, role = "info", "text3", "second"
            text = self._hint or self.tr("Each answer is on the disk when it shows; nothing needs saving.")
        self.mark.set_icon(icon, token)
        set_role(self.words, role)
        self.words.setText(text)
        self.undo.setText(self.tr("Undo"))
        self.undo.set_hint("Ctrl+Z")
        self.show_undo(self._undoes)
