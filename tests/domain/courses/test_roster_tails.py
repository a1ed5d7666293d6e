"""Tails of real lists, and rows that look like them and are people: nobody becomes one, nobody vanishes."""

import pytest

from trainer_app.domain.base.numbers import RawRow, RawTable, Severity
from trainer_app.domain.courses.roster_answers import RowAnswers, decide_rows
from trainer_app.domain.courses.roster_plan import RosterPlan, RowOutcome, plan_roster, settle_roster

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
        (("Каримов Али",), RowOutcome.IMPORTED),
    ],
)
def test_a_list_without_numbers_has_the_same_tails(cells: Cells, wanted: RowOutcome) -> None:
    assert outcomes(plan_of(cells, heading=WITHOUT_NUMBERS)) == [wanted]
