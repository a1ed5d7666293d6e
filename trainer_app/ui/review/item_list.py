"""The list of items to decide: groups, model, delegate, and the pictures of marks.

Heads of groups cannot be selected.
"""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from msgspec import Struct, field
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from trainer_app.actions.review.joint_decisions import JointLine
from trainer_app.domain.attendance.marks import Mark
from trainer_app.domain.exchange.sending import QuarantinedFile
from trainer_app.domain.people.matching import Candidate
from trainer_app.domain.people.persons import Person
from trainer_app.domain.review.contradictions import Loss, ReviewItem, ReviewKind
from trainer_app.ui.kit.marks import draw_mark
from trainer_app.ui.kit.wording import AttendanceWording
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import BODY, CAPTION, ICON_BUTTON, RADIUS_CONTROL
from trainer_app.ui.widgets.labels import FocusRing, Painted
from trainer_app.ui.widgets.painting import AT_THE_LEFT, AT_THE_RIGHT, height_for, write_fitting


class ReviewGroup(StrEnum):
    """The heads of the list, in their order."""

    JOINT = "joint"
    PROPOSALS = "proposals"
    CONTRADICTIONS = "contradictions"
    DELETED = "deleted"
    PEOPLE = "people"
    """Before what follows from it: two rows of one person have one number, and are twice on a list."""
    APART = "apart"
    NUMBERS = "numbers"
    TWICE = "twice"
    SERIALS = "serials"
    WAITING = "waiting"
    FILES = "files"
    LOSSES = "losses"


GROUP_OF = {
    ReviewKind.PROPOSAL: ReviewGroup.PROPOSALS,
    ReviewKind.CONTRADICTION: ReviewGroup.CONTRADICTIONS,
    ReviewKind.IMMUTABLE: ReviewGroup.CONTRADICTIONS,
    ReviewKind.JOINED_APART: ReviewGroup.APART,
    ReviewKind.DELETED: ReviewGroup.DELETED,
    ReviewKind.DOUBLE_NUMBER: ReviewGroup.NUMBERS,
    ReviewKind.DOUBLE_SERIAL: ReviewGroup.SERIALS,
    ReviewKind.TWICE_ON_LIST: ReviewGroup.TWICE,
    ReviewKind.WAITING: ReviewGroup.WAITING,
}
_ICONS = {
    ReviewGroup.JOINT: "users2",
    ReviewGroup.PROPOSALS: "lock",
    ReviewGroup.CONTRADICTIONS: "pen",
    ReviewGroup.DELETED: "trash",
    ReviewGroup.NUMBERS: "people",
    ReviewGroup.TWICE: "people",
    ReviewGroup.SERIALS: "certificates",
    ReviewGroup.WAITING: "clock",
    ReviewGroup.PEOPLE: "users2",
    ReviewGroup.APART: "users2",
    ReviewGroup.FILES: "file",
    ReviewGroup.LOSSES: "history",
}

type Subject = ReviewItem | Candidate | QuarantinedFile | Loss | JointLine


class ReviewEntry(Struct, frozen=True):
    """One thing of the list. `marks` are painted in place of the icon: (mark, minutes)."""

    id: str
    group: ReviewGroup
    subject: Subject
    title: str
    second: str
    marks: tuple[tuple[str, int], ...] = ()

    @property
    def icon(self) -> str:
        """The drawing for things without marks."""
        return _ICONS[self.group]


class PendingDecisions(Struct, frozen=True):
    """Everything that waits, as it was read: what the entries are made of."""

    items: tuple[ReviewItem, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    files: tuple[QuarantinedFile, ...] = ()
    people: dict[str, Person] = field(default_factory=dict)
    losses: tuple[Loss, ...] = ()
    joint: tuple[JointLine, ...] = ()
    counts: dict[ReviewKind, int] = field(default_factory=dict)
    """How many items of each kind there are, of which `items` may be the first ones."""

    def totals(self) -> dict[ReviewGroup, int]:
        """Return how many things each group of items holds."""
        found: dict[ReviewGroup, int] = {}
        for kind, count in self.counts.items():
            found[GROUP_OF[kind]] = found.get(GROUP_OF[kind], 0) + count
        return found


def marks_of(item: ReviewItem) -> tuple[tuple[str, int], ...]:
    """Return the marks of the sides, (mark, minutes), if the item is about marks."""
    if item.entity != "attendance" or not any("mark" in side.values for side in item.sides):
        return ()
    return tuple(
        (side.values.get("mark") or "unmarked", side.values.get("missed") or 0) for side in item.sides
    )


LINE_ROLE = Qt.ItemDataRole.UserRole
"""Gives the `Entry`, or the `Head`, of a row."""

type Index = QModelIndex | QPersistentModelIndex


class GroupHead:
    """The head of a group and how many things it holds; `first` for the one at the top."""

    def __init__(self, group: ReviewGroup, count: int, *, first: bool) -> None:
        self.group, self.count, self.first = group, count, first


class ReviewListModel(QAbstractListModel):
    """Rows are heads and entries, in the order shown. `words` names a group in the window's language."""

    def __init__(self, words: Callable[[ReviewGroup], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review_entries")
        self._words = words
        self._lines: list[GroupHead | ReviewEntry] = []

    def set_entries(
        self, entries: Sequence[ReviewEntry], totals: Mapping[ReviewGroup, int] | None = None
    ) -> None:
        """Show other entries, which must be in the order of their groups.

        `totals` tells how many a group holds of which these are the first ones.
        """
        self.beginResetModel()
        self._lines = []
        for group in dict.fromkeys(entry.group for entry in entries):
            inside = [entry for entry in entries if entry.group is group]
            count = max(len(inside), (totals or {}).get(group, 0))
            self._lines.append(GroupHead(group, count, first=not self._lines))
            self._lines.extend(inside)
        self.endResetModel()

    def entries(self) -> list[ReviewEntry]:
        """Return the entries in the order shown."""
        return [line for line in self._lines if isinstance(line, ReviewEntry)]

    def first_of(self, group: str) -> str:
        """Return the id of the first entry of a group; "" for none."""
        return next((entry.id for entry in self.entries() if entry.group == group), "")

    def left(self) -> int:
        """Return how many things are not in the list, of those that its heads count."""
        heads = sum(line.count for line in self._lines if isinstance(line, GroupHead))
        return heads - len(self.entries())

    def find(self, entry: str) -> QModelIndex:
        """Return the index of an entry by its id; an invalid one if it is not there."""
        for row, line in enumerate(self._lines):
            if isinstance(line, ReviewEntry) and line.id == entry:
                return self.index(row)
        return QModelIndex()

    def words(self, group: ReviewGroup) -> str:
        """Return a group's head."""
        return self._words(group)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only entries be chosen."""
        if index.isValid() and isinstance(self._lines[index.row()], ReviewEntry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a line, or the line itself."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if role == LINE_ROLE:
            return line
        if isinstance(line, GroupHead):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._words(line.group)
            return f"{self._words(line.group)}: {line.count}" if role == _SPOKEN else None
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        return f"{line.title}, {line.second}" if role == _SPOKEN else None


_SPOKEN = Qt.ItemDataRole.AccessibleTextRole


SMALL_SIZE = QSize(28, 16)
_LARGE, _SCALE = QSize(72, 30), 30 / 18


def draw_small_mark(painter: QPainter, box: QRectF, mark: str, letters: tuple[str, ...]) -> None:
    """Paint a mark without minutes into a box of `SMALL_SIZE`."""
    draw_mark(painter, box, tokens(), mark, 0, letters, width=box.width())


class LargeMark(Painted):
    """A mark as large as a title, with its minutes. The words beside it say the same."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._mark, self._minutes = Mark.PRESENT.value, 0
        self._letters: tuple[str, ...] = ("", "", "", "")

    def set_mark(self, mark: str, minutes: int, letters: tuple[str, ...]) -> None:
        """Show another mark."""
        self._mark, self._minutes, self._letters = mark, minutes, letters
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of every mark."""
        return _LARGE

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the grid's picture, larger."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(_SCALE, _SCALE)
        width = _LARGE.width() / _SCALE
        box = QRectF(0, 0, width, _LARGE.height() / _SCALE)
        draw_mark(painter, box, tokens(), self._mark, self._minutes, self._letters, width=width)


_HEAD, _FIRST_HEAD, _ROW, _LINE = 48, 38, 55, 20
_SIDE, _TEXT_LEFT, _EDGE = 8, 94, 18
_DISC = QSize(36, 32)


class ReviewDelegate(QStyledItemDelegate):
    """Paints heads and entries."""

    def __init__(self, view: "ReviewList") -> None:
        super().__init__(view)
        self._view = view
        self._marks = AttendanceWording(self)

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a line."""
        line = index.data(LINE_ROLE)
        if isinstance(line, GroupHead):
            return QSize(100, _FIRST_HEAD if line.first else _HEAD)
        title, second = self._heights(line)
        return QSize(100, round(_ROW - 2 * _LINE + title + second))

    def _heights(self, entry: ReviewEntry) -> tuple[float, float]:
        """Return how high both texts of an entry have to be to be read whole."""
        width = self._view.viewport().width() - _TEXT_LEFT - _EDGE
        title = height_for(entry.title, width, BODY, _LINE, 600)
        return title, height_for(entry.second, width, CAPTION, _LINE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one line."""
        line, model = index.data(LINE_ROLE), index.model()
        box: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, GroupHead) and isinstance(model, ReviewListModel):
            _draw_head(painter, box, model.words(line.group), line)
        elif isinstance(line, ReviewEntry):
            selected = bool(option.state & QStyle.StateFlag.State_Selected)
            focused = selected and self._view.ring_shown
            self._draw_entry(painter, box, line, selected=selected, focused=focused)
        painter.restore()

    def _draw_entry(
        self, painter: QPainter, box: QRect, entry: ReviewEntry, *, selected: bool, focused: bool
    ) -> None:
        scheme = tokens()
        field = QRectF(box).adjusted(_SIDE, 0, -_SIDE, -1)
        if selected:
            painter.setPen(QPen(QColor(scheme.accent), 1.5) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.accent_soft))
            inset = 0.75 if focused else 0
            painter.drawRoundedRect(
                field.adjusted(inset, inset, -inset, -inset), RADIUS_CONTROL, RADIUS_CONTROL
            )
        middle = QPointF(box.left() + 50, field.center().y())
        if entry.marks:
            self._draw_marks(painter, middle, entry)
        else:
            _draw_icon(painter, middle, entry.icon)
        title, second = self._heights(entry)
        room = QRectF(box.left() + _TEXT_LEFT, field.top() + 8, box.width() - _TEXT_LEFT - _EDGE, title)
        _draw_line(painter, room, entry.title, scheme.text, BODY, 600)
        room = QRectF(room.left(), room.bottom(), room.width(), second)
        _draw_line(painter, room, entry.second, scheme.text2, CAPTION, 400)

    def _draw_marks(self, painter: QPainter, middle: QPointF, entry: ReviewEntry) -> None:
        width, height = SMALL_SIZE.width(), SMALL_SIZE.height()
        left = middle.x() - (len(entry.marks) * (width + 6) - 6) / 2
        for mark, _ in entry.marks:
            box = QRectF(round(left), round(middle.y() - height / 2), width, height)
            draw_small_mark(painter, box, mark, self._marks.letters())
            left += width + 6


_WISHED = 12
"""So many rows a list would like to show."""


class ReviewList(FocusRing, QListView):
    """`entered_details` is emitted by Enter; numbers are for the screen: both are about the current entry."""

    entered_details = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("review_list")
        self.setProperty("role", "in_card")
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setUniformItemSizes(False)
        # How high a row is follows from how wide it is.
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.delegate = ReviewDelegate(self)
        self.setItemDelegate(self.delegate)

    def reset(self) -> None:
        """Ask for another height with other rows."""
        super().reset()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as the rows, if they are few: what is asked about one of them may stand below."""
        rows = min(self.model().rowCount() if self.model() is not None else 0, _WISHED)
        return QSize(super().sizeHint().width(), sum(self.sizeHintForRow(row) for row in range(rows)) + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the details by Enter, else move; numbers and Space are for the screen."""
        if event.text().isdecimal() or event.key() == Qt.Key.Key_Space:
            event.ignore()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_details.emit()
        else:
            super().keyPressEvent(event)


def _draw_head(painter: QPainter, box: QRect, words: str, head: GroupHead) -> None:
    scheme = tokens()
    if not head.first:
        painter.setPen(QPen(QColor(scheme.line), 1))
        top = box.top() + 8.5
        painter.drawLine(QPointF(box.left() + _SIDE, top), QPointF(box.right() - _SIDE, top))
    room = QRectF(box.left() + _EDGE, box.bottom() - 29, box.width() - 2 * _EDGE - 12, 20)
    painter.setFont(theme.font(CAPTION))
    painter.setPen(QColor(scheme.text3))
    shown = theme.metrics(CAPTION).elidedText(words, Qt.TextElideMode.ElideRight, int(room.width()) - 30)
    painter.drawText(room, AT_THE_LEFT, shown)
    painter.drawText(room, AT_THE_RIGHT, str(head.count))


def _draw_icon(painter: QPainter, middle: QPointF, icon: str) -> None:
    scheme = tokens()
    disc = QRectF(0, 0, _DISC.width(), _DISC.height())
    disc.moveCenter(middle)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(scheme.window))
    painter.drawRoundedRect(disc, RADIUS_CONTROL, RADIUS_CONTROL)
    box = QRectF(0, 0, ICON_BUTTON, ICON_BUTTON)
    box.moveCenter(middle)
    theme.draw(painter, icon, box, "text2")


def _draw_line(painter: QPainter, room: QRectF, text: str, colour: str, size: int, weight: int) -> None:
    painter.setPen(QColor(colour))
    write_fitting(painter, room, text, size, weight)
