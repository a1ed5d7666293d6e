"""Who stands in for whom, how it is undone, and who is known already under a typed name."""

import pytest

from tests.kit.writing import Room, enrol
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import enrolments, sessions
from trainer_app.actions.courses.enrolments import namesakes
from trainer_app.actions.people import joining, people
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import Enrolment, EnrolmentState, EnrolmentStatus

assert enrol


def state(work: Workplace, key: str) -> EnrolmentState:
    return enrolments.get_enrolment(work, key).state


def of(work: Workplace, key: str) -> Enrolment:
    return enrolments.get_enrolment(work, key)


# Replacing


def test_to_replace_nobody_puts_the_other_one_back_as_before(trainer: Workplace, room: Room) -> None:
    gone, comes, _ = room.enrolments
    enrolments.replace(trainer, gone, comes)
    changes = enrolments.stop_replacing(trainer, comes)
    assert changes.label == Label("enrolment.step.stop_replacing", {"number": 1, "by": 2})
    assert (state(trainer, gone), of(trainer, comes).replaces) == (EnrolmentState.WALK_IN, None)
    history.undo(trainer)
    assert (state(trainer, gone), of(trainer, comes).replaces) == (EnrolmentState.REPLACED, gone)


def test_who_comes_in_somebodys_place_is_named_as_a_replacement(trainer: Workplace, room: Room) -> None:
    new = enrolments.add_walk_in(trainer, room.course, "Юсуфов Алишер", replaces=room.enrolments[0])
    assert new.label == Label("enrolment.step.replace", {"number": 1, "by": 4})
    other = enrolments.add_walk_in(trainer, room.course, "Юсуфов Далер")
    assert other.label == Label("enrolment.step.walk_in", {"number": 5})


def test_whoever_replaces_nobody_is_told_so(trainer: Workplace, room: Room) -> None:
    before = trainer.journal.number
    with pytest.raises(TrainerError, match="enrolment.replaces_nobody"):
        enrolments.stop_replacing(trainer, room.enrolments[0])
    assert trainer.journal.number == before


def test_another_choice_frees_the_first_one_in_the_same_step(trainer: Workplace, room: Room) -> None:
    first, second, comes = room.enrolments
    enrolments.replace(trainer, first, comes)
    enrolments.replace(trainer, second, comes)
    assert state(trainer, first) is EnrolmentState.WALK_IN
    assert (state(trainer, second), of(trainer, comes).replaces) == (EnrolmentState.REPLACED, second)
    history.undo(trainer)
    assert (state(trainer, first), state(trainer, second)) == (
        EnrolmentState.REPLACED,
        EnrolmentState.WALK_IN,
    )
    assert of(trainer, comes).replaces == first


def test_who_had_withdrawn_before_is_withdrawn_again(trainer: Workplace, room: Room) -> None:
    gone, comes, _ = room.enrolments
    enrolments.withdraw(trainer, gone)
    enrolments.replace(trainer, gone, comes)
    enrolments.stop_replacing(trainer, comes)
    assert state(trainer, gone) is EnrolmentState.WITHDRAWN
    enrolments.reinstate(trainer, gone)
    assert state(trainer, gone) is EnrolmentState.WALK_IN


def test_who_is_replaced_by_two_stays_replaced_by_the_other(trainer: Workplace, room: Room) -> None:
    gone, one, two = room.enrolments
    enrolments.replace(trainer, gone, one)
    enrolments.replace(trainer, gone, two)
    enrolments.stop_replacing(trainer, two)
    assert (state(trainer, gone), of(trainer, one).replaces) == (EnrolmentState.REPLACED, gone)


def test_a_confirmed_person_comes_back_confirmed(trainer: Workplace, room: Room) -> None:
    person = people.create_person(trainer, {"family": "Юсуфов"}).key or ""
    key = enrolments.enrol(trainer, room.course, person).key or ""
    enrolments.withdraw(trainer, key)
    enrolments.reinstate(trainer, key)
    assert state(trainer, key) is EnrolmentState.CONFIRMED


# Known names


def names(work: Workplace, room: Room, typed: str) -> tuple[list[str], list[int]]:
    found = namesakes(work, room.course, typed)
    return [person.name for person in found.known], [item.enrolment.number for item in found.listed]


@pytest.mark.parametrize(
    "typed",
    [
        "Раҳимов Некрӯз",
        "рахимов",
        "Rahimov Nekruz",
        "hf[bvjd",
        "капитан Раҳимов Некрӯз",
        "  Некрӯз   Раҳимов ",
    ],
)
def test_who_is_listed_is_found_however_it_is_typed(trainer: Workplace, room: Room, typed: str) -> None:
    assert names(trainer, room, typed) == ([], [3])
    assert namesakes(trainer, room.course, typed).any


def test_who_is_known_elsewhere_is_offered_and_then_listed(trainer: Workplace, room: Room) -> None:
    person = people.create_person(trainer, {"family": "Юсуфов", "given": "Алишер"}).key or ""
    assert names(trainer, room, "юсуф") == (["Юсуфов Алишер"], [])
    enrolments.add_known(trainer, room.course, person)
    assert names(trainer, room, "юсуф") == ([], [4])


def test_who_left_the_list_may_be_added_again(trainer: Workplace, room: Room) -> None:
    enrolments.withdraw(trainer, room.enrolments[2])
    assert names(trainer, room, "Раҳимов") == (["Раҳимов Некрӯз Файзуллоевич"], [])


def test_who_was_joined_with_somebody_listed_is_not_offered(trainer: Workplace, room: Room) -> None:
    listed = of(trainer, room.enrolments[2]).person
    twin = people.create_person(trainer, {"family": "Раҳимов", "given": "Некруз"}).key or ""
    assert len(namesakes(trainer, room.course, "Раҳимов").known) == 1
    joining.join(trainer, twin, listed)
    assert namesakes(trainer, room.course, "Раҳимов").known == ()


@pytest.mark.parametrize("typed", ["", "   ", "капитан", "Юнусзода Парвиз"])
def test_nobody_is_found_under_nothing_a_rank_or_a_new_name(
    trainer: Workplace, room: Room, typed: str
) -> None:
    assert not namesakes(trainer, room.course, typed).any


@pytest.mark.parametrize("typed", ["капитан Каримов Али (Karimov Ali)", "Karimov Ali / капитан Каримов Али"])
def test_a_latin_spelling_in_a_typed_name_is_no_part_of_the_name(
    trainer: Workplace, room: Room, typed: str
) -> None:
    for add in (enrolments.add_walk_in, enrolments.add_by_name):
        key = add(trainer, room.course, typed).key or ""
        found = people.get_person(trainer, of(trainer, key).person)
        assert (found.name, found.latin, found.rank) == ("Каримов Али", "Karimov Ali", "captain")


# What somebody on the list is by now


def test_who_was_there_takes_part_and_the_state_stays_as_it_was(trainer: Workplace, room: Room) -> None:
    person = people.create_person(trainer, {"family": "Юсуфов"}).key or ""
    key = enrolments.enrol(trainer, room.course, person, state=EnrolmentState.NOMINATED).key or ""

    def standing() -> EnrolmentStatus:
        (listed,) = (
            each for each in enrolments.list_enrolments(trainer, room.course) if each.person.key == person
        )
        (shown,) = attendance.courses_of_person(trainer, person)
        assert shown.standing is listed.standing, "the person's page says the same as the list"
        return listed.standing

    assert standing() is EnrolmentStatus.NOMINATED
    attendance.mark(trainer, key, room.sessions[0], Mark.ABSENT)
    attendance.mark(trainer, key, room.sessions[1], Mark.EXCUSED)
    assert standing() is EnrolmentStatus.NOMINATED
    attendance.mark(trainer, key, room.sessions[0], Mark.LATE, 10)
    assert (standing(), state(trainer, key)) == (EnrolmentStatus.TAKING_PART, EnrolmentState.NOMINATED)
    history.undo(trainer)
    assert standing() is EnrolmentStatus.NOMINATED
    attendance.mark(trainer, key, room.sessions[2], Mark.PRESENT)
    assert standing() is EnrolmentStatus.TAKING_PART
    sessions.cancel_session(trainer, room.sessions[2], "no light")
    assert standing() is EnrolmentStatus.NOMINATED, "a cancelled session counts for nobody"
    sessions.restore_session(trainer, room.sessions[2])
    enrolments.withdraw(trainer, key)
    assert standing() is EnrolmentStatus.WITHDRAWN, "who left has left, whatever the marks say"


def test_a_walk_in_stays_one(trainer: Workplace, room: Room) -> None:
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    assert enrolments.list_enrolments(trainer, room.course)[0].standing is EnrolmentStatus.WALK_IN
