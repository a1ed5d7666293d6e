"""Asking why a certificate is declared void, and doing it."""

from PySide6.QtCore import QCoreApplication

from trainer_app.actions import certificates
from trainer_app.ui.courses.reason_form import ReasonForm
from trainer_app.ui.shell.desk import Desk

translate = QCoreApplication.translate


def ask_to_void(desk: Desk, form: ReasonForm, serial: str) -> None:
    """Open the form; the reason is kept with the certificate."""
    form.ask(
        translate("Voiding", "Declare the certificate void"),
        translate(
            "Voiding", "{serial} becomes invalid; its number is never used again. Take the paper back."
        ).format(serial=serial),
        translate("Voiding", "Declare void"),
        lambda reason: certificates.void(desk.work, serial, reason),
    )
