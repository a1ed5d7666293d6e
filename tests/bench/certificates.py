"""How fast certificates are drawn, as ratios against other ways of drawing the same pages in the same run.

`measure` is what `dev.py bench` calls. Nothing here fails for being slow: times go to a person, not
to a test.
"""

import base64
import io
import random
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import qrcode
from reportlab.pdfgen.canvas import Canvas

from trainer_app.documents.base import fonts, graphics
from trainer_app.documents.base.paper import POINTS, Paper
from trainer_app.documents.certificates.certificate import PrintItem, certificates_pdf
from trainer_app.documents.certificates.drawing import applies, draw_element
from trainer_app.documents.certificates.elements import QrCode, values_of
from trainer_app.documents.certificates.template import Template, load_template
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.certificates import CertificateFacts, CertificateKind, Signatory

_ROOT = Path(__file__).parents[2]
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


@dataclass(frozen=True)
class Row:
    """One line of the benchmark: pages a second here and for the baseline, and what is aimed at."""

    work: str
    pages: int
    ours: float
    baseline: str
    theirs: float
    target: float

    @property
    def ratio(self) -> float:
        """How many times as fast as the baseline."""
        return self.ours / self.theirs


def measure(pages: int = 1000, few: int = 30) -> tuple[Row, ...]:
    """Measure the plain page and the ornate designs; slow baselines draw `few` pages only."""
    fonts.use(_ROOT / "resources" / "fonts")
    items = sample(pages)
    plain = load_template(Path(__file__).with_name("plain"))
    ours = _speed(partial(certificates_pdf, items, plain), pages)
    rows = []
    for name, draw, target in (
        ("reportlab + qrcode drawn as squares", draw_naively, 40.0),
        ("reportlab + zxing-cpp drawn as squares", draw_squares, 1.0),
    ):
        theirs = _speed(partial(draw, items[:few]), few)
        rows.append(Row("plain page with signed QR", pages, ours, name, theirs, target))
    for name in ("completion", "attendance", "trainer"):
        design = load_template(_ROOT / "resources" / "certificates" / name)
        fast = _speed(partial(certificates_pdf, items, design), pages)
        anew = _speed(partial(draw_anew, items[:few], design), few)
        rows.append(Row(f"{name} design", pages, fast, "the same design drawn anew", anew, 6.0))
    return tuple(rows)


def peak_memory(pages: int, design: str = "completion") -> int:
    """Return the bytes that a process of its own takes at most while it draws so many certificates."""
    code = f"from tests.bench.certificates import spend; spend({pages}, {design!r})"
    done = subprocess.run([sys.executable, "-c", code], cwd=_ROOT, capture_output=True, text=True, check=True)
    return int(done.stdout)


def spend(pages: int, design: str) -> None:
    """Draw certificates, each with a badge inside, and print this process's largest size in bytes."""
    fonts.use(_ROOT / "resources" / "fonts")
    items = [replace(item, badge=_badge(number)) for number, item in enumerate(sample(pages))]
    certificates_pdf(items, load_template(_ROOT / "resources" / "certificates" / design))
    sys.stdout.write(str(_largest_size()))


def _largest_size() -> int:
    """Return the most bytes of memory that this process had.

    Linux hands `ru_maxrss` of whoever started a process on to it; the kernel's own account begins anew.
    """
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024
    import resource  # Not on Windows, where the rest of this file does run.

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _badge(seed: int) -> str:
    """Return a text as long and as hard to compress as a signed badge: 1,600 letters of base 64."""
    return base64.urlsafe_b64encode(random.Random(seed).randbytes(1200)).decode("ascii")


def sample(count: int) -> list[PrintItem]:
    """Return certificates of one course with its own name, serial and code of a real size each."""
    names = ("Гулмуродова Зарина Ҳакимовна", "Ҷумъаев Баҳром Исмоилович", "Ғафуров Сӯҳроб Ноилович")
    return [
        PrintItem(replace(_FACTS, name=names[n % 3], serial=f"DSH-2018-K7-{n:05}-98"), _code_text(n))
        for n in range(count)
    ]


_FACTS = CertificateFacts(
    serial="",
    kind=CertificateKind.COMPLETION,
    language="tg",
    name="",
    latin="Zarina Gulmurodova",
    rank="лейтенанти милитсия",
    course_title="Вокуниши милитсия ба зӯроварӣ дар оила",
    course_title_en="Police Response to Domestic Violence",
    course_code="DSH-1",
    town="Душанбе",
    town_en="Dushanbe",
    first_day="2018-10-15",
    last_day="2018-10-18",
    hours=1650,
    organiser="Барномаи омӯзиши кормандони милитсия",
    organiser_en="Police Training Programme",
    partner="Вазорати корҳои дохилӣ",
    partner_en="Ministry of Internal Affairs",
    issued_on="2018-10-18",
    signatories=(Signatory("М. Саидова", "Роҳбари барнома", "Head of Programme"),),
)


def _code_text(seed: int) -> str:
    """Return 480 characters as Base45 gives them: QR version 17 at level Q."""
    value, letters = seed * 2654435761 + 12345, []
    for _ in range(475):
        value = (value * 6364136223846793005 + 1442695040888963407) % (1 << 64)
        letters.append(_ALPHABET[(value >> 33) % 45])
    return "TRC1:" + "".join(letters)


def draw_naively(items: list[PrintItem]) -> bytes:
    """Draw the plain page as one would at first: reportlab's canvas, qrcode, one square a module."""

    def modules(text: str) -> list[list[bool]]:
        code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_Q, border=0)
        code.add_data(text)
        code.make(fit=True)
        return [[bool(cell) for cell in row] for row in code.get_matrix()]

    return _draw_on_canvas(items, modules)


def draw_squares(items: list[PrintItem]) -> bytes:
    """Draw the same with the quick encoder, still one square a module."""

    def modules(text: str) -> list[list[bool]]:
        code = graphics.encode_qr(text)
        stride = len(code.packed) // code.modules
        rows = [code.packed[at : at + stride] for at in range(0, len(code.packed), stride)]
        return [[bool(row[x // 8] >> (7 - x % 8) & 1) for x in range(code.modules)] for row in rows]

    return _draw_on_canvas(items, modules)


def _draw_on_canvas(items: list[PrintItem], modules: Callable[[str], list[list[bool]]]) -> bytes:
    """Draw the plain page with reportlab's own canvas."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(297 * POINTS, 210 * POINTS), initialFontName=fonts.SANS)
    for item in items:
        values = values_of(item.facts)
        canvas.rect(10 * POINTS, 10 * POINTS, 277 * POINTS, 190 * POINTS)
        for y, text, font, size in (
            (155, "CERTIFICATE", fonts.SANS_BOLD, 32),
            (120, values["name"], fonts.SANS_SEMIBOLD, 24),
            (100, values["course_title"], fonts.SANS, 14),
            (85, f"{values['town']}, {values['days']} · {values['hours']}", fonts.SANS, 12),
            (25, values["serial"], fonts.SANS, 9),
        ):
            canvas.setFont(font, size)
            canvas.drawCentredString(148.5 * POINTS, y * POINTS, text)
        grid = modules(item.qr_text)
        side = 37 * POINTS / len(grid)
        for row, cells in enumerate(grid):
            for column, black in enumerate(cells):
                if black:
                    x, y = 130 * POINTS + column * side, 70 * POINTS - (row + 1) * side
                    canvas.rect(x, y, side, side, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def draw_anew(items: list[PrintItem], design: Template) -> bytes:
    """Draw an ornate design without sharing anything between pages."""
    paper = Paper(design.width, design.height, "tg", "")
    for item in items:
        values = values_of(item.facts)
        for element in design.elements:
            if isinstance(element, QrCode):
                code = graphics.encode_qr(item.qr_text)
                paper.bits(element.x, element.y, element.size, code.modules, code.packed)
            elif applies(element, item.facts, values):
                draw_element(paper, element, item.facts, design, values, {})
        paper.end_page()
    return paper.finish()


def _speed(draw: Callable[[], bytes], pages: int) -> float:
    """Return pages a second: the best of three runs."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        draw()
        times.append(time.perf_counter() - start)
    return pages / min(times)
