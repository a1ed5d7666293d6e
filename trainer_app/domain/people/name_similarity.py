"""How similar two people's names are, part by part, whether a text names a person, or two texts one unit.

Scores run from 0 to 100. They weigh what typists do to Tajik names: letters left out (ҳ for х), an ending
taken off a family name (Раҳмонов, Раҳмон, Раҳмонзода), о for а in Russian lists, initials, a slip of one
letter. They do not weigh what tells brothers and sisters apart.

`holds_name` is used where a text is kept although the person's data are erased: a reason for erasing must
not hold the erased name. `is_called` compares the name that a trainer typed for the own laptop with somebody
who was assigned to a course, so a family name and an initial are enough.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct, field

from trainer_app.domain.base.text_cleaning import words_of
from trainer_app.domain.base.text_search import fold, fold_russian
from trainer_app.domain.people.names import (
    NameParts,
    family_stem,
    guess_sex,
    is_initial,
    patronymic_stem,
    split_name,
)
from trainer_app.domain.people.persons import Person, Sex

if TYPE_CHECKING:
    from types import ModuleType


class MatchPerson(Struct, frozen=True, gc=False):
    """What matching knows of a person. `courses` are the courses taken part in, by any name or key."""

    key: str
    family: str
    given: str = ""
    patronymic: str = ""
    latin: str = ""
    sex: Sex = Sex.UNKNOWN
    rank: str = ""
    unit: str = ""
    duty_district: str = ""
    birth_year: int | None = None
    phone: str = ""
    service_number: str = ""
    courses: frozenset[str] = field(default_factory=frozenset)


class Similarity(StrEnum):
    """In which way two parts of a name are alike; the ends of message codes."""

    SAME = "same"
    SPELLING = "spelling"
    ENDING = "ending"
    LETTERS = "letters"
    INITIAL = "initial"
    MISSING = "missing"
    DIFFERS = "differs"


class FoldedPart(Struct, frozen=True, gc=False):
    """One part of a name, folded in both ways, with and without its ending."""

    typed: str
    folded: str
    russian: str
    stem: str
    russian_stem: str
    initial: bool


class NameProfile(Struct, frozen=True, gc=False):
    """A person prepared for comparing. `sex` is the recorded one, or what the name shows."""

    person: MatchPerson
    family: FoldedPart
    given: FoldedPart
    patronymic: FoldedPart
    sex: Sex

    @property
    def says_more(self) -> bool:
        """Tell whether anything but name and sex is known that can speak for one person."""
        own = self.person
        return bool(self.patronymic.folded or own.latin or own.unit or own.duty_district)


# Single letters that one name is written with in two languages or by two typists (in folded letters).
# a and u are not among them: Ҳасан and Ҳусан are twins, not two spellings.
_CONFUSED = frozenset(map(frozenset, ("ei", "ea", "ia", "gh", "gk", "hk", "dt", "sz", "bp", "bv")))
_UNHEARD = frozenset("aeiuh")
_PET_ENDINGS = ("jun", "jan", "hun", "han", "bek", "shuh", "shah")

# щ typed for ш, ч for ҷ, е for ё (folded "iu").
_HEARD_ALIKE = (("shch", "sh"), ("ch", "j"), ("iu", "e"))

_HEARD = 95
_PLAUSIBLE, _PLAUSIBLE_SHORT = 85, 60
_SLIP, _SLIP_SHORT = 62, 30
_SLIP_IN_ENDING = 95
_TWO_SLIPS = 55
_MOST_EDITS = 2
"""Names that differ in more letters are others."""


def profile_of(person: MatchPerson) -> NameProfile:
    """Prepare a person for comparing."""
    sex = person.sex
    if sex is Sex.UNKNOWN:
        sex = _guess(person.family, person.given, person.patronymic)
    return NameProfile(
        person,
        _family_part(person.family),
        _given_part(person.given),
        _patronymic_part(person.patronymic),
        sex,
    )


def compare_family(left: FoldedPart, right: FoldedPart) -> tuple[int, Similarity]:
    """Compare two family names: 100 for one name under two spellings, 95 with another ending."""
    if not left.folded or not right.folded:
        return 0, Similarity.MISSING
    same = _same(left, right)
    if same:
        return same
    if left.stem == right.stem or left.russian_stem == right.russian_stem:
        return 95, Similarity.ENDING
    return _compare_both_ways(left.stem, right.stem, left.russian_stem, right.russian_stem)


def compare_given(left: FoldedPart, right: FoldedPart) -> tuple[int, Similarity]:
    """Compare two given names; an initial is worth 55."""
    if not left.folded or not right.folded:
        return 0, Similarity.MISSING
    if left.initial or right.initial:
        return _compare_initials(left, right, 55)
    same = _same(left, right)
    if same:
        return same
    if left.stem == right.stem:
        return 88, Similarity.ENDING
    return _compare_both_ways(left.folded, right.folded, left.russian, right.russian)


def compare_patronymic(left: FoldedPart, right: FoldedPart) -> tuple[int, Similarity]:
    """Compare two patronymics: Файзуллоевич, Файзуллозода and Файзулло are one father; an initial is 70."""
    if not left.folded or not right.folded:
        return 0, Similarity.MISSING
    if left.initial or right.initial:
        return _compare_initials(left, right, 70)
    same = _same(left, right)
    if same:
        return same
    if left.stem == right.stem or left.russian_stem == right.russian_stem:
        return 98, Similarity.SPELLING
    if _is_slip_in_ending(left, right) or _is_slip_in_ending(right, left):
        return _SLIP_IN_ENDING, Similarity.LETTERS
    score, likeness = _compare_both_ways(left.stem, right.stem, left.russian_stem, right.russian_stem)
    return (score, likeness) if score >= _PLAUSIBLE_SHORT else (0, Similarity.DIFFERS)


def is_slip(left: str, right: str) -> bool:
    """Tell whether two words differ by one letter, or by two neighbours that changed places."""
    return bool(_distances().OSA.distance(left, right, score_cutoff=1) <= 1)


_TWINS = frozenset(("hasan", "husan"))
"""Ҳасан and Ҳусан are what twins are called, and no slip."""
_LEAST_SLIPPED = 3


def is_slipped(left: NameProfile, right: NameProfile) -> bool:
    """Tell whether two whole names differ by a slip of one letter in one part, the two others being the same.

    Other names that differ so ("Насимович", "Назимович") are not told from slips: a person is asked.
    """
    fathers = left.patronymic, right.patronymic
    if not (fathers[0].folded and fathers[1].folded):
        # Two parts say too little: "Азизов Далер" and "Азимов Далер".
        return False
    if not _is_same_part(left.given, right.given):
        both = {left.given.folded, right.given.folded}
        same = _is_same_part(left.family, right.family) and _is_same_part(*fathers)
        return same and both != _TWINS and _is_part_slipped(left.given, right.given)
    if not _is_same_part(left.family, right.family):
        return _is_same_part(*fathers) and _is_part_slipped(left.family, right.family)
    return _is_part_slipped(*fathers)


def _is_same_part(left: FoldedPart, right: FoldedPart) -> bool:
    return bool(left.folded) and (left.folded == right.folded or left.russian == right.russian)


def _is_part_slipped(left: FoldedPart, right: FoldedPart) -> bool:
    if left.initial or right.initial or min(len(left.typed), len(right.typed)) < _LEAST_SLIPPED:
        return False
    # As typed too: "щ" is four letters where it is folded.
    return is_slip(left.folded, right.folded) or is_slip(left.typed.casefold(), right.typed.casefold())


def _is_slip_in_ending(whole: FoldedPart, typed: FoldedPart) -> bool:
    """Tell whether two patronymics differ by a slip behind the father's name: "Саидовч", "Саидивич"."""
    begun = typed.folded.startswith(whole.stem) and len(typed.folded) > len(whole.stem) + 1
    ended = begun and whole.stem != whole.folded and len(whole.stem) >= _SHORTEST
    return ended and is_slip(whole.folded, typed.folded)


class NameColumns:
    """The names of many people by columns, to be told in one go which of them are worth comparing."""

    def __init__(self, profiles: Sequence[NameProfile]) -> None:
        given = [profile.given for profile in profiles]
        family = [profile.family for profile in profiles]
        self._initials = [place for place, each in enumerate(given) if each.initial]
        self._stems = _by_word(each.stem for each in given)
        self._words = [[_sound(each.folded) for each in given], [_sound(each.russian) for each in given]]
        self._places = [_by_word(words) for words in self._words]
        self._few = max(map(len, self._places)) * _FEW <= len(given)
        self._crossed_stems = _by_word(each.stem for each in family)
        self._crossed = [
            _by_word(_sound(each.folded) for each in family),
            _by_word(_sound(each.russian) for each in family),
        ]
        self._known: dict[tuple[str, bool], Sequence[int]] = {}

    def worth_comparing(self, left: NameProfile, begin: int, end: int) -> Sequence[int]:
        """Return the places from `begin` to `end` of all whose given name can be this person's.

        Or whose family name can be their given name, where the columns were exchanged. Of all others
        `compare_given` says that they are other names.
        """
        given = left.given
        if given.initial:
            return range(begin, end)
        # Who tells nothing but name and sex is one person with nobody whose name is two slips away.
        most = _MOST_EDITS if left.says_more else 1
        if not self._few:
            found = self._like(given, most, begin, end)
            return sorted({place for place in found if begin <= place < end})
        known = self._known.get((given.typed, most > 1))
        if known is None:
            known = self._known[given.typed, most > 1] = sorted(set(self._like(given, most)))
        return known[bisect_left(known, begin) : bisect_left(known, end)]

    def _like(self, given: FoldedPart, most: int, begin: int = 0, end: int = 0) -> list[int]:
        """Return the places of all who may have a given name; with an `end` hardly any beyond it."""
        found = [*self._initials, *self._stems.get(given.stem, ()), *self._crossed_stems.get(given.stem, ())]
        near, distance = _near_words()
        sounds = [_sound(given.folded), _sound(given.russian)]
        for way in (0,) if sounds[0] == sounds[1] and self._words[0] == self._words[1] else (0, 1):
            if end:
                here = self._words[way][begin:end]
                close = near(sounds[way], here, scorer=distance, score_cutoff=most, limit=None)
                found += [begin + place for _, _, place in close]
            for words, cutoff in ((self._crossed[way], 1), ({} if end else self._places[way], most)):
                close = near(sounds[way], words.keys(), scorer=distance, score_cutoff=cutoff, limit=None)
                for word, _, _ in close:
                    found += words[word]
        return found


_FEW = 2
"""Where a name stands so often or more, each one is looked for once."""


def _by_word(words: Iterable[str]) -> dict[str, list[int]]:
    """Return at which places each word stands."""
    found: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        found.setdefault(word, []).append(place)
    return found


@cache
def _near_words() -> tuple[Callable[..., list[tuple[str, int, int]]], Callable[..., int]]:
    """Return what finds near words among many, and how; a start does without it."""
    from rapidfuzz import process

    return process.extract, _distances().Levenshtein.distance


@lru_cache(maxsize=65536)
def _sound(word: str) -> str:
    """Return a folded word in which what sounds alike is written alike."""
    for several, one in _HEARD_ALIKE:
        word = word.replace(several, one)
    return word


def _same(left: FoldedPart, right: FoldedPart) -> tuple[int, Similarity] | None:
    if left.typed == right.typed:
        return 100, Similarity.SAME
    if left.folded == right.folded:
        return 100, Similarity.SPELLING
    return (97, Similarity.SPELLING) if left.russian == right.russian else None


def _compare_initials(left: FoldedPart, right: FoldedPart, worth: int) -> tuple[int, Similarity]:
    short, long = sorted((left.folded, right.folded), key=len)
    return (worth, Similarity.INITIAL) if long.startswith(short) else (0, Similarity.DIFFERS)


def _compare_both_ways(left: str, right: str, russian: str, other: str) -> tuple[int, Similarity]:
    """Compare two words in both foldings and return the better result."""
    first = _compare_letters(left, right)
    second = first if (russian, other) == (left, right) else _compare_letters(russian, other)
    return second if second[0] > first[0] else first


@lru_cache(maxsize=65536)
def _compare_letters(left: str, right: str) -> tuple[int, Similarity]:
    """Compare two folded words that differ: by the number of letters, and by which letters they are."""
    left, right = _sound(left), _sound(right)
    if left == right:
        return _HEARD, Similarity.SPELLING
    shorter = min(len(left), len(right))
    if abs(len(left) - len(right)) > 2 or shorter < 3:
        return 0, Similarity.DIFFERS
    levenshtein = _distances().Levenshtein
    # Of namesakes by family nearly all have other names, which is told soonest.
    edits = levenshtein.distance(left, right, score_cutoff=_MOST_EDITS)
    if edits == 1:
        if _plausible(left, right, *levenshtein.editops(left, right).as_list()[0]):
            return (_PLAUSIBLE if shorter > 4 else _PLAUSIBLE_SHORT), Similarity.LETTERS
        return (_SLIP if shorter > 5 else _SLIP_SHORT), Similarity.LETTERS
    if edits == _MOST_EDITS and shorter > 7:
        return _TWO_SLIPS, Similarity.LETTERS
    return 0, Similarity.DIFFERS


@cache
def _distances() -> "ModuleType":
    """Return what counts edits; OSA counts two neighbours that changed places as one. No start needs it."""
    from rapidfuzz import distance

    return distance


def _plausible(left: str, right: str, what: str, source: int, target: int) -> bool:
    """Tell whether one edit turns a name into another spelling of it, rather than into another name."""
    if what == "replace":
        return frozenset((left[source], right[target])) in _CONFUSED
    return (left[source] if what == "delete" else right[target]) in _UNHEARD


@lru_cache(maxsize=65536)
def _guess(family: str, given: str, patronymic: str) -> Sex:
    return guess_sex(NameParts(family, given, patronymic))


@lru_cache(maxsize=65536)
def _family_part(typed: str) -> FoldedPart:
    folded, russian = fold(typed), fold_russian(typed)
    return FoldedPart(typed, folded, russian, family_stem(folded), _russian_stem(russian), is_initial(typed))


@lru_cache(maxsize=65536)
def _given_part(typed: str) -> FoldedPart:
    folded = fold(typed)
    stem = folded.replace(" ", "")
    for ending in _PET_ENDINGS:
        if stem.endswith(ending) and len(stem) - len(ending) > 3:
            stem = stem[: -len(ending)]
            break
    return FoldedPart(typed, folded, fold_russian(typed), stem, stem, is_initial(typed))


@lru_cache(maxsize=65536)
def _patronymic_part(typed: str) -> FoldedPart:
    folded, russian = fold(typed), fold_russian(typed)
    stem = patronymic_stem(folded)
    russian_stem = _russian_stem(russian.removesuffix("ich").removesuffix("na"))
    return FoldedPart(typed, folded, russian, stem, russian_stem, is_initial(typed))


def _russian_stem(russian: str) -> str:
    """Return a word folded the Russian way without the ending of a family name (there "ов" is "av")."""
    for ending in ("zada", "zade", "zad", "ava", "eva", "av", "ev", "i"):
        if russian.endswith(ending) and len(russian) - len(ending) >= 3:
            return russian[: -len(ending)].rstrip()
    return russian


_SHORTEST = 3
# One name under two spellings or with another ending; what is only plausible is another word.
_FAMILY, _GIVEN, _PATRONYMIC = 95, 88, 95
# Endings of case: Некрӯзро, Зариной, Каримову. A shorter beginning may be any word's.
_BEGINNING, _LONGEST_ENDING = 4, 3
_VOWELS = "aeiu"


def holds_name(text: str, people: Iterable[Person]) -> bool:
    """Tell whether a text holds a word of 3 letters or more of the name of any of some people.

    Scripts, spellings, endings of family names and patronymics, and endings of case make no difference.
    """
    typed = [word for word in words_of(text) if len(word) >= _SHORTEST]
    if not typed:
        return False
    own = {
        word
        for person in people
        for part in (person.family, person.given, person.patronymic, person.latin)
        for word in words_of(part)
        if len(word) >= _SHORTEST
    }
    return any(_is_one(left, right) for left in typed for right in own)


def _is_one(typed: str, own: str) -> bool:
    if _is_declined(fold(typed), fold(own)):
        return True
    left, right = _profile(typed), _profile(own)
    return (
        compare_family(left.family, right.family)[0] >= _FAMILY
        or compare_given(left.given, right.given)[0] >= _GIVEN
        or compare_patronymic(left.patronymic, right.patronymic)[0] >= _PATRONYMIC
    )


def _is_declined(typed: str, own: str) -> bool:
    beginning = own.rstrip(_VOWELS)
    enough = len(beginning) >= _BEGINNING and len(typed) <= len(beginning) + _LONGEST_ENDING
    return enough and typed.startswith(beginning)


@lru_cache(maxsize=65536)
def _profile(word: str) -> NameProfile:
    return profile_of(MatchPerson("", word, word, word))


def is_called(typed: str, person: Person) -> bool:
    """Tell whether a typed name ("Д. Назарова", "Dilbar Nazarova") can be this person's own.

    Family names must be equal, given names equal or one the other's initial, in either script and however
    they are spelt; a family name alone says too little. The Latin spelling counts like the name.
    """
    own = split_name(typed)
    if not own.family or not own.given:
        return False
    latin = split_name(person.latin)
    names = ((person.family, person.given), (latin.family, latin.given))
    return any(fold(family) == fold(own.family) and _agree(own.given, given) for family, given in names)


def _agree(left: str, right: str) -> bool:
    first, second = fold(left), fold(right)
    if not first or not second:
        return False
    if is_initial(left) or is_initial(right):
        return first[0] == second[0]
    return first == second


def nearness_to(name: str) -> Callable[[str], float]:
    """Return what tells how near whole names are to one, from 0 to 1, however they are spelt."""
    own, similarity = fold(name), _distances().OSA.normalized_similarity
    return lambda other: similarity(own, fold(other))


# "ШКД н. Сино" and "ОВД района Сино" are one unit: these words say only what sort of unit it is.
_GENERAL_WORDS = """
    шкд ркд вкд сркд овд ровд говд увд умвд мвд рқк нои ноҳия ноҳияи ноҳиявӣ район района районный
    н р ш г шаҳр шаҳри шаҳрӣ город города городской гор вилоят вилояти вилоятӣ область области обл
    шуъба шуъбаи шӯъба шӯъбаи отдел отдела отделение отделения раёсат раёсати управление управления
    идора идораи дар ба аз в во по и ва на милиция милиции милитсия корҳои дохилӣ внутренних дел
    police department office of the district region city division internal affairs
"""
_GENERAL = frozenset(map(fold, _GENERAL_WORDS.split()))


@lru_cache(maxsize=8192)
def unit_words(text: str) -> frozenset[str]:
    """Return the folded words that tell a unit from others: "ШКД н. Сино" -> {"sinu"}."""
    return frozenset(fold(text).split()) - _GENERAL


def same_unit(left: str, right: str) -> bool:
    """Tell whether two texts name one unit, as far as their words show. Unknown units are not the same.

    Endings may differ ("Сино", "Синои"): a word may be the beginning of the other's.
    """
    first, second = unit_words(left), unit_words(right)
    if not first or not second:
        return False
    small, large = sorted((first, second), key=len)
    return all(any(_alike(word, other) for other in large) for word in small)


def _alike(left: str, right: str) -> bool:
    short, long = sorted((left, right), key=len)
    return short == long or (len(short) > 3 and long.startswith(short) and len(long) - len(short) < 3)
