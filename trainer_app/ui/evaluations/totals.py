"""Out of how many points the tests of a course are counted, and where that is not what the form can give."""

from collections.abc import Mapping, Sequence
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from trainer_app.domain.evaluations.forms import TEST_OCCASIONS, Occasion, TotalDoubt
from trainer_app.ui.evaluations import wording
from trainer_app.ui.kit.language import Formats
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.cards import NoteRow
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated, label


class PointsField(QLineEdit):
    """A field of one number. `given(text)` on Enter or when it is left; Esc takes back what was typed."""

    given = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setFixedWidth(64)
        self.setMaxLength(7)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._kept = ""
        self.editingFinished.connect(self._finish)

    def keep(self, text: str) -> None:
        """Show what holds."""
        self._kept = text
        self.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.text() != self._kept:
            self.setText(self._kept)
        else:
            super().keyPressEvent(event)

    def _finish(self) -> None:
        if self.text().strip() != self._kept:
            typed = self.text()
            # Until the change is in the database, what holds is what held.
            self.setText(self._kept)
            self.given.emit(typed)


class MaximumPointsFields(Retranslated, QWidget):
    """Both occasions side by side. `given(occasion, text)` asks to change one."""

    given = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tests_out_of")
        self.caption = label("second", "tests_out_of_caption")
        self.fields: dict[Occasion, PointsField] = {}
        self._names = {}
        row = FlowRow(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.caption)
        for occasion in TEST_OCCASIONS:
            field = PointsField(f"tests_out_of_{occasion.value}")
            field.given.connect(lambda text, occasion=occasion: self.given.emit(occasion, text))
            withhold("evaluations/scores/set_out_of", field)
            self.fields[occasion] = field
            self._names[occasion] = label("second", f"tests_out_of_{occasion.value}_label")
            row.addSpacing(4)
            row.addWidget(self._names[occasion])
            row.addWidget(field)
        self.retranslate()

    def show_points(self, points: dict[Occasion, int], formats: Formats) -> None:
        """Show how many points each test can give, in hundredths."""
        for occasion, field in self.fields.items():
            field.keep(wording.plain(points[occasion], formats))

    @override
    def retranslate(self) -> None:
        self.caption.setText(self.tr("Points in all:"))
        short = {Occasion.PRE: wording.pre_short(), Occasion.POST: wording.post_short()}
        names = {Occasion.PRE: wording.pre_test(), Occasion.POST: wording.post_test()}
        for occasion, name in names.items():
            self._names[occasion].setText(short[occasion])
            self.fields[occasion].setAccessibleName(
                self.tr("Points in all: {occasion}").format(occasion=name)
            )
        self.updateGeometry()


class TotalsNotice(Retranslated, QWidget):
    """One line for each test whose typed points are counted out of something else than its form.

    `adopted(occasion, points as typed)` asks to count them out of what the form can give.
    """

    adopted = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("tests_totals")
        self.notes: dict[Occasion, NoteRow] = {}
        self.buttons: dict[Occasion, Button] = {}
        self._lines: dict[Occasion, QWidget] = {}
        self._doubts: dict[Occasion, TotalDoubt] = {}
        self._points: Mapping[Occasion, int] = {}
        self._formats: Formats | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(CARD_PADDING, 8, CARD_PADDING - 10, 8)
        column.setSpacing(4)
        for occasion in TEST_OCCASIONS:
            name = f"tests_total_{occasion.value}"
            note, button = NoteRow(name, "alert", "late"), Button(f"{name}_adopt", ButtonKind.GHOST)
            button.clicked.connect(lambda _checked=False, each=occasion: self._adopt(each))
            withhold("evaluations/scores/set_out_of", button)
            line = QWidget()
            line.setObjectName(f"{name}_line")
            row = FlowRow(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            row.addWidget(note, 1)
            row.addWidget(button)
            column.addWidget(line)
            self.notes[occasion], self.buttons[occasion], self._lines[occasion] = note, button, line

    def show_doubts(
        self, doubts: Sequence[TotalDoubt], points: Mapping[Occasion, int], formats: Formats
    ) -> None:
        """Tell the doubts of a course; `points` is what is typed now is out of, in hundredths."""
        self._doubts = {doubt.occasion: doubt for doubt in doubts}
        self._points, self._formats = points, formats
        self.retranslate()

    @override
    def retranslate(self) -> None:
        for occasion, line in self._lines.items():
            doubt = self._doubts.get(occasion)
            line.setVisible(doubt is not None)
            if doubt is None or self._formats is None:
                continue
            self.notes[occasion].words.setText(self._words(doubt))
            self.buttons[occasion].setVisible(len(doubt.forms) == 1)
            form = self._shown(doubt.forms[:1])
            self.buttons[occasion].setText(self.tr("Count out of {form}").format(form=form))

    def _words(self, doubt: TotalDoubt) -> str:
        names = {Occasion.PRE: wording.pre_test(), Occasion.POST: wording.post_test()}
        told = {
            "test": names[doubt.occasion],
            "form": self._shown(doubt.forms),
            "typed": self._shown(doubt.typed),
            "said": self._shown((self._points[doubt.occasion],)),
        }
        words = []
        if len(doubt.forms) > 1:
            words.append(
                self.tr(
                    "{test}: the forms chosen have different points in all ({form}); points typed now are "
                    "counted out of {said}."
                )
            )
        elif doubt.said:
            words.append(
                self.tr(
                    "{test}: the form has {form} points in all; points typed now are counted out of {said}, "
                    "as it was typed here."
                )
            )
        if doubt.count:
            words.append(
                self.tr(
                    "{test}: %n score(s) typed by hand are counted out of {typed}, the form has {form}. "
                    "Their per cent do not compare with those of entered answers.",
                    "",
                    doubt.count,
                )
            )
        return " ".join(each.format(**told) for each in words)

    def _shown(self, totals: Sequence[int]) -> str:
        assert self._formats is not None
        return ", ".join(wording.plain(each, self._formats) for each in totals)

    def _adopt(self, occasion: Occasion) -> None:
        doubt = self._doubts.get(occasion)
        if doubt is not None and len(doubt.forms) == 1:
            self.adopted.emit(occasion, self._shown(doubt.forms))
