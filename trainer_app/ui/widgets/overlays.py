"""What replaces dialogs: a modal overlay over the window, a confirmation, and a side panel for forms.

The page beside a side panel stays readable and usable. Esc closes the panel, and a button there may open
another one; where anything was typed into it asks first, because one press must not cost what was typed.
"""

import weakref
from collections.abc import Callable, Sequence
from enum import StrEnum
from functools import wraps
from inspect import isfunction
from typing import Any, Concatenate, final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHideEvent, QKeyEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from trainer_app.ui.style.theme import follow_theme, tokens
from trainer_app.ui.widgets.cards import IconMark
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import (
    FittingLabel,
    Retranslated,
    announce,
    clear_layout,
    label,
    own_viewport,
    rule,
    set_role,
)
from trainer_app.ui.widgets.presses import bring_forth, stops_in, tab_on
from trainer_app.ui.widgets.scrolling import SteadyScrollArea

_WIDTH, _WIDE = 460, 620
OVER_SHEETS = "over_sheets"  # property of an action whose key works over a sheet too: locking, closing

type _Chain = list[weakref.ref[QWidget]]


def _keyboard_chain() -> _Chain:
    """Return what has the keyboard, and what it lies in: the field of a cell goes when its text is kept.

    Nothing of it is held: a window that its own sheet keeps is taken down in the wrong order.
    """
    chain, each = list[weakref.ref[QWidget]](), QApplication.focusWidget()
    while each is not None:
        chain.append(weakref.ref(each))
        each = each.parentWidget()
    return chain


def _give_keyboard_back(chain: _Chain) -> None:
    there = next((each for ref in chain if (each := ref()) is not None and isValid(each)), None)
    if there is not None and there.isVisible():
        there.setFocus(Qt.FocusReason.OtherFocusReason)


class ModalOverlay(QWidget):
    """Dims the window and shows `frame` in its middle. Tab stays inside; Esc closes.

    While it is shown it has the keyboard: what lies below gets no key, neither by its shortcuts nor because
    something there takes the focus, as a page does when the help beside it closes.
    """

    _leaving = _holds = False

    def __init__(self, name: str, host: QWidget, width: int = _WIDTH) -> None:
        super().__init__(host.window())
        self.setObjectName(name)
        follow_theme(self)
        self._came_from = _keyboard_chain()
        self.frame = QFrame(self)
        self.frame.setObjectName(f"{name}_frame")
        self.frame.setProperty("role", "sheet")
        self.frame.setMaximumWidth(width)
        self.column = QVBoxLayout(self.frame)
        self.column.setContentsMargins(24, 22, 24, 20)
        self.column.setSpacing(8)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.addStretch(1)
        row.addWidget(self.frame, 1000, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        self.setGeometry(host.window().rect())
        host.window().installEventFilter(self)

    def reveal(self, first: QWidget) -> None:
        """Show the sheet, go to its first control, and let a screen reader say what is asked."""
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(
            self, ". ".join(part for part in (self.accessibleName(), self.accessibleDescription()) if part)
        )

    def dismiss(self) -> None:
        """Take the sheet away and give the focus back."""
        self._leaving = True
        self.hide()
        _give_keyboard_back(self._came_from)
        self.deleteLater()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name and signature
        """Keep Tab inside the sheet."""
        inside = [
            child
            for child in self.findChildren(QWidget)
            if child.isVisibleTo(self) and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        if not inside:
            return False
        current = QApplication.focusWidget()
        place = inside.index(current) if current in inside else (-1 if forward else 0)
        target = inside[(place + (1 if forward else -1)) % len(inside)]
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Take the keyboard."""
        self._leaving = False
        application = QApplication.instance()
        if isinstance(application, QApplication) and not self._holds:
            self._holds = True
            application.installEventFilter(self)
            application.focusChanged.connect(self._hold_focus)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the keyboard go."""
        application = QApplication.instance()
        if isinstance(application, QApplication) and self._holds:
            self._holds = False
            application.removeEventFilter(self)
            application.focusChanged.disconnect(self._hold_focus)
        super().hideEvent(event)

    def passes(self, shortcut: QObject) -> bool:
        """Tell whether a shortcut from below works over this sheet."""
        return bool(shortcut.property(OVER_SHEETS))

    def _on_top(self) -> bool:
        sheets = [each for each in self.window().children() if isinstance(each, ModalOverlay)]
        shown = [each for each in sheets if each.isVisible() and not each._leaving]  # noqa: SLF001 - its own kind
        return bool(shown) and shown[-1] is self

    def _lies_below(self, part: QObject) -> bool:
        """Tell whether something of this window is not of the sheet."""
        holder: QObject | None = part
        while holder is not None and holder is not self:
            if isinstance(holder, QWidget) and holder.isWindow():
                return holder is self.window()
            holder = holder.parent()
        return False

    def _hold_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Take the keyboard back from what lies below."""
        if now is not None and self._on_top() and self._lies_below(now):
            first = self.focusWidget()
            if first is not None and first.isVisible():
                first.setFocus(Qt.FocusReason.OtherFocusReason)
            else:
                self.focusNextPrevChild(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; no key reaches the page below."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window whatever its size, and keep the shortcuts below from what their keys would do."""
        kind = event.type()
        if kind == QEvent.Type.Shortcut:
            return self._on_top() and self._lies_below(watched) and not self.passes(watched)
        if kind == QEvent.Type.Resize and watched is self.parent():
            self.setGeometry(self.window().rect())
        # All that happens in the program comes by while a sheet is shown: nobody above is asked.
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim what lies below."""
        shade = QColor("#000000" if tokens().dark else tokens().text)
        shade.setAlphaF(0.55 if tokens().dark else 0.32)
        QPainter(self).fillRect(self.rect(), shade)


class ConfirmDialog(Retranslated, ModalOverlay):
    """Asks before something that cannot be taken back. `then` is called when the person agrees."""

    def __init__(self, name: str, host: QWidget, then: Callable[[], object], *, danger: bool = True) -> None:
        super().__init__(name, host)
        self._then = then
        self.title = label("card_title", f"{name}_title", wrap=True)
        self.text = label("subtitle", f"{name}_text", wrap=True)
        self.yes = Button(f"{name}_yes", ButtonKind.DANGER if danger else ButtonKind.PRIMARY)
        self.no = Button(f"{name}_no")
        self.yes.clicked.connect(self._agree)
        self.no.clicked.connect(self.dismiss)
        self.buttons = FlowRow()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.no)
        self.buttons.addWidget(self.yes)
        self.column.addWidget(self.title)
        self.column.addWidget(self.text)
        self.column.addSpacing(12)
        self.column.addLayout(self.buttons)
        self.retranslate()

    def offer(self, words: str, then: Callable[[], object]) -> None:
        """Offer another way out that costs nothing; all answers stand in one line."""
        button = Button(f"{self.objectName()}_offer", ButtonKind.PRIMARY)
        button.setText(words)
        button.clicked.connect(self.dismiss)
        button.clicked.connect(then)
        self.buttons.addWidget(button)
        needed = sum(each.sizeHint().width() + 8 for each in (self.no, self.yes, button))
        self.frame.setMaximumWidth(max(_WIDE, needed + 2 * self.column.contentsMargins().left()))

    def retranslate(self) -> None:
        """Set the word of the way back."""
        self.no.setText(self.tr("Cancel"))

    def set_answer(self, yes: str) -> None:
        """Set the word of agreeing; the way back gets another one where both would begin alike."""
        self.yes.setText(yes)
        if yes.startswith(self.no.text()):
            # "Cancel" beside "Cancel access", as revoking is called in Tajik, would be one word for both.
            self.no.setText(self.tr("Leave as it is"))

    def _agree(self) -> None:
        self.dismiss()
        self._then()


def confirm(
    host: QWidget,
    title: str,
    text: str,
    yes: str,
    then: Callable[[], object],
    *,
    danger: bool = True,
    name: str = "question",
) -> ConfirmDialog:
    """Ask, and call `then` when the person agrees. `yes` is a verb ("Void"), never "OK".

    Prefer undo to asking: only what leaves the laptop or cannot be undone needs a question.
    """
    asked = ConfirmDialog(name, host, then, danger=danger)
    asked.title.setText(title)
    asked.text.setText(text)
    asked.text.setVisible(bool(text))
    asked.set_answer(yes)
    asked.setAccessibleName(title)
    asked.setAccessibleDescription(text)
    asked.reveal(asked.no if danger else asked.yes)
    return asked


_PANEL_WIDTH, _MARGIN = 420, 24


def keyboard_in_panel(page: QWidget) -> QWidget | None:
    """Return what has the keyboard in a panel that is open on a page."""
    last = page.focusWidget()
    panels = [each for each in page.findChildren(SidePanel) if each.isVisibleTo(page)]
    return last if last and any(each.isAncestorOf(last) for each in panels) else None


def make_way(
    page: QWidget, then: Callable[[], object] = lambda: None, wanted: "SidePanel | None" = None
) -> bool:
    """Close the panels over a page and do `then`; tell whether that is done.

    One in which anything was typed asks first. The one that is `wanted` goes on with what was typed:
    whoever asks for it once more means it, and would find it empty.
    """
    if wanted is not None and wanted.is_begun():
        wanted.go_on()
        return False
    panels = page.findChildren(SidePanel)
    typed = next((each for each in panels if each.is_begun()), None)
    if typed is not None:
        typed.leave_for(lambda: make_way(page, then))
        return False
    for each in panels:
        each.dismiss()
    then()
    return True


def _asks_first[**P](opener: Callable[Concatenate["SidePanel", P], None]) -> Callable[..., None]:
    @wraps(opener)
    def asked(panel: "SidePanel", *args: P.args, **kwargs: P.kwargs) -> None:
        panel.begin((opener.__name__, args, kwargs), lambda: opener(panel, *args, **kwargs))

    return asked


class SidePanel(Retranslated, QFrame):
    """Covers the right part of `host`. Put the form into `body`; `accepted` is emitted by the filled button.

    The panel does not close by itself on `accepted`: the caller saves first and then calls `dismiss`.
    Methods named `open`, `open_...` and `ask` open it: first it is asked whether what was typed here, or in
    another one that makes way, may go. The same asked for once more goes on with it.
    """

    accepted = Signal()
    dismissed = Signal()
    _opened_by: object = None  # how it was opened; None while it is closed
    _opening = False

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Find the methods that open it."""
        super().__init_subclass__(**kwargs)
        for name, held in list(vars(cls).items()):
            if isfunction(held) and (name in {"open", "ask"} or name.startswith("open_")):
                setattr(cls, name, _asks_first(held))

    def __init__(self, name: str, host: QWidget, width: int = _PANEL_WIDTH) -> None:
        super().__init__(host)
        self.setObjectName(name)
        self.setProperty("role", "panel")
        self._host, self._wanted = host, width
        self._holders = [host]
        self._came_from: _Chain = []
        self._begun_with: object = ([], None)
        self.title = label("card_title", f"{name}_title", wrap=True)
        self.close_button = IconButton(f"{name}_close", "close")
        self.accept_button = Button(f"{name}_accept", ButtonKind.PRIMARY)
        self.cancel_button = Button(f"{name}_cancel")
        self.accept_button.clicked.connect(self.accepted)
        self.cancel_button.clicked.connect(self.dismiss)
        self.close_button.clicked.connect(self.leave)
        self.body = QVBoxLayout()
        self._build(name)
        host.installEventFilter(self)
        SidePanel.retranslate(self)
        self.hide()

    def _build(self, name: str) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(_MARGIN, 14, 14, 14)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button)
        holder = QWidget()
        holder.setObjectName(f"{name}_body")
        holder.setProperty("role", "clear")
        self.body = QVBoxLayout(holder)
        self.body.setContentsMargins(_MARGIN, 16, _MARGIN, 16)
        self.body.setSpacing(16)
        scroll = SteadyScrollArea()
        scroll.setObjectName(f"{name}_scroll")
        scroll.setProperty("role", "clear")
        own_viewport(scroll)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(holder)
        self._scroll = scroll
        foot = FlowRow()
        foot.setContentsMargins(_MARGIN, 14, _MARGIN, 14)
        foot.setSpacing(8)
        foot.addWidget(self.accept_button)
        foot.addWidget(self.cancel_button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule(f"{name}_head_rule"))
        column.addWidget(scroll, 1)
        column.addWidget(rule(f"{name}_foot_rule"))
        column.addLayout(foot)

    def set_words(self, title: str, accept: str) -> None:
        """Set the head and the filled button."""
        self.title.setText(title)
        self.setAccessibleName(title)
        self.accept_button.setText(accept)

    def retranslate(self) -> None:
        """Set the words that every panel has; a form calls this and then sets its own."""
        self.cancel_button.setText(self.tr("Cancel", "what was begun in a form"))
        self.close_button.set_words(self.tr("Close"), "Esc")

    def reveal(self, first: QWidget) -> None:
        """Show the panel from its top and go to its first field."""
        self._came_from = _keyboard_chain()
        self._begun_with = self._lines_now(), self.choices_now()
        for area in self.findChildren(QPlainTextEdit):
            area.document().setModified(False)
        self._place()
        self._scroll.verticalScrollBar().setValue(0)
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.accessibleName())

    def begin(self, asked: object, then: Callable[[], object]) -> None:
        """Do `then`, which opens the panel by what was `asked`, once nothing typed would be lost by it."""
        if self._opening:  # One way to open it goes by another one.
            then()
            return
        if self.is_begun() and asked == self._opened_by:
            self.go_on()
            return
        typed = next((each for each in self.makes_way() if each.is_begun()), None)
        if typed is not None:
            typed.leave_for(lambda: self.begin(asked, then))
            return
        self._opening = True
        try:
            then()
        finally:
            self._opening, self._opened_by = False, asked

    def form_name(self) -> str:
        """Return what is filled in here, and of whom."""
        return self.title.text()

    def makes_way(self) -> Sequence["SidePanel"]:
        """Return the panels that are closed, or filled anew, when this one opens."""
        return (self,)

    def is_begun(self) -> bool:
        """Tell whether it is open and anything was typed that is not saved, be it one line.

        Then it is not closed, nor opened anew, before it was asked.
        """
        return not self.isHidden() and self._differs()

    def holds_work(self) -> bool:
        """Tell whether any of it is kept while data are locked: no passphrase is."""
        return self.is_begun()

    def go_on(self) -> None:
        """Give the keyboard back to where something was typed last."""
        (self.focusWidget() or self.accept_button).setFocus(Qt.FocusReason.OtherFocusReason)

    @final
    def leave(self) -> None:
        """Close without saving; ask first if that would throw away what was typed."""
        self.leave_for(lambda: None)

    @final
    def leave_for(self, then: Callable[[], object]) -> None:
        """Close without saving, and do `then`; ask first if that would throw away what was typed."""

        def go() -> None:
            self.dismiss()
            then()

        if not self.is_begun():
            go()
        elif self.window().findChild(ConfirmDialog, "panel_question") is None:
            bring_forth(self)
            asked = confirm(
                self,
                self.tr("Close without saving?"),
                self.tr("{form}: what is typed or chosen there would be lost.").format(form=self.form_name()),
                self.tr("Close without saving"),
                go,
                name="panel_question",
            )
            asked.no.setText(self.tr("Go on typing"))
            if self.accept_button.isEnabled() and self.accept_button.kind is ButtonKind.PRIMARY:
                asked.offer(self.accept_button.text(), lambda: self._accept_for(then))

    def _accept_for(self, then: Callable[[], object]) -> None:
        """Save, and do `then`, unless that was refused, goes on, or led to another page."""
        self.accept_button.click()
        if self.isHidden() and self._host.isVisible():
            then()

    @final
    def dismiss(self) -> None:
        """Close without saving and give the focus back."""
        if self.isHidden():
            return
        self.hide()
        _give_keyboard_back(self._came_from)
        self._came_from, self._opened_by = [], None
        self.dismissed.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name and signature
        """Go through the fields, then the buttons of the foot, then out; backwards alike."""
        stops = (self.close_button, *stops_in(self._scroll), self.accept_button, self.cancel_button)
        return tab_on(self, stops, forward=forward) or super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Esc; Enter in a field saves."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.accept_button.click()
        else:
            event.accept()  # The page below would take it for its own: a letter is a mark there.

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the right edge of what is in sight when the host changes its size, or is scrolled."""
        moved = event.type() in (QEvent.Type.Resize, QEvent.Type.Move)
        if moved and not self.isHidden() and watched in self._holders:  # To open it finds its place.
            self._place()
        return super().eventFilter(watched, event)

    def _differs(self) -> bool:
        """Tell whether a line, a text area or a choice differs from what the panel was opened with."""
        now, areas = (self._lines_now(), self.choices_now()), self.findChildren(QPlainTextEdit)
        return now != self._begun_with or any(area.document().isModified() for area in areas)

    def choices_now(self) -> object:
        """Return what is ticked, picked and chosen here; a panel in which that is work says it."""

    def _lines_now(self) -> list[str]:
        """Return what every line says, those inside fields for days and times too.

        A number stands for itself: its unit is another word once the language is switched.
        """
        from PySide6.QtWidgets import QSpinBox

        lines = []
        for line in self.findChildren(QLineEdit):
            field = line.parentWidget()
            lines.append(str(field.value()) if isinstance(field, QSpinBox) else line.text())
        return lines

    def _place(self) -> None:
        room = self._in_sight()
        width = min(self._wanted, room.width())
        self.setGeometry(room.right() + 1 - width, room.top(), width, room.height())

    def _in_sight(self) -> QRect:
        """Return what can be seen of the host: on a page that is scrolled, the foot must not lie below it."""
        seen, part = self._host.rect(), self._host
        while not part.isWindow() and (holder := part.parentWidget()) is not None:
            area = holder.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is holder:
                seen = seen.intersected(QRect(self._host.mapFrom(holder, QPoint(0, 0)), holder.size()))
                for moved in (part, holder):
                    if moved not in self._holders:
                        moved.installEventFilter(self)
                        self._holders.append(moved)
            part = holder
        return seen


class Mood(StrEnum):
    """How it went."""

    GOOD = "good"
    BAD = "bad"
    DUE = "due"
    NOW = "now"


_LOOKS = {
    Mood.GOOD: ("banner_good", "good_title", "okcircle", "present"),
    Mood.BAD: ("banner_bad", "bad_title", "alert", "absent_text"),
    Mood.DUE: ("banner_due", "due_title", "alert", "late"),
    Mood.NOW: ("banner_now", "card_title", "info", "accent_text"),
}


class Banner(Retranslated, QFrame):
    """Hidden until it has something to say. `closed` is emitted when a person closes it."""

    closed = Signal()

    def __init__(self, name: str = "banner", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("role", "banner_good")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.mood = Mood.GOOD
        self._words: Callable[[], tuple[str, str]] | None = None
        self.mark = IconMark(f"{name}_icon", "okcircle", size=28)
        self.title = self.line("good_title", f"{name}_title")
        self.text = self.line("body", f"{name}_text")
        self.details = self.details_label(f"{name}_details")
        self.more = Button(f"{name}_more", ButtonKind.GHOST)
        self.more.clicked.connect(self._toggle_details)
        self.close_button = IconButton(f"{name}_close", "close", size=32)
        # Whoever closes it with the mouse goes on typing where they were, not on the next button.
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.clicked.connect(self._close)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)
        self._lay_out()
        self.retranslate()
        self.hide()

    def line(self, role: str, name: str) -> QLabel:
        """Make the label of title or text: names of files in it are broken anywhere, never cut."""
        return FittingLabel(role, name)

    def details_label(self, name: str) -> QLabel:
        """Make or find the label of the details; whoever asks for help copies them."""
        details = label("caption", name, wrap=True)
        details.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return details

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(1)
        for part in (self.title, self.text, self.details):
            words.addWidget(part)
        row = FlowRow(self)
        row.setContentsMargins(22, 14, 14, 14)
        row.setSpacing(12)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addLayout(self._actions)
        row.addWidget(self.more)
        row.addWidget(self.close_button)

    def say(self, mood: Mood, words: Callable[[], tuple[str, str]], details: str = "") -> None:
        """Tell title and text, which are asked for anew when the language changes."""
        self.tell(mood, *words(), details)
        self._words = words

    def tell(self, mood: Mood, title: str, text: str = "", details: str = "") -> None:
        """Show what happened (`title`), what was kept and what to do (`text`), and hide the details."""
        self.mood, self._words = mood, None
        role, title_role, icon, token = _LOOKS[mood]
        set_role(self, role)
        set_role(self.title, title_role)
        self.mark.set_icon(icon, token)
        self._set_words(title, text)
        self.details.setText(details)
        self.details.hide()
        self.more.setVisible(bool(details))
        self.clear_actions()
        self.show()
        announce(self, f"{title}. {text}")

    def stand(self, mood: Mood, title: str, text: str) -> None:
        """Show what goes on to be so: it is heard once, not whenever the page looks again."""
        if self.isHidden() or (self.mood, self.title.text(), self.text.text()) != (mood, title, text):
            self.tell(mood, title, text)

    def _set_words(self, title: str, text: str) -> None:
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def forget(self) -> None:
        """Hide, and keep nothing of what was told."""
        self._words = None
        self._set_words("", "")
        self.details.clear()
        self.hide()

    def add_action(self, button: Button) -> None:
        """Offer the next step beside the words."""
        self._actions.addWidget(button)

    def clear_actions(self) -> None:
        """Take away the buttons of the last message."""
        clear_layout(self._actions)

    def retranslate(self) -> None:
        """Set the words of the buttons, and what is told where it can be said anew."""
        if self._words is not None:
            self._set_words(*self._words())
        self.more.setText(self.tr("Details"))
        self.close_button.set_words(self.tr("Close"))

    def minimumSizeHint(self) -> QSize:
        """Give way before the page does."""
        return QSize(240, super().minimumSizeHint().height())

    def _toggle_details(self) -> None:
        self.details.setVisible(self.details.isHidden())

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
