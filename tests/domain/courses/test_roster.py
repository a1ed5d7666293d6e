"""The roster: every row is accounted for, every problem names its place, nothing is decided in silence."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.numbers import RawRow, RawTable, Severity
from trainer_app.domain.base.texts import LANGUAGES, resource
from trainer_app.domain.courses.roster_answers import open_problems
from trainer_app.domain.courses.roster_columns import RosterColumn, find_mapping
from trainer_app.domain.courses.roster_plan import (
    NEW,
    NOBODY,
    RosterPlan,
    RowDecision,
    RowOutcome,
    plan_roster,
    settle_roster,
)
from trainer_app.domain.courses.roster_reader import RosterRow, RowRepair
from trainer_app.domain.people.name_similarity import MatchPerson
from trainer_app.domain.people.persons import Sex
from trainer_app.system.messages import label_text

HEADING = ("№", "Ному насаб", "Рутба", "Ҷойи хизмат", "Ҷинс")
GOOD = ("1", "Раҳимов Некрӯз Файзуллоевич", "лейтенант", "ШКД н. Варзоб", "М")


def make_table(*rows: tuple[str, ...], heading: tuple[str, ...] = HEADING) -> RawTable:
    everything = (heading, *rows)
    width = max(map(len, everything))
    numbered = enumerate((row + ("",) * (width - len(row)) for row in everything), start=1)
    return RawTable("Рӯйхат", tuple(RawRow(at, row) for at, row in numbered if any(map(str.strip, row))))


def plan_of(*rows: tuple[str, ...], heading: tuple[str, ...] = HEADING) -> RosterPlan:
    return plan_roster(make_table(*rows, heading=heading))


def person_of(*row: str, heading: tuple[str, ...] = HEADING) -> RosterRow:
    found = plan_of(row, heading=heading).lines[0].row
    assert found is not None
    return found


def codes(plan: RosterPlan) -> list[str]:
    return [problem.code.removeprefix("roster.") for problem in plan.problems]


def test_a_good_row() -> None:
    assert person_of(*GOOD) == RosterRow(
        row=2,
        family="Раҳимов",
        given="Некрӯз",
        patronymic="Файзуллоевич",
        rank="lieutenant",
        unit="ШКД н. Варзоб",
        sex=Sex.MALE,
        number=1,
    )
    assert codes(plan_of(GOOD)) == []


def test_every_column_is_read() -> None:
    heading = (
        *("№", "Фамилия", "Имя", "Отчество", "Латиницей", "Звание", "Подразделение", "Район", "Пол"),
        *("Телефон", "E-mail", "Дата рождения", "Примечание", "Должность", "Личный номер"),
    )
    row = (
        *("7", "Азизов", "Фаррух", "Бахтиёрович", "Azizov Farrukh", "к-н", "ОВД", "Сино", "м"),
        *("+992 900", "a@b.tj", "1985-03-01", "вегетарианец", "старший инспектор", "А-114 27"),
    )
    assert person_of(*row, heading=heading) == RosterRow(
        row=2,
        family="Азизов",
        given="Фаррух",
        patronymic="Бахтиёрович",
        latin="Azizov Farrukh",
        rank="captain",
        unit="ОВД",
        duty_district="Сино",
        sex=Sex.MALE,
        number=7,
        phone="+992 900",
        email="a@b.tj",
        birth_year=1985,
        remark="вегетарианец",
        position="старший инспектор",
        service_number="А-114 27",
    )


@pytest.mark.parametrize(
    ("cell", "rank", "name"),
    [
        ("капитан Азизов Фаррух", "captain", "Азизов Фаррух"),
        ("Азизов Фаррух (майор)", "major", "Азизов Фаррух"),
        ("2. ст. лейтенант милиции Фаррух Азизов", "senior_lieutenant", "Азизов Фаррух"),
    ],
)
def test_a_rank_in_the_name_cell(cell: str, rank: str, name: str) -> None:
    found = person_of("1", cell, "", "", "М")
    assert (found.rank, found.name) == (rank, name)


def test_ranks() -> None:
    assert person_of("1", "Азизов Фаррух", "ст. л-т", "", "М").rank == "senior_lieutenant"
    unknown = plan_of(("1", "Азизов Фаррух", "сардор", "", "М"))
    assert unknown.lines[0].row is not None
    assert unknown.lines[0].row.rank == "сардор"
    assert codes(unknown) == ["rank_unknown"]
    assert codes(plan_of(("1", "майор Азизов Фаррух", "капитан", "", "М"))) == ["rank_differs"]
    assert person_of("1", "майор Азизов Фаррух", "капитан", "", "М").rank == "captain"
    assert person_of("1", "Азизов Фаррух", "майор, сардори шуъба", "", "М").rank == "major"
    assert person_of("1", "Азизов Фаррух", "майор, сардори шуъба", "", "М").position == "сардори шуъба"
    assert codes(plan_of(("1", "Азизов Фаррух", "майор, сардори шуъба", "", "М"))) == ["rank_with_position"]
    heading = ("Ному насаб", "Рутба", "Вазифа", "Ҷинс")
    both = plan_of(("Азизов Фаррух", "майор, сардори шуъба", "нозир", "М"), heading=heading)
    assert codes(both) == ["rank_with_rest"]
    assert both.lines[0].row is not None
    assert both.lines[0].row.position == "нозир"


def test_a_misspelled_rank_is_only_proposed() -> None:
    plan = plan_of(("1", "Азизов Фаррух", "лейтинант", "", "М"))
    assert codes(plan) == ["rank_misspelled"]
    assert settle_roster(plan).people[0].row.rank == "лейтинант"
    decided = settle_roster(plan, {2: RowDecision(repairs=frozenset({RowRepair.RANK}))})
    assert decided.people[0].row.rank == "lieutenant"


def test_a_missing_sex_is_only_proposed() -> None:
    plan = plan_of(("1", "Каримова Ситора Раҳимовна", "", "", ""), ("2", "Умарзода Беҳрӯз", "", "", "?"))
    assert codes(plan) == ["sex_missing", "sex_unreadable_unguessed"]
    assert plan.problems[0].proposal == "female"
    assert [person.row.sex for person in settle_roster(plan).people] == [Sex.UNKNOWN, Sex.UNKNOWN]
    decided = settle_roster(
        plan, {2: RowDecision(repairs=frozenset({RowRepair.SEX})), 3: RowDecision(sex=Sex.MALE)}
    )
    assert [person.row.sex for person in decided.people] == [Sex.FEMALE, Sex.MALE]


def test_a_sex_against_the_patronymic_is_said_and_kept() -> None:
    plan = plan_of(("1", "Каримова Ситора Раҳимовна", "", "", "М"))
    assert codes(plan) == ["sex_contradicts"]
    assert settle_roster(plan).people[0].row.sex is Sex.MALE


def test_letters_of_an_old_font_are_offered() -> None:
    plan = plan_of(("1", "Рањимов Некрўз", "", "ШКД н. Рўдакї", "М"))
    assert codes(plan) == ["legacy_letters", "legacy_letters"]
    assert plan.problems[0].value == "Рањимов Некрўз"
    assert plan.problems[0].proposal == "Раҳимов Некрӯз"
    assert settle_roster(plan).people[0].row.unit == "ШКД н. Рӯдакӣ"
    declined = settle_roster(plan, {2: RowDecision(repairs=frozenset())})
    assert declined.people[0].row.name == "Рањимов Некрўз"


def test_an_uzbek_letter_alone_is_not_converted_by_itself() -> None:
    plan = plan_of(("1", "Ўктамов Шуҳрат", "", "", "М"))
    assert codes(plan) == ["legacy_letters"]
    assert settle_roster(plan).people[0].row.family == "Ўктамов"


def test_mixed_alphabets_are_repaired_and_said() -> None:
    plan = plan_of(("1", "Pаҳимов Hекрӯз", "", "", "М"))
    assert codes(plan) == ["mixed_letters"]
    assert plan.problems[0].proposal == "Раҳимов Некрӯз"
    assert settle_roster(plan).people[0].row.name == "Раҳимов Некрӯз"
    assert codes(plan_of(("1", "Zаҳрова Мадина", "", "", "З"))) == ["letters_of_two_alphabets"]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("1", "Ра?имов Некр?з", "", "", "М"), ["lost_letters"]),
        (("1", "Раҳимов Некрӯз 🌸", "", "", "М"), ["strange_signs"]),
        (("1", "РАҲИМОВ НЕКРӮЗ", "", "", "М"), ["capitals"]),
        (("1", "Раҳимов Некрӯз7", "", "", "М"), ["digits_in_name"]),
        (("1", "Раҳимов", "", "", "М"), ["one_word_name"]),
        (("1", "Раҳимов Н.Ф.", "", "", "М"), ["only_initials"]),
        (("1", "Шоева Гулноз Давлат...", "", "", "З"), ["name_cut_off"]),
        (("1", "Нурова Мадина Сафаров…", "", "", "З"), ["name_cut_off"]),
        (("1", "Сангинов Кодир Юсупов.", "", "", "М"), ["name_cut_off"]),
        (("1", "Беҳзод Раҳмон", "", "", "М"), ["order_unsure"]),
        (("1", "Раҳимов Некрӯз", "", "2018-10-03", "М"), ["date_instead"]),
        (("1", "Раҳимов Некрӯз", "", "43376", "М"), ["date_instead"]),
        (("1а", "Раҳимов Некрӯз", "", "", "М"), ["number_unreadable"]),
        (("", "Раҳимов Некрӯз", "", "", "М"), []),
    ],
)
def test_doubtful_rows_are_taken_and_said(cells: tuple[str, ...], expected: list[str]) -> None:
    plan = plan_of(cells)
    assert codes(plan) == expected
    assert all(problem.row == 2 and problem.severity is Severity.WARNING for problem in plan.problems)
    assert settle_roster(plan).count(RowOutcome.IMPORTED) == 1


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (("1", "", "майор", "ШКД н. Сино", "М"), "no_name"),
        (("1", "43376", "майор", "", ""), "not_a_name"),
        (("1", "2018-10-03", "майор", "", ""), "not_a_name"),
        (("1", "капитан", "", "", ""), "not_a_name"),
        (("", "Ҳамагӣ: 25 нафар", "", "", ""), "total"),
        (("Итого", "25", "", "", ""), "total"),
        (("ШКД н. Сино", "", "", "", ""), "section"),
        (("", "ШКД ноҳияи Варзоб", "", "", ""), "section"),
        (("", "Сардори раёсат", "", "____ Азизов Ф.", ""), "section"),
        (("", "Исполнитель:", "", "Азизов Ф.", ""), "section"),
        (HEADING, "heading_again"),
        (("1", "Раҳимов " + "Некрӯз" * 30, "", "", "М"), "too_long"),
        (("1", "Раҳимов Некрӯз", "", "ШКД " * 100, "М"), "too_long"),
    ],
)
def test_rows_without_a_person_are_refused_and_counted(cells: tuple[str, ...], code: str) -> None:
    plan = plan_of(GOOD, cells)
    refused = [problem for problem in plan.problems if problem.severity is Severity.REFUSED]
    assert [(problem.row, problem.code) for problem in refused] == [(3, f"roster.{code}")]
    settled = settle_roster(plan)
    assert [settled.count(outcome) for outcome in RowOutcome] == [1, 0, 1]


def test_names_that_begin_like_other_rows_are_names() -> None:
    assert person_of("1", "Сардоров Мудир", "", "", "М").given == "Мудир"
    assert person_of("1", "Сардор Мирзоев", "", "", "М").given == "Сардор"
    assert person_of("1", "Сардор Раҷаб", "", "", "М").name == "Сардор Раҷаб"
    assert person_of("1", "Ҷамъов Всеволод", "", "", "М").family == "Ҷамъов"
    assert person_of("1", "Тоталов Олим", "", "", "М").family == "Тоталов"


def test_without_a_column_of_names_every_row_is_refused() -> None:
    plan = plan_of(("1", "2"), ("3", "4"), heading=("Рутба", "Ҷинс"))
    assert set(codes(plan)) == {"no_heading", "no_name_column"}
    assert settle_roster(plan).count(RowOutcome.REFUSED) == plan.rows == 3


def test_a_double_row_is_joined_with_the_first_and_fills_its_blanks() -> None:
    plan = plan_of(
        ("1", "Пирова Шаҳноза Ҳикматовна", "", "ШКД н. Сино", "З"),
        GOOD,
        ("3", "Пирова Шаҳноза Ҳикматовна", "капитан", "ШКД н. Варзоб", ""),
    )
    settled = settle_roster(plan)
    assert [settled.count(outcome) for outcome in RowOutcome] == [2, 1, 0]
    first = settled.people[0]
    assert first.rows == (2, 4)
    assert (first.row.given, first.row.rank, first.row.unit) == ("Шаҳноза", "captain", "ШКД н. Сино")
    assert codes(plan) == ["sex_missing", "double", "double_differs"]
    assert plan.problems[1].values["first"] == 2
    apart = settle_roster(plan, {4: RowDecision(same_as=NOBODY)})
    assert apart.count(RowOutcome.IMPORTED) == 3


def test_namesakes_are_not_joined() -> None:
    for other in ("Раҳимов Некрӯз Саидович", "Раҳимов Некрӯз"):
        plan = plan_of(GOOD, ("2", other, "майор", "ШКД н. Рӯдакӣ", "М"))
        assert settle_roster(plan).count(RowOutcome.IMPORTED) == 2


def test_a_resemblance_is_said_and_both_are_kept() -> None:
    plan = plan_of(GOOD, ("2", "Раҳимзода Некрӯз", "майор", "", "М"))
    assert codes(plan) == ["looks_double", "fact_differs"]
    assert settle_roster(plan).count(RowOutcome.IMPORTED) == 2
    joined = settle_roster(plan, {3: RowDecision(same_as=2)})
    assert [joined.count(outcome) for outcome in RowOutcome] == [1, 1, 0]


KNOWN = (
    MatchPerson("a", "Раҳимов", "Некрӯз", "Файзуллоевич", sex=Sex.MALE, unit="ШКД н. Варзоб"),
    MatchPerson("b", "Каримова", "Ситора", sex=Sex.FEMALE, unit="ШКД н. Рӯдакӣ"),
    MatchPerson("c", "Назаров", "Олим", sex=Sex.MALE),
    MatchPerson("d", "Назаров", "Олим", sex=Sex.MALE),
)


def test_people_known_for_sure_are_matched() -> None:
    table = make_table(GOOD, ("2", "Каримова Ситора", "", "ОВД района Рудаки", "З"))
    plan = plan_roster(table, known=KNOWN)
    assert [line.person for line in plan.lines] == ["a", "b"]
    settled = settle_roster(plan)
    assert [settled.count(outcome) for outcome in RowOutcome] == [0, 2, 0]
    assert [person.key for person in settled.people] == ["a", "b"]
    fresh = settle_roster(plan, {2: RowDecision(person=NEW)})
    assert [person.key for person in fresh.people] == [None, "b"]


def test_people_who_may_be_known_are_only_proposed() -> None:
    table = make_table(("1", "Рахимов Некруз", "", "", "М"), ("2", "Назаров Олим", "", "", "М"))
    plan = plan_roster(table, known=KNOWN)
    assert [line.person for line in plan.lines] == [None, None]
    assert [candidate.b for candidate in plan.lines[0].known] == ["a"]
    assert {candidate.b for candidate in plan.lines[1].known} == {"c", "d"}
    assert codes(plan) == ["maybe_known", "maybe_known"]
    decided = settle_roster(plan, {2: RowDecision(person="a")})
    assert decided.people[0].key == "a"
    assert decided.outcomes == {2: RowOutcome.MATCHED, 3: RowOutcome.IMPORTED}


def test_the_same_list_again_makes_nobody_twice() -> None:
    known = (MatchPerson("a", "Азизов", "Фаррух", sex=Sex.MALE, unit="ШКД н. Сино"),)
    table = make_table(("1", "Азизов Фаррух", "", "", ""))
    assert settle_roster(plan_roster(table, known=known)).count(RowOutcome.IMPORTED) == 1
    again = plan_roster(table, known=known, enrolled={"a"})
    assert settle_roster(again).count(RowOutcome.MATCHED) == 1
    assert "already_enrolled" in codes(again)


def test_two_rows_decided_to_be_one_known_person_are_one_person() -> None:
    table = make_table(("1", "Рахимов Некруз", "", "", "М"), ("2", "Раҳимов Н.", "майор", "", "М"))
    plan = plan_roster(table, known=KNOWN)
    settled = settle_roster(plan, {2: RowDecision(person="a"), 3: RowDecision(person="a")})
    assert [(person.key, person.rows, person.row.rank) for person in settled.people] == [
        ("a", (2, 3), "major")
    ]
    assert settled.count(RowOutcome.MATCHED) == 2


def test_rows_can_be_left_out_and_corrected() -> None:
    plan = plan_of(GOOD, ("2", "Азизов Фаррух", "", "ОВД", "М"), ("3", "Азизов Фаррух", "", "ОВД", "М"))
    decisions = {
        2: RowDecision(leave_out=True),
        3: RowDecision(fields={"given": "Фаррухҷон", "unit": " ШКД  Сино "}),
    }
    settled = settle_roster(plan, decisions)
    assert [(person.row.given, person.row.unit) for person in settled.people] == [("Фаррухҷон", "ШКД Сино")]
    assert settled.outcomes == {2: RowOutcome.REFUSED, 3: RowOutcome.IMPORTED, 4: RowOutcome.MATCHED}
    # The repetition of a row that is left out stands for itself.
    alone = settle_roster(plan, {3: RowDecision(leave_out=True)})
    assert alone.outcomes[4] is RowOutcome.IMPORTED


def test_columns_that_are_not_taken_are_said() -> None:
    heading = ("ФИО", "Паспорт", "Группа крови", "Телефон", "Телефон", "Подпись")
    plan = plan_of(("Азизов Фаррух", "A123", "II", "90", "", "x"), heading=heading)
    found = {
        problem.code: (problem.column, problem.value) for problem in plan.problems if problem.row is None
    }
    assert found == {
        "roster.column_left_out": ("Группа крови", "II"),
        "roster.identity_left_out": ("Паспорт", ""),
    }
    assert codes(plan)[:2] == ["identity_left_out", "column_left_out"]
    both = plan_of(
        ("Азизов Фаррух", "90", "91"), ("Назаров Олим", "92", ""), heading=("ФИО", "Телефон", "Телефон")
    )
    assert "column_twice" in codes(both)


def test_a_persons_mapping_is_used() -> None:
    table = make_table(("ШКД н. Сино", "Азизов Фаррух"), heading=("Гурӯҳ", "Ном"))
    mapping = find_mapping(table).remap([RosterColumn.UNIT, RosterColumn.NAME])
    row = plan_roster(table, mapping).lines[0].row
    assert row is not None
    assert (row.unit, row.name) == ("ШКД н. Сино", "Азизов Фаррух")
    remembered = {mapping.fingerprint: ("unit", "name")}
    assert plan_roster(table, remembered=remembered).mapping == mapping


def test_latin_in_brackets_is_the_passport_spelling() -> None:
    found = person_of("1", "Каримова Ситора (Karimova Sitora)", "", "", "З")
    assert (found.name, found.latin) == ("Каримова Ситора", "Karimova Sitora")


CELLS = st.one_of(
    st.sampled_from(
        (
            *GOOD,
            "",
            "",
            " ",
            "Азизов Ф.Б.",
            "майор Рањимов",
            "Ҳамагӣ",
            "Pаҳимов",
            "ШКД",
            "№",
            "Рутба",
            "З",
            "43376",
        )
    ),
    st.text(alphabet="АбвгҳӯP 0.,-?'\n", max_size=12),
)


@given(st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS, CELLS), max_size=12), st.data())
def test_every_row_ends_in_exactly_one_way(rows: list[tuple[str, ...]], data: st.DataObject) -> None:
    table = make_table(*rows)
    plan = plan_roster(table, known=KNOWN, enrolled={"b"})
    numbers = [line.number for line in plan.lines]
    decisions = {
        number: RowDecision(
            leave_out=data.draw(st.booleans()),
            person=data.draw(st.sampled_from((None, NEW, "a", "c"))),
            same_as=data.draw(st.sampled_from((None, NOBODY, *numbers))),
            repairs=data.draw(st.sampled_from((None, frozenset(), frozenset(RowRepair)))),
        )
        for number in numbers
        if data.draw(st.booleans())
    }
    for settled in (settle_roster(plan), settle_roster(plan, decisions)):
        assert list(settled.outcomes) == numbers
        assert plan.rows == sum(settled.count(outcome) for outcome in RowOutcome)
        taken = [number for person in settled.people for number in person.rows]
        accepted = [
            number for number, outcome in settled.outcomes.items() if outcome is not RowOutcome.REFUSED
        ]
        assert sorted(taken) == accepted
        assert settled.count(RowOutcome.IMPORTED) == sum(person.key is None for person in settled.people)
        assert all(person.row.family for person in settled.people)
    refused = {problem.row for problem in plan.problems if problem.severity is Severity.REFUSED}
    assert refused == {line.number for line in plan.lines if line.outcome is RowOutcome.REFUSED}


@pytest.mark.parametrize(
    "father", ["Раҳмонови", "Раҳмоновн", "Файзуллоевн", "Файзуллоеви", "Раҳмонзод", "Rahmonovi"]
)
def test_a_fathers_name_that_was_cut_off_is_asked_about(father: str) -> None:
    """S3: "Қосимов Шӯҳрат Раҳмонови" was taken without a word."""
    plan = plan_of(("1", f"Қосимов Шӯҳрат {father}", "майор", "ШКД", "М"))
    (told,) = plan.problems
    assert (told.code, told.value) == ("roster.patronymic_cut", father)
    assert father in label_text(told.label, "tg")
    settlement = settle_roster(plan)
    assert [each.code for each in open_problems(plan, settlement, {})[2]] == ["roster.patronymic_cut"]
    typed = {2: RowDecision(fields={"family": "Қосимов"})}
    assert open_problems(plan, settlement, {}, typed)[2] == (), "somebody typed the name"


@pytest.mark.parametrize(
    "father",
    [
        "Раҳмонович",
        "Раҳмоновна",
        "Раҳмонзода",
        "Раҳмонов",
        "Раҳмон",
        "Раҳмонӣ",
        "Беҳзод",
        "Фарзод",
        "Ильинична",
        "Р.",
        "",
    ],
)
def test_a_whole_fathers_name_is_not_asked_about(father: str) -> None:
    plan = plan_of(("1", f"Қосимов Шӯҳрат {father}", "майор", "ШКД", "М"))
    assert "patronymic_cut" not in codes(plan)


@pytest.mark.parametrize("name", ["Иван Петров Димитров", "Димитров Иван Петров", "Ганчева Мария Стоянова"])
def test_a_name_of_bulgaria_is_whole(name: str) -> None:
    """S3: a father's name in -ов was listed as cut off."""
    assert not {"patronymic_cut", "name_cut_off"} & set(codes(plan_of(("1", name, "майор", "ШКД", "М"))))


@pytest.mark.parametrize("dots", [".", "..", "...", "....", "......", "…", "……", "‥"])
def test_the_dots_of_a_name_cut_off_are_told_from_those_of_the_sentence(dots: str) -> None:
    """S3: "is cut off in the cell: Давлат....." had a dot more than the cell."""
    plan = plan_of(("1", f"Шоева Гулноз Давлат{dots}", "майор", "ШКД", "З"))
    (told,) = [each for each in plan.problems if each.code == "roster.name_cut_off"]
    assert told.value.endswith(f"Давлат{dots}")
    for language, quotes in (("en", "“{}”"), ("ru", "«{}»"), ("tg", "«{}»")):
        assert quotes.format(told.value) in label_text(told.label, language)


def test_every_problem_has_words_in_three_languages() -> None:
    messages = json.loads(resource("i18n", "messages", "roster.json").read_text(encoding="utf-8"))
    plans = [
        plan_of(
            ("1", "Рањимов", "лейтинант", "", "?"), ("2", "Pаҳимова Ситора Каримовна", "капитан", "", "")
        ),
        plan_of(
            GOOD, ("2", "Раҳимов Некрӯз Файзуллоевич", "майор", "", "М"), HEADING, ("3", "", "x", "", "")
        ),
    ]
    for plan in plans:
        for problem in plan.problems:
            for language in LANGUAGES:
                words = label_text(problem.label, language)
                assert "{" not in words
                assert "None" not in words
                assert problem.code in messages
    kept = next(problem for problem in plans[1].problems if problem.code == "roster.double_differs")
    assert "лейтенант" in label_text(plans[1].problems[-3].label, "ru") or "Рахимов" in kept.value


def test_every_code_in_the_source_has_a_message_and_none_is_left_over() -> None:
    messages = json.loads(resource("i18n", "messages", "roster.json").read_text(encoding="utf-8"))
    folder = Path(plan_roster.__code__.co_filename).parent
    source = "".join(path.read_text(encoding="utf-8") for path in folder.glob("roster*.py"))
    families = {"repair_": RowRepair, "outcome_": RowOutcome, "sex_": Sex}
    derived = {f"{start}{value}" for start, values in families.items() for value in values}
    for code in messages:
        name = code.removeprefix("roster.")
        assert name in derived or f'"{name.removesuffix("_unguessed")}"' in source or f'"{code}"' in source
    assert all(f"roster.{name}" in messages for name in derived)
    assert all(messages[code][language] for code in messages for language in LANGUAGES)


def test_names_that_papers_cannot_show_are_taken_as_typed_and_told_by_row_and_column() -> None:
    plan = plan_of(GOOD, ("2", "محمد رحيمي", "", "ШКД 🌸", "М"))
    told = [each for each in plan.problems if each.code == "roster.strange_signs"]
    assert [(each.row, each.column, each.value, each.severity) for each in told] == [
        (3, "Ному насаб", "محمد رحيمي", Severity.WARNING),
        (3, "Ҷойи хизмат", "ШКД 🌸", Severity.WARNING),
    ]
    assert told[1].values == {"signs": "🌸"}
    row = plan.lines[1].row
    assert row is not None
    assert (row.family, row.given, row.unit) == ("محمد", "رحيمي", "ШКД 🌸")


def test_a_telephone_in_the_place_of_a_unit_is_told() -> None:
    for typed in ("+992 98 100 20 30", "(918) 00-00-01", "918000001"):
        plan = plan_of((*GOOD[:3], typed, "М"))
        assert codes(plan) == ["phone_instead"]
        assert plan.lines[0].row is not None
        assert plan.lines[0].row.unit == typed, "it is taken all the same"
    for unit in ("ОВД 1", "12.05.1980", "Полк 102, рота 3"):
        assert "phone_instead" not in codes(plan_of((*GOOD[:3], unit, "М")))
