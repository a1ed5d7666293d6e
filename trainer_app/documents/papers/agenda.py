"""The printed agenda: a table for each day, breaks as quiet lines, cancelled sessions struck out."""

from trainer_app.documents.base import fonts
from trainer_app.documents.base.course_head import open_paper, write_head
from trainer_app.documents.base.flow import Cell, Column, Flow
from trainer_app.documents.base.wording import Speech, clock, format_weekday, joined
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.agenda_cells import Agenda, AgendaBreak, AgendaDay, AgendaSession
from trainer_app.domain.papers.course_papers import SECOND

_SIZE = 9.0


def agenda_pdf(agenda: Agenda, language: str) -> bytes:
    """Return the agenda of a course as PDF. A day stands on one page where a page can hold it."""
    return _written(agenda, language).finish()


def agenda_pages(agenda: Agenda, language: str) -> int:
    """Return how many pages the agenda has."""
    return _written(agenda, language).page


def _written(agenda: Agenda, language: str) -> Flow:
    speech = Speech(language)
    flow = open_paper(agenda.facts, speech, "programme.title")
    write_head(flow, agenda.facts, speech, "programme.title")
    columns = {
        "trainers": any(session.trainers for session in agenda.sessions),
        "room": any(session.room.best(speech.main) for session in agenda.sessions),
    }
    for day in agenda.days:
        _Day(flow, day, speech, {name for name, shown in columns.items() if shown}).write()
    kept = speech.word("programme.kept")
    flow.space(3)
    flow.paragraph(kept.text, fonts.SANS, 8, SECOND)
    flow.paragraph(kept.below, fonts.SANS, 7.5, SECOND)
    return flow


class _Day:
    """One day being written; `more` are the columns that the agenda has something to say in."""

    def __init__(self, flow: Flow, day: AgendaDay, speech: Speech, more: set[str]) -> None:
        self.flow, self.day, self.speech = flow, day, speech
        widths = {"trainers": 46.0, "room": 26.0}
        self.shares = {"number": 9.0, "time": 25.0, "topic": 0.0}
        self.shares |= {name: width for name, width in widths.items() if name in more}
        self.shares["topic"] = flow.width - sum(self.shares.values())

    def write(self) -> None:
        """Write heading and table, on the next page if only that one holds the whole day."""
        number = self.speech.word("programme.day", number=str(self.day.number))
        when = self.speech.made(lambda language: format_weekday(self.day.day, language))
        title = f"{number.text} · {when.text}"
        second = f"{number.below} · {when.below}" if number.below else ""
        columns, rows = self._columns(), [self._row(line) for line in self.day.lines]
        height = self.flow.table_height(columns, rows, _SIZE) + 18
        whole = self.flow.bottom - self.flow.margin
        self.flow.heading(title, below=height if height <= whole else 30, second=second)
        again = f"{title} ({self.speech.word('programme.again').text})"
        self.flow.table(columns, rows, size=_SIZE, again=again)

    def _columns(self) -> list[Column]:
        columns = []
        for name, share in self.shares.items():
            head = self.speech.word("facts.trainers" if name == "trainers" else f"programme.{name}")
            columns.append(Column(head.text, share, right=name == "number", below=head.below))
        return columns

    def _row(self, line: AgendaSession | AgendaBreak) -> list[Cell]:
        cells = self._break(line) if isinstance(line, AgendaBreak) else self._session(line)
        return [cells.get(name, Cell("")) for name in self.shares]

    def _break(self, line: AgendaBreak) -> dict[str, Cell]:
        minutes = self.speech.word("programme.minutes", count=str(line.end - line.start)).text
        words = f"{joined(self.speech.word(f'programme.{line.kind.value}'))} · {minutes}"
        time = Cell(f"{clock(line.start)}–{clock(line.end)}", quiet=True)
        return {"time": time, "topic": Cell(words, quiet=True)}

    def _session(self, line: AgendaSession) -> dict[str, Cell]:
        gone = line.cancelled
        topic = self.speech.texts(line.topic)
        if not topic.text:
            topic = self.speech.word("programme.no_topic", number=str(line.number))
        below = topic.below
        if gone:
            why = joined(self.speech.word("programme.cancelled"))
            below = f"{why}: {line.reason}" if line.reason else why
        trainers, room = self.speech.listed(line.trainers), self.speech.texts(line.room)
        return {
            "number": Cell(str(line.number), quiet=gone),
            "time": Cell(f"{clock(line.start)}–{clock(line.end)}", struck=gone, quiet=gone),
            "topic": Cell(topic.text, below, struck=gone, quiet=gone, strong=not gone),
            "trainers": replace(trainers, quiet=gone),
            "room": replace(room, quiet=gone),
        }
