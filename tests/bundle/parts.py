"""An office, its laptops and their entries, made anew for each test module that asks."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from trainer_app.bundle import layout, packing, trust
from trainer_app.bundle.keys import DeviceKeys, OfficeKeys, PaperKeys
from trainer_app.bundle.layout import BundleContent, Header
from trainer_app.bundle.sealing import Purpose
from trainer_app.bundle.trust import Device, Office, SignedTrust, TrustedKeys, TrustList
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Entry, derive_key, encode_entry, new_key
from trainer_app.domain.base.texts import Texts

WALL = 1_539_860_400_000
"""18 October 2018, 11:00 UTC."""
_PAYLOAD = ("blobs", "trust", "revoked", "receipts", "carried")


@dataclass
class World:
    """One office with its computer (code OF) and one laptop (code K7) that both know each other."""

    office: OfficeKeys
    paper: PaperKeys
    computer: DeviceKeys
    laptop: DeviceKeys
    tail: str = field(default_factory=lambda: secrets.token_hex(8))

    @property
    def replica(self) -> str:
        """The laptop's replica id, which begins with the id of its key."""
        return self.laptop.key_id.hex() + self.tail

    @property
    def office_replica(self) -> str:
        """The replica id of the office's computer."""
        return self.computer.key_id.hex() + self.tail

    @classmethod
    def make(cls) -> "World":
        office, paper = OfficeKeys.generate()
        return cls(office, paper, DeviceKeys.generate(), DeviceKeys.generate())

    @property
    def recipients(self) -> list[str]:
        """Whom a laptop seals for: the office, and the key on paper."""
        return [self.office.recipient, self.office.recovery_recipient]

    def trust_list(self, *more: Device, serial: int = 1, **laptop: Any) -> TrustList:
        """Return the office's list; `laptop` changes the laptop's line."""
        office = Office(
            "DSH",
            Texts(tg="Барномаи омӯзиш"),
            self.office.recipient,
            self.office.recovery_recipient,
            self.office.roots,
        )
        devices = (
            device_of(self.computer, "OF", role="office"),
            device_of(self.laptop, "K7", may_issue=True, **laptop),
            *more,
        )
        return TrustList(office, serial, "2018-10-01", devices)

    def signed_trust(self, *more: Device, serial: int = 1) -> SignedTrust:
        """Return the list, signed by the root."""
        return trust.sign_trust(self.trust_list(*more, serial=serial), self.office.root_seed)

    @property
    def trusted(self) -> TrustedKeys:
        """What both sides believe."""
        return TrustedKeys.of(self.trust_list())

    def content(self, lines: Sequence[bytes] = (), *, kind: Any = "sync", **more: Any) -> BundleContent:
        """Return what a bundle holds; members of the header may be given by name."""
        parts = {name: more.pop(name) for name in _PAYLOAD if name in more}
        values: dict[str, Any] = {
            "kind": kind,
            "bundle": new_key(),
            "office": "DSH",
            "device": "K7" if kind == "sync" else "OF",
            "replica": self.replica if kind == "sync" else self.office_replica,
            "first": 1,
            "last": len(lines),
            "wall": WALL,
            "app": "0.1.0",
            "seen": {self.replica: len(lines)},
            "recovery": b"age-encryption.org/v1\n...",
        }
        return BundleContent(Header(**{**values, **more}), lines, **parts)


def device_of(keys: DeviceKeys, code: str, **more: Any) -> Device:
    """Return a device's line of the trust list."""
    return Device(code, f"Laptop {code}", keys.signing_key, keys.recipient, **more)


def marks(count: int, replica: str = "0123456789abcdef" * 2) -> list[bytes]:
    """Return that many lines of attendance, 25 participants to a session."""
    enrolments = [derive_key("enrolment", str(number)) for number in range(25)]
    lines = []
    for number in range(count):
        session = derive_key("session", str(number // 25))
        enrolment = enrolments[number % 25]
        entry = Entry(
            r=replica,
            n=number + 1,
            t=(WALL + number * 700, 0),
            u="д.назарова",
            e="attendance",
            k=derive_key("attendance", enrolment, session),
            s={"enrolment": enrolment, "session": session, "mark": "present"},
        )
        lines.append(encode_entry(entry))
    return lines


def code_of(work: Any, *arguments: Any, **options: Any) -> str:
    """Return the code with which a call is refused."""
    with pytest.raises(TrainerError) as problem:
        work(*arguments, **options)
    return problem.value.code


def forge(signer: DeviceKeys, header_data: bytes, payload: dict[str, bytes], **tags: bytes) -> bytes:
    """Return a ZIP with these very members, signed rightly: what a faulty or hostile laptop could send.

    `tags` replaces or adds files beside `bundle.json` by name, before manifests are written.
    """
    members = packing.bag_members(World.make().content().header, header_data, payload)
    tagged = {name: members[name] for name in layout.TAGGED}
    tagged.update({name.replace("_", "."): data for name, data in tags.items()})
    manifest = packing.write_manifest({name: packing.sha256_hex(data) for name, data in tagged.items()})
    signature = signer.sign(manifest, Purpose.BUNDLE)
    return packing.pack({**tagged, layout.TAG_MANIFEST: manifest, layout.SIGNATURE: signature, **payload})
