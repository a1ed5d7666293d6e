"""Courses whose time has come: names go, whoever has other courses stays, and every figure is as before."""

import random
from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from tests.actions.office.test_erasing import figures
from tests.actions.scans import pdf
from tests.kit.world import Step, Story
from trainer_app.actions.attendance import attachments, attendance
from trainer_app.actions.base import sync_status
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, eligibility
from trainer_app.actions.courses import agendas, courses, enrolments, projects, teachers
from trainer_app.actions.evaluations import scores
from trainer_app.actions.exchange import dropping, erased
from trainer_app.actions.office import approval, building, erasing
from trainer_app.actions.people import joining, people
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.attendance.sheets import AttachmentKind
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft, ProjectDraft, TeachingRole
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.evaluations.forms import Occasion
from trainer_app.domain.office.erasing import RetentionRules, RetentionSource, add_months, kept_until
from trainer_app.domain.office.reports import Basis
from trainer_app.domain.people.persons import Sex
from trainer_app.store.people.people import people_by_key

pytestmark = pytest.mark.both_homes

REASON = "two years are over"
EARLY = date(2018, 3, 5)


def hold(story: Story, seed: int, courses_made: int = 4) -> None:
    """Hold some courses whose people overlap at random."""
    work = story.works["office"]
    chance = random.Random(seed)
    project = projects.create_project(work, ProjectDraft(f"P{seed}", Texts(en="Series"), donor="Donor")).key
    everybody = [
        people.create_person(
            work,
            {
                "family": f"Фамилия{seed}x{number}",
                "given": chance.choice(("Некрӯз", "Зарина")),
                "sex": chance.choice(tuple(Sex)).value,
                "rank": chance.choice(("major", "captain", "")),
                "unit": chance.choice(("Шӯъбаи 1", "Шӯъбаи 2")),
            },
        ).key
        or ""
        for number in range(6)
    ]
    if chance.random() < 0.5:
        joining.join(work, everybody[0], everybody[1])
    keys = []
    for place in range(courses_made):
        first = EARLY + timedelta(days=14 * place)
        draft = CourseDraft(
            f"C{seed}{place}",
            Texts(en="Course"),
            first,
            first + timedelta(days=1),
            project=project,
            town=chance.choice(("Душанбе", "Хуҷанд")),
        )
        key = courses.create_course(work, draft).key or ""
        agendas.plan_sessions(work, key, DayPlan(per_day=2))
        keys.append(key)
        fill(work, key, chance.sample(everybody, chance.randint(1, 4)), chance)
    teachers.assign(work, keys[-1], everybody[5], TeachingRole.TRAINER)
    story.notes["keys"] = keys


@pytest.fixture
def seed() -> int:
    """Return the chance of a test that says no other one: all such tests begin with the same courses."""
    return 9


@pytest.fixture
def begins(request: pytest.FixtureRequest, seed: int) -> Sequence[Step]:
    return ((hold, (seed,)),) if "keys" in request.fixturenames else ()


@pytest.fixture
def keys(story: Story, bureau: Workplace) -> list[str]:
    """Return the keys of the courses that were held."""
    return [*story.notes["keys"]]


def fill(work: Workplace, course: str, listed: Sequence[str], chance: random.Random) -> None:
    """Enrol people, mark them, key in points, issue certificates."""
    for person in listed:
        enrolments.enrol(work, course, person)
    rows = attendance.grid(work, course)
    for row in rows.rows:
        for session in rows.sessions:
            mark = chance.choice((Mark.PRESENT, Mark.PRESENT, Mark.PRESENT, Mark.LATE, Mark.ABSENT, None))
            if mark is not None:
                attendance.mark(work, row.enrolment, session.key, mark, 20 if mark is Mark.LATE else 0)
            if chance.random() < 0.2:
                attendance.set_remark(work, row.enrolment, session.key, f"гуфт Фамилия {row.number}")
        for occasion in (Occasion.PRE, Occasion.POST):
            if chance.random() < 0.8:
                scores.set_score(work, row.enrolment, occasion, chance.randint(0, 20) * 100, 2000)
    if any(each.due for each in eligibility.board(work, course)):
        certificates.issue(work, course)


def names_in(work: Workplace, keys: Sequence[str]) -> list[str]:
    """Return the names that still stand in rows of some courses."""
    found = []
    for key in keys:
        found += [row.full_name for row in attendance.grid(work, key).rows if "•" not in row.full_name]
        found += [each.facts.name for each in certificates.register(work, key) if each.facts.name]
    return found


@pytest.mark.parametrize("seed", range(4))
def test_every_figure_is_as_before(bureau: Workplace, keys: list[str], seed: int) -> None:
    chance = random.Random(seed + 100)
    before = figures(bureau)
    parts = [chance.sample(keys, 2), keys]
    done: set[str] = set()
    for part in parts:
        chosen = [key for key in part if key not in done]
        told = erasing.plan(bureau, chosen)
        erasing.purge(bureau, chosen, REASON)
        done.update(chosen)
        assert figures(bureau) == before
        assert sync_status.check(bureau).ok
        (record, *_) = erasing.list_erasures(bureau)
        assert (record.kind, set(record.courses)) == ("courses", set(chosen))
        assert (record.people, record.kept, record.certificates) == (
            told.people,
            told.kept,
            told.certificates,
        )
    held = {found.person for key in keys for found in courses.get_course(bureau, key).teachers}
    assert {person.key for person in people.search(bureau, "Фамилия")} >= held
    left = set(names_in(bureau, keys))
    assert left <= {people.get_person(bureau, key).name for key in held}


def test_names_erased_of_a_whole_course_are_told_with_its_approval(
    bureau: Workplace, keys: list[str]
) -> None:
    """Whoever stays for another course lost rank and unit in this one too: everybody counted is told."""
    (course, *_) = keys
    approval.close(bureau, course, REASON)
    approval.approve(bureau, course, REASON)
    before = building.report(bureau, course=course, basis=Basis.APPROVED)
    assert not any(label.code == "report.erased_since" for label in before.basis_told)
    told = erasing.plan(bureau, [course])
    erasing.purge(bureau, [course], REASON)
    after = building.report(bureau, course=course, basis=Basis.APPROVED)
    assert [(each.code, each.value) for each in after.figures] == [
        (each.code, each.value) for each in before.figures
    ]
    assert before.about.officers
    assert (after.about.officers, after.about.rank_erased) == (before.about.officers, 0), "so it was approved"
    (stated,) = after.approved
    assert stated.document["erased_since"] == told.people + told.kept > 0
    assert any(label.code == "report.erased_since" for label in after.told)
    today = building.report(bureau, course=course)
    assert not any(label.code == "report.erased_since" for label in today.told)


def test_who_has_other_courses_or_teaches_stays(bureau: Workplace, keys: list[str]) -> None:
    both = people.create_person(bureau, {"family": "Дуруя", "given": "Зарина"}).key or ""
    for key in keys[:2]:
        enrolments.enrol(bureau, key, both)
    told = erasing.plan(bureau, keys[:1])
    assert told.kept >= 1
    erasing.purge(bureau, keys[:1], REASON)
    assert not people.get_person(bureau, both).erased
    erasing.purge(bureau, keys[1:], REASON)
    assert people.get_person(bureau, both).erased


def test_scans_of_the_course_go_and_never_come_back(bureau: Workplace, keys: list[str]) -> None:
    path = pdf(bureau.folder.root / "sheet.pdf", "")
    attachments.attach(bureau, path, kind=AttachmentKind.SHEET, course=keys[0])
    path.unlink()
    assert erasing.plan(bureau, keys[:1]).scans == 1
    erasing.purge(bureau, keys[:1], REASON)
    assert attachments.list_attachments(bureau, course=keys[0]) == []
    assert bureau.database.select("SELECT count(*) FROM blob") == [(0,)]
    assert sync_status.check(bureau).ok


def test_a_course_that_is_not_over_or_was_erased_is_refused(bureau: Workplace, keys: list[str]) -> None:
    draft = CourseDraft("NOW", Texts(en="Now"), bureau.today(), bureau.today())
    now = courses.create_course(bureau, draft).key or ""
    with pytest.raises(TrainerError, match="retention.not_over"):
        erasing.plan(bureau, [keys[0], now])
    with pytest.raises(TrainerError, match="retention.nothing"):
        erasing.plan(bureau, [])
    with pytest.raises(TrainerError, match="erasing.no_reason"):
        erasing.purge(bureau, keys, " ")
    somebody = people_by_key(bureau.database)[min(erased.people_of_courses(bureau, keys)[0])]
    with pytest.raises(TrainerError, match="erasing.named"):
        erasing.purge(bureau, keys, f"asked by {somebody.family}")
    erasing.purge(bureau, keys[:1], REASON)
    with pytest.raises(TrainerError, match="retention.purged"):
        erasing.plan(bureau, keys[:2])


def test_an_approved_course_is_over_and_who_was_erased_is_not_counted(bureau: Workplace) -> None:
    draft = CourseDraft("NOW", Texts(en="Now"), bureau.today(), bureau.today())
    now = courses.create_course(bureau, draft).key or ""
    for family in ("Қодиров", "Раҳимова"):
        key = people.create_person(bureau, {"family": family, "given": "Некрӯз"}).key or ""
        enrolments.enrol(bureau, now, key)
    (line,) = (each for each in erasing.lines(bureau) if each.code == "NOW")
    assert (line.over, line.people) == (False, 2)
    approval.close(bureau, now, "no sheets yet")
    approval.approve(bureau, now, "no sheets yet")
    erasing.erase_person(bureau, key, REASON)
    (line,) = (each for each in erasing.lines(bureau) if each.code == "NOW")
    assert (line.over, line.people) == (True, 1)


def test_the_rule_of_course_project_and_office(
    bureau: Workplace, trainer: Workplace, keys: list[str]
) -> None:
    project = courses.get_course(bureau, keys[0]).course.project or ""
    assert {line.source for line in erasing.lines(bureau)} == {RetentionSource.NONE}
    assert erasing.due(bureau) == []
    erasing.set_rules(bureau, RetentionRules(6, 30))
    assert dropping.retention_rules(bureau) == RetentionRules(6, 30)
    assert [line.key for line in erasing.due(bureau)] == keys
    erasing.set_project(bureau, project, 24)
    assert erasing.due(bureau) == []
    erasing.set_course(bureau, keys[2], date(2018, 10, 17))
    assert [line.key for line in erasing.due(bureau)] == [keys[2]]
    erasing.purge(bureau, keys[2:3], REASON)
    assert erasing.due(bureau) == []
    line = next(each for each in erasing.lines(bureau) if each.key == keys[2])
    assert line.purged_on == date(2018, 10, 17)
    with pytest.raises(TrainerError, match="retention.bad_number"):
        erasing.set_rules(bureau, RetentionRules(-1, None))
    with pytest.raises(TrainerError, match="only_office"):
        erasing.set_rules(trainer, RetentionRules(1, None))


def test_months_end_where_a_month_is_short() -> None:
    assert add_months(date(2018, 8, 31), 6) == date(2019, 2, 28)
    assert add_months(date(2018, 12, 1), 1) == date(2019, 1, 1)
    assert kept_until(EARLY, None, None, 0) == (EARLY, RetentionSource.OFFICE)
    assert kept_until(EARLY, EARLY, 3, 6) == (EARLY, RetentionSource.COURSE)
    assert kept_until(EARLY, None, 3, 6)[1] is RetentionSource.PROJECT
