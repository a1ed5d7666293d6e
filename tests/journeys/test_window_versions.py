"""Files of a newer version come to older windows: what waits for the update is said where it comes in."""

from pathlib import Path

import pytest

from tests.journeys.conftest import MakeSeat
from tests.kit.samples import PASSPHRASE
from tests.kit.seat import Seat, october
from tests.newer.seats import FILES, seat
from trainer_app.actions.base import sync_status
from trainer_app.actions.base.workplace import Role


@pytest.fixture
def office(make_seat: MakeSeat, tmp_path: Path) -> Seat:
    seat(tmp_path / "office", october(16, 11), "A1", Role.OFFICE, PASSPHRASE).close()
    found = make_seat("office", clock=october(16, 12))
    found.start(PASSPHRASE)
    return found


@pytest.fixture
def laptop(make_seat: MakeSeat, tmp_path: Path) -> Seat:
    seat(tmp_path / "laptop", october(16, 11), "K8", Role.TRAINER, PASSPHRASE).close()
    found = make_seat("laptop", clock=october(16, 12))
    found.start(PASSPHRASE)
    return found


def test_the_office_is_told_what_waits_for_its_update(office: Seat) -> None:
    office.open("office")
    assert not office.sees("office_newer")
    office.desktop.choosers.answer(FILES / "sync.tsync", FILES / "requires.tsync")
    office.click("office_take_in")
    assert "K7 uses a newer version of the program (2.0.0)" in office.text("office_file_1_text")
    assert not office.sees("office_newer"), "nothing was imported yet"
    office.click("office_take")
    for _ in range(2):
        # The report stays until it is closed; what waits stays until the update.
        assert office.text("office_newer_words_title") == "6 changes wait for the update of the program"
        assert "K7 (2.0.0)" in office.text("office_newer_words_second")
        if office.sees("office_decline"):
            assert "6 changes cannot be shown here yet" in office.text("office_file_1_text")
            assert "The file waits in Review until the update." in office.text("office_file_0_text")
            office.click("office_decline")
    digest = sync_status.check(office.work).digest
    office.open("review")
    assert office.sees("review_file")
    assert "newer version of the program" in office.text("review_file_headline")
    assert not office.sees("review_file_enrol"), "its laptop is known"
    office.click("review_file_retry")
    assert "still waits" in office.banner()
    assert sync_status.check(office.work).digest == digest


def test_a_laptop_is_told_what_waits_for_its_update(laptop: Seat) -> None:
    laptop.open("sending")
    laptop.desktop.choosers.answer(FILES / "pack.tsync")
    laptop.click("sending_take_in")
    assert "A1 uses a newer version of the program (2.0.0). 7 changes cannot be shown" in laptop.banner()
    laptop.open("today")
    assert laptop.text("from_office_newer_words_title") == "7 changes wait for the update of the program"
    laptop.open("sending")
    laptop.desktop.choosers.answer(FILES / "pack.tsync")
    laptop.click("sending_take_in")
    laptop.open("today")
    assert laptop.text("from_office_newer_words_title") == "7 changes wait for the update of the program"
