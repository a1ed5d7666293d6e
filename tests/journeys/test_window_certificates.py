"""Step 5 of the story, in the window: who completes and why, issuing, the paper, its check, void, new one."""

from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel

from tests.journeys.conftest import MakeSeat
from tests.kit import worlds
from tests.kit.samples import NAMED, PASSPHRASE
from tests.kit.seat import Seat
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses
from trainer_app.actions.people import people
from trainer_app.domain.certificates.certificates import Certificate, CertificateState
from trainer_app.domain.courses.courses import CompletionRule
from trainer_app.intake.pictures import read_codes


def open_board(seat: Seat) -> None:
    seat.start(PASSPHRASE)
    seat.open("courses")
    seat.press(Qt.Key.Key_Return)
    seat.open_tab("certificates")
    assert seat.focus().objectName() == "board_table"


def register(seat: Seat) -> list[Certificate]:
    return certificates.register(seat.work, courses.find_course(seat.work, "DSH1"))


def issue(seat: Seat, language: str = "tg") -> None:
    """Issue for the whole course, at its beginning: that is asked once more; the paper is shown."""
    seat.click("certificates_issue")
    seat.click(f"issue_language_{language}")
    seat.click("issue_form_accept")
    seat.click("issue_early_yes")
    assert seat.sees("paper_view")


def save_paper(seat: Seat, target: Path) -> Path:
    """Save the paper that is shown."""
    seat.desktop.choosers.answer(target)
    seat.click("paper_save")
    return target


def verdict(seat: Seat) -> str:
    return seat.see("check_title", QLabel).text()


def test_the_board_says_who_completes_and_why_not_and_a_person_decides_otherwise(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.taught)
    open_board(seat)
    board = {row[0]: row for row in seat.cells("board_table")}
    assert len(board) == NAMED
    assert board["1"][4] == "Completion"
    assert board["5"][2] == "50\N{NO-BREAK SPACE}%"
    assert board["5"][4] != "Completion"
    assert "80" in board["5"][5], "the reason names the limit"
    seat.select("board_table", "Гулмуродова")
    seat.press(Qt.Key.Key_Return)
    seat.click("decide_completion")
    seat.click("decide_form_accept")
    assert seat.text("decide_reason_error") != "", "not without a reason"
    assert seat.focus().objectName() == "decide_reason"
    seat.fill("decide_reason", "бо иҷозати роҳбар")
    seat.press(Qt.Key.Key_Return)
    assert not seat.sees("decide_form")
    assert next(row for row in seat.cells("board_table") if row[0] == "5")[4] == "Completion"
    seat.click("board_by_rule")
    assert next(row for row in seat.cells("board_table") if row[0] == "5")[4] == board["5"][4]


def test_certificates_are_issued_shown_and_the_paper_that_was_shown_is_valid(
    make_seat: MakeSeat, tmp_path: Path
) -> None:
    seat = make_seat(begins=worlds.taught)
    open_board(seat)
    due = int("".join(letter for letter in seat.text("certificates_issue") if letter.isdigit()))
    issue(seat)
    issued = register(seat)
    assert len(issued) == due
    assert {found.facts.language for found in issued} == {"tg"}
    paper = save_paper(seat, tmp_path / "certificates.pdf")
    document = pypdfium2.PdfDocument(paper)
    assert len(document) == due, "a page for each"
    words = "".join(document[at].get_textpage().get_text_range() for at in range(len(document)))
    document.close()
    assert all(found.serial in words for found in issued)
    assert "ӯ" in words, "the letters of Tajik names are in the text"
    seat.press(Qt.Key.Key_Escape)
    assert seat.focus().objectName() == "board_table", "back where it began"
    assert not seat.see("certificates_issue", QAbstractButton).isEnabled(), "all are issued"
    seat.open("certificates")
    seat.click("certificates_screen_view_check")
    seat.desktop.choosers.answer(paper)
    seat.click("check_choose")
    assert verdict(seat).startswith("Valid")
    assert seat.text("check_place").endswith(str(due)), "every certificate of the file is checked"


def test_a_void_certificate_is_refused_and_a_replacement_is_valid(
    make_seat: MakeSeat, tmp_path: Path
) -> None:
    seat = make_seat(begins=worlds.taught)
    open_board(seat)
    issue(seat)
    seat.press(Qt.Key.Key_Escape)
    seat.select("board_table", "Азизов")
    seat.click("board_print")
    old = read_codes(save_paper(seat, tmp_path / "old.pdf"))[0]
    seat.press(Qt.Key.Key_Escape)
    seat.click("board_replace")
    seat.fill("replace_fields_family", "Азизӣ")
    seat.press(Qt.Key.Key_Return)
    assert seat.text("replace_reason_error") != "", "not without a reason, and then the name stays too"
    assert "Азизӣ" not in [one.family for one in people.search(seat.work, "Азизӣ", 5)]
    seat.fill("replace_reason", "як ҳарф нодуруст")
    seat.press(Qt.Key.Key_Return)
    assert seat.sees("paper_view"), "the new paper is shown at once"
    new = read_codes(save_paper(seat, tmp_path / "new.pdf"))[0]
    seat.press(Qt.Key.Key_Escape)
    seat.click("certificates_view_register")
    states = {found.facts.name: found.state for found in register(seat)}
    assert any("Азизӣ" in name and state is CertificateState.ISSUED for name, state in states.items())
    replaced = next(found for found in register(seat) if found.state is CertificateState.REPLACED)
    assert "Азизов" in replaced.facts.name, "what was printed stays as it was printed"
    seat.select("course_register_table", "Ёров")
    seat.click("course_register_void")
    seat.type("наомад")
    seat.press(Qt.Key.Key_Return)
    gone = next(found for found in register(seat) if found.state is CertificateState.VOID)
    seat.open("certificates")
    seat.click("certificates_screen_view_check")
    answers = {}
    for what, text in (("old", old), ("new", new), ("void", gone.serial), ("made up", "DSH-K1-00001-0")):
        seat.fill("check_text", text)
        seat.press(Qt.Key.Key_Return)
        answers[what] = verdict(seat)
    assert answers["new"].startswith("Valid")
    assert len({answer for what, answer in answers.items() if what != "new"} & {answers["new"]}) == 0
    assert "replaced" in answers["old"].casefold()
    assert "void" in answers["void"].casefold()


def test_a_changed_code_is_refused(make_seat: MakeSeat, tmp_path: Path) -> None:
    seat = make_seat(begins=worlds.taught)
    open_board(seat)
    issue(seat, "ru")
    assert {found.facts.language for found in register(seat)} == {"ru"}
    seat.press(Qt.Key.Key_Escape)
    seat.select("board_table", "Азизов")
    seat.click("board_print")
    code = read_codes(save_paper(seat, tmp_path / "one.pdf"))[0]
    seat.press(Qt.Key.Key_Escape)
    seat.open("certificates")
    seat.click("certificates_screen_view_check")
    for place in (40, len(code) // 2, len(code) - 8):
        other = "7" if code[place] != "7" else "8"
        seat.fill("check_text", code[:place] + other + code[place + 1 :])
        seat.press(Qt.Key.Key_Return)
        assert not verdict(seat).startswith("Valid")
    seat.fill("check_text", code)
    seat.press(Qt.Key.Key_Return)
    assert verdict(seat).startswith("Valid")


def test_other_limits_show_whom_they_would_change_and_change_nothing(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.taught)
    open_board(seat)
    before = seat.cells("board_table")
    flips = sum(row[4] != "Completion" for row in before[:5])
    seat.choose("what_if_share", "off")
    assert "Гулмуродова" in seat.text("what_if_text")
    assert flips == 1
    assert seat.cells("board_table") != before
    seat.click("what_if_back")
    assert seat.cells("board_table") == before
    rule = courses.get_course(seat.work, courses.find_course(seat.work, "DSH1")).course.rule
    assert rule == CompletionRule(), "asking wrote nothing"
