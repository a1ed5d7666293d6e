"""The golden files of every released version are read by this program, and written the same way again."""

import json
from pathlib import Path

import msgspec
import pytest

from tests.bundle import golden
from tests.bundle.parts import marks
from trainer_app.bundle import layout, reader, vault
from trainer_app.bundle.credential import check_signature, issue_credential, read_credential
from trainer_app.bundle.keys import DeviceKeys, OfficeKeys, read_standby
from trainer_app.bundle.layout import Bundle, BundleContent
from trainer_app.bundle.packing import Archive, write_archive
from trainer_app.bundle.sealing import public_key_of
from trainer_app.bundle.trust import TrustedKeys, read_request
from trainer_app.domain.base.journal import decode_entry, entry_id
from trainer_app.domain.certificates.certificates import CertificateFacts, CertificateKind

FOLDER = golden.FOLDER
KEYS = json.loads((FOLDER / "keys.json").read_text())
LAPTOP = DeviceKeys.from_json(KEYS["laptop"])
COMPUTER = DeviceKeys.from_json(KEYS["computer"])
OFFICE = OfficeKeys.from_json(KEYS["office"])


def secret(name: str) -> str:
    return (FOLDER / name).read_text().strip()


def read_pack() -> Bundle:
    data = (FOLDER / "pack.tsync").read_bytes()
    first = reader.open_first_pack(data, [secret("laptop.txt")], LAPTOP.signing_key)
    return reader.read_first_pack(first)


def trusted() -> TrustedKeys:
    trust = read_pack().trust
    assert trust is not None
    return TrustedKeys.of(trust)


@pytest.mark.parametrize("identity", ["office.txt", "recovery.txt"])
def test_the_bundle_is_read(identity: str) -> None:
    data = (FOLDER / "sync.tsync").read_bytes()
    bundle = reader.read_bundle(data, [secret(identity)], trusted())
    lines = (FOLDER / "entries.ndjson").read_bytes().splitlines()
    assert bundle.lines == lines == golden.lines(golden.replica())
    assert bundle.ids == [entry_id(line) for line in lines]
    assert bundle.entries == [decode_entry(line) for line in lines]
    assert bundle.header.counts == {"_erased": 1, "attendance": 29, "hologram": 1}
    assert (bundle.header.bundle, bundle.header.replica) == (golden.BUNDLES[0], golden.replica())
    assert list(bundle.blobs.values()) == [b"\xff\xd8\xff no real scan"]
    assert bundle.signer.code == "K7"
    (carried,) = bundle.carried
    assert (carried.signer.code, carried.header.bundle) == ("K9", golden.BUNDLES[2])
    assert carried.lines == marks(3, carried.header.replica)


def test_the_pack_is_read() -> None:
    pack = read_pack()
    assert pack.trust is not None
    assert pack.trust.office.fingerprint == OFFICE.fingerprint
    assert pack.revoked is not None
    assert pack.revoked.find("DSH-2018-K7-00042-98") is not None
    assert (pack.receipts[0].replica, pack.receipts[0].to) == (golden.replica(), 31)


def test_the_request_is_read() -> None:
    request = read_request((FOLDER / "request.json").read_bytes())
    assert request.signing_key == LAPTOP.signing_key
    assert request.fingerprint == LAPTOP.fingerprint


def test_the_vault_is_opened_by_passphrase_and_by_paper() -> None:
    data = (FOLDER / "vault.json").read_bytes()
    expected = vault.DataKey(bytes.fromhex(KEYS["data_key"]), bytes.fromhex(KEYS["data_salt"]))
    assert vault.unlock(data, KEYS["passphrase"]) == expected
    assert vault.unlock_with_recovery(data, secret("recovery.txt")) == expected


def test_the_keys_are_read() -> None:
    assert public_key_of(read_standby(KEYS["standby"])) == OFFICE.standby_key
    assert LAPTOP.identity == secret("laptop.txt")
    assert OFFICE.identity == secret("office.txt")


def test_the_credential_is_checked_and_made_the_same_again() -> None:
    text = (FOLDER / "credential.txt").read_text()
    document = json.loads((FOLDER / "facts.json").read_text())
    document["kind"] = CertificateKind(document["kind"])
    facts = msgspec.convert(document, CertificateFacts)
    assert check_signature(text, LAPTOP.signing_key)
    assert read_credential(text).facts["name"] == facts.name
    assert issue_credential(facts, LAPTOP, "DSH") == text


@pytest.mark.parametrize(
    ("name", "identity", "signer"),
    [("sync.tsync", "office.txt", LAPTOP), ("pack.tsync", "laptop.txt", COMPUTER)],
)
def test_this_program_still_writes_the_same_members(name: str, identity: str, signer: DeviceKeys) -> None:
    archive = reader.unseal_archive((FOLDER / name).read_bytes(), [secret(identity)])
    opened = reader.verify_archive(archive, trusted())
    bundle = reader.read_bundle((FOLDER / name).read_bytes(), [secret(identity)], trusted())
    content = BundleContent(
        opened.header,
        bundle.lines,
        list(bundle.blobs.values()),
        bundle.signed_trust,
        bundle.revoked,
        bundle.receipts,
        carried=[data for name, data in opened.members.items() if layout.is_carried_name(name)],
    )
    again = Archive(write_archive(content, signer))
    assert again.names == archive.names
    for member in archive.names:
        assert again.read(member) == archive.read(member), member
    assert layout.ENTRIES in archive.names


def test_every_version_up_to_this_one_has_its_golden_files() -> None:
    folders = {path.name for path in Path(FOLDER.parent).iterdir() if path.name[1:].isdecimal()}
    assert folders == {f"v{version}" for version in range(1, layout.FORMAT.version + 1)}
