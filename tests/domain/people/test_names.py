"""Names: what is the family name, whatever the order; sex as a proposal; stems of families."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.text_search import fold
from trainer_app.domain.people.names import (
    NameParts,
    clean_name,
    family_stem,
    guess_sex,
    is_initial,
    patronymic_stem,
    repair_case,
    split_name,
)
from trainer_app.domain.people.persons import Sex

FAMILIES = ("Раҳимов", "Гулмуродова", "Умарзода", "Ғафуров", "Ҷӯраев", "Шоҳиён", "Rahmonova", "Сафарпур")
GIVEN = ("Некрӯз", "Зарина", "Беҳрӯз", "Шаҳзода", "Ҷамшед", "Беҳзод", "Parvina", "Мадина")
PATRONYMICS = ("Файзуллоевич", "Ҳакимовна", "Файзуллоевна", "Karimovich", "Ильич", "Абдураҳмон қизи")


@pytest.mark.parametrize(
    ("text", "family", "given", "patronymic"),
    [
        ("Раҳимов Некрӯз Файзуллоевич", "Раҳимов", "Некрӯз", "Файзуллоевич"),
        ("Некрӯз Файзуллоевич Раҳимов", "Раҳимов", "Некрӯз", "Файзуллоевич"),
        ("Некрӯз Раҳимов", "Раҳимов", "Некрӯз", ""),
        ("Раҳимов Некрӯз", "Раҳимов", "Некрӯз", ""),
        ("Раҳимов Н.Ф.", "Раҳимов", "Н.", "Ф."),
        ("Н. Ф. Раҳимов", "Раҳимов", "Н.", "Ф."),
        ("Н.Раҳимов", "Раҳимов", "Н.", ""),
        ("Ҷӯраев Дж. А.", "Ҷӯраев", "Дж.", "А."),
        ("Раҳимов Некрӯз Ф.", "Раҳимов", "Некрӯз", "Ф."),
        ("Раҳимов, Некрӯз Файзуллоевич", "Раҳимов", "Некрӯз", "Файзуллоевич"),
        ("Раҳмонзода Некрӯз Файзулло", "Раҳмонзода", "Некрӯз", "Файзулло"),
        ("Некрӯз Файзулло Раҳмонзода", "Раҳмонзода", "Некрӯз", "Файзулло"),
        ("Раҳимзода Некрӯз Файзуллозода", "Раҳимзода", "Некрӯз", "Файзуллозода"),
        ("Парвина Зоҳирӣ", "Зоҳирӣ", "Парвина", ""),
        ("Зоҳирӣ Парвина Маликовна", "Зоҳирӣ", "Парвина", "Маликовна"),
        ("Шаҳзода Раҳимова", "Раҳимова", "Шаҳзода", ""),
        ("Некрӯз САФАР", "САФАР", "Некрӯз", ""),
        ("САФАР Некрӯз Карим", "САФАР", "Некрӯз", "Карим"),
        ("Rahimov Nekruz Fayzulloevich", "Rahimov", "Nekruz", "Fayzulloevich"),
        ("Zarina Gulmurodova", "Gulmurodova", "Zarina", ""),
        ("Рањимов Некрўз", "Рањимов", "Некрўз", ""),
        ("Каримова Гулчеҳра Абдураҳмон қизи", "Каримова", "Гулчеҳра", "Абдураҳмон қизи"),
        ("Абдуллоев Муҳаммад Юсуф Каримович", "Абдуллоев", "Муҳаммад Юсуф", "Каримович"),
        ("Муҳаммад Юсуф Каримович Абдуллоев", "Абдуллоев", "Муҳаммад Юсуф", "Каримович"),
        ("1. Азизов Фаррух", "Азизов", "Фаррух", ""),
        ("Азизов Ф . Б .", "Азизов", "Ф.", "Б."),
        ("Раҳимов", "Раҳимов", "", ""),
        ("", "", "", ""),
    ],
)
def test_split(text: str, family: str, given: str, patronymic: str) -> None:
    parts = split_name(text)
    assert (parts.family, parts.given, parts.patronymic) == (family, given, patronymic)


@pytest.mark.parametrize("text", ["Беҳзод Раҳмон", "Раҳимов", "Парвина Зоҳирӣ", "Некрӯз Файзуллоевич"])
def test_unsure_splits_say_so(text: str) -> None:
    assert not split_name(text).sure


@given(st.sampled_from(FAMILIES), st.sampled_from(GIVEN), st.sampled_from(PATRONYMICS))
def test_both_orders_give_the_same_parts(family: str, given: str, patronymic: str) -> None:
    expected = NameParts(family, given, patronymic)
    assert split_name(f"{family} {given} {patronymic}") == expected
    assert split_name(f"{given} {patronymic} {family}") == expected
    assert split_name(f"{family}, {given} {patronymic}") == expected
    assert split_name(expected.full) == expected


@given(st.text(alphabet="АбВғҚӯ.,-' \u00a0", max_size=40))
def test_splitting_loses_no_letter(text: str) -> None:
    letters = sorted(letter for letter in clean_name(text) if letter.isalpha())
    assert sorted(letter for letter in split_name(text).full if letter.isalpha()) == letters


def test_clean_name() -> None:
    assert clean_name(" 12) «Азизов  Фаррух», ") == "Азизов Фаррух"
    assert clean_name("3 Азизов") == "Азизов"
    assert clean_name("Азизов Ф.Б.") == "Азизов Ф.Б."
    assert clean_name("---") == ""


@pytest.mark.parametrize(
    ("text", "sex"),
    [
        ("Зоҳирӣ Парвина Маликовна", Sex.FEMALE),
        ("Раҳимов Некрӯз Файзуллоевич", Sex.MALE),
        ("Каримова Ситора", Sex.FEMALE),
        ("Karimov Sitor", Sex.MALE),
        ("Юсуфов Ғайрат Абдулла ўғли", Sex.MALE),
        ("Каримова Гулчеҳра Абдураҳмон қизи", Sex.FEMALE),
        ("Умарзода Беҳрӯз", Sex.UNKNOWN),
        ("Раҳмонзода Некрӯз Файзулло", Sex.UNKNOWN),
        ("Лев", Sex.UNKNOWN),
    ],
)
def test_guess_sex(text: str, sex: Sex) -> None:
    assert guess_sex(split_name(text)) is sex


def test_family_stems_meet() -> None:
    spellings = "Раҳмонов Рахмонова Раҳмон Раҳмонзода Раҳмонӣ Раҳмониён Rahmonov Rakhmonova Раҳмондухт"
    assert {family_stem(fold(spelling)) for spelling in spellings.split()} == {"rahmun"}
    assert family_stem(fold("Али")) == "ali"


def test_patronymic_stems_meet() -> None:
    spellings = ["Файзуллоевич", "Файзуллоевна", "Файзуллозода", "Файзулло", "Файзулло қизи", "Fayzulloevich"]
    assert {patronymic_stem(fold(spelling)) for spelling in spellings} == {"faizulu"}


def test_repair_case() -> None:
    assert repair_case("РАҲИМОВ НЕКРӮЗ Ф.Б.") == "Раҳимов Некрӯз Ф.Б."
    assert repair_case("раҳимов абдул-азиз карим қизи") == "Раҳимов Абдул-Азиз Карим қизи"
    assert repair_case("Раҳимов Некрӯз") == "Раҳимов Некрӯз"


def test_initials() -> None:
    assert is_initial("Н.")
    assert is_initial("Дж.")
    assert is_initial("Н")
    assert not is_initial("Али")


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Турсун-заде Мирзо", "Турсун-заде Мирзо"),
        ("аз-Заҳир Али", "аз-Заҳир Али"),
        ("Каримов Алӣ ибни Саид", "Каримов Алӣ ибни Саид"),
        ("фон Берг Карл", "фон Берг Карл"),
        ("Мамедов Али оглы", "Мамедов Али оглы"),
        ("МакКензи Джон", "МакКензи Джон"),
        ("Раҳимов некрӯз", "Раҳимов некрӯз"),
        ("ТУРСУН-ЗАДЕ МИРЗО", "Турсун-заде Мирзо"),
        ("КАРИМОВ АЛӢ ИБНИ САИД", "Каримов Алӣ ибни Саид"),
        ("турсун-заде мирзо", "Турсун-заде Мирзо"),
        ("РАҲИМОВ Некрӯз", "Раҳимов Некрӯз"),
    ],
)
def test_small_letters_are_a_spelling(typed: str, written: str) -> None:
    assert repair_case(typed) == written


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Каримов Алӣ ибни Саид", ("Каримов", "Алӣ", "ибни Саид")),
        ("ибни Сино Абуалӣ", ("ибни Сино", "Абуалӣ", "")),
        ("фон Берг Карл", ("фон Берг", "Карл", "")),
        ("Мирзо Турсун-заде", ("Турсун-заде", "Мирзо", "")),
    ],
)
def test_words_that_belong_together_stay_together(typed: str, parts: tuple[str, str, str]) -> None:
    found = split_name(typed)
    assert (found.family, found.given, found.patronymic) == parts
