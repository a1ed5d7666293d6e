"""Forms: a row is a label, its field, a line that explains and a line that says what is wrong."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTime
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from trainer_app.ui.widgets.arrow import draw_arrow
from trainer_app.ui.widgets.day_field import DateField
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import set_state


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
        if isinstance(field, DateField):
            field.refused.connect(self.show_error)
            field.taken.connect(self.clear_error)

    def set_words(self, caption: str, description: str = "") -> None:
        """Set label and explanation."""
        self.caption.setText(caption)
        self.field.setAccessibleName(caption.replace("&", ""))
        self.description.setText(description)
        self.description.setVisible(bool(description) and self.error.isHidden())
        self._describe()

    def show_error(self, words: str | Callable[[], str]) -> None:
        """Say what is wrong below the field, mark it, and go there.

        Words that are given as a function follow the language of the window.
        """
        self._wrong = words if callable(words) else None
        self.error.setText(words() if callable(words) else words)
        self.error.show()
        self.description.hide()
        set_state(self._entry, "wrong", "true")
        self._describe()
        self._entry.setFocus()

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
        self.field.setAccessibleDescription(said)


class ComboBox(QComboBox):
    """A choice of few. The wheel turns it only when it has the focus, so that scrolling changes nothing."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        # Qt lets the wheel give the focus before the field sees it.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page unless the field is in use."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field and our own arrow."""
        super().paintEvent(event)
        draw_arrow(self)


class TimeField(QTimeEdit):
    """A time of day as "09:00"; `minutes` after midnight in and out."""

    def __init__(self, name: str, minutes: int = 0) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setDisplayFormat("HH:mm")
        self.set_minutes(minutes)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def minutes(self) -> int:
        """Return minutes after midnight."""
        return self.time().hour() * 60 + self.time().minute()

    def set_minutes(self, minutes: int) -> None:
        """Show a time given in minutes after midnight."""
        self.setTime(QTime(minutes // 60, minutes % 60))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a dot or a comma between hours and minutes too: "8.30" is how people write it."""
        if event.text() in (".", ","):
            event = QKeyEvent(event.type(), Qt.Key.Key_Colon, event.modifiers(), ":")
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin with the hour, from whichever side the keyboard comes: a whole time is what is typed."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.BacktabFocusReason:
            self.setSelectedSection(QTimeEdit.Section.HourSection)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


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
    return field
