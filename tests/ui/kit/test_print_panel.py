"""How a paper is printed: pages, people, copies, sides and the printer's edges, chosen in the panel."""

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import QMarginsF, QSizeF, Qt, QTimer
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests.cut_texts import watching
from tests.ui.driving import click, press, settle, show, type_text
from tests.ui.widgets.test_printing import colour_at, make_pdf, paper_printer
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.papers.course_papers import Leaf, Sides
from trainer_app.ui.kit.context import AppContext, PrintablePdf, PrintOutcome
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.kit.papers import PaperPage
from trainer_app.ui.kit.print_panel import PrintPanel
from trainer_app.ui.settings.screen import SettingsScreen
from trainer_app.ui.shell.workspace import Workspace
from trainer_app.ui.widgets.printing import PdfBytes, PrinterChoice, installed, is_cut, shrunk, unprintable

_COLOURS = ["#ff0000", "#00ff00", "#0000ff", "#ff00ff", "#00ffff"]
_LEAVES = (Leaf("Раҳимов", (0, 1)), Leaf("Ғафурова", (2,)), Leaf("Ҷумъаев", (3, 4)))


def edged_printer(path: Path, edges: QMarginsF) -> QPrinter:
    """Return a printer into a file that does not print on the edges (mm) of upright A4."""
    printer = paper_printer(path)
    paper, upright = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(paper, upright, edges, QPageLayout.Unit.Millimeter, edges))
    return printer


class Bench:
    """The page of papers, and printers that write into `out.pdf`."""

    def __init__(self, page: PaperPage, context: AppContext, out: Path) -> None:
        self.page, self.context, self.out = page, context, out
        self.names = ["Office"]
        self.turns = False
        self.edges = QMarginsF(0, 0, 0, 0)
        self.kept: list[PrintOutcome] = []
        self.panel = PrintPanel(context, page, self._printers)
        self.panel.requested.connect(page.print)

    def _printers(self) -> list[PrinterChoice]:
        return [PrinterChoice(name, self._open, lambda: self.turns) for name in self.names]

    def _open(self) -> QPrinter:
        return edged_printer(self.out, self.edges)

    def ask(self, data: bytes, leaves: tuple[Leaf, ...] = (), *, own_size: bool = False) -> PrintPanel:
        """Show a paper and ask how to print it."""
        paper = PrintablePdf(data, "Paper", "paper.pdf", self.kept.append, leaves, own_size)
        self.page.show_paper(paper)
        assert self.page.preview.shown is not None
        self.panel.open(paper, self.page.preview.shown.document, self.page.preview.page())
        settle()
        return self.panel

    def printed(self) -> list[tuple[int, ...]]:
        """Return the colours of the pages that came out."""
        found = pypdfium2.PdfDocument(self.out)
        colours = [colour_at(page, 75, 75) for page in found]
        found.close()
        return colours


@pytest.fixture
def bench(qtbot: QtBot, context: AppContext, tmp_path: Path) -> Bench:
    """Show the page of papers."""
    page = PaperPage(context)
    qtbot.addWidget(page)
    page.resize(1150, 640)
    show(page)
    return Bench(page, context, tmp_path / "out.pdf")


_RED, _GREEN, _BLUE = (255, 0, 0), (0, 255, 0), (0, 0, 255)
_WHITE, _PINK, _CYAN = (255, 255, 255), (255, 0, 255), (0, 255, 255)


def test_enter_prints_all_at_once(bench: Bench) -> None:
    panel = bench.ask(make_pdf(_COLOURS[:3]))
    assert panel.accept_button.hasFocus()
    assert panel.summary.text() == "3 pages, 3 sheets"
    press(panel.accept_button, Qt.Key.Key_Return)
    assert bench.printed() == [_RED, _GREEN, _BLUE]
    assert bench.kept == [PrintOutcome()]
    assert panel.isHidden()
    assert bench.context.preferences.now.printer == "Office"


def test_ranges_of_pages_are_typed_and_what_cannot_be_meant_is_said(bench: Bench) -> None:
    panel = bench.ask(make_pdf(_COLOURS))
    click(panel.which.button("only"))
    assert panel.only.field.hasFocus()
    press(panel.only.field, Qt.Key.Key_Return)
    assert panel.only.error.text() == "No page is chosen. Choose what to print."
    type_text(panel.only.field, "1-2, 9")
    press(panel.only.field, Qt.Key.Key_Return)
    assert panel.only.error.text() == "There is no page 9. The paper has 5."
    assert panel.isVisible()
    press(panel.only.field, Qt.Key.Key_Backspace)
    type_text(panel.only.field, "5")
    assert panel.only.error.isHidden()
    assert panel.summary.text() == "3 pages, 3 sheets"
    press(panel.only.field, Qt.Key.Key_Return)
    assert bench.printed() == [_RED, _GREEN, _CYAN]
    assert bench.kept == [PrintOutcome(pages=(0, 1, 4))]


def test_the_page_that_is_seen_is_printed_with_its_back(bench: Bench) -> None:
    panel = bench.ask(make_pdf(_COLOURS), _LEAVES)
    panel.dismiss()
    bench.page.preview.turn(4)
    panel.open(PrintablePdf(b"", "", "", None, _LEAVES), bench.page.preview.view.document(), 4)
    click(panel.which.button("seen"))
    assert panel.order().pages == (3,), "the front first: this printer does not turn sheets"
    panel.sides.field.setCurrentIndex(panel.sides.field.findData(Sides.ONE.value))
    assert panel.order().pages == (3, 4)


def test_people_are_ticked_and_their_pages_written(bench: Bench) -> None:
    bench.turns = True
    panel = bench.ask(make_pdf(_COLOURS), _LEAVES)
    assert panel.which.button("all").text() == "All (3)"
    assert panel.sides.field.currentData() == Sides.BOTH.value
    assert panel.summary.text() == "5 pages, 3 sheets on both sides"
    click(panel.which.button("only"))
    assert panel.people.hasFocus()
    press(panel.people, Qt.Key.Key_Space)
    press(panel.people, Qt.Key.Key_Down)
    press(panel.people, Qt.Key.Key_Space)
    assert panel.only.field.text() == "1-3"
    assert panel.people.lines.on() == (0, 1)
    panel.only.field.selectAll()
    type_text(panel.only.field, "3, 5")
    assert panel.people.lines.on() == (1, 2)
    press(panel.only.field, Qt.Key.Key_Return)
    assert bench.printed() == [_BLUE, _WHITE, _WHITE, _CYAN], "nobody's back lands on another's sheet"
    assert bench.kept == [PrintOutcome(pages=(2, 4))]


_PAPERS = (Leaf("", (0, 1, 2)), Leaf("", (3, 4)))
"""Two people's papers, of which nobody is told by name."""


def test_papers_of_nobody_by_name_keep_to_their_sheets_and_are_chosen_by_page(bench: Bench) -> None:
    bench.turns = True
    panel = bench.ask(make_pdf(_COLOURS), _PAPERS)
    assert panel.which_label.text() == "Pages"
    assert panel.which.button("all").text() == "All (5)"
    assert panel.sides.field.currentData() == Sides.BOTH.value
    assert panel.summary.text() == "5 pages, 3 sheets on both sides"
    assert panel.order().pages == (0, 1, 2, None, 3, 4)
    click(panel.which.button("only"))
    assert panel.only.field.hasFocus()
    assert not panel.people.isVisible()
    type_text(panel.only.field, "2-5")
    assert panel.summary.text() == "2 papers of 2 pages = 4 pages, 3 sheets on both sides"
    panel.dismiss()
    panel = bench.ask(make_pdf(_COLOURS), _PAPERS)
    click(panel.which.button("seen"))
    assert panel.order().pages == (0,), "the page, not the whole paper"


def test_as_many_copies_as_are_wanted_are_proposed_and_counted(bench: Bench) -> None:
    paper = PrintablePdf(make_pdf(_COLOURS[:3]), "Paper", "paper.pdf", copies=120)
    bench.page.show_paper(paper)
    assert bench.page.preview.shown is not None
    bench.panel.open(paper, bench.page.preview.shown.document, 0)
    settle()
    assert bench.panel.copies.field.value() == 120
    assert bench.panel.summary.text() == "120 papers of 3 pages = 360 pages, 360 sheets"
    panel = bench.ask(make_pdf(_COLOURS[:1]))
    assert panel.copies.field.value() == 1
    assert panel.summary.text() == "1 page, 1 sheet"


def test_a_click_ticks_a_person(qtbot: QtBot, bench: Bench) -> None:
    panel = bench.ask(make_pdf(_COLOURS), _LEAVES)
    click(panel.which.button("only"))
    settle()
    place = panel.people.visualRect(panel.people.lines.index(2)).center()
    qtbot.mouseClick(panel.people.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.people.lines.on() == (2,)
    assert panel.only.field.text() == "4, 5"


def test_a_printer_that_turns_no_sheets_prints_fronts_and_then_backs(bench: Bench) -> None:
    panel = bench.ask(make_pdf(_COLOURS), _LEAVES)
    offered = [panel.sides.field.itemData(place) for place in range(panel.sides.field.count())]
    assert offered == ["one", "fronts", "backs"]
    assert panel.sides.field.currentData() == Sides.FRONTS.value
    assert "put the printed pile back" in panel.sides.description.text()
    panel.accept_button.click()
    assert bench.printed() == [_RED, _BLUE, _PINK]
    panel = bench.ask(make_pdf(_COLOURS), _LEAVES)
    panel.sides.field.setCurrentIndex(panel.sides.field.findData(Sides.BACKS.value))
    panel.accept_button.click()
    assert bench.printed() == [_GREEN, _WHITE, _CYAN]
    assert bench.kept == [PrintOutcome(pages=(0, 2, 3))], "each sheet counts once"


def test_what_would_be_cut_is_shrunk_and_said(bench: Bench) -> None:
    """The squares begin 17.6 mm from the edge."""
    bench.edges = QMarginsF(5, 20, 5, 12.7)
    panel = bench.ask(make_pdf(["#ff0000"]))
    assert panel.shrink.isChecked()
    assert (
        panel.edge.text() == "This printer leaves up to 20.0 mm at the edges white. Nothing would be cut off."
    )
    click(panel.shrink)
    assert "part of the page would be cut off" in panel.edge.text()
    click(panel.shrink)
    assert panel.shrink.text() == "Shrink to the printable area (89\xa0%)"
    panel.accept_button.click()
    found = pypdfium2.PdfDocument(bench.out)
    picture = found[0].render(scale=4, grayscale=True).to_pil().convert("L")
    found.close()
    left, top, right, bottom = picture.point(lambda grey: 255 * (grey < 200)).getbbox() or (0, 0, 0, 0)
    assert (right - left, bottom - top) == pytest.approx((200 * 0.89, 200 * 0.89), abs=3)
    assert top / 4 == pytest.approx(20 * 72 / 25.4 + 50 * 0.89, abs=1)


def test_what_lies_inside_keeps_its_size(bench: Bench) -> None:
    bench.edges = QMarginsF(4.2, 4.2, 4.2, 4.2)
    panel = bench.ask(make_pdf(["#ff0000"]))
    assert not panel.shrink.isChecked()
    assert "4.2 mm" in panel.edge.text()
    bench.edges = QMarginsF(30, 30, 30, 30)
    panel = bench.ask(make_pdf(["#ff0000"]), own_size=True)
    assert not panel.shrink.isChecked(), "a page that measures the printer is not shrunk by itself"


def test_a_page_that_lies_across_counts_the_wider_edge_on_both_sides(tmp_path: Path) -> None:
    printer = edged_printer(tmp_path / "out.pdf", QMarginsF(4, 3, 5, 13))
    assert unprintable(printer, QSizeF(842, 595)) == QMarginsF(13, 5, 13, 5)
    assert unprintable(printer, QSizeF(595, 842)) == QMarginsF(4, 3, 5, 13)


def test_ink_near_an_edge_is_found_on_every_side(qtbot: QtBot) -> None:
    pdf = PdfBytes(make_pdf(["#ff0000"]))
    for edges, cut in (
        (QMarginsF(0, 0, 0, 0), False),
        (QMarginsF(17, 17, 17, 17), False),
        (QMarginsF(19, 0, 0, 0), True),
        (QMarginsF(0, 19, 0, 0), True),
        (QMarginsF(0, 0, 180, 0), True),
        (QMarginsF(0, 0, 0, 265), True),
        (QMarginsF(0, 0, 170, 250), False),
    ):
        assert is_cut(pdf.document, [0], edges) is cut


def test_a_page_is_shrunk_into_the_middle_of_what_is_printed() -> None:
    place = shrunk(QSizeF(842, 595), QMarginsF(13, 5, 13, 5))
    assert place.width() / place.height() == pytest.approx(842 / 595)
    assert place.left() == pytest.approx(13 * 72 / 25.4)
    assert place.center().y() == pytest.approx(595 / 2)
    kept = shrunk(QSizeF(595, 842), QMarginsF(0, 0, 0, 0))
    assert kept.left() == pytest.approx(5 * 72 / 25.4), "a printer that knows of no edge is doubted"


def test_the_printer_used_last_is_meant_again(bench: Bench) -> None:
    bench.names = ["Office", "Class room"]
    panel = bench.ask(make_pdf(["#ff0000"]))
    assert panel.printer.field.currentText() == "Office"
    panel.printer.field.setCurrentIndex(1)
    panel.copies.field.setValue(2)
    panel.accept_button.click()
    assert bench.printed() == [_RED, _RED]
    assert bench.kept == [PrintOutcome(copies=2)]
    panel = bench.ask(make_pdf(["#ff0000"]))
    assert (panel.printer.field.currentText(), panel.copies.field.value()) == ("Class room", 1)


def test_without_a_printer_it_is_said_what_to_do(bench: Bench) -> None:
    bench.names = []
    panel = bench.ask(make_pdf(["#ff0000"]))
    assert not panel.accept_button.isEnabled()
    assert "Save the paper as PDF" in panel.printer.description.text()
    assert panel.shrink.isHidden()
    assert panel.save.hasFocus(), "the one thing that can be done is at hand"
    assert not panel.system.isEnabled(), "Windows opens no dialog there, and says nothing"
    press(panel.save, Qt.Key.Key_Escape)
    assert panel.isHidden()
    bench.names = ["Office"]
    panel = bench.ask(make_pdf(["#ff0000"]))
    assert panel.save.isHidden()
    assert panel.system.isEnabled()


def test_without_a_printer_the_panel_saves_the_paper(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    saved = tmp_path / "kept.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(saved), ""))
    page, data = bench.page, make_pdf(["#ff0000"])
    page.show_paper(PrintablePdf(data, "Paper", "paper.pdf", bench.kept.append))
    monkeypatch.setattr(page.panel, "_source", list)
    page.ask_how()
    settle()
    click(page.panel.save)
    assert saved.read_bytes() == data
    assert page.panel.isHidden()
    assert bench.kept == [PrintOutcome(saved=True)]


def test_printers_of_this_computer_can_be_opened(qtbot: QtBot) -> None:
    """On a computer without any there is nothing to open, and that is no error."""
    for choice in installed():
        assert choice.open().printerName() == choice.name


def test_the_systems_own_dialog_can_be_asked(qtbot: QtBot, bench: Bench) -> None:
    panel = bench.ask(make_pdf(_COLOURS[:2]))
    asked: list[str] = []

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            asked.append(dialog.objectName())
            dialog.close()

    look = QTimer()
    look.timeout.connect(leave)
    look.start(10)
    click(panel.system)
    look.stop()
    assert asked == ["print_dialog"]
    assert panel.isVisible(), "nothing was printed"
    assert bench.kept == []


def test_the_test_page_lies_over_the_paper_and_back_leads_to_it(at_today: Workspace) -> None:
    at_today.context.show_paper(PrintablePdf(make_pdf(_COLOURS[:2]), "Sheet", "sheet.pdf"))
    page = at_today.paper
    page.preview.print_button.click()
    click(page.panel.test)
    assert page.preview.title.text() == "Test page of the printer"
    assert page.panel.isHidden()
    press(page, Qt.Key.Key_Escape)
    assert page.preview.title.text() == "Sheet"
    assert page.preview.page_count() == 2
    press(page, Qt.Key.Key_Escape)
    assert at_today.current() == "today"


@pytest.mark.parametrize("size", [(683, 467), (640, 340), (911, 512), (1366, 697)])
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_title_of_a_paper_is_read_whole_in_a_low_window(
    workspace: Workspace, language: LanguageSwitch, code: str, size: tuple[int, int]
) -> None:
    """S3: at 150 % it ended after a few letters, as one says which of the papers is shown."""
    language.choose(code)
    window, cut = workspace.window(), list[tuple[str, str]]()
    window.resize(*size)
    paper = PrintablePdf(make_pdf(["#ff0000"]), "Варақаи арзёбии амалӣ, нусхаи тренер · DSH-2018-1", "1.pdf")
    workspace.context.show_paper(paper)
    preview = workspace.paper.preview
    settle()
    with watching(cut):
        window.grab()
    title = preview.title
    assert cut == []
    assert title.height() >= title.heightForWidth(title.width())
    assert title.width() >= title.minimumSizeHint().width()
    assert preview.view.height() > 100, "the paper is seen too"


def test_settings_show_the_test_page_in_every_language(
    workspace: Workspace, language: LanguageSwitch
) -> None:
    titles = set()
    for code in ("en", "ru", "tg"):
        language.choose(code)
        settle()
        screen = workspace.open("settings")
        assert isinstance(screen, SettingsScreen)
        screen.printing.test.click()
        titles.add(workspace.paper.preview.title.text())
        assert workspace.paper.preview.page_count() == 1
        press(workspace.paper, Qt.Key.Key_Escape)
        assert workspace.current() == "settings"
    assert len(titles) == 3


def test_the_language_changes_after_the_paper_that_was_asked_about_is_gone(
    workspace: Workspace, language: LanguageSwitch
) -> None:
    context = workspace.context
    context.show_paper(PrintablePdf(make_pdf(["#ff0000"]), "First", "first.pdf"))
    settle()
    page = workspace.findChild(PaperPage)
    assert page is not None
    page.ask_how()
    press(page.panel.cancel_button, Qt.Key.Key_Escape)
    context.show_paper(PrintablePdf(make_pdf(["#0000ff"]), "Second", "second.pdf"))
    settle()
    language.choose("tg")
    settle()
    assert page.panel.accept_button.text() == "Чоп"


def test_everything_in_the_panel_says_what_it_is(bench: Bench) -> None:
    panel = bench.ask(make_pdf(_COLOURS), _LEAVES)
    click(panel.which.button("only"))
    for part in panel.findChildren(QWidget):
        if part.isVisible() and part.focusPolicy() != Qt.FocusPolicy.NoFocus:
            text = part.text() if isinstance(part, QAbstractButton) else ""
            assert part.objectName()
            assert text or part.accessibleName() or part.objectName().startswith("qt_"), part.objectName()
