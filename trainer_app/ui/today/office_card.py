"""The card at the right: what has not reached the office yet, and what waits for a decision here."""

from PySide6.QtCore import Signal

from trainer_app.domain.today import ToOffice
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import CounterRow


class OfficeCard(Retranslated, Card):
    """Three counters and the way to each. At the office itself only the contradictions count."""

    asked = Signal(str)

    def __init__(self, desk: Desk, *, office: bool) -> None:
        super().__init__("to_office")
        self._desk = desk
        self._office = office
        self._shown = ToOffice()
        self.unsent = CounterRow("unsent")
        self.unconfirmed = CounterRow("unconfirmed")
        self.conflicts = CounterRow("conflicts")
        self.send = Button("to_office_send", Kind.PLAIN, "office" if office else "send")
        self.review = Button("to_office_review", Kind.GHOST)
        self.unsent.clicked.connect(lambda: self.asked.emit("sending"))
        self.unconfirmed.clicked.connect(lambda: self.asked.emit("sending"))
        self.conflicts.clicked.connect(lambda: self.asked.emit("review"))
        self.send.clicked.connect(lambda: self.asked.emit("office" if office else "sending"))
        self.review.clicked.connect(lambda: self.asked.emit("review"))
        if not office:
            self.add_row(self.unsent)
            self.add_row(self.unconfirmed)
        self.add_row(self.conflicts)
        foot = self.add_foot()
        foot.addWidget(self.send)
        foot.addWidget(self.review)
        foot.addStretch(1)
        self.retranslate()

    def show_state(self, state: ToOffice) -> None:
        """Show other figures."""
        self._shown = state
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
        self.conflicts.set_counter(
            state.conflicts,
            formats.number(state.conflicts),
            self.tr("open contradiction(s)", "", state.conflicts),
            self.tr("two trainers, two different values") if state.conflicts else "",
            due=True,
        )
        rows = (self.unsent, self.unconfirmed, self.conflicts)
        widest = max(row.number.sizeHint().width() for row in rows)
        for row in rows:
            row.number.setMinimumWidth(max(38, widest))
        self.review.setVisible(state.conflicts > 0)

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("At the office") if self._office else self.tr("To the office"))
        self.send.setText(self.tr("Take in files") if self._office else self.tr("Send"))
        self.review.setText(self.tr("See contradictions"))
        self.show_state(self._shown)
