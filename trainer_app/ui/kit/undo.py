"""Undo and redo of the window: they work on the history that the journal keeps, so they outlive a restart."""

from PySide6.QtCore import QObject, Signal

from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.system import messages
from trainer_app.ui.kit.change_hub import ChangeHub
from trainer_app.ui.kit.language import LanguageSwitch


class Undo(QObject):
    """What could be undone and redone now, in words, and doing it.

    `undo_words` and `redo_words` name the steps in the language of the window, "" for none; `refreshed`
    says that they were asked for again.
    """

    refreshed = Signal()

    def __init__(self, work: Workplace, changes: ChangeHub, language: LanguageSwitch) -> None:
        super().__init__(changes)
        self.setObjectName("undo_history")
        self._work = work
        self._changes = changes
        self._language = language
        self.undo_words = ""
        self.redo_words = ""
        changes.announced.connect(self.refresh)
        language.changed.connect(self.refresh)
        self.refresh()

    def undo(self) -> Changes:
        """Take back the newest step. Raises `TrainerError` when later entries stand on it."""
        try:
            return self._announced(history.undo(self._work))
        except TrainerError:
            # What is refused for good is not offered any more.
            self.refresh()
            raise

    def redo(self) -> Changes:
        """Do again what was taken back last."""
        return self._announced(history.redo(self._work))

    def undo_step(self, step: int) -> Changes:
        """Take back one step, however old. Raises `TrainerError` when later entries stand on it."""
        return self._announced(history.undo_step(self._work, step))

    def refresh(self, *_told: object) -> None:
        """Ask again what could be undone and redone; while all is locked, nobody sees it."""
        if self._work.locked:
            return
        self.undo_words = self._words(history.undo_label(self._work))
        self.redo_words = self._words(history.redo_label(self._work))
        self.refreshed.emit()

    def _words(self, label: Label | None) -> str:
        return messages.label_text(label, self._language.code) if label else ""

    def _announced(self, changes: Changes) -> Changes:
        self._changes.announce(changes, self)
        return changes
