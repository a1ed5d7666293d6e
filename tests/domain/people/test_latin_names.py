"""Family and given name in Latin letters: the passport's spelling in either order, else a suggestion.

Which part stands first, and what a list has as a whole.
"""

import pytest

from trainer_app.domain.people.latin import (
    LatinOrder,
    in_order,
    order_of,
    split_latin,
    suggest_latin,
    usual_order,
)
from trainer_app.domain.people.persons import Person


@pytest.mark.parametrize(
    ("latin", "family", "given", "wanted"),
    [
        ("Zarina Gulmurodova", "Гулмуродова", "Зарина", ("Gulmurodova", "Zarina")),
        ("GULMURODOVA ZARINA", "Гулмуродова", "Зарина", ("GULMURODOVA", "ZARINA")),
        ("Rakhmonov Jamshed Ismoilovich", "Раҳмонов", "Ҷамшед", ("Rakhmonov", "Jamshed Ismoilovich")),
        ("Ismoil Ismoilov", "Исмоилов", "Исмоил", ("Ismoilov", "Ismoil")),
        ("Yusufova Zebo", "Юсупова", "Зебо", ("Yusufova", "Zebo")),
        ("Lindqvist", "Линдквист", "", ("Lindqvist", "")),
        ("", "Ҷӯраев", "Исфандиёр", ("Jurayev", "Isfandiyor")),
        ("  ", "Ҷӯраев", "", ("Jurayev", "")),
        ("Ali Ali", "Али", "Али", ("Ali", "Ali")),
    ],
)
def test_family_and_given_name_are_told_apart(
    latin: str, family: str, given: str, wanted: tuple[str, str]
) -> None:
    assert split_latin(latin, family, given) == wanted


GIVEN, FAMILY = LatinOrder.GIVEN_FIRST, LatinOrder.FAMILY_FIRST


@pytest.mark.parametrize(
    ("family", "given", "latin", "order", "turned"),
    [
        ("Раҳимов", "Далер", "Rahimov Daler", FAMILY, "Daler Rahimov"),
        ("Одинаева", "Шаҳло", "Shakhlo Odinayeva", GIVEN, "Odinayeva Shakhlo"),
        ("Каримов", "Карим", "Karim Karimov", GIVEN, "Karimov Karim"),
        ("Каримов", "Карим", "Karimov Karim", FAMILY, "Karim Karimov"),
        ("Турсун Зода", "Мирзо", "Tursun Zoda Mirzo", FAMILY, "Mirzo Tursun Zoda"),
        ("Турсун Зода", "Мирзо", "Mirzo Tursun Zoda", GIVEN, "Tursun Zoda Mirzo"),
        ("Қурбонов", "Далер", "D. Kurbanov", GIVEN, "Kurbanov D."),
        ("Раҳмонов", "Ҷамшед", "Rakhmonov Jamshed Ismoilovich", FAMILY, "Jamshed Ismoilovich Rakhmonov"),
        ("Ҷӯраев", "Шӯҳрат", "JURAEV SHUHRAT", FAMILY, "SHUHRAT JURAEV"),
        ("Юсупова", "Зебо", "Yusufova, Zebo", FAMILY, "Zebo Yusufova"),
        ("Али", "Али", "Ali Ali", None, ""),
        ("Раҳимов", "Далер", "Smith John", None, ""),
        ("Раҳимов", "Далер", "Rahimov", None, ""),
        ("Раҳимов", "", "Rahimov Daler", None, ""),
        ("Раҳимов", "Далер", "", None, ""),
    ],
)
def test_the_order_of_a_spelling_is_told_and_turned_with_its_own_words(
    family: str, given: str, latin: str, order: LatinOrder | None, turned: str
) -> None:
    person = Person("", family, given, latin=latin)
    assert order_of(person) is order
    if order is None:
        assert [in_order(person, each) for each in LatinOrder] == ["", ""], "what is not sure stays"
        return
    other = FAMILY if order is GIVEN else GIVEN
    assert (in_order(person, order), in_order(person, other)) == ("", turned)


def test_a_list_has_the_order_of_most_and_given_names_first_where_none_prevails() -> None:
    first, second = Person("", "Раҳимов", "Далер"), Person("", "Одинаева", "Шаҳло")
    rahimov, odinaeva = "Rahimov Daler", "Shahlo Odinaeva"
    typed = (
        Person("", "Раҳимов", "Далер", latin=rahimov),
        Person("", "Одинаева", "Шаҳло", latin=odinaeva),
        Person("", "Саидов", "Баҳодур", latin="Saidov Bahodur"),
        Person("", "Азизов", "Фаррух", latin="XYZ 1"),
    )
    assert usual_order(()) is GIVEN
    assert usual_order((first, second)) is GIVEN, "nothing is typed"
    assert usual_order(typed[:2]) is GIVEN, "one of each"
    assert usual_order(typed) is FAMILY
    assert suggest_latin("Гулмуродова", "Зарина", usual_order(typed)) == "Gulmurodova Zarina"
