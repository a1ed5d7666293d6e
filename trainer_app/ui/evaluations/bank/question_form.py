"""The editor of a question: its kind, its texts, its options or accepted answers, and what they are worth."""

from collections.abc import Sequence
from typing import Any, override

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.actions.evaluations import forms, questions
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.numbers import WHOLE, read_hundredths
from trainer_app.domain.base.structs import Meanwhile, replace
from trainer_app.domain.base.texts import LANGUAGES, Texts
from trainer_app.domain.evaluations.questions import (
    BOUNDS,
    HANDLERS,
    MOST_LETTERS,
    POINT,
    Accepted,
    KindHandler,
    Option,
    Question,
    QuestionKind,
    missing_texts,
)
from trainer_app.ui.evaluations.bank.editors import (
    BUTTON_WIDTH,
    CREDIT_WIDTH,
    GAP,
    OptionsEditor,
    SideBySideTexts,
)
from trainer_app.ui.evaluations.wording import BankWording
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.forms import FormPanel
from trainer_app.ui.kit.meanwhile import ValuesInDoubt, in_words
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton, Switch, Tick
from trainer_app.ui.widgets.fields import FormRow, suggest, text_field
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated, label, set_state
from trainer_app.ui.widgets.pickers import ComboBox

_NUMBER_WIDTH = 120


class AcceptedAnswerField(QLineEdit):
    """Enter goes on to the next answer."""

    next_requested = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_requested.emit()
        else:
            super().keyPressEvent(event)


class AcceptedAnswerRow(Retranslated, QWidget):
    """From and to, or words; what it is worth in per cent."""

    changed = Signal()
    next_requested = Signal()
    remove_requested = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.low, self.high, self.words = AcceptedAnswerField(), AcceptedAnswerField(), AcceptedAnswerField()
        for part, field in (("low", self.low), ("high", self.high), ("words", self.words)):
            field.setObjectName(f"{name}_{part}")
            field.setMaxLength(MOST_LETTERS)
            field.textChanged.connect(self.changed)
            field.next_requested.connect(self.next_requested)
        self.to = label("body", f"{name}_to")
        self.credit = AcceptedAnswerField()
        self.credit.setObjectName(f"{name}_credit")
        self.credit.setFixedWidth(CREDIT_WIDTH)
        self.credit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.credit.textChanged.connect(self._credit_typed)
        self.credit.next_requested.connect(self.next_requested)
        self.percent = label("body", f"{name}_percent", "%")
        self.remove = IconButton(f"{name}_remove", "close", size=BUTTON_WIDTH)
        self.remove.clicked.connect(self.remove_requested)
        row = FlowRow(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        for field in (self.low, self.high):
            field.setFixedWidth(_NUMBER_WIDTH)
        row.addWidget(self.low)
        row.addWidget(self.to)
        row.addWidget(self.high)
        row.addWidget(self.words, 1)
        row.addSpacing(GAP)
        row.addWidget(self.credit)
        row.addWidget(self.percent)
        row.addWidget(self.remove)
        row.addStretch(0)
        self.retranslate()

    def show_kind(self, handler: KindHandler) -> None:
        """Show bounds or words."""
        for part in (self.low, self.to, self.high):
            part.setVisible(handler.numeric)
        self.words.setVisible(not handler.numeric)

    def set_accepted(self, accepted: Accepted, shown_credit: str) -> None:
        """Show what is accepted."""
        low, _, high = accepted.value.partition(BOUNDS)
        self.low.setText(low)
        self.high.setText(high if high != low else "")
        self.words.setText(accepted.value)
        self.credit.setText(shown_credit)

    def value(self, handler: KindHandler) -> str:
        """Return what is typed, "" for nothing: a number, bounds, or words."""
        if not handler.numeric:
            return self.words.text().strip()
        low, high = self.low.text().strip(), self.high.text().strip()
        return f"{low}{BOUNDS}{high}" if low and high else low or high

    def typed_credit(self) -> int | None:
        """Return the worth typed, in hundredths of a per cent; None if it is no number."""
        return read_hundredths(self.credit.text()) if self.credit.text().strip() else WHOLE

    @override
    def retranslate(self) -> None:
        self.to.setText(self.tr("to"))
        self.low.setAccessibleName(self.tr("Lowest number"))
        self.high.setAccessibleName(self.tr("Highest number"))
        self.words.setAccessibleName(self.tr("Words that are accepted"))
        self.credit.setAccessibleName(self.tr("Worth, per cent"))
        self.remove.set_words(self.tr("Remove the answer"))

    def _credit_typed(self) -> None:
        set_state(self.credit, "wrong", "true" if self.typed_credit() is None else "")
        self.changed.emit()


class AcceptedAnswersEditor(Retranslated, QWidget):
    """Any number of answers; none makes the question an open one."""

    changed = Signal()

    def __init__(self, name: str, wording: BankWording) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._name, self._wording = name, wording
        self._handler = HANDLERS[next(iter(QuestionKind))]
        self._made = 0
        self.rows: list[AcceptedAnswerRow] = []
        self.add = Button(f"{name}_add", ButtonKind.GHOST, "plus")
        self.add.clicked.connect(self._add_asked)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._lines)
        column.addWidget(self.add)
        self.retranslate()

    def show_accepted(self, kind: QuestionKind, accepted: Sequence[Accepted]) -> None:
        """Show what is accepted."""
        while self.rows:
            self._drop(self.rows[-1])
        for each in accepted:
            self._append().set_accepted(each, self._wording.plain(each.credit))
        self.set_kind(kind)

    def set_kind(self, kind: QuestionKind) -> None:
        """Take another kind; what is typed stays."""
        self._handler = HANDLERS[kind]
        for row in self.rows:
            row.show_kind(self._handler)

    def accepted(self) -> tuple[Accepted, ...]:
        """Return what is accepted; empty rows are left out. Raises question.bad_credit."""
        found = []
        for row in self.rows:
            value, credit = row.value(self._handler), row.typed_credit()
            if not value:
                continue
            if credit is None:
                raise TrainerError("question.bad_credit", text=row.credit.text())
            found.append(Accepted(value, credit))
        return tuple(found)

    @override
    def retranslate(self) -> None:
        self.add.setText(self.tr("Add an answer that is accepted"))

    def _append(self) -> AcceptedAnswerRow:
        self._made += 1
        row = AcceptedAnswerRow(f"{self._name}_{self._made}")
        row.credit.setText(self._wording.plain(WHOLE))
        row.show_kind(self._handler)
        row.changed.connect(self.changed)
        row.next_requested.connect(lambda: self._next(row))
        row.remove_requested.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._lines.addWidget(row)
        return row

    def _drop(self, row: AcceptedAnswerRow) -> None:
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _remove(self, row: AcceptedAnswerRow) -> None:
        self._drop(row)
        self.add.setFocus()
        self.changed.emit()

    def _add_asked(self) -> None:
        self._go_to(self._append())
        self.changed.emit()

    def _next(self, row: AcceptedAnswerRow) -> None:
        place = self.rows.index(row) + 1
        if place < len(self.rows):
            self._go_to(self.rows[place])
        elif row.value(self._handler):
            self._go_to(self._append())

    def _go_to(self, row: AcceptedAnswerRow) -> None:
        field = row.low if self._handler.numeric else row.words
        # A row that was just made takes the keyboard once it is laid out.
        QTimer.singleShot(0, field, field.setFocus)


_WIDTH = 940
_KINDS = tuple(QuestionKind)
_EMPTY = Question("", _KINDS[0], Texts())
_FIRST_SCALE = "agreement"
_PARTS = {"fixed_order": "fixed", "accepted": "answers"} | {
    name: name for name in ("kind", "text", "options", "points", "name", "topic", "explanation")
}
"""The part of the form that shows a field of the question."""


class QuestionForm(FormPanel):
    """Adds a question or changes one. `saved` tells its key and the key that it had before, if any."""

    needs = "evaluations/questions/save_question"

    saved = Signal(str, str)

    def __init__(self, context: AppContext, host: QWidget, wording: BankWording) -> None:
        super().__init__("question_form", context, host, _WIDTH)
        self._wording = wording
        self._question = _EMPTY
        self.used = label("due_text", "question_used", wrap=True)
        self.kind = FormRow("question_kind", Switch("question_kind", tuple(_KINDS), narrow=True))
        self.points = FormRow("question_points", text_field("question_points", width=90, most=6))
        self.text = FormRow("question_text", SideBySideTexts("question_text", 3))
        self.scale = FormRow("question_scale", ComboBox("question_scale"))
        self.options = FormRow("question_options", OptionsEditor("question_options", wording))
        self.answers = FormRow("question_accepted", AcceptedAnswersEditor("question_accepted", wording))
        self.fixed = Tick("question_fixed_order")
        self.topic = FormRow("question_topic", text_field("question_topic", most=300))
        self.name = FormRow("question_name", text_field("question_name", most=80))
        self.explanation = FormRow(
            "question_explanation", SideBySideTexts("question_explanation", 2, heads=False)
        )
        self.missing = label("caption", "question_missing", wrap=True)
        self.unscored = label("second", "question_unscored", wrap=True)
        self.error_rows = {
            "question.no_text": self.text,
            "question.points_out_of_range": self.points,
            "question.bad_points": self.points,
            "question.bad_accepted": self.answers,
            **dict.fromkeys(
                (
                    "question.too_few_options",
                    "question.too_many_options",
                    "question.blank_option",
                    "question.nothing_right",
                    "question.credits_not_whole",
                    "question.credit_out_of_range",
                    "question.bad_credit",
                ),
                self.options,
            ),
        }
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        first = FlowRow()
        first.setSpacing(24)
        first.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.points, 0, Qt.AlignmentFlag.AlignTop)
        first.addStretch(1)
        last = FlowRow()
        last.setSpacing(12)
        last.addWidget(self.topic, 2, Qt.AlignmentFlag.AlignTop)
        last.addWidget(self.name, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(self.used)
        self.body.addLayout(first)
        for part in (self.text, self.scale, self.options, self.answers, self.fixed):
            self.body.addWidget(part)
        self.body.addLayout(last)
        self.body.addWidget(self.explanation)
        self.body.addWidget(self.missing)
        self.body.addWidget(self.unscored)
        self.end_body()

    def _connect(self) -> None:
        self.kind.field.chosen.connect(lambda _kind: self._kind_chosen())
        self.scale.field.activated.connect(self._scale_chosen)
        self.text.field.changed.connect(self._show_missing)
        self.options.field.changed.connect(self._show_missing)

    # Opening

    def open_new(self, topic: str = "", kind: QuestionKind = _KINDS[0]) -> None:
        """Ask for a new question, in the topic in which one is working."""
        self._show(replace(_EMPTY, topic=topic, kind=kind))

    def open_question(self, key: str) -> None:
        """Show a question to be changed."""
        found = self.context.ask(questions.get_question, key)
        if found is not None:
            self._show(found)

    def open_copy(self, key: str) -> None:
        """Show a copy of a question, to be changed and saved as another one."""
        found = self.context.ask(questions.get_question, key)
        if found is not None:
            self._show(replace(found, key="", previous=None, archived=False))

    def question(self) -> Question:
        """Return what is typed. Raises question.bad_points, question.bad_credit."""
        handler, typed = self._handler, self.points.field.text()
        points = read_hundredths(typed)
        if points is None:
            if not handler.is_scale:
                raise TrainerError("question.bad_points", text=typed)
            points = POINT
        return replace(
            self._question,
            kind=self._kind,
            text=self.text.field.texts(),
            options=self.options.field.options() if handler.has_options else (),
            accepted=() if handler.has_options else self.answers.field.accepted(),
            points=points,
            name=" ".join(self.name.field.text().split()),
            topic=" ".join(self.topic.field.text().split()),
            explanation=self.explanation.field.texts(),
            fixed_order=self.fixed.isChecked(),
        )

    @override
    def choices_now(self) -> object:
        ticks = [each.isChecked() for each in self.findChildren(QAbstractButton) if each.isCheckable()]
        return ticks, self.scale.field.currentIndex()

    def save(self) -> None:
        """Add or change the question."""
        before = self._question.key
        opened = self._question if before else None
        changes = self.submit(
            lambda: questions.save_question(self.context.work, self.question(), opened=opened)
        )
        if changes is not None:
            self.saved.emit(changes.key or before, before)
            if not self.unscored.isHidden():
                self.context.tell_good(self.tr("The question is saved"), self.unscored.text())

    @override
    def doubt_of(self, field: Meanwhile) -> ValuesInDoubt:
        part = getattr(self, _PARTS[field.name])

        def caption() -> str:
            return str(part.text() if isinstance(part, Tick) else part.caption.text())

        return ValuesInDoubt(field, caption, lambda value: self._said(field.name, value))

    @override
    def settle_meanwhile(self, field: Meanwhile, *, theirs: bool) -> None:
        shown = replace(self.question(), **{field.name: field.theirs if theirs else field.yours})
        self._fill(shown)
        self._question = replace(self._question, **{field.name: field.now})

    def _said(self, name: str, value: Any) -> str:
        language = self.context.language.code
        match value:
            case QuestionKind():
                return self._wording.kind_title(value)
            case int() if name == "points":
                return self._wording.plain(value)
            case tuple():
                value = "\n".join(
                    each.text.best(language) if isinstance(each, Option) else str(each) for each in value
                )
        return in_words(value, self.context.formats)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        new = not self._question.key
        self.set_words(
            self.tr("New question") if new else self.tr("Change the question"),
            self.tr("Add the question") if new else self.tr("Save"),
        )
        self.used.setText(
            self.tr(
                "This question was used. Missing languages, topic and explanation are simply filled in. Any "
                "other change makes a new version: papers and results stay with the old one, and forms that "
                "are not in use yet take the new one."
            )
        )
        self.kind.set_words(self.tr("How it is answered"))
        self.kind.field.set_words(*(self._wording.kind_title(kind) for kind in _KINDS))
        self.points.set_words(self.tr("Points"))
        self.text.set_words(self.tr("Question"))
        self.scale.set_words(self.tr("Ready-made scale"))
        self.fixed.setText(self.tr("Keep the options in this order when papers are shuffled"))
        self.topic.set_words(
            self.tr("Topic"),
            self.tr("One word for all, or three with | between them: Tajik | Russian | English"),
        )
        self.name.set_words(self.tr("Short name"), self.tr("For lists; not printed"))
        self.explanation.set_words(
            self.tr("Explanation"),
            self.tr("For the talk about the answers afterwards; not printed on the paper"),
        )
        self._say_options()
        self._fill_scales()
        self._show_missing()

    @property
    def _kind(self) -> QuestionKind:
        """The kind that is chosen."""
        return QuestionKind(self.kind.field.value() or _KINDS[0])

    @property
    def _handler(self) -> KindHandler:
        return HANDLERS[self._kind]

    # What is shown

    def _show(self, question: Question) -> None:
        self._question = question
        self.clear_errors()
        self._fill(question)
        self._offer_topics()
        self.used.setVisible(
            bool(question.key) and question.key in questions.frozen_questions(self.context.work)
        )
        self.retranslate()
        self._show_kind()
        self.reveal(self.text.field.areas[self.context.language.code])

    def _fill(self, question: Question) -> None:
        self.kind.field.set_value(question.kind.value)
        self.points.field.setText(self._wording.plain(question.points))
        self.text.field.set_texts(question.text)
        self.options.field.show_options(question.kind, question.options)
        self.answers.field.show_accepted(question.kind, question.accepted)
        self.fixed.setChecked(question.fixed_order)
        self.topic.field.setText(question.topic)
        self.name.field.setText(question.name)
        self.explanation.field.set_texts(question.explanation)

    def _kind_chosen(self) -> None:
        if self._handler.has_options:
            self.options.field.set_kind(self._kind)
            if self._handler.is_scale and not self.options.field.options():
                self._take_scale(_FIRST_SCALE)
        else:
            self.answers.field.set_kind(self._kind)
        self._show_kind()
        self._show_missing()

    def _show_kind(self) -> None:
        handler = self._handler
        self.scale.setVisible(handler.is_scale)
        self.options.setVisible(handler.has_options)
        self.answers.setVisible(not handler.has_options)
        self.fixed.setVisible(handler.has_options and not handler.is_scale)
        self.points.setVisible(not handler.is_scale)
        self._say_options()

    def _say_options(self) -> None:
        how = self.context.words(f"question.editing.{self._kind.value}")
        if self._handler.has_options:
            self.options.set_words(self.tr("Steps") if self._handler.is_scale else self.tr("Options"), how)
        else:
            open_ended = self.tr("Without any, the question is open and gives no points.")
            self.answers.set_words(self.tr("Answers that are accepted"), f"{how} {open_ended}")

    def _fill_scales(self) -> None:
        field, language = self.scale.field, self.context.language.code
        field.clear()
        field.addItem(self.tr("Choose to replace the steps…"), "")
        for scale in forms.standard_scales().values():
            field.addItem(scale.title.best(language), scale.name)

    def _scale_chosen(self) -> None:
        name = str(self.scale.field.currentData() or "")
        if name:
            self._take_scale(name)
            self.scale.field.setCurrentIndex(0)

    def _take_scale(self, name: str) -> None:
        steps = tuple(Option(step) for step in forms.standard_scales()[name].steps)
        self.options.field.show_options(self._kind, steps)
        self._show_missing()

    def _show_missing(self) -> None:
        rows = [row.option(0) for row in self.options.field.rows if not row.blank()]
        typed = replace(
            _EMPTY, text=self.text.field.texts(), options=tuple(rows) if self._handler.has_options else ()
        )
        missing = missing_texts(typed)
        found = {each.language for each in missing}
        everything = found == set(LANGUAGES) and not typed.text.best("")
        self.missing.setVisible(bool(found) and not everything)
        self.missing.setText(self.tr("Missing: {texts}").format(texts=self._wording.missing_list(missing)))
        self._say_unscored(rows)

    def _say_unscored(self, options: Sequence[Option]) -> None:
        """Say that a question of which no option is right gives no points, whatever stands in the field."""
        choice = self._handler.has_options and not self._handler.is_scale
        right = any(row.right() for row in self.options.field.rows)
        self.unscored.setVisible(choice and bool(options) and not right)
        self.unscored.setText(
            self.tr(
                "No option is marked as right: in a test this question gives no points, whatever stands "
                "under Points. If it asks for an opinion, it may stay so."
            )
        )

    def _offer_topics(self) -> None:
        suggest(self.topic.field, questions.topics(self.context.work))
