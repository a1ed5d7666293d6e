"""What takes two heads: what a form says where another one has to confirm, and a note where it waits."""

from typing import override

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions.base import joint, rights
from trainer_app.domain.base.changes import Changes
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.widgets.cards import NoteRow
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.labels import Retranslated


def takes_two(context: AppContext) -> bool:
    """Tell whether another head has to confirm what cannot be taken back."""
    return context.ask(rights.takes_two) is True


def ask_words() -> str:
    """Return the words of a button that asks another head in place of doing it."""
    return QCoreApplication.translate("Joint", "Ask another head")


def ask_about() -> str:
    """Return what a form says where another head has to confirm it."""
    return QCoreApplication.translate(
        "Joint", "Nothing is done before another head of the office confirms it in Review."
    )


def tell_if_asked(context: AppContext, changes: Changes) -> bool:
    """Say that another head was asked, and tell whether that is all that was done."""
    if changes.label.code != joint.ASKED:
        return False
    context.tell_good(
        QCoreApplication.translate("Joint", "Another head is asked"),
        QCoreApplication.translate(
            "Joint", "Nothing was changed yet. The request waits in Review, where you can withdraw it."
        ),
    )
    return True


class WaitsNote(Retranslated, QWidget):
    """Stands where something waits for a second head, and leads to Review; hidden where nothing does."""

    def __init__(self, name: str, context: AppContext) -> None:
        super().__init__()
        self.setObjectName(name)
        self._context, self._subject, self._key = context, "", ""
        self.note = NoteRow(f"{name}_note", "clock", "late")
        self.open = Button(f"{name}_open", ButtonKind.GHOST)
        self.open.clicked.connect(lambda: context.go("review", item=f"joint/{self._key}"))
        foot = FlowRow()
        foot.addWidget(self.open)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.note)
        column.addLayout(foot)
        self.hide()

    def show_subject(self, subject: str) -> None:
        """Look whether something waits about a person, a course or a certificate, and show it."""
        self._subject = subject
        self.retranslate()

    @override
    def retranslate(self) -> None:
        found = self._context.ask(joint.waiting_on, self._subject) if self._subject else None
        self.setVisible(found is not None)
        if found is None:
            return
        self._key = found.decision.key
        self.open.setText(self.tr("Open in Review"))
        asked = found.decision
        what = self._context.words(f"joint.kind.{asked.matter}", count=len(asked.subjects))
        words = self.tr("{name} asks: {what}. It waits for a second head.")
        self.note.words.setText(words.format(name=found.asked_by, what=what))
