"""Beside the paper: whose papers are keyed in, whose are not whole, who was there and has none."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal

from trainer_app.actions.feedback_papers import Collection
from trainer_app.actions.paper_lists import PaperLine, PaperList, PaperState
from trainer_app.domain.sittings import AnonymousPaper
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.chips import Tone
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.models import Column, Look, RowsModel
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.table import TableView

WIDTH = 372
_ROW = 30
_TONES = {
    PaperState.UNFINISHED: Tone.DUE,
    PaperState.MISSING: Tone.QUIET,
    PaperState.KEYED: Tone.GOOD,
    PaperState.TYPED: Tone.QUIET,
}


@dataclass(frozen=True)
class ListRow:
    """A line of the list: a participant's paper, or a sheet of nobody. `key` opens it."""

    key: str
    number: int | None
    name: str
    state: PaperState
    done: int
    whole: int
    conflict: bool = False


class ListCard(Retranslated, Card):
    """`chosen` is emitted with a row's key when it is pressed."""

    chosen = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__("keying_list")
        self.desk = desk
        self.setFixedWidth(WIDTH)
        self._second = False
        self.sum = label("second", "keying_list_sum", wrap=True)
        columns: tuple[Column[ListRow], ...] = (
            Column("number", lambda: "№", lambda row: _number(row), 62, right=True, look=Look.QUIET),
            Column("name", lambda: self.tr("Paper"), lambda row: row.name),
            Column("state", lambda: self.tr("Keyed in"), self._state, 128, chip=self._chip),
        )
        self.model: RowsModel[ListRow] = RowsModel("keying_list_model", columns, lambda row: row.key, self)
        self.table = TableView("keying_list_table")
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.show_model(self.model)
        body = self.add_body()
        body.setContentsMargins(20, 8, 20, 10)
        body.addWidget(self.sum)
        self.add_row(self.table, 1)
        self.grow()
        self.table.opened.connect(lambda place: self.chosen.emit(self.model.key(place)))
        self.table.clicked.connect(lambda index: self.chosen.emit(self.model.key(index.row())))
        self.retranslate()

    def show_list(self, found: PaperList, *, second: bool, current: str = "") -> None:
        """Show the papers of participants; in a second entry only how far that is."""
        self._second = second
        rows = [_row_of(line, found.questions, second=second) for line in found.lines]
        self._show([row for row in rows if row.state is not PaperState.ABSENT], current)
        done = found.twice if second else found.keyed
        parts = [self.tr("{done} of {count} keyed in").format(done=done, count=found.expected)]
        unfinished = sum(row.state is PaperState.UNFINISHED for row in rows)
        if unfinished:
            parts.append(self.tr("%n not finished", "", unfinished))
        missing = sum(row.state is PaperState.MISSING for row in rows)
        if missing and not second:
            parts.append(self.tr("in the room without a paper: %n", "", missing))
        self.sum.setText(" · ".join(parts))

    def show_sheets(
        self, found: Collection, begun: Sequence[AnonymousPaper], *, second: bool, current: str = ""
    ) -> None:
        """Show the sheets of nobody by number: their order tells nothing."""
        self._second = second
        # One that was filled in here waits unseen among others: the newest line would be whose turn it was.
        everything = [*begun, *found.shown]
        everything.sort(key=lambda paper: (paper.number is None, paper.number or 0, paper.key))
        self._show([self._sheet_row(paper, found, second=second) for paper in everything], current)
        parts = [self.tr("%n sheet(s) keyed in", "", len(found.papers))]
        if begun:
            parts.append(self.tr("%n not finished", "", len(begun)))
        self.sum.setText(" · ".join(parts))

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.set_title(self.tr("Papers"))
        self.table.setAccessibleName(self.tr("Papers of this form"))

    def _show(self, rows: Sequence[ListRow], current: str) -> None:
        self.model.set_rows(rows)
        place = self.model.place(current)
        if place is not None:
            self.table.selectRow(place)
            self.table.scrollTo(self.model.index(place, 0))
        else:
            self.table.clearSelection()
            self.table.setCurrentIndex(self.model.index(-1, -1))

    def _sheet_row(self, paper: AnonymousPaper, found: Collection, *, second: bool) -> ListRow:
        answers = paper.second if second else paper.answers
        whole = len(found.form.questions)
        done = sum(answer is not None for answer in answers)
        state = PaperState.KEYED if done >= whole else PaperState.UNFINISHED if done else PaperState.MISSING
        name = self.tr("Sheet of nobody")
        return ListRow(paper.key, paper.number, name, state, done, whole, paper.conflict)

    def _state(self, row: ListRow) -> str:
        if row.conflict:
            return self.tr("see Review")
        words = {
            PaperState.KEYED: self.tr("keyed in"),
            PaperState.UNFINISHED: self.tr("{done} of {whole}").format(done=row.done, whole=row.whole),
            PaperState.MISSING: self.tr("not yet") if self._second else self.tr("no paper"),
            PaperState.TYPED: self.tr("points only"),
        }
        return words.get(row.state, "")

    def _chip(self, row: ListRow) -> tuple[Tone, str, str] | None:
        if row.conflict:
            return Tone.DUE, self._state(row), "alert"
        if row.state is PaperState.MISSING:
            return None
        return _TONES[row.state], self._state(row), "check" if row.state is PaperState.KEYED else ""


def _number(row: ListRow) -> str:
    return "" if row.number is None else str(row.number)


def _row_of(line: PaperLine, questions: int, *, second: bool) -> ListRow:
    """Return a participant's line; a second entry tells nothing of the first."""
    state, done = line.state, line.answered
    if second and line.state in (PaperState.KEYED, PaperState.UNFINISHED):
        done = line.twice
        state = PaperState.KEYED if done >= questions else PaperState.UNFINISHED
        state = state if done else PaperState.MISSING
    key = line.paper or f"of {line.enrolment}"
    return ListRow(key, line.number, line.name, state, done, questions, line.conflict)
