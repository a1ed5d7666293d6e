"""A copy that is made and checked at once: it says how far it is, and leaves nothing where it is stopped."""

import errno
from pathlib import Path

import pytest

from tests.kit.world import Story
from trainer_app.domain.base.errors import Cancelled
from trainer_app.native import disk
from trainer_app.ui.kit.backups import make_verified_backup


class Told:
    """Hears how far the copy is, and stops it at a step if it is told to."""

    def __init__(self, stop_at: int = -1) -> None:
        self.steps: list[tuple[str, float]] = []
        self._stop_at = stop_at

    def __call__(self, code: str, fraction: float) -> None:
        """Listen as a `Progress`."""
        if len(self.steps) == self._stop_at:
            raise Cancelled
        self.steps.append((code, fraction))


def test_a_copy_that_was_stopped_is_not_there(story: Story) -> None:
    def copies() -> set[str]:
        return {each.name for each in story.work.folder.snapshots.glob("*.db")}

    before, told = copies(), Told()
    assert make_verified_backup(story.work, told).size > 0
    assert [code for code, _ in told.steps] == ["backup.progress.copy", "database.check"]
    assert [fraction for _, fraction in told.steps] == sorted(fraction for _, fraction in told.steps)
    made = copies()
    assert len(made - before) == 1
    for step in range(len(told.steps)):
        with pytest.raises(Cancelled):
            make_verified_backup(story.work, Told(stop_at=step))
        assert copies() == made


def test_a_copy_that_a_scanner_looks_at_goes_too_where_it_was_stopped(
    story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove, held, waited = disk.Disk.remove, [32, 5], list[float]()

    def remove_later(self: disk.Disk, path: Path) -> None:
        if held:
            error = OSError(errno.EACCES, "as Windows says it")
            error.winerror = held.pop()  # type: ignore[attr-defined,unused-ignore]
            raise error
        remove(self, path)

    before = set(story.work.folder.snapshots.iterdir())
    monkeypatch.setattr(disk.Disk, "remove", remove_later)
    monkeypatch.setattr(disk, "pause", waited.append)
    with pytest.raises(Cancelled):
        make_verified_backup(story.work, Told(stop_at=1))
    assert set(story.work.folder.snapshots.iterdir()) == before
    assert waited == [0.05, 0.1]
