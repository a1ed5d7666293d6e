"""Stand-ins for logos and a signature, so that a design can be looked at before there are any."""

import io
from functools import cache
from math import sin

from PIL import Image, ImageDraw

from trainer_app.domain.courses import Logo

_GREY, _LIGHT = (120, 132, 150), (226, 231, 238)
_SIZES = {Logo.ORGANISER: (400, 400), Logo.DONOR: (600, 300), Logo.PARTNER: (340, 400)}
_STROKE = 6


@cache
def sample_logo(role: Logo) -> bytes:
    """Return a quiet box of the proportions that such a logo often has, as PNG."""
    width, height = _SIZES[role]
    picture = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(picture)
    pen.rounded_rectangle((4, 4, width - 5, height - 5), 40, fill=_LIGHT, outline=_GREY, width=_STROKE)
    middle, size = (width / 2, height / 2), min(width, height) / 5
    box = (middle[0] - size, middle[1] - size, middle[0] + size, middle[1] + size)
    pen.ellipse(box, outline=_GREY, width=_STROKE)
    return _png(picture)


@cache
def sample_signature() -> bytes:
    """Return a scrawl on white, as PNG."""
    picture = Image.new("L", (700, 260), 255)
    points = [(40 + 6.2 * t, 130 - 90 * sin(t / 4.5) * (1 - t / 130) - t * 0.3) for t in range(100)]
    ImageDraw.Draw(picture).line(points, fill=40, width=9, joint="curve")
    return _png(picture)


def _png(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()
