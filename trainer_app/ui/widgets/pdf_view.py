"""What is shown out of a PDF: a preview to scroll, zoom, print and save, and charts as the paper has them.

A chart is the drawing of the paper as a PDF of the size there is, in the scheme's colours.
"""

from collections.abc import Callable
from pathlib import Path
from typing import override

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QShortcut,
    QWheelEvent,
)
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import progress_text
from trainer_app.domain.papers.course_papers import ChartColours
from trainer_app.system.files import write_checked
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import Tokens
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton
from trainer_app.ui.widgets.fields import text_field
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import FittingLabel, Painted, Retranslated, label
from trainer_app.ui.widgets.pickers import ComboBox
from trainer_app.ui.widgets.printing import PdfBytes

STEP = 1.25
_LEAST, _MOST = 0.25, 4.0
_SIZES = (50, 75, 100, 125, 150, 200)
_WIDTH, _PAGE = "width", "page"
_CTRL = Qt.KeyboardModifier.ControlModifier
_MODES = {_PAGE: QPdfView.ZoomMode.FitInView, _WIDTH: QPdfView.ZoomMode.FitToWidth}


class ZoomBar(Retranslated, QWidget):
    """Smaller, larger, and a choice of sizes. Ctrl and the wheel over the pages do the same."""

    def __init__(self, name: str, view: QPdfView) -> None:
        super().__init__()
        self.setObjectName(f"{name}_zoom")
        self._view = view
        self._chosen = False
        self.smaller = IconButton(f"{name}_smaller", "minus")
        self.larger = IconButton(f"{name}_larger", "plus")
        self.sizes = ComboBox(f"{name}_sizes")
        self.sizes.setFixedWidth(172)
        for value in (*_MODES, *(str(size) for size in _SIZES)):
            self.sizes.addItem("", value)
        self.smaller.clicked.connect(lambda: self.zoom(1 / STEP))
        self.larger.clicked.connect(lambda: self.zoom(STEP))
        self.sizes.activated.connect(self._pick)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for part in (self.smaller, self.sizes, self.larger):
            row.addWidget(part)
        view.viewport().installEventFilter(self)
        view.zoomModeChanged.connect(self._show)
        view.zoomFactorChanged.connect(self._show)
        self.retranslate()

    def begin(self) -> None:
        """Show a new document as is best for it, unless a person chose a size before.

        A page that lies across is seen whole; an upright one would be too small to read.
        """
        if not self._chosen:
            size = self._view.document().pagePointSize(0)
            self._view.setZoomMode(_MODES[_PAGE if size.width() > size.height() else _WIDTH])
        self._show()

    def fit_page(self) -> None:
        """Show a whole page."""
        self._set_mode(_PAGE)

    def fit_width(self) -> None:
        """Show the whole width of a page."""
        self._set_mode(_WIDTH)

    def zoom(self, factor: float) -> None:
        """Make the pages larger or smaller."""
        self.set_factor(self.factor() * factor)

    def set_factor(self, factor: float) -> None:
        """Show pages so many times their size on paper; what is in the middle stays there."""
        self._chosen = True
        bars = self._view.verticalScrollBar(), self._view.horizontalScrollBar()
        middles = [(bar.value() + bar.pageStep() / 2) / (bar.maximum() + bar.pageStep()) for bar in bars]
        self._view.setZoomMode(QPdfView.ZoomMode.Custom)
        self._view.setZoomFactor(min(max(factor, _LEAST), _MOST))
        for bar, middle in zip(bars, middles, strict=True):
            bar.setValue(round(middle * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    def factor(self) -> float:
        """Return how many times their size on paper pages are shown now."""
        document, mode = self._view.document(), self._view.zoomMode()
        if mode is QPdfView.ZoomMode.Custom or document is None or not document.pageCount():
            return self._view.zoomFactor()
        page = document.pagePointSize(self._view.pageNavigator().currentPage())
        edges, room = self._view.documentMargins(), self._view.viewport().size()
        wide = (room.width() - edges.left() - edges.right()) * 72 / page.width() / self._view.logicalDpiX()
        high = (room.height() - edges.top() - edges.bottom()) * 72 / page.height() / self._view.logicalDpiY()
        return wide if mode is QPdfView.ZoomMode.FitToWidth else min(wide, high)

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; tell whether it asked for anything here."""
        if event.modifiers() & _CTRL:
            acts = {
                Qt.Key.Key_Plus: lambda: self.zoom(STEP),
                Qt.Key.Key_Equal: lambda: self.zoom(STEP),
                Qt.Key.Key_Minus: lambda: self.zoom(1 / STEP),
                Qt.Key.Key_0: self.fit_width,
            }
        else:
            acts = {
                Qt.Key.Key_0: self.fit_page,
                Qt.Key.Key_1: lambda: self.set_factor(1.0),
                Qt.Key.Key_2: self.fit_width,
                Qt.Key.Key_Plus: lambda: self.zoom(STEP),
                Qt.Key.Key_Minus: lambda: self.zoom(1 / STEP),
            }
        act = acts.get(Qt.Key(event.key()))
        if act is not None:
            act()
        return act is not None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the wheel over the pages while Ctrl is held."""
        if isinstance(event, QWheelEvent) and event.modifiers() & _CTRL:
            turned = event.angleDelta().y()
            if turned:
                self.zoom(STEP if turned > 0 else 1 / STEP)
            return True
        return super().eventFilter(watched, event)

    @override
    def retranslate(self) -> None:
        self.smaller.set_words(self.tr("Smaller"), "Ctrl+-")
        self.larger.set_words(self.tr("Larger"), "Ctrl++")
        self.sizes.setAccessibleName(self.tr("Size of the pages"))
        words = {_PAGE: self.tr("Whole page"), _WIDTH: self.tr("Whole width")}
        for place in range(self.sizes.count()):
            value = str(self.sizes.itemData(place))
            self.sizes.setItemText(place, words.get(value) or progress_text(int(value) / 100))
        self._show()

    def _set_mode(self, value: str) -> None:
        self._chosen = True
        self._view.setZoomMode(_MODES[value])

    def _pick(self, place: int) -> None:
        value = str(self.sizes.itemData(place))
        if value in _MODES:
            self._set_mode(value)
        else:
            self.set_factor(int(value) / 100)

    def _show(self) -> None:
        """Show which size is meant, in the list or as a number between those of the list."""
        mode = self._view.zoomMode()
        named = {way: value for value, way in _MODES.items()}.get(mode)
        percent = round(self._view.zoomFactor() * 100)
        self.sizes.setPlaceholderText(progress_text(percent / 100))
        self.sizes.setCurrentIndex(self.sizes.findData(named or str(percent)))


class PageField(Retranslated, QWidget):
    """Says "Page 3 of 40", where the 3 can be typed. Enter goes there."""

    def __init__(self, name: str, view: QPdfView) -> None:
        super().__init__()
        self.setObjectName(f"{name}_pages")
        self._view, self._count = view, 0
        self.before, self.after = (
            label("caption", f"{name}_page_word"),
            label("caption", f"{name}_page_count"),
        )
        self.number = text_field(f"{name}_page", width=48, most=5)
        self.number.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.number.returnPressed.connect(self._go)
        self.number.editingFinished.connect(self._show)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for part in (self.before, self.number, self.after):
            row.addWidget(part)
        view.pageNavigator().currentPageChanged.connect(self._show)
        self.retranslate()

    def set_count(self, count: int) -> None:
        """Say how many pages there are; with one there is nothing to type."""
        self._count = count
        self.retranslate()

    def text(self) -> str:
        """Return what is said, with the number."""
        number = self.number.text() if self._count > 1 else ""
        return " ".join(part for part in (self.before.text(), number, self.after.text()) if part)

    def retranslate(self) -> None:
        """Set the words around the number."""
        self.number.setVisible(self._count > 1)
        self.number.setAccessibleName(self.tr("Go to page"))
        before, after = "", ""
        if self._count > 1:
            before, _, after = self.tr("Page {page} of {count}").partition("{page}")
        elif self._count:
            before = self.tr("%n page(s)", "", self._count)
        self.before.setText(before.strip())
        self.after.setText(after.strip().format(count=self._count))
        self._show()

    def _show(self) -> None:
        self.number.setText(str(self._view.pageNavigator().currentPage() + 1))

    def _go(self) -> None:
        """Go to the page that is typed; a number beyond the last one leads to the last."""
        typed = self.number.text().strip()
        if typed.isdecimal():
            page = min(max(int(typed), 1), self._count)
            self._view.pageNavigator().jump(page - 1, QPointF())
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()


PRINT, SAVE, GO = "Ctrl+P", "Ctrl+S", "Ctrl+G"
_PDF_PREVIEW_CTRL = Qt.KeyboardModifier.ControlModifier


class PdfPreview(Retranslated, QWidget):
    """Shows one PDF. `saved(path)` and `failed(error)` tell what came of saving it.

    `print_requested` asks whoever shows it how to print it.
    """

    saved = Signal(str)
    print_requested = Signal()
    failed = Signal(object)

    def __init__(self, name: str = "preview") -> None:
        super().__init__()
        self.setObjectName(name)
        self.check: Callable[[], object] = lambda: None
        """Raises a TrainerError where what is shown must not be saved any more."""
        self._pdf: PdfBytes | None = None
        self._file_name = "document.pdf"
        self._nothing = QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setObjectName(f"{name}_view")
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setFrameShape(QPdfView.Shape.NoFrame)
        self.view.setPageSpacing(16)
        self.title = FittingLabel("card_title", f"{name}_title")
        self.pages = PageField(name, self.view)
        self.zooming = ZoomBar(name, self.view)
        self.save_button = Button(f"{name}_save", ButtonKind.PLAIN, "save")
        self.print_button = Button(f"{name}_print", ButtonKind.PRIMARY, "print")
        self.save_button.clicked.connect(self.ask_where)
        self.print_button.clicked.connect(self.print_requested)
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
        bar = FlowRow()
        bar.setSpacing(8)
        bar.addWidget(self.title, 1)
        bar.addWidget(self.pages)
        bar.addWidget(self.zooming)
        bar.addWidget(self.save_button)
        bar.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(bar)
        column.addWidget(self.view, 1)

    def show_pdf(self, data: bytes, title: str, file_name: str) -> None:
        """Show a PDF; `file_name` is proposed when it is saved. Raises print.not_a_pdf."""
        pdf = PdfBytes(data, self)
        self.view.setDocument(pdf.document)
        if self._pdf is not None:
            self._pdf.deleteLater()
        another = (title, file_name) != (self.title.text(), self._file_name)
        self._pdf = pdf
        self._file_name = file_name
        self.title.setText(title)
        self.view.setAccessibleName(title)
        self.zooming.begin()
        if another:
            self._begin_at_first()
        self.tint()
        self.retranslate()

    def _begin_at_first(self) -> None:
        """Show the first page from its top: Qt stays where the document before was left."""
        self.view.pageNavigator().jump(0, QPointF())
        for bar in (self.view.verticalScrollBar(), self.view.horizontalScrollBar()):
            bar.setValue(bar.minimum())

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
            self.check()
            path = write_checked(target, self._pdf.data)
        except TrainerError as error:
            self.failed.emit(error)
            return
        self.saved.emit(str(path))

    @override
    def retranslate(self) -> None:
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
        if pages is None or event.modifiers() & _PDF_PREVIEW_CTRL:
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
        title, kinds = self.tr("Save as PDF"), self.tr("PDF (*.pdf)")
        path = FileDialog.ask_where(self, title, self._file_name, kinds, purpose=Purpose.PAPERS)
        if path is not None:
            self.save_to(path)


MM = 25.4 / 96
"""Millimetres of a device-independent pixel."""
POINT = 72 / 96
"""Points of a device-independent pixel."""
type Make = Callable[[ChartColours, float, float], bytes | None]
"""Makes a PDF of a width and height in millimetres; None where there is nothing to draw."""


def chart_colours(scheme: Tokens) -> ChartColours:
    """Return the colours of charts in a scheme."""
    colours = {
        "ground": scheme.surface,
        "text": scheme.text,
        "second": scheme.text2,
        "line": scheme.line2,
        "edge": scheme.edge,
        "shade": scheme.sunken,
        "strong": scheme.accent,
        "loss": scheme.absent_text,
    }
    return ChartColours(**{name: colour.removeprefix("#") for name, colour in colours.items()})


def render_page(data: bytes, width: int, height: int, ratio: float) -> QImage:
    """Return the first page of a PDF as an image for a screen of a device ratio."""
    pdf = PdfBytes(data)
    image = pdf.document.render(0, QSize(round(width * ratio), round(height * ratio)))
    image.setDevicePixelRatio(ratio)
    pdf.deleteLater()
    return image


class ChartView(Painted):
    """One chart as wide as there is room. It is drawn again for another size, scheme or screen only.

    It is `height` pixels high; one that `grows` takes all the height that there is, from that on.
    """

    def __init__(self, name: str, height: int, *, grows: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self._least = height
        if grows:
            self.setMinimumHeight(height)
        else:
            self.setFixedHeight(height)
        high = QSizePolicy.Policy.Expanding if grows else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, high)
        self._make: Make = lambda _inks, _width, _height: None
        self._drawn: tuple[object, ...] = ()
        self._image: QImage | None = None

    def set_chart(self, make: Make, spoken: str) -> None:
        """Show another chart; `spoken` says it in words."""
        self._make, self._drawn = make, ()
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Give way in width."""
        return QSize(360, self._least)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the image, after making it for this size if need be."""
        scheme, ratio = tokens(), self.devicePixelRatioF()
        wanted = (self.width(), self.height(), ratio, scheme)
        if self._drawn != wanted:
            data = self._make(chart_colours(scheme), self.width() * MM, self.height() * MM)
            self._image = render_page(data, self.width(), self.height(), ratio) if data else None
            self._drawn = wanted
        if self._image is not None:
            painter = QPainter(self)
            painter.drawImage(0, 0, self._image)
