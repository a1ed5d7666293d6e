"""Trainers who exchange their files directly: whom a file can be sealed for beside the office."""

from collections.abc import Collection

from trainer_app.actions import identity
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.sending import CoTrainer
from trainer_app.domain.serials import tidy_code


def list_co_trainers(work: Workplace) -> list[CoTrainer]:
    """Return the other laptops of this office that can be sent to, by code; none without an office.

    They stand in the trust list that came with the newest pack; lost and stolen ones are left out.
    """
    trust = identity.trust_list(work)
    own = identity.device_keys(work).signing_key
    return [
        CoTrainer(device.code, device.name)
        for device in sorted(trust.devices if trust else (), key=lambda device: device.code)
        if device.role == "trainer" and not device.revoked_on and device.signing_key != own
    ]


def keys_of(work: Workplace, codes: Collection[str]) -> list[str]:
    """Return the age recipients of these laptops. Raises sending.unknown_co_trainer."""
    trust = identity.trust_list(work)
    known = {one.code for one in list_co_trainers(work)}
    keys = []
    for code in dict.fromkeys(map(tidy_code, codes)):
        device = trust.device(code) if trust and code in known else None
        if device is None:
            raise TrainerError("sending.unknown_co_trainer", code=code)
        keys.append(device.receiving_key)
    return keys
