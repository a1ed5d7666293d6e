"""What was learned at a course, between its first and its last test: a dot for each score, and figures."""

from fractions import Fraction
from typing import override

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from trainer_app.domain.base.numbers import Percent, round_half_up
from trainer_app.domain.evaluations.forms import (
    Evaluation,
    Learning,
    TestScore,
    left_out_note,
)
from trainer_app.domain.evaluations.statistics import band_of_gain
from trainer_app.system.messages import label_text
from trainer_app.ui.evaluations import wording
from trainer_app.ui.kit.language import Formats
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import CAPTION, SMALL, Tokens
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.indicators import Chip, Tone
from trainer_app.ui.widgets.labels import Painted, Retranslated, label
from trainer_app.ui.widgets.painting import AT_THE_LEFT, AT_THE_RIGHT

_HEAD, _ROOM, _AXIS, _GAP = 20, 34, 18, 10
_DOT, _STEP = 6.0, 7.0
_WHOLE = 10_000


class ScoreSeries(Struct, frozen=True):
    """One test: its name, everybody's share and the mean in hundredths of a per cent, the mean in words."""

    title: str
    shares: tuple[Percent, ...]
    mean: int | None
    shown: str


def columns_of(shares: tuple[Percent, ...], width: float) -> list[tuple[float, int]]:
    """Return (x, place in its pile) of each dot: shares that lie too close stand on each other."""
    placed = []
    piles: dict[int, int] = {}
    bins = max(1, int(width // _STEP))
    for share in sorted(shares):
        pile = min(bins - 1, int(min(max(share, 0), _WHOLE) * bins // _WHOLE))
        placed.append(((pile + 0.5) * width / bins, piles.get(pile, 0)))
        piles[pile] = piles.get(pile, 0) + 1
    return placed


class ScoreChart(Painted):
    """Two lanes from 0 to 100 %: hollow dots before, filled dots after, and the line of each mean."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._lanes: tuple[ScoreSeries, ...] = ()

    def set_lanes(self, lanes: tuple[ScoreSeries, ...], spoken: str) -> None:
        """Show other tests; `spoken` says the picture in words."""
        self._lanes = lanes
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as two lanes and the axis."""
        return QSize(240, 2 * (_HEAD + _ROOM) + _GAP + _AXIS)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a side card."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the lanes, then the axis below them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scheme = tokens()
        top = 0.0
        for index, lane in enumerate(self._lanes):
            self._draw_lane(painter, scheme, lane, top, filled=index > 0)
            top += _HEAD + _ROOM + _GAP
        self._draw_axis(painter, scheme, top - _GAP)

    def _draw_lane(
        self, painter: QPainter, scheme: Tokens, lane: ScoreSeries, top: float, *, filled: bool
    ) -> None:
        head = QRectF(0, top, self.width(), _HEAD - 2)
        painter.setFont(theme.font(SMALL))
        painter.setPen(QColor(scheme.text))
        painter.drawText(head, AT_THE_LEFT, lane.title)
        painter.setFont(theme.font(SMALL, 600))
        painter.drawText(head, AT_THE_RIGHT, lane.shown)
        base = top + _HEAD + _ROOM
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(scheme.sunken))
        painter.drawRect(QRectF(0, top + _HEAD, self.width(), _ROOM))
        painter.setPen(QPen(QColor(scheme.line2), 1))
        painter.drawLine(QPointF(0, base - 0.5), QPointF(self.width(), base - 0.5))
        self._draw_dots(painter, scheme, lane, base, filled=filled)
        if lane.mean is not None:
            x = round(lane.mean * (self.width() - 2) / _WHOLE) + 1
            painter.setPen(QPen(QColor(scheme.accent_text), 2))
            painter.drawLine(QPointF(x, top + _HEAD), QPointF(x, base))

    def _draw_dots(
        self, painter: QPainter, scheme: Tokens, lane: ScoreSeries, base: float, *, filled: bool
    ) -> None:
        placed = columns_of(lane.shares, self.width())
        highest = max((pile for _, pile in placed), default=0)
        step = min(_STEP, (_ROOM - _DOT - 2) / highest) if highest else _STEP
        if filled:
            painter.setPen(QPen(QColor(scheme.surface), 1))
            painter.setBrush(QColor(scheme.accent))
        else:
            painter.setPen(QPen(QColor(scheme.edge), 1.3))
            painter.setBrush(QColor(scheme.surface))
        for x, pile in placed:
            painter.drawEllipse(QPointF(x, base - 2 - _DOT / 2 - pile * step), _DOT / 2, _DOT / 2)

    def _draw_axis(self, painter: QPainter, scheme: Tokens, top: float) -> None:
        painter.setFont(theme.font(CAPTION))
        painter.setPen(QColor(scheme.text3))
        width = 40.0
        for share in (0, 50, 100):
            middle = share * self.width() / 100
            left = min(max(middle - width / 2, 0), self.width() - width)
            side = {0: Qt.AlignmentFlag.AlignLeft, 50: Qt.AlignmentFlag.AlignHCenter}.get(
                share, Qt.AlignmentFlag.AlignRight
            )
            painter.drawText(QRectF(left, top + 1, width, _AXIS - 1), int(side), str(share))


class FigureRow(QWidget):
    """A figure: its name, its band as a chip if it has one, its value at the right edge."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedHeight(25)
        self.name = label("small", f"{name}_name")
        self.chip = Chip(f"{name}_band")
        self.value = label("number", f"{name}_value")
        row = FlowRow(self)
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


class LearningResultCard(Retranslated, Card):
    """The learning result. It never shows a mean without saying how many it rests on."""

    def __init__(self) -> None:
        super().__init__("learning")
        self._formats: Formats | None = None
        self._shown: Evaluation | None = None
        self.sentence = label("body_strong", "learning_sentence", wrap=True)
        self.picture = ScoreChart("learning_picture")
        names = ("matched", "only_pre", "only_post", "gain", "hake", "individual", "losses", "no_gain")
        self.figures = {name: FigureRow(f"learning_{name}") for name in names}
        self.note = label("caption", "learning_note", wrap=True)
        self.left_out = label("caption", "learning_left_out", wrap=True)
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
        body.addWidget(self.left_out)
        body.addWidget(self.note)
        self.retranslate()

    def show_evaluation(self, evaluation: Evaluation, formats: Formats) -> None:
        """Show the result of a course."""
        self._shown, self._formats = evaluation, formats
        result = evaluation.result
        self.sentence.setText(self._sentence(result, formats))
        left_out = left_out_note("result_note.left_out", evaluation.left_out)
        self.left_out.setText(label_text(left_out, formats.code) if left_out else "")
        self.left_out.setVisible(left_out is not None)
        others = {each.enrolment for each in evaluation.left_out}
        counted = [row for row in evaluation.rows if row.enrolment not in others]
        before = [row.pre for row in counted if row.pre is not None]
        after = [row.post for row in counted if row.post is not None]
        lanes = (
            _lane(wording.pre_test(), before, result.pre_mean, formats),
            _lane(wording.post_test(), after, result.post_mean, formats),
        )
        self.picture.set_lanes(lanes, "; ".join(f"{lane.title}: {lane.shown}" for lane in lanes))
        self._show_figures(result, formats)

    def _show_figures(self, result: Learning, formats: Formats) -> None:
        figures = self.figures
        figures["matched"].set_figure(self.tr("Both tests"), str(result.matched))
        figures["only_pre"].set_figure(self.tr("Only the pre-test"), str(result.only_pre))
        figures["only_post"].set_figure(self.tr("Only the post-test"), str(result.only_post))
        gained = formats.change(result.gain_points)
        figures["gain"].set_figure(self.tr("Gain in percentage points"), gained)
        self._show_gain("hake", self.tr("Normalised gain, g"), result.hake_g, formats)
        self._show_gain("individual", self.tr("Mean of individual g"), result.mean_individual_g, formats)
        figures["losses"].set_figure(self.tr("Scored lower after the course"), str(result.losses))
        figures["no_gain"].set_figure(self.tr("100 % already before"), str(result.without_gain))
        figures["no_gain"].setVisible(result.without_gain > 0)

    def _show_gain(self, name: str, title: str, value: Fraction | None, formats: Formats) -> None:
        if value is None:
            self.figures[name].set_figure(title, wording.DASH)
            return
        found = band_of_gain(value)
        self.figures[name].set_figure(
            title, wording.gain(value, formats), wording.band_word(found), wording.band_tone(found)
        )

    def _sentence(self, result: Learning, formats: Formats) -> str:
        if result.pre_mean is None or result.post_mean is None or result.gain_points is None:
            return self.tr("Nobody has both tests yet. The result appears with the first pair.")
        sentence = self.tr("As many points after as before: {post}.")
        if result.gain_points > 0:
            sentence = self.tr(
                "{points} percentage points more after the course: {pre} before, {post} after."
            )
        elif result.gain_points < 0:
            sentence = self.tr(
                "{points} percentage points less after the course: {pre} before, {post} after."
            )
        return sentence.format(
            points=formats.change(abs(result.gain_points)).lstrip("+"),
            pre=formats.share(result.pre_mean),
            post=formats.share(result.post_mean),
        )

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("What was learnt"))
        self.note.setText(
            self.tr(
                "Means and gains are of those with both tests. g is how much of what was still to be learnt "
                "was learnt: low under 0.3, high from 0.7."
            )
        )
        if self._shown is not None and self._formats is not None:
            self.show_evaluation(self._shown, self._formats)


def _lane(title: str, scores: list[TestScore], mean: Fraction | None, formats: Formats) -> ScoreSeries:
    shown = formats.share(mean)
    place = None if mean is None else round_half_up(mean)
    return ScoreSeries(title, tuple(score.percent for score in scores), place, shown)
