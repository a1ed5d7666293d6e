"""Step 2: who will be able to open the file; without an office, a passphrase and the way to an office."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions import cotrainers, sending
from trainer_app.domain.sending import CoTrainer, Recipient
from trainer_app.ui.sending.step_card import StepCard
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.start.passphrase import LEAST, PassphraseField
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.choices import ChoiceRow, Shape
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.tick_list import TickList

_SHOWN = 3
"""Co-trainers that are seen at once; the others are scrolled to."""


class AlwaysRow(ChoiceRow):
    """Somebody who can always open the file: shown with a tick that nobody can take away."""

    def __init__(self, name: str, icon: str) -> None:
        super().__init__(name, Shape.TICK, icon)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Stay ticked."""


class WhomCard(Retranslated, StepCard):
    """`request_asked`, `join_asked`: the two steps to an office; `changed` tells of typing and ticking."""

    request_asked = Signal()
    join_asked = Signal()
    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("sending_whom", 2)
        self._desk = desk
        self._recipients: list[Recipient] = []
        self.office = AlwaysRow("sending_office", "office")
        self.recovery = AlwaysRow("sending_recovery", "key")
        self._others: list[CoTrainer] = []
        self.others_caption = label("body_strong", "sending_co_trainers_label")
        self.others = TickList("sending_co_trainers", _SHOWN)
        self.others_hint = label("caption", "sending_co_trainers_hint", wrap=True)
        self.passphrase = PassphraseField("sending_passphrase")
        self.caption = label("body_strong", "sending_passphrase_label")
        self.hint = label("caption", "sending_passphrase_hint", wrap=True)
        self.request = Button("sending_request", Kind.GHOST, "file")
        self.join = Button("sending_join", Kind.GHOST, "office")
        self._alone = QWidget()
        self._alone.setObjectName("sending_alone")
        self._lay_out()
        self.passphrase.line.textChanged.connect(self.changed)
        self.others.lines.ticked.connect(lambda _place: self.changed.emit())
        self.request.clicked.connect(self.request_asked)
        self.join.clicked.connect(self.join_asked)
        self.retranslate()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._alone)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.caption)
        column.addWidget(self.passphrase)
        column.addWidget(self.hint)
        column.addSpacing(6)
        for button in (self.request, self.join):
            column.addWidget(button)
        for part in (self.office, self.recovery, self._alone):
            self.body.addWidget(part)
        for part in (self.others_caption, self.others, self.others_hint):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def show_recipients(self) -> None:
        """Show who can open the file now."""
        self._recipients = self._desk.ask(sending.recipients, self._desk.language.code) or []
        office = next((one for one in self._recipients if one.kind == "office"), None)
        self.office.setVisible(office is not None)
        self.recovery.setVisible(office is not None)
        self._alone.setVisible(office is None)
        if office is not None:
            second = office.fingerprint  # whole, as it is compared by telephone
            self.office.set_words(office.name, second)
            self.recovery.set_words(
                self.tr("The office's recovery key"), self.tr("lies on paper, always needed")
            )
        self._show_others()

    def co_trainers(self) -> tuple[str, ...]:
        """Return the codes of the other laptops that shall be able to open the file too."""
        return tuple(self._others[place].code for place in self.others.lines.on())

    def shared_courses(self) -> list[str]:
        """Return the codes of the courses that all who are ticked teach."""
        taught = [set(self._others[place].courses) for place in self.others.lines.on()]
        return sorted(set.intersection(*taught)) if taught else []

    def _show_others(self) -> None:
        """Show the other trainers of the courses here; who is ticked stays ticked."""
        found = [one for one in self._desk.ask(cotrainers.list_co_trainers) or [] if one.courses]
        if found != self._others:
            ticked = self.co_trainers()
            self._others = found
            self.others.lines.set_words([_words_of(one) for one in found])
            self.others.show_at_most(min(len(found), _SHOWN))
            self.others.lines.set_on(place for place, one in enumerate(found) if one.code in ticked)
        for part in (self.others_caption, self.others, self.others_hint):
            part.setVisible(bool(found))

    @property
    def joined(self) -> bool:
        """Tell whether there is an office."""
        return any(one.kind == "office" for one in self._recipients)

    @property
    def ready(self) -> bool:
        """Tell whether somebody will be able to open the file."""
        return self.joined or len(self.passphrase.text().strip()) >= LEAST

    @property
    def name(self) -> str:
        """Whom the file is for, in words."""
        found = next((one.name for one in self._recipients if one.kind == "office"), "")
        return found or self.tr("whoever knows the passphrase")

    def secret(self) -> str:
        """Return the passphrase, "" where there is an office."""
        return "" if self.joined else self.passphrase.text().strip()

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("To whom"))
        self.others_caption.setText(self.tr("Also for co-trainers"))
        self.others.setAccessibleName(self.others_caption.text())
        self.others_hint.setText(
            self.tr("A file for co-trainers holds only the courses that all who are ticked teach.")
        )
        self.caption.setText(self.tr("Passphrase for this file"))
        self.passphrase.setAccessibleName(self.caption.text())
        self.hint.setText(
            self.tr(
                "No office is known yet. Whoever opens the file must know these words: tell them by "
                "telephone."
            )
        )
        self.request.setText(self.tr("Ask an office to enrol this laptop"))
        self.join.setText(self.tr("Take in the office's first file"))
        self.show_recipients()


def _words_of(one: CoTrainer) -> str:
    return " · ".join(part for part in (one.code, one.name, ", ".join(one.courses)) if part)
