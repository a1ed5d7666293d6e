"""People: the list kept at hand, what changed when, joining and its way back, lists of one course."""

from datetime import date

import pytest

from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.attendance.attendance import courses_of_person, mark_rest
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses, enrolments, sessions
from trainer_app.actions.people import joining, people
from trainer_app.actions.people.directory import Directory
from trainer_app.actions.people.people import CorrectionKind
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, EnrolmentState, Participant
from trainer_app.domain.people.persons import Sex
from trainer_app.system.messages import label_text


def person_of(work: Workplace, name: str) -> str:
    return people.search(work, name)[0].key


def item(work: Workplace, room: Room, place: int) -> Participant:
    return enrolments.list_enrolments(work, room.course)[place]


def said(change: people.PersonChange, language: str = "en") -> list[tuple[str, str, str]]:
    return [
        (
            label_text(each.field, language),
            label_text(each.before, language),
            label_text(each.after, language),
        )
        for each in change.fields
    ]


# The list at hand


@pytest.mark.parametrize("text", ["Рахим", "rahim", "hf[bv", "Некруз Раҳ", "nekruz"])
def test_people_are_found_in_any_script(trainer: Workplace, room: Room, text: str) -> None:
    directory = Directory(trainer)
    keys = directory.keys(text)
    assert [line.person.family for line in directory.lines(keys).values()] == ["Раҳимов"]


def test_a_family_name_stands_before_the_same_patronymic(trainer: Workplace, room: Room) -> None:
    """S3: who looked for "Тоиров" saw Валиев, son of Тоир, first."""
    people.create_person(trainer, {"family": "Валиев", "given": "Карим", "patronymic": "Тоирович"})
    people.create_person(trainer, {"family": "Тоиров", "given": "Ориф"})
    directory = Directory(trainer)
    for text in ("Тоиров", "Toirov"):
        found = directory.lines(directory.keys(text)).values()
        assert [line.person.family for line in found] == ["Тоиров", "Валиев"]
        assert [person.family for person in people.search(trainer, text)] == ["Тоиров", "Валиев"]


def test_people_stand_in_the_order_of_the_alphabet(trainer: Workplace, room: Room) -> None:
    for family in ("Ҷӯраев", "Ғафуров", "Гиёсов", "Чориев"):
        people.create_person(trainer, {"family": family})
    directory = Directory(trainer)
    families = [line.person.family for line in directory.lines(directory.keys()).values()]
    assert families == [
        "Азизов",
        "Гиёсов",
        "Гулмуродова",
        "Ғафуров",
        "Раҳимов",
        "Чориев",
        "Ҷӯраев",
    ]


def test_filters_narrow_the_list(trainer: Workplace, room: Room) -> None:
    key = person_of(trainer, "Азизов")
    people.change_person(trainer, key, {"unit": "ШКД н. Сино"})
    people.create_person(trainer, {"family": "Тоирова", "sex": "female", "unit": "шкд н. сино"})
    directory = Directory(trainer)
    assert len(directory) == 4
    assert directory.count(Sex.FEMALE) == 2
    assert directory.units == ("ШКД н. Сино",)
    assert len(directory.keys(unit="ШКД н. Сино")) == 2
    assert len(directory.keys(unit="")) == 2
    assert directory.keys(sex=Sex.MALE, unit="ШКД н. Сино") == [key]
    assert len(directory.keys(course=room.course)) == 3
    assert directory.keys("тоир", course=room.course) == []
    assert directory.codes(key) == ("DSH1",)
    assert directory.lines([key])[key].courses == ("DSH1",)


def test_joined_people_count_as_one_with_all_their_courses(trainer: Workplace, room: Room) -> None:
    other = people.create_person(trainer, {"family": "Рахимов", "given": "Некруз"}).key or ""
    draft = CourseDraft("GRM1", Texts(en="Earlier"), date(2018, 10, 3), date(2018, 10, 5))
    enrolments.enrol(trainer, courses.create_course(trainer, draft).key or "", other)
    kept = person_of(trainer, "Раҳимов Некрӯз Файз")
    assert [candidate.b for candidate in Directory(trainer).may_be(kept)] == [other]
    joining.join(trainer, kept, other)
    directory = Directory(trainer)
    assert directory.get(other) is None
    assert directory.codes(kept) == ("GRM1", "DSH1")
    assert directory.may_be(kept) == []
    assert [each.key for each in directory.joined(kept)] == [other]
    found = courses_of_person(trainer, kept, directory.joined(kept))
    assert [(each.course.code, each.entered_as) for each in found] == [
        ("DSH1", ""),
        ("GRM1", "Рахимов Некруз"),
    ]
    joining.unjoin(trainer, other)
    assert len(Directory(trainer)) == 4
    assert Directory(trainer).joined(kept) == []


def test_people_kept_apart_are_not_proposed_again(trainer: Workplace, room: Room) -> None:
    other = people.create_person(trainer, {"family": "Рахимов", "given": "Некруз"}).key or ""
    kept = person_of(trainer, "Раҳимов Некрӯз Файз")
    assert len(joining.candidates(trainer)) == 1
    joining.not_the_same(trainer, other, kept)
    assert Directory(trainer).may_be(kept) == []
    assert joining.candidates(trainer) == []
    history.undo(trainer)
    assert len(Directory(trainer).may_be(kept)) == 1


# What changed when


def test_history_says_who_changed_what(trainer: Workplace, room: Room) -> None:
    key = person_of(trainer, "Азизов")
    people.change_person(trainer, key, {"rank": "major", "unit": "ШКД н. Сино"})
    people.change_person(trainer, key, {"unit": None})
    third, second, first = people.person_history(trainer, key)
    assert first.created
    assert not second.created
    assert said(second) == [("rank", "Captain", "Major"), ("unit", "empty", "ШКД н. Сино")]
    assert said(third) == [("unit", "ШКД н. Сино", "empty")]
    assert said(second, "tg")[0] == ("рутба", "капитан", "майор")
    assert {each.user for each in (first, second, third)} == {"D. Nazarova"}
    assert third.device
    assert first.at < second.at < third.at
    assert [name for name, *_ in said(first)] == ["family name", "given name", "patronymic", "sex", "rank"]


def test_undo_stands_in_the_history(trainer: Workplace, room: Room) -> None:
    key = person_of(trainer, "Гулмуродова")
    people.change_person(trainer, key, {"latin": "Zarina Gulmurodova"})
    history.undo(trainer)
    newest, changed, *_ = people.person_history(trainer, key)
    assert said(changed) == [("Latin spelling", "empty", "Zarina Gulmurodova")]
    assert said(newest) == [("Latin spelling", "Zarina Gulmurodova", "empty")]


def test_a_creation_undone_and_done_again_is_told_in_words(trainer: Workplace) -> None:
    key = people.create_person(trainer, {"family": "Юсуфов"}).key or ""
    history.undo(trainer)
    assert not people.is_known(trainer, key)
    history.redo(trainer)
    assert people.is_known(trainer, key)
    back, gone, created = people.person_history(trainer, key)
    assert (created.created, created.removed) == (True, None)
    assert (gone.removed, back.removed) == (True, False)
    codes = [each.field.code for change in (back, gone, created) for each in change.fields]
    assert not any(code.endswith("_deleted") for code in codes)


def test_history_is_of_one_person_only(trainer: Workplace, room: Room) -> None:
    key = person_of(trainer, "Раҳимов")
    other = people.create_person(trainer, {"family": "Рахимов"}).key or ""
    assert len(people.person_history(trainer, key)) == 1
    assert len(people.person_history(trainer, other)) == 1


def test_a_person_has_courses_with_share_and_certificates(trainer: Workplace, room: Room) -> None:
    key = person_of(trainer, "Азизов")
    assert courses_of_person(trainer, key)[0].share is None
    sessions.hold_session(trainer, room.sessions[0])
    assert courses_of_person(trainer, key)[0].share is None, "no mark yet, as in the table of attendance"
    for session in room.sessions:
        mark_rest(trainer, session)
    certificates.issue(trainer, room.course, "tg")
    found = courses_of_person(trainer, key)[0]
    assert found.share == 10000
    assert found.limit == 8000
    assert [each.enrolment for each in found.certificates] == [room.enrolments[0]]
    assert courses_of_person(trainer, people.create_person(trainer, {"family": "Тоирова"}).key or "") == []


# The list of a course


def test_whoever_comes_while_the_course_runs_is_a_walk_in(trainer: Workplace, room: Room) -> None:
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    changes = enrolments.add_by_name(trainer, room.course, "майор Тоирова Лола Ғиёсовна")
    added = item(trainer, room, 3)
    assert added.enrolment.key == changes.key
    assert added.enrolment.state is EnrolmentState.WALK_IN
    assert added.enrolment.from_day == date(2018, 10, 17)
    assert (added.person.family, added.person.rank) == ("Тоирова", "major")


def test_names_typed_before_anybody_is_marked_are_the_list(trainer: Workplace, room: Room) -> None:
    enrolments.add_by_name(trainer, room.course, "майор Тоирова Лола Ғиёсовна")
    added = item(trainer, room, 3)
    assert added.enrolment.state is EnrolmentState.CONFIRMED
    assert added.enrolment.from_day is None
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    enrolments.add_by_name(trainer, room.course, "Саидов Алӣ")
    assert item(trainer, room, 4).enrolment.state is EnrolmentState.WALK_IN


def test_whoever_is_added_before_it_is_confirmed(trainer: Workplace, room: Room) -> None:
    draft = CourseDraft("NEW1", Texts(en="Later"), date(2018, 11, 5), date(2018, 11, 8))
    course = courses.create_course(trainer, draft).key or ""
    enrolments.add_by_name(trainer, course, "Тоирова Лола")
    enrolments.add_known(trainer, course, person_of(trainer, "Азизов"))
    found = enrolments.list_enrolments(trainer, course)
    assert [each.enrolment.state for each in found] == [EnrolmentState.CONFIRMED] * 2
    assert [each.enrolment.from_day for each in found] == [None, None]
    with pytest.raises(TrainerError, match="enrolment.already"):
        enrolments.add_known(trainer, course, found[1].person.key)
    for nobody in (" 12. ", "капитан", ""):
        with pytest.raises(TrainerError, match="person.no_name"):
            enrolments.add_by_name(trainer, course, nobody)
    with pytest.raises(TrainerError, match="course.unknown"):
        enrolments.add_by_name(trainer, "nothing", "Тоирова Лола")


def test_whoever_left_comes_back_under_the_old_number(trainer: Workplace, room: Room) -> None:
    enrolments.withdraw(trainer, room.enrolments[1])
    enrolments.add_known(trainer, room.course, item(trainer, room, 1).person.key)
    back = item(trainer, room, 1)
    assert (back.enrolment.number, back.enrolment.state) == (2, EnrolmentState.WALK_IN)
    assert len(enrolments.list_enrolments(trainer, room.course)) == 3


def test_a_replacement_and_its_way_back(trainer: Workplace, room: Room) -> None:
    first, second, third = room.enrolments
    enrolments.replace(trainer, first, second)
    assert item(trainer, room, 0).enrolment.state is EnrolmentState.REPLACED
    assert item(trainer, room, 1).enrolment.replaces == first
    with pytest.raises(TrainerError, match="enrolment.cannot_replace"):
        enrolments.replace(trainer, second, first)
    with pytest.raises(TrainerError, match="enrolment.cannot_replace"):
        enrolments.replace(trainer, third, third)
    enrolments.reinstate(trainer, first)
    assert item(trainer, room, 0).enrolment.state is EnrolmentState.WALK_IN, "as before"
    assert item(trainer, room, 1).enrolment.replaces is None
    history.undo(trainer)
    assert item(trainer, room, 1).enrolment.replaces == first


# What can be put right


def test_letters_of_an_old_font_are_offered(trainer: Workplace, room: Room) -> None:
    enrolments.add_by_name(trainer, room.course, "Ањмадов Фирўз Љўраевич")
    enrolments.add_by_name(trainer, room.course, "Лaтифoв Баҳром")
    letters = [
        each
        for each in people.offered_corrections(trainer, room.course)
        if each.kind is CorrectionKind.LETTERS
    ]
    assert [(each.before, each.after) for each in letters] == [
        ("Ањмадов Фирўз Љўраевич", "Аҳмадов Фирӯз Ҷӯраевич"),
        ("Лaтифoв", "Латифов"),
    ]
    changes = people.apply_corrections(trainer, letters)
    assert changes.label == Label("roster_action.step.letters", {"count": 2})
    assert item(trainer, room, 3).person.name == "Аҳмадов Фирӯз Ҷӯраевич"
    assert [each for each in people.offered_corrections(trainer, room.course) if each in letters] == []
    history.undo(trainer)
    assert item(trainer, room, 3).person.name == "Ањмадов Фирўз Љўраевич"


def test_latin_spellings_are_offered_to_those_who_have_none(trainer: Workplace, room: Room) -> None:
    people.change_person(trainer, item(trainer, room, 0).person.key, {"latin": "Passport Own"})
    enrolments.add_by_name(trainer, room.course, "САФАРОВ ДИЛШОД")
    enrolments.add_by_name(trainer, room.course, "Nazarov Rustam")
    found = people.offered_spellings(trainer, room.course)
    assert [each.person for each in found] == [item(trainer, room, at).person.key for at in (1, 2, 3)]
    assert found[2].after == "Dilshod Safarov"
    changes = people.apply_corrections(trainer, found)
    assert changes.label == Label("roster_action.step.latin", {"count": 3})
    assert item(trainer, room, 3).person.latin == "Dilshod Safarov"
    assert item(trainer, room, 0).person.latin == "Passport Own", "what was typed stays"
    assert people.offered_spellings(trainer, room.course) == []
    history.undo(trainer)
    assert item(trainer, room, 3).person.latin == ""


def test_an_uzbek_letter_alone_is_left_as_it_is(trainer: Workplace, room: Room) -> None:
    enrolments.add_by_name(trainer, room.course, "Ўринов Алишер")
    kinds = {each.kind for each in people.offered_corrections(trainer, room.course)}
    assert CorrectionKind.LETTERS not in kinds


def test_a_missing_sex_is_offered_from_the_name(trainer: Workplace, room: Room) -> None:
    enrolments.add_by_name(trainer, room.course, "Тоирова Лола Ғиёсовна")
    enrolments.add_by_name(trainer, room.course, "Зоҳирӣ Парвина")
    found = people.offered_corrections(trainer, room.course)
    assert [(each.kind, each.after) for each in found] == [(CorrectionKind.SEX, "female")]
    changes = people.apply_corrections(trainer, found)
    assert changes.label == Label("roster_action.step.sex", {"count": 1}), "one name, however much is written"
    assert item(trainer, room, 3).person.sex is Sex.FEMALE
    assert item(trainer, room, 4).person.sex is Sex.UNKNOWN


def test_whoever_is_not_expected_is_left_alone(trainer: Workplace, room: Room) -> None:
    added = enrolments.add_by_name(trainer, room.course, "Тоирова Лола Ғиёсовна")
    enrolments.withdraw(trainer, added.key or "")
    assert people.offered_corrections(trainer, room.course) == []


# What is refused


def test_a_person_needs_a_name_and_known_fields(trainer: Workplace, room: Room) -> None:
    key = person_of(trainer, "Азизов")
    with pytest.raises(TrainerError, match="person.no_name"):
        people.create_person(trainer, {"family": "  "})
    with pytest.raises(TrainerError, match="person.no_name"):
        people.change_person(trainer, key, {"family": ""})
    with pytest.raises(TrainerError, match="person.unknown_field"):
        people.change_person(trainer, key, {"passport": "A1"})
    with pytest.raises(TrainerError, match="person.same"):
        joining.join(trainer, key, key)
    with pytest.raises(TrainerError, match="person.not_joined"):
        joining.unjoin(trainer, key)
    with pytest.raises(TrainerError, match="person.unknown"):
        people.get_person(trainer, "01890000-0000-7000-8000-000000000000")


def test_only_what_differs_is_written(trainer: Workplace, room: Room) -> None:
    key = person_of(trainer, "Азизов")
    number = trainer.journal.number
    assert people.change_person(trainer, key, {"rank": "captain"}).step is None
    assert trainer.journal.number == number


def test_no_cyrillic_is_taken_for_the_latin_spelling(trainer: Workplace) -> None:
    with pytest.raises(TrainerError, match=r"person\.latin_not_latin"):
        people.create_person(trainer, {"family": "Холов", "latin": "Холов Парвиз"})
    key = people.create_person(trainer, {"family": "Холов", "latin": "Kholov Parviz"}).key or ""
    with pytest.raises(TrainerError, match=r"person\.latin_not_latin"):
        people.change_person(trainer, key, {"latin": "Parviz KholovОшибка в имени"})
    assert people.get_person(trainer, key).latin == "Kholov Parviz"
