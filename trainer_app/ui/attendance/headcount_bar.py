"""Under the grid: the current session, its heads in words and as a bar, and the legend that also counts."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.attendance import Headcount, Mark
from trainer_app.ui.attendance.faces import UNKNOWN, UNMARKED
from trainer_app.ui.attendance.grid_model import GridModel
from trainer_app.ui.attendance.legend_button import LegendButton
from trainer_app.ui.attendance.measures import LEGEND_BAR
from trainer_app.ui.attendance.paper_count import PaperCount
from trainer_app.ui.attendance.undo_chip import StepButtons
from trainer_app.ui.widgets.bars import draw_headcount
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

_BAR_WIDTH, _BAR_HEIGHT, _BETWEEN, _GAP = 88, 8, 13, 8


@dataclass(frozen=True)
class _Room:
    """What there is room for: the words of the legend, the bar, and so many pixels of the newest step."""

    word: bool
    bar: bool
    step: int


_GIVEN_WAY = (
    _Room(word=True, bar=True, step=340),
    _Room(word=True, bar=True, step=240),
    _Room(word=True, bar=True, step=190),
    _Room(word=False, bar=True, step=240),
    _Room(word=False, bar=False, step=190),
    _Room(word=False, bar=False, step=80),
)


class HeadsBar(QWidget):
    """The heads of the current session as one bar."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_heads")
        self.setFixedSize(_BAR_WIDTH, _BAR_HEIGHT)
        self._heads = Headcount()

    def set_heads(self, heads: Headcount, spoken: str) -> None:
        """Show other counts; `spoken` says them in words."""
        self._heads = heads
        self.setAccessibleName(spoken)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the pieces."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_headcount(painter, QRectF(self.rect()), self._heads)


class LegendBar(Retranslated, QWidget):
    """The current session at a glance, live; glyphs first, so that it is the legend too."""

    chosen = Signal(object)
    """A mark of the legend was clicked; None for "not marked"."""

    def __init__(self, model: GridModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_headcount")
        self.setFixedHeight(LEGEND_BAR)
        self._model = model
        self.column = -1
        self.steps = StepButtons("attendance", self)
        self._fits = False
        self.title = label("row_title", "attendance_session")
        self.times = label("caption", "attendance_session_times")
        self.words = label("caption_strong", "attendance_heads_words")
        self.bar = HeadsBar(self)
        self.paper = PaperCount(model.words, self)
        self.buttons = [self._button(mark) for mark in (*Mark, None)]
        self.unknown = LegendButton(UNKNOWN, model, self)
        self.unknown.hide()
        self._lay_out()
        model.counted.connect(self.refresh)

    def _button(self, mark: Mark | None) -> LegendButton:
        button = LegendButton(mark.value if mark else UNMARKED, self._model, self)
        button.clicked.connect(lambda: self.chosen.emit(button.mark))
        return button

    def _lay_out(self) -> None:
        row, words, first = QHBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        row.addLayout(words)
        words.setSpacing(0)
        words.addStretch(1)
        words.addLayout(first)
        first.setSpacing(_GAP)
        for part in (self.title, self.times, self.bar):
            first.addWidget(part)
        first.addStretch(1)
        words.addWidget(self.words)
        words.addStretch(1)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BETWEEN)
        row.addWidget(self.paper)
        for button in (*self.buttons, self.unknown):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.steps)

    def show_column(self, column: int) -> None:
        """Show a session as it is now."""
        self.column = column
        self.refresh()

    def retranslate(self) -> None:
        """Take the words anew."""
        for button in (*self.buttons, self.unknown):
            button.retell()
        self.refresh()

    def refresh(self) -> None:
        """Show the counts of the session as they are now."""
        model, words = self._model, self._model.words
        if not 0 <= self.column < len(model.sessions):
            return
        session, heads = model.sessions[self.column], model.heads[self.column]
        self.title.setText(words.session(session))
        self.times.setText(words.formats.times(session.start, session.end))
        if session.cancelled:
            # Marks are kept for the day on which it is restored, and are no heads until then.
            heads = Headcount()
            self.words.setText(self.tr("cancelled, counts for nobody"))
        else:
            walk_ins = model.whole.walk_ins[model.column_places[self.column]]
            self.words.setText(words.heads(heads, walk_ins))
        self.paper.show_count(session.counted, heads)
        self.bar.set_heads(heads, words.spoken_heads(heads))
        counts = (heads.present, heads.late, heads.excused, heads.absent, heads.unmarked)
        for button, count in zip(self.buttons, counts, strict=True):
            button.set_count(count)
        self.unknown.set_count(heads.unknown)
        self.unknown.setVisible(heads.unknown > 0)
        self._fits = False
        if self.isVisible():
            self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Leave away what does not fit, unless the new size made that happen already."""
        super().showEvent(event)
        if not self._fits:
            self._fit()

    def minimumSizeHint(self) -> QSize:
        """Room for numbers and words of the session; the rest gives way."""
        return QSize(self._width_with(_GIVEN_WAY[-1]), LEGEND_BAR)

    def resizeEvent(self, event: object) -> None:
        """Leave away what does not fit."""
        self._fit()

    def _fit(self) -> None:
        """Let as little give way as fits: first the words of the legend, then the bar, then long steps."""
        fitting = (each for each in _GIVEN_WAY if self._width_with(each) <= self.width())
        room = next(fitting, _GIVEN_WAY[-1])
        for button in (*self.buttons, self.unknown):
            if button.brief == room.word:
                button.set_brief(not room.word)
        self.bar.setVisible(room.bar)
        self.steps.set_longest(room.step)
        self._fits = True

    def _width_with(self, room: _Room) -> int:
        line = self.title.sizeHint().width() + self.times.sizeHint().width() + _GAP
        line += _BAR_WIDTH + _GAP if room.bar else 0
        width = max(line, self.words.sizeHint().width())
        width += self.paper.sizeHint().width() + self.steps.width_with(room.step)
        buttons = [*self.buttons, self.unknown] if self.unknown.isVisibleTo(self) else self.buttons
        width += sum(button.width_with(word=room.word) for button in buttons)
        return width + _BETWEEN * (len(buttons) + 2)
