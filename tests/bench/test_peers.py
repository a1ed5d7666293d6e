"""Other programs draw the page that is measured, or it is said that they are not here. No times."""

import base64
import io
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader

from tests.bench import peers
from tests.bench.certificates import sample
from tests.bench.row import BenchRow
from tests.documents.reading import codes, picture
from tests.documents.samples import RESOURCES
from trainer_app.documents import fonts


def test_each_draws_the_same_words_and_codes_or_says_that_it_is_missing(qapp: object) -> None:
    fonts.use(RESOURCES / "fonts")
    items = sample(2)
    for name, draw, _ in peers.PEERS:
        try:
            drawn = draw(items)
        except peers.NotInstalled:
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
    assert "ratio" not in missing.document()
    assert there.base > 0
    assert "skipped" not in there.document()


def test_a_row_without_a_reason_is_measured() -> None:
    row = BenchRow("work", 10.0, "ms", "base", 5.0, 3.0)
    assert row.ok
    assert row.document()["ratio"] == 2.0
