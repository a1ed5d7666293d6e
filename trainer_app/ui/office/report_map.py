"""The map of a report: where the figures of its table lie, beside the list of its places."""

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.office import reports
from trainer_app.domain.office.place_maps import MapSpot, PlaceMap
from trainer_app.domain.office.reports import Split
from trainer_app.domain.papers.course_papers import ChartColours
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.office.report_figure import let_shrink
from trainer_app.ui.office.wording import OfficeWording
from trainer_app.ui.widgets.flow import PanelRow
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.pdf_view import ChartView
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import TableView

_LIST, _HEIGHT = 300, 230


class MapPane(Retranslated, QWidget):
    """The same drawing as in the PDF. `opened(words, figure)` asks for the list behind a place."""

    opened = Signal(str, object)

    def __init__(self, context: AppContext, wording: OfficeWording) -> None:
        super().__init__()
        self.setObjectName("report_map")
        self._context, self._wording = context, wording
        self._found: PlaceMap | None = None
        self.view = ChartView("report_map_drawing", _HEIGHT, grows=True)
        self.none = label("second", "report_map_none", wrap=True)
        self.told = label("caption", "report_map_told", wrap=True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.model = ListTableModel("report_map_model", self._columns(), lambda spot: spot.name, self)
        self.table = TableView("report_map_places")
        self.table.show_model(self.model)
        let_shrink(self.table)
        self.table.setMinimumWidth(_LIST)
        self.table.opened.connect(lambda _row: self._open())
        drawn = QWidget()
        drawn.setObjectName("report_map_drawn")
        column = QVBoxLayout(drawn)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addWidget(self.none)
        column.addWidget(self.view, 100)
        column.addWidget(self.told)
        # Without a map its words stay above.
        column.addStretch(1)
        row = PanelRow(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(drawn, 1)
        row.addWidget(self.table)
        self.retranslate()

    def show_map(self, found: PlaceMap | None) -> None:
        """Draw the places of a table; its list holds those too that have no point."""
        self._found = found
        self.model.set_rows(found.spots if found else ())
        self._draw()

    @override
    def retranslate(self) -> None:
        self.none.setText(self.tr("None of these places has a point in the list of places."))
        self.table.setAccessibleName(self.tr("Places of the map"))
        self.show_map(self._found)

    def _draw(self) -> None:
        found, language = self._found, self._context.language.code
        if found is None:
            return
        spoken, told = reports.map_in_words(found, language)

        def make(inks: ChartColours, width: float, height: float) -> bytes | None:
            return reports.print_map(found, language, inks, width, height)

        self.view.set_chart(make, spoken)
        self.view.setVisible(bool(found.drawn))
        self.none.setVisible(not found.drawn)
        self.told.setText("\n".join(told))
        self.told.setVisible(bool(told))

    def _columns(self) -> tuple[Column[MapSpot], ...]:
        return (
            Column("place", self._head, self._name, look=TextStyle.STRONG),
            Column(
                "value",
                lambda: self.tr("Value"),
                lambda spot: self._wording.figure_value(spot.figure),
                104,
                right=True,
            ),
        )

    def _head(self) -> str:
        return self._wording.split_name(self._found.by) if self._found else ""

    def _name(self, spot: MapSpot) -> str:
        return self._wording.line_name(Split(self._found.by if self._found else "", ()), spot.name)

    def _open(self) -> None:
        place = self.table.currentIndex()
        if place.isValid():
            spot = self.model.row(place.row())
            self.opened.emit(self._name(spot), spot.figure)
