"""Files that belong to something: scans of signed sheets, logos. They are named by their SHA-256."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from trainer_app.domain.changes import Changes
from trainer_app.domain.sheets import SheetCode

MAX_BYTES = 20 * 1024 * 1024
"""The largest file that is taken in: a page scanned in colour at 300 dpi has room to spare."""

MEDIA = {
    b"%PDF-": "application/pdf",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}
"""How each kind of file that can be attached begins."""
ENDINGS = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}
"""What the name of a copy ends with."""

_FORBIDDEN = frozenset('<>:"/\\|?*')
_LONGEST = 100
_RESERVED = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(10))}
)


class AttachmentKind(StrEnum):
    """What an attached file is."""

    SHEET = "sheet"
    """A scan or photo of a signed sign-in sheet."""
    LOGO = "logo"
    """An emblem for papers."""
    SIGNATURE = "signature"
    """A scanned signature of somebody who signs certificates; it goes only to laptops that issue them."""


@dataclass(frozen=True)
class Attachment:
    """One attached file without its content. `sheet` is the sheet's code, `page` its page (0: all of it).

    `travels`: it goes into the next file to the office. `here`: its content is on this computer.
    """

    key: str
    kind: AttachmentKind
    sha256: str
    media: str
    size: int
    name: str = ""
    course: str | None = None
    project: str | None = None
    sheet: str = ""
    page: int = 0
    added_on: date | None = None
    travels: bool = False
    here: bool = True


def media_of(content: bytes) -> str | None:
    """Return a content's media type by how it begins; None for a kind that cannot be attached."""
    return next((media for start, media in MEDIA.items() if content.startswith(start)), None)


@dataclass(frozen=True)
class SheetFile:
    """What was found in one file of signed sheets. `keys` are the attachments that it became.

    `pages` says for each page of the file which sheet's page it is; None where no code was found. A file
    that was not taken in has no keys, and `code` and `values` say why.
    """

    path: Path
    pages: tuple[SheetCode | None, ...] = ()
    keys: tuple[str, ...] = ()
    code: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class SheetsFound:
    """What became of files of signed sheets, in the order in which they were given."""

    changes: Changes
    files: tuple[SheetFile, ...]


def sheets_of(pages: Sequence[SheetCode | None]) -> dict[str, int]:
    """Return the sheets in a file: each one's code and its page; 0 where several pages are of one sheet."""
    found: dict[str, set[int]] = {}
    for code in pages:
        if code is not None:
            found.setdefault(str(code.whole), set()).add(code.page)
    return {sheet: numbers.pop() if len(numbers) == 1 else 0 for sheet, numbers in found.items()}


class Content(Protocol):
    """Anything whose content is kept by its SHA-256 and goes along in files."""

    @property
    def sha256(self) -> str:
        """The content's name."""

    @property
    def size(self) -> int:
        """The content's bytes."""


def choose_fitting[Kept: Content](
    waiting: Sequence[Kept], *, members: int, room: int
) -> tuple[list[Kept], list[Kept]]:
    """Return which contents go into a file that has room for so many members and bytes, and which wait."""
    chosen: list[Kept] = []
    later: list[Kept] = []
    for one in waiting:
        if len(chosen) < members and one.size <= room:
            chosen.append(one)
            room -= one.size
        else:
            later.append(one)
    return chosen, later


def safe_name(name: str, media: str, fallback: str) -> str:
    """Return a name under which a copy can lie in any folder: no path in it, and the content's ending."""
    stem = name.replace("\\", "/").rpartition("/")[2]
    stem = stem.rpartition(".")[0] or stem
    stem = "".join("_" if sign in _FORBIDDEN or not sign.isprintable() else sign for sign in stem)
    stem = stem.strip(" .")[:_LONGEST]
    if not stem or stem.upper() in _RESERVED:
        stem = fallback
    return stem + ENDINGS.get(media, "")
