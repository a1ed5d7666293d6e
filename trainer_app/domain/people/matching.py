"""Finds pairs of records that may be one person under two spellings; proposes with reasons, joins nobody.

People are first put into blocks by what spelling leaves alone (the consonants of the family name and the
beginning of the given name, or the other way round), and only compared within a block, so that 20,000
people take seconds. Each pair stands for itself: that A may be B and B may be C says nothing of A and C.

Names say nothing of two people of one name: facts tell them apart (see `facts`).
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import compress, takewhile

from msgspec import Struct

from trainer_app.domain.base.changes import Label, Progress, Steps, no_progress, part_of
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.structs import gc_paused
from trainer_app.domain.base.text_search import fold
from trainer_app.domain.people.facts import agreeing, differing, differing_service, facts_of, said
from trainer_app.domain.people.name_similarity import (
    FoldedPart,
    MatchPerson,
    NameColumns,
    NameProfile,
    Similarity,
    compare_family,
    compare_given,
    compare_patronymic,
    is_slip,
    is_slipped,
    profile_of,
    same_unit,
)
from trainer_app.domain.people.persons import COMPARING, Sex

PROPOSED = 70
"""Pairs below this score are not shown."""
STRONG = 85
"""From here on the program thinks that it is one person; a human still decides."""

_LARGE_BLOCK = 400
"""Of blocks with more people only neighbours are compared: so many to each side."""
_NEIGHBOURS = 25
_SMALL_BLOCK = 6
"""In a block of more people it is told in one go first which names are worth comparing."""
_PREPARING = 0.15
"""The part of the work in which people are prepared for comparing."""
_TOLD_EVERY = 256
"""People prepared, or pairs compared, between two steps of progress: at each the work can be stopped."""
_WEAK = 50
_SLIPPED = 80
"""What two whole names score that differ by one letter."""
_LATIN_SAME, _UNIT_SAME, _DISTRICT_SAME = 8, 5, 3
"""What passport spelling, unit and district add."""
_UNIT_OTHER = 8
"""What another unit takes from one whole name."""
# Vowels are left out, letters that Russian and Tajik lists exchange are made one, double ones too.
_VOWELS = str.maketrans("gktsp", "hhdzb", "aeiou ")
_TWICE = regex(r"(.)\1+")

Key = tuple[str, str, str]


class Candidate(Struct, frozen=True):
    """Two people (by key) who may be one, how probably (0 to 100), and why, the main reason first."""

    a: str
    b: str
    score: int
    reasons: tuple[Label, ...]

    @property
    def strong(self) -> bool:
        """Tell whether everything that is known speaks for one person."""
        return self.score >= STRONG


class PeopleIndex:
    """People arranged so that those like somebody are found without asking everybody.

    After a change it takes in who changed, and looks at nobody else.
    """

    def __init__(self, people: Iterable[MatchPerson] = ()) -> None:
        self.people: Mapping[str, MatchPerson] = {}
        self.profiles: dict[str, NameProfile] = {}
        self.keys: dict[str, list[Key]] = {}
        """The blocks of each person."""
        self.blocks: dict[Key, list[str]] = {}
        self.take({person.key: person for person in people})

    def changed(self, people: Mapping[str, MatchPerson]) -> set[str]:
        """Return who is not here yet, or otherwise, and who is here and not among all these people."""
        fresh = {key for key, person in people.items() if self.people.get(key) != person}
        return fresh | (self.people.keys() - people.keys())

    def take(
        self,
        people: Mapping[str, MatchPerson],
        changed: Collection[str] | None = None,
        step: Callable[[], None] = lambda: None,
    ) -> dict[Key, list[str]]:
        """Become an index of all these people; return the blocks that differ, with who was in them before.

        `changed` is what `changed` told of them, for whoever has asked already; `step` is called for each.
        """
        changed = self.changed(people) if changed is None else changed
        leaving: dict[Key, set[str]] = {}
        coming: dict[Key, list[str]] = {}
        for key in changed:
            step()
            for block in self.keys.pop(key, ()):
                leaving.setdefault(block, set()).add(key)
            self.profiles.pop(key, None)
            if key in people:
                self.profiles[key] = profile = profile_of(people[key])
                self.keys[key] = blocks = _block_keys(profile)
                for block in blocks:
                    coming.setdefault(block, []).append(key)
        nobody: list[str] = []
        before = {block: self.blocks.get(block, nobody) for block in (*leaving, *coming)}
        for block, inside in before.items():
            fresh = coming.get(block, [])
            if inside:
                left = leaving.get(block, ())
                fresh = [*(key for key in inside if key not in left), *fresh]
            self.blocks[block] = fresh
        self.people = people
        return before

    def find(self, person: MatchPerson, limit: int = 5) -> list[Candidate]:
        """Return who in the index may be this person (`a`), the most probable first."""
        profile = profile_of(person)
        near = {key for block in _block_keys(profile) for key in self.blocks.get(block, ())} - {person.key}
        found = filter(None, (_compare(profile, self.profiles[key]) for key in near))
        return sorted(found, key=_by_score)[:limit]


class CandidateFinder:
    """Pairs who may be one person, kept up to date: after a change only who changed is compared again.

    The answer is always that of a new finder for the same people in the same order, which compares everybody
    in their blocks: seconds among 20,000 people. Here each block remembers what was found in it; one in which
    nobody changed is not looked at again. Of a very large block only near neighbours in the order of full
    names are compared (the sorted-neighbourhood method of Hernández and Stolfo, 1995), so that pairs never
    grow faster than people. Not for two threads at once.
    """

    def __init__(self) -> None:
        self._index = PeopleIndex()
        self._found: dict[Key, dict[frozenset[str], Candidate]] = {}

    def count_changed(self, people: Mapping[str, MatchPerson]) -> int:
        """Return how many people `find` would have to compare with others."""
        return len(self._index.changed(people))

    def find(self, people: Mapping[str, MatchPerson], progress: Progress = no_progress) -> list[Candidate]:
        """Return the pairs who may be one person, the most probable first. `people` are all there are.

        Stopped by `progress` it has forgotten everybody: who was compared by then is not known.
        """
        changed = self._index.changed(people)
        if not _same_order(self._index.people, people, changed):
            # Who comes first in a pair follows from the order.
            self._index, self._found = PeopleIndex(), {}
            changed = set(people)
        try:
            # None of all these holds another one that holds it.
            with gc_paused():
                self._find(people, changed, progress)
        except BaseException:
            self._index, self._found = PeopleIndex(), {}
            raise
        pairs = {pair: each for found in self._found.values() for pair, each in found.items()}
        return sorted(pairs.values(), key=_by_score)

    def _find(self, people: Mapping[str, MatchPerson], changed: set[str], progress: Progress) -> None:
        prepared = Steps(part_of(progress, 0.0, _PREPARING), COMPARING, len(changed), _TOLD_EVERY)
        blocks = self._index.take(people, changed, prepared.step)
        # Of a list nobody was in any block before.
        if any(blocks.values()) and any(self._crossed(*each) for each in blocks.items() if each[1]):
            # What was left to a block whose people were all compared, or not any more, is in others.
            self._index, self._found, changed = PeopleIndex(), {}, set(people)
            blocks = self._index.take(people, changed)
        places = {key: place for place, key in enumerate(people)} if blocks else {}
        # In most blocks somebody is alone.
        inside = self._index.blocks
        shared = [block for block in blocks if len(inside[block]) > 1 or block in self._found]
        pairs = sum(_most_pairs(len(inside[block])) for block in shared)
        steps = Steps(part_of(progress, _PREPARING, 1.0), COMPARING, pairs, _TOLD_EVERY)
        for block in shared:
            ends = steps.done + _most_pairs(len(inside[block]))
            self._compare_block(block, blocks[block], changed, places, steps)
            steps.done = ends

    def _crossed(self, block: Key, before: list[str]) -> bool:
        return (len(before) > _LARGE_BLOCK) is not (len(self._index.blocks[block]) > _LARGE_BLOCK)

    def _compare_block(
        self, block: Key, before: list[str], changed: set[str], places: Mapping[str, int], steps: Steps
    ) -> None:
        """Find the pairs of a block anew, as far as anybody in them changed or came near each other.

        The block is left in the order in which neighbours are compared in a large one.
        """
        index = self._index
        if len(index.blocks[block]) < 2:
            self._found.pop(block, None)
            return
        now = sorted(index.blocks[block], key=places.__getitem__)
        found = {pair: each for pair, each in self._found.get(block, {}).items() if changed.isdisjoint(pair)}
        if len(now) > _LARGE_BLOCK:
            now.sort(key=lambda key: _sorting(index.profiles[key]))
            near = set(_near(now)) if found else frozenset()
            found = {pair: each for pair, each in found.items() if pair in near}
        index.blocks[block] = now
        earlier: dict[str, frozenset[Key]] = {}
        for left, right in self._wanted(block, now, before, changed, steps):
            first, second = (left, right) if places[left] < places[right] else (right, left)
            if first not in earlier:
                earlier[first] = self._earlier(block, first)
            if earlier[first].isdisjoint(index.keys[second]):
                candidate = _compare(index.profiles[first], index.profiles[second])
                if candidate is not None:
                    found[frozenset((first, second))] = candidate
        self._found[block] = found

    def _wanted(
        self, block: Key, now: list[str], before: list[str], changed: set[str], steps: Steps
    ) -> Iterator[tuple[str, str]]:
        """Yield the pairs that are to be compared and were not yet, or not as they are now."""
        if len(before) < 2 or changed.issuperset(now):
            yield from self._worth_comparing(block, now, steps)
        elif max(len(now), len(before)) <= _LARGE_BLOCK:
            fresh = [key in changed for key in now]
            for place, key in enumerate(now):
                wanted = fresh[place + 1 :]
                others = now[place + 1 :] if fresh[place] else compress(now[place + 1 :], wanted)
                for other in others:
                    steps.step()
                    yield key, other
        else:
            known = set(_near(before) if len(before) > _LARGE_BLOCK else _all(before))
            for pair in _near(now) if len(now) > _LARGE_BLOCK else _all(now):
                if pair not in known or not changed.isdisjoint(pair):
                    steps.step()
                    left, right = pair
                    yield left, right

    def _worth_comparing(self, block: Key, now: list[str], steps: Steps) -> Iterator[tuple[str, str]]:
        """Yield the pairs of a block that nobody compared yet, but for those of quite different names."""
        profiles = [self._index.profiles[key] for key in now]
        # In the other blocks all given names are alike, and to look at a few beforehand takes longer.
        columns = NameColumns(profiles) if len(now) > _SMALL_BLOCK and block[0] == "family" else None
        reach = len(now) if len(now) <= _LARGE_BLOCK else _NEIGHBOURS
        for place, key in enumerate(now):
            end = min(place + 1 + reach, len(now))
            steps.step(end - place - 1)
            places = range(place + 1, end)
            near = columns.worth_comparing(profiles[place], place + 1, end) if columns else places
            yield from ((key, now[other]) for other in near)

    def _earlier(self, block: Key, key: str) -> frozenset[Key]:
        """Return the blocks of somebody before this one in which all are compared."""
        own = takewhile(lambda each: each != block, self._index.keys[key])
        return frozenset(each for each in own if len(self._index.blocks[each]) <= _LARGE_BLOCK)


def _most_pairs(people: int) -> int:
    """Return how many pairs of a block are compared at most: never more than some for each of its people."""
    return people * (people - 1) // 2 if people <= _LARGE_BLOCK else people * _NEIGHBOURS


def _neighbours(block: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of a large block that are compared: neighbours in its order."""
    for place, key in enumerate(block):
        yield from ((key, other) for other in block[place + 1 : place + 1 + _NEIGHBOURS])


def _near(block: list[str]) -> Iterator[frozenset[str]]:
    return map(frozenset, _neighbours(block))


def _all(block: list[str]) -> Iterator[frozenset[str]]:
    for place, key in enumerate(block):
        yield from (frozenset((key, other)) for other in block[place + 1 :])


def _same_order(before: Iterable[str], after: Iterable[str], changed: set[str]) -> bool:
    return [key for key in before if key not in changed] == [key for key in after if key not in changed]


def compare_people(left: MatchPerson, right: MatchPerson) -> Candidate | None:
    """Compare two people; None when too little speaks for one person."""
    return _compare(profile_of(left), profile_of(right))


@lru_cache(maxsize=65536)
def spelling_key(family: str, given: str) -> tuple[str, str]:
    """Return what spelling leaves alone of family and given name; equal for most spellings of one name."""
    profile = profile_of(MatchPerson("", family, given))
    return _consonants(profile.family.russian_stem), _consonants(profile.given.russian)


def _by_score(candidate: Candidate) -> tuple[int, str, str]:
    """Return the place of a pair in a list: the most probable first."""
    return -candidate.score, candidate.a, candidate.b


def _block_keys(profile: NameProfile) -> list[Key]:
    """Return the blocks of a person; two people who share one are compared."""
    family, given = _consonants(profile.family.russian_stem), _consonants(profile.given.russian)
    keys = [("family", family, profile.given.russian[:1])]
    if given and not profile.given.initial:
        keys.append(("given", given, family[:2]))
        first, second = sorted((_consonants(profile.family.russian), given))
        keys.append(("either", first, second))
    father = profile.patronymic.russian
    if father and given:
        # Where a slip changed what stands above: a slip leaves the first letters or the last ones.
        own, name = profile.family.russian, profile.given.russian
        keys.append(("house", own, f"{father} {name[-1:]}"))
        keys += [("begun", name, f"{father} {own[:1]}"), ("ended", name, f"{father} {own[-3:]}")]
    return keys


@lru_cache(maxsize=65536)
def _consonants(folded: str) -> str:
    return _TWICE.sub(r"\1", folded.replace("ch", "j").translate(_VOWELS)) or folded


def _sorting(profile: NameProfile) -> tuple[str, str, str]:
    """Return by what the people of a large block are put in order."""
    return profile.given.folded, profile.patronymic.stem, profile.family.folded


def _compare(left: NameProfile, right: NameProfile) -> Candidate | None:
    """Compare two people; None when too little speaks for one person.

    Namesakes are many and mostly have other fathers: what costs least and tells most comes first, words last.
    """
    father, father_how = compare_patronymic(left.patronymic, right.patronymic)
    if father_how is Similarity.DIFFERS:
        return _compare_slip(left, right)
    given, given_how = compare_given(left.given, right.given)
    family, family_how = compare_family(left.family, right.family) if given else (0, Similarity.DIFFERS)
    swapped = min(family, given) < _WEAK
    if swapped:
        family, given = _compare_swapped(left, right)
    if min(family, given) < _WEAK:
        return _compare_slip(left, right)
    # Without both fathers' names nothing tells namesakes apart.
    missing = father_how is Similarity.MISSING
    score = (family + given) // 2 - 10 if missing else (2 * family + 2 * given + father) // 5
    if score + _most_bonus(left.person, right.person) < PROPOSED:
        return None
    if swapped:
        reasons = [_reason("swapped", left.person.family, right.person.family)]
    else:
        reasons = _part_reasons("family", left.family, right.family, family_how)
        reasons += _part_reasons("given", left.given, right.given, given_how)
    reasons += _part_reasons("patronymic", left.patronymic, right.patronymic, father_how)
    return _weigh(left, right, score, reasons, fathers=not missing)


def _compare_slip(left: NameProfile, right: NameProfile) -> Candidate | None:
    """Compare two people whose names look like others: one may be the other with a slip. Never strong."""
    if not is_slipped(left, right):
        return None
    reasons = []
    for name in ("family", "given", "patronymic"):
        mine, theirs = getattr(left, name), getattr(right, name)
        same = mine.folded == theirs.folded or mine.russian == theirs.russian
        how = Similarity.SPELLING if same else Similarity.LETTERS
        reasons += _part_reasons(name, mine, theirs, Similarity.SAME if mine.typed == theirs.typed else how)
    return _weigh(left, right, _SLIPPED, reasons, most=STRONG - 1)


def _weigh(
    left: NameProfile,
    right: NameProfile,
    score: int,
    names: list[Label],
    *,
    fathers: bool = True,
    most: int = 100,
) -> Candidate | None:
    """Return two people whose names are alike, after a look at all else; None when that is too little."""
    bonus, others = _other_evidence(left, right)
    score = max(0, min(most, score + bonus))
    if score < PROPOSED:
        return None
    score, known = _weigh_facts(left, right, score, fathers=fathers)
    return Candidate(left.person.key, right.person.key, score, (*names, *others, *known))


def _weigh_facts(
    first: NameProfile, second: NameProfile, score: int, *, fathers: bool
) -> tuple[int, list[Label]]:
    """Return the score, and why, after a look at what tells people of one name apart, or makes them one.

    One whole name is strong by itself where nothing contradicts. Without fathers' names unit or rank alone
    contradicts; with them, another unit alone makes it weaker.
    """
    one, two = first.person, second.person
    left, right = facts_of(one), facts_of(two)
    service = differing_service(left, right)
    against = differing(left, right) or (() if fathers else service)
    agreed = [name for name in agreeing(left, right) if name != "unit"]
    reasons = [_reason(f"{name}_same", said(left, name), said(right, name)) for name in agreed]
    told = dict.fromkeys((*against, *service))
    reasons += [_reason(f"{name}_differs", said(left, name), said(right, name)) for name in told]
    if against:
        return min(score, STRONG - 1), reasons
    other_sex = first.sex is not second.sex and Sex.UNKNOWN not in (first.sex, second.sex)
    other_latin = (
        one.latin and two.latin and sorted(fold(one.latin).split()) != sorted(fold(two.latin).split())
    )
    if other_sex or other_latin or not _of_one_name(first, second):
        return score, reasons
    if "unit" in service:
        return max(STRONG, score - _UNIT_OTHER), reasons
    if not agreed and not service:
        reasons.append(Label("matching.name_whole"))
    return max(STRONG, score), reasons


def _of_one_name(left: NameProfile, right: NameProfile) -> bool:
    """Tell whether two whole names are written alike, but for capitals, spaces and the dots of ё."""
    if left.given.initial or left.patronymic.initial:
        return False
    parts = [(each.family.typed, each.given.typed, each.patronymic.typed) for each in (left, right)]
    one, two = (" ".join(" | ".join(each).casefold().replace("ё", "е").split()) for each in parts)
    return one == two


def _latin_reason(one: str, two: str, *, alike: bool) -> str:
    """Return what is to be said of two Latin spellings: "same" only of the very same words."""
    if not alike:
        return "latin_differs"
    same = sorted(one.casefold().split()) == sorted(two.casefold().split())
    return "latin_same" if same else "latin_alike"


def _most_bonus(one: MatchPerson, two: MatchPerson) -> int:
    """Return what evidence adds to two people at most; what is not known of one of them adds nothing."""
    places = (one.unit and two.unit) or (one.duty_district and two.duty_district)
    return (_LATIN_SAME if one.latin and two.latin else 0) + (_UNIT_SAME if places else 0)


def _compare_swapped(left: NameProfile, right: NameProfile) -> tuple[int, int]:
    """Compare as if one of them had family and given name in each other's column."""
    family, _ = compare_family(left.family, right.given)
    given, _ = compare_given(left.given, right.family)
    return (min(family, 96), min(given, 96)) if min(family, given) >= STRONG else (0, 0)


def _other_evidence(left: NameProfile, right: NameProfile) -> tuple[int, list[Label]]:
    """Return what sex, passport spelling, unit, district and courses add or take away, and why."""
    one, two = left.person, right.person
    bonus, reasons = 0, []
    if one.latin and two.latin:
        alike = sorted(fold(one.latin).split()) == sorted(fold(two.latin).split())
        slipped = not alike and is_slip(fold(one.latin), fold(two.latin))
        bonus += _LATIN_SAME if alike else 0 if slipped else -15
        reasons.append(_reason(_latin_reason(one.latin, two.latin, alike=alike), one.latin, two.latin))
    if same_unit(one.unit, two.unit):
        bonus += _UNIT_SAME
        reasons.append(_same_place("unit", one.unit, two.unit))
    elif same_unit(one.duty_district, two.duty_district):
        bonus += _DISTRICT_SAME
        reasons.append(_same_place("district", one.duty_district, two.duty_district))
    if left.sex is not right.sex and Sex.UNKNOWN not in (left.sex, right.sex):
        bonus -= 30
        reasons.append(Label("matching.sex_differs"))
    shared = one.courses & two.courses
    if shared:
        bonus -= 10
        reasons.append(Label("matching.course_same", {"course": tuple(sorted(shared))}))
    elif one.courses and two.courses:
        courses = {"left": tuple(sorted(one.courses)), "right": tuple(sorted(two.courses))}
        reasons.append(Label("matching.courses_differ", courses))
    return bonus, reasons


def _part_reasons(part: str, left: FoldedPart, right: FoldedPart, how: Similarity) -> list[Label]:
    """Return the words for one part of the name; a part that both lack needs none."""
    if how is Similarity.MISSING and not (left.typed or right.typed):
        return []
    return [_reason(f"{part}_{how}", left.typed, right.typed)]


def _same_place(what: str, left: str, right: str) -> Label:
    return _reason(f"{what}_same" if fold(left) == fold(right) else f"{what}_spellings", left, right)


def _reason(what: str, left: str, right: str) -> Label:
    return Label(f"matching.{what}", {"left": left, "right": right})
