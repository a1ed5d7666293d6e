"""Six groups of digits, large enough to be read aloud over the telephone and compared."""

from PySide6.QtWidgets import QFrame, QGridLayout, QLabel

from trainer_app.ui.widgets.labels import label

_GROUPS, _IN_A_ROW = 6, 3


class Digits(QFrame):
    """Two lines of three groups. A screen reader says them one by one."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "quiet")
        self.groups: list[QLabel] = [label("digits", f"{name}_{place + 1}") for place in range(_GROUPS)]
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 14, 20, 14)
        grid.setHorizontalSpacing(28)
        grid.setVerticalSpacing(6)
        for place, group in enumerate(self.groups):
            grid.addWidget(group, place // _IN_A_ROW, place % _IN_A_ROW)
        grid.setColumnStretch(_IN_A_ROW, 1)

    def show_digits(self, fingerprint: str) -> None:
        """Show other digits: groups separated by spaces."""
        groups = fingerprint.split()
        for place, part in enumerate(self.groups):
            part.setText(groups[place] if place < len(groups) else "")
        self.setAccessibleName(fingerprint)

    def text(self) -> str:
        """Return the digits as they are shown."""
        return " ".join(part.text() for part in self.groups if part.text())
