"""A form as somebody who fills it in reads it, in any language: plain, on the screen, not to be ticked."""

from typing import override

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions.evaluations import forms
from trainer_app.actions.papers import question_papers
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.evaluations.forms import FullForm
from trainer_app.domain.evaluations.questions import LETTERS, Question
from trainer_app.ui.evaluations.question_kinds import VIEWS
from trainer_app.ui.evaluations.wording import BankWording
from trainer_app.ui.kit.context import AppContext, PrintablePdf
from trainer_app.ui.kit.language import formats
from trainer_app.ui.kit.screens import KeyHint, Screen
from trainer_app.ui.style.tokens import CARD_PADDING, PAGE_MARGIN
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton, Shape, Switch, Tick
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.pages import PageHeader, ScrollPage

_WIDTH = 820


class FormPreviewPage(Screen):
    """`closed` asks for the form again."""

    closed = Signal()

    def __init__(self, context: AppContext, wording: BankWording) -> None:
        super().__init__("evaluations_preview", context)
        self._wording = wording
        self.key = ""
        self.back = IconButton("preview_back", "left")
        self.header = PageHeader("preview_header")
        self.language = Switch("preview_language", tuple(LANGUAGES), narrow=True)
        self.card = Card("preview_card", titled=False)
        self.page = ScrollPage("preview_page")
        self.paper = Button("preview_paper", ButtonKind.PLAIN, "print")
        self.header.add_action(self.paper)
        self.header.add_action(self.language)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.header, 1)
        column = QVBoxLayout()
        column.setContentsMargins(PAGE_MARGIN, 18, PAGE_MARGIN, 16)
        column.setSpacing(14)
        column.addLayout(head)
        column.addWidget(self.page, 1)
        self.column.addLayout(column)
        self.card.setMaximumWidth(_WIDTH)
        self.page.column.setContentsMargins(0, 0, 0, 0)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.card, 100)
        middle.addStretch(1)
        self.page.column.addLayout(middle)
        self.page.column.addStretch(1)
        self.back.clicked.connect(self.closed)
        self.language.chosen.connect(lambda _language: self.refresh())
        self.paper.clicked.connect(self._show_paper)
        self.retranslate()

    def show_form(self, key: str) -> None:
        """Show a form, in the language of the window if it is whole in it, else in one that is."""
        self.key = key
        full = self.context.ask(forms.get_form, key)
        whole = full.languages() if full is not None else ()
        own = self.context.language.code
        self.language.set_value(own if own in whole or not whole else whole[0])
        self.refresh()
        self.page.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Read the form anew."""
        full = self.context.ask(forms.get_form, self.key) if self.key else None
        if full is None:
            return
        language = self.language.value()
        self.header.set_words(self._wording.title(full.form), self._say_missing(full, language))
        self.paper.setEnabled(bool(full.questions))
        self.card.clear_rows()
        self.card.add_row(self._head(full, language))
        for number, question in enumerate(full.questions, 1):
            self.card.add_row(self._question(number, question, language))
        # Rows that are made while the page comes into view are measured once they are laid out.
        content = self.page.content
        QTimer.singleShot(0, content, content.updateGeometry)

    def concerns(self, changes: Changes) -> bool:
        """Listen to what is shown."""
        return bool(self.key) and changes.touches("form", "question")

    def first_focus(self) -> QWidget:
        """Start at the way back."""
        return self.back

    def keys(self) -> list[KeyHint]:
        """Return the way back."""
        return [KeyHint("Esc", self.tr("Back to the form"))]

    @override
    def retranslate(self) -> None:
        self.back.set_words(self.tr("Back to the form"), "Esc")
        self.language.set_words(*(formats(code).name for code in LANGUAGES))
        self.language.setAccessibleName(self.tr("Language of the preview"))
        self.paper.setText(self.tr("On paper"))
        self.paper.setToolTip(self.tr("A sample as it is printed; papers of a course are on its tab “Print”"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show_paper(self) -> None:
        """Show a sample of the form as a paper."""
        language = self.language.value()
        data = self.context.ask(question_papers.preview, self.key, language)
        if data is not None:
            words = self.tr("Sample of a form")
            self.context.show_paper(PrintablePdf(data, words, f"sample-{language}.pdf"))

    def _say_missing(self, full: FullForm, language: str) -> str:
        missing = len(full.missing((language,)))
        if missing:
            return self.tr("%n text(s) missing in this language: shown in another one", "", missing)
        return self.tr("As somebody reads it who fills it in; how it is printed is on the tab “Print”.")

    def _head(self, full: FullForm, language: str) -> QWidget:
        holder, column = _row("preview_head")
        column.addWidget(label("title", "preview_title", full.form.title.best(language), wrap=True))
        if full.form.intro.best(language):
            column.addWidget(label("body", "preview_intro", full.form.intro.best(language), wrap=True))
        return holder

    def _question(self, number: int, question: Question, language: str) -> QWidget:
        name = f"preview_{number}"
        holder, column = _row(name)
        asked = f"{number}. {question.text.best(language)}"
        column.addWidget(label("row_title", f"{name}_text", asked, wrap=True))
        if question.handler.several:
            hint = label("caption", f"{name}_hint", self._wording.kind(question.kind))
            column.addWidget(hint)
        if question.handler.is_scale:
            steps = QHBoxLayout()
            steps.setSpacing(12)
            for index, option in enumerate(question.options):
                steps.addWidget(_option(f"{name}_{index}", "", option.text, language, Shape.RADIO), 1)
            column.addLayout(steps)
        elif question.options:
            shape = Shape.TICK if question.handler.several else Shape.RADIO
            for index, option in enumerate(question.options):
                column.addWidget(_option(f"{name}_{index}", LETTERS[index], option.text, language, shape))
        else:
            line = label("body", f"{name}_line", "_" * VIEWS[question.kind].line)
            column.addWidget(line)
        return holder


def _row(name: str) -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    holder.setObjectName(name)
    column = QVBoxLayout(holder)
    column.setContentsMargins(CARD_PADDING, 14, CARD_PADDING, 14)
    column.setSpacing(6)
    return holder, column


def _option(name: str, letter: str, text: Texts, language: str, shape: Shape) -> QWidget:
    """Return an option that cannot be ticked, its words wrapped beside the box."""
    holder = QWidget()
    holder.setObjectName(name)
    box = Tick(f"{name}_box", shape=shape)
    box.setEnabled(False)
    box.setFixedWidth(28)
    words = " ".join(part for part in (f"{letter})" if letter else "", text.best(language)) if part)
    box.setAccessibleName(words)
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(label("body", f"{name}_text", words, wrap=True), 1)
    return holder
