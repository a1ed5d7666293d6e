"""Headings: found below titles, in two rows, in three languages; remembered by their fingerprint."""

import pytest

from trainer_app.domain.base.numbers import RawRow, RawTable
from trainer_app.domain.base.text_search import fold
from trainer_app.domain.courses.roster_columns import (
    FIELD_COLUMNS,
    HEADINGS,
    LEFT_OUT,
    RosterColumn,
    find_mapping,
    read_sex,
    recognise_heading,
)
from trainer_app.domain.courses.roster_plan import is_heading, plan_roster
from trainer_app.domain.people.persons import Sex

NAME, RANK, UNIT, SEX, NUMBER = (
    RosterColumn.NAME,
    RosterColumn.RANK,
    RosterColumn.UNIT,
    RosterColumn.SEX,
    RosterColumn.NUMBER,
)


def table(*rows: tuple[str, ...], first: int = 1) -> RawTable:
    width = max(map(len, rows))
    padded = [row + ("",) * (width - len(row)) for row in rows]
    return RawTable("Варақ", tuple(RawRow(first + at, row) for at, row in enumerate(padded) if any(row)))


def test_a_heading_of_groups_and_what_they_are_parted_into_are_one_heading() -> None:
    heading = ("№", "Слушатель", "", "Служба", "", "Контакт")
    parted = ("", "Звание, Ф.И.О.", "Должность", "Подразделение", "Район", "Телефон")
    person = ("1", "капитан Раҳимов Фаррух Саидович", "инспектор", "ОМВД Сино", "Сино", "918765432")
    found = find_mapping(table(("СПИСОК",), heading, parted, person, person))
    assert found.heading_rows == (2, 3)
    assert found.columns == ("number", "name", "position", "unit", "duty_district", "phone")
    assert [line.number for line in plan_roster(table(heading, parted, person)).lines] == [3]


def test_no_heading_means_two_things() -> None:
    meanings: dict[str, set[str]] = {}
    for column, headings in HEADINGS.items():
        for heading in headings.split("|"):
            meanings.setdefault(fold(heading), set()).add(column)
    assert [heading for heading, columns in meanings.items() if len(columns) > 1] == []
    assert set(RosterColumn) - {RosterColumn.NOTHING} <= HEADINGS.keys()


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("№", NUMBER),
        ("No.", NUMBER),
        ("№ п/п", NUMBER),
        ("Р/т", NUMBER),
        ("Ному насаб", NAME),
        ("НОМУ НАСАБ", NAME),
        ("Ному насаб / Full name", NAME),
        ("Насаб, ном, номи падар", NAME),
        ("Ф.И.О.", NAME),
        ("Ф. И. О. участника тренинга", NAME),
        ("Фамилия, имя, отчество", NAME),
        ("Full name (Latin)", RosterColumn.LATIN),
        ("ФИО (латиницей)", RosterColumn.LATIN),
        ("Name as in passport", RosterColumn.LATIN),
        ("Насаб", RosterColumn.FAMILY),
        ("Номи падар", RosterColumn.PATRONYMIC),
        ("Рутба", RANK),
        ("Рутбаи махсус", RANK),
        ("Специальное звание", RANK),
        ("Ҷойи хизмат", UNIT),
        ("Љойи хизмат", UNIT),
        ("Чойи хизмат", UNIT),
        ("Подразделение (орган)", UNIT),
        ("Ноҳия", RosterColumn.DISTRICT),
        ("Город/район", RosterColumn.DISTRICT),
        ("Ҷинс (М/З)", SEX),
        ("Пол\n(м/ж)", SEX),
        ("Тел.", "phone"),
        ("Соли таваллуд", RosterColumn.BIRTH_YEAR),
        ("Дата рождения", RosterColumn.BIRTH_YEAR),
        ("Вазифа", "position"),
        ("Имзо", RosterColumn.SIGNATURE),
        ("Паспорт", RosterColumn.IDENTITY),
        ("Passport No", RosterColumn.IDENTITY),
        ("Рӯйхати иштирокчиёни курс", None),
        ("Список участников", None),
        ("Место рождения", None),
        ("Раҳимов Некрӯз", None),
        ("", None),
        ("Ном " * 40, None),
    ],
)
def test_recognise(heading: str, column: str | None) -> None:
    assert recognise_heading(heading) == column


def test_a_heading_below_a_title_block() -> None:
    found = find_mapping(
        table(
            ("Вазорати корҳои дохилӣ",),
            ("Рӯйхати иштирокчиёни курс", "", "тасдиқ мекунам"),
            ("",),
            ("№", "Ному насаб", "Рутба", "Ҷинс"),
            ("1", "Азизов Фаррух", "майор", "М"),
        )
    )
    assert found.columns == (NUMBER, NAME, RANK, SEX)
    assert found.heading_rows == (4,)
    assert found.headings == ("№", "Ному насаб", "Рутба", "Ҷинс")


def test_a_heading_in_two_rows_with_numbered_columns() -> None:
    found = find_mapping(
        table(
            ("№", "Ному насаб", "", "", "Рутба"),
            ("№", "Насаб", "Ном", "Номи падар", "Рутба"),
            ("1", "2", "3", "4", "5"),
            ("1", "Азизов", "Фаррух", "Бахтиёрович", "майор"),
        )
    )
    assert found.columns == (NUMBER, RosterColumn.FAMILY, RosterColumn.GIVEN, RosterColumn.PATRONYMIC, RANK)
    assert found.heading_rows == (1, 2, 3)
    open_above = find_mapping(
        table(
            ("№", "Ному насаб", "", "", "Рутба", "Ҷинс"),
            ("", "Насаб", "Ном", "Номи падар", "", ""),
            ("1", "Азизов", "Фаррух", "Бахтиёрович", "майор", "М"),
        )
    )
    assert open_above.columns == (
        NUMBER,
        RosterColumn.FAMILY,
        RosterColumn.GIVEN,
        RosterColumn.PATRONYMIC,
        RANK,
        SEX,
    )
    assert open_above.heading_rows == (1, 2)


def test_a_fuller_heading_on_the_next_page_makes_nobody_a_title() -> None:
    found = find_mapping(
        table(
            ("№", "Ному насаб", "", "", ""),
            ("1", "Азизов", "Фаррух", "Бахтиёрович", "майор"),
            ("№", "Насаб", "Ном", "Номи падар", "Рутба"),
            ("2", "Назаров", "Олим", "Саидович", "майор"),
        )
    )
    assert found.heading_rows == (1,)


def test_name_beside_surname_is_the_given_name() -> None:
    assert find_mapping(table(("Surname", "Name"), ("Azizov", "Farrukh"))).columns == (
        RosterColumn.FAMILY,
        RosterColumn.GIVEN,
    )
    assert find_mapping(table(("Name", "Rank"), ("Azizov Farrukh", "major"))).columns == (NAME, RANK)


def test_of_two_columns_of_names_the_latin_one_is_the_passport_spelling() -> None:
    found = find_mapping(table(("Ному насаб", "Name", "Рутба"), ("Азизов Фаррух", "Azizov Farrukh", "майор")))
    assert found.columns == (NAME, RosterColumn.LATIN, RANK)


def test_of_two_columns_of_one_kind_the_fuller_is_taken() -> None:
    found = find_mapping(
        table(("ФИО", "Телефон", "Телефон"), ("Азизов Фаррух", "", "90"), ("Назаров Олим", "91", "92"))
    )
    assert found.columns == (NAME, RosterColumn.NOTHING, "phone")


def test_without_a_heading_the_contents_tell() -> None:
    found = find_mapping(
        table(
            ("1", "Азизов Фаррух Бахтиёрович", "майор", "ШКД н. Сино", "М"),
            ("2", "ст. лейтенант Каримова Ситора", "сержант", "ШКД н. Варзоб", "З"),
            ("3", "Назаров Исфандиёр", "", "РКД", "М"),
        )
    )
    assert found.columns == (NUMBER, NAME, RANK, UNIT, SEX)
    assert found.heading_rows == ()
    assert found.fingerprint == ""


@pytest.mark.parametrize("heading", ["Орган / Район", "Район / Орган", "Район службы", "Район"])
def test_units_below_a_heading_of_districts_are_units(heading: str) -> None:
    """S3: the column of units stayed empty although the list said "ОВД Сино"."""
    people = (("1", "Каримов Али", "ОВД Сино"), ("2", "Назаров Вали", "УМВД по г. Душанбе"))
    assert find_mapping(table(("№", "Ф.И.О.", heading), *people)).columns[2] == UNIT
    towns = (("1", "Каримов Али", "Сино"), ("2", "Назаров Вали", "Варзоб"))
    districts = find_mapping(table(("№", "Ф.И.О.", "Район службы"), *towns))
    assert districts.columns[2] == RosterColumn.DISTRICT


def test_nothing_is_guessed_where_there_are_no_names() -> None:
    assert not find_mapping(table(("1", "2"), ("3", "4"))).has_name
    assert find_mapping(RawTable("", ())).columns == ()


def test_a_heading_that_says_nothing_leaves_it_to_the_contents() -> None:
    heading = ("№", "Кого направляют", "Зв.", "Откуда", "М/Ж?", "Моб.", "Подпись")
    rows = [
        (str(number), name, rank, unit, sex, "93 555 12 12", "Азизов")
        for number, (name, rank, unit, sex) in enumerate(
            (
                ("Азизов Фаррух", "майор", "ШКД н. Сино", "м"),
                ("Пирова Шаҳноза Ҳикматовна", "капитан", "ШКД н. Варзоб", "ж"),
                ("Шарипов Н.", "", "ВКД", "м"),
            ),
            1,
        )
    ]
    found = find_mapping(table(heading, *rows))
    assert found.columns == (NUMBER, NAME, RANK, UNIT, SEX, RosterColumn.NOTHING, RosterColumn.SIGNATURE)
    assert found.heading_rows == (1,), "nobody is called like a heading"
    known = find_mapping(table((heading[0], "Ному насаб", *heading[2:]), *rows))
    assert known.columns == found.columns, "nobody is looked for beside a column of names"
    nobody = find_mapping(table(heading, *(("1", "", *row[2:]) for row in rows)))
    assert not nobody.has_name
    titled = find_mapping(table(("Список № 1",), ("Утверждаю", "Шарипов Н."), heading, *rows))
    assert (titled.heading_rows, titled.columns) == ((3,), found.columns)


def test_a_correction_is_remembered_by_the_headings() -> None:
    rows = (("№", "Ному насаб", "Гурӯҳ"), ("1", "Азизов Фаррух", "н. Сино"))
    found = find_mapping(table(*rows))
    assert found.columns == (NUMBER, NAME, RosterColumn.NOTHING)
    remembered = {found.fingerprint: ["number", "name", "unit"]}
    again = find_mapping(
        table(("Дигар сарлавҳа",), ("",), ("№", "НОМУ НАСАБ", "гурух"), *rows[1:]), remembered
    )
    assert again.columns == (NUMBER, NAME, UNIT)
    other = find_mapping(table(("№", "Ному насаб", "Синф"), *rows[1:]), remembered)
    assert other.columns == (NUMBER, NAME, RosterColumn.NOTHING)
    assert found.remap(["number"]).columns == found.columns


def test_repeated_headings_are_known() -> None:
    found = find_mapping(table(("№", "Ному насаб", "Рутба"), ("1", "Азизов Фаррух", "майор")))
    assert is_heading(RawRow(9, ("№", "ному  насаб", "Рутба")), found)
    assert not is_heading(RawRow(9, ("1", "Азизов", "майор")), found)
    assert not is_heading(RawRow(9, ("", "Ному насаб", "")), found)


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        *((word, Sex.MALE) for word in ("М", "м.", "Мард", "муж", "мужской", "M", "male")),
        *((word, Sex.FEMALE) for word in ("З", "зан", "Ж", "жен.", "женский", "F", "Female")),
        *((word, None) for word in ("", "?", "1", "майор")),
    ],
)
def test_read_sex(text: str, sex: Sex | None) -> None:
    assert read_sex(text) is sex


def test_what_fills_a_field_is_not_left_out() -> None:
    """A field that a column fills now must go from the columns that are recognised and not taken."""
    assert LEFT_OUT.isdisjoint(FIELD_COLUMNS)
    assert {RosterColumn.SIGNATURE.value, RosterColumn.IDENTITY.value} <= LEFT_OUT


def test_numbers_of_streets_are_no_numbers_on_the_list_and_are_not_there_twice() -> None:
    plan = plan_roster(
        table(
            ("id", "surname", "given_name", "street_number", "blocking_number"),
            ("1", "Smith", "John", "1", "2"),
        )
    )
    assert plan.mapping.columns == (RosterColumn.IDENTITY, "family", "given", "nothing", "nothing")
    told = {problem.column: problem.code for problem in plan.problems if problem.row is None}
    assert told["street_number"] == told["blocking_number"] == "roster.column_left_out"


def test_headings_that_a_program_wrote_are_headings() -> None:
    found = find_mapping(
        table(
            ("id", "jobTitle", "nameEn", "nameTg", "descriptionEn"),
            ("1", "Director of Sales", "Kim Lee", "Ким Ли", "Keynote Speaker"),
        )
    )
    assert found.heading_rows == (1,)
    assert found.columns == (RosterColumn.IDENTITY, "position", "latin", "name", "nothing")
