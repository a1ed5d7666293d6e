"""Two readers that share nothing read the code on a certificate, also when it is worn: zxing-cpp, zbar."""

import io
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageFilter

from tests.documents.samples import DESIGNS, FACTS
from trainer_app.bundle.credential import check_signature, issue_credential
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.documents.certificates.certificate import PrintItem, certificates_pdf
from trainer_app.documents.certificates.template import load_template
from trainer_app.domain.base.texts import resource

KEYS = DeviceKeys.generate()
SIDE = 37
"""Millimetres that the code is wide at least."""
DPI = 300


@cache
def text(language: str) -> str:
    """Return what is in the code."""
    return issue_credential(FACTS[language], KEYS, "DSH")


@cache
def paper(design: str, language: str, dpi: int) -> Image.Image:
    """Return a printed certificate as a scanner sees it."""
    item = PrintItem(FACTS[language], text(language))
    pdf = certificates_pdf([item], load_template(resource("certificates", design)))
    document = pypdfium2.PdfDocument(pdf)
    page = document[0].render(scale=dpi / 72, grayscale=True).to_pil()
    document.close()
    return page


def as_jpeg(page: Image.Image, quality: int) -> Image.Image:
    """Return a page after it went through a JPEG."""
    data = io.BytesIO()
    page.save(data, "JPEG", quality=quality)
    return Image.open(data).convert("L")


def turned(page: Image.Image, degrees: float) -> Image.Image:
    return page.rotate(degrees, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC)


WORN: dict[str, Callable[[Image.Image], Image.Image]] = {
    "clean": lambda page: page,
    "blurred": lambda page: page.filter(ImageFilter.GaussianBlur(1.5)),
    "turned": lambda page: turned(page, 7),
    "upside down": lambda page: turned(page, 180),
    "JPEG": lambda page: as_jpeg(page, 30),
    "all of it": lambda page: as_jpeg(turned(page, 4).filter(ImageFilter.GaussianBlur(0.8)), 50),
}


def by_zxing(page: Image.Image, _folder: Path) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(page)]


def by_zbar(page: Image.Image, folder: Path) -> list[str]:
    # Of a format that is quick to write and to read: the page is the same.
    page.save(folder / "page.pgm")
    # Every second line is looked at: that is harder for it, and takes a quarter less time.
    sought = ["-Sdisable", "-Sqrcode.enable", "-Sx-density=2", "-Sy-density=2"]
    command = ["zbarimg", "--quiet", "--raw", *sought, str(folder / "page.pgm")]
    read = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    return [read.removesuffix("\n")]


@cache
def worn_paper(worn: str) -> Image.Image:
    """Return a certificate at 300 dpi after what it went through."""
    return WORN[worn](paper("completion", "tg", DPI))


READERS = {"zxing-cpp": by_zxing, "zbar": by_zbar}


@pytest.mark.parametrize("worn", WORN)
@pytest.mark.parametrize("reader", READERS)
def test_both_read_it_at_300_dpi(reader: str, worn: str, tmp_path: Path) -> None:
    (read,) = READERS[reader](worn_paper(worn), tmp_path)
    assert read == text("tg")
    assert check_signature(read, KEYS.signing_key)


@pytest.mark.parametrize("language", ["tg", "ru", "en"])
@pytest.mark.parametrize("design", DESIGNS)
def test_both_read_every_design(design: str, language: str, tmp_path: Path) -> None:
    for read in READERS.values():
        assert read(paper(design, language, 200), tmp_path) == [text(language)]


@pytest.mark.parametrize("design", DESIGNS)
def test_the_code_is_large_enough_on_paper(design: str) -> None:
    (found,) = zxingcpp.read_barcodes(paper(design, "tg", DPI))
    across = found.position.top_right.x - found.position.top_left.x
    assert across / DPI * 25.4 >= SIDE - 0.2
