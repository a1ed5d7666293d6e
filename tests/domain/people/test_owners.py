"""Whose laptop it is, by the name typed on it."""

import pytest

from trainer_app.domain.people.name_similarity import is_called
from trainer_app.domain.people.persons import Person

NAZAROVA = Person("k", "Назарова", "Дилбар", "Шарифовна", latin="Dilbar Nazarova")


@pytest.mark.parametrize(
    "typed",
    [
        "Д. Назарова",
        "Назарова Дилбар",
        "Дилбар Назарова",
        "назарова дилбар шарифовна",
        "D. Nazarova",
        "Dilbar Nazarova",
    ],
)
def test_ones_own_name_in_either_script(typed: str) -> None:
    assert is_called(typed, NAZAROVA)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "Назарова",
        "Н. Назарова",
        "Назарова Дилором",
        "Д. Назаров",
        "D. Nazarov",
        "Дилбар",
        "Д. Саидзода",
        "K7",
    ],
)
def test_somebody_elses_name(typed: str) -> None:
    assert not is_called(typed, NAZAROVA)


@pytest.mark.parametrize("typed", ["F. Rahimov", "Rakhimov Farrukh", "Ф. Рахимов", "Фаррух Раҳимов"])
def test_a_name_in_the_other_script_or_spelt_otherwise_needs_no_latin_spelling(typed: str) -> None:
    assert is_called(typed, Person("k", "Раҳимов", "Фаррух"))
    assert not is_called(typed, Person("k", "Раҳимова", "Фаррух"))
    assert not is_called(typed, Person("k", "Раҳимов", "Некрӯз"))


def test_nobody_without_a_given_name() -> None:
    assert not is_called("Д. Назарова", Person("k", "Назарова"))
