"""The head of a sign-in sheet: who is behind the course, what, when, where, which page, and its code."""

from dataclasses import replace

from trainer_app.documents import fonts, qr
from trainer_app.documents.dates import format_weekday
from trainer_app.documents.emblems import Shown, draw_emblems, has_pictures, name_line
from trainer_app.documents.fitting import fit
from trainer_app.documents.paper import Paper
from trainer_app.documents.stacking import Box
from trainer_app.documents.wording import texts
from trainer_app.domain.paper_languages import Tongue
from trainer_app.domain.papers import SignInSheet
from trainer_app.domain.texts import Texts

LEFT, RIGHT = 15.0, 287.0
"""Edges of everything on the sheet, in millimetres."""

HIGH = 28.0
"""Height of the head without the organisations."""

_TOP = 12.0
_CODE = 21.0
_EMBLEMS = 9.5
_STEP = 8.7
_LEAST = 6.0
_FACTS, _COUNTS, _VALUE = 128.0, 214.0, 18.5


def head_height(shown: tuple[Shown, ...]) -> float:
    """Return where the table may begin, in millimetres from the top."""
    return _TOP + _room(shown) + HIGH


def _room(shown: tuple[Shown, ...]) -> float:
    """Return how much room the organisations take beyond the margin."""
    if has_pictures(shown):
        return 8.5
    return 4.0 if shown else 0.0


class Head:
    """The head of one page being drawn."""

    def __init__(self, paper: Paper, sheet: SignInSheet, shown: tuple[Shown, ...], tongue: Tongue) -> None:
        self.paper, self.sheet, self.shown, self.tongue = paper, sheet, shown, tongue
        self.top = _TOP + _room(shown)

    def draw(self, page: int, pages: int) -> None:
        """Draw it for a page of so many."""
        self._organisations()
        self._titles()
        self._facts()
        self._counts(page, pages)

    def _organisations(self) -> None:
        if has_pictures(self.shown):
            draw_emblems(self.paper, self.shown, self.tongue, Box(LEFT, 6.5, RIGHT - LEFT, _EMBLEMS))
        else:
            languages = [language for language in (self.tongue.main, self.tongue.second) if language]
            for place, language in enumerate(languages):
                y = (8.2 if len(languages) > 1 else 9.4) + place * 3.4
                self._line(LEFT, y, name_line(self.shown, language), fonts.SANS, 8 - place, RIGHT - LEFT)

    def _titles(self) -> None:
        """Name the paper and the course."""
        width, top = 108.0, self.top
        heading, title = texts("signin.title"), self.sheet.title
        second, below = self.tongue.below(heading), self.tongue.below(title)
        first_line = top + (4.2 if second else 6.2)
        self._line(LEFT, first_line, self.tongue.first(heading), fonts.SANS_BOLD, 17.5, width)
        self._line(LEFT, top + 10.4, second, fonts.SANS, 10, width)
        alone = not below
        course = fit(self.tongue.first(title), fonts.SANS_SEMIBOLD, 10, width, 8.5, max_lines=2)
        under = fit(below, fonts.SANS, 8, width, 6.5, max_lines=2)
        tight = not alone and (course.broken or under.broken)
        y = top + (15.2 if tight else 18.0 if second else 15.5)
        for line in course.lines:
            self.paper.text(LEFT, y, line, fonts.SANS_SEMIBOLD, course.size)
            y += 4.4 if alone else 3.7
        y += 0.0 if tight else 1.1
        for line in under.lines:
            self.paper.text(LEFT, y, line, fonts.SANS, under.size)
            y += 2.9

    def _facts(self) -> None:
        """Say when, where and by whom."""
        sheet, languages = self.sheet, (self.tongue.main, self.tongue.second)
        day = Texts(**{code: format_weekday(sheet.code.day, code) for code in languages if code})
        trainers = Texts(
            **{code: ", ".join(each.best(code) for each in sheet.trainers) for code in languages if code}
        )
        facts = (("date", day), ("venue", sheet.venue), ("trainers", trainers))
        for index, (code, said) in enumerate(facts):
            y = self.top + 3 + index * _STEP
            self._pair(_FACTS, y, texts(f"signin.{code}"), fonts.SANS, 8.5, 18.5)
            self._pair(_FACTS + 19.5, y, said, fonts.SANS_SEMIBOLD, 8.5, 63)

    def _counts(self, page: int, pages: int) -> None:
        """Say which day, which page and which code, and show the code for a scanner."""
        sheet, code = self.sheet, replace(self.sheet.code, page=page)
        counts = {"day": f"{sheet.day_number} / {sheet.day_count}", "page": f"{page} / {pages}"}
        for index, (name, text) in enumerate(counts.items()):
            y = self.top + 3 + index * _STEP
            self._pair(_COUNTS, y, texts(f"signin.{name}"), fonts.SANS, 8.5, 17.5)
            self._line(_COUNTS + _VALUE, y + 2.4, text, fonts.SANS_BOLD, 13, 26)
        y = self.top + 3 + len(counts) * _STEP
        self._pair(_COUNTS, y, texts("signin.code"), fonts.SANS, 8.5, 17.5)
        printed = fit(str(code), fonts.SANS_MEDIUM, 8.5, RIGHT - _CODE - 3 - _COUNTS - _VALUE, 7, max_lines=2)
        for number, line in enumerate(printed.lines):
            self.paper.text(_COUNTS + _VALUE, y + 1.8 + number * 3.2, line, fonts.SANS_MEDIUM, printed.size)
        square = qr.encode(str(code))
        self.paper.bits(RIGHT - _CODE, self.top + 0.2, _CODE, square.modules, square.packed)

    def _pair(self, x: float, y: float, said: Texts, font: str, size: float, width: float) -> None:
        """Set a text and its second line; alone it may take both lines, and one stands between them.

        A text that would get too small beside its second line takes both.
        """
        first, second = self.tongue.first(said), self.tongue.below(said)
        if second and fit(first, font, size, width, min_size=_LEAST).crowded:
            second = ""
        fitted = fit(first, font, size, width, size - 1.5, max_lines=1 if second else 2)
        alone = not second and not fitted.broken
        for number, line in enumerate(fitted.lines):
            self.paper.text(x, y + (1.8 if alone else 0) + number * 3.6, line, font, fitted.size)
        self._line(x, y + 3.5, second, fonts.SANS, size - 1, width)

    def _line(self, x: float, y: float, text: str, font: str, size: float, width: float) -> None:
        """Set one line, smaller if it must be."""
        self.paper.text(x, y, text, font, fit(text, font, size, width, min_size=1.0).size)
