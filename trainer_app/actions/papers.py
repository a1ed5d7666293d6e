"""What is printed: certificates, reports, and every paper of a course. Each returns a PDF's bytes."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from trainer_app.actions import templates
from trainer_app.actions.agendas import agenda as agenda
from trainer_app.actions.badges import badges as badges
from trainer_app.actions.blanks import answer_sheets as answer_sheets
from trainer_app.actions.blanks import registration_form as registration_form
from trainer_app.actions.certificate_papers import proof as proof
from trainer_app.actions.certificate_papers import receipts as receipts
from trainer_app.actions.course_reports import course_report as course_report
from trainer_app.actions.paper_heads import emblem_problems as emblem_problems
from trainer_app.actions.sign_in import sign_in as sign_in
from trainer_app.actions.sign_in import sign_in_days as sign_in_days
from trainer_app.actions.table_cards import table_cards as table_cards
from trainer_app.actions.workplace import Workplace
from trainer_app.documents import fonts
from trainer_app.documents.certificate import PrintItem, certificates_pdf, warnings
from trainer_app.documents.report import report_pdf
from trainer_app.documents.tables import report_csv, report_xlsx
from trainer_app.documents.trial_page import trial_page_pdf
from trainer_app.domain.certificates import Certificate
from trainer_app.domain.changes import Label, Progress, no_progress
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.reports import Report
from trainer_app.system.files import Prepared, make_folder
from trainer_app.system.messages import label_text
from trainer_app.system.resources import resource


def print_certificates(
    work: Workplace, certificates: Sequence[Certificate], progress: Progress = no_progress
) -> bytes:
    """Return one PDF of certificates in the order given, from their frozen text and designs.

    Raises template.not_here, documents.picture_missing where that is not on this computer,
    certificate.erased where no name is left to print.
    """
    for found in certificates:
        if found.erased:
            raise TrainerError("certificate.erased", serial=found.serial)
    fonts.use(resource("fonts"))
    items = [PrintItem(found.facts, found.credential, found.badge) for found in certificates]
    designs, pictures = templates.load_for(work, certificates), templates.pictures_for(work, certificates)
    return certificates_pdf(items, designs, progress, pictures)


def save_certificates(
    work: Workplace, certificates: Sequence[Certificate], folder: Path, progress: Progress = no_progress
) -> list[Path]:
    """Write each certificate as a PDF of its own, named by its number, and return where they lie.

    All of them or none. Raises codes of the topic "files", and as `print_certificates`.
    """
    make_folder(folder)
    with Prepared() as files:
        for place, found in enumerate(certificates):
            files.add(folder / f"{found.serial}.pdf", print_certificates(work, [found]))
            progress("documents.certificates", (place + 1) / len(certificates))
        return files.place()


def print_warnings(work: Workplace, certificates: Sequence[Certificate]) -> list[Label]:
    """Return what will not look as designed: names that break or get small. Raises template.not_here."""
    fonts.use(resource("fonts"))
    designs = templates.load_for(work, certificates)
    return [label for found in certificates for label in warnings(found.facts, designs)]


def trial_page(language: str = "tg") -> bytes:
    """Return the page that shows what a printer does to sizes, edges, letters and codes."""
    fonts.use(resource("fonts"))
    return trial_page_pdf(language, resource("certificates", "completion"))


def print_report(report: Report, language: str = "en") -> bytes:
    """Return a report as PDF."""
    fonts.use(resource("fonts"))
    return report_pdf(report, language, partial(label_text, language=language))


def write_report_csv(report: Report, language: str = "en") -> bytes:
    """Return a report's figures as CSV."""
    return report_csv(report, language, partial(label_text, language=language))


def write_report_xlsx(report: Report, language: str = "en") -> bytes:
    """Return a report as an xlsx workbook."""
    return report_xlsx(report, language, partial(label_text, language=language))
