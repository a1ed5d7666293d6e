"""People (participants, trainers, experts), the sign-off of their names as printed, and who is one person.

Who is one person follows from pairs of records of which somebody said so. A pair is a row of its own. Its key
follows from the two people, so that two laptops that say something of the same pair say it of the same row:
"one person", or "not the same". It has no direction. All people who are connected by pairs are one person;
which of them stands for the others (the head of the group) follows from the pairs alone. So joins that
several laptops made, in both directions or in a ring, hide nobody. What the head does not say of the person,
but for the name, the others say (`as_one`).

Whose name stays is said in each pair (`shown`). The head is whom no pair gives up; where several are left
(two groups were joined by a pair between others of them), or nobody is (a ring), the oldest row among them.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import pairwise

from msgspec import Struct

from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.schema import typed_fields
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_cleaning import is_all_latin
from trainer_app.domain.base.texts import erased_name


class ErasureKind(StrEnum):
    """What was erased: the data of a person, or the names of courses."""

    PERSON = "person"
    COURSES = "courses"


class Sex(StrEnum):
    """As typed; unknown is a value of its own and never hidden."""

    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


COMPARING = "person.progress.comparing"
"""What is told while it is looked for people who may be one."""
NAME_FIELDS = ("family", "given", "patronymic")
"""What a name is made of."""
LISTED_FIELDS = tuple(
    name for name, field in typed_fields("person").items() if not field.rare and name not in NAME_FIELDS
)
"""What lists of people hold beside the name."""
SHARED_FIELDS = tuple(name for name in typed_fields("person") if name not in (*NAME_FIELDS, "latin"))
"""What any record of a person may say of them. The Latin spelling belongs to the name that was kept."""


class Person(Struct, frozen=True, gc=False):
    """One person. `latin` is the spelling of the passport, typed and never computed."""

    key: str
    family: str
    given: str = ""
    patronymic: str = ""
    latin: str = ""
    sex: Sex = Sex.UNKNOWN
    rank: str = ""
    position: str = ""
    unit: str = ""
    duty_district: str = ""
    phone: str = ""
    email: str = ""
    service_number: str = ""
    birth_year: int | None = None
    erased: bool = False
    """The data were taken away for good; only what is counted is left."""
    shown_as: str | None = None
    """The key of the record that stands for this one, where they were joined and another is the head."""
    joined: bool = False
    """Several records are this person, of which this is one."""

    @property
    def shown_key(self) -> str:
        """The key of the record that stands for this person: their own, where they were not joined."""
        return self.shown_as or self.key

    @property
    def name(self) -> str:
        """Family name first, as lists are written: "Гулмуродова Зарина Ҳакимовна"."""
        if self.erased:
            return nameless(self.key)
        return full_name(self.family, self.given, self.patronymic)

    @property
    def short_name(self) -> str:
        """Family and given name: what fits a row of the grid."""
        if self.erased:
            return nameless(self.key)
        return " ".join(part for part in (self.family, self.given) if part)

    @property
    def lacks_latin(self) -> bool:
        """Whether a spelling in Latin letters is still to be typed."""
        return not self.erased and lacks_latin(self.name, self.latin)

    @property
    def initialled_name(self) -> str:
        """Family name and first letter of the given name, as in "Гулмуродова З.": enough for its owner."""
        if self.erased or not self.given:
            return self.short_name
        return f"{self.family} {self.given[0]}."


def head_of(persons: Mapping[str, Person], key: str) -> Person:
    """Return who is shown and printed for a record: of joined people the one whose spelling was kept.

    A record whose data were erased gets nobody's name back by that. Raises KeyError for nobody's key.
    """
    own = persons[key]
    return own if own.shown_as is None or own.erased else persons[own.shown_as]


def by_person[Row](rows: Iterable[Row], person: Callable[[Row], str]) -> list[list[Row]]:
    """Return rows of a course by whom they name (`person` gives the key of `head_of`), in their order.

    Whoever stands in several rows of a course counts once in all that is told of it: what is counted are
    these lists, never the rows.
    """
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(person(row), []).append(row)
    return list(found.values())


def is_blank(value: object) -> bool:
    """Tell whether a value says nothing of somebody."""
    return value in ("", None, Sex.UNKNOWN)


def then_or_now[T](then: T, now: T) -> T:
    """Return what a row of a course says of a joined person; where it is blank, what the person is now."""
    return now if is_blank(then) else then


def as_one(head: Person, others: Iterable[Person]) -> Person:
    """Return the record that stands for joined ones, with what these say of the person and it does not.

    Of several that say something the one with the smallest key, the oldest, is believed. Who was erased says
    nothing.
    """
    known = sorted((each for each in others if not each.erased), key=lambda each: each.key)
    blank = [name for name in SHARED_FIELDS if is_blank(getattr(head, name))]
    said = {name: [value for each in known if not is_blank(value := getattr(each, name))] for name in blank}
    return replace(head, **{name: values[0] for name, values in said.items() if values})


AGES = (25, 35, 45, 55)
"""The first years of the age groups that donors ask for, but for the youngest one."""


def age_group(born: int | None, first_day: date | None) -> str:
    """Return "25-34": the group of the age that somebody reaches in the year in which a course begins.

    "0-24" is the youngest and "55+" the oldest one; "" where the year of birth is not known, or later.
    """
    if born is None or first_day is None or born > first_day.year:
        return ""
    age = first_day.year - born
    if age >= AGES[-1]:
        return f"{AGES[-1]}+"
    return next(f"{first}-{end - 1}" for first, end in pairwise((0, *AGES)) if age < end)


def full_name(family: str, given: str, patronymic: str) -> str:
    """Return a name as lists are written: its parts, as far as they are known."""
    return " ".join(filter(None, (family, given, patronymic)))


def namesake_details(people: Iterable[Person]) -> dict[str, str]:
    """Return what tells namesakes apart, by key: the year of birth, or the unit, as none of the others has.

    Whoever has no namesake among `people`, or nothing of their own, is left out: a number on the list tells
    these.
    """
    groups: dict[str, list[Person]] = {}
    for person in people:
        groups.setdefault(person.name.casefold(), []).append(person)
    found: dict[str, str] = {}
    for namesakes in groups.values():
        if len(namesakes) < 2:
            continue
        for field in ("birth_year", "unit"):
            said = Counter(str(getattr(person, field) or "") for person in namesakes)
            for person in namesakes:
                own = str(getattr(person, field) or "")
                if own and said[own] == 1:
                    found.setdefault(person.key, own)
    return found


def name_apart(name: str, apart: str) -> str:
    """Return a name with what tells it from the same name of somebody else: "Раҳимов Фаррух, 1985"."""
    return f"{name}, {apart}" if apart else name


def names_apart(people: Sequence[Person]) -> list[str]:
    """Return the names of those on one list: family and given name, which fit a row.

    Whoever shares these with somebody else is called by the whole name, with what tells them apart.
    """
    seen, apart = Counter(person.short_name for person in people), namesake_details(people)
    return [
        person.short_name
        if seen[person.short_name] == 1
        else name_apart(person.name, apart.get(person.key, ""))
        for person in people
    ]


def lacks_latin(name: str, latin: str) -> bool:
    """Tell whether nobody typed how a name is spelt in Latin letters, which one written in them needs not."""
    return not latin and not is_all_latin(name)


def nameless(key: str) -> str:
    """Return what stands in the place of an erased name: "•••• 3f2a"; see `texts.said_name`."""
    return erased_name(erased_mark(key))


def erased_mark(key: str) -> str:
    """Return what tells one erased person from another: the end of the key, which says nothing of anybody."""
    return key[-4:]


class SignOff(Struct, frozen=True):
    """How many of the names that will be printed are checked."""

    checked: int
    names: int

    @property
    def open(self) -> int:
        """Names that nobody has checked yet."""
        return self.names - self.checked


_FEWEST_DIGITS = 5  # of a number inside an office
_LETTER_IN_NUMBER = regex(r"\d[^\W\d_]|[^\W\d_]\d")


def is_doubtful_phone(text: str) -> bool:
    """Tell whether nobody could be called by what was typed: a slip as "12ab". It is told, not refused."""
    digits = sum(sign.isdecimal() for sign in text)
    return bool(text.strip()) and (digits < _FEWEST_DIGITS or _LETTER_IN_NUMBER.search(text) is not None)


def name_in_print(person: Person) -> str:
    """Return what a check is about: name, Latin spelling and rank, one to a line.

    It is kept with the check. A name that is corrected afterwards, also on another laptop, no longer is the
    text that was checked, and so is unchecked by itself. The rank is kept as its code, so that it does not
    depend on the language of the certificate.
    """
    return "\n".join((person.name, person.latin, person.rank))


type Groups = Mapping[str, frozenset[str]]
"""For everybody who is one with somebody, all keys that are this person."""


class Pair(Struct, frozen=True):
    """What stands of two people. `one`: they are one person, or they are not; None while nothing is said.

    `shown` is the key of the one whose name stands for both.
    """

    key: str
    first: str
    second: str
    one: bool | None = None
    shown: str | None = None

    @property
    def people(self) -> frozenset[str]:
        """Both keys."""
        return frozenset((self.first, self.second))

    @property
    def given_up(self) -> str | None:
        """The key of the one whose name does not stand; None where the pair says nothing of that."""
        others = self.people - {self.shown}
        return next(iter(others)) if len(others) == 1 else None


class Joins:
    """Everything that is said of pairs, as groups. `erased` are people whose data were taken away."""

    def __init__(self, pairs: Iterable[Pair], erased: Collection[str] = ()) -> None:
        told = [pair for pair in pairs if len(pair.people) == 2]
        self.joined = tuple(pair for pair in told if pair.one is True)
        self.apart = tuple(pair for pair in told if pair.one is False)
        self._ties = _ties(self.joined)
        self._erased = frozenset(erased)

    @cached_property
    def groups(self) -> Groups:
        """Everybody who is one with somebody, with all keys that are this person."""
        found: dict[str, frozenset[str]] = {}
        for key in self._ties:
            if key not in found:
                group = _reach(key, self._ties)
                found |= dict.fromkeys(group, group)
        return found

    @cached_property
    def heads(self) -> Mapping[str, str]:
        """The keys of people for whom another record stands, each with the key of that one."""
        given_up = {pair.given_up for pair in self.joined}
        found: dict[str, str] = {}
        for group in set(self.groups.values()):
            # Whose names are gone stands for nobody who still has one.
            left = group - self._erased or group
            head = min(left - given_up or left)
            found |= dict.fromkeys(group - {head}, head)
        return found

    @cached_property
    def leading(self) -> frozenset[str]:
        """The keys of people who stand for others."""
        return frozenset(self.heads.values())

    @cached_property
    def told_apart(self) -> frozenset[frozenset[str]]:
        """Pairs of heads of whom somebody said that they are not the same person, or of whom that follows."""
        found = (frozenset(map(self.head, pair.people)) for pair in self.apart)
        return frozenset(each for each in found if len(each) == 2)

    @cached_property
    def contradicting(self) -> tuple[Pair, ...]:
        """Pairs said to be two people who are one person by way of others."""
        return tuple(pair for pair in self.apart if pair.second in self.group(pair.first))

    def head(self, key: str) -> str:
        """Return the key of whoever stands for a person: mostly the person's own."""
        return self.heads.get(key, key)

    def group(self, key: str) -> frozenset[str]:
        """Return all keys that are one person with this one, itself among them."""
        return self.groups.get(key, frozenset({key}))

    def others(self, key: str) -> frozenset[str]:
        """Return the other keys that are one person with this one."""
        return self.group(key) - {key}

    def joining(self, first: str, second: str) -> list[Pair]:
        """Return the pairs that say of any two of these two groups that they are not the same."""
        one, two = self.group(first), self.group(second)
        return [
            pair
            for pair in self.apart
            if (pair.first in one and pair.second in two) or (pair.first in two and pair.second in one)
        ]

    def led_by(self, head: str, added: Pair) -> list[Pair]:
        """Return the pairs that must say anew whose name stands, so that `head` leads its group with `added`.

        None where it does anyway: only what was joined on several laptops at once can lead elsewhere.
        """
        joins = Joins((*self.joined, added), self._erased)
        if joins.head(head) == head:
            return []
        by_people = {pair.people: pair for pair in joins.joined}
        changed: list[Pair] = []
        found, fresh = {head}, [head]
        while fresh:
            known = fresh.pop(0)
            for tied in sorted(joins._ties[known] - found):
                pair = by_people[frozenset((known, tied))]
                if pair.shown != known:
                    changed.append(replace(pair, shown=known))
                found.add(tied)
                fresh.append(tied)
        return changed

    def parting(self, key: str, other: str | None = None) -> list[Pair]:
        """Return the joins by which somebody is one person with `other`, by default with the group's head.

        Without them whoever was joined with `key` alone goes along with it, which is what was there before it
        was joined with the others. Of a head that is to leave its group all its joins are returned.
        """
        target = self.head(key) if other is None else other
        own = [pair for pair in self.joined if key in pair.people]
        if target == key:
            return own
        # What still leads there without this person.
        around = {each: ties - {key} for each, ties in self._ties.items() if each != key}
        near = _reach(target, around)
        return [pair for pair in own if not near.isdisjoint(pair.people)]


def joins_of(pairs: Iterable[Pair], is_erased: Callable[[str], bool]) -> Joins:
    """Return what pairs say; `is_erased` is asked about joined people alone."""
    told = tuple(pairs)
    joined = {key for pair in told if pair.one is True for key in pair.people}
    return Joins(told, {key for key in joined if is_erased(key)})


def _ties(pairs: Iterable[Pair]) -> dict[str, set[str]]:
    ties: dict[str, set[str]] = {}
    for pair in pairs:
        ties.setdefault(pair.first, set()).add(pair.second)
        ties.setdefault(pair.second, set()).add(pair.first)
    return ties


def _reach(key: str, ties: Mapping[str, Collection[str]]) -> frozenset[str]:
    found, fresh = {key}, [key]
    while fresh:
        fresh = [tied for known in fresh for tied in ties.get(known, ()) if tied not in found]
        found.update(fresh)
    return frozenset(found)
