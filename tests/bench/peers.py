"""The plain certificate drawn by other programs: fpdf2, typst, WeasyPrint, LibreOffice, where installed.

Each draws the same frame, the same five lines in the same face, and the same code as a picture of 37 mm.
None of them is needed to work on this program: `pip install --group bench` brings the first three.
"""

import base64
import html
import importlib
import io
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pypdfium2
from PIL import Image

from tests.bench.row import BenchRow, seconds
from trainer_app.documents.base import fonts, graphics
from trainer_app.documents.certificates.certificate import PrintItem
from trainer_app.documents.certificates.elements import values_of

_FONTS = Path(__file__).parents[2] / "resources" / "fonts"
_CODE, _LEFT, _TOP = 37.0, 130.0, 140.0
_TARGET = 1.0
PATIENCE = 600.0
"""Seconds that LibreOffice may take for one document."""

type Draw = Callable[[Sequence[PrintItem]], bytes]


class NotCompared(Exception):
    """A program cannot be compared with; the words say why."""


class NotInstalled(NotCompared):
    """It is not on this computer."""


class Failed(NotCompared):
    """It is here, and does not draw the pages that it is asked for."""


def measure(items: Sequence[PrintItem], ours: float, few: int) -> Iterator[BenchRow]:
    """Compare `ours` pages a second with each of them; the slow ones draw `few` pages only."""
    for name, draw, pages in PEERS:
        drawn = items[:few] if pages == "few" else items
        try:
            # Reading the library and its fonts for the first time is not counted.
            draw(items[:2])
            theirs = len(drawn) / min(seconds(lambda: draw(drawn)) for _ in range(2))  # noqa: B023
        except NotCompared as reason:
            yield BenchRow(_WORK, ours, "pages/s", name, 0.0, _TARGET, higher=True, skipped=str(reason))
            continue
        yield BenchRow(_WORK, ours, "pages/s", name, theirs, _TARGET, higher=True)


_WORK = "plain page with signed QR"


def lines_of(item: PrintItem) -> list[tuple[float, str, str, int]]:
    """Return baseline in millimetres from the top, text, face and size of each line of the page."""
    values = values_of(item.facts)
    return [
        (55, "CERTIFICATE", fonts.SANS_BOLD, 32),
        (90, values["name"], fonts.SANS_SEMIBOLD, 24),
        (110, values["course_title"], fonts.SANS, 14),
        (125, f"{values['town']}, {values['days']} · {values['hours']}", fonts.SANS, 12),
        (185, values["serial"], fonts.SANS, 9),
    ]


def code_picture(text: str) -> bytes:
    """Return the code as a small PNG, one pixel for each module."""
    code = graphics.encode_qr(text)
    picture = Image.frombytes("1", (code.modules, code.modules), code.packed, "raw", "1;I")
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()


def draw_with_fpdf2(items: Sequence[PrintItem]) -> bytes:
    """Draw with fpdf2. Raises NotInstalled."""
    fpdf = _library("fpdf", "fpdf2")
    pdf: Any = fpdf.FPDF("L", "mm", "A4")
    pdf.set_auto_page_break(False)
    for face in (fonts.SANS, fonts.SANS_SEMIBOLD, fonts.SANS_BOLD):
        pdf.add_font(face, "", str(_FONTS / f"{face}.ttf"))
    for item in items:
        pdf.add_page()
        pdf.rect(10, 10, 277, 190)
        for y, text, face, size in lines_of(item):
            pdf.set_font(face, "", size)
            pdf.text(148.5 - pdf.get_string_width(text) / 2, y, text)
        pdf.image(io.BytesIO(code_picture(item.qr_text)), _LEFT, _TOP, _CODE, _CODE)
    return bytes(pdf.output())


def draw_with_typst(items: Sequence[PrintItem]) -> bytes:
    """Draw with typst, the codes as PNG files beside its source. Raises NotInstalled."""
    typst: Any = _library("typst", "typst")
    parts = ['#set page(width: 297mm, height: 210mm, margin: 0mm)\n#set text(top-edge: "baseline")\n']
    with tempfile.TemporaryDirectory() as folder:
        for number, item in enumerate(items):
            (Path(folder) / f"{number}.png").write_bytes(code_picture(item.qr_text))
            if number:
                parts.append("#pagebreak()\n")
            parts.append("#place(dx: 10mm, dy: 10mm, rect(width: 277mm, height: 190mm))\n")
            for y, text, face, size in lines_of(item):
                weight = {fonts.SANS_BOLD: 700, fonts.SANS_SEMIBOLD: 600}.get(face, 400)
                quoted = text.replace("\\", "\\\\").replace('"', '\\"')
                parts.append(
                    f"#place(dy: {y}mm, block(width: 297mm, align(center, "
                    f'text(font: "Noto Sans", weight: {weight}, size: {size}pt, "{quoted}"))))\n'
                )
            parts.append(f'#place(dx: {_LEFT}mm, dy: {_TOP}mm, image("{number}.png", width: {_CODE}mm))\n')
        source = Path(folder) / "page.typ"
        source.write_text("".join(parts), encoding="utf-8")
        return bytes(typst.compile(str(source), font_paths=[str(_FONTS)], format="pdf"))


def draw_with_weasyprint(items: Sequence[PrintItem]) -> bytes:
    """Draw with WeasyPrint. Raises NotInstalled."""
    weasyprint: Any = _library("weasyprint", "WeasyPrint")
    faces = "".join(
        f"@font-face {{ font-family: {face}; src: url({(_FONTS / f'{face}.ttf').as_uri()}) }}"
        for face in (fonts.SANS, fonts.SANS_SEMIBOLD, fonts.SANS_BOLD)
    )
    style = (
        f"{faces} @page {{ size: 297mm 210mm; margin: 0 }} body {{ margin: 0 }}"
        " section { position: relative; width: 297mm; height: 210mm; page-break-after: always }"
        " p { position: absolute; left: 0; width: 297mm; margin: 0; text-align: center; line-height: 1 }"
        " div { position: absolute; left: 10mm; top: 10mm; width: 277mm; height: 190mm; border: 1pt solid }"
        f" img {{ position: absolute; left: {_LEFT}mm; top: {_TOP}mm; width: {_CODE}mm;"
        " image-rendering: pixelated }"
    )
    pages = "".join(_html_page(item) for item in items)
    return bytes(weasyprint.HTML(string=f"<html><style>{style}</style><body>{pages}").write_pdf())


def _html_page(item: PrintItem) -> str:
    lines = "".join(
        f'<p style="top: {y - size * 0.3}mm; font: {size}pt {face}">{html.escape(text)}</p>'
        for y, text, face, size in lines_of(item)
    )
    picture = base64.b64encode(code_picture(item.qr_text)).decode("ascii")
    return f'<section><div></div>{lines}<img src="data:image/png;base64,{picture}"></section>'


def draw_with_libreoffice(items: Sequence[PrintItem]) -> bytes:
    """Draw with LibreOffice: a document with all pages, as a mail merge leaves it.

    Raises NotInstalled where it is not found, and Failed where it ends without all pages: where its part
    for texts is missing, it ends well and writes nothing.
    """
    program = shutil.which("soffice")
    if program is None:
        raise NotInstalled("soffice is not on the path")
    # It may go on writing into its profile after it has ended.
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        source, drawn = Path(folder) / "merged.fodt", Path(folder) / "merged.pdf"
        source.write_text(flat_document(items), encoding="utf-8")
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        said = _call([program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, str(source)])
        if not drawn.is_file():
            raise Failed(" ".join(f"soffice wrote no PDF. {said}".split()))
        pages = drawn.read_bytes()
    found = _count_pages(pages)
    if found != len(items):
        raise Failed(f"soffice drew {found} pages, not {len(items)}")
    return pages


def _call(command: Sequence[str]) -> str:
    """Run a program that draws and return the last line that it said. Raises Failed."""
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise Failed(f"soffice did not run to its end: {type(problem).__name__}") from problem
    words = (done.stderr + done.stdout).decode("utf-8", "replace").strip()
    said = words.splitlines()[-1] if words else ""
    if done.returncode:
        raise Failed(f"soffice ended with {done.returncode}: {said}".rstrip(": "))
    return said


def _count_pages(pdf: bytes) -> int:
    """Return how many pages a PDF has; 0 for what is none."""
    try:
        document = pypdfium2.PdfDocument(pdf)
    except pypdfium2.PdfiumError:
        return 0
    with document:
        return len(document)


def flat_document(items: Sequence[PrintItem]) -> str:
    """Return a text document of OpenDocument with a page for each item."""
    names = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (
            ("office", "office"),
            ("style", "style"),
            ("text", "text"),
            ("draw", "drawing"),
            ("fo", "xsl-fo-compatible"),
            ("svg", "svg-compatible"),
        )
    )
    sizes = sorted({size for *_, size in lines_of(items[0])})
    styles = "".join(
        f'<style:style style:name="P{size}" style:family="paragraph"><style:paragraph-properties '
        f'fo:text-align="center" fo:margin-top="12mm"/><style:text-properties fo:font-family="Noto Sans" '
        f'fo:font-size="{size}pt"/></style:style>'
        for size in sizes
    )
    pages = "".join(_flat_page(number, item) for number, item in enumerate(items))
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document{names} office:version="1.3" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:automatic-styles>'
        f'{styles}<style:style style:name="New" style:family="paragraph"><style:paragraph-properties '
        'fo:break-before="page"/></style:style><style:page-layout style:name="A4">'
        "<style:page-layout-properties "
        'fo:page-width="297mm" fo:page-height="210mm" fo:margin="10mm" fo:border="1pt solid #000000"/>'
        "</style:page-layout></office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Standard" style:page-layout-name="A4"/></office:master-styles>'
        f"<office:body><office:text>{pages}</office:text></office:body></office:document>"
    )


def _flat_page(number: int, item: PrintItem) -> str:
    lines = "".join(
        f'<text:p text:style-name="P{size}">{html.escape(text)}</text:p>'
        for _, text, _, size in lines_of(item)
    )
    picture = base64.b64encode(code_picture(item.qr_text)).decode("ascii")
    new = ' text:style-name="New"' if number else ""
    return (
        f'<text:p{new}/>{lines}<text:p text:style-name="P9"><draw:frame text:anchor-type="as-char" '
        f'svg:width="{_CODE}mm" svg:height="{_CODE}mm"><draw:image><office:binary-data>{picture}'
        "</office:binary-data></draw:image></draw:frame></text:p>"
    )


def _library(module: str, words: str) -> ModuleType:
    try:
        return importlib.import_module(module)
    except (ModuleNotFoundError, OSError) as problem:
        # WeasyPrint raises OSError where the system lacks Pango.
        raise NotInstalled(f"{words} is not installed") from problem


PEERS: tuple[tuple[str, Draw, str], ...] = (
    ("fpdf2", draw_with_fpdf2, "all"),
    ("typst, code as an image", draw_with_typst, "all"),
    ("WeasyPrint", draw_with_weasyprint, "few"),
    ("LibreOffice merge", draw_with_libreoffice, "few"),
)
"""Name, how it draws, and whether it is quick enough to draw all pages."""
