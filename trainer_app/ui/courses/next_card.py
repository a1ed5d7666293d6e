"""What a new course needs next: its sessions, its participants, its trainers; gone when all is there."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated


class NextCard(Retranslated, Card):
    """`asked` gives the tab where the next thing is done, "teachers" for the form of the overview itself."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__("overview_next")
        self._missing: tuple[str, ...] = ()
        self.text = label("body", "overview_next_text", wrap=True)
        self.buttons = {
            "schedule": Button("next_sessions", Kind.PLAIN, "today"),
            "participants": Button("next_participants", Kind.PLAIN, "people"),
            "teachers": Button("next_teachers", Kind.PLAIN, "adduser"),
        }
        body = self.add_body()
        line = QHBoxLayout()
        line.setSpacing(8)
        for name, button in self.buttons.items():
            line.addWidget(button)
            button.clicked.connect(lambda _on=False, name=name: self.asked.emit(name))
        line.addStretch(1)
        body.addWidget(self.text)
        body.addSpacing(10)
        body.addLayout(line)
        self.retranslate()
        self.hide()

    def show_missing(self, counts: Mapping[str, int], *, wanted: bool) -> None:
        """Show what a course lacks, the next step first; hide when nothing is missing or it is closed."""
        self._missing = tuple(name for name in self.buttons if wanted and counts[name] == 0)
        for name, button in self.buttons.items():
            button.setVisible(name in self._missing)
            first = bool(self._missing) and name == self._missing[0]
            button.set_kind(Kind.PRIMARY if first else Kind.PLAIN)
        self.setVisible(bool(self._missing))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("What comes next"))
        said = {
            "schedule": self.tr("Plan the sessions: then people can be marked and papers printed."),
            "participants": self.tr("Add the participants, one by one or from the nomination list."),
            "teachers": self.tr("Say who teaches: sessions, papers and certificates name them."),
        }
        self.text.setText(said[self._missing[0]] if self._missing else "")
        self.buttons["schedule"].setText(self.tr("Plan the sessions"))
        self.buttons["participants"].setText(self.tr("Add participants"))
        self.buttons["teachers"].setText(self.tr("Assign trainers"))
