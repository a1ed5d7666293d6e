"""A report as a file: the form chosen, written so that "saved" is true."""

import json
from enum import StrEnum
from pathlib import Path

from trainer_app.actions import papers
from trainer_app.domain.changes import Label
from trainer_app.domain.figures import report_document
from trainer_app.domain.reports import Report
from trainer_app.system import messages
from trainer_app.system.files import write_checked


class Form(StrEnum):
    """What a report can be saved as."""

    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"


def report_bytes(report: Report, form: Form, language: str) -> bytes:
    """Return a report in a form and a language."""
    if form is Form.PDF:
        return papers.print_report(report, language)
    if form is Form.XLSX:
        return papers.write_report_xlsx(report, language)
    if form is Form.CSV:
        return papers.write_report_csv(report, language)

    def say(label: Label) -> str:
        return messages.label_text(label, language)

    return json.dumps(report_document(report, say), ensure_ascii=False, indent=2).encode() + b"\n"


def save_report(report: Report, form: Form, language: str, path: Path) -> Path:
    """Write a report into a new file, read it back, and return where it lies. Raises files.*."""
    return write_checked(path, report_bytes(report, form, language))


def file_name(report: Report, form: Form) -> str:
    """Return the name proposed for a file: it names the course, if it is one, and nobody."""
    what = report.courses[0] if len(report.courses) == 1 else "courses"
    day = report.made_on.isoformat() if report.made_on else "report"
    return f"report-{what}-{day}.{form.value}"
