"""Results in words and numbers of one language: the same on the screen as on paper."""

from dataclasses import dataclass
from fractions import Fraction

from trainer_app.documents.result_numbers import (
    change_text,
    percent_text,
    ratio_text,
    rounded_ratio,
    step_text,
)
from trainer_app.documents.result_parts import form_title
from trainer_app.documents.results_feedback import why_hidden
from trainer_app.documents.results_items import looked_at as looked_at
from trainer_app.documents.results_items import option_counts, reliability
from trainer_app.documents.results_report import WORDS, figure_lines, sentence
from trainer_app.documents.speech import Speech
from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.feedback_results import QuestionResult
from trainer_app.domain.forms import Form
from trainer_app.domain.item_analysis import EASY, HARD, WEAK, Flag, ItemResult, Reliability
from trainer_app.domain.questions import Question
from trainer_app.domain.results import Results
from trainer_app.system.messages import label_text


@dataclass(frozen=True)
class FigureLine:
    """One figure of learning: its code, name and value, and the band of a gain in words."""

    code: str
    name: str
    value: str
    band: str = ""


class ResultText:
    """Asked anew whenever something is shown, so that a change of language needs nothing else."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._speech = Speech(language, WORDS, label_text)

    def word(self, code: str, **values: str) -> str:
        """Return a word of the results by its code after "results."."""
        return self._speech.word(f"results.{code}", **values).text

    def sentence(self, results: Results) -> str:
        """Return the answer to "did they learn?"."""
        return sentence(results.learning, self._speech).text

    def figures(self, results: Results) -> list[FigureLine]:
        """Return the figures of learning."""
        return [
            FigureLine(code, name.text, value, band)
            for code, name, value, band in figure_lines(results, self._speech)
        ]

    def notes(self, results: Results) -> list[str]:
        """Return what a reader must know before quoting the results."""
        return [label_text(label, self.language) for label in results.notes]

    def title(self, form: Form, occasion: Occasion | None = None) -> str:
        """Return what a form is called, with its version and the occasion."""
        return form_title(form, occasion, self._speech).text

    def question(self, question: Question) -> str:
        """Return a question's words on one line."""
        return " ".join(question.text.best(self.language).split())

    def percent(self, value: Fraction | None) -> str:
        """Return hundredths of a per cent with one decimal."""
        return percent_text(value, self.language)

    def change(self, value: Fraction | None) -> str:
        """Return a change in hundredths of a percentage point, with its sign."""
        return change_text(value, self.language)

    def gain(self, value: Fraction | None) -> str:
        """Return a gain with two decimals."""
        return ratio_text(value, self.language)

    def difficulty(self, value: Fraction | None) -> str:
        """Return p, with more decimals where a limit is near."""
        return ratio_text(value, self.language, (HARD, EASY))

    def discrimination(self, value: Fraction | None) -> str:
        """Return D, with more decimals where a limit is near."""
        return ratio_text(value, self.language, (Fraction(0), WEAK))

    def correlation(self, item: ItemResult) -> str:
        """Return r with two decimals."""
        return rounded_ratio(item.correlation(100), self.language)

    def step(self, value: Fraction | None, places: int = 1) -> str:
        """Return a step of a scale or another number without needless zeros."""
        return step_text(value, self.language, places)

    def flag(self, flag: Flag) -> str:
        """Return what to look at in an item."""
        return self.word(f"flag.{flag.value}")

    def options(self, item: ItemResult) -> str:
        """Return who chose what, on one line."""
        return option_counts(item, self._speech)

    def reliability(self, found: Reliability | None, occasion: Occasion) -> str:
        """Return how far a test can be trusted, with its caution."""
        return reliability(found, occasion, self._speech).text

    def hidden(self, found: QuestionResult) -> str:
        """Return why nothing is shown, or what is not in a sum; "" where all is told."""
        return why_hidden(found, self._speech).text
