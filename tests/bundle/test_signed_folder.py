"""Who signed a folder of evidence, and what is refused of a sealed one."""

import io
import zipfile
from collections.abc import Callable

import pytest

from trainer_app.bundle import sealing, signed_folder
from trainer_app.bundle.keys import DeviceKeys, OfficeKeys
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.office.evidence import PUBLIC_KEY, SIGNER, SUMS, EvidenceFault

NAME = Texts(en="Programme office")
PHRASE = "five plain words of mine here"
OFFICE, _ = OfficeKeys.generate()
SIGNED_BY = signed_folder.signer_of_office(OFFICE, "DSH", NAME, OFFICE.roots)


def test_a_signer_is_read_as_it_was_written_with_the_digits_of_the_office() -> None:
    files = signed_folder.signer_files(SIGNED_BY)
    assert signed_folder.read_signer(files[SIGNER]) == SIGNED_BY
    assert SIGNED_BY.digits == OFFICE.fingerprint
    assert signed_folder.names_key(files[PUBLIC_KEY], SIGNED_BY)


def test_a_laptop_has_its_own_digits() -> None:
    keys = DeviceKeys.generate()
    signer = signed_folder.signer_of_laptop(keys, "K7", NAME)
    assert signer.digits == keys.fingerprint
    assert signed_folder.read_signer(signed_folder.signer_files(signer)[SIGNER]) == signer


def test_a_key_that_is_no_root_of_the_office_is_no_signer() -> None:
    """Else anybody could put the digits of an office beside a key of their own."""
    own = DeviceKeys.generate()
    forged = signed_folder.EvidenceSigner(
        "DSH", NAME, own.signing_key, OFFICE.recipient, OFFICE.roots, OFFICE.recovery_recipient
    )
    with pytest.raises(TrainerError, match="evidence.bad_signer"):
        signed_folder.read_signer(signed_folder.signer_files(forged)[SIGNER])


@pytest.mark.parametrize("data", [b"", b"{}", b"[1]", b"\xff", b" " * 70_000])
def test_what_is_no_signer_is_refused(data: bytes) -> None:
    with pytest.raises(TrainerError, match="evidence.bad_signer"):
        signed_folder.read_signer(data)


def test_a_signature_is_for_this_list_this_key_and_this_purpose() -> None:
    sums, seed = b"list\n", OFFICE.root_seed
    other = DeviceKeys.generate()
    fault = signed_folder.signature_fault
    assert fault(sums, signed_folder.sign_sums(sums, seed), SIGNED_BY) is None
    assert fault(b"other\n", signed_folder.sign_sums(sums, seed), SIGNED_BY) is EvidenceFault.SUMS_CHANGED
    assert fault(sums, signed_folder.sign_sums(sums, other.seed), SIGNED_BY) is EvidenceFault.OTHER_KEY
    bundle = sealing.sign(sums, seed, sealing.Purpose.BUNDLE)
    assert fault(sums, bundle, SIGNED_BY) is EvidenceFault.SUMS_CHANGED
    assert fault(sums, b"nothing", SIGNED_BY) is EvidenceFault.OTHER_KEY


def test_the_same_files_give_the_same_archive() -> None:
    files = [("a", b"1"), (SUMS, b"2")]
    assert signed_folder.pack_folder(files) == signed_folder.pack_folder(files)
    sealed = signed_folder.seal_folder(signed_folder.pack_folder(files), (), PHRASE)
    assert signed_folder.open_folder(sealed, (), PHRASE) == dict(files)


def _bomb() -> bytes:
    made = signed_folder.pack_folder([(SUMS, b"x"), ("zeros", b"")])
    # The size that the directory states: more than any folder may have.
    buffer = io.BytesIO(made)
    with zipfile.ZipFile(buffer) as archive:
        place = archive.start_dir
    at = made.rindex(b"PK\x01\x02")
    assert at >= place
    return made[: at + 24] + (2**31).to_bytes(4, "little") + made[at + 28 :]


@pytest.mark.parametrize(
    ("archive", "code"),
    [
        (lambda: b"no archive", "evidence.no_folder"),
        (lambda: signed_folder.pack_folder([("a", b"1")]), "evidence.no_folder"),
        (lambda: signed_folder.pack_folder([(SUMS, b"x" * 500)])[:-90], "evidence.no_folder"),
        (_bomb, "evidence.too_big"),
    ],
)
def test_what_is_no_folder_is_refused(archive: Callable[[], bytes], code: str) -> None:
    sealed = signed_folder.seal_folder(archive(), (), PHRASE)
    with pytest.raises(TrainerError, match=code):
        signed_folder.open_folder(sealed, (), PHRASE)
