"""The benchmark of certificates measures what it says: the same pages, drawn in several ways. No times."""

import io

from pypdf import PdfReader

from tests.bench.certificates import (
    draw_anew,
    draw_naively,
    draw_squares,
    measure,
    peak_memory,
    sample,
)
from tests.documents.reading import codes, picture
from tests.documents.samples import RESOURCES, design
from trainer_app.documents.base import fonts
from trainer_app.documents.certificates.certificate import certificates_pdf


def _words(pdf: bytes) -> list[list[str]]:
    reader = PdfReader(io.BytesIO(pdf), strict=True)
    return [sorted(page.extract_text().split()) for page in reader.pages]


def test_every_row_has_its_baseline_and_target() -> None:
    rows = measure(pages=6, few=2)
    assert len(rows) == 5
    assert {row.pages for row in rows} == {6}
    for row in rows:
        assert row.ours > 0
        assert row.theirs > 0
        assert row.ratio == row.ours / row.theirs
        assert row.target >= 1


def test_baselines_draw_the_same_pages(qapp: object) -> None:
    fonts.use(RESOURCES / "fonts")
    items = sample(3)
    ornate = design("completion")
    assert _words(draw_anew(items, ornate)) == _words(certificates_pdf(items, ornate))
    naive, squares = draw_naively(items), draw_squares(items)
    assert _words(naive) == _words(squares)
    for drawn in (naive, squares, draw_anew(items, ornate)):
        assert len(_words(drawn)) == 3
        assert codes(picture(drawn, 200, page=2)) == [items[2].qr_text]


def test_names_serials_and_codes_differ() -> None:
    items = sample(50)
    assert len({item.qr_text for item in items}) == 50
    assert len({item.facts.serial for item in items}) == 50
    assert {len(item.qr_text) for item in items} == {480}


def test_memory_is_measured_in_a_process_of_its_own() -> None:
    assert peak_memory(2) > 10_000_000
