"""What a computer remembers of its office: how it joined, papers with keys that wait, a rebuilt database."""

import msgspec

from trainer_app.domain.base.settings import Setting

JOINED_BY = Setting("joined_by", "", str)
"""The bundle by which this laptop joined its first office."""
REBUILT_BESIDE = Setting("rebuilt_beside", 0, int)
"""In a database that was made of the archive: how many entries the one in use had then."""


class WaitingKeys(msgspec.Struct, frozen=True):
    """Keys that wait. `signer` is the seed of the old root that hands over; `root` that of a new one."""

    step: str
    day: str
    recovery: str = ""
    standby: str = ""
    root: bytes = b""
    signer: bytes = b""


PAPER_KEYS = Setting[WaitingKeys | None]("paper_keys", None, WaitingKeys)
"""Keys whose papers nobody has confirmed yet."""
