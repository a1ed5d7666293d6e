"""Search and matching of names and texts whatever their spelling, script or keyboard layout.

One officer is written Раҳмонов, Рахмонов, Rahmonov and Rakhmonov. Every word is put into plain Latin
letters in which these habits no longer show:

    ғ г g gh -> g    қ к q k -> k     ҳ х h kh x -> h    ҷ ж дж j dj zh dzh -> j    ӣ и й ы i y -> i
    э е e ye -> e    ё yo -> io       ю yu -> iu         я ya -> ia               ъ ь ' -> nothing

and double letters become single ones. ӯ is heard as u and as o, ҷ is typed as ч where the letter is
missing, ё as е: a word then has several *forms*. `search_forms` returns them all, so that what is typed
need only be the beginning of one. `fold` returns the one coarse skeleton in which o and u are the same.

`WordIndex` finds in many long texts what `matches` finds in each of them, having read the words once:
reading 5,000 questions of 100 words takes some 0.2 seconds, a query a millisecond.
"""

import itertools
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable
from functools import lru_cache

from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.text_cleaning import words_of

# Two sounds are parted by "|"; the first is the usual one. Under ѓ ї ќ ў њ љ old fonts keep ғ ӣ қ ӯ ҳ ҷ.
_TABLE = """
    а=a б=b в=v г=g ғ=g д=d е=e ё=io|e ж=j з=z и=i ӣ=i й=y к=k қ=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ӯ=u|o
    ф=f х=h ҳ=h ц=ts ч=ch ҷ=j|ch ш=sh щ=shch ъ= ы=i ь= э=e ю=iu я=ia
    ѓ=g ї=i ќ=k ў=u|o њ=h љ=j|ch ң=n ө=o ү=u ұ=u һ=h і=i є=e
    x=h q=k w=v ı=i ş=sh š=sh ç=ch č=ch ž=j
"""
_SOUNDS = dict(pair.split("=") for pair in _TABLE.split())
_DIGRAPHS = (("dzh|dj|zh", "j"), ("kh", "h"), ("gh", "g"), ("ye", "e"))
_DOUBLES = regex(r"(.)\1+")
# Beginnings of digraphs: whoever types "rak" may be on the way to "rakh".
_UNFINISHED = {"k": "kh", "z": "zh", "d": "dj", "y": "ye"}
_MOST_FORMS = 8
_CHILD = ("zoda", "zade", "zada")
_SHORTEST_STEM = 3
_UNHEARD = str.maketrans("", "", "'\u2018\u2019\u02bc\u02bb`")

_KEYS = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"
_SHIFTED = str.maketrans('{}:"<>~_+', "[];',.`-=")
_RUSSIAN_LAYOUT = str.maketrans(_KEYS, "йцукенгшщзхъфывапролджэячсмитьбюё")
# The standard Tajik layout (Windows, X11) differs from the Russian one in six keys.
_TAJIK_LAYOUT = _RUSSIAN_LAYOUT | str.maketrans("wosm-=", "қҳҷӣғӯ")
_LATIN_LAYOUT = {
    letter: chr(key) for layout in (_RUSSIAN_LAYOUT, _TAJIK_LAYOUT) for key, letter in layout.items()
}
# The same six keys between the two Cyrillic layouts: whoever thinks in one types "зощ" for "зоҳ".
_TAJIK_FOR_RUSSIAN = str.maketrans("цщыь-=", "қҳҷӣғӯ")
_RUSSIAN_FOR_TAJIK = str.maketrans("қҳҷӣғӯ", "цщыь-=")
# "абд" is "f,l" on the keys of the Latin layout: nobody meant that, and "f" and "l" would find half of all.
_NO_LATIN_WORD = regex(r"[],.;=[](?! )")
_LAYOUTS = (_RUSSIAN_LAYOUT, _TAJIK_LAYOUT, _TAJIK_FOR_RUSSIAN, _RUSSIAN_FOR_TAJIK)

Reading = tuple[tuple[str, ...], ...]
"""One way to read a query: for each of its words, the folded beginnings any of which will do."""


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return the skeleton of a text: folded words, o and u alike, parted by single blanks.

    fold("Раҳмонов") == fold("Rakhmonov") == "rahmunuv".
    """
    return " ".join(filter(None, map(fold_word, _words(text))))


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Return the skeleton of one word."""
    return _forms(word)[0].replace("o", "u")


@lru_cache(maxsize=65536)
def fold_russian(text: str) -> str:
    """Return a skeleton in which o and a are alike instead: Russian writes Рахман for Раҳмон.

    One skeleton for o, u and a together would make one name of Ҳасан and Ҳусан.
    """
    return " ".join(_forms(word)[0].replace("o", "a") for word in _words(text))


def latin_keys(text: str) -> str:
    """Return Cyrillic letters as the Latin ones on the same keys: "пароль" is "gfhjkm"."""
    return text.lower().translate(_LATIN_LAYOUT)


def search_forms(name: str) -> tuple[str, ...]:
    """Return the folded forms of a name's words, in order, without repetitions.

    A query finds a name when each of its words begins one of these forms; see `query_readings`.
    """
    words = [_forms(word) for word in _words(name)]
    forms = [form for word in words for form in word if form]
    return tuple(dict.fromkeys((*forms, *_child_of(words))))


def _child_of(words: list[tuple[str, ...]]) -> list[str]:
    """Return the other forms of names that mean somebody's child: "-зода" is "-заде" in Russian.

    The ending is glued to the name or stands after a dash, and is a word of its own then.
    """
    found: list[str] = []
    for place, forms in enumerate(words):
        ending = next((each for each in _CHILD if forms[0].endswith(each)), "")
        if not ending:
            continue
        stems = [form.removesuffix(ending) for form in forms if form.endswith(ending)]
        if not stems[0]:
            stems = list(words[place - 1]) if place else []
        for stem in stems:
            found += [f"{stem}{each}" for each in _CHILD if len(stem) >= _SHORTEST_STEM]
        found += _CHILD if stems else ()
    return found


@lru_cache(maxsize=65536)
def search_text(name: str) -> str:
    """Return the forms as one text in which every form follows a blank: " rahimov nekruz nekroz".

    In SQL: `search_text LIKE '% rah%'`, for each word of each of the query's readings.
    """
    return "".join(f" {form}" for form in search_forms(name))


@lru_cache(maxsize=256)
def query_readings(query: str) -> tuple[Reading, ...]:
    """Return the ways to read a query: as typed, and with the keys of another layout.

    "hf[" is "рах" typed on the keys of the Russian layout, "hfo" is "раҳ" on the Tajik one; "кфр" is
    "rah" typed while the Russian layout was on, "ращ" is "раҳ" typed then. A Cyrillic word that would be
    Latin letters with a sign between them is not one. Empty when nothing can be looked for.
    """
    typed = unicodedata.normalize("NFC", query).lower()
    keys = typed.translate(_SHIFTED)
    # Nobody types these for themselves: they are letters of a layout.
    plain = "" if any(key in typed for key in "[];=") else typed
    latin = keys.translate(_LATIN_LAYOUT)
    others = [keys.translate(layout) for layout in _LAYOUTS] + (
        [] if _NO_LATIN_WORD.search(latin) else [latin]
    )
    ways = (plain, *(way for way in others if way != keys))
    readings = (tuple(filter(None, map(_beginnings, _words(way)))) for way in ways)
    return tuple(dict.fromkeys(filter(None, readings)))


def matches(query: str, name: str) -> bool:
    """Tell whether a query finds a name: every word typed begins a word of the name, in any script.

    "rah", "рах", "раҳ", "hf[" and "nek rah" find "Раҳимов Некрӯз". An empty query finds everybody.
    """
    return searcher(query)(name)


def searcher(query: str, *, by_ear: bool = False) -> Callable[[str], bool]:
    """Return `matches` for one query and many names: 20,000 take some 10 ms.

    `by_ear` takes o for a, as Russian does ("Акилов" for "Оқилов", "Бободжан" for "Бобоҷон"): for when
    nothing was found otherwise, since it finds other names too.
    """
    if not query.strip():
        return lambda name: True
    readings = [
        [[f" {_heard(beginning, by_ear)}" for beginning in beginnings] for beginnings in reading]
        for reading in query_readings(query)
    ]

    def found(name: str) -> bool:
        text = _heard(search_text(name), by_ear)
        for reading in readings:
            for beginnings in reading:
                for beginning in beginnings:
                    if beginning in text:
                        break
                else:
                    break
            else:
                return True
        return False

    return found


def _heard(folded: str, by_ear: bool) -> str:
    return folded.replace("o", "a") if by_ear else folded


def _beginnings(word: str) -> tuple[str, ...]:
    """Return the folded beginnings that a typed word may stand for."""
    rest = _UNFINISHED.get(word[-1:], "")
    going_on = _forms(word[:-1] + rest) if rest else ()
    return tuple(dict.fromkeys(filter(None, (*_forms(word), *going_on))))


def _words(text: str) -> list[str]:
    return words_of(text.translate(_UNHEARD))


@lru_cache(maxsize=65536)
def _forms(word: str) -> tuple[str, ...]:
    """Return the forms of a word: digraphs as one sound first, then, where it has any, letter by letter.

    The second keeps "аз" the beginning of "Азҳар", although "zh" is one sound elsewhere.
    """
    plain = _plain(word)
    merged = [_undouble(_merge(each)) for each in plain]
    return tuple(dict.fromkeys((*merged, *(_undouble(each.replace("y", "i")) for each in plain))))


def _plain(word: str) -> list[str]:
    """Return a word in Latin letters, once for every combination of its double sounds."""
    lowered = unicodedata.normalize("NFC", word).lower()
    sounds = "".join(_SOUNDS.get(letter, letter) for letter in lowered)
    if "|" in sounds:
        choices = [_SOUNDS.get(letter, letter).split("|") for letter in lowered]
        several = itertools.islice(itertools.product(*choices), _MOST_FORMS)
        return [_bare("".join(each)) for each in several]
    return [_bare(sounds)]


def _bare(plain: str) -> str:
    """Return Latin letters without their accents."""
    if plain.isascii():
        return plain
    return "".join(each for each in unicodedata.normalize("NFD", plain) if not unicodedata.combining(each))


def _merge(plain: str) -> str:
    for pattern, sound in _DIGRAPHS:
        plain = re.sub(pattern, sound, plain)
    return plain.replace("y", "i")


def _undouble(plain: str) -> str:
    return _DOUBLES.sub(r"\1", plain)


_UNHEARD_SIGNS = "'\u2018\u2019\u02bc\u02bb`"
_LAST = "\U0010ffff"


class WordIndex:
    """Texts by their places in the order given, from 0."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._count = 0
        places: dict[str, list[int]] = {}
        for index, text in enumerate(texts):
            self._count = index + 1
            lowered = text.lower()
            # Six plain replacements take a fifth of the time of one translation of long texts.
            for sign in _UNHEARD_SIGNS:
                lowered = lowered.replace(sign, "")
            for word in set(words_of(lowered)):
                places.setdefault(word, []).append(index)
        found = sorted((form, word) for word in places for form in search_forms(word))
        self._forms = [form for form, _ in found]
        self._words = [word for _, word in found]
        self._places = places

    def find(self, query: str) -> set[int]:
        """Return the places of the texts in which every word typed begins some word."""
        if not query.strip():
            return set(range(self._count))
        found = set[int]()
        for reading in query_readings(query):
            found |= set.intersection(*(self._beginning(beginnings) for beginnings in reading))
        return found

    def _beginning(self, beginnings: Iterable[str]) -> set[int]:
        """Return where a word begins with any of some folded beginnings."""
        found = set[int]()
        for beginning in beginnings:
            first = bisect_left(self._forms, beginning)
            last = bisect_left(self._forms, beginning + _LAST)
            for word in set(self._words[first:last]):
                found.update(self._places[word])
        return found
