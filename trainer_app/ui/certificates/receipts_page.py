"""Handing out: who has taken the certificate home, ticked from the signed list, and who did not come."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions import certificates, handouts, papers
from trainer_app.domain.certificates import Certificate, CertificateState, Received
from trainer_app.ui.certificates.cells import SERIAL_WIDTH
from trainer_app.ui.certificates.tick_table import TickTable
from trainer_app.ui.certificates.tools import Tools
from trainer_app.ui.certificates.wording import kind_word, received_chip
from trainer_app.ui.papers.papers import PaperOrder
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card, TwoLines
from trainer_app.ui.widgets.choices import Switch
from trainer_app.ui.widgets.empty import EmptyState
from trainer_app.ui.widgets.models import Column, Look, RowsModel
from trainer_app.ui.widgets.naming import Retranslated

_ROW = 32
_ALL, _OPEN, _YES, _NO = SHOWN = ("all", "open", "received", "not_received")
_STATES = {_OPEN: Received.OPEN, _YES: Received.YES, _NO: Received.NO}


class ReceiptsPage(Retranslated, QWidget):
    """The valid certificates of a course in the order of the list. Space: received; minus: not received."""

    paper_asked = Signal(object)
    """A `PaperOrder` for the list to be signed."""
    void_asked = Signal(list)
    """Serials of certificates that nobody came for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("receipts")
        self.desk = desk
        self.course = ""
        self.rows: list[Certificate] = []
        self.shown = Switch("receipts_shown", SHOWN, narrow=True)
        self.shown.set_value(_ALL)
        self.rest = Button("receipts_rest", Kind.GHOST, "okcircle")
        self.paper = Button("receipts_paper", Kind.PLAIN, "print")
        self.tools = Tools("receipts", self.rest, self.paper)
        self.card = Card("receipts_card", titled=False)
        self.view = TickTable("receipts_table", _ROW)
        self.model = RowsModel[Certificate]("receipts_model", self._columns(), lambda row: row.key, self)
        self.about = TwoLines("receipts_about")
        self.clear = Button("receipts_clear", Kind.GHOST)
        self.void = Button("receipts_void", Kind.GHOST)
        self.no = Button("receipts_no", Kind.PLAIN, "close")
        self.yes = Button("receipts_yes", Kind.PLAIN, "check")
        self.empty = EmptyState("receipts_empty", "receipt")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _columns(self) -> tuple[Column[Certificate], ...]:
        return (
            Column("place", lambda: "№", self._place, 56, True, Look.QUIET),
            Column("name", lambda: self.tr("Name"), lambda row: row.facts.name, look=Look.STRONG),
            Column("serial", lambda: self.tr("Number"), lambda row: row.serial, SERIAL_WIDTH),
            Column("kind", lambda: self.tr("Kind"), lambda row: kind_word(row.kind), 120, look=Look.QUIET),
            Column("day", lambda: self.tr("Received on"), self._day, 132, look=Look.QUIET),
            Column(
                "received",
                lambda: self.tr("Receipt"),
                lambda row: received_chip(row.received)[1],
                176,
                chip=lambda row: received_chip(row.received),
            ),
        )

    def _lay_out(self) -> None:
        foot = QWidget()
        foot.setObjectName("receipts_foot")
        foot.setFixedHeight(54)
        row = QHBoxLayout(foot)
        row.setContentsMargins(18, 0, 10, 0)
        row.setSpacing(4)
        row.addWidget(self.about, 1)
        for button in (self.void, self.clear, self.no, self.yes):
            row.addWidget(button)
        self.card.add_row(self.view, 1)
        self.card.add_row(foot)
        self.card.grow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        line = QHBoxLayout()
        line.addWidget(self.shown)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self.card, 1)
        column.addWidget(self.empty, 1)
        # Never together with the card: both would ask for more height than a small screen has.
        self.empty.hide()

    def _connect(self) -> None:
        self.view.show_model(self.model)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._show_chosen())
        self.view.said_yes.connect(lambda: self._say(Received.YES))
        self.view.said_no.connect(lambda: self._say(Received.NO))
        self.view.cleared.connect(lambda: self._say(Received.OPEN))
        self.view.opened.connect(lambda _row: self._say(Received.YES))
        self.yes.clicked.connect(lambda: self._say(Received.YES))
        self.no.clicked.connect(lambda: self._say(Received.NO))
        self.clear.clicked.connect(lambda: self._say(Received.OPEN))
        self.rest.clicked.connect(self._say_rest)
        self.void.clicked.connect(self._ask_to_void)
        self.paper.clicked.connect(self._order)
        self.shown.chosen.connect(lambda _state: self._fill())

    def show_certificates(self, everything: Sequence[Certificate]) -> None:
        """Show the valid ones among a course's certificates."""
        valid = [each for each in everything if each.state is CertificateState.ISSUED]
        self.rows = certificates.in_name_order(valid)
        self._fill()

    def chosen(self) -> list[Certificate]:
        """Return the certificates that are chosen, from the top."""
        return [self.model.row(place) for place in self.view.chosen_rows()]

    def not_received(self) -> list[str]:
        """Return the serials of what was not taken home."""
        return [row.serial for row in self.rows if row.received is Received.NO]

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.view.setAccessibleName(self.tr("Who has received the certificate"))
        self.yes.setText(self.tr("Received"))
        self.yes.setToolTip(self.tr("Space"))
        self.no.setText(self.tr("Not received"))
        self.no.setToolTip(self.tr("Minus"))
        self.clear.setText(self.tr("Not known"))
        self.clear.setToolTip(self.tr("Delete"))
        self.rest.setText(self.tr("The rest received"))
        self.paper.setText(self.tr("Receipt list"))
        self.empty.set_words(
            self.tr("Nothing to hand out yet"),
            self.tr("Here stand the certificates of the course as soon as they are issued."),
        )
        self._say_counts()
        self._show_chosen()

    def _fill(self) -> None:
        kept = {row.key for row in self.chosen()}
        first = min(self.view.chosen_rows(), default=0)
        state = _STATES.get(self.shown.value())
        self.model.set_rows([row for row in self.rows if state is None or row.received is state])
        places = [place for place in map(self.model.place, kept) if place is not None]
        if self.model.rowCount():
            # Where the chosen row has left the list, the one that stands there now is next.
            self.view.selectRow(min(places, default=min(first, self.model.rowCount() - 1)))
        self.card.setVisible(bool(self.rows))
        self.shown.setVisible(bool(self.rows))
        self.tools.setEnabled(bool(self.rows))
        self.empty.setVisible(not self.rows)
        self._say_counts()
        self._show_chosen()

    def _say_counts(self) -> None:
        counts = {state: sum(row.received is state for row in self.rows) for state in Received}
        self.tools.count.setText(
            self.tr("{count} of {all} received").format(count=counts[Received.YES], all=len(self.rows))
            if self.rows
            else ""
        )
        self.rest.setEnabled(counts[Received.OPEN] > 0)
        self.shown.set_words(
            self.tr("All {count}").format(count=len(self.rows)),
            self.tr("Open {count}").format(count=counts[Received.OPEN]),
            self.tr("Received {count}").format(count=counts[Received.YES]),
            self.tr("Not received {count}").format(count=counts[Received.NO]),
        )
        self.void.setVisible(counts[Received.NO] > 0)
        self.void.setText(self.tr("Declare %n not received void", "", counts[Received.NO]))

    def _show_chosen(self) -> None:
        chosen = self.chosen()
        for button in (self.yes, self.no):
            button.setEnabled(bool(chosen))
        self.clear.setVisible(any(row.received is not Received.OPEN for row in chosen))
        if len(chosen) == 1:
            self.about.set_lines(chosen[0].facts.name, chosen[0].serial)
        elif chosen:
            self.about.set_lines(self.tr("%n certificate(s) chosen", "", len(chosen)), "")
        else:
            self.about.set_lines("", "")

    def _say(self, received: Received) -> None:
        places = self.view.chosen_rows()
        serials = [self.model.row(place).serial for place in places]
        if not serials:
            return
        before = self.model.rowCount()
        done = self.desk.do(handouts.receive, serials, received)
        if done is not None and received is not Received.OPEN and self.model.rowCount() == before:
            self.view.go_on(places)

    def _say_rest(self) -> None:
        serials = [row.serial for row in self.rows if row.received is Received.OPEN]
        done = self.desk.do(handouts.receive, serials) if serials else None
        if done is not None:
            self.desk.offer_undo(done)

    def _ask_to_void(self) -> None:
        serials = self.not_received()
        if serials:
            self.void_asked.emit(serials)

    def _order(self) -> None:
        course = self.course
        self.paper_asked.emit(
            PaperOrder(
                self.tr("Certificate receipt list"),
                "receipts",
                lambda work, language: papers.receipts(work, course, language),
            )
        )

    def _place(self, row: Certificate) -> str:
        return str(self.rows.index(row) + 1)

    def _day(self, row: Certificate) -> str:
        return f"{row.received_on:%d.%m.%Y}" if row.received_on else "\N{EN DASH}"
