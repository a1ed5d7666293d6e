"""Counts what an ods file unfolds to before it is read: its cells and rows say how often they repeat."""

from collections.abc import Mapping
from xml.parsers import expat

from trainer_app.domain.errors import TrainerError
from trainer_app.intake.archives import check_size, parse
from trainer_app.intake.limits import MAX_CELLS, MAX_TEXT_BYTES

_CELLS = ("table:table-cell", "table:covered-table-cell")


def check_opendocument(parts: Mapping[str, bytes]) -> None:
    """Check an ods file's parts. Raises table.password, table.damaged, table.too_many_cells."""
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise TrainerError("table.password")
    counter = _Counter()
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = counter.start, counter.end
    parser.CharacterDataHandler = counter.text
    parse(parts.get("content.xml", b""), parser)


class _Counter:
    """Follows rows and cells; trailing empty ones, which fill every sheet to its end, count for nothing."""

    def __init__(self) -> None:
        self._row = self._column = self._width = 0
        self._row_repeats = self._cell_repeats = 1
        self._letters = self._bytes = self._cells = 0
        self._filled_row = self._filled = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take in the beginning of an element."""
        if name == "table:table":
            self._row = self._width = 0
        elif name == "table:table-row":
            self._row_repeats = _times(attributes.get("table:number-rows-repeated"))
            self._column, self._filled_row = 0, False
        elif name in _CELLS:
            self._cell_repeats = _times(attributes.get("table:number-columns-repeated"))
            self._filled, self._letters = "office:value-type" in attributes, 0
        elif name == "text:s":
            self._letters += _times(attributes.get("text:c"))

    def text(self, data: str) -> None:
        """Take in text inside an element."""
        self._letters += len(data)
        self._filled = self._filled or not data.isspace()

    def end(self, name: str) -> None:
        """Take in the end of an element."""
        if name in _CELLS:
            self._column += self._cell_repeats
            if self._filled:
                self._filled_row = True
                self._width = max(self._width, self._column)
                self._cells += self._cell_repeats * self._row_repeats
                self._bytes += 4 * self._letters * self._cell_repeats * self._row_repeats
            self._filled = False
        elif name == "table:table-row":
            self._row += self._row_repeats
            if self._filled_row:
                check_size(self._row, self._width)
                if self._cells > MAX_CELLS or self._bytes > MAX_TEXT_BYTES:
                    raise TrainerError("table.too_many_cells", rows=self._row, columns=self._width)


def _times(repeated: str | None) -> int:
    return max(1, int(repeated or 1))
