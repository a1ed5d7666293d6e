"""Finding people of the grid while typing, by the first letters of a name in any script or layout."""

from collections.abc import Sequence

from trainer_app.domain.folding import searcher


def find(typed: str, names: Sequence[str]) -> list[int]:
    """Return the places of the names that were meant, those whose family name begins so first.

    Names are written family name first. Nothing typed finds nobody.
    """
    words = typed.split()
    if not words:
        return []
    whole, first = searcher(typed), searcher(words[0])
    found = [place for place, name in enumerate(names) if whole(name)]
    return sorted(found, key=lambda place: not first(names[place].partition(" ")[0]))
