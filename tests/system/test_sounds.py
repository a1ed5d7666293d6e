"""The sounds are whole wave files that differ by ear; without a player, or switched off, nothing happens."""

import io
import itertools
import os
import sys
import wave
from pathlib import Path

import pytest

from tests.kit.running import SECONDS
from trainer_app.system.computer import RATE, Sound, Sounds, wave_of


def samples(sound: Sound) -> list[int]:
    with wave.open(io.BytesIO(wave_of(sound))) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        raw = file.readframes(file.getnframes())
        assert len(raw) == 2 * file.getnframes()
    return [int.from_bytes(raw[at : at + 2], "little", signed=True) for at in range(0, len(raw), 2)]


def crossings(part: list[int]) -> float:
    """Return how often a part of a sound changes its sign in a second: twice its pitch."""
    changes = sum(1 for old, new in itertools.pairwise(part) if (old < 0) != (new < 0))
    return changes * RATE / len(part)


@pytest.mark.parametrize("sound", Sound)
def test_a_sound_is_short_audible_and_does_not_crack(sound: Sound) -> None:
    found = samples(sound)
    assert 0.1 < len(found) / RATE < 0.5
    assert 10_000 < max(map(abs, found)) <= 32_767
    assert max(abs(found[0]), abs(found[-1])) < 1_000
    assert max(abs(new - old) for old, new in itertools.pairwise(found)) < 8_000


def test_found_rises_unknown_falls_already_stays() -> None:
    def ends(sound: Sound) -> tuple[float, float]:
        found = samples(sound)
        piece = RATE // 20
        return crossings(found[:piece]), crossings(found[-piece:])

    low, high = ends(Sound.FOUND)
    assert high > 1.3 * low
    high, low = ends(Sound.UNKNOWN)
    assert low < 0.8 * high
    first, last = ends(Sound.ALREADY)
    assert first == pytest.approx(last, rel=0.1)
    assert 0 in samples(Sound.ALREADY)[RATE * 90 // 1000 : RATE * 120 // 1000]


def player(folder: Path, body: str) -> str:
    """Make a program that stands in for a player."""
    path = folder / "aplay"
    path.write_text(f"#!{sys.executable}\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows plays wave files itself")
def test_a_player_on_the_path_gets_the_file_and_is_not_waited_for(tmp_path: Path) -> None:
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    told = tmp_path / "told"
    program = player(
        tmp_path,
        f"import sys\nopen({str(gate)!r}).read()\nopen({str(told)!r}, 'w').write(' '.join(sys.argv[1:]))",
    )
    asked: list[str] = []

    def find(name: str) -> str | None:
        asked.append(name)
        return program if name == "aplay" else None

    sounds = Sounds(tmp_path / "sounds", find=find)
    assert sounds.play(Sound.FOUND)
    # The player waits at the gate, so whoever waited for it would never come here.
    assert not told.exists()
    gate.write_text("go")
    (running,) = sounds._running
    assert running.wait(SECONDS) == 0
    path = tmp_path / "sounds" / "found.wav"
    assert told.read_text() == f"-q {path}"
    assert path.read_bytes() == wave_of(Sound.FOUND)
    assert asked == ["paplay", "pw-play", "aplay"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows plays wave files itself")
def test_without_a_player_it_is_silent(tmp_path: Path) -> None:
    assert not Sounds(tmp_path / "sounds", find=lambda _name: None).play(Sound.UNKNOWN)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows plays wave files itself")
def test_a_player_that_cannot_be_started_is_no_error(tmp_path: Path) -> None:
    broken = tmp_path / "paplay"
    broken.write_text("no program")
    assert not Sounds(tmp_path / "sounds", find=lambda _name: str(broken)).play(Sound.FOUND)


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "sounds").write_text("a file where the folder should be")
    assert not Sounds(tmp_path / "sounds", find=lambda _name: sys.executable).play(Sound.FOUND)


def test_switched_off_nothing_is_looked_for_or_written(tmp_path: Path) -> None:
    def find(_name: str) -> str | None:
        raise AssertionError("nobody should look")

    assert not Sounds(tmp_path / "sounds", wanted=lambda: False, find=find).play(Sound.FOUND)
    assert not (tmp_path / "sounds").exists()
