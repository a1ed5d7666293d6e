"""From a file of a stranger to a plan: rows = imported + matched + refused, whatever the file looks like."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from tests.intake.files import cell, rest_of_sheet, row, write_ods
from trainer_app.domain.base.texts import resource
from trainer_app.domain.courses.roster_columns import RosterColumn
from trainer_app.domain.courses.roster_plan import RosterPlan, RowOutcome, plan_roster, settle_roster
from trainer_app.domain.people.persons import Sex
from trainer_app.intake.tables import read_table

DATA = Path(__file__).parents[1] / "data" / "spreadsheets"


def plan_file(path: Path) -> RosterPlan:
    return plan_roster(read_table(path))


def counts(plan: RosterPlan) -> tuple[int, int, int, int]:
    settled = settle_roster(plan)
    imported, matched, refused = (settled.count(outcome) for outcome in RowOutcome)
    assert plan.rows == imported + matched + refused
    return plan.rows, imported, matched, refused


def codes(plan: RosterPlan) -> Counter[str]:
    return Counter(problem.code for problem in plan.problems)


def test_a_ministry_list_with_everything_wrong(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for values in (
        ("ВАЗОРАТИ КОРҲОИ ДОХИЛӢ",),
        ("Рӯйхати кормандон барои курси омӯзишӣ",),
        (),
        ("№", "Ному насаб", None, None, "Рутба", "Ҷойи хизмат", "Ҷинс", "Ҷинс"),
        (None, "Насаб", "Ном", "Номи падар"),
        (1, 2, 3, 4, 5, 6, 7, 8),
        (1, "Раҳимов", "Некрӯз", "Файзуллоевич", "лейтенант", "ШКД н. Варзоб", "М", None),
        (2, "Пирoва", "Шаҳноза", "Ҳикматовна", "капитани милитсия", None, "З", None),
        (),
        (3, "ҒАФУРОВ", "СӮҲРОБ", "НОИЛОВИЧ", "м-р", "ШКД н. Сино", None, None),
        (4, "Раҳимов", "Некрӯз", "Файзуллоевич", None, "ШКД н. Варзоб", "М", None),
        (5, None, None, None, "сержант", "ШКД н. Сино", "М", None),
        (6, 43376, None, None, "сержант", "ШКД н. Сино", "М", None),
        ("№", "Насаб", "Ном", "Номи падар", "Рутба", "Ҷойи хизмат", "Ҷинс", "Ҷинс"),
        (7, "Ҷӯраев", "Шӯҳрат", None, "сардор", 43376, "х", None),
        ("Ҳамагӣ:", "7 нафар"),
        (None, "Сардори раёсат", None, None, None, "_____________ Азизов Ф."),
    ):
        sheet.append(values)
    sheet.merge_cells("A1:H1")
    sheet.merge_cells("B4:D4")
    sheet.merge_cells("F7:F8")
    book.save(path)
    plan = plan_file(path)
    assert plan.mapping.columns == (
        *(
            RosterColumn.NUMBER,
            RosterColumn.FAMILY,
            RosterColumn.GIVEN,
            RosterColumn.PATRONYMIC,
            RosterColumn.RANK,
            RosterColumn.UNIT,
        ),
        *(RosterColumn.SEX, RosterColumn.NOTHING),
    )
    assert plan.mapping.heading_rows == (4, 5, 6)
    # Eleven rows below the heading; the empty one is none of them.
    assert counts(plan) == (10, 4, 1, 5)
    people = {person.rows: person.row for person in settle_roster(plan).people}
    assert people[(7, 11)].name == "Раҳимов Некрӯз Файзуллоевич"
    assert people[(8,)].family == "Пирова"
    assert people[(8,)].unit == "ШКД н. Варзоб"
    assert people[(10,)].name == "Ғафуров Сӯҳроб Ноилович"
    assert people[(10,)].sex is Sex.UNKNOWN
    found = codes(plan)
    for code, times in {
        "table.empty_rows": 1,
        "table.merged_filled": 1,
        "roster.above_heading": 1,
        "roster.mixed_letters": 1,
        "roster.capitals": 1,
        "roster.sex_missing": 1,
        "roster.double": 1,
        "roster.no_name": 1,
        "roster.not_a_name": 1,
        "roster.heading_again": 1,
        "roster.rank_unknown": 1,
        "roster.date_instead": 1,
        "roster.sex_unreadable": 1,
        "roster.total": 1,
        "roster.section": 1,
    }.items():
        assert found[code] == times, code
    assert all(problem.row is None or problem.row >= 7 for problem in plan.problems)


def test_a_list_of_code_page_1251(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("ФИО;Звание;Пол\nРа?имов Некр?з;лейтенант;м\nАзизов Олим;майор;м\n".encode("cp1251"))
    plan = plan_file(path)
    assert counts(plan) == (2, 2, 0, 0)
    assert codes(plan) == {"table.cp1251": 1, "roster.lost_letters": 1}
    assert [person.row.rank for person in settle_roster(plan).people] == ["lieutenant", "major"]


def test_a_list_without_a_heading(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("1,майор Азизов Фаррух,м\n2,Каримова Ситора,ж\n", "utf-8")
    plan = plan_file(path)
    assert counts(plan) == (2, 2, 0, 0)
    assert codes(plan)["roster.no_heading"] == 1
    assert [(person.row.name, person.row.rank) for person in settle_roster(plan).people] == [
        ("Азизов Фаррух", "major"),
        ("Каримова Ситора", ""),
    ]


def test_old_excel_and_opendocument(tmp_path: Path) -> None:
    assert counts(plan_file(DATA / "excel_97.xls")) == (3, 3, 0, 0)
    rows = [row(cell("ФИО"), cell("Пол")), row(cell("Азизов Фаррух"), cell("м")), rest_of_sheet()]
    assert counts(plan_file(write_ods(tmp_path / "list.ods", rows))) == (1, 1, 0, 0)


FORMULA = "=cmd|' /C calc'!A0"


def lists_with_a_formula(folder: Path) -> Iterator[Path]:
    """Make lists of two rows, the second with a formula as text for a name, in every kind of file."""
    names = ("Азизов Фаррух Олимович", FORMULA)
    with xlsxwriter.Workbook(folder / "list.xlsx") as book:
        sheet = book.add_worksheet()
        for number, name in enumerate(("Ному насаб", *names)):
            sheet.write_string(number, 0, name)
            sheet.write_string(number, 1, "м" if number else "Ҷинс")
    yield folder / "list.xlsx"
    rows = [row(cell("Ному насаб"), cell("Ҷинс")), *(row(cell(name), cell("м")) for name in names)]
    yield write_ods(folder / "list.ods", [*rows, rest_of_sheet()])
    for name, comma in (("list.csv", ","), ("semicolons.csv", ";"), ("tabs.tsv", "\t")):
        lines = [f"Ному насаб{comma}Ҷинс", *(f"{each}{comma}м" for each in names)]
        (folder / name).write_text("\n".join(lines), "utf-8")
        yield folder / name


def test_a_formula_in_the_column_of_names_becomes_nobody_in_any_kind_of_file(tmp_path: Path) -> None:
    for path in lists_with_a_formula(tmp_path):
        plan = plan_file(path)
        assert counts(plan) == (2, 1, 0, 1), path.name
        (problem,) = [each for each in plan.problems if each.code == "roster.formula"]
        assert (problem.row, problem.column, problem.value) == (3, "Ному насаб", FORMULA), path.name
        assert [person.row.name for person in settle_roster(plan).people] == ["Азизов Фаррух Олимович"]


def test_ten_thousand_rows(tmp_path: Path) -> None:
    path = tmp_path / "long.xlsx"
    stems = ["Раҳим", "Карим", "Саид", "Назар", "Шариф", "Юсуф", "Ҳаким", "Олим", "Собир", "Латиф"]
    given = ["Некрӯз", "Фаррух", "Далер", "Умед", "Рустам", "Баҳром", "Хуршед", "Алишер", "Толиб", "Зафар"]
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["№", "Ному насаб", "Ҷинс"])
        for number in range(10_000):
            tens, hundreds, thousands = number // 10 % 10, number // 100 % 10, number // 1000
            name = f"{stems[number % 10]}ов {given[tens]} {stems[hundreds]}{given[thousands].lower()}ович"
            sheet.write_row(number + 1, 0, [number + 1, name, "м" if number % 100 else ""])
    plan = plan_file(path)
    rows, imported, matched, refused = counts(plan)
    assert (rows, refused) == (10_000, 0)
    assert imported + matched == 10_000
    assert codes(plan)["roster.sex_missing"] == 100


@pytest.mark.parametrize(
    ("file", "expected", "flaws"),
    [
        ("garm.xlsx", (18, 17, 1, 0), {"roster.double", "roster.sex_missing", "table.empty_rows"}),
        ("khujand.xlsx", (22, 22, 0, 0), {"roster.legacy_letters", "roster.above_heading"}),
        ("dushanbe.xlsx", (27, 25, 1, 1), {"roster.mixed_letters", "roster.no_name", "roster.double"}),
    ],
)
def test_the_lists_of_the_demo(file: str, expected: tuple[int, ...], flaws: set[str]) -> None:
    plan = plan_file(resource("demo", file))
    assert counts(plan) == expected
    assert flaws <= set(codes(plan))
    for person in settle_roster(plan).people:
        assert person.row.given
        assert person.row.patronymic
        assert person.row.rank
        assert person.row.unit


def test_the_story_of_the_demo_has_65_participations() -> None:
    story = json.loads(resource("demo", "story.json").read_text("utf-8"))
    participations = 0
    for course in story["courses"]:
        people = settle_roster(plan_file(resource("demo", course["file"]))).people
        gone = set(course["absent"])
        gone |= {walk_in["replaces"] for walk_in in course["walk_ins"] if walk_in["replaces"]}
        participations += len(people) - len(gone) + len(course["walk_ins"])
    assert participations == 65
