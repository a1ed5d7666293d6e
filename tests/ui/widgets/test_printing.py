"""Papers on the screen and on the printer: the same pages, in their own size and orientation."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pypdfium2
import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPalette, QPdfWriter, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.kit.running import SECONDS
from tests.kit.seat import MakeContext
from tests.kit.world import Story
from tests.ui.driving import find, press, press_button, settle, show, type_text
from trainer_app.domain.base.errors import Cancelled, TrainerError
from trainer_app.domain.papers.course_papers import Sides
from trainer_app.ui.kit.context import AppContext, Notice, PrintablePdf, PrintOutcome
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.kit.papers import PaperPage
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.style.theme import Theme, tokens
from trainer_app.ui.widgets.overlays import Mood
from trainer_app.ui.widgets.pdf_view import PdfPreview
from trainer_app.ui.widgets.printing import PdfBytes, PrintOrder, print_pdf, turned_over

Pdf = Callable[..., bytes]


def make_pdf(colours: list[str], *, landscape: bool = False) -> bytes:
    """Return a PDF of A4 pages, each with a square of 50 points in a colour near its upper left corner."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    if landscape:
        writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    writer.setResolution(72)
    painter = QPainter(writer)
    for place, colour in enumerate(colours):
        if place:
            writer.newPage()
        painter.fillRect(QRectF(50, 50, 50, 50), QColor(colour))
    painter.end()
    return bytes(buffer.data().data())


COARSE, FINE = 75, 1200
"""Dots an inch of a printer where the pages that come out of it are counted, and where they are measured."""


def paper_printer(path: Path, dpi: int = COARSE) -> QPrinter:
    """Return a printer that writes into a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(dpi)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


class HeldPrinter(QPrinter):
    """Writes into a file, and does not begin its second page before `go`."""

    def __init__(self, path: Path) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setResolution(COARSE)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(path))
        self.reached = Event()
        self.go = Event()

    def newPage(self) -> bool:  # noqa: N802
        """Tell that the first page is done, and wait: in the thread that prints."""
        self.reached.set()
        return self.go.wait(SECONDS) and super().newPage()


def roll(widget: QWidget, turned: int, modifier: Qt.KeyboardModifier) -> None:
    """Turn the wheel over a widget."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(widget.rect().center())),
        QPoint(),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        modifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def colour_at(page: pypdfium2.PdfPage, x: int, y: int) -> tuple[int, ...]:
    """Return the colour at points from the upper left corner, in steps of 51: the printer compresses."""
    picture = page.render(scale=1).to_pil()
    pixel = picture.getpixel((x, y))
    assert isinstance(pixel, tuple)
    return tuple(round(part / 51) * 51 for part in pixel[:3])


@pytest.mark.parametrize("landscape", [False, True])
def test_pages_are_printed_where_they_stand(qtbot: QtBot, tmp_path: Path, landscape: bool) -> None:
    pdf = PdfBytes(make_pdf(["#ff0000", "#00ff00"], landscape=landscape))
    assert print_pdf(pdf.document, paper_printer(tmp_path / "out.pdf", FINE)) == 2
    printed = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    sizes = [tuple(round(side) for side in page.get_size()) for page in printed]
    assert sizes == [(842, 595) if landscape else (595, 842)] * 2
    assert colour_at(printed[0], 75, 75) == (255, 0, 0)
    assert colour_at(printed[1], 75, 75) == (0, 255, 0)
    assert colour_at(printed[0], 45, 45) == (255, 255, 255)
    assert colour_at(printed[0], 105, 105) == (255, 255, 255)
    printed.close()


def test_no_seam_and_no_rim_shows_where_parts_of_a_page_meet(qtbot: QtBot, tmp_path: Path) -> None:
    """Grey as light letters and lines are, white beside nothing: both come out as they are."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(72)
    painter = QPainter(writer)
    painter.fillRect(QRectF(0, 0, 300, 842), QColor(128, 128, 128, 128))
    painter.fillRect(QRectF(350.3, 50.3, 100, 100), QColor("white"))
    painter.end()
    pdf = PdfBytes(bytes(buffer.data().data()))
    print_pdf(pdf.document, paper_printer(tmp_path / "out.pdf", FINE))
    printed = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    page = printed[0].render(scale=2, grayscale=True).to_pil().convert("L")
    printed.close()
    darkest, lightest = page.crop((10, 10, 590, page.height - 10)).getextrema()
    assert (darkest, lightest) == (pytest.approx(191, abs=4), pytest.approx(191, abs=4))
    assert page.crop((620, 10, page.width - 10, page.height - 10)).getextrema()[0] > 250


def test_only_the_pages_asked_for_are_printed(qtbot: QtBot, tmp_path: Path) -> None:
    """Pages in their order, a side left blank, and all of it again for a second copy."""
    pdf = PdfBytes(make_pdf(["#ff0000", "#00ff00", "#0000ff"]))
    order = PrintOrder((1, None, 2), copies=2)
    steps: list[tuple[str, float]] = []
    printer = paper_printer(tmp_path / "out.pdf")
    assert print_pdf(pdf.document, printer, order, lambda code, done: steps.append((code, done))) == 4
    printed = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    colours = [colour_at(page, 75, 75) for page in printed]
    printed.close()
    green, white, blue = (0, 255, 0), (255, 255, 255), (0, 0, 255)
    assert colours == [green, white, blue, green, white, blue]
    assert [code for code, _ in steps] == ["print.page"] * 6
    assert steps[-1][1] == 1.0


def test_a_second_copy_on_both_sides_begins_a_new_sheet(qtbot: QtBot, tmp_path: Path) -> None:
    pdf = PdfBytes(make_pdf(["#ff0000"]))
    printer = paper_printer(tmp_path / "out.pdf")
    print_pdf(pdf.document, printer, PrintOrder((0,), copies=2, sides=Sides.BOTH))
    printed = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    colours = [colour_at(page, 75, 75) for page in printed]
    printed.close()
    assert colours == [(255, 0, 0), (255, 255, 255), (255, 0, 0)]


@pytest.mark.parametrize(
    ("landscape", "sides", "turned"),
    [
        (False, Sides.BOTH, QPrinter.DuplexMode.DuplexLongSide),
        (True, Sides.BOTH, QPrinter.DuplexMode.DuplexShortSide),
        (True, Sides.ONE, QPrinter.DuplexMode.DuplexNone),
        (True, Sides.FRONTS, QPrinter.DuplexMode.DuplexNone),
    ],
)
def test_sheets_are_turned_over_the_left_edge(
    landscape: bool, sides: Sides, turned: QPrinter.DuplexMode
) -> None:
    page = QSizeF(842, 595) if landscape else QSizeF(595, 842)
    assert turned_over(page, sides) is turned


def test_nothing_is_no_print(qtbot: QtBot, tmp_path: Path) -> None:
    pdf = PdfBytes(make_pdf(["#ff0000"]))
    with pytest.raises(TrainerError) as caught:
        print_pdf(pdf.document, paper_printer(tmp_path / "out.pdf"), PrintOrder((None,)))
    assert caught.value.code == "print.no_pages"


def test_printing_can_be_stopped(qtbot: QtBot, tmp_path: Path) -> None:
    pdf = PdfBytes(make_pdf(["#ff0000", "#00ff00"]))

    def stop(_code: str, _done: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        print_pdf(pdf.document, paper_printer(tmp_path / "out.pdf"), progress=stop)


@pytest.mark.parametrize("data", [b"", b"no paper", b"%PDF-1.7\n"])
def test_what_is_no_pdf_is_refused_in_words(qtbot: QtBot, data: bytes) -> None:
    with pytest.raises(TrainerError) as caught:
        PdfBytes(data)
    assert caught.value.code == "print.not_a_pdf"


@pytest.fixture
def preview(qtbot: QtBot, theme: Theme, language: LanguageSwitch) -> PdfPreview:
    """Show a preview of three pages."""
    made = PdfPreview()
    qtbot.addWidget(made)
    made.resize(900, 600)
    show(made)
    made.show_pdf(make_pdf(["#ff0000", "#00ff00", "#0000ff"]), "Sign-in sheet", "sheet.pdf")
    return made


def test_a_preview_counts_its_pages_and_zooms(preview: PdfPreview, language: LanguageSwitch) -> None:
    assert preview.page_count() == 3
    assert preview.pages.text() == "Page 1 of 3"
    assert preview.view.zoomMode() is QPdfView.ZoomMode.FitToWidth, "an upright page is to be read"
    bar = preview.zooming
    bar.larger.click()
    first = preview.view.zoomFactor()
    assert preview.view.zoomMode() is QPdfView.ZoomMode.Custom
    bar.larger.click()
    assert preview.view.zoomFactor() > first
    bar.smaller.click()
    assert preview.view.zoomFactor() == pytest.approx(first)
    for _ in range(40):
        bar.smaller.click()
    assert preview.view.zoomFactor() >= 0.25
    press(preview.view, Qt.Key.Key_2)
    assert preview.view.zoomMode() is QPdfView.ZoomMode.FitToWidth
    language.choose("ru")
    settle()
    assert preview.pages.text() == "Страница 1 из 3"


def test_a_preview_saves_beside_what_is_there(qtbot: QtBot, preview: PdfPreview, tmp_path: Path) -> None:
    (tmp_path / "sheet.pdf").write_bytes(b"kept")
    with qtbot.waitSignal(preview.saved) as caught:
        preview.save_to(tmp_path / "sheet.pdf")
    assert caught.args == [str(tmp_path / "sheet-2.pdf")]
    assert (tmp_path / "sheet.pdf").read_bytes() == b"kept"
    assert (tmp_path / "sheet-2.pdf").read_bytes().startswith(b"%PDF")


def test_a_preview_tells_when_it_cannot_save(qtbot: QtBot, preview: PdfPreview, tmp_path: Path) -> None:
    with qtbot.waitSignal(preview.failed) as caught:
        preview.save_to(tmp_path / "nowhere" / "sheet.pdf")
    assert caught.args is not None
    assert caught.args[0].code == "files.gone"


def test_sizes_are_chosen_by_list_keys_and_wheel(preview: PdfPreview) -> None:
    bar, view = preview.zooming, preview.view
    choose = {str(bar.sizes.itemData(place)): place for place in range(bar.sizes.count())}
    bar.sizes.setCurrentIndex(choose["page"])
    bar.sizes.activated.emit(choose["page"])
    assert view.zoomMode() is QPdfView.ZoomMode.FitInView
    whole = bar.factor()
    press(view, Qt.Key.Key_1)
    assert view.zoomFactor() == 1.0
    assert bar.sizes.currentText() == "100\xa0%"
    page = view.document().pagePointSize(0)
    assert whole < 1.0
    assert whole * page.height() * view.logicalDpiY() / 72 <= view.viewport().height()
    for turn, larger in ((120, True), (-120, False)):
        before = view.zoomFactor()
        roll(view.viewport(), turn, Qt.KeyboardModifier.ControlModifier)
        assert (view.zoomFactor() > before) is larger
    before = view.zoomFactor()
    roll(view.viewport(), -120, Qt.KeyboardModifier.NoModifier)
    assert view.zoomFactor() == before, "without Ctrl the wheel scrolls"
    press(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert bar.sizes.currentIndex() == choose["125"]
    press(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert (bar.sizes.currentIndex(), bar.sizes.placeholderText()) == (-1, "156\xa0%")
    press(view, Qt.Key.Key_0)
    assert view.zoomMode() is QPdfView.ZoomMode.FitInView


def test_a_page_that_lies_across_is_seen_whole_until_a_size_is_chosen(preview: PdfPreview) -> None:
    across = make_pdf(["#ff0000"], landscape=True)
    preview.show_pdf(across, "Certificate", "c.pdf")
    assert preview.view.zoomMode() is QPdfView.ZoomMode.FitInView
    preview.zooming.larger.click()
    chosen = preview.view.zoomFactor()
    preview.show_pdf(across, "Certificate", "c.pdf")
    assert preview.view.zoomMode() is QPdfView.ZoomMode.Custom
    assert preview.view.zoomFactor() == pytest.approx(chosen)


def test_the_middle_stays_in_the_middle_when_the_size_changes(preview: PdfPreview) -> None:
    bar = preview.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    preview.zooming.zoom(2)
    middle = (bar.value() + bar.pageStep() / 2) / (bar.maximum() + bar.pageStep())
    assert middle == pytest.approx(0.5, abs=0.02)


def test_another_paper_begins_at_its_first_page(preview: PdfPreview) -> None:
    preview.turn(1)
    settle()
    assert preview.view.verticalScrollBar().value() > 0
    preview.show_pdf(make_pdf(["red", "green", "blue"]), preview.title.text(), "other.pdf")
    settle()
    assert preview.page() == 0
    assert preview.view.verticalScrollBar().value() == 0
    assert preview.pages.number.text() == "1"
    # The same paper, made anew, stays where it is read.
    preview.turn(1)
    settle()
    there = preview.view.verticalScrollBar().value()
    preview.show_pdf(make_pdf(["red", "green", "blue"]), preview.title.text(), "other.pdf")
    settle()
    assert preview.view.verticalScrollBar().value() == there > 0


def test_the_number_of_a_page_is_typed(preview: PdfPreview) -> None:
    press(preview.view, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    assert preview.pages.number.hasFocus()
    type_text(preview.pages.number, "3")
    press(preview.pages.number, Qt.Key.Key_Return)
    assert preview.page() == 2
    assert preview.pages.text() == "Page 3 of 3"
    for typed, seen in (("1", 0), ("9", 2), ("x", 2)):
        preview.pages.number.clear()
        type_text(preview.pages.number, typed)
        press(preview.pages.number, Qt.Key.Key_Return)
        assert preview.page() == seen
        assert preview.pages.text() == f"Page {seen + 1} of 3"
    preview.pages.number.setFocus()
    type_text(preview.pages.number, "7")
    preview.print_button.setFocus()
    assert preview.pages.text() == "Page 3 of 3", "what was not confirmed is not said"


@pytest.mark.parametrize("where", ["paper_print", "paper_back", "paper_view"])
def test_ctrl_p_asks_how_to_print_wherever_the_keyboard_is(workspace: Workspace, where: str) -> None:
    workspace.context.show_paper(PrintablePdf(make_pdf(["#ff0000"]), "Sheet", "sheet.pdf"))
    settle()
    find(workspace, QWidget, where).setFocus()
    press(workspace.window(), Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert workspace.paper.panel.isVisible()
    sheet = workspace.show_keys()
    told = [label.text() for label in sheet.findChildren(QLabel)]
    assert {"Ctrl+P", "Ctrl+G", "Sheet"} <= set(told)


def test_many_pages_are_printed_beside_the_work_with_progress_and_can_be_stopped(
    qtbot: QtBot, story: Story, tmp_path: Path, make_context: MakeContext
) -> None:
    context = make_context(story.work, synchronous=False)
    page = PaperPage(context)
    qtbot.addWidget(page)
    kept: list[str] = []
    page.show_paper(
        PrintablePdf(make_pdf(["#ff0000"] * 40), "Many", "many.pdf", kept=lambda _how: kept.append("many"))
    )
    steps: list[float] = []
    context.jobs.progressed.connect(lambda _code, done: steps.append(done))
    told: list[Notice] = []
    context.noticed.connect(told.append)
    page.print(PrintOrder(tuple(range(40))), lambda: paper_printer(tmp_path / "all.pdf"))
    assert context.jobs.busy
    assert not context.jobs.writing, "marks can be made meanwhile"
    page.show_paper(PrintablePdf(make_pdf(["#00ff00"]), "Another", "another.pdf"))
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].title == "40 pages sent to the printer"
    assert kept == ["many"], "the paper that was asked for, not the one that is seen now"
    assert len(pypdfium2.PdfDocument(tmp_path / "all.pdf")) == 40
    assert steps[-1] == 1.0
    page.show_paper(
        PrintablePdf(make_pdf(["#ff0000"] * 40), "Many", "many.pdf", kept=lambda _how: kept.append("again"))
    )
    printer = HeldPrinter(tmp_path / "stopped.pdf")
    page.print(PrintOrder(tuple(range(40))), lambda: printer)
    qtbot.waitUntil(printer.reached.is_set)
    context.jobs.cancel()
    printer.go.set()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert told[1].mood is Mood.NOW
    assert kept == ["many"], "what was stopped does not count as printed"


def test_an_empty_preview_offers_nothing(preview: PdfPreview, tmp_path: Path) -> None:
    preview.clear()
    assert preview.page_count() == 0
    assert not preview.print_button.isEnabled()
    assert preview.pages.text() == ""
    preview.save_to(tmp_path / "nothing.pdf")
    assert not (tmp_path / "nothing.pdf").exists()


def test_a_damaged_paper_leaves_the_last_one(preview: PdfPreview) -> None:
    with pytest.raises(TrainerError):
        preview.show_pdf(b"broken", "x", "x.pdf")
    assert preview.page_count() == 3
    assert isinstance(preview.view.document(), QPdfDocument)


def test_a_paper_lies_over_the_screen_until_escape(at_today: Workspace, context: AppContext) -> None:
    context.show_paper(PrintablePdf(make_pdf(["#ff0000"]), "Sign-in sheet", "sheet.pdf"))
    settle()
    assert at_today.stack.currentWidget() is at_today.paper
    press(at_today.paper, Qt.Key.Key_Escape)
    assert at_today.current() == "today"
    context.show_paper(PrintablePdf(b"broken", "x", "x.pdf"))
    assert at_today.current() == "today"
    assert not at_today.banner.isHidden()


def test_what_became_of_a_paper_is_told(workspace: Workspace, context: AppContext, tmp_path: Path) -> None:
    context.show_paper(PrintablePdf(make_pdf(["#ff0000"]), "Sign-in sheet", "sheet.pdf"))
    workspace.paper.preview.save_to(tmp_path / "sheet.pdf")
    assert workspace.banner.title.text() == "Saved and checked"
    workspace.paper.print(PrintOrder((0,)), lambda: paper_printer(tmp_path / "out.pdf"))
    assert workspace.banner.title.text() == "1 page sent to the printer"
    workspace.paper.preview.save_to(tmp_path / "nowhere" / "sheet.pdf")
    assert workspace.banner.property("role") == "banner_bad"
    workspace.open("settings")
    assert workspace.banner.isHidden()


def test_pages_are_turned_and_zoomed_by_keys_while_the_print_button_has_the_keyboard(
    workspace: Workspace,
) -> None:
    workspace.context.show_paper(
        PrintablePdf(make_pdf(["#ff0000", "#00ff00", "#0000ff"]), "Three", "three.pdf")
    )
    settle()
    preview = workspace.paper.preview
    assert preview.print_button.hasFocus()
    assert preview.pages.text() == "Page 1 of 3"
    seen = []
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
        press(preview.print_button, key)
        seen.append(preview.pages.text())
    assert seen == [f"Page {page} of 3" for page in (2, 3, 3, 2, 1)]
    before = preview.view.zoomFactor() if preview.view.zoomMode() is QPdfView.ZoomMode.Custom else 0.0
    press(preview.print_button, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    larger = preview.view.zoomFactor()
    assert preview.view.zoomMode() is QPdfView.ZoomMode.Custom
    assert larger > before
    press(preview.print_button, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.zoomFactor() < larger
    press(preview.print_button, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.zoomMode() is QPdfView.ZoomMode.FitToWidth


def test_a_paper_is_made_larger_and_smaller_by_button(workspace: Workspace) -> None:
    workspace.context.show_paper(PrintablePdf(make_pdf(["#ff0000"]), "One", "one.pdf"))
    settle()
    view = workspace.paper.preview.view
    press_button(workspace, "paper_larger")
    larger = view.zoomFactor()
    press_button(workspace, "paper_larger")
    assert view.zoomFactor() > larger
    press_button(workspace, "paper_smaller")
    assert view.zoomFactor() == pytest.approx(larger)


def test_a_paper_tells_who_asked_for_it_once_it_is_kept(workspace: Workspace, tmp_path: Path) -> None:
    told: list[PrintOutcome] = []
    workspace.context.show_paper(
        PrintablePdf(make_pdf(["#ff0000", "#00ff00"]), "Two", "two.pdf", kept=told.append)
    )
    assert told == []
    workspace.paper.preview.save_to(tmp_path / "one.pdf")
    assert told == [PrintOutcome(saved=True)]
    workspace.paper.print(PrintOrder((0, 1), copies=3), lambda: paper_printer(tmp_path / "all.pdf"))
    assert told[1:] == [PrintOutcome(copies=3)]
    workspace.paper.print(PrintOrder((1, None)), lambda: paper_printer(tmp_path / "part.pdf"))
    assert told[2:] == [PrintOutcome(pages=(1,))]
    workspace.paper.preview.save_to(tmp_path / "gone" / "one.pdf")
    assert len(told) == 3, "what could not be saved is not kept"


def test_the_ground_of_a_paper_follows_the_theme(workspace: Workspace, theme: Theme) -> None:
    workspace.context.show_paper(PrintablePdf(make_pdf(["#ff0000"]), "One", "one.pdf"))
    view = workspace.paper.preview.view
    for mode in ("dark", "light"):
        theme.choose(mode)
        settle()
        assert view.palette().color(QPalette.ColorRole.Dark) == QColor(tokens().line)
