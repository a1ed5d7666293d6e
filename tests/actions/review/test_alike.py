"""One decision for all contradictions of a kind: always for the same laptop, one step, one way back."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.actions.exchange.test_losses import contradict, to_office
from tests.actions.exchange.test_losses import parts as parts
from tests.actions.exchange.test_losses import room as room
from tests.actions.exchange.test_losses import second as second
from tests.kit.world import Story
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import enrolments
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.office import erasing
from trainer_app.actions.people import joining, people
from trainer_app.actions.review import review
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.store.base.drafts import Write
from trainer_app.system.messages import label_text


def differ(story: Story) -> None:
    """Three marks, one name: all different on the two laptops."""
    joined, second, room = story.works["trainer"], story.works["second"], story.room
    assert room is not None
    for enrolment in room.enrolments[1:]:
        attendance.mark(joined, enrolment, room.sessions[1], Mark.PRESENT)
        attendance.mark(second, enrolment, room.sessions[1], Mark.EXCUSED)
    person = enrolments.list_enrolments(joined, room.course)[0].person.key
    people.change_person(joined, person, {"unit": "ШКД-1"})
    people.change_person(second, person, {"unit": "ШКД-2"})
    for laptop in (joined, second):
        to_office(laptop, story.works["office"], story.stick)


@pytest.fixture
def begins(request: pytest.FixtureRequest) -> Sequence[Callable[[Story], None]]:
    steps = {"room": contradict, "many": differ}
    return [step for name, step in steps.items() if name in request.fixturenames]


@pytest.fixture
def many(room: Room) -> Room:
    """Return the course of which three marks and one name are different on the two laptops."""
    return room


def marks(work: Workplace, course: str) -> list[Mark | None]:
    rows = attendance.grid(work, course).rows
    return [rows[0].cells[0].mark, *(row.cells[1].mark for row in rows[1:])]  # type: ignore[union-attr]


def test_all_of_a_kind_are_decided_for_one_laptop(bureau: Workplace, many: Room) -> None:
    items = [one for one in review.list_items(bureau) if one.entity == "attendance"]
    assert len(items) == 3
    assert len(review.alike(bureau, items[0])) == 2
    place = next(at for at, side in enumerate(items[0].sides) if side.device == "K9")
    changes = review.settle_alike(bureau, items[0].id, f"#{place}", "K9 was there")
    assert marks(bureau, many.course) == [Mark.ABSENT, Mark.EXCUSED, Mark.EXCUSED]
    left = [one.entity for one in review.list_items(bureau)]
    assert left == ["person"], "another kind stays open"
    assert changes.label.values["count"] == 3
    history.undo(bureau)
    assert len(review.list_items(bureau)) == 4, "one step back"


def test_after_an_erasure_the_journal_tells_what_was_decided(
    bureau: Workplace, many: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One press is one decision; a later one comes first, and who decided nothing is not among them."""
    assert review.settled_before(bureau) == ((), 0), "nothing was forgotten yet"
    items = [one for one in review.list_items(bureau) if one.entity == "attendance"]
    place = next(at for at, side in enumerate(items[0].sides) if side.device == "K9")
    review.settle_alike(bureau, items[0].id, f"#{place}", "K9 was there")
    (item,) = review.list_items(bureau)
    review.settle(bureau, item.id, "theirs")
    attendance.mark(bureau, many.enrolments[1], many.sessions[0], Mark.LATE, 5)
    assert len(review.settled(bureau)) == 2
    person = enrolments.list_enrolments(bureau, many.course)[-1].person.key
    erasing.erase_person(bureau, person, "on their own request", "K-17")
    assert review.settled(bureau) == []
    found, erased = review.settled_before(bureau)
    assert [(each.user, each.reason) for each in found[1:]] == [(bureau.user, "K9 was there")]
    assert (len(found[1].rows), erased) == (2, 1), "of the third nobody is named"
    assert label_text(found[1].rows[0].place, "en").endswith("session 1")
    assert found[0].rows
    assert {label_text(each.title, "en") for each in found[0].rows} == {label_text(item.title, "en")}
    assert found[0].at >= found[1].at
    monkeypatch.setattr(review, "_BEFORE", 1)
    ((newest,), _) = review.settled_before(bureau)
    assert newest.rows == found[0].rows[-1:], "the newest entry alone"


def test_after_an_erasure_it_tells_too_who_was_said_to_be_two(bureau: Workplace, many: Room) -> None:
    """S2: after another one's erasure a wrong "not the same person" stood nowhere; who is one has a list."""
    enrolments.add_walk_in(bureau, many.course, "Нозимов Ҷамшед")
    listed = enrolments.list_enrolments(bureau, many.course)
    first, second, third, gone = [each.person.key for each in listed]
    joining.not_the_same(bureau, first, second)
    joining.join(bureau, first, third)
    erasing.erase_person(bureau, gone, "on their own request", "K-17")
    (told,) = [each for each in review.settled_before(bureau)[0] if "pair" in each.rows[0].title.code]
    names = [people.get_person(bureau, key).short_name for key in (first, second)]
    assert all(name in label_text(told.rows[0].title, "en") for name in names)
    assert len(joining.joined_people(bureau)) == 1


def test_after_an_erasure_it_takes_nobody_who_left_a_course_for_a_decision(
    bureau: Workplace, many: Room
) -> None:
    """Why somebody left is in their history; which of two rows stays is decided in Review."""
    for name in ("Нозимов Ҷамшед", "Тоирова Лола"):
        enrolments.add_walk_in(bureau, many.course, name)
    listed = enrolments.list_enrolments(bureau, many.course)
    first, second, left, gone = [listed[place] for place in (0, 1, 3, 4)]
    joining.join(bureau, first.person.key, second.person.key)
    enrolments.keep_one_row(bureau, first.enrolment.key, "the same man")
    enrolments.withdraw(bureau, left.enrolment.key, many.sessions[1], "moved to another district")
    erasing.erase_person(bureau, gone.person.key, "on their own request", "K-17")
    assert [each.reason for each in review.settled_before(bureau)[0]] == ["the same man"]


def test_a_correction_that_followed_into_a_course_is_one_decision(bureau: Workplace, many: Room) -> None:
    (item,) = [one for one in review.list_items(bureau) if one.entity == "person"]
    assert review.count(bureau) == len(review.list_items(bureau)) == 4
    assert label_text(item.place, "en") == "unit, in the person's data and in DSH1"
    review.settle(bureau, item.id, "theirs")
    enrolment = next(each for each in enrolments.list_enrolments(bureau, many.course))
    chosen = enrolment.person.unit
    assert enrolment.enrolment.unit == chosen
    assert {one.entity for one in review.list_items(bureau)} == {"attendance"}
    history.undo(bureau)
    assert len(review.list_items(bureau)) == 4


def test_a_participation_of_which_something_else_was_said_is_a_question_of_its_own(
    bureau: Workplace, second: Workplace, many: Room, stick: Path
) -> None:
    enrolment = enrolments.list_enrolments(second, many.course)[0].enrolment
    second.journal.record(Label("test"), [Write("enrolment", enrolment.key, {"unit": "ШКД-3"})])
    to_office(second, bureau, stick)
    items = [one for one in review.list_items(bureau) if one.entity != "attendance"]
    assert [(one.entity, one.echoes) for one in items] == [("person", ()), ("enrolment", ())]


def test_a_third_value_is_for_one_only(bureau: Workplace, many: Room) -> None:
    item = next(one for one in review.list_items(bureau) if one.entity == "attendance")
    with pytest.raises(TrainerError) as refused:
        review.settle_alike(bureau, item.id, "late 10")
    assert refused.value.code == "review.bad_choice"


def test_what_stands_alone_has_no_likes(bureau: Workplace, many: Room) -> None:
    item = next(one for one in review.list_items(bureau) if one.entity == "person")
    assert review.alike(bureau, item) == []


def test_what_is_looked_at_before_an_import_is_what_it_brings(
    joined: Workplace, bureau: Workplace, second: Workplace, stick: Path, room: Room
) -> None:
    """29 conflicts were told before, 32 afterwards: one counted questions, the other one rows."""
    person = enrolments.list_enrolments(joined, room.course)[0].person.key
    for laptop, unit, given in ((joined, "ШКД-1", "Фаридун"), (second, "ШКД-2", "Фирдавс")):
        people.change_person(laptop, person, {"unit": unit, "given": given})
        attendance.mark(laptop, room.enrolments[2], room.sessions[1], Mark.LATE, 5 if laptop is joined else 9)
    files = [sending.export(laptop, stick).file for laptop in (joined, second)]
    told = {effect.code: effect for effect in importing.rehearse(bureau, files).effects}["contradictions"]
    assert told.before == review.count(bureau) == 1
    report = importing.import_files(bureau, files)
    assert report.conflicts == told.after == review.count(bureau) == len(review.list_items(bureau)) == 4
    assert [file.conflicts for file in report.files] == [0, 3]


def test_each_import_tells_whether_its_own_conflicts_wait(
    joined: Workplace, bureau: Workplace, second: Workplace, stick: Path, many: Room
) -> None:
    for item in review.list_items(bureau):
        review.settle(bureau, item.id, "ours")
    assert not any(line.waits for line in importing.imports(bureau))
    attendance.mark(joined, many.enrolments[0], many.sessions[3], Mark.PRESENT)
    attendance.mark(second, many.enrolments[0], many.sessions[3], Mark.EXCUSED)
    for laptop in (joined, second):
        to_office(laptop, bureau, stick)
    lines = importing.imports(bureau)
    assert [line.waits for line in lines[:2]] == [True, True]
    assert any(line.conflicts for line in lines[2:])
    assert not any(line.waits for line in lines[2:]), "what was decided stays so"
