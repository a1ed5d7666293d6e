"""Units of the police, as far as matching needs them: what tells one unit from another."""

from functools import lru_cache

from trainer_app.domain.folding import fold

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
