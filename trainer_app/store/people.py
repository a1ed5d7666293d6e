"""People, as stored."""

from trainer_app.domain.letters import sort_key
from trainer_app.domain.people import Person, Sex
from trainer_app.store.database import Database
from trainer_app.store.rows import Fields, select_row, select_rows


def get_person(database: Database, key: str) -> Person | None:
    """Return one person, also one that was joined into another."""
    fields = select_row(database, "person", key)
    return person_of(fields) if fields else None


def list_people(database: Database, *, joined: bool = False) -> list[Person]:
    """Return everybody in the order of the Tajik alphabet; `joined` adds those joined into others."""
    people = [person_of(fields) for fields in select_rows(database, "person")]
    wanted = people if joined else [person for person in people if person.joined_into is None]
    return sorted(wanted, key=lambda person: sort_key(person.name))


def people_by_key(database: Database) -> dict[str, Person]:
    """Return all people, joined ones too, by key."""
    return {person.key: person for person in map(person_of, select_rows(database, "person"))}


def distinct_pairs(database: Database) -> frozenset[frozenset[str]]:
    """Return the pairs of whom somebody said that they are not the same person."""
    return frozenset(
        frozenset((fields["first"], fields["second"])) for fields in select_rows(database, "distinct")
    )


def person_of(fields: Fields) -> Person:
    """Make a person from a row."""
    sex = fields["sex"]
    return Person(
        key=fields["key"],
        family=fields["family"] or "",
        given=fields["given"] or "",
        patronymic=fields["patronymic"] or "",
        latin=fields["latin"] or "",
        sex=Sex(sex) if sex in tuple(Sex) else Sex.UNKNOWN,
        rank=fields["rank"] or "",
        unit=fields["unit"] or "",
        duty_district=fields["duty_district"] or "",
        phone=fields["phone"] or "",
        email=fields["email"] or "",
        birth_year=fields["birth_year"],
        joined_into=fields["joined_into"],
    )
