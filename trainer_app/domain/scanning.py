"""What a scanner types: it plays a keyboard, so a Tajik or Russian layout turns its Latin signs into others.

`TRC1:` then arrives as `ЕКС1Ж`. The signs of Base45 (RFC 9285: digits, A to Z, blank and $%*+-./:) can be
told apart again, since every key of the layouts gives another sign.
"""

from trainer_app.domain.errors import TrainerError
from trainer_app.domain.serials import parse_serial

_SCANNED = ("ЕКС", "екс")
"""How `TRC` begins in either layout, with or without the scanner's capital letters."""
_KEYS = "QWERTYUIOPASDFGHJKLZXCVBNM"
_RUSSIAN = "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬ"
_TABLE = str.maketrans(_RUSSIAN + "ЖЮ;.", _KEYS + ":.$/")
# The standard Tajik layout has other letters on six keys: W, O, S, M, the minus and the plus.
_TAJIK = str.maketrans("ҚҲҶӢҒӮ", "WOSM-+")


def repair_scanned(text: str) -> str:
    """Return a code as it was printed if it was typed under a Cyrillic layout, else the text as it is."""
    if not text.startswith(_SCANNED):
        return text
    return text.upper().translate(_TABLE | _TAJIK)


def looks_like_serial(text: str) -> bool:
    """Tell whether a text is meant as a serial number, also one that was mistyped."""
    try:
        parse_serial(text)
    except TrainerError as error:
        return error.code == "serials.wrong_check"
    return True
