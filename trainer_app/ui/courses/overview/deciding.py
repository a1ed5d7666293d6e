"""Closing a course, approving it, and taking both back: what is asked before, and what is shown with it."""

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from trainer_app.actions.base.shown import MOVED
from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.courses import courses
from trainer_app.actions.office import approval
from trainer_app.actions.review import joint_decisions
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.joint import JointMatter
from trainer_app.domain.courses.courses import Course
from trainer_app.domain.office.approvals import OpenItem, reason_at_closing
from trainer_app.system import messages
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.forms import ReasonForm
from trainer_app.ui.kit.meanwhile import Look, ShownFigures
from trainer_app.ui.widgets.overlays import confirm

type _Act = Callable[[Workplace, str, str, str], Changes]
"""(work, course, reason, stamp of what was shown)."""


class CourseDecisions(QObject):
    """Asks over the page of a course, does what was decided, and offers to undo it."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("overview_deciding")
        self._context, self._host = context, host

    @cached_property
    def reason(self) -> ReasonForm:
        """Ask for the reason of a decision."""
        return ReasonForm(self._context, self._host)

    def does(self, *, open_again: bool) -> str:
        """Say what closing the course does, or opening it again."""
        if open_again:
            return self.tr(
                "It is not finished then until it is closed again. Its sessions stay locked, each of them."
            )
        return self.tr("All sessions are locked. A mark is changed only after opening its session again.")

    def open_again(self, course: str) -> None:
        """Ask whether a closed course is opened again."""
        context = self._context
        confirm(
            self._host.window(),
            self.tr("Open the course again?"),
            self.does(open_again=True),
            self.tr("Open again"),
            lambda: context.offer_undo(context.do(courses.reopen_course, course)),
            danger=False,
            name="reopen_question",
        )

    def close(self, course: Course) -> None:
        """Close a course that is over; what is open in it is shown, and why it may be is asked."""
        title, read = self.tr("Close the course"), partial(self._before_closing, course)
        found = read()
        if found is None:
            return
        act = partial(self._close_shown, course, found.stamp)
        if found.about:
            self._ask_why(title, course.key, approval.close, read, found)
        elif found.figures:
            window = self._host.window()
            confirm(window, title, found.after, title, act, danger=False, name="closing_question")
        else:
            act()

    def approve(self, course: Course, moved: str = "") -> None:
        """Approve a course for the office: the figures that are kept are shown, and what is open.

        `moved` says that it was to be approved with other figures.
        """
        title, read = self.tr("Approve the course"), partial(self._before_approving, course)
        found = read()
        if found is not None and found.about:
            self._ask_why(title, course.key, approval.approve, read, found, moved)
        elif found is not None:
            self._confirm(title, course, read, found, moved)

    def take_back(self, course: str) -> None:
        """Take an approval back, with a reason."""
        work = self._context.work
        self.reason.ask(
            self.tr("Take the approval back"),
            messages.label_text(joint_decisions.REOPEN_WORDS, self._context.language.code),
            self.tr("Take it back"),
            lambda reason: joint_decisions.decide(work, JointMatter.REOPEN, [course], reason),
            joint=True,
        )

    # What is shown

    def _before_closing(self, course: Course) -> Look | None:
        found = self._context.ask(approval.before_closing, course.key)
        return self._look(course, found, self.does(open_again=False)) if found is not None else None

    def _before_approving(self, course: Course) -> Look | None:
        found = self._context.ask(approval.before_approving, course.key, self._context.language.code)
        if found is None:
            return None
        lines = "\n".join(f"– {name}: {value}" for name, value in found.figures)
        kept = self.tr("These figures are kept as approved:\n{list}").format(list=lines)
        return self._look(course, found, "\n\n".join((*found.notes, kept)))

    def _look(self, course: Course, found: approval.ShownCourse, after: str) -> Look:
        """Return what is shown: above what is open, below the figures that are kept, or what closing does.

        A reason that was given for the very same at closing stands there already.
        """
        code = self._context.language.code
        said = [messages.label_text(each.label, code) for each in found.left]
        listed = "\n".join(f"– {each}" for each in said)
        about = self.tr("Still open:\n{list}\n\nSay why it may stay so, or leave it and look at it first.")
        asked = found.needs_reason
        if said and not asked:
            after = "\n\n".join((self.tr("Still open:\n{list}").format(list=listed), after))
        return Look(
            found.stamp,
            about.format(list=listed) if asked else "",
            after,
            {**dict(map(self._counted, found.left)), **dict(found.figures)},
            reason_at_closing(course, found.left),
        )

    def _counted(self, item: OpenItem) -> tuple[str, str]:
        """Return what is open, and apart from it how often: that is what changes."""
        said = messages.label_text(item.label, self._context.language.code)
        return said.partition(": ")[0], str(item.count)

    # How it is asked

    def _ask_why(
        self,
        title: str,
        course: str,
        act: _Act,
        read: Callable[[], Look | None],
        found: Look,
        moved: str = "",
    ) -> None:
        work = self._context.work
        then = partial(act, work, course)
        self.reason.open_shown(title, read, found, then, moved=moved)

    def _close_shown(self, course: Course, stamp: str) -> None:
        self._context.offer_undo(self._context.do(approval.close, course.key, "", stamp))

    def _confirm(
        self, title: str, course: Course, read: Callable[[], Look | None], found: Look, moved: str
    ) -> None:
        """Ask, where nothing is open; where that has changed when it is pressed, show it and ask anew."""

        def show(look: Look, words: str) -> None:
            asked.text.setText("\n\n".join(part for part in (words, look.about, look.after) if part))
            asked.setAccessibleDescription(asked.text.text())

        def agreed() -> None:
            shown.end()
            self._approve_shown(course, shown)

        host = self._host.window()
        asked = confirm(host, title, found.after, title, agreed, danger=False, name="approval_question")
        shown = ShownFigures(self._context, asked, found, read, show, asked.dismiss)
        show(found, moved)

    def _approve_shown(self, course: Course, shown: ShownFigures) -> None:
        """Approve what was shown; where it is something else by now, nothing is done and it is asked anew."""
        moved: list[TrainerError] = []

        def act(work: Workplace) -> Changes:
            try:
                return approval.approve(work, course.key, "", shown.stamp)
            except TrainerError as error:
                if error.code != MOVED:
                    raise
                moved.append(error)
                return Changes(Label(MOVED), None, frozenset())

        self._context.offer_undo(self._context.do(act))
        if moved:
            self.approve(course, self._context.words(MOVED))
