"""A small story from which the conformance files are made: an office, two laptops, two courses.

K7 holds a course of two days and gives it to K8, its co-trainer; both mark in it, once the same cell without
knowing of each other. Somebody came late and left early, somebody withdrew, one is decided by hand, one
stands on the list under two spellings and is joined, a session is cancelled. Tests are typed, or keyed in
answer by answer. K8 has a course of its own, to which somebody of the first course comes too, and issues its
certificates: one is void, one replaced. The office approves that course, and erases somebody of the other
one. What they sent is in `sent`, by name.
"""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tests.actions.evaluated import choose, make_form
from tests.kit.samples import CourseSample, Guest
from tests.kit.world import computer
from tests.kit.writing import Room, enrol, room_of, write_course
from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.certificates import certificates, eligibility
from trainer_app.actions.courses import courses, enrolments, sessions, teachers
from trainer_app.actions.evaluations import keying, scores
from trainer_app.actions.exchange import importing, packs, sending
from trainer_app.actions.office import approval, erasing, office
from trainer_app.actions.people import joining
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.numbers import WHOLE
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import CertificateKind
from trainer_app.domain.courses.courses import CourseDraft, ProjectDraft, TeachingRole
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.evaluations.forms import FormKind, Occasion
from trainer_app.domain.evaluations.questions import Accepted, Option, Question, QuestionKind
from trainer_app.domain.people.persons import Sex
from trainer_app.store.certificates.certificates import list_certificates
from trainer_app.system.clock import fixed_at

OFFICE = Texts(tg="Дафтари барнома", ru="Офис программы", en="Programme office")
FIRST, SECOND = date(2018, 10, 15), date(2018, 10, 16)
COURSE = CourseSample(
    CourseDraft("DSH-1", Texts(tg="Курс", ru="Курс", en="Course"), FIRST, SECOND, town="Душанбе"),
    (
        Guest("капитан Азизов Фаррух", Sex.MALE),
        Guest("Гулмуродова Зарина", Sex.FEMALE),
        Guest("Раҳимов Некрӯз", Sex.MALE),
        Guest("Каримова Ситора", Sex.FEMALE),
        Guest("Олимов Хуршед", Sex.MALE),
        Guest("Пирова Шаҳноза", Sex.FEMALE),
        Guest("Сафаров Асадулло", Sex.UNKNOWN),
    ),
    DayPlan(per_day=3, first_start=540, minutes=90, break_minutes=30),
    ProjectDraft("DV18", Texts(tg="Силсила", ru="Серия", en="Series"), donor="Donor"),
)
OTHER_COURSE = CourseSample(
    CourseDraft("KHR-1", Texts(tg="Курс", ru="Курс", en="Course"), SECOND, SECOND, town="Хоруғ"),
    (Guest("Шарифова Тахмина", Sex.FEMALE), Guest("Ёров Манучеҳр", Sex.MALE)),
    DayPlan(per_day=2, first_start=840, minutes=50, break_minutes=10),
)


@dataclass
class Story:
    """Open computers, the keys of the first course, and the bytes of all files that were sent."""

    office: Workplace
    k7: Workplace
    k8: Workplace
    stick: Path
    room: Room
    sent: dict[str, bytes] = field(default_factory=dict)

    def close(self) -> None:
        """Close all computers."""
        for work in (self.office, self.k7, self.k8):
            work.close()

    def keep(self, name: str, file: Path) -> Path:
        """Keep what was sent under a name."""
        self.sent[name] = file.read_bytes()
        return file


def live(root: Path) -> Story:
    """Let the story happen in a folder. Whoever calls closes it."""
    clock = fixed_at(FIRST, 9, workplace.ZONE, step=7)
    stick = root / "stick"
    stick.mkdir()
    bureau = computer(root / "office", "M. Saidova", Role.OFFICE, clock)
    office.init(bureau, OFFICE, "DSH")
    k7 = computer(root / "k7", "D. Nazarova", Role.TRAINER, clock)
    k8 = computer(root / "k8", "F. Saidzoda", Role.TRAINER, clock)
    enrol(bureau, k7, "K7", stick)
    enrol(bureau, k8, "K8", stick)
    # The list that K7 got does not know K8 yet.
    importing.import_files(k7, [packs.export_pack(bureau, "K7", stick, courses=[]).file])
    story = Story(bureau, k7, k8, stick, write_course(k7, COURSE))
    _first_day(story)
    given = sending.export(k7, stick, course=story.room.course, co_trainers=["K8"])
    importing.import_files(k8, [story.keep("k7-to-k8", given.file)])
    clock.now = fixed_at(SECOND, 17, workplace.ZONE, step=7).now
    _second_day(story)
    _apart(story)
    _other_course(story)
    story.keep("k7", sending.export(k7, stick).file)
    story.keep("k8", sending.export(k8, stick).file)
    joined = enrolments.list_enrolments(k7, story.room.course)[-1].enrolment.person
    joining.unjoin(k7, joined)
    story.keep("k7-parted", sending.export(k7, stick).file)
    importing.import_files(
        bureau, [stick / name for name in sorted(each.name for each in stick.glob("DSH-K*"))]
    )
    _at_the_office(story)
    return story


def _at_the_office(story: Story) -> None:
    """Approve the course of K8, tell both laptops, and erase somebody of the other course."""
    bureau, stick = story.office, story.stick
    given = [line.course.key for line in courses.list_courses(bureau)]
    own = next(key for key in given if key != story.room.course)
    courses.close_course(bureau, own)
    approval.approve(bureau, own, "Ҳама дуруст")
    story.keep("pack-k8", packs.export_pack(bureau, "K8", stick, courses=given).file)
    story.keep("pack-k7", packs.export_pack(bureau, "K7", stick, courses=[]).file)
    person = enrolments.list_enrolments(bureau, story.room.course)[5].person.key
    erasing.erase_person(bureau, person, "Дархости шахс")
    story.keep("pack-k8-erased", packs.export_pack(bureau, "K8", stick, courses=given).file)


def _first_day(story: Story) -> None:
    """Mark the first day at K7: late, late and early, excused, absent; the others are there."""
    work, room = story.k7, story.room
    people, held = room.enrolments, room.sessions
    teachers.add_teacher(work, room.course, "Назарова Дилором", TeachingRole.LEAD_TRAINER)
    teachers.add_teacher(work, room.course, "Линдквист Эрик", TeachingRole.OBSERVER)
    attendance.mark(work, people[1], held[0], Mark.LATE, 30, early=10)
    attendance.mark(work, people[2], held[0], Mark.ABSENT)
    attendance.mark(work, people[3], held[0], Mark.EXCUSED)
    attendance.mark(work, people[4], held[0], Mark.LATE, 90)
    attendance.mark_rest(work, held[0])
    attendance.mark(work, people[2], held[1], Mark.PRESENT, 25, early=25)
    attendance.mark_rest(work, held[1])
    # Under another spelling, and marked under both names: of each session the greater number counts.
    enrolments.add_walk_in(work, room.course, "Азизов Ф.", sex=Sex.MALE, first_day=FIRST)
    double = room_of(work, room.course).enrolments[-1]
    attendance.mark(work, people[0], held[2], Mark.LATE, 60)
    attendance.mark(work, double, held[2], Mark.LATE, 15)
    attendance.mark(work, people[6], held[2], Mark.ABSENT)
    attendance.mark_rest(work, held[2])


def _second_day(story: Story) -> None:
    """Mark the second day at K8, which cancels the last session afterwards."""
    work, room = story.k8, story.room
    people, held = room.enrolments, room.sessions
    attendance.mark(work, people[1], held[3], Mark.PRESENT, 45, early=45)
    attendance.mark(work, people[3], held[3], Mark.ABSENT)
    attendance.mark(work, people[4], held[3], Mark.ABSENT)
    attendance.mark_rest(work, held[3])
    for enrolment in people[:3]:
        attendance.mark(work, enrolment, held[4], Mark.PRESENT)
    attendance.mark_rest(work, held[5])
    sessions.cancel_session(work, held[5], "барқ набуд")


def _apart(story: Story) -> None:
    """Let both change one mark without knowing of each other; K7 decides, tests, joins and withdraws."""
    work, room = story.k7, story.room
    people, held = room.enrolments, room.sessions
    attendance.mark(story.k8, people[2], held[0], Mark.PRESENT)
    attendance.mark(work, people[2], held[0], Mark.LATE, 10)
    for number, (pre, post) in enumerate(((800, 1500), (1200, 1800), (None, 1201), (1600, 900))):
        scores.set_score(work, people[number], Occasion.PRE, pre, 2000)
        scores.set_score(work, people[number], Occasion.POST, post, 2000)
    _key_in(story)
    enrolments.withdraw(work, people[5], held[3])
    eligibility.override(work, people[6], CertificateKind.COMPLETION, "Қарори роҳбар")
    listed = enrolments.list_enrolments(work, room.course)
    joining.join(work, listed[0].person.key, listed[-1].person.key)


def _other_course(story: Story) -> None:
    """Hold a course at K8, to which somebody of the first one comes too; it needs no test."""
    work = story.k8
    known = enrolments.list_enrolments(work, story.room.course)[1].person.key
    room = write_course(work, OTHER_COURSE)
    enrolments.enrol(work, room.course, known)
    course = courses.get_course(work, room.course).course
    draft = courses.draft_of(course)
    courses.change_course(work, course.key, _without_test(draft))
    attendance.mark_rest(work, room.sessions[0])
    attendance.mark(work, room.enrolments[0], room.sessions[1], Mark.LATE, 25)
    attendance.mark_rest(work, room.sessions[1])
    certificates.issue(work, room.course)
    first, second, _ = list_certificates(work.database)
    certificates.void(work, first.serial, "хато")
    certificates.replace(work, second.serial, "хато")


QUESTIONS = (
    Question(
        "",
        QuestionKind.SINGLE,
        Texts(tg="Як"),
        tuple(Option(Texts(tg=text), credit) for text, credit in (("а", 0), ("б", WHOLE), ("в", 2500))),
    ),
    Question(
        "",
        QuestionKind.MULTIPLE,
        Texts(tg="Якчанд"),
        tuple(Option(Texts(tg=text), credit) for text, credit in (("а", 3333), ("б", 6667), ("в", -WHOLE))),
        points=150,
    ),
    Question("", QuestionKind.NUMBER, Texts(tg="Чанд"), accepted=(Accepted("24"), Accepted("23..25", 5000))),
    Question("", QuestionKind.TEXT, Texts(tg="Чӣ"), accepted=(Accepted("қонун*"),)),
)
"""One of each kind that is scored."""


def _key_in(story: Story) -> None:
    """Key in two tests of one person, and one that is not whole of another."""
    work, room = story.k7, story.room
    form = make_form(work, FormKind.TEST, "Қонун", list(QUESTIONS))
    answers = {Occasion.PRE: ("3", "1", "23,5", "ҚОНУНИ  оила"), Occasion.POST: ("2", "1,2", "24", "")}
    for occasion, given in answers.items():
        sitting = choose(work, room.course, form, occasion)
        view = keying.open_paper_of(work, sitting, room.enrolments[4], 1)
        keys = [each.key for each in view.form.questions]
        keying.key_paper(work, view, dict(zip(keys, given, strict=True)))
        part = keying.open_paper_of(work, sitting, room.enrolments[6], 1)
        keying.key_paper(work, part, {keys[0]: "2"})


def _without_test(draft: CourseDraft) -> CourseDraft:
    return replace(draft, rule=replace(draft.rule, post_test=None))
