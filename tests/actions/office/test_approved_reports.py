"""Reports as approved: equal to those of the day of approval, whatever is written, joined or erased later."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.actions import scans
from tests.actions.untidy import Untidy
from tests.kit import worlds
from tests.kit.world import Story
from trainer_app.actions.attendance import attachments, attendance
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import course_life, courses, enrolments, sessions
from trainer_app.actions.courses.course_life import CourseCopy
from trainer_app.actions.evaluations import scores
from trainer_app.actions.office import approval, approvals, building, erasing
from trainer_app.actions.office.reports import words_for_donor
from trainer_app.actions.people import joining, people
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import CourseState
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.office.counting import SplitBy
from trainer_app.domain.office.erasing import plan_words
from trainer_app.domain.office.report_json import report_document
from trainer_app.domain.office.reports import Basis, Figure, Report, SplitLine
from trainer_app.store.base.drafts import Write
from trainer_app.store.certificates.certificates import list_certificates
from trainer_app.store.courses import courses as stored
from trainer_app.store.office.approvals import kept_participations
from trainer_app.system import messages

REASON = "варақа дар бойгонӣ"
FIXED = tuple(by for by in SplitBy if not by.value.endswith("_now"))
"""Splits by what the participations were; the others say what the people are now."""


def close(story: Story) -> None:
    """Issue certificates and close the course."""
    story.clock.advance(days=30)
    certificates.issue(story.work, story.course, "tg")
    approval.close(story.work, story.course, REASON)


@pytest.fixture
def ended(tmp_path: Path) -> Iterator[Story]:
    """Open a finished course with tests and certificates, closed."""
    with worlds.finished(tmp_path).do(close).open() as story:
        yield story


def counted(story: Story, basis: Basis = Basis.APPROVED) -> Report:
    return building.report(story.work, course=story.course, by=FIXED, basis=basis)


def numbers(found: Report) -> object:
    """Return all figures and splits with the rows behind them, without what is said beside them."""

    def line_of(by: str) -> Callable[[SplitLine], object]:
        # Trainers are called as they are called now.
        return lambda line: ("" if by == "trainer" else line.name, plain(line.figures))

    def plain(figures: tuple[Figure, ...]) -> object:
        return [(each.code, each.value, sorted(each.rows)) for each in figures]

    splits = [
        (each.by, sorted(map(line_of(each.by), each.lines), key=repr), plain(each.total))
        for each in found.splits
    ]
    rows = sorted((row.key, row.sex, row.rank, row.unit, row.minutes, row.share) for row in found.persons)
    tests = sorted((row.key, row.pre, row.post, row.result, row.serial) for row in found.persons)
    return plain(found.figures), splits, rows, tests


def serials(story: Story) -> list[str]:
    """Return the numbers of the course's certificates."""
    return [each.serial for each in list_certificates(story.work.database, story.course)]


def label_en(label: Label) -> str:
    return messages.label_text(label, "en")


def told(found: Report) -> list[str]:
    return [label_en(label) for label in found.basis_told]


def put_state(work: Workplace, keys: list[str], state: CourseState) -> None:
    """Give courses a state, as anybody may have written."""
    writes = [Write("course", key, {"state": state.value}) for key in keys]
    work.journal.record(Label("course.step.close", {"code": "–"}), writes)


@pytest.mark.parametrize("seed", range(3))
def test_untidy_data_are_kept_as_they_were_counted_whatever_follows(trainer: Workplace, seed: int) -> None:
    untidy = Untidy(trainer, seed)
    untidy.write(120)
    untidy.complete()
    here = [course.key for course in stored.list_courses(trainer.database)]
    put_state(trainer, here, CourseState.CLOSED)
    for key in here:
        approval.approve(trainer, key, REASON)
    kept = numbers(building.report(trainer, by=FIXED, basis=Basis.APPROVED))
    assert kept == numbers(building.report(trainer, by=FIXED))
    untidy.write(60)
    put_state(trainer, here, CourseState.APPROVED)
    later = building.report(trainer, by=FIXED, basis=Basis.APPROVED)
    assert any(each.changes for each in later.approved)
    assert numbers(later) == kept


def test_a_period_cuts_both_alike(ended: Story) -> None:
    approval.approve(ended.work, ended.course, REASON)
    day = courses.get_course(ended.work, ended.course).course.first_day
    both = [
        building.report(ended.work, course=ended.course, first=day, last=day, by=FIXED, basis=basis)
        for basis in Basis
    ]
    assert numbers(both[0]) == numbers(both[1])
    assert both[0].figure("completions") != counted(ended).figure("completions")


def write_much_later(story: Story) -> None:
    """Write what files of other laptops bring after an approval."""
    work = story.work
    first, second, third, *_ = story.enrolments
    view = courses.get_course(work, story.course)
    held = [session.key for session in view.sessions]
    sessions.unlock_session(work, held[0], "хато")
    attendance.mark(work, first, held[0], Mark.ABSENT)
    scores.set_score(work, second, Occasion.POST, 100, 2000)
    certificates.void(work, serials(story)[0], "хато")
    other = {"rank": "general", "unit": "Дигар", "sex": "female", "duty_district": "Рашт"}
    writes = [Write("enrolment", third, {**other, "state": "withdrawn"})]
    writes += [Write("course", story.course, {"town": "Рашт", "code": "OTHER"})]
    writes += [Write("session", held[1], {"state": "cancelled"})]
    work.journal.record(Label("course.step.close", {"code": view.course.code}), writes, key=story.course)


def test_nothing_that_is_written_later_moves_it(ended: Story) -> None:
    approval.approve(ended.work, ended.course, REASON)
    before = numbers(counted(ended))
    write_much_later(ended)
    later = counted(ended)
    assert numbers(later) == before
    assert numbers(counted(ended, Basis.TODAY)) != before
    (course,) = later.approved
    assert course.changes
    assert f"changes since: {course.changes}" in told(later)[-1]
    assert later.courses == ("DSH-1",)


def test_a_deleted_enrolment_is_told_and_stays_counted(ended: Story) -> None:
    approval.approve(ended.work, ended.course, REASON)
    before = numbers(counted(ended))
    work = ended.work
    gone = Write("enrolment", ended.enrolments[0], {"_deleted": True})
    work.journal.record(Label("course.step.close", {"code": "DSH-1"}), [gone], key=ended.course)
    assert numbers(counted(ended)) == before
    found = approval.standing(work, ended.course)
    assert [messages.label_text(each.what, "en") for each in found.changes] == ["deleted"]
    assert found.moved


def test_people_who_are_joined_later_are_told(ended: Story) -> None:
    approval.approve(ended.work, ended.course, REASON)
    before = numbers(counted(ended))
    one, other = (enrolments.get_enrolment(ended.work, key).person for key in ended.enrolments[:2])
    joining.join(ended.work, one, other)
    found = counted(ended)
    assert numbers(found) == before
    said = [messages.label_text(label, "en") for label in found.notes]
    assert "People who were joined after the approval are counted apart here: 1 fewer as of today." in said
    kept = people.get_person(ended.work, one)
    rows = {row.key: (row.name, row.rank, row.unit) for row in found.persons}
    assert [rows[key][0] for key in ended.enrolments[:2]] == [kept.name, kept.name], (
        "names are those of today"
    )
    history.undo(ended.work)
    apart = {row.key: (row.name, row.rank, row.unit) for row in counted(ended).persons}
    assert apart[ended.enrolments[1]][0] != kept.name
    assert {key: row[1:] for key, row in apart.items()} == {key: row[1:] for key, row in rows.items()}


def test_of_several_courses_only_approved_ones_are_counted_and_the_others_are_named(ended: Story) -> None:
    work = ended.work
    day = courses.get_course(work, ended.course).course.first_day
    course_life.copy_course(work, ended.course, CourseCopy("DSH-2", day))
    with pytest.raises(TrainerError, match="report.none_approved"):
        building.report(work, basis=Basis.APPROVED)
    assert told(building.report(work)) == [], "where nothing is approved there is nothing to mix"
    approval.approve(work, ended.course, REASON)
    found, today = building.report(work, basis=Basis.APPROVED), building.report(work)
    assert (found.courses, found.unapproved) == (("DSH-1",), ("DSH-2",))
    assert set(today.courses) == {"DSH-1", "DSH-2"}
    assert "Not approved, so not counted here: DSH-2." in told(found)
    assert "Not approved: DSH-2." in told(today)
    assert numbers(building.report(work, course=ended.course, basis=Basis.APPROVED)) == numbers(found)


def test_what_was_taken_back_is_not_counted_as_approved(ended: Story) -> None:
    approval.approve(ended.work, ended.course, REASON)
    approval.take_back(ended.work, ended.course, "хато")
    assert courses.get_course(ended.work, ended.course).course.state is CourseState.CLOSED
    with pytest.raises(TrainerError, match="report.none_approved"):
        counted(ended)


def test_an_erased_person_leaves_a_number_and_no_rank_or_unit(ended: Story) -> None:
    work = ended.work
    person = enrolments.get_enrolment(work, ended.enrolments[0]).person
    people.change_person(
        work, person, {"rank": "major", "unit": "Шуъбаи махсус"}, enrolment=ended.enrolments[0]
    )
    approval.approve(work, ended.course, REASON)
    before = counted(ended)
    assert any(row.unit == "Шуъбаи махсус" for row in before.persons)
    assert not any(line.startswith("Erased since") for line in told(before))
    plan = erasing.preview(work, person)
    code = courses.get_course(work, ended.course).course.code
    assert plan.approved == (code,)
    stays = [messages.label_text(label, "en") for label in plan_words(plan).stays]
    assert any(line.startswith("The totals of all reports.") for line in stays)
    assert any(line.startswith(f"The same in what is approved already: {code}.") for line in stays)
    erasing.erase_person(work, person, "бо дархост")
    after = counted(ended)
    said = "Erased since approval: the data of 1 person. The totals are those approved; "
    assert any(line.startswith(said) for line in told(after))
    assert any(line.startswith(said) for line in report_document(after, label_en)["notes"])
    assert said not in " ".join(told(counted(ended, Basis.TODAY)))
    assert not any(row.unit == "Шуъбаи махсус" for row in after.persons)
    assert [(each.code, each.value) for each in after.figures] == [
        (each.code, each.value) for each in before.figures
    ]
    found = approvals.approval_of(work, ended.course)
    assert found is not None
    kept = {each.enrolment: each for each in kept_participations(work.database, found.key)}
    assert (kept[ended.enrolments[0]].rank, kept[ended.enrolments[0]].unit) == ("", "")
    assert kept[ended.enrolments[0]].days


def donor(found: Report) -> str:
    """Return the beginning of the donor's sentence: who took part."""
    return words_for_donor(found, "en").sentence.partition(" took part")[0]


def rank_everybody(story: Story) -> tuple[str, list[str]]:
    """Give everybody on the list a rank; return what the donor is told of them, and their keys."""
    work, keys = story.work, []
    for enrolment in story.enrolments:
        person = enrolments.get_enrolment(work, enrolment).person
        people.change_person(work, person, {"rank": "major"}, enrolment=enrolment)
        keys.append(person)
    told_before = donor(counted(story, Basis.TODAY))
    assert " police officers" in told_before
    assert "people" not in told_before
    return told_before, keys


def test_an_erased_officer_is_no_civilian_to_the_donor(ended: Story) -> None:
    """S1: "12 people (among them 11 police officers…)", also as approved, of twelve police officers."""
    work = ended.work
    all_police, keys = rank_everybody(ended)
    came = int(all_police.partition(" ")[0])
    approval.approve(work, ended.course, REASON)
    erasing.erase_person(work, keys[0], "бо дархост")
    assert donor(counted(ended)) == donor(counted(ended, Basis.TODAY)) == all_police
    assert not any("rank of" in note for note in words_for_donor(counted(ended), "en").notes)
    # Without its approval nothing tells any more; of nobody it is said that they are none.
    approval.take_back(work, ended.course, "хато")
    later = counted(ended, Basis.TODAY)
    assert donor(later).startswith(f"{came} people (among them at least {came - 1} police officers")
    (note,) = [note for note in words_for_donor(later, "en").notes if "rank of 1 person was erased" in note]
    assert note.endswith("is no longer known.")
    # Who approves it now knows no more than that.
    approval.approve(work, ended.course, REASON)
    assert donor(counted(ended)) == donor(later)


def test_a_civilian_among_the_erased_stays_one_in_what_was_approved(ended: Story) -> None:
    work = ended.work
    all_police, keys = rank_everybody(ended)
    came = int(all_police.partition(" ")[0])
    people.change_person(work, keys[0], {"rank": None}, enrolment=ended.enrolments[0])
    approval.approve(work, ended.course, REASON)
    before = donor(counted(ended))
    assert before.startswith(f"{came} people (among them {came - 1} police officers")
    for key in keys[:2]:
        erasing.erase_person(work, key, "бо дархост")
    assert counted(ended).about.officers == came - 1
    assert donor(counted(ended)) == before, "one of the two was, and nobody says which"


def test_erasing_after_an_approval_is_told_as_erasing(ended: Story, tmp_path: Path) -> None:
    """What it writes anew of certificates and rows is no work of then; what is done later is told besides."""
    work = ended.work
    person = enrolments.get_enrolment(work, ended.enrolments[0]).person
    approval.approve(work, ended.course, REASON)
    erasing.erase_person(work, person, "бо дархост")
    (change,) = approval.standing(work, ended.course).changes
    assert messages.label_text(change.where, "en") == f"Erased person {person[-4:]}"
    assert messages.label_text(change.what, "en").startswith("the data were erased")
    found = approvals.approval_of(work, ended.course)
    assert found is not None
    assert change.at > found.at
    assert change.user == work.user
    assert approvals.count_changes(work, found) == 1
    sheet = f"OWN-1017-{courses.get_course(work, ended.course).course.code}"
    scan = scans.png(tmp_path / "day 3.png")
    attachments.attach_sheets(work, [scan], ended.course, otherwise=sheet)
    told = [messages.label_text(each.what, "en") for each in approval.standing(work, ended.course).changes]
    assert told[-1] == "file day 3.png attached"
    assert len(told) == 2 == approvals.count_changes(work, found)


def test_what_later_work_writes_is_no_change(ended: Story) -> None:
    work = ended.work
    approval.approve(work, ended.course, REASON)
    serial = serials(ended)[0]
    certificates.receive(work, [serial])
    session = courses.get_course(work, ended.course).sessions[0]
    sessions.unlock_session(work, session.key, "хато")
    found = approval.standing(work, ended.course)
    assert (found.changes, found.moved) == ((), False)
