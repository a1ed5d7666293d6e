"""Imports a foreign agenda: every row becomes a session, is left out by name, or is refused with a reason.

A day stands in each row, or once above its rows; an end may be missing and is then where the next row
begins. Breaks, titles and repeated headings are left out by name. Rows = taken + left out + refused.
"""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from msgspec import Struct, field

from trainer_app.domain.base.numbers import Problem, RawRow, RawTable, Severity, column_letter
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_cleaning import clean_text, is_latin
from trainer_app.domain.base.texts import DEFAULT, LANGUAGES, Texts
from trainer_app.domain.courses.agenda_cells import (
    AgendaColumn,
    ColumnRole,
    DayText,
    find_trainers,
    is_break,
    read_day,
    read_length,
    read_times,
    recognise_heading,
)
from trainer_app.domain.courses.planning import DAY_END, DayPlan, SessionDraft, is_weekend


class AgendaOutcome(StrEnum):
    """What becomes of a row."""

    TAKEN = "taken"
    LEFT_OUT = "left_out"
    REFUSED = "refused"


class AgendaCourse(Struct, frozen=True):
    """What must be known of a course to read its agenda. `teachers` maps person to name."""

    first_day: date
    last_day: date
    languages: tuple[str, ...] = (DEFAULT,)
    teachers: Mapping[str, str] = field(default_factory=dict)


class AgendaLine(Struct, frozen=True):
    """One row: its number in the sheet, what becomes of it, the session, what is wrong."""

    number: int
    outcome: AgendaOutcome
    cells: tuple[str, ...]
    draft: SessionDraft | None = None
    problems: tuple[Problem, ...] = ()
    day: date | None = None


class AgendaPlan(Struct, frozen=True):
    """All rows below the heading. `columns` and `headings` run along the table."""

    columns: tuple[ColumnRole, ...]
    headings: tuple[str, ...]
    lines: tuple[AgendaLine, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def drafts(self) -> tuple[SessionDraft, ...]:
        """The sessions, in the order of time."""
        found = [line.draft for line in self.lines if line.draft is not None]
        return tuple(sorted(found, key=lambda draft: (draft.day, draft.start, draft.end)))

    @property
    def rows(self) -> int:
        """How many rows stand below the heading."""
        return len(self.lines)

    def count(self, outcome: AgendaOutcome) -> int:
        """How many rows have one fate."""
        return sum(1 for line in self.lines if line.outcome is outcome)


LONGEST_TOPIC, LONGEST_ROOM = 300, 80
ENOUGH = 2
"""A row with this many known headings is the heading."""
_USUAL = DayPlan()
_TAJIK = frozenset("ғӣқӯҳҷ")


class AgendaReader:
    """Reads rows one after the other; the day of a row is that of the row above where it is blank."""

    def __init__(
        self,
        columns: tuple[ColumnRole, ...],
        headings: tuple[str, ...],
        course: AgendaCourse,
        rows: Sequence[RawRow],
        *,
        extend: bool,
    ) -> None:
        self._columns, self._headings, self._course, self._rows = columns, headings, course, rows
        self._extend = extend
        self._day: date | None = None if (AgendaColumn.DAY, "") in columns else course.first_day
        self._language = _language(columns, headings, course, rows)
        self._days = _numbered_days(course, self._greatest_number())

    def read(self) -> list[AgendaLine]:
        """Return a line for each row."""
        lines = [self._line(row) for row in self._rows]
        return self._find_ends(lines)

    def _line(self, row: RawRow) -> AgendaLine:
        if all(recognise_heading(cell) for cell in row.cells if cell.strip()) and self._repeats(row):
            return self._left_out(row, "heading_again")
        filled = [cell for cell in row.cells if cell.strip()]
        if len(filled) == 1 and self._is_title(row, filled[0]):
            return self._title(row, filled[0])
        trouble = self._take_day(row)
        if trouble is not None:
            return self._refused(row, trouble)
        topic = " ".join(text for _, text in self._topics(row))
        if is_break(topic or row_text(row)) or (not topic and any(is_break(cell) for cell in filled)):
            return self._left_out(row, "break")
        return self._session(row)

    def _is_title(self, row: RawRow, text: str) -> bool:
        """Tell whether the only cell of a row is a day or a title, and not a time without anything else."""
        found = read_day(text, self._course.first_day)
        if found is not None and found.day is not None:
            return True
        return not read_times(self._cell(row, AgendaColumn.TIME, AgendaColumn.START))

    def _title(self, row: RawRow, text: str) -> AgendaLine:
        """Read a row with one cell: a day for the rows below, or a title."""
        found = read_day(text, self._course.first_day)
        day = self._date(found) if found is not None else None
        if day is None:
            return self._left_out(row, "break" if is_break(text) else "title")
        self._day = day
        return self._left_out(row, "day_line")

    def _take_day(self, row: RawRow) -> Problem | None:
        """Set the day of a row; return what is wrong with it."""
        text = self._cell(row, AgendaColumn.DAY)
        if text:
            found = read_day(text, self._course.first_day)
            day = self._date(found) if found is not None else None
            if day is None:
                return self._problem(row, AgendaColumn.DAY, text, "not_a_day")
            self._day = day
        if self._day is None:
            return self._problem(row, AgendaColumn.DAY, "", "no_day")
        inside = self._course.first_day <= self._day <= self._course.last_day
        if not inside and not self._extend:
            return self._problem(row, AgendaColumn.DAY, text, "outside_course", day=self._day)
        return None

    def _session(self, row: RawRow) -> AgendaLine:
        span = read_times(self._cell(row, AgendaColumn.TIME))
        starts = read_times(self._cell(row, AgendaColumn.START)) or span
        if not starts:
            text = self._cell(row, AgendaColumn.START, AgendaColumn.TIME)
            return self._refused(row, self._problem(row, self._time_column(), text, "no_time"))
        ends = read_times(self._cell(row, AgendaColumn.END)) or starts[1:] or span[1:]
        start = starts[0]
        text, length = self._cell(row, AgendaColumn.LENGTH), None
        if not ends and text:
            length = read_length(text)
            if length is None:
                return self._refused(row, self._problem(row, AgendaColumn.LENGTH, text, "not_a_length"))
        elif not ends and (text := self._cell(row, AgendaColumn.END)):
            return self._refused(row, self._problem(row, AgendaColumn.END, text, "no_time"))
        end = ends[0] if ends else start + length if length else start
        if end < start or (end == start and ends) or end > DAY_END:
            return self._refused(
                row, self._problem(row, self._time_column(), row_text(row), "times_reversed")
            )
        return self._taken(row, SessionDraft(self._day or self._course.first_day, start, end))

    def _taken(self, row: RawRow, draft: SessionDraft) -> AgendaLine:
        """Add topic, trainers and room. A session that still ends when it begins has no end yet."""
        texts: dict[str, str] = {}
        for language, text in self._topics(row):
            texts.setdefault(language or self._language, text)
        room = clean_text(self._cell(row, AgendaColumn.ROOM))
        for column, value, most in (
            *((AgendaColumn.TOPIC, text, LONGEST_TOPIC) for text in texts.values()),
            (AgendaColumn.ROOM, room, LONGEST_ROOM),
        ):
            if len(value) > most:
                shown = f"{value[:60]}…"
                trouble = self._problem(row, column, shown, "too_long", length=len(value), limit=most)
                return self._refused(row, trouble)
        names = self._cell(row, AgendaColumn.TRAINER)
        trainers, unknown = find_trainers(names, self._course.teachers)
        problems = [self._warning(row, AgendaColumn.TRAINER, each, "unknown_trainer") for each in unknown]
        if not texts:
            problems.insert(0, self._warning(row, AgendaColumn.TOPIC, "", "no_topic"))
        draft = replace(draft, topic=Texts(**texts), trainers=trainers, room=room)
        return AgendaLine(row.number, AgendaOutcome.TAKEN, row.cells, draft, tuple(problems), draft.day)

    def _find_ends(self, lines: list[AgendaLine]) -> list[AgendaLine]:
        """Let sessions without an end last until the next row of their day begins."""
        ended: list[AgendaLine] = []
        after: dict[date, int] = {}
        for line, row in zip(reversed(lines), reversed(self._rows), strict=True):
            draft = line.draft
            starts: tuple[int, ...] = ()
            if draft is not None:
                ended.append(self._ended(line, row, draft, after.get(draft.day)))
                after[draft.day] = draft.start
                continue
            ended.append(line)
            if line.outcome is AgendaOutcome.LEFT_OUT:  # a break ends the session before it
                starts = read_times(self._cell(row, AgendaColumn.START, AgendaColumn.TIME))
            if starts and line.day is not None:
                after[line.day] = starts[0]
        return ended[::-1]

    def _ended(self, line: AgendaLine, row: RawRow, draft: SessionDraft, after: int | None) -> AgendaLine:
        if draft.minutes:
            return line
        end = after if after is not None and after > draft.start else draft.start + _USUAL.minutes
        column = self._time_column()
        if end > DAY_END:
            return self._refused(row, self._problem(row, column, row_text(row), "times_reversed"))
        told = self._warning(row, column, "", "end_assumed", minutes=end - draft.start)
        return replace(line, draft=replace(draft, end=end), problems=(*line.problems, told))

    def _date(self, found: DayText) -> date | None:
        if found.day is not None or found.number is None:
            return found.day
        if 0 < found.number <= len(self._days):
            return self._days[found.number - 1]
        if found.number < 1:
            return None
        return self._course.first_day + timedelta(days=found.number - 1)

    def _greatest_number(self) -> int:
        texts = [self._cell(row, AgendaColumn.DAY) or _only(row) for row in self._rows]
        found = [read_day(text, self._course.first_day) for text in texts if text]
        return max((each.number for each in found if each is not None and each.number), default=0)

    def _repeats(self, row: RawRow) -> bool:
        pairs = zip(row.cells, self._headings, strict=True)
        return sum(1 for cell, heading in pairs if cell.strip() and clean_text(cell) == heading) >= ENOUGH

    def _topics(self, row: RawRow) -> list[tuple[str, str]]:
        """Return the topics of a row by the language that is said of them, "" first."""
        found = {each: self._cell(row, AgendaColumn.TOPIC, language=each) for each in ("", *LANGUAGES)}
        return [(language, text) for language, cell in found.items() if (text := clean_text(cell))]

    def _cell(self, row: RawRow, *columns: AgendaColumn, language: str = "") -> str:
        """Return what stands in the first of some columns that is filled."""
        for column in columns:
            place = (column, language)
            if place in self._columns and (text := row.cells[self._columns.index(place)].strip()):
                return text
        return ""

    def _time_column(self) -> AgendaColumn:
        return AgendaColumn.TIME if (AgendaColumn.TIME, "") in self._columns else AgendaColumn.START

    def _problem(self, row: RawRow, column: AgendaColumn, value: str, code: str, **values: object) -> Problem:
        heading = ""
        if (column, "") in self._columns:
            at = self._columns.index((column, ""))
            heading = self._headings[at] or column_letter(at)
        return Problem(row.number, heading, value, f"agenda.{code}", values, Severity.REFUSED)

    def _warning(self, row: RawRow, column: AgendaColumn, value: str, code: str, **values: object) -> Problem:
        return replace(self._problem(row, column, value, code, **values), severity=Severity.WARNING)

    def _refused(self, row: RawRow, problem: Problem) -> AgendaLine:
        return AgendaLine(row.number, AgendaOutcome.REFUSED, row.cells, None, (problem,))

    def _left_out(self, row: RawRow, code: str) -> AgendaLine:
        problem = self._warning(row, AgendaColumn.NOTHING, row_text(row), code)
        return AgendaLine(
            row.number,
            AgendaOutcome.LEFT_OUT,
            row.cells,
            None,
            (replace(problem, column=""),),
            self._day,
        )


def _language(
    columns: tuple[ColumnRole, ...],
    headings: tuple[str, ...],
    course: AgendaCourse,
    rows: Sequence[RawRow],
) -> str:
    """Return the language of a column of topics that does not name it, by its letters, then its heading."""
    if (AgendaColumn.TOPIC, "") not in columns:
        return "tg"
    at = columns.index((AgendaColumn.TOPIC, ""))
    texts = [row.cells[at] for row in rows if row.cells[at].strip()]
    if any(_TAJIK & set(text.lower()) for text in texts):
        return "tg"
    if texts and sum(is_latin(text) for text in texts) * 2 > len(texts):
        return "en"
    if headings[at].lower().startswith(("тем", "занят", "содерж", "назван")):
        return "ru"
    return next((code for code in course.languages if code != "en"), "tg")


def _numbered_days(course: AgendaCourse, most: int) -> list[date]:
    """Return what "day 1", "day 2" ... are: working days only, if the course has enough of them."""
    length = (course.last_day - course.first_day).days + 1
    days = [course.first_day + timedelta(days=each) for each in range(length)]
    working = [day for day in days if not is_weekend(day)]
    return working if most <= len(working) else days


def row_text(row: RawRow) -> str:
    """Return all that stands in a row."""
    return " · ".join(clean_text(cell) for cell in row.cells if cell.strip())


def _only(row: RawRow) -> str:
    """Return the one cell of a row that is filled, "" if there are more."""
    filled = [cell for cell in row.cells if cell.strip()]
    return filled[0] if len(filled) == 1 else ""


_LOOKED_AT = 40
_NOTHING = (AgendaColumn.NOTHING, "")


def plan_agenda(table: RawTable, course: AgendaCourse, *, extend: bool = False) -> AgendaPlan:
    """Read a table. With `extend` days beyond the course's own are taken too."""
    place, columns = _find_columns(table)
    if place is None:
        blank = AgendaPlan((_NOTHING,) * table.width, ("",) * table.width)
        unread_rows = tuple(AgendaLine(row.number, AgendaOutcome.REFUSED, row.cells) for row in table.rows)
        unread = Problem(None, "", "", "agenda.no_columns", severity=Severity.REFUSED)
        return replace(blank, lines=unread_rows, problems=(*table.warnings, unread))
    headings = tuple(clean_text(cell) for cell in table.rows[place].cells)
    rows = table.rows[place + 1 :]
    reader = AgendaReader(columns, headings, course, rows, extend=extend)
    lines = _find_overlaps(reader.read())
    above = tuple(
        Problem(row.number, "", row_text(row), "agenda.above_heading") for row in table.rows[:place]
    )
    told = [problem for line in lines for problem in line.problems]
    return AgendaPlan(columns, headings, tuple(lines), (*table.warnings, *above, *told))


def _find_columns(table: RawTable) -> tuple[int | None, tuple[ColumnRole, ...]]:
    """Return where the heading is, and what the columns hold; a second column of a kind holds nothing."""
    for index, row in enumerate(table.rows[:_LOOKED_AT]):
        found = [recognise_heading(cell) for cell in row.cells]
        known = {each for each in found if each is not None}
        times = known & {(AgendaColumn.TIME, ""), (AgendaColumn.START, "")}
        if len(known) < ENOUGH or not times:
            continue
        columns: list[ColumnRole] = []
        for each in found:
            taken = each is None or (each in columns)
            columns.append(_NOTHING if each is None or taken else each)
        return index, tuple(columns)
    return None, ()


def _find_overlaps(lines: list[AgendaLine]) -> list[AgendaLine]:
    """Point out sessions that begin before an earlier one of the same day has ended."""
    order = sorted(
        (
            (line.draft.day, line.draft.start, line.draft.end, at)
            for at, line in enumerate(lines)
            if line.draft
        )
    )
    found = list(lines)
    last: tuple[date, int, int] | None = None
    for day, start, end, at in order:
        if last is not None and last[0] == day and start < last[1]:
            line = found[at]
            told = Problem(line.number, "", "", "agenda.overlaps", {"other": last[2]})
            found[at] = replace(line, problems=(*line.problems, told))
        if last is None or last[0] != day or end > last[1]:
            last = (day, end, lines[at].number)
    return found
