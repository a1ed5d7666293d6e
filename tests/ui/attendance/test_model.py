"""The table model: what it announces, what it says aloud, what it counts."""

import random
from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from pytestqt.qtbot import QtBot

from tests.kit.samples import GROUP
from tests.ui.attendance_course import plain_grid
from trainer_app.documents.office.report_words import figure_text
from trainer_app.domain.attendance.marks import (
    Attendance,
    AttendanceGrid,
    Mark,
    count_heads,
    held_minutes,
    share_so_far,
)
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import percent_label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import SessionState
from trainer_app.domain.office.reports import Figure, Unit
from trainer_app.system.messages import label_text
from trainer_app.ui.attendance.model import GridModel, LazySequence
from trainer_app.ui.kit.marks import (
    CANCELLED,
    CONFLICT,
    DASH,
    DAY_START,
    PLANNED,
    UNMARKED,
    bare_styles,
    style_of,
)
from trainer_app.ui.kit.wording import AttendanceWording

TODAY = date(2018, 10, 2)
DAY = timedelta(1)
SPOKEN, TIP = Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole


def english() -> AttendanceWording:
    return AttendanceWording(None, lambda: "en")


class Disk:
    """Keeps what the model saves; refuses when told to."""

    def __init__(self) -> None:
        self.saved: list[tuple[str, str, Mark | None, int, int]] = []
        self.problem: TrainerError | None = None

    def save(self, enrolment: str, session: str, cell: Attendance) -> None:
        if self.problem:
            raise self.problem
        self.saved.append((enrolment, session, cell.mark, cell.missed, cell.early))


Maker = Callable[[AttendanceGrid], tuple[GridModel, Disk]]


@pytest.fixture
def made(qapp: object) -> Maker:
    def make(grid: AttendanceGrid) -> tuple[GridModel, Disk]:
        disk = Disk()
        model = GridModel(english(), disk.save)
        tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
        tester.setObjectName("tester")
        model.load(grid, TODAY)
        return model, disk

    return make


def with_cell(grid: AttendanceGrid, row: int, column: int, cell: Attendance | None) -> AttendanceGrid:
    cells = list(grid.rows[row].cells)
    cells[column] = cell
    rows = list(grid.rows)
    rows[row] = replace(rows[row], cells=tuple(cells))
    return replace(grid, rows=tuple(rows))


def with_session(grid: AttendanceGrid, column: int, **fields: object) -> AttendanceGrid:
    planned = list(grid.sessions)
    planned[column] = replace(planned[column], **fields)  # type: ignore[arg-type] - any field of a session
    return replace(grid, sessions=tuple(planned))


def test_an_edit_is_saved_before_it_is_shown_and_announces_one_cell(made: Maker) -> None:
    model, disk = made(plain_grid(25, 4, 3, Attendance()))
    shown_when_saved = []
    model._save = lambda *entry: (shown_when_saved.append(model.cells[14][7].mark), disk.save(*entry))
    changed, reset, layout = (
        QSignalSpy(model.dataChanged),
        QSignalSpy(model.modelReset),
        QSignalSpy(model.layoutChanged),
    )
    model.begun[7] = model.whole.begun[7] = True
    assert model.setData(model.index(14, 7), (Mark.LATE, 20, 5))
    assert shown_when_saved == [None]
    assert disk.saved == [("e15", "s7", Mark.LATE, 20, 5)]
    assert model.cells[14][7] == Attendance(Mark.LATE, 20, 5)
    assert changed.count() == 1
    first, last = changed.at(0)[0], changed.at(0)[1]
    assert (first.row(), first.column(), last.row(), last.column()) == (14, 7, 14, 7)
    assert (reset.count(), layout.count()) == (0, 0)


def test_a_mark_taken_from_who_is_replaced_leaves_nothing_to_wait_for(made: Maker) -> None:
    """S2: the cell showed that a mark was missing, and the counts with it, until something was read anew."""
    grid = plain_grid(5, 1, 4, Attendance(Mark.PRESENT))
    rows = list(grid.rows)
    rows[2] = replace(rows[2], gone=True, gone_from=3, expected=(0, 2))
    model, _ = made(replace(grid, rows=tuple(rows)))
    assert model.heads[2].expected == 5, "whoever was there is counted"
    assert model.setData(model.index(2, 2), (None, 0, 0))
    assert model.cells[2][2] is None
    assert (model.heads[2].expected, model.heads[2].unmarked) == (4, 0)
    assert model.setData(model.index(2, 1), (None, 0, 0))
    assert model.heads[1].unmarked == 1, "before that session a mark is missed"
    assert model.setData(model.index(2, 2), (Mark.PRESENT, 0, 0))
    assert model.heads[2].expected == 5


def test_everybodys_share_is_shown_anew_once_a_mark_says_that_a_session_was_held(made: Maker) -> None:
    """S3: the certificate's share stood only in rows that had been touched."""
    model, _ = made(with_session(plain_grid(5, 1, 2, Attendance()), 0, state=SessionState.PLANNED))
    changed = QSignalSpy(model.dataChanged)
    assert model.setData(model.index(1, 0), (Mark.PRESENT, 0, 0))
    first, last = changed.at(0)[0], changed.at(0)[1]
    assert (first.row(), last.row()) == (0, 4)


def test_who_has_no_mark_at_all_has_no_share_for_the_certificate_either(made: Maker) -> None:
    """S3: "0  –" stood in their rows, with no word what the nought was."""
    model, _ = made(plain_grid(2, 1, 2, Attendance()))
    whole = model.whole
    assert model.setData(model.index(0, 0), (Mark.PRESENT, 0, 0))
    assert [whole.certificate_share(row) for row in range(2)] == [Fraction(5000), None]


def test_what_could_not_be_saved_is_not_shown(made: Maker) -> None:
    model, disk = made(plain_grid(5, 1, 2, Attendance(Mark.PRESENT)))
    disk.problem = TrainerError("disk.full")
    refused, changed = QSignalSpy(model.refused), QSignalSpy(model.dataChanged)
    assert not model.setData(model.index(2, 1), (Mark.ABSENT, 0, 0))
    assert model.cells[2][1] == Attendance(Mark.PRESENT)
    assert (refused.count(), changed.count()) == (1, 0)
    assert refused.at(0)[0] is disk.problem


def test_the_first_mark_of_a_planned_session_makes_the_others_unmarked(made: Maker) -> None:
    grid = with_session(
        plain_grid(4, 2, 1, Attendance()), 1, state=SessionState.PLANNED, day=date(2018, 10, 9)
    )
    model, _ = made(grid)
    assert [faces[1][0] for faces in model.faces] == [PLANNED] * 4
    changed = QSignalSpy(model.dataChanged)
    model.setData(model.index(0, 1), (Mark.PRESENT, 0, 0))
    assert [faces[1][0] for faces in model.faces] == ["present", UNMARKED, UNMARKED, UNMARKED]
    assert changed.count() == 1
    assert changed.at(0)[1].row() == 3
    assert model.sessions[1].state is SessionState.HELD


def test_looks_tell_cancelled_absent_unmarked_planned_and_not_enrolled_apart(made: Maker) -> None:
    grid = plain_grid(2, 3, 2, Attendance())
    grid = with_session(grid, 1, state=SessionState.CANCELLED, cancel_reason="no light")
    grid = with_session(grid, 5, state=SessionState.PLANNED, day=date(2018, 10, 3))
    grid = with_cell(grid, 0, 0, None)
    grid = with_cell(grid, 0, 2, Attendance(Mark.ABSENT))
    grid = with_cell(grid, 0, 3, Attendance(Mark.LATE, 5, remark="bus", conflict=True))
    model, _ = made(replace(grid, conflicts=1))
    kinds = [face[0] for face in model.faces[0]]
    assert kinds == [DASH, CANCELLED, "absent", "late", UNMARKED, PLANNED]
    bits = [face[2] for face in model.faces[0]]
    assert [bool(each & DAY_START) for each in bits] == [True, False, True, False, True, False]
    assert bits[3] & CONFLICT
    assert model.conflicts() == 1
    model.setData(model.index(0, 3), (Mark.LATE, 5, 0))
    assert model.conflicts() == 0, "a mark settles it"


def test_a_cell_says_person_session_and_mark(made: Maker) -> None:
    grid = with_cell(
        plain_grid(3, 2, 2, Attendance()), 1, 2, Attendance(Mark.LATE, 15, remark="bus", conflict=True)
    )
    model, _ = made(grid)
    said = model.data(model.index(1, 2), SPOKEN)
    assert said == (
        f"{GROUP[2]} Каримович, Session 3 09:00, late, 15 min late, "
        "two laptops recorded different marks, remark: bus"
    )
    assert model.data(model.index(1, 2), TIP) == said
    assert model.data(model.index(1, 2)) == "L 15"
    assert model.data(model.index(0, 0), SPOKEN).endswith("Session 1 09:00, not marked")
    assert model.data(model.index(0, 0)) == ""
    assert model.data(QModelIndex(), SPOKEN) is None


def test_a_cell_after_somebody_was_replaced_says_so(made: Maker) -> None:
    grid = with_cell(plain_grid(2, 1, 3, Attendance()), 0, 2, None)
    late = with_cell(grid, 1, 0, None).rows[1]
    gone = replace(grid.rows[0], gone=True, gone_from=3, replaced_by=2)
    model, _ = made(replace(grid, rows=(gone, late)))
    for role in (SPOKEN, TIP):
        assert model.data(model.index(0, 2), role).endswith("replaced by No.\u00a02 from session 3")
    assert model.data(model.index(0, 0), SPOKEN).endswith("not marked")
    assert model.data(model.index(1, 0), SPOKEN).endswith("not on the list yet")


def test_heads_say_days_states_names_and_shares(made: Maker) -> None:
    grid = with_session(plain_grid(2, 1, 2, Attendance(Mark.PRESENT)), 1, locked=True)
    model, _ = made(grid)
    across, down = Qt.Orientation.Horizontal, Qt.Orientation.Vertical
    assert model.headerData(1, across, SPOKEN) == "Day 1 · Mon 1\u00a0Oct, Session 2, 11:00–12:30, locked"
    assert (
        model.headerData(0, down, SPOKEN)
        == f"1 {GROUP[1]} Каримович, сержант, ШВКД, share of the whole course 100\u00a0%"
    )
    assert (model.headerData(1, across), model.headerData(0, down)) == ("2", GROUP[1])
    assert model.headerData(9, across) is None


def test_rows_that_came_or_went_at_the_end_are_inserted_and_removed(made: Maker) -> None:
    model, _ = made(plain_grid(5, 1, 2, Attendance()))
    inserted, removed, reset = (
        QSignalSpy(model.rowsInserted),
        QSignalSpy(model.rowsRemoved),
        QSignalSpy(model.modelReset),
    )
    assert model.load(plain_grid(6, 1, 2, Attendance()), TODAY) == []
    assert (model.rowCount(), inserted.count(), reset.count()) == (6, 1, 0)
    model.load(plain_grid(5, 1, 2, Attendance()), TODAY)
    assert (model.rowCount(), removed.count(), reset.count()) == (5, 1, 0)


def test_another_list_or_plan_resets(made: Maker) -> None:
    model, _ = made(plain_grid(5, 1, 2, Attendance()))
    reset = QSignalSpy(model.modelReset)
    model.load(plain_grid(5, 2, 2, Attendance()), TODAY)
    moved = plain_grid(5, 2, 2, Attendance())
    model.load(replace(moved, rows=moved.rows[1:]), TODAY)
    assert (reset.count(), model.rowCount(), model.columnCount()) == (2, 4, 4)


def test_loading_tells_which_cells_differ_and_paints_only_those(made: Maker) -> None:
    grid = plain_grid(5, 1, 3, Attendance(Mark.PRESENT))
    model, _ = made(grid)
    changed = QSignalSpy(model.dataChanged)
    assert model.load(grid, TODAY) == []
    assert changed.count() == 0
    other = with_cell(with_cell(grid, 1, 1, Attendance(Mark.ABSENT)), 4, 2, Attendance())
    assert model.load(other, TODAY) == [(1, 1), (4, 2)]
    assert changed.count() == 2
    many = plain_grid(5, 1, 3, Attendance(Mark.ABSENT))
    assert len(model.load(many, TODAY)) == 14


def test_many_changes_are_announced_as_one_range(made: Maker) -> None:
    model, _ = made(plain_grid(40, 1, 3, Attendance()))
    changed = QSignalSpy(model.dataChanged)
    assert len(model.load(plain_grid(40, 1, 3, Attendance(Mark.PRESENT)), TODAY)) == 120
    assert changed.count() == 1


def test_counts_and_shares_are_those_of_the_rules_after_any_edits(made: Maker) -> None:
    rng = random.Random(5)
    model, _ = made(plain_grid(12, 2, 3, Attendance()))
    assert model.sessions[-1].day <= TODAY
    marks: list[Mark | None] = [*Mark, None]
    for _ in range(300):
        row, column, mark = rng.randrange(12), rng.randrange(6), rng.choice(marks)
        model.setData(model.index(row, column), (mark, rng.randrange(90) if mark is Mark.LATE else 0, 0))
        seen = rng.randrange(12)
        assert model.shares[seen] == share_so_far(held_minutes(model.sessions), model.cells[seen])
        assert len(model.faces[seen]) == 6
    assert list(model.shares) == [share_so_far(held_minutes(model.sessions), cells) for cells in model.cells]
    for column in range(6):
        assert model.heads[column] == count_heads([cells[column] for cells in model.cells])
    fresh, _ = made(
        replace(
            plain_grid(12, 2, 3),
            rows=tuple(
                replace(row, cells=tuple(cells)) for row, cells in zip(model.rows, model.cells, strict=True)
            ),
        )
    )
    assert list(fresh.faces) == list(model.faces)


def test_a_person_in_two_rows_counts_once(made: Maker) -> None:
    """S1: joined people who stand in two rows of a course were two in the figures of its sessions."""
    grid = plain_grid(3, 1, 1, Attendance(Mark.PRESENT))
    first, second, again = grid.rows
    model, _ = made(replace(grid, rows=(first, second, replace(again, person=second.person, gone=True))))
    assert (model.heads[0].in_room, model.heads[0].expected, model.heads[0].left) == (2, 2, 0)
    model.setData(model.index(1, 0), (Mark.ABSENT, 0, 0))
    assert (model.heads[0].in_room, model.heads[0].expected) == (2, 2)
    model.setData(model.index(2, 0), (Mark.ABSENT, 0, 0))
    assert (model.heads[0].in_room, model.heads[0].absent) == (1, 1)


def test_a_mark_for_another_day_is_not_in_the_share_so_far(made: Maker) -> None:
    """S3: the sessions of tomorrow that were marked early counted in "So far"."""
    grid = plain_grid(2, 3, 1, Attendance())
    assert [each.day for each in grid.sessions] == [TODAY - DAY, TODAY, TODAY + DAY]
    model, _ = made(grid)
    for column, mark in enumerate((Mark.PRESENT, Mark.ABSENT, Mark.PRESENT)):
        model.setData(model.index(0, column), (mark, 0, 0))
    model.setData(model.index(1, 2), (Mark.PRESENT, 0, 0))
    assert list(model.shares) == [5000, None]
    rows = tuple(replace(row, cells=model.cells[at]) for at, row in enumerate(grid.rows))
    model.load(replace(grid, sessions=tuple(model.sessions), rows=rows), TODAY + DAY)
    assert [int(each or 0) for each in model.shares] == [6666, 10000]


def test_a_share_has_one_decimal_and_never_seems_to_reach_its_limit(qapp: object) -> None:
    words = english()
    assert [words.share(share, 8000) for share in (10000, 8888, 8000, 7999, 6667, 0, None)] == [
        "100\u00a0%", "88.9\u00a0%", "80\u00a0%", "79.99\u00a0%", "66.7\u00a0%", "0\u00a0%", "–",
    ]  # fmt: skip


@pytest.mark.parametrize("share", [8889, 8000, 10000, 0, 6667, 50, 9995])
def test_one_share_reads_alike_on_screens_on_paper_and_in_words(qapp: object, share: int) -> None:
    words = english()
    shown = words.share(share)
    assert shown == words.formats.share(Fraction(share)) == label_text(percent_label(share), "en")
    assert shown == figure_text(Figure("share", share, Unit.PERCENT), "en")


def test_marking_goes_on_in_todays_first_unfinished_session(made: Maker) -> None:
    grid = plain_grid(3, 3, 2, Attendance(Mark.PRESENT))
    model, _ = made(grid)
    assert model.column_to_mark() == 3, "all of today is marked: its last session"
    model.load(with_cell(grid, 1, 2, Attendance()), TODAY)
    assert model.column_to_mark() == 2
    both = with_cell(with_cell(grid, 1, 2, Attendance()), 1, 3, Attendance())
    for minute, column in ((600, 2), (660, 3), (749, 3), (750, 2)):
        model.load(both, TODAY, minute)
        assert model.column_to_mark() == column, "the session under way, as Today says"
    model.load(with_session(with_cell(grid, 1, 2, Attendance()), 2, locked=True), TODAY)
    assert model.column_to_mark() == 3
    model.load(grid, date(2018, 9, 1))
    assert model.column_to_mark() == 0
    model.load(grid, date(2019, 1, 1))
    assert model.column_to_mark() == 5
    model.load(both, date(2019, 1, 1))
    assert model.column_to_mark() == 2, "a course that is over is filled in from paper, sheet by sheet"


def test_an_index_of_nothing_and_other_roles_change_nothing(made: Maker) -> None:
    model, disk = made(plain_grid(2, 1, 1, Attendance()))
    assert not model.setData(QModelIndex(), (Mark.LATE, 0, 0))
    assert not model.setData(model.index(0, 0), (Mark.LATE, 0, 0), Qt.ItemDataRole.DisplayRole)
    assert not model.setData(model.index(0, 0), "late")
    assert disk.saved == []
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags


def test_speech_follows_the_language(qtbot: QtBot) -> None:
    language = "en"
    words = AttendanceWording(None, lambda: language)
    grid = plain_grid(1, 1, 1, Attendance(Mark.PRESENT))
    assert words.day(grid.sessions[0]) == "Day 1 · Mon 1\u00a0Oct"
    language = "tg"
    assert words.formats.weekday_short(grid.sessions[0].day) == "дш 1\u00a0окт"


def test_looks_and_shares_are_worked_out_for_rows_that_are_looked_at() -> None:
    asked: list[int] = []

    def make(row: int) -> str:
        asked.append(row)
        return f"row {row}"

    rows = LazySequence(500, make)
    assert (rows[3], rows[3], rows[7], len(rows)) == ("row 3", "row 3", "row 7", 500)
    assert asked == [3, 7]
    rows.forget(3)
    assert (rows[3], rows[7]) == ("row 3", "row 7")
    assert asked == [3, 7, 3]
    rows.forget()
    assert rows[2:5] == ["row 2", "row 3", "row 4"]
    assert asked == [3, 7, 3, 2, 3, 4]
    for outside in (500, -1):
        with pytest.raises(IndexError):
            rows[outside]
    assert list(LazySequence[str]()) == []


@pytest.mark.parametrize("cancelled", [False, True])
@pytest.mark.parametrize("locked", [False, True])
@pytest.mark.parametrize("starts_day", [False, True])
def test_the_looks_kept_for_bare_marks_are_those_of_the_cells(
    *, cancelled: bool, locked: bool, starts_day: bool
) -> None:
    state = SessionState.CANCELLED if cancelled else SessionState.HELD
    session = replace(plain_grid(1, 1, 1).sessions[0], state=state, locked=locked)
    kept = bare_styles(cancelled=cancelled, locked=locked, starts_day=starts_day)
    for mark in Mark:
        assert kept[mark] == style_of(session, Attendance(mark), begun=True, starts_day=starts_day)
