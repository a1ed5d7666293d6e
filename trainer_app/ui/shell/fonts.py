"""The bundled typeface: four weights of Noto Sans, and its narrow cut.

The files in `resources/fonts` are static cuts with one family name and four weights, so that 500 and 600
really look different from 400 and 700.
"""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics

from trainer_app.system.resources import resource
from trainer_app.ui.shell.tokens import BODY

FAMILY = "Noto Sans"
NARROW = "Noto Sans Narrow"


@cache
def load_fonts() -> tuple[str, ...]:
    """Register the bundled fonts with Qt, once; return the families found."""
    families: set[str] = set()
    for path in sorted(resource("fonts").glob("NotoSans*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        families.update(QFontDatabase.applicationFontFamilies(number))
    return tuple(sorted(families))


def font(size: int = BODY, weight: int = 400, *, narrow: bool = False) -> QFont:
    """Return the interface's font. `size` in device-independent pixels, `weight` 400, 500, 600 or 700."""
    chosen = QFont([NARROW, FAMILY] if narrow else [FAMILY])
    chosen.setPixelSize(size)
    chosen.setWeight(QFont.Weight(weight))
    return chosen


def metrics(size: int = BODY, weight: int = 400, *, narrow: bool = False) -> QFontMetrics:
    """Return the measures of `font` with the same arguments."""
    return QFontMetrics(font(size, weight, narrow=narrow))
