"""What was done: a side panel with the history of the current item, and undo and redo.

The panel shows each value, its author, time, laptop and sync state. It follows the current item while it is
open, so that one after the other can be looked through.

Undo takes back the newest step where that belongs to the page in sight. A step of another page is named and
asked about first (`AppContext.undo_last`); certificates, decisions and approvals are taken back on their own
page only. The history is the journal's, so it outlives a restart.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, override

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import ZONE
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.exchange.sending import ChangeState
from trainer_app.domain.review.contradictions import RowChange, RowHistory
from trainer_app.system import messages
from trainer_app.system.clock import civil_moment
from trainer_app.system.messages import label_text
from trainer_app.ui.kit.jobs import ChangeHub
from trainer_app.ui.kit.language import LanguageSwitch, formats
from trainer_app.ui.widgets.cards import IconMark
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.indicators import Chip, Tone
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.overlays import SidePanel

if TYPE_CHECKING:
    from trainer_app.actions.base.workplace import Workplace


STATE_CHIPS = {
    ChangeState.UNSENT: (Tone.DUE, "pen"),
    ChangeState.SENT: (Tone.NOW, "send"),
    ChangeState.RECEIVED: (Tone.NOW, "office"),
    ChangeState.SAFE: (Tone.GOOD, "shield"),
}


_ICON = 18
_PAUSE = 80
"""Milliseconds on one place before the journal is read for it: held-down arrows do not wait for that."""


class ShownHistory(Struct, frozen=True):
    """What the panel tells: whose it is, where it stands, and what was written there."""

    about: str
    place: str
    history: RowHistory


class HistorySource(Struct, frozen=True):
    """What the panel asks of its surroundings.

    `read` returns what is known of what is current, or None where nothing is; `language` and `today` are
    those by which moments are told; `review` opens the screen where contradictions are decided.
    """

    read: Callable[[], ShownHistory | None]
    language: Callable[[], str]
    today: Callable[[], date]
    review: Callable[[], object]


class RowHistoryPanel(SidePanel):
    """Read-only. A kind of it says what it is called; its parts are named "<stem>_history_..."."""

    def __init__(self, stem: str, host: QWidget, around: HistorySource) -> None:
        super().__init__(f"{stem}_history", host)
        name, self._stem, self._around = f"{stem}_history", stem, around
        self._shown: ShownHistory | None = None
        self._pause = QTimer(self)
        self._pause.setObjectName(f"{name}_pause")
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._follow)
        self.about = label("row_title", f"{name}_about", wrap=True)
        self.place = label("second", f"{name}_place", wrap=True)
        self.warning = label("body", f"{name}_warning", wrap=True)
        self.review = Button(f"{name}_review", ButtonKind.PLAIN, "alert")
        self.review.clicked.connect(around.review)
        self.nothing = label("second", f"{name}_nothing", wrap=True)
        self.rows: list[QWidget] = []
        self.lines = QVBoxLayout()
        self.lines.setSpacing(16)
        about = QVBoxLayout()
        about.setSpacing(2)
        about.addWidget(self.about)
        about.addWidget(self.place)
        self.body.addLayout(about)
        self.body.addWidget(self.warning)
        self.body.addWidget(self.review, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.nothing)
        self.body.addLayout(self.lines)
        self.body.addStretch(1)
        self.accept_button.hide()
        self.retranslate()

    def title_words(self) -> str:
        """Return what the panel is called."""
        raise NotImplementedError

    def nothing_words(self) -> str:
        """Say that nothing was ever written here."""
        raise NotImplementedError

    def open(self) -> None:
        """Read and show the history of what is current."""
        self._take()
        if self._shown is not None:
            self.reveal(self.cancel_button)

    def follow(self, *_where: object) -> None:
        """Know that something else is current, or that something was written."""
        if self.isVisible():
            self._pause.start()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(self.title_words(), "")
        self.cancel_button.setText(self.tr("Close"))
        self.warning.setText(
            self.tr(
                "Different values were recorded without knowing of each other. The later one counts until "
                "somebody decides."
            )
        )
        self.review.setText(self.tr("Open Review"))
        self.nothing.setText(self.nothing_words())
        if self._shown is not None:
            # Whose it is and where it stands are told in a language, too.
            self._take()
        else:
            self._show()

    def _follow(self) -> None:
        if self.isVisible():
            self._take()

    def _take(self) -> None:
        self._shown = self._around.read()
        self._show()

    def _show(self) -> None:
        for row in self.rows:
            self.lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        if self._shown is None:
            return
        history = self._shown.history
        self.about.setText(self._shown.about)
        self.place.setText(self._shown.place)
        self.warning.setVisible(history.contradicts)
        self.review.setVisible(history.contradicts)
        self.nothing.setVisible(not history.changes)
        for index, change in enumerate(history.changes):
            row = self._row(index, change)
            self.rows.append(row)
            self.lines.addWidget(row)

    def _row(self, index: int, change: RowChange) -> QWidget:
        name = f"{self._stem}_change_{index}"
        row = QWidget()
        row.setObjectName(name)
        said = [_upper(self._said(words)) for words in change.said]
        words = QVBoxLayout()
        words.setSpacing(2)
        for at, text in enumerate(said):
            role = "second" if at else "row_title" if change.stands else "body"
            words.addWidget(label(role, f"{name}_said_{at}", text, wrap=True))
        by = self._by(change)
        for at, text in enumerate(by):
            because = bool(change.reason) and at == len(by) - 1
            words.addWidget(label("small" if because else "caption", f"{name}_by_{at}", text, wrap=True))
        chips = self._chips(name, change)
        if chips:
            words.addSpacing(4)
        for chip in chips:
            words.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        line = FlowRow(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        icon = "alert" if change.contradicts else "check" if change.stands else "pen"
        tone = "late" if change.contradicts else "accent" if change.stands else "text3"
        mark = IconMark(f"{name}_icon", icon, tone, size=_ICON)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(words, 1)
        row.setAccessibleName(". ".join(said))
        row.setAccessibleDescription(". ".join([*by, *(chip.text() for chip in chips)]))
        return row

    def _chips(self, name: str, change: RowChange) -> list[Chip]:
        """Return the state of a change, and that it waits for a decision."""
        chips = []
        if change.state is not None:
            tone, icon = STATE_CHIPS[change.state]
            words = self._said(Label(f"sending.state.{change.state.value}"))
            chips.append(Chip(f"{name}_state", tone, icon, words))
        if change.contradicts:
            chips.append(
                Chip(f"{name}_contradicts", Tone.DUE, "alert", self.tr("conflicts with another entry"))
            )
        return chips

    def _by(self, change: RowChange) -> list[str]:
        """Say who wrote it, when and where; between what it decided."""
        parts = [change.user, self._when(change.at)]
        if change.device:
            parts.append(self.tr("laptop {code}").format(code=change.device))
        if change.file:
            parts.append(self.tr("came with {file}").format(file=change.file.removesuffix(".tsync")))
        lines = [" · ".join(part for part in parts if part)]
        if change.decided:
            sides = [
                f"{self._said(words)} ({user})" if user else self._said(words)
                for user, words in change.decided
            ]
            lines.append(self.tr("Decided between: {values}").format(values="; ".join(sides)))
        if change.reason:
            lines.append(self.tr("Reason: {text}").format(text=change.reason))
        return lines

    def _when(self, at: int) -> str:
        return formats(self._around.language()).moment(civil_moment(at, ZONE), self._around.today())

    def _said(self, words: Label) -> str:
        return label_text(words, self._around.language())


def _upper(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


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
    "joint": _pages("review", "office", "people"),
    "keying": _pages(_TESTS, _FEEDBACK),
    "merging": _pages("office", "sending"),
    "office": _pages("office", "settings"),
    "paper": _pages("courses/print"),
    "person": _pages("people", "courses/participants"),
    "question": _pages("evaluations"),
    "reconciliation": _pages(_ATTENDANCE),
    "report": _pages("office", "courses/print", "courses/overview"),
    "retention": _pages("office"),
    "review": _pages("review"),
    "roster_action": _pages("courses/participants"),
    "season": _pages("courses"),
    "sending": _pages("sending"),
    "server": _pages("settings", "office"),
    "session": _pages("courses/schedule", _ATTENDANCE),
    "sitting": _pages(_TESTS, _FEEDBACK),
    "template": _pages("certificates", _CERTIFICATES),
    "users": _pages("office"),
}
_OF_STEP = {
    "attachments.step.set_logo": _pages("courses", "certificates"),
    "attachments.step.remove_logo": _pages("courses", "certificates"),
    "certificate.step.print": _pages(_CERTIFICATES, "certificates", "courses/print"),
    "course.step.create_project": _pages("courses"),
    **{f"person.step.{name}": _pages("review", "people") for name in ("distinct", "join", "unjoin")},
    "course.step.change_project": _pages("courses"),
    # One spelling of places and units is chosen in Office, Reports, whatever courses it changes.
    **{
        f"course.step.{name}": _pages("office", "courses/overview", "courses")
        for name in ("units", "places", "units_kept", "places_kept")
    },
    "enrolment.step.keep_row": _pages("review", "courses/participants"),
    "person.step.take_latin": _pages(_CERTIFICATES, "people", "courses/participants"),
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
_OF_FEEDBACK = tuple(f"evaluation.occasion.{name}" for name in ("end", "month3", "month6"))
_TODAY = "today"
"""Lists the newest steps itself: all others are in sight there."""


def pages_of(code: str, about: object = None) -> tuple[Page, ...]:
    """Return the pages to which a step belongs by the code of its label, the one to open it at first.

    `about` is the occasion of a sitting, where the label names one: feedback has a tab of its own.
    """
    pages = _OF_STEP.get(code, _OF_AREA.get(code.partition(".")[0], ()))
    of_feedback = isinstance(about, Label) and about.code in _OF_FEEDBACK and len(pages) > 1
    return (pages[1], pages[0], *pages[2:]) if of_feedback and code.startswith("sitting.") else pages


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
    window, "" for none; `refused` is why the newest step stays all the same. `refreshed` says that they were
    asked for again, `failed` (a TrainerError) that it could not be read. `page` tells what is in sight.
    """

    refreshed = Signal()
    failed = Signal(object)

    def __init__(self, work: Workplace, changes: ChangeHub, language: LanguageSwitch) -> None:
        super().__init__(changes)
        self.setObjectName("undo_history")
        self._work = work
        self._changes = changes
        self._language = language
        self.page: Callable[[], Page | None] = lambda: None
        self.newest: FoundStep | None = None
        self.newest_redo: FoundStep | None = None
        self.refused: TrainerError | None = None
        changes.announced.connect(self.refresh)
        language.changed.connect(self.refresh)
        self._read()

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

    def refused_words(self) -> tuple[str, str]:
        """Return why the newest step stays, in a line that has the name of whose it is, and at length."""
        refused = self.refused
        if refused is None:
            return "", ""
        whole = messages.text(refused.code, self._language.code, **refused.values)
        name = str(refused.values.get("name", ""))
        line = whole.partition(". ")[0].removesuffix(".")
        return f"{line}: {name}" if name else line, whole

    def undo(self) -> Changes:
        """Take back the newest step. Raises `TrainerError` when later entries stand on it."""
        return self._announced(lambda: history.undo(self._work))

    def redo(self) -> Changes:
        """Do again what was taken back last."""
        return self._announced(lambda: history.redo(self._work))

    def undo_step(self, step: int) -> Changes:
        """Take back one step, however old. Raises `TrainerError` when later entries stand on it."""
        return self._announced(lambda: history.undo_step(self._work, step))

    def left_at(self) -> Page | None:
        """Return the tab of a course in which the newest step was done, None where it was done in none."""
        page = self.newest.page if self.newest is not None else None
        if self.newest is None or page is None or not page.tab:
            return None
        course = min(history.courses_of(self._work, self.newest.number), default="")
        return Page(page.screen, page.tab, course) if course else None

    def newest_here(self) -> FoundStep | None:
        """Return the newest step that belongs to the page in sight, though others came later."""
        steps = history.pending(self._work, _LOOKED_BACK)
        found = (self._found(step.number, step.label) for step in steps)
        return next((each for each in found if each.here), None)

    def refresh(self, *_told: object) -> None:
        """Ask again what could be undone and redone; while all is locked, nobody sees it."""
        if self._work.locked:
            return
        try:
            self._read()
        except TrainerError as error:
            self.failed.emit(error)

    def _read(self) -> None:
        steps, redo = history.pending(self._work, 1), history.next_redo(self._work)
        offered = bool(steps) and history.may_take_back(self._work, steps[0])
        self.newest = self._found(steps[0].number, steps[0].label) if offered else None
        self.refused = None if offered else history.refusal(self._work)
        self.newest_redo = self._found(redo.number, redo.label) if redo else None
        self.refreshed.emit()

    def _found(self, number: int, label: Label) -> FoundStep:
        pages = pages_of(label.code, label.values.get("occasion"))
        courses = cache(lambda: history.courses_of(self._work, number))
        here = belongs(label.code, courses, self.page())
        page = pages[0] if pages else None
        if page is not None and page.tab and not here:
            course = min(courses(), default="")
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
