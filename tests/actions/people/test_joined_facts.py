"""What a participation of a joined person does not say is what the person is, whichever name was kept.

S1: a walk-in who was said to be a known person stayed without sex, rank and unit in the list, on the
certificate, in figures and when the course was closed.
"""

from collections.abc import Mapping
from itertools import permutations

import pytest

from tests.actions.people.test_joins import keys, laptops, share
from tests.kit.samples import FIRST, LAST
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.office import approval, building
from trainer_app.actions.people import joining, people
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, Participant
from trainer_app.domain.office.approvals import OpenMatter
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.people.persons import Person, Sex, as_one
from trainer_app.store.base.database import Database
from trainer_app.store.base.drafts import Write
from trainer_app.store.courses import tallies
from trainer_app.store.people.people import sexes_of_joined
from trainer_app.system import messages
from trainer_app.system.clock import FixedClock

__all__ = ["laptops"]

NAME = "Назаров Фирдавс Умарович"
KNOWN = {
    "family": "Назарзода",
    "given": "Фирдавс",
    "latin": "Nazarzoda Firdavs",
    "sex": "female",
    "rank": "major",
    "position": "инспектор",
    "unit": "УМВД Согд",
    "duty_district": "Хуҷанд",
    "phone": "927001122",
    "birth_year": 1985,
}


@pytest.fixture(autouse=True)
def the_last_day(clock: FixedClock) -> None:
    """Let the course be over, so that it can be closed."""
    clock.advance(days=1)


class Walk:
    """Somebody who came by name alone, and the record of an earlier course; `row` is the walk-in's."""

    def __init__(self, work: Workplace, course: str) -> None:
        self.work, self.course = work, course
        self.known = people.create_person(work, {**KNOWN}).key or ""
        earlier = courses.create_course(work, CourseDraft("OLD1", Texts(en="Earlier"), FIRST, LAST)).key or ""
        self.before = enrolments.enrol(work, earlier, self.known).key or ""
        self.row = enrolments.add_walk_in(work, course, NAME).key or ""
        self.new = enrolments.get_enrolment(work, self.row).person
        for session in courses.get_course(work, course).sessions:
            attendance.mark_rest(work, session.key)

    def listed(self) -> Participant:
        items = enrolments.list_enrolments(self.work, self.course)
        return next(item for item in items if item.enrolment.key == self.row)

    def facts(self) -> tuple[object, ...]:
        person = self.listed().person
        return person.sex, person.rank, person.position, person.unit, person.duty_district

    def women(self) -> int:
        return courses.get_line(self.work, self.course).women


@pytest.fixture
def walk(trainer: Workplace, room: Room) -> Walk:
    return Walk(trainer, room.course)


NOTHING = (Sex.UNKNOWN, "", "", "", "")
ALL = (Sex.FEMALE, "major", "инспектор", "УМВД Согд", "Хуҷанд")


def join(walk: Walk, kept: str) -> None:
    both = (walk.known, walk.new) if kept == "known" else (walk.new, walk.known)
    joining.join(walk.work, *both)


@pytest.mark.parametrize("kept", ["known", "walk-in"])
def test_a_walk_in_has_what_the_person_is(walk: Walk, kept: str) -> None:
    work, women = walk.work, walk.women()
    assert walk.facts() == NOTHING
    join(walk, kept)
    assert walk.facts() == ALL
    assert walk.listed().missing == (() if kept == "known" else ("latin",))
    head = people.get_person(work, walk.known if kept == "known" else walk.new)
    assert (head.sex, head.unit, head.phone, head.birth_year) == (Sex.FEMALE, "УМВД Согд", "927001122", 1985)
    assert bool(head.latin) == (kept == "known"), "the Latin spelling belongs to the name"
    assert walk.women() == women + 1
    matters = approval.open_items(work, walk.course)
    assert OpenMatter.SEX not in {each.matter for each in matters}
    report = building.report(work, course=walk.course, by=(SplitBy.SEX, SplitBy.RANK, SplitBy.UNIT))
    assert "counting.note_sex_unknown" not in {note.code for note in report.notes}
    lines = {line.name for each in report.splits for line in each.lines}
    assert {"major", "УМВД Согд"} <= lines
    given = {each.enrolment: each for each in certificates.issue(work, walk.course, "ru").certificates}
    assert given[walk.row].facts.rank == "майор милиции"
    assert given[walk.row].facts.gender == "f"
    history.undo(work)
    history.undo(work)
    assert walk.facts() == NOTHING


@pytest.mark.parametrize("kept", ["known", "walk-in"])
def test_parted_again_each_has_the_own_facts(walk: Walk, kept: str) -> None:
    join(walk, kept)
    joining.not_the_same(walk.work, walk.known, walk.new)
    assert walk.facts() == NOTHING
    assert people.get_person(walk.work, walk.new).rank == ""
    assert people.get_person(walk.work, walk.known).rank == "major"


def test_what_a_participation_says_itself_stays(walk: Walk) -> None:
    people.change_person(walk.work, walk.new, {"rank": "captain"}, enrolment=walk.row)
    join(walk, "known")
    assert walk.facts() == (ALL[0], "captain", *ALL[2:])


def test_closed_it_keeps_what_the_person_was(walk: Walk) -> None:
    join(walk, "walk-in")
    courses.close_course(walk.work, walk.course)
    people.change_person(walk.work, walk.new, {"rank": "colonel"})
    assert walk.facts() == ALL
    assert people.get_person(walk.work, walk.new).rank == "colonel"


def ranks(walk: Walk) -> set[str]:
    report = building.report(walk.work, course=walk.course, by=(SplitBy.RANK,))
    return {line.name for each in report.splits for line in each.lines}


@pytest.mark.parametrize("kept", ["known", "walk-in"])
def test_joined_after_closing_a_promotion_changes_no_closed_course(walk: Walk, kept: str) -> None:
    work, head = walk.work, walk.known if kept == "known" else walk.new
    courses.close_course(work, walk.course)
    join(walk, kept)
    assert walk.facts() == ALL
    people.change_person(work, head, {"rank": "colonel", "unit": "ШКД-9"})
    assert walk.facts() == ALL
    assert "major" in ranks(walk)
    assert "colonel" not in ranks(walk)
    history.undo(work)
    history.undo(work)
    assert walk.facts() == NOTHING
    own = enrolments.get_enrolment(work, walk.row)
    assert (own.sex, own.rank, own.unit) == (Sex.UNKNOWN, "", ""), "the join is taken back with its facts"


def test_joined_while_the_course_runs_its_row_stays_as_it_was_written(walk: Walk) -> None:
    join(walk, "known")
    assert enrolments.get_enrolment(walk.work, walk.row).rank == ""


def test_a_join_writes_nothing_into_an_approved_course(walk: Walk) -> None:
    courses.close_course(walk.work, walk.course)
    walk.work.journal.record(Label("course.step.close"), [Write("course", walk.course, {"approved": True})])
    join(walk, "known")
    assert enrolments.get_enrolment(walk.work, walk.row).rank == ""


def test_what_is_taken_away_of_a_joined_person_is_gone(walk: Walk) -> None:
    join(walk, "walk-in")
    people.change_person(walk.work, walk.new, {"unit": "", "sex": "unknown"}, enrolment=walk.row)
    assert walk.facts() == (Sex.UNKNOWN, *ALL[1:3], "", ALL[4])
    history.undo(walk.work)
    assert walk.facts() == ALL


def test_emptied_at_a_closed_course_takes_nothing_of_today(walk: Walk) -> None:
    """The row says what was so then: emptying it took today's unit away from the other record."""
    work = walk.work
    join(walk, "walk-in")
    courses.close_course(work, walk.course)
    people.change_person(work, walk.known, {"unit": "ШКД-2"})
    before = walk.facts()
    with pytest.raises(TrainerError, match="enrolment.fact_of_person") as refused:
        people.change_person(work, walk.new, {"unit": ""}, enrolment=walk.row)
    said = messages.text(refused.value.code, "en", **refused.value.values)
    assert "“unit”" in said
    assert "has “ШКД-2” by now" in said
    assert walk.facts() == before == ALL
    assert [people.get_person(work, key).unit for key in (walk.known, walk.new)] == ["ШКД-2", "ШКД-2"]
    people.change_person(work, walk.new, {"unit": "ШКД-1"}, enrolment=walk.row)
    assert walk.facts()[3] == "ШКД-1"
    assert [people.get_person(work, key).unit for key in (walk.known, walk.new)] == ["ШКД-2", "ШКД-2"]


def test_put_right_at_the_course_the_person_is_put_right(walk: Walk) -> None:
    join(walk, "known")
    people.change_person(walk.work, walk.known, {"rank": "captain"}, enrolment=walk.row)
    assert walk.facts()[1] == people.get_person(walk.work, walk.known).rank == "captain"


def test_on_all_laptops_whatever_comes_first(laptops: list[Workplace]) -> None:
    first, second, third = laptops
    course = courses.create_course(first, CourseDraft("NEW1", Texts(en="New"), FIRST, LAST)).key or ""
    one, two, three, *_ = keys(first)
    row = enrolments.enrol(first, course, one).key or ""
    share(*laptops)
    people.change_person(second, two, {"rank": "major", "sex": "male"})
    people.change_person(third, three, {"rank": "captain", "unit": "ШКД-1"})
    joining.join(second, one, two)
    joining.join(third, two, three)
    for works in permutations(laptops):
        share(*works)
    for work in laptops:
        (item,) = enrolments.list_enrolments(work, course)
        assert item.enrolment.key == row
        assert (item.person.sex, item.person.rank, item.person.unit) == (Sex.MALE, "major", "ШКД-1")


def test_of_several_the_oldest_is_believed_and_who_was_erased_says_nothing() -> None:
    head, gone = Person("b", "Азизов"), Person("a", "", rank="colonel", erased=True)
    others = [Person("d", "Азизов", rank="captain", unit="ШКД-1"), Person("c", "Азизов", rank="major"), gone]
    for each in permutations(others):
        assert as_one(head, each) == replace(head, rank="major", unit="ШКД-1")
    assert as_one(replace(head, rank="general"), others).rank == "general"


# What is offered


def sexes(work: Workplace, course: str) -> list[people.Correction]:
    found = people.offered_corrections(work, course)
    return [each for each in found if each.kind is people.CorrectionKind.SEX]


def test_a_list_is_tallied_asking_once_who_is_joined(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a server each row that says no sex was a query."""
    asked: list[object] = []

    def ask(database: Database) -> Mapping[int, Sex]:
        asked.append(database)
        return sexes_of_joined(database)

    enrolments.add_walk_in(walk.work, walk.course, "Каримов Далер")
    join(walk, "known")
    women = sum(
        item.expected and item.person.sex is Sex.FEMALE
        for item in enrolments.list_enrolments(walk.work, walk.course)
    )
    monkeypatch.setattr(tallies, "sexes_of_joined", ask)
    assert walk.women() == women
    assert len(asked) == 1


def test_a_sex_that_nobody_told_is_taken_by_the_name_for_all_rows(walk: Walk) -> None:
    people.change_person(walk.work, walk.known, {"sex": "unknown"})
    join(walk, "known")
    people.change_person(walk.work, walk.known, {"given": "Фирдавс", "patronymic": "Умарович"})
    (offered,) = sexes(walk.work, walk.course)
    people.apply_corrections(walk.work, [offered])
    assert walk.facts()[0] is Sex.MALE
    assert sexes(walk.work, walk.course) == []


def test_a_sex_told_after_the_course_was_closed_is_taken_into_it(walk: Walk) -> None:
    """The press did nothing: the row of a closed course followed nobody."""
    courses.close_course(walk.work, walk.course)
    people.change_person(walk.work, walk.new, {"sex": "female"})
    assert walk.facts()[0] is Sex.UNKNOWN, "what was reported stays"
    (offered,) = sexes(walk.work, walk.course)
    assert offered.after == "female", "what is known, whatever the name looks like"
    assert people.apply_corrections(walk.work, [offered]).step is not None
    assert walk.facts()[0] is Sex.FEMALE
    assert sexes(walk.work, walk.course) == []


def test_somebody_who_stands_twice_on_the_list_is_told_once(walk: Walk) -> None:
    again = enrolments.add_walk_in(walk.work, walk.course, f"{NAME} Согд").key or ""
    joining.join(walk.work, walk.new, enrolments.get_enrolment(walk.work, again).person)
    changes = people.apply_corrections(walk.work, sexes(walk.work, walk.course))
    assert changes.label.values["count"] == 1
    items = enrolments.list_enrolments(walk.work, walk.course)
    assert all(item.person.sex is not Sex.UNKNOWN for item in items)
    assert sexes(walk.work, walk.course) == []
    history.undo(walk.work)
    assert len(sexes(walk.work, walk.course)) > 0


def test_an_approved_course_offers_nothing_that_would_change_it(walk: Walk) -> None:
    assert [each.enrolment for each in sexes(walk.work, walk.course)] == [walk.row]
    courses.close_course(walk.work, walk.course)
    step = Label("course.step.close")
    walk.work.journal.record(step, [Write("course", walk.course, {"approved": True})])
    assert sexes(walk.work, walk.course) == []


def test_enrolled_anew_they_come_with_all_that_is_known(walk: Walk) -> None:
    join(walk, "walk-in")
    draft = CourseDraft("NEW2", Texts(en="Next"), FIRST, LAST)
    course = courses.create_course(walk.work, draft).key or ""
    own = enrolments.get_enrolment(walk.work, enrolments.add_known(walk.work, course, walk.new).key or "")
    assert (own.sex, own.rank, own.position, own.unit, own.duty_district) == ALL


def test_letters_put_right_in_a_row_leave_the_rank_and_unit_of_today(walk: Walk) -> None:
    people.change_person(walk.work, walk.new, {"unit": "ШKД-1"}, enrolment=walk.row)
    courses.close_course(walk.work, walk.course)
    people.change_person(walk.work, walk.new, {"unit": "УМВД Согд"})
    offered = people.offered_corrections(walk.work, walk.course)
    letters = [each for each in offered if each.kind is people.CorrectionKind.LETTERS]
    people.apply_corrections(walk.work, letters)
    assert walk.facts()[3] == "ШКД-1"
    assert people.get_person(walk.work, walk.new).unit == "УМВД Согд"
