"""What a course's tests say, in a sentence, a picture and figures."""

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.amounts import round_half_up
from trainer_app.domain.evaluations import Evaluation, Learning, TestScore
from trainer_app.domain.learning import band
from trainer_app.ui.evaluations import words
from trainer_app.ui.evaluations.score_picture import Lane, ScorePicture
from trainer_app.ui.shell.language import Formats
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.chips import Chip, Tone
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated


class FigureRow(QWidget):
    """A figure: its name, its band as a chip if it has one, its value at the right edge."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedHeight(25)
        self.name = label("small", f"{name}_name")
        self.chip = Chip(f"{name}_band")
        self.value = label("number", f"{name}_value")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.name, 1)
        row.addWidget(self.chip)
        row.addWidget(self.value, 0, Qt.AlignmentFlag.AlignRight)

    def set_figure(self, name: str, value: str, band_word: str = "", tone: Tone = Tone.QUIET) -> None:
        """Set the words and the value."""
        self.name.setText(name)
        self.value.setText(value)
        self.chip.set_chip(band_word, tone)
        self.chip.setVisible(bool(band_word))
        self.setAccessibleName(f"{name}: {value} {band_word}".strip())


class LearningCard(Retranslated, Card):
    """The learning result. It never shows a mean without saying how many it rests on."""

    def __init__(self) -> None:
        super().__init__("learning")
        self._formats: Formats | None = None
        self._shown: Evaluation | None = None
        self.sentence = label("body_strong", "learning_sentence", wrap=True)
        self.picture = ScorePicture("learning_picture")
        names = ("matched", "only_pre", "only_post", "gain", "hake", "individual", "losses", "no_gain")
        self.figures = {name: FigureRow(f"learning_{name}") for name in names}
        self.note = label("caption", "learning_note", wrap=True)
        body = self.add_body()
        body.setContentsMargins(20, 12, 20, 14)
        body.setSpacing(10)
        body.addWidget(self.sentence)
        body.addWidget(self.picture)
        rows = body
        for name in names:
            rows.addWidget(self.figures[name])
        rows.setSpacing(0)
        body.insertSpacing(1, 10)
        body.insertSpacing(3, 8)
        body.addSpacing(8)
        body.addWidget(self.note)
        self.retranslate()

    def show_evaluation(self, evaluation: Evaluation, formats: Formats) -> None:
        """Show the result of a course."""
        self._shown, self._formats = evaluation, formats
        result = evaluation.result
        self.sentence.setText(self._sentence(result, formats))
        before = [row.pre for row in evaluation.rows if row.pre is not None]
        after = [row.post for row in evaluation.rows if row.post is not None]
        lanes = (
            _lane(words.pre_test(), before, result.pre_mean, formats),
            _lane(words.post_test(), after, result.post_mean, formats),
        )
        self.picture.set_lanes(lanes, "; ".join(f"{lane.title}: {lane.shown}" for lane in lanes))
        self._show_figures(result, formats)

    def _show_figures(self, result: Learning, formats: Formats) -> None:
        figures = self.figures
        figures["matched"].set_figure(self.tr("Both tests"), str(result.matched))
        figures["only_pre"].set_figure(self.tr("Only the pre-test"), str(result.only_pre))
        figures["only_post"].set_figure(self.tr("Only the post-test"), str(result.only_post))
        gained = words.difference(result.gain_points, formats, 1)
        figures["gain"].set_figure(self.tr("Gain in percentage points"), gained)
        self._show_gain("hake", self.tr("g of the class means"), result.hake_g, formats)
        self._show_gain("individual", self.tr("Mean of individual g"), result.mean_individual_g, formats)
        figures["losses"].set_figure(self.tr("Lower after than before"), str(result.losses))
        figures["no_gain"].set_figure(self.tr("100 % already before"), str(result.without_gain))
        figures["no_gain"].setVisible(result.without_gain > 0)

    def _show_gain(self, name: str, title: str, value: Fraction | None, formats: Formats) -> None:
        if value is None:
            self.figures[name].set_figure(title, words.DASH)
            return
        found = band(value)
        self.figures[name].set_figure(
            title, words.gain(value, formats), words.band_word(found), words.band_tone(found)
        )

    def _sentence(self, result: Learning, formats: Formats) -> str:
        if result.pre_mean is None or result.post_mean is None or result.gain_points is None:
            return self.tr("Nobody has both tests yet. The result appears with the first pair.")
        sentence = self.tr("As many points after as before: {post}.")
        if result.gain_points > 0:
            sentence = self.tr("{points} points more after the course: {pre} before, {post} after.")
        elif result.gain_points < 0:
            sentence = self.tr("{points} points less after the course: {pre} before, {post} after.")
        return sentence.format(
            points=formats.decimal_number(abs(result.gain_points), 1),
            pre=formats.percent(result.pre_mean, 1),
            post=formats.percent(result.post_mean, 1),
        )

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("What was learnt"))
        self.note.setText(
            self.tr(
                "Means and gains are of those with both tests. g is how much of what was still to be learnt "
                "was learnt: low under 0.3, high from 0.7."
            )
        )
        if self._shown is not None and self._formats is not None:
            self.show_evaluation(self._shown, self._formats)


def _lane(title: str, scores: list[TestScore], mean: Fraction | None, formats: Formats) -> Lane:
    shown = words.DASH if mean is None else formats.percent(mean, 1)
    place = None if mean is None else round_half_up(mean)
    return Lane(title, tuple(score.percent for score in scores), place, shown)
