"""Words of papers in Tajik, Russian and English; a paper has a language of its own.

Words of certificates stand in their templates; here are those of sheets, reports and tables, and those that
the papers of a course share. Imports nothing that draws: actions of the first screen need words.
"""

from collections.abc import Callable
from datetime import date

from trainer_app.documents.base.flow import Cell
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.texts import LANGUAGES, Texts, fill, word, words
from trainer_app.domain.papers.course_papers import PaperLanguage, read_paper_language
from trainer_app.domain.people.persons import Sex

_INSTITUTIONS = frozenset(
    {"Academy", "Agency", "Centre", "Committee", "Department", "Directorate", "Embassy", "Government"}
    | {"Institute", "Ministry", "National", "Office", "Police", "Republic", "State", "University"}
    | {"EU", "European Commission", "European Union", "International Committee", "International Organization"}
    | {
        "Organization",
        "OSCE",
        "UK",
        "UN",
        "United Kingdom",
        "United Nations",
        "United States",
        "USA",
        "World Bank",
    }
)
"""What the names begin with, in one word or two: "World Bank", but not "World Vision"."""


def decimal(value: int, places: int, language: str, keep: bool = False) -> str:
    """Return value / 10^places with the language's decimal sign: 1650, 2 gives "16,5" in Tajik and Russian.

    Zeros at the end go unless `keep`. Thousands are set apart from 10,000 on.
    """
    sign = "−" if value < 0 else ""
    whole, rest = divmod(abs(value), 10**places)
    fraction = f"{rest:0{places}}" if places else ""
    if not keep:
        fraction = fraction.rstrip("0")
    spoken = LANGUAGES[language]
    separator = spoken.thousands.replace(" ", "\u00a0")
    grouped = f"{whole:,}".replace(",", separator) if whole >= 10000 else str(whole)
    return f"{sign}{grouped}{spoken.decimal}{fraction}" if fraction else f"{sign}{grouped}"


def training_hours(hundredths: int, language: str) -> str:
    """Return hours of training in words: "16,5 соати таълимӣ"; "" for none.

    Russian follows the number: 1 час, 2 часа, 5 часов, and "учебного часа" after a fraction.
    """
    if hundredths <= 0:
        return ""
    number = decimal(hundredths, 2, language)
    whole, part = divmod(hundredths, 100)
    return fill("hours.part" if part else "hours.whole", language, {"number": number, "count": whole})


def with_article(name: str) -> str:
    """Return an English name of an institution as it stands in a sentence: "the Ministry of …"."""
    words = name.split()
    begins = {" ".join(words[:count]) for count in (1, 2)}
    return name if begins.isdisjoint(_INSTITUTIONS) else f"the {name}"


def sex_letter(sex: Sex, language: str) -> str:
    """Return the letter of a column: "" where the sex is not known."""
    return "" if sex is Sex.UNKNOWN else word(f"sex.{sex.value}.letter", language)


class Speech:
    """The voice of one paper. A `Cell` carries the text and, below it, the second line."""

    def __init__(self, language: str) -> None:
        self.tongue: PaperLanguage = read_paper_language(language)
        self.main = self.tongue.main

    def texts(self, texts: Texts) -> Cell:
        """Return a text that people typed."""
        return Cell(self.tongue.first(texts), self.tongue.below(texts))

    def word(self, code: str, **values: str | Cell) -> Cell:
        """Return a word with values put in; a cell gives each line the value of its language."""
        found = self.texts(words(code))
        first = {name: value.text if isinstance(value, Cell) else value for name, value in values.items()}
        below = {
            name: (value.below or value.text) if isinstance(value, Cell) else value
            for name, value in values.items()
        }
        return Cell(found.text.format(**first), found.below.format(**below))

    def plain(self, code: str) -> str:
        """Return a word in the main language alone."""
        return self.tongue.first(words(code))

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


class ReportSpeech(Speech):
    """The voice of a report: `say` gives the program's labels their words in a language."""

    def __init__(self, language: str, say: Callable[[Label, str], str]) -> None:
        super().__init__(language)
        self._say = say

    def label(self, label: Label) -> Cell:
        """Return the words of a label."""
        return self.made(lambda language: self._say(label, language))


def joined(cell: Cell) -> str:
    """Return both lines of a cell as one, parted by a stroke."""
    return f"{cell.text} / {cell.below}" if cell.below else cell.text


def format_day(day: date, language: str) -> str:
    """Return "18 октябри соли 2018", "18 октября 2018 г." or "18 October 2018"."""
    year = fill("calendar.year_on_paper", language, {"year": day.year})
    return f"{_day_month(day, language, 'months')} {year}"


def format_weekday(day: date, language: str) -> str:
    """Return the day with its weekday: "чоршанбе, 17 октябри соли 2018"."""
    return f"{word('calendar.weekdays', language).split()[day.weekday()]}, {format_day(day, language)}"


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
        return f"{_day_month(first, language, 'months_alone')} – {format_day(last, language)}"
    return f"{first.day}–{format_day(last, language)}"


def short_day(day: date) -> str:
    """Return dd.MM.yyyy, which all three languages read."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def clock(minutes: int) -> str:
    """Return minutes after midnight as "09:00"."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _day_month(day: date, language: str, form: str) -> str:
    """Return "18 октябри"; the form "months_alone" is for a month that no year follows: "18 октябр"."""
    return f"{day.day} {word(f'calendar.{form}', language).split()[day.month - 1]}"
