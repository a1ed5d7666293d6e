"""The icon set: stroke drawings from `resources/icons`, coloured when they are painted.

An icon is named by its file and a colour by its token ("text3", "accent"), never by a value, so a change of
theme needs no new icons. Everything is rendered at the device pixel ratio of what it is painted on.
"""

from functools import cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from trainer_app.domain.base.catalogue import resource
from trainer_app.ui.style.theme import tokens

_DRAWN_IN = b"#5F6B7C"
PROGRAM_ICON = "trainer-app"
"""It lies above the others: `resources/trainer-app.svg`."""


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    path = resource(f"{name}.svg") if name == PROGRAM_ICON else resource("icons", f"{name}.svg")
    return QSvgRenderer(QByteArray(path.read_bytes().replace(_DRAWN_IN, colour.encode())))


def draw(painter: QPainter, name: str, rect: QRectF, token: str = "text3") -> None:
    """Paint an icon into a rectangle in the colour of a token."""
    _renderer(name, getattr(tokens(), token)).render(painter, rect)


def pixmap(name: str, size: int, token: str = "text3", ratio: float = 1.0) -> QPixmap:
    """Return an icon as a picture, `size` device-independent pixels square."""
    picture = QPixmap(QSize(size, size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    draw(painter, name, QRectF(0, 0, size, size), token)
    painter.end()
    return picture


class _Engine(QIconEngine):
    """Paints a drawing in the colour that its token has at that moment."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        token = "line2" if mode is QIcon.Mode.Disabled else self._token
        draw(painter, self._name, QRectF(rect), token)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(  # noqa: N802 - Qt's name
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        picture = QPixmap(size * scale)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return picture

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._token)


def icon(name: str, token: str = "text3") -> QIcon:
    """Return an icon for actions and Qt's own widgets; it follows the theme by itself."""
    return QIcon(_Engine(name, token))


def program_icon() -> QIcon:
    """Return the picture by which people know the program, in its own colours; packages draw theirs of it."""
    return QIcon(_Engine(PROGRAM_ICON, "accent"))


def names() -> tuple[str, ...]:
    """Return the names of all icons there are."""
    return tuple(sorted(path.stem for path in resource("icons").glob("*.svg")))
