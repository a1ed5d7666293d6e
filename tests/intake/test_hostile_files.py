"""Files that are broken or meant to do harm are refused in words; none ends the program."""

import io
import random
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from tests.intake.files import cell, change_part, row, write_archive, write_ods
from trainer_app.domain.base.errors import TrainerError
from trainer_app.intake import archives
from trainer_app.intake.tables import _fill_merged, read_table

DATA = Path(__file__).parents[1] / "data" / "spreadsheets"
SHEET = "xl/worksheets/sheet1.xml"


def refusal(path: Path) -> str:
    with pytest.raises(TrainerError) as refused:
        read_table(path)
    return refused.value.code


@pytest.fixture
def list_xlsx(tmp_path: Path) -> Path:
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "Азизов")
        sheet.write(1, 1, "майор")
    return path


def test_files_that_are_not_there_or_not_files(tmp_path: Path) -> None:
    assert refusal(tmp_path / "nothing.xlsx") == "table.missing"
    assert refusal(tmp_path) == "table.unreadable"


def test_too_large_a_file_is_not_even_read(tmp_path: Path) -> None:
    path = tmp_path / "large.xlsx"
    with path.open("wb") as file:
        file.truncate(archives.MAX_FILE_BYTES + 1)
    assert refusal(path) == "table.too_large"


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"a.txt": "x"}, "table.not_a_spreadsheet"),
        ({"word/document.xml": "<x/>"}, "table.not_a_spreadsheet"),
        ({"xl/workbook.bin": "x"}, "table.binary_workbook"),
        ({"xl/workbook.xml": "<workbook/>"}, "table.damaged"),
        ({"xl/workbook.xml": "<workbook"}, "table.damaged"),
        ({"content.xml": "<a/>"}, "table.damaged"),
        ({"content.xml": "<a>", "mimetype": "x"}, "table.damaged"),
    ],
)
def test_other_archives(tmp_path: Path, parts: dict[str, str], code: str) -> None:
    assert refusal(write_archive(tmp_path / "a.xlsx", parts)) == code


def test_a_zip_bomb_by_its_stated_size(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/workbook.xml", "w", force_zip64=True) as part,
    ):
        for _ in range(archives.MAX_UNPACKED_BYTES // 10_000_000 + 1):
            part.write(bytes(10_000_000))
    assert path.stat().st_size < 1_000_000
    assert refusal(path) == "table.unpacks_too_large"


def test_a_zip_bomb_that_states_a_small_size(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(5_000_000))
    lie = packed.getvalue().replace(struct.pack("<I", 5_000_000), struct.pack("<I", 100))
    path = tmp_path / "liar.xlsx"
    path.write_bytes(lie)
    assert refusal(path) == "table.damaged"


def test_too_many_parts_and_parts_twice(tmp_path: Path) -> None:
    many = {f"xl/media/{number}.png": "" for number in range(archives.MAX_PARTS + 1)}
    assert refusal(write_archive(tmp_path / "many.xlsx", many)) == "table.unpacks_too_large"
    twice = write_archive(tmp_path / "twice.xlsx", {"xl/workbook.xml": "", "XL/WORKBOOK.xml": ""})
    assert refusal(twice) == "table.damaged"


@pytest.mark.parametrize("place", ["XFD2", "B1048576", "XFD1048576"])
def test_a_far_away_cell_reserves_no_memory_and_spoils_no_list(list_xlsx: Path, place: str) -> None:
    table = read_table(change_part(list_xlsx, SHEET, 'r="B2"', f'r="{place}"'))
    assert [found.cells for found in table.rows] == [("Азизов",)]
    assert [(each.code, each.values) for each in table.warnings] == [
        ("table.far_cells", {"count": 1, "cell": place})
    ]


@pytest.mark.parametrize("place", ["ZZZ9999999", "B99999999999"])
def test_a_cell_where_no_sheet_has_any(list_xlsx: Path, place: str) -> None:
    assert refusal(change_part(list_xlsx, SHEET, 'r="B2"', f'r="{place}"')) == "table.too_many_cells"


def test_cells_without_reference_after_a_far_away_empty_one(list_xlsx: Path) -> None:
    far = change_part(list_xlsx, SHEET, '<c r="B2"', '<c r="XFD2" s="0"/><c')
    assert refusal(far) == "table.too_many_cells"


def test_a_far_away_cell_in_a_sheet_that_does_not_begin_as_one(list_xlsx: Path) -> None:
    """Parts that are no XML are passed over, but never one that a sheet names."""
    far = change_part(list_xlsx, SHEET, 'r="B2"', 'r="XFD1048576"')
    hidden = change_part(far, SHEET, "<?xml", "x <?xml")
    assert refusal(hidden) == "table.damaged"


def test_a_workbook_beside_the_one_of_the_relations_hides_no_sheet(list_xlsx: Path) -> None:
    """Whichever of two workbooks a reader takes, the sheets of both were looked at."""
    far = change_part(list_xlsx, SHEET, 'r="B2"', 'r="ZZZ9999999"')
    hidden = change_part(far, SHEET, "<?xml", "x <?xml")
    with zipfile.ZipFile(hidden, "a") as archive:
        archive.writestr("other/workbook.xml", "<workbook/>")
    moved = change_part(hidden, "_rels/.rels", "xl/workbook.xml", "other/workbook.xml")
    assert refusal(moved) == "table.damaged"


def test_formatted_empty_cells_far_away_are_no_obstacle(list_xlsx: Path) -> None:
    styled = change_part(list_xlsx, SHEET, "</row></sheetData>", '<c r="XFD2" s="0"/></row></sheetData>')
    assert [found.cells for found in read_table(styled).rows] == [("Азизов", ""), ("", "майор")]


def test_one_long_text_in_very_many_cells(list_xlsx: Path) -> None:
    long = change_part(list_xlsx, "xl/sharedStrings.xml", "Азизов", "А" * 1_000_000)
    many = "".join(
        f'<row r="{number}"><c r="A{number}" t="s"><v>0</v></c></row>' for number in range(3, 2000)
    )
    assert refusal(change_part(long, SHEET, "</sheetData>", f"{many}</sheetData>")) == "table.too_many_cells"


class CountedRow(list[str]):
    """A row that counts how often a cell of it is filled."""

    filled = 0

    def __setitem__(self, place: Any, value: Any) -> None:
        CountedRow.filled += 1
        super().__setitem__(place, value)


def test_a_merged_range_is_filled_once_however_often_it_is_told() -> None:
    cells: list[list[str]] = [CountedRow(["Азизов", ""]), *(CountedRow(["", ""]) for _ in range(99))]
    CountedRow.filled = 0
    assert _fill_merged([((0, 0), (99, 0))] * 50_000, cells) == CountedRow.filled == 99
    assert {found[0] for found in cells} == {"Азизов"}


def test_ranges_that_overlap_fill_no_more_cells_than_there_are() -> None:
    cells: list[list[str]] = [CountedRow(["А", ""]) for _ in range(100)]
    CountedRow.filled = 0
    ranges = [((top, 0), (bottom, 0)) for top in range(100) for bottom in range(top, 100)]
    with pytest.raises(TrainerError, match=r"table\.too_many_merged"):
        _fill_merged(ranges, cells)
    assert CountedRow.filled <= 200
    long: list[list[str]] = [CountedRow(["А" * 5_000_000]), *(CountedRow([""]) for _ in range(99))]
    with pytest.raises(TrainerError, match=r"table\.too_many_merged"):
        _fill_merged([((0, 0), (99, 0))], long)


def test_entities_are_not_unfolded(list_xlsx: Path) -> None:
    with zipfile.ZipFile(list_xlsx) as archive:
        sheet = archive.read(SHEET).decode()
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 9))
    evil = f'<!DOCTYPE x [<!ENTITY l0 "ha">{laughs}]>' + sheet[sheet.index("<worksheet") :]
    assert refusal(change_part(list_xlsx, SHEET, sheet, evil)) == "table.damaged"


@pytest.mark.parametrize(
    "rows",
    [
        [row(cell("a"), attributes='table:number-rows-repeated="1048576"')],
        [row(cell("a", 'table:number-columns-repeated="16384"'))],
        [
            row(
                cell("a", 'table:number-columns-repeated="500"'),
                attributes='table:number-rows-repeated="59000"',
            )
        ],
        [row(cell('a<text:s text:c="2000000000"/>'))],
        [row(cell("a" * 500_000, 'table:number-columns-repeated="400"'))],
    ],
)
def test_ods_that_unfolds(tmp_path: Path, rows: list[str]) -> None:
    assert refusal(write_ods(tmp_path / "a.ods", rows)) == "table.too_many_cells"


def test_ods_with_wrong_numbers(tmp_path: Path) -> None:
    wrong = row(cell("a", 'table:number-columns-repeated="many"'))
    assert refusal(write_ods(tmp_path / "a.ods", [wrong])) == "table.damaged"


def test_password_protected(tmp_path: Path, list_xlsx: Path) -> None:
    encrypted = write_ods(tmp_path / "a.ods", [row(cell("a"))], manifest="<manifest:encryption-data/>")
    assert refusal(encrypted) == "table.password"
    # Excel puts an encrypted workbook into an OLE container with this stream.
    container = tmp_path / "a.xlsx"
    container.write_bytes((DATA / "excel_97.xls").read_bytes() + "EncryptedPackage".encode("utf-16-le"))
    assert refusal(container) == "table.password"
    # In xls, a FILEPASS record (0x2F): made of the WRITEACCESS record of the same length.
    old = (DATA / "excel_97.xls").read_bytes()
    protected = tmp_path / "a.xls"
    protected.write_bytes(old.replace(b"\x5c\x00\x70\x00", b"\x2f\x00\x70\x00", 1))
    assert protected.read_bytes() != old
    assert refusal(protected) == "table.password"
    # A member of a zip archive encrypted: bit 0 of its flags.
    zipped = bytearray(list_xlsx.read_bytes())
    zipped[zipped.index(b"PK\x01\x02") + 8] |= 1
    list_xlsx.write_bytes(zipped)
    assert refusal(list_xlsx) == "table.password"


def test_old_excel_that_announces_too_much(tmp_path: Path) -> None:
    data = (DATA / "excel_97.xls").read_bytes()
    place = data.index(b"\x00\x02\x0e\x00")  # DIMENSIONS
    for rectangle in ((0, 0xFFFFFFFF, 0, 0xFFFF), (9, 3, 0, 5), (0, 5, 7, 3)):
        path = tmp_path / "a.xls"
        path.write_bytes(data[: place + 4] + struct.pack("<IIHH", *rectangle) + data[place + 16 :])
        assert refusal(path) == "table.damaged"


def test_old_excel_with_a_far_away_cell(tmp_path: Path) -> None:
    data = (DATA / "excel_97.xls").read_bytes()
    place = data.index(b"\xfd\x00\x0a\x00")  # LABELSST: row, column, format, string
    path = tmp_path / "a.xls"
    path.write_bytes(data[: place + 4] + struct.pack("<HH", 65_535, 65_535) + data[place + 8 :])
    assert refusal(path) == "table.too_many_cells"


def test_old_excel_whose_chain_of_sectors_is_a_ring(tmp_path: Path) -> None:
    data = bytearray((DATA / "excel_97.xls").read_bytes())
    (fat,) = struct.unpack_from("<I", data, 76)
    (directory,) = struct.unpack_from("<I", data, 48)
    struct.pack_into("<I", data, (fat + 1) * 512 + 4 * directory, directory)
    path = tmp_path / "a.xls"
    path.write_bytes(data)
    assert refusal(path) == "table.damaged"


@pytest.mark.parametrize("kind", ["xls", "xlsx", "ods"])
def test_damaged_files_end_in_words(tmp_path: Path, list_xlsx: Path, kind: str) -> None:
    """Bytes changed at random: either still a table, or a refusal with words."""
    source = {
        "xls": DATA / "excel_97.xls",
        "xlsx": list_xlsx,
        "ods": write_ods(tmp_path / "good.ods", [row(cell("Азизов"), cell("майор"))]),
    }[kind]
    good, chance = source.read_bytes(), random.Random(kind)
    path, refused = tmp_path / f"damaged.{kind}", set()
    for _ in range(300):
        data = bytearray(good)
        for _ in range(chance.choice((1, 2, 20))):
            data[chance.randrange(len(data))] = chance.choice((0, 1, 255, chance.randrange(256)))
        path.write_bytes(data[: chance.randrange(len(data))] if chance.random() < 0.1 else data)
        try:
            read_table(path)
        except TrainerError as problem:
            refused.add(problem.code)
    assert "table.damaged" in refused
    assert all(code.startswith("table.") for code in refused)
