"""Steps 3 and 5 of the story, in the window: points of tests are typed, what was learnt is shown."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QTableView

from tests.journeys.conftest import MakeSeat
from tests.kit import worlds
from tests.kit.samples import NAMED, PASSPHRASE
from tests.kit.seat import CTRL, Seat
from trainer_app.actions.courses import courses
from trainer_app.actions.evaluations import scores
from trainer_app.domain.evaluations.forms import Evaluation

PRE = [8 + number % 5 for number in range(NAMED)]
POST = [14 + number % 6 for number in range(NAMED)]


def open_tab(seat: Seat, tab: str) -> None:
    seat.start(PASSPHRASE).course().open_tab(tab)


def kept(seat: Seat) -> Evaluation:
    """Return what is kept."""
    return scores.evaluation(seat.work, courses.find_course(seat.work, "DSH1"))


def test_the_papers_of_both_tests_are_typed_with_the_keypad_alone(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.listed)
    open_tab(seat, "tests")
    seat.fill("tests_out_of_pre", "20")
    seat.press(Qt.Key.Key_Return)
    seat.fill("tests_out_of_post", "20")
    seat.press(Qt.Key.Key_Return)
    table = seat.see("scores", QTableView)
    go_to(table, 0, 2)
    for points in PRE:
        seat.type(str(points))
        seat.press(Qt.Key.Key_Return)
    assert [row.pre.points if row.pre else None for row in kept(seat).rows] == [
        points * 100 for points in PRE
    ]
    go_to(table, 0, 4)
    for points in POST:
        seat.type(str(points))
        seat.press(Qt.Key.Key_Enter)
    assert [row.post.points if row.post else None for row in kept(seat).rows] == [
        points * 100 for points in POST
    ]
    shown = seat.cells("scores")
    assert [row[2] for row in shown] == [str(points) for points in PRE]
    assert shown[0][3] == "40\N{NO-BREAK SPACE}%"
    assert seat.text("tests_counts") == f"Written before: {NAMED} · after: {NAMED} · on the list: {NAMED}"
    assert seat.text("scores_foot_words").startswith("Post-test: all points are typed.")


def test_what_cannot_be_is_refused_at_once_and_nothing_is_kept(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.listed)
    open_tab(seat, "tests")
    assert seat.focus().objectName() == "scores", "a click on the tab is enough to type"
    seat.type("99")
    seat.press(Qt.Key.Key_Return)
    assert kept(seat).rows[0].pre is None
    assert "20" in seat.text("scores_foot_words")
    seat.press(Qt.Key.Key_Escape)
    seat.type("12,5")
    seat.press(Qt.Key.Key_Return)
    first = kept(seat).rows[0].pre
    assert first is not None
    assert first.points == 1250
    seat.press(Qt.Key.Key_Z, CTRL)
    assert kept(seat).rows[0].pre is None


def test_a_score_typed_before_the_window_closes_is_there_afterwards(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.listed)
    open_tab(seat, "tests")
    seat.type("11")
    seat.press(Qt.Key.Key_Return)
    seat.leave()
    open_tab(seat, "tests")
    assert seat.cells("scores")[0][2] == "11"


def test_what_was_learnt_stands_beside_the_scores(make_seat: MakeSeat) -> None:
    seat = make_seat(begins=worlds.taught)
    open_tab(seat, "tests")
    learnt = kept(seat).result
    assert learnt.matched == NAMED - 1, "number 7 has no post-test"
    assert seat.text("learning_sentence").startswith("30 percentage points more")
    seat.open_tab("overview")
    assert str(NAMED - 1) in seat.text("learning_pairs")


def go_to(table: QAbstractItemView, row: int, column: int) -> None:
    table.setCurrentIndex(table.model().index(row, column))
    table.setFocus()
