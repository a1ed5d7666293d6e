"""Bech32 (BIP 173), the way in which age writes its keys: 32 bytes as letters and digits with a checksum.

pyrage makes and reads such texts, but gives no way to the bytes in them, which a key that is agreed upon by
two sides is reckoned from.
"""

from collections.abc import Iterable

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECK = 6


def decode(text: str, prefix: str) -> bytes:
    """Return the bytes of a text that begins with `prefix` (in small letters). Raises ValueError."""
    small = text.lower()
    if text not in (small, text.upper()) or not small.startswith(f"{prefix}1"):
        raise ValueError("not a text of this kind")
    values = [_LETTERS.find(letter) for letter in small[len(prefix) + 1 :]]
    if min(values, default=-1) < 0 or _remainder([*_spread(prefix), *values]) != 1:
        raise ValueError("the checksum does not fit")
    return bytes(_regroup(values[:-_CHECK], 5, 8))


def encode(data: bytes, prefix: str) -> str:
    """Return bytes as a text in small letters."""
    values = _regroup(data, 8, 5, pad=True)
    check = _remainder([*_spread(prefix), *values, *[0] * _CHECK]) ^ 1
    values += [check >> 5 * (_CHECK - 1 - place) & 31 for place in range(_CHECK)]
    return f"{prefix}1" + "".join(_LETTERS[value] for value in values)


def _spread(prefix: str) -> list[int]:
    return [ord(letter) >> 5 for letter in prefix] + [0] + [ord(letter) & 31 for letter in prefix]


def _remainder(values: Iterable[int]) -> int:
    """Return the remainder of the code's polynomial; 1 for a whole text."""
    rest = 1
    for value in values:
        top = rest >> 25
        rest = (rest & 0x1FFFFFF) << 5 ^ value
        for place, part in enumerate(_GENERATOR):
            rest ^= part if top >> place & 1 else 0
    return rest


def _regroup(values: Iterable[int], wide: int, narrow: int, *, pad: bool = False) -> list[int]:
    """Cut a row of numbers of `wide` bits into numbers of `narrow` bits."""
    held, bits, found = 0, 0, []
    for value in values:
        held = held << wide | value
        bits += wide
        while bits >= narrow:
            bits -= narrow
            found.append(held >> bits & (1 << narrow) - 1)
        held &= (1 << bits) - 1
    if pad and bits:
        found.append(held << narrow - bits)
    elif not pad and (bits >= wide or held):
        raise ValueError("bits are left over")
    return found
