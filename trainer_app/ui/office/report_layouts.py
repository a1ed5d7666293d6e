"""Reports that are kept by name: what is asked for now is kept, a kept one is opened, renamed or removed."""

from collections.abc import Callable, Sequence
from typing import override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions.office import building
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.office.crossing import ReportLayout, TableQuery
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.office.wording import OfficeWording
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.fields import text_field
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import AnnouncedLabel, label
from trainer_app.ui.widgets.overlays import SidePanel
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import Selection, TableView

_LEAST = 180


class LayoutsPanel(SidePanel):
    """`asked` gives what the page asks for now; `opened(layout)` tells that a kept report is wanted."""

    opened = Signal(object)

    def __init__(
        self, context: AppContext, wording: OfficeWording, asked: Callable[[str], ReportLayout], host: QWidget
    ) -> None:
        super().__init__("report_layouts_panel", host, 460)
        self._context, self._wording, self._asked = context, wording, asked
        self.name = text_field("report_layout_name", most=building.LONGEST_NAME)
        self.about = label("caption", "report_layouts_about", wrap=True)
        self.told = AnnouncedLabel("error", "report_layouts_told")
        self.model = ListTableModel("report_layouts_model", self._columns(), lambda each: each.name, self)
        self.table = TableView("report_layouts_table")
        self.table.setMinimumHeight(_LEAST)
        self.selection = Selection(self.table, self.model)
        self.open_button = Button("report_layout_open", ButtonKind.PLAIN)
        self.rename_button = Button("report_layout_rename", ButtonKind.GHOST)
        self.remove_button = Button("report_layout_remove", ButtonKind.GHOST)
        row = FlowRow()
        row.setSpacing(8)
        for button in (self.open_button, self.rename_button, self.remove_button):
            row.addWidget(button)
        row.addStretch(1)
        for part in (self.about, self.name, self.told):
            self.body.addWidget(part)
        self.body.addLayout(row)
        self.body.addWidget(self.table, 1)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.accepted.connect(self._keep)
        self.table.opened.connect(lambda _row: self._open())
        self.open_button.clicked.connect(self._open)
        self.rename_button.clicked.connect(self._rename)
        self.remove_button.clicked.connect(self._remove)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_buttons())
        self.name.textChanged.connect(lambda _text: self._show_buttons())

    def open(self) -> None:
        """Show what is kept."""
        self.name.setText("")
        self.told.say(None)
        self._read()
        self.reveal(self.table if self.model.rowCount() else self.name)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(self.tr("Kept reports"), self.tr("Keep this report"))
        self.about.setText(
            self.tr("Kept on this computer: of what the report is, its period, splits, table and figures.")
        )
        self.name.setPlaceholderText(self.tr("Name of the report"))
        self.name.setAccessibleName(self.tr("Name of the kept report"))
        #: A button: open the report that is chosen
        self.open_button.setText(self.tr("Open"))
        self.rename_button.setText(self.tr("Rename to this name"))
        self.remove_button.setText(self.tr("Remove"))
        self.table.setAccessibleName(self.tr("Kept reports"))
        self._show_buttons()

    def _read(self) -> None:
        self.model.set_rows(self._context.ask(building.list_layouts) or [])
        if self.model.rowCount() and not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(0, 0))
        self._show_buttons()

    def _show_buttons(self) -> None:
        chosen, typed = self.selection.row() is not None, bool(self.name.text().strip())
        self.accept_button.setEnabled(typed)
        self.open_button.setEnabled(chosen)
        self.remove_button.setEnabled(chosen)
        self.rename_button.setEnabled(chosen and typed)

    def _keep(self) -> None:
        name = self.name.text()
        if self._done(lambda: building.keep_layout(self._context.work, self._asked(name))):
            self.dismiss()

    def _open(self) -> None:
        found = self.selection.row()
        if found is not None:
            self.dismiss()
            self.opened.emit(found)

    def _rename(self) -> None:
        found, new = self.selection.row(), self.name.text()
        if found is not None and self._done(
            lambda: building.rename_layout(self._context.work, found.name, new)
        ):
            self.name.setText("")

    def _remove(self) -> None:
        found = self.selection.row()
        if found is not None:
            self._done(lambda: building.remove_layout(self._context.work, found.name))

    def _done(self, act: Callable[[], object]) -> bool:
        """Do something and show what is kept then; tell whether it went well, say why where it did not."""
        try:
            act()
        except TrainerError as error:
            words = self._context.words(error.code, **error.values)
            self.told.say(lambda: words)
            return False
        self.told.say(None)
        self._read()
        return True

    def _columns(self) -> Sequence[Column[ReportLayout]]:
        return (
            Column("name", lambda: self.tr("Name"), lambda each: each.name, look=TextStyle.STRONG),
            Column("table", lambda: self.tr("Table"), lambda each: self._said(each.table), 180),
        )

    def _said(self, table: TableQuery) -> str:
        return " × ".join(self._wording.split_name(each.value) for each in table.dimensions)
