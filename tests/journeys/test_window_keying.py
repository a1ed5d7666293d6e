"""Tests and feedback on paper, in the window: a form is chosen, a pile is keyed in, and again by another.

Every key is counted. 25 papers of 20 questions must go in within 12 minutes at one key a second.
"""

import random

from PySide6.QtCore import Qt

from tests.actions.sheets import choose, single
from tests.journeys.conftest import MakeSeat
from tests.journeys.test_window_papers import open_tab
from tests.kit import worlds
from tests.kit.samples import NAMED
from tests.kit.seat import CTRL, Seat
from trainer_app.actions.courses import courses
from trainer_app.actions.evaluations import feedback, forms, keying, scores
from trainer_app.domain.evaluations.forms import FormKind, Occasion

QUESTIONS, MINUTES = 20, 12
KEYPAD = frozenset("0123456789/*-+.")


class Hand:
    """Presses keys of the numeric keypad alone, and counts them."""

    def __init__(self, seat: Seat) -> None:
        self.seat = seat
        self.keys = 0

    def enter(self) -> None:
        """Press Enter."""
        self.seat.press(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
        self.keys += 1

    def type(self, text: str) -> None:
        """Press one key for each sign."""
        assert set(text) <= KEYPAD, text
        self.seat.type(text)
        self.keys += len(text)

    def paper(self, number: int, answers: str) -> None:
        """Key in one paper."""
        self.type(str(number))
        self.enter()
        self.type(answers)


def course_of(seat: Seat) -> str:
    return courses.find_course(seat.work, "DSH1")


def sitting_of(seat: Seat, kind: FormKind, occasion: Occasion) -> str:
    """Return the sitting that was chosen in the window."""
    return next(
        view.sitting.key
        for view in forms.list_sittings(seat.work, course_of(seat))
        if (view.form.form.kind, view.sitting.occasion) == (kind, occasion)
    )


def kept(seat: Seat, sitting: str, *, second: bool = False) -> dict[int, list[str | None]]:
    """Return what is on the disk, by number."""
    found = {}
    for view in keying.list_papers(seat.work, sitting):
        held = view.paper.second if second else view.paper.answers
        found[view.paper.number] = [held.get(question.key) for question in view.form.questions]
    return found


def pile(seed: int) -> dict[int, str]:
    """Return 25 papers of 20 answers, some blank, in no order."""
    chance = random.Random(seed)
    numbers = list(range(1, NAMED + 1))
    chance.shuffle(numbers)
    return {number: "".join(chance.choices("1234/", (8, 8, 8, 8, 1), k=QUESTIONS)) for number in numbers}


def test_25_papers_of_20_questions_take_fewer_keys_than_12_minutes_have_seconds(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.listed)
    open_tab(seat, "overview")
    asked = [single(f"q{place}") for place in range(QUESTIONS)]
    sheet = choose(seat.work, course_of(seat), asked, occasion=Occasion.PRE)
    seat.open_tab("tests")
    seat.click("tests_sittings_1_next")
    assert seat.focus().objectName() == "keying_number"
    hand, papers = Hand(seat), pile(7)
    for number, answers in papers.items():
        hand.paper(number, answers)
        assert seat.focus().objectName() == "keying_number", "the next number can be typed at once"
    found = kept(seat, sheet.sitting)
    assert len(found) == NAMED
    for number, answers in papers.items():
        assert found[number] == [sign if sign != "/" else "" for sign in answers]
    # 25 x 20 answers, 41 digits of numbers, 25 times Enter.
    assert hand.keys == NAMED * QUESTIONS + 41 + NAMED
    assert hand.keys <= MINUTES * 60
    assert seat.text("keying_list_sum") == f"{NAMED} of {NAMED} papers entered"
    seat.click("keying_back")
    assert seat.text("tests_sittings_1_text") == f"{NAMED} of {NAMED} papers entered"
    shown = seat.cells("scores")
    counted = {each.paper_number: each.points for each in scores.course_scores(seat.work, course_of(seat))}
    assert [row[2] for row in shown] == [f"{counted[number] // 100}" for number in range(1, NAMED + 1)]


def test_a_second_person_finds_the_slips_of_the_first(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.listed)
    open_tab(seat, "overview")
    asked = [single(f"q{place}") for place in range(QUESTIONS)]
    sheet = choose(seat.work, course_of(seat), asked)
    seat.open_tab("tests")
    seat.click("tests_sittings_1_next")
    first, papers = Hand(seat), dict(list(pile(3).items())[:6])
    slips = dict(zip((3, 11, 19), papers, strict=False))
    for number, answers in papers.items():
        wrong = next((place for place, slip in slips.items() if slip == number), None)
        typed = list(answers)
        if wrong is not None:
            typed[wrong] = "1" if answers[wrong] != "1" else "2"
        first.paper(number, "".join(typed))
    seat.click("keying_mode_second")
    seat.type("Азизов Ф.")
    seat.press(Qt.Key.Key_Return)
    second = Hand(seat)
    for number, answers in papers.items():
        second.paper(number, answers)
    seat.click("keying_mode_differences")
    assert [row[0] for row in seat.cells("differences_table")] == [
        str(each) for each in sorted(slips.values())
    ]
    for _ in slips:
        seat.type("2")
    assert not seat.sees("differences_table")
    assert kept(seat, sheet.sitting) == kept(seat, sheet.sitting, second=True)
    for number, answers in papers.items():
        assert kept(seat, sheet.sitting)[number] == [sign if sign != "/" else "" for sign in answers]
    seat.press(Qt.Key.Key_Z, CTRL)
    assert len(seat.cells("differences_table")) == 1


def test_a_form_is_chosen_and_a_test_goes_on_where_the_power_failed(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.listed)
    open_tab(seat, "tests")
    seat.click("tests_sittings_add")
    seat.click("tests_form_accept")
    assert seat.text("tests_sittings_1_title") == "Pre-test"
    assert seat.text("tests_sittings_2_title") == "Post-test", "the same form before and after"
    seat.click("tests_sittings_1_next")
    hand = Hand(seat)
    hand.type("9")
    hand.enter()
    hand.type("1")
    name = seat.text("keying_name")
    # Whoever pulls the plug closes nothing.
    pre = sitting_of(seat, FormKind.TEST, Occasion.PRE)
    seat.leave()
    open_tab(seat, "tests")
    assert seat.text("tests_sittings_1_text") == f"0 of {NAMED} papers entered · 1 not finished"
    seat.click("tests_sittings_1_next")
    hand.type("9")
    hand.enter()
    assert seat.text("keying_name") == name
    view = keying.open_paper(seat.work, pre, 9)
    asked = view.form.questions[0]
    assert keying.shown_answer(view, asked, view.paper.answers[asked.key]) == "A"
    hand.type("*")
    assert None not in kept(seat, pre)[9]
    assert not seat.sees("tests_counts"), "the page counts what is entered; what stood before is not said"
    seat.press(Qt.Key.Key_Escape)
    assert seat.text("tests_sittings_1_text") == f"1 of {NAMED} papers entered", (
        "Esc leads to the tab, no further"
    )
    assert seat.text("tests_counts") == f"Written before: 1 · after: 0 · on the list: {NAMED}"


def test_sheets_of_nobody_are_keyed_in_wait_and_are_taken_in_together(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.listed)
    open_tab(seat, "feedback")
    assert seat.focus().objectName() == "feedback_sittings_add"
    seat.press(Qt.Key.Key_Return)
    seat.click("feedback_form_accept")
    seat.click("feedback_sittings_1_next")
    sitting = sitting_of(seat, FormKind.FEEDBACK, Occasion.END)
    asked = len(feedback.collection(seat.work, sitting).form.questions)
    hand = Hand(seat)
    before = seat.work.journal.number
    for number in (412, 407, 415, 401, 409):
        hand.type(str(number))
        hand.enter()
        hand.type("5")
        hand.type("*")
    assert seat.work.journal.number == before
    seat.click("keying_back")
    assert seat.text("feedback_sittings_1_text") == "5 waiting to be added"
    seat.click("feedback_waiting_enter")
    assert not seat.sees("feedback_waiting")
    shown = seat.cells("feedback")
    assert len(shown) == asked
    assert shown[0][2] == "5"
    assert feedback.waiting(seat.work) == 0
