"""A list that holds somebody twice: a number that two rows share, a name that Review would ask about."""

import pytest

from tests.domain.courses.test_roster import codes
from tests.domain.courses.test_roster_questions import FIRST, plan_rows, row
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.courses.roster_answers import kept_apart, open_problems, open_questions
from trainer_app.domain.courses.roster_plan import NOBODY, RosterQuestion, RowDecision, settle_roster
from trainer_app.system.messages import label_text

OTHER = row(name="Пирова Шаҳноза Ҳикматовна", sex="з", birth="1991", phone="", service="", passport="")


def with_cells(**changed: str) -> tuple[str, ...]:
    """Return the other person's row with numbers in it."""
    names = ("name", "rank", "unit", "sex", "birth", "phone", "service", "passport")
    return tuple(changed.get(name, cell) for name, cell in zip(names, OTHER, strict=True))


@pytest.mark.parametrize(
    ("cells", "code", "shown"),
    [
        ({"phone": "+992 918-00-00-01"}, "number_shared", "+992 918-00-00-01"),
        ({"service": "A-1142"}, "number_shared", "A-1142"),
        ({"passport": "A 0123456"}, "identity_shared", ""),
    ],
)
def test_a_number_of_two_rows_is_asked_about_at_the_later_one(
    cells: dict[str, str], code: str, shown: str
) -> None:
    plan = plan_rows(FIRST, with_cells(**cells))
    line = plan.lines[1]
    assert (line.alike, line.same_as) == (2, None)
    (told,) = [each for each in line.problems if each.code == f"roster.{code}"]
    assert told.value == shown
    for language in LANGUAGES:
        words = label_text(told.label, language)
        assert "2" in words
        assert FIRST[0] in words
        assert "0123456" not in words, "no number of an identity paper is shown"
    settled = settle_roster(plan)
    assert len(settled.people) == 2, "both are kept until somebody answers"
    still = open_problems(plan, settled, open_questions(plan))
    assert [each.code for each in still[2]][-1] == "roster.double_below"
    answers = {3: RowDecision(same_as=NOBODY)}
    assert open_questions(plan, answers) == {}
    assert told not in open_problems(plan, settle_roster(plan, answers), {}, answers)[3]
    assert kept_apart(plan, answers) == [(3, 2)], "Review asks no more"
    assert len(settle_roster(plan, {3: RowDecision(same_as=2)}).people) == 1


def test_a_telephone_of_a_whole_unit_is_nobodys_own() -> None:
    names = ("Пирова Шаҳноза Ҳикматовна", "Ҷабборов Умед Назарович", "Холов Бахтиёр Сафарович")
    rows = [with_cells(name=name, phone="2 27 11 22 33", sex="") for name in names]
    assert not [code for code in codes(plan_rows(*rows)) if "shared" in code]
    assert "number_shared" in codes(plan_rows(*rows[:2]))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Каримова Нилуфар Саидовна", "Каримова Н. С."),
        ("Шарипов Муҳаммад Алиевич", "Шарифов Мухаммад Алиевич"),
    ],
)
def test_whatever_review_would_ask_is_asked_before_anybody_is_taken_in(first: str, second: str) -> None:
    plan = plan_rows(*(with_cells(name=name, sex="", birth="") for name in (first, second)))
    assert open_questions(plan) == {3: frozenset({RosterQuestion.ROW})}
    assert "looks_double" in codes(plan)
    apart = plan_rows(
        *(with_cells(name=name, sex="", birth=born) for name, born in ((first, "1980"), (second, "1991")))
    )
    assert open_questions(apart) == {}, "two years of birth are two people"


def test_one_number_shows_what_a_like_name_is_asked_about() -> None:
    plan = plan_rows(FIRST, row(name="Рахимов Алишер К."))
    told = [each.code.removeprefix("roster.") for each in plan.lines[1].problems]
    assert told == ["looks_double", "identity_shared"]
