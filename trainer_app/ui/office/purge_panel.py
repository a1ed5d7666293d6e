"""A form at the right: erasing the names of courses. First a dry run in numbers, then it is confirmed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from trainer_app.actions import erased_files, retention
from trainer_app.domain.changes import Changes, Label
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.retention import PurgePlan
from trainer_app.system import messages
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.banner import Mood
from trainer_app.ui.widgets.buttons import Kind
from trainer_app.ui.widgets.forms import FormRow, text_field
from trainer_app.ui.widgets.labels import ToldLabel, label
from trainer_app.ui.widgets.panel import SidePanel
from trainer_app.ui.widgets.sentences import Sentences

_WIDTH = 520


class PurgePanel(SidePanel):
    """The number of people must be typed before the button works."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("purge_panel", host, _WIDTH)
        self._desk = desk
        self._keys: list[str] = []
        self._plan: PurgePlan | None = None
        self.about = label("body", "purge_about", wrap=True)
        self.goes, self.stays = Sentences("purge_goes"), Sentences("purge_stays")
        self.reason = FormRow("purge_reason", text_field("purge_reason", most=200))
        self.reference = FormRow("purge_reference", text_field("purge_reference", most=60))
        self.confirm = FormRow("purge_confirm", text_field("purge_confirm", width=130, most=9))
        self.trouble = ToldLabel("error", "purge_error")
        self.trouble.hide()
        for part in (
            self.about,
            self.goes,
            self.stays,
            self.reason,
            self.reference,
            self.confirm,
            self.trouble,
        ):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.accept_button.set_kind(Kind.DANGER)
        self.confirm.field.textChanged.connect(self._check)
        self.reason.field.textChanged.connect(self._check)
        self.accepted.connect(self._erase)
        self.retranslate()

    def open_courses(self, keys: Sequence[str]) -> None:
        """Look at what would go, and ask."""
        plan = self._desk.ask(retention.plan, list(keys))
        if plan is None:
            return
        self._keys, self._plan = list(keys), plan
        for row in (self.reason, self.reference, self.confirm):
            row.field.clear()
        self.trouble.hide()
        self.retranslate()
        self._check()
        self.reveal(self.reason.field)

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Erase the names of courses"), self.tr("Erase for good"))
        self.about.setText(
            self.tr("This cannot be undone, and what was done before can no longer be undone either.")
        )
        self.reason.set_words(self.tr("Reason"), self.tr("It is kept with the record. Write no names in it."))
        self.reference.set_words(self.tr("Number of the decision, if there is one"))
        if self._plan is None:
            return
        self.confirm.set_words(
            self.tr("Type the number of people to confirm: {count}").format(count=self._plan.people)
        )
        goes = [self._course(each) for each in self._plan.courses]
        values = {"people": self._plan.people, "kept": self._plan.kept}
        goes.append(Label("retention.plan.sum", values))
        stays = [Label("retention.plan.stays"), Label("retention.plan.feedback")]
        self.goes.show_lines(self._desk.words("erasing.heading.goes"), self._said(goes))
        self.stays.show_lines(
            self._desk.words("erasing.heading.stays"),
            [*self._said(stays), self._desk.words("erasing.elsewhere.outside")],
        )

    def _course(self, each: object) -> Label:
        names = ("people", "certificates", "scans")
        values = {name: getattr(each, name) for name in names}
        return Label("retention.plan.course", {"course": getattr(each, "code", ""), **values})

    def _said(self, lines: Sequence[Label]) -> list[str]:
        return [messages.label_text(line, self._desk.language.code) for line in lines]

    def _check(self) -> None:
        wanted = str(self._plan.people) if self._plan else ""
        typed = self.confirm.field.text().strip()
        self.accept_button.setEnabled(typed == wanted != "" and bool(self.reason.field.text().strip()))

    def _erase(self) -> None:
        if not self._keys or not self.accept_button.isEnabled():
            return
        keys, reason, reference = self._keys, self.reason.field.text(), self.reference.field.text()
        self.accept_button.setEnabled(False)
        self._desk.run(
            self.tr("The names are being erased"),
            lambda work, progress: retention.purge(work, keys, reason, reference, progress=progress),
            done=self._done,
            failed=self._refuse,
        )

    def _done(self, changes: Changes) -> None:
        self._keys, self._plan = [], None
        self.dismiss()
        self._desk.changes.announce(changes, self)
        if self._desk.ask(erased_files.is_pending):
            self._desk.tell(
                Mood.BAD,
                self.tr("The names are erased, but older files could not be cleared yet"),
                self.tr("Free some space on this disk. It is finished at the next start of the program."),
            )
            return
        self._desk.tell_good(
            self.tr("The names are erased"),
            self.tr("The record is kept below. The next files take them from the laptops."),
        )

    def _refuse(self, error: TrainerError) -> None:
        self.trouble.say(self._desk.explained(error))
        self.trouble.show()
        self.bring_into_view(self.trouble)
        self._check()
