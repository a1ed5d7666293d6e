"""Who signed a folder of evidence, and whether the signature is right; sealing the folder as one file.

`SHA256SUMS` lists the files, `SHA256SUMS.minisig` signs the list (purpose "trainer evidence 1"),
`minisign.pub` is the public key as `minisign -p` takes it, and `signer.json` says whose key it is:

    {"format": "trainer-evidence", "version": 1, "code": "DSH", "name": {...}, "signing_key": "<32 bytes>",
     "roots": ["<32 bytes>", ...], "recipient": "age1...", "recovery": "age1..."}

An office signs with a root key, so that the digits of its keys, which every laptop knows, are those of the
folder. A laptop without an office signs with its own key; `roots` is empty then, `recovery` "".
"""

import io
import zipfile
import zlib
from collections.abc import Iterable, Mapping

import msgspec

from trainer_app.bundle import encodings, sealing
from trainer_app.bundle.keys import DeviceKeys, OfficeKeys, device_fingerprint, office_fingerprint
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.office.evidence import PUBLIC_KEY, SIGNATURE, SIGNER, SUMS, EvidenceFault

_FORMAT = encodings.DocumentPreamble("trainer-evidence", 1)
_BAD = "evidence.bad_signer"
_MAX_SIGNER = 64 * 1024
_MOST_MEMBERS, _MOST_BYTES = 50_000, 1 << 30
_DAY = (1980, 1, 1, 0, 0, 0)


class EvidenceSigner(msgspec.Struct, frozen=True):
    """Who signed: an office by its roots, or a laptop of none."""

    code: str
    name: Texts
    signing_key: bytes
    recipient: str
    roots: tuple[bytes, ...] = ()
    recovery: str = ""
    format: str = _FORMAT.format
    version: int = _FORMAT.version

    @property
    def digits(self) -> str:
        """The digits that the office shows, or the laptop."""
        if self.roots:
            return office_fingerprint(self.roots, self.recipient, self.recovery)
        return device_fingerprint(self.signing_key, self.recipient)


def signer_of_office(keys: OfficeKeys, code: str, name: Texts, roots: tuple[bytes, ...]) -> EvidenceSigner:
    """Return an office as a signer; `roots` are those of its list of trust, in their order."""
    own = sealing.public_key_of(keys.root_seed)
    return EvidenceSigner(code, name, own, keys.recipient, roots, keys.recovery_recipient)


def signer_of_laptop(keys: DeviceKeys, code: str, name: Texts) -> EvidenceSigner:
    """Return a laptop that belongs to no office as a signer."""
    return EvidenceSigner(code, name, keys.signing_key, keys.recipient)


def signer_files(signer: EvidenceSigner) -> dict[str, bytes]:
    """Return the files that say who signs; they are listed and signed with the others."""
    public = sealing.minisign_public(signer.signing_key)
    return {
        SIGNER: encodings.encode(signer),
        PUBLIC_KEY: f"untrusted comment: {signer.digits}\n{public}\n".encode(),
    }


def read_signer(data: bytes) -> EvidenceSigner:
    """Read `signer.json`. Raises evidence.bad_signer, bundle.too_new."""
    if len(data) > _MAX_SIGNER:
        raise TrainerError(_BAD)
    found = encodings.decode(data, EvidenceSigner, _FORMAT, _BAD)
    keys = (found.signing_key, *found.roots)
    if not all(map(sealing.is_public_key, keys)) or (found.roots and found.signing_key not in found.roots):
        raise TrainerError(_BAD)
    return found


def sign_sums(sums: bytes, seed: bytes) -> bytes:
    """Return the signature of the list of files."""
    return sealing.sign(sums, seed, sealing.Purpose.EVIDENCE)


def signature_fault(sums: bytes, signature: bytes, signer: EvidenceSigner) -> EvidenceFault | None:
    """Return what is wrong with a signature; None for a right one."""
    if sealing.is_signed_by(sums, signature, signer.signing_key, sealing.Purpose.EVIDENCE):
        return None
    if sealing.signer_of(signature) == sealing.key_id(signer.signing_key):
        return EvidenceFault.SUMS_CHANGED
    return EvidenceFault.OTHER_KEY


def names_key(public: bytes, signer: EvidenceSigner) -> bool:
    """Tell whether `minisign.pub` holds the key of the signer."""
    lines = public.decode("ascii", "replace").splitlines()
    return lines[1:] == [sealing.minisign_public(signer.signing_key)]


def pack_folder(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return files as a ZIP, as any program opens it; the same files give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files:
            member = zipfile.ZipInfo(name, _DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            archive.writestr(member, data)
    return buffer.getvalue()


def seal_folder(archive: bytes, recipients: tuple[str, ...], passphrase: str) -> bytes:
    """Seal a ZIP. Raises bundle.bad_recipient, bundle.too_many_readers, vault.empty_passphrase."""
    return (
        sealing.seal(archive, recipients) if recipients else sealing.seal_with_passphrase(archive, passphrase)
    )


def open_folder(data: bytes, identities: tuple[str, ...], passphrase: str) -> Mapping[str, bytes]:
    """Return the files of a sealed folder. Raises as `sealing.unseal`, and evidence.no_folder."""
    opened = sealing.unseal(data, identities, passphrase)
    try:
        with zipfile.ZipFile(io.BytesIO(opened)) as archive:
            members = archive.infolist()
            size = sum(member.file_size for member in members)
            if len(members) > _MOST_MEMBERS or size > _MOST_BYTES:
                raise TrainerError("evidence.too_big")
            # As it was written: on Windows the library makes another name of one with a backslash.
            found = {each.orig_filename: archive.read(each) for each in members if not each.is_dir()}
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, ValueError, zlib.error) as problem:
        raise TrainerError("evidence.no_folder") from problem
    if not {SUMS, SIGNATURE} & found.keys():
        raise TrainerError("evidence.no_folder")
    return found
