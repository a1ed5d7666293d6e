"""One field that finds everything: people, courses, certificates by number or name, commands, help.

It lies over the window; arrows choose, Enter opens, Esc leaves. Before anything is typed it offers the places
where one was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, Any, override

import msgspec
from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from trainer_app.actions.certificates import certificates
from trainer_app.actions.courses import courses
from trainer_app.actions.people import people
from trainer_app.domain.base import help_pages
from trainer_app.domain.base.catalogues import window_sources, window_text
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.text_search import fold, searcher
from trainer_app.domain.base.texts import LANGUAGES, resource, topic
from trainer_app.domain.certificates.certificates import Certificate, CertificateState
from trainer_app.domain.courses.courses import Course
from trainer_app.domain.people.persons import Person
from trainer_app.system import messages
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.widgets.fields import SearchField
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.overlays import ModalOverlay
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import TableView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from trainer_app.ui.shell.status_line import Place

_WIDTH, _LEAST_HEIGHT = 680, 430
_MOST = 6
"""Lines of each kind: more than these are found sooner by another letter."""
_LEAST_LETTERS, _LEAST_ASKED = 2, 4
"""Letters from which people and certificates are looked for, and pages of the help."""
_LONG_WORD = 6
"""Letters from which the last two of a word may be an ending."""
_MOST_HELP = 3
_MOST_COMMANDS = 30
_FIRST_COMMANDS = 6
"""Those that stand before people, courses and certificates, where any of these is found too."""


class Found(Struct, frozen=True):
    """One line: what it is called, what it is, and where it leads: a place of a screen, or something done.

    `also` are other words by which it is found: everyday ones in the window's language, and those of the
    other languages with what it is called there; `part` is what the keyboard goes to in that place. A `step`
    takes back or does again: its words tell of other things, so it is found by `also` alone and stands last.
    """

    words: str
    kind: str
    screen: str = ""
    place: dict[str, Any] = {}
    act: Callable[[], object] | None = None
    also: tuple[str, str] = ("", "")
    part: str = ""
    step: bool = False
    leaves: bool = False
    """It ends the program, so it stands behind all other commands."""
    code: str = ""
    """A course's code or a certificate's number."""


class Led(Struct, frozen=True):
    """A part of a page to which one is led. `words`: a text of the window by its context, or a message.

    `under` is said before it where the caption alone says too little. `part` names what gets the keyboard:
    the first of them that is shown. `at`: the role of the computers that have it. The screen "course" is an
    open course.
    """

    screen: str
    words: tuple[str, ...]
    also: dict[str, str]
    place: dict[str, Any] = {}
    part: str = ""
    under: tuple[str, ...] = ()
    at: str = ""


class CommandList(Struct, frozen=True):
    """What is found beside people, courses and certificates: `resources/i18n/commands.json`.

    `also` has the everyday words of screens, tabs and actions by their names: "office/retention".
    """

    about: str
    also: dict[str, dict[str, str]]
    commands: tuple[Led, ...]

    def words_of(self, name: str, language: str, called: str = "") -> tuple[str, str]:
        """Return the everyday words of a screen, tab or action, as `Found.also` has them; see `parted`."""
        return parted(self.also.get(name, {}), language, called)


@cache
def command_list() -> CommandList:
    """Return the list, read once, with the papers of a course behind it."""
    found = msgspec.json.decode(resource("i18n", "commands.json").read_bytes(), type=CommandList)
    return replace(found, commands=(*found.commands, *_papers()))


def _papers() -> Iterator[Led]:
    """Yield what leads to each paper of a course that has everyday words: `paper.also.X`, X is its name."""
    place, under = {"tab": "print"}, ("CourseTabs", "Print")
    for code, also in topic("paper").items():
        name = code.partition("paper.also.")[2]
        if name:
            yield Led("course", (f"paper.title.{name}",), dict(also), place, f"print_{name}_button", under)


def parted(words: Mapping[str, str], language: str, called: str = "") -> tuple[str, str]:
    """Return everyday words in a language, and those of the others with what a thing is called there."""
    others = (text for code, text in words.items() if code != language)
    return words.get(language, ""), " ".join(filter(None, (called, *others)))


def called_elsewhere(language: str, words: Sequence[str]) -> str:
    """Return what a text of the window, or a message, is in the other languages; see `Led.words`."""
    others = [code for code in LANGUAGES if code != language]
    if len(words) == 1:
        return " ".join(messages.text(words[0], code) for code in others)
    scope, source, *sense = words
    return " ".join(window_text(scope, source, code, *sense) for code in others)


def shown_elsewhere(language: str, scope: str, shown: str) -> str:
    """Return what is shown in a language, of a context of the window, in the other ones."""
    found = window_sources(scope, shown, language)
    return " ".join(called_elsewhere(language, (scope, *text)) for text in found)


def caption_of(context: AppContext, words: Sequence[str]) -> str:
    """Return a text as it stands in the window now: one of its context, or a message."""
    if len(words) == 1:
        return context.words(words[0])
    scope, source, *sense = words
    return QCoreApplication.translate(scope, source, sense[0] if sense else None)


_LIGHT_VERBS = ("кардан", "намудан", "сохтан", "кунед")
"""What Tajik adds to a noun to make a verb of it ("илова кардан"): the everyday words have the noun alone."""


def _without_light_verbs(text: str) -> str:
    """Return typed words without them, and without the beginning of one; "" where that changes nothing."""
    words = text.casefold().split()
    kept = [each for each in words if each not in _LIGHT_VERBS]
    if len(words) > 1 and kept == words and any(verb.startswith(words[-1]) for verb in _LIGHT_VERBS):
        kept.pop()
    return " ".join(kept) if len(kept) < len(words) else ""


def _without_endings(text: str) -> str:
    """Return words without the letters in which their cases and numbers differ."""
    return " ".join(
        word[: -1 if len(word) < _LONG_WORD else -2] if len(word) > _LEAST_ASKED else word
        for word in text.split()
    )


def _by_code(found: Sequence[Found], text: str) -> list[Found]:
    """Put what is called exactly as typed first, then what has a code that begins so; the rest stays.

    "2026-1" is found in "2026-2" of the 1st of December 2026, too.
    """
    typed = text.casefold()

    def rank(line: Found) -> int:
        if line.leaves or line.step:
            return 2
        if typed in (line.code.casefold(), line.words.casefold()):
            return 0
        return 1 if line.code.casefold().startswith(typed) else 2

    return sorted(found, key=rank)


class QuickField(SearchField):
    """Up and Down move in the list below while the keyboard stays here; Enter opens what is chosen there."""

    entered = Signal()
    stepped = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, open, or leave."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _MOST, Qt.Key.Key_PageUp: -_MOST}
        if event.key() in steps:
            self.search_now()
            self.stepped.emit(steps[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.search_now()
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class QuickSearch(Retranslated, ModalOverlay):
    """`chosen` gives the `Found` that is to be opened; the sheet is gone then."""

    chosen = Signal(object)

    def __init__(
        self,
        host: QWidget,
        context: AppContext,
        commands: Sequence[Found],
        led: Sequence[Found],
        before: Sequence[Place],
        read_help: Callable[[str], object],
    ) -> None:
        super().__init__("quick_search", host, _WIDTH)
        self._read_help = read_help
        self._context, self._commands, self._led, self._before = context, commands, led, before
        self.title = label("card_title", "quick_search_title")
        self.field = QuickField("quick_search_field")
        self.table = TableView("quick_search_found")
        columns: tuple[Column[tuple[str, Found]], ...] = (
            Column("words", lambda: self.tr("Found"), lambda row: row[1].words, look=TextStyle.STRONG),
            Column("kind", lambda: self.tr("Kind"), lambda row: row[1].kind, 250, look=TextStyle.QUIET),
        )
        self.model = ListTableModel[tuple[str, Found]](
            "quick_search_model", columns, lambda row: row[0], self
        )
        self.nothing = label("second", "quick_search_nothing", wrap=True)
        self.hint = label("caption", "quick_search_hint", wrap=True)
        self.table.show_model(self.model)
        self.table.horizontalHeader().hide()
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.setMinimumHeight(min(_LEAST_HEIGHT, max(120, host.window().height() - 240)))
        self.table.open_on_press()
        for part in (self.title, self.field, self.nothing, self.table, self.hint):
            self.column.addWidget(part)
        self.field.searched.connect(lambda _text: self._look())
        self.field.entered.connect(self._open)
        self.field.stepped.connect(self._step)
        self.field.left.connect(self.dismiss)
        self.table.opened.connect(lambda _row: self._open())
        self.retranslate()
        self._look()

    @override
    def retranslate(self) -> None:
        self.title.setText(self.tr("Find anything"))
        self.setAccessibleName(self.title.text())
        self.field.set_hint(self.tr("Person, course, certificate number, or what you want to do"))
        self.table.setAccessibleName(self.tr("Found"))
        self.nothing.setText(self.tr("Nothing found. Type fewer letters, in any alphabet."))
        self.hint.setText(self.tr("↑ ↓ choose · Enter opens · Esc leaves"))

    @override
    def passes(self, shortcut: QObject) -> bool:
        if shortcut.objectName() != "action_help":
            return super().passes(shortcut)
        self.dismiss()  # The help lies beside the page, where it would be read but not closed.
        return True

    def found(self) -> list[Found]:
        """Return what is listed, from the top."""
        return [self.model.row(row)[1] for row in range(self.model.rowCount())]

    def _look(self) -> None:
        """List what is found by the words typed so far."""
        text = self.field.text().strip()
        lines = self._search(text) if text else self._at_first()
        self.model.set_rows([(str(place), line) for place, line in enumerate(lines)])
        self.nothing.setVisible(not lines)
        # Enter changes nothing that was not chosen: whoever looked for a name would not see what was undone.
        # A row that was current before stays so in Qt, whatever stands there now.
        if lines and not lines[0].step:
            self.table.selectRow(0)
        else:
            self.table.clearSelection()
            self.table.setCurrentIndex(QModelIndex())

    def _at_first(self) -> list[Found]:
        before = [
            Found(each.words, self.tr("Recent"), screen=each.screen, place=each.shown)
            for each in self._before
        ]
        return [*before, *self._commands]

    def commands_for(self, text: str) -> list[Found]:
        """Return what can be opened and done, the best first.

        What is called so stands before what is only meant, and both before what other languages say.
        """
        fits, begins = searcher(text), fold(text)

        def rank(line: Found) -> int:
            if line.leaves:
                return 4  # Enter must not end the program where somebody meant to close a course.
            if fits(line.words):
                return 0 if fold(line.words).startswith(begins) else 1
            return 2 if fits(f"{line.words} {line.also[0]}") else 3

        known = [line for line in (*self._commands, *self._led) if not line.step]
        found = [line for line in known if fits(" ".join((line.words, *line.also)))]
        found.sort(key=rank)
        bare = _without_light_verbs(text)
        found += [line for line in (self.commands_for(bare) if bare else ()) if line not in found]
        return found[:_MOST_COMMANDS]

    def steps_for(self, text: str) -> list[Found]:
        """Return Undo and Redo where their own word is asked for."""
        fits = searcher(text)
        found = [line for line in self._commands if line.step and fits(" ".join(line.also))]
        bare = _without_light_verbs(text)
        return found if found or not bare else self.steps_for(bare)

    def _search(self, text: str) -> list[Found]:
        """Return all that is found: no kind of lines hides another one below it."""
        commands, things = self.commands_for(text), self._things(text)
        # As in "города" for "город"; but "Nazarov" is somebody, and no beginning of the Tajik "назарсанҷӣ".
        alike = [] if commands or things else self.commands_for(_without_endings(text))
        first = _FIRST_COMMANDS if things else _MOST_COMMANDS
        found = _by_code([*commands[:first], *things, *alike, *commands[first:]], text)
        found += self._of_help(text) if len(text) >= _LEAST_ASKED else ()
        return found + self.steps_for(text)

    def _things(self, text: str) -> list[Found]:
        """Return the courses, people and certificates that are found."""
        ask = self._context.ask
        listed = [self._of_course(each) for each in ask(courses.search_courses, None, text) or []]
        found = _by_code(listed, text)[:_MOST]
        if len(text) >= _LEAST_LETTERS:
            found += [self._of_person(each) for each in ask(people.search, text, _MOST) or []]
            issued = [self._of_certificate(each) for each in ask(certificates.search, text) or []]
            found += _by_code(issued, text)[:_MOST]
        return found

    def _of_help(self, text: str) -> list[Found]:
        """Return the pages that say how to do what is asked for."""
        role, language = self._context.work.role.value, self._context.language.code
        kind = self.tr("Help: how it is done")
        return [
            Found(page.title, kind, act=partial(self._read_help, page.name))
            for page in help_pages.search(language, text, role)[:_MOST_HELP]
        ]

    def _of_course(self, course: Course) -> Found:
        title = course.title.best(self._context.language.code)
        words = " · ".join(part for part in (course.code, title) if part)
        days = self._context.formats.days(course.first_day, course.last_day)
        kind = ", ".join(part for part in (self.tr("Course"), course.town, days) if part)
        return Found(words, kind, screen="courses", place={"course": course.key}, code=course.code)

    def _of_person(self, person: Person) -> Found:
        kind = ", ".join(part for part in (self.tr("Person"), person.unit) if part)
        return Found(person.name, kind, screen="people", place={"person": person.key})

    def _of_certificate(self, found: Certificate) -> Found:
        state = self.tr("Certificate")
        if found.state is not CertificateState.ISSUED:
            state = self.tr("Certificate, no longer valid")
        words = " · ".join(part for part in (found.serial, found.facts.name) if part)
        place = {"search": found.serial}
        return Found(words, state, screen="certificates", place=place, code=found.serial)

    def _step(self, by: int) -> None:
        count = self.model.rowCount()
        if count:
            row = min(max(self.table.currentIndex().row() + by, 0), count - 1)
            self.table.selectRow(row)
            self.table.scrollTo(self.model.index(row, 0))

    def _open(self) -> None:
        index = self.table.currentIndex()
        if index.isValid():
            found = self.model.row(index.row())[1]
            self.dismiss()
            self.chosen.emit(found)
