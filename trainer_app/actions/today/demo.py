"""The demo project, written through the same actions as the window, from `resources/demo`.

One project, three courses, 65 participants from three spreadsheets, walk-ins, marks, tests, feedback,
certificates. All names are invented, so the passphrase may be public. What stands on the papers is in
`story.json`; everything that is counted of it is counted by the program. A test there is a row of signs, one
for each question: 1 right, 0 wrong, 2 partly right, - left blank.
"""

import json
import shutil
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import history, identity, sync_status, workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.certificates import certificates, printing, verifying
from trainer_app.actions.courses import (
    agendas,
    course_life,
    courses,
    enrolments,
    projects,
    roster,
    sessions,
    teachers,
)
from trainer_app.actions.evaluations import feedback, forms, keying, scores
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.office import building, office, reports
from trainer_app.actions.papers.sign_in import sign_in
from trainer_app.actions.people import people
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Progress, no_progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import Texts, resource, words
from trainer_app.domain.courses.courses import CourseDraft, ProjectDraft, TeachingRole
from trainer_app.domain.courses.planning import DayPlan, SessionDraft
from trainer_app.domain.evaluations.forms import TEST_OCCASIONS, Occasion, attempt_of, printed_number
from trainer_app.domain.evaluations.questions import BLANK, Question, options_text
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.domain.exchange.sending import FileOutcome, OfficeSetUp
from trainer_app.domain.people.persons import Sex
from trainer_app.system import preferences
from trainer_app.system.clock import Clock, FixedClock, SystemClock, fixed_at
from trainer_app.system.folders import DataFolder, WorkplaceState, state_of
from trainer_app.system.handover import is_practice, mark_practice, practice_of, practice_passphrase
from trainer_app.system.preferences import Preference, Preferences

_DAY = date(2018, 10, 15)
TEST_PASSPHRASE = "words for the self-test alone"
"""Of the two data folders that it makes, `trainer` and `office`."""


def run(folder: Path, progress: Progress = no_progress) -> tuple[str, ...]:
    """Go through everything once in an empty folder; return the steps. Raises selftest.failed."""
    clock = fixed_at(_DAY, 12, workplace.ZONE, step=1)
    progress("selftest.database", 0.0)
    trainer = workplace.create(
        DataFolder(folder / "trainer"), TEST_PASSPHRASE, user_name="self-test", clock=clock
    )
    # The laptop is locked as dearly as anybody's, which shows that there is memory for it; once is enough.
    office_folder, cheap = DataFolder(folder / "office"), KdfCost()
    desk = workplace.create(office_folder, TEST_PASSPHRASE, role=Role.OFFICE, clock=clock, cost=cheap)
    try:
        _enrol(trainer, desk, folder)
        progress("selftest.certificate", 0.4)
        _certify(trainer, folder)
        progress("selftest.bundle", 0.7)
        sent = sending.export(trainer, folder)
        report = importing.import_files(desk, [sent.file])
        _expect(report.files[0].result is FileOutcome.IMPORTED, "bundle")
        _expect(sync_status.digest(desk) == sync_status.check(trainer).digest, "digest")
        _expect(sync_status.check(desk).ok, "check")
        progress("selftest.bundle", 1.0)
    finally:
        trainer.close()
        desk.close()
    return ("database", "certificate", "bundle")


def _enrol(trainer: Workplace, desk: Workplace, folder: Path) -> None:
    office.init(desk, Texts(en="Self-test"), "TST")
    asked, digits = office.request(trainer, folder / "request.json")
    office.meet(trainer, office.enrol(desk, asked, "K1", folder, typed=digits).pack.file)
    office.join(trainer, identity.office_keys(desk).fingerprint)


def _certify(trainer: Workplace, folder: Path) -> None:
    draft = CourseDraft("TEST", words("selftest.course"), _DAY, _DAY)
    course = courses.create_course(trainer, draft).key or ""
    agendas.plan_sessions(trainer, course, DayPlan(per_day=2))
    enrolment = enrolments.add_walk_in(trainer, course, "Ҷӯраев Ғафур Ҳакимович", first_day=_DAY).key or ""
    for session in attendance.grid(trainer, course).sessions:
        attendance.mark_rest(trainer, session.key)
    scores.set_score(trainer, enrolment, Occasion.POST, 1800, 2000)
    issued = certificates.issue(trainer, course).certificates
    path = folder / "certificate.pdf"
    path.write_bytes(printing.print_certificates(trainer, issued))
    _expect(verifying.verify(trainer, str(path)).result.good, "certificate")


def _expect(fact: bool, step: str) -> None:
    if not fact:
        raise TrainerError("selftest.failed", step=step)


type StoryPart = Mapping[str, Any]

TEST, FEEDBACK, PRACTICAL = "knowledge_test", "feedback_short", "role_play"
SECOND = 2


def choose_forms(work: Workplace, course: str, story: StoryPart) -> None:
    """Choose the forms of a course, as the office does before it begins."""
    test = forms.ensure_standard_form(work, TEST)
    for occasion in TEST_OCCASIONS:
        forms.choose_form(work, course, test, occasion)
    forms.choose_form(work, course, forms.ensure_standard_form(work, FEEDBACK), Occasion.END)
    if story["ratings"]:
        forms.choose_form(work, course, forms.ensure_standard_form(work, PRACTICAL), Occasion.END)


def key_tests(work: Workplace, course: str, story: StoryPart, occasion: Occasion) -> None:
    """Key in the tests of an occasion by the numbers on the papers, re-sits after it too."""
    written = {int(number): row for number, row in story["tests"][occasion.value].items()}
    if occasion is Occasion.POST:
        again = story["tests"]["resit"]
        written |= {printed_number(int(number), SECOND): row for number, row in again.items()}
    sitting = _sitting(work, course, TEST, occasion)
    for number, row in written.items():
        view = keying.open_paper(work, sitting, number)
        answers = {
            question.key: answer_of(question, sign, attempt_of(number)[0] + 3 * index)
            for index, (question, sign) in enumerate(zip(view.form.questions, row, strict=True))
        }
        keying.key_paper(work, view, answers, by=work.user)


def key_ratings(work: Workplace, course: str, story: StoryPart) -> None:
    """Key in what the trainer saw of each participant."""
    if not story["ratings"]:
        return
    sitting = _sitting(work, course, PRACTICAL, Occasion.END)
    for number, steps in story["ratings"].items():
        view = keying.open_paper(work, sitting, int(number))
        scales = (question for question in view.form.questions if question.options)
        answers = {question.key: step for question, step in zip(scales, steps, strict=True)}
        keying.key_paper(work, view, answers, by=work.user)
        keying.finish_paper(work, keying.open_paper(work, sitting, int(number)))


def key_feedback(work: Workplace, course: str, story: StoryPart) -> None:
    """Key in the anonymous sheets by the numbers printed on them, and let them enter together."""
    sitting = _sitting(work, course, FEEDBACK, Occasion.END)
    sheets = story["feedback"]
    for sheet, number in zip(sheets, feedback.take_numbers(work, sitting, len(sheets)), strict=True):
        answers = [*sheet["steps"], sheet["useful"], sheet["improve"]]
        feedback.key_paper(work, sitting, answers, number)
    feedback.enter_papers(work, course)


def answer_of(question: Question, sign: str, turn: int) -> str:
    """Return what somebody ticked whose answer is right, wrong or half right; `turn` varies the wrong one."""
    right = sorted(question.right_options)
    if sign == "-":
        return BLANK
    if sign == "1":
        return options_text(right)
    if sign == "2":
        return options_text(right[:1])
    wrong = [number for number in range(1, len(question.options) + 1) if number not in right]
    return options_text(wrong[turn % len(wrong) :][:1])


def _sitting(work: Workplace, course: str, name: str, occasion: Occasion) -> str:
    """Return the key of a standard form's sitting."""
    return forms.choose_form(work, course, forms.ensure_standard_form(work, name), occasion).key or ""


PASSPHRASE = "sample data, no real people"
_STEP = 40_000
"""Milliseconds between two things that happen in a room."""

type Story = dict[str, Any]


class FilledDemo(Struct, frozen=True):
    """The folders that were made. `recovery_key` is the office's paper key, empty without an office."""

    office: Path | None
    trainers: tuple[Path, ...]
    recovery_key: str = ""
    bundles: tuple[Path, ...] = ()
    results: tuple[Path, ...] = ()


def read_story() -> Story:
    """Return the story as data."""
    found: Story = json.loads(resource("demo", "story.json").read_text("utf-8"))
    return found


def clock_of_pictures() -> FixedClock:
    """Return a clock that stands in the afternoon of the last course's last day."""
    return fixed_at(date(2018, 10, 18), 15, workplace.ZONE, step=1)


def fill(
    root: Path,
    *,
    office: bool = False,
    trainers: int = 0,
    exchange: bool = False,
    cost: KdfCost | None = None,
    now: Clock | None = None,
    progress: Progress = no_progress,
) -> FilledDemo:
    """Fill new folders with the story.

    Without `office` and `trainers`, `root` itself becomes one trainer's folder with everything. With them,
    `root/office` and `root/trainer-1` ... are made, enrolled, each trainer with own courses. `exchange` also
    carries the trainers' files to the office and the office's back, and writes papers and figures. With `now`
    the one trainer's folder has a course besides that begins on that day, to be marked.

    Raises workplace.exists.
    """
    story = read_story()
    if not office and not trainers:
        work = _new(root, story["trainers"][-1]["user"], Role.TRAINER, cost)
        try:
            _set_up(work, story, story["courses"])
            for index, course in enumerate(story["courses"]):
                _teach(work, course)
                progress("demo.course", (index + 1) / len(story["courses"]))
            if now is not None:
                _begin_today(work, story["courses"][-1]["code"], now)
                # Whoever practises takes back what was done by hand, not a course of the story.
                history.begin_here(work)
            # The story lies years back; nobody shall be asked about the clock for that.
            sync_status.believe_clock(work)
        finally:
            work.close()
        return FilledDemo(None, (root,))
    return _World(root, story, max(trainers, 1), cost).play(progress, exchange=exchange)


def prepare_practice(root: Path, progress: Progress = no_progress) -> Path:
    """Make the folder to practise in, unless it is whole; return it. One that was left half made goes first.

    It looks as the person's own data does. Raises workplace.exists for a folder of that name with something
    in it that was not made for this.
    """
    folder = practice_of(root)
    if practice_passphrase(folder) and state_of(DataFolder(folder)) is WorkplaceState.LOCKED:
        _look_alike(root, folder)
        return folder
    if is_practice(folder):
        shutil.rmtree(folder)
    elif folder.exists() and any(folder.iterdir()):
        raise TrainerError("workplace.exists")
    folder.mkdir(parents=True, exist_ok=True)
    mark_practice(folder)
    fill(folder, now=SystemClock(), progress=progress)
    mark_practice(folder, PASSPHRASE)
    _look_alike(root, folder)
    return folder


def _look_alike(root: Path, folder: Path) -> None:
    """Give one folder the language of another, the size of its text, and light or dark."""
    own, kept = (preferences.load(DataFolder(each).preferences) for each in (root, folder))
    looks: tuple[Preference[Any], ...] = (Preferences.language, Preferences.text_size, Preferences.theme)
    for each in looks:
        kept = kept.changed(each, own.value_of(each))
    preferences.save(DataFolder(folder).preferences, kept)


class _World:
    """An office and its trainers."""

    def __init__(self, root: Path, story: Story, trainers: int, cost: KdfCost | None) -> None:
        self._root = root
        self._story = story
        self._cost = cost
        count = min(trainers, len(story["trainers"]))
        self._users = story["trainers"][-count:]
        self._stick = root / "stick"
        self._stick.mkdir(parents=True)

    def play(self, progress: Progress, *, exchange: bool) -> FilledDemo:
        """Make everything; returns where it lies."""
        story = self._story
        desk = _new(self._root / "office", story["office"]["user"], Role.OFFICE, self._cost)
        laptops: list[Workplace] = []
        bundles: tuple[Path, ...] = ()
        results: tuple[Path, ...] = ()
        try:
            set_up: OfficeSetUp = office.init(desk, Texts(**story["office"]["name"]), story["office"]["code"])
            _set_up(desk, story, story["courses"])
            for place, user in enumerate(self._users):
                laptops.append(self._enrol(desk, place, user))
            for place, work in enumerate(laptops):
                for course in self._courses_of(place):
                    _teach(work, course)
                progress("demo.course", (place + 1) / (len(laptops) + 1))
            if exchange:
                bundles = self._exchange(desk, laptops)
                results = write_results(desk, self._root / "results")
            for work in (desk, *laptops):
                sync_status.believe_clock(work)
            progress("demo.course", 1.0)
        finally:
            for work in (desk, *laptops):
                work.close()
        folders = tuple(self._root / f"trainer-{place + 1}" for place in range(len(self._users)))
        return FilledDemo(self._root / "office", folders, set_up.recovery_key, bundles, results)

    def _courses_of(self, place: int) -> list[Story]:
        """Return the courses of one trainer: they are shared out in turn."""
        found: list[Story] = self._story["courses"][place :: len(self._users)]
        return found

    def _enrol(self, desk: Workplace, place: int, user: dict[str, str]) -> Workplace:
        work = _new(self._root / f"trainer-{place + 1}", user["user"], Role.TRAINER, self._cost)
        asked, digits = office.request(work, self._stick / f"{user['device']}-request.json")
        own = tuple(courses.find_course(desk, course["code"]) for course in self._courses_of(place))
        enrolled = office.enrol(desk, asked, user["device"], self._stick, own, typed=digits)
        office.meet(work, enrolled.pack.file)
        office.join(work, identity.office_keys(desk).fingerprint)
        return work

    def _exchange(self, desk: Workplace, laptops: list[Workplace]) -> tuple[Path, ...]:
        _set_clock(desk, "2018-10-19", 9)
        files = [sending.export(work, self._stick).file for work in laptops]
        importing.import_files(desk, files)
        for work, user in zip(laptops, self._users, strict=True):
            _set_clock(work, "2018-10-19", 10)
            # What two trainers teach together is proposed to the office, and it agrees.
            lines = packs.pack_courses(desk, user["device"])
            chosen = [line.key for line in lines if line.own or line.named]
            pack = packs.export_pack(desk, user["device"], self._stick, courses=chosen)
            importing.import_files(work, [pack.file])
        return (*files, self._contradict(desk, laptops[-1]))

    def _contradict(self, desk: Workplace, laptop: Workplace) -> Path:
        """Let the office type one mark from the paper sheet while the trainer corrects the same one."""
        course = courses.find_course(laptop, self._courses_of(len(self._users) - 1)[-1]["code"])
        table = attendance.grid(laptop, course)
        enrolment, session = table.rows[14].enrolment, table.sessions[4].key
        attendance.mark(laptop, enrolment, session, Mark.LATE, 20)
        attendance.mark(desk, enrolment, session, Mark.ABSENT)
        sent = sending.export(laptop, self._stick)
        importing.import_files(desk, [sent.file])
        return sent.file


def write_results(work: Workplace, folder: Path) -> tuple[Path, ...]:
    """Write what an office hands on: certificates and a sign-in sheet of each course, the figures."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = building.report(work)
    files = {
        "report.pdf": reports.print_report(whole, "en"),
        "report.csv": reports.write_report_csv(whole, "en"),
        "report.xlsx": reports.write_report_xlsx(whole, "en"),
    }
    for course in courses.search_courses(work):
        key, code = course.key, course.code.lower()
        issued = certificates.in_name_order(certificates.register(work, key))
        files[f"certificates-{code}.pdf"] = printing.print_certificates(work, issued)
        files[f"sign-in-{code}.pdf"] = sign_in(work, key, course.first_day, "tg")
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return tuple(folder / name for name in files)


def _new(folder: Path, user: str, role: Role, cost: KdfCost | None) -> Workplace:
    clock = fixed_at(date(2018, 10, 1), 9, workplace.ZONE, step=_STEP)
    return workplace.create(DataFolder(folder), PASSPHRASE, role=role, user_name=user, clock=clock, cost=cost)


def _set_clock(work: Workplace, day: str, hour: int) -> None:
    """Put a demo folder's clock at an hour of a day."""
    moment = datetime.combine(date.fromisoformat(day), datetime.min.time(), ZoneInfo(workplace.ZONE))
    if isinstance(work.clock, FixedClock):
        work.clock.set(moment.replace(hour=hour))


def _set_up(work: Workplace, story: Story, chosen: list[Story]) -> None:
    """Write project, experts, courses with sessions and topics."""
    project = story["project"]
    draft = ProjectDraft(
        code=project["code"],
        title=Texts(**project["title"]),
        donor=project["donor"],
        partner=Texts(**project["partner"]),
        organiser=Texts(**project["organiser"]),
        head=project["head"],
        field_of_work=project["field_of_work"],
        first_day=date.fromisoformat(project["first_day"]),
        last_day=date.fromisoformat(project["last_day"]),
    )
    key = projects.create_project(work, draft).key
    experts = {name: _expert(work, expert) for name, expert in story["experts"].items()}
    for course in chosen:
        _plan(work, course, key or "", Texts(**project["title"]), experts, story["experts"])


def _expert(work: Workplace, expert: dict[str, str]) -> str:
    fields = {name: expert[name] for name in ("family", "given", "latin", "sex")}
    return people.create_person(work, {**fields}).key or ""


def _plan(
    work: Workplace, course: Story, project: str, title: Texts, experts: dict[str, str], posts: Story
) -> None:
    draft = CourseDraft(
        code=course["code"],
        title=title,
        first_day=date.fromisoformat(course["first_day"]),
        last_day=date.fromisoformat(course["last_day"]),
        project=project,
        venue=course["venue"],
        town=course["town"],
        district=course["district"],
        capacity=25,
    )
    key = courses.create_course(work, draft).key or ""
    agendas.plan_sessions(work, key, DayPlan(per_day=course["per_day"]))
    for session, topic in zip(courses.get_course(work, key).sessions, course["topics"], strict=True):
        with_topic = SessionDraft(session.day, session.start, session.end, Texts(**topic))
        sessions.change_session(work, session.key, with_topic)
    choose_forms(work, key, course)
    teachers.assign(work, key, experts[course["lead"]], TeachingRole.LEAD_TRAINER)
    for name in course["teachers"]:
        teachers.assign(work, key, experts[name], TeachingRole(posts[name]["role"]))


def _teach(work: Workplace, course: Story) -> None:
    """Import the list, add walk-ins, test, mark, test again, rate, ask for feedback, issue certificates."""
    _set_clock(work, course["first_day"], 8)
    key = courses.find_course(work, course["code"])
    preview = roster.check(work, resource("demo", course["file"]), key)
    roster.apply(work, preview)
    numbers = {row.number: row.enrolment for row in attendance.grid(work, key).rows}
    for walk_in in course["walk_ins"]:
        _set_clock(work, walk_in["first_day"], 9)
        enrolments.add_walk_in(
            work,
            key,
            walk_in["name"],
            sex=Sex(walk_in["sex"]),
            unit=walk_in["unit"],
            replaces=numbers[walk_in["replaces"]] if walk_in["replaces"] else None,
            first_day=date.fromisoformat(walk_in["first_day"]),
        )
    key_tests(work, key, course, Occasion.PRE)
    _mark(work, key, course)
    _set_clock(work, course["last_day"], 14)
    key_tests(work, key, course, Occasion.POST)
    key_ratings(work, key, course)
    key_feedback(work, key, course)
    _set_clock(work, course["last_day"], 15)
    certificates.issue(work, key, "tg")


_TODAY, _WHO_CAME = "TODAY", 12


def _begin_today(work: Workplace, code: str, now: Clock) -> None:
    """Copy a course to today with some of its people: whoever practises has something to mark."""
    if isinstance(work.clock, FixedClock):
        work.clock.now, work.clock.step = now.millis(), 0
    source = courses.find_course(work, code)
    people_of_it = enrolments.list_enrolments(work, source)[:_WHO_CAME]
    copy = course_life.copy_course(work, source, course_life.CourseCopy(_TODAY, work.today())).key or ""
    for each in people_of_it:
        enrolments.enrol(work, copy, each.person.key)


def _mark(work: Workplace, key: str, course: Story) -> None:
    """Mark every session: the exceptions one by one, then the rest."""
    table = attendance.grid(work, key)
    numbers = {row.number: row.enrolment for row in table.rows}
    cancelled = {found["session"]: found["reason"] for found in course["cancelled"]}
    for session in table.sessions:
        _set_clock(work, session.day.isoformat(), session.start // 60)
        if session.number in cancelled:
            sessions.cancel_session(work, session.key, cancelled[session.number])
            continue
        for mark in course["marks"]:
            if mark["session"] == session.number and mark["number"] in numbers:
                enrolment = numbers[mark["number"]]
                attendance.mark(work, enrolment, session.key, Mark(mark["mark"]), mark["missed"])
        attendance.mark_rest(work, session.key)
