"""Design tokens: colours, sizes and heights of the design, as data; no colour is written elsewhere.

Colours are "#RRGGBB"; sizes are device-independent pixels. Contrasts are WCAG 2.2 ratios and are checked by
`tests/ui/style/test_tokens.py`.
"""

from msgspec import Struct


class Tokens(Struct, frozen=True):
    """One colour scheme. Blue means now or selected, green done, amber decide, red absent or failed."""

    dark: bool
    window: str
    rail: str
    surface: str
    sunken: str
    line: str
    line2: str
    edge: str
    text: str
    text2: str
    text3: str
    accent: str
    accent_hover: str
    accent_down: str
    on_accent: str
    accent_text: str
    accent_soft: str
    present: str
    present_soft: str
    late: str
    late_soft: str
    late_edge: str
    excused: str
    excused_edge: str
    absent: str
    on_absent: str
    absent_text: str
    absent_soft: str
    unmarked: str
    planned: str
    hatch: str
    rail_selected: str

    def colours(self) -> dict[str, str]:
        """Return every colour by its name, for the style sheet's template."""
        return {name: getattr(self, name) for name in self.__struct_fields__ if name != "dark"}


LIGHT = Tokens(
    dark=False,
    window="#F3F5F8",
    rail="#E9EDF2",
    surface="#FFFFFF",
    sunken="#F7F9FB",
    line="#DCE1E8",
    line2="#C3CBD6",
    edge="#7C8797",
    text="#18202C",
    text2="#465264",
    text3="#5F6B7C",
    accent="#1F4E9C",
    accent_hover="#1A4286",
    accent_down="#15366E",
    on_accent="#FFFFFF",
    accent_text="#1D4A95",
    accent_soft="#E3EBF8",
    present="#1B6A3D",
    present_soft="#E6F3EA",
    late="#7A4B00",
    late_soft="#FCE7B8",
    late_edge="#B67A10",
    excused="#5B3B96",
    excused_edge="#7E5FC0",
    absent="#B3261E",
    on_absent="#FFFFFF",
    absent_text="#A3211A",
    absent_soft="#FBE9E7",
    unmarked="#6B7686",
    planned="#7C8797",
    hatch="#DDE2E9",
    rail_selected="#FFFFFF",
)

DARK = Tokens(
    dark=True,
    window="#12161C",
    rail="#0D1116",
    surface="#1A2028",
    sunken="#161B22",
    line="#2A323D",
    line2="#3B4653",
    edge="#76839A",
    text="#E7EBF1",
    text2="#B7C0CD",
    text3="#93A0B1",
    accent="#7FA9EE",
    accent_hover="#97B9F2",
    accent_down="#6C97DF",
    on_accent="#0B1730",
    accent_text="#9CBEF5",
    accent_soft="#20304A",
    present="#82D3A0",
    present_soft="#1B3026",
    late="#F4C86E",
    late_soft="#40310F",
    late_edge="#B4862B",
    excused="#C7B1F1",
    excused_edge="#8F76C9",
    absent="#D0413A",
    on_absent="#FFFFFF",
    absent_text="#F2948C",
    absent_soft="#3A1F1E",
    unmarked="#8D99AA",
    planned="#717D91",
    hatch="#2A323D",
    rail_selected="#1A2028",
)

# Type: pixel sizes. Nothing is set smaller than CAPTION.
TITLE, COUNTER, CARD_TITLE, BODY, SMALL, CAPTION = 22, 26, 16, 14, 13, 12

# Space on a grid of 4.
PAGE_MARGIN, WORKSPACE_MARGIN, CARD_GAP, CARD_PADDING, ICON_GAP = 24, 16, 16, 20, 10
RADIUS_CARD, RADIUS_CONTROL, RADIUS_MARK = 8, 6, 4

# Heights and widths.
CONTROL, RAIL_ITEM, RAIL_WIDTH, RAIL_NARROW, TAB = 36, 38, 196, 64, 36
LIST_ROW, SESSION_ROW, HISTORY_ROW, TABLE_ROW, TABLE_HEAD = 56, 77, 40, 40, 32
CARD_HEAD = 46
ICON_RAIL, ICON_BUTTON, ICON_CHIP = 20, 18, 14

DRAWN_IN = "#5F6B7C"
"""The colour of the drawings in `resources/icons`: an icon is painted in another in its place."""

# What title bar and task bar leave of the smallest screen that is promised, and the narrow rail below.
SMALLEST = (1366, 697)
LEAST_WINDOW = (640, 340)
"""1366x697 at 200 % is 683x348."""
TITLE_BAR = 24
"""Height of the bar that the system puts above the window, at least."""
NARROW_BELOW = 1200
HELP_WIDTH, HELP_LEAST = 540, 380
"""Widths of the help beside a page, usual and least: its pages are to be read without scrolling."""
LEAST_PAGE = 640
"""What the page keeps beside the help, at least, in pixels."""


def contrast(first: str, second: str) -> float:
    """Return the WCAG contrast ratio of two colours "#RRGGBB", 1.0 to 21.0."""
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.2, 0 to 1."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
