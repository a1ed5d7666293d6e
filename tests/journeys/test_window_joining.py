"""Two records of one person that nobody would propose, joined by the keyboard, and parted again."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTableView, QWidget

from tests.documents.reading import pages
from tests.journeys.conftest import MakeSeat
from tests.journeys.test_window_certificates import issue, register, save_paper
from tests.kit import worlds
from tests.kit.samples import PASSPHRASE
from tests.kit.seat import CTRL, Seat
from tests.kit.world import Story, World
from tests.ui.driving import settle
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history, sync_status
from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.people import joining, people
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.ui.attendance.grid.view import GridView
from trainer_app.ui.attendance.model import GridModel

MARRIED = "Шарифзода Зарина"
WALK_IN = "Назаров Фирдавс Умарович"


def married(folder: Path) -> World:
    """Return a course's list, and one of its people on an earlier course under another family name."""
    return worlds.listed(folder).do(_marry)


def _marry(story: Story) -> None:
    fields = {"family": "Шарифзода", "given": "Зарина", "rank": "major", "unit": "РВКД Хатлон"}
    person = people.create_person(story.work, fields).key or ""
    draft = CourseDraft("GRM-1", Texts(en="Earlier"), date(2018, 10, 3), date(2018, 10, 5), town="Ғарм")
    enrolments.enrol(story.work, courses.create_course(story.work, draft).key or "", person)


def tab_to(seat: Seat, name: str) -> None:
    """Go on with Tab until a widget has the keyboard."""
    for _ in range(40):
        if seat.focus().objectName() == name:
            return
        seat.press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not reach {name}")


def words(seat: Seat, within: str) -> str:
    labels = seat.see(within, QWidget).findChildren(QLabel)
    return " | ".join(each.text() for each in labels if each.isVisible())


def test_a_married_name_is_joined_by_keyboard_and_comes_apart_again(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=married)
    seat.start(PASSPHRASE)
    before = sync_status.digest(seat.work)
    assert joining.candidates(seat.work) == []
    seat.open("people")
    seat.type("гулмурод")
    seat.press(Qt.Key.Key_Down)
    seat.press(Qt.Key.Key_Return)
    tab_to(seat, "person_join_with")
    seat.press(Qt.Key.Key_Space)
    assert seat.focus().objectName() == "join_person_search"
    seat.type("хатлон")
    seat.press(Qt.Key.Key_Return)
    seat.press(Qt.Key.Key_Down)
    assert MARRIED in words(seat, "join_person_compared")
    assert "GRM-1" in words(seat, "join_person_compared")
    tab_to(seat, "join_person_form_accept")
    seat.press(Qt.Key.Key_Space)
    assert not seat.sees("join_person_form")
    assert seat.text("person_header_title").startswith("Гулмуродова")
    assert f"record {MARRIED}" in words(seat, "person_history")
    assert len(people.search(seat.work, MARRIED)) == 1
    seat.press(Qt.Key.Key_Z, CTRL)
    assert sync_status.digest(seat.work) == before
    seat.press(Qt.Key.Key_Y, CTRL)
    ((record, head),) = [(each[0].name, each[1].name) for each in joining.joined_people(seat.work)]
    assert (record, head) == (MARRIED, seat.text("person_header_title"))
    tab_to(seat, "person_joined_0_part")
    seat.press(Qt.Key.Key_Space)
    assert joining.joined_people(seat.work) == []
    assert not seat.sees("person_joined")
    assert sync_status.check(seat.work).ok


def test_a_tab_that_is_open_follows_a_join_and_its_undo(make_seat: MakeSeat) -> None:
    """S2: Attendance, Certificates and the list went on with the spelling that was given up."""
    seat = make_seat(begins=married)
    seat.start(PASSPHRASE)
    (kept,), (other,) = (people.search(seat.work, name) for name in (MARRIED, "Гулмуродова"))
    context = seat.workspace.context
    seat.course("Душанбе")
    for tab, table in (
        ("participants", "participants_table"),
        ("attendance", "attendance_grid"),
        ("certificates", "board_table"),
        ("tests", "scores"),
    ):
        seat.open_tab(tab)
        assert ("Гулмуродова" in said(seat, table), MARRIED in said(seat, table)) == (True, False), tab
        context.do(joining.join, kept.key, other.key)
        assert ("Гулмуродова" in said(seat, table), MARRIED in said(seat, table)) == (False, True), tab
        context.do(history.undo)
        assert ("Гулмуродова" in said(seat, table), MARRIED in said(seat, table)) == (True, False), tab


def walked_in(folder: Path) -> World:
    """Return a course at its end, to which somebody came by name alone who is known from an earlier one."""
    return worlds.taught(folder).do(_walk_in)


def _walk_in(story: Story) -> None:
    fields = {"sex": "male", "rank": "major", "unit": "УМВД Согд", "latin": "Nazarov Firdavs"}
    family, given, patronymic = WALK_IN.split()
    name = {"family": family, "given": given, "patronymic": patronymic}
    person = people.create_person(story.work, {**name, **fields}).key or ""
    draft = CourseDraft("2026-1", Texts(en="Earlier"), date(2018, 10, 3), date(2018, 10, 5), town="Ғарм")
    enrolments.enrol(story.work, courses.create_course(story.work, draft).key or "", person)
    enrolments.add_walk_in(story.work, story.course, WALK_IN)
    for session in courses.get_course(story.work, story.course).sessions:
        attendance.mark_rest(story.work, session.key)


@pytest.mark.parametrize("kept", [1, 2])
def test_a_walk_in_who_is_known_is_printed_with_rank_and_gender(
    make_seat: MakeSeat, tmp_path: Path, kept: int
) -> None:
    """S1: joined in Review, whichever side was kept, the row stayed without sex, rank and unit."""
    seat = make_seat(begins=walked_in)
    seat.start(PASSPHRASE)
    seat.open("review")
    while not seat.sees("review_people"):
        seat.press(Qt.Key.Key_Down)
    seat.click(f"review_person_{kept}_keep")
    seat.course("Душанбе")
    seat.open_tab("participants")
    (row,) = [cells for cells in seat.cells("participants_table") if any(WALK_IN in cell for cell in cells)]
    told = " | ".join(row)
    assert "УМВД Согд" in told
    assert "ajor" in told
    assert not seat.sees("participants_offer_sex"), "nothing is left to be told by names"
    seat.open_tab("certificates")
    issue(seat, "ru")
    given = next(each for each in register(seat) if each.facts.name == WALK_IN)
    assert (given.facts.rank, given.facts.gender) == ("майор милиции", "m")
    target = save_paper(seat, tmp_path / "all.pdf")
    papers = [" ".join(page.split()) for page in pages(target.read_bytes())]
    assert any(WALK_IN in page and "майор милиции" in page for page in papers)


def said(seat: Seat, table: str) -> str:
    """Return all that a table of people says; the grid has the names beside its marks."""
    settle()
    shown = seat.see(table, QTableView)
    if isinstance(shown, GridView):
        return " | ".join(row.name for row in attendance_model(shown).rows)
    return " | ".join(cell for row in seat.cells(table) for cell in row)


def attendance_model(shown: GridView) -> GridModel:
    """Return the model of the grid."""
    found = shown.model()
    assert isinstance(found, GridModel)
    return found
