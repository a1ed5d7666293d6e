"""The Office screen: incoming files, laptops, reports, archive, retention of names, keys."""

from pathlib import Path
from typing import override

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.file_import import FileImporter, dropped_files
from trainer_app.ui.kit.screens import Screen
from trainer_app.ui.office.archive_page import ArchivePage
from trainer_app.ui.office.incoming import IncomingPage
from trainer_app.ui.office.keys_page import KeysPage
from trainer_app.ui.office.laptops import LaptopsCard, RequestsCard
from trainer_app.ui.office.reports import ReportPage
from trainer_app.ui.office.retention import RetentionPage
from trainer_app.ui.style.tokens import PAGE_MARGIN
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.pages import PageHeader, ScrollPage, Tabs

TABS = ("incoming", "laptops", "reports", "archive", "retention", "keys")


class OfficeScreen(Screen):
    """Only at the office."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("office", context)
        self.header = PageHeader("office_header")
        self.take_in = Button("office_take_in", ButtonKind.PLAIN, "file")
        self.header.add_action(self.take_in)
        self.tabs = Tabs("office_tabs")
        for name in TABS:
            self.tabs.addTab(name)
        self.incoming = IncomingPage(context)
        self.laptops = LaptopsCard(context, self)
        self.errands = RequestsCard(context, self)
        self.reports = ReportPage(context)
        self.archive = ArchivePage(context, self)
        self.retention = RetentionPage(context, self)
        self.key_page = KeysPage(context, self)
        self.pages = QStackedWidget()
        self.pages.setObjectName("office_pages")
        laptops = _scrolling(self.laptops)
        laptops.column.addWidget(self.errands, 1)
        others = (self.reports, self.archive, self.retention, self.key_page)
        scrolled = (laptops, *(_scrolling(part) for part in others))
        for page in (self.incoming, *scrolled):
            self.pages.addWidget(page)
        column = QVBoxLayout()
        column.setContentsMargins(PAGE_MARGIN, 18, PAGE_MARGIN, 16)
        column.setSpacing(12)
        column.addWidget(self.header)
        column.addWidget(self.tabs)
        column.addWidget(self.pages, 1)
        self.column.addLayout(column)
        self.tabs.currentChanged.connect(self._show_tab)
        self.take_in.clicked.connect(self._ask_files)
        self.laptops.table.selectionModel().currentChanged.connect(lambda *_: self._propose())
        self.setAcceptDrops(True)
        self.retranslate()

    def refresh(self) -> None:
        """Read what the open tab shows."""
        self._show_tab(self.tabs.currentIndex())

    @override
    def retranslate(self) -> None:
        self.header.set_words(
            self.tr("Office"),
            self.tr("Files of the trainers, their laptops, and what all courses add up to."),
        )
        self.take_in.setText(self.tr("Take in files…"))
        words = (
            self.tr("Incoming files"),
            self.tr("Laptops"),
            self.tr("Reports"),
            self.tr("Archive"),
            self.tr("Retention"),
            self.tr("Keys"),
        )
        for index, text in enumerate(words):
            self.tabs.setTabText(index, text)
        self.tabs.setAccessibleName(self.tr("Parts of the office"))

    def show_place(
        self, tab: str = "", files: tuple[Path, ...] = (), *, new: bool = False, **_place: object
    ) -> None:
        """Open a tab; with files, or with what is new in the watched folder, look at them."""
        if tab in TABS:
            self.tabs.setCurrentIndex(TABS.index(tab))
        if new:
            files = tuple(self.incoming.watcher.new)
        if files:
            self.take(list(files))

    def first_focus(self) -> QWidget:
        """Start in what the open tab is about."""
        firsts = (
            self.incoming.first(),
            self.laptops.table,
            self.reports.first(),
            self.archive.first(),
            self.retention.table,
            self.key_page.first(),
        )
        return firsts[self.tabs.currentIndex()]

    def take(self, paths: list[Path]) -> None:
        """Look at files that were chosen or dropped."""
        self.tabs.setCurrentIndex(0)
        self.incoming.rehearse(paths)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files of this program."""
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at what was dropped."""
        FileImporter(self.context).take(dropped_files(event.mimeData()))

    def _propose(self) -> None:
        """Let the laptop chosen in the list be the one that is asked for something."""
        chosen = self.laptops.selection.row()
        self.errands.device = chosen.code if chosen is not None else ""

    def _ask_files(self) -> None:
        self.tabs.setCurrentIndex(0)
        self.incoming.ask_files()

    def _show_tab(self, place: int) -> None:
        self.pages.setCurrentIndex(place)
        if place == 0:
            self.incoming.show_incoming()
        elif place == 1:
            self.laptops.show_laptops()
            self.errands.show_errands()
        elif place == 2:
            self.reports.show_report()
        elif place == 3:
            self.archive.show_archive()
        elif place == 4:
            self.retention.show_retention()
        else:
            self.key_page.show_keys()


def _scrolling(part: QWidget) -> ScrollPage:
    """Let a part scroll where the window is smaller than it."""
    page = ScrollPage(f"{part.objectName()}_page")
    page.column.setContentsMargins(0, 0, 0, 0)
    page.column.addWidget(part, 1)
    return page
