"""What takes the system seconds to answer holds nothing up: sticks, folders of the network, printers."""

import errno
import logging
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from tests.kit.running import SECONDS
from tests.kit.seat import MakeContext
from tests.kit.world import Story
from tests.ui.driving import press, settle, show
from tests.ui.widgets.test_printing import make_pdf, paper_printer
from trainer_app.ui.exchange.steps import DestinationCard
from trainer_app.ui.kit.context import AppContext, PrintablePdf
from trainer_app.ui.kit.devices import Asking, DestinationField, Drive
from trainer_app.ui.kit.papers import PaperPage
from trainer_app.ui.kit.print_panel import PrintPanel
from trainer_app.ui.widgets.printing import PrinterChoice


class Slow[T]:
    """A system that answers only when a test lets it, and tells in which threads it was asked."""

    def __init__(self, answer: T) -> None:
        self.answer, self.asked = answer, list[str]()
        self.begun, self.let = threading.Event(), threading.Event()

    def __call__(self) -> T:
        self.asked.append(threading.current_thread().name)
        self.begun.set()
        assert self.let.wait(SECONDS)
        return self.answer


def stick(folder: Path) -> Drive:
    """Return a stick that is put in."""
    return Drive(folder, "KINGSTON (E:)", 100, 1000, writable=True)


@pytest.fixture
def beside(story: Story, make_context: MakeContext) -> Iterator[AppContext]:
    """Give a context that works beside the window, as in the program itself."""
    made = make_context(story.work, synchronous=False)
    yield made
    made.jobs.wait()


def panel_over(
    qtbot: QtBot, context: AppContext, look: Callable[[], list[PrinterChoice]]
) -> tuple[PrintPanel, list[object]]:
    """Ask how to print a paper of one page; return the panel, and what was ordered there."""
    page = PaperPage(context)
    qtbot.addWidget(page)
    page.resize(1150, 640)
    show(page)
    panel, printed = PrintPanel(context, page, look), list[object]()
    panel.requested.connect(lambda order, _open: printed.append(order))
    paper = PrintablePdf(make_pdf(["#ff0000"]), "Paper", "paper.pdf", None)
    page.show_paper(paper)
    assert page.preview.shown is not None
    panel.open(paper, page.preview.shown.document, 0)
    return panel, printed


def test_a_question_waits_elsewhere_for_its_answer_and_is_not_asked_twice(qtbot: QtBot) -> None:
    parent, told, slow = QObject(), list[int](), Slow(7)
    asking = Asking(parent, "test_asking", told.append)
    assert asking.ask(slow)
    assert slow.begun.wait(SECONDS)
    assert not asking.ask(slow), "one question at a time"
    assert asking.busy
    assert told == []
    slow.let.set()
    qtbot.waitUntil(lambda: told == [7])
    assert not asking.busy
    assert slow.asked == ["test_asking"]
    assert asking.ask(slow)
    qtbot.waitUntil(lambda: told == [7, 7])


@pytest.mark.logs("the system did not answer")
def test_a_question_that_fails_is_no_answer_and_can_be_asked_again(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def broken() -> int:
        raise OSError(errno.EIO, "a broken reader")

    parent, told = QObject(), list[int]()
    asking = Asking(parent, "test_asking", told.append)
    with caplog.at_level(logging.WARNING):
        asking.ask(broken)
        qtbot.waitUntil(lambda: not asking.busy)
    assert told == []
    asking.ask(lambda: 1)
    qtbot.waitUntil(lambda: told == [1])


def test_whoever_asked_may_be_gone_when_the_answer_comes(qtbot: QtBot) -> None:
    parent, told, slow = QObject(), list[int](), Slow(7)
    Asking(parent, "test_asking", told.append).ask(slow)
    assert slow.begun.wait(SECONDS)
    parent.deleteLater()
    settle()
    slow.let.set()
    settle()
    assert told == []


def test_a_field_says_that_it_looks_until_the_sticks_are_known(
    qtbot: QtBot, beside: AppContext, tmp_path: Path
) -> None:
    slow = Slow([stick(tmp_path)])
    field = DestinationField("place", beside, slow)
    qtbot.addWidget(field)
    field.look()
    assert slow.begun.wait(SECONDS)
    assert field.place is None
    assert field.choice.placeholderText() == "Looking for USB sticks…"
    with qtbot.waitSignal(field.changed):
        slow.let.set()
    assert field.place == tmp_path
    assert slow.asked == ["place_asking"]


def test_the_page_of_sending_says_so_too(qtbot: QtBot, beside: AppContext, tmp_path: Path) -> None:
    slow = Slow(list[Drive]())
    card = DestinationCard(beside, slow)
    qtbot.addWidget(card)
    assert slow.begun.wait(SECONDS)
    assert card.hint.text() == "Looking for USB sticks…"
    slow.let.set()
    qtbot.waitUntil(lambda: card.hint.text().startswith("No USB stick found"))
    slow.answer = [stick(tmp_path)]
    card.look()
    qtbot.waitUntil(lambda: card.place == tmp_path)


def test_a_printer_that_is_away_holds_no_other_one_up(
    qtbot: QtBot, beside: AppContext, tmp_path: Path
) -> None:
    def printer(name: str, turns: Slow[bool]) -> PrinterChoice:
        return PrinterChoice(name, lambda: paper_printer(tmp_path / f"{name}.pdf"), turns)

    away, near = Slow(True), Slow(True)
    near.let.set()
    names = Slow([printer("Away", away), printer("Near", near)])
    panel, printed = panel_over(qtbot, beside, names)
    assert panel.printer.description.text() == "Looking for printers…"
    assert panel.accept_button.hasFocus()
    names.let.set()
    qtbot.waitUntil(lambda: panel.printer.field.count() == 2)
    qtbot.waitUntil(away.begun.is_set)
    assert panel.edge.text() == "The printer is being asked what it can do…"
    press(panel.accept_button, Qt.Key.Key_Return)
    assert printed == [], "it is not known yet what the printer can do"
    panel.printer.field.setCurrentIndex(1)
    qtbot.waitUntil(lambda: panel.edge.text() != "The printer is being asked what it can do…")
    assert near.asked[0] != threading.current_thread().name
    assert printed == [], "Enter was for the other printer"
    panel.printer.field.setCurrentIndex(0)
    press(panel.accept_button, Qt.Key.Key_Return)
    away.let.set()
    qtbot.waitUntil(lambda: len(printed) == 1)
    assert panel.isHidden()
    assert beside.preferences.now.printer == "Away"


def test_enter_before_the_printers_are_known_prints_as_soon_as_one_answers(
    qtbot: QtBot, beside: AppContext, tmp_path: Path
) -> None:
    names = Slow([PrinterChoice("Near", lambda: paper_printer(tmp_path / "near.pdf"), lambda: False)])
    panel, printed = panel_over(qtbot, beside, names)
    press(panel.accept_button, Qt.Key.Key_Return)
    assert printed == []
    names.let.set()
    qtbot.waitUntil(lambda: len(printed) == 1)


def test_without_a_printer_a_file_is_offered(qtbot: QtBot, beside: AppContext) -> None:
    names = Slow(list[PrinterChoice]())
    names.let.set()
    panel, _printed = panel_over(qtbot, beside, names)
    qtbot.waitUntil(panel.save.hasFocus)
    assert not panel.accept_button.isEnabled()
