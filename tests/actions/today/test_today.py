"""The first screen's facts: what comes next by urgency, what is due, several courses, the turn of the day."""

from datetime import date
from pathlib import Path

import pytest

from tests.actions.on_server import moved
from tests.actions.sheets import feed_back
from tests.kit.postgres import postgres, statements_of
from tests.kit.samples import FIRST, LAST, PEOPLE, SERIES
from tests.kit.writing import Room, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history, identity
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import agendas, courses, enrolments, sessions, teachers
from trainer_app.actions.evaluations import scores
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.office import approval, erasing, office
from trainer_app.actions.people import people
from trainer_app.actions.today import today
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, TeachingRole, as_draft
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.exchange.laptops import PACK_COURSES
from trainer_app.domain.today.overview import Due, DueKind, NextKind
from trainer_app.system.clock import FixedClock, tells_day_only

COUNT = len(PEOPLE)


def at(clock: FixedClock, day: int, hour: int, minute: int = 0) -> None:
    """Put the clock at a time of a day of October 2018 in Dushanbe (UTC+5)."""
    clock.now = 1538352000000 + ((day - 1) * 24 * 60 + (hour - 5) * 60 + minute) * 60_000


def mark_all(work: Workplace, room: Room, until: int) -> None:
    for session in room.sessions[:until]:
        attendance.mark_rest(work, session)


def kinds(work: Workplace, course: str) -> dict[DueKind, int]:
    return {each.kind: each.count for each in today.due(work, course)}


def name_trainer(work: Workplace, room: Room) -> None:
    first = courses.get_course(work, room.course).sessions[0]
    sessions.change_session(work, first.key, replace(sessions.draft_of(first), trainers=("Сафаров А.",)))


# Questions to a server


@pytest.mark.parametrize("over", [False, True], ids=["running", "over"])
@pytest.mark.parametrize("place", ["trainer", "office"])
def test_the_day_is_read_in_few_questions_however_many_courses_there_are(
    place: str, over: bool, joined: Workplace, bureau: Workplace, clock: FixedClock
) -> None:
    own = bureau if place == "office" else joined

    def asked(work: Workplace) -> int:
        work.release()
        with statements_of(work.database) as said:
            view = today.overview(work)
        assert len(view.others) == (0 if over else len(courses.list_courses(work)) - 1)
        assert (DueKind.SCANS in {each.kind for each in view.due}) is over
        return len(said)

    def add(work: Workplace, number: int) -> None:
        draft = replace(SERIES.draft, code=f"K{number}")
        room = write_course(work, replace(SERIES, draft=draft, project=None))
        mark_all(work, room, 6)

    with moved(own, postgres()) as work:
        for number in range(2):
            add(work, number)
        at(clock, LAST.day + over, 17)
        few = asked(work)
        assert few <= 48
        for number in range(2, 6):
            add(work, number)
        assert asked(work) == few


# The next step


def test_the_morning_begins_with_the_first_session(trainer: Workplace, clock: FixedClock, room: Room) -> None:
    at(clock, 15, 8, 40)
    step = today.overview(trainer).next_step
    assert (step.kind, step.session, step.session_number) == (NextKind.COMING, room.sessions[0], 1)
    assert (step.course, step.start, step.course_code) == (room.course, 540, "")


def test_the_session_in_the_room_comes_before_what_was_left_behind(
    trainer: Workplace, clock: FixedClock, room: Room
) -> None:
    third = courses.get_course(trainer, room.course).sessions[2]
    at(clock, 15, third.start // 60, third.start % 60)
    step = today.overview(trainer).next_step
    assert (step.kind, step.session, step.done, step.whole) == (NextKind.MARK, room.sessions[2], 0, COUNT)
    attendance.mark_rest(trainer, room.sessions[2])
    assert today.overview(trainer).next_step.session == room.sessions[0]


def test_the_next_session_comes_first_half_an_hour_before_it_begins(
    trainer: Workplace, clock: FixedClock, room: Room
) -> None:
    fourth = courses.get_course(trainer, room.course).sessions[3]
    at(clock, 16, fourth.start // 60 - 1, fourth.start % 60 + 29)
    assert today.overview(trainer).next_step.kind is NextKind.DUE, "yesterday is not marked"
    at(clock, 16, fourth.start // 60 - 1, fourth.start % 60 + 30)
    step = today.overview(trainer).next_step
    assert (step.kind, step.session) == (NextKind.COMING, fourth.key)


def test_marks_of_earlier_days_lead_to_the_first_of_them(
    trainer: Workplace, clock: FixedClock, room: Room
) -> None:
    at(clock, 17, 19)
    mark_all(trainer, room, 9)
    attendance.mark(trainer, room.enrolments[1], room.sessions[4], None)
    attendance.mark(trainer, room.enrolments[2], room.sessions[5], None)
    view = today.overview(trainer)
    assert view.next_step.kind is NextKind.DUE
    assert view.next_step.due == Due(DueKind.UNMARKED, room.course, 2, room.sessions[4])
    assert view.next_step.session == room.sessions[4]
    assert DueKind.UNMARKED not in {each.kind for each in view.due}, "it is not said twice"


def test_a_cancelled_or_locked_session_is_not_missing(
    trainer: Workplace, clock: FixedClock, room: Room
) -> None:
    at(clock, 16, 6)
    assert kinds(trainer, room.course)[DueKind.UNMARKED] == 3 * COUNT
    sessions.cancel_session(trainer, room.sessions[0], "барқ набуд")
    assert kinds(trainer, room.course)[DueKind.UNMARKED] == 2 * COUNT
    assert today.overview(trainer).next_step.session == room.sessions[1]


def test_the_evening_sends_and_then_what_is_left_is_said(joined: Workplace, clock: FixedClock) -> None:
    room = write_course(joined)
    at(clock, 15, 20)
    mark_all(joined, room, 3)
    step = today.overview(joined).next_step
    assert (step.kind, step.whole > 0) == (NextKind.SEND, True)


def test_the_last_evening_issues_before_it_sends(trainer: Workplace, clock: FixedClock, room: Room) -> None:
    at(clock, 18, 8)
    mark_all(trainer, room, 9)
    assert today.overview(trainer).next_step.kind is not NextKind.ISSUE, "sessions are still to come"
    mark_all(trainer, room, 12)
    at(clock, 18, 20)
    view = today.overview(trainer)
    assert (view.next_step.kind, view.next_step.whole) == (NextKind.ISSUE, COUNT)
    found = {each.kind: each.count for each in view.due}
    assert found[DueKind.POST_TEST] == COUNT
    assert found[DueKind.FEEDBACK] == COUNT
    assert DueKind.CERTIFICATES not in found


def test_certificates_depend_on_post_tests_only_where_the_rule_asks_for_them(
    trainer: Workplace, clock: FixedClock, room: Room
) -> None:
    at(clock, 18, 20)

    def ruled() -> bool:
        return next(each.ruled for each in today.overview(trainer).due if each.kind is DueKind.POST_TEST)

    assert ruled()
    course = courses.get_course(trainer, room.course).course
    rule = replace(course.rule, post_test=None)
    courses.change_course(trainer, room.course, replace(as_draft(CourseDraft, course), rule=rule))
    assert not ruled()


def test_nothing_is_left_when_everything_is_done(bureau: Workplace, clock: FixedClock) -> None:
    room = write_course(bureau)
    name_trainer(bureau, room)
    at(clock, 16, 20)
    for row in attendance.grid(bureau, room.course).rows:
        people.change_person(bureau, row.person, {"latin": "As in the passport"})
    view = today.overview(bureau)
    assert (view.next_step.kind, view.due) == (NextKind.NOTHING, ())


def test_the_office_is_told_of_missing_marks_that_no_trainer_will_send(
    bureau: Workplace, clock: FixedClock
) -> None:
    """S3: in a course without a trainer nobody was told of them until it was over."""
    room = write_course(bureau)
    at(clock, 16, 9, 30)

    def told() -> list[Due]:
        view = today.overview(bureau)
        return [each for each in (view.next_step.due, *view.due) if each and each.kind is DueKind.UNTAUGHT]

    (line,) = told()
    assert (line.count, line.session) == (3 * COUNT, room.sessions[0])
    bureau.store.change_setting(PACK_COURSES, {"K7": [room.course]})
    assert told() == [], "a laptop has it, and will send them"
    bureau.store.change_setting(PACK_COURSES, {})
    assert len(told()) == 1
    teachers.assign_new(bureau, room.course, "Сафаров Алишер", TeachingRole.LEAD_TRAINER)
    assert told() == [], "he will send them"
    history.undo(bureau)
    assert len(told()) == 1
    name_trainer(bureau, room)
    assert told() == []


def test_the_office_is_not_asked_for_marks(bureau: Workplace, clock: FixedClock) -> None:
    name_trainer(bureau, write_course(bureau))
    at(clock, 16, 9, 30)
    view = today.overview(bureau)
    assert view.next_step.kind is NextKind.DUE
    assert {each.kind for each in (*view.due, view.next_step.due) if each} <= {
        DueKind.NO_LATIN_NAME,
        DueKind.SEX_UNKNOWN,
    }
    assert len(view.sessions) == 3, "it sees what happens"


# What is due


def test_walk_ins_with_a_name_only_are_counted_apart(
    trainer: Workplace, clock: FixedClock, room: Room
) -> None:
    at(clock, 15, 8)
    before = kinds(trainer, room.course)
    assert DueKind.NAME_ONLY not in before
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], Mark.PRESENT)
    enrolments.add_by_name(trainer, room.course, "Юсуфов Алишер")
    came = enrolments.add_by_name(trainer, room.course, "капитан Эмомов Сироҷиддин").key or ""
    found = kinds(trainer, room.course)
    assert (found[DueKind.NAME_ONLY], found[DueKind.SEX_UNKNOWN]) == (1, 1)
    person = enrolments.get_enrolment(trainer, came).person
    people.change_person(trainer, person, {"sex": "male"})
    assert DueKind.SEX_UNKNOWN not in kinds(trainer, room.course)


def test_tests_and_feedback_stop_being_due_when_they_are_keyed_in(
    trainer: Workplace, clock: FixedClock, room: Room
) -> None:
    at(clock, 15, 9)
    assert kinds(trainer, room.course)[DueKind.PRE_TEST] == COUNT
    assert DueKind.POST_TEST not in kinds(trainer, room.course)
    for place, enrolment in enumerate(room.enrolments):
        scores.set_score(trainer, enrolment, Occasion.PRE, 1000, 2000)
        left = kinds(trainer, room.course).get(DueKind.PRE_TEST, 0)
        assert left == COUNT - place - 1
    at(clock, 18, 9)
    assert kinds(trainer, room.course)[DueKind.FEEDBACK] == COUNT
    feed_back(trainer, room.course, ("5",))
    assert DueKind.FEEDBACK not in kinds(trainer, room.course)


def test_nobody_waits_for_the_test_of_whoever_left_the_course(
    trainer: Workplace, clock: FixedClock, room: Room
) -> None:
    """Neither of one replaced, though a test of before is there, nor of one who withdrew after coming."""
    first, second, *_ = room.enrolments
    for each in (first, second):
        attendance.mark(trainer, each, room.sessions[0], Mark.PRESENT)
    scores.set_score(trainer, first, Occasion.PRE, 1000, 2000)
    at(clock, 18, 9)
    assert kinds(trainer, room.course)[DueKind.POST_TEST] == COUNT
    enrolments.withdraw(trainer, first)
    enrolments.withdraw(trainer, second)
    found = kinds(trainer, room.course)
    assert (found[DueKind.PRE_TEST], found[DueKind.POST_TEST]) == (COUNT - 2, COUNT - 2)


def test_sessions_of_tomorrow_need_a_trainer_where_others_have_one(
    trainer: Workplace, clock: FixedClock, room: Room
) -> None:
    at(clock, 15, 9)
    assert DueKind.NO_TRAINER not in kinds(trainer, room.course), "nobody plans trainers here"
    person = people.create_person(trainer, {"family": "Назарова"}).key or ""
    first = courses.get_course(trainer, room.course).sessions[0]
    draft = sessions.draft_of(first)
    sessions.change_session(trainer, first.key, replace(draft, trainers=(person,)))
    assert kinds(trainer, room.course)[DueKind.NO_TRAINER] == 3
    due = next(each for each in today.due(trainer, room.course) if each.kind is DueKind.NO_TRAINER)
    assert due.session == room.sessions[3]
    at(clock, 18, 9)
    assert DueKind.NO_TRAINER not in kinds(trainer, room.course), "there is no tomorrow"


def test_what_is_due_comes_by_urgency(trainer: Workplace, clock: FixedClock, room: Room) -> None:
    enrolments.add_by_name(trainer, room.course, "Юсуфов Алишер")
    at(clock, 18, 9)
    order = list(DueKind)
    places = [order.index(each.kind) for each in today.due(trainer, room.course)]
    assert places == sorted(places)
    assert len(places) > 4


# Several courses, and the clock


@pytest.fixture
def second(trainer: Workplace, room: Room) -> str:
    draft = CourseDraft("KHJ-1", Texts(en="Other"), FIRST, date(2018, 10, 16), town="Хуҷанд")
    key = courses.create_course(trainer, draft).key or ""
    agendas.plan_sessions(trainer, key, DayPlan(per_day=1, first_start=600))
    enrolments.add_walk_in(trainer, key, "Юсуфов Алишер", first_day=FIRST)
    return key


def test_courses_that_run_at_once_are_named(
    trainer: Workplace, clock: FixedClock, room: Room, second: str
) -> None:
    at(clock, 15, 10, 10)
    view = today.overview(trainer)
    assert view.course is not None
    assert (view.course.code, [each.code for each in view.others]) == ("DSH1", ["KHJ-1"])
    assert {session.course_code for session in view.sessions} == {"DSH1", "KHJ-1"}
    assert view.next_step.course_code in ("DSH1", "KHJ-1")
    assert all(each.course_code for each in view.due)
    sexless = next(each for each in view.due if each.kind is DueKind.NO_LATIN_NAME)
    assert sexless.course_code == "DSH1, KHJ-1", "one line of both, with their sum"
    both = [today.due(trainer, course) for course in (room.course, second)]
    assert sexless.count == sum(each.count for due in both for each in due if each.kind is sexless.kind)


def test_a_course_that_is_over_is_still_asked_until_it_is_closed(
    trainer: Workplace, clock: FixedClock, room: Room, second: str
) -> None:
    at(clock, 17, 9)
    unmarked = [each.course_code for each in today.overview(trainer).due if each.kind is DueKind.UNMARKED]
    assert "KHJ-1" in unmarked[0]
    courses.close_course(trainer, second)
    view = today.overview(trainer)
    assert second not in {each.course for each in view.due}
    assert not any(each.course_code for each in view.due)
    assert (view.others, view.next_step.course_code) == ((), "")


def test_it_is_said_in_how_many_old_courses_nothing_is_counted(trainer: Workplace, clock: FixedClock) -> None:
    """Today asks the twelve newest of those that are over: of the others it says that they are there."""
    made = []
    for number in range(14):
        draft = CourseDraft(
            f"S{number}", Texts(en="Seminar"), date(2018, 9, 1 + number), date(2018, 9, 2 + number)
        )
        made.append(courses.create_course(trainer, draft).key or "")
    at(clock, 17, 9)

    def told() -> tuple[int, int]:
        view = today.overview(trainer)
        said = [each for each in (*view.due, view.next_step.due) if each and each.kind is DueKind.CLOSE]
        return said[0].count, said[0].uncounted

    assert told() == (14, 2)
    for course in made[:2]:
        courses.close_course(trainer, course)
    assert told() == (12, 0)


@pytest.mark.parametrize("place", ["trainer", "office"])
def test_courses_of_years_ago_are_due_until_each_is_closed_and_approved(
    place: str, trainer: Workplace, bureau: Workplace, clock: FixedClock
) -> None:
    work = bureau if place == "office" else trainer
    codes = ["K1", "K2", "K3", "K4"]
    rooms = []
    for code in codes:
        draft = replace(SERIES.draft, code=code)
        rooms.append(write_course(work, replace(SERIES, draft=draft, project=None)))
        mark_all(work, rooms[-1], 12)
    clock.advance(days=8 * 365)
    for left in range(len(rooms), 0, -1):
        view = today.overview(work)
        assert view.next_step.kind is not NextKind.NOTHING
        said = [each for each in (*view.due, view.next_step.due) if each]
        closing = next(each for each in said if each.kind is DueKind.CLOSE)
        named = {4: "K1, K2, K3, +1", 3: "K2, K3, K4", 2: "K3, K4", 1: ""}
        assert (closing.count, closing.course_code) == (left, named[left])
        # One question with the overviews: what the first of them says stands here too, as a part of a sum.
        first = {each.kind: each.count for each in today.due(work, rooms[len(rooms) - left].course)}
        summed = {kind: sum(each.count for each in said if each.kind is kind) for kind in first}
        assert all(summed[kind] >= count for kind, count in first.items()), (summed, first)
        approval.close(work, rooms[len(rooms) - left].course, "so it was")
    view = today.overview(work)
    said = [each for each in (*view.due, view.next_step.due) if each]
    assert not any(each.kind is DueKind.CLOSE for each in said)
    approving = [each.count for each in said if each.kind is DueKind.APPROVE]
    assert approving == ([len(rooms)] if place == "office" else [])
    for room in rooms:
        approval.approve(work, room.course, "so it was")
    view = today.overview(work)
    assert not view.due
    assert view.next_step.kind in (NextKind.NOTHING, NextKind.SEND)


def test_what_waits_in_review_is_counted_as_its_badge_counts_it(bureau: Workplace, clock: FixedClock) -> None:
    at(clock, 15, 8)
    write_course(bureau)
    step = today.overview(bureau, pairs=2).next_step
    assert (step.kind, step.whole) == (NextKind.REVIEW, 2)


def test_midnight_turns_the_day(trainer: Workplace, clock: FixedClock, room: Room) -> None:
    at(clock, 15, 23, 59)
    before = today.overview(trainer)
    clock.advance(minutes=1)
    after = today.overview(trainer)
    assert (before.day, after.day) == (FIRST, date(2018, 10, 16))
    assert [session.key for session in before.sessions] == list(room.sessions[:3])
    assert [session.key for session in after.sessions] == list(room.sessions[3:6])
    assert after.next_step.due is not None
    assert after.next_step.due.kind is DueKind.UNMARKED


def test_a_session_begins_and_ends_by_the_clock(trainer: Workplace, clock: FixedClock, room: Room) -> None:
    end = courses.get_course(trainer, room.course).sessions[0].end
    states = []
    for minute in (539, 540, end - 1, end):
        at(clock, 15, 0, minute)
        session = today.overview(trainer).sessions[0]
        states.append((session.now, session.begins_in))
    assert states == [(False, 1), (True, 0), (True, 541 - end), (False, 540 - end)]


def test_feedback_tells_its_day_and_no_more(trainer: Workplace, room: Room) -> None:
    """Anonymous: no clock finer than the day, no user, also in the list of what was done last."""
    feed_back(trainer, room.course, *[("5",)] * 3)
    newest, freeze = history.recent(trainer, 2)
    assert newest.label.code == "feedback_paper.step.enter"
    assert tells_day_only(newest.at)
    assert not tells_day_only(freeze.at)


def test_after_the_last_day_the_course_was_last(trainer: Workplace, clock: FixedClock, room: Room) -> None:
    at(clock, LAST.day + 20 - 18, 9)
    clock.advance(days=60)
    view = today.overview(trainer)
    assert view.course is not None
    assert (view.running, view.sessions, view.course.day_number) == (False, (), 0)


def test_today_reads_only_the_people_of_its_courses(
    trainer: Workplace, clock: FixedClock, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark_all(trainer, room, len(room.sessions))
    at(clock, 18, 18)
    expected = today.overview(trainer)
    trainer.database.close()

    def refuse(*_: object) -> None:
        raise AssertionError("everybody is read, and they may be tens of thousands")

    monkeypatch.setattr("trainer_app.store.people.people._read_people", refuse)
    assert today.overview(trainer) == expected
    assert kinds(trainer, room.course)[DueKind.CERTIFICATES]


def test_files_that_wait_come_before_contradictions(bureau: Workplace, clock: FixedClock) -> None:
    at(clock, 15, 8, 40)
    write_course(bureau)
    step = today.overview(bureau, 3).next_step
    assert (step.kind, step.whole) == (NextKind.INCOMING, 3)
    assert today.overview(bureau, 0).next_step.kind is not NextKind.INCOMING


def test_a_file_that_is_imported_again_is_no_news_of_its_laptop(
    joined: Workplace, bureau: Workplace, clock: FixedClock, tmp_path: Path
) -> None:
    write_course(joined)
    sent = sending.export(joined, tmp_path).file
    importing.import_files(bureau, [sent])
    assert today.overview(bureau).office.silent == ()
    clock.advance(days=30)
    silent = (identity.device_code(joined),)
    assert today.overview(bureau).office.silent == silent
    importing.undo_import(bureau, importing.imports(bureau)[0].number)
    importing.import_files(bureau, [sent])
    assert today.overview(bureau).office.silent == silent
    (line,) = [each for each in office.devices(bureau) if each.code == silent[0]]
    assert clock.millis() - line.last_at > 29 * 86_400_000, "the list of laptops says the same"


def test_names_whose_day_has_come_are_counted_until_they_are_erased(
    bureau: Workplace, clock: FixedClock
) -> None:
    room = write_course(bureau)
    at(clock, 30, 9)
    assert today.overview(bureau).office.retention == 0
    erasing.set_course(bureau, room.course, LAST)
    assert today.overview(bureau).office.retention == 1
    erasing.purge(bureau, [room.course], "rule")
    assert today.overview(bureau).office.retention == 0


def test_an_office_without_a_course_is_led_to_the_files_that_wait(bureau: Workplace) -> None:
    assert today.overview(bureau, 2).next_step.kind is NextKind.INCOMING
    assert today.overview(bureau).next_step.kind is NextKind.CREATE_COURSE


def test_of_an_approved_course_nothing_is_due(trainer: Workplace, clock: FixedClock, room: Room) -> None:
    mark_all(trainer, room, 5)
    at(clock, LAST.day, 20)
    assert DueKind.POST_TEST in kinds(trainer, room.course)
    approval.close(trainer, room.course, "санҷиш набуд")
    assert DueKind.POST_TEST in kinds(trainer, room.course), "the office may still ask"
    approval.approve(trainer, room.course, "санҷиш набуд")
    assert today.due(trainer, room.course) == ()
    assert today.due_before_closing(trainer, room.course) == ()


def test_a_course_that_is_over_lists_all_that_closing_asks_about(
    trainer: Workplace, clock: FixedClock, room: Room
) -> None:
    at(clock, LAST.day, 20)
    assert today.due_before_closing(trainer, room.course) == today.due(trainer, room.course)
    at(clock, LAST.day + 1, 9)
    person = enrolments.list_enrolments(trainer, room.course)[0].person.key
    people.change_person(trainer, person, {"sex": None})
    left = {item.matter.value: item.count for item in approval.open_items(trainer, room.course)}
    assert left["sex"] == 1
    shown = {each.kind: each.count for each in today.due_before_closing(trainer, room.course)}
    assert shown[DueKind.SEX_UNKNOWN] == 1
    assert shown[DueKind.UNMARKED] == left["marks"]
    assert shown[DueKind.SCANS] == left["scans"] == 4
    assert {DueKind.SCANS, DueKind.NAMES} & {each.kind for each in today.due(trainer, room.course)} == set()


@pytest.mark.parametrize("place", ["trainer", "office"])
def test_today_leads_to_names_and_scans_of_courses_that_are_over(
    place: str, joined: Workplace, bureau: Workplace, clock: FixedClock
) -> None:
    """S3: the overview of each course told of them, and Today of neither."""
    work = bureau if place == "office" else joined
    rooms = []
    for code in ("GARM", "RASHT"):
        draft = replace(SERIES.draft, code=code)
        rooms.append(write_course(work, replace(SERIES, draft=draft, project=None)))
        mark_all(work, rooms[-1], len(rooms[-1].sessions))
    at(clock, LAST.day, 20)
    kept = {DueKind.NAMES, DueKind.SCANS}
    assert kept.isdisjoint(each.kind for each in today.overview(work).due), "they are not over yet"
    at(clock, LAST.day + 1, 9)
    view = today.overview(work)
    shown = {each.kind: each for each in (*view.due, *([view.next_step.due] if view.next_step.due else ()))}
    told = [{each.kind: each.count for each in today.due_before_closing(work, room.course)} for room in rooms]
    assert shown[DueKind.SCANS].count == sum(each[DueKind.SCANS] for each in told) == 8
    assert shown[DueKind.SCANS].course_code == "GARM, RASHT", "one line for both"
    assert shown[DueKind.SCANS].course == rooms[0].course
    assert not any(DueKind.NAMES in each for each in (shown, *told)), (
        "the line of the certificates tells that"
    )
    for room in rooms:
        certificates.issue(work, room.course)
    told = [{each.kind: each.count for each in today.due_before_closing(work, room.course)} for room in rooms]
    (names,) = [each for each in today.overview(work).due if each.kind is DueKind.NAMES]
    assert names.count == sum(each[DueKind.NAMES] for each in told) == 2 * COUNT
    assert (names.course, names.course_code) == (rooms[0].course, "GARM, RASHT")


def test_the_figures_that_an_approval_would_keep_are_told_in_words(trainer: Workplace, room: Room) -> None:
    attendance.mark_rest(trainer, room.sessions[0])
    told, _ = approval.before_approving(trainer, room.course, "en")[1:3]
    assert str(COUNT) in dict(told).values()
    assert [name for name, _ in approval.before_approving(trainer, room.course, "ru").figures] != [
        n for n, _ in told
    ]


def test_a_receipt_that_waits_for_its_laptop_is_named_until_its_file_is_written(
    bureau: Workplace, joined: Workplace, clock: FixedClock, stick: Path
) -> None:
    """What came was confirmed by nothing but the next file, and only Send told so."""
    assert today.overview(bureau).office.receipts == ()
    write_course(joined)
    importing.import_files(bureau, [sending.export(joined, stick).file])
    clock.advance(minutes=1)
    importing.import_files(bureau, [sending.export(joined, stick, everything=True).file])
    assert today.overview(bureau).office.receipts == ("K7",)
    assert today.overview(joined).office.receipts == (), "a laptop writes no receipts"
    clock.advance(minutes=1)
    packs.export_pack(bureau, "K7", stick)
    assert today.overview(bureau).office.receipts == ()


def test_certificates_of_a_course_with_missing_marks_say_so(
    trainer: Workplace, clock: FixedClock, room: Room
) -> None:
    """The screen led to issuing as if nothing was missing."""
    mark_all(trainer, room, len(room.sessions))
    at(clock, LAST.day + 1, 9)
    found = next(each for each in today.due(trainer, room.course) if each.kind is DueKind.CERTIFICATES)
    assert found.unmarked == 0
    attendance.mark(trainer, room.enrolments[0], room.sessions[0], None)
    found = next(each for each in today.due(trainer, room.course) if each.kind is DueKind.CERTIFICATES)
    assert found.unmarked == 1
