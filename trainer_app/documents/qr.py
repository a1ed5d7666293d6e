"""QR codes as packed bits, ready for `Paper.bits`."""

from dataclasses import dataclass

import zxingcpp

from trainer_app.domain.errors import TrainerError

_TO_DIGITS = bytes.maketrans(b"\x00\xff", b"10")

_MASK = 3
"""The QR mask pattern. Naming it saves trying all eight (8 times quicker) and keeps the same bytes
between versions of the library; readers take it as well, which the tests check."""


@dataclass(frozen=True)
class Code:
    """A code without its quiet zone: `modules` by `modules`, rows packed to whole bytes, 1 is black."""

    modules: int
    packed: bytes


def encode(text: str, level: str = "Q") -> Code:
    """Return the QR code of a text at an error correction level (L, M, Q, H).

    Raises `documents.qr_too_long` when no code can hold it.
    """
    try:
        barcode = zxingcpp.create_barcode(
            text, zxingcpp.BarcodeFormat.QRCode, ec_level=level, data_mask=_MASK
        )
    except ValueError as error:
        raise TrainerError("documents.qr_too_long", length=len(text)) from error
    image = barcode.to_image(add_quiet_zones=False)
    modules = int(image.shape[0])
    digits = bytes(image).translate(_TO_DIGITS)
    padding = b"0" * (-modules % 8)
    rows = padding.join(digits[at : at + modules] for at in range(0, modules * modules, modules)) + padding
    return Code(modules, int(rows, 2).to_bytes(len(rows) // 8))
