"""The list of people: found while typing, filtered, read a page of rows at a time.

A directory is read once (20,000 people take about 0.2 seconds) and answers from memory until something
changes; then whoever holds it reads a new one.
"""

from collections.abc import Collection, Mapping
from functools import cached_property

from msgspec import Struct

from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.base.text_cleaning import sort_key
from trainer_app.domain.base.text_search import fold, searcher
from trainer_app.domain.people.matching import Candidate, PeopleIndex
from trainer_app.domain.people.name_similarity import MatchPerson
from trainer_app.domain.people.persons import Person, Sex
from trainer_app.store.courses import courses
from trainer_app.store.people.people import distinct_pairs, people_by_key


class PersonLine(Struct, frozen=True):
    """One person in a list, with the codes of the courses taken part in, the earliest first."""

    person: Person
    courses: tuple[str, ...] = ()


class CourseChoice(Struct, frozen=True):
    """A course by which the list can be filtered."""

    key: str
    code: str
    town: str


class Directory:
    """Everybody of a workplace, in the order of the Tajik alphabet; joined people count as one.

    Who was erased is in no list any more.
    """

    def __init__(self, work: Workplace) -> None:
        everybody = people_by_key(work.database)
        own = [person for person in everybody.values() if person.joined_into is None and not person.erased]
        self._people = {
            person.key: person for person in sorted(own, key=lambda person: sort_key(person.name))
        }
        self.courses = tuple(
            CourseChoice(course.key, course.code, course.town)
            for course in courses.list_courses(work.database)
        )
        self._joined: dict[str, list[Person]] = {}
        for person in everybody.values():
            if person.joined_into is not None:
                self._joined.setdefault(root_of(everybody, person.key), []).append(person)
        self._taken: dict[str, list[str]] = {}
        for item in courses.list_enrolments(work.database):
            key = root_of(everybody, item.enrolment.person)
            self._taken.setdefault(key, []).append(item.enrolment.course)
        self._distinct = distinct_pairs(work.database)

    def __len__(self) -> int:
        return len(self._people)

    def keys(
        self, text: str = "", *, sex: Sex | None = None, unit: str | None = None, course: str | None = None
    ) -> list[str]:
        """Return the keys of the people found: `text` in any script or layout, in a name or passport name.

        `unit` is one of `units`; "" finds those without one. `course` is a course's key.
        """
        found = searcher(text.strip()) if text.strip() else None
        wanted = None if unit is None else fold(unit)
        return [
            key
            for key, person in self._people.items()
            if (sex is None or person.sex is sex)
            and (wanted is None or fold(person.unit) == wanted)
            and (course is None or course in self._taken.get(key, ()))
            and (found is None or found(person.name) or (person.latin and found(person.latin)))
        ]

    def lines(self, keys: Collection[str]) -> dict[str, PersonLine]:
        """Return the rows of some keys."""
        return {key: PersonLine(self._people[key], self.codes(key)) for key in keys if key in self._people}

    def get(self, key: str) -> Person | None:
        """Return one person; None for one who was joined into another or is not there."""
        return self._people.get(key)

    def joined(self, key: str) -> list[Person]:
        """Return the people who were joined into one, directly or through others, by name."""
        return sorted(self._joined.get(key, ()), key=lambda person: sort_key(person.name))

    def codes(self, key: str) -> tuple[str, ...]:
        """Return the codes of the courses that a person took part in, the earliest first."""
        taken = self._taken.get(key, ())
        return tuple(course.code for course in self.courses if course.key in taken)

    def count(self, sex: Sex) -> int:
        """Return how many people have a sex recorded."""
        return sum(person.sex is sex for person in self._people.values())

    @cached_property
    def units(self) -> tuple[str, ...]:
        """All units, one spelling of each, in the order of the alphabet."""
        spelled: dict[str, str] = {}
        for person in self._people.values():
            if person.unit:
                spelled.setdefault(fold(person.unit), person.unit)
        return tuple(sorted(spelled.values(), key=sort_key))

    @cached_property
    def matchable(self) -> dict[str, MatchPerson]:
        """Everybody as matching compares them."""
        return {key: as_match_person(person, self.codes(key)) for key, person in self._people.items()}

    @cached_property
    def _index(self) -> PeopleIndex:
        return PeopleIndex(self.matchable.values())

    def may_be(self, key: str, limit: int = 5) -> list[Candidate]:
        """Return who may be the same person as one, with reasons; not those said to be somebody else."""
        own = self.matchable.get(key)
        if own is None:
            return []
        found = self._index.find(own, limit + len(self._distinct))
        return [each for each in found if frozenset((each.a, each.b)) not in self._distinct][:limit]


def as_match_person(person: Person, taken: Collection[str]) -> MatchPerson:
    """Return a person as matching compares them; `taken` are the codes of their courses."""
    return MatchPerson(
        key=person.key,
        family=person.family,
        given=person.given,
        patronymic=person.patronymic,
        latin=person.latin,
        rank=person.rank,
        duty_district=person.duty_district,
        sex=person.sex,
        unit=person.unit,
        courses=frozenset(taken),
    )


def root_of(everybody: Mapping[str, Person], key: str) -> str:
    """Return the key of the person whom one was joined into at last, or the key itself."""
    seen = {key}
    while (person := everybody.get(key)) is not None and person.joined_into not in (None, *seen):
        key = person.joined_into or key
        seen.add(key)
    return key
