"""The field for somebody who just came: a name and Enter; people who are known already are offered below it.

Nobody is made twice in silence: of a name that somebody of this course has, or a person who is known from
another one, it is asked first who came.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import cast, override

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLabel, QWidget

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.enrolments import namesakes
from trainer_app.actions.people.directory import Directory
from trainer_app.domain.attendance.marks import GridRow
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.text_search import fold
from trainer_app.domain.courses.ranks import rank_name, split_rank
from trainer_app.domain.people.persons import Person
from trainer_app.ui.attendance.prompt_bar import PromptField
from trainer_app.ui.kit.language import window_language
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import FittingLabel, Retranslated
from trainer_app.ui.widgets.overlays import confirm
from trainer_app.ui.widgets.presses import press_beside

_LEAST, _MOST, _WIDEST = 2, 8, 364
_KEY = Qt.ItemDataRole.UserRole


class KnownFinder:
    """Finds people of this computer who are not on a course's list, as the list of participants does."""

    def __init__(self, work: Workplace, course: Callable[[], str]) -> None:
        self._work, self._course = work, course
        self._directory: Directory | None = None

    def forget(self) -> None:
        """Read everybody anew for the next name: that is not done at each letter."""
        self._directory = None

    def find(self, text: str) -> Sequence[Person]:
        """Return who is known under what is typed; nobody while that cannot be read."""
        try:
            self._directory = self._directory or Directory(self._work)
            return namesakes(self._work, self._course(), text, self._directory).known
        except TrainerError:
            return ()


class KnownNameField(PromptField):
    """A name, with a list of known people below it: Down leads there, Enter takes who is chosen."""

    taken = Signal(str)
    """The key of a known person."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.found: Sequence[Person] = ()
        self._model = QStandardItemModel(self)
        self._completer = completer = QCompleter(self._model, self)
        completer.setObjectName(f"{name}_found")
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_MOST)
        # Not the line's own completer: that would choose somebody by itself, whom Enter would then take.
        completer.setWidget(self)
        self._offers: QAbstractItemView | None = None

    @property
    def offers(self) -> QAbstractItemView:
        """The list, made when somebody is found first: it is a window of its own."""
        if self._offers is None:
            self._offers = cast("QAbstractItemView", self._completer.popup())
            press_beside(self._completer)
            self._offers.setMinimumWidth(_WIDEST)
            self._offers.installEventFilter(self)
            self._offers.clicked.connect(self._take)
        return self._offers

    def offer(self, people: Sequence[Person]) -> None:
        """Show a list of people below the field, nobody of them chosen; without any the list goes."""
        self.found = people[:_MOST]
        self._model.clear()
        for person in self.found:
            item = QStandardItem(" · ".join((person.name, *_service(person))))
            item.setData(person.key, _KEY)
            self._model.appendRow(item)
        if self.found:
            # The list first: how high it is goes by its rows as they look.
            offers = self.offers
            self._completer.complete()
            offers.setCurrentIndex(QModelIndex())
        elif self._offers is not None:
            self._offers.hide()

    def open_offers(self) -> None:
        """Show the list, as Down does, and go to the first one."""
        if self.found:
            self._completer.complete()
            self.offers.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take who is chosen in the list by Enter; without that Enter is that of the field, as Esc is."""
        if (
            self._offers is None
            or watched is not self._offers
            or not isinstance(event, QKeyEvent)
            or event.type() != QEvent.Type.KeyPress
        ):
            return super().eventFilter(watched, event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            chosen = self.offers.currentIndex()
            self.offers.hide()
            if chosen.isValid():
                self._take(chosen)
            else:
                self.entered.emit()
            return True
        if event.key() == Qt.Key.Key_Escape:
            self.offers.hide()
            return True
        return super().eventFilter(watched, event)

    def _take(self, chosen: QModelIndex) -> None:
        self.offers.hide()
        self.taken.emit(str(chosen.data(_KEY)))


class WalkInEntry(Retranslated, QWidget):
    """A field for somebody who just came, and a note beside it; Enter adds, Esc leaves.

    Of whoever has the name of somebody in `people`, or of somebody whom `known` finds, it is asked first
    whether it is another person. One stands in the page of a session, one under the last row of the table;
    each has a note that fits there.
    """

    entered = Signal(str)
    """A name, ready to be added."""
    chosen = Signal(str)
    """The key of somebody known, ready to be added."""
    closed = Signal()

    def __init__(self, name: str, note: QLabel) -> None:
        super().__init__()
        self.setObjectName(name)
        self.people: Callable[[], Sequence[GridRow]] = lambda: ()
        self.known: KnownFinder | None = None
        self.field = KnownNameField(f"{name}_name")
        self.note = note
        self.field.entered.connect(self._enter)
        self.field.closed.connect(self.closed)
        self.field.textEdited.connect(self._find)
        self.field.stepped.connect(lambda by: self.field.open_offers() if by > 0 else None)
        self.field.taken.connect(self._choose)
        self.hide()

    def open(self) -> None:
        """Show the empty field and give it the keyboard; an open one keeps what was typed."""
        if self.isHidden():
            self.field.clear()
            if self.known is not None:
                self.known.forget()
            self._find("")
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def retranslate(self) -> None:
        self.field.setPlaceholderText(self.tr("Family name, given name"))
        self.field.setAccessibleName(self.tr("Name of the person who came"))
        self._say()

    def usual_note(self) -> str:
        """Return what Enter does with a name that nobody known has."""
        return ""

    def _say(self) -> None:
        known = self.tr("Known already? Go down with the arrow and press Enter there.")
        self.note.setText(known if self.field.found else self.usual_note())

    def _find(self, typed: str) -> None:
        """Offer who is known under what is typed."""
        enough = self.known is not None and len(typed.strip()) >= _LEAST
        self.field.offer(self.known.find(typed) if self.known is not None and enough else ())
        self._say()

    def _choose(self, person: str) -> None:
        self.chosen.emit(person)

    def _enter(self) -> None:
        """Hand a name over; without one the field stays, or the next letters would become marks."""
        typed = self.field.text()
        if not typed.strip():
            return
        listed = _find_namesake(typed, self.people())
        if listed is not None:
            self._ask_of_listed(typed, listed)
            return
        known = _called(typed, self.known.find(typed)) if self.known is not None else []
        if known:
            self._ask_of_known(typed, known)
        else:
            self.entered.emit(typed)

    def _ask_of_listed(self, typed: str, found: GridRow) -> None:
        title = self.tr("No.\u00a0{number} {name} is on the list already")
        confirm(
            self.window(),
            title.format(number=found.number, name=found.full_name or found.name),
            self.tr("Add another person of the same name? The same person needs only a mark at this number."),
            self.tr("Add another person"),
            lambda: self.entered.emit(typed),
            danger=False,
            name="namesake_question",
        ).no.setFocus(Qt.FocusReason.OtherFocusReason)  # Enter pressed twice adds nobody twice

    def _ask_of_known(self, typed: str, known: Sequence[Person]) -> None:
        """Ask who came: the one who is known, one of several, or another person of the name."""
        person = known[0]
        service = " · ".join(
            part for part in (rank_name(person.rank, window_language()), person.unit) if part
        )
        words = self.tr("The same person is added with what is known of them; another one begins anew.")
        if len(known) > 1:
            title = self.tr("Several people of this name are known already: {name}")
        else:
            title = self.tr("{name} is known already")
            words = f"{service}. {words}" if service else words
        asked = confirm(
            self.window(),
            title.format(name=person.name),
            words,
            self.tr("Add another person"),
            lambda: self.entered.emit(typed),
            danger=False,
            name="known_question",
        )
        if len(known) > 1:
            asked.offer(self.tr("Choose who it is"), partial(self._open_among, known))
        else:
            asked.offer(self.tr("Add the known person"), partial(self._choose, person.key))
        asked.no.setFocus(Qt.FocusReason.OtherFocusReason)  # Enter pressed twice adds nobody

    def _open_among(self, known: Sequence[Person]) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.offer(known)
        self.field.open_offers()


class WalkInBar(WalkInEntry):
    """Stands over the people of a session."""

    def __init__(self) -> None:
        super().__init__("room_walk_in", FittingLabel("caption", "room_walk_in_note"))
        row = FlowRow(self)
        row.setContentsMargins(16, 7, 16, 7)
        row.setSpacing(12)
        row.addWidget(self.field, 3)
        row.addWidget(self.note, 3)
        self.retranslate()

    @override
    def usual_note(self) -> str:
        return self.tr("Enter adds and closes the field, Ins opens it for the next one; Esc leaves")


def _service(person: Person) -> list[str]:
    return [part for part in (rank_name(person.rank, window_language()), person.unit) if part]


def _called(typed: str, people: Iterable[Person]) -> list[Person]:
    return [person for person in people if _same_name(typed, person.name)]


def _find_namesake(typed: str, people: Iterable[GridRow]) -> GridRow | None:
    """Return who of a list has the name that was typed."""
    listed = (row for row in people if not row.gone)
    return next((row for row in listed if _same_name(typed, row.full_name or row.name)), None)


def _same_name(typed: str, name: str) -> bool:
    """Tell whether a typed name is somebody's, be it with or without a rank or a father's name."""
    wanted, theirs = fold(split_rank(typed)[1]).split(), fold(name).split()
    both = min(len(wanted), len(theirs))
    return both > 1 and wanted[:both] == theirs[:both]
