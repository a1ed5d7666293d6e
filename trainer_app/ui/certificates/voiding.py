"""Asking why a certificate is declared void, and doing it."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from trainer_app.actions import handouts
from trainer_app.ui.courses.reason_form import ReasonForm
from trainer_app.ui.shell.desk import Desk

translate = QCoreApplication.translate


def ask_to_void(desk: Desk, form: ReasonForm, serials: Sequence[str]) -> None:
    """Open the form; the reason is kept with each certificate, and all are declared void in one step."""
    if len(serials) > 1:
        form.ask(
            translate("Voiding", "Declare certificates void"),
            translate(
                "Voiding",
                "%n certificate(s) become invalid for one reason; their numbers are never used again: "
                "{serials}",
                "",
                len(serials),
            ).format(serials=", ".join(serials)),
            translate("Voiding", "Declare %n void", "", len(serials)),
            lambda reason: handouts.void_many(desk.work, serials, reason),
        )
        return
    form.ask(
        translate("Voiding", "Declare the certificate void"),
        translate(
            "Voiding", "{serial} becomes invalid; its number is never used again. Take the paper back."
        ).format(serial=serials[0]),
        translate("Voiding", "Declare void"),
        lambda reason: handouts.void_many(desk.work, serials, reason),
    )
