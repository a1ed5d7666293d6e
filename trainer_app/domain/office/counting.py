"""Counts a report: figures, notes, and splits by sex, rank, unit, place, course, donor, field, trainer, time.

`figures` says what each figure counts. Nothing is counted twice and nothing is left out silently: every
figure carries the keys of the rows behind it and its exclusions. Each line of a split holds the same figures
as the total beside it; where the lines add up to more than the total, because one person (or participation,
or trainer-day) stands in several of them, the split says so.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, overload, override

from msgspec import Struct

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import word
from trainer_app.domain.courses.courses import OFF_THE_LIST, CourseState
from trainer_app.domain.office.participations import (
    ALL_FIGURES,
    PEOPLE_FIGURES,
    SEX_FIGURES,
    TEACHING_FIGURES,
    Contribution,
    CountedCourse,
    CountedSession,
    Participation,
    Period,
    Records,
    Tally,
    figures_of,
    tally,
)
from trainer_app.domain.office.reports import CrossLine, CrossTable, Figure, Split, SplitLine, Unit
from trainer_app.domain.office.walks import Walk, walked
from trainer_app.domain.people.persons import Sex
from trainer_app.domain.people.places import one_spelling, place_texts


class SplitBy(StrEnum):
    """What a report can be split by. `district` and `town` are the venue's.

    Rank, unit and duty district are those at each course; what ends in `now` is what the persons are today.
    Age is the group reached in the year in which the course begins.
    """

    SEX = "sex"
    AGE = "age"
    RANK = "rank"
    UNIT = "unit"
    DUTY_DISTRICT = "duty_district"
    RANK_NOW = "rank_now"
    UNIT_NOW = "unit_now"
    DUTY_DISTRICT_NOW = "duty_district_now"
    DISTRICT = "district"
    TOWN = "town"
    COURSE = "course"
    PROJECT = "project"
    DONOR = "donor"
    FIELD_OF_WORK = "field_of_work"
    TRAINER = "trainer"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


type _Groups[Item] = dict[str, list[Item]]
type _Line = tuple[str, Tally]
"""The name of a part, and what is in it."""


class PartFigures(Sequence[Figure]):
    """Figures of a part, each made when it is looked at: of all those of 1,500 courses few ever are."""

    def __init__(self, found: Tally, codes: Sequence[str]) -> None:
        self.found, self._codes = found, codes

    @overload
    def __getitem__(self, index: int) -> Figure: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Figure, ...]: ...
    @override
    def __getitem__(self, index: int | slice) -> Figure | tuple[Figure, ...]:
        """Return the figure at a place, or several."""
        if isinstance(index, slice):
            return figures_of(self.found, self._codes[index])
        return self.found.figure(self._codes[index])

    @override
    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._codes)

    @override
    def __eq__(self, other: object) -> bool:
        """Tell whether another sequence holds the same figures."""
        return isinstance(other, Sequence) and tuple(self) == tuple(other)


def read_by(text: str) -> tuple[SplitBy, ...]:
    """Read "sex,town": splits as typed, in their order, each once. Raises "counting.unknown_split"."""
    typed = [each.strip().lower().replace("-", "_") for each in text.split(",")]
    for each in typed:
        if each and each not in tuple(SplitBy):
            raise TrainerError("counting.unknown_split", split=each, known=", ".join(SplitBy))
    return tuple(dict.fromkeys(SplitBy(each) for each in typed if each))


def split(scope: Walk, by: SplitBy) -> Split:
    """Cut the figures of a scope."""
    if by in PERSON_NAMES:
        return _by_person(scope, by)
    if by in COURSE_NAMES:
        return _by_course(scope, by)
    if by in TIME_NAMES:
        return _by_time(scope, by)
    return _by_trainer(scope)


def month_of(day: date) -> str:
    """Return "2018-10"."""
    return f"{day.year:04d}-{day.month:02d}"


def months_around(day: date, count: int, *, back: int = 0) -> tuple[date, date]:
    """Return the first and last day of the quarter (`count` 3) or year (12) of a day, or of one before it."""
    place = (day.year * 12 + day.month - 1) // count - back
    (year, month), (next_year, next_month) = (divmod(each * count, 12) for each in (place, place + 1))
    return date(year, month + 1, 1), date(next_year, next_month + 1, 1) - timedelta(1)


def quarter_of(day: date) -> str:
    """Return "2018-Q4"."""
    return f"{day.year:04d}-Q{(day.month + 2) // 3}"


def year_of(day: date) -> str:
    """Return "2018"."""
    return f"{day.year:04d}"


_MONTH, _QUARTER = regex(r"([0-9]{4})-([0-9]{2})"), regex(r"([0-9]{4})-Q([1-4])")


_PLACES = (SplitBy.TOWN, SplitBy.DISTRICT, SplitBy.DUTY_DISTRICT, SplitBy.DUTY_DISTRICT_NOW)


def written_name(by: str, name: str, language: str) -> str:
    """Return the name of a line by time, age or place as people write it; others as they are.

    "октябр 2018", "Q4 2018", "under 25"; a place as the list of places has it there (`place_texts`).
    """
    if by in _PLACES:
        return place_texts(name)[language]
    if by == SplitBy.MONTH and (found := _MONTH.fullmatch(name)):
        return f"{word('calendar.month_names', language).split()[int(found[2]) - 1]} {found[1]}"
    if by == SplitBy.QUARTER and (found := _QUARTER.fullmatch(name)):
        return word("calendar.quarter", language).format(year=found[1], number=found[2])
    if by == SplitBy.AGE and name:
        return _age_words(name, language)
    return name


def _age_words(group: str, language: str) -> str:
    """Return "under 25", "25–34", "55 and over" for a group as `persons.age_group` has it."""
    first, _, last = group.partition("-")
    if not last:
        return word("age.over", language).format(age=first.rstrip("+"))
    if first == "0":
        return word("age.under", language).format(age=int(last) + 1)
    return f"{first}–{last}"


def by_letter(by: str, names: Sequence[str], language: str) -> list[int]:
    """Return in which order lines stand in a language: places by letter, not stated last; others as they are.

    They are counted once, in the spelling that stands for all of a place, and read in any language.
    """
    order = list(range(len(names)))
    if by not in _PLACES:
        return order
    return sorted(order, key=lambda at: (not names[at], written_name(by, names[at], language).casefold()))


def split_in(split: Split, language: str) -> Split:
    """Return a split with its lines in the order of a language, see `by_letter`."""
    order = by_letter(split.by, [line.name for line in split.lines], language)
    return replace(split, lines=tuple(split.lines[at] for at in order))


def table_in(table: CrossTable, language: str) -> CrossTable:
    """Return a table with its lines and columns in the order of a language, see `by_letter`."""
    rows = by_letter(table.rows, [line.name for line in table.lines], language)
    columns = by_letter(table.columns, table.columns_named, language)

    def line(whole: CrossLine) -> CrossLine:
        return CrossLine(whole.name, (*(whole.parts[at] for at in columns), whole.parts[-1]))

    return replace(
        table,
        columns_named=tuple(table.columns_named[at] for at in columns),
        lines=tuple(line(table.lines[at]) for at in rows),
        total=line(table.total),
    )


PERSON_NAMES: Mapping[SplitBy, Callable[[Participation], str]] = {
    SplitBy.SEX: lambda each: each.sex.value,
    SplitBy.AGE: lambda each: each.age,
    SplitBy.RANK: lambda each: each.rank,
    SplitBy.UNIT: lambda each: each.unit,
    SplitBy.DUTY_DISTRICT: lambda each: one_spelling(each.duty_district),
    SplitBy.RANK_NOW: lambda each: each.rank_now,
    SplitBy.UNIT_NOW: lambda each: each.unit_now,
    SplitBy.DUTY_DISTRICT_NOW: lambda each: one_spelling(each.duty_district_now),
}
COURSE_NAMES: Mapping[SplitBy, Callable[[CountedCourse], str]] = {
    SplitBy.COURSE: lambda each: each.key,
    SplitBy.PROJECT: lambda each: each.project,
    SplitBy.DONOR: lambda each: each.donor,
    SplitBy.FIELD_OF_WORK: lambda each: each.field_of_work,
    SplitBy.TOWN: lambda each: one_spelling(each.town),
    SplitBy.DISTRICT: lambda each: one_spelling(each.district),
}
TIME_NAMES: Mapping[SplitBy, Callable[[date], str]] = {
    SplitBy.MONTH: month_of,
    SplitBy.QUARTER: quarter_of,
    SplitBy.YEAR: year_of,
}


def _by_person(scope: Walk, by: SplitBy) -> Split:
    groups = scope.people(by, PERSON_NAMES[by])
    codes = SEX_FIGURES if by is SplitBy.SEX else PEOPLE_FIGURES
    names = [sex.value for sex in Sex] if by is SplitBy.SEX else _in_order(groups)
    nobody = tally((), ())
    lines = [(name, groups.get(name, nobody)) for name in names]
    return _close(by, lines, scope, codes, several=_OF_PEOPLE)


def _by_course(scope: Walk, by: SplitBy) -> Split:
    name_of = COURSE_NAMES[by]
    names = {key: name_of(course) for key, course in scope.courses.items()}
    parts: _Groups[Contribution] = {}
    sessions: _Groups[CountedSession] = {}
    courses: _Groups[str] = {}
    for key, name in names.items():
        courses.setdefault(name, []).append(key)
    for part in scope.parts:
        parts.setdefault(names[part.of.course], []).append(part)
    for session in scope.sessions:
        sessions.setdefault(names[session.course], []).append(session)
    lines = [
        (
            scope.courses[name].code if by is SplitBy.COURSE else name,
            tally(parts.get(name, ()), sessions.get(name, ()), courses[name]),
        )
        for name in courses
    ]
    several = (*_OF_PEOPLE, "trainer_days")
    return _close(by, _sorted(lines, ALL_FIGURES), scope, ALL_FIGURES, several=several)


def _by_time(scope: Walk, by: SplitBy) -> Split:
    name_of = TIME_NAMES[by]
    parts = scope.measured((by,), name_of)
    sessions: _Groups[CountedSession] = {}
    for session in scope.sessions:
        sessions.setdefault(name_of(session.day), []).append(session)
    lines = [
        (name, tally(parts.get(name, ()), sessions.get(name, ())))
        for name in sorted(parts.keys() | sessions.keys())
    ]
    return _close(by, lines, scope, ALL_FIGURES)


def _by_trainer(scope: Walk) -> Split:
    """Cut by trainer: a participation stands with everybody who taught a session of its course."""
    sessions: _Groups[CountedSession] = {}
    teachers: dict[str, set[str]] = {}
    for session in scope.sessions:
        for trainer in session.trainers or ("",):
            sessions.setdefault(trainer, []).append(replace(session, trainers=(trainer,) if trainer else ()))
            if session.held and trainer:
                teachers.setdefault(session.course, set()).add(trainer)
    parts: _Groups[Contribution] = {}
    for part in scope.parts:
        for trainer in teachers.get(part.of.course, {""}):
            parts.setdefault(trainer, []).append(part)
    lines = [
        (scope.records.trainer_names.get(trainer, trainer), found)
        for trainer in parts.keys() | sessions.keys()
        for found in [tally(parts.get(trainer, ()), sessions.get(trainer, ()))]
        if any(map(found.amount, TEACHING_FIGURES))
    ]
    return _close(SplitBy.TRAINER, _sorted(lines, TEACHING_FIGURES), scope, TEACHING_FIGURES)


def _in_order(groups: Iterable[str]) -> list[str]:
    """Return the names of lines by letter; what was not stated comes last."""
    return sorted(groups, key=lambda name: (not name, name.casefold(), name))


def _sorted(lines: Iterable[_Line], codes: Sequence[str]) -> list[_Line]:
    """Return lines by letter, what was not stated last; those of one name by what is behind their figures."""
    found = list(lines)
    named = Counter(name for name, _ in found)

    def place(line: _Line) -> tuple[bool, str, str, tuple[tuple[str, ...], ...]]:
        name, part = line
        # Only where a name stands several times are the lists behind the figures made for it.
        rows = tuple(part.figure(code).rows for code in codes) if named[name] > 1 else ()
        return not name, name.casefold(), name, rows

    return sorted(found, key=place)


_OF_PEOPLE = ("unique_persons", "women", "unique_completions")
"""Figures that count somebody once who stands in several participations."""


def _close(
    by: SplitBy,
    lines: Sequence[_Line],
    scope: Walk,
    codes: Sequence[str],
    *,
    several: Sequence[str] = ALL_FIGURES,
) -> Split:
    """Build a split; the figures of its lines are made when they are looked at.

    Each figure whose lines do not sum to its total gets a note that the parts overlap, with both numbers;
    percentages never sum, so they get none. `several` are those whose rows may lie in several lines.
    """
    overlaps, total = [], figures_of(scope.whole, codes)
    for figure in total:
        if figure.code not in several or figure.unit in (Unit.PERCENT, Unit.POINTS):
            continue
        added = sum(part.amount(figure.code) for _, part in lines)
        if added != figure.value:
            name = Label(f"counting.{figure.code}")
            overlaps.append(Label("counting.overlap", {"figure": name, "sum": added, "total": figure.value}))
    note = Label("counting.parts_overlap", {"overlaps": tuple(overlaps)}) if overlaps else None
    return Split(
        by.value, tuple(SplitLine(name, PartFigures(part, codes)) for name, part in lines), total, note
    )


def overlapping(splits: Iterable[Split], code: str) -> list[str]:
    """Return in which splits the lines of a figure add up to more than its total, some being in several."""
    found = []
    for split_by in splits:
        told: Any = split_by.note.values["overlaps"] if split_by.note is not None else ()
        if any(each.values["figure"].code == f"counting.{code}" for each in told):
            found.append(split_by.by)
    return found


class Counted(Struct, frozen=True):
    """What was counted: goes into a `Report` as it is."""

    figures: tuple[Figure, ...]
    splits: tuple[Split, ...]
    notes: tuple[Label, ...]

    def figure(self, code: str) -> Figure:
        """Return the figure of a code. Raises KeyError for one that is not counted."""
        return {figure.code: figure for figure in self.figures}[code]


def count(
    records: Records, period: Period | None = None, by: Sequence[SplitBy] = (), *, today: date = date.max
) -> Counted:
    """Count everything that lies in a period.

    Hours, days, participations and sessions lie on the day they took place, completions on the last day of
    their course, certificates on the day of issue. Splits come in the order of `by`. A note tells of sessions
    that are held on days after `today`.
    """
    scope = walked(records, period or Period())
    splits = tuple(split(scope, each) for each in by)
    return Counted(figures_of(scope.whole, ALL_FIGURES), splits, tuple(_notes(scope, today)))


def _notes(scope: Walk, today: date) -> list[Label]:
    """Say what a reader must know before quoting the figures."""
    notes = []
    if not scope.period.open:
        notes.append(Label("counting.note_period"))
    running = _running(scope.whole.came, scope.courses)
    if running:
        notes.append(Label("counting.note_running", {"count": len(running), "courses": running}))
    whole = scope.whole
    # One mark makes a session held; whether it was set ahead or a date or clock is wrong cannot be told here.
    ahead = [session for session in whole.held if session.day > today]
    if ahead:
        codes = sorted({scope.courses[session.course].code for session in ahead})
        notes.append(Label("counting.note_ahead", {"count": len(ahead), "courses": tuple(codes)}))
    if whole.unmarked is not None:
        notes.append(Label("counting.note_unmarked", {"count": whole.unmarked.values["count"]}))
    if whole.sex_unknown:
        notes.append(Label("counting.note_sex_unknown", {"count": len(whole.sex_unknown)}))
    gone = sum(part.of.state in OFF_THE_LIST for part in whole.came)
    if gone:
        notes.append(Label("counting.note_gone", {"count": gone}))
    if scope.doubles:
        told = {"count": len(scope.doubles), "rows": tuple(scope.doubles)}
        notes.append(Label("counting.note_doubles", told))
    return notes


def _running(came: Sequence[Contribution], courses: Mapping[str, CountedCourse]) -> tuple[str, ...]:
    """Return the codes of courses that people attend and that are not closed: completions may change."""
    attended = {part.of.course for part in came}
    open_states = (CourseState.PLANNED, CourseState.RUNNING)
    return tuple(sorted(courses[key].code for key in attended if courses[key].state in open_states))
