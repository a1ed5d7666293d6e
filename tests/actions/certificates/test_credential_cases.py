"""The shared table of certificates, checked by the program itself; the file of the table is up to date."""

import pytest

from tests.credential_cases import FILE, Case, written
from tests.credential_folder import cases, clock_of, take_lists
from tests.kit.writing import Room
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import verifying
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.certificates.certificates import CheckResult
from trainer_app.system.clock import FixedClock


def check(work: Workplace, clock: FixedClock, case: Case) -> None:
    """Check a text on its day and compare all that is said."""
    clock.now = clock_of(case).now
    if case.code:
        with pytest.raises(TrainerError) as refused:
            verifying.verify(work, case.text)
        assert refused.value.code == case.code, case.name
        return
    said = verifying.verify(work, case.text)
    assert said.result == case.result, case.name
    assert said.facts == case.facts, case.name
    assert said.lists_old == case.old, case.name
    assert (said.lists_of.isoformat() if said.lists_of else None) == ("2018-11-01" if case.lists else None)


def test_the_file_of_the_table_is_what_its_generator_makes() -> None:
    assert FILE.read_text(encoding="utf-8") == written()


def test_the_table_has_every_result_and_each_name_once() -> None:
    table = [*cases(lists=True), *cases(lists=False)]
    assert {case.result for case in table if case.result} == {result.value for result in CheckResult}
    assert len({case.name for case in table}) == len(table) >= 29


def test_the_program_says_what_the_table_says(trainer: Workplace, room: Room, clock: FixedClock) -> None:
    take_lists(trainer, room.enrolments[0])
    for case in cases(lists=True):
        check(trainer, clock, case)


def test_where_no_list_ever_came_it_says_so(trainer: Workplace, clock: FixedClock) -> None:
    for case in cases(lists=False):
        check(trainer, clock, case)
