"""Undo and redo of marks: which steps belong together, what they are called, their buttons; a mark's history.

One Ctrl+Z takes back "L 1 5" as a whole. The button names the step in few words, such as "Раҳимов, session 3,
late 15".
"""

from functools import cached_property
from typing import override

from msgspec import Struct
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.base.changes import Label
from trainer_app.system import messages
from trainer_app.ui.attendance.model import GridData
from trainer_app.ui.kit.history_panel import RowHistoryPanel
from trainer_app.ui.kit.wording import AttendanceWording
from trainer_app.ui.style import icons
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import CAPTION, RADIUS_CONTROL, SMALL
from trainer_app.ui.widgets.controls import IconButton
from trainer_app.ui.widgets.labels import Retranslated, is_shown
from trainer_app.ui.widgets.painting import baseline, draw_text, elided, width_of


class StepGroups:
    """Counts steps in runs. Unknown steps (made elsewhere, or before this start) are runs of one."""

    def __init__(self) -> None:
        self._done: list[int] = []
        self._undone: list[int] = []

    def add(self, *, joins: bool) -> None:
        """Note a new step; `joins` continues the newest run."""
        if joins and self._done and not self._undone:
            self._done[-1] += 1
        else:
            self._done.append(1)
        self._undone.clear()

    def next_undo(self) -> int:
        """Return how many steps one undo takes back."""
        return self._done[-1] if self._done else 1

    def next_redo(self) -> int:
        """Return how many steps one redo does again."""
        return self._undone[-1] if self._undone else 1

    def undone(self) -> None:
        """Note that the newest run was taken back."""
        self._undone.append(self._done.pop() if self._done else 1)

    def redone(self) -> None:
        """Note that the run undone last was done again."""
        self._done.append(self._undone.pop() if self._undone else 1)

    def forget(self) -> None:
        """Know nothing any more: something else wrote, or a run was taken back only in part."""
        self._done.clear()
        self._undone.clear()


class StepText(Struct, frozen=True):
    """A step: whose, which may be shortened, and what, which may not."""

    who: str = ""
    what: str = ""

    @property
    def text(self) -> str:
        """Both together."""
        return f"{self.who}, {self.what}" if self.who else self.what


NOTHING = StepText()


class StepDescriber(QObject):
    """Knows the people of the course: a step holds only a number, the window says the family name."""

    def __init__(self, words: AttendanceWording, data: GridData) -> None:
        super().__init__(words)
        self.setObjectName("attendance_step_namer")
        self._words, self._data = words, data

    def words_of(self, label: Label | None) -> StepText:
        """Return a step in words; nothing for no step."""
        if label is None:
            return NOTHING
        mark, row = label.values.get("mark"), self._data.row_of(str(label.values.get("enrolment")))
        if not label.code.startswith("attendance.step.mark") or not isinstance(mark, Label) or row < 0:
            # Also a mark of another course: its numbers are other people here.
            return StepText(what=messages.text(label.code, self._words.language, **label.values))
        family = self._data.rows[row].full_name.partition(" ")[0] or self._data.rows[row].name
        what = self.tr("session {session}, {mark}").format(
            session=label.values.get("session"), mark=self._mark(mark, label)
        )
        return StepText(family, what)

    def _mark(self, mark: Label, label: Label) -> str:
        """Return "late 15 −20"."""
        value = mark.code.rpartition(".")[2]
        said = [self._words.word(Mark(value) if value in tuple(Mark) else None)]
        if label.values.get("missed"):
            said.append(str(label.values["missed"]))
        if label.values.get("early"):
            said.append(f"−{label.values['early']}")
        return " ".join(said)


_HEIGHT, _PAD, _ICON, _GAP, _LINE, _LONGEST, _REDO, _BETWEEN = 40, 8, 16, 7, 18, 340, 34, 2
_LEAST_NAME = 24


class UndoButton(QAbstractButton):
    """A button that says what it would take back. Hidden while there is nothing."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._step = NOTHING
        self._longest = _LONGEST
        self._key = QKeySequence(QKeySequence.StandardKey.Undo).toString(
            QKeySequence.SequenceFormat.NativeText
        )
        self.hide()

    def set_step(self, step: StepText) -> None:
        """Show what undo would take back; hide for nothing."""
        self._step = step
        words = self.tr("Undo")
        self.setAccessibleName(f"{words}: {step.text}")
        self.setAccessibleDescription(self._key)
        self.setToolTip(f"{words}: {step.text} ({self._key})")
        self.setVisible(bool(step.text))
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.set_step(self._step)
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def set_longest(self, longest: int) -> None:
        """Give the step so many pixels at most."""
        if longest != self._longest:
            self._longest = longest
            self.updateGeometry()
            self.update()

    def shown_step(self, longest: int = 0) -> str:
        """Return the step as it is shown: a long name is shortened before what was marked is."""
        longest = longest or self._longest
        who, what = self._step.who, self._step.what
        rest = f", {what}" if who else what
        room = longest - width_of(rest, CAPTION)
        if who and room >= _LEAST_NAME:
            return f"{elided(who, room, CAPTION)}{rest}"
        return elided(self._step.text, longest, CAPTION)

    def width_with(self, longest: int) -> int:
        """Return the width with a step of so many pixels at most."""
        first = width_of(self.tr("Undo"), SMALL, 600) + _GAP + width_of(self._key, CAPTION)
        width = max(first, width_of(self.shown_step(longest), CAPTION))
        return 2 * _PAD + _ICON + _GAP + width + 1

    def sizeHint(self) -> QSize:
        """Drawing beside the wider one of the two lines."""
        return QSize(self.width_with(self._longest), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the word with its key, and under them the step."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        down = self.isDown() or self.underMouse()
        painter.setPen(QPen(QColor(scheme.accent if self.hasFocus() else scheme.line2), 1))
        painter.setBrush(QColor(scheme.sunken if down else scheme.surface))
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        icons.draw(painter, "undo", QRectF(_PAD, (self.height() - _ICON) / 2, _ICON, _ICON), "text3")
        left, top = float(_PAD + _ICON + _GAP), (self.height() - 2 * _LINE) / 2
        word = self.tr("Undo")
        base = baseline(top, _LINE, SMALL)
        after = left + draw_text(painter, QPointF(left, base), word, scheme.accent_text, SMALL, 600) + _GAP
        draw_text(painter, QPointF(after, base), self._key, scheme.text3, CAPTION)
        below = QPointF(left, baseline(top + _LINE, _LINE, CAPTION))
        draw_text(painter, below, self.shown_step(), scheme.text2, CAPTION)


class UndoButtons(Retranslated, QWidget):
    """Undo, and beside it redo as long as there is something to do again.

    `page` begins the names of the parts: "attendance", "room".
    """

    redo_clicked = Signal()

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{page}_steps")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.undo = UndoButton(f"{page}_undo", self)
        self._redone = NOTHING
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(_BETWEEN)
        self._row.addWidget(self.undo)

    @cached_property
    def redo(self) -> IconButton:
        """The way forward again, made when there first is one."""
        button = IconButton(self.objectName().replace("_steps", "_redo"), "redo", size=_REDO)
        button.clicked.connect(self.redo_clicked)
        self._row.addWidget(button)
        return button

    def set_steps(self, undo: StepText, redo: StepText) -> None:
        """Show what could be taken back and what could be done again."""
        self.undo.set_step(undo)
        self._redone = redo
        if redo.text or is_shown(self, "redo"):
            self.redo.setVisible(bool(redo.text))
            self.retranslate()
        self.updateGeometry()

    def set_longest(self, longest: int) -> None:
        """Give the newest step so many pixels at most."""
        self.undo.set_longest(longest)

    def width_with(self, longest: int) -> int:
        """Return the width with a step of so many pixels at most."""
        undo = 0 if self.undo.isHidden() else self.undo.width_with(longest)
        return undo + (_REDO + _BETWEEN if is_shown(self, "redo") else 0)

    @override
    def retranslate(self) -> None:
        if is_shown(self, "redo"):
            self.redo.set_words(self.tr("Redo: {step}").format(step=self._redone.text), "Ctrl+Y")


class MarkHistoryPanel(RowHistoryPanel):
    """Lies over the right edge of the grid."""

    def title_words(self) -> str:
        """Return what the panel is called."""
        return self.tr("History of the mark")

    def nothing_words(self) -> str:
        """Say that nothing was ever written here."""
        return self.tr("Nothing was ever marked here.")
