"""People, as stored, and who is one person with whom: everybody who reads people learns it here."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

import peewee
from msgspec import Struct

from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_cleaning import sort_key
from trainer_app.domain.people.persons import (
    Joins,
    Pair,
    Person,
    Sex,
    as_one,
    full_name,
    head_of,
    joins_of,
    nameless,
)
from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import NUMBERS, VALUE, Statement, any_of
from trainer_app.store.base.models import MODELS, RegistryRow
from trainer_app.store.base.object_ids import find_numbers, key_text
from trainer_app.store.base.rows import (
    Fields,
    RecordReader,
    Rows,
    choice_of,
    object_number,
    select_row,
    select_rows,
)

person_of = RecordReader(Person, "person")
_pair_of = RecordReader(Pair, "pair", first="", second="")
_JOINING = ("pair", "person")
"""The tables that tell who is one person with whom."""
_ALONE = ("person",)

_AT_ONCE = 500
"""Rows asked for in one question."""
_NEXT = 64
"""People read with one who is asked for."""
_SOME = Rows("person", lambda rows: rows.t.id.in_(any_of(NUMBERS)), lambda rows: (rows.t.id,))
_FROM = Rows("person", lambda rows: rows.t.id >= VALUE, lambda rows: (rows.t.id,), limited=True)


def joins(database: Database) -> Joins:
    """Return what was said of pairs of people, as groups. Read once until somebody is written."""
    return database.remembered("joins", lambda: _read_joins(database), _JOINING)


def _read_joins(database: Database) -> Joins:
    pairs = [_pair_of(fields) for fields in select_rows(database, "pair")]
    erased = erased_keys(database) if any(pair.one for pair in pairs) else frozenset[str]()
    return joins_of(pairs, erased.__contains__)


def _erased() -> peewee.ModelSelect:
    person = MODELS["person"]
    query: peewee.ModelSelect = person.select(RegistryRow.key).join(
        RegistryRow, on=RegistryRow.id == person.id
    )
    return query.where(person.erased)


_ERASED = Statement(_erased)


def erased_keys(database: Database) -> frozenset[str]:
    """Return the keys of people whose data were taken away."""
    return frozenset(key_text(bytes(key)) for (key,) in database.select(_ERASED))


def _people_of(database: Database, rows: Iterable[Fields]) -> Iterator[Person]:
    known, read = joins(database), list(rows)
    others = _others_of(database, known, [fields["key"] for fields in read])
    for fields in read:
        key = fields["key"]
        person = person_of(fields, shown_as=known.heads.get(key), joined=key in known.groups)
        yield as_one(person, [others[each] for each in known.others(key)]) if key in known.leading else person


def _others_of(database: Database, known: Joins, keys: Iterable[str]) -> dict[str, Person]:
    """Return the records that are one person with those of `keys` that stand for them."""
    wanted = [("person", other) for key in keys if key in known.leading for other in known.others(key)]
    return _records(database, wanted)


def _records(database: Database, wanted: Sequence[tuple[str, str]]) -> dict[str, Person]:
    """Return people as their own records say it."""
    numbers = sorted(find_numbers(database, wanted).values()) if wanted else []
    found: dict[str, Person] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        rows = select_rows(database, _SOME, numbers[start : start + _AT_ONCE])
        found.update((person.key, person) for person in map(person_of, rows))
    return found


def get_person(database: Database, key: str) -> Person | None:
    """Return one person, also one for whom another record stands."""
    fields = select_row(database, "person", key)
    return next(_people_of(database, [fields])) if fields else None


def joined_person(database: Database, head: str, others: Collection[str]) -> Person:
    """Return the one person that some records are, or would be, as the record that stands for them."""
    told = _records(database, [("person", key) for key in (head, *others)])
    return replace(as_one(told[head], map(told.__getitem__, others)), joined=True)


def list_people(database: Database, *, joined: bool = False) -> list[Person]:
    """Return everybody in the order of the Tajik alphabet; `joined` adds those for whom others stand."""
    people = people_by_key(database).values()
    return [person for person in people if joined or person.shown_as is None]


def _names() -> peewee.ModelSelect:
    person, blank = MODELS["person"], peewee.SQL("''")
    family, given, patronymic, latin = (
        peewee.fn.coalesce(name, blank)
        for name in (person.family, person.given, person.patronymic, person.latin)
    )
    space = peewee.SQL("' '")
    name = peewee.fn.trim(family.concat(space).concat(given).concat(space).concat(patronymic))
    query: peewee.ModelSelect = person.select(person.id, name, latin)
    return query.where(person.erased.is_null() | ~person.erased)


_NAMES = Statement(_names)


def names_of_people(database: Database) -> list[tuple[int, int, str, str]]:
    """Return (number, number of who stands for them, name as lists are written, Latin spelling) of everybody.

    Who was erased is left out. A search reads these at every letter: they take a fifth of the time of whole
    people.
    """
    heads = database.remembered("who stands for whom", lambda: _head_numbers(database), _JOINING)
    return [
        (number, heads.get(number, number), name.replace("  ", " "), latin)
        for number, name, latin in database.select(_NAMES)
    ]


def _head_numbers(database: Database) -> dict[int, int]:
    return {
        object_number(database, "person", key): object_number(database, "person", head)
        for key, head in joins(database).heads.items()
    }


def named_by(database: Database) -> Mapping[str, str]:
    """Return the key of who is named in rows of a list, for everybody who is one with somebody.

    As `domain.people.persons.head_of` says it: whose data were erased is named by nobody else.
    """
    return database.remembered("named by", lambda: _read_named(database), _JOINING)


def _read_named(database: Database) -> dict[str, str]:
    known = joins(database)
    erased = erased_keys(database) if known.groups else frozenset[str]()
    return {key: key if key in erased else known.head(key) for key in known.groups}


def numbers_named_by(database: Database) -> Mapping[int, int]:
    """Return the same by their numbers."""
    return database.remembered("numbers named by", lambda: _read_named_numbers(database), _JOINING)


def _read_named_numbers(database: Database) -> dict[int, int]:
    heads = named_by(database)
    numbers = find_numbers(database, [("person", key) for key in heads])
    return {number: numbers.get(("person", heads[key]), number) for (_, key), number in numbers.items()}


_COUNTED_FACTS = ("sex", "rank", "unit", "duty_district", "birth_year")


class CountedPerson(Struct, frozen=True, gc=False):
    """Somebody with what a report says of them; `name` and `shown_as` are those of `Person`."""

    key: str
    name: str
    sex: Sex
    rank: str
    unit: str
    duty_district: str
    birth_year: int | None
    shown_as: str | None
    joined: bool = False

    @property
    def shown_key(self) -> str:
        """The key of the record that stands for this person, as of `Person`."""
        return self.shown_as or self.key


def _counted() -> peewee.ModelSelect:
    p = MODELS["person"]
    columns = (
        p.family,
        p.given,
        p.patronymic,
        p.erased,
        p.sex,
        p.rank,
        p.unit,
        p.duty_district,
        p.birth_year,
    )
    query: peewee.ModelSelect = p.select(p.id, RegistryRow.key, *columns)
    return query.join(RegistryRow, on=RegistryRow.id == p.id)


_COUNTED = Statement(_counted)


def people_counted(database: Database) -> Mapping[int, CountedPerson]:
    """Return everybody by number, with what reports ask: a third of the time that whole people take.

    Whoever stands for others has what these say besides, as of `domain.people.persons.as_one`.
    """
    return database.remembered("people counted", lambda: _counted_as_one(database), _JOINING)


def people_as_written(database: Database) -> Mapping[int, CountedPerson]:
    """Return the same people, each with what the own record says and nothing else."""
    return database.remembered("people as written", lambda: _read_counted(database), _JOINING)


def _counted_as_one(database: Database) -> Mapping[int, CountedPerson]:
    written, known = people_as_written(database), joins(database)
    if not known.leading:
        return written
    told = _with_heads(database, _records(database, [("person", key) for key in known.groups]))
    found = dict(written)
    for number, person in written.items():
        if person.key in told:
            one = told[person.key]
            said = {name: getattr(one, name) for name in _COUNTED_FACTS}
            found[number] = replace(person, joined=True, **said)
    return found


def sexes_of_joined(database: Database) -> Mapping[int, Sex]:
    """Return the sex of everybody who is one with somebody, by the number of each of their records."""
    return database.remembered("sexes of joined", lambda: _read_sexes(database), _JOINING)


def _read_sexes(database: Database) -> dict[int, Sex]:
    known = joins(database)
    if not known.leading:
        return {}
    people = _with_heads(database, _records(database, [("person", key) for key in known.groups]))
    return {object_number(database, "person", key): head_of(people, key).sex for key in people}


def _read_counted(database: Database) -> dict[int, CountedPerson]:
    heads = joins(database).heads
    found = {}
    for number, raw, *names, erased, written, rank, unit, district, born in database.select(_COUNTED):
        key, sex = key_text(raw), choice_of(Sex, written, Sex.UNKNOWN)
        name = nameless(key) if erased else full_name(*names)
        found[number] = CountedPerson(
            key, name, sex, rank or "", unit or "", district or "", born, heads.get(key)
        )
    return found


def people_by_number(database: Database, numbers: Sequence[int]) -> list[Person]:
    """Return people by the numbers that `names_of_people` gave, in the order of the Tajik alphabet."""
    return sorted(_people_in(database, numbers), key=lambda person: sort_key(person.name))


def _people_in(database: Database, numbers: Sequence[int]) -> Iterator[Person]:
    for start in range(0, len(numbers), _AT_ONCE):
        yield from _people_of(database, select_rows(database, _SOME, numbers[start : start + _AT_ONCE]))


def people_by_key(database: Database) -> Mapping[str, Person]:
    """Return all people, joined ones too, by key, in the order of the Tajik alphabet.

    Read once until somebody is written; what is said of pairs alone reads nobody again.
    """

    def read() -> Mapping[str, Person]:
        return _with_heads(database, database.remembered("sorted people", lambda: _sorted(database), _ALONE))

    return database.remembered("people", read, _JOINING)


def people_unsorted(database: Database) -> Mapping[str, Person]:
    """Return the same people as `people_by_key`, in no order: for looking up the names of very many."""
    return database.remembered("unsorted people", lambda: _with_heads(database, _alone(database)), _JOINING)


def find_people(database: Database) -> Mapping[str, Person]:
    """Return the same people as `people_by_key`, each read when asked for: for few among very many.

    Whoever writes in between sees what is written.
    """
    return database.remembered("people asked for", lambda: _Asked(database), _JOINING)


def read_ahead(database: Database, keys: Iterable[str]) -> None:
    """Read those of some people for `find_people` that were not read yet, all in one question."""
    asked = database.remembered("people asked for", lambda: _Asked(database), _JOINING)
    asked.read(keys)


class _Asked(Mapping[str, Person]):
    """People by key. Who is asked for is read with those that came next after: they are asked for next."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._read: dict[str, Person] = {}

    def read(self, keys: Iterable[str]) -> None:
        """Read those of some people who were not read yet."""
        missing = [("person", key) for key in keys if key not in self._read]
        numbers = sorted(find_numbers(self._database, missing).values())
        self._read.update((person.key, person) for person in _people_in(self._database, numbers))

    def __getitem__(self, key: str) -> Person:
        """Return somebody. Raises KeyError for nobody's key."""
        if key not in self._read:
            number = object_number(self._database, "person", key)
            rows = select_rows(self._database, _FROM, number, _NEXT if number > 0 else 0)
            self._read.update((person.key, person) for person in _people_of(self._database, rows))
        return self._read[key]

    def __iter__(self) -> Iterator[str]:
        """Yield all keys."""
        return iter(people_by_key(self._database))

    def __len__(self) -> int:
        """Return how many people there are."""
        return len(people_by_key(self._database))


def _with_heads(database: Database, people: Mapping[str, Person]) -> Mapping[str, Person]:
    """Return people with what was said of pairs: all who are one with somebody have to be among them."""
    known, found = joins(database), dict(people)
    for key in known.groups:
        one = replace(people[key], shown_as=known.heads.get(key), joined=True)
        found[key] = as_one(one, map(people.__getitem__, known.others(key))) if key in known.leading else one
    return MappingProxyType(found)


def _alone(database: Database) -> Mapping[str, Person]:
    return database.remembered("people alone", lambda: _read_people(database), _ALONE)


def _read_people(database: Database) -> dict[str, Person]:
    return {person.key: person for person in map(person_of, select_rows(database, "person"))}


def _sorted(database: Database) -> dict[str, Person]:
    people = sorted(_alone(database).values(), key=lambda person: sort_key(person.name))
    return {person.key: person for person in people}
