"""What was done last on this laptop, and the way back."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.actions import history
from trainer_app.system import messages
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card, TwoLines
from trainer_app.ui.widgets.naming import Retranslated

_SHOWN = 3


class HistoryCard(Retranslated, Card):
    """The newest steps; the first one can be undone here as by Ctrl+Z."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("recent")
        self._desk = desk
        self.undo = Button("recent_undo", Kind.GHOST)
        self.undo.clicked.connect(self._undo)
        self.add_to_head(self.undo)
        self.head.setContentsMargins(20, 0, 10, 0)
        self._lines = [TwoLines(f"recent_{place}") for place in range(_SHOWN)]
        self._holders = [_padded(line) for line in self._lines]
        for holder in self._holders:
            self.add_row(holder)
        self.retranslate()

    def show_recent(self) -> bool:
        """Show the newest steps; tell whether there are any."""
        steps = [step for step in history.recent(self._desk.work, 2 * _SHOWN) if not step.undone][:_SHOWN]
        for line, step in zip(self._lines, steps, strict=False):
            words = messages.label_text(step.label, self._desk.language.code)
            line.set_lines(words[:1].upper() + words[1:], self._desk.when(step.at))
        for place, holder in enumerate(self._holders):
            self.show_row(holder, shown=place < len(steps))
        self.undo.setEnabled(bool(self._desk.undo.undo_words))
        self.undo.setAccessibleDescription(self._desk.undo.undo_words)
        return bool(steps)

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("Last changes"))
        self.undo.setText(self.tr("Undo"))

    def _undo(self) -> None:
        self._desk.undo_last()


def _padded(line: TwoLines) -> QWidget:
    holder = QWidget()
    holder.setFixedHeight(54)
    row = QHBoxLayout(holder)
    row.setContentsMargins(20, 0, 20, 0)
    row.addWidget(line)
    return holder
