"""Controls of the results: which form and occasion is shown, and saving as a file.

A file has a form and a language, and leaves out names if wanted.
"""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Protocol, override

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Signal
from PySide6.QtGui import QAction, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations.results import (
    ResultText,
    RowChart,
    RowPicture,
    print_results,
    row_pictures,
    write_results_csv,
    write_results_xlsx,
)
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.evaluations.feedback import Results
from trainer_app.domain.evaluations.forms import Form, Occasion
from trainer_app.domain.papers.course_papers import PAPER_LANGUAGES, ChartColours
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import Tokens
from trainer_app.ui.widgets.controls import Button
from trainer_app.ui.widgets.fields import ComboBox
from trainer_app.ui.widgets.labels import Painted, Retranslated
from trainer_app.ui.widgets.printing import PdfBytes
from trainer_app.ui.widgets.table_models import Column
from trainer_app.ui.widgets.tables import CellDelegate, TableView


class FormResult(Protocol):
    """A result of a version of a form on an occasion."""

    @property
    def form(self) -> Form:
        """The version."""

    @property
    def occasion(self) -> Occasion:
        """When it was filled in."""


class ResultFormChoice(ComboBox):
    """Hidden while there is only one. What was chosen stays as long as it is there."""

    chosen = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setMinimumWidth(260)
        self.currentIndexChanged.connect(lambda _place: self.chosen.emit())

    def set_forms(self, found: Sequence[FormResult], text: ResultText) -> None:
        """Offer other results."""
        kept = self.currentData()
        self.blockSignals(True)
        self.clear()
        for each in found:
            key = f"{each.form.key}/{each.occasion.value}"
            self.addItem(text.title(each.form, each.occasion), key)
        self.setCurrentIndex(max(0, self.findData(kept)) if found else -1)
        self.blockSignals(False)
        self.setVisible(len(found) > 1)


class ResultFormat(StrEnum):
    """What results can be saved as."""

    XLSX = "xlsx"
    CSV = "csv"
    PDF = "pdf"


def results_bytes(
    work: Workplace, results: Results, form: ResultFormat, language: str, course: str | None, *, names: bool
) -> bytes:
    """Return results in a form and a language; `course` heads the paper of one course."""
    if form is ResultFormat.PDF:
        return print_results(work, results, language, course=course, names=names)
    write = write_results_xlsx if form is ResultFormat.XLSX else write_results_csv
    return write(results, language)


def file_name(results: Results, form: ResultFormat, language: str = "") -> str:
    """Return the name proposed for a file: it names the course, if it is one, and nobody."""
    what = results.courses[0] if len(results.courses) == 1 else "courses"
    tail = f"-{language}" if language else ""
    return f"results-{what}{tail}.{form.value}"


class SaveResultsButton(Retranslated, Button):
    """A button with a menu of forms. `requested(form, language)` asks for one; `names` is about people."""

    requested = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("results_save", icon="save")
        self.list = QMenu(self)
        self.list.setObjectName("results_save_menu")
        self.acts = {
            (form, language): self._act(form, language)
            for form in ResultFormat
            for language in (PAPER_LANGUAGES if form is ResultFormat.PDF else ("",))
        }
        self.list.addSeparator()
        self.nameless = QAction(self.list)
        self.nameless.setObjectName("results_save_nameless")
        self.nameless.setCheckable(True)
        self.list.addAction(self.nameless)
        self.clicked.connect(lambda: self.list.popup(self.mapToGlobal(self.rect().bottomLeft())))
        self.retranslate()

    @property
    def names(self) -> bool:
        """Tell whether participants are named on paper."""
        return not self.nameless.isChecked()

    @override
    def retranslate(self) -> None:
        self.setText(self.tr("Save as…"))
        words = {ResultFormat.XLSX: self.tr("Workbook (xlsx)"), ResultFormat.CSV: self.tr("Table (CSV)")}
        for (form, language), act in self.acts.items():
            act.setText(words.get(form) or f"PDF · {_language_name(language)}")
        self.nameless.setText(self.tr("PDF without names"))

    def _act(self, form: ResultFormat, language: str) -> QAction:
        act = QAction(self.list)
        act.setObjectName(f"results_save_{form.value}{'_' if language else ''}{language.replace('+', '_')}")
        act.triggered.connect(lambda: self.requested.emit(form.value, language))
        self.list.addAction(act)
        return act


def _language_name(code: str) -> str:
    """Return what a language of papers is called: each by its own name."""
    return " + ".join(LANGUAGES[part].name for part in code.split("+"))


MM = 25.4 / 96
"""Millimetres of a device-independent pixel."""
POINT = 72 / 96
"""Points of a device-independent pixel."""
_AT_ONCE = 100
"""Rows drawn into one image: images have a largest height."""

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


class ChartDelegate(CellDelegate):
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
            data = row_pictures(self._chart, rows, chart_colours(scheme), width * MM, height * MM)
            if data is None:
                return None
            self._images[number] = render_page(data, width, height * len(rows), ratio)
        return self._images[number]


def lower_rows(view: TableView, height: int) -> None:
    """Give a table lower rows than usual."""
    view.verticalHeader().setDefaultSectionSize(height)
