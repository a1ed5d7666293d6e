"""What a new passphrase must be, and the words that the program offers for one.

Whoever has a stolen laptop tries passphrases one after the other, the likely ones first: some hundred a
second on one graphics card. So length alone is not asked for, but that a guesser's own estimate (zxcvbn: the
commonest passwords and words, names, rows of keys, sequences, dates) needs ten thousand million tries and
more. It knows English words alone; Cyrillic letters are also judged as the Latin ones on the same keys, for
"пароль" stands in every list of passwords as "gfhjkm".

A passphrase from before this rule goes on opening its data; it is only told that a better one can be chosen.
"""

import math
import secrets
import unicodedata
from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.text_search import fold_word, latin_keys
from trainer_app.domain.base.texts import SOURCE, resource

LEAST = 14
"""Characters of a passphrase. Four words of three letters and the blanks between them have one more."""
OFFERED = 5
"""Words that are offered: of 512 each, they need 35 million million tries."""
ENOUGH, STRONG = 10.0, 14.0
"""Tries that a guesser must need at least, and those for one that is called strong, as powers of ten."""
_DIFFERENT = 6
_SHORTEST_NAME = 3
# The estimate takes time with the length, and no passphrase of this length is guessed.
_JUDGED = 72
_WORD = regex(r"[^\W\d_]+")
_COUNTED = """
    один два три четыре пять шесть семь восемь девять десять раз
    як ду се чор чаҳор панҷ шаш ҳафт ҳашт нӯҳ даҳ
    понедельник вторник среда четверг пятница суббота воскресенье
    душанбе сешанбе чоршанбе панҷшанбе ҷумъа шанбе якшанбе
    январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
    январ феврал апрел июн июл сентябр октябр ноябр декабр
"""
_IN_A_ROW = frozenset(_COUNTED.split())
"""Words that people count on with; the estimate knows the English ones only."""


_KEPT = str.maketrans("ёЁ", "еЕ")


class PassphraseFault(StrEnum):
    """Which part of the rule a passphrase fails; its value is the code of the sentence."""

    TOO_SHORT = "passphrase.too_short"
    ONLY_DIGITS = "passphrase.only_digits"
    REPEATS = "passphrase.repeats"
    OWN_NAME = "passphrase.own_name"
    COMMON = "passphrase.common"


class PassphraseStrength(StrEnum):
    """How hard a new passphrase is to guess; below fair it is refused."""

    NONE = "none"
    REFUSED = "refused"
    FAIR = "fair"
    STRONG = "strong"


class PassphraseVerdict(Struct, frozen=True):
    """What is to be said of a new passphrase; it will do if it has no `fault`."""

    strength: PassphraseStrength
    fault: PassphraseFault | None = None


def kept_spelling(passphrase: str) -> str:
    """Return a new passphrase as it is kept: with е for ё, which most people write and say either way.

    So one that is read out on the telephone opens however it is typed at the other end.
    """
    return unicodedata.normalize("NFC", passphrase).translate(_KEPT)


def check_passphrase(passphrase: str, own_name: str = "") -> None:
    """Raise passphrase.too_short, .only_digits, .repeats, .own_name or .common for one that will not do."""
    fault = judge_passphrase(passphrase, own_name).fault
    if fault is not None:
        raise TrainerError(fault.value, least=LEAST)


def judge_passphrase(passphrase: str, own_name: str = "") -> PassphraseVerdict:
    """Judge a new passphrase; `own_name` is its owner's.

    It is asked at every key, and an estimate takes time: so one is made, and a second one only for a name.
    """
    fault = plain_fault(passphrase, own_name)
    if fault is not None:
        blank = not passphrase.strip()
        return PassphraseVerdict(PassphraseStrength.NONE if blank else PassphraseStrength.REFUSED, fault)
    power, names = tries(passphrase), _names(own_name)
    if power < ENOUGH:
        return PassphraseVerdict(PassphraseStrength.REFUSED, PassphraseFault.COMMON)
    if names and tries(passphrase, names) < ENOUGH:
        return PassphraseVerdict(PassphraseStrength.REFUSED, PassphraseFault.OWN_NAME)
    return PassphraseVerdict(PassphraseStrength.STRONG if power >= STRONG else PassphraseStrength.FAIR)


def plain_fault(passphrase: str, own_name: str = "") -> PassphraseFault | None:
    """Return what is wrong at first sight, without the estimate, whose lists take a moment to read."""
    text = _tidy(passphrase)
    if text and not any(letter.isalpha() for letter in text):
        return PassphraseFault.ONLY_DIGITS
    if len(text) < LEAST:
        return PassphraseFault.TOO_SHORT
    # "word1 word2 word3" is one word, however often it is counted on.
    words = {"".join(_WORD.findall(word)) or word: word for word in text.casefold().split()}
    once = " ".join(words.values())
    if len(once) < LEAST or len(set(once)) < _DIFFERENT:
        return PassphraseFault.REPEATS
    if _IN_A_ROW.issuperset(words):
        return PassphraseFault.COMMON
    names = {fold_word(name) for name in _names(own_name)}
    rest = _WORD.sub(lambda found: "" if fold_word(found[0].lower()) in names else found[0], text)
    return PassphraseFault.OWN_NAME if len(_tidy(rest)) < LEAST else None


def tries(passphrase: str, names: Sequence[str] = ()) -> float:
    """Return how many tries a guesser needs at least, as a power of ten; `names` are known to be likely."""
    from zxcvbn import zxcvbn

    text = _tidy(passphrase)
    likely = [form for name in names for form in (name, latin_keys(name))]
    # Blanks between words are no secret; and what is typed with Cyrillic keys may be a word of Latin ones.
    forms = {form for each in (text, latin_keys(text)) for form in (each, each.replace(" ", ""))}
    found = [zxcvbn(form[:_JUDGED], user_inputs=likely)["guesses"] for form in forms if form]
    return math.log10(min(found, default=1))


def offer_words(language: str) -> str:
    """Return random words for a passphrase, in a language of the program."""
    words = offered_words(language)
    while True:
        # No word twice: it would look like a mistake to whoever writes them down.
        offer = " ".join(secrets.SystemRandom().sample(words, OFFERED))
        if judge_passphrase(offer).fault is None:
            return offer


def offered_words(language: str) -> tuple[str, ...]:
    """Return the words from which is chosen; the English ones for a language without a list."""
    path = resource("words", f"{language}.txt")
    if not path.is_file():
        path = resource("words", f"{SOURCE}.txt")
    return tuple(path.read_text(encoding="utf-8").split())


def _tidy(text: str) -> str:
    """Return a text as it is judged: blanks at its ends and in a row add nothing to it."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _names(own_name: str) -> list[str]:
    """Return the words of a name, without initials."""
    return [word for word in _WORD.findall(_tidy(own_name).lower()) if len(word) >= _SHORTEST_NAME]
