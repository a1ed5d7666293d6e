"""Days in words, for documents in Tajik, Russian and English. Pure.

Tajik joins the month to the year by the izofa ("октябри соли 2018"), and leaves it out where no year
follows ("30 сентябр – 2 октябри соли 2018"). Russian months stand in the genitive.
"""

from datetime import date

from trainer_app.domain.texts import Texts

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
