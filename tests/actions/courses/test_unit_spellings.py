"""A unit that was typed in several ways: one spelling everywhere, or all stay; figures count it once."""

from datetime import date
from pathlib import Path

import pytest

from tests.kit.samples import FIRST, LAST
from tests.kit.writing import Room, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses, enrolments, spellings
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.office import approval, building
from trainer_app.actions.people import joining, people
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.office.reports import Basis
from trainer_app.store.base.drafts import Write
from trainer_app.system.clock import FixedClock

RIGHT, ENDING, SMALL = "Полиция Хатлон", "Полиция Хатлона", "полиция  Хатлон"
REASON = "варақа дар бойгонӣ"


def typed_as(work: Workplace, room: Room, *units: str) -> None:
    """Let the people of a course serve in units, as lists named them, and let all of them come."""
    for enrolment, unit in zip(room.enrolments, units, strict=True):
        person = enrolments.get_enrolment(work, enrolment).person
        # As older programs and other files bring it: what is typed today loses a second blank.
        writes = [Write("person", person, {"unit": unit}), Write("enrolment", enrolment, {"unit": unit})]
        work.journal.record(Label("person.step.change"), writes)
    for session in room.sessions:
        attendance.mark_rest(work, session)


def lines_of(work: Workplace, basis: Basis = Basis.TODAY, by: SplitBy = SplitBy.UNIT) -> dict[str, float]:
    """Return how many people stand in each line of a report by unit."""
    (split,) = building.report(work, by=(by,), basis=basis).splits
    counted = {
        line.name: next(each.value for each in line.figures if each.code == "unique_persons")
        for line in split.lines
    }
    return {name: float(value) for name, value in counted.items() if value}


def units_of(work: Workplace, room: Room) -> list[tuple[str, str]]:
    """Return of everybody the unit at the course, and the one of the person."""
    own = [enrolments.get_enrolment(work, key) for key in room.enrolments]
    return [(each.unit, people.get_person(work, each.person).unit) for each in own]


@pytest.fixture
def held(bureau: Workplace, clock: FixedClock) -> Room:
    """Hold a course of the office whose three people serve in one unit, written in three ways."""
    room = write_course(bureau)
    clock.advance(days=5)
    typed_as(bureau, room, RIGHT, ENDING, SMALL)
    return room


@pytest.mark.both_homes
def test_a_unit_gets_one_spelling_in_one_step_and_counts_once(bureau: Workplace, held: Room) -> None:
    assert lines_of(bureau) == {RIGHT: 1, ENDING: 1, SMALL: 1}
    assert spellings.unit_names(bureau) == [SMALL, RIGHT, ENDING]
    (offer,) = spellings.unit_offers(bureau)
    assert {offer.kept, *offer.others} == {RIGHT, ENDING, SMALL}
    assert [(use.courses, use.people) for use in offer.uses] == [(("DSH1",), 1)] * 3
    offer = offer.keeping(RIGHT)
    assert (offer.courses, offer.people, offer.changes) == (("DSH1",), 2, True)
    changes = spellings.unify(bureau, [offer])
    assert (changes.label.code, changes.label.values["count"]) == ("course.step.units", 2)
    assert units_of(bureau, held) == [(RIGHT, RIGHT)] * 3
    assert lines_of(bureau) == lines_of(bureau, by=SplitBy.UNIT_NOW) == {RIGHT: 3}
    assert spellings.unit_offers(bureau) == []
    person = enrolments.get_enrolment(bureau, held.enrolments[1]).person
    told = people.person_history(bureau, person)[0]
    assert (told.user, [str(each.after.values["text"]) for each in told.fields]) == (bureau.user, [RIGHT])
    history.undo(bureau)
    assert units_of(bureau, held) == [(RIGHT, RIGHT), (ENDING, ENDING), (SMALL, SMALL)]
    assert len(lines_of(bureau)) == 3


def test_units_that_somebody_let_stay_are_not_offered_again(bureau: Workplace, held: Room) -> None:
    (offer,) = spellings.unit_offers(bureau)
    staying = offer.staying()
    assert (staying.courses, staying.people, staying.changes) == ((), 0, False)
    changes = spellings.unify(bureau, [staying])
    assert (changes.label.code, changes.label.values["count"]) == ("course.step.units_kept", 1)
    assert spellings.unit_offers(bureau) == []
    assert len(lines_of(bureau)) == 3
    people.create_person(bureau, {"family": "Нав", "unit": "Полиция Хатлони"})
    (later,) = spellings.unit_offers(bureau)
    assert later.others == ("Полиция Хатлони",), "what is like one of them later is a question of its own"
    history.undo(bureau)
    history.undo(bureau)
    assert spellings.unit_offers(bureau) == [offer]


def test_a_laptop_keeps_no_word_of_the_office_about_units(trainer: Workplace, room: Room) -> None:
    typed_as(trainer, room, RIGHT, ENDING, RIGHT)
    (offer,) = spellings.unit_offers(trainer)
    spellings.unify(trainer, [offer.staying()])
    assert spellings.unit_offers(trainer) == [offer]


def test_two_units_that_are_not_alike_are_put_together_by_choice(trainer: Workplace, room: Room) -> None:
    typed_as(trainer, room, "ШКД вилояти Хатлон", RIGHT, ENDING)
    (near,) = spellings.unit_offers(trainer)
    chosen = spellings.unit_offer(trainer, "ШКД вилояти Хатлон", (RIGHT,))
    assert [use.people for use in chosen.uses] == [1, 1]
    # One goes by the other, that one by the third: all of them end at what stays.
    spellings.unify(trainer, [near.keeping(RIGHT), chosen])
    assert {unit for both in units_of(trainer, room) for unit in both} == {"ШКД вилояти Хатлон"}
    # Two answers that go round end too.
    both = [spellings.unit_offer(trainer, "а", ("б",)), spellings.unit_offer(trainer, "б", ("а",))]
    spellings.unify(trainer, both)


def test_a_number_tells_units_apart(trainer: Workplace, room: Room) -> None:
    typed_as(trainer, room, "ОВД-1", "ОВД-2", "Отдел № 3")
    assert spellings.unit_offers(trainer) == []


def test_joined_people_and_entries_from_before_are_put_right_too(
    bureau: Workplace, held: Room, clock: FixedClock
) -> None:
    draft = CourseDraft("KHJ1", Texts(en="K"), FIRST, LAST)
    other = courses.create_course(bureau, draft).key or ""
    twin = enrolments.add_walk_in(bureau, other, "Дигарзода Ном", unit=ENDING).key or ""
    before = enrolments.add_walk_in(bureau, other, "Пешина Ном", unit=ENDING).key or ""
    fields = {"facts": None, "unit": None}
    bureau.journal.record(Label("person.step.change"), [Write("enrolment", before, fields)])
    first = enrolments.get_enrolment(bureau, held.enrolments[0]).person
    joining.join(bureau, first, enrolments.get_enrolment(bureau, twin).person)
    (offer,) = spellings.unit_offers(bureau)
    told = {use.spelling: (use.courses, use.people) for use in offer.uses}
    assert told == {RIGHT: (("DSH1",), 1), ENDING: (("DSH1", "KHJ1"), 3), SMALL: (("DSH1",), 1)}
    spellings.unify(bureau, [offer.keeping(RIGHT)])
    assert spellings.unit_names(bureau) == [RIGHT]
    own = enrolments.get_enrolment(bureau, before)
    assert (own.unit, people.get_person(bureau, own.person).unit) == ("", RIGHT)
    assert enrolments.get_enrolment(bureau, twin).unit == RIGHT


def test_what_was_approved_stays_as_approved_and_counts_once_as_of_today(
    bureau: Workplace, held: Room
) -> None:
    approval.close(bureau, held.course, REASON)
    approval.approve(bureau, held.course, REASON)
    approved = lines_of(bureau, Basis.APPROVED)
    assert approved == {RIGHT: 1, ENDING: 1, SMALL: 1}
    assert spellings.unify(bureau, [spellings.unit_offers(bureau)[0].keeping(RIGHT)]).step is not None
    assert lines_of(bureau, Basis.APPROVED) == approved
    assert lines_of(bureau) == {RIGHT: 3}
    standing = approval.standing(bureau, held.course)
    assert (standing.moved, len(standing.changes)) == (True, 2), "the course says what was written since"
    history.undo(bureau)
    assert lines_of(bureau) == approved


def test_a_laptop_gets_the_spelling_with_the_next_file(
    joined: Workplace, bureau: Workplace, stick: Path, clock: FixedClock
) -> None:
    room = write_course(joined)
    typed_as(joined, room, RIGHT, ENDING, SMALL)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    (offer,) = spellings.unit_offers(bureau)
    clock.advance(minutes=5)
    spellings.unify(bureau, [offer.keeping(RIGHT)])
    importing.import_files(joined, [packs.export_pack(bureau, "K7", stick).file])
    assert units_of(joined, room) == [(RIGHT, RIGHT)] * 3
    assert spellings.unit_offers(joined) == []
    person = enrolments.get_enrolment(joined, room.enrolments[1]).person
    told = people.person_history(joined, person)[0]
    assert (told.user, told.at > 0) == (bureau.user, True), "the history names who decided"


def test_nothing_is_done_for_a_unit_that_nobody_has(trainer: Workplace, room: Room) -> None:
    typed_as(trainer, room, RIGHT, RIGHT, "")
    assert spellings.unit_names(trainer) == [RIGHT]
    day = date(2018, 11, 5)
    courses.create_course(trainer, CourseDraft("P-1", Texts(en="P"), day, day, town="Чорбоғ"))
    assert spellings.unit_offers(trainer) == []
