"""The keys of the grid in words, for the list on F1."""

from PySide6.QtCore import QObject

from trainer_app.domain.attendance import Mark
from trainer_app.ui.attendance.keys import letters_of
from trainer_app.ui.attendance.wording import Wording
from trainer_app.ui.shell.actions import shown_keys
from trainer_app.ui.shell.screen import Keys


class KeyList(QObject):
    """Says what each key does. A mark has a letter in each language, and all of them work at any time."""

    def __init__(self, words: Wording) -> None:
        super().__init__(words)
        self.setObjectName("attendance_keys")
        self._words = words

    def keys(self) -> list[Keys]:
        """Return keys and words, in the order in which they are needed."""
        marks = [Keys(" ".join(letters_of(mark)), self._words.word(mark)) for mark in Mark]
        return [
            *marks,
            Keys("0–9", self.tr("After “late”: minutes missed; otherwise go to the person with this number")),
            Keys(shown_keys("Space"), self.tr("The last mark again")),
            Keys(shown_keys("Del"), self.tr("Take the mark away")),
            Keys(shown_keys("Return"), self.tr("Next person")),
            Keys(shown_keys("Ctrl+Shift+P"), self.tr("Mark the rest of the session present")),
            Keys(f"/  {shown_keys('Ctrl+F')}", self.tr("Find a person by first letters, in any script")),
            Keys(shown_keys("Ins"), self.tr("Add somebody who just came")),
            Keys(f"F2  {shown_keys('Ctrl+R')}", self.tr("Remark")),
            Keys("Esc", self.tr("End the minutes or the number")),
        ]
