"""Two rows of one person: the leading row shows what counts, a key in either row writes or clears it."""

from PySide6.QtCore import Qt

from tests.ui.attendance_course import Keyboard, Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.people import joining
from trainer_app.domain.attendance.marks import Mark


def test_a_mark_of_the_other_row_is_shown_as_such_and_one_s_own_wins(room: Room) -> None:
    keys, page = Keyboard(room.window), room.page
    model = page.marking.model
    session, rows = model.sessions[0].key, model.rows
    attendance.mark(room.work, rows[1].enrolment, session, Mark.PRESENT)
    joining.join(room.work, rows[0].person, rows[1].person)
    page.marking.load()
    cell = model.cells[0][0]
    assert cell is not None
    assert (cell.mark, cell.taken_from, model.cells[1][0]) == (Mark.PRESENT, 2, None)
    tip = model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole)
    assert "marked in the row of No.\N{NO-BREAK SPACE}2" in tip
    head = model.headerData(1, Qt.Orientation.Vertical, Qt.ItemDataRole.ToolTipRole)
    assert "the same person as No.\N{NO-BREAK SPACE}1" in head
    assert model.whole.heads[0].in_room == 1
    assert (model.shares[1], model.whole.share_of_held(1)) == (None, None), "it counts for nothing"
    keys.type("a")
    cell = model.cells[0][0]
    assert cell is not None
    assert (cell.mark, cell.taken_from, model.whole.heads[0].absent) == (Mark.ABSENT, 0, 1)
    keys.press(Qt.Key.Key_Delete)
    cell = model.cells[0][0]
    assert cell is not None
    assert (cell.mark, cell.taken_from) == (None, 0), "cleared in both rows"
    page.marking.undo()
    cell = model.cells[0][0]
    assert cell is not None
    assert (cell.mark, cell.taken_from) == (Mark.ABSENT, 0)
    keys.press(Qt.Key.Key_Down)
    keys.type("e")
    cell = model.cells[0][0]
    assert cell is not None
    assert (cell.mark, cell.taken_from, model.cells[1][0]) == (Mark.EXCUSED, 0, None)
