"""Words of papers in Tajik, Russian and English; a paper has a language of its own.

Words of certificates stand in their templates; here are those of sheets, reports and tables, and those that
the papers of a course share. Imports nothing that draws: actions of the first screen need words.
"""

import logging
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType

from trainer_app.documents.base.flow import Cell
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.texts import Texts
from trainer_app.domain.papers.course_papers import PaperLanguage, read_paper_language

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


COURSE_WORDS: Mapping[str, Texts] = MappingProxyType(
    {
        "facts.code": Texts("Рамз", "Код", "Code"),
        "facts.project": Texts("Лоиҳа", "Проект", "Project"),
        "facts.organiser": Texts("Ташкилкунанда", "Организатор", "Organiser"),
        "facts.donor": Texts("Донор", "Донор", "Donor"),
        "facts.partner": Texts("Шарик", "Партнёр", "Partner"),
        "facts.venue": Texts("Ҷой", "Место проведения", "Venue"),
        "facts.days": Texts("Сана", "Даты", "Dates"),
        "facts.trainers": Texts("Тренерон", "Тренеры", "Trainers"),
        "facts.page": Texts("Саҳифаи", "Страница", "Page"),
        "facts.made_on": Texts("таҳия шуд: {day}", "составлено {day}", "prepared {day}"),
        "role.lead_trainer": Texts("тренери пешбар", "ведущий тренер", "lead trainer"),
        "role.trainer": Texts("тренер", "тренер", "trainer"),
        "role.international_expert": Texts(
            "коршиноси байналмилалӣ", "международный эксперт", "international expert"
        ),
        "role.observer": Texts("нозир", "наблюдатель", "observer"),
        "programme.title": Texts("Барномаи курс", "Программа курса", "Course agenda"),
        "programme.day": Texts("Рӯзи {number}", "День {number}", "Day {number}"),
        "programme.again": Texts("идома", "продолжение", "continued"),
        "programme.number": Texts("№", "№", "No."),
        "programme.time": Texts("Вақт", "Время", "Time"),
        "programme.topic": Texts("Мавзӯъ", "Тема", "Topic"),
        "programme.room": Texts("Утоқ", "Аудитория", "Room"),
        "programme.break": Texts("Танаффус", "Перерыв", "Break"),
        "programme.lunch": Texts("Хӯроки нисфирӯзӣ", "Обед", "Lunch"),
        "programme.minutes": Texts("{count} дақиқа", "{count} мин", "{count} min"),
        "programme.cancelled": Texts("Бекор шуд", "Отменено", "Cancelled"),
        "programme.no_topic": Texts("Машғулияти {number}", "Занятие {number}", "Session {number}"),
        "programme.kept": Texts(
            "Ҷадвал метавонад тағйир ёбад; тренер тағйиротро дар толор эълон мекунад.",
            "Расписание может измениться; об изменениях тренер сообщит в зале.",
            "The schedule may change; the trainer announces changes in the room.",
        ),
    }
)


type SayIn = Callable[[Label, str], str]
"""Gives a label its words in a language."""


class Speech:
    """The voice of one paper. A `Cell` carries the text and, below it, the second line.

    `words` are the paper's own; those it does not have are looked up among the words of all papers.
    """

    def __init__(self, language: str, words: Mapping[str, Texts], say: SayIn = say_plainly) -> None:
        self.tongue: PaperLanguage = read_paper_language(language)
        self.main = self.tongue.main
        self._words, self._say = words, say

    def texts(self, texts: Texts) -> Cell:
        """Return a text that people typed."""
        return Cell(self.tongue.first(texts), self.tongue.below(texts))

    def word(self, code: str, **values: str | Cell) -> Cell:
        """Return a word of the paper, with values put in; a cell gives each line the value of its language.

        Raises KeyError for a word that nobody wrote.
        """
        found = self.texts(self._texts_of(code))
        first = {name: value.text if isinstance(value, Cell) else value for name, value in values.items()}
        below = {
            name: (value.below or value.text) if isinstance(value, Cell) else value
            for name, value in values.items()
        }
        return Cell(found.text.format(**first), found.below.format(**below))

    def plain(self, code: str) -> str:
        """Return a word in the main language alone."""
        return self.tongue.first(self._texts_of(code))

    def label(self, label: Label) -> Cell:
        """Return the words of a label."""
        return self.made(lambda language: self._say(label, language))

    def made(self, make: Callable[[str], str]) -> Cell:
        """Return what is made for each language: days, numbers, ranks."""
        return self.texts(Texts(**{language: make(language) for language in self._languages()}))

    def both(self, code: str) -> str:
        """Return a word and its second one on one line, parted by a stroke."""
        return joined(self.word(code))

    def listed(self, names: tuple[Texts, ...]) -> Cell:
        """Return names parted by commas."""
        return self.made(lambda language: ", ".join(name.best(language) for name in names))

    def _languages(self) -> tuple[str, ...]:
        return (self.main, self.tongue.second) if self.tongue.second else (self.main,)

    def _texts_of(self, code: str) -> Texts:
        return self._words[code] if code in self._words else WORDS[code]


def joined(cell: Cell) -> str:
    """Return both lines of a cell as one, parted by a stroke."""
    return f"{cell.text} / {cell.below}" if cell.below else cell.text


_TG = (
    "январи",
    "феврали",
    "марти",
    "апрели",
    "майи",
    "июни",
    "июли",
    "августи",
    "сентябри",
    "октябри",
    "ноябри",
    "декабри",
)
_RU = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)
_EN = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_DAYS = {
    "tg": ["душанбе", "сешанбе", "чоршанбе", "панҷшанбе", "ҷумъа", "шанбе", "якшанбе"],
    "ru": ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
_YEAR = {"tg": "соли {}", "ru": "{} г.", "en": "{}"}


def format_day(day: date, language: str) -> str:
    """Return "18 октябри соли 2018", "18 октября 2018 г." or "18 October 2018"."""
    return f"{_day_month(day, language)} {_year(day, language)}"


def format_weekday(day: date, language: str) -> str:
    """Return the day with its weekday: "чоршанбе, 17 октябри соли 2018"."""
    return f"{_DAYS[language][day.weekday()]}, {format_day(day, language)}"


def format_days(first: date, last: date, language: str) -> str:
    """Return a span as short as it can be said: within a month, within a year, or across years.

    "15–18 октябри соли 2018"; "30 сентябр – 2 октябри соли 2018"; days in the wrong order are turned.
    """
    first, last = min(first, last), max(first, last)
    if first == last:
        return format_day(first, language)
    if first.year != last.year:
        return f"{format_day(first, language)} – {format_day(last, language)}"
    if first.month != last.month:
        return f"{_day_month(first, language, alone=True)} – {format_day(last, language)}"
    return f"{first.day}–{format_day(last, language)}"


def short_day(day: date) -> str:
    """Return dd.MM.yyyy, which all three languages read."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def clock(minutes: int) -> str:
    """Return minutes after midnight as "09:00"."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def months() -> tuple[Texts, ...]:
    """Return the twelve months as they stand after a day's number and before the year."""
    return tuple(Texts(tg, ru, en) for tg, ru, en in zip(_TG, _RU, _EN, strict=True))


def _day_month(day: date, language: str, alone: bool = False) -> str:
    """Return "18 октябри"; `alone` drops the Tajik izofa, for a month that no year follows."""
    month = months()[day.month - 1].best(language)
    if alone and language == "tg":
        month = month.removesuffix("и")
    return f"{day.day} {month}"


def _year(day: date, language: str) -> str:
    return _YEAR[language].format(day.year)
