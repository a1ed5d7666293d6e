"""The blue band: the one thing to do next, with its button."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout

from trainer_app.domain.today import NextKind, NextStep
from trainer_app.ui.shell.language import Formats
from trainer_app.ui.today.due_card import DUE_ICONS
from trainer_app.ui.today.wording import Wording
from trainer_app.ui.widgets.bars import Ring
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.labels import ElidedLabel
from trainer_app.ui.widgets.rows import IconMark

_HEIGHT = 72
_ICONS = {
    NextKind.CREATE_COURSE: "courses",
    NextKind.PLAN_SESSIONS: "today",
    NextKind.ADD_PEOPLE: "people",
    NextKind.MARK: "pen",
    NextKind.COMING: "clock",
    NextKind.DUE: "alert",
    NextKind.INCOMING: "file",
    NextKind.REVIEW: "review",
    NextKind.ISSUE: "certificates",
    NextKind.SEND: "send",
    NextKind.RETENTION: "clock",
    NextKind.NOTHING: "okcircle",
}


class NextStepBand(QFrame):
    """`asked(step)` is emitted by its button, the one filled button of the screen."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("next_step")
        self.setProperty("role", "banner_now")
        self.setFixedHeight(_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._step = NextStep()
        self.ring = Ring("next_step_ring")
        self.mark = IconMark("next_step_icon", "okcircle", "accent_text", 28)
        self.caption = ElidedLabel("second", "next_step_caption")
        self.title = ElidedLabel("card_title", "next_step_title")
        self.button = Button("next_step_button", Kind.PRIMARY)
        self.button.clicked.connect(lambda: self.asked.emit(self._step))
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addStretch(1)
        words.addWidget(self.caption)
        words.addWidget(self.title)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 2, 16, 0)
        row.setSpacing(16)
        row.addWidget(self.ring)
        row.addWidget(self.mark)
        row.addLayout(words, 1)
        row.addWidget(self.button)

    def show_step(self, step: NextStep, wording: Wording, formats: Formats) -> None:
        """Show what comes next."""
        self._step = step
        title = wording.next_step(step)
        counted = step.whole > 0 and step.kind is NextKind.MARK
        self.ring.setVisible(counted)
        self.mark.setVisible(not counted)
        self.ring.set_ring(step.done, step.whole, f"{step.done}/{step.whole}")
        self.mark.set_icon(DUE_ICONS[step.due.kind] if step.due else _ICONS[step.kind], "accent_text")
        caption = wording.next_caption(step, formats)
        self.caption.setText(caption)
        self.caption.setVisible(bool(caption))
        self.title.setText(title)
        act = wording.next_button(step)
        self.button.setText(act)
        self.button.setVisible(bool(act))
        self.button.setAccessibleName(f"{act}: {title}" if act else "")
        self.setAccessibleName(title)
        self.setAccessibleDescription(caption)

    def minimumSizeHint(self) -> QSize:
        """Let the title give way."""
        return QSize(360, _HEIGHT)
