"""A line for a town or a district: places of the list are found in any script, other text stays as typed."""

from dataclasses import KW_ONLY, dataclass
from typing import override

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit

from trainer_app.domain.people.places import ListedPlace, find_place, region_of, search_places
from trainer_app.ui.kit.form_fields import FormField
from trainer_app.ui.kit.language import window_language
from trainer_app.ui.widgets.fields import FormRow

_OFFERED, _WIDEST = 12, 340
_TAKEN = Qt.ItemDataRole.UserRole
"""What is put into the line: the name without its region."""


class PlaceField(QLineEdit):
    """Offers places of the list while somebody types, each with its region, in the window's language."""

    def __init__(self, name: str, most: int = 80) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setMaxLength(most)
        # A file that is let go above it is for the window: its path is nothing that anybody types.
        self.setAcceptDrops(False)
        self._found = QStandardItemModel(self)
        completer = QCompleter(self._found, self)
        completer.setObjectName(f"{name}_found")
        # What is found was found already, also by letters that the name shown has not.
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCompletionRole(_TAKEN)
        completer.setMaxVisibleItems(_OFFERED)
        self.setCompleter(completer)
        self.textEdited.connect(self._offer)

    def listed(self) -> ListedPlace | None:
        """Return the place that the text names, if it is in the list."""
        return find_place(self.text())

    def not_listed(self) -> str:
        """Return the sentence for a text that is in no list; empty for the others."""
        if not self.text().strip() or self.listed() is not None:
            return ""
        return self.tr("Not in the list of places: it stays as typed.")

    def _offer(self, typed: str) -> None:
        language, popup = window_language(), self.completer().popup()
        if popup is not None:
            # A name with its region is longer than half of a form.
            popup.setMinimumWidth(_WIDEST)
        self._found.clear()
        for place in search_places(typed)[:_OFFERED] if typed.strip() else ():
            region = region_of(place)
            name = place.name[language]
            item = QStandardItem()
            shown = name if region is None else f"{name} · {region.name[language]}"
            item.setData(name, _TAKEN)
            item.setData(shown, Qt.ItemDataRole.DisplayRole)
            self._found.appendRow(item)


@dataclass(frozen=True)
class PlaceText(FormField[FormRow[PlaceField]]):
    """A town or district. Below it stands whether the list of places lacks it."""

    _: KW_ONLY
    most: int = 80

    @override
    def make(self, name: str) -> FormRow[PlaceField]:
        row = FormRow(name, PlaceField(name, self.most))
        row.field.textChanged.connect(lambda _text: _say_listed(row))
        return row

    @override
    def say(self, part: FormRow[PlaceField]) -> None:
        part.set_words(self.words, self.about or part.field.not_listed())

    @override
    def get(self, part: FormRow[PlaceField]) -> str:
        return part.field.text().strip()

    @override
    def put(self, part: FormRow[PlaceField], value: str | None) -> None:
        part.field.setText(value or "")

    @override
    def signal(self, part: FormRow[PlaceField]) -> SignalInstance:
        return part.field.textChanged

    @override
    def entry(self, part: FormRow[PlaceField]) -> PlaceField:
        return part.field


def _say_listed(row: FormRow[PlaceField]) -> None:
    row.set_words(row.caption.text(), row.field.not_listed())
