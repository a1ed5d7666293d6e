"""Choosing the form that a course uses on an occasion: those of the bank, and those that come along."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from trainer_app.actions import forms, sittings, standard_forms
from trainer_app.actions.standard_forms import Standing
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.changes import Changes
from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.forms import OCCASIONS, Form, FormKind
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.keying import words
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.choices import ChoiceRow, Shape, Tick
from trainer_app.ui.widgets.forms import ComboBox, FormRow
from trainer_app.ui.widgets.labels import label


@dataclass(frozen=True)
class Use:
    """What a form is wanted for."""

    kind: FormKind
    occasion: Occasion


@dataclass(frozen=True)
class Offer:
    """A form to choose: one of the bank by `key`, or one that comes along by `standard`, its name."""

    title: str
    second: str
    key: str = ""
    standard: str = ""


class FormChooser(FormPanel):
    """Asks what for, then which form. The bank of questions is one button away."""

    chosen = Signal()
    bank_asked = Signal()

    def __init__(self, name: str, desk: Desk, host: QWidget, kinds: Sequence[FormKind]) -> None:
        super().__init__(name, desk, host)
        self.course = ""
        self.uses = tuple(Use(kind, occasion) for kind in kinds for occasion in OCCASIONS[kind])
        self._offers: list[Offer] = []
        self.use = FormRow(f"{name}_use", ComboBox(f"{name}_use"))
        self.caption = label("body_strong", f"{name}_forms_label")
        self.nothing = label("second", f"{name}_nothing", wrap=True)
        self.both = Tick(f"{name}_both")
        self.bank = Button(f"{name}_bank", Kind.GHOST, "evaluations")
        self.group = QButtonGroup(self)
        self.choices = QWidget()
        self.choices.setObjectName(f"{name}_forms")
        self.rows = QVBoxLayout(self.choices)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(8)
        for part in (self.use, self.caption, self.choices, self.nothing, self.both, self.bank):
            self.body.addWidget(part)
        self.end_body()
        self.use.field.currentIndexChanged.connect(lambda _place: self._list())
        self.bank.clicked.connect(self.bank_asked)
        self.retranslate()

    def ask(self, course: str, use: Use | None = None) -> None:
        """Open for a course, at what no form is chosen for yet."""
        self.course = course
        self.clear_errors()
        taken = {
            Use(view.form.form.kind, view.sitting.occasion)
            for view in self.desk.ask(sittings.list_sittings, course) or []
        }
        free = next((each for each in self.uses if each not in taken), self.uses[0])
        self.use.field.setCurrentIndex(self.uses.index(use or free))
        self._list()
        self.reveal(self.use.field)

    def save(self) -> None:
        """Let the course use the form, on both occasions of a test if that is wanted."""
        place, use = self.group.checkedId(), self._use()
        if not 0 <= place < len(self._offers):
            return
        offer = self._offers[place]
        both = use.kind is FormKind.TEST and use.occasion is Occasion.PRE and self.both.isChecked()

        def act() -> Changes:
            return _choose(self.desk.work, self.course, offer, use, both=both)

        if self.submit(act) is not None:
            self.chosen.emit()

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Choose a form"), self.tr("Use this form"))
        self.use.set_words(self.tr("What for?"))
        self.caption.setText(self.tr("Which form?"))
        self.both.setText(self.tr("Use it before and after the course"))
        self.bank.setText(self.tr("Make or change forms"))
        self.nothing.setText(self.tr("There is no form of this kind yet. Make one in the question bank."))
        place = max(0, self.use.field.currentIndex())
        self.use.field.blockSignals(True)
        self.use.field.clear()
        for use in self.uses:
            self.use.field.addItem(words.use_word(use.kind, use.occasion))
        self.use.field.setCurrentIndex(place)
        self.use.field.blockSignals(False)
        if self.isVisible():
            self._say_again()

    def _say_again(self) -> None:
        """List the forms in the language of now; what was chosen stays chosen."""
        place, both = self.group.checkedId(), self.both.isChecked()
        self._list()
        chosen = self.group.button(place)
        if chosen is not None:
            chosen.setChecked(True)
        self.both.setChecked(both)

    def _use(self) -> Use:
        return self.uses[max(0, self.use.field.currentIndex())]

    def _list(self) -> None:
        use = self._use()
        self.both.setVisible(use == Use(FormKind.TEST, Occasion.PRE))
        self.both.setChecked(True)
        self._offers = self._find(use.kind)
        while (taken := self.rows.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for button in self.group.buttons():
            self.group.removeButton(button)
        for place, offer in enumerate(self._offers):
            row = ChoiceRow(f"{self.objectName()}_form_{place + 1}", Shape.RADIO)
            row.set_words(offer.title, offer.second)
            row.setChecked(place == 0)
            self.group.addButton(row, place)
            self.rows.addWidget(row)
        self.nothing.setVisible(not self._offers)
        self.caption.setVisible(bool(self._offers))
        self.accept_button.setEnabled(bool(self._offers))

    def _find(self, kind: FormKind) -> list[Offer]:
        language = self.desk.language.code
        own = self.desk.ask(forms.list_forms, kind) or []
        found = [
            Offer(_titled(form, language), self._second(form), key=form.key) for form in own if form.questions
        ]
        listed = self.desk.ask(standard_forms.list_standard_forms, kind) or []
        for offer in listed:
            if offer.standing is Standing.THERE:
                continue
            standard = offer.standard
            count = self.tr("%n question(s)", "", len(standard.questions))
            second = self.tr("{count} · comes with the program").format(count=count)
            found.append(Offer(standard.form.title.best(language), second, standard=standard.name))
        return found

    def _second(self, form: Form) -> str:
        count = self.tr("%n question(s)", "", len(form.questions))
        missing = [each for each in ("tg", "ru", "en") if not getattr(form.title, each).strip()]
        return count if not missing else f"{count} · {self.tr('not in every language')}"


def _titled(form: Form, language: str) -> str:
    return words.versioned(form.title.best(language), form.version)


def _choose(work: Workplace, course: str, offer: Offer, use: Use, *, both: bool) -> Changes:
    """Put a form that comes along into the bank first; of several steps the last one is returned."""
    key = offer.key or standard_forms.ensure(work, offer.standard)
    changes = sittings.choose_form(work, course, key, use.occasion)
    if both:
        again = sittings.choose_form(work, course, key, Occasion.POST)
        changes = again if again.step is not None else changes
    return changes
