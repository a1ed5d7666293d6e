"""The editor of a design: its parts at the left, the page as it will be printed, the fields of one part.

Nothing is stored before it is saved, and then as a new design.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import override

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from trainer_app.actions.certificates import design_drafts
from trainer_app.actions.certificates.design_drafts import LANGUAGE_KEYS, LONG, SAMPLE, Preview
from trainer_app.actions.courses import courses, projects
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.certificates import designs
from trainer_app.domain.certificates.certificates import Design
from trainer_app.domain.certificates.designs import DesignDraft, DesignPart
from trainer_app.system import messages
from trainer_app.ui.certificates.designs.forms import DesignNameForm, PartFields
from trainer_app.ui.certificates.wording import design_word, languages_word, part_word
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import LIGHT
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton
from trainer_app.ui.widgets.drawn_tables import InkTable
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import FittingLabel, FocusRing, Painted, Retranslated, label
from trainer_app.ui.widgets.overlays import Banner, Mood
from trainer_app.ui.widgets.pages import ScrollPage
from trainer_app.ui.widgets.pickers import ComboBox
from trainer_app.ui.widgets.printing import PdfBytes
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle

STEP, LEAP = 0.5, 5.0
"""Millimetres that an arrow key moves a part, alone and with Shift."""

_DRAG = 4
"""Pixels that the mouse goes before a click becomes a push."""

_FINER = 2

_PUSHES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class DesignView(FocusRing, Painted):
    """One page. `picked` tells the part under a click, `pushed` how far (mm) the chosen one shall go."""

    picked = Signal(str)
    pushed = Signal(float, float)

    def __init__(self, name: str, *, editable: bool) -> None:
        super().__init__()
        self.setObjectName(name)
        self.preview: Preview | None = None
        self.part = ""
        self._editable = editable
        self._pdf: PdfBytes | None = None
        self._image = QImage()
        self._from: QPointF | None = None
        self._by = QPointF()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if editable else Qt.FocusPolicy.NoFocus)

    def show_preview(self, preview: Preview | None) -> None:
        """Show a page, or nothing; the one that is shown already stays as it is drawn."""
        if preview is self.preview:
            return
        self.preview = preview
        if self._pdf is not None:
            self._pdf.deleteLater()
        self._pdf = PdfBytes(preview.pdf, self) if preview else None
        self._image = QImage()
        self.update()

    def select(self, part: str) -> None:
        """Mark a part."""
        self.part = part
        self.update()

    def page(self) -> QRectF:
        """Return where the page stands, in pixels of this widget."""
        wide, high = (self.preview.width, self.preview.height) if self.preview else (297.0, 210.0)
        scale = min((self.width() - 2) / wide, (self.height() - 2) / high)
        box = QRectF(0, 0, max(1.0, wide * scale), max(1.0, high * scale))
        box.moveCenter(QRectF(self.rect()).center())
        return box

    def box_of(self, part: DesignPart) -> QRectF:
        """Return where a part stands, in pixels of this widget."""
        page, scale = self.page(), self._scale()
        x, y, width, height = part.box
        return QRectF(page.left() + x * scale, page.top() + y * scale, width * scale, height * scale)

    def sizeHint(self) -> QSize:
        """Be as wide as a page that can be read."""
        return QSize(560, 396)

    def minimumSizeHint(self) -> QSize:
        """Give way."""
        return QSize(240, 170)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pick what lies under the mouse."""
        if not self._editable or self.preview is None:
            return
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        page, scale = self.page(), self._scale()
        at = event.position() - page.topLeft()
        found = designs.part_at(self.preview.parts, at.x() / scale, at.y() / scale)
        self._from, self._by = (event.position(), QPointF()) if found else (None, QPointF())
        self.picked.emit(found)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Take the part along."""
        if self._from is not None:
            by = event.position() - self._from
            if self._by.manhattanLength() or by.manhattanLength() >= _DRAG:
                self._by = by
                self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Push the part to where the mouse let go, in whole steps."""
        by, self._from, self._by = self._by, None, QPointF()
        if by.manhattanLength():
            right, down = (round(length / self._scale() / STEP) * STEP for length in (by.x(), by.y()))
            self.pushed.emit(right, down)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Push the chosen part by half a millimetre, with Shift by five."""
        push = _PUSHES.get(Qt.Key(event.key()))
        if push is None or not self.part:
            super().keyPressEvent(event)
            return
        far = LEAP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        self.pushed.emit(push[0] * far, push[1] * far)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page, and a frame round the chosen part."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        page = self.page()
        painter.fillRect(page, QColor(Qt.GlobalColor.white))
        painter.drawImage(page, self._rendered(page))
        painter.setPen(QPen(QColor(tokens().line2), 1))
        painter.drawRect(page)
        if self._editable and self.preview is not None:
            self._draw_chosen(painter)

    def _draw_chosen(self, painter: QPainter) -> None:
        parts = self.preview.parts if self.preview else ()
        chosen = next((each for each in parts if each.id == self.part), None)
        if chosen is None:
            return
        # The page is white in the dark theme too.
        light = QColor(LIGHT.accent)
        painter.setPen(QPen(light, 2 if self.ring_shown else 1.2))
        light.setAlpha(22)
        painter.setBrush(light)
        painter.drawRect(self.box_of(chosen).translated(self._by))

    def _scale(self) -> float:
        """Return pixels in a millimetre."""
        return self.page().width() / (self.preview.width if self.preview else 297.0)

    def _rendered(self, page: QRectF) -> QImage:
        # Drawn finer and made smaller: else hairlines of the frame would be as thick as a whole pixel.
        ratio = self.devicePixelRatioF() * _FINER
        size = QSize(round(page.width() * ratio), round(page.height() * ratio))
        if self._pdf is not None and self._image.size() != size:
            self._image = self._pdf.document.render(0, size)
        return self._image


_ROW, _LIST, _FIELDS = 30, 246, 340
_TOLD = 4
"""So many warnings are spelled out."""


class DesignEditor(Retranslated, QWidget):
    """Edits one design. `closed` wants the list again, `saved` tells the key of the new design."""

    closed = Signal()
    saved = Signal(str)

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__()
        self.setObjectName("design_editor")
        self.context = context
        self.design: Design | None = None
        self.draft: DesignDraft | None = None
        self.part = ""
        self._before: list[DesignDraft] = []
        self._first: DesignDraft | None = None
        self._preview: Preview | None = None
        self.back = IconButton("design_back", "left")
        self.title = FittingLabel("page_title", "design_title")
        self.tongue = ComboBox("design_tongue")
        self.whose = ComboBox("design_whose")
        self.undo = IconButton("design_undo", "undo")
        self.picture = Button("design_picture", ButtonKind.PLAIN, "plus")
        self.save = Button("design_save", ButtonKind.PRIMARY, "save")
        self.unsaved = Banner("design_unsaved")
        self.discard = Button("design_discard", ButtonKind.PLAIN)
        self.card = Card("design_parts", titled=False)
        self.model = ListTableModel[DesignPart](
            "design_parts_model", self._columns(), lambda part: part.id, self
        )
        self.table = InkTable("design_parts_table", _ROW)
        self.view = DesignView("design_page", editable=True)
        self.told = label("second", "design_told", wrap=True)
        self.fields = PartFields()
        self.name_form = DesignNameForm(context, host)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _columns(self) -> tuple[Column[DesignPart], ...]:
        return (
            #: Heading: a text, picture or line of the design
            Column("part", lambda: self.tr("Part"), part_word),
            Column(
                "state",
                lambda: "",
                lambda part: self.tr("off") if part.hidden else "",
                52,
                look=TextStyle.QUIET,
            ),
        )

    def _lay_out(self) -> None:
        head = FlowRow()
        head.setSpacing(8)
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        for widget in (self.tongue, self.whose, self.undo, self.picture, self.save):
            head.addWidget(widget)
        self.tongue.setMinimumWidth(190)
        self.whose.setMinimumWidth(220)
        self.unsaved.add_action(self.discard)
        self.card.setFixedWidth(_LIST)
        self.card.add_row(self.table, 1)
        self.card.grow()
        middle = QVBoxLayout()
        middle.setSpacing(8)
        middle.addWidget(self.view, 1)
        middle.addWidget(self.told)
        scroll = ScrollPage("design_fields_page")
        scroll.setFixedWidth(_FIELDS)
        scroll.column.setContentsMargins(0, 0, 12, 0)
        scroll.column.addWidget(self.fields)
        row = FlowRow()
        row.setSpacing(16)
        row.addWidget(self.card)
        row.addLayout(middle, 1)
        row.addWidget(scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.unsaved)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.table.show_model(self.model)
        self.table.selectionModel().currentRowChanged.connect(lambda now, _old: self._list_chose(now.row()))
        self.back.clicked.connect(self._leave)
        self.discard.clicked.connect(self._throw_away)
        self.undo.clicked.connect(self.step_back)
        self.picture.clicked.connect(self._ask_picture)
        self.save.clicked.connect(self._ask_name)
        self.tongue.activated.connect(lambda _index: self._draw())
        self.whose.activated.connect(lambda _index: self._draw())
        self.view.picked.connect(self.choose)
        self.view.pushed.connect(lambda right, down: self.change(designs.move, right, down))
        self.fields.placed.connect(lambda x, y, width: self.change(designs.place, x, y, width))
        self.fields.written.connect(lambda text: self.change(designs.write, text))
        self.fields.shown_requested.connect(
            lambda shown: self.change(lambda draft, part: designs.show(draft, part, shown=shown))
        )
        self.fields.painted.connect(
            lambda name, colour: self.change(lambda draft, _part: designs.paint(draft, name, colour))
        )
        self.fields.removed.connect(lambda: self.change(designs.remove))
        self.name_form.saved.connect(self._was_saved)

    # Opening, changing, leaving

    def open_design(self, design: Design) -> bool:
        """Edit a design; tell whether it could be opened."""
        draft = self.context.ask(design_drafts.open_draft, design.ref)
        if draft is None:
            return False
        self.design, self.draft, self._first, self._before, self.part = design, draft, draft, [], ""
        self.unsaved.hide()
        self._fill_choices()
        self._draw()
        # The list shows from the start what the fields beside it are about.
        if self.model.rowCount():
            self.choose(self.model.key(0))
        self.retranslate()
        self.table.setFocus()
        return True

    @property
    def changed(self) -> bool:
        """Tell whether anything is not saved."""
        return self.draft != self._first

    def change(self, act: Callable[..., DesignDraft], *values: object) -> None:
        """Change the draft at the chosen part, and show it; what cannot be drawn says why and can go on."""
        if self.draft is None:
            return
        new = act(self.draft, self.part, *values)
        if new != self.draft:
            self._before.append(self.draft)
            self.draft = new
            self._draw()

    def choose(self, part: str) -> None:
        """Choose a part by its id."""
        self.part = part
        place = self.model.row_of(part)
        if place is not None and self.table.currentIndex().row() != place:
            self.table.selectRow(place)
        if place is None:
            self.table.clearSelection()
        self._show_part()

    def step_back(self) -> None:
        """Take the last change back."""
        if self._before:
            self.draft = self._before.pop()
            self._draw()

    def add_picture(self, path: Path) -> None:
        """Put a picture onto the page, or say why not."""
        if self.draft is None:
            return
        first = self._first
        self.context.run(
            self.tr("Reading {file}").format(file=path.name),
            lambda work, progress: projects.read_logo(work, path, progress=progress),
            done=lambda content: self._put_picture(first, content),
            writes=False,
        )

    def _put_picture(self, first: DesignDraft | None, content: bytes) -> None:
        """Put a picture onto the page as it is by now, unless it is another design's."""
        if self.draft is None or self._first is not first:
            return
        new, part = design_drafts.add_picture(self.draft, content)
        self._before.append(self.draft)
        self.draft = new
        self._draw()
        self.choose(part)

    @override
    def retranslate(self) -> None:
        self.title.setText(design_word(self.design, self.context.language.code) if self.design else "")
        self.back.set_words(self.tr("Back to the designs"))
        self.undo.set_words(self.tr("Undo the last change"))
        self.picture.setText(self.tr("Picture…"))
        self.save.setText(self.tr("Save…"))
        self.discard.setText(self.tr("Throw the changes away"))
        self.tongue.setAccessibleName(self.tr("Languages of the page"))
        self.whose.setAccessibleName(self.tr("Whose certificate is shown"))
        self.table.setAccessibleName(self.tr("Parts of the page"))
        self.view.setAccessibleName(self.tr("The page; arrow keys move the chosen part"))
        if self.design is not None:
            self._fill_choices()
        self._say()

    # What is shown

    def _fill_choices(self) -> None:
        tongue, whose = self.tongue.currentData(), self.whose.currentData()
        self.tongue.clear()
        for code in LANGUAGE_KEYS:
            self.tongue.addItem(languages_word(code), code)
        self.tongue.setCurrentIndex(max(0, self.tongue.findData(tongue or self.context.language.code)))
        self.whose.clear()
        self.whose.addItem(self.tr("Sample"), SAMPLE)
        self.whose.addItem(self.tr("Sample with long texts"), LONG)
        for course in self.context.ask(courses.search_courses) or []:
            self.whose.addItem(self.tr("Somebody of {course}").format(course=course.code), course.key)
        self.whose.setCurrentIndex(max(0, self.whose.findData(whose or SAMPLE)))

    def _draw(self) -> None:
        if self.draft is None:
            return
        self.undo.setEnabled(bool(self._before))
        self.save.setEnabled(True)
        self.fields.show_colours(designs.palette(self.draft))
        try:
            preview = design_drafts.preview(
                self.context.work, self.draft, str(self.tongue.currentData()), str(self.whose.currentData())
            )
        except TrainerError as error:
            # The page stays as it was; what is wrong is said below it, and the field can be corrected.
            self.told.setText(messages.text(error.code, self.context.language.code, **error.values))
            self.save.setEnabled(False)
            return
        self._preview = preview
        self.view.show_preview(preview)
        kept = self.part
        # What belongs to other languages would only be in the way.
        self.model.set_rows([part for part in preview.parts if part.shown or part.hidden])
        self.choose(kept)
        self._say()

    def _show_part(self) -> None:
        found = next((each for each in self.parts() if each.id == self.part), None)
        self.fields.show_part(found)
        self.view.select(self.part)

    def parts(self) -> tuple[DesignPart, ...]:
        """Return the parts of the page as it is shown."""
        return self._preview.parts if self._preview else ()

    def _list_chose(self, row: int) -> None:
        if 0 <= row < self.model.rowCount() and self.model.key(row) != self.part:
            self.part = self.model.key(row)
            self._show_part()

    def _say(self) -> None:
        if self._preview is None:
            return
        names = {part.id: part_word(part) for part in self.parts()}
        code = self.context.language.code
        lines = []
        problems = self._preview.problems
        for text, values in dict.fromkeys((each.code, tuple(each.values.items())) for each in problems):
            known = dict(values)
            for name in ("element", "serial", "other"):
                if name in known:
                    known[name] = names.get(str(known[name]), known[name])
            lines.append(messages.text(text, code, **known))
        shown = lines[:_TOLD]
        if len(lines) > _TOLD:
            shown.append(self.tr("And %n more", "", len(lines) - _TOLD))
        self.told.setText("\n".join(shown) if shown else self.tr("Everything fits, nothing is missing."))

    # Leaving

    def _leave(self) -> None:
        if not self.changed:
            self.closed.emit()
            return
        self.unsaved.say(
            Mood.DUE,
            lambda: (
                self.tr("The changes are not saved yet."),
                self.tr("Save them as a design of your own, or throw them away."),
            ),
        )
        self.discard.setFocus(Qt.FocusReason.OtherFocusReason)

    def _throw_away(self) -> None:
        self.draft = self._first
        self.unsaved.hide()
        self.closed.emit()

    def _ask_name(self) -> None:
        if self.design is None or self.draft is None:
            return
        own = not self.design.ships
        shown = design_word(self.design, self.context.language.code)
        name = self.design.name if own else self.tr("{design}, own").format(design=shown)
        act = partial(self._save, self.draft)
        self.name_form.ask(self.tr("Save the design"), self.tr("Save"), name, act, instead=own)

    def _save(self, draft: DesignDraft, name: str, instead: bool) -> Changes:
        old = self.design.key if self.design and instead else ""
        return design_drafts.save(self.context.work, draft, name, old)

    def _was_saved(self, key: str) -> None:
        self._first = self.draft
        self.unsaved.hide()
        self.saved.emit(key)

    def _ask_picture(self) -> None:
        kinds = self.tr("Pictures (*.png *.jpg *.jpeg)")
        chosen, _ = FileDialog.getOpenFileName(
            self, self.tr("Choose a picture"), kinds=kinds, purpose=Purpose.PICTURES
        )
        if chosen:
            self.add_picture(Path(chosen))
