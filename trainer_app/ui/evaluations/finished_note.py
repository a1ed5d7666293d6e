"""Says beside points and sheets that their course is closed or approved, and what that means."""

from typing import override

from PySide6.QtWidgets import QWidget

from trainer_app.domain.courses.courses import CourseState
from trainer_app.ui.widgets.cards import IconMark
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated, label


class TableNote(QWidget):
    """A drawing and a sentence."""

    def __init__(self, name: str, icon: str, token: str = "text3") -> None:
        super().__init__()
        self.setObjectName(name)
        self.mark = IconMark(f"{name}_icon", icon, token)
        self.words = label("body", f"{name}_words", wrap=True)
        row = FlowRow(self)
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(14)
        row.addWidget(self.mark)
        row.addWidget(self.words, 1)


class FinishedNote(Retranslated, TableNote):
    """Names the state of a finished course. What a closed one still takes is said by its owner."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "lock")
        self._state, self._closed = CourseState.PLANNED, ""

    def set_closed_words(self, words: str) -> None:
        """Take what is said of a course that is closed and not approved."""
        self._closed = words
        self.retranslate()

    def show_state(self, state: CourseState) -> None:
        """Show how far the course has come."""
        self._state = state
        self.retranslate()

    @override
    def retranslate(self) -> None:
        approved = self.tr(
            "The course is approved. What is changed here is listed in its Overview "
            "as changed since the approval."
        )
        self.words.setText(approved if self._state is CourseState.APPROVED else self._closed)
