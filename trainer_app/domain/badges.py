"""The code on a participant's badge: ten digits, so that any scanner, layout or numeric keypad can type it.

It follows from the enrolment's key, hence is the same on every laptop and says nothing of the person.
"""

import hashlib
from collections.abc import Iterable

DIGITS = 10
_BODY = DIGITS - 1


def badge_code(enrolment: str) -> str:
    """Return the badge code of an enrolment: nine digits of SHA-256 of its key and a check digit (Luhn)."""
    hashed = hashlib.sha256(f"badge/{enrolment}".encode()).digest()
    body = f"{int.from_bytes(hashed[:8]) % 10**_BODY:0{_BODY}d}"
    from stdnum import luhn

    return body + luhn.calc_check_digit(body)


def is_badge_code(text: str) -> bool:
    """Tell whether a text is a badge code: ten digits, blanks aside, whose check digit is right."""
    digits = plain(text)
    if len(digits) != DIGITS or not (digits.isascii() and digits.isdigit()):
        return False
    from stdnum import exceptions, luhn

    try:
        luhn.validate(digits)
    except exceptions.ValidationError:
        return False
    return True


def find_badge(code: str, enrolments: Iterable[str]) -> tuple[str, ...]:
    """Return the enrolments (keys) whose badge has this code; more than one only by rare chance."""
    wanted = plain(code)
    return tuple(key for key in enrolments if badge_code(key) == wanted)


def spaced(code: str) -> str:
    """Return a badge code as it is printed: "412 903 7756"."""
    return f"{code[:3]} {code[3:6]} {code[6:]}"


def plain(text: str) -> str:
    """Return a code without blanks and hyphens."""
    return "".join(sign for sign in text if sign not in " -\t\r\n")
