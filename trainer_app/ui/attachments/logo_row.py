"""The logos of a project in its form: three fields with a picture each. Nothing is written before Save."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions import attachments
from trainer_app.domain.courses import Logo
from trainer_app.domain.errors import TrainerError
from trainer_app.ui.attachments.pages import read_picture
from trainer_app.ui.shell import icons
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import RADIUS_CONTROL
from trainer_app.ui.widgets.buttons import Button, IconButton, Kind
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated

_HEIGHT, _INSET = 68, 8


class Picture(QWidget):
    """A logo on white, as it will stand on paper, or a quiet mark for none."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedHeight(_HEIGHT)
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
            icons.draw(painter, "file", QRectF(middle.x() - 10, middle.y() - 10, 20, 20))
            return
        room = box.adjusted(_INSET, _INSET, -_INSET, -_INSET)
        size = self.image.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(0, 0, size.width(), size.height())
        place.moveCenter(room.center())
        painter.drawImage(place, self.image)


class LogoField(Retranslated, QWidget):
    """One logo. `asked` wants another picture, `changed` tells that there is none any more."""

    asked = Signal()
    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.caption = label("caption_strong", f"{name}_label")
        self.picture = Picture(f"{name}_picture")
        self.choose = Button(f"{name}_choose", Kind.GHOST)
        self.remove = IconButton(f"{name}_remove", "trash", size=32)
        self.choose.clicked.connect(self.asked)
        self.remove.clicked.connect(self.changed)
        foot = QHBoxLayout()
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

    def retranslate(self) -> None:
        """Set every word."""
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

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setObjectName("project_logos")
        self._desk = desk
        self.chosen: dict[Logo, Path | None] = {}
        self.caption = label("body_strong", "project_logos_label")
        self.description = label("caption", "project_logos_description", wrap=True)
        self.error = label("error", "project_logos_error", wrap=True)
        self.error.hide()
        self.fields = {logo: LogoField(f"project_logo_{logo}") for logo in Logo}
        line = QHBoxLayout()
        line.setSpacing(12)
        for logo, field in self.fields.items():
            field.asked.connect(lambda logo=logo: self._ask(logo))
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

    def show_logos(self, pictures: Mapping[Logo, bytes]) -> None:
        """Show what is stored, and forget what was chosen."""
        self.chosen = {}
        self._complain("")
        for logo, field in self.fields.items():
            content = pictures.get(logo)
            field.show_image(read_picture(content) if content else QImage())

    def take(self, logo: Logo, path: Path) -> None:
        """Choose a picture, or say why it cannot be a logo."""
        try:
            content = attachments.read_logo(path)
        except TrainerError as error:
            self._complain(self._desk.words(error.code, **error.values))
            return
        self._complain("")
        self.chosen[logo] = path
        self.fields[logo].show_image(read_picture(content))

    def clear(self, logo: Logo) -> None:
        """Choose that there is none."""
        self._complain("")
        self.chosen[logo] = None
        self.fields[logo].show_image(QImage())
        self.fields[logo].choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set every word."""
        self.caption.setText(self.tr("Logos on papers"))
        self.description.setText(
            self.tr("PNG or JPEG. They stand on certificates, sign-in sheets and badges.")
        )
        words = {
            Logo.ORGANISER: self.tr("Organiser"),
            Logo.DONOR: self.tr("Donor"),
            Logo.PARTNER: self.tr("Partner"),
        }
        for logo, field in self.fields.items():
            field.set_caption(words[logo])

    def minimumSizeHint(self) -> QSize:
        """Give way in width."""
        return QSize(0, super().minimumSizeHint().height())

    def _complain(self, text: str) -> None:
        self.error.setText(text)
        self.error.setVisible(bool(text))
        self.description.setVisible(not text)

    def _ask(self, logo: Logo) -> None:
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg)")
        start = self._desk.preferences.now.export_folder or str(Path.home())
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a logo"), start, kinds)
        if chosen:
            self.take(logo, Path(chosen))
