"""What the print panel says about sides, edges and sheets, in the language of the window."""

from PySide6.QtCore import QObject

from trainer_app.domain.pages import Sides
from trainer_app.ui.shell.translator import LanguageSwitch
from trainer_app.ui.widgets.printing import PrintOrder


class PrintWords(QObject):
    """Words that depend on what is chosen."""

    def __init__(self, language: LanguageSwitch, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("print_words")
        self._language = language

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

    def shrink(self, percent: int) -> str:
        """Name the tick that makes pages smaller."""
        return self.tr("Shrink to the printable area ({percent} %)").format(percent=percent)

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

    def summary(self, order: PrintOrder) -> str:
        """Say how much paper it takes."""
        pages = sum(page is not None for page in order.pages) * order.copies
        per_copy = (len(order.pages) + 1) // 2 if order.sides is Sides.BOTH else len(order.pages)
        sheets = per_copy * order.copies
        printed = self.tr("%n page(s)", "", pages)
        return self.tr("{pages} on {sheets}").format(pages=printed, sheets=self.tr("%n sheet(s)", "", sheets))
