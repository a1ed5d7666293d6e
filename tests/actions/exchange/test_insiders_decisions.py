"""K9 decides what is the office's, or another team's: nothing moves, and all of it waits in Review."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tests.actions.exchange.test_insiders_scope import Scene
from tests.actions.exchange.test_insiders_scope import scene as scene
from trainer_app.actions.base import sync_status
from trainer_app.actions.courses import courses, enrolments
from trainer_app.actions.office import approval, approvals, building
from trainer_app.actions.people import joining
from trainer_app.actions.review import review
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.journal import derive_key, made_key
from trainer_app.domain.courses.courses import CourseState
from trainer_app.domain.office.approvals import Approval
from trainer_app.domain.review.contradictions import ReviewItem, ReviewKind
from trainer_app.store.base.drafts import Write
from trainer_app.store.base.rows import select_row

Fields = Mapping[str, Any]
STEP = Label("test.step")


def asked(scene: Scene) -> list[ReviewItem]:
    return [each for each in review.list_items(scene.exchange.office) if each.kind is ReviewKind.PROPOSAL]


def other(scene: Scene) -> tuple[object, ...]:
    """Return what the office's own course is: its rows, its figures, its people."""
    office = scene.exchange.office
    course = courses.get_course(office, scene.other)
    return (
        approvals.fingerprint(office, scene.other),
        approvals.approval_of(office, scene.other),
        course,
        building.report(office, course=scene.other).figures,
        enrolments.list_enrolments(office, scene.other),
        joining.joins_of(office).joined,
        select_row(office.database, "person", scene.hidden),
    )


def approved(scene: Scene, course: str) -> Approval:
    office = scene.exchange.office
    # As when its last day is over: here it goes on.
    office.journal.record(STEP, [Write("course", course, {"state": "closed"})])
    approval.approve(office, course, "нест")
    found = approvals.approval_of(office, course)
    assert found is not None
    return found


def _state(scene: Scene) -> CourseState:
    return courses.get_course(scene.exchange.office, scene.exchange.course).course.state


FOREIGN: dict[str, Callable[[Scene], tuple[str, str, Fields]]] = {
    "an approval": lambda s: (
        "approval",
        made_key(s.author, s.other),
        {"course": s.other, "at": 1, "by": "K9", "fingerprint": "0" * 64},
    ),
    "approved": lambda s: ("course", s.other, {"approved": True}),
    "closed": lambda s: ("course", s.other, {"state": "closed", "closed_by": "K9"}),
    "archived": lambda s: ("course", s.other, {"archived": True}),
    "deleted": lambda s: ("course", s.other, {"_deleted": True}),
    "its project": lambda s: ("course", s.other, {"project": made_key(s.author)}),
    "rank and sex": lambda s: ("enrolment", s.enrolled, {"facts": True, "rank": "general", "sex": "male"}),
    "withdrawn": lambda s: ("enrolment", s.enrolled, {"state": "withdrawn"}),
    "until when": lambda s: ("enrolment", s.enrolled, {"gone_from": made_key(s.author, s.other)}),
    "from when": lambda s: ("enrolment", s.enrolled, {"from_day": "2018-12-01"}),
    "an override": lambda s: ("enrolment", s.enrolled, {"override": "completion"}),
    "enrolment deleted": lambda s: ("enrolment", s.enrolled, {"_deleted": True}),
    "person deleted": lambda s: ("person", s.hidden, {"_deleted": True}),
    "not the same": lambda s: _pair(s.hidden, s.trainer, one=False),
    "one person": lambda s: _pair(s.hidden, s.trainer, one=True),
    "one with its own": lambda s: _pair(s.hidden, made_key(s.author), one=True),
    "its team": lambda s: (
        "team",
        derive_key("team", s.other, "K9"),
        {"course": s.other, "device": "K9"},
    ),
}


def _pair(*people: str, one: bool) -> tuple[str, str, Fields]:
    first, second = sorted(people)
    shown = {"one": one, "shown": first if one else None}
    return "pair", derive_key("pair", first, second), {"first": first, "second": second, **shown}


@pytest.mark.parametrize("what", FOREIGN)
def test_what_is_decided_for_a_foreign_course_waits(scene: Scene, what: str) -> None:
    before = other(scene)
    entity, key, fields = FOREIGN[what](scene)
    scene.say(entity, key, dict(fields))
    assert other(scene) == before
    assert [(each.entity, each.key) for each in asked(scene)] == [(entity, key)]
    assert sync_status.check(scene.exchange.office).ok


def test_who_teaches_a_course_does_not_approve_it(scene: Scene) -> None:
    """K9 is of the team: it may close the course, and that is all."""
    course = scene.exchange.course
    scene.say("course", course, {"state": "approved"})
    assert _state(scene) is CourseState.CLOSED
    scene.say("course", course, {"approved": True})
    scene.say(
        "approval", made_key(scene.author, course), {"course": course, "at": 1, "fingerprint": "0" * 64}
    )
    assert _state(scene) is CourseState.CLOSED
    assert approvals.approval_of(scene.exchange.office, course) is None
    assert {each.entity for each in asked(scene)} == {"course", "approval"}


def test_who_teaches_a_course_takes_no_approval_back(scene: Scene) -> None:
    course = scene.exchange.course
    found = approved(scene, course)
    scene.say("course", course, {"state": "running"}, w=scene.heads("course", course, "state"))
    assert _state(scene) is CourseState.APPROVED
    scene.say("course", course, {"approved": False}, w=scene.heads("course", course, "approved"))
    assert _state(scene) is CourseState.APPROVED
    assert approvals.approval_of(scene.exchange.office, course) == found
    assert [each.fields for each in asked(scene)] == [("approved",)]


@pytest.mark.parametrize("field", ["fingerprint", "figures", "seen", "by"])
def test_nobody_rewrites_what_was_approved(scene: Scene, field: str) -> None:
    course = scene.exchange.course
    found = approved(scene, course)
    scene.say("approval", found.key, {field: "0" * 64}, w=scene.heads("approval", found.key, field))
    assert approvals.approval_of(scene.exchange.office, course) == found
    assert [each.fields for each in asked(scene)] == [(field,)]


def test_what_the_team_writes_after_the_approval_is_told(scene: Scene) -> None:
    """It may correct its own course; the fingerprint tells that something moved, and the list what."""
    office, course = scene.exchange.office, scene.exchange.course
    found = approved(scene, course)
    enrolment = enrolments.list_enrolments(office, course)[0].enrolment.key
    scene.say("enrolment", enrolment, {"facts": True, "rank": "general"})
    assert approvals.fingerprint(office, course) != found.fingerprint
    assert [each.device for each in approvals.changes_since(office, found)] == ["K9"]


def test_an_own_enrolment_replaces_nobody_of_a_foreign_course(scene: Scene) -> None:
    before = other(scene)
    course = scene.exchange.course
    person = made_key(scene.author)
    own = derive_key("enrolment", course, person)
    scene.take(
        scene.file(
            scene.line("person", person, {"family": "Нав", "given": "Нав"}),
            scene.line("enrolment", own, {"course": course, "person": person, "replaces": scene.enrolled}),
        )
    )
    assert other(scene) == before
    assert sync_status.check(scene.exchange.office).ok


def test_a_project_of_the_office_is_neither_changed_nor_deleted(scene: Scene) -> None:
    office = scene.exchange.office
    project = office.journal.make_key()
    office.journal.record(STEP, [Write("project", project, {"code": "P", "donor": "D"})])
    before = select_row(office.database, "project", project)
    for fields in ({"_deleted": True}, {"code": "X"}, {"donor": "X"}, {"retention_months": 1}):
        scene.say("project", project, fields)
    assert select_row(office.database, "project", project) == before
    assert len(asked(scene)) == 4
