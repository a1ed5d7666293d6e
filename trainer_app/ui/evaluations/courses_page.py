"""All courses with their tests, gains and feedback; each opens its own tab."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from trainer_app.actions import evaluations
from trainer_app.actions.evaluations import CourseEvaluation, Overview
from trainer_app.domain.changes import Changes
from trainer_app.domain.learning import MIN_ANSWERS, band
from trainer_app.ui.evaluations import words
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.language import Formats
from trainer_app.ui.shell.screen import Screen
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.chips import Tone
from trainer_app.ui.widgets.empty import EmptyState
from trainer_app.ui.widgets.models import Column, Look, RowsModel
from trainer_app.ui.widgets.page import Page
from trainer_app.ui.widgets.table import TableView


class CoursesPage(Screen):
    """A table of courses. Enter opens a course's tests; the buttons open results, tests or feedback."""

    counted = Signal()
    """`summary` says something else."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("evaluations_courses", desk)
        self.overview = Overview((), evaluations.overview(desk.work).result)
        self.card = Card("evaluations_card")
        self.view = TableView("evaluations_table")
        self.model = RowsModel[CourseEvaluation](
            "evaluations_model", self._columns(), lambda row: row.line.course.key, self
        )
        self.results = Button("evaluations_open_results", Kind.PRIMARY, "evaluations")
        self.tests = Button("evaluations_open_tests", Kind.PLAIN)
        self.feedback = Button("evaluations_open_feedback", Kind.PLAIN)
        self.empty = EmptyState("evaluations_empty", "evaluations")
        self.to_courses = Button("evaluations_to_courses", Kind.PRIMARY, "courses")
        self.empty.add_button(self.to_courses)
        self.body = QStackedWidget()
        self.body.setObjectName("evaluations_body")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _columns(self) -> tuple[Column[CourseEvaluation], ...]:
        formats = self._formats
        return (
            Column(
                "code", lambda: self.tr("Course"), lambda row: row.line.course.code, 116, look=Look.STRONG
            ),
            Column("title", lambda: self.tr("Title"), self._title),
            Column("days", lambda: self.tr("Days"), self._days, 190, look=Look.QUIET),
            Column("pre", words.pre_short, lambda row: _of(row.pre_tests, row), 86, right=True),
            Column("post", words.post_short, lambda row: _of(row.post_tests, row), 90, right=True),
            Column("pairs", lambda: self.tr("Both"), lambda row: str(row.result.matched), 64, right=True),
            Column(
                "gain",
                lambda: self.tr("Gain, points"),
                lambda row: words.difference(row.result.gain_points, formats(), 1),
                112,
                right=True,
            ),
            Column("g", lambda: self.tr("g (Hake)"), self._gain, 128, chip=self._gain_chip),
            Column("sheets", lambda: self.tr("Feedback"), self._sheets, 92, right=True),
        )

    def _lay_out(self) -> None:
        self.card.add_row(self.view)
        self.view.show_model(self.model)
        self.view.fit_to_rows(13)
        holder = QWidget()
        holder.setObjectName("evaluations_list")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addStretch(1)
        self.body.addWidget(holder)
        self.body.addWidget(self.empty)
        page = Page("evaluations_page")
        page.column.setContentsMargins(0, 0, 0, 0)
        page.column.addWidget(self.body, 1)
        self.column.addWidget(page)

    def _connect(self) -> None:
        self.view.opened.connect(lambda _row: self._open("tests"))
        self.view.selectionModel().currentChanged.connect(lambda *_: self._show_choice())
        self.results.clicked.connect(self._open_results)
        self.tests.clicked.connect(lambda: self._open("tests"))
        self.feedback.clicked.connect(lambda: self._open("feedback"))
        self.to_courses.clicked.connect(lambda: self.desk.go("courses"))

    def refresh(self) -> None:
        """Read all courses anew."""
        found = self.desk.ask(evaluations.overview)
        if found is None:
            return
        self.overview = found
        kept = self._chosen()
        self.model.set_rows(found.courses)
        self.body.setCurrentIndex(0 if found.courses else 1)
        row = self.model.place(kept) if kept else None
        self.view.selectRow(row if row is not None else 0)
        self._show_choice()
        self.counted.emit()

    def concerns(self, changes: Changes) -> bool:
        """Listen to papers, feedback, courses and lists."""
        return changes.touches("paper", "answer", "feedback_paper", "course", "enrolment")

    def first_focus(self) -> QWidget:
        """Start in the table."""
        return self.view if self.overview.courses else self.to_courses

    def retranslate(self) -> None:
        """Set every word that does not depend on data."""
        self.card.set_title(self.tr("Courses"))
        self.view.setAccessibleName(self.tr("Courses with their evaluations"))
        self.results.setText(self.tr("Results"))
        self.tests.setText(self.tr("Open the tests"))
        self.feedback.setText(self.tr("Open the feedback"))
        self.to_courses.setText(self.tr("Go to the courses"))
        self.empty.set_words(
            self.tr("No course yet"),
            self.tr(
                "Tests and feedback are typed into a course. Create one or take in a file of the office."
            ),
        )

    def own_buttons(self) -> Sequence[QWidget]:
        """Return every button that may stand in the head."""
        return (self.feedback, self.tests, self.results)

    def head_buttons(self) -> Sequence[QWidget]:
        """Return what stands in the head while this page is open, the primary one last."""
        return self.own_buttons() if self.overview.courses else ()

    def summary(self) -> str:
        """Say what all courses add up to."""
        result, formats = self.overview.result, self.desk.formats
        if result.matched and result.gain_points is not None:
            return self.tr("All courses: {pairs} with both tests, {gain} points, g {g}").format(
                pairs=formats.number(result.matched),
                gain=words.difference(result.gain_points, formats, 1),
                g=words.gain(result.hake_g, formats),
            )
        return self.tr("Tests before and after, and what the participants say")

    def _show_choice(self) -> None:
        chosen = bool(self._chosen())
        for button in (self.tests, self.feedback):
            button.setEnabled(chosen)

    def _chosen(self) -> str:
        index = self.view.currentIndex()
        return self.model.key(index.row()) if index.isValid() else ""

    def _open(self, tab: str) -> None:
        if self._chosen():
            self.desk.go("courses", course=self._chosen(), tab=tab)

    def _open_results(self) -> None:
        self.desk.go("evaluations", page="results", course=self._chosen())

    def _formats(self) -> Formats:
        return self.desk.formats

    def _title(self, row: CourseEvaluation) -> str:
        return row.line.course.title.best(self.desk.language.code)

    def _days(self, row: CourseEvaluation) -> str:
        course = row.line.course
        return self.desk.formats.days(course.first_day, course.last_day)

    def _gain(self, row: CourseEvaluation) -> str:
        value = row.result.hake_g
        if value is None:
            return words.DASH
        return f"{words.gain(value, self.desk.formats)} {words.band_word(band(value))}"

    def _gain_chip(self, row: CourseEvaluation) -> tuple[Tone, str, str] | None:
        value = row.result.hake_g
        return None if value is None else (words.band_tone(band(value)), self._gain(row), "")

    def _sheets(self, row: CourseEvaluation) -> str:
        if 0 < row.answers < MIN_ANSWERS:
            return self.tr("under {least}").format(least=MIN_ANSWERS)
        return str(row.answers) if row.answers else words.DASH


def _of(count: int, row: CourseEvaluation) -> str:
    """Return "23/25"; a dash before the first paper."""
    return f"{count}/{row.people}" if count else words.DASH
