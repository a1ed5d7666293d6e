"""What should be done soon: missing marks, names, tests, certificates."""

from PySide6.QtCore import Signal

from trainer_app.domain.today import Due, DueKind
from trainer_app.ui.today.wording import Wording
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import ActionRow

_ICONS = {
    DueKind.UNMARKED: "pen",
    DueKind.SEX_UNKNOWN: "people",
    DueKind.NO_LATIN_NAME: "pen",
    DueKind.PRE_TEST: "evaluations",
    DueKind.POST_TEST: "evaluations",
    DueKind.CERTIFICATES: "certificates",
}


class DueCard(Retranslated, Card):
    """One row for each kind of thing; the card is hidden when nothing is due."""

    asked = Signal(object)

    def __init__(self, wording: Wording) -> None:
        super().__init__("due")
        self._wording = wording
        self._shown: tuple[Due, ...] | None = None
        self.rows: list[ActionRow] = []
        self.show_due(())
        self.retranslate()

    def show_due(self, due: tuple[Due, ...]) -> None:
        """Show what is due."""
        if tuple(each.kind for each in due) != tuple(each.kind for each in self._shown or ()):
            self.clear_rows()
            self.rows = [ActionRow(f"due_{each.kind.value}", _ICONS[each.kind]) for each in due]
            for place, row in enumerate(self.rows):
                self.add_row(row)
                row.button.clicked.connect(lambda _on=False, place=place: self._ask(place))
        self._shown = due
        for row, each in zip(self.rows, due, strict=True):
            row.set_row(*self._wording.due(each))
        self.setVisible(bool(due))

    def retranslate(self) -> None:
        """Set the head and the rows."""
        self.set_title(self.tr("What is due"))
        self.show_due(self._shown or ())

    def _ask(self, place: int) -> None:
        if self._shown:
            self.asked.emit(self._shown[place])
