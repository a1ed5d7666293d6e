"""The first step of taking in questions: the file, chosen or dropped; or the empty table, saved."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from trainer_app.actions import question_exports
from trainer_app.ui.participants.import_choose import DropField
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.naming import Retranslated

ENDINGS = ("txt", "gift", "xlsx", "xls", "ods", "csv")


class ChoosePage(Retranslated, QWidget):
    """`file_chosen` gives the file, `left` leads back."""

    file_chosen = Signal(Path)
    left = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("question_import_choose_page")
        self._desk = desk
        self.field = DropField("question_import_drop")
        self.choose = Button("question_import_choose", Kind.PRIMARY, "folder")
        self.template = Button("question_import_template", Kind.PLAIN, "save")
        self.cancel = Button("question_import_choose_cancel")
        for button in (self.choose, self.template, self.cancel):
            self.field.add_button(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field, 1)
        self.choose.clicked.connect(self.ask_file)
        self.template.clicked.connect(self.save_template)
        self.cancel.clicked.connect(self.left)
        self.field.dropped.connect(self.file_chosen)
        self.retranslate()

    def ask_file(self) -> None:
        """Ask which file to read."""
        kinds = self.tr("Questions ({endings})").format(endings=" ".join(f"*.{each}" for each in ENDINGS))
        every = self.tr("All files (*)")
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a file of questions"), str(Path.home()), f"{kinds};;{every}"
        )
        if name:
            self.file_chosen.emit(Path(name))

    def save_template(self) -> None:
        """Ask where to save the empty table, and save it."""
        made = question_exports.template(self._desk.language.code)
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Save an empty table"),
            str(Path.home() / made.name),
            self.tr("Excel table (*.xlsx)"),
        )
        if not name:
            return
        self._desk.run(
            self.tr("Saving the table"),
            lambda _work, _progress: question_exports.save(made, Path(name)),
            done=lambda path: self._desk.tell_good(
                self.tr("The table is saved"),
                self.tr("{file}: fill it in, then take it in here.").format(file=path.name),
            ),
            writes=False,
        )

    def retranslate(self) -> None:
        """Set every word."""
        self.field.set_words(
            self.tr("Choose a file of questions or drop it here"),
            self.tr(
                "GIFT or Aiken from Moodle (txt), XLSForm from KoboToolbox or ODK (xlsx, xls), or a table of "
                "this program (xlsx, ods, csv). Nothing is saved before you say so."
            ),
        )
        self.choose.setText(self.tr("Choose a file"))
        self.template.setText(self.tr("Save an empty table"))
        self.cancel.setText(self.tr("Back"))
