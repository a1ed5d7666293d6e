"""Whose laptop is it: compares the name that a trainer typed for oneself with a person's name.

Used only for whom somebody assigned to a course, so a family name and an initial are enough.
"""

from trainer_app.domain.folding import fold
from trainer_app.domain.names import is_initial, split_name
from trainer_app.domain.people import Person


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
