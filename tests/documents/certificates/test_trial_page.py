"""The test page of a printer: true millimetres, the frame of a certificate, every letter in every face."""

import io

import pytest
from PIL import Image
from pypdf import PdfReader

from tests.documents.reading import codes, picture
from tests.documents.samples import RESOURCES
from trainer_app.documents.base import fonts
from trainer_app.documents.certificates.trial_page import CODE_TEXT, trial_page_pdf

_LETTERS = "АБВГҒДЕЁЖЗИӢЙКҚЛМНОПРСТУӮФХҲЧҶШЪЭЮЯ"
_DPI = 254
"""Ten pixels to a millimetre."""


@pytest.fixture(scope="module")
def pages() -> dict[str, bytes]:
    """Make the page in each language."""
    fonts.use(RESOURCES / "fonts")
    return {
        code: trial_page_pdf(code, RESOURCES / "certificates" / "completion") for code in ("tg", "ru", "en")
    }


def _dark(image: Image.Image, x: float, y: float) -> bool:
    """Tell whether there is ink within a tenth of a millimetre of a place in millimetres."""
    left, top = round(x * 10), round(y * 10)
    return image.crop((left - 1, top - 1, left + 2, top + 2)).convert("L").getextrema()[0] < 128


@pytest.mark.parametrize("language", ["tg", "ru", "en"])
def test_all_letters_are_there_in_every_face(pages: dict[str, bytes], language: str) -> None:
    reader = PdfReader(io.BytesIO(pages[language]), strict=True)
    assert len(reader.pages) == 1
    text = reader.pages[0].extract_text()
    pairs = " ".join(f"{letter}{letter.lower()}" for letter in _LETTERS)
    assert text.count(pairs) == len(fonts.FACES)
    assert all(name in text for name in fonts.FACES)


def test_a_millimetre_is_a_millimetre(pages: dict[str, bytes]) -> None:
    image = picture(pages["tg"], _DPI)
    assert image.size == (2970, 2100)
    for step in range(1, 201):
        assert _dark(image, 22 + step, 143.5), f"no line at {step} mm across"
        assert not _dark(image, 22 + step - 0.5, 143.5)
    for step in range(1, 81):
        assert _dark(image, 220.5, 52 + step), f"no line at {step} mm down"
    for step in range(1, 16):
        for place in ((148.5, step), (148.5, 210 - step), (step, 105.0), (297 - step, 105.0)):
            assert _dark(image, *place), f"no line {step} mm from an edge"


def test_the_frame_stands_where_a_certificate_has_it(pages: dict[str, bytes]) -> None:
    image = picture(pages["ru"], _DPI)
    assert _dark(image, 9, 60)
    assert _dark(image, 60, 9)
    assert _dark(image, 288, 60)
    assert _dark(image, 60, 201)
    assert not _dark(image, 8, 60)


def test_the_code_is_as_large_as_that_of_a_certificate_and_none(pages: dict[str, bytes]) -> None:
    assert codes(picture(pages["en"], 300)) == [CODE_TEXT]
    assert len(CODE_TEXT) > 470
    assert not CODE_TEXT.startswith("TRC1:")


def test_the_same_page_has_the_same_bytes(pages: dict[str, bytes]) -> None:
    again = trial_page_pdf("tg", RESOURCES / "certificates" / "completion")
    assert again == pages["tg"]
