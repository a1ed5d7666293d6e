"""Numbers of evaluations as the tabs and the overview write them, and words that several of them share."""

from collections.abc import Collection, Sequence
from fractions import Fraction

from PySide6.QtCore import QCoreApplication, QObject

from trainer_app.actions.evaluations import feedback
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.evaluations.forms import Form, FormKind, FullForm, TestScore
from trainer_app.domain.evaluations.questions import (
    LETTERS,
    MissingText,
    Question,
    QuestionKind,
    missing_texts,
    topic_in,
)
from trainer_app.domain.evaluations.statistics import GainBand, ScaleSummary
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import Formats, formats
from trainer_app.ui.widgets.indicators import ChipWords, Tone

MINUS, DASH = "\N{MINUS SIGN}", "\N{EN DASH}"


def points(score: TestScore | None, formats: Formats) -> str:
    """Return a score's points without needless zeros: "14", "14,5"; "" for none."""
    return "" if score is None else plain(score.points, formats)


def plain(hundredths: int, formats: Formats) -> str:
    """Return a number kept in hundredths as it is typed, without needless zeros."""
    whole, part = divmod(hundredths, 100)
    return f"{whole}{formats.decimal}{part:02}".rstrip("0") if part else str(whole)


def end_of_scales(questions: Sequence[Question], *, top: bool) -> str:
    """Name the steps of one end of the scales: "4 and 5"; "top" where scales have other lengths."""
    sizes = {len(each.options) for each in questions if each.handler.is_scale}
    if len(sizes) != 1:
        end = QCoreApplication.translate("FeedbackTab", "top")
        return end if top else QCoreApplication.translate("FeedbackTab", "bottom")
    (steps,) = sizes
    if ScaleSummary((0,) * steps).ends == 1:
        return str(steps if top else 1)
    first = steps - 1 if top else 1
    words = QCoreApplication.translate("FeedbackTab", "{first} and {second}")
    return words.format(first=first, second=first + 1)


def percent(score: TestScore | None, formats: Formats, limit: int | None = None) -> str:
    """Return a score as "70 %", beside the limit of the course; a dash for none."""
    return DASH if score is None else formats.share(score.percent, limit)


def gain(value: Fraction | None, formats: Formats) -> str:
    """Return a normalised gain, a share of 1, as "0,49", rounded here and nowhere before; a dash for none."""
    return DASH if value is None else formats.decimal_number(value * 100)


def waits_here(found: feedback.Collection, *, small: bool) -> tuple[str, str]:
    """Return how many sheets wait and for how many more, and what becomes of a late one; "" for none.

    `small`: in a course of fewer than five people another rule holds, which its card tells.
    """
    if not found.missing or small:
        return "", ""
    translate = QCoreApplication.translate
    waits = translate(
        "Evaluations", "%n waiting here; {missing} more needed to enter the results", "", found.waiting
    )
    late = translate(
        "Evaluations", "a late sheet. It stays here until {missing} more have come; no file carries it before"
    )
    words = waits.format(missing=found.missing)
    return words, late.format(missing=found.missing) if found.late else ""


def band_word(band: GainBand) -> str:
    """Return what a band of the gain is called."""
    if band is GainBand.LOSS:
        return QCoreApplication.translate("Evaluations", "loss")
    if band is GainBand.LOW:
        return QCoreApplication.translate("Evaluations", "low")
    if band is GainBand.MEDIUM:
        return QCoreApplication.translate("Evaluations", "medium")
    return QCoreApplication.translate("Evaluations", "high")


def band_tone(band: GainBand) -> Tone:
    """Return a band's colour: a loss stands out, a high gain is good, the rest is quiet."""
    return {GainBand.LOSS: Tone.BAD, GainBand.HIGH: Tone.GOOD}.get(band, Tone.QUIET)


def pre_test() -> str:
    """Return what the test before the course is called."""
    return QCoreApplication.translate("Evaluations", "Pre-test")


def pre_short() -> str:
    """Return the short form for the head of a column."""
    return QCoreApplication.translate("Evaluations", "Pre-test", "short, in the head of a column")


def post_short() -> str:
    """Return the short form for the head of a column."""
    return QCoreApplication.translate("Evaluations", "Post-test", "short, in the head of a column")


def post_test() -> str:
    """Return what the test after the course is called."""
    return QCoreApplication.translate("Evaluations", "Post-test")


class BankWording(QObject):
    """Turns plain data into words of the window's language."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.setObjectName("bank_wording")
        self._context = context

    def kind(self, kind: QuestionKind | FormKind) -> str:
        """Return what a kind of question or form is called: "one answer", "test"."""
        if isinstance(kind, QuestionKind):
            return self._context.words(f"question.kind.{kind.value}")
        return self._context.words(f"form.kind.{kind.value}")

    def kind_title(self, kind: QuestionKind | FormKind) -> str:
        """Return the same with a capital, where it stands alone."""
        words = self.kind(kind)
        return words[:1].upper() + words[1:]

    def title(self, form: Form) -> str:
        """Return a form's title."""
        return form.title.best(self._context.language.code)

    def question(self, question: Question) -> str:
        """Return a question in one line, with its short name before it."""
        asked = " ".join(question.text.best(self._context.language.code).split())
        return f"{question.name}: {asked}" if question.name else asked

    def topic(self, topic: str) -> str:
        """Return a topic in the window's language."""
        return topic_in(topic, self._context.language.code)

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
        digits = f"{whole}{self._context.formats.decimal}{part:02}".rstrip("0") if part else str(whole)
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
