"""The papers of a course as plain data: what is printed for it, in which languages, how it lies on pages.

Sign-in sheet, badges, table cards, lists to sign; and papers made of questions, with blank forms to fill in
by hand. Tests carry a number, feedback forms are anonymous; besides them rating sheets, keys and answer
sheets. What a paper prints in the box beside an option is what is keyed in for it; the order of the options
follows from the number on the paper alone, so that the key to it can be found anywhere. A registration form
is for somebody who comes without an invitation; an answer sheet carries a number that points to a
participant.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct, field

from trainer_app.domain.attendance.sheets import SheetCode
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.settings import Setting, SettingOfEach
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.courses.courses import CourseFacts, CourseHead, Emblem
from trainer_app.domain.evaluations.forms import FormKind, FullForm, Occasion
from trainer_app.domain.evaluations.questions import Question, moves_options, option_order
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
    """A line with a name on it. `number` is the person's number on the list.

    `free` are the numbers of sessions at which the person is not expected.
    """

    number: int
    name: str
    rank: str = ""
    unit: str = ""
    sex: Sex = Sex.UNKNOWN
    free: frozenset[int] = frozenset()


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
    """A certificate to be signed for: `number` on the list of participants, `kind` of what, in words."""

    number: int
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

_PART = regex(r"(\d*)\s*[-‐‑–—]\s*(\d*)|(\d+)")
_BETWEEN = regex(r"[,;\s]+")


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


class PaperLayout(StrEnum):
    """How papers made of questions lie on pages."""

    USUAL = "usual"
    COMPACT = "compact"
    """Smaller, and tests in two columns, where that takes fewer pages."""
    BOOKLET = "booklet"
    """The questions of a test in booklets that are used again; everybody gets an answer sheet."""

    @property
    def small(self) -> bool:
        """Tell whether papers are to take as few pages as they can."""
        return self is not PaperLayout.USUAL

    @property
    def in_file(self) -> str:
        """Return what it adds to the name of a file."""
        return "-compact" if self.small else ""


LAYOUT_CHOSEN = Setting("paper_layout", "", str)
"""The layout that was chosen last on this computer; "" and what only newer versions know is the usual one."""


def read_layout(text: str) -> PaperLayout:
    """Return the layout that a text names, the usual one for any other text."""
    return PaperLayout(text) if text in set(PaperLayout) else PaperLayout.USUAL


SPARE = 4
"""Papers beyond the list, for people who come unasked."""
MOST_SPARE = 100


class NamePlacement(StrEnum):
    """Where a paper that belongs to somebody names that person."""

    STRIP = "strip"
    """On a strip that is torn off once the paper is handed out; the paper itself has a number only."""
    KEPT = "kept"
    """In the head of the paper."""


class QuestionPaper(Struct, frozen=True):
    """One paper. `number` is printed on it; None is a paper without one. A spare one has no name.

    `orders` holds for each question (key) the options' own numbers in the order in which they are printed.
    """

    number: int | None = None
    name: str = ""
    orders: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def order_of(self, question: Question) -> tuple[int, ...]:
        """Return the options' own numbers as this paper prints them."""
        return self.orders.get(question.key) or tuple(range(1, len(question.options) + 1))


class QuestionPapers(Struct, frozen=True):
    """A pile of papers of one form. `facts` is None for a form that is looked at outside of a course.

    `booklet`: read only, answers go on answer sheets. `duplex`: every paper begins on an odd page. `compact`:
    smaller and closer, so that it takes less paper.
    """

    form: FullForm
    papers: tuple[QuestionPaper, ...]
    facts: CourseFacts | None = None
    occasion: Occasion | None = None
    names: NamePlacement = NamePlacement.STRIP
    booklet: bool = False
    duplex: bool = True
    compact: bool = False

    @property
    def rating(self) -> bool:
        """Tell whether a trainer fills the papers in."""
        return self.form.form.kind is FormKind.PRACTICAL

    @property
    def shows_points(self) -> bool:
        """Tell whether the questions differ in points, so that each has to say its own."""
        scored = {question.points for question in self.form.questions if question.scored}
        return self.form.form.kind is FormKind.TEST and len(scored) > 1


class KeySheet(Struct, frozen=True):
    """The right answers of a test: one column of them, or one row for each of `papers` that are shuffled."""

    facts: CourseFacts
    occasion: Occasion
    form: FullForm
    papers: tuple[QuestionPaper, ...] = ()


class RatingGrid(Struct, frozen=True):
    """All participants and all criteria of a practical on one sheet, for the trainer's clipboard."""

    facts: CourseFacts
    form: FullForm
    papers: tuple[QuestionPaper, ...]


class MarkedSheets(Struct, frozen=True):
    """Answer sheets to a form: for each question as many boxes as it has options."""

    facts: CourseFacts
    occasion: Occasion
    form: FullForm
    papers: tuple[QuestionPaper, ...]


def orders_of(form: FullForm, seed: str) -> dict[str, tuple[int, ...]]:
    """Return the order of the options of each question that has some, on the paper with a seed."""
    shuffled = is_shuffled(form)
    return {
        question.key: option_order(question, seed, shuffled=shuffled)
        for question in form.questions
        if question.options
    }


def is_shuffled(form: FullForm) -> bool:
    """Tell whether papers of a form differ in the order of some options; only tests ever do."""
    own = form.form
    return own.kind is FormKind.TEST and own.shuffled and any(map(moves_options, form.questions))


def spare_numbers(taken: Sequence[int], count: int) -> list[int]:
    """Return numbers for spare papers: those that follow the highest one on the list."""
    first = max((number for number in taken), default=0) + 1
    return list(range(first, first + count))


FORMS_A_PAGE = 3
"""Registration forms on a page."""
HALVES = 2
"""Answer sheets on a page where they are short enough."""
ITEMS = (20, 30)
"""Numbers of questions that are offered."""
MOST_ITEMS = 100
MOST_ON_HALF = 40
"""More questions than these take a whole page."""
OPTIONS = "ABCDE"
SPARE_SHEETS = 4
"""Answer sheets without a number, at the least, for people who come unasked."""


class RegistrationForm(Struct, frozen=True):
    """The form of somebody who is not on the list. `phone`: the office wants the telephone number."""

    facts: CourseFacts
    phone: bool = False


class AnswerSheet(Struct, frozen=True):
    """One person's sheet. A spare one has no number and no name: both are written by hand."""

    number: int | None = None
    name: str = ""


class AnswerSheets(Struct, frozen=True):
    """The sheets of a test on one occasion. Raises paper.items_out_of_range."""

    facts: CourseFacts
    occasion: Occasion
    sheets: tuple[AnswerSheet, ...]
    items: int = ITEMS[0]

    def __post_init__(self) -> None:
        """Refuse a number of questions that no page holds."""
        check_items(self.items)

    @property
    def a_page(self) -> int:
        """Sheets on one page."""
        return sheets_a_page(self.items)


def check_items(items: int) -> None:
    """Raise paper.items_out_of_range for a number of questions that no sheet has room for."""
    if not 1 <= items <= MOST_ITEMS:
        raise TrainerError("paper.items_out_of_range", items=items, most=MOST_ITEMS)


def sheets_a_page(items: int) -> int:
    """Return how many answer sheets of a number of questions stand on one page."""
    return HALVES if items <= MOST_ON_HALF else 1


def with_spare(sheets: Sequence[AnswerSheet], items: int) -> tuple[AnswerSheet, ...]:
    """Return the sheets with spare ones, as many as fill the last page."""
    a_page = sheets_a_page(items)
    count = -(-(len(sheets) + SPARE_SHEETS) // a_page) * a_page
    return (*sheets, *[AnswerSheet()] * (count - len(sheets)))


def cut_order[T](things: Sequence[T], a_page: int) -> list[tuple[T, ...]]:
    """Return what stands on each page, so that a cut pile of pages lies in order, part upon part.

    Of four on two pages, the first page has 1 and 3, the second 2 and 4. The things fill the last page.
    """
    pages = len(things) // a_page
    return [tuple(things[page + part * pages] for part in range(a_page)) for page in range(pages)]


def pages_for(count: int, a_page: int) -> int:
    """Return how many pages hold a number of forms; one at the least."""
    return max(1, -(-count // a_page))
