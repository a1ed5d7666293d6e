"""Files that were chosen or dropped: what taking them in would do, and what came of it, file by file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.sending import FileOutcome, FileResult, ImportReport, Rehearsal
from trainer_app.ui.office.wording import OfficeWording
from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card, TwoLines
from trainer_app.ui.widgets.chips import Chip, Tone
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import IconMark

_ROW = 54
_MOST = 6  # files that get a line of their own; the rest are counted


class FileRow(QWidget):
    """One file: its name, what it brings or why not, and a chip."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMinimumHeight(_ROW)
        self.mark = IconMark(f"{name}_icon", "file")
        self.title = label("row_title", f"{name}_title")
        self.text = label("second", f"{name}_text", wrap=True)
        self.chip = Chip(f"{name}_chip")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.text)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(CARD_PADDING, 6, CARD_PADDING - 4, 6)
        row.setSpacing(14)
        row.addWidget(self.mark)
        row.addLayout(words, 1)
        row.addWidget(self.chip)

    def show_result(self, result: FileResult, wording: OfficeWording, *, rehearsed: bool) -> None:
        """Show what became of a file, or would."""
        self.title.setText(result.file.removesuffix(".tsync"))
        text = wording.explain(result)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        tone, word, icon = wording.outcome(result, rehearsed=rehearsed)
        self.chip.set_chip(word, tone, icon)
        self.setAccessibleName(f"{self.title.text()}: {word}. {text}")


class IncomingFiles(Retranslated, Card):
    """First a rehearsal, with `accepted` and `declined`; after taking in, the same list as it went."""

    accepted = Signal()
    declined = Signal()

    def __init__(self, wording: OfficeWording) -> None:
        super().__init__("office_files")
        self._wording = wording
        self._rehearsal: Rehearsal | None = None
        self._report: ImportReport | None = None
        self.rows: list[FileRow] = []
        self.effects = label("row_title", "office_effects", wrap=True)
        self.take = Button("office_take", Kind.PRIMARY, "check")
        self.decline = Button("office_decline")
        self.take.clicked.connect(self.accepted)
        self.decline.clicked.connect(self.declined)
        self.retranslate()
        self.hide()

    def show_rehearsal(self, rehearsal: Rehearsal) -> None:
        """Show what the files would do."""
        self._rehearsal, self._report = rehearsal, None
        self._show()

    def show_report(self, report: ImportReport) -> None:
        """Show what became of the files."""
        self._rehearsal, self._report = None, report
        self._show()

    def forget(self) -> None:
        """Show nothing."""
        self._rehearsal, self._report = None, None
        self.hide()

    @property
    def rehearsing(self) -> bool:
        """Tell whether a decision is awaited."""
        return self._rehearsal is not None

    def retranslate(self) -> None:
        """Set every word."""
        self._show()

    def _show(self) -> None:
        report = self._rehearsal.report if self._rehearsal else self._report
        if report is None:
            return
        rehearsed = self._rehearsal is not None
        # The buttons and the words stay the same objects; only the list is made anew.
        for part in (self.effects, self.take, self.decline):
            part.setParent(self)
        self.clear_rows()
        self.rows = []
        self.set_title(self._title(report, rehearsed=rehearsed))
        for place, result in enumerate(report.files[:_MOST]):
            row = FileRow(f"office_file_{place}")
            row.show_result(result, self._wording, rehearsed=rehearsed)
            self.add_row(row)
            self.show_row(row, shown=True)
            self.rows.append(row)
        if len(report.files) > _MOST:
            more = TwoLines("office_more_files")
            more.setContentsMargins(CARD_PADDING, 8, CARD_PADDING, 8)
            more.set_lines(self.tr("and %n more file(s)", "", len(report.files) - _MOST), "")
            self.add_row(more)
            self.show_row(more, shown=True)
        self._add_foot(report)
        self.show()

    def _title(self, report: ImportReport, *, rehearsed: bool) -> str:
        count = len(report.files)
        if rehearsed:
            return self.tr("%n file(s) looked at, nothing taken in yet", "", count)
        taken = sum(found.result is FileOutcome.IMPORTED for found in report.files)
        aside = _count_aside(report)
        said = [self.tr("%n file(s) taken in", "", taken)] if taken or not aside else []
        return " · ".join([*said, *([self.tr("%n file(s) set aside", "", aside)] if aside else [])])

    def _add_foot(self, report: ImportReport) -> None:
        foot = self.add_foot(64)
        rehearsal = self._rehearsal
        useful = any(found.result is FileOutcome.IMPORTED for found in report.files)
        aside = _count_aside(report)
        self.take.setText(self.tr("Take in") if useful or not aside else self.tr("Set aside"))
        if rehearsal is not None:
            said = "   ·   ".join(self._wording.effect(one) for one in rehearsal.effects)
            kept = self.tr("Nothing would come in; what is set aside can be looked at in Review.")
            nothing = kept if aside else self.tr("Nothing new would come in.")
            self.effects.setText(said if useful else nothing)
        elif aside and not useful:
            self.effects.setText(self.tr("Nothing came in; what is set aside can be looked at in Review."))
        elif report.conflicts:
            self.effects.setText(self.tr("%n contradiction(s) to decide in Review", "", report.conflicts))
        else:
            self.effects.setText(self.tr("Nothing waits for a decision because of these files"))
        foot.addWidget(self.effects, 1)
        foot.addWidget(self.take)
        foot.addWidget(self.decline)
        foot.addSpacing(6)
        holder = foot.parentWidget()
        if holder is not None:
            self.show_row(holder, shown=True)
        self.effects.show()
        # What is only set aside is kept too: it waits until its laptop is known, or for the update.
        self.take.setVisible(rehearsal is not None and (useful or aside > 0))
        self.decline.setVisible(True)
        waits = rehearsal is not None and (useful or aside > 0)
        self.decline.setText(self.tr("Not now") if waits else self.tr("Close"))


def _count_aside(report: ImportReport) -> int:
    return sum(one.aside or one.result is FileOutcome.QUARANTINED for one in report.files)


def tone_of(report: ImportReport) -> Tone:
    """Return how an import went as a whole."""
    if any(found.result is FileOutcome.REFUSED for found in report.files):
        return Tone.BAD
    return Tone.DUE if report.conflicts else Tone.GOOD
