"""The starts of the benchmark open the program's own pages, and its switch of theme shows the other theme."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.bench import million, start
from trainer_app.bundle.vault import DataKey
from trainer_app.system.folders import DataFolder


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[DataFolder, DataKey]:
    """Make a folder of two courses."""
    folder = DataFolder(Path(tmp_path_factory.mktemp("start")) / "data")
    return folder, million.fill(folder, 2)


def test_the_unlock_page_and_an_empty_window_are_painted(filled: tuple[DataFolder, DataKey]) -> None:
    row = start.unlock_row(filled[0], runs=1)
    assert row.value > 0
    assert row.base > 0


def test_a_folder_without_data_has_no_unlock_page_and_is_no_measure(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="did not open"):
        start.unlock_row(DataFolder(tmp_path / "empty"), runs=1)


def test_today_is_painted(filled: tuple[DataFolder, DataKey]) -> None:
    row = start.today_row(*filled, 2_000, runs=1)
    assert row.value > 0
    assert row.base > 0


def test_the_theme_is_switched_with_all_screens_open(
    filled: tuple[DataFolder, DataKey], qapp: QApplication
) -> None:
    assert start.theme_row(*filled, million.TODAY, switches=1).value > 0
