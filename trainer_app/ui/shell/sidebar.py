"""The sidebar: navigation with badges, undo in its one place, the state of saving, and the user."""

from collections.abc import Callable
from functools import cached_property
from itertools import pairwise
from typing import override

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from trainer_app.domain.base.rights import UserRole
from trainer_app.system import messages
from trainer_app.ui.kit.language import window_language
from trainer_app.ui.kit.screens import ScreenSpec, open_keys, shown_keys, withhold
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.style.tokens import (
    BODY,
    CAPTION,
    ICON_RAIL,
    RADIUS_CONTROL,
    RAIL_ITEM,
    RAIL_NARROW,
    RAIL_WIDTH,
    SMALL,
)
from trainer_app.ui.widgets.cards import IconMark
from trainer_app.ui.widgets.controls import IconButton
from trainer_app.ui.widgets.indicators import AppLogo, CountBadge
from trainer_app.ui.widgets.labels import (
    ElidedLabel,
    FittingLabel,
    FocusRing,
    Retranslated,
    is_shown,
    label,
    own_viewport,
    rule,
)
from trainer_app.ui.widgets.painting import baseline, caption_lines, draw_text, visual, width_of

SIDE_MARGIN = 12
"""Left and right of an entry."""


_ICON_LEFT, _TEXT_LEFT = 12, 43


class RailEntry(Struct, frozen=True):
    """An entry that opens no screen: its name, its words in the window's language, its drawing."""

    name: str
    words: Callable[[], str]
    icon: str

    @property
    def title(self) -> str:
        """The entry's words in the language of the window."""
        return self.words()


class SidebarItem(FocusRing, QAbstractButton):
    """One entry: icon and word, the chosen one in a field of its own. A badge counts what waits there.

    Tab stops at the chosen entry only; `stepped` asks for the neighbour after (1) or before (-1) it.
    """

    stepped = Signal(int)

    def __init__(self, spec: ScreenSpec | RailEntry, keys: str) -> None:
        super().__init__()
        self.setObjectName(f"rail_{spec.name}")
        self.spec = spec
        self._keys = keys
        self._narrow = False
        self.setCheckable(True)
        # One of several, to a screen reader: else every entry were a box to tick.
        self.setAutoExclusive(isinstance(spec, ScreenSpec))
        self.setFixedHeight(RAIL_ITEM)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFont(theme.font(BODY, 500))
        self.badge = CountBadge(f"rail_{spec.name}_badge", self)
        self.retranslate()

    def retranslate(self) -> None:
        """Set word, key and tool tip."""
        self.setText(self.spec.title)
        keys = shown_keys(self._keys)
        self.setAccessibleName(self.spec.title)
        self.setAccessibleDescription(keys)
        self.setToolTip(f"{self.spec.title} ({keys})")
        self.updateGeometry()

    def set_keys(self, keys: str) -> None:
        """Be opened by other keys: another entry has come before it."""
        if keys != self._keys:
            self._keys = keys
            self.retranslate()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, or icon and word."""
        self._narrow = narrow
        self.badge.set_short(short=narrow)
        self._place_badge()
        self.updateGeometry()
        self.update()

    def set_badge(self, number: int, spoken: str) -> None:
        """Show how many things wait there."""
        self.badge.set_number(number)
        self.setAccessibleName(f"{self.spec.title}, {spoken}" if number else self.spec.title)
        self._place_badge()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon, word and badge."""
        if self._narrow:
            return QSize(RAIL_NARROW - 2 * SIDE_MARGIN, RAIL_ITEM)
        return QSize(_TEXT_LEFT + self.fontMetrics().horizontalAdvance(self.text()) + 10, RAIL_ITEM)

    def resizeEvent(self, _event: object) -> None:
        """Keep the badge at the right end."""
        self._place_badge()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; arrows go to the neighbours."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the field, the icon, the word."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked():
            painter.setPen(QPen(QColor(scheme.line2 if scheme.dark else scheme.line), 1))
            painter.setBrush(QColor(scheme.rail_selected))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(scheme.line))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        if self.ring_shown:
            painter.setPen(QPen(QColor(scheme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_CONTROL, RADIUS_CONTROL)
        token = "accent_text" if self.isChecked() else "text3"
        whole = QRectF(self.rect())
        place = visual(painter, whole, self.icon_place())
        theme.draw(painter, self.spec.icon, place, token)
        if not self._narrow:
            painter.setPen(QColor(scheme.accent_text if self.isChecked() else scheme.text2))
            painter.setFont(theme.font(BODY, 600 if self.isChecked() else 500))
            room = QRectF(_TEXT_LEFT, 0, self.width() - _TEXT_LEFT - 4, self.height())
            room = visual(painter, whole, room)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), self.text())

    def icon_place(self) -> QRectF:
        """Return where the icon stands: alone in the middle, beside a badge at the edge, before the word."""
        left = (self.width() - ICON_RAIL) / 2 if self._narrow else _ICON_LEFT
        if self._narrow and self.badge.number():
            left = 0.0
        return QRectF(left, (self.height() - ICON_RAIL) / 2, ICON_RAIL, ICON_RAIL)

    def _place_badge(self) -> None:
        size = self.badge.sizeHint()
        top = (self.height() - size.height()) // 2
        right = self.width() - (0 if self._narrow else 9)
        left = self.width() - right if self.isRightToLeft() else right - size.width()
        self.badge.setGeometry(left, top, size.width(), size.height())


_STEP_NARROW, _PAD, _STEP_ICON, _GAP, _LINE, _REDO = 38, 8, 18, 7, 17, 32
_STEP_LINES, _STEP_LEAST = 4, 2
"""Lines of a step that have room, and that the box has in any case; more there are none in a tight rail."""
_STEP_SIDES, _STEP_LEFT = 10, _PAD + _STEP_ICON + _GAP
_FRESH_FOR = 12_000  # milliseconds


def _step_height(lines: int) -> int:
    """Return how high the box of undo is, with so many lines under its word."""
    return (1 + lines) * _LINE + 7


class UndoButton(QAbstractButton):
    """Says what it would take back, in lines under its word; grey while there is nothing.

    Where the newest step stays, it says in its lines why, at length in its tip, and when it is pressed.
    The box is as high as the step needs and stands at the lower end of its room: nothing above it moves when
    a step is longer.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail_undo")
        self.setFixedHeight(_step_height(_STEP_LINES))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # A click leaves the keyboard where it was: in the list whose step is taken back.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.step, self.refused = "", ("", "")
        self._narrow, self._most = False, _STEP_LINES
        self._key = shown_keys("Ctrl+Z")
        self.fresh = QTimer(self)
        self.fresh.setObjectName("rail_undo_fresh")
        self.fresh.setSingleShot(True)
        self.fresh.setInterval(_FRESH_FOR)
        self.fresh.timeout.connect(self.update)
        self.set_step("")

    def set_step(self, step: str, refused: tuple[str, str] = ("", "")) -> None:
        """Show what undo would take back, "" for nothing; `refused`: why not, in a line and at length."""
        self.step, self.refused = step, refused
        words, line = self.tr("Undo"), step or refused[0]
        said = f"{words}: {line}" if line else words
        self.setEnabled(bool(line))
        self.setAccessibleName(said)
        self.setAccessibleDescription(f"{refused[1]} {self._key}".strip())
        self.setToolTip(refused[1] or f"{said} ({self._key})")
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show the icon alone, or icon and words."""
        self._narrow = narrow
        self._take_height()

    def set_lines(self, most: int) -> None:
        """Show at most so many lines of a step: where that is too few, the tip has it whole."""
        self._most = most
        self._take_height()

    def _take_height(self) -> None:
        self.setFixedHeight(_STEP_NARROW if self._narrow else _step_height(self._most))
        self.update()

    def offer(self) -> None:
        """Stand out for a while."""
        self.fresh.start()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Take what the sidebar gives."""
        return QSize(RAIL_NARROW, _step_height(self._most))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box, the word with its key, and under them the step."""
        scheme = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lines, tight = ([], False) if self._narrow else self._step_lines()
        needed = _step_height(max(len(lines), _STEP_LEAST))
        high = self.height() if self._narrow else needed
        box = QRectF(0, self.height() - high, self.width(), high).adjusted(0.5, 0.5, -0.5, -0.5)
        hover = self.isDown() or self.underMouse()
        if self.isEnabled() and (self.step or hover or self.hasFocus()):
            fresh = self.fresh.isActive()
            painter.setPen(QPen(QColor(scheme.accent if self.hasFocus() or fresh else scheme.line2), 1))
            fill = scheme.sunken if hover else scheme.accent_soft if fresh else scheme.surface
            painter.setBrush(QColor(fill))
            painter.drawRoundedRect(box, RADIUS_CONTROL, RADIUS_CONTROL)
        left = (self.width() - _STEP_ICON) / 2 if self._narrow else _PAD
        top = (self.height() - _STEP_ICON) / 2 if self._narrow else box.top() + 3
        icon = visual(painter, QRectF(self.rect()), QRectF(left, top, _STEP_ICON, _STEP_ICON))
        theme.draw(painter, "undo", icon, "text3")
        if not self._narrow:
            self._draw_words(painter, top, lines, tight=tight)

    def _step_lines(self) -> tuple[list[str], bool]:
        return caption_lines(self.step or self.refused[0], self.width() - _STEP_LEFT - _PAD, self._most)

    def _draw_words(self, painter: QPainter, top: float, step: list[str], *, tight: bool) -> None:
        scheme, whole, left = tokens(), QRectF(self.rect()), _STEP_LEFT
        room, word = int(whole.width()) - left - _PAD, self.tr("Undo")
        ink = scheme.accent_text if self.step and self.isEnabled() else scheme.text3
        lines = [(word, SMALL, 600, ink, False)]
        lines += [(each, CAPTION, 400, scheme.text2, tight) for each in step]
        for at, (text, size, weight, colour, narrow) in enumerate(lines):
            place = visual(painter, whole, QRectF(left, 0, width_of(text, size, weight, narrow=narrow), 1))
            base = baseline(top + at * _LINE, _LINE, size)
            draw_text(painter, QPointF(place.left(), base), text, colour, size, weight, narrow=narrow)
        key = width_of(self._key, CAPTION)
        if width_of(word, SMALL, 600) + _GAP + key <= room:
            place = visual(painter, whole, QRectF(whole.width() - _PAD - key, 0, key, 1))
            at_key = QPointF(place.left(), baseline(top, _LINE, CAPTION))
            draw_text(painter, at_key, self._key, scheme.text3, CAPTION)


class UndoRow(Retranslated, QWidget):
    """Undo, and beside it redo as long as there is something to do again."""

    redo_clicked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rail_steps")
        self.undo = UndoButton()
        self._redone = ""
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(_STEP_SIDES, 0, _STEP_SIDES, 0)
        self._row.setSpacing(2)
        self._row.addWidget(self.undo, 1)

    @cached_property
    def redo(self) -> IconButton:
        """The way forward again, made when there first is one."""
        button = IconButton("rail_redo", "redo", size=_REDO)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self.redo_clicked)
        withhold("base/history/redo", button)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        return button

    def set_steps(self, undo: str, redo: str, refused: tuple[str, str] = ("", "")) -> None:
        """Show what could be taken back (or why not) and what could be done again, "" for nothing."""
        self.undo.set_step(undo, refused)
        self._redone = redo
        if redo or is_shown(self, "redo"):
            self.redo.setVisible(bool(redo))
            self.retranslate()

    def set_narrow(self, narrow: bool) -> None:
        """Show icons below each other, or words and redo beside them."""
        self.undo.set_narrow(narrow)
        ways = QHBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    @override
    def retranslate(self) -> None:
        self.undo.set_step(self.undo.step, self.undo.refused)
        if is_shown(self, "redo"):
            self.redo.set_words(self.tr("Redo: {step}").format(step=self._redone), "Ctrl+Y")


_FOOT_ICON, _WHO = 18, 24
_FOOT_MARGINS, _WHO_MARGINS = (18, 0, 10, 0), (15, 0, 10, 0)
_FOOT_GAP, _WHO_GAP, _WHO_GAP_NARROW = 10, 7, 1
_HEAD_MARGINS, _HEAD_LOW = (16, 14, 8, 15), (0, 6, 0, 0)
_FOOT_NARROW = (23, 3)
"""Left of the tick and of who is here with the lock, so that they stand in the middle of the narrow rail."""


_LOW, _ITEM_LOW = 560, 30
"""Below this height of the rail its entries are so high, in pixels: at 150 % on a cheap laptop."""
_ITEM_TIGHT, _APART = 26, 2
"""How high entries are where those of an office would still not be all in sight; between them otherwise."""
_AROUND, _AROUND_NARROW = 240, 180
"""What all but the entries takes of a low rail, with words and without."""


class Sidebar(Retranslated, QWidget):
    """Emits `opened(name)` for an entry, `help_requested`, and `lock_requested` for the lock at the foot."""

    opened = Signal(str)
    lock_requested = Signal()
    help_requested = Signal()

    def __init__(self, specs: tuple[ScreenSpec, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setProperty("role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._narrow = self._damaged = self._low = self._tight = False
        self._height = RAIL_ITEM
        self._user, self._device, self._office, self._travels = "", "", False, False
        self._role = ""
        self._specs = specs
        self.items: dict[str, SidebarItem] = {}
        self._group = QButtonGroup(self)
        self._make_items()
        self.brand = label("brand", "rail_brand")
        self.saved = ElidedLabel("small", "rail_saved")
        self.saved_at = ElidedLabel("caption", "rail_saved_at")
        self.user = FittingLabel("small", "rail_user")
        self.device = FittingLabel("caption", "rail_device")
        self.lock = IconButton("rail_lock", "lock", size=32)
        self.lock.clicked.connect(self.lock_requested)
        # Says who is here and on which computer where the words have no room, and leads to where both stand.
        self.who = IconButton("rail_who", "laptop", size=_WHO)
        self.who.clicked.connect(lambda: self.opened.emit("settings"))
        # Below the entries that scroll: it is in sight in every window.
        entry = RailEntry("help", lambda: QCoreApplication.translate("Sidebar", "Help"), "help")
        self.help = SidebarItem(entry, "F1")
        self.help.clicked.connect(self.help_requested)
        self.help.stepped.connect(self._step)
        self.steps = UndoRow()
        self._foot_rows: list[QHBoxLayout] = []
        self._words: list[QLabel] = [self.brand, self.saved, self.saved_at, self.user, self.device]
        self._mark = IconMark("rail_saved_icon", "okcircle", "present", _FOOT_ICON)
        self._lay_out()
        self.set_narrow(False)
        self.retranslate()

    def _make_items(self) -> None:
        """Make the entries that are new, and let go of those that are no more."""
        before, self.items = self.items, {}
        for index, spec in enumerate(self._specs):
            item = before.pop(spec.name, None)
            if item is None:
                item = SidebarItem(spec, open_keys(index))
                self._group.addButton(item)
                item.clicked.connect(lambda _on=False, name=spec.name: self.opened.emit(name))
                item.stepped.connect(self._step)
            self.items[spec.name] = item
            item.set_keys(open_keys(index))
        for gone in before.values():
            self._group.removeButton(gone)
            gone.setParent(None)
            gone.deleteLater()

    def show_entries(self, specs: tuple[ScreenSpec, ...]) -> None:
        """Have other entries: what the computer is has become known, or is no more."""
        self._specs, known = specs, set(self.items)
        self._make_items()
        self._place_entries()
        for before, name in pairwise(self.items):
            # Qt puts what is new after everything else.
            if name not in known:
                self.setTabOrder(self.items[before], self.items[name])
        for item in self.items.values():
            item.set_narrow(self._narrow)
        self._move_together()
        self._give_heights()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        self._head = head = QHBoxLayout()
        head.setContentsMargins(*_HEAD_MARGINS)
        head.setSpacing(10)
        self._logo = AppLogo()
        head.addWidget(self._logo)
        head.addWidget(self.brand, 1)
        column.addLayout(head)
        # From the outside in: with each widget that is put into another, Qt goes through all it holds.
        self._scroll = QScrollArea()
        column.addWidget(self._scroll, 1)
        self._fill_entries(self._scroll)
        help_line = QHBoxLayout()
        help_line.setContentsMargins(SIDE_MARGIN, 2, SIDE_MARGIN - 1, 0)
        help_line.addWidget(self.help)
        column.addLayout(help_line)
        column.addSpacing(6)
        column.addWidget(self.steps)
        line = QHBoxLayout()
        line.setContentsMargins(SIDE_MARGIN, 9, SIDE_MARGIN - 1, 11)
        line.addWidget(rule("rail_rule"))
        column.addLayout(line)
        column.addLayout(self._foot_row(self._mark, self.saved, self.saved_at))
        column.addSpacing(12)
        column.addLayout(self._foot_row(self.who, self.user, self.device, self.lock))
        column.addSpacing(12)

    def _fill_entries(self, scroll: QScrollArea) -> None:
        holder = QWidget()
        holder.setObjectName("rail_entries")
        holder.setProperty("role", "clear")
        scroll.setObjectName("rail_scroll")
        scroll.setProperty("role", "clear")
        own_viewport(scroll)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(holder)
        self._entries = QVBoxLayout(holder)
        self._make_way(bar=False)
        self._entries.setSpacing(_APART)
        self._place_entries()
        # A bar tells in the lowest window that there is more; it stands where the entries end otherwise.
        scroll.verticalScrollBar().rangeChanged.connect(lambda _least, _most: self._fit())

    def _fit(self) -> None:
        """Make the entries a little lower where a few pixels are lacking: no bar stands there for those."""
        if self._low:
            self._make_way(bar=self._scroll.verticalScrollBar().maximum() > 0)
            return
        count = len(self.items)
        beside = self._entries.sizeHint().height() - count * self._height
        room = (self._scroll.height() - beside) // count
        height = min(room, RAIL_ITEM) if room >= _ITEM_LOW else RAIL_ITEM
        if height != self._height:
            self._height = height
            for item in self.items.values():
                item.setFixedHeight(height)
        self._make_way(bar=room < _ITEM_LOW)

    def _make_way(self, *, bar: bool) -> None:
        self._entries.setContentsMargins(SIDE_MARGIN, 1, 0 if bar else SIDE_MARGIN - 1, 1)

    def _place_entries(self) -> None:
        column, before = self._entries, ""
        while column.takeAt(0) is not None:
            pass
        for spec in self._specs:
            if before and spec.group != before:
                if spec.group == "foot":
                    column.addStretch(1)
                else:
                    column.addSpacing(8)
            column.addWidget(self.items[spec.name])
            before = spec.group
        if before != "foot":
            column.addStretch(1)

    def _foot_row(
        self, mark: QWidget, first: QLabel, second: QLabel, button: IconButton | None = None
    ) -> QHBoxLayout:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(first)
        words.addWidget(second)
        row = QHBoxLayout()
        self._foot_rows.append(row)
        row.addWidget(mark)
        row.addLayout(words, 1)
        if button is not None:
            row.addWidget(button)
        return row

    def choose(self, name: str) -> None:
        """Mark an entry as the one that is open."""
        if name in self.items:
            self.items[name].setChecked(True)
            self._scroll.ensureWidgetVisible(self.items[name], 0, 8)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons only, or icons and words."""
        self._narrow = narrow
        self.setFixedWidth(RAIL_NARROW if narrow else RAIL_WIDTH)
        for item in (*self.items.values(), self.help):
            item.set_narrow(narrow)
        self.steps.set_narrow(narrow)
        self._show_parts()
        gaps = (_FOOT_GAP, _WHO_GAP_NARROW if narrow else _WHO_GAP)
        wide = (_FOOT_MARGINS, _WHO_MARGINS)
        for row, left, margins, gap in zip(self._foot_rows, _FOOT_NARROW, wide, gaps, strict=True):
            row.setContentsMargins(*((left, 0, left - 1, 0) if narrow else margins))
            row.setSpacing(gap)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move together in a low window: every entry stays in sight, what only tells goes."""
        super().resizeEvent(event)
        self._move_together()

    def _move_together(self) -> None:
        low, around = self.height() < _LOW, _AROUND_NARROW if self._narrow else _AROUND
        tight = low and self.height() < around + len(self.items) * (_ITEM_LOW + _APART)
        if (low, tight) != (self._low, self._tight):
            self._low, self._tight = low, tight
            self._give_heights()
            self._show_parts()
        elif not low:
            self._fit()

    def _give_heights(self) -> None:
        self._height = RAIL_ITEM
        for item in (*self.items.values(), self.help):
            item.setFixedHeight(_ITEM_TIGHT if self._tight else _ITEM_LOW if self._low else RAIL_ITEM)
        self._entries.setSpacing(0 if self._tight else _APART)
        self.steps.undo.set_lines(_STEP_LEAST if self._tight else _STEP_LINES)

    def _show_parts(self) -> None:
        for words in self._words:
            words.setVisible(not self._narrow and not (self._tight and words is self.device))
        for part in (self._logo, self.brand, self.saved, self.saved_at):
            part.setVisible(not self._low and (not self._narrow or part is self._logo))
        # That all is saved is told in the lowest narrow window too: by the sign, whose words are its tip.
        self._mark.setVisible(self._narrow or not self._low)
        # A layout keeps its margins where all in it is hidden.
        self._head.setContentsMargins(*(_HEAD_LOW if self._low else _HEAD_MARGINS))

    def set_saved(self, when: str) -> None:
        """Show when the last thing was saved."""
        self.saved_at.setText(when)
        self._tell_saved()

    def _tell_saved(self) -> None:
        """Give the sign the words beside it: it stands alone in a narrow or low window."""
        words = " · ".join(filter(None, (self.saved.text(), self.saved_at.text())))
        self._mark.setToolTip(words)
        self._mark.setAccessibleName(words)

    def set_damaged(self) -> None:
        """Be calm about what is saved no more: the file that keeps it is damaged."""
        self._damaged = True
        self._mark.set_icon("alert", "absent_text")
        self.retranslate()

    def set_user(self, user: str, device: str, *, office: bool = False, travels: bool = False) -> None:
        """Show who sits at which laptop; `device` is its code, empty before the office gave one."""
        self._user, self._device, self._office, self._travels = user, device, office, travels
        self.retranslate()

    def set_role(self, role: UserRole | None) -> None:
        """Say beside the computer as what somebody is here, and at the picture what that means."""
        said = role.value if role is not None else "none"
        if said != self._role:
            self._role = said
            self.retranslate()

    def set_badge(self, name: str, number: int | None) -> None:
        """Show how many things wait in a screen; None: as many as before, since that could not be read."""
        if name in self.items and number is not None:
            self.items[name].set_badge(number, self.tr("%n waiting", "", number))

    def changeEvent(self, event: QEvent) -> None:
        """Follow a change of language, in the entries too."""
        if event.type() == QEvent.Type.LanguageChange:
            for item in (*self.items.values(), self.help):
                item.retranslate()
        super().changeEvent(event)

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(self.tr("Navigation"))
        self.brand.setText(self.tr("Trainer"))
        saved = self.tr("The data is damaged") if self._damaged else self.tr("Everything is saved")
        self.saved.setText(saved)
        self._tell_saved()
        self.user.setText(self._user or self.tr("No name yet"))
        self.user.setToolTip(self._user)
        self.device.setText(" · ".join(part for part in (self._laptop(), self._said_role()) if part))
        self.device.setToolTip(self._about_role())
        about = self._about_role()
        self.who.set_words(f"{self.user.text()} · {self.device.text()}{f'. {about}' if about else ''}")
        self.who.setAccessibleDescription(self.tr("Opens the settings"))
        #: A button: the program asks for the passphrase
        self.lock.set_words(self.tr("Lock"), "Ctrl+L")

    def _step(self, way: int) -> None:
        """Move the keyboard to the neighbour of the entry that has it, round the ends."""
        items = [*self.items.values(), self.help]
        place = next((at for at, item in enumerate(items) if item.hasFocus()), 0)
        target = items[(place + way) % len(items)]
        target.setFocus(Qt.FocusReason.TabFocusReason)
        if target is not self.help:
            self._scroll.ensureWidgetVisible(target, 0, 8)

    def set_help(self, *, shown: bool) -> None:
        """Mark the entry of the help while it stands beside the page."""
        self.help.setChecked(shown)

    def _said_role(self) -> str:
        return messages.text(f"users.role.{self._role}", window_language()) if self._role else ""

    def _about_role(self) -> str:
        """Say what a role is for, and why buttons are grey."""
        if not self._role or self._role == UserRole.HEAD.value:
            return ""
        if self._role == UserRole.OFFICER.value:
            return self.tr("A data officer: what only heads do is grey.")
        return self.tr("Only looks: buttons that change something are grey.")

    def _laptop(self) -> str:
        if self._office:
            return self.tr("Office computer")
        if self._travels:
            return self.tr("Office computer {code}, travels").format(code=self._device)
        if self._device:
            return self.tr("Laptop {code}").format(code=self._device)
        return self.tr("This laptop")
