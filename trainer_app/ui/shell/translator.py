"""Translations read straight from `resources/i18n`, with plurals, switched while the program runs.

Reading the text files spares a compile step, and a translator can try a wording by restarting the program.
"""

import re
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, Qt, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from trainer_app.domain.collector import without_collector
from trainer_app.domain.texts import LANGUAGES
from trainer_app.system.resources import resource
from trainer_app.ui.shell.language import Formats, formats

type Key = tuple[str, str, str]
"""Context, English source, disambiguation."""
type Catalogue = dict[Key, tuple[str, ...]]
"""The forms of each text: one, or one for each plural of the language."""

_PLURAL_MARK = re.compile(r"\(s\)")


def read_catalogue(paths: Iterable[Path]) -> Catalogue:
    """Read Qt Linguist files. A text without a finished translation is left out."""
    found: Catalogue = {}
    for path in paths:
        for context in ElementTree.parse(path).iter("context"):
            name = context.findtext("name", "")
            for message in context.iter("message"):
                forms = _forms(message)
                if all(forms):
                    key = name, message.findtext("source", ""), message.findtext("comment", "")
                    found[key] = forms
    return found


def _forms(message: ElementTree.Element) -> tuple[str, ...]:
    translation = message.find("translation")
    if translation is None or translation.get("type") in ("unfinished", "vanished", "obsolete"):
        return ("",)
    plurals = translation.findall("numerusform")
    return tuple(form.text or "" for form in plurals) if plurals else (translation.text or "",)


def plural_form(language: str, number: int) -> int:
    """Return which form a number takes: Russian 1, 2-4, other; Tajik and English 1, other."""
    if language != "ru":
        return 0 if number == 1 else 1
    if number % 10 == 1 and number % 100 != 11:
        return 0
    return 1 if number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14) else 2


class Translator(QTranslator):
    """Answers `tr` from catalogues. English needs none: its sources are the texts, "(s)" their plural."""

    def __init__(self, language: str, parent: QObject | None = None, *, stretch: bool = False) -> None:
        super().__init__(parent)
        self._language = language
        self._stretch = stretch
        folders = (resource("i18n"), resource("i18n", "qt"))
        files = sorted(path for folder in folders for path in folder.glob(f"*_{language}.ts"))
        self._catalogue = read_catalogue(files)

    def isEmpty(self) -> bool:
        """Say that there is something here, or Qt would not ask."""
        return False

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, number: int = -1
    ) -> str | None:
        """Return the text in the language, or None so that Qt asks the next translator."""
        forms = self._catalogue.get((context, source, disambiguation or ""))
        if forms is None and disambiguation:
            forms = self._catalogue.get((context, source, ""))
        if forms is None:
            found = self._english(source, number)
        else:
            found = (
                forms[min(plural_form(self._language, number), len(forms) - 1)] if number >= 0 else forms[0]
            )
        if self._stretch:
            return _stretched(found if found is not None else source)
        return found

    def _english(self, source: str, number: int) -> str | None:
        if self._language != "en" or number < 0 or "(s)" not in source:
            return None
        return _PLURAL_MARK.sub("" if number == 1 else "s", source)


def _stretched(text: str) -> str:
    """Make a text 40 % longer, to find what would be cut in another language."""
    return f"{text}{'·' * max(1, round(len(text) * 0.4))}" if text.strip() else text


class LanguageSwitch(QObject):
    """The language of the window. `choose` retranslates every open widget at once.

    `stretch` is the test mode of page 6: every text 40 % longer and the layout mirrored.
    """

    changed = Signal(str)

    def __init__(self, app: QApplication, code: str = "tg", *, stretch: bool = False) -> None:
        super().__init__(app)
        self.setObjectName("language")
        self._app = app
        self._stretch = stretch
        self._installed: list[QTranslator] = []
        self._code = ""
        if stretch:
            app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.choose(code)

    @property
    def code(self) -> str:
        """The language shown: "tg", "ru" or "en"."""
        return self._code

    @property
    def formats(self) -> Formats:
        """Dates and numbers of the language shown."""
        return formats(self._code)

    def choose(self, code: str) -> None:
        """Show another language; an unknown one counts as English."""
        code = code if code in LANGUAGES else "en"
        if code == self._code:
            return
        self._code = code
        # As in the theme: widgets are told one after another, and none may be deleted meanwhile.
        with without_collector():
            self.remove()
            self._installed = [*self._of_qt(code), Translator(code, self, stretch=self._stretch)]
            QLocale.setDefault(QLocale({"tg": "tg_TJ", "ru": "ru_RU", "en": "en_GB"}[code]))
            for translator in self._installed:
                QCoreApplication.installTranslator(translator)
        self.changed.emit(code)

    def remove(self) -> None:
        """Take the translations away; what is asked for then comes in English."""
        for old in self._installed:
            self._app.removeTranslator(old)
            old.deleteLater()
        self._installed = []

    def _of_qt(self, code: str) -> list[QTranslator]:
        """Return Qt's own texts; Tajik stands over Russian, which fills what `qtbase_tg.ts` leaves open."""
        if code == "en":
            return []
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        translator = QTranslator(self)
        translator.load("qtbase_ru", folder)
        return [translator]
