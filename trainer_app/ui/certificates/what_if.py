"""What if the limits were others: two fields, who would flip, and the way back. Nothing is written here."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.domain.certificates import BoardRow, CertificateKind
from trainer_app.domain.courses import CompletionRule
from trainer_app.ui.certificates.limit_field import LimitField
from trainer_app.ui.certificates.wording import kind_word
from trainer_app.ui.shell.language import Formats
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.labels import ElidedLabel, label
from trainer_app.ui.widgets.naming import Retranslated

SHARES, TESTS = (7500, 8000, 10000), (5000, 6000, 7000)
_NAMED = 4  # flips that are named; the table shows them all


@dataclass(frozen=True)
class BoardLine:
    """A participant by the rule of the course, and by the rule that is asked about (the same if none is).

    `course` is its key where a table shows several courses.
    """

    row: BoardRow
    asked: BoardRow
    course: str = ""
    course_code: str = ""

    @property
    def flips(self) -> bool:
        """Tell whether the other rule decides otherwise."""
        return self.row.result is not self.asked.result


class WhatIfFields(Retranslated, QWidget):
    """The two limits. `asked(rule)` when another one is meant."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("what_if")
        self.caption = label("second", "what_if_caption")
        self.share_label = label("second", "what_if_share_label")
        self.share = LimitField("what_if_share", SHARES)
        self.test_label = label("second", "what_if_test_label")
        self.test = LimitField("what_if_test", TESTS)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.caption, self.share_label, self.share, self.test_label, self.test):
            row.addWidget(part)
        for field in (self.share, self.test):
            field.asked.connect(lambda: self.asked.emit(self.rule()))
        self.retranslate()

    def rule(self) -> CompletionRule:
        """Return the rule that is asked about."""
        return CompletionRule(self.share.limit(), self.test.limit())

    def show_rule(self, rule: CompletionRule, formats: Formats) -> None:
        """Show a rule without asking."""
        self.share.show_limit(rule.share, formats)
        self.test.show_limit(rule.post_test, formats)

    def retranslate(self) -> None:
        """Set every word."""
        self.caption.setText(self.tr("What if:"))
        self.share_label.setText(self.tr("attendance from"))
        self.test_label.setText(self.tr("post-test from"))
        self.share.setAccessibleName(self.tr("What if the attendance limit were"))
        self.test.setAccessibleName(self.tr("What if the post-test limit were"))


class WhatIfBand(Retranslated, QFrame):
    """Who would flip, in words; `kept` makes the limits the course's own, `left` goes back."""

    kept = Signal()
    left = Signal()

    def __init__(self, name: str = "what_if") -> None:
        super().__init__()
        self.setObjectName("what_if_band" if name == "what_if" else name)
        self.setProperty("role", "banner_now")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._lines: Sequence[BoardLine] = ()
        self.title = ElidedLabel("row_title", f"{name}_title")
        self.text = ElidedLabel("second", f"{name}_text")
        self.keep = Button(f"{name}_keep", Kind.GHOST)
        self.back = Button(f"{name}_back", Kind.PLAIN, "undo")
        self.keep.clicked.connect(self.kept)
        self.back.clicked.connect(self.left)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.title)
        texts.addWidget(self.text)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 8, 10, 8)
        row.setSpacing(8)
        row.addLayout(texts, 1)
        row.addWidget(self.keep)
        row.addWidget(self.back)
        self.hide()
        self.retranslate()

    def show_flips(self, lines: Sequence[BoardLine]) -> None:
        """Say who would flip."""
        self._lines = lines
        self.retranslate()
        self.show()

    def retranslate(self) -> None:
        """Set every word."""
        self.keep.setText(self.tr("Keep these limits for the course"))
        self.back.setText(self.tr("Back"))
        flips = [line for line in self._lines if line.flips]
        gained = sum(line.asked.result is CertificateKind.COMPLETION for line in flips)
        lost = sum(line.row.result is CertificateKind.COMPLETION for line in flips)
        untouched = self.tr("Nothing is written yet.")
        self.title.setText(f"{self._outcome(gained, lost)} {untouched}")
        named = [
            f"{line.course_code} № {line.row.number} {_short(line.row.name)}: {kind_word(line.row.result)} → "
            f"{kind_word(line.asked.result)}"
            for line in flips[:_NAMED]
        ]
        more = ["…"] if len(flips) > _NAMED else []
        self.text.setText(" · ".join([*(each.strip() for each in named), *more]))
        self.text.setVisible(bool(named))

    def _outcome(self, gained: int, lost: int) -> str:
        if gained and lost:
            return self.tr("{gained} more would complete, {lost} no longer.").format(gained=gained, lost=lost)
        if gained:
            return self.tr("%n more would complete.", "", gained)
        if lost:
            return self.tr("%n would no longer complete.", "", lost)
        return self.tr("Nobody's result would change.")


def _short(name: str) -> str:
    """Return the family name and the initial: what tells people apart in one line."""
    family, _, rest = name.partition(" ")
    return f"{family} {rest[0]}." if rest else family
