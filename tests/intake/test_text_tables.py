"""csv files: every encoding and separator that people send."""

from collections.abc import Callable
from pathlib import Path

import pytest

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import RawTable
from trainer_app.intake.tables import read_table

ROWS = [("№", "Ному насаб", "Рутба"), ("1", "Раҳимов Некрӯз", "лейтенант"), ("2", "Ғафуров Сӯҳроб", "майор")]


def read(folder: Path, data: bytes, name: str = "list.csv") -> RawTable:
    path = folder / name
    path.write_bytes(data)
    return read_table(path)


def joined(separator: str, ending: str = "\r\n") -> str:
    return "".join(separator.join(row) + ending for row in ROWS)


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
def test_encodings_and_separators(tmp_path: Path, separator: str, encoding: str, ending: str) -> None:
    table = read(tmp_path, joined(separator, ending).encode(encoding))
    assert [row.cells for row in table.rows] == ROWS
    assert [row.number for row in table.rows] == [1, 2, 3]
    assert table.warnings == ()


def test_code_page_1251_is_read_with_a_warning(tmp_path: Path) -> None:
    text = joined(";").replace("ҳ", "?").replace("ӯ", "?").replace("Ғ", "?").replace("Ӯ", "?")
    table = read(tmp_path, text.encode("cp1251"))
    assert table.rows[1].cells[1] == "Ра?имов Некр?з"
    assert [problem.code for problem in table.warnings] == ["table.cp1251"]


def test_separators_inside_values(tmp_path: Path) -> None:
    text = 'Ном;Ҷойи хизмат\nАзизов, Фаррух;"ШКД; н. Сино"\nРаҳимов;"ШКД ""Варзоб"""\n'
    table = read(tmp_path, text.encode())
    assert [row.cells for row in table.rows][1:] == [
        ("Азизов, Фаррух", "ШКД; н. Сино"),
        ("Раҳимов", 'ШКД "Варзоб"'),
    ]


def test_a_line_break_inside_a_value_is_one_row(tmp_path: Path) -> None:
    table = read(tmp_path, 'Ном;Ҷо\n"Азизов\nФаррух";Сино\nРаҳимов;Варзоб\n'.encode())
    assert [(row.number, row.cells[0]) for row in table.rows] == [
        (1, "Ном"),
        (2, "Азизов\nФаррух"),
        (3, "Раҳимов"),
    ]


def test_a_quotation_mark_that_is_never_closed_swallows_no_row(tmp_path: Path) -> None:
    table = read(tmp_path, 'Ном;Ҷо\n"Азизов;Сино\nРаҳимов;Варзоб\n'.encode())
    assert [row.cells for row in table.rows] == [("Ном", "Ҷо"), ("Азизов", "Сино"), ("Раҳимов", "Варзоб")]
    assert [problem.code for problem in table.warnings] == ["table.quotes"]


def test_excels_own_first_line_names_the_separator(tmp_path: Path) -> None:
    table = read(tmp_path, "sep=;\r\nНом;Рутба\r\nАзизов, Ф.;майор\r\n".encode("utf-8-sig"))
    assert [row.cells for row in table.rows] == [("Ном", "Рутба"), ("Азизов, Ф.", "майор")]


def test_empty_lines_and_uneven_rows(tmp_path: Path) -> None:
    table = read(tmp_path, "Ном;Рутба\n\nАзизов\n;;\nРаҳимов;майор;;\n".encode())
    assert [(row.number, row.cells) for row in table.rows] == [
        (1, ("Ном", "Рутба")),
        (3, ("Азизов", "")),
        (5, ("Раҳимов", "майор")),
    ]
    assert table.warnings[0].values == {"count": 2, "rows": "2, 4"}


def test_one_column_needs_no_separator(tmp_path: Path) -> None:
    table = read(tmp_path, "Азизов Фаррух\nРаҳимов Некрӯз\n".encode(), "list.txt")
    assert [row.cells for row in table.rows] == [("Азизов Фаррух",), ("Раҳимов Некрӯз",)]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.csv", b"", "table.empty_file"),
        ("a.csv", b" \r\n ", "table.empty_file"),
        ("a.csv", b";;\n;", "table.no_data"),
        ("a.csv", b"%PDF-1.4\x01\x02\x03;a", "table.not_a_spreadsheet"),
        ("a.csv", b"\xff\xfe\x00\xd8\x00\xd8", "table.text_unreadable"),
        ("a.csv", b"a\x00\x00\x00b;\x00c", "table.not_a_spreadsheet"),
        ("a.csv", b"\x98\xff;a\n", "table.text_unreadable"),
        ("a.xlsx", b"Name;Rank\nAzizov;major\n", "table.not_a_spreadsheet"),
        ("a.xls", b"<html><table><tr><td>Azizov", "table.web_page"),
        ("a.xls", b"\xef\xbb\xbf<?xml version='1.0'?><Workbook>", "table.web_page"),
    ],
)
def test_refused(tmp_path: Path, name: str, data: bytes, code: str) -> None:
    with pytest.raises(TrainerError) as refused:
        read(tmp_path, data, name)
    assert refused.value.code == code


OLD = (
    ("N", "Ном", "Рутба"),
    ("1", "Рахимов Некруз Файзуллоевич", "лейтенант"),
    ("2", "Азизова Зарина Саидовна", "майор"),
)
CODES = ("koi8_r", "koi8_u", "koi8_t", "iso8859_5", "cp866", "mac_cyrillic")


@pytest.mark.parametrize("encoding", CODES)
@pytest.mark.parametrize("change", [str, str.upper, str.lower])
def test_old_codes_are_recognised_and_told(
    tmp_path: Path, encoding: str, change: Callable[[str], str]
) -> None:
    rows = [tuple(map(change, row)) for row in OLD]
    text = "".join(";".join(row) + "\n" for row in rows)
    table = read(tmp_path, text.encode(encoding))
    assert [row.cells for row in table.rows] == rows
    # Small letters are the same in the code of the Mac and in 1251, but for one.
    same = encoding == "mac_cyrillic" and change is str.lower
    assert [problem.code for problem in table.warnings] == ["table.cp1251" if same else "table.encoding"]


def test_tajik_letters_of_koi8_t_are_read(tmp_path: Path) -> None:
    table = read(tmp_path, joined(";").replace("№", "N").encode("koi8_t"))
    assert table.rows[2].cells == ("2", "Ғафуров Сӯҳроб", "майор")
    assert table.warnings[0].values == {"encoding": "KOI8-T"}


@pytest.mark.parametrize(
    "line", ["1;Рањимов Некрўз Љўраевич;ШКД", "1;Ра?имов Некр?з;лейтенант", "№;ФИО;«ОВД»", "1;ЮЛДАШЕВ;ЦЭЮ"]
)
def test_code_page_1251_stays_the_usual_one(tmp_path: Path, line: str) -> None:
    table = read(tmp_path, f"Ном;Рутба;Пол\n{line}\n".encode("cp1251"))
    assert table.rows[1].cells == tuple(line.split(";"))
    assert [problem.code for problem in table.warnings] == ["table.cp1251"]


def test_a_zero_that_slipped_in_turns_no_file_into_nonsense(tmp_path: Path) -> None:
    table = read(tmp_path, "Ному насаб;Ҷинс\nАлиев\0 Умед;м\n".encode())
    assert [row.cells for row in table.rows] == [("Ному насаб", "Ҷинс"), ("Алиев Умед", "м")]
    assert [(each.code, each.values) for each in table.warnings] == [("table.zeros", {"count": 1})]
