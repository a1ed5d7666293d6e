"""Form rows and input fields: text, digits, search, a text that grows.

A form row is a label, its field, a line that explains and a line that says what is wrong. Fields in which
something is picked are those of `pickers`, apart: a start needs none, and Qt makes 800 names for them.
"""

from collections.abc import Callable, Sequence
from math import ceil

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QObject,
    QRect,
    QRectF,
    QRegularExpression,
    Qt,
    QTimer,
    Signal,
    SignalInstance,
)
from PySide6.QtGui import (
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QRegularExpressionValidator,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from trainer_app.ui.style import theme
from trainer_app.ui.style.tokens import CONTROL, ICON_CHIP
from trainer_app.ui.widgets.flow import FlowRow, LowPage
from trainer_app.ui.widgets.labels import announce, label, named, set_state
from trainer_app.ui.widgets.painting import visual
from trainer_app.ui.widgets.presses import press_beside

_PAUSE = 120  # milliseconds of quiet before a search starts


def suggest(field: QLineEdit | QComboBox, texts: QAbstractItemModel | Sequence[str]) -> None:
    """Offer known texts while something is typed in a field, wherever it stands in them."""
    found = QCompleter(texts if isinstance(texts, QAbstractItemModel) else list(texts), field)
    found.setObjectName(f"{field.objectName()}_found")
    found.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    found.setFilterMode(Qt.MatchFlag.MatchContains)
    field.setCompleter(found)
    press_beside(found)


def _undoes_nothing(field: QLineEdit, event: QEvent) -> bool:
    """Tell whether a key is undo or redo, which Qt's field keeps for itself also with nothing to undo."""
    if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.ShortcutOverride:
        return False
    # What was typed unseen never comes back by a key.
    hidden = field.echoMode() is not QLineEdit.EchoMode.Normal
    undoes = event.matches(QKeySequence.StandardKey.Undo) and (hidden or not field.isUndoAvailable())
    return undoes or (
        event.matches(QKeySequence.StandardKey.Redo) and (hidden or not field.isRedoAvailable())
    )


class UndoPassage(QObject):
    """Lets undo and redo through to the window from an empty field that has the keyboard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("undo_passage")
        self._field: QLineEdit | None = None

    def follow(self, now: QWidget | None) -> None:
        """Know what has the keyboard."""
        if self._field is not None and isValid(self._field):
            self._field.removeEventFilter(self)
        self._field = now if isinstance(now, QLineEdit) else None
        if self._field is not None:
            self._field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the key from a field that would swallow it."""
        through = watched is self._field and not self._field.text() and _undoes_nothing(self._field, event)
        if through:
            event.ignore()
        return through


class SearchField(QLineEdit):
    """Emits `searched` with the text, shortly after typing stops or at once on Enter. Esc empties it."""

    searched = Signal(str)

    def __init__(self, name: str, hint: str = "") -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "search")
        self.setMinimumWidth(220)
        # A file that is let go above it is for the window, not a name to look for.
        self.setAcceptDrops(False)
        self.set_hint(hint)
        self._last = ""
        self._pause = QTimer(self)
        self._pause.setObjectName(f"{name}_pause")
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.search_now)
        self.textChanged.connect(lambda _text: self._pause.start())
        self.returnPressed.connect(self.search_now)

    def set_hint(self, hint: str) -> None:
        """Set the words that stand in the empty field."""
        self.setPlaceholderText(hint)
        self.setAccessibleName(hint)

    def event(self, event: QEvent) -> bool:
        """Let undo and redo through to the window while there is nothing typed to take back."""
        if _undoes_nothing(self, event):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field on Esc; an empty field lets Esc through."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.search_now()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field, then the icon in its padding."""
        super().paintEvent(event)
        size = ICON_CHIP
        painter = QPainter(self)
        box = QRectF(8, (self.height() - size) / 2, size, size)
        theme.draw(painter, "search", visual(painter, QRectF(self.rect()), box), "text3")

    def search_now(self) -> None:
        """Tell what is typed without waiting for a pause, before the keyboard goes on into what is found."""
        self._pause.stop()
        if self.text() != self._last:
            self._last = self.text()
            self.searched.emit(self.text())


_MARGIN = 3
_AROUND = 16
"""Pixels above and below the lines: the margin, the padding of the style sheet, the border."""
_MOST_LINES = 6


class AutoHeightTextEdit(QPlainTextEdit):
    """Tab goes on to the next field."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "growing")
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(CONTROL)
        self.document().setDocumentMargin(_MARGIN)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take other lines at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._grow()

    def _grow(self) -> None:
        # A plain text counts its height in lines; a line is what the first block has of them.
        lines = max(1, round(self.document().size().height()))
        shown = min(lines, _MOST_LINES)
        self.setFixedHeight(max(CONTROL, shown * self._line() + _AROUND))
        over = (
            Qt.ScrollBarPolicy.ScrollBarAsNeeded if lines > shown else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        )
        self.setVerticalScrollBarPolicy(over)

    def _line(self) -> int:
        """Return the height of a line: letters of several scripts make it larger than the font says."""
        layout = self.document().firstBlock().layout()
        drawn = layout.lineAt(0).height() if layout.lineCount() else 0.0
        return max(self.fontMetrics().lineSpacing(), ceil(drawn))


_TALL = 10_000
"""Higher than any words."""


_AROUND = 24
"""Pixels above and below a part that is brought into sight."""


def bring_into_sight(part: QWidget) -> None:
    """Scroll all that lies around a part until it is seen, or its beginning where it is too high.

    Now, and again once what was just shown, or said in it, has its place and height.
    """
    _scroll_to(part)
    QTimer.singleShot(0, part, lambda: _scroll_to(part))


def scrolled_around(part: QWidget) -> list[QScrollArea]:
    """Return all that scrolls a part, the innermost first."""
    found, around = list[QScrollArea](), part.parentWidget()
    while around is not None:
        found += [around] if isinstance(around, QScrollArea) else []
        around = around.parentWidget()
    return found


def _scroll_to(part: QWidget) -> None:
    for around in scrolled_around(part):
        page = around.widget()
        layout = page.layout() if page is not None else None
        if layout is not None:
            layout.activate()
        if isinstance(around, LowPage):
            # Up only as far as it must.
            if not around.bring(part, part.height()):
                around.bring(part, -part.height())
        else:
            around.ensureWidgetVisible(part, 0, _AROUND)


class FormRow[F: QWidget](QWidget):
    """A field with its words. The label is the field's buddy and its accessible name.

    `entry` is the part of the field that takes the keys, where the field does not say so by a focus proxy.
    """

    def __init__(self, name: str, field: F, entry: QWidget | None = None) -> None:
        super().__init__()
        self.setObjectName(f"{name}_row")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        field.setObjectName(name)
        self.field = field
        self._entry: QWidget = entry or field.focusProxy() or field
        self.caption = label("body_strong", f"{name}_label")
        self.caption.setBuddy(self._entry)
        self.description = label("caption", f"{name}_description", wrap=True)
        self.error = label("error", f"{name}_error", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.caption, field, self.description, self.error):
            column.addWidget(part)
        self.description.hide()
        self.error.hide()
        self._wrong: Callable[[], str] | None = None
        self._room: tuple[str, ...] = ()
        self._held = 0
        # A field of `pickers` that judges what is typed: a day.
        refused: SignalInstance | None = getattr(field, "refused", None)
        taken: SignalInstance | None = getattr(field, "taken", None)
        if refused is not None and taken is not None:
            refused.connect(self.show_error)
            taken.connect(self.clear_error)

    def set_words(self, caption: str, description: str = "") -> None:
        """Set label and explanation."""
        self.caption.setText(caption)
        self.field.setAccessibleName(caption.replace("&", ""))
        self.description.setText(description)
        self.description.setVisible(bool(description) and self.error.isHidden())
        self._hold_place()
        self._describe()

    def put_beside(self, button: QWidget) -> None:
        """Let a button stand beside the field; what is said about it has the whole width below both."""
        column = self.layout()
        assert isinstance(column, QVBoxLayout)
        line = QHBoxLayout()
        line.setSpacing(8)
        column.removeWidget(self.field)
        line.addWidget(self.field, 1)
        line.addWidget(button)
        column.insertLayout(1, line)

    def keep_room(self, texts: Sequence[str]) -> None:
        """Hold the height of the longest of some explanations: another one moves nothing below it."""
        self._room = tuple(texts)
        self._hold_room()

    def hold_error_room(self, lines: int = 1) -> None:
        """Keep lines for what may be complained of, or explained: it moves nothing below when it is said."""
        self.error.ensurePolished()
        metrics = self.error.fontMetrics()
        self._held = metrics.height() + (lines - 1) * metrics.lineSpacing() if lines else 0
        self.error.setMinimumHeight(self._held)
        self.error.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._hold_room()
        self._hold_place()

    def _hold_place(self) -> None:
        """Leave the room empty where nothing stands in it: an explanation gives way to a complaint."""
        policy = self.error.sizePolicy()
        policy.setRetainSizeWhenHidden(bool(self._held) and not self.description.text())
        self.error.setSizePolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Hold it at this width too."""
        super().resizeEvent(event)
        self._hold_room()

    def _hold_room(self) -> None:
        metrics, width = self.description.fontMetrics(), self.description.width()
        space = QRect(0, 0, width, _TALL)
        heights = (
            metrics.boundingRect(space, Qt.TextFlag.TextWordWrap, text).height() for text in self._room
        )
        self.description.setMinimumHeight(max(heights, default=self._held))
        top = Qt.AlignmentFlag.AlignTop if self._room or self._held else Qt.AlignmentFlag.AlignVCenter
        self.description.setAlignment(Qt.AlignmentFlag.AlignLeft | top)

    def show_error(self, words: str | Callable[[], str]) -> None:
        """Say what is wrong below the field, mark it, and go there: it is scrolled into sight.

        Words that are given as a function follow the language of the window.
        """
        self._wrong = words if callable(words) else None
        self.error.setText(words() if callable(words) else words)
        self.error.show()
        self.description.hide()
        set_state(self._entry, "wrong", "true")
        self._describe()
        if self._entry.hasFocus():
            # Where the keyboard stays, no screen reader reads the field once more.
            announce(self._entry, self.error.text())
        self._entry.setFocus()
        # The button that was pressed stands at the foot: the field may be far out of sight.
        bring_into_sight(self)

    def clear_error(self) -> None:
        """Take the complaint away."""
        self._wrong = None
        self.error.setText("")
        self.error.hide()
        self.description.setVisible(bool(self.description.text()))
        set_state(self._entry, "wrong", "")
        self._describe()

    def changeEvent(self, event: QEvent) -> None:
        """Say what is wrong in another language."""
        if event.type() == QEvent.Type.LanguageChange and self._wrong is not None:
            self.error.setText(self._wrong())
            self._describe()
        super().changeEvent(event)

    def _describe(self) -> None:
        said = " ".join(part for part in (self.error.text(), self.description.text()) if part)
        parts: tuple[QWidget, ...] = (self.field, self._entry)
        for part in parts:
            part.setAccessibleDescription(said)


def in_line(name: str, first: QWidget, *others: QWidget) -> QWidget:
    """Return a widget, called `name`, that holds widgets in a line; the first one takes the room left."""
    made = named(QWidget(), name)
    line = FlowRow(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    line.addWidget(first, 1)
    for each in others:
        line.addWidget(each)
    return made


class TextArea(QPlainTextEdit):
    """Several lines. Tab goes on to the next field."""

    def __init__(self, name: str, lines: int = 3) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 22)


def text_field(name: str, text: str = "", *, width: int = 0, most: int = 0) -> QLineEdit:
    """Return a line of text; `width` fixes its width, `most` the letters it takes."""
    field = QLineEdit(text)
    field.setObjectName(name)
    # A file that is let go above it is for the window: its path is nothing that anybody types.
    field.setAcceptDrops(False)
    if width:
        field.setFixedWidth(width)
    if most:
        field.setMaxLength(most)
    field.textEdited.connect(lambda _typed: _show_what_is_typed(field))
    return field


def _show_what_is_typed(field: QLineEdit) -> None:
    """Bring a field into sight that has the keyboard below the fold, or was scrolled away."""
    if field.visibleRegion().boundingRect() != field.rect():
        bring_into_sight(field)


class DigitsOnly(QObject):
    """Lets a line take `most` digits.

    `refused` gives the words for a sign that it does not take, as a function that follows the language of the
    window; `taken` says that another one was.
    """

    refused = Signal(object)
    taken = Signal()

    def __init__(self, line: QLineEdit, most: int) -> None:
        super().__init__(line)
        self.setObjectName(f"{line.objectName()}_digits")
        self._line, self._most = line, most
        self._below: QLabel | None = None
        self._wrong = False
        line.setValidator(QRegularExpressionValidator(QRegularExpression(f"[0-9]{{0,{most}}}"), line))
        line.inputRejected.connect(lambda: self.refused.emit(self.words))
        line.textChanged.connect(lambda _text: self.taken.emit())

    def words(self) -> str:
        """Say what the line takes."""
        return self.tr("Only digits are taken here, {count} at the most.").format(count=self._most)

    def say_below(self, below: QLabel) -> None:
        """Have it said in a label below a line that is no form row, until it is mended or left."""
        self._below = below
        below.hide()
        self.refused.connect(lambda _words: self._say(self.words()))
        self.taken.connect(lambda: self._say(""))
        self._line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Forget it when the keyboard goes elsewhere; say it in another language."""
        if event.type() == QEvent.Type.FocusOut:
            self._say("")
        elif event.type() == QEvent.Type.LanguageChange and self._wrong:
            self._say(self.words())
        return super().eventFilter(watched, event)

    def _say(self, words: str) -> None:
        if self._below is None or (not words and not self._wrong):
            return
        self._wrong = bool(words)
        self._below.setText(words)
        self._below.setVisible(bool(words))
        set_state(self._line, "wrong", "true" if words else "")
        self._line.setAccessibleDescription(words)
        if words:
            announce(self._line, words)


class DigitsRow(FormRow[QLineEdit]):
    """A line of `most` digits. A sign that it does not take is said below it until another one is typed."""

    def __init__(self, name: str, most: int, width: int) -> None:
        line = text_field(name, width=width)
        super().__init__(name, line)
        digits = DigitsOnly(line, most)
        digits.refused.connect(self.show_error)
        digits.taken.connect(self.clear_error)
