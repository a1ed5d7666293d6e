"""The Print tab: every paper of a course in the language that is chosen, in four cards."""

from functools import partial
from typing import Any, override

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from trainer_app.actions.courses.courses import emblem_problems
from trainer_app.actions.office.reports import COURSE_REPORT, paper_lines
from trainer_app.actions.papers.papers import (
    Stage,
    StrangeNames,
    is_layout_chosen,
    printed_course,
    strange_names,
)
from trainer_app.actions.papers.question_papers import printed_forms
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.courses.courses import CourseView
from trainer_app.domain.papers.course_papers import PAPER_LANGUAGES
from trainer_app.system.messages import label_text
from trainer_app.system.preferences import Preferences
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import formats
from trainer_app.ui.kit.papers import PaperOrder, paper_language, show_order
from trainer_app.ui.kit.screens import CourseTab
from trainer_app.ui.papers.cards import BeforeCourseCard, RoomPapersCard, StageCard
from trainer_app.ui.papers.forms_card import FormsCard, SittingBlock
from trainer_app.ui.style.tokens import CARD_GAP, WORKSPACE_MARGIN
from trainer_app.ui.widgets.cards import NoteRow
from trainer_app.ui.widgets.controls import ButtonKind, Switch
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.pages import ScrollPage, TwoColumns

_STACK_BELOW = 1040
_SHOWN = (
    "project",
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
        self._asked = ""
        self.language_label = label("body_strong", "print_language_label")
        self.language = Switch("print_language", PAPER_LANGUAGES)
        self.language.set_words(*map(_language_name, PAPER_LANGUAGES))
        self.language.chosen.connect(self._choose_language)
        self.room, self.forms = RoomPapersCard(context), FormsCard(context)
        self.before, self.after = BeforeCourseCard(context), StageCard("print_after", context, Stage.AFTER)
        for card in (self.room, self.forms, self.before, self.after):
            card.requested.connect(self._show)
            card.tab_requested.connect(self.tab_requested)
        self.forms.layout_chosen.connect(self.refresh)
        self.strange = NoteRow("print_strange", "alert", "late")
        self.strange.hide()
        self.logos = NoteRow("print_logos", "alert", "late")
        self.logos.hide()
        self.page = ScrollPage("print_page")
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        language = FlowRow()
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
        column.addWidget(self.logos)
        column.addWidget(columns)
        column.addStretch(1)
        self.column.addWidget(self.page)

    def refresh(self) -> None:
        """Read what there is to print."""
        self.language.set_value(paper_language(self.context, self.course))
        language = self.language.value()
        printed = self.context.ask(printed_course, self.course, language)
        forms = self.context.ask(printed_forms, self.course, language)
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
        self._say_logos()
        self._point_out()

    def concerns(self, changes: Changes) -> bool:
        """Follow what makes papers appear, and how many pages they have."""
        return changes.touches(*_SHOWN)

    @override
    def show_place(self, **place: Any) -> None:
        """Open at the papers of one form, if something outside names its `sitting`.

        With `show` they are shown at once, but for the first time: how tests lie on pages is chosen here
        then, since that decides how much paper they take.
        """
        self._asked = str(place.get("sitting") or "")
        self._point_out()
        straight = bool(place.get("show")) and bool(self.context.ask(is_layout_chosen))
        # Whoever shows a page gives it the keyboard; and the rows have no place before they are laid out.
        QTimer.singleShot(0, self, partial(self._bring_in_sight, straight=straight))

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Forget the form that was asked for once another tab is opened; not below a paper that is shown."""
        if self.isHidden():
            self._asked = ""
            self._point_out()
        super().hideEvent(event)

    def first_focus(self) -> QWidget | None:
        """Start at the papers asked for, today's sheet or the next one, the report of an ended course."""
        asked = self._asked_block()
        if asked is not None:
            return asked.row.button
        if not self.room.days:
            return self.room.no_days.button
        row = self.room.primary(self.context.today())
        return (row or self.after.rows[COURSE_REPORT]).button

    @override
    def retranslate(self) -> None:
        self.language_label.setText(self.tr("Language of the papers"))

    def _say_strange(self) -> None:
        """Say before anything is printed whose names would have empty boxes in them."""
        found = self.context.ask(strange_names, self.course) or StrangeNames()
        self.strange.setVisible(bool(found.numbers))
        words = self.tr(
            "Papers cannot show the signs {signs} and print empty boxes: No.\u00a0{numbers} on the list."
        )
        numbers = ", ".join(map(str, found.numbers))
        self.strange.words.setText(words.format(signs=" ".join(found.signs), numbers=numbers))

    def _say_logos(self) -> None:
        """Say which logos will not be seen on the papers, before they are printed."""
        found = self.context.ask(emblem_problems, self.course) or []
        self.logos.setVisible(bool(found))
        self.logos.words.setText("\n".join(label_text(each, self.context.language.code) for each in found))

    def _point_out(self) -> None:
        """Fill the one button that is the likeliest."""
        likely = self.first_focus()
        blocks = [*self.room.day_blocks[:1], *self._form_blocks()]
        for row in (*(block.row for block in blocks), self.after.rows[COURSE_REPORT]):
            row.button.set_kind(ButtonKind.PRIMARY if row.button is likely else ButtonKind.PLAIN)

    def _form_blocks(self) -> list[SittingBlock]:
        sections = (*self.forms.tests.values(), self.forms.feedback, self.forms.others)
        return [block for section in sections for block in section.blocks]

    def _asked_block(self) -> SittingBlock | None:
        """Return the block of the form that was asked for, if it has a paper to print."""
        for block in self._form_blocks():
            if block.printed is not None and block.printed.sitting == self._asked and not block.isHidden():
                return block if block.row.button.isEnabled() else None
        return None

    def _bring_in_sight(self, *, straight: bool) -> None:
        asked = self._asked_block()
        if asked is not None and self.isVisible():
            asked.row.button.setFocus()
            # The choice of the layout stands above all forms: both are in sight where there is room.
            self.page.ensureWidgetVisible(self.forms.layout_row)
            self.page.ensureWidgetVisible(asked)
            if straight:
                asked.row.button.click()

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
