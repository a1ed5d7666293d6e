"""Charts, drawn once for screen and paper, and pictures that others made, opened with care.

A chart that stands in a row of a table is a `Drawing`; numbers always stand beside it as text. What comes
before the course is hollow, what comes after is filled, every piece has an outline and every part of a bar a
filling of its own: so a print without colours says the same.

Pictures are emblems on white, signatures as ink, pictures of templates. Nothing is unpacked before its size
is known, and nothing is kept finer than a printer shows.
"""

import io
import warnings
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import groupby

import zxingcpp
from msgspec import Struct
from PIL import Image, ImageOps

from trainer_app.documents.base import fonts
from trainer_app.documents.base.flow import Drawing
from trainer_app.documents.base.paper import POINTS, Paper, paint, text_width
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.papers.course_papers import ACCENT, INK, ChartColours

_ROUND = 0.5523
"""How far the handles of a quarter circle reach, in radii."""
_DOT, _BAR, _EDGE = 1.15, 3.2, 0.4


PAPER_COLOURS = ChartColours()


class HistogramSeries(Struct, frozen=True):
    """One series of a histogram: its words ("After the course: 25, mean 78 %"), and how many per bin."""

    words: str
    bins: tuple[int, ...]


def gain_line(before: Fraction | None, after: Fraction | None, inks: ChartColours = PAPER_COLOURS) -> Drawing:
    """Return a line from one share (0 to 1) to another: a hollow dot before, a filled one after.

    A loss is a dashed line, so that it is seen without colours.
    """

    def draw(paper: Paper, left: float, middle: float, width: float) -> None:
        start, room = left + _DOT, width - 2 * _DOT
        paper.line(left, middle, left + width, middle, 0.4, inks.line)
        places = [None if share is None else start + room * float(share) for share in (before, after)]
        first, second = places
        if first is not None and second is not None and first != second:
            lost = second < first
            colour = inks.loss if lost else inks.strong
            paper.line(first, middle, second, middle, 1.6, colour, "2.2 1.6" if lost else "")
        if first is not None:
            # Where nothing changed, the hollow dot stays seen round the filled one.
            radius = _DOT * 1.7 if first == second else _DOT
            dot(paper, first, middle, radius, inks.ground, inks.text)
        if second is not None:
            dot(paper, second, middle, _DOT, inks.strong, inks.strong)

    return draw


def item_bar(before: Fraction | None, after: Fraction | None, inks: ChartColours = PAPER_COLOURS) -> Drawing:
    """Return how hard an item was: a filled bar after, a hollow dot before, lines at 0.3 and 0.9."""

    def draw(paper: Paper, left: float, middle: float, width: float) -> None:
        top = middle - _BAR / 2
        paper.box(left, top, width, _BAR, fill=inks.shade)
        if after is not None:
            paper.box(left, top, width * float(after), _BAR, fill=inks.mixed(3, 5))
        for limit in (0.3, 0.9):
            x = left + width * limit
            paper.line(x, top - 0.5, x, top + _BAR + 0.5, 0.6, inks.second, "1 1")
        paper.box(left, top, width, _BAR, _EDGE, inks.edge)
        if before is not None:
            dot(paper, left + width * float(before), middle, _DOT, inks.ground, inks.text)

    return draw


def scale_bar(counts: Sequence[int], inks: ChartColours = PAPER_COLOURS) -> Drawing:
    """Return the answers on a scale as one bar, the lowest step at the left and pale, the highest strong."""

    def draw(paper: Paper, left: float, middle: float, width: float) -> None:
        whole, x, top = sum(counts), left, middle - _BAR / 2
        last = max(len(counts) - 1, 1)
        for step, count in enumerate(counts):
            if count:
                long = width * count / whole
                paper.box(x, top, long, _BAR, _EDGE, inks.text, fill=inks.mixed(step, last))
                x += long

    return draw


def share_bar(share: Fraction | None, inks: ChartColours = PAPER_COLOURS) -> Drawing:
    """Return a share (0 to 1) as a bar in a frame."""

    def draw(paper: Paper, left: float, middle: float, width: float) -> None:
        top = middle - _BAR / 2
        if share:
            paper.box(left, top, width * float(share), _BAR, fill=inks.mixed(3, 5))
        paper.box(left, top, width, _BAR, _EDGE, inks.edge)

    return draw


def draw_histogram(
    paper: Paper,
    left: float,
    top: float,
    width: float,
    height: float,
    lanes: Sequence[HistogramSeries],
    inks: ChartColours = PAPER_COLOURS,
    size: float = 8.0,
) -> None:
    """Draw scores in ten bins side by side, with a count above each bar; lengths in millimetres.

    The first of two lanes is hollow; a single lane is filled. `size` is that of the type, in points.
    """
    line = size * 1.32 / POINTS
    high = _legend(paper, left, top, width, lanes, inks, size)
    base = top + height - line * 1.15
    room = base - top - high - line
    most = max((count for lane in lanes for count in lane.bins), default=0) or 1
    slot = width / 10
    for number, lane in enumerate(lanes):
        wide = slot * 0.8 / len(lanes)
        filled = number == len(lanes) - 1
        for place, count in enumerate(lane.bins):
            x = left + place * slot + slot * 0.1 + number * wide
            tall = room * count / most
            if count:
                ground = inks.mixed(4, 5) if filled else inks.ground
                paper.box(x, base - tall, wide, tall, 0.7, inks.text, fill=ground)
                middle = x + wide / 2
                words = str(count)
                paper.text(middle, base - tall - 0.9, words, fonts.SANS, size, inks.second, "centre")
    paper.line(left, base, left + width, base, 0.7, inks.edge)
    for place in range(11):
        x = left + place * slot
        align = {0: "left", 10: "right"}.get(place, "centre")
        words = f"{place * 10}\u00a0%" if place in (0, 10) else str(place * 10)
        paper.text(x, base + line * 0.95, words, fonts.SANS, size - 0.5, inks.second, align)


def dot(paper: Paper, x: float, y: float, radius: float, fill: str, edge: str) -> None:
    """Draw a filled disc with an outline; lengths in millimetres."""
    across, up = paper.place(x, y)
    far, handle = radius * POINTS, radius * POINTS * _ROUND
    arcs = (
        (far, handle, handle, far, 0, far),
        (-handle, far, -far, handle, -far, 0),
        (-far, -handle, -handle, -far, 0, -far),
        (handle, -far, far, -handle, far, 0),
    )
    drawn = " ".join(
        " ".join(f"{(up if at % 2 else across) + move:.2f}" for at, move in enumerate(arc)) + " c"
        for arc in arcs
    )
    paper.raw(f"q {paint(fill)} rg {paint(edge)} RG 0.9 w {across + far:.2f} {up:.2f} m {drawn} b Q")


def _legend(
    paper: Paper,
    left: float,
    top: float,
    width: float,
    lanes: Sequence[HistogramSeries],
    inks: ChartColours,
    size: float,
) -> float:
    """Say which bars are which; return how high that is."""
    line, x, y = size * 1.32 / POINTS, left, top
    for number, lane in enumerate(lanes):
        long = text_width(lane.words, fonts.SANS, size) + 9
        if x > left and x + long > left + width:
            x, y = left, y + line
        filled = number == len(lanes) - 1
        ground = inks.mixed(4, 5) if filled else inks.ground
        paper.box(x, y + line * 0.25, 4, line * 0.6, 0.7, inks.text, fill=ground)
        paper.text(x + 5.5, y + line * 0.82, lane.words, fonts.SANS, size, inks.text)
        x += long + 3
    return y + line - top + 1.2


FILLINGS = ("solid", "stripes", "dots", "cross", "empty")
"""Of present, late, excused, absent, not marked."""

_HEIGHT = 3.4
_PITCH = 1.1
_FRAME = 0.4


def stacked_bar(parts: Sequence[int], whole: int) -> Drawing:
    """Return a bar of parts in the order of `FILLINGS`; `whole` is what the full width stands for."""

    def draw(paper: Paper, left: float, middle: float, width: float) -> None:
        top, x = middle - _HEIGHT / 2, left
        for filling, part in zip(FILLINGS, parts, strict=True):
            long = width * part / whole if whole else 0.0
            if part:
                fill(paper, x, top, long, _HEIGHT, filling)
            x += long

    return draw


def plain_bar(part: int, whole: int) -> Drawing:
    """Return a solid bar in a frame that stands for the whole."""

    def draw(paper: Paper, left: float, middle: float, width: float) -> None:
        top = middle - _HEIGHT / 2
        long = width * min(max(part, 0), whole) / whole if whole else 0.0
        if long:
            paper.box(left, top, long, _HEIGHT, fill=ACCENT)
        paper.box(left, top, width, _HEIGHT, _FRAME, INK)

    return draw


def fill(paper: Paper, x: float, y: float, width: float, height: float, filling: str) -> None:
    """Fill a box in one of the ways of `FILLINGS`, and frame it."""
    if filling == "solid":
        paper.box(x, y, width, height, _FRAME, INK, fill=ACCENT)
        return
    if filling in ("stripes", "cross"):
        _stripes(paper, x, y, width, height, both=filling == "cross")
    elif filling == "dots":
        _dots(paper, x, y, width, height)
    paper.box(x, y, width, height, _FRAME, INK)


def _stripes(paper: Paper, x: float, y: float, width: float, height: float, *, both: bool) -> None:
    """Draw slanting lines, cut to the box; `both` crosses them."""
    left, bottom = paper.place(x, y + height)
    wide, high = width * POINTS, height * POINTS
    step = _PITCH * POINTS
    lines = []
    for number in range(int((wide + high) / step) + 1):
        at = number * step
        lines.append(f"{left + at - high:.2f} {bottom:.2f} m {left + at:.2f} {bottom + high:.2f} l")
        if both:
            lines.append(f"{left + at:.2f} {bottom:.2f} m {left + at - high:.2f} {bottom + high:.2f} l")
    box = f"{left:.2f} {bottom:.2f} {wide:.2f} {high:.2f} re W n"
    paper.raw(f"q {box} 0.5 w 0 0 0 RG {' '.join(lines)} S Q")


def _dots(paper: Paper, x: float, y: float, width: float, height: float) -> None:
    rows = int(height / _PITCH)
    for row in range(rows):
        for column in range(int(width / _PITCH)):
            paper.box(
                x + (column + 0.35) * _PITCH, y + (row + 0.5) * height / rows - 0.17, 0.34, 0.34, fill=INK
            )


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
