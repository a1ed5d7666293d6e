"""Two people who may be one: both side by side, why the program thinks so, and three answers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.actions.directory import PersonLine
from trainer_app.actions.values import options
from trainer_app.domain.matching import Candidate
from trainer_app.domain.people import Sex
from trainer_app.domain.ranks import rank_name
from trainer_app.ui.review.wording import ReviewWording
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.shell.tokens import CARD_PADDING
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.chips import Chip, Tone
from trainer_app.ui.widgets.labels import ElidedLabel, label, rule
from trainer_app.ui.widgets.naming import Retranslated, set_role
from trainer_app.ui.widgets.rows import IconMark

_FIELDS = ("latin", "sex", "rank", "unit", "district", "courses")
_CAPTIONS = 112
_AGAINST = ("differs", "missing", "course_same")


class CandidateCard(Retranslated, QFrame):
    """One of the two. `kept` is emitted by its button: they are one person, and this spelling stays."""

    kept = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.name = label("card_title", f"{name}_name", wrap=True)
        self.captions = {key: label("caption", f"{name}_{key}") for key in _FIELDS}
        self.values = {key: ElidedLabel("body", f"{name}_{key}_value") for key in _FIELDS}
        self.button = Button(f"{name}_keep", Kind.CHOICE, "check")
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self.kept)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(7)
        grid.setColumnMinimumWidth(0, _CAPTIONS)
        grid.setColumnStretch(1, 1)
        for place, key in enumerate(_FIELDS):
            grid.addWidget(self.captions[key], place, 0, Qt.AlignmentFlag.AlignBaseline)
            grid.addWidget(self.values[key], place, 1, Qt.AlignmentFlag.AlignBaseline)
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
        self.button.setAccessibleDescription(name)

    def retranslate(self) -> None:
        """Set every word."""
        words = (
            self.tr("In Latin letters"),
            self.tr("Sex"),
            self.tr("Rank"),
            self.tr("Unit"),
            self.tr("Duty district"),
            self.tr("Courses"),
        )
        for caption, text in zip(self.captions.values(), words, strict=True):
            caption.setText(text)
        self.button.setText(self.tr("One person: keep this spelling"))


class PeoplePage(Retranslated, QWidget):
    """`joined(keep, other)`, `parted(a, b)` and `later` are the three answers."""

    joined = Signal(str, str)
    parted = Signal(str, str)
    later = Signal()

    def __init__(self, desk: Desk, wording: ReviewWording) -> None:
        super().__init__()
        self.setObjectName("review_people")
        self._desk, self._wording = desk, wording
        self._lines: tuple[PersonLine, PersonLine] | None = None
        self.pair: Candidate | None = None
        self.title = label("card_title", "review_people_headline", wrap=True)
        self.about = label("second", "review_people_about", wrap=True)
        self.chip = Chip("review_people_chip")
        self.cards = (CandidateCard("review_person_1"), CandidateCard("review_person_2"))
        self.reasons = Card("review_reasons")
        self.not_same = Button("review_not_same")
        self.later_button = Button("review_people_later", Kind.GHOST)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.chip)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        words.addWidget(self.about)
        cards = QHBoxLayout()
        cards.setSpacing(16)
        for card in self.cards:
            cards.addWidget(card, 1)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.not_same)
        line.addWidget(self.later_button)
        line.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(words)
        column.addLayout(cards)
        column.addLayout(line)
        column.addWidget(self.reasons)
        column.addStretch(1)

    def _connect(self) -> None:
        for place, card in enumerate(self.cards):
            card.kept.connect(lambda place=place: self.take(place))
        self.not_same.clicked.connect(self._part)
        self.later_button.clicked.connect(self.later)

    def show_pair(self, pair: Candidate, lines: tuple[PersonLine, PersonLine]) -> None:
        """Show two people."""
        self.pair, self._lines = pair, lines
        values = [self._values(line) for line in lines]
        for place, card in enumerate(self.cards):
            card.show_person(lines[place].person.name, values[place], values[1 - place])
        likely = self.tr("very likely") if pair.strong else self.tr("possible")
        self.chip.set_chip(likely, Tone.NOW if pair.strong else Tone.QUIET)
        self._show_reasons(pair)
        self.setAccessibleName(f"{lines[0].person.name}, {lines[1].person.name}")

    def take(self, place: int) -> None:
        """Say that both are one person, and keep the spelling of one of them."""
        if self.pair is not None and place < 2:
            keep, other = (self.pair.a, self.pair.b) if place == 0 else (self.pair.b, self.pair.a)
            self.joined.emit(keep, other)

    def first(self) -> QWidget:
        """Return what gets the keyboard when the details are entered."""
        return self.cards[0].button

    def retranslate(self) -> None:
        """Set every word."""
        self.title.setText(self.tr("Are these one person?"))
        self.about.setText(
            self.tr("Joining moves no mark and loses nothing; joined people can be parted again.")
        )
        self.reasons.set_title(self.tr("Why the program asks"))
        self.not_same.setText(self.tr("Not the same person"))
        self.later_button.setText(self.tr("Decide later"))
        if self.pair is not None and self._lines is not None:
            self.show_pair(self.pair, self._lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a side by its number; Esc goes back to the list."""
        if event.text() in ("1", "2"):
            self.take(int(event.text()) - 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.later.emit()
        else:
            super().keyPressEvent(event)

    def _values(self, line: PersonLine) -> dict[str, str]:
        person = line.person
        sexes = dict(options("person", "sex"))
        unknown = person.sex is Sex.UNKNOWN
        return {
            "latin": person.latin,
            "sex": "" if unknown else self._wording.say(sexes[person.sex.value]),
            "rank": rank_name(person.rank, self._desk.language.code),
            "unit": person.unit,
            "district": person.duty_district,
            "courses": ", ".join(line.courses),
        }

    def _show_reasons(self, pair: Candidate) -> None:
        self.reasons.clear_rows()
        body = self.reasons.add_body()
        for place, reason in enumerate(pair.reasons):
            against = reason.code.endswith(_AGAINST) or reason.code == "matching.course_same"
            row = QHBoxLayout()
            row.setSpacing(10)
            icon, token = ("info", "text3") if against else ("check", "present")
            row.addWidget(IconMark(f"review_reason_{place}_icon", icon, token, 18))
            row.addWidget(label("body", f"review_reason_{place}", self._wording.say(reason), wrap=True), 1)
            body.addLayout(row)

    def _part(self) -> None:
        if self.pair is not None:
            self.parted.emit(self.pair.a, self.pair.b)
