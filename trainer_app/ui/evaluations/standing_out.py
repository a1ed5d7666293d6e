"""What the feedback says in sentences, why some of it is not shown, and why nobody can be found in it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.learning import MIN_ANSWERS, FeedbackSummary
from trainer_app.ui.shell.language import Formats
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import IconMark


class Line(QWidget):
    """A drawing and a sentence."""

    def __init__(self, name: str, icon: str, token: str = "text3") -> None:
        super().__init__()
        self.setObjectName(name)
        self.mark = IconMark(f"{name}_icon", icon, token)
        self.words = label("body", f"{name}_words", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 20, 10)
        row.setSpacing(14)
        row.addWidget(self.mark)
        row.addWidget(self.words, 1)


class StandingOut(Retranslated, Card):
    """One line each: the best and the weakest statement, too many answers, too few, anonymity."""

    def __init__(self) -> None:
        super().__init__("feedback_summary", titled=False)
        self._again: Callable[[], None] = lambda: None
        self.best = Line("feedback_best", "okcircle", "present")
        self.weakest = Line("feedback_weakest", "pen")
        self.surplus = Line("feedback_surplus", "alert", "late")
        self.few = Line("feedback_few", "info")
        self.anonymous = Line("feedback_anonymous", "shield")
        for line in (self.surplus, self.best, self.weakest, self.few, self.anonymous):
            self.add_row(line)
        self.retranslate()

    def show_summaries(
        self,
        summaries: Sequence[FeedbackSummary],
        people: int,
        statement: Callable[[str], str],
        formats: Formats,
    ) -> None:
        """Show what stands out. `statement` gives a question's words."""
        self._again = lambda: self.show_summaries(summaries, people, statement, formats)
        shown = [each for each in summaries if not each.hidden]
        ranked = sorted(shown, key=lambda each: (each.top_two or 0, each.mean or 0))
        differ = len(ranked) > 1 and (ranked[0].top_two, ranked[0].mean) != (
            ranked[-1].top_two,
            ranked[-1].mean,
        )
        self.show_row(self.best, shown=differ)
        self.show_row(self.weakest, shown=differ)
        if differ:
            self.best.words.setText(
                self._about(self.tr("Most agreed with: {it}"), ranked[-1], statement, formats)
            )
            self.weakest.words.setText(
                self._about(self.tr("Least agreed with: {it}"), ranked[0], statement, formats)
            )
        surplus = [each for each in summaries if each.answers > people]
        self.show_row(self.surplus, shown=bool(surplus))
        if surplus:
            text = self.tr(
                "“{statement}” has {answers} answers, but the list has {people} people. Count again."
            )
            self.surplus.words.setText(
                text.format(
                    statement=statement(surplus[0].question), answers=surplus[0].answers, people=people
                )
            )
        self.show_row(self.few, shown=any(each.hidden and each.answers for each in summaries))
        self.few.words.setText(
            self.tr(
                "A statement shows its result from {least} answers on: fewer would point at a person."
            ).format(least=MIN_ANSWERS)
        )

    def _about(
        self, sentence: str, summary: FeedbackSummary, statement: Callable[[str], str], formats: Formats
    ) -> str:
        part = self.tr("“{statement}”, {share} ticked 4 or 5").format(
            statement=statement(summary.question), share=formats.percent(summary.top_two or 0)
        )
        return sentence.format(it=part)

    def retranslate(self) -> None:
        """Set every word."""
        self.setAccessibleName(self.tr("What the feedback says"))
        self.anonymous.words.setText(
            self.tr("Anonymous: only these counts are kept, with the day but without your name or the hour.")
        )
        self._again()
