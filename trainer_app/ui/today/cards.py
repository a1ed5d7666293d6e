"""Cards of Today: recent changes, names about to leave, changes to send, joining and its requests."""

from collections.abc import Sequence
from typing import Any, override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from trainer_app.actions.base import history
from trainer_app.actions.exchange import dropping, requests
from trainer_app.actions.exchange.dropping import DroppingCourse
from trainer_app.domain.exchange.laptops import OfficeRequest, OfficeRequestKind, waiting_labels
from trainer_app.domain.review.contradictions import ReviewKind
from trainer_app.domain.today.overview import ToOffice
from trainer_app.system import messages
from trainer_app.system.messages import label_text
from trainer_app.ui.kit.context import AppContext, PrintablePdf, first_sentence
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.widgets.cards import ActionRow, Card, CounterRow, TwoLines
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.flow import FlowRow, stand_at_least
from trainer_app.ui.widgets.labels import Retranslated, label

_GROUPS = {
    ReviewKind.PROPOSAL: "proposals",
    ReviewKind.JOINED_APART: "apart",
    ReviewKind.DOUBLE_NUMBER: "numbers",
    ReviewKind.TWICE_ON_LIST: "twice",
    ReviewKind.DOUBLE_SERIAL: "serials",
    ReviewKind.WAITING: "waiting",
}
"""What waits in Review beside conflicts, in the order of its list, and the group that it stands in there."""
_SHOWN = 3


class RecentChangesCard(Retranslated, Card):
    """The newest steps; the first one can be undone here as by Ctrl+Z."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("recent")
        self._context = context
        self.undo = Button("recent_undo", ButtonKind.GHOST)
        self.undo.clicked.connect(self._undo)
        self.add_to_head(self.undo)
        self.head.setContentsMargins(20, 0, 10, 0)
        self._lines = [TwoLines(f"recent_{place}") for place in range(_SHOWN)]
        self._holders = [_padded(line) for line in self._lines]
        for holder in self._holders:
            self.add_row(holder)
        self.retranslate()

    def show_recent(self) -> bool:
        """Show the newest steps; tell whether there are any."""
        steps = [step for step in history.recent(self._context.work, 2 * _SHOWN) if not step.undone][:_SHOWN]
        for line, step in zip(self._lines, steps, strict=False):
            words = messages.label_text(step.label, self._context.language.code)
            told = (self._context.when(step.at), self._context.ask(history.other_author, step))
            line.set_lines(words[:1].upper() + words[1:], " · ".join(filter(None, told)))
        for index, holder in enumerate(self._holders):
            self.show_row(holder, shown=index < len(steps))
        self.undo.setEnabled(bool(self._context.undo.undo_words))
        self.undo.setAccessibleDescription(self._context.undo.undo_words)
        return bool(steps)

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Last changes"))
        self.undo.setText(self.tr("Undo"))

    def _undo(self) -> None:
        self._context.undo_last()


def _padded(line: TwoLines) -> QWidget:
    holder = QWidget()
    stand_at_least(holder, 54)
    row = FlowRow(holder)
    row.setContentsMargins(20, 0, 20, 0)
    row.addWidget(line)
    return holder


_MOST = 3
"""Courses that are seen at once; the next one takes the place of one that has gone."""


class NamesLeavingCard(Retranslated, Card):
    """One row for each course; "Not yet" keeps its names a month longer."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("leaving")
        self._context = context
        self.shown: Sequence[DroppingCourse] = ()
        self.rows: list[ActionRow] = []
        for place in range(_MOST):
            row = ActionRow(f"leaving_{place + 1}", "office")
            row.button.clicked.connect(lambda _on=False, place=place: self._press(place))
            self.add_row(row)
            self.rows.append(row)
        self.retranslate()

    def show_leaving(self, leaving: Sequence[DroppingCourse]) -> None:
        """Show what leaves; nothing at all hides the card. Who is shown it has been told."""
        self.shown = leaving[:_MOST]
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Safe at the office"))
        formats, today = self._context.formats, self._context.today()
        for index, row in enumerate(self.rows):
            there = index < len(self.shown)
            if there:
                one = self.shown[index]
                day = formats.day_said(one.day, today)
                if one.done:
                    row.set_row(
                        self.tr("{code}: names have left this laptop").format(code=one.code),
                        self.tr("The office has all of it, and brings it back with its next file."),
                        self.tr("See"),
                    )
                else:
                    row.set_row(
                        self.tr("{code}: names leave this laptop {day}").format(code=one.code, day=day),
                        self.tr("The office has all of it, and its rule says so. It can wait a month."),
                        self.tr("Not yet"),
                    )
            self.show_row(row, shown=there)
        self.setVisible(bool(self.shown))

    def _press(self, place: int) -> None:
        one = self.shown[place]
        if one.done:
            self._context.go("courses", course=one.course)
            return
        self._context.do(dropping.postpone, one.course)


class UnsentChangesCard(Retranslated, Card):
    """Counters and the way to each. At the office itself: what came, contradictions, names to erase.

    `requested(screen, place)` says where to go. Files that wait are looked at there, not taken in.
    """

    requested = Signal(str, dict)

    def __init__(self, context: AppContext, *, office: bool) -> None:
        super().__init__("to_office")
        self._context = context
        self._office = office
        self._shown = ToOffice()
        self.conflicts = CounterRow("conflicts")
        self.send = Button("to_office_send", ButtonKind.PLAIN, "" if office else "send")
        self.review = Button("to_office_review", ButtonKind.GHOST)
        self.questions: dict[ReviewKind, CounterRow] = {}
        self._lead(self.conflicts, "review", group="contradictions")
        self._lead(self.review, "review")
        if office:
            self._rows = self._rows_of_office()
            self.send.clicked.connect(self._ask_files)
            withhold("exchange/importing/import_files", self.send)
        else:
            self.unsent, self.unconfirmed = CounterRow("unsent"), CounterRow("unconfirmed")
            for button in (self.unsent, self.unconfirmed, self.send):
                self._lead(button, "sending")
            self._rows = (self.unsent, self.unconfirmed, self.conflicts)
        self.on_the_road = label("caption", "to_office_on_the_road", wrap=True)
        self.on_the_road.setContentsMargins(20, 10, 16, 10)
        self.add_row(self.on_the_road)
        for row in self._rows:
            self.add_row(row)
        foot = self.add_foot()
        foot.addWidget(self.send)
        if office:
            # Not in the foot, where no button has a picture: else the page scrolls for their second line.
            self.add_to_head(self.review)
            self.head.setContentsMargins(20, 0, 10, 0)
            self.calls = Button("to_office_calls", ButtonKind.GHOST)
            self.calls.clicked.connect(self._print_calls)
            withhold("today/calls/print_calls", self.calls)
            foot.addWidget(self.calls)
        else:
            foot.addWidget(self.review)
        foot.addStretch(1)
        self.retranslate()

    def show_state(self, state: ToOffice) -> None:
        """Show other figures."""
        self._shown = state
        self.show_row(self.on_the_road, shown=self._context.work.travels)
        (self._show_office if self._office else self._show_laptop)(state)
        self.conflicts.set_counter(
            state.conflicts,
            self._context.formats.number(state.conflicts),
            self.tr("open conflict(s)", "", state.conflicts),
            self.tr("two trainers, two different values") if state.conflicts else "",
            due=True,
        )
        self._show_questions(state)
        rows = [*self._rows, *self.questions.values()]
        widest = max(row.number.sizeHint().width() for row in rows)
        for row in rows:
            row.number.setMinimumWidth(max(38, widest))
        self.review.setVisible(state.to_decide > 0)

    def _show_questions(self, state: ToOffice) -> None:
        """Show what waits in Review and is no conflict, each kind by its own words; most days have none."""
        for kind, group in _GROUPS.items():
            count = state.questions.get(kind, 0)
            row = self.questions.get(kind)
            if row is None:
                if not count:
                    continue
                row = self.questions[kind] = CounterRow(f"review_{group}")
                self._lead(row, "review", group=group)
                before = [each for each in _GROUPS if each in self.questions].index(kind)
                # After the line of words, the counters, and those kinds that stand before it in Review.
                self.insert_row(1 + self._rows.index(self.conflicts) + 1 + before, row)
            words, second = self._question(kind, count)
            row.set_counter(count, self._context.formats.number(count), words, second, due=True)
            self.show_row(row, shown=count > 0)

    def _question(self, kind: ReviewKind, count: int) -> tuple[str, str]:
        match kind:
            case ReviewKind.PROPOSAL:
                return self.tr("proposal(s) of laptops", "", count), self.tr("agree or leave each as it is")
            case ReviewKind.JOINED_APART:
                return (
                    self.tr("pair(s) joined, yet said to be two", "", count),
                    self.tr("one of the two statements is wrong"),
                )
            case ReviewKind.DOUBLE_NUMBER:
                return self.tr("number(s) given twice", "", count), self.tr("two rows of one course's list")
            case ReviewKind.TWICE_ON_LIST:
                return self.tr("person(s) twice on a list", "", count), self.tr("one row is to be kept")
            case ReviewKind.DOUBLE_SERIAL:
                return (
                    self.tr("certificate number(s) given twice", "", count),
                    self.tr("one of the two is to be replaced"),
                )
        return (
            self.tr("row(s) kept, but shown nowhere", "", count),
            self.tr("what they belong to is deleted or has not come"),
        )

    def _show_office(self, state: ToOffice) -> None:
        number, waiting = self._context.formats.number, state.waiting or 0
        self.waiting.set_counter(
            waiting,
            number(waiting),
            self.tr("file(s) in the watched folder", "", waiting),
            self.tr("not imported yet") if waiting else self.tr("nothing new"),
            due=True,
        )
        self.retention.set_counter(
            state.retention,
            number(state.retention),
            self.tr("course(s): names to erase", "", state.retention),
            self.tr("their day has come"),
            due=True,
        )
        self.joint.set_counter(
            state.joint,
            number(state.joint),
            self.tr("request(s) for a second head", "", state.joint),
            self.tr("to erase, to revoke or to reopen"),
            due=True,
        )
        pairs = self._context.waiting.pairs
        self.pairs.set_counter(
            pairs,
            number(pairs),
            self.tr("pair(s) of people", "", pairs),
            self.tr("perhaps one person under two spellings"),
            due=True,
        )
        self.receipts.set_counter(
            len(state.receipts),
            number(len(state.receipts)),
            self.tr("laptop(s): receipt to send back", "", len(state.receipts)),
            ", ".join(state.receipts),
            due=True,
        )
        self.erasing.set_counter(
            len(state.erasing),
            number(len(state.erasing)),
            self.tr("laptop(s): file due after an erasure", "", len(state.erasing)),
            ", ".join(state.erasing),
            due=True,
        )
        self.silent.set_counter(
            len(state.silent),
            number(len(state.silent)),
            self.tr("laptop(s) silent for three weeks", "", len(state.silent)),
            ", ".join(state.silent),
            due=True,
        )
        self.unmarked.set_counter(
            len(state.unmarked),
            number(len(state.unmarked)),
            self.tr("course(s) ended without any mark", "", len(state.unmarked)),
            ", ".join(state.unmarked.values()),
            due=True,
        )
        self.refused.set_counter(
            len(state.refused),
            number(len(state.refused)),
            self.tr("file(s) refused and set aside", "", len(state.refused)),
            ", ".join(state.refused),
            due=True,
        )
        self.show_row(self.refused, shown=bool(state.refused))
        self.show_row(self.joint, shown=state.joint > 0)
        self.show_row(self.waiting, shown=state.waiting is not None)
        self.show_row(self.pairs, shown=pairs > 0)
        self.show_row(self.receipts, shown=bool(state.receipts))
        self.show_row(self.erasing, shown=bool(state.erasing))
        self.show_row(self.silent, shown=bool(state.silent))
        self.show_row(self.unmarked, shown=bool(state.unmarked))
        self.show_row(self.retention, shown=state.retention > 0)

    def _show_laptop(self, state: ToOffice) -> None:
        formats = self._context.formats
        since = self.tr("never sent yet")
        if state.unsent_since is not None:
            since = self.tr("since {moment}").format(moment=self._context.when(state.unsent_since))
        number = formats.number(state.unsent)
        self.unsent.set_counter(
            state.unsent, number, self.tr("unsent change(s)", "", state.unsent), since if state.unsent else ""
        )
        sent = ""
        if state.last_sent is not None and state.unconfirmed:
            sent = self.tr("sent {moment}").format(moment=self._context.when(state.last_sent))
        words = self.tr("file(s) not confirmed yet", "", state.unconfirmed)
        self.unconfirmed.set_counter(state.unconfirmed, formats.number(state.unconfirmed), words, sent)

    def _rows_of_office(self) -> tuple[CounterRow, ...]:
        self.waiting, self.retention = CounterRow("waiting"), CounterRow("retention_due")
        self.silent, self.unmarked = CounterRow("laptops_silent"), CounterRow("courses_unmarked")
        self.refused, self.pairs = CounterRow("files_refused"), CounterRow("pairs_waiting")
        self.joint, self.erasing = CounterRow("joint_waiting"), CounterRow("erasures_due")
        self.receipts = CounterRow("receipts_due")
        self._lead(self.joint, "review")
        self._lead(self.refused, "review")
        self._lead(self.pairs, "review", group="people")
        self._lead(self.waiting, "office", tab="incoming", new=True)
        self._lead(self.retention, "office", tab="retention")
        self._lead(self.silent, "office", tab="laptops")
        self._lead(self.receipts, "sending")
        self._lead(self.erasing, "office", tab="laptops")
        self.unmarked.clicked.connect(self._go_to_unmarked)
        first = self.joint, self.refused, self.waiting, self.conflicts, self.pairs
        return *first, self.receipts, self.erasing, self.silent, self.unmarked, self.retention

    def _ask_files(self) -> None:
        """Ask which files to import; who chooses none stays here."""
        # Here and not above: what takes files in is not needed for a start.
        from trainer_app.ui.kit.file_import import FileImporter

        FileImporter(self._context).choose(self)

    def _print_calls(self) -> None:
        """Show whom to telephone, to be printed or saved."""
        # Here and not above: it brings all that draws papers.
        from trainer_app.actions.today.calls import calls_name, print_calls

        context, language = self._context, self._context.language.code
        context.run(
            self.tr("Preparing the list"),
            lambda work, _progress: print_calls(work, language),
            done=lambda data: context.show_paper(PrintablePdf(data, *calls_name(language))),
            writes=False,
        )

    def _go_to_unmarked(self) -> None:
        """Lead to the one course that has no mark, or to all courses where there are several."""
        keys = list(self._shown.unmarked)
        self.requested.emit("courses", {"course": keys[0] if len(keys) == 1 else ""})

    def _lead(self, button: QAbstractButton, screen: str, **place: Any) -> None:
        button.clicked.connect(lambda: self.requested.emit(screen, place))

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("At the office") if self._office else self.tr("To the office"))
        self.on_the_road.setText(
            self.tr("A computer of the office, on the road: bring its file back to the office.")
        )
        self.send.setText(self.tr("Import files…") if self._office else self.tr("Send"))
        self.review.setText(self.tr("Open Review"))
        if self._office:
            self.calls.setText(self.tr("Whom to telephone"))
        self.show_state(self._shown)


class JoinOfficeCard(Retranslated, Card):
    """On a laptop of no office: the way to join one, or to its digits where its first file waits for them.

    `join_requested`, `not_needed`: what was pressed.
    """

    join_requested = Signal()
    not_needed = Signal()

    def __init__(self) -> None:
        super().__init__("today_joining")
        self._waits = False
        self.text = label("second", "today_joining_text", wrap=True)
        self.add_body().addWidget(self.text)
        self.join = Button("today_join", ButtonKind.PLAIN, "office")
        self.no = Button("today_join_not_needed", ButtonKind.GHOST)
        self.join.clicked.connect(self.join_requested)
        self.no.clicked.connect(self.not_needed)
        foot = self.add_foot()
        foot.addWidget(self.join)
        foot.addWidget(self.no)
        foot.addStretch(1)
        self.retranslate()

    def show_waiting(self, *, waits: bool) -> None:
        """Say what is next: asking an office, or the digits of one whose file `waits` here."""
        self._waits = waits
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Your office"))
        alone = self.tr("This laptop has not joined an office yet. What you record is on this laptop alone.")
        waits = self.tr("The office's first file is here. It is imported once you have typed its digits.")
        self.text.setText(waits if self._waits else alone)
        self.join.setText(self.tr("Type the digits…") if self._waits else self.tr("Join an office…"))
        self.no.setText(self.tr("Not needed"))
        self.no.setVisible(not self._waits)


_MOST_REQUESTS = 3
"""Requests that are seen at once; the next one takes the place of one that is done."""


class OfficeRequestsCard(Retranslated, Card):
    """One row for each request; its button emits `answer_requested(request)`, `requested` leads elsewhere."""

    answer_requested = Signal(object)
    requested = Signal(str, dict)

    def __init__(self, context: AppContext) -> None:
        super().__init__("from_office")
        self._context = context
        self._shown = ToOffice()
        self.rows: list[ActionRow] = []
        self.losses = ActionRow("from_office_losses", "history")
        self.losses.button.clicked.connect(lambda: self.requested.emit("review", {"replaced": True}))
        for place in range(_MOST_REQUESTS):
            row = ActionRow(f"from_office_{place + 1}", "office")
            row.button.clicked.connect(lambda _on=False, place=place: self._press(place))
            withhold("exchange/requests/answer", row.button)
            self.add_row(row)
            self.rows.append(row)
        self.add_row(self.losses)
        self.differs = ActionRow("from_office_differs", "alert")
        self.patience = ActionRow("from_office_patience", "clock")
        self.differs.button.clicked.connect(lambda: self.requested.emit("sending", {"everything": True}))
        self.patience.button.clicked.connect(lambda: self.requested.emit("sending", {}))
        self.newer = ActionRow("from_office_newer", "file")
        self.add_row(self.differs)
        self.add_row(self.patience)
        self.add_row(self.newer)
        self.retranslate()

    def show_state(self, state: ToOffice) -> None:
        """Show what waits; nothing at all hides the card."""
        self._shown = state
        formats, today = self._context.formats, self._context.today()
        for index, row in enumerate(self.rows):
            there = index < len(state.errands)
            if there:
                errand = state.errands[index]
                said = label_text(requests.words(errand), self._context.language.code)
                asked = formats.day_said(errand.asked_on, today) if errand.asked_on else ""
                row.set_row(
                    said, self.tr("asked {day}").format(day=asked) if asked else "", self._act(errand)
                )
                row.words.title.setToolTip(said)
            self.show_row(row, shown=there)
        self.losses.set_row(
            self.tr("Replaced: %n value(s) of yours", "", state.losses),
            self.tr("by a decision or a correction of somebody else"),
            self.tr("See"),
        )
        self.show_row(self.losses, shown=state.losses > 0)
        self._show_worries(state)
        self.setVisible(self.tells(state))

    @staticmethod
    def tells(state: ToOffice) -> bool:
        """Tell whether there is anything to be shown."""
        worries = state.warnings or state.differing or state.newer
        return bool(state.errands or state.losses or worries)

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("From the office"))
        self.show_state(self._shown)

    def _show_worries(self, state: ToOffice) -> None:
        """Show where office and laptop differ, and what has waited too long."""
        codes = ", ".join(state.differing)
        self.differs.set_row(
            self.tr("Not the same here and at the office: {courses}").format(courses=codes),
            self.tr("Send everything again, then import a new file from the office."),
            self.tr("Send…"),
        )
        self.show_row(self.differs, shown=bool(state.differing))
        if state.warnings:
            said = label_text(state.warnings[0], self._context.language.code)
            title, text = first_sentence(said)
            self.patience.set_row(title, text, self.tr("Send…"))
        self.show_row(self.patience, shown=bool(state.warnings))
        waiting, who = waiting_labels(state.newer)
        language = self._context.language.code
        self.newer.set_row(label_text(waiting, language), label_text(who, language), "")
        self.show_row(self.newer, shown=bool(state.newer))

    def _act(self, errand: OfficeRequest) -> str:
        if errand.kind is OfficeRequestKind.KEY:
            return self.tr("New key…")
        return self.tr("Send…") if errand.kind is OfficeRequestKind.AGAIN else self.tr("Done…")

    def _press(self, place: int) -> None:
        errand = self._shown.errands[place]
        if errand.kind is OfficeRequestKind.AGAIN:
            self.requested.emit("sending", {"everything": True})
        elif errand.kind is OfficeRequestKind.KEY:
            self.requested.emit("settings", {"new_key": True})
        else:
            self.answer_requested.emit(errand)
