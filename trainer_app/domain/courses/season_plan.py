"""Plans a season from a table: every row becomes a course, is there already, or is refused with a reason.

A row says its code and first day, and the course to copy (template) or how many days it lasts. What it leaves
blank is as in the template. Rows = new + lists + here + refused.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

from msgspec import Struct, field

from trainer_app.domain.base.numbers import Problem, RawRow, RawTable, Severity, column_letter
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_cleaning import clean_text
from trainer_app.domain.base.text_search import fold
from trainer_app.domain.base.texts import DEFAULT, LANGUAGES, Texts
from trainer_app.domain.courses.agenda_cells import heading_language, read_day
from trainer_app.domain.courses.courses import signs_not_in_files
from trainer_app.domain.courses.planning import is_weekend, last_friday
from trainer_app.domain.people.places import find_place, one_spelling


class SeasonColumn(StrEnum):
    """What a column holds. A title without a language is in that of the table's letters."""

    CODE = "code"
    TITLE = "title"
    TOWN = "town"
    DISTRICT = "district"
    VENUE = "venue"
    FIRST_DAY = "first_day"
    LAST_DAY = "last_day"
    DAYS = "days"
    CAPACITY = "capacity"
    TEMPLATE = "template"
    PROJECT = "project"
    TRAINERS = "trainers"
    ROSTER = "roster"
    NOTHING = "nothing"


_HEADINGS = {
    SeasonColumn.CODE: "рамз|рамзи курс|код|код курса|шифр|code|course code|code of course",
    SeasonColumn.TITLE: "ном|номи курс|унвон|курс|название|название курса|тема|тема курса|title|course|"
    "course title|name|name of course",
    SeasonColumn.TOWN: "шаҳр|макон|город|место|населённый пункт|town|city|place|location",
    SeasonColumn.DISTRICT: "ноҳия|вилоят|ноҳия ё вилоят|район|область|район или область|district|region",
    SeasonColumn.VENUE: "ҷойи баргузорӣ|бино|толор|место проведения|адрес|venue|building|address|hall",
    SeasonColumn.FIRST_DAY: "рӯзи аввал|оғоз|санаи оғоз|аз|сана|начало|дата начала|первый день|дата|с|"
    "first day|start|start date|from|date|begins",
    SeasonColumn.LAST_DAY: "рӯзи охир|анҷом|санаи анҷом|то|конец|окончание|дата окончания|последний день|по|"
    "last day|end|end date|to|until",
    SeasonColumn.DAYS: "рӯзҳо|шумораи рӯзҳо|дни|дней|количество дней|число дней|days|number of days",
    SeasonColumn.CAPACITY: "ҷойҳо|шумораи ҷойҳо|мест|число мест|количество мест|вместимость|"
    "places|number of places|seats|capacity",
    SeasonColumn.TEMPLATE: "намуна|мисли курси|нусха аз|шаблон|образец|как курс|копия курса|template|"
    "like course|copy of|copy from|as course",
    SeasonColumn.PROJECT: "лоиҳа|рамзи лоиҳа|проект|код проекта|project|project code",
    SeasonColumn.TRAINERS: "тренер|тренерон|омӯзгорон|тренеры|преподаватели|trainer|trainers|taught by",
    SeasonColumn.ROSTER: "рӯйхат|рӯйхати иштирокчиён|варақ|файл|файли рӯйхат|список|список участников|лист|"
    "файл списка|файл или лист|roster|list|list of participants|sheet|file|roster file|file or sheet",
}
_EXACT = {
    fold(each): column for column, words in _HEADINGS.items() for each in words.split("|") if fold(each)
}
_LONGEST_HEADING, _LOOKED_AT, _MOST_DAYS, _MOST_PLACES = 80, 40, 60, 999
_LONGEST = {
    SeasonColumn.CODE: 20,
    SeasonColumn.TITLE: 300,
    SeasonColumn.TOWN: 80,
    SeasonColumn.DISTRICT: 80,
    SeasonColumn.VENUE: 160,
}
_NONE = frozenset("–—-")
"""What stands in a cell to say that there is nothing."""


@lru_cache(maxsize=1024)
def recognise_heading(heading: str) -> tuple[SeasonColumn, str] | None:
    """Return what a heading means, and the language it names: "Название (русский)" is a title in "ru"."""
    text = heading.strip()
    if not text or len(text) > _LONGEST_HEADING:
        return None
    language = heading_language(text)
    for part in (text, *text.replace("(", "/").replace(")", "").split("/")):
        found = _EXACT.get(fold(part))
        if found is not None:
            return found, language if found is SeasonColumn.TITLE else ""
    return None


class SeasonOutcome(StrEnum):
    """What becomes of a row."""

    NEW = "new"
    """A course is made."""
    LIST = "list"
    """The course is there; people of its list come on it."""
    HERE = "here"
    """All of it is there already."""
    REFUSED = "refused"


class SeasonRow(Struct, frozen=True):
    """What a row says of a course. Blank: as in the template. `roster` names a file or a sheet.

    `asks_list` tells that a list may also be looked for by the course's code, `last_weekend` that the last
    day was written and lies on a weekend: then that one is not left out.
    """

    code: str
    title: Texts = field(default_factory=Texts)
    town: str = ""
    district: str = ""
    venue: str = ""
    first_day: date | None = None
    last_day: date | None = None
    template: str = ""
    project: str = ""
    trainers: tuple[str, ...] = ()
    roster: str = ""
    asks_list: bool = True
    last_weekend: bool = False
    capacity: int | None = None


class SeasonUses(Struct, frozen=True):
    """What a row's course needs: who teaches, where, and the names of its list; blanks are the template's."""

    code: str = ""
    titles: tuple[str, ...] = ()
    town: str = ""
    venue: str = ""
    trainers: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


class SeasonLine(Struct, frozen=True):
    """One row: its number in the sheet, what becomes of it, what it says, what is wrong.

    `people` are those whom its list would bring, None without a list; `list_rows` are the rows of it.
    `first_day` and `last_day` are those of the course, which a weekend moves, `sessions` how many it will
    have, `per_day` of them on each day (0: not the same on all), `project` the code of its project.
    """

    number: int
    outcome: SeasonOutcome
    cells: tuple[str, ...] = ()
    row: SeasonRow | None = None
    problems: tuple[Problem, ...] = ()
    people: int | None = None
    list_name: str = ""
    first_day: date | None = None
    last_day: date | None = None
    sessions: int = 0
    per_day: int = 0
    project: str = ""
    uses: SeasonUses = SeasonUses()

    def refused(self, *problems: Problem) -> "SeasonLine":
        """Return the row refused for some reasons, which stand first."""
        reasons = (replace(problem, severity=Severity.REFUSED) for problem in problems)
        return replace(self, outcome=SeasonOutcome.REFUSED, problems=(*reasons, *self.problems))

    def told(self, *problems: Problem) -> "SeasonLine":
        """Return the row with more that somebody should look at."""
        return replace(self, problems=(*self.problems, *problems))


class SeasonPlan(Struct, frozen=True):
    """All rows below the heading. `problems` are those of the table as a whole."""

    lines: tuple[SeasonLine, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows stand below the heading."""
        return len(self.lines)

    @property
    def due(self) -> bool:
        """Tell whether there is anything to be done."""
        return any(line.outcome in (SeasonOutcome.NEW, SeasonOutcome.LIST) for line in self.lines)

    def count(self, outcome: SeasonOutcome) -> int:
        """How many rows have one fate."""
        return sum(line.outcome is outcome for line in self.lines)

    @property
    def lists(self) -> int:
        """How many lists would be taken in: those of new courses and of courses that are here."""
        due = (SeasonOutcome.NEW, SeasonOutcome.LIST)
        return sum(bool(line.people) and line.outcome in due for line in self.lines)

    @property
    def people(self) -> int:
        """How many people the lists would bring."""
        return sum(line.people or 0 for line in self.lines if line.outcome is not SeasonOutcome.REFUSED)


class KnownCourse(Struct, frozen=True):
    """What is there of a course whose code stands in the table; `project` is a code."""

    code: str
    title: Texts
    town: str
    first_day: date
    last_day: date
    project: str = ""


class SeasonKnown(Struct, frozen=True):
    """What must be known to read a table: courses and projects by their codes in small letters.

    `projects` maps to the code as it is written; `today` is what days without a year lie near to.
    """

    courses: Mapping[str, KnownCourse]
    projects: Mapping[str, str]
    today: date


def find_table(tables: Iterable[RawTable]) -> RawTable | None:
    """Return the first sheet that has the heading of a season; None where none has."""
    return next((table for table in tables if _find_heading(table) is not None), None)


def _find_heading(table: RawTable) -> int | None:
    """Return the place of the row that names a code and, beside it, days or a list."""
    needed = {SeasonColumn.FIRST_DAY, SeasonColumn.ROSTER, SeasonColumn.TEMPLATE}
    for place, row in enumerate(table.rows[:_LOOKED_AT]):
        found = {known[0] for cell in row.cells if (known := recognise_heading(cell)) is not None}
        if SeasonColumn.CODE in found and not needed.isdisjoint(found):
            return place
    return None


def plan_season(table: RawTable, known: SeasonKnown) -> SeasonPlan:
    """Read a table that has a heading (see `find_table`)."""
    place = _find_heading(table)
    if place is None:
        unread = Problem(None, "", "", "season.no_columns", severity=Severity.REFUSED)
        lines = tuple(SeasonLine(row.number, SeasonOutcome.REFUSED, row.cells) for row in table.rows)
        return SeasonPlan(lines, (*table.warnings, unread))
    reader = _Reader(table.rows[place], known)
    lines = tuple(map(reader.line, table.rows[place + 1 :]))
    above = tuple(
        Problem(row.number, "", " · ".join(filter(None, map(clean_text, row.cells))), "season.above_heading")
        for row in table.rows[:place]
    )
    return SeasonPlan(lines, (*table.warnings, *above, *reader.not_read))


def plan_lists(names: Sequence[str], known: SeasonKnown) -> SeasonPlan:
    """Plan lists for courses that are there: each sheet or file is called by a course's code."""
    lines = []
    for number, name in enumerate(names, 1):
        found = known.courses.get(name.strip().casefold())
        row = SeasonRow(found.code if found else name.strip(), roster=name)
        line = SeasonLine(number, SeasonOutcome.HERE, (name,), row)
        if found is None:
            line = line.refused(Problem(number, "", name, "season.list_of_nobody"))
        lines.append(line)
    return SeasonPlan(tuple(lines))


class _Reader:
    """Reads rows below one heading."""

    def __init__(self, heading: RawRow, known: SeasonKnown) -> None:
        self._known = known
        self._headings = tuple(map(clean_text, heading.cells))
        self._columns: list[tuple[SeasonColumn, str]] = []
        left = []
        for place, text in enumerate(self._headings):
            found = recognise_heading(text)
            if found is None or found in self._columns:
                left.append(text or column_letter(place))
                found = (SeasonColumn.NOTHING, "")
            self._columns.append(found)
        filled = [text for text in left if len(text) > 1]
        told = {"columns": ", ".join(filled)}
        self.not_read = (Problem(None, "", "", "season.columns_left", told),) if filled else ()
        self._seen: dict[str, int] = {}

    def line(self, raw: RawRow) -> SeasonLine:
        """Return what becomes of a row, before its template, trainers and list were looked at."""
        row = self._read(raw)
        line = SeasonLine(raw.number, SeasonOutcome.NEW, raw.cells, row)
        trouble = (*self._too_long(raw), *self._refusals(raw, row))
        if trouble:
            return line.refused(*trouble)
        self._seen[row.code.casefold()] = raw.number
        there = self._known.courses.get(row.code.casefold())
        if there is not None:
            line = replace(line, outcome=SeasonOutcome.HERE)
            return line.told(*self._differences(raw, row, there))
        return line.told(*self._remarks(raw, row))

    def _read(self, raw: RawRow) -> SeasonRow:
        titles = {
            language or _language_of(text): text
            for place, (column, language) in enumerate(self._columns)
            if column is SeasonColumn.TITLE and (text := clean_text(raw.cells[place]))
        }
        first = self._day(raw, SeasonColumn.FIRST_DAY)
        listed = self._cell(raw, SeasonColumn.ROSTER)
        written = self._day(raw, SeasonColumn.LAST_DAY)
        return SeasonRow(
            code=self._cell(raw, SeasonColumn.CODE),
            title=Texts(**titles),
            town=self._cell(raw, SeasonColumn.TOWN),
            district=self._cell(raw, SeasonColumn.DISTRICT),
            venue=self._cell(raw, SeasonColumn.VENUE),
            first_day=first,
            last_day=self._last_day(raw, first),
            template=self._cell(raw, SeasonColumn.TEMPLATE),
            project=self._cell(raw, SeasonColumn.PROJECT),
            trainers=_names(self._cell(raw, SeasonColumn.TRAINERS)),
            roster="" if listed in _NONE else listed,
            asks_list=listed not in _NONE,
            last_weekend=written is not None and is_weekend(written),
            capacity=self._whole(raw, SeasonColumn.CAPACITY, _MOST_PLACES),
        )

    def _last_day(self, raw: RawRow, first: date | None) -> date | None:
        last = self._day(raw, SeasonColumn.LAST_DAY)
        days = self._days(raw)
        if last is None and first is not None and days:
            return first + timedelta(days=days - 1)
        return last

    def _days(self, raw: RawRow) -> int | None:
        return self._whole(raw, SeasonColumn.DAYS, _MOST_DAYS)

    def _whole(self, raw: RawRow, column: SeasonColumn, most: int) -> int | None:
        text = self._cell(raw, column).removesuffix(".0")
        return int(text) if text.isascii() and text.isdecimal() and 0 < int(text) <= most else None

    def _day(self, raw: RawRow, column: SeasonColumn) -> date | None:
        text = self._cell(raw, column)
        found = read_day(text, self._known.today) if text else None
        return found.day if found is not None else None

    def _refusals(self, raw: RawRow, row: SeasonRow) -> Iterator[Problem]:
        """Yield all for which a row is refused."""
        before = self._seen.get(row.code.casefold())
        if not row.code:
            yield self._problem(raw, SeasonColumn.CODE, "no_code")
        elif signs := signs_not_in_files(row.code):
            yield self._problem(raw, SeasonColumn.CODE, "bad_code", signs=signs)
        elif before is not None:
            yield self._problem(raw, SeasonColumn.CODE, "code_twice", other=before)
        for column, said in (
            (SeasonColumn.FIRST_DAY, row.first_day),
            (SeasonColumn.LAST_DAY, self._day(raw, SeasonColumn.LAST_DAY)),
            (SeasonColumn.DAYS, self._days(raw)),
        ):
            if self._cell(raw, column) and said is None:
                code = "not_a_number" if column is SeasonColumn.DAYS else "not_a_day"
                yield self._problem(raw, column, code, most=_MOST_DAYS)
        if self._cell(raw, SeasonColumn.CAPACITY) and row.capacity is None:
            yield self._problem(raw, SeasonColumn.CAPACITY, "no_places", most=_MOST_PLACES)
        if row.last_day is not None and row.first_day is not None and row.last_day < row.first_day:
            yield self._problem(raw, SeasonColumn.LAST_DAY, "days_reversed")
        if row.code.casefold() not in self._known.courses:
            yield from self._missing(raw, row)

    def _missing(self, raw: RawRow, row: SeasonRow) -> Iterator[Problem]:
        """Yield what a course that is to be made lacks; what is there and wrong was said already."""
        if not self._cell(raw, SeasonColumn.FIRST_DAY):
            yield self._problem(raw, SeasonColumn.FIRST_DAY, "no_first_day")
        if row.template and row.template.casefold() not in self._known.courses:
            yield self._problem(raw, SeasonColumn.TEMPLATE, "template_unknown")
        ends = self._cell(raw, SeasonColumn.LAST_DAY) or self._cell(raw, SeasonColumn.DAYS)
        if not row.template and not ends:
            yield self._problem(raw, SeasonColumn.DAYS, "no_length")
        if not row.template and not any(row.title.values()):
            yield self._problem(raw, SeasonColumn.TITLE, "no_title")
        if row.project and row.project.casefold() not in self._known.projects:
            known = ", ".join(self._known.projects.values()) or "–"
            yield self._problem(raw, SeasonColumn.PROJECT, "project_unknown", known=known)

    def _too_long(self, raw: RawRow) -> Iterator[Problem]:
        for place, (column, _) in enumerate(self._columns):
            text, most = clean_text(raw.cells[place]), _LONGEST.get(column)
            if most is not None and len(text) > most:
                told = {"length": len(text), "limit": most}
                yield Problem(raw.number, self._heading(place), f"{text[:60]}…", "season.too_long", told)

    def _remarks(self, raw: RawRow, row: SeasonRow) -> list[Problem]:
        """Return what somebody should look at in a row that is taken."""
        found = []
        kept = row.last_weekend and not row.template and row.last_day
        begins_then = kept and row.first_day is not None and row.first_day > last_friday(kept)
        if row.first_day is not None and is_weekend(row.first_day) and not begins_then:
            found.append(self._problem(raw, SeasonColumn.FIRST_DAY, "weekend", day=row.first_day))
        for column, text in ((SeasonColumn.TOWN, row.town), (SeasonColumn.DISTRICT, row.district)):
            if text and find_place(text) is None:
                found.append(self._problem(raw, column, "not_a_place"))
        return found

    def _differences(self, raw: RawRow, row: SeasonRow, there: KnownCourse) -> list[Problem]:
        """Say what a course that is there has otherwise: it is not changed."""
        pairs = {
            SeasonColumn.TOWN: bool(row.town) and one_spelling(row.town) != one_spelling(there.town),
            SeasonColumn.PROJECT: row.project.casefold() not in ("", there.project.casefold()),
        }
        titles = [code for code in LANGUAGES if row.title[code] not in ("", there.title[code])]
        found = [self._title_problem(raw, row.title[code], code) for code in titles]
        found += [self._problem(raw, column, "differs") for column, differs in pairs.items() if differs]
        # A first day on a weekend was moved to the Monday when the course was made.
        near = row.first_day is None or timedelta() <= there.first_day - row.first_day <= timedelta(days=2)
        exact = row.first_day is None or row.first_day == there.first_day or is_weekend(row.first_day)
        if not (near and exact):
            found.append(self._problem(raw, SeasonColumn.FIRST_DAY, "differs"))
        return found

    def _cell(self, raw: RawRow, column: SeasonColumn) -> str:
        places = [place for place, (each, _) in enumerate(self._columns) if each is column]
        return next(filter(None, (clean_text(raw.cells[place]) for place in places)), "")

    def _problem(self, raw: RawRow, column: SeasonColumn, code: str, **values: object) -> Problem:
        place = next((place for place, (each, _) in enumerate(self._columns) if each is column), None)
        heading = "" if place is None else self._heading(place)
        return Problem(raw.number, heading, self._cell(raw, column), f"season.{code}", values)

    def _title_problem(self, raw: RawRow, title: str, code: str) -> Problem:
        """Say that a title differs, by the heading of the column in which it stands."""
        places = [
            place
            for place, (column, language) in enumerate(self._columns)
            if column is SeasonColumn.TITLE
            and language in (code, "")
            and clean_text(raw.cells[place]) == title
        ]
        return Problem(raw.number, self._heading(places[0]), title, "season.differs")

    def _heading(self, place: int) -> str:
        return self._headings[place] or column_letter(place)


def _language_of(text: str) -> str:
    """Return the language of a title whose heading names none: by its letters."""
    if text.isascii():
        return "en"
    return "tg" if set("ғӣқӯҳҷ") & set(text.lower()) else "ru" if set("ыщьё") & set(text.lower()) else DEFAULT


def _names(text: str) -> tuple[str, ...]:
    parts = text.replace(";", ",").replace("\n", ",").split(",")
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip(" –—-")))
