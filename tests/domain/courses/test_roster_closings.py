"""What stands below a list in the column of names and is nobody: who signs, where and when, and labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.numbers import RawRow, RawTable, Severity
from trainer_app.domain.courses.roster_answers import RowAnswers, decide_rows
from trainer_app.domain.courses.roster_plan import RosterPlan, RowOutcome, plan_roster, settle_roster

HEADING = ("№", "Ному насаб", "Рутба", "Воҳид", "Телефон", "Ҷинс")
PEOPLE = (("1", "Мирзоев Али", "майор", "", "", "м"), ("2", "Раҳимов Некрӯз", "майор", "", "", "м"))


def plan_of(*cells: str, heading: tuple[str, ...] = HEADING, after: int = 4) -> RosterPlan:
    people = PEOPLE if heading is HEADING else ()
    rows = [RawRow(number, row) for number, row in enumerate((heading, *people), 1)]
    return plan_roster(RawTable("1", (*rows, RawRow(after, cells))))


CLOSINGS = (
    *("Место: г. Душанбе, учебный центр", "Место проведения: г. Худжанд", "МЕСТО ПРОВЕДЕНИЯ: Г. ХУДЖАНД"),
    *("Место проведения г. Худжанд", "Место", "Дата", "Дата проведения: 30.11.2026", "Дата ____", "Подпись"),
    *(
        "Подпись тренера",
        "Подписи",
        "Тренер Сафаров А.",
        "Тренер(ы) Сафаров А.",
        "Тренеры: Сафаров А.",
        "Лектор",
    ),
    *(
        "Ответственный: Сафаров А.А.",
        "Ответственный Сафаров А.А.",
        "ОТВЕТСТВЕННЫЙ САФАРОВ А.А.",
        "Исполнитель",
    ),
    *("Преподаватель Сафаров Али Каримович", "Составил", "Утверждаю", "Согласовано", "Руководитель курса"),
    *("Секретарь", "Секретарь Холова Р.", "Председатель комиссии Холов Р.", "Начальник отдела Сафаров А."),
    *("Учебный центр: Душанбе", "Примечание: все присутствовали", "Курс 5: дорога", "Каримов: отсутствует"),
    *("Имзо", "Имзои омӯзгор", "Имзои омузгор", "Омӯзгор", "Омӯзгор Сафаров А.", "Масъул Сафаров А."),
    *("Масъул: Сафаров А.", "Иҷрокунанда", "Тартибдиҳанда Сафаров А.", "Тартибдиханда Сафаров А.", "Роҳбар"),
    *("Роҳбари курс Сафаров А.", "Роҳбар: Сафаров А.", "Раис", "Раис: Каримов А.", "Раис ____ Каримов А."),
    *("Раиси комиссия Каримов А.", "Котиб", "Котиб: Холов Р.", "Ҷой", "Ҷой: ш. Душанбе", "Сана", "Сана:"),
    *(
        "Ҷои баргузорӣ",
        "Ҷои баргузорӣ: ш. Душанбе",
        "Чои баргузори ш. Душанбе",
        "Санаи баргузорӣ: 30.11.2026",
    ),
    *(
        "Signature",
        "Signature of trainer",
        "Trainer Safarov A.",
        "Trainers: Safarov A.",
        "Facilitator Safarov A.",
    ),
    *("Responsible person Safarov A.", "Responsible: Safarov A.", "Prepared by Safarov A.", "Approved by"),
    *("Place", "Place: Dushanbe", "Venue", "Venue: Dushanbe", "Date", "Date of training: 30.11.2026"),
)


@pytest.mark.parametrize("text", CLOSINGS)
@pytest.mark.parametrize("after", [4, 6])
def test_who_signs_where_and_when_is_nobody_unless_somebody_says_so(text: str, after: int) -> None:
    plan = plan_of("", text, "", "", "", "", after=after)
    line = plan.lines[-1]
    assert [each.outcome for each in plan.lines] == [
        RowOutcome.IMPORTED,
        RowOutcome.IMPORTED,
        RowOutcome.REFUSED,
    ]
    assert line.problems[0].severity is Severity.REFUSED, "and it is told"
    if line.row is not None:
        taken = settle_roster(plan, decide_rows(plan, RowAnswers(take=[line.number])))
        assert taken.count(RowOutcome.REFUSED) == 0
    else:
        assert line.problems[0].code == "roster.section"


def test_what_is_labelled_is_told_as_a_closing_line_with_its_words() -> None:
    told = plan_of("", "Место проведения: г. Худжанд", "", "", "", "").lines[-1].problems[0]
    assert (told.code, told.value) == ("roster.footer", "Место проведения: г. Худжанд")
    assert plan_of("", "Женщины:", "", "", "", "").lines[-1].problems[0].code == "roster.group_word"


NAMES = (
    *("Раис Каримов", "Каримов Раис", "Раис Каримов А.", "Котиб Раҳимов", "Котибов Раис", "Роҳбар Саидова"),
    *("Раҳбар Саидова", "Сана Каримова", "Каримова Сана", "Дата Туташхиа", "Date Vikram", "Раисов А."),
    *("Тренеров Али", "Лекторов Али", "Имзоев Далер", "Местоев Али", "Масъулов Али", "Секретарёв Иван"),
    *("Подписев Иван", "Омӯзгоров Али", "Trainerov Ali", "Placeov Ali", "Начальников Пётр", "Директоров Али"),
    *("Каримов Али: майор", "капитан: Азизов Фаррух", "ФИО: Каримов Али", "Ма:руф Зоҳиров", "1: Каримов Али"),
    *("Каримова Нигина (прим.: беременна)", "Каримов А., тел.: 918123456", "Азизов Фаррух, тренер"),
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_like_an_office_or_holds_a_colon_is_somebody_even_alone(name: str) -> None:
    assert plan_of("", name, "", "", "", "").lines[-1].outcome is RowOutcome.IMPORTED


BESIDE = [
    ("3", "", "", "", ""),
    ("", "майор", "", "", ""),
    ("", "", "УМВД Согд", "", ""),
    ("", "", "", "918123456", ""),
    ("", "", "", "", "м"),
]


@pytest.mark.parametrize(
    "name", ["Раис", "Котиб Раис", "Сана", "Тренер Али", "Секретарь Али", "Date", "Место Али"]
)
@pytest.mark.parametrize("beside", BESIDE)
def test_whoever_has_anything_beside_the_name_is_somebody(name: str, beside: tuple[str, ...]) -> None:
    line = plan_of(beside[0], name, *beside[1:]).lines[-1]
    assert line.outcome is RowOutcome.IMPORTED
    assert "roster.footer" not in {each.code for each in line.problems}


@pytest.mark.parametrize("family", ["Раис", "Раҳбар", "Котибов", "Сана", "Роҳбар"])
@pytest.mark.parametrize("rank", ["", "майор"])
def test_a_family_name_that_is_an_office_stays_with_its_given_name(family: str, rank: str) -> None:
    plan = plan_of("", family, "Али", rank, heading=("№", "Насаб", "Ном", "Рутба"), after=2)
    assert plan.lines[-1].outcome is RowOutcome.IMPORTED


def test_a_label_and_its_words_in_two_columns_of_names_are_one_line() -> None:
    heading = ("№", "Насаб", "Ном", "Рутба")
    for cells in (("", "Тренер", "Сафаров А.", ""), ("", "Место проведения:", "г. Худжанд", "")):
        assert plan_of(*cells, heading=heading, after=2).lines[-1].left_out


FAMILIES = ("Каримов", "Саидова", "Раҳимзода", "Турсун-заде", "Назарӣ", "Раисов", "Котибова", "Тренеров")
GIVEN = ("Раис", "Котиб", "Сана", "Роҳбар", "Али", "Нигина", "Муаллим", "Мудир")


@given(
    st.sampled_from(FAMILIES),
    st.sampled_from(GIVEN),
    st.booleans(),
    st.sampled_from(("", " Саидович", " С.")),
)
def test_no_name_of_two_or_three_words_is_taken_for_an_office(
    family: str, given_name: str, turned: bool, rest: str
) -> None:
    name = f"{given_name}{rest} {family}" if turned else f"{family} {given_name}{rest}"
    assert not plan_of("", name, "", "", "", "").lines[-1].left_out
