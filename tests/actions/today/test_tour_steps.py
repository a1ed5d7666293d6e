"""The first-day tour sees in the data what a person really did, since it began, and what was taken back."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.kit import worlds
from tests.kit.world import Story
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import course_life, enrolments
from trainer_app.actions.courses.course_life import CourseCopy
from trainer_app.actions.evaluations import scores
from trainer_app.actions.exchange import sending
from trainer_app.actions.today import tour
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.texts import find_words
from trainer_app.domain.evaluations.forms import Occasion


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    """Open the finished course: certificates can be issued."""
    with worlds.finished(tmp_path).open() as made:
        yield made


def test_each_step_is_seen_once_it_is_done(story: Story) -> None:
    work, mark = story.work, tour.begin(story.work)
    assert tour.done_since(work, mark) == frozenset(), "what was done before the tour does not count"
    session, first, second = story.sessions[0], *story.enrolments[:2]
    acts: dict[str, Callable[[], object]] = {
        "course": lambda: course_life.copy_course(work, story.course, CourseCopy("NEW", work.today())),
        "person": lambda: enrolments.add_walk_in(work, story.course, "Саидов Карим"),
        "mark": lambda: attendance.mark(work, first, session, Mark.LATE, 33),
        "rest": lambda: (
            attendance.mark(work, second, session, None),
            attendance.mark_rest(work, session),
        ),
        "test": lambda: scores.set_score(work, first, Occasion.POST, 1500, 2000),
        "certificate": lambda: certificates.issue(work, story.course),
        "send": lambda: sending.export(work, story.stick, passphrase="four words for the courier"),
    }
    seen: set[str] = set()
    for name, act in acts.items():
        assert name not in tour.done_since(work, mark)
        act()
        found = tour.done_since(work, mark)
        assert found - seen == {name}
        seen = set(found)
    assert seen == {step.name for step in tour.STEPS} - {tour.SHEET}


def test_what_is_undone_is_not_done(story: Story) -> None:
    mark = tour.begin(story.work)
    attendance.mark(story.work, story.enrolments[0], story.sessions[0], Mark.LATE, 33)
    assert tour.done_since(story.work, mark) == {"mark"}
    history.undo(story.work)
    assert tour.done_since(story.work, mark) == frozenset()


def test_a_mark_is_kept_as_text_and_nothing_else_is_read_as_one() -> None:
    mark = tour.TourMark(348, 2)
    assert tour.read_mark(mark.text) == mark
    for text in ("", "348", "a/b", "3/-1", "/"):
        assert tour.read_mark(text) is None


def test_every_step_looks_for_what_the_program_writes() -> None:
    assert len(tour.STEPS) == 8
    assert all(find_words(code) is not None for step in tour.STEPS for code in step.codes)
