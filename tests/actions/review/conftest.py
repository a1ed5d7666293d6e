"""An office of two heads and a data officer, with a course that is approved, and who unlocks it."""

from collections.abc import Callable, Sequence

import pytest

from tests.kit import writing
from tests.kit.desks import GIVEN, REASON, SECOND_HEAD, THIRD, be
from tests.kit.samples import CHEAP, PASSPHRASE
from tests.kit.world import Story
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import users
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.office import approval, key_papers
from trainer_app.domain.base.rights import UserRole

PAPER = "paper"


def hold_course(story: Story) -> None:
    """Write a course of the office, with marks and certificates, while one head works there."""
    work = story.works["office"]
    story.room = writing.write_course(work)
    story.clock.advance(days=10)
    for session in story.room.sessions:
        attendance.mark_rest(work, session)
    certificates.issue(work, story.room.course)


def make_papers(story: Story) -> None:
    """Make the office's papers anew while one head works there."""
    work = story.works["office"]
    made = key_papers.make_new(work)
    key_papers.confirm(work, made.recovery_key, made.standby_key)
    story.notes[PAPER] = made.recovery_key


def appoint(story: Story) -> None:
    """Let a second head and a data officer come; the first head is here."""
    work = story.works["office"]
    users.add(work, "З. Каримова", "Зарина", UserRole.HEAD, GIVEN, PASSPHRASE, cost=CHEAP)
    users.add(work, "Б. Раҳимов", "Баҳром", UserRole.OFFICER, THIRD, cost=CHEAP)
    users.change_passphrase(be(work, GIVEN), GIVEN, SECOND_HEAD, cost=CHEAP)
    be(work, PASSPHRASE)


def approve(story: Story) -> None:
    """Approve the course."""
    approval.close(story.works["office"], story.course, REASON)
    approval.approve(story.works["office"], story.course, REASON)


_PEOPLE = {PAPER: make_papers, "two": appoint, "over": approve}
"""What is done for each of the fixtures below. On a server each test does so: its people get roles there."""


@pytest.fixture
def begins(request: pytest.FixtureRequest, on_server: bool) -> Sequence[Callable[[Story], None]]:
    asked = request.fixturenames
    course = [hold_course] if "over" in asked else []
    return course if on_server else [*course, *(step for name, step in _PEOPLE.items() if name in asked)]


@pytest.fixture
def paper(story: Story, bureau: Workplace, on_server: bool) -> str:
    """Return the recovery key of papers that were made anew."""
    if on_server:
        make_papers(story)
    return str(story.notes[PAPER])


@pytest.fixture
def two(story: Story, bureau: Workplace, paper: str, on_server: bool) -> Workplace:
    """Return an office of two heads and a data officer; the first head is here."""
    if on_server:
        appoint(story)
    return bureau


@pytest.fixture
def over(story: Story, two: Workplace, on_server: bool) -> Room:
    """Return the keys of the course, which is approved."""
    if on_server:
        approve(story)
    assert story.room is not None
    return story.room
