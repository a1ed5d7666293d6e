"""The office's season in the window: many courses from one table, lists for many courses, one step back."""

from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt

from tests.actions.courses.season_files import COLUMNS, MORE, list_sheet, people, write_book
from tests.journeys.conftest import MakeSeat
from tests.kit import samples, worlds
from tests.kit.seat import CTRL, Seat, october
from tests.kit.world import Story, World
from trainer_app.actions.base import sync_status
from trainer_app.actions.courses import courses, enrolments, seasons
from trainer_app.actions.evaluations import forms
from trainer_app.actions.exchange import all_packs
from trainer_app.actions.today.demo import PASSPHRASE, FilledDemo
from trainer_app.domain.evaluations.forms import FormKind, Occasion


@pytest.fixture
def office(make_seat: MakeSeat, whole_story: FilledDemo) -> Seat:
    """Open the office after all files have come in, at its courses."""
    seat = make_seat("office", whole_story.office, october(22, 10))
    seat.start(PASSPHRASE)
    seat.open("courses")
    return seat


def codes(seat: Seat) -> set[str]:
    return {line.course.code for line in courses.list_courses(seat.work)}


def season(folder: Path) -> Path:
    """Write a table of two courses with lists, one that is there, and one that nothing can be made of."""
    rows = [
        ("SEA-1", "", "Новый курс", "New course", "Худжанд", "05.11.2018", "DUSHANBE", "", ""),
        ("SEA-2", "", "", "", "Зарафшон", "12.11.2018", "DUSHANBE", "", ""),
        ("GARM", "", "", "", "", "", "", "", ""),
        ("SEA-3", "", "", "", "", "someday", "DUSHANBE", "", ""),
    ]
    lists = {code: list_sheet(people(4, seed)) for seed, code in enumerate(("SEA-1", "SEA-2"), 1)}
    return write_book(folder / "season.xlsx", {"Курсы": [(*COLUMNS, *MORE), *rows], **lists})


def test_a_season_is_looked_at_row_by_row_made_and_taken_back(office: Seat, tmp_path: Path) -> None:
    before, digest = codes(office), sync_status.check(office.work).digest
    office.click("courses_plan")
    office.desktop.choosers.answer(season(tmp_path))
    office.click("season_choose")
    rows = office.cells("season_table")
    assert [row[1] for row in rows] == ["new course", "new course", "already here", "refused"]
    assert [row[-1] for row in rows] == ["4", "4", "", ""]
    assert office.text("season_sum") == (
        "rows 4 = new 2 + here, with a new list 0 + already here 1 + refused 1; lists 2, people 8"
    )
    office.click("season_only_problems")
    assert [row[2].split()[0] for row in office.cells("season_table")] == ["SEA-1", "SEA-2", "SEA-3"]
    office.select("season_table", "SEA-2")
    assert "“Зарафшон” is not in the list of places" in office.text("season_trouble")
    assert sync_status.check(office.work).digest == digest, "looking writes nothing"
    office.click("season_accept")
    assert codes(office) == before | {"SEA-1", "SEA-2"}
    made = courses.find_course(office.work, "SEA-1")
    assert len(enrolments.list_enrolments(office.work, made)) == 4
    assert any(
        "SEA-1" in cell or "Новый курс" in cell or "New course" in cell
        for row in office.cells("courses_table")
        for cell in row
    )
    office.press(Qt.Key.Key_Z, CTRL)
    assert codes(office) == before
    # Once more, and a second time: nothing is made twice.
    for wanted in (2, 0):
        office.click("courses_plan")
        office.desktop.choosers.answer(season(tmp_path))
        office.click("season_choose")
        assert sum(row[1] == "new course" for row in office.cells("season_table")) == wanted
        if wanted:
            office.click("season_accept")
    assert not office.see("season_accept").isEnabled()
    office.click("season_cancel")
    assert office.sees("courses_table")


def test_lists_of_many_courses_are_taken_in_at_once(office: Seat, tmp_path: Path) -> None:
    garm = courses.find_course(office.work, "GARM")
    before = len(enrolments.list_enrolments(office.work, garm))
    lists = {"GARM": list_sheet(people(2, 3)), "KHUJAND": list_sheet(people(3, 4))}
    office.click("courses_plan")
    office.desktop.choosers.answer(write_book(tmp_path / "lists.xlsx", lists))
    office.click("season_choose")
    assert [row[-1] for row in office.cells("season_table")] == ["2", "3"]
    assert office.text("season_accept") == "Import 2 lists"
    folder = tmp_path / "lists"
    folder.mkdir()
    write_book(folder / "garm.xlsx", {"1": list_sheet(people(2, 3))})
    office.desktop.choosers.answer(tmp_path / "lists.xlsx")
    office.click("season_other_file")
    office.click("season_cancel")
    office.click("courses_plan")
    office.desktop.choosers.answer(folder)
    office.click("season_folder")
    office.click("season_accept")
    assert len(enrolments.list_enrolments(office.work, garm)) == before + 2


def test_the_table_to_fill_in_is_saved_and_a_file_that_is_none_is_refused(
    office: Seat, tmp_path: Path
) -> None:
    office.click("courses_plan")
    office.desktop.choosers.answer(tmp_path / "new.xlsx")
    office.click("season_template")
    assert (tmp_path / "new.xlsx").stat().st_size > 3000
    office.desktop.choosers.answer(write_book(tmp_path / "odd.xlsx", {"x": [("a", "b"), ("1", "2")]}))
    office.click("season_choose")
    assert "No row names a course's code" in office.banner()
    office.click("season_choose_cancel")
    assert office.sees("courses_table")


COURSES, LAPTOPS, FORMS = 12, 6, 3
TRAINERS = ("Азизов Даврон", "Бобоев Комил", "Гадоева Лола", "Ёров Самад", "Зокиров Неъмат", "Исоева Мадина")
A_CHOOSER = 3
"""Presses in a window of the system: a folder, a file, OK."""
FEWER_THAN = 40
FEWER_MINUTES = 10
KEY, PRESS, THOUGHT = 0.28, 1.5, 1.35
"""Seconds of an average typist: a key, pointing at something and pressing it, making up one's mind.

From the keystroke-level model of Card, Moran and Newell: K 0.28, P + 2 B + H/2 = 1.5, M 1.35.
"""
A_SHEET = 5
"""Presses to bring a list into the table as a sheet: open it, the menu of its sheet, move, where to, OK."""
A_ROW = 3.0
"""Seconds to look at a row of what would happen."""


def minutes_of(presses: int, table: Path) -> float:
    """Return how long a person needs to type a table, bring its lists in, and press in the program.

    Every cell is typed anew and thought about once; nothing is copied down.
    """
    first, *lists = openpyxl.load_workbook(table, read_only=True).worksheets
    typed = [str(cell) for row in first.iter_rows(min_row=2, values_only=True) for cell in row if cell]
    seconds = sum(THOUGHT + (len(text) + 1) * KEY for text in typed)
    seconds += (presses + A_SHEET * len(lists)) * (THOUGHT + PRESS) + COURSES * A_ROW
    return seconds / 60


class CountingSeat:
    """A seat at which every press is counted, those in the system's own windows too."""

    def __init__(self, seat: Seat) -> None:
        self.seat, self.presses = seat, 0

    def click(self, name: str) -> None:
        self.presses += 1
        self.seat.click(name)

    def open(self, screen: str) -> None:
        self.presses += 1
        self.seat.open(screen)

    def choose_by(self, name: str, path: Path) -> None:
        """Press a button that opens a chooser, and choose there."""
        self.presses += A_CHOOSER
        self.seat.desktop.choosers.answer(path)
        self.click(name)


def add_forms(story: Story) -> None:
    """Let the course that will be copied have a test before and after, and a feedback form."""
    work = story.works["office"]
    course = courses.find_course(work, "DSH1")
    test = forms.add_standard_form(work, forms.list_standard_forms(work, FormKind.TEST)[0].standard.name).key
    for occasion in (Occasion.PRE, Occasion.POST):
        forms.choose_form(work, course, test or "", occasion)
    forms.choose_standard(work, course, FormKind.FEEDBACK)


def before_the_season(folder: Path) -> World:
    """Return an office with a course to copy and six laptops."""
    world = worlds.prepared_office(folder).do(add_forms)
    for number, name in enumerate(TRAINERS, 1):
        world = world.trainer(name, name=f"l{number}").joined(f"L{number}", f"l{number}")
    return world


def whole_season(folder: Path) -> Path:
    """Write the table of twelve courses, each with its list as a sheet."""
    codes_ = [f"S-{number:02}" for number in range(1, COURSES + 1)]
    rows = [
        (code, "", "", "", town, f"{5 + place}.11.2018", "DSH1", TRAINERS[place % LAPTOPS], "")
        for place, (code, town) in enumerate(
            zip(codes_, ("Хуҷанд", "Рашт", "Кӯлоб", "Хоруғ") * 3, strict=True)
        )
    ]
    lists = {code: list_sheet(people(20, place)) for place, code in enumerate(codes_)}
    return write_book(folder / "season.xlsx", {"Курсы": [(*COLUMNS, *MORE), *rows], **lists})


def test_a_whole_season_takes_fewer_than_forty_presses(make_seat: MakeSeat, tmp_path: Path) -> None:
    """Twelve courses, twelve lists, thirty-six forms, six laptops: by hand this took an afternoon.

    And less than ten minutes of a person, typing and bringing twelve lists together included.
    """
    seat = make_seat("office", before_the_season)
    seat.start(samples.PASSPHRASE)
    table, out = whole_season(tmp_path), tmp_path / "out"
    out.mkdir()
    counting = CountingSeat(seat)
    counting.open("courses")
    counting.click("courses_plan")
    counting.choose_by("season_choose", table)
    assert seat.text("season_accept") == f"Make {COURSES} courses"
    counting.click("season_accept")
    counting.open("sending")
    counting.click("office_write_all")
    counting.choose_by("all_packs_place_other", out)
    counting.click("all_packs_panel_accept")
    assert counting.presses < FEWER_THAN
    minutes = minutes_of(counting.presses, table)
    assert 3 < minutes < FEWER_MINUTES, f"{counting.presses} presses, {minutes:.1f} minutes"
    made = [line for line in courses.list_courses(seat.work) if line.course.code.startswith("S-")]
    assert len(made) == COURSES
    assert [line.participants for line in made] == [20] * COURSES
    assert sum(len(forms.list_sittings(seat.work, line.course.key)) for line in made) == COURSES * FORMS
    files = sorted(path.name for path in out.iterdir())
    assert [name.partition("-for-")[2] for name in files] == [f"L{n}.tsync" for n in range(1, LAPTOPS + 1)]
    assert f"{LAPTOPS} files saved and checked" in seat.banner()
    first = make_seat("l1", clock=seat.clock).start(samples.PASSPHRASE, files=(out / files[0],))
    assert codes(first) >= {"S-01", "S-07"}
    assert not codes(first) & {"S-02", "S-12"}


def test_laptops_and_planned_courses_are_left_out_by_a_tick(make_seat: MakeSeat, tmp_path: Path) -> None:
    seat = make_seat("office", before_the_season)
    seat.start(samples.PASSPHRASE)
    seasons.apply(seat.work, seasons.check(seat.work, whole_season(tmp_path)))
    out = tmp_path / "out"
    out.mkdir()
    seat.open("sending")
    seat.click("office_write_all")
    first = seat.see("all_packs_laptops_1")
    assert first.accessibleDescription() == "new: S-01, S-07"
    seat.click("all_packs_laptops_1")
    seat.click("all_packs_planned")
    assert first.accessibleDescription() == "no course, only corrections and receipts"
    assert "A course is ticked for it in “Write a file for L1”" in seat.text("all_packs_laptops_description")
    seat.desktop.choosers.answer(out)
    seat.click("all_packs_place_other")
    seat.click("all_packs_panel_accept")
    files = sorted(path.name.partition("-for-")[2] for path in out.iterdir())
    assert files == [f"L{number}.tsync" for number in range(2, LAPTOPS + 1)]
    assert all(one.own == () for one in all_packs.planned_packs(seat.work)), "none was given a course"
