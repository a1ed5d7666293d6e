"""What a tab of the course does with its forms: choosing, settings, filling in, keying in."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any, override

from msgspec import Struct
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.evaluations import forms
from trainer_app.actions.evaluations.forms import StandardFormState
from trainer_app.actions.evaluations.progress import SittingState
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.structs import Meanwhile, replace
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.courses.courses import ResitRule
from trainer_app.domain.evaluations.forms import MOST_MINUTES, OCCASIONS, Form, FormKind, Occasion, Sitting
from trainer_app.ui.evaluations.filling.page import start_filling
from trainer_app.ui.evaluations.keying.page import MODES, KeyingPage
from trainer_app.ui.evaluations.sitting_cards import KEYING, SittingsCard
from trainer_app.ui.kit import wording
from trainer_app.ui.kit.context import AppContext, first_sentence
from trainer_app.ui.kit.form_fields import Choice, Flag, Layout, Note, Own, Radio, Whole
from trainer_app.ui.kit.forms import FieldsForm
from trainer_app.ui.kit.meanwhile import ValuesInDoubt
from trainer_app.ui.kit.screens import why_withheld
from trainer_app.ui.widgets.controls import Button, ButtonKind, ChoiceRow, Shape
from trainer_app.ui.widgets.labels import clear_layout, is_made, named
from trainer_app.ui.widgets.overlays import Mood


class FormUse(Struct, frozen=True):
    """What a form is wanted for."""

    kind: FormKind
    occasion: Occasion


class FormOffer(Struct, frozen=True):
    """A form to choose: one of the bank by `key`, or one that comes along by `standard`, its name."""

    title: str
    second: str
    key: str = ""
    standard: str = ""


class FormChooser(FieldsForm):
    """Asks what for, then which form. The bank of questions is one button away."""

    needs = ("evaluations/forms/choose_form", "evaluations/forms/ensure_standard_form")

    chosen = Signal()
    bank_requested = Signal()

    def __init__(self, name: str, context: AppContext, host: QWidget, kinds: Sequence[FormKind]) -> None:
        super().__init__(name, context, host, prefix=f"{name}_")
        self.course = ""
        self.uses = tuple(FormUse(kind, occasion) for kind in kinds for occasion in OCCASIONS[kind])
        self._offers: list[FormOffer] = []
        self.bank = Button(f"{name}_bank", ButtonKind.GHOST, "evaluations")
        self.bank.clicked.connect(self.bank_requested)
        self.group = QButtonGroup(self)
        self.choices = QVBoxLayout()
        self.choices.setContentsMargins(0, 0, 0, 0)
        self.choices.setSpacing(8)
        self.build()

    @override
    def fields(self) -> Layout:
        uses = [(use, wording.use_word(use.kind, use.occasion)) for use in self.uses]
        nothing = self.tr("There is nothing of this kind yet. Make it in the question bank.")
        both = self.value("use") == FormUse(FormKind.TEST, Occasion.PRE)
        return (
            Choice("use", self.tr("What for?"), options=uses, changed=self._list),
            Note("forms_label", self.tr("Which one?"), role="body_strong", shown=bool(self._offers)),
            Own("forms", widget=self._make_choices),
            Note("nothing", nothing, role="second", shown=not self._offers),
            Flag("both", self.tr("Use it before and after the course"), usual=True, shown=both),
            Own("bank", widget=lambda _name: self.bank),
        )

    @override
    def choices_now(self) -> object:
        """Return nothing: two presses choose the same again."""
        return None

    def _make_choices(self, name: str) -> QWidget:
        made = named(QWidget(), name)
        made.setLayout(self.choices)
        return made

    @override
    def words(self) -> tuple[str, str]:
        tests = any(use.kind is FormKind.TEST for use in self.uses)
        title = self.tr("Choose a test") if tests else self.tr("Choose a form")
        return title, self.tr("Use this one")

    def ask(self, course: str, use: FormUse | None = None) -> None:
        """Open for a course, at what no form is chosen for yet."""
        self.course = course
        taken = {
            FormUse(view.form.form.kind, view.sitting.occasion)
            for view in self.context.ask(forms.list_sittings, course) or []
        }
        free = next((each for each in self.uses if each not in taken), self.uses[0])
        self.clear_errors()
        self.fill(use=use or free)
        self._list()
        self.reveal(self.entry("use"))

    @override
    def save(self) -> None:
        index, use = self.group.checkedId(), self.value("use")
        if not 0 <= index < len(self._offers):
            return
        offer = self._offers[index]
        both = use == FormUse(FormKind.TEST, Occasion.PRE) and self.value("both")

        def act() -> Changes:
            return _choose(self.context.work, self.course, offer, use, both=both)

        if self.submit(act) is not None:
            self.chosen.emit()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.bank.setText(self.tr("Make or change in the question bank"))
        if self.isVisible():
            # The forms are listed in another language; what was chosen stays chosen.
            index, both = self.group.checkedId(), self.value("both")
            self._list()
            chosen = self.group.button(index)
            if chosen is not None:
                chosen.setChecked(True)
            self.rows["both"].setChecked(both)

    def _list(self) -> None:
        self._offers = self._find(self.value("use").kind)
        self.rows["both"].setChecked(True)
        self.say_fields()
        clear_layout(self.choices)
        for button in self.group.buttons():
            self.group.removeButton(button)
        for index, offer in enumerate(self._offers):
            row = ChoiceRow(f"{self.objectName()}_form_{index + 1}", Shape.RADIO)
            row.set_words(offer.title, offer.second)
            row.setChecked(index == 0)
            self.group.addButton(row, index)
            self.choices.addWidget(row)
        self.accept_button.setEnabled(bool(self._offers))

    def _find(self, kind: FormKind) -> list[FormOffer]:
        language = self.context.language.code
        own = self.context.ask(forms.list_forms, kind) or []
        offers = [
            FormOffer(_titled(form, language), self._second(form), key=form.key)
            for form in own
            if form.questions
        ]
        for each in self.context.ask(forms.list_standard_forms, kind) or []:
            if each.standing is StandardFormState.THERE:
                continue
            standard = each.standard
            count = self.tr("%n question(s)", "", len(standard.questions))
            second = self.tr("{count} · comes with the program").format(count=count)
            offers.append(FormOffer(standard.form.title.best(language), second, standard=standard.name))
        return offers

    def _second(self, form: Form) -> str:
        count = self.tr("%n question(s)", "", len(form.questions))
        missing = [each for each in LANGUAGES if not form.title[each].strip()]
        partly = self.tr("not in every language")
        return count if not missing else f"{count} · {partly}"


def _titled(form: Form, language: str) -> str:
    return wording.versioned(form.title.best(language), form.version)


def _choose(work: Workplace, course: str, offer: FormOffer, use: FormUse, *, both: bool) -> Changes:
    """Put a form that comes along into the bank first; of several steps the last one is returned."""
    key = offer.key or forms.ensure_standard_form(work, offer.standard)
    changes = forms.choose_form(work, course, key, use.occasion)
    if both:
        again = forms.choose_form(work, course, key, Occasion.POST)
        changes = again if again.step is not None else changes
    return changes


class RuleForm(FieldsForm):
    """Three rows to choose from."""

    needs = "evaluations/forms/set_resit_rule"

    def __init__(self, name: str, context: AppContext, host: QWidget) -> None:
        super().__init__(name, context, host, prefix=f"{name}_")
        self.course = ""
        self._opened_rule = ResitRule.BEST
        self.build()

    @override
    def fields(self) -> Layout:
        text = self.tr(
            "A re-sit is a new paper: open somebody's finished test and press “Re-sit”. The rule says "
            "which one counts for the certificate and for what was learnt."
        )
        seconds = {
            ResitRule.BEST: self.tr("The highest share of points"),
            ResitRule.LAST: self.tr("The newest paper that is whole"),
            ResitRule.FIRST: self.tr("Re-sits are kept, and change nothing"),
        }
        rows = (Radio(rule.value, wording.rule_words(rule), seconds[rule]) for rule in ResitRule)
        return (Note("text", text, role="second"), *rows)

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("When somebody sits a test again"), self.tr("Save")

    def ask(self, course: str, rule: ResitRule) -> None:
        """Open for a course."""
        self.course, self._opened_rule = course, rule
        self.open_filled(focus=self.entry(rule.value), **{rule.value: True})

    @override
    def save(self) -> None:
        rule = next(each for each in ResitRule if self.value(each.value))
        opened = self._opened_rule
        self.submit(lambda: forms.set_resit_rule(self.context.work, self.course, rule, opened=opened))

    @override
    def doubt_of(self, field: Meanwhile) -> ValuesInDoubt:
        return ValuesInDoubt(field, lambda: self.words()[0], wording.rule_words)

    @override
    def settle_meanwhile(self, field: Meanwhile, *, theirs: bool) -> None:
        self._opened_rule = field.now
        chosen = field.theirs if theirs else field.yours
        self.rows[chosen.value].setChecked(True)


class SittingForm(FieldsForm):
    """Saves by one step."""

    needs = "evaluations/forms/change_sitting"

    def __init__(self, name: str, context: AppContext, host: QWidget) -> None:
        super().__init__(name, context, host, prefix=f"{name}_")
        self.sitting: Sitting | None = None
        self.build()

    @override
    def fields(self) -> Layout:
        slips = self.tr("Slips are found where the two entries do not say the same.")
        limit = self.tr("Empty: no limit. At most {most}.").format(most=MOST_MINUTES)
        languages = [(code, each.name) for code, each in LANGUAGES.items()]
        return (
            Note("paper", self.tr("On paper"), role="row_title"),
            Flag("double", self.tr("Two people enter every paper")),
            Note("double_text", slips),
            Note("laptop", self.tr("On this laptop"), role="row_title"),
            Choice(
                "language",
                self.tr("Language"),
                options=[("", self.tr("Whoever fills in chooses")), *languages],
            ),
            Whole(
                "minutes",
                self.tr("Time limit in minutes"),
                limit,
                longest=3,
                width=120,
                refused=("sitting.minutes_out_of_range",),
            ),
            Flag("paged", self.tr("One question a page")),
        )

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("Settings of the form in this course"), self.tr("Save")

    def ask(self, sitting: Sitting) -> None:
        """Open for a sitting."""
        self.sitting = sitting
        self.open_filled(sitting)

    @override
    def save(self) -> None:
        if self.sitting is not None:
            typed, opened = self.edited(self.sitting), self.opened(self.sitting)
            wanted = replace(typed, minutes=typed.minutes or 0)
            self.submit(lambda: forms.change_sitting(self.context.work, wanted, opened=opened))


class SittingCommands(QObject):
    """Stands between the card of the sittings, the panels beside it and the page over the tab."""

    changed = Signal()
    """The page was opened or left: the head of the workspace looks different."""
    enter_requested = Signal(str)
    """The sheets of a sitting that wait shall enter together."""
    run_changed = Signal()
    """What is being keyed in is another paper, or stands otherwise."""

    def __init__(self, context: AppContext, host: QWidget, name: str, kinds: Sequence[FormKind]) -> None:
        super().__init__(host)
        self.setObjectName(f"{name}_acts")
        self.context, self._host, self._name, self._kinds = context, host, name, tuple(kinds)
        self.course = ""
        self.card = SittingsCard(context, f"{name}_sittings")
        self._stack: QStackedWidget | None = None
        self._under: QWidget | None = None
        self._states: list[SittingState] = []
        self.chooser: FormChooser | None = None
        self.settings: SittingForm | None = None
        self.rule: RuleForm | None = None
        self.card.requested.connect(self.act)
        self.card.form_requested.connect(self.ask_form)

    @cached_property
    def page(self) -> KeyingPage:
        """The page over the tab; made for the first papers: whoever only looks does not wait for it."""
        page = KeyingPage(self.context)
        page.closed.connect(self.leave)
        page.shown.connect(self.changed)
        page.run.changed.connect(self.run_changed)
        if self._stack is not None:
            self._stack.addWidget(page)
        return page

    def stack_into(self, stack: QStackedWidget, under: QWidget) -> None:
        """Show the page in a stack of the tab, over the part that it leads back to."""
        self._stack, self._under = stack, under

    @property
    def open(self) -> bool:
        """Tell whether papers are being keyed in."""
        return is_made(self, "page") and self._stack is not None and self._stack.currentWidget() is self.page

    def take_back(self) -> bool:
        """Take back the last answer while sheets of nobody are keyed in; False if there is none."""
        if not self.open or not (run := self.page.run).own_undo or run.newest_slip is None:
            return False
        run.undo()
        return True

    def show_states(self, states: Sequence[SittingState], *, closed: bool) -> None:
        """Show the sittings of the course, which may be `closed`."""
        self._states = list(states)
        self.card.show_states(states, closed=closed)

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
            self.act(view if view in (*MODES, "unfinished") else "first", sitting)
        elif view == "form":
            self.ask_form()

    # What a row asks

    def act(self, act: str, sitting: str) -> None:
        """Do what was asked of a sitting."""
        if act in MODES:
            self._open(sitting, act)
        elif act == "unfinished":
            self._open(sitting, "first")
            self.page.open_unfinished()
        elif act == "fill":
            start_filling(self.context, self._host, sitting)
        elif act == "print":
            self.context.go("courses", course=self.course, tab="print", sitting=sitting, show=True)
        elif act == "results":
            self._open_results(sitting)
        elif act == "enter":
            self.enter_requested.emit(sitting)
        elif act == "settings":
            self._ask_settings(sitting)
        elif act == "drop":
            self.context.offer_undo(self.context.do(forms.drop_sitting, sitting))

    def open_paper(self, form: str, occasion: Occasion, enrolment: str, attempt: int) -> None:
        """Open one paper by its form, its occasion and whose it is."""
        for state in self._states:
            if (state.sitting.form, state.sitting.occasion) == (form, occasion):
                self._open(state.sitting.key, "first")
                self.page.open_paper_of(enrolment, attempt)

    def ask_form(self) -> None:
        """Ask which form the course uses for what."""
        if self.chooser is None:
            self.chooser = FormChooser(f"{self._name}_form", self.context, self._host, self._kinds)
            self.chooser.bank_requested.connect(lambda: self.context.go("evaluations", page="forms"))
        self.chooser.ask(self.course)

    def ask_rule(self, rule: ResitRule) -> None:
        """Ask which of several tests counts."""
        if self.rule is None:
            self.rule = RuleForm(f"{self._name}_resit", self.context, self._host)
        self.rule.ask(self.course, rule)

    def leave(self) -> None:
        """Go back to the tab, and read there what was keyed in; no cell has the keyboard."""
        self.close()
        refresh = getattr(self._host, "refresh_now", None)
        if callable(refresh):
            refresh()
        self._way_back().setFocus(Qt.FocusReason.OtherFocusReason)

    def _way_back(self) -> QWidget:
        """Return the button that leads to the papers again: a number typed on there is nobody's points."""
        own = self.page.sitting.key if self.page.sitting is not None else ""
        for row in self.card.rows:
            if row.state is not None and row.state.sitting.key == own:
                return row.next if row.next.isEnabled() else row.more
        return self.card.add

    def close(self) -> None:
        """Take the page away."""
        if self.open and self._stack is not None and self._under is not None:
            self._stack.setCurrentWidget(self._under)
            self.changed.emit()

    def _open(self, sitting: str, mode: str) -> None:
        """Open the papers for who may enter them; say to others, whom a link led here, why not."""
        why = self.context.ask(lambda _work: why_withheld(self.context, KEYING))
        if why:
            self.context.tell(Mood.DUE, *first_sentence(why))
        if why != "":
            return
        if self._stack is not None and self.page.show_sitting(sitting, mode):
            self._stack.setCurrentWidget(self.page)
            self.changed.emit()
            self.page.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_results(self, sitting: str) -> None:
        kind = next((state.form.form.kind for state in self._states if state.sitting.key == sitting), None)
        parts = {FormKind.TEST: "learning", FormKind.PRACTICAL: "practical"}
        part = parts.get(kind, "feedback") if kind is not None else "learning"
        self.context.go("evaluations", page="results", course=self.course, part=part, back=self._name)

    def _ask_settings(self, sitting: str) -> None:
        found = self.context.ask(forms.get_sitting, sitting)
        if found is None:
            return
        if self.settings is None:
            self.settings = SittingForm(f"{self._name}_settings", self.context, self._host)
        self.settings.ask(found)
