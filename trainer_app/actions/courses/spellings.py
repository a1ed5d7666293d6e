"""Towns, districts and units of people typed as several: one spelling for each, or all stay as they are."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

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
from trainer_app.domain.people.units import spellings_of_units
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.rows import select_row
from trainer_app.store.courses import courses
from trainer_app.store.courses.courses import UNIT_TABLES, WrittenUnit, units_written

UNIT = "unit"
"""The `field` of an offer about units of people; the others are of courses."""
_FIELDS = (("town", "district"), ("district", "town"))
"""What of a course is a place, and what else locates it."""


_NEAR = 3
"""Duty districts that are told of a unit, those of most people."""


class SpellingUse(Struct, frozen=True):
    """A spelling with its courses: their codes, people on their lists, what else locates them.

    `near` are the districts of courses with this town, or the towns of those with this district. Of a unit
    `people` are who serves there, now or at one of the courses, and `near` most of their duty districts.
    """

    spelling: str
    courses: tuple[str, ...] = ()
    people: int = 0
    near: tuple[str, ...] = ()


class SpellingOffer(Struct, frozen=True):
    """Spellings of one place in the towns or districts (`field`) of some courses, or of one unit of people.

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
        return self.field != UNIT and all(find_place(use.spelling) is not None for use in self.uses)

    @property
    def courses(self) -> tuple[str, ...]:
        """The codes of the courses that would be changed."""
        changed = () if self.apart else (use for use in self.uses if use.spelling != self.kept)
        return tuple(sorted({code for use in changed for code in use.courses}))

    @property
    def people(self) -> int:
        """How many people the spellings have that would be changed; somebody can stand under two of them."""
        return 0 if self.apart else sum(use.people for use in self.uses if use.spelling != self.kept)

    @property
    def changes(self) -> bool:
        """Tell whether anything would be written anew."""
        return bool(self.courses or self.people)

    @property
    def decided(self) -> frozenset[str]:
        """The spellings that stay although they seem to be a place of the list, or one with another."""
        if self.field == UNIT:
            return frozenset(use.spelling for use in self.uses) if self.apart else frozenset()
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
    lines, settled = list_courses(work), _kept(work, "places_kept")
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


class _UnitUse(Struct, frozen=True):
    """Where a unit is written: in how many rows, of whom, at which courses, beside which districts."""

    rows: int
    people: frozenset[str]
    courses: frozenset[str]
    districts: tuple[str, ...]


def _units_used(work: Workplace) -> Mapping[str, _UnitUse]:
    """Return every spelling of a unit with its use, read once until somebody's unit may have changed."""

    def read() -> Mapping[str, _UnitUse]:
        written: dict[str, list[WrittenUnit]] = {}
        for each in units_written(work.database):
            written.setdefault(each.unit, []).append(each)
        return MappingProxyType({unit: _unit_use(rows) for unit, rows in written.items()})

    return work.database.remembered("units used", read, UNIT_TABLES)


def _unit_use(rows: Sequence[WrittenUnit]) -> _UnitUse:
    districts = Counter(each.district for each in rows if each.district)
    near = sorted(districts, key=lambda text: (-districts[text], text))
    people, at = (frozenset(getattr(each, name) for each in rows) - {""} for name in ("person", "course"))
    return _UnitUse(len(rows), people, at, tuple(near[:_NEAR]))


def unit_names(work: Workplace) -> list[str]:
    """Return every spelling of a unit of people, by letter."""
    return sorted(_units_used(work), key=lambda text: (text.casefold(), text))


def unit_offers(work: Workplace) -> list[SpellingOffer]:
    """Return which spellings of units seem to be one unit, and are not decided."""
    typed = {unit: use.rows for unit, use in _units_used(work).items()}
    found = spellings_of_units(typed, _kept(work, "units_kept"))
    return [unit_offer(work, each.kept, each.others) for each in found]


class UnitQuestion(Struct, frozen=True):
    """What is asked of units: those that seem to be one, and all spellings, of which any two may be."""

    offers: tuple[SpellingOffer, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """Tell whether there is anything to be put together."""
        return bool(self.offers) or len(self.names) > 1


def unit_question(work: Workplace) -> UnitQuestion:
    """Return what is asked of units: every participation is read for it, which takes a while of very many."""
    return UnitQuestion(tuple(unit_offers(work)), tuple(unit_names(work)))


def unit_offer(work: Workplace, kept: str, others: Sequence[str]) -> SpellingOffer:
    """Return the question of one unit under several spellings, also of ones that are not like each other."""
    used = _units_used(work)
    codes = {course.key: course.code for course in courses.list_courses(work.database)}
    uses = []
    for unit in (kept, *others):
        use = used.get(unit, _UnitUse(0, frozenset(), frozenset(), ()))
        at = tuple(sorted(codes[key] for key in use.courses if key in codes))
        uses.append(SpellingUse(unit, at, len(use.people), use.districts))
    return SpellingOffer(UNIT, kept, tuple(others), tuple(uses), frozenset({kept}))


@guarded
def unify(work: Workplace, offers: Sequence[SpellingOffer]) -> Changes:
    """Write the one spelling that was chosen of each place or unit wherever another one stands, as one step.

    Places are those of courses. A unit is put right with the persons and at every course: it is what it was,
    written otherwise; what was approved stays in the figures as approved. With it the office remembers which
    spellings somebody who may decide let stay. Raises rights.refused where others want nothing but that.
    """
    with work.journal.transaction():
        found = [each for each in offers if each.field == UNIT]
        placed = [each for each in offers if each.field != UNIT]
        at_courses, (of_people, people) = _place_writes(work, placed), _unit_writes(work, found)
        writes = [*at_courses, *of_people]
        changed = bool(writes)
        decided = {"places_kept": _decided(placed), "units_kept": _decided(found)}
        if not changed and any(decided.values()):
            rights.check(work, Right.DECIDE)
        if work.decides and rights.may(work, Right.DECIDE):
            fields: dict[str, Value] = {
                name: sorted(texts | _kept(work, name)) for name, texts in decided.items() if texts
            }
            office = derive_key("office", work.office_code)
            writes += [Write("office", office, fields)] if fields else []
        if people:
            label = Label("course.step.units", {"count": people})
        elif changed:
            label = Label("course.step.places", {"count": len(at_courses)})
        else:
            label = Label(f"course.step.{'units' if found else 'places'}_kept", {"count": len(offers)})
        return work.journal.record(label, writes)


def _place_writes(work: Workplace, offers: Sequence[SpellingOffer]) -> list[Write]:
    changed: dict[str, dict[str, Value]] = {}
    for course in courses.list_courses(work.database):
        for offer in offers:
            if getattr(course, offer.field) in offer.others:
                changed.setdefault(course.key, {})[offer.field] = offer.kept
    return [Write("course", key, fields) for key, fields in changed.items()]


def _unit_writes(work: Workplace, offers: Sequence[SpellingOffer]) -> tuple[list[Write], int]:
    """Return the writes of units, and of how many people they are."""
    kept = {text: offer.kept for offer in offers for text in offer.others}
    if not kept:
        return [], 0
    rows = [each for each in units_written(work.database) if each.unit in kept]
    writes = [Write(each.entity, each.key, {"unit": _last(each.unit, kept)}) for each in rows]
    return writes, len({each.person for each in rows})


def _last(text: str, kept: Mapping[str, str]) -> str:
    """Return the spelling that stays in the end, where one that stays by one answer goes by another."""
    passed = {text}
    while (after := kept.get(text)) is not None and after not in passed:
        passed.add(text := after)
    return text


def _decided(offers: Iterable[SpellingOffer]) -> frozenset[str]:
    return frozenset[str]().union(*(offer.decided for offer in offers))


def _kept(work: Workplace, name: str) -> frozenset[str]:
    row = select_row(work.database, "office", derive_key("office", work.office_code)) or {}
    return frozenset(row.get(name) or ())
