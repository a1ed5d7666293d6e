"""A paper before it is printed: pages to scroll and zoom, and buttons to print and to save."""

from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPalette, QShortcut
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.errors import TrainerError
from trainer_app.system.files import write_checked
from trainer_app.ui.shell.actions import shown_keys
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.widgets.buttons import Button, IconButton, Kind
from trainer_app.ui.widgets.labels import ElidedLabel, label
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.printing import PdfBytes

_STEP, _LEAST, _MOST = 1.25, 0.25, 4.0
PRINT = "Ctrl+P"
_CTRL = Qt.KeyboardModifier.ControlModifier


class PdfPreview(Retranslated, QWidget):
    """Shows one PDF. `saved(path)` and `failed(error)` tell what came of saving it.

    `print_asked(data, printer)` asks whoever shows it to print it: many pages take their time.
    """

    saved = Signal(str)
    print_asked = Signal(object, object)
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
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setFrameShape(QPdfView.Shape.NoFrame)
        self.view.setPageSpacing(16)
        self.title = ElidedLabel("card_title", f"{name}_title")
        self.pages = label("caption", f"{name}_pages")
        self.smaller = IconButton(f"{name}_smaller", "minus")
        self.larger = IconButton(f"{name}_larger", "plus")
        self.fit = Button(f"{name}_fit", Kind.GHOST)
        self.save_button = Button(f"{name}_save", Kind.PLAIN, "save")
        self.print_button = Button(f"{name}_print", Kind.PRIMARY, "print")
        self._connect()
        self._lay_out()
        self._tint()
        self.retranslate()

    def _connect(self) -> None:
        self.smaller.clicked.connect(lambda: self.zoom(1 / _STEP))
        self.larger.clicked.connect(lambda: self.zoom(_STEP))
        self.fit.clicked.connect(lambda: self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth))
        self.save_button.clicked.connect(self._ask_where)
        self.print_button.clicked.connect(self._ask_printer)
        # A shortcut, not a key of the preview: it is found on any keyboard layout, wherever the keyboard is.
        shortcut = QShortcut(QKeySequence(PRINT), self)
        shortcut.setObjectName(f"{self.objectName()}_key_print")
        shortcut.activated.connect(self.print_button.click)
        self.view.pageNavigator().currentPageChanged.connect(self._say_pages)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setContentsMargins(0, 0, 0, 0)
        bar.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.pages)
        bar.addLayout(words, 1)
        for widget in (self.smaller, self.larger, self.fit, self.save_button, self.print_button):
            bar.addWidget(widget)
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

    def zoom(self, factor: float) -> None:
        """Make the pages larger or smaller."""
        now = self.view.zoomFactor()
        if self.view.zoomMode() is not QPdfView.ZoomMode.Custom and self._pdf is not None:
            page = self._pdf.document.pagePointSize(0).width() * self.view.logicalDpiX() / 72
            now = (self.view.viewport().width() - 12) / page if page else 1.0
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(max(now * factor, _LEAST), _MOST))

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

    def print_to(self, printer: QPrinter) -> None:
        """Ask for what is shown to be printed on a printer that was chosen."""
        if self._pdf is not None:
            self.print_asked.emit(self._pdf.data, printer)

    def retranslate(self) -> None:
        """Set every word."""
        self.smaller.set_words(self.tr("Smaller"), "Ctrl+-")
        self.larger.set_words(self.tr("Larger"), "Ctrl++")
        self.fit.setText(self.tr("Whole width"))
        self.save_button.setText(self.tr("Save as PDF"))
        self.print_button.setText(self.tr("Print"))
        self.print_button.setToolTip(shown_keys(PRINT))
        self._say_pages()
        count = self.page_count()
        for button in (self.smaller, self.larger, self.fit, self.save_button, self.print_button):
            button.setEnabled(count > 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages and zoom by keys, wherever in the preview the keyboard is."""
        acts = {
            Qt.Key.Key_PageDown: lambda: self.turn(1),
            Qt.Key.Key_PageUp: lambda: self.turn(-1),
            Qt.Key.Key_Home: lambda: self.turn(-self.page_count()),
            Qt.Key.Key_End: lambda: self.turn(self.page_count()),
        }
        if event.modifiers() & _CTRL:
            acts = {
                Qt.Key.Key_Plus: lambda: self.zoom(_STEP),
                Qt.Key.Key_Equal: lambda: self.zoom(_STEP),
                Qt.Key.Key_Minus: lambda: self.zoom(1 / _STEP),
                Qt.Key.Key_0: lambda: self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth),
            }
        act = acts.get(Qt.Key(event.key()))
        if act is None or self._pdf is None:
            super().keyPressEvent(event)
        else:
            act()

    def turn(self, pages: int) -> None:
        """Go some pages on, or back."""
        navigator = self.view.pageNavigator()
        page = min(max(navigator.currentPage() + pages, 0), self.page_count() - 1)
        navigator.jump(page, QPointF())

    def _say_pages(self) -> None:
        """Say how many pages there are, and which one is seen."""
        count = self.page_count()
        if count > 1:
            page = self.view.pageNavigator().currentPage() + 1
            self.pages.setText(self.tr("Page {page} of {count}").format(page=page, count=count))
        else:
            self.pages.setText(self.tr("%n page(s)", "", count) if count else "")

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.ApplicationPaletteChange):
            self._tint()
        super().changeEvent(event)

    def _tint(self) -> None:
        """Lay the pages on a quiet ground: Qt takes the palette's dark tone for it."""
        palette = self.view.palette()
        if palette.color(QPalette.ColorRole.Dark) != QColor(tokens().line):
            palette.setColor(QPalette.ColorRole.Dark, QColor(tokens().line))
            self.view.setPalette(palette)

    def _ask_where(self) -> None:
        start = str(self._folder / self._file_name)
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), start, self.tr("PDF (*.pdf)"))
        if chosen:
            self.save_to(Path(chosen))

    def _ask_printer(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setObjectName("print_dialog")
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=True)
        dialog.setMinMax(1, self.page_count())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.print_to(printer)
