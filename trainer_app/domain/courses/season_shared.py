"""Tells what rows of one table of courses need at the same time: a trainer, a hall, people; or one course.

Nothing is refused: a table may mean it so. Each row tells it of the first row above it with which it shares
anything of a kind.
"""

from collections.abc import Iterator, Sequence

from trainer_app.domain.base.numbers import Problem
from trainer_app.domain.base.text_search import fold
from trainer_app.domain.courses.season_plan import SeasonLine, SeasonOutcome

_SHOWN = 3
"""So many names are told of people who are on two lists."""


def with_shared(lines: Sequence[SeasonLine]) -> tuple[SeasonLine, ...]:
    """Return rows with what they share with rows above them; of refused ones nothing is asked."""
    taken = [line for line in lines if line.outcome is not SeasonOutcome.REFUSED]
    told: dict[int, list[Problem]] = {}
    for place, line in enumerate(taken):
        told[line.number] = list({each.code: each for each in _shared(line, taken[:place])}.values())
    return tuple(line.told(*told.get(line.number, ())) for line in lines)


def _shared(line: SeasonLine, above: Sequence[SeasonLine]) -> Iterator[Problem]:
    """Yield what a row shares with others; of several of one kind the first one above comes last."""
    for other in reversed(above):
        days = _days_together(line, other)
        if not days:
            continue
        where = {"code": other.uses.code, "other": other.number, "days": days}
        if _is_same_course(line, other):
            yield Problem(line.number, "", line.uses.code, "season.course_twice", where)
        names = _both(line.uses.trainers, other.uses.trainers)
        if names:
            yield Problem(line.number, "", ", ".join(names), "season.trainer_shared", where)
        if line.uses.venue and _place(line) == _place(other):
            yield Problem(line.number, "", line.uses.venue, "season.venue_shared", where)
        people = _both(line.uses.people, other.uses.people)
        if people:
            more = ", …" if len(people) > _SHOWN else ""
            shown = f"{', '.join(people[:_SHOWN])}{more}"
            yield Problem(line.number, "", shown, "season.people_shared", {**where, "count": len(people)})


def _days_together(line: SeasonLine, other: SeasonLine) -> int:
    """Return how many days two courses have in common."""
    if not (line.first_day and line.last_day and other.first_day and other.last_day):
        return 0
    first, last = max(line.first_day, other.first_day), min(line.last_day, other.last_day)
    return max(0, (last - first).days + 1)


def _both(own: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return the names that stand in both, as the first one writes them."""
    known = set(map(fold, others))
    return [name for name in dict.fromkeys(own) if fold(name) in known]


def _place(line: SeasonLine) -> tuple[str, str]:
    return fold(line.uses.town), fold(line.uses.venue)


def _is_same_course(line: SeasonLine, other: SeasonLine) -> bool:
    """Tell whether two rows seem to mean one course: title, town and first day are the same."""
    titles = _both(line.uses.titles, other.uses.titles)
    town = fold(line.uses.town) == fold(other.uses.town)
    return bool(titles) and town and line.first_day == other.first_day
