"""What was learnt, in short: the matched gain of the tests, and what the feedback sheets say."""

from collections.abc import Sequence
from fractions import Fraction

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.amounts import round_half_up
from trainer_app.domain.course_reports import FeedbackLine
from trainer_app.domain.evaluations import Evaluation, Learning
from trainer_app.domain.learning import Band, band
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.bars import ShareBar
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.labels import ElidedLabel, label
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import ValueRow

_QUESTIONS = 6
_BAR, _VALUE = 96, 46


class QuestionRow(QWidget):
    """One statement and how many agree with it."""

    def __init__(self, place: int) -> None:
        name = f"learning_question_{place}"
        super().__init__()
        self.setObjectName(name)
        self.setMinimumHeight(25)
        self.words = ElidedLabel("body", f"{name}_words")
        self.bar = ShareBar(f"{name}_bar", _BAR)
        self.value = label("body_strong", f"{name}_value")
        self.value.setMinimumWidth(_VALUE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.bar)
        row.addWidget(self.value)


class LearningCard(Retranslated, Card):
    """Hidden while there is neither a pair of tests nor a summary of feedback to show."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("learning")
        self._desk = desk
        self._shown: Evaluation | None = None
        self._lines: tuple[FeedbackLine, ...] = ()
        self.values = [ValueRow(f"learning_{name}") for name in ("pre", "post", "gain", "normalised")]
        self.pairs = label("caption", "learning_pairs", wrap=True)
        self.questions = [QuestionRow(place) for place in range(_QUESTIONS)]
        self.feedback_title = label("row_title", "learning_feedback_title")
        self.feedback_note = label("caption", "learning_feedback_note", wrap=True)
        self._tests = self._section((*self.values, self.pairs))
        self._feedback = self._section((self.feedback_title, *self.questions, self.feedback_note))
        self.retranslate()

    def _section(self, parts: tuple[QWidget, ...]) -> QWidget:
        """Add a row that holds the parts, and return it."""
        holder = QWidget()
        body = QVBoxLayout(holder)
        body.setContentsMargins(CARD_PADDING, 14, CARD_PADDING, 14)
        body.setSpacing(4)
        for part in parts:
            body.addWidget(part)
        self.add_row(holder)
        return holder

    def show_evaluation(self, evaluation: Evaluation | None, feedback: Sequence[FeedbackLine] = ()) -> None:
        """Show what there is: the tests, and the scales of the feedback that have enough answers."""
        self._shown, self._lines = evaluation, tuple(feedback)
        matched = evaluation is not None and evaluation.result.matched > 0
        shown = [line for line in feedback if line.scale is not None and line.scale.answers]
        if evaluation is not None and matched:
            self._show_result(evaluation.result)
        self._show_feedback(shown)
        self.show_row(self._tests, shown=matched)
        self.show_row(self._feedback, shown=bool(shown))
        self.setVisible(matched or bool(shown))

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("What was learnt"))
        self.feedback_title.setText(self.tr("Feedback"))
        self.feedback_note.setText(self.tr("Share of sheets with one of the two best answers"))
        self.show_evaluation(self._shown, self._lines)

    def _show_result(self, result: Learning) -> None:
        formats = self._desk.formats
        pre, post, gain, normalised = self.values
        pre.set_value(self.tr("Pre-test, mean"), formats.percent(result.pre_mean or 0, 1))
        post.set_value(self.tr("Post-test, mean"), formats.percent(result.post_mean or 0, 1))
        points = formats.decimal_number(result.gain_points or 0, 1)
        sign = "+" if (result.gain_points or 0) > 0 else ""
        gain.set_value(self.tr("Gain, percentage points"), f"{sign}{points}")
        normalised.setVisible(result.hake_g is not None)
        if result.hake_g is not None:
            shown = formats.decimal_number(result.hake_g * 100)
            normalised.set_value(self.tr("Normalised gain"), f"{shown} · {self._band(result.hake_g)}")
        pairs = self.tr("%n participant(s) with both tests", "", result.matched)
        alone = result.only_pre + result.only_post
        only = self.tr("with one test only: %n", "", alone) if alone else ""
        self.pairs.setText(" · ".join(part for part in (pairs, only) if part))

    def _show_feedback(self, lines: Sequence[FeedbackLine]) -> None:
        formats, language = self._desk.formats, self._desk.language.code
        for row, line in zip(self.questions, lines, strict=False):
            share = (line.scale.top if line.scale else None) or Fraction(0)
            words = line.statement.best(language)
            row.words.setText(words)
            row.value.setText(formats.percent(share))
            row.bar.set_share(round_half_up(share), None, f"{words}: {formats.percent(share)}")
        for place, row in enumerate(self.questions):
            row.setVisible(place < len(lines))

    def _band(self, gain: Fraction) -> str:
        return {
            Band.LOSS: self.tr("loss"),
            Band.LOW: self.tr("low"),
            Band.MEDIUM: self.tr("medium"),
            Band.HIGH: self.tr("high"),
        }[band(gain)]
