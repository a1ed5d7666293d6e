"""The open program: the sidebar, the band of messages, and the screen that is open."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.actions.base import history, users
from trainer_app.actions.base.workplace import Role
from trainer_app.actions.courses import courses
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.errors import TrainerError
from trainer_app.system import messages
from trainer_app.ui.attendance.session.scanner import ScanController
from trainer_app.ui.kit.context import (
    DATABASE_DAMAGED,
    AppContext,
    CloseQuestion,
    PrintablePdf,
)
from trainer_app.ui.kit.history_panel import Page
from trainer_app.ui.kit.screens import ActionTable, Screen, ScreenSpec, open_keys, screens_for
from trainer_app.ui.shell.anywhere import Anywhere
from trainer_app.ui.shell.help import HelpOverlay, PracticeBand
from trainer_app.ui.shell.navigation import SCREENS
from trainer_app.ui.shell.office_server import ServerWatch
from trainer_app.ui.shell.sidebar import Sidebar
from trainer_app.ui.shell.status_line import LOW, StatusLine
from trainer_app.ui.shell.undo_steps import UndoSteps
from trainer_app.ui.style.theme import follow_theme, tokens
from trainer_app.ui.style.tokens import HELP_LEAST, HELP_WIDTH, LEAST_PAGE, NARROW_BELOW
from trainer_app.ui.widgets.flow import LowPage, PageStack, laid_out_first
from trainer_app.ui.widgets.labels import HasUnsavedChanges, Retranslated, is_made, is_shown
from trainer_app.ui.widgets.overlays import Mood, SidePanel, keyboard_in_panel

if TYPE_CHECKING:
    from trainer_app.ui.kit.papers import PaperPage
    from trainer_app.ui.shell.help_panel import HelpPanel
    from trainer_app.ui.shell.tour import TourStrip


_BUSY_AFTER = 150
"""Milliseconds of long work after which the pointer says so."""


def _holds_work(part: QWidget) -> bool:
    found = [each for each in part.findChildren(QWidget) if isinstance(each, HasUnsavedChanges)]
    return any(each.holds_work() for each in found)


class Workspace(Retranslated, QWidget):
    """Opens screens when they are asked for, and keeps rail, band and undo true."""

    lock_requested = Signal()
    practice_begun = Signal()
    practice_ended = Signal(object, bool)
    _asleep = _missed = False
    _had_keyboard: QWidget | None = None

    def __init__(self, context: AppContext, specs: tuple[ScreenSpec, ...] | None = None) -> None:
        super().__init__(context.take_frame())
        self.setObjectName("workspace")
        # What no part covers. A style sheet of its own would reach every screen.
        self.setAutoFillBackground(True)
        self.context = context
        self._given = specs
        self.specs = self._entries()
        self._keys: list[QShortcut] = []
        # From the outside in: with each widget that is put into another, Qt goes through all it holds.
        # The Tab key goes through them in this order.
        self.rail = Sidebar(tuple(self.specs.values()), self)
        self.content = QWidget(self)
        self.content.setObjectName("content")
        self.practice = PracticeBand(context.work.folder.root, self.content)
        self.server = ServerWatch(context, self, self.lock_requested.emit)
        self.stack: QStackedWidget = PageStack(self.content)
        self.stack.setObjectName("screens")
        self.scrolled = LowPage("screens_scrolled", self.stack)
        self.line = StatusLine(self, self.content)
        self.banner, self.progress = self.line.banner, self.line.progress
        self._opened: dict[str, Screen] = {}
        self._before_paper: QWidget | None = None
        self._incoming: set[Path] = set()
        self._busy = QTimer(self)
        self._busy.setObjectName("busy")
        self._busy.setSingleShot(True)
        self._busy.setInterval(_BUSY_AFTER)
        self._busy.timeout.connect(lambda: self.setCursor(Qt.CursorShape.BusyCursor))
        self.actions_table = ActionTable(self)
        self.anywhere = Anywhere(self, self)
        self.steps = UndoSteps(self, self)
        self._lay_out()
        self.scans = ScanController(context, self)
        # Each by itself, and each screen when it is opened: a change of theme passes hidden screens over.
        for part in (self.rail, self.practice, self.server.band, self.line):
            follow_theme(part)
        self._connect()
        self._show_user()
        self._show_saved()
        self._show_review()

    def _lay_out(self) -> None:
        content = QVBoxLayout(self.content)
        content.setContentsMargins(0, 0, 0, 0)
        content.setSpacing(0)
        content.addWidget(self.practice)
        content.addWidget(self.server.band)
        content.addWidget(self.scrolled, 1)
        content.addWidget(self.line)
        kept = self.context.preferences.now
        if kept.tour_open or not (kept.tour_offered or self.practice.isHidden()):
            (self.tour.show if kept.tour_open else self.tour.offer)()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.content, 1)

    def _connect(self) -> None:
        context, table = self.context, self.actions_table
        self.rail.opened.connect(self._open_from_rail)
        self.rail.lock_requested.connect(self.lock_requested)
        self.rail.help_requested.connect(self.toggle_help)
        self.practice.ended.connect(self.practice_ended)
        context.place_requested.connect(self._go)
        context.noticed.connect(self.banner.show_notice)
        context.stands.connect(self.banner.keep)
        context.failed.connect(self._note_failed)
        context.quiet.connect(self.banner.take_away)
        context.pairs_found.connect(self._show_review)
        context.paper_requested.connect(self._show_paper)
        context.user_changed.connect(self._know_computer)
        context.changes.announced.connect(self._show_role)
        context.theme.changed.connect(self.update)
        context.changes.announced.connect(self._changed)
        context.others.watch(self)
        self.server.resting += [self.rail, self.stack, self.line]
        self.server.returned.connect(self.steps.show)
        self.server.begin()
        context.watcher.found.connect(self._show_incoming)
        context.jobs.started.connect(self._job_started)
        context.jobs.progressed.connect(self._job_progressed)
        context.jobs.ended.connect(self._job_ended)
        self.progress.stopped.connect(context.jobs.cancel)
        self.stack.currentChanged.connect(self._follow_place)
        # A paper in sight has these keys for itself.
        self.stack.currentChanged.connect(
            lambda _place: table["print"].setEnabled(
                self.stack.currentWidget() is not vars(self).get("paper")
            )
        )
        context.undo.refreshed.connect(self.anywhere.note_place)
        self.line.recent.find_requested.connect(self.anywhere.find)
        self.line.recent.chosen.connect(lambda place: self.open(place.screen, **place.shown))
        QApplication.instance().focusChanged.connect(self.anywhere.keep_focus)  # type: ignore[union-attr]
        table["next_area"].triggered.connect(self._next_area)
        table["find_person"].triggered.connect(lambda: self.open("people", search=True))
        table["find_anything"].triggered.connect(self.anywhere.find)
        table["new"].triggered.connect(self.anywhere.make_new)
        table["print"].triggered.connect(self.anywhere.print)
        table["refresh"].triggered.connect(self.anywhere.read_anew)
        table["lock"].triggered.connect(self.lock_requested)
        table["help"].triggered.connect(self.toggle_help)
        table["keys"].triggered.connect(self.show_keys)
        table["quit"].triggered.connect(lambda: self.window().close())
        self._set_keys()

    def _set_keys(self) -> None:
        """Let keys open the entries of the rail, by their places."""
        for gone in self._keys:
            gone.setParent(None)
            gone.deleteLater()
        self._keys = []
        for index, name in enumerate(self.specs):
            shortcut = QShortcut(open_keys(index), self)
            shortcut.setObjectName(f"open_{name}")
            shortcut.activated.connect(lambda name=name: self._open_by_key(name))
            self._keys.append(shortcut)

    # Screens

    def open(self, name: str, **place: Any) -> Screen | None:
        """Show a screen, making it first if need be. A name that this program lacks is ignored."""
        spec = self.specs.get(name)
        if spec is None:
            return None
        screen = self._opened.get(name)
        if screen is None:
            screen = self._opened[name] = self.context.make_in(self.stack, spec.create)
            screen.follow_theme()
            screen.page_changed.connect(self.context.undo.refresh)
            screen.page_changed.connect(self._follow_place)
            self.stack.addWidget(screen)
        if self.stack.currentWidget() is not screen:
            self.banner.take_away()
        if place:
            screen.show_place(**place)
        with laid_out_first(self.stack):
            self.stack.setCurrentWidget(screen)
        self.rail.choose(name)
        self.focus_page()
        self.window().setWindowTitle(f"{spec.title} – {self.rail.brand.text()}")
        return screen

    def kept_place(self) -> str:
        """Return what is in sight by the names of screen, course and tab, for `open_place`; no data."""
        for screen in self._opened.values():
            screen.put_by()
        here = self.in_sight()
        if here is None:
            return ""
        tab = here.tab if here.course else self.place().partition("/")[2]
        return " ".join((self.current(), here.course, tab)).strip()

    def open_place(self, place: str) -> None:
        """Show what was in sight before the program locked itself; Today where that is not there any more."""
        screen, _, rest = place.partition(" ")
        course, _, tab = rest.partition(" ")
        if course and courses.has_course(self.context.work, course):
            self.open(screen, course=course, tab=tab)
        elif course or self.open(screen, **({"tab": tab} if tab else {})) is None:
            self.open("today")

    def holds_work(self) -> bool:
        """Tell whether anything is typed or begun that is not saved: a form, a list being taken in."""
        return _holds_work(self)

    def rest(self) -> None:
        """Be put aside with all that is typed while the data is locked: nothing is read before `resume`."""
        self._asleep, self._missed = True, False
        self._had_keyboard = QApplication.focusWidget()

    def resume(self) -> None:
        """Go on where it was left, with data and language as they are now."""
        self._asleep = False
        if self._missed:
            QApplication.sendEvent(self, QEvent(QEvent.Type.LanguageChange))
        self.context.undo.refresh()
        self.server.begin()
        for screen in self._opened.values():
            screen.refresh_now()
        self.window().setWindowTitle(f"{self.specs[self.current()].title} – {self.rail.brand.text()}")
        if self._had_keyboard is not None and self._had_keyboard.isVisible():
            self._had_keyboard.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        """Hear of another language only when awake: words that name data would be read from it."""
        if event.type() == QEvent.Type.LanguageChange and (self._asleep or self.server.away):
            self._missed = True
            return True
        return super().event(event)

    def doubt(self) -> CloseQuestion | None:
        """Ask before a form that was begun is thrown away by closing the window."""
        # Be it one line: who closes the window may have forgotten the form, and must unlock to type it again.
        if not any(panel.holds_work() for panel in self.findChildren(SidePanel)):
            return None
        return CloseQuestion(
            self.tr("Close the program?"),
            self.tr("A form is open and not saved: what is typed in it would be lost. All else is saved."),
            self.tr("Close all the same"),
        )

    def current(self) -> str:
        """Return the name of the screen that is open."""
        shown = self.stack.currentWidget()
        return next((name for name, screen in self._opened.items() if screen is shown), "")

    def opened_screen(self, name: str) -> Screen | None:
        """Return a screen that was opened before."""
        return self._opened.get(name)

    def _open_from_rail(self, name: str) -> None:
        """Open a screen; one that is open already goes back to its list, unless work would be lost."""
        screen = self._opened.get(name)
        again = screen is not None and self.stack.currentWidget() is screen
        if again and screen is not None and not _holds_work(screen):
            screen.go_home()
        self.open(name)

    def _open_by_key(self, name: str) -> None:
        """Open a screen at its first page, whatever was looked at there; an open course stays so first."""
        screen = self._opened.get(name)
        elsewhere = screen is not None and self.stack.currentWidget() is not screen
        if screen is not None and not (elsewhere and name == "courses") and not _holds_work(screen):
            screen.go_home()
        if self.open(name) is not None:
            self.focus_page(Qt.FocusReason.ShortcutFocusReason)

    def _go(self, name: str, place: dict[str, Any]) -> None:
        self.open(name, **place)

    def focus_page(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to the page in sight; a form that was opened over it keeps it."""
        screen = self.stack.currentWidget()
        if not isinstance(screen, Screen):
            return
        target = keyboard_in_panel(screen) or screen.first_focus()
        if target is not None:
            target.setFocus(reason)

    def _next_area(self) -> None:
        """Move the keyboard on: from the rail to the page, to the help beside it, to the rail."""
        focus = QApplication.focusWidget()
        if focus is not None and self.content.isAncestorOf(focus) and is_shown(self, "help"):
            self.help.view.text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif focus is not None and self.rail.isAncestorOf(focus) and self.content.isVisible():
            self.focus_page(Qt.FocusReason.ShortcutFocusReason)
            if not self.stack.isAncestorOf(QApplication.focusWidget() or self.rail):
                self.stack.setFocus()
                self.stack.focusNextChild()
        else:
            self.rail.items[self.current() or next(iter(self.specs))].setFocus(Qt.FocusReason.TabFocusReason)

    @cached_property
    def paper(self) -> PaperPage:
        """The page that shows papers, made with the first one: it brings Qt's PDF and its printing."""
        from trainer_app.ui.kit.papers import PaperPage

        page = PaperPage(self.context)
        page.closed.connect(self._leave_paper)
        page.kept.connect(self._note_paper)
        follow_theme(page)
        self.stack.addWidget(page)
        return page

    def _show_paper(self, paper: PrintablePdf) -> None:
        """Show a paper over the screen that is open."""
        try:
            self.paper.show_paper(paper)
        except TrainerError as error:
            self.context.tell_error(error)
            return
        if self.stack.currentWidget() is not self.paper:
            self._before_paper = self.stack.currentWidget()
        self.stack.setCurrentWidget(self.paper)
        self.paper.preview.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_paper(self) -> None:
        if self._before_paper is not None:
            self.stack.setCurrentWidget(self._before_paper)
            self.focus_page()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc what lies uppermost, wherever the keyboard is: in the sidebar, too."""
        if event.key() != Qt.Key.Key_Escape or not self._close_uppermost():
            super().keyPressEvent(event)

    def _close_uppermost(self) -> bool:
        """Close a form over the page, else the help, else a paper; tell whether there was one."""
        open_ones = [each for each in self.stack.findChildren(SidePanel) if each.isVisible()]
        if open_ones:
            open_ones[-1].leave()
        elif is_shown(self, "help"):
            self.help.leave()
        elif is_shown(self, "paper") and self.stack.currentWidget() is self.paper:
            self.paper.leave()
        else:
            return False
        return True

    # Places and steps

    def in_sight(self) -> Page | None:
        """Return what is in sight; a paper lies over its screen."""
        screen = self.screen_in_sight()
        return screen.in_sight() if screen is not None else None

    def undo(self) -> None:
        """Take back the newest step, or ask where that is of another page."""
        self.steps.undo()

    def redo(self) -> None:
        """Do again what was taken back last, by the same rules."""
        self.steps.redo()

    def screen_in_sight(self) -> Screen | None:
        """Return the screen in sight, also where a paper lies over it."""
        shown = self._before_paper if is_shown(self, "paper") else self.stack.currentWidget()
        return shown if isinstance(shown, Screen) else None

    # Band, progress, foot

    def _note_failed(self, error: TrainerError) -> None:
        if error.code == DATABASE_DAMAGED:
            self.rail.set_damaged()

    def _job_started(self, title: str) -> None:
        self.banner.take_away()
        self.progress.begin(title)
        self._busy.start()

    def _job_progressed(self, code: str, fraction: float) -> None:
        words = messages.text(code, self.context.language.code) if code else ""
        self.progress.show_step(words, fraction)

    def _job_ended(self) -> None:
        self.progress.hide()
        self._busy.stop()
        self.unsetCursor()
        if self.banner.isHidden():
            self.banner.take_away()

    def _changed(self, changes: Changes, source: object) -> None:
        here = source is not self.context.others
        if here and not self.banner.isHidden() and self.banner.mood in (Mood.BAD, Mood.NOW):
            self.banner.take_away()
        self._show_saved()
        self.rail.set_badge("review", self.context.ask(lambda _work: self.context.waiting.look(changes)))

    def _show_saved(self) -> None:
        last = self.context.ask(history.last_written)
        self.rail.set_saved(self.context.when(last) if last else "")

    def _show_review(self) -> None:
        self.rail.set_badge("review", self.context.ask(lambda _work: self.context.waiting.count()))

    def look_at_review(self) -> None:
        """Count all that waits in Review, also what takes longer: files set aside, people who may be one."""
        if self.context.ask(lambda _work: self.context.waiting.look()) is not None:
            self.context.pairs_found.emit()

    def _show_incoming(self, paths: list[Path]) -> None:
        """Tell of files in the watched folder where nothing else on the screen does."""
        more = len(set(paths) - self._incoming)
        self._incoming = set(paths)
        self.rail.set_badge("office", len(paths))
        if more and self.current() not in ("today", "office", ""):
            title = self.tr("%n new file(s) in the watched folder", "", more)
            self.context.tell(Mood.NOW, title, self.tr("Office proposes them under Incoming files."))

    def _know_computer(self) -> None:
        """Follow who is here, and what the computer has become: joining an office tells that it travels."""
        before, self.specs = self.specs, self._entries()
        if self.specs.keys() != before.keys():
            for name in before.keys() - self.specs.keys() & self._opened.keys():
                gone = self._opened.pop(name)
                self.stack.removeWidget(gone)
                gone.deleteLater()
            self.rail.show_entries(tuple(self.specs.values()))
            self._set_keys()
            if is_made(self, "help"):
                self.help.set_role(self._help_role())
        self._show_user()

    def _entries(self) -> dict[str, ScreenSpec]:
        work = self.context.work
        known = self._given or screens_for(work.role, SCREENS, travels=work.travels)
        return {spec.name: spec for spec in known}

    def _help_role(self) -> str:
        return "travels" if self.context.work.travels else self.context.work.role.value

    def _show_user(self) -> None:
        work, name = self.context.work, self.context.ask(users.own_name) or ""
        self.rail.set_user(name, work.device_code, office=work.role is Role.OFFICE, travels=work.travels)
        self._show_role()

    def _show_role(self) -> None:
        """Say as what somebody is here, at an office of several people."""
        if self.context.role.named:
            self.rail.set_role(self.context.ask(lambda _work: self.context.role.role))

    # Help

    @property
    def may_practise(self) -> bool:
        """Tell whether somebody can go from here to invented people: a trainer who works with real ones."""
        return self.context.work.role is Role.TRAINER and self.practice.isHidden()

    @cached_property
    def help(self) -> HelpPanel:
        """The help beside the page, made when it is first asked for."""
        from trainer_app.ui.shell.help_panel import HelpPanel

        panel = HelpPanel(self._help_role())
        follow_theme(panel)
        panel.closed.connect(self._help_closed)
        panel.view.keys_requested.connect(self.show_keys)
        panel.view.booklet_requested.connect(self._show_booklet)
        panel.view.tour_requested.connect(self.begin_tour)
        panel.view.offer(panel.view.tour)
        if self.may_practise:
            panel.view.practice_requested.connect(self.practice_begun)
            panel.view.offer(panel.view.practice)
        row = self.layout()
        assert row is not None
        row.addWidget(panel)
        return panel

    @cached_property
    def tour(self) -> TourStrip:
        """The first-day tour below the page, made when it is first asked for."""
        from trainer_app.ui.shell.tour import TourStrip

        strip = TourStrip(self.context)
        strip.ended.connect(self.focus_page)
        follow_theme(strip)
        layout = self.content.layout()
        assert layout is not None
        layout.addWidget(strip)
        return strip

    def begin_tour(self) -> None:
        """Show the tour, and the page that it is about."""
        if not self.content.isVisible():
            self.help.leave()
        self.tour.begin()
        self._note_course()

    def _note_course(self) -> None:
        page = self.in_sight()
        if is_shown(self, "tour") and page is not None and page.course:
            self.tour.note_course(page.course)

    def _note_paper(self, file: str) -> None:
        if is_shown(self, "tour") and "sign-in" in file:
            from trainer_app.actions.today.tour import SHEET

            self.tour.note(SHEET)

    def toggle_help(self) -> None:
        """Show the page for what is on the screen, or close the help if that is read already."""
        place = self.place()
        if is_shown(self, "help") and self.help.shows(place):
            self.help.leave()
            return
        self._share_width(open_help=True)
        self.help.open_at(place)
        self.rail.set_help(shown=True)

    def read_help(self, page: str) -> None:
        """Show a page of the help by its name."""
        self._share_width(open_help=True)
        self.help.read(page)
        self.rail.set_help(shown=True)

    def place(self) -> str:
        """Return what is on the screen as the pages of the help know it; a paper is one to be printed."""
        if is_shown(self, "paper") and self.stack.currentWidget() is self.paper:
            return "course/print"
        screen = self.screen_in_sight()
        return screen.place() if screen is not None else ""

    def _follow_place(self) -> None:
        self._note_course()
        if is_shown(self, "help"):
            self.help.follow(self.place())

    def _help_closed(self) -> None:
        self.rail.set_help(shown=False)
        self._share_width(open_help=False)
        self.focus_page()

    def _share_width(self, *, open_help: bool) -> None:
        """Give the help its place: beside the page, or in place of it in a narrow window."""
        room = self.width() - (HELP_WIDTH if open_help else 0)
        narrow = room < NARROW_BELOW or self.context.preferences.now.narrow_rail
        self.rail.set_narrow(narrow)
        free = self.width() - self.rail.width()
        beside = min(HELP_WIDTH, free - LEAST_PAGE)
        both = beside >= HELP_LEAST
        if open_help:
            self.help.setFixedWidth(beside if both else free)
        self.content.setVisible(both or not open_help)

    def _show_booklet(self) -> None:
        # Here and not above: it brings all that draws papers, for which Today waits in vain.
        from trainer_app.actions.base.help import booklet_name, help_booklet

        language = self.context.language.code
        name = booklet_name(language)

        def show(data: bytes) -> None:
            if not self.content.isVisible():
                self.help.leave()
            read = self.help.view.page_name
            self.context.show_paper(PrintablePdf(data, *name))
            if is_shown(self, "help") and self.help.view.page_name != read:
                # The booklet is the help's own: what is read does not make way for the page about papers.
                self.help.view.show_page(read)

        self.context.run(name.title, lambda _work, _progress: help_booklet(language), done=show, writes=False)

    # Window

    def show_keys(self) -> HelpOverlay:
        """List the keys that work here."""
        screen = self._opened.get(self.current())
        title = self.specs[self.current()].title if screen else ""
        keys = screen.keys() if screen else []
        if is_shown(self, "paper"):
            title, keys = self.paper.preview.title.text(), self.paper.keys()
        specs = tuple(self.specs.values())
        sheet = HelpOverlay(self, title, keys, self.actions_table.specs(), specs)
        sheet.reveal(sheet.close_button)
        return sheet

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill what no part covers: a style sheet of its own would reach every screen."""
        painter = QPainter(self)
        # Erasing, since for `fillRect` PySide looks at gradients, and makes 200 names for theirs.
        painter.setBackground(QColor(tokens().window))
        painter.eraseRect(event.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show icons only in a narrow window."""
        super().resizeEvent(event)
        self._share_width(open_help=is_shown(self, "help"))
        self.line.set_low(self.height() < LOW)

    def retranslate(self) -> None:
        """Set the words of the actions, the foot and the window's title."""
        self.actions_table.retranslate()
        self.banner.follow_language()
        self.steps.show()
        self._show_saved()
        if self.current():
            # The rail may hear of the language a little later.
            self.rail.retranslate()
            self.window().setWindowTitle(f"{self.specs[self.current()].title} – {self.rail.brand.text()}")
