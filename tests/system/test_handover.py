"""One window for a data folder: who is second hands its files over, and nothing is left lying."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from tests.kit.running import SECONDS
from trainer_app.domain.base.errors import TrainerError
from trainer_app.system import handover
from trainer_app.system.folders import DataFolder
from trainer_app.system.handover import OpenWindow

HOLDING = """
import sys
from pathlib import Path
from trainer_app.system.folders import DataFolder
from trainer_app.system.handover import OpenWindow
window = OpenWindow(DataFolder(Path(sys.argv[1])))
print("held" if window.hold() else "refused", flush=True)
sys.stdin.readline()
"""


@pytest.fixture(autouse=True)
def _own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAINER_STATE", str(tmp_path / "state"))


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


def test_one_process_holds_it_until_it_ends_however_it_ends(folder: DataFolder) -> None:
    command = [sys.executable, "-c", HOLDING, str(folder.root)]
    other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=dict(os.environ))
    assert other.stdout is not None
    assert other.stdin is not None
    assert other.stdout.readline().strip() == b"held"
    window = OpenWindow(folder)
    assert not window.hold()
    assert not window.held
    other.kill()
    other.wait(SECONDS)
    assert window.hold()
    assert window.hold(), "it has it already"
    window.let_go()
    other.stdin.close()
    other.stdout.close()


def test_another_data_folder_has_a_window_of_its_own(folder: DataFolder, tmp_path: Path) -> None:
    first, second = OpenWindow(folder), OpenWindow(DataFolder(tmp_path / "other"))
    assert first.hold()
    assert second.hold()
    first.let_go()
    second.let_go()


def test_files_are_handed_over_in_their_order_and_each_once(folder: DataFolder, tmp_path: Path) -> None:
    first = OpenWindow(folder)
    assert first.hold()
    assert first.take() is None
    answered: list[bool] = []

    def start_again(*names: str) -> None:
        files = [tmp_path / "Қуттӣ" / name for name in names]
        answered.append(OpenWindow(folder).hand_over(files, SECONDS))

    taken: list[Path] = []
    for names in (("б.tsync", "a.tsync"), ("a.tsync",), ()):
        second = threading.Thread(target=start_again, args=names)
        second.start()
        while (found := first.take()) is None:
            pass
        taken += found
        second.join(SECONDS)
    assert taken == [tmp_path / "Қуттӣ" / name for name in ("б.tsync", "a.tsync", "a.tsync")]
    assert answered == [True] * 3
    assert list(first.messages.iterdir()) == []
    first.let_go()


def test_a_message_that_cannot_be_read_yet_is_not_lost(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = OpenWindow(folder)
    assert window.hold()
    (window.messages / "1.json").write_bytes(b'["/x.tsync"]')
    with monkeypatch.context() as held:

        def refuse(_path: Path) -> bytes:
            raise PermissionError(13, "held")

        held.setattr(Path, "read_bytes", refuse)
        assert window.take() is None
    assert window.take() == [Path("/x.tsync")]
    window.let_go()


def test_who_gets_no_answer_asks_on_until_it_is_taken_or_taken_back(
    folder: DataFolder, tmp_path: Path
) -> None:
    first, second = OpenWindow(folder), OpenWindow(folder)
    assert first.hold()
    assert not second.asks
    assert not second.hand_over([tmp_path / "a.tsync"], 0.0)
    assert second.asks
    assert not second.answered()
    assert first.take() == [tmp_path / "a.tsync"]
    assert second.answered()
    assert not second.take_back(), "the first one has it"
    assert not second.asks
    assert not second.hand_over([tmp_path / "b.tsync"], 0.0)
    assert second.take_back()
    assert first.take() is None
    assert list(first.messages.iterdir()) == []
    first.let_go()


def test_a_message_that_the_disk_refuses_is_laid_down_later(
    folder: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = OpenWindow(folder), OpenWindow(folder)
    assert first.hold()
    with monkeypatch.context() as full:

        def refuse(_path: Path, _content: bytes) -> None:
            raise TrainerError("files.full")

        full.setattr(handover, "write_atomically", refuse)
        assert not second.hand_over([tmp_path / "a.tsync"], 0.0)
        assert first.take() is None
    assert not second.answered()
    assert first.take() == [tmp_path / "a.tsync"]
    assert second.answered()
    first.let_go()


def test_what_was_laid_down_for_a_window_that_is_gone_waits_for_the_next(folder: DataFolder) -> None:
    gone = OpenWindow(folder)
    assert gone.hold()
    (gone.messages / "1.json").write_bytes(b'["/x.tsync"]')
    gone.let_go()
    window = OpenWindow(folder)
    assert window.hold()
    assert window.take() == [Path("/x.tsync")]
    (window.messages / "2.json").write_bytes(b"no message")
    assert window.take() == [], "somebody wanted to see the window"
    window.let_go()


@pytest.mark.logs("the window cannot be held")
def test_where_nothing_can_be_held_every_window_is_the_only_one(
    folder: DataFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "state").write_bytes(b"a file where the folder should be")
    window = OpenWindow(folder)
    assert window.hold()
    assert not window.hand_over([], 0.0)
    assert window.take() is None


def test_the_window_waits_long_enough_for_a_slow_one() -> None:
    assert handover.ANSWERED_WITHIN >= 5
