"""To which page a step belongs: every step that the program can write has one, and some have no other."""

import json
import re

import pytest

from tests.kit.samples import DAY
from tests.kit.world import Story
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses, enrolments, sessions
from trainer_app.actions.people import people
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.texts import Texts, resource
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.history_panel import Page, belongs, is_bound, pages_of
from trainer_app.ui.shell.navigation import SCREENS, TABS

GRID = Page("courses", "attendance", "a")


def in_courses(*keys: str) -> frozenset[str]:
    return frozenset(keys)


def test_every_step_belongs_to_pages_that_there_are() -> None:
    topics = [json.loads(path.read_text("utf-8")) for path in resource("i18n", "messages").glob("*.json")]
    steps = [code for topic in topics for code in topic if re.fullmatch(r"[a-z_]+\.step\.[a-z_]+", code)]
    assert len(steps) > 100
    there = {Page(spec.name) for spec in SCREENS} | {Page("courses", spec.name) for spec in TABS}
    for code in steps:
        assert pages_of(code), f"{code} belongs nowhere"
        assert set(pages_of(code)) <= there, code


@pytest.mark.parametrize(
    ("code", "page", "courses_of", "here"),
    [
        ("attendance.step.mark", GRID, ("a",), True),
        ("attendance.step.mark", GRID, ("b",), False),
        ("attendance.step.mark", Page("courses", "certificates", "a"), ("a",), False),
        ("attendance.step.mark", Page("courses"), ("a",), False),
        ("attendance.step.mark", Page("today"), ("a",), True),
        ("session.step.count", GRID, ("a",), True),
        ("session.step.count", Page("courses", "schedule", "a"), ("a",), True),
        ("form.step.change", Page("courses", "tests", "a"), (), True),
        ("person.step.change", Page("people"), (), True),
        ("certificate.step.void", Page("today"), ("a",), False),
        ("certificate.step.void", Page("certificates"), ("a",), True),
        ("certificate.step.void", Page("courses", "certificates", "b"), ("a",), False),
        ("review.step.settle", Page("office"), (), False),
        ("review.step.settle", Page("review"), (), True),
        ("course.step.units", Page("office"), ("a",), True),
        ("attendance.step.mark", None, ("a",), True),
        ("unheard_of.step.now", GRID, (), False),
    ],
)
def test_a_step_belongs_to_its_page_and_its_course(
    code: str, page: Page | None, courses_of: tuple[str, ...], here: bool
) -> None:
    assert belongs(code, lambda: in_courses(*courses_of), page) is here


@pytest.mark.parametrize("what", ["units", "places", "units_kept", "places_kept"])
def test_one_spelling_is_named_where_it_was_chosen(what: str) -> None:
    """S3: undo said "Overview, A1-1" of what was done in Office, Reports."""
    assert pages_of(f"course.step.{what}")[0] == Page("office")


def test_what_certifies_decides_or_approves_is_bound_to_its_page() -> None:
    for code in (
        "certificate.step.issue",
        "certificate.step.void",
        "review.step.settle",
        "course.step.close",
    ):
        assert is_bound(code)
    for code in ("attendance.step.mark", "person.step.change", "course.step.change", "session.step.lock"):
        assert not is_bound(code)


def newest_courses(story: Story) -> frozenset[str]:
    return history.courses_of(story.work, history.pending(story.work, 1)[0].number)


def test_a_step_knows_its_courses_however_far_its_rows_lie_from_them(story: Story) -> None:
    work, here = story.work, frozenset((story.course,))
    attendance.mark(work, story.enrolments[0], story.sessions[8], Mark.LATE, 5)
    assert newest_courses(story) == here
    attendance.mark(work, story.enrolments[0], story.sessions[8], Mark.LATE, 7)
    assert newest_courses(story) == here, "the entry holds minutes alone"
    attendance.mark_rest(work, story.sessions[9])
    assert newest_courses(story) == here
    sessions.remove_session(work, story.sessions[11])
    assert newest_courses(story) == here, "what is deleted was there too"
    people.create_person(work, {"family": "Саидов"})
    assert newest_courses(story) == frozenset()
    other = courses.create_course(work, CourseDraft("B", Texts(en="B"), DAY, DAY)).key or ""
    assert newest_courses(story) == {other}
    enrolments.add_walk_in(work, other, "Чужой Человек")
    assert newest_courses(story) == {other}
    history.undo(work)
    redo = history.next_redo(work)
    assert redo is not None
    assert history.courses_of(work, redo.number) == {other}, "what is taken back belongs where it was done"


def test_what_belongs_here_is_found_below_what_does_not(context: AppContext, story: Story) -> None:
    context.undo.page = lambda: Page("courses", "attendance", story.course)
    context.do(attendance.mark, story.enrolments[0], story.sessions[8], Mark.ABSENT)
    mark = context.undo.newest
    assert mark is not None
    assert mark.here
    context.do(people.create_person, {"family": "Саидов"})
    assert context.undo.newest is not None
    assert not context.undo.newest.here
    assert context.undo.newest.page == Page("people")
    found = context.undo.newest_here()
    assert found is not None
    assert found.number == mark.number
    context.undo.undo_step(found.number)
    assert attendance.grid(story.work, story.course).rows[0].cells[8].mark is None  # type: ignore[union-attr]
    assert people.search(story.work, "Саидов"), "what came later stays"


def test_what_was_refused_for_good_gives_way_to_what_was_before(story: Story) -> None:
    work = story.work
    attendance.mark(work, story.enrolments[0], story.sessions[8], Mark.ABSENT)
    first = history.pending(work, 1)[0].number
    attendance.mark(work, story.enrolments[1], story.sessions[8], Mark.ABSENT)
    second = history.pending(work, 1)[0].number
    work.overruled_steps.add(second)
    assert history.pending(work, 1)[0].number == first
    assert certificates.register(work) == []
