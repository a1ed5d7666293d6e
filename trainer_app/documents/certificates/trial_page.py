"""A page to try a printer with: the edge, the letters, the code, a ruler and greys of a certificate."""

from pathlib import Path

from trainer_app.documents.base import fonts, graphics
from trainer_app.documents.base.fitting import wrap
from trainer_app.documents.base.paper import POINTS, Paper
from trainer_app.documents.certificates import ornaments
from trainer_app.documents.certificates.elements import Frame
from trainer_app.documents.certificates.template import load_template
from trainer_app.domain.base.texts import word
from trainer_app.domain.papers.course_papers import BLACK, WHITE

CODE_TEXT = ("TEST PAGE " * 48).strip()
"""What the code says: as long as the code of a certificate, and nothing that a check would take for one."""

_WIDTH, _HEIGHT, _LEFT = 297.0, 210.0, 22.0
_CODE_SIZE = 37.0
_LADDER = 15
_LETTERS = "АБВГҒДЕЁЖЗИӢЙКҚЛМНОПРСТУӮФХҲЧҶШЪЭЮЯ"
_SECOND, _INK = "4C5665", "1D2430"


def trial_page_pdf(language: str, design: Path) -> bytes:
    """Return the page as PDF, with the frame of the certificate whose design lies in a folder.

    Raises codes of the topics "documents" and "template".
    """
    paper = Paper(_WIDTH, _HEIGHT, language, word("trial_page.title", language))
    _frame(paper, design)
    for across, down, turn in ((148.5, 0, "down"), (148.5, 210, "up"), (0, 105, "right"), (297, 105, "left")):
        _ladder(paper, across, down, turn)
    paper.text(_LEFT, 29, word("trial_page.title", language), fonts.SANS_BOLD, 16, _INK)
    y = 36.0
    for line in wrap(word("trial_page.edge", language), fonts.SANS, 9.5, 250):
        paper.text(_LEFT, y, line, fonts.SANS, 9.5, _INK)
        y += 4.6
    _faces(paper, y + 6)
    code = graphics.encode_qr(CODE_TEXT)
    paper.bits(236, 56, _CODE_SIZE, code.modules, code.packed)
    for row, line in enumerate(wrap(word("trial_page.code", language), fonts.SANS, 8, 42)):
        paper.text(236 + _CODE_SIZE / 2, 98 + row * 4, line, fonts.SANS, 8, _SECOND, "centre")
    _upright_ruler(paper, 222, 52, 80)
    paper.text(_LEFT, 139, word("trial_page.ruler", language), fonts.SANS, 8.5, _SECOND)
    _ruler(paper, _LEFT, 142, 200)
    paper.text(_LEFT, 161, word("trial_page.greys", language), fonts.SANS, 8.5, _SECOND)
    _greys(paper, 164)
    paper.end_page()
    return paper.finish()


def _frame(paper: Paper, design: Path) -> None:
    """Draw the frame exactly where a certificate has it."""
    template = load_template(design)
    for frame in (element for element in template.elements if isinstance(element, Frame)):
        left, bottom = paper.place(frame.x, frame.y + frame.height)
        size = frame.width * POINTS, frame.height * POINTS
        colours = (template.colour(each) for each in (frame.colour, frame.gold, frame.thread))
        paper.raw(ornaments.woven_frame(left, bottom, *size, *colours))


def _ladder(paper: Paper, x: float, y: float, turn: str) -> None:
    """Draw a line for each millimetre from an edge inwards; the number of every other one beside it."""
    way = {"down": (0, 1), "up": (0, -1), "right": (1, 0), "left": (-1, 0)}[turn]
    deep = _LADDER + 2.0
    across = 22.0
    width, height = (across, deep) if way[1] else (deep, across)
    paper.box(
        x - width / 2 + way[0] * deep / 2, y - height / 2 + way[1] * deep / 2, width, height, fill=WHITE
    )
    for step in range(1, _LADDER + 1):
        half = 6.0 if step % 5 == 0 else 4.0
        at_x, at_y = x + way[0] * step, y + way[1] * step
        if way[1]:
            paper.line(at_x - half, at_y, at_x + half, at_y, 0.35)
            side = half + 1 if step % 2 else -half - 1
            paper.text(
                at_x + side, at_y + 0.75, f"{step}", fonts.SANS, 5.5, BLACK, "left" if step % 2 else "right"
            )
        else:
            paper.line(at_x, at_y - half, at_x, at_y + half, 0.35)
            below = half + 2.2 if step % 2 else -half - 0.8
            paper.text(at_x, at_y + below, f"{step}", fonts.SANS, 4.4, BLACK, "centre")


def _faces(paper: Paper, y: float) -> None:
    """Set all Tajik letters in each face that papers are printed in."""
    letters = " ".join(f"{letter}{letter.lower()}" for letter in _LETTERS)
    for row, name in enumerate(fonts.FACES):
        base = y + row * 7.6
        paper.text(_LEFT, base, name, fonts.SANS, 6.5, _SECOND)
        paper.text(_LEFT, base + 3.6, letters, name, 9.5 if name.startswith("Cormorant") else 8.4, _INK)


def _ruler(paper: Paper, x: float, y: float, length: int) -> None:
    """Draw a ruler across, in millimetres."""
    paper.line(x, y, x + length, y, 0.4)
    for step in range(length + 1):
        deep = 5.0 if step % 10 == 0 else 3.5 if step % 5 == 0 else 2.0
        paper.line(x + step, y, x + step, y + deep, 0.25)
        if step % 10 == 0:
            paper.text(x + step, y + 8.2, f"{step}", fonts.SANS, 6.5, BLACK, "centre")


def _upright_ruler(paper: Paper, x: float, y: float, length: int) -> None:
    """Draw a ruler downwards, in millimetres."""
    paper.line(x, y, x, y + length, 0.4)
    for step in range(length + 1):
        deep = 5.0 if step % 10 == 0 else 3.5 if step % 5 == 0 else 2.0
        paper.line(x - deep, y + step, x, y + step, 0.25)
        if step % 10 == 0:
            paper.text(x - 5.8, y + step + 0.8, f"{step}", fonts.SANS, 6.5, BLACK, "right")


def _greys(paper: Paper, y: float) -> None:
    """Draw steps from white to black, and lines from thin to thick."""
    for step in range(11):
        shade = f"{round(255 * (1 - step / 10)):02X}"
        paper.box(_LEFT + step * 10, y, 10, 7, 0.3, BLACK, fill=shade * 3)
        paper.text(_LEFT + step * 10 + 5, y + 10.4, f"{step * 10} %", fonts.SANS, 6, _SECOND, "centre")
    for step, weight in enumerate((0.1, 0.25, 0.5, 0.75, 1.0, 1.5, 2.0)):
        left = 142 + step * 16.0
        paper.line(left, y + 3.5, left + 12, y + 3.5, weight)
        paper.text(left + 6, y + 10.4, f"{weight:g} pt", fonts.SANS, 6, _SECOND, "centre")
