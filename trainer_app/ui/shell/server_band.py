"""The band above the page of an office that works on a server: that it is gone, or that another desk imports."""

from __future__ import annotations

from typing import override

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.domain.base.changes import ImportElsewhere
from trainer_app.ui.style.tokens import PAGE_MARGIN
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.indicators import IconMark
from trainer_app.ui.widgets.labels import AnnouncedLabel, Retranslated, label, set_role


class ServerBand(Retranslated, QFrame):
    """Hidden while there is nothing to be said. `again` asks to try at once."""

    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("server_band")
        self._gone = False
        self._elsewhere: ImportElsewhere | None = None
        self.gone_mark = IconMark("server_band_gone", "alert", "absent_text", 22)
        self.import_mark = IconMark("server_band_import", "info", "accent_text", 22)
        self.title = AnnouncedLabel("row_title", "server_band_title")
        self.title.setWordWrap(True)
        self.about = label("second", "server_band_about", wrap=True)
        self.button = Button("server_band_again", ButtonKind.CHOICE)
        self.button.clicked.connect(self.again)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.about)
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self.gone_mark)
        row.addWidget(self.import_mark)
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self._show()

    def set_gone(self, *, gone: bool) -> None:
        """Say that the server cannot be reached, or no more so."""
        self._gone = gone
        self._show()

    def show_import(self, elsewhere: ImportElsewhere | None) -> None:
        """Say how far the import of another desk is; None: none is at work."""
        self._elsewhere = elsewhere
        self._show()

    def _show(self) -> None:
        self.setVisible(self._gone or self._elsewhere is not None)
        set_role(self, "banner_bad" if self._gone else "banner_now")
        self.gone_mark.setVisible(self._gone)
        self.import_mark.setVisible(not self._gone)
        self.button.setVisible(self._gone)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.button.setText(self.tr("Try now"))
        if self._gone:
            self.title.say(lambda: self.tr("The office's server cannot be reached"))
            self.about.setText(
                self.tr(
                    "All that was shown as saved is safe there. What is typed and not saved stays on the screen. "
                    "The program tries again by itself; you can go on as soon as it answers."
                )
            )
        elif self._elsewhere is not None:
            found = self._elsewhere
            desk, share = found.desk, round(found.share * 100)
            self.title.setText(
                self.tr("{desk} imports a file: {share} %").format(desk=desk, share=f"{share}")
            )
            self.about.setText(
                self.tr("{file}. You can go on; only rows that it brings can be changed when it is done.").format(
                    file=found.file
                )
            )
