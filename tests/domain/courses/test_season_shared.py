"""Rows of one table of courses that need one trainer, hall or person at one time are told before saving."""

from datetime import date

import pytest

from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.courses.season_plan import SeasonLine, SeasonOutcome, SeasonUses
from trainer_app.domain.courses.season_shared import with_shared
from trainer_app.system.messages import label_text

MONDAY, WEDNESDAY, FRIDAY, NEXT = (date(2018, 11, day) for day in (5, 7, 9, 12))
USES = SeasonUses(
    "A-1", ("Дорога",), "Душанбе", "Толор", ("Назарова Дилбар",), ("Каримов Али", "Холов Раҳим")
)


def line(number: int, first: date, last: date, uses: SeasonUses) -> SeasonLine:
    return SeasonLine(number, SeasonOutcome.NEW, first_day=first, last_day=last, uses=uses)


FIRST = line(2, MONDAY, WEDNESDAY, USES)
OTHER = SeasonUses("B-1", ("Закон",), "Хуҷанд", "Мактаб", ("Саидов Умед",), ("Азизов Фаррух",))


def codes_of(*lines: SeasonLine) -> list[str]:
    """Return what is told of the last row."""
    return sorted(each.code.rpartition(".")[2] for each in with_shared(lines)[-1].problems)


@pytest.mark.parametrize(
    ("uses", "told"),
    [
        (OTHER, []),
        (replace(OTHER, trainers=("назарова  дилбар", "Саидов Умед")), ["trainer_shared"]),
        (replace(OTHER, town="Душанбе", venue="толор"), ["venue_shared"]),
        (replace(OTHER, venue="Толор"), []),
        (replace(OTHER, town="Душанбе", venue=""), []),
        (replace(OTHER, people=("Холов Раҳим", "Юсуфов Сино")), ["people_shared"]),
        (replace(OTHER, titles=("Дорога",)), []),
        (
            replace(USES, code="B-1"),
            ["course_twice", "people_shared", "trainer_shared", "venue_shared"],
        ),
    ],
)
def test_what_two_rows_need_at_one_time_is_told_at_the_later_one(uses: SeasonUses, told: list[str]) -> None:
    assert codes_of(FIRST, line(3, MONDAY, FRIDAY, uses)) == told
    assert codes_of(FIRST, line(3, NEXT, NEXT, uses)) == [], "at another time both are right"
    assert with_shared([FIRST, line(3, MONDAY, FRIDAY, uses)])[0].problems == ()


def test_of_several_rows_above_the_first_is_named_and_refused_ones_are_none() -> None:
    same = replace(OTHER, trainers=USES.trainers)
    lines = [FIRST.refused(), line(3, MONDAY, FRIDAY, same), line(4, WEDNESDAY, NEXT, same)]
    lines.append(line(5, FRIDAY, NEXT, replace(same, code="C-1", titles=())))
    told = [each for each in with_shared(lines)[-1].problems if each.code == "season.trainer_shared"]
    assert [(each.values["other"], each.values["days"]) for each in told] == [(3, 1)]
    assert with_shared(lines)[1].problems == ()


def test_the_words_name_the_other_course_and_row_in_every_language() -> None:
    for problem in with_shared([FIRST, line(3, MONDAY, FRIDAY, replace(USES, code="B-1"))])[1].problems:
        for language in LANGUAGES:
            words = label_text(problem.label, language)
            assert "A-1" in words
            assert "2" in words
