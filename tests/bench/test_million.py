"""The large data folder of the benchmark is one that the program opens, and its figures agree. No times."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.bench import million
from tests.bench.marking import mark_row, report_row
from trainer_app.actions.base import history, sync_status, workplace
from trainer_app.actions.today import today
from trainer_app.bundle.vault import DataKey
from trainer_app.system.clock import fixed_at
from trainer_app.system.folders import DataFolder


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[DataFolder, DataKey]:
    """Make a folder of twelve courses."""
    folder = DataFolder(Path(tmp_path_factory.mktemp("large")) / "data")
    return folder, million.fill(folder, 12)


def test_marks_in_the_window_are_written_in_both_folders(
    filled: tuple[DataFolder, DataKey], tmp_path: Path, qapp: QApplication
) -> None:
    few = DataFolder(tmp_path / "few")
    small = few, million.fill(few, 2)
    assert mark_row(filled, small, 12_000, million.TODAY, 7).base > 0
    for folder, key in (filled, small):
        work = workplace.open_with_key(folder, key, fixed_at(million.TODAY, 11, "Asia/Dushanbe"))
        assert work.journal.number >= 7
        assert history.recent(work, 1)[0].label.code.startswith("attendance.step.mark")
        for _ in range(7):
            history.undo(work)
        work.close()


def test_the_report_is_opened_in_the_window(filled: tuple[DataFolder, DataKey], qapp: QApplication) -> None:
    row = report_row(filled, 12_000, million.TODAY)
    assert row.value > 0
    assert "12,000 marks" in row.line()


def test_an_approved_course_stands_with_one_change(
    filled: tuple[DataFolder, DataKey], tmp_path: Path
) -> None:
    few = DataFolder(tmp_path / "few")
    small = few, million.fill(few, 12)
    row = million.approval_row((tmp_copy(filled[0], tmp_path / "large"), filled[1]), small, 12_000)
    assert row.base > 0


def tmp_copy(folder: DataFolder, place: Path) -> DataFolder:
    """Copy a folder, so that tests that follow find it as it was made."""
    shutil.copytree(folder.root, place)
    return DataFolder(place)


def test_the_report_says_what_one_counts_by_hand(filled: tuple[DataFolder, DataKey]) -> None:
    folder, key = filled
    work = workplace.open_with_key(folder, key, fixed_at(million.TODAY, 11, "Asia/Dushanbe"))
    assert million.report_row(work, 12_000).base > 0
    assert [row.base > 0 for row in million.builder_rows(work, 12_000)] == [True, True]
    by_hand = million.count_by_hand(work.database)
    assert by_hand["participations"] == 12 * million.PEOPLE
    assert by_hand["sessions_held"] * million.PEOPLE == 12 * million.MARKS_A_COURSE
    assert 0 < by_hand["person_hours"] < 12 * million.MARKS_A_COURSE * 90
    assert sync_status.check(work).ok
    seen = today.overview(work)
    assert len(seen.sessions) == 4 * (1 + len(seen.others))
    work.close()
