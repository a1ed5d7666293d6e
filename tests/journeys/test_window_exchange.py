"""Steps 6 to 8 of the story, in three windows: enrol, send, take in, settle, confirm."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.journeys.conftest import MakeSeat
from tests.journeys.test_window_first_start import begin
from tests.kit import worlds
from tests.kit.samples import NAMED, PASSPHRASE
from tests.kit.seat import CTRL, SHIFT, Seat, october
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import sync_status
from trainer_app.actions.courses import courses
from trainer_app.actions.exchange import archiving
from trainer_app.actions.review import review
from trainer_app.domain.attendance.marks import Mark
from trainer_app.system import preferences
from trainer_app.ui.office.screen import TABS
from trainer_app.ui.widgets.controls import Tick
from trainer_app.ui.widgets.indicators import Chip

LAPTOPS, INCOMING, REPORTS, KEYS = 1, 0, 2, TABS.index("keys")
NUMBER, SESSION = 15, 5


def newest(folder: Path, ending: str) -> Path:
    """Return the file that was written last."""
    return max(folder.glob(f"*.{ending}"), key=lambda path: path.stat().st_mtime_ns)


def digits(seat: Seat, name: str) -> list[str]:
    """Return the groups of digits that are read aloud over the telephone."""
    return [seat.text(f"{name}_{place}") for place in range(1, 7)]


def type_groups(seat: Seat, name: str, said: list[str]) -> None:
    """Type the two groups that a screen asks for of digits that somebody reads out."""
    for which in ("first", "second"):
        place = int(seat.text(f"{name}_{which}_label").split()[-1])
        seat.fill(f"{name}_{which}", said[place - 1])


def enrol(office: Seat, laptop: Seat, stick: Path) -> None:
    """Ask on the laptop, type its digits at the office, and the office's digits on the laptop."""
    choosers = office.desktop.choosers
    laptop.front()
    laptop.open("sending")
    laptop.click("sending_request")
    choosers.answer(stick)
    laptop.click("join_write")
    office.front()
    office.open("office")
    office.choose_tab("office_tabs", LAPTOPS)
    office.click("office_enrol")
    choosers.answer(newest(stick, "json"))
    office.click("enrol_request")
    type_groups(office, "enrol_digits", digits(laptop, "join_own_digits"))
    if not office.see("enrol_courses_1", Tick).isChecked():
        office.click("enrol_courses_1")  # the office put the owner of an earlier laptop of this name on it
    choosers.answer(stick)
    office.click("enrol_place_other")
    office.click("enrol_panel_accept")
    assert "is enrolled" in office.banner()
    office.choose_tab("office_tabs", KEYS)
    read_out = digits(office, "office_digits")
    laptop.front()
    choosers.answer(newest(stick, "tsync"))
    laptop.click("join_take")
    type_groups(laptop, "join_digits", read_out)
    laptop.click("join_panel_accept")
    assert "Programme office" in laptop.banner()
    assert laptop.sees("sending_office"), "from now on the file is encrypted for the office"


def send(laptop: Seat, stick: Path) -> Path:
    """Send to a folder, and return the file."""
    laptop.front()
    laptop.open("sending")
    if laptop.text("sending_band_title").startswith("Saved"):
        raise AssertionError("there is something new, and the band does not say so")
    if preferences.load(laptop.work.folder.preferences).export_folder != str(stick):
        laptop.desktop.choosers.answer(stick)
        laptop.click("sending_folder")
    laptop.click("sending_send")
    assert laptop.text("sending_band_title") == "Saved and checked"
    return newest(stick, "tsync")


def go_to_cell(laptop: Seat) -> None:
    """Go to one person of the fifth session in the grid."""
    laptop.open("courses")
    laptop.press(Qt.Key.Key_Return)
    laptop.open_tab("attendance")
    laptop.press(Qt.Key.Key_Home, CTRL)
    for _ in range(SESSION - 1):
        laptop.press(Qt.Key.Key_Right)
    laptop.type(str(NUMBER))


def mark(laptop: Seat, letters: str) -> None:
    """Mark one person of the fifth session otherwise than all others."""
    laptop.front()
    go_to_cell(laptop)
    laptop.type(letters)


def take_in(office: Seat, *files: Path) -> None:
    """Rehearse files at the office, and take them in."""
    office.front()
    office.open("office")
    office.choose_tab("office_tabs", INCOMING)
    office.desktop.choosers.answer(*files)
    office.click("office_take_in")
    before = sync_status.check(office.work).digest
    assert "nothing imported yet" in office.text("office_files_title")
    office.click("office_take")
    assert sync_status.check(office.work).digest != before


def write_pack(office: Seat, code: str, stick: Path) -> Path:
    """Write the office's answer for a laptop."""
    office.front()
    office.open("office")
    office.choose_tab("office_tabs", LAPTOPS)
    office.select("office_laptops_table", code)
    office.click("office_write")
    office.desktop.choosers.answer(stick)
    office.click("pack_place_other")
    office.click("pack_panel_accept")
    assert office.banner().startswith("Saved and checked")
    return newest(stick, "tsync")


def cell(seat: Seat) -> tuple[Mark | None, int]:
    table = attendance.grid(seat.work, courses.find_course(seat.work, "DSH1"))
    found = table.rows[NUMBER - 1].cells[SESSION - 1]
    assert found is not None
    return found.mark, found.missed


@pytest.fixture
def office(make_seat: MakeSeat) -> Seat:
    seat = make_seat("office", worlds.prepared_office, october(16, 12))
    seat.start(PASSPHRASE)
    return seat


@pytest.fixture
def laptops(make_seat: MakeSeat) -> tuple[Seat, Seat]:
    first, second = make_seat("first", None, october(16, 13)), make_seat("second", None, october(16, 14))
    for seat in (first, second):
        begin(seat)
    return first, second


def test_two_laptops_contradict_each_other_the_office_settles_it_and_both_learn_of_it(
    office: Seat, laptops: tuple[Seat, Seat], stick: Path
) -> None:
    first, second = laptops
    for laptop in laptops:
        enrol(office, laptop, stick)
        assert len(courses.list_courses(laptop.work)) == 1, "the first file brings the course"
    mark(first, "L20")
    mark(second, "A")
    second.press(Qt.Key.Key_P, CTRL | SHIFT)
    files = [send(first, stick), send(second, stick)]
    assert [row[4] for row in first.cells("sending_history_table")] == ["waits for the office"]
    # The later file comes first, then both, and the first one twice.
    take_in(office, files[1])
    take_in(office, *files)
    assert office.see("rail_review_badge").isVisible()
    office.desktop.choosers.answer(files[0])
    office.click("office_take_in")
    assert not office.sees("office_take"), "what is here already is not imported again"
    office.click("office_decline")
    settle_in_review(office)
    assert cell(office) == (Mark.LATE, 20)
    assert sync_status.check(office.work).ok
    for laptop, row in ((first, (Mark.LATE, 20)), (second, (Mark.LATE, 20))):
        pack = write_pack(office, laptop.work.device_code, stick)
        laptop.front()
        laptop.open("sending")
        laptop.desktop.choosers.answer(pack)
        laptop.click("sending_take_in")
        assert [line[4] for line in laptop.cells("sending_history_table")] == ["confirmed by the office"]
        assert cell(laptop) == row, "the office's decision came along"
        assert laptop.text("sending_band_title") == "Everything is at the office"
    see_the_loss(second)
    go_to_cell(second)
    second.press(Qt.Key.Key_I, CTRL)
    assert second.text("attendance_change_0_by_2") == "Reason: омад, дер монд"
    second.press(Qt.Key.Key_Escape)
    assert not first.work.locked
    first.front()
    first.open("today")
    assert not first.sees("from_office"), "the first laptop's value stands: it lost nothing"
    grids = [
        attendance.grid(seat.work, courses.find_course(seat.work, "DSH1")) for seat in (office, first, second)
    ]
    assert len({tuple(row.cells for row in grid.rows) for grid in grids}) == 1, "all three see the same"


def see_the_loss(laptop: Seat) -> None:
    """Learn on Today that an own value was replaced, look at both, and say so."""
    laptop.front()
    laptop.open("today")
    assert laptop.text("from_office_losses_words_title") == "Replaced: 1 value of yours"
    laptop.click("from_office_losses_button")
    assert laptop.text("review_loss_own_value") == "Absent"
    assert laptop.text("review_loss_new_value") == "Late, 20 min"
    assert laptop.text("review_loss_new_who").endswith("A1")
    assert laptop.text("review_loss_new_reason") == "Reason: омад, дер монд", "why it was decided came along"
    laptop.click("review_loss_seen")
    laptop.open("today")
    assert not laptop.sees("from_office")


def settle_in_review(office: Seat) -> None:
    """Look at both sides, and keep the late mark with a reason."""
    office.open("review")
    (item,) = review.list_items(office.work)
    assert len(item.sides) == 2
    said = {office.text(f"review_side_{place}_value"): place for place in (1, 2)}
    assert set(said) == {"Late, 20 minutes", "Absent"}
    assert office.text("review_about").startswith("Назаров Исфандиёр")
    office.fill("review_reason", "омад, дер монд")
    office.click(f"review_side_{said['Late, 20 minutes']}_take")
    assert review.list_items(office.work) == []
    assert not office.sees("rail_review_badge")


def state_of_mark(laptop: Seat) -> str:
    """Ask the grid for the history of one mark; return how far the newest change has come."""
    laptop.front()
    go_to_cell(laptop)
    laptop.press(Qt.Key.Key_I, CTRL)
    assert laptop.text("attendance_history_about").startswith(f"{NUMBER}  ")
    assert laptop.text("attendance_change_0_said_0") == "Late, 20 min"
    state = laptop.see("attendance_change_0_state", Chip).text()
    laptop.press(Qt.Key.Key_Escape)
    assert not laptop.sees("attendance_history")
    return state


def test_a_mark_tells_how_far_it_has_come_as_files_travel(
    office: Seat, laptops: tuple[Seat, Seat], stick: Path
) -> None:
    first, _ = laptops
    enrol(office, first, stick)
    archiving.choose_safety(office.work, elsewhere=True)
    mark(first, "L20")
    told = [state_of_mark(first)]
    file = send(first, stick)
    told.append(state_of_mark(first))
    take_in(office, file)
    for copied in (False, True):
        if copied:
            archiving.copy_archive(office.work, stick)
        pack = write_pack(office, first.work.device_code, stick)
        first.front()
        first.open("sending")
        first.desktop.choosers.answer(pack)
        first.click("sending_take_in")
        told.append(state_of_mark(first))
    assert told == [
        "not sent yet",
        "sent, not answered yet",
        "received by the office, not safe yet",
        "safe at the office",
    ]


def test_the_office_asks_for_something_and_the_answer_comes_back(
    office: Seat, laptops: tuple[Seat, Seat], stick: Path
) -> None:
    first, _ = laptops
    enrol(office, first, stick)
    office.front()
    office.open("office")
    office.choose_tab("office_tabs", LAPTOPS)
    office.click("office_ask")
    office.see("ask_text").setFocus()
    office.type("Рӯйхати ҷойҳоро фиристед")
    office.click("ask_panel_accept")
    pack = write_pack(office, first.work.device_code, stick)
    first.front()
    first.open("sending")
    first.desktop.choosers.answer(pack)
    first.click("sending_take_in")
    assert "The office asks for 1 thing; see Today." in first.banner()
    first.open("today")
    assert first.text("from_office_1_words_title") == "Рӯйхати ҷойҳоро фиристед"
    first.click("from_office_1_button")
    first.type("дар флешка аст")
    first.click("answer_panel_accept")
    assert not first.sees("from_office")
    take_in(office, send(first, stick))
    office.choose_tab("office_tabs", LAPTOPS)
    assert [row[3:] for row in office.cells("office_errands_table")] == [["дар флешка аст", "done"]]


def test_a_file_sent_twice_and_the_older_one_last_change_nothing_twice(
    office: Seat, laptops: tuple[Seat, Seat], stick: Path
) -> None:
    first, _ = laptops
    enrol(office, first, stick)
    mark(first, "L20")
    older = send(first, stick)
    first.press(Qt.Key.Key_Escape)
    mark(first, "A")
    newer = send(first, stick)
    assert first.cells("sending_history_table")[0][4] == "waits for the office"
    take_in(office, newer)
    digest = sync_status.check(office.work).digest
    office.desktop.choosers.answer(older)
    office.click("office_take_in")
    assert not office.sees("office_take"), "the newer file holds the older one"
    office.click("office_decline")
    assert sync_status.check(office.work).digest == digest
    assert cell(office) == (Mark.ABSENT, 0)
    assert review.list_items(office.work) == [], "a laptop does not contradict itself"
    assert len(attendance.grid(office.work, courses.find_course(office.work, "DSH1")).rows) == NAMED


def test_an_import_is_taken_back_whole(office: Seat, laptops: tuple[Seat, Seat], stick: Path) -> None:
    first, _ = laptops
    enrol(office, first, stick)
    before = sync_status.check(office.work).digest
    mark(first, "A")
    take_in(office, send(first, stick))
    assert cell(office) == (Mark.ABSENT, 0)
    office.select("office_imports_table", "imported")
    office.click("office_undo_import")
    assert cell(office) == (None, 0)
    assert sync_status.check(office.work).digest == before
    assert "undone" in [row[4] for row in office.cells("office_imports_table")]


def send_when_revoked(office: Seat, laptop: Seat, stick: Path) -> None:
    """Let a mark of a laptop come to the office after that laptop was revoked: its file is set aside."""
    enrol(office, laptop, stick)
    mark(laptop, "L20")
    sent = send(laptop, stick)
    office.front()
    office.choose_tab("office_tabs", LAPTOPS)
    office.select("office_laptops_table", laptop.work.device_code)
    office.click("office_revoke")
    office.click("office_revoke_question_yes")
    office.choose_tab("office_tabs", INCOMING)
    office.desktop.choosers.answer(sent)
    office.click("office_take_in")
    office.click("office_take")
    assert cell(office) == (None, 0), "set aside, not imported"
    assert office.see("rail_review_badge").isVisible()


def test_a_laptop_that_the_office_does_not_know_waits_in_review(
    office: Seat, laptops: tuple[Seat, Seat], stick: Path
) -> None:
    send_when_revoked(office, laptops[0], stick)
    office.open("review")
    assert office.sees("review_file")


def test_a_laptop_that_was_lost_and_found_is_enrolled_anew_in_the_window(
    office: Seat, laptops: tuple[Seat, Seat], stick: Path
) -> None:
    """It asks where it shows its digits, in Settings; it belongs to the office still, which asks for none."""
    laptop, _ = laptops
    send_when_revoked(office, laptop, stick)
    laptop.front()
    laptop.open("settings")
    assert laptop.text("settings_request_title") == "Ask to be enrolled anew"
    found = {line.words for line in laptop.workspace.anywhere._led()}
    assert "Ask to be enrolled anew" in found
    assert "Join an office…" not in found, "it belongs to one"
    assert not laptop.sees("settings_take_in"), "the office's file comes in as every other one"
    laptop.desktop.choosers.answer(stick / "found.json")
    laptop.click("settings_request")
    read_out = laptop.text("settings_digits_title").split()
    office.front()
    office.open("office")
    office.choose_tab("office_tabs", LAPTOPS)
    office.click("office_enrol")
    office.desktop.choosers.answer(stick / "found.json")
    office.click("enrol_request")
    assert "under Settings, “My office”" in office.text("enrol_digits_description")
    type_groups(office, "enrol_digits", read_out)
    office.desktop.choosers.answer(stick)
    office.click("enrol_place_other")
    office.click("enrol_panel_accept")
    assert "asks for nothing" in office.banner()
    laptop.front()
    laptop.open("sending")
    laptop.desktop.choosers.answer(newest(stick, "tsync"))
    laptop.click("sending_take_in")
    assert not laptop.sees("join_panel"), "no digits of the office are asked for"
    office.front()
    office.open("review")
    office.click("review_file_retry")
    assert cell(office) == (Mark.LATE, 20)
    assert not office.sees("rail_review_badge")
