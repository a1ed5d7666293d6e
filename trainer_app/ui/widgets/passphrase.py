"""Passphrase fields: hidden input, keyboard language, a strength hint, and a new passphrase typed twice."""

from enum import StrEnum
from typing import override

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from trainer_app.ui.style.theme import tokens
from trainer_app.ui.widgets.controls import IconButton
from trainer_app.ui.widgets.fields import FormRow, text_field
from trainer_app.ui.widgets.labels import Retranslated, label

SHORTEST_PASSPHRASE = 8
"""Characters below which a passphrase is refused, as in `actions.workplace`."""


class PassphraseStrength(StrEnum):
    """How hard a passphrase is to guess."""

    NONE = "none"
    SHORT = "short"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def passphrase_strength(passphrase: str) -> PassphraseStrength:
    """Judge by length and words alone: several words can be remembered, and not be guessed."""
    text = passphrase.strip()
    if not text:
        return PassphraseStrength.NONE
    if len(text) < SHORTEST_PASSPHRASE:
        return PassphraseStrength.SHORT
    words = len([word for word in text.split() if len(word) > 2])
    different = len(set(text))
    if different < 5 or len(text) < 12:
        return PassphraseStrength.WEAK
    return (
        PassphraseStrength.STRONG
        if (words >= 4 or len(text) >= 20) and different >= 8
        else PassphraseStrength.FAIR
    )


class PassphraseField(Retranslated, QWidget):
    """A hidden line with a button that shows it. Use `line` for text, focus and signals.

    Tab goes through it as one piece. A page that puts line and eye elsewhere into its order takes that away
    (`walked_whole`): else Qt sends Tab back from the eye to the next line, to and fro for ever.
    """

    def __init__(self, name: str, *, walked_whole: bool = True) -> None:
        super().__init__()
        self.setObjectName(f"{name}_field")
        self.line = QLineEdit()
        self.line.setObjectName(name)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        # A file that is let go above it is for the window, and its path is no passphrase.
        self.line.setAcceptDrops(False)
        self.line.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
            | Qt.InputMethodHint.ImhNoAutoUppercase
        )
        self.eye = IconButton(f"{name}_show", "eye")
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._show)
        if walked_whole:
            self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.eye)
        self.retranslate()

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name the line, which has the focus, too."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def retranslate(self) -> None:
        """Set the words of the button."""
        self.eye.set_words(self.tr("Show the passphrase"))

    def _show(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


class StrengthHint(Retranslated, QWidget):
    """Four short bars and a word. Colour and length say the same as the word."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._strength = PassphraseStrength.NONE
        self.words = label("caption", f"{name}_words", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(112, 0, 0, 0)
        row.addWidget(self.words, 1)
        self.retranslate()

    def judge(self, passphrase: str) -> PassphraseStrength:
        """Show and return the strength of what was typed so far."""
        self._strength = passphrase_strength(passphrase)
        self.retranslate()
        self.update()
        return self._strength

    def retranslate(self) -> None:
        """Set the word."""
        words = {
            PassphraseStrength.NONE: self.tr("Four words that only you would put together are best"),
            PassphraseStrength.SHORT: self.tr("Too short: at least %n characters", "", SHORTEST_PASSPHRASE),
            PassphraseStrength.WEAK: self.tr("Weak: add words"),
            PassphraseStrength.FAIR: self.tr("Fair: one more word makes it strong"),
            PassphraseStrength.STRONG: self.tr("Strong"),
        }
        self.words.setText(words[self._strength])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as many bars as the strength has steps."""
        scheme = tokens()
        steps = {
            PassphraseStrength.SHORT: 1,
            PassphraseStrength.WEAK: 2,
            PassphraseStrength.FAIR: 3,
            PassphraseStrength.STRONG: 4,
        }
        colours = {1: scheme.absent, 2: scheme.late_edge, 3: scheme.accent, 4: scheme.present}
        filled = steps.get(self._strength, 0)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = self.height() / 2 - 2
        for step in range(4):
            painter.setBrush(QColor(colours[filled] if step < filled else scheme.line))
            painter.drawRoundedRect(QRectF(step * 26, top, 22, 4), 2, 2)


def keyboard_language() -> str:
    """Return the language that the keyboard writes, in its own words; "" if the system does not say."""
    locale = QGuiApplication.inputMethod().locale()
    return locale.nativeLanguageName() if locale.name() != "C" else ""


class NewPassphrase(Retranslated, QWidget):
    """Two fields side by side. `check` complains below the one that is wrong."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(f"{name}_phrase")
        self.first = PassphraseField(f"{name}_passphrase", walked_whole=False)
        self.second = PassphraseField(f"{name}_passphrase_again", walked_whole=False)
        self.row = FormRow(f"{name}_passphrase_holder", self.first, self.first.line)
        self.again = FormRow(f"{name}_passphrase_again_holder", self.second, self.second.line)
        self.strength = StrengthHint(f"{name}_strength")
        both = QHBoxLayout()
        both.setSpacing(16)
        both.addWidget(self.row, 1, Qt.AlignmentFlag.AlignTop)
        both.addWidget(self.again, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(both)
        column.addWidget(self.strength)
        # From one phrase straight to the other: the eyes come after both.
        for before, after in (
            (self.first.line, self.second.line),
            (self.second.line, self.first.eye),
            (self.first.eye, self.second.eye),
        ):
            QWidget.setTabOrder(before, after)
        self.first.line.textChanged.connect(self.strength.judge)
        self.retranslate()

    @property
    def lines(self) -> tuple[QLineEdit, QLineEdit]:
        """The two lines, for their Enter."""
        return self.first.line, self.second.line

    def text(self) -> str:
        """Return what was typed."""
        return self.first.text()

    def clear(self) -> None:
        """Forget it."""
        for line in self.lines:
            line.clear()

    def check(self) -> bool:
        """Tell whether it will do; complain where not."""
        self.row.clear_error()
        self.again.clear_error()
        if self.second.text() != self.first.text():
            self.again.show_error(lambda: self.tr("The two are not the same"))
        if len(self.first.text().strip()) < SHORTEST_PASSPHRASE:
            self.row.show_error(lambda: self.tr("At least %n characters", "", SHORTEST_PASSPHRASE))
        return self.row.error.isHidden() and self.again.error.isHidden()

    @override
    def retranslate(self) -> None:
        self.row.set_words(self.tr("New passphrase"))
        self.again.set_words(self.tr("The same again"))


_LONGEST = 200


class SpokenGroups(QFrame):
    """Numbered groups to read out. A screen reader says them in one."""

    def __init__(self, name: str, in_a_row: int = 6) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "quiet")
        self._in_a_row = in_a_row
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(6)
        self._shown = ""

    def show_groups(self, spoken: str) -> None:
        """Show groups that are separated by spaces."""
        if spoken == self._shown:
            return
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for index, group in enumerate(spoken.split()):
            row, column = divmod(index, self._in_a_row)
            self._grid.addWidget(self._cell(index + 1, group), row, column, Qt.AlignmentFlag.AlignLeft)
        self._grid.setColumnStretch(self._in_a_row, 1)
        self._shown = spoken
        self.setAccessibleName(spoken)

    def text(self) -> str:
        """Return what is shown."""
        return self._shown

    def _cell(self, number: int, group: str) -> QWidget:
        name = f"{self.objectName()}_{number}"
        shown = label("digits", name, group)
        shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        shown.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return _numbered(label("caption", f"{name}_number", str(number)), shown)


class SpokenField(Retranslated, QWidget):
    """A line for groups that somebody reads out. `changed` after each key; `whole` if none is missing."""

    changed = Signal()

    def __init__(self, name: str, groups: int) -> None:
        super().__init__()
        self.setObjectName(f"{name}_holder")
        self._groups, self._found, self._wrong = groups, 0, 0
        self.row = FormRow(name, text_field(name, most=_LONGEST))
        self.said = label("caption", f"{name}_said", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.row)
        column.addWidget(self.said)
        self.row.field.textChanged.connect(self.changed)
        self.setFocusProxy(self.row.field)
        self.retranslate()

    def text(self) -> str:
        """Return what was typed."""
        return self.row.field.text()

    @property
    def whole(self) -> bool:
        """Tell whether all groups are there and each adds up."""
        return not self._wrong and self._found == self._groups

    def judge(self, found: int, wrong: int) -> None:
        """Show how many whole groups are there, and which does not add up (0: none)."""
        self._found, self._wrong = found, wrong
        self.retranslate()

    def retranslate(self) -> None:
        """Say how far it is."""
        if self._wrong:
            words = self.tr("Group {number} does not add up: have it read again.")
            self.said.setText(words.format(number=self._wrong))
        elif self._found:
            words = self.tr("{found} of {all} groups, all right so far")
            self.said.setText(words.format(found=self._found, all=self._groups))
        else:
            words = self.tr("{all} groups of six digits; spaces do not matter")
            self.said.setText(words.format(all=self._groups))


def _numbered(number: QLabel, group: QLabel) -> QWidget:
    cell = QWidget()
    cell.setObjectName(f"{group.objectName()}_cell")
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(number)
    column.addWidget(group)
    return cell


_GROUPS, _IN_A_ROW = 6, 3


class DigitGroups(QFrame):
    """Two lines of three groups. A screen reader says them one by one."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "quiet")
        self.groups: list[QLabel] = [label("digits", f"{name}_{place + 1}") for place in range(_GROUPS)]
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 14, 20, 14)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(6)
        for place, group in enumerate(self.groups):
            grid.addWidget(group, place // _IN_A_ROW, place % _IN_A_ROW)
        grid.setColumnStretch(_IN_A_ROW, 1)

    def show_digits(self, fingerprint: str) -> None:
        """Show other digits: groups separated by spaces."""
        groups = fingerprint.split()
        for index, part in enumerate(self.groups):
            part.setText(groups[index] if index < len(groups) else "")
        self.setAccessibleName(fingerprint)

    def text(self) -> str:
        """Return the digits as they are shown."""
        return " ".join(part.text() for part in self.groups if part.text())
