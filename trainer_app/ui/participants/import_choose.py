"""The first step of an import: the file, chosen or dropped."""

from pathlib import Path

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QColor, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import RADIUS_CARD, WORKSPACE_MARGIN
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.empty import EmptyState
from trainer_app.ui.widgets.naming import Retranslated

ENDINGS = ("xlsx", "xls", "ods", "csv", "txt")


class DropField(EmptyState):
    """A field that takes a file; it says what it takes and offers to choose one."""

    dropped = Signal(Path)

    def __init__(self, name: str) -> None:
        super().__init__(name, "file")
        self.setAcceptDrops(True)
        self._over = False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of this computer."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()
            self._set_over(over=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Look as before."""
        self._set_over(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Give the file on."""
        self._set_over(over=False)
        event.acceptProposedAction()
        self.dropped.emit(Path(event.mimeData().urls()[0].toLocalFile()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a dashed frame."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(scheme.accent if self._over else scheme.line2), 2 if self._over else 1.5)
        pen.setDashPattern([4, 3])
        painter.setPen(pen)
        painter.setBrush(QColor(scheme.accent_soft if self._over else scheme.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CARD, RADIUS_CARD)

    def _set_over(self, *, over: bool) -> None:
        self._over = over
        self.update()


class ChoosePage(Retranslated, QWidget):
    """`file_chosen` gives the file, `left` leads back to the list."""

    file_chosen = Signal(Path)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("import_choose_page")
        self.field = DropField("import_drop")
        self.choose = Button("import_choose", Kind.PRIMARY, "folder")
        self.cancel = Button("import_choose_cancel")
        self.field.add_button(self.choose)
        self.field.add_button(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(WORKSPACE_MARGIN, 12, WORKSPACE_MARGIN, 12)
        column.addWidget(self.field, 1)
        self.choose.clicked.connect(self.ask_file)
        self.cancel.clicked.connect(self.left)
        self.field.dropped.connect(self.file_chosen)
        self.retranslate()

    def ask_file(self) -> None:
        """Ask which file to read."""
        kinds = self.tr("Lists ({endings})").format(endings=" ".join(f"*.{ending}" for ending in ENDINGS))
        every = self.tr("All files (*)")
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Choose a list"), str(Path.home()), f"{kinds};;{every}"
        )
        if name:
            self.file_chosen.emit(Path(name))

    def retranslate(self) -> None:
        """Set every word."""
        self.field.set_words(
            self.tr("Choose the list or drop it here"),
            self.tr(
                "Excel (xlsx, xls), LibreOffice (ods) or CSV. Titles above the heading, ranks inside the "
                "name, double rows and missing values may stay as they are. Nothing is saved before you "
                "say so."
            ),
        )
        self.choose.setText(self.tr("Choose a file"))
        self.cancel.setText(self.tr("Back to the list"))
