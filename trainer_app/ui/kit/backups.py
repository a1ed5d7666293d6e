"""A backup compared with the present data, in words, and making a backup that is verified at once."""

from typing import override

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from trainer_app.actions.base.workplace import Workplace
from trainer_app.actions.office import backups
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.office.backups import BackupPreview, CopyFacts
from trainer_app.ui.kit.language import Formats
from trainer_app.ui.widgets.cards import IconMark
from trainer_app.ui.widgets.labels import Retranslated, label

_KINDS = {
    "attendance": "marks",
    "person": "people",
    "enrolment": "people",
    "paper": "tests",
    "answer": "tests",
    "feedback_paper": "tests",
    "certificate": "certificates",
}
type Line = tuple[str, str, str]
"""Icon, colour token, words."""


class BackupComparison(Retranslated, QWidget):
    """Two columns of numbers and lines below. Hidden until `show_look`."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._name = name
        self._look: BackupPreview | None = None
        self._formats: Formats | None = None
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(self._grid)
        column.addLayout(self._lines)
        self.hide()

    def show_look(self, look: BackupPreview, formats: Formats) -> None:
        """Show what was found."""
        self._look, self._formats = look, formats
        self.retranslate()
        self.show()

    def clear(self) -> None:
        """Show nothing."""
        self._look = None
        self.hide()

    def texts(self) -> list[str]:
        """Return the lines that are shown."""
        return [words for _, _, words in self._findings()]

    @override
    def retranslate(self) -> None:
        if self._look is None or self._formats is None:
            return
        _empty(self._grid)
        _empty(self._lines)
        if self._look.ok:
            self._show_numbers(self._look, self._formats)
        for index, (icon, token, words) in enumerate(self._findings()):
            row = QHBoxLayout()
            row.setSpacing(10)
            mark = IconMark(f"{self._name}_mark_{index}", icon, token)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(label("body", f"{self._name}_line_{index}", words, wrap=True), 1)
            self._lines.addLayout(row)

    def _show_numbers(self, look: BackupPreview, formats: Formats) -> None:
        columns = [(self.tr("In the copy"), look.facts)]
        if look.now is not None:
            columns.append((self.tr("Here now"), look.now))
        for column, (head, _) in enumerate(columns, 1):
            text = label("caption", f"{self._name}_head_{column}", head)
            self._grid.addWidget(text, 0, column, Qt.AlignmentFlag.AlignRight)
        for row, (words, field) in enumerate(self._rows(), 1):
            self._grid.addWidget(label("body", f"{self._name}_{field}_name", words), row, 0)
            for column, (_, facts) in enumerate(columns, 1):
                number = label("number", f"{self._name}_{field}_{column}", _shown(facts, field, formats))
                self._grid.addWidget(number, row, column, Qt.AlignmentFlag.AlignRight)

    def _rows(self) -> tuple[tuple[str, str], ...]:
        return (
            (self.tr("Courses"), "courses"),
            (self.tr("Participants"), "participants"),
            (self.tr("Certificates"), "certificates"),
            (self.tr("Changes in all"), "entries"),
        )

    def _findings(self) -> list[Line]:
        look, formats = self._look, self._formats
        if look is None or formats is None:
            return []
        if not look.ok:
            return [("alert", "absent_text", self.tr("This copy is damaged and cannot be put back."))]
        lines: list[Line] = [
            ("okcircle", "present", self.tr("Checked: every row of the copy agrees with its journal."))
        ]
        if look.sheets:
            lines.append(("alert", "late", self._sheets_words(look)))
        if look.now is None:
            return lines
        lost = sum(look.lost.values())
        if not lost:
            lines.append(("okcircle", "present", self.tr("Nothing that is here now is missing in the copy.")))
        else:
            lines.append(("alert", "late", self._lost_words(look, formats)))
            lines += self._lost_where(look)
        if look.gained:
            words = self.tr("Would come back: %n change(s) that only the copy has.", "", look.gained)
            lines.append(("info", "accent_text", words))
        return lines

    def _sheets_words(self, look: BackupPreview) -> str:
        head = self.tr("Not in the copy: %n anonymous sheet(s) that waited then.", "", look.sheets)
        now = self.tr("The sheets that wait on this laptop now stay.")
        again = self.tr("Key them in again from paper, or have them filled in again.")
        return f"{head} {again if look.now is None else now}"

    def _lost_words(self, look: BackupPreview, formats: Formats) -> str:
        counts: dict[str, int] = {}
        for entity, count in look.lost.items():
            kind = _KINDS.get(entity, "other")
            counts[kind] = counts.get(kind, 0) + count
        words = {
            "marks": self.tr("attendance marks"),
            "people": self.tr("participants"),
            "tests": self.tr("tests and feedback"),
            "certificates": self.tr("certificates"),
            "other": self.tr("other"),
        }
        parts = [f"{words[kind]} {formats.number(counts[kind])}" for kind in words if kind in counts]
        head = self.tr("Not in the copy: %n change(s) made since then", "", sum(counts.values()))
        return f"{head} ({', '.join(parts)})."

    def _lost_where(self, look: BackupPreview) -> list[Line]:
        lines: list[Line] = []
        if look.lost_safe:
            words = self.tr(
                "Safe at the office: %n change(s). They come back with its next file.", "", look.lost_safe
            )
            lines.append(("shield", "present", words))
        if look.lost.get("certificate"):
            words = self.tr(
                "Certificates printed since then stay valid on paper, but this laptop forgets them. "
                "Their numbers are not given a second time."
            )
            lines.append(("alert", "late", words))
        return lines


def _shown(facts: CopyFacts, field: str, formats: Formats) -> str:
    return formats.number(int(getattr(facts, field)))


def _empty(layout: QGridLayout | QVBoxLayout | QHBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if isinstance(inner, (QHBoxLayout, QVBoxLayout, QGridLayout)):
            _empty(inner)
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def make_verified_backup(work: Workplace) -> int:
    """Make a copy, open it and check it as the database itself is checked; return its size in bytes."""
    made = backups.create_backup(work)
    if not backups.verify_backup(work, made.path).ok:
        made.path.unlink(missing_ok=True)
        raise TrainerError("backup.damaged", file=made.path.name)
    return made.size
