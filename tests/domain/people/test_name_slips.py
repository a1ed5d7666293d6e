"""A slip of one letter, anywhere in a name, is asked about: in a list and in Review, by one rule."""

from collections.abc import Iterator
from itertools import batched

import pytest

from tests.domain.courses.test_roster import codes
from tests.domain.courses.test_roster_questions import bare, plan_rows
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.roster_doubles import KnownPeople
from trainer_app.domain.courses.roster_reader import RosterRow
from trainer_app.domain.people.facts import Facts
from trainer_app.domain.people.matching import PROPOSED, STRONG, CandidateFinder, compare_people
from trainer_app.domain.people.name_similarity import MatchPerson
from trainer_app.domain.people.persons import Sex

LETTERS = {True: "абгёжикмпуцщьюӣқӯҳҷ", False: "abehkouxz"}
MEN = ("Саидович", "Насимович", "Аброрович", "Ганиевич", "Олимович", "Алиевич", "Ильич", "Файзуллоевич")
CHILDREN = ("Файзуллозода", "Саидӣ", "Раҳмонпур", "Саидзода", "Саид")
WOMEN = ("Саидовна", "Ганиевна", "Ильинична", "Саиддухтар")
PEOPLE = [
    *(MatchPerson("known", "Каримов", "Рустам", father, sex=Sex.MALE) for father in MEN),
    *(MatchPerson("known", "Раҳимзода", "Некрӯз", father, sex=Sex.MALE) for father in CHILDREN),
    *(MatchPerson("known", "Каримова", "Зарина", father, sex=Sex.FEMALE) for father in WOMEN),
    *(MatchPerson("known", "Karimov", "Rustam", father) for father in ("Saidovich", "Ganievich")),
]


def slips(word: str) -> Iterator[str]:
    """Yield a word with each slip of one letter: left out, doubled, exchanged, another, one more."""
    letters = LETTERS[word[0] > "z"]
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        if after:
            yield f"{before}{after[1:]}"
            yield f"{before}{after[0]}{after}"
        if len(after) > 1:
            yield f"{before}{after[1]}{after[0]}{after[2:]}"
        yield from (f"{before}{letter}{after[1:]}" for letter in letters if after)
        yield from (f"{before}{letter}{after}" for letter in letters)


def slipped(person: MatchPerson, part: str) -> Iterator[MatchPerson]:
    for word in sorted(set(slips(getattr(person, part).lower()))):
        if word.capitalize() != getattr(person, part):
            yield replace(person, **{"key": "typed", part: word.capitalize()})


@pytest.mark.parametrize("person", PEOPLE, ids=lambda each: each.patronymic)
@pytest.mark.parametrize("part", ["family", "given", "patronymic"])
def test_a_slip_anywhere_is_asked_about_in_a_list_and_in_review(person: MatchPerson, part: str) -> None:
    """P1: "Саидивич" for "Саидович" was new to the list, unknown to Review, and counted as another person."""
    known = KnownPeople([person])
    for typed in slipped(person, part):
        row = RosterRow(
            row=2, family=typed.family, given=typed.given, patronymic=typed.patronymic, sex=typed.sex
        )
        assert known.find(row, Facts()).candidates, typed
        assert CandidateFinder().find({"known": person, "typed": typed}), typed


@pytest.mark.parametrize("part", ["family", "given", "patronymic"])
def test_a_slip_is_found_among_people_of_many_names(part: str) -> None:
    people = {
        f"{family}{given}{father}": MatchPerson(f"{family}{given}{father}", family, given, father)
        for family in ("Каримов", "Саидов", "Назаров", "Ҷӯраев", "Азизов")
        for given in ("Рустам", "Далер", "Некрӯз", "Умед")
        for father in ("Саидович", "Раҳимович", "Файзуллоевич", "Олимович")
    }
    assert not CandidateFinder().find(people)
    person = people["КаримовРустамСаидович"]
    typed = [replace(each, key=f"{at}") for at, each in enumerate(slipped(person, part))]
    for few in batched(typed, 100):
        found = CandidateFinder().find(people | {each.key: each for each in few})
        asked = {key for each in found if person.key in (each.a, each.b) for key in (each.a, each.b)}
        assert not [each for each in few if each.key not in asked]


@pytest.mark.parametrize(
    ("typed", "father"),
    [("Саидивич", "Саидович"), ("Насимивич", "Насимович"), ("Аброривич", "Аброрович")],
)
def test_the_lists_own_rows_are_asked_about(typed: str, father: str) -> None:
    names = (f"Каримов Рустам {each}" for each in (father, typed))
    assert "looks_double" in codes(plan_rows(*(bare(name=name) for name in names)))


def ask(left: str, right: str, unit: str = "") -> int:
    people = (MatchPerson(each, *each.split(), unit=unit) for each in (left, right))
    found = compare_people(*people)
    return found.score if found else 0


def test_a_slip_that_may_be_another_name_is_asked_about_and_never_strong() -> None:
    score = ask("Каримов Рустам Азимович", "Каримов Рустам Акимович", unit="ШКД н. Сино")
    assert PROPOSED <= score < STRONG


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Каримов Рустам Рустамович", "Каримов Рустам Рахимович"),
        ("Каримов Рустам Саидович", "Каримов Рустам Салимович"),
        ("Каримов Рустам Насимович", "Катимов Рустам Назимович"),
        ("Азизов Ҳасан Каримович", "Азизов Ҳусан Каримович"),
    ],
)
def test_other_fathers_two_slips_and_twins_are_not(left: str, right: str) -> None:
    assert ask(left, right) < PROPOSED


def test_the_passport_spelling_may_hold_the_same_slip() -> None:
    latin = ("Karimov Rustam Saidovich", "Karimov Rustam Saidivich")
    people = [
        MatchPerson(each, "Каримов", "Рустам", father, each, courses=frozenset("A"))
        for each, father in zip(latin, ("Саидович", "Саидивич"), strict=True)
    ]
    assert compare_people(*people)
