"""Makes spreadsheets of other programs, down to the bytes, for the tests of this folder."""

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{prefix}:1.0"'
    for prefix in ("office", "table", "text")
)


def write_archive(path: Path, parts: Mapping[str, bytes | str]) -> Path:
    """Write a zip archive."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return path


def change_part(path: Path, name: str, old: str, new: str) -> Path:
    """Replace text in one part of an archive; the text must be there."""
    with zipfile.ZipFile(path) as archive:
        parts = {each: archive.read(each) for each in archive.namelist()}
    text = parts[name].decode()
    assert old in text
    parts[name] = text.replace(old, new).encode()
    return write_archive(path, parts)


def cell(text: str, attributes: str = "") -> str:
    """Return one cell of an ods table."""
    kind = f'office:value-type="string" {attributes}'
    return f"<table:table-cell {kind}><text:p>{text}</text:p></table:table-cell>"


def row(*cells: str, attributes: str = "") -> str:
    """Return one row of an ods table."""
    return f"<table:table-row {attributes}>{''.join(cells)}</table:table-row>"


def rest_of_sheet() -> str:
    """Return the empty rows with which LibreOffice fills a sheet."""
    empty = '<table:table-cell table:number-columns-repeated="16384"/>'
    return row(empty, attributes='table:number-rows-repeated="1048000"')


def write_ods(path: Path, rows: Sequence[str], manifest: str = "") -> Path:
    """Write an ods file of one sheet."""
    body = f'<table:table table:name="Рӯйхат">{"".join(rows)}</table:table>'
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NAMES}><office:body>'
        f"<office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>"
    )
    return write_archive(
        path,
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f"<manifest>{manifest}</manifest>",
            "content.xml": content,
        },
    )
