"""Words of papers in Tajik, Russian and English; a paper has a language of its own.

Words of certificates stand in their templates; here are those of sheets, reports and tables.
"""

import logging
from collections.abc import Mapping
from types import MappingProxyType

from trainer_app.domain.changes import Label
from trainer_app.domain.texts import Texts

_log = logging.getLogger(__name__)

HOURS_ONE, HOURS_FEW, HOURS_MANY = "учебный час", "учебных часа", "учебных часов"

_INSTITUTIONS = frozenset(
    {"Academy", "Agency", "Centre", "Committee", "Department", "Directorate", "Embassy", "Government"}
    | {"Institute", "Ministry", "National", "Office", "Police", "Republic", "State", "University"}
)


def decimal(value: int, places: int, language: str, keep: bool = False) -> str:
    """Return value / 10^places with the language's decimal sign: 1650, 2 gives "16,5" in Tajik and Russian.

    Zeros at the end go unless `keep`. Thousands are set apart from 10,000 on.
    """
    sign = "−" if value < 0 else ""
    whole, rest = divmod(abs(value), 10**places)
    fraction = f"{rest:0{places}}" if places else ""
    if not keep:
        fraction = fraction.rstrip("0")
    point = "." if language == "en" else ","
    separator = "," if language == "en" else "\u00a0"
    grouped = f"{whole:,}".replace(",", separator) if whole >= 10000 else str(whole)
    return f"{sign}{grouped}{point}{fraction}" if fraction else f"{sign}{grouped}"


def training_hours(hundredths: int, language: str) -> str:
    """Return hours of training in words: "16,5 соати таълимӣ"; "" for none.

    Russian follows the number: 1 час, 2 часа, 5 часов, and "учебного часа" after a fraction.
    """
    if hundredths <= 0:
        return ""
    number = decimal(hundredths, 2, language)
    if language == "tg":
        return f"{number} соати таълимӣ"
    if language == "en":
        return f"{number} training {'hour' if hundredths == 100 else 'hours'}"
    if hundredths % 100:
        return f"{number} учебного часа"
    return f"{number} {russian_plural(hundredths // 100, HOURS_ONE, HOURS_FEW, HOURS_MANY)}"


def russian_plural(count: int, one: str, few: str, many: str) -> str:
    """Return the form of a Russian noun that a number asks for."""
    if count % 10 == 1 and count % 100 != 11:
        return one
    if count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14):
        return few
    return many


def with_article(name: str) -> str:
    """Return an English name of an institution as it stands in a sentence: "the Ministry of …"."""
    first = name.split(" ", 1)[0]
    return f"the {name}" if first in _INSTITUTIONS else name


def word(code: str, language: str) -> str:
    """Return a word of a paper; an unknown code is shown readably rather than not at all."""
    known = WORDS.get(code)
    return known.best(language) if known else code.rpartition(".")[2].replace("_", " ")


def texts(code: str) -> Texts:
    """Return a word of a paper in every language; an unknown code is shown readably."""
    return WORDS.get(code) or Texts(en=code.rpartition(".")[2].replace("_", " "))


def say_plainly(label: Label, language: str) -> str:
    """Return a label in the words of papers; whoever prints real reports passes the program's own wording.

    What is not known here is shown readably, and said in the log.
    """
    if label.code not in WORDS:
        _log.warning("no words for %s", label.code)
    return word(label.code, language)


WORDS: Mapping[str, Texts] = MappingProxyType(
    {
        "signin.title": Texts(
            "Варақаи имзои иштирокчиён", "Лист регистрации участников", "Participants’ sign-in sheet"
        ),
        "signin.date": Texts("Сана", "Дата", "Date"),
        "signin.venue": Texts("Ҷой", "Место", "Venue"),
        "signin.trainers": Texts("Тренерон", "Тренеры", "Trainers"),
        "signin.day": Texts("Рӯз", "День", "Day"),
        "signin.page": Texts("Саҳифа", "Страница", "Page"),
        "signin.code": Texts("Рамз", "Код", "Code"),
        "signin.number": Texts("№", "№", "No."),
        "signin.name": Texts("Ному насаб", "Фамилия, имя, отчество", "Name"),
        "signin.rank": Texts("Рутба", "Звание", "Rank"),
        "signin.unit": Texts("Ҷойи хизмат", "Подразделение", "Unit"),
        "signin.sex": Texts("Ҷинс", "Пол", "Sex"),
        "signin.signature": Texts("Имзо", "Подпись", "Signature"),
        "signin.trainer": Texts("Тренер", "Тренер", "Trainer"),
        "signin.signed": Texts("Шумораи имзоҳо", "Число подписей", "Signed"),
        "signin.session": Texts("Машғулият", "Занятие", "Session"),
        "emblem.organiser": Texts("Ташкилкунанда", "Организатор", "Organiser"),
        "emblem.donor": Texts("Донор", "Донор", "Donor"),
        "emblem.partner": Texts("Шарик", "Партнёр", "Partner"),
        "badge.name": Texts("Ному насаб", "Фамилия, имя", "Name"),
        "badge.rank_unit": Texts("Рутба, ҷойи хизмат", "Звание, подразделение", "Rank, unit"),
        "badge.title": Texts("Нишонҳои сарисинагӣ", "Бейджи", "Badges"),
        "card.title": Texts("Лавҳачаҳои номӣ", "Настольные таблички", "Table cards"),
        "card.fold": Texts("қат кунед", "сгиб", "fold"),
        "card.cut": Texts("буред", "разрез", "cut"),
        "sex.female": Texts("зан", "женский", "female"),
        "sex.male": Texts("мард", "мужской", "male"),
        "sex.unknown": Texts("номаълум", "не указан", "not stated"),
        "sex.female.letter": Texts("З", "Ж", "F"),
        "sex.male.letter": Texts("М", "М", "M"),
        "sex.unknown.letter": Texts("", "", ""),
        "line.female": Texts("Занон", "Женщины", "Women"),
        "line.male": Texts("Мардон", "Мужчины", "Men"),
        "line.unknown": Texts("Ҷинс номаълум", "Пол не указан", "Sex not stated"),
        "report.title": Texts("Ҳисобот", "Отчёт", "Report"),
        "report.made_on": Texts("таҳия шуд", "составлен", "prepared on"),
        "report.figures": Texts("Нишондиҳандаҳо", "Показатели", "Figures"),
        "report.figure": Texts("Нишондиҳанда", "Показатель", "Figure"),
        "report.value": Texts("Миқдор", "Значение", "Value"),
        "report.exclusions": Texts("Ба ҳисоб гирифта нашуд", "Не учтено", "Left out"),
        "report.split": Texts("Аз рӯи {by}", "По признаку: {by}", "By {by}"),
        "report.total": Texts("Ҳамагӣ", "Всего", "Total"),
        "report.notes": Texts("Эзоҳҳо", "Примечания", "Notes"),
        "report.persons": Texts("Иштирокчиён", "Участники", "Participants"),
        "report.not_stated": Texts("нишон дода нашудааст", "не указано", "not stated"),
        "column.number": Texts("№", "№", "No."),
        "column.name": Texts("Ному насаб", "Фамилия, имя, отчество", "Name"),
        "column.sex": Texts("Ҷинс", "Пол", "Sex"),
        "column.rank": Texts("Рутба", "Звание", "Rank"),
        "column.unit": Texts("Ҷойи хизмат", "Подразделение", "Unit"),
        "column.course": Texts("Курс", "Курс", "Course"),
        "column.hours": Texts("Соат", "Часы", "Hours"),
        "column.share": Texts("Ҳузур", "Посещ.", "Attended"),
        "column.pre": Texts("Тести аввал", "До курса", "Pre-test"),
        "column.post": Texts("Тести ниҳоӣ", "После", "Post-test"),
        "column.result": Texts("Шаҳодатнома", "Сертификат", "Certificate"),
        "result.completion": Texts("хатм", "окончание", "completion"),
        "result.attendance": Texts("иштирок", "участие", "attendance"),
        "by.sex": Texts("Ҷинс", "Пол", "Sex"),
        "by.rank": Texts("Рутба", "Звание", "Rank"),
        "by.unit": Texts("Ҷойи хизмат", "Подразделение", "Unit"),
        "by.duty_district": Texts("Ноҳияи хизмат", "Район службы", "Duty district"),
        "by.district": Texts("Ноҳияи баргузорӣ", "Район проведения", "Venue district"),
        "by.town": Texts("Шаҳр", "Город", "Town"),
        "by.course": Texts("Курс", "Курс", "Course"),
        "by.project": Texts("Лоиҳа", "Проект", "Project"),
        "by.donor": Texts("Донор", "Донор", "Donor"),
        "by.trainer": Texts("Тренер", "Тренер", "Trainer"),
        "by.month": Texts("Моҳ", "Месяц", "Month"),
        "by.quarter": Texts("Семоҳа", "Квартал", "Quarter"),
        "by.year": Texts("Сол", "Год", "Year"),
        "figure.participations": Texts("Иштирок", "Участия", "Participations"),
        "figure.unique_persons": Texts("Шахсон", "Участники", "Persons"),
        "figure.women": Texts("Занон", "Женщины", "Women"),
        "figure.completions": Texts("Хатм карданд", "Окончили курс", "Completions"),
        "figure.unique_completions": Texts(
            "Хатм карданд, ҳар кас як бор", "Окончили, каждый один раз", "Completed, each person once"
        ),
        "figure.certificates": Texts("Шаҳодатномаҳо", "Сертификаты", "Certificates"),
        "figure.certificates_completion": Texts(
            "Шаҳодатномаҳои хатми курс", "Сертификаты об окончании", "Certificates of completion"
        ),
        "figure.certificates_attendance": Texts(
            "Шаҳодатномаҳои иштирок", "Сертификаты об участии", "Certificates of attendance"
        ),
        "figure.certificates_void": Texts(
            "Шаҳодатномаҳои беэътибор", "Аннулированные сертификаты", "Void certificates"
        ),
        "figure.person_hours": Texts("Нафар-соат", "Человеко-часы", "Person-hours"),
        "figure.person_days": Texts("Нафар-рӯз", "Человеко-дни", "Person-days"),
        "figure.courses": Texts("Курсҳо", "Курсы", "Courses"),
        "figure.sessions_held": Texts("Машғулиятҳои гузашта", "Проведённые занятия", "Sessions held"),
        "figure.trainer_days": Texts("Тренер-рӯз", "Тренеро-дни", "Trainer-days"),
        "figure.women_by_head": Texts("Ҳиссаи занон", "Доля женщин", "Share of women"),
        "figure.women_by_hour": Texts(
            "Ҳиссаи занон аз рӯи соат", "Доля женщин по часам", "Share of women by hour"
        ),
    }
)
