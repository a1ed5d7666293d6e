"""Closing with a list and a reason, approving with figures and fingerprint, and what changed afterwards."""

import json
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.actions.sheets import choose, scale
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history, saying
from trainer_app.actions.base.naming import Names
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, eligibility, signatories
from trainer_app.actions.courses import courses, enrolments, sessions
from trainer_app.actions.evaluations import feedback, scores
from trainer_app.actions.office import approval, approvals, building
from trainer_app.actions.people import joining, people
from trainer_app.actions.today import today
from trainer_app.domain.attendance.marks import Mark, missing_marks
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import derive_key, new_key
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import CertificateReceipt, SignatoryLine, SignatoryRole
from trainer_app.domain.courses.courses import CourseState
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.domain.office.approvals import Approval, OpenItem, OpenMatter, reason_at_closing
from trainer_app.domain.office.report_json import report_document
from trainer_app.domain.office.reports import Basis
from trainer_app.domain.today.overview import DueKind
from trainer_app.store.base.drafts import Write
from trainer_app.system import messages
from trainer_app.system.clock import FixedClock, civil_minute, zone_of

REASON = "варақа дар бойгонӣ"


@pytest.fixture(autouse=True)
def the_last_day(clock: FixedClock) -> None:
    """Let the course be over, so that it can be closed."""
    clock.advance(days=1)


def marked(work: Workplace, room: Room) -> None:
    for session in room.sessions:
        attendance.mark_rest(work, session)


def approved(work: Workplace, room: Room) -> Approval:
    marked(work, room)
    approval.close(work, room.course, REASON)
    approval.approve(work, room.course, REASON)
    found = approvals.approval_of(work, room.course)
    assert found is not None
    return found


def change_a_mark(work: Workplace, room: Room) -> None:
    sessions.unlock_session(work, room.sessions[0], "хато")
    attendance.mark(work, room.enrolments[0], room.sessions[0], Mark.ABSENT)


def test_what_is_open_is_listed_and_needs_a_reason(trainer: Workplace, room: Room) -> None:
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    found = {item.matter: item.count for item in approval.open_items(trainer, room.course)}
    table = attendance.grid(trainer, room.course)
    zone = courses.get_course(trainer, room.course).course.zone
    now = (trainer.clock.today(zone), civil_minute(trainer.clock.millis(), zone))
    parts = missing_marks(table, *now)
    over = [each for each in table.sessions if (each.day, each.end) <= now]
    assert 0 < len(over) < len(room.sessions)
    assert found[OpenMatter.MARKS] == parts.whole == len(over) * len(room.enrolments) - 1
    assert parts.earlier < parts.whole, "what is due of earlier days is a part of it"
    tally = courses.get_line(trainer, room.course).unmarked
    assert parts.whole == tally + parts.silent
    assert found[OpenMatter.SCANS] == 4
    assert OpenMatter.FEEDBACK not in found
    with pytest.raises(TrainerError, match="approval.needs_reason"):
        approval.close(trainer, room.course)
    assert courses.get_course(trainer, room.course).course.state is CourseState.PLANNED
    approval.close(trainer, room.course, REASON)
    course = courses.get_course(trainer, room.course).course
    assert course.state is CourseState.CLOSED
    assert (course.closed_by, course.left_open_reason) == (trainer.user, REASON)
    assert f"marks {found[OpenMatter.MARKS]}" in course.left_open
    assert course.closed_at is not None


def test_who_is_off_the_list_but_marked_present_is_open(trainer: Workplace, room: Room) -> None:
    marked(trainer, room)
    key = room.enrolments[0]
    enrolments.withdraw(trainer, key)
    found = {item.matter: item.count for item in approval.open_items(trainer, room.course)}
    assert found[OpenMatter.GONE] == 1, "who came to the end is counted in reports, and on no list"
    enrolments.reinstate(trainer, key)
    enrolments.withdraw(trainer, key, room.sessions[2])
    found = {item.matter: item.count for item in approval.open_items(trainer, room.course)}
    assert found[OpenMatter.GONE] == 1
    listed = {each.enrolment.key: each for each in enrolments.list_enrolments(trainer, room.course)}
    assert (listed[key].came, listed[key].came_after) == (len(room.sessions), len(room.sessions) - 2)
    counted, notes = approval.before_approving(trainer, room.course, "en")[1:3]
    assert dict(counted)["Participations"] == str(len(room.enrolments))
    assert any(note.startswith("1 of the participations is of people who came") for note in notes)
    told = building.report(trainer, course=room.course).told
    assert any(label.code == "counting.note_gone" for label in told)


def test_what_is_in_a_course_twice_and_cut_names_are_open(trainer: Workplace, room: Room) -> None:
    first, second, third, *_ = enrolments.list_enrolments(trainer, room.course)
    fields = ("family", "given", "patronymic", "sex", "unit")
    same = {name: getattr(first.person, name) for name in fields}
    people.change_person(trainer, second.person.key, same)
    people.change_person(trainer, third.person.key, {"patronymic": "Раҳмон…"})
    number = Write("enrolment", third.enrolment.key, {"number": first.enrolment.number})
    trainer.journal.record(Label("enrolment.step.edit"), [number])
    items = approval.open_items(trainer, room.course)
    told = {item.matter: messages.label_text(item.label, "en") for item in items}
    assert told[OpenMatter.PAIRS] == "pairs of people who may be one (Review): 1"
    assert told[OpenMatter.NUMBERS] == "numbers on the list given twice (Review): 1"
    assert told[OpenMatter.CUT] == "names cut off (Participants): 1"
    shown = {each.kind: each.count for each in today.due_before_closing(trainer, room.course)}
    kinds = (DueKind.PAIRS, DueKind.NUMBERS, DueKind.CUT_NAME)
    assert [shown[kind] for kind in kinds] == [1, 1, 1], "the overview says the same"
    joining.join(trainer, first.person.key, second.person.key)
    found = {item.matter: item.count for item in approval.open_items(trainer, room.course)}
    assert (found[OpenMatter.TWICE], found.get(OpenMatter.PAIRS)) == (1, None)
    twice = [each for each in today.due_before_closing(trainer, room.course) if each.kind is DueKind.TWICE]
    assert [each.count for each in twice] == [1]


def test_certificates_without_a_successor_and_those_not_handed_over_are_open(
    trainer: Workplace, room: Room
) -> None:
    marked(trainer, room)
    for enrolment in room.enrolments:
        scores.set_score(trainer, enrolment, Occasion.POST, 2000, 2000)
    serials = [each.serial for each in certificates.issue(trainer, room.course).certificates]
    chosen = [each.enrolment for each in eligibility.board(trainer, room.course) if each.certificate]
    certificates.receive(trainer, serials[2:])
    certificates.void(trainer, serials[0], "доғ")
    certificates.receive(trainer, serials[1:2], CertificateReceipt.NO)
    told = [messages.label_text(item.label, "en") for item in approval.open_items(trainer, room.course)]
    assert "certificates declared void, without a new one: 1" in told
    assert "certificates not handed over yet: 1" in told
    certificates.receive(trainer, serials[1:2])
    again = certificates.issue(trainer, room.course, only=frozenset(chosen)).certificates
    certificates.receive(trainer, [each.serial for each in again])
    left = {item.matter for item in approval.open_items(trainer, room.course)}
    assert not left & {OpenMatter.VOIDED, OpenMatter.RECEIPTS}


def test_who_has_no_post_test_and_missing_feedback_are_open_as_they_are_due(
    trainer: Workplace, room: Room
) -> None:
    choose(trainer, room.course, [scale()], kind=FormKind.TEST, occasion=Occasion.POST)
    sheet = choose(trainer, room.course, [scale(), scale()], kind=FormKind.FEEDBACK, occasion=Occasion.END)
    scores.set_score(trainer, room.enrolments[0], Occasion.POST, 2000, 2000)
    trainer.clock.advance(days=9)  # type: ignore[attr-defined]
    matters = (OpenMatter.POST_TESTS, OpenMatter.NO_FEEDBACK)
    left = {each.matter: each.count for each in approval.open_items(trainer, room.course)}
    shown = {each.kind: each.count for each in today.due_before_closing(trainer, room.course)}
    missing = len(room.enrolments) - 1
    assert all(each.needs_reason for each in approval.open_items(trainer, room.course)), "not one sheet"
    assert [left[each] for each in matters] == [missing, len(room.enrolments)]
    assert [shown[each] for each in (DueKind.POST_TEST, DueKind.FEEDBACK)] == [left[each] for each in matters]
    feedback.key_paper(trainer, sheet.sitting, ["4", "5"])
    for enrolment in room.enrolments[1:]:
        scores.set_score(trainer, enrolment, Occasion.POST, 2000, 2000)
    left = {each.matter: each.count for each in approval.open_items(trainer, room.course)}
    shown = {each.kind: each.count for each in today.due_before_closing(trainer, room.course)}
    assert (left[OpenMatter.NO_FEEDBACK], shown[DueKind.FEEDBACK]) == (missing, missing)
    assert (left.get(OpenMatter.POST_TESTS), left[OpenMatter.FEEDBACK]) == (None, 1), "one sheet waits"
    needing = {each.matter for each in approval.open_items(trainer, room.course) if each.needs_reason}
    assert OpenMatter.FEEDBACK in needing
    assert OpenMatter.NO_FEEDBACK not in needing, "nobody has to hand one in"
    for _ in range(missing):
        feedback.key_paper(trainer, sheet.sitting, ["4", "5"])
    assert OpenMatter.NO_FEEDBACK not in {each.matter for each in approval.open_items(trainer, room.course)}


def test_sheets_that_wait_and_sessions_to_come_are_open(trainer: Workplace, room: Room) -> None:
    sheet = choose(trainer, room.course, [scale(), scale()], kind=FormKind.FEEDBACK, occasion=Occasion.END)
    feedback.key_paper(trainer, sheet.sitting, ["4", "5"])
    feedback.answer_paper(trainer, feedback.begin_paper(trainer, sheet.sitting), 0, "4")
    found = {item.matter: item for item in approval.open_items(trainer, room.course)}
    assert found[OpenMatter.FEEDBACK].count == 2
    assert "feedback sheets" in messages.label_text(found[OpenMatter.FEEDBACK].label, "en")
    view = courses.get_course(trainer, room.course)
    now = (trainer.clock.today(view.course.zone), civil_minute(trainer.clock.millis(), view.course.zone))
    coming = [each for each in view.sessions if (each.day, each.end) > now]
    assert found.get(OpenMatter.COMING, OpenItem(OpenMatter.COMING, 0)).count == len(coming)
    last = view.sessions[-1]
    ends = datetime.combine(last.day, time(last.end // 60, last.end % 60), zone_of(view.course.zone))
    trainer.clock.set(ends - timedelta(minutes=1))  # type: ignore[attr-defined]
    found = {item.matter: item for item in approval.open_items(trainer, room.course)}
    assert found[OpenMatter.COMING].count == 1
    trainer.clock.set(ends)  # type: ignore[attr-defined]
    assert OpenMatter.COMING not in {item.matter for item in approval.open_items(trainer, room.course)}


def test_closing_is_one_step_which_is_taken_back_whole(trainer: Workplace, room: Room) -> None:
    marked(trainer, room)
    before = [step.number for step in history.recent(trainer)]
    approval.close(trainer, room.course, REASON)
    (step,) = [step for step in history.recent(trainer) if step.number not in before]
    assert step.label.code == "course.step.close", "Today lists it once"
    history.undo(trainer)
    course = courses.get_course(trainer, room.course).course
    assert course.state is CourseState.PLANNED
    assert (course.closed_by, course.closed_at, course.left_open_reason) == ("", None, "")


def test_only_a_closed_course_is_approved_and_only_once(trainer: Workplace, room: Room) -> None:
    with pytest.raises(TrainerError, match="course.not_closed"):
        approval.approve(trainer, room.course, REASON)
    found = approved(trainer, room)
    assert (found.by, found.reason) == (trainer.user, REASON)
    assert found.at < trainer.clock.millis()
    assert found.figures["figures"]["participations"] == 3
    assert courses.get_course(trainer, room.course).course.state is CourseState.APPROVED
    with pytest.raises(TrainerError, match="course.approved"):
        approval.approve(trainer, room.course, REASON)
    own = enrolments.get_enrolment(trainer, room.enrolments[0])
    with pytest.raises(TrainerError, match="enrolment.facts_fixed"):
        people.change_person(trainer, own.person, {"rank": "major"}, enrolment=own.key)


def test_a_laptop_with_an_office_does_not_approve(joined: Workplace, bureau: Workplace) -> None:
    room = courses.list_courses(joined)
    course = room[0].course.key if room else ""
    with pytest.raises(TrainerError, match="approval.office_only"):
        approval.approve(joined, course, REASON)
    with pytest.raises(TrainerError, match="approval.office_only"):
        approval.take_back(joined, course, REASON)


def test_nothing_moved_and_then_something_did(trainer: Workplace, room: Room) -> None:
    found = approved(trainer, room)
    assert approvals.fingerprint(trainer, room.course) == found.fingerprint
    assert approvals.changes_since(trainer, found) == []
    change_a_mark(trainer, room)
    assert approvals.fingerprint(trainer, room.course) != found.fingerprint
    later = approval.standing(trainer, room.course).changes
    assert [change.user for change in later] == [trainer.user] * len(later)
    assert any(
        change.what.code == "attendance.mark.absent" or "absent" in str(change.what) for change in later
    )
    # The approval still says what it said then.
    assert approvals.approval_of(trainer, room.course) == found


def test_points_that_changed_since_say_what_they_were(trainer: Workplace, room: Room) -> None:
    """P3: the line said what they are, and nobody saw what was approved."""
    first, second = room.enrolments[:2]
    for enrolment, points in ((first, 1100), (second, 1250)):
        scores.set_score(trainer, enrolment, Occasion.POST, points, 2000)
    approved(trainer, room)

    def told() -> list[str]:
        later = approval.standing(trainer, room.course).changes
        return [messages.label_text(each.what, "en") for each in later]

    scores.set_score(trainer, first, Occasion.POST, 1300, 2000)
    scores.set_score(trainer, second, Occasion.PRE, 700, 2000)
    changed, new = told()
    assert changed == "post-test: 13 of 20, was 11"
    assert new.startswith("pre-test: ")
    assert "was" not in new
    scores.set_score(trainer, second, Occasion.POST, 1400, 2500)
    assert told()[-1] == "post-test: 14 of 25, was 12.5 of 20"
    scores.set_score(trainer, first, Occasion.POST, None, 2000)
    assert any(each.endswith(", was 11 of 20") for each in told())


def test_of_a_re_sit_each_paper_says_what_it_was_itself(trainer: Workplace, room: Room) -> None:
    """It said what counted then, which was another paper; one that is new was nothing."""
    first, occasion = room.enrolments[0], Occasion.POST

    def sit_again(attempt: int, points: int) -> None:
        own = {"course": room.course, "enrolment": first, "occasion": occasion.value, "number": 1}
        told = {**own, "attempt": attempt, "points": points, "out_of": 2000}
        key = derive_key("paper", first, occasion.value, str(attempt))
        trainer.journal.record(Label("evaluation.step.score"), [Write("paper", key, told)])

    scores.set_score(trainer, first, occasion, 1000, 2000)
    scores.set_score(trainer, first, occasion, 1100, 2000)
    sit_again(2, 1500)
    found = approved(trainer, room)
    scores.set_score(trainer, first, occasion, 1200, 2000)
    scores.set_score(trainer, first, occasion, 1300, 2000)
    sit_again(3, 1600)
    said = [messages.label_text(each.what, "en") for each in approvals.changes_since(trainer, found)]
    assert "post-test: 13 of 20, was 11" in said
    assert ["was" in each for each in said] == [True, False]


def test_an_approval_is_taken_back_with_a_reason_and_stays_on_record(trainer: Workplace, room: Room) -> None:
    found = approved(trainer, room)
    with pytest.raises(TrainerError, match="approval.needs_reason_to_reopen"):
        approval.take_back(trainer, room.course, " ")
    approval.take_back(trainer, room.course, "як қайд нодуруст")
    course = courses.get_course(trainer, room.course).course
    assert course.state is CourseState.CLOSED
    assert (course.left_open_reason, course.reopened_reason) == (REASON, "як қайд нодуруст")
    written = {"approved": False, "reopened_reason": course.reopened_reason}
    said = messages.label_text(saying.say_each(Names(trainer), "course", written), "ru")
    assert "почему отозвано утверждение: як қайд нодуруст" in said
    assert approvals.approval_of(trainer, room.course) == found
    with pytest.raises(TrainerError, match="approval.none"):
        approval.take_back(trainer, room.course, "як қайд нодуруст")


def stated(work: Workplace, room: Room) -> Any:
    """Return the report of the course as a document."""
    found = building.report(work, course=room.course)
    return report_document(found, partial(messages.label_text, language="en"))


def test_a_report_states_fingerprints_that_are_verified(
    trainer: Workplace, room: Room, tmp_path: Path
) -> None:
    approved(trainer, room)
    file = tmp_path / "report.json"
    file.write_text(json.dumps(stated(trainer, room)), "utf-8")
    (found,) = approvals.verify(trainer, approvals.read_stated(file))
    assert (found.code, found.same) == ("DSH1", True)
    change_a_mark(trainer, room)
    (found,) = approvals.verify(trainer, approvals.read_stated(file))
    assert not found.same
    assert stated(trainer, room)["approved"][0]["changes_since"] == 1


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{", "approval.unreadable"),
        ("[]", "approval.unreadable"),
        ('{"approved": []}', "approval.none_stated"),
        ('{"approved": [{"course": "X"}]}', "approval.unreadable"),
    ],
)
def test_what_is_no_report_is_refused(tmp_path: Path, text: str, code: str) -> None:
    file = tmp_path / "other.json"
    file.write_text(text, "utf-8")
    with pytest.raises(TrainerError, match=code):
        approvals.read_stated(file)


def told(work: Workplace, room: Room, language: str = "en") -> list[str]:
    """Return what is said of what changed since the approval, in one language."""
    return [
        f"{messages.label_text(each.where, language)}: {messages.label_text(each.what, language)}"
        for each in approval.standing(work, room.course).changes
    ]


def test_a_later_mark_says_in_which_session(trainer: Workplace, room: Room) -> None:
    approved(trainer, room)
    change_a_mark(trainer, room)
    (line,) = told(trainer, room)
    session = sessions.get_session(trainer, room.sessions[0])
    assert f", session {session.number} on " in line
    assert line.endswith(": absent")


def test_joining_and_parting_people_of_the_course_is_told(trainer: Workplace, room: Room) -> None:
    first, second = (enrolments.get_enrolment(trainer, each).person for each in room.enrolments[:2])
    found = approved(trainer, room)
    other = people.create_person(trainer, {"family": "Каримов", "given": "Ҳасан"}).key
    assert other is not None
    joining.join(trainer, first, other)
    assert told(trainer, room) == [], "nobody of the course is another one of it"
    joining.join(trainer, first, second)
    (line,) = told(trainer, room)
    assert "one person" in line
    assert approvals.count_changes(trainer, found) == 1
    joining.unjoin(trainer, second)
    (line,) = told(trainer, room)
    assert line.endswith("no longer joined")
    assert people.get_person(trainer, first).family in line


def save(file: Path, document: Any) -> Path:
    file.write_text(json.dumps(document), "utf-8")
    return file


def test_a_report_as_approved_holds_although_the_data_moved(
    trainer: Workplace, room: Room, tmp_path: Path
) -> None:
    approved(trainer, room)
    say = partial(messages.label_text, language="en")
    whole = report_document(building.report(trainer, basis=Basis.APPROVED), say)
    file = save(tmp_path / "report.json", whole)
    change_a_mark(trainer, room)
    found = approval.verify_saved(trainer, file)
    assert (found.holds, found.figures) == (True, True)
    assert [each.same for each in found.courses] == [False]
    today = save(tmp_path / "today.json", stated(trainer, room))
    assert not approval.verify_saved(trainer, today).holds
    # Whoever changes a figure in the file is found out.
    other = {**whole, "figures": {**dict(whole["figures"]), "women": 99}}  # type: ignore[call-overload]
    found = approval.verify_saved(trainer, save(file, other))
    assert (found.holds, found.figures) == (False, False)
    found = approval.verify_saved(trainer, save(file, {**whole, "courses": ["DSH1", "OTHER"]}))
    assert (found.holds, found.figures) == (False, False)
    # Nor does it prove anything with figures of something that was never approved, or without saying of what.
    for extent in ({"project": new_key()}, {"first": "soon"}, None):
        found = approval.verify_saved(trainer, save(file, {**other, "extent": extent}))
        assert (found.holds, found.figures) == (False, None), extent


def test_a_report_of_an_older_approval_is_told(trainer: Workplace, room: Room, tmp_path: Path) -> None:
    approved(trainer, room)
    say = partial(messages.label_text, language="en")
    document = report_document(building.report(trainer, course=room.course, basis=Basis.APPROVED), say)
    file = save(tmp_path / "report.json", document)
    assert approval.verify_saved(trainer, file).holds
    approval.take_back(trainer, room.course, "хато")
    change_a_mark(trainer, room)
    approval.approve(trainer, room.course, REASON)
    found = approval.verify_saved(trainer, file)
    assert [each.as_approved for each in found.courses] == [False]
    assert not found.holds


def test_a_long_text_is_shortened() -> None:
    assert approvals.shorten("кӯтоҳ\nва дароз") == "кӯтоҳ ва дароз"
    long = approvals.shorten("дароз " * 100)
    assert long.endswith("…")
    assert len(long) <= 120


def test_what_becomes_of_certificates_is_told_in_words(trainer: Workplace, room: Room) -> None:
    marked(trainer, room)
    for enrolment in room.enrolments:
        scores.set_score(trainer, enrolment, Occasion.POST, 1600, 2000)
    issued = certificates.issue(trainer, room.course).certificates
    first, second = (next(one for one in issued if one.enrolment == each) for each in room.enrolments[:2])
    approval.close(trainer, room.course, REASON)
    approval.approve(trainer, room.course, REASON)
    assert told(trainer, room) == []
    person = enrolments.get_enrolment(trainer, room.enrolments[0]).person
    people.change_person(trainer, person, {"family": "Қодирзода"})
    (made,) = certificates.renew(trainer, room.course, "ном ислоҳ шуд").certificates
    lines = told(trainer, room)
    assert any(f"certificate {made.serial} issued: completion" in line for line in lines), lines
    assert any(f"certificate {first.serial} is replaced by {made.serial}" in line for line in lines), lines
    certificates.void(trainer, second.serial, "хато")
    assert any(f"certificate {second.serial} is void: хато" in each for each in told(trainer, room))
    for language in ("en", "ru", "tg"):
        for line in told(trainer, room, language):
            assert len(line) < 200, line
            assert not any(raw in line for raw in ("{", "TRC1:", "eyJ")), line
            assert language == "en" or "completion" not in line, line


def test_certificates_that_nobody_signs_are_open(trainer: Workplace, room: Room) -> None:
    """Closing asked about everything but the line for a signature, which was missing on the paper."""
    marked(trainer, room)
    for enrolment in room.enrolments:
        scores.set_score(trainer, enrolment, Occasion.POST, 2000, 2000)
    assert OpenMatter.SIGNATURES not in {item.matter for item in approval.open_items(trainer, room.course)}
    # Whoever leads is to sign, and nobody leads.
    signatories.set_signatories(trainer, [SignatoryLine(SignatoryRole.LEAD_TRAINER)], course=room.course)
    found = {item.matter: item.count for item in approval.open_items(trainer, room.course)}
    assert found[OpenMatter.SIGNATURES] == len(room.enrolments)
    certificates.issue(trainer, room.course)
    found = {item.matter: item.count for item in approval.open_items(trainer, room.course)}
    assert found[OpenMatter.SIGNATURES] == len(room.enrolments), "issued so"


def test_certificates_without_the_lead_trainers_line_are_open(trainer: Workplace, room: Room) -> None:
    """S3: the head signed, nobody led, and closing said nothing of the line that is missing."""
    marked(trainer, room)
    for enrolment in room.enrolments:
        scores.set_score(trainer, enrolment, Occasion.POST, 2000, 2000)
    head = SignatoryLine(SignatoryRole.PERSON, Texts(tg="Н. Каримова"))
    lines = [head, SignatoryLine(SignatoryRole.LEAD_TRAINER)]
    signatories.set_signatories(trainer, lines, course=room.course)
    found = {item.matter: item.count for item in approval.open_items(trainer, room.course)}
    assert found[OpenMatter.LEAD] == len(room.enrolments)
    assert OpenMatter.SIGNATURES not in found
    certificates.issue(trainer, room.course)
    found = {item.matter: item.count for item in approval.open_items(trainer, room.course)}
    assert found[OpenMatter.LEAD] == len(room.enrolments), "issued so"
    signatories.set_signatories(trainer, [head], course=room.course)
    found = {item.matter: item.count for item in approval.open_items(trainer, room.course)}
    assert OpenMatter.LEAD not in found, "no lead trainer is to sign"


def test_the_reason_of_closing_holds_for_the_very_same_that_is_open(trainer: Workplace, room: Room) -> None:
    marked(trainer, room)
    left = approval.open_items(trainer, room.course)
    assert left
    approval.close(trainer, room.course, REASON)
    course = courses.get_course(trainer, room.course).course
    assert reason_at_closing(course, left) == REASON
    assert reason_at_closing(course, left[1:]) == ""
    assert reason_at_closing(course, [replace(left[0], count=left[0].count + 1), *left[1:]]) == ""
