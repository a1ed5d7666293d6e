"""Words of the signed sheets in the language of the window."""

from PySide6.QtCore import QObject

from trainer_app.domain.attendance import Attendance, GridSession
from trainer_app.domain.ranks import RankForm, rank_name
from trainer_app.domain.reconciliation import (
    Difference,
    DifferenceKind,
    PaperRow,
    SheetState,
    difference_kind,
    reason_label,
)
from trainer_app.system.messages import label_text
from trainer_app.ui.attendance.wording import Wording
from trainer_app.ui.shell.desk import Desk


class SheetWording(QObject):
    """What is said of sheets, places and differences, on the screen and aloud."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("signatures_wording")
        self._desk = desk
        self.marks = Wording(self, lambda: desk.language.code)

    def refresh(self) -> None:
        """Read anew what is kept of a language."""
        self.marks.refresh()

    def sheet(self, state: SheetState) -> str:
        """Return a sheet's name: "Day 3 · Wed 17 Oct", or "Session 8 · Wed 17 Oct" for a session's own."""
        date = self._desk.formats.weekday_short(state.day)
        if state.session is None:
            return self.tr("Day {number} · {date}").format(number=state.day_number, date=date)
        return self.tr("Session {number} · {date}").format(number=state.numbers[0], date=date)

    def stage(self, state: SheetState) -> str:
        """Return how far a sheet is."""
        return self._desk.words(f"reconciliation.stage.{state.stage.value}")

    def checked(self, state: SheetState) -> str:
        """Return "41 of 66 checked"."""
        return self.tr("{checked} of {whole} checked").format(checked=state.checked, whole=state.whole)

    def progress(self, state: SheetState) -> str:
        """Return "41 of 66 checked · 2 differences"."""
        said = self.checked(state)
        return f"{said} · {self.open_differences(state)}" if state.differences else said

    def open_differences(self, state: SheetState) -> str:
        """Return "2 differences": those that wait."""
        return self.tr("%n difference(s)", "", state.differences)

    def session(self, number: int) -> str:
        """Return "Session 8"."""
        return self.tr("Session {number}").format(number=number)

    def rank(self, row: PaperRow) -> str:
        """Return a rank as short as the column needs."""
        return rank_name(row.rank, self._desk.language.code, RankForm.SHORT)

    def kind(self, kind: DifferenceKind) -> str:
        """Return "present, not signed"."""
        return self._desk.words(f"reconciliation.kind.{kind.value}")

    def reason(self, settled: str) -> str:
        """Return a kept reason in words."""
        return label_text(reason_label(settled), self._desk.language.code)

    def difference(self, found: Difference) -> str:
        """Return the second line of a difference: "Session 8: present, not signed"."""
        if found.kind is DifferenceKind.COUNT:
            told = self.tr("counted {counted}, signatures ticked {signed}")
            return told.format(counted=found.counted, signed=found.signed)
        return self._in_session(found, self.kind(found.kind))

    def lines(self, found: Difference) -> tuple[str, ...]:
        """Return what does not fit and, where it is settled, why it may stay; the last one is shown."""
        said = self.difference(found)
        if not found.settled:
            return (said,)
        return said, self._in_session(found, self.reason(found.settled))

    def title(self, found: Difference) -> str:
        """Return the first line of a difference: number and name, or the session whose count is wrong."""
        if found.kind is DifferenceKind.COUNT:
            return self.session(found.session_number)
        return f"{found.number}. {found.name}"

    def _in_session(self, found: Difference, words: str) -> str:
        """Return words with the session before them, as short as a narrow list needs."""
        return self.tr("Session {number}: {words}").format(number=found.session_number, words=words)

    def spoken_cell(self, row: PaperRow, session: GridSession, cell: Attendance) -> str:
        """Say a place: person, session, mark, signature, what does not fit and why it may stay."""
        said = [
            f"{row.number} {row.full_name}",
            self.session(session.number),
            self.marks.spoken_mark(session, cell, begun=True),
            self._desk.words(f"reconciliation.signed.{cell.signed.value}"),
        ]
        kind = difference_kind(cell, cancelled=session.cancelled)
        if kind is not None:
            said.append(self.tr("difference: {words}").format(words=self.kind(kind)))
            if cell.settled:
                said.append(self.tr("settled: {reason}").format(reason=self.reason(cell.settled)))
        return ", ".join(said)

    def spoken_session(self, session: GridSession) -> str:
        """Say a column's head."""
        return self.marks.spoken_session(session)
