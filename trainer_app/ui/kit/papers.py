"""Papers of a course: ordering one, making it in the background, and its preview to print or to save."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.papers.papers import USUAL, Chosen, Paper, make_paper
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import PaperName
from trainer_app.domain.papers.course_papers import PAPER_LANGUAGES, Leaf, Sides
from trainer_app.system.messages import label_text
from trainer_app.ui.kit.context import AppContext, PrintablePdf, PrintOutcome
from trainer_app.ui.kit.print_panel import PrintPanel
from trainer_app.ui.kit.screens import KeyHint, shown_keys
from trainer_app.ui.style.tokens import PAGE_MARGIN
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated
from trainer_app.ui.widgets.overlays import Mood
from trainer_app.ui.widgets.pdf_view import GO, PRINT, SAVE, PdfPreview
from trainer_app.ui.widgets.presses import LeftByEscape
from trainer_app.ui.widgets.printing import PrintOrder, print_bytes


class PaperOrder(Struct, frozen=True):
    """A paper that is asked for: its words, what names its file, and how it is made in a language.

    `kept` is called when it was printed or saved; `warn` says what to know before that. `leaves` says which
    pages belong to one person; `copies` is how many are wanted of it.
    """

    words: str
    file: str
    make: Callable[[Workplace, str], bytes]
    kept: Callable[[], object] | None = None
    warn: Callable[[Workplace, str], Sequence[Label]] | None = None
    leaves: Callable[[Workplace, str], tuple[Leaf, ...]] | None = None
    copies: int = 1

    def called(self, code: str, language: str) -> PaperName:
        """Return what it is called, of the course with a code."""
        return PaperName(f"{self.words} · {code}", f"{code}-{self.file}-{language}.pdf")


def paper_language(context: AppContext, course: str = "") -> str:
    """Return the language that papers were asked for last; at first that of the course, or of the window."""
    chosen = context.preferences.now.paper_language
    if chosen in PAPER_LANGUAGES:
        return chosen
    view = context.ask(courses.get_course, course) if course else None
    spoken = view.course.languages if view is not None else ()
    return next((each for each in spoken if each in PAPER_LANGUAGES), context.language.code)


def order_of(
    context: AppContext, paper: Paper[Any], key: str, chosen: Chosen = USUAL, words: str = ""
) -> PaperOrder:
    """Return the order of a paper of a course or a sitting (key), by its title if it has no other words."""
    leaves = paper.leaves
    return PaperOrder(
        words or context.words(paper.title),
        paper.file_name(chosen),
        lambda work, language: make_paper(work, paper, key, language, chosen),
        leaves=(lambda work, language: leaves(work, key, language, chosen)) if leaves else None,
    )


def show_order(context: AppContext, order: PaperOrder, code: str) -> None:
    """Make a paper of the course with a code in the background, then show it."""
    language = paper_language(context, context.ask(courses.find_course, code) or "")

    def make(work: Workplace) -> tuple[bytes, Sequence[Label], tuple[Leaf, ...]]:
        warnings = order.warn(work, language) if order.warn else ()
        leaves = order.leaves(work, language) if order.leaves else ()
        return order.make(work, language), warnings, leaves

    kept = order.kept
    told = None if kept is None else lambda _how: kept()

    def show(made: tuple[bytes, Sequence[Label], tuple[Leaf, ...]]) -> None:
        data, warnings, leaves = made
        context.show_paper(
            PrintablePdf(data, *order.called(code, language), told, leaves, copies=order.copies)
        )
        if warnings:
            title = QCoreApplication.translate("CoursePapers", "Look at this before you print")
            said = (label_text(each, context.language.code) for each in warnings)
            context.tell(Mood.DUE, title, " ".join(said))

    context.run(order.words, lambda work, _progress: make(work), done=show, writes=False)


def sign_in_paper(context: AppContext, course: str, day: date | None, language: str) -> PrintablePdf | None:
    """Make the sign-in sheet of a day (None: today or the first day); tell the error and return None."""
    # Here: the attendance grid knows this module, and must not wait for what makes papers.
    from trainer_app.actions.papers.sign_in import ON_DAY, SIGN_IN

    chosen = Chosen({ON_DAY: day}) if day else USUAL
    words = f"{context.words(SIGN_IN.title)} · {context.formats.weekday_short(day)}" if day else ""
    order = order_of(context, SIGN_IN, course, chosen, words)
    view = context.ask(courses.get_course, course)
    data = context.ask(order.make, language)
    if view is None or data is None:
        return None
    return PrintablePdf(data, *order.called(view.course.code, language))


class PaperPage(LeftByEscape, Retranslated, QWidget):
    """Holds the preview. `closed` is emitted by "Back" and by Esc, `kept` with the file's name on paper."""

    closed = Signal()
    kept = Signal(str)

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("paper_page")
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._context = context
        self._paper: PrintablePdf | None = None
        self._below: PrintablePdf | None = None
        self.back = Button("paper_back", ButtonKind.GHOST, "left")
        self.back.clicked.connect(self.leave)
        self.preview = PdfPreview("paper")
        self.preview.check = self._check
        self.preview.saved.connect(self._saved)
        self.preview.print_requested.connect(self.ask_how)
        self.preview.failed.connect(self._failed)
        context.theme.changed.connect(self.preview.tint)
        context.changes.announced.connect(lambda _changes, _source: self._look())
        head = FlowRow()
        head.setContentsMargins(-10, 0, 0, 0)  # the words of a ghost button stand on the page's edge
        head.addWidget(self.back)
        head.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, 12, PAGE_MARGIN, PAGE_MARGIN)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.preview, 1)
        self._panel: PrintPanel | None = None
        self.retranslate()

    def show_paper(self, paper: PrintablePdf) -> None:
        """Show a PDF. Raises print.not_a_pdf."""
        self.preview.show_pdf(paper.data, paper.title, paper.file)
        self._paper, self._below = paper, None
        self._close_panel()
        self.preview.print_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def panel(self) -> PrintPanel:
        """The panel that asks how to print, made when it is first wanted."""
        if self._panel is None:
            self._panel = PrintPanel(self._context, self)
            self._panel.requested.connect(self.print)
            self._panel.test_requested.connect(self._show_test)
            self._panel.save_requested.connect(self._save_instead)
        return self._panel

    def _close_panel(self) -> None:
        if self._panel is not None:
            self._panel.dismiss()

    def leave(self) -> None:
        """Go back: to the paper that was seen before a test page, else to the screen."""
        if self._below is not None:
            self.show_paper(self._below)
        else:
            self._close_panel()
            self.closed.emit()

    def _check(self) -> None:
        """Raise where the paper in sight, or the one below a test page, must not leave the program."""
        for paper in (self._paper, self._below):
            if paper is not None and paper.stands is not None:
                paper.stands(self._context.work)

    def _stands(self) -> bool:
        """Tell whether the paper may leave the program; else say why, and leave it."""
        try:
            self._check()
        except TrainerError as error:
            self._below = None
            self.leave()
            self._context.tell_error(error)
            return False
        return True

    def _look(self) -> None:
        """Leave a paper whose certificates were just taken back: it could still be saved and printed."""
        if not self.isHidden():
            self._stands()

    def retranslate(self) -> None:
        """Set the word of the way back."""
        self.back.setText(self.tr("Back"))

    def keys(self) -> list[KeyHint]:
        """Return the keys of a paper."""
        return [
            KeyHint(shown_keys(PRINT), self.tr("Print")),
            KeyHint("PgUp PgDown", self.tr("Turn the page")),
            KeyHint(shown_keys(GO), self.tr("Type the number of a page")),
            KeyHint("Ctrl++ Ctrl+- Ctrl+0", self.tr("Larger, smaller, whole width")),
            KeyHint("0  1  2", self.tr("Whole page, size on paper, whole width")),
            KeyHint(shown_keys(SAVE), self.tr("Save as PDF")),
            KeyHint("Esc", self.tr("Back")),
        ]

    def _saved(self, path: str) -> None:
        if self._paper is not None:
            _keep(self._paper, PrintOutcome(saved=True))
            self.kept.emit(self._paper.file)
        self._context.tell_saved(Path(path))

    def ask_how(self) -> None:
        """Ask how the paper is printed."""
        if self._paper is not None and self.preview.shown is not None and self._stands():
            self.panel.open(self._paper, self.preview.shown.document, self.preview.page())

    def print(self, order: PrintOrder, open_printer: Callable[[], QPrinter]) -> None:
        """Print beside everything else: hundreds of pages take minutes on an old laptop."""
        paper = self._paper
        if paper is None or not self._stands():
            return
        how = _printed(order, self.preview.page_count())

        def printed(pages: int) -> None:
            if order.sides is not Sides.BACKS:  # Those sheets were counted with their fronts.
                _keep(paper, how)
            self.kept.emit(paper.file)
            self._context.tell_good(self.tr("%n page(s) sent to the printer", "", pages))

        self._context.run(
            self.tr("Printing"),
            lambda _work, progress: print_bytes(paper.data, open_printer, order, progress),
            done=printed,
            writes=False,
        )

    def _save_instead(self) -> None:
        """Ask where the paper is saved, in place of printing it."""
        self._close_panel()
        self.preview.ask_where()

    def _show_test(self) -> None:
        """Show the test page over the paper; "Back" leads to the paper again."""
        below = self._paper
        self._close_panel()
        show_test_page(self._context)
        self._below = below if self._paper is not below else None

    def _failed(self, error: TrainerError) -> None:
        self._context.tell_error(error)


def show_test_page(context: AppContext) -> None:
    """Make the page that measures a printer, and show it."""
    from trainer_app.actions.certificates.printing import trial_name, trial_page

    language = context.language.code
    data = context.ask(lambda _work: trial_page(language))
    if data is not None:
        context.show_paper(PrintablePdf(data, *trial_name(language), own_size=True))


def _keep(paper: PrintablePdf, how: PrintOutcome) -> None:
    """Tell whoever asked for a paper that it is on paper, or in a file, now."""
    if paper.kept is not None:
        paper.kept(how)


def _printed(order: PrintOrder, count: int) -> PrintOutcome:
    """Return what a printer was asked for: how many copies, of which pages."""
    pages = tuple(page for page in order.pages if page is not None)
    return PrintOutcome(copies=order.copies, pages=None if pages == tuple(range(count)) else pages)
