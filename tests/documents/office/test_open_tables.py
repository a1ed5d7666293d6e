"""Tables of open data as files: what is typed runs nowhere, SQLite is read back, what is wrong is told."""

import csv
import io
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from trainer_app.documents.office.open_files import csv_blocks
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.office.open_data import OpenField, OpenTable, OpenType, Row
from trainer_app.store.office.open_file import write_sqlite

PLACES = OpenTable(
    "places", "", (OpenField("place", "", blank=False), OpenField("town", "", typed=True)), ("place",)
)
THINGS = OpenTable(
    "things",
    "",
    (
        OpenField("thing", "", OpenType.WHOLE, blank=False),
        OpenField("place", "", refers=("places", "place")),
        OpenField("note", "", typed=True),
        OpenField("share", "", OpenType.NUMBER),
        OpenField("held", "", OpenType.FLAG, blank=False),
        OpenField("day", "", OpenType.DAY),
        OpenField("name", "", typed=True, named=True),
    ),
    ("thing",),
)
PAYLOADS = (
    *("=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "x;=1+1", "＝1+1", "'=1"),
    *('a"b', "ду\nсатр"),
)


def thing(number: int, **more: object) -> Row:
    found = {"place": "p", "note": "", "share": None, "held": True, "day": None, **more}
    cells: Any = (found[name] for name in ("place", "note", "share", "held", "day"))
    return number, *cells


def read(fields: Sequence[OpenField], rows: Sequence[Row]) -> list[list[str]]:
    data = b"".join(csv_blocks(fields, rows))
    assert not data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))


def test_cells_are_written_by_their_types() -> None:
    fields = THINGS.shown(names=False)
    rows = [thing(1, share=0.25, day=date(2018, 10, 3), note="Ғарм"), thing(2, held=False, place=None)]
    assert read(fields, rows) == [
        ["thing", "place", "note", "share", "held", "day"],
        ["1", "p", "Ғарм", "0.25", "true", "2018-10-03"],
        ["2", "", "", "", "false", ""],
    ]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_nothing_that_was_typed_begins_a_formula_in_csv_and_sqlite_has_it_as_it_was(
    payload: str, tmp_path: Path
) -> None:
    (_, (_, _, note, *_)) = read(THINGS.shown(names=False), [thing(1, note=payload)])
    assert note.lstrip(" \t\r\n")[:1] not in ("=", "+", "-", "@", "＝")
    assert note.replace("'", "") == payload.replace("'", ""), "nothing is lost"
    write_sqlite(
        tmp_path / "x.sqlite",
        [(PLACES, [("p", "")]), (THINGS, [thing(1, note=payload)])],
        {"about": "x"},
        names=False,
    )
    with closing(sqlite3.connect(tmp_path / "x.sqlite")) as database:
        assert database.execute("SELECT note, held, day FROM things").fetchall() == [(payload, 1, None)]


def test_many_rows_go_through_in_blocks(tmp_path: Path) -> None:
    rows = (thing(number) for number in range(5_001))
    blocks = list(csv_blocks(THINGS.shown(names=False), rows))
    assert len(blocks) == 4
    assert b"".join(blocks).count(b"\r\n") == 5_002
    counts = write_sqlite(
        tmp_path / "x.sqlite",
        [(PLACES, [("p", "")]), (THINGS, (thing(number) for number in range(5_001)))],
        {},
        names=False,
    )
    assert counts == {"places": 1, "things": 5_001}


def test_no_more_rows_are_held_than_a_block_takes() -> None:
    pulled = 0

    def rows() -> Iterator[Row]:
        nonlocal pulled
        for number in range(1_000_000):
            pulled += 1
            yield thing(number)

    blocks = csv_blocks(THINGS.shown(names=False), rows())
    next(blocks)
    assert pulled == 0
    for count in (2_000, 4_000):
        next(blocks)
        assert pulled == count


def test_names_are_columns_only_where_they_are_asked_for(tmp_path: Path) -> None:
    for names in (False, True):
        path = tmp_path / f"{names}.sqlite"
        row = (*thing(1), "Назарова") if names else thing(1)
        write_sqlite(path, [(PLACES, [("p", "")]), (THINGS, [row])], {}, names=names)
        with closing(sqlite3.connect(path)) as database:
            columns = [name for _, name, *_ in database.execute("PRAGMA table_info(things)")]
        assert ("name" in columns) is names


def test_a_key_that_leads_nowhere_is_found_when_the_file_is_read_back(tmp_path: Path) -> None:
    with pytest.raises(TrainerError) as refused:
        write_sqlite(tmp_path / "x.sqlite", [(PLACES, []), (THINGS, [thing(1)])], {}, names=False)
    assert refused.value.code == "files.differs"


def test_a_row_that_is_there_twice_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TrainerError) as refused:
        write_sqlite(tmp_path / "x.sqlite", [(PLACES, [("p", ""), ("p", "")])], {}, names=False)
    assert refused.value.code == "files.failed"


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(TrainerError) as refused:
        write_sqlite(tmp_path / "gone" / "x.sqlite", [], {}, names=False)
    assert refused.value.code == "files.gone"
