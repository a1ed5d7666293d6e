"""Cards of a course's overview: properties, next steps, trainers, learning, approval, what was sent."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from trainer_app.actions.base.workplace import ZONE
from trainer_app.actions.office import approvals
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.numbers import round_half_up
from trainer_app.domain.base.schema import typed_fields
from trainer_app.domain.courses.courses import Course, CourseStage, CourseState, CourseView, Teacher
from trainer_app.domain.evaluations.forms import Evaluation, Learning
from trainer_app.domain.evaluations.statistics import GainBand, band_of_gain
from trainer_app.domain.exchange.sending import ChangeState
from trainer_app.domain.office.approvals import CourseApproval
from trainer_app.domain.office.reports import FeedbackLine
from trainer_app.system import messages
from trainer_app.system.clock import civil_moment
from trainer_app.system.messages import label_text
from trainer_app.ui.courses.wording import CourseWording
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.forms import WaitsNote
from trainer_app.ui.kit.history_panel import STATE_CHIPS
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.style.tokens import CARD_PADDING, LIST_ROW
from trainer_app.ui.widgets.cards import Card, IconMark, TwoLines, ValueRow
from trainer_app.ui.widgets.controls import Button, ButtonKind, IconButton
from trainer_app.ui.widgets.flow import FlowRow, stand_at_least
from trainer_app.ui.widgets.indicators import Chip, ShareBar
from trainer_app.ui.widgets.labels import FittingLabel, Retranslated, label

_TOGETHER = frozenset(("first_day", "last_day", "town", "district", "share_limit", "test_limit"))
"""Fields that stand in the head of the page, or with another one."""
_SHOWN = ("code", "kind", "project", "venue", "languages", "rule", "capacity", "late_after")
_OTHERS = tuple(
    name
    for name, field in typed_fields("course").items()
    if not field.language and name not in (*_SHOWN, *_TOGETHER)
)
"""Fields that are shown as they were typed, below those that this card words."""
_NAMES = (*_SHOWN, *_OTHERS)


class FactsCard(Retranslated, Card):
    """A quiet name over each value, so that long titles have the whole width."""

    def __init__(self, wording: CourseWording) -> None:
        super().__init__("facts")
        self._wording = wording
        self._view: CourseView | None = None
        self._stage = CourseStage.PLANNED
        self.chip = Chip("facts_stage")
        self.add_to_head(self.chip)
        body = self.add_body()
        body.setSpacing(0)
        self.names = {name: label("caption", f"facts_{name}_name") for name in _NAMES}
        self.values = {name: label("body", f"facts_{name}_value", wrap=True) for name in _NAMES}
        for index, name in enumerate(_NAMES):
            if index:
                body.addSpacing(8)
            body.addWidget(self.names[name])
            body.addWidget(self.values[name])
        self.evidence = Button("facts_evidence", ButtonKind.GHOST, "folder")
        self._foot = QWidget()
        self._foot.setObjectName("facts_foot")
        foot = FlowRow(self._foot)
        foot.setContentsMargins(CARD_PADDING - 10, 6, CARD_PADDING, 6)
        foot.addWidget(self.evidence)
        foot.addStretch(1)
        self.add_row(self._foot)
        self.retranslate()

    def offer_evidence(self, *, shown: bool) -> None:
        """Offer evidence of the course, or do not."""
        self.show_row(self._foot, shown=shown)

    def show_course(self, view: CourseView, stage: CourseStage) -> None:
        """Show a course and how far it has come."""
        self._view, self._stage = view, stage
        course, words = view.course, self._wording
        tone, state, icon = words.stage(stage)
        self.chip.set_chip(state, tone, icon)
        # A town of republican rank is its own district.
        place = ", ".join(
            dict.fromkeys(part for part in (course.town, course.district, course.venue) if part)
        )
        shown = {
            "code": course.code,
            "kind": words.kind(course.kind),
            "project": words.project(view.project) if view.project else "",
            "venue": place,
            "languages": words.languages(course.languages),
            "rule": words.rule(course.rule),
            "capacity": str(course.capacity or ""),
            "late_after": self.tr("{minutes} min after the start").format(minutes=course.late_after),
        }
        shown |= {name: str(getattr(course, name) or "") for name in _OTHERS}
        for name, text in shown.items():
            self.values[name].setText(text)
            self.values[name].setAccessibleName(f"{self.names[name].text()}: {text}")
            for part in (self.names[name], self.values[name]):
                part.setVisible(bool(text))

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("The course"))
        self.evidence.setText(self.tr("Evidence…"))
        self.evidence.setToolTip(self.tr("A signed folder for an auditor: sheets, marks, decisions, figures"))
        words = {
            **{name: self._wording.field(name) for name in _NAMES if name != "rule"},
            "venue": self.tr("Place"),
            "rule": self.tr("Certificate of completion for"),
            "late_after": self.tr("A scanned badge is late"),
        }
        for name, text in words.items():
            self.names[name].setText(text)
        if self._view is not None:
            self.show_course(self._view, self._stage)


class NextStepsCard(Retranslated, Card):
    """`requested` gives the tab where the next thing is done, "teachers" for a form of the overview."""

    requested = Signal(str)

    def __init__(self) -> None:
        super().__init__("overview_next")
        self._missing: tuple[str, ...] = ()
        self.text = label("body", "overview_next_text", wrap=True)
        self.buttons = {
            "schedule": Button("next_sessions", ButtonKind.PLAIN, "today"),
            "participants": Button("next_participants", ButtonKind.PLAIN, "people"),
            "teachers": Button("next_teachers", ButtonKind.PLAIN, "adduser"),
        }
        body = self.add_body()
        line = FlowRow()
        line.setSpacing(8)
        for name, button in self.buttons.items():
            line.addWidget(button)
            button.clicked.connect(lambda _on=False, name=name: self.requested.emit(name))
            if name == "teachers":
                withhold("courses/teachers/assign", button)
        line.addStretch(1)
        body.addWidget(self.text)
        body.addSpacing(10)
        body.addLayout(line)
        self.retranslate()
        self.hide()

    def show_missing(self, counts: Mapping[str, int], *, wanted: bool) -> None:
        """Show what a course lacks, the next step first; hide when nothing is missing or it is closed."""
        self._missing = tuple(name for name in self.buttons if wanted and counts[name] == 0)
        for name, button in self.buttons.items():
            button.setVisible(name in self._missing)
            first = bool(self._missing) and name == self._missing[0]
            button.set_kind(ButtonKind.PRIMARY if first else ButtonKind.PLAIN)
        self.setVisible(bool(self._missing))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("What comes next"))
        said = {
            "schedule": self.tr("Plan the sessions: then people can be marked and papers printed."),
            "participants": self.tr("Add the participants, one by one or from the nomination list."),
            "teachers": self.tr(
                "Choose the trainers: their names appear on sessions, papers and certificates."
            ),
        }
        self.text.setText(said[self._missing[0]] if self._missing else "")
        self.buttons["schedule"].setText(self.tr("Plan the sessions"))
        self.buttons["participants"].setText(self.tr("Add participants"))
        self.buttons["teachers"].setText(self.tr("Assign trainers"))


_BUTTON = 32


class TeacherRow(QWidget):
    """One person and role."""

    def __init__(self, place: int) -> None:
        name = f"teacher_{place}"
        super().__init__()
        self.setObjectName(name)
        stand_at_least(self, LIST_ROW)
        self.words = TwoLines(f"{name}_words")
        self.change = IconButton(f"{name}_change", "pen", size=_BUTTON)
        self.remove = IconButton(f"{name}_remove", "close", size=_BUTTON)
        row = FlowRow(self)
        row.setContentsMargins(CARD_PADDING, 0, CARD_PADDING - 8, 0)
        row.setSpacing(4)
        row.addWidget(IconMark(f"{name}_icon", "user"))
        row.addSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.change)
        row.addWidget(self.remove)


class TeachersCard(Retranslated, Card):
    """Emits what a person wants; the tab does it."""

    assign_requested = Signal()
    change_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, wording: CourseWording) -> None:
        super().__init__("teachers")
        self._wording = wording
        self._teachers: tuple[Teacher, ...] = ()
        self.rows: list[TeacherRow] = []
        self.assign = Button("teachers_assign", ButtonKind.GHOST, "adduser")
        self.assign.clicked.connect(self.assign_requested)
        withhold("courses/teachers/assign", self.assign)
        self.nobody = label("second", "teachers_nobody", wrap=True)
        self.add_to_head(self.assign)
        self.head.setContentsMargins(CARD_PADDING, 0, CARD_PADDING - 10, 0)
        self.add_body().addWidget(self.nobody)
        self.retranslate()

    def show_teachers(self, teachers: tuple[Teacher, ...]) -> None:
        """Show who works at the course."""
        self._teachers = teachers
        while len(self.rows) < len(teachers):
            place = len(self.rows)
            row = TeacherRow(place)
            row.change.clicked.connect(lambda _on=False, at=place: self._emit_change(at))
            row.remove.clicked.connect(lambda _on=False, at=place: self._emit_remove(at))
            withhold("courses/teachers/assign", row.change)
            withhold("courses/teachers/unassign", row.remove)
            self.rows.append(row)
            self.add_row(row)
        for place, row in enumerate(self.rows):
            self.show_row(row, shown=place < len(teachers))
        body = self.nobody.parentWidget()
        if body is not None:
            self.show_row(body, shown=not teachers)
        for row, teacher in zip(self.rows, teachers, strict=False):
            row.words.set_lines(teacher.name, self._wording.role(teacher.role))
            row.change.set_words(self.tr("Change the role: {name}").format(name=teacher.name))
            row.remove.set_words(self.tr("Remove from the course: {name}").format(name=teacher.name))

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Trainers"))
        self.assign.setText(self.tr("Assign"))
        self.nobody.setText(
            self.tr("Nobody is assigned yet. Their names are printed on papers and certificates.")
        )
        self.show_teachers(self._teachers)

    def _emit_change(self, place: int) -> None:
        self.change_requested.emit(self._teachers[place])

    def _emit_remove(self, place: int) -> None:
        self.remove_requested.emit(self._teachers[place])


_QUESTIONS = 6
_BAR, _VALUE = 96, 46


class QuestionRow(QWidget):
    """One statement and how many agree with it."""

    def __init__(self, place: int) -> None:
        name = f"learning_question_{place}"
        super().__init__()
        self.setObjectName(name)
        self.setMinimumHeight(25)
        self.words = FittingLabel("body", f"{name}_words")
        self.bar = ShareBar(f"{name}_bar", _BAR)
        self.value = label("body_strong", f"{name}_value")
        self.value.setMinimumWidth(_VALUE)
        row = FlowRow(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.bar)
        row.addWidget(self.value)


class LearningSummaryCard(Retranslated, Card):
    """Hidden while there is neither a pair of tests nor a summary of feedback to show."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("learning")
        self._context = context
        self._shown: Evaluation | None = None
        self._lines: tuple[FeedbackLine, ...] = ()
        self.values = [ValueRow(f"learning_{name}") for name in ("pre", "post", "gain", "normalised")]
        self.pairs = label("caption", "learning_pairs", wrap=True)
        self.questions = [QuestionRow(place) for place in range(_QUESTIONS)]
        self.feedback_title = label("row_title", "learning_feedback_title")
        self.feedback_note = label("caption", "learning_feedback_note", wrap=True)
        self._tests = self._section((*self.values, self.pairs))
        self._feedback = self._section((self.feedback_title, *self.questions, self.feedback_note))
        self.retranslate()

    def _section(self, parts: tuple[QWidget, ...]) -> QWidget:
        """Add a row that holds the parts, and return it."""
        holder = QWidget()
        body = QVBoxLayout(holder)
        body.setContentsMargins(CARD_PADDING, 14, CARD_PADDING, 14)
        body.setSpacing(4)
        for part in parts:
            body.addWidget(part)
        self.add_row(holder)
        return holder

    def show_evaluation(self, evaluation: Evaluation | None, feedback: Sequence[FeedbackLine] = ()) -> None:
        """Show what there is: the tests, and the scales of the feedback that have enough answers."""
        self._shown, self._lines = evaluation, tuple(feedback)
        matched = evaluation is not None and evaluation.result.matched > 0
        shown = [line for line in feedback if line.scale is not None and line.scale.answers]
        if evaluation is not None and matched:
            self._show_result(evaluation.result)
        self._show_feedback(shown)
        self.show_row(self._tests, shown=matched)
        self.show_row(self._feedback, shown=bool(shown))
        self.setVisible(matched or bool(shown))

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("What was learnt"))
        self.feedback_title.setText(self.tr("Feedback"))
        self.feedback_note.setText(self.tr("Share of sheets with one of the two best answers"))
        self.show_evaluation(self._shown, self._lines)

    def _show_result(self, result: Learning) -> None:
        formats = self._context.formats
        pre, post, gain, normalised = self.values
        pre.set_value(self.tr("Pre-test, mean of those with both"), formats.share(result.pre_mean or 0))
        post.set_value(self.tr("Post-test, mean of those with both"), formats.share(result.post_mean or 0))
        gain.set_value(self.tr("Gain, percentage points"), formats.change(result.gain_points or 0))
        normalised.setVisible(result.hake_g is not None)
        if result.hake_g is not None:
            shown = formats.decimal_number(result.hake_g * 100)
            normalised.set_value(self.tr("Normalised gain"), f"{shown} · {self._band(result.hake_g)}")
        pairs = self.tr("%n participant(s) with both tests", "", result.matched)
        alone = result.only_pre + result.only_post
        only = self.tr("with one test only: %n", "", alone) if alone else ""
        self.pairs.setText(" · ".join(part for part in (pairs, only) if part))

    def _show_feedback(self, lines: Sequence[FeedbackLine]) -> None:
        formats, language = self._context.formats, self._context.language.code
        for row, line in zip(self.questions, lines, strict=False):
            share = (line.scale.top if line.scale else None) or Fraction(0)
            words = line.statement.best(language)
            row.words.setText(words)
            row.value.setText(formats.share(share))
            row.bar.set_share(round_half_up(share), None, f"{words}: {formats.share(share)}")
        for index, row in enumerate(self.questions):
            row.setVisible(index < len(lines))

    def _band(self, gain: Fraction) -> str:
        return {
            GainBand.LOSS: self.tr("loss"),
            GainBand.LOW: self.tr("low"),
            GainBand.MEDIUM: self.tr("medium"),
            GainBand.HIGH: self.tr("high"),
        }[band_of_gain(gain)]


_WAITING = (ChangeState.UNSENT, ChangeState.SENT, ChangeState.RECEIVED)


class SyncCard(Retranslated, Card):
    """Only on a trainer's laptop that has an office. `requested` leads to where files are sent."""

    requested = Signal()

    def __init__(self, context: AppContext) -> None:
        super().__init__("overview_way")
        self._context = context
        self._counts: Mapping[ChangeState, int] = {}
        self.send = Button("overview_way_send", ButtonKind.GHOST, "send")
        self.send.clicked.connect(self.requested)
        self.add_to_head(self.send)
        self.head.setContentsMargins(CARD_PADDING, 0, CARD_PADDING - 10, 0)
        self.chips = {state: Chip(f"overview_way_{state.value}") for state in _WAITING}
        self.safe = label("second", "overview_way_safe", wrap=True)
        body = self.add_body()
        body.setSpacing(8)
        for chip in self.chips.values():
            body.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        body.addWidget(self.safe)
        self.retranslate()
        self.hide()

    def show_counts(self, counts: Mapping[ChangeState, int]) -> None:
        """Show how many changes of the course are in each state; none of them: all are safe."""
        self._counts = counts
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Your changes in this course"))
        self.send.setText(self.tr("Send"))
        self.send.setVisible(ChangeState.UNSENT in self._counts)
        self.safe.setText(self.tr("None waits to be sent: what you changed here is safe at the office."))
        self.safe.setVisible(not self._counts)
        for state, chip in self.chips.items():
            tone, icon = STATE_CHIPS[state]
            words = label_text(Label(f"sending.state.{state.value}"), self._context.language.code)
            chip.set_chip(f"{self._context.formats.number(self._counts.get(state, 0))} · {words}", tone, icon)
            chip.setVisible(state in self._counts)
        said = [chip.text() for state, chip in self.chips.items() if state in self._counts]
        self.setAccessibleDescription(". ".join(said or [self.safe.text()]))


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
        self.reopened = label("second", "approval_reopened", wrap=True)
        self.reason = label("second", "approval_reason", wrap=True)
        self.print_ = label("caption", "approval_fingerprint", wrap=True)
        self.since = label("body", "approval_since", wrap=True)
        self.changes = label("second", "approval_changes", wrap=True)
        self.waits = WaitsNote("approval_waits", context)
        self.button = Button("approval_decide", ButtonKind.PLAIN, "okcircle")
        self.button.clicked.connect(self.requested)
        body = self.add_body()
        body.setSpacing(6)
        for part in (
            self.closed,
            self.open,
            self.reopened,
            self.approved,
            self.reason,
            self.print_,
            self.since,
            self.changes,
            self.waits,
            self.button,
        ):
            body.addWidget(part)
        self.retranslate()

    def show_course(self, course: Course, found: CourseApproval, *, decides: bool) -> None:
        """Show how a course stands. `decides`: the office sits here, which may approve it."""
        self._course, self._found, self._decides = course, found, decides
        self.waits.show_subject(course.key)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Closing and approval"))
        course = self._course
        if course is None:
            return
        is_approved = course.state is CourseState.APPROVED
        self._say(self.closed, self._say_closed(course))
        left = self.tr("Left open: {open}.").format(open=self._left(course))
        if course.left_open_reason:
            left += "\n" + self.tr("Reason: {reason}").format(reason=course.left_open_reason)
        self._say(self.open, left if course.left_open else "")
        again = self.tr("Approval taken back: {reason}").format(reason=course.reopened_reason)
        self._say(self.reopened, again if course.reopened_reason and not is_approved else "")
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
        words = self.tr("Closed {when} by {who}")
        return words.format(when=self._moment(course.closed_at), who=course.closed_by or "–")

    def _say_approved(self) -> str:
        found = self._found.approval
        assert found is not None
        words = self.tr("As approved {when} by {who}")
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
