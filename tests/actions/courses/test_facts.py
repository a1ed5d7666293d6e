"""What people were at a course stays with their participation: ranks and units of later change no figure."""

from random import Random

import pytest

from tests.kit.samples import FIRST, LAST
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.office import building
from trainer_app.actions.people import joining, people
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, Enrolment, Participant
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.people.persons import Sex
from trainer_app.store.base.drafts import Write
from trainer_app.system.clock import FixedClock

RANKS = ("captain", "major", "lieutenant", "colonel")
SPLITS = (SplitBy.SEX, SplitBy.RANK, SplitBy.UNIT, SplitBy.DUTY_DISTRICT)


@pytest.fixture(autouse=True)
def the_last_day(clock: FixedClock) -> None:
    """Let the course be over, so that it can be closed."""
    clock.advance(days=1)


def listed(work: Workplace, course: str) -> dict[str, Participant]:
    return {item.enrolment.key: item for item in enrolments.list_enrolments(work, course)}


def fact(work: Workplace, enrolment: str) -> Enrolment:
    return enrolments.get_enrolment(work, enrolment)


def person_of(work: Workplace, enrolment: str) -> str:
    return fact(work, enrolment).person


def set_facts(work: Workplace, enrolment: str, **fields: str) -> None:
    people.change_person(work, person_of(work, enrolment), dict(fields))


def later_course(work: Workplace, code: str) -> str:
    draft = CourseDraft(code, Texts(en=code), FIRST, LAST)
    return courses.create_course(work, draft).key or ""


def finish(work: Workplace, room: Room) -> None:
    for session in room.sessions:
        attendance.mark_rest(work, session)
    courses.close_course(work, room.course)


def test_a_new_participation_takes_what_the_person_is(trainer: Workplace, room: Room) -> None:
    key = room.enrolments[0]
    set_facts(trainer, key, rank="captain", unit="ШКД-1", duty_district="Сино")
    other = later_course(trainer, "KHJ1")
    enrolled = enrolments.enrol(trainer, other, person_of(trainer, key)).key or ""
    own = fact(trainer, enrolled)
    assert (own.facts, own.rank, own.unit, own.duty_district) == (True, "captain", "ШКД-1", "Сино")
    walk_in = enrolments.add_walk_in(trainer, other, "майор Тоирова Лола", sex=Sex.FEMALE).key or ""
    assert (fact(trainer, walk_in).rank, fact(trainer, walk_in).sex) == ("major", Sex.FEMALE)


def test_a_correction_follows_into_courses_that_are_open(trainer: Workplace, room: Room) -> None:
    key = room.enrolments[0]
    set_facts(trainer, key, rank="captain")
    assert fact(trainer, key).rank == "captain"
    assert listed(trainer, room.course)[key].person.rank == "captain"
    assert attendance.grid(trainer, room.course).rows[0].rank == "captain"


def test_a_promotion_changes_no_closed_course(trainer: Workplace, room: Room) -> None:
    key = room.enrolments[0]
    set_facts(trainer, key, rank="captain", unit="ШКД-1")
    finish(trainer, room)
    set_facts(trainer, key, rank="major", unit="ШКД-2")
    assert listed(trainer, room.course)[key].person.rank == "captain"
    assert people.get_person(trainer, person_of(trainer, key)).rank == "major"
    report = building.report(trainer, course=room.course, by=(SplitBy.RANK, SplitBy.RANK_NOW))
    then, now = ({line.name for line in each.lines} for each in report.splits)
    assert "captain" in then
    assert "major" not in then
    assert "major" in now


def test_what_is_put_right_at_a_course_degrades_nobody(trainer: Workplace, room: Room) -> None:
    key = room.enrolments[0]
    set_facts(trainer, key, rank="lieutenant")
    own = fact(trainer, key)
    trainer.journal.record(
        Label("person.step.change"),
        [Write("person", own.person, {"rank": "major"})],
    )
    people.change_person(trainer, own.person, {"rank": "captain"}, enrolment=key)
    assert fact(trainer, key).rank == "captain"
    assert people.get_person(trainer, own.person).rank == "major"


def test_facts_of_an_approved_course_are_fixed(trainer: Workplace, room: Room) -> None:
    key = room.enrolments[0]
    finish(trainer, room)
    trainer.journal.record(
        Label("course.step.close"),
        [Write("course", room.course, {"approved": True})],
    )
    with pytest.raises(TrainerError, match="enrolment.facts_fixed"):
        people.change_person(trainer, person_of(trainer, key), {"rank": "major"}, enrolment=key)


def test_entries_from_before_read_the_person_until_the_course_is_closed(
    trainer: Workplace, room: Room
) -> None:
    key = room.enrolments[0]
    old = later_course(trainer, "OLD1")
    person = person_of(trainer, key)
    enrolled = enrolments.enrol(trainer, old, person).key or ""
    trainer.journal.record(
        Label("person.step.change"),
        [Write("enrolment", enrolled, {"facts": None, "rank": None})],
    )
    set_facts(trainer, key, rank="captain")
    assert listed(trainer, old)[enrolled].person.rank == "captain"
    courses.close_course(trainer, old)
    set_facts(trainer, key, rank="major")
    assert listed(trainer, old)[enrolled].person.rank == "captain"


def test_a_certificate_prints_the_rank_of_its_course(trainer: Workplace, room: Room) -> None:
    set_facts(trainer, room.enrolments[0], rank="captain")
    for session in room.sessions:
        attendance.mark_rest(trainer, session)
    courses.close_course(trainer, room.course)
    set_facts(trainer, room.enrolments[0], rank="major")
    given = {each.enrolment: each for each in certificates.issue(trainer, room.course, "en").certificates}
    assert "aptain" in given[room.enrolments[0]].facts.rank


@pytest.mark.parametrize("seed", range(12))
def test_no_later_history_moves_a_closed_course(trainer: Workplace, room: Room, seed: int) -> None:
    chance = Random(seed)
    for number, enrolment in enumerate(room.enrolments):
        set_facts(trainer, enrolment, rank=RANKS[number], unit=f"ШКД-{number}", duty_district="Сино")
    finish(trainer, room)
    before = building.report(trainer, course=room.course, by=SPLITS)
    for step in range(12):
        _later(trainer, room, chance, step)
    after = building.report(trainer, course=room.course, by=SPLITS)
    assert after.figures == before.figures
    assert after.splits == before.splits


def _later(work: Workplace, room: Room, chance: Random, step: int) -> None:
    """Let something happen after a course: promotions, moves, other courses, doubles that are joined."""
    enrolment = chance.choice(room.enrolments)
    what = chance.choice(("rank", "unit", "sex", "course", "join"))
    if what == "course":
        other = later_course(work, f"NEW{step}")
        own = enrolments.enrol(work, other, person_of(work, enrolment)).key or ""
        people.change_person(work, person_of(work, enrolment), {"rank": chance.choice(RANKS)}, enrolment=own)
    elif what == "join":
        other = later_course(work, f"TWIN{step}")
        name = f"{chance.choice(RANKS)} Дигарзода Ном{step}"
        twin = enrolments.add_walk_in(work, other, name, unit=f"ШКД-{step + 10}").key or ""
        joining.join(work, person_of(work, enrolment), person_of(work, twin))
    else:
        value = {
            "rank": chance.choice(RANKS),
            "unit": f"ШКД-{step + 50}",
            "sex": chance.choice(list(Sex)).value,
        }
        set_facts(work, enrolment, **{what: value[what]})
