"""Page of Review: what another head of the office has to confirm, since it cannot be taken back."""

from typing import override

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.base import rights, users
from trainer_app.actions.review import joint_decisions
from trainer_app.actions.review.joint_decisions import JointLine
from trainer_app.domain.base.changes import Changes
from trainer_app.domain.base.joint import JointMatter
from trainer_app.domain.base.rights import Right
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import Layout, Note, Text
from trainer_app.ui.kit.forms import FieldsForm
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.review.wording import ReviewWording
from trainer_app.ui.widgets.cards import Card, NoteRow, ValueRow
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated, SentenceList, label
from trainer_app.ui.widgets.presses import LeftByEscape

_READABLE = 900
"""Pixels: on a large screen a line is no longer, and a value stands no farther from what it is of."""
_LONGEST_KEY = 200
_ROWS = ("who", "when", "reason", "reference")
_FORESEEN = ("happens", "goes", "stays", "elsewhere")
"""Lists of what it would do, in the order in which they stand."""


class JointPage(LeftByEscape, Retranslated, QWidget):
    """`confirmed`, `declined` and `withdrawn` are about the request shown; `later` leads back.

    `by_paper`: one's own request is to be confirmed with the office's key from paper.
    """

    confirmed = Signal()
    by_paper = Signal()
    declined = Signal()
    withdrawn = Signal()
    later = Signal()

    def __init__(self, context: AppContext, wording: ReviewWording) -> None:
        super().__init__()
        self.setObjectName("review_joint")
        self._context, self._wording = context, wording
        self.line: JointLine | None = None
        self.title = label("card_title", "review_joint_headline", wrap=True)
        self.about = label("second", "review_joint_about", wrap=True)
        self.card = Card("review_joint_card", titled=False)
        self.rows = {name: ValueRow(f"review_joint_{name}") for name in _ROWS}
        self.lists = {name: SentenceList(f"review_joint_{name}") for name in _FORESEEN}
        self.barred = NoteRow("review_joint_barred", "alert", "late")
        self.choose = Button("review_joint_choose", ButtonKind.PRIMARY, "key")
        self.choose.clicked.connect(lambda: context.go("settings", passphrase=True))
        self.confirm = Button("review_joint_confirm", ButtonKind.DANGER, "check")
        self.decline = Button("review_joint_decline", ButtonKind.PLAIN)
        self.withdraw = Button("review_joint_withdraw", ButtonKind.PLAIN, "undo")
        self.paper = Button("review_joint_paper", ButtonKind.PLAIN, "key")
        self.open = Button("review_joint_open", ButtonKind.GHOST)
        self.setMaximumWidth(_READABLE)
        self._lay_out()
        for button, signal in (
            (self.confirm, self.confirmed),
            (self.decline, self.declined),
            (self.withdraw, self.withdrawn),
            (self.paper, self.by_paper),
            (self.open, self._open_place),
        ):
            button.clicked.connect(signal)
        withhold("review/joint_decisions/confirm", self.confirm)
        withhold("review/joint_decisions/decline", self.decline)
        withhold("review/joint_decisions/withdraw", self.withdraw)
        withhold("review/joint_decisions/confirm_with_paper", self.paper)
        self.retranslate()

    def _lay_out(self) -> None:
        body = self.card.add_body()
        for row in self.rows.values():
            body.addWidget(row)
        lists = self.card.add_body()
        lists.setSpacing(14)
        for each in self.lists.values():
            lists.addWidget(each)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.about)
        foot = FlowRow()
        foot.setSpacing(8)
        for button in (self.choose, self.confirm, self.decline, self.withdraw, self.paper, self.open):
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(words)
        column.addWidget(self.card)
        column.addWidget(self.barred)
        column.addLayout(foot)
        column.addStretch(1)

    def show_line(self, line: JointLine) -> None:
        """Show a request."""
        self.line = line
        self.title.setText(self._wording.sentence(line.title))
        may = self._context.ask(rights.may, Right.DECIDE) is True
        self.about.setText(self._said(line, may=may))
        found = line.decision
        values = {
            "who": (self.tr("Asked by"), line.asked_by),
            "when": (self.tr("Asked", "when"), self._wording.moment(found.at)),
            "reason": (self.tr("Reason"), found.reason),
            "reference": (self.tr("Number"), found.reference),
        }
        for name, (caption, value) in values.items():
            self.rows[name].set_value(caption, value or "–")
        self.rows["reference"].setVisible(bool(found.reference))
        self._foresee(line)
        barred = self._bar(may=may)
        self.confirm.setVisible(not line.own and not barred)
        self.decline.setVisible(not line.own and not barred)
        self.withdraw.setVisible(line.own and not barred)
        self.paper.setVisible(line.own and not barred and not self._context.work.travels)
        self.open.setVisible(found.matter in (JointMatter.ERASE, JointMatter.REOPEN, JointMatter.VOID))
        self.setAccessibleName(self.title.text())

    def _open_place(self) -> None:
        """Show what the request is about: the person, the course or the register."""
        decision = self.line.decision if self.line is not None else None
        if decision is None or not decision.subjects:
            return
        if decision.matter == JointMatter.ERASE:
            self._context.go("people", person=decision.subjects[0])
        elif decision.matter == JointMatter.VOID:
            self._context.go("certificates", search=decision.subjects[0])
        else:
            self._context.go("courses", course=decision.subjects[0], tab="overview")

    def _bar(self, *, may: bool) -> bool:
        """Say what to do where who is here can sign nothing yet, in place of the buttons; tell whether so."""
        barred = (self._context.ask(users.cannot_sign) or "") if may else ""
        given = barred == "joint.given"
        if barred:
            code = "users.choose_own" if given else "users.unlock_named"
            self.barred.words.setText(self._context.words(code))
        self.barred.setVisible(bool(barred))
        self.choose.setVisible(given)
        return bool(barred)

    def _foresee(self, line: JointLine) -> None:
        """Show what whoever asked was shown: what goes and what stays, counted anew."""
        told = self._context.ask(joint_decisions.foreseen, line.decision) or {}
        for name, each in self.lists.items():
            lines = [self._wording.say(sentence) for sentence in told.get(name, ())]
            each.show_lines(self._context.words(f"erasing.heading.{name}"), lines)
            each.setVisible(bool(lines))

    def _said(self, line: JointLine, *, may: bool) -> str:
        if line.own:
            asked = self.tr("You asked for it. It is done as soon as another head of the office confirms it.")
            gone = self.tr("Have they left for good? Then the office's key from paper counts in their place.")
            return asked if self._context.work.travels else f"{asked} {gone}"
        if not may:
            return self.tr("It waits for another head of the office: two of them decide it.")
        return self.tr(
            "It cannot be taken back, so two heads decide it. Look at it first; it is done when you confirm."
        )

    def first(self) -> QWidget:
        """Return what gets the keyboard when the details are entered: never what cannot be taken back."""
        return next((each for each in (self.choose, self.withdraw) if each.isVisible()), self.decline)

    @override
    def retranslate(self) -> None:
        self.choose.setText(QCoreApplication.translate("Joint", "Choose a passphrase…"))
        self.confirm.setText(self.tr("Confirm…"))
        self.decline.setText(self.tr("Decline…"))
        self.withdraw.setText(self.tr("Withdraw the request"))
        self.paper.setText(self.tr("With the key from paper…"))
        self.open.setText(self.tr("Look at it"))
        if self.line is not None:
            self.show_line(self.line)

    @override
    def leave(self) -> None:
        self.later.emit()


class PaperForm(FieldsForm):
    """Asks for the office's key from paper, and says what it opens; `confirmed(changes)` when it is done."""

    needs = "review/joint_decisions/confirm_with_paper"

    confirmed = Signal(object)

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("joint_paper_form", context, host, prefix="joint_paper_")
        self._key, self._what = "", ""
        self.accept_button.set_kind(ButtonKind.DANGER)
        self.build()

    @override
    def fields(self) -> Layout:
        about = self.tr(
            "The recovery key from the office's paper counts here as the second head. What you asked for is "
            "done at once and cannot be taken back. That you used the key stands in the history."
        )
        words, begin = self.tr("Recovery key from the paper"), self.tr("It begins with AGE-SECRET-KEY-1.")
        refused = ("vault.bad_recovery_key", "vault.wrong_recovery_key")
        return (
            Note("what", self._what, role="body_strong"),
            Note("about", about, role="second"),
            Text("key", words, begin, longest=_LONGEST_KEY, refused=refused),
        )

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("Confirm with the key from paper"), self.tr("Confirm")

    @override
    def holds_work(self) -> bool:
        # No key is kept while the program is locked.
        return False

    def open(self, page: JointPage) -> None:
        """Ask for the own request that is shown."""
        if page.line is not None:
            self._key, self._what = page.line.decision.key, page.title.text()
            self.open_filled()

    @override
    def save(self) -> None:
        key, typed = self._key, self.value("key")
        self.clear_errors()
        self.context.run(
            self.title.text(),
            lambda work, progress: joint_decisions.confirm_with_paper(work, key, typed, progress=progress),
            done=self._done,
            failed=self.show_refusal,
        )

    def _done(self, changes: Changes) -> None:
        self.dismiss()
        self.confirmed.emit(changes)
