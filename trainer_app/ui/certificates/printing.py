"""Issuing and printing as work that takes its time: progress, a stop without harm, then the paper."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from trainer_app.actions import certificates, credentials, lost_pictures, papers, printings
from trainer_app.actions.certificates import Batch, IssueResult
from trainer_app.actions.lost_pictures import LostPictures
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.certificates import Certificate, CertificateState
from trainer_app.domain.changes import Progress
from trainer_app.domain.pages import Leaf
from trainer_app.ui.shell.desk import Desk, Kept, Paper
from trainer_app.ui.widgets.sheet import confirm

_NOT_IN_NAMES = re.compile(r"[^\w.-]+")


@dataclass(frozen=True)
class IssueChoice:
    """How a batch is issued: its language, whether the sessions stand on the back, one file for each.

    `second` is the second language, "" for none, None for what is usual.
    """

    language: str
    back: bool = False
    each: bool = False
    second: str | None = None


class Press(QObject):
    """Prints certificates from their frozen text, and issues batches. What leaves the program is counted."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("press")
        self._desk, self._window = desk, parent

    def issue(self, batches: Sequence[Batch], choice: IssueChoice) -> None:
        """Issue all that are due, then show or save them. Stopped while it issues, nothing is changed."""

        def issued(result: IssueResult) -> None:
            self._desk.changes.announce(result.changes, self)
            if choice.each:
                self.save_each(result.certificates)
            else:
                self.print(result.certificates)

        self._desk.run(
            self.tr("Issuing certificates"),
            lambda work, progress: certificates.issue_batches(
                work,
                batches,
                choice.language,
                back=choice.back,
                second=choice.second,
                progress=progress,
            ),
            done=issued,
        )

    def print(self, found: Sequence[Certificate]) -> None:
        """Show certificates as one PDF, in the order of names."""
        batch = certificates.in_name_order(found)
        if batch:
            self._whole(batch, lambda whole: self._show(batch, whole))

    def _show(self, batch: Sequence[Certificate], whole: bool) -> None:
        self._desk.run(
            self.tr("Drawing certificates"),
            lambda work, progress: papers.print_certificates(work, _drawn(work, batch, whole), progress),
            done=lambda data: self._desk.show_paper(self._paper(batch, data)),
            writes=False,
        )

    def print_serials(self, serials: Sequence[str], course: str | None = None) -> None:
        """Show the valid ones among some certificates."""
        self.print(self._valid(serials, course))

    def save_serials(self, serials: Sequence[str], course: str | None = None) -> None:
        """Save the valid ones among some certificates, each as a file of its own."""
        self.save_each(self._valid(serials, course))

    def save_each(self, found: Sequence[Certificate]) -> None:
        """Ask for a folder and write a file for each certificate into it, named by its number."""
        batch = certificates.in_name_order(found)
        if batch:
            self._whole(batch, lambda whole: self._save(batch, whole))

    def _save(self, batch: Sequence[Certificate], whole: bool) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self._window, self.tr("Folder for the certificates"), str(Path.home())
        )
        if not chosen:
            return
        folder = Path(chosen)

        def save(work: Workplace, progress: Progress) -> list[Path]:
            return papers.save_certificates(work, _drawn(work, batch, whole), folder, progress)

        def saved(paths: list[Path]) -> None:
            self._desk.do(printings.note_saved, batch)
            self._desk.tell_good(self.tr("%n file(s) saved and checked", "", len(paths)), str(folder))

        self._desk.run(self.tr("Saving certificates"), save, done=saved, writes=False)

    def _whole(self, batch: Sequence[Certificate], then: Callable[[bool], None]) -> None:
        """Go on with all pictures; where some are not on this computer, ask whether to go on without them."""
        lost = self._desk.ask(lost_pictures.find_lost, batch)
        if lost is None:
            return
        if not lost:
            then(True)
            return
        confirm(
            self._window,
            self.tr("Print without pictures that are not here?"),
            self._lost_words(lost),
            self.tr("Print without them"),
            lambda: then(False),
            danger=False,
            name="lost_pictures",
        )

    def _lost_words(self, lost: LostPictures) -> str:
        """Say what is not here, what the paper will look like, and what else could be done."""
        words = []
        if lost.signers:
            text = self.tr(
                "Scanned signatures that are not on this computer: {names}. Their lines stay empty, to be "
                "signed by hand."
            )
            words.append(text.format(names=", ".join(lost.signers)))
        if lost.logos:
            words.append(self.tr("Logos that are not on this computer are left out."))
        words.append(
            self.tr(
                "With all pictures they are printed on the computer where they were issued, or here once the "
                "office’s file was taken in."
            )
        )
        return " ".join(words)

    def _valid(self, serials: Sequence[str], course: str | None) -> list[Certificate]:
        wanted = set(serials)
        found = self._desk.ask(certificates.register, course) or []
        return [each for each in found if each.serial in wanted and each.state is CertificateState.ISSUED]

    def _paper(self, batch: Sequence[Certificate], data: bytes) -> Paper:
        facts = batch[0].facts
        title, file = f"{facts.serial} · {facts.name}", f"{facts.serial}.pdf"
        if len(batch) > 1:
            words = QCoreApplication.translate("Press", "Certificates")
            codes = list(dict.fromkeys(each.facts.course_code for each in batch))
            title = f"{words}: {', '.join(codes)}"
            file = f"certificates-{'-'.join(_NOT_IN_NAMES.sub('-', code) for code in codes[:4])}.pdf"
        return Paper(data, title, file, lambda how: self._count(batch, how), leaves_of(batch))

    def _count(self, batch: Sequence[Certificate], how: Kept) -> None:
        """Count what left the program; of a paper of which some pages were printed, those certificates."""
        if how.saved:
            self._desk.do(printings.note_saved, batch)
            return
        leaves = zip(batch, leaves_of(batch), strict=True)
        out = [each for each, leaf in leaves if how.pages is None or set(leaf.pages) & set(how.pages)]
        if out:
            self._desk.do(printings.note_printed, out, min(how.copies, printings.MOST_COPIES))


def _drawn(work: Workplace, batch: Sequence[Certificate], whole: bool) -> list[Certificate]:
    """Return certificates as they are drawn: with their badges, and with or without pictures not here."""
    found = credentials.with_badges(work, batch)
    return found if whole else lost_pictures.leave_out(work, found)


def leaves_of(batch: Sequence[Certificate]) -> tuple[Leaf, ...]:
    """Return the pages of each certificate of a batch: its front, and its back if it has one."""
    leaves, page = [], 0
    for each in batch:
        sides = 2 if each.facts.sessions else 1
        leaves.append(Leaf(each.facts.name, tuple(range(page, page + sides))))
        page += sides
    return tuple(leaves)
