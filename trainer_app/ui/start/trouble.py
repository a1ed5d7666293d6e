"""When the data does not open: what happened, that nothing was overwritten, what to do."""

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout

from trainer_app.domain.errors import TrainerError
from trainer_app.system.folders import Folder
from trainer_app.ui.shell.desk import notice_of
from trainer_app.ui.shell.translator import LanguageSwitch
from trainer_app.ui.start.frame import StartFrame
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import IconMark

_WIDTH = 600

OWN_PAGE = frozenset(
    {
        "vault.damaged",
        "vault.lost",
        "vault.too_new",
        "database.newer",
        "database.damaged",
        "database.not_encrypted",
        "database.missing",
        "database.busy",
        "workplace.broken",
        "disk.full",
        "disk.error",
        "disk.read_only",
    }
)
"""Codes that are not answered by typing the passphrase again."""
LOST = frozenset({"database.damaged", "database.missing", "database.not_encrypted", "workplace.broken"})
"""Codes of troubles in which data can be saved from a damaged database, or brought back from a backup."""


_AT_START = {
    "disk.full": "disk.full_at_start",
    "disk.error": "disk.error_at_start",
    "disk.read_only": "disk.read_only_at_start",
}
"""Codes with other words here: nobody was saving a step."""
_WITHOUT_KEY = frozenset({"vault.damaged", "vault.lost"})
"""Codes of data whose key file is lost: the recovery key opens it, at the office from its paper."""


class Trouble(Retranslated, StartFrame):
    """Shows one error as a page. `again` asks to try once more, `left` to close the program.

    Where data may be saved or brought back it leads there: `salvage_asked`, `backup_asked`, `rescue_asked`.
    """

    again = Signal()
    rescue_asked = Signal()
    left = Signal()
    salvage_asked = Signal()
    backup_asked = Signal()

    def __init__(self, language: LanguageSwitch, folder: Folder, error: TrainerError) -> None:
        super().__init__("trouble", _WIDTH, IconMark("trouble_icon", "alert", "absent_text", 30))
        self._language, self._folder, self.error = language, folder, error
        self.kept = label("body_strong", "trouble_kept", wrap=True)
        self.place = label("caption", "trouble_place", wrap=True)
        self.details = label("caption", "trouble_details", str(error), wrap=True)
        for selectable in (self.place, self.details):
            selectable.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details.hide()
        self.more = Button("trouble_more", Kind.GHOST)
        self.more.clicked.connect(lambda: self.details.setVisible(self.details.isHidden()))
        lost, locked = error.code in LOST, error.code in _WITHOUT_KEY
        self.salvage = Button("trouble_salvage", Kind.PRIMARY, "shield")
        self.rescue = Button("trouble_rescue", Kind.PRIMARY, "key")
        self.backup = Button("trouble_backup", Kind.PLAIN, "usb")
        self.salvage.setVisible(lost)
        self.rescue.setVisible(locked)
        self.backup.setVisible(lost or locked)
        self.salvage.clicked.connect(self.salvage_asked)
        self.backup.clicked.connect(self.backup_asked)
        self.retry = Button("trouble_again", Kind.PLAIN if lost or locked else Kind.PRIMARY)
        self.show_folder = Button("trouble_folder", Kind.PLAIN, "folder")
        self.leave = Button("trouble_close", Kind.GHOST)
        self.rescue.clicked.connect(self.rescue_asked)
        self.retry.clicked.connect(self.again)
        self.leave.clicked.connect(self.left)
        self.show_folder.clicked.connect(self._open_folder)
        safe = QHBoxLayout()
        safe.setSpacing(10)
        safe.addWidget(IconMark("trouble_kept_icon", "shield", "present"))
        safe.addWidget(self.kept, 1)
        self.column.addLayout(safe)
        where = QHBoxLayout()
        where.addWidget(self.place, 1)
        where.addWidget(self.more)
        self.column.addLayout(where)
        self.column.addWidget(self.details)
        ways = QHBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(self.salvage)
        ways.addWidget(self.rescue)
        ways.addWidget(self.backup)
        ways.addStretch(1)
        self.column.addLayout(ways)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.retry, self.show_folder, self.leave):
            foot.addWidget(button)
        foot.addStretch(1)
        self.column.addSpacing(6)
        self.column.addLayout(foot)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        told = TrainerError(_AT_START.get(self.error.code, self.error.code), **self.error.values)
        notice = notice_of(told, self._language.code)
        self.title.setText(notice.title)
        self.subtitle.setText(notice.text)
        self.kept.setText(self.tr("Nothing was overwritten or deleted."))
        self.place.setText(self.tr("Data folder: {path}").format(path=self._folder.root))
        self.salvage.setText(self.tr("Save what can be read…"))
        self.backup.setText(self.tr("Restore a backup…"))
        self.rescue.setText(self.tr("Open with the recovery key"))
        self.retry.setText(self.tr("Try again"))
        self.show_folder.setText(self.tr("Open the folder"))
        self.more.setText(self.tr("Details"))
        self.leave.setText(self.tr("Close the program"))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder.root)))
