"""The filters above the bank: search, topic, kind, and whether what was put away is looked at."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.questions import QuestionKind
from trainer_app.ui.bank.wording import BankWording
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.forms import ComboBox
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.search import SearchField

_ANY, _NONE, _AWAY = "", "-", "away"
"""Data of the choices: any topic or kind, no topic, what was put away."""


class FindField(SearchField):
    """Down and Enter lead from the search into the list."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move into the list."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.down.emit()


class QuestionFilters(Retranslated, QWidget):
    """`changed` asks for the list anew."""

    changed = Signal()
    down = Signal()

    def __init__(self, name: str, wording: BankWording, *, put_away: bool = True) -> None:
        super().__init__()
        self.setObjectName(name)
        self._wording = wording
        self._topics: tuple[str, ...] = ()
        self.search = FindField(f"{name}_search")
        self.topic_field = ComboBox(f"{name}_topic")
        self.kind_field = ComboBox(f"{name}_kind")
        self.place_field = ComboBox(f"{name}_place")
        self._put_away = put_away
        self.reset = Button(f"{name}_reset", Kind.GHOST, "close")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.search, 1)
        self.search.setMaximumWidth(360)
        for field, width in ((self.topic_field, 230), (self.kind_field, 190), (self.place_field, 170)):
            field.setFixedWidth(width)
            field.activated.connect(self._chosen)
            row.addWidget(field)
        row.addWidget(self.reset)
        row.addStretch(1)
        self.place_field.hide()
        self.search.searched.connect(lambda _text: self._chosen())
        self.search.down.connect(self.down)
        self.reset.clicked.connect(self.clear)
        self.retranslate()

    @property
    def text(self) -> str:
        """What is searched for."""
        return self.search.text().strip()

    @property
    def topic(self) -> str | None:
        """The topic asked for; "" for questions without one."""
        data = str(self.topic_field.currentData() or _ANY)
        return None if data == _ANY else "" if data == _NONE else data

    @property
    def kind(self) -> QuestionKind | None:
        """The kind asked for."""
        data = self.kind_field.currentData()
        return QuestionKind(data) if data else None

    @property
    def archived(self) -> bool:
        """Tell whether what was put away is looked at."""
        return bool(self.place_field.currentData() == _AWAY)

    @property
    def active(self) -> bool:
        """Tell whether anything is asked for."""
        fields = (self.topic_field, self.kind_field, self.place_field)
        return bool(self.text) or any(field.currentIndex() > 0 for field in fields)

    def offer(self, topics: Sequence[str], put_away: int) -> None:
        """Offer the topics that there are, keeping what is chosen."""
        self._topics = tuple(topics)
        self.retranslate()
        self.place_field.setVisible(self._put_away and (put_away > 0 or self.archived))

    def clear(self) -> None:
        """Ask for all questions of the bank."""
        self.search.clear()
        for field in (self.topic_field, self.kind_field, self.place_field):
            field.setCurrentIndex(0)
        self._chosen()

    def retranslate(self) -> None:
        """Set every word."""
        self.search.set_hint(self.tr("Find a question"))
        self.reset.setText(self.tr("All questions"))
        topics = [(self._wording.topic(topic), topic) for topic in self._topics]
        _fill(self.topic_field, self.tr("Any topic"), [*topics, (self.tr("Without a topic"), _NONE)])
        kinds = [(self._wording.kind_title(kind), kind.value) for kind in QuestionKind]
        _fill(self.kind_field, self.tr("Any kind"), kinds)
        _fill(self.place_field, self.tr("In the bank"), [(self.tr("Put away"), _AWAY)])
        self.topic_field.setAccessibleName(self.tr("Only one topic"))
        self.kind_field.setAccessibleName(self.tr("Only one kind"))
        self.place_field.setAccessibleName(self.tr("In the bank or put away"))
        self.reset.setVisible(self.active)

    def _chosen(self) -> None:
        self.reset.setVisible(self.active)
        self.changed.emit()


def _fill(field: ComboBox, anything: str, items: list[tuple[str, str]]) -> None:
    chosen = field.currentData()
    field.clear()
    field.addItem(anything, _ANY)
    for words, data in items:
        field.addItem(words, data)
    field.setCurrentIndex(max(field.findData(chosen), 0) if chosen else 0)
