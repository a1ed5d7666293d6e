"""Looks whether a picture or PDF can be opened at all, within limits that a hostile one cannot break."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
from PIL import Image, UnidentifiedImageError

from trainer_app.domain.errors import TrainerError

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
