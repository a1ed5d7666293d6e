"""Whether a text tells who somebody is: looks for the words of a person's name in any of their spellings.

Used where a text is kept although the person's data go: a reason for erasing must not hold the erased name.
"""

from collections.abc import Iterable
from functools import lru_cache

from trainer_app.domain.folding import fold
from trainer_app.domain.letters import words_of
from trainer_app.domain.likeness import (
    MatchPerson,
    Profile,
    compare_family,
    compare_given,
    compare_patronymic,
    profile_of,
)
from trainer_app.domain.people import Person

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
def _profile(word: str) -> Profile:
    return profile_of(MatchPerson("", word, word, word))
