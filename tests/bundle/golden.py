"""Makes the golden files of a version, once: `python -m tests.bundle.golden`.

They show for ever what a released version wrote, so an existing folder is never touched. The keys beside them
are for tests only; no office or laptop ever had them.
"""

import json
from pathlib import Path

import msgspec

from tests.bundle.parts import World, device_of, marks
from tests.bundle.test_credential import FACTS
from trainer_app.bundle import sealing, vault
from trainer_app.bundle.credential import issue_credential
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.layout import BundleContent
from trainer_app.bundle.packing import write_archive, write_bundle
from trainer_app.bundle.sealing import MINIMUM_COST
from trainer_app.bundle.trust import Receipt, RevocationList, Revoked, write_request
from trainer_app.domain.base.journal import Entry, encode_entry, erase_line

FOLDER = Path(__file__).parent / "data" / "v1"
PASSPHRASE = "чойники кабуд"
TAIL = "8899aabbccddeeff"
BUNDLES = tuple(f"019a0000-0000-7000-8000-00000000000{number}" for number in (1, 2, 3))

README = """# Golden files of format version 1

Made once by `python -m tests.bundle.golden` and never rewritten: every later program must read them.

**The keys here are for tests only and are public. Never use them for anything else.**

| file | what |
|---|---|
| `sync.tsync` | a laptop's bundle: 29 marks, one erased, one unknown entity, an attachment, a carried file |
| `pack.tsync` | an office's pack: trust list, revocations, a receipt |
| `request.json` | the laptop's request to be enrolled |
| `vault.json` | opened by the passphrase in `keys.json`, or by `recovery.txt` |
| `credential.txt`, `facts.json` | the text of a certificate's QR code, and what it says |
| `entries.ndjson` | the lines in `sync.tsync` |
| `office.txt`, `recovery.txt`, `laptop.txt` | age identities (secret) |
| `laptop.pub`, `other-laptop.pub`, `office-computer.pub`, `root.pub` | minisign public keys |
| `keys.json` | the same as this program keeps them, and the passphrase |
"""


def lines(replica: str) -> list[bytes]:
    """Return the entries of the golden bundle."""
    made = marks(30, replica)
    strange = Entry(
        r=replica,
        n=31,
        t=(1_539_860_500_000, 0),
        u="д.назарова",
        e="hologram",
        k="019a0000-0000-7000-8000-00000000000f",
        s={"colour": "кабуд", "sides": 6, "sure": True, "nothing": None, "parts": ["а", "б"]},
    )
    return [*made[:4], erase_line(made[4]), *made[5:], encode_entry(strange)]


def replica() -> str:
    """Return the replica id under which the golden entries were written."""
    return str(json.loads((FOLDER / "entries.ndjson").read_bytes().split(b"\n", 1)[0])["r"])


def of_other(world: World, keys: DeviceKeys) -> BundleContent:
    """Return what another laptop gave to the one that carries it."""
    own = keys.key_id.hex() + TAIL
    return world.content(marks(3, own), device="K9", replica=own, bundle=BUNDLES[2])


def main() -> None:
    """Write all files into a folder that must not exist."""
    FOLDER.mkdir(parents=True)
    world = World.make()
    world.tail = TAIL
    entries = lines(world.replica)
    other = DeviceKeys.generate()
    carried = write_archive(of_other(world, other), other)
    blobs = [b"\xff\xd8\xff no real scan"]
    sync = world.content(entries, blobs=blobs, carried=[carried], bundle=BUNDLES[0])
    pack = world.content(
        [],
        kind="pack",
        bundle=BUNDLES[1],
        addressee="K7",
        addressee_key=world.laptop.key_id,
        trust=world.signed_trust(device_of(other, "K9")),
        revoked=RevocationList("DSH", "2018-11-02", 7, (Revoked(FACTS.serial, "void", "2018-10-19"),)),
        receipts=(Receipt(world.replica, 31, "2018-11-02", (BUNDLES[0],)),),
    )
    locked, key = vault.create_vault(PASSPHRASE, MINIMUM_COST)
    locked = vault.add_recovery(locked, key, world.office.recovery_recipient)
    files = {
        "README.md": README.encode(),
        "sync.tsync": write_bundle(sync, world.laptop, world.recipients),
        "pack.tsync": write_bundle(pack, world.computer, [world.laptop.recipient]),
        "request.json": write_request(world.laptop, "Ноутбуки кабуд", world.replica, "2018-10-01", key.salt),
        "vault.json": locked,
        "credential.txt": issue_credential(FACTS, world.laptop, "DSH").encode(),
        "facts.json": json.dumps(msgspec.to_builtins(FACTS), ensure_ascii=False, indent=1).encode() + b"\n",
        "entries.ndjson": b"".join(line + b"\n" for line in entries),
        "office.txt": world.office.identity.encode() + b"\n",
        "recovery.txt": world.paper.recovery.encode() + b"\n",
        "laptop.txt": world.laptop.identity.encode() + b"\n",
        "laptop.pub": _public(world.laptop.signing_key),
        "other-laptop.pub": _public(other.signing_key),
        "office-computer.pub": _public(world.computer.signing_key),
        "root.pub": _public(world.office.roots[0]),
        "keys.json": json.dumps(
            {
                "warning": "for tests only",
                "passphrase": PASSPHRASE,
                "data_key": key.key.hex(),
                "data_salt": key.salt.hex(),
                "laptop": world.laptop.to_json(),
                "computer": world.computer.to_json(),
                "office": world.office.to_json(),
                "standby": world.paper.standby,
            },
            ensure_ascii=False,
            indent=1,
        ).encode(),
    }
    for name, data in files.items():
        (FOLDER / name).write_bytes(data)


def _public(key: bytes) -> bytes:
    return f"untrusted comment: for tests only\n{sealing.minisign_public(key)}\n".encode()


if __name__ == "__main__":
    main()
