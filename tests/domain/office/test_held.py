"""Which rows are about a person: the schema is walked, so that no new kind of row can be forgotten."""

import pytest

from trainer_app.domain.base.fields import Entity, Field, FieldKind
from trainer_app.domain.base.schema import ENTITIES
from trainer_app.domain.office.outline import LISTS, NO_PEOPLE, Way, searched, ways

HELD = {"person", *(way.entity for way in ways())}


def test_every_field_that_points_to_a_person_is_a_way() -> None:
    pointing = {
        (entity, name)
        for entity, described in ENTITIES.items()
        for name, field in described.fields.items()
        if field.target == "person" and entity != "person"
    }
    assert pointing
    assert pointing <= {(way.entity, way.field) for way in ways()}


def test_everything_that_lies_below_a_person_is_reached() -> None:
    assert {
        *("enrolment", "attendance", "paper", "answer", "certificate", "printing"),
        *("participation", "assignment", "pair", "erasure", "person"),
    } == HELD


@pytest.mark.parametrize("entity", ENTITIES)
def test_each_kind_of_row_is_reached_or_its_texts_are_searched(entity: str) -> None:
    typed = {name for name, field in ENTITIES[entity].fields.items() if field.kind is FieldKind.TEXT}
    looked_through = {name for each, name in searched() if each == entity}
    assert looked_through == (set() if entity in HELD else typed)


@pytest.mark.parametrize(
    ("entity", "name"),
    [
        (entity, name)
        for entity, described in ENTITIES.items()
        for name, field in described.fields.items()
        if field.kind is FieldKind.LIST
    ],
)
def test_of_each_list_it_is_said_whether_people_stand_in_it(entity: str, name: str) -> None:
    assert ((entity, name) in LISTS) != ((entity, name) in NO_PEOPLE)


def test_a_kind_of_row_that_is_declared_later_is_reached() -> None:
    """A table of the schema cannot be forgotten: this is one that nobody thought of."""
    visit = Entity({"enrolment": Field(FieldKind.KEY, target="enrolment"), "text": Field(FieldKind.TEXT)})
    note = Entity({"visit": Field(FieldKind.KEY, target="visit")})
    letter = Entity({"text": Field(FieldKind.TEXT)})
    found = ways({**ENTITIES, "visit": visit, "note": note, "letter": letter})
    assert Way("visit", "enrolment", "enrolment") in found
    assert Way("note", "visit", "visit") in found
    assert ("letter", "text") in searched({**ENTITIES, "letter": letter})


def test_whose_place_somebody_took_is_not_about_that_one() -> None:
    assert ("enrolment", "replaces") not in {(way.entity, way.field) for way in ways()}
