"""Charts on the screen: the drawing of the paper as a PDF of the size there is, in the scheme's colours."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from trainer_app.domain.papers.course_papers import ChartColours
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import Tokens
from trainer_app.ui.widgets.labels import Painted
from trainer_app.ui.widgets.printing import PdfBytes

MM = 25.4 / 96
"""Millimetres of a device-independent pixel."""
POINT = 72 / 96
"""Points of a device-independent pixel."""
type Make = Callable[[ChartColours, float, float], bytes | None]
"""Makes a PDF of a width and height in millimetres; None where there is nothing to draw."""


def chart_colours(scheme: Tokens) -> ChartColours:
    """Return the colours of charts in a scheme."""
    colours = {
        "ground": scheme.surface,
        "text": scheme.text,
        "second": scheme.text2,
        "line": scheme.line2,
        "edge": scheme.edge,
        "shade": scheme.sunken,
        "strong": scheme.accent,
        "loss": scheme.absent_text,
    }
    return ChartColours(**{name: colour.removeprefix("#") for name, colour in colours.items()})


def render_page(data: bytes, width: int, height: int, ratio: float) -> QImage:
    """Return the first page of a PDF as an image for a screen of a device ratio."""
    pdf = PdfBytes(data)
    image = pdf.document.render(0, QSize(round(width * ratio), round(height * ratio)))
    image.setDevicePixelRatio(ratio)
    pdf.deleteLater()
    return image


class ChartView(Painted):
    """One chart as wide as there is room. It is drawn again for another size, scheme or screen only."""

    def __init__(self, name: str, height: int) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._make: Make = lambda _inks, _width, _height: None
        self._drawn: tuple[object, ...] = ()
        self._image: QImage | None = None

    def set_chart(self, make: Make, spoken: str) -> None:
        """Show another chart; `spoken` says it in words."""
        self._make, self._drawn = make, ()
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Give way in width."""
        return QSize(360, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the image, after making it for this size if need be."""
        scheme, ratio = tokens(), self.devicePixelRatioF()
        wanted = (self.width(), self.height(), ratio, scheme)
        if self._drawn != wanted:
            data = self._make(chart_colours(scheme), self.width() * MM, self.height() * MM)
            self._image = render_page(data, self.width(), self.height(), ratio) if data else None
            self._drawn = wanted
        if self._image is not None:
            painter = QPainter(self)
            painter.drawImage(0, 0, self._image)
