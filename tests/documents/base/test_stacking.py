"""Lines below each other: where they stand, and that they stay inside their box."""

import pytest

from tests.documents.boxes import Spot, letters
from tests.documents.reading import pages
from trainer_app.documents.base import fonts
from trainer_app.documents.base.fitting import Box, Piece, stack
from trainer_app.documents.base.paper import Paper

PIECES = (
    Piece("Ҷамшед", fonts.SANS_BOLD, 24, 18),
    Piece("", fonts.SANS, 12, 8),
    Piece("Исмоилов", fonts.SANS, 12, 8, gap=2),
)


def drawn(box: Box, *pieces: Piece) -> list[Spot]:
    """Return the letters of a stack on a page of its own."""
    paper = Paper(200, 100, "tg", "Намуна")
    stack(paper, box, pieces)
    paper.raw("")
    return letters(paper.finish())[0]


@pytest.mark.parametrize(("align", "share"), [("left", 0.0), ("centre", 0.5), ("right", 1.0)])
def test_lines_stand_at_their_edge(align: str, share: float) -> None:
    inked = drawn(Box(50, 10, 100, 60, align=align), *PIECES)
    for line in (inked[:6], inked[6:]):
        left, right = min(each.left for each in line), max(each.right for each in line)
        assert (left - 50) * (1 - share) == pytest.approx((150 - right) * share, abs=1)


@pytest.mark.parametrize(("high", "share"), [(0.0, 0.0), (0.5, 0.5), (1.0, 1.0)])
def test_a_stack_hangs_where_it_is_told(high: float, share: float) -> None:
    inked = drawn(Box(50, 10, 100, 60, high=high), *PIECES)
    above, below = min(each.top for each in inked) - 10, 70 - max(each.bottom for each in inked)
    assert above * (1 - share) == pytest.approx(below * share, abs=1.5)


def test_what_is_too_high_is_made_smaller_as_a_whole() -> None:
    free = drawn(Box(50, 10, 100, 60), *PIECES)
    tight = drawn(Box(50, 10, 100, 8), *PIECES)
    assert all(each.top >= 10 and each.bottom <= 18 for each in tight)
    scales = [(b.bottom - b.top) / (a.bottom - a.top) for a, b in zip(free, tight, strict=True)]
    assert max(scales) - min(scales) < 0.02
    assert max(scales) < 0.8


def test_nothing_is_drawn_of_nothing() -> None:
    assert drawn(Box(50, 10, 100, 60), Piece("", fonts.SANS, 12, 8)) == []
    assert drawn(Box(50, 10, 100, 60)) == []


def test_a_long_text_takes_the_lines_that_it_may() -> None:
    paper = Paper(200, 100, "tg", "Намуна")
    stack(paper, Box(50, 10, 40, 60), [Piece("Вокуниши милитсия ба зӯроварӣ", fonts.SANS, 14, 13, 3)])
    assert pages(paper.finish())[0].splitlines() == ["Вокуниши", "милитсия", "ба зӯроварӣ"]
