"""The print panel: printer, pages, copies, sides and scale, with its wording."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import override

from PySide6.QtCore import QMarginsF, QObject, QSizeF, Qt, Signal
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QSpinBox, QVBoxLayout, QWidget

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import progress_text
from trainer_app.domain.papers.course_papers import Leaf, Sides, in_order, pages_text, parse_pages
from trainer_app.system.preferences import Preferences
from trainer_app.ui.kit.context import AppContext, PrintablePdf
from trainer_app.ui.kit.devices import Asking
from trainer_app.ui.kit.language import LanguageSwitch
from trainer_app.ui.kit.list_page import TickList
from trainer_app.ui.widgets.controls import Button, ButtonKind, Switch, Tick
from trainer_app.ui.widgets.fields import FormRow, text_field
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.overlays import SidePanel
from trainer_app.ui.widgets.pickers import ComboBox
from trainer_app.ui.widgets.printing import (
    PrinterChoice,
    PrinterFacts,
    PrinterSource,
    PrintOrder,
    facts_of,
    installed,
    is_cut,
    shrunk,
)


class PrintWords(QObject):
    """Words that depend on what is chosen."""

    def __init__(self, language: LanguageSwitch, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("print_words")
        self._language = language

    def printers(self, *, listed: bool, any_there: bool) -> str:
        """Say what there is to know of the list of printers."""
        if not listed:
            return self.tr("Looking for printers…")
        if any_there:
            return ""
        return self.tr(
            "No printer is set up on this computer. Save the paper as PDF and print it on another one."
        )

    def side(self, side: Sides) -> str:
        """Name a choice of sides."""
        return {
            Sides.ONE: self.tr("One side"),
            Sides.BOTH: self.tr("Both sides"),
            Sides.FRONTS: self.tr("Fronts only"),
            Sides.BACKS: self.tr("Backs only"),
        }[side]

    def about(self, side: Sides) -> str:
        """Say what to do with the paper."""
        if side is Sides.FRONTS:
            return self.tr("Afterwards put the printed pile back and print the backs. Try it with one sheet.")
        if side is Sides.BACKS:
            return self.tr("Put the printed fronts back into the printer first. Try it with one sheet.")
        return ""

    def shrink(self, size: float) -> str:
        """Name the tick that makes pages smaller."""
        return self.tr("Shrink to the printable area ({percent})").format(percent=progress_text(size))

    def asking(self) -> str:
        """Say that a printer has not answered yet."""
        return self.tr("The printer is being asked what it can do…")

    def edge(self, millimetres: float, *, cut: bool) -> str:
        """Say what the printer does at the edge of the paper."""
        if not millimetres:
            return self.tr(
                "This printer says that it prints to the edge. If a frame comes out cut, tick this."
            )
        shown = self._language.formats.decimal_number(round(millimetres * 100), 1)
        if cut:
            words = self.tr(
                "This printer leaves up to {size} mm at the edges white: part of the page would be cut off."
            )
        else:
            words = self.tr(
                "This printer leaves up to {size} mm at the edges white. Nothing would be cut off."
            )
        return words.format(size=shown)

    def summary(self, order: PrintOrder, each: int) -> str:
        """Say how much paper it takes; `each`: every paper has so many pages, 0 if they differ."""
        shown = sum(page is not None for page in order.pages) * order.copies
        per_copy = (len(order.pages) + 1) // 2 if order.sides is Sides.BOTH else len(order.pages)
        sheets = self.tr("%n sheet(s)", "of paper", per_copy * order.copies)
        if order.sides is Sides.BOTH:
            sheets = self.tr("{sheets} on both sides").format(sheets=sheets)
        pages = self.tr("%n page(s)", "", shown)
        if each > 1 and shown > each:
            papers = self.tr("%n paper(s)", "", shown // each)
            of_pages = self.tr("of %n page(s)", "after a number of papers", each)
            pages = f"{papers} {of_pages} = {pages}"
        return f"{pages}, {sheets}"


_ALL, _SEEN, _ONLY = "all", "seen", "only"
_MOST_COPIES, _COPIES_WIDTH = 99, 96


class PrintPanel(SidePanel):
    """`requested(order, open_printer)` is emitted once it is known what is printed where.

    Printers are listed, and each is asked what it can do, beside the window: one that is away takes seconds.
    """

    requested = Signal(object, object)
    test_requested = Signal()
    save_requested = Signal()
    """There is no printer: the paper is wanted as a file."""

    def __init__(self, context: AppContext, host: QWidget, printers: PrinterSource = installed) -> None:
        self.printer = FormRow("print_printer", ComboBox("print_printer"))
        self.copies = FormRow("print_copies", QSpinBox())
        self.which = Switch("print_which", (_ALL, _SEEN, _ONLY))
        self.only = FormRow("print_only", text_field("print_only", most=200))
        self.people = TickList("print_people", lines=5)
        self.sides = FormRow("print_sides", ComboBox("print_sides"))
        self.shrink = Tick("print_shrink")
        self.edge = label("caption", "print_edge", wrap=True)
        self.summary = label("body_strong", "print_summary", wrap=True)
        self.which_label = label("body_strong", "print_which_label")
        self.save = Button("print_save", ButtonKind.PLAIN, "save")
        self.test = Button("print_test", ButtonKind.GHOST)
        self.system = Button("print_system", ButtonKind.GHOST)
        super().__init__("print_panel", host)
        self._context, self._source, self._words = context, printers, PrintWords(context.language, self)
        self._choices: list[PrinterChoice] = []
        self._listed, self._pressed = False, False
        self._listing = self._asking("print_listing", self._take_printers)
        self._drivers: dict[str, Asking[tuple[QSizeF, PrinterFacts]]] = {}
        self._facts: dict[tuple[str, float, float], PrinterFacts] = {}
        self._document: QPdfDocument | None = None
        self._leaves: Sequence[Leaf] = ()
        self._own_size, self._seen, self._touched = False, 0, False
        self.copies.setFixedWidth(_COPIES_WIDTH)
        self.copies.field.lineEdit().setTextMargins(10, 0, 0, 0)
        self.which.set_value(_ALL)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        links = FlowRow()
        links.setContentsMargins(-10, 0, 0, 0)  # the words of ghost buttons stand on the form's edge
        links.addWidget(self.test)
        links.addWidget(self.system)
        links.addStretch(1)
        where = FlowRow()
        where.setSpacing(12)
        where.addWidget(self.printer, 1, Qt.AlignmentFlag.AlignTop)
        where.addWidget(self.copies, 0, Qt.AlignmentFlag.AlignTop)
        pages = QVBoxLayout()
        pages.setSpacing(4)
        pages.addWidget(self.which_label)
        pages.addWidget(self.which)
        self.body.addLayout(where)
        self.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(pages)
        for part in (self.only, self.people, self.sides, self.shrink, self.edge, self.summary):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.addLayout(links)

    def _connect(self) -> None:
        self.printer.field.currentIndexChanged.connect(self._choose_printer)
        self.copies.field.valueChanged.connect(self._show)
        self.which.chosen.connect(self._choose_which)
        self.only.field.textEdited.connect(self._typed)
        self.people.lines.ticked.connect(self._ticked)
        self.sides.field.activated.connect(self._show)
        self.shrink.clicked.connect(self._touch)
        self.save.clicked.connect(self.save_requested)
        self.test.clicked.connect(self.test_requested)
        self.system.clicked.connect(self._ask_system)
        self.accepted.connect(self._accept)
        self.dismissed.connect(self._forget)

    def open(self, paper: PrintablePdf, document: QPdfDocument, seen: int) -> None:
        """Ask about a paper of which a page is seen; the keyboard is where Enter prints."""
        self._document, self._leaves, self._seen = document, paper.leaves, seen
        self._own_size, self._touched = paper.own_size, False
        self.copies.field.setRange(1, max(_MOST_COPIES, paper.copies))
        self.copies.field.setValue(paper.copies)
        self.which.set_value(_ALL)
        self.only.field.clear()
        self.only.clear_error()
        self.people.lines.set_words([leaf.words for leaf in paper.leaves])
        self._listed, self._pressed, self._facts = False, False, {}
        self.save.hide()
        self.accept_button.setEnabled(True)
        # Where there is no printer, Windows shows no dialog and says nothing: it waits until one is found.
        self.system.setEnabled(False)
        self._list_sides()
        self.retranslate()
        self._show_fields()
        self.reveal(self.accept_button)
        self._listing.ask(self._source)

    def _forget(self) -> None:
        """Let the document go: the next paper takes it away, and words are set anew after that as well."""
        self._document, self._leaves, self._pressed = None, (), False

    def is_begun(self) -> bool:
        """Nothing here is work: it is asked anew each time."""
        return False

    def order(self) -> PrintOrder:
        """Return what is asked for. Raises print.bad_pages, print.no_such_page, print.no_pages."""
        sides = Sides(str(self.sides.field.currentData() or Sides.ONE))
        pages = in_order(self._pages(), self._leaves, sides)
        if not any(page is not None for page in pages):
            raise TrainerError("print.no_pages")
        return PrintOrder(pages, self.copies.field.value(), self.shrink.isChecked(), sides)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(self.tr("Print"), self.tr("Print"))
        self.printer.set_words(
            self.tr("Printer"),
            self._words.printers(listed=self._listed, any_there=bool(self._choices)),
        )
        self.copies.set_words(self.tr("Copies"))
        count = self._document.pageCount() if self._document is not None else 0
        self.which_label.setText(self.tr("Certificates") if self._named else self.tr("Pages"))
        shown = len(self._leaves) if self._named else count
        self.which.set_words(
            self.tr("All ({count})").format(count=shown),
            self.tr("This one") if self._named else self.tr("This page"),
            self.tr("Only these"),
        )
        self.which.setAccessibleName(self.which_label.text())
        self.only.set_words(
            self.tr("Numbers of pages"), self.tr("For example 1-3, 7. 5- is from 5 to the end.")
        )
        self.people.setAccessibleName(self.tr("Whose certificates are printed"))
        self.sides.set_words(self.tr("Sides of the paper"))
        for index in range(self.sides.field.count()):
            side = Sides(str(self.sides.field.itemData(index)))
            self.sides.field.setItemText(index, self._words.side(side))
        self.save.setText(self.tr("Save as PDF"))
        self.test.setText(self.tr("Test page"))
        self.system.setText(self.tr("More settings…"))
        self.system.setAccessibleDescription(self.tr("Opens the print dialog of the system."))
        self._show()

    # Choosing

    def _asking[T](self, name: str, told: Callable[[T], object]) -> Asking[T]:
        return Asking(self, name, told, at_once=self._context.jobs.synchronous)

    def _take_printers(self, choices: list[PrinterChoice]) -> None:
        """Offer the printers that were found."""
        self._listed, self._choices = True, choices
        last = self._context.preferences.now.printer
        names = [choice.name for choice in self._choices]
        self.printer.field.blockSignals(True)
        self.printer.field.clear()
        self.printer.field.addItems(names)
        self.printer.field.setCurrentIndex(names.index(last) if last in names else 0 if names else -1)
        self.printer.field.blockSignals(False)
        self.printer.field.setEnabled(bool(names))
        self.save.setVisible(not names)
        if not names:
            self.save.setFocus(Qt.FocusReason.OtherFocusReason)
        for part in (self.accept_button, self.system):
            part.setEnabled(bool(names))
        self._list_sides()
        self.retranslate()
        self._show_fields()

    def _ask_driver(self, choice: PrinterChoice, size: QSizeF) -> None:
        """Ask a printer about pages of a size. One that does not answer holds no other one up."""
        if choice.name not in self._drivers:
            told = partial(self._take_facts, choice.name)
            self._drivers[choice.name] = self._asking(f"print_driver_{len(self._drivers)}", told)
        self._drivers[choice.name].ask(partial(_asked, choice, size))

    def _take_facts(self, name: str, asked: tuple[QSizeF, PrinterFacts]) -> None:
        size, facts = asked
        self._facts[name, size.width(), size.height()] = facts
        if self._choice is not None and self._choice.name == name:
            self._list_sides()
            self._show()
            if self._pressed:
                self._accept()

    def _facts_for(self, order: PrintOrder) -> PrinterFacts | None:
        """Return what the printer said of the first page that is asked for; None before it answered."""
        document, choice = self._document, self._choice
        if document is None or choice is None:
            return None
        size = document.pagePointSize(next(page for page in order.pages if page is not None))
        return self._facts.get((choice.name, size.width(), size.height()))

    def _list_sides(self) -> None:
        """Offer what the printer can do; a paper with backs begins with both sides, if need be one by one.

        Other papers begin with one side on a printer that turns no sheets: nobody is to find out from a pile
        of fronts that something was left to do.
        """
        name = self._choice.name if self._choice is not None else ""
        turns = any(facts.turns for (of, *_), facts in self._facts.items() if of == name)
        has_backs = any(len(leaf.pages) > 1 for leaf in self._leaves)
        self.sides.field.clear()
        for side in Sides:
            if side is not Sides.BOTH or turns:
                self.sides.field.addItem(self._words.side(side), side.value)
        by_hand = Sides.FRONTS if self._named else Sides.ONE
        usual = (Sides.BOTH if turns else by_hand) if has_backs else Sides.ONE
        self.sides.field.setCurrentIndex(self.sides.field.findData(usual.value))

    @property
    def _choice(self) -> PrinterChoice | None:
        index = self.printer.field.currentIndex()
        return self._choices[index] if 0 <= index < len(self._choices) else None

    def _choose_printer(self) -> None:
        self._pressed = False
        self._list_sides()
        self._show()

    def _choose_which(self, which: str) -> None:
        self.only.clear_error()
        self._show_fields()
        self._show()
        if which == _ONLY:
            field = self.people if self._named else self.only.field
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_fields(self) -> None:
        only = self.which.value() == _ONLY
        self.only.setVisible(only)
        self.people.setVisible(only and self._named)
        count = self._document.pageCount() if self._document is not None else 0
        for part in (self.which_label, self.which, self.sides):
            part.setVisible(count > 1)

    def _typed(self) -> None:
        """Tick those whose pages are typed."""
        self.only.clear_error()
        try:
            wanted = set(self._pages())
        except TrainerError:
            wanted = set()
        self.people.lines.set_on(at for at, leaf in enumerate(self._leaves) if wanted & set(leaf.pages))
        self._show()

    def _ticked(self) -> None:
        """Write the pages of those who are ticked."""
        pages = [page for index in self.people.lines.on() for page in self._leaves[index].pages]
        self.only.clear_error()
        self.only.field.setText(pages_text(pages))
        self._show()

    def _touch(self) -> None:
        self._touched = True
        self._show()

    # Showing

    @property
    def _named(self) -> bool:
        """Tell whether there are people to choose from."""
        return any(leaf.words for leaf in self._leaves)

    def _pages_of_each(self, order: PrintOrder) -> int:
        """Return how many pages of each paper are printed; 0 where these differ. Copies are papers too."""
        chosen = {page for page in order.pages if page is not None}
        if not self._leaves:
            return len(chosen)
        counts = {len(chosen.intersection(leaf.pages)) for leaf in self._leaves} - {0}
        return counts.pop() if len(counts) == 1 else 0

    def _pages(self) -> tuple[int, ...]:
        count = self._document.pageCount() if self._document is not None else 0
        if self.which.value() == _ONLY:
            return parse_pages(self.only.field.text(), count)
        if self.which.value() == _SEEN:
            leaf = next((leaf for leaf in self._leaves if self._seen in leaf.pages), None)
            return leaf.pages if leaf is not None and self._named else (self._seen,)
        return tuple(range(count))

    def _show(self) -> None:
        """Say what would come out of the printer, and whether anything would be cut."""
        side = Sides(str(self.sides.field.currentData() or Sides.ONE))
        self.sides.set_words(self.tr("Sides of the paper"), self._words.about(side))
        try:
            order = self.order()
        except TrainerError:
            self.summary.setText("")
            return
        self.summary.setText(self._words.summary(order, self._pages_of_each(order)))
        self._show_edge(order)

    def _show_edge(self, order: PrintOrder) -> None:
        document, choice = self._document, self._choice
        self.edge.setVisible(choice is not None)
        self.shrink.setVisible(choice is not None)
        if document is None or choice is None:
            return
        # The first sheet stands for all: certificates of a batch are alike.
        pages = [page for page in order.pages if page is not None][:2]
        size = document.pagePointSize(pages[0])
        facts = self._facts_for(order)
        self.shrink.setVisible(facts is not None)
        if facts is None:
            self.edge.setText(self._words.asking())
            self._ask_driver(choice, size)
            return
        edges = facts.edges
        cut = is_cut(document, pages, edges)
        if not self._touched:
            self.shrink.setChecked(cut and not self._own_size)
        self.shrink.setText(self._words.shrink(shrunk(size, edges).width() / size.width()))
        self.edge.setText(self._words.edge(_widest(edges), cut=cut and not self.shrink.isChecked()))

    # Printing

    def _accept(self) -> None:
        """Print; where the printer has not answered yet, as soon as it has."""
        choice = self._choice
        try:
            order = self.order()
        except TrainerError as error:
            self.only.show_error(self._context.explained(error))
            return
        if choice is None or self._facts_for(order) is None:
            self._pressed = not self._listed or choice is not None
            return
        self._pressed = False
        self._context.preferences.change(Preferences.printer, choice.name)
        self.dismiss()
        self.requested.emit(order, choice.open)

    def _ask_system(self) -> None:
        """Let the system's own dialog choose printer, trays and quality."""
        choice = self._choice
        if choice is None:
            return
        try:
            order = self.order()
        except TrainerError as error:
            self.only.show_error(self._context.explained(error))
            return
        printer = choice.open()
        printer.setCopyCount(order.copies)
        dialog = QPrintDialog(printer, self)
        dialog.setObjectName("print_dialog")
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        self.dismiss()
        asked = PrintOrder(order.pages, printer.copyCount(), order.shrink, order.sides)
        self.requested.emit(asked, lambda: printer)


def _asked(choice: PrinterChoice, size: QSizeF) -> tuple[QSizeF, PrinterFacts]:
    return size, facts_of(choice, size)


def _widest(edges: QMarginsF) -> float:
    return max(edges.left(), edges.top(), edges.right(), edges.bottom())
