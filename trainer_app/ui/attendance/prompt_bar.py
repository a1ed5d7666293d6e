"""A bar with one field in place of the legend, finding people by name, and messages that go by themselves.

A single letter that was typed into a table of marks may be a slip beside P or L. So nothing moves before the
second letter, and Enter behind a single one is the Enter of the table: nobody else gets the next mark. Names
are found by their first letters in any script or keyboard layout.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QMouseEvent, QShowEvent, QWindow
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QStackedWidget, QWidget
from shiboken6 import isValid

from trainer_app.domain.attendance.marks import GridRow
from trainer_app.domain.base.text_search import searcher
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.courses.ranks import rank_name
from trainer_app.ui.kit.language import shown_name
from trainer_app.ui.kit.marks import LEGEND_BAR
from trainer_app.ui.widgets.cards import IconMark
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.labels import ElidedLabel, announce, label
from trainer_app.ui.widgets.pages import above, aside, row_in_hand

_FIELD_LEAST = 260


class PromptField(QLineEdit):
    """A line of text whose Enter, Esc, Up and Down are commands."""

    entered = Signal()
    closed = Signal()
    stepped = Signal(int)
    """Up (-1) or Down (1)."""
    blurred = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Return: self.entered.emit,
            Qt.Key.Key_Enter: self.entered.emit,
            Qt.Key.Key_Escape: self.closed.emit,
            Qt.Key.Key_Up: lambda: self.stepped.emit(-1),
            Qt.Key.Key_Down: lambda: self.stepped.emit(1),
        }

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell a command, or type."""
        if event.key() in self._keys:
            self._keys[event.key()]()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that somebody went elsewhere; a menu or another window does not count."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.blurred.emit()


class PromptBar(QWidget):
    """What the field is for, the field, and a word beside it that says how it goes."""

    def __init__(self, name: str, sides: int = 0) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedHeight(LEGEND_BAR)
        self.title = label("row_title", f"{name}_title")
        self.field = PromptField(f"{name}_field")
        self.field.setMinimumWidth(_FIELD_LEAST)
        self.title.setBuddy(self.field)
        self.note = ElidedLabel("second", f"{name}_note")
        self.enter_button: Button | None = None
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(sides, 0, sides, 0)
        row.setSpacing(12)
        row.addWidget(self.title)
        row.addWidget(self.field, 2)
        row.addWidget(self.note, 3)

    def _make_enter(self) -> Button:
        button = Button(f"{self.objectName()}_enter")
        # With the keyboard it would take the field's words for typed as soon as it is reached.
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(self.field.entered)
        self._row.insertWidget(self._row.indexOf(self.note), button)
        return button

    def ask(self, title: str, text: str = "", note: str = "", enter: str = "") -> None:
        """Show the field with a text to go on from, and give it the keyboard.

        `enter` names the button that does what Enter does; without it there is none.
        """
        if enter and self.enter_button is None:
            self.enter_button = self._make_enter()
        if self.enter_button is not None:
            self.enter_button.setText(enter)
            self.enter_button.setVisible(bool(enter))
        self.title.setText(title)
        self.field.setAccessibleName(title)
        self.field.setText(text)
        self.field.selectAll()
        self.note.setText(note)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, note: str) -> None:
        """Say how it goes, beside the field and to a screen reader: the keyboard stays where it is."""
        if note != self.note.text():
            self.note.setText(note)
            announce(self, note)


def find_people(typed: str, names: Sequence[str], others: Sequence[str] = ()) -> list[int]:
    """Return the places of the people that were meant.

    Names are written family name first. Those whose family name begins so come first, then those with such
    another name, then those of whom something else does: `others` are rank and unit, by place. Nothing
    typed finds nobody.
    """
    words = typed.split()
    if not words:
        return []
    whole, first = searcher(typed), searcher(words[0])
    # All forms of a name are forms of the name with what else is known: most are passed over by one look.
    told = [f"{name} {other}" for name, other in zip(names, others, strict=True)] if others else list(names)
    found = [place for place, text in enumerate(told) if whole(text)]
    named = [place for place in found if not others or whole(names[place])]
    named.sort(key=lambda place: not first(names[place].partition(" ")[0]))
    known = set(named)
    return named + [place for place in found if place not in known]


class NameSearch(QObject):
    """Searches `people`, all of a course, and shows those found by their place among them."""

    def __init__(
        self,
        strip: PromptBar,
        people: Callable[[], Sequence[GridRow]],
        current: Callable[[], int],
        show: Callable[[int], None],
    ) -> None:
        super().__init__(strip)
        self.setObjectName(f"{strip.objectName()}_search")
        self._strip, self._people, self._current, self._show = strip, people, current, show
        self._found: list[int] = []
        self._from = 0
        self._by_letter = False
        self._known: list[tuple[str, str, str]] = []
        self._words: tuple[list[str], list[str]] = [], []

    def begin(self, letter: str = "") -> None:
        """Ask for a name, a rank or a unit; a letter that was typed already begins it."""
        self._found, self._from = [], max(self._current(), 0)
        self._by_letter = bool(letter)
        self._strip.ask(self.tr("Find a person"), letter, self._hint())
        if letter:
            self._strip.field.deselect()
            self.follow(letter)

    def follow(self, text: str) -> None:
        """Go to whoever the text means so far; everything else says why nobody is meant."""
        self._found = []
        if self._is_slip(text):
            self._strip.tell(self.tr("The next letters of the name lead there · Esc goes back"))
            return
        self._found = find_people(text, *self._names())
        if self._found:
            self._go_to(self._found[0])
        elif text.strip():
            self._strip.tell(self.tr("Nobody in this course matches · Esc goes back"))
        else:
            self._strip.tell(self._hint())

    def step(self, by: int) -> None:
        """Go to the next (1) or the previous (-1) one of those found."""
        if self._found:
            here = self._current()
            at = self._found.index(here) if here in self._found else -1
            self._go_to(self._found[(at + by) % len(self._found)])

    def enter(self) -> bool | None:
        """Take Enter: True to stay with who is shown, None for a slip, False where nobody was found.

        False leaves the field open, or the letters that follow would become marks.
        """
        text = self._strip.field.text()
        if self._is_slip(text):
            return None
        return bool(self._found) or not text.strip()

    def go_back(self) -> None:
        """Show whoever was current when the search began."""
        self._show(self._from)

    def _is_slip(self, text: str) -> bool:
        return self._by_letter and len(text.strip()) == 1

    def _names(self) -> tuple[list[str], list[str]]:
        """Return the names, and rank and unit in all languages: put into words once, not at each letter."""
        known = [(each.full_name or each.name, each.rank, each.unit) for each in self._people()]
        if known != self._known:
            self._known = known
            others = [
                " ".join((*(rank_name(rank, language) for language in LANGUAGES), unit))
                for _, rank, unit in known
            ]
            self._words = [name for name, _, _ in known], others
        return self._words

    def _hint(self) -> str:
        return self.tr("Name, rank or unit, in any alphabet or layout · Enter stays there, Esc goes back")

    def _go_to(self, person: int) -> None:
        self._show(person)
        facts = self._people()[person]
        self._strip.tell(
            self.tr("{place} of {count} · No.\u00a0{number} {name}").format(
                place=self._found.index(person) + 1,
                count=len(self._found),
                number=facts.number,
                name=shown_name(facts.called),
            )
        )


_SHOWN_FOR, _OFFERED_FOR = 5_000, 15_000  # milliseconds
_MARGIN = 12


class TransientMessage(QFrame):
    """Takes no keyboard, and no click unless it offers something. A new message replaces the old one.

    It stands upon the first page of a strip at the `foot` of its host while that is shown, else at the lower
    edge, where it moves aside for the pointer unless it offers something.
    """

    taken = Signal()
    """What the message offers was asked for."""

    _watched: QWindow | None = None

    def __init__(self, host: QWidget, foot: QStackedWidget | None = None) -> None:
        super().__init__(host)
        self._host, self._foot = host, foot
        self._usual = QRect()
        self.setObjectName("attendance_notice")
        self.setProperty("role", "sheet")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.text = label("second", "attendance_notice_text", wrap=True)
        self._icon = IconMark("attendance_notice_icon", "info", size=16)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 14, 7)
        row.setSpacing(8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.text, 1)
        self.offer = Button("attendance_notice_offer", ButtonKind.GHOST)
        self.offer.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offer.clicked.connect(self._take)
        row.addWidget(self.offer)
        if foot is not None:
            foot.currentChanged.connect(self._follow_foot)
        self.life = QTimer(self)
        self.life.setObjectName("attendance_notice_life")
        self.life.setSingleShot(True)
        self.life.setInterval(_SHOWN_FOR)
        self.life.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, icon: str = "info", offer: str = "") -> None:
        """Show a message for a while, with a button if it offers something."""
        self.offer.setText(offer)
        self.offer.setAccessibleName(offer)
        self.offer.setVisible(bool(offer))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not offer)
        self.life.setInterval(_OFFERED_FOR if offer else _SHOWN_FOR)
        self._icon.set_icon(icon, "text2")
        self.text.setText(text)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self.life.start()
        announce(self, text)

    def withdraw(self, text: str) -> None:
        """Take away what is shown if it begins so: it holds no more."""
        if self.text.text().startswith(text):
            self.hide()

    def _take(self) -> None:
        self.hide()
        self.taken.emit()

    def _place(self) -> None:
        """Stand where nothing is to be read: upon the foot, else low, but not upon the row in hand."""
        widest = self._host.width() - 2 * _MARGIN
        around = 50 + (self.offer.sizeHint().width() + 8 if self.offer.text() else 0)
        line = self.text.fontMetrics().horizontalAdvance(self.text.text()) + 4
        inner = min(line, widest - around)
        self.text.setFixedWidth(inner)
        height = max(self.text.heightForWidth(inner) + 16, 44 if self.offer.text() else 0)
        width = inner + around
        lower = self._lower_edge(height)
        self._usual = QRect((self._host.width() - width) // 2, lower - height, width, height)
        self.setGeometry(above(self._usual, row_in_hand(self._host), _MARGIN))

    def _follow_foot(self, _page: int) -> None:
        """Make way for a field that is shown in the foot."""
        if not self.isHidden():
            self._place()

    def _lower_edge(self, height: int) -> int:
        """Return where in the host the message ends: within the foot if that is free, else above it."""
        foot = self._foot
        if foot is None or foot.isHidden():
            return self._host.height() - _MARGIN
        top = foot.mapTo(self._host, QPoint()).y()
        if foot.currentIndex():
            return top - _MARGIN
        return top + max(foot.height(), height) - max(0, foot.height() - height) // 2

    def showEvent(self, event: QShowEvent) -> None:
        """Hear where the pointer goes."""
        super().showEvent(event)
        self._watched = self.window().windowHandle()
        if self._watched is not None:
            self._watched.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Hear of no pointer any more."""
        super().hideEvent(event)
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:
        """Move aside where the pointer comes: what lies below is to be read or pressed."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            pointer = self._host.mapFromGlobal(event.globalPosition().toPoint())
            if not self.offer.text() and self.geometry().contains(pointer):
                place = aside(self._usual, row_in_hand(self._host), pointer, _MARGIN)
                self.setGeometry(self.geometry() if place.isNull() else place)
        return False
