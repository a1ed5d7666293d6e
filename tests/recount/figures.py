"""Every figure and split of a report, counted anew from registers; nothing of the program is used.

A line of a split is the same count through a narrower **sieve**: some seats, some days, some sessions.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from tests.recount.folding import Rows
from tests.recount.registers import SEXES, Book, Seat, Session, half_up

type Number = int | float | None
type Numbers = dict[str, Number]
type Lines = list[tuple[str, Numbers]]
"""Names of lines with their figures. Two lines may have one name: two trainers, two courses."""

TEACHING = ("participations", "courses", "sessions_held", "trainer_days")
OF_SESSIONS = ("courses", "sessions_held", "trainer_days")
BY_SEAT = ("sex", "age", "rank", "unit", "duty_district", "rank_now", "unit_now", "duty_district_now")
BY_COURSE = ("course", "project", "donor", "field_of_work", "town", "district")
BY_TIME = ("month", "quarter", "year")
LISTED = Path(__file__).parents[2] / "resources" / "places" / "tajikistan.json"
SPELLED = {
    spelling: place["name"]["tg"]
    for place in json.loads(LISTED.read_text(encoding="utf-8"))["places"]
    for spelling in (*place["name"].values(), *place.get("also", ()))
}
"""Spellings of places in the list of places, each with the one under which all of them are a line."""
SPLITS = (*BY_SEAT, *BY_COURSE, "trainer", *BY_TIME)


def _all(_each: object) -> bool:
    return True


@dataclass(frozen=True)
class Sieve:
    """What is let through. `trainer`: the sessions of this person alone, "" for those that nobody taught."""

    first: date = date.min
    last: date = date.max
    seat: Callable[[Seat], bool] = _all
    course: Callable[[str], bool] = _all
    day: Callable[[date], bool] = _all
    trainer: str | None = None

    def holds(self, day: date) -> bool:
        """Tell whether a day is counted."""
        return self.first <= day <= self.last and self.day(day)

    def takes(self, seat: Seat) -> bool:
        """Tell whether somebody is counted."""
        return self.course(seat.course) and self.seat(seat)

    def hears(self, session: Session) -> bool:
        """Tell whether a session is counted."""
        inside = session.held and self.holds(session.day) and self.course(session.course)
        if self.trainer is None:
            return inside
        return inside and (self.trainer in session.trainers or (not self.trainer and not session.trainers))


@dataclass(frozen=True)
class Counted:
    """Figures as they are shown, and the keys of the rows behind each."""

    numbers: Numbers
    rows: Mapping[str, frozenset[str]]


def count(book: Book, sieve: Sieve) -> Counted:
    """Count what a sieve lets through."""
    seats = [seat for seat in book.seats.values() if sieve.takes(seat)]
    days = {seat: _days(seat, sieve) for seat in seats}
    there = [seat for seat, own in days.items() if own]
    women = [seat for seat in there if seat.place.facts["sex"] == "female"]
    minutes = {seat.place.key: sum(map(seat.minutes, own)) for seat, own in days.items()}
    halves = {
        seat.place.key: sum(_halves(seat.minutes(day), book.planned(seat.course, day)) for day in own)
        for seat, own in days.items()
    }
    done = [seat for seat in seats if seat.completed and sieve.holds(book.last_day(seat.course))]
    rows: dict[str, Iterable[str]] = {
        "participations": (seat.place.key for seat in there),
        "unique_persons": (seat.person for seat in there),
        "women": (seat.person for seat in women),
        "completions": (seat.place.key for seat in done),
        "unique_completions": (seat.person for seat in done),
        **_certificates(book, sieve),
        "person_hours": (key for key, each in minutes.items() if each),
        "person_days": (key for key, each in halves.items() if each),
        "women_by_head": (seat.person for seat in women),
        "women_by_hour": (seat.place.key for seat in women if minutes[seat.place.key]),
        **_teaching(book, sieve),
    }
    kept = {name: frozenset(keys) for name, keys in rows.items()}
    numbers: Numbers = {name: len(keys) for name, keys in kept.items()}
    numbers["person_hours"] = half_up(Fraction(sum(minutes.values()) * 100, 60)) / 100
    numbers["person_days"] = sum(halves.values()) / 2
    numbers["trainer_days"] = len(_trainer_days(book, sieve))
    numbers["women_by_head"] = _percent(len(kept["women"]), len(kept["unique_persons"]))
    of_women = sum(minutes[seat.place.key] for seat in women)
    numbers["women_by_hour"] = _percent(of_women, sum(minutes.values()))
    return Counted(numbers, kept)


def _days(seat: Seat, sieve: Sieve) -> list[date]:
    """Return the days on which somebody was there, as far as they are counted."""
    return sorted({day for place in seat.places for day in place.days if sieve.holds(day)})


def _halves(attended: int, planned: int) -> int:
    """Return a person-day in halves."""
    if not planned:
        return 0
    share = Fraction(attended, planned)
    return (share >= Fraction(1, 4)) + (share >= Fraction(3, 4))


def _day_counted(book: Book, key: str) -> date:
    """Return the day on which the first was issued of those that a certificate replaces."""
    days, chain = [], {key}
    while True:
        before = {each for each, row in book.certificates.items() if row.get("replaced_by") in chain} - chain
        if not before:
            break
        chain |= before
    for each in chain:
        days.append(date.fromisoformat(book.certificates[each]["issued_on"]))
    return min(days)


def _certificates(book: Book, sieve: Sieve) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {
        f"certificates{kind}": set() for kind in ("", "_completion", "_attendance", "_void")
    }
    for key, row in book.certificates.items():
        if not sieve.holds(_day_counted(book, key)) or not sieve.takes(book.seat_of(row["enrolment"])):
            continue
        if row.get("replaced_by"):
            continue
        if row.get("void") is True:
            found["certificates_void"].add(key)
        else:
            found["certificates"].add(key)
            found[f"certificates_{row['kind']}"].add(key)
    return found


def _teaching(book: Book, sieve: Sieve) -> dict[str, set[str]]:
    held = [session for session in book.sessions if sieve.hears(session)]
    return {
        "courses": {session.course for session in held},
        "sessions_held": {session.key for session in held},
        "trainer_days": {session.key for session in held if session.trainers},
    }


def _trainer_days(book: Book, sieve: Sieve) -> set[tuple[str, date]]:
    return {
        (trainer, session.day)
        for session in book.sessions
        if sieve.hears(session)
        for trainer in session.trainers
        if sieve.trainer in (None, trainer)
    }


def _percent(part: int, whole: int) -> float | None:
    return half_up(Fraction(part * 10_000, whole)) / 100 if whole else None


def learning(book: Book, sieve: Sieve) -> Counted:
    """Count what tests say: of participants alone, of those who were there on a day that is counted."""
    pairs, only = [], {"pre": set[str](), "post": set[str]()}
    matched, worse = set(), set()
    for seat in book.seats.values():
        if not _days(seat, sieve):
            continue
        pre, post = seat.tests.get("pre"), seat.tests.get("post")
        if pre is not None and post is not None:
            pairs.append((pre, post))
            matched.add(seat.tested.key)
            if post < pre:
                worse.add(seat.tested.key)
        elif pre is not None or post is not None:
            only["post" if pre is None else "pre"].add(seat.tested.key)
    numbers: Numbers = {
        "tests_matched": len(pairs),
        "tests_only_pre": len(only["pre"]),
        "tests_only_post": len(only["post"]),
        "losses": sum(post < pre for pre, post in pairs),
        **_gains(pairs),
    }
    rows = {name: frozenset(matched) for name in numbers}
    rows |= {"tests_only_pre": frozenset(only["pre"]), "tests_only_post": frozenset(only["post"])}
    rows["losses"] = frozenset(worse)
    return Counted(numbers, rows)


def _gains(pairs: list[tuple[Fraction, Fraction]]) -> Numbers:
    """Return means, the gain of the means (Hake) and the mean of the gains (Bao)."""
    if not pairs:
        return dict.fromkeys(("pre_mean", "post_mean", "gain_points", "hake_g", "mean_individual_g"))
    before = sum((pre for pre, _ in pairs), Fraction(0)) / len(pairs)
    after = sum((post for _, post in pairs), Fraction(0)) / len(pairs)
    own = [(post - pre) / (1 - pre) for pre, post in pairs if pre < 1]
    return {
        "pre_mean": half_up(before * 10_000) / 100,
        "post_mean": half_up(after * 10_000) / 100,
        "gain_points": half_up((after - before) * 10_000) / 100,
        "hake_g": half_up((after - before) / (1 - before) * 10_000) / 10_000 if before < 1 else None,
        "mean_individual_g": half_up(sum(own, Fraction(0)) / len(own) * 10_000) / 10_000 if own else None,
    }


def split(book: Book, sieve: Sieve, by: str) -> Lines:
    """Return the lines of a split, each with its figures."""
    if by in BY_SEAT:
        return _by_seat(book, sieve, by)
    if by in BY_COURSE:
        return _by_course(book, sieve, by)
    return _by_time(book, sieve, by) if by in BY_TIME else _by_trainer(book, sieve)


def _without(numbers: Numbers, *names: str) -> Numbers:
    return {name: value for name, value in numbers.items() if name not in names}


def _by_seat(book: Book, sieve: Sieve, by: str) -> Lines:
    def fact(seat: Seat) -> str:
        said = seat.now[by.removesuffix("_now")] if by.endswith("_now") else seat.place.facts[by]
        return SPELLED.get(said, said) if by.startswith("duty_district") else said

    names = SEXES if by == "sex" else sorted({fact(seat) for seat in book.seats.values()})
    hidden = [*OF_SESSIONS, *(("women", "women_by_head", "women_by_hour") if by == "sex" else ())]

    def line(name: str) -> Numbers:
        return _without(count(book, replace(sieve, seat=lambda seat: fact(seat) == name)).numbers, *hidden)

    return [(name, line(name)) for name in names]


def _by_course(book: Book, sieve: Sieve, by: str) -> Lines:
    groups: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key in book.courses:
        course, project = book.course(key), book.project_of(key)
        names = {
            "project": project.get("code"),
            "donor": project.get("donor"),
            "field_of_work": project.get("field_of_work"),
        }
        # Two courses may have one code; whatever else is the same is one line.
        said = names.get(by, course.get(by)) or ""
        spelled = SPELLED.get(said, said) if by in ("town", "district") else said
        place = (course["code"], key) if by == "course" else (spelled, "")
        groups[place].add(key)
    return [
        (name, count(book, replace(sieve, course=group.__contains__)).numbers)
        for (name, _), group in groups.items()
    ]


def _by_time(book: Book, sieve: Sieve, by: str) -> Lines:
    days = {session.day for session in book.sessions} | {book.last_day(key) for key in book.courses}
    days |= {date.fromisoformat(row["issued_on"]) for row in book.certificates.values()}
    names = sorted({_time(by, day) for day in days})
    return [(name, count(book, replace(sieve, day=_within(by, name))).numbers) for name in names]


def _within(by: str, name: str) -> Callable[[date], bool]:
    return lambda day: _time(by, day) == name


def _time(by: str, day: date) -> str:
    names = {
        "year": f"{day.year:04}",
        "quarter": f"{day.year:04}-Q{(day.month - 1) // 3 + 1}",
        "month": f"{day.year:04}-{day.month:02}",
    }
    return names[by]


def _by_trainer(book: Book, sieve: Sieve) -> Lines:
    """Return a line for everybody who taught: who took part stands with all who taught a session there."""
    taught: dict[str, set[str]] = defaultdict(set)
    for session in book.sessions:
        if sieve.hears(session):
            taught[session.course] |= session.trainers

    def line(trainer: str) -> Numbers:
        own = replace(
            sieve,
            trainer=trainer,
            seat=lambda seat: trainer in (taught[seat.course] or {""}),
        )
        return {name: value for name, value in count(book, own).numbers.items() if name in TEACHING}

    trainers = {"", *(trainer for found in taught.values() for trainer in found)}
    return [(book.called(trainer) if trainer else "", line(trainer)) for trainer in sorted(trainers)]


@dataclass(frozen=True)
class Scope:
    """What a report is asked for: one course, one project's courses, or all; a period."""

    project: str | None = None
    first: date | None = None
    last: date | None = None
    course: str | None = None


@dataclass(frozen=True)
class Recount:
    """All of a report: figures with the rows behind them, and the lines of each split."""

    figures: Counted
    by: Mapping[str, Lines]


def recount(rows: Rows, scope: Scope) -> Recount:
    """Count a report anew."""
    courses = [
        key
        for key, row in rows["course"].items()
        if scope.course in (None, key) and scope.project in (None, row.get("project"))
    ]
    book = Book(rows, courses)
    sieve = Sieve(scope.first or date.min, scope.last or date.max)
    whole, learnt = count(book, sieve), learning(book, sieve)
    figures = Counted({**whole.numbers, **learnt.numbers}, {**whole.rows, **learnt.rows})
    return Recount(figures, {by: split(book, sieve, by) for by in SPLITS})
