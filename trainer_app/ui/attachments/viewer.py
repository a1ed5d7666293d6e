"""Looks at one attached file, over the window: pages, zoom, turning, a copy for other programs."""

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions import attachments
from trainer_app.domain.attachments import Attachment
from trainer_app.domain.errors import TrainerError
from trainer_app.ui.attachments.page_view import PageView
from trainer_app.ui.attachments.pages import Pages
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, IconButton
from trainer_app.ui.widgets.labels import ElidedLabel, label
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.sheet import Sheet

_EDGE = 28
_TURN = 90


class Viewer(Retranslated, Sheet):
    """Shows one file. Page Up and Page Down turn pages, plus and minus zoom, 0 fits, R turns, Esc closes."""

    def __init__(self, desk: Desk, host: QWidget, found: Attachment, content: bytes) -> None:
        super().__init__("viewer", host, width=10_000)
        self._desk, self._found = desk, found
        self._pages = Pages(content, found.media, self)
        self._number = 0
        self.title = ElidedLabel("card_title", "viewer_title", found.name)
        self.place = label("caption", "viewer_place")
        self.view = PageView("viewer_page")
        self.back = IconButton("viewer_back", "left")
        self.forward = IconButton("viewer_forward", "right")
        self.smaller = IconButton("viewer_smaller", "minus")
        self.larger = IconButton("viewer_larger", "plus")
        self.fit = Button("viewer_fit")
        self.turn = Button("viewer_turn", icon="redo")
        self.copy = Button("viewer_copy", icon="save")
        self.close_button = IconButton("viewer_close", "close")
        self._connect()
        self._lay_out()
        self.retranslate()
        self._show_page(0)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self._show_page(self._number - 1))
        self.forward.clicked.connect(lambda: self._show_page(self._number + 1))
        self.smaller.clicked.connect(self.view.smaller)
        self.larger.clicked.connect(self.view.larger)
        self.fit.clicked.connect(self.view.fit)
        self.turn.clicked.connect(lambda: self.view.turn(_TURN))
        self.copy.clicked.connect(self._ask_where)
        self.close_button.clicked.connect(self.dismiss)
        self.view.zoomed.connect(lambda _share: self._say_place())

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.place)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addLayout(words, 1)
        for button in self._buttons():
            bar.addWidget(button)
        self.column.setContentsMargins(20, 14, 14, 14)
        self.column.setSpacing(12)
        self.column.addLayout(bar)
        self.column.addWidget(self.view, 1)

    def _buttons(self) -> tuple[Button, ...]:
        return (
            self.back,
            self.forward,
            self.smaller,
            self.larger,
            self.fit,
            self.turn,
            self.copy,
            self.close_button,
        )

    def retranslate(self) -> None:
        """Set every word."""
        self.back.set_words(self.tr("Page before"), "PgUp")
        self.forward.set_words(self.tr("Next page"), "PgDown")
        self.smaller.set_words(self.tr("Smaller"), "-")
        self.larger.set_words(self.tr("Larger"), "+")
        self.fit.setText(self.tr("Whole page"))
        self.fit.set_hint("0")
        self.turn.setText(self.tr("Turn"))
        self.turn.set_hint("R")
        self.copy.setText(self.tr("Save a copy…"))
        self.copy.setToolTip(self.tr("The copy is not encrypted: anybody can read it."))
        self.copy.setAccessibleDescription(self.copy.toolTip())
        self.close_button.set_words(self.tr("Close"), "Esc")
        self.setAccessibleName(self.title.text())
        self._say_place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn pages, zoom and turn by key; the letter R lies on one key in every layout."""
        act = {
            Qt.Key.Key_PageUp: self.back.click,
            Qt.Key.Key_PageDown: self.forward.click,
            Qt.Key.Key_Left: self.back.click,
            Qt.Key.Key_Right: self.forward.click,
            Qt.Key.Key_Home: lambda: self._show_page(0),
            Qt.Key.Key_End: lambda: self._show_page(self._pages.count - 1),
            Qt.Key.Key_Plus: self.view.larger,
            Qt.Key.Key_Equal: self.view.larger,
            Qt.Key.Key_Minus: self.view.smaller,
            Qt.Key.Key_0: self.view.fit,
        }.get(Qt.Key(event.key()))
        if act is None and event.text().casefold() in ("r", "к"):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.view.turn(-_TURN if back else _TURN)
        elif act is not None:
            act()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take nearly all of the window."""
        super().resizeEvent(event)
        self.frame.setFixedSize(self.width() - 2 * _EDGE, self.height() - 2 * _EDGE)

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of theme."""
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.ApplicationPaletteChange):
            self.view.tint()
        super().changeEvent(event)

    def save_into(self, folder: Path) -> None:
        """Write a copy that other programs can read, and say what that means."""
        try:
            path = attachments.save_copy(self._desk.work, self._found.key, folder)
        except TrainerError as error:
            self._desk.tell_error(error)
        else:
            words = self.tr("{file} is not encrypted: anybody can read it there.").format(file=path)
            self._desk.tell_good(self.tr("Saved and checked"), words)
        self.dismiss()

    def _show_page(self, number: int) -> None:
        if not 0 <= number < self._pages.count:
            return
        self._number = number
        self.view.show_page(self._pages.page(number))
        self.back.setEnabled(number > 0)
        self.forward.setEnabled(number + 1 < self._pages.count)
        self._say_place()

    def _say_place(self) -> None:
        pages = self.tr("Page {page} of {pages}").format(page=self._number + 1, pages=self._pages.count)
        size = self._desk.formats.size(self._found.size)
        share = self._desk.formats.percent(round(self.view.share * 10_000))
        self.place.setText(" · ".join((pages, size, share)))
        self.view.setAccessibleName(f"{self.title.text()}: {pages}")

    def _ask_where(self) -> None:
        start = self._desk.preferences.now.export_folder or str(Path.home())
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Save a copy that anybody can read"), start)
        if chosen:
            self.save_into(Path(chosen))


def open_attachment(desk: Desk, host: QWidget, key: str) -> Viewer | None:
    """Show an attached file over the window; tell the error and return None if it cannot be shown."""
    try:
        found = attachments.get_attachment(desk.work, key)
        viewer = Viewer(desk, host, found, attachments.content(desk.work, key))
    except TrainerError as error:
        desk.tell_error(error)
        return None
    viewer.reveal(viewer.view)
    return viewer
