"""The tasks of a trainer's day in the window, every click and key counted: none takes more than it may.

An action is a click, a key, or a text that is typed. The time of a person who knows the screen a little is
reckoned from them: longer to find and hit something than to press a key under the finger. The limits are
those of the first trainer who did the day; where that took too long, what was asked for then.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.actions import scans
from tests.journeys.conftest import MakeSeat
from tests.kit import worlds
from tests.kit.samples import DAY, LIST, NAMED, PASSPHRASE
from tests.kit.seat import CTRL, SHIFT, Seat
from trainer_app.actions.attendance import attendance
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses, enrolments, projects
from trainer_app.actions.evaluations import scores
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.certificates.certificates import CertificateState
from trainer_app.domain.courses.courses import LogoOwner, SessionState

_FIND, _KEY, _THINK, _LETTER = 2.6, 0.5, 1.3, 0.4
"""Seconds: to find and click something; to press a key; before a text; for each letter of it."""
LIMITS = {
    "session": (8, 60),
    "walk_in": (3, 20),
    "replacement": (8, 30),
    "cancel": (4, 30),
    "first_mark": (20, 180),
    "project": (16, 120),
    "logos": (12, 120),
    "course": (19, 120),
    "list": (10, 180),
    "sign_in": (4, 30),
    "badges": (4, 30),
    "scores": (2 * NAMED, 180),
    "certificates": (7, 120),
    "void": (4, 60),
    "misspelt": (6, 60),
    "check": (3, 20),
}
"""Of each task: actions, and seconds."""


@dataclass
class Hands:
    """What somebody does at a seat, counted."""

    seat: Seat
    actions: int = 0
    seconds: float = 0.0

    def _did(self, seconds: float) -> None:
        self.actions += 1
        self.seconds += seconds

    def click(self, name: str) -> None:
        """Find something and press it."""
        self.seat.click(name)
        self._did(_FIND)

    def select(self, table: str, words: str) -> None:
        """Click a row."""
        self.seat.select(table, words)
        self._did(_FIND)

    def screen(self, name: str) -> None:
        """Open an entry of the rail."""
        self.seat.open(name)
        self._did(_FIND)

    def tab(self, name: str) -> None:
        """Open a tab of the course."""
        self.seat.open_tab(name)
        self._did(_FIND)

    def menu(self, name: str) -> None:
        """Choose from a menu that is open."""
        self.seat.menu(name)
        self._did(_FIND)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key, or keys together."""
        self.seat.press(key, modifier)
        self._did(_KEY)

    def write(self, text: str) -> None:
        """Type a text into what has the keyboard."""
        self.seat.type(text)
        self._did(_THINK + _LETTER * len(text))

    def fill(self, name: str, text: str) -> None:
        """Go to a field with Tab or a click, and write into it."""
        self.seat.fill(name, text)
        self._did(_THINK + _LETTER * len(text))
        self.seconds += _KEY

    def file(self, path: Path, button: str) -> None:
        """Press a button, and choose a file where it asks for one."""
        self.seat.desktop.choosers.answer(path)
        self.click(button)
        self._did(_FIND)

    def day(self, name: str, digits: str) -> None:
        """Go to a field of days, and write into it."""
        self.seat.see(name).setFocus()
        self.seat.type(digits)
        self._did(_THINK + _LETTER * len(digits))
        self.seconds += _KEY

    def within(self, task: str) -> None:
        """Fail where the task took more than it may."""
        actions, seconds = LIMITS[task]
        assert self.actions <= actions, f"{task}: {self.actions} actions, {actions} were asked for"
        assert self.seconds <= seconds, f"{task}: {self.seconds:.0f} s, {seconds} were asked for"


def at_grid(make_seat: MakeSeat) -> Hands:
    """Stand at the first session of the grid, in the morning."""
    seat = make_seat(begins=worlds.listed)
    seat.start(PASSPHRASE)
    seat.press(Qt.Key.Key_Return)
    assert seat.focus().objectName() == "attendance_grid"
    return Hands(seat)


def at_tab(make_seat: MakeSeat, world: object, tab: str) -> Hands:
    """Stand at a tab of the course."""
    seat = make_seat(begins=world)
    seat.start(PASSPHRASE)
    seat.open("courses")
    seat.press(Qt.Key.Key_Return)
    seat.open_tab(tab)
    return Hands(seat)


def course_of(seat: Seat) -> str:
    return courses.find_course(seat.work, "DSH1")


def test_a_session_with_three_exceptions(make_seat: MakeSeat) -> None:
    hands = at_grid(make_seat)
    hands.press(Qt.Key.Key_Down)
    hands.write("L20")
    hands.write("/гулм")
    hands.press(Qt.Key.Key_Return)
    hands.write("E")
    hands.write("19")
    hands.write("A")
    hands.press(Qt.Key.Key_P, CTRL | SHIFT)
    marks = [
        row.cells[0].mark
        for row in attendance.grid(hands.seat.work, course_of(hands.seat)).rows
        if row.cells[0]
    ]
    assert (marks.count(Mark.PRESENT), len(marks)) == (NAMED - 3, NAMED)
    hands.within("session")


def test_somebody_who_walks_in(make_seat: MakeSeat) -> None:
    hands = at_grid(make_seat)
    hands.click("attendance_add")
    hands.write("Нурматов Фаррух")
    hands.press(Qt.Key.Key_Return)
    assert len(enrolments.list_enrolments(hands.seat.work, course_of(hands.seat))) == NAMED + 1
    hands.within("walk_in")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_somebody_who_came_in_anothers_place(make_seat: MakeSeat) -> None:
    hands = at_grid(make_seat)
    hands.write("13")
    hands.press(Qt.Key.Key_Menu)
    hands.menu("attendance_menu_replaced_by")
    hands.write("Тоирзода Лола")
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    listed = enrolments.list_enrolments(hands.seat.work, course_of(hands.seat))
    assert listed[-1].enrolment.replaces == listed[12].enrolment.key
    hands.within("replacement")


def test_a_session_is_cancelled(make_seat: MakeSeat) -> None:
    hands = at_tab(make_seat, worlds.listed, "schedule")
    hands.select("schedule_table", "09:00")
    hands.press(Qt.Key.Key_X, CTRL | SHIFT)
    hands.write("барқ нест")
    hands.press(Qt.Key.Key_Return)
    first = courses.get_course(hands.seat.work, course_of(hands.seat)).sessions[0]
    assert first.state is SessionState.CANCELLED
    hands.within("cancel")


def test_a_project_and_a_course_of_three_days(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.empty)
    seat.start(PASSPHRASE)
    seat.open("courses")
    hands = Hands(seat)
    hands.press(Qt.Key.Key_N, CTRL | SHIFT)
    hands.write("DV2018")
    for name, text in (
        ("project_title_tg", "Вокуниши милитсия ба зӯроварӣ"),
        ("project_title_ru", "Реагирование милиции на насилие"),
        ("project_donor", "Fund for Safe Homes"),
        ("project_head", "М. Саидова"),
    ):
        hands.fill(name, text)
    hands.press(Qt.Key.Key_Return)
    assert [each.code for each in projects.list_projects(seat.work)] == ["DV2018"]
    hands.within("project")
    hands = Hands(seat)
    hands.press(Qt.Key.Key_N, CTRL)
    for name, text in (
        ("course_title_tg", "Вокуниши милитсия"),
        ("course_title_ru", "Реагирование милиции"),
        ("course_town", "Душанбе"),
        ("course_venue", "Академия ВКД"),
    ):
        hands.fill(name, text)
    hands.day("course_first_day", "15102018")
    hands.day("course_last_day", "17102018")
    hands.click("course_form_accept")
    (line,) = courses.list_courses(seat.work)
    view = courses.get_course(seat.work, line.course.key)
    assert (len(view.sessions), view.course.project is not None) == (9, True)
    hands.within("course")


def test_from_the_first_start_to_the_first_mark_with_a_list_as_it_came(make_seat: MakeSeat) -> None:
    seat = make_seat()
    seat.start()
    hands = Hands(seat)
    hands.write("Д. Назарова")
    hands.fill("start_passphrase", PASSPHRASE)
    hands.fill("start_again", PASSPHRASE)
    hands.press(Qt.Key.Key_Return)
    hands.click("today_create_course")
    hands.fill("course_title_tg", "Вокуниши милитсия")
    hands.fill("course_town", "Душанбе")
    hands.day("course_first_day", "15102018")
    hands.day("course_last_day", "17102018")
    hands.click("course_form_accept")
    hands.tab("participants")
    hands.click("participants_import_first")
    hands.file(LIST, "import_choose")
    hands.click("import_only_problems")
    hands.click("import_accept")
    hands.tab("attendance")
    hands.write("P")
    (line,) = courses.list_courses(seat.work)
    table = attendance.grid(seat.work, line.course.key)
    marked = [cell.mark for row in table.rows for cell in row.cells if cell is not None]
    assert (marked.count(Mark.PRESENT), len(table.rows)) == (1, NAMED)
    hands.within("first_mark")


def test_a_project_with_two_logos(make_seat: MakeSeat, tmp_path: Path) -> None:
    seat = make_seat(begins=worlds.empty)
    seat.start(PASSPHRASE)
    seat.open("courses")
    hands = Hands(seat)
    hands.press(Qt.Key.Key_N, CTRL | SHIFT)
    hands.write("DV2018")
    for name, text in (
        ("project_title_tg", "Вокуниши милитсия ба зӯроварӣ"),
        ("project_title_ru", "Реагирование милиции на насилие"),
        ("project_donor", "Fund for Safe Homes"),
    ):
        hands.fill(name, text)
    for logo in (LogoOwner.DONOR, LogoOwner.PARTNER):
        hands.file(scans.png(tmp_path / f"{logo}.png", note=logo), f"project_logo_{logo}_choose")
    hands.click("project_form_accept")
    (made,) = projects.list_projects(seat.work)
    assert set(projects.logos(seat.work, made.key)) == {LogoOwner.DONOR, LogoOwner.PARTNER}
    hands.within("logos")


def test_a_list_of_many_rows_with_remarks(make_seat: MakeSeat) -> None:
    hands = at_tab(make_seat, worlds.planned, "participants")
    hands.seat.desktop.choosers.answer(LIST)
    hands.click("participants_import_first")
    hands.click("import_choose")
    hands.click("import_only_problems")
    hands.click("import_accept")
    hands.click("import_result_list")
    assert len(enrolments.list_enrolments(hands.seat.work, course_of(hands.seat))) == NAMED
    hands.within("list")


@pytest.mark.parametrize(("task", "row"), [("sign_in", "day_0"), ("badges", "badges")])
def test_a_paper_is_saved(make_seat: MakeSeat, tmp_path: Path, task: str, row: str) -> None:
    hands = at_tab(make_seat, worlds.listed, "overview")
    hands.tab("print")
    hands.click(f"print_{row}_button")
    hands.seat.desktop.choosers.answer(tmp_path / "paper.pdf")
    hands.click("paper_save")
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    hands.within(task)


def test_everybodys_points_as_numbers(make_seat: MakeSeat) -> None:
    hands = at_tab(make_seat, worlds.listed, "tests")
    for place in range(NAMED):
        hands.write(str(8 + place % 9))
        hands.press(Qt.Key.Key_Return)
    rows = scores.evaluation(hands.seat.work, course_of(hands.seat)).rows
    assert all(row.pre is not None for row in rows)
    hands.within("scores")


def test_names_are_checked_and_certificates_issued_and_saved(make_seat: MakeSeat, tmp_path: Path) -> None:
    hands = at_tab(make_seat, worlds.taught, "certificates")
    hands.seat.at(DAY.replace(day=19), 9)
    hands.click("certificates_view_names")
    hands.click("names_check_all")
    hands.click("certificates_issue")
    hands.click("issue_form_accept")
    hands.seat.desktop.choosers.answer(tmp_path / "all.pdf")
    hands.click("paper_save")
    issued = certificates.register(hands.seat.work, course_of(hands.seat))
    assert len(issued) > NAMED // 2
    assert (tmp_path / "all.pdf").stat().st_size > 0
    hands.within("certificates")


def test_a_certificate_is_declared_void_another_replaced_and_one_checked(
    make_seat: MakeSeat, tmp_path: Path
) -> None:
    hands = at_tab(make_seat, worlds.taught, "certificates")
    seat = hands.seat
    seat.at(DAY.replace(day=19), 9)
    seat.click("certificates_issue").click("issue_form_accept")
    seat.press(Qt.Key.Key_Escape)
    seat.select("board_table", "Азизов")
    hands.select("board_table", "Азизов")
    hands.click("board_replace")
    hands.fill("replace_fields_family", "Азизӣ")
    hands.fill("replace_reason", "як ҳарф нодуруст")
    hands.press(Qt.Key.Key_Return)
    assert seat.sees("paper_view"), "the new paper is shown at once"
    hands.within("misspelt")
    seat.desktop.choosers.answer(tmp_path / "new.pdf")
    seat.click("paper_save").press(Qt.Key.Key_Escape)
    hands = Hands(seat)
    hands.select("board_table", "Ёров")
    hands.click("board_void")
    hands.write("наомад")
    hands.press(Qt.Key.Key_Return)
    states = [found.state for found in certificates.register(seat.work, course_of(seat))]
    assert (states.count(CertificateState.VOID), states.count(CertificateState.REPLACED)) == (1, 1)
    hands.within("void")
    hands = Hands(seat)
    hands.screen("certificates")
    hands.click("certificates_screen_view_check")
    seat.desktop.choosers.answer(tmp_path / "new.pdf")
    hands.click("check_choose")
    assert seat.text("check_title").startswith("Valid")
    hands.within("check")


def test_a_task_that_takes_too_much_is_found(make_seat: MakeSeat) -> None:
    hands = at_grid(make_seat)
    for _ in range(4):
        hands.press(Qt.Key.Key_Down)
    with pytest.raises(AssertionError, match="4 actions, 3 were asked for"):
        hands.within("walk_in")
    assert not hands.seat.see("attendance_rest", QAbstractButton).isHidden()
