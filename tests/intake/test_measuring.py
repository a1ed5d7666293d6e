"""What is counted before a reader opens a file: quickly where it is ordinary, exactly where it is not."""

import struct
from collections.abc import Iterator
from pathlib import Path
from re import _constants, _parser
from typing import Any

import pytest
import xlsxwriter

from tests.intake.files import change_part
from trainer_app.domain.base.errors import TrainerError
from trainer_app.intake import archives, spreadsheets
from trainer_app.intake.spreadsheets import workbook_stream

DATA = Path(__file__).parents[1] / "data" / "spreadsheets"
SHEET = "xl/worksheets/sheet1.xml"


def string(text: str, *, wide: bool = True, runs: int = 0, extra: int = 0) -> bytes:
    """Return one shared string of an xls file ([MS-XLS] 2.5.293)."""
    flags = wide | (8 if runs else 0) | (4 if extra else 0)
    head = struct.pack("<HB", len(text), flags)
    head += struct.pack("<H", runs) if runs else b""
    head += struct.pack("<I", extra) if extra else b""
    return head + text.encode("utf-16-le" if wide else "latin-1") + bytes(4 * runs + extra)


@pytest.fixture
def list_xlsx(tmp_path: Path) -> Path:
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Рӯйхат")
        for number in range(300):
            sheet.write_row(number, number % 3, ["Азизов", number, f"=A{number + 1}"])
    return path


def parts_of(path: Path) -> dict[str, bytes]:
    return archives.read_parts(path.read_bytes())


def test_the_quick_and_the_exact_way_agree(list_xlsx: Path) -> None:
    part = parts_of(list_xlsx)[SHEET]
    quick = archives._measure_plain_sheet(part)
    assert quick is not None
    assert quick == archives._measure_exactly(part)
    assert (quick.cells, quick.last_row, quick.last_column) == (900, 300, 5)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('<c r="A1"', "<c r='A1'"),
        ('<c r="A1"', '<c s="0" r="A1"'),
        ('<c r="A1"', "<c"),
        ("<sheetData>", "<!-- a --><sheetData>"),
        ('<row r="2"', '<row r="2" hidden="1"'),
    ],
)
def test_an_unusual_sheet_is_measured_exactly(list_xlsx: Path, old: str, new: str) -> None:
    part = parts_of(change_part(list_xlsx, SHEET, old, new))[SHEET]
    assert archives._measure_plain_sheet(part) is None
    notes = archives._measure_exactly(part)
    assert (notes.cells, notes.last_row, notes.last_column) == (900, 300, 5)


def test_notes_go_by_the_name_of_the_sheet(list_xlsx: Path) -> None:
    notes = archives.check_workbook(parts_of(list_xlsx)).sheets
    assert list(notes) == ["Рӯйхат"]


def test_prefixed_elements_are_counted(list_xlsx: Path) -> None:
    with_prefix = parts_of(list_xlsx)[SHEET].decode()
    for name in ("worksheet", "sheetData", "row", "c", "v", "f"):
        with_prefix = with_prefix.replace(f"<{name} ", f"<x:{name} ").replace(f"<{name}>", f"<x:{name}>")
        with_prefix = with_prefix.replace(f"</{name}>", f"</x:{name}>")
    notes = archives._measure_sheet(with_prefix.replace("xmlns=", "xmlns:x=").encode())
    assert (notes.cells, notes.last_row) == (900, 300)


def test_the_longest_shared_string_over_several_records() -> None:
    head = bytes(8)
    assert spreadsheets._longest_string([head + string("Азизов") + string("майор", runs=2, extra=7)]) == 6
    long = string("А" * 1000)
    # Cut inside the letters: the next record begins with the width of its letters.
    cut = 3 + 2 * 400
    assert spreadsheets._longest_string([head + long[:cut], b"\x01" + long[cut:] + string("аб")]) == 1000
    narrow = string("a" * 300, wide=False)
    assert spreadsheets._longest_string([head + narrow[:103], b"\x00" + narrow[103:]]) == 300
    with pytest.raises(IndexError):
        spreadsheets._longest_string([head + struct.pack("<HB", 500, 1)])


def test_a_long_string_in_many_cells_of_an_old_workbook() -> None:
    def record(kind: int, body: bytes) -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    shared = bytes(8) + string("А" * 4000)
    start = 4 + 4 + 4 + 4 + len(shared) + 4
    everything = record(0x0809, b"") + record(0x0085, struct.pack("<I", start)) + record(0x00FC, shared)
    everything += record(0x000A, b"")
    cells = b"".join(record(0x00FD, struct.pack("<HHHI", row, 0, 0, 0)) for row in range(60_000))
    sheet = record(0x0809, b"") + cells + record(0x000A, b"")
    with pytest.raises(TrainerError, match=r"table\.too_many_cells"):
        spreadsheets._check(everything + sheet)
    few = record(0x0809, b"") + cells[: 14 * 100] + record(0x000A, b"")
    spreadsheets._check(everything + few)


def test_a_stream_is_taken_out_of_its_container() -> None:
    stream = workbook_stream((DATA / "excel_97.xls").read_bytes())
    assert stream[:4] == struct.pack("<HH", 0x0809, 16)
    for damaged in (b"", b"\xd0\xcf\x11\xe0", bytes(600)):
        with pytest.raises(TrainerError, match=r"table\.damaged"):
            workbook_stream(damaged)


UNCALCULATED = '<c r="E1"><f>B1+1</f>'


def repeats(parsed: Any) -> Iterator[tuple[Any, int]]:
    """Yield each repeat of a pattern: its kind, and how often at the most."""
    for kind, value in parsed:
        if kind in (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT):
            yield kind, value[1]
            yield from repeats(value[2])
        elif kind is _constants.BRANCH:
            for branch in value[1]:
                yield from repeats(branch)
        elif kind is _constants.SUBPATTERN:
            yield from repeats(value[3])


def test_no_repeat_behind_a_formula_is_ever_tried_again() -> None:
    """What gives nothing back, and begins only at a sign that it never passes, goes over a part once."""
    pattern = archives._UNCALCULATED.pattern
    endless = [kind for kind, most in repeats(_parser.parse(pattern)) if most is _constants.MAXREPEAT]
    assert len(endless) > 10
    assert set(endless) == {_constants.POSSESSIVE_REPEAT}
    assert pattern.startswith(b"<")
    for passed in (b" " * 50, b'r="A1" ' * 50, b"w" * 50):
        assert archives._UNCALCULATED.search(passed) is None


def test_megabytes_of_blanks_and_names_around_a_formula(list_xlsx: Path) -> None:
    sheet = parts_of(list_xlsx)[SHEET].decode()
    start = sheet.index("<c r=")
    assert len(archives._uncalculated(sheet.encode())) == 0
    for hostile in (
        f"{UNCALCULATED}{' ' * 3_000_000}<x/>",
        f"<c {'r="A1" ' * 500_000}>",
        f"<t>{'r="A1" ' * 500_000}</t>",
        f"<{'w' * 3_000_000}",
    ):
        spoiled = f"{sheet[:start]}{hostile}{UNCALCULATED} <v> </v> </c>{sheet[start:]}"
        assert archives._uncalculated(spoiled.encode()) == ["E1"]


@pytest.mark.parametrize(
    "cell",
    [
        '<c r="E1"><f>B1+1</f></c>',
        '<c s="2" r="E1" t="str"> <f>B1+1</f> <v></v> </c>',
        '<c r="E1"><f t="shared" si="0"/><v/></c>',
        '<x:c r="E1"><x:f>B1+1</x:f><x:v /></x:c>',
    ],
)
def test_every_way_to_write_a_formula_without_a_value(cell: str) -> None:
    around = '<c r="A1"><v>1</v></c>{}<c r="F1"><f>A1</f><v>2</v></c>'
    assert archives._uncalculated(around.format(cell).encode()) == ["E1"]


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_merged_ranges_are_counted_before_the_reader_keeps_them(list_xlsx: Path, prefix: str) -> None:
    sheet = parts_of(list_xlsx)[SHEET].decode().replace("<worksheet ", '<worksheet xmlns:x="x" ')
    for count in (archives.MAX_MERGED, archives.MAX_MERGED + 1):
        ranges = f'<{prefix}mergeCell ref="A1:A9"/>' * count
        merged = f"</sheetData><{prefix}mergeCells>{ranges}</{prefix}mergeCells>"
        parts = {**parts_of(list_xlsx), SHEET: sheet.replace("</sheetData>", merged).encode()}
        if count <= archives.MAX_MERGED:
            assert archives.check_workbook(parts).sheets["Рӯйхат"].merged == count
        else:
            with pytest.raises(TrainerError, match=r"table\.too_many_merged"):
                archives.check_workbook(parts)
