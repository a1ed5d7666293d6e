"""Pages of Review: possible duplicates of persons, files set aside, replaced values."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.actions.base.saying import options
from trainer_app.actions.base.workplace import Role, Workplace
from trainer_app.actions.exchange import importing
from trainer_app.actions.people.directory import PersonLine
from trainer_app.actions.people.joining import JoinPreview
from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.fields import ValueFormat
from trainer_app.domain.base.schema import ENTITIES, field_label
from trainer_app.domain.courses.ranks import rank_name
from trainer_app.domain.exchange.sending import QuarantinedFile
from trainer_app.domain.people.matching import Candidate
from trainer_app.domain.people.persons import LISTED_FIELDS, Sex, name_apart, namesake_details
from trainer_app.domain.review.contradictions import Loss, ReviewSide
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.review.wording import ReviewWording
from trainer_app.ui.style.tokens import CARD_PADDING
from trainer_app.ui.widgets.cards import Card, IconMark, NoteRow, ValueRow
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.indicators import Chip, Tone
from trainer_app.ui.widgets.labels import FittingLabel, Retranslated, label, rule, set_role
from trainer_app.ui.widgets.overlays import Mood, confirm
from trainer_app.ui.widgets.presses import LeftByEscape

_WHERE_KNOWN = ("birth_year",)
"""Compared too, and not shown where it is known of neither: few courses ask for it."""
_COMPARED = (*LISTED_FIELDS, *_WHERE_KNOWN, "phone")
_FIELDS = (*_COMPARED, "courses")
"""What is compared of two people beside their names; their courses stand below it."""
_OBJECTS = {"duty_district": "district"}
"""Fields whose labels are called otherwise."""
_CAPTIONS = 112
_AGAINST = ("differs", "missing", "course_same")


class CandidateCard(Retranslated, QFrame):
    """One of the two. `kept` is emitted by its button: they are one person, and this spelling stays."""

    kept = Signal()

    def __init__(self, name: str, wording: ReviewWording) -> None:
        super().__init__()
        self._wording = wording
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.name = label("card_title", f"{name}_name", wrap=True)
        objects = {key: f"{name}_{_OBJECTS.get(key, key)}" for key in _FIELDS}
        self.captions = {key: label("caption", objects[key]) for key in _FIELDS}
        self.values = {key: FittingLabel("body", f"{objects[key]}_value") for key in _FIELDS}
        self.button = Button(f"{name}_keep", ButtonKind.CHOICE, "check")
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.kept)
        withhold("people/joining/join", self.button)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(7)
        grid.setColumnMinimumWidth(0, _CAPTIONS)
        grid.setColumnStretch(1, 1)
        for index, key in enumerate(_FIELDS):
            grid.addWidget(self.captions[key], index, 0, Qt.AlignmentFlag.AlignBaseline)
            grid.addWidget(self.values[key], index, 1, Qt.AlignmentFlag.AlignBaseline)
        column = QVBoxLayout(self)
        column.setContentsMargins(CARD_PADDING - 2, 17, CARD_PADDING - 2, CARD_PADDING - 4)
        column.setSpacing(14)
        column.addWidget(self.name)
        column.addWidget(rule(f"{name}_rule"))
        column.addLayout(grid)
        column.addStretch(1)
        column.addWidget(self.button)
        self.retranslate()

    def show_person(self, name: str, values: dict[str, str], other: dict[str, str]) -> None:
        """Show somebody; what the other one has differently stands out."""
        self.name.setText(name)
        self.setAccessibleName(name)
        for key in _FIELDS:
            self.values[key].setText(values[key] or "–")
            differs = bool(values[key] and other[key] and values[key] != other[key] and key != "courses")
            set_role(self.values[key], "body_strong" if differs else "body")
        for key in _WHERE_KNOWN:
            for part in (self.captions[key], self.values[key]):
                part.setVisible(bool(values[key] or other[key]))
        self.button.setAccessibleDescription(name)

    @override
    def retranslate(self) -> None:
        for name in _COMPARED:
            self.captions[name].setText(self._wording.sentence(field_label("person", name)))
        # The column is narrow.
        self.captions["latin"].setText(self.tr("In Latin letters"))
        self.captions["courses"].setText(self.tr("Courses"))
        self.button.setText(self.tr("One person: keep this spelling"))


class PeoplePage(LeftByEscape, Retranslated, QWidget):
    """`joined(keep, other)`, `parted(a, b)` and `later` are the three answers; by numbers 1, 2 and 0."""

    joined = Signal(str, str)
    parted = Signal(str, str)
    later = Signal()

    def __init__(self, context: AppContext, wording: ReviewWording) -> None:
        super().__init__()
        self.setObjectName("review_people")
        self._context, self._wording = context, wording
        self._lines: tuple[PersonLine, PersonLine] | None = None
        self._told: JoinPreview | None = None
        self.pair: Candidate | None = None
        self.title = label("card_title", "review_people_headline", wrap=True)
        self.about = label("second", "review_people_about", wrap=True)
        self.chip = Chip("review_people_chip")
        self.shared = NoteRow("review_people_shared", "alert", "late")
        self.cards = tuple(CandidateCard(f"review_person_{number}", wording) for number in (1, 2))
        self.reasons = Card("review_reasons")
        self.not_same = Button("review_not_same")
        self.later_button = Button("review_people_later", ButtonKind.GHOST)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head = FlowRow()
        head.addWidget(self.title, 1)
        head.addWidget(self.chip)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        words.addWidget(self.about)
        cards = FlowRow()
        cards.setSpacing(16)
        for card in self.cards:
            cards.addWidget(card, 1)
        line = FlowRow()
        line.setSpacing(8)
        line.addWidget(self.not_same)
        line.addWidget(self.later_button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(words)
        column.addWidget(self.shared)
        column.addLayout(cards)
        column.addLayout(line)
        column.addWidget(self.reasons)
        column.addStretch(1)

    def _connect(self) -> None:
        for place, card in enumerate(self.cards):
            card.kept.connect(lambda place=place: self.take(place))
        self.not_same.clicked.connect(self._part)
        withhold("people/joining/not_the_same", self.not_same)
        self.later_button.clicked.connect(self.later)

    def show_pair(
        self, pair: Candidate, lines: tuple[PersonLine, PersonLine], told: JoinPreview | None = None
    ) -> None:
        """Show two people, and what joining them would do where both are on one list."""
        self.pair, self._lines, self._told = pair, lines, told
        told_apart = told.apart if told is not None else ((), ())
        values = [self._values(line, apart) for line, apart in zip(lines, told_apart, strict=True)]
        apart = namesake_details(line.person for line in lines)
        names = [name_apart(line.person.name, apart.get(line.person.key, "")) for line in lines]
        for index, card in enumerate(self.cards):
            card.show_person(names[index], values[index], values[1 - index])
        likely = self.tr("very likely") if pair.strong else self.tr("possible")
        self.chip.set_chip(likely, Tone.NOW if pair.strong else Tone.QUIET)
        self._show_reasons(pair)
        self.shared.words.setText(self._wording.shared(told))
        self.shared.setVisible(bool(self.shared.words.text()))
        self.setAccessibleName(", ".join(names))

    def take(self, place: int) -> None:
        """Say that both are one person, and keep the spelling of one of them; -1: they are not."""
        if place == -1:
            self._part()
        elif self.pair is not None and place in (0, 1):
            keep, other = (self.pair.a, self.pair.b) if place == 0 else (self.pair.b, self.pair.a)
            self.joined.emit(keep, other)
        else:
            self._context.tell_how_it_is(Mood.NOW, "review.no_such_answer", key=place + 1)

    def answers(self) -> list[tuple[str, Button]]:
        """Return what parts them, "later", and both spellings with their rows: names may look alike."""
        words, places = self.tr("One person: {name}"), self._wording.rows(self._told)
        names = [name_apart(card.name.text(), at) for card, at in zip(self.cards, places, strict=True)]
        kept = [(words.format(name=each), card.button) for each, card in zip(names, self.cards, strict=True)]
        apart = [(each.text(), each) for each in (self.not_same, self.later_button)]
        return [*apart, *kept]

    def first(self) -> QWidget:
        """Return what gets the keyboard when the details are entered."""
        return self.cards[0].button

    @override
    def retranslate(self) -> None:
        self.title.setText(self.tr("Are these one person?"))
        self.about.setText(
            self.tr(
                "Joining moves no mark and loses nothing; joined people can be separated again. Unit and "
                "district stay as beside the spelling that is kept; blank ones are taken from the other."
            )
        )
        self.reasons.set_title(self.tr("Why the program asks"))
        self.not_same.setText(self.tr("Not the same person"))
        self.later_button.setText(self.tr("Decide later"))
        if self.pair is not None and self._lines is not None:
            self.show_pair(self.pair, self._lines, self._told)

    @override
    def leave(self) -> None:
        self.later.emit()

    def _values(self, line: PersonLine, apart: Sequence[Label]) -> dict[str, str]:
        known = {name: self._value(name, getattr(line.person, name)) for name in _COMPARED}
        said = "\n".join(self._wording.say(each) for each in apart)
        return {**known, "courses": said or ", ".join(line.courses)}

    def _value(self, name: str, value: object) -> str:
        if isinstance(value, Sex):
            return "" if value is Sex.UNKNOWN else self._wording.say(dict(options("person", name))[value])
        if ENTITIES["person"].fields[name].shown is ValueFormat.RANK:
            return rank_name(str(value), self._context.language.code)
        return str(value or "")

    def _show_reasons(self, pair: Candidate) -> None:
        self.reasons.clear_rows()
        body = self.reasons.add_body()
        for index, reason in enumerate(pair.reasons):
            against = reason.code.endswith(_AGAINST) or reason.code == "matching.course_same"
            row = FlowRow()
            row.setSpacing(10)
            icon, token = ("info", "text3") if against else ("check", "present")
            row.addWidget(IconMark(f"review_reason_{index}_icon", icon, token, 18))
            row.addWidget(label("body", f"review_reason_{index}", self._wording.say(reason), wrap=True), 1)
            body.addLayout(row)

    def _part(self) -> None:
        if self.pair is not None:
            self.parted.emit(self.pair.a, self.pair.b)


class FilePage(Retranslated, QWidget):
    """`retried`, `put_away` (it waits no more) and `enrol_requested` are about the file shown."""

    retried = Signal()
    put_away = Signal()
    enrol_requested = Signal()

    def __init__(self, context: AppContext, wording: ReviewWording) -> None:
        super().__init__()
        self.setObjectName("review_file")
        self._context, self._wording = context, wording
        self.file: QuarantinedFile | None = None
        self.title = label("card_title", "review_file_headline", wrap=True)
        self.about = label("second", "review_file_about", wrap=True)
        self.card = Card("review_file_card", titled=False)
        self.rows = [ValueRow(f"review_file_{key}") for key in ("name", "since", "size")]
        self.enrol = Button("review_file_enrol", ButtonKind.CHOICE, "laptop")
        self.retry = Button("review_file_retry", ButtonKind.CHOICE, "redo")
        self.discard = Button("review_file_discard", ButtonKind.GHOST)
        self.delete = Button("review_file_delete", ButtonKind.GHOST)
        body = self.card.add_body()
        for row in self.rows:
            body.addWidget(row)
        foot = self.card.add_foot()
        for button in (self.retry, self.enrol):
            foot.addWidget(button)
        foot.addStretch(1)
        self.retry.clicked.connect(self.retried)
        self.enrol.clicked.connect(self.enrol_requested)
        self.discard.clicked.connect(self._ask_to_discard)
        self.delete.clicked.connect(self._ask_to_delete)
        withhold("exchange/importing/retry_quarantined", self.retry)
        withhold("exchange/importing/discard_quarantined", self.discard)
        withhold("exchange/importing/delete_quarantined", self.delete)
        withhold("office/office/enrol", self.enrol)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.about)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(words)
        line = FlowRow()
        line.addWidget(self.card, 3)
        line.addStretch(1)
        column.addLayout(line)
        # On a line of their own: beside the others they would make every page of Review too wide in Tajik.
        away = FlowRow()
        away.addWidget(self.discard)
        away.addWidget(self.delete)
        away.addStretch(1)
        column.addLayout(away)
        column.addStretch(1)
        self.retranslate()

    def show_file(self, file: QuarantinedFile) -> None:
        """Show a file."""
        self.file = file
        title, text = self._wording.file_words(file)
        self.title.setText(title)
        self.about.setText(text)
        looks = self._context.work.role is Role.OFFICE and file.code == "bundle.revoked_device"
        self.retry.setText(self.tr("Look at what it says") if looks else self.tr("Try again"))
        since = self._context.when(file.at) if file.at else "–"
        values = (file.file, since, self._context.formats.size(file.size))
        names = (self.tr("File"), self.tr("Set aside", "when"), self.tr("Size"))
        for row, name, value in zip(self.rows, names, values, strict=True):
            row.set_value(name, value)
        at_office = self._context.work.role is Role.OFFICE
        self.enrol.setVisible(at_office and file.code in ("", "bundle.unknown_device"))
        self.setAccessibleName(file.file)

    def first(self) -> QWidget:
        """Return what gets the keyboard when the details are entered."""
        return self.retry

    @override
    def retranslate(self) -> None:
        self.enrol.setText(self.tr("Enrol the laptop"))
        self.discard.setText(self.tr("Do not ask again"))
        self.delete.setText(self.tr("Delete for good…"))
        if self.file is not None:
            self.show_file(self.file)

    def _ask_to_discard(self) -> None:
        confirm(
            self,
            self.tr("Stop asking about this file?"),
            self.tr("It is not imported. Its encrypted copy stays in the archive of this computer."),
            self.tr("Do not ask again"),
            lambda: self._away(importing.discard_quarantined),
            name="review_discard",
        )

    def _ask_to_delete(self) -> None:
        confirm(
            self,
            self.tr("Delete this file for good?"),
            self.tr(
                "No copy of it stays on this computer, and nothing of it was imported. A laptop that is "
                "enrolled again sends everything once more."
            ),
            self.tr("Delete for good"),
            lambda: self._away(importing.delete_quarantined),
            name="review_delete_file",
        )

    def _away(self, act: Callable[[Workplace, Path], None]) -> None:
        if self.file is not None:
            self._context.ask(act, self.file.path)
            self.put_away.emit()


class ReplacedValueCard(Card):
    """One value with who wrote it, when and on which laptop; if it was a decision, why."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        body = self.add_body()
        self.value = label("card_title", f"{name}_value", wrap=True)
        self.who = label("body", f"{name}_who", wrap=True)
        self.when = label("caption", f"{name}_when", wrap=True)
        self.reason = label("body", f"{name}_reason", wrap=True)
        for part in (self.value, self.who, self.when, self.reason):
            body.addWidget(part)

    def show_side(self, title: str, side: ReviewSide, wording: ReviewWording, own: str) -> None:
        """Show a value."""
        self.set_title(title)
        self.value.setText(wording.sentence(side.words) or "–")
        self.who.setText(" · ".join(part for part in (side.user, side.device) if part))
        came = wording.came(side, own)
        moment = wording.moment(side.at) if side.at else ""
        self.when.setText(" · ".join(part for part in (moment, came) if part))
        self.reason.setVisible(bool(side.reason))
        self.reason.setText(wording.reason(side))
        shown = (self.value.text(), self.who.text(), self.when.text(), self.reason.text())
        self.setAccessibleDescription(". ".join(part for part in shown if part))


class ReplacedValuePage(LeftByEscape, Retranslated, QWidget):
    """`seen`, `all_seen` and `place_requested` carry nothing: they are about the loss shown."""

    seen = Signal()
    all_seen = Signal()
    later = Signal()

    def __init__(self, context: AppContext, wording: ReviewWording) -> None:
        super().__init__()
        self.setObjectName("review_loss")
        self._context, self._wording = context, wording
        self.loss: Loss | None = None
        self._count = 0
        self.title = label("card_title", "review_loss_headline", wrap=True)
        self.about = label("body_strong", "review_loss_about", wrap=True)
        self.place = label("second", "review_loss_place", wrap=True)
        self.own = ReplacedValueCard("review_loss_own")
        self.new = ReplacedValueCard("review_loss_new")
        self.other = ReplacedValueCard("review_loss_other")
        self.note = label("second", "review_loss_note", wrap=True)
        self.see = Button("review_loss_seen", ButtonKind.PRIMARY, "check")
        self.see_all = Button("review_loss_all_seen", ButtonKind.PLAIN)
        self.open_place = Button("review_loss_open", ButtonKind.GHOST)
        self._lay_out()
        self.see.clicked.connect(self.seen)
        self.see_all.clicked.connect(self.all_seen)
        withhold("exchange/losses/acknowledge", self.see, self.see_all)
        self.open_place.clicked.connect(self._open)
        self.retranslate()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self.title, self.about, self.place):
            words.addWidget(part)
        cards = FlowRow()
        cards.setSpacing(16)
        for card in (self.own, self.new, self.other):
            cards.addWidget(card, 1, Qt.AlignmentFlag.AlignTop)
        foot = FlowRow()
        foot.setSpacing(8)
        for button in (self.see, self.see_all, self.open_place):
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(words)
        column.addLayout(cards)
        column.addWidget(self.note)
        column.addLayout(foot)
        column.addStretch(1)

    def show_loss(self, loss: Loss, count: int) -> None:
        """Show one of `count` losses."""
        self.loss, self._count = loss, count
        wording = self._wording
        settled = self.tr("A conflict was decided, and not for your value")
        corrected = self.tr("Your value was replaced by another one")
        self.title.setText(settled if loss.settled else corrected)
        self.about.setText(wording.sentence(loss.title))
        self.place.setText(wording.sentence(loss.place))
        own = loss.own.device
        self.own.show_side(self.tr("You wrote"), loss.own, wording, own)
        self.new.show_side(self.tr("Now it says"), loss.new, wording, own)
        self.other.setVisible(loss.other is not None)
        if loss.other is not None:
            self.other.show_side(self.tr("The other laptop wrote"), loss.other, wording, own)
        self.see_all.setVisible(count > 1)
        self.see_all.setText(self.tr("All %n seen", "", count))
        self.open_place.setVisible(bool(loss.course))
        self.setAccessibleName(f"{self.title.text()}: {self.about.text()}")

    def first(self) -> QWidget:
        """Return what gets the keyboard when the details are entered."""
        return self.see

    @override
    def retranslate(self) -> None:
        self.note.setText(
            self.tr(
                "Nothing has to be done. If the new value is wrong, correct it where it stands; the office "
                "then gets your correction."
            )
        )
        self.see.setText(self.tr("I have seen it"))
        self.open_place.setText(self.tr("Open the course"))
        if self.loss is not None:
            self.show_loss(self.loss, self._count)

    @override
    def leave(self) -> None:
        self.later.emit()

    def _open(self) -> None:
        if self.loss is not None and self.loss.course:
            place = {"session": self.loss.session} if self.loss.session else {}
            self._context.go("courses", course=self.loss.course, tab="attendance", **place)
