"""The units of people as they are written: with the persons, and with their participations."""

from collections.abc import Iterator
from typing import NamedTuple, cast

import peewee

from trainer_app.store.base.database import Database
from trainer_app.store.base.dialect import Statement
from trainer_app.store.base.models import MODELS, RegistryRow
from trainer_app.store.base.object_ids import key_text
from trainer_app.store.people.people import people_as_written

TABLES = ("person", "enrolment", "pair")
"""The projected tables that `units_written` reads."""


class WrittenUnit(NamedTuple):
    """A unit as it stands in a row: whose it is, at which course, and the duty district beside it."""

    entity: str
    key: str
    unit: str
    district: str
    person: str
    """The record that stands for the person."""
    course: str = ""


def _participations() -> peewee.Query:
    e, own, course = MODELS["enrolment"].alias("e"), RegistryRow.alias("own"), RegistryRow.alias("course")
    shown = MODELS["course"].alias("shown")
    query = e.select(own.key, e.unit, e.duty_district, e.person, course.key)
    query = query.join(own, on=own.id == e.id).join(course, on=course.id == e.course)
    query = query.join(shown, on=shown.id == e.course)
    return cast(peewee.Query, query.where(e.facts, e.unit.is_null(False), e.unit != ""))


_PARTICIPATIONS = Statement(_participations)


def units_written(database: Database) -> Iterator[WrittenUnit]:
    """Yield every unit that is written with a person or fixed with a participation, in no order.

    Participations from before carry none: they read the person's.
    """
    people = people_as_written(database)
    for person in people.values():
        if person.unit.strip():
            yield WrittenUnit("person", person.key, person.unit, person.duty_district, person.shown_key)
    for key, unit, district, who, course in database.select(_PARTICIPATIONS):
        if who in people and unit.strip():
            whose = people[who].shown_key
            yield WrittenUnit("enrolment", key_text(key), unit, district or "", whose, key_text(course))
