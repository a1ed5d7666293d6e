"""The way out, for the trainer alone: the passphrase of this laptop."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.actions import workplace
from trainer_app.domain.errors import TrainerError
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.start.passphrase import PassphraseField
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.forms import FormRow
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.sheet import Sheet


class LeaveSheet(Sheet):
    """Asks for the passphrase over the page; `then` is called when it is right. In the trainer's language."""

    def __init__(self, host: QWidget, desk: Desk, then: Callable[[], object]) -> None:
        super().__init__("filling_leave", host)
        self._desk, self._then = desk, then
        self.title = label("card_title", "filling_leave_title", self.tr("Back to the program"), wrap=True)
        told = self.tr("Type the passphrase of this laptop. What was answered so far is saved.")
        self.text = label("subtitle", "filling_leave_text", told, wrap=True)
        self.field = PassphraseField("filling_leave_passphrase")
        self.row = FormRow("filling_leave_holder", self.field)
        self.row.set_words(self.tr("Passphrase"))
        self.yes = Button("filling_leave_yes", Kind.PRIMARY, "key", self.tr("Open the program"))
        self.no = Button("filling_leave_no", Kind.PLAIN, "", self.tr("Back to the sheet"))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(self.no)
        buttons.addWidget(self.yes)
        for part in (self.title, self.text, self.row):
            self.column.addWidget(part)
        self.column.addSpacing(12)
        self.column.addLayout(buttons)
        self.no.clicked.connect(self.dismiss)
        self.yes.clicked.connect(self.try_it)
        self.field.line.returnPressed.connect(self.yes.click)
        self.setAccessibleName(self.title.text())
        self.reveal(self.field.line)

    def try_it(self) -> None:
        """Compare the passphrase, which takes a moment, off the window's thread."""
        if not self.field.text():
            return
        self.yes.setEnabled(False)
        passphrase = self.field.text()
        self._desk.run(
            "",
            lambda work, _progress: workplace.check_own_passphrase(work, passphrase),
            done=lambda _nothing: self._right(),
            failed=self._wrong,
            writes=False,
        )

    def _right(self) -> None:
        self.dismiss()
        self._then()

    def _wrong(self, error: TrainerError) -> None:
        self.yes.setEnabled(True)
        self.row.show_error(self._desk.explained(error))
        self.field.line.selectAll()
        self.field.line.setFocus()
