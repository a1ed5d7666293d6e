"""How an update is built: the same each time, with words for what is new, by a key that is believed."""

import base64
import io
import zipfile
from pathlib import Path

import pytest

from tests.packaging import tools  # noqa: F401
from trainer_app import VERSION
from trainer_app.actions.exchange import packs
from trainer_app.bundle import sealing
from trainer_app.bundle.program_update import read_update
from trainer_app.domain.base.texts import LANGUAGES

import environment  # isort: skip
import layers  # isort: skip
import publisher  # isort: skip
import updates  # isort: skip
from minisign import KeyPair  # isort: skip

FILES = {"release.json": b'{"version": "0.2.0", "commit": "9f", "built": "2026-12-01"}', "a/b.txt": b"b"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in FILES.items():
        path = tmp_path / "version" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path / "version"


def test_a_folder_is_packed_the_same_each_time(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(layers, "commit_time", lambda: 1_764_000_000)
    packed = updates.pack(folder)
    assert updates.pack(folder) == packed
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == FILES


def test_what_is_built_is_read_by_a_program_that_believes_the_key(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = (
        b'{"version": "0.2.0", "commit": "9f", "built": "2026-12-01", "needs_runtime": "r", "reads_data": 3}'
    )
    (folder / "release.json").write_bytes(told)
    monkeypatch.setattr(layers, "make_version", lambda *_arguments: folder)
    monkeypatch.setattr(layers, "commit_time", lambda: 1_764_000_000)
    key = KeyPair.generate().secret_key
    public = sealing.public_key_of(publisher.seed_of(key))
    assert base64.b64decode(bytes(key.get_public_key()).splitlines()[1])[-32:] == public
    update = read_update(updates.build(tmp_path, key).read_bytes(), [public])
    assert (update.manifest.number, update.manifest.reads_data) == ("0.2.0", 3)


def test_this_version_says_what_is_new_in_every_language() -> None:
    assert all(updates.news_of(VERSION)[code] for code in LANGUAGES)
    with pytest.raises(environment.Unprepared, match="what is new in"):
        updates.news_of("99.0")


def test_a_program_believes_the_keys_of_the_tree_or_a_trial_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(publisher, "ROOT", tmp_path)
    monkeypatch.setattr(publisher, "TRIAL_KEY", tmp_path / "kept" / "trial.key")
    trial = publisher.public_keys()
    assert publisher.public_keys() == trial, "made once"
    assert len(sealing.read_public_keys(trial.decode())) == 1
    keys = tmp_path / "keys.txt"
    keys.write_bytes(trial)
    monkeypatch.setattr(packs, "resource", lambda _name: keys)
    assert packs.is_trial(), "and it says that it is no release"
    (tmp_path / "resources").mkdir()
    (tmp_path / publisher.PLACE).write_bytes(b"# of the publisher\n")
    assert publisher.public_keys() == b"# of the publisher\n"
