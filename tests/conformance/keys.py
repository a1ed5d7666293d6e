"""The keys that conformance files are read with, as one JSON document for each reader. For tests only.

`README.md` describes the document. Those of files that other tests made are taken from the keys beside these.
"""

import base64
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.bundle import golden
from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.bundle.reader import open_first_pack

WARNING = "FOR TESTS ONLY. These keys are public and belong to nobody. Never use them for anything else."
NEWER = Path(__file__).parents[1] / "data" / "newer"
type Keys = dict[str, Any]


def keys_of(work: Workplace, others: Mapping[str, Workplace]) -> Keys:
    """Return the document of an open computer; `others` are laptops whose keys stand beside, by code."""
    signed = identity.signed_trust(work)
    assert signed is not None
    office = json.loads(identity.office_keys(work).to_json()) if work.role is Role.OFFICE else {}
    own = json.loads(identity.device_keys(work).to_json())
    trust = json.loads(signed.data)
    return {
        **_document(
            identity.device_code(work), own, office, trust["office"]["roots"], signed.data, signed.signature
        ),
        "others": {code: _seeds(identity.device_keys(other)) for code, other in others.items()},
    }


def golden_keys() -> dict[str, Keys]:
    """Return the documents of the office and the laptop of the golden files of version 1, by their names."""
    kept = json.loads((golden.FOLDER / "keys.json").read_text("utf-8"))
    laptop = DeviceKeys.from_json(kept["laptop"])
    pack = (golden.FOLDER / "pack.tsync").read_bytes()
    signed = open_first_pack(pack, [laptop.identity], laptop.signing_key).signed
    roots = json.loads(signed.data)["office"]["roots"]
    office = json.loads(kept["office"])
    more = roots, signed.data, signed.signature
    return {
        "golden-office": _document("OF", json.loads(kept["computer"]), office, *more),
        "golden-k7": _document("K7", json.loads(kept["laptop"]), {}, *more),
    }


def newer_keys() -> dict[str, Keys]:
    """Return the documents of the office and laptop K8 of the files of a newer version, by their names."""
    kept = json.loads((NEWER / "keys.json").read_text("utf-8"))
    found = {}
    for name, code in (("newer-office", "A1"), ("newer-k8", "K8")):
        settings = kept[code]
        text, signature = (base64.b64decode(part) for part in json.loads(settings["trust"]))
        office = json.loads(settings.get("office_keys", "{}"))
        own, roots = json.loads(settings["device_keys"]), json.loads(text)["office"]["roots"]
        found[name] = _document(code, own, office, roots, text, signature)
    return found


def _document(
    code: str,
    own: Mapping[str, Any],
    office: Mapping[str, Any],
    roots: list[str],
    trust: bytes,
    signature: bytes,
) -> Keys:
    return {
        "warning": WARNING,
        "reader": "office" if office else "laptop",
        "code": code,
        "signing_seed": own["signing_seed"],
        "receiving": own["receiving"],
        **({"working": office["working"], "root_seed": office["root_seed"]} if office else {}),
        "roots": roots,
        "trust": trust.decode(),
        "trust_minisig": signature.decode(),
    }


def _seeds(keys: DeviceKeys) -> dict[str, str]:
    document = json.loads(keys.to_json())
    return {name: document[name] for name in ("signing_seed", "receiving")}


def written(keys: Keys) -> bytes:
    """Return a document as it lies on the disk."""
    return json.dumps(keys, ensure_ascii=False, indent=1).encode() + b"\n"
