"""What lies beside a package: source, checksums, and signatures that other programs check."""

import subprocess
import zipfile
from pathlib import Path

import pytest
from minisign import KeyPair

from tests.packaging import tools  # noqa: F401
from trainer_app import VERSION

import environment  # isort: skip
import publisher  # isort: skip
import signing  # isort: skip


@pytest.fixture(autouse=True)
def _own_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publisher, "TRIAL_KEY", tmp_path / "kept" / "trial.key")


def checked(out: Path) -> bool:
    """Return what minisign itself and sha256sum say of a folder."""
    good = subprocess.run(
        ["minisign", "-Vm", signing.SUMS, "-p", "trainer-app.pub"], cwd=out, capture_output=True, check=False
    )
    sums = subprocess.run(
        ["sha256sum", "-c", "--quiet", signing.SUMS], cwd=out, capture_output=True, check=False
    )
    return good.returncode == sums.returncode == 0


def test_source_and_checksums_lie_beside_a_package_and_hold(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "program.exe").write_bytes(b"MZ")
    for _ in range(2):
        made = signing.finish(out)
        names = {path.name for path in made}
        assert names == {
            f"trainer-app-{VERSION}-source.zip",
            "SHA256SUMS",
            "SHA256SUMS.minisig",
            "trainer-app.pub",
        }
    assert checked(out)
    with zipfile.ZipFile(out / f"trainer-app-{VERSION}-source.zip") as source:
        assert f"trainer-app-{VERSION}/pyproject.toml" in source.namelist()
    assert "trainer-app.pub" not in (out / "SHA256SUMS").read_text(encoding="utf-8")
    assert publisher.TRIAL_KEY.stat().st_mode & 0o077 == 0
    (out / "program.exe").write_bytes(b"MZ changed")
    assert not checked(out)


def test_a_release_is_signed_with_its_own_key_and_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair = KeyPair.generate()
    pair.secret_key.encrypt("words", opslimit=32768, memlimit=1 << 20)
    key = tmp_path / "release.key"
    key.write_bytes(bytes(pair.secret_key))
    monkeypatch.setenv(publisher.PASSPHRASE, "words")
    (tmp_path / "out").mkdir()
    signing.finish(tmp_path / "out", key)
    assert (tmp_path / "out" / "trainer-app.pub").read_bytes() == bytes(pair.public_key)
    assert checked(tmp_path / "out")
    assert not publisher.TRIAL_KEY.exists()
    monkeypatch.setenv(publisher.PASSPHRASE, "other")
    with pytest.raises(environment.Unprepared, match=r"release\.key"):
        publisher.secret_key(key)
    with pytest.raises(environment.Unprepared, match=r"nothing\.key"):
        publisher.secret_key(tmp_path / "nothing.key")
