"""A laptop lets go of closed courses: after a notice, nothing unsafe, and a new file brings it back."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.actions.office.test_erasing import figures, found_in, give, keys_of, send, traces
from tests.kit.samples import PASSPHRASE
from tests.kit.world import Story
from tests.kit.writing import Room, newest_label, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import sync_status, workplace
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import course_life, courses, enrolments, sessions
from trainer_app.actions.courses.course_life import CourseCopy
from trainer_app.actions.exchange import dropping, importing, outstanding
from trainer_app.actions.office import backups, erasing, office
from trainer_app.actions.people import people
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.office.erasing import NOTICE_DAYS, POSTPONED_DAYS, RetentionRules, plan_words
from trainer_app.store.exchange.integrity import digest_of
from trainer_app.store.exchange.transfers import all_lines, lines_of
from trainer_app.system.clock import FixedClock
from trainer_app.system.messages import label_text

DAYS = 10


def days_later(clock: FixedClock, days: int) -> None:
    clock.advance(minutes=days * 24 * 60)


def close(story: Story) -> None:
    """Close a course, let the office have all of it and say that laptops let go after ten days."""
    joined, bureau, stick = story.works["trainer"], story.works["office"], story.stick
    story.room = room = write_course(joined)
    person = next(each for each in people.search(joined, "Некрӯз"))
    people.change_person(joined, person.key, {"latin": "RAHIMOV NEKRUZ", "unit": "Шӯъбаи махсус"})
    for session in room.sessions:
        attendance.mark_rest(joined, session)
    certificates.issue(joined, room.course)
    days_later(story.clock, 2)
    courses.close_course(joined, room.course)
    erasing.set_rules(bureau, RetentionRules(None, DAYS))
    send(joined, bureau, stick)
    give(bureau, joined, stick, room.course)


@pytest.fixture
def begins(request: pytest.FixtureRequest) -> Sequence[Callable[[Story], None]]:
    return (close,) if "closed" in request.fixturenames else ()


@pytest.fixture
def closed(story: Story, joined: Workplace, bureau: Workplace) -> Room:
    assert story.room is not None
    return story.room


def names(work: Workplace) -> list[str]:
    return [person.name for person in people.search(work, "")]


def let_time_pass(work: Workplace, clock: FixedClock) -> None:
    """Let the notice be seen when it comes, and then its day come."""
    days_later(clock, DAYS - NOTICE_DAYS)
    assert [each.done for each in dropping.notices(work)] == [False]
    days_later(clock, NOTICE_DAYS)


def test_it_is_said_a_week_before_and_then_they_leave(
    joined: Workplace, bureau: Workplace, closed: Room, clock: FixedClock
) -> None:
    assert dropping.notices(joined) == []
    backups.create_backup(joined)
    before = figures(bureau)
    let_time_pass(joined, clock)
    assert dropping.drop_due(joined) == ["DSH1"]
    assert traces(joined, *keys_of(joined)) == {}
    assert (names(joined), enrolments.list_enrolments(joined, closed.course)) == ([], [])
    assert [each.course.code for each in courses.list_courses(joined)] == ["DSH1"]
    assert sync_status.check(joined).ok
    assert newest_label(joined) is None
    (left,) = dropping.notices(joined)
    assert (left.code, left.done) == ("DSH1", True)
    assert figures(bureau) == before
    assert len(names(bureau)) == 3


def test_nobody_who_was_not_told_loses_anything(joined: Workplace, closed: Room, clock: FixedClock) -> None:
    days_later(clock, 5 * DAYS)
    assert dropping.drop_due(joined) == []
    (told,) = dropping.notices(joined)
    assert (told.day - joined.today()).days == NOTICE_DAYS
    assert dropping.drop_due(joined) == []
    days_later(clock, NOTICE_DAYS)
    assert dropping.drop_due(joined) == ["DSH1"]


def test_not_yet_keeps_them_a_month_longer(joined: Workplace, closed: Room, clock: FixedClock) -> None:
    let_time_pass(joined, clock)
    dropping.postpone(joined, closed.course)
    assert dropping.drop_due(joined) == []
    assert dropping.notices(joined) == []
    days_later(clock, POSTPONED_DAYS)
    dropping.notices(joined)
    days_later(clock, NOTICE_DAYS)
    assert dropping.drop_due(joined) == ["DSH1"]
    with pytest.raises(TrainerError, match="not_leaving"):
        dropping.postpone(joined, closed.course)


def test_nothing_unsent_is_ever_let_go_of(
    joined: Workplace, bureau: Workplace, closed: Room, clock: FixedClock, stick: Path
) -> None:
    let_time_pass(joined, clock)
    sessions.unlock_session(joined, closed.sessions[0], "a mark was wrong")
    attendance.set_remark(joined, closed.enrolments[0], closed.sessions[0], "late")
    assert dropping.drop_due(joined) == []
    send(joined, bureau, stick)
    assert dropping.drop_due(joined) == []
    dropping.note_safe_courses(joined)
    assert dropping.notices(joined) == []
    give(bureau, joined, stick, closed.course)
    let_time_pass(joined, clock)
    assert dropping.drop_due(joined) == ["DSH1"]


def test_who_is_in_an_open_course_too_stays(
    joined: Workplace, bureau: Workplace, closed: Room, clock: FixedClock, stick: Path
) -> None:
    kept = people.search(joined, "Зарина")[0]
    other = course_life.copy_course(joined, closed.course, CourseCopy("DSH2", joined.today())).key or ""
    enrolments.enrol(joined, other, kept.key)
    send(joined, bureau, stick)
    give(bureau, joined, stick, closed.course)
    let_time_pass(joined, clock)
    assert dropping.drop_due(joined) == ["DSH1"]
    # Whoever copies a course leads the copy: the trainer of the laptop stays with it.
    assert names(joined) == [kept.name, "Nazarova D."]
    assert len(enrolments.list_enrolments(joined, other)) == 1
    assert sync_status.check(joined).ok


def test_it_is_no_erasing_and_a_new_file_brings_it_back(
    joined: Workplace, bureau: Workplace, closed: Room, clock: FixedClock, stick: Path
) -> None:
    digest = digest_of(bureau.journal)
    let_time_pass(joined, clock)
    dropping.drop_due(joined)
    title = courses.get_course(joined, closed.course).course.title
    courses.create_course(joined, CourseDraft("NEW", title, joined.today(), joined.today()))
    file = send(joined, bureau, stick)
    assert b'"x"' not in b"".join(line for _, line in sending_lines(joined))
    assert len(names(bureau)) == 3
    assert file.exists()
    assert digest_of(bureau.journal) != digest, "the new course came"
    give(bureau, joined, stick, closed.course)
    assert len(names(joined)) == 3
    assert figures(joined) == figures(bureau)
    assert sync_status.check(joined).ok
    assert joined.database.select("SELECT count(*) FROM dropped") == [(0,)]
    sessions.unlock_session(joined, closed.sessions[0], "a mark was wrong")
    attendance.mark(joined, closed.enrolments[0], closed.sessions[0], Mark.ABSENT)
    send(joined, bureau, stick)
    assert sync_status.check(bureau).ok


def sending_lines(work: Workplace) -> list[tuple[int, bytes]]:
    """Return what this laptop would send from the very beginning, as to a co-trainer."""
    return [pair for replica in work.journal.own_replicas() for pair in lines_of(work.database, replica, 0)]


def test_what_is_erased_afterwards_does_not_come_back(
    joined: Workplace, bureau: Workplace, closed: Room, clock: FixedClock, stick: Path
) -> None:
    old = give(bureau, joined, stick, closed.course)
    let_time_pass(joined, clock)
    dropping.drop_due(joined)
    person = people.search(bureau, "Некрӯз")[0].key
    erasing.erase_person(bureau, person, "asked")
    give(bureau, joined, stick, closed.course)
    assert len(names(joined)) == 2
    importing.import_files(joined, [old])
    assert found_in(b"".join(line for _, line in all_lines(joined.database))) == []
    assert traces(joined, *keys_of(joined)) == {}
    assert sync_status.check(joined).ok


def test_without_the_office_saying_so_everything_stays(
    joined: Workplace, bureau: Workplace, closed: Room, clock: FixedClock, stick: Path
) -> None:
    erasing.set_rules(bureau, RetentionRules(None, None))
    give(bureau, joined, stick, closed.course)
    days_later(clock, 10 * DAYS)
    assert dropping.notices(joined) == []
    dropping.resume(joined)
    assert len(names(joined)) == 3


def test_at_the_next_start_they_leave_and_numbers_go_on(
    joined: Workplace, bureau: Workplace, closed: Room, clock: FixedClock, stick: Path
) -> None:
    let_time_pass(joined, clock)
    number = joined.journal.number
    joined.close()
    again = workplace.open_workplace(joined.folder, PASSPHRASE, clock=clock)
    dropping.resume(again)
    assert names(again) == []
    assert (again.journal.number, again.took_new_replica) == (number, False)
    assert outstanding.pending(again).total == 0
    again.close()


def test_a_revoked_laptop_is_not_said_to_be_reached_by_a_file(bureau: Workplace, closed: Room) -> None:
    """It gets none: what it holds stays on it, and whoever asked for the erasing is told so."""
    (person,) = (each.key for each in people.search(bureau, "Некрӯз"))
    assert (erasing.preview(bureau, person).laptops, erasing.preview(bureau, person).lost) == (("K7",), ())
    office.revoke(bureau, "K7")
    plan = erasing.preview(bureau, person)
    assert (plan.laptops, plan.lost) == ((), ("K7",))
    for code, stays in (("en", "the data stay"), ("ru", "данные остаются"), ("tg", "маълумот мемонад")):
        said = [label_text(each, code) for each in plan_words(plan).elsewhere]
        assert [stays in each and each.endswith("K7") for each in said] == [True, *[False] * (len(said) - 1)]
