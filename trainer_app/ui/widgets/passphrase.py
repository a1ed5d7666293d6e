"""Passphrase fields: hidden input, keyboard language, strength, words on offer, a new one typed twice."""

from collections.abc import Callable
from typing import override

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QGuiApplication, QHideEvent, QKeyEvent, QPainter, QPaintEvent
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

from trainer_app.domain.base.passphrases import (
    LEAST,
    PassphraseFault,
    PassphraseStrength,
    judge_passphrase,
    kept_spelling,
    offer_words,
)
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton
from trainer_app.ui.widgets.fields import FormRow, text_field
from trainer_app.ui.widgets.indicators import Chip, Tone
from trainer_app.ui.widgets.labels import Retranslated, clear_layout, label, shown_language
from trainer_app.ui.widgets.presses import walk


class HiddenLine(QLineEdit):
    """A line that tells by the letters typed whether Caps Lock is on: no system is asked, all are alike."""

    capitals = Signal(bool)
    """Whether Caps Lock is on, as far as the last key tells."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._on = False

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self._note(on=False)
        elif len(typed) == 1 and typed.lower() != typed.upper():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._note(on=typed.isupper() != shifted)
        super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._note(on=False)
        super().focusOutEvent(event)

    def _note(self, *, on: bool) -> None:
        if on != self._on:
            self._on = on
            self.capitals.emit(on)


class PassphraseField(Retranslated, QWidget):
    """A hidden line with a button that shows it, and a sign while Caps Lock is on.

    Use `line` for text, focus and signals.

    Tab goes through it as one piece. A page that puts line and eye elsewhere into its order takes that away
    (`walked_whole`) and says the order (`walk`): else Qt sends Tab back from the eye to the next line, to and
    fro for ever. Where another line follows, the eye must come after it: whoever types on would press it.
    """

    def __init__(self, name: str, *, walked_whole: bool = True) -> None:
        super().__init__()
        self.setObjectName(f"{name}_field")
        self.line = HiddenLine(name)
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
        self.caps = Chip(f"{name}_caps")
        self.caps.hide()
        self.line.capitals.connect(self._show_caps)
        if walked_whole:
            self.setFocusProxy(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.caps)
        row.addWidget(self.eye)
        self.retranslate()

    def text(self) -> str:
        """Return what was typed."""
        return self.line.text()

    def show_offer(self, words: str) -> None:
        """Put in words that were offered, readable, to be written down."""
        self.line.setText(words)
        self.line.setCursorPosition(0)
        self.eye.setChecked(True)

    def forget(self) -> None:
        """Empty it, and hide what is typed next."""
        self.line.clear()
        self.eye.setChecked(False)

    def hideEvent(self, event: QHideEvent) -> None:
        """Hide what is typed: whoever opens the page or the panel again expects nothing to be read."""
        self.eye.setChecked(False)
        super().hideEvent(event)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name the line, which has the focus, too."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def retranslate(self) -> None:
        """Set the words of the button."""
        self.eye.set_words(self.tr("Show the passphrase"))
        # What stands on the key, in every language.
        self.caps.set_chip("Caps Lock", Tone.DUE)
        self.caps.setToolTip(self.tr("Caps Lock is on: capital letters are typed"))

    def _show_caps(self, on: bool) -> None:
        self.caps.setVisible(on)
        self.line.setAccessibleDescription(self.caps.toolTip() if on else "")

    def _show(self, shown: bool) -> None:
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)


_LONGEST_PAUSE = 30
"""Seconds to wait after a wrong passphrase, at the most."""


class PassphraseGuesses(QObject):
    """Slows the guessing of a passphrase down, and remembers when it was wrong.

    Keep one beside the data, not one for each page that asks: a page that is opened anew goes on waiting.
    `now` gives the time in wall milliseconds. `changed` is emitted each second of a pause, and at its end.
    """

    changed = Signal()

    def __init__(self, now: Callable[[], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("passphrase_guesses")
        self._now = now
        self._wrong: list[int] = []
        self._left = 0
        self._second = QTimer(self)
        self._second.setObjectName("passphrase_second")
        self._second.setInterval(1000)
        self._second.timeout.connect(self._pass)

    @property
    def waiting(self) -> bool:
        """Tell whether the next one has to wait."""
        return self._left > 0

    @property
    def words(self) -> str:
        """Say for how long; "" when nobody has to wait."""
        return self.tr("Next try in %n second(s)", "", self._left) if self._left else ""

    def note(self) -> None:
        """Remember a wrong one, and wait: a second after the second, then twice as long each time.

        After the first nobody waits: most often it is the keyboard's language or a slip.
        """
        self._wrong.append(self._now())
        again = len(self._wrong) - 1
        self._wait(min(2 ** min(again - 1, 5), _LONGEST_PAUSE) if again else 0)

    def take(self) -> tuple[int, ...]:
        """Return when it was wrong, and begin anew: the right one was typed."""
        found = tuple(self._wrong)
        self._wrong.clear()
        self._wait(0)
        return found

    def _wait(self, seconds: int) -> None:
        self._left = seconds
        if seconds:
            self._second.start()
        else:
            self._second.stop()
        self.changed.emit()

    def _pass(self) -> None:
        if self._left <= 1:
            self._wait(0)
        else:
            self._left -= 1
            self.changed.emit()


class OfferButton(Retranslated, Button):
    """Emits `offered(words)`: random words in the language of the window, others at each press."""

    offered = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(name, ButtonKind.GHOST, "key")
        self.clicked.connect(lambda: self.offered.emit(offer_words(shown_language())))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.setText(self.tr("Offer words"))
        self.setAccessibleDescription(self.tr("Puts five random words in as the passphrase"))


_FAR_FROM_IT = (PassphraseFault.TOO_SHORT, PassphraseFault.ONLY_DIGITS)


class StrengthHint(Retranslated, QWidget):
    """Four short bars and a word. Colour and length say the same as the word."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.verdict = judge_passphrase("")
        self._offered = ""
        self.words = label("caption", f"{name}_words", wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(112, 0, 0, 0)
        row.addWidget(self.words, 1)
        self.retranslate()

    def judge(self, passphrase: str, own_name: str = "", offered: str = "") -> None:
        """Judge what was typed so far, and show how strong it is.

        Words that were `offered` are shown whole: the field may be too narrow to write them down from it.
        """
        self.verdict = judge_passphrase(passphrase, own_name)
        self._offered = offered if passphrase == offered else ""
        self.words.show()
        self.retranslate()
        self.update()

    def explain(self, fault: PassphraseFault) -> str:
        """Say which part of the rule is not kept, and what to do."""
        words = {
            PassphraseFault.TOO_SHORT: self.tr("Too short: four words, or %n characters", "", LEAST),
            PassphraseFault.ONLY_DIGITS: self.tr("Digits alone are soon guessed: use words"),
            PassphraseFault.REPEATS: self.tr("Always the same: use different words"),
            PassphraseFault.OWN_NAME: self.tr("Your own name is tried first: use other words"),
            PassphraseFault.COMMON: self.tr("Soon guessed: add words that nobody expects"),
        }
        return words[fault]

    def retranslate(self) -> None:
        """Set the word."""
        words = {
            PassphraseStrength.NONE: self.tr(
                "Four words that have nothing to do with each other, or %n characters", "", LEAST
            ),
            PassphraseStrength.FAIR: self.tr("Good enough; one more word makes it stronger"),
            #: A passphrase that is hard to guess
            PassphraseStrength.STRONG: self.tr("Strong"),
        }
        strength, fault = self.verdict.strength, self.verdict.fault
        text = words.get(strength, "")
        if strength is PassphraseStrength.REFUSED and fault is not None:
            text = self.explain(fault)
        elif self._offered:
            text = self.tr("Write down: {words}").format(words=self._offered)
        self.words.setText(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw as many bars as the strength has steps."""
        scheme = tokens()
        steps = {
            PassphraseStrength.REFUSED: 1 if self.verdict.fault in _FAR_FROM_IT else 2,
            PassphraseStrength.FAIR: 3,
            PassphraseStrength.STRONG: 4,
        }
        colours = {1: scheme.absent, 2: scheme.late_edge, 3: scheme.accent, 4: scheme.present}
        filled = steps.get(self.verdict.strength, 0)
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
    """Two fields, a hint and words on offer. `check` complains below the field that is wrong.

    `owner` is asked for the name that must not be the passphrase.
    """

    def __init__(self, name: str, *, again: str = "", stacked: bool = False) -> None:
        super().__init__()
        self.setObjectName(f"{name}_phrase")
        again = again or f"{name}_passphrase_again"
        self.owner: Callable[[], str] = str
        self.first = PassphraseField(f"{name}_passphrase", walked_whole=False)
        self.second = PassphraseField(again, walked_whole=False)
        self.row = FormRow(f"{name}_passphrase_holder", self.first, self.first.line)
        self.again = FormRow(f"{again}_holder", self.second, self.second.line)
        self.strength = StrengthHint(f"{name}_strength")
        self.offer = OfferButton(f"{name}_passphrase_offer")
        self._offered = ""
        self._lay_out(stacked=stacked)
        self.first.line.textChanged.connect(self._judge)
        # What is typed now is judged below, and not above it too.
        self.first.line.textChanged.connect(lambda _typed: self.row.clear_error())
        for line in self.lines:
            line.textChanged.connect(self._forgive)
        self.offer.offered.connect(self._show_offer)
        self.retranslate()

    def _lay_out(self, *, stacked: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        if stacked:
            column.setSpacing(8)
            for part in (self.row, self.strength):
                column.addWidget(part)
            column.addWidget(self.offer, 0, Qt.AlignmentFlag.AlignLeft)
            column.addWidget(self.again)
        else:
            hint = QHBoxLayout()
            hint.addWidget(self.strength, 1)
            hint.addWidget(self.offer)
            both = QHBoxLayout()
            both.setSpacing(16)
            both.addWidget(self.row, 1, Qt.AlignmentFlag.AlignTop)
            both.addWidget(self.again, 1, Qt.AlignmentFlag.AlignTop)
            column.addLayout(both)
            column.addLayout(hint)
        # From one phrase straight to the other: the eyes come after both.
        walk(*self.lines, *self.after_lines)

    @property
    def lines(self) -> tuple[QLineEdit, QLineEdit]:
        """The two lines, for their Enter."""
        return self.first.line, self.second.line

    @property
    def after_lines(self) -> tuple[QWidget, ...]:
        """What Tab comes to after the lines."""
        return self.first.eye, self.second.eye, self.offer

    def text(self) -> str:
        """Return what was typed."""
        return self.first.text()

    def clear(self) -> None:
        """Forget it."""
        self._offered = ""
        for field, row in ((self.first, self.row), (self.second, self.again)):
            field.forget()
            row.clear_error()

    def check(self) -> bool:
        """Tell whether it will do; complain where not."""
        self.row.clear_error()
        self.again.clear_error()
        if kept_spelling(self.second.text()) != kept_spelling(self.first.text()):
            self.again.show_error(lambda: self.tr("The two are not the same"))
        # The owner's name may have been typed since.
        self._judge(self.text())
        fault = self.strength.verdict.fault
        if fault is not None:
            self.row.show_error(lambda: self.strength.explain(fault))
            # Told once is enough: the complaint says the same in the same place.
            self.strength.words.hide()
        return self.row.error.isHidden() and self.again.error.isHidden()

    def _forgive(self) -> None:
        """Take a complaint back as soon as it is not true any more."""
        if kept_spelling(self.second.text()) == kept_spelling(self.first.text()):
            self.again.clear_error()
        if self.strength.verdict.fault is None:
            self.row.clear_error()

    def _judge(self, typed: str) -> None:
        self.strength.judge(typed, self.owner(), self._offered)

    def _show_offer(self, words: str) -> None:
        """Put the words in once: whoever types them again has them written down, or learned."""
        self._offered = words
        self.first.show_offer(words)
        self.row.clear_error()
        self.second.line.clear()
        self.again.clear_error()
        self.second.line.setFocus()

    def set_words(self, first: str, again: str) -> None:
        """Name the two fields."""
        self.row.set_words(first)
        self.again.set_words(again)

    @override
    def retranslate(self) -> None:
        self.set_words(self.tr("New passphrase"), self.tr("The same again"))


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
        clear_layout(self._grid)
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

    def __init__(self, name: str, groups: int, *, walked_whole: bool = True) -> None:
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
        if walked_whole:
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


_GROUPS, _IN_A_ROW, _DIGITS = 6, 3, 5


class TypedGroups(Retranslated, QWidget):
    """Two lines for the groups that are asked for of somebody's digits. `changed` after each key."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._places = (1, 2)
        self.lines = tuple(text_field(f"{name}_{which}", width=110, most=9) for which in ("first", "second"))
        self.captions = tuple(label("body", f"{line.objectName()}_label") for line in self.lines)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for caption, line in zip(self.captions, self.lines, strict=True):
            caption.setBuddy(line)
            line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
            line.textChanged.connect(self.changed)
            row.addWidget(caption)
            row.addWidget(line)
            row.addSpacing(8)
        row.addStretch(1)
        self._went_on = False
        self.lines[0].textEdited.connect(self._go_on)
        self.lines[1].installEventFilter(self)
        self.setFocusProxy(self.lines[0])
        self.retranslate()

    def ask(self, places: tuple[int, int]) -> None:
        """Ask for groups by their places, from 1; what was typed for others goes."""
        if places != self._places:
            self._places = places
            self.clear()
        self.retranslate()

    def clear(self) -> None:
        """Forget what was typed."""
        for line in self.lines:
            line.clear()

    def text(self) -> str:
        """Return both groups as they were typed."""
        return " ".join(line.text() for line in self.lines)

    @property
    def whole(self) -> bool:
        """Tell whether both groups are there."""
        return all(_count_digits(line.text()) == _DIGITS for line in self.lines)

    @override
    def retranslate(self) -> None:
        for place, caption, line in zip(self._places, self.captions, self.lines, strict=True):
            caption.setText(self.tr("Group {number}").format(number=place))
            line.setAccessibleName(caption.text())

    def _go_on(self, typed: str) -> None:
        """Go on to the second group once the first is there."""
        if _count_digits(typed) == _DIGITS and not self.lines[1].text():
            self.lines[1].setFocus()
            self._went_on = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the second group where Tab is pressed for a step that was made by itself.

        Else its digits would be typed over what comes after it.
        """
        if watched is self.lines[1] and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            went_on, self._went_on = self._went_on, False
            if went_on and event.key() == Qt.Key.Key_Tab:
                return True
        return super().eventFilter(watched, event)


def _count_digits(text: str) -> int:
    return sum(letter in "0123456789" for letter in text)


class DigitGroups(QFrame):
    """Two lines of three numbered groups. A screen reader says them one by one."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "quiet")
        self.groups: list[QLabel] = [label("digits", f"{name}_{place + 1}") for place in range(_GROUPS)]
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 14, 20, 14)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(10)
        for place, group in enumerate(self.groups):
            number = label("caption", f"{name}_{place + 1}_number", str(place + 1))
            grid.addWidget(_numbered(number, group), place // _IN_A_ROW, place % _IN_A_ROW)
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
