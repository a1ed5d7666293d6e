"""Incoming files: what importing each would do, a rehearsal, the import, and what is missing or set aside."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions.exchange import arrivals, importing, incoming, losses
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import Cancelled, TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import capital
from trainer_app.domain.exchange.laptops import waiting_labels
from trainer_app.domain.exchange.sending import (
    CONFLICTS,
    FileOutcome,
    FileResult,
    ImportEffect,
    ImportLine,
    ImportReport,
    Rehearsal,
)
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.file_import import BUNDLE_EXTENSION
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.office.report_rows import let_shrink
from trainer_app.ui.office.wording import OfficeWording
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.cards import ActionRow, Card, IconMark
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose, begin_in
from trainer_app.ui.widgets.indicators import Chip, Tone
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.overlays import Mood
from trainer_app.ui.widgets.pages import EmptyState, ScrollPage
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import Selection, TableView

_ROW = 54
_MOST = 6  # files up to which the buttons stand below them; of more they stand above


class IncomingFileRow(QWidget):
    """One file: its name, what it brings or why not, and a chip."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMinimumHeight(_ROW)
        self.mark = IconMark(f"{name}_icon", "file")
        self.title = label("row_title", f"{name}_title")
        self.text = label("second", f"{name}_text", wrap=True)
        self.chip = Chip(f"{name}_chip")
        self.enrol = Button(f"{name}_enrol", ButtonKind.CHOICE, "laptop")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.text)
        words.addStretch(1)
        # Not a row that flows: it says no height for its width, and a long reason would be cut.
        row = QHBoxLayout(self)
        row.setContentsMargins(CARD_PADDING, 6, CARD_PADDING - 4, 6)
        row.setSpacing(14)
        row.addWidget(self.mark)
        row.addLayout(words, 1)
        row.addWidget(self.enrol)
        row.addWidget(self.chip)

    def show_result(self, result: FileResult, wording: OfficeWording, *, rehearsed: bool) -> None:
        """Show what became of a file, or would."""
        self.title.setText(result.file.removesuffix(".tsync"))
        text = wording.explain(result)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        tone, word, icon = wording.outcome(result, rehearsed=rehearsed)
        self.chip.set_chip(word, tone, icon)
        self.enrol.setVisible(result.code == importing.REQUEST)
        self.enrol.setText(wording.enrol())
        self.enrol.setAccessibleName(f"{self.enrol.text()}: {self.title.text()}")
        self.setAccessibleName(f"{self.title.text()}: {word}. {text}")


class IncomingFiles(Retranslated, Card):
    """First a rehearsal, with `accepted` and `declined`; after taking in, the same list as it went."""

    accepted = Signal()
    decided = Signal()
    declined = Signal()
    enrol_requested = Signal(str)
    """The name of the file that a laptop asks with."""

    def __init__(self, wording: OfficeWording) -> None:
        super().__init__("office_files")
        self._wording = wording
        self._rehearsal: Rehearsal | None = None
        self._report: ImportReport | None = None
        self._waits, self._others, self._pairs, self._again = True, 0, 0, False
        self._foreseen: ImportEffect | None = None
        """The conflicts before and after, as the rehearsal told them."""
        self.rows: list[IncomingFileRow] = []
        self.effects = label("row_title", "office_effects", wrap=True)
        self.take = Button("office_take", ButtonKind.PRIMARY, "check")
        self.decline = Button("office_decline")
        self.decide = Button("office_decide", ButtonKind.PLAIN, "review")
        self.decide.clicked.connect(self.decided)
        self.take.clicked.connect(self.accepted)
        withhold("exchange/importing/import_files", self.take)
        self.decline.clicked.connect(self.declined)
        self._hold_parts()
        self.retranslate()
        self.hide()

    def show_rehearsal(self, rehearsal: Rehearsal, *, again: bool = False) -> None:
        """Show what the files would do; `again`: they are set aside already."""
        self._rehearsal, self._report, self._again = rehearsal, None, again
        self._foreseen = next((each for each in rehearsal.effects if each.code == CONFLICTS), None)
        self._show()

    def show_report(self, report: ImportReport) -> None:
        """Show what became of the files."""
        self._rehearsal, self._report, self._waits, self._pairs = None, report, True, 0
        self._show()

    def note_waiting(self, imports: Collection[int], whole: Callable[[], int], pairs: int) -> None:
        """Know which imports brought what still waits for a decision, and how much waits in Review at all.

        `pairs` of people who may be one are there beyond those of before.
        """
        report = self._report
        waits = report is None or any(found.step in imports for found in report.files)
        others = max(0, whole() - report.conflicts) if report is not None and report.conflicts else 0
        if (waits, others, pairs) != (self._waits, self._others, self._pairs):
            self._waits, self._others, self._pairs = waits, others, pairs
            self._show()

    def note_undone(
        self, imports: Collection[int], open_after: Callable[[Sequence[FileResult]], int]
    ) -> None:
        """Say no more of files whose imports were undone; `open_after` counts what the others left."""
        report = self._report
        left = tuple(found for found in report.files if found.step not in imports) if report else ()
        if report is None or len(left) == len(report.files):
            return
        self._report = replace(report, files=left, conflicts=open_after(left))
        if left:
            self._show()
        else:
            self.forget()

    def forget(self) -> None:
        """Show nothing."""
        self._rehearsal, self._report, self._foreseen = None, None, None
        self.hide()

    @property
    def rehearsing(self) -> bool:
        """Tell whether a decision is awaited."""
        return self._rehearsal is not None

    @property
    def brought_conflicts(self) -> bool:
        """Tell whether conflicts of the files shown wait for a decision."""
        return self._report is not None and self._report.conflicts > 0 and self._waits

    @override
    def retranslate(self) -> None:
        self._show()

    def _show(self) -> None:
        report = self._rehearsal.report if self._rehearsal else self._report
        if report is None:
            return
        rehearsed = self._rehearsal is not None
        # The buttons and the words stay the same objects; only the list is made anew.
        self._hold_parts()
        self.clear_rows()
        self.rows = []
        self.set_title(self._title(report, rehearsed=rehearsed))
        if len(report.files) > _MOST:
            self._add_foot(report)
        for index, result in enumerate(report.urgent_first):
            row = IncomingFileRow(f"office_file_{index}")
            row.show_result(result, self._wording, rehearsed=rehearsed)
            row.enrol.clicked.connect(lambda _on=False, file=result.file: self.enrol_requested.emit(file))
            withhold("office/office/enrol", row.enrol)
            self.add_row(row)
            self.show_row(row, shown=True)
            self.rows.append(row)
        if len(report.files) <= _MOST:
            self._add_foot(report)
        self.show()

    def _hold_parts(self) -> None:
        for part in (self.effects, self.take, self.decline, self.decide):
            part.setParent(self)

    def _title(self, report: ImportReport, *, rehearsed: bool) -> str:
        summary = ", ".join(map(self._wording.say, report.summary(rehearsed=rehearsed)))
        if rehearsed:
            looked_at = self.tr("%n file(s) looked at, nothing imported yet", "", len(report.files))
            return f"{looked_at}: {summary}"
        return capital(summary)

    def _add_foot(self, report: ImportReport) -> None:
        foot = self.add_foot(64)
        rehearsal = self._rehearsal
        useful = any(found.result is FileOutcome.IMPORTED for found in report.files)
        aside = _count_aside(report)
        self.take.setText(self.tr("Import") if useful or not aside else self.tr("Set aside"))
        if rehearsal is not None:
            said = "   ·   ".join(self._effect(one, report) for one in rehearsal.effects)
            kept = self.tr("Nothing to import; files set aside can be looked at in Review.")
            nothing = kept if aside else self.tr("Nothing new would come in.")
            self.effects.setText(said if useful else nothing)
        elif aside and not useful:
            self.effects.setText(self.tr("Nothing was imported; files set aside can be looked at in Review."))
        else:
            self.effects.setText(self._left(report))
        self.decide.setText(self.tr("Go to Review"))
        self.decide.setVisible(rehearsal is None and self._to_decide(report))
        foot.addWidget(self.effects, 1)
        foot.addWidget(self.decide)
        foot.addWidget(self.take)
        foot.addWidget(self.decline)
        foot.addSpacing(6)
        holder = foot.parentWidget()
        if holder is not None:
            self.show_row(holder, shown=True)
        self.effects.show()
        # What is only set aside is kept too: it waits until its laptop is known, or for the update.
        waits = rehearsal is not None and (useful or (aside > 0 and not self._again))
        self.take.setVisible(waits)
        self.decline.setVisible(True)
        self.decline.setText(self.tr("Not now") if waits else self.tr("Close"))

    def _to_decide(self, report: ImportReport) -> bool:
        return (report.conflicts > 0 and self._waits) or self._pairs > 0

    def _effect(self, effect: ImportEffect, report: ImportReport) -> str:
        """Say a figure before and after an import; of conflicts that there are none, where none come."""
        idle = effect.before == effect.after and not report.conflicts
        return self._no_conflicts() if idle and effect.code == CONFLICTS else self._wording.effect(effect)

    def _no_conflicts(self) -> str:
        return self.tr("These files bring no conflicts")

    def _conflicts(self, report: ImportReport) -> ImportEffect:
        """Return the conflicts as they were foreseen, or those that there are where it came otherwise."""
        foreseen, now = self._foreseen, report.conflicts
        if foreseen is not None and foreseen.after == now:
            return foreseen
        return ImportEffect(CONFLICTS, now, now)

    def _left(self, report: ImportReport) -> str:
        """Say what is to be decided because of these files; people who may be one are no conflicts."""
        said = []
        if not report.conflicts:
            said.append(self._no_conflicts())
        elif not self._waits:
            said.append(self.tr("The conflicts of these files are decided"))
        else:
            said.append(capital(self._wording.effect(self._conflicts(report))))
        if self._pairs:
            said.append(self.tr("New pairs of people who may be one: %n", "", self._pairs))
        others = self._others - self._pairs
        if others > 0 and report.conflicts and self._waits:
            said.append(self.tr("%n other question(s) there", "", others))
        return "   ·   ".join(said)


def _count_aside(report: ImportReport) -> int:
    return report.count(FileOutcome.QUARANTINED)


class IncomingPage(Retranslated, ScrollPage):
    """The first tab. Files can also be dropped anywhere on the screen."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("office_incoming")
        self._context = context
        self.wording = OfficeWording(context, self)
        self._paths: list[Path] = []
        self._aside_again = False
        self._pairs_before: frozenset[frozenset[str]] = frozenset()
        self._people_came: frozenset[str] | None = None
        self._pairs_brought: frozenset[frozenset[str]] | None = None
        self._looked: dict[str, Path] = {}
        self.files = IncomingFiles(self.wording)
        self.missing = Card("office_missing")
        self.pass_over = Button("office_watched_pass", ButtonKind.GHOST)
        self.watched = ActionRow("office_watched", "folder", options=(self.pass_over,))
        self._watched_card = Card("office_watched_card", titled=False)
        self._watched_card.add_row(self.watched)
        self.watcher = context.watcher
        self.look_aside = Button("office_aside_review", ButtonKind.GHOST)
        self.aside = ActionRow("office_aside", "clock", options=(self.look_aside,))
        self._aside_card = Card("office_aside_card", titled=False)
        self._aside_card.add_row(self.aside)
        self.newer = ActionRow("office_newer", "file")
        self._newer_card = Card("office_newer_card", titled=False)
        self._newer_card.add_row(self.newer)
        self.history = Card("office_imports")
        self.history.grow()
        self.undo = Button("office_undo_import", ButtonKind.GHOST, "undo")
        self.history.add_to_head(self.undo)
        self.history.head.setContentsMargins(18, 0, 10, 0)
        self.model = ListTableModel(
            "office_imports_model", self._columns(), lambda line: str(line.number), self
        )
        self.table = TableView("office_imports_table")
        self.selection = Selection(self.table, self.model)
        self.table.allow_sorting()
        let_shrink(self.table)
        self.empty = EmptyState("office_empty", "file")
        self.choose = Button("office_choose", ButtonKind.PRIMARY, "file")
        self.empty.add_button(self.choose)
        self.history.add_row(self.table, 1)
        self.history.add_row(self.empty, 1)
        self.column.setContentsMargins(0, 0, 0, 0)
        for part in (self._watched_card, self.files, self._newer_card, self._aside_card, self.missing):
            self.column.addWidget(part)
        self.column.addWidget(self.history, 1)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        self.choose.clicked.connect(self.ask_files)
        withhold(("exchange/importing/import_files", "exchange/importing/rehearse"), self.choose)
        withhold("exchange/incoming/watch_folder", self.watched.button)
        withhold("exchange/incoming/put_off", self.pass_over)
        withhold("exchange/importing/retry_quarantined", self.aside.button)
        self.watched.button.clicked.connect(self._press_watched)
        self.pass_over.clicked.connect(self._pass_over)
        self.watcher.found.connect(self._show_watched)
        self.files.accepted.connect(self._take)
        self.files.declined.connect(self._decline)
        self.files.enrol_requested.connect(self._enrol)
        self.aside.button.clicked.connect(self._look_again)
        self.look_aside.clicked.connect(self._look_aside)
        self.files.decided.connect(self._go_to_review)
        self.undo.clicked.connect(self._undo)
        withhold("exchange/importing/undo_import", self.undo)
        self.table.selectionModel().currentChanged.connect(lambda *_: self._show_undo())
        self.table.opened.connect(lambda _row: self._open_import())

    # Showing

    def show_incoming(self) -> None:
        """Read everything anew."""
        lines = self._context.ask(importing.imports) or []
        self.model.set_rows(lines)
        waiting = self._context.waiting
        new = len(self._brought() & waiting.found)
        self.files.note_undone(
            {line.number for line in lines if line.undone},
            lambda left: self._context.ask(arrivals.open_after, left) or 0,
        )
        self.files.note_waiting({line.number for line in lines if line.waits}, waiting.look, new)
        self.history.show_row(self.table, shown=bool(lines))
        self.history.show_row(self.empty, shown=not lines)
        self.watcher.start()
        self._show_watched()
        self._show_missing()
        self._show_aside()
        self._show_newer()
        self._show_undo()

    def _brought(self) -> frozenset[frozenset[str]]:
        """Return the pairs of people that the last import brought: none of before, none of this office."""
        waiting, came = self._context.waiting, self._people_came
        if self._pairs_brought is None and came is not None and waiting.compared:
            new = waiting.found - self._pairs_before
            self._pairs_brought = frozenset(pair for pair in new if pair & came)
        return self._pairs_brought or frozenset()

    @override
    def retranslate(self) -> None:
        self.history.set_title(self.tr("Imported before"))
        self.look_aside.setText(self.tr("Look in Review"))
        self.undo.setText(self.tr("Undo this import"))
        self.table.setAccessibleName(self.tr("Files imported"))
        self.missing.set_title(self.tr("Still missing"))
        self.empty.set_words(
            self.tr("No file was imported yet"),
            self.tr(
                "Choose the files that trainers bring or send, as many as there are, or drop them on this "
                "window."
            ),
        )
        self.choose.setText(self.tr("Import files…"))
        self.show_incoming()

    def first(self) -> QWidget:
        """Return what gets the keyboard when the tab opens."""
        if self.files.rehearsing:
            return self.files.take if not self.files.take.isHidden() else self.files.decline
        return self.table if self.model.rowCount() else self.choose

    def _columns(self) -> tuple[Column[ImportLine], ...]:
        return (
            Column(
                "file",
                lambda: self.tr("File"),
                lambda line: line.file.removesuffix(".tsync"),
                look=TextStyle.STRONG,
            ),
            Column("device", lambda: self.tr("Laptop"), self._who, 150),
            Column(
                "when",
                lambda: self.tr("When"),
                lambda line: self._context.when(line.at),
                170,
                look=TextStyle.QUIET,
                order=lambda line: line.at,
            ),
            Column(
                "entries",
                lambda: self.tr("New changes"),
                lambda line: self._context.formats.number(line.entries),
                176,
                right=True,
                order=lambda line: line.entries,
            ),
            Column(
                "state", lambda: self.tr("Result"), lambda line: self._state(line)[1], 240, chip=self._state
            ),
        )

    def _who(self, line: ImportLine) -> str:
        """Say who signed a file, and whose files it carried."""
        if not line.carried:
            return line.device
        return self.tr("{laptop}, with {others}").format(laptop=line.device, others=", ".join(line.carried))

    def _state(self, line: ImportLine) -> tuple[Tone, str, str]:
        if line.undone:
            return Tone.QUIET, self.tr("undone"), "undo"
        if line.conflicts and line.waits:
            return Tone.DUE, self.tr("%n conflict(s)", "", line.conflicts), ""
        if line.conflicts:
            return Tone.GOOD, self.tr("%n conflict(s), decided", "", line.conflicts), "check"
        return Tone.GOOD, self.tr("imported"), "check"

    def _show_missing(self) -> None:
        gaps = self._context.ask(importing.gaps) or []
        self.missing.clear_rows()
        for index, gap in enumerate(gaps):
            row = ActionRow(f"office_gap_{index}", "history")
            row.set_row(self.wording.gap(gap), self.tr("They come with the next file of this laptop."), "")
            self.missing.add_row(row)
            self.missing.show_row(row, shown=True)
        self.missing.setVisible(bool(gaps))

    def _show_watched(self) -> None:
        """Say which folder is watched, and what is new in it; nothing is taken in before somebody looks."""
        place, new = self._context.ask(incoming.watched_folder), self.watcher.new
        self.pass_over.setText(
            self.tr("Do not import these files") if new else self.tr("Stop watching this folder")
        )
        self.pass_over.setVisible(place is not None)
        if place is None:
            self.watched.set_row(
                self.tr("No folder is watched"),
                self.tr("Files that arrive in a folder, by e-mail or in a shared one, can be proposed here."),
                self.tr("Choose a folder…"),
            )
        elif new:
            names = ", ".join(path.name.removesuffix(".tsync") for path in new)
            title = self.tr("%n new file(s) in {folder}", "", len(new)).format(folder=place.name)
            self.watched.set_row(title, names, self.tr("Look at them"))
        else:
            words = self.tr("Watched: {folder}").format(folder=place)
            self.watched.set_row(words, self.tr("Nothing new in it."), self.tr("Change…"))

    def _press_watched(self) -> None:
        if self.watcher.new:
            self.rehearse(self.watcher.new)
        else:
            self._ask_folder()

    def _ask_folder(self) -> None:
        start = begin_in(Purpose.RECEIVING, str(self._context.ask(incoming.watched_folder) or ""))
        chosen = FileDialog.getExistingDirectory(
            self, self.tr("Which folder to watch"), start, purpose=Purpose.RECEIVING
        )
        if chosen:
            self.watch(Path(chosen))

    def watch(self, folder: Path | None) -> None:
        """Watch a folder, or none."""
        self._context.ask(incoming.watch_folder, folder)
        self.show_incoming()

    def _pass_over(self) -> None:
        """Propose what is new now no more; where nothing is new, watch no more."""
        if not self.watcher.new:
            self.watch(None)
            return
        self._context.ask(incoming.put_off, self.watcher.new, self.watcher.names)
        self.watcher.recount()

    def _show_aside(self) -> None:
        waiting = self._context.ask(incoming.list_set_aside) or []
        self._aside_card.setVisible(bool(waiting))
        names = ", ".join(found.file.removesuffix(".tsync") for found in waiting)
        self.aside.set_row(self.tr("%n file(s) set aside", "", len(waiting)), names, self.tr("Look at them"))

    def _look_aside(self) -> None:
        """Go where each file says why it waits, and can be put away."""
        waiting = self._context.ask(incoming.list_set_aside) or []
        self._context.go("review", item=f"file/{waiting[0].path.name}" if waiting else "")

    def _show_newer(self) -> None:
        """Say what cannot be shown before this computer has the newer version, too."""
        found = self._context.ask(losses.waiting) or []
        waiting, who = waiting_labels(found)
        self._newer_card.setVisible(bool(found))
        self.newer.set_row(self.wording.say(waiting), self.wording.say(who), "")

    def _open_import(self) -> None:
        """Lead to what an import left to be decided; where nothing waits, to the laptop it came from."""
        line = self.selection.row()
        if line is not None and line.conflicts and line.waits and not line.undone:
            self._context.go("review")
        elif line is not None:
            self._context.go("office", tab="laptops", laptop=line.device)

    def _go_to_review(self) -> None:
        """Go to what is to be decided; where these are people alone, to the first of them."""
        place = {} if self.files.brought_conflicts else {"group": "people"}
        self._context.go("review", **place)

    def _show_undo(self) -> None:
        line = self.selection.row()
        self.undo.setEnabled(line is not None and not line.undone)

    # Doing

    def ask_files(self) -> None:
        """Ask which files to take in."""
        kinds = self.tr("Files of this program (*.{ending})").format(ending=BUNDLE_EXTENSION)
        every = self.tr("All files (*)")
        chosen, _ = FileDialog.getOpenFileNames(
            self, self.choose.text(), kinds=f"{kinds};;{every}", purpose=Purpose.RECEIVING
        )
        if chosen:
            self.rehearse([Path(name) for name in chosen])

    def rehearse(self, paths: Sequence[Path], *, again: bool = False) -> None:
        """Find out what taking files in would do, and show it; nothing stays of it.

        `again`: they were set aside before.
        """
        self._aside_again = again
        self._paths, self._looked = list(paths), {path.name: path for path in paths}
        self._context.run(
            self.tr("Looking at %n file(s)", "", len(paths)),
            lambda work, progress: importing.rehearse(work, paths, progress=progress),
            done=self._rehearsed,
        )

    def _rehearsed(self, rehearsal: Rehearsal) -> None:
        self.files.show_rehearsal(rehearsal, again=self._aside_again)
        self.first().setFocus()
        self.ensureWidgetVisible(self.files)

    def _take(self) -> None:
        paths, before = self._paths, self.model.rowCount()
        again = self._aside_again
        self._count_pairs()
        self._context.run(
            self.tr("Importing %n file(s)", "", len(paths)),
            lambda work, progress: (
                importing.retry_quarantined(work, progress=progress)
                if again
                else importing.import_files(work, paths, progress=progress)
            ),
            done=self._taken,
            failed=lambda error: self._stopped(error, before),
        )

    def _count_pairs(self) -> None:
        """Know how many pairs of people wait before files are imported."""
        self._context.ask(lambda _work: self._context.waiting.look())
        self._pairs_before = self._context.waiting.found
        self._people_came = self._pairs_brought = None

    def _stopped(self, error: TrainerError, before: int) -> None:
        """Say how far it came: each file is taken in as a whole, so those before the stop stay."""
        self._announce(ImportReport(()))
        taken = self.model.rowCount() - before
        if isinstance(error, Cancelled) and taken:
            text = self.tr(
                "Imported before that: %n file(s). They stay; the others were not touched.", "", taken
            )
            self._context.tell(Mood.NOW, self.tr("Stopped"), text)
        else:
            self._context.tell_error(error)

    def _taken(self, report: ImportReport) -> None:
        self._paths = []
        self.files.show_report(report)
        self._announce(report)
        self._people_came = frozenset(key for entity, key in report.touched if entity == "person")
        self.show_incoming()
        (self.files.decline if self.files.decide.isHidden() else self.files.decide).setFocus()

    def _enrol(self, file: str) -> None:
        """Lead to the laptops, where the one that asks with a file is enrolled."""
        if file in self._looked:
            self._context.go("office", tab="laptops", enrol=self._looked[file])

    def _decline(self) -> None:
        self._paths = []
        self.files.forget()
        self.first().setFocus()

    def _look_again(self) -> None:
        """Show what importing the files set aside would do now: their laptops may be known by now."""
        waiting = self._context.ask(incoming.list_set_aside) or []
        self.rehearse([found.path for found in waiting], again=True)

    def _undo(self) -> None:
        line = self.selection.row()
        if line is None:
            return
        self._context.run(
            self.tr("Undoing the import of {file}").format(file=line.file.removesuffix(".tsync")),
            lambda work, progress: importing.undo_import(work, line.number, progress),
            done=lambda report: self._undone(report, line),
        )

    def _undone(self, report: ImportReport, line: ImportLine) -> None:
        self._announce(report)
        text = self.tr("Everything is as it was before it. The file can be imported again at any time.")
        file = line.file.removesuffix(".tsync")
        title = self.tr("The import of {file} was undone").format(file=file)
        if report.waiting:
            left = self.tr(
                "%n decision(s) of this office about what went with it: Review asks under “Kept, but shown "
                "nowhere” whether to take that back.",
                "",
                report.waiting,
            )
            again = self.tr("The file can be imported again at any time: then they count again.")
            self._context.tell(Mood.DUE, title, f"{left} {again}")
        else:
            self._context.tell_good(title, text)

    def _announce(self, report: ImportReport) -> None:
        self.show_incoming()
        if report.files and all(found.result is FileOutcome.DUPLICATE for found in report.files):
            return
        touched = report.touched or frozenset({("arrival", "")})
        changes = Changes(Label("merging.step.import"), None, touched)
        self._context.changes.announce(changes, self)
        self._context.ask(lambda _work: self._context.waiting.look(changes))
        self.show_incoming()
