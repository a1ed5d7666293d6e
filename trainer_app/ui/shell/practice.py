"""Practising with invented people: the way from the first start, and what tells that nothing here counts.

It happens in a data folder beside the real one, in a program of its own, so that nothing can be mixed up.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, override

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from trainer_app.domain.base.errors import TrainerError
from trainer_app.system.handover import own_folder, practice_passphrase
from trainer_app.ui.kit.jobs import Jobs
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.labels import Retranslated, label

if TYPE_CHECKING:
    from trainer_app.ui.start.first_start import FirstStartPage


def practise(
    page: FirstStartPage,
    jobs: Jobs,
    root: Path,
    *,
    elsewhere: Callable[[Path, str], bool],
    back: Callable[[], None],
    failed: Callable[[TrainerError], None],
) -> None:
    """Make the folder to practise in beside `root`, showing how far it is, and open it in a new program.

    `elsewhere(folder, passphrase)` starts that and tells whether it is on its way; `back` is called where no
    program could be started, `failed` where the folder could not be made.
    """
    from trainer_app.actions.today import demo

    def told(_code: str, fraction: float) -> None:
        page.show_practice(fraction)

    def made(own: Path) -> None:
        jobs.progressed.disconnect(told)
        if not elsewhere(own, practice_passphrase(own)):
            back()

    def refused(error: TrainerError) -> None:
        jobs.progressed.disconnect(told)
        failed(error)

    page.set_busy(busy=True)
    page.show_practice(0)
    jobs.progressed.connect(told)
    jobs.run("", lambda progress: demo.prepare_practice(root, progress), done=made, failed=refused)


class PracticeBand(Retranslated, QWidget):
    """Stands above every screen of a folder to practise in, and is hidden in any other one.

    `ended(Path)` gives the data folder that is the person's own.
    """

    ended = Signal(object)

    def __init__(self, root: Path) -> None:
        super().__init__()
        self.setObjectName("practice")
        self._own = own_folder(root)
        self.words = label("body_strong", "practice_words", wrap=True)
        self.end_button = Button("practice_end", ButtonKind.CHOICE)
        self.end_button.clicked.connect(self._end)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 12, 0, 0)
        row.setSpacing(16)
        row.addWidget(self.words, 1)
        row.addWidget(self.end_button, 0, Qt.AlignmentFlag.AlignTop)
        self.setVisible(self._own is not None)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.words.setText(
            self.tr("Practice: all people and courses are invented. Try everything, nothing here counts.")
        )
        self.end_button.setText(self.tr("To my own data"))

    def _end(self) -> None:
        if self._own is not None:
            self.ended.emit(self._own)
