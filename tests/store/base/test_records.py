"""Records and rows: what is read of a filled database is what stands in it, and is written back alike."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import fields

from tests.kit import worlds
from trainer_app.actions.base.workplace import Workplace, open_workplace
from trainer_app.actions.today import demo
from trainer_app.domain.base.schema import ENTITIES
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.courses.courses import Assignment, Course, Project, SessionState, TeachingRole
from trainer_app.domain.people.persons import Person, Sex
from trainer_app.store.attendance import marks
from trainer_app.store.base.rows import RecordReader, record_fields, select_rows
from trainer_app.store.certificates import certificates
from trainer_app.store.courses import courses
from trainer_app.store.evaluations import forms, papers
from trainer_app.store.people import people
from trainer_app.system.folders import DataFolder

DERIVED = {
    "certificate": {"facts", "state"},
    "course": {"rule"},
    "feedback_paper": {"conflict", "finished", "language", "waiting"},
    "paper": {"answers", "second", "conflict"},
    "printing": {"day"},
    "project": {"logos"},
    "question": {"accepted", "options"},
    "session": {"number"},
    "template": {"here", "ref"},
    "attachment": {"here"},
}
"""What a record has that is not a field of the same name."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workplace]:
    root = tmp_path_factory.mktemp("records")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRAINER_STATE", str(root / "state"))
        made = worlds.demo_in(root / "data")
        work = open_workplace(DataFolder(made.trainers[0]), demo.PASSPHRASE, clock=demo.clock_of_pictures())
        yield work
        work.close()


def read_all(work: Workplace) -> Mapping[str, Sequence[Any]]:
    """Return the records of every entity, as the store gives them."""
    database = work.database
    found = courses.list_courses(database)
    return {
        "person": people.list_people(database, joined=True),
        "project": courses.list_projects(database),
        "course": found,
        "session": [each for course in found for each in courses.list_sessions(database, course.key)],
        "assignment": courses.list_assignments(database),
        "enrolment": [each.enrolment for each in courses.list_enrolments(database)],
        "certificate": certificates.list_certificates(database),
        "printing": certificates.list_printings(database),
        "template": certificates.list_templates(database),
        "attachment": marks.list_attachments(database),
        "question": forms.list_questions(database),
        "form": forms.list_forms(database),
        "sitting": forms.list_sittings(database),
        "paper": [each for course in found for each in papers.list_papers(database, course.key)],
        "feedback_paper": [
            each for course in found for each in papers.list_feedback_papers(database, course.key)
        ],
    }


def stored_as(value: object, stem: str, row: Mapping[str, Any]) -> bool:
    """Tell whether a row holds what a record says: judged by the value alone, not by its class."""
    match value:
        case Texts():
            return value == Texts.of_list(row[f"{stem}_{language}"] or "" for language in LANGUAGES)
        case StrEnum():
            return row[stem] == value.value
        case date():
            return bool(row[stem] == value.isoformat())
        case tuple():
            return list(value) == (row[stem] or [])
        case bool() | None:
            return bool(row[stem]) is bool(value)
        case str():
            return value == (row[stem] or "")
    return value == row[stem]


def test_every_record_of_a_filled_database_says_what_its_row_holds(filled: Workplace) -> None:
    wrong, compared, seen = [], 0, set()
    for entity, records in read_all(filled).items():
        rows = {row["key"]: row for row in select_rows(filled.database, entity)}
        assert {record.key for record in records} == rows.keys()
        for record in records:
            for attribute in fields(record):
                name = attribute.name
                if name not in DERIVED.get(entity, ()):
                    value = getattr(record, name)
                    blank = rows[record.key].get(name) is None and not isinstance(value, Texts)
                    compared += 1
                    seen.add((entity, name))
                    # A blank is the record's default, which a record made of nothing but its key has too.
                    if not (blank and value == attribute.default) and not stored_as(
                        value, name, rows[record.key]
                    ):
                        wrong.append((entity, name, value))
    assert not wrong
    assert compared > 3000
    assert {("person", "sex"), ("course", "languages"), ("session", "topic"), ("form", "version")} <= seen


def test_what_is_written_of_a_record_is_what_was_read(filled: Workplace) -> None:
    for entity in ("person", "project", "enrolment", "assignment"):
        rows = {row["key"]: row for row in select_rows(filled.database, entity)}
        for record in read_all(filled)[entity]:
            written = record_fields(entity, record)
            row = rows[record.key]
            assert {name: value or None for name, value in written.items()} == {
                name: row[name] or None for name in written
            }
            assert written.keys() >= {name for name in ENTITIES[entity].fields if hasattr(record, name)}


def blank(entity: str, **values: object) -> dict[str, Any]:
    return {"key": "k", **dict.fromkeys(ENTITIES[entity].fields), **values}


def test_a_blank_row_becomes_a_record_of_defaults() -> None:
    assert people.person_of(blank("person")) == Person("k", "")
    read = RecordReader(Course, "course", first_day=date(1970, 1, 1), last_day=date(1970, 1, 1))
    day = date(1970, 1, 1)
    assert read(blank("course")) == Course("k", "", None, Texts(), day, day)
    assert RecordReader(Project, "project")(blank("project")) == Project("k", "")


def test_what_this_program_does_not_know_becomes_the_default() -> None:
    odd = blank("person", sex="third", birth_year=0, erased=False)
    assert people.person_of(odd) == Person("k", "", sex=Sex.UNKNOWN, birth_year=0)
    read = RecordReader(Course, "course", first_day=date(1970, 1, 1), last_day=date(1970, 1, 1))
    found = read(
        blank("course", first_day="soon", last_day="2018-10-18", languages=[5], late_after=0, kind="")
    )
    assert (found.first_day, found.last_day) == (date(1970, 1, 1), date(2018, 10, 18))
    assert (found.languages, found.late_after) == (("tg",), 0)
    assert RecordReader(Assignment, "assignment", role=TeachingRole.TRAINER)(
        blank("assignment", role="cook")
    ) == Assignment("k", "", "", TeachingRole.TRAINER)


class Odd(Struct, frozen=True):
    """A record whose attribute no field can fill."""

    key: str
    trainers: frozenset[str] = frozenset()


class Undecided(Struct, frozen=True):
    """A record that does not say what stands for a blank."""

    key: str
    state: SessionState


def test_a_record_that_cannot_be_read_is_refused_at_the_start() -> None:
    with pytest.raises(TypeError, match="no field holds"):
        RecordReader(Odd, "session")
    with pytest.raises(TypeError, match="what stands for a blank"):
        RecordReader(Undecided, "session")
    read = RecordReader(Odd, "session", own=("trainers",))
    assert read(blank("session"), trainers=frozenset("a")) == Odd("k", frozenset("a"))
