"""A report's workbook says what the program says: read by openpyxl, and as LibreOffice computes it anew.

LibreOffice opens the file, computes every formula itself and writes the workbook again: its numbers are those
that a person sees there. Where it is not installed that part is skipped, and says so.
"""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import datetime
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from tests.kit import worlds
from trainer_app.actions.office import building, reports
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.office.crossing import TableQuery
from trainer_app.domain.office.reports import CrossTable, Figure, Report, Unit

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
SECONDS = 240


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Report, Path]]:
    """Give a report with a table of two dimensions, and its workbook."""
    folder = tmp_path_factory.mktemp("workbook")
    asked = TableQuery(
        SplitBy.SEX, SplitBy.TOWN, ("participations", "person_hours", "completions", "gain_points")
    )
    with worlds.finished(folder).open() as story:
        found = building.report(story.work, by=(SplitBy.SEX, SplitBy.UNIT), table=asked, charts=True)
        path = folder / "report.xlsx"
        path.write_bytes(reports.write_report_xlsx(found, "en"))
        yield found, path


def expected(figure: Figure) -> float | None:
    """Return what a cell holds: hours, days, points; a share as a part of 1."""
    if figure.shown is None:
        return None
    return float(figure.shown / 100 if figure.unit is Unit.PERCENT else Fraction(figure.shown))


SHOWN = {
    Unit.COUNT: "#,##0",
    Unit.MINUTES: "#,##0.00",
    Unit.HALF_DAYS: "#,##0.0",
    Unit.PERCENT: "0.0%",
    Unit.POINTS: "+0.0;-0.0;0.0",
    Unit.GAIN: "0.00",
}
"""The formats of cells: decimals as in the window. LibreOffice writes signs of one with a backslash."""


def check_number(cell: Cell, figure: Figure) -> None:
    value = expected(figure)
    if value is None:
        assert cell.value is None
        return
    assert isinstance(cell.value, int | float), f"{cell.coordinate} of {figure.code} is {cell.value!r}"
    assert cell.value == pytest.approx(value), f"{cell.coordinate} of {figure.code}"
    shown = str(cell.number_format).replace("\\", "")
    assert shown == SHOWN[figure.unit], f"{figure.code} is shown as {shown}"


def row_of(sheet: Worksheet, name: str) -> int:
    return next(row for row in range(1, sheet.max_row + 1) if sheet.cell(row, 1).value == name)


def check_table(sheet: Worksheet, table: CrossTable, at: int) -> None:
    """Compare the sheet of one figure; where it has an n, that stands in a column of its own."""
    names = {"female": "Women", "male": "Men", "unknown": "Not stated"}
    counted = any(part[at].n is not None for line in table.all_lines for part in line.parts)
    for line in table.all_lines:
        row = row_of(sheet, "Total" if line is table.total else names[line.name])
        for place, part in enumerate(line.parts):
            check_number(sheet.cell(row, 2 + place * (2 if counted else 1)), part[at])
            if counted:
                assert sheet.cell(row, 3 + place * 2).value == part[at].n


def check_workbook(report: Report, path: Path) -> None:
    book = openpyxl.load_workbook(path, data_only=True)
    figures, about = book.worksheets[:2]
    for place, figure in enumerate(report.figures):
        check_number(figures.cell(2 + place, 2), figure)
    said = {about.cell(row, 1).value: about.cell(row, 2) for row in range(1, about.max_row + 1)}
    days = [cell.value for cell in said.values() if isinstance(cell.value, datetime)]
    assert [day.date() for day in days] == [report.first, report.last, report.made_on], "days are days"
    assert report.table is not None
    tables = [sheet for sheet in book.worksheets if sheet.cell(1, 1).value == "Sex" and sheet.max_row > 3]
    assert len(tables) >= len(report.table.codes)
    for at in range(len(report.table.codes)):
        check_table(tables[at], report.table, at)


def test_openpyxl_reads_what_the_program_says(made: tuple[Report, Path]) -> None:
    check_workbook(*made)


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice (soffice) is not installed here")
def test_libreoffice_computes_what_the_program_says(made: tuple[Report, Path], tmp_path: Path) -> None:
    report, path = made
    assert OFFICE is not None
    home = f"-env:UserInstallation=file://{tmp_path}/home"
    out = tmp_path / "out"
    for form in ("xlsx", "pdf"):
        command = [OFFICE, home, "--headless", "--convert-to", form, "--outdir", str(out), str(path)]
        subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    check_workbook(report, out / "report.xlsx")
    assert (out / "report.pdf").read_bytes().startswith(b"%PDF")
