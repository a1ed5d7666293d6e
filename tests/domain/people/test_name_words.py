"""A text that must not tell who somebody is: the words of a name are found in every spelling."""

import pytest

from trainer_app.domain.people.name_similarity import holds_name
from trainer_app.domain.people.persons import Person

PERSON = Person("k", "Раҳимов", "Некрӯз", "Файзуллоевич", latin="RAHIMOV NEKRUZ")
WOMAN = Person("w", "Гулмуродова", "Зарина", "Ҳакимовна")


@pytest.mark.parametrize(
    "text",
    [
        "Раҳимов хост",
        "по просьбе Рахимова Н.",
        "Rakhimov asked",
        "рахимову отказано",
        "хоҳиши Раҳимзода",
        "Некрӯзро нест кунед",
        "asked by NEKRUZ",
        "отец — Файзулло",
        "сын Файзуллоевич",
    ],
)
def test_any_word_of_the_name_is_found(text: str) -> None:
    assert holds_name(text, [WOMAN, PERSON])
    assert not holds_name(text, [WOMAN])


@pytest.mark.parametrize("text", ["Хакимовна", "письмо Зариной", "Gulmurodova", "ГУЛМУРОДЗОДА"])
def test_a_woman_s_name_is_found_with_its_endings(text: str) -> None:
    assert holds_name(text, [WOMAN])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "asked in writing",
        "по письменному заявлению, вх. № 17",
        "аз рӯи аризаи хаттӣ",
        "срок хранения истёк",
        "муҳлати нигоҳдорӣ гузашт",
        "Н. Р.",
        "ба хоҳиши шахс",
        "erased under the law on personal data",
    ],
)
def test_ordinary_reasons_hold_nobody(text: str) -> None:
    assert not holds_name(text, [PERSON, WOMAN, Person("s", "Ли", "Ян")])
