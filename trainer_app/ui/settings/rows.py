"""A row of Settings: what it is, one quiet line of explanation, and the control at the right."""

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.labels import label

_LEAST_HEIGHT = 58


class SettingRow(QWidget):
    """Words at the left; one control, or several in their order, at the right."""

    def __init__(self, name: str, *controls: QWidget) -> None:
        super().__init__()
        self.setObjectName(f"{name}_row")
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.title = label("body", f"{name}_title")
        self.second = label("caption", f"{name}_second", wrap=True)
        # What has words of its own keeps them.
        self._unnamed = next((each for each in controls[:1] if not each.accessibleName()), None)
        row = QHBoxLayout(self)
        row.setContentsMargins(CARD_PADDING, 10, 16, 10)
        row.setSpacing(8)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.second)
        words.addStretch(1)
        row.addLayout(words, 1)
        for control in controls:
            row.addWidget(control)

    def set_words(self, title: str, second: str = "") -> None:
        """Set both lines; they also name the first control for a screen reader."""
        self.title.setText(title)
        self.second.setText(second)
        self.second.setVisible(bool(second))
        if self._unnamed is not None:
            self._unnamed.setAccessibleName(title)
