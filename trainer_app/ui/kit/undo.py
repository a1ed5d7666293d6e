"""Undo and redo: what they act on, and to which page of the window that belongs.

Undo takes back the newest step where that belongs to the page in sight. A step of another page is named and
asked about first (`AppContext.undo_last`); certificates, decisions and approvals are taken back on their own
page only. The history is the journal's, so it outlives a restart.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QObject, Signal

from trainer_app.actions.base import history
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.system import messages
from trainer_app.ui.kit.jobs import ChangeHub
from trainer_app.ui.kit.language import LanguageSwitch

if TYPE_CHECKING:
    from trainer_app.actions.base.workplace import Workplace


class Page(Struct, frozen=True):
    """Where a person is, or where a step belongs: a screen; of an open course its tab and its key."""

    screen: str
    tab: str = ""
    course: str = ""


def _pages(*names: str) -> tuple[Page, ...]:
    """Return pages by their names, a tab of a course as "courses/attendance"."""
    return tuple(Page(*name.split("/")) for name in names)


_ATTENDANCE, _CERTIFICATES = "courses/attendance", "courses/certificates"
_TESTS, _FEEDBACK = "courses/tests", "courses/feedback"
_OF_AREA = {
    "agenda": _pages("courses/schedule"),
    "attachments": _pages(_ATTENDANCE, "sending"),
    "attendance": _pages(_ATTENDANCE),
    "certificate": _pages(_CERTIFICATES, "certificates"),
    "course": _pages("courses/overview", "courses"),
    "dropping": _pages("settings"),
    "enrolment": _pages("courses/participants", _ATTENDANCE, "people"),
    "approval": _pages("courses/overview"),
    "erasing": _pages("office", "people"),
    "errand": _pages("office", "sending", "courses/overview"),
    "evaluation": _pages(_TESTS),
    "feedback_paper": _pages(_FEEDBACK, _TESTS),
    "filling": _pages(_TESTS, _FEEDBACK),
    "form": _pages("evaluations", _TESTS, _FEEDBACK),
    "keying": _pages(_TESTS, _FEEDBACK),
    "merging": _pages("office", "sending"),
    "office": _pages("office", "settings"),
    "person": _pages("people", "courses/participants"),
    "question": _pages("evaluations"),
    "reconciliation": _pages(_ATTENDANCE),
    "report": _pages("office", "courses/print", "courses/overview"),
    "retention": _pages("office"),
    "review": _pages("review"),
    "roster_action": _pages("courses/participants"),
    "sending": _pages("sending"),
    "session": _pages("courses/schedule", _ATTENDANCE),
    "sitting": _pages(_TESTS, _FEEDBACK),
    "template": _pages("certificates", _CERTIFICATES),
}
_OF_STEP = {
    "attachments.step.set_logo": _pages("courses", "certificates"),
    "attachments.step.remove_logo": _pages("courses", "certificates"),
    "certificate.step.print": _pages(_CERTIFICATES, "certificates", "courses/print"),
    "course.step.create_project": _pages("courses"),
    **{f"person.step.{name}": _pages("review", "people") for name in ("distinct", "join", "unjoin")},
    "course.step.change_project": _pages("courses"),
}
_ONLY_THERE = (
    "approval.",
    "certificate.",
    "course.step.close",
    "course.step.reopen",
    "erasing.",
    "merging.",
    "office.",
    "person.step.distinct",
    "person.step.join",
    "person.step.unjoin",
    "retention.",
    "review.",
)
"""Beginnings of steps that certify, decide or approve: nobody takes them back while looking elsewhere."""
_TODAY = "today"
"""Lists the newest steps itself: all others are in sight there."""


def pages_of(code: str) -> tuple[Page, ...]:
    """Return the pages to which a step belongs by the code of its label, the one to open it at first."""
    return _OF_STEP.get(code, _OF_AREA.get(code.partition(".")[0], ()))


def is_bound(code: str) -> bool:
    """Tell whether a step is undone and done again on its own page only."""
    return code.startswith(_ONLY_THERE)


def belongs(code: str, courses: Callable[[], frozenset[str]], page: Page | None) -> bool:
    """Tell whether a step belongs to the page in sight, None where no page is in question.

    A step of a tab belongs to that tab of the courses in which it was done, or of any course if it was done
    in none: `courses` is asked only then.
    """
    if page is None or (page.screen == _TODAY and not is_bound(code)):
        return True
    if Page(page.screen, page.tab) not in pages_of(code):
        return False
    return not page.tab or page.course in (courses() or (page.course,))


class FoundStep(Struct, frozen=True):
    """What undo or redo would act on. `page` is where it is in sight, None if that is not known."""

    number: int
    label: Label
    here: bool
    page: Page | None
    bound: bool


_LOOKED_BACK = 200
"""So many steps are looked through for one of the page in sight."""


class Undo(QObject):
    """What could be undone and redone now, in words, and doing it.

    `newest` and `newest_redo` are the steps, `undo_words` and `redo_words` name them in the language of the
    window, "" for none; `refreshed` says that they were asked for again. `page` tells what is in sight.
    """

    refreshed = Signal()

    def __init__(self, work: Workplace, changes: ChangeHub, language: LanguageSwitch) -> None:
        super().__init__(changes)
        self.setObjectName("undo_history")
        self._work = work
        self._changes = changes
        self._language = language
        self.page: Callable[[], Page | None] = lambda: None
        self.newest: FoundStep | None = None
        self.newest_redo: FoundStep | None = None
        changes.announced.connect(self.refresh)
        language.changed.connect(self.refresh)
        self.refresh()

    @property
    def undo_words(self) -> str:
        """What undo would take back."""
        return self.words(self.newest)

    @property
    def redo_words(self) -> str:
        """What redo would do again."""
        return self.words(self.newest_redo)

    def words(self, found: FoundStep | None) -> str:
        """Return a step in words, "" for none."""
        return messages.label_text(found.label, self._language.code) if found else ""

    def undo(self) -> Changes:
        """Take back the newest step. Raises `TrainerError` when later entries stand on it."""
        return self._announced(lambda: history.undo(self._work))

    def redo(self) -> Changes:
        """Do again what was taken back last."""
        return self._announced(lambda: history.redo(self._work))

    def undo_step(self, step: int) -> Changes:
        """Take back one step, however old. Raises `TrainerError` when later entries stand on it."""
        return self._announced(lambda: history.undo_step(self._work, step))

    def newest_here(self) -> FoundStep | None:
        """Return the newest step that belongs to the page in sight, though others came later."""
        steps = history.pending(self._work, _LOOKED_BACK)
        found = (self._found(step.number, step.label) for step in steps)
        return next((each for each in found if each.here), None)

    def refresh(self, *_told: object) -> None:
        """Ask again what could be undone and redone; while all is locked, nobody sees it."""
        if self._work.locked:
            return
        steps, redo = history.pending(self._work, 1), history.next_redo(self._work)
        self.newest = self._found(steps[0].number, steps[0].label) if steps else None
        self.newest_redo = self._found(redo.number, redo.label) if redo else None
        self.refreshed.emit()

    def _found(self, number: int, label: Label) -> FoundStep:
        work, pages = self._work, pages_of(label.code)
        here = belongs(label.code, lambda: history.courses_of(work, number), self.page())
        page = pages[0] if pages else None
        if page is not None and page.tab and not here:
            course = min(history.courses_of(work, number), default="")
            page = Page(page.screen, page.tab, course) if course else Page(page.screen)
        return FoundStep(number, label, here, page, is_bound(label.code))

    def _announced(self, act: Callable[[], Changes]) -> Changes:
        try:
            changes = act()
        except TrainerError:
            # What is refused for good is not offered any more.
            self.refresh()
            raise
        self._changes.announce(changes, self)
        return changes
