"""What the views of the results share: the page, which form and occasion is shown, and saving as a file.

A file has a form and a language, and leaves out names if wanted.
"""

from collections.abc import Sequence
from enum import StrEnum
from typing import Protocol, override

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Signal
from PySide6.QtGui import QAction, QImage, QPainter
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

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
from trainer_app.domain.papers.course_papers import PAPER_LANGUAGES
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.widgets.controls import Button
from trainer_app.ui.widgets.flow import FlowRow, PageStack
from trainer_app.ui.widgets.labels import Retranslated
from trainer_app.ui.widgets.pages import EmptyState
from trainer_app.ui.widgets.pdf_view import MM, chart_colours, render_page
from trainer_app.ui.widgets.pickers import ComboBox
from trainer_app.ui.widgets.table_models import Column, KeyedTableModel
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
    return write(work, results, language)


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
        withhold("evaluations/results/write_results_xlsx", self.acts[ResultFormat.XLSX, ""])
        withhold("evaluations/results/write_results_csv", self.acts[ResultFormat.CSV, ""])
        withhold("papers/papers/make_named", self.nameless)
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


_AT_ONCE = 100
"""Rows drawn into one image: images have a largest height."""


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
        """Show the pictures of other rows, in the order in which the model was given them."""
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
        model = index.model()
        assert isinstance(model, KeyedTableModel)
        place = model.given_at(index.row())
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


class ResultView(Retranslated, QWidget):
    """What stands side by side in `row`, or, as the second page of `body`, that there is nothing."""

    def __init__(self, name: str, nothing: str) -> None:
        super().__init__()
        self.setObjectName(name)
        full = QWidget()
        full.setObjectName(f"{name}_full")
        self.row = FlowRow(full)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(16)
        self.empty = EmptyState(nothing, "evaluations")
        self.body = PageStack()
        self.body.setObjectName(f"{name}_body")
        self.body.addWidget(full)
        self.body.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.body)
