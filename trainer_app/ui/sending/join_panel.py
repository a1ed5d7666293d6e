"""The way to an office: asking to be enrolled, taking in its first file, and the digits of both."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from trainer_app.actions import identity, office
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.sending import Joined
from trainer_app.ui.sending.digits import Digits
from trainer_app.ui.shell.desk import Desk, first_sentence
from trainer_app.ui.shell.taking_in import ENDING
from trainer_app.ui.widgets.banner import Banner, Mood
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.labels import ElidedLabel, label
from trainer_app.ui.widgets.panel import SidePanel
from trainer_app.ui.widgets.sheet import confirm


class JoinPanel(SidePanel):
    """Two steps, in any order. `joined` when the laptop belongs to an office, `left` when no more."""

    joined = Signal(object)
    left = Signal(object)

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("join_panel", host)
        self._desk = desk
        self._written: Path | None = None
        self._office: Joined | None = None
        self.banner = Banner("join_banner")
        self.first_title = ElidedLabel("row_title", "join_first_title")
        self.first_text = label("second", "join_first_text", wrap=True)
        self.write = Button("join_write", icon="file")
        self.written = label("second", "join_written", wrap=True)
        self.own_caption = label("body_strong", "join_own_caption", wrap=True)
        self.own = Digits("join_own_digits")
        self.second_title = ElidedLabel("row_title", "join_second_title")
        self.second_text = label("second", "join_second_text", wrap=True)
        self.take = Button("join_take", icon="office")
        self.office_caption = label("body_strong", "join_office_caption", wrap=True)
        self.office = Digits("join_office_digits")
        self.differ = Button("join_differ", Kind.GHOST, "alert")
        self._lay_out()
        self.write.clicked.connect(self._ask_folder)
        self.take.clicked.connect(self._ask_file)
        self.differ.clicked.connect(self._ask_to_leave)
        self.accepted.connect(self.dismiss)
        self.cancel_button.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        self.body.addWidget(self.banner)
        for parts in (
            (self.first_title, self.first_text, self.write, self.written, self.own_caption, self.own),
            (self.second_title, self.second_text, self.take, self.office_caption, self.office, self.differ),
        ):
            column = QVBoxLayout()
            column.setSpacing(6)
            for part in parts:
                column.addWidget(part)
            self.body.addLayout(column)
        self.body.addStretch(1)

    def open(self, *, second: bool = False) -> None:
        """Show the panel at its first or second step."""
        self.banner.hide()
        self._show()
        self.reveal(self.take if second else self.write)

    def write_request(self, folder: Path) -> None:
        """Write the request file into a folder and show where it lies."""
        name = f"{identity.device_code(self._desk.work)}-request.json"
        try:
            self._written, _ = office.request(self._desk.work, folder / name)
        except TrainerError as error:
            self._refuse(error)
            return
        self.banner.hide()
        self._show()

    def take_first(self, path: Path) -> None:
        """Take in the office's first file."""
        self._desk.run(
            self.tr("Taking in the office's first file"),
            lambda work, _progress: office.join(work, path),
            done=self._joined,
            failed=self._refuse,
        )

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("This laptop and its office"), self.tr("Close"))
        self.first_title.setText(self.tr("1. Ask an office to enrol this laptop"))
        self.first_text.setText(
            self.tr(
                "A small file for the office, by stick or e-mail. It holds no secret and no names of people."
            )
        )
        self.write.setText(self.tr("Write the file…"))
        self.own_caption.setText(self.tr("Read these digits to the office by telephone"))
        self.second_title.setText(self.tr("2. Take in the office's first file"))
        self.second_text.setText(
            self.tr("It brings the courses, and from then on your files are sealed for the office.")
        )
        self.take.setText(self.tr("Choose the file…"))
        self.differ.setText(self.tr("The digits are not the same…"))
        self._show()

    def _joined(self, joined: Joined) -> None:
        self._office = joined
        self.banner.say(
            Mood.GOOD,
            lambda: (
                self.tr("This laptop now belongs to {office}").format(office=joined.office),
                self.tr("Its code is {code}.").format(code=joined.device_code),
            ),
        )
        self._show()
        self.joined.emit(joined)

    def _ask_to_leave(self) -> None:
        confirm(
            self,
            self.tr("Are the digits not the same?"),
            self.tr(
                "Then the file is not the office's. What it brought is taken away, and this laptop belongs "
                "to no office again. Nothing of yours is lost. Tell the office by telephone."
            ),
            self.tr("Leave this office"),
            self.leave_office,
            name="join_differ_question",
        )

    def leave_office(self) -> None:
        """Take everything back that the file brought."""
        report = self._desk.ask(office.leave)
        if report is None:
            return
        self._office = None
        self.banner.say(
            Mood.DUE,
            lambda: (self.tr("This laptop belongs to no office"), self.tr("What the file brought is gone.")),
        )
        self._show()
        self.left.emit(report)

    def _refuse(self, error: TrainerError) -> None:
        said = self._desk.explained(error)
        self.banner.say(Mood.BAD, lambda: first_sentence(said()), str(error))

    def _show(self) -> None:
        self.own.show_digits(identity.device_keys(self._desk.work).fingerprint)
        written = self._written
        words = self.tr("Saved and checked: {file}").format(file=written) if written else ""
        self.written.setText(words)
        self.written.setVisible(bool(words))
        joined = self._office
        for part in (self.office_caption, self.office):
            part.setVisible(joined is not None)
        self.differ.setVisible(joined is not None and bool(self._desk.ask(office.can_leave)))
        if joined is not None:
            self.office.show_digits(joined.fingerprint)
            caption = self.tr("Compare with the digits that {office} reads aloud")
            self.office_caption.setText(caption.format(office=joined.office))

    def _ask_folder(self) -> None:
        start = self._desk.preferences.now.export_folder or str(Path.home())
        chosen = QFileDialog.getExistingDirectory(self, self.write.text(), start)
        if chosen:
            self.write_request(Path(chosen))

    def _ask_file(self) -> None:
        kinds = self.tr("Files of this program (*.{ending})").format(ending=ENDING)
        start = self._desk.preferences.now.export_folder or str(Path.home())
        chosen, _ = QFileDialog.getOpenFileName(self, self.take.text(), start, kinds)
        if chosen:
            self.take_first(Path(chosen))
