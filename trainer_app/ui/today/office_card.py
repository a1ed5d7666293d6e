"""The card at the right: what has not reached the office yet, and what waits for a decision here."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal

from trainer_app.domain.today import ToOffice
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import CounterRow


class OfficeCard(Retranslated, Card):
    """Counters and the way to each. At the office itself: what came, contradictions, names to erase.

    `asked(screen, place)` says where to go. Files that wait are looked at there, not taken in.
    """

    asked = Signal(str, dict)

    def __init__(self, desk: Desk, *, office: bool) -> None:
        super().__init__("to_office")
        self._desk = desk
        self._office = office
        self._shown = ToOffice()
        self.unsent = CounterRow("unsent")
        self.unconfirmed = CounterRow("unconfirmed")
        self.conflicts = CounterRow("conflicts")
        self.waiting = CounterRow("waiting")
        self.retention = CounterRow("retention_due")
        self.send = Button("to_office_send", Kind.PLAIN, "office" if office else "send")
        self.review = Button("to_office_review", Kind.GHOST)
        incoming = {"tab": "incoming"}
        for button, screen, place in (
            (self.unsent, "sending", {}),
            (self.unconfirmed, "sending", {}),
            (self.conflicts, "review", {}),
            (self.waiting, "office", {**incoming, "new": True}),
            (self.retention, "office", {"tab": "retention"}),
            (self.send, *(("office", incoming) if office else ("sending", {}))),
            (self.review, "review", {}),
        ):
            button.clicked.connect(self._way(screen, place))
        if office:
            self._rows: tuple[CounterRow, ...] = (self.waiting, self.conflicts, self.retention)
        else:
            self._rows = (self.unsent, self.unconfirmed, self.conflicts)
        for row in self._rows:
            self.add_row(row)
        foot = self.add_foot()
        foot.addWidget(self.send)
        foot.addWidget(self.review)
        foot.addStretch(1)
        self.retranslate()

    def show_state(self, state: ToOffice) -> None:
        """Show other figures."""
        self._shown = state
        if self._office:
            self._show_office(state)
        else:
            self._show_laptop(state)
        self.conflicts.set_counter(
            state.conflicts,
            self._desk.formats.number(state.conflicts),
            self.tr("open contradiction(s)", "", state.conflicts),
            self.tr("two trainers, two different values") if state.conflicts else "",
            due=True,
        )
        widest = max(row.number.sizeHint().width() for row in self._rows)
        for row in self._rows:
            row.number.setMinimumWidth(max(38, widest))
        self.review.setVisible(state.conflicts > 0)

    def _show_office(self, state: ToOffice) -> None:
        number, waiting = self._desk.formats.number, state.waiting or 0
        self.waiting.set_counter(
            waiting,
            number(waiting),
            self.tr("file(s) in the watched folder", "", waiting),
            self.tr("not taken in yet") if waiting else self.tr("nothing new"),
            due=True,
        )
        self.retention.set_counter(
            state.retention,
            number(state.retention),
            self.tr("course(s): names to erase", "", state.retention),
            self.tr("their day has come"),
            due=True,
        )
        self.show_row(self.waiting, shown=state.waiting is not None)
        self.show_row(self.retention, shown=state.retention > 0)

    def _show_laptop(self, state: ToOffice) -> None:
        formats = self._desk.formats
        since = self.tr("never sent yet")
        if state.unsent_since is not None:
            since = self.tr("since {moment}").format(moment=self._desk.when(state.unsent_since))
        number = formats.number(state.unsent)
        self.unsent.set_counter(
            state.unsent, number, self.tr("unsent change(s)", "", state.unsent), since if state.unsent else ""
        )
        sent = ""
        if state.last_sent is not None and state.unconfirmed:
            sent = self.tr("sent {moment}").format(moment=self._desk.when(state.last_sent))
        words = self.tr("file(s) not confirmed yet", "", state.unconfirmed)
        self.unconfirmed.set_counter(state.unconfirmed, formats.number(state.unconfirmed), words, sent)

    def _way(self, screen: str, place: dict[str, Any]) -> Callable[[], None]:
        return lambda: self.asked.emit(screen, place)

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("At the office") if self._office else self.tr("To the office"))
        self.send.setText(self.tr("Take in files") if self._office else self.tr("Send"))
        self.review.setText(self.tr("See contradictions"))
        self.show_state(self._shown)
