"""Step 7 of the story, in the office's window: one person under two spellings, the figures and their rows."""

import csv
import json
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from tests.journeys.conftest import MakeSeat
from tests.kit.seat import CTRL, Seat, october
from trainer_app.actions.base import sync_status
from trainer_app.actions.people import joining, people
from trainer_app.actions.today.demo import PASSPHRASE, FilledDemo

REPORTS = 2
PERSONS = "Persons (each once)"


@pytest.fixture
def office(make_seat: MakeSeat, whole_story: FilledDemo) -> Seat:
    """Open the office after all files have come in."""
    seat = make_seat("office", whole_story.office, october(22, 10))
    seat.start(PASSPHRASE)
    return seat


def open_report(office: Seat) -> dict[str, str]:
    """Open the report of everything; return its figures by their names."""
    office.open("office")
    office.choose_tab("office_tabs", REPORTS)
    return {row[0]: row[1] for row in office.cells("report_figures_table")}


def named(office: Seat, person: str) -> str:
    return people.get_person(office.work, person).name


def rows_behind(office: Seat, figure: str) -> list[list[str]]:
    """Choose a figure and return the rows behind it."""
    office.select("report_figures_table", figure)
    return office.cells("report_rows")


def test_two_spellings_become_one_person_and_can_be_parted_again(office: Seat) -> None:
    before = open_report(office)
    assert before["Participations"] == "65"
    assert before[PERSONS] == "65"
    office.open("review")
    strong = [pair for pair in joining.candidates(office.work) if pair.strong]
    decisions = 0
    while joining.candidates(office.work):
        while not office.sees("review_people"):
            office.press(Qt.Key.Key_Down)
        names = {office.text(f"review_person_{place}_name") for place in (1, 2)}
        same = any(names == {named(office, pair.a), named(office, pair.b)} for pair in strong)
        office.click("review_person_1_keep" if same else "review_not_same")
        decisions += 1
    after = open_report(office)
    joined = len(strong)
    assert joined == 1, "another pair of spellings has another rank and unit: that one is asked about"
    assert after["Participations"] == "65", "joining moves no participation"
    assert after[PERSONS] == str(65 - joined)
    assert len(rows_behind(office, PERSONS)) == 65 - joined
    office.press(Qt.Key.Key_Z, CTRL)
    office.click("undo_question_open")
    assert office.workspace.current() == "review"
    for _ in range(decisions):
        office.press(Qt.Key.Key_Z, CTRL)
    assert open_report(office)[PERSONS] == "65"
    assert sync_status.check(office.work).ok


def test_every_figure_opens_the_rows_behind_it(office: Seat) -> None:
    figures = open_report(office)
    assert len(figures) >= 6
    rows = rows_behind(office, "Participations")
    assert len(rows) == 65
    assert all(name for name, *_ in rows), "each row names somebody"
    parts = office.cells("report_parts")
    by_sex = {row[1]: int(row[2]) for row in parts if row[0] == "Sex"}
    assert sum(by_sex.values()) == 65
    office.select("report_parts", "Women")
    assert len(office.cells("report_rows")) == by_sex["Women"]
    women = {row[0] for row in office.cells("report_rows")}
    assert women <= {row[0] for row in rows}


def test_the_report_is_saved_as_pdf_csv_and_json_and_all_say_the_same(office: Seat, tmp_path: Path) -> None:
    figures = open_report(office)
    office.click("report_names")
    for action, name in (
        ("report_save_pdf_en", "report.pdf"),
        ("report_save_csv", "report.csv"),
        ("report_save_json", "report.json"),
        ("report_save_xlsx", "report.xlsx"),
    ):
        office.click("report_save")
        office.desktop.choosers.answer(tmp_path / name)
        office.menu(action)
        assert office.banner().startswith("Saved and checked")
    document = pypdfium2.PdfDocument(tmp_path / "report.pdf")
    pages = [document[at].get_textpage().get_text_range() for at in range(len(document))]
    document.close()
    words = " ".join(" ".join(pages).split())
    with (tmp_path / "report.csv").open(encoding="utf-8-sig", newline="") as stream:
        table = [cell for row in csv.reader(stream) for cell in row]
    data = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert data["figures"]["participations"] == 65
    assert len(data["rows"]["participations"]) == 65
    for name in ("Participations", PERSONS):
        assert figures[name] in table
    assert "participations" in words.casefold()
    assert (tmp_path / "report.xlsx").read_bytes()[:2] == b"PK"
    names = {row[0].split()[0] for row in rows_behind(office, "Participations")}
    assert all(family in words for family in names), "the paper has the rows too, down to the last letter"


def test_one_course_and_a_period_count_less(office: Seat) -> None:
    everything = open_report(office)
    office.choose("report_scope", "GARM")
    garm = {row[0]: row[1] for row in office.cells("report_figures_table")}
    assert int(garm["Participations"]) < int(everything["Participations"])
    assert len(rows_behind(office, "Participations")) == int(garm["Participations"])
    office.click("report_show")
    assert office.sees("paper_view")
    office.press(Qt.Key.Key_Escape)
    assert office.workspace.current() == "office"
