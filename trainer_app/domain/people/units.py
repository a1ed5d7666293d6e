"""Units of people typed in several ways: which texts may name one unit.

No list of units exists: what is asked is only how like each other two texts are, word by word. A number tells
units apart ("ОВД-1", "ОВД-2"), and so does a short word ("РОВД", "ГОВД"): these must be equal. A word that
says only of what sort the place after it is may be left out ("МВД г. Душанбе"), yet a town is no district.
"""

from collections.abc import Collection, Mapping
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.text_search import fold_word, search_forms
from trainer_app.domain.people.places import Spellings, find_place

_PART = regex(r"\d+|[^\W\d_]+")
_ROMAN = regex(r"[IVXІХ]+")
_NORMAL_ROMAN = str.maketrans("ІХ", "IX")
_ORDINAL = frozenset(("й", "ый", "ой", "го", "ум", "юм", "st", "nd", "rd", "th"))
_NUMBER_SIGNS = frozenset(("n", "no", "nr"))
_UNHEARD = str.maketrans("", "", "'\u2018\u2019\u02bc\u02bb`")
_SHORT_DISTRICT = regex(r"\b[рР]-[нН][аеАЕ]?\b")
_SORTS = {
    "".join(search_forms(word)[:1]): sort
    for sort, words in {
        "town": "г ш гор город города городе шаҳр шаҳри city town",
        "district": "р н район района районе ноҳия ноҳияи district",
        "region": "обл вил область области вилоят вилояти region",
    }.items()
    for word in words.split()
}
"""What says of what sort a place is."""
_LONG_ENOUGH = 5
"""Letters of a word of which one may be wrong."""
_STEM = 4
"""Letters that two words with other endings have in common at the least."""
_ENDING_WORDS = """
    а я у ю е и ы й ӣ о ь ом ем ой ей ам ям ах ях ая яя ий ый ое ее ого его ому ему их ых ия ии ию ием ев ов
"""
_ENDINGS = frozenset(("", *map(fold_word, _ENDING_WORDS.split())))


class _Part(NamedTuple):
    """A word of a unit's name as it is heard, or a number, of which nothing may differ."""

    text: str
    number: bool = False

    @property
    def exact(self) -> bool:
        """Tell whether another word in its place is another unit."""
        return self.number or len(self.text) < _STEM

    @property
    def skeleton(self) -> str:
        """The word with o and u alike; in a short one they are not: "РОВД", "РУВД"."""
        return self.text if len(self.text) <= _STEM else self.text.replace("o", "u")

    @property
    def begins(self) -> str:
        """What the same word of another spelling begins with."""
        return self.text if self.exact else self.text.replace("o", "u")[0]


@lru_cache(maxsize=8192)
def _parts(text: str) -> tuple[_Part, ...]:
    """Return the words and numbers of a unit's name, without signs and case: "№" and "N" are signs too."""
    found: list[_Part] = []
    plain = _SHORT_DISTRICT.sub("район", text.translate(_UNHEARD).replace("№", " "))
    for typed in _PART.findall(plain):
        if typed.isdecimal():
            found.append(_Part(str(int(typed)), number=True))
        elif _ROMAN.fullmatch(typed.upper()):
            found.append(_Part(typed.upper().translate(_NORMAL_ROMAN), number=True))
        elif not (typed.casefold() in _ORDINAL and found and found[-1].number):
            found.append(_Part("".join(search_forms(typed)[:1]), number=len(typed) == 1))
    before_number = [after.number for after in found[1:]] + [False]
    return tuple(
        part
        for part, followed in zip(found, before_number, strict=False)
        if part.text and not (followed and part.text in _NUMBER_SIGNS)
    )


@lru_cache(maxsize=8192)
def _named(text: str) -> tuple[tuple[_Part, ...], frozenset[str]]:
    """Return the parts without those that say of what sort the place after them is, and these sorts."""
    kept: list[_Part] = []
    sorts = set[str]()
    parts = _parts(text)
    for part, after in zip_longest(parts, parts[1:]):
        sort = _SORTS.get(part.text) if after is not None and not after.number else None
        # A single letter may be the unit's own.
        if sort is None or after is None or (part.number and find_place(after.text) is None):
            kept.append(part)
        else:
            sorts.add(sort)
    return tuple(kept), frozenset(sorts)


def _run_together(parts: tuple[_Part, ...]) -> str:
    """Return the letters without what parts words; two numbers side by side are not one."""
    return "".join(f"|{part.text}|" if part.text.isdecimal() else part.skeleton for part in parts)


def _alike(left: tuple[_Part, ...], right: tuple[_Part, ...]) -> bool:
    """Tell whether two names of equally many parts differ by endings and at most one wrong letter."""
    wrong = 0
    for one, other in zip(left, right, strict=True):
        if one.skeleton == other.skeleton:
            continue
        if one.exact or other.exact or len(one.text) == len(other.text) == _STEM:
            return False
        here, there = find_place(one.text), find_place(other.text)
        if here is not None and there is not None:
            if here is not there:
                return False
        elif not _other_ending(one.text, other.text):
            wrong += 1
            if wrong > 1 or not _one_letter(one.skeleton, other.skeleton):
                return False
    return True


def _other_ending(left: str, right: str) -> bool:
    left, right = left.replace("o", "u"), right.replace("o", "u")
    same = next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), None)
    stem = min(len(left), len(right)) if same is None else same
    # A vowel that both have may belong to their endings: "хатлонская", "хатлонский" end as "aia", "ii".
    return any(
        left[at:] in _ENDINGS and right[at:] in _ENDINGS for at in range(stem, max(_STEM, stem - 2) - 1, -1)
    )


def _one_letter(left: str, right: str) -> bool:
    # A start does without it.
    from rapidfuzz.distance import OSA

    enough = min(len(left), len(right)) >= _LONG_ENOUGH
    return enough and OSA.distance(left, right, score_cutoff=1) <= 1


def spellings_of_units(typed: Mapping[str, int], settled: Collection[str] = ()) -> list[Spellings]:
    """Return which texts seem to name one unit; `typed` says how often each stands. A person decides.

    The spelling that stands most often is proposed. Of what is `settled` a person decided that it stays:
    others may be like it, it is like none.
    """
    order = sorted(filter(str.strip, typed), key=lambda text: (text not in settled, -typed[text], text))
    together: dict[str, list[str]] = {}
    alike: dict[tuple[str, ...], list[str]] = {}
    found: dict[str, list[str]] = {}
    sorts_of: dict[str, frozenset[str]] = {}
    for text in order:
        parts, sorts = _named(text)
        if not parts:
            continue
        run = together.setdefault(_run_together(parts), [])
        near = alike.setdefault(tuple(part.begins for part in parts), [])
        like = (*run, *(each for each in near if _alike(parts, _named(each)[0])))
        # A town and a district of one name are two units.
        same = next((each for each in like if not sorts or sorts_of[each] in (frozenset(), sorts)), None)
        if same is None or text in settled:
            run.append(text)
            near.append(text)
            sorts_of[text] = sorts
        else:
            found.setdefault(same, []).append(text)
            sorts_of[same] |= sorts
    return [Spellings(to, tuple(others)) for to, others in sorted(found.items())]
