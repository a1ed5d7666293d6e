"""Names in Latin letters: what is suggested, what stood in a cell with the name, which part is first.

The Latin spelling is only ever a suggestion to somebody who types: the spelling that counts is the
passport's, and passports do not follow one table. The table is this project's own; it gives what most Tajik
passports show.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum

from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.text_cleaning import clean_text, convert_legacy, is_all_latin, is_cyrillic
from trainer_app.domain.base.text_search import fold
from trainer_app.domain.people.names import clean_name, is_initial
from trainer_app.domain.people.persons import Person

# "Каримова Ситора (Karimova Sitora)", "Karimova Sitora / Каримова Ситора".
_LATIN_WORD = r"[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f'.-]*"
_LATIN_WORDS = regex(rf"{_LATIN_WORD}(?:,? {_LATIN_WORD})*")
# The semicolon of "&amp;", as a web page's table has it, parts nothing: it is told as a sign of the name.
_SIGNS_BEFORE = regex(r"(?:(?<!&amp)(?<!&quot)(?<!&nbsp)[\s/|=;:,-])*[(\[\"«]?$")
_SIGNS_AFTER = regex(r"^[)\]\"»]?[\s/|=;:,-]*")
_ALL_IN_BRACKETS = regex(r"[(\[]([^()\[\]]+)[)\]]")
# How like a word its spelling is, of 100; in brackets hardly anything else stands.
_LIKE, _LIKE_IN_BRACKETS = 85, 70
_TABLE = """
    а=a б=b в=v г=g ғ=gh д=d е=e ё=yo ж=zh з=z и=i ӣ=i й=y к=k қ=q л=l м=m н=n о=o п=p р=r с=s т=t у=u ӯ=u
    ф=f х=kh ҳ=h ц=ts ч=ch ҷ=j ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya ң=ng ө=o ү=u ұ=u һ=h і=i є=ye
"""
_LATIN_LETTERS = dict(pair.split("=") for pair in _TABLE.split())
_VOWELS = frozenset("аеёиӣоуӯэюяыъь")
_WORD = regex(r"[^\W\d_]+")


def to_latin(text: str) -> str:
    """Return a text in Latin letters: "Исфандиёр" -> "Isfandiyor", "Ҷӯраев" -> "Jurayev".

    Letters that are Latin already stay.
    """
    cleaned = convert_legacy(clean_text(text))
    return _WORD.sub(lambda found: _word_to_latin(found.group()), cleaned)


class LatinOrder(StrEnum):
    """Which part of a name stands first in Latin letters."""

    GIVEN_FIRST = "given_first"
    FAMILY_FIRST = "family_first"


def suggest_latin(family: str, given: str, order: LatinOrder = LatinOrder.GIVEN_FIRST) -> str:
    """Return how a name may stand on a certificate in English, without patronymic.

    Nothing for a name that is written in Latin letters: it is printed as it is. What a list has in capital
    letters alone, or in small ones, begins with a capital letter: nobody would correct thirty of them.
    """
    if is_all_latin(f"{family} {given}"):
        return ""
    parts = (to_latin(_with_capitals(given)), to_latin(_with_capitals(family)))
    return " ".join(filter(None, parts if order is LatinOrder.GIVEN_FIRST else reversed(parts)))


def _with_capitals(part: str) -> str:
    if not (part.isupper() or part.islower()):
        return part
    return _WORD.sub(lambda found: found.group().capitalize(), part)


def _word_to_latin(word: str) -> str:
    letters = []
    for index, letter in enumerate(word):
        small = letter.lower()
        latin = _LATIN_LETTERS.get(small, small)
        # "е" is heard as "ye" where no consonant comes before it.
        if small == "е" and (index == 0 or word[index - 1].lower() in _VOWELS):
            latin = "ye"
        letters.append(latin if letter == small else latin.capitalize())
    return "".join(letters).upper() if word.isupper() and len(word) > 1 else "".join(letters)


def split_latin(latin: str, family: str, given: str) -> tuple[str, str]:
    """Return family and given name as the passport spells them, else as they would be spelled.

    `latin` is one text in either order: the word most like the family name is taken for it.
    """
    words = latin.split()
    if not words:
        return to_latin(family), to_latin(given)
    from rapidfuzz import fuzz

    wanted = fold(family)
    place = max(range(len(words)), key=lambda at: fuzz.ratio(fold(words[at]), wanted))
    return words[place], " ".join(words[:place] + words[place + 1 :])


def usual_order(people: Iterable[Person]) -> LatinOrder:
    """Return the order that most of the typed spellings have; the given name first where none prevails."""
    found = Counter(order_of(person) for person in people)
    given, family = found[LatinOrder.GIVEN_FIRST], found[LatinOrder.FAMILY_FIRST]
    return LatinOrder.FAMILY_FIRST if family > given else LatinOrder.GIVEN_FIRST


def order_of(person: Person) -> LatinOrder | None:
    """Return which part stands first in the spelling of a person; None where nothing tells it."""
    return _parted(person)[0]


def in_order(person: Person, order: LatinOrder) -> str:
    """Return a person's spelling with its own words in an order; "" where it has it, or nothing tells."""
    own, family, rest = _parted(person)
    if own in (None, order):
        return ""
    return " ".join((*rest, *family) if order is LatinOrder.GIVEN_FIRST else (*family, *rest))


_SURE = 75
"""How like its part of the name, of 100, a word must be to show the order."""


def _parted(person: Person) -> tuple[LatinOrder | None, list[str], list[str]]:
    """Return the order of a spelling, the words of the family name in it, and its other words."""
    words = person.latin.replace(",", " ").split()
    many = len(person.family.split())
    if not many or not person.given or len(words) <= many or person.erased:
        return None, [], words
    found = []
    for order in LatinOrder:
        first = order is LatinOrder.FAMILY_FIRST
        family, rest = (words[:many], words[many:]) if first else (words[-many:], words[:-many])
        likeness = (_likeness(family, person.family), _likeness(rest[:1], person.given.split()[0]))
        found.append((sum(likeness) if min(likeness) >= _SURE else 0, order, family, rest))
    (best, order, family, rest), (other, *_) = sorted(found, key=lambda each: -each[0])
    return (order if best > other else None), family, rest


def _likeness(words: Sequence[str], part: str) -> float:
    from rapidfuzz import fuzz

    latin, name = fold(" ".join(words)), fold(part)
    return 100 if is_initial(words[0]) and name.startswith(latin) else fuzz.ratio(latin, name)


def split_spelling(text: str) -> tuple[str, str]:
    """Take the Latin spelling out of a cell with a name in Cyrillic letters; return what is left, and it.

    It stands in brackets, or before or behind the name with a stroke, a dash or nothing between. It is like
    the name beside it: "(OSCE)" is none, nor is a name of which one word was typed in Latin letters.
    """
    for found in _LATIN_WORDS.finditer(text) if is_cyrillic(text) else ():
        before, after = text[: found.start()], text[found.end() :]
        first, last = _signs(_SIGNS_BEFORE, before), _signs(_SIGNS_AFTER, after)
        brackets = first[-1:] in ("(", "[") and last[:1] in (")", "]")
        if brackets:  # What else stands there parts nothing: it stays, and is told.
            first, last = first[-1:], last[:1]
        rest = f"{before[: len(before) - len(first)]} {after[len(last) :]}".strip()
        bare = _ALL_IN_BRACKETS.fullmatch(rest)
        latin = clean_name(found.group().replace(",", ""))
        if brackets:
            spells = _count_alike(latin, rest, _LIKE_IN_BRACKETS) > 0
        else:
            fewest = 1 if bare or {"/", "|", "="} & set(first + last) else 2
            alike, words = _count_alike(latin, rest, _LIKE), len(_whole_words(latin))
            spells = alike == words >= fewest
        if spells:
            return bare.group(1) if bare else rest, latin
    return text, ""


def _signs(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found.group() if found else ""


def _whole_words(text: str) -> list[str]:
    return [fold(word) for word in text.split() if len(word.strip(".")) > 2]


def _count_alike(latin: str, name: str, least: int) -> int:
    """Return how many words of a spelling are like a word of a name each."""
    from rapidfuzz import fuzz

    left, count = [word for each in name.split() if is_cyrillic(each) for word in fold(each).split()], 0
    for word in _whole_words(latin):
        score, best = max(((fuzz.ratio(word, each), each) for each in left), default=(0, ""))
        if score >= least:
            left.remove(best)
            count += 1
    return count


def part_spellings(
    cells: Mapping[str, str], columns: Collection[str]
) -> tuple[dict[str, str], dict[str, str]]:
    """Return cells without the Latin spellings that stood in some columns, and these by column."""
    bare, found = dict(cells), dict[str, str]()
    for column in columns:
        text, latin = split_spelling(cells[column]) if cells.get(column) else ("", "")
        if latin:
            bare[column], found[column] = text, latin
    return bare, found


def joined_spelling(spellings: Sequence[str]) -> str:
    """Return the Latin spelling that stood with a name; `spellings` are those with each part, in their order.

    One of two words is that of the whole name. Nothing where a part has none: half a name is none.
    """
    whole = next((each for each in spellings if " " in each), "")
    return whole or (" ".join(spellings) if all(spellings) else "")
