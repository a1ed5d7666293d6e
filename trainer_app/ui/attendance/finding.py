"""Finding people of the grid while typing, by the first letters of a name in any script or layout."""

from collections.abc import Sequence

from trainer_app.domain.folding import searcher


def find(typed: str, names: Sequence[str], others: Sequence[str] = ()) -> list[int]:
    """Return the places of the people that were meant.

    Names are written family name first. Those whose family name begins so come first, then those with such
    another name, then those of whom something else does: `others` are rank and unit, by place. Nothing
    typed finds nobody.
    """
    words = typed.split()
    if not words:
        return []
    whole, first = searcher(typed), searcher(words[0])
    named = [place for place, name in enumerate(names) if whole(name)]
    named.sort(key=lambda place: not first(names[place].partition(" ")[0]))
    known = set(named)
    more = [
        place
        for place, (name, other) in enumerate(zip(names, others, strict=False))
        if place not in known and whole(f"{name} {other}")
    ]
    return named + more
