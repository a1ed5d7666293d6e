"""The outer layer: what is looked at before a key is tried, and files that a passphrase opens."""

from collections.abc import Iterator
from typing import Any

import pyrage
import pytest

from tests import passphrases
from tests.bundle.parts import code_of
from trainer_app.bundle import sealing

IDENTITY = sealing.new_identity()
RECIPIENT = sealing.recipient_of(IDENTITY)
STANZA = b"-> X25519 " + b"A" * 43 + b"\n" + b"B" * 43 + b"\n"
END = b"--- " + b"C" * 43 + b"\n" + bytes(200)


class Trier:
    """Stands in pyrage's place and counts how often a key was tried."""

    def __init__(self) -> None:
        self.tries = 0

    def decrypt(self, *_: Any) -> bytes:
        self.tries += 1
        raise pyrage.DecryptError("No matching keys")


@pytest.fixture
def trier(monkeypatch: pytest.MonkeyPatch) -> Iterator[Trier]:
    found = Trier()
    monkeypatch.setattr(pyrage, "decrypt", found.decrypt)
    monkeypatch.setattr(pyrage.passphrase, "decrypt", found.decrypt)
    return found


def test_a_header_of_more_than_16_stanzas_is_never_parsed(trier: Trier) -> None:
    most = sealing.MAGIC + STANZA * 16 + END
    assert code_of(sealing.unseal, most, [IDENTITY]) == "bundle.not_for_us"
    assert trier.tries == 1
    for stanzas in (17, 60, 1_600):
        more = sealing.MAGIC + STANZA * stanzas + END
        assert code_of(sealing.unseal, more, [IDENTITY]) == "bundle.long_header"
    assert trier.tries == 1


def test_a_header_that_does_not_end_within_8_kib_is_never_parsed(trier: Trier) -> None:
    rest = len(sealing.MAGIC) + len(b"-> x\n") + len(b"\n--- " + b"C" * 43 + b"\n")
    for length, code in ((8 * 1024 - rest, "not_for_us"), (8 * 1024 - rest + 1, "long_header")):
        data = sealing.MAGIC + b"-> x\n" + b"B" * length + b"\n" + END
        assert code_of(sealing.unseal, data, [IDENTITY]) == f"bundle.{code}"
    for endless in (b"-> x\n" + b"B" * 20_000, b"-> x\nB\n--- " + b"C" * 20_000, b"\n" * 20_000):
        assert code_of(sealing.unseal, sealing.MAGIC + endless, [IDENTITY]) == "bundle.long_header"
    assert trier.tries == 1


@pytest.mark.parametrize("factor", [b"19", b"22", b"63", b"+22", b"022", b"0", b"", b"22 5", b"9" * 40])
def test_no_passphrase_is_tried_that_costs_more_than_256_mib(trier: Trier, factor: bytes) -> None:
    stanza = b"-> scrypt " + b"A" * 22 + b" " + factor + b"\n" + b"B" * 43 + b"\n"
    for before in (b"", STANZA):
        data = sealing.MAGIC + before + stanza + END
        assert code_of(sealing.unseal, data, [IDENTITY], "чойник") == "bundle.dear_passphrase"
    assert trier.tries == 0


def test_a_passphrase_of_256_mib_is_tried(trier: Trier) -> None:
    stanza = b"-> scrypt " + b"A" * 22 + b" 18\n" + b"B" * 43 + b"\n"
    assert code_of(sealing.unseal, sealing.MAGIC + stanza + END, [], "чойник") == "bundle.damaged"
    assert trier.tries == 1


def test_a_file_for_15_readers_is_opened_and_one_for_more_is_not_written() -> None:
    others = [sealing.recipient_of(sealing.new_identity()) for _ in range(15)]
    # More than once: whether a stanza that is nobody's is added is chance.
    for _ in range(5):
        assert sealing.unseal(sealing.seal(b"x", [*others[:14], RECIPIENT]), [IDENTITY]) == b"x"
    assert code_of(sealing.seal, b"x", [*others, RECIPIENT]) == "bundle.too_many_readers"


def test_a_file_that_is_told_by_telephone_opens_with_yo_and_without() -> None:
    for told in ("ягнёнок Ёлка", "ягненок Елка"):
        sealed = sealing.seal_with_passphrase(b"data", told)
        opened = [sealing.unseal(sealed, [], typed) for typed in ("ягнёнок Ёлка", "ягненок Елка")]
        assert opened == [b"data", b"data"]
    assert code_of(sealing.unseal, sealed, [], "козлёнок Ёлка") == "bundle.wrong_passphrase"
    assert code_of(sealing.unseal, sealed[:-1], [], "ягнёнок Ёлка") == "bundle.damaged"


def test_a_file_from_before_opens_with_yo_as_it_was_typed_then(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as before:
        before.setattr(sealing, "kept_spelling", str)
        sealed = sealing.seal_with_passphrase(b"data", "ягнёнок")
    assert pyrage.passphrase.decrypt(sealed, "ягнёнок") == b"data"
    assert sealing.unseal(sealed, [], "ягнёнок") == b"data"


def test_a_file_with_a_passphrase_is_as_dear_on_every_computer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "_SCRYPT_FACTOR", passphrases.FACTOR)
    sealed = sealing.seal_with_passphrase(b"data", "чойники\u00a0кабуд")
    assert sealed.split(b"\n")[1].split(b" ")[1::2] == [b"scrypt", b"17"]
    assert pyrage.passphrase.decrypt(sealed, "чойники кабуд") == b"data"
    assert sealing.unseal(sealed, [], "чойники кабуд") == b"data"


@pytest.mark.parametrize("size", [0, 1, 65_536, 65_537, 131_072, 200_000])
def test_a_file_with_a_passphrase_is_whole_at_every_size(size: int) -> None:
    data = bytes(number % 251 for number in range(size))
    sealed = sealing.seal_with_passphrase(data, "чойники\u00a0кабуд")
    assert pyrage.passphrase.decrypt(sealed, "чойники кабуд") == data
    assert sealing.unseal(sealed, [], "чойники кабуд") == data


@pytest.mark.parametrize(
    "stanza",
    [
        b"-> X25519 " + b"A" * 43 + b"\n",
        b"-> grease x\n" + b"B" * 64 + b"\n",
        b"-> grease x\n" + (b"B" * 64 + b"\n") * 2,
    ],
)
def test_a_stanza_whose_body_does_not_end_is_damage(trier: Trier, stanza: bytes) -> None:
    for header in (stanza, stanza + STANZA, STANZA + stanza):
        assert code_of(sealing.unseal, sealing.MAGIC + header + END, [IDENTITY]) == "bundle.damaged"
    assert trier.tries == 0
    whole = b"-> grease x\n" + b"B" * 64 + b"\n\n"
    assert code_of(sealing.unseal, sealing.MAGIC + whole + STANZA + END, [IDENTITY]) == "bundle.not_for_us"
