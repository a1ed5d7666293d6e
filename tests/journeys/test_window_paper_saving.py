"""A course saves paper: booklets once, an answer sheet for each, keyed in; the choice is kept."""

import re
from pathlib import Path

import pypdfium2

from tests.actions.sheets import choose, single
from tests.journeys.conftest import MakeSeat
from tests.journeys.test_window_keying import QUESTIONS, Hand, course_of, kept
from tests.journeys.test_window_papers import open_tab
from tests.kit import worlds
from tests.kit.samples import NAMED, PASSPHRASE
from tests.kit.seat import Seat
from trainer_app.domain.evaluations.forms import Occasion

CROSSED = {3: "12341234123412341234", 11: "22222222224444444444"}
"""What two people crossed on their answer sheets: the place of the box, question by question."""


def saved(seat: Seat, button: str, path: Path) -> list[str]:
    """Show a paper, save it, come back; return the text of its pages."""
    seat.click(button)
    seat.desktop.choosers.answer(path)
    seat.click("paper_save")
    seat.click("paper_back")
    document = pypdfium2.PdfDocument(path)
    texts = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    document.close()
    return texts


def numbers(texts: list[str]) -> list[int]:
    """Return the numbers of the papers that begin on some pages."""
    return sorted(int(number) for number in re.findall(r"No\. (\d+) · page 1 of", " ".join(texts)))


def test_booklets_are_used_again_and_answer_sheets_are_keyed_in(make_seat: MakeSeat, stick: Path) -> None:
    seat = make_seat(begins=worlds.listed)
    open_tab(seat, "overview")
    asked = [single(f"q{place:02}") for place in range(1, QUESTIONS + 1)]
    pre = choose(seat.work, course_of(seat), asked, occasion=Occasion.PRE)
    seat.open_tab("print")
    seat.click("print_language_en")
    seat.click("print_layout_booklet")
    assert "collected and used again" in seat.text("print_layout_hint")

    sheets = saved(seat, "print_pre_0_button", stick / "sheets.pdf")
    assert numbers(sheets) == [*range(1, NAMED + 5)]
    assert len(sheets) == (NAMED + 5) // 2, "two to a page"
    booklet = " ".join(saved(seat, "print_pre_0_booklet_button", stick / "booklet.pdf"))
    places = [booklet.index(f"{place} Question q{place:02}") for place in range(1, QUESTIONS + 1)]
    assert places == sorted(places)

    seat.open_tab("tests")
    seat.click("tests_sittings_1_next")
    hand = Hand(seat)
    for number, answers in CROSSED.items():
        hand.paper(number, answers)
    assert kept(seat, pre.sitting) == {number: list(answers) for number, answers in CROSSED.items()}
    seat.click("keying_back")
    seat.leave()

    seat.start(PASSPHRASE).course().open_tab("print")
    assert "collected and used again" in seat.text("print_layout_hint"), "chosen once"
    seat.click("print_layout_compact")
    papers = saved(seat, "print_pre_0_button", stick / "compact.pdf")
    assert numbers(papers) == [*range(1, NAMED + 5)]
    assert f"{len(papers)} pages" in seat.text("print_pre_0_words_second")
    assert " ".join(papers).count(f"Question q{QUESTIONS}") == NAMED + 4, (
        "the questions are on each paper again"
    )
