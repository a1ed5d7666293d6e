"""The story of the project, written through the same actions as the window: `resources/demo`.

One project, three courses, 65 participants from three spreadsheets, walk-ins, marks, tests, feedback,
certificates. All names are invented, so the passphrase may be known.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from trainer_app.actions import (
    attendance,
    certificates,
    clocks,
    courses,
    demo_papers,
    enrolments,
    merging,
    office,
    papers,
    people,
    reports,
    roster,
    sending,
    sessions,
    workplace,
)
from trainer_app.actions.workplace import Cost, Role, Workplace
from trainer_app.domain.attendance import Mark
from trainer_app.domain.changes import Progress, no_progress
from trainer_app.domain.courses import CourseDraft, ProjectDraft
from trainer_app.domain.courses import Role as Post
from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.people import Sex
from trainer_app.domain.planning import DayPlan, SessionDraft
from trainer_app.domain.sending import OfficeSetUp
from trainer_app.domain.texts import Texts
from trainer_app.system.clock import FixedClock, fixed_at
from trainer_app.system.folders import Folder
from trainer_app.system.resources import resource

PASSPHRASE = "sample data only"
_STEP = 40_000
"""Milliseconds between two things that happen in a room."""

type Story = dict[str, Any]


@dataclass(frozen=True)
class Filled:
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
    cost: Cost | None = None,
    progress: Progress = no_progress,
) -> Filled:
    """Fill new folders with the story.

    Without `office` and `trainers`, `root` itself becomes one trainer's folder with everything. With them,
    `root/office` and `root/trainer-1` ... are made, enrolled, each trainer with own courses. `exchange` also
    carries the trainers' files to the office and the office's back, and writes papers and figures.

    Raises workplace.exists.
    """
    story = read_story()
    if not office and not trainers:
        work = _new(root, story["trainers"][-1]["user"], Role.TRAINER, cost)
        try:
            _set_up(work, story, story["courses"])
            for place, course in enumerate(story["courses"]):
                _teach(work, course)
                progress("demo.course", (place + 1) / len(story["courses"]))
            # The story lies years back; nobody shall be asked about the clock for that.
            clocks.believe(work)
        finally:
            work.close()
        return Filled(None, (root,))
    return _World(root, story, max(trainers, 1), cost).play(progress, exchange=exchange)


class _World:
    """An office and its trainers."""

    def __init__(self, root: Path, story: Story, trainers: int, cost: Cost | None) -> None:
        self._root = root
        self._story = story
        self._cost = cost
        count = min(trainers, len(story["trainers"]))
        self._users = story["trainers"][-count:]
        self._stick = root / "stick"
        self._stick.mkdir(parents=True)

    def play(self, progress: Progress, *, exchange: bool) -> Filled:
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
                clocks.believe(work)
            progress("demo.course", 1.0)
        finally:
            for work in (desk, *laptops):
                work.close()
        folders = tuple(self._root / f"trainer-{place + 1}" for place in range(len(self._users)))
        return Filled(self._root / "office", folders, set_up.recovery_key, bundles, results)

    def _courses_of(self, place: int) -> list[Story]:
        """Return the courses of one trainer: they are shared out in turn."""
        found: list[Story] = self._story["courses"][place :: len(self._users)]
        return found

    def _enrol(self, desk: Workplace, place: int, user: dict[str, str]) -> Workplace:
        work = _new(self._root / f"trainer-{place + 1}", user["user"], Role.TRAINER, self._cost)
        asked, _ = office.request(work, self._stick / f"{user['device']}.treq")
        own = tuple(courses.find_course(desk, course["code"]) for course in self._courses_of(place))
        enrolled = office.enrol(desk, asked, user["device"], self._stick, own)
        office.join(work, enrolled.pack.file)
        return work

    def _exchange(self, desk: Workplace, laptops: list[Workplace]) -> tuple[Path, ...]:
        _set_clock(desk, "2018-10-19", 9)
        files = [sending.export(work, self._stick).file for work in laptops]
        merging.import_files(desk, files)
        for work, user in zip(laptops, self._users, strict=True):
            _set_clock(work, "2018-10-19", 10)
            pack = office.export_pack(desk, user["device"], self._stick)
            merging.import_files(work, [pack.file])
        return (*files, self._contradict(desk, laptops[-1]))

    def _contradict(self, desk: Workplace, laptop: Workplace) -> Path:
        """Let the office type one mark from the paper sheet while the trainer corrects the same one."""
        course = courses.find_course(laptop, self._courses_of(len(self._users) - 1)[-1]["code"])
        table = attendance.grid(laptop, course)
        enrolment, session = table.rows[14].enrolment, table.sessions[4].key
        attendance.mark(laptop, enrolment, session, Mark.LATE, 20)
        attendance.mark(desk, enrolment, session, Mark.ABSENT)
        sent = sending.export(laptop, self._stick)
        merging.import_files(desk, [sent.file])
        return sent.file


def write_results(work: Workplace, folder: Path) -> tuple[Path, ...]:
    """Write what an office hands on: certificates and a sign-in sheet of each course, the figures."""
    folder.mkdir(parents=True, exist_ok=True)
    whole = reports.report(work)
    files = {
        "report.pdf": papers.print_report(whole, "en"),
        "report.csv": papers.write_report_csv(whole, "en"),
        "report.xlsx": papers.write_report_xlsx(whole, "en"),
    }
    for line in courses.list_courses(work):
        key, code = line.course.key, line.course.code.lower()
        issued = certificates.in_name_order(certificates.register(work, key))
        files[f"certificates-{code}.pdf"] = papers.print_certificates(work, issued)
        files[f"sign-in-{code}.pdf"] = papers.sign_in(work, key, line.course.first_day, "tg")
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return tuple(folder / name for name in files)


def _new(folder: Path, user: str, role: Role, cost: Cost | None) -> Workplace:
    clock = fixed_at(date(2018, 10, 1), 9, workplace.ZONE, step=_STEP)
    return workplace.create(Folder(folder), PASSPHRASE, role=role, user_name=user, clock=clock, cost=cost)


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
    key = courses.create_project(work, draft).key
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
    sessions.plan_sessions(work, key, DayPlan(per_day=course["per_day"]))
    for session, topic in zip(courses.get_course(work, key).sessions, course["topics"], strict=True):
        with_topic = SessionDraft(session.day, session.start, session.end, Texts(**topic))
        sessions.change_session(work, session.key, with_topic)
    demo_papers.choose_forms(work, key, course)
    courses.assign(work, key, experts[course["lead"]], Post.LEAD_TRAINER)
    for name in course["teachers"]:
        courses.assign(work, key, experts[name], Post(posts[name]["role"]))


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
    demo_papers.key_tests(work, key, course, Occasion.PRE)
    _mark(work, key, course)
    _set_clock(work, course["last_day"], 14)
    demo_papers.key_tests(work, key, course, Occasion.POST)
    demo_papers.key_ratings(work, key, course)
    demo_papers.key_feedback(work, key, course)
    _set_clock(work, course["last_day"], 15)
    certificates.issue(work, key, "tg")


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
