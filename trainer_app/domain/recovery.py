"""A forgotten passphrase, as the laptop asks and the office answers."""

from dataclasses import dataclass

from trainer_app.domain.texts import Texts


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


@dataclass(frozen=True)
class OfficeFound:
    """What files of a lost office computer tell, opened with its paper: nothing is written yet.

    `files` can be opened, `closed` cannot; `laptops` stand in the newest list, which is number `serial`;
    `revoked` of them are revoked in it. `unsure`: laptops wrote files after the newest that brings the list,
    so that some may have been revoked since.
    """

    code: str
    name: Texts
    laptops: tuple[str, ...]
    serial: int
    files: int
    closed: int
    revoked: tuple[str, ...] = ()
    unsure: bool = False

    @property
    def doubtful(self) -> tuple[str, ...]:
        """The laptops of which a person has to say whether they had been revoked."""
        return tuple(code for code in self.laptops if code not in self.revoked) if self.unsure else ()


@dataclass(frozen=True)
class ReadAgain:
    """What reading old files with a paper key brought: files taken in, were here already, and others.

    `unknown` come from laptops that no list names; `unreadable` open with another key or are damaged;
    `later` are set aside until the update of the program; `aside` are files that the office had set aside,
    or of laptops that are revoked. `conflicts` counts rows with contradictions. `doubtful` are laptops that
    may have been revoked after the newest list that was found.
    """

    taken: int
    known: int
    unknown: int
    unreadable: int
    entries: int
    later: int = 0
    aside: int = 0
    conflicts: int = 0
    touched: frozenset[tuple[str, str]] = frozenset()
    doubtful: tuple[str, ...] = ()
