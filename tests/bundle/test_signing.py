"""Signatures: what they cover, and that the minisign program agrees in both directions."""

import hashlib
import random
import subprocess
from pathlib import Path

import pytest

from trainer_app.bundle import sealing
from trainer_app.bundle.sealing import Purpose

SEED = bytes(range(32))
PUBLIC = sealing.public_key_of(SEED)
DATA = b"manifest of a bundle\n"


def test_a_signature_holds_for_its_data_key_and_purpose_only() -> None:
    signature = sealing.sign(DATA, SEED, Purpose.BUNDLE)
    other = sealing.public_key_of(bytes(32))
    assert sealing.is_signed_by(DATA, signature, PUBLIC, Purpose.BUNDLE)
    assert not sealing.is_signed_by(DATA + b" ", signature, PUBLIC, Purpose.BUNDLE)
    assert not sealing.is_signed_by(DATA, signature, other, Purpose.BUNDLE)
    assert not sealing.is_signed_by(DATA, signature, PUBLIC, Purpose.TRUST)


def test_the_same_data_gives_the_same_signature() -> None:
    assert sealing.sign(DATA, SEED, Purpose.BUNDLE) == sealing.sign(DATA, SEED, Purpose.BUNDLE)


def test_the_signer_is_named_before_anything_is_checked() -> None:
    assert sealing.signer_of(sealing.sign(DATA, SEED, Purpose.REQUEST)) == sealing.key_id(PUBLIC)


@pytest.mark.parametrize("junk", [b"", b"\n\n\n\n", b"x" * 1000, "untrusted comment: я\n".encode() * 4])
def test_what_is_no_signature_names_nobody(junk: bytes) -> None:
    assert sealing.signer_of(junk) is None
    assert not sealing.is_signed_by(DATA, junk, PUBLIC, Purpose.BUNDLE)


def test_every_bit_of_a_signature_file_counts_but_its_untrusted_comment() -> None:
    signature = sealing.sign(DATA, SEED, Purpose.BUNDLE)
    comment = range(len("untrusted comment: "), signature.index(b"\n"))
    for position in range(len(signature)):
        for bit in range(8):
            changed = bytearray(signature)
            changed[position] ^= 1 << bit
            if sealing.is_signed_by(DATA, bytes(changed), PUBLIC, Purpose.BUNDLE):
                assert position in comment


def test_other_ways_of_writing_the_same_signature_are_refused() -> None:
    signature = sealing.sign(DATA, SEED, Purpose.BUNDLE)
    for variant in (signature[:-1], signature + b"\n", signature.replace(b"\n", b"\r\n")):
        assert not sealing.is_signed_by(DATA, variant, PUBLIC, Purpose.BUNDLE)


def test_the_minisign_program_verifies_our_signature(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(DATA)
    (tmp_path / "file.minisig").write_bytes(sealing.sign(DATA, SEED, Purpose.BUNDLE))
    command = ["minisign", "-V", "-P", sealing.minisign_public(PUBLIC), "-m", "file"]
    good = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "Signature and comment signature verified" in good.stdout
    assert Purpose.BUNDLE in good.stdout
    (tmp_path / "file").write_bytes(DATA + b"!")
    assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode != 0


def test_we_verify_what_the_minisign_program_signs_with_our_key(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(DATA)
    (tmp_path / "key").write_text(sealing.minisign_secret(SEED))
    command = ["minisign", "-S", "-W", "-s", "key", "-t", str(Purpose.TRUST), "-m", "file"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    signature = (tmp_path / "file.minisig").read_bytes()
    assert sealing.is_signed_by(DATA, signature, PUBLIC, Purpose.TRUST)


def test_only_points_are_public_keys() -> None:
    """Low row on digits: a root needed to be no key: any 32 bytes could be tried for a fingerprint."""
    seeds = [bytes([number]) * 32 for number in range(40)]
    assert all(sealing.is_public_key(sealing.public_key_of(seed)) for seed in seeds)
    made_up = [hashlib.sha256(seed).digest() for seed in seeds]
    assert 5 < sum(map(sealing.is_public_key, made_up)) < 35, "about half are the y of a point"
    prime = 2**255 - 19
    neutral, order_two, order_four = 1, prime - 1, 0
    order_eight = bytes.fromhex("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05")
    small = [number.to_bytes(32, "little") for number in (neutral, order_two, order_four)]
    beyond = [(prime + 3).to_bytes(32, "little"), (2**255 - 1).to_bytes(32, "little")]
    for none in (*small, order_eight, *beyond, order_eight[:-1] + b"\x85", b"", bytes(31), bytes(33)):
        assert not sealing.is_public_key(none), none.hex()


def test_the_other_equation_of_the_curve_agrees_on_what_is_a_point() -> None:
    """A point of Ed25519 is one of Curve25519: v^2 = u^3 + 486662 u^2 + u with u = (1 + y) / (1 - y)."""
    prime = 2**255 - 19
    for y in range(3, 60):
        u = (1 + y) * pow(1 - y, -1, prime) % prime
        square = u**3 + 486662 * u**2 + u
        there = pow(square, (prime - 1) // 2, prime) == 1
        assert sealing.is_public_key(y.to_bytes(32, "little")) is there, y


def test_random_bytes_never_pass() -> None:
    source = random.Random(3)
    for _ in range(200):
        assert not sealing.is_signed_by(DATA, source.randbytes(source.randrange(400)), PUBLIC, Purpose.BUNDLE)
