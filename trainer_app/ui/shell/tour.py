"""The first-day tour: a strip below the page that tells the next step and sees when it is done.

It covers nothing, asks nothing and holds nothing up: one works as always, and each of the eight steps is
ticked when the data say that it was done. Closed, it keeps what was reached and goes on from there. Whoever
opens a practice course is offered it there, until they say whether they want it.
"""

from functools import partial
from typing import override

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from trainer_app.actions.today import tour
from trainer_app.domain.base.changes import Changes
from trainer_app.system.preferences import Preferences
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.style import theme
from trainer_app.ui.style.theme import tokens
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton
from trainer_app.ui.widgets.labels import Painted, Retranslated, announce, label
from trainer_app.ui.widgets.presses import LeftByEscape

_DOT, _GAP = 16, 4


class TourDots(Painted):
    """One dot for each step, with a tick when it is done; the present one has a ring."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._done: tuple[bool, ...] = ()

    def show_done(self, done: tuple[bool, ...], spoken: str) -> None:
        """Show which steps are done."""
        self._done = done
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all dots."""
        return QSize(len(self._done) * (_DOT + _GAP), _DOT + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw them."""
        scheme, painter = tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        present = self._done.index(False) if False in self._done else -1
        for place, done in enumerate(self._done):
            box = QRectF(place * (_DOT + _GAP) + 1, 1, _DOT - 2, _DOT - 2)
            ink = scheme.accent if place == present else scheme.line2
            painter.setPen(Qt.PenStyle.NoPen if done else QPen(QColor(ink), 2))
            painter.setBrush(QColor(scheme.present) if done else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box)
            if done:
                theme.draw(painter, "check", box.adjusted(2, 2, -2, -2), "surface")


class TourStrip(LeftByEscape, Retranslated, QFrame):
    """The tour, or the offer of it. `ended`: it was left, or closed when all was done, or is not wanted."""

    ended = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.setObjectName("tour")
        self.setProperty("role", "tour")
        self._context, self._course, self._offering = context, "", False
        kept = context.preferences.now
        self._mark = tour.read_mark(kept.tour_mark)
        self._done = set(kept.tour_done.split()) if self._mark is not None else set[str]()
        self.title = label("caption_strong", "tour_title", wrap=True)
        self.dots = TourDots("tour_dots")
        self.words = label("body_strong", "tour_words", wrap=True)
        self.show_button = Button("tour_show", ButtonKind.CHOICE)
        self.show_button.clicked.connect(self._lead)
        self.again = Button("tour_again", ButtonKind.GHOST)
        self.again.clicked.connect(self._begin_anew)
        self.leave_button = IconButton("tour_leave", "close", size=32)
        self.leave_button.clicked.connect(self.leave)
        self.not_now = Button("tour_not_now", ButtonKind.GHOST)
        self.not_now.clicked.connect(self.leave)
        self.start_button = Button("tour_start", ButtonKind.CHOICE)
        self.start_button.clicked.connect(self._start)
        self._lay_out()
        context.changes.announced.connect(self._hear)
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        # The dots first: beside the help the title takes a second line, and nothing of it is cut.
        head.addWidget(self.dots, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.title, 1)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addLayout(head)
        words.addWidget(self.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 12, 10)
        row.setSpacing(10)
        row.addLayout(words, 1)
        row.addWidget(self.not_now)
        row.addWidget(self.start_button)
        row.addWidget(self.again)
        row.addWidget(self.show_button)
        row.addWidget(self.leave_button)

    def offer(self) -> None:
        """Ask, and hold nothing up by it, whether the tour is wanted: it stands there until that is said."""
        self._offering = True
        self._tell()
        self.show()

    def showEvent(self, event: QShowEvent) -> None:
        """Let the offer be heard where it is not seen."""
        super().showEvent(event)
        if self._offering:
            announce(self, f"{self.title.text()} {self.words.text()}")

    def _start(self) -> None:
        self.begin()
        self.show_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answered(self) -> None:
        self._offering = False
        self._context.preferences.change(Preferences.tour_offered, value=True)

    def begin(self) -> None:
        """Take the tour up where it was left, or begin it."""
        self._answered()
        if self._mark is None or self.whole:
            self._begin_anew()
        self._context.preferences.change(Preferences.tour_open, value=True)
        self._look()
        self.show()

    def leave(self) -> None:
        """Put it away; what was reached is kept."""
        self._answered()
        self._context.preferences.change(Preferences.tour_open, value=False)
        self.hide()
        self.ended.emit()

    @property
    def whole(self) -> bool:
        """Tell whether every step is done."""
        return self.present() is None

    def present(self) -> tour.TourStep | None:
        """Return the first step that is not done; None when all are."""
        return next((step for step in tour.STEPS if step.name not in self._done), None)

    def note_course(self, key: str) -> None:
        """Note that a course is open: the steps that follow lead into it."""
        self._course = key
        self.note(tour.COURSE)

    def note(self, name: str) -> None:
        """Note a step that the window sees and the data do not tell."""
        if self._watches():
            self._add({name})

    @override
    def retranslate(self) -> None:
        self.again.setText(self.tr("Once more"))
        self.show_button.setText(self.tr("Go there"))
        self.leave_button.set_words(self.tr("Leave the tour: it can be taken up again from the help"))
        self.start_button.setText(self.tr("Start the tour"))
        self.not_now.setText(self.tr("Not now"))
        self.not_now.setToolTip(self.tr("The tour can be started from the help at any time"))
        self._tell()

    def _begin_anew(self) -> None:
        self._mark, self._done = tour.begin(self._context.work), set()
        self._context.preferences.change(Preferences.tour_mark, self._mark.text)
        self._add(set())

    def _hear(self, _changes: Changes, _source: object) -> None:
        if self._watches():
            self._look()

    def _watches(self) -> bool:
        return not (self.isHidden() or self._offering)

    def _look(self) -> None:
        mark = self._mark
        if mark is not None:
            self._add(self._context.ask(partial(tour.done_since, mark=mark)) or frozenset())

    def _add(self, names: set[str] | frozenset[str]) -> None:
        new = names - self._done
        self._done |= names
        self._context.preferences.change(Preferences.tour_done, " ".join(sorted(self._done)))
        self._tell()
        if new and not self.isHidden():
            announce(self, f"{self.title.text()}. {self.words.text()}")

    def _tell(self) -> None:
        step, count = self.present(), sum(each.name in self._done for each in tour.STEPS)
        of = self.tr("First-day tour: {done} of {all} done").format(done=count, all=len(tour.STEPS))
        if not count:
            counts = self.tr(
                "First-day tour, {all} steps: each counts once you have done it yourself, from now on"
            )
            of = counts.format(all=len(tour.STEPS))
        said = self._step_words(step.name) if step else self.tr("That was a whole day. Well done!")
        if self._offering:
            of = self.tr("For the first time here?")
            said = self.tr(
                "A tour leads through a trainer's first day in {all} steps, on this practice course. It "
                "tells what comes next; you can leave it at any time."
            ).format(all=len(tour.STEPS))
        self.title.setText(of)
        self.setAccessibleName(of)
        self.setAccessibleDescription(said)
        self.words.setText(said)
        self.dots.show_done(tuple(each.name in self._done for each in tour.STEPS), of)
        self.show_button.setVisible(step is not None and not self._offering)
        self.again.setVisible(step is None and not self._offering)
        self.leave_button.setVisible(not self._offering)
        self.dots.setVisible(not self._offering)
        for answer in (self.start_button, self.not_now):
            answer.setVisible(self._offering)

    def _step_words(self, name: str) -> str:
        return {
            "course": self.tr("Open a course, or make one."),
            "person": self.tr("Add a person to the list of participants."),
            "sheet": self.tr("Look at the sign-in sheet, then print it or save it as PDF."),
            "mark": self.tr("Mark one person as late and type the minutes."),
            "rest": self.tr("Mark the rest of a session present with one press."),
            "test": self.tr("Type somebody's points or answers in the test."),
            "certificate": self.tr("Issue a certificate. Whoever was just added may need “Decide by hand”."),
            "send": self.tr("Write a file for the office to a folder or a USB stick."),
        }[name]

    def _lead(self) -> None:
        step = self.present()
        if step is None:
            return
        if step.tab and self._course:
            self._context.go(step.screen, course=self._course, tab=step.tab)
        else:
            self._context.go(step.screen)
