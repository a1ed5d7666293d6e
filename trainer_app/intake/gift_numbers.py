"""Numbers of GIFT: a value, a value with what it may miss by, or bounds; reckoned exactly."""

import re
from decimal import Context, Decimal

from trainer_app.domain.numbers import is_number

_NUMBER = re.compile(r"[-+]?(?:[0-9]{1,20}(?:\.[0-9]{0,20})?|\.[0-9]{1,20})(?:[eE][-+]?[0-9]{1,2})?")
_EXACT = Context(prec=80)


def read_accepted_number(text: str) -> str | None:
    """Return "3.5" or "3..4" for "3.5", "3..4" and "3.5:0.5"; None for what is no number, or too long."""
    if text.find("..") > 0:
        low, high = map(_read, text.split("..", 1))
    elif text.find(":") > 0:
        value, margin = map(_read, text.split(":", 1))
        if value is None or margin is None or margin < 0:
            return None
        low, high = _EXACT.subtract(value, margin), _EXACT.add(value, margin)
    else:
        low = high = _read(text)
    if low is None or high is None or low > high:
        return None
    bounds = [_plain(low), _plain(high)]
    if not all(map(is_number, bounds)):
        return None
    return bounds[0] if low == high else "..".join(bounds)


def _read(text: str) -> Decimal | None:
    tidy = text.strip().replace(",", ".").replace("\N{MINUS SIGN}", "-")
    return Decimal(tidy) if _NUMBER.fullmatch(tidy) else None


def _plain(number: Decimal) -> str:
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text
