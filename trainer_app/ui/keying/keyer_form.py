"""Before a second entry: who makes it. It must be somebody else than whoever made the first one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.forms import FormRow, text_field
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

_WIDTH = 360


class KeyerForm(Retranslated, QWidget):
    """`given` is emitted with the name that was typed."""

    given = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("keying_keyer")
        self.title = label("card_title", "keying_keyer_title", wrap=True)
        self.text = label("subtitle", "keying_keyer_text", wrap=True)
        self.row = FormRow("keying_keyer_name", text_field("keying_keyer_name", width=_WIDTH, most=120))
        self.begin = Button("keying_keyer_begin", Kind.PRIMARY, "right")
        column = QVBoxLayout(self)
        column.setContentsMargins(CARD_PADDING, 20, CARD_PADDING, 16)
        column.setSpacing(12)
        column.addWidget(self.title)
        column.addWidget(self.text)
        column.addWidget(self.row)
        line = QHBoxLayout()
        line.addWidget(self.begin)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(1)
        self.begin.clicked.connect(lambda: self.given.emit(self.row.field.text().strip()))
        self.row.field.returnPressed.connect(self.begin.click)
        self.retranslate()

    def ask(self) -> None:
        """Ask for the name."""
        self.row.clear_error()
        self.row.field.selectAll()
        self.row.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every word."""
        self.title.setText(self.tr("Second entry by another person"))
        self.text.setText(
            self.tr(
                "The same papers are keyed in once more. The first answers stay hidden; where the two "
                "entries do not say the same, the paper is looked at again."
            )
        )
        self.row.set_words(self.tr("Who keys in now?"))
        self.begin.setText(self.tr("Begin"))
