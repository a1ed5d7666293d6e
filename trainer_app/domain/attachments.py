"""Files that belong to something: scans of signed sheets, logos. They are named by their SHA-256."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MAX_BYTES = 20 * 1024 * 1024
"""The largest file that is taken in: a page scanned in colour at 300 dpi has room to spare."""

MEDIA = {
    b"%PDF-": "application/pdf",
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
}
"""How each kind of file that can be attached begins."""


class AttachmentKind(StrEnum):
    """What an attached file is."""

    SHEET = "sheet"
    """A scan or photo of a signed sign-in sheet."""
    LOGO = "logo"
    """An emblem for papers."""


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
