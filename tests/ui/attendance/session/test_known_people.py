"""The field for a walk-in offers who is known already, and makes nobody twice in silence."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.kit.samples import FIRST
from tests.kit.world import Story
from tests.ui.attendance_course import Keyboard
from tests.ui.driving import click, find, settle
from trainer_app.actions.attendance import attendance
from trainer_app.actions.courses import courses, enrolments
from trainer_app.domain.attendance.marks import GridRow
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.ui.attendance.session.page import SessionPage
from trainer_app.ui.attendance.walk_in import KnownFinder, WalkInEntry
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.overlays import ConfirmDialog

NAME = "Сафаров Баҳодур"


@pytest.fixture
def known(story: Story) -> str:
    """Make somebody of another course; return the key of the person."""
    return add_elsewhere(story, "сержант " + NAME)


def add_elsewhere(story: Story, name: str) -> str:
    title, day = Texts(tg="Б", ru="Б", en="B"), FIRST - timedelta(60)
    code = f"B{ord(name[0])}"
    other = courses.create_course(story.work, CourseDraft(code, title, day, day)).key or ""
    enrolment = enrolments.add_walk_in(story.work, other, name).key or ""
    return enrolments.get_enrolment(story.work, enrolment).person


def rows_of(story: Story) -> list[GridRow]:
    return list(attendance.grid(story.work, story.course).rows)


def begin(page: SessionPage, keys: Keyboard, typed: str) -> WalkInEntry:
    keys.press(Qt.Key.Key_Insert)
    keys.type(typed)
    settle()
    return page.card.name


def test_who_is_known_is_offered_and_added_by_the_arrow(
    page: SessionPage, keys: Keyboard, story: Story, known: str
) -> None:
    entry = begin(page, keys, "Сафар")
    offers = entry.field.offers
    assert offers.isVisible()
    assert offers.verticalScrollBar().maximum() == 0, "it is as high as its rows, the first time, too"
    assert offers.model().index(0, 0).data() == f"{NAME} · Sergeant"
    assert entry.note.text() == "Known already? Go down with the arrow and press Enter there."
    QTest.keyClick(offers, Qt.Key.Key_Down)
    QTest.keyClick(offers, Qt.Key.Key_Return)
    settle()
    row = rows_of(story)[-1]
    assert (row.person, row.walk_in) == (known, True)
    assert page.view.hasFocus()


def test_a_click_adds_who_is_known(page: SessionPage, keys: Keyboard, story: Story, known: str) -> None:
    offers = begin(page, keys, "Сафар").field.offers
    QTest.mouseClick(
        offers.viewport(),
        Qt.MouseButton.LeftButton,
        pos=offers.visualRect(offers.model().index(0, 0)).center(),
    )
    settle()
    assert rows_of(story)[-1].person == known


@pytest.mark.parametrize("same", [True, False])
def test_of_the_name_of_somebody_known_it_is_asked_who_came(
    page: SessionPage, keys: Keyboard, story: Story, known: str, workspace: Workspace, *, same: bool
) -> None:
    entry = begin(page, keys, NAME)
    before = len(rows_of(story))
    QTest.keyClick(entry.field.offers, Qt.Key.Key_Return)
    asked = find(workspace.window(), ConfirmDialog, "known_question")
    assert asked.title.text() == f"{NAME} is known already"
    assert asked.no.hasFocus(), "a second Enter adds nobody"
    assert len(rows_of(story)) == before
    click(find(asked, type(asked.no), "known_question_offer") if same else asked.yes)
    settle()
    row = rows_of(story)[-1]
    assert row.full_name == NAME
    assert (row.person == known) is same


def test_of_two_known_ones_one_is_chosen(
    page: SessionPage, keys: Keyboard, story: Story, known: str, workspace: Workspace
) -> None:
    other = add_elsewhere(story, "капитан Сафаров Баҳодур")
    assert other != known
    entry = begin(page, keys, NAME)
    QTest.keyClick(entry.field.offers, Qt.Key.Key_Escape)
    assert entry.isVisible(), "Esc closes the list first"
    keys.enter()
    asked = find(workspace.window(), ConfirmDialog, "known_question")
    assert asked.title.text() == f"Several people of this name are known already: {NAME}"
    click(find(asked, type(asked.no), "known_question_offer"))
    settle()
    offers = entry.field.offers
    chosen = offers.currentIndex().data()
    QTest.keyClick(offers, Qt.Key.Key_Return)
    settle()
    row = rows_of(story)[-1]
    assert row.person in {known, other}
    assert ("Captain" in chosen) == (row.person == other), "the one who was shown"


def test_a_name_that_nobody_has_is_added_by_one_enter(
    page: SessionPage, keys: Keyboard, story: Story, known: str
) -> None:
    entry = begin(page, keys, "Сафаров Алишер")
    assert entry.field.found == ()
    keys.enter()
    assert rows_of(story)[-1].full_name == "Сафаров Алишер"


def test_who_is_on_the_list_is_not_offered(story: Story, known: str) -> None:
    finder = KnownFinder(story.work, lambda: story.course)
    assert [person.key for person in finder.find(NAME)] == [known]
    enrolments.add_known(story.work, story.course, known)
    finder.forget()
    assert finder.find(NAME) == ()
