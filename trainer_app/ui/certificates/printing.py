"""Issuing and printing as work that takes its time: progress, a stop without harm, then the paper."""

import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from trainer_app.actions import certificates, credentials, papers
from trainer_app.actions.certificates import IssueResult
from trainer_app.domain.certificates import Certificate, CertificateState
from trainer_app.ui.shell.desk import Desk, Paper

_NOT_IN_NAMES = re.compile(r"[^\w.-]+")


class Press(QObject):
    """Prints certificates from their frozen text, and issues batches."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("press")
        self._desk = desk

    def issue(self, course: str, language: str) -> None:
        """Issue all that are due, then show them. Stopped while it issues, nothing is changed."""
        self._desk.run(
            self.tr("Issuing certificates"),
            lambda work, progress: certificates.issue(work, course, language, progress=progress),
            done=self._issued,
        )

    def print(self, found: Sequence[Certificate]) -> None:
        """Show certificates as one PDF, in the order of names."""
        batch = certificates.in_name_order(list(found))
        if not batch:
            return
        self._desk.run(
            self.tr("Drawing certificates"),
            lambda work, progress: papers.print_certificates(
                work, credentials.with_badges(work, batch), progress
            ),
            done=lambda data: self._desk.show_paper(_paper(batch, data)),
            writes=False,
        )

    def print_serials(self, serials: Sequence[str], course: str | None = None) -> None:
        """Show the valid ones among some certificates."""
        wanted = set(serials)
        found = self._desk.ask(certificates.register, course) or []
        self.print(
            [each for each in found if each.serial in wanted and each.state is CertificateState.ISSUED]
        )

    def _issued(self, result: IssueResult) -> None:
        self._desk.changes.announce(result.changes, self)
        self.print(result.certificates)


def _paper(batch: Sequence[Certificate], data: bytes) -> Paper:
    facts = batch[0].facts
    if len(batch) == 1:
        title = f"{facts.serial} · {facts.name}"
        return Paper(data, title, f"{facts.serial}.pdf")
    words = QCoreApplication.translate("Press", "Certificates")
    code = _NOT_IN_NAMES.sub("-", facts.course_code)
    return Paper(data, f"{words}: {facts.course_code}", f"certificates-{code}.pdf")
