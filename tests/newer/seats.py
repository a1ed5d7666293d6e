"""Computers of this version that the golden files of a newer one are sealed for."""

import json
from pathlib import Path

from tests.kit.samples import PASSPHRASE
from tests.kit.world import computer
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.domain.base.settings import Setting
from trainer_app.system.clock import FixedClock

FILES = Path(__file__).parent.parent / "data" / "newer"


def seat(folder: Path, clock: FixedClock, code: str, role: Role, passphrase: str = PASSPHRASE) -> Workplace:
    """Return a new computer: the office A1, or the laptop K8, with the keys that lie beside the files."""
    work = computer(folder, code, role, clock, passphrase)
    settings = json.loads((FILES / "keys.json").read_text())[code]
    with work.journal.transaction():
        for name, value in settings.items():
            work.store.change_setting(Setting(name, "", str), value)
        work.journal.take_new_replica(DeviceKeys.from_json(settings["device_keys"]).key_id.hex())
    return work
