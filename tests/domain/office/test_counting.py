"""The counting rules: a story counted by hand, and every figure against a recount from raw marks."""

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from fractions import Fraction
from operator import attrgetter
from random import Random

import pytest
from hypothesis import given

from tests.domain.recounts import Enrolled, World, only, periods, recount, worlds
from tests.kit.chances import chances
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.certificates.certificates import CertificateKind, CertificateState
from trainer_app.domain.courses.courses import CourseState, EnrolmentState, SessionState
from trainer_app.domain.office.counting import (
    Counted,
    SplitBy,
    count,
    months_around,
    overlapping,
    quarter_of,
    read_by,
    split_in,
    table_in,
    written_name,
)
from trainer_app.domain.office.crossing import TableQuery, cross
from trainer_app.domain.office.participations import (
    ALL_FIGURES,
    CertificateLine,
    CountedCourse,
    CountedSession,
    DayMinutes,
    Participation,
    Period,
    Records,
    SessionMinutes,
    Tally,
    half_days,
    join_doubles,
)
from trainer_app.domain.office.reports import CrossLine, CrossTable, Figure, Split, SplitLine, Unit
from trainer_app.domain.office.walks import walked
from trainer_app.domain.people.persons import Sex, age_group
from trainer_app.system.messages import label_text

OCTOBER, NOVEMBER = date(2018, 10, 31), date(2018, 11, 1)


def values(figures: Iterable[Figure]) -> dict[str, int | None]:
    return {figure.code: figure.value for figure in figures}


def line(split: Split, name: str) -> dict[str, int | None]:
    (found,) = (each for each in split.lines if each.name == name)
    return values(found.figures)


def words(labels: Iterable[Label]) -> list[str]:
    return [label_text(label, "en") for label in labels]


def story() -> Records:
    """Two courses at a turn of months: Zarina in both, Umed left after a day, Rustam never came."""
    garm = CountedCourse("garm", "DSH-1", OCTOBER, "P-1", "EU", "Ғарм", "Рашт")
    dushanbe = CountedCourse(
        "dushanbe", "DSH-2", NOVEMBER, "P-1", "EU", "Душанбе", "Сино", CourseState.RUNNING
    )
    full, half, little = (DayMinutes(OCTOBER, minutes, 240, 1) for minutes in (180, 60, 59))
    absent = DayMinutes(OCTOBER, 0, 240)
    issued = CertificateLine("c1", CertificateKind.COMPLETION, CertificateState.ISSUED, OCTOBER)
    void = CertificateLine("c2", CertificateKind.ATTENDANCE, CertificateState.VOID, NOVEMBER)
    old = CertificateLine("c0", CertificateKind.COMPLETION, CertificateState.REPLACED, OCTOBER)
    both_days = (full._replace(attended=240), DayMinutes(NOVEMBER, 30, 120, 1, 1))
    people = (
        Participation(
            "e1", "zarina", "garm", Sex.FEMALE, days=(full,), completed=True, certificates=(old, issued)
        ),
        Participation("e2", "zarina", "dushanbe", Sex.FEMALE, days=both_days),
        Participation("e3", "umed", "garm", Sex.MALE, days=(half,), state=EnrolmentState.WITHDRAWN),
        Participation("e4", "somebody", "garm", Sex.UNKNOWN, days=(little,)),
        Participation("e5", "rustam", "garm", Sex.MALE, days=(absent,), certificates=(void,)),
        Participation("e6", "farrukh", "garm", Sex.MALE, days=(absent,), state=EnrolmentState.REPLACED),
        Participation("e7", "daler", "garm", Sex.MALE, days=(absent,), state=EnrolmentState.WITHDRAWN),
        Participation("e8", "lola", "garm", Sex.FEMALE, days=(absent._replace(unmarked=2),)),
    )
    sessions = (
        CountedSession("s1", "garm", OCTOBER, ("t1", "t2")),
        CountedSession("s2", "garm", OCTOBER, ("t1",)),
        CountedSession("s3", "dushanbe", OCTOBER, ("t1",)),
        CountedSession("s4", "dushanbe", NOVEMBER),
        CountedSession("s5", "dushanbe", NOVEMBER, ("t2",), SessionState.CANCELLED),
    )
    return Records((garm, dushanbe), people, sessions, {"t1": "Назарова", "t2": "Саидова"})


def test_the_story_counted_by_hand() -> None:
    counted = count(story())
    assert values(counted.figures) == {
        "participations": 4,
        "unique_persons": 3,
        "women": 1,
        "completions": 1,
        "unique_completions": 1,
        "certificates": 1,
        "certificates_completion": 1,
        "certificates_attendance": 0,
        "certificates_void": 1,
        "person_hours": 180 + 240 + 30 + 60 + 59,
        "person_days": 2 + 2 + 1 + 1 + 0,
        "courses": 2,
        "sessions_held": 4,
        "trainer_days": 2,
        "women_by_head": Fraction(10_000, 3),
        "women_by_hour": Fraction(4_500_000, 569),
    }
    assert counted.figure("person_hours").unit is Unit.MINUTES
    assert counted.figure("participations").rows == ("e1", "e2", "e3", "e4")
    assert counted.figure("person_days").rows == ("e1", "e2", "e3")
    assert counted.figure("trainer_days").rows == ("s1", "s2", "s3")


def test_the_story_says_what_it_leaves_out() -> None:
    counted = count(story())
    assert words(counted.figure("participations").exclusions) == [
        "replaced by somebody else: 1",
        "withdrew: 1",
        "no mark yet: 1",
        "named but never came: 1",
    ]
    assert counted.figure("participations").exclusions[2].values["rows"] == ("e8",)
    assert words(counted.figure("certificates").exclusions) == ["void: 1", "replaced by a new one: 1"]
    assert words(counted.figure("sessions_held").exclusions) == ["cancelled: 1"]
    assert words(counted.figure("person_hours").exclusions) == [
        "sessions without a mark, no minutes counted: 1"
    ]
    assert words(counted.notes) == [
        "1 course is not closed yet, so completions may change: DSH-2.",
        "Marks missing in held sessions, of people who came: 1. They are not counted as absent, but they add "
        "no minutes: hours and completions may rise when they are marked.",
        "Sex is not stated for 1 person; they are shown apart and stay in every total.",
        "1 of the participations is of people who came and are not on the list any more: whoever was marked "
        "present once is counted.",
    ]


def test_one_woman_in_two_courses_stands_in_two_lines_and_the_split_says_so() -> None:
    (split,) = count(story(), by=[SplitBy.COURSE]).splits
    assert (line(split, "DSH-1")["unique_persons"], line(split, "DSH-2")["unique_persons"]) == (3, 1)
    assert split.note is not None
    (note,) = words([split.note])
    assert note.startswith(
        "The lines add up to more than the total, because the same person, participation or day"
    )
    assert "persons (each once): 4 in the lines and 3 in all" in note
    assert "women (each once): 2 in the lines and 1 in all" in note
    assert named(split) == {"counting.unique_persons", "counting.women", "counting.trainer_days"}
    assert count(story(), by=[SplitBy.PROJECT]).splits[0].note is None
    splits = count(story(), by=[SplitBy.PROJECT, SplitBy.COURSE]).splits
    assert overlapping(splits, "unique_persons") == ["course"]
    assert overlapping(splits, "participations") == [], "it is said of the figures that it is true of"


def test_unknown_sex_is_a_line_of_its_own_even_when_empty() -> None:
    (split,) = count(Records(), by=[SplitBy.SEX]).splits
    assert [each.name for each in split.lines] == ["female", "male", "unknown"]
    (told,) = count(story(), by=[SplitBy.SEX]).splits
    assert [line(told, sex)["participations"] for sex in ("female", "male", "unknown")] == [2, 1, 1]


def test_age_is_that_of_the_year_in_which_the_course_began_and_not_stated_is_a_line() -> None:
    first = date(2018, 3, 1)
    born = {
        1994: "0-24",
        1993: "25-34",
        1984: "25-34",
        1983: "35-44",
        1964: "45-54",
        1963: "55+",
        1930: "55+",
    }
    assert {year: age_group(year, first) for year in born} == born
    assert [age_group(None, first), age_group(2019, first), age_group(1990, None)] == ["", "", ""]
    day = DayMinutes(OCTOBER, 60, 60, 1)
    people = tuple(
        Participation(f"e{at}", f"p{at}", "garm", days=(day,), age=age)
        for at, age in enumerate(("55+", "", "0-24", "25-34", "0-24"))
    )
    course = CountedCourse("garm", "DSH-1", OCTOBER)
    records = Records((course,), people, (CountedSession("s1", "garm", OCTOBER),))
    (split,) = count(records, by=read_by("age")).splits
    assert [each.name for each in split.lines] == ["0-24", "25-34", "55+", ""]
    assert [line(split, name)["unique_persons"] for name in ("0-24", "25-34", "55+", "")] == [2, 1, 1, 1]
    assert split.note is None
    said = {
        language: [written_name("age", each.name, language) for each in split.lines] for language in LANGUAGES
    }
    assert said == {
        "en": ["under 25", "25–34", "55 and over", ""],
        "ru": ["до 25 лет", "25–34", "55 лет и старше", ""],
        "tg": ["то 25-сола", "25–34", "55-сола ва калонтар", ""],
    }
    table = cross(records, Period(), TableQuery(SplitBy.AGE, SplitBy.SEX, ("participations", "courses")))
    assert [each.name for each in table.lines] == ["0-24", "25-34", "55+", ""]
    assert table.codes == ("participations",), "courses are not said of people"


def test_hours_lie_on_their_day_and_completions_on_the_last_of_the_course() -> None:
    (split,) = count(story(), by=[SplitBy.MONTH]).splits
    october, november = line(split, "2018-10"), line(split, "2018-11")
    assert (october["person_hours"], november["person_hours"]) == (539, 30)
    assert (october["completions"], november["completions"]) == (1, 0)
    assert (october["participations"], november["participations"]) == (4, 1)
    assert (october["certificates"], november["certificates_void"]) == (1, 1)
    counted = count(story(), Period(NOVEMBER, None))
    assert values(counted.figures)["person_hours"] == 30
    assert "came outside the period only: 3" in words(counted.figure("participations").exclusions)
    assert counted.notes[0].code == "counting.note_period"


def test_a_session_held_after_today_is_told_with_its_course() -> None:
    """Nobody can tell marks that were set ahead from a wrong date or clock: the note says both."""

    def ahead(today: date, period: Period | None = None) -> list[dict[str, object]]:
        notes = count(story(), period, today=today).notes
        return [dict(note.values) for note in notes if note.code == "counting.note_ahead"]

    assert ahead(NOVEMBER) == ahead(OCTOBER, Period(None, OCTOBER)) == []
    assert ahead(OCTOBER) == [{"count": 1, "courses": ("DSH-2",)}], "a cancelled one counts nothing"
    assert ahead(OCTOBER - timedelta(1)) == [{"count": 4, "courses": ("DSH-1", "DSH-2")}]


def test_both_ends_of_a_period_are_inside() -> None:
    for period in (Period(OCTOBER, OCTOBER), Period(None, OCTOBER), Period(OCTOBER, None)):
        counted = values(count(story(), period).figures)
        assert (counted["completions"], counted["certificates"], counted["participations"]) == (1, 1, 4)
    before, after = Period(None, OCTOBER - timedelta(1)), Period(NOVEMBER, None)
    assert [count(story(), period).figure("completions").value for period in (before, after)] == [0, 0]
    assert [count(story(), period).figure("certificates").value for period in (before, after)] == [0, 0]


def test_a_trainer_has_courses_sessions_and_days_but_no_hours_of_others() -> None:
    (split,) = count(story(), by=[SplitBy.TRAINER]).splits
    first, second, nobody = (line(split, name) for name in ("Назарова", "Саидова", ""))
    assert first == {"participations": 4, "courses": 2, "sessions_held": 3, "trainer_days": 1}
    assert second == {"participations": 3, "courses": 1, "sessions_held": 1, "trainer_days": 1}
    assert nobody == {"participations": 0, "courses": 1, "sessions_held": 1, "trainer_days": 0}


@pytest.mark.parametrize(
    ("attended", "planned", "halves"),
    [
        (180, 240, 2),
        (179, 240, 1),
        (60, 240, 1),
        (59, 240, 0),
        (0, 240, 0),
        (0, 0, 0),
        (3, 4, 2),
        (1, 4, 1),
        (2, 3, 1),
    ],
)
def test_a_person_day_is_three_quarters_and_half_of_one_is_one_quarter(
    attended: int, planned: int, halves: int
) -> None:
    assert half_days(attended, planned) == halves


def test_two_enrolments_of_joined_people_in_one_course_are_one_participation() -> None:
    days = (DayMinutes(OCTOBER, 120, 240, 1, 1), DayMinutes(NOVEMBER, 60, 60, 1))
    first = by_sessions(Participation("e1", "zarina", "garm", days=(DayMinutes(OCTOBER, 90, 240, 1, 2),)))
    second = by_sessions(Participation("e2", "zarina", "garm", completed=True, days=days))
    records = Records((CountedCourse("garm", "DSH-1", NOVEMBER),), (first, second))
    counted = count(records)
    assert values(counted.figures) == values(count(replace(records, participations=(second, first))).figures)
    assert counted.figure("participations").rows == ("e2",)
    assert counted.figure("person_hours").value == 180
    assert counted.figure("completions").value == 1
    assert words(counted.notes) == [
        "Marks missing in held sessions, of people who came: 1. They are not counted as absent, but they add "
        "no minutes: hours and completions may rise when they are marked.",
        "Sex is not stated for 1 person; they are shown apart and stay in every total.",
        "1 enrolment was joined with another one of the same person in the same course.",
    ]


def test_splits_are_read_as_typed() -> None:
    assert read_by("sex, Town,duty-district,sex,") == (SplitBy.SEX, SplitBy.TOWN, SplitBy.DUTY_DISTRICT)
    assert read_by("") == ()
    with pytest.raises(TrainerError) as refused:
        read_by("sex,height")
    assert refused.value.code == "counting.unknown_split"
    assert refused.value.values["split"] == "height"


def test_places_are_read_by_letter_in_each_language_with_their_own_figures() -> None:
    named = ("Ванҷ", "Исфара", "Хоруғ", "Шаҳритус", "")
    lines = tuple(SplitLine(name, (Figure("women", at),)) for at, name in enumerate(named))
    english = split_in(Split("town", lines), "en")
    assert [line.name for line in english.lines] == ["Исфара", "Хоруғ", "Шаҳритус", "Ванҷ", ""]
    assert [line.figures[0].value for line in english.lines] == [1, 2, 3, 0, 4]
    assert split_in(Split("town", lines), "tg").lines == lines
    units = Split("unit", lines[::-1])
    assert split_in(units, "en") == units, "only places have a spelling in each language"
    parts = tuple((Figure("women", at),) for at in range(6))
    crossed = CrossTable(
        "sex", "district", ("women",), named, (CrossLine("female", parts),), CrossLine("", parts)
    )
    turned = table_in(crossed, "en")
    assert turned.columns_named == ("Исфара", "Хоруғ", "Шаҳритус", "Ванҷ", "")
    for line in (*turned.lines, turned.total):
        assert [part[0].value for part in line.parts] == [1, 2, 3, 0, 4, 5]


def test_quarters() -> None:
    assert [quarter_of(date(2018, month, 1)) for month in (1, 3, 4, 9, 10, 12)] == [
        "2018-Q1",
        "2018-Q1",
        "2018-Q2",
        "2018-Q3",
        "2018-Q4",
        "2018-Q4",
    ]


@given(worlds(), periods(), chances(40))
def test_figures_and_splits_agree_with_a_recount_from_raw_marks(
    world: World, period: Period, random: Random
) -> None:
    # All of one world: drawing it takes far longer than looking at it.
    check_every_figure_against_a_recount_from_raw_marks(world, period)
    check_everybody_is_counted_or_named_as_left_out(world, period)
    check_each_line_of_people_is_the_report_of_these_people(world, period)
    check_each_line_of_courses_is_the_report_of_these_courses(world, period)
    check_each_line_of_time_is_the_report_of_this_time(world, period)
    check_each_line_of_trainers_is_recounted(world, period)
    check_parts_add_up_to_the_total_or_the_split_says_why_not(world, period)
    check_what_adds_up_is_said_without_its_lists(world, period)
    check_the_order_of_records_does_not_matter(world, period, random)
    check_a_participation_written_twice_under_joined_names_counts_once(world)


@pytest.mark.parametrize(
    ("day", "months", "back", "first", "last"),
    [
        ((2018, 1, 1), 3, 0, (2018, 1, 1), (2018, 3, 31)),
        ((2018, 1, 1), 3, 1, (2017, 10, 1), (2017, 12, 31)),
        ((2018, 12, 31), 3, 0, (2018, 10, 1), (2018, 12, 31)),
        ((2020, 2, 29), 12, 0, (2020, 1, 1), (2020, 12, 31)),
        ((2018, 6, 30), 12, 1, (2017, 1, 1), (2017, 12, 31)),
    ],
)
def test_a_quarter_and_a_year_hold_their_days(
    day: tuple[int, int, int], months: int, back: int, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert months_around(date(*day), months, back=back) == (date(*first), date(*last))


def check(figures: Iterable[Figure], world: World, period: Period) -> None:
    """Compare figures with a recount from raw marks, values and rows."""
    expected = recount(world, period)
    for figure in figures:
        assert (figure.code, figure.value, set(figure.rows)) == (figure.code, *expected[figure.code])
        assert len(figure.rows) == len(set(figure.rows))


def check_every_figure_against_a_recount_from_raw_marks(world: World, period: Period) -> None:
    counted = count(world.records(), period)
    assert tuple(figure.code for figure in counted.figures) == ALL_FIGURES
    check(counted.figures, world, period)


def check_everybody_is_counted_or_named_as_left_out(world: World, period: Period) -> None:
    figure = count(world.records(), period).figure("participations")
    left_out = [row for label in figure.exclusions for row in label.values["rows"]]  # type: ignore[attr-defined]
    assert sorted([*figure.rows, *left_out]) == sorted(each.key for each in world.enrolments)
    assert all(label.values["count"] == len(label.values["rows"]) for label in figure.exclusions)  # type: ignore[arg-type]


def anything(_: object) -> bool:
    return True


def _is[Item](name_of: Callable[[Item], str], name: str) -> Callable[[Item], bool]:
    return lambda item: name_of(item) == name


PERSON: dict[SplitBy, Callable[[Enrolled], str]] = {
    SplitBy.SEX: lambda each: each.person.sex.value,
    SplitBy.RANK: lambda each: each.person.rank,
    SplitBy.UNIT: lambda each: each.person.unit,
    SplitBy.DUTY_DISTRICT: lambda each: each.person.duty_district,
}


def _one_of(courses: set[str]) -> Callable[[CountedCourse], bool]:
    return lambda course: course.key in courses


def check_each_line_of_people_is_the_report_of_these_people(world: World, period: Period) -> None:
    for split in count(world.records(), period, tuple(PERSON)).splits:
        name_of = PERSON[SplitBy(split.by)]
        for each in split.lines:
            check(each.figures, only(world, _is(name_of, each.name), anything), period)
        assert {name_of(each) for each in world.enrolments} <= {each.name for each in split.lines}


def check_each_line_of_courses_is_the_report_of_these_courses(world: World, period: Period) -> None:
    by = (
        *(SplitBy.COURSE, SplitBy.PROJECT, SplitBy.DONOR, SplitBy.FIELD_OF_WORK),
        *(SplitBy.TOWN, SplitBy.DISTRICT),
    )
    for split in count(world.records(), period, by).splits:
        field = "code" if split.by == "course" else split.by
        for each in split.lines:
            check(each.figures, only(world, anything, _is(attrgetter(field), each.name)), period)
        assert {getattr(course, field) for course in world.courses} == {each.name for each in split.lines}


def span_of(name: str) -> Period:
    """Return the days of "2018-10", "2018-Q4" or "2018"."""
    year, _, rest = name.partition("-")
    first, last = {"": (1, 12)}.get(rest) or (
        (3 * int(rest[1]) - 2, 3 * int(rest[1])) if rest.startswith("Q") else (int(rest), int(rest))
    )
    after = date(int(year) + last // 12, last % 12 + 1, 1)
    return Period(date(int(year), first, 1), after - timedelta(1))


def check_each_line_of_time_is_the_report_of_this_time(world: World, period: Period) -> None:
    for split in count(world.records(), period, (SplitBy.MONTH, SplitBy.QUARTER, SplitBy.YEAR)).splits:
        for each in split.lines:
            span = span_of(each.name)
            first = max(span.first or date.min, period.first or date.min)
            last = min(span.last or date.max, period.last or date.max)
            check(each.figures, world, Period(first, last))
        assert [each.name for each in split.lines] == sorted({each.name for each in split.lines})


def check_each_line_of_trainers_is_recounted(world: World, period: Period) -> None:
    (split,) = count(world.records(), period, (SplitBy.TRAINER,)).splits
    names = {"Назарова": "t1", "Саидова": "t2"}
    for each in split.lines:
        if each.name == "":
            continue
        trainer = names[each.name]
        own = [
            session
            for session, _ in world.sessions
            if session.held and period.holds(session.day) and trainer in session.trainers
        ]
        courses = {session.course for session in own}
        inside = only(world, anything, _one_of(courses))
        found = {figure.code: figure for figure in each.figures}
        assert set(found["sessions_held"].rows) == {session.key for session in own}
        assert set(found["courses"].rows) == courses
        assert found["trainer_days"].value == len({session.day for session in own})
        assert set(found["participations"].rows) == recount(inside, period)["participations"][1]


def check_parts_add_up_to_the_total_or_the_split_says_why_not(world: World, period: Period) -> None:
    counted = count(world.records(), period, tuple(SplitBy))
    everywhere = values(counted.figures)
    for split in counted.splits:
        assert values(split.total) == {figure.code: everywhere[figure.code] for figure in split.total}
        told = named(split)
        for place, figure in enumerate(split.total):
            if figure.unit is Unit.PERCENT:
                continue
            rows = [row for each in split.lines for row in each.figures[place].rows]
            assert set(rows) == set(figure.rows)
            added = sum(each.figures[place].value or 0 for each in split.lines)
            assert (added != figure.value) == (f"counting.{figure.code}" in told)
            assert added >= (figure.value or 0)


def named(split: Split) -> set[str]:
    """Return the codes of the figures that a split's note names."""
    overlaps = split.note.values["overlaps"] if split.note else ()
    assert isinstance(overlaps, tuple)
    return {label.values["figure"].code for label in overlaps}


def check_the_order_of_records_does_not_matter(world: World, period: Period, random: Random) -> None:
    records = world.records()
    people, sessions = list(records.participations), list(records.sessions)
    random.shuffle(people)
    random.shuffle(sessions)
    shuffled = replace(records, participations=tuple(people), sessions=tuple(sessions))
    assert count(shuffled, period, tuple(SplitBy)) == count(records, period, tuple(SplitBy))


def by_sessions(each: Participation) -> Participation:
    """Return a participation each of whose days was one session."""
    lines = (
        SessionMinutes(
            f"{each.course} {day.day}",
            day.day,
            day.attended,
            day.planned,
            bool(day.came),
            bool(day.unmarked),
        )
        for day in each.days
    )
    return replace(each, sessions=tuple(lines))


def test_of_joined_people_the_greater_minutes_of_each_session_count() -> None:
    def place(enrolment: str, *sessions: tuple[str, int, bool]) -> Participation:
        lines = [
            SessionMinutes(name, OCTOBER, minutes, 90, minutes > 0, unmarked)
            for name, minutes, unmarked in sessions
        ]
        day = DayMinutes(OCTOBER, sum(line.attended for line in lines), 270)
        return Participation(enrolment, "p", "c", days=(day,), sessions=tuple(lines))

    one = place("a", ("1", 90, False), ("2", 60, False), ("3", 0, True))
    other = place("b", ("1", 0, True), ("2", 90, False), ("3", 0, True))
    (joined,), absorbed = join_doubles((one, other))
    assert joined.days == (DayMinutes(OCTOBER, 180, 270, came=2, unmarked=1),)
    assert (joined.enrolment, absorbed) == ("a", ["b"])


def check_a_participation_written_twice_under_joined_names_counts_once(world: World) -> None:
    records = world.records()
    once = tuple(map(by_sessions, records.participations))
    twice = tuple(replace(each, enrolment=f"{each.enrolment}'", certificates=()) for each in once)
    doubled = replace(records, participations=once + twice)
    joined, absorbed = join_doubles(doubled.participations)
    assert absorbed == sorted(each.enrolment for each in twice)
    assert [each.enrolment for each in joined] == [each.enrolment for each in records.participations]
    # Not what is said to be left out: here a day is one session, and lacks one mark at the most.
    told = [
        [(figure.code, figure.value, figure.rows, figure.amounts) for figure in count(each).figures]
        for each in (doubled, records)
    ]
    assert told[0] == told[1]


def test_empty_records_give_zeros_and_every_split() -> None:
    counted = count(Records(), Period(OCTOBER, NOVEMBER), tuple(SplitBy))
    assert isinstance(counted, Counted)
    assert {figure.value for figure in counted.figures} == {0, None}
    assert [split.by for split in counted.splits] == [by.value for by in SplitBy]
    assert all(isinstance(each, SplitLine) for split in counted.splits for each in split.lines)


def check_what_adds_up_is_said_without_its_lists(world: World, period: Period) -> None:
    whole = walked(world.records(), period).whole
    for figure in (whole.figure(code) for code in ALL_FIGURES):
        if figure.unit is Unit.PERCENT:
            with pytest.raises(KeyError):
                whole.amount(figure.code)
        else:
            assert whole.amount(figure.code) == figure.value, figure.code


def test_figures_of_the_lines_of_a_split_are_made_when_they_are_looked_at(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[str] = []
    figure = Tally.figure
    monkeypatch.setattr(Tally, "figure", lambda own, code: made.append(code) or figure(own, code))
    by_course = count(story(), by=(SplitBy.COURSE,)).splits[0]
    # The total alone, which the report shows, and none of either course.
    assert len(by_course.lines) == 2
    assert Counter(made) == Counter((*ALL_FIGURES, *ALL_FIGURES))
    made.clear()
    place = ALL_FIGURES.index("women")
    assert [each.figures[place].value for each in by_course.lines] == [1, 1]
    assert made == ["women", "women"]
    assert by_course.lines[0].figures[:2] == tuple(by_course.lines[0].figures)[:2]
    assert by_course.lines[0].figures == tuple(by_course.lines[0].figures)
    assert by_course.lines[0].figures != by_course.lines[1].figures
