"""Forms in a side panel: saving, refusals beside their field, shared fields, and asking for a reason."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import formats
from trainer_app.ui.widgets.fields import FormRow, text_field
from trainer_app.ui.widgets.labels import AnnouncedLabel, label
from trainer_app.ui.widgets.overlays import SidePanel

_WIDTH = 500


class FormPanel(SidePanel):
    """A panel whose fields are saved by one action.

    `places` says which row an error belongs to, by the error's code; others stand below the last field.
    """

    def __init__(self, name: str, desk: AppContext, host: QWidget, width: int = _WIDTH) -> None:
        super().__init__(name, host, width)
        self.desk = desk
        self._beside = host
        self.places: Mapping[str, FormRow[Any]] = {}
        self.trouble = AnnouncedLabel("error", f"{name}_error")
        self.trouble.hide()
        self.accepted.connect(self.save)

    def end_body(self) -> None:
        """Put the line for other errors below the fields; call it when all of them are in."""
        self.body.addWidget(self.trouble)
        self.body.addStretch(1)

    def reveal(self, first: QWidget) -> None:
        """Show the form; another one that is open beside it is closed without saving."""
        for other in self._beside.findChildren(FormPanel):
            if other is not self:
                other.dismiss()
        super().reveal(first)

    def save(self) -> None:
        """Save what is typed; a form says here how."""

    def submit(self, act: Callable[[], Changes]) -> Changes | None:
        """Run the action, announce it and close; or show why it was refused, and stay."""
        self.clear_errors()
        try:
            if self.desk.jobs.writing:
                raise TrainerError("job.wait")
            changes = act()
        except TrainerError as error:
            self.show_refusal(error)
            return None
        self.dismiss()
        self.desk.changes.announce(changes)
        return changes

    def show_refusal(self, error: TrainerError) -> None:
        """Say what is wrong at the field it is about."""
        said = self.desk.explained(error)
        row = self.places.get(error.code)
        if row is not None:
            row.show_error(said)
            return
        self.trouble.say(said)
        self.trouble.show()

    def clear_errors(self) -> None:
        """Take all complaints away."""
        for row in self.places.values():
            row.clear_error()
        self.trouble.hide()
        self.trouble.say(None)


_MOST = 300  # letters of a title
_INDENT = 9  # pixels before the digits of a field, as far as in a line of text


class TextsRow(QWidget):
    """A text in Tajik, Russian and English: one line each, with the language's own name before it."""

    def __init__(self, name: str, most: int = _MOST) -> None:
        super().__init__()
        self.setObjectName(f"{name}_row")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.caption = label("body_strong", f"{name}_label")
        self.description = label("caption", f"{name}_description", wrap=True)
        self.description.hide()
        self.lines: dict[str, QLineEdit] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, code in enumerate(LANGUAGES):
            line = text_field(f"{name}_{code}", most=most)
            grid.addWidget(label("caption_strong", f"{name}_{code}_label", formats(code).name), row, 0)
            grid.addWidget(line, row, 1)
            self.lines[code] = line
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.caption)
        column.addLayout(grid)
        column.addWidget(self.description)

    def set_words(self, caption: str, description: str = "") -> None:
        """Set the label and the explanation."""
        self.caption.setText(caption)
        self.description.setText(description)
        self.description.setVisible(bool(description))
        for code, line in self.lines.items():
            line.setAccessibleName(f"{caption}: {formats(code).name}")

    def texts(self) -> Texts:
        """Return what is typed."""
        return Texts(**{code: line.text().strip() for code, line in self.lines.items()})

    def set_texts(self, texts: Texts) -> None:
        """Show a text."""
        for code, line in self.lines.items():
            line.setText(texts[code])
            line.setCursorPosition(0)


class NumberField(QSpinBox):
    """A whole number; arrows up and down change it, the wheel does not."""

    def __init__(self, name: str, least: int, most: int, value: int, step: int = 1) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setRange(least, most)
        self.setSingleStep(step)
        self.setValue(value)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        indent(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Select the number, so that typing replaces it."""
        super().focusInEvent(event)
        self.selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


def indent[F: QAbstractSpinBox](field: F) -> F:
    """Give a field of digits the left margin that a line of text has: the style sheet cannot; return it."""
    field.lineEdit().setTextMargins(_INDENT, 0, 0, 0)
    return field


def side_by_side(*widgets: QWidget) -> QHBoxLayout:
    """Return widgets in a line, sharing its width evenly; their tops stand on one height."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(12)
    for widget in widgets:
        line.addWidget(widget, 1, Qt.AlignmentFlag.AlignTop)
    return line


class ReasonForm(FormPanel):
    """One line of text. `ask` says what it is for and what is done with it."""

    def __init__(self, desk: AppContext, host: QWidget) -> None:
        super().__init__("reason_form", desk, host, 420)
        self._act: Callable[[str], Changes] | None = None
        self.about = label("subtitle", "reason_about", wrap=True)
        self.reason = FormRow("reason", text_field("reason", most=200))
        self.places = {"session.no_reason": self.reason}
        self.body.addWidget(self.about)
        self.body.addWidget(self.reason)
        self.end_body()
        self.retranslate()

    def ask(self, title: str, about: str, accept: str, act: Callable[[str], Changes]) -> None:
        """Ask, and call `act` with the reason."""
        self._act = act
        self.clear_errors()
        self.set_words(title, accept)
        self.about.setText(about)
        self.reason.field.clear()
        self.reveal(self.reason.field)

    def save(self) -> None:
        """Do it with the reason that is typed."""
        act, reason = self._act, self.reason.field.text()
        if act is not None:
            self.submit(lambda: act(reason))

    def retranslate(self) -> None:
        """Set the words that are always the same."""
        super().retranslate()
        # "Cancel" beside "Cancel session" would be two buttons with one word.
        self.cancel_button.setText(self.tr("Leave as it is"))
        self.reason.set_words(self.tr("Reason"), self.tr("It is kept and can be read by the office."))
