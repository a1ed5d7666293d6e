"""Finds what is open behind the totals of a report: see `domain.office.completeness`."""

from collections.abc import Collection, Sequence

from trainer_app.actions.base.naming import Names
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.exchange import incoming
from trainer_app.actions.office import office
from trainer_app.actions.people import joining
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import Course
from trainer_app.domain.exchange.laptops import DAY
from trainer_app.domain.office.completeness import SILENT_DAYS, Completeness, Pair, fewer_at_most, within
from trainer_app.domain.office.participations import Period
from trainer_app.domain.office.reports import Figure
from trainer_app.store.review.contradictions import contradicting, list_proposals

PERSONS = ("unique_persons", "women", "unique_completions")
"""Figures that count people, each once: their rows are people."""


def pairs_among(work: Workplace, counted: Collection[str]) -> list[Pair]:
    """Return the pairs that may be one person among people, who are named by their keys after joining."""
    if len(counted) < 2:
        return []
    found = work.database.remembered(
        "pairs that may be one",
        lambda: [(each.a, each.b) for each in joining.candidates(work)],
        ("person", "enrolment", "course", "pair"),
    )
    return within(found, counted)


def completeness(
    work: Workplace,
    courses: Sequence[tuple[Course, bool]],
    period: Period,
    counted: Collection[str],
    *,
    everything: bool,
) -> Completeness:
    """Return how whole the data of some courses are, each given with whether anybody has a mark in it.

    `counted` are the keys of the persons counted. `everything`: the courses are all that there are, so what
    waits and belongs to no course is of theirs too.
    """
    ended = [
        (course, marked)
        for course, marked in courses
        if course.last_day < work.today()
        and (period.last is None or course.first_day <= period.last)
        and (period.first is None or course.last_day >= period.first)
    ]
    pairs = pairs_among(work, counted)
    keys = None if everything else {course.key for course, _ in courses}
    return Completeness(
        ended=len(ended),
        unmarked=tuple(sorted(course.code for course, marked in ended if not marked)),
        pairs=len(pairs),
        fewer=fewer_at_most(pairs),
        contradictions=_contradictions(work, keys, counted),
        proposals=_proposals(work, keys, counted),
        set_aside=len(incoming.list_set_aside(work)) if work.role is Role.OFFICE else 0,
        silent=silent_laptops(work),
    )


def with_doubts(work: Workplace, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return figures of which those of people say how many fewer they may be."""
    told = []
    for figure in figures:
        pairs = pairs_among(work, figure.rows) if figure.code in PERSONS else []
        label = Label("completeness.fewer", {"count": len(pairs), "fewer": fewer_at_most(pairs)})
        told.append(replace(figure, beside=(label,)) if pairs else figure)
    return tuple(told)


def silent_laptops(work: Workplace) -> tuple[str, ...]:
    """Return the codes of laptops of which the office has heard nothing for long; none on a laptop.

    Of one that never sent anything the day counts on which it got its last file.
    """
    if work.role is not Role.OFFICE:
        return ()
    limit = work.clock.millis() - SILENT_DAYS * DAY
    return tuple(
        line.code
        for line in office.devices(work)
        if not line.office and not line.revoked_on and (line.last_at or line.pack_at) < limit
    )


def _contradictions(work: Workplace, courses: Collection[str] | None, counted: Collection[str]) -> int:
    waiting = contradicting(work.journal)
    return sum(_concerns(work, waiting, courses, counted))


def _proposals(work: Workplace, courses: Collection[str] | None, counted: Collection[str]) -> int:
    """Return how many proposals are about the courses; a laptop decides none."""
    if work.role is not Role.OFFICE:
        return 0
    waiting = [(each.entry.e, each.entry.k, each.entry.s) for each in list_proposals(work.journal)]
    concerned = _concerns(work, waiting, courses, counted)
    named = (courses is not None and said.get("course") in courses for _, _, said in waiting)
    return sum(one or other for one, other in zip(concerned, named, strict=True))


def _concerns(
    work: Workplace,
    waiting: Sequence[tuple[str, str, object]],
    courses: Collection[str] | None,
    counted: Collection[str],
) -> list[bool]:
    """Tell of each row that waits whether it is of the courses, or of a person counted in no course's row."""
    if courses is None or not waiting:
        return [True] * len(waiting)
    names, people_counted = Names(work), frozenset(counted)
    found = []
    for entity, key, _ in waiting:
        person, course, _session = names.places(entity, key)
        found.append(course in courses if course else person in people_counted)
    return found
