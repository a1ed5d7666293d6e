"""Buttons that name the guarded action behind them, so that nobody presses what would then be refused.

A button says once which action of `domain.base.rights.RIGHTS` it does or leads to. Whether whoever is here
may do it is asked of that table when the button is shown or switched on; it then stays off, with the reason.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from trainer_app.actions.base import rights
from trainer_app.domain.base.rights import RIGHTS, ROLES, Right, least_role
from trainer_app.ui.kit.context import AppContext

NEEDS = "needs"
"""The property in which a button keeps the names of its actions, apart by blanks."""
_LOOKED_AT = (QEvent.Type.EnabledChange, QEvent.Type.Show, QEvent.Type.ToolTipChange)


def withhold(actions: str | Sequence[str], *parts: QWidget | QAction) -> None:
    """Let buttons, fields and entries of menus be used only by who may do all of some actions.

    An action is named as in `RIGHTS`: "people/people/create_person". Parts may be made before they stand in
    a window: who is here is known from the screen, panel or form around them. A part that leads elsewhere
    from now on is told so again; without an action it is everybody's.
    """
    names = (actions,) if isinstance(actions, str) else tuple(actions)
    right = max((RIGHTS[name] for name in names), key=_least, default=Right.LOOK)
    for part in parts:
        part.setProperty(NEEDS, " ".join(names))
        held = part.findChild(_Withheld, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if held is None:
            _Withheld(part, right)
        else:
            held.ask_for(right)


def _least(right: Right) -> int:
    return ROLES.index(least_role(right))


class _Withheld(QObject):
    """Keeps one part from who lacks a right, whatever else enables it, with the reason as its tip."""

    def __init__(self, part: QWidget | QAction, right: Right) -> None:
        super().__init__(part)
        self.setObjectName(f"{part.objectName()}_withheld")
        self._part, self._right, self._off = part, right, False
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
        context = context_of(part)
        if context is None or context.work.person is None or rights.may(context.work, self._right):
            if self._off:
                self._off = False
                part.setEnabled(True)
                part.setToolTip("")
            return
        if part.isEnabled():
            self._off = True
            part.setEnabled(False)
        why = context.explained(rights.refusal(self._right))()
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
