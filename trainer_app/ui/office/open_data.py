"""Data for other programs: the panel of the reports page in which somebody says what leaves, and where to.

What is written is of the courses and days that are chosen on the page. Nobody is named unless that is ticked:
then the files say so, and it is noted as with reports.
"""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses.projects import list_projects
from trainer_app.actions.office import building, humanitarian, open_data
from trainer_app.actions.office.humanitarian import IatiFile
from trainer_app.actions.office.open_data import OpenExport
from trainer_app.domain.base.changes import Progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.office.humanitarian import OrganisationType, read_ref
from trainer_app.system.files import write_checked
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import Choice, Flag, Layout, Note, Radio, Text
from trainer_app.ui.kit.forms import FieldsForm
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.office.report_controls import ReportQuery
from trainer_app.ui.office.wording import OfficeWording
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose


class OpenForm(StrEnum):
    """What can be written, in the order of the panel."""

    OPEN = "open"
    HXL = "hxl"
    IATI = "iati"


class OpenDataForm(FieldsForm):
    """`ask` opens it for what is chosen on the page; `named` tells that names left."""

    named = Signal()

    def __init__(self, context: AppContext, host: QWidget, wording: OfficeWording) -> None:
        super().__init__("open_data_form", context, host, 480)
        self._wording = wording
        self._asked, self._scope = ReportQuery(), ""
        self.build()
        withhold("office/reports/note_release", self.rows["names"])

    @override
    def fields(self) -> Layout:
        iati = self._form is OpenForm.IATI
        tables = self._form is OpenForm.OPEN
        titles = {
            OpenForm.OPEN: (
                self.tr("Open data: all tables"),
                self.tr("Courses, marks, tests, certificates as CSV files that describe themselves"),
            ),
            OpenForm.HXL: (
                self.tr("Figures with HXL tags"),
                self.tr("One table (CSV) that humanitarian systems understand"),
            ),
            OpenForm.IATI: (
                self.tr("Results for IATI"),
                self.tr("Indicators of each project, by sex too, as XML for the donor's register"),
            ),
        }
        kinds = [(kind, self._wording.organisation_type(kind)) for kind in OrganisationType]
        return (
            Note("scope", self._about(), role="second"),
            [
                Radio(form.value, *titles[form], changed=self.say_fields, shown=self._fits(form))
                for form in OpenForm
            ],
            [
                Flag("sqlite", self.tr("Also all in one SQLite file"), shown=tables),
                Flag("names", self.tr("With names"), shown=tables, changed=self.say_fields),
            ],
            Note("said", self._said(), shown=tables),
            Text(
                "organisation",
                self.tr("Identifier of your organisation"),
                self.tr("As it is registered with IATI, for example XM-DAC-41114"),
                longest=90,
                shown=iati,
                refused=("iati.bad_ref",),
            ),
            Choice("type", self.tr("Type of organisation"), options=kinds, shown=iati),
        )

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("Data for other programs"), self.tr("Save as…")

    def ask(self, asked: ReportQuery, scope: str) -> None:
        """Ask what to write of what is chosen on the page; `scope` says that in words."""
        self._asked, self._scope = asked, scope
        ref, kind = self.context.ask(humanitarian.last_organisation) or ("", OrganisationType.NATIONAL_NGO)
        self.open_filled(focus=self.entry(OpenForm.OPEN.value), open=True, organisation=ref, type=kind)

    @property
    def _form(self) -> OpenForm:
        return next((form for form in OpenForm if self.value(form.value)), OpenForm.OPEN)

    def _fits(self, form: OpenForm) -> bool:
        """Tell whether it can be written of what is chosen: IATI knows projects, no single courses."""
        return form is not OpenForm.IATI or not self._asked.courses

    def _about(self) -> str:
        """Say what it is about: open data are of whole courses, figures of a period too."""
        if self._form is not OpenForm.OPEN:
            return self.tr("{courses}, with the days and the basis chosen on the page").format(
                courses=self._scope
            )
        return self.tr("{courses}, whole, as of today").format(courses=self._scope)

    def _said(self) -> str:
        if self.value("names"):
            return self.tr("People are named. The files say so, and it is noted here who wrote them.")
        return self.tr(
            "Nobody is named: people have keys that only this office can trace. Sex, rank, district and unit "
            "are left out where fewer than five of a course share them."
        )

    # Writing

    @override
    def save(self) -> None:
        """Ask where to, and write."""
        self.clear_errors()
        form = self._form
        if form is OpenForm.OPEN:
            self._write_tables()
        elif form is OpenForm.HXL:
            self._write_figures()
        else:
            self._write_results()

    def _write_tables(self) -> None:
        names, sqlite = bool(self.value("names")), bool(self.value("sqlite"))
        folder = FileDialog.getExistingDirectory(self, self.tr("In which folder?"), purpose=Purpose.TABLES)
        name = self.context.ask(lambda work: open_data.open_folder_name(work, names=names))
        if not folder or not name:
            return
        asked, out = self._asked, Path(folder) / name

        def write(work: Workplace, progress: Progress) -> OpenExport:
            return open_data.export_open(
                work,
                out,
                extent=asked,
                names=names,
                sqlite=sqlite,
                progress=progress,
            )

        # Without names nothing is noted, and marks can be given meanwhile.
        self._run(self.tr("Writing open data"), write, self._wrote_tables, writes=names)

    def _wrote_tables(self, done: OpenExport) -> None:
        said = self.tr("It names people, and it is noted that you saved it.") if done.named else ""
        self._saved(done.folder, said)
        if done.named:
            self.named.emit()

    def _write_figures(self) -> None:
        path = self._where("hxl", self.tr("HXL table (*.csv)"))
        if path is None:
            return
        asked, language = self._asked, self.context.language.code

        def write(work: Workplace, progress: Progress) -> Path:
            found = building.report(
                work,
                asked,
                by=asked.by,
                basis=asked.basis,
                progress=progress,
            )
            return write_checked(path, humanitarian.write_hxl(work, found, language))

        self._run(self.tr("Writing the figures"), write, self._saved, writes=False)

    def _write_results(self) -> None:
        try:
            ref = read_ref(self.typed("organisation"))
        except TrainerError as error:
            self.show_refusal(error)
            return
        path = self._where("iati", self.tr("IATI file (*.xml)"))
        if path is None:
            return
        asked, kind = self._asked, self.value("type")

        def write(work: Workplace, progress: Progress) -> tuple[Path, IatiFile]:
            made = humanitarian.make_iati(
                work,
                ref,
                kind,
                extent=asked,
                basis=asked.basis,
                progress=progress,
            )
            return write_checked(path, made.data), made

        self._run(self.tr("Writing the results"), write, self._wrote_results, writes=True)

    def _wrote_results(self, done: tuple[Path, IatiFile]) -> None:
        path, made = done
        left = self.context.words("iati.left_out", courses=", ".join(made.left_out)) if made.left_out else ""
        self._saved(path, left)

    def _where(self, form: str, kinds: str) -> Path | None:
        """Ask for a file; None where somebody thinks better of it."""
        projects = {each.key: each.code for each in self.context.ask(list_projects) or []}
        alone = self._asked.projects if len(self._asked.projects) == 1 else ("",)
        code = projects.get(alone[0], "")
        name = str(self.context.ask(humanitarian.file_name, form, code))
        return FileDialog.ask_where(self, self.tr("Save as"), name, kinds, purpose=Purpose.TABLES)

    def _run[T](
        self,
        title: str,
        write: Callable[[Workplace, Progress], T],
        done: Callable[[T], None],
        *,
        writes: bool,
    ) -> None:
        self.context.run(title, write, done=done, failed=self.show_refusal, writes=writes)

    def _saved(self, path: Path, said: str = "") -> None:
        self.dismiss()
        text = "\n".join(part for part in (str(path), said) if part)
        self.context.tell_saved(path, text)
