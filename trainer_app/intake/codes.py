"""Reads QR codes from pictures and PDF files."""

from pathlib import Path

import pypdfium2
import zxingcpp
from PIL import Image, UnidentifiedImageError

from trainer_app.domain.errors import TrainerError

PDF_DPI = 200
MAX_PAGES = 50
MAX_PIXELS = 60_000_000


def read_codes(path: Path) -> list[str]:
    """Return the texts of all QR codes in a picture or PDF, in the order of pages.

    Raises codes.unreadable for a file that is neither, codes.too_big, codes.none_found.
    """
    try:
        pages = _pdf_pages(path) if _is_pdf(path) else [_picture(path)]
    except (OSError, UnidentifiedImageError, pypdfium2.PdfiumError, ValueError) as problem:
        raise TrainerError("codes.unreadable", file=path.name) from problem
    found = [
        code.text
        for page in pages
        for code in zxingcpp.read_barcodes(page)
        if code.format == zxingcpp.BarcodeFormat.QRCode and code.text
    ]
    if not found:
        raise TrainerError("codes.none_found", file=path.name)
    return found


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as stream:
        return b"%PDF-" in stream.read(1024)


def _picture(path: Path) -> Image.Image:
    with Image.open(path) as picture:
        if picture.width * picture.height > MAX_PIXELS:
            raise TrainerError("codes.too_big", file=path.name)
        return picture.convert("L")


def _pdf_pages(path: Path) -> list[Image.Image]:
    document = pypdfium2.PdfDocument(path)
    try:
        count = min(len(document), MAX_PAGES)
        return [
            document[number].render(scale=PDF_DPI / 72, grayscale=True).to_pil() for number in range(count)
        ]
    finally:
        document.close()
