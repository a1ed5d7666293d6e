"""Letters of Tajik, Russian and Latin text: cleaning, sorting, repairs, and what papers can print.

Three things happen to Tajik letters before a list arrives: old fonts ("Times New Roman Tj") keep them in
the places of Serbian and Ukrainian ones; typists use Latin letters that look the same; and code page 1251,
which has no Tajik letters, turns them into question marks. All three are found here. Repairs are offered
to the user, never made silently. `unprintable_signs` finds characters that no paper here can print.
"""

import re
import unicodedata
from functools import lru_cache

from trainer_app.domain.base.patterns import regex

ALPHABET = "абвгғдеёжзиӣйкқлмнңоөпрстуўӯүфхҳцчҷшщъыьэюя"
"""Order of letters: Tajik, with the letters of Russian and the neighbours' languages in their places."""

TAJIK_LETTERS = "ғӣқӯҳҷ"
"""What Tajik has and Russian has not."""

# Letters of the alphabet come after digits and punctuation, Latin ones after them, all else last.
_ORDER = {ord(letter): chr(0x80 + index) for index, letter in enumerate(ALPHABET)} | {
    ord(letter): chr(0xC0 + index) for index, letter in enumerate("abcdefghijklmnopqrstuvwxyz")
}

_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\ufe58\ufe63\uff0d"
_APOSTROPHES = "\u2018\u2019\u02bc\u02bb\u00b4\u0060\u2032\uff07"
# Left to themselves, those that turn the direction turn a whole certificate around.
_INVISIBLE = (
    "\u00ad\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_TIDY = str.maketrans(
    dict.fromkeys(_DASHES, "-")
    | dict.fromkeys(_APOSTROPHES, "'")
    # Soft hyphen, zero-width characters, direction marks: invisible, and no part of any name.
    | dict.fromkeys(f"{_INVISIBLE}\u200c\u200d", "")
)
_TIDY_ALREADY = regex(r"(?:[А-яЁёҒғӢӣҚқӮӯҲҳҶҷA-Za-z0-9.,()/№'-]+(?: (?=\S)|$))*")
_UNWANTED = regex(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_UNSEEN = regex(f"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f{_INVISIBLE}]")
_LONE_SURROGATES = regex(r"[\ud800-\udfff]")

_LEGACY_LETTERS = "ѓїќўњљЃЇЌЎЊЉ"
_LEGACY = str.maketrans(_LEGACY_LETTERS, "ғӣқӯҳҷҒӢҚӮҲҶ")
_LEGACY_FOUND = regex(f"[{_LEGACY_LETTERS}]")

# Latin letters (and two digits) that cannot be told from Cyrillic ones on paper.
_LATIN_LOOKS = dict(
    zip("ABCEHKMOPTXYËaceopxykmtë03ĪŪīū", "АВСЕНКМОРТХУЁасеорхукмтёОЗӢӮӣӯ", strict=True),
)
_CYRILLIC_LOOKS = {"і": "i", "І": "I", "ј": "j", "Ј": "J", "ѕ": "s", "Ѕ": "S"} | {
    cyrillic: latin for latin, cyrillic in _LATIN_LOOKS.items() if latin.isalpha()
}
# Letters of other Cyrillic alphabets that typists take for the Tajik ones beside them in a font's table.
_STRANGERS = str.maketrans(
    "ҹӌҝӄҟӷҕӽӿһұүӱӥҸӋҜӃҞӶҔӼӾҺҰҮӰӤ",
    "ҷҷқққғғҳҳҳӯӯӯӣҶҶҚҚҚҒҒҲҲҲӮӮӮӢ",
)
# Only a text with one of these needs a second look: most have none.
_SUSPICIOUS = regex(
    f"[?A-Za-z\u00c0-\u024f{_LEGACY_LETTERS}{''.join(map(chr, _STRANGERS))}ІіЈјЅѕ]|[03](?=[\u0400-\u052f])"
)
# Signs alone are found faster than with what must follow them.
_MAYBE_SUSPICIOUS = regex(f"[?A-Za-z\u00c0-\u024f{_LEGACY_LETTERS}{''.join(map(chr, _STRANGERS))}ІіЈјЅѕ03]")
_WORD = regex(r"[^\W_]+")
_CYRILLIC = regex("[\u0400-\u052f]")
# The letters among A to ɏ: between them stand the signs × and ÷.
_LATIN = regex("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]")


@lru_cache(maxsize=65536)
def clean_text(text: str) -> str:
    """Return a text as it is stored: NFC, one kind of dash, apostrophe and blank, nothing invisible.

    Idempotent. Letters stay as typed, whatever their alphabet.
    """
    if _TIDY_ALREADY.fullmatch(text):
        return text
    composed = unicodedata.normalize("NFC", _LONE_SURROGATES.sub("\ufffd", text))
    tidy = _UNWANTED.sub("", composed.translate(_TIDY))
    return unicodedata.normalize("NFC", " ".join(tidy.split()))


def invisible_signs(text: str) -> tuple[str, ...]:
    """Return the invisible signs of a text that `clean_text` takes out, each once, as "U+202E".

    The joiners of Arabic writing are not among them: no sight is lost with them.
    """
    if text.isprintable():
        return ()
    return tuple(dict.fromkeys(f"U+{ord(sign):04X}" for sign in _UNSEEN.findall(text)))


def without_invisible(text: str) -> str:
    """Return a text as typed, without the signs that `invisible_signs` names."""
    return _UNSEEN.sub("", text)


UNSEEN_RANGES = (
    *((0x00, 0x1F), (0x7F, 0x9F), (0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160)),
    *((0x17B4, 0x17B5), (0x180B, 0x180F), (0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F)),
    *((0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0), (0xFFF0, 0xFFFB)),
    (0xE0000, 0xE0FFF),
)
"""First and last signs of what nobody sees, or what turns or breaks a line; the check page has them too."""
_UNSEEN_ANYWHERE = regex(f"[{''.join(f'{chr(first)}-{chr(last)}' for first, last in UNSEEN_RANGES)}]")


def visible_text(text: str) -> str:
    """Return a text of strangers to be looked at: what nobody would see stands there as "[U+202E]"."""
    return _UNSEEN_ANYWHERE.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


_NUMBER = regex(r"[+\-\u2212]?[\d\u00a0 ]+([.,]\d+)?[\u00a0 ]?%?")


def pasted_cell(text: str) -> str:
    """Return a text as one cell of what is pasted into a spreadsheet: one line, and never a formula."""
    line = " ".join(text.split())
    return f"'{line}" if line[:1] in tuple("=+-@＝＋－＠") and not _NUMBER.fullmatch(line) else line


@lru_cache(maxsize=65536)
def sort_key(text: str) -> str:
    """Return a key that sorts texts by the Tajik alphabet (`ALPHABET`); case only breaks ties.

    Keys are compared as plain text. Different texts have different keys.
    """
    composed = unicodedata.normalize("NFC", text)
    return f"{composed.lower().translate(_ORDER)}\x01{composed}"


def has_legacy_letters(text: str) -> bool:
    """Tell whether a text holds letters under which old Tajik fonts keep ғ ӣ қ ӯ ҳ ҷ."""
    return _LEGACY_FOUND.search(text) is not None


def legacy_letters(text: str) -> frozenset[str]:
    """Return which of these letters a text holds, in lower case.

    `ў` alone proves nothing: it is a letter of Uzbek too.
    """
    return frozenset(letter.lower() for letter in _LEGACY_FOUND.findall(text))


def convert_legacy(text: str) -> str:
    """Return a text with the letters of old fonts replaced by real Tajik ones: "Рањимов" -> "Раҳимов"."""
    return text.translate(_LEGACY)


def has_lost_letters(text: str) -> bool:
    """Tell whether question marks stand where letters were: "Ра?имов", the trace of code page 1251.

    One that ends words in brackets asks something: "(декрет?)".
    """
    return re.search(r"[^\W\d_]\?(?!\s*\))|\?[^\W\d_]", text) is not None


def is_cyrillic(text: str) -> bool:
    """Tell whether a text has Cyrillic letters."""
    return _CYRILLIC.search(text) is not None


def is_latin(text: str) -> bool:
    """Tell whether a text has Latin letters."""
    return _LATIN.search(text) is not None


def is_all_latin(text: str) -> bool:
    """Tell whether a text is written in Latin letters alone."""
    return is_latin(text) and not is_cyrillic(text)


def is_suspicious(text: str) -> bool:
    """Tell whether legacy, mixed or lost letters are possible in a Cyrillic text at all. Quick."""
    return _MAYBE_SUSPICIOUS.search(text) is not None and _SUSPICIOUS.search(text) is not None


@lru_cache(maxsize=65536)
def has_mixed_letters(text: str) -> bool:
    """Tell whether a word mixes alphabets, or one of another alphabet hides between Cyrillic words."""
    return repair_mixed(text) != text or any(is_cyrillic(word) and is_latin(word) for word in words_of(text))


def has_strange_letters(text: str) -> bool:
    """Tell whether letters of two alphabets stand in a word, or some that neither Tajik nor Russian has.

    `ў` is a letter of Uzbek, in which names are written too.
    """
    return has_mixed_letters(text) or bool(legacy_letters(text) - {"ў"} or set(text) & set("іІїЇєЄґҐ"))


@lru_cache(maxsize=65536)
def repair_mixed(text: str) -> str:
    """Return a text with look-alike letters put into the alphabet of their word.

    "Pаҳимов" with a Latin P becomes Cyrillic; "Аzizov" with a Cyrillic А becomes Latin; initials in Latin
    letters beside a Cyrillic name become Cyrillic. What cannot be repaired letter by letter stays.
    """
    if text.isascii() or not is_suspicious(text) or not is_cyrillic(text):
        return text
    repaired = _WORD.sub(lambda found: _repair_word(found.group()), text)
    if any(is_cyrillic(word) and not is_latin(word) for word in words_of(repaired)):
        return _WORD.sub(lambda found: _put_among_cyrillic(found.group()), repaired)
    return repaired


def words_of(text: str) -> list[str]:
    """Return the words of a text: runs of letters and digits."""
    return _WORD.findall(text)


def _repair_word(word: str) -> str:
    """Put a word that mixes alphabets into the one that all its letters fit, if there is one."""
    word = word.translate(_STRANGERS)
    cyrillic = [letter for letter in word if is_cyrillic(letter)]
    latin = [letter for letter in word if letter in "03" or is_latin(letter)]
    # A digit at the end is a number ("ШКД3"), not a slip.
    if not cyrillic or not latin or word[-1].isdigit():
        return word
    to_cyrillic = all(letter in _LATIN_LOOKS for letter in latin)
    to_latin = all(letter in _CYRILLIC_LOOKS for letter in cyrillic)
    if to_cyrillic and (not to_latin or len(cyrillic) >= len(latin)):
        return _to_cyrillic(word)
    if to_latin and not any(letter.isdigit() for letter in latin):
        return "".join(_CYRILLIC_LOOKS.get(letter, letter) for letter in word)
    return word


def _put_among_cyrillic(word: str) -> str:
    """Put a Latin word that looks Cyrillic ("A." beside "Азизов") into Cyrillic letters."""
    looks_cyrillic = all(letter in _LATIN_LOOKS for letter in word) and not word.isdigit()
    return _to_cyrillic(word) if looks_cyrillic else word


def _to_cyrillic(word: str) -> str:
    repaired = "".join(_LATIN_LOOKS.get(letter, letter) for letter in word)
    # A digit has no case: inside a word it stands for a small letter.
    return repaired if word.upper() == word else repaired[:1] + repaired[1:].lower()


# What every bundled face has, certificates' faces too (a test compares it with the fonts themselves).
_PRINTED = (
    " -~\u00a0-\u00b4\u00b6-\u012b\u012e-\u0131\u0134-\u0165\u0168-\u017f\u018f\u0192\u01a0\u01a1\u01af\u01b0"
    "\u01cd-\u01dc\u01e6\u01e7\u01f8\u01f9\u0218-\u021b\u0237\u02bb\u02bc\u02be\u02bf\u02c6\u02c7\u02ca\u02cb"
    "\u02d8-\u02dd\u0300-\u0304\u0306-\u030c\u031b\u0323\u0324\u0326-\u0328\u032e\u0331"
    "\u0400-\u045f\u0462\u0463\u0472-\u0475\u0490-\u0493\u0496-\u049b\u04a0-\u04a3\u04aa\u04ab\u04ae-\u04b3"
    "\u04b6\u04b7\u04ba\u04bb\u04c0-\u04c2\u04cf-\u04d1\u04d4-\u04d9\u04e2\u04e3\u04e6-\u04e9\u04ee\u04ef"
    "\u04f2\u04f3\u2010\u2012-\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u202f\u2030\u2032\u2033"
    "\u2039\u203a\u2044\u2070\u2074-\u2079\u20ac\u20bd\u2116\u2122\u2190-\u2193\u2212\u2264\u2265"
)
_STRANGE = regex(f"[^{_PRINTED}]")


def unprintable_signs(text: str) -> str:
    """Return the signs of a cleaned text that print as empty boxes, each once, in their order.

    Arabic letters and emoji are such signs: they are kept as typed, and somebody should be told.
    """
    return "".join(dict.fromkeys(_STRANGE.findall(text))) if _STRANGE.search(text) else ""


# Blanks, and the quote that marks a cell as text.
_BEFORE = " \t\r\n'\"`"
_ALWAYS = ("=", "＝")
_SOMETIMES = regex(r"[+\-@＋－＠]")
_FORMULA_SIGNS = regex(
    r"[|!^=]"  # cmd|'/C calc'!A0, another sheet's cells, a power, a comparison
    r"|[A-Za-zА-яЁё]\((?![^\W\d_][^\d()+*/\"&:;!|]*\))"  # a function: SUM(1+1), NOW(); not "Азизов(майор)"
    r"|\$?\b[A-Za-z]{1,3}\$?\d+\b"  # a cell
    r"|\d\s*[-+*/&]\s*[\d(A-Za-z$]"  # sums: 2+3, 1-A
)


def looks_like_formula(text: str) -> bool:
    """Tell whether a spreadsheet would calculate a text that should be a name."""
    bare = text.lstrip(_BEFORE)
    if bare.startswith(_ALWAYS):
        return True
    signs = _SOMETIMES.match(bare)
    return signs is not None and _FORMULA_SIGNS.search(bare, 1) is not None


_FORBIDDEN = frozenset('<>:"/\\|?*')
_PORTS = (f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³")
_DEVICES = frozenset({"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", *_PORTS})
MOST_BYTES = 200
"""Of 255 that systems take: some are left for ".part" and for a number where the name is taken."""


def safe_name(name: str, fallback: str = "file", most_bytes: int = MOST_BYTES) -> str:
    """Return a name that a file can have in every folder: the name given, with "-" for what may not be in it.

    What is too long is cut before its ending. `fallback` is the name where nothing is left.
    """
    clean = "".join("-" if sign in _FORBIDDEN or not sign.isprintable() else sign for sign in name)
    clean = clean.strip(" ").rstrip(" .")
    if not clean.strip("-. "):
        return fallback
    stem, dot, ending = clean.rpartition(".")
    if not stem or len(ending) > 12:
        stem, dot, ending = clean, "", ""
    stem = shortened(stem, most_bytes - len(f"{dot}{ending}".encode())).rstrip(" .")
    clean = f"{stem}{dot}{ending}"
    return f"_{clean}" if is_device(clean) else clean


def shortened(text: str, most_bytes: int) -> str:
    """Return as much of the beginning of a text as has room in so many bytes."""
    return text.encode()[: max(1, most_bytes)].decode(errors="ignore")


def is_device(name: str) -> bool:
    """Tell whether Windows takes a name for one of its devices, whatever stands behind the first dot."""
    return name.partition(".")[0].rstrip(" ").upper() in _DEVICES


def is_safe(name: str) -> bool:
    """Tell whether a file can have a name in every folder, as it is."""
    return bool(name) and safe_name(name) == name
