"""Reports count people: joined ones once, as trainers too, and certificates whoever has them."""

from datetime import date

from tests.kit.samples import clock_at
from tests.kit.writing import Room
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, eligibility
from trainer_app.actions.courses import enrolments, sessions, teachers
from trainer_app.actions.office import building
from trainer_app.actions.people import joining
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.structs import replace
from trainer_app.domain.certificates.certificates import CertificateKind, CertificateState
from trainer_app.domain.courses.courses import TeachingRole
from trainer_app.domain.office.counting import SplitBy, months_around
from trainer_app.domain.office.reports import Report
from trainer_app.store.courses import courses as stored
from trainer_app.system.clock import FixedClock


def value_of(report: Report, code: str) -> object:
    """Return a figure's value."""
    found = report.figure(code)
    assert found is not None
    return found.value


def test_joined_people_are_one_trainer_under_one_name(trainer: Workplace, room: Room) -> None:
    keep, other = (
        teachers.assign_new(trainer, room.course, name, TeachingRole.TRAINER).key or ""
        for name in ("Саидова Мадина", "Саидова М")
    )
    for session in room.sessions[:2]:
        attendance.mark_rest(trainer, session)
    named = replace(sessions.draft_of(sessions.get_session(trainer, room.sessions[1])), trainers=(other,))
    sessions.change_session(trainer, room.sessions[1], named)
    assert value_of(building.report(trainer), "trainer_days") == 2
    joining.join(trainer, keep, other)
    found = building.report(trainer, by=[SplitBy.TRAINER])
    assert value_of(found, "trainer_days") == 1
    assert [line.name for line in found.splits[0].lines] == ["Саидова Мадина"]


def test_joined_people_attended_what_either_name_attended(trainer: Workplace, room: Room) -> None:
    one, other, _ = room.enrolments
    first, second, third, *_ = room.sessions
    attendance.mark(trainer, one, first, Mark.PRESENT)
    attendance.mark(trainer, other, first, Mark.ABSENT)
    attendance.mark(trainer, other, second, Mark.PRESENT)
    attendance.mark(trainer, one, third, Mark.PRESENT)
    attendance.mark(trainer, other, third, Mark.LATE, 30)
    minutes_of_two = value_of(building.report(trainer), "person_hours")
    keep, same = (enrolments.get_enrolment(trainer, each).person for each in (one, other))
    joining.join(trainer, keep, same)
    found = building.report(trainer)
    minutes = sessions.get_session(trainer, first).minutes
    assert value_of(found, "participations") == 1
    assert value_of(found, "person_hours") == 3 * minutes
    assert minutes_of_two == 4 * minutes - 30


def test_who_is_named_in_a_session_has_a_name_without_a_role(trainer: Workplace, room: Room) -> None:
    person = teachers.assign_new(trainer, room.course, "Саидова Мадина", TeachingRole.TRAINER).key or ""
    attendance.mark_rest(trainer, room.sessions[0])
    named = replace(sessions.draft_of(sessions.get_session(trainer, room.sessions[0])), trainers=(person,))
    sessions.change_session(trainer, room.sessions[0], named)
    (assigned,) = stored.list_assignments(trainer.database, room.course)
    teachers.unassign(trainer, assigned.key)
    found = building.report(trainer, by=[SplitBy.TRAINER])
    assert [line.name for line in found.splits[0].lines] == ["Саидова Мадина"]


def test_a_certificate_counts_after_who_has_it_withdrew_unmarked(trainer: Workplace, room: Room) -> None:
    eligibility.override(trainer, room.enrolments[0], CertificateKind.ATTENDANCE, "Қарори роҳбар")
    certificates.issue(trainer, room.course)
    enrolments.withdraw(trainer, room.enrolments[0])
    found = building.report(trainer)
    assert value_of(found, "certificates") == 1
    assert value_of(found, "participations") == 0


def test_only_a_session_that_took_place_says_that_somebody_did_not_come(
    trainer: Workplace, room: Room
) -> None:
    """S2: whoever comes in somebody's place from tomorrow on was said not to have come."""
    for session in room.sessions[:2]:
        attendance.mark_rest(trainer, session)
    comes = enrolments.add_walk_in(trainer, room.course, "Юсуфов Алишер").key or ""
    enrolments.replace(trainer, room.enrolments[0], comes, room.sessions[2])

    def told() -> dict[str, object]:
        figure = building.report(trainer, course=room.course).figure("participations")
        assert figure is not None
        return {each.code.rpartition(".")[2]: each.values["rows"] for each in figure.exclusions}

    assert told() == {"nothing_held": (comes,)}
    attendance.mark(trainer, comes, room.sessions[2], Mark.ABSENT)
    assert told() == {"never_came": (comes,)}


def test_a_certificate_issued_anew_later_stays_in_the_quarter_of_the_first(
    trainer: Workplace, room: Room, clock: FixedClock
) -> None:
    """S2: a letter put right a year later took a certificate out of a quarter that donors were told of."""
    eligibility.override(trainer, room.enrolments[0], CertificateKind.ATTENDANCE, "Қарори роҳбар")
    certificates.issue(trainer, room.course)
    first, last = months_around(trainer.today(), 3)
    was = value_of(building.report(trainer, first=first, last=last), "certificates")
    assert was == 1
    for year in (2019, 2020):
        clock.now = clock_at(date(year, 8, 1), 12).now
        (valid,) = [each for each in certificates.register(trainer) if each.state is CertificateState.ISSUED]
        certificates.replace(trainer, valid.serial, "Хато дар ном")
        found = building.report(trainer, first=first, last=last, by=[SplitBy.QUARTER])
        assert value_of(found, "certificates") == was
        assert value_of(building.report(trainer, first=date(year, 1, 1)), "certificates") == 0
