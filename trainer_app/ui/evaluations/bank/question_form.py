"""The editor of a question: its kind, its texts, its options or accepted answers, and what they are worth."""

from collections.abc import Sequence
from typing import override

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.actions.evaluations import forms, questions
from trainer_app.domain.base.changes import Changes
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
from trainer_app.ui.kit.form_fields import Choice, Flag, Layout, Note, Own, Segments, Text
from trainer_app.ui.kit.forms import FieldsForm
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton
from trainer_app.ui.widgets.fields import suggest, text_field
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated, label, set_state

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
_ABOUT_OPTIONS = (
    *("question.too_few_options", "question.too_many_options", "question.blank_option"),
    *("question.nothing_right", "question.credits_not_whole", "question.credit_out_of_range"),
    "question.bad_credit",
)
"""Errors that are said below the options."""
_KINDS = tuple(QuestionKind)
_EMPTY = Question("", _KINDS[0], Texts())
_FIRST_SCALE = "agreement"


class QuestionForm(FieldsForm):
    """Adds a question or changes one. `saved` tells its key and the key that it had before, if any."""

    needs = "evaluations/questions/save_question"

    saved = Signal(str, str)

    def __init__(self, context: AppContext, host: QWidget, wording: BankWording) -> None:
        super().__init__("question_form", context, host, _WIDTH)
        self._wording = wording
        self._question, self._used = _EMPTY, False
        self.build()
        for name in ("text", "options"):
            self.rows[name].field.changed.connect(self.say_fields)

    @override
    def fields(self) -> Layout:
        return (
            Note(
                "used",
                self.tr(
                    "This question was used. Missing languages, topic and explanation are simply filled in. "
                    "Any other change makes a new version: papers and results stay with the old one, and "
                    "forms that are not in use yet take the new one."
                ),
                role="due_text",
                shown=self._used,
            ),
            *self._question_fields(),
            *self._answer_fields(),
            (
                Text(
                    "topic",
                    self.tr("Topic"),
                    self.tr("One word for all, or three with | between them: Tajik | Russian | English"),
                    longest=300,
                    share=2,
                ),
                Text("name", self.tr("Short name"), self.tr("For lists; not printed"), longest=80),
            ),
            Own(
                "explanation",
                self.tr("Explanation"),
                self.tr("For the talk about the answers afterwards; not printed on the paper"),
                widget=lambda name: SideBySideTexts(name, 2, heads=False),
                read=SideBySideTexts.texts,
                fill=SideBySideTexts.set_texts,
            ),
            *self._notes(),
        )

    def _question_fields(self) -> Layout:
        plain, kinds = self._wording.plain, [(kind, self._wording.kind_title(kind)) for kind in _KINDS]
        return (
            (
                Segments(
                    "kind",
                    self.tr("How it is answered"),
                    options=kinds,
                    narrow=True,
                    changed=self._kind_chosen,
                    share=0,
                ),
                Own(
                    "points",
                    self.tr("Points"),
                    widget=lambda name: text_field(name, width=90, most=6),
                    read=self._points,
                    fill=lambda field, points: field.setText(plain(points)),
                    said=plain,
                    refused=("question.points_out_of_range", "question.bad_points"),
                    shown=not self._handler.is_scale,
                    share=0,
                ),
            ),
            Own(
                "text",
                self.tr("Question"),
                widget=lambda name: SideBySideTexts(name, 3),
                read=SideBySideTexts.texts,
                fill=SideBySideTexts.set_texts,
                refused=("question.no_text",),
            ),
        )

    def _answer_fields(self) -> Layout:
        handler, language = self._handler, self.context.language.code
        how = self.context.words(f"question.editing.{self._kind.value}")
        open_ended = self.tr("Without any, the question is open and gives no points.")
        scales = [(each.name, each.title.best(language)) for each in forms.standard_scales().values()]
        return (
            Choice(
                "scale",
                self.tr("Ready-made scale"),
                options=[("", self.tr("Choose to replace the steps…")), *scales],
                shown=handler.is_scale,
                changed=self._scale_chosen,
            ),
            Own(
                "options",
                self.tr("Steps") if handler.is_scale else self.tr("Options"),
                how,
                widget=lambda name: OptionsEditor(name, self._wording),
                read=lambda editor: editor.options() if self._handler.has_options else (),
                fill=lambda editor, options: editor.show_options(self._kind, options),
                said=lambda options: "\n".join(each.text.best(language) for each in options),
                refused=_ABOUT_OPTIONS,
                shown=handler.has_options,
            ),
            Own(
                "accepted",
                self.tr("Answers that are accepted"),
                f"{how} {open_ended}",
                widget=lambda name: AcceptedAnswersEditor(name, self._wording),
                read=lambda editor: () if self._handler.has_options else editor.accepted(),
                fill=lambda editor, accepted: editor.show_accepted(self._kind, accepted),
                said=lambda accepted: "\n".join(each.value for each in accepted),
                refused=("question.bad_accepted",),
                shown=not handler.has_options,
            ),
            Flag(
                "fixed_order",
                self.tr("Keep the options in this order when papers are shuffled"),
                shown=handler.has_options and not handler.is_scale,
            ),
        )

    def _notes(self) -> Layout:
        """Say which texts are missing, and that a question of which no option is right gives no points."""
        handler, rows = self._handler, self.rows["options"].field.rows if self.rows else []
        options = tuple(row.option(0) for row in rows if not row.blank())
        text = self.value("text") or Texts()
        missing = missing_texts(replace(_EMPTY, text=text, options=options if handler.has_options else ()))
        found = {each.language for each in missing}
        everything = found == set(LANGUAGES) and not text.best("")
        choice = handler.has_options and not handler.is_scale
        return (
            Note(
                "missing",
                self.tr("Missing: {texts}").format(texts=self._wording.missing_list(missing)),
                shown=bool(found) and not everything,
            ),
            Note(
                "unscored",
                self.tr(
                    "No option is marked as right: in a test this question gives no points, whatever stands "
                    "under Points. If it asks for an opinion, it may stay so."
                ),
                role="second",
                shown=choice and bool(options) and not any(row.right() for row in rows),
            ),
        )

    @override
    def words(self) -> tuple[str, str]:
        if self._question.key:
            return self.tr("Change the question"), self.tr("Save")
        return self.tr("New question"), self.tr("Add the question")

    # Opening

    def open_new(self, topic: str = "", kind: QuestionKind = _KINDS[0]) -> None:
        """Ask for a new question, in the topic in which one is working."""
        self._open(replace(_EMPTY, topic=topic, kind=kind))

    def open_question(self, key: str) -> None:
        """Show a question to be changed."""
        found = self.context.ask(questions.get_question, key)
        if found is not None:
            self._open(found)

    def open_copy(self, key: str) -> None:
        """Show a copy of a question, to be changed and saved as another one."""
        found = self.context.ask(questions.get_question, key)
        if found is not None:
            self._open(replace(found, key="", previous=None, archived=False))

    def _open(self, question: Question) -> None:
        self._question = question
        self._used = bool(question.key) and question.key in questions.frozen_questions(self.context.work)
        suggest(self.rows["topic"].field, questions.topics(self.context.work))
        self.open_filled(question, focus=self.rows["text"].field.areas[self.context.language.code])

    # What is typed

    @override
    def choices_now(self) -> object:
        # Of the buttons alone: what an option is worth may not be a number yet.
        return [each.isChecked() for each in self.findChildren(QAbstractButton) if each.isCheckable()]

    @override
    def save(self) -> None:
        before = self._question.key
        changes = self.submit(self._save)
        if changes is not None:
            self.saved.emit(changes.key or before, before)
            if not self.rows["unscored"].isHidden():
                self.context.tell_good(self.tr("The question is saved"), self.rows["unscored"].text())

    def _save(self) -> Changes:
        typed = self.edited(self._question)
        typed = replace(typed, name=" ".join(typed.name.split()), topic=" ".join(typed.topic.split()))
        opened = self.opened(self._question) if self._question.key else None
        return questions.save_question(self.context.work, typed, opened=opened)

    @override
    def settle_meanwhile(self, field: Meanwhile, *, theirs: bool) -> None:
        super().settle_meanwhile(field, theirs=theirs)
        if field.name == "kind":
            self._kind_chosen()

    @property
    def _kind(self) -> QuestionKind:
        """The kind that is chosen."""
        return QuestionKind(self.value("kind") or _KINDS[0])

    @property
    def _handler(self) -> KindHandler:
        return HANDLERS[self._kind]

    def _points(self, field: QLineEdit) -> int:
        """Return the points typed; a scale has none. Raises question.bad_points."""
        points = read_hundredths(field.text())
        if points is None and not self._handler.is_scale:
            raise TrainerError("question.bad_points", text=field.text())
        return POINT if points is None else points

    def _kind_chosen(self) -> None:
        self.rows["options" if self._handler.has_options else "accepted"].field.set_kind(self._kind)
        if self._handler.is_scale and not self.value("options"):
            self._take_scale(_FIRST_SCALE)
        self.say_fields()

    def _scale_chosen(self) -> None:
        name = self.value("scale")
        if name:
            self._take_scale(name)
            self.rows["scale"].field.setCurrentIndex(0)

    def _take_scale(self, name: str) -> None:
        steps = tuple(Option(step) for step in forms.standard_scales()[name].steps)
        self.rows["options"].field.show_options(self._kind, steps)
