"""Family and given name in Latin letters, told apart."""

from trainer_app.domain.folding import fold
from trainer_app.domain.latin import to_latin


def part_latin(latin: str, family: str, given: str) -> tuple[str, str]:
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
