"""Words of the grid in the language of the window: marks, heads, what a cell says aloud."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject

from trainer_app.domain.attendance import Attendance, GridRow, GridSession, Headcount, Mark
from trainer_app.domain.changes import Label
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.ranks import RankForm, rank_name
from trainer_app.system import messages
from trainer_app.ui.shell.language import Formats, formats
from trainer_app.ui.shell.translator import LanguageSwitch


def language_of_window() -> str:
    """Return the language shown: "tg", "ru" or "en"."""
    app = QCoreApplication.instance()
    switch = app.findChild(LanguageSwitch) if app else None
    return switch.code if isinstance(switch, LanguageSwitch) else "en"


class Wording(QObject):
    """Words for painting and for screen readers. Ask again after a change of language."""

    def __init__(
        self, parent: QObject | None = None, language: Callable[[], str] = language_of_window
    ) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_wording")
        self._language = language
        self._letters: dict[Mark, str] = {}
        self._words: dict[Mark | None, str] = {}
        self.refresh()

    @property
    def language(self) -> str:
        """The language of the window."""
        return self._language()

    @property
    def formats(self) -> Formats:
        """Dates and numbers of the language."""
        return formats(self._language())

    def refresh(self) -> None:
        """Read the words that are asked for often anew."""
        self._letters = {
            Mark.PRESENT: self.tr("P", "letter: present"),
            Mark.LATE: self.tr("L", "letter: late"),
            Mark.EXCUSED: self.tr("E", "letter: excused"),
            Mark.ABSENT: self.tr("A", "letter: absent"),
        }
        self._words = {
            Mark.PRESENT: self.tr("present"),
            Mark.LATE: self.tr("late"),
            Mark.EXCUSED: self.tr("excused"),
            Mark.ABSENT: self.tr("absent"),
            None: self.tr("not marked"),
        }

    def letters(self) -> tuple[str, ...]:
        """Return the four letters, in the order of the marks."""
        return tuple(self._letters[mark] for mark in Mark)

    def letter(self, mark: Mark) -> str:
        """Return the letter of a mark: "П"."""
        return self._letters[mark]

    def word(self, mark: Mark | None) -> str:
        """Return the word of a mark as the legend has it."""
        return self._words[mark]

    def day(self, session: GridSession) -> str:
        """Return the head of a day: "День 3 · ср 17 окт"."""
        date = self.formats.weekday_short(session.day)
        return self.tr("Day {number} · {date}").format(number=session.day_number, date=date)

    def session(self, session: GridSession) -> str:
        """Return "Занятие 8"."""
        return self.tr("Session {number}").format(number=session.number)

    def rank(self, row: GridRow) -> str:
        """Return a rank as short as the column needs: "ст. лейтенант"."""
        return rank_name(row.rank, self.language, RankForm.SHORT)

    def from_day(self, row: GridRow) -> str:
        """Return the tag of somebody who came later, "со дня 2"; empty for everybody else."""
        if row.from_day <= 1:
            return ""
        return self.tr("from day {number}").format(number=row.from_day)

    def cancelled(self, session: GridSession) -> str:
        """Return what stands on the plate of a cancelled session."""
        if not session.cancel_reason:
            return self.tr("cancelled")
        return self.tr("cancelled: {reason}").format(reason=session.cancel_reason)

    def share(self, share: int | None) -> str:
        """Return a share as whole per cents, rounded down: 79.99 % must not look like 80 %."""
        return "–" if share is None else self.formats.percent(share // 100 * 100)

    def spoken_mark(self, session: GridSession, cell: Attendance | None, *, begun: bool) -> str:
        """Say a cell's mark in words, with minutes, contradiction and remark."""
        if session.cancelled:
            return self.cancelled(session)
        if cell is None:
            return self.tr("not on the list yet")
        if cell.mark is None:
            said = [self.word(None) if begun else self.tr("not held yet")]
        else:
            said = [self.word(cell.mark)]
            if cell.missed:
                said.append(self.tr("{minutes} minutes missed").format(minutes=cell.missed))
        if cell.conflict:
            said.append(self.tr("two laptops recorded different marks"))
        if cell.remark:
            said.append(self.tr("remark: {text}").format(text=cell.remark))
        return ", ".join(said)

    def spoken_cell(self, row: GridRow, session: GridSession, cell: Attendance | None, *, begun: bool) -> str:
        """Say person, session, mark."""
        return ", ".join(
            (
                row.full_name or row.name,
                f"{self.session(session)} {self.formats.clock(session.start)}",
                self.spoken_mark(session, cell, begun=begun),
            )
        )

    def spoken_session(self, session: GridSession) -> str:
        """Say a column: "День 3 · ср 17 окт, занятие 8, 11:00–12:30"; locked or cancelled too."""
        times = self.formats.times(session.start, session.end)
        said = [self.day(session), self.session(session), times]
        topic = session.topic.best(self.language)
        if topic:
            said.append(topic)
        if session.cancelled:
            said.append(self.cancelled(session))
        if session.locked:
            said.append(self.tr("locked"))
        return ", ".join(said)

    def spoken_row(self, row: GridRow, share: int | None) -> str:
        """Say a row's head: number, name, rank, share."""
        rank = rank_name(row.rank, self.language)
        said = [f"{row.number} {row.full_name or row.name}", rank, row.unit, self.from_day(row)]
        said.append(self.tr("share {percent}").format(percent=self.share(share)))
        return ", ".join(word for word in said if word)

    def spoken_heads(self, heads: Headcount) -> str:
        """Say a session's counts."""
        counts = (heads.present, heads.late, heads.excused, heads.absent, heads.unmarked)
        marks = (*Mark, None)
        return ", ".join(f"{count} {self.word(mark)}" for count, mark in zip(counts, marks, strict=True))

    def error(self, problem: TrainerError) -> str:
        """Return an error in words."""
        return messages.text(problem.code, self.language, **problem.values)

    def step(self, label: Label) -> str:
        """Return a step as short as the chip needs: "№ 14: П", else its words."""
        mark = label.values.get("mark")
        number = label.values.get("number")
        if label.code.startswith("attendance.step.mark") and isinstance(mark, Label) and number is not None:
            said = self._short_mark(mark.code.rpartition(".")[2])
            missed = label.values.get("missed")
            if missed:
                said = f"{said} {missed}"
            return self.tr("No. {number}: {mark}").format(number=number, mark=said)
        return messages.text(label.code, self.language, **label.values)

    def _short_mark(self, value: str) -> str:
        return self.letter(Mark(value)) if value in tuple(Mark) else self.word(None)
