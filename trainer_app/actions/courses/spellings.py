"""Towns and districts of courses typed as several: one spelling for each, or all stay as they are."""

from collections import Counter
from collections.abc import Collection, Sequence

from msgspec import Struct

from trainer_app.actions.base import rights
from trainer_app.actions.base.rights import guarded
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.courses import list_courses
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.journal import Value, derive_key
from trainer_app.domain.base.rights import Right
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import CourseLine
from trainer_app.domain.people.places import counted_together, find_place, one_spelling, spellings_of_one
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.rows import select_row
from trainer_app.store.courses import courses

_FIELDS = (("town", "district"), ("district", "town"))
"""What of a course is a place, and what else locates it."""


class SpellingUse(Struct, frozen=True):
    """A spelling of a place with its courses: their codes, people on their lists, what else locates them.

    `near` are the districts of courses with this town, or the towns of those with this district.
    """

    spelling: str
    courses: tuple[str, ...] = ()
    people: int = 0
    near: tuple[str, ...] = ()


class SpellingOffer(Struct, frozen=True):
    """Spellings of one place in the towns or districts (`field`) of some courses.

    `kept` is what is proposed, `others` how else it was typed; `uses` tells both, that one first.
    `stands` is how the proposed place stands in courses: the list of places knows it by several names.
    `apart`: they are to stay as they are.
    """

    field: str
    kept: str
    others: tuple[str, ...]
    uses: tuple[SpellingUse, ...]
    stands: frozenset[str]
    apart: bool = False

    def staying(self) -> "SpellingOffer":
        """Return the same with every course as it was typed: they are no one place, or shall stay two."""
        return replace(self, others=(), apart=True)

    def keeping(self, spelling: str) -> "SpellingOffer":
        """Return the same with another of the spellings as the one that stays."""
        if spelling == self.kept:
            return self
        texts = {*self.stands, *self.others} - {spelling}
        return SpellingOffer(self.field, spelling, tuple(sorted(texts)), self.uses, frozenset({spelling}))

    @property
    def together(self) -> bool:
        """Tell whether the list of places knows every spelling, so that figures take them together anyway."""
        return all(find_place(use.spelling) is not None for use in self.uses)

    @property
    def courses(self) -> tuple[str, ...]:
        """The codes of the courses that would be changed."""
        if self.apart:
            return ()
        return tuple(sorted(code for use in self.uses if use.spelling != self.kept for code in use.courses))

    @property
    def decided(self) -> frozenset[str]:
        """The spellings that stay although they seem to be a place of the list, or one with another."""
        texts = [use.spelling for use in self.uses if self.apart or use.spelling == self.kept]
        listed = any(find_place(use.spelling) is not None for use in self.uses)
        return frozenset(text for text in texts if (self.apart or listed) and find_place(text) is None)


def all_offers(work: Workplace) -> list[SpellingOffer]:
    """Return what `place_offers` does, and what is written in several ways though it counts as one."""
    lines, offers = list_courses(work), place_offers(work)
    for field, beside in _FIELDS:
        typed = Counter(str(getattr(line.course, field)) for line in lines)
        asked = {one_spelling(each.kept): each for each in offers if each.field == field}
        for found in counted_together(typed):
            uses = tuple(_use_of(lines, field, beside, each, {each}) for each in (found.kept, *found.others))
            offer = SpellingOffer(field, found.kept, found.others, uses, frozenset({found.kept}))
            other = asked.get(one_spelling(found.kept))
            if other is None:
                offers.append(offer)
            else:
                offers[offers.index(other)] = _one_question(offer, other)
    return offers


def _one_question(known: SpellingOffer, other: SpellingOffer) -> SpellingOffer:
    """Return two offers of one place as one: what counts as it, and below that what does not yet."""
    more = tuple(use for use in other.uses if use.spelling in other.others)
    return replace(known, others=(*known.others, *other.others), uses=(*known.uses, *more))


def place_offers(work: Workplace) -> list[SpellingOffer]:
    """Return which spellings of towns and districts of courses seem to be one place, and are not decided."""
    lines, settled = list_courses(work), _places_kept(work)
    offers = []
    for field, beside in _FIELDS:
        typed = Counter(str(getattr(line.course, field)) for line in lines)
        for found in spellings_of_one(typed, settled):
            stands = frozenset(text for text in typed if one_spelling(text) == one_spelling(found.kept))
            uses = [_use_of(lines, field, beside, found.kept, stands)]
            uses += [_use_of(lines, field, beside, each, {each}) for each in found.others]
            offers.append(SpellingOffer(field, found.kept, found.others, tuple(uses), stands))
    return offers


def _use_of(
    lines: Sequence[CourseLine], field: str, beside: str, spelling: str, texts: Collection[str]
) -> SpellingUse:
    found = [line for line in lines if getattr(line.course, field) in texts]
    near = {str(getattr(line.course, beside)) for line in found} - {"", spelling}
    codes = tuple(line.course.code for line in found)
    return SpellingUse(spelling, codes, sum(line.participants for line in found), tuple(sorted(near)))


@guarded
def unify(work: Workplace, offers: Sequence[SpellingOffer]) -> Changes:
    """Give courses the one spelling of their towns and districts that was chosen, as one step.

    With it the office remembers which spellings somebody who may decide let stay. Raises rights.refused
    where others want nothing but that.
    """
    with work.journal.transaction():
        changed: dict[str, dict[str, Value]] = {}
        for course in courses.list_courses(work.database):
            for offer in offers:
                if getattr(course, offer.field) in offer.others:
                    changed.setdefault(course.key, {})[offer.field] = offer.kept
        writes = [Write("course", key, fields) for key, fields in changed.items()]
        decided = frozenset[str]().union(*(offer.decided for offer in offers))
        if not writes and decided:
            rights.check(work, Right.DECIDE)
        if decided and work.decides and rights.may(work, Right.DECIDE):
            fields = {"places_kept": sorted(decided | _places_kept(work))}
            writes.append(Write("office", derive_key("office", work.office_code), fields))
        if not changed:
            return work.journal.record(Label("course.step.places_kept", {"count": len(offers)}), writes)
        return work.journal.record(Label("course.step.places", {"count": len(changed)}), writes)


def _places_kept(work: Workplace) -> frozenset[str]:
    row = select_row(work.database, "office", derive_key("office", work.office_code)) or {}
    return frozenset(row.get("places_kept") or ())
