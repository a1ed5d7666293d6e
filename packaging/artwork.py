"""Draws the program's own icons, kept as SVG in resources/artwork, in every size that a system asks for."""

import io
import os
from pathlib import Path

from environment import ROOT

ARTWORK = ROOT / "resources" / "artwork"
SIZES = (16, 24, 32, 48, 64, 128, 256)
PROGRAM, DOCUMENT = "program", "document"
_SIDE = (164, 314)
"""Pixels, as NSIS wants them."""


def drawing(name: str) -> bytes:
    """Return an icon as it was drawn."""
    return (ARTWORK / f"{name}.svg").read_bytes()


def png(name: str, size: int) -> bytes:
    """Return an icon as PNG, `size` pixels square."""
    # No screen is needed, and Qt is loaded only by those who draw.
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(drawing(name))).render(painter)
    painter.end()
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG"):
        raise RuntimeError(f"{name} could not be drawn")
    return bytes(written.data())


def ico(name: str) -> bytes:
    """Return an icon with all sizes in one file, as Windows wants it."""
    from PIL import Image

    pictures = [Image.open(io.BytesIO(png(name, size))) for size in SIZES]
    into = io.BytesIO()
    pictures[-1].save(into, "ICO", sizes=[(size, size) for size in SIZES], append_images=pictures[:-1])
    return into.getvalue()


def side_picture() -> bytes:
    """Return what stands beside the last page of the installer: the icon on its own colour, as BMP."""
    from PIL import Image

    icon = Image.open(io.BytesIO(png(PROGRAM, _SIDE[0]))).convert("RGBA")
    ground = icon.getpixel((_SIDE[0] // 8, _SIDE[0] // 2))
    picture = Image.new("RGBA", _SIDE, ground)
    picture.alpha_composite(icon, (0, (_SIDE[1] - _SIDE[0]) // 2))
    into = io.BytesIO()
    picture.convert("RGB").save(into, "BMP")
    return into.getvalue()


def hicolor(share: Path, name: str, kind: str, called: str) -> None:
    """Lay an icon in all sizes where Linux looks: `kind` is apps or mimetypes."""
    theme = share / "icons" / "hicolor"
    places = {f"{size}x{size}/{kind}/{called}.png": png(name, size) for size in SIZES}
    places[f"scalable/{kind}/{called}.svg"] = drawing(name)
    for place, data in places.items():
        path = theme / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
