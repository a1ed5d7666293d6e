"""The answer of a check: large words with colour and drawing, what it means, what to do, all facts."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from trainer_app.domain.certificates import Check
from trainer_app.domain.errors import TrainerError
from trainer_app.system import messages
from trainer_app.ui.certificates import results
from trainer_app.ui.certificates.check_facts import fact_lines
from trainer_app.ui.certificates.results import LOOKS, NOT_CHECKED, Look
from trainer_app.ui.shell.desk import Desk, first_sentence
from trainer_app.ui.widgets.buttons import IconButton
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.empty import Disc, EmptyState
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.naming import Retranslated, set_role
from trainer_app.ui.widgets.rows import IconMark


class ResultCard(Retranslated, Card):
    """Shows one check of several; the arrows turn to the others of the same file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("check_result", titled=False)
        self._desk = desk
        self.checks: Sequence[Check] = ()
        self._place = 0
        self._error: TrainerError | None = None
        self.disc = QVBoxLayout()
        self.answer = label("good_title", "check_title", wrap=True)
        self.meaning = label("body", "check_meaning", wrap=True)
        self.advice = label("body_strong", "check_advice", wrap=True)
        self.before = IconButton("check_before", "left")
        self.after = IconButton("check_after", "right")
        self.place = label("second", "check_place")
        self.facts = QGridLayout()
        self.fact_values: dict[str, str] = {}
        self.lists = label("caption", "check_lists", wrap=True)
        self.lists_mark = IconMark("check_lists_icon", "shield", size=16)
        self.empty = EmptyState("check_empty", "certificates")
        self.body = QStackedWidget()
        self._lay_out()
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self.retranslate()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        for part in (self.answer, self.meaning, self.advice):
            words.addWidget(part)
        head = QHBoxLayout()
        head.setSpacing(20)
        head.addLayout(self.disc)
        head.addLayout(words, 1)
        turning = QHBoxLayout()
        turning.addStretch(1)
        turning.addWidget(self.before)
        turning.addWidget(self.place)
        turning.addWidget(self.after)
        self.facts.setHorizontalSpacing(20)
        self.facts.setVerticalSpacing(7)
        self.facts.setColumnStretch(1, 1)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.lists_mark, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.lists, 1)
        full = QWidget()
        full.setObjectName("check_full")
        column = QVBoxLayout(full)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(turning)
        column.addLayout(self.facts)
        column.addStretch(1)
        column.addLayout(foot)
        self.body.setObjectName("check_body")
        self.body.addWidget(self.empty)
        self.body.addWidget(full)
        self.add_row(self.body, 1)
        self.grow()

    def show_checks(self, checks: Sequence[Check]) -> None:
        """Show what came of a check; a file may have given several."""
        self.checks, self._place, self._error = checks, 0, None
        self._show()

    def show_error(self, error: TrainerError) -> None:
        """Say why nothing could be checked."""
        self.checks, self._error = (), error
        self._show()

    def retranslate(self) -> None:
        """Set every word."""
        self.empty.set_words(
            self.tr("Is a certificate genuine?"),
            self.tr(
                "Scan the square code with a scanner, or choose a picture or a PDF of the certificate, or "
                "its Open Badge. No internet is needed."
            ),
        )
        self.before.set_words(self.tr("The one before"))
        self.after.set_words(self.tr("The next one"))
        self._show()

    def _turn(self, by: int) -> None:
        self._place = (self._place + by) % len(self.checks)
        self._show()

    def _show(self) -> None:
        self.body.setCurrentIndex(1 if self.checks or self._error else 0)
        if self._error is not None:
            self._show_trouble(self._error)
        elif self.checks:
            self._show_check(self.checks[self._place])
        several = len(self.checks) > 1
        for part in (self.before, self.after, self.place):
            part.setVisible(several)
        self.place.setText(f"{self._place + 1} / {len(self.checks)}")

    def _show_trouble(self, error: TrainerError) -> None:
        text = messages.text(error.code, self._desk.language.code, **error.values)
        title, rest = first_sentence(text)
        self._show_words(NOT_CHECKED, title, rest, "")
        self._show_facts([])
        self.lists.hide()
        self.lists_mark.hide()

    def _show_check(self, check: Check) -> None:
        title, meaning, advice = results.words(check.result, self._desk.language.code)
        if check.erased:
            gone = self.tr(
                "The name was erased from the register here: number, day and state are left, and the paper "
                "itself says whose it is."
            )
            meaning = f"{meaning} {gone}"
        self._show_words(LOOKS[check.result], title, meaning, advice)
        self._show_facts(fact_lines(check.facts, self._desk.formats))
        self.lists.show()
        self.lists_mark.show()
        if check.lists_of is None:
            self.lists.setText(
                self.tr(
                    "No list from an office has come to this computer: it knows only of certificates that "
                    "were declared void here."
                )
            )
        else:
            words = self.tr("Checked against the lists of {day}.")
            if check.lists_old:
                words = self.tr(
                    "Checked against the lists of {day}, which are more than six months old. What was "
                    "declared void since then is not known here: take in a newer file of the office."
                )
            self.lists.setText(words.format(day=self._desk.formats.day_long(check.lists_of)))

    def _show_words(self, look: Look, title: str, meaning: str, advice: str) -> None:
        while (taken := self.disc.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.disc.addWidget(Disc("check_icon", look.icon, look.fill, look.ink))
        set_role(self.answer, look.role)
        self.answer.setStyleSheet("QLabel { font-size: 22px; }")
        self.answer.setText(title)
        self.meaning.setText(meaning)
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        self.setAccessibleName(f"{title}. {meaning} {advice}".strip())

    def _show_facts(self, lines: Sequence[tuple[str, str, str]]) -> None:
        while (taken := self.facts.takeAt(0)) is not None:
            widget = taken.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.fact_values = {name: value for name, _, value in lines}
        for row, (name, words, value) in enumerate(lines):
            role = "card_title" if name == "name" else "body"
            caption = label("caption", f"check_fact_{name}_label", words)
            caption.setContentsMargins(0, 5 if name == "name" else 2, 0, 0)
            shown = label(role, f"check_fact_{name}", value, wrap=True)
            shown.setAccessibleName(f"{words}: {value}")
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.facts.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            self.facts.addWidget(shown, row, 1)
