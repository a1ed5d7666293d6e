"""When the last copy of the database was made, and making one now."""

from datetime import timedelta

from trainer_app.actions import backups
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.errors import TrainerError
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.chips import Chip, Tone
from trainer_app.ui.widgets.labels import ElidedLabel, label
from trainer_app.ui.widgets.naming import Retranslated

_FRESH = timedelta(days=2)


class BackupCard(Retranslated, Card):
    """A copy is read back before it counts; one older than two days is shown in amber."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("backup")
        self._desk = desk
        self.chip = Chip("backup_chip")
        self.add_to_head(self.chip)
        self.head.setContentsMargins(20, 0, 14, 0)
        body = self.add_body()
        body.setSpacing(2)
        self.when = label("row_title", "backup_when")
        self.where = ElidedLabel("second", "backup_where")
        body.addWidget(self.when)
        body.addWidget(self.where)
        foot = self.add_foot()
        self.button = Button("backup_now", Kind.PLAIN, "shield")
        self.button.clicked.connect(self._back_up)
        desk.backup_made.connect(self.show_backup)
        foot.addWidget(self.button)
        foot.addStretch(1)
        self.retranslate()

    def show_backup(self) -> None:
        """Look for the newest copy that was read back."""
        found = backups.newest_checked(self._desk.work.folder)
        if found is None:
            self.where.setText(self.tr("What you send to the office is kept there too."))
            self.chip.set_chip(self.tr("None yet"), Tone.DUE, "clock")
            self.when.setText(self.tr("No copy was made yet"))
            return
        made = self._desk.moment(found.at)
        age = self._desk.moment(self._desk.work.clock.millis()) - made
        fresh = age < _FRESH
        words = self.tr("Checked") if fresh else self.tr("%n day(s) old", "", max(age.days, 1))
        self.chip.set_chip(words, Tone.GOOD if fresh else Tone.DUE, "check" if fresh else "clock")
        when = self._desk.formats.moment(made, self._desk.today())
        self.when.setText(when[:1].upper() + when[1:])
        size = self._desk.formats.size(found.size)
        self.where.setText(self.tr("On this laptop · {size}").format(size=size))

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("Backup"))
        self.button.setText(self.tr("Back up now"))
        self.show_backup()

    def _back_up(self) -> None:
        self._desk.run(
            self.tr("Making a copy of the database"),
            lambda work, _progress: make_checked(work),
            done=lambda _size: self.show_backup(),
        )


def make_checked(work: Workplace) -> int:
    """Make a copy, open it and check it as the database itself is checked; return its size in bytes."""
    made = backups.create_backup(work)
    if not backups.verify_backup(work, made.path).ok:
        made.path.unlink(missing_ok=True)
        raise TrainerError("backup.damaged", file=made.path.name)
    return made.size
