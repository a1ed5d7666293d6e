"""What is still to be typed about a person, and who came by name only."""

import pytest

from trainer_app.domain.courses.courses import (
    Enrolment,
    EnrolmentState,
    MissingDetail,
    Participant,
    missing_details,
    name_only,
    to_complete,
)
from trainer_app.domain.people.persons import Person, Sex

BARE = Person("p", "Раҳимов", "Некрӯз")
WHOLE = Person("p", "Раҳимов", "Некрӯз", latin="Rahimov Nekruz", sex=Sex.MALE, rank="major", unit="ШКД")


def listed(person: Person, state: EnrolmentState) -> Participant:
    return Participant(Enrolment("e", "c", person.key, 7, state), person)


def test_what_is_missing_stands_in_the_order_of_the_form() -> None:
    assert missing_details(BARE) == (MissingDetail.LATIN, MissingDetail.SEX, MissingDetail.SERVICE)
    assert missing_details(WHOLE) == ()


@pytest.mark.parametrize(("rank", "unit"), [("major", ""), ("", "ҶДММ «Ҳуқуқ»")])
def test_a_civilian_needs_no_rank_and_a_rank_is_enough(rank: str, unit: str) -> None:
    person = Person("p", "Раҳимов", latin="Rahimov", sex=Sex.MALE, rank=rank, unit=unit)
    assert missing_details(person) == ()


@pytest.mark.parametrize("state", EnrolmentState)
def test_whoever_left_the_list_need_not_be_completed(state: EnrolmentState) -> None:
    gone = state in (EnrolmentState.REPLACED, EnrolmentState.WITHDRAWN)
    assert to_complete(listed(BARE, state)) is not gone
    assert not to_complete(listed(WHOLE, state))


def test_only_a_walk_in_has_a_name_only() -> None:
    assert name_only(listed(BARE, EnrolmentState.WALK_IN))
    assert not name_only(listed(BARE, EnrolmentState.CONFIRMED))
    sex_known = Person("p", "Раҳимов", sex=Sex.MALE)
    assert not name_only(listed(sex_known, EnrolmentState.WALK_IN))
    assert to_complete(listed(sex_known, EnrolmentState.WALK_IN))
