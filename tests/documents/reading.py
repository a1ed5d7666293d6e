"""Reads papers back: their text, their fonts, their codes from a picture; and keeps golden texts."""

import io
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import zxingcpp
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

_DATA = Path(__file__).parent / "data"
_HYPHEN_AT_END = "\ufffe"
REWRITE = "TRAINER_REWRITE_GOLDEN"


def pages(pdf: bytes) -> list[str]:
    """Return the text of every page as it is read, spaces put in order."""
    with opened(pdf) as document:
        return [text_of(page.get_textpage()) for page in document]


def text_of(page: pypdfium2.PdfTextPage) -> str:
    """Return the text of a page as it is read, spaces put in order."""
    return _in_order(page.get_text_range().replace(_HYPHEN_AT_END, "-\n"))


def written(pdf: bytes) -> list[str]:
    """Return the text of every page as it was written: slow, for lines too close to each other to be told."""
    reader = PdfReader(io.BytesIO(pdf), strict=True)
    return [_in_order(page.extract_text()) for page in reader.pages]


def _in_order(text: str) -> str:
    return "\n".join(" ".join(line.split()) for line in text.splitlines())


def words(pdf: bytes) -> str:
    """Return the text of all pages, one space between words."""
    return " ".join(" ".join(pages(pdf)).split())


def page_count(pdf: bytes) -> int:
    """Return how many pages there are, their text unread."""
    with opened(pdf) as document:
        return len(document)


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """Open a PDF and close it with all that was taken from it, before anything else collects it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        yield document
    finally:
        document.close()


def faces(pdf: bytes) -> dict[str, bool]:
    """Return every font of a PDF and whether it is embedded."""
    found = {}
    for thing in _objects(pdf):
        if isinstance(thing, dict) and thing.get("/Type") == "/Font":
            described = thing.get("/FontDescriptor")
            found[str(thing["/BaseFont"])] = bool(described and "/FontFile2" in described.get_object())
    return found


def _objects(pdf: bytes) -> list[object]:
    reader = PdfReader(io.BytesIO(pdf), strict=True)
    return [reader.get_object(number) for number in range(1, int(reader.trailer["/Size"]))]


def picture(pdf: bytes, dpi: int, page: int = 0) -> Image.Image:
    """Return a page as it looks at a resolution, in grey."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    size = document.pagePointSize(page)
    rendered = document.render(page, QSize(round(size.width() * dpi / 72), round(size.height() * dpi / 72)))
    document.close()
    paper = QImage(rendered.size(), QImage.Format.Format_Grayscale8)
    paper.fill(255)
    painter = QPainter(paper)
    painter.drawImage(0, 0, rendered)
    painter.end()
    size_in_pixels = (paper.width(), paper.height())
    return Image.frombuffer(
        "L", size_in_pixels, bytes(paper.constBits()), "raw", "L", paper.bytesPerLine(), 1
    )


def codes(image: Image.Image) -> list[str]:
    """Return the texts of the codes in a picture."""
    return [found.text for found in zxingcpp.read_barcodes(image)]


def check_golden(name: str, text: str) -> None:
    """Compare a text with the kept one; TRAINER_REWRITE_GOLDEN=1 keeps this one instead."""
    path = _DATA / f"{name}.txt"
    if os.environ.get(REWRITE) == "1":
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), f"{name} changed; look at it, then set {REWRITE}=1"
