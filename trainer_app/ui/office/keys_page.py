"""The office's keys: its digits, opening a laptop, recovery papers, the root key, old files."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions import identity, key_papers
from trainer_app.domain.key_papers import KeyPapers
from trainer_app.domain.recovery import ReadAgain
from trainer_app.ui.office.papers_panel import PapersPanel
from trainer_app.ui.office.read_panel import ReadPanel
from trainer_app.ui.office.rescue_panel import RescuePanel
from trainer_app.ui.office.root_panel import RootPanel
from trainer_app.ui.sending.digits import Digits
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.banner import Mood
from trainer_app.ui.widgets.buttons import Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import ActionRow
from trainer_app.ui.widgets.sheet import confirm


class KeysPage(Retranslated, QWidget):
    """The fifth tab: what is done when a key is lost, each a form at the right."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__()
        self.setObjectName("office_keys")
        self._desk, self._host = desk, host
        self._waiting: KeyPapers | None = None
        self.digits_card = Card("office_digits_card")
        body = self.digits_card.add_body()
        self.digits = Digits("office_digits")
        self.about = label("caption", "office_digits_about", wrap=True)
        body.addWidget(self.digits)
        body.addWidget(self.about)
        self.card = Card("office_keys_card")
        self.rescue = ActionRow("office_rescue", "laptop", Kind.PLAIN)
        self.papers = ActionRow("office_papers", "print", Kind.PLAIN)
        self.root = ActionRow("office_root", "key", Kind.PLAIN)
        self.read = ActionRow("office_read", "file", Kind.PLAIN)
        for row in (self.rescue, self.papers, self.root, self.read):
            self.card.add_row(row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.digits_card)
        column.addWidget(self.card)
        column.addStretch(1)
        self.rescue_panel = RescuePanel(desk, host)
        self.papers_panel = PapersPanel(desk, host)
        self.root_panel = RootPanel(desk, host)
        self.read_panel = ReadPanel(desk, host)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.rescue.button.clicked.connect(self.rescue_panel.open)
        self.papers.button.clicked.connect(self._ask_papers)
        self.root.button.clicked.connect(self.root_panel.open)
        self.read.button.clicked.connect(self.read_panel.open)
        self.root_panel.made.connect(self._show_papers)
        self.papers_panel.confirmed.connect(self._confirmed)
        self.papers_panel.dismissed.connect(self.show_keys)
        self.read_panel.read.connect(self._read)

    def show_keys(self) -> None:
        """Read what there is, and show it."""
        trust = self._desk.ask(identity.trust_list)
        self._waiting = self._desk.ask(key_papers.pending)
        self.digits.show_digits(trust.office.fingerprint if trust else "")
        waits = self._waiting is not None
        self.papers.set_row(
            self.tr("Recovery papers"),
            self.tr("New ones wait: print them, and type their keys back. Until then the old ones hold.")
            if waits
            else self.tr("Lost, or seen by somebody? New ones take their place; keep the old for old files."),
            self.tr("Show the new papers") if waits else self.tr("Make new papers…"),
        )
        self.root.button.setEnabled(not waits)

    def retranslate(self) -> None:
        """Set every word."""
        self.digits_card.set_title(self.tr("The office's digits"))
        self.about.setText(
            self.tr(
                "A trainer who took in the office's first file compares them by telephone: read them out."
            )
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
        """Return what gets the keyboard when the tab opens."""
        return self.rescue.button

    def _ask_papers(self) -> None:
        if self._waiting is not None:
            self._show_papers(self._waiting)
            return
        confirm(
            self._host,
            self.tr("Make new recovery papers?"),
            self.tr(
                "A new recovery key and a new stand-by are made. They hold once they are printed and typed "
                "back; laptops learn of them by their next file. What was sealed before opens with the old "
                "paper alone: do not throw it away."
            ),
            self.tr("Make new papers"),
            self._make_papers,
            danger=False,
            name="office_papers_question",
        )

    def _make_papers(self) -> None:
        made = self._desk.ask(key_papers.make_new)
        if made is not None:
            self._show_papers(made)

    def _show_papers(self, papers: KeyPapers) -> None:
        self.papers_panel.open(papers)
        self.show_keys()

    def _confirmed(self) -> None:
        self.show_keys()
        self._desk.tell_good(
            self.tr("The new papers hold"),
            self.tr("Write new files for all laptops, so that they learn of the new keys."),
        )

    def _read(self, done: ReadAgain) -> None:
        number = self._desk.formats.number
        words = self.tr(
            "Taken in: {taken}. Were here already: {known}. From laptops that no list names: {unknown}. Not "
            "opened by this key: {unreadable}."
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
            decide = self.tr("%n contradiction(s) to decide in Review.", "", done.conflicts)
            self._desk.tell(Mood.DUE, title, f"{decide} {text}")
        else:
            self._desk.tell_good(title, text)
