"""A course in the middle of its third day, as on the pictures, made through the real actions."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from trainer_app.actions.attendance import attendance
from trainer_app.actions.base import workplace
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.courses import agendas, courses, enrolments, sessions
from trainer_app.bundle.vault import DataKey
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.courses.courses import CourseDraft
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.people.persons import Sex
from trainer_app.system.clock import FixedClock, fixed_at
from trainer_app.system.folders import DataFolder

PASSPHRASE = "чор калимаи осон барои ёд"
DAY = date(2018, 10, 17)
NAMES = [
    "Абдуллоева Мавҷуда",
    "Азизов Фаррух",
    "Бобоҷонов Далер",
    "Восиев Умед",
    "Гулмуродова Зарина",
    "Ғафуров Сӯҳроб",
    "Давлатов Комрон",
    "Ёров Манучеҳр",
    "Зоҳирӣ Парвина",
    "Исмоилов Ҷамшед",
    "Каримова Ситора",
    "Қаюмов Рустам",
    "Латифов Баҳром",
    "Маҳмадова Фарзона",
    "Назаров Исфандиёр",
    "Олимов Хуршед",
    "Пирова Шаҳноза",
    "Раҳимов Некрӯз",
    "Сафаров Асадулло",
    "Тоирова Лола",
    "Умарзода Беҳрӯз",
    "Файзуллоев Муҳаммад",
    "Ҳасанова Мадина",
    "Ҷӯраев Шӯҳрат",
    "Шарифова Тахмина",
]
TITLE = Texts(
    tg="Вокуниши милитсия ба зӯроварӣ дар оила",
    ru="Реагирование милиции на насилие в семье",
    en="Police response to domestic violence",
)
TOPICS = (
    Texts("Мусоҳиба бо ҷабрдида", "Беседа с пострадавшей", "Interviewing the victim"),
    Texts("Қарори муҳофизатӣ ва иҷрои он", "Защитное предписание", "The protection order in practice"),
    Texts("Кор дар ҷойи ҳодиса: машқи амалӣ", "Работа на месте: практикум", "At the scene: a practical"),
)


@dataclass
class Story:
    """The workplace, its clock (17 October 2018, 11:42 in Dushanbe) and what lies in it."""

    work: Workplace
    clock: FixedClock
    course: str = ""
    enrolments: tuple[str, ...] = ()


@dataclass(frozen=True)
class Template:
    """A filled data folder to copy, closed, its key, and the clock as it stood then."""

    root: Path
    key: DataKey
    story: Story

    @classmethod
    def of(cls, story: Story) -> "Template":
        """Close a story, so that it can be copied."""
        story.work.close()
        return cls(story.work.folder.root, story.work.key, story)

    @contextmanager
    def opened(self, root: Path) -> Iterator[Story]:
        """Open a copy at another place."""
        shutil.copytree(self.root, root)
        clock = replace(self.story.clock)
        work = workplace.open_with_key(DataFolder(root), self.key, clock)
        try:
            yield replace(self.story, work=work, clock=clock)
        finally:
            work.close()


def new_work(root: Path, *, role: Role = Role.TRAINER, user: str = "Д. Назарова") -> Story:
    """Make an empty data folder whose clock stands at 11:42 of the third day."""
    clock = fixed_at(DAY, 11, "Asia/Dushanbe", step=7)
    clock.advance(minutes=42)
    folder = DataFolder(root)
    folder.make()
    work = workplace.create(folder, PASSPHRASE, role=role, user_name=user, clock=clock)
    return Story(work, clock)


def fill(story: Story, people: int = len(NAMES)) -> Story:
    """Add the course of 15 to 18 October, three sessions a day, and marks up to the middle of session 8."""
    work = story.work
    draft = CourseDraft("DSH-1", TITLE, date(2018, 10, 15), date(2018, 10, 18), town="Душанбе")
    story.course = courses.create_course(work, draft).key or ""
    agendas.plan_sessions(work, story.course, DayPlan(per_day=3, first_start=540, lunch=(750, 840)))
    view = courses.get_course(work, story.course)
    for place, session in enumerate(view.sessions):
        changed = sessions.draft_of(session)
        topic = TOPICS[place % 3]
        sessions.change_session(work, session.key, type(changed)(**{**changed.__dict__, "topic": topic}))
    added = [
        enrolments.add_walk_in(
            work,
            story.course,
            name,
            sex=Sex.FEMALE if name.split()[0].endswith("а") else Sex.MALE,
            first_day=date(2018, 10, 15),
        ).key
        or ""
        for name in NAMES[:people]
    ]
    story.enrolments = tuple(added)
    _mark(story, [session.key for session in view.sessions])
    return story


def _mark(story: Story, keys: list[str]) -> None:
    work, people = story.work, story.enrolments
    for key in keys[:6]:
        attendance.mark_rest(work, key)
    seventh, eighth = keys[6], keys[7]
    attendance.mark(work, people[23 % len(people)], seventh, Mark.LATE, 10)
    attendance.mark(work, people[16 % len(people)], seventh, Mark.EXCUSED)
    attendance.mark(work, people[11 % len(people)], seventh, Mark.ABSENT)
    attendance.mark_rest(work, seventh)
    for place, person in enumerate(people[:14]):
        late, absent = place == 6, place == 11
        mark = Mark.LATE if late else Mark.ABSENT if absent else Mark.PRESENT
        attendance.mark(work, person, eighth, mark, 15 if late else 0)
