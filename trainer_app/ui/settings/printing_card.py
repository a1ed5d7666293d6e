"""What papers go to: the printer that was used last, and the page that measures it."""

from trainer_app.ui.settings.rows import SettingRow
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.paper_page import show_test_page
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.naming import Retranslated


class PrintingCard(Retranslated, Card):
    """One row: the test page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("printing")
        self._desk = desk
        self.test = Button("printing_test", Kind.PLAIN, "print")
        self.test.clicked.connect(lambda: show_test_page(desk))
        self._row = SettingRow("printing_test", self.test)
        self.add_row(self._row)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("Printing"))
        self._row.set_words(
            self.tr("Test page of the printer"),
            self.tr("Shows where it stops at the edges, whether sizes are kept, letters and codes."),
        )
        self.test.setText(self.tr("Show"))
