"""What a page may say when the window is about to close: ask first, or hold it open."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable


@dataclass(frozen=True)
class CloseQuestion:
    """What to ask before the window closes: the question, why, and the verb that closes it all the same."""

    title: str
    text: str
    yes: str


@runtime_checkable
class ConfirmsClose(Protocol):
    """A page that must not be left without a word."""

    def doubt(self) -> CloseQuestion | None:
        """Return what to ask before closing, None if nothing is lost."""
        ...


@runtime_checkable
class BlocksClose(Protocol):
    """A page that only the trainer may leave."""

    def refuse_close(self) -> bool:
        """Tell whether the window has to stay, and say what would open it."""
        ...
