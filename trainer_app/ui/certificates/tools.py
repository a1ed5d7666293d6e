"""What stands beside the switch of a view: how far it is, and what is done with all rows at once."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.ui.widgets.buttons import Button
from trainer_app.ui.widgets.labels import label


class Tools(QWidget):
    """A count in words, then buttons."""

    def __init__(self, name: str, *buttons: Button) -> None:
        super().__init__()
        self.setObjectName(f"{name}_tools")
        self.count = label("body_strong", f"{name}_count")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.count)
        row.addSpacing(4)
        for button in buttons:
            row.addWidget(button)
