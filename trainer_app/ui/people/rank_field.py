"""A rank: chosen from the list, or typed as somebody writes it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter

from trainer_app.domain.ranks import RANKS, RankForm, rank_name, read_rank
from trainer_app.ui.widgets.forms import ComboBox


class RankField(ComboBox):
    """Offers the ranks of the militia in the window's language; any other text is kept as it is typed."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(12)
        completer = QCompleter(self.model(), self)
        completer.setObjectName(f"{name}_found")
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self._rank = ""

    def set_rank(self, rank: str, language: str) -> None:
        """Show a stored rank, and the list in a language."""
        self.clear()
        self.addItem("", "")
        for each in RANKS:
            self.addItem(rank_name(each.code, language), each.code)
        self._rank = rank
        place = self.findData(rank)
        if place >= 0:
            self.setCurrentIndex(place)
        else:
            self.setCurrentIndex(0)
            self.setEditText(rank_name(rank, language, RankForm.FULL))

    def rank(self) -> str:
        """Return what was chosen or typed, as it is stored."""
        text = self.currentText().strip()
        place = self.findText(text, Qt.MatchFlag.MatchFixedString)
        if place >= 0:
            return str(self.itemData(place) or "")
        return read_rank(text) or text
