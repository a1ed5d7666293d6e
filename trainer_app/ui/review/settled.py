"""What was settled in Review: every decision of this computer, which rows it covered, and a way back.

What two heads decided stands there too, from whatever computer, without a way back; so does what was
decided before people were erased, as the journal tells it.
"""

from typing import override

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from trainer_app.actions.people import joining
from trainer_app.actions.review import joint_decisions, review
from trainer_app.actions.review.joint_decisions import JointLine
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.joint import JointState
from trainer_app.domain.review.contradictions import SettledBefore
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.review.wording import ReviewWording
from trainer_app.ui.widgets.cards import ActionRow, Card, NoteRow
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.labels import Retranslated, SentenceList, label
from trainer_app.ui.widgets.overlays import SidePanel
from trainer_app.ui.widgets.pages import EmptyState, ScrollPage

_MOST = 60
_LISTED = 300
"""Rows of one decision that are told; evidence of the course has all of them."""


class CoveredPanel(SidePanel):
    """The rows that one decision was about."""

    def __init__(self, context: AppContext, wording: ReviewWording, host: QWidget) -> None:
        super().__init__("review_covered", host, 480)
        self._context, self._wording = context, wording
        self._step, self._label = 0, Label("")
        self.about = label("body_strong", "review_covered_about", wrap=True)
        self.list = SentenceList("review_covered_list")
        self.body.addWidget(self.about)
        self.body.addWidget(self.list)
        self.body.addStretch(1)
        self.accepted.connect(self.dismiss)
        self.retranslate()

    def open_step(self, step: int, label: Label) -> None:
        """Show what a decision covered, by the number and the words of its step."""
        self._step, self._label = step, label
        self.retranslate()
        self.reveal(self.accept_button)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(self.tr("What the decision covered"), self.tr("Close"))
        self.cancel_button.hide()
        if not self._step:
            return
        by = self._context.ask(review.settled_by, self._step)
        who = self.tr("decided by {name}").format(name=by.user) if by is not None and by.user else ""
        self.about.setText("\n".join(part for part in (self._wording.sentence(self._label), who) if part))
        found = self._context.ask(review.covered, self._step) or []
        say = self._wording.say
        lines = []
        for each in found[:_LISTED]:
            about = say(each.title) if each.place is None else f"{say(each.title)} · {say(each.place)}"
            lines.append(f"{about}: {say(each.words)}")
        if len(found) > _LISTED:
            lines.append(self.tr("and %n more", "", len(found) - _LISTED))
        self.list.show_lines(self.tr("%n row(s)", "", len(found)), lines)


class SettledPage(Retranslated, ScrollPage):
    """`undo_requested(step)` and `part_requested(person)` are emitted by the rows' buttons."""

    undo_requested = Signal(int)
    part_requested = Signal(str)

    def __init__(self, context: AppContext, wording: ReviewWording) -> None:
        super().__init__("review_settled")
        self._context, self._wording = context, wording
        self.decisions = Card("review_decisions")
        self.joint = Card("review_decided_by_two")
        self.people = Card("review_joined")
        self.empty = EmptyState("review_settled_empty", "history")
        self.since = NoteRow("review_settled_since", "info", "text3")
        self.rows: list[ActionRow] = []
        self._stale = True
        self.before = Card("review_settled_before")
        self._earlier: tuple[SettledBefore, ...] = ()
        self._erased = 0
        self._read_until: int | None = None
        self.covered = CoveredPanel(context, wording, self)
        self.column.setContentsMargins(0, 0, 0, 0)
        for part in (self.since, self.decisions, self.joint, self.people, self.before, self.empty):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.retranslate()

    def renew(self) -> None:
        """Read anew what is shown; while nobody looks, only when it is opened."""
        self._stale = True
        if self.isVisible():
            self._show_settled()

    def hideEvent(self, event: QHideEvent) -> None:
        """Close what a decision covered when the page is left: whoever comes back reads the page first."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.covered.dismiss()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what changed while it was hidden."""
        super().showEvent(event)
        if self._stale:
            self._show_settled()

    def _show_settled(self) -> None:
        self._stale = False
        steps = self._context.ask(review.settled, _MOST) or []
        joined = self._context.ask(joining.joined_people) or []
        decided = self._context.ask(joint_decisions.list_decided, _MOST) or []
        self.rows = []
        self.decisions.clear_rows()
        for step in steps:
            row = self._row(
                f"settled_{step.number}", "review", self.decisions, self._covers(step.number, step.label)
            )
            when = self._context.when(step.at)
            second = self.tr("{moment} · undone").format(moment=when) if step.undone else when
            title, by = self._wording.sentence(step.label), self._context.ask(review.settled_by, step.number)
            stands = by is None or by.stands
            if not step.undone and not stands:
                second = self.tr("{moment} · changed since").format(moment=when)
            act = self.tr("Undo") if stands and not step.undone else ""
            if by is not None and by.user:
                second = f"{by.user} · {second}"
            if by is not None and by.people is not None:
                title = f"{title}: {self._wording.say(by.people)}"
            if by is not None and by.person is not None:
                title = " · ".join(filter(None, (title, self._wording.say(by.person), by.course)))
            row.set_row(title, second, act)
            row.button.clicked.connect(lambda _on=False, number=step.number: self.undo_requested.emit(number))
            withhold("base/history/undo_step", row.button)
        self.joint.clear_rows()
        self.joint.add_body().addWidget(self._why_final())
        for line in decided:
            row = self._row(f"decided_{line.decision.key}", "users2", self.joint)
            row.set_row(self._wording.sentence(line.title), self._decided(line), "")
            row.setAccessibleName(self._wording.sentence(line.title))
            row.setAccessibleDescription(self._decided(line))
        self.people.clear_rows()
        for other, kept in joined:
            row = self._row(f"joined_{other.key}", "users2", self.people)
            second = self.tr("joined with {name}").format(name=kept.name)
            row.set_row(other.name, second, self.tr("Separate again"))
            row.button.clicked.connect(lambda _on=False, key=other.key: self.part_requested.emit(key))
            withhold("people/joining/unjoin", row.button)
        since = self._context.ask(review.settled_since)
        self._show_before(since)
        self.decisions.setVisible(bool(steps))
        self.joint.setVisible(bool(decided))
        self.people.setVisible(bool(joined))
        self.empty.setVisible(not steps and not decided and not joined and since is None)

    def _show_before(self, since: int | None) -> None:
        """Show what was decided before an erasure; the journal is read through for it once."""
        if since is not None and since != self._read_until:
            self._read_until, self._earlier, self._erased = since, (), 0
            self._context.run(
                self.tr("Reading earlier decisions"), review.settled_before, done=self._take, writes=False
            )
        self.since.words.setText(self._since_words(since))
        self.since.setVisible(since is not None)
        self.before.clear_rows()
        for place, each in enumerate(self._earlier):
            row = ActionRow(f"settled_before_{place}", "review")
            self.before.add_row(row)
            self.before.show_row(row, shown=True)
            title, second = self._told(each)
            row.set_row(title, second, "")
            row.setAccessibleName(title)
            row.setAccessibleDescription(second)
        self.before.setVisible(bool(self._earlier))

    def _take(self, found: tuple[tuple[SettledBefore, ...], int]) -> None:
        self._earlier, self._erased = found
        self._show_before(self._read_until)

    def _told(self, found: SettledBefore) -> tuple[str, str]:
        """Return what an earlier decision was about, and who made it when and why."""
        say, first = self._wording.say, found.rows[0]
        about = " · ".join(say(part) for part in (first.title, first.place) if part is not None)
        more = self.tr("and %n more", "", len(found.rows) - 1) if len(found.rows) > 1 else ""
        second = (found.user, self._context.when(found.at), more, found.reason)
        return f"{about}: {say(first.words)}", " · ".join(part for part in second if part)

    def _since_words(self, since: int | None) -> str:
        if since is None:
            return ""
        if self._earlier or self._erased:
            return self.tr(
                "Data of people were erased: {moment}. Of the decisions made before, the newest ({count}) "
                "are told below from the history; they cannot be undone. More entries about erased people: "
                "{erased}; decisions about their own data are gone."
            ).format(moment=self._context.when(since), count=len(self._earlier), erased=self._erased)
        return self.tr(
            "Data of people were erased: {moment}. Decisions made before stand in the history of each entry "
            "and in the evidence of the course, and cannot be undone from here."
        ).format(moment=self._context.when(since))

    def first(self) -> QWidget:
        """Return what gets the keyboard when the page opens."""
        return next((row.button for row in self.rows if not row.button.isHidden()), self)

    def retranslate(self) -> None:
        """Set the words that do not depend on what was decided."""
        self.decisions.set_title(self.tr("Decisions on this computer"))
        self.joint.set_title(self.tr("Decided by two heads"))
        self.people.set_title(self.tr("Joined people"))
        self.before.set_title(self.tr("Earlier decisions: they cannot be undone"))
        self.empty.set_words(
            self.tr("Nothing was decided here yet"),
            self.tr(
                "Every decision is kept here with its reason and can be undone, but for what two heads "
                "decided."
            ),
        )

    def _why_final(self) -> QLabel:
        """Return the words that say why there is no way back."""
        words = self.tr(
            "There is no Undo here, since one head alone must not take back what two decided. To put it "
            "right, approve the course again or issue a new certificate; what was erased stays erased."
        )
        return label("second", "review_decided_by_two_about", words, wrap=True)

    def _decided(self, line: JointLine) -> str:
        """Say who asked and when, who answered what and when, and why."""
        found, when = line.decision, self._context.when
        asked = self.tr("asked by {name}, {moment}")
        parts = [asked.format(name=line.asked_by or "–", moment=when(found.at))]
        words = {
            JointState.CONFIRMED: self.tr("confirmed by {name}, {moment}"),
            JointState.DECLINED: self.tr("declined by {name}, {moment}"),
            JointState.WITHDRAWN: self.tr("withdrawn by {name}, {moment}"),
        }
        if line.by_paper:
            parts.append(f"{self._context.words('joint.by_paper')}, {when(found.answered_at)}")
        elif line.state in words:
            answered = {"name": line.answered_by or "–", "moment": when(found.answered_at)}
            parts.append(words[line.state].format(**answered))
        else:
            parts.append(self._context.words(f"joint.state.{line.state.value}"))
        reasons = [each for each in (found.reason, found.reference, found.answer_reason) if each]
        late = map(self._wording.say, line.late)
        return "\n".join((" · ".join(parts), " · ".join(reasons), *late))

    def _covers(self, step: int, label: Label) -> Button:
        """Return what opens the rows that a decision was about."""
        made = Button(f"settled_{step}_covered", ButtonKind.GHOST, text=self.tr("What it covered"))
        words = self._wording.sentence(label)
        made.setAccessibleName(self.tr("What it covered: {decision}").format(decision=words))
        made.clicked.connect(lambda: self.covered.open_step(step, label))
        return made

    def _row(self, name: str, icon: str, card: Card, *options: QWidget) -> ActionRow:
        row = ActionRow(name, icon, options=options)
        card.add_row(row)
        card.show_row(row, shown=True)
        self.rows.append(row)
        return row
