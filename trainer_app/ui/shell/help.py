"""What is told around a screen: its keys, and that somebody only practises.

Ctrl+F1 lays all keys over the screen. Practising with invented people happens in a data folder beside the
real one, in a program of its own, so that nothing can be mixed up: here are the way to it from the first
start, and the band that tells that nothing here counts.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, override

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from trainer_app.domain.base.errors import TrainerError
from trainer_app.system.handover import own_folder, practice_passphrase, remove_practice
from trainer_app.ui.kit.jobs import Jobs
from trainer_app.ui.kit.screens import ActionSpec, KeyHint, ScreenSpec, open_keys, shown_keys
from trainer_app.ui.style.tokens import PAGE_MARGIN
from trainer_app.ui.widgets.cards import IconMark
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.labels import Retranslated, label, own_viewport
from trainer_app.ui.widgets.overlays import ModalOverlay, confirm

if TYPE_CHECKING:
    from trainer_app.ui.kit.context import AppContext, CloseQuestion
    from trainer_app.ui.shell.start_steps import StartOptions
    from trainer_app.ui.start.first_start import FirstStartPage


_WIDTH, _AROUND = 720, 190


class HelpOverlay(Retranslated, ModalOverlay):
    """Lists keys in three groups: this screen, everywhere, the rail."""

    def __init__(
        self,
        host: QWidget,
        screen_title: str,
        screen_keys: list[KeyHint],
        actions: tuple[ActionSpec, ...],
        screens: tuple[ScreenSpec, ...],
    ) -> None:
        super().__init__("help", host, _WIDTH)
        self.title = label("title", "help_title")
        self.close_button = Button("help_close")
        self.close_button.clicked.connect(self.dismiss)
        self._screen_keys, self._actions, self._screens = screen_keys, actions, screens
        self._heads = [label("card_title", f"help_head_{name}") for name in ("screen", "window", "rail")]
        self._heads[0].setText(screen_title)
        self.column.addWidget(self.title)
        self.column.addWidget(self._lists(), 1)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        self.column.addLayout(foot)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the words of the sheet."""
        self.title.setText(self.tr("Keys"))
        self._heads[1].setText(self.tr("Everywhere"))
        self._heads[2].setText(self.tr("Go to"))
        self.close_button.setText(self.tr("Close"))
        self.setAccessibleName(self.tr("Keys"))

    def _lists(self) -> QScrollArea:
        holder = QWidget()
        holder.setProperty("role", "clear")
        columns = QHBoxLayout(holder)
        columns.setContentsMargins(0, 8, 12, 8)
        columns.setSpacing(32)
        window = [KeyHint(shown_keys(spec.keys[0]), spec.words()) for spec in self._actions]
        window.append(KeyHint("Tab", self.tr("Next field or button")))
        window.append(KeyHint("Esc", self.tr("Close what is open")))
        window.append(KeyHint(shown_keys("Ctrl+Shift+O"), self.tr("Sort the list")))
        copies = f"{shown_keys('Ctrl+C')}  {shown_keys('Ctrl+Shift+C')}"
        window.append(KeyHint(copies, self.tr("Copy the row, the whole list")))
        rail = [KeyHint(shown_keys(open_keys(i)), spec.title) for i, spec in enumerate(self._screens)]
        left = [(self._heads[0], self._screen_keys)] if self._screen_keys else []
        for groups in ([*left, (self._heads[2], rail)], [(self._heads[1], window)]):
            column = QVBoxLayout()
            column.setSpacing(8)
            for head, keys in groups:
                column.addWidget(head)
                column.addLayout(_grid(keys, head.objectName().rpartition("_")[2]))
                column.addSpacing(12)
            column.addStretch(1)
            columns.addLayout(column, 1)
        self._heads[0].setVisible(bool(left))
        scroll = QScrollArea()
        scroll.setObjectName("help_scroll")
        scroll.setAccessibleName(self.tr("Keys"))
        own_viewport(scroll)
        scroll.setWidgetResizable(True)
        scroll.setWidget(holder)
        room = self.window().height() - _AROUND
        scroll.setMinimumHeight(max(120, min(holder.sizeHint().height() + 8, room)))
        return scroll


def _grid(keys: list[KeyHint], group: str) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for row, each in enumerate(keys):
        cap = QFrame()
        cap.setProperty("role", "key")
        inside = QHBoxLayout(cap)
        inside.setContentsMargins(7, 2, 7, 2)
        # As it stands on the key: Qt calls that of the letters otherwise than that of the digits.
        shown = each.keys.replace("Return", "Enter")
        inside.addWidget(label("caption_strong", f"help_{group}_key_{row}", shown))
        grid.addWidget(cap, row, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label("small", f"help_{group}_words_{row}", each.words, wrap=True), row, 1)
    return grid


def practise(
    page: FirstStartPage,
    jobs: Jobs,
    entry: StartOptions,
    *,
    back: Callable[[], None],
    failed: Callable[[TrainerError], None],
) -> None:
    """Make the folder to practise in, showing on the first page how far it is, and open it in a new program.

    `back` is called where no program could be started, `failed` where the folder could not be made.
    """
    from trainer_app.actions.today import demo

    root, elsewhere = entry.folder.root, entry.elsewhere

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


def practise_beside(
    host: QWidget,
    context: AppContext,
    entry: StartOptions,
    doubt: CloseQuestion | None,
    *,
    closed: Callable[[], None],
) -> None:
    """Ask, then make the folder to practise in, close the data by `closed`, and go there."""
    from trainer_app.actions.today import demo

    root, translate = context.work.folder.root, QCoreApplication.translate

    def made(own: Path) -> None:
        passphrase = practice_passphrase(own)
        closed()
        entry.elsewhere(own, passphrase)

    def make() -> None:
        context.run(
            translate("Practice", "Making the practice course"),
            lambda _work, progress: demo.prepare_practice(root, progress),
            done=made,
            writes=False,
        )

    text = translate(
        "Practice",
        "Your own data are closed meanwhile; you need your passphrase when you come back.",
    )
    confirm(
        host,
        translate("Practice", "Practise with invented people?"),
        f"{text} {doubt.text}" if doubt is not None else text,
        translate("Practice", "Practise"),
        make,
        danger=doubt is not None,
        name="practice_question",
    )


def leave_practice(own: Path, entry: StartOptions, *, throw: bool, again: Callable[[], None]) -> None:
    """Go from a closed folder to practise in to the person's own, and throw the former away if asked to.

    `again` begins anew where no program could be started.
    """
    if throw:
        remove_practice(entry.folder.root)
    if not entry.elsewhere(own, ""):
        again()


class PracticeBand(Retranslated, QFrame):
    """Stands above every screen of a folder to practise in, and is hidden in any other one.

    `ended(Path, bool)` gives the data folder that is the person's own, and whether what was practised goes.
    """

    ended = Signal(object, bool)

    def __init__(self, root: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("practice")
        self.setProperty("role", "practice")
        self._own = own_folder(root)
        self.mark = IconMark("practice_icon", "courses", "late", 22)
        self.words = label("body_strong", "practice_words", wrap=True)
        self.throw_button = Button("practice_throw", ButtonKind.GHOST, "trash")
        self.throw_button.clicked.connect(lambda: self._end(throw=True))
        self.end_button = Button("practice_end", ButtonKind.CHOICE)
        self.end_button.clicked.connect(lambda: self._end(throw=False))
        row = QHBoxLayout(self)
        row.setContentsMargins(PAGE_MARGIN, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self.mark)
        row.addWidget(self.words, 1)
        row.addWidget(self.throw_button)
        row.addWidget(self.end_button)
        if self._own is None:
            self.hide()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.words.setText(
            self.tr("Practice: all people and courses are invented. Try everything, nothing here counts.")
        )
        self.throw_button.setText(self.tr("Throw away"))
        self.throw_button.setToolTip(self.tr("The practice course goes; the next time there is a fresh one."))
        self.end_button.setText(self.tr("To my own data"))

    def _end(self, *, throw: bool) -> None:
        if self._own is not None:
            self.ended.emit(self._own, throw)
