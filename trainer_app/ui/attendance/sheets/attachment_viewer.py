"""The viewer of an attached file over the window: pages of a PDF or one picture, zoom, rotation, export."""

from pathlib import Path
from typing import override

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsScene,
    QGraphicsView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from trainer_app.actions.attendance import attachments
from trainer_app.domain.attendance.sheets import Attachment, PagePicture
from trainer_app.domain.base.errors import Cancelled, TrainerError
from trainer_app.domain.base.numbers import progress_text
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.jobs import Job
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.widgets.controls import Button, IconButton
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import FittingLabel, Retranslated, label
from trainer_app.ui.widgets.overlays import ModalOverlay

_STEP, _LEAST, _MOST = 1.25, 0.05, 8.0
_MARGIN = 12.0


class AttachmentPageView(QGraphicsView):
    """Shows one picture, fitted until a person zooms. `zoomed` tells the share of its own size."""

    zoomed = Signal(float)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._scene = QGraphicsScene(self)
        self._item = self._scene.addPixmap(QPixmap())
        self._item.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._turned = 0
        self._fitted = True
        self.setScene(self._scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setDragMode(QGraphicsView.DragMode.ScrollHandDrag)
        self.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorViewCenter)
        self.tint()

    @property
    def turned(self) -> int:
        """By how many degrees, clockwise, the page is turned."""
        return self._turned

    @property
    def share(self) -> float:
        """How large the page is shown, against its own size."""
        matrix = self.transform()
        return float((matrix.m11() ** 2 + matrix.m12() ** 2) ** 0.5)

    def show_page(self, picture: QImage) -> None:
        """Show another page; how it is turned stays, since scans of one pile lie alike."""
        self._item.setPixmap(QPixmap.fromImage(picture))
        self._scene.setSceneRect(self._item.boundingRect().adjusted(-_MARGIN, -_MARGIN, _MARGIN, _MARGIN))
        self.fit()

    def fit(self) -> None:
        """Show the whole page."""
        self._fitted = True
        self.resetTransform()
        self.rotate(self._turned)
        self.fitInView(self._scene.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
        self.zoomed.emit(self.share)

    def zoom(self, factor: float) -> None:
        """Make the page larger or smaller."""
        wanted = min(max(self.share * factor, _LEAST), _MOST)
        self._fitted = False
        self.scale(wanted / self.share, wanted / self.share)
        self.zoomed.emit(self.share)

    def larger(self) -> None:
        """Zoom in by a step."""
        self.zoom(_STEP)

    def smaller(self) -> None:
        """Zoom out by a step."""
        self.zoom(1 / _STEP)

    def turn(self, degrees: int) -> None:
        """Turn the page clockwise; it is fitted anew."""
        self._turned = (self._turned + degrees) % 360
        self.fit()

    def reset(self) -> None:
        """Forget how the last file was turned."""
        self._turned = 0

    def tint(self) -> None:
        """Lay the page on a quiet ground."""
        self.setBackgroundBrush(QColor(tokens().line))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the whole page in sight until a person zooms."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, scroll without."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoom(_STEP if event.angleDelta().y() > 0 else 1 / _STEP)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move a page that is larger than the view; every other key is the viewer's."""
        arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
        if event.key() in arrows and not self._fitted:
            super().keyPressEvent(event)
        else:
            event.ignore()


def as_image(page: PagePicture) -> QImage:
    """Return a page that was drawn as Qt shows it."""
    drawn = QImage(page.dots, page.width, page.height, 3 * page.width, QImage.Format.Format_RGB888)
    return drawn.copy()


_EDGE = 28
_TURN = 90


class AttachmentViewer(Retranslated, ModalOverlay):
    """Shows one file. Page Up and Page Down turn pages, plus and minus zoom, 0 fits, R turns, Esc closes.

    A page may take long to draw: until it is there the one before stays, and closing stops it.
    """

    def __init__(self, context: AppContext, host: QWidget, found: Attachment) -> None:
        super().__init__("viewer", host, width=10_000)
        self._context, self._found = context, found
        self._number = self._count = 0
        self._job: Job | None = None
        self.is_open = True
        self.title = FittingLabel("card_title", "viewer_title", found.name)
        self.place = label("caption", "viewer_place")
        self.view = AttachmentPageView("viewer_page")
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

    def begin(self) -> None:
        """Show the first page."""
        self._show_page(0)

    @override
    def dismiss(self) -> None:
        self.is_open = False
        if self._job is not None:
            self._job.cancel()
        super().dismiss()

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self._show_page(self._number - 1))
        self.forward.clicked.connect(lambda: self._show_page(self._number + 1))
        self.smaller.clicked.connect(self.view.smaller)
        self.larger.clicked.connect(self.view.larger)
        self.fit.clicked.connect(self.view.fit)
        self.turn.clicked.connect(lambda: self.view.turn(_TURN))
        self.copy.clicked.connect(self._ask_where)
        withhold("attendance/attachments/save_copy", self.copy)
        self.close_button.clicked.connect(self.dismiss)
        self.view.zoomed.connect(lambda _share: self._say_place())

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.place)
        bar = FlowRow()
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

    @override
    def retranslate(self) -> None:
        self.back.set_words(self.tr("Page before"), "PgUp")
        self.forward.set_words(self.tr("Next page"), "PgDown")
        self.smaller.set_words(self.tr("Smaller"), "-")
        self.larger.set_words(self.tr("Larger"), "+")
        self.fit.setText(self.tr("Whole page"))
        self.fit.set_hint("0")
        #: A button: turns the picture by a quarter
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
            Qt.Key.Key_End: lambda: self._show_page(self._count - 1),
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
        path = self._context.ask(attachments.save_copy, self._found.key, folder)
        if path is not None:
            words = self.tr("{file} is not encrypted: anybody can read it there.").format(file=path)
            self._context.tell_saved(path, words)
        self.dismiss()

    def _show_page(self, number: int) -> None:
        if not 0 <= number < max(self._count, 1):
            return
        if self._job is not None:
            self._job.cancel()
        self._number = number
        key = self._found.key
        self._job = self._context.run(
            self.tr("Reading {file}").format(file=self._found.name),
            lambda work, progress: attachments.draw_page(work, key, number, progress=progress),
            done=lambda page: self._paint(number, page),
            failed=self._give_up,
            writes=False,
        )

    def _paint(self, number: int, page: PagePicture) -> None:
        if not self._is_looked_at() or number != self._number:
            return
        self._count = page.pages
        self.view.show_page(as_image(page))
        self.back.setEnabled(number > 0)
        self.forward.setEnabled(number + 1 < page.pages)
        self._say_place()

    def _give_up(self, error: TrainerError) -> None:
        """Close, and say why a page cannot be shown; a page that is not wanted any more says nothing."""
        if self._is_looked_at() and not isinstance(error, Cancelled):
            self.dismiss()
            self._context.tell_error(error)

    def _is_looked_at(self) -> bool:
        """Tell whether a page is still wanted: the window may have gone, with all that lay over it."""
        return isValid(self) and self.is_open

    def _say_place(self) -> None:
        if not self._count:
            return
        pages = self.tr("Page {page} of {pages}").format(page=self._number + 1, pages=self._count)
        size = self._context.formats.size(self._found.size)
        share = progress_text(self.view.share)
        self.place.setText(" · ".join((pages, size, share)))
        self.view.setAccessibleName(f"{self.title.text()}: {pages}")

    def _ask_where(self) -> None:
        chosen = FileDialog.getExistingDirectory(
            self, self.tr("Save a copy that anybody can read"), purpose=Purpose.PAPERS
        )
        if chosen:
            self.save_into(Path(chosen))


def open_attachment(context: AppContext, host: QWidget, key: str) -> AttachmentViewer | None:
    """Show an attached file over the window; tell the error and return None if it cannot be shown."""
    found = context.ask(attachments.get_attachment, key)
    if found is None:
        return None
    viewer = AttachmentViewer(context, host, found)
    viewer.reveal(viewer.view)
    viewer.begin()
    return viewer if viewer.is_open else None
