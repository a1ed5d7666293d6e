"""Files for spreadsheets: complete, read back by third parties, and nothing in them runs."""

import csv
import io
import re
from fractions import Fraction
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from tests.documents.samples import report, speak
from trainer_app.documents.base.tables import Table, neutral, write_csv, write_xlsx
from trainer_app.documents.office.report_tables import report_csv, report_xlsx
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.office.reports import (
    CrossLine,
    CrossTable,
    Figure,
    ReportAbout,
    ScopeNames,
    Target,
    Unit,
)

_BODIES = ("1+1", "SUM(A1:A9)", "cmd|' /C calc'!A0", 'HYPERLINK("x")', "IMPORTXML(1)")
PAYLOADS = [f"{sign}{body}" for sign in "=+-@\t\r＝＋－＠" for body in _BODIES]

_TRICKY = st.sampled_from("=+-@＝＋ ;,|\t\r\n\"'\u00a0\u2028\x0bаб1")


def _read_csv(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def _sheets(data: bytes) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book.worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            summed = cell.data_type == "f" and re.fullmatch(r"=SUM\([A-Z]+2:[A-Z]+\d+\)", cell.value)
            assert cell.data_type in "snd" or summed, "nothing that was typed is a formula"
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def test_forty_formulas_and_more_are_neutralised_in_csv() -> None:
    assert len(PAYLOADS) >= 40
    read = _read_csv(write_csv(["=1+1"], [[payload] for payload in PAYLOADS]))
    assert [row[0] for row in read] == [f"'{payload}" for payload in ["=1+1", *PAYLOADS]]


@pytest.mark.parametrize(
    "between", [";", "\t", "|", ",", "\n", "\r\n", "\r", '"', '; "', ";\u00a0", "\u2028", "\x0b"]
)
def test_no_formula_begins_where_another_country_ends_a_cell(between: str) -> None:
    for sign in "=+-@＝＋－＠":
        told = neutral(f"Каримов{between}{sign}cmd|' /C calc'!A0")
        assert told == f"Каримов{between}'{sign}cmd|' /C calc'!A0"


@given(st.lists(st.lists(st.text(_TRICKY, max_size=9), min_size=1, max_size=4), min_size=1, max_size=3))
def test_whatever_separates_lists_no_cell_of_the_file_is_a_formula(rows: list[list[str]]) -> None:
    written = write_csv(["a"], rows).decode("utf-8-sig")
    for separator in ";\t|,":
        plain = [part for line in written.splitlines() for part in line.split(separator)]
        quoted = [
            part for row in csv.reader(io.StringIO(written, newline=""), delimiter=separator) for part in row
        ]
        for part in (*plain, *quoted):
            assert not part.lstrip('" \t\u00a0').startswith(tuple("=+-@＝＋－＠")), (separator, part)


def test_a_text_of_separators_alone_takes_no_longer_than_its_letters() -> None:
    assert neutral(";" * 1_000_000) == ";" * 1_000_000
    assert neutral(" " * 1_000_000 + "x") == " " * 1_000_000 + "x"


def test_forty_formulas_and_more_are_plain_text_in_xlsx() -> None:
    data = write_xlsx([Table("=1+1", ("=1+1",), [[payload] for payload in PAYLOADS], (20,))], "=1+1")
    (rows,) = _sheets(data).values()
    read = [str(row[0]).replace("_x000D_", "\r") for row in rows]
    assert read == ["=1+1", *PAYLOADS]


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("Ҷумъаев", "Ҷумъаев"),
        ("a=b", "a=b"),
        ("Хуҷанд - Душанбе", "Хуҷанд - Душанбе"),
        ("pre-test; 5", "pre-test; 5"),
        ("trainer@example.org", "trainer@example.org"),
        (-5, -5),
        (None, ""),
        (Fraction(165, 10), "16.5"),
        (Fraction(-1, 3), "-0.3333"),
        ("", ""),
    ],
)
def test_what_is_no_formula_stays(value: str | int | Fraction | None, cell: str | int) -> None:
    assert neutral(value) == cell


def test_csv_keeps_commas_quotes_line_breaks_and_tajik_letters() -> None:
    row = ['Ғафуров, "Сӯҳроб"', "a\nb", "ҲҶҚӢ"]
    assert _read_csv(write_csv(["a", "b", "c"], [row])) == [["a", "b", "c"], row]


def test_the_csv_has_one_figure_in_each_line_and_no_keys() -> None:
    rows = _read_csv(report_csv(report(), "tg", speak("tg")))
    head, *lines = rows
    assert ",".join(head) == "split,part,column_split,column_part,figure,value,unit,n,name,remarks"
    own = {line[4]: line for line in lines if not line[0]}
    assert [own[code][5:7] for code in ("participations", "person_days", "women_by_head")] == [
        ["65", "count"],
        ["257.5", "days"],
        ["34.92", "percent"],
    ]
    assert own["trainer_days"][5] == ""
    assert own["participations"][8] == "Иштирок"
    assert not any("a1" in cell for line in lines for cell in line), "ids stand in JSON alone"
    assert [line[5] for line in lines if line[:5] == ["sex", "female", "", "", "participations"]] == ["22"]
    assert [line[1] for line in lines if line[0] == "unit"] == [""] * 3 + ["'=1+1"] * 3


def _crossed(columns: str) -> CrossTable:
    """Return a table of two lines; persons stand in both of them, gains have an n."""

    def part(count: int, gain: int | None, pairs: int) -> tuple[Figure, ...]:
        return (
            Figure("participations", count),
            Figure("unique_persons", count if count < 9 else 8),
            Figure("gain_points", gain, Unit.POINTS, n=pairs),
        )

    codes = ("participations", "unique_persons", "gain_points")
    first, other, whole = part(4, 1050, 3), part(5, None, 0), part(9, 1050, 3)
    named = ("2018-10",) if columns else ()
    lines = (
        CrossLine("Душанбе", (first, first) if columns else (first,)),
        CrossLine("=1+1", (other, other) if columns else (other,)),
    )
    total = CrossLine("", (whole, whole) if columns else (whole,))
    return CrossTable("town", columns, codes, named, lines, total, (Label("report.notes"),))


def test_each_cell_of_a_table_is_a_line_of_the_csv() -> None:
    lines = _read_csv(report_csv(replace(report(), table=_crossed("month")), "en", speak("en")))[1:]
    told = {tuple(line[:5]): line[5:8] for line in lines}
    assert told["town", "Душанбе", "month", "2018-10", "gain_points"] == ["10.5", "points", "3"]
    assert told["town", "'=1+1", "month", "2018-10", "gain_points"] == ["", "points", "0"]
    assert told["town", "Душанбе", "", "", "participations"] == ["4", "count", ""]
    assert told["", "", "month", "2018-10", "participations"] == ["9", "count", ""]


def test_totals_are_formulas_where_lines_add_up_and_stand_outside_the_filter() -> None:
    made = report_xlsx(replace(report(), table=_crossed("month")), "en", speak("en"))
    book = openpyxl.load_workbook(io.BytesIO(made))
    participations, persons = book["Participations"], book["Persons (each once)"]
    assert participations.auto_filter.ref == "A1:C3"
    assert [cell.value for cell in participations[4]] == ["Total", "=SUM(B2:B3)", "=SUM(C2:C3)"]
    assert [cell.value for cell in persons[4]] == ["Total", 8, 8], "one person stands in both lines"
    gains = book["Gain in percentage points"]
    assert [cell.value for cell in gains[1]] == ["Town", "October 2018", "n", "Total", "n"]
    assert [cell.value for cell in gains[3]] == ["Dushanbe", 10.5, 3, 10.5, 3]
    assert gains["B3"].number_format == "+0.0;-0.0;0.0"
    assert participations["A6"].value == "Notes"
    # What the formulas give stands in the file too, for readers that compute nothing.
    read = CalamineWorkbook.from_filelike(io.BytesIO(made)).get_sheet_by_name("Participations").to_python()
    assert read[3][1] == 9


def test_a_table_of_one_dimension_is_one_sheet() -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(report_xlsx(replace(report(), table=_crossed("")), "en", speak("en")))
    )
    assert [cell.value for cell in book["Table"][1]][-2:] == ["Gain in percentage points", "n"]


def test_the_workbook_says_what_it_is_of_with_types_and_formats() -> None:
    told = replace(
        report(),
        scope=ScopeNames(projects=("DV18",)),
        about=ReportAbout(office=Texts(en="Office Dushanbe"), version="0.9"),
        targets=(Target("DV18", "women", 40, 22),),
        charts=(_crossed(""),),
    )
    book = openpyxl.load_workbook(io.BytesIO(report_xlsx(told, "en", speak("en"))))
    about = {row[0].value: row[1] for row in book["About"].iter_rows()}
    assert about["Scope"].value == "Projects: DV18"
    assert (about["First day"].value.date(), about["First day"].number_format) == (told.first, "dd.mm.yyyy")
    assert (about["Office"].value, about["Program version"].value) == ("Office Dushanbe", "0.9")
    assert about["Prepared on"].value.date() == told.made_on
    figures = {row[0].value: row[1] for row in book["Figures"].iter_rows()}
    share = figures["Share of women"]
    assert (share.value, share.number_format) == (pytest.approx(0.3492), "0.0%")
    assert [cell.value for cell in book["Planned and reached"][2]][2:] == [40, 22, 0.55]
    assert sum(len(sheet._charts) for sheet in book.worksheets) == 1


NOTES = (Label("counting.note_running", {"courses": "=1+1"}), Label("counting.note_unmarked", {"count": 3}))


def _say(label: Label) -> str:
    """Say a label so that it begins as a formula does."""
    return f"={label.code}({len(label.values)})"


def test_the_notes_stand_below_the_figures_in_csv_and_nothing_in_them_runs() -> None:
    plain = replace(report(), notes=())
    whole = _read_csv(report_csv(replace(plain, notes=NOTES), "en", _say))
    assert whole[: -len(NOTES)] == _read_csv(report_csv(plain, "en", _say))
    assert whole[-len(NOTES) :] == [
        ["note", "", "", "", note.code, "", "", "", f"'={note.code}(1)", ""] for note in NOTES
    ]
    assert {len(row) for row in whole} == {10}, "every line is as wide as the head"


def test_the_workbook_says_the_notes_beside_the_figures() -> None:
    sheets = _sheets(report_xlsx(replace(report(), notes=NOTES), "ru", _say))
    assert list(sheets)[:3] == ["Показатели", "Об отчёте", "Примечания"]
    told = [("Примечания",), ("С именами участников",), *((f"={note.code}(1)",) for note in NOTES)]
    assert sheets["Примечания"] == told
    assert "Примечания" not in _sheets(
        report_xlsx(replace(report(), notes=(), names=False), "ru", speak("ru"))
    )


def test_the_workbook_holds_figures_splits_and_people() -> None:
    data = report_xlsx(report(), "tg", speak("tg"))
    sheets = _sheets(data)
    assert list(sheets) == [
        "Нишондиҳандаҳо",
        "Дар бораи ҳисобот",
        "Эзоҳҳо",
        "Ҷинс",
        "Ҷойи хизмат",
        "Иштирокчиён",
    ]
    assert sheets["Нишондиҳандаҳо"][1][:2] == ("Иштирок", 65)
    assert sheets["Ҷинс"][-1] == ("Ҳамагӣ", "=SUM(B2:B4)", "=SUM(C2:C4)", "=SUM(D2:D4)")
    assert ("=1+1", 43, 41, 36) in sheets["Ҷойи хизмат"]
    assert len(sheets["Иштирокчиён"]) == 66
    other = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("Иштирокчиён").to_python()
    assert len(other) == 66
    assert other[1][1] == sheets["Иштирокчиён"][1][1]


def test_a_printed_sheet_is_one_page_wide_with_its_head_on_each() -> None:
    book = openpyxl.load_workbook(
        io.BytesIO(write_xlsx([Table("Long", ("A",) * 30, [("a",) * 30], (9,) * 30)], "Report"))
    )
    sheet = book.active
    assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0), "one is not written"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$1:$1"


def test_the_same_report_gives_the_same_bytes() -> None:
    assert report_xlsx(report(), "ru", speak("ru")) == report_xlsx(report(), "ru", speak("ru"))
    assert report_csv(report(), "ru", speak("ru")) == report_csv(report(), "ru", speak("ru"))


def test_names_of_sheets_are_made_fit() -> None:
    tables = [Table(name, ("a",), [], (5,)) for name in ("x" * 40, "x" * 40, "a/b[c]", "'", "")]
    assert list(_sheets(write_xlsx(tables, "t"))) == ["x" * 31, "x" * 27 + " 2", "a b c", "1", "1 2"]


def test_what_a_workbook_cannot_hold_is_refused_not_dropped() -> None:
    whole = "x" * 32_767
    (rows,) = _sheets(write_xlsx([Table("a", ("a",), [[whole]], (5,))], "t")).values()
    assert rows[1][0] == whole
    with pytest.raises(TrainerError) as caught:
        write_xlsx([Table("a", ("a",), [["x"], [whole + "x"]], (5,))], "t")
    assert caught.value.code == "documents.cell_too_long"
    assert caught.value.values == {"row": 2, "length": 32_768}
