"""Step 1: what the next file will hold, by kind, in words."""

from collections.abc import Mapping

from PySide6.QtCore import Signal

from trainer_app.domain.sending import Pending
from trainer_app.ui.sending.step_card import StepCard
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.choices import Tick
from trainer_app.ui.widgets.labels import label, rule
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.rows import ValueRow

KINDS: Mapping[str, tuple[str, ...]] = {
    "marks": ("attendance",),
    "people": ("person", "enrolment", "distinct"),
    "tests": ("paper", "answer"),
    "feedback": ("feedback_paper",),
    "forms": ("question", "form", "sitting"),
    "certificates": ("certificate", "printing", "template", "signatory"),
    "courses": ("project", "course", "session", "assignment"),
    "other": (),
}
"""Which entities stand in which line; what is in none is counted under "other"."""


def counts_by_kind(pending: Pending) -> dict[str, int]:
    """Return how many changes stand in each line; they add up to the total."""
    known = {entity: kind for kind, entities in KINDS.items() for entity in entities}
    counts = dict.fromkeys(KINDS, 0)
    for entity, count in pending.counts.items():
        counts[known.get(entity, "other")] += count
    return counts


class WhatCard(Retranslated, StepCard):
    """One line for each kind that there is anything of, and the total. `changed` tells of the tick."""

    changed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__("sending_what", 1)
        self._desk = desk
        self._pending = Pending({}, 0, 0)
        self.rows = {kind: ValueRow(f"sending_{kind}") for kind in KINDS}
        self.total = ValueRow("sending_total", 30, strong=True)
        self.scans = ValueRow("sending_scans", 30)
        self.later = label("caption", "sending_scans_later", wrap=True)
        self.everything = Tick("sending_everything")
        self.everything.toggled.connect(self.changed)
        self.waits = label("caption", "sending_feedback_waits", wrap=True)
        self.nothing = label("second", "sending_nothing", wrap=True)
        self.body.setSpacing(0)
        for row in self.rows.values():
            self.body.addWidget(row)
        self._rule = rule("sending_total_rule")
        self.body.addSpacing(4)
        self.body.addWidget(self._rule)
        self.body.addSpacing(2)
        self.body.addWidget(self.total)
        self.body.addWidget(self.scans)
        self.body.addWidget(self.later)
        self.body.addWidget(self.waits)
        self.body.addWidget(self.nothing)
        self.body.addStretch(1)
        self.body.addWidget(self.everything)
        self.retranslate()

    def show_pending(self, pending: Pending) -> None:
        """Show what would go now."""
        self._pending = pending
        words = self._words()
        for kind, count in counts_by_kind(pending).items():
            self.rows[kind].set_value(words[kind], self._desk.formats.number(count))
            self.rows[kind].setVisible(count > 0)
        self.total.set_value(self.tr("Changes in all"), self._desk.formats.number(pending.total))
        for part in (self._rule, self.total):
            part.setVisible(pending.total > 0)
        self._show_scans(pending)
        self.waits.setText(
            self.tr(
                "Staying here: %n feedback sheet(s). They go when five or more enter together, so that "
                "nobody can tell which is whose. The Feedback tab of the course closes the collection.",
                "",
                pending.feedback_waits,
            )
        )
        self.waits.setVisible(pending.feedback_waits > 0)
        self.everything.setVisible(pending.first > 1 or self.everything.isChecked())
        self.nothing.setVisible(pending.total == 0 and pending.scans == 0)

    def retranslate(self) -> None:
        """Set every word."""
        self.set_title(self.tr("What will go"))
        self.everything.setText(self.tr("Everything again, from the beginning"))
        self.nothing.setText(self.tr("Nothing yet. What you record on this laptop will be counted here."))
        self.show_pending(self._pending)

    def _show_scans(self, pending: Pending) -> None:
        """Show how many scans and logos go along, and how many find no room."""
        words = self._desk.formats
        self.scans.set_value(
            self.tr("Scans and logos"), f"{words.number(pending.scans)} · {words.size(pending.scan_bytes)}"
        )
        self.scans.setVisible(pending.scans > 0)
        self.later.setText(self.tr("%n scan(s) go with the next file.", "", pending.scans_later))
        self.later.setVisible(pending.scans_later > 0)

    def _words(self) -> dict[str, str]:
        return {
            "marks": self.tr("Attendance marks"),
            "people": self.tr("List of participants"),
            "tests": self.tr("Test papers"),
            "feedback": self.tr("Feedback"),
            "forms": self.tr("Forms and questions"),
            "certificates": self.tr("Certificates"),
            "courses": self.tr("Courses and sessions"),
            "other": self.tr("Other changes"),
        }
