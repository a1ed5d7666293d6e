"""The head of a course's papers: the organisations with their emblems, the course, and its facts.

Emblems keep their colours, which donors ask for; a printer without colours makes greys of them. What is
transparent becomes white, and nothing is kept finer than a printer shows.
"""

from collections.abc import Sequence

from msgspec import Struct
from PIL import Image

from trainer_app.documents.base import fonts
from trainer_app.documents.base.fitting import Box, Piece, fit, stack, wrap
from trainer_app.documents.base.flow import Cell, Flow
from trainer_app.documents.base.graphics import open_emblem
from trainer_app.documents.base.paper import POINTS, Paper, text_width
from trainer_app.documents.base.wording import Speech, format_days, joined, short_day
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.texts import Texts, word
from trainer_app.domain.courses.courses import CourseFacts, Emblem, LogoOwner
from trainer_app.domain.papers.course_papers import ACCENT, INK, SECOND, STRONG_LINE, PaperLanguage

THIN, THICK = 0.35, 0.8
EDGE = 14.0
"""White at the left and right edge of every form, in millimetres."""
_FORM_PARTS_LEADING = 1.25


class Slot(Struct, frozen=True):
    """The part of a page that one form takes, in millimetres."""

    paper: Paper
    top: float
    height: float

    @property
    def left(self) -> float:
        """The left edge of what is printed."""
        return EDGE

    @property
    def right(self) -> float:
        """The right edge of what is printed."""
        return self.paper.width - EDGE

    @property
    def width(self) -> float:
        """The width of what is printed."""
        return self.right - self.left


def slots(paper: Paper, count: int) -> list[Slot]:
    """Divide a page into parts of one height, and draw the lines to cut along."""
    height = paper.height / count
    for number in range(1, count):
        paper.line(6, number * height, paper.width - 6, number * height, THIN, dash="1.5 2.5")
    return [Slot(paper, number * height, height) for number in range(count)]


def heading(slot: Slot, speech: Speech, code: str, facts: CourseFacts, width: float) -> float:
    """Write what the form is and for which course; return where what follows may stand."""
    title, course = speech.word(code), speech.texts(facts.title)
    days = speech.made(lambda language: format_days(facts.first_day, facts.last_day, language))
    pieces = [
        Piece(title.text, fonts.SANS_BOLD, 14, 9),
        Piece(title.below, fonts.SANS, 9, 7, gap=0.8),
        Piece(course.text, fonts.SANS_SEMIBOLD, 9, 7, 2, gap=1.8),
        Piece(course.below, fonts.SANS, 8, 6.5, gap=0.6),
        Piece(f"{facts.code} · {days.text}", fonts.SANS, 8, 6, gap=1.0),
    ]
    height = 25.0 if title.below else 19.0
    stack(slot.paper, Box(slot.left, slot.top + 9, width, height), pieces)
    return slot.top + 9 + height


def field(paper: Paper, x: float, y: float, width: float, label: str, height: float = 7.6) -> None:
    """Draw a box to write in, with its name above it."""
    small = fit(label, fonts.SANS, 7.5, width, 5.0)
    paper.text(x, y + 2.6, label, fonts.SANS, small.size)
    paper.box(x, y + 3.6, width, height, THIN)


def comb(paper: Paper, x: float, y: float, width: float, label: str, cells: int, height: float = 7.6) -> None:
    """Draw boxes for one letter each, with their name above."""
    small = fit(label, fonts.SANS, 7.5, width, 5.0)
    paper.text(x, y + 2.6, label, fonts.SANS, small.size)
    paper.box(x, y + 3.6, width, height, THIN)
    for number in range(1, cells):
        at = x + width * number / cells
        paper.line(at, y + 3.6, at, y + 3.6 + height, THIN)


def tick_box(
    paper: Paper,
    x: float,
    y: float,
    size: float,
    letter: str = "",
    *,
    crossed: bool = False,
    high: float = 1.35,
) -> None:
    """Draw a box to cross, by its top left corner; the letter in it stays readable under a cross.

    `high` is the size of the letter in points for each millimetre of the box.
    """
    paper.box(x, y, size, size, 0.6)
    if letter:
        points = size * high
        base = y + size / 2 + points * 0.36 / POINTS
        paper.text(x + size / 2, base, letter, fonts.SANS, points, align="centre")
    if crossed:
        paper.line(x, y, x + size, y + size, 1.0)
        paper.line(x, y + size, x + size, y, 1.0)


def to_write_on(paper: Paper, x: float, y: float, end: float, label: str, size: float = 8.0) -> None:
    """Write a name on a baseline and draw a line to write on behind it."""
    paper.text(x, y, label, fonts.SANS, size)
    paper.line(x + text_width(label, fonts.SANS, size) + 2, y + 0.6, end, y + 0.6, THIN)


def small_print(paper: Paper, x: float, y: float, width: float, text: str, size: float = 7.5) -> float:
    """Write a text on as many lines as it takes, three at most; return where what follows may stand."""
    fitted = fit(text, fonts.SANS, size, width, size, max_lines=3)
    for line in fitted.lines if text else ():
        y += fitted.size * _FORM_PARTS_LEADING / POINTS
        paper.text(x, y, line, fonts.SANS, fitted.size)
    return y


_PALE = 170
"""Lighter than this, out of 255, nothing of an emblem is seen on a copy without colours."""

_GAP = 6.0
_NAME = 8.0


class OpenedEmblem(Struct, frozen=True):
    """An organisation as it will stand on paper: by its picture, or by its name."""

    role: LogoOwner
    name: Texts
    picture: Image.Image | None = None


def open_emblems(emblems: Sequence[Emblem]) -> tuple[OpenedEmblem, ...]:
    """Open the pictures; whoever has none that can be read is shown by name, and without one not at all."""
    found = (OpenedEmblem(each.role, each.name, open_emblem(each.picture)) for each in emblems)
    return tuple(each for each in found if each.picture or each.name != Texts())


def emblem_warnings(emblems: Sequence[Emblem]) -> list[Label]:
    """Return which pictures cannot be read, hence are left out, and which are too pale for copies."""
    found = []
    for each in emblems:
        picture = open_emblem(each.picture)
        who = {"who": Label(f"paper.emblem.{each.role.value}")}
        if picture is not None and _is_pale(picture):
            found.append(Label("paper.emblem_pale", who))
        elif each.picture and picture is None:
            found.append(Label("paper.emblem_unreadable", who))
    return found


def has_pictures(shown: Sequence[OpenedEmblem]) -> bool:
    """Tell whether there is any picture to draw."""
    return any(each.picture for each in shown)


def draw_emblems(
    paper: Paper,
    shown: Sequence[OpenedEmblem],
    tongue: PaperLanguage,
    box: Box,
    size: float = _NAME,
    *,
    spread: bool = True,
) -> None:
    """Draw emblems and names in a row over a box; `size` is that of names, in points.

    `spread`: the first stands at its left edge, the last at its right one; else close up from the left.
    """
    if not shown:
        return
    room = (box.width - _GAP * (len(shown) - 1)) / len(shown)
    left = box.x
    for index, each in enumerate(shown):
        share = index / (len(shown) - 1) if spread and len(shown) > 1 else 0.0
        slot = Box(left, box.y, room, box.height, _align(share), 0.5)
        if each.picture is None:
            used = _draw_name(paper, each.name, tongue, slot, size)
        else:
            used = _draw_picture(paper, each.picture, slot, share)
        left += (room if spread else used) + _GAP


def name_line(shown: Sequence[OpenedEmblem], language: str) -> str:
    """Return the names in one line, each with what it is: "Donor: …"."""
    return "   ·   ".join(
        f"{word(f'emblem.{each.role.value}', language)}: {each.name.best(language)}" for each in shown
    )


def _align(share: float) -> str:
    if share in (0.0, 1.0):
        return "right" if share else "left"
    return "centre"


def _draw_picture(paper: Paper, picture: Image.Image, slot: Box, share: float) -> float:
    """Draw a picture, as large as its place allows, and return its width."""
    scale = min(slot.width / picture.width, slot.height / picture.height)
    wide, high = picture.width * scale, picture.height * scale
    left, top = slot.x + (slot.width - wide) * share, slot.y + (slot.height - high) / 2
    paper.bitmap(left, top, wide, high, picture)
    return wide


def _draw_name(paper: Paper, name: Texts, tongue: PaperLanguage, slot: Box, size: float) -> float:
    """Draw a name on up to three lines, its second language below, and return how wide it may be."""
    pieces = [
        Piece(tongue.first(name), fonts.SANS_SEMIBOLD, size, size * 0.85, 3),
        Piece(tongue.below(name), fonts.SANS, size * 0.85, size * 0.7, 1, 0.6),
    ]
    stack(paper, slot, pieces)
    return max(min(text_width(piece.text, piece.font, piece.size), slot.width) for piece in pieces)


def _is_pale(picture: Image.Image) -> bool:
    """Tell whether even the darkest part of a picture is hardly seen without colours."""
    darkest, _ = picture.convert("L").getextrema()
    return isinstance(darkest, int | float) and darkest > _PALE


MARGIN = 18.0
_LABEL, _EMBLEMS = 36.0, 15.0
_LEADING = 1.32


def open_paper(facts: CourseFacts, speech: Speech, kind: str) -> Flow:
    """Begin an upright A4 paper of a kind (the code of its word), with its running foot."""
    name = speech.plain(kind)
    paper = Paper(210, 297, speech.main, f"{name} – {facts.title.best(speech.main)} – {facts.code}")
    parts = [name, facts.title.best(speech.main), facts.code]
    if facts.made_on:
        parts.append(speech.word("facts.made_on", day=short_day(facts.made_on)).text)
    # The day and the program's version come first: what is cut off a long foot is the title.
    tail = [f"Trainer App {facts.version}"] if facts.version else []
    return Flow(
        paper, MARGIN, " · ".join([parts[0], *parts[2:], *tail, parts[1]]), speech.plain("facts.page")
    )


def write_head(flow: Flow, facts: CourseFacts, speech: Speech, kind: str) -> None:
    """Write the head and the facts."""
    shown = open_emblems(facts.emblems)
    if has_pictures(shown):
        draw_emblems(
            flow.paper, shown, speech.tongue, Box(flow.margin, flow.margin - 4, flow.width, _EMBLEMS)
        )
        flow.y += _EMBLEMS
    else:
        flow.paragraph(joined(speech.texts(facts.organiser)), fonts.SANS_SEMIBOLD, 8.5, SECOND)
        flow.space(1.5)
    flow.paragraph(joined(speech.word(kind)), fonts.SANS_SEMIBOLD, 11, ACCENT)
    flow.y += 1
    title = speech.texts(facts.title)
    flow.paragraph(title.text, fonts.SANS_BOLD, 18)
    flow.paragraph(title.below, fonts.SANS, 11, SECOND)
    flow.y += 2.5
    flow.paper.line(flow.margin, flow.y, flow.margin + flow.width, flow.y, 0.8, STRONG_LINE)
    flow.y += 2
    for code, value in _facts(facts, speech):
        write_fact(flow, joined(speech.word(code)), value)


def write_fact(flow: Flow, label: str, value: Cell) -> None:
    """Write a name at the left and its value beside it, as high as the higher of both."""
    if not value.text:
        return
    labels = wrap(label, fonts.SANS, 8, _LABEL - 3)
    lines = [
        (line, fonts.SANS_MEDIUM, 9.0, INK) for line in wrap(value.text, fonts.SANS_MEDIUM, 9, _room(flow))
    ]
    if value.below:
        lines += [(line, fonts.SANS, 8.0, SECOND) for line in wrap(value.below, fonts.SANS, 8, _room(flow))]
    heights = [size * _LEADING / POINTS for _, _, size, _ in lines]
    flow.need(max(sum(heights), len(labels) * 8 * _LEADING / POINTS) + 1.4)
    top = flow.y
    for number, text in enumerate(labels, start=1):
        y = top + (number * 8 * _LEADING + 0.6) / POINTS - 0.7
        flow.paper.text(flow.margin, y, text, fonts.SANS, 8, SECOND)
    y = top
    for (text, font, size, colour), height in zip(lines, heights, strict=True):
        y += height
        flow.paper.text(flow.margin + _LABEL, y - height * 0.25, text, font, size, colour)
    flow.y = max(y, top + len(labels) * 8 * _LEADING / POINTS) + 1.4


def _room(flow: Flow) -> float:
    return flow.width - _LABEL


def _facts(facts: CourseFacts, speech: Speech) -> list[tuple[str, Cell]]:
    """Return the facts in their order; those without a value are left out by `write_fact`."""
    days = speech.made(lambda language: format_days(facts.first_day, facts.last_day, language))
    return [
        ("facts.days", days),
        ("facts.venue", speech.texts(facts.venue)),
        ("facts.project", speech.texts(facts.project)),
        ("facts.donor", speech.texts(facts.donor)),
        ("facts.partner", speech.texts(facts.partner)),
        ("facts.trainers", _teachers(facts, speech)),
        ("facts.code", Cell(facts.code)),
    ]


def _teachers(facts: CourseFacts, speech: Speech) -> Cell:
    """Return everybody who works at the course, with what they do."""
    named = [(speech.texts(each.name), speech.word(f"role.{each.role.value}")) for each in facts.teachers]
    first = ", ".join(f"{name.text} ({role.text})" for name, role in named)
    below = ", ".join(f"{name.below or name.text} ({role.below or role.text})" for name, role in named)
    return Cell(first, below if speech.tongue.second else "")
