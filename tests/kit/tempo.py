"""How many actions a task takes, and how long a person needs for them: counted, never measured by a clock.

The time is that of the keystroke-level model: S. K. Card, T. P. Moran, A. Newell, "The keystroke-level model
for user performance time with interactive systems", Communications of the ACM 23 (1980), 396-410, and "The
Psychology of Human-Computer Interaction" (1983), chapter 8. Its operators, in seconds:

    K 0.28  one key, by somebody who types 40 words a minute: their "average non-secretary typist"
    K 0.75  one key of what is copied sign by sign from a paper: their "typing complex codes"
    P 1.10  pointing at something with the mouse
    B 0.10  pressing or letting go of a mouse button, or a notch of the wheel
    H 0.40  moving the hand between keyboard and mouse
    M 1.35  preparing in the mind: before every action here, but for a key that is only pressed once more,
            and for signs copied from a paper

The model is of people who know the program. Whoever does not has to read, and to think of what to write:

    reading   0.05  for each word that comes in sight and was not there before in this task: 238 words a
                    minute (M. Brysbaert, "How many words do we read per minute?", 2019), of which people
                    read "at most 28 %; 20 % is more likely" (J. Nielsen, "How little do users read?",
                    2008). Of a table its first row; where a task needs more of it, its test says so.
                    What the last press brings is read by whoever goes on.
    thinking        what a test says beside its reason: a passphrase to be invented, a paper to be taken

Actions are counted as in a trainer's notes: clicks and keys; a text that is typed is one, scrolling too. A
file is chosen in the system's own window, which opens where a file was chosen last: a double click on the
file, and one on another folder before where it lies elsewhere; to save is to press "Save". What the computer
needs itself is no part of this: `tests/bench` measures that.
"""

import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self, override

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QScrollArea,
    QTableView,
    QWidget,
)

from tests.kit.seat import Seat
from tests.ui.driving import settle, turn_wheel

KEY, COPIED, POINT, BUTTON, HAND, MIND = 0.28, 0.75, 1.1, 0.1, 0.4, 1.35
WORD = 60 / 238 * 0.20
"""Of a word in sight: see above."""
NOTCH = BUTTON
"""One notch of the wheel."""
_MOST_TURNS = 60
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)
_FIELDS = (QLineEdit, QPlainTextEdit, QAbstractSpinBox)
_HEARD = (
    *(QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease),
    *(QEvent.Type.MouseButtonPress, QEvent.Type.Wheel),
)


@dataclass
class Count:
    """What a task took so far."""

    actions: int = 0
    presses: int = 0
    """Every key and click, those of a text too."""
    seconds: float = 0.0
    words: int = 0
    """Words that came in sight: their seconds are among `seconds`."""

    def __add__(self, other: "Count") -> "Count":
        return Count(
            self.actions + other.actions,
            self.presses + other.presses,
            self.seconds + other.seconds,
            self.words + other.words,
        )

    def act(self, seconds: float) -> None:
        """Count one action more."""
        self.actions += 1
        self.seconds += seconds


@dataclass(frozen=True)
class Task:
    """A task of a trainer's day, the most actions that it may take, and its goal in seconds."""

    name: str
    most: int
    goal: int

    def line(self, count: Count) -> str:
        """Say what it took, beside what it may take."""
        return (
            f"{self.name:<36} {count.actions:>7} {self.most:>5} {count.presses:>8} "
            f"{_clock(count.seconds):>7} {_clock(self.goal):>6} {count.words:>6}"
        )

    def missed(self, count: Count) -> bool:
        """Tell whether it took too much."""
        return count.actions > self.most or count.seconds > self.goal


def _clock(seconds: float) -> str:
    minutes, rest = divmod(math.ceil(seconds), 60)
    return f"{minutes}:{rest:02}"


class Tempo(QObject):
    """Hears every press in the application while it counts. `copying` is for papers that are keyed in."""

    def __init__(self) -> None:
        super().__init__()
        self.count = Count()
        self.done: dict[str, Count] = {}
        self.copying = False
        self._unread = 0
        """Words in sight that are read before the next press."""
        self._at_mouse = True
        self._before: tuple[int, str] | None = None
        """The key that was pressed last."""
        self._writes = False
        """Whether the last key was of a text."""
        self._held: tuple[int, str] | None = None
        """The key that is down."""
        self._pressed: tuple[int, QPoint] | None = None
        self._turning = False
        self._alphabet = ""

    @contextmanager
    def task(self, name: str) -> Iterator[Count]:
        """Count what is done inside as one task."""
        self.count, self._unread = Count(), 0
        self._before, self._writes, self._turning = None, False, False
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self)
        try:
            yield self.count
        finally:
            application.removeEventFilter(self)
        self.done[name] = self.count

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _HEARD:
            if isinstance(event, QKeyEvent):
                self._hear_key(watched, event)
            elif kind is QEvent.Type.Wheel:
                self._turn()
            elif isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
                self._hear_button(event)
        return False

    def _hear_key(self, watched: QObject, event: QKeyEvent) -> None:
        """Hear a key once until it is let go: it is announced, delivered, handed on upwards and below."""
        if event.key() in _MODIFIERS:
            return
        if event.type() is QEvent.Type.KeyRelease:
            self._held = None
        elif watched in (QApplication.activePopupWidget(), QApplication.focusWidget()):
            held, self._held = self._held, (event.key(), event.text())
            if held != self._held:
                self._press(watched, event)

    def _press(self, watched: QObject, event: QKeyEvent) -> None:
        key, text, held = (event.key(), event.text()), event.text(), event.modifiers()
        again, self._before = self._before == key, key
        self._turning = False
        self._read_all()
        self.count.presses += 1
        commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        writes = bool(text) and text.isprintable() and not held & commands
        # The first sign may open the field that takes the others.
        goes_on = writes and self._writes and (isinstance(watched, _FIELDS) or text.isdigit())
        self._writes = writes
        cost = (COPIED if self.copying else KEY) * self._strokes(text if writes else "", held)
        if self._at_mouse:
            cost += HAND
            self._at_mouse = False
        if goes_on:
            self.count.seconds += cost
        else:
            self.count.act(cost + (0 if again or (self.copying and writes) else MIND))

    def _strokes(self, text: str, held: Qt.KeyboardModifier) -> int:
        """Return how many keys a sign or a command is: Shift, Ctrl, and two that change the layout."""
        strokes = 1
        if text.isalpha():
            alphabet = "Latin" if text.isascii() else "Cyrillic"
            strokes += 2 if self._alphabet not in ("", alphabet) else 0
            self._alphabet = alphabet
            return strokes + (1 if text.isupper() else 0)
        for modifier in (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier):
            strokes += 1 if held & modifier else 0
        return strokes

    def _hear_button(self, event: QMouseEvent) -> None:
        """Hear a press once: who does not take it hands it to what lies below."""
        here = event.globalPosition().toPoint()
        if self._pressed == (event.timestamp(), here):
            return
        self._pressed = event.timestamp(), here
        self.point()

    def point(self, clicks: int = 1) -> None:
        """Count that the mouse goes somewhere and presses."""
        self._read_all()
        self.count.presses += clicks
        cost = MIND + POINT + 2 * BUTTON * clicks + (0 if self._at_mouse else HAND)
        self._at_mouse, self._before, self._writes, self._turning = True, None, False, False
        self.count.act(cost)

    def _turn(self) -> None:
        """Count a notch of the wheel; those that follow each other are one action."""
        if not self._turning:
            self._read_all()
            self.count.act(MIND + (0 if self._at_mouse else HAND))
        self._at_mouse, self._turning, self._before, self._writes = True, True, None, False
        self.count.seconds += NOTCH

    def read(self, words: int) -> None:
        """Take words that came in sight for read once something is pressed."""
        self._unread += words

    def _read_all(self) -> None:
        self.count.words += self._unread
        self.count.seconds += self._unread * WORD
        self._unread = 0

    def think(self, seconds: float, why: str) -> None:
        """Allow for what is neither pressed nor read."""
        assert why
        self.count.seconds += seconds

    def table(self, tasks: Sequence[Task]) -> str:
        """Return what the tasks took, line by line."""
        head = f"{'task':<36} {'actions':>7} {'most':>5} {'presses':>8} {'time':>7} {'goal':>6} {'words':>6}"
        return "\n".join((head, *(task.line(self.done[task.name]) for task in tasks)))


@dataclass
class Hand:
    """Works at a seat as a person does who has to scroll to what is not in sight, and reads what comes."""

    seat: Seat
    tempo: Tempo
    seen: set[str] = field(default_factory=set)
    folder: Path | None = None
    """Where a file was chosen last."""

    def sit_down(self, *, afresh: bool = False) -> Self:
        """Know what is in sight, unless all of it is new: nothing of it is read in the task that begins."""
        self.seen = set() if afresh else set(self._texts())
        return self

    @contextmanager
    def task(self, name: str, *, afresh: bool = False) -> Iterator[Count]:
        """Do one task. What is in sight as it begins was read before, unless it begins `afresh`."""
        self.sit_down(afresh=afresh)
        with self.tempo.task(name) as count:
            self.look()
            yield count

    def look(self) -> Self:
        """Read what was not in sight before."""
        new = set(self._texts()) - self.seen
        self.seen |= new
        self.tempo.read(sum(len(each.split()) for each in new))
        return self

    def look_through(self, table: str) -> Self:
        """Read all rows of a table that are in sight, and not only what it is a table of."""
        rows = list(_rows_in_sight(self.seat.see(table, QTableView)))
        self.tempo.read(sum(len(text.split()) for row in rows[1:] for text in row))
        return self

    def click(self, name: str) -> Self:
        """Press a button, or into a field."""
        self._scroll_to(self.seat.see(name))
        self.seat.click(name)
        return self.look()

    def open(self, screen: str) -> Self:
        """Open an entry of the rail."""
        self.seat.open(screen)
        return self.look()

    def tab(self, tab: str) -> Self:
        """Open a tab of the course."""
        self.seat.open_tab(tab)
        return self.look()

    def choose_tab(self, name: str, place: int) -> Self:
        """Press one tab of a row of tabs."""
        self.seat.choose_tab(name, place)
        return self.look()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Self:
        """Press one key on whatever has the keyboard: what has popped up, or a widget."""
        popup = QApplication.activePopupWidget()
        if popup is None:
            self.seat.press(key, modifier)
        else:
            QTest.keyClick(popup, key, modifier)
            settle()
        return self.look()

    def enter(self) -> Self:
        """Press Enter."""
        return self.press(Qt.Key.Key_Return)

    def type(self, text: str) -> Self:
        """Type into whatever has the keyboard. Who copies from a paper looks at the paper."""
        self.seat.type(text)
        return self if self.tempo.copying else self.look()

    def fill(self, name: str, text: str) -> Self:
        """Press into an empty field and type."""
        return self.click(name).type(text)

    def reach(self, name: str) -> Self:
        """Go on with Tab until a field has the keyboard."""
        for _ in range(_MOST_TURNS):
            if self.seat.focus().objectName() == name:
                return self
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {name}")

    def menu(self, name: str) -> Self:
        """Press an entry of the menu that is open."""
        popup = QApplication.activePopupWidget()
        assert isinstance(popup, QMenu), popup
        entry = next(each for each in popup.actions() if each.objectName() == name)
        assert entry.isEnabled(), f"{name} is switched off"
        QTest.mouseClick(
            popup,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            popup.actionGeometry(entry).center(),
        )
        settle()
        return self.look()

    def select(self, table: str, words: str) -> Self:
        """Press the first row that has these words, after scrolling to it."""
        view = self.seat.see(table, QTableView)
        cells = self.seat.cells(table)
        row = next(at for at, row in enumerate(cells) if any(words in cell for cell in row))
        self._turn_to(view, view.model().index(row, 1 if len(cells[row]) > 1 else 0))
        self.seat.select(table, words)
        return self.look()

    def files(self, name: str, path: Path) -> Self:
        """Press a button that opens the system's chooser, and choose a file or a folder there."""
        self._ask(name, path)
        if path.parent != self.folder:
            self.tempo.point(clicks=2)
        self.tempo.point(clicks=2)
        self.folder = path.parent
        return self.look()

    def save(self, name: str, path: Path) -> Self:
        """Press a button that asks where to save: folder and name are proposed, "Save" is pressed."""
        self._ask(name, path)
        self.tempo.point()
        self.folder = path.parent
        return self.look()

    def _ask(self, name: str, path: Path) -> None:
        """Press a button whose chooser is answered at once; what comes after it is read after it."""
        self.seat.desktop.choosers.answer(path)
        self._scroll_to(self.seat.see(name))
        self.seat.click(name)

    # What is in sight

    def _texts(self) -> Iterator[str]:
        """Return each text that can be read now."""
        window = self.seat.window
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            yield from (each.text() for each in menu.actions() if each.isVisible())
        for part in (*window.findChildren(QLabel), *window.findChildren(QAbstractButton)):
            if part.isVisible() and part.text() and not part.visibleRegion().isEmpty():
                yield part.text()
        for table in window.findChildren(QTableView):
            if table.isVisible():
                yield from next(_rows_in_sight(table), ())

    def _scroll_to(self, target: QWidget) -> None:
        """Turn the wheel over what holds a widget until its middle is in sight."""
        parent = target.parentWidget()
        while parent is not None:
            if isinstance(parent, QScrollArea):
                self._turn_to(parent, target)
            parent = parent.parentWidget()

    def _turn_to(self, area: QAbstractScrollArea, target: QWidget | QModelIndex) -> None:
        def beyond() -> int:
            if isinstance(target, QWidget):
                at = target.mapTo(area.viewport(), target.rect().center()).y()
            else:
                assert isinstance(area, QTableView)
                at = area.visualRect(target).center().y()
            return min(0, at) or max(0, at - area.viewport().height() + 1)

        for _ in range(_MOST_TURNS):
            if not beyond():
                return
            turn_wheel(area.viewport(), -120 if beyond() > 0 else 120)
            settle()
        raise AssertionError(f"the wheel does not bring {target} into sight")


def _rows_in_sight(table: QTableView) -> Iterator[list[str]]:
    """Return what the rows of a table say that are not scrolled away."""
    model, height = table.model(), table.viewport().height()
    columns = [at for at in range(model.columnCount()) if not table.isColumnHidden(at)]
    for row in range(max(0, table.rowAt(0)), model.rowCount()):
        if table.rowViewportPosition(row) >= height:
            return
        yield [str(model.index(row, at).data() or "") for at in columns]
