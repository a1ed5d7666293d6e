"""An invented course as its agenda, its forms and its report are printed from: usual ones and extremes."""

from datetime import date, timedelta

from tests.documents.samples import NAMES, ORGANISER, TITLE
from trainer_app.domain.attendance.marks import Headcount
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import CertificateKind
from trainer_app.domain.courses.agenda_cells import Agenda, agenda_of
from trainer_app.domain.courses.courses import (
    CompletionRule,
    CourseFacts,
    FactsTeacher,
    Session,
    SessionState,
    TeachingRole,
)
from trainer_app.domain.evaluations.statistics import summarize_scale
from trainer_app.domain.office.reports import (
    CourseReport,
    FeedbackLine,
    Figure,
    ListCounts,
    Report,
    ReportPerson,
    ReportSession,
    Split,
    SplitLine,
    Unit,
)
from trainer_app.domain.papers.course_papers import AnswerSheet
from trainer_app.domain.people.persons import Sex

MONDAY = date(2018, 10, 15)
LONGEST = "Абдураҳмонова-Шамсиддинзода Гулчеҳра Ҳакимовна Мирзоҷӯраевна"
TOPICS = (
    Texts(tg="Мусоҳиба бо ҷабрдида", ru="Беседа с пострадавшей", en="Interviewing the victim"),
    Texts(
        tg="Қарори муҳофизатӣ ва иҷрои он", ru="Защитное предписание", en="The protection order in practice"
    ),
    Texts(
        tg="Кор дар ҷойи ҳодиса: машқи амалӣ", ru="Работа на месте: практикум", en="At the scene: a practical"
    ),
)
TRAINERS = {
    "d": Texts(tg="Назарова Дилбар", ru="Назарова Дилбар", en="Nazarova Dilbar"),
    "j": Texts(tg="Lindqvist Johan", ru="Lindqvist Johan", en="Lindqvist Johan"),
}
STATEMENTS = tuple(
    Texts(tg=f"Изҳороти {number}, бо ҳарфҳои ғӣқӯҳҷ", ru=f"Утверждение {number}", en=f"Statement {number}")
    for number in range(1, 7)
)


def facts(longest: str = "") -> CourseFacts:
    """Return what heads of papers say; `longest` stands for every text that people type."""
    usual = CourseFacts(
        code="DSH-1",
        title=TITLE,
        first_day=MONDAY,
        last_day=MONDAY + timedelta(days=3),
        venue=Texts(
            tg="Душанбе, толори омӯзишӣ", ru="Душанбе, толори омӯзишӣ", en="Dushanbe, tolori omuzishi"
        ),
        project=TITLE,
        organiser=ORGANISER,
        donor=Texts(tg="Fund for Safe Homes", ru="Fund for Safe Homes", en="Fund for Safe Homes"),
        partner=Texts(tg="Вазорати корҳои дохилӣ", ru="МВД", en="Ministry of Internal Affairs"),
        teachers=(
            FactsTeacher(TRAINERS["d"], TeachingRole.LEAD_TRAINER),
            FactsTeacher(TRAINERS["j"], TeachingRole.INTERNATIONAL_EXPERT),
        ),
        made_on=date(2018, 10, 19),
        version="1.2.3",
    )
    if not longest:
        return usual
    long = Texts(tg=longest, ru=longest, en=longest.upper())
    typed = dict.fromkeys(("title", "venue", "project", "organiser", "donor", "partner"), long)
    return replace(usual, teachers=(FactsTeacher(long, TeachingRole.OBSERVER),) * 6, **typed)


def sessions(days: int = 4, *, longest: str = "", room: str = "") -> list[Session]:
    """Return three sessions a day, the last of the second day cancelled."""
    found = []
    for number in range(1, days * 3 + 1):
        start = (540, 660, 840)[(number - 1) % 3]
        gone = number == 6
        found.append(
            Session(
                key=f"s{number}",
                course="c",
                number=number,
                day=MONDAY + timedelta(days=(number - 1) // 3),
                start=start,
                end=start + 90,
                topic=Texts(tg=longest, ru=longest, en=longest) if longest else TOPICS[number % 3],
                trainers=("d", "j") if number % 2 else ("d",),
                state=SessionState.CANCELLED if gone else SessionState.HELD,
                cancel_reason="барқ набуд" if gone else "",
                room=room,
            )
        )
    return found


def agenda(days: int = 4, *, longest: str = "", room: str = "") -> Agenda:
    """Return an agenda."""
    rooms = {room: Texts(tg=room, ru=room, en=room)} if room else {}
    return agenda_of(facts(longest), sessions(days, longest=longest, room=room), TRAINERS, rooms)


def answer_sheets(people: int) -> list[AnswerSheet]:
    """Return the sheets of some people."""
    return [AnswerSheet(number, NAMES[number % len(NAMES)]) for number in range(1, people + 1)]


def course_report(people: int = 25, *, longest: str = "", names: bool = True) -> CourseReport:
    """Return the report of a course with marks, tests and feedback."""
    heads = Headcount(present=max(0, people - 5), late=2, excused=1, absent=1, unmarked=1)
    lines = tuple(
        ReportSession(
            each.number,
            each.day,
            each.start,
            each.end,
            each.minutes,
            each.topic,
            each.state,
            each.cancel_reason,
            heads,
        )
        for each in sessions(longest=longest)
    )
    told = summarize_scale((1, 0, 3, 8, 12))
    feedback = tuple(FeedbackLine(statement, 24, told) for statement in STATEMENTS[:5])
    feedback += (FeedbackLine(STATEMENTS[5], 3),)
    return CourseReport(
        facts=facts(longest),
        counted=_counted(people),
        rule=CompletionRule(),
        listed=ListCounts(people, 2, 1, 3, 1),
        sessions=lines,
        feedback=feedback,
        persons=tuple(
            _person(number, longest if number % 7 == 0 else "", names) for number in range(1, people + 1)
        ),
        notes=(Label("note.of.figures", {"count": 3}),),
        names=names,
    )


def empty_report() -> CourseReport:
    """Return the report of a course in which nothing happened yet."""
    return CourseReport(facts(), Report(TITLE, ()), CompletionRule(None, None), ListCounts())


def _counted(people: int) -> Report:
    codes = ("participations", "completions", "certificates", "person_hours", "person_days", "women")
    units = {"person_hours": Unit.MINUTES, "person_days": Unit.HALF_DAYS}

    def figures(whole: int) -> tuple[Figure, ...]:
        return tuple(Figure(code, whole, units.get(code, Unit.COUNT)) for code in codes)

    learnt = (
        Figure("tests_matched", 23),
        Figure("tests_only_pre", 1),
        Figure("tests_only_post", 2),
        Figure("pre_mean", 4630, Unit.PERCENT),
        Figure("post_mean", 7650, Unit.PERCENT),
        Figure("gain_points", 3020, Unit.POINTS),
        Figure("hake_g", 5620, Unit.GAIN),
        Figure("mean_individual_g", 6010, Unit.GAIN),
        Figure("losses", 1),
    )
    by_sex = Split("sex", tuple(SplitLine(sex.value, figures(people // 3)) for sex in Sex), figures(people))
    by_unit = Split(
        "unit", (SplitLine("ШКД н. Сино", figures(people)), SplitLine("", figures(0))), figures(people)
    )
    share = Figure("women_by_head", 3600, Unit.PERCENT)
    left_out = Figure(
        "participations", people, exclusions=(Label("counting.excluded.never_came", {"count": 2}),)
    )
    return Report(TITLE, (left_out, *figures(people)[1:], share, *learnt), (by_sex, by_unit))


def _person(number: int, longest: str, names: bool) -> ReportPerson:
    if not names:
        return ReportPerson(
            number, "", share=9000, result=CertificateKind.COMPLETION, serial="DSH-2018-K7-00042-98"
        )
    return ReportPerson(
        number=number,
        name=longest or NAMES[number % len(NAMES)],
        sex=tuple(Sex)[number % 3],
        rank="senior_lieutenant",
        unit=longest or "ШКД н. Исмоили Сомонӣ",
        share=None if number == 1 else 10000 - number,
        result=tuple(CertificateKind)[number % 3],
        serial=f"DSH-2018-K7-{number:05}-98" if number % 2 else "",
    )
