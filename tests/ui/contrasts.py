"""What is written on a screen, in which colour on which ground: measured on the picture itself.

A screen is drawn once without the words that the program paints; each is noted with its colour, and its
ground is what the picture has in its place. The words of Qt's labels and fields are noted by their palettes.
`READ_ON` and `SEEN_ON` declare the pairs, so that both schemes are measured though a screen is drawn in one.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from tests.ui.driving import in_sight
from trainer_app.ui.style.tokens import Tokens, contrast
from trainer_app.ui.widgets.labels import Painted
from trainer_app.ui.widgets.painting import Strips

READ, SEEN = 4.5, 3.0
"""What WCAG AA asks of a text; of a large one, of edges of controls, the ring of the focus, and marks."""
READ_ON = {
    "surface": "text text2 text3 accent_text present late excused absent_text",
    "window": "text text2 text3 accent_text present late absent_text",
    "rail": "text text2 text3",
    "rail_selected": "accent_text",
    "sunken": "text text2 text3 accent_text",
    "accent_soft": "text text2 text3 accent_text present late excused absent_text",
    "present_soft": "text text2 present",
    "late_soft": "text text2 late",
    "absent_soft": "text text2 absent_text",
    "accent": "on_accent",
    "accent_hover": "on_accent",
    "accent_down": "on_accent",
    "absent": "on_absent",
}
"""Ground, and which texts stand on it."""
SEEN_ON = {
    "surface": "edge accent present late_edge excused_edge absent unmarked planned",
    "window": "edge accent present late_edge excused_edge absent unmarked planned",
    "rail": "edge accent",
    "rail_selected": "accent",
    "sunken": "edge accent unmarked planned",
    # The field of an absent person on the current row is told by its letter, which is read on "absent".
    "accent_soft": "edge accent present late_edge excused_edge unmarked planned",
    "present_soft": "accent",
    "late_soft": "accent late",
    "absent_soft": "accent absent_text",
    "accent": "on_accent",
}
"""Ground, and which edges, rings, bars and marks stand on it."""
LARGE, LARGE_BOLD, BOLD = 24, 18.66, 700
"""Pixels from which a text is large to WCAG: 18 points, or 14 in bold."""


_LOOKED_AT = 400
"""So many pixels of a text's place tell its ground."""
_SLIVER = 4
"""Pixels below which what is left of a text at an edge tells nothing of its ground."""


def pairs(table: dict[str, str]) -> list[tuple[str, str]]:
    """Return the declared pairs as (ink, ground)."""
    return [(ink, ground) for ground, inks in table.items() for ink in inks.split()]


class Written(Struct, frozen=True):
    """A text with its colour and its ground ("#RRGGBB"), the part of the window, and whether it is large."""

    part: str
    text: str
    ink: str
    ground: str
    large: bool

    @property
    def readable(self) -> bool:
        """Tell whether it has the contrast that WCAG AA asks for."""
        return contrast(self.ink, self.ground) >= (SEEN if self.large else READ)

    def declared(self, scheme: Tokens) -> bool:
        """Tell whether it is one of the pairs of `READ_ON`."""
        colours = scheme.colours()
        return any(
            (colours[ink], colours[ground]) == (self.ink, self.ground) for ink, ground in pairs(READ_ON)
        )


class _Note(Struct):
    """A text that was about to be painted, and where: in device-independent pixels of the window."""

    part: str
    text: str
    ink: str
    large: bool
    box: QRect
    ground: str = ""


def written(window: QWidget) -> list[Written]:
    """Draw what a window shows, and return all that is written there and is not switched off."""
    picture = QImage(window.size(), QImage.Format.Format_RGB32)
    notes: list[_Note] = []
    with _noting(notes):
        window.render(picture)
    for field in in_sight(window):
        if field.isEnabled() and not field.visibleRegion().isEmpty():
            notes += _own_words(window, field)
    found = []
    for each in notes:
        box = each.box & picture.rect()
        ground = each.ground or (_commonest(picture.copy(box)) if not box.isEmpty() else "")
        if ground:
            found.append(Written(each.part, each.text, each.ink, ground, each.large))
    return found


def pixels_of(picture: QImage, step: int = 1) -> list[int]:
    """Return the colours of a picture, 0xRRGGBB, row by row: all, or one of each so many."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    return [each & 0xFFFFFF for each in memoryview(plain.constBits()).cast("I")[::step].tolist()]


@contextmanager
def noting(texts: list[Written]) -> Iterator[None]:
    """Note what is written into pictures that are kept, and paint it."""
    notes: list[_Note] = []
    with _noting(notes):
        yield
    texts += [
        Written(each.part, each.text, each.ink, each.ground, each.large) for each in notes if each.ground
    ]


def _commonest(picture: QImage) -> str:
    """Return the colour that most of a picture has, "" for an empty one."""
    if picture.width() < _SLIVER or picture.height() < _SLIVER:
        return ""
    step = picture.width() * picture.height() // _LOOKED_AT | 1
    return f"#{Counter(pixels_of(picture, step)).most_common(1)[0][0]:06X}"


@contextmanager
def _noting(notes: list[_Note]) -> Iterator[None]:
    """Note each text. On the window it is not painted, so that its ground can be seen."""
    usual, kept = QPainter.drawText, Strips.draw

    def note(painter: QPainter, *how: Any) -> Any:
        text = next((each for each in reversed(how) if isinstance(each, str)), "")
        on_picture = isinstance(painter.device(), QPixmap)
        if text.strip():
            _note(notes, painter, text, how)
        return usual(painter, *how) if on_picture else None

    def draw_anew(
        _strips: Strips,
        painter: QPainter,
        top: int,
        keys: Sequence[object],
        _size: QSize,
        _ratio: float,
        paint: Callable[[QPainter, list[int]], None],
    ) -> None:
        painter.save()
        painter.translate(0, top)
        paint(painter, list(range(len(keys))))
        painter.restore()

    QPainter.drawText = note  # type: ignore[assignment, method-assign]
    Strips.draw = draw_anew  # type: ignore[assignment, method-assign]
    try:
        yield
    finally:
        QPainter.drawText = usual  # type: ignore[method-assign]
        Strips.draw = kept  # type: ignore[method-assign]


def _note(notes: list[_Note], painter: QPainter, text: str, how: tuple[Any, ...]) -> None:
    device = painter.device()
    if isinstance(device, QWidget) and not device.isEnabled():
        return
    place, font = how[0], painter.font()
    if isinstance(place, QRect | QRectF):
        flags = next((int(each) for each in how[1:] if isinstance(each, int | Qt.AlignmentFlag)), 0)
        box = painter.boundingRect(QRectF(place), flags, text) & QRectF(place)
    else:
        at = QPointF(place) if isinstance(place, QPoint | QPointF) else QPointF(how[0], how[1])
        box = QFontMetricsF(font).boundingRect(text).translated(at)
    if painter.hasClipping():
        box &= painter.clipBoundingRect()
    ink = painter.pen().color().name().upper()
    where = painter.deviceTransform().mapRect(box).toAlignedRect()
    if isinstance(device, QWidget):
        where &= _in_sight(device.window(), device)
    # A picture that is kept has its ground by now; later it is copied to wherever it is needed.
    ground = _commonest(device.copy(where).toImage()) if isinstance(device, QPixmap) else ""
    part = device.objectName() or _around(device) if isinstance(device, QWidget) else "picture"
    notes.append(_Note(part, text, ink, _is_large(font), where, ground))


def _in_sight(window: QWidget, part: QWidget) -> QRect:
    """Return what can be seen of a part, on the window."""
    seen = part.visibleRegion().boundingRect()
    return QRect(part.mapTo(window, seen.topLeft()), seen.size())


def _around(widget: QWidget) -> str:
    around = widget.parentWidget()
    return around.objectName() if around is not None else ""


def _is_large(font: QFont) -> bool:
    return font.pixelSize() >= (LARGE_BOLD if font.weight() >= BOLD else LARGE)


def _own_words(window: QWidget, field: QWidget) -> Iterator[_Note]:
    """Return the words that Qt writes into a label or a field, in the colour of its palette."""
    role, text, ink = QPalette.ColorRole, "", QColor()
    if isinstance(field, QLabel) and not isinstance(field, Painted):
        text, ink = field.text(), field.palette().color(field.foregroundRole())
    elif isinstance(field, QLineEdit):
        empty = not field.text()
        text = field.placeholderText() if empty else field.text()
        ink = field.palette().color(role.PlaceholderText if empty else role.Text)
    elif isinstance(field, QPlainTextEdit):
        text, ink = field.toPlainText(), field.palette().color(role.Text)
    elif isinstance(field, QComboBox | QAbstractSpinBox):
        text = field.currentText() if isinstance(field, QComboBox) else field.text()
        ink = field.palette().color(role.Text)
    if text.strip():
        box = _in_sight(window, field).adjusted(3, 3, -3, -3)
        yield _Note(field.objectName(), text, ink.name().upper(), _is_large(field.font()), box)
