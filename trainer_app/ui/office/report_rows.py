"""The rows behind a figure of a report: sorted, opened, copied and saved.

`FigureRows(context, wording)` shows the rows; `show_rows` is all that a page calls. A row leads to what it
is: a participation to its marks, to its line on the list or to the person, a certificate to the register.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, override

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.actions.office import drilldown
from trainer_app.actions.office.drilldown import Drilldown, DrilldownRow, RowPlace
from trainer_app.domain.office.reports import Figure, Report, Unit
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import field_title, shown_name
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.office.report_choices import LIST_FORMS
from trainer_app.ui.office.wording import OfficeWording
from trainer_app.ui.style.tokens import CARD_PADDING, TABLE_HEAD
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated, label, rule
from trainer_app.ui.widgets.table_models import Column, KeyedTableModel, TextStyle
from trainer_app.ui.widgets.tables import TableView

_TESTS = frozenset(
    {
        *("tests_matched", "tests_only_pre", "tests_only_post", "pre_mean", "post_mean"),
        *("gain_points", "hake_g", "mean_individual_g", "losses"),
    }
)
_CERTIFICATES = frozenset(
    ("certificates", "certificates_completion", "certificates_attendance", "certificates_void")
)

type Way = tuple[str, Mapping[str, Any]]
"""A screen, and what it is to show."""


def let_shrink(table: TableView) -> None:
    """Let a table take the height there is, from a few rows on: its own wish would make the page scroll."""
    table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    table.wished = TABLE_HEAD


class FigureRows(Retranslated, QWidget):
    """The list below a figure; `name` is that of its table, `list_button` leads to it where it is folded."""

    def __init__(
        self, context: AppContext, wording: OfficeWording, name: str, list_button: Button | None = None
    ) -> None:
        super().__init__()
        self._list_button = list_button
        if list_button is not None:
            list_button.hide()
        self.setObjectName(f"{name.removesuffix('_rows')}_below")
        self._context, self._wording = context, wording
        self._report: Report | None = None
        self._figure: Figure | None = None
        self._behind: Drilldown | None = None
        self._reader: Callable[[Sequence[str]], Mapping[str, DrilldownRow]] = lambda _keys: {}
        self._part = ""
        self.folded = False
        self.title = label("body_strong", f"{name}_title")
        self._lacking = False
        self.model = KeyedTableModel(f"{name}_model", self._columns(), self._read, self)
        self.table = TableView(name)
        self.table.show_model(self.model)
        self.table.allow_sorting()
        let_shrink(self.table)
        self.open_button = Button(f"{name}_open", ButtonKind.GHOST, "right")
        self.save_button = Button(f"{name}_save", ButtonKind.GHOST, "save")
        self.copy_button = Button(f"{name}_copy", ButtonKind.GHOST)
        self.open_menu, self.save_menu = QMenu(self), QMenu(self)
        self.open_menu.setObjectName(f"{name}_open_menu")
        self.save_menu.setObjectName(f"{name}_save_menu")
        self.ways = {
            way: self._action(self.open_menu, f"{name}_to_{way}", self._opener(way))
            for way in ("marks", "list", "person", "tests", "certificates", "course")
        }
        self.files = {
            form: self._action(self.save_menu, f"{name}_save_{form}", self._saver(form))
            for form in LIST_FORMS
        }
        self._lay_out()
        self.table.opened.connect(lambda _row: self.open_first())
        self.table.selectionModel().currentChanged.connect(lambda *_: self._offer())
        self.open_button.clicked.connect(lambda: self._drop_down(self.open_button, self.open_menu))
        self.save_button.clicked.connect(lambda: self._drop_down(self.save_button, self.save_menu))
        self.copy_button.clicked.connect(lambda: self.table.copy(whole=True))
        withhold("office/reports/note_release", self.save_button, self.copy_button)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = FlowRow()
        head.setContentsMargins(CARD_PADDING - 2, 4, CARD_PADDING - 10, 2)
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        if self._list_button is not None:
            head.addWidget(self._list_button)
        for button in (self.open_button, self.copy_button, self.save_button):
            head.addWidget(button)
        self._line = rule(f"{self.table.objectName()}_rule")
        column.addLayout(head)
        column.addWidget(self._line)
        column.addWidget(self.table, 1)

    def fold(self, *, folded: bool) -> None:
        """Have only a way to the rows where there is no room for them; the list has them over the page."""
        self.folded = folded
        for part in (self.open_button, self.copy_button, self.save_button, self._line, self.table):
            part.setVisible(not folded)
        if self._list_button is not None:
            self._list_button.setVisible(folded)

    def show_rows(
        self, report: Report, figure: Figure, part: str, behind: Drilldown, *, lacking: bool = False
    ) -> None:
        """Show what lies behind a figure, or behind a part of it (`part` are its words, "" for all).

        `lacking`: what is told of these people is not stated, and can be filled in.
        """
        self._report, self._figure, self._part, self._behind = report, figure, part, behind
        self._lacking = lacking
        self._reader = behind.reader(figure)
        self.model.show_keys(behind.keys(figure))
        words = self.tr("%n row(s) behind it", "", self.model.rowCount())
        self.title.setText(f"{part}: {words}" if part else words)
        self._offer()

    def _read(self, keys: Sequence[str]) -> Mapping[str, DrilldownRow]:
        """Return the rows of some keys: of tens of thousands those that come into sight."""
        return self._context.ask(lambda _work: self._reader(keys)) or {}

    def place(self) -> RowPlace | None:
        """Return what the current row belongs to; None without one."""
        index = self.table.currentIndex()
        if not index.isValid() or self._behind is None:
            return None
        behind, key = self._behind, self.model.row(index.row()).key
        return self._context.ask(lambda _work: behind.place(key))

    def ways_from(self, place: RowPlace) -> dict[str, Way]:
        """Return where a row leads, the likeliest first."""
        code = self._figure.code if self._figure else ""
        course, who = place.course, place.enrolment
        found: dict[str, Way] = {}
        if place.session:
            found["marks"] = ("courses", {"course": course, "tab": "attendance", "session": place.session})
        elif who:
            found["marks"] = ("courses", {"course": course, "tab": "attendance", "enrolment": who})
            found["list"] = ("courses", {"course": course, "tab": "participants", "enrolment": who})
            found["tests"] = ("courses", {"course": course, "tab": "tests"})
            found["certificates"] = (
                "courses",
                {"course": course, "tab": "certificates", "enrolment": who},
            )
        if place.person:
            found["person"] = ("people", {"person": place.person})
        if course:
            found["course"] = ("courses", {"course": course, "tab": "overview"})
        first = "tests" if code in _TESTS else "certificates" if code in _CERTIFICATES else ""
        first = "list" if self._lacking and who else first
        if not who and not place.session:
            first = "person" if place.person else "course"
        return {name: found[name] for name in sorted(found, key=lambda name: name != first)}

    def open_first(self) -> None:
        """Open what a row is: its marks for hours, its test for a score, its certificate, the person."""
        place = self.place()
        ways = self.ways_from(place) if place is not None else {}
        if ways:
            self._go(next(iter(ways)))

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Rows behind the figure"))
        if self._list_button is not None:
            self._list_button.setText(self.tr("Show the list"))
        #: A button: goes to where the chosen row leads
        self.open_button.setText(self.tr("Open"))
        self.open_button.setToolTip(self.tr("Enter or a double click opens the likeliest"))
        self.copy_button.setText(self.tr("Copy the list"))
        self.copy_button.setToolTip(self.tr("The whole list, as a spreadsheet takes it; Ctrl+C: chosen rows"))
        self.save_button.setText(self.tr("Save as…"))
        words = {
            "marks": self.tr("The marks"),
            "list": self.tr("The line on the list"),
            "person": self.tr("The person"),
            "tests": self.tr("The tests"),
            "certificates": self.tr("The certificates"),
            "course": self.tr("Its course"),
        }
        for name, action in self.ways.items():
            action.setText(words[name])
        self.files["xlsx"].setText(self.tr("Workbook (xlsx)"))
        self.files["csv"].setText(self.tr("Table (CSV)"))
        if self._report is not None and self._figure is not None and self._behind is not None:
            self.show_rows(self._report, self._figure, self._part, self._behind, lacking=self._lacking)

    def _offer(self) -> None:
        """Offer where the current row leads, and files where there are rows."""
        there = self.model.rowCount() > 0
        for button in (self.copy_button, self.save_button):
            button.setEnabled(there)
        self.open_button.setEnabled(there and self.table.currentIndex().isValid())

    def _drop_down(self, button: Button, menu: QMenu) -> None:
        if menu is self.open_menu:
            place = self.place()
            ways = self.ways_from(place) if place is not None else {}
            for name, action in self.ways.items():
                action.setVisible(name in ways)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _opener(self, name: str) -> Callable[[], None]:
        return lambda: self._go(name)

    def _saver(self, form: str) -> Callable[[], None]:
        return lambda: self._ask_where(form)

    def _go(self, name: str) -> None:
        place = self.place()
        way = self.ways_from(place).get(name) if place is not None else None
        if way is not None:
            screen, shown = way
            self._context.go(screen, **MappingProxyType(shown))

    def _ask_where(self, form: str) -> None:
        name = f"{self._figure.code if self._figure else 'rows'}-rows.{form}"
        path = FileDialog.ask_where(self, self.tr("Save the list"), name, purpose=Purpose.PAPERS)
        if path is not None:
            self.save(path)

    def save(self, path: Path) -> None:
        """Write the list that is shown, in its order, into a new file."""
        report, figure = self._report, self._figure
        if report is None or figure is None:
            return
        rows = [self.model.row(place) for place in range(self.model.rowCount())]
        heads = [column.title() for column in self._columns()[:4]]
        heads.append(self.unit_words(figure))
        table = drilldown.rows_table(
            rows, self._wording.figure_name(figure.code), heads, self._context.language.code
        )
        people = sum(row.named for row in rows)
        self._context.run(
            self.tr("Saving the list"),
            lambda work, _progress: drilldown.save_rows(work, report, table, path, people=people),
            done=self._context.tell_saved,
            writes=people > 0,
        )

    def unit_words(self, figure: Figure) -> str:
        """Return what a row gives, as the head of its column."""
        if not figure.amounts:
            return self.tr("Detail")
        return {
            Unit.MINUTES: self.tr("Hours"),
            Unit.HALF_DAYS: self.tr("Days"),
            Unit.PERCENT: self.tr("Result, %"),
            Unit.POINTS: self.tr("Change, points"),
            Unit.GAIN: self.tr("Gain"),
        }.get(figure.each, self.tr("Detail"))

    def _given(self, row: DrilldownRow) -> str:
        """Return what a row gives, or what it says of itself."""
        return self._wording.figure_value(row.amount) if row.amount else self._wording.say(row.detail)

    def _columns(self) -> tuple[Column[DrilldownRow], ...]:
        return (
            Column("name", lambda: self.tr("Name"), lambda row: shown_name(row.name), look=TextStyle.STRONG),
            Column("rank", field_title("person", "rank"), lambda row: self._wording.rank(row.rank), 110),
            Column("unit", field_title("person", "unit"), lambda row: row.unit, 124),
            Column("course", lambda: self.tr("Course"), lambda row: row.course, 84),
            Column(
                "detail",
                lambda: self.unit_words(self._figure) if self._figure else self.tr("Detail"),
                self._given,
                164,
                right=True,
                look=TextStyle.QUIET,
                order=self._order,
            ),
        )

    def _order(self, row: DrilldownRow) -> tuple[bool, Any, str]:
        """Return by what the last column is sorted: a number by its size, words by their letters."""
        if row.amount is not None:
            return row.amount.shown is None, row.amount.shown or 0, row.name
        return True, 0, self._given(row)

    def _action(self, menu: QMenu, name: str, act: Callable[[], None]) -> QAction:
        made = QAction(menu)
        made.setObjectName(name)
        made.triggered.connect(lambda _on=False: act())
        menu.addAction(made)
        return made
