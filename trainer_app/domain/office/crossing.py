"""A report's table: chosen figures by what stands in its rows and what stands in its columns.

Every cell is counted by the rules of the whole report, out of the same parts: the rows and columns of one
table share one walk over the days, and no mark is read again. Where one person (or participation, or
trainer-day) stands in several lines or columns these add up to more than the total, and the table says so.
What cannot be said of a part, as the sessions of one sex, is left out of the table and named.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from itertools import product

from msgspec import Struct

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import Percent
from trainer_app.domain.base.settings import Setting
from trainer_app.domain.base.structs import replace
from trainer_app.domain.evaluations.statistics import compare_tests
from trainer_app.domain.office.counting import COURSE_NAMES, PERSON_NAMES, TIME_NAMES, SplitBy
from trainer_app.domain.office.participations import (
    ALL_FIGURES,
    PEOPLE_FIGURES,
    SEX_FIGURES,
    TEACHING_FIGURES,
    Contribution,
    CountedSession,
    Period,
    Records,
    Tally,
    figures_of,
    tally,
)
from trainer_app.domain.office.reports import (
    LEARNING_FIGURES,
    Basis,
    CrossLine,
    CrossTable,
    Figure,
    Report,
    ReportExtent,
    Unit,
    learning_figures,
    with_learners,
)
from trainer_app.domain.office.walks import walked
from trainer_app.domain.people.persons import Sex

USUAL_FIGURES = ("participations", "unique_persons", "women", "completions", "person_hours", "gain_points")
TABLE_FIGURES = (*ALL_FIGURES, *LEARNING_FIGURES)
"""Codes of all figures that a table may show, in the order of a report."""

type _Place = tuple[str, ...]
"""Names of the parts that a cell belongs to, one for each dimension; keys of courses and trainers."""
type _Names = Callable[[Contribution], Iterable[str]]

_UNADDED = (Unit.PERCENT, Unit.POINTS, Unit.GAIN)
"""What never adds up, so that nothing is said of it."""
_BETWEEN = "\n"
"""Stands between the names of two spans of time; in none of them."""


class TableQuery(Struct, frozen=True):
    """What a table is asked for. None: it has no such dimension."""

    rows: SplitBy | None = None
    columns: SplitBy | None = None
    figures: tuple[str, ...] = USUAL_FIGURES
    mapped: str = ""
    """The figure that the map shows, where there is one; the first of them without."""

    @property
    def dimensions(self) -> tuple[SplitBy, ...]:
        """Those that there are."""
        return tuple(each for each in (self.rows, self.columns) if each is not None)


class ReportLayout(Struct, frozen=True):
    """A report that is asked for again and again: of what, cut by what, which figures, under a name."""

    name: str
    extent: ReportExtent = ReportExtent()
    by: tuple[SplitBy, ...] = ()
    table: TableQuery = TableQuery()
    basis: Basis = Basis.TODAY
    view: str = ""
    """What of it was looked at when it was kept; "" where nobody said."""


LAYOUTS = Setting[list[ReportLayout]]("report_layouts", [], list[ReportLayout])
"""What is kept on this computer, by name; it never travels."""


class AskedReport(Struct, frozen=True):
    """What was looked at when the program was locked: the report, the figure in it, and who did."""

    user: str
    layout: ReportLayout
    figure: str = ""


ASKED = Setting[list[AskedReport]]("report_asked", [], list[AskedReport])
"""At most one, until it is taken up again on this computer; it never travels."""


def sayable(by: SplitBy) -> tuple[str, ...]:
    """Return the figures that can be said of the parts of a split."""
    if by is SplitBy.SEX:
        return (*SEX_FIGURES, *LEARNING_FIGURES)
    if by in PERSON_NAMES:
        return (*PEOPLE_FIGURES, *LEARNING_FIGURES)
    return TEACHING_FIGURES if by is SplitBy.TRAINER else TABLE_FIGURES


def read_figures(text: str) -> tuple[str, ...]:
    """Read "women,gain_points": figures as typed. Raises "counting.unknown_figure"."""
    typed = [each.strip().lower().replace("-", "_") for each in text.split(",")]
    for each in typed:
        if each and each not in TABLE_FIGURES:
            raise TrainerError("counting.unknown_figure", figure=each, known=", ".join(TABLE_FIGURES))
    return tuple(dict.fromkeys(each for each in typed if each))


def cross(records: Records, period: Period, asked: TableQuery) -> CrossTable:
    """Count the table that is asked for; figures of a code that is not known are left out."""
    return _Crossing(records, period, asked).table()


class _Crossing:
    """One table being counted."""

    def __init__(self, records: Records, period: Period, asked: TableQuery) -> None:
        self._asked, self._records = asked, records
        self._walk = walked(records, period)
        self._courses = self._walk.courses
        self._sessions = self._walk.sessions
        self._teachers = _teachers(self._sessions)
        self._tests: dict[tuple[str, str], list[str]] = {}
        for each in records.participations if records.tests else ():
            if each.enrolment in records.tests:
                self._tests.setdefault((each.course, each.person), []).append(each.enrolment)
        said = [set(sayable(each)) for each in asked.dimensions]
        chosen = [code for code in TABLE_FIGURES if code in asked.figures]
        self._codes = tuple(code for code in chosen if all(code in each for each in said))
        self._unsaid = tuple(code for code in chosen if code not in self._codes)

    def table(self) -> CrossTable:
        rows, columns = self._asked.rows, self._asked.columns
        cells = self._counted((rows, columns)) if rows and columns else {}
        by_row = self._counted((rows,)) if rows else {}
        by_column = self._counted((columns,)) if columns else {}
        whole = self._figures(self._walk.whole)
        names = self._in_order(rows, by_row), self._in_order(columns, by_column)
        blank = self._figures(tally((), ()))
        lines = tuple(
            CrossLine(
                self._shown(rows, row),
                (*(cells.get((row, column), blank) for column in names[1]), by_row[row,]),
            )
            for row in names[0]
        )
        return CrossTable(
            rows=rows.value if rows else "",
            columns=columns.value if columns else "",
            codes=self._codes,
            columns_named=tuple(self._shown(columns, column) for column in names[1]),
            lines=lines,
            total=CrossLine("", (*(by_column[column,] for column in names[1]), whole)),
            notes=self._notes(whole, by_row, by_column),
        )

    def _counted(self, dimensions: Sequence[SplitBy]) -> dict[_Place, tuple[Figure, ...]]:
        """Return the figures of every part that there is."""
        kept = _always(dimensions)
        found_in = {place: self._figures(found) for place, found in self._tallies(dimensions).items()}
        return {
            place: figures
            for place, figures in found_in.items()
            if place in kept or any(figure.value for figure in figures)
        }

    def _tallies(self, dimensions: Sequence[SplitBy]) -> dict[_Place, Tally]:
        """Return what the figures of every part are made of."""
        (first, *more), always = dimensions, _always(dimensions)
        if first in PERSON_NAMES and not more:
            people = self._walk.people(first, PERSON_NAMES[first])
            nobody = tally((), ())
            return dict.fromkeys(always, nobody) | {(name,): found for name, found in people.items()}
        measured = self._measured(tuple(each for each in dimensions if each in TIME_NAMES))
        parts: dict[_Place, list[Contribution]] = {}
        for bucket, found in measured.items():
            readers = self._readers(dimensions, bucket)
            for part in found:
                for place in product(*(read(part) for read in readers)):
                    parts.setdefault(place, []).append(part)
        sessions = self._placed_sessions(dimensions)
        places = parts.keys() | sessions.keys() | always
        return {place: tally(parts.get(place, ()), sessions.get(place, ())) for place in places}

    def _measured(self, times: tuple[SplitBy, ...]) -> dict[str, list[Contribution]]:
        """Return what each participation contributes, by spans of time; the days are gone through once."""
        return self._walk.measured(times, _bucket([TIME_NAMES[each] for each in times]))

    def _readers(self, dimensions: Sequence[SplitBy], bucket: str) -> list[_Names]:
        """Return what names the parts of each dimension to which a contribution of a span of time belongs."""
        spans = iter(bucket.split(_BETWEEN))
        return [self._reader(each, next(spans) if each in TIME_NAMES else "") for each in dimensions]

    def _reader(self, by: SplitBy, span: str) -> _Names:
        if by in TIME_NAMES:
            return lambda _part: (span,)
        if by in PERSON_NAMES:
            name_of = PERSON_NAMES[by]
            return lambda part: (name_of(part.of),)
        if by is SplitBy.TRAINER:
            return lambda part: self._teachers.get(part.of.course, _NOBODY)
        names = {key: COURSE_NAMES[by](course) for key, course in self._courses.items()}
        return lambda part: (names[part.of.course],)

    def _placed_sessions(self, dimensions: Sequence[SplitBy]) -> dict[_Place, list[CountedSession]]:
        """Return the sessions of each part; none where people are divided."""
        found: dict[_Place, list[CountedSession]] = {}
        if any(each in PERSON_NAMES for each in dimensions):
            return found
        for session in self._sessions:
            named = [self._session_names(each, session) for each in dimensions]
            for place in product(*named):
                found.setdefault(place, []).append(_of_trainer(session, dimensions, place))
        return found

    def _session_names(self, by: SplitBy, session: CountedSession) -> Iterable[str]:
        if by in TIME_NAMES:
            return (TIME_NAMES[by](session.day),)
        if by is SplitBy.TRAINER:
            return session.trainers or _NOBODY
        return (COURSE_NAMES[by](self._courses[session.course]),)

    def _figures(self, found: Tally) -> tuple[Figure, ...]:
        counted = [code for code in self._codes if code in ALL_FIGURES]
        by_code = {figure.code: figure for figure in figures_of(found, counted)}
        if len(counted) < len(self._codes):
            by_code |= self._learning(found.came)
        return tuple(by_code[code] for code in self._codes)

    def _learning(self, parts: Iterable[Contribution]) -> Mapping[str, Figure]:
        pre: dict[str, Percent] = {}
        post: dict[str, Percent] = {}
        for part in parts if self._tests else ():
            for key in self._tests.get((part.of.course, part.of.person), ()):
                first, last = self._records.tests[key]
                if first is not None:
                    pre[key] = first
                if last is not None:
                    post[key] = last
        return {figure.code: figure for figure in learnt(pre, post)}

    def _in_order(self, by: SplitBy | None, found: Mapping[_Place, object]) -> list[str]:
        """Return the parts by letter or time, women before men; what was not stated comes last."""
        names = [name for (name,) in found]
        if by is SplitBy.SEX:
            order = [sex.value for sex in Sex]
            return sorted(names, key=order.index)

        def place(name: str) -> tuple[bool, str, str]:
            shown = self._shown(by, name)
            return not shown, shown.casefold(), name

        return sorted(names, key=place)

    def _shown(self, by: SplitBy | None, name: str) -> str:
        if by is SplitBy.COURSE:
            return self._courses[name].code
        return self._records.trainer_names.get(name, name) if by is SplitBy.TRAINER else name

    def _notes(
        self,
        whole: tuple[Figure, ...],
        by_row: Mapping[_Place, tuple[Figure, ...]],
        by_column: Mapping[_Place, tuple[Figure, ...]],
    ) -> tuple[Label, ...]:
        notes = []
        if self._unsaid:
            names = tuple(Label(f"counting.{code}") for code in self._unsaid)
            by = tuple(Label(f"counting.by.{each.value}") for each in self._asked.dimensions)
            notes.append(Label("counting.not_said", {"figures": names, "by": by}))
        for direction, parts in (("lines", by_row), ("columns", by_column)):
            told = _overlaps(whole, list(parts.values())) if parts else ()
            if told:
                notes.append(Label(f"counting.{direction}_overlap", {"overlaps": told}))
        return tuple(notes)


_NOBODY = ("",)


def learnt(pre: Mapping[str, Percent], post: Mapping[str, Percent]) -> tuple[Figure, ...]:
    """Return what tests say, by enrolment, matched pairs only; each figure with what each gives to it."""
    return tuple(with_learners(figure, pre, post) for figure in learning_figures(compare_tests(pre, post)))


def _teachers(sessions: Iterable[CountedSession]) -> dict[str, set[str]]:
    """Return who taught a session of each course that was held."""
    found: dict[str, set[str]] = {}
    for session in sessions:
        if session.held and session.trainers:
            found.setdefault(session.course, set()).update(session.trainers)
    return found


def _of_trainer(session: CountedSession, dimensions: Sequence[SplitBy], place: _Place) -> CountedSession:
    """Return a session as it counts for one trainer, where trainers are divided."""
    for by, name in zip(dimensions, place, strict=True):
        if by is SplitBy.TRAINER:
            return replace(session, trainers=(name,) if name else ())
    return session


def _always(dimensions: Sequence[SplitBy]) -> set[_Place]:
    """Return the parts that are shown also where nothing is in them."""
    return {(Sex.FEMALE.value,), (Sex.MALE.value,)} if tuple(dimensions) == (SplitBy.SEX,) else set()


def _bucket(times: Sequence[Callable[[date], str]]) -> Callable[[date], str] | None:
    if not times:
        return None
    # Most days are those of many people.
    return cache(lambda day: _BETWEEN.join(name_of(day) for name_of in times))


def _overlaps(whole: tuple[Figure, ...], parts: Sequence[tuple[Figure, ...]]) -> tuple[Label, ...]:
    """Return of each figure whose parts do not add up to the whole both numbers."""
    told = []
    for index, figure in enumerate(whole):
        added = sum(part[index].value or 0 for part in parts)
        if figure.unit not in _UNADDED and added != figure.value:
            name = Label(f"counting.{figure.code}")
            told.append(Label("counting.overlap", {"figure": name, "sum": added, "total": figure.value}))
    return tuple(told)


MOST_CHARTS = 6
_BARS = 14
"""Bars of a chart over time, at most, before it takes longer spans."""
_TIMES = (SplitBy.MONTH, SplitBy.QUARTER, SplitBy.YEAR)
_ALWAYS = (SplitBy.SEX, SplitBy.DISTRICT)


def chart_tables(records: Records, period: Period, made: Report) -> tuple[CrossTable, ...]:
    """Return the tables that the charts of a report draw; none where nothing lies in time.

    The one course of a report says nothing beside the others, and has no chart.
    """
    first, last = made.about.first, made.about.last
    if first is None or last is None:
        return ()
    asked = [SplitBy(split.by) for split in made.splits]
    time = next((by for by in asked if by in _TIMES), _span(first, last))
    more = [by for by in asked if by not in (*_TIMES, *_ALWAYS)]
    counted = [_table(records, period, by) for by in (time, *_ALWAYS)]
    beside = (_table(records, period, by) for by in more)
    said = (table for table in beside if table.rows != SplitBy.COURSE or len(table.lines) > 1)
    return (*counted, *said)[:MOST_CHARTS]


def _span(first: date, last: date) -> SplitBy:
    """Return the shortest spans of which there are few enough."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    return SplitBy.MONTH if months <= _BARS else SplitBy.QUARTER if months <= _BARS * 3 else SplitBy.YEAR


def _table(records: Records, period: Period, by: SplitBy) -> CrossTable:
    figure = "unique_persons" if by is SplitBy.SEX else "participations"
    return cross(records, period, TableQuery(by, None, (figure,)))
