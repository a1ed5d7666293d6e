"""Every paper in every language looks as the kept one, says what it says, and survives a poor copier."""

from collections.abc import Sequence

import pytest
from PIL import Image

from tests.documents.boxes import Spot, letters
from tests.documents.golden_papers import EVERY, differs, drawn, kept, kept_names, make
from tests.documents.reading import pages
from trainer_app.documents.base.paper import POINTS

every_paper = pytest.mark.parametrize(("name", "language"), EVERY)
_COPIER = 300
_HOLLOW = set(".,:;·-–—…'’\"“”«»")
"""Letters of so little ink that they may stand between the dots of a copier."""


@every_paper
def test_a_paper_looks_as_the_one_that_was_kept(name: str, language: str) -> None:
    golden, now = kept(name, language), make(name, language)
    if now == golden:
        # To the byte: so nothing in it can look different.
        return
    assert pages(now) == pages(golden)
    before, after = drawn(golden), drawn(now)
    assert len(before) == len(after)
    for number, (one, other) in enumerate(zip(before, after, strict=True), start=1):
        box = differs(one, other)
        assert box is None, f"page {number} of {name} in {language} looks different in {box}"


def test_each_paper_is_kept_and_nothing_else() -> None:
    assert kept_names() == {f"{name}_{language}" for name, language in EVERY}


def test_a_letter_that_moved_is_seen() -> None:
    tajik, russian = (drawn(kept("signin", language))[0] for language in ("tg", "ru"))
    assert differs(tajik, tajik) is None
    assert differs(tajik, russian) is not None
    moved = tajik.copy()
    moved.paste(tajik.crop((100, 100, 110, 110)), (103, 100))
    assert differs(tajik, moved) is not None


@every_paper
def test_every_letter_survives_a_copier_that_knows_no_grey(name: str, language: str) -> None:
    pdf = make(name, language)
    for inked, page in zip(letters(pdf), drawn(pdf, _COPIER), strict=True):
        lost = too_pale(inked, page)
        assert not lost, f"{''.join(lost)} of {name} in {language} are too pale"


def test_a_letter_that_a_copier_loses_is_seen() -> None:
    pdf = make("signin", "tg")
    inked, page = letters(pdf)[0], drawn(pdf, _COPIER)[0]
    assert too_pale(inked, page.point(lambda level: 128 + level // 2)) == [
        spot.text for spot in inked if spot.text not in _HOLLOW
    ]
    one = next(spot for spot in inked if spot.text == "А")
    page.paste(255, _pixels(one))
    assert too_pale(inked, page)[:1] == ["А"]


def too_pale(inked: Sequence[Spot], page: Image.Image) -> list[str]:
    """Return the letters of which a copier that knows no grey leaves nothing."""
    copied = page.tobytes()
    return [
        spot.text
        for spot in inked
        if spot.text not in _HOLLOW and not _is_black(copied, page.size, _pixels(spot))
    ]


def _is_black(page: bytes, size: tuple[int, int], box: tuple[int, int, int, int]) -> bool:
    """Tell whether anything in a box (pixels) is nearer to black than to white."""
    (wide, high), (left, top, right, bottom) = size, box
    rows = range(max(0, top) * wide, min(high, bottom) * wide, wide)
    return any(min(page[row + max(0, left) : row + min(wide, right)], default=255) <= 127 for row in rows)


def _pixels(spot: Spot) -> tuple[int, int, int, int]:
    scale = POINTS * _COPIER / 72
    left, top, right, bottom = (side * scale for side in (spot.left, spot.top, spot.right, spot.bottom))
    return int(left), int(top), int(right) + 1, int(bottom) + 1
