"""Who of a list stands on it twice, and who is known already."""

from collections.abc import Collection, Iterable
from functools import cached_property, partial

from trainer_app.domain.folding import fold
from trainer_app.domain.matching import Candidate, MatchPerson, PeopleIndex, compare_people, spelling_key
from trainer_app.domain.names import is_initial
from trainer_app.domain.people import Sex
from trainer_app.domain.roster_rows import RosterRow
from trainer_app.domain.units import same_unit

_NEAR = 4
_PROPOSALS = 3


def as_person(row: RosterRow) -> MatchPerson:
    """Return a row as matching compares it; its key is "row:N"."""
    return MatchPerson(
        key=f"row:{row.row}",
        family=row.family,
        given=row.given,
        patronymic=row.patronymic,
        latin=row.latin,
        sex=row.sex,
        rank=row.rank,
        unit=row.unit,
        duty_district=row.district,
    )


class Doubles:
    """The rows of a list seen so far."""

    def __init__(self) -> None:
        self._same: dict[tuple[str, str], list[RosterRow]] = {}
        self._near: dict[tuple[str, str], list[RosterRow]] = {}

    def add(self, row: RosterRow) -> tuple[RosterRow | None, RosterRow | None]:
        """Take in a row; return the earlier row it repeats, or else the earlier row it resembles.

        A row repeats another when family and given name fold alike and the fathers' names do too; where one
        has none, unit and rank must not differ. Anything less is only a resemblance, for a person to judge.
        """
        same = self._same.setdefault((fold(row.family), fold(row.given)), [])
        if same and row.given and not is_initial(row.given):
            for other in same:
                if _repeats(row, other):
                    return other, None
        key = spelling_key(row.family, row.given)
        near = self._near.setdefault(key, [])
        alike = next(filter(partial(_resembles, row), near[-_NEAR:]), None) if near else None
        same.append(row)
        near.append(row)
        return None, alike


class KnownPeople:
    """People of earlier courses; `enrolled` are the keys of those on this course's list."""

    def __init__(self, people: Iterable[MatchPerson], enrolled: Collection[str] = ()) -> None:
        self._people = tuple(people)
        self.enrolled = frozenset(enrolled)
        self._by_name: dict[tuple[str, str, str], list[MatchPerson]] = {}
        for person in self._people:
            self._by_name.setdefault(_name_of(person), []).append(person)

    def find(self, row: RosterRow) -> tuple[str | None, tuple[Candidate, ...]]:
        """Return the key of the person that a row surely is, if any, and who else it may be.

        Sure is only: the same full name with patronymic, or the same name and unit, or the same name on this
        very list; the sex must not differ, and nobody else may have that name.
        """
        if not self._people:
            return None, ()
        person = as_person(row)
        namesakes = [
            other for other in self._by_name.get(_name_of(person), ()) if _sexes_agree(row.sex, other.sex)
        ]
        if len(namesakes) == 1 and self._is_sure(row, namesakes[0]):
            return namesakes[0].key, ()
        return None, tuple(self._index.find(person, _PROPOSALS))

    @cached_property
    def _index(self) -> PeopleIndex:
        return PeopleIndex(self._people)

    def _is_sure(self, row: RosterRow, other: MatchPerson) -> bool:
        if is_initial(row.given) or not row.given:
            return False
        on_this_list = other.key in self.enrolled and _agree(row.unit, other.unit)
        return bool(row.patronymic) or same_unit(row.unit, other.unit) or on_this_list


def _name_of(person: MatchPerson) -> tuple[str, str, str]:
    return person.family.casefold(), person.given.casefold(), person.patronymic.casefold()


def _repeats(row: RosterRow, other: RosterRow) -> bool:
    """Tell whether a row repeats another of the same family and given name."""
    mine, theirs = fold(row.patronymic), fold(other.patronymic)
    if mine and theirs and mine != theirs:
        return False
    if not _sexes_agree(row.sex, other.sex):
        return False
    if mine and theirs:
        return True
    return _agree(row.unit, other.unit) and (not row.rank or not other.rank or row.rank == other.rank)


def _resembles(row: RosterRow, other: RosterRow) -> bool:
    mine, theirs = fold(row.patronymic), fold(other.patronymic)
    # Other fathers: no need to look closer.
    if mine[:2] != theirs[:2] and mine and theirs:
        return False
    return compare_people(as_person(row), as_person(other)) is not None


def _agree(left: str, right: str) -> bool:
    return not left or not right or fold(left) == fold(right) or same_unit(left, right)


def _sexes_agree(left: Sex, right: Sex) -> bool:
    return left is right or Sex.UNKNOWN in (left, right)
