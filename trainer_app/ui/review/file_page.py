"""A file that was set aside: why, since when, and what can be done about it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions.workplace import Role
from trainer_app.domain.sending import Quarantined
from trainer_app.ui.review.wording import ReviewWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import ValueRow


class FilePage(Retranslated, QWidget):
    """`retried`, `discarded`, `deleted` and `enrol_asked` carry nothing: they are about the file shown."""

    retried = Signal()
    discarded = Signal()
    deleted = Signal()
    enrol_asked = Signal()

    def __init__(self, desk: Desk, wording: ReviewWording) -> None:
        super().__init__()
        self.setObjectName("review_file")
        self._desk, self._wording = desk, wording
        self.file: Quarantined | None = None
        self.title = label("card_title", "review_file_headline", wrap=True)
        self.about = label("second", "review_file_about", wrap=True)
        self.card = Card("review_file_card", titled=False)
        self.rows = [ValueRow(f"review_file_{key}") for key in ("name", "since", "size")]
        self.enrol = Button("review_file_enrol", Kind.CHOICE, "laptop")
        self.retry = Button("review_file_retry", Kind.CHOICE, "redo")
        self.discard = Button("review_file_discard", Kind.GHOST)
        self.delete = Button("review_file_delete", Kind.GHOST)
        body = self.card.add_body()
        for row in self.rows:
            body.addWidget(row)
        foot = self.card.add_foot()
        for button in (self.retry, self.enrol):
            foot.addWidget(button)
        foot.addStretch(1)
        self.retry.clicked.connect(self.retried)
        self.enrol.clicked.connect(self.enrol_asked)
        self.discard.clicked.connect(self.discarded)
        self.delete.clicked.connect(self.deleted)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.about)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(words)
        line = QHBoxLayout()
        line.addWidget(self.card, 3)
        line.addStretch(1)
        column.addLayout(line)
        # On a line of their own: beside the others they would make every page of Review too wide in Tajik.
        away = QHBoxLayout()
        away.addWidget(self.discard)
        away.addWidget(self.delete)
        away.addStretch(1)
        column.addLayout(away)
        column.addStretch(1)
        self.retranslate()

    def show_file(self, file: Quarantined) -> None:
        """Show a file."""
        self.file = file
        title, text = self._wording.file_words(file)
        self.title.setText(title)
        self.about.setText(text)
        since = self._desk.when(file.at) if file.at else "–"
        values = (file.file, since, self._desk.formats.size(file.size))
        names = (self.tr("File"), self.tr("Set aside"), self.tr("Size"))
        for row, name, value in zip(self.rows, names, values, strict=True):
            row.set_value(name, value)
        at_office = self._desk.work.role is Role.OFFICE
        self.enrol.setVisible(at_office and file.code in ("", "bundle.unknown_device"))
        self.setAccessibleName(file.file)

    def first(self) -> QWidget:
        """Return what gets the keyboard when the details are entered."""
        return self.retry

    def retranslate(self) -> None:
        """Set every word."""
        self.retry.setText(self.tr("Try again"))
        self.enrol.setText(self.tr("Enrol the laptop"))
        self.discard.setText(self.tr("Do not ask again"))
        self.delete.setText(self.tr("Delete for good…"))
        if self.file is not None:
            self.show_file(self.file)
