"""What was written about a person: who, when, on which laptop, what was there before and after."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions import standing
from trainer_app.actions.people import FieldChange, PersonChange
from trainer_app.domain.changes import Label
from trainer_app.system.messages import label_text
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import IconMark

_FIRST = 5


class ChangeRow(QWidget):
    """One entry of the journal in words."""

    def __init__(self, place: int, icon: str, lines: list[str], second: str) -> None:
        name = f"person_change_{place}"
        super().__init__()
        self.setObjectName(name)
        words = QVBoxLayout()
        words.setSpacing(1)
        for at, line in enumerate(lines):
            words.addWidget(label("small", f"{name}_field_{at}", line, wrap=True))
        words.addWidget(label("caption", f"{name}_by", second, wrap=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(CARD_PADDING, 9, CARD_PADDING, 9)
        row.setSpacing(14)
        row.addWidget(IconMark(f"{name}_icon", icon, size=18), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.setAccessibleName(". ".join(lines))
        self.setAccessibleDescription(second)


class HistoryCard(Retranslated, Card):
    """The newest changes; a button shows the older ones."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("person_history")
        self._desk = desk
        self._changes: list[PersonChange] = []
        self._all = False
        self.more = Button("person_history_more", Kind.GHOST)
        self.more.clicked.connect(self._show_all)
        self.add_to_head(self.more)
        self.head.setContentsMargins(CARD_PADDING, 0, CARD_PADDING - 10, 0)
        self.retranslate()

    def show_changes(self, changes: list[PersonChange]) -> None:
        """Show another person's changes, the newest first."""
        self._changes, self._all = changes, False
        self._show()

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("History of changes"))
        self._show()

    def _show_all(self) -> None:
        self._all = True
        self._show()

    def _show(self) -> None:
        self.clear_rows()
        hidden = 0 if self._all else max(len(self._changes) - _FIRST, 0)
        for place, change in enumerate(self._changes[: None if self._all else _FIRST]):
            icon = "adduser" if change.created else "pen" if change.removed is None else "undo"
            self.add_row(ChangeRow(place, icon, self._lines(change), self._by(change)))
        self.more.setVisible(hidden > 0)
        self.more.setText(self.tr("%n older", "", hidden))

    def _lines(self, change: PersonChange) -> list[str]:
        if change.created:
            parts = [f"{self._said(each.field)}: {self._said(each.after)}" for each in change.fields]
            return [self.tr("Recorded: {values}").format(values=", ".join(parts))]
        lines = [self._line(each) for each in change.fields]
        if change.removed is None:
            return lines
        return [self.tr("Taken out again") if change.removed else self.tr("Put back"), *lines]

    def _line(self, change: FieldChange) -> str:
        name = self._said(change.field)
        return f"{name[:1].upper()}{name[1:]}: {self._said(change.before)} → {self._said(change.after)}"

    def _said(self, words: Label) -> str:
        return label_text(words, self._desk.language.code)

    def _by(self, change: PersonChange) -> str:
        parts = [change.user, self._desk.when(change.at)]
        if change.device:
            parts.append(self.tr("laptop {code}").format(code=change.device))
        if change.file:
            parts.append(self.tr("came with {file}").format(file=change.file))
        state = self._desk.ask(standing.state_of, *change.origin)
        if state is not None:
            parts.append(self._said(Label(f"sending.state.{state.value}")))
        if change.reason:
            parts.append(self.tr("reason: {text}").format(text=change.reason))
        return " · ".join(part for part in parts if part)
