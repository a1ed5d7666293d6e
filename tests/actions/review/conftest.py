"""An office of two heads and a data officer, with a course that is approved, and who unlocks it."""

import pytest

from tests.kit import writing
from tests.kit.desks import GIVEN, REASON, SECOND_HEAD, THIRD, be
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import users
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.office import approval, key_papers
from trainer_app.domain.base.rights import UserRole
from trainer_app.system.clock import FixedClock


@pytest.fixture
def paper(bureau: Workplace) -> str:
    """Make the office's papers anew while one head works there; returns the recovery key."""
    made = key_papers.make_new(bureau)
    key_papers.confirm(bureau, made.recovery_key, made.standby_key)
    return made.recovery_key


@pytest.fixture
def two(bureau: Workplace, paper: str) -> Workplace:
    """Return an office of two heads and a data officer; the first head is here."""
    users.add(bureau, "З. Каримова", "Зарина", UserRole.HEAD, GIVEN, PASSPHRASE, cost=CHEAP)
    users.add(bureau, "Б. Раҳимов", "Баҳром", UserRole.OFFICER, THIRD, cost=CHEAP)
    users.change_passphrase(be(bureau, GIVEN), GIVEN, SECOND_HEAD, cost=CHEAP)
    return be(bureau, PASSPHRASE)


@pytest.fixture
def over(two: Workplace, clock: FixedClock) -> Room:
    """Write a course of the office, with marks and certificates, and approve it."""
    found = writing.write_course(two)
    clock.advance(days=10)
    for session in found.sessions:
        attendance.mark_rest(two, session)
    certificates.issue(two, found.course)
    approval.close(two, found.course, REASON)
    approval.approve(two, found.course, REASON)
    return found
