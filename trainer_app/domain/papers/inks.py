"""Colours of printed papers and charts, and the box in which something is drawn."""

from dataclasses import dataclass

Area = tuple[float, float, float, float]
"""A box: left, top, width, height in millimetres."""

BLACK, WHITE = "000000", "FFFFFF"


INK, SECOND, LINE, STRONG_LINE, SHADE, ACCENT = "18202C", "465264", "737D8B", "566070", "F3F5F8", "1F4E9C"


@dataclass(frozen=True)
class ChartColours:
    """Colours of charts, "RRGGBB": those of paper, unless a screen has its own."""

    ground: str = WHITE
    text: str = INK
    second: str = SECOND
    line: str = LINE
    edge: str = STRONG_LINE
    shade: str = SHADE
    strong: str = ACCENT
    loss: str = "B3261E"

    def mixed(self, part: int, whole: int) -> str:
        """Return a colour between ground (0) and strong (`whole`)."""
        pairs = ((int(self.ground[at : at + 2], 16), int(self.strong[at : at + 2], 16)) for at in (0, 2, 4))
        return "".join(f"{first + (second - first) * part // whole:02X}" for first, second in pairs)
