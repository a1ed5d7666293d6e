"""The history of the mark in the current cell."""

from trainer_app.ui.shell.history_panel import RowHistoryPanel


class MarkHistoryPanel(RowHistoryPanel):
    """Lies over the right edge of the grid."""

    def title_words(self) -> str:
        """Return what the panel is called."""
        return self.tr("History of the mark")

    def nothing_words(self) -> str:
        """Say that nothing was ever written here."""
        return self.tr("Nothing was ever marked here.")
