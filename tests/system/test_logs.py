"""The log and the crash reports: enough to find a failure, nothing about a person."""

import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import new_key
from trainer_app.system import logs
from trainer_app.system.logs import HIDDEN, CrashHooks, record_crash, scrub, trace

LOGGER = logging.getLogger("trainer_app.tests")
NAMES = [
    "Қодирова Ҷамила",
    "Qodirova",
    "КОДИРОВА",
    "QODIROVA",
    "karimov",
    "+992 90 123-45-67",
    "j.k@example.tj",
]
KEY = new_key()


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """Log into a scratch file for one test."""
    handler = logs.start_log(tmp_path / "logs")
    yield tmp_path / "logs" / logs.NAME
    logs.stop_log(handler)


def written(log: Path) -> str:
    return log.read_text(encoding="utf-8")


def test_ids_codes_and_numbers_are_kept(log: Path) -> None:
    LOGGER.info("saved %s %s of %s at %d by %s", "attendance", KEY, "files.full", 812, "KD07")
    LOGGER.info("entry %(id)s", {"id": "9f86d081884c7d659a2feaa0c55ad015"})
    assert f"saved attendance {KEY} of files.full at 812 by KD07" in written(log)
    assert "entry 9f86d081884c7d659a2feaa0c55ad015" in written(log)


@pytest.mark.parametrize("name", NAMES)
def test_names_passed_by_mistake_are_hidden(log: Path, name: str) -> None:
    LOGGER.info("looked for %s", name)
    LOGGER.info("looked for %s", {"given": [name]})
    LOGGER.info("looked for %s", TrainerError("people.twice", family=name))
    assert not any(part in written(log) for part in name.split() if not part.isdigit())
    assert HIDDEN in written(log)


@pytest.mark.logs("failed")
@pytest.mark.parametrize("name", NAMES)
def test_traces_hold_places_and_types_only(log: Path, name: str) -> None:
    try:
        try:
            raise KeyError(name)
        except KeyError as cause:
            raise TrainerError("people.twice", family=name) from cause
    except TrainerError:
        LOGGER.exception("failed")
    lines = written(log)
    assert "tests/system/test_logs.py" in lines
    assert "builtins.KeyError" in lines
    assert "TrainerError: people.twice" in lines
    assert not any(part in lines for part in name.split() if not part.isdigit())


@given(st.text(st.characters(categories=["Lu", "Ll"], codec="utf-8"), min_size=2).map(str.capitalize))
def test_no_capitalised_word_passes(word: str) -> None:
    assert word not in scrub(f"row 3 {word} missing") or word.endswith(("error", "Error"))


def test_what_helps_to_find_a_failure_passes() -> None:
    text = (
        "no such table: attendance in KD07-0123-X at 812, errno ENOSPC, UNIQUE constraint failed: person.rank"
    )
    assert scrub(text) == text.replace("errno", HIDDEN)


@pytest.mark.parametrize("quoted", ["'karimov'", '"x y"', "«Қодирова»", "“a”"])
def test_quoted_text_is_hidden(quoted: str) -> None:
    assert scrub(f"invalid value {quoted}") == f"invalid value {HIDDEN}"


def test_the_log_stays_small_and_private(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    handler = logs.start_log(tmp_path)
    with caplog.at_level(logging.ERROR):  # pytest need not keep them all
        for number in range(45_000):
            LOGGER.info("row %d of %s", number, KEY)
    logs.stop_log(handler)
    sizes = [path.stat().st_size for path in tmp_path.glob("trainer.log*")]
    assert len(sizes) == 6
    assert max(sizes) <= 512 * 1024
    assert not any(path.stat().st_mode & 0o077 for path in tmp_path.glob("trainer.log*"))


def test_a_full_log_that_another_program_holds_grows_on_and_no_line_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where nobody renames what somebody has open."""
    held, replace = [True], Path.replace

    def only_if_free(self: Path, target: Path) -> Path:
        if held[0] and self.name == logs.NAME:
            raise PermissionError(13, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", only_if_free)
    handler = logs.start_log(tmp_path)
    try:
        written = 0
        while written < 700:
            logging.getLogger("trainer_app.test").info("%06d %s", written, "1" * 1000)
            written += 1
        assert [path.name for path in tmp_path.iterdir()] == [logs.NAME]
        held[0] = False
        while not (tmp_path / f"{logs.NAME}.1").exists():
            logging.getLogger("trainer_app.test").info("%06d %s", written, "1" * 1000)
            written += 1
    finally:
        logs.stop_log(handler)
    lines = [
        line for path in sorted(tmp_path.iterdir(), reverse=True) for line in path.read_text().splitlines()
    ]
    assert [line.split()[4] for line in lines] == [f"{number:06d}" for number in range(written)]


def test_the_hooks_let_go_where_another_window_holds_their_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, **_how: object) -> None:
        raise PermissionError(13, "in use")

    hooks = logs.CrashHooks(tmp_path, lambda _error, _path: None)
    monkeypatch.setattr(Path, "unlink", refuse)
    hooks.release()
    assert sys.excepthook is not hooks._main


def test_after_stopping_nothing_is_written(tmp_path: Path) -> None:
    logs.stop_log(logs.start_log(tmp_path))
    LOGGER.info("later")
    assert written(tmp_path / logs.NAME) == ""


def test_a_log_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / logs.NAME).mkdir()
    with pytest.raises(TrainerError) as failed:
        logs.start_log(tmp_path)
    assert failed.value.code.startswith("files.")


def test_a_trace_tells_the_chain_and_not_the_home_folder() -> None:
    try:
        try:
            Path("/home/karimov/secret").read_bytes()
        except OSError as cause:
            raise ValueError("bad row 7 for Karimov") from cause
    except ValueError as error:
        lines = trace(error)
    assert lines.index("FileNotFoundError: errno 2") < lines.index("caused") < lines.index("ValueError")
    assert "karimov" not in lines.lower()
    assert str(Path(__file__).parents[2]) not in lines


def test_crash_reports_hold_no_values_and_only_the_newest_are_kept(tmp_path: Path) -> None:
    for _ in range(25):
        try:
            raise LookupError("Қодирова")
        except LookupError as error:
            path = record_crash(tmp_path, error)
    assert path is not None
    assert len(list(tmp_path.glob("crash-*.txt"))) == 20
    report = path.read_text(encoding="utf-8")
    assert "builtins.LookupError" in report
    assert "trainer-app" in report
    assert "Қодирова" not in report


@pytest.mark.logs("no crash report could be written: errno")
def test_a_disk_that_refuses_does_not_make_a_second_failure(tmp_path: Path) -> None:
    (tmp_path / "logs").write_bytes(b"")
    assert record_crash(tmp_path / "logs", ValueError()) is None


@pytest.mark.logs("unexpected failure")
def test_the_guard_tells_of_failures_in_any_thread_and_goes_away(tmp_path: Path) -> None:
    told: list[tuple[BaseException, Path | None]] = []
    before = sys.excepthook, threading.excepthook
    guard = CrashHooks(tmp_path, lambda error, path: told.append((error, path)))
    try:
        thread = threading.Thread(target=lambda: 1 // 0)
        thread.start()
        thread.join()
        error = ValueError()
        sys.excepthook(ValueError, error, None)
    finally:
        guard.release()
    assert [type(error) for error, _ in told] == [ZeroDivisionError, ValueError]
    assert all(path is not None and path.is_file() for _, path in told)
    assert (sys.excepthook, threading.excepthook) == before
    assert not (tmp_path / "hard-crash.log").exists()


def test_a_crash_of_the_interpreter_leaves_its_places(tmp_path: Path) -> None:
    code = (
        "import ctypes, pathlib, sys; from trainer_app.system.logs import CrashHooks\n"
        "guard = CrashHooks(pathlib.Path(sys.argv[1]), lambda error, path: None)\n"
        "ctypes.string_at(0)\n"
    )
    died = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, check=False)
    assert died.returncode < 0
    assert "Fatal Python error" in (tmp_path / "hard-crash.log").read_text(encoding="utf-8")


def test_a_key_written_in_digits_is_hidden_and_an_id_is_not() -> None:
    key, entry = "d58fe0bc20df67e0" * 4, "d58fe0bc20df67e0" * 2
    assert key not in scrub(f"key {key} of {entry}")
    assert entry in scrub(f"key {key} of {entry}")
