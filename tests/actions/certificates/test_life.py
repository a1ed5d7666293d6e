"""What becomes of certificates: names checked, copies counted, handed out, void, in batches."""

from pathlib import Path

import pytest

from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, eligibility, printing
from trainer_app.actions.certificates.eligibility import Batch
from trainer_app.actions.courses import course_life, courses, enrolments
from trainer_app.actions.courses.course_life import CourseCopy
from trainer_app.actions.evaluations import scores
from trainer_app.actions.people import joining, people
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_cleaning import sort_key
from trainer_app.domain.certificates.certificates import (
    Certificate,
    CertificateReceipt,
    CertificateState,
    PrintCount,
)
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.store.certificates.certificates import list_printings


@pytest.fixture
def issued(all_issued: tuple[Certificate, ...]) -> tuple[Certificate, ...]:
    return all_issued


def person_of(work: Workplace, room: Room, place: int) -> str:
    return next(
        row.person
        for row in printing.proof_list(work, room.course)
        if row.enrolment == room.enrolments[place]
    )


def checked(work: Workplace, room: Room) -> list[bool]:
    return [row.checked for row in printing.proof_list(work, room.course)]


def signed_off(work: Workplace, room: Room) -> tuple[int, int]:
    found = eligibility.sign_off(work, room.course, eligibility.board(work, room.course))
    return found.checked, found.names


def test_a_checked_name_is_unchecked_by_any_later_correction(trainer: Workplace, ended: Room) -> None:
    eligibility.check_names(trainer, ended.course, ended.enrolments)
    assert signed_off(trainer, ended) == (3, 3)
    row = printing.proof_list(trainer, ended.course)[0]
    assert row.checked_by == "D. Nazarova"
    for place, fields in enumerate(
        ({"patronymic": "Бахтиёрзода"}, {"latin": "Gulmurodova"}, {"rank": "major"})
    ):
        people.change_person(trainer, person_of(trainer, ended, place), fields)
    assert checked(trainer, ended) == [False, False, False]
    # The unit is not printed: it changes nothing.
    eligibility.check_names(trainer, ended.course, ended.enrolments)
    people.change_person(trainer, person_of(trainer, ended, 0), {"unit": "Раёсат"})
    assert checked(trainer, ended) == [True, True, True]


def test_a_correction_taken_back_is_the_checked_name_again(trainer: Workplace, ended: Room) -> None:
    eligibility.check_names(trainer, ended.course, ended.enrolments[:1])
    people.change_person(trainer, person_of(trainer, ended, 0), {"family": "Азизӣ"})
    assert checked(trainer, ended)[0] is False
    history.undo(trainer)
    assert checked(trainer, ended)[0] is True


def test_all_checked_is_one_step_and_one_undo(trainer: Workplace, ended: Room) -> None:
    eligibility.check_names(trainer, ended.course, ended.enrolments[:1])
    done = eligibility.check_names(trainer, ended.course, ended.enrolments)
    assert done.label.values["count"] == 2, "who is checked already is not checked again"
    history.undo(trainer)
    assert checked(trainer, ended) == [True, False, False]
    eligibility.check_names(trainer, ended.course, ended.enrolments[:1], checked=False)
    assert signed_off(trainer, ended) == (0, 3)


def test_joined_people_bear_the_kept_spelling_on_every_certificate(trainer: Workplace, ended: Room) -> None:
    """S2: in the other course the certificate had the spelling that was given up."""
    eligibility.check_names(trainer, ended.course, ended.enrolments)
    listed = person_of(trainer, ended, 0)
    kept = people.create_person(
        trainer,
        {"family": "Раҳимов", "given": "Фаррух", "patronymic": "Саидович", "latin": "Farrukh Rahimov"},
    ).key
    assert kept is not None
    joining.join(trainer, kept, listed)
    assert checked(trainer, ended) == [False, True, True], "the name that will be printed is another one"
    assert printing.proof_list(trainer, ended.course)[0].name == "Раҳимов Фаррух Саидович"
    issued = {each.enrolment: each for each in certificates.issue(trainer, ended.course).certificates}
    found = issued[ended.enrolments[0]]
    assert (found.facts.name, found.facts.latin) == ("Раҳимов Фаррух Саидович", "Farrukh Rahimov")
    assert eligibility.person_in_print(trainer, found.enrolment).key == kept
    again = certificates.correct(trainer, found.serial, {"family": "Раҳимзода"}, "a letter").certificates[0]
    assert again.facts.name == "Раҳимзода Фаррух Саидович"
    joining.unjoin(trainer, listed)
    (row,) = [each for each in printing.proof_list(trainer, ended.course) if each.outdated]
    assert row.enrolment == found.enrolment, "separated, the paper bears somebody else's name"


def test_one_undo_brings_the_old_name_back_with_the_old_certificate(
    trainer: Workplace, ended: Room, issued: tuple[Certificate, ...]
) -> None:
    old, steps = issued[0], len(history.pending(trainer, 99))
    name = eligibility.person_in_print(trainer, old.enrolment).name
    certificates.correct(trainer, old.serial, {"family": "Раҳимзода"}, "a letter")
    assert len(history.pending(trainer, 99)) == steps + 1
    history.undo(trainer)
    assert eligibility.person_in_print(trainer, old.enrolment).name == name
    assert certificates.find(trainer, old.serial).state is CertificateState.ISSUED
    history.redo(trainer)
    assert eligibility.person_in_print(trainer, old.enrolment).family == "Раҳимзода"
    assert certificates.find(trainer, old.serial).state is not CertificateState.ISSUED


def test_copies_are_counted_and_a_reprint_is_told_apart(
    trainer: Workplace, issued: tuple[Certificate, ...]
) -> None:
    printing.note_saved(trainer, issued[:1])
    printing.note_printed(trainer, issued)
    printing.note_printed(trainer, issued[:1], copies=2)
    counted = printing.printed(trainer)
    today = trainer.today()
    assert counted[issued[0].key] == PrintCount(3, today, 1, today)
    assert counted[issued[1].key] == PrintCount(1, today)
    kinds = [each.kind.value for each in list_printings(trainer.database, issued[0].key)]
    assert kinds == ["save", "print", "reprint"]


@pytest.mark.parametrize("copies", [0, -1, 100])
def test_no_such_number_of_copies_is_counted(
    trainer: Workplace, issued: tuple[Certificate, ...], copies: int
) -> None:
    with pytest.raises(TrainerError, match=r"certificate\.bad_copies"):
        printing.note_printed(trainer, issued, copies)
    with pytest.raises(TrainerError, match=r"certificate\.nothing_chosen"):
        printing.note_printed(trainer, [])


def test_what_is_on_paper_is_not_undone_but_declared_void(
    trainer: Workplace, ended: Room, issued: tuple[Certificate, ...]
) -> None:
    step = history.recent(trainer)[0].number
    printing.note_printed(trainer, issued[:1])
    for undo in (lambda: history.undo(trainer), lambda: history.undo_step(trainer, step)):
        with pytest.raises(TrainerError, match=r"history\.certificates_printed"):
            undo()
    assert printing.printed(trainer)[issued[0].key].copies == 1, "the paper is in the world"
    assert len(certificates.register(trainer, ended.course)) == 3


def test_what_was_taken_back_is_neither_written_nor_counted(
    trainer: Workplace, ended: Room, issued: tuple[Certificate, ...], tmp_path: Path
) -> None:
    """S2: a paper that stayed open was saved after its issue was undone: signed, and in no register."""
    history.undo(trainer)
    for act in (
        lambda: printing.print_certificates(trainer, issued[:1]),
        lambda: printing.save_certificates(trainer, issued, tmp_path / "each"),
        lambda: printing.note_saved(trainer, issued),
        lambda: printing.note_printed(trainer, issued),
    ):
        with pytest.raises(TrainerError, match=r"certificate\.taken_back"):
            act()
    assert not list((tmp_path / "each").glob("*"))
    assert not list_printings(trainer.database, issued[0].key)
    history.redo(trainer)
    printing.note_saved(trainer, issued)
    assert printing.printed(trainer)[issued[0].key].saved == 1


def test_receipt_is_said_for_many_and_keeps_its_day(
    trainer: Workplace, ended: Room, issued: tuple[Certificate, ...]
) -> None:
    certificates.receive(trainer, [each.serial for each in issued[:2]])
    certificates.receive(trainer, [issued[2].serial], CertificateReceipt.NO)
    states = {each.serial: each for each in certificates.register(trainer, ended.course)}
    assert [states[each.serial].received for each in issued] == [
        CertificateReceipt.YES,
        CertificateReceipt.YES,
        CertificateReceipt.NO,
    ]
    assert states[issued[0].serial].received_on == trainer.today()
    before = trainer.journal.number
    certificates.receive(trainer, [issued[0].serial])
    assert trainer.journal.number == before, "said once more it stays as it was"
    certificates.receive(trainer, [issued[0].serial], CertificateReceipt.OPEN)
    found = certificates.find(trainer, issued[0].serial)
    assert (found.received, found.received_on) == (CertificateReceipt.OPEN, None)


def test_no_shows_are_voided_in_one_step_or_not_at_all(
    trainer: Workplace, ended: Room, issued: tuple[Certificate, ...]
) -> None:
    serials = [each.serial for each in issued]
    with pytest.raises(TrainerError, match=r"certificate\.no_reason"):
        certificates.void_many(trainer, serials, " ")
    certificates.void(trainer, serials[2], "сӯхт")
    with pytest.raises(TrainerError, match=r"certificate\.not_valid"):
        certificates.void_many(trainer, serials, "наомад")
    assert certificates.find(trainer, serials[0]).state is CertificateState.ISSUED
    certificates.void_many(trainer, [*serials[:2], serials[0]], "наомад")
    states = {each.serial: each for each in certificates.register(trainer, ended.course)}
    assert [states[each].state for each in serials] == [CertificateState.VOID] * 3
    assert [states[each].reason for each in serials] == ["наомад", "наомад", "сӯхт"]
    history.undo(trainer)
    assert certificates.find(trainer, serials[0]).state is CertificateState.ISSUED
    with pytest.raises(TrainerError, match=r"certificate\.not_valid"):
        certificates.receive(trainer, [serials[2]])


def test_a_name_is_corrected_together_with_its_new_certificate_or_not_at_all(
    trainer: Workplace, ended: Room, issued: tuple[Certificate, ...]
) -> None:
    before = trainer.journal.number
    with pytest.raises(TrainerError, match=r"certificate\.no_reason"):
        certificates.correct(trainer, issued[0].serial, {"family": "Азизӣ"}, "")
    with pytest.raises(TrainerError, match=r"person\.no_name"):
        certificates.correct(trainer, issued[0].serial, {"family": "", "given": "", "patronymic": ""}, "хато")
    assert trainer.journal.number == before
    new = certificates.correct(trainer, issued[0].serial, {"family": "Азизӣ"}, "хато").certificates[0]
    assert new.facts.name.startswith("Азизӣ")
    assert new.facts.replaces == issued[0].serial
    old = certificates.find(trainer, issued[0].serial)
    assert (old.state, old.replaced_by) == (CertificateState.REPLACED, new.key)
    assert old.facts.name.startswith("Азизов"), "what was printed stays as it was printed"


@pytest.mark.parametrize("checked", [True, False])
def test_a_checked_name_that_is_corrected_stays_checked(
    trainer: Workplace, ended: Room, issued: tuple[Certificate, ...], checked: bool
) -> None:
    first = issued[0]
    if checked:
        eligibility.check_names(trainer, ended.course, [first.enrolment])
    certificates.correct(trainer, first.serial, {"family": "Азизӣ"}, "хато")
    found = eligibility.checked_names(trainer, ended.course)
    assert (first.enrolment in found) is checked, "a name that nobody had looked at waits as before"


def test_a_batch_over_courses_is_one_step_in_the_order_of_courses_and_names(
    trainer: Workplace, ended: Room
) -> None:
    view = courses.get_course(trainer, ended.course)
    second = course_life.copy_course(trainer, ended.course, CourseCopy("Z2", view.course.first_day)).key or ""
    for enrolled in enrolments.list_enrolments(trainer, ended.course):
        enrolments.enrol(trainer, second, enrolled.person.key)
    for session in courses.get_course(trainer, second).sessions:
        attendance.mark_rest(trainer, session.key)
    rows = eligibility.board(trainer, second)
    for row in rows:
        scores.set_score(trainer, row.enrolment, Occasion.POST, 1600, 2000)
    only = frozenset({rows[0].enrolment})
    found = certificates.issue_batches(trainer, [Batch(ended.course), Batch(second, only)], back=True)
    codes = [each.facts.course_code for each in found.certificates]
    assert codes == [view.course.code] * 3 + ["Z2"]
    names = [each.facts.name for each in found.certificates[:3]]
    assert names == sorted(names, key=sort_key)
    assert len({each.serial for each in found.certificates}) == 4
    taught = found.certificates[0].facts
    assert sum(each.hours for each in taught.sessions) == taught.hours
    assert certificates.in_name_order(found.certificates[::-1]) == list(found.certificates)
    history.undo(trainer)
    assert certificates.register(trainer) == []


def test_facts_without_a_back_are_as_they_were(trainer: Workplace, issued: tuple[Certificate, ...]) -> None:
    kept = certificates.find(trainer, issued[0].serial)
    assert kept.facts.sessions == ()
    assert replace(kept, received_on=None) == issued[0]


def test_whoever_did_not_come_gets_another_one_only_when_chosen(
    trainer: Workplace, ended: Room, issued: tuple[Certificate, ...]
) -> None:
    certificates.void_many(trainer, [issued[0].serial], "наомад")
    rows = eligibility.board(trainer, ended.course)
    row = next(each for each in rows if each.enrolment == issued[0].enrolment)
    assert (row.voided, row.entitled, row.due) == (True, True, False)
    assert certificates.draft(trainer, ended.course) == []
    with pytest.raises(TrainerError, match=r"certificate\.nothing_to_issue"):
        certificates.issue(trainer, ended.course)
    again = certificates.issue(trainer, ended.course, only=frozenset({row.enrolment})).certificates
    assert [each.enrolment for each in again] == [row.enrolment]
    assert again[0].serial != issued[0].serial
    (now,) = (each for each in eligibility.board(trainer, ended.course) if each.enrolment == row.enrolment)
    assert not now.voided
