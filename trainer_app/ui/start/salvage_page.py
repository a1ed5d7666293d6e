"""When the database is damaged or gone: saving what can be read, with what came of it in words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from trainer_app.domain.backups import Salvaged, Snapshot
from trainer_app.domain.errors import TrainerError
from trainer_app.system import messages
from trainer_app.ui.shell.translator import LanguageSwitch
from trainer_app.ui.start.frame import StartFrame
from trainer_app.ui.start.passphrase import PassphraseField
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.forms import FormRow
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import IconMark

_WIDTH = 680
_MOST = 5  # gaps that are spelled out


class SalvagePage(Retranslated, StartFrame):
    """Emits `asked(passphrase)`, `file_asked()`, `left()`; after `show_result` `went_on()`."""

    asked = Signal(str)
    file_asked = Signal()
    left = Signal()
    went_on = Signal()

    def __init__(self, language: LanguageSwitch, copies: list[Snapshot]) -> None:
        super().__init__("salvage", _WIDTH)
        self._language, self._copies = language, copies
        self._told: Salvaged | None = None
        self._error: TrainerError | None = None
        self._step = ("", 0.0)
        self.sources = label("body", "salvage_sources", wrap=True)
        self.keeps = label("body", "salvage_keeps", wrap=True)
        self.field = PassphraseField("salvage_passphrase")
        self.row = FormRow("salvage_holder", self.field)
        self.progress = label("caption", "salvage_progress", wrap=True)
        self.progress.hide()
        self.lines = [label("body", f"salvage_line_{place}", wrap=True) for place in range(4)]
        self.start = Button("salvage_start", Kind.PRIMARY, "shield")
        self.file = Button("salvage_file", Kind.PLAIN, "usb")
        self.back = Button("salvage_back", Kind.GHOST)
        self.go_on = Button("salvage_go_on", Kind.PRIMARY)
        self.start.clicked.connect(self._ask)
        self.field.line.returnPressed.connect(self.start.click)
        self.file.clicked.connect(self.file_asked)
        self.back.clicked.connect(self.left)
        self.go_on.clicked.connect(self.went_on)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self.column.addWidget(self.sources)
        kept = QHBoxLayout()
        kept.setSpacing(10)
        kept.addWidget(IconMark("salvage_keeps_icon", "shield", "present"))
        kept.addWidget(self.keeps, 1)
        self.column.addLayout(kept)
        self.column.addWidget(self.row)
        self.column.addWidget(self.progress)
        told = QVBoxLayout()
        told.setSpacing(8)
        for line in self.lines:
            line.hide()
            told.addWidget(line)
        self.column.addLayout(told)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.start, self.go_on, self.file, self.back):
            foot.addWidget(button)
        foot.addStretch(1)
        self.go_on.hide()
        self.column.addLayout(foot)

    def set_busy(self, *, busy: bool) -> None:
        """Show that it is at work."""
        for part in (self.field, self.start, self.file, self.back):
            part.setEnabled(not busy)
        self.progress.setVisible(busy)

    def show_step(self, code: str, fraction: float) -> None:
        """Show how far the work is."""
        self._step = code, fraction
        words = messages.text(code, self._language.code) if code else ""
        self.progress.setText(f"{words} {round(100 * fraction)}\N{NO-BREAK SPACE}%".strip())

    def refuse(self, error: TrainerError) -> None:
        """Say why nothing came of it."""
        self._error = error
        self.set_busy(busy=False)
        self.row.show_error(messages.text(error.code, self._language.code, **error.values))
        self.field.line.setFocus()

    def show_result(self, told: Salvaged) -> None:
        """Tell what was saved and what is missing; from here it goes on to the work."""
        self._told = told
        for part in (self.row, self.progress, self.start, self.file, self.back):
            part.hide()
        self.go_on.show()
        self.retranslate()
        self.go_on.setFocus()

    def retranslate(self) -> None:
        """Set every word."""
        self.title.setText(self.tr("Save what can be read"))
        self.subtitle.setText(self.tr("A new database is made of everything that is still whole."))
        copies = self.tr("copies on this laptop: %n", "", len(self._copies))
        sources = self.tr(
            "Read are: the damaged database page by page, {copies}, the files that were taken in."
        )
        self.sources.setText(sources.format(copies=copies))
        self.keeps.setText(self.tr("The damaged file is kept as it is. Nothing is invented."))
        self.row.set_words(self.tr("Passphrase"))
        self.start.setText(self.tr("Save it"))
        self.file.setText(self.tr("Use a backup from a stick…"))
        self.back.setText(self.tr("Back"))
        self.go_on.setText(self.tr("Go on to the work"))
        if self._error is not None:
            error = self._error
            self.row.show_error(messages.text(error.code, self._language.code, **error.values))
        if self._told is not None:
            self._show_told(self._told)

    def _show_told(self, told: Salvaged) -> None:
        whole = not told.missing_count and not told.unknown
        self.title.setText(self.tr("Everything is back") if whole else self.tr("Saved, with gaps"))
        self.subtitle.setText(self.tr("The new database is checked: every row agrees with its journal."))
        self.sources.setText(
            self.tr(
                "Changes from the damaged database: {pages}; from copies: {copies}; from files: {files}."
            ).format(pages=told.entries, copies=told.from_copies, files=told.from_files)
        )
        self.keeps.setText(self.tr("The damaged file lies in {folder}.").format(folder=told.aside or "–"))
        texts = []
        if whole:
            texts.append(self.tr("Nothing is known to be missing."))
        if told.missing_count:
            gaps = ", ".join(f"{one.who} {one.first}–{one.last}" for one in told.missing[:_MOST])
            more = " …" if len(told.missing) > _MOST else ""
            head = self.tr("Missing: %n change(s)", "", told.missing_count)
            texts.append(f"{head} ({gaps}{more}).")
            texts.append(
                self.tr(
                    "What was sent before comes back with the office's next file. Compare the rest with the "
                    "signed sheets."
                )
            )
        if told.unknown:
            texts.append(
                self.tr("Left out: %n change(s) whose laptop cannot be told any more.", "", told.unknown)
            )
        for place, line in enumerate(self.lines):
            line.setText(texts[place] if place < len(texts) else "")
            line.setVisible(place < len(texts))

    def _ask(self) -> None:
        if not self.field.text():
            self.field.line.setFocus()
            return
        self._error = None
        self.row.clear_error()
        self.set_busy(busy=True)
        self.show_step("", 0.0)
        self.asked.emit(self.field.text())
