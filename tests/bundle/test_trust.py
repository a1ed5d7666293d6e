"""The trust list: who may say what belongs to whom, and what may take its place."""

import json
import secrets
import subprocess
from pathlib import Path
from typing import Any

import msgspec
import pytest

from trainer_app.bundle import sealing, trust
from trainer_app.bundle.keys import DeviceKeys, OfficeKeys, read_standby
from trainer_app.bundle.trust import Device, Office, SignedTrust, TrustedKeys, TrustList
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts

NO_POINT = msgspec.to_builtins((2).to_bytes(32, "little"))
"""No point of the curve has 2 as its y."""
OFFICE, PAPER = OfficeKeys.generate()
LAPTOP = DeviceKeys.generate()


def device_of(keys: DeviceKeys, code: str = "K7", **more: Any) -> Device:
    return Device(code, f"Laptop {code}", keys.signing_key, keys.recipient, **more)


def list_of(*devices: Device, serial: int = 1, office: OfficeKeys = OFFICE, code: str = "DSH") -> TrustList:
    name = Texts(tg="Барномаи омӯзиш", en="Training Programme")
    about = Office(code, name, office.recipient, office.recovery_recipient, office.roots)
    return TrustList(about, serial, "2018-10-01", devices)


def code_of(work: Any, *arguments: object) -> str:
    with pytest.raises(TrainerError) as problem:
        work(*arguments)
    return problem.value.code


def forge(document: object) -> SignedTrust:
    """Sign any document with the root, as a faulty program could."""
    data = json.dumps(document).encode()
    return SignedTrust(data, sealing.sign(data, OFFICE.root_seed, sealing.Purpose.TRUST))


def test_a_list_signed_by_the_root_or_the_standby_is_believed() -> None:
    wanted = list_of(device_of(LAPTOP, may_issue=True))
    for seed in (OFFICE.root_seed, read_standby(PAPER.standby)):
        assert trust.verify_trust(trust.sign_trust(wanted, seed), OFFICE.roots) == wanted


def test_a_list_signed_by_anybody_else_is_not() -> None:
    wanted = list_of(device_of(LAPTOP))
    assert (
        code_of(trust.verify_trust, trust.sign_trust(wanted, LAPTOP.seed), OFFICE.roots) == "bundle.bad_trust"
    )
    signed = trust.sign_trust(wanted, OFFICE.root_seed)
    assert code_of(trust.verify_trust, signed, ()) == "bundle.bad_trust"
    changed = SignedTrust(signed.data.replace(b"K7", b"K8"), signed.signature)
    assert code_of(trust.verify_trust, changed, OFFICE.roots) == "bundle.bad_trust"
    reused = SignedTrust(signed.data, sealing.sign(signed.data, OFFICE.root_seed, sealing.Purpose.BUNDLE))
    assert code_of(trust.verify_trust, reused, OFFICE.roots) == "bundle.bad_trust"


def test_the_first_list_is_believed_on_its_own_root_and_shows_the_office_s_digits() -> None:
    signed = trust.sign_trust(list_of(), OFFICE.root_seed)
    assert trust.introduce_trust(signed).office.fingerprint == OFFICE.fingerprint
    assert code_of(trust.introduce_trust, trust.sign_trust(list_of(), LAPTOP.seed)) == "bundle.bad_trust"


def test_a_list_never_goes_back_and_never_changes_the_office() -> None:
    first, second = (trust.sign_trust(list_of(serial=serial), OFFICE.root_seed) for serial in (1, 2))
    assert trust.renew_trust(first, second).serial == 2
    assert trust.renew_trust(second, second).serial == 2
    assert code_of(trust.renew_trust, second, first) == "bundle.old_trust"
    twin = trust.sign_trust(list_of(device_of(LAPTOP), serial=2), OFFICE.root_seed)
    assert code_of(trust.renew_trust, second, twin) == "bundle.old_trust"
    moved = trust.sign_trust(list_of(serial=3, code="KHJ"), OFFICE.root_seed)
    assert code_of(trust.renew_trust, second, moved) == "bundle.bad_trust"


def test_the_standby_can_bring_in_new_roots_and_the_lost_root_is_then_out() -> None:
    renewed, _ = OfficeKeys.generate()
    current = trust.sign_trust(list_of(serial=1), OFFICE.root_seed)
    handed = trust.sign_trust(list_of(serial=2, office=renewed), read_standby(PAPER.standby))
    assert trust.renew_trust(current, handed).office.roots == renewed.roots
    stolen = trust.sign_trust(list_of(serial=3), OFFICE.root_seed)
    assert code_of(trust.renew_trust, handed, stolen) == "bundle.bad_trust"


def test_keys_are_found_by_their_id_and_only_issuers_issue() -> None:
    other = DeviceKeys.generate()
    wanted = list_of(device_of(LAPTOP, may_issue=True), device_of(other, "K8", revoked_on="2018-10-20"))
    keys = TrustedKeys.of(wanted)
    assert keys.roots == OFFICE.roots
    assert keys.find(LAPTOP.key_id) == wanted.device("K7") == keys.issuer(LAPTOP.key_id)
    assert keys.find(other.key_id) == wanted.device("K8")
    assert keys.issuer(other.key_id) is None
    assert keys.find(secrets.token_bytes(8)) is None
    assert wanted.device("K9") is None
    assert TrustedKeys.only(device_of(LAPTOP)).roots == ()


@pytest.mark.parametrize(
    "change",
    [
        {"serial": 0},
        {"serial": "many"},
        {"day": "1.10.2018"},
        {"day": "2018-02-30"},
        {"devices": 7},
        {"format": "trainer-bundle"},
        {"version": 0},
        {"office": None},
    ],
)
def test_a_malformed_list_is_refused_even_when_signed(change: dict[str, object]) -> None:
    document = {**msgspec.to_builtins(list_of(device_of(LAPTOP)), enc_hook=dict), **change}
    assert code_of(trust.verify_trust, forge(document), OFFICE.roots) == "bundle.bad_trust"


def test_a_root_that_is_no_key_is_refused() -> None:
    """Low row on digits: whoever makes digits up tried any 32 bytes as the second root, a SHA-256 each."""
    document: Any = msgspec.to_builtins(list_of(device_of(LAPTOP)), enc_hook=dict)
    roots = document["office"]["roots"]
    document["office"]["roots"] = [*roots, NO_POINT]
    assert code_of(trust.introduce_trust, forge(document)) == "bundle.bad_trust"
    document["office"]["roots"] = [*roots, msgspec.to_builtins(LAPTOP.signing_key)]
    assert len(trust.introduce_trust(forge(document)).office.roots) == 3


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"code": "к7"}, "bundle.bad_trust"),
        ({"code": "../K7"}, "bundle.bad_trust"),
        ({"signing_key": "AAAA"}, "bundle.bad_trust"),
        ({"signing_key": NO_POINT}, "bundle.bad_trust"),
        ({"role": "king"}, "bundle.bad_trust"),
        ({"revoked_on": "soon"}, "bundle.bad_trust"),
        ({"receiving_key": "age1nobody"}, "bundle.bad_recipient"),
    ],
)
def test_a_malformed_device_is_refused_even_when_signed(change: dict[str, object], code: str) -> None:
    document: Any = msgspec.to_builtins(list_of(device_of(LAPTOP)), enc_hook=dict)
    document["devices"][0].update(change)
    assert code_of(trust.verify_trust, forge(document), OFFICE.roots) == code


def test_one_code_or_one_key_for_two_laptops_is_refused() -> None:
    twice = list_of(device_of(LAPTOP), device_of(DeviceKeys.generate()))
    assert code_of(trust.sign_trust, twice, OFFICE.root_seed) == "bundle.bad_trust"
    same_key = list_of(device_of(LAPTOP), device_of(LAPTOP, "K8"))
    assert code_of(trust.sign_trust, same_key, OFFICE.root_seed) == "bundle.bad_trust"


def test_a_newer_list_is_refused_as_newer_and_unknown_members_are_not() -> None:
    document = msgspec.to_builtins(list_of(device_of(LAPTOP)), enc_hook=dict)
    newer = forge({**document, "version": 2})
    assert code_of(trust.verify_trust, newer, OFFICE.roots) == "bundle.too_new"
    more = forge({**document, "motto": ["x"]})
    assert trust.verify_trust(more, OFFICE.roots) == list_of(device_of(LAPTOP))


def test_the_minisign_program_verifies_the_list(tmp_path: Path) -> None:
    signed = trust.sign_trust(list_of(device_of(LAPTOP)), OFFICE.root_seed)
    (tmp_path / "trust.json").write_bytes(signed.data)
    (tmp_path / "trust.json.minisig").write_bytes(signed.signature)
    root = sealing.minisign_public(OFFICE.roots[0])
    subprocess.run(["minisign", "-V", "-P", root, "-m", "trust.json"], cwd=tmp_path, check=True)
