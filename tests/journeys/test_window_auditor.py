"""The auditor's three questions, each answered in at most five presses from the page that is open.

1. Who stands behind this number, and what did each give to it?
2. Show me the signed sheet of a day, with its scan.
3. Why has this person a certificate: who gave which mark, and what decided it?

And then everything in one signed folder.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView

from tests.actions import scans
from tests.journeys.conftest import MakeSeat
from tests.kit.seat import CTRL, Desktop, Seat, october
from tests.ui.driving import settle
from trainer_app.actions.attendance import attachments
from trainer_app.actions.courses import courses
from trainer_app.actions.office import evidence_checking
from trainer_app.actions.today.demo import PASSPHRASE, FilledDemo
from trainer_app.domain.attendance.sheets import AttachmentKind

MOST = 5


class Counted:
    """Counts what a person presses at a seat: keys, buttons, tabs, rows. Typing one word is one press."""

    def __init__(self, seat: Seat) -> None:
        self.seat = seat
        self.presses = 0

    def click(self, name: str) -> None:
        self.presses += 1
        self.seat.click(name)

    def menu(self, name: str) -> None:
        self.presses += 1
        self.seat.menu(name)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.presses += 1
        self.seat.press(key, modifier)

    def open(self, screen: str) -> None:
        self.presses += 1
        self.seat.open(screen)

    def tab(self, tabs: str, place: int) -> None:
        self.presses += 1
        self.seat.choose_tab(tabs, place)

    def choose(self, name: str, words: str) -> None:
        self.presses += 1
        self.seat.choose(name, words)

    def select(self, table: str, words: str) -> None:
        self.presses += 1
        self.seat.select(table, words)

    def type(self, text: str) -> None:
        self.presses += 1
        self.seat.type(text)


@pytest.fixture
def office(make_seat: MakeSeat, whole_story: FilledDemo, tmp_path: Path) -> Seat:
    """Open the office after all files have come in; the signed sheet of a day was scanned."""
    seat = make_seat("office", whole_story.office, october(22, 10))
    seat.start(PASSPHRASE)
    course = courses.find_course(seat.work, "DUSHANBE")
    scan = scans.png(tmp_path / "sheet.png", "DSH-1015-DUSHANBE/1")
    attachments.attach(
        seat.work, scan, kind=AttachmentKind.SHEET, course=course, sheet="DSH-1015-DUSHANBE", page=1
    )
    return seat


def test_who_stands_behind_a_number(office: Seat) -> None:
    asked = Counted(office)
    asked.open("office")
    asked.tab("office_tabs", 2)
    asked.select("report_figures_table", "Person-hours")
    behind = office.cells("report_rows")
    assert len(behind) > 60
    assert all(row[4].replace(".", "").isdecimal() for row in behind), "hours, not per cent"
    asked.select("report_rows", "Азизов")
    asked.press(Qt.Key.Key_Return)
    assert office.workspace.current() == "courses"
    assert office.sees("attendance_grid")
    assert asked.presses <= MOST


def click_at(view: QAbstractItemView, row: int) -> None:
    """Click a line of a list."""
    place = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settle()


def open_course(asked: Counted, tab: str) -> None:
    """Open a tab of the course that the question is about: the list, a double click, the tab."""
    asked.seat.course("Душанбе").open_tab(tab)
    asked.presses += 3


def test_the_signed_sheet_of_a_day(office: Seat) -> None:
    asked = Counted(office)
    open_course(asked, "attendance")
    asked.click("attendance_view_signatures")
    days = office.see("signatures_sheets", QAbstractItemView)
    asked.presses += 1
    click_at(days, 0)
    assert office.sees("sheet_file_1")
    assert "sheet.png" in office.text("sheet_file_1_open_words_title")
    assert asked.presses <= MOST


def test_why_somebody_has_a_certificate(office: Seat) -> None:
    asked = Counted(office)
    open_course(asked, "certificates")
    asked.select("board_table", "Азизов")
    told = next(row for row in office.cells("board_table") if "Азизов" in " ".join(row))
    assert {"98.5\N{NO-BREAK SPACE}%", "61.7\N{NO-BREAK SPACE}%", "every limit is reached"} <= {*told}
    assert asked.presses <= MOST


def test_who_gave_a_mark_and_when(office: Seat) -> None:
    asked = Counted(office)
    open_course(asked, "attendance")
    asked.press(Qt.Key.Key_I, CTRL)
    assert office.text("attendance_change_0_said_0")
    assert asked.presses <= MOST


def test_everything_in_one_signed_folder(office: Seat, desktop: Desktop, stick: Path) -> None:
    asked = Counted(office)
    asked.open("office")
    asked.tab("office_tabs", 2)
    asked.click("report_evidence")
    office.fill("evidence_seed", "22102018")
    asked.choose("evidence_way", "Anybody who has the folder")
    desktop.choosers.answer(stick)
    asked.click("evidence_form_accept")
    (made,) = stick.iterdir()
    assert evidence_checking.check(made, office.work).holds
    assert asked.presses <= MOST
    desktop.choosers.answer(made)
    office.click("report_check_evidence")
    office.menu("report_check_folder")
    assert office.text("evidence_check_answer") == "whole and signed"
