"""Cuts the figures of a report: by sex, rank, unit, place, course, project, donor, trainer, time.

Each line holds the same figures as the total beside it. Where the lines add up to more than the total,
because one person (or participation, or trainer-day) stands in several of them, the split says so.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from trainer_app.domain.changes import Label
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.participations import Participation, Period, TaughtCourse, TaughtSession
from trainer_app.domain.parts import Part, measure
from trainer_app.domain.people import Sex
from trainer_app.domain.reports import Figure, Split, SplitLine, Unit
from trainer_app.domain.tallies import (
    ALL_FIGURES,
    PEOPLE_FIGURES,
    SEX_FIGURES,
    TEACHING_FIGURES,
    figures_of,
    tally,
)


class By(StrEnum):
    """What a report can be split by. `district` and `town` are the venue's."""

    SEX = "sex"
    RANK = "rank"
    UNIT = "unit"
    DUTY_DISTRICT = "duty_district"
    DISTRICT = "district"
    TOWN = "town"
    COURSE = "course"
    PROJECT = "project"
    DONOR = "donor"
    TRAINER = "trainer"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True)
class Scope:
    """What one report is counted from: already joined, already inside the period."""

    participations: Sequence[Participation]
    sessions: Sequence[TaughtSession]
    courses: Mapping[str, TaughtCourse]
    period: Period
    trainer_names: Mapping[str, str]
    parts: Sequence[Part]


type _Groups[Item] = dict[str, list[Item]]


def read_by(text: str) -> tuple[By, ...]:
    """Read "sex,town": splits as typed, in their order, each once. Raises "counting.unknown_split"."""
    words = [word.strip().lower().replace("-", "_") for word in text.split(",")]
    for word in words:
        if word and word not in tuple(By):
            raise TrainerError("counting.unknown_split", split=word, known=", ".join(By))
    return tuple(dict.fromkeys(By(word) for word in words if word))


def split(scope: Scope, by: By) -> Split:
    """Cut the figures of a scope."""
    if by in _PERSON:
        return _by_person(scope, by)
    if by in _COURSE:
        return _by_course(scope, by)
    if by in _TIME:
        return _by_time(scope, by)
    return _by_trainer(scope)


def month_of(day: date) -> str:
    """Return "2018-10"."""
    return f"{day.year:04d}-{day.month:02d}"


def quarter_of(day: date) -> str:
    """Return "2018-Q4"."""
    return f"{day.year:04d}-Q{(day.month + 2) // 3}"


def year_of(day: date) -> str:
    """Return "2018"."""
    return f"{day.year:04d}"


_PERSON: Mapping[By, Callable[[Participation], str]] = {
    By.SEX: lambda each: each.sex.value,
    By.RANK: lambda each: each.rank,
    By.UNIT: lambda each: each.unit,
    By.DUTY_DISTRICT: lambda each: each.duty_district,
}
_COURSE: Mapping[By, Callable[[TaughtCourse], str]] = {
    By.COURSE: lambda each: each.key,
    By.PROJECT: lambda each: each.project,
    By.DONOR: lambda each: each.donor,
    By.TOWN: lambda each: each.town,
    By.DISTRICT: lambda each: each.district,
}
_TIME: Mapping[By, Callable[[date], str]] = {By.MONTH: month_of, By.QUARTER: quarter_of, By.YEAR: year_of}


def _by_person(scope: Scope, by: By) -> Split:
    name_of = _PERSON[by]
    groups: _Groups[Part] = {sex.value: [] for sex in Sex} if by is By.SEX else {}
    for part in scope.parts:
        groups.setdefault(name_of(part.of), []).append(part)
    codes = SEX_FIGURES if by is By.SEX else PEOPLE_FIGURES
    names = [sex.value for sex in Sex] if by is By.SEX else _in_order(groups)
    lines = [SplitLine(name, figures_of(tally(groups[name], ()), codes)) for name in names]
    return _close(by, lines, figures_of(tally(scope.parts, ()), codes))


def _by_course(scope: Scope, by: By) -> Split:
    name_of = _COURSE[by]
    names = {key: name_of(course) for key, course in scope.courses.items()}
    parts: _Groups[Part] = {}
    sessions: _Groups[TaughtSession] = {}
    courses: _Groups[str] = {}
    for key, name in names.items():
        courses.setdefault(name, []).append(key)
    for part in scope.parts:
        parts.setdefault(names[part.of.course], []).append(part)
    for session in scope.sessions:
        sessions.setdefault(names[session.course], []).append(session)
    lines = [
        SplitLine(
            scope.courses[name].code if by is By.COURSE else name,
            figures_of(tally(parts.get(name, ()), sessions.get(name, ()), courses[name]), ALL_FIGURES),
        )
        for name in courses
    ]
    lines.sort(key=_line_order)
    return _close(by, lines, figures_of(tally(scope.parts, scope.sessions, scope.courses), ALL_FIGURES))


def _by_time(scope: Scope, by: By) -> Split:
    name_of = _TIME[by]
    parts = measure(scope.participations, scope.courses, scope.period, name_of)
    sessions: _Groups[TaughtSession] = {}
    for session in scope.sessions:
        sessions.setdefault(name_of(session.day), []).append(session)
    lines = [
        SplitLine(name, figures_of(tally(parts.get(name, ()), sessions.get(name, ())), ALL_FIGURES))
        for name in sorted(parts.keys() | sessions.keys())
    ]
    return _close(by, lines, figures_of(tally(scope.parts, scope.sessions, scope.courses), ALL_FIGURES))


def _by_trainer(scope: Scope) -> Split:
    """Cut by trainer: a participation stands with everybody who taught a session of its course."""
    sessions: _Groups[TaughtSession] = {}
    teachers: dict[str, set[str]] = {}
    for session in scope.sessions:
        for trainer in session.trainers or ("",):
            sessions.setdefault(trainer, []).append(replace(session, trainers=(trainer,) if trainer else ()))
            if session.held and trainer:
                teachers.setdefault(session.course, set()).add(trainer)
    parts: _Groups[Part] = {}
    for part in scope.parts:
        for trainer in teachers.get(part.of.course, {""}):
            parts.setdefault(trainer, []).append(part)
    lines = [
        SplitLine(
            scope.trainer_names.get(trainer, trainer),
            figures_of(tally(parts.get(trainer, ()), sessions.get(trainer, ())), TEACHING_FIGURES),
        )
        for trainer in parts.keys() | sessions.keys()
    ]
    lines = sorted((line for line in lines if any(figure.value for figure in line.figures)), key=_line_order)
    total = figures_of(tally(scope.parts, scope.sessions, scope.courses), TEACHING_FIGURES)
    return _close(By.TRAINER, lines, total)


def _in_order(groups: _Groups[Part]) -> list[str]:
    """Return the names of lines by letter; what was not stated comes last."""
    return sorted(groups, key=lambda name: (not name, name.casefold(), name))


def _line_order(line: SplitLine) -> tuple[bool, str, str, tuple[tuple[str, ...], ...]]:
    return not line.name, line.name.casefold(), line.name, tuple(figure.rows for figure in line.figures)


def _close(by: By, lines: Sequence[SplitLine], total: tuple[Figure, ...]) -> Split:
    """Put a split together and say of each figure whose lines do not add up why not."""
    overlaps = []
    for place, figure in enumerate(total):
        if figure.unit is Unit.PERCENT:
            continue
        added = sum(line.figures[place].value or 0 for line in lines)
        if added != figure.value:
            name = Label(f"counting.{figure.code}")
            overlaps.append(Label("counting.overlap", {"figure": name, "sum": added, "total": figure.value}))
    note = Label("counting.parts_overlap", {"overlaps": tuple(overlaps)}) if overlaps else None
    return Split(by.value, tuple(lines), total, note)
