"""The colours of a paper, defined: an ICC profile of sRGB that is the same to the byte on every computer.

Version 4 of the format (ICC.1:2010), monitor RGB. Primaries and white are those of IEC 61966-2-1, adapted to
the D50 of ICC; the tone curve is its formula, as a parametric curve of type 3. The profiles that libraries
make carry the time at which they were made.
"""

import struct
from functools import cache

_D50 = (0.9642, 1.0, 0.8249)
_WHITE = (0.964203, 1.0, 0.824905)
_PRIMARIES = {
    b"rXYZ": (0.436066, 0.222488, 0.013916),
    b"gXYZ": (0.385147, 0.716873, 0.097076),
    b"bXYZ": (0.143066, 0.060608, 0.714096),
}
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
"""g, a, b, c, d of ((a x + b) ** g from d on, c x below)."""
_ADAPTION = (1.047882, 0.022918, -0.050217, 0.029587, 0.990479, -0.017059, -0.009247, 0.015076, 0.751678)
"""Bradford matrix from D65 to D50, as it stands in profiles of sRGB."""
_NAME = "sRGB"
_VERSION = 0x04200000
_DAY = (2018, 1, 1, 0, 0, 0)


@cache
def srgb_profile() -> bytes:
    """Return the profile, about 600 bytes."""
    curve = b"para" + bytes(4) + struct.pack(">HH", 3, 0) + _fixed(*_CURVE)
    tags = {
        b"desc": _text(_NAME),
        b"cprt": _text("No copyright"),
        b"wtpt": _xyz(*_WHITE),
        b"chad": b"sf32" + bytes(4) + _fixed(*_ADAPTION),
        **{name: _xyz(*place) for name, place in _PRIMARIES.items()},
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    start = 128 + 4 + 12 * len(tags)
    table, body, places = struct.pack(">I", len(tags)), b"", dict[bytes, int]()
    for name, data in tags.items():
        if data not in places:
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        table += name + struct.pack(">II", places[data], len(data))
    return _header(start + len(body)) + table + body


def _header(size: int) -> bytes:
    """Return the first 128 bytes: what the profile is for, and of which day its format is."""
    return b"".join(
        (
            struct.pack(">I4xI", size, _VERSION),
            b"mntrRGB XYZ ",
            struct.pack(">6H", *_DAY),
            b"acsp",
            bytes(4 + 4 + 4 + 4 + 8 + 4),
            _fixed(*_D50),
            bytes(48),
        )
    )


def _fixed(*numbers: float) -> bytes:
    """Return numbers in 16.16 fixed point."""
    return struct.pack(f">{len(numbers)}i", *(round(number * 65536) for number in numbers))


def _xyz(*place: float) -> bytes:
    return b"XYZ " + bytes(4) + _fixed(*place)


def _text(text: str) -> bytes:
    """Return a text in English, as a table of one language."""
    data = text.encode("utf-16-be")
    return b"mluc" + bytes(4) + struct.pack(">II2s2sII", 1, 12, b"en", b"US", len(data), 28) + data
