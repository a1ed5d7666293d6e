"""The fields of one part of a design: whether it is shown, where it stands, what is written; the colours."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QColorDialog,
    QDoubleSpinBox,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from trainer_app.actions.design_drafts import Part, PartText
from trainer_app.ui.bank.growing import GrowingText
from trainer_app.ui.courses.fields import indent
from trainer_app.ui.designs.words import part_word, tongue_word
from trainer_app.ui.shell.theme import tokens
from trainer_app.ui.shell.tokens import CONTROL, RADIUS_CONTROL
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.choices import Tick
from trainer_app.ui.widgets.forms import FormRow
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import FocusRing, Retranslated

translate = QCoreApplication.translate

_MOST = 2000.0


class Millimetres(QDoubleSpinBox):
    """A length; arrows up and down change it by half a millimetre, the wheel does not."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setRange(0, _MOST)
        self.setSingleStep(0.5)
        self.setDecimals(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setKeyboardTracking(False)
        indent(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the number, so that typing replaces it."""
        super().focusInEvent(event)
        self.selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class Swatch(FocusRing, QAbstractButton):
    """A colour of the palette, as a button."""

    def __init__(self, name: str, colour: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.colour = colour
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFixedSize(CONTROL, 28)

    def sizeHint(self) -> QSize:
        """Be small."""
        return QSize(CONTROL, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill with the colour; a ring with the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self.ring_shown
        painter.setPen(QPen(QColor(tokens().accent if ring else tokens().edge), 2 if ring else 1))
        painter.setBrush(QColor(f"#{self.colour}"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), RADIUS_CONTROL, RADIUS_CONTROL)


class PartFields(Retranslated, QWidget):
    """What can be changed at the chosen part. Every change is told at once."""

    shown_asked = Signal(bool)
    placed = Signal(object, object, object)
    """x, y and width in millimetres; None for what stays."""
    written = Signal(object)
    """A `PartText`."""
    painted = Signal(str, str)
    """Name and value of a colour of the palette."""
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("design_fields")
        self.part: Part | None = None
        self._colours: Mapping[str, str] = {}
        self.title = label("card_title", "design_part_title", wrap=True)
        self.shown = Tick("design_part_shown")
        self.across = FormRow("design_part_x", Millimetres("design_part_x"))
        self.down = FormRow("design_part_y", Millimetres("design_part_y"))
        self.span = FormRow("design_part_width", Millimetres("design_part_width"))
        self.texts_box = QVBoxLayout()
        self.texts: list[GrowingText] = []
        self._made: list[tuple[str, int, str]] = []
        self.hint = label("caption", "design_part_hint", wrap=True)
        self.remove = Button("design_part_remove", Kind.GHOST, "trash")
        self.colours_title = label("body_strong", "design_colours_title")
        self.colours_box = QGridLayout()
        self.swatches: dict[str, Swatch] = {}
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        places = QHBoxLayout()
        places.setSpacing(8)
        for row in (self.across, self.down, self.span):
            places.addWidget(row, 1)
        self.texts_box.setSpacing(8)
        self.colours_box.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.title)
        column.addWidget(self.shown)
        column.addLayout(places)
        column.addLayout(self.texts_box)
        column.addWidget(self.hint)
        column.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.colours_title)
        column.addLayout(self.colours_box)
        column.addStretch(1)

    def _connect(self) -> None:
        self.shown.clicked.connect(lambda: self.shown_asked.emit(self.shown.isChecked()))
        self.across.field.valueChanged.connect(lambda value: self.placed.emit(value, None, None))
        self.down.field.valueChanged.connect(lambda value: self.placed.emit(None, value, None))
        self.span.field.valueChanged.connect(lambda value: self.placed.emit(None, None, value))
        self.remove.clicked.connect(self.removed)

    def show_part(self, part: Part | None) -> None:
        """Show a part; None for none. Texts that are being typed stay as they are."""
        self.part = part
        for widget in (self.shown, self.across, self.down):
            widget.setVisible(part is not None)
        self.span.setVisible(part is not None and part.width is not None)
        self.remove.setVisible(part is not None and part.kind == "image")
        if part is not None:
            for row, value in ((self.across, part.x), (self.down, part.y), (self.span, part.width)):
                blocker = QSignalBlocker(row.field)
                row.field.setValue(value or 0.0)
                blocker.unblock()
            self.shown.setChecked(not part.hidden)
        texts = part.texts if part else ()
        wanted = [(part.id, each.line, each.tongue) for each in texts] if part else []
        if wanted != self._made:
            self._made = wanted
            self._make_texts(texts)
        for area, text in zip(self.texts, texts, strict=True):
            if area.toPlainText() != text.text and not area.hasFocus():
                blocker = QSignalBlocker(area)
                area.setPlainText(text.text)
                blocker.unblock()
        self.retranslate()

    def show_colours(self, colours: Mapping[str, str]) -> None:
        """Show the palette."""
        if list(colours) != list(self._colours):
            self._make_swatches(colours)
        self._colours = dict(colours)
        for name, swatch in self.swatches.items():
            swatch.colour = colours[name]
            swatch.update()
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word."""
        part = self.part
        self.title.setText(part_word(part) if part else self.tr("Click a part of the page"))
        self.shown.setText(self.tr("On the page"))
        self.across.set_words(self.tr("Across, mm"))
        self.down.set_words(self.tr("Down, mm"))
        self.span.set_words(self.tr("Size, mm") if part and part.kind == "qr" else self.tr("Width, mm"))
        has_texts = bool(part and part.texts)
        self.hint.setVisible(has_texts or part is None)
        self.hint.setText(
            self.tr(
                "Words in curly brackets are filled in; what stands in square brackets falls away without."
            )
            if has_texts
            else self.tr(
                "Or choose one in the list. Arrow keys move it by half a millimetre, with Shift by five."
            )
        )
        self.remove.setText(self.tr("Remove this picture"))
        self.colours_title.setText(self.tr("Colours"))
        for area, text in zip(self.texts, part.texts if part else (), strict=True):
            area.setAccessibleName(self.tr("Text, {language}").format(language=tongue_word(text.tongue)))
        for name, swatch in self.swatches.items():
            swatch.setAccessibleName(_colour_word(name))
            swatch.setToolTip(_colour_word(name))

    def _make_texts(self, texts: tuple[PartText, ...]) -> None:
        while (taken := self.texts_box.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.texts = []
        for place, text in enumerate(texts):
            caption = label("caption_strong", f"design_text_{place}_label", tongue_word(text.tongue))
            area = GrowingText(f"design_text_{place}")
            area.setPlainText(text.text)
            area.textChanged.connect(lambda place=place: self._write(place))
            self.texts_box.addWidget(caption)
            self.texts_box.addWidget(area)
            self.texts.append(area)

    def _write(self, place: int) -> None:
        if self.part is not None:
            # A line break has no place in one line of a paper.
            text = " ".join(self.texts[place].toPlainText().split("\n"))
            self.written.emit(replace(self.part.texts[place], text=text))

    def _make_swatches(self, colours: Mapping[str, str]) -> None:
        for swatch in self.swatches.values():
            self.colours_box.removeWidget(swatch)
            swatch.hide()
            swatch.deleteLater()
        self.swatches = {}
        for place, (name, colour) in enumerate(colours.items()):
            swatch = Swatch(f"design_colour_{name}", colour)
            swatch.clicked.connect(lambda _checked=False, name=name: self._ask_colour(name))
            self.colours_box.addWidget(swatch, place // 6, place % 6, Qt.AlignmentFlag.AlignLeft)
            self.swatches[name] = swatch

    def _ask_colour(self, name: str) -> None:
        title = self.tr("Colour: {name}").format(name=_colour_word(name))
        chosen = QColorDialog.getColor(QColor(f"#{self._colours[name]}"), self, title)
        if chosen.isValid():
            self.painted.emit(name, chosen.name()[1:].upper())


def _colour_word(name: str) -> str:
    words = {
        "main": translate("Designs", "main colour"),
        "gold": translate("Designs", "golden lines"),
        "goldtext": translate("Designs", "golden text"),
        "ink": translate("Designs", "text"),
        "second": translate("Designs", "quiet text"),
        "faint": translate("Designs", "circle for the stamp"),
        "thread": translate("Designs", "threads of the frame"),
        "water": translate("Designs", "rings behind the text"),
    }
    return words.get(name, name)
