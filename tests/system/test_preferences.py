"""Preferences: small, readable, never in the way of starting."""

import errno
import json
from pathlib import Path

import pytest

from tests.system.faulty import FaultyDisk
from trainer_app.domain.base.errors import TrainerError
from trainer_app.system.preferences import Preferences, load, save


def test_none_yet_are_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path / "preferences.json") == Preferences({"language": "tg", "theme": "system"})


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    chosen = Preferences(
        {"language": "ru", "theme": "dark", "printer": "Ҷ", "lock_minutes": 5, "narrow_rail": True}
    )
    save(path, chosen)
    assert load(path) == chosen
    assert json.loads(path.read_text(encoding="utf-8"))["printer"] == "Ҷ"
    save(path, chosen.changed(Preferences.language, "en"))
    assert load(path).language == "en"


def test_members_of_a_newer_program_are_ignored(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_text('{"language": "en", "voice": {"speed": 3}}', encoding="utf-8")
    assert load(path) == Preferences({"language": "en"})


@pytest.mark.logs("preferences are damaged")
@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"language": "fr"}', b'{"lock_minutes": "x"}', b"\xff\xfe"]
)
def test_damaged_ones_are_set_aside(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "preferences.json"
    path.write_bytes(content)
    assert load(path) == Preferences()
    assert not path.exists()
    assert (tmp_path / "preferences.json.damaged").read_bytes() == content


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "preferences.json").mkdir()
    with pytest.raises(TrainerError) as failed:
        load(tmp_path / "preferences.json")
    assert failed.value.code == "files.failed"


def test_a_full_disk_keeps_the_old_ones(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    save(path, Preferences({"language": "ru"}))
    with pytest.raises(TrainerError) as failed:
        save(path, Preferences({"language": "en"}), disk=FaultyDisk(at=3, error=errno.ENOSPC))
    assert failed.value.code == "files.full"
    assert load(path).language == "ru"
