"""Send, at the office: a file for each laptop. The same list as under Office, for those who look here."""

from PySide6.QtWidgets import QWidget

from trainer_app.ui.office.laptops import LaptopsCard
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.screen import Screen
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.header import PageHeader
from trainer_app.ui.widgets.page import Page


class OfficeSendingScreen(Screen):
    """An office sends packs to its laptops."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("sending", desk)
        self.header = PageHeader("sending_header")
        self.incoming = Button("sending_to_office", Kind.PLAIN, "office")
        self.incoming.clicked.connect(lambda: desk.go("office", tab="incoming"))
        self.header.add_action(self.incoming)
        self.laptops = LaptopsCard(desk, self)
        self.page = Page("sending_page")
        self.page.column.addWidget(self.header)
        self.page.column.addWidget(self.laptops, 1)
        self.column.addWidget(self.page)
        self.retranslate()

    def refresh(self) -> None:
        """Read the laptops anew."""
        self.laptops.show_laptops()

    def retranslate(self) -> None:
        """Set every word."""
        self.header.set_words(
            self.tr("Send to the laptops"),
            self.tr("Each file is sealed. Only the laptop it is for can open it."),
        )
        self.incoming.setText(self.tr("Take in files"))

    def first_focus(self) -> QWidget:
        """Start in the list."""
        return self.laptops.table
