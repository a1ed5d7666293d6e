"""What worlds are made of: people, titles, courses, passphrases. Invented, and the same for all tests."""

from dataclasses import dataclass, field, fields
from datetime import date, datetime, time
from functools import cached_property
from zoneinfo import ZoneInfo

from trainer_app.actions.base.workplace import ZONE
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts, resource
from trainer_app.domain.courses.courses import CourseDraft, ProjectDraft
from trainer_app.domain.courses.planning import DayPlan
from trainer_app.domain.exchange.laptops import KdfCost
from trainer_app.domain.people.persons import Sex
from trainer_app.system.clock import FixedClock

PASSPHRASE = "чор калимаи осон барои ёд"
CHEAP = KdfCost()
"""The least that a passphrase is stretched."""
TRAINER, SECOND_TRAINER, DIRECTOR = "Д. Назарова", "Ҷ. Линдквист", "М. Саидова"
OFFICE = Texts(tg="Дафтари барнома, Душанбе", ru="Офис программы, Душанбе", en="Programme office, Dushanbe")

FAMILIES = (
    "Абдуллоева", "Азизов", "Бобоҷонов", "Восиев", "Гулмуродова", "Ғафуров", "Давлатов", "Ёров",
    "Зоҳирӣ", "Исмоилов", "Каримова", "Қаюмов", "Латифов", "Маҳмадова", "Назаров", "Олимов",
    "Пирова", "Раҳимов", "Сафаров", "Тоирова", "Умарзода", "Файзуллоев", "Ҳасанова", "Ҷӯраев",
    "Шарифова",
)  # fmt: skip
GIVEN = ("Фаррух", "Далер", "Умед", "Некрӯз", "Рустам")


@dataclass(frozen=True)
class Guest:
    """Somebody who comes to a course."""

    name: str
    sex: Sex = Sex.UNKNOWN


@dataclass(frozen=True, repr=False)
class CourseSample:
    """A course as it is written: its draft, its project, how its days look, topics in turn, its people."""

    draft: CourseDraft
    people: tuple[Guest, ...]
    plan: DayPlan = field(default_factory=lambda: DayPlan(per_day=3))
    project: ProjectDraft | None = None
    topics: tuple[Texts, ...] = ()
    from_first_day: bool = True

    def __repr__(self) -> str:
        return self._told

    @cached_property
    def _told(self) -> str:
        """All of it in words, once: each world with this course is looked for by them."""
        told = (f"{each.name}={getattr(self, each.name)!r}" for each in fields(self))
        return f"CourseSample({', '.join(told)})"

    def with_first(self, people: int) -> "CourseSample":
        """Return the same course with its first people only."""
        return replace(self, people=self.people[:people])


DAY = date(2018, 10, 17)
"""The third day of the course at Dushanbe."""
NAMES = (
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
)
TITLE = Texts(
    tg="Вокуниши милитсия ба зӯроварӣ дар оила",
    ru="Реагирование милиции на насилие в семье",
    en="Police response to domestic violence",
)
TOPICS = (
    Texts(tg="Мусоҳиба бо ҷабрдида", ru="Беседа с пострадавшей", en="Interviewing the victim"),
    Texts(
        tg="Қарори муҳофизатӣ ва иҷрои он", ru="Защитное предписание", en="The protection order in practice"
    ),
    Texts(
        tg="Кор дар ҷойи ҳодиса: машқи амалӣ", ru="Работа на месте: практикум", en="At the scene: a practical"
    ),
)
DUSHANBE = CourseSample(
    CourseDraft("DSH-1", TITLE, date(2018, 10, 15), date(2018, 10, 18), town="Душанбе"),
    tuple(Guest(name, Sex.FEMALE if name.split()[0].endswith("а") else Sex.MALE) for name in NAMES),
    DayPlan(per_day=3, first_start=540, lunch=(750, 840)),
    topics=TOPICS,
)
"""The course of the pictures: four days, three sessions a day, 25 people."""

GROUP = tuple(f"{family} {GIVEN[at % len(GIVEN)]}" for at, family in enumerate(FAMILIES))
TWO_DAYS = CourseSample(
    CourseDraft("DV-1", Texts(tg="Курс", ru="Курс", en="Course"), date(2018, 10, 15), date(2018, 10, 16)),
    tuple(Guest(name) for name in GROUP),
    DayPlan(per_day=3, first_start=540, minutes=90, break_minutes=30),
    from_first_day=False,
)
"""Two days with three sessions each."""

FIRST, LAST = date(2018, 10, 15), date(2018, 10, 18)
PEOPLE = (
    ("капитан Азизов Фаррух Бахтиёрович", Sex.MALE),
    ("Гулмуродова Зарина Ҳакимовна", Sex.FEMALE),
    ("Раҳимов Некрӯз Файзуллоевич", Sex.MALE),
)
SERIES = CourseSample(
    CourseDraft(
        "DSH1",
        Texts(tg="Вокуниши милитсия ба зӯроварӣ дар оила", en="Police Response to Domestic Violence"),
        FIRST,
        LAST,
        town="Душанбе",
    ),
    tuple(Guest(name, sex) for name, sex in PEOPLE),
    project=ProjectDraft(
        "DV18",
        Texts(tg="Силсилаи курсҳо", ru="Серия курсов", en="Series of courses"),
        donor="Donor",
        partner=Texts(tg="Вазорати корҳои дохилӣ", ru="МВД", en="Ministry of Internal Affairs"),
        organiser=Texts(tg="Барномаи омӯзиш", ru="Программа обучения", en="Police Training Programme"),
        head="М. Саидова",
    ),
)
"""A course of a project with three people, four days of three sessions."""

SHORT_TITLE = Texts(tg="Вокуниши милитсия", ru="Реагирование милиции", en="Police response")
FUND = ProjectDraft(
    "DV2018", SHORT_TITLE, donor="Fund for Safe Homes", organiser=SHORT_TITLE, head="М. Саидова"
)
RESPONSE = CourseDraft("DSH1", SHORT_TITLE, FIRST, LAST, town="Душанбе", district="Душанбе")
"""A course of a project, whose people come from `LIST`."""
LIST = resource("demo", "dushanbe.xlsx")
NAMED = 25
"""How many people the list names once its double and unreadable rows are left out."""


def clock_at(day: date, hour: int, minute: int = 0, *, step: int = 1) -> FixedClock:
    """Return a clock that stands at a time in Dushanbe and goes on by some milliseconds at every question."""
    clock = FixedClock(0, step)
    clock.set(datetime.combine(day, time(hour, minute), ZoneInfo(ZONE)))
    return clock
