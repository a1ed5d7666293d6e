"""The scans of one signed sheet, as a narrow part of a page: add, drop, open, remove, say what travels."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from trainer_app.actions import attachments
from trainer_app.domain.attachments import ENDINGS, Attachment, SheetsFound
from trainer_app.domain.changes import Changes
from trainer_app.ui.attachments.file_row import FileRow
from trainer_app.ui.attachments.viewer import open_attachment
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.banner import Mood
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

TAKEN = (*ENDINGS.values(), ".jpeg")
"""Endings of what a file chooser offers and what may be dropped; what counts is the content."""
_ROW, _MOST_ROWS = 76, 2


class SheetFiles(Retranslated, QWidget):
    """Lists the files of the sheet that `show_sheet` names."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("sheet_files")
        self.setAcceptDrops(True)
        self._desk = desk
        self._course, self._sheet = "", ""
        self._found: list[Attachment] = []
        self.rows: list[FileRow] = []
        self.title = label("body_strong", "sheet_files_title")
        self.add_button = Button("sheet_files_add", Kind.GHOST, "plus")
        self.add_button.clicked.connect(self._ask_files)
        self.nothing = label("caption", "sheet_files_nothing", wrap=True)
        self._list = QVBoxLayout()
        self._scroll = QScrollArea()
        self._lay_out()
        desk.changes.announced.connect(self._announced)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(10, 6, 2, 2)
        head.addWidget(self.title, 1)
        head.addWidget(self.add_button)
        holder = QWidget()
        holder.setObjectName("sheet_files_list")
        holder.setProperty("role", "clear")
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        self._scroll.setObjectName("sheet_files_scroll")
        self._scroll.setProperty("role", "clear")
        self._scroll.viewport().setProperty("role", "clear")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(holder)
        words = QHBoxLayout()
        words.setContentsMargins(10, 0, 10, 8)
        words.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(words)
        column.addWidget(self._scroll)

    def show_sheet(self, course: str, sheet: str) -> None:
        """Show the files of a sheet, by the course's key and the sheet's code."""
        self._course, self._sheet = course, sheet
        self.refresh()

    def refresh(self) -> None:
        """Read the files anew; whichever row has the keyboard keeps it."""
        self._found = []
        if self._course and self._sheet:
            self._found = self._desk.ask(attachments.list_attachments, self._course, self._sheet) or []
        while len(self.rows) < len(self._found):
            self._add_row()
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(self._found))
            if place < len(self._found):
                row.show_file(self._found[place], self._sheet)
        count = len(self._found)
        self._scroll.setVisible(count > 0)
        self._scroll.setFixedHeight(_ROW * min(max(count, 1), _MOST_ROWS))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        count = len(self._found)
        self.title.setText(self.tr("%n scan(s)", "", count) if count else self.tr("Scans"))
        self.add_button.setText(self.tr("Add"))
        self.add_button.setAccessibleName(self.tr("Add scans of this sheet"))
        self.add_button.setEnabled(bool(self._sheet))
        self.nothing.setText(self.tr("Drop a scan or photo of the signed sheet here, or add it."))
        self.nothing.setVisible(not count)

    def add(self, paths: list[Path]) -> None:
        """Attach files to this sheet, or to the one whose code is on them."""
        course, sheet = self._course, self._sheet
        if not paths or not sheet:
            return
        self._desk.run(
            self.tr("Reading the scans"),
            lambda work, progress: attachments.attach_sheets(
                work, paths, course, otherwise=sheet, progress=progress
            ),
            done=self._added,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept what can be attached."""
        if self._sheet and dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped."""
        paths = dropped(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.add(paths)

    def _add_row(self) -> None:
        row = FileRow(f"sheet_file_{len(self.rows) + 1}", self._desk)
        row.opened.connect(lambda: open_attachment(self._desk, self, row.key))
        row.removed.connect(lambda: self._remove(row.key))
        row.travels.connect(
            lambda travels: self._desk.do(attachments.set_travels, [row.key], travels=travels)
        )
        self._list.insertWidget(len(self.rows), row)
        self.rows.append(row)

    def _remove(self, key: str) -> None:
        place = next((place for place, row in enumerate(self.rows) if row.key == key), 0)
        changes = self._desk.do(attachments.detach, key)
        if changes is None:
            return
        self._desk.offer_undo(changes)
        left = len(self._found)
        following = self.rows[min(place, left - 1)].remove_button if left else self.add_button
        following.setFocus(Qt.FocusReason.OtherFocusReason)

    def _added(self, found: SheetsFound) -> None:
        self._desk.changes.announce(found.changes)
        refused = [each for each in found.files if each.code]
        if refused:
            first = refused[0]
            title = self.tr("%n file(s) not attached", "", len(refused))
            self._desk.tell(Mood.DUE, title, self._desk.words(first.code, **first.values))
            return
        here = {each.key for each in self._found}
        gone = [each for each in found.files if not here.issuperset(each.keys)]
        codes = {str(code.whole) for each in gone for code in each.pages if code} - {self._sheet}
        if codes:
            title = self.tr("Attached where the codes on the sheets say")
            self._desk.tell_good(title, ", ".join(sorted(codes)))

    def _announced(self, changes: Changes, _source: object) -> None:
        if changes.touches("attachment"):
            self.refresh()

    def _ask_files(self) -> None:
        kinds = self.tr("Scans and photos ({endings})").format(endings=" ".join(f"*{end}" for end in TAKEN))
        start = self._desk.preferences.now.export_folder or str(Path.home())
        chosen, _ = QFileDialog.getOpenFileNames(self, self.tr("Add scans of this sheet"), start, kinds)
        self.add([Path(name) for name in chosen])


def dropped(mime: QMimeData) -> list[Path]:
    """Return the files among what is dragged that can be scans."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in TAKEN]
