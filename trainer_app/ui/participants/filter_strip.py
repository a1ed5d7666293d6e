"""The line above the list: everybody, those to complete, those who left; and completing one by one."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.completing import to_complete
from trainer_app.domain.enrolments import EnrolmentState, Participant
from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.choices import Switch
from trainer_app.ui.widgets.labels import ElidedLabel
from trainer_app.ui.widgets.naming import Retranslated

_HEIGHT = 52


class Part(StrEnum):
    """Which part of the list is shown."""

    ALL = "all"
    TO_COMPLETE = "to_complete"
    LEFT = "left"

    def holds(self, item: Participant) -> bool:
        """Tell whether a participant belongs to this part."""
        if self is Part.TO_COMPLETE:
            return to_complete(item)
        return self is Part.ALL or not item.expected


class FilterStrip(Retranslated, QWidget):
    """`chosen` tells that another part was picked; `asked` that the first one is to be completed."""

    chosen = Signal()
    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("participants_strip")
        self.setFixedHeight(_HEIGHT)
        self.parts = Switch("participants_part", tuple(part.value for part in Part))
        self.parts.set_value(Part.ALL.value)
        self.note = ElidedLabel("caption", "participants_part_note")
        self.complete = Button("participants_complete", Kind.GHOST, "pen")
        row = QHBoxLayout(self)
        row.setContentsMargins(CARD_PADDING - 4, 0, CARD_PADDING - 12, 0)
        row.setSpacing(12)
        row.addWidget(self.parts)
        row.addWidget(self.note, 1)
        row.addWidget(self.complete)
        self._counts = dict.fromkeys(Part, 0)
        self._expected = self._walked = self._stand_in = 0
        self.parts.chosen.connect(lambda _value: self.chosen.emit())
        self.complete.clicked.connect(self.asked)
        self.retranslate()

    @property
    def part(self) -> Part:
        """The part that is shown."""
        return Part(self.parts.value())

    def choose(self, part: Part) -> None:
        """Show another part, without announcing it."""
        self.parts.set_value(part.value)
        self.retranslate()

    def show_counts(self, items: Sequence[Participant]) -> None:
        """Count the people of each part."""
        self._counts = {part: sum(map(part.holds, items)) for part in Part}
        expected = [item.enrolment for item in items if item.expected]
        self._expected = len(expected)
        self._walked = sum(each.state is EnrolmentState.WALK_IN for each in expected)
        self._stand_in = sum(each.replaces is not None for each in expected)
        self.retranslate()

    def count(self, part: Part) -> int:
        """Return how many people belong to a part."""
        return self._counts[part]

    def retranslate(self) -> None:
        """Set every word."""
        counts = self._counts
        self.parts.set_words(
            self.tr("Everybody {count}").format(count=counts[Part.ALL]),
            self.tr("To complete {count}").format(count=counts[Part.TO_COMPLETE]),
            self.tr("Left the list {count}").format(count=counts[Part.LEFT]),
        )
        self.parts.setAccessibleName(self.tr("Part of the list"))
        for part in Part:
            self.parts.button(part.value).setEnabled(
                part is self.part or part is Part.ALL or counts[part] > 0
            )
        self.complete.setText(self.tr("Complete one by one"))
        self.complete.setVisible(counts[Part.TO_COMPLETE] > 0)
        self.note.setText(self._note())

    def _note(self) -> str:
        """Say how to complete people, or how those who are expected came onto the list."""
        if self.part is Part.TO_COMPLETE and self._counts[Part.TO_COMPLETE]:
            return self.tr("Enter completes the first; Enter in the form saves and goes to the next person.")
        parts = [self.tr("expected: %n", "", self._expected)]
        if self._walked:
            parts.append(self.tr("of them walk-ins: %n", "", self._walked))
        if self._stand_in:
            parts.append(self.tr("in somebody's place: %n", "", self._stand_in))
        return " · ".join(parts)
