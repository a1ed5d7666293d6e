"""What undo and redo would do, in words short enough for their button: "Раҳимов, session 3, late 15"."""

from dataclasses import dataclass

from PySide6.QtCore import QObject

from trainer_app.domain.attendance import Mark
from trainer_app.domain.changes import Label
from trainer_app.system import messages
from trainer_app.ui.attendance.grid_data import GridData
from trainer_app.ui.attendance.wording import Wording


@dataclass(frozen=True)
class StepWords:
    """A step: whose, which may be shortened, and what, which may not."""

    who: str = ""
    what: str = ""

    @property
    def text(self) -> str:
        """Both together."""
        return f"{self.who}, {self.what}" if self.who else self.what


NOTHING = StepWords()


class StepNamer(QObject):
    """Knows the people of the course: a step holds only a number, the window says the family name."""

    def __init__(self, words: Wording, data: GridData) -> None:
        super().__init__(words)
        self.setObjectName("attendance_step_namer")
        self._words, self._data = words, data

    def words_of(self, label: Label | None) -> StepWords:
        """Return a step in words; nothing for no step."""
        if label is None:
            return NOTHING
        mark, row = label.values.get("mark"), self._data.row_of(str(label.values.get("enrolment")))
        if not label.code.startswith("attendance.step.mark") or not isinstance(mark, Label) or row < 0:
            # Also a mark of another course: its numbers are other people here.
            return StepWords(what=messages.text(label.code, self._words.language, **label.values))
        family = self._data.rows[row].full_name.partition(" ")[0] or self._data.rows[row].name
        what = self.tr("session {session}, {mark}").format(
            session=label.values.get("session"), mark=self._mark(mark, label)
        )
        return StepWords(family, what)

    def _mark(self, mark: Label, label: Label) -> str:
        """Return "late 15 −20"."""
        value = mark.code.rpartition(".")[2]
        said = [self._words.word(Mark(value) if value in tuple(Mark) else None)]
        if label.values.get("missed"):
            said.append(str(label.values["missed"]))
        if label.values.get("early"):
            said.append(f"−{label.values['early']}")
        return " ".join(said)
