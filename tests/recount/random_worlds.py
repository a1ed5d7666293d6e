"""Worlds made at random by the program's own actions: what happens to courses, in any order.

The only module here that uses the program. What comes out is handed over as lines of a journal.
"""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.actions.evaluated import choose, item, make_form
from tests.kit.samples import clock_at
from tests.kit.world import Story, World
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, eligibility
from trainer_app.actions.courses import (
    agendas,
    course_life,
    courses,
    enrolments,
    projects,
    sessions,
    teachers,
)
from trainer_app.actions.evaluations import forms, keying, scores
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.people import joining, people
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.journal import Value, derive_key
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import CertificateKind, CertificateState
from trainer_app.domain.courses.courses import (
    FINISHED,
    CompletionRule,
    CourseDraft,
    EnrolmentState,
    ProjectDraft,
    ResitRule,
    Session,
    SessionState,
    TeachingRole,
)
from trainer_app.domain.courses.planning import DayPlan, next_draft
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.domain.people.persons import Sex
from trainer_app.store.base.drafts import Write
from trainer_app.store.certificates.certificates import list_certificates
from trainer_app.store.courses import courses as stored
from trainer_app.store.courses.courses import StoredEnrolment
from trainer_app.store.exchange.transfers import all_lines, counting_lines
from trainer_app.store.people.people import list_people

FIRST_DAYS = (date(2018, 10, 15), date(2018, 10, 30), date(2018, 12, 30), date(2019, 3, 30))
"""First days of courses: some go on over the end of a month, a quarter, a year."""
EVE, LAST = date(2018, 10, 14), date(2019, 4, 10)
TOWNS = (("Душанбе", "Душанбе"), ("Хоруғ", "ВМКБ"), ("Хуҷанд", "Суғд"), ("Худжанд", "Sughd"), ("", ""))
RANKS = ("капитан", "майор", "лейтенант", "")
UNITS = ("ШКД-1", "ШКД-2", "")
BORN = (None, 1962, 1968, 1980, 1988, 1994, 2001)
DISTRICTS = ("Сино", "Sino", "Шоҳмансур", "Зарафшон", "")
FAMILIES = ("Азизов", "Бобоева", "Восиев", "Ғафуров", "Ёров", "Каримова", "Латифов", "Назаров", "Олимова")
GIVEN = ("Далер", "Зарина", "Умед", "Лола", "Фаррух")
TRAINERS = ("Ҷӯраев Шӯҳрат", "Саидова Мадина", "Линдквист Эрик")
SHARED_EVERY = 8
"""One of so many worlds is written by two laptops and merged at an office."""
STEPS = 80
MOST_WAITING = 3
"""Entries that wait for the office: of people who stand on no list of that laptop any more."""


@dataclass
class Desk:
    """One laptop in a world, and what chance brings. `owner`: it made the courses and issues certificates."""

    work: Workplace
    chance: Random
    owner: bool = True

    def course(self) -> str:
        """Return one of the courses that are here."""
        return self.chance.choice(stored.list_courses(self.work.database)).key

    def session(self, course: str | None = None) -> Session:
        """Return a session; mostly one that counts already."""
        return self.chance.choice(stored.list_sessions(self.work.database, course or self.course()))

    def enrolment(self, course: str | None = None) -> str:
        """Return somebody on the list of a course, or who was on it."""
        return self.chance.choice(
            stored.list_enrolments(self.work.database, course or self.course())
        ).enrolment.key

    def listed(self) -> list[StoredEnrolment]:
        """Return everybody who is on a list or was on it."""
        database = self.work.database
        lists = (stored.list_enrolments(database, each.key) for each in stored.list_courses(database))
        return [item for found in lists for item in found]

    def since(self, course: str) -> str | None:
        """Return a session from which something holds, or nothing."""
        return self.chance.choice((None, self.session(course).key))

    def person(self) -> str:
        """Return somebody who is on a list or teaches: others no file about a course brings."""
        return self.chance.choice(list_people(self.work.database)).key

    def facts(self) -> dict[str, Value]:
        """Return what somebody may be."""
        pick = self.chance.choice
        return {
            "rank": pick(RANKS),
            "unit": pick(UNITS),
            "duty_district": pick(DISTRICTS),
            "sex": pick((*Sex,)).value,
            "birth_year": pick(BORN),
        }

    def name(self) -> str:
        """Return somebody's name; many have the same one."""
        return f"{self.chance.choice(FAMILIES)} {self.chance.choice(GIVEN)}"


type Act = Callable[[Desk], object]


def mark(desk: Desk) -> None:
    """Mark a row of people in a session."""
    course = desk.course()
    session = desk.session(course)
    for _ in range(desk.chance.randrange(1, 6)):
        value = desk.chance.choice((Mark.PRESENT, Mark.PRESENT, Mark.LATE, Mark.EXCUSED, Mark.ABSENT, None))
        missed = desk.chance.choice((0, desk.chance.randrange(session.minutes + 1)))
        early = desk.chance.randrange(missed + 1)
        attendance.mark(desk.work, desk.enrolment(course), session.key, value, missed, early=early)


def mark_rest(desk: Desk) -> None:
    """Mark everybody else present."""
    attendance.mark_rest(desk.work, desk.session().key)


def mark_day(desk: Desk) -> None:
    """Mark a whole day, mostly present."""
    course = desk.course()
    value = desk.chance.choice((Mark.PRESENT, Mark.PRESENT, Mark.ABSENT))
    attendance.mark_rest_of_day(desk.work, course, desk.session(course).day, value)


def hold(desk: Desk) -> None:
    """Say that a session was held although nobody is marked."""
    sessions.hold_session(desk.work, desk.session().key)


def cancel(desk: Desk) -> None:
    """Cancel a session."""
    sessions.cancel_session(desk.work, desk.session().key, "барқ набуд")


def restore(desk: Desk) -> None:
    """Take a cancellation back."""
    course = desk.course()
    held = stored.list_sessions(desk.work.database, course)
    for session in [each for each in held if each.state is SessionState.CANCELLED][:1]:
        sessions.restore_session(desk.work, session.key)


def shorten(desk: Desk) -> None:
    """Let a session end earlier."""
    session = desk.session()
    sessions.shorten_session(desk.work, session.key, desk.chance.randrange(session.start, session.end + 1))


def split(desk: Desk) -> None:
    """Make two sessions of one."""
    session = desk.session()
    at = desk.chance.randrange(session.start, session.end + 1)
    sessions.split_session(desk.work, session.key, at, desk.chance.choice((0, 5, 15)))


def move(desk: Desk) -> None:
    """Move a session, perhaps beyond the days of its course."""
    session = desk.session()
    day = session.day + timedelta(desk.chance.randrange(-1, 3))
    sessions.move_session(desk.work, session.key, day, desk.chance.randrange(480, 1000), extend=True)


def lengthen(desk: Desk) -> None:
    """Let a session last another time."""
    session = desk.session()
    draft = replace(sessions.draft_of(session), end=session.start + desk.chance.randrange(1, 120))
    sessions.change_session(desk.work, session.key, draft)


def add_session(desk: Desk) -> None:
    """Add a session at the end of a day."""
    view = courses.get_course(desk.work, desk.course())
    sessions.add_session(desk.work, view.course.key, next_draft(view.sessions, view.course.last_day))


def remove_session(desk: Desk) -> None:
    """Remove a session that nobody was marked in."""
    sessions.remove_session(desk.work, desk.session().key)


def name_trainers(desk: Desk) -> None:
    """Say who taught a session: some of those who work at its course, observers too, or nobody."""
    course = desk.course()
    session = desk.session(course)
    here = [each.person for each in stored.list_assignments(desk.work.database, course)]
    named = tuple(person for person in here if desk.chance.randrange(2))
    sessions.change_session(desk.work, session.key, replace(sessions.draft_of(session), trainers=named))


def assign(desk: Desk) -> None:
    """Give somebody a role; who is there already gets another one."""
    trainers = [each.key for each in list_people(desk.work.database) if each.name in TRAINERS]
    role = desk.chance.choice((*TeachingRole,))
    teachers.assign(desk.work, desk.course(), desk.chance.choice(trainers), role)


def unassign(desk: Desk) -> None:
    """Take somebody's role away."""
    here = stored.list_assignments(desk.work.database, desk.course())
    if here:
        teachers.unassign(desk.work, desk.chance.choice(here).key)


def walk_in(desk: Desk) -> None:
    """Enrol somebody who just came: from the beginning, from a day, from a session, in another's place."""
    course, facts = desk.course(), desk.facts()
    since, replaces = desk.since(course), desk.chance.choice((None, None, desk.enrolment(course)))
    enrolments.add_walk_in(
        desk.work,
        course,
        desk.name(),
        sex=Sex(str(facts["sex"])),
        rank=str(facts["rank"]),
        unit=str(facts["unit"]),
        replaces=replaces,
        first_day=desk.session(course).day,
        since=since,
    )


def enrol(desk: Desk) -> None:
    """Enrol somebody who is known already, in whichever state; who left the list comes back."""
    course = desk.course()
    state = desk.chance.choice((EnrolmentState.NOMINATED, EnrolmentState.CONFIRMED, EnrolmentState.WALK_IN))
    day = desk.chance.choice((None, desk.session(course).day))
    enrolments.enrol(desk.work, course, desk.person(), state=state, first_day=day, since=desk.since(course))


def enrol_as_before(desk: Desk) -> None:
    """Enrol somebody as older versions did: the participation keeps no facts of its own."""
    course, person = desk.course(), desk.person()
    key = derive_key("enrolment", course, person)
    if all(each.enrolment.key != key for each in desk.listed()):
        number = enrolments.next_number(desk.work, course)
        fields: dict[str, Value] = {
            "course": course,
            "person": person,
            "number": number,
            "state": "confirmed",
        }
        desk.work.journal.record(Label("test.step"), [Write("enrolment", key, fields)])


def withdraw(desk: Desk) -> None:
    """Take somebody off the list, from a session on or after the last mark."""
    course = desk.course()
    enrolments.withdraw(desk.work, desk.enrolment(course), desk.since(course))


def reinstate(desk: Desk) -> None:
    """Put somebody back on the list."""
    gone = [each.enrolment.key for each in desk.listed() if each.enrolment.gone]
    if gone:
        enrolments.reinstate(desk.work, desk.chance.choice(gone))


def stand_in(desk: Desk) -> None:
    """Let somebody on the list take the place of another one."""
    course = desk.course()
    enrolments.replace(desk.work, desk.enrolment(course), desk.enrolment(course), desk.since(course))


def stop_standing_in(desk: Desk) -> None:
    """Take that back."""
    instead = [each.enrolment.key for each in desk.listed() if each.enrolment.replaces]
    if instead:
        enrolments.stop_replacing(desk.work, desk.chance.choice(instead))


def join(desk: Desk) -> None:
    """Say that two people are one."""
    joining.join(desk.work, desk.person(), desk.person())


def unjoin(desk: Desk) -> None:
    """Take a join back."""
    joined = joining.joined_people(desk.work)
    if joined:
        joining.unjoin(desk.work, desk.chance.choice(joined)[0].key)


def tell_apart(desk: Desk) -> None:
    """Say that two people are not the same, whether they were joined or not."""
    joining.not_the_same(desk.work, desk.person(), desk.person())


def promote(desk: Desk) -> None:
    """Let somebody be something else from now on."""
    people.change_person(desk.work, desk.person(), {**desk.facts()})


def correct(desk: Desk) -> None:
    """Put right what somebody was at a course."""
    own = enrolments.get_enrolment(desk.work, desk.enrolment())
    people.change_person(desk.work, own.person, {**desk.facts()}, enrolment=own.key)


def test(desk: Desk) -> None:
    """Type the points of some tests, of whoever it may be; or take one away."""
    course = desk.course()
    for _ in range(desk.chance.randrange(1, 6)):
        points = desk.chance.choice((None, 2000, *(desk.chance.randrange(2001) for _ in range(6))))
        occasion = desk.chance.choice((Occasion.PRE, Occasion.POST))
        scores.set_score(desk.work, desk.enrolment(course), occasion, points, 2000)


def key_in(desk: Desk) -> None:
    """Key in a paper, whole or in part, perhaps one of a re-sit."""
    course = desk.course()
    sittings = [each.sitting.key for each in forms.list_sittings(desk.work, course)]
    if sittings:
        attempt = desk.chance.choice((1, 1, 2))
        view = keying.open_paper_of(desk.work, desk.chance.choice(sittings), desk.enrolment(course), attempt)
        asked = [each.key for each in view.form.questions if desk.chance.randrange(8)]
        keying.key_paper(desk.work, view, {key: desk.chance.choice("1123") for key in asked})


def hand_in(desk: Desk) -> None:
    """Say that a paper is whole as it is, or that it is not."""
    sittings = [each.sitting.key for each in forms.list_sittings(desk.work, desk.course())]
    views = [view for each in sittings for view in keying.list_papers(desk.work, each)]
    if views:
        keying.finish_paper(desk.work, desk.chance.choice(views), finished=bool(desk.chance.randrange(3)))


def resit(desk: Desk) -> None:
    """Let another one of several papers count."""
    forms.set_resit_rule(desk.work, desk.course(), desk.chance.choice((*ResitRule,)))


def override(desk: Desk) -> None:
    """Decide by hand who completes."""
    kind = desk.chance.choice((*CertificateKind,))
    eligibility.override(desk.work, desk.enrolment(), kind, "Қарори роҳбар")


def let_the_rule_decide(desk: Desk) -> None:
    """Take a decision by hand back."""
    decided = [each.enrolment.key for each in desk.listed() if each.override]
    if decided:
        eligibility.clear_override(desk.work, desk.chance.choice(decided))


def issue(desk: Desk) -> None:
    """Issue the certificates of a course."""
    if desk.owner:
        certificates.issue(desk.work, desk.course())


def reissue(desk: Desk) -> None:
    """Declare a certificate void, or replace it."""
    issued = [each for each in list_certificates(desk.work.database) if each.state is CertificateState.ISSUED]
    if desk.owner and issued:
        serial = desk.chance.choice(issued).serial
        if desk.chance.randrange(2):
            certificates.void(desk.work, serial, "хато")
        else:
            certificates.replace(desk.work, serial, "хато")


def close(desk: Desk) -> None:
    """Close a course that is over."""
    courses.close_course(desk.work, desk.course())


def reopen(desk: Desk) -> None:
    """Open a closed course and one of its sessions again."""
    closed = [each.key for each in stored.list_courses(desk.work.database) if each.state in FINISHED]
    if closed:
        course = desk.chance.choice(closed)
        courses.reopen_course(desk.work, course)
        for session in stored.list_sessions(desk.work.database, course)[1:]:
            sessions.unlock_session(desk.work, session.key, "хато")


def put_away(desk: Desk) -> None:
    """Put a course away, or take it out again: nothing of it counts otherwise."""
    course_life.archive_course(desk.work, desk.course(), archived=bool(desk.chance.randrange(2)))


def change_course(desk: Desk) -> None:
    """Let a course be elsewhere, with another rule."""
    course = courses.get_course(desk.work, desk.course()).course
    town, district = desk.chance.choice(TOWNS)
    draft = replace(courses.draft_of(course), town=town, district=district, rule=rule_of(desk.chance))
    courses.change_course(desk.work, course.key, draft)


def change_project(desk: Desk) -> None:
    """Give a project another donor."""
    known = projects.list_projects(desk.work)
    if desk.owner and known:
        project = desk.chance.choice(known)
        draft = replace(
            projects.draft_of_project(project),
            donor=desk.chance.choice(("Fund", "Union", "")),
            field_of_work=desk.chance.choice(("Policing", "Health", "")),
        )
        projects.change_project(desk.work, project.key, draft)


def undo(desk: Desk) -> None:
    """Take the last step back."""
    history.undo(desk.work)


def wait(desk: Desk) -> None:
    """Let some days pass, but not more than there are."""
    clock = desk.work.clock
    later = clock.today("Asia/Dushanbe") + timedelta(desk.chance.randrange(1, 60))
    if later < LAST:
        clock.now = clock_at(later, 9 + desk.chance.randrange(9)).now  # type: ignore[attr-defined]


ACTS: dict[Act, int] = {
    mark: 14, mark_rest: 6, mark_day: 6, hold: 1, cancel: 2, restore: 2, shorten: 2, split: 3, move: 2,
    lengthen: 1, add_session: 1, remove_session: 1, name_trainers: 4, assign: 3, unassign: 1, walk_in: 4,
    enrol: 4, enrol_as_before: 2, withdraw: 3, reinstate: 2, stand_in: 2, stop_standing_in: 2, join: 5,
    unjoin: 2, tell_apart: 1, promote: 4, correct: 2, test: 8, key_in: 8, hand_in: 2, resit: 1, override: 2,
    let_the_rule_decide: 2, issue: 4, reissue: 6, close: 3, reopen: 3, put_away: 1, change_course: 1,
    change_project: 1, undo: 3, wait: 6,
}  # fmt: skip
"""What may happen, and how often."""


@dataclass
class Lived:
    """A world at its end: where its report is asked for, the lines that count, and what happened in it."""

    work: Workplace
    lines: list[bytes]
    done: Counter[str] = field(default_factory=Counter)


def world(folder: Path, seed: int) -> World:
    """Return what a world of a seed begins with: a laptop, or two with an office."""
    begun = World(folder, day=EVE, hour=9).trainer(name="k7")
    if is_shared(seed):
        begun = begun.trainer("Ҷ. Линдквист", name="k9").office().joined("K7", "k7").joined("K9", "k9")
    return begun


def is_shared(seed: int) -> bool:
    """Tell whether a world is written by two laptops."""
    return seed % SHARED_EVERY == SHARED_EVERY - 1


def live(story: Story, seed: int) -> Lived:
    """Let a world of a seed live."""
    chance = Random(seed)
    first = Desk(story.work, chance)
    furnish(first)
    desks = [first]
    lived = Lived(first.work, [])
    if is_shared(seed):
        desks.append(Desk(story.works["k9"], chance, owner=False))
        lived.work = story.works["office"]
        _exchange(story)
    for step in range(STEPS):
        _step(chance.choice(desks), lived.done)
        if is_shared(seed) and step in (STEPS // 3, STEPS - 1):
            _exchange(story)
    lived.lines = [line for _, line in counting_lines(lived.work.database)]
    waiting = len(all_lines(lived.work.database)) - len(lived.lines)
    assert waiting <= MOST_WAITING, "everybody here is honest"
    return lived


def _step(desk: Desk, done: Counter[str]) -> None:
    (act,) = desk.chance.choices([*ACTS], [*ACTS.values()])
    before = desk.work.journal.number
    with suppress(TrainerError):
        act(desk)
    done[act.__name__] += desk.work.journal.number > before


def _exchange(story: Story) -> None:
    """Let both laptops send what they wrote, and get what the office has."""
    bureau = story.works["office"]
    for name in ("k7", "k9"):
        try:
            file = sending.export(story.works[name], story.stick).file
        except TrainerError as refused:
            if refused.code != "sending.nothing":
                raise
        else:
            importing.import_files(bureau, [file])
    given = [course.key for course in stored.list_courses(bureau.database)]
    for name in ("k7", "k9"):
        pack = packs.export_pack(bureau, name.upper(), story.stick, courses=given)
        importing.import_files(story.works[name], [pack.file])


def rule_of(chance: Random) -> CompletionRule:
    """Return a rule, whose parts may be off."""
    return CompletionRule(chance.choice((8000, 5000, None)), chance.choice((6000, 7500, None)))


def _named(name: str) -> dict[str, Value]:
    family, given = name.split()
    return {"family": family, "given": given}


def furnish(desk: Desk) -> None:
    """Write projects, courses with their plans, people on their lists, and who teaches."""
    work, chance = desk.work, desk.chance
    trainers = [people.create_person(work, _named(name)).key or "" for name in TRAINERS]
    known = [people.create_person(work, {**_named(desk.name()), **desk.facts()}) for _ in range(6)]
    test_form = make_form(work, FormKind.TEST, "Қонун", [item(place) for place in range(1, 4)])
    made = [
        projects.create_project(
            work, ProjectDraft(f"DV{place}", Texts(en="Series"), donor=f"Donor {place % 2}")
        ).key
        for place in range(chance.randrange(1, 4))
    ]
    for place in range(chance.randrange(2, 4)):
        course = _furnish_course(desk, place, chance.choice((None, *made)))
        for person in chance.sample(known, 4):
            enrolments.enrol(work, course, person.key or "")
        for _ in range(3):
            enrolments.add_by_name(work, course, desk.name())
        for trainer in trainers:
            if chance.randrange(3):
                teachers.assign(work, course, trainer, chance.choice((*TeachingRole,)))
        if chance.randrange(3):
            for occasion in (Occasion.PRE, Occasion.POST):
                choose(work, course, test_form, occasion)


def _furnish_course(desk: Desk, place: int, project: str | None) -> str:
    town, district = desk.chance.choice(TOWNS)
    first = desk.chance.choice(FIRST_DAYS)
    draft = CourseDraft(
        f"C{place}",
        Texts(tg="Курс", en="Course"),
        first,
        first + timedelta(desk.chance.randrange(1, 4)),
        project=project,
        town=town,
        district=district,
        rule=rule_of(desk.chance),
    )
    course = courses.create_course(desk.work, draft).key or ""
    agendas.plan_sessions(desk.work, course, DayPlan(per_day=desk.chance.randrange(1, 4), minutes=90))
    return course
