"""The scans of one signed sheet in a narrow list, and the row of counted signatures and totals."""

from collections.abc import Sequence
from pathlib import Path
from typing import override

from PySide6.QtCore import (
    QMimeData,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from trainer_app.actions.attendance import attachments
from trainer_app.actions.base import identity
from trainer_app.actions.base.workplace import Role
from trainer_app.domain.attendance.marks import GridSession, SignatureState
from trainer_app.domain.attendance.reconciliation import SheetView
from trainer_app.domain.attendance.sheets import ENDINGS, AttachedSheets, Attachment
from trainer_app.domain.base.changes import Changes
from trainer_app.ui.attendance.sheets.attachment_viewer import open_attachment
from trainer_app.ui.attendance.sheets.model import SheetWording
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import CAPTION, SMALL
from trainer_app.ui.widgets.cards import ClickableRow, IconMark, TwoLines
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton, Tick
from trainer_app.ui.widgets.fields import DigitsOnly
from trainer_app.ui.widgets.file_dialogs import FileDialog, Purpose
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import FittingLabel, Retranslated, label
from trainer_app.ui.widgets.overlays import Mood
from trainer_app.ui.widgets.painting import draw_line

_PAD = 10


class _Opener(ClickableRow):
    """The part of the row that opens the file."""

    def __init__(self, name: str) -> None:
        super().__init__(name, 44)
        self.words = TwoLines(f"{name}_words")
        line = FlowRow(self)
        line.setContentsMargins(_PAD, 0, 4, 0)
        line.setSpacing(8)
        mark = IconMark(f"{name}_icon", "file")
        line.addWidget(mark)
        line.addWidget(self.words, 1)
        for part in (mark, self.words):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


class AttachedFileRow(Retranslated, QWidget):
    """`opened`, `removed` and `travels(bool)` say what a person wants of the file `key`."""

    opened = Signal()
    removed = Signal()
    travels = Signal(bool)

    def __init__(self, name: str, context: AppContext) -> None:
        super().__init__()
        self.setObjectName(name)
        self._context = context
        self._found: Attachment | None = None
        self._sheet = ""
        self.open_button = _Opener(f"{name}_open")
        self.remove_button = IconButton(f"{name}_remove", "trash", size=32)
        self.tick = Tick(f"{name}_travels")
        self.open_button.clicked.connect(self.opened)
        self.remove_button.clicked.connect(self.removed)
        self.tick.clicked.connect(self.travels)
        withhold("attendance/attachments/detach", self.remove_button)
        withhold("attendance/attachments/set_travels", self.tick)
        first = FlowRow()
        first.setContentsMargins(0, 0, 6, 0)
        first.setSpacing(0)
        first.addWidget(self.open_button, 1)
        first.addWidget(self.remove_button)
        second = FlowRow()
        second.setContentsMargins(_PAD, 0, _PAD, 4)
        second.addWidget(self.tick)
        second.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(first)
        column.addLayout(second)
        self.retranslate()

    @property
    def key(self) -> str:
        """The attachment's key; empty for a row that shows nothing yet."""
        return self._found.key if self._found else ""

    def show_file(self, found: Attachment, sheet: str) -> None:
        """Show another file, or how this one stands now, in the list of a sheet (its code)."""
        self._found, self._sheet = found, sheet
        self.tick.setChecked(found.travels)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.tick.setText(self.tr("Goes to the office"))
        found = self._found
        if found is None:
            return
        parts = [self.tr("page {page}").format(page=found.page)] if found.page else []
        if found.sheet and found.sheet != self._sheet:
            # Of a single session, or printed when office or course had another code.
            parts = [f"{found.sheet}/{found.page}" if found.page else found.sheet]
        elif found.here:
            parts.append(self._context.formats.size(found.size))
        if not found.here:
            parts.append(self.tr("not on this computer"))
        elif not found.travels and identity.has_office(self._context.work):
            parts += [self.tr("stays here")] if self._context.work.role is not Role.OFFICE else []
        second = " · ".join(parts)
        self.open_button.words.set_lines(found.name, second)
        self.open_button.setAccessibleName(self.tr("Open {file}").format(file=found.name))
        self.open_button.setAccessibleDescription(second)
        self.remove_button.set_words(self.tr("Remove {file}").format(file=found.name))
        self.tick.setAccessibleName(f"{self.tick.text()}: {found.name}")
        self.tick.setEnabled(found.here or found.travels)


TAKEN = (*ENDINGS.values(), ".jpeg")
"""Endings of what a file chooser offers and what may be dropped; what counts is the content."""
_ROW, _MOST_ROWS = 76, 2


class SheetFiles(Retranslated, QWidget):
    """Lists the files of the sheet that `show_sheet` names."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("sheet_files")
        self.setAcceptDrops(True)
        self._context = context
        self._course, self._sheet = "", ""
        self._found: list[Attachment] = []
        self.rows: list[AttachedFileRow] = []
        self.title = label("body_strong", "sheet_files_title")
        self.add_button = Button("sheet_files_add", ButtonKind.GHOST, "plus")
        self.add_button.clicked.connect(self._ask_files)
        withhold("attendance/attachments/attach_sheets", self.add_button)
        self.nothing = label("caption", "sheet_files_nothing", wrap=True)
        self._list = QVBoxLayout()
        self._scroll = QScrollArea()
        self._lay_out()
        context.changes.announced.connect(self._announced)
        self.retranslate()

    def _lay_out(self) -> None:
        head = FlowRow()
        head.setContentsMargins(10, 6, 2, 2)
        head.addWidget(self.title, 1)
        head.addWidget(self.add_button)
        holder = QWidget()
        holder.setObjectName("sheet_files_list")
        holder.setProperty("role", "clear")
        self._list = QVBoxLayout(holder)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(0)
        self._list.addStretch(1)
        self._scroll.setObjectName("sheet_files_scroll")
        self._scroll.setProperty("role", "clear")
        self._scroll.viewport().setProperty("role", "clear")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(holder)
        words = FlowRow()
        words.setContentsMargins(10, 0, 10, 8)
        words.addWidget(self.nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addLayout(words)
        column.addWidget(self._scroll)

    def show_sheet(self, course: str, sheet: str) -> None:
        """Show the files of a sheet, by the course's key and the sheet's code."""
        self._course, self._sheet = course, sheet
        self.refresh()

    def refresh(self) -> None:
        """Read the files anew; whichever row has the keyboard keeps it."""
        self._found = []
        if self._course and self._sheet:
            self._found = self._context.ask(attachments.list_attachments, self._course, self._sheet) or []
        while len(self.rows) < len(self._found):
            self._add_row()
        for index, row in enumerate(self.rows):
            row.setVisible(index < len(self._found))
            if index < len(self._found):
                row.show_file(self._found[index], self._sheet)
        count = len(self._found)
        self._scroll.setVisible(count > 0)
        self._scroll.setFixedHeight(_ROW * min(max(count, 1), _MOST_ROWS))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        count = len(self._found)
        self.title.setText(self.tr("%n scan(s)", "", count) if count else self.tr("Scans"))
        self.add_button.setText(self.tr("Add"))
        self.add_button.setAccessibleName(self.tr("Add scans of this sheet"))
        self.add_button.setEnabled(bool(self._sheet))
        self.nothing.setText(self.tr("Drop a scan or photo of the signed sheet here, or add it."))
        self.nothing.setVisible(not count)

    def add(self, paths: list[Path]) -> None:
        """Attach files to this sheet, or to the one whose code is on them."""
        course, sheet = self._course, self._sheet
        if not paths or not sheet:
            return
        self._context.run(
            self.tr("Reading the scans"),
            lambda work, progress: attachments.attach_sheets(
                work, paths, course, otherwise=sheet, travels=None, progress=progress
            ),
            done=self._added,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept what can be attached."""
        if self._sheet and dropped_scans(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped."""
        paths = dropped_scans(event.mimeData())
        if paths:
            event.acceptProposedAction()
            self.add(paths)

    def _add_row(self) -> None:
        row = AttachedFileRow(f"sheet_file_{len(self.rows) + 1}", self._context)
        row.opened.connect(lambda: open_attachment(self._context, self, row.key))
        row.removed.connect(lambda: self._remove(row.key))
        row.travels.connect(
            lambda travels: self._context.do(attachments.set_travels, [row.key], travels=travels)
        )
        self._list.insertWidget(len(self.rows), row)
        self.rows.append(row)

    def _remove(self, key: str) -> None:
        place = next((index for index, row in enumerate(self.rows) if row.key == key), 0)
        changes = self._context.do(attachments.detach, key)
        if changes is None:
            return
        self._context.offer_undo(changes)
        left = len(self._found)
        following = self.rows[min(place, left - 1)].remove_button if left else self.add_button
        following.setFocus(Qt.FocusReason.OtherFocusReason)

    def _added(self, found: AttachedSheets) -> None:
        self._context.changes.announce(found.changes)
        refused = [each for each in found.files if each.code]
        if refused:
            first = refused[0]
            title = self.tr("%n file(s) not attached", "", len(refused))
            self._context.tell(Mood.DUE, title, self._context.words(first.code, **first.values))
            return
        here = {each.key for each in self._found}
        gone = [each for each in found.files if not here.issuperset(each.keys)]
        codes = {str(code.whole) for each in gone for code in each.pages if code} - {self._sheet}
        if codes:
            title = self.tr("Attached where the codes on the sheets say")
            self._context.tell_good(title, ", ".join(sorted(codes)))

    def _announced(self, changes: Changes, _source: object) -> None:
        if changes.touches("attachment"):
            self.refresh()

    def _ask_files(self) -> None:
        kinds = self.tr("Scans and photos ({endings})").format(endings=" ".join(f"*{end}" for end in TAKEN))
        chosen, _ = FileDialog.getOpenFileNames(
            self, self.tr("Add scans of this sheet"), kinds=kinds, purpose=Purpose.SCANS
        )
        self.add([Path(name) for name in chosen])


def dropped_scans(mime: QMimeData) -> list[Path]:
    """Return the files among what is dragged that can be scans."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in TAKEN]


_TOTALS, _FIELDS = 24, 34
_FIELD = 46
_STYLE = (
    "QLineEdit { font-size: 13px; padding: 0 4px; min-height: 24px; max-height: 24px; border-radius: 4px; }"
)


class SignatureCountsRow(Retranslated, QWidget):
    """`typed(session, counted)` is emitted when a count was typed; None took it away."""

    typed = Signal(str, object)
    closed = Signal()

    def __init__(self, words: SheetWording) -> None:
        super().__init__()
        self.setObjectName("signatures_counts")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._words = words
        self._sessions: tuple[GridSession, ...] = ()
        self._totals: list[tuple[int, int]] = []
        self._columns: list[tuple[int, int]] = []
        self.fields: list[QLineEdit] = []
        self.problem = FittingLabel("error", "signatures_counts_error")
        self.problem.setContentsMargins(0, 0, 0, 8)
        self.problem.hide()
        below = QVBoxLayout(self)
        below.setContentsMargins(12, _TOTALS + _FIELDS, 12, 0)
        below.addWidget(self.problem)

    def show_view(self, view: SheetView) -> None:
        """Show the counts of a sheet, of all its pages."""
        self._sessions = view.sessions
        self._totals = [
            (sum(row.cells[at].signed is SignatureState.YES for row in view.rows), len(view.rows))
            for at in range(len(view.sessions))
        ]
        while len(self.fields) < len(self._sessions):
            self.fields.append(self._make_field(len(self.fields)))
        for at, field in enumerate(self.fields):
            field.setVisible(at < len(self._sessions) and not self._sessions[at].cancelled)
            if at < len(self._sessions) and not field.hasFocus():
                self._show(field, self._sessions[at])
        self.retranslate()

    def set_columns(self, columns: Sequence[tuple[int, int]]) -> None:
        """Stand below the columns of the sessions: left edge and width of each."""
        self._columns = list(columns)
        for field, (left, width) in zip(self.fields, self._columns, strict=False):
            field.setGeometry(left + (width - _FIELD) // 2, _TOTALS + 3, _FIELD, 26)
        self.update()

    def focus_session(self, session: str) -> None:
        """Let the count of a session be typed."""
        at = next((at for at, each in enumerate(self._sessions) if each.key == session), -1)
        if at >= 0:
            self.fields[at].setFocus(Qt.FocusReason.OtherFocusReason)
            self.fields[at].selectAll()

    def retranslate(self) -> None:
        """Name the fields."""
        for field, session in zip(self.fields, self._sessions, strict=False):
            name = self.tr("Signatures counted on the paper, session {number}")
            field.setAccessibleName(name.format(number=session.number))
            field.setToolTip(self.tr("The session is locked.") if session.locked else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line above, both labels, the totals."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, self.width(), 1), QColor(scheme.line2))
        head = self._columns[0][0] if self._columns else self.width()
        upper = QRectF(12, 1, head - 20, _TOTALS)
        draw_line(painter, upper, self.tr("Signed"), "text2", SMALL)
        lower = QRectF(12, _TOTALS, head - 20, _FIELDS - 2)
        draw_line(painter, lower, self.tr("Counted on the paper"), "text2", SMALL)
        for (left, width), (signed, people), session in zip(
            self._columns, self._totals, self._sessions, strict=False
        ):
            box = QRectF(left, 1, width, _TOTALS)
            if session.cancelled:
                painter.setFont(theme.font(CAPTION))
                painter.setPen(QColor(scheme.text3))
                painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "–")
                continue
            _draw_total(painter, box, str(signed), f"/{people}")

    def _make_field(self, at: int) -> QLineEdit:
        field = QLineEdit(self)
        field.setObjectName(f"signatures_count_{at + 1}")
        DigitsOnly(field, 4).say_below(self.problem)
        field.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        field.setStyleSheet(_STYLE)
        field.editingFinished.connect(lambda: self._typed(at))
        field.returnPressed.connect(lambda: self._go_on(at))
        withhold("courses/sessions/count_heads", field)
        return field

    def _show(self, field: QLineEdit, session: GridSession) -> None:
        field.setText("" if session.counted is None else str(session.counted))
        field.setEnabled(not session.locked)

    def _go_on(self, at: int) -> None:
        """Go to the next session's count; after the last one back to the paper."""
        later = [field for field in self.fields[at + 1 :] if field.isVisible() and field.isEnabled()]
        if later:
            later[0].setFocus(Qt.FocusReason.TabFocusReason)
            later[0].selectAll()
        else:
            self.closed.emit()

    def _typed(self, at: int) -> None:
        session, text = self._sessions[at], self.fields[at].text().strip()
        counted = int(text) if text else None
        if counted != session.counted:
            self.typed.emit(session.key, counted)


def _draw_total(painter: QPainter, box: QRectF, strong: str, quiet: str) -> None:
    first, second = theme.metrics(SMALL, 600), theme.metrics(CAPTION)
    whole = first.horizontalAdvance(strong) + second.horizontalAdvance(quiet)
    left = box.left() + (box.width() - whole) / 2
    draw_line(painter, QRectF(left, box.top(), whole + 4, box.height()), strong, "text", SMALL, 600)
    left += first.horizontalAdvance(strong)
    draw_line(painter, QRectF(left, box.top(), whole + 4, box.height()), quiet, "text3", CAPTION)
