"""Two windows of the program on one data folder, as when it was started twice by mistake."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.journeys.conftest import MakeSeat
from tests.kit import worlds
from tests.kit.running import MILLISECONDS
from tests.kit.samples import PASSPHRASE
from tests.kit.seat import Seat
from trainer_app.actions.base import sync_status
from trainer_app.actions.courses import courses
from trainer_app.domain.courses.courses import Course


@pytest.fixture
def windows(make_seat: MakeSeat) -> tuple[Seat, Seat]:
    """Open the course's overview in two windows on one folder."""
    seats = make_seat(begins=worlds.listed), make_seat()
    for seat in seats:
        seat.start(PASSPHRASE)
        seat.course().open_tab("overview")
    return seats


def kept(seat: Seat) -> Course:
    return courses.get_course(seat.work, courses.find_course(seat.work, "DSH1")).course


def edit(seat: Seat, **typed: str) -> None:
    """Open the form of the course, if it is not open, and type into it."""
    seat.front()
    if not seat.sees("course_form"):
        seat.click("overview_edit")
    for name, text in typed.items():
        seat.fill(f"course_{name}", text)


def shown(seat: Seat) -> str:
    return " | ".join(each.text() for each in seat.window.findChildren(QLabel) if each.isVisible())


def test_each_sees_what_the_other_wrote_and_neither_puts_it_back(
    windows: tuple[Seat, Seat], qtbot: QtBot
) -> None:
    first, second = windows
    edit(first)
    edit(second, town="Хуҷанд")
    second.click("course_form_accept")
    edit(first, district="Сино")
    first.click("course_form_accept")
    assert not first.sees("course_form"), "different fields are no conflict"
    assert (kept(first).town, kept(first).district) == ("Хуҷанд", "Сино")
    qtbot.waitUntil(lambda: "Сино" in shown(second), timeout=MILLISECONDS)
    edit(first)
    edit(second, venue="Китобхона")
    second.click("course_form_accept")
    edit(first, venue="Мактаби № 4")
    first.click("course_form_accept")
    assert first.sees("course_form_meanwhile"), "the same field: both values are shown"
    assert kept(first).venue == "Китобхона"
    first.click("course_form_meanwhile_venue_yours")
    first.click("course_form_accept")
    assert kept(second).venue == "Мактаби № 4"
    qtbot.waitUntil(lambda: "Мактаби № 4" in shown(second), timeout=MILLISECONDS)
    assert sync_status.check(second.work).ok
