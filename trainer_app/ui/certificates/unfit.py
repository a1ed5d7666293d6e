"""Certificates that no longer fit the figures: how many, what to do, and the way to the next one."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from trainer_app.system import messages
from trainer_app.ui.certificates.cells import InkTable
from trainer_app.ui.certificates.what_if import BoardLine
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import IconMark

translate = QCoreApplication.translate


class UnfitBand(Retranslated, QFrame):
    """Stands above a board while any of its certificates is of another kind than the figures give."""

    def __init__(self, name: str, desk: Desk) -> None:
        super().__init__()
        self.setObjectName(name)
        self._desk = desk
        self._count = 0
        self.setProperty("role", "banner_due")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.words = label("body", f"{name}_words", wrap=True)
        self.next = Button(f"{name}_next", Kind.PLAIN)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 10, 8)
        row.setSpacing(12)
        row.addWidget(IconMark(f"{name}_icon", "alert", "late"))
        row.addWidget(self.words, 1)
        row.addWidget(self.next)
        self.hide()
        self.retranslate()

    def show_lines(self, lines: Sequence[BoardLine]) -> None:
        """Say how many do not fit; hidden where all do."""
        self._count = len(unfit_places(lines))
        self.retranslate()
        self.setVisible(self._count > 0)

    def retranslate(self) -> None:
        """Set every word."""
        code = self._desk.language.code
        self.words.setText(messages.text("certificate.unfit_count", code, count=self._count))
        self.setAccessibleName(self.words.text())
        self.next.setText(self.tr("Go to the next one"))


def unfit_places(lines: Sequence[BoardLine]) -> list[int]:
    """Return where the certificates stand that do not fit, from the top."""
    return [place for place, line in enumerate(lines) if line.row.unfit is not None]


def choose_next_unfit(view: InkTable, lines: Sequence[BoardLine]) -> None:
    """Choose the next one below the row that is chosen; after the last one the first."""
    places = unfit_places(lines)
    index = view.currentIndex()
    after = [place for place in places if place > index.row()] if index.isValid() else places
    if places:
        view.selectRow((after or places)[0])
        view.setFocus()


def rest_words(lines: Sequence[BoardLine], *, issued: bool) -> str:
    """Return what the button says when there is nothing to issue: that all is well only where it is."""
    unfit = len(unfit_places(lines))
    if unfit:
        return translate("Certificates", "No longer fit: %n", "", unfit)
    if issued:
        return translate("Certificates", "All are issued")
    return translate("Certificates", "Nobody gets one yet")
