"""A limit of the completion rule, to be chosen or typed, for the question "what if"."""

import re

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox

from trainer_app.ui.shell.language import Formats
from trainer_app.ui.widgets.forms import ComboBox
from trainer_app.ui.widgets.naming import Retranslated, set_state

_PERCENT = re.compile(r"([0-9]{1,3})(?:[.,]([0-9]{1,2}))?\s*%?")
_WHOLE = 10_000
OWN = -1
"""A limit that stays as each course has it."""


def read_limit(text: str) -> int | None:
    """Return a typed percentage in hundredths of a per cent ("75", "82,5 %"); None for anything else."""
    found = _PERCENT.fullmatch(text.strip())
    if found is None:
        return None
    value = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))
    return value if value <= _WHOLE else None


class LimitField(Retranslated, ComboBox):
    """Some usual limits, "off", and whatever else is typed. `asked()` when another limit is meant.

    With `own` it can also be left as each course has it (`OWN`).
    """

    asked = Signal()

    def __init__(self, name: str, usual: tuple[int, ...], *, own: bool = False) -> None:
        super().__init__(name)
        self._usual = (OWN, *usual) if own else usual
        self._formats: Formats | None = None
        self._limit: int | None = None
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFixedWidth(124 if own else 104)
        edit = self.lineEdit()
        assert edit is not None
        edit.setObjectName(f"{name}_text")
        edit.setMaxLength(8)
        edit.editingFinished.connect(self._typed)
        edit.installEventFilter(self)
        self.activated.connect(self._picked)

    def limit(self) -> int | None:
        """Return the limit meant, in hundredths of a per cent; None for "off", `OWN` for "as set"."""
        return self._limit

    def show_limit(self, limit: int | None, formats: Formats) -> None:
        """Show a limit without asking anything."""
        self._limit, self._formats = limit, formats
        self.clear()
        for each in self._usual:
            self.addItem(self._shown(each), each)
        self.addItem(self._shown(None), None)
        self.setEditText(self._shown(limit))
        set_state(self, "wrong", "")

    def retranslate(self) -> None:
        """Show the limit in another language."""
        if self._formats is not None:
            self.show_limit(self._limit, self._formats)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Esc take back what was typed."""
        escaped = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        )
        if escaped and self.currentText() != self._shown(self._limit):
            self.setEditText(self._shown(self._limit))
            set_state(self, "wrong", "")
            return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        text = self.currentText().strip()
        if text == self._shown(self._limit):
            set_state(self, "wrong", "")
            return
        for known in (None, *[each for each in self._usual if each == OWN]):
            if text == self._shown(known):
                self._mean(known)
                return
        limit = read_limit(text)
        if limit is None:
            set_state(self, "wrong", "true")
            return
        self._mean(limit)

    def _picked(self, place: int) -> None:
        data = self.itemData(place)
        self._mean(data if isinstance(data, int) else None)

    def _mean(self, limit: int | None) -> None:
        set_state(self, "wrong", "")
        changed = limit != self._limit
        self._limit = limit
        self.setEditText(self._shown(limit))
        if changed:
            self.asked.emit()

    def _shown(self, limit: int | None) -> str:
        if limit == OWN:
            return self.tr("as set")
        if limit is None or self._formats is None:
            return self.tr("off")
        return self._formats.percent(limit, 2 if limit % 10 else 1 if limit % 100 else 0)
