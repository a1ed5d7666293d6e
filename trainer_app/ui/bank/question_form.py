"""The editor of a question: its kind, its texts side by side, what may be answered and what that is worth."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from trainer_app.actions import questions, standard_forms
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.numbers import read_hundredths
from trainer_app.domain.questions import CHOICES, POINT, Option, Question, QuestionKind, missing_texts
from trainer_app.domain.texts import LANGUAGES, Texts
from trainer_app.ui.bank.accepted_editor import AcceptedEditor
from trainer_app.ui.bank.options_editor import OptionsEditor
from trainer_app.ui.bank.texts_side import TextsSide
from trainer_app.ui.bank.wording import BankWording
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.choices import Switch, Tick
from trainer_app.ui.widgets.forms import ComboBox, FormRow, text_field
from trainer_app.ui.widgets.labels import label

_WIDTH = 940
_EMPTY = Question("", QuestionKind.SINGLE, Texts())
_KINDS = tuple(QuestionKind)
_FIRST_SCALE = "agreement"


class QuestionForm(FormPanel):
    """Adds a question or changes one. `saved` tells its key and the key that it had before, if any."""

    saved = Signal(str, str)

    def __init__(self, desk: Desk, host: QWidget, wording: BankWording) -> None:
        super().__init__("question_form", desk, host, _WIDTH)
        self._wording = wording
        self._question = _EMPTY
        self.used = label("due_text", "question_used", wrap=True)
        self.kind = FormRow("question_kind", Switch("question_kind", tuple(_KINDS), narrow=True))
        self.points = FormRow("question_points", text_field("question_points", width=90, most=6))
        self.text = FormRow("question_text", TextsSide("question_text", 3))
        self.scale = FormRow("question_scale", ComboBox("question_scale"))
        self.options = FormRow("question_options", OptionsEditor("question_options", wording))
        self.answers = FormRow("question_accepted", AcceptedEditor("question_accepted", wording))
        self.fixed = Tick("question_fixed_order")
        self.topic = FormRow("question_topic", text_field("question_topic", most=300))
        self.name = FormRow("question_name", text_field("question_name", most=80))
        self.explanation = FormRow("question_explanation", TextsSide("question_explanation", 2, heads=False))
        self.missing = label("caption", "question_missing", wrap=True)
        self.places = {
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
        first = QHBoxLayout()
        first.setSpacing(24)
        first.addWidget(self.kind, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.points, 0, Qt.AlignmentFlag.AlignTop)
        first.addStretch(1)
        last = QHBoxLayout()
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
        self.end_body()

    def _connect(self) -> None:
        self.kind.field.chosen.connect(lambda _kind: self._kind_chosen())
        self.scale.field.activated.connect(self._scale_chosen)
        self.text.field.changed.connect(self._show_missing)
        self.options.field.changed.connect(self._show_missing)

    # Opening

    def open_new(self, topic: str = "", kind: QuestionKind = QuestionKind.SINGLE) -> None:
        """Ask for a new question, in the topic in which one is working."""
        self._show(replace(_EMPTY, topic=topic, kind=kind))

    def open_question(self, key: str) -> None:
        """Show a question to be changed."""
        found = self.desk.ask(questions.get_question, key)
        if found is not None:
            self._show(found)

    def open_copy(self, key: str) -> None:
        """Show a copy of a question, to be changed and saved as another one."""
        found = self.desk.ask(questions.get_question, key)
        if found is not None:
            self._show(replace(found, key="", previous=None, archived=False))

    def question(self) -> Question:
        """Return what is typed. Raises question.bad_points, question.bad_credit."""
        kind = QuestionKind(self.kind.field.value())
        typed = self.points.field.text()
        points = read_hundredths(typed)
        if points is None:
            if kind is not QuestionKind.LIKERT:
                raise TrainerError("question.bad_points", text=typed)
            points = POINT
        choice = kind in CHOICES
        return replace(
            self._question,
            kind=kind,
            text=self.text.field.texts(),
            options=self.options.field.options() if choice else (),
            accepted=() if choice else self.answers.field.accepted(),
            points=points,
            name=" ".join(self.name.field.text().split()),
            topic=" ".join(self.topic.field.text().split()),
            explanation=self.explanation.field.texts(),
            fixed_order=self.fixed.isChecked(),
        )

    def save(self) -> None:
        """Add or change the question."""
        before = self._question.key
        changes = self.submit(lambda: questions.save_question(self.desk.work, self.question()))
        if changes is not None:
            self.saved.emit(changes.key or before, before)

    def show_refusal(self, error: TrainerError) -> None:
        """Say what is wrong at the field it is about, and bring it into view."""
        super().show_refusal(error)
        row = self.places.get(error.code)
        self.bring_into_view(row if row is not None else self.trouble)

    def retranslate(self) -> None:
        """Set every word."""
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

    # What is shown

    def _show(self, question: Question) -> None:
        self._question = question
        self.clear_errors()
        self.kind.field.set_value(question.kind.value)
        self.points.field.setText(self._wording.plain(question.points))
        self.text.field.set_texts(question.text)
        self.options.field.show_options(question.kind, question.options)
        self.answers.field.show_accepted(question.kind, question.accepted)
        self.fixed.setChecked(question.fixed_order)
        self.topic.field.setText(question.topic)
        self.name.field.setText(question.name)
        self.explanation.field.set_texts(question.explanation)
        self._offer_topics()
        self.used.setVisible(
            bool(question.key) and question.key in questions.frozen_questions(self.desk.work)
        )
        self.retranslate()
        self._show_kind()
        self.reveal(self.text.field.areas[self.desk.language.code])

    def _kind_chosen(self) -> None:
        kind = QuestionKind(self.kind.field.value())
        if kind in CHOICES:
            self.options.field.set_kind(kind)
            if kind is QuestionKind.LIKERT and not self.options.field.options():
                self._take_scale(_FIRST_SCALE)
        else:
            self.answers.field.set_kind(kind)
        self._show_kind()
        self._show_missing()

    def _show_kind(self) -> None:
        kind = QuestionKind(self.kind.field.value())
        choice = kind in CHOICES
        self.scale.setVisible(kind is QuestionKind.LIKERT)
        self.options.setVisible(choice)
        self.answers.setVisible(not choice)
        self.fixed.setVisible(choice and kind is not QuestionKind.LIKERT)
        self.points.setVisible(kind is not QuestionKind.LIKERT)
        self._say_options()

    def _say_options(self) -> None:
        kind = QuestionKind(self.kind.field.value() or QuestionKind.SINGLE)
        if kind is QuestionKind.LIKERT:
            words = (
                self.tr("Steps"),
                self.tr("From the lowest to the highest, 2 to 7 steps. Alt with ↑ ↓ moves one."),
            )
        elif kind is QuestionKind.MULTIPLE:
            words = (
                self.tr("Options"),
                self.tr(
                    "Tick all that are right: they share the points evenly, and wrong ones take points away, "
                    "so that ticking everything gives none. Alt with ↑ ↓ moves an option."
                ),
            )
        else:
            words = (
                self.tr("Options"),
                self.tr(
                    "Mark the right one; without a mark nothing is right or wrong. Alt with ↑ ↓ moves one."
                ),
            )
        self.options.set_words(*words)
        open_end = self.tr("Without any, the question is open and gives no points.")
        accepted = (
            self.tr("One number, or the lowest and the highest that are right.")
            if kind is QuestionKind.NUMBER
            else self.tr("Capitals and small letters are the same; * stands for any letters.")
        )
        self.answers.set_words(self.tr("Answers that are accepted"), f"{accepted} {open_end}")

    def _fill_scales(self) -> None:
        field, language = self.scale.field, self.desk.language.code
        field.clear()
        field.addItem(self.tr("Choose to replace the steps…"), "")
        for scale in standard_forms.scales().values():
            field.addItem(scale.title.best(language), scale.name)

    def _scale_chosen(self) -> None:
        name = str(self.scale.field.currentData() or "")
        if name:
            self._take_scale(name)
            self.scale.field.setCurrentIndex(0)

    def _take_scale(self, name: str) -> None:
        steps = tuple(Option(step) for step in standard_forms.scales()[name].steps)
        self.options.field.show_options(QuestionKind.LIKERT, steps)
        self._show_missing()

    def _show_missing(self) -> None:
        rows = [row.option(0) for row in self.options.field.rows if not row.blank()]
        choice = self.kind.field.value() in CHOICES
        typed = replace(_EMPTY, text=self.text.field.texts(), options=tuple(rows) if choice else ())
        missing = missing_texts(typed)
        found = {each.language for each in missing}
        everything = found == set(LANGUAGES) and not typed.text.best("")
        self.missing.setVisible(bool(found) and not everything)
        self.missing.setText(self.tr("Missing: {texts}").format(texts=self._wording.missing_list(missing)))

    def _offer_topics(self) -> None:
        completer = QCompleter(list(questions.topics(self.desk.work)), self.topic.field)
        completer.setObjectName("question_topic_found")
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.topic.field.setCompleter(completer)
