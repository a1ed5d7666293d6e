"""About the program: its version, what it is built from, and the diagnostics to send to somebody."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, qVersion
from PySide6.QtWidgets import QFileDialog, QGridLayout, QWidget

from trainer_app.domain.errors import TrainerError
from trainer_app.system.files import write_checked
from trainer_app.system.version import VERSION
from trainer_app.ui.settings.diagnostics import collect, libraries
from trainer_app.ui.settings.rows import SettingRow
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.panel import SidePanel


class AboutCard(Retranslated, Card):
    """`licences_asked` opens the panel with the libraries."""

    licences_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("about")
        self._desk = desk
        self.licences = Button("about_licences", Kind.PLAIN, "info")
        self.save = Button("about_diagnostics", Kind.PLAIN, "save")
        self.licences.clicked.connect(self.licences_asked)
        self.save.clicked.connect(self._ask_where)
        self._about = SettingRow("about_licences", self.licences)
        self._diagnostics = SettingRow("about_diagnostics", self.save)
        self.add_row(self._about)
        self.add_row(self._diagnostics)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("About"))
        version = self.tr("Trainer {version}").format(version=VERSION)
        built = self.tr("Free software, GPL 3 or later. Qt {qt}.").format(qt=qVersion())
        self._about.set_words(version, built)
        self.licences.setText(self.tr("Licences"))
        self._diagnostics.set_words(
            self.tr("Diagnostics"), self.tr("Versions, sizes and the log. No names, no notes.")
        )
        self.save.setText(self.tr("Save to a file"))

    def save_to(self, target: Path) -> None:
        """Write the diagnostics and read them back."""
        try:
            path = write_checked(target, collect(self._desk).encode("utf-8"))
        except TrainerError as error:
            self._desk.tell_error(error)
            return
        self._desk.tell_good(self.tr("Saved and checked"), str(path))

    def _ask_where(self) -> None:
        start = str(Path.home() / f"trainer-diagnostics-{self._desk.today().isoformat()}.txt")
        chosen, _ = QFileDialog.getSaveFileName(self, self.save.text(), start)
        if chosen:
            self.save_to(Path(chosen))


class LicencesPanel(SidePanel):
    """The libraries with versions and licences, and the typeface."""

    def __init__(self, host: QWidget) -> None:
        super().__init__("licences", host)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        rows = [*libraries(), ("Noto Sans, Source Serif, Cormorant", "", "OFL-1.1")]
        for place, (name, version, licence) in enumerate(rows):
            title = f"{name} {version}".strip()
            grid.addWidget(label("small", f"licence_{place}_name", title, wrap=True), place, 0)
            text = label("caption", f"licence_{place}_text", licence, wrap=True)
            text.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(text, place, 1)
        self.body.addLayout(grid)
        self.body.addStretch(1)
        self.accept_button.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Libraries and licences"), "")
        self.cancel_button.setText(self.tr("Close"))
