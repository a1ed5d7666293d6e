"""Days and spans of days in words: the examples of the design, and every day of a year."""

from datetime import date, timedelta

import pytest

from trainer_app.documents.base.wording import clock, format_day, format_days, format_weekday, short_day
from trainer_app.domain.base.texts import LANGUAGES, word

DAY = date(2018, 10, 18)


@pytest.mark.parametrize(
    ("language", "words"),
    [("tg", "18 октябри соли 2018"), ("ru", "18 октября 2018 г."), ("en", "18 October 2018")],
)
def test_a_day_is_said_as_each_language_says_it(language: str, words: str) -> None:
    assert format_day(DAY, language) == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("tg", "чоршанбе, 17 октябри соли 2018"),
        ("ru", "среда, 17 октября 2018 г."),
        ("en", "Wednesday, 17 October 2018"),
    ],
)
def test_a_weekday_stands_before_its_day(language: str, words: str) -> None:
    assert format_weekday(date(2018, 10, 17), language) == words


@pytest.mark.parametrize(
    ("first", "last", "tg", "ru", "en"),
    [
        (date(2018, 10, 15), DAY, "15–18 октябри соли 2018", "15–18 октября 2018 г.", "15–18 October 2018"),
        (
            date(2018, 9, 30),
            date(2018, 10, 2),
            "30 сентябр – 2 октябри соли 2018",
            "30 сентября – 2 октября 2018 г.",
            "30 September – 2 October 2018",
        ),
        (
            date(2018, 5, 31),
            date(2018, 6, 1),
            "31 май – 1 июни соли 2018",
            "31 мая – 1 июня 2018 г.",
            "31 May – 1 June 2018",
        ),
        (
            date(2018, 12, 28),
            date(2019, 1, 3),
            "28 декабри соли 2018 – 3 январи соли 2019",
            "28 декабря 2018 г. – 3 января 2019 г.",
            "28 December 2018 – 3 January 2019",
        ),
        (DAY, DAY, "18 октябри соли 2018", "18 октября 2018 г.", "18 October 2018"),
    ],
)
def test_a_span_is_as_short_as_can_be_said(first: date, last: date, tg: str, ru: str, en: str) -> None:
    assert [format_days(first, last, language) for language in LANGUAGES] == [tg, ru, en]
    assert format_days(last, first, "tg") == tg


def test_tajik_months_join_the_year_by_the_izofa() -> None:
    names = word("calendar.months", "tg").split()
    assert len(set(names)) == 12
    assert all(name.endswith("и") for name in names)
    assert names[4] == "майи"


def test_every_day_of_a_leap_year_has_its_own_words() -> None:
    days = [date(2020, 1, 1) + timedelta(number) for number in range(366)]
    for language in LANGUAGES:
        assert len({format_weekday(day, language) for day in days}) == 366


def test_short_forms() -> None:
    assert short_day(date(2018, 1, 2)) == "02.01.2018"
    assert (clock(0), clock(540), clock(23 * 60 + 59)) == ("00:00", "09:00", "23:59")
