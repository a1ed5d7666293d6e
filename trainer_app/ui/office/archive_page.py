"""The archive: its contents, its copy on another disk, and rebuilding the database from it."""

from pathlib import Path
from typing import override

from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.exchange import archiving
from trainer_app.actions.office import rebuilding
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.exchange.sending import ArchiveCopy, ArchiveState, ArchiveTaken, RebuiltDatabase
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.widgets.cards import ActionRow, Card
from trainer_app.ui.widgets.controls import Button, ButtonKind, ChoiceRow, Shape
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.overlays import Banner, Mood, confirm


class ArchivePage(Retranslated, QWidget):
    """The fourth tab. What is compared changes nothing; what is put in place is asked for first."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__()
        self.setObjectName("office_archive")
        self._context, self._host = context, host
        self._made: RebuiltDatabase | None = None
        self._made_at = 0
        self.card = Card("office_archive_card")
        self.files = ActionRow("office_archive_files", "file", ButtonKind.PLAIN)
        self.copies = ActionRow("office_archive_copies", "usb", ButtonKind.PLAIN)
        self.compare = ActionRow("office_archive_compare", "shield", ButtonKind.PLAIN)
        for row in (self.files, self.copies, self.compare):
            self.card.add_row(row)
        self.banner = Banner("office_archive_result")
        self.replace = Button("office_archive_replace", ButtonKind.PLAIN, "redo")
        self.safety = Card("office_safety")
        body = self.safety.add_body()
        self.here = ChoiceRow("office_safe_here", Shape.RADIO, "laptop")
        self.elsewhere = ChoiceRow("office_safe_elsewhere", Shape.RADIO, "usb")
        self.about = label("caption", "office_safety_about", wrap=True)
        for part in (self.here, self.elsewhere, self.about):
            body.addWidget(part)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self.card)
        column.addWidget(self.banner)
        column.addWidget(self.replace)
        column.addWidget(self.safety)
        column.addStretch(1)
        self.banner.hide()
        self.replace.hide()

    def _connect(self) -> None:
        self.files.button.clicked.connect(self._ask_for_copy)
        self.copies.button.clicked.connect(self._ask_where)
        withhold("office/rebuilding/take_archive", self.files.button)
        withhold("exchange/archiving/copy_archive", self.copies.button)
        withhold("office/rebuilding/rebuild", self.compare.button)
        withhold("office/rebuilding/put_in_place", self.replace)
        withhold("exchange/archiving/choose_safety", self.here, self.elsewhere)
        self.compare.button.clicked.connect(self.run_compare)
        self.replace.clicked.connect(self._ask_to_replace)
        self.here.clicked.connect(lambda: self._choose(elsewhere=False))
        self.elsewhere.clicked.connect(lambda: self._choose(elsewhere=True))

    def show_archive(self) -> None:
        """Read what there is, and show it."""
        state = self._context.ask(archiving.state) or ArchiveState(0, 0)
        formats = self._context.formats
        # Whoever counts the files that came compares them with these alone.
        held = self.tr("%n file(s)", "", state.files - state.own)
        if state.own:
            own = self.tr("%n more with the office's own changes", "", state.own)
            held = f"{held}, {own}"
        missing = self.tr("Missing: %n file(s). Take them from a copy.", "", state.missing)
        take = self.tr("Take from a copy…") if state.missing else ""
        size = formats.size(state.size)
        whole = self.tr("Nothing is missing.")
        second = f"{held}, {size}. {missing if state.missing else whole}"
        self.files.set_row(self.tr("Encrypted originals of all files imported"), second, take)
        copied = self.tr("There is no copy yet.")
        if state.copied_at:
            copied = self.tr("{copied} of {files} files, {moment}").format(
                copied=formats.number(state.copied),
                files=formats.number(state.files + state.missing),
                moment=self._context.when(state.copied_at),
            )
        gap = self._context.ask(archiving.copy_gap)
        if gap is not None and gap.erased:
            old = self.tr("It still holds erased data: copy anew into the same folder.")
            copied = f"{copied.rstrip('.')}. {old}"
        self.copies.set_row(self.tr("Copy on another disk"), copied, self.tr("Copy…"))
        self.here.setChecked(not state.elsewhere)
        self.elsewhere.setChecked(state.elsewhere)

    @override
    def retranslate(self) -> None:
        self.card.set_title(self.tr("Archive", "the place"))
        self.compare.set_row(
            self.tr("The database can be made anew from the archive"),
            self.tr("Makes a second one from it and compares the two. Nothing is changed by that."),
            self.tr("Compare"),
        )
        self.replace.setText(self.tr("Replace the database with it…"))
        self.safety.set_title(self._context.words("field.safe"))
        self.here.set_words(
            self._context.words("archive.safe.here"),
            self.tr("the usual choice"),
        )
        self.elsewhere.set_words(
            self._context.words("archive.safe.elsewhere"),
            self.tr("copy the archive before you write files for the laptops"),
        )
        self.about.setText(
            self.tr(
                "Until its changes are safe, a laptop sends them again with every file, so none can be lost."
            )
        )
        self._show_result()
        self.show_archive()

    def first(self) -> QWidget:
        """Return what gets the keyboard when the tab opens."""
        return self.copies.button

    # Copying

    def _ask_where(self) -> None:
        chosen = FileDialog.getExistingDirectory(
            self, self.tr("Where to write the copy"), purpose=Purpose.BACKUPS
        )
        if chosen:
            self.copy_to(Path(chosen))

    def _ask_for_copy(self) -> None:
        chosen = FileDialog.getExistingDirectory(
            self, self.tr("Where the copy of the archive lies"), purpose=Purpose.BACKUPS
        )
        if chosen:
            self.take_from(Path(chosen))

    def take_from(self, folder: Path) -> None:
        """Take what the archive lacks from a copy of it."""
        self._context.run(
            self.tr("Taking files from the copy"),
            lambda work, progress: rebuilding.take_archive(work, folder, progress),
            done=self._took,
        )

    def _took(self, found: ArchiveTaken) -> None:
        self.show_archive()
        self._context.changes.announce(Changes(Label("merging.step.import"), None, frozenset()), self)
        self._context.tell_left_out()
        text = self.tr("Nothing is missing.")
        if found.missing:
            text = self.tr("Still missing: %n file(s). Take them from another copy.", "", found.missing)
        title = self.tr("%n file(s) taken from the copy", "", found.taken)
        self._context.tell(Mood.DUE if found.missing else Mood.GOOD, title, text)
        self.copies.button.setFocus()

    def copy_to(self, folder: Path) -> None:
        """Copy what is new of the archive into a folder."""
        self._context.run(
            self.tr("Copying the archive"),
            lambda work, progress: archiving.copy_archive(work, folder, progress=progress),
            done=self._copied,
        )

    def _copied(self, done: ArchiveCopy) -> None:
        self.show_archive()
        self._context.archive_copied.emit()
        text = self.tr("{folder}: {files} files, new: {new}. Eject the disk before you pull it out.").format(
            folder=done.folder,
            files=self._context.formats.number(done.files),
            new=self._context.formats.number(done.new),
        )
        said = [self._context.words(each.code, **each.values) for each in archiving.copy_told(done)]
        self._context.tell_saved(done.folder, "\n".join((text, *said)))

    def _choose(self, *, elsewhere: bool) -> None:
        self._context.ask(lambda work: archiving.choose_safety(work, elsewhere=elsewhere))
        self.show_archive()

    # Making anew

    def run_compare(self) -> None:
        """Make a database from the archive and compare it with the one in use."""
        self._made = None
        self._show_result()
        self._context.run(
            self.tr("Making the database anew from the archive"),
            lambda work, progress: rebuilding.rebuild(work, keep=True, progress=progress),
            done=self._compared,
        )

    def _compared(self, made: RebuiltDatabase) -> None:
        self._made, self._made_at = made, self._context.work.clock.millis()
        self.show_archive()
        self._show_result()
        if not self.replace.isHidden():
            self.replace.setFocus()

    def _show_result(self) -> None:
        made = self._made
        self.banner.setVisible(made is not None)
        self.replace.setVisible(made is not None and not made.missing and not made.same)
        if made is None:
            return
        # It stands here until the next comparison: whoever comes back sees how old it is.
        number, when = self._context.formats.number, self._context.when(self._made_at)
        if made.missing:
            title = self.tr("%n file(s) of the archive cannot be read", "", len(made.missing))
            text = self.tr("Without them the database would lack something. Take them from a copy: {files}")
            self.banner.tell(Mood.BAD, f"{title} · {when}", text.format(files=", ".join(made.missing[:3])))
        elif made.same:
            text = self.tr(
                "{count} changes from {files} files show the very same. Checksum: {digest}"
            ).format(count=number(made.entries), files=number(made.files), digest=made.digest[:16])
            title = self.tr("The archive gives the same database")
            self.banner.tell(Mood.GOOD, f"{title} · {when}", text)
        else:
            text = self.tr(
                "The archive gives {entries} changes, the database holds {before}. Check the data in "
                "Settings first: if the database is damaged, the one from the archive can take its place."
            ).format(entries=number(made.entries), before=number(made.entries_before))
            title = self.tr("The archive gives another database")
            self.banner.tell(Mood.DUE, f"{title} · {when}", text)

    def _ask_to_replace(self) -> None:
        confirm(
            self._host,
            self.tr("Go on with the database from the archive?"),
            self.tr(
                "The one in use now is kept among the copies. What undo could take back until now can then "
                "no longer be undone."
            ),
            self.tr("Replace the database"),
            self._put_in_place,
            name="office_replace_question",
        )

    def _put_in_place(self) -> None:
        kept = self._context.ask(rebuilding.put_in_place)
        self._made = None
        self._show_result()
        if kept is None:
            return
        self._context.changes.announce(Changes(Label("merging.step.import"), None, frozenset()), self)
        self.show_archive()
        text = self.tr("The one used before is kept: {file}").format(file=kept.name)
        self._context.tell_good(self.tr("The database from the archive is in use now"), text)
        self._context.tell_left_out()
