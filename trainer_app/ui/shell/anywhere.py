"""What works from anywhere in the window: finding, making, printing, reading anew, and where one was before.

It also keeps the keyboard in the page when the button that had it is switched off.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, SignalInstance
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QStackedWidget, QWidget

from trainer_app.actions.base import identity
from trainer_app.actions.courses import courses
from trainer_app.actions.people import people
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.ui.shell.navigation import TABS
from trainer_app.ui.shell.status_line import Place
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.fields import bring_into_sight
from trainer_app.ui.widgets.labels import is_shown
from trainer_app.ui.widgets.overlays import Mood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from trainer_app.domain.base.changes import Changes
    from trainer_app.ui.kit.context import AppContext
    from trainer_app.ui.kit.history_panel import Page
    from trainer_app.ui.kit.papers import PaperPage
    from trainer_app.ui.kit.screens import ActionTable, Screen, ScreenSpec
    from trainer_app.ui.shell.quick_search import Found, QuickSearch
    from trainer_app.ui.shell.sidebar import Sidebar
    from trainer_app.ui.shell.status_line import StatusLine

_KEPT = 9
"""Places of before that are remembered."""
_OFFERED = ("undo", "redo", "new", "find_person", "print", "refresh", "lock", "help", "keys", "quit")
"""Actions of the window that are found by their words; the others are the search itself, and a key alone."""
_STEPS = ("undo", "redo")
_BEFORE_COURSES = ("", "today", "courses")
"""Screens from which one goes on to the papers of a course."""


class Pages(Protocol):
    """What is asked of the workspace: its parts, and which page is in sight."""

    context: AppContext
    specs: dict[str, ScreenSpec]
    actions_table: ActionTable
    rail: Sidebar
    line: StatusLine
    stack: QStackedWidget
    practice_begun: SignalInstance

    @property
    def may_practise(self) -> bool:
        """Tell whether somebody can go from here to invented people."""
        ...

    @property
    def paper(self) -> PaperPage:
        """The page that shows papers."""
        ...

    def open(self, name: str, **place: Any) -> object:
        """Show a screen."""

    def current(self) -> str:
        """Return the name of the screen that is open."""
        ...

    def in_sight(self) -> Page | None:
        """Return what is in sight."""

    def screen_in_sight(self) -> Screen | None:
        """Return the screen in sight."""

    def opened_screen(self, name: str) -> Screen | None:
        """Return a screen that was opened before."""

    def read_help(self, page: str) -> None:
        """Show a page of the help."""

    def focus_page(self) -> None:
        """Give the keyboard to the page in sight."""


def _thing_of(shown: dict[str, Any]) -> tuple[Any, Any]:
    """Return of what a place is: a course is one thing, whichever of its tabs was open."""
    return shown.get("course"), shown.get("person")


class Anywhere(QObject):
    """Acts on the page that the window shows."""

    def __init__(self, window: QWidget, pages: Pages) -> None:
        super().__init__(window)
        self.setObjectName("anywhere")
        self._window, self._pages = window, pages
        self._places: list[Place] = []
        self._begins = True
        """Whether nothing was opened yet since the program began."""
        pages.context.changes.announced.connect(lambda changes, _source: self._name_anew(changes))

    def find(self) -> QuickSearch:
        """Look for people, courses, certificates and commands at once, and open what is chosen."""
        # Here and not above: Today waits for nothing that reads certificates.
        from trainer_app.ui.shell.quick_search import QuickSearch

        pages = self._pages
        sheet = QuickSearch(
            self._window, pages.context, self._commands(), self._led(), self._places[1:], pages.read_help
        )
        sheet.chosen.connect(self._go_to_found)
        sheet.reveal(sheet.field)
        return sheet

    def _go_to_found(self, found: Found) -> None:
        if found.act is not None:
            found.act()
        else:
            self._pages.open(found.screen, **found.place)
        if found.part:
            # Whoever shows a page gives it the keyboard, at its first part.
            QTimer.singleShot(0, self, lambda: self._lead_to(found.part.split()))

    def _lead_to(self, names: Sequence[str]) -> None:
        """Bring the first of some parts that is shown into view, and give it the keyboard.

        What makes something new begins that, as Ctrl+N does there: nothing is stored before a person says so.
        """
        shown = (part for name in names for part in self._window.findChildren(QWidget, name))
        part = next(filter(QWidget.isVisible, shown), None)
        if part is None:
            return
        screen = self._pages.screen_in_sight()
        if screen is not None and part is screen.new_button():
            self.make_new()
            return
        inside = (part, *part.findChildren(QWidget))
        able = (each for each in inside if each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus)
        (next(filter(QWidget.isVisible, able), part)).setFocus(Qt.FocusReason.ShortcutFocusReason)
        bring_into_sight(part)

    def _commands(self) -> list[Found]:
        """Return what can be opened and done from anywhere."""
        from trainer_app.ui.shell.quick_search import Found

        also, specs = self._also, self._pages.specs
        found = [
            Found(title, self.tr("Page"), screen=name, also=also(f"screen/{name}", "Sidebar", title))
            for name, title in ((spec.name, spec.title) for spec in specs.values())
        ]
        for name, title in self._office_tabs().items():
            kind, place, known = (
                specs["office"].title,
                {"tab": name},
                also(f"office/{name}", "OfficeScreen", title),
            )
            found.append(Found(title, kind, screen="office", place=place, also=known))
        found += self._checks()
        here = self._pages.in_sight()
        found += self._tabs() if here is not None and here.course else []
        found.append(self._marking(here))
        titles = {spec.name: spec.words() for spec in self._pages.actions_table.specs()}
        for name in _OFFERED:
            action = self._pages.actions_table[name]
            if action.isEnabled():
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                known, step = also(f"action/{name}", "Actions", titles[name]), name in _STEPS
                found.append(
                    Found(
                        action.text(), keys, act=action.trigger, also=known, step=step, leaves=name == "quit"
                    )
                )
        if self._pages.may_practise:
            words = QCoreApplication.translate("HelpView", "Practise")
            known = also("action/practise", "HelpView", words)
            found.append(Found(words, titles["help"], act=self._pages.practice_begun.emit, also=known))
        return found

    def _also(self, name: str, scope: str, shown: str) -> tuple[str, str]:
        """Return by what other words something is found: see `Found.also`."""
        from trainer_app.ui.shell.quick_search import command_list, shown_elsewhere

        code = self._pages.context.language.code
        return command_list().words_of(name, code, shown_elsewhere(code, scope, shown))

    def _office_tabs(self) -> dict[str, str]:
        """Return the titles of the office's tabs by their names; none on a laptop."""
        if "office" not in self._pages.specs:
            return {}
        from trainer_app.ui.office.wording import tab_titles

        return tab_titles(travels=self._pages.context.work.travels)

    def _tabs(self) -> list[Found]:
        """Return the tabs of the course in sight, or of the one before."""
        from trainer_app.ui.shell.quick_search import Found

        kind, course = self._course_meant()
        return [
            Found(
                title,
                kind,
                "courses",
                {**course, "tab": name},
                also=self._also(f"tab/{name}", "CourseTabs", title),
            )
            for name, title in ((tab.name, tab.title) for tab in TABS)
        ]

    def _course_meant(self) -> tuple[str, dict[str, Any]]:
        """Return which course is meant, in words and as a place: that in sight, or the one before."""
        here = self._pages.in_sight()
        if here is not None and here.course:
            return self.tr("In this course"), {"course": here.course}
        before = next((place for place in self._places if "course" in place.shown), None)
        if before is None:
            return self.tr("Choose the course first"), {}
        words = self.tr("In the course {course}").format(course=before.words)
        return words, {"course": before.shown["course"]}

    def _led(self) -> list[Found]:
        """Return what is found by its words alone: parts of pages, tabs of a course out of sight."""
        from trainer_app.ui.shell.quick_search import (
            Found,
            called_elsewhere,
            caption_of,
            command_list,
            parted,
        )

        context, specs, offices = self._pages.context, self._pages.specs, self._office_tabs()
        here = self._pages.in_sight()
        found = [] if here is not None and here.course else self._tabs()
        meant, course = self._course_meant()
        role, office = context.work.role.value, context.ask(identity.has_office)
        places = ("", role, f"{role} joined" if office else f"{role} alone")
        for each in command_list().commands:
            of_course = each.screen == "course"
            screen = "courses" if of_course else each.screen
            elsewhere = screen == "office" and each.place["tab"] not in offices
            if screen not in specs or elsewhere or each.at not in places:
                continue
            words = caption_of(context, each.words)
            if each.under:
                words = f"{caption_of(context, each.under)}: {words}"
            place = {**course, **each.place} if of_course else each.place
            kind, code = meant if of_course else specs[screen].title, context.language.code
            also = parted(each.also, code, called_elsewhere(code, each.words))
            found.append(Found(words, kind, screen, place, also=also, part=each.part))
        return found

    def _marking(self, here: Page | None) -> Found:
        """Return where all who are left are marked at once: in the open course, or in those of today."""
        from trainer_app.ui.kit.screens import TO_MARK
        from trainer_app.ui.shell.quick_search import Found, shown_elsewhere

        words, everyday = self.tr("Mark the rest present"), self.tr("mark everybody, all at once")
        code = self._pages.context.language.code
        also = everyday, " ".join(shown_elsewhere(code, "Anywhere", each) for each in (words, everyday))
        if here is not None and here.course:
            place = {"course": here.course, **TO_MARK}
            return Found(words, self.tr("In this course"), screen=here.screen, place=place, also=also)
        return Found(words, self._pages.specs["today"].title, screen="today", also=also)

    def _checks(self) -> list[Found]:
        """Return what is checked here that came from elsewhere, or lies on another disk."""
        from trainer_app.ui.shell.quick_search import Found

        pages, found = self._pages.specs, []
        if "certificates" in pages:
            kind = pages["certificates"].title
            for words, place in (
                (self.tr("Check evidence: a folder…"), {"evidence": "folder"}),
                (self.tr("Check evidence: an encrypted file…"), {"evidence": "file"}),
            ):
                also = self._also("", "Anywhere", words)
                found.append(Found(words, kind, screen="certificates", place=place, also=also))
        if "settings" in pages:
            kind, backup = pages["settings"].title, self.tr("Check a backup…")
            also = self._also("", "Anywhere", backup)
            found.append(Found(backup, kind, screen="settings", place={"check_backup": True}, also=also))
        return found

    def make_new(self) -> None:
        """Begin what the page in sight makes; elsewhere a course, but nothing leads out of an open one."""
        screen = self._pages.screen_in_sight()
        button = screen.new_button() if screen is not None and not is_shown(self._window, "paper") else None
        if button is not None and button.isVisible():
            if button.isEnabled():
                button.click()
        elif button is not None or self._course_in_sight():
            title = self.tr("Nothing new is made on this page")
            self._pages.context.tell(Mood.NOW, title, self.tr("A course is made in the list of courses."))
        else:
            self._pages.open("courses", create=True)

    def print(self) -> None:
        """Show the paper that the page in sight offers; else those of its course, or of the one before.

        Without any course all are shown. A page that is of no course leads to no papers of one.
        """
        button = self._printing()
        course = self._course_in_sight()
        if button is not None:
            button.click()
        elif course:
            self._pages.open("courses", course=course, tab="print")
        elif self._pages.current() not in _BEFORE_COURSES:
            title = self.tr("This page has no paper of its own")
            text = self.tr(
                "The papers of a course are printed in the course; lists and reports where they stand."
            )
            self._pages.context.tell(Mood.NOW, title, text)
        elif before := self._course_before():
            self._pages.open("courses", course=before, tab="print")
        else:
            self._pages.open("courses")

    def _printing(self) -> Button | None:
        """Return the button in sight that shows a paper: the filled one, or the only one."""
        screen = self._pages.screen_in_sight()
        if screen is None:
            return None
        found = [
            each for each in screen.findChildren(Button) if each.icon_name == "print" and each.isVisible()
        ]
        found = [each for each in found if each.isEnabled()]
        first = [each for each in found if each.kind is ButtonKind.PRIMARY] or found
        return first[0] if len(first) == 1 else None

    def _course_in_sight(self) -> str:
        here = self._pages.in_sight()
        return here.course if here is not None else ""

    def _course_before(self) -> str:
        """Return the course that was open last, "" for none."""
        return next((place.shown["course"] for place in self._places if "course" in place.shown), "")

    def read_anew(self) -> None:
        """Read again what is in sight, as where another window or the office's file has changed it."""
        screen = self._pages.screen_in_sight()
        if screen is not None:
            screen.refresh_now()
        self._pages.context.undo.refresh()

    def note_place(self) -> None:
        """Remember the course or person in sight, the newest first, each once."""
        screen = self._pages.screen_in_sight()
        place = screen.recent_place() if screen is not None else None
        if place is None:
            if self._begins:
                self._places = self._left_at()
            self._pages.line.recent.show_places(self._places)
            return
        if self._begins:
            self._begins, self._places = False, []
        words, shown = place
        same = [each for each in self._places if _thing_of(each.shown) == _thing_of(shown)]
        # Not `current`: a paper may lie over the screen, and is none itself.
        opened = self._pages.opened_screen
        name = next(each for each in self._pages.specs if opened(each) is screen)
        found = Place(words, name, shown)
        self._places = [found, *(each for each in self._places if each not in same)][:_KEPT]
        self._pages.line.recent.show_places(self._places[1:])

    def _left_at(self) -> list[Place]:
        """Return where something was done last, before the program ended or the power went."""
        context = self._pages.context
        try:
            page = context.undo.left_at()
        except TrainerError:
            return []  # Of damaged data the pages tell, and lead to what can be saved.
        code = context.ask(courses.code_of, page.course) if page is not None else None
        if page is None or code is None or page.screen not in self._pages.specs:
            return []
        from trainer_app.ui.kit.screens import TO_MARK

        tab = next(each for each in TABS if each.name == page.tab)
        shown = {"course": page.course, **(TO_MARK if page.tab == TO_MARK["tab"] else {"tab": page.tab})}
        return [Place(f"{tab.title}, {code}", page.screen, shown)]

    def _name_anew(self, changes: Changes) -> None:
        """Call people by the names that they have now; who was erased or taken away is no place any more.

        Nor is a course whose making was undone.
        """
        if changes.touches("course"):
            ask = self._pages.context.ask
            gone = [
                each
                for each in self._places
                if "course" in each.shown and not ask(courses.has_course, each.shown["course"])
            ]
            self._places = [each for each in self._places if each not in gone]
            if gone:
                self._pages.line.recent.show_places(self._places)
        if not any("person" in place.shown for place in self._places) or not changes.touches("person"):
            return
        keys = [place.shown.get("person") for place in self._places]
        known = self._pages.context.ask(people.names_known, keys) or {}
        self._places = [
            place if "person" not in place.shown else replace(place, words=known[place.shown["person"]])
            for place in self._places
            if "person" not in place.shown or place.shown["person"] in known
        ]
        screen = self._pages.screen_in_sight()
        here = screen.recent_place() if screen is not None else None
        first = self._places[0] if self._places else None
        inside = here is not None and first is not None and _thing_of(here[1]) == _thing_of(first.shown)
        self._pages.line.recent.show_places(self._places[1:] if inside else self._places)

    def keep_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Give the keyboard back to the page where what had it was switched off or went away.

        Qt hands it to the next part of the window, which may be the navigation: there a key leaves the page.
        """
        if old is None or new is None or not self._pages.stack.isAncestorOf(old):
            return
        gone = not old.isEnabled() or not old.isVisible()
        if gone and (self._pages.rail.isAncestorOf(new) or self._pages.line.isAncestorOf(new)):
            self._pages.focus_page()
