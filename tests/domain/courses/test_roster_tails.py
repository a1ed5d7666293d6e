"""Tails of real lists, and rows that look like them and are people: nobody becomes one, nobody vanishes."""

import pytest

from trainer_app.domain.base.numbers import RawRow, RawTable, Severity
from trainer_app.domain.courses.roster_answers import RowAnswers, decide_rows
from trainer_app.domain.courses.roster_plan import RosterPlan, RowOutcome, plan_roster, settle_roster
from trainer_app.system.messages import fill

type Cells = tuple[str, ...]

HEADING = ("№", "ФИО", "Звание", "Подразделение", "Телефон", "Пол")
WITHOUT_NUMBERS = ("ФИО", "Звание", "Подразделение")
PEOPLE = (
    ("1", "Мирзоев Али", "майор", "ОВД Сино", "", "м"),
    ("2", "Раҳимов Некрӯз", "майор", "", "", "м"),
    ("3", "Саидова Нигина", "", "", "", "ж"),
)


def plan_of(*rows: Cells, gap: bool = False, heading: Cells = HEADING) -> RosterPlan:
    """Plan a list of three people and what stands below it, right there or after an empty row."""
    people = PEOPLE if heading is HEADING else tuple(cells[1:4] for cells in PEOPLE)
    above = [RawRow(number, cells) for number, cells in enumerate((heading, *people), 1)]
    first = len(above) + 1 + gap
    below = [
        RawRow(first + at, (*cells, *[""] * (len(heading) - len(cells)))) for at, cells in enumerate(rows)
    ]
    return plan_roster(RawTable("1", (*above, *below)))


def outcomes(plan: RosterPlan) -> list[RowOutcome]:
    """Return what becomes of what stands below the three people."""
    assert [line.outcome for line in plan.lines[:3]] == [RowOutcome.IMPORTED] * 3
    return [line.outcome for line in plan.lines[3:]]


SIGNATURES: tuple[Cells, ...] = (
    ("Исполнитель", "Каримов А."),
    ("Исполнитель:", "Холов Р.", "майор"),
    ("", "Исполнитель:", "Холов Р."),
    ("", "Исполнитель", "", "Холов Р."),
    ("Тренер:", "Сафаров А."),
    ("Тренер", "Сафаров Али Каримович"),
    ("Тренеры:", "Сафаров А., Холов Р."),
    ("", "Тренер:", "Сафаров А."),
    ("", "Начальник отдела", "____", "Сафаров А."),
    ("Начальник УМВД", "полковник", "Сафаров А."),
    ("Начальник", "____", "Сафаров А."),
    ("Нач. отдела", "Сафаров А."),
    ("Отв. за список", "Сафаров А."),
    ("Представитель МВД", "Сафаров А."),
    ("Организатор", "Сафаров А."),
    ("", "Составил(а): Холова Р."),
    ("Составил:", "Холов Р."),
    ("", "Список составила Холова Р."),
    ("", "Список составлен 27.11.2026"),
    ("Проверил:", "Сафаров А."),
    ("Утверждаю",),
    ("УТВЕРЖДАЮ:", "Сафаров А."),
    ("Имзо", "____"),
    ("Омӯзгор:", "Сафаров А."),
    ("Масъул", "Сафаров А."),
    ("Раис:", "Каримов А."),
    ("Котиб", "Холов Р."),
    ("Муаллим", "Сафаров А."),
    ("", "Сардори раёсати ВКД", "Сафаров А."),
    ("Сардори шуъба", "", "", "Сафаров А."),
    ("Тартиб дод:", "Холова Р."),
    ("Санҷид:", "Холова Р."),
    ("Trainer:", "Safarov A."),
    ("Facilitator", "Safarov Ali"),
    ("Prepared by:", "Safarov A."),
    ("Head of unit", "", "", "Safarov A."),
    ("Signature", "______"),
    ("", "М.П."),
)
REMARKS: tuple[Cells, ...] = (
    ("Всего: 25",),
    ("", "Всего: 25"),
    ("Итого", "25"),
    ("", "Ҳамагӣ: 25 нафар"),
    ("Всего", "", "", "", "", "25"),
    ("Присутствовало: 25 человек",),
    ("", "Присутствовало — 25, отсутствовало — 2"),
    ("", "из них женщин — 5"),
    ("", "Из них: женщин", "5"),
    ("", "мужчин 20, женщин 5"),
    ("", "«27» ноября 2026 г."),
    ("", "27–30 ноября 2026 г."),
    ("", "27.11–30.11.2026"),
    ("г. Душанбе", "27.11.2026"),
    ("Место:", "г. Душанбе"),
    ("Ҷой:", "ш. Душанбе"),
    ("Дата:", "27.11.2026"),
    ("", "тел. 221-00-11"),
    ("Тел.:", "918 12 34 56"),
    ("Email:", "a@b.tj"),
    ("* отсутствовал",),
    ("", "* отсутствовал"),
    ("", "* — отсутствовал по болезни"),
    ("", "П - присутствовал, О - отсутствовал"),
    ("", "Условные обозначения: + был, - не был"),
    ("", "н/я — не явился"),
    ("Примечание:", "все присутствовали"),
    ("", "Примечание: все присутствовали"),
    ("№", "Ф.И.О. тренера", "Должность"),
    ("", "Ф.И.О."),
)


@pytest.mark.parametrize("cells", SIGNATURES + REMARKS)
@pytest.mark.parametrize("gap", [False, True])
def test_what_stands_below_a_list_is_nobody_and_is_told(cells: Cells, gap: bool) -> None:
    plan = plan_of(cells, gap=gap)
    assert outcomes(plan) == [RowOutcome.REFUSED]
    line = plan.lines[-1]
    assert line.problems[0].severity is Severity.REFUSED, "it is told"
    if line.row is None:
        # Where a name would stand is none: nothing, a figure, a rank, a line to sign on.
        assert not split_letters(cells[1] if len(cells) > 1 else "") or line.problems[0].code in (
            "roster.total",
            "roster.not_a_name",
            "roster.heading_again",
        )
    else:
        taken = settle_roster(plan, decide_rows(plan, RowAnswers(take=[line.number])))
        assert taken.count(RowOutcome.REFUSED) == 0, "whoever imports may say otherwise"


def split_letters(text: str) -> str:
    return "".join(filter(str.isalpha, text))


ROWS: tuple[Cells, ...] = (
    ("4", "Начальник отдела Каримов А."),
    ("4", "Каримов А. начальник отдела"),
    ("4", "Начальник отдела Саид Назар"),
    ("4", "Зам. начальника Каримов А."),
    ("4", "Заместитель начальника УВД Каримов А."),
    ("4)", "Сардори шуъба Каримов А."),
    ("4", "Директор школы Холов Р."),
    ("4", "Директор Али Саид"),
    ("4", "Секретарь Холова Р."),
    ("4", "Тренер Сафаров А."),
    ("4", "Исполнитель Сафаров А."),
    ("4", "Сафаров А., исполнитель"),
    ("", "Сафаров А., исполнитель"),
    ("", "Сафаров Али", "", "начальник отдела"),
    ("", "Начальник отдела Сафаров Али", "майор"),
    ("тренер", "Каримов Али", "майор", "ОВД"),
    ("Начальник", "Каримов Али", "майор", "ОВД", "918123456", "м"),
    ("4", "майор Каримов Али"),
    ("4", "Каримов Али, майор"),
    ("капитан", "Каримов Али"),
    ("4", "д-р Каримов А."),
    ("4", "Каримов А. (исп. обяз. начальника)"),
    ("4", "Каримов Али Саидович (отсутствовал)"),
    ("4", "KARIMOV ALI"),
    ("", "Karimov Ali"),
    ("4", "Нигина"),
    ("", "Нигина"),
    ("4", "Мамадов Эльдар оглы"),
    ("", "Мамадова Зарина қизи"),
    ("4", "КАРИМОВ АЛИ САИДОВИЧ"),
    ("4", "Каримов\nАли"),
    ("", "каримов али"),
    ("4", "*Каримов Али"),
    ("*", "Каримов Али"),
    ("IV", "Каримов Али"),
    ("4а", "Каримов Али"),
    ("—", "Каримов Али"),
    ("резерв", "Каримов Али"),
    ("Женщины:", "Каримова Нигина"),
    ("Гость:", "Сафаров А."),
    ("4.", "Раис Каримов"),
    ("", "Раис Каримов"),
    ("4", "Ҷамъаев Всего"),
    ("", "Всеволод Итогов"),
    ("", "Явилов Али"),
    ("", "Ҳозиров Али"),
    ("", "Мардон Али"),
    ("", "Мардонов Али 1985"),
    ("4", "Каримов Али 27.11.1985"),
    ("", "Экспертов Али"),
    ("", "Наставников А."),
    ("", "Нотоев Али"),
    ("4", "Март Каримов"),
    ("4", "Саид-заде Фаррух"),
    ("4", "Г. Душанбиев"),
)


@pytest.mark.parametrize("cells", ROWS)
def test_a_row_that_looks_like_a_signature_and_is_somebody_is_taken(cells: Cells) -> None:
    assert outcomes(plan_of(cells)) == [RowOutcome.IMPORTED]


@pytest.mark.parametrize("cells", [cells for cells in ROWS if cells[0].rstrip(".)").isdigit()])
def test_whoever_has_a_number_stays_somebody_after_an_empty_row(cells: Cells) -> None:
    assert outcomes(plan_of(cells, gap=True)) == [RowOutcome.IMPORTED]


def test_people_below_a_tail_are_people_and_so_is_a_second_list_with_its_heading() -> None:
    plan = plan_of(
        ("Тренер:", "Сафаров А."),
        ("", "27.11.2026"),
        ("№", "Ф.И.О.", "Должность"),
        ("1", "Азизов Фаррух", "майор"),
        ("2", "Холова Раъно", ""),
        gap=True,
    )
    assert outcomes(plan) == [RowOutcome.REFUSED] * 3 + [RowOutcome.IMPORTED] * 2


@pytest.mark.parametrize(
    ("cells", "wanted"),
    [
        (("Тренер:", "Сафаров А."), RowOutcome.REFUSED),
        (("Исполнитель", "", "Холов Р."), RowOutcome.REFUSED),
        (("Сардори шуъба", "____"), RowOutcome.REFUSED),
        (("Составил: Холов Р.",), RowOutcome.REFUSED),
        (("* отсутствовал",), RowOutcome.REFUSED),
        (("Тренер Али", "майор"), RowOutcome.IMPORTED),
        (("Секретарь Али", "", "ОВД"), RowOutcome.IMPORTED),
        (("каримов фаррух 12.05.85",), RowOutcome.IMPORTED),
        (("Каримов Али",), RowOutcome.IMPORTED),
    ],
)
def test_a_list_without_numbers_has_the_same_tails(cells: Cells, wanted: RowOutcome) -> None:
    assert outcomes(plan_of(cells, heading=WITHOUT_NUMBERS)) == [wanted]


def list_of(*rows: Cells | None, heading: Cells = HEADING) -> RosterPlan:
    """Plan a list of these rows alone; None is an empty one."""
    cells = [(number, row) for number, row in enumerate((heading, *rows), 1) if row is not None]
    blank = [""] * len(heading)
    return plan_roster(
        RawTable("1", tuple(RawRow(number, (*row, *blank)[: len(heading)]) for number, row in cells))
    )


def left_out(plan: RosterPlan) -> dict[int, str]:
    """Return why rows are nobody, by their numbers. Nothing is left out untold."""
    assert all(line.problems for line in plan.lines if line.outcome is RowOutcome.REFUSED)
    refused = [line for line in plan.lines if line.outcome is RowOutcome.REFUSED]
    return {line.number: line.problems[0].code.removeprefix("roster.") for line in refused}


OF_A_STRANGER = ("№", "Ф.И.О.", "Звание", "Должность", "Подразделение")
NUMBERED = (
    ("1", "Аминов Рустам Каримович", "майор", "следователь", "ОВД-1"),
    ("2", "Бекова Лола Саидовна", "майор", "следователь", "ОВД-2"),
    ("3", "Собиров Алишер Умарович", "майор", "следователь", "ОВД-3"),
)
TAIL = (
    ("", "Начальник отдела кадров", "", "_________", "Н. Ш. Юсупов"),
    ("", "Начальник управления кадров МВД"),
    ("полковник милиции", "", "", "", "Рахматов А.С."),
    ("", "Подполковник милиции Саидов К. К."),
    ("", "Ҳамагӣ: 3 нафар"),
    ("", "Инспектор отдела кадров Холова Г. С."),
    ("", "* участники прибывают 24 ноября"),
    ("Врио начальника отдела",),
)


def test_nobody_of_a_strangers_list_becomes_somebody_by_standing_below_it() -> None:
    plan = list_of(*NUMBERED, *TAIL, heading=OF_A_STRANGER)
    told = left_out(plan)
    assert list(told) == list(range(5, 13))
    assert (told[5], told[8]) == ("signature_line", "below_list")
    sums = plan.problems[0]
    assert (sums.code, sums.values) == ("roster.below_list_rows", {"count": 1, "rows": "8"})
    taken = settle_roster(plan, decide_rows(plan, RowAnswers(take=[8])))
    assert taken.outcomes[8] is RowOutcome.IMPORTED, "whoever imports may say otherwise"


@pytest.mark.parametrize("cells", TAIL)
@pytest.mark.parametrize("at", ["gap", "total"])
def test_each_row_of_that_tail_is_nobody_after_an_empty_row_or_a_total(cells: Cells, at: str) -> None:
    between = None if at == "gap" else ("Всего", "3")
    assert 6 in left_out(list_of(*NUMBERED, between, cells, heading=OF_A_STRANGER))


def test_who_answers_for_a_list_below_its_total_is_nobody() -> None:
    heading = ("№ п/п", "Фамилия", "Имя", "Отчество", "Звание", "Телефон")
    people = [(str(at), "Асоев", given, "Алиевич", "майор") for at, given in enumerate(("Азиз", "Умед"), 1)]
    signer = ("Ответственный", "Петров П.П.", "", "", "подпись")
    plan = list_of(*people, ("Всего", "26"), signer, heading=heading)
    assert left_out(plan) == {4: "total", 5: "below_list"}
    assert plan.lines[-1].problems[0].value == "Ответственный Петров П.П."


ADDED = (("", "Азизов Фаррух", "майор", "", "918123456"), ("", "Холова Раъно"))


def test_people_added_right_below_the_last_number_are_people() -> None:
    assert left_out(list_of(*PEOPLE, *ADDED)) == {}


@pytest.mark.parametrize("between", [None, ("", "Всего: 3"), ("", "27.11.2026"), ("", "Резерв:")])
def test_people_added_below_a_list_that_ended_are_left_out_told_and_taken_by_their_rows(
    between: Cells | None,
) -> None:
    plan = list_of(*PEOPLE, between, *ADDED)
    told = left_out(plan)
    assert [number for number, code in told.items() if code == "below_list"] == [6, 7]
    assert plan.problems[0].values == {"count": 2, "rows": "6–7"}
    taken = settle_roster(plan, decide_rows(plan, RowAnswers(take=[6, 7])))
    assert len(taken.people) == 5


@pytest.mark.parametrize(
    "cells",
    [("4", "Азизов Фаррух"), ("4а", "Азизов Фаррух"), ("IV.", "Азизов Фаррух"), ("", "4. Азизов Али")],
)
def test_whoever_has_a_number_of_any_kind_below_an_empty_row_is_somebody(cells: Cells) -> None:
    assert left_out(list_of(*PEOPLE, None, cells)) == {}


def test_whoever_has_a_sex_below_an_empty_row_is_somebody() -> None:
    assert left_out(list_of(*PEOPLE, None, ("", "Азизов Фаррух", "", "", "", "м"))) == {}


@pytest.mark.parametrize("between", [None, ("", "ОВД Фирдавси:"), ("", "Резерв"), ("Всего", "3")])
def test_whoever_has_a_rank_and_a_unit_is_somebody_below_a_list_that_ended(between: Cells | None) -> None:
    reserve = (("", "Каримов Фаррух", "капитан", "ОВД Ф"), ("", "Азизов Али", "майор", "Сино", "____"))
    plan = list_of(*PEOPLE, between, *reserve, ("", "Холов Умед", "майор"))
    assert [number for number in left_out(plan) if number > 5] == [8]
    assert plan.problems[0].values == {"count": 1, "rows": "8"}


@pytest.mark.parametrize(
    "cells",
    [
        ("", "Подполковник милиции Саидов К. К.", "", "ОВД Сино"),
        ("Ответственный", "Петров П.П.", "майор", "ОВД Сино"),
        ("полковник милиции", "Петров П.П.", "майор", "ОВД Сино"),
        ("", "Инспектор отдела кадров Холова Г. С.", "майор", "Подпись"),
        ("", "Начальник отдела кадров", "полковник", "Н. Ш. Юсупов"),
        ("", "Старший инспектор", "майор", "Рахматов Азиз"),
        ("", "Саидов Али", "полковник", "Начальник отдела"),
        ("", "Саидов Али", "полковник", "Рахматов Азиз Саидович"),
        ("", "Саидов Али", "полковник", "____"),
        ("", "Нигина", "ОВД", "Сино"),
    ],
)
def test_who_signs_is_nobody_there_with_a_rank_or_a_unit(cells: Cells) -> None:
    assert 6 in left_out(list_of(*PEOPLE, ("", "Резерв"), cells))


RESERVE = ("№", "Ф.И.О.", "Звание", "Подразделение", "Телефон", "Пол")


@pytest.mark.parametrize("again", [HEADING, RESERVE])
@pytest.mark.parametrize("number", ["", "1"])
def test_a_reserve_with_its_own_heading_is_people_with_numbers_or_without(again: Cells, number: str) -> None:
    plan = list_of(*PEOPLE, None, ("", "Резерв:"), again, (number, "Азизов Фаррух"), (number, "Холова Раъно"))
    assert list(left_out(plan)) == [6, 7]


@pytest.mark.parametrize("word", ["Резерв", "РЕЗЕРВ:", "Запасные", "Эҳтиётӣ"])
def test_a_word_over_a_reserve_that_is_numbered_is_nobody_and_its_people_are_people(word: str) -> None:
    assert left_out(list_of(*PEOPLE, ("", word), ("1", "Азизов Фаррух"))) == {5: "group_word"}
    assert left_out(list_of(*PEOPLE, ("", f"{word.rstrip(':')}ов Али"))) == {}


def test_captions_below_a_line_to_sign_on_head_no_list() -> None:
    plan = list_of(*PEOPLE, ("", "(Ф.И.О.)", "(звание)", "(подпись)"), ("", "Сафаров А."))
    assert list(left_out(plan)) == [5, 6]


def test_a_list_whose_groups_are_numbered_anew_is_numbered() -> None:
    groups = (*PEOPLE[:2], ("", "Женщины:"), ("1", "Саидова Нигина"), ("2", "Азизова Малика"))
    plan = list_of(*groups, None, ("", "Сафаров А."))
    assert left_out(plan) == {4: "group_word", 8: "below_list"}


@pytest.mark.parametrize(
    "numbers", [("1", "", "2", ""), ("3", "2", "1", ""), ("5", "5", "5", "5"), ("",) * 4]
)
def test_a_list_with_few_numbers_or_none_that_rise_is_not_numbered(numbers: Cells) -> None:
    names = ("Мирзоев Али", "Раҳимов Некрӯз", "Саидова Нигина", "Азизов Фаррух")
    people = [(number, name, "майор") for number, name in zip(numbers, names, strict=True)]
    assert left_out(list_of(*people, None, ("", "Сафаров Али Каримович"))) == {}


def test_a_list_without_a_column_of_numbers_has_no_end_but_by_words() -> None:
    people = [cells[1:4] for cells in PEOPLE]
    plan = list_of(*people, None, ("Сафаров А.",), ("Холов Р.", "", "____"), heading=WITHOUT_NUMBERS)
    assert 6 not in left_out(plan)


@pytest.mark.parametrize("line", ["___", "______", "...", "……", "…", "---", "— — —", "/______/"])
def test_a_line_to_sign_on_makes_a_row_without_a_number_a_signature(line: str) -> None:
    assert left_out(list_of(*PEOPLE, ("", "Сафаров А.", "", line))) == {5: "signature_line"}
    assert left_out(list_of(*PEOPLE, ("4", "Сафаров А.", "", line))) == {}
    assert left_out(list_of(*PEOPLE, ("", "Сафаров А.", "", "-"))) == {}


def test_a_line_that_stands_beside_people_too_says_nothing() -> None:
    heading = ("№", "ФИО", "Подпись", "Телефон")
    people = [(str(at), name, "____", "---") for at, name in enumerate(("Мирзоев Али", "Азизов Умед"), 1)]
    assert left_out(list_of(*people, ("", "Холова Раъно", "____", "---"), heading=heading)) == {}


@pytest.mark.parametrize("dash", ["---", "____", "…"])
@pytest.mark.parametrize("service", [("майор", "ОВД Сино"), ("майор", ""), ("", "ОВД Сино")])
@pytest.mark.parametrize("column", ["Телефон", "E-mail", "Примечание", "Год рождения"])
def test_a_line_in_a_column_that_may_be_empty_signs_nothing(dash: str, service: Cells, column: str) -> None:
    heading = ("№", "ФИО", "Звание", "Подразделение", column)
    people = tuple(cells[:4] for cells in PEOPLE)
    assert left_out(list_of(*people, ("", "Азизов Али", *service, dash), heading=heading)) == {}
    signs = ("", "Начальник отдела кадров Юсупов Н. Ш.", *service, dash)
    plan = list_of(*people, signs, ("", "Холов Умед", "", "", dash), heading=heading)
    assert left_out(plan)[6] == "signature_line"
    taken = settle_roster(plan, decide_rows(plan, RowAnswers(take=[6])))
    assert taken.outcomes[6] is RowOutcome.IMPORTED, "whoever imports may say otherwise"


OFFICES: tuple[str, ...] = (
    "Инспектор отдела кадров Холова Г. С.",
    "Старший инспектор отдела кадров Холова Г. С.",
    "инспектор отдела кадров Холова Г. С.",
    "Нозири шуъбаи кадрҳо Холова Г. С.",
    "Методист учебного центра",
    "Помощник командира полка Холов Р.",
    "Бухгалтер школы Холова Г.",
)


@pytest.mark.parametrize("text", OFFICES)
def test_an_office_before_a_name_right_below_the_last_number_is_nobody(text: str) -> None:
    assert left_out(list_of(*PEOPLE, ("", text))) == {5: "footer"}
    assert left_out(list_of(*PEOPLE, ("4", text))) == {}
    assert left_out(list_of(*PEOPLE, ("", text, "майор", "ОВД"))) == {}


NOTES = (
    "* Участники прибывают 24 ноября",
    "*участники прибывают в понедельник",
    "Участники прибывают 24 ноября",
    "Список уточняется до 30.11.2026",
    "Курс начинается «30» ноября 2026 г.",
    "Заезд 24 ноября",
    "24 ноября заезд участников",
    "заезд участников 24 ноября",
    "24-уми ноябр омадани иштирокчиён",
    "24.11 заезд",
)


@pytest.mark.parametrize("text", NOTES)
@pytest.mark.parametrize("heading", [HEADING, WITHOUT_NUMBERS])
def test_a_remark_with_a_star_or_a_day_at_its_end_is_nobody(text: str, heading: Cells) -> None:
    people = PEOPLE if heading is HEADING else tuple(cells[1:4] for cells in PEOPLE)
    cells = ("", text) if heading is HEADING else (text,)
    assert left_out(list_of(*people, cells, heading=heading)) == {5: "footer"}


@pytest.mark.parametrize(
    "name",
    [
        "Подполковник милиции Саидов К. К.",
        "Каримов Али 27.11.1985",
        "каримов али саидович 27.11.1985",
        "Каримов али Саидович",
        "Мамадов Эльдар оглы",
        "Мамадов Эльдар оглы 27.11.1985",
        "27.11.1985 Каримов Али",
        "Каримова Мая",
        "Мая Каримова 5 мая 1990",
        "Алӣ ибни Саид",
        "Центрова Служба Кадровна",
    ],
)
def test_a_name_right_below_the_last_number_stays_somebody(name: str) -> None:
    assert left_out(list_of(*PEOPLE, ("", name))) == {}


def test_what_is_left_out_below_a_list_is_summed_up_in_words() -> None:
    said = "Под списком, без номера: 2 строки (6, 7). Не берутся, если вы не скажете иначе."
    assert fill("roster.below_list_rows", "ru", {"count": 2, "rows": "6, 7"}) == said


@pytest.mark.parametrize("name", ["Сафаров А.А.", "Сафаров Али Каримович"])
@pytest.mark.parametrize("above", ["Начальник отдела кадров", "Согласовано:", "Исполнитель:"])
def test_who_signs_in_the_row_below_their_office_is_nobody(above: str, name: str) -> None:
    plan = list_of(*PEOPLE, None, ("", above), ("", name, "полковник", "УМВД по Согдийской области"))
    assert 7 in left_out(plan)
