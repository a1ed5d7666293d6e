"""Latin spellings as suggestions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_search import fold
from trainer_app.domain.courses.courses import MissingDetail, missing_details
from trainer_app.domain.people.latin import suggest_latin, to_latin
from trainer_app.domain.people.names import lacks_letters
from trainer_app.domain.people.persons import Person


@pytest.mark.parametrize(
    ("text", "latin"),
    [
        ("Исфандиёр", "Isfandiyor"),
        ("Гулмуродова Зарина", "Gulmurodova Zarina"),
        ("Ғафуров Сӯҳроб", "Ghafurov Suhrob"),
        ("Қаюмов", "Qayumov"),
        ("Ҷӯраев Шӯҳрат", "Jurayev Shuhrat"),
        ("Хуршед", "Khurshed"),
        ("Файзуллоев", "Fayzulloyev"),
        ("Елена", "Yelena"),
        ("ШАРИФОВ Ш. Ш.", "SHARIFOV Sh. Sh."),
        ("Маъруф", "Maruf"),
        ("Рањимов", "Rahimov"),
        ("Karimov", "Karimov"),
        ("", ""),
    ],
)
def test_to_latin(text: str, latin: str) -> None:
    assert to_latin(text) == latin


def test_suggestion_puts_the_given_name_first() -> None:
    assert suggest_latin("Гулмуродова", "Зарина") == "Zarina Gulmurodova"
    assert suggest_latin("Назаров", "") == "Nazarov"
    assert suggest_latin("САФАРОВ", "ДИЛШОД") == "Dilshod Safarov", "as lists in capital letters have it"
    assert suggest_latin("каримова-зода", "нилуфар") == "Nilufar Karimova-Zoda"
    assert suggest_latin("Каримов", "Д.") == "D. Karimov"


@pytest.mark.parametrize(
    ("family", "given", "lacking"),
    [("Weber", "Anna", False), ("Назаров", "", True), ("Weber", "Анна", True), ("Şahin", "Çiğdem", False)],
)
def test_a_name_in_latin_letters_needs_no_other_spelling(family: str, given: str, lacking: bool) -> None:
    person = Person("", family, given)
    assert person.lacks_latin is lacking
    assert bool(suggest_latin(family, given)) is lacking
    assert (MissingDetail.LATIN in missing_details(person)) is lacking
    assert not replace(person, latin="Anna Weber").lacks_latin


@pytest.mark.parametrize(
    ("spelling", "full", "lacking"),
    [
        ("Қурбонов Д.", "", True),
        ("Раҳимов Н.Ф.", "", True),
        ("Раҳимов Некрӯз Ф.", "", False),
        ("Раҳимов", "", False),
        ("", "", False),
        ("D. Qurbonov", "Қурбонов Далер", True),
        ("D. Qurbonov", "Қурбонов Д.", False),
        ("Nekruz F. Rahimov", "Раҳимов Некрӯз Файзуллоевич", False),
        ("Daler Kurbanov", "Қурбонов Далер", False),
        ("", "Қурбонов Далер", False),
    ],
)
def test_an_initial_is_no_given_name(spelling: str, full: str, lacking: bool) -> None:
    assert lacks_letters(spelling, full) is lacking


@given(st.text(alphabet="абвгғдежиӣйклмнопрстуфчшэюяАБВГҒ -"))
def test_a_suggestion_is_latin_and_found_by_the_same_search(text: str) -> None:
    assert to_latin(text).isascii()
    assert fold(to_latin(text)) == fold(text)
