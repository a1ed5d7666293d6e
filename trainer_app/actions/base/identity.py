"""Who this computer is: its keys, its office, whom it trusts. Kept in the encrypted database."""

import base64
import functools

from msgspec import UNSET

from trainer_app.actions.base.workplace import Workplace
from trainer_app.bundle.keys import DeviceKeys, OfficeKeys
from trainer_app.bundle.trust import Device, RevocationList, SignedTrust, TrustedKeys, TrustList, verify_trust
from trainer_app.domain.base.authority import Authority, AuthorRights
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import author_of
from trainer_app.domain.base.rights import UserRole
from trainer_app.domain.base.settings import (
    DEVICE_CODE,
    DEVICE_KEYS,
    OFFICE_CODE,
    OFFICE_KEYS,
    ROOTS,
    TRUST,
    Setting,
)
from trainer_app.domain.certificates.serials import ALONE, own_device_code
from trainer_app.domain.exchange.laptops import OFFICE_HAS
from trainer_app.store.base.projection import Touched
from trainer_app.store.base.upgrade import change_authority

REVOKED = Setting[RevocationList | None]("revoked", None, RevocationList)
"""The revocation list of the newest pack. It stands here since its type is one of the bundle's."""


def device_keys(work: Workplace) -> DeviceKeys:
    """Return this computer's keys; new ones, with a replica id of theirs, where damage took the old ones.

    Raises bundle.keys_damaged.
    """
    text = work.store.setting(DEVICE_KEYS)
    if text:
        return DeviceKeys.from_json(text)
    keys = DeviceKeys.generate()
    with work.journal.transaction():
        work.store.change_setting(DEVICE_KEYS, keys.to_json())
        work.journal.take_new_replica(keys.key_id.hex())
    return keys


def office_keys(work: Workplace) -> OfficeKeys:
    """Return the office's keys. Raises office.not_an_office on a laptop, travelling.at_office on the road."""
    text = work.store.setting(OFFICE_KEYS)
    if not text:
        raise TrainerError("travelling.at_office" if work.travels else "office.not_an_office")
    return OfficeKeys.from_json(text)


def keep_office_keys(work: Workplace, keys: OfficeKeys) -> None:
    """Keep the office's keys in the encrypted database."""
    work.store.change_setting(OFFICE_KEYS, keys.to_json())


def has_office(work: Workplace) -> bool:
    """Tell whether this computer is an office or belongs to one."""
    return work.store.setting(TRUST) is not None


def signed_trust(work: Workplace) -> SignedTrust | None:
    """Return the trust list as it was signed; None without an office."""
    parts = work.store.setting(TRUST)
    if parts is None:
        return None
    return SignedTrust(base64.b64decode(parts[0]), base64.b64decode(parts[1]))


def keep_trust(work: Workplace, signed: SignedTrust, trust: TrustList) -> Touched:
    """Keep a trust list that was verified, and let count what it lets count; return the rows that change."""
    parts = (base64.b64encode(signed.data).decode(), base64.b64encode(signed.signature).decode())
    with work.journal.transaction():
        work.store.change_setting(TRUST, parts)
        return change_authority(work.journal, authority_of(trust))


def authority_of(trust: TrustList) -> Authority:
    """Return who may write what by a trust list."""
    return Authority(
        {
            device.key_id.hex(): AuthorRights(
                code=device.code,
                signing_key=device.signing_key,
                office=device.role == "office",
                may_issue=device.may_issue,
                ends=device.counts if device.revoked_on else None,
                user=None if device.travels is UNSET else device.travels.user,
                role=None if device.travels is UNSET else UserRole(device.travels.grant.role),
            )
            for device in trust.devices
        },
        trust.office.code,
    )


def trust_list(work: Workplace) -> TrustList | None:
    """Return the trust list, verified against the roots that it was first met with."""
    signed = signed_trust(work)
    if signed is None:
        return None
    roots = work.store.setting(ROOTS)
    return _verified(signed, tuple(roots))


@functools.lru_cache(8)
def _verified(signed: SignedTrust, roots: tuple[bytes, ...]) -> TrustList:
    """Remember the same list as verified: it is asked for with every file that comes."""
    return verify_trust(signed, roots)


def keep_roots(work: Workplace, trust: TrustList) -> None:
    """Keep the public root keys that a trust list names."""
    work.store.change_setting(ROOTS, list(trust.office.roots))


def forget_office(work: Workplace) -> None:
    """Forget all that makes this laptop part of an office; its own keys stay."""
    with work.journal.transaction():
        for setting in (TRUST, REVOKED, ROOTS, OFFICE_CODE, DEVICE_CODE, *OFFICE_HAS):
            work.store.forget_setting(setting)
        change_authority(work.journal, None)


def trusted_keys(work: Workplace) -> TrustedKeys:
    """Return whose signatures count here: those of the trust list, or only this laptop's own."""
    trust = trust_list(work)
    return TrustedKeys.of(trust) if trust else TrustedKeys.only(own_device(work))


def own_device(work: Workplace) -> Device:
    """Return this computer as it would stand in a trust list."""
    keys = device_keys(work)
    return Device(
        code=device_code(work),
        name=work.user,
        signing_key=keys.signing_key,
        receiving_key=keys.recipient,
        may_issue=True,
    )


def device_code(work: Workplace) -> str:
    """Return the code that the office gave, or one of this laptop's own, made from its key."""
    return work.device_code or own_device_code(device_keys(work).key_id)


def office_code(work: Workplace) -> str:
    """Return the office's code as it stands in serials and file names."""
    return work.office_code or ALONE


def revocations(work: Workplace) -> RevocationList | None:
    """Return the revocation list that came with the newest pack; None before the first."""
    return work.store.setting(REVOKED)


def keep_revocations(work: Workplace, revoked: RevocationList) -> None:
    """Keep a revocation list that was read and found to be newer."""
    work.store.change_setting(REVOKED, revoked)


def codes_by_key(work: Workplace) -> dict[str, str]:
    """Return the id of a signing key (16 hex digits) -> laptop's code, of all in the office's list."""
    trust = trust_list(work)
    return {device.key_id.hex(): device.code for device in trust.devices} if trust else {}


def known_replicas(work: Workplace) -> dict[str, str]:
    """Return replica id -> laptop's code, of all that wrote anything here and stand in the office's list."""
    codes = codes_by_key(work)
    names = work.journal.replica_names()
    return {name: codes[author_of(name)] for name in names if author_of(name) in codes}
