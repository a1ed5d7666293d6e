"""QR codes: read back, and compared with another encoder module by module."""

import pytest
import qrcode
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.documents.samples import code_text
from trainer_app.documents.base.graphics import QrBits, encode_qr
from trainer_app.domain.base.errors import TrainerError


def picture(code: QrBits, scale: int = 4) -> Image.Image:
    """Return a code with its quiet zone, white 4 modules wide."""
    bits = Image.frombytes("1", (code.modules, code.modules), bytes(255 - byte for byte in code.packed))
    framed = Image.new("L", (code.modules + 8, code.modules + 8), 255)
    framed.paste(bits.convert("L"), (4, 4))
    return framed.resize((framed.width * scale, framed.height * scale))


@given(st.text("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:", min_size=1, max_size=600))
@settings(max_examples=60)
def test_a_code_is_read_back(text: str) -> None:
    assert [found.text for found in zxingcpp.read_barcodes(picture(encode_qr(text)))] == [text]


def test_another_encoder_makes_the_same_modules() -> None:
    text = code_text()
    other = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_Q, border=0, mask_pattern=3)
    other.add_data(text, optimize=0)
    other.make(fit=True)
    code = encode_qr(text)
    stride = (code.modules + 7) // 8
    rows = [code.packed[at : at + stride] for at in range(0, len(code.packed), stride)]
    ours = [[bool(row[x // 8] >> (7 - x % 8) & 1) for x in range(code.modules)] for row in rows]
    assert code.modules == 85
    assert ours == other.get_matrix()


def test_the_same_text_gives_the_same_bits() -> None:
    assert encode_qr("DSH-1017-1") == encode_qr("DSH-1017-1")


def test_a_text_too_long_is_refused() -> None:
    with pytest.raises(TrainerError) as caught:
        encode_qr("A" * 5000)
    assert caught.value.code == "documents.qr_too_long"
    assert caught.value.values == {"length": 5000}
