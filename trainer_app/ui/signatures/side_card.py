"""Beside the paper: how far the sheet is, what does not fit, the answers, and a calm word at the end."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.domain.reconciliation import SheetState, SheetView, Stage
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.signatures.answers import Answers
from trainer_app.ui.signatures.difference_list import DifferenceList, DifferenceModel
from trainer_app.ui.signatures.wording import SheetWording
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.empty import Disc
from trainer_app.ui.widgets.labels import label, rule
from trainer_app.ui.widgets.naming import Retranslated, set_role
from trainer_app.ui.widgets.yielding import Yielding

WIDTH = 288
_ANSWERS = 150
"""Height that the answers keep in a low window; what does not fit is scrolled to."""


class SideCard(Retranslated, QFrame):
    """`next_asked` wants the next sheet that waits."""

    next_asked = Signal()

    def __init__(self, desk: Desk, words: SheetWording) -> None:
        super().__init__()
        self.setObjectName("signatures_side")
        self.setProperty("role", "card")
        self.setFixedWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._words = words
        self._view: SheetView | None = None
        self._more = False
        self.title = label("row_title", "signatures_side_title", wrap=True)
        self.progress = label("second", "signatures_progress", wrap=True)
        self.bar = QProgressBar()
        self.bar.setObjectName("signatures_bar")
        self.bar.setTextVisible(False)
        self.model = DifferenceModel(words, self)
        self.list = DifferenceList(self.model)
        self.answers = Answers(desk, words)
        self.hint = label("second", "signatures_hint", wrap=True)
        self.done_words = label("second", "signatures_done_text", wrap=True)
        self.next_button = Button("signatures_next_sheet", Kind.PLAIN, "right")
        self.next_button.clicked.connect(self.next_asked)
        self.middle = QStackedWidget()
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self.middle.setObjectName("signatures_middle")
        self.middle.addWidget(self.list)
        self.middle.addWidget(self._quiet_page())
        self.middle.addWidget(self._done_page())
        head = QVBoxLayout()
        head.setContentsMargins(16, 12, 16, 12)
        head.setSpacing(4)
        for part in (self.title, self.progress, self.bar):
            head.addWidget(part)
        self._answer_rule = rule("signatures_answers_rule")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(rule("signatures_side_rule"))
        column.addWidget(self.middle, 1)
        column.addWidget(self._answer_rule)
        column.addWidget(Yielding("signatures_answers_room", self.answers, _ANSWERS))
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 0, 16, 0)
        foot.addWidget(self.next_button, 0, Qt.AlignmentFlag.AlignHCenter)
        foot.addSpacing(12)
        column.addLayout(foot)

    def _quiet_page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("signatures_quiet")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 12)
        column.addWidget(self.hint)
        column.addStretch(1)
        return page

    def _done_page(self) -> QWidget:
        page = QWidget()
        page.setObjectName("signatures_done")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(14)
        column.addStretch(1)
        disc = Disc("signatures_done_icon", "okcircle", "present_soft", "present")
        column.addWidget(disc, 0, Qt.AlignmentFlag.AlignHCenter)
        self.done_words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.done_words)
        column.addStretch(2)
        return page

    def show_view(self, view: SheetView, *, more: bool) -> None:
        """Show where a sheet stands. `more`: another one waits."""
        before = self.list.current()
        at = self.list.currentIndex().row()
        self._view, self._more = view, more
        self.model.set_found(view.differences)
        place = self.model.place(before.key) if before is not None else -1
        if before is not None and place >= 0 and self.model.found[place].open == before.open:
            self.list.choose(place)
        elif self.model.found:
            # What was current is settled or gone: the next one that waits has taken its place.
            waiting = sum(1 for each in self.model.found if each.open)
            self.list.choose(min(max(at, 0), max(0, waiting - 1)))
        self.retranslate()

    def retranslate(self) -> None:
        """Set every word and show what fits."""
        self.list.setAccessibleName(self.tr("Differences between paper and marks"))
        self.hint.setText(
            self.tr(
                "Tick what the paper shows: Space for a signature, N for none, and then the rest at once. "
                "What does not fit the marks appears here."
            )
        )
        self.next_button.setText(self.tr("Next sheet"))
        self.answers.retranslate()
        if self._view is not None:
            self._show(self._view.state)

    def _show(self, state: SheetState) -> None:
        done = state.stage is Stage.RECONCILED
        if done:
            self.title.setText(self.tr("Sheet reconciled"))
        elif self.model.found:
            self.title.setText(self.tr("Paper and marks differ"))
        else:
            self.title.setText(self.tr("Checking the paper"))
        set_role(self.title, "good_text" if done else "row_title")
        self.progress.setText(self._words.progress(state))
        self.bar.setRange(0, max(1, state.whole))
        self.bar.setValue(state.checked)
        self.bar.setAccessibleName(self._words.progress(state))
        self.middle.setCurrentIndex(0 if self.model.found else 2 if done else 1)
        settled = self.tr("Every signature agrees with its mark.")
        self.done_words.setText(settled)
        self.next_button.setVisible(done and self._more)
        self._answer_rule.setVisible(not self.answers.isHidden())

    def minimumSizeHint(self) -> QSize:
        """Give way in height: the list scrolls."""
        return QSize(WIDTH, 300)
