"""The row of a form that a course uses: its papers in one click, and below it what else is printed of it."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal

from trainer_app.actions import question_papers
from trainer_app.actions.paper_sittings import SittingLine
from trainer_app.actions.question_papers import PaperChoice
from trainer_app.actions.question_warnings import form_warnings
from trainer_app.actions.workplace import Workplace
from trainer_app.domain.errors import TrainerError
from trainer_app.domain.evaluations import Occasion
from trainer_app.domain.forms import FormKind
from trainer_app.system.messages import label_text
from trainer_app.ui.papers.paper_row import PaperBlock, PaperRow, SubRow
from trainer_app.ui.papers.papers import PaperOrder, paper_language
from trainer_app.ui.papers.test_options import ChosenNumbers, TestOptions
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.naming import Retranslated

_ICONS = {
    FormKind.TEST: "evaluations",
    FormKind.FEEDBACK: "pen",
    FormKind.FOLLOW_UP: "pen",
    FormKind.PRACTICAL: "check",
}


class SittingBlock(Retranslated, PaperBlock):
    """Papers of one form. `ordered` asks for one of them."""

    ordered = Signal(object)

    def __init__(self, name: str, desk: Desk) -> None:
        super().__init__(PaperRow(name, "evaluations", fold=True))
        self.desk = desk
        self.line: SittingLine | None = None
        self.options = TestOptions(name)
        self.chosen_fields = ChosenNumbers(name)
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
        title = f"{self._kind(line)} · {line.view.form.form.title.best(self.desk.language.code)}"
        show = self.tr("Show")
        self.row.fold.set_words(self.tr("More papers: {title}").format(title=title))
        if line.problem is not None or line.extents is None:
            problem = label_text(line.problem, self.desk.language.code) if line.problem else ""
            self.row.set_row(title, problem, show)
            self.row.button.setEnabled(False)
            return
        self.row.button.setEnabled(True)
        extents = line.extents
        if line.kind is FormKind.TEST:
            language = paper_language(self.desk)
            key, choice = line.view.sitting.key, self.options.choice()
            extents = self.desk.ask(question_papers.extents, key, language, choice) or extents
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
        words = self.desk.words(f"evaluation.occasion.{occasion.value}")
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
        line, desk = self.line, self.desk
        if line is None:
            return
        sitting, form = line.view.sitting, line.view.form.form.key
        taken = numbers if numbers is not None else []
        self.ordered.emit(
            PaperOrder(
                words,
                f"{stem}-{sitting.occasion.value}",
                make,
                kept=lambda: desk.do(question_papers.mark_printed, sitting.key, tuple(taken)),
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
            self.desk.tell_error(error)
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
