"""One sitting in a card: what is filled in when, how far it is, and the button for what comes next."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from trainer_app.actions.sitting_states import SittingState, SittingStep
from trainer_app.domain.forms import FormKind
from trainer_app.ui.keying import words
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.buttons import Button, IconButton, Kind
from trainer_app.ui.widgets.labels import ElidedLabel, label
from trainer_app.ui.widgets.naming import Retranslated

ACTS = ("first", "second", "differences", "fill", "print", "results", "settings", "drop")
_ACT_OF = {
    SittingStep.KEY_IN: "first",
    SittingStep.SECOND: "second",
    SittingStep.DIFFERENCES: "differences",
    SittingStep.ENTER: "enter",
    SittingStep.RESULTS: "results",
}


class SittingRow(Retranslated, QWidget):
    """`asked(act, sitting)` is emitted with one of `ACTS`, or "enter"."""

    asked = Signal(str, str)

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.desk = desk
        self.state: SittingState | None = None
        self.title = ElidedLabel("row_title", f"{name}_title")
        self.form = ElidedLabel("second", f"{name}_form")
        self.text = label("small", f"{name}_text", wrap=True)
        self.next = Button(f"{name}_next", Kind.PLAIN)
        self.fill = Button(f"{name}_fill", Kind.PLAIN)
        self.more = IconButton(f"{name}_more", "more")
        self.menu = QMenu(self)
        self.menu.setObjectName(f"{name}_menu")
        self._lay_out()
        self.next.clicked.connect(lambda: self._ask(self._act()))
        self.fill.clicked.connect(lambda: self._ask("fill"))
        self.more.clicked.connect(self._open_menu)
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.form)
        head.addLayout(names, 1)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.next)
        buttons.addWidget(self.fill)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(CARD_PADDING, 10, CARD_PADDING - 8, 12)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.text)
        column.addLayout(buttons)

    def show_state(self, state: SittingState, *, primary: bool) -> None:
        """Show how far a sitting is; `primary`: its next step is that of the whole tab."""
        self.state = state
        self.next.set_kind(Kind.PRIMARY if primary else Kind.PLAIN)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything anew."""
        self.more.set_words(self.tr("More about this form"))
        self.fill.setText(self.tr("On the laptop"))
        self.fill.setAccessibleName(f"{self.tr('Fill in on this laptop')}: {self.title.text()}")
        self.fill.setToolTip(self.tr("Fill in on this laptop"))
        state = self.state
        if state is None:
            return
        self.title.setText(words.occasion_word(state.sitting, state.form.form.kind))
        self.form.setText(words.form_title(state.form, self.desk.language.code))
        self.text.setText(self._counts(state))
        act = self._act()
        self.next.setText(self._act_words(act))
        self.next.setAccessibleName(f"{self.next.text()}: {self.title.text()}")
        by_hand = state.form.form.kind is FormKind.PRACTICAL
        self.fill.setVisible(act == "first" and not state.sitting.double and not by_hand)
        self.setAccessibleName(f"{self.title.text()}: {self.text.text()}")

    def _counts(self, state: SittingState) -> str:
        if not state.begun and not state.waiting:
            return self.tr("No paper is keyed in yet; %n expected.", "", state.expected)
        parts = [self.tr("{keyed} of {expected} keyed in").format(keyed=state.keyed, expected=state.expected)]
        if state.form.form.anonymous:
            parts = [self.tr("%n sheet(s) collected", "", state.keyed)]
        if state.waiting:
            parts.append(self.tr("%n waiting", "", state.waiting))
        if state.unfinished:
            parts.append(self.tr("%n not finished", "", state.unfinished))
        if state.sitting.double and state.keyed:
            parts.append(self.tr("%n keyed in twice", "", state.twice))
        if state.differences:
            parts.append(self.tr("%n difference(s)", "", state.differences))
        return " · ".join(parts)

    def _act(self) -> str:
        return _ACT_OF[self.state.step] if self.state is not None else "first"

    def _act_words(self, act: str) -> str:
        return {
            "first": self.tr("Key in"),
            "second": self.tr("Second entry"),
            "differences": self.tr("Settle the differences"),
            "enter": self.tr("Take in the sheets"),
            "fill": self.tr("Fill in on this laptop"),
            "print": self.tr("Print the papers"),
            "results": self.tr("Results"),
            "settings": self.tr("Settings…"),
            "drop": self.tr("Take the form away from the course"),
        }[act]

    def fill_menu(self) -> None:
        """Offer what can be done now."""
        self.menu.clear()
        for act in ACTS:
            by_hand = self.state is not None and self.state.form.form.kind is FormKind.PRACTICAL
            if act == "fill" and by_hand:
                continue
            if act in ("print", "settings") and self.menu.actions():
                self.menu.addSeparator()
            action = self.menu.addAction(self._act_words(act))
            action.setObjectName(f"{self.objectName()}_{act}")
            action.triggered.connect(lambda _checked=False, act=act: self._ask(act))

    def _open_menu(self) -> None:
        self.fill_menu()
        self.menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _ask(self, act: str) -> None:
        if self.state is not None:
            self.asked.emit(act, self.state.sitting.key)
