"""Fields whose value is picked: a file that is dropped or chosen, pictures and logos, places of the list.

Pictures and logos are written only when the form is saved; a place that no list has stays as it is typed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, override

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEvent,
    QIODevice,
    QMimeData,
    QObject,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImage,
    QImageReader,
    QPainter,
    QPaintEvent,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from trainer_app.actions.courses import projects
from trainer_app.domain.courses.courses import LogoOwner
from trainer_app.domain.people import places
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import FormField
from trainer_app.ui.kit.language import field_caption, window_language
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import RADIUS_CARD, RADIUS_CONTROL
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton
from trainer_app.ui.widgets.fields import FormRow
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Painted, Retranslated, label
from trainer_app.ui.widgets.pages import EmptyState
from trainer_app.ui.widgets.presses import press_beside


def read_picture(content: bytes) -> QImage:
    """Return a picture the way up that its camera says; a null one for what is none."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    return reader.read()


TABLE_EXTENSIONS = ("xlsx", "xls", "ods", "csv", "txt")


def dragged_file(data: QMimeData) -> Path | None:
    """Return the one file of this computer that is dragged; None for anything else."""
    urls = data.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None


class DropField(EmptyState):
    """A field that takes a file; it says what it takes and offers to choose one."""

    dropped = Signal(Path)

    def __init__(self, name: str) -> None:
        super().__init__(name, "file")
        self.setAcceptDrops(True)
        self._over = False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of this computer."""
        if dragged_file(event.mimeData()) is not None:
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


class FileWords(NamedTuple):
    """What the first step of an import says: above and below in the field, on the way back, in the dialog."""

    title: str
    text: str
    back: str
    asked: str
    kinds: str
    """Of files, with `{endings}`."""


class FileStep(Retranslated, QWidget):
    """The first step: a field that takes a file. `file_chosen` gives it, `closed` leads back."""

    file_chosen = Signal(Path)
    closed = Signal()

    def __init__(
        self, name: str, more: Sequence[Button] = (), *, endings: Sequence[str] = TABLE_EXTENSIONS
    ) -> None:
        super().__init__()
        self.setObjectName(f"{name}_choose_page")
        self._words, self._endings = FileWords("", "", "", "", ""), endings
        self.field = DropField(f"{name}_drop")
        self.choose = Button(f"{name}_choose", ButtonKind.PRIMARY, "folder")
        self.cancel = Button(f"{name}_choose_cancel")
        for button in (self.choose, *more, self.cancel):
            self.field.add_button(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field, 1)
        self.choose.clicked.connect(self.ask_file)
        self.cancel.clicked.connect(self.closed)
        self.field.dropped.connect(self.file_chosen)
        self.retranslate()

    def set_words(self, words: FileWords) -> None:
        """Say what is to be chosen."""
        self._words = words
        self.field.set_words(words.title, words.text)
        self.cancel.setText(words.back)

    def ask_file(self) -> None:
        """Ask which file to read."""
        path = self.asked_file()
        if path is not None:
            self.file_chosen.emit(path)

    def asked_file(self) -> Path | None:
        """Return the file that somebody chooses, None where they think better of it."""
        kinds = self._words.kinds.format(endings=" ".join(f"*.{each}" for each in self._endings))
        every = self.tr("All files (*)")
        over = self if self.isVisible() else self.window()
        name, _ = FileDialog.getOpenFileName(
            over, self._words.asked, kinds=f"{kinds};;{every}", purpose=Purpose.LISTS
        )
        return Path(name) if name else None

    @override
    def retranslate(self) -> None:
        self.choose.setText(self.tr("Choose a file"))


_WIDTH, _HEIGHT, _INSET = 96, 68, 8


class LogoPicture(Painted):
    """A logo on white, as it will stand on paper, or a quiet mark for none."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        # A row that asks how wide its parts would be must not leave a line of it.
        self.setMinimumSize(_WIDTH, _HEIGHT)
        self.image = QImage()

    def show_image(self, image: QImage) -> None:
        """Show another logo; a null one for none."""
        self.image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field and, in its middle, the logo."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        empty = self.image.isNull()
        painter.setPen(QPen(QColor(tokens().line), 1))
        painter.setBrush(QColor(tokens().sunken) if empty else QColor(Qt.GlobalColor.white))
        painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        if empty:
            middle = box.center()
            theme.draw(painter, "file", QRectF(middle.x() - 10, middle.y() - 10, 20, 20))
            return
        room = box.adjusted(_INSET, _INSET, -_INSET, -_INSET)
        size = self.image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        painter.drawImage(place, self.image)


class LogoField(Retranslated, QWidget):
    """One logo. `requested` wants another picture, `changed` tells that there is none any more."""

    requested = Signal()
    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.caption = label("caption_strong", f"{name}_label")
        self.picture = LogoPicture(f"{name}_picture")
        self.choose = Button(f"{name}_choose", ButtonKind.GHOST)
        self.remove = IconButton(f"{name}_remove", "trash", size=32)
        self.choose.clicked.connect(self.requested)
        self.remove.clicked.connect(self.changed)
        foot = FlowRow()
        foot.setContentsMargins(-10, 0, 0, 0)  # the words of a ghost button stand on the field's edge
        foot.setSpacing(0)
        foot.addWidget(self.choose)
        foot.addStretch(1)
        foot.addWidget(self.remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.caption, self.picture):
            column.addWidget(part)
        column.addLayout(foot)
        self.retranslate()

    def show_image(self, image: QImage) -> None:
        """Show a logo; a null one for none."""
        self.picture.show_image(image)
        self.retranslate()

    def set_caption(self, caption: str) -> None:
        """Say whose logo it is."""
        self.caption.setText(caption)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        whose = self.caption.text()
        there = not self.picture.image.isNull()
        self.choose.setText(self.tr("Replace…") if there else self.tr("Choose…"))
        self.choose.setAccessibleName(f"{self.choose.text()} {whose}")
        self.remove.set_words(self.tr("Remove the logo: {whose}").format(whose=whose))
        self.remove.setVisible(there)
        said = self.tr("a picture is chosen") if there else self.tr("no picture")
        self.picture.setAccessibleName(f"{whose}: {said}")


class LogoRow(Retranslated, QWidget):
    """Three logos side by side; `chosen` are those that differ from what is stored."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("project_logos")
        self._context = context
        self.chosen: dict[LogoOwner, Path | None] = {}
        self.caption = label("body_strong", "project_logos_label")
        self.description = label("caption", "project_logos_description", wrap=True)
        self.error = label("error", "project_logos_error", wrap=True)
        self.error.hide()
        self.fields = {logo: LogoField(f"project_logo_{logo}") for logo in LogoOwner}
        line = FlowRow()
        line.setSpacing(12)
        for logo, field in self.fields.items():
            field.requested.connect(lambda logo=logo: self._ask(logo))
            field.changed.connect(lambda logo=logo: self.clear(logo))
            line.addWidget(field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.caption)
        column.addLayout(line)
        column.addWidget(self.description)
        column.addWidget(self.error)
        self.retranslate()

    def show_logos(self, pictures: Mapping[LogoOwner, bytes]) -> None:
        """Show what is stored, and forget what was chosen."""
        self.chosen = {}
        self._complain("")
        for logo, field in self.fields.items():
            content = pictures.get(logo)
            field.show_image(read_picture(content) if content else QImage())

    def take(self, logo: LogoOwner, path: Path) -> None:
        """Choose a picture, or say why it cannot be a logo."""
        self._complain("")
        chosen = self.chosen
        # It counts as writing, so that nothing is saved without what was chosen.
        self._context.run(
            self.tr("Reading {file}").format(file=path.name),
            lambda work, progress: projects.read_logo(work, path, progress=progress),
            done=lambda content: self._show_chosen(chosen, logo, path, content),
            failed=lambda error: self._complain(self._context.words(error.code, **error.values)),
        )

    def _show_chosen(
        self, chosen: dict[LogoOwner, Path | None], logo: LogoOwner, path: Path, content: bytes
    ) -> None:
        """Show a logo that was read, unless the form is about another project by now."""
        if self.chosen is not chosen:
            return
        self.chosen[logo] = path
        self.fields[logo].show_image(read_picture(content))

    def clear(self, logo: LogoOwner) -> None:
        """Choose that there is none."""
        self._complain("")
        self.chosen[logo] = None
        self.fields[logo].show_image(QImage())
        self.fields[logo].choose.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def retranslate(self) -> None:
        self.caption.setText(self.tr("Logos on papers"))
        self.description.setText(
            self.tr("PNG or JPEG. They are printed on certificates, sign-in sheets and badges.")
        )
        for logo, field in self.fields.items():
            field.set_caption(field_caption("project", logo))

    def minimumSizeHint(self) -> QSize:
        """Give way in width."""
        return QSize(0, super().minimumSizeHint().height())

    def _complain(self, text: str) -> None:
        self.error.setText(text)
        self.error.setVisible(bool(text))
        self.description.setVisible(not text)

    def _ask(self, logo: LogoOwner) -> None:
        title, kinds = self.tr("Choose a logo"), self.tr("Pictures (*.png *.jpg *.jpeg)")
        chosen, _ = FileDialog.getOpenFileName(self, title, kinds=kinds, purpose=Purpose.PICTURES)
        if chosen:
            self.take(logo, Path(chosen))


_OFFERED, _WIDEST_OFFER = 12, 340
_TAKEN = Qt.ItemDataRole.UserRole
"""What is put into the line: the name without its region."""


class PlaceField(QLineEdit):
    """Offers places of the list while somebody types, each with its region, in the window's language.

    `settled` tells the text that somebody typed or picked, once it differs from what stood there.
    """

    settled = Signal(str)

    def __init__(self, name: str, most: int = 80) -> None:
        super().__init__()
        self._stood = self._filled = ""
        self.setObjectName(name)
        self.setMaxLength(most)
        # A file that is let go above it is for the window: its path is nothing that anybody types.
        self.setAcceptDrops(False)
        self._found = QStandardItemModel(self)
        completer = QCompleter(self._found, self)
        completer.setObjectName(f"{name}_found")
        # What is found was found already, also by letters that the name shown has not.
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCompletionRole(_TAKEN)
        completer.setMaxVisibleItems(_OFFERED)
        self.setCompleter(completer)
        press_beside(completer)
        popup = completer.popup()
        if popup is not None:
            popup.installEventFilter(self)
        self.textEdited.connect(self._offer)
        self.editingFinished.connect(lambda: self._settle(self.text()))
        completer.activated.connect(self._settle)

    def listed(self) -> places.ListedPlace | None:
        """Return the place that the text names, if it is in the list."""
        return places.find_place(self.text())

    def begin(self, text: str) -> None:
        """Show what was kept."""
        self._stood, self._filled = text, ""
        self.setText(text)

    def follow(self, town: "PlaceField") -> None:
        """Be filled in as the district of a town that somebody types or picks, until another is typed."""
        town.settled.connect(self._fill)

    def _settle(self, text: str) -> None:
        if text != self._stood:
            self._stood = text
            self.settled.emit(text)

    def _fill(self, town: str) -> None:
        if self.text() == self._filled:
            self._filled = places.district_of(town)
            self.setText(self._filled)

    def said(self) -> str:
        """Return that it was filled in, or that the text is in no list; empty for the others."""
        if not self.text().strip():
            return ""
        if self.text() == self._filled:
            place = self.listed()
            if place is not None and place.kind is places.PlaceKind.CITY:
                return self.tr("A city counts as its own district; it can be changed.")
            return self.tr("Filled in from the town; it can be changed.")
        if self.listed() is not None:
            return ""
        return self.tr("Not in the list of places: it stays as typed.")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what is offered inside the window: it is wider than the field, which may stand at its edge."""
        popup = self.completer().popup()
        if watched is popup and event.type() in (QEvent.Type.Show, QEvent.Type.Move, QEvent.Type.Resize):
            window = self.window()
            begins = window.mapToGlobal(QPoint(0, 0)).x()
            if popup.x() + popup.width() > begins + window.width():
                ends = self.mapToGlobal(QPoint(self.width(), 0)).x()
                popup.move(max(ends - popup.width(), begins), popup.y())
        return super().eventFilter(watched, event)

    def _offer(self, typed: str) -> None:
        language, popup = window_language(), self.completer().popup()
        if popup is not None:
            # A name with its region is longer than half of a form.
            popup.setMinimumWidth(_WIDEST_OFFER)
        self._found.clear()
        for place in places.search_places(typed, language)[:_OFFERED] if typed.strip() else ():
            region = places.region_of(place)
            name = place.name[language]
            item = QStandardItem()
            shown = name if region is None else f"{name} · {region.name[language]}"
            item.setData(name, _TAKEN)
            item.setData(shown, Qt.ItemDataRole.DisplayRole)
            self._found.appendRow(item)


@dataclass(frozen=True)
class PlaceText(FormField[FormRow[PlaceField]]):
    """A town or district. Below it stands whether it was filled in, or the list of places lacks it."""

    @override
    def make(self, name: str) -> FormRow[PlaceField]:
        row = FormRow(name, PlaceField(name, self.longest))
        row.field.textChanged.connect(lambda _text: _say_listed(row))
        return row

    @override
    def say(self, part: FormRow[PlaceField]) -> None:
        part.set_words(self.words, self.about or part.field.said())

    @override
    def get(self, part: FormRow[PlaceField]) -> str:
        return part.field.text().strip()

    @override
    def put(self, part: FormRow[PlaceField], value: str | None) -> None:
        part.field.begin(value or "")

    @override
    def signal(self, part: FormRow[PlaceField]) -> SignalInstance:
        return part.field.textChanged

    @override
    def entry(self, part: FormRow[PlaceField]) -> PlaceField:
        return part.field


def _say_listed(row: FormRow[PlaceField]) -> None:
    row.set_words(row.caption.text(), row.field.said())
