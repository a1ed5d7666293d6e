"""What an import did, and the way back from the whole of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions.roster import RosterResult
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.tokens import WORKSPACE_MARGIN
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.empty import Disc
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import ValueRow

_WIDTH = 560


class ResultPage(Retranslated, QWidget):
    """`left` leads to the list, `undo_asked` takes the import back."""

    left = Signal()
    undo_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("import_result_page")
        self._desk = desk
        self.result: RosterResult | None = None
        self._sum = ""
        self.title = label("card_title", "import_result_title", wrap=True)
        self.text = label("second", "import_result_text", wrap=True)
        self.rows = {name: ValueRow(f"import_result_{name}") for name in ("added", "already", "refused")}
        self.to_list = Button("import_result_list", Kind.PRIMARY, "people")
        self.undo = Button("import_result_undo", Kind.PLAIN, "undo")
        self.card = Card("import_result", titled=False)
        self.card.setFixedWidth(_WIDTH)
        self._lay_out()
        self.to_list.clicked.connect(self.left)
        self.undo.clicked.connect(self.undo_asked)
        self.retranslate()

    def _lay_out(self) -> None:
        body = self.card.add_body()
        body.setContentsMargins(24, 20, 24, 20)
        head = QHBoxLayout()
        head.setSpacing(16)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.text)
        head.addWidget(Disc("import_result_icon", "okcircle", "present_soft", "present"))
        head.addLayout(words, 1)
        body.addLayout(head)
        body.addSpacing(10)
        for row in self.rows.values():
            body.addWidget(row)
        body.addSpacing(12)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.to_list)
        buttons.addWidget(self.undo)
        buttons.addStretch(1)
        body.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(WORKSPACE_MARGIN, 48, WORKSPACE_MARGIN, 12)
        column.addWidget(self.card, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)

    def show_result(self, result: RosterResult, sum_line: str) -> None:
        """Show what was done."""
        self.result, self._sum = result, sum_line
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self.to_list.setText(self.tr("Show the list"))
        self.undo.setText(self.tr("Undo the whole import"))
        result = self.result
        if result is None:
            return
        number = self._desk.formats.number
        one = self.tr("One person added to the list")
        self.title.setText(
            one if result.added == 1 else self.tr("%n people added to the list", "", result.added)
        )
        self.text.setText(self._sum)
        for name, words, count in (
            ("added", self.tr("New on the list of this course"), result.added),
            ("already", self.tr("On the list before; blanks were filled"), result.already),
            ("refused", self.tr("Rows not taken"), result.refused),
        ):
            self.rows[name].set_value(words, number(count))
        self.undo.setVisible(result.changes.step is not None)
