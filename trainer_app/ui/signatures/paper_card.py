"""The card that looks like the paper: its code and page, the table, and the counts below."""

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.domain.reconciliation import SheetView
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.signatures.counts_row import CountsRow
from trainer_app.ui.signatures.paper_model import FIRST, PaperModel
from trainer_app.ui.signatures.paper_view import PaperView
from trainer_app.ui.signatures.wording import SheetWording
from trainer_app.ui.widgets.buttons import IconButton
from trainer_app.ui.widgets.labels import ElidedLabel, label, rule
from trainer_app.ui.widgets.naming import Retranslated

_HEAD = 42


class PaperCard(Retranslated, QFrame):
    """Shows one page of a sheet. `page_asked` wants the next page (1) or the one before (-1)."""

    page_asked = Signal(int)

    def __init__(self, desk: Desk, words: SheetWording) -> None:
        super().__init__()
        self.setObjectName("signatures_card")
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._words = words
        self.model = PaperModel(words, self)
        self.view = PaperView(desk, self.model)
        self.counts = CountsRow(words)
        self.title = ElidedLabel("row_title", "signatures_title")
        self.code = label("second", "signatures_code")
        self.page_words = label("caption_strong", "signatures_page")
        self.before = IconButton("signatures_page_before", "left", size=28)
        self.after = IconButton("signatures_page_after", "right", size=28)
        self._sheet: SheetView | None = None
        self._page, self._hint = 0, ""
        self._lay_out()
        self.before.clicked.connect(lambda: self.page_asked.emit(-1))
        self.after.clicked.connect(lambda: self.page_asked.emit(1))
        self.view.moved.connect(self._align)
        self.view.horizontalScrollBar().valueChanged.connect(self._align)
        self.view.viewport().installEventFilter(self)
        self.retranslate()

    def _lay_out(self) -> None:
        holder = QWidget()
        holder.setObjectName("signatures_card_head")
        holder.setFixedHeight(_HEAD)
        head = QHBoxLayout(holder)
        head.setContentsMargins(14, 0, 8, 0)
        head.setSpacing(10)
        head.addWidget(self.title, 1)
        head.addWidget(self.code)
        head.addSpacing(6)
        for part in (self.before, self.page_words, self.after):
            head.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(holder)
        column.addWidget(rule("signatures_card_rule"))
        column.addWidget(self.view, 1)
        column.addWidget(self.counts)

    @property
    def page(self) -> int:
        """The page that is shown, counted from 0."""
        return self._page

    def show_page(self, sheet: SheetView, page: int) -> None:
        """Show a page of a sheet; one that is not there any more gives the last."""
        self._sheet = sheet
        self._page = min(max(page, 0), max(0, len(sheet.pages) - 1))
        row, session = self.view.place()
        self.model.show(sheet, self._page)
        if row >= 0 and self.view.place()[0] < 0:
            self.view.go_to(row, session)
        self.counts.show_view(sheet)
        self.view.fit()
        self.retranslate()

    def show_hint(self, hint: str) -> None:
        """Show for a while what is being typed, where the page stands."""
        self._hint = hint
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        self.view.setAccessibleName(self.tr("Signed sheet"))
        self.view.setAccessibleDescription(self.tr("Space ticks, N for no signature; F1 lists the keys"))
        self.before.set_words(self.tr("Page before"), "PgUp")
        self.after.set_words(self.tr("Next page"), "PgDown")
        self.model.retranslate()
        self.counts.retranslate()
        if self._sheet is None:
            return
        self.title.setText(self._words.sheet(self._sheet.state))
        self.code.setText(str(self._sheet.state.code))
        count = max(1, len(self._sheet.pages))
        words = self.tr("Page {page} of {count}").format(page=self._page + 1, count=count)
        self.page_words.setText(self._hint or words)
        self.before.setEnabled(self._page > 0)
        self.after.setEnabled(self._page + 1 < count)
        for part in (self.before, self.after):
            part.setVisible(count > 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the counts below their columns when the table gets another width."""
        if event.type() == QEvent.Type.Resize:
            self._align()
        return super().eventFilter(watched, event)

    def _align(self) -> None:
        view = self.view
        left = view.viewport().mapTo(self, view.viewport().rect().topLeft()).x()
        columns = [
            (left + view.columnViewportPosition(FIRST + at), view.columnWidth(FIRST + at))
            for at in range(len(self.model.sessions))
        ]
        self.counts.set_columns(columns)

    def minimumSizeHint(self) -> QSize:
        """Leave room for the lists at both sides."""
        return QSize(380, 300)
