"""Suggestions for the Latin spelling of a name.

Only ever a suggestion to somebody who types: the spelling that counts is the passport's, and passports do
not follow one table. The table is this project's own; it gives what most Tajik passports show.
"""

import re

from trainer_app.domain.letters import clean_text, convert_legacy

_TABLE = """
    а=a б=b в=v г=g ғ=gh д=d е=e ё=yo ж=zh з=z и=i ӣ=i й=y к=k қ=q л=l м=m н=n о=o п=p р=r с=s т=t у=u ӯ=u
    ф=f х=kh ҳ=h ц=ts ч=ch ҷ=j ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya ң=ng ө=o ү=u ұ=u һ=h і=i є=ye
"""
_LETTERS = dict(pair.split("=") for pair in _TABLE.split())
_VOWELS = frozenset("аеёиӣоуӯэюяыъь")
_WORD = re.compile(r"[^\W\d_]+")


def to_latin(text: str) -> str:
    """Return a text in Latin letters: "Исфандиёр" -> "Isfandiyor", "Ҷӯраев" -> "Jurayev".

    Letters that are Latin already stay.
    """
    cleaned = convert_legacy(clean_text(text))
    return _WORD.sub(lambda found: _word_to_latin(found.group()), cleaned)


def suggest_latin(family: str, given: str) -> str:
    """Return how a name may stand on a certificate in English: given name first, without patronymic."""
    return " ".join(filter(None, (to_latin(given), to_latin(family))))


def _word_to_latin(word: str) -> str:
    letters = []
    for place, letter in enumerate(word):
        small = letter.lower()
        latin = _LETTERS.get(small, small)
        # "е" is heard as "ye" where no consonant comes before it.
        if small == "е" and (place == 0 or word[place - 1].lower() in _VOWELS):
            latin = "ye"
        letters.append(latin if letter == small else latin.capitalize())
    return "".join(letters).upper() if word.isupper() and len(word) > 1 else "".join(letters)
