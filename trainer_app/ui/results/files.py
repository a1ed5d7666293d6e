"""Results as files: which form and language, where to, without names if wanted."""

from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from trainer_app.actions import result_papers
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.paper_languages import PAPER_LANGUAGES
from trainer_app.domain.results import Results
from trainer_app.ui.widgets.buttons import Button
from trainer_app.ui.widgets.naming import Retranslated

_NAMES = {"tg": "Тоҷикӣ", "ru": "Русский", "en": "English"}


class Form(StrEnum):
    """What results can be saved as."""

    XLSX = "xlsx"
    CSV = "csv"
    PDF = "pdf"


def results_bytes(
    work: Workplace, results: Results, form: Form, language: str, course: str | None, *, names: bool
) -> bytes:
    """Return results in a form and a language; `course` heads the paper of one course."""
    if form is Form.PDF:
        return result_papers.print_results(work, results, language, course=course, names=names)
    write = result_papers.write_results_xlsx if form is Form.XLSX else result_papers.write_results_csv
    return write(results, language)


def file_name(results: Results, form: Form, language: str = "") -> str:
    """Return the name proposed for a file: it names the course, if it is one, and nobody."""
    what = results.courses[0] if len(results.courses) == 1 else "courses"
    tail = f"-{language}" if language else ""
    return f"results-{what}{tail}.{form.value}"


class SaveButton(Retranslated, Button):
    """A button with a menu of forms. `wanted(form, language)` asks for one; `names` is about people."""

    wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("results_save", icon="save")
        self.list = QMenu(self)
        self.list.setObjectName("results_save_menu")
        self.acts = {
            (form, language): self._act(form, language)
            for form in Form
            for language in (PAPER_LANGUAGES if form is Form.PDF else ("",))
        }
        self.list.addSeparator()
        self.nameless = QAction(self.list)
        self.nameless.setObjectName("results_save_nameless")
        self.nameless.setCheckable(True)
        self.list.addAction(self.nameless)
        self.clicked.connect(lambda: self.list.popup(self.mapToGlobal(self.rect().bottomLeft())))
        self.retranslate()

    @property
    def names(self) -> bool:
        """Tell whether participants are named on paper."""
        return not self.nameless.isChecked()

    def retranslate(self) -> None:
        """Set every word."""
        self.setText(self.tr("Save as…"))
        words = {Form.XLSX: self.tr("Workbook (xlsx)"), Form.CSV: self.tr("Table (CSV)")}
        for (form, language), act in self.acts.items():
            act.setText(words.get(form) or f"PDF · {_language_name(language)}")
        self.nameless.setText(self.tr("PDF without names"))

    def _act(self, form: Form, language: str) -> QAction:
        act = QAction(self.list)
        act.setObjectName(f"results_save_{form.value}{'_' if language else ''}{language.replace('+', '_')}")
        act.triggered.connect(lambda: self.wanted.emit(form.value, language))
        self.list.addAction(act)
        return act


def _language_name(code: str) -> str:
    """Return what a language of papers is called: each by its own name."""
    return " + ".join(_NAMES[part] for part in code.split("+"))
