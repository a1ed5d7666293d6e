"""Undo and redo of the window: the newest step in words, with the page that it belongs to.

A step of the page that is open is taken back at once; one of another page only after a question.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, override

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.base import history
from trainer_app.actions.courses import courses
from trainer_app.ui.kit.history_panel import FoundStep, Page
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.shell.navigation import TABS
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.labels import Retranslated, announce, label
from trainer_app.ui.widgets.overlays import ModalOverlay

if TYPE_CHECKING:
    from trainer_app.domain.base.changes import Changes
    from trainer_app.ui.shell.anywhere import Pages


class UndoQuestion(Retranslated, ModalOverlay):
    """Names a step of another page: `said` gives its words, the page's, and the newest step of this one.

    `act` does it; without it the step is bound to its own page, and `lead` opens that. `here` takes back the
    newest step of the page that is open. `imported`: files came after the step, so it was not done last;
    `lists_imports`: this computer has the list in which an import is undone.
    """

    def __init__(
        self,
        host: QWidget,
        said: Callable[[], tuple[str, str, str]],
        *,
        act: Callable[[], object] | None = None,
        lead: Callable[[], object] | None = None,
        here: Callable[[], object] | None = None,
        redo: bool = False,
        imported: bool = False,
        lists_imports: bool = False,
    ) -> None:
        super().__init__("undo_question", host, 520)
        self._said, self._bound, self._redo = said, act is None, redo
        self._imported, self._lists_imports = imported, lists_imports
        self.title = label("card_title", "undo_question_title", wrap=True)
        self.text = label("subtitle", "undo_question_text", wrap=True)
        self.older = label("subtitle", "undo_question_older", wrap=True)
        for part in (self.title, self.text, self.older):
            self.column.addWidget(part)
        self.column.addSpacing(12)
        self.leave = Button("undo_question_leave")
        self.here = Button("undo_question_here")
        self.lead = Button("undo_question_open", ButtonKind.PRIMARY)
        self.act = Button("undo_question_undo", ButtonKind.PRIMARY)
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        for button, then in ((self.act, act), (self.lead, lead if self._bound else None), (self.here, here)):
            button.setVisible(then is not None)
            if then is not None:
                button.clicked.connect(lambda _on=False, then=then: self._choose(then))
                buttons.addWidget(button)
            else:
                button.setParent(self.frame)
        self.leave.clicked.connect(self.dismiss)
        buttons.addWidget(self.leave)
        self.column.addLayout(buttons)
        self.retranslate()
        # Nothing is taken back by a second Ctrl+Z or a hasty Enter.
        self.reveal(self.leave)

    @override
    def retranslate(self) -> None:
        step, page, older = self._said()
        if self._bound:
            self.title.setText(step[:1].upper() + step[1:])
            text = self.tr("This was done last, elsewhere. It is undone and done again on its own page only.")
            if self._imported:
                text = self.tr("This step is undone and done again on its own page only.")
        else:
            ask = self.tr("Redo: {step} ({page})?") if self._redo else self.tr("Undo: {step} ({page})?")
            self.title.setText(ask.format(step=step, page=page))
            text = self.tr("This was done last, but not on the page that is open.")
            if self._imported:
                text = self.tr("This step was done earlier, and not on the page that is open.")
        if self._imported:
            since = self.tr("Files were imported since.")
            if self._lists_imports:
                since = self.tr(
                    "Files were imported since. An import is undone in “Office”, “Incoming files”."
                )
            text = f"{since} {text}"
        self.text.setText(text)
        self.older.setText(self.tr("The last step of this page: {step}").format(step=older))
        self.older.setVisible(bool(older))
        self.act.setText(self.tr("Redo") if self._redo else self.tr("Undo"))
        self.lead.setText(self.tr("Open: {page}").format(page=page))
        self.here.setText(self.tr("Undo the last step of this page"))
        self.leave.setText(self.tr("Leave it"))
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(self.text.text())

    def _choose(self, then: Callable[[], object]) -> None:
        self.dismiss()
        then()


class UndoSteps(QObject):
    """What Undo and Redo do in the window, and what the rail says of them. Questions lie over `host`."""

    _said = Signal(str)

    def __init__(self, pages: Pages, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("undo_steps")
        self._pages, self._host, self._context = pages, host, pages.context
        context, steps, table = pages.context, pages.rail.steps, pages.actions_table
        context.undo.page = pages.in_sight
        context.undo_offered.connect(lambda _words: steps.undo.offer())
        context.undo_questioned.connect(self._ask_to_undo)
        context.redo_questioned.connect(self._ask_to_redo)
        context.undo.refreshed.connect(self.show)
        context.changes.announced.connect(self._hear_step)
        # Queued: first whatever has the keyboard after the key is read, then what the key did.
        self._said.connect(self._say, Qt.ConnectionType.QueuedConnection)
        pages.stack.currentChanged.connect(lambda _place: context.undo.refresh())
        steps.undo.clicked.connect(self.undo)
        steps.redo_clicked.connect(self.redo)
        withhold("base/history/undo", steps.undo)
        table["undo"].triggered.connect(self.undo)
        table["redo"].triggered.connect(self.redo)
        self.show()

    def undo(self) -> None:
        """Take back the newest step if it belongs to what is in sight, else ask; tell if it is refused."""
        found, screen = self._context.undo.newest, self._pages.screen_in_sight()
        if found is None or screen is None or not found.here or not screen.take_back():
            self._context.undo_last()

    def redo(self) -> None:
        """Do again what was taken back last, by the same rules."""
        found, screen = self._context.undo.newest_redo, self._pages.screen_in_sight()
        if found is None or screen is None or not found.here or not screen.do_again():
            self._context.redo_last()

    def show(self) -> None:
        """Name in the rail what Undo and Redo would do."""
        undo, redo = (
            self._step_words(self._context.undo.newest),
            self._step_words(self._context.undo.newest_redo),
        )
        refused = self._context.undo.refused_words()
        self._pages.rail.steps.set_steps(undo, redo, refused)
        table = self._pages.actions_table
        # Where the newest step stays, the key says why.
        table["undo"].setEnabled(bool(undo or refused[0]))
        table["redo"].setEnabled(bool(redo))
        table["undo"].setText(self.tr("Undo: {step}").format(step=undo) if undo else self.tr("Undo"))
        table["redo"].setText(self.tr("Redo: {step}").format(step=redo) if redo else self.tr("Redo"))

    def _hear_step(self, changes: Changes, _source: object) -> None:
        """Find words for what was saved or taken back, so that it is heard wherever the keyboard is."""
        done, undone = self._context.undo.newest, self._context.undo.newest_redo
        if changes.step is None or not self._host.isVisible():
            return
        if done is not None and done.number == changes.step:
            self._said.emit(self._step_words(done))
        elif undone is not None and undone.number == changes.step:
            self._said.emit(self.tr("Undone: {step}").format(step=self._step_words(undone)))

    def _say(self, words: str) -> None:
        announce(self._pages.rail.steps.undo, words)

    def _step_words(self, found: FoundStep | None) -> str:
        """Return a step in words, with the page that it belongs to where that is not in sight."""
        if found is None:
            return ""
        screen, words = self._pages.screen_in_sight(), self._context.undo.words(found)
        if found.here:
            return (screen.step_words(found.label) if screen is not None else "") or words
        page = self.page_words(found.page)
        return f"{page}: {words}" if page else words

    def page_words(self, page: Page | None) -> str:
        """Return what a page is called, with its course: "Attendance, DSH-1"."""
        if page is None or page.screen not in self._pages.specs:
            return ""
        title = next(
            (tab.title for tab in TABS if tab.name == page.tab), self._pages.specs[page.screen].title
        )
        code = self._context.ask(courses.code_of, page.course) if page.course else ""
        return f"{title}, {code}" if code else title

    def _ask_to_undo(self, found: FoundStep) -> None:
        self._ask(
            found,
            act=lambda: self._undo_step(found),
            older=self._context.undo.newest_here(),
        )

    def _undo_step(self, found: FoundStep) -> None:
        self._context.run_undo(lambda: self._context.undo.undo_step(found.number))

    def _ask_to_redo(self, found: FoundStep) -> None:
        self._ask(found, act=lambda: self._context.run_undo(self._context.undo.redo), redo=True)

    def _ask(
        self,
        found: FoundStep,
        *,
        act: Callable[[], object],
        older: FoundStep | None = None,
        redo: bool = False,
    ) -> None:
        """Ask about a step of another page, once."""
        if any(each.isVisible() for each in self._host.window().findChildren(UndoQuestion)):
            return
        page, specs = found.page, self._pages.specs
        UndoQuestion(
            self._host,
            lambda: (self._context.undo.words(found), self.page_words(page), self._step_words(older)),
            act=None if found.bound else act,
            lead=(lambda: self._lead_to(page)) if page is not None and page.screen in specs else None,
            here=(lambda: self._undo_step(older)) if older is not None else None,
            redo=redo,
            imported=not redo and bool(self._context.ask(history.imported_since, found.number)),
            lists_imports="office" in specs,
        )

    def _lead_to(self, page: Page) -> None:
        place = {"course": page.course, "tab": page.tab} if page.course else {}
        self._context.go(page.screen, **place)
