"""A forgotten passphrase, as the laptop asks and the office answers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Asked:
    """A laptop's request. `digits` are compared by voice before anything is answered.

    `spoken` are groups of digits for an office that gets no file; empty where only a file will do.
    """

    label: str
    day: str
    digits: str
    spoken: str


@dataclass(frozen=True)
class RecoveryCase:
    """A request at the office. `device` is the laptop it was found to be, "" if that is not known.

    `recipient` is the request's key; `recovery` the laptop's blob, b"" when the archive must help;
    `salt` is b"" for a request that was read aloud. `digits` is "" for such a one.
    """

    label: str
    day: str
    digits: str
    device: str
    recipient: str
    salt: bytes = b""
    recovery: bytes = b""


@dataclass(frozen=True)
class RecoveryAnswer:
    """What goes back: the file's bytes, and the same as groups of digits to read aloud."""

    device: str
    file: bytes
    spoken: str
