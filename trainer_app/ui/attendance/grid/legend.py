"""Under the grid: the current session's headcount in words, as a bar and as a legend that counts.

Beside it the number of signatures on paper, as somebody typed it, and whether the marks agree with it. The
summary of the whole course stands at the end of the row of tabs.
"""

from typing import override

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QPolygonF, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.domain.attendance.marks import GridSession, Headcount, Mark
from trainer_app.ui.attendance.grid.cells import shared
from trainer_app.ui.attendance.model import GridModel
from trainer_app.ui.kit.marks import LEGEND_BAR, UNKNOWN, UNMARKED, draw_mark
from trainer_app.ui.kit.screens import shown_keys, withhold
from trainer_app.ui.kit.wording import AttendanceWording
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import BODY, CAPTION, RADIUS_CONTROL, SMALL, Tokens
from trainer_app.ui.widgets.indicators import draw_headcount
from trainer_app.ui.widgets.labels import FittingLabel, Painted, Retranslated, label
from trainer_app.ui.widgets.painting import baseline, draw_text, width_of

_GLYPH, _GLYPH_HEIGHT, _RING, _GAP = 24, 18, 12, 7
_LINE, _WORDS, _HEIGHT = 21, 17, 38


class LegendButton(QAbstractButton):
    """One mark: how it looks, how many have it, what it is called. A click marks the current cell so.

    `kind` is that of a `Face`: a mark's value, not marked, or a mark that nobody can give in this version.
    """

    def __init__(self, kind: str, model: GridModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(f"attendance_legend_{kind}")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if kind == UNKNOWN:
            self.setEnabled(False)
        else:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.kind = kind
        self.mark = None if kind in (UNKNOWN, UNMARKED) else Mark(kind)
        self.brief = False
        self._model = model
        self._count = 0
        self.retell()

    def set_count(self, count: int) -> None:
        """Show another number."""
        if count != self._count:
            self._count = count
            self._say()

    def set_brief(self, brief: bool) -> None:
        """Leave the word away where there is no room for it."""
        self.brief = brief
        self._fit()
        self.update()

    def retell(self) -> None:
        """Take the words anew."""
        words = self._model.words
        unknown = self.kind == UNKNOWN
        self._word = words.unknown_short() if unknown else words.word(self.mark)
        self._name = words.unknown() if unknown else self._word
        self._say()

    def _say(self) -> None:
        self.setAccessibleName(f"{self._count} {self._name}")
        self.setToolTip(self._name)
        self._fit()
        self.update()

    def _glyph(self) -> int:
        return _GLYPH if self.mark else _RING

    def _fit(self) -> None:
        """Take the size of what is shown. Layouts ask for hints some sixty times; a fixed size they know."""
        self.setFixedSize(self.width_with(word=not self.brief), _HEIGHT)

    def width_with(self, *, word: bool) -> int:
        """Return the width with or without the word."""
        width = self._glyph() + _GAP + width_of(str(self._count), BODY, 600)
        return max(width, width_of(self._word, CAPTION)) if word else width

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw glyph and number, and under them the word."""
        scheme, glyph = tokens(), self._glyph()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top = (self.height() - _LINE) // 2 if self.brief else 0
        box = QRectF(0, top + (_LINE - _GLYPH_HEIGHT) // 2, glyph, _GLYPH_HEIGHT)
        letters, ratio = self._model.words.letters(), self.devicePixelRatioF()
        key = f"legend {hash((scheme, letters, ratio))} {self.kind}"
        picture = shared(key, lambda: _paint_glyph(box.size(), ratio, scheme, self.kind, letters))
        painter.drawPixmap(box.topLeft(), picture)
        at = QPointF(glyph + _GAP, baseline(top, _LINE, BODY))
        draw_text(painter, at, str(self._count), scheme.text, BODY, 600)
        if not self.brief:
            below = QPointF(0, baseline(_LINE, _WORDS, CAPTION))
            draw_text(painter, below, self._word, scheme.text2, CAPTION)


def _paint_glyph(size: QSizeF, ratio: float, scheme: Tokens, kind: str, letters: tuple[str, ...]) -> QPixmap:
    picture = QPixmap((size * ratio).toSize())
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_mark(painter, QRectF(QPointF(), size), scheme, kind, 0, letters, width=size.width())
    painter.end()
    return picture


KEY = "Ctrl+H"
_COUNT_HEIGHT, _PAD, _COUNT_LINE, _ICON, _COUNT_GAP = 38, 8, 18, 14, 4


class SignatureCount(QAbstractButton):
    """Two lines: "On paper 24", "agrees with the paper". A click or its key asks for the number."""

    def __init__(self, words: AttendanceWording, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("attendance_paper_count")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._words = words
        self._counted: int | None = None
        self._heads = Headcount()
        self._keys = shown_keys(KEY)

    def show_count(self, counted: int | None, heads: Headcount) -> None:
        """Show a session's count from the paper beside its marks."""
        self._counted, self._heads = counted, heads
        said = ", ".join(self.lines())
        self.setAccessibleName(said)
        self.setAccessibleDescription(self._keys)
        self.setToolTip(
            f"{said} ({self._keys})"
            if counted is not None
            else self.tr("Type how many signatures the paper has; the program compares ({key})").format(
                key=self._keys
            )
        )
        self.updateGeometry()
        self.update()

    def lines(self) -> tuple[str, str]:
        """Return both lines."""
        if self._counted is None:
            return self.tr("Signatures on the sheet"), self._keys
        first = self.tr("On paper {count}").format(count=self._counted)
        return first, self._words.compared(self._heads, self._counted)

    @property
    def agrees(self) -> bool | None:
        """Whether paper and marks agree; None while nothing was counted."""
        return None if self._counted is None else self._counted == self._heads.in_room

    def sizeHint(self) -> QSize:
        """Both lines, the lower one with its drawing."""
        first, second = self.lines()
        from_icon = _ICON + _COUNT_GAP if self.agrees is not None else 0
        width = max(width_of(first, SMALL, 600), width_of(second, CAPTION, 500) + from_icon)
        return QSize(width + 2 * _PAD, _COUNT_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never cut: a number that is cut reads as another number."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the quiet box, then the lines."""
        scheme, agrees = tokens(), self.agrees
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        hover = self.isDown() or self.underMouse()
        fill = scheme.accent_soft if hover else scheme.late_soft if agrees is False else scheme.surface
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(QRectF(self.rect()), RADIUS_CONTROL, RADIUS_CONTROL)
        first, second = self.lines()
        top = (self.height() - 2 * _COUNT_LINE) / 2
        draw_text(painter, QPointF(_PAD, baseline(top, _COUNT_LINE, SMALL)), first, scheme.text, SMALL, 600)
        at, token = float(_PAD), "text3" if agrees is None else "present" if agrees else "late"
        if agrees is not None:
            box = QRectF(at, top + _COUNT_LINE + (_COUNT_LINE - _ICON) / 2, _ICON, _ICON)
            theme.draw(painter, "check" if agrees else "alert", box, token)
            at += _ICON + _COUNT_GAP
        below = QPointF(at, baseline(top + _COUNT_LINE, _COUNT_LINE, CAPTION))
        draw_text(painter, below, second, getattr(scheme, token), CAPTION, 500)


_BAR_WIDTH, _BAR_HEIGHT, _BETWEEN, _BAR_GAP = 88, 8, 13, 8


class _LegendSpace(Struct, frozen=True):
    """What there is room for: the words of the legend, the bar, the times, the count on paper."""

    word: bool
    bar: bool
    times: bool = True
    paper: bool = True
    hint: bool = False


_GIVEN_WAY = (
    _LegendSpace(word=True, bar=True, hint=True),
    _LegendSpace(word=True, bar=True),
    _LegendSpace(word=False, bar=True),
    _LegendSpace(word=False, bar=False),
    _LegendSpace(word=False, bar=False, times=False),
    _LegendSpace(word=False, bar=False, times=False, paper=False),
)


class SessionHeadcountBar(Painted):
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
        self._session: GridSession | None = None
        self._fits, self._may_mark = False, True
        self.title = label("row_title", "attendance_session")
        self.times = label("caption", "attendance_session_times")
        self.words = FittingLabel("caption_strong", "attendance_heads_words")
        self.bar = SessionHeadcountBar(self)
        self.paper = SignatureCount(model.words, self)
        self.buttons = [self._button(mark) for mark in (*Mark, None)]
        self.unknown = LegendButton(UNKNOWN, model, self)
        self.unknown.hide()
        self.hint = label("caption", "attendance_legend_hint")
        self._say_hint()
        self._lay_out()
        # After the mark is shown: a key waits for nothing that stands beside it.
        model.counted.connect(self.refresh, Qt.ConnectionType.QueuedConnection)

    def _button(self, mark: Mark | None) -> LegendButton:
        button = LegendButton(mark.value if mark else UNMARKED, self._model, self)
        button.clicked.connect(lambda: self.chosen.emit(button.mark))
        withhold("attendance/attendance/mark", button)
        return button

    def _lay_out(self) -> None:
        row, words, first = QHBoxLayout(self), QVBoxLayout(), QHBoxLayout()
        row.addLayout(words)
        words.setSpacing(0)
        words.addStretch(1)
        words.addLayout(first)
        first.setSpacing(_BAR_GAP)
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
        row.addWidget(self.hint)
        row.addStretch(1)

    def show_column(self, column: int) -> None:
        """Show a session as it is now."""
        self.column = column
        self.refresh()

    @override
    def retranslate(self) -> None:
        for button in (*self.buttons, self.unknown):
            button.retell()
        self._say_hint()
        self._session = None
        self.refresh()

    def say_how(self, *, may_mark: bool) -> None:
        """Tell how marks are typed only to who may."""
        if may_mark is not self._may_mark:
            self._may_mark = may_mark
            self._say_hint()
            self.refresh()

    def _say_hint(self) -> None:
        """Tell whoever comes from the view of a session, where a mark leads on, how it is here."""
        how = self.tr("A letter marks and stays here,\nEnter leads to the next person")
        self.hint.setText(how if self._may_mark else "")

    def refresh(self) -> None:
        """Show the counts of the session as they are now."""
        model, words = self._model, self._model.words
        if not 0 <= self.column < len(model.sessions):
            return
        session, heads = model.sessions[self.column], model.heads[self.column]
        if session is not self._session:
            self._session = session
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
        """Let as little give way as fits: first the words of the legend, then the bar."""
        fitting = (each for each in _GIVEN_WAY if self._width_with(each) <= self.width())
        room = next(fitting, _GIVEN_WAY[-1])
        for button in (*self.buttons, self.unknown):
            if button.brief == room.word:
                button.set_brief(not room.word)
        self.bar.setVisible(room.bar)
        self.times.setVisible(room.times)
        self.paper.setVisible(room.paper)
        self.hint.setVisible(room.hint)
        self._fits = True

    def _width_with(self, room: _LegendSpace) -> int:
        line = self.title.sizeHint().width()
        line += self.times.sizeHint().width() + _BAR_GAP if room.times else 0
        line += _BAR_WIDTH + _BAR_GAP if room.bar else 0
        said = self.words.sizeHint().width() if room.times else self.words.narrow_width()
        width = max(line, said)
        width += self.paper.sizeHint().width() if room.paper else 0
        buttons = [*self.buttons, self.unknown] if self.unknown.isVisibleTo(self) else self.buttons
        width += sum(button.width_with(word=room.word) for button in buttons)
        width += self.hint.sizeHint().width() + _BETWEEN if room.hint else 0
        return width + _BETWEEN * (len(buttons) + 1)


_TRIANGLE, _SUMMARY_GAP, _SUMMARY_BETWEEN, _SUMMARY_HEIGHT = 8, 6, 17, 20


class GridSummary(Retranslated, Painted):
    """The triangle that marks the cells with "1 расхождение", then "25 участников"."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("attendance_summary")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._conflicts, self._people, self._women = 0, 0, -1

    def set_counts(self, conflicts: int, people: int) -> None:
        """Show how many cells contradict themselves, and how many take part."""
        self._conflicts, self._people = conflicts, people
        self.retranslate()

    def set_people(self, people: int, women: int) -> None:
        """Show how many take part, also while the grid is hidden, and how many are women; -1: not known."""
        self._people, self._women = people, women
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(" · ".join(part for part in self._parts() if part))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        conflicts, people = self._parts()
        width = width_of(people, SMALL)
        if conflicts:
            width += _TRIANGLE + _SUMMARY_GAP + width_of(conflicts, SMALL) + _SUMMARY_BETWEEN
        return QSize(width, _SUMMARY_HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the triangle and the words."""
        scheme = tokens()
        conflicts, people = self._parts()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        at, base = 0.0, baseline(0, self.height(), SMALL)
        if conflicts:
            top = base - 10
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.late))
            corners = (QPointF(0, top), QPointF(_TRIANGLE, top), QPointF(_TRIANGLE, top + _TRIANGLE))
            painter.drawPolygon(QPolygonF(corners))
            at += _TRIANGLE + _SUMMARY_GAP
            at += draw_text(painter, QPointF(at, base), conflicts, scheme.text2, SMALL) + _SUMMARY_BETWEEN
        draw_text(painter, QPointF(at, base), people, scheme.text2, SMALL)

    def _parts(self) -> tuple[str, str]:
        conflicts = self.tr("%n conflict(s)", "", self._conflicts) if self._conflicts else ""
        people = self.tr("%n participant(s)", "", self._people)
        if self._women >= 0:
            women = self.tr("women: %n", "", self._women)
            people = f"{people} · {women}"
        return conflicts, people
