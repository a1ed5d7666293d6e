"""What of a report is looked at besides figures: charts, a map, what was planned and reached, words."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.courses.courses import find_course
from trainer_app.actions.office import reports
from trainer_app.actions.office.drilldown import Drilldown
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import exact_percent
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.office.place_maps import MapSpot, PlaceMap
from trainer_app.domain.office.reports import Figure, Report, Split, Target, Unit, courses_unsaid
from trainer_app.domain.papers.course_papers import ChartColours
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.office.report_choices import ListMenu
from trainer_app.ui.office.report_rows import FigureRows, let_shrink
from trainer_app.ui.office.wording import OfficeWording
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind, Switch
from trainer_app.ui.widgets.flow import FlowRow, PanelRow
from trainer_app.ui.widgets.labels import AnnouncedLabel, Retranslated, label, rule
from trainer_app.ui.widgets.overlays import SidePanel
from trainer_app.ui.widgets.pdf_view import ChartView
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import TableView

_HEIGHT, _TWO_ROWS, _ONE_ROW = 250, 400, 3
"""Pixels of the charts at least, in one row and in two; so many charts stand in one row."""
_PLACES, _MAP = 300, 230
"""Pixels: width of the list of places, least height of the map."""


class ChartsCard(Retranslated, Card):
    """The same drawing as in the PDF."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("report_charts")
        self._context = context
        self._report: Report | None = None
        self.grow()
        self.view = ChartView("report_chart", _HEIGHT, grows=True)
        self.told = label("caption", "report_charts_told", wrap=True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.told.hide()
        inside = QWidget()
        inside.setObjectName("report_charts_inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(18, 14, 18, 14)
        column.addWidget(self.view, 1)
        column.addWidget(self.told)
        self.add_row(inside, 1)
        self.retranslate()

    def show_report(self, report: Report) -> None:
        """Draw the charts of a report."""
        self._report = report
        self._show()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Charts"))
        self._show()

    def _show(self) -> None:
        report = self._report
        if report is None:
            return
        language = self._context.language.code

        def make(inks: ChartColours, width: float, height: float) -> bytes | None:
            return reports.print_charts(report, language, inks, width, height)

        # By how many there are alone, never by the room: a height that answers its own layout has no end.
        self.view.setMinimumHeight(_HEIGHT if len(report.charts) <= _ONE_ROW else _TWO_ROWS)
        self.view.set_chart(make, reports.charts_in_words(report, language) if report.charts else "")
        told = reports.charts_told(report, language) if report.charts else ""
        self.told.setText(told)
        self.told.setVisible(bool(told))


class MapPane(Retranslated, QWidget):
    """The same drawing as in the PDF. `opened(words, figure)` asks for the list behind a place."""

    opened = Signal(str, object)

    def __init__(self, context: AppContext, wording: OfficeWording) -> None:
        super().__init__()
        self.setObjectName("report_map")
        self._context, self._wording = context, wording
        self._found: PlaceMap | None = None
        self.view = ChartView("report_map_drawing", _MAP, grows=True)
        self.none = label("second", "report_map_none", wrap=True)
        self.told = label("caption", "report_map_told", wrap=True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.model = ListTableModel("report_map_model", self._columns(), lambda spot: spot.name, self)
        self.table = TableView("report_map_places")
        self.table.show_model(self.model)
        self.menu = ListMenu(context, self.table)
        let_shrink(self.table)
        self.table.setMinimumWidth(_PLACES)
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
                order=lambda spot: spot.figure.shown,
                value=lambda spot: spot.figure,
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


class TargetsCard(Retranslated, Card):
    """What projects planned, beside what was reached in the report."""

    def __init__(self, context: AppContext, wording: OfficeWording) -> None:
        super().__init__("report_targets")
        self._context, self._wording = context, wording
        self._unsaid: tuple[str, ...] = ()
        self.model = ListTableModel("report_targets_model", self._columns(), _key, self)
        self.table = TableView("report_targets_table")
        self.table.show_model(self.model)
        self.menu = ListMenu(context, self.table)
        self.none = label("second", "report_targets_none", wrap=True)
        self.none.setContentsMargins(18, 14, 18, 14)
        self.grow()
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.unsaid = label("caption", "report_targets_unsaid", wrap=True)
        self.open_first = Button("report_targets_open", ButtonKind.GHOST, "right")
        self.open_first.clicked.connect(self._open_first)
        self._lacking = QWidget()
        self._lacking.setObjectName("report_targets_lacking")
        lacking = FlowRow(self._lacking)
        lacking.setContentsMargins(18, 4, 10, 4)
        lacking.addWidget(self.unsaid, 1)
        lacking.addWidget(self.open_first)
        self.add_row(self.none, 1)
        self.add_row(self._lacking)
        self.add_row(self.table, 1)
        self.retranslate()

    def show_targets(self, targets: Sequence[Target]) -> None:
        """Show what was planned; where nothing was, where it is typed, and which courses lack a district."""
        self.model.set_rows(targets)
        self._unsaid = courses_unsaid(targets)
        self._say_unsaid()
        self.show_row(self.none, shown=not targets)
        self.show_row(self.table, shown=bool(targets))

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Planned and reached"))
        self._say_unsaid()
        self.table.setAccessibleName(self.tr("Planned and reached"))
        self.none.setText(
            self.tr(
                "No project of this report says what it planned. It is typed into the form of the project: "
                "Courses, choose the project above the list, then the pencil beside it."
            )
        )

    def _say_unsaid(self) -> None:
        self.show_row(self._lacking, shown=bool(self._unsaid))
        if self._unsaid:
            told = {"count": len(self._unsaid), "courses": self._unsaid}
            self.unsaid.setText(self._wording.say(Label("report.no_district", told)))
            self.open_first.setText(self.tr("Open {course}").format(course=self._unsaid[0]))

    def _open_first(self) -> None:
        key = self._context.ask(find_course, self._unsaid[0])
        if key:
            self._context.go("courses", course=key, tab="overview")

    def _columns(self) -> tuple[Column[Target], ...]:
        wording = self._wording
        return (
            Column("project", lambda: self.tr("Project"), lambda row: row.project, 130, look=TextStyle.QUIET),
            Column("figure", lambda: self.tr("Figure"), lambda row: wording.figure_name(row.code)),
            Column(
                "planned",
                lambda: self.tr("Planned"),
                lambda row: wording.number(row.planned),
                110,
                right=True,
                order=lambda row: row.planned,
                value=lambda row: row.planned,
            ),
            Column(
                "reached",
                lambda: self.tr("Reached"),
                lambda row: wording.number(row.reached),
                110,
                right=True,
                look=TextStyle.STRONG,
                order=lambda row: row.reached,
                value=lambda row: row.reached,
            ),
            Column(
                "share",
                lambda: self.tr("Share"),
                lambda row: wording.share(exact_percent(row.reached, row.planned)),
                110,
                right=True,
                order=lambda row: exact_percent(row.reached, row.planned),
                value=lambda row: Figure("share", exact_percent(row.reached, row.planned), Unit.PERCENT),
            ),
        )


def _key(row: Target) -> str:
    return f"{row.project}/{row.code}"


_READ = 880
"""Points that a line of words for the donor is long at most."""


class WordsCard(Retranslated, Card):
    """What can be pasted into a donor's report. `copied` is emitted with what lies on the clipboard."""

    copied = Signal(str)

    def __init__(self, context: AppContext) -> None:
        super().__init__("report_words")
        self._context = context
        self._report: Report | None = None
        self._whole = ""
        self.grow()
        self.language = Switch("report_words_language", tuple(LANGUAGES), narrow=True)
        self.language.set_words(*(each.name for each in LANGUAGES.values()))
        self.language.set_value(context.language.code)
        self.add_to_head(self.language)
        self.captions = {
            part: label("body_strong", f"report_{part}_caption") for part in ("sentence", "paragraph")
        }
        self.sentence = label("body", "report_sentence", wrap=True)
        self.paragraph = label("body", "report_paragraph", wrap=True)
        self.notes = label("caption", "report_words_notes", wrap=True)
        self.copy_sentence = Button("report_copy_sentence", ButtonKind.PLAIN)
        self.copy_paragraph = Button("report_copy_paragraph", ButtonKind.PRIMARY)
        self.told = AnnouncedLabel("caption", "report_words_told")
        for part in (self.sentence, self.paragraph, self.notes):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        self.language.chosen.connect(lambda _code: self._show())
        self.copy_sentence.clicked.connect(lambda: self._copy(self.sentence.text()))
        self.copy_paragraph.clicked.connect(lambda: self._copy(self._whole))
        self.retranslate()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("report_words_inside")
        # As wide as a line is read well.
        inside.setMaximumWidth(_READ)
        column = QVBoxLayout(inside)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(8)
        column.addLayout(self._head("sentence", self.copy_sentence))
        column.addWidget(self.sentence)
        column.addSpacing(6)
        column.addWidget(rule("report_words_rule"))
        column.addSpacing(6)
        column.addLayout(self._head("paragraph", self.copy_paragraph))
        for part in (self.paragraph, self.notes, self.told):
            column.addWidget(part)
        column.addStretch(1)
        self.add_row(inside, 1)

    def _head(self, part: str, button: Button) -> FlowRow:
        line = FlowRow()
        line.addWidget(self.captions[part], 1)
        line.addWidget(button)
        return line

    def show_report(self, report: Report) -> None:
        """Write the words of a report."""
        self._report = report
        self._show()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("For the donor"))
        self.captions["sentence"].setText(self.tr("In one sentence"))
        self.captions["paragraph"].setText(self.tr("In a paragraph, with its notes"))
        self.copy_sentence.setText(self.tr("Copy the sentence"))
        self.copy_paragraph.setText(self.tr("Copy the paragraph"))
        self.language.set_value(self._context.language.code)
        self._show()

    def _show(self) -> None:
        self.told.say(None)
        if self._report is None:
            return
        said = reports.words_for_donor(self._report, self.language.value())
        self._whole = said.whole
        self.sentence.setText(said.sentence)
        self.paragraph.setText(said.paragraph)
        self.notes.setText("\n".join(said.notes))
        self.notes.setVisible(bool(said.notes))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.told.say(lambda: self.tr("Copied: paste it into your report."))
        self.copied.emit(text)


_LEAST_ROWS, _LEAST_LOW, _LOW = 240, 130, 480
"""Pixels of the rows over the page, and so many where the page is lower than that."""
"""Points that the list behind a cell is high at least."""


class RowsPanel(SidePanel):
    """Lists what is behind one cell of the table."""

    def __init__(self, context: AppContext, wording: OfficeWording, host: QWidget) -> None:
        super().__init__("report_behind_panel", host, 720)
        self._wording = wording
        self.rows = FigureRows(context, wording, "report_behind")
        self.table, self.model = self.rows.table, self.rows.model
        self.table.setMinimumHeight(_LEAST_ROWS)
        self.count = label("body_strong", "report_behind_count")
        self.body.addWidget(self.count)
        self.body.addWidget(self.rows, 1)
        self.accepted.connect(self.dismiss)
        self.retranslate()

    def open(
        self, words: str, report: Report, figure: Figure, behind: Drilldown, *, lacking: bool = False
    ) -> None:
        """Show the rows of a figure under the words of its cell."""
        self.retranslate()
        self.set_words(words, self.tr("Close"))
        name, value = self._wording.figure_name(figure.code), self._wording.figure_value(figure)
        self.count.setText(f"{name}: {value}")
        self.rows.show_rows(report, figure, "", behind, lacking=lacking)
        self.reveal(self.table)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a low page to the rows: they alone scroll there, and the cross above closes them."""
        super().resizeEvent(event)
        low = self.height() < _LOW
        self.table.setMinimumHeight(_LEAST_LOW if low else _LEAST_ROWS)
        for part in (self.count, self.accept_button):
            part.setVisible(not low)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.accept_button.setText(self.tr("Close"))
        self.cancel_button.hide()
