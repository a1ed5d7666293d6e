"""What the server of the tests tells of itself."""

from pathlib import Path

import pytest

from tests.kit.postgres import _nanoseconds


@pytest.mark.parametrize("ended", [FileNotFoundError, ProcessLookupError])
def test_a_process_that_ends_while_it_is_asked_is_told_by_its_parent(
    monkeypatch: pytest.MonkeyPatch, ended: type[OSError]
) -> None:
    """A connection's process ends when it likes: to look first whether it is there is not enough."""

    def gone(_place: Path, _encoding: str) -> str:
        raise ended

    monkeypatch.setattr(Path, "read_text", gone)
    assert _nanoseconds(Path("schedstat")) == 0


def test_a_process_is_busy_for_as_long_as_the_first_number_says(tmp_path: Path) -> None:
    told = tmp_path / "schedstat"
    told.write_text("1500000000 250000 40\n", "ascii")
    assert _nanoseconds(told) == 1_500_000_000
