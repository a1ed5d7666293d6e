"""Which texts may name one unit, and which never do."""

import pytest

from trainer_app.domain.people.places import Spellings, places
from trainer_app.domain.people.units import spellings_of_units


def proposed(left: str, right: str) -> bool:
    return spellings_of_units({left: 2, right: 1}) == [Spellings(left, (right,))]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Полиция Хатлон", "полиция  Хатлон"),
        ("Полиция Хатлон", "Полиция Хатлона"),
        ("Полиция Хатлон", "«Полиция» Хатлон."),
        ("Полиция Хатлон", "Politsiya Khatlon"),
        ("Полиция Хатлонская", "Полиция Хатлонский"),
        ("Полиция Хатлон", "Палиция Хатлон"),
        ("Полиция Хатлон", "Полиция Хатолн"),
        ("ОВД-1", "ОВД 1"),
        ("ОВД-1", "О.В.Д. №1"),
        ("ОВД-1", "овд1"),
        ("Отдел № 3", "отдел N 3"),
        ("Отдел № 3", "Отдела № 03"),
        ("3 отдел", "3-й отдел"),
        ("ШКД Сино", "ШКД Синои"),
        ("ШКД Қӯрғонтеппа", "ШКД Кургонтеппа"),
        ("ШКД Кӯлоб", "ШКД Куляб"),
        ("МВД Душанбе", "МВД г. Душанбе"),
        ("МВД города Душанбе", "МВД Душанбе"),
        ("МВД г. Душанбе", "МВД шаҳри Душанбе"),
        ("ШКД Сино", "ШКД н. Сино"),
        ("ОВД района Сино", "ОВД р-на Сино"),
        ("ОВД-1 Рудаки", "ОВД-1 района Рудаки"),
    ],
)
def test_near_spellings_of_one_unit_are_proposed(left: str, right: str) -> None:
    assert proposed(left, right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ОВД-1", "ОВД-2"),
        ("Отдел № 3", "Отдел № 4"),
        ("Отдел 1 2", "Отдел 12"),
        ("Отдел 11", "Отдел 1"),
        ("Отдел II", "Отдел I"),
        ("Отдел XII", "Отдел XI"),
        ("Отдел № 5а", "Отдел № 5б"),
        ("Отдел А", "Отдел Б"),
        ("Отдел 1", "Отдел"),
        ("ОВД Сино", "УВД Сино"),
        ("РОВД Сино", "ГОВД Сино"),
        ("РОВД Сино", "РУВД Сино"),
        ("ОВД Рашт", "ОВД Дашт"),
        ("ОВД Сино", "ОВД Сино и Фирдавси"),
        ("Отдел кадров", "Отдел охраны"),
        ("Полиция Хатлон", "Полиция Согд"),
        ("ОВД Сино, рота 1, взвод 2", "ОВД Сино, рота 2, взвод 1"),
        ("ШКД Фархор", "ШКД Файзобод"),
        ("Северный отдел", "Южный отдел"),
        ("ОВД г. Душанбе", "УВД г. Душанбе"),
        ("ОВД района Сино", "РОВД Сино"),
        ("УВД Душанбе", "ОВД города Душанбе"),
        ("ОВД г. Вахдат", "ОВД р. Вахдат"),
        ("ОВД-1 г. Душанбе", "ОВД-2 Душанбе"),
        ("Отдел Г", "Отдел"),
        ("Отдел района", "Отдел"),
        ("Отдел района 3", "Отдел 3"),
    ],
)
def test_what_differs_in_a_number_or_a_short_word_never_is(left: str, right: str) -> None:
    assert spellings_of_units({left: 2, right: 1}) == []


def test_places_of_the_list_are_no_slips_of_each_other() -> None:
    names = {f"ШКД {place.one_spelling}": 1 for place in places()}
    assert spellings_of_units(names) == []


def test_all_that_are_like_one_are_one_question_and_the_more_frequent_is_kept() -> None:
    typed = {"полиция Хатлон": 1, "Полиция Хатлона": 2, "Полиция Хатлон": 5, "": 9, " ": 1, "—": 3}
    assert spellings_of_units(typed) == [Spellings("Полиция Хатлон", ("Полиция Хатлона", "полиция Хатлон"))]


def test_what_was_decided_is_asked_no_more_and_others_may_be_like_it() -> None:
    typed = {"Полиция Хатлон": 5, "Полиция Хатлона": 2}
    settled = {"Полиция Хатлон", "Полиция Хатлона"}
    assert spellings_of_units(typed, settled) == []
    (later,) = spellings_of_units({**typed, "полиция хатлон": 1}, settled)
    assert later == Spellings("Полиция Хатлон", ("полиция хатлон",))


def test_a_town_and_a_district_of_one_name_are_never_one_through_a_third() -> None:
    typed = {"ОВД Вахдат": 5, "ОВД г. Вахдат": 3, "ОВД района Вахдат": 2, "ОВД р-на Вахдат": 1}
    assert spellings_of_units(typed) == [
        Spellings("ОВД Вахдат", ("ОВД г. Вахдат",)),
        Spellings("ОВД района Вахдат", ("ОВД р-на Вахдат",)),
    ]
