"""Which letters the bytes of a text file are: Unicode as it says itself, else the likeliest old code.

A list from an old computer may be in any of six codes for Cyrillic, and says in none of them which. Each is
tried, and what came out is judged by its letters: how often Russian and Tajik use them, whether capitals
stand inside words (KOI8 read as 1251 turns every name inside out: "рАХИМОВ"), and whether there are signs
that no text has. Code page 1251, by far the commonest, is taken where nothing else is clearly better.
"""

from functools import lru_cache
from math import log

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import Problem

_BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_CONTROL = frozenset(map(chr, range(32))) - frozenset("\t\r\n\x0b\x0c") | {"\x7f"}
_SAMPLE = 4000
"""Bytes that are looked at for zeros, and signs beyond ASCII that are judged."""
_MOST_ZEROS = 20
"""UTF-16 has a zero in every few bytes; one among twenty others is a slip of some program."""

_USUAL = "cp1251"
_OLD_CODES = {
    "koi8_t": "KOI8-T",
    "koi8_r": "KOI8-R",
    "koi8_u": "KOI8-U",
    "iso8859_5": "ISO 8859-5",
    "cp866": "DOS 866",
    "mac_cyrillic": "Mac",
}
# Of a thousand letters of Russian; those of Tajik alone as Tajik lists have them among Russian words.
_OFTEN = """
    о=90 е=72 а=100 и=80 н=65 т=55 с=50 р=55 в=50 л=45 к=38 м=36 д=34 п=22 у=26 я=18 ы=12 ь=14 г=17 з=20
    б=22 ч=14 й=16 х=16 ж=8 ш=12 ю=6 ц=4 щ=2 э=3 ф=10 ъ=1 ё=2 ӣ=8 ҷ=8 ҳ=12 қ=8 ғ=5 ӯ=7
"""
_SIGNS = frozenset("№«»–—“”„’…\N{NO-BREAK SPACE}")
_WORTH = {pair[0]: log(int(pair[2:]) / 1000) for pair in _OFTEN.split()}
_OLD_FONT = frozenset("ѓїќўњљіє")
_RARE, _SIGN, _NO_LETTER, _CAPITAL_INSIDE = log(0.0005), log(0.004), log(0.00002), -5.0
_TEXT = log(0.015)
"""From here on the letters are those of a text."""
_CLEARLY = 0.4
"""How much better, in natural logarithms a sign, another code must be than the usual one."""


def decode_text(data: bytes) -> tuple[str, list[Problem]]:
    """Return a file's text and what is doubtful about its letters.

    Raises table.not_a_spreadsheet, table.text_unreadable.
    """
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _checked(_decoded(data, encoding)), []
    if b"\x00" in data[:_SAMPLE]:
        whole = _without_zeros(data)
        if whole is not None:
            return whole, [Problem(None, "", "", "table.zeros", {"count": data.count(b"\x00")})]
        little = b"\x00" in data[1:_SAMPLE:2]
        return _checked(_decoded(data, "utf-16-le" if little else "utf-16-be")), []
    try:
        return _checked(data.decode("utf-8")), []
    except UnicodeDecodeError:
        encoding = _likeliest(data)
        text = _checked(_decoded(data, encoding))
    if encoding == _USUAL:
        # Code page 1251 has no Tajik letters: question marks may stand for them.
        return text, [Problem(None, "", "", "table.cp1251")]
    return text, [Problem(None, "", "", "table.encoding", {"encoding": _OLD_CODES[encoding]})]


def _without_zeros(data: bytes) -> str | None:
    """Return the text of a UTF-8 file into which a few zeros slipped; None for any other."""
    if data.count(b"\x00") * _MOST_ZEROS > len(data):
        return None
    try:
        text = data.replace(b"\x00", b"").decode("utf-8")
    except UnicodeDecodeError:
        return None
    return text if _CONTROL.isdisjoint(text) else None


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as problem:
        raise TrainerError("table.text_unreadable") from problem


def _checked(text: str) -> str:
    if not _CONTROL.isdisjoint(text):
        raise TrainerError("table.not_a_spreadsheet")
    return text


def _likeliest(data: bytes) -> str:
    """Return the code in which a text of no Unicode probably is."""
    worth = {encoding: _judge(data, encoding) for encoding in (_USUAL, *_OLD_CODES)}
    best = max(worth, key=lambda encoding: worth[encoding])
    return best if worth[best] > max(worth[_USUAL] + _CLEARLY, _TEXT) else _USUAL


def _judge(data: bytes, encoding: str) -> float:
    """Return how likely a text is that bytes make in a code, by the sign beyond ASCII."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return float("-inf")
    total, count, before = 0.0, 0, " "
    for sign in text:
        if sign > "\x7f":
            total += _worth(sign)
            total += _CAPITAL_INSIDE if sign.isupper() and before.islower() else 0
            count += 1
            if count == _SAMPLE:
                break
        before = sign
    return total / max(count, 1)


@lru_cache(maxsize=1024)
def _worth(sign: str) -> float:
    small = sign.lower()
    if small in _WORTH:
        return _WORTH[small]
    if sign in _SIGNS:
        return _SIGN
    return _RARE if small in _OLD_FONT else _NO_LETTER
