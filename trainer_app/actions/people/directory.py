"""The directory: finding people while one types, with their courses, namesakes and who may be the same.

It is read once (20,000 people take about 0.2 seconds) and answers from memory until something changes; then
whoever holds it reads a new one.
"""

from collections.abc import Collection, Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Self

from msgspec import Struct

from trainer_app.actions.base.workplace import Workplace
from trainer_app.domain.base.text_cleaning import sort_key
from trainer_app.domain.base.text_search import fold, searcher
from trainer_app.domain.courses.courses import TeachingRole
from trainer_app.domain.people.name_similarity import MatchPerson, nearness_to
from trainer_app.domain.people.persons import Person, Sex, name_apart, namesake_details
from trainer_app.store.courses import courses
from trainer_app.store.people import people

if TYPE_CHECKING:
    from trainer_app.domain.people.matching import Candidate, PeopleIndex


class PersonLine(Struct, frozen=True):
    """One person in a list, with the codes of the courses taken part in, the earliest first.

    `teaches` are those of the courses taught.
    """

    person: Person
    courses: tuple[str, ...] = ()
    teaches: tuple[str, ...] = ()
    apart: str = ""
    """What tells somebody from a namesake."""

    @property
    def name(self) -> str:
        """The name, with what tells namesakes apart."""
        return name_apart(self.person.name, self.apart)


class CourseChoice(Struct, frozen=True):
    """A course by which the list can be filtered."""

    key: str
    code: str
    town: str


class Directory:
    """Everybody of a workplace, in the order of the Tajik alphabet; joined people count as one.

    Who was erased is in no list any more.
    """

    def __init__(self, work: Workplace, index: "PeopleIndex | None" = None) -> None:
        """Read everybody. Whoever reads a directory after each change hands over the same `index`."""
        self._given = index
        self._everybody = everybody = people.people_by_key(work.database)
        self._people = {
            key: person for key, person in everybody.items() if person.shown_as is None and not person.erased
        }
        self.courses = tuple(
            CourseChoice(course.key, course.code, course.town)
            for course in courses.list_courses(work.database)
        )
        self._codes = {course.key: (place, course.code) for place, course in enumerate(self.courses)}
        self._joined: dict[str, list[Person]] = {}
        for each in everybody.values():
            if each.shown_as is not None:
                self._joined.setdefault(each.shown_as, []).append(each)
        self._taken: dict[str, set[str]] = {}
        for person, taken in courses.courses_taken(work.database).items():
            self._taken.setdefault(root_of(everybody, person), set()).update(taken)
        self._taught: dict[str, set[str]] = {}
        self._apart = people.joins(work.database).told_apart

    @classmethod
    def with_teachers(cls, work: Workplace, index: "PeopleIndex | None" = None) -> Self:
        """Read also who teaches what, which the list of people tells and no search asks."""
        made = cls(work, index)
        for found in courses.list_assignments(work.database):
            if found.role is not TeachingRole.OBSERVER:
                made._taught.setdefault(root_of(made._everybody, found.person), set()).add(found.course)
        return made

    def __len__(self) -> int:
        return len(self._people)

    def keys(
        self, text: str = "", *, sex: Sex | None = None, unit: str | None = None, course: str | None = None
    ) -> list[str]:
        """Return the keys of the people found: `text` in any script or layout, in a name or passport name.

        Joined people are found under the names of all their records. `unit` is one of `units`; "" finds those
        without one. `course` is a course's key. Where a text is in nobody's name, it is looked for as Russian
        hears it. Who is called so by the family name stands before who has it as another name.
        """
        found = searcher(text.strip()) if text.strip() else None
        if found is not None and not any(any(map(found, texts)) for texts in self._texts.values()):
            found = searcher(text.strip(), by_ear=True)
        wanted = None if unit is None else fold(unit)
        kept = [
            key
            for key, person in self._people.items()
            if (sex is None or person.sex is sex)
            and (wanted is None or fold(person.unit) == wanted)
            and (course is None or course in self._taken.get(key, ()))
            and (found is None or any(map(found, self._texts[key])))
        ]
        return kept if found is None else sorted(kept, key=lambda key: not found(self._people[key].family))

    def find(self, text: str) -> list[str]:
        """Return the keys of the people found by a part of name, passport name, unit or district."""
        if not text.strip():
            return list(self._people)
        found = searcher(text.strip())
        return [
            key
            for key, person in self._people.items()
            if found(" ".join((*self._texts[key], person.unit, person.duty_district)))
        ]

    def lines(self, keys: Collection[str]) -> dict[str, PersonLine]:
        """Return the rows of some keys."""
        return {
            key: PersonLine(
                self._people[key], self.codes(key), self.teaches(key), self._namesakes.get(key, "")
            )
            for key in keys
            if key in self._people
        }

    def get(self, key: str) -> Person | None:
        """Return one person; None for one for whom another record stands, or who is not there."""
        return self._people.get(key)

    def joined(self, key: str) -> list[Person]:
        """Return the other records that are one person with this one, by name."""
        return sorted(self._joined.get(key, ()), key=lambda person: sort_key(person.name))

    def codes(self, key: str) -> tuple[str, ...]:
        """Return the codes of the courses that a person took part in, the earliest first."""
        return self._in_order(self._taken.get(key))

    def teaches(self, key: str) -> tuple[str, ...]:
        """Return the codes of the courses that a person teaches, the earliest first; none if not read."""
        return self._in_order(self._taught.get(key))

    def _in_order(self, found: Collection[str] | None) -> tuple[str, ...]:
        if found is None:
            return ()
        return tuple(code for _, code in sorted(self._codes[one] for one in found if one in self._codes))

    def count(self, sex: Sex) -> int:
        """Return how many people have a sex recorded."""
        return sum(person.sex is sex for person in self._people.values())

    def count_unlisted(self) -> int:
        """Return how many people are on no list of participants and teach nothing."""
        return sum(not self._taken.get(key) and not self._taught.get(key) for key in self._people)

    def count_trainers(self) -> int:
        """Return how many people teach a course."""
        return sum(key in self._people for key in self._taught)

    @cached_property
    def _texts(self) -> dict[str, tuple[str, ...]]:
        """All names that somebody is known under."""
        return {
            key: tuple(
                text
                for each in (person, *self._joined.get(key, ()))
                for text in (each.name, each.latin)
                if text
            )
            for key, person in self._people.items()
        }

    @cached_property
    def _namesakes(self) -> dict[str, str]:
        return namesake_details(self._people.values())

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
    def _index(self) -> "PeopleIndex":
        # Here and not above: looking people up by names needs none of it.
        from trainer_app.domain.people.matching import PeopleIndex

        index = PeopleIndex() if self._given is None else self._given
        index.take(self.matchable)
        return index

    def nearest(self, key: str) -> list[str]:
        """Return everybody by how near their names are to that of one, the nearest first."""
        nearness = nearness_to(self._people[key].name if key in self._people else "")
        near = {each: nearness(self._people[each].name) for each in self.find("")}
        return sorted(near, key=lambda each: -near[each])

    def may_be(self, key: str, limit: int = 5) -> "list[Candidate]":
        """Return who may be the same person as one, with reasons; not those said to be somebody else."""
        own = self.matchable.get(key)
        if own is None:
            return []
        found = self._index.find(own, limit + sum(key in pair for pair in self._apart))
        return [each for each in found if frozenset((each.a, each.b)) not in self._apart][:limit]


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
        birth_year=person.birth_year,
        phone=person.phone,
        service_number=person.service_number,
        courses=frozenset(taken),
    )


def root_of(everybody: Mapping[str, Person | people.CountedPerson], key: str) -> str:
    """Return the key of the record that stands for a person, or the key itself."""
    found = everybody.get(key)
    return key if found is None else found.shown_key
