"""Invented people, courses, sheets and reports that the tests print, in all three languages."""

import hashlib
import io
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PIL import Image, ImageDraw

from trainer_app.documents.certificates.design_draft import sample_logo, sample_signature
from trainer_app.documents.certificates.template import Template, load_template
from trainer_app.domain.attendance.sheets import SheetCode, badge_code
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.certificates.certificates import CertificateFacts, CertificateKind, Signatory
from trainer_app.domain.courses.courses import CourseHead, Emblem, LogoOwner
from trainer_app.domain.office.reports import Figure, Report, ReportRow, Split, SplitLine, Unit
from trainer_app.domain.papers.course_papers import NameCard, NameCards, SheetRow, SheetSession, SignInSheet
from trainer_app.domain.people.latin import to_latin
from trainer_app.domain.people.persons import Sex
from trainer_app.system.messages import label_text

RESOURCES = Path(__file__).parents[2] / "resources"
DESIGNS = ("completion", "attendance", "trainer")
TAJIK = "ҒӢҚӮҲҶғӣқӯҳҷ"

TITLE = Texts(
    tg="Вокуниши милитсия ба зӯроварӣ дар оила",
    ru="Реагирование милиции на насилие в семье",
    en="Police Response to Domestic Violence",
)
ORGANISER = Texts(
    tg="Барномаи омӯзиши кормандони милитсия",
    ru="Программа обучения сотрудников милиции",
    en="Police Training Programme",
)
NAMES = (
    "Абдуллоева Мавҷуда Сафаровна",
    "Азизов Фаррух Бахтиёрович",
    "Бобоҷонов Далер Қодирович",
    "Гулмуродова Зарина Ҳакимовна",
    "Ғафуров Сӯҳроб Ноилович",
    "Ёров Манучеҳр Абдуллоевич",
    "Зоҳирӣ Парвина Маликовна",
)

TG = CertificateFacts(
    serial="DSH-2018-K7-00042-98",
    kind=CertificateKind.COMPLETION,
    language="tg",
    name="Гулмуродова Зарина Ҳакимовна",
    latin="Zarina Gulmurodova",
    rank="лейтенанти милитсия",
    rank_en="Lieutenant of Militia",
    course_title=TITLE["tg"],
    course_title_en=TITLE["en"],
    course_code="DSH-1",
    town="Душанбе",
    town_en="Dushanbe",
    first_day="2018-10-15",
    last_day="2018-10-18",
    hours=1650,
    organiser=ORGANISER["tg"],
    organiser_en=ORGANISER["en"],
    partner="Вазорати корҳои дохилӣ",
    partner_en="Ministry of Internal Affairs",
    issued_on="2018-10-18",
    signatories=(
        Signatory("М. Саидова", "Роҳбари барнома", "Head of Programme"),
        Signatory("Д. Назарова", "Тренери пешбар", "Lead Trainer"),
    ),
)
RU = replace(
    TG,
    language="ru",
    name="Ҷумъаев Баҳром Исмоилович",
    latin="Bahrom Jumaev",
    rank="капитан милиции",
    rank_en="Captain of Militia",
    course_title=TITLE["ru"],
    organiser=ORGANISER["ru"],
    partner="Министерство внутренних дел",
    town="Худжанд",
    town_en="Khujand",
    first_day="2018-09-28",
    last_day="2018-10-02",
    hours=2400,
)
EN = replace(
    RU,
    language="en",
    name="Bahrom Jumaev",
    rank="Captain of Militia",
    course_title=TITLE["en"],
    course_title_en="",
    organiser=ORGANISER["en"],
    partner="Ministry of Internal Affairs",
    town="Khujand",
)
FACTS = {"tg": TG, "ru": RU, "en": EN}


def in_two_languages(second: str) -> CertificateFacts:
    """Return a certificate in Tajik with a second language, three logos, four who sign, three by scans."""
    fourth = Signatory(
        "генерал-майор милитсия А. Абдураҳмонзода",
        "Муовини якуми Вазири корҳои дохилӣ",
        "First Deputy Minister of Internal Affairs",
        "Первый заместитель Министра внутренних дел",
    )
    signatories = (
        Signatory("М. Саидова", "Роҳбари барнома", "Head of Programme", "Руководитель программы"),
        Signatory("Д. Назарова", "Тренери пешбар", "Lead Trainer", "Ведущий тренер"),
        fourth,
        Signatory("J. Lindqvist", "Роҳбари намояндагӣ", "Head of Mission", "Глава миссии"),
    )
    names = list(PICTURES)
    facts = replace(
        TG,
        design="completion",
        second=second,
        logos=tuple(names[:3]),
        signatories=signatories,
        signatures=(names[3], names[3], "", names[3]),
    )
    if second != "ru":
        return facts
    return replace(
        facts,
        course_title_ru=TITLE["ru"],
        town_ru="Душанбе",
        organiser_ru=ORGANISER["ru"],
        partner_ru="Министерство внутренних дел",
        rank_ru="лейтенант милиции",
    )


PICTURES = {
    hashlib.sha256(content).hexdigest(): content
    for content in (*(sample_logo(role) for role in LogoOwner), sample_signature())
}
"""Logos and a signature by their SHA-256, as a certificate names them."""

LONGEST = "Абдураҳмонова-Шамсиддинзода Гулчеҳра Ҳакимовна Мирзоҷӯраевна"
"""A name of sixty letters."""

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


def design(name: str) -> Template:
    """Return a design that ships."""
    return load_template(RESOURCES / "certificates" / name)


def code_text(seed: int = 1) -> str:
    """Return a text as long as a credential's, in Base45's alphabet."""
    return "TRC1:" + "".join(_ALPHABET[(seed + number * number * 7) % 45] for number in range(475))


def sheet(people: int = 25, sessions: int = 3, longest: str = "") -> SignInSheet:
    """Return a sign-in sheet; `longest` replaces the first name."""
    rows = [
        SheetRow(number, NAMES[number % len(NAMES)], "сержанти калон", "ШКД н. Исмоили Сомонӣ", sex)
        for number, sex in zip(range(1, people + 1), tuple(Sex) * people, strict=False)
    ]
    if longest:
        rows[0] = replace(rows[0], name=longest, rank=longest, unit=longest)
    columns = tuple(SheetSession(7 + at, 540 + at * 100, 630 + at * 100) for at in range(sessions))
    return SignInSheet(
        code=SheetCode("DSH", date(2018, 10, 17), "1"),
        title=TITLE,
        day_number=3,
        day_count=4,
        sessions=columns,
        rows=tuple(rows),
        venue=Texts(tg="Душанбе, толори омӯзишӣ", ru="Душанбе, учебный зал", en="Dushanbe, training hall"),
        trainers=(
            Texts(tg="Д. Назарова", ru="Д. Назарова", en="D. Nazarova"),
            Texts(tg="Й. Линдквист", ru="", en="J. Lindqvist"),
        ),
    )


def logo(width: int = 600, height: int = 240) -> bytes:
    """Return an emblem as PNG: a ring and bars in colours on transparent ground."""
    picture = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    pen.ellipse((10, 10, height - 10, height - 10), outline=(27, 55, 102), width=40)
    pen.rectangle((height + 20, height // 4, width - 10, height // 2), fill=(169, 139, 75))
    return _png(picture)


def _png(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


def emblems(pictures: bool = True) -> tuple[Emblem, ...]:
    """Return who is behind a course: two by emblem if `pictures`, a ministry by its name."""
    ministry = Texts(
        tg="Вазорати корҳои дохилии Ҷумҳурии Тоҷикистон",
        ru="Министерство внутренних дел Республики Таджикистан",
        en="Ministry of Internal Affairs of the Republic of Tajikistan",
    )
    donor = Texts(tg="Бунёди кӯмак", ru="Фонд помощи", en="Assistance Fund")
    return (
        Emblem(LogoOwner.ORGANISER, ORGANISER, logo() if pictures else b""),
        Emblem(LogoOwner.DONOR, donor, logo(400, 200) if pictures else b""),
        Emblem(LogoOwner.PARTNER, ministry),
    )


def name_cards(people: int = 6, longest: bool = False, *, pictures: bool = True) -> NameCards:
    """Return the cards of a course; `longest`: every name has sixty letters."""
    place = Texts(tg="Душанбе", ru="Душанбе", en="Dushanbe")
    head = CourseHead(TITLE, date(2018, 10, 15), date(2018, 10, 18), place, emblems(pictures))
    return NameCards(head, tuple(_card(number, longest) for number in range(people)))


def _card(number: int, longest: bool) -> NameCard:
    name = LONGEST if longest else NAMES[number % len(NAMES)]
    family, _, given = name.partition(" ")
    unit = "ШКД н. Исмоили Сомонӣ"
    return NameCard(
        Texts(tg=family, ru=family, en=to_latin(family)),
        Texts(tg=given, ru=given, en=to_latin(given.split()[0])),
        Texts(tg="лейтенанти калон", ru="старший лейтенант", en="Senior Lieutenant"),
        Texts(tg=unit, ru=unit, en=to_latin(unit)),
        badge_code(f"enrolment-{number}"),
    )


def report(people: int = 65) -> Report:
    """Return a project's report with every unit, splits that overlap, and notes."""
    names = ("participations", "unique_persons", "completions")
    women = tuple(Figure(code, value) for code, value in zip(names, (22, 22, 20), strict=True))
    men = tuple(Figure(code, value) for code, value in zip(names, (43, 41, 36), strict=True))
    total = tuple(Figure(code, value) for code, value in zip(names, (65, 63, 56), strict=True))
    figures = (
        Figure("participations", 65, rows=("a1", "a2"), exclusions=(Label("report.persons"),)),
        Figure("unique_persons", 63),
        Figure("completions", 56),
        Figure("person_hours", 65 * 990 + 17, Unit.MINUTES),
        Figure("person_days", 515, Unit.HALF_DAYS),
        Figure("women_by_head", 3492, Unit.PERCENT),
        Figure("trainer_days", None, Unit.HALF_DAYS),
    )
    by_sex = Split(
        "sex", (SplitLine("female", women), SplitLine("male", men), SplitLine("unknown", ())), total
    )
    by_unit = Split("unit", (SplitLine("", women), SplitLine("=1+1", men)), total, Label("report.notes"))
    return Report(
        title=TITLE,
        figures=figures,
        splits=(by_sex, by_unit),
        notes=(Label("report.figures"),),
        persons=tuple(_row(number) for number in range(people)),
        organiser=ORGANISER,
        courses=("GRM-1", "KHJ-1", "DSH-1"),
        first=date(2018, 10, 3),
        last=date(2018, 10, 18),
        made_on=date(2018, 10, 24),
        names=True,
    )


def speak(language: str) -> Callable[[Label], str]:
    """Return what gives the labels of a report their words in a language."""
    return partial(label_text, language=language)


def _row(number: int) -> ReportRow:
    return ReportRow(
        key=f"row-{number}",
        name=f"{NAMES[number % len(NAMES)]} {number}",
        sex=tuple(Sex)[number % 3],
        rank="лейтенант",
        unit="ШКД н. Сино" if number % 5 else "@SUM(1)",
        course="DSH-1",
        minutes=990,
        share=10000 - number,
        pre=None if number % 4 == 0 else 5230,
        post=7820,
        result=CertificateKind.COMPLETION,
        serial=f"DSH-2018-K7-{number:05}-98" if number % 2 else "",
    )
