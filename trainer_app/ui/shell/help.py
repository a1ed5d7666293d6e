"""The overlay of F1 with all keys, and the toast that offers to undo what was just done."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.ui.kit.screens import ActionSpec, KeyHint, ScreenSpec, open_keys, shown_keys
from trainer_app.ui.style.tokens import KEEP_CLEAR
from trainer_app.ui.widgets.cards import IconMark
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.labels import ElidedLabel, Retranslated, announce, label, own_viewport
from trainer_app.ui.widgets.overlays import ModalOverlay

_WIDTH, _AROUND = 720, 190


class HelpOverlay(Retranslated, ModalOverlay):
    """Lists keys in three groups: this screen, everywhere, the rail."""

    def __init__(
        self,
        host: QWidget,
        screen_title: str,
        screen_keys: list[KeyHint],
        actions: tuple[ActionSpec, ...],
        screens: tuple[ScreenSpec, ...],
    ) -> None:
        super().__init__("help", host, _WIDTH)
        self.title = label("title", "help_title")
        self.close_button = Button("help_close")
        self.close_button.clicked.connect(self.dismiss)
        self._screen_keys, self._actions, self._screens = screen_keys, actions, screens
        self._heads = [label("card_title", f"help_head_{name}") for name in ("screen", "window", "rail")]
        self._heads[0].setText(screen_title)
        self.column.addWidget(self.title)
        self.column.addWidget(self._lists(), 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        self.column.addLayout(foot)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words of the sheet."""
        self.title.setText(self.tr("Keys"))
        self._heads[1].setText(self.tr("Everywhere"))
        self._heads[2].setText(self.tr("Go to"))
        self.close_button.setText(self.tr("Close"))
        self.setAccessibleName(self.tr("Keys"))

    def _lists(self) -> QScrollArea:
        holder = QWidget()
        holder.setProperty("role", "clear")
        columns = QHBoxLayout(holder)
        columns.setContentsMargins(0, 8, 12, 8)
        columns.setSpacing(32)
        window = [KeyHint(shown_keys(spec.keys[0]), spec.words()) for spec in self._actions]
        window.append(KeyHint("Tab", self.tr("Next field or button")))
        window.append(KeyHint("Esc", self.tr("Close what is open")))
        rail = [KeyHint(shown_keys(open_keys(i)), spec.title) for i, spec in enumerate(self._screens)]
        left = [(self._heads[0], self._screen_keys)] if self._screen_keys else []
        for groups in ([*left, (self._heads[2], rail)], [(self._heads[1], window)]):
            column = QVBoxLayout()
            column.setSpacing(8)
            for head, keys in groups:
                column.addWidget(head)
                column.addLayout(_grid(keys, head.objectName().rpartition("_")[2]))
                column.addSpacing(12)
            column.addStretch(1)
            columns.addLayout(column, 1)
        self._heads[0].setVisible(bool(left))
        scroll = QScrollArea()
        scroll.setObjectName("help_scroll")
        scroll.setAccessibleName(self.tr("Keys"))
        own_viewport(scroll)
        scroll.setWidgetResizable(True)
        scroll.setWidget(holder)
        room = self.window().height() - _AROUND
        scroll.setMinimumHeight(max(120, min(holder.sizeHint().height() + 8, room)))
        return scroll


def _grid(keys: list[KeyHint], group: str) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, each in enumerate(keys):
        cap = QFrame()
        cap.setProperty("role", "key")
        inside = QHBoxLayout(cap)
        inside.setContentsMargins(7, 2, 7, 2)
        inside.addWidget(label("caption_strong", f"help_{group}_key_{row}", each.keys))
        grid.addWidget(cap, row, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(label("small", f"help_{group}_words_{row}", each.words, wrap=True), row, 1)
    return grid


_SHOWN_FOR = 12_000  # milliseconds
_MARGIN, _WIDEST, _NARROWEST = 16, 860, 230


class UndoBar(Retranslated, QFrame):
    """An arrow, the step in words, "Undo" and its key. Also used inside screens."""

    requested = Signal()

    def __init__(self, name: str = "undo_bar") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.words = ElidedLabel("second", f"{name}_words")
        self.button = Button(f"{name}_button", ButtonKind.GHOST)
        self.button.clicked.connect(self.requested)
        key = QFrame()
        key.setObjectName(f"{name}_key")
        key.setProperty("role", "key")
        key.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        key_row = QHBoxLayout(key)
        key_row.setContentsMargins(6, 1, 6, 1)
        key_row.addWidget(label("caption", f"{name}_key_words", shown_keys("Ctrl+Z")))
        row = QHBoxLayout(self)
        row.setContentsMargins(11, 3, 10, 3)
        row.setSpacing(6)
        row.addWidget(IconMark(f"{name}_icon", "undo", size=16))
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
        row.addWidget(key)
        self.retranslate()

    def set_step(self, words: str) -> None:
        """Show what would be undone."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.button.setAccessibleDescription(words)
        self.adjustSize()

    def retranslate(self) -> None:
        """Set the word of the button."""
        self.button.setText(self.tr("Undo"))


class Toast(UndoBar):
    """The bar as a card over a page."""

    def __init__(self, host: QWidget) -> None:
        super().__init__("toast")
        self.setParent(host)
        self._host = host
        self._life = QTimer(self)
        self._life.setObjectName("toast_life")
        self._life.setSingleShot(True)
        self._life.setInterval(_SHOWN_FOR)
        self._life.timeout.connect(self.hide)
        self.requested.connect(self.hide)
        host.installEventFilter(self)
        self.hide()

    def offer(self, words: str) -> None:
        """Show a step for a while, and say it to a screen reader."""
        self.set_step(words)
        self._place()
        self.show()
        self.raise_()
        announce(self, words)
        self._life.start()

    def stay_above(self) -> None:
        """Stand over the page that is shown now, clear of what must be seen on it."""
        if self.isVisible():
            self._place()
            self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the corner when the page changes its size."""
        if watched is self._host and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        """Stand where words begin: the buttons that may be wanted next stand at the other end.

        What must be seen while the bar is there (`KEEP_CLEAR`) makes it narrower, sends it to the other end,
        or lifts it.
        """
        height, mirrored = self.sizeHint().height(), self._host.isRightToLeft()
        bottom = self._host.height() - _MARGIN
        gaps = self._gaps(bottom - height, bottom)
        if not gaps:
            bottom = min(part.top() for part in self._kept_clear()) - _MARGIN // 2
            gaps = [(_MARGIN, self._host.width() - _MARGIN)]
        left, right = gaps[-1 if mirrored else 0]
        width = min(self.sizeHint().width(), _WIDEST, right - left)
        self.setGeometry(right - width if mirrored else left, bottom - height, width, height)

    def _gaps(self, top: int, bottom: int) -> list[tuple[int, int]]:
        """Return where nothing must be kept clear along the lower edge, wide enough for the bar."""
        gaps, left = [], _MARGIN
        parts = [part for part in self._kept_clear() if part.bottom() >= top and part.top() <= bottom]
        for part in sorted(parts, key=lambda part: part.left()):
            gaps.append((left, part.left() - _MARGIN))
            left = max(left, part.right() + _MARGIN)
        gaps.append((left, self._host.width() - _MARGIN))
        return [gap for gap in gaps if gap[1] - gap[0] >= _NARROWEST]

    def _kept_clear(self) -> list[QRect]:
        """Return where parts lie that must be seen, on the host."""
        return [
            QRect(part.mapTo(self._host, QPoint()), part.size())
            for part in self._host.findChildren(QWidget)
            if part.property(KEEP_CLEAR) and part.isVisible()
        ]
