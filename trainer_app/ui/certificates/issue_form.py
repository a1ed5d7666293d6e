"""Before a batch is issued: in which language and how, how many of which kind, and what is not right yet."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions import certificates, courses, proofs, signatories, signoff
from trainer_app.actions.certificates import Batch
from trainer_app.actions.undecided import Undecided, undecided
from trainer_app.domain.certificates import Certificate, CertificateKind
from trainer_app.domain.courses import SessionState
from trainer_app.domain.texts import LANGUAGES
from trainer_app.system import messages
from trainer_app.ui.certificates.notes import Note
from trainer_app.ui.certificates.printing import IssueChoice
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.designs.signatory_form import SignatoryForm
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.language import FORMATS
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.choices import Switch, Tick
from trainer_app.ui.widgets.forms import FormRow
from trainer_app.ui.widgets.labels import ElidedLabel, label

_MOST = 6  # warnings that are spelled out
_NAMED = 8
_FILES = ("one", "each")
_SECONDS = ("none", "en", "ru")


class IssueForm(FormPanel):
    """Names what breaks before anything is printed. `issue(batches, choice)` is called by the filled button.

    `check()` leads to the names, where there are any that nobody has checked.
    """

    def __init__(
        self,
        desk: Desk,
        host: QWidget,
        issue: Callable[[Sequence[Batch], IssueChoice], None],
        check: Callable[[], None],
        signatory_form: SignatoryForm,
    ) -> None:
        super().__init__("issue_form", desk, host, 480)
        self._issue = issue
        self._batches: Sequence[Batch] = ()
        self._drafts: Sequence[Certificate] = ()
        self._unchecked: Sequence[Certificate] = ()
        self._unmarked = 0
        self._undecided = Undecided()
        self.counts = label("subtitle", "issue_counts", wrap=True)
        self.language = FormRow("issue_language", Switch("issue_language", LANGUAGES))
        self.second = FormRow("issue_second", Switch("issue_second", _SECONDS, narrow=True))
        self.signers = ElidedLabel("second", "issue_signers")
        self.sign = Button("issue_sign", Kind.GHOST, "pen")
        self._signatory_form = signatory_form
        self.back = Tick("issue_back")
        self.files = FormRow("issue_files", Switch("issue_files", _FILES))
        self.files.field.set_value(_FILES[0])
        self.names = Button("issue_names", Kind.GHOST, "pen")
        self.names.clicked.connect(self.dismiss)
        self.names.clicked.connect(check)
        self.review = Button("issue_review", Kind.GHOST, "review")
        self.review.clicked.connect(self.dismiss)
        self.review.clicked.connect(lambda: desk.go("review"))
        self.frozen = label("caption", "issue_frozen", wrap=True)
        self.notes = QVBoxLayout()
        self.notes.setSpacing(8)
        self.language.field.chosen.connect(lambda _code: self._read())
        self.second.field.chosen.connect(lambda _code: self._read(self.second.field.value()))
        self.sign.clicked.connect(self._ask_who_signs)
        self.body.addWidget(self.counts)
        self.body.addWidget(self.language)
        self.body.addWidget(self.second)
        signers = QHBoxLayout()
        signers.setSpacing(8)
        signers.addWidget(self.signers, 1)
        signers.addWidget(self.sign)
        self.body.addLayout(signers)
        self.body.addWidget(self.files)
        self.body.addWidget(self.back)
        self.body.addLayout(self.notes)
        self.body.addWidget(self.review)
        self.body.addWidget(self.names)
        self.body.addWidget(self.frozen)
        self.end_body()
        self.retranslate()

    def open_batches(self, batches: Sequence[Batch], language: str, unmarked: int) -> None:
        """Show what would be issued; `unmarked` people have sessions without a mark."""
        self._batches, self._unmarked = batches, unmarked
        self.back.setChecked(False)
        self.clear_errors()
        self.language.field.set_value(language if language in LANGUAGES else LANGUAGES[0])
        self._read()
        self.reveal(self.accept_button)

    def save(self) -> None:
        """Go on with the language that is chosen."""
        self.dismiss()
        choice = IssueChoice(
            self.language.field.value(),
            self.back.isChecked(),
            self.files.field.value() == _FILES[1],
            self._second(),
        )
        self._issue(self._batches, choice)

    def _second(self) -> str:
        """Return the second language that is chosen, "" for none."""
        return self.second.field.value().removeprefix(_SECONDS[0])

    def _offer_seconds(self, wanted: str | None) -> None:
        """Offer the second languages that every course has a title in; English if it can be."""
        possible = set(_SECONDS)
        for batch in self._batches:
            view = self.desk.ask(courses.get_course, batch.course)
            if view is not None:
                found = certificates.seconds(view.course.title, self.language.field.value())
                possible &= {code or _SECONDS[0] for code in found}
        for code in _SECONDS:
            self.second.field.button(code).setEnabled(code in possible)
        chosen = "en" if wanted is None else wanted
        self.second.field.set_value(chosen if chosen in possible else _SECONDS[0])

    def _ask_who_signs(self) -> None:
        batches, unmarked, code = self._batches, self._unmarked, self.language.field.value()
        self.dismiss()
        self._signatory_form.open_course(
            batches[0].course, lambda: self.open_batches(batches, code, unmarked)
        )

    def _read(self, second: str | None = None) -> None:
        code = self.language.field.value()
        self._offer_seconds(second)
        drafts: list[Certificate] = []
        unchecked: list[Certificate] = []
        for batch in self._batches:
            found = self.desk.ask(
                certificates.draft, batch.course, code, only=batch.only, second=self._second()
            )
            found = found or []
            done = self.desk.ask(signoff.checked_names, batch.course) or {}
            drafts += found
            unchecked += [draft for draft in found if draft.enrolment not in done]
        self._drafts, self._unchecked = drafts, unchecked
        self._undecided = self.desk.ask(undecided, self._batches) or Undecided()
        self._show()

    def _show(self) -> None:
        kinds = [draft.kind for draft in self._drafts]
        waiting = self._undecided != Undecided()
        self.review.setVisible(waiting)
        # Whoever goes on with names that nobody has read does so knowingly: the button says it.
        self.accept_button.setText(
            self.tr("Issue %n certificate(s) all the same", "", len(kinds))
            if self._unchecked or waiting
            else self.tr("Issue %n certificate(s)", "", len(kinds))
        )
        self.names.setVisible(bool(self._unchecked))
        names = dict.fromkeys(each.name for draft in self._drafts for each in draft.facts.signatories)
        self.signers.setText(self.tr("Sign: {names}").format(names=", ".join(names)))
        self.sign.setVisible(len(self._batches) == 1)
        self.accept_button.setEnabled(bool(kinds))
        self.counts.setText(
            self.tr("Of completion: {completion}. Of attendance: {attendance}.").format(
                completion=kinds.count(CertificateKind.COMPLETION),
                attendance=kinds.count(CertificateKind.ATTENDANCE),
            )
        )
        while (taken := self.notes.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, (icon, token, text) in enumerate(self._told()):
            self.notes.addWidget(Note(f"issue_note_{place}", icon, token, text))

    def _told(self) -> list[tuple[str, str, str]]:
        """Return (drawing, colour, words) of everything to know before it is printed."""
        told = []
        code = self.desk.language.code
        warnings = proofs.draft_warnings(self.desk.work, self._drafts)
        told += [("alert", "late", messages.label_text(each, code)) for each in warnings[:_MOST]]
        if len(warnings) > _MOST:
            told.append(("alert", "late", self.tr("And %n more", "", len(warnings) - _MOST)))
        if not warnings:
            told.append(("okcircle", "present", self.tr("Every name fits on its line.")))
        without = sum(not draft.facts.latin for draft in self._drafts)
        if without:
            told.append(
                (
                    "pen",
                    "text3",
                    self.tr("%n name(s) without a Latin spelling: that line stays empty.", "", without),
                )
            )
        for batch in self._batches:
            missing = self.desk.ask(signatories.elsewhere, batch.course) or []
            if missing:
                names = ", ".join(name.best(code) for name in missing)
                text = self.tr("Signatures that are not on this computer, to be written by hand: {names}.")
                told.append(("pen", "late", text.format(names=names)))
        if self._unchecked:
            told.insert(0, ("alert", "late", self._unchecked_words()))
        coming = self._coming()
        if coming:
            told.insert(
                0, ("clock", "late", self.tr("%n session(s) of the course are still to come.", "", coming))
            )
        for found in reversed(self._undecided.labels()):
            told.insert(0, ("review", "late", messages.label_text(found, code)))
        if self._unmarked:
            told.append(
                (
                    "alert",
                    "late",
                    self.tr("%n participant(s) with sessions that are not marked.", "", self._unmarked),
                )
            )
        return told

    def _coming(self) -> int:
        """Return how many sessions the course still has: their hours would not stand on the paper."""
        views = [self.desk.ask(courses.get_course, batch.course) for batch in self._batches]
        sessions = [found for view in views if view is not None for found in view.sessions]
        return sum(found.state is SessionState.PLANNED for found in sessions)

    def _unchecked_words(self) -> str:
        """Name those whose names nobody has checked."""
        named = ", ".join(f"{each.facts.serial} {each.facts.name}" for each in self._unchecked[:_NAMED])
        more = ", …" if len(self._unchecked) > _NAMED else ""
        count = self.tr("%n name(s) nobody has checked:", "", len(self._unchecked))
        return f"{count} {named}{more}"

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Issue certificates"), "")
        self.language.set_words(self.tr("Language of the certificates"))
        self.language.field.set_words(*(FORMATS[code].name for code in LANGUAGES))
        self.second.set_words(self.tr("Second language"))
        self.second.field.set_words(self.tr("None"), *(FORMATS[code].name for code in _SECONDS[1:]))
        self.sign.setText(self.tr("Who signs…"))
        self.files.set_words(self.tr("On paper"))
        self.files.field.set_words(self.tr("One PDF"), self.tr("One file each"))
        self.back.setText(self.tr("List of sessions and hours on the back"))
        self.back.setToolTip(self.tr("Print on both sides, turned over the short edge"))
        self.back.setAccessibleDescription(self.back.toolTip())
        self.names.setText(self.tr("Go to the names"))
        self.review.setText(self.tr("Go to Review"))
        self.frozen.setText(
            self.tr(
                "What is printed is kept as it is, with a number and a signature. Later corrections need a "
                "replacement."
            )
        )
        self._show()
