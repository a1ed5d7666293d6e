"""Code 128, the bars on a badge, ready for `Paper.bars`."""

from itertools import groupby

import zxingcpp

QUIET = 10
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
