"""A form at the right: new recovery papers, to print and to type back before they hold."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions import key_papers
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.key_papers import KeyPapers
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.start.paper_form import KeyPapersForm
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.panel import SidePanel

_WIDTH = 620


class PapersPanel(SidePanel):
    """`confirmed` is emitted when they hold. Closing keeps them waiting; they can be given up."""

    confirmed = Signal()

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("papers_panel", host, _WIDTH)
        self._desk = desk
        self.about = label("second", "papers_about", wrap=True)
        self.form = KeyPapersForm(
            desk.language, key_papers.pdf, lambda *typed: key_papers.confirm(desk.work, *typed), narrow=True
        )
        self.form.go_on.hide()
        self.drop = Button("papers_drop", Kind.GHOST)
        self.body.addWidget(self.about)
        self.body.addWidget(self.form)
        self.body.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addStretch(1)
        self.form.kept.connect(self._kept)
        self.accepted.connect(self.form.go_on.click)
        self.drop.clicked.connect(self._give_up)
        self.retranslate()

    def open(self, papers: KeyPapers) -> None:
        """Show papers that wait."""
        self.form.show_papers(papers)
        self.reveal(self.form.print_button)

    def holds_work(self) -> bool:
        """Keys lie in the database: nothing is lost by closing, and none is shown while it is locked."""
        return False

    def would_lose(self) -> bool:
        """Close without a question: nothing is lost."""
        return False

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("New recovery papers"), self.tr("I have kept it"))
        self.drop.setText(self.tr("Give these up: the old ones go on"))
        self.cancel_button.setText(self.tr("Later"))
        self.about.setText(
            self.tr(
                "Print both copies and put them where the old ones lie. They hold once their ends were typed "
                "back here. Keep the old papers: files from before open with them alone."
            )
        )

    def _kept(self) -> None:
        self.dismiss()
        self.confirmed.emit()

    def _give_up(self) -> None:
        try:
            key_papers.drop(self._desk.work)
        except TrainerError as error:
            self._desk.tell_error(error)
            return
        self.dismiss()
