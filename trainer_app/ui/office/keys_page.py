"""The office's keys: its digits, recovery papers, replacing a lost root key, reading old files."""

from functools import cached_property
from pathlib import Path
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.base import identity
from trainer_app.actions.office import key_papers, setting_up_again
from trainer_app.actions.review import joint_decisions
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import JointMatter
from trainer_app.domain.office.backups import KeyPapers, PaperStep, RecoveredFiles
from trainer_app.ui.kit.backups import KeyPapersForm
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import Layout, Note, Own, Text
from trainer_app.ui.kit.forms import FieldsForm, ReasonForm, ask_words, takes_two
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.office.people import PeopleCard
from trainer_app.ui.office.rescue_panel import RescuePanel
from trainer_app.ui.widgets.cards import ActionRow, Card
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.overlays import Mood, SidePanel, confirm
from trainer_app.ui.widgets.passphrase import DigitGroups

_WIDTH = 620


class PapersPanel(SidePanel):
    """`confirmed` is emitted when they hold. Closing keeps them waiting; they can be given up."""

    confirmed = Signal()

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("papers_panel", host, _WIDTH)
        self._context = context
        self.about = label("second", "papers_about", wrap=True)
        self.form = KeyPapersForm(
            context.language,
            key_papers.pdf,
            lambda *typed: key_papers.confirm(context.work, *typed),
            narrow=True,
        )
        self.form.go_on.hide()
        self.drop = Button("papers_drop", ButtonKind.GHOST)
        self.body.addWidget(self.about)
        self.body.addWidget(self.form)
        self.body.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.form.kept.connect(self._kept)
        self.accepted.connect(self.form.go_on.click)
        self.drop.clicked.connect(self._give_up)
        withhold("office/key_papers/drop", self.drop)
        self.retranslate()

    def open(self, papers: KeyPapers) -> None:
        """Show papers that wait."""
        self.form.show_papers(papers)
        self.reveal(self.form.print_button)

    def is_begun(self) -> bool:
        """Keys lie in the database: nothing is lost by closing, and none is shown while it is locked."""
        return False

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(self.tr("New recovery papers"), self.tr("I have kept it"))
        self.drop.setText(self.tr("Give these up: the old ones go on"))
        self.cancel_button.setText(self.tr("Later"))
        self.about.setText(
            self.tr(
                "Print both copies and put them where the old ones lie. They become valid once their "
                "last letters are typed back here. Keep the old papers: earlier files open only with "
                "them."
            )
        )

    def _kept(self) -> None:
        self.dismiss()
        self.confirmed.emit()

    def _give_up(self) -> None:
        try:
            key_papers.drop(self._context.work)
        except TrainerError as error:
            self._context.tell_error(error)
            return
        self.dismiss()


_LONGEST = 120


class RootPanel(FieldsForm):
    """`made(papers)` is emitted with the new stand-by, which is to be printed and typed back."""

    needs = "office/key_papers/replace_root"

    made = Signal(object)

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("root_panel", context, host, 420, prefix="root_")
        self.build()

    @override
    def fields(self) -> Layout:
        about = self.tr(
            "The office's own key signs the list of laptops. A new one is made, and the stand-by from "
            "the paper vouches for it, so that all laptops follow. Nothing changes before the new paper "
            "is typed back."
        )
        words, begin = self.tr("Stand-by key from the paper"), self.tr("It begins with TRAINER-STANDBY-1.")
        return Note("about", about, role="second"), Text("standby", words, begin, longest=_LONGEST)

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("Replace the office's key"), self.tr("Go on")

    @override
    def holds_work(self) -> bool:
        # No key is kept while the program is locked.
        return False

    @override
    def save(self) -> None:
        row = self.rows["standby"]
        row.clear_error()
        try:
            made = key_papers.replace_root(self.context.work, row.field.text())
        except TrainerError as error:
            row.show_error(self.context.explained(error))
            return
        row.field.clear()
        self.dismiss()
        self.made.emit(made)


class ReadPanel(FieldsForm):
    """`files_read(result)` is emitted when all files were looked at."""

    needs = "office/setting_up_again/read_with_paper"

    files_read = Signal(object)

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("read_panel", context, host, 420, prefix="read_")
        self._folder: Path | None = None
        self.build()
        self.rows["place"].field.clicked.connect(self._ask_folder)

    @override
    def fields(self) -> Layout:
        about = self.tr(
            "Everything in the folder that this key opens is imported, once: an archive, USB sticks, "
            "files of laptops found again."
        )
        words, begin = self.tr("Recovery key from the paper"), self.tr("It begins with AGE-SECRET-KEY-1.")
        return (
            Note("about", about, role="second"),
            Text("key", words, begin, longest=_LONGEST, changed=self._check),
            Own("place", self.tr("Folder with the files"), widget=lambda name: Button(name, icon="folder")),
        )

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("Read old files"), self.tr("Read them")

    def open(self) -> None:
        """Ask for key and folder."""
        self._folder = None
        self.rows["key"].clear_error()
        self.open_filled()

    @override
    def holds_work(self) -> bool:
        # No key is kept while the program is locked.
        return False

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.rows["place"].field.setText(self._folder.name if self._folder else self.tr("Choose the folder…"))
        self._check()

    def _check(self) -> None:
        self.accept_button.setEnabled(self._folder is not None and bool(self.value("key")))

    def _ask_folder(self) -> None:
        button = self.rows["place"].field
        chosen = FileDialog.getExistingDirectory(self, button.text(), purpose=Purpose.BACKUPS)
        if chosen:
            self._folder = Path(chosen)
            self.retranslate()

    @override
    def save(self) -> None:
        folder, key = self._folder, self.value("key")
        if folder is None:
            return
        self.context.run(
            self.tr("Reading old files"),
            lambda work, progress: setting_up_again.read_with_paper(work, [folder], key, progress=progress),
            done=self._done,
            failed=self._refuse,
        )

    def _done(self, result: RecoveredFiles) -> None:
        self.rows["key"].field.clear()
        self.dismiss()
        # Also files that are only set aside are to be shown.
        touched = result.touched or frozenset({("arrival", "")})
        self.context.changes.announce(Changes(Label("merging.step.import"), None, touched), self)
        self.files_read.emit(result)
        self.context.tell_left_out()

    def _refuse(self, error: TrainerError) -> None:
        self.rows["key"].show_error(self.context.explained(error))


class KeysPage(Retranslated, QWidget):
    """The fifth tab: what is done when a key is lost, each a form at the right."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__()
        self.setObjectName("office_keys")
        self._context, self._host = context, host
        self._waiting: KeyPapers | None = None
        self.people = PeopleCard(context, host)
        self.server_card = Card("office_server")
        self.server = ActionRow("office_server_settings", "office", ButtonKind.PLAIN)
        self.server_card.add_row(self.server)
        self.digits_card = Card("office_digits_card")
        body = self.digits_card.add_body()
        self.digits = DigitGroups("office_digits")
        self.about = label("caption", "office_digits_about", wrap=True)
        body.addWidget(self.digits)
        body.addWidget(self.about)
        self.card = Card("office_keys_card")
        self.rescue = ActionRow("office_rescue", "laptop", ButtonKind.PLAIN)
        self.papers = ActionRow("office_papers", "print", ButtonKind.PLAIN)
        self.root = ActionRow("office_root", "key", ButtonKind.PLAIN)
        self.read = ActionRow("office_read", "file", ButtonKind.PLAIN)
        for row in (self.rescue, self.papers, self.root, self.read):
            self.card.add_row(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.people)
        column.addWidget(self.server_card)
        column.addWidget(self.digits_card)
        column.addWidget(self.card)
        column.addStretch(1)
        self._connect()
        self.retranslate()

    @cached_property
    def rescue_panel(self) -> RescuePanel:
        """Open a laptop whose passphrase is forgotten."""
        return RescuePanel(self._context, self._host)

    @cached_property
    def papers_panel(self) -> PapersPanel:
        """Show new papers and have their keys typed back."""
        made = PapersPanel(self._context, self._host)
        made.confirmed.connect(self._confirmed)
        made.dismissed.connect(self.show_keys)
        return made

    @cached_property
    def reason(self) -> ReasonForm:
        """Ask another head for new papers, where there is one."""
        return ReasonForm(self._context, self._host)

    @cached_property
    def root_panel(self) -> RootPanel:
        """Replace the office's own key."""
        made = RootPanel(self._context, self._host)
        made.made.connect(self._show_papers)
        return made

    @cached_property
    def read_panel(self) -> ReadPanel:
        """Read files from before a computer was lost."""
        made = ReadPanel(self._context, self._host)
        made.files_read.connect(self._read)
        return made

    def _connect(self) -> None:
        self.server.button.clicked.connect(lambda: self._context.go("settings", server=True))
        self.rescue.button.clicked.connect(lambda: self.rescue_panel.open())
        self.papers.button.clicked.connect(self._ask_papers)
        self.root.button.clicked.connect(lambda: self.root_panel.open_filled())
        self.read.button.clicked.connect(lambda: self.read_panel.open())
        withhold("office/recovery/answer_case", self.rescue.button)
        withhold(("office/key_papers/make_new", "office/key_papers/confirm"), self.papers.button)
        withhold("office/key_papers/replace_root", self.root.button)
        withhold("office/setting_up_again/read_with_paper", self.read.button)

    def show_keys(self) -> None:
        """Read what there is, and show it."""
        trust = self._context.ask(identity.trust_list)
        self._waiting = self._context.ask(key_papers.pending)
        self.people.show_people()
        self.digits.show_digits(trust.office.fingerprint if trust else "")
        waits = self._waiting is not None
        self.papers.set_row(
            self.tr("Recovery papers"),
            self.tr("New ones wait: print them, and type their keys back. Until then the old ones hold.")
            if waits
            else self._say_held(),
            self.tr("Show the new papers") if waits else self.tr("Make new papers…"),
        )
        self.root.button.setEnabled(not waits)

    def _say_held(self) -> str:
        """Say which papers hold, what older ones still open, and when new ones are made."""
        held = self._context.ask(key_papers.held)
        if held is None:
            return self.tr(
                "Lost, or seen by somebody? New ones take their place; keep the old for old files."
            )
        step, day = held
        words = {
            PaperStep.INIT: self.tr(
                "The sheets of {day} hold. Lost, or seen by somebody? New ones take their place; keep the "
                "old for old files."
            ),
            PaperStep.AGAIN: self.tr(
                "The sheets of {day} hold. On older ones the recovery key is still right, the stand-by key "
                "is not: destroy them once a backup lies on a USB stick."
            ),
            PaperStep.NEW: self.tr(
                "The sheets of {day} hold. Keep the older ones: earlier files open only with them."
            ),
            PaperStep.ROOT: self.tr(
                "The stand-by key on the sheets of {day} holds. The recovery key stands on the sheets before "
                "them: keep both."
            ),
        }
        return words[step].format(day=self._context.formats.day_long(day))

    @override
    def retranslate(self) -> None:
        self.digits_card.set_title(self.tr("The office's check digits"))
        self.about.setText(
            self.tr(
                "A laptop that imports the office's first file asks for two of these groups: read them "
                "to its trainer by telephone."
            )
        )
        self.server_card.set_title(self.tr("Server"))
        self.server.set_row(
            self.tr("A server for several people"),
            self.tr("Where the data lie, the check of a server and its certificate are in Settings."),
            self.tr("Show in Settings"),
        )
        self.card.set_title(self.tr("When a key is lost"))
        self.rescue.set_row(
            self.tr("A laptop's passphrase is forgotten, or its key file lost"),
            self.tr("The paper's recovery key opens it, by a file or by telephone."),
            self.tr("Open a laptop…"),
        )
        self.root.set_row(
            self.tr("The office's own key is lost, or somebody may have it"),
            self.tr("The stand-by key from the paper takes over, and a new stand-by is printed."),
            self.tr("Replace the key…"),
        )
        self.read.set_row(
            self.tr("Old files that this computer does not open"),
            self.tr("From before a computer was lost: the recovery key of that time opens them."),
            self.tr("Read old files…"),
        )
        self.show_keys()

    def first(self) -> QWidget:
        """Return what gets the keyboard when the tab opens: the topmost button, so nothing is scrolled."""
        add = self.people.buttons["add"]
        return add if add.isEnabled() else self.server.button

    def _ask_papers(self) -> None:
        if self._waiting is not None:
            self._show_papers(self._waiting)
            return
        title = self.tr("Make new recovery papers?")
        about = self._context.words("joint.happens.papers")
        if takes_two(self._context):
            # Whoever holds the key counts as one more head.
            work = self._context.work
            self.reason.ask(
                title,
                about,
                ask_words(),
                lambda reason: joint_decisions.decide(work, JointMatter.PAPERS, [key_papers.OFFICE], reason),
                joint=True,
            )
            return
        confirm(
            self._host,
            title,
            about,
            self.tr("Make new papers"),
            self._make_papers,
            danger=False,
            name="office_papers_question",
        )

    def _make_papers(self) -> None:
        made = self._context.ask(key_papers.make_new)
        if made is not None:
            self._show_papers(made)

    def _show_papers(self, papers: KeyPapers) -> None:
        self.papers_panel.open(papers)
        self.show_keys()

    def _confirmed(self) -> None:
        self.show_keys()
        self._context.tell_good(
            self.tr("The new papers hold"),
            self.tr("Write new files for all laptops, so that they learn of the new keys."),
        )

    def _read(self, done: RecoveredFiles) -> None:
        number = self._context.formats.number
        words = self.tr(
            "Imported: {taken}. Were here already: {known}. From laptops that no list names: "
            "{unknown}. Not opened by this key: {unreadable}."
        )
        text = words.format(
            taken=number(done.taken),
            known=number(done.known),
            unknown=number(done.unknown),
            unreadable=number(done.unreadable),
        )
        if done.later:
            waiting = self.tr("%n file(s) wait in Review for the update of the program.", "", done.later)
            text = f"{text} {waiting}"
        title = self.tr("The files are read")
        if done.conflicts:
            decide = self.tr("%n conflict(s) to decide in Review.", "", done.conflicts)
            self._context.tell(Mood.DUE, title, f"{decide} {text}")
        else:
            self._context.tell_good(title, text)
