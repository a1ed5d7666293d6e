"""The donor's sentence and paragraph in each language, each copied with one press."""

from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.office import reports
from trainer_app.domain.base.texts import LANGUAGES
from trainer_app.domain.office.reports import Report
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind, Switch
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import AnnouncedLabel, Retranslated, label


class WordsCard(Retranslated, Card):
    """What can be pasted into a donor's report. `copied` is emitted with what lies on the clipboard."""

    copied = Signal(str)

    def __init__(self, context: AppContext) -> None:
        super().__init__("report_words")
        self._context = context
        self._report: Report | None = None
        self._whole = ""
        self.grow()
        self.language = Switch("report_words_language", tuple(LANGUAGES), narrow=True)
        self.language.set_words(*(each.name for each in LANGUAGES.values()))
        self.language.set_value(context.language.code)
        self.add_to_head(self.language)
        self.sentence = label("body_strong", "report_sentence", wrap=True)
        self.paragraph = label("body", "report_paragraph", wrap=True)
        self.notes = label("caption", "report_words_notes", wrap=True)
        self.copy_sentence = Button("report_copy_sentence", ButtonKind.PRIMARY)
        self.copy_paragraph = Button("report_copy_paragraph")
        self.told = AnnouncedLabel("caption", "report_words_told")
        for part in (self.sentence, self.paragraph, self.notes):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lay_out()
        self.language.chosen.connect(lambda _code: self._show())
        self.copy_sentence.clicked.connect(lambda: self._copy(self.sentence.text()))
        self.copy_paragraph.clicked.connect(lambda: self._copy(self._whole))
        self.retranslate()

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setObjectName("report_words_inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(18, 14, 18, 14)
        column.setSpacing(12)
        buttons = FlowRow()
        buttons.setSpacing(8)
        for button in (self.copy_sentence, self.copy_paragraph):
            buttons.addWidget(button)
        buttons.addWidget(self.told, 1)
        for part in (self.sentence, self.paragraph, self.notes):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addStretch(1)
        self.add_row(inside, 1)

    def show_report(self, report: Report) -> None:
        """Write the words of a report."""
        self._report = report
        self._show()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("For the donor"))
        self.copy_sentence.setText(self.tr("Copy the sentence"))
        self.copy_paragraph.setText(self.tr("Copy the paragraph with its notes"))
        self.language.set_value(self._context.language.code)
        self._show()

    def _show(self) -> None:
        self.told.say(None)
        if self._report is None:
            return
        said = reports.words_for_donor(self._report, self.language.value())
        self._whole = said.whole
        self.sentence.setText(said.sentence)
        self.paragraph.setText(said.paragraph)
        self.notes.setText("\n".join(said.notes))
        self.notes.setVisible(bool(said.notes))

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self.told.say(lambda: self.tr("Copied: paste it into your report."))
        self.copied.emit(text)
