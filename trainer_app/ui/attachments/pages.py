"""An attached file as pages that can be painted: the pages of a PDF, or one picture."""

import math

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtPdf import QPdfDocument

from trainer_app.domain.errors import TrainerError
from trainer_app.ui.widgets.printing import PdfBytes

PDF = "application/pdf"
_DPI, _POINTS = 200, 72
_MOST_PIXELS = 16_000_000
"""A page is drawn once and then only scaled: A4 at 200 dpi has 4 million pixels."""


class Pages(QObject):
    """The pages of one file. Raises attachments.not_shown for a content that cannot be painted."""

    def __init__(self, content: bytes, media: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attached_pages")
        self._document: QPdfDocument | None = None
        self._picture = QImage()
        if media == PDF:
            try:
                self._document = PdfBytes(content, self).document
            except TrainerError as problem:
                raise TrainerError("attachments.not_shown") from problem
        else:
            self._picture = read_picture(content)
        if not self.count:
            raise TrainerError("attachments.not_shown")

    @property
    def count(self) -> int:
        """How many pages there are."""
        if self._document is not None:
            return self._document.pageCount()
        return 0 if self._picture.isNull() else 1

    def page(self, number: int) -> QImage:
        """Return a page, counted from 0, on white."""
        if self._document is None:
            return self._picture
        size = self._document.pagePointSize(number)
        scale = _DPI / _POINTS
        area = size.width() * size.height()
        if area > 0:
            scale = min(scale, math.sqrt(_MOST_PIXELS / area))
        drawn = self._document.render(number, QSize(int(size.width() * scale), int(size.height() * scale)))
        page = QImage(drawn.size(), QImage.Format.Format_RGB32)
        page.fill(Qt.GlobalColor.white)
        _paint_over(page, drawn)
        return page


def read_picture(content: bytes) -> QImage:
    """Return a picture the way up that its camera says; a null one for what is none."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    return reader.read()


def _paint_over(page: QImage, drawn: QImage) -> None:
    painter = QPainter(page)
    painter.drawImage(0, 0, drawn)
    painter.end()
