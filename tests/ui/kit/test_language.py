"""Dates, times and numbers as each language writes them."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QLocale

from tests.kit.world import Story
from trainer_app.domain.base.texts import DEFAULT, LANGUAGES
from trainer_app.system.clock import zone_of
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import computer_language, formats

DAY = date(2018, 10, 17)


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("tg", "Чоршанбе, 17 октябри соли 2018"),
        ("ru", "Среда, 17 октября 2018"),
        ("en", "Wednesday, 17 October 2018"),
    ],
)
def test_the_title_of_a_day(code: str, title: str) -> None:
    assert formats(code).day_title(DAY) == title


@pytest.mark.parametrize(
    ("first", "last", "tg", "ru", "en"),
    [
        ("2018-10-15", "2018-10-18", "15–18 октябри соли 2018", "15–18 октября 2018", "15–18 October 2018"),
        ("2018-10-18", "2018-10-15", "15–18 октябри соли 2018", "15–18 октября 2018", "15–18 October 2018"),
        (
            "2018-09-30",
            "2018-10-02",
            "30 сентябр – 2 октябри соли 2018",
            "30 сентября – 2 октября 2018",
            "30 September – 2 October 2018",
        ),
        (
            "2018-12-31",
            "2019-01-02",
            "31 декабри соли 2018 – 2 январи соли 2019",
            "31 декабря 2018 – 2 января 2019",
            "31 December 2018 – 2 January 2019",
        ),
        ("2018-05-01", "2018-05-01", "1 майи соли 2018", "1 мая 2018", "1 May 2018"),
    ],
)
def test_spans_are_as_short_as_they_can_be(first: str, last: str, tg: str, ru: str, en: str) -> None:
    days = date.fromisoformat(first), date.fromisoformat(last)
    assert [formats(code).days(*days) for code in ("tg", "ru", "en")] == [tg, ru, en]


def test_moments_say_today_and_yesterday() -> None:
    moment = datetime(2018, 10, 17, 18, 5)
    assert formats("tg").moment(moment, DAY) == "имрӯз, 18:05"
    assert formats("ru").moment(moment, date(2018, 10, 18)) == "вчера, 18:05"
    assert formats("en").moment(moment, date(2018, 10, 25)) == "17\N{NO-BREAK SPACE}Oct, 18:05"
    assert formats("ru").moment(moment, date(2019, 1, 2)) == "17 октября 2018, 18:05"


def test_the_heads_of_the_grid() -> None:
    assert formats("tg").weekday_short(DAY) == "чш 17\N{NO-BREAK SPACE}окт"
    assert formats("ru").times(660, 750) == "11:00–12:30"


@pytest.mark.parametrize(
    ("hundredths", "places", "ru", "en"),
    [
        (8590, 1, "85,9", "85.9"),
        (8590, 0, "86", "86"),
        (8550, 0, "86", "86"),
        (8549, 0, "85", "85"),
        (123456789, 2, "1\u202f234\u202f567,89", "1,234,567.89"),
        (5, 2, "0,05", "0.05"),
        (-250, 1, "−2,5", "−2.5"),
        (-4, 1, "0,0", "0.0"),
        (10000, 0, "100", "100"),
    ],
)
def test_hundredths_are_written_with_the_places_asked_for(
    hundredths: int, places: int, ru: str, en: str
) -> None:
    assert formats("ru").decimal_number(hundredths, places) == ru
    assert formats("en").decimal_number(hundredths, places) == en


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 B"),
        (812, "812 B"),
        (999, "999 B"),
        (148_000, "148 KB"),
        (999_400, "999 KB"),
        (3_100_000, "3.1 MB"),
        (15_400_000_000, "15.4 GB"),
        (250_000_000, "250 MB"),
        (7_000_000_000_000, "7,000 GB"),
    ],
)
def test_sizes_take_a_sensible_unit(count: int, text: str) -> None:
    assert formats("en").size(count).replace("\N{NO-BREAK SPACE}", " ") == text


@given(st.sampled_from(sorted(LANGUAGES)), st.integers(0, 10**12))
def test_numbers_lose_no_digit(code: str, number: int) -> None:
    shown = formats(code).number(number)
    assert int("".join(letter for letter in shown if letter.isdigit())) == number


def test_every_language_has_all_words() -> None:
    for each in map(formats, LANGUAGES):
        assert len(set(each.months)) == len(set(each.months_alone)) == 12
        assert len(set(each.weekdays)) == len(set(each.weekdays_short)) == 7
    assert formats("xx") == formats("en")


@pytest.mark.parametrize(
    ("spoken", "code"),
    [
        (["ru-RU", "ru-Cyrl-RU", "ru"], "ru"),
        (["tg-Cyrl-TJ", "tg"], "tg"),
        (["de-DE", "de", "en-US"], "en"),
        (["uz-Latn-UZ"], DEFAULT),
        (["C"], DEFAULT),
        ([], DEFAULT),
    ],
)
def test_the_computer_says_which_language_comes_first(
    monkeypatch: pytest.MonkeyPatch, spoken: list[str], code: str
) -> None:
    monkeypatch.setattr(QLocale, "uiLanguages", lambda _locale: spoken)
    assert computer_language() == code


@pytest.mark.parametrize(("hour", "said"), [(1, "today"), (4, "today"), (12, "yesterday")])
def test_an_entry_of_a_day_alone_is_of_today_in_the_small_hours_too(
    context: AppContext, story: Story, hour: int, said: str
) -> None:
    """At 01:00 in Dushanbe it is the day before at UTC, where such entries are cut: not yesterday's work."""
    day = date(2018, 10, 17)
    story.clock.set(datetime(2018, 10, 17, hour, tzinfo=zone_of("Asia/Dushanbe")))
    cut = datetime(2018, 10, 16, tzinfo=UTC)
    assert context.today() == day
    assert context.when(int(cut.timestamp() * 1000)) == said
