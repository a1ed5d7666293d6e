"""The form of a project: the series, who pays, with whom, who signs."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from trainer_app.actions import attachments, courses
from trainer_app.domain.courses import Project, ProjectDraft
from trainer_app.domain.texts import Texts
from trainer_app.ui.attachments.logo_row import LogoRow
from trainer_app.ui.courses.fields import TextsRow, side_by_side
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.forms import FormRow, text_field


class ProjectForm(FormPanel):
    """Creates a project or changes one; `saved` tells its key."""

    saved = Signal(str)

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("project_form", desk, host)
        self._project: Project | None = None
        self.code = FormRow("project_code", text_field("project_code", most=20))
        self.title_row = TextsRow("project_title")
        self.donor = FormRow("project_donor", text_field("project_donor", most=200))
        self.partner = TextsRow("project_partner")
        self.organiser = TextsRow("project_organiser")
        self.head = FormRow("project_head", text_field("project_head", most=120))
        self.field_of_work = FormRow("project_field", text_field("project_field", most=200))
        self.logos = LogoRow(desk)
        self.places = {"project.no_code": self.code, "project.code_taken": self.code}
        self.body.addLayout(side_by_side(self.code, self.donor))
        for row in (self.title_row, self.partner, self.organiser, self.head, self.field_of_work, self.logos):
            self.body.addWidget(row)
        self.end_body()
        self.retranslate()

    def open_new(self) -> None:
        """Ask for a new project."""
        self._project = None
        self.logos.show_logos({})
        self._show(ProjectDraft("", Texts()))

    def open_project(self, key: str) -> None:
        """Show a project to be changed."""
        project = self.desk.ask(courses.get_project, key)
        if project is not None:
            self._project = project
            self.logos.show_logos(self.desk.ask(attachments.logos, key) or {})
            self._show(courses.draft_of_project(project))

    def save(self) -> None:
        """Create or change the project."""
        project, draft = self._project, self._draft()
        if project is None:
            changes = self.submit(lambda: courses.create_project(self.desk.work, draft))
        else:
            key = project.key
            changes = self.submit(lambda: courses.change_project(self.desk.work, key, draft))
        if changes is not None:
            key = project.key if project else changes.key or ""
            if self.logos.chosen:
                self.desk.do(attachments.set_logos, key, self.logos.chosen)
            self.saved.emit(key)

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        new = self._project is None
        self.set_words(
            self.tr("New project") if new else self.tr("Change the project"),
            self.tr("Create project") if new else self.tr("Save"),
        )
        self.code.set_words(self.tr("Code"), self.tr("Short, such as DV18"))
        self.title_row.set_words(self.tr("Title"))
        self.donor.set_words(self.tr("Donor"))
        self.partner.set_words(self.tr("Partner"), self.tr("For example the Ministry of Internal Affairs"))
        self.organiser.set_words(self.tr("Organiser"), self.tr("Stands at the top of every certificate"))
        self.head.set_words(self.tr("Head of programme"), self.tr("Signs the certificates"))
        self.field_of_work.set_words(self.tr("Field of work"))

    def _show(self, draft: ProjectDraft) -> None:
        self.clear_errors()
        fields: tuple[tuple[FormRow[QLineEdit], str], ...] = (
            (self.code, draft.code),
            (self.donor, draft.donor),
            (self.head, draft.head),
            (self.field_of_work, draft.field_of_work),
        )
        for row, text in fields:
            row.field.setText(text)
        self.title_row.set_texts(draft.title)
        self.partner.set_texts(draft.partner)
        self.organiser.set_texts(draft.organiser)
        self.retranslate()
        self.reveal(self.code.field)

    def _draft(self) -> ProjectDraft:
        old = self._project
        return ProjectDraft(
            code=self.code.field.text().strip(),
            title=self.title_row.texts(),
            donor=self.donor.field.text().strip(),
            partner=self.partner.texts(),
            organiser=self.organiser.texts(),
            head=self.head.field.text().strip(),
            field_of_work=self.field_of_work.field.text().strip(),
            first_day=old.first_day if old else None,
            last_day=old.last_day if old else None,
        )
