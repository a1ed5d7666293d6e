"""What stands beside the questions of a form: its introduction, languages, versions and courses."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from trainer_app.actions.form_lines import FormLine
from trainer_app.domain.forms import Form, FormKind, FullForm
from trainer_app.domain.texts import LANGUAGES
from trainer_app.ui.bank.wording import BankWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.language import formats
from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.choices import Tick
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import ActionRow


class DetailsCard(Retranslated, Card):
    """The introduction, and whether the options are shuffled on each paper."""

    details_asked = Signal()
    shuffle_asked = Signal(bool)

    def __init__(self, desk: Desk) -> None:
        super().__init__("form_about")
        self._desk = desk
        self._full: FullForm | None = None
        self.edit = Button("form_details_open", Kind.GHOST, "pen")
        self.edit.clicked.connect(self.details_asked)
        self.add_to_head(self.edit)
        self.head.setContentsMargins(CARD_PADDING, 0, CARD_PADDING - 10, 0)
        self.intro = label("small", "form_intro_shown", wrap=True)
        self.shuffled = Tick("form_shuffled")
        self.about = label("caption", "form_shuffled_about", wrap=True)
        self.shuffled.clicked.connect(self.shuffle_asked)
        body = self.add_body()
        for part in (self.intro, self.shuffled, self.about):
            body.addWidget(part)
        self.retranslate()

    def show_form(self, full: FullForm) -> None:
        """Show a form's introduction and order."""
        self._full = full
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("This form"))
        self.edit.setText(self.tr("Title…"))
        self.edit.setAccessibleName(self.tr("Change title and introduction"))
        self.shuffled.setText(self.tr("Shuffle the options on each paper"))
        self.about.setText(self.tr("Neighbours then have other letters; the key follows the paper's number."))
        full = self._full
        if full is None:
            return
        intro = full.form.intro.best(self._desk.language.code)
        self.intro.setText(intro or self.tr("There is no introduction yet."))
        self.shuffled.setChecked(full.form.shuffled)
        self.shuffled.setEnabled(not full.locked)
        for part in (self.shuffled, self.about):
            part.setVisible(full.form.kind is FormKind.TEST)


class LanguagesCard(Retranslated, Card):
    """Each language: whole, or how many texts are missing and the way to the first of them."""

    asked = Signal(str)
    """The key of the question whose text is missing, "" for the title."""

    def __init__(self) -> None:
        super().__init__("form_languages")
        self._full: FullForm | None = None
        self._first: dict[str, str] = {}
        self.rows = {code: ActionRow(f"form_language_{code}", "okcircle") for code in LANGUAGES}
        for code, row in self.rows.items():
            row.button.clicked.connect(lambda _on=False, code=code: self.asked.emit(self._first[code]))
            self.add_row(row)
        self.retranslate()

    def show_form(self, full: FullForm) -> None:
        """Show a form's languages."""
        self._full = full
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("Languages"))
        if self._full is None:
            return
        for code, row in self.rows.items():
            missing = self._full.missing((code,))
            self._first[code] = missing[0].question if missing else ""
            row.mark.set_icon("alert" if missing else "okcircle", "late" if missing else "present")
            words = self.tr("%n text(s) missing", "", len(missing)) if missing else self.tr("complete")
            row.set_row(formats(code).name, words, self.tr("Fill in") if missing else "")


class UseCard(Retranslated, Card):
    """The other versions, the courses that chose this one, and what can be done with the form as a whole."""

    opened = Signal(str)
    """The key of another version."""
    course_asked = Signal(str)
    asked = Signal(str)
    """One of: copy, put_away, delete."""

    def __init__(self, desk: Desk, wording: BankWording) -> None:
        super().__init__("form_use")
        self._desk, self._wording = desk, wording
        self._line: FormLine | None = None
        self._versions: list[Form] = []
        self.nowhere = label("second", "form_nowhere", wrap=True)
        self.copy = Button("form_copy", Kind.GHOST)
        self.put_away = Button("form_put_away", Kind.GHOST)
        self.delete = Button("form_delete", Kind.GHOST)
        for name, button in (("copy", self.copy), ("put_away", self.put_away), ("delete", self.delete)):
            button.clicked.connect(lambda _on=False, name=name: self.asked.emit(name))
        self.retranslate()

    def show_line(self, line: FormLine, versions: list[Form]) -> None:
        """Show a form's versions and courses."""
        self._line, self._versions = line, versions
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("Versions and use"))
        if self._line is None:
            return
        self._clear()
        own = self._line.full.form
        for place, version in enumerate(self._versions):
            if version.key != own.key:
                self.add_row(self._version_row(place, version))
        for place, course in enumerate(self._line.courses):
            row = ActionRow(f"form_course_{place}", "courses")
            row.set_row(course.code, self.tr("uses this version"), self.tr("Open"))
            row.button.clicked.connect(lambda _on=False, key=course.key: self.course_asked.emit(key))
            self.add_row(row)
        self.nowhere.setText(self.tr("No course has chosen this version yet."))
        self._add_foot(own)

    def _version_row(self, place: int, version: Form) -> ActionRow:
        row = ActionRow(f"form_version_{place}", "history")
        newest = self._versions[0].key == version.key
        words = self.tr("the newest") if newest else self.tr("in use") if version.frozen else self.tr("older")
        row.set_row(self.tr("Version {number}").format(number=version.version), words, self.tr("Open"))
        row.button.clicked.connect(lambda: self.opened.emit(version.key))
        return row

    def _add_foot(self, own: Form) -> None:
        line = self._line
        used = line is not None and bool(line.courses)
        if not used:
            self.add_body().addWidget(self.nowhere)
            self.nowhere.show()
        self.copy.setText(self.tr("Copy"))
        self.put_away.setText(self.tr("Bring back") if own.archived else self.tr("Put away"))
        self.delete.setText(self.tr("Delete"))
        holder = QWidget()
        holder.setObjectName("form_use_acts")
        acts = QGridLayout(holder)
        acts.setContentsMargins(CARD_PADDING - 10, 6, CARD_PADDING - 10, 6)
        acts.setSpacing(0)
        acts.setColumnStretch(1, 1)
        for place, button in enumerate((self.copy, self.put_away, self.delete)):
            acts.addWidget(button, place // 2, place % 2, Qt.AlignmentFlag.AlignLeft)
            button.show()
        self.add_row(holder)
        self.delete.setVisible(not own.frozen and not used)

    def _clear(self) -> None:
        """Take the rows away, but not the buttons that stand in them."""
        for part in (self.nowhere, self.copy, self.put_away, self.delete):
            part.hide()
            part.setParent(self)
        self.clear_rows()
