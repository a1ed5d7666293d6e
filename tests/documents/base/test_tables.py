"""Files for spreadsheets: complete, read back by third parties, and nothing in them runs."""

import csv
import io
from fractions import Fraction
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from tests.documents.samples import report, speak
from trainer_app.documents.base.tables import Table, neutral, write_csv, write_xlsx
from trainer_app.documents.office.report import persons_csv, report_csv, report_xlsx
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace

_BODIES = ("1+1", "SUM(A1:A9)", "cmd|' /C calc'!A0", 'HYPERLINK("x")', "IMPORTXML(1)")
PAYLOADS = [f"{sign}{body}" for sign in "=+-@\t\r＝＋－＠" for body in _BODIES]

_TRICKY = st.sampled_from("=+-@＝＋ ;,|\t\r\n\"'\u00a0\u2028\x0bаб1")


def _read_csv(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def _sheets(data: bytes) -> dict[str, list[tuple[Any, ...]]]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book.worksheets:
        assert all(cell.data_type in "sn" for row in sheet.iter_rows() for cell in row)
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


def test_the_csv_has_every_figure_with_the_rows_behind_it() -> None:
    rows = _read_csv(report_csv(report(), "tg", speak("tg")))
    head, *lines = rows
    assert head == ["split", "line", "code", "figure", "value", "unit", "exclusions", "rows"]
    own = {line[2]: line for line in lines if not line[0]}
    assert [own[code][4] for code in ("participations", "person_days", "women_by_head")] == [
        "65",
        "257.5",
        "34.92",
    ]
    assert own["trainer_days"][4] == ""
    assert own["participations"][7] == "a1 a2"
    assert own["participations"][3] == "Иштирок"
    assert [line[4] for line in lines if line[:3] == ["sex", "female", "participations"]] == ["22"]
    assert [line[1] for line in lines if line[0] == "unit"] == [""] * 3 + ["'=1+1"] * 3


NOTES = (Label("counting.note_running", {"courses": "=1+1"}), Label("counting.note_unmarked", {"count": 3}))


def _say(label: Label) -> str:
    """Say a label so that it begins as a formula does."""
    return f"={label.code}({len(label.values)})"


def test_the_notes_stand_below_the_figures_in_csv_and_nothing_in_them_runs() -> None:
    plain = replace(report(), notes=())
    whole = _read_csv(report_csv(replace(plain, notes=NOTES), "en", _say))
    assert whole[: -len(NOTES)] == _read_csv(report_csv(plain, "en", _say))
    assert whole[-len(NOTES) :] == [
        ["note", "", note.code, f"'={note.code}(1)", "", "", "", ""] for note in NOTES
    ]
    assert {len(row) for row in whole} == {8}, "every line is as wide as the head"


def test_the_workbook_says_the_notes_beside_the_figures() -> None:
    sheets = _sheets(report_xlsx(replace(report(), notes=NOTES), "ru", _say))
    assert list(sheets)[:2] == ["Показатели", "Примечания"]
    told = [("Примечания",), ("С именами участников",), *((f"={note.code}(1)",) for note in NOTES)]
    assert sheets["Примечания"] == told
    assert "Примечания" not in _sheets(
        report_xlsx(replace(report(), notes=(), names=False), "ru", speak("ru"))
    )


def test_the_list_of_participations_as_csv() -> None:
    rows = _read_csv(persons_csv(report(9), "en"))
    assert len(rows) == 10
    assert rows[1][:6] == ["1", "Абдуллоева Мавҷуда Сафаровна 0", "female", "лейтенант", "'@SUM(1)", "DSH-1"]
    assert rows[2][6:] == ["16.5", "99.99", "52.3", "78.2", "DSH-2018-K7-00001-98"]


def test_the_workbook_holds_figures_splits_and_people() -> None:
    data = report_xlsx(report(), "tg", speak("tg"))
    sheets = _sheets(data)
    assert list(sheets) == ["Нишондиҳандаҳо", "Эзоҳҳо", "Ҷинс", "Ҷойи хизмат", "Иштирокчиён"]
    assert sheets["Нишондиҳандаҳо"][1][:2] == ("Иштирок", 65)
    assert sheets["Ҷинс"][-1] == ("Ҳамагӣ", 65, 63, 56)
    assert ("=1+1", 43, 41, 36) in sheets["Ҷойи хизмат"]
    assert len(sheets["Иштирокчиён"]) == 66
    other = CalamineWorkbook.from_filelike(io.BytesIO(data)).get_sheet_by_name("Иштирокчиён").to_python()
    assert len(other) == 66
    assert other[1][1] == sheets["Иштирокчиён"][1][1]


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
