"""What must be true of every paper: nothing off the page, no word over another, all letters extract."""

from tests.documents.boxes import Seen, Spot, collisions, crossings, see
from tests.documents.reading import faces


def check_paper(
    pdf: bytes, wide: float = 210, high: float = 297, margin: float = 5, *, struck: bool = False
) -> list[str]:
    """Check a paper; return the text of its pages. `struck`: some words are crossed out on purpose."""
    return [page.text for page in look_at(pdf, wide, high, margin, struck=struck)]


def look_at(
    pdf: bytes, wide: float = 210, high: float = 297, margin: float = 5, *, struck: bool = False
) -> list[Seen]:
    """Check a paper as `check_paper` does; return all that stands on its pages."""
    paper = Spot(margin, margin, wide - margin, high - margin)
    found = see(pdf)
    for number, (inked, lines) in enumerate(((page.letters, page.rules) for page in found), start=1):
        assert inked, f"page {number} is empty"
        outside = [spot.text for spot in inked if not spot.within(paper)]
        assert not outside, f"page {number}: {''.join(outside)} is off the page"
        assert not collisions(inked), f"page {number}: {collisions(inked)} stand on each other"
        crossed = [] if struck else crossings(inked, lines)
        assert not crossed, f"page {number}: lines go through {''.join(crossed)}"
    embedded = faces(pdf)
    assert embedded
    assert all(embedded.values())
    return found
