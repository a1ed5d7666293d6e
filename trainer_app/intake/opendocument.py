"""Checks of ods tables before the reader opens them, and what the reader does not tell of them.

Cells and rows say how often they repeat, so that a short file may mean terabytes: they are counted by a
parser that keeps nothing but where they stand in the file, to cut out the far ones (`archives.find_far`). The
reader tells neither which cells are merged over several rows nor which rows are hidden; that is noted here.
"""

from collections.abc import Mapping
from xml.parsers import expat

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import column_letter
from trainer_app.intake.archives import (
    MAX_CELLS,
    MAX_MERGED,
    MAX_ROWS,
    MAX_TEXT_BYTES,
    CheckedParts,
    SheetNotes,
    cut_out,
    find_far,
    is_small_enough,
    parse,
)

_CELLS = ("table:table-cell", "table:covered-table-cell")
_HIDDEN = ("collapse", "filter")
_CONTENT = "content.xml"
_MOST_PLACED = 200_000
"""Filled cells of which is kept where they stand: a sheet with more is no list with a far cell."""


def check_opendocument(parts: Mapping[str, bytes]) -> CheckedParts:
    """Check an ods file's parts. Raises table.password, table.damaged, table.too_many_merged."""
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise TrainerError("table.password")
    name = next((each for each in parts if each.lower() == _CONTENT), _CONTENT)
    content = parts.get(name, b"")
    tables = _Tables(content).found
    checked = CheckedParts({each.name: each.notes for each in tables})
    spoiled = [each for each in tables if not each.fits]
    if not spoiled:
        return checked
    cut = cut_out(content, [piece for each in spoiled for piece in each.pieces_to_cut()])
    for before, after in zip(tables, _Tables(cut).found, strict=True):
        if not after.fits:
            raise TrainerError(
                "table.too_many_cells", rows=after.notes.last_row, columns=after.notes.last_column
            )
        if not before.fits and not before.notes.too_large:
            after.notes.far = before.notes.far
            checked.sheets[before.name] = after.notes
    checked.replaced[name] = cut
    return checked


class _Table:
    """What is counted of one table. Places are (row, column) from 1 with the bytes of the element."""

    def __init__(self, name: str, start: int) -> None:
        self.name, self.start, self.end = name, start, start
        self.notes = SheetNotes()
        self.bytes = 0
        self.rows: list[tuple[int, int, int]] = []
        """Where rows stand that hold anything: number, start, end."""
        self.cells: list[tuple[tuple[int, int], int, int]] = []
        self.repeated = False
        """Something that is filled is repeated, or there is too much to look at each cell."""

    @property
    def fits(self) -> bool:
        """Tell whether the table is small enough for the reader."""
        notes = self.notes
        small = is_small_enough(notes.last_row, notes.last_column)
        return small and notes.cells <= MAX_CELLS and self.bytes <= MAX_TEXT_BYTES

    def pieces_to_cut(self) -> list[tuple[int, int]]:
        """Return the bytes without which the table fits: those of far cells, or else of all its rows."""
        places = [place for place, _, _ in self.cells]
        far = set() if self.repeated else find_far(places)
        if not far:
            self.notes.too_large = True
            return [(self.start, self.end)]
        self.notes.far = [f"{column_letter(places[at][1] - 1)}{places[at][0]}" for at in sorted(far)]
        return [self.cells[at][1:] for at in far]


class _Tables:
    """Follows rows and cells; trailing empty ones, which fill every sheet to its end, count for nothing."""

    def __init__(self, content: bytes) -> None:
        self.found: list[_Table] = []
        self._content = content
        self._table: _Table | None = None
        self._row = self._column = 0
        self._row_repeats = self._cell_repeats = self._spanned = 1
        self._letters = self._cell_start = 0
        self._hidden = self._filled = False
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler, self._parser.EndElementHandler = self._begin, self._finish
        self._parser.CharacterDataHandler = self._take_text
        parse(content, self._parser)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table":
            self._table = _Table(attributes.get("table:name", ""), self._after())
            self.found.append(self._table)
            self._row = 0
        elif name == "table:table-row":
            self._row_repeats = _times(attributes.get("table:number-rows-repeated"))
            self._hidden = attributes.get("table:visibility") in _HIDDEN
            self._column = 0
        elif name in _CELLS:
            self._cell_repeats = _times(attributes.get("table:number-columns-repeated"))
            self._spanned = _times(attributes.get("table:number-rows-spanned"))
            if _times(attributes.get("table:number-columns-spanned")) > 1:
                self._spanned = 1
            self._filled, self._letters = "office:value-type" in attributes, 0
            self._cell_start = self._parser.CurrentByteIndex
        elif name == "text:s":
            self._letters += _times(attributes.get("text:c"))

    def _take_text(self, data: str) -> None:
        self._letters += len(data)
        self._filled = self._filled or not data.isspace()

    def _finish(self, name: str) -> None:
        table = self._table
        if table is None:
            return
        if name in _CELLS:
            if self._filled:
                self._count(table)
            self._column += self._cell_repeats
            self._filled = False
        elif name == "table:table-row":
            if self._hidden and self._row < MAX_ROWS:
                last = min(self._row + self._row_repeats, MAX_ROWS)
                table.notes.hidden_rows.update(range(self._row + 1, last + 1))
            self._row += self._row_repeats
        elif name == "table:table":
            table.end = self._parser.CurrentByteIndex

    def _count(self, table: _Table) -> None:
        notes = table.notes
        row, column = self._row + self._row_repeats, self._column + self._cell_repeats
        times = self._row_repeats * self._cell_repeats
        notes.last_row, notes.last_column = max(notes.last_row, row), max(notes.last_column, column)
        notes.cells += times
        table.bytes += 4 * self._letters * times
        table.repeated = table.repeated or times > 1 or len(table.cells) >= _MOST_PLACED
        if not table.repeated:
            table.cells.append(((row, column), self._cell_start, self._after()))
        if self._spanned > 1:
            notes.merged += 1
            if notes.merged > MAX_MERGED:
                raise TrainerError("table.too_many_merged", limit=MAX_MERGED)
            last = self._row + self._spanned - 1
            notes.merged_down.append(((self._row, self._column), (last, self._column)))

    def _after(self) -> int:
        """Return where the tag ends at which the parser stands."""
        return self._content.index(b">", self._parser.CurrentByteIndex) + 1


def _times(repeated: str | None) -> int:
    return max(1, int(repeated or 1))
