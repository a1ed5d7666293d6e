"""Before a batch is issued: in which language, how many of which kind, and what will not look right."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions import certificates, courses, proofs
from trainer_app.domain.certificates import Certificate, CertificateKind
from trainer_app.domain.courses import SessionState
from trainer_app.domain.texts import LANGUAGES
from trainer_app.system import messages
from trainer_app.ui.certificates.notes import Note
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.language import FORMATS
from trainer_app.ui.widgets.choices import Switch
from trainer_app.ui.widgets.forms import FormRow
from trainer_app.ui.widgets.labels import label

_MOST = 6  # warnings that are spelled out


class IssueForm(FormPanel):
    """Names what breaks before anything is printed. `issue(language)` is called by the filled button."""

    def __init__(self, desk: Desk, host: QWidget, issue: Callable[[str], None]) -> None:
        super().__init__("issue_form", desk, host, 480)
        self._issue = issue
        self._course = ""
        self._drafts: Sequence[Certificate] = ()
        self._unmarked = 0
        self.counts = label("subtitle", "issue_counts", wrap=True)
        self.language = FormRow("issue_language", Switch("issue_language", LANGUAGES))
        self.frozen = label("caption", "issue_frozen", wrap=True)
        self.notes = QVBoxLayout()
        self.notes.setSpacing(8)
        self.language.field.chosen.connect(lambda _code: self._read())
        self.body.addWidget(self.counts)
        self.body.addWidget(self.language)
        self.body.addLayout(self.notes)
        self.body.addWidget(self.frozen)
        self.end_body()
        self.retranslate()

    def open_course(self, course: str, language: str, unmarked: int) -> None:
        """Show what would be issued; `unmarked` people have sessions without a mark."""
        self._course, self._unmarked = course, unmarked
        self.clear_errors()
        self.language.field.set_value(language if language in LANGUAGES else LANGUAGES[0])
        self._read()
        self.reveal(self.accept_button)

    def save(self) -> None:
        """Go on with the language that is chosen."""
        self.dismiss()
        self._issue(self.language.field.value())

    def _read(self) -> None:
        code = self.language.field.value()
        self._drafts = self.desk.ask(certificates.draft, self._course, code) or ()
        self._show()

    def _show(self) -> None:
        kinds = [draft.kind for draft in self._drafts]
        self.accept_button.setText(self.tr("Issue %n certificate(s)", "", len(kinds)))
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
        coming = self._coming()
        if coming:
            told.insert(
                0, ("clock", "late", self.tr("%n session(s) of the course are still to come.", "", coming))
            )
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
        view = self.desk.ask(courses.get_course, self._course) if self._course else None
        sessions = view.sessions if view else ()
        return sum(found.state is SessionState.PLANNED for found in sessions)

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Issue certificates"), "")
        self.language.set_words(self.tr("Language of the certificates"))
        self.language.field.set_words(*(FORMATS[code].name for code in LANGUAGES))
        self.frozen.setText(
            self.tr(
                "What is printed is kept as it is, with a number and a signature. Later corrections need a "
                "replacement."
            )
        )
        self._show()
