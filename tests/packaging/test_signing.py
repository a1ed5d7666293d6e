"""What lies beside a package: source, checksums, and signatures that other programs check."""

import subprocess
import zipfile
from pathlib import Path

import pytest
from minisign import KeyPair, SecretKey

from tests.packaging import tools  # noqa: F401
from trainer_app import VERSION

import build  # isort: skip
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
    for name in ("SHA256SUMS.minisig", "trainer-app.pub"):
        assert "trial key, of nobody" in (out / name).read_text(encoding="utf-8"), (
            "nobody takes it for a release"
        )
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
    assert "trial" not in (tmp_path / "out" / "SHA256SUMS.minisig").read_text(encoding="utf-8")
    assert not publisher.TRIAL_KEY.exists()
    monkeypatch.setenv(publisher.PASSPHRASE, "other")
    with pytest.raises(environment.Unprepared, match=r"release\.key"):
        publisher.secret_key(key)
    with pytest.raises(environment.Unprepared, match=r"nothing\.key"):
        publisher.secret_key(tmp_path / "nothing.key")


def test_a_release_is_built_by_a_key_that_its_programs_believe(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pair = KeyPair.generate()
    key = tmp_path / "release.key"
    key.write_bytes(bytes(pair.secret_key))
    monkeypatch.setattr(publisher, "ROOT", tmp_path)
    built: list[Path] = []
    monkeypatch.setitem(build.TARGETS, "deb", lambda out, _options: built.append(out) or [])
    asked = ["deb", "--out", str(tmp_path / "out"), "--key", str(key)]
    assert build.main(asked) == 1
    assert "does not hold the public half of release.key" in capsys.readouterr().err
    kept = tmp_path / publisher.PLACE
    kept.parent.mkdir()
    kept.write_text("RWQnotthisone  # another\n", encoding="ascii")
    assert build.main(asked) == 1
    line = bytes(pair.public_key).decode().splitlines()[1]
    kept.write_text(f"# release, then reserve\n{line}  # made in 2026\nRWQnotthisone\n", encoding="ascii")
    assert built == []
    assert build.main(asked) == 0
    assert len(built) == 1


def test_a_passphrase_is_asked_for_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pair = KeyPair.generate()
    pair.secret_key.encrypt("words", opslimit=32768, memlimit=1 << 20)
    key = tmp_path / "asked.key"
    key.write_bytes(bytes(pair.secret_key))
    monkeypatch.delenv(publisher.PASSPHRASE, raising=False)
    asked: list[str] = []
    monkeypatch.setattr(publisher, "getpass", lambda words: asked.append(words) or "words")
    for _ in range(3):
        assert publisher.seed_of(publisher.secret_key(key)) == publisher.seed_of(pair_opened(pair))
    assert asked == ["Passphrase of asked.key: "]


def pair_opened(pair: KeyPair) -> SecretKey:
    """Return a pair's secret key, opened."""
    if pair.secret_key.is_encrypted():
        pair.secret_key.decrypt("words")
    return pair.secret_key
