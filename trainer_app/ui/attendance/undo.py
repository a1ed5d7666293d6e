"""Undo and redo of marks: which steps belong together, and what they are called; a mark's history.

One Ctrl+Z takes back "L 1 5" as a whole. A step is named in few words, such as "Раҳимов, session 3, late 15".
"""

from PySide6.QtCore import QObject

from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.ui.attendance.model import GridData
from trainer_app.ui.kit.history_panel import RowHistoryPanel
from trainer_app.ui.kit.wording import AttendanceWording


class StepGroups:
    """Counts steps in runs. Unknown steps (made elsewhere, or before this start) are runs of one."""

    def __init__(self) -> None:
        self._done: list[int] = []
        self._undone: list[int] = []

    def add(self, *, joins: bool) -> None:
        """Note a new step; `joins` continues the newest run."""
        if joins and self._done and not self._undone:
            self._done[-1] += 1
        else:
            self._done.append(1)
        self._undone.clear()

    def next_undo(self) -> int:
        """Return how many steps one undo takes back."""
        return self._done[-1] if self._done else 1

    def next_redo(self) -> int:
        """Return how many steps one redo does again."""
        return self._undone[-1] if self._undone else 1

    def undone(self) -> None:
        """Note that the newest run was taken back."""
        self._undone.append(self._done.pop() if self._done else 1)

    def redone(self) -> None:
        """Note that the run undone last was done again."""
        self._done.append(self._undone.pop() if self._undone else 1)

    def forget(self) -> None:
        """Know nothing any more: something else wrote, or a run was taken back only in part."""
        self._done.clear()
        self._undone.clear()


class StepDescriber(QObject):
    """Knows the people of the course: a step holds only a number, the window says the family name."""

    def __init__(self, words: AttendanceWording, data: GridData) -> None:
        super().__init__(words)
        self.setObjectName("attendance_step_namer")
        self._words, self._data = words, data

    def words_of(self, label: Label) -> str:
        """Return a step in words; "" for one that can say itself who is meant."""
        mark, row = label.values.get("mark"), self._data.row_of(str(label.values.get("enrolment")))
        if not label.code.startswith("attendance.step.mark") or not isinstance(mark, Label) or row < 0:
            # Also a mark of another course: its numbers are other people here.
            return ""
        family = self._data.rows[row].full_name.partition(" ")[0] or self._data.rows[row].name
        return self.tr("{who}, session {session}, {mark}").format(
            who=family, session=label.values.get("session"), mark=self._mark(mark, label)
        )

    def _mark(self, mark: Label, label: Label) -> str:
        """Return "late 15 −20"."""
        value = mark.code.rpartition(".")[2]
        said = [self._words.word(Mark(value) if value in tuple(Mark) else None)]
        if label.values.get("missed"):
            said.append(str(label.values["missed"]))
        if label.values.get("early"):
            said.append(f"−{label.values['early']}")
        return " ".join(said)


class MarkHistoryPanel(RowHistoryPanel):
    """Lies over the right edge of the grid."""

    def title_words(self) -> str:
        """Return what the panel is called."""
        return self.tr("History of the mark")

    def nothing_words(self) -> str:
        """Say that nothing was ever written here."""
        return self.tr("Nothing was ever marked here.")
