"""Checks of names, counts of prints, receipts on several laptops; a certificate's history; projects."""

from pathlib import Path

import pytest

from tests.kit.writing import Room, enrol, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history, sync_status
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, eligibility, printing, verifying
from trainer_app.actions.certificates.eligibility import ProjectLimits
from trainer_app.actions.courses import courses
from trainer_app.actions.evaluations import scores
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.people import people
from trainer_app.actions.review import review
from trainer_app.actions.today import today
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.certificates.certificates import Certificate, CertificateKind, CertificateReceipt
from trainer_app.domain.courses.courses import CompletionRule
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.today.overview import DueKind
from trainer_app.system import messages
from trainer_app.system.clock import FixedClock


def finish(work: Workplace) -> Room:
    """Write a course whose people all came and passed."""
    room = write_course(work)
    for session in room.sessions:
        attendance.mark_rest(work, session)
    for enrolment in room.enrolments:
        scores.set_score(work, enrolment, Occasion.POST, 1600, 2000)
    return room


@pytest.fixture
def issued(trainer: Workplace) -> tuple[Certificate, ...]:
    return certificates.issue(trainer, finish(trainer).course).certificates


def exchange(bureau: Workplace, laptop: Workplace, stick: Path, course: str) -> None:
    """Bring the laptop's work to the office, and the office's to the laptop."""
    importing.import_files(bureau, [sending.export(laptop, stick).file])
    importing.import_files(laptop, [packs.export_pack(bureau, "K7", stick, courses=[course]).file])


def test_prints_of_two_computers_add_up_and_never_contradict(
    bureau: Workplace, trainer: Workplace, stick: Path
) -> None:
    enrol(bureau, trainer, "K7", stick)
    room = finish(trainer)
    found = certificates.issue(trainer, room.course).certificates
    printing.note_printed(trainer, found)
    exchange(bureau, trainer, stick, room.course)
    printing.note_printed(bureau, found[:1], copies=2)
    printing.note_printed(trainer, found[:1])
    exchange(bureau, trainer, stick, room.course)
    for work in (bureau, trainer):
        counted = printing.printed(work)
        assert [counted[each.key].copies for each in found] == [4, 1, 1]
        assert review.list_items(work) == []
    assert sync_status.check(bureau).digest == sync_status.check(trainer).digest


def test_a_name_corrected_elsewhere_is_unchecked_here(
    bureau: Workplace, trainer: Workplace, stick: Path
) -> None:
    enrol(bureau, trainer, "K7", stick)
    room = finish(trainer)
    exchange(bureau, trainer, stick, room.course)
    eligibility.check_names(trainer, room.course, room.enrolments)
    person = printing.proof_list(bureau, room.course)[1].person
    people.change_person(bureau, person, {"patronymic": "Ҳакимзода"})
    exchange(bureau, trainer, stick, room.course)
    for work in (bureau, trainer):
        assert [row.checked for row in printing.proof_list(work, room.course)] == [True, False, True]
        assert review.list_items(work) == [], "who checked what is nothing to decide"


def test_two_who_say_otherwise_about_a_receipt_are_a_question_for_review(
    bureau: Workplace, trainer: Workplace, stick: Path
) -> None:
    enrol(bureau, trainer, "K7", stick)
    room = finish(trainer)
    found = certificates.issue(trainer, room.course).certificates
    exchange(bureau, trainer, stick, room.course)
    certificates.receive(bureau, [found[0].serial], CertificateReceipt.NO)
    certificates.receive(trainer, [found[0].serial])
    exchange(bureau, trainer, stick, room.course)
    (item,) = review.list_items(bureau)
    assert (item.entity, set(item.fields) & {"received"}) == ("certificate", {"received"})


def said(work: Workplace, certificate: Certificate) -> list[str]:
    return [
        messages.label_text(event.label, "en")
        for event in verifying.certificate_history(work, certificate.key)
    ]


def test_the_history_tells_everything_in_its_order(
    trainer: Workplace, issued: tuple[Certificate, ...]
) -> None:
    first = issued[0]
    printing.note_saved(trainer, issued)
    printing.note_printed(trainer, issued)
    certificates.receive(trainer, [first.serial])
    certificates.receive(trainer, [first.serial], CertificateReceipt.OPEN)
    printing.note_printed(trainer, [first], copies=2)
    new = certificates.correct(trainer, first.serial, {"family": "Азизӣ"}, "хато").certificates[0]
    assert said(trainer, first) == [
        f"issued as {first.serial}",
        "saved as PDF",
        "printed, 1 copy",
        "received",
        "receipt open again",
        "printed again, 2 copies",
        f"replaced by {new.serial}: хато",
    ]
    assert said(trainer, new) == [f"issued as {new.serial} instead of {first.serial}"]
    event = verifying.certificate_history(trainer, first.key)[0]
    assert event.user == "D. Nazarova"
    assert event.at < trainer.clock.millis()


def test_void_and_its_way_back_are_told(trainer: Workplace, issued: tuple[Certificate, ...]) -> None:
    certificates.void_many(trainer, [issued[1].serial], "наомад")
    history.undo(trainer)
    assert said(trainer, issued[1])[1:] == ["declared void: наомад", "valid again"]
    with pytest.raises(TrainerError, match=r"certificate\.unknown"):
        verifying.certificate_history(trainer, issued[0].enrolment)


def test_undo_passes_over_a_count_of_prints(trainer: Workplace, issued: tuple[Certificate, ...]) -> None:
    certificates.receive(trainer, [issued[0].serial])
    printing.note_printed(trainer, issued)
    history.undo(trainer)
    assert said(trainer, issued[0])[1:] == ["received", "printed, 1 copy", "receipt open again"]
    history.redo(trainer)
    assert certificates.find(trainer, issued[0].serial).received is CertificateReceipt.YES


def test_other_limits_are_asked_of_each_course_in_its_own_way(trainer: Workplace) -> None:
    room = finish(trainer)
    view = courses.get_course(trainer, room.course)
    project = view.course.project or ""
    scores.set_score(trainer, room.enrolments[0], Occasion.POST, 1100, 2000)
    own = eligibility.project_board(trainer, project)
    assert [row.result for row in own[0].rows] == [
        row.result for row in eligibility.board(trainer, room.course)
    ]
    assert own[0].asked == own[0].rows
    before = trainer.journal.number
    (asked,) = eligibility.project_board(trainer, project, ProjectLimits(post_test=5000))
    assert asked.rows[0].result is CertificateKind.ATTENDANCE
    assert asked.asked[0].result is CertificateKind.COMPLETION
    assert trainer.journal.number == before
    rule = CompletionRule(8000, 6000)
    assert ProjectLimits().rule(rule) == rule
    assert ProjectLimits(share=7500).rule(rule) == CompletionRule(7500, 6000)
    assert ProjectLimits(share_off=True, test_off=True).rule(rule) == CompletionRule(None, None)


def test_today_says_how_many_names_are_checked(trainer: Workplace, clock: FixedClock) -> None:
    room = finish(trainer)
    clock.advance(days=1, hours=12)
    eligibility.check_names(trainer, room.course, room.enrolments[:2])
    found = [*today.overview(trainer).due]
    step = today.overview(trainer).next_step.due
    names = [each.names for each in (*found, step) if each is not None and each.kind is DueKind.CERTIFICATES]
    assert [(each.checked, each.names) for each in names if each is not None] == [(2, 3)]
