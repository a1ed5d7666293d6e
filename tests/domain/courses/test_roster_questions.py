"""Who is one person and who is two: facts that differ are a question, and an answer is always possible."""

from collections.abc import Iterable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.domain.courses.test_roster import KNOWN, codes, make_table, plan_of
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import Severity
from trainer_app.domain.base.texts import fill
from trainer_app.domain.courses.roster_answers import (
    RowAnswers,
    carry_decisions,
    decide_rows,
    open_problems,
    open_questions,
)
from trainer_app.domain.courses.roster_columns import find_mapping
from trainer_app.domain.courses.roster_plan import (
    NEW,
    NOBODY,
    RosterPlan,
    RosterQuestion,
    RowDecision,
    RowOutcome,
    plan_roster,
    settle_roster,
)
from trainer_app.domain.courses.roster_reader import RowRepair
from trainer_app.domain.people.facts import Facts, differing
from trainer_app.domain.people.name_similarity import MatchPerson
from trainer_app.domain.people.persons import Sex
from trainer_app.system.messages import label_text

HEADING = (
    "Ному насаб",
    "Рутба",
    "Ҷойи хизмат",
    "Ҷинс",
    "Соли таваллуд",
    "Телефон",
    "Личный номер",
    "Паспорт",
)
NAME = "Раҳимов Алишер Каримович"
FIRST = (NAME, "майор", "ШКД н. Сино", "м", "1980", "918 00 00 01", "А-1142", "A0123456")


def row(**changed: str) -> tuple[str, ...]:
    """Return the first row with some cells changed, named as their columns."""
    names = ("name", "rank", "unit", "sex", "birth", "phone", "service", "passport")
    return tuple(changed.get(name, cell) for name, cell in zip(names, FIRST, strict=True))


def bare(**changed: str) -> tuple[str, ...]:
    """Return the same without numbers, which would be those of the first row too."""
    return row(**{"phone": "", "service": "", "passport": "", **changed})


def plan_rows(*rows: tuple[str, ...]) -> RosterPlan:
    return plan_of(*rows, heading=HEADING)


def outcomes(plan: RosterPlan, decisions: dict[int, RowDecision] | None = None) -> list[int]:
    settled = settle_roster(plan, decisions)
    return [settled.count(outcome) for outcome in RowOutcome]


@pytest.mark.parametrize(
    ("changed", "differs"),
    [
        ({"birth": "1991"}, ("birth_year",)),
        ({"phone": "918 00 00 02"}, ("phone",)),
        ({"service": "A-1143"}, ("service_number",)),
        ({"passport": "A7654321"}, ("identity",)),
        ({"rank": "капитан", "unit": "ШКД н. Варзоб"}, ("rank", "unit")),
        ({"birth": "1991", "phone": "918000002"}, ("birth_year", "phone")),
    ],
)
def test_facts_that_differ_under_one_name_are_a_question(
    changed: dict[str, str], differs: tuple[str, ...]
) -> None:
    plan = plan_rows(FIRST, row(**changed))
    assert plan.lines[1].differs == differs
    assert open_questions(plan) == {3: {RosterQuestion.ROW}}
    assert outcomes(plan) == [2, 0, 0], "until somebody answers, both are kept"
    assert codes(plan).count("double_unsure") == 1
    assert "double" not in codes(plan)
    same = decide_rows(plan, RowAnswers(same={3: ""}))
    assert outcomes(plan, same) == [1, 1, 0]
    apart = decide_rows(plan, RowAnswers(separate=[3]))
    assert outcomes(plan, apart) == [2, 0, 0]
    assert open_questions(plan, same) == open_questions(plan, apart) == {}


@pytest.mark.parametrize(
    "changed",
    [
        {},
        {"rank": "капитан"},
        {"unit": "ОВД района Рудаки"},
        {"phone": "+992 918000001, 935 11 22 33"},
        {"birth": "12.05.1980"},
        {"service": "a 1142"},
        {"birth": "", "phone": "", "passport": "", "rank": "", "unit": ""},
    ],
)
def test_whoever_may_have_been_promoted_or_moved_or_typed_otherwise_is_one(changed: dict[str, str]) -> None:
    plan = plan_rows(FIRST, row(**changed))
    assert open_questions(plan) == {}
    assert outcomes(plan) == [1, 1, 0]


def test_no_number_of_an_identity_paper_is_told() -> None:
    plan = plan_rows(FIRST, row(passport="A7654321"))
    told = next(each for each in plan.problems if each.code == "roster.identity_differs")
    assert "7654321" not in f"{told}"
    assert all("7654321" not in f"{each.value} {each.values}" for each in plan.problems if each.row == 3)


def test_what_two_rows_of_one_person_say_counts_against_a_third() -> None:
    plan = plan_rows(row(phone=""), FIRST, row(phone="918 00 00 02"))
    assert open_questions(plan) == {4: {RosterQuestion.ROW}}
    assert outcomes(plan) == [2, 1, 0]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Азизов Фаррух", "Азизов Фарух"),
        ("Азизов Фаррух Саидович", "Азизов Фарух Саидович"),
        ("Хакимов Алишер Каримович", "Ҳакимов Алишер Каримович"),
        ("Каримова Ситора Саидовна", "Каримова Ситара Саидовна"),
        ("Саидов Алишер Раҳмонович", "Саидов Алишер Раҳмонови"),
    ],
)
def test_names_that_differ_by_a_letter_are_a_question(first: str, second: str) -> None:
    plan = plan_rows(row(name=first), row(name=second))
    assert open_questions(plan) == {3: {RosterQuestion.ROW}}
    assert "looks_double" in codes(plan)
    assert outcomes(plan) == [2, 0, 0]


def test_a_name_of_two_words_alone_shows_nothing() -> None:
    bare = ("Азизов Фаррух", "", "", "м", "", "", "", "")
    plan = plan_rows(bare, bare)
    assert codes(plan).count("double_unknown") == 1
    assert outcomes(plan) == [2, 0, 0]
    known = ("Азизов Фаррух", "", "ШКД н. Сино", "м", "", "", "", "")
    assert outcomes(plan_rows(known, known)) == [1, 1, 0]


def test_an_answer_to_an_answered_row_reaches_the_first_of_them() -> None:
    plan = plan_rows(FIRST, row(birth="1991"), row(birth="1999", name="Раҳимов Алишер Каримовичь"))
    settled = settle_roster(plan, {3: RowDecision(same_as=2), 4: RowDecision(same_as=3)})
    assert [person.rows for person in settled.people] == [(2, 3, 4)]


def known_as(facts: Facts, *, name: str = NAME, key: str = "a") -> tuple[MatchPerson, dict[str, Facts]]:
    family, given_name, patronymic = name.split()
    person = MatchPerson(key, family, given_name, patronymic, sex=Sex.MALE, rank=facts.rank, unit=facts.unit)
    return person, {key: facts}


@pytest.mark.parametrize(
    "facts",
    [
        Facts(rank="captain", unit="ШКД н. Варзоб"),
        Facts(birth="1991"),
        Facts(phone="+992 935 11 22 33"),
        Facts(service_number="Б-77"),
    ],
)
def test_a_known_name_with_other_facts_is_no_green_known(facts: Facts) -> None:
    person, known = known_as(facts)
    plan = plan_roster(make_table(FIRST, heading=HEADING), known=[person], facts=known)
    line = plan.lines[0]
    assert line.person is None
    assert [each.b for each in line.known] == ["a"]
    assert open_questions(plan) == {2: {RosterQuestion.PERSON}}
    assert "known_differs" in codes(plan)
    assert outcomes(plan) == [1, 0, 0]
    assert outcomes(plan, decide_rows(plan, RowAnswers(same={2: ""}))) == [0, 1, 0]
    assert outcomes(plan, decide_rows(plan, RowAnswers(same={2: "a"}))) == [0, 1, 0]


def test_of_two_known_namesakes_the_facts_tell_which() -> None:
    one, facts = known_as(Facts(birth="1980"))
    two, others = known_as(Facts(birth="1991"), key="b")
    table = make_table(row(birth="1991"), FIRST, heading=HEADING)
    plan = plan_roster(table, known=[one, two], facts={**facts, **others})
    assert [line.person for line in plan.lines] == ["b", "a"]
    assert open_questions(plan) == {}


def test_a_list_of_namesakes_taken_in_again_finds_both_and_asks_nothing() -> None:
    people = [MatchPerson(key, "Азизов", "Фаррух", sex=Sex.MALE) for key in ("b", "a")]
    bare = ("Азизов Фаррух", "", "", "м", "", "", "", "")
    plan = plan_roster(make_table(bare, bare, heading=HEADING), known=people, enrolled=("a", "b"))
    assert [line.person for line in plan.lines] == ["a", "b"]
    assert open_questions(plan) == {}
    third = plan_roster(make_table(bare, bare, bare, heading=HEADING), known=people, enrolled=("a", "b"))
    assert set(open_questions(third)) == {4}
    assert outcomes(third) == [1, 2, 0]


def test_a_sure_match_can_be_kept_apart() -> None:
    plan = plan_roster(
        make_table(("1", "Раҳимов Некрӯз Файзуллоевич", "", "", "М"), heading=HEADING_OF), known=KNOWN
    )
    assert plan.lines[0].person == "a"
    assert outcomes(plan, decide_rows(plan, RowAnswers(separate=[2]))) == [1, 0, 0]


HEADING_OF = ("№", "Ному насаб", "Рутба", "Ҷойи хизмат", "Ҷинс")


def test_answers_about_rows_that_cannot_be_are_refused() -> None:
    other = bare(name="Пирова Шаҳноза Ҳикматовна", sex="з")
    plan = plan_rows(FIRST, row(birth="1991"), other)
    for answers, code in (
        (RowAnswers(same={9: ""}), "row_unknown"),
        (RowAnswers(leave_out=[1]), "row_unknown"),
        (RowAnswers(same={4: ""}), "not_asked"),
        (RowAnswers(same={3: "nobody"}), "not_asked"),
        (RowAnswers(same={3: ""}, separate=[3]), "row_twice"),
    ):
        with pytest.raises(TrainerError) as refused:
            decide_rows(plan, answers)
        assert refused.value.code == f"roster_action.{code}"
    two = plan_roster(make_table(("1", "Назаров Олим", "", "", "М"), heading=HEADING_OF), known=KNOWN)
    with pytest.raises(TrainerError, match=r"roster_action\.who"):
        decide_rows(two, RowAnswers(same={2: ""}))
    assert settle_roster(two, decide_rows(two, RowAnswers(same={2: "d"}))).people[0].key == "d"


def test_rows_are_left_out_and_kept_as_typed_by_their_numbers() -> None:
    plan = plan_rows(row(name="РАҲИМОВ АЛИШЕР КАРИМОВИЧ"), row(name="Пирова Шаҳноза Ҳикматовна", sex="з"))
    decided = decide_rows(plan, RowAnswers(leave_out=[3], as_typed=True))
    settled = settle_roster(plan, decided)
    assert [person.row.name for person in settled.people] == ["РАҲИМОВ АЛИШЕР КАРИМОВИЧ"]
    assert settled.outcomes[3] is RowOutcome.REFUSED


def replanned(plan: RosterPlan, column: str, place: int, *rows: tuple[str, ...]) -> RosterPlan:
    """Plan the same rows with another meaning of one column."""
    columns = list(plan.mapping.columns)
    columns[place] = column
    return plan_roster(make_table(*rows, heading=HEADING), plan.mapping.remap(columns))


def test_decisions_outlive_a_correction_of_columns() -> None:
    rows = (FIRST, row(birth="1991"), row(name="Пирова Шаҳноза", sex=""), row(name="Умаров Али Саидович"))
    before = plan_rows(*rows)
    decisions = {
        3: RowDecision(same_as=2),
        4: RowDecision(sex=Sex.FEMALE),
        5: RowDecision(leave_out=True),
    }
    # What the telephone column is called changes nothing that was decided.
    after = replanned(before, "email", 5, *rows)
    assert carry_decisions(before, after, decisions) == decisions
    # Without its column of sexes the sex is asked anew, and nothing else.
    after = replanned(before, "remark", 3, *rows)
    left = carry_decisions(before, after, decisions)
    assert left[5] == decisions[5]
    assert left[3] == decisions[3]


def test_who_somebody_is_is_asked_anew_where_the_name_or_the_facts_are_others() -> None:
    rows = (FIRST, row(birth="1991", unit=""))
    before = plan_rows(*rows)
    decisions = {3: RowDecision(same_as=2, leave_out=False)}
    # The passports become service numbers, which differ in nothing: the question is the same.
    assert carry_decisions(before, replanned(before, "position", 1, *rows), decisions) == decisions
    other = (FIRST, row(birth="1991", unit="", passport="B111111"))
    before = plan_rows(*other)
    after = replanned(before, "service_number", 7, *other)
    assert after.lines[1].differs != before.lines[1].differs
    assert carry_decisions(before, after, decisions) == {3: RowDecision(leave_out=False)}


FAMILIES = st.sampled_from(("Раҳимов", "Рахимов", "Азизов", "Раҳимзода"))
GIVEN = st.sampled_from(("Алишер", "Фаррух", "Фарух", "А."))
FATHERS = st.sampled_from(("", "Каримович", "Саидович"))
LISTS = st.lists(
    st.tuples(
        st.builds(lambda *words: " ".join(filter(None, words)), FAMILIES, GIVEN, FATHERS),
        st.sampled_from(("", "майор", "капитан")),
        st.sampled_from(("", "ШКД н. Сино", "ШКД н. Варзоб")),
        st.sampled_from(("м", "м", "")),
        st.sampled_from(("", "1980", "1991")),
        st.sampled_from(("", "918000001", "918000002")),
        st.sampled_from(("", "А-1", "А-2")),
        st.sampled_from(("", "A0000001", "A0000002")),
    ),
    min_size=1,
    max_size=9,
)


_RANKS = {"": "", "майор": "major", "капитан": "captain"}


def facts_in(cells: tuple[str, ...]) -> Facts:
    """Return what a row says, with its rank as a known person's is kept."""
    return Facts(_RANKS[cells[1]], cells[2], cells[4], cells[5], cells[6], cells[7])


def pairs(rows: Iterable[int]) -> list[tuple[int, int]]:
    found = sorted(rows)
    return [(left, right) for at, left in enumerate(found) for right in found[at + 1 :]]


_CHAIN = [
    ("Рахимов Фаррух", "", "", "м", "1980", "", "", ""),
    ("Рахимов Фаррух", "", "", "м", "", "", "", "A0000001"),
    ("Рахимов Фаррух Каримович", "", "", "м", "", "", "", "A0000001"),
    ("Рахимов Фаррух Каримович", "", "", "м", "1980", "", "", ""),
]
"""Two people by way of two facts: whoever is asked about one of them is asked about all."""

_KNOWN_CHAIN = [
    (NAME, "", "", "м", "", "", "", ""),
    (NAME, "капитан", "ШКД н. Варзоб", "м", "", "", "", ""),
]
"""The first row is somebody known; the second repeats it, and speaks against whom it is."""


@settings(max_examples=300, deadline=None)
@example(_CHAIN, False)
@example([(NAME, "майор", "ШКД н. Варзоб", "м", "", "", "", "")], True)
@example(_KNOWN_CHAIN, True)
@given(LISTS, st.booleans())
def test_nobody_is_lost_and_nobody_is_joined_where_facts_differ(
    rows: list[tuple[str, ...]], taken_before: bool
) -> None:
    people = [MatchPerson("k1", "Раҳимов", "Алишер", "Каримович", sex=Sex.MALE)]
    known = {"k1": Facts(rank="major", unit="ШКД н. Сино", birth="1980")}
    plan = plan_roster(
        make_table(*rows, heading=HEADING),
        known=people if taken_before else (),
        facts=known if taken_before else None,
    )
    settled = settle_roster(plan)
    assert sorted(number for person in settled.people for number in person.rows) == [
        line.number for line in plan.lines if line.row is not None
    ], "each row is somebody's"
    assert sum(outcomes(plan)) == plan.rows == len(rows)
    for person in settled.people:
        for left, right in pairs(person.rows):
            one, two = rows[left - 2], rows[right - 2]
            assert not differing(facts_in(one), facts_in(two)), "joined without a question"
            assert one[0].split()[:2] == two[0].split()[:2], "joined by a like name"
        if person.key:
            assert not any(differing(facts_in(rows[number - 2]), known["k1"]) for number in person.rows)
    # Of two rows with one name that are not one person at least one is a question, or says why not.
    asked = open_questions(plan)
    heads = {number: person.rows[0] for person in settled.people for number in person.rows}
    for left, right in pairs(heads):
        if rows[left - 2][0] == rows[right - 2][0] and heads[left] != heads[right]:
            told = {left, right, heads[left], heads[right]}
            assert told & set(asked) or settled_apart(plan, left, right)


def settled_apart(plan: RosterPlan, left: int, right: int) -> bool:
    """Tell whether one of two rows belongs to somebody known or is asked about with another row."""
    lines = {line.number: line for line in plan.lines}
    return any(lines[number].person is not None or lines[number].asks for number in (left, right))


def test_every_question_is_answered_by_either_answer() -> None:
    plan = plan_rows(FIRST, row(birth="1991"), row(name="Раҳимов Алишер Каримовичь", birth=""))
    for number, asked in open_questions(plan).items():
        assert asked
        for decision in (RowDecision(same_as=2), RowDecision(person=NEW, same_as=NOBODY)):
            assert number not in open_questions(plan, {number: decision})
    assert find_mapping(make_table(FIRST, heading=HEADING)).has_name


BELOW = (
    ("1", "Раҳимов Некрӯз Файзуллоевич", "лейтенант", "ШКД н. Варзоб", "М"),
    ("2", "Пирова Шаҳноза Ҳикматовна", "капитан", "ШКД н. Сино", "З"),
    ("", "", "", "", ""),
)


@pytest.mark.parametrize(
    "cells",
    [
        ("", "Начальник отдела кадров полковник Шарипов Н.", "", "", ""),
        ("", "Начальник отдела кадров полковник", "", "Шарипов Н.", ""),
        ("", "Шарипов Н.", "полковник", "Сардори раёсат", ""),
        ("", "Шарипов Н. ____________", "", "", ""),
    ],
)
def test_a_signature_below_the_list_is_nobody_unless_somebody_says_so(cells: tuple[str, ...]) -> None:
    plan = plan_of(*BELOW, cells)
    assert outcomes(plan) == [2, 0, 1]
    assert "signature_line" in codes(plan)
    assert outcomes(plan, decide_rows(plan, RowAnswers(take=[5]))) == [3, 0, 0]
    assert open_questions(plan) == {}


@pytest.mark.parametrize("word", ["Имзо", "Имзо: ________", "Подпись", "М.П.", "Ҷ.М.", "Роҳбар", "МАСЪУЛ"])
@pytest.mark.parametrize("below", [BELOW, BELOW[:2]])
def test_a_word_to_sign_at_is_nobody_unless_somebody_says_so(
    word: str, below: tuple[tuple[str, ...], ...]
) -> None:
    plan = plan_of(*below, ("", word, "", "", ""))
    assert outcomes(plan) == [2, 0, 1]
    line = plan.lines[-1].number
    assert outcomes(plan, decide_rows(plan, RowAnswers(take=[line]))) == [3, 0, 0]
    assert outcomes(plan_of(*below, ("3", word, "", "", ""))) == [2, 0, 1], "with a number too"


@pytest.mark.parametrize("word", ["Женщины:", "МУЖЧИНЫ", "Занҳо:", "Вилояти Хатлон :", "Group 2:"])
def test_what_heads_a_part_of_the_list_is_nobody_unless_somebody_says_so(word: str) -> None:
    plan = plan_of(BELOW[0], ("", word, "", "", ""), BELOW[1])
    assert outcomes(plan) == [2, 0, 1]
    assert "group_word" in codes(plan)
    line = plan.lines[1].number
    assert outcomes(plan, decide_rows(plan, RowAnswers(take=[line]))) == [3, 0, 0]
    assert outcomes(plan_of(BELOW[0], ("2", "Занова Мардон", "", "", ""))) == [2, 0, 0]


@pytest.mark.parametrize(
    "line", ["Исп. Саидова Н., тел. 2-33-44", "Исполнитель: Саидова Н.", "Иҷрокунанда Саидова Нигора"]
)
@pytest.mark.parametrize("below", [BELOW, BELOW[:2]])
def test_who_made_the_list_is_no_participant(line: str, below: tuple[tuple[str, ...], ...]) -> None:
    plan = plan_of(*below, ("", line, "", "", ""))
    assert outcomes(plan) == [2, 0, 1]


FOOTERS = (
    *("Итого: 25 чел.", "ИТОГО 25 участников", "Всего: 12", "Всего участников — 25", "Ҳамагӣ: 25 нафар"),
    *("Ҳамаги 25 иштирокчӣ", "Total: 25 people", "Total participants 25", "25 чел.", "25 нафар иштирокчӣ"),
    *("Нач. отдела кадров ____ /Шарифов/", "Начальник ОК _______ Шарифов А.", "Зам. начальника /Холов Р./"),
    *("Составил: Холов Р.", "Составила Холова Р.", "Подготовил(а): Холова Р.", "Утвердил: Шарифов А."),
    *("Утверждаю: Шарифов А.", "Согласовано: Шарифов А.", "Тартиб дод: Холов Р.", "Тасдиқ кард Шарифов А."),
    *("Тасдик кард: Шарифов А.", "Prepared by: Kholov R.", "Approved by Sharifov A."),
)
DAYS_AND_PLACES = (
    *("«27» ноября 2026 г.", '"27" ноября 2026 года', "27 ноября 2026", "27 ноябри соли 2026"),
    *("27-уми ноябри соли 2026", "27 November 2026", "November 27, 2026", "«___» ________ 2026 г."),
    *("«__» ________ 20__ г.", "Сана: 27.11.2026", "27.11.2026", "ноября 2026 г."),
    *("г. Душанбе", "ш. Душанбе", "Г. ДУШАНБЕ", "город Худжанд", "шаҳри Бохтар", "г. Душанбе, 2026"),
    *("Душанбе, 2026", "г. Душанбе «27» ноября 2026 г."),
)
NAMES = (
    *(
        "Итогов Всеволод",
        "Тартибов Дода",
        "Тасдиқов Мувофиқ",
        "Составилов Исполат",
        "Замонов А.",
        "Totalov Daler",
    ),
    *("Начальников Пётр", "Подготовин Утвер", "Ҷамъаев Ҳамагул", "Санҷидов Раҳим", "Раҳимов Далер (ст. 25)"),
    *("Ш. Турсунзода", "Г. Вахдат", "Ш. Айни", "Г. Каримов", "Шаҳри Каримова", "Гор Али", "Городов Иван"),
    *("Май Анна", "Апрелева М.", "Августина", "5. Мая", "Душанбе", "Каримов Али 27 ноября 1980"),
    *("1) Исполатов Нач", "Азизов Фаррух, тел. 2-33-44", "Каримова Нигина / Karimova Nigina"),
)


@given(st.sampled_from(FOOTERS), st.sampled_from(("", "3")), st.booleans(), st.sampled_from(("", "капитан")))
def test_totals_and_signatures_are_nobody_unless_somebody_says_so(
    text: str, number: str, below: bool, rank: str
) -> None:
    plan = plan_of(*(BELOW if below else BELOW[:2]), (number, text, rank, "", ""))
    assert outcomes(plan) == [2, 0, 1], "nobody becomes a participant, and the row is told"
    line = plan.lines[-1]
    assert line.problems[0].severity is Severity.REFUSED
    if line.row is not None:
        assert outcomes(plan, decide_rows(plan, RowAnswers(take=[line.number]))) == [3, 0, 0]


@pytest.mark.parametrize("text", DAYS_AND_PLACES)
@pytest.mark.parametrize("below", [BELOW, BELOW[:2]])
def test_a_day_or_a_place_alone_in_its_row_is_nobody(text: str, below: tuple[tuple[str, ...], ...]) -> None:
    plan = plan_of(*below, ("", text, "", "", ""))
    assert outcomes(plan) == [2, 0, 1], "nobody becomes a participant, and the row is told"
    assert plan.lines[-1].problems[0].severity is Severity.REFUSED


@pytest.mark.parametrize("name", ["ш. Турсунзода", "г. Вахдат", "Мая 1990"])
@pytest.mark.parametrize(
    "rest", [("3", "", "", ""), ("", "майор", "", ""), ("", "", "УМВД Согд", ""), ("", "", "", "м")]
)
def test_whoever_has_a_rank_a_unit_or_a_number_is_somebody(name: str, rest: tuple[str, ...]) -> None:
    """S3: a row whose initial was typed small was left out as the place below a list."""
    number, *others = rest
    plan = plan_of(*BELOW[:2], (number, name, *others))
    assert not plan.lines[-1].left_out
    assert "footer" not in codes(plan)


@given(st.sampled_from(NAMES), st.sampled_from(("", "3")))
def test_a_name_that_begins_like_a_total_or_an_office_is_somebody(name: str, number: str) -> None:
    assert outcomes(plan_of(*BELOW[:2], (number, name, "капитан", "", ""))) == [3, 0, 0]


CONTACTS = (
    *("тел. 221-00-11", "Тел.: +992 37 221 00 11", "телефон", "моб. 900 12 34 56", "факс: 221-00-12"),
    *(
        "E-mail: kadr@mvd.tj",
        "tel 2210011",
        "Phone (37) 221-00-11",
        "Рақами телефон: 2210011",
        "раб. тел. 221-00-11",
    ),
    *("Кадры 221-00-11", "kadr@mvd.tj"),
)


@pytest.mark.parametrize("text", CONTACTS)
@pytest.mark.parametrize("below", [BELOW, BELOW[:2]])
def test_a_telephone_below_the_list_is_nobody_unless_somebody_says_so(
    text: str, below: tuple[tuple[str, ...], ...]
) -> None:
    plan = plan_of(*below, ("", text, "", "", ""))
    assert outcomes(plan) == [2, 0, 1]
    line = plan.lines[-1]
    assert line.problems[0].code in ("roster.contact", "roster.section"), "told like a signature"
    if line.row is not None:
        assert outcomes(plan, decide_rows(plan, RowAnswers(take=[line.number]))) == [3, 0, 0]
        assert open_questions(plan) == {}


@pytest.mark.parametrize("name", ["Телоев Факсир", "Тел Мобарак Контович", "Азизов Фаррух 900123456"])
def test_a_name_beside_a_telephone_or_like_the_word_is_somebody(name: str) -> None:
    assert "contact" not in codes(plan_of(*BELOW[:2], ("3", name, "капитан", "", "")))


def test_one_row_above_the_heading_is_told_as_one() -> None:
    one = fill("roster.above_heading", "en", {"count": 1, "rows": "1"})
    assert one == "Row 1 stands above the heading and was read as a title."
    two = fill("roster.above_heading", "ru", {"count": 2, "rows": "1, 2"})
    assert two.startswith("Строки 1, 2 стоят выше заголовка")


def test_a_word_to_sign_at_is_a_position_beside_a_name() -> None:
    plan = plan_of(*BELOW[:2], ("", "Роҳбаров Масъул", "", "", ""), ("", "Умаров Али", "", "Масъул", ""))
    assert outcomes(plan) == [4, 0, 0]


@pytest.mark.parametrize(
    "rows",
    [
        (("3", "Сардоров Мудир", "", "Начальник отдела", "М"),),
        (("", "Сардоров Мудир Олимович", "", "ШКД н. Сино", "М"),),
        (("", "Начальников Олим Саидович", "", "", "М"), ("3", "Умаров Али Саидович", "", "", "М")),
    ],
)
def test_whoever_has_a_number_or_no_office_is_a_participant(rows: tuple[tuple[str, ...], ...]) -> None:
    plan = plan_of(*BELOW, *rows)
    assert "signature_line" not in codes(plan)
    assert outcomes(plan) == [2 + len(rows), 0, 0]


def test_without_an_empty_row_before_it_an_office_is_a_position() -> None:
    plan = plan_of(*BELOW[:2], ("", "Азизов Фаррух Саидович", "", "Начальник отдела", "М"))
    assert outcomes(plan) == [3, 0, 0]


@pytest.mark.parametrize(
    ("birth", "kept", "code", "repaired"),
    [
        ("31.02.1991", 1991, "birth_date_impossible", None),
        ("1991-02-31 00:00", 1991, "birth_date_impossible", None),
        ("32/12/1991", 1991, "birth_date_impossible", None),
        ("29.02.1990", 1990, "birth_date_impossible", None),
        ("1.2.88", None, "birth_year_short", 1988),
        ("01-02-05", None, "birth_year_short", 2005),
        ("88", None, "birth_year_short", 1988),
        ("88 г.р.", None, "birth_year_short", 1988),
        ("31.2.88", None, "birth_date_impossible_short", 1988),
        ("in spring", None, "birth_year_unreadable", None),
        ("29.02.1992", 1992, "", None),
        ("12/31/1991", 1991, "", None),
        ("1991 г.р.", 1991, "", None),
        ("1991-03-31", 1991, "", None),
    ],
)
def test_a_birth_that_cannot_be_is_told_with_its_row_and_what_was_kept(
    birth: str, kept: int | None, code: str, repaired: int | None
) -> None:
    plan = plan_rows(row(birth=birth))
    (line,) = plan.lines
    assert line.row is not None
    assert line.row.birth_year == kept
    told = [each for each in plan.problems if "birth" in each.code]
    assert [each.code for each in told] == ([f"roster.{code}"] if code else [])
    assert all(each.row == 2 and each.value == birth for each in told)
    assert all(str(kept or repaired or "") in label_text(told[0].label, "ru") for _ in told)
    assert (RowRepair.YEAR in line.typed.offered) is (repaired is not None)
    if repaired:
        taken = {2: RowDecision(repairs=frozenset({RowRepair.YEAR}))}
        assert settle_roster(plan, taken).people[0].row.birth_year == repaired


def test_a_fathers_initial_is_the_name_that_it_begins() -> None:
    whole, short = row(name="Раҳимов Фирдавс Саидович"), row(name="Рахимов Фирдавс С.")
    plan = plan_rows(whole, short)
    assert open_questions(plan) == {3: {RosterQuestion.ROW}}
    assert "looks_double" in codes(plan)
    assert outcomes(plan) == [2, 0, 0], "until somebody answers, both are kept"
    other = plan_rows(whole, bare(name="Рахимов Фирдавс К."))
    assert open_questions(other) == {}, "another father"


def still(plan: RosterPlan, decisions: dict[int, RowDecision] | None = None) -> dict[int, list[str]]:
    """Return the codes of what is still to be looked at, by row."""
    left = open_problems(plan, settle_roster(plan, decisions), open_questions(plan, decisions), decisions)
    return {number: [each.code.removeprefix("roster.") for each in found] for number, found in left.items()}


def test_both_rows_of_one_person_tell_of_the_other_until_somebody_answers() -> None:
    plan = plan_rows(row(name="Раҳимов Фирдавс Саидович"), bare(name="Рахимов Фирдавс С."))
    assert still(plan) == {2: ["double_below"], 3: ["looks_double"]}
    told = open_problems(plan, settle_roster(plan), open_questions(plan))[2][0]
    assert label_text(told.label, "en").startswith("Row 3 may be the same person: “Рахимов Фирдавс С.”. ")
    for answer in (2, NOBODY):
        assert still(plan, {3: RowDecision(same_as=answer)}) == {2: [], 3: []}


def test_what_was_settled_is_no_problem_any_more() -> None:
    plan = plan_rows(row(sex="", rank="лейтинант", birth="80"), bare(name="Азизов Фаррух Саидович", sex="?"))
    assert set(still(plan)[2]) == {"sex_missing", "rank_misspelled", "birth_year_short"}
    taken = frozenset((RowRepair.SEX, RowRepair.RANK, RowRepair.YEAR))
    assert still(plan, {2: RowDecision(repairs=taken)}) == {2: [], 3: ["sex_unreadable"]}
    assert still(plan, {3: RowDecision(sex=Sex.MALE)})[3] == []
    assert still(plan, {3: RowDecision(sex=Sex.UNKNOWN)})[3] == ["sex_unreadable"]


def test_a_remark_goes_once_somebody_decided_otherwise() -> None:
    """S2: "Taken from the list" went on to be said after the other sex had been chosen."""
    plan = plan_rows(row(name="Пулодов Сорбон Ҷӯраевич", sex="ж"))
    assert still(plan) == {2: ["sex_contradicts"]}
    for sex in Sex:
        assert still(plan, {2: RowDecision(sex=sex)}) == {2: []}
    named = {"family": "Пулодова", "given": "Сурайё", "patronymic": "Ҷӯраевна"}
    assert still(plan, {2: RowDecision(fields=named)}) == {2: []}, "the name agrees with the list now"
    assert still(plan, {2: RowDecision(leave_out=True)}) == {2: []}, "nothing of it is taken"


@pytest.mark.parametrize(
    ("said", "code", "decision"),
    [
        ({"name": "РАҲИМОВ ФИРДАВС"}, "capitals", RowDecision(repairs=frozenset())),
        ({"name": "Ањмадов Фирдавс"}, "legacy_letters", RowDecision(repairs=frozenset())),
        ({"name": "Pаҳимов Фирдавс"}, "mixed_letters", RowDecision(repairs=frozenset())),
        ({"unit": "93 500 12 34"}, "phone_instead", RowDecision(fields={"unit": "ШКД"})),
        ({"name": "Юсупов Анвар, Юсупова Зарина"}, "several_people", RowDecision(leave_out=False)),
    ],
)
def test_every_remark_that_is_answered_goes(said: dict[str, str], code: str, decision: RowDecision) -> None:
    plan = plan_rows(row(**said))
    assert code in still(plan)[2]
    assert code not in still(plan, {2: decision})[2]


def test_a_row_that_is_kept_apart_says_no_more_that_it_was_joined() -> None:
    plan = plan_rows(row(), row())
    assert still(plan)[3] == ["double"]
    for answer in (2, NOBODY):
        assert still(plan, {3: RowDecision(same_as=answer)})[3] == []


def test_a_name_in_latin_letters_is_told_where_the_others_are_not() -> None:
    """S3: only the check of names, before the certificates, said so."""
    others = (row(), bare(name="Азизов Фаррух Саидович"))
    plan = plan_rows(*others, bare(name="Qodirov Umed"))
    assert still(plan)[4] == ["name_latin"]
    assert still(plan, {4: RowDecision(fields={"family": "Қодиров", "given": "Умед"})})[4] == []
    assert still(plan, {4: RowDecision(same_as=2)})[4] == [], "the name of the other row stands"
    latin = plan_rows(row(name="Rahimov Alisher"), row(name="Qodirov Umed"), row(name="Азизов Фаррух"))
    assert "name_latin" not in codes(latin), "a whole list may be in Latin letters"
    known = [MatchPerson("a", "Qodirov", "Umed", "Saidovich")]
    table = make_table(*others, row(name="Qodirov Umed Saidovich"), heading=HEADING)
    assert "name_latin" in codes(plan_roster(table))
    there = plan_roster(table, known=known, enrolled={"a"})
    assert there.lines[2].person == "a"
    assert "name_latin" not in codes(there), "who is known keeps the name they have"
