"""Names of a list: whatever of a cell does not stand in the name is told, with what stood there."""

import unicodedata
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from trainer_app.domain.base.numbers import RawRow, RawTable
from trainer_app.domain.base.text_cleaning import clean_text, invisible_signs
from trainer_app.domain.courses.ranks import read_rank
from trainer_app.domain.courses.roster_plan import (
    RosterLine,
    RosterPlan,
    RowDecision,
    RowOutcome,
    plan_roster,
    settle_roster,
)
from trainer_app.domain.people.names import clean_name, repair_case

HEADING = ("№", "Ному насаб", "Рутба")


def line_of(*cells: str, heading: tuple[str, ...] = HEADING) -> RosterLine:
    rows = (RawRow(1, heading), RawRow(2, cells))
    return plan_roster(RawTable("1", rows)).lines[0]


def plan_of(name: str) -> RosterPlan:
    return plan_roster(RawTable("1", (RawRow(1, HEADING), RawRow(2, ("1", name, "")))))


def notes_of(line: RosterLine) -> dict[str, str]:
    return {problem.code: problem.value for problem in line.problems}


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ('О\'Кифф "Роза"', 'О\'Кифф "Роза"'),
        ('Назаров Ҷамшед "Ҷ."', 'Назаров Ҷамшед "Ҷ."'),
        ("Каримов («Рустам»)", "Каримов («Рустам»)"),
        ("«Азизов Фаррух»", "Азизов Фаррух"),
        ('"Азизов Фаррух', "Азизов Фаррух"),
        ("Азизов Фаррух»", "Азизов Фаррух"),
        ('«Азизов» Фаррух "Ф"', '«Азизов» Фаррух "Ф"'),
    ],
)
def test_quotes_inside_a_name_are_kept(typed: str, kept: str) -> None:
    assert clean_name(typed) == kept


@pytest.mark.parametrize("typed", ["Саидов; Баходур;", "Тест &amp;", "Азизов Фаррух -", "«Азизов Фаррух»"])
def test_what_is_cut_is_told_with_the_original(typed: str) -> None:
    line = line_of("1", typed, "майор")
    assert line.row is not None
    assert notes_of(line)["roster.name_cut"] == typed


@pytest.mark.parametrize(
    "typed",
    [
        "Раҳимов Некрӯз Файзуллоевич",
        "Раҳимов, Некрӯз",
        "1) Раҳимов Н.Ф.",
        "Н. Ф. Раҳимов",
        "капитан Азизов Фаррух",
        "1. капитан Азизов Фаррух",
        "Каримова Ситора (Karimova Sitora)",
        "Ма’руф Зоҳиров",
    ],
)
def test_usual_names_make_no_noise(typed: str) -> None:
    assert "roster.name_cut" not in notes_of(line_of("1", typed, ""))


@pytest.mark.parametrize(
    ("typed", "name", "told"),
    [
        (
            "Каримова Нигина (беременна, будет только 1 день)",
            "Каримова Нигина",
            "(беременна, будет только 1 день)",
        ),
        ("Каримова Нигина (беременна", "Каримова Нигина", "(беременна"),
        ("Каримова [заболела] Нигина", "Каримова Нигина", "[заболела]"),
        ("Каримова Нигина (Азизова)", "Каримова Нигина", "(Азизова)"),
        ("Karimova Nigina (pregnant)", "Karimova Nigina", "(pregnant)"),
        ("Каримова Нигина (pregnant)", "Каримова Нигина", "(pregnant)"),
        ("Каримова Нигина, майор (беременна, 1 день)", "Каримова Нигина", "(беременна, 1 день)"),
    ],
)
def test_what_stands_in_brackets_is_no_name_and_is_told(typed: str, name: str, told: str) -> None:
    line = line_of("1", typed, "майор")
    assert line.row is not None
    assert (line.row.name, line.row.latin) == (name, "")
    assert notes_of(line)["roster.name_brackets"] == told
    assert not {"roster.name_cut", "roster.digits_in_name", "roster.small_letters"} & notes_of(line).keys()


def test_brackets_within_brackets_and_beside_a_latin_spelling_are_told_each() -> None:
    line = line_of("1", "Каримова (Karimova) Нигина (в (почти) отпуске)", "")
    assert line.row is not None
    assert (line.row.name, line.row.latin) == ("Каримова Нигина", "Karimova")
    told = [each.value for each in line.problems if each.code == "roster.name_brackets"]
    assert told == ["(почти)", "(в отпуске)"]


@pytest.mark.parametrize("typed", ["(Азизов Фаррух)", "Азизов Фаррух (майор)", "Азизов Ф. (Azizov F.)"])
def test_a_name_a_rank_or_a_spelling_in_brackets_is_no_remark(typed: str) -> None:
    line = line_of("1", typed, "")
    assert line.row is not None
    assert line.row.family.strip("()") == "Азизов"
    assert "roster.name_brackets" not in notes_of(line)


@pytest.mark.parametrize(
    ("typed", "latin"),
    [
        ("(Karimov Ali)Каримов Али", "Karimov Ali"),
        ("Каримов Али(Karimov Ali)", "Karimov Ali"),
        ("Каримов Али [KARIMOV ALI]", "KARIMOV ALI"),
        ("Каримов Али (karimov, ali)", "karimov ali"),
        ("Каримов Али (Karimov Ali", "Karimov Ali"),
        ("Karimov Ali (Каримов Али)", "Karimov Ali"),
        ("Каримов Али / Karimov Ali", "Karimov Ali"),
        ("Ali Karimov/Каримов Али", "Ali Karimov"),
        ("Каримов Али – Karimov Ali", "Karimov Ali"),
        ("Каримов Али, Karimov Ali", "Karimov Ali"),
        ("Каримов Али\nKarimov Ali", "Karimov Ali"),
        ("Каримов АлиKarimov Ali", "Karimov Ali"),
        ("капитан Каримов Али «Karimov Ali»", "Karimov Ali"),
    ],
)
def test_a_latin_spelling_is_kept_wherever_it_stands_in_the_cell(typed: str, latin: str) -> None:
    line = line_of("1", typed, "")
    assert line.row is not None
    assert (line.row.name, line.row.latin) == ("Каримов Али", latin)
    assert not {"roster.name_cut", "roster.name_brackets"} & notes_of(line).keys()


@pytest.mark.parametrize(
    ("typed", "name", "latin"),
    [
        ("(Karimov Ali)НKarimov", "HKarimov", "Karimov Ali"),
        ("Комак (Komak)", "Комак", "Komak"),
        ("Каримов Мар (Karimov Map)", "Каримов Мар", "Karimov Map"),
    ],
)
def test_a_repair_of_letters_takes_no_spelling_away(typed: str, name: str, latin: str) -> None:
    line = line_of("1", typed, "")
    assert line.row is not None
    assert (line.row.name, line.row.latin) == (name, latin)


@pytest.mark.parametrize("remark", ["(OSCE)", "(Dushanbe)", "(Azizova)", "(UN Women)"])
def test_latin_words_in_brackets_that_spell_nothing_of_the_name_are_told(remark: str) -> None:
    line = line_of("1", f"Каримова Нигина {remark}", "")
    assert line.row is not None
    assert (line.row.name, line.row.latin) == ("Каримова Нигина", "")
    assert notes_of(line)["roster.name_brackets"] == remark


@pytest.mark.parametrize("typed", ["Каримов Karim", "Раҳимов Ali", "Karimov Али"])
def test_a_part_that_was_typed_in_latin_letters_stays_in_the_name(typed: str) -> None:
    line = line_of("1", typed, "")
    assert line.row is not None
    assert (set(line.row.name.split()), line.row.latin) == (set(typed.split()), "")


@pytest.mark.parametrize(
    ("family", "given", "latin"),
    [
        ("Каримов (Karimov)", "Али (Ali)", "Karimov Ali"),
        ("Каримов / Karimov", "Али/Ali", "Karimov Ali"),
        ("Каримов", "Али (Karimov Ali)", "Karimov Ali"),
        ("Каримов (Karimov Ali)", "Али", "Karimov Ali"),
        ("Каримов (Karimov)", "Али", ""),
    ],
)
def test_spellings_beside_each_part_are_one_or_told(family: str, given: str, latin: str) -> None:
    line = line_of("1", family, given, heading=("№", "Фамилия", "Имя"))
    assert line.row is not None
    assert (line.row.family, line.row.given, line.row.latin) == ("Каримов", "Али", latin)
    assert ("roster.name_cut" in notes_of(line)) is not bool(latin)


def test_a_spelling_that_differs_from_its_column_is_told() -> None:
    heading = ("№", "Ному насаб", "Name in Latin letters")
    line = line_of("1", "Каримов Али (Karimov Aly)", "Karimov Ali", heading=heading)
    assert line.row is not None
    assert line.row.latin == "Karimov Ali"
    assert notes_of(line)["roster.name_cut"] == "Каримов Али (Karimov Aly)"


def test_a_rank_that_is_one_only_with_repaired_letters_is_told_beside_another() -> None:
    line = line_of("1", "капитaн Азизов Фаррух", "майор")
    assert line.row is not None
    assert (line.row.name, line.row.rank) == ("Азизов Фаррух", "major")
    assert "roster.rank_differs" in notes_of(line)


def test_a_name_beside_the_parts_of_another_is_told() -> None:
    heading = ("№", "Ному насаб", "Фамилия", "Имя")
    line = line_of("1", "Саидов Баҳодур", "Азизов", "Фаррух", heading=heading)
    assert "Саидов Баҳодур" in [each.value for each in line.problems if each.code == "roster.name_cut"]


def test_the_number_before_a_name_is_the_number_on_the_list_or_is_told() -> None:
    heading = ("Ному насаб", "Рутба")
    row = line_of("12) Азизов Фаррух", "майор", heading=heading).row
    assert row is not None
    assert row.number == 12
    assert "roster.name_cut" in notes_of(line_of("3", "12) Азизов Фаррух", "майор"))


@pytest.mark.parametrize("sign", ["\u202e", "\u200f", "\u2066", "\u200b", "\u061c"])
def test_signs_that_turn_a_name_around_are_left_out_and_told(sign: str) -> None:
    line = line_of("1", f"Иванов {sign}Пётр", f"май{sign}ор")
    assert line.row is not None
    assert (line.row.name, line.row.rank) == ("Иванов Пётр", "major")
    told = [each for each in line.problems if each.code == "roster.invisible_signs"]
    assert [each.column for each in told] == ["Ному насаб", "Рутба"]
    assert told[0].values["signs"] == f"U+{ord(sign):04X}"


@pytest.mark.parametrize("typed", ["Азизов Ф. капитан«", "капитан* Азизов Ф.", "Азизов Ф. (капитан!)"])
def test_a_sign_beside_a_rank_is_told_and_the_rank_is_read(typed: str) -> None:
    line = line_of("1", typed, "")
    assert line.row is not None
    assert (line.row.name, line.row.rank) == ("Азизов Ф.", "captain")
    assert notes_of(line)["roster.name_cut"] == typed


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("капитанН.Раҳимов", "Н.Раҳимов"),
        ("капитан'Н.Раҳимов", "Н.Раҳимов"),
        ("капитан Н.Раҳимов", "Н.Раҳимов"),
        ("ст.лейтенантТ. Азизов", "Т. Азизов"),
        ("КАПИТАН Раҳимов Н.", "Раҳимов Н."),
        ("капитанН", "Н"),
    ],
)
def test_a_name_that_begins_right_after_the_rank_keeps_its_letter(typed: str, name: str) -> None:
    line, same = line_of("1", typed, ""), line_of("1", name, "")
    assert line.row is not None
    assert same.row is not None
    assert (line.row.name, line.row.rank) == (same.row.name, read_rank(typed.split(name[0])[0].rstrip("'")))


@pytest.mark.parametrize("text", ["%s{0}", "&amp", "<b>тест</b>", "раҳимов2"])
def test_words_with_signs_that_no_name_has_are_left_as_typed(text: str) -> None:
    assert repair_case(text) == text
    assert repair_case(f"раҳимов {text}") == f"Раҳимов {text}"


PIECES = st.sampled_from(
    (
        *("Раҳимов", "Н.", "Ф.", "майор", "капитан", "(майор)", "(Karimov Ali)", "«", "»"),
        *('"', "'", ";", ","),
        *(".", "-", " ", " ", "12) ", "&amp;", "\u202e", "%s{0}", "қизи", "*", "милиции", "сардор"),
    )
)
CELL = st.one_of(st.lists(PIECES, max_size=8).map("".join), st.text(max_size=12))


def visible(text: str) -> Counter[str]:
    """Return the letters, digits and signs of a text; dashes and apostrophes are stored as one of each."""
    composed = unicodedata.normalize("NFC", text)
    one = composed.translate({ord(each): "-" for each in "‐‑‒–—―⁃−﹘﹣－"})
    one = one.translate({ord(each): "'" for each in "‘’ʼʻ´`′＇"})
    return Counter(each for each in one if unicodedata.category(each)[0] in "LNPSM")


@given(CELL)
@example("Саидов;")
@example('Ҷамшед "Ҷ."')
@example("майор; Азизов")
@example("Н.капитан«")
@example("капитан* Азизов")
@example("капитан'(Karimov Ali)")
@example("капитан'Н.Раҳимов")
@example("капитан'н. Раҳимов")
@example("капитанН.Раҳимов")
@example("Азизов (капитан!)")
@example("Азизов (болен) (капитан")
@example("Раҳимов(Karimov Ali)(Karimov Ali)")
@example("(Karimov Ali)НKarimov")
@example("(Karimov Ali)Н(Karimov Ali)")
@example("Раҳимов&amp;(Karimov Ali)")
@example("Раҳимов(Karimov Ali)-")
@example("Раҳимов - (Karimov Ali)")
def test_every_sign_of_a_name_stands_in_it_or_is_told(cell: str) -> None:
    line = line_of("", cell, "капитан")
    if line.row is None:
        assert line.problems
        return
    if {"roster.name_cut", "roster.rank_differs"} & notes_of(line).keys():
        return
    if invisible_signs(cell):
        assert "roster.invisible_signs" in notes_of(line)
    taken = f"{line.typed.row.name} {line.typed.row.latin}" if line.typed.row else ""
    left = visible(cell) - visible(taken)
    # The number of the list, the comma between the parts, brackets around Latin, and the rank of the column.
    rank = Counter(9 * "капитанмилиции(),.;-") if "капитан" in cell else Counter[str]()
    number = visible(f"({line.row.number}.)") if line.row.number is not None else Counter[str]()
    for each in line.problems:
        if each.code == "roster.name_brackets":
            left -= visible(each.value) + Counter("()")
    assert not left - rank - number - Counter("," + bool(line.row.latin) * "()")


@pytest.mark.parametrize(
    "name", ["Турсун-заде Мирзо", "аз-Заҳир Али", "Каримов Алӣ ибни Саид", "Раҳимов некрӯз"]
)
def test_no_spelling_is_changed_by_itself(name: str) -> None:
    line = line_of("1", name, "майор")
    assert line.row is not None
    assert line.row.name == name
    assert "roster.capitals" not in notes_of(line)
    assert ("roster.small_letters" in notes_of(line)) is (name == "Раҳимов некрӯз")


PEOPLE = (
    *("Юсупов Анвар", "Юсупова Зарина", "капитан Азизов Ф.", "Раҳимов Некрӯз Файзуллоевич"),
    *("Каримова Гулчеҳра Абдураҳмон қизи", "Алӣ ибни Саид", "НАЗАРОВ БАХТИЁР", "Турсун-заде Мирзо (болен)"),
)
BETWEEN = (", ", ",", "; ", " и ", " ва ", " and ", " / ", "/", "\n", " & ", ";\n")


@pytest.mark.parametrize(
    "typed",
    [
        "Юсупов Анвар, Юсупова Зарина",
        "1) Юсупов Анвар\n2) Юсупова Зарина",
        "Юсупов Анвар и Зарина",
        "Юсупов А., Юсупова З.",
        "майор Юсупов Анвар, капитан Юсупова Зарина",
        "юсупов анвар, юсупова зарина",
        "ЮСУПОВ АНВАР И ЮСУПОВА ЗАРИНА",
        "Юсупов Анвар; Зарина Алиевна",
        "Юсупов Анвар, Юсупова Алиевна",
        "Юсупов Анвар, Алӣ ибни Саид",
        "Юсупов Анвар, Юсупова Зарина, Азизов Фаррух",
    ],
)
def test_two_people_in_one_cell_are_told_and_wait_for_a_decision(typed: str) -> None:
    line = line_of("1", typed, "")
    assert line.outcome is RowOutcome.REFUSED
    assert line.problems[0].code == "roster.several_people"
    assert line.problems[0].value == clean_text(typed)
    plan = plan_of(typed)
    assert settle_roster(plan).people == ()
    taken = settle_roster(plan, {2: RowDecision(leave_out=False)}).people
    assert len(taken) == 1, "who says that it is one person has one"


@pytest.mark.parametrize(
    "typed",
    [
        "Азизов, Фаррух",
        "Азизов, Фаррух Бахтиёрович",
        "Турсун Зода, Мирзо Алиевич",
        "Азизов Фаррух, Бахтиёрович",
        "Каримова Гулчеҳра,\nАбдураҳмон қизи",
        "Раҳимов\nНекрӯз Файзуллоевич",
        "Раҳимов Н., Ф.",
        "Каримова Нигина / Karimova Nigina",
        "Юсупова/Каримова Зарина",
        "Азизов Фаррух, майор милиции",
        "Азизов Фаррух, сардори шуъба",
        "Азизов Фаррух, Начальник Отдела",
        "Азизов Фаррух, ШКД н. Сино",
        "Азизов Фаррух, тел. 2-33-44",
        "Азизов Фаррух (Юсупов Анвар, Юсупова Зарина)",
        "Каримов И Раҳим",
    ],
)
def test_one_person_with_a_comma_or_a_stroke_is_one(typed: str) -> None:
    line = line_of("1", typed, "")
    assert line.outcome is RowOutcome.IMPORTED
    assert "roster.several_people" not in notes_of(line)


@given(st.sampled_from(PEOPLE), st.sampled_from(BETWEEN), st.sampled_from(PEOPLE))
def test_whatever_stands_between_two_people_they_are_two(first: str, between: str, second: str) -> None:
    assert line_of("1", first, "").outcome is RowOutcome.IMPORTED
    line = line_of("1", f"{first}{between}{second}", "")
    assert (line.outcome, line.problems[0].code) == (RowOutcome.REFUSED, "roster.several_people")


def test_parts_in_columns_of_their_own_are_not_looked_at_for_two_people() -> None:
    heading = ("№", "Фамилия", "Имя")
    line = line_of("1", "Юсупов Анвар, Зарина Анвар", "Анвар", heading=heading)
    assert "roster.several_people" not in notes_of(line)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("НАЗАРОВ бахтиёр", "Назаров Бахтиёр"),
        ("назаров БАХТИЁР саидович", "Назаров Бахтиёр Саидович"),
        ("НАЗАРОВ Бахтиёр ибни саид", "Назаров Бахтиёр ибни Саид"),
        ("ТУРСУН-ЗАДЕ мирзо", "Турсун-заде Мирзо"),
    ],
)
def test_beside_capitals_small_letters_are_no_spelling_either(typed: str, meant: str) -> None:
    line = line_of("1", typed, "майор")
    assert line.row is not None
    assert set(line.row.name.split()) == set(meant.split())
    assert repair_case(typed) == meant
    assert "roster.small_letters" not in notes_of(line), "one remark says it all"
    told = next(each for each in line.problems if each.code == "roster.capitals")
    assert told.proposal == line.row.name
