"""A form at the right: erasing a person's data for good. It first tells what goes and what stays."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions import erased_files, erasing
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.erasing import ErasurePlan
from trainer_app.domain.erasure_words import plan_words
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.people import Person
from trainer_app.system import messages
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.banner import Mood
from trainer_app.ui.widgets.buttons import Kind
from trainer_app.ui.widgets.forms import FormRow, text_field
from trainer_app.ui.widgets.labels import ToldLabel, label
from trainer_app.ui.widgets.panel import SidePanel
from trainer_app.ui.widgets.sentences import Sentences

_WIDTH = 520


class EraseForm(SidePanel):
    """`erased(changes)` is emitted when it is done; the name must be typed before the button works."""

    erased = Signal(object)

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("erase_form", host, _WIDTH)
        self._desk = desk
        self._person: Person | None = None
        self._plan: ErasurePlan | None = None
        self.about = label("body", "erase_about", wrap=True)
        self.goes, self.stays, self.elsewhere = (
            Sentences(f"erase_{part}") for part in ("goes", "stays", "elsewhere")
        )
        self.reason = FormRow("erase_reason", text_field("erase_reason", most=200))
        self.reference = FormRow("erase_reference", text_field("erase_reference", most=60))
        self.confirm = FormRow("erase_confirm", text_field("erase_confirm", most=80))
        self.trouble = ToldLabel("error", "erase_error")
        self.trouble.hide()
        parts = (self.about, self.goes, self.stays, self.elsewhere)
        for part in (*parts, self.reason, self.reference, self.confirm, self.trouble):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.accept_button.set_kind(Kind.DANGER)
        self.confirm.field.textChanged.connect(self._check)
        self.reason.field.textChanged.connect(self._check)
        self.accepted.connect(self._erase)
        self.retranslate()

    def open_person(self, person: Person) -> None:
        """Look at what would go, and ask."""
        plan = self._desk.ask(erasing.preview, person.key)
        if plan is None:
            return
        self._person, self._plan = person, plan
        for row in (self.reason, self.reference, self.confirm):
            row.field.clear()
            row.clear_error()
        self.trouble.hide()
        self.retranslate()
        self._check()
        self.reveal(self.reason.field)

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Erase a person's data"), self.tr("Erase for good"))
        self.reason.set_words(self.tr("Reason"), self.tr("It is kept with the record. Write no names in it."))
        self.reference.set_words(self.tr("Number of the request, if there is one"))
        if self._person is None or self._plan is None:
            return
        self.about.setText(
            self.tr(
                "{name}. This cannot be undone, and what was done before can no longer be undone either."
            ).format(name=" = ".join(self._plan.names))
        )
        self.confirm.set_words(
            self.tr("Type the family name to confirm: {name}").format(name=self._person.family)
        )
        words = plan_words(self._plan)
        for part, heading, lines in (
            (self.goes, "goes", words.goes),
            (self.stays, "stays", words.stays),
            (self.elsewhere, "elsewhere", words.elsewhere),
        ):
            part.show_lines(self._desk.words(f"erasing.heading.{heading}"), self._said(lines))

    def _said(self, lines: Sequence[Label]) -> list[str]:
        return [messages.label_text(line, self._desk.language.code) for line in lines]

    def _check(self) -> None:
        """Let the button work once the name is typed and a reason given."""
        wanted = self._person.family.strip().casefold() if self._person else ""
        typed = self.confirm.field.text().strip().casefold()
        self.accept_button.setEnabled(
            bool(wanted) and typed == wanted and bool(self.reason.field.text().strip())
        )

    def _erase(self) -> None:
        if self._person is None or not self.accept_button.isEnabled():
            return
        key, reason = self._person.key, self.reason.field.text()
        reference = self.reference.field.text()
        self.accept_button.setEnabled(False)
        self._desk.run(
            self.tr("The data are being erased"),
            lambda work, progress: erasing.erase_person(work, key, reason, reference, progress=progress),
            done=self._done,
            failed=self._refuse,
        )

    def _done(self, changes: Changes) -> None:
        self._person = None
        self.dismiss()
        self._desk.changes.announce(changes, self)
        self.erased.emit(changes)
        if self._desk.ask(erased_files.is_pending):
            self._desk.tell(
                Mood.BAD,
                self.tr("The data are erased, but older files could not be cleared yet"),
                self.tr("Free some space on this disk. It is finished at the next start of the program."),
            )
            return
        self._desk.tell_good(
            self.tr("The data are erased"),
            self.tr("The record stands in Office under Retention. The next packs take them from the laptops.")
            if self._plan and self._plan.laptops
            else self.tr("Files of this computer were made anew without them."),
        )

    def _refuse(self, error: TrainerError) -> None:
        self.trouble.say(self._desk.explained(error))
        self.trouble.show()
        self.bring_into_view(self.trouble)
        self._check()
