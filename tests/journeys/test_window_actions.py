"""The tasks of a trainer's day in the window, every press counted: none takes more than it may.

What an action is and how the time of a person follows from it is told in `tests/kit/tempo`. The most actions
are what it takes now: one more is a step back. The goals are what was asked for after a first trainer's day;
for the start alone nothing was. Each test goes the way that a person finds in the window, in Russian. To see
the table: `python -m pytest -n0 -s tests/journeys/test_window_actions.py`.
"""

import math
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.actions import scans
from tests.actions.lists import write_list
from tests.actions.sheets import choose, single
from tests.journeys.conftest import Begins, MakeSeat
from tests.journeys.test_window_exchange import INCOMING, KEYS, LAPTOPS, digits, newest
from tests.journeys.test_window_first_start import begin
from tests.journeys.test_window_keying import QUESTIONS, kept
from tests.kit import worlds
from tests.kit.samples import DAY, LIST, NAMED, NAMES, PASSPHRASE
from tests.kit.seat import CTRL, SHIFT, Seat
from tests.kit.tempo import BUTTON, HAND, KEY, MIND, POINT, Count, Hand, Task, Tempo
from trainer_app.actions.attendance import attendance
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses, enrolments, projects
from trainer_app.actions.evaluations import feedback, scores
from trainer_app.actions.review import review
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.certificates.certificates import CertificateState
from trainer_app.domain.courses.courses import LogoOwner, SessionState
from trainer_app.domain.evaluations.forms import Occasion

START, TYPED, MESSY = "start to the open program", "first start to first mark", "the same with a messy list"
TASKS = {
    task.name: task
    for task in (
        Task(START, 7, 90),
        Task(TYPED, 19, 180),
        Task(MESSY, 27, 180),
        Task("project with two logos", 16, 120),
        Task("course of 3 days with 4 sessions", 16, 120),
        Task("list of 26 rows with remarks", 7, 180),
        Task("sign-in sheet as PDF", 4, 30),
        Task("badges as PDF", 4, 30),
        Task("a session of 25, 3 exceptions", 7, 60),
        Task("12 sessions", 62, 600),
        Task("somebody walks in", 3, 20),
        Task("replacement, from the grid", 6, 30),
        Task("replacement, from the list", 5, 30),
        Task("cancel a session", 4, 30),
        Task("shorten a session", 4, 30),
        Task("choose a test, print it", 6, 60),
        Task("key in a paper of 20", 3, 60),
        Task("key in 25 papers of 20", 25 * 3, 720),
        Task("points of a test as numbers", 2 * NAMED, 180),
        Task("feedback by a participant", 18, 120),
        Task("board, names, issue, PDF", 7, 120),
        Task("void a certificate", 4, 60),
        Task("replace a misspelt certificate", 7, 60),
        Task("check by a picture", 4, 20),
        Task("office: first start, papers", 19, 300),
        Task("enrol a laptop, both sides", 31, 300),
        Task("send, import, answer, confirmed", 21, 300),
        Task("settle a contradiction", 2, 60),
    )
}


@pytest.fixture
def tempo() -> Iterator[Tempo]:
    """Count, and show at the end what each task took; those that took too much fail."""
    counter = Tempo()
    yield counter
    tasks = [TASKS[name] for name in counter.done if name in TASKS]
    sys.stdout.write(f"\n{counter.table(tasks)}\n")
    assert [task.name for task in tasks if task.missed(counter.done[task.name])] == []


def sit(make_seat: MakeSeat, tempo: Tempo, begins: Begins | None, name: str = "data") -> Hand:
    """Sit down in Russian, before the program that is open, or that is started for the first time."""
    seat = make_seat(name, begins)
    seat.desktop.language.choose("ru")
    if begins is not None:
        seat.start(PASSPHRASE)
        # Worlds are copies of a folder, of which the program tells.
        if seat.sees("notice_close"):
            seat.click("notice_close")
    return Hand(seat, tempo)


def course_of(seat: Seat) -> str:
    (line,) = courses.list_courses(seat.work)
    return line.course.key


def marks_of(seat: Seat, session: int) -> list[Mark | None]:
    """Return the marks of a session as they are kept."""
    rows = attendance.grid(seat.work, course_of(seat)).rows
    return [cell.mark if (cell := row.cells[session]) else None for row in rows]


def untidy_list(folder: Path) -> Path:
    """Write a list as a district sends it: a title, headings of its own, six wrong rows."""
    heading = ("№", "Кого направляют", "Зв.", "Откуда", "Моб.")
    ranks = ("капитан", "майор", "лейтенант")
    rows = [
        (str(number), name, ranks[number % 3], "ОВД р-на Сино", "93 555 12 12")
        for number, name in enumerate(NAMES, 1)
    ]
    wrong = [
        ("26", "Азизов Фарух", "капитан", "ОВД р-на Сино", ""),
        ("27", NAMES[0], "капитан", "ОВД р-на Сино", ""),
        ("28", "", "майор", "ОВД р-на Сино", ""),
        ("29", "Xолиқов Умед", "майор", "ОВД р-на Сино", ""),
        ("", "Всего: 29 человек", "", "", ""),
        ("",) * 5,
        ("", "Начальник отдела кадров полковник Шарипов Н.", "", "", ""),
    ]
    title = ("Список сотрудников, направляемых на обучение", "", "", "", "")
    return write_list(folder, (heading, *rows, *wrong), title)


def first_start(hand: Hand, count: Count) -> None:
    """Begin as a trainer: language, name, passphrase."""
    hand.click("start_language_ru").type("Д. Назарова")
    hand.tempo.think(15, "a passphrase of four words is invented and written down")
    hand.fill("start_passphrase", PASSPHRASE).fill("start_again", PASSPHRASE).enter()
    assert hand.seat.workspace.current() == "today"
    hand.tempo.done[START] = replace(count)


def test_from_the_first_start_to_the_first_mark(make_seat: MakeSeat, tempo: Tempo) -> None:
    hand = sit(make_seat, tempo, None)
    hand.seat.start()
    with hand.task(TYPED, afresh=True) as count:
        first_start(hand, count)
        hand.click("today_create_course").enter()
        hand.tab("participants").click("participants_add_first")
        for name in ("Азизов Фаррух", "Гулмуродова Зарина", "Раҳимов Некрӯз"):
            hand.type(name).enter()
        hand.tab("attendance").type("П")
    assert marks_of(hand.seat, 0) == [Mark.PRESENT, None, None]


def test_from_the_first_start_to_the_first_mark_with_a_list_as_it_came(
    make_seat: MakeSeat, tempo: Tempo, tmp_path: Path
) -> None:
    hand = sit(make_seat, tempo, None)
    hand.seat.start()
    with hand.task(MESSY, afresh=True) as count:
        first_start(hand, count)
        hand.click("today_create_course").type("Реагирование милиции на насилие в семье")
        hand.fill("course_town", "Душанбе").enter().enter()
        hand.tab("participants")
        hand.files("participants_import_first", untidy_list(tmp_path)).look_through("import_table")
        hand.click("import_all_sex")
        hand.click("import_only_problems").look_through("import_table")
        hand.click("import_questions").click("import_row_double_other")
        hand.click("import_questions").click("import_row_double_same")
        hand.click("import_accept").click("import_result_list")
        hand.tab("attendance").type("П")
    assert marks_of(hand.seat, 0) == [Mark.PRESENT] + [None] * (NAMED + 1)


def test_a_project_with_two_logos_and_a_course_of_three_days(
    make_seat: MakeSeat, tempo: Tempo, tmp_path: Path
) -> None:
    hand = sit(make_seat, tempo, worlds.empty)
    seat = hand.seat.open("courses")
    with hand.task("project with two logos"):
        hand.click("courses_create_project").type("DV2018")
        hand.fill("project_donor", "Fund for Safe Homes")
        hand.fill("project_title_ru", "Реагирование милиции на насилие")
        hand.fill("project_organiser_ru", "Программа обучения милиции")
        for logo in (LogoOwner.DONOR, LogoOwner.PARTNER):
            hand.files(f"project_logo_{logo}_choose", scans.png(tmp_path / f"{logo}.png", note=logo))
        hand.click("project_form_accept")
    (made,) = projects.list_projects(seat.work)
    assert set(projects.logos(seat.work, made.key)) == {LogoOwner.DONOR, LogoOwner.PARTNER}
    with hand.task("course of 3 days with 4 sessions"):
        hand.click("courses_create_here").type("Реагирование милиции")
        hand.reach("course_first_day").type("15102018").reach("course_last_day").type("17102018")
        hand.fill("course_town", "Душанбе")
        hand.reach("course_venue").type("Академия МВД")
        hand.click("plan_per_day").press(Qt.Key.Key_Up)
        hand.click("course_form_accept")
    view = courses.get_course(seat.work, course_of(seat))
    assert (len(view.sessions), view.course.project) == (12, made.key)


def test_a_list_and_its_papers(make_seat: MakeSeat, tempo: Tempo, tmp_path: Path) -> None:
    hand = sit(make_seat, tempo, worlds.planned)
    seat = hand.seat.course().open_tab("participants")
    with hand.task("list of 26 rows with remarks"):
        hand.files("participants_import_first", LIST).look_through("import_table")
        hand.click("import_only_problems").look_through("import_table")
        hand.click("import_accept").click("import_result_list")
    assert len(enrolments.list_enrolments(seat.work, course_of(seat))) == NAMED
    for task, row in (("sign-in sheet as PDF", "day_0"), ("badges as PDF", "badges")):
        seat.open_tab("overview")
        with hand.task(task):
            hand.tab("print").click(f"print_{row}_button")
            hand.save("paper_save", tmp_path / f"{row}.pdf")
        assert (tmp_path / f"{row}.pdf").read_bytes().startswith(b"%PDF")
        seat.press(Qt.Key.Key_Escape)


def test_a_course_is_marked(make_seat: MakeSeat, tempo: Tempo) -> None:
    hand = sit(make_seat, tempo, worlds.listed)
    seat = hand.seat.press(Qt.Key.Key_Return)
    assert seat.focus().objectName() == "attendance_grid"
    with hand.task("12 sessions") as count:
        hand.press(Qt.Key.Key_Down).type("О20")
        hand.type("/гулм").enter().type("У")
        hand.type("19").type("Н").press(Qt.Key.Key_P, CTRL | SHIFT)
        assert marks_of(seat, 0).count(Mark.PRESENT) == NAMED - 3
        tempo.done["a session of 25, 3 exceptions"] = replace(count)
        seat.at(date(2018, 10, 18), 18)
        for session in range(1, 12):
            hand.press(Qt.Key.Key_Right)
            hand.type(str(3 + session)).type("Н").type("19").type("Н").press(Qt.Key.Key_P, CTRL | SHIFT)
    assert [marks_of(seat, at).count(Mark.PRESENT) for at in range(1, 12)] == [NAMED - 2] * 11


def test_people_come_and_sessions_fall_away(make_seat: MakeSeat, tempo: Tempo) -> None:
    hand = sit(make_seat, tempo, worlds.listed)
    seat = hand.seat.press(Qt.Key.Key_Return)
    with hand.task("somebody walks in"):
        hand.click("attendance_add").type("Нурматов Фаррух").enter()
    assert len(enrolments.list_enrolments(seat.work, course_of(seat))) == NAMED + 1
    with hand.task("replacement, from the grid"):
        hand.type("13").press(Qt.Key.Key_Menu).menu("attendance_menu_replaced_by")
        hand.type("Тоирзода Лола").enter().enter()
    listed = enrolments.list_enrolments(seat.work, course_of(seat))
    assert listed[-1].enrolment.replaces == listed[12].enrolment.key
    seat.open_tab("participants")
    with hand.task("replacement, from the list"):
        hand.select("participants_table", "Азизов").click("participants_replaced_by")
        hand.type("Шарипов Некрӯз").enter().enter()
    listed = enrolments.list_enrolments(seat.work, course_of(seat))
    assert listed[-1].enrolment.replaces == listed[1].enrolment.key
    seat.open_tab("schedule")
    with hand.task("cancel a session"):
        hand.select("schedule_table", "09:00").click("schedule_cancel").type("барқ нест").enter()
    with hand.task("shorten a session"):
        hand.select("schedule_table", "11:00").click("schedule_more").menu("menu_schedule_shorten").enter()
    first, second = courses.get_course(seat.work, course_of(seat)).sessions[:2]
    assert (first.state, second.minutes) == (SessionState.CANCELLED, 60)


def test_tests_and_feedback(make_seat: MakeSeat, tempo: Tempo, tmp_path: Path) -> None:
    hand = sit(make_seat, tempo, worlds.listed)
    seat = hand.seat.course().open_tab("tests")
    with hand.task("points of a test as numbers"):
        tempo.copying = True
        for place in range(NAMED):
            hand.type(str(8 + place % 9)).enter()
        tempo.copying = False
    assert all(row.pre is not None for row in scores.evaluation(seat.work, course_of(seat)).rows)
    with hand.task("choose a test, print it"):
        hand.click("tests_sittings_add").click("tests_form_accept")
        hand.click("tests_sittings_1_paper").click("print_pre_0_button")
        hand.save("paper_save", tmp_path / "tests.pdf")
    assert (tmp_path / "tests.pdf").stat().st_size > 0
    seat.press(Qt.Key.Key_Escape)
    seat.open_tab("feedback")
    seat.click("feedback_sittings_add").click("feedback_form_accept").click("feedback_sittings_1_fill")
    with hand.task("feedback by a participant", afresh=True):
        hand.enter()
        for answer in "545354":
            hand.type(answer).enter()
        hand.type("Разбор случаев").click("filling_next")
        hand.type("Больше упражнений").click("filling_next").enter()
    assert feedback.waiting(seat.work) == 1
    # The laptop is the participants' until its passphrase is typed.
    seat.window.close()
    seat.type(PASSPHRASE).press(Qt.Key.Key_Return)
    assert seat.sees("rail_today")


def test_papers_are_keyed_in(make_seat: MakeSeat, tempo: Tempo) -> None:
    hand = sit(make_seat, tempo, worlds.listed)
    seat = hand.seat.course()
    sheet = choose(
        seat.work, course_of(seat), [single(f"q{place}") for place in range(QUESTIONS)], occasion=Occasion.PRE
    )
    seat.open_tab("tests").click("tests_sittings_1_next")
    with hand.task("key in a paper of 20") as paper:
        tempo.copying = True
        tempo.think(3, "the next paper is taken from the pile, and its number found")
        hand.type("17").enter().type("1234" * 5)
        tempo.copying = False
    assert kept(seat, sheet.sitting)[17] == list("1234" * 5)
    tempo.done["key in 25 papers of 20"] = sum([paper] * 25, Count())


def test_certificates(make_seat: MakeSeat, tempo: Tempo, tmp_path: Path) -> None:
    hand = sit(make_seat, tempo, worlds.taught)
    seat = hand.seat.at(DAY.replace(day=19), 9).course().open_tab("certificates")
    with hand.task("board, names, issue, PDF"):
        hand.click("certificates_view_names").click("names_check_all").click("names_check_all_ask_yes")
        hand.click("certificates_issue").click("issue_form_accept")
        hand.save("paper_save", tmp_path / "all.pdf")
    assert (tmp_path / "all.pdf").stat().st_size > 0
    seat.press(Qt.Key.Key_Escape)
    seat.click("certificates_view_board")
    with hand.task("replace a misspelt certificate"):
        hand.select("board_table", "Азизов").click("board_replace")
        hand.fill("replace_fields_family", "Азизӣ").fill("replace_reason", "одна буква неверна").enter()
    assert seat.sees("paper_view"), "the new paper is shown at once"
    seat.desktop.choosers.answer(tmp_path / "new.pdf")
    seat.click("paper_save").press(Qt.Key.Key_Escape)
    with hand.task("void a certificate"):
        hand.select("board_table", "Ёров").click("board_void").type("не пришёл").enter()
    states = [found.state for found in certificates.register(seat.work, course_of(seat))]
    assert (states.count(CertificateState.VOID), states.count(CertificateState.REPLACED)) == (1, 1)
    with hand.task("check by a picture"):
        hand.open("certificates").click("certificates_screen_view_check")
        hand.files("check_choose", tmp_path / "new.pdf")
        tempo.think(2, "the verdict is read, and the name compared with that on the paper")
    assert seat.text("check_title").startswith("Подлинный")


def test_the_office(make_seat: MakeSeat, tempo: Tempo) -> None:
    hand = sit(make_seat, tempo, None)
    seat = hand.seat.start()
    with hand.task("office: first start, papers", afresh=True):
        hand.click("start_language_ru").click("start_office")
        hand.fill("start_user", "М. Саидова")
        hand.fill("start_office_name", "Офис программы").fill("start_office_code", "DSH")
        tempo.think(15, "a passphrase of four words is invented and written down")
        hand.fill("start_passphrase", PASSPHRASE).fill("start_again", PASSPHRASE).enter()
        tempo.think(60, "two pages come out of the printer, are looked at and locked away in two places")
        hand.click("recovery_locked")
        hand.fill("recovery_typed", seat.text("recovery_key")[-6:])
        hand.fill("standby_typed", seat.text("standby_key")[-6:]).enter()
    assert seat.workspace.current() == "today"


def test_files_travel(make_seat: MakeSeat, tempo: Tempo, stick: Path) -> None:
    office = sit(make_seat, tempo, worlds.prepared_office, "office")
    laptop = sit(make_seat, tempo, None, "laptop")
    begin(laptop.seat)
    laptop.sit_down()
    office.seat.front()
    with office.task("enrol a laptop, both sides"):
        laptop.seat.front()
        laptop.open("sending").click("sending_request").files("join_write", stick)
        office.seat.front()
        office.open("office").choose_tab("office_tabs", LAPTOPS).click("office_enrol")
        office.files("enrol_request", newest(stick, "json"))
        type_groups(office, "enrol_digits", digits(laptop.seat, "join_own_digits"))
        office.click("enrol_courses_1")
        office.files("enrol_place_other", stick).click("enrol_panel_accept")
        office.choose_tab("office_tabs", KEYS)
        read_out = digits(office.seat, "office_digits")
        laptop.seat.front()
        laptop.files("join_take", newest(stick, "tsync"))
        type_groups(laptop, "join_digits", read_out)
        laptop.click("join_panel_accept")
    assert laptop.seat.sees("sending_office")
    for hand, letter in ((office, "Н"), (laptop, "П")):
        hand.seat.front()
        hand.seat.course().open_tab("attendance").type(letter)
    laptop.sit_down()
    with office.task("send, import, answer, confirmed"):
        laptop.open("sending").files("sending_folder", stick).click("sending_send")
        assert laptop.seat.text("sending_band_title") == "Сохранено и проверено"
        office.seat.front()
        office.open("office").choose_tab("office_tabs", INCOMING)
        office.files("office_take_in", newest(stick, "tsync")).click("office_take")
        office.choose_tab("office_tabs", LAPTOPS)
        office.select("office_laptops_table", laptop.seat.work.device_code).click("office_write")
        office.files("pack_place_other", stick).click("pack_panel_accept")
        laptop.seat.front()
        laptop.files("sending_take_in", newest(stick, "tsync"))
    assert [row[4] for row in laptop.seat.cells("sending_history_table")] == ["подтверждено офисом"]
    office.seat.front()
    with office.task("settle a contradiction"):
        office.open("review").click("review_side_1_take")
    assert review.list_items(office.seat.work) == []


def type_groups(hand: Hand, name: str, said: list[str]) -> None:
    """Type the two groups that a screen asks for of digits that somebody reads out over the telephone."""
    for which in ("first", "second"):
        place = int(hand.seat.text(f"{name}_{which}_label").split()[-1])
        hand.tempo.think(8, "the group is asked for, found and read out")
        hand.fill(f"{name}_{which}", said[place - 1])


def test_each_press_is_counted_once_and_a_task_that_takes_too_much_is_found(
    make_seat: MakeSeat, tempo: Tempo
) -> None:
    hand = sit(make_seat, tempo, worlds.listed)
    hand.seat.press(Qt.Key.Key_Return)
    with hand.task("keys of the grid, some of them shortcuts") as keys:
        for _ in range(3):
            hand.seat.press(Qt.Key.Key_Down)
        hand.seat.press(Qt.Key.Key_P, CTRL | SHIFT).press(Qt.Key.Key_Z, CTRL)
        hand.seat.type("О20")
    assert (keys.actions, keys.presses) == (6, 8)
    assert keys.seconds == pytest.approx(HAND + 4 * MIND + (3 + 3 + 2 + 4) * KEY)
    with hand.task("a field, and a button that hands the press on") as words:
        hand.seat.click("attendance_add").type("Юсуф").press(Qt.Key.Key_Escape)
    assert (words.actions, words.presses) == (3, 6)
    assert words.seconds == pytest.approx(3 * MIND + POINT + 2 * BUTTON + 2 * HAND + (5 + 1) * KEY)
    hand.seat.course().open_tab("participants")
    with hand.task("the last row, below the edge") as rows:
        hand.select("participants_table", hand.seat.cells("participants_table")[-1][1])
    assert rows.actions == 2, "turning the wheel, and the row"
    assert rows.presses == 1
    task = Task("", rows.actions, math.ceil(rows.seconds))
    assert not task.missed(rows)
    assert replace(task, most=1).missed(rows)
    assert replace(task, goal=1).missed(rows)
