"""Two trainers of one course give each other files over a stick, and settle it before the office sees it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.journeys.conftest import MakeSeat
from tests.journeys.test_window_courses import create_course
from tests.journeys.test_window_exchange import cell, enrol, mark, send, take_in, write_pack
from tests.journeys.test_window_first_start import begin
from tests.kit import worlds
from tests.kit.samples import NAMED, PASSPHRASE
from tests.kit.seat import CTRL, SHIFT, Seat, october
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import sync_status
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import importing
from trainer_app.actions.office import building
from trainer_app.actions.review import review
from trainer_app.domain.attendance.marks import Mark

TRAINERS = ("Назарова Дилбар", "Саидзода Фаррух")


@pytest.fixture
def office(make_seat: MakeSeat) -> Seat:
    seat = make_seat("office", worlds.prepared_office, october(16, 12))
    seat.start(PASSPHRASE)
    return seat


@pytest.fixture
def pair(office: Seat, make_seat: MakeSeat, stick: Path) -> tuple[Seat, Seat]:
    """Give two enrolled laptops that know of each other, and whose owners teach the office's course."""
    first, second = make_seat("first", None, october(16, 13)), make_seat("second", None, october(16, 14))
    begin(first, "Д. Назарова")
    begin(second, "Ф. Саидзода")
    for laptop in (first, second):
        enrol(office, laptop, stick)
    assign(office)
    for laptop in (first, second):
        open_file(laptop, write_pack(office, laptop.work.device_code, stick))
    return first, second


def assign(office: Seat) -> None:
    """Say at the office who teaches the course."""
    office.front()
    office.open("courses")
    office.press(Qt.Key.Key_Return)
    office.open_tab("overview")
    for name in TRAINERS:
        office.click("teachers_assign")
        office.fill("assign_name", name)
        office.press(Qt.Key.Key_Return)
        if office.sees("assign_form"):
            office.click("assign_form_accept")
        assert not office.sees("assign_form")


def open_file(laptop: Seat, file: Path) -> None:
    """Take a file in on the screen Send."""
    laptop.front()
    laptop.open("sending")
    laptop.desktop.choosers.answer(file)
    laptop.click("sending_take_in")


def tick(laptop: Seat) -> None:
    """Tick the one co-trainer that is offered, or take the tick away, by keyboard."""
    laptop.front()
    laptop.open("sending")
    laptop.see("sending_co_trainers").setFocus()
    laptop.press(Qt.Key.Key_Home)
    laptop.press(Qt.Key.Key_Space)


def send_to_other(laptop: Seat, stick: Path) -> Path:
    """Send what both teach to the other trainer; return the file."""
    tick(laptop)
    assert laptop.text("sending_band_title") == "Ready for co-trainers: DSH1"
    sent = send(laptop, stick)
    tick(laptop)
    assert laptop.text("sending_band_title") != "Saved and checked", "the office still needs its file"
    return sent


def test_two_trainers_settle_a_contradiction_between_them_and_the_office_counts_nothing_twice(
    office: Seat, pair: tuple[Seat, Seat], stick: Path
) -> None:
    first, second = pair
    mark(first, "L20")
    mark(second, "A")
    second.press(Qt.Key.Key_P, CTRL | SHIFT)
    # A course of the first trainer alone stays there.
    first.front()
    first.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    create_course(first, "GRM1")
    given = send_to_other(first, stick)
    # A double click on the file starts the program with it.
    second.leave()
    second.start(PASSPHRASE, (given,))
    assert "1 conflict to decide in Review." in second.banner()
    assert [line.course.code for line in courses.list_courses(second.work)] == ["DSH1"]
    settle_on(second)
    assert cell(second) == (Mark.LATE, 20)
    open_file(first, send_to_other(second, stick))
    assert cell(first) == (Mark.LATE, 20)
    assert review.list_items(first.work) == []
    assert not first.sees("rail_review_badge")
    files = [send(first, stick), send(second, stick)]
    take_in(office, *files)
    settled = sync_status.check(office.work).digest
    office.front()
    office.desktop.choosers.answer(given)
    office.click("office_take_in")
    assert not office.sees("office_take"), "what went between the two is in what the office has"
    office.click("office_decline")
    assert sync_status.check(office.work).digest == settled
    assert review.list_items(office.work) == []
    assert importing.gaps(office.work) == []
    assert {line.course.code for line in courses.list_courses(office.work)} == {"DSH1", "GRM1"}
    key = courses.find_course(office.work, "DSH1")
    grids = [attendance.grid(seat.work, key) for seat in (office, first, second)]
    assert len({tuple(row.cells for row in grid.rows) for grid in grids}) == 1
    assert len(grids[0].rows) == NAMED
    figures = {one.code: one.value for one in building.report(office.work, course=key).figures}
    assert figures["participations"] == figures["unique_persons"] == NAMED
    assert all(sync_status.check(seat.work).ok for seat in (office, first, second))


def settle_on(laptop: Seat) -> None:
    """Take the other trainer's value in Review."""
    laptop.open("review")
    (item,) = review.list_items(laptop.work)
    said = {laptop.text(f"review_side_{place}_value"): place for place in (1, 2)}
    assert set(said) == {"Late, 20 minutes", "Absent"}
    laptop.click(f"review_side_{said['Late, 20 minutes']}_take")
    assert review.list_items(laptop.work) == []
    assert item.entity == "attendance"
