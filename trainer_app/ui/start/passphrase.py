"""Typing a passphrase: hidden, shown on request, with the keyboard's language and a hint at its strength."""

from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.widgets.buttons import IconButton
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

LEAST = 8
"""Characters below which a passphrase is refused, as in `actions.workplace`."""


class Strength(StrEnum):
    """How hard a passphrase is to guess."""

    NONE = "none"
    SHORT = "short"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def strength_of(passphrase: str) -> Strength:
    """Judge by length and words alone: several words can be remembered, and not be guessed."""
    text = passphrase.strip()
    if not text:
        return Strength.NONE
    if len(text) < LEAST:
        return Strength.SHORT
    words = len([word for word in text.split() if len(word) > 2])
    different = len(set(text))
    if different < 5 or len(text) < 12:
        return Strength.WEAK
    return Strength.STRONG if (words >= 4 or len(text) >= 20) and different >= 8 else Strength.FAIR


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
        self._strength = Strength.NONE
        self.words = label("caption", f"{name}_words", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(112, 0, 0, 0)
        row.addWidget(self.words, 1)
        self.retranslate()

    def judge(self, passphrase: str) -> Strength:
        """Show and return the strength of what was typed so far."""
        self._strength = strength_of(passphrase)
        self.retranslate()
        self.update()
        return self._strength

    def retranslate(self) -> None:
        """Set the word."""
        words = {
            Strength.NONE: self.tr("Four words that only you would put together are best"),
            Strength.SHORT: self.tr("Too short: at least %n characters", "", LEAST),
            Strength.WEAK: self.tr("Weak: add words"),
            Strength.FAIR: self.tr("Fair: one more word makes it strong"),
            Strength.STRONG: self.tr("Strong"),
        }
        self.words.setText(words[self._strength])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as many bars as the strength has steps."""
        scheme = tokens()
        steps = {Strength.SHORT: 1, Strength.WEAK: 2, Strength.FAIR: 3, Strength.STRONG: 4}
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
