"""The office's keys that exist on paper only: what is printed, and how it is checked by typing back."""

from dataclasses import dataclass, field
from enum import StrEnum

from trainer_app.domain.texts import Texts

CHECKED = 6
"""How many of a key's last letters are typed back, unless all of it is scanned or typed."""
_GROUP = 4
_PREFIXES = ("AGE-SECRET-KEY-1", "TRAINER-STANDBY-1")


class PaperStep(StrEnum):
    """Why papers were made."""

    INIT = "init"
    AGAIN = "again"
    NEW = "new"
    ROOT = "root"

    @property
    def replaces(self) -> bool:
        """Tell whether other papers hold until these are confirmed."""
        return self in (PaperStep.NEW, PaperStep.ROOT)


@dataclass(frozen=True)
class KeyPapers:
    """Papers that wait to be printed and confirmed. A key that did not change is "".

    `fingerprint` are the office's digits once these papers hold; `day` is when they were made.
    """

    step: PaperStep
    code: str
    name: Texts
    day: str
    fingerprint: str
    recovery_key: str = field(default="", repr=False)
    standby_key: str = field(default="", repr=False)


def is_end_of(typed: str, key: str) -> bool:
    """Tell whether what was typed is the key, or its last letters; spaces and small letters are allowed."""
    tidy = "".join(typed.split()).upper()
    return tidy in (key.upper(), key[-CHECKED:].upper())


def grouped(key: str) -> tuple[str, ...]:
    """Return a key as it is typed from paper: what it begins with, then groups of four letters."""
    prefix = next((one for one in _PREFIXES if key.startswith(one)), "")
    rest = key[len(prefix) :]
    return (prefix, *(rest[at : at + _GROUP] for at in range(0, len(rest), _GROUP)))
