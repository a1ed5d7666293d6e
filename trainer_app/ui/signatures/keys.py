"""Which key says what the paper shows, whatever keyboard layout is switched on.

Signed: S, the Cyrillic letter on its key (Ы), П of "подпись", И of "имзо", plus. Not signed: N, the Cyrillic
letter on its key (Т), Н of "нет" and "нест", minus. Space turns one into the other.
"""

from trainer_app.domain.attendance import Signed

_SIGNED = frozenset("SЫПИ+=")
_NOT_SIGNED = frozenset("NТН-−–")


def signed_of(text: str) -> Signed | None:
    """Return the tick that a key means; None for any other key."""
    sign = text.upper()
    if len(sign) != 1:
        return None
    if sign in _SIGNED:
        return Signed.YES
    return Signed.NO if sign in _NOT_SIGNED else None


def is_tick_key(text: str) -> bool:
    """Tell whether a key puts a wrong tick right in the list of differences: the letters of "signed"."""
    return text.upper() in ("S", "Ы")


def toggled(signed: Signed) -> Signed:
    """Return what Space makes of a tick: the first press says that there is a signature."""
    return Signed.NO if signed is Signed.YES else Signed.YES
