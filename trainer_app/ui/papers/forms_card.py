"""Tests and forms of a course: papers of what was chosen, and the way to choose what is missing."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions import paper_sittings
from trainer_app.actions.paper_pages import PaperPages
from trainer_app.actions.paper_sittings import SittingLine
from trainer_app.domain.courses import CourseView
from trainer_app.domain.evaluations import TEST_OCCASIONS, Occasion
from trainer_app.domain.forms import FormKind
from trainer_app.ui.papers.answer_row import AnswerRow
from trainer_app.ui.papers.paper_row import PaperBlock, PaperRow
from trainer_app.ui.papers.sitting_block import SittingBlock
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.labels import rule
from trainer_app.ui.widgets.naming import Retranslated


class FormSection(QWidget):
    """The forms of one occasion below each other, or what stands there while none was chosen."""

    ordered = Signal(object)

    def __init__(self, name: str, desk: Desk, none: QWidget | None = None) -> None:
        super().__init__()
        self.setObjectName(name)
        self.desk, self.none = desk, none
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
        for place, block in enumerate(self.blocks):
            shown = place < len(lines)
            block.setVisible(shown)
            if place:
                self._rules[place - 1].setVisible(shown)
            if shown:
                block.show_line(lines[place])
        return bool(lines) or self.none is not None

    def _add_block(self) -> None:
        name = f"{self.objectName()}_{len(self.blocks)}"
        block = SittingBlock(name, self.desk)
        block.ordered.connect(self.ordered)
        if self.blocks:
            self._rules.append(rule(f"{name}_rule"))
            self._column.addWidget(self._rules[-1])
        self.blocks.append(block)
        self._column.addWidget(block)


class FormsCard(Retranslated, Card):
    """`ordered` asks for a paper, `wanted` for another tab."""

    ordered = Signal(object)
    wanted = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__("print_forms")
        self.desk = desk
        self.course = ""
        self.plain = {each: AnswerRow(f"print_{each.value}_test", each) for each in TEST_OCCASIONS}
        self.no_test = {each: self._missing_test(each) for each in TEST_OCCASIONS}
        self.no_feedback = PaperRow("print_feedback_none", "pen")
        self.no_feedback.button.set_icon("check")
        self.no_feedback.shown.connect(self._use_standard)
        self.tests = {
            each: FormSection(f"print_{each.value}", desk, self.no_test[each]) for each in TEST_OCCASIONS
        }
        self.feedback = FormSection("print_feedback", desk, self.no_feedback)
        self.others = FormSection("print_other", desk)
        for section in (*self.tests.values(), self.feedback, self.others):
            section.ordered.connect(self.ordered)
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

    def show_papers(self, view: CourseView, pages: PaperPages, lines: Sequence[SittingLine]) -> None:
        """Show what can be printed for a course."""
        self.course = view.course.key
        for occasion, section in self.tests.items():
            self.plain[occasion].show_papers(self.course, pages)
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
        block = PaperBlock(PaperRow(f"print_{occasion.value}_none", "evaluations", fold=True))
        block.row.button.set_icon("right")
        block.row.shown.connect(lambda: self.wanted.emit("tests"))
        block.rows.addWidget(self.plain[occasion])
        self.plain[occasion].ordered.connect(self.ordered)
        return block

    def _use_standard(self) -> None:
        self.desk.do(paper_sittings.choose_standard, self.course, FormKind.FEEDBACK)


def _is_test(line: SittingLine, occasion: Occasion) -> bool:
    return line.kind is FormKind.TEST and line.view.sitting.occasion is occasion
