"""An office at two desks of its server: the second is made in the window, each sees what the other does."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import MakeSeat
from tests.kit.desks import moved_office
from tests.kit.postgres import postgres
from tests.kit.running import MILLISECONDS
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.seat import Seat, october
from tests.kit.world import World
from trainer_app.actions.base import users
from trainer_app.actions.courses import courses
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.base.structs import replace
from trainer_app.system.folders import opened_by_several


@pytest.fixture
def first(make_seat: MakeSeat, tmp_path: Path) -> Seat:
    """Give the desk that moved the office to its server."""
    seat = make_seat("office", lambda folder: World(folder).office().course(people=3), october(15, 9))
    moved_office(seat.root, seat.clock, postgres().create())
    return seat.start(PASSPHRASE)


def second_desk(first: Seat, make_seat: MakeSeat, file: Path) -> Seat:
    choosers = first.desktop.choosers
    first.open("settings")
    assert "A1" in first.text("server_desks_title")
    choosers.answer(file)
    first.click("server_another_desk")
    assert file.exists()
    seat = make_seat("second", clock=october(15, 9))
    seat.start().click("start_office").click("start_new_desk")
    assert not seat.see("new_desk_begin").isEnabled()
    seat.click("new_desk_back").click("start_office").click("start_new_desk")
    choosers.answer(file)
    seat.click("new_desk_choose")
    seat.fill("new_desk_passphrase", "not the passphrase of it").click("new_desk_begin")
    assert "name" in seat.text("new_desk_user_error")
    seat.fill("new_desk_user", "С. Раҳимова").click("new_desk_begin")
    assert "passphrase" in seat.text("new_desk_problem").lower()
    seat.fill("new_desk_passphrase", PASSPHRASE).click("new_desk_begin")
    assert seat.gate.context is not None
    return seat


def test_a_second_desk_is_made_and_sees_what_the_first_does(
    first: Seat, make_seat: MakeSeat, tmp_path: Path, qtbot: QtBot
) -> None:
    second = second_desk(first, make_seat, tmp_path / "desk.tdesk")
    assert (first.work.device_code, second.work.device_code) == ("A1", "A2")
    (course,) = courses.list_courses(first.work)
    second.open("courses")
    assert "Хуҷанд" not in str(second.cells("courses_table"))
    draft = courses.draft_of(courses.get_course(first.work, course.course.key).course)
    courses.change_course(first.work, course.course.key, replace(draft, town="Хуҷанд"))
    # The screen is read anew by itself.
    qtbot.waitUntil(lambda: "Хуҷанд" in str(second.cells("courses_table")), timeout=MILLISECONDS)
    # Locked and opened again it is the same desk.
    second.leave()
    second.start(PASSPHRASE)
    assert second.work.device_code == "A2"
    second.open("settings")
    assert "A2 С. Раҳимова" in second.text("server_desks_title")


OFFICER = "пять слов для Зарины и её данных"


@pytest.mark.logs("no copy of the day could be made")
def test_who_is_let_in_and_shut_out_at_one_desk_is_so_at_the_other(
    first: Seat, make_seat: MakeSeat, tmp_path: Path, qtbot: QtBot
) -> None:
    second = second_desk(first, make_seat, tmp_path / "desk.tdesk")
    users.add(first.work, "З. Каримова", "Зарина", UserRole.OFFICER, OFFICER, PASSPHRASE, cost=CHEAP)
    folder = second.work.folder
    qtbot.waitUntil(lambda: opened_by_several(folder), timeout=MILLISECONDS)
    second.leave()
    second.start()
    second.fill("unlock_short_holder", "Зарина").fill("unlock_passphrase", OFFICER).press(Qt.Key.Key_Return)
    assert second.work.user == "З. Каримова"
    users.remove(first.work, "Зарина")
    # Locked by itself; and the passphrase opens nothing there any more.
    qtbot.waitUntil(lambda: second.gate.context is None, timeout=MILLISECONDS)
    second.fill("unlock_short_holder", "Зарина").fill("unlock_passphrase", OFFICER).press(Qt.Key.Key_Return)
    assert second.gate.context is None
    assert "head of the office" in second.text("unlock_holder_error")
