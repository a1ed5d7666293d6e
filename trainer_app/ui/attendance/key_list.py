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
            Keys("0–9", self.tr("After “late”: minutes late; otherwise go to the person with this number")),
            Keys(
                "−  H Р", self.tr("After “present” or “late”: the digits that follow are minutes left early")
            ),
            Keys(shown_keys("Space"), self.tr("The last mark again")),
            Keys(shown_keys("Del"), self.tr("Take the mark away")),
            Keys(shown_keys("Return"), self.tr("Next person")),
            Keys(shown_keys("Ctrl+Shift+P"), self.tr("Mark the rest of the session present")),
            Keys(shown_keys("Ctrl+Shift+D"), self.tr("Mark the rest of the day present, after a question")),
            Keys(f"/  {shown_keys('Ctrl+F')}", self.tr("Find a person by name, rank or unit, in any script")),
            Keys("A–Z  А–Я", self.tr("First letters of a name that mean no mark: go there")),
            Keys(shown_keys("Ctrl+B"), self.tr("Type the digits of a badge")),
            Keys(shown_keys("Ins"), self.tr("Add somebody who just came")),
            Keys(f"F2  {shown_keys('Ctrl+R')}", self.tr("Remark")),
            Keys(shown_keys("Ctrl+I"), self.tr("History of the mark: who, when, and whether it was sent")),
            Keys(shown_keys("Ctrl+H"), self.tr("Type how many signatures the paper has")),
            Keys(shown_keys("Ctrl+K"), self.tr("Lock the session, or open it again with a reason")),
            Keys(f"{shown_keys('Ctrl+Left')}  →", self.tr("The day or week before, after")),
            Keys("F4", self.tr("Who is shown, and in what order")),
            Keys("F5", self.tr("Choose and sort anew")),
            Keys("Esc", self.tr("End the minutes or the number; show everybody again")),
        ]
