"""Who signs the certificates of a project or one course: up to four, in order, with scanned signatures."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from trainer_app.actions import attachments, signatories
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.templates import MOST_SIGNATORIES, SignatoryLine, SignatoryRole
from trainer_app.domain.texts import Texts
from trainer_app.ui.attachments.logo_row import LogoField
from trainer_app.ui.attachments.pages import read_picture
from trainer_app.ui.courses.fields import TextsRow
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, IconButton, Kind
from trainer_app.ui.widgets.choices import Switch
from trainer_app.ui.widgets.forms import ComboBox, FormRow
from trainer_app.ui.widgets.labels import label

_ROLES = tuple(role.value for role in SignatoryRole)


class SignatoryForm(FormPanel):
    """Shows one who signs at a time; the choice at the top goes from one to the next."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("signatory_form", desk, host, 520)
        self.lines: list[SignatoryLine] = []
        self.at = 0
        self._project: str | None = None
        self._course: str | None = None
        self._done: Callable[[], object] = lambda: None
        self.about = label("subtitle", "signatory_about", wrap=True)
        self.place = ComboBox("signatory_place")
        self.add = IconButton("signatory_add", "plus")
        self.earlier = IconButton("signatory_earlier", "up")
        self.later = IconButton("signatory_later", "down")
        self.remove = IconButton("signatory_remove", "trash")
        self.role = FormRow("signatory_role", Switch("signatory_role", _ROLES))
        self.name = TextsRow("signatory_name", 120)
        self.title_row = TextsRow("signatory_title", 200)
        self.signature = LogoField("signatory_signature")
        self.local = label("caption", "signatory_local", wrap=True)
        self.rule = Button("signatory_rule", Kind.GHOST)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.place, 1)
        for button in (self.add, self.earlier, self.later, self.remove):
            row.addWidget(button)
        self.body.addWidget(self.about)
        self.body.addLayout(row)
        for part in (self.role, self.name, self.title_row, self.signature, self.local):
            self.body.addWidget(part)
        self.end_body()
        self.body.addWidget(self.rule)

    def _connect(self) -> None:
        self.place.activated.connect(self.go_to)
        self.add.clicked.connect(self._add)
        self.earlier.clicked.connect(lambda: self._swap(-1))
        self.later.clicked.connect(lambda: self._swap(1))
        self.remove.clicked.connect(self._remove)
        self.role.field.chosen.connect(lambda _role: self._keep_and_show())
        self.signature.asked.connect(self._ask_picture)
        self.signature.changed.connect(lambda: self._set_picture(None))
        self.rule.clicked.connect(self._back_to_rule)

    def open_project(self, project: str) -> None:
        """Ask who signs for a project."""
        self._open(project, None, lambda: None)

    def open_course(self, course: str, done: Callable[[], object]) -> None:
        """Ask who signs for one course; `done` is called when that is saved."""
        self._open(None, course, done)

    def save(self) -> None:
        """Set who signs."""
        self._keep()
        lines, project, course = tuple(self.lines), self._project, self._course
        changes = self.submit(
            lambda: signatories.set_signatories(self.desk.work, lines, project=project, course=course)
        )
        if changes is not None:
            self._done()

    def go_to(self, place: int) -> None:
        """Show another one who signs."""
        self._keep()
        self.at = min(max(place, 0), max(0, len(self.lines) - 1))
        self._show()

    def take_picture(self, path: Path) -> None:
        """Take a scanned signature, or say why it cannot be one."""
        try:
            attachments.read_logo(path)
        except TrainerError as error:
            self.show_refusal(error)
            return
        self.clear_errors()
        self._set_picture(path)

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        self.set_words(self.tr("Who signs the certificates"), self.tr("Save"))
        self.about.setText(
            self.tr("For this course only; the project’s other courses keep theirs.")
            if self._course is not None
            else self.tr("For all courses of the project. A course can have others.")
        )
        self.place.setAccessibleName(self.tr("Who signs, in this order"))
        self.add.set_words(self.tr("One more"))
        self.earlier.set_words(self.tr("Sign earlier"))
        self.later.set_words(self.tr("Sign later"))
        self.remove.set_words(self.tr("Remove this one"))
        self.role.set_words(self.tr("Who it is"))
        self.role.field.set_words(self.tr("Somebody by name"), self.tr("Who leads the course"))
        self.name.set_words(self.tr("Name as it stands below the line"))
        self.title_row.set_words(self.tr("Position"))
        self.signature.set_caption(self.tr("Scanned signature"))
        self.local.setText(
            self.tr(
                "Dark ink on white paper, PNG or JPEG. It is encrypted here, and goes only to laptops "
                "that get these courses. Without it the paper is signed by hand."
            )
        )
        self.rule.setText(self.tr("Head of programme and lead trainer, as without a choice"))

    def _open(self, project: str | None, course: str | None, done: Callable[[], object]) -> None:
        found = self.desk.ask(signatories.proposed, project=project, course=course)
        if found is None:
            return
        self.lines, self.at = list(found), 0
        self._project, self._course, self._done = project, course, done
        self.clear_errors()
        self.retranslate()
        self._show()
        self.reveal(self.place)

    def _show(self) -> None:
        line = self.lines[self.at] if self.lines else None
        self.place.clear()
        self.place.addItems([self._called(number) for number in range(len(self.lines))])
        self.place.setCurrentIndex(self.at)
        if line is not None:
            self.role.field.set_value(line.role.value)
            self.name.set_texts(line.name)
            self.title_row.set_texts(line.title)
        self._show_fields(line)

    def _called(self, place: int) -> str:
        """Return one who signs as the choice at the top has it."""
        line, code = self.lines[place], self.desk.language.code
        who = line.name.best(code) or line.title.best(code) or self.tr("new")
        return f"{place + 1}. {who}"

    def _show_fields(self, line: SignatoryLine | None) -> None:
        by_name = line is not None and line.role is SignatoryRole.PERSON
        # One signature cannot stand for whoever leads one of many courses.
        may_sign = by_name or (line is not None and self._course is not None)
        for part in (self.role, self.title_row, self.remove):
            part.setVisible(line is not None)
        self.name.setVisible(by_name)
        self.signature.setVisible(may_sign)
        self.local.setVisible(may_sign)
        self.add.setEnabled(len(self.lines) < MOST_SIGNATORIES)
        self.earlier.setEnabled(self.at > 0)
        self.later.setEnabled(self.at + 1 < len(self.lines))
        self.signature.show_image(self._image(line))

    def _image(self, line: SignatoryLine | None) -> QImage:
        if line is None:
            return QImage()
        if line.picture is not None:
            return read_picture(attachments.read_logo(line.picture))
        content = self.desk.ask(signatories.signature_picture, line)
        return read_picture(content) if content else QImage()

    def _keep(self) -> None:
        """Put what is typed into the line that is shown."""
        if self.lines:
            role = SignatoryRole(self.role.field.value())
            by_name = role is SignatoryRole.PERSON
            line = self.lines[self.at]
            may_sign = by_name or self._course is not None
            self.lines[self.at] = replace(
                line,
                role=role,
                name=self.name.texts() if by_name else Texts(),
                title=self.title_row.texts(),
                signature=line.signature if may_sign else "",
                picture=line.picture if may_sign else None,
            )

    def _keep_and_show(self) -> None:
        self._keep()
        self._show()

    def _add(self) -> None:
        self._keep()
        self.lines.append(SignatoryLine(SignatoryRole.PERSON))
        self.at = len(self.lines) - 1
        self._show()
        self.name.lines["tg"].setFocus()

    def _remove(self) -> None:
        del self.lines[self.at]
        self.at = max(0, self.at - 1)
        self._show()

    def _swap(self, by: int) -> None:
        self._keep()
        other = self.at + by
        self.lines[self.at], self.lines[other] = self.lines[other], self.lines[self.at]
        self.at = other
        self._show()

    def _back_to_rule(self) -> None:
        self.lines, self.at = [], 0
        self.save()

    def _set_picture(self, path: Path | None) -> None:
        self._keep()
        line = self.lines[self.at]
        self.lines[self.at] = replace(line, picture=path, signature=line.signature if path else "")
        self._show()

    def _ask_picture(self) -> None:
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg)")
        start = self.desk.preferences.now.export_folder or str(Path.home())
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a scanned signature"), start, kinds)
        if chosen:
            self.take_picture(Path(chosen))
