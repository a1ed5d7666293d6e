"""The words of the bank: kinds, points, languages that are missing."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QObject

from trainer_app.domain.answers import LETTERS
from trainer_app.domain.forms import Form, FormKind, FullForm
from trainer_app.domain.questions import MissingText, Question, QuestionKind, missing_texts
from trainer_app.domain.texts import LANGUAGES
from trainer_app.domain.topics import topic_in
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.language import formats
from trainer_app.ui.widgets.chips import Tone

type ChipWords = tuple[Tone, str, str]
"""Tone, words and icon of a chip."""

MINUS = "\N{MINUS SIGN}"


class BankWording(QObject):
    """Turns plain data into words of the window's language."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("bank_wording")
        self._desk = desk

    def kind(self, kind: QuestionKind | FormKind) -> str:
        """Return what a kind of question or form is called: "one answer", "test"."""
        stem = "question" if isinstance(kind, QuestionKind) else "form"
        return self._desk.words(f"{stem}.kind.{kind.value}")

    def kind_title(self, kind: QuestionKind | FormKind) -> str:
        """Return the same with a capital, where it stands alone."""
        words = self.kind(kind)
        return words[:1].upper() + words[1:]

    def title(self, form: Form) -> str:
        """Return a form's title."""
        return form.title.best(self._desk.language.code)

    def question(self, question: Question) -> str:
        """Return a question in one line, with its short name before it."""
        asked = " ".join(question.text.best(self._desk.language.code).split())
        return f"{question.name}: {asked}" if question.name else asked

    def topic(self, topic: str) -> str:
        """Return a topic in the window's language."""
        return topic_in(topic, self._desk.language.code)

    def points(self, question: Question) -> str:
        """Return what a question can give, a dash where nothing is right."""
        return self.plain(question.points) if question.scored else "–"

    def form_points(self, full: FullForm) -> str:
        """Return what a form can give, a dash where nothing is right."""
        return self.plain(full.points) if full.points else "–"

    def state(self, full: FullForm) -> ChipWords:
        """Return the chip of a form: in use, changed on another laptop, or still free to change."""
        if full.changed:
            return Tone.DUE, self.tr("look at it"), "alert"
        if full.form.frozen:
            return Tone.GOOD, self.tr("in use"), "lock"
        if not full.form.questions:
            return Tone.QUIET, self.tr("empty"), ""
        return Tone.QUIET, self.tr("can be changed"), ""

    def plain(self, hundredths: int) -> str:
        """Return a number kept in hundredths without needless zeros: "2", "0,5", "−33,33"."""
        whole, part = divmod(abs(hundredths), 100)
        digits = f"{whole}{self._desk.formats.decimal}{part:02}".rstrip("0") if part else str(whole)
        return f"{MINUS if hundredths < 0 else ''}{digits}"

    def languages(self, missing: Collection[str]) -> str:
        """Return "all three", or what is missing: "missing: English"."""
        if not missing:
            return self.tr("all three")
        return self.tr("missing: {languages}").format(languages=self.language_names(missing))

    def language_chip(self, missing: Collection[str]) -> ChipWords | None:
        """Return the amber chip of a text that is missing in some language."""
        return (Tone.DUE, self.languages(missing), "alert") if missing else None

    def missing_short(self, missing: Collection[str]) -> str:
        """Return the one language that is missing, how many are, or nothing."""
        return self.language_names(missing) if len(missing) < 2 else self.tr("%n languages", "", len(missing))

    def missing_chip(self, missing: Collection[str]) -> ChipWords | None:
        """Return the same as an amber chip."""
        return (Tone.DUE, self.missing_short(missing), "alert") if missing else None

    def missing_list(self, missing: Sequence[MissingText]) -> str:
        """Return which texts are missing, by language: "Тоҷикӣ – the question, B; English – C"."""
        parts = []
        for code in LANGUAGES:
            options = [each.option for each in missing if each.language == code]
            texts = [LETTERS[each - 1] if each else self.tr("the question") for each in options]
            if texts:
                parts.append(f"{formats(code).name} – {', '.join(texts)}")
        return "; ".join(parts)

    def language_names(self, codes: Collection[str]) -> str:
        """Return languages by their own names: "Тоҷикӣ, English"."""
        return ", ".join(formats(code).name for code in LANGUAGES if code in codes)


def missing_in(question: Question) -> frozenset[str]:
    """Return the languages in which a question is not whole."""
    return frozenset(each.language for each in missing_texts(question))


def missing_in_form(full: FullForm) -> frozenset[str]:
    """Return the languages in which a form is not whole."""
    return frozenset(LANGUAGES) - frozenset(full.languages())
