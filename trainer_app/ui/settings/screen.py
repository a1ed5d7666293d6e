"""The Settings screen: two columns of cards; about the program, its licences and diagnostics.

Everything takes effect at once. Diagnostics hold no names and no notes: the log and the crash reports hold
ids only (`system.logs`), so they can be sent as they are.
"""

import locale
import platform
import sys
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, override

from PySide6.QtCore import QTimer, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from trainer_app import VERSION
from trainer_app.actions.base.workplace import Role
from trainer_app.domain.base.changes import Changes
from trainer_app.system.files import write_checked
from trainer_app.system.folders import DataFolder
from trainer_app.system.logs import NAME
from trainer_app.system.notices import notices
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.screens import Screen
from trainer_app.ui.settings.cards import (
    AppearanceCard,
    NewKeyPanel,
    OfficeEnrolmentCard,
    PassphrasePanel,
    SettingRow,
    UserCard,
)
from trainer_app.ui.settings.data import BackupsCard, DataFolderCard, DriveBackupPanel, RestorePanel
from trainer_app.ui.settings.program import LicencesPanel, PrintingCard, ProgramCard, UpdatePanel
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.labels import Retranslated
from trainer_app.ui.widgets.pages import PageHeader, ScrollPage, TwoColumns

if TYPE_CHECKING:
    from trainer_app.ui.settings.server import ServerParts

_LOG_LINES = 400
_CRASHES = 3


def collect_diagnostics(context: AppContext) -> str:
    """Return the report as text; every line can be read by a person."""
    work = context.work
    preferences = context.preferences.now
    folder = work.folder
    parts = {
        "program": [f"trainer-app {VERSION}", f"role {work.role.value}", f"device {work.device_code or '-'}"],
        "machine": _machine(),
        "screens": _screens(),
        "settings": [
            f"language {context.language.code}",
            f"theme {preferences.theme}",
            f"lock after {preferences.lock_minutes} minutes",
        ],
        "data": _sizes(folder),
        "libraries": [f"{part.name} {part.version}".strip() for part in notices()],
        "log": _tail(folder),
        "crashes": _crashes(folder),
    }
    return "\n".join(f"[{head}]\n" + "\n".join(lines) + "\n" for head, lines in parts.items())


def _machine() -> list[str]:
    return [
        f"{platform.system()} {platform.release()} {platform.machine()}",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        f"locale {locale.getlocale()[0]}, encoding {sys.getfilesystemencoding()}",
    ]


def _screens() -> list[str]:
    return [
        f"{screen.size().width()}x{screen.size().height()} at {screen.devicePixelRatio():g}"
        for screen in QGuiApplication.screens()
    ]


def _sizes(folder: DataFolder) -> list[str]:
    lines = []
    for place in (folder.database.parent, folder.archive, folder.snapshots, folder.outgoing, folder.papers):
        files = [path for path in place.rglob("*") if path.is_file()] if place.is_dir() else []
        lines.append(f"{place.name}: {len(files)} files, {sum(path.stat().st_size for path in files)} bytes")
    return lines


def _tail(folder: DataFolder) -> list[str]:
    path = folder.logs / NAME
    if not path.is_file():
        return []
    return path.read_text(encoding="utf-8", errors="replace").splitlines()[-_LOG_LINES:]


def _crashes(folder: DataFolder) -> list[str]:
    newest = sorted(folder.logs.glob("crash-*.txt"))[-_CRASHES:]
    return [line for path in newest for line in path.read_text(encoding="utf-8").splitlines()]


class AboutCard(Retranslated, Card):
    """`licences_requested` opens the panel with the libraries."""

    licences_requested = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__("about")
        self._context = context
        self.licences = Button("about_licences", ButtonKind.PLAIN, "info")
        self.save = Button("about_diagnostics", ButtonKind.PLAIN, "save")
        self.licences.clicked.connect(self.licences_requested)
        self.save.clicked.connect(self._ask_where)
        self._about = SettingRow("about_licences", self.licences)
        self._diagnostics = SettingRow("about_diagnostics", self.save)
        self.add_row(self._about)
        self.add_row(self._diagnostics)
        self.retranslate()

    @override
    def retranslate(self) -> None:
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
        context = self._context
        path = context.ask(lambda _work: write_checked(target, collect_diagnostics(context).encode("utf-8")))
        if path is not None:
            context.tell_saved(path)

    def _ask_where(self) -> None:
        name = f"trainer-diagnostics-{self._context.today().isoformat()}.txt"
        path = FileDialog.ask_where(self, self.save.text(), name, purpose=Purpose.PROGRAM)
        if path is not None:
            self.save_to(path)


_STACK_BELOW = 920


class SettingsScreen(Screen):
    """What can be chosen, and what can be known about the program."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("settings", context)
        self.header = PageHeader("settings_header")
        self.looks = AppearanceCard(context)
        self.person = UserCard(context)
        self.office = OfficeEnrolmentCard(context)
        self.data = DataFolderCard(context)
        self.backups = BackupsCard(context)
        self.about = AboutCard(context)
        self.printing = PrintingCard(context)
        self.program = ProgramCard(context, self)
        self.page = ScrollPage("settings_page")
        self.server = self._server_parts()
        self._lay_out()
        self.program.update_requested.connect(lambda paths: self.update_panel.show_newest(paths))
        self.backups.stick_requested.connect(lambda: self.stick.open())
        self.backups.check_requested.connect(lambda: self.restore.open(checking=True))
        self.backups.restore_requested.connect(lambda: self.restore.open())
        self.person.passphrase_requested.connect(lambda: self.passphrase.open())
        self.person.new_key_requested.connect(lambda: self.new_key.open())
        self.about.licences_requested.connect(self._show_licences)
        context.user_changed.connect(self.office.retranslate)
        self.retranslate()

    @cached_property
    def passphrase(self) -> PassphrasePanel:
        """Ask for another passphrase."""
        made = PassphrasePanel(self.context, self)
        made.changed.connect(self.person.retranslate)
        return made

    @cached_property
    def new_key(self) -> NewKeyPanel:
        """Give the data another key."""
        return NewKeyPanel(self.context, self)

    @cached_property
    def stick(self) -> DriveBackupPanel:
        """Copy the data to a stick."""
        made = DriveBackupPanel(self.context, self)
        made.written.connect(self.backups.show_backup)
        return made

    @cached_property
    def restore(self) -> RestorePanel:
        """Go back to a backup."""
        made = RestorePanel(self.context, self)
        made.ready.connect(self.context.restore_ready)
        return made

    @cached_property
    def update_panel(self) -> UpdatePanel:
        """Show a new version before it is taken."""
        made = UpdatePanel(self.context, self)
        made.taken.connect(self.program.show_standing)
        return made

    @cached_property
    def licences(self) -> LicencesPanel:
        """Show the licence of every part."""
        return LicencesPanel(self)

    def show_place(
        self,
        restore: Path | None = None,
        *,
        updates: Sequence[Path] = (),
        new_key: bool = False,
        passphrase: bool = False,
        server: bool = False,
        check_backup: bool = False,
        **_place: object,
    ) -> None:
        """Look at a backup or an update that somebody opened, taken only by a press; or ask for a new key.

        `passphrase` asks for another one; `server` shows the office's; `check_backup` checks a backup alone.
        """
        if updates:
            self.update_panel.show_newest(updates)
        if new_key:
            self.new_key.open()
        if passphrase:
            self.passphrase.open()
        if server and self.server is not None:
            # Whoever shows a page gives it the keyboard, at its first setting.
            QTimer.singleShot(0, self.server.card, self._show_server)
        if check_backup:
            self.restore.open(checking=True)
        if restore is not None:
            self.restore.open()
            self.restore.look_at_file(restore)

    def _show_server(self) -> None:
        if self.server is not None:
            self.server.card.check.setFocus()
            self.page.ensureWidgetVisible(self.server.card)

    def first_focus(self) -> QWidget:
        """Start at the first setting."""
        return self.looks.language.button(self.looks.language.value())

    def _lay_out(self) -> None:
        self.column.addWidget(self.page)
        self.page.column.addWidget(self.header)
        columns = TwoColumns("settings_columns", _STACK_BELOW)
        self.page.column.addWidget(columns, 1)
        server = [self.server.card] if self.server is not None else []
        columns.fill(
            [self.looks, self.person, self.printing],
            [self.office, self.data, self.backups, *server, self.program, self.about],
        )

    def _server_parts(self) -> "ServerParts | None":
        """Return where the data lie, for an office that is set up; a laptop has no server."""
        work = self.context.work
        if work.role is not Role.OFFICE or not work.office_code:
            return None
        from trainer_app.ui.settings.server import ServerParts

        return ServerParts(self.context, self)

    @override
    def retranslate(self) -> None:
        self.header.set_words(self.tr("Settings"), self.tr("Changes take effect immediately."))

    def refresh(self) -> None:
        """Show what may have changed elsewhere."""
        self.office.retranslate()
        self.backups.show_backup()
        if self.server is not None:
            self.server.card.show_home()
        self.program.show_standing()

    def concerns(self, _changes: Changes) -> bool:
        """Nothing that is recorded is shown here."""
        return False

    def _show_licences(self) -> None:
        self.licences.reveal(self.licences.close_button)
