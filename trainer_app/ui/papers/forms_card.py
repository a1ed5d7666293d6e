"""The card of tests and forms: papers of each form that the course uses, or what stands there without one."""

from collections.abc import Sequence
from functools import partial
from typing import override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from trainer_app.actions.evaluations.forms import choose_standard
from trainer_app.actions.papers.course_papers import OCCASION, PLAIN_SHEETS, QUESTIONS, usual_items
from trainer_app.actions.papers.papers import (
    LAYOUT,
    USUAL,
    Chosen,
    FormPaper,
    PrintedCourse,
    PrintedForm,
    choose_layout,
    form_warnings,
    layout_of,
)
from trainer_app.actions.papers.question_papers import (
    ANSWER_SHEETS,
    BOOKLET,
    BOTH_SIDES,
    FORM_PAPERS,
    NAMES_STAY,
    ONLY_NUMBERS,
    RESIT,
    SHEET_NUMBERS,
    SPARE_PAPERS,
    TESTS,
    booklets_wanted,
    form_line,
    mark_printed,
    plan_numbers,
)
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.base.texts import capital
from trainer_app.domain.courses.courses import read_numbers
from trainer_app.domain.evaluations.forms import TEST_OCCASIONS, FormKind, Occasion
from trainer_app.domain.papers.course_papers import MOST_ITEMS, MOST_SPARE, SPARE, PaperLayout
from trainer_app.system.messages import label_text
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import NumberField
from trainer_app.ui.kit.papers import order_of
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.papers.cards import FoldingRow, OptionTick, PaperBlock, PaperRow, SubRow
from trainer_app.ui.style.tokens import CARD_PADDING, ICON_RAIL
from trainer_app.ui.widgets.cards import ActionRow, Card
from trainer_app.ui.widgets.controls import Switch
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated, label, rule

_FIELD, _INDENT, _SPARE, _NUMBERS = 64, CARD_PADDING + ICON_RAIL + 14, 64, 110
_OWN = {paper.kind: paper for paper in reversed(FORM_PAPERS)}
_BELOW = tuple(paper for paper in FORM_PAPERS if paper is not _OWN[paper.kind])
"""The paper of a form's own row, which is the first of its kind, and those that stand below it."""


class LayoutRow(Retranslated, QWidget):
    """How all tests and forms lie on pages: chosen once. `chosen` tells that all pages are counted anew."""

    chosen = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("print_layout_row")
        self.context = context
        self.title = label("body_strong", "print_layout_label")
        self.layouts = Switch("print_layout", tuple(PaperLayout), narrow=True)
        self.hint = label("caption", "print_layout_hint", wrap=True)
        self.layouts.chosen.connect(self._choose)
        withhold("papers/papers/choose_layout", self.layouts)
        line = FlowRow()
        line.setSpacing(12)
        line.addWidget(self.title)
        line.addStretch(1)
        line.addWidget(self.layouts)
        column = QVBoxLayout(self)
        column.setContentsMargins(CARD_PADDING, 10, CARD_PADDING, 10)
        column.setSpacing(6)
        column.addLayout(line)
        column.addWidget(self.hint)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.title.setText(self.context.words("paper.layout"))
        self.layouts.setAccessibleName(self.title.text())
        self.layouts.set_words(*(self.context.words(f"paper.layout.{each}") for each in PaperLayout))
        self.show_layout()

    def show_layout(self) -> None:
        """Show what was chosen last, here or elsewhere."""
        layout = self.context.ask(layout_of)
        if layout is not None:
            self.layouts.set_value(layout)
            self.hint.setText(self.context.words(f"paper.layout.{layout}_hint"))

    def _choose(self, layout: str) -> None:
        self.context.do(choose_layout, PaperLayout(layout))
        self.show_layout()
        self.chosen.emit()


class TestPaperOptions(Retranslated, QWidget):
    """The line of options below the row of a test. `changed` tells that pages have to be counted anew."""

    __test__ = False
    changed = Signal()

    def __init__(self, name: str, context: AppContext) -> None:
        super().__init__()
        self.setObjectName(f"{name}_options")
        self.names = OptionTick(f"{name}_names", context, NAMES_STAY)
        self.duplex = OptionTick(f"{name}_duplex", context, BOTH_SIDES)
        self.spare_label = label("caption", f"{name}_spare_label")
        self.spare = NumberField(f"{name}_spare", 0, MOST_SPARE, SPARE)
        self.spare.setFixedWidth(_SPARE)
        line = FlowRow(self)
        line.setContentsMargins(_INDENT, 2, CARD_PADDING, 6)
        line.setSpacing(14)
        for part in (self.names, self.duplex):
            line.addWidget(part)
        line.addStretch(1)
        line.addWidget(self.spare_label)
        line.addWidget(self.spare)
        self.names.toggled.connect(self.changed)
        self.duplex.toggled.connect(self.changed)
        self.spare.valueChanged.connect(self.changed)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        #: Papers to spare
        self.spare_label.setText(self.tr("Spare"))
        self.spare.setAccessibleName(self.tr("Spare papers"))
        self.spare.setToolTip(self.tr("Extra papers for people who are not on the list"))

    def chosen(self) -> Chosen:
        """Return what is chosen, for everybody on the list."""
        return Chosen(
            {
                NAMES_STAY: self.names.isChecked(),
                SPARE_PAPERS: self.spare.value(),
                BOTH_SIDES: self.duplex.isChecked(),
            }
        )


class ChosenNumbersRow(Retranslated, QWidget):
    """Numbers on the list, and whether these people sit the test again. `entered`: Enter in the field."""

    entered = Signal()

    def __init__(self, name: str, context: AppContext) -> None:
        super().__init__()
        self.setObjectName(f"{name}_chosen_fields")
        self.resit = OptionTick(f"{name}_resit", context, RESIT)
        self.numbers = QLineEdit()
        self.numbers.setObjectName(f"{name}_numbers")
        self.numbers.setFixedWidth(_NUMBERS)
        self.numbers.returnPressed.connect(self.entered)
        line = FlowRow(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.resit)
        line.addWidget(self.numbers)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.numbers.setPlaceholderText(self.tr("1, 4, 7–9"))
        self.numbers.setAccessibleName(self.tr("Numbers on the list"))

    def read(self, chosen: Chosen) -> Chosen:
        """Return a choice for the numbers that were typed. Raises paper.numbers_unreadable."""
        numbers = read_numbers(self.numbers.text())
        return chosen.changed(ONLY_NUMBERS, numbers).changed(RESIT, self.resit.isChecked())


class AnswerSheetsRow(Retranslated, SubRow):
    """`requested` asks for the sheets with the number of questions that stands in `items`."""

    requested = Signal(object)

    def __init__(self, name: str, context: AppContext, occasion: Occasion) -> None:
        self.items = NumberField(f"{name}_items", 1, MOST_ITEMS, 20, step=5)
        super().__init__(name, self.items)
        self.context, self.occasion = context, occasion
        self.printed: PrintedCourse | None = None
        self._usual = 0
        self.items.setFixedWidth(_FIELD)
        self.items.valueChanged.connect(self._say)
        self.button.clicked.connect(self._order)
        withhold("papers/papers/make_named", self.button)
        self.retranslate()

    def show_papers(self, printed: PrintedCourse, usual: int) -> None:
        """Show how many sheets there are; another course brings its usual number of questions."""
        before, self.printed = self.printed, printed
        if before is None or before.view.course.key != printed.view.course.key or usual != self._usual:
            self.items.setValue(usual)
        self._usual = usual
        self._say()

    @override
    def retranslate(self) -> None:
        words = self.tr("Number of questions")
        self.items.setAccessibleName(words)
        self.items.setToolTip(words)
        self._say()

    def _say(self) -> None:
        """Say how many pages that number of questions takes."""
        if self.printed is None:
            return
        line = self.context.ask(PLAIN_SHEETS.line, self.printed, self._chosen())
        if line is not None:
            words = label_text(line.words, self.context.language.code)
            self.set_row(self._title(), words, self.tr("Show"))

    def _title(self) -> str:
        occasion = self.context.words(f"evaluation.occasion.{self.occasion.value}")
        return self.context.words(PLAIN_SHEETS.title, when=occasion)

    def _chosen(self) -> Chosen:
        return Chosen({OCCASION: self.occasion, QUESTIONS: self.items.value()})

    def _order(self) -> None:
        if self.printed is not None:
            course = self.printed.view.course.key
            order = order_of(self.context, PLAIN_SHEETS, course, self._chosen(), self._title())
            self.requested.emit(order)


class SittingBlock(Retranslated, PaperBlock):
    """Papers of one form: the first in the row, the others below it. `requested` asks for one of them."""

    requested = Signal(object)

    def __init__(self, name: str, context: AppContext) -> None:
        super().__init__(FoldingRow(name, "evaluations"))
        self.context = context
        self.printed: PrintedForm | None = None
        self.options = TestPaperOptions(name, context)
        self.chosen_fields = ChosenNumbersRow(name, context)
        self.chosen = SubRow(f"{name}_chosen", self.chosen_fields)
        self.below = {paper: SubRow(f"{name}_{paper.name}") for paper in _BELOW}
        for part in (self.options, self.chosen, *self.below.values()):
            self.rows.addWidget(part)
        self.row.shown.connect(lambda: self._order(self._own(), self._chosen()))
        for part in (self.row, self.chosen, *self.below.values()):
            withhold("papers/question_papers/mark_printed", part.button)
        self.options.changed.connect(self._say)
        self.chosen.button.clicked.connect(self._order_chosen)
        self.chosen_fields.entered.connect(self._order_chosen)
        for paper, row in self.below.items():
            row.button.clicked.connect(partial(self._order_below, paper))
        self.retranslate()

    def show_form(self, printed: PrintedForm) -> None:
        """Show what there is to print of a form. Booklets are in sight where everybody needs one."""
        before, self.printed = self.printed, printed
        apart = self._own() is ANSWER_SHEETS
        if before is None or (before.sitting, before.layout) != (printed.sitting, printed.layout):
            self.set_open(open_=apart)
        if before is None or before.sitting != printed.sitting:
            self.chosen_fields.numbers.clear()
        for part in (self.options, self.chosen):
            part.setVisible(printed.kind is FormKind.TEST)
        for tick in (self.options.names, self.options.duplex):
            tick.setVisible(not apart)
        for paper, row in self.below.items():
            row.setVisible(paper.kind is printed.kind and paper is not self._own())
        self.row.fold.setVisible(any(paper.kind is printed.kind for paper in _BELOW))
        self.row.mark.set_icon(self._own().icon)
        self._say()

    @override
    def retranslate(self) -> None:
        self.chosen.set_row(
            self.tr("Chosen numbers"), self.tr("as on the list of participants"), self.tr("Show")
        )
        self._say()

    def _own(self) -> FormPaper:
        """Return the paper of the form's own row."""
        if self.printed is None:
            return TESTS
        own = _OWN[self.printed.kind]
        return own.laid_out(self.printed.layout, shuffled=self.printed.shuffled)

    def _chosen(self) -> Chosen:
        """Return what is chosen; only tests have something to choose beside the layout."""
        is_test = self.printed is not None and self.printed.kind is FormKind.TEST
        chosen = self.options.chosen() if is_test else USUAL
        return chosen.changed(LAYOUT, self.printed.layout) if self.printed else chosen

    def _say(self) -> None:
        """Say what the papers are and how many pages they have."""
        printed = self.printed
        if printed is None:
            return
        form = printed.view.form.form.title.best(self.context.language.code)
        title = f"{self._title(self._own())} · {form}"
        self.row.fold.set_words(self.tr("More papers: {title}").format(title=title))
        more = [self.tr("texts are missing in this language")] if printed.warnings else []
        if not self._say_line(self.row, printed, self._own(), title, more):
            return
        for paper, row in self.below.items():
            if paper.kind is printed.kind:
                self._say_line(row, printed, paper, self._title(paper))

    def _say_line(
        self, row: ActionRow, printed: PrintedForm, paper: FormPaper, title: str, more: Sequence[str] = ()
    ) -> bool:
        """Show what is said of a paper; return whether there is something to print."""
        line = self.context.ask(form_line, printed, paper, self._chosen())
        ready = line is not None and line.pages != 0
        words = label_text(line.words, self.context.language.code) if line else ""
        row.set_row(title, " · ".join((words, *(more if ready else ()))), self.tr("Show"))
        row.button.setEnabled(ready)
        return ready

    def _title(self, paper: FormPaper) -> str:
        """Name what is printed."""
        occasion = self.printed.occasion if self.printed else Occasion.PRE
        when = self.context.words(f"evaluation.occasion.{occasion.value}")
        own_name = paper is self._own() and paper.kind is FormKind.TEST and occasion in TEST_OCCASIONS
        return capital(when) if own_name else self.context.words(paper.title, when=when)

    def _order(self, paper: FormPaper, chosen: Chosen) -> None:
        """Ask for a paper; once it is printed or saved, its form is frozen."""
        printed, context = self.printed, self.context
        planned = context.ask(plan_numbers, printed.sitting, chosen) if printed else None
        if printed is None or planned is None:
            return
        sitting, form = printed.sitting, printed.view.form.form.key
        order = order_of(context, paper, sitting, planned, self._title(paper))
        layout = printed.layout if paper is TESTS else PaperLayout.USUAL
        self.requested.emit(
            replace(
                order,
                file=f"{order.file}-{printed.occasion.value}",
                kept=lambda: context.do(mark_printed, sitting, planned[SHEET_NUMBERS]),
                warn=lambda work, language: form_warnings(work, form, language, layout),
                copies=booklets_wanted(printed, chosen) if paper is BOOKLET else 1,
            )
        )

    def _order_below(self, paper: FormPaper) -> None:
        self._order(paper, self._chosen())

    def _order_chosen(self) -> None:
        """Read the numbers; what cannot be read stays in the field."""
        try:
            chosen = self.chosen_fields.read(self._chosen())
        except TrainerError as error:
            self.context.tell_error(error)
            self.chosen_fields.numbers.setFocus()
            return
        self._order(self._own(), chosen)


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

    def show_forms(self, forms: Sequence[PrintedForm]) -> bool:
        """Show the forms; return whether there is anything to be seen."""
        if self.none is not None:
            self.none.setVisible(not forms)
        while len(self.blocks) < len(forms):
            self._add_block()
        for index, block in enumerate(self.blocks):
            shown = index < len(forms)
            block.setVisible(shown)
            if index:
                self._rules[index - 1].setVisible(shown)
            if shown:
                block.show_form(forms[index])
        return bool(forms) or self.none is not None

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
    """`requested` asks for a paper, `tab_requested` for another tab; `layout_chosen`: count pages anew."""

    requested = Signal(object)
    tab_requested = Signal(str)
    layout_chosen = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__("print_forms")
        self.context = context
        self.course = ""
        self.layout_row = LayoutRow(context)
        self.layout_row.chosen.connect(self.layout_chosen)
        self.add_row(self.layout_row)
        self.plain = {
            each: AnswerSheetsRow(f"print_{each.value}_test", context, each) for each in TEST_OCCASIONS
        }
        self.no_test = {each: self._missing_test(each) for each in TEST_OCCASIONS}
        self.no_feedback = PaperRow("print_feedback_none", "pen")
        self.no_feedback.button.set_icon("check")
        self.no_feedback.shown.connect(self._use_standard)
        withhold("evaluations/forms/choose_standard", self.no_feedback.button)
        self.tests = {
            each: FormSection(f"print_{each.value}", context, self.no_test[each]) for each in TEST_OCCASIONS
        }
        self.feedback = FormSection("print_feedback", context, self.no_feedback)
        self.others = FormSection("print_other", context)
        for section in (*self.tests.values(), self.feedback, self.others):
            section.requested.connect(self.requested)
            self.add_row(section)
        self.retranslate()

    @override
    def retranslate(self) -> None:
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

    def show_papers(self, printed: PrintedCourse, forms: Sequence[PrintedForm]) -> None:
        """Show what can be printed for a course."""
        self.course = printed.view.course.key
        self.layout_row.show_layout()
        for occasion, section in self.tests.items():
            usual = self.context.ask(usual_items, self.course, occasion)
            if usual is not None:
                self.plain[occasion].show_papers(printed, usual)
            section.show_forms([each for each in forms if _is_test(each, occasion)])
        self.feedback.show_forms([each for each in forms if each.kind is FormKind.FEEDBACK])
        rest = [
            each
            for each in forms
            if each.kind is not FormKind.FEEDBACK and not any(_is_test(each, one) for one in TEST_OCCASIONS)
        ]
        self.show_row(self.others, shown=self.others.show_forms(rest))

    def _missing_test(self, occasion: Occasion) -> PaperBlock:
        """Return the row that leads to choosing a test, with plain answer sheets below it."""
        block = PaperBlock(FoldingRow(f"print_{occasion.value}_none", "evaluations"))
        block.row.button.set_icon("right")
        block.row.shown.connect(lambda: self.tab_requested.emit("tests"))
        block.rows.addWidget(self.plain[occasion])
        self.plain[occasion].requested.connect(self.requested)
        return block

    def _use_standard(self) -> None:
        self.context.do(choose_standard, self.course, FormKind.FEEDBACK)


def _is_test(form: PrintedForm, occasion: Occasion) -> bool:
    return form.kind is FormKind.TEST and form.occasion is occasion
