"""Forms about a design: what it is called, and who signs.

Up to four persons sign the certificates of a project or one course, in order, with scanned signatures.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import override

from PySide6.QtCore import QCoreApplication, QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QImage, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QColorDialog,
    QDoubleSpinBox,
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from trainer_app.actions.certificates import signatories
from trainer_app.actions.courses import projects
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.structs import Meanwhile, replace
from trainer_app.domain.base.texts import DEFAULT, Texts
from trainer_app.domain.certificates.certificates import (
    MOST_NAME,
    MOST_SIGNATORIES,
    SignatoryLine,
    SignatoryRole,
)
from trainer_app.domain.certificates.designs import DesignPart, PartText
from trainer_app.ui.certificates.wording import languages_word, part_word
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import Flag, Layout, Note, Own, Segments, Text, Translated, indent
from trainer_app.ui.kit.forms import FieldsForm
from trainer_app.ui.kit.meanwhile import ValuesInDoubt
from trainer_app.ui.kit.picked_fields import LogoField, read_picture
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import CONTROL, RADIUS_CONTROL
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton, Tick
from trainer_app.ui.widgets.fields import AutoHeightTextEdit, FormRow, in_line
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import FocusRing, Retranslated, clear_layout, label, rule
from trainer_app.ui.widgets.pickers import ComboBox


class DesignNameForm(FieldsForm):
    """One line of text, and whether the design takes the place of an older one. `saved` tells the key."""

    saved = Signal(str)

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("design_name_form", context, host, 420, prefix="design_")
        self._title, self._accept, self._instead = "", "", False
        self._act: Callable[[str, bool], Changes] | None = None
        self.build()

    @override
    def fields(self) -> Layout:
        name, refused = self.tr("Name of the design"), ("template.no_name", "template.name_too_long")
        about = self.tr("Projects that use that one get this one. Certificates that were issued keep theirs.")
        return (
            Text("name", name, longest=MOST_NAME, refused=refused),
            Flag("instead", self.tr("In the place of the one it was made from"), shown=self._instead),
            Note("instead_about", about, shown=self._instead),
        )

    @override
    def words(self) -> tuple[str, str]:
        return self._title, self._accept

    def ask(
        self, title: str, accept: str, name: str, act: Callable[[str, bool], Changes], *, instead: bool
    ) -> None:
        """Ask for a name, and call `act` with it; `instead`: an older design may step back."""
        self._title, self._accept, self._act, self._instead = title, accept, act, instead
        self.open_filled(name=name, instead=instead)
        self.rows["name"].field.selectAll()

    @override
    def save(self) -> None:
        act, name, instead = self._act, self.value("name"), self.value("instead")
        if act is None:
            return
        changes = self.submit(lambda: act(name, instead))
        if changes is not None:
            self.saved.emit(changes.key or "")


class SignatoryForm(FieldsForm):
    """Shows one who signs at a time; the choice at the top goes from one to the next."""

    needs = "certificates/signatories/set_signatories"

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("signatory_form", context, host, 520)
        self.lines: list[SignatoryLine] = []
        self._begun: tuple[SignatoryLine, ...] = ()
        self.at = 0
        self._project: str | None = None
        self._course: str | None = None
        self._done: Callable[[], object] = lambda: None
        self.place = ComboBox("signatory_place")
        self.add = IconButton("signatory_add", "plus")
        self.earlier = IconButton("signatory_earlier", "up")
        self.later = IconButton("signatory_later", "down")
        self.remove = IconButton("signatory_remove", "trash")
        self.signature = LogoField("signatory_signature")
        self.rule = Button("signatory_rule", ButtonKind.GHOST)
        self.build()
        self.place.activated.connect(self.go_to)
        self.add.clicked.connect(self._add)
        self.earlier.clicked.connect(lambda: self._swap(-1))
        self.later.clicked.connect(lambda: self._swap(1))
        self.remove.clicked.connect(self._remove)
        self.signature.requested.connect(self._ask_picture)
        self.signature.changed.connect(lambda: self._set_picture(None))
        self.rule.clicked.connect(self._back_to_rule)

    @override
    def fields(self) -> Layout:
        line = self.lines[self.at] if self.lines else None
        by_name = line is not None and line.role is SignatoryRole.PERSON
        may_sign = line is not None and self._may_sign(line)
        about = self.tr("For all courses of the project. A course can have others.")
        if self._course is not None:
            about = self.tr("For this course only; the project’s other courses keep theirs.")
        roles = (
            (SignatoryRole.PERSON, self.tr("Somebody by name")),
            (SignatoryRole.LEAD_TRAINER, self.tr("Who leads the course")),
        )
        local = self.tr(
            "Dark ink on white paper, PNG or JPEG. It is encrypted here, and goes only to laptops "
            "that get these courses. Without it the paper is signed by hand."
        )
        shown, buttons = line is not None, (self.add, self.earlier, self.later, self.remove)
        return (
            Note("about", about, role="subtitle"),
            Own("order", widget=lambda name: in_line(name, self.place, *buttons)),
            Segments("role", self.tr("Who it is"), options=roles, shown=shown, changed=self._keep_and_show),
            Translated("name", self.tr("Name as printed below the line"), longest=120, shown=by_name),
            Translated("title", self.tr("Position"), longest=200, shown=shown),
            Own("signature", widget=lambda _name: self.signature, shown=may_sign),
            Note("local", local, shown=may_sign),
        )

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("Who signs the certificates"), self.tr("Save")

    @override
    def end_body(self) -> None:
        super().end_body()
        self.body.addWidget(self.rule)

    def open_project(self, project: str) -> None:
        """Ask who signs for a project."""
        self._open(project, None, lambda: None)

    def open_course(self, course: str, done: Callable[[], object]) -> None:
        """Ask who signs for one course; `done` is called when that is saved."""
        self._open(None, course, done)

    @override
    def save(self) -> None:
        self._keep()
        lines, project, course = tuple(self.lines), self._project, self._course
        changes = self.submit(
            lambda: signatories.set_signatories(
                self.context.work, lines, project=project, course=course, opened=self._begun
            )
        )
        if changes is not None:
            self._done()

    @override
    def doubt_of(self, field: Meanwhile) -> ValuesInDoubt:
        return ValuesInDoubt(field, lambda: self.tr("Who signs, in this order"), self._said_lines)

    @override
    def settle_meanwhile(self, field: Meanwhile, *, theirs: bool) -> None:
        self._begun = field.now
        self.lines, self.at = list(field.theirs if theirs else field.yours), 0
        self._show()

    def _said_lines(self, lines: Sequence[SignatoryLine]) -> str:
        code, by_role = self.context.language.code, self.tr("Who leads the course")
        return "\n".join(
            ", ".join(part for part in (each.name.best(code), each.title.best(code)) if part) or by_role
            for each in lines
        )

    def go_to(self, index: int) -> None:
        """Show another one who signs."""
        self._keep()
        self.at = min(max(index, 0), max(0, len(self.lines) - 1))
        self._show()

    def take_picture(self, path: Path) -> None:
        """Take a scanned signature, or say why it cannot be one."""
        self.clear_errors()
        at, lines = self.at, self.lines
        # It counts as writing, so that nothing is saved without what was chosen.
        self.context.run(
            self.tr("Reading {file}").format(file=path.name),
            lambda work, progress: projects.read_logo(work, path, progress=progress),
            done=lambda _content: self._set_picture_of(lines, at, path),
            failed=self.show_refusal,
        )

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.place.setAccessibleName(self.tr("Who signs, in this order"))
        self.add.set_words(self.tr("One more"))
        self.earlier.set_words(self.tr("Sign earlier"))
        self.later.set_words(self.tr("Sign later"))
        self.remove.set_words(self.tr("Remove this one"))
        self.signature.set_caption(self.tr("Scanned signature"))
        self.rule.setText(self.tr("Head of programme and lead trainer, as without a choice"))

    def _open(self, project: str | None, course: str | None, done: Callable[[], object]) -> None:
        found = self.context.ask(signatories.proposed, project=project, course=course)
        if found is None:
            return
        self.lines, self.at, self._begun = list(found), 0, tuple(found)
        self._project, self._course, self._done = project, course, done
        self.clear_errors()
        self.retranslate()
        self._show()
        self.reveal(self.place)

    def _show(self) -> None:
        line = self.lines[self.at] if self.lines else None
        self.place.clear()
        self.place.addItems([self._called(index) for index in range(len(self.lines))])
        self.place.setCurrentIndex(self.at)
        if line is not None:
            self.fill(line)
        else:
            self.say_fields()
        self.remove.setVisible(line is not None)
        self.add.setEnabled(len(self.lines) < MOST_SIGNATORIES)
        self.earlier.setEnabled(self.at > 0)
        self.later.setEnabled(self.at + 1 < len(self.lines))
        self.signature.show_image(self._image(line))

    def _called(self, index: int) -> str:
        """Return one who signs as the choice at the top has it."""
        line, code = self.lines[index], self.context.language.code
        who = line.name.best(code) or line.title.best(code) or self.tr("new")
        return f"{index + 1}. {who}"

    def _may_sign(self, line: SignatoryLine) -> bool:
        """Tell whether a signature can be scanned: one cannot stand for whoever leads one of many courses."""
        return line.role is SignatoryRole.PERSON or self._course is not None

    def _image(self, line: SignatoryLine | None) -> QImage:
        if line is None:
            return QImage()
        if line.picture is not None:
            content = self.context.ask(projects.read_logo, line.picture)
        else:
            content = self.context.ask(signatories.signature_picture, line)
        return read_picture(content) if content else QImage()

    def _keep(self) -> None:
        """Put what is typed into the line that is shown."""
        if self.lines:
            line = self.read(self.lines[self.at])
            if line.role is not SignatoryRole.PERSON:
                line = replace(line, name=Texts())
            self.lines[self.at] = line if self._may_sign(line) else replace(line, signature="", picture=None)

    def _keep_and_show(self) -> None:
        self._keep()
        self._show()

    def _add(self) -> None:
        self._keep()
        self.lines.append(SignatoryLine(SignatoryRole.PERSON))
        self.at = len(self.lines) - 1
        self._show()
        self.rows["name"].lines[DEFAULT].setFocus()

    def _remove(self) -> None:
        del self.lines[self.at]
        self.at = max(0, self.at - 1)
        self._show()

    def _swap(self, by: int) -> None:
        self._keep()
        other = self.at + by
        self.lines[self.at], self.lines[other] = self.lines[other], self.lines[self.at]
        self.at = other
        self._show()

    def _back_to_rule(self) -> None:
        self.lines, self.at = [], 0
        self.save()

    def _set_picture_of(self, lines: list[SignatoryLine], at: int, path: Path) -> None:
        """Give a scanned signature to one who signs, unless it is about others by now."""
        if self.lines is lines and at < len(lines):
            self.go_to(at)
            self._set_picture(path)

    def _set_picture(self, path: Path | None) -> None:
        self._keep()
        line = self.lines[self.at]
        self.lines[self.at] = replace(line, picture=path, signature=line.signature if path else "")
        self._show()

    def _ask_picture(self) -> None:
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg)")
        chosen, _ = FileDialog.getOpenFileName(
            self, self.tr("Choose a scanned signature"), kinds=kinds, purpose=Purpose.PICTURES
        )
        if chosen:
            self.take_picture(Path(chosen))


translate = QCoreApplication.translate

_MOST = 2000.0


class MillimetreField(QDoubleSpinBox):
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


class ColourSwatch(FocusRing, QAbstractButton):
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

    shown_requested = Signal(bool)
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
        self.part: DesignPart | None = None
        self._colours: Mapping[str, str] = {}
        self.title = label("card_title", "design_part_title", wrap=True)
        self.shown = Tick("design_part_shown")
        self.across = FormRow("design_part_x", MillimetreField("design_part_x"))
        self.down = FormRow("design_part_y", MillimetreField("design_part_y"))
        self.span = FormRow("design_part_width", MillimetreField("design_part_width"))
        self.texts_box = QVBoxLayout()
        self.texts: list[AutoHeightTextEdit] = []
        self._made: list[tuple[str, int, str]] = []
        self.hint = label("caption", "design_part_hint", wrap=True)
        self.remove = Button("design_part_remove", ButtonKind.GHOST, "trash")
        self.colours_title = label("body_strong", "design_colours_title")
        self.colours_box = QGridLayout()
        self.swatches: dict[str, ColourSwatch] = {}
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        places = FlowRow()
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
        column.addSpacing(6)
        column.addWidget(rule("design_colours_rule"))
        column.addSpacing(6)
        column.addWidget(self.colours_title)
        column.addLayout(self.colours_box)
        column.addStretch(1)

    def _connect(self) -> None:
        self.shown.clicked.connect(lambda: self.shown_requested.emit(self.shown.isChecked()))
        self.across.field.valueChanged.connect(lambda value: self.placed.emit(value, None, None))
        self.down.field.valueChanged.connect(lambda value: self.placed.emit(None, value, None))
        self.span.field.valueChanged.connect(lambda value: self.placed.emit(None, None, value))
        self.remove.clicked.connect(self.removed)

    def show_part(self, part: DesignPart | None) -> None:
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

    @override
    def retranslate(self) -> None:
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
                "Words in curly brackets are filled in; words in square brackets are left out when there "
                "is nothing to fill in."
            )
            if has_texts
            else self.tr(
                "Or choose one in the list. Arrow keys move it by half a millimetre, with Shift by five."
            )
        )
        self.remove.setText(self.tr("Remove this picture"))
        self.colours_title.setText(self.tr("Colours of the whole design"))
        for area, text in zip(self.texts, part.texts if part else (), strict=True):
            area.setAccessibleName(self.tr("Text, {language}").format(language=languages_word(text.tongue)))
        for name, swatch in self.swatches.items():
            swatch.setAccessibleName(_colour_word(name))
            swatch.setToolTip(_colour_word(name))

    def _make_texts(self, texts: tuple[PartText, ...]) -> None:
        clear_layout(self.texts_box)
        self.texts = []
        for place, text in enumerate(texts):
            caption = label("caption_strong", f"design_text_{place}_label", languages_word(text.tongue))
            area = AutoHeightTextEdit(f"design_text_{place}")
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
        for index, (name, colour) in enumerate(colours.items()):
            swatch = ColourSwatch(f"design_colour_{name}", colour)
            swatch.clicked.connect(lambda _checked=False, name=name: self._ask_colour(name))
            self.colours_box.addWidget(swatch, index // 6, index % 6, Qt.AlignmentFlag.AlignLeft)
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
