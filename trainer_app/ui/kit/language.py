"""The language of the window: dates and numbers in each language, and translations switched at run time.

The screen is terser than the papers: "15–18 октября 2018" here, "15–18 октября 2018 г." there
(`documents.dates`). Non-breaking spaces keep a number with its unit. Translations are read straight from
`resources/i18n`, with plurals: this spares a compile step, and a translator can try a wording by restarting
the program.
"""

import functools
import math
import re
from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from trainer_app.domain.base.catalogues import Catalogue, contexts, read_messages
from trainer_app.domain.base.numbers import Percent, limit_text, percent_text, points_text
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.base.structs import gc_paused
from trainer_app.domain.base.texts import (
    DEFAULT,
    ERASED,
    LANGUAGES,
    SOURCE,
    plural_form,
    resource,
    said_name,
    word,
)
from trainer_app.system.messages import caption

_NBSP = "\N{NO-BREAK SPACE}"
_THIN = "\N{NARROW NO-BREAK SPACE}"


class Formats(Struct, frozen=True):
    """The words and signs of one language."""

    code: str
    months: tuple[str, ...]
    """As they stand between day and year."""
    months_alone: tuple[str, ...]
    """As they stand after a day where no year follows."""
    months_short: tuple[str, ...]
    weekdays: tuple[str, ...]
    weekdays_short: tuple[str, ...]
    year: str
    decimal: str
    thousands: str
    sizes: tuple[str, ...]
    today: str
    yesterday: str

    @property
    def name(self) -> str:
        """What the language calls itself."""
        return LANGUAGES[self.code].name

    def day_title(self, day: date) -> str:
        """Return a page's title: "Чоршанбе, 17 октябри соли 2018"."""
        weekday = self.weekdays[day.weekday()]
        return f"{weekday[0].upper()}{weekday[1:]}, {self.day_long(day)}"

    def day_long(self, day: date) -> str:
        """Return "17 октябри соли 2018"."""
        return f"{day.day} {self.months[day.month - 1]} {self.year.format(year=day.year)}"

    def day(self, day: date) -> str:
        """Return a day without its year: "17 октябр", "17 октября", "17 October"."""
        return f"{day.day} {self.months_alone[day.month - 1]}"

    def day_short(self, day: date) -> str:
        """Return "17 окт"."""
        return f"{day.day}{_NBSP}{self.months_short[day.month - 1]}"

    def weekday_short(self, day: date) -> str:
        """Return "чш 17 окт", as the heads of the grid say it."""
        return f"{self.weekdays_short[day.weekday()]} {self.day_short(day)}"

    def days(self, first: date, last: date) -> str:
        """Return a span as short as it can be said: "15–18 октябри соли 2018"."""
        first, last = min(first, last), max(first, last)
        if first == last:
            return self.day_long(first)
        if first.year != last.year:
            return f"{self.day_long(first)} – {self.day_long(last)}"
        if first.month != last.month:
            return f"{self.day(first)} – {self.day_long(last)}"
        return f"{first.day}–{self.day_long(last)}"

    def clock(self, minutes: int) -> str:
        """Return minutes after midnight as "09:00"."""
        return f"{minutes // 60:02}:{minutes % 60:02}"

    def times(self, start: int, end: int) -> str:
        """Return "11:00–12:30"."""
        return f"{self.clock(start)}–{self.clock(end)}"

    def moment(self, moment: datetime, today: date) -> str:
        """Return when something happened: "имрӯз, 18:42", "16 окт, 18:05", with the year if it is another."""
        clock = f"{moment.hour:02}:{moment.minute:02}"
        days_ago = (today - moment.date()).days
        if days_ago in (0, 1):
            return f"{(self.today, self.yesterday)[days_ago]}, {clock}"
        if moment.year != today.year:
            return f"{self.day_long(moment.date())}, {clock}"
        return f"{self.day_short(moment.date())}, {clock}"

    def day_said(self, day: date, today: date) -> str:
        """Return the day on which something happened: "имрӯз", "16 окт", with the year if it is another."""
        days_ago = (today - day).days
        if days_ago in (0, 1):
            return (self.today, self.yesterday)[days_ago]
        return self.day_short(day) if day.year == today.year else self.day_long(day)

    def number(self, number: int) -> str:
        """Return a whole number with its thousands apart: "1 268"."""
        return f"{number:,}".replace(",", self.thousands)

    def decimal_number(self, hundredths: int | Fraction, places: int = 2) -> str:
        """Return a number kept in hundredths with some places, rounded half up away from zero."""
        scale = Fraction(100, 10**places)
        whole = (2 * abs(Fraction(hundredths)) + scale) // (2 * scale)
        digits = str(whole).rjust(places + 1, "0")
        sign = "−" if hundredths < 0 and whole else ""
        head = digits[: len(digits) - places]
        tail = f"{self.decimal}{digits[-places:]}" if places else ""
        return f"{sign}{self.number(int(head))}{tail}"

    def share(self, share: Percent | None, limit: int | None = None) -> str:
        """Return a share in hundredths of a per cent as every screen and paper shows it: "85,9 %", "80 %".

        Beside a limit that it does not reach it never looks as if it did: 79.99 % of 80 %. A dash for none.
        """
        return percent_text(share, self.code, limit)

    def limit(self, limit: int) -> str:
        """Return a limit in hundredths of a per cent as it was typed: "80 %", "79,5 %"."""
        return limit_text(limit, self.code)

    def change(self, change: Percent | None) -> str:
        """Return a change in hundredths of a percentage point with its sign: "+27,5"; a dash for none."""
        return points_text(change, self.code)

    def size(self, count: int) -> str:
        """Return a file's size in its largest sensible unit, 1 KB = 1,000 bytes: "148 КБ", "3,1 МБ"."""
        value, unit = count * 100, 0
        while value >= 99_950 and unit < len(self.sizes) - 1:
            value, unit = (value + 500) // 1000, unit + 1
        places = 1 if unit > 1 and value < 10_000 else 0
        return f"{self.decimal_number(value, places)}{_NBSP}{self.sizes[unit]}"


@functools.cache
def formats(code: str) -> Formats:
    """Return the words and signs of a language; of English for one that is not known."""
    language = LANGUAGES.get(code) or LANGUAGES[SOURCE]

    def words(name: str) -> tuple[str, ...]:
        return tuple(word(f"calendar.{name}", language.code).split())

    return Formats(
        code=language.code,
        months=words("months"),
        months_alone=words("months_alone"),
        months_short=words("months_short"),
        weekdays=words("weekdays"),
        weekdays_short=words("weekdays_short"),
        year=word("calendar.year", language.code),
        decimal=language.decimal,
        thousands=language.thousands.replace(" ", _THIN),
        sizes=tuple(word("calendar.sizes", language.code).split("/")),
        today=word("calendar.today", language.code),
        yesterday=word("calendar.yesterday", language.code),
    )


_PLURAL_MARK = regex(r"\(s\)")
PSEUDO = "qps"
"""English whose words are 40 % longer: no list offers it, tests choose it."""
_WORDS = regex(r"(\{[^}]*\}|%n|%\d+|<[^>]*>)|[^\W\d_]+")


@functools.cache
def _texts(language: str) -> tuple[Catalogue, dict[str, list[bytes]]]:
    """Return what was read of a language so far, and what was not: one that is shown again goes on there."""
    folders = (resource("i18n"), resource("i18n", "qt"))
    return {}, contexts(sorted(path for folder in folders for path in folder.glob(f"*_{language}.ts")))


class Translator(QTranslator):
    """Answers `tr` from catalogues. English needs none: its sources are the texts, "(s)" their plural."""

    def __init__(self, language: str, parent: QObject | None = None, *, stretch: bool = False) -> None:
        super().__init__(parent)
        self._language = language
        self._stretch = stretch
        self._catalogue, self._unread = _texts(language)
        # Qt asks for each text by the name of each class of what shows it, until one answers.
        self._is_plain = language == SOURCE and not stretch and not (self._catalogue or self._unread)

    def isEmpty(self) -> bool:
        """Say that there is something here, or Qt would not ask."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, number: int = -1
    ) -> str | None:
        """Return the text in the language, or None so that Qt asks the next translator."""
        if number < 0 and self._is_plain:
            return None
        for part in self._unread.pop(context, ()):
            self._catalogue |= read_messages(context, part)
        forms = self._catalogue.get((context, source, disambiguation or ""))
        if forms is None and disambiguation:
            forms = self._catalogue.get((context, source, ""))
        if forms is None:
            found = self._english(source, number)
        else:
            found = forms[plural_form(self._language, number, len(forms))] if number >= 0 else forms[0]
        if self._stretch:
            return stretched(found if found is not None else source)
        return found

    def _english(self, source: str, number: int) -> str | None:
        if self._language != SOURCE or number < 0 or "(s)" not in source:
            return None
        return _PLURAL_MARK.sub("" if number == 1 else "s", source)


def stretched(text: str) -> str:
    """Make the words of a text longer by 40 % of it all, to find what would be cut in another language."""
    added = 0

    def longer(word: re.Match[str]) -> str:
        nonlocal added
        if word[1]:
            return word[1]
        more = max(0, math.ceil(0.4 * word.end()) - added)
        added += more
        return word[0] + "·" * more

    return _WORDS.sub(longer, text)


class LanguageSwitch(QObject):
    """The language of the window. `choose` retranslates what is in sight; the rest when shown.

    `stretch` is the test mode of page 6: every text 40 % longer and the layout mirrored.
    """

    changed = Signal(str)

    def __init__(self, app: QApplication, code: str = DEFAULT, *, stretch: bool = False) -> None:
        super().__init__(app)
        self.setObjectName("language")
        self._app = app
        self._always = stretch
        self._installed: list[QTranslator] = []
        self._shown = ("", False)
        self._found = QLocale()
        """How dates and numbers were written before."""
        if stretch:
            app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.choose(code)

    @property
    def code(self) -> str:
        """The code of the language shown."""
        return self._shown[0]

    @property
    def formats(self) -> Formats:
        """Dates and numbers of the language shown."""
        return formats(self.code)

    def choose(self, code: str) -> None:
        """Show another language; an unknown one counts as English, `PSEUDO` as a longer one."""
        stretch = self._always or code == PSEUDO
        code = code if code in LANGUAGES else SOURCE
        if (code, stretch) == self._shown:
            return
        self._shown = (code, stretch)
        # As in the theme: widgets are told one after another, and none may be deleted meanwhile. Qt posts it
        # to them and walks over their children with bare pointers: so it is delivered here.
        with gc_paused():
            self._uninstall()
            self._installed = [*self._of_qt(code), Translator(code, self, stretch=stretch)]
            QLocale.setDefault(QLocale(LANGUAGES[code].locale))
            for translator in self._installed:
                QCoreApplication.installTranslator(translator)
            self.changed.emit(code)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LanguageChange.value)

    def remove(self) -> None:
        """Take the translations away; what is asked for then comes in English, or as another one says.

        Dates and numbers are written as before.
        """
        self._uninstall()
        QLocale.setDefault(self._found)
        self.setParent(None)

    def _uninstall(self) -> None:
        for old in self._installed:
            self._app.removeTranslator(old)
            old.deleteLater()
        self._installed = []

    def _of_qt(self, code: str) -> list[QTranslator]:
        """Return Qt's own texts: its translation, or that of the language that fills in for it."""
        if code == SOURCE:
            return []
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        translator = QTranslator(self)
        translator.load(f"qtbase_{LANGUAGES[code].replaced_by or code}", folder)
        return [translator]


def computer_language() -> str:
    """Return which of the program's languages the computer speaks, by its own order; else the usual one."""
    spoken = (each.partition("-")[0] for each in QLocale.system().uiLanguages())
    return next((code for code in spoken if code in LANGUAGES), DEFAULT)


def window_language() -> str:
    """Return the code of the language shown."""
    app = QCoreApplication.instance()
    switch = app.findChild(LanguageSwitch) if app else None
    return switch.code if isinstance(switch, LanguageSwitch) else SOURCE


def field_caption(entity: str, name: str) -> str:
    """Return what a field is called, as it stands over it, over a column or before a value."""
    # Here and not above: the page that asks for the passphrase does without the schema.
    from trainer_app.domain.base.schema import field_label

    return caption(field_label(entity, name), window_language())


def field_title(entity: str, name: str) -> Callable[[], str]:
    """Return a function that tells what a field is called, for the title of its column."""
    return functools.partial(field_caption, entity, name)


def number_sign() -> str:
    """Return how the window heads numbers of a list: "No.", "№"."""
    return word("list.number", window_language())


def numbered(number: object) -> str:
    """Return a number of a list with its sign: "No. 14", "№ 14"."""
    return f"{number_sign()}{_NBSP}{number}"


def shown_name(name: str, *, short: bool = False) -> str:
    """Return a name as the window says it: of one whose data were erased, that they were."""
    # A table asks for each row that it paints, and finding the language takes a while.
    return said_name(name, window_language(), short=short) if name.startswith(ERASED) else name
