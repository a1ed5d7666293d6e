"""The designs of certificates: looking at them, taking them in and out, and which one a project uses."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import design_drafts, signatories, templates
from trainer_app.actions.courses import projects
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.certificates import designs
from trainer_app.domain.certificates.certificates import Design, DesignKind
from trainer_app.ui.certificates.designs.editor import DesignEditor, DesignView
from trainer_app.ui.certificates.designs.forms import DesignNameForm, SignatoryForm
from trainer_app.ui.certificates.wording import design_kind_word, design_word, origin_word
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.list_page import Command, CommandButtons
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import ButtonKind, Tick
from trainer_app.ui.widgets.drawn_tables import InkTable
from trainer_app.ui.widgets.fields import FormRow
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import FlowRow, PageStack, stand_at_least
from trainer_app.ui.widgets.labels import FittingLabel, Retranslated, label
from trainer_app.ui.widgets.pickers import ComboBox
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import Selection

_ROW, _FOOT = 34, 54


class DesignsPage(Retranslated, QWidget):
    """The list beside a page of the chosen design; the editor opens in its place."""

    busy = Signal(bool)
    """The editor is open, or not any more."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__()
        self.setObjectName("designs")
        self.context = context
        self.card = Card("designs_card", titled=False)
        self.model = ListTableModel[Design]("designs_model", self._columns(), _key_of, self)
        self.table = InkTable("designs_table", _ROW)
        self.table.allow_sorting()
        self.selection = Selection(self.table, self.model)
        self.buttons = CommandButtons("designs", self._commands)
        self.archived = Tick("designs_archived")
        self.title = FittingLabel("card_title", "designs_chosen")
        self.view = DesignView("designs_page", editable=False)
        self.uses = Card("designs_uses")
        self.project = FormRow("designs_project", ComboBox("designs_project"))
        self.kinds = {kind: FormRow(f"designs_{kind}", ComboBox(f"designs_{kind}")) for kind in DesignKind}
        self.signers = FittingLabel("second", "designs_signers")
        self.no_project = label("second", "designs_no_project", wrap=True)
        self.name_form = DesignNameForm(context, host)
        self.signatory_form = SignatoryForm(context, host)
        self.editor = DesignEditor(context, host)
        self.body = PageStack()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _columns(self) -> tuple[Column[Design], ...]:
        return (
            Column("name", lambda: self.tr("Design"), self._name, look=TextStyle.STRONG),
            #: Heading: the kind of certificate a design is for
            Column("kind", lambda: self.tr("For"), lambda row: self._for(row.kind), 108),
            Column("origin", lambda: self.tr("Where from"), origin_word, 200, look=TextStyle.QUIET),
        )

    def _commands(self) -> Sequence[Command]:
        design, plain = self.selection.row(), ButtonKind.PLAIN
        ships, here = design is not None and design.ships, design is not None and design.here
        own = design is not None and not design.ships
        archived = design is not None and design.archived
        archive = self.tr("Out of the archive") if archived else self.tr("Archive")
        edit = self.tr("Copy and edit") if ships else self.tr("Edit")
        save = self.tr("Save as a file…")
        return (
            Command(
                "rename",
                self.tr("Rename"),
                self._ask_name,
                shown=own,
                needs="certificates/templates/rename_design",
            ),
            Command(
                "archive", archive, self._archive, shown=own, needs="certificates/templates/archive_design"
            ),
            Command("export", save, self._ask_where, icon="save", enabled=here),
            Command(
                "import",
                self.tr("Import a file…"),
                self._ask_file,
                plain,
                "plus",
                needs="certificates/templates/import_design",
            ),
            Command(
                "edit",
                edit,
                self.open_editor,
                ButtonKind.PRIMARY,
                "pen",
                enabled=here,
                needs="certificates/design_drafts/save",
            ),
            Command(
                "sign",
                self.tr("Who signs…"),
                self._open_signatories,
                plain,
                "pen",
                needs="certificates/signatories/set_signatories",
            ),
        )

    def _lay_out(self) -> None:
        foot = QWidget()
        foot.setObjectName("designs_foot")
        stand_at_least(foot, _FOOT)
        row = FlowRow(foot)
        row.setContentsMargins(18, 0, 10, 0)
        row.setSpacing(4)
        row.addWidget(self.archived)
        row.addStretch(1)
        for name in ("rename", "archive", "export"):
            row.addWidget(self.buttons[name])
        self.card.add_row(self.table, 1)
        self.card.add_row(foot)
        self.card.grow()
        head = FlowRow()
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        for name in ("import", "edit"):
            head.addWidget(self.buttons[name])
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addLayout(head)
        right.addWidget(self.view, 1)
        right.addWidget(self.uses)
        self._lay_out_uses()
        listed = QWidget()
        listed.setObjectName("designs_listed")
        columns = FlowRow(listed)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(16)
        columns.addWidget(self.card, 5)
        columns.addLayout(right, 6)
        self.body.setObjectName("designs_body")
        self.body.addWidget(listed)
        self.body.addWidget(self.editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.body)

    def _lay_out_uses(self) -> None:
        inside = self.uses.add_body()
        fields = FlowRow()
        fields.setSpacing(10)
        for row in (self.project, *self.kinds.values()):
            fields.addWidget(row, 1)
        sign = FlowRow()
        sign.setSpacing(8)
        sign.addWidget(self.signers, 1)
        sign.addWidget(self.buttons["sign"])
        inside.addLayout(fields)
        inside.addLayout(sign)
        inside.addWidget(self.no_project)

    def _connect(self) -> None:
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self.table.opened.connect(lambda _row: self.open_editor())
        self.archived.clicked.connect(self.refresh)
        self.project.field.activated.connect(lambda _index: self._show_uses())
        for kind, row in self.kinds.items():
            row.field.activated.connect(lambda _index, kind=kind: self._choose(kind))
            withhold("certificates/templates/choose", row.field)
        self.editor.closed.connect(self.close_editor)
        self.editor.saved.connect(self._saved)
        self.name_form.saved.connect(lambda _key: self.refresh())

    # What is shown

    def refresh(self) -> None:
        """Read designs and projects anew."""
        kept = self.selection.key()
        rows = self.context.ask(templates.list_designs, archived=self.archived.isChecked()) or []
        self.model.set_rows(rows)
        self.selection.choose(kept)
        self._show_chosen()
        self._read_projects()

    def open_editor(self) -> None:
        """Edit the chosen design; one that ships is copied when it is saved."""
        design = self.selection.row()
        if design is not None and design.here and self.editor.open_design(design):
            self.body.setCurrentWidget(self.editor)
            self.busy.emit(True)

    def close_editor(self) -> None:
        """Go back to the list."""
        self.body.setCurrentIndex(0)
        self.busy.emit(False)
        self.table.setFocus()

    def take_file(self, path: Path) -> None:
        """Take in a design from a file, or say why it is refused."""
        self.context.run(
            self.tr("Reading {file}").format(file=path.name),
            lambda work, progress: templates.import_design(work, path, progress=progress),
            done=self._show_taken,
        )

    def _show_taken(self, changes: Changes) -> None:
        """Show a design that was taken in."""
        self.context.changes.announce(changes)
        self.refresh()
        self.selection.choose(changes.key or "", self.selection.key())

    def save_to(self, target: Path) -> None:
        """Write the chosen design as one file and read it back."""
        design = self.selection.row()
        path = self.context.ask(templates.export_design, design.ref, target) if design else None
        if path is not None:
            self.context.tell_saved(path)

    @override
    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Designs of certificates"))
        self.archived.setText(self.tr("Archived too"))
        self.uses.set_title(self.tr("What a project uses"))
        self.project.set_words(self.tr("Project"))
        for kind, row in self.kinds.items():
            row.set_words(self._for(kind))
        self.no_project.setText(
            self.tr("Once there is a project, its designs and signatories are chosen here.")
        )
        self.model.retranslate()
        self._show_chosen()
        self._show_uses()

    def _show_chosen(self) -> None:
        self.buttons.refresh()
        design = self.selection.row()
        self.title.setText(self._name(design) if design else "")
        drawn = self.context.ask(self._draw, design) if design is not None and design.here else None
        self.view.show_preview(drawn)

    def _name(self, design: Design) -> str:
        return design_word(design, self.context.language.code)

    def _for(self, kind: DesignKind) -> str:
        return design_kind_word(kind, self.context.language.code)

    def _draw(self, work: Workplace, design: Design) -> design_drafts.Preview:
        draft = design_drafts.open_draft(work, design.ref)
        return design_drafts.preview(work, draft, self.context.language.code)

    def _read_projects(self) -> None:
        kept = self.project.field.currentData()
        self.project.field.clear()
        for project in self.context.ask(projects.list_projects) or []:
            self.project.field.addItem(project.code, project.key)
        self.project.field.setCurrentIndex(max(0, self.project.field.findData(kept)))
        self._show_uses()

    def _show_uses(self) -> None:
        key = self.project.field.currentData()
        for widget in (self.project, *self.kinds.values(), self.signers, self.buttons["sign"]):
            widget.setVisible(key is not None)
        self.no_project.setVisible(key is None)
        if key is None:
            return
        used = self.context.ask(templates.chosen, str(key)) or {}
        designs = self.context.ask(templates.list_designs) or []
        for kind, row in self.kinds.items():
            row.field.clear()
            now = used.get(kind)
            offered = [each for each in designs if each.kind is kind and each.here]
            # What is used stays offered, also when it was archived since.
            if now is not None and now.ref not in {each.ref for each in offered}:
                offered.append(now)
            for design in offered:
                words = self.tr("Standard") if design.ships else self._name(design)
                row.field.addItem(words, design.key or design.ref)
            if now is not None:
                row.field.setCurrentIndex(row.field.findData(now.key or now.ref))
        lines = self.context.ask(signatories.proposed, project=str(key)) or []
        names = [
            line.name.best(self.context.language.code) or line.title.best(self.context.language.code)
            for line in lines
        ]
        self.signers.setText(self.tr("Sign: {names}").format(names=", ".join(names)))

    # Doing

    def _open_signatories(self) -> None:
        self.signatory_form.open_project(str(self.project.field.currentData()))

    def _choose(self, kind: DesignKind) -> None:
        ref = str(self.kinds[kind].field.currentData())
        self.context.do(templates.choose, str(self.project.field.currentData()), kind, ref)
        self._show_uses()

    def _saved(self, key: str) -> None:
        self.close_editor()
        self.refresh()
        self.selection.choose(key, self.selection.key())

    def _ask_name(self) -> None:
        design = self.selection.row()
        if design is not None and not design.ships:
            self.name_form.ask(
                self.tr("Rename the design"),
                self.tr("Rename"),
                design.name,
                partial(self._rename, design.key),
                instead=False,
            )

    def _rename(self, key: str, name: str, _instead: bool) -> Changes:
        return templates.rename_design(self.context.work, key, name)

    def _archive(self) -> None:
        design = self.selection.row()
        if design is None:
            return
        changes = self.context.do(templates.archive_design, design.key, not design.archived)
        if changes is not None:
            self.context.offer_undo(changes)
            self.refresh()

    def _ask_file(self) -> None:
        title = self.tr("Import a design")
        chosen, _ = FileDialog.getOpenFileName(self, title, kinds=self._kinds(), purpose=Purpose.DESIGNS)
        if chosen:
            self.take_file(Path(chosen))

    def _ask_where(self) -> None:
        design = self.selection.row()
        if design is None:
            return
        title, name = self.tr("Save the design as a file"), f"{design.name}{designs.DESIGN_ENDING}"
        path = FileDialog.ask_where(self, title, name, self._kinds(), purpose=Purpose.DESIGNS)
        if path is not None:
            self.save_to(path)

    def _kinds(self) -> str:
        return self.tr("Designs of certificates (*{ending})").format(ending=designs.DESIGN_ENDING)


def _key_of(design: Design) -> str:
    return design.key or design.ref
