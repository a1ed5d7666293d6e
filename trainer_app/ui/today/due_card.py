"""What should be done soon, the most urgent first: a few short lines, the rest on request."""

from PySide6.QtCore import Qt, Signal

from trainer_app.domain.today import Due, DueKind
from trainer_app.ui.today.due_line import DueLine
from trainer_app.ui.today.wording import Wording
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.naming import Retranslated

DUE_ICONS = {
    DueKind.UNMARKED: "pen",
    DueKind.SHEETS: "file",
    DueKind.NAME_ONLY: "adduser",
    DueKind.SEX_UNKNOWN: "people",
    DueKind.NO_LATIN_NAME: "pen",
    DueKind.PRE_TEST: "evaluations",
    DueKind.POST_TEST: "evaluations",
    DueKind.FEEDBACK: "evaluations",
    DueKind.CERTIFICATES: "certificates",
    DueKind.UNFIT: "alert",
    DueKind.CLASHES: "alert",
    DueKind.NO_TRAINER: "users2",
}
FEW, FEWEST = 4, 2
"""Lines that are shown at first: more would be a wall; and beside a full day of sessions."""
_SESSIONS = 2
"""Sessions of a day beside which there is room for `FEW` lines on a screen of 1366x768."""


def few_beside(sessions: int) -> int:
    """Return how many lines are shown at first on a day of so many sessions."""
    return FEW if sessions <= _SESSIONS else FEWEST


class DueCard(Retranslated, Card):
    """One line for each thing; the card is hidden when nothing is due. `asked` gives the `Due` pressed."""

    asked = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__("due")
        self._wording = wording
        self._shown: tuple[Due, ...] = ()
        self._kinds: list[tuple[DueKind, str]] = []
        self.all_shown = False
        self.few = FEW
        self.rows: list[DueLine] = []
        self.more = Button("due_more", Kind.GHOST)
        self.more.clicked.connect(self._show_all)
        self.add_to_head(self.more)
        self.head.setContentsMargins(20, 0, 10, 0)
        self.show_due(())
        self.retranslate()

    def show_day(self, due: tuple[Due, ...], sessions: int) -> None:
        """Show what is due on a day of so many sessions."""
        self.few = few_beside(sessions)
        self.show_due(due)

    def show_due(self, due: tuple[Due, ...]) -> None:
        """Show what is due; lines that stay keep the keyboard."""
        kinds = [(each.kind, each.course) for each in due]
        if kinds != self._kinds:
            self._kinds = kinds
            self._make_lines(due)
        self._shown = due
        for row, each in zip(self.rows, due, strict=True):
            row.set_line(*self._wording.due(each))
        for place, row in enumerate(self.rows):
            self.show_row(row, shown=self.all_shown or place < self.few)
        self.more.setVisible(not self.all_shown and len(due) > self.few)
        self.more.setText(self.tr("%n more", "", max(0, len(due) - self.few)))
        self.setVisible(bool(due))

    def retranslate(self) -> None:
        """Set the head and the lines."""
        self.set_title(self.tr("What is due"))
        self.show_due(self._shown)

    def _make_lines(self, due: tuple[Due, ...]) -> None:
        self.clear_rows()
        seen: dict[DueKind, int] = {}
        self.rows = []
        for place, each in enumerate(due):
            seen[each.kind] = seen.get(each.kind, 0) + 1
            again = f"_{seen[each.kind]}" if seen[each.kind] > 1 else ""
            row = DueLine(f"due_{each.kind.value}{again}", DUE_ICONS[each.kind])
            row.button.clicked.connect(lambda _on=False, place=place: self.asked.emit(self._shown[place]))
            self.add_row(row)
            self.rows.append(row)

    def _show_all(self) -> None:
        self.all_shown = True
        self.show_due(self._shown)
        self.rows[self.few].button.setFocus(Qt.FocusReason.OtherFocusReason)
