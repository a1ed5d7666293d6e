"""The fonts that papers are set in, and the settings under which a PDF is the same to the byte.

Noto Sans for working papers, Cormorant and Source Serif for certificates. Every font is embedded and subset;
nothing is ever set in one of the viewer's own fonts.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from threading import RLock

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from trainer_app.domain.base.errors import TrainerError

SANS, SANS_MEDIUM, SANS_SEMIBOLD, SANS_BOLD = (
    "NotoSans-Regular",
    "NotoSans-Medium",
    "NotoSans-SemiBold",
    "NotoSans-Bold",
)

FACES = (
    SANS,
    SANS_MEDIUM,
    SANS_SEMIBOLD,
    SANS_BOLD,
    "Cormorant-Bold",
    "Cormorant-SemiBoldItalic",
    "SourceSerif-Regular",
    "SourceSerif-Italic",
    "SourceSerif-SemiBold",
    "SourceSerifDisplay-SemiBold",
)

# reportlab keeps these settings for the whole process: only one paper is written at a time.
_SETTINGS = RLock()


def use(folder: Path) -> None:
    """Register every face from a folder of TrueType files; a second call with the same folder is free."""
    for name in FACES:
        path = folder / f"{name}.ttf"
        if _registered_from(name) == str(path):
            continue
        try:
            # asciiReadable would put all of ASCII into every subset.
            pdfmetrics.registerFont(TTFont(name, str(path), asciiReadable=False))
        except (OSError, TTFError) as error:
            raise TrainerError("documents.font_missing", font=name, folder=str(folder)) from error


def face(name: str) -> TTFont:
    """Return a registered face; an error in words when `use` was not called or the name is unknown."""
    try:
        return pdfmetrics.getFont(name)
    except KeyError as error:
        raise TrainerError("documents.font_missing", font=name, folder="") from error


class _Widths(dict[str, float]):
    """How wide each letter of a face is, in thousandths of its size; what has not come yet is looked up."""

    def __init__(self, of: TTFont) -> None:
        super().__init__()
        self._known, self._other = of.face.charWidths, of.face.defaultWidth

    def __missing__(self, letter: str) -> float:
        width: float = self._known.get(ord(letter), self._other)
        self[letter] = width
        return width


_widths = lru_cache(maxsize=64)(_Widths)


def letter_widths(text: str, name: str) -> float:
    """Return how wide a line is, in thousandths of its size: whole numbers, so that parts sum up exactly."""
    return sum(map(_widths(face(name)).__getitem__, text))


def line_width(text: str, name: str, size: float) -> float:
    """Return how wide a line is, in the unit of its size: what `TTFont.stringWidth` says, sooner."""
    return float(0.001 * size * letter_widths(text, name))


def missing_letters(text: str, name: str) -> str:
    """Return the letters of a text that a face cannot print, each once, in their order."""
    glyphs = face(name).face.charToGlyph
    if all(map(glyphs.__contains__, map(ord, text))):
        return ""
    return "".join(dict.fromkeys(letter for letter in text if ord(letter) not in glyphs))


@contextmanager
def settings() -> Iterator[None]:
    """Hold reportlab to output that never changes and is not blown up by base 85, and put back what was."""
    with _SETTINGS:
        before = rl_config.invariant, rl_config.useA85
        rl_config.invariant, rl_config.useA85 = 1, 0
        try:
            yield
        finally:
            rl_config.invariant, rl_config.useA85 = before


def _registered_from(name: str) -> str:
    """Return the path a face was registered from, or "" when it was not."""
    if name not in pdfmetrics.getRegisteredFontNames():
        return ""
    return str(getattr(pdfmetrics.getFont(name).face, "filename", ""))
