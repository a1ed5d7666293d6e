"""What is still to be typed about a person, and who came by name only."""

from datetime import date

import pytest

from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import (
    Course,
    Enrolment,
    EnrolmentState,
    MissingDetail,
    Participant,
    missing_details,
    name_only,
)
from trainer_app.domain.people.names import cut_part, is_name_cut
from trainer_app.domain.people.persons import Person, Sex

BARE = Person("p", "Раҳимов", "Некрӯз")
WHOLE = Person("p", "Раҳимов", "Некрӯз", latin="Rahimov Nekruz", sex=Sex.MALE, rank="major", unit="ШКД")


def listed(person: Person, state: EnrolmentState) -> Participant:
    return Participant(Enrolment("e", "c", person.key, 7, state), person)


def test_what_is_missing_stands_in_the_order_of_the_form() -> None:
    assert missing_details(BARE) == (MissingDetail.LATIN, MissingDetail.SEX, MissingDetail.SERVICE)
    assert missing_details(WHOLE) == ()


@pytest.mark.parametrize(
    ("part", "text", "cut"),
    [
        ("patronymic", "Давлат...", True),
        ("patronymic", "Сафаров…", True),
        ("patronymic", "Сафаров..", True),
        ("patronymic", "Сафаров....", True),
        ("patronymic", "Сафаров‥", True),
        ("patronymic", "Сафаров……", True),
        ("patronymic", "Сафаров. . .", True),
        ("patronymic", "Саф....ов", True),
        ("patronymic", "Юсупов.", True),
        ("given", "Зар…", True),
        ("patronymic", "Саидович.", False),
        ("patronymic", "Дж.", False),
        ("patronymic", "Ф.Н.", False),
        ("given", "…", True),
        ("patronymic", "Саид-Аҳмадович", False),
        ("patronymic", "Бобоеви", True),
        ("patronymic", "Раҳмонови", True),
        ("patronymic", "Раҳмоновн", True),
        ("patronymic", "Раҳмонов", False),
        ("patronymic", "Димитров", False),
        ("patronymic", "Ганчев", False),
        ("patronymic", "Раҳмонзод", True),
        ("patronymic", "Бобоевич", False),
        ("patronymic", "Раҳмонович", False),
        ("patronymic", "Бобоевна", False),
        ("patronymic", "Раҳмоновна", False),
        ("patronymic", "Раҳмонзода", False),
        ("patronymic", "Раҳмонӣ", False),
        ("patronymic", "Раҳмонпур", False),
        ("patronymic", "Раҳмон", False),
        ("patronymic", "Беҳзод", False),
        ("patronymic", "Шаҳзод", False),
        ("patronymic", "Яков", False),
        ("patronymic", "Баҳодиров ўғли", False),
        ("patronymic", "", False),
        ("given", "Яков", False),
        ("family", "Раҳмонов", False),
    ],
)
def test_a_name_that_was_cut_off_is_to_be_completed(part: str, text: str, cut: bool) -> None:
    person = replace(WHOLE, **{part: text})
    assert missing_details(person) == ((MissingDetail.NAME,) if cut else ())
    assert cut_part(person) == (part if cut else "")
    assert is_name_cut(person.name) is cut


@pytest.mark.parametrize(("rank", "unit"), [("major", ""), ("", "ҶДММ «Ҳуқуқ»")])
def test_a_civilian_needs_no_rank_and_a_rank_is_enough(rank: str, unit: str) -> None:
    person = Person("p", "Раҳимов", latin="Rahimov", sex=Sex.MALE, rank=rank, unit=unit)
    assert missing_details(person) == ()


@pytest.mark.parametrize("state", EnrolmentState)
def test_whoever_left_the_list_need_not_be_completed(state: EnrolmentState) -> None:
    gone = state in (EnrolmentState.REPLACED, EnrolmentState.WITHDRAWN)
    assert bool(listed(BARE, state).missing) is not gone
    assert not listed(WHOLE, state).missing


@pytest.mark.parametrize(
    ("languages", "title", "asked"),
    [
        (("tg",), Texts(tg="Курс", ru="Курс"), False),
        (("ru", "tg"), Texts(ru="Курс"), False),
        (("ru",), Texts(ru="Курс", en="Course"), True),
        (("ru", "en"), Texts(ru="Курс"), False),
        (("en", "ru"), Texts(ru="Курс"), True),
    ],
)
def test_a_latin_spelling_is_asked_for_only_where_papers_print_it(
    languages: tuple[str, ...], title: Texts, asked: bool
) -> None:
    day = date(2018, 10, 15)
    course = Course("c", "DSH", None, title, day, day, languages=languages)
    assert course.prints_latin is asked
    item = replace(listed(BARE, EnrolmentState.CONFIRMED), prints_latin=course.prints_latin)
    assert (MissingDetail.LATIN in item.missing) is asked
    assert MissingDetail.SEX in item.missing, "the rest is asked for all the same"


def test_a_course_without_a_title_in_its_latin_language_is_told_apart() -> None:
    day = date(2018, 10, 15)
    for languages, english, lacks in (
        (("tg", "en"), "", True),
        (("tg", "en"), "Course", False),
        (("tg",), "", False),
    ):
        course = Course("c", "DSH", None, Texts(tg="Курс", en=english), day, day, languages=languages)
        assert course.lacks_latin_title is lacks
    assert not Course("c", "DSH", None, Texts(tg="Курс"), day, day, languages=("en",)).lacks_latin_title


def test_only_a_walk_in_has_a_name_only() -> None:
    assert name_only(listed(BARE, EnrolmentState.WALK_IN))
    assert not name_only(listed(BARE, EnrolmentState.CONFIRMED))
    sex_known = Person("p", "Раҳимов", sex=Sex.MALE)
    assert not name_only(listed(sex_known, EnrolmentState.WALK_IN))
    assert listed(sex_known, EnrolmentState.WALK_IN).missing
