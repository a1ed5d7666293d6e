"""Step 2 of the story, in the window: the Ministry's list is looked at row by row, taken in and back."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.actions.lists import write_list
from tests.journeys.conftest import MakeSeat
from tests.kit import worlds
from tests.kit.samples import LIST, NAMED, PASSPHRASE
from tests.kit.seat import CTRL, Seat
from trainer_app.actions.base import sync_status
from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.people import people


def open_participants(seat: Seat) -> None:
    """Open the course from the list of courses, at its participants."""
    seat.start(PASSPHRASE)
    seat.open("courses")
    seat.press(Qt.Key.Key_Return)
    seat.open_tab("participants")


def look(seat: Seat, button: str = "participants_import_first", path: Path = LIST) -> None:
    """Choose the Ministry's file."""
    seat.desktop.choosers.answer(path)
    seat.click(button)


def listed(seat: Seat) -> list[str]:
    course = courses.find_course(seat.work, "DSH1")
    return [each.person.name for each in enrolments.list_enrolments(seat.work, course)]


def test_every_row_is_accounted_for_and_the_whole_import_goes_back(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.planned)
    open_participants(seat)
    assert seat.focus().objectName() == "participants_import_first"
    before = sync_status.check(seat.work).digest
    seat.desktop.choosers.answer(LIST)
    seat.press(Qt.Key.Key_Return)
    rows = seat.cells("import_table")
    new, double, refused = [int(word) for word in seat.text("import_sum").split() if word.isdigit()][1:]
    assert seat.text("import_sum") == (
        f"rows {len(rows)} = new {new} + known or double {double} + not taken {refused}"
    )
    assert len(rows) == new + double + refused
    assert new == NAMED
    assert refused > 0
    assert listed(seat) == [], "looking changes nothing"
    # Only what is wrong, row by row: each of them says what.
    seat.click("import_only_problems")
    wrong = seat.cells("import_table")
    assert 0 < len(wrong) < len(rows)
    assert {int(row[0]) for row in wrong} >= {14, 21, 27, 28}
    seat.click("import_only_problems")
    assert sync_status.check(seat.work).digest == before, "and it wrote nothing"
    seat.click("import_accept")
    assert len(listed(seat)) == NAMED
    assert seat.text("import_result_title").startswith(f"{NAMED} ")
    seat.click("import_result_undo")
    assert listed(seat) == []
    assert people.search(seat.work, "", 100) == [], "nobody is left behind"
    assert len(seat.cells("import_table")) == len(rows), "the preview is there again"
    seat.click("import_accept")
    seat.click("import_result_list")
    assert len(seat.cells("participants_table")) == NAMED
    assert seat.text("participants_counts").startswith(f"{NAMED} participants")
    assert sync_status.check(seat.work).ok


def test_a_row_is_left_out_and_the_key_of_undo_takes_all_of_it(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.planned)
    open_participants(seat)
    look(seat)
    assert "Абдуллоева" in " ".join(seat.cells("import_table")[0])
    seat.press(Qt.Key.Key_Home, CTRL)
    seat.click("import_row_leave_out")
    seat.click("import_accept")
    assert len(listed(seat)) == NAMED - 1
    assert not any("Абдуллоева" in name for name in listed(seat))
    seat.click("import_result_list")
    seat.press(Qt.Key.Key_Z, CTRL)
    assert listed(seat) == [], "Ctrl+Z is the whole import too"
    seat.press(Qt.Key.Key_Y, CTRL)
    assert len(listed(seat)) == NAMED - 1


def test_the_same_list_again_adds_nobody(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.listed)
    open_participants(seat)
    before = listed(seat)
    look(seat, "participants_import")
    fates = {row[1] for row in seat.cells("import_table")}
    assert "new" not in fates
    assert "on the list" in fates
    seat.click("import_accept")
    assert listed(seat) == before


def test_namesakes_are_asked_about_and_answered_before_the_list_is_taken(
    make_seat: MakeSeat, tmp_path: Path
) -> None:
    seat = make_seat(begins=worlds.planned)
    open_participants(seat)
    rows = (
        ("1", "Раҳимов Алишер Каримович", "майор", "ШКД н. Сино", "М"),
        ("2", "Раҳимов Алишер Каримович", "капитан", "ШКД н. Варзоб", "М"),
        ("3", "Азизов Фаррух Саидович", "капитан", "ШКД н. Сино", "М"),
        ("4", "Азизов Фарух Саидович", "капитан", "ШКД н. Сино", "М"),
        ("", "", "", "", ""),
        ("", "Начальник отдела кадров полковник Шарипов Н.", "", "", ""),
    )
    look(seat, path=write_list(tmp_path, rows))
    assert [row[1] for row in seat.cells("import_table")] == [
        "new",
        "who is it?",
        "new",
        "who is it?",
        "not taken",
    ]
    assert seat.text("import_questions") == "Questions without an answer: 2"
    # The first row that has a problem is current: two people of one name.
    seat.click("import_row_double_other")
    seat.click("import_questions")
    seat.click("import_row_double_same")
    assert not seat.sees("import_questions")
    seat.click("import_accept")
    assert listed(seat) == [
        "Раҳимов Алишер Каримович",
        "Раҳимов Алишер Каримович",
        "Азизов Фаррух Саидович",
    ]
    seat.click("import_result_list")
    # The same list again finds each of the two, and asks nothing but what it could not keep.
    look(seat, "participants_import", tmp_path / "list.csv")
    assert [row[1] for row in seat.cells("import_table")][:3] == ["on the list"] * 3
    assert sync_status.check(seat.work).ok


def test_esc_leaves_the_import_and_nothing_happened(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.planned)
    open_participants(seat)
    look(seat)
    seat.press(Qt.Key.Key_Escape)
    assert seat.sees("participants_empty")
    assert listed(seat) == []
    seat.click("participants_about_lists")
    assert seat.see("import_choose", QAbstractButton).hasFocus(), "and begins anew"
