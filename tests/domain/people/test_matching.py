"""Matching: one officer under many spellings is proposed, brothers and namesakes are not."""

import itertools
import json
import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kit.pairs import find_candidates
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES, resource
from trainer_app.domain.people.matching import PROPOSED, STRONG, Candidate, PeopleIndex
from trainer_app.domain.people.name_similarity import MatchPerson
from trainer_app.domain.people.names import split_name
from trainer_app.domain.people.persons import Sex

PAGE_3 = ("Раҳмонов", "Рахмонов", "Раҳмон", "Раҳмонзода", "Rahmonov", "Rakhmonov")


def person(
    name: str,
    key: str = "",
    *,
    sex: Sex = Sex.UNKNOWN,
    unit: str = "",
    latin: str = "",
    courses: tuple[str, ...] = (),
) -> MatchPerson:
    parts = split_name(name)
    return MatchPerson(
        key or name,
        parts.family,
        parts.given,
        parts.patronymic,
        sex=sex,
        unit=unit,
        latin=latin,
        courses=frozenset(courses),
    )


def compare(left: MatchPerson, right: MatchPerson) -> Candidate | None:
    found = find_candidates([left, right])
    assert len(found) < 2
    return found[0] if found else None


def score(left: str, right: str, unit: str = "") -> int:
    found = compare(person(left, "a", unit=unit), person(right, "b", unit=unit))
    return found.score if found else 0


def codes(candidate: Candidate) -> set[str]:
    return {reason.code for reason in candidate.reasons}


@pytest.mark.parametrize(("left", "right"), list(itertools.combinations(PAGE_3, 2)))
@pytest.mark.parametrize("given", ["Далер", "Ҷамшед", "Некрӯз Файзуллоевич"])
def test_the_spellings_of_one_officer_are_proposed_strongly(left: str, right: str, given: str) -> None:
    assert score(f"{left} {given}", f"{right} {given}") >= STRONG
    assert score(f"{given.split()[0]} {left}", f"{right} {given}") >= STRONG or left == "Раҳмон"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Раҳимов Некрӯз Файзуллоевич", "Рахимов Некруз"),
        ("Рањимов Некрўз", "Rakhimov Nekruz"),
        ("Ҷӯраев Шӯҳрат", "Джураев Шухрат"),
        ("Ҷӯраев Шӯҳрат", "Чураев Шухрат"),
        ("Исмоилов Иброҳим Қодирович", "Исмаилов Ибрагим Кадырович"),
        ("Каримова Ситора Раҳимовна", "Каримзода Ситора"),
        ("Маҳмадова Фарзона Сайдалиевна", "Махмадова Фарзона Саидалиевна"),
        ("Ёров Манучеҳр Абдуллоевич", "Еров Манучехр Абдуллоевич"),
        ("Раҳимов Некрӯз Файзуллоевич", "Раҳимов Некрӯз Файзулло"),
    ],
)
def test_one_person(left: str, right: str) -> None:
    assert score(left, right) >= STRONG
    assert score(right, left) == score(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Азизов Ҳасан Каримович", "Азизов Ҳусан Каримович"),  # twins
        ("Азизов Фаррух Каримович", "Азизов Фаридун Каримович"),  # brothers
        ("Каримова Нигина Саидовна", "Каримова Нигора Саидовна"),  # sisters
        ("Азизов Ҳасан Каримович", "Азизов Ҳасан Саидович"),  # namesakes
        ("Назаров Исфандиёр Олимович", "Назаров Исфандиёр Каримович"),
        ("Каримова Ситора", "Каримов Ситор"),
        ("Азизов Далер", "Азимов Далер"),
        ("Маҳмадова Фарзона", "Мухаммадова Фарзона"),
    ],
)
def test_two_people(left: str, right: str) -> None:
    assert score(left, right) < PROPOSED


def test_sisters_with_one_letter_between_them_are_not_proposed_strongly() -> None:
    assert score("Азизова Дилноза Каримовна", "Азизова Дилнора Каримовна") < STRONG


WHOLE = "Раҳимов Некрӯз Саидович"
SHORT = "Раҳимов Некрӯз"


def likeness(name: str, other: str = "", **differ: tuple[Any, Any]) -> tuple[bool, set[str]]:
    """Compare two people who were both on one course, with facts of the one and of the other."""
    left, right = (
        replace(person(own, key, courses=("A",)), **{name: pair[at] for name, pair in differ.items()})
        for at, (own, key) in enumerate(((name, "a"), (other or name, "b")))
    )
    found = compare(left, right)
    assert found
    return found.strong, codes(found)


@pytest.mark.parametrize("name", [WHOLE, SHORT])
def test_one_whole_name_is_strong_where_nothing_contradicts(name: str) -> None:
    """S3: of two people of the same name, both without a father's name, it was said "possible"."""
    strong, why = likeness(name, name.upper())
    assert strong
    assert "matching.name_whole" in why
    strong, why = likeness(name, unit=("ОВД района Варзоб", "ШКД н. Варзоб"))
    assert strong
    assert {"matching.unit_spellings", "matching.name_whole"} <= why
    strong, why = likeness(name, birth_year=(1984, 1984), phone=("+992 918 12 34 56", "918123456"))
    assert strong
    assert {"matching.birth_year_same", "matching.phone_same"} <= why
    assert "matching.name_whole" not in why


@pytest.mark.parametrize("name", [WHOLE, SHORT])
@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("birth_year", (1984, 1991)),
        ("phone", ("918123456", "901000000")),
        ("service_number", ("А-101", "А-202")),
    ],
)
def test_namesakes_whom_a_fact_tells_apart_are_possible_at_most(
    name: str, field: str, values: tuple[Any, Any]
) -> None:
    strong, why = likeness(name, **{field: values})
    assert not strong
    assert f"matching.{field}_differs" in why
    assert "matching.name_whole" not in why


def test_two_spellings_are_no_whole_name() -> None:
    strong, why = likeness("Раҳимов Некрӯз", "Рахимов Некруз")
    assert (strong, "matching.name_whole" in why) == (False, False)


def test_another_unit_makes_one_name_weaker() -> None:
    units = ("ОВД Душанбе", "ОВД Хуҷанд")
    strong, why = likeness(SHORT, unit=units)
    assert (strong, "matching.unit_differs" in why) == (False, True)
    strong, why = likeness(WHOLE, unit=units, rank=("captain", "major"))
    assert (strong, {"matching.unit_differs", "matching.rank_differs"} <= why) == (False, True)
    moved = compare(person(WHOLE, "a", unit=units[0]), person(WHOLE, "b", unit=units[1]))
    assert moved
    assert moved.strong, "an officer is moved"
    assert moved.score < score(WHOLE, WHOLE + " ")
    passports = compare(person(SHORT, latin="Rahimov Nekruz"), person(SHORT, "b", latin="Rahimov Nekqadam"))
    assert passports
    assert not passports.strong
    assert not likeness(SHORT, f"{SHORT} Саидович")[0], "a father's name that is missing says nothing"


def test_initials_need_more_evidence() -> None:
    assert score("Раҳимов Н.", "Раҳимов Некрӯз Файзуллоевич") < PROPOSED
    assert PROPOSED <= score("Раҳимов Н.", "Раҳимов Некрӯз", "ШКД н. Сино") < STRONG
    assert PROPOSED <= score("Раҳимов Н.Ф.", "Раҳимов Некрӯз Файзуллоевич") < STRONG
    assert score("Раҳимов А.Ф.", "Раҳимов Некрӯз Файзуллоевич") == 0


@pytest.mark.parametrize("typed", ["Саидовч", "Саидвич", "Саидоич", "Саидоввч", "Саидовмч"])
def test_a_slip_in_the_ending_of_a_patronymic_makes_no_other_father(typed: str) -> None:
    """S2: the slip hid the ending, "Саидовч" was taken for the father's name, and nobody was proposed."""
    left, right = (MatchPerson(each, "Каримов", "Рустам", each) for each in (typed, "Саидович"))
    found = compare(left, right)
    assert found
    assert found.score >= STRONG


@pytest.mark.parametrize("other", ["Азимович", "Азимовч", "Алимович", "Саидовч"])
def test_another_father_is_another_father_with_a_slip_too(other: str) -> None:
    left, right = (MatchPerson(each, "Каримов", "Рустам", each) for each in (other, "Азизович"))
    found = compare(left, right)
    assert found is None or found.score < STRONG


def test_swapped_columns_are_found() -> None:
    found = compare(MatchPerson("a", "Некрӯз", "Раҳимов"), MatchPerson("b", "Рахимов", "Некруз"))
    assert found
    assert "matching.swapped" in codes(found)


def test_reasons_say_what_speaks_for_and_against() -> None:
    left = person("Раҳимов Некрӯз Файзуллоевич", unit="ШКД н. Варзоб", courses=("DSH",))
    right = person("Рахимов Некруз", unit="ОВД района Варзоб", courses=("GRM",))
    found = compare(left, right)
    assert found
    assert [reason.code for reason in found.reasons] == [
        "matching.family_spelling",
        "matching.given_spelling",
        "matching.patronymic_missing",
        "matching.unit_spellings",
        "matching.courses_differ",
    ]
    assert found.reasons[0].values == {"left": "Раҳимов", "right": "Рахимов"}
    assert found.reasons[3].values == {"left": "ШКД н. Варзоб", "right": "ОВД района Варзоб"}
    units = ("ШКД н. Варзоб", "шкд н. варзоб")
    assert "matching.unit_same" in likeness(WHOLE, unit=units)[1], "letters alone are no other spelling"


def test_evidence_moves_the_score() -> None:
    left, right = "Саидова Дилором", "Саидова Дилором Ҳасановна"
    plain = score(left, right)
    together = compare(person(left, courses=("KHJ",)), person(right, courses=("KHJ",)))
    assert together
    assert together.score < plain
    assert "matching.course_same" in codes(together)
    assert score(left, right, "ШКД н. Сино") > plain
    same = compare(person(left, latin="Saidova Dilorom"), person(right, latin="Dilorom Saidova"))
    other = compare(person(left, latin="Saidova Dilorom"), person(right, latin="Saidova Dilrabo"))
    assert same
    assert same.score > plain
    assert "matching.latin_same" in codes(same)
    alike = compare(person(left, latin="Farkhod Rakhimov"), person(right, latin="Farhod Rakhimov"))
    assert alike
    assert "matching.latin_alike" in codes(alike), "what differs by a letter is not called the same"
    assert other is None or other.score < plain
    assert compare(person(left, sex=Sex.FEMALE), person(right, sex=Sex.MALE)) is None


def test_not_the_same_person_is_remembered() -> None:
    people = [person("Раҳимов Некрӯз", "a"), person("Рахимов Некруз", "b"), person("Rahimov Nekruz", "c")]
    assert len(find_candidates(people)) == 3
    found = find_candidates(people, distinct={frozenset(("b", "a"))})
    assert {(candidate.a, candidate.b) for candidate in found} == {("a", "c"), ("b", "c")}


def test_nothing_is_concluded_from_two_pairs() -> None:
    people = [
        person("Раҳимов Некрӯз Файзуллоевич", "a"),
        person("Раҳимов Некрӯз", "b"),
        person("Раҳимов Некрӯз Саидович", "c"),
    ]
    pairs = {(candidate.a, candidate.b) for candidate in find_candidates(people)}
    assert pairs == {("a", "b"), ("b", "c")}


def test_the_index_finds_what_comparing_all_finds() -> None:
    chance = random.Random(5)
    families = ["Раҳимов", "Рахимов", "Раҳимзода", "Каримова", "Karimova", "Ҷӯраев", "Джураев", "Азизов"]
    given = ["Некрӯз", "Некруз", "Ситора", "Шӯҳрат", "Шухрат", "Далер", "Н."]
    people = [MatchPerson(str(number), chance.choice(families), chance.choice(given)) for number in range(60)]
    pairs = {frozenset((candidate.a, candidate.b)) for candidate in find_candidates(people)}
    index = PeopleIndex(people)
    found = {
        frozenset((candidate.a, candidate.b))
        for one in people
        for candidate in index.find(one, limit=len(people))
    }
    assert found == pairs
    assert pairs


def test_many_people_of_one_name_do_not_take_forever() -> None:
    people = [MatchPerson(str(number), "Раҳимов", "Некрӯз") for number in range(3000)]
    found = find_candidates(people)
    # Each is compared with a few neighbours, not with 3,000.
    assert 3000 < len(found) < 3000 * 30


NAMES = st.text(alphabet="абдеиклмнорсуҳҷӯ .", max_size=10)


@given(st.lists(st.tuples(NAMES, NAMES, NAMES), max_size=8))
def test_any_people_can_be_compared(names: list[tuple[str, str, str]]) -> None:
    people = [MatchPerson(str(at), *parts) for at, parts in enumerate(names)]
    found = find_candidates(people)
    pairs = [frozenset((candidate.a, candidate.b)) for candidate in found]
    assert len(set(pairs)) == len(pairs)
    assert all(len(pair) == 2 for pair in pairs)
    assert all(PROPOSED <= candidate.score <= 100 and candidate.reasons for candidate in found)
    assert [candidate.score for candidate in found] == sorted(
        (candidate.score for candidate in found), reverse=True
    )


def test_every_reason_has_words() -> None:
    words = json.loads(resource("i18n", "messages", "matching.json").read_text(encoding="utf-8"))
    pairs = itertools.combinations(
        [
            person("Раҳимов Некрӯз Файзуллоевич", "1", unit="ШКД н. Сино", courses=("A",), latin="Rahimov"),
            person("Рахимов Некруз", "2", unit="ОВД Сино", courses=("A",), latin="Rahimov"),
            person("Раҳимзода Некрӯзҷон Ф.", "3", courses=("B",), latin="Rakhimzoda"),
            person("Раҳимова Н. Файзулло", "4", unit="ШКД н. Сино"),
            MatchPerson("5", "Некрӯз", "Раҳимов", sex=Sex.MALE),
            *(
                MatchPerson(f"{at}", "Азиз", "Али", "", "", Sex.UNKNOWN, rank, unit, "", year, phone, number)
                for at, (rank, unit, year, phone, number) in enumerate(
                    (
                        ("major", "ОВД Сино", 1984, "918123456", "А-101"),
                        ("captain", "ОВД Рӯдакӣ", 1991, "901000000", "А-202"),
                        ("captain", "ОВД Рӯдакӣ", 1991, "901000000", "А-202"),
                        ("", "", None, "", ""),
                    ),
                    start=6,
                )
            ),
        ],
        2,
    )
    seen = {reason.code for pair in pairs for found in find_candidates(pair) for reason in found.reasons}
    assert len(seen) > 17
    for code in seen:
        assert all(words[code][language] for language in LANGUAGES)


@pytest.mark.parametrize(
    ("known", "typed"),
    [
        ("Абдуллозода Карим", "Абдуллозаде Карим"),
        ("Турсунзода Мирзо", "Турсун-заде Мирзо"),
        ("Раҳимзода Алӣ Саидович", "Рахимзаде Али Саидович"),
        ("Махсум Нусратулло", "Максум Нусратулло"),
        ("Махсум Нусратулло", "Нусратулло Максум"),
        ("Шоҳтемур Шириншоҳ", "Шотемор Шириншо"),
        ("Оқилов Оқил", "Акилов Акил"),
    ],
)
def test_spellings_of_russian_papers_are_found_among_many(known: str, typed: str) -> None:
    others = [
        person(f"{family} {given}") for family in ("Турсунов", "Максимов") for given in ("Карим", "Али")
    ]
    found = PeopleIndex([person(known, "right"), *others]).find(person(typed, "asked"))
    assert [each.b for each in found][:1] == ["right"]
    pairs = find_candidates([person(known, "right"), person(typed, "asked"), *others])
    assert {"right", "asked"} in [{each.a, each.b} for each in pairs]
