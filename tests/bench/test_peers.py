"""Other programs draw the page that is measured, or it is said that they are not here. No times."""

import base64
import io
import os
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader, PdfWriter

from tests.bench import peers
from tests.bench.certificates import sample
from tests.bench.row import BenchRow
from tests.documents.reading import codes, picture
from tests.documents.samples import RESOURCES
from trainer_app.documents.base import fonts


def test_each_draws_the_same_words_and_codes_or_says_that_it_is_missing(qapp: object) -> None:
    fonts.use(RESOURCES / "fonts")
    items = sample(2)
    for name, draw, _ in peers.PEERS:
        try:
            drawn = draw(items)
        except peers.NotCompared:
            continue
        pages = PdfReader(io.BytesIO(drawn)).pages
        assert len(pages) == 2, name
        assert codes(picture(drawn, 200, page=1)) == [items[1].qr_text]
        text = " ".join(pages[1].extract_text().split())
        for _, line, _, _ in peers.lines_of(items[1]):
            assert line.split()[0] in text, name


def test_the_document_for_libreoffice_has_every_page() -> None:
    fonts.use(RESOURCES / "fonts")
    items = sample(3)
    document = ElementTree.fromstring(peers.flat_document(items))
    text = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
    office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}binary-data"
    said = "".join(part.text or "" for part in document.iter(text))
    assert all(item.facts.serial in said for item in items)
    pictures = [base64.b64decode(part.text or "") for part in document.iter(office)]
    assert pictures == [peers.code_picture(item.qr_text) for item in items]


def test_what_is_not_installed_is_skipped_with_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(_items: object) -> bytes:
        raise peers.NotInstalled("nobody is not installed")

    monkeypatch.setattr(peers, "PEERS", (("nobody", absent, "all"), ("twice", lambda _items: b"", "few")))
    missing, there = peers.measure(sample(6), 100.0, 3)
    assert missing.skipped == "nobody is not installed"
    assert "nobody is not installed" in missing.line()
    assert missing.document()["skipped"] == "nobody is not installed"
    assert missing.document()["ratio"] is missing.document()["ok"] is None
    assert there.base > 0
    assert "skipped" not in there.document()


def soffice(folder: Path, monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    """Put a program of this name on the path, which does what the lines of a shell's script say."""
    program = folder / "bin" / "soffice"
    program.parent.mkdir(exist_ok=True)
    # The last argument is the document, the one before it the folder for what is drawn.
    begin = ["#!/bin/sh", "while [ $# -gt 2 ]; do shift; done", "out=$1/merged.pdf"]
    program.write_text("\n".join([*begin, *lines]) + "\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")


def pdf_of(folder: Path, pages: int) -> Path:
    """Write a PDF of some empty pages."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(100, 100)
    writer.write(folder / f"{pages}.pdf")
    return folder / f"{pages}.pdf"


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (['cp "{one}" "$out"'], "soffice drew 1 pages, not 2"),
        (["exit 0"], "soffice wrote no PDF."),
        (["echo 'Error: no export filter' >&2"], "soffice wrote no PDF. Error: no export filter"),
        (["exit 77"], "soffice ended with 77"),
        (["echo 'User installation could not be completed'", "exit 77"], "could not be completed"),
        (['cp "{two}" "$out"', "exit 3"], "soffice ended with 3"),
        (['echo nothing > "$out"'], "soffice drew 0 pages, not 2"),
        (['mkdir "$out"'], "soffice wrote no PDF."),
    ],
)
def test_libreoffice_that_fails_is_a_word_and_no_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lines: list[str], words: str
) -> None:
    places = {"one": pdf_of(tmp_path, 1), "two": pdf_of(tmp_path, 2)}
    soffice(tmp_path, monkeypatch, *(line.format(**places) for line in lines))
    monkeypatch.setattr(peers, "PEERS", (("LibreOffice", peers.draw_with_libreoffice, "few"),))
    (row,) = peers.measure(sample(6), 100.0, 3)
    assert words in row.skipped
    assert row.document()["ok"] is None


def test_libreoffice_that_hangs_is_a_word_and_no_crash(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    soffice(tmp_path, monkeypatch, "read nothing < /dev/zero")
    monkeypatch.setattr(peers, "PATIENCE", 0.0)
    with pytest.raises(peers.Failed, match="TimeoutExpired"):
        peers.draw_with_libreoffice(sample(2))


def test_libreoffice_that_draws_all_pages_is_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    soffice(tmp_path, monkeypatch, f'cp "{pdf_of(tmp_path, 2)}" "$out"')
    monkeypatch.setattr(peers, "PEERS", (("LibreOffice", peers.draw_with_libreoffice, "few"),))
    (row,) = peers.measure(sample(6), 100.0, 2)
    assert not row.skipped
    assert row.base > 0


def test_a_row_without_a_reason_is_measured() -> None:
    row = BenchRow("work", 10.0, "ms", "base", 5.0, 3.0)
    assert row.ok
    assert row.document()["ratio"] == 2.0
