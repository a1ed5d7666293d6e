"""What is held about one person: complete, in their language, noted; of somebody erased, what remains."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.documents.reading import pages
from tests.kit.worlds import Exchange, all_taken_in
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import enrolments, sessions, teachers
from trainer_app.actions.evaluations import scores
from trainer_app.actions.office import approval, erasing, reports, subject_access
from trainer_app.actions.people import joining, people
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import TeachingRole
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.office.outline import ways
from trainer_app.domain.people.persons import Person
from trainer_app.store.base.rows import select_rows
from trainer_app.system.clock import FixedClock

PLACE = 1
"""Whose data are asked for: the second on the list."""


def person_of(work: Workplace, room: Room) -> Person:
    listed = enrolments.list_enrolments(work, room.course)
    return next(each.person for each in listed if each.enrolment.key == room.enrolments[PLACE])


def written(work: Workplace, key: str, folder: Path, language: str = "en") -> tuple[dict[str, Any], str]:
    """Return the document and the words of the PDF."""
    saved = subject_access.write(work, key, folder, language)
    return json.loads(saved.json.read_text()), "\n".join(pages(saved.pdf.read_bytes()))


def plain(text: str) -> str:
    """Return a text without its blanks: lines of a table break where they have to."""
    return "".join(text.split())


@pytest.fixture
def lived(trainer: Workplace, room: Room, clock: FixedClock) -> Person:
    """Let somebody be marked, tested, certified, joined, approved, and teach."""
    for session in room.sessions:
        attendance.mark_rest(trainer, session)
    attendance.mark(trainer, room.enrolments[PLACE], room.sessions[0], Mark.LATE, 20)
    attendance.set_remark(trainer, room.enrolments[PLACE], room.sessions[0], "дер омад бо мошин")
    scores.set_score(trainer, room.enrolments[PLACE], Occasion.PRE, 700, 2000)
    scores.set_score(trainer, room.enrolments[PLACE], Occasion.POST, 1900, 2000)
    certificates.issue(trainer, room.course)
    found = person_of(trainer, room)
    double = people.create_person(trainer, {"family": found.family, "given": found.given}).key or ""
    joining.join(trainer, found.key, double)
    teachers.assign(trainer, room.course, found.key, TeachingRole.TRAINER)
    clock.advance(days=1)
    approval.close(trainer, room.course, "варақа дар бойгонӣ")
    approval.approve(trainer, room.course, f"бо иҷозати {found.family} {found.given}")
    return found


def test_every_row_that_points_to_the_person_is_in_it(
    trainer: Workplace, room: Room, lived: Person, tmp_path: Path
) -> None:
    document, _ = written(trainer, lived.key, tmp_path)
    told = {(row["entity"], row["key"]) for row in document["rows"]}
    group = joining.joins_of(trainer).group(lived.key)
    inside = {("person", key) for key in group}
    assert len(group) == 2
    # A second walk, by what the tables say themselves and no index.
    for _ in range(4):
        for way in ways():
            for row in select_rows(trainer.database, way.entity):
                if (way.target, row[way.field]) in inside:
                    inside.add((way.entity, row["key"]))
    assert inside <= told
    kinds = {entity for entity, _ in inside}
    assert {"person", "pair", "enrolment", "attendance", "paper", "certificate", "participation"} <= kinds
    others = {
        each.person.key
        for each in enrolments.list_enrolments(trainer, room.course)
        if each.person.key not in group
    }
    assert others
    assert not others & {key for entity, key in told if entity == "person"}, "nobody else's data"


def test_marks_tests_certificate_history_and_retention_are_told_in_the_pdf(
    trainer: Workplace, lived: Person, tmp_path: Path
) -> None:
    document, said = written(trainer, lived.key, tmp_path)
    serial = next(row["serial"] for row in document["rows"] if row["entity"] == "certificate")
    for words in (lived.name, serial, "late", "дер омад бо мошин", "Names are kept until"):
        assert plain(words) in plain(said), words
    late = [each for each in document["history"] if each["set"].get("mark") == "late"]
    assert [each["by"] for each in late] == [trainer.user]
    assert any(section["name"] == "kept" and section["rows"] for section in document["sections"])


def test_where_the_name_stands_elsewhere_is_told(trainer: Workplace, lived: Person, tmp_path: Path) -> None:
    document, _ = written(trainer, lived.key, tmp_path)
    mentions = next(each for each in document["sections"] if each["name"] == "mentions")
    assert any(lived.family in row["text"] for row in mentions["rows"])


@pytest.mark.parametrize(("language", "word"), [("tg", "Мухтасар"), ("ru", "Кратко"), ("en", "In short")])
def test_it_is_in_the_language_of_the_person(
    trainer: Workplace, room: Room, tmp_path: Path, language: str, word: str
) -> None:
    _, said = written(trainer, person_of(trainer, room).key, tmp_path, language)
    assert word in said


def test_of_somebody_erased_it_is_told_what_remains(
    trainer: Workplace, lived: Person, tmp_path: Path
) -> None:
    erasing.erase_person(trainer, lived.key, "хоҳиши хаттӣ")
    document, said = written(trainer, lived.key, tmp_path)
    whole = json.dumps(document, ensure_ascii=False)
    assert lived.given not in whole
    assert lived.given not in said
    assert "were erased" in said
    assert plain("хоҳиши хаттӣ") in plain(said)
    assert {row["entity"] for row in document["rows"]} >= {"enrolment", "attendance", "certificate"}


def test_that_it_left_is_noted_and_names_nobody(trainer: Workplace, room: Room, tmp_path: Path) -> None:
    found = person_of(trainer, room)
    saved = subject_access.write(trainer, found.key, tmp_path, "tg")
    (release,) = reports.releases(trainer)
    assert (release.kind, release.people) == ("held", 1)
    assert found.family not in repr(release)
    for path in (saved.pdf, saved.json):
        assert found.family not in path.name
    again = subject_access.write(trainer, found.key, tmp_path, "tg")
    assert again.pdf != saved.pdf, "nothing is written over"


def test_files_and_laptops_are_told(tmp_path: Path) -> None:
    with all_taken_in(tmp_path / "world").open() as story:
        world = Exchange.of(story)
        listed = enrolments.list_enrolments(world.office, world.course)
        key = listed[14].person.key
        document, _ = written(world.office, key, tmp_path / "out")
        travelled = next(each for each in document["sections"] if each["name"] == "travelled")
        files = {row["file"] for row in travelled["rows"]}
        assert any(name.startswith("DSH-K7-") for name in files)
        assert any("for-K9" in name for name in files)
        assert next(fact["value"] for fact in travelled["facts"]) == "K9"


def test_trainers_are_told_where_they_taught(trainer: Workplace, room: Room, tmp_path: Path) -> None:
    made = people.create_person(trainer, {"family": "Назарова", "given": "Дилором"}).key or ""
    teachers.assign(trainer, room.course, made, TeachingRole.LEAD_TRAINER)
    session = sessions.get_session(trainer, room.sessions[3])
    sessions.change_session(trainer, session.key, replace(sessions.draft_of(session), trainers=(made,)))
    document, said = written(trainer, made, tmp_path)
    assert {row["entity"] for row in document["rows"]} == {"person", "assignment", "session"}
    assert "Where this person taught" in said
    assert "session 4" in said


def test_nobody_is_refused(trainer: Workplace, tmp_path: Path) -> None:
    with pytest.raises(TrainerError, match="person.unknown"):
        subject_access.write(trainer, "nobody", tmp_path, "en")
    assert list(tmp_path.glob("held-*")) == []
