"""Words of papers in Tajik, Russian and English; a paper has a language of its own.

Words of certificates stand in their templates; here are those of sheets, reports and tables.
"""

from collections.abc import Mapping
from types import MappingProxyType

from trainer_app.domain.texts import Texts

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
        "signin.in_room": Texts("Дар толор ҳастанд", "В зале", "In the room"),
        "sex.female": Texts("зан", "женский", "female"),
        "sex.male": Texts("мард", "мужской", "male"),
        "sex.unknown": Texts("номаълум", "не указан", "not stated"),
        "sex.female.letter": Texts("З", "Ж", "F"),
        "sex.male.letter": Texts("М", "М", "M"),
        "sex.unknown.letter": Texts("", "", ""),
    }
)
