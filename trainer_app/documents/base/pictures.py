"""Pictures that others made, opened with care: emblems on white, signatures as ink, template pictures.

Nothing is unpacked before its size is known, and nothing is kept finer than a printer shows.
"""

import io
import warnings
from functools import lru_cache
from itertools import groupby

import zxingcpp
from msgspec import Struct
from PIL import Image, ImageOps

from trainer_app.documents.base.paper import POINTS
from trainer_app.domain.base.errors import TrainerError

_DPI = 300
_MOST_PIXELS = 60_000_000
_MOST_MM = 70
"""No emblem is kept larger than this."""

_SIGNATURE_MM = 80
_PAPER, _INK = 205, 90
"""As light as this, out of 255, is the paper round a scanned signature; as dark as this is ink."""

_SMOOTH = ("L", "LA", "RGB", "RGBA", "CMYK")
"""Kinds of pictures that can be made smaller as they are."""

_TROUBLES = (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError)


def open_emblem(content: bytes) -> Image.Image | None:
    """Return a picture on white, upright, no larger than is printed; None for what cannot be read."""
    opened = _open(content, _MOST_MM)
    if opened is None:
        return None
    white = Image.new("RGBA", opened.size, "white")
    return Image.alpha_composite(white, opened).convert("RGB")


@lru_cache(maxsize=32)
def emblem_file(content: bytes) -> bytes | None:
    """Return an emblem as PNG, as `open_emblem` has it."""
    opened = open_emblem(content)
    return _png(opened) if opened else None


@lru_cache(maxsize=32)
def signature_file(content: bytes) -> bytes | None:
    """Return a scanned signature as PNG without its paper, cut to the ink; None for what cannot be read.

    The paper becomes clear, so that the signature may stand on its line; also a pale one stays seen.
    """
    opened = _open(content, _SIGNATURE_MM)
    if opened is None:
        return None
    white = Image.alpha_composite(Image.new("RGBA", opened.size, "white"), opened)
    grey = white.convert("L")
    dark = grey.point([_opacity(level) for level in range(256)])
    box = dark.getbbox()
    if box is None:
        return None
    colours = white.convert("RGB")
    clear = Image.merge("RGBA", (*colours.split(), dark))
    return _png(clear.crop(box))


def check_picture(content: bytes) -> str:
    """Return why a picture of a template cannot be drawn; "" if it can."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as opened:
                if opened.width * opened.height > _MOST_PIXELS:
                    return f"has more than {_MOST_PIXELS // 1_000_000} million pixels"
                opened.load()
    except _TROUBLES:
        return "is no PNG or JPEG that can be read"
    return ""


def plain_file(content: bytes) -> bytes:
    """Return a sound picture in a form that a PDF takes: JPEG in grey or colour as it is, all else as PNG."""
    with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as opened:
        if opened.format == "JPEG" and opened.mode in ("L", "RGB"):
            return content
        if opened.mode in ("L", "RGB", "RGBA") and "transparency" not in opened.info:
            return content
        return _png(opened.convert("RGBA" if opened.format == "PNG" else "RGB"))


def _opacity(level: int) -> int:
    """Return how much of a grey is ink, 0 to 255."""
    return max(0, min(255, round((_PAPER - level) * 255 / (_PAPER - _INK))))


def _open(content: bytes, most_mm: float) -> Image.Image | None:
    """Return a picture upright, small, with its transparency; None for what cannot be read."""
    if not content:
        return None
    try:
        with warnings.catch_warnings():
            # Pillow warns of what may be a bomb; the limit here decides, before a pixel is unpacked.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as opened:
                if opened.width * opened.height > _MOST_PIXELS:
                    return None
                return _small(opened, most_mm)
    except _TROUBLES:
        return None


def _small(picture: Image.Image, most_mm: float) -> Image.Image:
    """Return a picture small and upright; made small first, so that a large one takes no room."""
    small = picture if picture.mode in _SMOOTH else picture.convert("RGBA")
    edge = round(most_mm * POINTS / 72 * _DPI)
    small.thumbnail((edge, edge), Image.Resampling.LANCZOS)
    return ImageOps.exif_transpose(small).convert("RGBA")


def _png(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


BARCODE_QUIET = 10
"""White modules that a reader wants on either side."""

_BLACK = 0


def code128(text: str) -> tuple[int, tuple[tuple[int, int], ...]]:
    """Return how many modules a text takes, and its bars: each its first module and its width.

    Ten digits take 90 modules: two digits stand in each sign. Quiet zones are not counted.
    """
    barcode = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.Code128)
    image = barcode.to_image(add_quiet_zones=False)
    width = int(image.shape[1])
    bars, at = [], 0
    for shade, run in groupby(bytes(image)[:width]):
        length = len(tuple(run))
        if shade == _BLACK:
            bars.append((at, length))
        at += length
    return width, tuple(bars)


_TO_DIGITS = bytes.maketrans(b"\x00\xff", b"10")

_MASK = 3
"""The QR mask pattern. Naming it saves trying all eight (8 times quicker) and keeps the same bytes
between versions of the library; readers take it as well, which the tests check."""


class QrBits(Struct, frozen=True):
    """A code without its quiet zone: `modules` by `modules`, rows packed to whole bytes, 1 is black."""

    modules: int
    packed: bytes


def encode_qr(text: str, level: str = "Q") -> QrBits:
    """Return the QR code of a text at an error correction level (L, M, Q, H).

    Raises `documents.qr_too_long` when no code can hold it.
    """
    try:
        barcode = zxingcpp.create_barcode(
            text, zxingcpp.BarcodeFormat.QRCode, ec_level=level, data_mask=_MASK
        )
    except ValueError as error:
        raise TrainerError("documents.qr_too_long", length=len(text)) from error
    image = barcode.to_image(add_quiet_zones=False)
    modules = int(image.shape[0])
    digits = bytes(image).translate(_TO_DIGITS)
    padding = b"0" * (-modules % 8)
    rows = padding.join(digits[at : at + modules] for at in range(0, modules * modules, modules)) + padding
    return QrBits(modules, int(rows, 2).to_bytes(len(rows) // 8))
