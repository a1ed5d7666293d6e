"""Results as files: every figure is there, formulas stay text, what is hidden stays hidden."""

import csv
import io
from typing import Any

import openpyxl
import pytest

from tests.documents.result_samples import HOSTILE, nothing, results
from trainer_app.documents.evaluations.results_tables import HEADS, results_csv, results_xlsx
from trainer_app.domain.evaluations.feedback import Results


def lines(found: Results, language: str = "en") -> list[dict[str, str]]:
    data = results_csv(found, language)
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def sheets(data: bytes) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book.worksheets:
        assert all(cell.data_type in "sn" for row in sheet.iter_rows() for cell in row)
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def value(rows: list[dict[str, str]], **wanted: str) -> str:
    (row,) = [each for each in rows if all(each[name] == text for name, text in wanted.items())]
    return row["value"]


def test_csv_has_every_figure_once() -> None:
    found = results()
    rows = lines(found)
    assert tuple(rows[0]) == HEADS
    assert value(rows, part="learning", code="matched") == str(found.learning.matched)
    assert found.learning.hake_g is not None
    assert abs(float(value(rows, part="learning", code="hake_g")) - float(found.learning.hake_g)) <= 0.00005
    assert sum(row["part"] == "person" and row["code"] == "percent" for row in rows) == sum(
        len(person.scores) for person in found.people
    )
    bins = [
        int(row["value"]) for row in rows if row["code"].startswith("from_") and row["occasion"] == "post"
    ]
    assert sum(bins) == int(value(rows, part="scores", occasion="post", code="papers"))
    versions = {row["version"] for row in rows if row["part"] == "item"}
    assert versions == {"1", "2"}
    one = {"part": "item", "version": "1", "occasion": "post", "row": "1"}
    chosen = [int(value(rows, **one, code=f"option_{letter}")) for letter in "ABC"]
    (first, _) = found.tests
    assert sum(chosen) + int(value(rows, **one, code="blank")) == first.occasions[-1].papers


def test_what_people_wrote_is_never_a_formula() -> None:
    texts = [row["text"] for row in lines(results())]
    assert f"'{HOSTILE}" in texts
    assert HOSTILE not in texts
    there = sheets(results_xlsx(results(), "en"))
    assert any(HOSTILE in row for row in there["Open answers, in no order"])


@pytest.mark.parametrize("language", ["tg", "ru", "en"])
def test_a_workbook_has_a_sheet_for_each_part(language: str) -> None:
    there = sheets(results_xlsx(results(courses=2), language))
    assert len(there) == 7
    for rows in there.values():
        assert len(rows) > 1
        assert all(rows[0])
        assert {len(row) for row in rows} == {len(rows[0])}


def test_numbers_stay_numbers() -> None:
    found = results()
    people = sheets(results_xlsx(found, "en"))["Person by person"]
    assert len(people) == len(found.people) + 1
    assert all(isinstance(row[3], int | float) for row in people[1:])
    figures = dict(row[:2] for row in sheets(results_xlsx(found, "en"))["What was learnt"][1:])
    assert found.learning.mean_individual_g is not None
    assert abs(figures["Mean of individual g (Bao)"] - float(found.learning.mean_individual_g)) < 1e-12


def test_hidden_answers_are_in_no_file() -> None:
    rows = lines(results(sheets=4))
    feedback = [row for row in rows if row["part"] == "feedback"]
    assert {row["code"] for row in feedback} == {"papers", "answers", "blank", "hidden"}
    assert HOSTILE not in str(
        sheets(results_xlsx(results(sheets=4), "en")).get("Open answers, in no order", "")
    )


def test_nothing_yet_gives_files_that_open() -> None:
    assert value(lines(nothing()), part="learning", code="matched") == "0"
    assert list(sheets(results_xlsx(nothing(), "en"))) == ["What was learnt", "Person by person"]


def test_every_number_is_shown_with_the_decimals_of_the_window() -> None:
    book = openpyxl.load_workbook(io.BytesIO(results_xlsx(results(), "en")))
    learnt = {row[0].value: row[1] for row in book["What was learnt"].iter_rows(min_row=2)}
    formats = {str(name): cell.number_format for name, cell in learnt.items() if cell.value is not None}
    assert formats["Pre-test, mean"] == "0.0"
    people = book["Person by person"]
    heads = {cell.value: cell.column for cell in people[1] if cell.column is not None}
    assert {people.cell(row, heads["Change"]).number_format for row in range(2, people.max_row + 1)} <= {
        "+0.0;-0.0;0.0",
        "General",
    }
    for sheet in book.worksheets:
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                if isinstance(cell.value, float) and cell.value % 1:
                    assert cell.number_format != "General", f"{sheet.title} {cell.coordinate}"
