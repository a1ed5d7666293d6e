"""Papers of a course as plain data: sign-in sheet, badges, table cards, lists to sign; their languages."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from msgspec import Struct, field

from trainer_app.domain.attendance.sheets import SheetCode
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.settings import SettingOfEach
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.courses.courses import CourseHead, Emblem
from trainer_app.domain.people.persons import Sex

Area = tuple[float, float, float, float]
"""A box: left, top, width, height in millimetres."""

BLACK, WHITE = "000000", "FFFFFF"


INK, SECOND, LINE, STRONG_LINE, SHADE, ACCENT = "18202C", "465264", "737D8B", "566070", "F3F5F8", "1F4E9C"


class ChartColours(Struct, frozen=True):
    """Colours of charts, "RRGGBB": those of paper, unless a screen has its own."""

    ground: str = WHITE
    text: str = INK
    second: str = SECOND
    line: str = LINE
    edge: str = STRONG_LINE
    shade: str = SHADE
    strong: str = ACCENT
    loss: str = "B3261E"

    def mixed(self, part: int, whole: int) -> str:
        """Return a colour between ground (0) and strong (`whole`)."""
        pairs = ((int(self.ground[at : at + 2], 16), int(self.strong[at : at + 2], 16)) for at in (0, 2, 4))
        return "".join(f"{first + (second - first) * part // whole:02X}" for first, second in pairs)


class SheetSession(Struct, frozen=True):
    """A signature column. `start` and `end` are minutes after midnight."""

    number: int
    start: int
    end: int
    topic: Texts = field(default_factory=Texts)


class SheetRow(Struct, frozen=True):
    """A line with a name on it. `number` is the person's number on the list."""

    number: int
    name: str
    rank: str = ""
    unit: str = ""
    sex: Sex = Sex.UNKNOWN


class SignInSheet(Struct, frozen=True):
    """The sign-in sheet of one day of a course, or of one session where `code` names one.

    `code` is printed and stands in the QR of each page, with the page; `day_number` of `day_count` counts
    the course's days from 1. Cancelled sessions are left out by whoever fills this in.
    """

    code: SheetCode
    title: Texts
    day_number: int
    day_count: int
    sessions: tuple[SheetSession, ...]
    rows: tuple[SheetRow, ...]
    venue: Texts = field(default_factory=Texts)
    trainers: tuple[Texts, ...] = ()
    emblems: tuple[Emblem, ...] = ()


class NameCard(Struct, frozen=True):
    """A name on a badge or a table card: the family name stands first. `code` is the badge's."""

    family: Texts
    given: Texts = field(default_factory=Texts)
    rank: Texts = field(default_factory=Texts)
    unit: Texts = field(default_factory=Texts)
    code: str = ""


class NameCards(Struct, frozen=True):
    """The badges or table cards of a course. `spare`: leave some without a name, for who comes unasked."""

    head: CourseHead
    cards: tuple[NameCard, ...]
    spare: bool = True


class ProofLine(Struct, frozen=True):
    """A name as the certificate will print it, to be read by its owner. Ranks are as printed."""

    number: int
    name: str
    latin: str = ""
    rank: Texts = field(default_factory=Texts)


class ReceiptLine(Struct, frozen=True):
    """A certificate to be signed for. `kind` is what it certifies, in words."""

    name: str
    serial: str
    rank: Texts = field(default_factory=Texts)
    kind: Texts = field(default_factory=Texts)


BILINGUAL = ("tg+en", "tg+ru")
PAPER_LANGUAGES = (*LANGUAGES, *BILINGUAL)
"""What may be asked for."""


class PaperLanguage(Struct, frozen=True):
    """What a paper speaks: `main`, and in smaller second lines `second`, "" for none."""

    main: str
    second: str = ""

    def first(self, texts: Texts) -> str:
        """Return a text in the main language, else in whichever there is."""
        return texts.best(self.main)

    def below(self, texts: Texts) -> str:
        """Return the second line; "" where there is none or it would only repeat the first."""
        text = texts[self.second] if self.second else ""
        return "" if text == self.first(texts) else text


def read_paper_language(text: str) -> PaperLanguage:
    """Return what a paper speaks. Raises paper.unknown_language."""
    if text not in PAPER_LANGUAGES:
        raise TrainerError("paper.unknown_language", language=text, known=", ".join(PAPER_LANGUAGES))
    main, _, second = text.partition("+")
    return PaperLanguage(main, second)


BADGES_PRINTED = SettingOfEach("badges.printed", "", str)
"""Enrolments of each course whose badges were printed here, with blanks between them."""

_PART = re.compile(r"(\d*)\s*[-‐‑–—]\s*(\d*)|(\d+)")
_BETWEEN = re.compile(r"[,;\s]+")


class Sides(StrEnum):
    """Which sides of the sheets are printed."""

    ONE = "one"
    BOTH = "both"
    """By a printer that turns the sheets itself."""
    FRONTS = "fronts"
    BACKS = "backs"
    """Fronts, and after the pile was put back, the backs: for printers that do not turn sheets."""


class Leaf(Struct, frozen=True):
    """What belongs together on one sheet: a certificate, or a certificate and its back."""

    words: str
    pages: tuple[int, ...]


def parse_pages(text: str, count: int) -> tuple[int, ...]:
    """Read "1-3, 7" as a person writes it; "5-" is to the end. Each page once, in the order of the paper.

    Raises print.bad_pages with the part that cannot be meant, print.no_such_page with the number.
    """
    found: set[int] = set()
    tidy = re.sub(r"\s*([-‐‑–—])\s*", r"\1", text.strip())
    for part in filter(None, _BETWEEN.split(tidy)):
        match = _PART.fullmatch(part)
        if match is None or not any(match.groups()):
            raise TrainerError("print.bad_pages", part=part)
        first, last, alone = match.groups()
        low, high = (alone, alone) if alone else (first or "1", last or str(count))
        for number in (low, high):
            # Nine digits are more than any paper has, and long ones would be slow to read.
            if len(number) > 9 or not 1 <= int(number) <= count:
                raise TrainerError("print.no_such_page", page=number[:9], count=count)
        low_page, high_page = sorted((int(low), int(high)))
        found.update(range(low_page - 1, high_page))
    if not found:
        raise TrainerError("print.no_pages")
    return tuple(sorted(found))


def pages_text(pages: Iterable[int]) -> str:
    """Write pages as a person would: "1-3, 7"."""
    runs: list[list[int]] = []
    for page in sorted(set(pages)):
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    return ", ".join(
        f"{low + 1}" if low == high else f"{low + 1}{'-' if high > low + 1 else ', '}{high + 1}"
        for low, high in runs
    )


def in_order(wanted: Sequence[int], leaves: Sequence[Leaf], sides: Sides) -> tuple[int | None, ...]:
    """Return the pages to print, in their order; None is a side that stays blank.

    Without `leaves` pages follow each other on both sides of the sheets; with them each begins a sheet.
    """
    if sides is Sides.ONE:
        return tuple(wanted)
    chosen = set(wanted)
    pairs: list[tuple[int | None, ...]] = (
        [tuple(page if page in chosen else None for page in leaf.pages) for leaf in leaves]
        if leaves
        else [tuple(wanted[at : at + 2]) for at in range(0, len(wanted), 2)]
    )
    sheets = [sheet for pair in pairs if any(page is not None for page in pair) for sheet in _sheets_of(pair)]
    if sides is Sides.FRONTS:
        return tuple(front for front, _ in sheets)
    if sides is Sides.BACKS:
        return tuple(back for _, back in sheets) if any(back is not None for _, back in sheets) else ()
    both = [page for sheet in sheets for page in sheet]
    return tuple(both[:-1] if both and both[-1] is None else both)


def _sheets_of(pages: Sequence[int | None]) -> list[tuple[int | None, int | None]]:
    """Return pages as sheets of two sides; sheets of nothing are left out."""
    sides = [*pages, None] if len(pages) % 2 else list(pages)
    found = [(sides[at], sides[at + 1]) for at in range(0, len(sides), 2)]
    return [sheet for sheet in found if sheet != (None, None)]
