"""Columns of a list that is taken in: what each holds, and who says so."""

from pathlib import Path

from openpyxl import Workbook
from PySide6.QtWidgets import QLabel

from tests.actions.lists import write_list
from tests.kit.world import Story
from tests.ui.driving import click, find, press_button, settle
from tests.ui.import_parts import TWINS, course, fates, importing, mean, read, take
from trainer_app.actions.courses import enrolments
from trainer_app.domain.courses.roster_reader import RowRepair
from trainer_app.ui.courses.participants.import_page import RosterImportPage

__all__ = ["course", "importing"]


def test_what_each_column_holds_stands_below_its_words(importing: RosterImportPage, tmp_path: Path) -> None:
    importing.read(write_list(tmp_path))
    settle()
    head = importing.preview.table.head
    assert head.fields
    assert all(field.y() > 0 and field.geometry().bottom() < head.height() for field in head.fields)


def test_a_column_is_told_what_it_holds_and_remembered(
    importing: RosterImportPage, course: str, story: Story, tmp_path: Path
) -> None:
    heading = ("Ному насаб", "Кор", "Телефон")
    rows = [("Шокиров Алишер Валиевич", "н. Сино", "918 11 22 33")]
    page = read(importing, write_list(tmp_path, rows, heading))
    fields = page.table.head.fields
    assert [field.currentData() for field in fields] == ["name", "nothing", "nothing"]
    assert any("Телефон" in line for line in page.strip.notes.text().splitlines())
    mean(page, 1, "unit")
    assert find(page.row_card, QLabel, "import_row_second").text() == "н. Сино"
    take(page)
    assert enrolments.list_enrolments(story.work, course)[0].person.unit == "н. Сино"
    importing.open_for(course)
    other = write_list(tmp_path, [("Пирова Шаҳноза", "ш. Хуҷанд", "")], heading, "second.csv")
    page = read(importing, other)
    assert [field.currentData() for field in page.table.head.fields] == ["name", "unit", "nothing"]


def test_one_kind_is_held_by_one_column(importing: RosterImportPage, tmp_path: Path) -> None:
    page = read(importing, write_list(tmp_path))
    fields = page.table.head.fields
    assert [field.currentData() for field in fields] == ["number", "name", "rank", "unit", "sex"]
    fields[2].setCurrentIndex(fields[2].findData("name"))
    fields[2].activated.emit(fields[2].currentIndex())
    settle()
    held = [field.currentData() for field in page.table.head.fields]
    assert held == ["number", "nothing", "name", "unit", "sex"]
    # Nobody has a rank for a name.
    assert page.sum.text().startswith("rows 6 = new 0")
    assert not page.accept.isEnabled()


def test_another_sheet_can_be_read(importing: RosterImportPage, tmp_path: Path) -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    first.title = "Рӯйхат"
    second = book.create_sheet("Эҳтиёт")
    for sheet, names in ((first, ("Шокиров Алишер", "Пирова Шаҳноза")), (second, ("Тоирова Лола",))):
        sheet.append(["Ному насаб", "Ҷинс"])
        for name in names:
            sheet.append([name, "М" if name.startswith("Ш") else "З"])
    book.save(tmp_path / "two.xlsx")
    page = read(importing, tmp_path / "two.xlsx")
    assert page.strip.sheet.isVisible()
    assert page.strip.sheet.currentText() == "Рӯйхат"
    assert page.accept.text() == "Import 2 people (unanswered as new: 1)"
    page.table.choose(3)
    assert page.row_card.leave_out is not None
    click(page.row_card.leave_out)
    for answer in ("no", "yes"):
        page.strip.sheet.setCurrentIndex(1)
        page.strip.sheet.activated.emit(1)
        assert page.strip.sheet.currentText() == "Рӯйхат", "what was answered would be lost: it asks"
        press_button(page.window(), f"import_leave_question_{answer}")
        settle()
    assert page.strip.sheet.currentText() == "Эҳтиёт"
    assert page.accept.text() == "Import one person (unanswered as new: 1)"


def test_decisions_outlive_a_correction_of_a_column(importing: RosterImportPage, tmp_path: Path) -> None:
    heading = ("№", "Ному насаб", "Рутба", "Ҷойи хизмат", "Ҷинс", "Телефон")
    rows = [(*row, f"91800000{row[0]}") for row in [*TWINS, ("5", "Эмомова Ҷамила Саидовна", "", "", "")]]
    rows.append(("6", "Норин Ким", "", "", "М", ""))
    page = read(importing, write_list(tmp_path, rows, heading))
    page.table.choose(5)
    click(page.row_card.choices["same"])
    page.table.choose(2)
    assert page.row_card.leave_out is not None
    click(page.row_card.leave_out)
    click(page.strip.for_all[RowRepair.SEX])
    click(page.strip.only_problems)
    shown = fates(page)
    page.table.choose(7)
    mean(page, 5, "phone")
    assert fates(page) == shown
    assert page.strip.only_problems.isChecked()
    assert page.strip.for_all[RowRepair.SEX].isChecked()
    assert page.row_card.title.text() == "Row 7"
    assert "Asked anew" not in page.strip.notes.text()
    # An answer rests on the names; that a row is left out does not.
    mean(page, 1, "remark")
    assert "Asked anew because of the column: 1 row" in page.strip.notes.text()


def test_columns_far_to_the_right_are_told_one_after_the_other(
    importing: RosterImportPage, tmp_path: Path
) -> None:
    heading = ("Ному насаб", *(f"Х{place}" for place in range(9)))
    rows = [("Шокиров Алишер Валиевич", *("123",) * 9), ("Пирова Шаҳноза", *("456",) * 9)]
    page = read(importing, write_list(tmp_path, rows, heading))
    bar = page.table.horizontalScrollBar()
    assert bar.maximum() > 100
    bar.setValue(bar.maximum())
    across = bar.value()
    for column, what in ((9, "unit"), (8, "phone")):
        mean(page, column, what)
        assert abs(bar.value() - across) <= 60, "only as much as a column grows by its words"
    page.table.choose(3)
    assert bar.value() >= across - 60
