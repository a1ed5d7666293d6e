"""What tells people of one name apart, or makes two records one person: facts beside the name.

A year of birth, a telephone, a number of the service or of an identity paper is one person's own. Rank and
unit change in a service, but seldom both at once: who was promoted is still in the unit, who was moved kept
the rank. What is not known says nothing.
"""

from msgspec import Struct

from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.text_search import fold
from trainer_app.domain.people.name_similarity import MatchPerson, same_unit
from trainer_app.domain.people.persons import Person

OWN = ("birth_year", "phone", "service_number", "identity")
"""What one person alone has: two values are two people."""
SERVICE = ("rank", "unit")
"""What changes in a service: two values of both are two people."""

_DATE = regex(r"(\d{4})-(\d\d)-(\d\d)|(\d{1,2})[./](\d{1,2})[./](\d{4})")
_YEAR = regex(r"(?<!\d)(19[2-9]\d|20[0-2]\d)(?!\d)")
_TELEPHONE = regex(r"\+?\d[\d\s()-]{4,}\d")
_LOOK_ALIKE = str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX")
_OWN_DIGITS = 9
"""Digits of a telephone's own number in Tajikistan: what stands before them is the country."""
_SHORTEST_IDENTITY = 5
"""Shorter numbers are those of the row, whatever the heading says."""


class Facts(Struct, frozen=True):
    """What is known of somebody beside the name. Texts as typed, empty where nothing is known.

    `birth` is a year or a whole day, `phone` may hold several numbers. `identity` is a number of an identity
    paper that stands in a list: it is compared with other rows of that list and kept nowhere.
    """

    rank: str = ""
    unit: str = ""
    birth: str = ""
    phone: str = ""
    service_number: str = ""
    identity: str = ""


def facts_of(person: MatchPerson | Person) -> Facts:
    """Return what is known of a person."""
    birth = str(person.birth_year or "")
    return Facts(person.rank, person.unit, birth, person.phone, person.service_number)


def differing(left: Facts, right: Facts) -> tuple[str, ...]:
    """Return which facts speak against one person; rank and unit only together."""
    own = tuple(name for name in OWN if _same(name, left, right) is False)
    service = differing_service(left, right)
    return (*own, *service) if len(service) == len(SERVICE) else own


def differing_service(left: Facts, right: Facts) -> tuple[str, ...]:
    """Return which of rank and unit differ."""
    return tuple(name for name in SERVICE if _same(name, left, right) is False)


def agreeing(left: Facts, right: Facts) -> tuple[str, ...]:
    """Return which facts speak for one person. A rank is shared by too many to be one."""
    return tuple(name for name in (*OWN, "unit") if _same(name, left, right))


def said(facts: Facts, name: str) -> str:
    """Return a fact as typed, to be shown; nothing of an identity paper."""
    if name == "identity":
        return ""
    return facts.birth if name == "birth_year" else str(getattr(facts, name))


def numbers_of(name: str, facts: Facts) -> frozenset[str]:
    """Return the numbers of a fact as they are compared: telephones, that of the service or of a paper."""
    text = str(getattr(facts, name))
    if name == "phone":
        return _numbers(text)
    signs = _signs(text)
    shortest = _SHORTEST_IDENTITY if name == "identity" else 1
    return frozenset((signs,)) if len(signs) >= shortest else frozenset()


def _same(name: str, left: Facts, right: Facts) -> bool | None:
    """Tell whether a fact is the same of both; None where one of them is not known."""
    if name == "birth_year":
        return _same_birth(left.birth, right.birth)
    one, two = str(getattr(left, name)), str(getattr(right, name))
    if not one or not two:
        return None
    if name == "phone":
        first, second = _numbers(one), _numbers(two)
        return bool(first & second) if first and second else None
    if name == "unit":
        return fold(one) == fold(two) or same_unit(one, two)
    if name == "rank":
        return fold(one.partition(":")[0]) == fold(two.partition(":")[0])
    first_signs, second_signs = _signs(one), _signs(two)
    if name == "identity" and min(len(first_signs), len(second_signs)) < _SHORTEST_IDENTITY:
        return None
    return first_signs == second_signs if first_signs and second_signs else None


def _same_birth(left: str, right: str) -> bool | None:
    first, second = _day(left), _day(right)
    if first and second:
        return first == second
    years = [found.group() for found in map(_YEAR.search, (left, right)) if found]
    return years[0] == years[1] if len(years) == 2 else None


def _day(text: str) -> tuple[int, int, int] | None:
    found = _DATE.search(text)
    if found is None:
        return None
    year, month, day, own_day, own_month, own_year = (int(each or 0) for each in found.groups())
    return (year, month, day) if year else (own_year, own_month, own_day)


def _numbers(text: str) -> frozenset[str]:
    digits = ("".join(filter(str.isdigit, found)) for found in _TELEPHONE.findall(text))
    return frozenset(each[-_OWN_DIGITS:] for each in digits)


def _signs(text: str) -> str:
    return "".join(filter(str.isalnum, text.upper().translate(_LOOK_ALIKE)))
