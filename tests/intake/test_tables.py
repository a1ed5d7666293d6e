"""Tables of other programs: values as people see them, rows with their numbers, nothing passed over."""

import json
import zipfile
from datetime import date, datetime, time, timedelta
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from tests.intake.files import cell, rest_of_sheet, row, write_ods
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import RawTable, column_letter, row_ranges
from trainer_app.domain.base.texts import LANGUAGES, resource
from trainer_app.intake.tables import read_table

DATA = Path(__file__).parents[1] / "data" / "spreadsheets"


def codes(table: RawTable) -> list[str]:
    return [problem.code for problem in table.warnings]


def cells(table: RawTable) -> dict[int, tuple[str, ...]]:
    return {row.number: row.cells for row in table.rows}


def workbook(path: Path, *rows: tuple[object, ...]) -> tuple[openpyxl.Workbook, Worksheet]:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for each in rows:
        sheet.append(each)
    book.save(path)
    return book, sheet


def test_values_become_what_people_see(tmp_path: Path) -> None:
    values = (
        ("Раҳимов", "Раҳимов"),
        (12, "12"),
        (12.5, "12.5"),
        (992_901_234_567, "992901234567"),
        (-3, "-3"),
        (True, "TRUE"),
        (date(2018, 10, 3), "2018-10-03"),
        (datetime(2018, 10, 3, 9, 30), "2018-10-03 09:30"),
        (time(9, 30), "09:30"),
        (timedelta(hours=30), "30:00"),
        (None, ""),
        (0.1, "0.1"),
    )
    path = tmp_path / "values.xlsx"
    workbook(path, tuple(value for value, _ in values))
    assert read_table(path).rows[0].cells == tuple(text for _, text in values)


def test_rows_keep_their_numbers_and_columns_their_letters(tmp_path: Path) -> None:
    path = tmp_path / "places.xlsx"
    book, sheet = workbook(path)
    sheet["C3"] = "Рӯйхат"
    sheet["B7"] = "Азизов"
    sheet["D8"] = "майор"
    sheet["D20"] = " "
    book.save(path)
    table = read_table(path)
    assert cells(table) == {
        3: ("", "", "Рӯйхат", ""),
        7: ("", "Азизов", "", ""),
        8: ("", "", "", "майор"),
    }
    assert table.width == 4
    assert table.file == "places.xlsx"
    assert [(problem.code, problem.values["rows"]) for problem in table.warnings] == [
        ("table.empty_rows", "4–6")
    ]


def test_merged_cells_are_filled_downwards_only(tmp_path: Path) -> None:
    path = tmp_path / "merged.xlsx"
    book, sheet = workbook(path, ("Рӯйхати иштирокчиён",), ("Азизов", "ШКД Сино"), ("Раҳимов",), ("Шарифов",))
    sheet.merge_cells("A1:B1")
    sheet.merge_cells("B2:B4")
    book.save(path)
    table = read_table(path)
    assert cells(table) == {
        1: ("Рӯйхати иштирокчиён", ""),
        2: ("Азизов", "ШКД Сино"),
        3: ("Раҳимов", "ШКД Сино"),
        4: ("Шарифов", "ШКД Сино"),
    }
    assert [(problem.code, problem.values) for problem in table.warnings] == [
        ("table.merged_filled", {"count": 2})
    ]


def test_the_sheet_with_most_data_is_read_and_named(tmp_path: Path) -> None:
    path = tmp_path / "sheets.xlsx"
    book, _ = workbook(path, ("Мундариҷа",))
    book.create_sheet("Рӯйхат").append(("Азизов", "Фаррух"))
    book.create_sheet("Холӣ")
    lookup = book.create_sheet("Маълумотнома")
    for number in range(50):
        lookup.append((number, number))
    lookup.sheet_state = "hidden"
    book.save(path)
    table = read_table(path)
    assert table.sheet == "Рӯйхат"
    assert table.sheets == ("Sheet", "Рӯйхат", "Холӣ", "Маълумотнома")
    assert codes(table) == ["table.sheet_chosen"]
    assert table.warnings[0].values == {"sheet": "Рӯйхат", "others": ("Sheet",)}
    assert len(read_table(path, "Маълумотнома").rows) == 50
    with pytest.raises(TrainerError, match=r"table\.sheet_unknown"):
        read_table(path, "Нест")
    with pytest.raises(TrainerError, match=r"table\.no_data"):
        read_table(path, "Холӣ")


@pytest.mark.parametrize(
    ("part", "data"),
    [
        ("xl/printerSettings/printerSettings1.bin", "HP LaserJet".encode("utf-16-le") + bytes(200)),
        ("xl/vbaProject.bin", b"\xcc\x61<c r=:c \x00\x01"),
    ],
)
def test_settings_of_printers_and_macros_are_no_obstacle(tmp_path: Path, part: str, data: bytes) -> None:
    path = tmp_path / "a.xlsx"
    workbook(path, ("Азизов",))
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(part, data)
    assert cells(read_table(path)) == {1: ("Азизов",)}


def test_a_hidden_sheet_is_read_when_the_visible_ones_are_empty(tmp_path: Path) -> None:
    path = tmp_path / "hidden.xlsx"
    book, _ = workbook(path)
    hidden = book.create_sheet("Рӯйхат")
    hidden.append(("Азизов",))
    hidden.sheet_state = "hidden"
    book.save(path)
    table = read_table(path)
    assert cells(table) == {1: ("Азизов",)}
    assert codes(table) == ["table.sheet_hidden"]


def test_what_the_reader_passes_over_is_said(tmp_path: Path) -> None:
    path = tmp_path / "formulas.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Ном", "Ҳисоб"])
        sheet.write_formula(1, 0, '="Азиз"&"ов"', value="Азизов")
        sheet.write_formula(2, 1, "=1/0", value="#DIV/0!")
        sheet.write(3, 0, "Раҳимов")
        sheet.set_row(3, None, None, {"hidden": True})
    table = read_table(path)
    assert cells(table) == {1: ("Ном", "Ҳисоб"), 2: ("Азизов", ""), 4: ("Раҳимов", "")}
    found = {problem.code: problem.values for problem in table.warnings}
    assert found["table.errors"] == {"count": 1, "cell": "B3"}
    assert found["table.hidden_rows"] == {"count": 1, "rows": "4"}
    assert found["table.empty_rows"] == {"count": 1, "rows": "3"}


def test_formulas_that_were_never_calculated_are_said(tmp_path: Path) -> None:
    path = tmp_path / "uncalculated.xlsx"
    workbook(path, ("Ном",), ('="Азиз"&"ов"',), ("=A2",))
    table = read_table(path)
    assert cells(table) == {1: ("Ном",)}
    assert table.warnings[0].code == "table.uncalculated"
    assert table.warnings[0].values == {"count": 2, "cell": "A2"}


def test_old_excel(tmp_path: Path) -> None:
    table = read_table(DATA / "excel_97.xls")
    assert table.sheet == "Рӯйхат"
    assert cells(table)[3] == ("№", "Ному насаб", "Рутба", "Ҷойи хизмат", "Сана")
    assert cells(table)[5] == ("2", "Ғафуров Сӯҳроб", "майор", "ШКД н. Варзоб", "2018-10-04")
    assert codes(table) == ["table.merged_filled", "table.empty_rows"]
    # The kind is told by the contents: a wrong ending does not matter.
    renamed = tmp_path / "list.xlsx"
    renamed.write_bytes((DATA / "excel_97.xls").read_bytes())
    assert read_table(renamed).rows == table.rows


def test_opendocument(tmp_path: Path) -> None:
    rows = [
        row(cell("Ному насаб"), cell("Рутба"), '<table:table-cell table:number-columns-repeated="16382"/>'),
        row("<table:table-cell/>", attributes='table:number-rows-repeated="2"'),
        row(cell("Азизов Фаррух"), cell("майор")),
        row(
            cell("Раҳимов<text:s text:c='2'/>Некрӯз"),
            cell("капитан"),
            attributes='table:number-rows-repeated="2"',
        ),
        rest_of_sheet(),
    ]
    table = read_table(write_ods(tmp_path / "list.ods", rows))
    assert cells(table) == {
        1: ("Ному насаб", "Рутба"),
        4: ("Азизов Фаррух", "майор"),
        5: ("Раҳимов  Некрӯз", "капитан"),
        6: ("Раҳимов  Некрӯз", "капитан"),
    }
    assert table.sheet == "Рӯйхат"


def test_ten_thousand_rows(tmp_path: Path) -> None:
    path = tmp_path / "long.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for number in range(10_000):
            sheet.write_row(number, 0, [number + 1, f"Раҳимов Некрӯз {number}", "майор"])
    table = read_table(path)
    assert len(table.rows) == 10_000
    assert table.rows[-1].number == 10_000
    assert table.rows[-1].cells == ("10000", "Раҳимов Некрӯз 9999", "майор")
    assert table.warnings == ()


def test_merged_cells_and_hidden_rows_of_opendocument(tmp_path: Path) -> None:
    covered = "<table:covered-table-cell/>"
    rows = [
        row(cell("Рӯйхат", 'table:number-columns-spanned="2" table:number-rows-spanned="1"'), covered),
        row(cell("Азизов"), cell("ШКД Сино", 'table:number-rows-spanned="3"')),
        row(cell("Раҳимов"), covered, attributes='table:visibility="collapse"'),
        row(cell("Шарифов"), covered, attributes='table:visibility="filter"'),
        row(cell("Умаров"), cell("ШКД Рӯдакӣ")),
        row("<table:table-cell/>", attributes='table:visibility="collapse" table:number-rows-repeated="9"'),
        rest_of_sheet(),
    ]
    table = read_table(write_ods(tmp_path / "list.ods", rows))
    assert cells(table) == {
        1: ("Рӯйхат", ""),
        2: ("Азизов", "ШКД Сино"),
        3: ("Раҳимов", "ШКД Сино"),
        4: ("Шарифов", "ШКД Сино"),
        5: ("Умаров", "ШКД Рӯдакӣ"),
    }
    assert [(each.code, dict(each.values)) for each in table.warnings] == [
        ("table.merged_filled", {"count": 2}),
        ("table.hidden_rows", {"count": 2, "rows": "3–4"}),
    ]


def test_hidden_rows_of_old_excel(tmp_path: Path) -> None:
    data = bytearray((DATA / "excel_97.xls").read_bytes())
    place = data.index(b"\x08\x02\x10\x00\x04\x00")  # ROW, its fifth
    data[place + 16] |= 0x20
    path = tmp_path / "list.xls"
    path.write_bytes(data)
    table = read_table(path)
    assert [dict(each.values) for each in table.warnings if each.code == "table.hidden_rows"] == [
        {"count": 1, "rows": "5"}
    ]
    assert 5 in cells(table)


PEOPLE = (("Ному насаб", "Ҷинс"), ("Азизов Умед", "м"), ("Каримова Ситора", "з"))


def test_a_stray_cell_in_any_sheet_spoils_no_list(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    book, sheet = workbook(path, *PEOPLE)
    sheet["XFD1"] = "x"
    sheet["A1000000"] = " "
    other = book.create_sheet("Дигар")
    other["ZZ900000"] = "y"
    book.save(path)
    for wanted in (None, "Sheet"):
        table = read_table(path, wanted)
        assert tuple(cells(table).values()) == PEOPLE
        (told,) = [each for each in table.warnings if each.code == "table.far_cells"]
        assert told.values["cell"] == "XFD1"


def test_a_sheet_that_is_too_large_is_named_and_refuses_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        small, large = book.add_worksheet("Рӯйхат"), book.add_worksheet("Архив")
        for number, each in enumerate(PEOPLE):
            small.write_row(number, 0, each)
        for number in range(70_000):
            large.write_row(number, 0, [number])
    table = read_table(path)
    assert tuple(cells(table).values()) == PEOPLE
    assert [(each.code, dict(each.values)) for each in table.warnings] == [
        ("table.sheets_left", {"sheets": ("Архив",)})
    ]
    assert codes(read_table(path, "Рӯйхат")) == []
    with pytest.raises(TrainerError) as refused:
        read_table(path, "Архив")
    assert refused.value.code == "table.sheet_too_large"
    assert refused.value.values == {"sheet": "Архив", "rows": 70_000, "columns": 1}


def test_a_far_cell_of_opendocument_spoils_no_list(tmp_path: Path) -> None:
    far = row("<table:table-cell/>", attributes='table:number-rows-repeated="1000000"')
    gap = '<table:table-cell table:number-columns-repeated="16000"/>'
    rows = [
        *(row(*map(cell, each)) for each in PEOPLE),
        row(cell("Умаров"), gap, cell("x")),
        far,
        row(cell("y")),
    ]
    table = read_table(write_ods(tmp_path / "list.ods", rows))
    assert [found.cells for found in table.rows] == [*PEOPLE, ("Умаров", "")]
    (told,) = [each for each in table.warnings if each.code == "table.far_cells"]
    assert told.values["count"] == 2


@pytest.mark.parametrize(
    ("folder", "target"), [("", "workbook.xml"), ("book/", "/book/workbook.xml"), ("Xl/", "xl/workbook.xml")]
)
def test_parts_with_other_names_are_found_by_their_relations(
    tmp_path: Path, folder: str, target: str
) -> None:
    workbook(tmp_path / "usual.xlsx", *PEOPLE)
    with (
        zipfile.ZipFile(tmp_path / "usual.xlsx") as usual,
        zipfile.ZipFile(tmp_path / "odd.xlsx", "w") as odd,
    ):
        for name in usual.namelist():
            part = usual.read(name)
            if name == "_rels/.rels":
                part = part.replace(b'"xl/workbook.xml"', f'"{target}"'.encode())
                part = part.replace(b'"/xl/workbook.xml"', f'"{target}"'.encode())
            moved = name in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels")
            odd.writestr(name.replace("xl/", folder, 1) if moved else name, part)
    table = read_table(tmp_path / "odd.xlsx")
    assert tuple(cells(table).values()) == PEOPLE


def test_every_message_has_words_in_three_languages() -> None:
    messages = json.loads(resource("i18n", "messages", "table.json").read_text(encoding="utf-8"))
    folder = Path(read_table.__code__.co_filename).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("*.py"))
    used = {part.split('"')[0] for part in source.split('"table.')[1:]}
    assert used == {code.removeprefix("table.") for code in messages}
    assert all(messages[code][language] for code in messages for language in LANGUAGES)


def test_names_of_columns_and_rows() -> None:
    assert [column_letter(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert row_ranges([2, 4, 5, 6, 9]) == "2, 4–6, 9"
    assert row_ranges([]) == ""
