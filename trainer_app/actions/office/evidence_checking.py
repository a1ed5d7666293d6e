"""Who signs a folder of evidence, and checking one: that every file is the one that was signed, and by whom.

It needs no data: whoever has the program can check. With the data of the office that signed it is said that
it was this office; elsewhere its digits are shown, to be compared with those that the office tells.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.exchange.trust import trust_of_office
from trainer_app.bundle import sealing, signed_folder
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.settings import OFFICE_KEYS
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.office.evidence import (
    PUBLIC_KEY,
    SEALED,
    SIGNATURE,
    SIGNER,
    SUMS,
    EvidenceCheck,
    EvidenceFault,
    EvidenceFinding,
    KnownSigner,
    compare_files,
    read_sums,
)
from trainer_app.system.files import make_folder, told_as, write_checked, write_stream
from trainer_app.system.messages import label_text

_MOST_LISTED = 16 << 20
_MOST_SEALED = 1 << 30
_BLOCK = 1 << 20
_GROUPS = 6
_DIGITS = 5

type _Read = Callable[[str], bytes | None]
"""Reads a small file of the folder by its name; None where it is not there."""


def signs_as_office(work: Workplace) -> bool:
    """Tell whether this computer holds the keys of an office."""
    return bool(work.store.setting(OFFICE_KEYS))


def own_signer(work: Workplace) -> tuple[signed_folder.EvidenceSigner, bytes]:
    """Return who signs here, and with which seed: the office with its root key, or a laptop that has none."""
    if signs_as_office(work):
        keys, office = identity.office_keys(work), trust_of_office(work).office
        return signed_folder.signer_of_office(keys, office.code, office.name, office.roots), keys.root_seed
    own = identity.device_keys(work)
    name = Texts.same(work.user)
    return signed_folder.signer_of_laptop(own, identity.device_code(work), name), own.seed


_DEEPEST, _MOST_FOLDERS, _MOST_NAMED = 3, 2_000, 8
"""How far below what was chosen evidence is looked for, in how many folders, and how many are named."""


def locate(path: Path) -> Path:
    """Return the evidence that a person means by what they chose: a folder, or a sealed file.

    It is the very thing, what it is a part of, or the only one that lies below it. Raises evidence.no_folder,
    evidence.several, files.*.
    """
    if not path.is_dir() or (path / SUMS).is_file():
        return path
    around = next((up for up in path.parents[:_DEEPEST] if _is_evidence(up)), None)
    if around is not None:
        return around
    found = _below(path)
    if not found:
        raise TrainerError("evidence.no_folder")
    if len(found) > 1:
        names = [str(each.relative_to(path)) for each in found[:_MOST_NAMED]]
        raise TrainerError("evidence.several", folder=path.name, count=len(found), names=names)
    return found[0]


def _is_evidence(folder: Path) -> bool:
    return (folder / SUMS).is_file() and (folder / SIGNER).is_file()


def _below(path: Path) -> list[Path]:
    """Return the evidence below a folder; into what is evidence itself nobody looks."""
    found: list[Path] = []
    level, seen = [path], 0
    for _ in range(_DEEPEST):
        inner: list[Path] = []
        for folder in level:
            with told_as(folder.name):
                entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    each = Path(entry.path)
                    (found if _is_evidence(each) else inner).append(each)
                elif entry.name.endswith(SEALED):
                    found.append(Path(entry.path))
        seen += len(inner)
        level = inner if seen <= _MOST_FOLDERS else []
    return found


def save_outcome(found: EvidenceCheck, checked: Path, target: Path, language: str, moment: str) -> Path:
    """Write what a check found as a text, and read it back; never into the folder that was checked.

    Raises evidence.inside, files.*.
    """
    if checked.is_dir() and target.resolve().is_relative_to(checked.resolve()):
        raise TrainerError("evidence.inside", folder=checked.name)
    said = [Label("evidence.outcome", {"path": str(checked), "moment": moment}), *found.labels]
    lines = [label_text(each, language) for each in said]
    return write_checked(target, "\n\n".join(lines).encode() + b"\n")


def check(
    path: Path, work: Workplace | None = None, *, passphrase: str = "", digits: str = ""
) -> EvidenceCheck:
    """Check a folder, or a sealed file. `digits` are those that the office told, if they are known.

    Raises evidence.no_folder, evidence.too_big, evidence.bad_digits, bundle.needs_passphrase,
    bundle.wrong_passphrase, bundle.not_for_us, bundle.damaged, files.* where nothing can be read.
    """
    wanted = _wanted(digits)
    if path.is_dir():
        hashes, odd = _hashes_of(path)
        return _checked(hashes, odd, lambda name: _small(path / name), work, wanted)
    files = _opened(path, work, passphrase)
    hashes = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    return _checked(hashes, [], files.get, work, wanted)


def needs_passphrase(path: Path) -> bool:
    """Tell whether a sealed file is opened by a passphrase; False for a folder. Raises files.*."""
    if path.is_dir():
        return False
    with told_as(path.name), path.open("rb") as stream:
        return sealing.needs_passphrase(stream.read(64))


def unpack(path: Path, out: Path, work: Workplace | None = None, *, passphrase: str = "") -> Path:
    """Write the files of a sealed folder into a new folder beside or below `out`, and return it.

    Nothing is written over. Raises as `check`, and evidence.strange_name.
    """
    files = _opened(path, work, passphrase)
    target = out / path.name.partition(".")[0]
    number = 1
    while target.exists():
        number += 1
        target = out / f"{path.name.partition('.')[0]}-{number}"
    for name in files:
        parts = PurePosixPath(name).parts
        if not parts or ".." in parts or name.startswith("/") or "\\" in name or ":" in name:
            raise TrainerError("evidence.strange_name", file=name)
    try:
        for name, data in files.items():
            make_folder((target / name).parent)
            write_stream(target / name, [data], len(data), private=True)
    except BaseException:
        shutil.rmtree(target, ignore_errors=True)
        raise
    return target


def _wanted(digits: str) -> str:
    found = "".join(sign for sign in digits if sign.isdecimal() and sign.isascii())
    if digits.strip() and len(found) != _GROUPS * _DIGITS:
        raise TrainerError("evidence.bad_digits")
    return found


def _opened(path: Path, work: Workplace | None, passphrase: str) -> Mapping[str, bytes]:
    with told_as(path.name):
        if path.stat().st_size > _MOST_SEALED:
            raise TrainerError("evidence.too_big")
        data = path.read_bytes()
    if not sealing.is_sealed(data):
        raise TrainerError("evidence.no_folder")
    own = work if work is not None and signs_as_office(work) else None
    identities = (identity.office_keys(own).identity,) if own is not None else ()
    return signed_folder.open_folder(data, identities, passphrase)


def _small(path: Path) -> bytes | None:
    """Return a file that is read whole; None where there is none, or one that is too large to be it."""
    try:
        if path.is_symlink() or path.stat().st_size > _MOST_LISTED:
            return None
        return path.read_bytes()
    except OSError:
        return None


def _hashes_of(folder: Path) -> tuple[dict[str, str], list[EvidenceFinding]]:
    """Return the hashes of all files below a folder, and what was found that is none or cannot be read."""
    hashes: dict[str, str] = {}
    odd: list[EvidenceFinding] = []
    for entry in _entries(folder):
        name = Path(entry.path).relative_to(folder).as_posix()
        if entry.is_symlink():
            odd.append(EvidenceFinding(EvidenceFault.LINKED, name))
            continue
        try:
            hashes[name] = _digest(Path(entry.path))
        except OSError:
            odd.append(EvidenceFinding(EvidenceFault.UNREADABLE, name))
    return hashes, odd


def _entries(folder: Path) -> Iterator[os.DirEntry[str]]:
    with told_as(folder.name):
        found = sorted(os.scandir(folder), key=lambda entry: entry.name)
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(Path(entry.path))
        else:
            yield entry


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while block := stream.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()


def _checked(
    hashes: Mapping[str, str],
    odd: list[EvidenceFinding],
    read: _Read,
    work: Workplace | None,
    wanted: str,
) -> EvidenceCheck:
    sums = read(SUMS)
    if sums is None:
        raise TrainerError("evidence.no_folder")
    try:
        signed = read_sums(sums)
    except TrainerError:
        return EvidenceCheck(0, (EvidenceFinding(EvidenceFault.BAD_SUMS, SUMS),))
    skipped = {finding.file for finding in odd}
    compared = [each for each in compare_files(signed, hashes) if each.file not in skipped]
    findings = [*odd, *compared]
    signer = _signer(read)
    if signer is None:
        return EvidenceCheck(len(signed), (EvidenceFinding(EvidenceFault.NO_SIGNER, SIGNER), *findings))
    signature = read(SIGNATURE)
    fault = (
        EvidenceFault.NO_SIGNATURE
        if signature is None
        else signed_folder.signature_fault(sums, signature, signer)
    )
    if fault is not None:
        findings.insert(0, EvidenceFinding(fault, SIGNATURE))
    public = read(PUBLIC_KEY)
    if public is not None and not signed_folder.names_key(public, signer):
        findings.append(EvidenceFinding(EvidenceFault.OTHER_PUBLIC_KEY, PUBLIC_KEY))
    if wanted and wanted != signer.digits.replace(" ", ""):
        findings.insert(0, EvidenceFinding(EvidenceFault.OTHER_DIGITS, signer.digits))
    known = KnownSigner.GIVEN if wanted else KnownSigner.OWN if _is_own(work, signer) else KnownSigner.OTHER
    return EvidenceCheck(
        len(signed), tuple(findings), fault is None, signer.digits, signer.name, signer.code, known
    )


def _signer(read: _Read) -> signed_folder.EvidenceSigner | None:
    data = read(SIGNER)
    try:
        return signed_folder.read_signer(data) if data is not None else None
    except TrainerError:
        return None


def _is_own(work: Workplace | None, signer: signed_folder.EvidenceSigner) -> bool:
    """Tell whether the office of this computer signed, or this computer where it has none."""
    if work is None:
        return False
    trust = identity.trust_list(work)
    if trust is None:
        return not signer.roots and signer.signing_key == identity.device_keys(work).signing_key
    return signer.digits == trust.office.fingerprint
