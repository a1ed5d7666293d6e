"""Tells whether two whole names are one but for a slip of one letter, in one of their three parts.

Such a slip is a letter that is left out, added, doubled, another one, or two that changed places, anywhere in
the family name, the given name or the father's name, its ending too. Other names that differ by one letter
("Насимович", "Назимович") are not told from slips: a person is asked.
"""

from trainer_app.domain.people.name_similarity import FoldedPart, NameProfile, is_slip

_TWINS = frozenset(("hasan", "husan"))
"""Ҳасан and Ҳусан are what twins are called, and no slip."""
_LEAST = 3


def is_slipped(left: NameProfile, right: NameProfile) -> bool:
    """Tell whether two whole names differ by a slip in one part, the two others being the same."""
    fathers = left.patronymic, right.patronymic
    if not (fathers[0].folded and fathers[1].folded):
        # Two parts say too little: "Азизов Далер" and "Азимов Далер".
        return False
    if not _is_same(left.given, right.given):
        both = {left.given.folded, right.given.folded}
        same = _is_same(left.family, right.family) and _is_same(*fathers)
        return same and both != _TWINS and _is_slip(left.given, right.given)
    if not _is_same(left.family, right.family):
        return _is_same(*fathers) and _is_slip(left.family, right.family)
    return _is_slip(*fathers)


def _is_same(left: FoldedPart, right: FoldedPart) -> bool:
    return bool(left.folded) and (left.folded == right.folded or left.russian == right.russian)


def _is_slip(left: FoldedPart, right: FoldedPart) -> bool:
    if left.initial or right.initial or min(len(left.typed), len(right.typed)) < _LEAST:
        return False
    # As typed too: "щ" is four letters where it is folded.
    return is_slip(left.folded, right.folded) or is_slip(left.typed.casefold(), right.typed.casefold())
