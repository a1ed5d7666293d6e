"""How a course was closed and approved: who answers for it, what was left open, what changed afterwards."""

import re
from typing import override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from trainer_app.actions.base.workplace import ZONE
from trainer_app.actions.office import approvals
from trainer_app.domain.base.changes import Label
from trainer_app.domain.courses.courses import Course, CourseState
from trainer_app.domain.office.approvals import CourseApproval
from trainer_app.system import messages
from trainer_app.system.clock import civil_moment
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.labels import Retranslated, label

_MOST = 8
"""Later changes that the card names; it says how many there are."""


class ApprovalCard(Retranslated, Card):
    """Shown once a course is closed. `requested` asks to approve it, or to take the approval back."""

    requested = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__("approval")
        self._context = context
        self._course: Course | None = None
        self._found = CourseApproval()
        self._decides = False
        self.closed = label("body", "approval_closed", wrap=True)
        self.open = label("second", "approval_open", wrap=True)
        self.approved = label("body_strong", "approval_approved", wrap=True)
        self.reason = label("second", "approval_reason", wrap=True)
        self.print_ = label("caption", "approval_fingerprint", wrap=True)
        self.since = label("body", "approval_since", wrap=True)
        self.changes = label("second", "approval_changes", wrap=True)
        self.button = Button("approval_decide", ButtonKind.PLAIN, "okcircle")
        self.button.clicked.connect(self.requested)
        body = self.add_body()
        body.setSpacing(6)
        for part in (
            self.closed,
            self.open,
            self.approved,
            self.reason,
            self.print_,
            self.since,
            self.changes,
            self.button,
        ):
            body.addWidget(part)
        self.retranslate()

    def show_course(self, course: Course, found: CourseApproval, *, decides: bool) -> None:
        """Show how a course stands. `decides`: the office sits here, which may approve it."""
        self._course, self._found, self._decides = course, found, decides
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Closing and approval"))
        course = self._course
        if course is None:
            return
        is_approved = course.state is CourseState.APPROVED
        self._say(self.closed, self._say_closed(course))
        left = self.tr("Left open: {open}. {reason}").format(
            open=self._left(course), reason=course.left_open_reason
        )
        self._say(self.open, left.strip() if course.left_open else "")
        found = self._found.approval
        told = found is not None and is_approved
        self._say(self.approved, self._say_approved() if told else "")
        reason = approvals.reasoned(found) if found is not None else None
        self._say(self.reason, self._words(reason) if told and reason is not None else "")
        # In groups: a line can be broken between them, and a person can compare them.
        digits = " ".join(re.findall(".{1,8}", found.fingerprint)) if found is not None else ""
        self._say(self.print_, self.tr("Fingerprint {digits}").format(digits=digits) if told else "")
        self._say(self.since, self._words(approvals.changed(self._found)) if told else "")
        later = self._found.changes if told else ()
        lines = [f"– {self._line(each.where, each.what, each.user)}" for each in later[:_MOST]]
        self._say(self.changes, "\n".join(lines))
        self.button.setText(self.tr("Take the approval back…") if is_approved else self.tr("Approve…"))
        self.button.setVisible(self._decides)

    def _say_closed(self, course: Course) -> str:
        if course.closed_at is None:
            return ""
        words = self.tr("Closed on {when} by {who}")
        return words.format(when=self._moment(course.closed_at), who=course.closed_by or "–")

    def _say_approved(self) -> str:
        found = self._found.approval
        assert found is not None
        words = self.tr("As approved on {when} by {who}")
        return words.format(when=self._moment(found.at), who=found.by or "–")

    def _left(self, course: Course) -> str:
        said = (each.rpartition(" ") for each in course.left_open)
        return ", ".join(
            self._words(Label(f"approval.open.{matter}", {"count": count})) for matter, _, count in said
        )

    def _line(self, where: Label, what: Label, who: str) -> str:
        return f"{self._words(where)}: {self._words(what)} ({who})"

    def _words(self, words: Label) -> str:
        return messages.label_text(words, self._context.language.code)

    def _moment(self, millis: int) -> str:
        return self._context.formats.moment(civil_moment(millis, ZONE), self._context.today())

    @staticmethod
    def _say(part: QLabel, text: str) -> None:
        part.setText(text)
        part.setVisible(bool(text))
