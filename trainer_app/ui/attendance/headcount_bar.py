"""Under the grid: the current session, its heads as a bar, and the legend that also counts."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.domain.attendance import Headcount, Mark
from trainer_app.ui.attendance.cell_pictures import draw_mark
from trainer_app.ui.attendance.faces import UNMARKED
from trainer_app.ui.attendance.grid_model import GridModel
from trainer_app.ui.attendance.measures import LEGEND_BAR
from trainer_app.ui.attendance.painting import baseline, draw_text, width_of
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import BODY, SMALL
from trainer_app.ui.widgets.bars import draw_headcount
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

_GLYPH, _GLYPH_HEIGHT, _RING, _GAP, _WORD_GAP = 24, 18, 12, 7, 6
_BAR_WIDTH, _BAR_HEIGHT, _BETWEEN = 104, 8, 15


class LegendButton(QAbstractButton):
    """One mark: how it looks, how many have it, what it is called. A click marks the current cell so."""

    def __init__(self, name: str, mark: Mark | None, model: GridModel) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.mark = mark
        self.brief = False
        self._model = model
        self._count = 0
        self.retell()

    def set_count(self, count: int) -> None:
        """Show another number."""
        self._count = count
        self.retell()

    def set_brief(self, brief: bool) -> None:
        """Leave the word away where there is no room for it."""
        self.brief = brief
        self.updateGeometry()
        self.update()

    def retell(self) -> None:
        """Take the words anew."""
        words = self._model.words.word(self.mark)
        self.setAccessibleName(f"{self._count} {words}")
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def width_with(self, *, word: bool) -> int:
        """Return the width with or without the word."""
        glyph = _GLYPH if self.mark else _RING
        width = glyph + _GAP + width_of(str(self._count), BODY, 600)
        return width + (_WORD_GAP + width_of(self._model.words.word(self.mark), SMALL) if word else 0)

    def sizeHint(self) -> QSize:
        """Glyph, number, word."""
        return QSize(self.width_with(word=not self.brief), 22)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw glyph, number, word."""
        scheme, words = tokens(), self._model.words
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        glyph = _GLYPH if self.mark else _RING
        top = (self.height() - _GLYPH_HEIGHT) // 2
        box = QRectF(0, top, glyph, _GLYPH_HEIGHT)
        kind = self.mark.value if self.mark else UNMARKED
        draw_mark(painter, box, scheme, kind, 0, words.letters(), width=_GLYPH)
        at = glyph + _GAP
        base = baseline(0, self.height(), BODY)
        at += draw_text(painter, QPointF(at, base), str(self._count), scheme.text, BODY, 600)
        if not self.brief:
            at += _WORD_GAP
            draw_text(painter, QPointF(at, base), words.word(self.mark), scheme.text2, SMALL)


class HeadsBar(QWidget):
    """The heads of the current session as one bar."""

    def __init__(self) -> None:
        super().__init__()
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

    def __init__(self, model: GridModel, chip: QWidget) -> None:
        super().__init__()
        self.setObjectName("attendance_headcount")
        self.setFixedHeight(LEGEND_BAR)
        self._model = model
        self._column = -1
        self._chip = chip
        self.title = label("row_title", "attendance_session")
        self.times = label("caption", "attendance_session_times")
        self.bar = HeadsBar()
        self.buttons = [self._button(mark) for mark in (*Mark, None)]
        self._lay_out()
        model.counted.connect(self.refresh)

    def _button(self, mark: Mark | None) -> LegendButton:
        button = LegendButton(f"attendance_legend_{mark.value if mark else UNMARKED}", mark, self._model)
        button.clicked.connect(lambda: self.chosen.emit(button.mark))
        return button

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.times)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BETWEEN)
        row.addLayout(words)
        row.addWidget(self.bar)
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._chip)

    def set_column(self, column: int) -> None:
        """Show another session."""
        if column != self._column:
            self._column = column
            self.refresh()

    def retranslate(self) -> None:
        """Take the words anew."""
        self.refresh()

    def refresh(self) -> None:
        """Show the counts of the session as they are now."""
        known = 0 <= self._column < len(self._model.sessions)
        heads = self._model.heads[self._column] if known else Headcount()
        if known:
            session, words = self._model.sessions[self._column], self._model.words
            self.title.setText(words.session(session))
            self.times.setText(words.formats.times(session.start, session.end))
        self.bar.set_heads(heads, self._model.words.spoken_heads(heads))
        counts = (heads.present, heads.late, heads.excused, heads.absent, heads.unmarked)
        for button, count in zip(self.buttons, counts, strict=True):
            button.set_count(count)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Room for everything but the words of the legend."""
        return QSize(self._width_with(word=False), LEGEND_BAR)

    def resizeEvent(self, event: object) -> None:
        """Leave the words of the legend away where they do not fit."""
        self._fit()

    def _fit(self) -> None:
        brief = self._width_with(word=True) > self.width()
        for button in self.buttons:
            if button.brief != brief:
                button.set_brief(brief)

    def _width_with(self, *, word: bool) -> int:
        parts = [self.title.sizeHint().width(), self.times.sizeHint().width()]
        width = max(parts) + _BAR_WIDTH + self._chip.sizeHint().width()
        width += sum(button.width_with(word=word) for button in self.buttons)
        return width + _BETWEEN * (len(self.buttons) + 2)
