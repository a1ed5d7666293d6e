"""A paper before it is printed: pages to scroll and zoom, and buttons to print and to save."""

from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.errors import TrainerError
from trainer_app.system.files import write_checked
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.labels import ElidedLabel
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.pdf_zoom import PageField, ZoomBar
from trainer_app.ui.widgets.printing import PdfBytes

PRINT, SAVE, GO = "Ctrl+P", "Ctrl+S", "Ctrl+G"
_CTRL = Qt.KeyboardModifier.ControlModifier


class PdfPreview(Retranslated, QWidget):
    """Shows one PDF. `saved(path)` and `failed(error)` tell what came of saving it.

    `print_wanted` asks whoever shows it how to print it.
    """

    saved = Signal(str)
    print_wanted = Signal()
    failed = Signal(object)

    def __init__(self, name: str = "preview") -> None:
        super().__init__()
        self.setObjectName(name)
        self._pdf: PdfBytes | None = None
        self._file_name = "document.pdf"
        self._folder = Path.home()
        self._nothing = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setObjectName(f"{name}_view")
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setFrameShape(QPdfView.Shape.NoFrame)
        self.view.setPageSpacing(16)
        self.title = ElidedLabel("card_title", f"{name}_title")
        self.pages = PageField(name, self.view)
        self.zooming = ZoomBar(name, self.view)
        self.save_button = Button(f"{name}_save", Kind.PLAIN, "save")
        self.print_button = Button(f"{name}_print", Kind.PRIMARY, "print")
        self.save_button.clicked.connect(self.ask_where)
        self.print_button.clicked.connect(self.print_wanted)
        # Shortcuts, not keys of the preview: they are found on any keyboard layout, wherever the keyboard is.
        for name, keys, act in (
            ("print", PRINT, self.print_button.click),
            ("save", SAVE, self.save_button.click),
            ("go", GO, self._go_to_number),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setObjectName(f"{self.objectName()}_key_{name}")
            shortcut.activated.connect(act)
        self._lay_out()
        self.tint()
        self.retranslate()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(8)
        bar.addWidget(self.title, 1)
        bar.addWidget(self.pages)
        bar.addSpacing(8)
        bar.addWidget(self.zooming)
        bar.addSpacing(8)
        bar.addWidget(self.save_button)
        bar.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(bar)
        column.addWidget(self.view, 1)

    def show_pdf(self, data: bytes, title: str, file_name: str, folder: Path | None = None) -> None:
        """Show a PDF; `file_name` and `folder` are proposed when it is saved. Raises print.not_a_pdf."""
        pdf = PdfBytes(data, self)
        self.view.setDocument(pdf.document)
        if self._pdf is not None:
            self._pdf.deleteLater()
        self._pdf = pdf
        self._file_name = file_name
        self._folder = folder or self._folder
        self.title.setText(title)
        self.view.setAccessibleName(title)
        self.zooming.begin()
        self.tint()
        self.retranslate()

    def clear(self) -> None:
        """Show nothing."""
        self.view.setDocument(self._nothing)
        if self._pdf is not None:
            self._pdf.deleteLater()
            self._pdf = None
        self.title.setText("")
        self.retranslate()

    def page_count(self) -> int:
        """Return how many pages are shown."""
        return self._pdf.document.pageCount() if self._pdf else 0

    def page(self) -> int:
        """Return which page is seen, counted from 0."""
        return self.view.pageNavigator().currentPage()

    @property
    def shown(self) -> PdfBytes | None:
        """What is shown."""
        return self._pdf

    def save_to(self, target: Path) -> None:
        """Write the PDF beside whatever is there, read it back, and tell where it lies."""
        if self._pdf is None:
            return
        try:
            path = write_checked(target, self._pdf.data)
        except TrainerError as error:
            self.failed.emit(error)
            return
        self.saved.emit(str(path))

    def retranslate(self) -> None:
        """Set every word."""
        self.save_button.setText(self.tr("Save as PDF"))
        self.save_button.set_hint(SAVE)
        self.print_button.setText(self.tr("Print"))
        self.print_button.set_hint(PRINT)
        count = self.page_count()
        self.pages.set_count(count)
        for part in (self.zooming, self.save_button, self.print_button):
            part.setEnabled(count > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and zoom by keys, wherever in the preview the keyboard is."""
        if self._pdf is None or not (self._turn_by_key(event) or self.zooming.take_key(event)):
            super().keyPressEvent(event)

    def _go_to_number(self) -> None:
        """Let a page number be typed."""
        self.pages.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.pages.number.selectAll()

    def _turn_by_key(self, event: QKeyEvent) -> bool:
        ends = self.page_count()
        pages = {
            Qt.Key.Key_PageDown: 1,
            Qt.Key.Key_PageUp: -1,
            Qt.Key.Key_Home: -ends,
            Qt.Key.Key_End: ends,
        }.get(Qt.Key(event.key()))
        if pages is None or event.modifiers() & _CTRL:
            return False
        self.turn(pages)
        return True

    def turn(self, pages: int) -> None:
        """Go some pages on, or back."""
        navigator = self.view.pageNavigator()
        page = min(max(navigator.currentPage() + pages, 0), self.page_count() - 1)
        navigator.jump(page, QPointF())

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.ApplicationPaletteChange):
            self.tint()
        super().changeEvent(event)

    def tint(self) -> None:
        """Lay the pages on a quiet ground: Qt takes the palette's dark tone for it."""
        palette = self.view.palette()
        if palette.color(QPalette.ColorRole.Dark) != QColor(tokens().line):
            palette.setColor(QPalette.ColorRole.Dark, QColor(tokens().line))
            self.view.setPalette(palette)

    def ask_where(self) -> None:
        """Ask for a place and save there."""
        if self._pdf is None:
            return
        start = str(self._folder / self._file_name)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), start, self.tr("PDF (*.pdf)"))
        if chosen:
            self.save_to(Path(chosen))
