"""Saying that two people are one, that they are not, and taking either back.

What is said stands in the row of the pair (`domain.people.persons`): no mark, paper or certificate moves, so
that everything is as it was once a join is taken back. The two sayings exclude each other: saying one of a
pair takes away what was said otherwise, also of others in the same groups.
"""

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from msgspec import Struct

from trainer_app.actions.base import naming
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.people.directory import Directory
from trainer_app.actions.people.facts import facts_to_stay
from trainer_app.domain.base.changes import Changes, Label, Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import derive_key
from trainer_app.domain.base.structs import replace
from trainer_app.domain.people.persons import Joins, Pair, Person
from trainer_app.store.attendance import marks
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.entry_history import creating_entry
from trainer_app.store.courses import courses
from trainer_app.store.people import people

if TYPE_CHECKING:
    from trainer_app.domain.people.matching import Candidate, CandidateFinder


@guarded
def join(work: Workplace, keep: str, other: str, *, phone: str = "") -> Changes:
    """Say that two people are one, and that the name of `keep` stands. No mark is moved or lost.

    `phone` is the telephone of the two that stays; without it that of `keep` does. Whoever they are one with
    already is the same person then. What closed courses leave blank of them is written along, so that it
    stays. Raises person.same, person.unknown, person.erased.
    """
    joins = people.joins(work.database)
    _check_known(work, keep)
    _check_known(work, other)
    first, second = joins.head(keep), joins.head(other)
    if first == second:
        raise TrainerError("person.same")
    pair = _pair(first, second, one=True, shown=first)
    # What was said otherwise of the very same pair is replaced.
    untold = [each for each in joins.joining(first, second) if each.key != pair.key]
    writes = [*map(_write, (pair, *joins.led_by(first, pair))), *map(_delete, untold)]
    if phone and phone != _get(work, first).phone:
        writes.append(Write("person", first, {"phone": phone}))
    others = (joins.group(first) | joins.group(second)) - {first}
    writes += facts_to_stay(work, first, others)
    return work.journal.record(Label("person.step.join"), list({each.key: each for each in writes}.values()))


@guarded
def unjoin(work: Workplace, key: str) -> Changes:
    """Part somebody from the person whose name stands for them; the head of a group from all the others.

    Whoever was joined with `key` itself stays with it. Raises person.unknown, person.not_joined.
    """
    _get(work, key)
    parted = people.joins(work.database).parting(key)
    if not parted:
        raise TrainerError("person.not_joined")
    return work.journal.record(Label("person.step.unjoin"), [_delete(pair) for pair in parted])


@guarded
def not_the_same(work: Workplace, first: str, second: str, reason: str = "") -> Changes:
    """Say that two people are not one: they are not proposed again. If they were joined, they are parted.

    Raises person.same for one and the same record, person.unknown, person.erased.
    """
    if first == second:
        raise TrainerError("person.same")
    _check_known(work, first)
    _check_known(work, second)
    joins = people.joins(work.database)
    pair = _pair(first, second, one=False, shown=None)
    parted = joins.parting(second, first) if second in joins.group(first) else []
    writes = [_write(pair), *(_delete(each) for each in parted if each.key != pair.key)]
    told = [replace(each, reason=reason.strip()) for each in writes]
    return work.journal.record(Label("person.step.distinct"), told)


def distinct(first: str, second: str) -> Write:
    """Return what keeps that two people are not one, for an action that writes it with other things."""
    return _write(_pair(first, second, one=False, shown=None))


def keep_joined(work: Workplace, first: str, second: str, reason: str = "") -> Changes:
    """Take back that two people are not the same, who are one by way of others. Raises person.not_joined."""
    joins = people.joins(work.database)
    if second not in joins.group(first):
        raise TrainerError("person.not_joined")
    untold = [pair for pair in joins.contradicting if pair.people == {first, second}]
    return work.journal.record(
        Label("person.step.join"), [replace(_delete(pair), reason=reason.strip()) for pair in untold]
    )


class JoinPreview(Struct, frozen=True):
    """What a join would do: all records that would be one person, the one that stands for them first.

    `shared` are codes of courses on whose lists both are: their marks are counted once there; `marked` those
    of them where both rows hold marks. `untold` is how many times somebody said that two of them are not the
    same. `apart` is what tells the first one and the other apart: their rows on lists, and who wrote them.
    """

    people: tuple[Person, ...]
    shared: tuple[str, ...]
    untold: int
    marked: tuple[str, ...] = ()
    apart: tuple[tuple[Label, ...], ...] = ()


def preview(work: Workplace, directory: Directory, keep: str, other: str) -> JoinPreview:
    """Return what `join` would do; nothing is changed. Both stand for their groups."""
    joins = people.joins(work.database)
    records = [directory.get(keep), *directory.joined(keep), directory.get(other), *directory.joined(other)]
    shared = [code for code in directory.codes(keep) if code in directory.codes(other)]
    found = tuple(each for each in records if each is not None)
    both = [_marked_courses(work, joins.group(key)) if shared else set() for key in (keep, other)]
    marked = tuple(code for code in shared if code in both[0] & both[1])
    names = naming.Names(work)
    apart = tuple(_told_apart(work, names, sorted(joins.group(key))) for key in (keep, other))
    return JoinPreview(found, tuple(shared), len(joins.joining(keep, other)), marked, apart)


def _told_apart(work: Workplace, names: naming.Names, group: Iterable[str]) -> tuple[Label, ...]:
    """Return the rows of some records on lists, each with its number and marks, and who wrote the records."""
    rows, writers = [], []
    for key in group:
        for own in courses.enrolments_of_person(work.database, key):
            code = "person.apart.gone" if own.gone else "person.apart.row"
            count = marks.count_marks(work.database, own.key)
            rows.append(
                Label(code, {"course": names.course(own.course), "number": own.number, "marks": count})
            )
        made = creating_entry(work.journal, "person", key)
        if made is not None:
            told = {"device": names.device(made.replica), "user": made.user or "–"}
            writers.append(Label("person.apart.made", told))
    return (*rows, *writers)


def _marked_courses(work: Workplace, group: Iterable[str]) -> set[str]:
    """Return the codes of the courses in which one of some records has marks."""
    marked = {
        own.course
        for key in group
        for own in courses.enrolments_of_person(work.database, key)
        if marks.count_marks(work.database, own.key)
    }
    return {course.code for key in marked if (course := courses.get_course(work.database, key)) is not None}


def candidates(
    work: Workplace, finder: "CandidateFinder | None" = None, progress: Progress = no_progress
) -> "list[Candidate]":
    """Return pairs of people who may be one person, with reasons. Matching proposes, people decide.

    Whoever asks again and again hands over the same `finder`: it compares only who changed since.
    """
    # Here and not above: how many joins wait is asked at every start, and there nobody is compared.
    from trainer_app.domain.people.matching import CandidateFinder

    return candidates_of(work, Directory(work), finder or CandidateFinder(), progress)


def candidates_within(work: Workplace, keys: Collection[str]) -> "list[Candidate]":
    """Return the pairs among a few people, as of one course: nobody else is compared."""
    from trainer_app.domain.people.matching import CandidateFinder

    few = {key: each for key, each in Directory(work).matchable.items() if key in keys}
    apart = people.joins(work.database).told_apart
    return [each for each in CandidateFinder().find(few) if frozenset((each.a, each.b)) not in apart]


def candidates_of(
    work: Workplace, directory: Directory, finder: "CandidateFinder", progress: Progress = no_progress
) -> "list[Candidate]":
    """Return the same of a directory that was read already."""
    found = finder.find(directory.matchable, progress)
    apart = people.joins(work.database).told_apart
    return [each for each in found if frozenset((each.a, each.b)) not in apart]


def joined_people(work: Workplace) -> list[tuple[Person, Person]]:
    """Return (record, whose name stands for it), in the order of the alphabet: `unjoin` parts them again."""
    everybody = people.people_by_key(work.database)
    return [
        (person, everybody[person.shown_as])
        for person in people.list_people(work.database, joined=True)
        if person.shown_as is not None
    ]


def joins_of(work: Workplace) -> Joins:
    """Return everything that was said of pairs."""
    return people.joins(work.database)


def _get(work: Workplace, key: str) -> Person:
    found = people.get_person(work.database, key)
    if found is None:
        raise TrainerError("person.unknown")
    return found


def _check_known(work: Workplace, key: str) -> None:
    if _get(work, key).erased:
        raise TrainerError("person.erased")


def _pair(first: str, second: str, *, one: bool, shown: str | None) -> Pair:
    low, high = sorted((first, second))
    return Pair(derive_key("pair", low, high), low, high, one, shown)


def _write(pair: Pair) -> Write:
    fields = {"first": pair.first, "second": pair.second, "one": pair.one, "shown": pair.shown}
    return Write("pair", pair.key, fields)


def _delete(pair: Pair) -> Write:
    return Write("pair", pair.key, delete=True)
