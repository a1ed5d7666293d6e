"""Agendas that others made: headings, days and times in three languages, every row accounted for."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trainer_app.domain.base.numbers import RawRow, RawTable
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.agenda_cells import (
    AgendaColumn,
    DayText,
    find_trainers,
    is_break,
    read_day,
    read_length,
    read_times,
    recognise_heading,
)
from trainer_app.domain.courses.agenda_import import AgendaCourse, AgendaOutcome, AgendaPlan, plan_agenda

FIRST, LAST = date(2018, 10, 15), date(2018, 10, 18)
TEACHERS = {"n": "Назарова Дилбар Саидовна", "k": "Каримов Ҷамшед", "k2": "Каримов Бахтиёр"}
COURSE = AgendaCourse(FIRST, LAST, ("tg", "ru"), TEACHERS)


def table(*rows: tuple[str, ...]) -> RawTable:
    width = max(map(len, rows))
    cells = [row + ("",) * (width - len(row)) for row in rows]
    return RawTable("", tuple(RawRow(at, row) for at, row in enumerate(cells, 1) if any(row)))


def plan(*rows: tuple[str, ...], extend: bool = False) -> AgendaPlan:
    return plan_agenda(table(*rows), COURSE, extend=extend)


def times(found: AgendaPlan) -> list[tuple[int, int, int]]:
    return [(draft.day.day, draft.start, draft.end) for draft in found.drafts]


def codes(found: AgendaPlan) -> list[tuple[int | None, str]]:
    return [(problem.row, problem.code) for problem in found.problems]


DAYS = [
    ("15.10.2018", FIRST),
    ("15.10.18", FIRST),
    ("15/10/2018", FIRST),
    ("10/15/2018", FIRST),
    ("2018-10-15", FIRST),
    ("2018-10-15 09:00", FIRST),
    ("43388", FIRST),
    ("43388.0", FIRST),
    ("15.10", FIRST),
    ("15 октября 2018 г.", FIRST),
    ("15 октябри соли 2018", FIRST),
    ("Душанбе, 15 октябр", FIRST),
    ("October 15, 2018", FIRST),
    ("Mon 15 Oct", FIRST),
    ("День 3 (17 октября)", date(2018, 10, 17)),
    ("3 мая 2019", date(2019, 5, 3)),
    ("31 декабря", date(2018, 12, 31)),
    ("2 января", date(2019, 1, 2)),
]


@pytest.mark.parametrize(("text", "day"), DAYS)
def test_days_are_read_as_people_write_them(text: str, day: date) -> None:
    assert read_day(text, FIRST) == DayText(day)


@pytest.mark.parametrize(
    ("text", "number"),
    [("Day 1", 1), ("Рӯзи 2", 2), ("Рузи 4", 4), ("1-й день", 1), ("День 3", 3), ("2", 2), ("2nd day", 2)],
)
def test_days_of_the_course_are_read_by_number(text: str, number: int) -> None:
    assert read_day(text, FIRST) == DayText(number=number)


@pytest.mark.parametrize("text", ["", "31.02.2018", "танаффус", "32 октября", "2018", "99999999", "¹", "²."])
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_day(text, FIRST) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("9:00", (540,)),
        ("9.00", (540,)),
        ("9-00", (540,)),
        ("9", (540,)),
        ("09:00–10:30", (540, 630)),
        ("9.00-10.30", (540, 630)),
        ("9-00 - 10-30", (540, 630)),
        ("9 - 10:30", (540, 630)),
        ("9:00-10", (540, 600)),
        ("9-12", (540, 720)),
        ("9-30", (570,)),
        ("аз 9:00 то 10:30", (540, 630)),
        ("с 9:00 до 10:30", (540, 630)),
        ("1:30 pm", (810,)),
        ("9:00 am - 12:00 pm", (540, 720)),
        ("12:15 AM", (15,)),
        ("0.375", (540,)),
        ("09:00:00", (540,)),
        ("24:00", (1440,)),
        ("25:00", ()),
        ("9:75", ()),
        ("нет", ()),
        ("", ()),
    ],
)
def test_times_are_read_as_people_write_them(text: str, found: tuple[int, ...]) -> None:
    assert read_times(text) == found


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("90", 90),
        ("90 мин", 90),
        ("90 дақиқа", 90),
        ("1:30", 90),
        ("1,5 ч", 90),
        ("1.5", 90),
        ("2 соат", 120),
        ("1 ч 30 мин", 90),
        ("2 h", 120),
        ("0", None),
        ("", None),
        ("долго", None),
        ("100000", None),
    ],
)
def test_lengths(text: str, minutes: int | None) -> None:
    assert read_length(text) == minutes


@pytest.mark.parametrize(
    ("heading", "column", "language"),
    [
        ("Рӯз / Day", AgendaColumn.DAY, ""),
        ("Сана", AgendaColumn.DAY, ""),
        ("Тема (на русском)", AgendaColumn.TOPIC, "ru"),
        ("Мавзӯъ (тоҷикӣ)", AgendaColumn.TOPIC, "tg"),
        ("Мавзуи машгулият", AgendaColumn.TOPIC, ""),
        ("Topic in English", AgendaColumn.TOPIC, "en"),
        ("Вақт", AgendaColumn.TIME, ""),
        ("Начало", AgendaColumn.START, ""),
        ("То", AgendaColumn.END, ""),
        ("Duration (min)", AgendaColumn.LENGTH, ""),
        ("Омӯзгор", AgendaColumn.TRAINER, ""),
        ("Место проведения", AgendaColumn.ROOM, ""),
        ("№", AgendaColumn.NUMBER, ""),
        ("Примечание", None, ""),
        ("", None, ""),
        ("x" * 100, None, ""),
    ],
)
def test_headings_in_three_languages(heading: str, column: AgendaColumn | None, language: str) -> None:
    assert recognise_heading(heading) == ((column, language) if column else None)


def test_breaks_are_told_from_topics_that_begin_alike() -> None:
    assert all(map(is_break, ("Танаффус", "Кофе-брейк", "Lunch", "Обед", "Перерыв на обед", "Coffee break")))
    assert not any(map(is_break, ("Breaking the cycle of violence", "", "Чайхона ва амният", "Тема 3")))


def test_an_agenda_with_everything() -> None:
    found = plan(
        ("Барномаи курс",),
        ("Сана", "Аз", "То", "Мавзӯъ (тоҷикӣ)", "Тема (русский)", "Topic (English)", "Тренер", "Толор"),
        ("15.10.2018", "09:00", "10:30", "Кушодашавӣ", "Открытие", "Opening", "Назарова Д.", "Толори 2"),
        ("", "10:30", "11:00", "Танаффус", "", "", "", ""),
        ("", "11:00", "12:30", "Қонун", "Закон", "The law", "Каримов Ҷ. ва Назарова", ""),
    )
    first, second = found.drafts
    assert (first.day, first.start, first.end, first.room) == (FIRST, 540, 630, "Толори 2")
    assert first.topic == Texts(tg="Кушодашавӣ", ru="Открытие", en="Opening")
    assert (first.trainers, second.trainers) == (("n",), ("k", "n"))
    assert second.day == FIRST
    assert codes(found) == [(1, "agenda.above_heading"), (4, "agenda.break")]
    assert [found.count(each) for each in AgendaOutcome] == [2, 1, 0]


def test_days_that_stand_once_above_their_rows() -> None:
    found = plan(
        ("Время", "Тема"),
        ("День 1",),
        ("9.00-10.30", "Одно"),
        ("День 2 (16 октября)",),
        ("9.00-10.30", "Другое"),
    )
    assert times(found) == [(15, 540, 630), (16, 540, 630)]
    assert [draft.topic["ru"] for draft in found.drafts] == ["Одно", "Другое"]
    assert [line.outcome for line in found.lines].count(AgendaOutcome.LEFT_OUT) == 2


def test_a_missing_end_is_the_beginning_of_the_next_row_or_break() -> None:
    found = plan(
        ("Day", "Start", "Session"),
        ("1", "9:00", "One"),
        ("1", "10:30", "Coffee break"),
        ("1", "11:00", "Two"),
        ("1", "12:30", "Three"),
        ("2", "9:00", "Four"),
    )
    assert times(found) == [(15, 540, 630), (15, 660, 750), (15, 750, 840), (16, 540, 630)]
    assert [code for _, code in codes(found)].count("agenda.end_assumed") == 4
    assert found.drafts[0].topic == Texts(en="One")


def test_lengths_in_place_of_ends() -> None:
    found = plan(
        ("Рӯз", "Оғоз", "Давомнокӣ", "Мавзӯъ"),
        ("15.10.2018", "9:00", "45 дақ", "Қонун"),
        ("15.10.2018", "10:00", "яке", "Ҳуқуқ"),
    )
    assert times(found) == [(15, 540, 585)]
    assert codes(found) == [(3, "agenda.not_a_length")]


def test_every_refusal_names_row_column_and_value() -> None:
    found = plan(
        ("Day", "Time", "Topic", "Trainer"),
        ("soon", "9:00-10:30", "A", ""),
        ("20.10.2018", "9:00-10:30", "B", ""),
        ("16.10.2018", "later", "C", ""),
        ("16.10.2018", "11:00-10:00", "D", ""),
        ("16.10.2018", "11:00-12:00", "E" * 301, ""),
        ("16.10.2018", "13:00-14:00", "F", "Каримов; Иванов"),
        ("16.10.2018", "13:30-14:30", "", ""),
    )
    assert [(each.row, each.column, each.value, each.code) for each in found.problems] == [
        (2, "Day", "soon", "agenda.not_a_day"),
        (3, "Day", "20.10.2018", "agenda.outside_course"),
        (4, "Time", "later", "agenda.no_time"),
        (5, "Time", "16.10.2018 · 11:00-10:00 · D", "agenda.times_reversed"),
        (6, "Topic", "E" * 60 + "…", "agenda.too_long"),
        (7, "Trainer", "Каримов", "agenda.unknown_trainer"),
        (7, "Trainer", "Иванов", "agenda.unknown_trainer"),
        (8, "Topic", "", "agenda.no_topic"),
        (8, "", "", "agenda.overlaps"),
    ]
    assert [found.count(each) for each in AgendaOutcome] == [2, 0, 5]


def test_a_day_beyond_the_course_is_taken_if_the_course_may_become_longer() -> None:
    rows = (("Day", "Time", "Topic"), ("20.10.2018", "9-10", "B"))
    assert plan(*rows).drafts == ()
    assert times(plan(*rows, extend=True)) == [(20, 540, 600)]


def test_numbered_days_skip_the_weekend_only_if_the_working_days_suffice() -> None:
    course = AgendaCourse(date(2018, 10, 18), date(2018, 10, 23))
    short = plan_agenda(table(("Day", "Time", "Topic"), ("Day 3", "9-10", "A")), course)
    assert short.drafts[0].day == date(2018, 10, 22)
    long = plan_agenda(
        table(("Day", "Time", "Topic"), ("Day 3", "9-10", "A"), ("Day 6", "9-10", "B")), course
    )
    assert [draft.day.day for draft in long.drafts] == [20, 23]


def test_a_repeated_heading_and_a_table_without_one() -> None:
    head = ("Day", "Time", "Topic")
    found = plan(head, ("1", "9-10", "A"), head, ("2", "9-10", "B"))
    assert len(found.drafts) == 2
    assert codes(found) == [(3, "agenda.heading_again")]
    blind = plan(("a", "b"), ("c", "d"))
    assert codes(blind) == [(None, "agenda.no_columns")]
    assert blind.count(AgendaOutcome.REFUSED) == blind.rows == 2


def test_the_language_of_a_topic_follows_its_letters_then_its_heading() -> None:
    def topic(heading: str, text: str) -> Texts:
        return plan(("Day", "Time", heading), ("1", "9-10", text)).drafts[0].topic

    assert topic("Тема", "Қонун")["tg"] == "Қонун"
    assert topic("Тема", "Закон")["ru"] == "Закон"
    assert topic("Мавзӯъ", "Law")["en"] == "Law"
    assert topic("Мавзӯъ", "Таҳлил")["tg"] == "Таҳлил"


@pytest.mark.parametrize(
    ("text", "found", "unknown"),
    [
        ("Назарова Д.", ("n",), ()),
        ("Д.С. Назарова", ("n",), ()),
        ("Nazarova", ("n",), ()),
        ("Каримов", (), ("Каримов",)),
        ("Каримов Ҷ.", ("k",), ()),
        ("Каримов Б., Назарова", ("k2", "n"), ()),
        ("Назарова К.", (), ("Назарова К.",)),
        ("Дилбар", (), ("Дилбар",)),
        ("", (), ()),
        ("—", (), ()),
    ],
)
def test_trainers_are_those_of_the_course(
    text: str, found: tuple[str, ...], unknown: tuple[str, ...]
) -> None:
    assert find_trainers(text, TEACHERS) == (found, unknown)


_cell = st.sampled_from(
    [
        "",
        "1",
        "Day 2",
        "15.10.2018",
        "9:00",
        "9-10",
        "24:00",
        "Мавзӯъ",
        "Танаффус",
        "90",
        "Day",
        "Time",
        "\x00",
        "٣",
        "¹",
    ]
) | st.text(max_size=12)


@given(st.lists(st.tuples(_cell, _cell, _cell, _cell), max_size=20))
def test_every_row_is_accounted_for(rows: list[tuple[str, str, str, str]]) -> None:
    found = plan(("Day", "Time", "Topic", "Duration"), *rows)
    assert found.rows == sum(found.count(each) for each in AgendaOutcome)
    assert found.rows == sum(1 for row in rows if any(row))
    assert len(found.drafts) == found.count(AgendaOutcome.TAKEN)
    assert all(FIRST <= draft.day <= LAST for draft in found.drafts)
    assert all(0 <= draft.start < draft.end <= 1440 for draft in found.drafts)
    told = {problem.row for problem in found.problems}
    assert {line.number for line in found.lines if line.outcome is not AgendaOutcome.TAKEN} <= told


def test_ten_thousand_rows() -> None:
    rows = [("1", f"{hour}:00-{hour}:30", f"T{hour}", "") for hour in range(1, 21)] * 500
    found = plan(("Day", "Time", "Topic", "Room"), *rows)
    assert found.count(AgendaOutcome.TAKEN) == 10_000
