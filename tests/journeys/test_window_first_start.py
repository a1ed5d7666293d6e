"""Step 1 of the story, in the window: a trainer's laptop and the office's computer begin."""

from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt

from tests.journeys.conftest import MakeSeat
from tests.kit.samples import PASSPHRASE
from tests.kit.seat import Seat
from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Role
from trainer_app.domain.office.backups import CHECKED, grouped_key
from trainer_app.intake.pictures import read_codes
from trainer_app.system.folders import DataFolder


def test_a_trainer_answers_three_questions_by_keyboard_and_is_at_work(make_seat: MakeSeat) -> None:
    seat = make_seat()
    seat.start()
    assert seat.focus().objectName() == "start_user"
    seat.type("Д. Назарова")
    # Tab through the form as it stands: name, passphrase with its eye, the same again.
    while seat.focus().objectName() != "start_passphrase":
        seat.press(Qt.Key.Key_Tab)
    seat.type("short")
    while seat.focus().objectName() != "start_again":
        seat.press(Qt.Key.Key_Tab)
    seat.type("other")
    seat.press(Qt.Key.Key_Return)
    assert seat.gate.context is None, "a short passphrase is refused"
    assert "14" in seat.text("start_passphrase_holder_error")
    assert seat.focus().objectName() == "start_passphrase", "the keyboard is where something is wrong"
    seat.fill("start_passphrase", PASSPHRASE)
    seat.fill("start_again", PASSPHRASE)
    seat.press(Qt.Key.Key_Return)
    assert seat.workspace.current() == "today"
    assert (seat.work.role, seat.work.user) == (Role.TRAINER, "Д. Назарова")
    assert seat.text("rail_user") == "Д. Назарова"
    assert not seat.sees("rail_office"), "a trainer has no entry for the office"
    assert PASSPHRASE.encode() not in everything(seat)


def test_the_passphrase_opens_it_again_and_no_other_does(make_seat: MakeSeat) -> None:
    seat = make_seat()
    begin(seat)
    seat.leave()
    seat.start()
    assert seat.text("unlock_title") == "Hello", "nobody is named before the passphrase"
    seat.type("not this one")
    seat.press(Qt.Key.Key_Return)
    assert seat.gate.context is None
    assert seat.text("unlock_holder_error") != ""
    seat.fill("unlock_passphrase", PASSPHRASE)
    seat.click("unlock_open")
    assert seat.workspace.current() == "today"
    seat.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert seat.gate.context is None, "locked again by its key"
    assert seat.sees("unlock_passphrase")


def test_the_office_types_its_recovery_key_back_before_it_goes_on(make_seat: MakeSeat) -> None:
    seat = make_seat()
    seat.start()
    seat.click("start_language_tg")
    assert seat.text("first_start_title") == "Хуш омадед"
    seat.click("start_language_en")
    seat.click("start_office")
    seat.fill("start_user", "М. Саидова")
    seat.fill("start_office_name", "Дафтари барнома")
    seat.fill("start_office_code", "dsh")
    seat.fill("start_passphrase", PASSPHRASE)
    seat.fill("start_again", PASSPHRASE)
    seat.click("start_begin")
    key = seat.text("recovery_key")
    assert key.startswith("AGE-SECRET-KEY-1")
    target = seat.root.parent / "paper key.txt"
    seat.desktop.choosers.answer(target)
    seat.click("recovery_save")
    assert "".join(target.read_text("utf-8").split()).count(key) == 1, "the paper holds the whole key"
    seat.click("recovery_locked")
    seat.fill("recovery_typed", "WRONG7")
    seat.click("recovery_continue")
    assert seat.gate.context is None
    assert seat.text("recovery_typed_error") != ""
    seat.window.close()
    assert seat.window.isVisible(), "the key is not lost by closing"
    seat.press(Qt.Key.Key_Escape)
    seat.fill("recovery_typed", key[-CHECKED:].lower())
    seat.press(Qt.Key.Key_Return)
    assert seat.focus().objectName() == "standby_typed", "both keys are typed back"
    # A scanner types all of a key, and Enter.
    seat.type(seat.text("standby_key"))
    seat.press(Qt.Key.Key_Return)
    assert seat.work.role is Role.OFFICE
    assert identity.has_office(seat.work)
    assert seat.sees("rail_office")
    assert key.encode() not in everything(seat), "the paper key stays on paper"


def test_a_power_cut_before_the_key_is_kept_shows_it_again(make_seat: MakeSeat) -> None:
    seat = make_seat()
    begin_office(seat)
    key, standby = seat.text("recovery_key"), seat.text("standby_key")
    # The computer goes off: what it had open is copied as it lies on the disk.
    again = make_seat("after", begins=seat.root)
    again.start()
    again.fill("unlock_passphrase", PASSPHRASE)
    again.press(Qt.Key.Key_Return)
    assert again.gate.context is None, "nothing is opened before the keys are on paper"
    assert (again.text("recovery_key"), again.text("standby_key")) == (key, standby)
    keep_papers(again)
    again.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    again.fill("unlock_passphrase", PASSPHRASE)
    again.press(Qt.Key.Key_Return)
    assert again.workspace.current() == "today"
    keep_papers(seat)


def test_the_papers_are_saved_as_a_pdf_of_two_copies(make_seat: MakeSeat, tmp_path: Path) -> None:
    seat = make_seat()
    begin_office(seat)
    seat.desktop.choosers.answer(tmp_path / "paper.pdf")
    seat.click("recovery_save")
    assert seat.text("recovery_told").startswith("Saved and checked")
    with pypdfium2.PdfDocument((tmp_path / "paper.pdf").read_bytes()) as pdf:
        texts = [page.get_textpage().get_text_bounded() for page in pdf]
    assert len(texts) == 2
    for text in texts:
        for key in (seat.text("recovery_key"), seat.text("standby_key")):
            assert all(group in text for group in grouped_key(key))
    assert set(read_codes(tmp_path / "paper.pdf")) == {
        seat.text("recovery_key"),
        seat.text("standby_key"),
    }, "the codes hold the whole keys"
    keep_papers(seat)


def begin_office(seat: Seat) -> None:
    """Go through the first start as an office, up to its papers."""
    seat.start()
    seat.click("start_office")
    seat.fill("start_user", "М. Саидова")
    seat.fill("start_office_name", "Programme office")
    seat.fill("start_office_code", "DSH")
    seat.fill("start_passphrase", PASSPHRASE)
    seat.fill("start_again", PASSPHRASE)
    seat.click("start_begin")


def keep_papers(seat: Seat, *, who: bool = False) -> tuple[str, str]:
    """Type both keys back, say `who` is here where it is asked, and return them."""
    seat.front()
    keys = seat.text("recovery_key"), seat.text("standby_key")
    seat.fill("recovery_typed", keys[0][-CHECKED:])
    seat.fill("standby_typed", keys[1][-CHECKED:].lower())
    seat.click("recovery_locked")
    seat.click("recovery_continue")
    if who:
        seat.click("who_go")
    assert seat.workspace.current() == "today"
    return keys


def begin(seat: Seat, user: str = "Д. Назарова") -> None:
    """Go through the first start as a trainer."""
    seat.start()
    seat.fill("start_user", user)
    seat.fill("start_passphrase", PASSPHRASE)
    seat.fill("start_again", PASSPHRASE)
    seat.press(Qt.Key.Key_Return)


def everything(seat: Seat) -> bytes:
    """Return the bytes of all files of a data folder."""
    root = DataFolder(seat.root).root
    return b"".join(path.read_bytes() for path in root.rglob("*") if path.is_file())
