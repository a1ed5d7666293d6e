"""JSON documents, and bytes as text for people: Bech32, fingerprints of keys, digits that are read aloud.

A document is one struct with `format` and `version` in front. Members that a reader does not know are
ignored, so that it can grow; what an older reader must not overlook raises `version`.

Bech32 (BIP 173) is the way in which age writes its keys: 32 bytes as letters and digits with a checksum.
pyrage makes and reads such texts, but gives no access to the bytes, which key agreement needs.

A fingerprint is what two people read to each other over the telephone to know that keys are the same. Of its
six groups two are typed, which the program picks: whoever makes keys up until some groups fit does not know
which are asked for. A secret of the asking computer picks them, the same ones whenever the same keys come.

Spoken bytes are groups of six digits, each with its own check: digits are read the same way in every language
and typed on every keyboard. Two bytes make five digits; the sixth is the check of the five and of the group's
position, after Damm (2004): it finds every wrong digit, every two neighbours that changed places, and nearly
every group at another's position. The last group is the beginning of SHA-256 of all, so that a mistake that
slipped through is found before anything is tried.
"""

import hashlib
import hmac
import itertools
from collections.abc import Iterable
from typing import Any

import msgspec

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts

_LETTERS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
_CHECK = 6


def decode_bech32(text: str, prefix: str) -> bytes:
    """Return the bytes of a text that begins with `prefix` (in small letters). Raises ValueError."""
    small = text.lower()
    if text not in (small, text.upper()) or not small.startswith(f"{prefix}1"):
        raise ValueError("not a text of this kind")
    values = [_LETTERS.find(letter) for letter in small[len(prefix) + 1 :]]
    if min(values, default=-1) < 0 or _remainder([*_spread(prefix), *values]) != 1:
        raise ValueError("the checksum does not fit")
    return bytes(_regroup(values[:-_CHECK], 5, 8))


def encode_bech32(data: bytes, prefix: str) -> str:
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
        for index, part in enumerate(_GENERATOR):
            rest ^= part if top >> index & 1 else 0
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


GROUPS = 6
_DIGITS = 5
# Five bytes to five digits: the remainder favours no digit by more than one in ten million.
_BYTES = 5
_DOMAIN = b"trainer-app fingerprint 1"


def fingerprint(kind: str, *keys: bytes) -> str:
    """Return 6 groups of 5 digits, about 100 bits, over the kind of keys and the keys in this order.

    "48213 09375 52017 ...": SHA-256 over length-prefixed parts, each 5 bytes modulo 100,000.
    """
    parts = (_DOMAIN, kind.encode(), *keys)
    hashed = hashlib.sha256(b"".join(len(part).to_bytes(4) + part for part in parts)).digest()
    numbers = (int.from_bytes(hashed[at : at + _BYTES]) for at in range(0, GROUPS * _BYTES, _BYTES))
    return " ".join(f"{number % 10**_DIGITS:0{_DIGITS}}" for number in numbers)


def pick_groups(secret: bytes, digits: str) -> tuple[int, int]:
    """Return the places, from 1, of the two groups of a fingerprint that are to be typed, in their order."""
    pairs = list(itertools.combinations(range(1, GROUPS + 1), 2))
    picked = hmac.digest(secret, b"trainer-app groups 1 " + digits.encode(), "sha256")
    # Fifteen pairs and 32 bytes: the remainder favours none.
    return pairs[int.from_bytes(picked) % len(pairs)]


def is_typed(typed: str, digits: str, places: tuple[int, int]) -> bool:
    """Tell whether the groups asked for were typed, or all six. Raises office.digits_missing."""
    found, groups = _digits(typed), digits.split()
    asked = "".join(groups[place - 1] for place in places)
    if len(found) not in (len(asked), GROUPS * _DIGITS):
        raise TrainerError("office.digits_missing", first=places[0], second=places[1])
    return found in (asked, "".join(groups))


SPOKEN_LENGTH = 32
"""Bytes of the keys that are read aloud."""
_PAIR = 2
_GROUP = 6
_MOST = 0xFFFF
# Damm's own quasigroup of order 10 (dissertation, Marburg 2004, page 111).
_DAMM = (
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
)


def groups_of(length: int) -> int:
    """Return how many groups are read aloud for so many bytes (an even number)."""
    return length // _PAIR + 1


def spoken_groups(data: bytes) -> str:
    """Return an even number of bytes as groups of six digits, with spaces between."""
    whole = data + _ending(data)
    pairs = (int.from_bytes(whole[at : at + _PAIR]) for at in range(0, len(whole), _PAIR))
    return " ".join(_group(number, value) for number, value in enumerate(pairs, start=1))


def wrong_group(typed: str) -> int:
    """Return the number, from 1, of the first whole group that does not add up; 0 if all do so far."""
    digits = _digits(typed)
    for number, at in enumerate(range(0, len(digits) - _GROUP + 1, _GROUP), start=1):
        value = int(digits[at : at + _GROUP - 1])
        if value > _MOST or _group(number, value) != digits[at : at + _GROUP]:
            return number
    return 0


def whole_groups(typed: str) -> int:
    """Return how many whole groups are there."""
    return len(_digits(typed)) // _GROUP


def read_spoken(typed: str, length: int) -> bytes:
    """Return the bytes of digits that were typed, spaces or not.

    Raises spoken.wrong_group (which one), spoken.incomplete, spoken.does_not_fit for a whole that is none.
    """
    wrong = wrong_group(typed)
    if wrong:
        raise TrainerError("spoken.wrong_group", group=wrong)
    digits = _digits(typed)
    if len(digits) != groups_of(length) * _GROUP:
        raise TrainerError("spoken.incomplete", groups=groups_of(length), found=whole_groups(typed))
    values = (int(digits[at : at + _GROUP - 1]) for at in range(0, len(digits), _GROUP))
    whole = b"".join(value.to_bytes(_PAIR) for value in values)
    if _ending(whole[:length]) != whole[length:]:
        raise TrainerError("spoken.does_not_fit")
    return whole[:length]


def _group(place: int, value: int) -> str:
    """Return five digits and the check of them and of the group's place."""
    digits = f"{value:05}"
    check = 0
    for digit in f"{place:02}{digits}":
        check = int(_DAMM[check][int(digit)])
    return f"{digits}{check}"


def _ending(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()[:_PAIR]


def _digits(typed: str) -> str:
    """Keep the digits, whatever stands between them; digits of other scripts are not read aloud here."""
    return "".join(letter for letter in typed if letter in "0123456789")


class DocumentPreamble(msgspec.Struct, frozen=True):
    """The two members that every version of every document has."""

    format: str = ""
    version: int = 0


def encode(document: msgspec.Struct) -> bytes:
    """Write a document: members in the struct's order, no spaces, bytes as Base64, UTF-8, a LF at the end."""
    return msgspec.json.encode(document, enc_hook=_write_value) + b"\n"


def decode[T: msgspec.Struct](data: bytes, kind: type[T], expected: DocumentPreamble, code: str) -> T:
    """Read a document of the expected format and no higher version.

    Raises `code` for anything malformed, bundle.too_new for a higher version.
    """
    preamble = _parse(data, DocumentPreamble, code)
    if preamble.format != expected.format or preamble.version < 1:
        raise TrainerError(code)
    if preamble.version > expected.version:
        raise TrainerError("bundle.too_new", version=preamble.version)
    return _parse(data, kind, code)


def _parse[T: msgspec.Struct](data: bytes, kind: type[T], code: str) -> T:
    try:
        return msgspec.json.decode(data, type=kind, dec_hook=_read_value)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as problem:
        raise TrainerError(code) from problem


def _write_value(value: object) -> dict[str, str]:
    if isinstance(value, Texts):
        return dict(value)
    raise NotImplementedError(f"{type(value).__name__} has no form in a document")


def _read_value(kind: type, raw: Any) -> Texts:
    if kind is Texts:
        return Texts.read(raw)
    raise NotImplementedError(f"{kind.__name__} has no form in a document")
