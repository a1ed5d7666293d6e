"""Charts on the screen: the very drawings of the papers, made as PDF and rendered for the screen at hand."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer_app.actions.result_papers import Inks, RowChart, RowPicture, row_pictures
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import Tokens
from trainer_app.ui.widgets.models import Column
from trainer_app.ui.widgets.printing import PdfBytes
from trainer_app.ui.widgets.table import CellDelegate, TableView

MM = 25.4 / 96
"""Millimetres of a device-independent pixel."""
POINT = 72 / 96
"""Points of a device-independent pixel."""
_AT_ONCE = 100
"""Rows drawn into one image: images have a largest height."""

type Make = Callable[[Inks, float, float], bytes | None]
"""Makes a PDF of a width and height in millimetres; None where there is nothing to draw."""


def inks_of(scheme: Tokens) -> Inks:
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
    return Inks(**{name: colour.removeprefix("#") for name, colour in colours.items()})


def rendered(data: bytes, width: int, height: int, ratio: float) -> QImage:
    """Return the first page of a PDF as an image for a screen of a device ratio."""
    pdf = PdfBytes(data)
    image = pdf.document.render(0, QSize(round(width * ratio), round(height * ratio)))
    image.setDevicePixelRatio(ratio)
    pdf.deleteLater()
    return image


class ChartView(QWidget):
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
            data = self._make(inks_of(scheme), self.width() * MM, self.height() * MM)
            self._image = rendered(data, self.width(), self.height(), ratio) if data else None
            self._drawn = wanted
        if self._image is not None:
            painter = QPainter(self)
            painter.drawImage(0, 0, self._image)


class PictureCells(CellDelegate):
    """Paints a drawing into the column "picture"; everything else is a usual cell."""

    def __init__(self, view: TableView, chart: RowChart) -> None:
        super().__init__(view)
        self._view, self._chart = view, chart
        self._rows: Sequence[RowPicture] = ()
        self._drawn: tuple[object, ...] = ()
        self._images: dict[int, QImage] = {}
        view.setItemDelegate(self)

    def set_rows(self, rows: Sequence[RowPicture], chart: RowChart | None = None) -> None:
        """Show the pictures of other rows, in the order of the model."""
        self._rows, self._chart = rows, chart or self._chart
        self._images.clear()

    def _draw_content(
        self,
        painter: QPainter,
        room: QRectF,
        column: Column[object],
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if column.name != "picture":
            super()._draw_content(painter, room, column, index)
            return
        place = index.row()
        height = self._view.verticalHeader().defaultSectionSize()
        image = self._strip(place // _AT_ONCE, int(room.width()), height)
        if image is not None:
            ratio = image.devicePixelRatio()
            top = place % _AT_ONCE * height
            part = QRect(0, round(top * ratio), image.width(), round(height * ratio))
            target = QRectF(room.left(), room.center().y() - height / 2, int(room.width()), height)
            painter.drawImage(target, image, QRectF(part))

    def _strip(self, number: int, width: int, height: int) -> QImage | None:
        """Return the image of a hundred rows, made when one of them is first painted."""
        scheme, ratio = tokens(), self._view.devicePixelRatioF()
        wanted = (width, height, ratio, scheme)
        if self._drawn != wanted:
            self._images.clear()
            self._drawn = wanted
        if number not in self._images:
            rows = self._rows[number * _AT_ONCE : (number + 1) * _AT_ONCE]
            data = row_pictures(self._chart, rows, inks_of(scheme), width * MM, height * MM)
            if data is None:
                return None
            self._images[number] = rendered(data, width, height * len(rows), ratio)
        return self._images[number]


def lower_rows(view: TableView, height: int) -> None:
    """Give a table lower rows than usual."""
    view.verticalHeader().setDefaultSectionSize(height)
