"""Before certificates are printed: whose may still change by what nobody has decided."""

from pathlib import Path

import pytest

from tests.actions.exchange.test_merging_papers import Scene, begins, contradict, scene
from tests.kit.writing import Room, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, eligibility
from trainer_app.actions.certificates.eligibility import Batch, Undecided, undecided
from trainer_app.actions.courses import enrolments, sessions
from trainer_app.actions.evaluations import scores
from trainer_app.actions.exchange import importing, sending
from trainer_app.actions.people import people
from trainer_app.actions.review import review
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.system.messages import label_text

__all__ = ["begins", "scene"]


def exchange(joined: Workplace, bureau: Workplace, stick: Path) -> None:
    importing.import_files(bureau, [sending.export(joined, stick).file])


@pytest.fixture
def shared(joined: Workplace, bureau: Workplace, stick: Path) -> Room:
    """Let laptop and office know one course in which all came."""
    room = write_course(joined)
    for session in room.sessions[:4]:
        attendance.mark_rest(joined, session)
    exchange(joined, bureau, stick)
    return room


def told(work: Workplace, room: Room, only: frozenset[str] | None = None) -> tuple[list[int], list[str]]:
    """Return the numbers of the people concerned and the codes of the courses."""
    found = undecided(work, [Batch(room.course, only)])
    return [each.number for each in found.people], list(found.courses)


def test_where_all_is_decided_nothing_is_told(shared: Room, bureau: Workplace) -> None:
    assert undecided(bureau, [Batch(shared.course)]) == Undecided()
    assert Undecided().labels() == []


def test_a_mark_of_two_laptops_is_told_until_it_is_decided(
    shared: Room, joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    attendance.mark(bureau, shared.enrolments[1], shared.sessions[4], Mark.ABSENT)
    attendance.mark(joined, shared.enrolments[1], shared.sessions[4], Mark.PRESENT)
    exchange(joined, bureau, stick)
    assert told(bureau, shared) == ([2], [])
    assert told(bureau, shared, frozenset(shared.enrolments[:1])) == ([], []), "not among the chosen"
    (label,) = undecided(bureau, [Batch(shared.course)]).labels()
    name = eligibility.board(bureau, shared.course)[1].name
    assert label_text(label, "en") == (
        f"1 person has a conflict that is not decided: No.\u00a02 {name}. The certificate may still change; "
        "decide in Review first."
    )
    # Issuing stays possible; whoever has theirs is told no more, the board tells what does not fit.
    assert len(certificates.issue(bureau, shared.course).certificates) == len(shared.enrolments)
    assert told(bureau, shared) == ([], [])
    for each in certificates.register(bureau, shared.course):
        certificates.void(bureau, each.serial, "again")
    assert told(bureau, shared, frozenset(shared.enrolments)) == ([2], [])
    (item,) = review.list_items(bureau)
    review.settle(bureau, item.id, "ours")
    assert told(bureau, shared, frozenset(shared.enrolments)) == ([], [])


def test_a_name_counts_and_a_telephone_does_not(
    shared: Room, joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    persons = [item.person.key for item in enrolments.list_enrolments(joined, shared.course)]
    for work, end in ((joined, "ӣ"), (bureau, "зода")):
        people.change_person(work, persons[0], {"family": f"Азиз{end}"})
        people.change_person(work, persons[1], {"phone": f"+992 {len(end)}"})
    exchange(joined, bureau, stick)
    assert len(review.list_items(bureau)) == 2
    assert told(bureau, shared) == ([1], [])


def test_a_test_of_the_end_counts_and_one_of_the_beginning_does_not(
    shared: Room, joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    for occasion in (Occasion.PRE, Occasion.POST):
        for enrolment in shared.enrolments[:2]:
            scores.set_score(joined, enrolment, occasion, 1000, 2000)
    exchange(joined, bureau, stick)
    for work, points in ((joined, 1100), (bureau, 1900)):
        scores.set_score(work, shared.enrolments[0], Occasion.PRE, points, 2000)
        scores.set_score(work, shared.enrolments[1], Occasion.POST, points, 2000)
    exchange(joined, bureau, stick)
    assert len(review.list_items(bureau)) == 2
    assert told(bureau, shared) == ([2], [])


def test_an_answer_on_the_test_counts(scene: Scene) -> None:
    contradict(scene)
    for session in scene.room.sessions:
        attendance.mark_rest(scene.bureau, session)
    assert told(scene.bureau, scene.room) == ([4], [])


def test_what_is_common_to_all_is_told_once_by_course(
    shared: Room, joined: Workplace, bureau: Workplace, stick: Path
) -> None:
    for work, word in ((joined, "Interviewing"), (bureau, "Listening")):
        sessions.set_topic(work, shared.sessions[0], "en", word)
        sessions.count_heads(work, shared.sessions[1], len(word))
    exchange(joined, bureau, stick)
    assert len(review.list_items(bureau)) == 2
    assert told(bureau, shared) == ([], ["DSH1"])
    (label,) = undecided(bureau, [Batch(shared.course)]).labels()
    assert "DSH1" in label_text(label, "tg")
