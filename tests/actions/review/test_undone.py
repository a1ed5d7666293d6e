"""Undo of a decision shows the conflict as it came: who said what, when, on which laptop, in which file."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.actions.exchange.test_losses import contradict, settle, to_laptop, to_office
from tests.actions.exchange.test_losses import parts as parts
from tests.actions.exchange.test_losses import room as room
from tests.actions.exchange.test_losses import second as second
from tests.kit import worlds
from tests.kit.world import Story
from tests.kit.worlds import Exchange
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.base.naming import Names
from trainer_app.actions.base.saying import say_each, say_row
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import scores
from trainer_app.actions.exchange import importing, losses
from trainer_app.actions.review import review
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.schema import DELETED
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.review.contradictions import ReviewItem
from trainer_app.store.base.entry_history import written_entries
from trainer_app.system.messages import label_text


def asked(work: Workplace) -> list[ReviewItem]:
    """Return what waits, whichever side is shown now."""
    return review.list_items(work)


def told(item: ReviewItem) -> list[tuple[object, ...]]:
    """Return who said what, when, where and which file brought it, of each side."""
    return [
        (
            label_text(side.words or Label(""), "en"),
            side.values,
            side.user,
            side.at,
            side.device,
            side.file,
            side.taken_back,
        )
        for side in item.sides
    ]


def score(story: Story) -> None:
    """Two laptops gave the same post-test different points, and two people different marks."""
    joined, second, bureau = (story.works[name] for name in ("trainer", "second", "office"))
    room = story.room
    assert room is not None
    settle(bureau, "late")
    for laptop, points, mark in ((joined, 1600, Mark.PRESENT), (second, 1800, Mark.EXCUSED)):
        scores.set_score(laptop, room.enrolments[0], Occasion.POST, points, 2000)
        for enrolment in room.enrolments[1:]:
            attendance.mark(laptop, enrolment, room.sessions[1], mark)
        to_office(laptop, bureau, story.stick)


@pytest.fixture
def begins(request: pytest.FixtureRequest) -> Sequence[Callable[[Story], None]]:
    steps = {"room": contradict, "scored": score}
    return [step for name, step in steps.items() if name in request.fixturenames]


@pytest.fixture
def scored(room: Room) -> Room:
    """Return the course of which points and marks are different on the two laptops."""
    return room


def test_an_undone_decision_leaves_the_conflict_as_it_came(
    bureau: Workplace, second: Workplace, stick: Path, room: Room
) -> None:
    (before,) = asked(bureau)
    assert len({side.user for side in before.sides}) == len({side.file for side in before.sides}) == 2
    waited = [line.waits for line in importing.imports(bureau)]
    assert any(waited)
    for word in ("late", "absent", "late"):
        settle(bureau, word)
        assert not any(line.waits for line in importing.imports(bureau))
        history.undo(bureau)
        (again,) = asked(bureau)
        assert told(again) == told(before)
        assert [line.waits for line in importing.imports(bureau)] == waited, "its files wait again"
    history.redo(bureau)
    assert asked(bureau) == []
    history.undo(bureau)
    assert told(asked(bureau)[0]) == told(before), "done again and undone again"
    to_laptop(bureau, second, stick, room)
    (there,) = asked(second)
    assert [each[:5] for each in told(there)] == [each[:5] for each in told(before)], "from the journal alone"


def test_points_keep_what_they_are_out_of(bureau: Workplace, scored: Room) -> None:
    (before,) = [one for one in asked(bureau) if one.entity == "paper"]
    assert {str(each[0]).replace("\N{NO-BREAK SPACE}", " ") for each in told(before)} == {
        "16 of 20",
        "18 of 20",
    }
    for place in (0, 1, 0):
        review.settle(bureau, before.id, f"#{place}")
        history.undo(bureau)
        (again,) = [one for one in asked(bureau) if one.entity == "paper"]
        assert told(again) == told(before)
    review.settle(bureau, before.id, "#0")
    score = scores.evaluation(bureau, scored.course).rows[0].post
    assert score is not None
    assert (score.points, score.out_of) == (before.sides[0].values["points"], 2000)


def test_the_others_of_a_laptop_are_the_same_after_undo(bureau: Workplace, scored: Room) -> None:
    marks = [one for one in asked(bureau) if one.entity == "attendance"]
    alike = review.count_alike(bureau, marks[0])
    assert alike == len(marks) - 1 > 0
    for item in marks:
        review.settle(bureau, item.id, "#0")
    for _ in marks:
        history.undo(bureau)
    again = [one for one in asked(bureau) if one.entity == "attendance"]
    assert {one.id for one in again} == {one.id for one in marks}
    assert [review.count_alike(bureau, one) for one in again] == [alike] * len(marks)


def test_only_what_stands_is_told_to_a_laptop(
    joined: Workplace, bureau: Workplace, second: Workplace, stick: Path, room: Room
) -> None:
    settle(bureau, "late")
    history.undo(bureau)
    news = to_laptop(bureau, second, stick, room)
    assert not any("replaced" in one for one in news)
    assert losses.list_losses(second) == []
    settle(bureau, "late")
    assert "1 of your values was replaced; see Review." in to_laptop(bureau, second, stick, room)


def test_a_history_says_what_was_undone_and_who_had_said_it(bureau: Workplace, room: Room) -> None:
    (item,) = asked(bureau)
    users = {side.user for side in item.sides}
    settle(bureau, "late")
    history.undo(bureau)
    settle(bureau, "absent")
    written = written_entries(bureau.database, item.entity, item.key)
    decided = [one for one in written if one.settled]
    assert [one.undone for one in decided] == [True, False]
    assert [{user for user, _ in one.settled} for one in decided] == [users, users]
    assert {one.again for one in written if one.again is not None} == users


@pytest.mark.parametrize("place", [0, 1])
def test_a_row_that_was_to_be_let_go_waits_as_before(
    joined: Workplace, bureau: Workplace, second: Workplace, stick: Path, room: Room, place: int
) -> None:
    """One laptop took a mark away, the other wrote another one: kept or let go, undo asks the same again."""
    settle(bureau, "late")
    attendance.mark(joined, room.enrolments[1], room.sessions[1], Mark.PRESENT)
    to_office(joined, bureau, stick)
    to_laptop(bureau, second, stick, room)
    history.undo(joined)
    attendance.mark(second, room.enrolments[1], room.sessions[1], Mark.EXCUSED)
    for laptop in (joined, second):
        to_office(laptop, bureau, stick)
    (before,) = asked(bureau)
    assert any(DELETED in side.values for side in before.sides)
    for _ in range(2):
        review.settle(bureau, before.id, f"#{place}")
        assert asked(bureau) == []
        history.undo(bureau)
        (again,) = asked(bureau)
        assert told(again) == told(before)


def test_what_a_decision_covered_is_said_as_a_person_says_it(tmp_path: Path) -> None:
    """S3: "mark: absent, minutes missed: 0 min, minutes left early: 0 min, time of arrival: empty"."""
    with worlds.all_taken_in(tmp_path).open() as made:
        places = Exchange.of(made)
        work = places.office
        (item,) = [each for each in review.list_items(work) if each.entity == "attendance"]
        step = review.settle(work, item.id, "#0", "asked by telephone").step
        assert step is not None
        assert _told(work, step) == ["Назаров Исфандиёр: absent"]
        history.undo(work)
        step = review.settle(work, item.id, "#1", "").step
        assert step is not None
        assert _told(work, step) == ["Назаров Исфандиёр: late, 20 min"]
        names = Names(work)
        arrived = {"mark": "late", "missed": 20, "early": 5, "arrived": 560}
        said = label_text(say_each(names, "attendance", arrived), "en")
        assert said == "late, 15 min late, left 5 min early, time of arrival: 09:20", "what there is stays"
        assert label_text(say_each(names, "attendance", {"arrived": None}), "en") == "empty"
        told = say_row(names, "attendance", {"mark": "absent", "missed": 0, "early": 0, "arrived": None})
        assert label_text(told, "en") == "mark: absent"
        unmarked = {"mark": None, "missed": 0, "arrived": None, "remark": "ill"}
        assert label_text(say_each(names, "attendance", unmarked), "en") == "not marked, remark: ill"


def _told(work: Workplace, step: int) -> list[str]:
    said = review.covered(work, step)
    return [f"{label_text(each.title, 'en')}: {label_text(each.words, 'en')}" for each in said]
