"""Tables of two dimensions: every cell is the report of what is in it, and what does not add up is told."""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from itertools import product

import pytest

from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import SessionState
from trainer_app.domain.office.counting import COURSE_NAMES, PERSON_NAMES, SplitBy, count
from trainer_app.domain.office.crossing import TABLE_FIGURES, TableQuery, cross, sayable
from trainer_app.domain.office.participations import (
    CountedCourse,
    CountedSession,
    DayMinutes,
    Participation,
    Period,
    Records,
    ScorePair,
)
from trainer_app.domain.office.reports import CrossTable, Figure
from trainer_app.domain.people.persons import Sex

ONE, TWO, LATE = date(2018, 10, 15), date(2018, 10, 31), date(2019, 1, 10)
COURSES = (
    CountedCourse("c1", "DSH", TWO, "DV", "Donor", "Душанбе", "Сино"),
    CountedCourse("c2", "KHJ", LATE, "DV", "Donor", "Хуҷанд", "Хуҷанд"),
    CountedCourse("c3", "RSH", LATE, "", "", "", ""),
)


def came(key: str, person: str, course: str, sex: Sex, *days: date, **more: object) -> Participation:
    minutes = tuple(DayMinutes(day, 60, 90, 1) for day in days)
    return replace(Participation(key, person, course, sex, days=minutes), **more)


PEOPLE = (
    came("e1", "p1", "c1", Sex.FEMALE, ONE, TWO, rank="major", completed=True),
    came("e2", "p1", "c2", Sex.FEMALE, LATE, rank="captain", completed=True),
    came("e3", "p2", "c1", Sex.MALE, TWO, rank="major"),
    came("e4", "p3", "c2", Sex.MALE, LATE),
    came("e5", "p4", "c3", Sex.UNKNOWN, LATE, rank="major"),
    came("e6", "p5", "c3", Sex.FEMALE, rank="major"),
)
SESSIONS = (
    CountedSession("s1", "c1", ONE, ("t1", "t2")),
    CountedSession("s2", "c1", TWO, ("t1",)),
    CountedSession("s3", "c2", LATE, ("t2",)),
    CountedSession("s4", "c3", LATE),
    CountedSession("s5", "c3", LATE, ("t1",), SessionState.PLANNED),
)
TESTS = {
    "e1": ScorePair(Fraction(4000), Fraction(8000)),
    "e2": ScorePair(Fraction(6000), Fraction(7000)),
    "e3": ScorePair(Fraction(5000), None),
    "e4": ScorePair(Fraction(2000), Fraction(6000)),
}
RECORDS = Records(COURSES, PEOPLE, SESSIONS, {"t1": "Азизов", "t2": "Бобоев"}, TESTS)


def value(table: CrossTable, row: str | None, column: str | None, code: str) -> object:
    """Return the value of a cell; None is the total."""
    line = next((each for each in table.lines if each.name == row), table.total)
    at = -1 if column is None else table.columns_named.index(column)
    figure = line.parts[at][table.codes.index(code)]
    return figure.value


def test_women_by_town_and_the_person_who_stands_in_two_of_them() -> None:
    asked = TableQuery(SplitBy.TOWN, SplitBy.SEX, ("unique_persons", "participations", "completions"))
    table = cross(RECORDS, Period(), asked)
    assert [line.name for line in table.lines] == ["Душанбе", "Хуҷанд", ""]
    assert table.columns_named == ("female", "male", "unknown")
    assert [value(table, town, "female", "unique_persons") for town in ("Душанбе", "Хуҷанд")] == [1, 1]
    assert value(table, None, "female", "unique_persons") == 1, "one woman, in two towns"
    assert value(table, None, None, "unique_persons") == 4
    (note,) = table.notes
    assert note.code == "counting.lines_overlap"
    (told,) = note.values["overlaps"]  # type: ignore[misc]
    assert (told.values["sum"], told.values["total"]) == (5, 4)  # type: ignore[has-type]


def test_learning_stands_in_every_part_with_its_number_of_pairs() -> None:
    asked = TableQuery(SplitBy.SEX, None, ("gain_points", "tests_matched", "tests_only_pre"))
    table = cross(RECORDS, Period(), asked)
    women, men = (line.parts[-1] for line in table.lines[:2])
    by_code = [{figure.code: figure for figure in each} for each in (women, men, table.total.parts[-1])]
    assert [each["gain_points"].value for each in by_code] == [2500, 4000, 3000]
    assert [each["gain_points"].n for each in by_code] == [2, 1, 3]
    assert [each["tests_only_pre"].value for each in by_code] == [0, 1, 1]
    assert by_code[0]["gain_points"].rows == ("e1", "e2")


def test_what_cannot_be_said_is_named_and_not_guessed() -> None:
    asked = TableQuery(SplitBy.SEX, SplitBy.MONTH, ("participations", "sessions_held", "women"))
    table = cross(RECORDS, Period(), asked)
    assert table.codes == ("participations",)
    assert table.notes[0].code == "counting.not_said"
    assert [each.code for each in table.notes[0].values["figures"]] == [  # type: ignore[attr-defined]
        "counting.women",
        "counting.sessions_held",
    ]


def test_a_table_without_dimensions_is_the_total() -> None:
    table = cross(RECORDS, Period(), TableQuery(figures=("courses", "trainer_days", "nonsense")))
    assert (table.lines, table.columns_named) == ((), ())
    assert [figure.value for figure in table.total.parts[-1]] == [3, 4]


@pytest.mark.parametrize("rows", SplitBy)
def test_every_cell_is_the_report_of_what_is_in_it(rows: SplitBy) -> None:
    """Margins are the splits of one dimension, and cells of fixed parts those of the people in them alone."""
    for columns, period in product(SplitBy, (Period(), Period(TWO, None), Period(None, ONE))):
        _check_table(rows, columns, period)


def _check_table(rows: SplitBy, columns: SplitBy, period: Period) -> None:
    counted_codes = tuple(
        code for code in TABLE_FIGURES if code in sayable(rows) and code in sayable(columns)
    )
    table = cross(RECORDS, period, TableQuery(rows, columns, TABLE_FIGURES))
    assert table.codes == counted_codes
    whole = count(RECORDS, period, (rows, columns))
    for by, margin in zip(whole.splits, (_lines(table), _columns(table)), strict=True):
        for line in by.lines:
            told = {figure.code: figure.value for figure in line.figures}
            shown = margin.get(line.name)
            if shown is None:
                assert not any(told[code] for code in told.keys() & set(table.codes))
                continue
            assert {code: shown[code] for code in told.keys() & shown.keys()} == {
                code: told[code] for code in told.keys() & shown.keys()
            }
    for by in (rows, columns):
        if by in PERSON_NAMES or by in COURSE_NAMES:
            _check_cells(table, rows, columns, by, period)


def _lines(table: CrossTable) -> dict[str, dict[str, object]]:
    return {line.name: _values(line.parts[-1]) for line in table.lines}


def _columns(table: CrossTable) -> dict[str, dict[str, object]]:
    return dict(zip(table.columns_named, map(_values, table.total.parts), strict=False))


def _values(figures: Iterable[Figure]) -> dict[str, object]:
    return {figure.code: figure.value for figure in figures}


def _check_cells(table: CrossTable, rows: SplitBy, columns: SplitBy, fixed: SplitBy, period: Period) -> None:
    """Compare each cell with the other dimension of a world that holds its part alone."""
    other = columns if fixed is rows else rows
    names = [line.name for line in table.lines] if fixed is rows else list(table.columns_named)
    for place, name in enumerate(names):
        (part,) = count(_only(fixed, name), period, (other,)).splits
        told = {line.name: _values(line.figures) for line in part.lines}
        for at, over in enumerate(table.columns_named if fixed is rows else [x.name for x in table.lines]):
            line, column = (place, at) if fixed is rows else (at, place)
            cell = _values(table.lines[line].parts[column])
            for code in cell.keys() & told.get(over, {}).keys():
                assert cell[code] == told[over][code], (name, over, code)


def _only(by: SplitBy, name: str) -> Records:
    """Return the records of one part."""
    if by in PERSON_NAMES:
        kept = tuple(each for each in PEOPLE if PERSON_NAMES[by](each) == name)
        return replace(RECORDS, participations=kept)
    shown = {each.key: each.code if by is SplitBy.COURSE else COURSE_NAMES[by](each) for each in COURSES}
    keys = {key for key, each in shown.items() if each == name}
    return replace(
        RECORDS,
        courses=tuple(each for each in COURSES if each.key in keys),
        participations=tuple(each for each in PEOPLE if each.course in keys),
        sessions=tuple(each for each in SESSIONS if each.course in keys),
    )
