"""The shared table of certificates, checked by the program itself; the file of the table is up to date."""

from datetime import date

import pytest

from tests.credential_cases import CONFIRMED, FILE, K4, K8, Case, claiming, of, signed, written
from tests.credential_folder import cases, clock_of, take_lists
from tests.kit.writing import Room
from trainer_app.actions.base.workplace import ZONE, Workplace
from trainer_app.actions.certificates import verifying
from trainer_app.bundle.credential import read_credential
from trainer_app.bundle.keys import DeviceKeys
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.certificates import CheckResult
from trainer_app.system.clock import FixedClock, fixed_at


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
    assert {case.result for case in table if case.result} == {
        result.value for result in CheckResult if result is not CheckResult.NOT_REGISTERED
    }, "what only the program at the office says, of its own register"
    assert len({case.name for case in table}) == len(table) >= 29


def test_the_program_says_what_the_table_says(trainer: Workplace, room: Room, clock: FixedClock) -> None:
    take_lists(trainer, room.enrolments[0])
    for case in cases(lists=True):
        check(trainer, clock, case)


@pytest.mark.parametrize("by_id", [True, False], ids=["its id", "its text"])
@pytest.mark.parametrize("keys", [K4, K8], ids=["another laptop", "a withdrawn key"])
def test_no_invented_certificate_gets_confirmed_by_naming_a_real_one(
    trainer: Workplace, room: Room, clock: FixedClock, keys: DeviceKeys, by_id: bool
) -> None:
    """H1: "in the office's register" could be had for any invented certificate by the id of a real one."""
    take_lists(trainer, room.enrolments[0])
    clock.now = fixed_at(date(2018, 11, 20), 12, ZONE).now
    real = signed(CONFIRMED)
    assert verifying.verify(trainer, real).result is CheckResult.VALID_CONFIRMED
    named = read_credential(real).id if by_id else real
    for forged in (replace(CONFIRMED, name="Азизов Фаррух"), of(99_999), CONFIRMED):
        said = verifying.verify(trainer, claiming(forged, keys, named))
        assert (said.result, said.facts) == (CheckResult.ALTERED, {})


def test_where_no_list_ever_came_it_says_so(trainer: Workplace, clock: FixedClock) -> None:
    for case in cases(lists=False):
        check(trainer, clock, case)
