"""A course at its end, where everybody came and passed, and the certificates that it owes."""

from collections.abc import Callable, Sequence

import pytest

from tests.kit.world import Story
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.evaluations import scores
from trainer_app.domain.certificates.certificates import Certificate
from trainer_app.domain.evaluations.forms import Occasion


def end(story: Story) -> None:
    """End the course: all came, all passed."""
    for session in story.sessions:
        attendance.mark_rest(story.work, session)
    for enrolment in story.enrolments:
        scores.set_score(story.work, enrolment, Occasion.POST, 1600, 2000)


def issue(story: Story) -> None:
    """Issue what the course owes."""
    story.notes["issued"] = certificates.issue(story.work, story.course).certificates


@pytest.fixture
def begins(request: pytest.FixtureRequest) -> Sequence[Callable[[Story], None]]:
    """End the course and issue once in a run."""
    steps = {"ended": end, "all_issued": issue}
    return [step for name, step in steps.items() if name in request.fixturenames]


@pytest.fixture
def ended(trainer: Workplace, room: Room) -> Room:
    """Return the course, which is over."""
    return room


@pytest.fixture
def all_issued(story: Story, ended: Room) -> tuple[Certificate, ...]:
    """Return the certificates of all who were there."""
    found: tuple[Certificate, ...] = story.notes["issued"]
    return found
