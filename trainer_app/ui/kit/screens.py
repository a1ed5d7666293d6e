"""Base classes of screens and course tabs, their table entries, and the keyboard shortcuts of the window.

Keys that a screen handles itself stand in `Screen.keys`: the list of keys has them, a test finds collisions.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, runtime_checkable

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QMenu, QVBoxLayout, QWidget

from trainer_app.actions.base import rights
from trainer_app.actions.base.workplace import Role
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.rights import RIGHTS, ROLES, Right, least_role
from trainer_app.domain.courses.courses import CourseStage
from trainer_app.domain.today.overview import Due, DueKind
from trainer_app.system.preferences import Preferences
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.history_panel import Page
from trainer_app.ui.style import theme
from trainer_app.ui.widgets.overlays import OVER_SHEETS
from trainer_app.ui.widgets.pages import SaidWhenShown

if TYPE_CHECKING:
    from trainer_app.ui.widgets.tables import TableView

# A button names the guarded action behind it, so that nobody presses what would then be refused. The table of
# rights is asked when the button is shown or switched on; for who may not, it stays off.
NEEDS = "needs"
"""The property in which a button keeps the names of its actions, apart by blanks."""
_LOOKED_AT = (QEvent.Type.EnabledChange, QEvent.Type.Show, QEvent.Type.ToolTipChange)


def withhold(actions: str | Sequence[str], *parts: QWidget | QAction) -> None:
    """Let buttons, fields and entries of menus be used only by who may do all of some actions.

    An action is named as in `RIGHTS`: "people/people/create_person". Parts may be made before they stand in
    a window: who is here is known from the screen, panel or form around them. A part that leads elsewhere
    from now on is told so again; without an action it is everybody's.
    """
    names, right = _asked_for(actions)
    for part in parts:
        part.setProperty(NEEDS, " ".join(names))
        held = part.findChild(_Withheld, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if held is None:
            _Withheld(part, right)
        else:
            held.ask_for(right)


def why_withheld(context: AppContext, actions: str | Sequence[str]) -> str:
    """Return what is said to who may not do all of some actions; empty to who may."""
    _, right = _asked_for(actions)
    return "" if context.role.may(right) else context.explained(rights.withheld(right))()


def _asked_for(actions: str | Sequence[str]) -> tuple[tuple[str, ...], Right]:
    names = (actions,) if isinstance(actions, str) else tuple(actions)
    return names, max((RIGHTS[name] for name in names), key=_least, default=Right.LOOK)


def _least(right: Right) -> int:
    return ROLES.index(least_role(right))


class _Withheld(QObject):
    """Keeps one part from who lacks a right, whatever else enables it, with the reason as its tip."""

    def __init__(self, part: QWidget | QAction, right: Right) -> None:
        super().__init__(part)
        self.setObjectName(f"{part.objectName()}_withheld")
        self._part, self._right, self._off = part, right, False
        self._context: AppContext | None = None
        if isinstance(part, QAction):
            part.changed.connect(self._apply)
            menu = part.parent()
            if isinstance(menu, QMenu):
                menu.setToolTipsVisible(True)
                menu.aboutToShow.connect(self._apply)
        else:
            part.installEventFilter(self)
        self._apply()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when it is shown or enabled: a head may have given another role meanwhile."""
        if event.type() in _LOOKED_AT:
            self._apply()
        return super().eventFilter(watched, event)

    def ask_for(self, right: Right) -> None:
        """Ask for another right from now on."""
        self._right = right
        self._apply()

    def _apply(self) -> None:
        part = self._part
        # A part stays in the screen that it came into: it is looked for once.
        context = self._context = self._context or context_of(part)
        try:
            may = context is None or context.role.may(self._right)
        except TrainerError as error:
            # As when the server is gone: all parts rest then, and it is asked again when they go on.
            if context is not None:
                context.failed.emit(error)
            return
        if context is None or may:
            if self._off:
                self._off = False
                part.setEnabled(True)
                part.setToolTip("")
            return
        if part.isEnabled():
            self._off = True
            part.setEnabled(False)
        why = context.explained(rights.withheld(self._right))()
        if part.toolTip() != why:
            part.setToolTip(why)
        if isinstance(part, QWidget) and part.accessibleDescription() != why:
            part.setAccessibleDescription(why)


def context_of(part: QObject) -> AppContext | None:
    """Return what the screen, panel or form around a part works with; None before it stands in one."""
    around: QObject | None = part
    while around is not None:
        for name in ("context", "_context"):
            found = getattr(around, name, None)
            if isinstance(found, AppContext):
                return found
        around = around.parent()
    return None


class KeyHint(Struct, frozen=True):
    """A key that a screen listens to itself, for the list of keys: what is pressed, and what it does."""

    keys: str
    words: str


class Screen(SaidWhenShown):
    """One task. Fill `column`; set every word in `retranslate`; read and show data in `refresh`.

    `refresh` runs when the screen comes into view and after changes that `concerns` says matter; a screen
    that is not visible waits until it is. A change of language calls `retranslate`, then `refresh`.
    """

    page_changed = Signal()
    """`in_sight` gives another one."""
    begins_anew = False
    """Whether it begins at home again when somebody comes back to it from another screen."""

    def __init__(self, name: str, context: AppContext) -> None:
        super().__init__(context.take_frame())
        self.setObjectName(f"screen_{name}")
        self.setProperty("role", "page")
        self.context = context
        self._stale, self._left = True, False
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        context.changes.announced.connect(self._hear)
        context.language.changed.connect(self._language_changed)

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""

    def refresh(self) -> None:
        """Read what is shown, and show it."""

    def concerns(self, _changes: Changes) -> bool:
        """Tell whether a change can alter what is shown; every change, unless a screen knows better."""
        return True

    def follow_theme(self) -> None:
        """Keep it in the scheme that is shown. What hides much of itself lets each part follow alone."""
        theme.follow_theme(self)

    def show_place(self, **place: Any) -> None:
        """Open what `context.go` names: a course, a tab, a person."""

    def go_home(self) -> None:
        """Leave what is open in it for the list that it begins with."""

    def in_sight(self) -> Page | None:
        """Return what is in sight, as far as it matters to whom a step belongs."""
        return Page(self.objectName().removeprefix("screen_"))

    def place(self) -> str:
        """Return what is in sight as the pages of the help know it: "sending", "course/tests"."""
        page = self.in_sight()
        if page is None:
            return ""
        return f"course/{page.tab}" if page.course and page.tab else page.screen

    def put_by(self) -> None:
        """Keep what is chosen here, for the same person to find it so after the lock."""

    def take_back(self) -> bool:
        """Undo the newest step, which belongs here, in a way of its own; False to have it done."""
        return False

    def do_again(self) -> bool:
        """Redo in the same way; False to have it done."""
        return False

    def step_words(self, _label: Label) -> str:
        """Return a step of this page in words that say more than the step knows; "" for its own."""
        return ""

    def new_button(self) -> QAbstractButton | None:
        """Return the button that makes what this page is a list of; None where it makes nothing."""
        return None

    def recent_place(self) -> tuple[str, dict[str, Any]] | None:
        """Return what is in sight in words and as `show_place` takes it, where one may want to come back."""
        return None

    def first_focus(self) -> QWidget | None:
        """Return what has the keyboard when the screen is opened; None for its first control."""
        return None

    def keys(self) -> list[KeyHint]:
        """Return the keys that this screen listens to by itself."""
        return []

    def refresh_now(self) -> None:
        """Refresh if visible, else when it becomes so."""
        if self.isVisible():
            self.read_now()
        else:
            self._stale = True

    def read_now(self) -> None:
        """Refresh, seen or not: filled before it is shown, a screen is laid out and given its looks once."""
        self._stale = False
        try:
            self.refresh()
        except TrainerError as error:
            # Qt shows screens: nobody above could be told.
            self.context.tell_error(error)

    def showEvent(self, event: QShowEvent) -> None:
        """Read again what changed while the screen was hidden."""
        super().showEvent(event)
        if self._stale:
            self.refresh_now()
        if self._left and self.begins_anew:
            self.go_home()
        self.stay()

    def hideEvent(self, event: QHideEvent) -> None:
        """Note that it was left; not where the window around it goes: whoever unlocks is where they were."""
        super().hideEvent(event)
        self._left = self.isHidden()

    def stay(self) -> None:
        """Do not begin anew: what is open in it was asked for."""
        self._left = False

    def keep_widths(self, table: "TableView") -> None:
        """Give a table the widths that somebody chose for its columns, and keep those chosen from now on."""
        table.take_widths(self.context.preferences.now.columns.get(table.objectName(), {}))
        table.widths_changed.connect(partial(self._keep_widths, table))

    def _keep_widths(self, table: "TableView") -> None:
        store = self.context.preferences
        store.change(Preferences.columns, {**store.now.columns, table.objectName(): dict(table.widths)})

    def _hear(self, changes: Changes, source: object) -> None:
        if source is not self and self.concerns(changes):
            self.refresh_now()

    def _language_changed(self) -> None:
        # `retranslate` comes with Qt's event a little later; what holds data is shown anew here.
        self.refresh_now()


@runtime_checkable
class CoversScreen(Protocol):
    """A window that can show one page over everything else: sheets that participants fill in."""

    def cover(self, page: QWidget) -> None:
        """Show a page over everything."""

    def uncover(self) -> None:
        """Show again what was there before."""


class ScreenSpec(Struct, frozen=True):
    """One entry of the rail. Entries of another `group` stand a little apart; "foot" at the bottom."""

    name: str
    words: Callable[[], str]
    icon: str
    create: Callable[[AppContext], Screen]
    """Makes the screen, and imports it only then: the program starts before its screens are read."""
    group: str = "work"
    roles: tuple[Role, ...] = (Role.TRAINER, Role.OFFICE)
    travels: bool = False
    """Whether a computer of the office that is on the road has it, too."""

    @property
    def title(self) -> str:
        """The entry's words in the language of the window."""
        return self.words()


def screens_for(
    role: Role, table: tuple[ScreenSpec, ...], *, travels: bool = False
) -> tuple[ScreenSpec, ...]:
    """Return the entries that a role has, or a computer of the office that `travels`."""
    return tuple(spec for spec in table if role in spec.roles or (travels and spec.travels))


class CourseTab(Screen):
    """One task of one course. A `Screen` whose `refresh` shows `self.course`; never called without one.

    Fill `column` (a `Page` inside scrolls). What stands in the workspace's head while the tab is open comes
    from `head_buttons` (right of the course's name) and `summary` (right of the tabs).
    """

    tab_requested = Signal(str)
    """Another tab is needed first, by its name in `TABS`."""
    head_changed = Signal()
    """`head_buttons` or `summary` gives other widgets from now on, or their sizes changed."""

    def __init__(self, name: str, context: AppContext) -> None:
        super().__init__(f"course_{name}", context)
        self.course = ""

    def show_course(self, key: str) -> None:
        """Show another course, or the same one anew: at once if the tab is seen, else when it is."""
        self.course = key
        self.refresh_now()

    def refresh_now(self) -> None:
        """Refresh if visible and there is a course; else later."""
        if self.course:
            super().refresh_now()

    def head_buttons(self) -> Sequence[QWidget]:
        """Return the buttons for the head, the primary one last.

        The same objects must be returned until `head_changed` is emitted.
        """
        return ()

    def help_place(self) -> str:
        """Return what is in sight as the pages of the help know it, where that is more than the tab."""
        return ""

    def summary(self) -> QWidget | None:
        """Return what stands at the end of the row of tabs; None for the plain count of participants."""
        return None


class TabSpec(Struct, frozen=True):
    """One tab. `also` are other names by which `context.go("courses", tab=...)` may ask for it."""

    name: str
    words: Callable[[], str]
    create: Callable[[AppContext], CourseTab]
    """Makes the tab, and imports it only then."""
    also: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The tab's word in the language of the window."""
        return self.words()


class ActionSpec(Struct, frozen=True):
    """One action: its English name, its words in the window's language, its keys (the first is shown)."""

    name: str
    words: Callable[[], str]
    keys: tuple[str, ...]


ACTIONS = (
    ActionSpec("undo", lambda: QCoreApplication.translate("Actions", "Undo"), ("Ctrl+Z",)),
    ActionSpec("redo", lambda: QCoreApplication.translate("Actions", "Redo"), ("Ctrl+Y", "Ctrl+Shift+Z")),
    ActionSpec("next_area", lambda: QCoreApplication.translate("Actions", "Navigation and page"), ("F6",)),
    ActionSpec("find_person", lambda: QCoreApplication.translate("Actions", "Find a person"), ("Ctrl+F",)),
    ActionSpec(
        "find_anything",
        lambda: QCoreApplication.translate("Actions", "Find people, courses, certificates, commands"),
        ("Ctrl+K",),
    ),
    ActionSpec("new", lambda: QCoreApplication.translate("Actions", "New: what the page makes"), ("Ctrl+N",)),
    ActionSpec("print", lambda: QCoreApplication.translate("Actions", "Print"), ("Ctrl+P",)),
    ActionSpec("refresh", lambda: QCoreApplication.translate("Actions", "Read the page anew"), ("F5",)),
    ActionSpec("lock", lambda: QCoreApplication.translate("Actions", "Lock the program"), ("Ctrl+L",)),
    ActionSpec("help", lambda: QCoreApplication.translate("Actions", "Help"), ("F1",)),
    ActionSpec("keys", lambda: QCoreApplication.translate("Actions", "Keys"), ("Ctrl+F1",)),
    ActionSpec("quit", lambda: QCoreApplication.translate("Actions", "Close the program"), ("Ctrl+Q",)),
)
"""What the window offers everywhere."""

_OVER_SHEETS = ("lock", "quit")
MOST_SCREENS = 9


def open_keys(place: int) -> str:
    """Return the key that opens the entry of the rail at a place, counted from 0."""
    return f"Ctrl+{place + 1}"


class ActionTable(QObject):
    """Makes the actions of the window and keeps their words in its language."""

    def __init__(self, window: QWidget, specs: tuple[ActionSpec, ...] = ACTIONS) -> None:
        super().__init__(window)
        self.setObjectName("actions")
        self._window = window
        self._specs = {spec.name: spec for spec in specs}
        self._actions = {spec.name: self._make(spec) for spec in specs}
        self.retranslate()

    def __getitem__(self, name: str) -> QAction:
        """Return an action by its name."""
        return self._actions[name]

    def specs(self) -> tuple[ActionSpec, ...]:
        """Return the table, for the list of keys."""
        return tuple(self._specs.values())

    def retranslate(self) -> None:
        """Set the words of every action."""
        for name, action in self._actions.items():
            action.setText(self._specs[name].words())

    def _make(self, spec: ActionSpec) -> QAction:
        action = QAction(self)
        action.setObjectName(f"action_{spec.name}")
        action.setShortcuts([QKeySequence(keys) for keys in spec.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        # Held, a key does it once: each of these is a step of its own.
        action.setAutoRepeat(False)
        action.setProperty(OVER_SHEETS, spec.name in _OVER_SHEETS)
        self._window.addAction(action)
        return action


def shown_keys(keys: str) -> str:
    """Return keys as this system writes them."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) or keys


TO_MARK = {"tab": "attendance", "view": "marking"}
"""Where whoever is led to mark gets: the view used last, if a letter is a mark there."""
_TO_COMPLETE: dict[str, Any] = {"tab": "participants", "to_complete": True}
_SIGNATURES: dict[str, Any] = {"tab": "attendance", "view": "signatures"}
_DUE: dict[DueKind, dict[str, Any]] = {
    **dict.fromkeys((DueKind.UNMARKED, DueKind.UNTAUGHT), TO_MARK),
    **dict.fromkeys((DueKind.SHEETS, DueKind.SCANS), _SIGNATURES),
    DueKind.REOPENED: {"tab": "attendance", "view": "session"},
    **dict.fromkeys((DueKind.NAME_ONLY, DueKind.SEX_UNKNOWN), _TO_COMPLETE),
    **dict.fromkeys((DueKind.CUT_NAME, DueKind.NO_LATIN_NAME), _TO_COMPLETE),
    DueKind.GONE: {"tab": "participants", "left": True},
    DueKind.PRE_TEST: {"tab": "evaluations"},
    DueKind.POST_TEST: {"tab": "evaluations"},
    DueKind.FEEDBACK: {"tab": "feedback"},
    DueKind.FEEDBACK_WAITS: {"tab": "feedback"},
    DueKind.CERTIFICATES: {"tab": "certificates"},
    DueKind.NAMES: {"tab": "certificates"},
    DueKind.UNFIT: {"tab": "certificates", "view": "board"},
    DueKind.DAYS: {"tab": "overview", "change": True},
    DueKind.CLASHES: {"tab": "sessions"},
    DueKind.NO_TRAINER: {"tab": "sessions"},
    DueKind.CLOSE: {"tab": "overview", "stage": CourseStage.OVER},
    DueKind.APPROVE: {"tab": "overview", "stage": CourseStage.CLOSED},
}
_IN_REVIEW = {
    DueKind.CONFLICTS: "contradictions",
    DueKind.PROPOSALS: "proposals",
    DueKind.TWICE: "twice",
    DueKind.PAIRS: "people",
    DueKind.NUMBERS: "numbers",
}
"""What is decided in Review, and the group of its list."""


def destination_of_due(due: Due) -> tuple[str, dict[str, Any]]:
    """Return the screen of something due and its place there: mostly a tab of its course."""
    if due.kind in _IN_REVIEW:
        return "review", {"group": _IN_REVIEW[due.kind]}
    session = {"session": due.session} if due.session else {}
    return "courses", {"course": due.course, **_DUE[due.kind], **session}
