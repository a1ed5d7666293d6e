"""Pictures and PDF files as a scanner or a phone makes them, with the QR codes of sheets on them."""

import io
from pathlib import Path

import zxingcpp
from PIL import Image, ImageDraw


def page(*codes: str, note: str = "") -> Image.Image:
    """Return a white page with QR codes on it; `note` makes its content another one."""
    picture = Image.new("L", (900, 1200), 255)
    ImageDraw.Draw(picture).text((60, 1100), note or "signed", fill=0)
    for place, text in enumerate(codes):
        code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
        drawn = Image.fromarray(code.to_image(scale=6))
        picture.paste(drawn, (60, 60 + place * 420))
    return picture


def png(path: Path, *codes: str, note: str = "") -> Path:
    """Write a page as a picture."""
    page(*codes, note=note).save(path, "PNG")
    return path


def jpeg(path: Path, *codes: str, note: str = "") -> Path:
    """Write a page as a photo."""
    page(*codes, note=note).save(path, "JPEG", quality=90)
    return path


def pdf(path: Path, *codes: str) -> Path:
    """Write a PDF with a page for each code; "" gives a page without one."""
    pages = [page(code, note=str(number)) if code else page() for number, code in enumerate(codes)]
    pages[0].save(path, "PDF", save_all=True, append_images=pages[1:], resolution=110)
    return path


def noise(path: Path, size: int) -> Path:
    """Write a picture of a given size: a small one with bytes behind its end, which viewers pass over."""
    plain = io.BytesIO()
    page(note=path.name).save(plain, "PNG")
    rest = size - plain.tell()
    path.write_bytes(plain.getvalue() + path.name.encode().ljust(rest, b"\x5a"))
    return path
