"""Groups of pairs, who stands for them, pairs proposed after each change: always what a plain way gives."""

import random
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations

import pytest

from tests.kit.pairs import find_candidates
from trainer_app.domain.base.changes import Steps
from trainer_app.domain.base.errors import Cancelled
from trainer_app.domain.base.structs import replace
from trainer_app.domain.people import matching, persons
from trainer_app.domain.people.matching import CandidateFinder, PeopleIndex
from trainer_app.domain.people.name_similarity import MatchPerson
from trainer_app.domain.people.persons import Joins, Pair, joins_of

PEOPLE = "abcdefgh"


def pair(first: str, second: str, *, one: bool | None = True, shown: str | None = None) -> Pair:
    low, high = sorted((first, second))
    return Pair(f"{low}{high}", low, high, one, shown)


def some_pairs(chance: random.Random) -> list[Pair]:
    """Return what may be said of each two of some people."""
    found = []
    for first, second in combinations(PEOPLE, 2):
        if chance.random() < 0.25:
            said = chance.choice((True, True, True, False, None))
            found.append(pair(first, second, one=said, shown=chance.choice((first, second, "z", None))))
    return found


def plainly_grouped(pairs: Iterable[Pair]) -> set[frozenset[str]]:
    """Return the groups of all people, by joining sets until nothing changes."""
    groups = {frozenset(key) for key in PEOPLE}
    for each in pairs:
        if each.one:
            both = {group for group in groups if not group.isdisjoint((each.first, each.second))}
            groups = (groups - both) | {frozenset().union(*both)}
    return groups


@pytest.mark.parametrize("seed", range(40))
def test_groups_are_all_who_are_connected_in_whatever_order(seed: int) -> None:
    chance = random.Random(seed)
    pairs = some_pairs(chance)
    joins = Joins(pairs)
    assert {joins.group(key) for key in PEOPLE} == plainly_grouped(pairs)
    heads = {joins.head(key) for key in PEOPLE}
    assert len(heads) == len(plainly_grouped(pairs)), "one stands for each group"
    assert all(joins.head(key) in joins.group(key) for key in PEOPLE)
    chance.shuffle(pairs)
    assert Joins(pairs).heads == joins.heads


@pytest.mark.parametrize("seed", range(40))
def test_parting_separates_from_the_head_and_takes_nothing_else(seed: int) -> None:
    chance = random.Random(seed)
    pairs = some_pairs(chance)
    joins = Joins(pairs)
    for key in PEOPLE:
        cut = joins.parting(key)
        assert bool(cut) == (len(joins.group(key)) > 1)
        after = Joins([each for each in pairs if each not in cut])
        if joins.head(key) == key:
            assert after.group(key) == {key}
        else:
            assert joins.head(key) not in after.group(key)
        assert all(key in each.people for each in cut)
        rest = joins.group(key) - after.group(key)
        assert all(after.group(other) == rest for other in rest if joins.head(key) in after.group(other))


@pytest.mark.parametrize("seed", range(40))
def test_whoever_is_to_lead_a_group_leads_it(seed: int) -> None:
    chance = random.Random(seed)
    pairs = some_pairs(chance)
    joins = Joins(pairs)
    heads = sorted({joins.head(key) for key in PEOPLE})
    if len(heads) < 2:
        return
    first, second = chance.sample(heads, 2)
    added = pair(first, second, shown=first)
    changed = {each.key: each for each in (added, *joins.led_by(first, added))}
    after = Joins([*(each for each in pairs if each.key not in changed), *changed.values()])
    assert after.group(first) == joins.group(first) | joins.group(second)
    assert {after.head(key) for key in after.group(first)} == {first}


def test_a_tree_made_one_after_the_other_is_left_as_it_is() -> None:
    joins = Joins([pair("b", "a", shown="b"), pair("d", "c", shown="d")])
    assert (joins.head("a"), joins.head("c")) == ("b", "d")
    assert joins.led_by("d", pair("b", "d", shown="d")) == []


def test_whose_data_were_erased_stands_for_nobody_who_has_a_name() -> None:
    pairs = [pair("a", "b", shown="a"), pair("b", "c", shown="b")]
    assert joins_of(pairs, "a".__eq__).heads == {"a": "b", "c": "b"}
    assert joins_of(pairs, "abc".__contains__).heads == {"b": "a", "c": "a"}


def test_a_person_is_no_pair_with_themselves() -> None:
    joins = Joins([Pair("aa", "a", "a", one=True), Pair("bb", "b", "b", one=False)])
    assert (joins.heads, joins.told_apart, joins.contradicting) == ({}, frozenset(), ())


def test_kept_apart_by_one_and_joined_by_way_of_others_contradicts() -> None:
    apart = pair("a", "c", one=False)
    joins = Joins([pair("a", "b"), pair("b", "c"), apart])
    assert joins.contradicting == (apart,)
    assert joins.told_apart == frozenset()
    assert joins.group("a") == frozenset("abc")


# Wrong versions, which the checks above must find


def _directed(joins: Joins) -> dict[str, str]:
    """Follow who gave up their name to whom, as it was before pairs had no direction."""
    into = {each.given_up: each.shown for each in joins.joined if each.given_up and each.shown}
    found = {}
    for key in into:
        root, seen = key, {key}
        while into.get(root) and into[root] not in seen:
            root = str(into[root])
            seen.add(root)
        found[str(key)] = root
    return found


def _smallest(joins: Joins) -> dict[str, str]:
    return {key: min(group) for key, group in joins.groups.items() if key != min(group)}


@pytest.mark.parametrize(
    ("wrong", "check"),
    [
        (_directed, test_groups_are_all_who_are_connected_in_whatever_order),
        (_smallest, test_whoever_is_to_lead_a_group_leads_it),
    ],
)
def test_a_wrong_rule_of_heads_is_found(
    wrong: Callable[[Joins], object], check: Callable[[int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(persons.Joins, "heads", property(wrong))
    with pytest.raises(AssertionError):
        for_every_seed(check)


def for_every_seed(check: Callable[[int], None]) -> None:
    for seed in range(40):
        check(seed)


def check_parting(seed: int) -> None:
    test_parting_separates_from_the_head_and_takes_nothing_else(seed)
    test_parting_leaves_who_was_joined_with_somebody()


def _only_own_joins(joins: Joins, key: str, _other: str | None = None) -> list[Pair]:
    return [each for each in joins.joined if each.given_up == key]


def _all_joins(joins: Joins, key: str, _other: str | None = None) -> list[Pair]:
    return [each for each in joins.joined if key in each.people]


@pytest.mark.parametrize("wrong", [_only_own_joins, _all_joins])
def test_a_wrong_parting_is_found(wrong: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(persons.Joins, "parting", wrong)
    with pytest.raises(AssertionError):
        for_every_seed(check_parting)


def test_parting_leaves_who_was_joined_with_somebody() -> None:
    joins = Joins([pair("a", "b", shown="a"), pair("b", "c", shown="b")])
    assert joins.parting("b") == [pair("a", "b", shown="a")]
    assert joins.parting("c", "a") == [pair("b", "c", shown="b")]


# Who is proposed


FAMILIES = ("Раҳимов", "Рахимов", "Раҳимзода", "Азизов", "Азизӣ", "Каримов")
GIVEN = ("Некрӯз", "Некруз", "Фаррух", "Фаррух", "Н.")


def somebody(key: str, chance: random.Random) -> MatchPerson:
    return MatchPerson(
        key,
        chance.choice(FAMILIES),
        chance.choice(GIVEN),
        chance.choice(("", "Файзуллоевич", "Бахтиёрович")),
        courses=frozenset(chance.sample(("c1", "c2"), chance.randrange(3))),
    )


def change(people: dict[str, MatchPerson], chance: random.Random, number: int) -> dict[str, MatchPerson]:
    """Let somebody come, go or be called otherwise; now and then all stand in another order."""
    key = chance.choice([*people])
    match chance.randrange(7):
        case 0:
            return {other: person for other, person in people.items() if other != key}
        case 1 | 2:
            return {**people, f"n{number}": somebody(f"n{number}", chance)}
        case 3 | 4:
            return {**people, key: somebody(key, chance)}
        case 5:
            return {**people, key: replace(people[key], courses=frozenset({"c1", "c3"}))}
    order = chance.sample([*people], len(people))
    return {other: people[other] for other in order}


@pytest.mark.parametrize("large", [3, 6, 400])
@pytest.mark.parametrize("seed", range(4))
def test_after_any_change_the_same_is_found_as_anew(
    seed: int, large: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matching, "_LARGE_BLOCK", large)
    monkeypatch.setattr(matching, "_NEIGHBOURS", 2)
    chance = random.Random(seed)
    people = {f"p{number}": somebody(f"p{number}", chance) for number in range(14)}
    finder, index = CandidateFinder(), PeopleIndex()
    for number in range(40):
        people = change(people, chance, number)
        assert finder.find(people) == find_candidates([*people.values()])
        assert finder.count_changed(people) == 0
        index.take(people)
        for person in people.values():
            assert index.find(person, 50) == PeopleIndex(people.values()).find(person, 50)


def test_who_did_not_change_is_not_compared_again(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(1)
    people = {f"p{number}": somebody(f"p{number}", chance) for number in range(60)}
    finder = CandidateFinder()
    finder.find(people)
    compared: list[Sequence[str]] = []
    right = matching._compare

    def counted(left: matching.NameProfile, other: matching.NameProfile) -> matching.Candidate | None:
        compared.append((left.person.key, other.person.key))
        return right(left, other)

    monkeypatch.setattr(matching, "_compare", counted)
    finder.find({**people, "p7": replace(people["p7"], unit="ШКД")})
    assert compared
    assert all("p7" in both for both in compared)
    compared.clear()
    finder.find({key: person for key, person in people.items() if key != "p7"})
    assert compared == []


def of_seven_families(count: int) -> dict[str, MatchPerson]:
    families = ("Раҳимов", "Ғафуров", "Ҷумъаев", "Қодиров", "Ӯлмасов", "Назаров", "Ҳакимов")
    made = (MatchPerson(str(who), families[who % 7], f"Номи {who}") for who in range(count))
    return {each.key: each for each in made}


def test_what_is_compared_grows_with_the_people_and_not_with_their_square(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(matching, "_LARGE_BLOCK", 40)
    looked = [0]
    right = Steps.step

    def counted(self: Steps, by: int = 1) -> None:
        looked[0] += by
        right(self, by)

    monkeypatch.setattr(Steps, "step", counted)
    work = []
    for people in (1400, 2800):
        looked[0] = 0
        told: list[float] = []
        CandidateFinder().find(of_seven_families(people), lambda _code, done, told=told: told.append(done))
        work.append(looked[0])
        assert looked[0] <= people * (matching._NEIGHBOURS + 2)
        # However large a block is: it can be stopped after a few hundred people or pairs.
        assert len(told) >= looked[0] // matching._TOLD_EVERY
        assert told == sorted(told)
        assert 0 <= told[0] <= told[-1] < 1
    assert work[1] <= work[0] * 2.1


@pytest.mark.parametrize("large", [12, 400])
@pytest.mark.parametrize("seed", range(3))
def test_names_that_are_passed_over_in_one_go_are_those_that_comparing_tells_apart(
    seed: int, large: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(seed)
    stems = ("Некрӯз", "Нигина", "Наҷмиддин", "Начмиддин", "Нуралӣ", "Нур", "Номи 1", "Номи 17", "Н.", "")
    families = ("Раҳимов", "Рахимзода", "Неъматов", "Некрӯз", "Нур", "Набиев")

    def slipped(word: str) -> str:
        at = chance.randrange(len(word) + 1)
        return word[:at] + chance.choice(("", "", "а", "ҳ", "ч")) + word[at + chance.randrange(2) :]

    people = {}
    for key in map(str, range(150)):
        family, given = slipped(chance.choice(families)), slipped(chance.choice(stems))
        family, given = chance.choice(((family, given), (family, given), (given, family)))
        father, unit = chance.choice(("", "", "Саидович", "Саидзода")), chance.choice(("", "", "ШКД Сино"))
        people[key] = MatchPerson(key, family, given, father, unit=unit)
    monkeypatch.setattr(matching, "_LARGE_BLOCK", large)
    monkeypatch.setattr(matching, "_SMALL_BLOCK", len(people))
    slowly = CandidateFinder().find(people)
    monkeypatch.setattr(matching, "_SMALL_BLOCK", 0)
    assert CandidateFinder().find(people) == slowly
    assert slowly


def test_who_is_no_neighbour_among_very_many_of_a_family_is_found_by_the_given_name(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(matching, "_LARGE_BLOCK", 30)
    monkeypatch.setattr(matching, "_NEIGHBOURS", 2)
    between = [MatchPerson(f"n{at}", "Раҳимов", f"Над{at:02}") for at in range(40)]
    people = [
        MatchPerson("a", "Раҳимов", "Начмиддин"),
        *between,
        MatchPerson("b", "Раҳимзода", "Наҷмиддин"),
        MatchPerson("c", "Раҳимов", "Нуриддин"),
        MatchPerson("d", "Раҳимов", "Нуридин"),
    ]
    found = {frozenset((each.a, each.b)) for each in CandidateFinder().find({one.key: one for one in people})}
    assert {frozenset("ab"), frozenset("cd")} <= found


@pytest.mark.parametrize("step", [0, 1, 2, 5])
def test_a_search_that_was_stopped_finds_everything_when_it_is_begun_again(
    step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(matching, "_TOLD_EVERY", 20)
    people, finder, told = of_seven_families(60), CandidateFinder(), []

    def stop(_code: str, done: float) -> None:
        told.append(done)
        if len(told) > step:
            raise Cancelled

    with pytest.raises(Cancelled):
        finder.find(people, stop)
    assert finder.count_changed(people) == len(people)
    assert finder.find(people) == find_candidates([*people.values()])
