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
            tg="Варақаи имзои иштирокчиён", ru="Лист регистрации участников", en="Participants’ sign-in sheet"
        ),
        "signin.date": Texts(tg="Сана", ru="Дата", en="Date"),
        "signin.venue": Texts(tg="Ҷой", ru="Место", en="Venue"),
        "signin.trainers": Texts(tg="Тренерон", ru="Тренеры", en="Trainers"),
        "signin.day": Texts(tg="Рӯз", ru="День", en="Day"),
        "signin.page": Texts(tg="Саҳифа", ru="Страница", en="Page"),
        "signin.code": Texts(tg="Рамз", ru="Код", en="Code"),
        "signin.number": Texts(tg="№", ru="№", en="No."),
        "signin.name": Texts(tg="Ному насаб", ru="Фамилия, имя, отчество", en="Name"),
        "signin.rank": Texts(tg="Рутба", ru="Звание", en="Rank"),
        "signin.unit": Texts(tg="Ҷойи хизмат", ru="Подразделение", en="Unit"),
        "signin.sex": Texts(tg="Ҷинс", ru="Пол", en="Sex"),
        "signin.signature": Texts(tg="Имзо", ru="Подпись", en="Signature"),
        "signin.trainer": Texts(tg="Тренер", ru="Тренер", en="Trainer"),
        "signin.signed": Texts(tg="Шумораи имзоҳо", ru="Число подписей", en="Signed"),
        "signin.session": Texts(tg="Машғулият", ru="Занятие", en="Session"),
        "emblem.organiser": Texts(tg="Ташкилкунанда", ru="Организатор", en="Organiser"),
        "emblem.donor": Texts(tg="Донор", ru="Донор", en="Donor"),
        "emblem.partner": Texts(tg="Шарик", ru="Партнёр", en="Partner"),
        "badge.name": Texts(tg="Ному насаб", ru="Фамилия, имя", en="Name"),
        "badge.rank_unit": Texts(tg="Рутба, ҷойи хизмат", ru="Звание, подразделение", en="Rank, unit"),
        "badge.title": Texts(tg="Нишонҳои сарисинагӣ", ru="Бейджи", en="Badges"),
        "card.title": Texts(tg="Лавҳачаҳои номӣ", ru="Настольные таблички", en="Table cards"),
        "card.fold": Texts(tg="қат кунед", ru="сгиб", en="fold"),
        "card.cut": Texts(tg="буред", ru="разрез", en="cut"),
        "sex.female": Texts(tg="зан", ru="женский", en="female"),
        "sex.male": Texts(tg="мард", ru="мужской", en="male"),
        "sex.unknown": Texts(tg="номаълум", ru="не указан", en="not stated"),
        "sex.female.letter": Texts(tg="З", ru="Ж", en="F"),
        "sex.male.letter": Texts(tg="М", ru="М", en="M"),
        "sex.unknown.letter": Texts(tg="", ru="", en=""),
        "line.female": Texts(tg="Занон", ru="Женщины", en="Women"),
        "line.male": Texts(tg="Мардон", ru="Мужчины", en="Men"),
        "line.unknown": Texts(tg="Ҷинс номаълум", ru="Пол не указан", en="Sex not stated"),
        "report.title": Texts(tg="Ҳисобот", ru="Отчёт", en="Report"),
        "report.made_on": Texts(tg="таҳия шуд", ru="составлен", en="prepared on"),
        "report.figures": Texts(tg="Нишондиҳандаҳо", ru="Показатели", en="Figures"),
        "report.figure": Texts(tg="Нишондиҳанда", ru="Показатель", en="Figure"),
        "report.value": Texts(tg="Миқдор", ru="Значение", en="Value"),
        "report.exclusions": Texts(tg="Ба ҳисоб гирифта нашуд", ru="Не учтено", en="Left out"),
        "report.split": Texts(tg="Аз рӯи {by}", ru="По признаку: {by}", en="By {by}"),
        "report.total": Texts(tg="Ҳамагӣ", ru="Всего", en="Total"),
        "report.notes": Texts(tg="Эзоҳҳо", ru="Примечания", en="Notes"),
        "report.persons": Texts(tg="Иштирокчиён", ru="Участники", en="Participants"),
        "report.not_stated": Texts(tg="нишон дода нашудааст", ru="не указано", en="not stated"),
        "column.number": Texts(tg="№", ru="№", en="No."),
        "column.name": Texts(tg="Ному насаб", ru="Фамилия, имя, отчество", en="Name"),
        "column.sex": Texts(tg="Ҷинс", ru="Пол", en="Sex"),
        "column.rank": Texts(tg="Рутба", ru="Звание", en="Rank"),
        "column.unit": Texts(tg="Ҷойи хизмат", ru="Подразделение", en="Unit"),
        "column.course": Texts(tg="Курс", ru="Курс", en="Course"),
        "column.hours": Texts(tg="Соат", ru="Часы", en="Hours"),
        "column.share": Texts(tg="Ҳузур", ru="Посещ.", en="Attended"),
        "column.pre": Texts(tg="Тести аввал", ru="До курса", en="Pre-test"),
        "column.post": Texts(tg="Тести ниҳоӣ", ru="После", en="Post-test"),
        "column.result": Texts(tg="Шаҳодатнома", ru="Сертификат", en="Certificate"),
        "result.completion": Texts(tg="хатм", ru="окончание", en="completion"),
        "result.attendance": Texts(tg="иштирок", ru="участие", en="attendance"),
        "by.sex": Texts(tg="Ҷинс", ru="Пол", en="Sex"),
        "by.rank": Texts(tg="Рутба", ru="Звание", en="Rank"),
        "by.unit": Texts(tg="Ҷойи хизмат", ru="Подразделение", en="Unit"),
        "by.duty_district": Texts(tg="Ноҳияи хизмат", ru="Район службы", en="Duty district"),
        "by.district": Texts(tg="Ноҳияи баргузорӣ", ru="Район проведения", en="Venue district"),
        "by.town": Texts(tg="Шаҳр", ru="Город", en="Town"),
        "by.course": Texts(tg="Курс", ru="Курс", en="Course"),
        "by.project": Texts(tg="Лоиҳа", ru="Проект", en="Project"),
        "by.donor": Texts(tg="Донор", ru="Донор", en="Donor"),
        "by.trainer": Texts(tg="Тренер", ru="Тренер", en="Trainer"),
        "by.month": Texts(tg="Моҳ", ru="Месяц", en="Month"),
        "by.quarter": Texts(tg="Семоҳа", ru="Квартал", en="Quarter"),
        "by.year": Texts(tg="Сол", ru="Год", en="Year"),
        "figure.participations": Texts(tg="Иштирок", ru="Участия", en="Participations"),
        "figure.unique_persons": Texts(tg="Шахсон", ru="Участники", en="Persons"),
        "figure.women": Texts(tg="Занон", ru="Женщины", en="Women"),
        "figure.completions": Texts(tg="Хатм карданд", ru="Окончили курс", en="Completions"),
        "figure.unique_completions": Texts(
            tg="Хатм карданд, ҳар кас як бор",
            ru="Окончили, каждый один раз",
            en="Completed, each person once",
        ),
        "figure.certificates": Texts(tg="Шаҳодатномаҳо", ru="Сертификаты", en="Certificates"),
        "figure.certificates_completion": Texts(
            tg="Шаҳодатномаҳои хатми курс", ru="Сертификаты об окончании", en="Certificates of completion"
        ),
        "figure.certificates_attendance": Texts(
            tg="Шаҳодатномаҳои иштирок", ru="Сертификаты об участии", en="Certificates of attendance"
        ),
        "figure.certificates_void": Texts(
            tg="Шаҳодатномаҳои беэътибор", ru="Аннулированные сертификаты", en="Void certificates"
        ),
        "figure.person_hours": Texts(tg="Нафар-соат", ru="Человеко-часы", en="Person-hours"),
        "figure.person_days": Texts(tg="Нафар-рӯз", ru="Человеко-дни", en="Person-days"),
        "figure.courses": Texts(tg="Курсҳо", ru="Курсы", en="Courses"),
        "figure.sessions_held": Texts(
            tg="Машғулиятҳои гузашта", ru="Проведённые занятия", en="Sessions held"
        ),
        "figure.trainer_days": Texts(tg="Тренер-рӯз", ru="Тренеро-дни", en="Trainer-days"),
        "figure.women_by_head": Texts(tg="Ҳиссаи занон", ru="Доля женщин", en="Share of women"),
        "figure.women_by_hour": Texts(
            tg="Ҳиссаи занон аз рӯи соат", ru="Доля женщин по часам", en="Share of women by hour"
        ),
    }
)


COURSE_WORDS: Mapping[str, Texts] = MappingProxyType(
    {
        "facts.code": Texts(tg="Рамз", ru="Код", en="Code"),
        "facts.project": Texts(tg="Лоиҳа", ru="Проект", en="Project"),
        "facts.organiser": Texts(tg="Ташкилкунанда", ru="Организатор", en="Organiser"),
        "facts.donor": Texts(tg="Донор", ru="Донор", en="Donor"),
        "facts.partner": Texts(tg="Шарик", ru="Партнёр", en="Partner"),
        "facts.venue": Texts(tg="Ҷой", ru="Место проведения", en="Venue"),
        "facts.days": Texts(tg="Сана", ru="Даты", en="Dates"),
        "facts.trainers": Texts(tg="Тренерон", ru="Тренеры", en="Trainers"),
        "facts.page": Texts(tg="Саҳифаи", ru="Страница", en="Page"),
        "facts.made_on": Texts(tg="таҳия шуд: {day}", ru="составлено {day}", en="prepared {day}"),
        "role.lead_trainer": Texts(tg="тренери пешбар", ru="ведущий тренер", en="lead trainer"),
        "role.trainer": Texts(tg="тренер", ru="тренер", en="trainer"),
        "role.international_expert": Texts(
            tg="коршиноси байналмилалӣ", ru="международный эксперт", en="international expert"
        ),
        "role.observer": Texts(tg="нозир", ru="наблюдатель", en="observer"),
        "programme.title": Texts(tg="Барномаи курс", ru="Программа курса", en="Course agenda"),
        "programme.day": Texts(tg="Рӯзи {number}", ru="День {number}", en="Day {number}"),
        "programme.again": Texts(tg="идома", ru="продолжение", en="continued"),
        "programme.number": Texts(tg="№", ru="№", en="No."),
        "programme.time": Texts(tg="Вақт", ru="Время", en="Time"),
        "programme.topic": Texts(tg="Мавзӯъ", ru="Тема", en="Topic"),
        "programme.room": Texts(tg="Утоқ", ru="Аудитория", en="Room"),
        "programme.break": Texts(tg="Танаффус", ru="Перерыв", en="Break"),
        "programme.lunch": Texts(tg="Хӯроки нисфирӯзӣ", ru="Обед", en="Lunch"),
        "programme.minutes": Texts(tg="{count} дақиқа", ru="{count} мин", en="{count} min"),
        "programme.cancelled": Texts(tg="Бекор шуд", ru="Отменено", en="Cancelled"),
        "programme.no_topic": Texts(tg="Машғулияти {number}", ru="Занятие {number}", en="Session {number}"),
        "programme.kept": Texts(
            tg="Ҷадвал метавонад тағйир ёбад; тренер тағйиротро дар толор эълон мекунад.",
            ru="Расписание может измениться; об изменениях тренер сообщит в зале.",
            en="The schedule may change; the trainer announces changes in the room.",
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
    return tuple(Texts(tg=tg, ru=ru, en=en) for tg, ru, en in zip(_TG, _RU, _EN, strict=True))


def _day_month(day: date, language: str, alone: bool = False) -> str:
    """Return "18 октябри"; `alone` drops the Tajik izofa, for a month that no year follows."""
    month = months()[day.month - 1].best(language)
    if alone and language == "tg":
        month = month.removesuffix("и")
    return f"{day.day} {month}"


def _year(day: date, language: str) -> str:
    return _YEAR[language].format(day.year)
