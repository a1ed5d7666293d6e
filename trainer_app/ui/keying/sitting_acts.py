"""What a tab of the course does with its forms: choosing them, settings, and keying in their papers."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from trainer_app.actions import sittings
from trainer_app.actions.sitting_states import SittingState
from trainer_app.domain.changes import Changes
from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.forms import FormKind
from trainer_app.domain.sittings import ResitRule
from trainer_app.ui.filling.start import start_filling
from trainer_app.ui.keying.form_chooser import FormChooser
from trainer_app.ui.keying.page import MODES, KeyingPage
from trainer_app.ui.keying.rule_form import RuleForm
from trainer_app.ui.keying.sitting_form import SittingForm
from trainer_app.ui.keying.sittings_card import SittingsCard
from trainer_app.ui.shell.desk import Desk


class SittingActs(QObject):
    """Stands between the card of the sittings, the panels beside it and the page over the tab."""

    changed = Signal()
    """The page was opened or left: the head of the workspace looks different."""
    enter_asked = Signal(str)
    """The sheets of a sitting that wait shall enter together."""

    def __init__(self, desk: Desk, host: QWidget, name: str, kinds: Sequence[FormKind]) -> None:
        super().__init__(host)
        self.setObjectName(f"{name}_acts")
        self.desk, self._host, self._name, self._kinds = desk, host, name, tuple(kinds)
        self.course = ""
        self.card = SittingsCard(desk, f"{name}_sittings")
        self.page = KeyingPage(desk)
        self._stack: QStackedWidget | None = None
        self._under: QWidget | None = None
        self._states: list[SittingState] = []
        self.chooser: FormChooser | None = None
        self.settings: SittingForm | None = None
        self.rule: RuleForm | None = None
        self.card.asked.connect(self.act)
        self.card.form_wanted.connect(self.ask_form)
        self.page.left.connect(self.leave)
        self.page.shown.connect(self.changed)

    def stack_into(self, stack: QStackedWidget, under: QWidget) -> None:
        """Show the page in a stack of the tab, over the part that it leads back to."""
        self._stack, self._under = stack, under
        stack.addWidget(self.page)

    @property
    def open(self) -> bool:
        """Tell whether papers are being keyed in."""
        return self._stack is not None and self._stack.currentWidget() is self.page

    def show_states(self, states: Sequence[SittingState]) -> None:
        """Show the sittings of the course."""
        self._states = list(states)
        self.card.show_states(states)

    def refresh(self) -> None:
        """Read the open page again."""
        self.page.refresh()

    def concerns(self, changes: Changes) -> bool:
        """Tell whether the open page has to be read again."""
        return self.page.concerns(changes)

    def show_place(self, **place: Any) -> None:
        """Open a sitting that something outside names; `form` asks for a form to be chosen."""
        sitting, view = str(place.get("sitting") or ""), str(place.get("view") or "")
        if sitting:
            self.act(view if view in MODES else "first", sitting)
        elif view == "form":
            self.ask_form()

    # What a row asks

    def act(self, act: str, sitting: str) -> None:
        """Do what was asked of a sitting."""
        if act in MODES:
            self._open(sitting, act)
        elif act == "fill":
            start_filling(self.desk, self._host, sitting)
        elif act == "print":
            self.desk.go("courses", course=self.course, tab="print")
        elif act == "results":
            self._open_results(sitting)
        elif act == "enter":
            self.enter_asked.emit(sitting)
        elif act == "settings":
            self._ask_settings(sitting)
        elif act == "drop":
            changes = self.desk.do(sittings.drop_sitting, sitting)
            if changes is not None:
                self.desk.offer_undo(changes)

    def open_paper(self, form: str, occasion: Occasion, enrolment: str, attempt: int) -> None:
        """Open one paper by its form, its occasion and whose it is."""
        for state in self._states:
            if (state.sitting.form, state.sitting.occasion) == (form, occasion):
                self._open(state.sitting.key, "first")
                self.page.open_paper_of(enrolment, attempt)

    def ask_form(self) -> None:
        """Ask which form the course uses for what."""
        if self.chooser is None:
            self.chooser = FormChooser(f"{self._name}_form", self.desk, self._host, self._kinds)
            self.chooser.bank_asked.connect(lambda: self.desk.go("evaluations", page="forms"))
        self.chooser.ask(self.course)

    def ask_rule(self, rule: ResitRule) -> None:
        """Ask which of several tests counts."""
        if self.rule is None:
            self.rule = RuleForm(f"{self._name}_resit", self.desk, self._host)
        self.rule.ask(self.course, rule)

    def leave(self) -> None:
        """Go back to the tab, and read there what was keyed in."""
        self.close()
        refresh = getattr(self._host, "refresh_now", None)
        if callable(refresh):
            refresh()
        focus = getattr(self._host, "first_focus", lambda: None)()
        if focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """Take the page away."""
        if self.open and self._stack is not None and self._under is not None:
            self._stack.setCurrentWidget(self._under)
            self.changed.emit()

    def _open(self, sitting: str, mode: str) -> None:
        if self._stack is not None and self.page.show_sitting(sitting, mode):
            self._stack.setCurrentWidget(self.page)
            self.changed.emit()
            self.page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_results(self, sitting: str) -> None:
        kind = next((state.form.form.kind for state in self._states if state.sitting.key == sitting), None)
        parts = {FormKind.TEST: "learning", FormKind.PRACTICAL: "practical"}
        part = parts.get(kind, "feedback") if kind is not None else "learning"
        self.desk.go("evaluations", page="results", course=self.course, part=part, back=self._name)

    def _ask_settings(self, sitting: str) -> None:
        found = self.desk.ask(sittings.get_sitting, sitting)
        if found is None:
            return
        if self.settings is None:
            self.settings = SittingForm(f"{self._name}_settings", self.desk, self._host)
        self.settings.ask(found)
