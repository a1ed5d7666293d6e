"""Where the ink of a paper stands, to the letter: in millimetres from the top left of its page."""

from collections.abc import Callable, Sequence
from ctypes import c_double

import pypdfium2
from msgspec import Struct
from pypdfium2 import raw

from tests.documents.reading import opened, text_of
from trainer_app.documents.base.paper import POINTS


class Spot(Struct, frozen=True):
    """A box round a letter or a line."""

    left: float
    top: float
    right: float
    bottom: float
    text: str = ""

    def meets(self, other: "Spot", slack: float = 0.0) -> bool:
        """Tell whether two boxes share more than `slack` millimetres both ways."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > slack and down > slack

    def within(self, other: "Spot") -> bool:
        """Tell whether this box lies inside another."""
        return (
            self.left >= other.left
            and self.right <= other.right
            and self.top >= other.top
            and self.bottom <= other.bottom
        )


class Seen(Struct, frozen=True):
    """All that is asked of a page at once, since to open it takes longest."""

    letters: list[Spot]
    rules: list[Spot]
    shapes: list[Spot]
    text: str


def see(pdf: bytes) -> list[Seen]:
    """Return what stands on every page, as `letters`, `rules`, `shapes` and `reading.pages` do."""
    with opened(pdf) as document:
        return [_see(page, page.get_textpage()) for page in document]


def _see(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage) -> Seen:
    drawn = _drawn(page)
    return Seen(_letters(page, text), _straight(drawn), _thick(drawn), text_of(text))


def letters(pdf: bytes) -> list[list[Spot]]:
    """Return the letters of every page, as their ink stands, turned ones too."""
    with opened(pdf) as document:
        return [_letters(page, page.get_textpage()) for page in document]


def digits(pdf: bytes) -> list[tuple[str, list[Spot]]]:
    """Return the text of every page, as `reading.pages` does, with the digits in it as their ink stands."""
    with opened(pdf) as document:
        read = ((page, page.get_textpage()) for page in document)
        return [(text_of(text), _letters(page, text, str.isdigit)) for page, text in read]


def _letters(
    page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, wanted: Callable[[str], object] = str.strip
) -> list[Spot]:
    """Return the letters of a page: asked of the library itself, once each, since they are many."""
    height, there, letter_at = page.get_height(), text.raw, raw.FPDFText_GetUnicode
    left, right, bottom, top = sides = tuple(c_double() for _ in range(4))
    found = []
    for at in range(text.count_chars()):
        letter = chr(letter_at(there, at))
        if wanted(letter):
            assert raw.FPDFText_GetCharBox(there, at, *sides)
            found.append(_spot(height, (left.value, bottom.value, right.value, top.value), letter))
    return found


def rules(pdf: bytes) -> list[list[Spot]]:
    """Return the straight lines of every page, boxes and forms aside."""
    return [_straight(found) for found in _paths(pdf)]


def _straight(found: Sequence[Spot]) -> list[Spot]:
    return [each for each in found if _thickness(each) < 1]


def shapes(pdf: bytes) -> list[list[Spot]]:
    """Return what is drawn on every page other than lines, forms aside."""
    return [_thick(found) for found in _paths(pdf)]


def _thick(found: Sequence[Spot]) -> list[Spot]:
    return [each for each in found if _thickness(each) >= 1]


def _paths(pdf: bytes) -> list[list[Spot]]:
    with opened(pdf) as document:
        return [_drawn(page) for page in document]


def _drawn(page: pypdfium2.PdfPage) -> list[Spot]:
    height, paths = page.get_height(), page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1)
    return [_spot(height, path.get_bounds()) for path in paths]


def _thickness(spot: Spot) -> float:
    return min(spot.right - spot.left, spot.bottom - spot.top)


def crossings(inked: Sequence[Spot], lines: Sequence[Spot]) -> list[str]:
    """Return the letters that a line goes through."""
    found = []
    for line in map(_thin, lines):
        # Hardly any letter is as high as a line and as far along: this is asked first of the thousands.
        left, top, right, bottom = line.left, line.top, line.right, line.bottom
        found += [
            each.text
            for each in inked
            if each.top < bottom
            and each.bottom > top
            and each.left < right
            and each.right > left
            and each.meets(line)
        ]
    return found


def collisions(inked: Sequence[Spot], slack: float = 0.3) -> list[str]:
    """Return the pairs of letters that stand on each other."""
    found, near = [], list[Spot]()
    for spot in sorted(inked, key=lambda each: each.left):
        left, top, bottom = spot.left, spot.top + slack, spot.bottom - slack
        near = [each for each in near if each.right > left]
        found += [
            each.text + spot.text
            for each in near
            if each.top < bottom and each.bottom > top and each.meets(spot, slack)
        ]
        near.append(spot)
    return found


def _thin(line: Spot) -> Spot:
    """Return a line without its thickness, hardly wider than nothing."""
    across, down = (line.left + line.right) / 2, (line.top + line.bottom) / 2
    if line.right - line.left > line.bottom - line.top:
        return Spot(line.left, down - 0.01, line.right, down + 0.01)
    return Spot(across - 0.01, line.top, across + 0.01, line.bottom)


def _spot(height: float, bounds: tuple[float, float, float, float], text: str = "") -> Spot:
    left, bottom, right, top = bounds
    return Spot(left / POINTS, (height - top) / POINTS, right / POINTS, (height - bottom) / POINTS, text)
