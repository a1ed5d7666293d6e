"""Printing, saving and issuing certificates in the background.

Work that takes its time shows progress, can be stopped without harm, and ends with the paper.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.certificates import certificates, printing, templates
from trainer_app.actions.certificates.certificates import IssueResult
from trainer_app.actions.certificates.eligibility import Batch
from trainer_app.actions.certificates.printing import as_drawn
from trainer_app.actions.certificates.templates import LostPictures
from trainer_app.domain.base.changes import Progress
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.certificates.certificates import MOST_COPIES, Certificate, CertificateState
from trainer_app.domain.certificates.serials import certificates_name
from trainer_app.ui.certificates.wording import left_out_words, pages_of_each
from trainer_app.ui.kit.context import AppContext, PrintablePdf, PrintOutcome
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.overlays import Mood, confirm


class IssueOptions(Struct, frozen=True):
    """How a batch is issued: its language, whether the sessions stand on the back, one file for each.

    `second` is the second language, "" for none, None for what is usual; `shown` the stamp of the drafts.
    """

    language: str
    back: bool = False
    each: bool = False
    second: str | None = None
    shown: str = ""


type Refused = Callable[[TrainerError], None]


class CertificatePrinter(QObject):
    """Prints certificates from their frozen text, and issues batches. What leaves the program is counted."""

    def __init__(self, context: AppContext, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("press")
        self._context, self._window, self._left_out = context, parent, 0

    def issue(self, batches: Sequence[Batch], choice: IssueOptions, refused: Refused | None = None) -> None:
        """Issue all that are due, then show or save them. Stopped while it issues, nothing is changed."""

        def issued(result: IssueResult) -> None:
            self._context.changes.announce(result.changes, self)
            if choice.each:
                self.save_each(result.certificates)
            else:
                self.print(result.certificates)

        self._context.run(
            self.tr("Issuing certificates"),
            lambda work, progress: certificates.issue_batches(
                work,
                batches,
                choice.language,
                back=choice.back,
                second=choice.second,
                shown=choice.shown,
                progress=progress,
            ),
            done=issued,
            failed=refused,
        )

    def print(self, found: Sequence[Certificate]) -> None:
        """Show certificates as one PDF, in the order of names; erased ones are left out, and told."""
        if batch := self._with_names(found):
            self._whole(batch, lambda whole: self._show(batch, whole))

    def _with_names(self, found: Sequence[Certificate]) -> list[Certificate]:
        """Return those whose name was not erased, in the order of names; how many are left out is told."""
        kept = [each for each in found if not each.erased]
        self._left_out = len(found) - len(kept)
        if not kept:
            self._tell_left_out()
        return certificates.in_name_order(kept)

    def _tell_left_out(self) -> None:
        """Say what is not in the paper that is shown: what was said before it was drawn is gone by then."""
        if self._left_out:
            self._context.tell(Mood.DUE, *left_out_words(self._left_out))

    def _show(self, batch: Sequence[Certificate], whole: bool) -> None:
        self._context.run(
            self.tr("Drawing certificates"),
            lambda work, progress: printing.print_certificates(work, as_drawn(work, batch, whole), progress),
            done=lambda data: self._shown(batch, data),
            writes=False,
        )

    def _shown(self, batch: Sequence[Certificate], data: bytes) -> None:
        self._context.show_paper(self._paper(batch, data))
        self._tell_left_out()

    def print_serials(self, serials: Sequence[str], course: str | None = None) -> None:
        """Show the valid ones among some certificates."""
        self.print(self._valid(serials, course))

    def save_serials(self, serials: Sequence[str], course: str | None = None) -> None:
        """Save the valid ones among some certificates, each as a file of its own."""
        self.save_each(self._valid(serials, course))

    def save_each(self, found: Sequence[Certificate]) -> None:
        """Ask for a folder and write a file for each certificate into it, named by its number."""
        if batch := self._with_names(found):
            self._whole(batch, lambda whole: self._save(batch, whole))

    def _save(self, batch: Sequence[Certificate], whole: bool) -> None:
        chosen = FileDialog.getExistingDirectory(
            self._window, self.tr("Folder for the certificates"), purpose=Purpose.PAPERS
        )
        if not chosen:
            return
        folder = Path(chosen)

        def save(work: Workplace, progress: Progress) -> list[Path]:
            return printing.save_certificates(work, as_drawn(work, batch, whole), folder, progress)

        def saved(paths: list[Path]) -> None:
            self._context.do(printing.note_saved, batch)
            words = self.tr("%n file(s) saved and checked", "", len(paths))
            if self._left_out:
                words = f"{words}. {left_out_words(self._left_out)[0]}"
            self._context.tell_saved(folder, title=words)

        self._context.run(self.tr("Saving certificates"), save, done=saved, writes=False)

    def _whole(self, batch: Sequence[Certificate], then: Callable[[bool], None]) -> None:
        """Go on with all pictures; where some are not on this computer, ask whether to go on without them."""
        lost = self._context.ask(templates.find_lost_pictures, batch)
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
                "With all pictures they are printed on the computer where they were issued, or here once "
                "the office’s file was imported."
            )
        )
        return " ".join(words)

    def _valid(self, serials: Sequence[str], course: str | None) -> list[Certificate]:
        wanted = set(serials)
        found = self._context.ask(certificates.register, course) or []
        return [each for each in found if each.serial in wanted and each.state is CertificateState.ISSUED]

    def _paper(self, batch: Sequence[Certificate], data: bytes) -> PrintablePdf:
        return PrintablePdf(
            data,
            *certificates_name(batch, self._context.language.code),
            lambda how: self._count(batch, how),
            pages_of_each(batch),
            stands=lambda work: printing.check_registered(work, batch),
        )

    def _count(self, batch: Sequence[Certificate], how: PrintOutcome) -> None:
        """Count what left the program; of a paper of which some pages were printed, those certificates."""
        if how.saved:
            self._context.do(printing.note_saved, batch)
            return
        leaves = zip(batch, pages_of_each(batch), strict=True)
        out = [each for each, leaf in leaves if how.pages is None or set(leaf.pages) & set(how.pages)]
        if out:
            self._context.do(printing.note_printed, out, min(how.copies, MOST_COPIES))
