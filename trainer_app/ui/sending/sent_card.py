"""The files that were sent, the newest first, each with what became of it."""

from PySide6.QtWidgets import QSizePolicy

from trainer_app.domain.sending import SentLine, Standing
from trainer_app.ui.sending.standing_row import StandingRow
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.tokens import CARD_HEAD, TABLE_HEAD, TABLE_ROW
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.chips import Tone
from trainer_app.ui.widgets.empty import EmptyState
from trainer_app.ui.widgets.labels import ElidedLabel
from trainer_app.ui.widgets.models import Column, Look, RowsModel
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.table import TableView

_EDGE = 18  # where the words of the table begin
_LEAST_ROWS = 3
_UNBOUND = 16_777_215  # Qt's own word for no limit


class SentCard(Retranslated, Card):
    """A table; each file holds everything since the last receipt, which the head says."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("sending_history")
        self._desk = desk
        self._joined = True
        self.grow()
        self.head.setContentsMargins(_EDGE, 0, _EDGE, 0)
        self.note = ElidedLabel("caption", "sending_history_note")
        self.note.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.add_to_head(self.note)
        self.model = RowsModel("sending_history_model", self._columns(), lambda line: line.file, self)
        self.table = TableView("sending_history_table")
        self.table.show_model(self.model)
        self.empty = EmptyState("sending_history_empty", "send")
        self.standing = StandingRow(desk)
        self.add_row(self.standing)
        self.add_row(self.table, 1)
        self.add_row(self.empty, 1)
        self.retranslate()

    def show_lines(self, lines: list[SentLine], *, joined: bool) -> None:
        """Show the history; `joined` tells whether there is an office that can answer."""
        self._joined = joined
        self.model.set_rows(lines)
        self._fit(len(lines))
        self.show_row(self.table, shown=bool(lines))
        self.show_row(self.empty, shown=not lines)

    def show_standing(self, standing: Standing) -> None:
        """Show how many changes have come how far."""
        self.standing.show_standing(standing)
        self.show_row(self.standing, shown=standing.any and self._joined)
        self._fit(self.model.rowCount())

    def _fit(self, rows: int) -> None:
        """Be no higher than the rows need, and show two of them before the page scrolls."""
        self.table.setMinimumHeight(TABLE_HEAD + min(rows, _LEAST_ROWS) * TABLE_ROW)
        beside = 0 if self.standing.isHidden() else self.standing.height() + 1
        least = CARD_HEAD + beside + TABLE_HEAD + rows * TABLE_ROW + 3
        self.setMaximumHeight(least if rows else _UNBOUND)

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("Sent"))
        self.note.setText(
            self.tr(
                "Each file holds everything since the last receipt. If one is lost, its data come with the "
                "next."
            )
        )
        self.table.setAccessibleName(self.tr("Sent files"))
        self.empty.set_words(
            self.tr("Nothing was sent yet"),
            self.tr(
                "Choose where to write above. Every file that you send is listed here with the office's "
                "answer."
            ),
        )

    def _columns(self) -> tuple[Column[SentLine], ...]:
        return (
            Column("file", lambda: self.tr("File"), _short, 168, look=Look.STRONG),
            Column(
                "when", lambda: self.tr("When"), lambda line: self._desk.when(line.at), 170, look=Look.QUIET
            ),
            Column("target", lambda: self.tr("Where to"), lambda line: line.target, 220, look=Look.QUIET),
            Column(
                "entries",
                lambda: self.tr("Changes"),
                lambda line: self._desk.formats.number(line.entries),
                110,
                right=True,
            ),
            Column(
                "answer",
                lambda: self.tr("The office's answer"),
                lambda line: self._answer(line)[1],
                chip=self._answer,
            ),
        )

    def _answer(self, line: SentLine) -> tuple[Tone, str, str]:
        if line.part:
            return Tone.QUIET, self.tr("some courses only"), ""
        if line.confirmed:
            return Tone.GOOD, self.tr("confirmed by the office"), "check"
        if line.received:
            return Tone.NOW, self.tr("received, not yet safe"), "office"
        if line.superseded_by:
            number = _short_name(line.superseded_by).rpartition("-")[2]
            return Tone.QUIET, self.tr("went into {number}").format(number=number), ""
        if not self._joined:
            return Tone.QUIET, self.tr("sealed with a passphrase"), "lock"
        return Tone.NOW, self.tr("waits for the office"), "clock"


def _short(line: SentLine) -> str:
    return _short_name(line.file)


def _short_name(file: str) -> str:
    return file.removesuffix(".tsync")
