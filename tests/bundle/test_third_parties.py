"""Promise P8: the plain programs read what we write, and find what was changed."""

import base64
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bundle.golden import FOLDER
from tests.bundle.parts import World, marks
from tests.kit.running import SECONDS
from trainer_app.bundle import sealing
from trainer_app.bundle.packing import write_archive, write_bundle
from trainer_app.bundle.reader import read_bundle

ROOT = Path(__file__).parents[2]
WORLD = World.make()
CONTENT = WORLD.content(marks(200, WORLD.replica), blobs=[b"\xff\xd8 a scan"])


# The module does not start by its name, since its package has another one: the original has no wheel.
VALIDATE_BAG = (sys.executable, "-c", "import bagit; bagit.main()", "--validate", ".")


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """Run a program in the plainest of environments; the test looks at its result."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(cwd), "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, check=False, timeout=SECONDS
    )


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    """Unpack a bundle with age and unzip alone, opened with the key from paper."""
    (tmp_path / "paper.txt").write_text(WORLD.paper.recovery + "\n")
    (tmp_path / "a.tsync").write_bytes(write_bundle(CONTENT, WORLD.laptop, WORLD.recipients))
    opened = run("age", "-d", "-i", "paper.txt", "-o", "a.zip", "a.tsync", cwd=tmp_path)
    assert opened.returncode == 0, opened.stderr
    assert run("unzip", "-q", "a.zip", "-d", "bag", cwd=tmp_path).returncode == 0
    return tmp_path / "bag"


@pytest.mark.parametrize("key", ["office", "paper"])
def test_age_opens_it_with_the_office_s_key_and_with_the_paper_key(key: str, tmp_path: Path) -> None:
    identity = WORLD.office.identity if key == "office" else WORLD.paper.recovery
    (tmp_path / "key.txt").write_text(identity + "\n")
    (tmp_path / "a.tsync").write_bytes(write_bundle(CONTENT, WORLD.laptop, WORLD.recipients))
    opened = run("age", "-d", "-i", "key.txt", "a.tsync", cwd=tmp_path)
    assert opened.stdout == write_archive(CONTENT, WORLD.laptop)


def test_age_does_not_open_it_with_any_other_key(tmp_path: Path) -> None:
    (tmp_path / "key.txt").write_text(WORLD.laptop.identity + "\n")
    (tmp_path / "a.tsync").write_bytes(write_bundle(CONTENT, WORLD.laptop, WORLD.recipients))
    assert run("age", "-d", "-i", "key.txt", "a.tsync", cwd=tmp_path).returncode != 0


def test_we_open_what_the_age_program_sealed(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(write_archive(CONTENT, WORLD.laptop))
    sealed = run("age", "-r", WORLD.office.recipient, "a.zip", cwd=tmp_path).stdout
    assert read_bundle(sealed, [WORLD.office.identity], WORLD.trusted).lines == CONTENT.lines


def test_unzip_finds_nothing_wrong(bag: Path) -> None:
    tested = run("unzip", "-t", "a.zip", cwd=bag.parent)
    assert tested.returncode == 0
    assert b"No errors detected" in tested.stdout


def test_sha256sum_agrees_with_both_manifests_until_a_byte_changes(bag: Path) -> None:
    for manifest in ("tagmanifest-sha256.txt", "manifest-sha256.txt"):
        assert run("sha256sum", "--check", "--strict", manifest, cwd=bag).returncode == 0
    entries = bag / "data" / "entries.ndjson"
    entries.write_bytes(entries.read_bytes().replace(b"present", b"absent ", 1))
    assert run("sha256sum", "--check", "--strict", "manifest-sha256.txt", cwd=bag).returncode != 0


def test_a_bagit_validator_agrees_until_a_file_is_added(bag: Path) -> None:
    valid = run(*VALIDATE_BAG, cwd=bag)
    assert valid.returncode == 0, valid.stderr
    assert b"is valid" in valid.stderr
    (bag / "data" / "more.txt").write_text("x")
    assert run(*VALIDATE_BAG, cwd=bag).returncode != 0


def test_minisign_agrees_until_the_manifest_changes(bag: Path) -> None:
    key = sealing.minisign_public(WORLD.laptop.signing_key)
    verify = ("minisign", "-V", "-P", key, "-m", "tagmanifest-sha256.txt")
    assert run(*verify, cwd=bag).returncode == 0
    other = sealing.minisign_public(WORLD.computer.signing_key)
    assert run(*verify[:3], other, *verify[4:], cwd=bag).returncode != 0
    manifest = bag / "tagmanifest-sha256.txt"
    manifest.write_bytes(manifest.read_bytes() + b"\n")
    assert run(*verify, cwd=bag).returncode != 0


def openssl_key(folder: Path, key: bytes) -> Path:
    """Write a raw Ed25519 public key as openssl reads it (RFC 8410)."""
    path = folder / "key.der"
    path.write_bytes(bytes.fromhex("302a300506032b6570032100") + key)
    return path


def verified(folder: Path, key: Path, signed: bytes, signature: bytes) -> bool:
    """Let openssl verify a plain Ed25519 signature."""
    (folder / "signed").write_bytes(signed)
    (folder / "signature").write_bytes(signature)
    asked = ("-verify", "-pubin", "-keyform", "DER", "-inkey", key, "-rawin")
    files = ("-in", "signed", "-sigfile", "signature")
    return run("openssl", "pkeyutl", *asked, *files, cwd=folder).returncode == 0


def test_openssl_agrees_with_the_same_signature(bag: Path) -> None:
    manifest = bag / "tagmanifest-sha256.txt"
    lines = (bag / "tagmanifest-sha256.txt.minisig").read_text().splitlines()
    algorithm_and_key, signature = base64.b64decode(lines[1])[:10], base64.b64decode(lines[1])[10:]
    assert algorithm_and_key[:2] == b"ED"
    hashed = run("openssl", "dgst", "-blake2b512", "-binary", manifest, cwd=bag).stdout
    assert len(hashed) == 64
    key = openssl_key(bag, WORLD.laptop.signing_key)
    assert verified(bag, key, hashed, signature)
    comment = lines[2].removeprefix("trusted comment: ").encode()
    assert verified(bag, key, signature + comment, base64.b64decode(lines[3]))
    # Another key, another comment, another manifest: each is refused.
    assert not verified(bag, key, signature + comment + b" ", base64.b64decode(lines[3]))
    manifest.write_bytes(manifest.read_bytes() + b"\n")
    changed = run("openssl", "dgst", "-blake2b512", "-binary", manifest, cwd=bag).stdout
    assert not verified(bag, key, changed, signature)
    assert not verified(bag, openssl_key(bag, WORLD.computer.signing_key), hashed, signature)


def test_the_example_in_the_format_s_description_works(tmp_path: Path) -> None:
    text = (ROOT / "trainer_app" / "bundle" / "FORMAT.md").read_text()
    script = re.search(r"```sh\n(.*?)```", text, re.DOTALL)
    assert script is not None
    for path in FOLDER.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    done = run("bash", "-euo", "pipefail", "-c", script[1], cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    words = done.stdout.decode()
    assert words.count("Signature and comment signature verified") == 4
    assert words.count(": OK") == 12
    assert "31 data/entries.ndjson" in words
    assert "3 data/entries.ndjson" in words.splitlines()
