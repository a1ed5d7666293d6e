"""The Print tab: every paper of a course in the language that is chosen, in four cards."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import enrolments
from trainer_app.actions.office.reports import COURSE_REPORT, paper_lines
from trainer_app.actions.papers import papers, question_papers
from trainer_app.actions.papers.papers import PrintedCourse, Stage, printed_course
from trainer_app.actions.papers.question_papers import PaperChoice, SittingLine, form_warnings
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.courses.courses import CourseView
from trainer_app.domain.evaluations.forms import TEST_OCCASIONS, FormKind, Occasion
from trainer_app.domain.papers.course_papers import PAPER_LANGUAGES
from trainer_app.system.messages import label_text
from trainer_app.system.preferences import Preferences
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import formats
from trainer_app.ui.kit.papers import PaperOrder, paper_language, show_order
from trainer_app.ui.kit.screens import CourseTab
from trainer_app.ui.papers.cards import BeforeCourseCard, RoomPapersCard, StageCard
from trainer_app.ui.papers.rows import (
    AnswerSheetsRow,
    ChosenNumbersRow,
    FoldingRow,
    PaperBlock,
    PaperRow,
    SubRow,
    TestPaperOptions,
)
from trainer_app.ui.style.tokens import CARD_GAP, WORKSPACE_MARGIN
from trainer_app.ui.widgets.cards import Card, NoteRow
from trainer_app.ui.widgets.controls import ButtonKind, Switch
from trainer_app.ui.widgets.labels import Retranslated, label, rule
from trainer_app.ui.widgets.pages import ScrollPage, TwoColumns

_ICONS = {
    FormKind.TEST: "evaluations",
    FormKind.FEEDBACK: "pen",
    FormKind.FOLLOW_UP: "pen",
    FormKind.PRACTICAL: "check",
}


class SittingBlock(Retranslated, PaperBlock):
    """Papers of one form. `requested` asks for one of them."""

    requested = Signal(object)

    def __init__(self, name: str, context: AppContext) -> None:
        super().__init__(FoldingRow(name, "evaluations"))
        self.context = context
        self.line: SittingLine | None = None
        self.options = TestPaperOptions(name)
        self.chosen_fields = ChosenNumbersRow(name)
        self.chosen = SubRow(f"{name}_chosen", self.chosen_fields)
        self.sheets = SubRow(f"{name}_sheets")
        self.booklet = SubRow(f"{name}_booklet")
        self.key = SubRow(f"{name}_key")
        self.grid = SubRow(f"{name}_grid")
        for part in (self.options, self.chosen, self.sheets, self.booklet, self.key, self.grid):
            self.rows.addWidget(part)
        self.row.shown.connect(self._show_papers)
        self.options.changed.connect(self._say)
        self.chosen.button.clicked.connect(self._show_chosen)
        self.chosen_fields.entered.connect(self._show_chosen)
        self.sheets.button.clicked.connect(self._show_sheets)
        self.booklet.button.clicked.connect(self._show_booklet)
        self.key.button.clicked.connect(self._show_key)
        self.grid.button.clicked.connect(self._show_grid)
        self.retranslate()

    def show_line(self, line: SittingLine) -> None:
        """Show what there is to print of a form."""
        if self.line is None or self.line.view.sitting.key != line.view.sitting.key:
            self.set_open(open_=False)
            self.chosen_fields.numbers.clear()
        self.line = line
        test, practical = line.kind is FormKind.TEST, line.kind is FormKind.PRACTICAL
        for part in (self.options, self.chosen, self.sheets, self.booklet, self.key):
            part.setVisible(test)
        self.grid.setVisible(practical)
        self.row.fold.setVisible(test or practical)
        self.row.mark.set_icon(_ICONS[line.kind])
        self._say()

    def retranslate(self) -> None:
        """Set every word."""
        show = self.tr("Show")
        self.chosen.set_row(self.tr("Chosen numbers"), self.tr("as on the list of participants"), show)
        self.grid.set_row(self.tr("Grid for the trainer"), self.tr("everybody on one sheet"), show)
        self._say()

    def _say(self) -> None:
        """Say what the papers are and how many pages they have."""
        line = self.line
        if line is None:
            return
        title = f"{self._kind(line)} · {line.view.form.form.title.best(self.context.language.code)}"
        show = self.tr("Show")
        self.row.fold.set_words(self.tr("More papers: {title}").format(title=title))
        if line.problem is not None or line.extents is None:
            problem = label_text(line.problem, self.context.language.code) if line.problem else ""
            self.row.set_row(title, problem, show)
            self.row.button.setEnabled(False)
            return
        self.row.button.setEnabled(True)
        extents = line.extents
        if line.kind is FormKind.TEST:
            language = paper_language(self.context)
            key, choice = line.view.sitting.key, self.options.choice()
            extents = self.context.ask(question_papers.paper_extents, key, language, choice) or extents
        pages = self.tr("%n page(s)", "", extents.papers.all)
        parts = [self._papers(line), pages]
        if line.warnings:
            parts.append(self.tr("texts are missing in this language"))
        self.row.set_row(title, " · ".join(parts), show)
        sheets = extents.sheets.all if extents.sheets else 0
        second = self.tr("where question booklets are used again")
        count = self.tr("%n page(s)", "", sheets)
        self.sheets.set_row(self.tr("Answer sheets"), f"{second} · {count}", show)
        said = self.tr("without a number, for answer sheets")
        if line.shuffled:
            said = self.tr("not for this test: its answers are shuffled on every paper")
        self.booklet.set_row(self.tr("Question booklet"), said, show)
        self.booklet.button.setEnabled(not line.shuffled)
        key_said = self.tr("right answers, for the trainer only")
        self.key.set_row(self.tr("Key"), key_said, show)

    def _kind(self, line: SittingLine) -> str:
        """Name what is printed."""
        occasion = line.view.sitting.occasion
        if line.kind is FormKind.FEEDBACK:
            return self.tr("Feedback forms")
        if line.kind is FormKind.PRACTICAL:
            return self.tr("Rating sheets")
        words = self.context.words(f"evaluation.occasion.{occasion.value}")
        if line.kind is FormKind.FOLLOW_UP:
            return self.tr("Follow-up, {when}").format(when=words)
        if occasion in (Occasion.PRE, Occasion.POST):
            return f"{words[0].upper()}{words[1:]}"
        return self.tr("Test, {when}").format(when=words)

    def _papers(self, line: SittingLine) -> str:
        if line.kind is FormKind.TEST:
            spare = self.options.spare.value()
            papers = self.tr("%n numbered paper(s)", "", line.people + spare)
            more = self.tr("%n of them spare", "", spare)
            return f"{papers}, {more}" if spare else papers
        if line.kind is FormKind.PRACTICAL:
            return self.tr("one for each participant")
        return self.tr("anonymous, %n sheet(s)", "", max(1, line.people))

    def _order(
        self, words: str, stem: str, make: Callable[[Workplace, str], bytes], numbers: list[int] | None = None
    ) -> None:
        """Ask for a paper; once it is printed or saved, its form is frozen."""
        line, context = self.line, self.context
        if line is None:
            return
        sitting, form = line.view.sitting, line.view.form.form.key
        taken = numbers if numbers is not None else []
        self.requested.emit(
            PaperOrder(
                words,
                f"{stem}-{sitting.occasion.value}",
                make,
                kept=lambda: context.do(question_papers.mark_printed, sitting.key, tuple(taken)),
                warn=lambda work, language: form_warnings(work, form, language),
            )
        )

    def _show_papers(self) -> None:
        line = self.line
        if line is None:
            return
        key, words = line.view.sitting.key, self._kind(line)
        if line.kind is FormKind.TEST:
            self._show_tests(words, self.options.choice())
        elif line.kind is FormKind.PRACTICAL:
            self._order(words, "ratings", partial(_of, question_papers.rating_sheets, key))
        else:
            numbers: list[int] = []

            def make(work: Workplace, language: str) -> bytes:
                sheets = question_papers.anonymous_sheets(work, key, language)
                numbers[:] = sheets.numbers
                return sheets.data

            self._order(words, line.kind.value.replace("_", "-"), make, numbers)

    def _show_tests(self, words: str, choice: PaperChoice) -> None:
        key = self.line.view.sitting.key if self.line else ""
        self._order(
            words,
            "tests",
            lambda work, language: question_papers.papers_of_test(work, key, language, choice),
        )

    def _show_chosen(self) -> None:
        """Read the numbers; what cannot be read stays in the field."""
        if self.line is None:
            return
        try:
            numbers = self.chosen_fields.read()
        except TrainerError as error:
            self.context.tell_error(error)
            self.chosen_fields.numbers.setFocus()
            return
        resit = self.chosen_fields.resit.isChecked()
        self._show_tests(self._kind(self.line), replace(self.options.choice(), numbers=numbers, resit=resit))

    def _show_sheets(self) -> None:
        key, spare = (self.line.view.sitting.key if self.line else ""), self.options.spare.value()
        self._order(
            self.tr("Answer sheets"),
            "answers",
            lambda work, language: question_papers.answer_sheets(work, key, language, spare=spare),
        )

    def _show_booklet(self) -> None:
        key = self.line.view.sitting.key if self.line else ""
        self._order(self.tr("Question booklet"), "booklet", partial(_of, question_papers.booklet, key))

    def _show_key(self) -> None:
        key, choice = (self.line.view.sitting.key if self.line else ""), self.options.choice()
        self._order(
            self.tr("Key"),
            "key",
            lambda work, language: question_papers.key_sheet(work, key, language, choice),
        )

    def _show_grid(self) -> None:
        key = self.line.view.sitting.key if self.line else ""
        self._order(
            self.tr("Grid for the trainer"), "rating-grid", partial(_of, question_papers.rating_grid, key)
        )


def _of(make: Callable[..., bytes], sitting: str, work: Workplace, language: str) -> bytes:
    """Make a paper of a sitting in a language."""
    return make(work, sitting, language)


class FormSection(QWidget):
    """The forms of one occasion below each other, or what stands there while none was chosen."""

    requested = Signal(object)

    def __init__(self, name: str, context: AppContext, none: QWidget | None = None) -> None:
        super().__init__()
        self.setObjectName(name)
        self.context, self.none = context, none
        self.blocks: list[SittingBlock] = []
        self._rules: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        if none is not None:
            self._column.addWidget(none)
        self._add_block()

    def show_lines(self, lines: Sequence[SittingLine]) -> bool:
        """Show the forms; return whether there is anything to be seen."""
        if self.none is not None:
            self.none.setVisible(not lines)
        while len(self.blocks) < len(lines):
            self._add_block()
        for index, block in enumerate(self.blocks):
            shown = index < len(lines)
            block.setVisible(shown)
            if index:
                self._rules[index - 1].setVisible(shown)
            if shown:
                block.show_line(lines[index])
        return bool(lines) or self.none is not None

    def _add_block(self) -> None:
        name = f"{self.objectName()}_{len(self.blocks)}"
        block = SittingBlock(name, self.context)
        block.requested.connect(self.requested)
        if self.blocks:
            self._rules.append(rule(f"{name}_rule"))
            self._column.addWidget(self._rules[-1])
        self.blocks.append(block)
        self._column.addWidget(block)


class FormsCard(Retranslated, Card):
    """`requested` asks for a paper, `tab_requested` for another tab."""

    requested = Signal(object)
    tab_requested = Signal(str)

    def __init__(self, context: AppContext) -> None:
        super().__init__("print_forms")
        self.context = context
        self.course = ""
        self.plain = {each: AnswerSheetsRow(f"print_{each.value}_test", each) for each in TEST_OCCASIONS}
        self.no_test = {each: self._missing_test(each) for each in TEST_OCCASIONS}
        self.no_feedback = PaperRow("print_feedback_none", "pen")
        self.no_feedback.button.set_icon("check")
        self.no_feedback.shown.connect(self._use_standard)
        self.tests = {
            each: FormSection(f"print_{each.value}", context, self.no_test[each]) for each in TEST_OCCASIONS
        }
        self.feedback = FormSection("print_feedback", context, self.no_feedback)
        self.others = FormSection("print_other", context)
        for section in (*self.tests.values(), self.feedback, self.others):
            section.requested.connect(self.requested)
            self.add_row(section)
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.set_title(self.tr("Tests and forms"))
        titles = {Occasion.PRE: self.tr("Pre-test"), Occasion.POST: self.tr("Post-test")}
        for occasion, block in self.no_test.items():
            second = self.tr("no test is chosen for this course yet")
            block.row.set_row(titles[occasion], second, self.tr("Choose"))
            block.row.fold.set_words(self.tr("Plain answer sheets for a test of your own"))
        self.no_feedback.set_row(
            self.tr("Feedback forms"),
            self.tr("none is chosen yet: the short standard form is ready"),
            self.tr("Use it"),
        )

    def show_papers(self, printed: PrintedCourse, lines: Sequence[SittingLine]) -> None:
        """Show what can be printed for a course."""
        self.course = printed.view.course.key
        for occasion, section in self.tests.items():
            usual = self.context.ask(papers.usual_items, self.course, occasion)
            if usual is not None:
                self.plain[occasion].show_papers(self.course, usual, printed.people)
            section.show_lines([line for line in lines if _is_test(line, occasion)])
        self.feedback.show_lines([line for line in lines if line.kind is FormKind.FEEDBACK])
        rest = [
            line
            for line in lines
            if line.kind is not FormKind.FEEDBACK and not any(_is_test(line, each) for each in TEST_OCCASIONS)
        ]
        self.show_row(self.others, shown=self.others.show_lines(rest))

    def _missing_test(self, occasion: Occasion) -> PaperBlock:
        """Return the row that leads to choosing a test, with plain answer sheets below it."""
        block = PaperBlock(FoldingRow(f"print_{occasion.value}_none", "evaluations"))
        block.row.button.set_icon("right")
        block.row.shown.connect(lambda: self.tab_requested.emit("tests"))
        block.rows.addWidget(self.plain[occasion])
        self.plain[occasion].requested.connect(self.requested)
        return block

    def _use_standard(self) -> None:
        self.context.do(question_papers.choose_standard, self.course, FormKind.FEEDBACK)


def _is_test(line: SittingLine, occasion: Occasion) -> bool:
    return line.kind is FormKind.TEST and line.view.sitting.occasion is occasion


_STACK_BELOW = 1040
_SHOWN = (
    "session",
    "course",
    "enrolment",
    "person",
    "paper",
    "answer",
    "sitting",
    "form",
    "question",
    "certificate",
)


class PrintTab(CourseTab):
    """Only papers that this program can print stand here; certificates have their own tab."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("print", context)
        self.view: CourseView | None = None
        self.language_label = label("body_strong", "print_language_label")
        self.language = Switch("print_language", PAPER_LANGUAGES)
        self.language.set_words(*map(_language_name, PAPER_LANGUAGES))
        self.language.chosen.connect(self._choose_language)
        self.room, self.forms = RoomPapersCard(context), FormsCard(context)
        self.before, self.after = BeforeCourseCard(context), StageCard("print_after", context, Stage.AFTER)
        for card in (self.room, self.forms, self.before, self.after):
            card.requested.connect(self._show)
            card.tab_requested.connect(self.tab_requested)
        self.strange = NoteRow("print_strange", "alert", "late")
        self.strange.hide()
        self.page = ScrollPage("print_page")
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        language = QHBoxLayout()
        language.setSpacing(12)
        language.addWidget(self.language_label)
        language.addWidget(self.language)
        language.addStretch(1)
        columns = TwoColumns("print_columns", _STACK_BELOW)
        columns.fill([self.room, self.forms], [self.before, self.after])
        column = self.page.column
        column.setContentsMargins(*[WORKSPACE_MARGIN] * 4)
        column.setSpacing(CARD_GAP)
        column.addLayout(language)
        column.addWidget(self.strange)
        column.addWidget(columns)
        column.addStretch(1)
        self.column.addWidget(self.page)

    def refresh(self) -> None:
        """Read what there is to print."""
        self.language.set_value(paper_language(self.context))
        language = self.language.value()
        printed = self.context.ask(printed_course, self.course, language)
        forms = self.context.ask(question_papers.sitting_lines, self.course, language)
        if printed is None or forms is None:
            return
        lines = self.context.ask(paper_lines, printed)
        if lines is None:
            return
        self.view = printed.view
        self.forms.show_papers(printed, forms)
        for card in (self.room, self.before, self.after):
            card.show_papers(printed, lines)
        self._say_strange()
        self._point_out()

    def concerns(self, changes: Changes) -> bool:
        """Follow what makes papers appear, and how many pages they have."""
        return changes.touches(*_SHOWN)

    def first_focus(self) -> QWidget | None:
        """Start at today's sheet or the next one; at the report when the course is over."""
        if not self.room.days:
            return self.room.no_days.button
        row = self.room.primary(self.context.today())
        return (row or self.after.rows[COURSE_REPORT]).button

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.language_label.setText(self.tr("Language of the papers"))

    def _say_strange(self) -> None:
        """Say before anything is printed whose names would have empty boxes in them."""
        found = self.context.ask(enrolments.strange_names, self.course) or enrolments.StrangeNames()
        self.strange.setVisible(bool(found.numbers))
        words = self.tr(
            "Papers cannot show the signs {signs} and print empty boxes: No {numbers} on the list."
        )
        numbers = ", ".join(map(str, found.numbers))
        self.strange.words.setText(words.format(signs=" ".join(found.signs), numbers=numbers))

    def _point_out(self) -> None:
        """Fill the one button that is the likeliest."""
        likely = self.first_focus()
        rows = [block.row for block in self.room.day_blocks[:1]] + [self.after.rows[COURSE_REPORT]]
        for row in rows:
            row.button.set_kind(ButtonKind.PRIMARY if row.button is likely else ButtonKind.PLAIN)

    def _choose_language(self, language: str) -> None:
        """Keep the language for the next time, and count pages anew."""
        self.context.preferences.change(Preferences.paper_language, language)
        self.refresh()

    def _show(self, order: PaperOrder) -> None:
        if self.view is not None:
            show_order(self.context, order, self.view.course.code)


def _language_name(code: str) -> str:
    """Return what a language of papers is called: each by its own name."""
    return " + ".join(formats(part).name for part in code.split("+"))
