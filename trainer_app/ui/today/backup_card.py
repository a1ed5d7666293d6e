"""The card of Today that says how old and how whole the newest copies are."""

from datetime import timedelta
from typing import override

from trainer_app.actions.base.workplace import Role, newest_copy
from trainer_app.domain.exchange.sending import CopyGap
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.indicators import Chip, Tone
from trainer_app.ui.widgets.labels import FittingLabel, Retranslated, label, set_role

_FRESH = timedelta(days=2)
_ELSEWHERE = timedelta(days=7)
"""How old the copy of the archive on another disk may be before it is shown in amber."""


class BackupCard(Retranslated, Card):
    """The newest copy (`newest_copy`); at the office the archive on another disk too. Amber: too old.

    At the office a copy on the same disk alone is not called good: nobody else has what the archive holds.
    """

    def __init__(self, context: AppContext) -> None:
        super().__init__("backup")
        self._context = context
        self.chip = Chip("backup_chip")
        self.add_to_head(self.chip)
        self.head.setContentsMargins(20, 0, 14, 0)
        body = self.add_body()
        body.setSpacing(2)
        self.when = label("row_title", "backup_when")
        self.where = FittingLabel("second", "backup_where")
        body.addWidget(self.when)
        body.addWidget(self.where)
        foot = self.add_foot()
        self.button = Button("backup_now", ButtonKind.PLAIN, "shield")
        self.button.clicked.connect(self._back_up)
        withhold("office/backups/save_backup", self.button)
        context.backup_made.connect(self.show_backup)
        foot.addWidget(self.button)
        self._office = context.work.role is Role.OFFICE
        self._copied_at, self._gap = 0, CopyGap()
        self.archive = label("second", "backup_archive", wrap=True)
        self.copy_archive = Button("backup_copy_archive", ButtonKind.GHOST)
        self.copy_archive.clicked.connect(lambda: context.go("office", tab="archive"))
        body.addWidget(self.archive)
        foot.addWidget(self.copy_archive)
        if not self._office:
            self.archive.hide()
            self.copy_archive.hide()
        foot.addStretch(1)
        self.retranslate()

    def show_archive(self, copied_at: int, gap: CopyGap) -> None:
        """Tell since when the archive lies on another disk (wall milliseconds, 0: never), and how whole."""
        self._copied_at, self._gap = copied_at, gap
        if not self._office:
            return
        words = self.tr("The archive lies on this disk only.")
        if copied_at:
            words = self.tr("Archive on another disk: {moment}").format(moment=self._context.when(copied_at))
            if gap != CopyGap():
                words = f"{words}. {self._gap_words()}"
        good = self._lies_elsewhere() and gap == CopyGap()
        set_role(self.archive, "second" if good else "due_text")
        self.archive.setText(words)
        self.show_backup()

    def _gap_words(self) -> str:
        """Return what is wrong with the copy on another disk, and what to do."""
        if self._gap.erased:
            return self.tr("It still holds erased data: copy anew into the same folder.")
        return self.tr("It lacks %n file(s): copy anew.", "", self._gap.lacking)

    def _lies_elsewhere(self) -> bool:
        """Tell whether a copy of the archive on another disk is young enough."""
        return bool(self._copied_at) and self._age(self._copied_at) <= _ELSEWHERE

    def _age(self, at: int) -> timedelta:
        return self._context.moment(self._context.work.clock.millis()) - self._context.moment(at)

    def show_backup(self) -> None:
        """Look for the newest copy."""
        found = newest_copy(self._context.work.folder)
        alone = self.tr("If this disk breaks, it is lost.")
        sent = self.tr("What you send to the office is kept there too.")
        self.where.setText(alone if self._office else sent)
        if found is None:
            self.chip.set_chip(self.tr("None yet"), Tone.DUE, "clock")
            self.when.setText(self.tr("No copy on this computer yet"))
            return
        age = self._age(found.at)
        if age >= _FRESH:
            self.chip.set_chip(self.tr("%n day(s) old", "", max(age.days, 1)), Tone.DUE, "clock")
        elif not found.checked:
            self.chip.set_chip(self.tr("Not read back"), Tone.DUE, "clock")
        elif self._office and not self._lies_elsewhere():
            self.chip.set_chip(self.tr("Here only"), Tone.DUE, "clock")
        elif self._office and self._gap != CopyGap():
            self.chip.set_chip(self.tr("Copy anew"), Tone.DUE, "clock")
        else:
            self.chip.set_chip(self.tr("Checked"), Tone.GOOD, "check")
        when = self._context.formats.moment(self._context.moment(found.at), self._context.today())
        self.when.setText(when[:1].upper() + when[1:])
        if not found.checked:
            return
        size = self._context.formats.size(found.size)
        here = self.tr("On this computer · {size}") if self._office else self.tr("On this laptop · {size}")
        self.where.setText(here.format(size=size))

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Backup"))
        self.button.setText(self.tr("Back up now"))
        self.copy_archive.setText(self.tr("Archive…"))
        self.show_backup()
        self.show_archive(self._copied_at, self._gap)

    def _back_up(self) -> None:
        # Here and not above: it brings all that reads and writes copies.
        from trainer_app.ui.kit.backups import back_up

        back_up(self._context, self.show_backup)
