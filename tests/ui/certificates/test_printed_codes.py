"""The code of a certificate as it comes out of a printer with wide edges: smaller, and read all the same."""

import tempfile
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QMarginsF
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from tests.documents.certificates.test_second_reader import DPI, READERS, WORN, text
from tests.documents.samples import DESIGNS, FACTS
from trainer_app.documents.base import fonts
from trainer_app.documents.certificates.certificate import PrintItem, certificates_pdf
from trainer_app.documents.certificates.template import load_template
from trainer_app.domain.base.texts import resource
from trainer_app.ui.widgets import printing
from trainer_app.ui.widgets.printing import PdfBytes, PrintOrder, print_pdf

WIDE = 14.0
"""Millimetres that a printer leaves white: more than any driver of an office printer tells."""
SMALL = 37 * (210 - 2 * WIDE) / 210
"""Millimetres that the code is wide then: 32."""
UNREAD = {("zbar", "blurred")}
"""A blur of 1.5 pixels is too much for zbar in so small a code; zxing-cpp, which the program uses, copes."""


@pytest.fixture(params=DESIGNS)
def printed(request: pytest.FixtureRequest, qtbot: QtBot) -> Image.Image:
    """Give a certificate of each design."""
    # Not kept by pytest: where tests come in a random order, it would print anew whenever the design changes.
    return _print(request.param)


@cache
def _print(design: str) -> Image.Image:
    """Print a certificate within wide edges; return it as a scanner sees it."""
    fonts.use(resource("fonts"))
    item = PrintItem(FACTS["tg"], text("tg"))
    pdf = PdfBytes(certificates_pdf([item], load_template(resource("certificates", design))))
    with tempfile.TemporaryDirectory() as folder:
        return _printed_into(Path(folder) / "paper.pdf", pdf)


def _printed_into(path: Path, pdf: PdfBytes) -> Image.Image:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(printing, "unprintable", lambda *_: QMarginsF(WIDE, WIDE, WIDE, WIDE))
        print_pdf(pdf.document, printer, PrintOrder((0,), shrink=True))
    document = pypdfium2.PdfDocument(path)
    page = document[0].render(scale=DPI / 72, grayscale=True).to_pil()
    document.close()
    return page


@pytest.mark.parametrize(
    ("reader", "worn"),
    [(reader, worn) for reader in READERS for worn in WORN if (reader, worn) not in UNREAD],
)
def test_a_code_made_smaller_for_the_printer_is_read(
    qtbot: QtBot, printed: Image.Image, reader: str, worn: str, tmp_path: Path
) -> None:
    assert READERS[reader](WORN[worn](printed), tmp_path) == [text("tg")]


def test_it_was_made_smaller(qtbot: QtBot, printed: Image.Image) -> None:
    (found,) = zxingcpp.read_barcodes(printed)
    across = (found.position.top_right.x - found.position.top_left.x) / DPI * 25.4
    assert SMALL - 0.3 < across < SMALL + 0.6
