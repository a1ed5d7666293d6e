"""Evidence for auditors in the window: asking what goes into the folder, writing it, and checking one.

`EvidenceDesk(context, host)` is what a page needs: `make` opens the form, `check_folder` and `check_file` ask
for what is to be checked. `EvidenceBar` has buttons for all of it.
"""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.office import evidence, evidence_checking
from trainer_app.domain.base.changes import Progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.office.evidence import (
    MOST_SAMPLED,
    SEALED,
    EvidenceAsked,
    EvidenceCheck,
    MadeEvidence,
    Sealing,
)
from trainer_app.domain.office.reports import ReportExtent
from trainer_app.system.messages import label_text
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import Choice, Flag, Layout, Note, Number, Own, Text, Whole
from trainer_app.ui.kit.forms import FieldsForm
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose, offered
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.indicators import Chip, Tone
from trainer_app.ui.widgets.labels import Retranslated, SentenceList, label
from trainer_app.ui.widgets.overlays import SidePanel
from trainer_app.ui.widgets.passphrase import NewPassphrase, PassphraseField

_WIDTH = 460
_USUAL = 20


class _Way(StrEnum):
    """Who can open what is written."""

    PLAIN = "plain"
    PASSPHRASE = "passphrase"
    RECIPIENT = "recipient"


def may_make(work: Workplace) -> bool:
    """Tell whether evidence is made on this computer: at an office, or on one that belongs to none."""
    return work.role is Role.OFFICE or not identity.has_office(work)


class EvidenceForm(FieldsForm):
    """Asks whether all or a sample, and who can open it; then where it is to be written."""

    needs = "office/evidence/make"

    written = Signal()

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("evidence_form", context, host, _WIDTH)
        self._extent = ReportExtent()
        self.phrase = NewPassphrase("evidence_new", stacked=True)
        self.phrase.owner = lambda: context.work.user
        self.build()

    @override
    def fields(self) -> Layout:
        said, way = self.say_fields, self.value("way") or _Way.PASSPHRASE
        sampled = bool(self.value("sampled"))
        ways = [
            (_Way.PASSPHRASE, self.tr("Whoever knows a passphrase")),
            (_Way.RECIPIENT, self.tr("Whoever has a key")),
            (_Way.PLAIN, self.tr("Anybody who has the folder")),
        ]
        return (
            Note(
                "about",
                self.tr(
                    "Sign-in sheets, scans, marks with their history, decisions, tests, certificates and "
                    "figures, signed. It names participants, and it is noted that you made it."
                ),
                role="second",
            ),
            Flag("sampled", self.tr("Only a random sample of participations"), changed=said),
            Note(
                "named",
                self.tr(
                    "Only those who are drawn are named. Scans of signed sheets stay whole: who else signed "
                    "the same page can be read there."
                ),
                role="second",
                shown=sampled,
            ),
            Number(
                "sample",
                self.tr("How many"),
                least=1,
                most=MOST_SAMPLED,
                usual=_USUAL,
                shown=sampled,
                refused=("evidence.sample_size", "evidence.nobody"),
            ),
            Whole(
                "seed",
                self.tr("Number of the draw"),
                self.tr("A number that the auditor names. The same one draws the same again."),
                longest=18,
                width=210,
                shown=sampled,
                refused=("evidence.no_seed",),
            ),
            Choice("way", self.tr("Who can open it"), options=ways, changed=said),
            Own("phrase", widget=lambda _name: self.phrase, shown=way is _Way.PASSPHRASE),
            Text(
                "recipient",
                self.tr("Key of the recipient"),
                self.tr("It begins with age1. This office can open the file too."),
                longest=200,
                shown=way is _Way.RECIPIENT,
                refused=("bundle.bad_recipient",),
            ),
        )

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("Evidence for an auditor"), self.tr("Choose where…")

    def open_extent(self, extent: ReportExtent, *, sampled: bool) -> None:
        """Ask what is wanted of some courses."""
        self._extent = extent
        self.phrase.clear()
        self.open_filled(sampled=sampled, way=_Way.PASSPHRASE)

    @override
    def save(self) -> None:
        """Ask for the folder, write into it off the GUI thread, and say where it lies."""
        self.clear_errors()
        way, sample = self.value("way"), self.value("sample") if self.value("sampled") else 0
        seed = "" if self.value("seed") is None else str(self.value("seed"))
        if sample and not seed:
            self.show_refusal(TrainerError("evidence.no_seed"))
            return
        if way is _Way.PASSPHRASE and not self.phrase.check():
            return
        recipients = (self.value("recipient"),) if way is _Way.RECIPIENT else ()
        passphrase = self.phrase.text() if way is _Way.PASSPHRASE else ""
        asked = EvidenceAsked(self._extent, int(sample), seed if sample else "")
        sealing = Sealing(recipients, passphrase)
        if not sample:
            self._ask_where(asked, sealing)
            return
        # That there are fewer is told beside the number, not once a folder was chosen.
        self.context.run(
            self.tr("Counting who may be drawn"),
            lambda work, progress: evidence.check_sample(work, asked, progress),
            done=lambda _none: self._ask_where(asked, sealing),
            failed=self.show_refusal,
            writes=False,
        )

    def _ask_where(self, asked: EvidenceAsked, sealing: Sealing) -> None:
        chosen = FileDialog.getExistingDirectory(
            self, self.tr("Where to write the evidence"), purpose=Purpose.EVIDENCE
        )
        if chosen:
            self.write(asked, Path(chosen), sealing)

    def write(self, asked: EvidenceAsked, folder: Path, sealing: Sealing) -> None:
        """Write what was asked for into a folder."""
        language = self.context.language.code

        def act(work: Workplace, progress: Progress) -> MadeEvidence:
            return evidence.make(work, asked, folder, sealing, language=language, progress=progress)

        self.context.run(self.tr("Writing the evidence"), act, done=self._written, failed=self.show_refusal)

    def _written(self, made: MadeEvidence) -> None:
        self.dismiss()
        self.phrase.clear()
        words = "\n".join(label_text(each, self.context.language.code) for each in made.labels)
        self.context.tell_saved(made.path, words, title=self.tr("The evidence is written and signed"))
        self.written.emit()


class CheckPanel(SidePanel):
    """Shows what a check found; of a sealed file it asks for the passphrase first."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("evidence_check_panel", host, _WIDTH)
        self._context = context
        self._path: Path | None = None
        self.found: EvidenceCheck | None = None
        self.chip = Chip("evidence_check_answer")
        self.file = label("second", "evidence_check_file", wrap=True)
        self.passphrase = PassphraseField("evidence_check_passphrase")
        self.trouble = label("error", "evidence_check_trouble", wrap=True)
        self.answer = label("body_strong", "evidence_check_sentence", wrap=True)
        self.list = SentenceList("evidence_check_list")
        self.list.heading.hide()
        self.save = Button("evidence_check_save", ButtonKind.PLAIN, "save")
        for part in (self.file, self.chip, self.passphrase, self.trouble, self.answer, self.list):
            self.body.addWidget(part)
        self.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.save.clicked.connect(self._ask_where)
        self.body.addStretch(1)
        self.accepted.connect(self._accept)
        self.retranslate()

    def open_path(self, path: Path) -> None:
        """Check a folder or a file, or ask for its passphrase."""
        self._path, self.found = None, None
        self.passphrase.forget()
        try:
            self._path = evidence_checking.locate(path)
            sealed = evidence_checking.needs_passphrase(self._path)
        except TrainerError as error:
            self._path = path
            self._show(asks=False)
            self.reveal(self.accept_button)
            self._refuse(error)
            return
        self._show(asks=sealed)
        self.reveal(self.passphrase.line if sealed else self.accept_button)
        if not sealed:
            self._check("")

    def _accept(self) -> None:
        if self.passphrase.isHidden():
            self.dismiss()
        else:
            self._check(self.passphrase.text())

    def _check(self, passphrase: str) -> None:
        path = self._path
        if path is None:
            return
        self.trouble.hide()
        self._context.run(
            self.tr("Checking the evidence"),
            lambda work, _progress: evidence_checking.check(path, work, passphrase=passphrase),
            done=self._checked,
            failed=self._refuse,
            writes=False,
        )

    def _checked(self, found: EvidenceCheck) -> None:
        self.found = found
        self._show(asks=False)
        self.accept_button.setFocus()

    def _refuse(self, error: TrainerError) -> None:
        self.trouble.setText(self._context.words(error.code, **error.values))
        self.trouble.show()

    def _show(self, *, asks: bool) -> None:
        self.passphrase.setVisible(asks)
        self.trouble.hide()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        asks = not self.passphrase.isHidden()
        #: A button: opens the encrypted file with the passphrase
        opens = self.tr("Open")
        self.set_words(self.tr("Check evidence"), opens if asks else self.tr("Close"))
        self.cancel_button.setVisible(asks)
        self.passphrase.setAccessibleName(self.tr("Passphrase of the file"))
        self.passphrase.line.setPlaceholderText(self.tr("Passphrase of the file"))
        self.file.setText(str(self._path or ""))
        found = self.found
        self.chip.setVisible(found is not None)
        self.answer.setVisible(found is not None)
        self.list.setVisible(found is not None)
        self.save.setText(self.tr("Save what was found…"))
        self.save.setVisible(found is not None)
        if found is None:
            return
        if found.holds:
            self.chip.set_chip(self.tr("whole and signed"), Tone.GOOD, "check")
        else:
            self.chip.set_chip(self.tr("not as it was signed"), Tone.BAD, "alert")
        said = [label_text(each, self._context.language.code) for each in found.labels]
        self.answer.setText(said[0])
        self.list.show_lines("", said[1:])

    def _ask_where(self) -> None:
        """Offer a place beside what was checked, and never in it: a file more, and it is not as it was."""
        path = self._path
        if path is None or self.found is None:
            return
        name = Path(offered(f"{path.name.partition('.')[0]}-report.txt", Purpose.EVIDENCE)).name
        chosen, _ = FileDialog.getSaveFileName(
            self, self.save.text(), str(path.parent / name), purpose=Purpose.EVIDENCE
        )
        if chosen:
            self.save_to(Path(chosen))

    def save_to(self, target: Path) -> None:
        """Write what was found as a text."""
        path, found = self._path, self.found
        if path is None or found is None:
            return
        moment, language = self._context.when(self._context.work.clock.millis()), self._context.language.code
        saved = self._context.ask(
            lambda _work: evidence_checking.save_outcome(found, path, target, language, moment)
        )
        if saved is not None:
            self._context.tell_saved(saved)


class EvidenceDesk:
    """The form and the panel of one page, made when they are needed."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        self._context, self._host = context, host
        self._form: EvidenceForm | None = None
        self._panel: CheckPanel | None = None

    @property
    def form(self) -> EvidenceForm:
        """The form."""
        if self._form is None:
            self._form = EvidenceForm(self._context, self._host)
        return self._form

    @property
    def panel(self) -> CheckPanel:
        """The panel that checks."""
        if self._panel is None:
            self._panel = CheckPanel(self._context, self._host)
        return self._panel

    def make(self, extent: ReportExtent, *, sampled: bool) -> None:
        """Ask what is wanted of some courses."""
        self.form.open_extent(extent, sampled=sampled)

    def check_folder(self, title: str) -> None:
        """Ask for a folder and check it."""
        chosen = FileDialog.getExistingDirectory(self._host, title, looked_at=True, purpose=Purpose.EVIDENCE)
        if chosen:
            self.panel.open_path(Path(chosen))

    def check_file(self, title: str) -> None:
        """Ask for a sealed file and check it."""
        chosen, _ = FileDialog.getOpenFileName(
            self._host, title, "", f"(*{SEALED})", purpose=Purpose.EVIDENCE
        )
        if chosen:
            self.panel.open_path(Path(chosen))


class EvidenceCheckButton(Retranslated, Button):
    """Asks what is to be checked, a folder or a sealed file. Its `name` ends in `_check_evidence`."""

    def __init__(self, name: str, desk: EvidenceDesk) -> None:
        super().__init__(name, ButtonKind.GHOST, "shield")
        prefix = name.removesuffix("_check_evidence")
        self._desk = desk
        self.menu_of_two = QMenu(self)
        self.menu_of_two.setObjectName(f"{prefix}_check_menu")
        self.folder = self._action(f"{prefix}_check_folder")
        self.file = self._action(f"{prefix}_check_file")
        self.clicked.connect(lambda: self.menu_of_two.popup(self.mapToGlobal(self.rect().bottomLeft())))
        self.folder.triggered.connect(lambda: desk.check_folder(self.tr("The folder with the evidence")))
        self.file.triggered.connect(lambda: desk.check_file(self.tr("The encrypted evidence")))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.setText(self.tr("Check evidence…"))
        self.folder.setText(self.tr("A folder…"))
        self.file.setText(self.tr("An encrypted file…"))

    def _action(self, name: str) -> QAction:
        made = QAction(self.menu_of_two)
        made.setObjectName(name)
        self.menu_of_two.addAction(made)
        return made


class EvidenceBar(Retranslated, QWidget):
    """`extent` says what the report is about when evidence is asked for; forms open over `host`.

    `made` is emitted when something was written, and noted.
    """

    made = Signal()

    def __init__(self, context: AppContext, host: QWidget, extent: Callable[[], ReportExtent]) -> None:
        super().__init__()
        self.setObjectName("report_evidence_bar")
        self._context, self._extent = context, extent
        self.desk = EvidenceDesk(context, host)
        self.make = Button("report_evidence", ButtonKind.GHOST, "folder")
        self.check = EvidenceCheckButton("report_check_evidence", self.desk)
        self.menu, self.folder, self.file = self.check.menu_of_two, self.check.folder, self.check.file
        row = FlowRow(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.make, self.check):
            row.addWidget(part)
        self.make.clicked.connect(self._make)
        withhold("office/evidence/make", self.make)
        self.retranslate()

    def offer(self, *, there: bool) -> None:
        """Offer evidence where there are figures, and it is this computer's to give."""
        self.make.setVisible(there and may_make(self._context.work))

    @override
    def retranslate(self) -> None:
        self.make.setText(self.tr("Evidence…"))
        self.make.setToolTip(self.tr("One signed folder for an auditor: of a course, or of a random sample"))

    def _make(self) -> None:
        extent = self._extent()
        self.desk.form.written.connect(self.made, Qt.ConnectionType.UniqueConnection)
        self.desk.make(extent, sampled=len(extent.courses) != 1)
