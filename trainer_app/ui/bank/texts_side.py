"""A text in Tajik, Russian and English, side by side; the languages that are still missing are named."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from trainer_app.domain.texts import LANGUAGES, Texts
from trainer_app.ui.shell.language import formats
from trainer_app.ui.widgets.forms import TextArea
from trainer_app.ui.widgets.labels import label


class TextsSide(QWidget):
    """Three fields in a row. Tab goes from one language to the next."""

    changed = Signal()

    def __init__(self, name: str, lines: int = 3, *, heads: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.areas = {code: TextArea(f"{name}_{code}", lines) for code in LANGUAGES}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        for place, (code, area) in enumerate(self.areas.items()):
            grid.setColumnStretch(place, 1)
            if heads:
                head = label("caption_strong", f"{name}_{code}_label", formats(code).name)
                grid.addWidget(head, 0, place)
            grid.addWidget(area, 1, place, Qt.AlignmentFlag.AlignTop)
            area.textChanged.connect(self.changed)
        self.setFocusProxy(self.areas[LANGUAGES[0]])

    def texts(self) -> Texts:
        """Return what is typed."""
        return Texts(**{code: area.toPlainText().strip() for code, area in self.areas.items()})

    def set_texts(self, texts: Texts) -> None:
        """Show a text."""
        for code, area in self.areas.items():
            area.setPlainText(str(getattr(texts, code)))

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name each field by what it holds and in which language."""
        super().setAccessibleName(name)
        for code, area in self.areas.items():
            area.setAccessibleName(f"{name}: {formats(code).name}")
