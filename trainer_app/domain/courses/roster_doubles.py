"""Who in a list is there twice, and who is known already: what is sure, and what is a question for a person.

Two rows are one person without a question only where the names are equal, letter by letter, nothing that is
known of both differs, and something shows it: the father's name, or a fact that both share.
Anything less is a question, and until it is answered both are kept: two people are joined later at any time,
what two people were mixed into is never taken apart again.

Facts are read from all columns of a list that hold any, also from those that are not taken: a telephone that
nobody wants to keep still tells namesakes apart.
"""

from collections.abc import Collection, Iterable, Mapping
from functools import cached_property, partial
from typing import Any

from msgspec import Struct

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.journal import derive_key
from trainer_app.domain.base.numbers import Problem, RawRow
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_cleaning import clean_text
from trainer_app.domain.base.text_search import fold
from trainer_app.domain.courses.ranks import is_rank, rank_texts
from trainer_app.domain.courses.roster_columns import (
    FIELD_COLUMNS,
    RosterColumn,
    RosterMapping,
    column_label,
    recognise_heading,
)
from trainer_app.domain.courses.roster_reader import RosterRow
from trainer_app.domain.people.facts import (
    OWN,
    Facts,
    agreeing,
    differing,
    differing_service,
    numbers_of,
    said,
)
from trainer_app.domain.people.matching import (
    PROPOSED,
    Candidate,
    CandidateFinder,
    PeopleIndex,
    compare_people,
    spelling_key,
)
from trainer_app.domain.people.name_similarity import MatchPerson, same_unit
from trainer_app.domain.people.names import is_initial
from trainer_app.domain.people.persons import Sex, is_blank

_NEAR = 4
_PROPOSALS = 3
_MOST_NAMESAKES = 60
"""People of one name in one list that are compared; whoever comes after them is asked about."""
_OF_COLUMNS = {
    "phone": "phone",
    "service_number": "service_number",
    RosterColumn.BIRTH_YEAR.value: "birth",
    RosterColumn.IDENTITY.value: "identity",
}
"""Columns that hold facts which a row itself may lack, because they are not taken."""

SAID = tuple(name for name in FIELD_COLUMNS if name != RosterColumn.NUMBER)
"""What a row says of a person; its number is that of the row."""


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
        duty_district=row.duty_district,
    )


class FactReader:
    """Reads the facts of a list's rows, also from columns that are not taken."""

    def __init__(self, mapping: RosterMapping) -> None:
        self._places: dict[str, list[int]] = {}
        for place, column in enumerate(mapping.columns):
            held = column
            if column == RosterColumn.NOTHING:
                held = recognise_heading(mapping.headings[place]) or column
            if held in _OF_COLUMNS:
                self._places.setdefault(_OF_COLUMNS[held], []).append(place)

    def read(self, raw: RawRow, row: RosterRow) -> Facts:
        """Return what a row says of its person beside the name."""
        texts = {
            name: "; ".join(filter(None, (clean_text(raw.cells[place]) for place in places)))
            for name, places in self._places.items()
        }
        return Facts(rank=row.rank, unit=row.unit, **texts)


class Earlier(Struct, frozen=True):
    """An earlier row that a row repeats (`sure`), or may repeat, and which facts speak against it."""

    row: RosterRow
    sure: bool = False
    same_name: bool = False
    differs: tuple[str, ...] = ()
    facts: Facts = Facts()


class _Seen(Struct):
    """A row that was kept, with the facts of all rows that were taken for the same person."""

    row: RosterRow
    facts: list[Facts]


class RepeatedRows:
    """The rows of a list seen so far."""

    def __init__(self) -> None:
        self._same: dict[tuple[str, str], list[_Seen]] = {}
        self._near: dict[tuple[str, str], list[_Seen]] = {}
        self._last: _Seen | None = None

    def add(self, row: RosterRow, facts: Facts) -> Earlier | None:
        """Take in a row; return the earlier row that it repeats or may repeat, if there is one."""
        same = self._same.setdefault((fold(row.family), fold(row.given)), [])
        named = bool(row.given) and not is_initial(row.given)
        for seen in same[:_MOST_NAMESAKES] if named else ():
            if _repeats(row, facts, seen):
                seen.facts.append(facts)
                return Earlier(seen.row, sure=True, same_name=True)
        near = self._near.setdefault(spelling_key(row.family, row.given), [])
        alike = next(filter(partial(_is_namesake, row), same[:_MOST_NAMESAKES]), None)
        alike = alike or next(filter(partial(_resembles, row), (*same[:_NEAR], *near[-_NEAR:])), None)
        self._last = _Seen(row, [facts])
        same.append(self._last)
        near.append(self._last)
        if alike is None:
            return None
        # What speaks against it may stand in a later row of that person, or be known of them.
        there = next(
            (each for each in alike.facts if _told_apart(row, facts, alike.row, each)), alike.facts[0]
        )
        return Earlier(
            alike.row,
            same_name=_name_of(as_person(row)) == _name_of(as_person(alike.row)),
            differs=_told_apart(row, facts, alike.row, there),
            facts=there,
        )

    def tell_last(self, facts: Facts) -> None:
        """Add what is known of the person whom the last row, which repeated none, turned out to be.

        Else a later row of that name would be taken for them by way of this one, whatever speaks against it.
        """
        if self._last is not None:
            self._last.facts.append(facts)


def _repeats(row: RosterRow, facts: Facts, seen: _Seen) -> bool:
    """Tell whether a row surely repeats another of a like family and given name."""
    other = seen.row
    if not _sexes_agree(row.sex, other.sex) or any(differing(facts, each) for each in seen.facts):
        return False
    mine, theirs = _name_of(as_person(row)), _name_of(as_person(other))
    if mine[:2] != theirs[:2] or (mine[2] != theirs[2] and mine[2] and theirs[2]):
        return False
    if mine[2] and theirs[2]:
        return True
    # Without both fathers' names there must be a fact that both share, and none that they do not.
    return bool(agreeing(facts, seen.facts[0])) and not any(
        differing_service(facts, each) for each in seen.facts
    )


def _told_apart(row: RosterRow, facts: Facts, other: RosterRow, there: Facts) -> tuple[str, ...]:
    """Return which facts differ between a row and another that it may repeat."""
    found = differing(facts, there)
    lacking = not row.patronymic or not other.patronymic
    alone = differing_service(facts, there) if lacking else ()
    return (*found, *(name for name in alone if name not in found))


def _is_namesake(row: RosterRow, seen: _Seen) -> bool:
    same = _name_of(as_person(row)) == _name_of(as_person(seen.row))
    return same and _sexes_agree(row.sex, seen.row.sex)


def _resembles(row: RosterRow, seen: _Seen) -> bool:
    other = seen.row
    mine, theirs = fold(row.patronymic), fold(other.patronymic)
    # Other fathers: no need to look closer. An initial is shorter than what it stands for.
    known = min(len(mine), len(theirs), 2)
    if mine[:known] != theirs[:known]:
        return False
    cut_off = known and (mine.startswith(theirs) or theirs.startswith(mine))
    if cut_off and _name_of(as_person(row))[:2] == _name_of(as_person(other))[:2]:
        # As where the cell was too narrow: "Раҳмонови" has no end that tells a father's name.
        return True
    return compare_people(as_person(row), as_person(other)) is not None


class Shared(Struct, frozen=True):
    """A row that may be the person of an earlier one, `first`, by a number that both have, or by its name.

    `field` is the number's, "" where it is the name.
    """

    row: int
    first: int
    field: str = ""


_NUMBERS = ("identity", "service_number", "phone")
_MOST_SHARING = 2
"""People of one list who have a telephone: one that more have is that of their unit."""


def sharing_rows(rows: Mapping[int, RosterRow], facts: Mapping[int, Facts]) -> list[Shared]:
    """Return which rows (by number, in order) may be one person, as `RepeatedRows` does not see.

    By numbers that two share, and by names that Review would ask about once they are taken in, unless facts
    tell the two apart.
    """
    found = []
    for name in _NUMBERS:
        holders: dict[str, list[int]] = {}
        for row in (each for each in rows if getattr(facts[each], name)):
            for number in numbers_of(name, facts[row]):
                holders.setdefault(number, []).append(row)
        groups = [each for each in holders.values() if name != "phone" or len(each) <= _MOST_SHARING]
        found += [Shared(row, first, name) for first, *others in groups for row in others]
    persons = {number: as_person(row) for number, row in rows.items()}
    places = {person.key: number for number, person in persons.items()}
    people = {person.key: person for person in persons.values()}
    for pair in CandidateFinder().find(people):
        first, row = sorted((places[pair.a], places[pair.b]))
        if not differing(facts[row], facts[first]):
            found.append(Shared(row, first))
    return found


def shared_problem(shared: Shared, rows: Mapping[int, RosterRow], facts: Mapping[int, Facts]) -> Problem:
    """Say which number, or that almost the same name, stands in an earlier row too."""
    row, first = rows[shared.row], rows[shared.first]
    if not shared.field:
        return row_problem(row, "looks_double", row.name, first=first.row, name=first.name)
    words: dict[str, Any] = {"field": column_label(shared.field), "first": first.row, "name": first.name}
    code = "identity_shared" if shared.field == RosterColumn.IDENTITY else "number_shared"
    return row_problem(row, code, said(facts[shared.row], shared.field), **words)


class Recognised(Struct, frozen=True):
    """Who a row is: `person` if it is sure, else `candidates`, and which facts of the first one differ."""

    person: str | None = None
    candidates: tuple[Candidate, ...] = ()
    differs: tuple[str, ...] = ()


class KnownPeople:
    """People of earlier courses; `enrolled` are the keys of those on this course's list, in its order.

    `facts` are what is known of them beside the name, by key, `heads` who stands for whom: joined people are
    known under the name of each record, and it is the one that stands for it who is found. `answers` are who
    was said before to be the person of a row, by its `row_mark`.
    """

    def __init__(
        self,
        people: Iterable[MatchPerson],
        enrolled: Collection[str] = (),
        facts: Mapping[str, Facts] | None = None,
        heads: Mapping[str, str] | None = None,
        answers: Mapping[str, str] | None = None,
    ) -> None:
        self._answers = answers or {}
        self._people = tuple(people)
        self._heads = heads or {}
        self.enrolled = tuple(enrolled)
        self._facts = facts or {each.key: Facts(rank=each.rank, unit=each.unit) for each in self._people}
        self._place = {key: place for place, key in enumerate(self.enrolled)}
        self._by_name: dict[tuple[str, str, str], list[MatchPerson]] = {}
        self._claimed: set[str] = set()
        for person in self._people:
            self._by_name.setdefault(_name_of(person), []).append(person)

    def facts(self, key: str) -> Facts:
        """Return what is known of somebody beside the name."""
        return self._facts.get(key, Facts())

    def find(self, row: RosterRow, facts: Facts) -> Recognised:
        """Return who a row is, or may be; who is sure is taken by this row and by no other.

        Sure is only: the same full name with patronymic, or the same name and unit, or the same name on this
        very list; the sex must not differ, nor anything that is known, and nobody else may fit as well.
        """
        if not self._people:
            return Recognised()
        if (said := self._answers.get(row_mark(row))) is not None:
            return Recognised(said)
        person = as_person(row)
        namesakes = [
            other for other in self._by_name.get(_name_of(person), ()) if _sexes_agree(row.sex, other.sex)
        ]
        found = self._sure(row, facts, namesakes)
        if found is not None:
            self._claimed.add(found)
            return Recognised(self._head(found))
        return self._questionable(person, facts, namesakes)

    def _head(self, key: str) -> str:
        return self._heads.get(key, key)

    def _sure(self, row: RosterRow, facts: Facts, namesakes: list[MatchPerson]) -> str | None:
        if is_initial(row.given) or not row.given:
            return None
        fitting = self._each_once(other for other in namesakes if self._fits(facts, other))
        listed = [other for other in fitting if self._is_listed(row, other)]
        if listed:
            # A list taken in before: each of its namesakes is one of the people whom it brought, in order.
            listed.sort(key=lambda other: self._place[self._head(other.key)])
            return max(listed, key=lambda other: len(agreeing(facts, self.facts(other.key)))).key
        if len(fitting) > 1:
            fitting = [other for other in fitting if agreeing(facts, self.facts(other.key))]
        if len(self._each_once(namesakes)) > 1:
            # Rank and unit change: among namesakes only what one person alone has says who it is.
            fitting = [other for other in fitting if set(OWN) & {*agreeing(facts, self.facts(other.key))}]
        if len(fitting) == 1 and self._is_sure(row, fitting[0]):
            return fitting[0].key
        return None

    def _each_once(self, records: Iterable[MatchPerson]) -> list[MatchPerson]:
        """Return one record of each person: the one that stands for them, if it is among these."""
        found: dict[str, MatchPerson] = {}
        for record in records:
            if record.key not in self._heads or self._head(record.key) not in found:
                found[self._head(record.key)] = record
        return list(found.values())

    def _fits(self, facts: Facts, other: MatchPerson) -> bool:
        return other.key not in self._claimed and not differing(facts, self.facts(other.key))

    def _is_listed(self, row: RosterRow, other: MatchPerson) -> bool:
        return self._head(other.key) in self._place and _agree(row.unit, other.unit)

    def _is_sure(self, row: RosterRow, other: MatchPerson) -> bool:
        return bool(row.patronymic) or same_unit(row.unit, other.unit) or self._is_listed(row, other)

    def _questionable(self, person: MatchPerson, facts: Facts, namesakes: list[MatchPerson]) -> Recognised:
        """Return who a row may be: whoever has its name comes first, however much speaks against it."""
        found: dict[str, Candidate] = {}
        for each in self._index.find(person, _PROPOSALS):
            found.setdefault(self._head(each.b), replace(each, b=self._head(each.b)))
        for other in namesakes[:_PROPOSALS]:
            head = self._head(other.key)
            found.setdefault(head, Candidate(person.key, head, PROPOSED, ()))
        same = {self._head(other.key): self.facts(other.key) for other in reversed(namesakes)}
        candidates = sorted(found.values(), key=lambda each: (each.b not in same, -each.score, each.b))
        if not candidates:
            return Recognised()
        first = same.get(candidates[0].b)
        return Recognised(None, tuple(candidates), differing(facts, first) if first else ())

    @cached_property
    def _index(self) -> PeopleIndex:
        return PeopleIndex(self._people)


def row_mark(row: RosterRow) -> str:
    """Return a hash of what a row says of its person: it shows nobody, but whoever has the row can make it.

    So it goes with the person, see `exchange.ledger`.
    """
    facts = (row.rank, row.unit, row.duty_district, row.birth_year or "")
    return derive_key("roster_row", *map(fold, (*_name_of(as_person(row)), *map(str, facts))))


def _name_of(person: MatchPerson) -> tuple[str, str, str]:
    return person.family.casefold(), person.given.casefold(), person.patronymic.casefold()


def _agree(left: str, right: str) -> bool:
    return not left or not right or fold(left) == fold(right) or same_unit(left, right)


def _sexes_agree(left: Sex, right: Sex) -> bool:
    return left is right or Sex.UNKNOWN in (left, right)


def row_problem(row: RosterRow, code: str, value: str, column: str = "", **values: object) -> Problem:
    """Return what is said of a row."""
    return Problem(row.row, column, value, f"roster.{code}", values)


def alike_problems(row: RosterRow, facts: Facts, earlier: Earlier) -> list[Problem]:
    """Say why a row may be the person of an earlier one, and what speaks against it."""
    namesake = "double_unsure" if earlier.differs else "double_unknown"
    code = namesake if earlier.same_name else "looks_double"
    asked = row_problem(row, code, row.name, first=earlier.row.row, name=earlier.row.name)
    return [asked, *fact_problems(row, facts, earlier.facts, earlier.differs)]


def fact_problems(row: RosterRow, here: Facts, there: Facts, names: Iterable[str]) -> list[Problem]:
    """Say which facts differ, and what each side says."""
    found = []
    for name in names:
        own, other = said(here, name), said(there, name)
        values: dict[str, Any] = {"field": column_label(name), "here": _words(own), "there": _words(other)}
        code = "identity_differs" if name == RosterColumn.IDENTITY else "fact_differs"
        found.append(row_problem(row, code, own, **values))
    return found


def double_problems(row: RosterRow, first: RosterRow) -> list[Problem]:
    """Say that a row repeats another, and which of its values are therefore not taken."""
    found = [row_problem(row, "double", row.name, first=first.row)]
    for name, value, kept in _differences(first, row):
        values: dict[str, Any] = {"field": column_label(name), "other": _words(value), "kept": _words(kept)}
        found.append(row_problem(row, "double_differs", str(value), first=first.row, **values))
    return found


def _words(value: object) -> object:
    """Return a value as it is shown: a sex or a rank in the language of whoever reads."""
    if isinstance(value, Sex):
        return Label(f"roster.sex_{value}")
    return rank_texts(value) if isinstance(value, str) and is_rank(value) else value


def _differences(first: RosterRow, row: RosterRow) -> list[tuple[str, object, object]]:
    pairs = [(name, getattr(row, name), getattr(first, name)) for name in SAID]
    return [
        (name, value, kept)
        for name, value, kept in pairs
        if not is_blank(value) and not is_blank(kept) and value != kept
    ]
