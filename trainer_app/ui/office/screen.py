"""The Office screen: incoming files, laptops, reports, archive, retention of names, keys."""

from functools import cached_property
from pathlib import Path
from typing import override

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.file_import import FileImporter, dropped_files
from trainer_app.ui.kit.screens import Screen, withhold
from trainer_app.ui.office.archive_page import ArchivePage
from trainer_app.ui.office.incoming import IncomingPage
from trainer_app.ui.office.keys_page import KeysPage
from trainer_app.ui.office.laptops import LaptopsCard, RequestsCard
from trainer_app.ui.office.reports import ReportPage
from trainer_app.ui.office.retention import RetentionPage
from trainer_app.ui.office.wording import tab_titles
from trainer_app.ui.style.tokens import PAGE_MARGIN
from trainer_app.ui.widgets.controls import Button, ButtonKind, Tabs
from trainer_app.ui.widgets.flow import FlowRow, PageStack
from trainer_app.ui.widgets.overlays import SidePanel
from trainer_app.ui.widgets.pages import PageHeader, ScrollPage

TABS = tuple(tab_titles())
_REPORTS = TABS.index("reports")
_LEAST, _LOW = 160, 480
"""Pixels of the part that is shown, at least (it scrolls by itself, and nothing around it), and of the screen
from which on figures leave its title the room: the button there is for files that come in."""
_ROOMY = 760
"""Pixels of the screen from which on there is room for a line that only says what it is about."""
_PARTS = (("incoming",), ("laptops", "errands"), ("reports",), ("archive",), ("retention",), ("key_page",))
"""What the page of each tab holds."""
_PAGES = {
    "laptops": "office_laptops_page",
    "reports": "report_page_page",
    "archive": "office_archive_page",
    "retention": "retention_page",
    "keys": "office_keys_page",
}


class OfficeScreen(Screen):
    """Only at the office; on its computer that travels the reports alone: the rest needs its keys."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("office", context)
        self.header = PageHeader("office_header")
        self.take_in = Button("office_take_in", ButtonKind.PLAIN, "file")
        self.header.add_action(self.take_in)
        self.tabs = Tabs("office_tabs")
        for name in TABS:
            self.tabs.addTab(name)
        self.back = Button("office_back", ButtonKind.GHOST, "left")
        self.back.hide()
        self.incoming = IncomingPage(context)
        self.pages = PageStack()
        self.pages.setObjectName("office_pages")
        self.pages.setMinimumHeight(_LEAST)
        self.pages.addWidget(self.incoming)
        self._scrolled = {tab: _scrolling(name) for tab, name in _PAGES.items()}
        for page in self._scrolled.values():
            self.pages.addWidget(page)
        column = QVBoxLayout()
        column.setContentsMargins(PAGE_MARGIN, 18, PAGE_MARGIN, 16)
        column.setSpacing(12)
        column.addWidget(self.header)
        parts = FlowRow()
        parts.addWidget(self.tabs, 1)
        parts.addWidget(self.back)
        column.addLayout(parts)
        column.addWidget(self.pages, 1)
        self.column.addLayout(column)
        self._tab = 0
        self.pages.currentChanged.connect(self.tabs.setCurrentIndex)
        self.tabs.currentChanged.connect(self._show_tab)
        self.tabs.currentChanged.connect(self._turn_forms)
        self.tabs.currentChanged.connect(lambda _place: self.page_changed.emit())
        self.tabs.currentChanged.connect(lambda _place: self.back.hide())
        self.back.clicked.connect(lambda: context.go("review"))
        self.take_in.clicked.connect(self._ask_files)
        withhold("exchange/importing/import_files", self.take_in)
        self.setAcceptDrops(True)
        if context.work.travels:
            for part in (self.tabs, self.take_in):
                part.hide()
            self.tabs.setCurrentIndex(_REPORTS)
        self.retranslate()

    # Parts that are made when they are first looked at: the first one would wait for all the others.

    @cached_property
    def laptops(self) -> LaptopsCard:
        """The list of laptops."""
        return self._lay("laptops", LaptopsCard(self.context, self))

    @cached_property
    def errands(self) -> RequestsCard:
        """What laptops are asked for, below their list: the one that is chosen there."""
        self.laptops.table.selectionModel().currentChanged.connect(lambda *_: self._propose())
        return self._lay("laptops", RequestsCard(self.context, self))

    @cached_property
    def reports(self) -> ReportPage:
        """The report of all courses."""
        made = ReportPage(self.context)
        made.take_up()
        return self._lay("reports", made)

    @cached_property
    def archive(self) -> ArchivePage:
        """The files that were taken in."""
        return self._lay("archive", ArchivePage(self.context, self))

    @cached_property
    def retention(self) -> RetentionPage:
        """How long names stay."""
        return self._lay("retention", RetentionPage(self.context, self))

    @cached_property
    def key_page(self) -> KeysPage:
        """The keys of the office, and what to do when one is lost."""
        return self._lay("keys", KeysPage(self.context, self))

    def refresh(self) -> None:
        """Read what the open tab shows."""
        self._show_tab(self.tabs.currentIndex())

    @override
    def retranslate(self) -> None:
        words = self.tr("Files of the trainers, their laptops, and what all courses add up to.")
        if self.context.work.travels:
            words = self.tr("What all courses add up to. Files, laptops and keys are at the office itself.")
        self.header.set_words(self.tr("Office"), words)
        self._fit_header()
        self.take_in.setText(self.tr("Import files…"))
        self.back.setText(self.tr("Back to Review"))
        for index, text in enumerate(tab_titles().values()):
            self.tabs.setTabText(index, text)
        self.tabs.setAccessibleName(self.tr("Parts of the office"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave a low window to the lists."""
        super().resizeEvent(event)
        self._fit_header()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to Review by Esc, where that led here."""
        if event.key() == Qt.Key.Key_Escape and not self.back.isHidden():
            self.back.click()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Forget where one came from: who comes again comes from elsewhere."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.back.hide()

    def _fit_header(self) -> None:
        self.header.subtitle.setVisible(self.height() >= _ROOMY or self.context.work.travels)
        self.header.setVisible(self.height() >= _LOW or self.tabs.currentIndex() != _REPORTS)

    def show_place(
        self,
        tab: str = "",
        files: tuple[Path, ...] = (),
        *,
        new: bool = False,
        laptop: str = "",
        enrol: Path | None = None,
        places: bool = False,
        units: bool = False,
        back: bool = False,
        **_place: object,
    ) -> None:
        """Open a tab, at a laptop if one is named; look at files, or at what is new in the watched folder.

        `enrol` is the request of a laptop that is to be enrolled; `places` and `units` bring their spellings
        together; `back` offers the way back to Review, which led here.
        """
        if self.context.work.travels:
            return
        if tab in TABS:
            self.tabs.setCurrentIndex(TABS.index(tab))
        self.back.setVisible(back)
        if laptop:
            self.laptops.selection.choose(laptop)
        if enrol is not None:
            self.laptops.enrol(enrol)
        if places:
            self.reports.places.open_all()
        if units:
            self.reports.units.open_all()
        if new:
            files = tuple(self.incoming.watcher.new)
        if files:
            self.take(list(files))

    @override
    def place(self) -> str:
        return f"office/{TABS[self.tabs.currentIndex()]}"

    @override
    def put_by(self) -> None:
        if "reports" in self.__dict__:
            self.reports.put_by()

    def first_focus(self) -> QWidget:
        """Start in what the open tab is about."""
        place = self.tabs.currentIndex()
        if place == 0:
            return self.incoming.first()
        if place == 1:
            return self.laptops.table
        if place == 2:
            return self.reports.first()
        if place == 3:
            return self.archive.first()
        return self.retention.table if place == 4 else self.key_page.first()

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

    def _lay[P: QWidget](self, tab: str, part: P) -> P:
        """Put a part on the page of its tab, below what is there."""
        self._scrolled[tab].column.addWidget(part, 1)
        return part

    def _propose(self) -> None:
        """Let the laptop chosen in the list be the one that is asked for something."""
        chosen = self.laptops.selection.row()
        self.errands.device = chosen.code if chosen is not None else ""

    def _ask_files(self) -> None:
        self.tabs.setCurrentIndex(0)
        self.incoming.ask_files()

    def _turn_forms(self, place: int) -> None:
        """Let a form go out of sight with the tab that it was opened on, and come back with it as it was."""
        before, now, self._tab = self.pages.widget(self._tab), self.pages.widget(place), place
        assert before is not None
        assert now is not None
        own = Qt.FindChildOption.FindDirectChildrenOnly
        for holder, other in ((self, before), (now, self)):
            for form in holder.findChildren(SidePanel, options=own):
                is_open = not form.isHidden()
                if is_open or other is self:
                    form.setParent(other)
                    form.setVisible(is_open)
                    form.raise_()

    def _show_tab(self, place: int) -> None:
        # What is laid on a page that shows already is seen, and takes the keyboard, only a moment later.
        for part in _PARTS[place]:
            getattr(self, part)
        self.pages.setCurrentIndex(place)
        self._fit_header()
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


def _scrolling(name: str) -> ScrollPage:
    """Return an empty page, which scrolls where the window is smaller than what comes into it."""
    page = ScrollPage(name)
    page.column.setContentsMargins(0, 0, 0, 0)
    return page
