"""Writes workbooks of questions cell by cell: every text as text, so that nothing typed is ever run."""

import io
from collections.abc import Sequence
from datetime import UTC, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from trainer_app.domain.errors import TrainerError

_LONGEST = 32_767
"""What one cell can hold."""


class SheetWriter:
    """Writes the rows of one sheet under a heading that stays in sight."""

    def __init__(self, sheet: Worksheet, head: Format, body: Format) -> None:
        self.sheet, self._head, self._body = sheet, head, body
        self._row = 0

    def heading(self, cells: Sequence[str], widths: Sequence[int]) -> None:
        """Write the heading and set the widths of the columns, in characters."""
        for column, width in enumerate(widths):
            self.sheet.set_column(column, column, width, self._body)
        for column, text in enumerate(cells):
            self.sheet.write_string(self._row, column, text, self._head)
        self._row += 1
        self.sheet.freeze_panes(self._row, 0)

    def row(self, cells: Sequence[str], form: Format | None = None) -> int:
        """Write a row; empty texts leave their cells empty. Returns its number, from 1."""
        for column, text in enumerate(cells):
            if len(text) > _LONGEST:
                raise TrainerError("documents.cell_too_long", row=self._row + 1, length=len(text))
            if text or form is not None:
                self.sheet.write_string(self._row, column, text, form or self._body)
        self._row += 1
        return self._row


class Book:
    """A workbook that is built in memory."""

    def __init__(self, title: str) -> None:
        self._buffer = io.BytesIO()
        self._book: Workbook = xlsxwriter.Workbook(self._buffer, {"in_memory": True})
        made = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
        self._book.set_properties({"title": title[:255], "created": made})
        wrapped = {"text_wrap": True, "valign": "top", "num_format": "@"}
        self._head = self._book.add_format({**wrapped, "bold": True, "bg_color": "#E9EDF2", "border": 1})
        self._body = self._book.add_format(wrapped)
        self.strong = self._book.add_format({**wrapped, "bold": True, "top": 1})

    def add(self, name: str) -> SheetWriter:
        """Add a sheet."""
        return SheetWriter(self._book.add_worksheet(name), self._head, self._body)

    def finish(self) -> bytes:
        """Return the workbook."""
        self._book.close()
        return self._buffer.getvalue()
