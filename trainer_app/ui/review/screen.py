"""The Review screen: everything that waits for a decision at the left, both sides of it at the right."""

from collections.abc import Sequence
from functools import cached_property
from typing import override

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from trainer_app.actions.base import history
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.exchange import importing, incoming, losses
from trainer_app.actions.people import joining
from trainer_app.actions.people.directory import Directory
from trainer_app.actions.review import joint_decisions, review
from trainer_app.actions.review.review import AT_ONCE, PEOPLE
from trainer_app.domain.base.changes import Changes, Label, Progress
from trainer_app.domain.exchange.sending import FileOutcome, ImportReport, QuarantinedFile
from trainer_app.domain.people.matching import Candidate, CandidateFinder
from trainer_app.domain.review.contradictions import Loss, ReviewItem
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.forms import ReasonForm
from trainer_app.ui.kit.screens import KeyHint, Screen
from trainer_app.ui.review.cards import AnswerBar, AnswerKeys, SpellingsLead
from trainer_app.ui.review.item_list import (
    LINE_ROLE,
    PendingDecisions,
    ReviewEntry,
    ReviewList,
    ReviewListModel,
)
from trainer_app.ui.review.item_page import ItemPage
from trainer_app.ui.review.joint_page import JointPage, PaperForm
from trainer_app.ui.review.pages import FilePage, PeoplePage, ReplacedValuePage
from trainer_app.ui.review.settled import SettledPage
from trainer_app.ui.review.wording import ReviewWording
from trainer_app.ui.style.tokens import PAGE_MARGIN
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.flow import AS_CONTENT, PageStack, PanelRow
from trainer_app.ui.widgets.labels import SUBJECT
from trainer_app.ui.widgets.overlays import Mood, confirm
from trainer_app.ui.widgets.pages import EmptyState, PageHeader, ScrollPage

_LIST, _DETAILS, _PAGE = 316, 420, 100  # a page: of each kind, in the list at first and with each press
_OTHERS = ("people/", "file/", "loss/", "joint/")


def _find_all(work: Workplace, progress: Progress) -> CandidateFinder:
    finder = CandidateFinder()
    joining.candidates(work, finder, progress)
    return finder


class ReviewScreen(Screen):
    """After a decision the next item is shown, and a way back is offered."""

    begins_anew = True

    def __init__(self, context: AppContext) -> None:
        super().__init__("review", context)
        self.wording = ReviewWording(context, self)
        self.header = PageHeader("review_header")
        self.settled_button = Button("review_settled_button", ButtonKind.PLAIN, "history")
        self.settled_button.setCheckable(True)
        self.header.add_action(self.settled_button)
        self.model = ReviewListModel(self.wording.group, self)
        self.entries = Card("review_entries_card", titled=False)
        self.list = ReviewList()
        self.list.setModel(self.model)
        self.more_button = Button("review_more_button", ButtonKind.GHOST, "down")
        self.item_page = ItemPage(context, self.wording)
        self.people_page = PeoplePage(context, self.wording)
        self.file_page = FilePage(context, self.wording)
        self.loss_page = ReplacedValuePage(context, self.wording)
        self.joint_page = JointPage(context, self.wording)
        self.details = PageStack()
        self.empty = EmptyState("review_empty", "okcircle")
        self.to_office = Button("review_to_office", ButtonKind.PLAIN, "office")
        self.spellings = SpellingsLead("review_spellings", context, ButtonKind.GHOST)
        self.settled = SettledPage(context, self.wording)
        self.body = PageStack()
        self._directory: Directory | None = None
        self._candidates: tuple[Candidate, ...] = ()
        self._losses: tuple[Loss, ...] = ()
        self._chosen, self._group, self._place, self._limit = "", "", 0, _PAGE
        self._taken_back = False
        self.page = ScrollPage("review_page")
        self._lay_out()
        self.answers = AnswerBar(self, self.page, self._answers)
        parts = self.list, self.list.viewport(), self.item_page, self.people_page
        self.answer_keys = AnswerKeys(self, context, lambda: self._chosen, *parts)
        self._connect()
        self.retranslate()

    # Making

    def _lay_out(self) -> None:
        self.entries.grow()
        self.entries.setMinimumWidth(_LIST)
        self.entries.setProperty(AS_CONTENT, True)
        self.entries.add_row(self.list, 1)
        self.entries.add_row(self.more_button)
        self.entries.setContentsMargins(0, 6, 0, 6)
        self.details.setObjectName("review_details")
        for page in (self.item_page, self.people_page, self.file_page, self.loss_page, self.joint_page):
            self.details.addWidget(page)
        scroll = self.page
        scroll.column.setContentsMargins(0, 0, 0, 0)
        scroll.column.addWidget(self.details)
        scroll.setMinimumWidth(_DETAILS)
        work = QWidget()
        work.setObjectName("review_work")
        row = PanelRow(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        row.addWidget(self.entries)
        row.addWidget(scroll, 1)
        self.entries.add_row(self.spellings)
        self.empty.add_button(self.to_office)
        self.empty.add_button(SpellingsLead("review_empty_spellings", self.context, ButtonKind.PLAIN))
        self.to_office.setVisible(self.context.work.role is Role.OFFICE)
        self.body.setObjectName("review_body")
        for each in (work, self.empty, self.settled):
            self.body.addWidget(each)
        column = QVBoxLayout()
        column.setContentsMargins(PAGE_MARGIN, 18, PAGE_MARGIN, 16)
        column.setSpacing(14)
        column.addWidget(self.header)
        column.addWidget(self.body, 1)
        self.column.addLayout(column)

    def _connect(self) -> None:
        self.settled_button.clicked.connect(self._toggle_settled)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.answers.placed.connect(self._uncover)
        self.more_button.clicked.connect(self._show_more)
        self.list.entered_details.connect(self._enter_details)
        decided = self.item_page.decided, self.people_page.joined, self.people_page.parted
        for signal in (self.list.pressed, *decided):
            signal.connect(self._stop_waiting)
        self.item_page.decided.connect(self._settle)
        self.people_page.joined.connect(self._join)
        self.people_page.parted.connect(self._part)
        for page in (self.item_page, self.people_page, self.loss_page, self.joint_page):
            page.later.connect(self._later)
        self.loss_page.seen.connect(lambda: self._acknowledge(one=True))
        self.loss_page.all_seen.connect(lambda: self._acknowledge(one=False))
        self.file_page.retried.connect(self._retry)
        self.file_page.put_away.connect(lambda: self._tell(frozenset({("quarantine", "")})))
        self.file_page.enrol_requested.connect(lambda: self.context.go("office", tab="laptops"))
        self.joint_page.confirmed.connect(self._ask_to_confirm)
        self.joint_page.declined.connect(self._ask_to_decline)
        self.joint_page.withdrawn.connect(self._withdraw)
        self.joint_page.by_paper.connect(lambda: self.paper.open(self.joint_page))
        self.to_office.clicked.connect(lambda: self.context.go("office"))
        self.settled.undo_requested.connect(lambda step: self.context.do(history.undo_step, step))
        self.settled.part_requested.connect(lambda key: self.context.do(joining.unjoin, key))

    # Screen

    def refresh(self) -> None:
        """Read what waits and show it; stay where the person was, or go to what stands there, or is back."""
        items = self.context.ask(review.list_items, self._limit) or []
        items += self._beyond(items)
        if self._directory is None:
            self._directory = Directory(self.context.work)
            self._look_for_people(self._directory)
        lines = self._directory.lines({key for pair in self._candidates for key in (pair.a, pair.b)})
        pairs = tuple(pair for pair in self._candidates if pair.a in lines and pair.b in lines)
        files = tuple(self.context.ask(incoming.list_set_aside) or ())
        known = {key: line.person for key, line in lines.items()}
        self._losses = tuple(self.context.ask(losses.list_losses) or ())
        joint = tuple(self.context.ask(joint_decisions.list_lines) or ())
        counts, before = self.context.ask(review.counts) or {}, {each.id for each in self.model.entries()}
        found = PendingDecisions(tuple(items), pairs, files, known, self._losses, joint, counts)
        self.model.set_entries(self.wording.entries(found), found.totals())
        self._show_left()
        self._choose_wanted()
        back = [each.id for each in self.model.entries() if self._taken_back and each.id not in before]
        self._chosen, self._taken_back = (*back, self._chosen)[0], False
        self._choose_again()
        self.settled.renew()
        self._show_body()
        if back and not self.settled_button.isChecked():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _beyond(self, items: Sequence[ReviewItem]) -> list[ReviewItem]:
        """Return the item that somebody asked for, if the list does not come as far."""
        if self._chosen.startswith(_OTHERS) or any(item.id == self._chosen for item in items):
            return []
        found = review.find_item(self.context.work, self._chosen) if self._chosen else None
        return [found] if found is not None else []

    def _show_left(self) -> None:
        left = self.model.left()
        self.entries.show_row(self.more_button, shown=left > 0)
        self.more_button.setText(self.tr("Show more: %n are not in the list", "", left))

    def _show_more(self) -> None:
        self._limit += _PAGE
        self.refresh_now()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the list where the question stands below it."""
        super().resizeEvent(event)
        beside = self.width() >= _LIST + _DETAILS + 24 + 2 * PAGE_MARGIN
        self.entries.show_row(self.spellings, shown=self.spellings.here and beside)

    def concerns(self, changes: Changes) -> bool:
        """Everything can alter what waits; who may be whom is asked again only if people changed.

        What Undo brought back is shown again: see `refresh`.
        """
        if not changes.touched or changes.touches(*PEOPLE):
            self._directory = None
        redo = self.context.undo.newest_redo
        self._taken_back = self.isVisible() and redo is not None and redo.number == changes.step
        return True

    @override
    def retranslate(self) -> None:
        self._show_head()
        #: What was decided before
        self.settled_button.setText(self.tr("Settled"))
        self._show_left()
        self.list.setAccessibleName(self.tr("What waits for a decision"))
        self.empty.set_words(
            self.tr("Nothing waits for a decision"),
            self.tr("What two laptops recorded differently will be shown here, with both sides."),
        )
        self.to_office.setText(self.tr("Import files"))

    def first_focus(self) -> QWidget:
        """Start in the list."""
        return self.list if self.model.entries() else self.settled_button

    def keys(self) -> list[KeyHint]:
        """Name the keys of the list."""
        return [
            KeyHint("1", self.tr("Use the left value")),
            KeyHint("2", self.tr("Use the right value")),
            KeyHint("3", self.tr("Use the third value")),
            KeyHint("0", self.tr("Not the same person")),
            KeyHint("Space", self.tr("The same for others of this kind")),
            KeyHint("Return", self.tr("From the list to the details")),
            KeyHint("Esc", self.tr("Decide later")),
        ]

    def show_place(
        self, item: str = "", settled: bool = False, replaced: bool = False, group: str = "", **_place: object
    ) -> None:
        """Open one item by its id, the first of a group, what was settled, or the first replaced value."""
        self._chosen, self._group = item or self._chosen, group
        if replaced and (found := self.context.ask(losses.list_losses)):
            self._chosen = f"loss/{found[0].id}"
        self.settled_button.setChecked(settled)
        self.stay()
        self.refresh_now()

    @override
    def go_home(self) -> None:
        """Leave what was settled for what waits, where anything does."""
        if self.model.entries():
            self.settled_button.setChecked(False)
            self._show_body()

    def _look_for_people(self, directory: Directory) -> None:
        """Ask who may be one person: at once where few changed, off the GUI thread for many."""
        waiting = self.context.waiting
        if waiting.finder.count_changed(directory.matchable) <= AT_ONCE:
            self._candidates = tuple(self.context.ask(joining.candidates_of, directory, waiting.finder) or ())
            return
        self.context.run(
            self.tr("Looking for people under two spellings"),
            _find_all,
            done=self._found_people,
            writes=False,
        )

    def _found_people(self, finder: CandidateFinder) -> None:
        """Take over a finder that has compared everybody; what was decided meanwhile it finds by itself."""
        found = tuple(self.context.ask(joining.candidates_of, Directory(self.context.work), finder) or ())
        self.context.waiting.take(finder, found)
        self.context.pairs_found.emit()
        if found != self._candidates:
            self._candidates = found
            self.refresh_now()

    # Choosing

    def _choose_wanted(self) -> None:
        """Choose the first of the group that was asked for, found late too; who went on meanwhile stays."""
        focus = QApplication.focusWidget()
        if focus is not None and self.details.isAncestorOf(focus):
            self._stop_waiting()
        if first := self.model.first_of(self._group):
            self._chosen, self._group = first, ""

    def _stop_waiting(self) -> None:
        self._group = ""

    def _choose_again(self) -> None:
        index, group = self.model.find(self._chosen), self._group
        entries = self.model.entries()
        if not index.isValid() and entries:
            index = self.model.find(entries[min(self._place, len(entries) - 1)].id)
        self.list.setCurrentIndex(index)
        if entries:
            self._show_current(index)
        self._group = group

    def _show_current(self, index: QModelIndex, _before: QModelIndex | None = None) -> None:
        entry = index.data(LINE_ROLE) if index.isValid() else None
        if not isinstance(entry, ReviewEntry):
            return
        self._chosen, self._group = entry.id, ""
        self.body.setProperty(SUBJECT, entry.id)
        self.answers.offer(entry.id)
        self._place = next(at for at, one in enumerate(self.model.entries()) if one.id == entry.id)
        subject = entry.subject
        if isinstance(subject, ReviewItem):
            self.item_page.show_item(subject)
            self.details.setCurrentWidget(self.item_page)
        elif isinstance(subject, Candidate) and self._directory is not None:
            lines = self._directory.lines((subject.a, subject.b))
            told = self.context.ask(joining.preview, self._directory, subject.a, subject.b)
            self.people_page.show_pair(subject, (lines[subject.a], lines[subject.b]), told)
            self.details.setCurrentWidget(self.people_page)
        elif isinstance(subject, QuarantinedFile):
            self.file_page.show_file(subject)
            self.details.setCurrentWidget(self.file_page)
        elif isinstance(subject, Loss):
            self.loss_page.show_loss(subject, len(self._losses))
            self.details.setCurrentWidget(self.loss_page)
        elif isinstance(subject, joint_decisions.JointLine):
            self.joint_page.show_line(subject)
            self.details.setCurrentWidget(self.joint_page)
        page = self.details.currentWidget()
        self.answer_keys.guard(page)
        if isinstance(page, ItemPage | PeoplePage):
            # From the list the keyboard goes to the answers first.
            self.setTabOrder(page.later_button, self.spellings)
        self._show_head()

    def _uncover(self) -> None:
        """Let the bar of answers not lie upon the entry that they are about."""
        index, view = self.list.currentIndex(), self.list.viewport()
        box = self.list.visualRect(index)
        box.moveTopLeft(view.mapTo(self, box.topLeft()))
        if self.answers.isVisible() and box.intersects(self.answers.geometry()):
            self.list.scrollTo(index, ReviewList.ScrollHint.PositionAtTop)

    def _show_head(self) -> None:
        """Say what a decision means: what takes two heads is for good."""
        undone = self.tr("Both values are kept until somebody decides. A decision can be undone.")
        final = self.tr("What two heads decide together cannot be undone.")
        said = final if self._chosen.startswith("joint/") and self.model.entries() else undone
        if self.settled_button.isChecked():
            said = self.tr("What was decided alone can be undone, what two heads decided cannot.")
        #: The name of the screen where conflicts are decided
        self.header.set_words(self.tr("Review"), said)

    def _show_body(self) -> None:
        if self.settled_button.isChecked():
            self.body.setCurrentWidget(self.settled)
        else:
            self.body.setCurrentIndex(0 if self.model.entries() else 1)
        self.answers.retranslate()
        self._show_head()

    def _toggle_settled(self) -> None:
        self._show_body()
        (self.settled.first() if self.settled_button.isChecked() else self.first_focus()).setFocus()

    def _enter_details(self) -> None:
        page = self.details.currentWidget()
        if isinstance(page, ItemPage | PeoplePage | FilePage | ReplacedValuePage | JointPage):
            page.first().setFocus(Qt.FocusReason.TabFocusReason)

    # Deciding

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a side by its number, in the list and where nothing is typed; Space: for all of the kind."""
        page, focus = self.details.currentWidget(), self.focusWidget()
        here = focus is self.list or (focus is not None and self.details.isAncestorOf(focus))
        tick = self.item_page.alike
        if focus is self.list and event.key() == Qt.Key.Key_Space and page is self.item_page:
            if tick.isVisible():
                tick.click()
                self.page.ensureWidgetVisible(tick)
        elif not here or not event.text().isdecimal() or not isinstance(page, ItemPage | PeoplePage):
            super().keyPressEvent(event)
        elif self.answer_keys.accepts(event):
            page.take(int(event.text()) - 1)

    def _answers(self) -> list[tuple[str, Button]]:
        page = self.details.currentWidget()
        return page.answers() if isinstance(page, ItemPage | PeoplePage) else []

    def _settle(self, take: str, reason: str) -> None:
        if (item := self.item_page.item) is not None:
            page, side = self.item_page, take.startswith("#")
            many = review.settle_alike if page.alike.isChecked() and side else review.settle
            act = review.settle_until if page.until.isChecked() and side else many
            self._decided(self.context.do(act, item.id, take, reason))

    def _join(self, keep: str, other: str) -> None:
        self._decided(self.context.do(joining.join, keep, other))

    def _part(self, first: str, second: str) -> None:
        self._decided(self.context.do(joining.not_the_same, first, second))

    def _decided(self, changes: Changes | None) -> None:
        if changes is None:
            self.refresh_now()
            return
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.context.offer_undo(changes)

    def _later(self) -> None:
        if entries := self.model.entries():
            self.list.setCurrentIndex(self.model.find(entries[(self._place + 1) % len(entries)].id))
        self.list.setFocus(Qt.FocusReason.TabFocusReason)

    def _acknowledge(self, *, one: bool) -> None:
        if (loss := self.loss_page.loss) is None:
            return
        self.context.ask(losses.acknowledge, loss.id if one else "")
        self._tell(frozenset({("loss", loss.id)}))
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    # What takes two heads

    @cached_property
    def reason(self) -> ReasonForm:
        """Ask why another head's request is declined."""
        return ReasonForm(self.context, self)

    def _ask_to_confirm(self) -> None:
        if (line := self.joint_page.line) is not None:
            confirm(
                self,
                self.wording.sentence(line.title),
                self.tr("It is done at once, with both your names, and cannot be taken back."),
                self.tr("Confirm"),
                self._confirm,
                name="review_confirm_joint",
            )

    def _confirm(self) -> None:
        if (line := self.joint_page.line) is not None:
            key = line.decision.key
            self.context.run(
                self.wording.sentence(line.title),
                lambda work, progress: joint_decisions.confirm(work, key, progress=progress),
                done=self._confirmed,
            )

    def _confirmed(self, changes: Changes) -> None:
        self._directory = None
        self.context.changes.announce(changes, self)
        self.refresh_now()
        self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self.context.tell_good(self.tr("It is done"), self.wording.sentence(changes.label))

    @cached_property
    def paper(self) -> PaperForm:
        """Ask for the office's key from paper, in the place of a head who is gone."""
        made = PaperForm(self.context, self)
        made.confirmed.connect(self._confirmed)
        return made

    def _ask_to_decline(self) -> None:
        if (line := self.joint_page.line) is not None:
            work, key = self.context.work, line.decision.key
            self.reason.ask(
                self.tr("Decline the request"),
                self.wording.sentence(line.title),
                self.tr("Decline"),
                lambda reason: joint_decisions.decline(work, key, reason),
            )

    def _withdraw(self) -> None:
        line = self.joint_page.line
        if line is not None and self.context.do(joint_decisions.withdraw, line.decision.key) is not None:
            self.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)

    # Files

    def _retry(self) -> None:
        if (file := self.file_page.file) is None:
            return
        self.context.run(
            self.tr("Importing the file"),
            lambda work, progress: importing.retry_quarantined(work, [file.path], progress=progress),
            done=lambda report: self._retried(report, revoked=file.code == "bundle.revoked_device"),
        )

    def _tell(self, touched: frozenset[tuple[str, str]]) -> None:
        self.refresh_now()
        self.context.changes.announce(Changes(Label("merging.step.import"), None, touched), self)

    def _retried(self, report: ImportReport, *, revoked: bool = False) -> None:
        self._directory = None
        self._tell(report.touched)
        for result in report.files:
            if result.result in (FileOutcome.IMPORTED, FileOutcome.DUPLICATE):
                said = self.tr("Nothing of it counts yet: decide in this list, under “Laptops ask for”.")
                title = self.tr("What it says was read") if revoked else self.tr("The file was imported")
                self.context.tell_good(title, said if revoked else "")
            else:
                why = self.context.words(result.code, **result.values)
                self.context.tell(Mood.DUE, self.tr("The file still waits"), why)
