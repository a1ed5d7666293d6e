"""Rows of papers, and the cards of a course's papers by stage; badges and sign-in sheets have more rows."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any, override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from trainer_app.actions.office.reports import papers_of
from trainer_app.actions.papers.course_papers import (
    BADGES,
    SOME_NUMBERS,
    any_printed,
    badge_pages,
    new_badges,
    remember_badges,
)
from trainer_app.actions.papers.papers import (
    USUAL,
    Chosen,
    CoursePaper,
    PaperLine,
    PaperOption,
    PrintedCourse,
    Stage,
    with_numbers,
)
from trainer_app.actions.papers.sign_in import OF_SESSION, ON_DAY, SIGN_IN, SheetPages, sheet_pages
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.structs import replace
from trainer_app.domain.courses.courses import CourseView, Session, read_numbers
from trainer_app.system.messages import label_text
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.papers import order_of
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.style.tokens import CARD_PADDING, ICON_RAIL
from trainer_app.ui.widgets.cards import ActionRow, Card
from trainer_app.ui.widgets.controls import ButtonKind, IconButton, Tick
from trainer_app.ui.widgets.flow import stand_at_least
from trainer_app.ui.widgets.labels import Retranslated, rule

_BUTTON, _GAP, _SUB_ROW, _FOLD = 116, 14, 46, 32


class PaperRow(ActionRow):
    """`shown` asks for the paper. `options` stand before the button."""

    def __init__(self, name: str, icon: str, *options: QWidget) -> None:
        super().__init__(name, icon, ButtonKind.PLAIN, options)
        self.button.set_icon("print")
        self.button.setMinimumWidth(_BUTTON)
        self.shown = self.button.clicked


class FoldingRow(PaperRow):
    """A row below which more can be unfolded."""

    def __init__(self, name: str, icon: str) -> None:
        self.fold = IconButton(f"{name}_fold", "right", size=_FOLD)
        super().__init__(name, icon, self.fold)
        self.fold.setCheckable(True)


class SubRow(ActionRow):
    """A row below another one, indented to its words; without an icon of its own."""

    def __init__(self, name: str, field: QWidget | None = None) -> None:
        super().__init__(name, "file", ButtonKind.GHOST, (field,) if field is not None else ())
        stand_at_least(self, _SUB_ROW)
        self.mark.hide()
        line = self.layout()
        assert isinstance(line, QBoxLayout)
        line.setContentsMargins(CARD_PADDING + ICON_RAIL + _GAP, 0, CARD_PADDING - 10, 0)


class OptionTick(Retranslated, Tick):
    """The tick of an option that a paper can be had with or without: set at first if that is usual."""

    def __init__(self, name: str, context: AppContext, option: PaperOption[bool]) -> None:
        super().__init__(name)
        self._context, self._option = context, option
        self.setChecked(option.usual)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.setText(self._context.words(self._option.words))
        self.setToolTip(self._context.words(self._option.hint))
        self.setAccessibleDescription(self.toolTip())


class PaperBlock(QWidget):
    """A row and what unfolds below it. `unfolded(open)` tells that a person asked for more or less."""

    unfolded = Signal(bool)

    def __init__(self, row: FoldingRow) -> None:
        super().__init__()
        self.setObjectName(f"{row.objectName()}_block")
        self.row = row
        self.more = QWidget()
        self.more.setObjectName(f"{row.objectName()}_more")
        self.rows = QVBoxLayout(self.more)
        self.rows.setContentsMargins(0, 0, 0, 6)
        self.rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(row)
        column.addWidget(self.more)
        row.fold.clicked.connect(self._clicked)
        self.set_open(open_=False)

    @property
    def is_open(self) -> bool:
        """Tell whether what belongs to the row is shown."""
        return self.row.fold.isChecked()

    def set_open(self, *, open_: bool) -> None:
        """Unfold or fold away."""
        self.row.fold.setChecked(open_)
        self.row.fold.set_icon("down" if open_ else "right")
        self.more.setVisible(open_)

    def _clicked(self, checked: bool) -> None:
        self.set_open(open_=checked)
        self.unfolded.emit(checked)


_FIELD = 150


class StageCard(Retranslated, Card):
    """`requested` asks for a paper, `tab_requested` for another tab. A row of its own: `add_paper`."""

    requested = Signal(object)
    tab_requested = Signal(str)

    def __init__(self, name: str, context: AppContext, stage: Stage) -> None:
        super().__init__(name)
        self.context, self.stage = context, stage
        self.course = ""
        self.rows: dict[CoursePaper, PaperRow] = {}
        self.ticks: dict[PaperOption[bool], OptionTick] = {}
        self.lines: Mapping[CoursePaper, PaperLine] = {}
        self._printed: PrintedCourse | None = None
        for paper in papers_of(stage):
            self.add_paper(paper)
        self.retranslate()

    def add_paper(self, paper: CoursePaper) -> None:
        """Add the row of a paper, with a tick for each of its options that has words."""
        ticks = {
            option: OptionTick(f"print_{paper.name}_{option.name}", self.context, option)
            for option in paper.options
            if option.words
        }
        self.ticks.update(ticks)
        for tick in ticks.values():
            tick.toggled.connect(self._show_lines)
        row = PaperRow(f"print_{paper.name}", paper.icon, *ticks.values())
        row.shown.connect(lambda: self._order(paper))
        if paper.names is True:
            withhold("papers/papers/make_named", row.button)
        elif paper.names is not False:
            withhold("papers/papers/make_named", ticks[paper.names])
        self.rows[paper] = row
        self.add_row(row)

    @override
    def retranslate(self) -> None:
        self.set_title(self.heading())
        self._show_lines()

    def heading(self) -> str:
        """Return what the papers are for."""
        titles = {
            Stage.BEFORE: self.tr("Before the course"),
            Stage.ROOM: self.tr("For the room today"),
            Stage.AFTER: self.tr("After the course"),
        }
        return titles[self.stage]

    def show_papers(self, printed: PrintedCourse, lines: Mapping[CoursePaper, PaperLine]) -> None:
        """Show what can be printed for a course."""
        if printed.view.course.key != self.course:
            self._leave_names_out()
        self.course, self.lines, self._printed = printed.view.course.key, lines, printed
        self._show_lines()

    def _leave_names_out(self) -> None:
        """Whose names leave the program is chosen for each course anew."""
        for paper in self.rows:
            if isinstance(paper.names, PaperOption):
                self.ticks[paper.names].setChecked(paper.names.usual)

    def _line(self, paper: CoursePaper) -> PaperLine:
        """Return what is said of a paper as it is chosen: with names it may have more pages."""
        chosen = Chosen({each: not each.usual for each in paper.options if self._is_chosen(each)})
        printed = self._printed if chosen.values else None
        line = self.context.ask(paper.line, printed, chosen) if printed is not None else None
        return line or self.lines[paper]

    def _is_chosen(self, option: PaperOption[Any]) -> bool:
        return option in self.ticks and self.ticks[option].isChecked() != option.usual

    def _show_lines(self) -> None:
        for paper in self.rows.keys() & self.lines.keys():
            row, line = self.rows[paper], self._line(paper)
            second = label_text(line.words, self.context.language.code)
            row.set_row(self.context.words(paper.title), second, self.tr("Show"))
            row.button.setEnabled(line.pages != 0)

    def _order(self, paper: CoursePaper) -> None:
        ticked = {option: self.ticks[option].isChecked() for option in paper.options if option.words}
        chosen, order = Chosen(ticked), order_of(self.context, paper, self.course, Chosen(ticked))
        if paper.noted is not None:
            order = replace(order, kept=partial(paper.noted, self.context.work, self.course, chosen))
        self.requested.emit(order)


class BadgesBlock(Retranslated, PaperBlock):
    """Badges of everybody; below them those of new people, of chosen numbers. `requested` asks for some."""

    requested = Signal(object)

    def __init__(self, context: AppContext, row: FoldingRow) -> None:
        super().__init__(row)
        self.context = context
        self.course = ""
        self.new: list[int] = []
        row.shown.connect(lambda: self._order(()))
        self.new_badges = SubRow("print_badges_new")
        self.new_badges.button.clicked.connect(lambda: self._order(self.new))
        self.numbers = QLineEdit()
        self.numbers.setObjectName("print_badges_numbers")
        self.numbers.setFixedWidth(_FIELD)
        self.numbers.returnPressed.connect(self._order_chosen)
        self.chosen = SubRow("print_badges_chosen", self.numbers)
        self.chosen.button.clicked.connect(self._order_chosen)
        for each in (self.new_badges, self.chosen):
            self.rows.addWidget(each)
            withhold(("papers/course_papers/badges", "papers/course_papers/remember_badges"), each.button)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.row.fold.set_words(self.tr("Badges of some people only"))
        self.numbers.setPlaceholderText(self.tr("1, 4, 7–9"))
        self.numbers.setAccessibleName(self.tr("Numbers on the list"))
        self.chosen.set_row(
            self.tr("Chosen numbers"), self.tr("as on the list of participants"), self.tr("Show")
        )

    def show_course(self, course: str) -> None:
        """Say who came onto the list since badges were printed here last."""
        fresh = course != self.course
        self.course = course
        self.new = self.context.ask(new_badges, course) or []
        printed = bool(self.context.ask(any_printed, course))
        later = len(self.new) if printed else 0
        if fresh:
            self.numbers.clear()
            self.set_open(open_=later > 0)
        if later:
            people = self.tr("%n person(s)", "", later)
            pages = self.tr("%n page(s)", "", badge_pages(later))
            second = f"{people} · {pages}"
        elif printed:
            second = self.tr("nobody since the last print")
        else:
            second = self.tr("no badges were printed on this computer yet")
        self.new_badges.set_row(self.tr("Added since the last print"), second, self.tr("Show"))
        self.new_badges.button.setEnabled(later > 0)

    def _order(self, numbers: Sequence[int]) -> None:
        """Ask for badges; once they are printed or saved, it is kept whose they were."""
        course, context = self.course, self.context
        chosen = Chosen({SOME_NUMBERS: tuple(numbers)}) if numbers else USUAL
        order = order_of(context, BADGES, course, chosen)
        kept = partial(remember_badges, context.work, course, chosen)
        self.requested.emit(replace(order, kept=kept))

    def _order_chosen(self) -> None:
        """Read the numbers; what cannot be read stays in the field."""
        try:
            numbers = read_numbers(self.numbers.text())
        except TrainerError as error:
            self.context.tell_error(error)
            self.numbers.setFocus()
            return
        if self.context.ask(with_numbers, self.course, numbers) is None:
            self.numbers.setFocus()
        else:
            self._order(numbers)


class BeforeCourseCard(StageCard):
    """Badges can be had for some people only, and it is kept whose were printed."""

    badges: BadgesBlock

    def __init__(self, context: AppContext) -> None:
        super().__init__("print_before", context, Stage.BEFORE)

    def add_paper(self, paper: CoursePaper) -> None:
        """Add the row of a paper; below that of the badges stand those of some people."""
        if paper is not BADGES:
            super().add_paper(paper)
            return
        self.rows[paper] = row = FoldingRow(f"print_{paper.name}", paper.icon)
        withhold("papers/papers/make_named", row.button)
        self.badges = BadgesBlock(self.context, row)
        self.badges.requested.connect(self.requested)
        self.add_row(self.badges)

    def show_papers(self, printed: PrintedCourse, lines: Mapping[CoursePaper, PaperLine]) -> None:
        """Show what can be printed for a course."""
        super().show_papers(printed, lines)
        self.badges.show_course(self.course)


_FEW = 5
"""Days up to which all are shown at once; of more, all but the first fold away."""


class RoomPapersCard(StageCard):
    """Each day has a sign-in sheet of its own, and below it one for each session."""

    no_days: ActionRow
    others: PaperBlock

    def __init__(self, context: AppContext) -> None:
        self.days: tuple[date, ...] = ()
        self.day_blocks: list[PaperBlock] = []
        self.session_rows: list[list[SubRow]] = []
        self._rules: list[QWidget] = []
        super().__init__("print_sheets", context, Stage.ROOM)

    @override
    def heading(self) -> str:
        today = self.context.today() in self.days
        return super().heading() if today else self.tr("For the room on the day of a session")

    def add_paper(self, paper: CoursePaper) -> None:
        """Add the row of a paper. Days are added where the sign-in sheets stand, as a course needs them."""
        if paper is not SIGN_IN:
            super().add_paper(paper)
            return
        self.no_days = ActionRow("print_no_days", paper.icon)
        self.no_days.button.clicked.connect(lambda: self.tab_requested.emit("schedule"))
        self.others = PaperBlock(FoldingRow("print_other_days", paper.icon))
        self.others.row.button.hide()
        self.others.rows.setContentsMargins(0, 0, 0, 0)
        for row in (self.no_days, self.others):
            self.add_row(row)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.no_days.set_row(
            self.tr("No sessions yet"), self.context.words("paper.line.no_sheet"), self.tr("Plan sessions")
        )

    def show_papers(self, printed: PrintedCourse, lines: Mapping[CoursePaper, PaperLine]) -> None:
        """Show the days of a course."""
        if printed.view.course.key != self.course:
            for block in (*self.day_blocks, self.others):
                block.set_open(open_=False)
        super().show_papers(printed, lines)
        pages = sheet_pages(printed)
        self.days = pages.in_order(self.context.today())
        self.set_title(self.heading())
        while len(self.day_blocks) < len(self.days):
            self._add_day()
        many = len(self.days) > _FEW
        self.show_row(self.no_days, shown=not self.days)
        self.show_row(self.others, shown=len(self.days) > 1)
        self.others.row.setVisible(many)
        if not many:
            self.others.set_open(open_=True)
        self.others.row.words.set_lines(self.tr("Other days"), self.tr("%n day(s)", "", len(self.days) - 1))
        self.others.row.fold.set_words(self.tr("Show the other days"))
        for index, block in enumerate(self.day_blocks):
            shown = index < len(self.days)
            block.setVisible(shown)
            if index > 1:
                self._rules[index - 2].setVisible(shown)
            if shown:
                self._show_day(index, printed.view, pages)
        if self.day_blocks:
            self.show_row(self.day_blocks[0], shown=bool(self.days))

    def primary(self, today: date) -> PaperRow | None:
        """Return the row of today's or the next day's sheet; None when the course is over."""
        return self.day_blocks[0].row if self.days and self.days[0] >= today else None

    def _add_day(self) -> None:
        """Add a place for a day: the first stands in the card, all others can be folded away together."""
        place = len(self.day_blocks)
        block = PaperBlock(FoldingRow(f"print_day_{place}", SIGN_IN.icon))
        withhold("papers/sign_in/sign_in", block.row.button)
        block.row.shown.connect(lambda: self._show_sheet(self.days[place]))
        self.day_blocks.append(block)
        self.session_rows.append([])
        if place == 0:
            self.insert_row(0, block)
            return
        if place > 1:
            self._rules.append(rule(f"print_day_{place}_rule"))
            self.others.rows.addWidget(self._rules[-1])
        self.others.rows.addWidget(block)

    def _show_day(self, place: int, view: CourseView, pages: SheetPages) -> None:
        day, block = self.days[place], self.day_blocks[place]
        sessions = [
            session for session in view.sessions if session.day == day and session.key in pages.sessions
        ]
        number = self.tr("Day {number}").format(number=sorted(self.days).index(day) + 1)
        formats = self.context.formats
        weekday = formats.weekdays[day.weekday()]
        title = f"{number} · {weekday[0].upper()}{weekday[1:]}, {formats.day(day)}"
        code = "paper.line.sign_in_today" if day == self.context.today() else "paper.line.sign_in"
        block.row.set_row(title, self.context.words(code, pages=pages.days[day]), self.tr("Show"))
        name = self.context.words(SIGN_IN.title)
        block.row.button.setAccessibleName(f"{name}: {title}")
        block.row.fold.set_words(self.tr("Sheets of single sessions: {day}").format(day=title))
        self._show_sessions(block, place, sessions, pages)

    def _show_sessions(
        self, block: PaperBlock, place: int, sessions: list[Session], pages: SheetPages
    ) -> None:
        """Show a row for each session of a day."""
        rows = self.session_rows[place]
        while len(rows) < len(sessions):
            row = SubRow(f"print_day_{place}_session_{len(rows)}")
            row.button.clicked.connect(partial(self._show_session, row))
            withhold("papers/sign_in/sign_in", row.button)
            block.rows.addWidget(row)
            rows.append(row)
        for index, row in enumerate(rows):
            row.setVisible(index < len(sessions))
            if index < len(sessions):
                self._fill_session(row, sessions[index], pages)

    def _fill_session(self, row: SubRow, session: Session, pages: SheetPages) -> None:
        number = self.tr("Session {number}").format(number=session.number)
        hours = self.context.formats.times(session.start, session.end)
        topic = session.topic.best(self.context.language.code)
        count = self.tr("%n page(s)", "", pages.sessions[session.key])
        second = " · ".join(part for part in (topic, count) if part)
        row.set_row(f"{number} · {hours}", second, self.tr("Show"))
        row.setProperty("session_number", session.number)

    def _show_sheet(self, day: date) -> None:
        self._order_sheet(self.context.formats.weekday_short(day), Chosen({ON_DAY: day}))

    def _show_session(self, row: SubRow) -> None:
        number = int(row.property("session_number"))
        self._order_sheet(self.tr("Session {number}").format(number=number), Chosen({OF_SESSION: number}))

    def _order_sheet(self, what: str, chosen: Chosen) -> None:
        words = f"{self.context.words(SIGN_IN.title)} · {what}"
        self.requested.emit(order_of(self.context, SIGN_IN, self.course, chosen, words))
