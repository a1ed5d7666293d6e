"""Badges and table cards of a course: whose, with which name, code and logo."""

from pathlib import Path

import pytest

from tests.documents.reading import codes, pages, picture
from tests.documents.samples import logo
from tests.kit.samples import FIRST
from tests.kit.writing import Room
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates.printing import proof_paper
from trainer_app.actions.courses import courses, enrolments, projects
from trainer_app.actions.courses.courses import emblem_problems, emblems
from trainer_app.actions.office import erasing
from trainer_app.actions.papers import course_papers
from trainer_app.actions.papers.course_papers import BADGES, TABLE_CARDS, name_cards
from trainer_app.actions.papers.papers import USUAL, printed_course
from trainer_app.actions.papers.sign_in import sign_in
from trainer_app.actions.people import people
from trainer_app.domain.attendance.sheets import badge_code, find_badge, spaced_code
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.courses.courses import Emblem, LogoOwner
from trainer_app.system.messages import label_text


def test_everybody_expected_has_a_badge_whose_code_finds_them(
    trainer: Workplace, room: Room, qapp: object
) -> None:
    enrolments.withdraw(trainer, room.enrolments[1])
    found = codes(picture(course_papers.badges(trainer, room.course, "tg"), 300))
    keys = [key for code in found for key in find_badge(code, room.enrolments)]
    assert sorted(keys) == sorted({*room.enrolments} - {room.enrolments[1]})


def test_only_these_even_who_was_withdrawn(trainer: Workplace, room: Room) -> None:
    enrolments.withdraw(trainer, room.enrolments[1])
    text = pages(course_papers.badges(trainer, room.course, "tg", [room.enrolments[1]]))[0]
    assert spaced_code(badge_code(room.enrolments[1])) in text
    assert spaced_code(badge_code(room.enrolments[0])) not in text
    people_of = enrolments.list_enrolments(trainer, room.course)
    card = pages(course_papers.table_cards(trainer, room.course, "tg", [room.enrolments[2]]))[0]
    assert people_of[2].person.family in card
    assert people_of[0].person.family not in card
    with pytest.raises(TrainerError, match="enrolment.unknown"):
        course_papers.badges(trainer, room.course, "tg", ["nobody"])
    with pytest.raises(TrainerError, match="documents.nothing_to_print"):
        course_papers.table_cards(trainer, room.course, "tg", [])


def test_a_course_without_people_gets_blank_ones(trainer: Workplace, room: Room) -> None:
    for key in room.enrolments:
        enrolments.withdraw(trainer, key)
    assert pages(course_papers.badges(trainer, room.course, "en"))[0].count("Rank, unit") == 8
    assert len(pages(course_papers.table_cards(trainer, room.course, "en"))) == 1


def test_names_stand_in_each_script_and_latin_as_in_the_passport(trainer: Workplace, room: Room) -> None:
    person = enrolments.list_enrolments(trainer, room.course)[0].person
    people.change_person(
        trainer,
        person.key,
        {
            "family": "Юсупова",
            "given": "Зебо",
            "patronymic": "Қодировна",
            "latin": "Zebo Yusufova",
            "rank": "senior_lieutenant",
            "unit": "ШКД н. Сино",
        },
    )
    card = name_cards(trainer, room.course, [room.enrolments[0]]).cards[0]
    assert card.family == Texts(tg="Юсупова", ru="Юсупова", en="Yusufova")
    assert card.given == Texts(tg="Зебо Қодировна", ru="Зебо Қодировна", en="Zebo")
    assert card.rank == Texts(tg="лейтенанти калон", ru="старший лейтенант", en="Senior Lieutenant")
    assert card.unit["tg"] == "ШКД н. Сино"
    assert card.code == badge_code(room.enrolments[0])


def test_logos_of_the_project_are_on_its_papers(trainer: Workplace, room: Room, tmp_path: Path) -> None:
    project = courses.get_course(trainer, room.course).project
    assert project is not None
    without = course_papers.badges(trainer, room.course, "en")
    path = tmp_path / "logo.png"
    path.write_bytes(logo())
    projects.set_logo(trainer, project.key, LogoOwner.DONOR, path)
    project = courses.get_course(trainer, room.course).project
    shown = emblems(trainer, project)
    assert [each.role for each in shown] == [LogoOwner.ORGANISER, LogoOwner.DONOR, LogoOwner.PARTNER]
    assert shown[1].picture == logo()
    assert emblem_problems(trainer, room.course) == []
    for make in (course_papers.badges, course_papers.table_cards):
        assert "Donor" not in pages(make(trainer, room.course, "en"))[0]
    assert "Donor" in pages(without)[0]
    assert "Donor" not in pages(sign_in(trainer, room.course, None, "en"))[0]


def test_a_logo_that_cannot_be_read_is_told_and_the_name_is_printed(
    trainer: Workplace, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "trainer_app.actions.courses.courses.logos", lambda *_: {LogoOwner.DONOR: b"\x89PNG\r\n\x1a\nbroken"}
    )
    assert emblem_problems(trainer, room.course) == [
        Label("paper.emblem_unreadable", {"who": Label("paper.emblem.donor")})
    ]
    assert "Donor" in pages(course_papers.badges(trainer, room.course, "en"))[0]


def test_without_a_project_nobody_stands_behind_a_course(trainer: Workplace) -> None:
    assert emblems(trainer, None) == ()
    assert Emblem(LogoOwner.DONOR).name == Texts()


def test_who_was_erased_has_no_badge_and_how_many_is_told(trainer: Workplace, room: Room) -> None:
    """S3: an empty badge was printed, and a table card with nobody's name."""
    gone = enrolments.list_enrolments(trainer, room.course)[0]
    before = printed_course(trainer, room.course)
    assert BADGES.line(trainer, before, USUAL).words.code == "paper.line.badges"
    erasing.erase_person(trainer, gone.person.key, "asked in writing")
    cards = name_cards(trainer, room.course, None).cards
    assert badge_code(gone.enrolment.key) not in {card.code for card in cards}
    assert len(cards) == before.people - 1
    assert gone.enrolment.number not in course_papers.new_badges(trainer, room.course)
    chosen = [each.enrolment.key for each in before.expected[:2]]
    assert len(name_cards(trainer, room.course, chosen).cards) == 1
    with pytest.raises(TrainerError, match="person.erased"):
        course_papers.badges(trainer, room.course, "tg", chosen[:1])
    now = printed_course(trainer, room.course)
    for paper in (BADGES, TABLE_CARDS):
        told = paper.line(trainer, now, USUAL).words
        assert (told.code[-7:], told.values["people"], told.values["erased"]) == (
            "_erased",
            before.people - 1,
            1,
        )
        for language in LANGUAGES:
            assert "1" in label_text(told, language)
    sheet = pages(sign_in(trainer, room.course, FIRST, "en"))[0]
    assert gone.person.key[-4:] in sheet, "the count of the day needs the line"
    assert gone.person.key[-4:] not in pages(proof_paper(trainer, room.course))[0], (
        "nothing is to be corrected"
    )
