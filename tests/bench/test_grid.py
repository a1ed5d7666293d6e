"""The benchmark of the grid measures what it says: 500 people x 40 sessions, and real marks. No times."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.bench.grid import (
    SIZE,
    TARGET,
    baseline_table,
    finding,
    grid_page,
    in_memory,
    jumping,
    marking,
    measure,
    scrolling,
)
from tests.ui.attendance_course import show_in_window
from trainer_app.domain.attendance.marks import Mark


def test_every_row_has_its_baseline_and_target(qapp: QApplication) -> None:
    rows = measure(repeats=3)
    assert [row.work for row in rows] == [
        "open the tab: grid, heads, counts, legend",
        "repaint the grid",
        "repaint the whole tab",
        "mark a cell",
        "scroll three rows",
        "jump by number, three digits",
        "jump by name, three letters",
    ]
    for row in rows:
        assert row.ours > 0
        assert row.theirs > 0
        assert row.ratio == row.ours / row.theirs
        assert row.target == TARGET


@pytest.fixture
def memory() -> Iterator[None]:
    """Keep the grid's marks in memory for one test."""
    with in_memory():
        yield


@pytest.mark.usefixtures("memory")
def test_the_measured_actions_do_something(qapp: QApplication) -> None:
    page = grid_page()
    table = baseline_table(page)
    holders = [show_in_window(each, *SIZE) for each in (page, table)]
    model = page.marking.model
    assert (model.rowCount(), model.columnCount()) == (500, 40)
    assert (table.model().rowCount(), table.model().columnCount()) == (500, 40)
    assert table.rowHeight(0) == page.view.rowHeight(0)
    for at in range(60):
        marking(page)(at)
    assert [model.cells[row][3].mark for row in range(20)] == [tuple(Mark)[2]] * 20  # type: ignore[union-attr]
    scrolling(page.view)(30)
    scrolling(table)(30)
    assert page.view.rowAt(0) == table.rowAt(0) == 90
    jumping(page)(0)
    assert model.rows[page.view.place[0]].number == 487
    finding(page)(0)
    assert model.rows[page.view.place[0]].name.startswith("Раҳимов")
    for holder in holders:
        holder.close()
        holder.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
