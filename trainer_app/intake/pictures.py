"""Checks that a picture or PDF can be opened within safe limits, and reads QR and bar codes from it."""

import ctypes
import io
import math
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import zxingcpp
from msgspec import Struct
from PIL import Image, ImageOps, UnidentifiedImageError
from pypdfium2 import raw

from trainer_app.domain.attendance.sheets import PagePicture
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError

MAX_PIXELS = 60_000_000
"""An A4 page at 600 dpi has 35 million."""
_PDF = "application/pdf"
_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG"}


@contextmanager
def explain_pictures(code: str, file: str) -> Iterator[None]:
    """Turn what goes wrong with a strange picture or PDF into `code`; a bomb into codes.too_big."""
    try:
        with warnings.catch_warnings():
            # Pillow warns of what may be a bomb; `MAX_PIXELS` decides here, before a pixel is unpacked.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            yield
    except Image.DecompressionBombError as problem:
        raise TrainerError("codes.too_big", file=file) from problem
    except (
        OSError,
        UnidentifiedImageError,
        pypdfium2.PdfiumError,
        ValueError,
        SyntaxError,
        EOFError,
    ) as problem:
        raise TrainerError(code, file=file) from problem


def grey_picture(path: Path) -> Image.Image:
    """Return a picture without its colours, for looking for codes. Raises codes.too_big."""
    with Image.open(path) as picture:
        _refuse_large(picture, path.name)
        return picture.convert("L")


def count_pages(content: bytes, media: str, file: str) -> int:
    """Open a picture or PDF wholly and return the number of its pages; a picture has one.

    Raises codes.unreadable for a damaged or locked one, codes.too_big. `file` is its name, for the message.
    """
    with explain_pictures("codes.unreadable", file):
        if media == _PDF:
            return _count_pdf_pages(content, file)
        with Image.open(io.BytesIO(content), formats=(_FORMATS[media],)) as picture:
            _refuse_large(picture, file)
            picture.load()
        return 1


def _count_pdf_pages(content: bytes, file: str) -> int:
    document = pypdfium2.PdfDocument(content)
    try:
        count = len(document)
    finally:
        document.close()
    if not count:
        raise TrainerError("codes.unreadable", file=file)
    return count


def _refuse_large(picture: Image.Image, file: str) -> None:
    if picture.width * picture.height > MAX_PIXELS:
        raise TrainerError("codes.too_big", file=file)


_MOST_SHOWN = 16_000_000
"""Pixels of a page that is shown: A4 at 200 dpi has 4 million."""


def draw_page(content: bytes, media: str, number: int) -> PagePicture:
    """Return a page of a picture or PDF, counted from 0, on white. Raises attachments.not_shown."""
    with explain_pictures("attachments.not_shown", ""):
        if media == _PDF:
            return _draw_pdf_page(content, number)
        with Image.open(io.BytesIO(content), formats=(_FORMATS[media],)) as opened:
            _refuse_large(opened, "")
            share = math.sqrt(_MOST_SHOWN / (opened.width * opened.height))
            if share < 1:
                opened.thumbnail((int(opened.width * share), int(opened.height * share)))
            return _page_picture(ImageOps.exif_transpose(opened), 1)


def _draw_pdf_page(content: bytes, number: int) -> PagePicture:
    document = pypdfium2.PdfDocument(content)
    try:
        page = document[number]
        width, height = page.get_size()
        finest = math.sqrt(_MOST_SHOWN / max(width * height, 1.0))
        return _page_picture(page.render(scale=min(PDF_DPI / 72, finest)).to_pil(), len(document))
    finally:
        document.close()


def _page_picture(picture: Image.Image, pages: int) -> PagePicture:
    if picture.has_transparency_data:
        whole = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", whole.size, "white"), whole)
    return PagePicture(picture.width, picture.height, picture.convert("RGB").tobytes(), pages)


PDF_DPI = 200
MAX_PAGES = 50
_MOST_NOTES = 100
MOST_CHECKED = 500
"""Pages of a PDF whose certificates can be checked: each takes a quarter of a second."""
_CODE_FORMATS = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode, zxingcpp.BarcodeFormat.Code128])


class PageCodes(Struct, frozen=True):
    """What is read on one page. `page` counts from 1; a picture has one page."""

    page: int
    qr: tuple[str, ...] = ()
    bars: tuple[str, ...] = ()
    """Texts of bar codes (Code 128), such as those of badges."""


def read_pages(path: Path, most: int = MAX_PAGES, progress: Progress = no_progress) -> list[PageCodes]:
    """Return what each page of a picture or PDF holds, also of those that hold nothing.

    Only the first `most` pages are looked at. Raises codes.unreadable for a file that
    is neither, codes.too_big.
    """
    pages = []
    with explain_pictures("codes.unreadable", path.name):
        count = min(_count(path), most)
        progress("codes.reading", 0.0)
        for number, picture in enumerate(_pages(path, most), 1):
            found = [code for code in zxingcpp.read_barcodes(picture, formats=_CODE_FORMATS) if code.text]
            is_qr = [code.format == zxingcpp.BarcodeFormat.QRCode for code in found]
            pages.append(
                PageCodes(
                    number,
                    tuple(code.text for code, square in zip(found, is_qr, strict=True) if square),
                    tuple(code.text for code, square in zip(found, is_qr, strict=True) if not square),
                )
            )
            # Each page has its own time, so that a long file is not taken for one without an end.
            progress("codes.reading", number / count)
    return pages


def read_codes(path: Path, progress: Progress = no_progress) -> list[str]:
    """Return the texts of all QR codes in a picture or PDF, in the order of pages.

    Raises codes.unreadable for a file that is neither, codes.too_big, codes.none_found; and
    codes.too_many_pages, since what is not read must not seem to be checked.
    """
    with explain_pictures("codes.unreadable", path.name):
        count = _count(path)
    if count > MOST_CHECKED:
        raise TrainerError("codes.too_many_pages", file=path.name, pages=count, most=MOST_CHECKED)
    found = [text for page in read_pages(path, MOST_CHECKED, progress) for text in page.qr]
    if not found:
        raise TrainerError("codes.none_found", file=path.name)
    return found


def read_attached(path: Path, most: int) -> list[str]:
    """Return the files that a PDF holds, of at most `most` bytes, as text: its own and those of its pages.

    A picture holds none. Raises codes.unreadable, codes.too_big, codes.too_many_pages.
    """
    with explain_pictures("codes.unreadable", path.name):
        if not _is_pdf(path):
            return []
        document = pypdfium2.PdfDocument(path)
        try:
            if max(len(document), document.count_attachments()) > MOST_CHECKED:
                raise TrainerError(
                    "codes.too_many_pages", file=path.name, pages=len(document), most=MOST_CHECKED
                )
            texts = [_text_of(each, most) for each in _attached(document)]
        finally:
            document.close()
    return list(dict.fromkeys(filter(None, texts)))


def _attached(document: pypdfium2.PdfDocument) -> Iterator[pypdfium2.PdfAttachment]:
    for number in range(document.count_attachments()):
        yield document.get_attachment(number)
    for page in document:
        for number in range(min(raw.FPDFPage_GetAnnotCount(page), _MOST_NOTES)):
            note = raw.FPDFPage_GetAnnot(page, number)
            if raw.FPDFAnnot_GetSubtype(note) == raw.FPDF_ANNOT_FILEATTACHMENT:
                file = raw.FPDFAnnot_GetFileAttachment(note)
                if file:
                    yield pypdfium2.PdfAttachment(file, document)
            raw.FPDFPage_CloseAnnot(note)


def _text_of(file: pypdfium2.PdfAttachment, most: int) -> str:
    """Return what a file holds, "" for one that is too long to be a text that is looked for."""
    size = ctypes.c_ulong()
    if not raw.FPDFAttachment_GetFile(file, None, 0, size) or not 0 < size.value <= most:
        return ""
    return bytes(file.get_data()).decode("ascii", errors="replace")


def _count(path: Path) -> int:
    """Return the number of pages; a picture has one."""
    if not _is_pdf(path):
        return 1
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def _is_pdf(path: Path) -> bool:
    with path.open("rb") as stream:
        return b"%PDF-" in stream.read(1024)


def _pages(path: Path, most: int) -> Iterator[Image.Image]:
    if _is_pdf(path):
        yield from _pdf_pages(path, most)
    else:
        yield grey_picture(path)


def _pdf_pages(path: Path, most: int) -> Iterator[Image.Image]:
    document = pypdfium2.PdfDocument(path)
    try:
        for number in range(min(len(document), most)):
            page = document[number]
            # A page may claim any size; it is drawn no larger than a picture may be.
            width, height = page.get_size()
            finest = math.sqrt(MAX_PIXELS / max(width * height, 1.0))
            yield page.render(scale=min(PDF_DPI / 72, finest), grayscale=True).to_pil()
    finally:
        document.close()
