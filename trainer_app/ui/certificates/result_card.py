"""The answer of a check: what the result means and what to do, in words, colour and drawing, and all facts.

The facts are what the certificate's code says, line by line in the order of the paper.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import override

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.base.text_cleaning import visible_text
from trainer_app.domain.certificates.certificates import (
    CertificateCheck,
    CertificateKind,
    CheckResult,
    worst_of,
)
from trainer_app.system import messages
from trainer_app.system.messages import text
from trainer_app.ui.certificates.wording import kind_title, reason_words
from trainer_app.ui.kit.context import AppContext, first_sentence
from trainer_app.ui.kit.language import Formats
from trainer_app.ui.widgets.cards import Card, IconMark
from trainer_app.ui.widgets.controls import IconButton
from trainer_app.ui.widgets.flow import FlowRow, PageStack
from trainer_app.ui.widgets.labels import Retranslated, clear_layout, label, set_role
from trainer_app.ui.widgets.pages import Disc, EmptyState

translate = QCoreApplication.translate


class ResultStyle(Struct, frozen=True):
    """How a result looks: a drawing, the role of its title, the tokens of its field and of the drawing."""

    icon: str
    role: str
    fill: str
    ink: str


_GOOD, _DUE, _BAD = (
    ("good_title", "present_soft", "present"),
    ("due_title", "late_soft", "late"),
    ("bad_title", "absent_soft", "absent_text"),
)
LOOKS = {
    CheckResult.VALID_CONFIRMED: ResultStyle("okcircle", *_GOOD),
    CheckResult.VALID_UNCONFIRMED: ResultStyle("check", *_GOOD),
    CheckResult.NOT_REGISTERED: ResultStyle("info", *_DUE),
    CheckResult.REPLACED: ResultStyle("history", *_DUE),
    CheckResult.UNKNOWN_ISSUER: ResultStyle("ask", *_DUE),
    CheckResult.REVOKED: ResultStyle("close", *_BAD),
    CheckResult.ALTERED: ResultStyle("alert", *_BAD),
    CheckResult.KEY_REVOKED: ResultStyle("key", *_BAD),
    CheckResult.WRONG_NUMBER: ResultStyle("laptop", *_BAD),
    CheckResult.CONTRADICTS: ResultStyle("review", *_BAD),
}
UNFIT = ResultStyle("alert", *_DUE)
MISMATCH = ResultStyle("alert", *_BAD)
NOT_CHECKED = ResultStyle("info", "due_title", "late_soft", "late")


def result_words(result: CheckResult, language: str) -> tuple[str, str, str]:
    """Return a result in a few words, those of the command line too, what it means, and what to do."""
    return (text(f"certificate.check.{result.value}", language), *_explained(result))


def _explained(result: CheckResult) -> tuple[str, str]:
    return {
        CheckResult.VALID_CONFIRMED: (
            translate("CheckResult", "The signature is right, and it is in the office's register."),
            translate("CheckResult", "Compare the name and the course below with the paper."),
        ),
        CheckResult.VALID_UNCONFIRMED: (
            translate("CheckResult", "The signature is right. Whether the office has it is not known here."),
            translate(
                "CheckResult",
                "Compare it with the paper. If much depends on it, ask the office.",
            ),
        ),
        CheckResult.NOT_REGISTERED: (
            translate(
                "CheckResult",
                "The signature is right, but this office has no certificate with this number: the laptop’s "
                "file has not been imported yet, or the issue was taken back.",
            ),
            translate(
                "CheckResult",
                "Import the newest file of that laptop and check again. If it is still not there, do not "
                "accept it.",
            ),
        ),
        CheckResult.REVOKED: (
            translate("CheckResult", "A certificate with this number was issued, and later declared void."),
            translate("CheckResult", "Do not accept it. The office can tell why, by its number."),
        ),
        CheckResult.REPLACED: (
            translate(
                "CheckResult",
                "A certificate with this number was issued; since then a corrected one has taken its place.",
            ),
            translate("CheckResult", "Ask for the newer paper: it names this number."),
        ),
        CheckResult.UNKNOWN_ISSUER: (
            translate("CheckResult", "The code is whole, but this computer does not know who signed it."),
            translate("CheckResult", "Import the newest file of the office, or ask the organiser."),
        ),
        CheckResult.ALTERED: (
            translate("CheckResult", "Code and signature do not fit: it was changed, or not read whole."),
            translate("CheckResult", "Scan the original once more. If it stays so, do not accept it."),
        ),
        CheckResult.KEY_REVOKED: (
            translate(
                "CheckResult",
                "The office revoked the key of that laptop, and its register is not known to have held "
                "this certificate before.",
            ),
            translate("CheckResult", "Do not accept it before the office has confirmed this number."),
        ),
        CheckResult.WRONG_NUMBER: (
            translate(
                "CheckResult",
                "The signature is right, but a laptop may give only its own numbers, and this is not one of "
                "them.",
            ),
            translate("CheckResult", "Do not accept it. Tell the office the number and show it the paper."),
        ),
        CheckResult.CONTRADICTS: (
            translate(
                "CheckResult",
                "The signature is right, but under this number the register holds something else.",
            ),
            translate("CheckResult", "Do not accept it before the office has explained it, by its number."),
        ),
    }[result]


def _told_by_number(result: CheckResult) -> str:
    """Return what a good result means where only the number was given: no signature of the paper was read."""
    if result is CheckResult.VALID_CONFIRMED:
        return translate(
            "CheckResult",
            "The office’s register has this number. Only the number was looked up: whether the paper is "
            "genuine, its code tells.",
        )
    return translate(
        "CheckResult",
        "This number is known here; whether the office has it is not. Only the number was looked up: whether "
        "the paper is genuine, its code tells.",
    )


def fact_lines(facts: Mapping[str, object], formats: Formats) -> list[tuple[str, str, str]]:
    """Return (fact's name, its words, its value) in the order of the paper; what is empty is left out."""
    days = _days(facts, formats)
    hours = facts.get("hours")
    lines = [
        ("name", _text(facts, "name")),
        ("latin", _text(facts, "latin")),
        ("rank", _text(facts, "rank")),
        ("kind", _kind(facts)),
        ("course", _text(facts, "course_title")),
        ("days", days),
        ("hours", _number(hours, formats)),
        ("town", _text(facts, "town")),
        ("organiser", _text(facts, "organiser")),
        ("partner", _text(facts, "partner")),
        ("issued", _day(facts, "issued_on", formats)),
        ("serial", _text(facts, "serial")),
        ("replaces", _text(facts, "replaces")),
        ("replaced_by", _text(facts, "replaced_by")),
        ("reason", _text(facts, "reason")),
    ]
    return [(name, text(f"certificate.fact.{name}", formats.code), value) for name, value in lines if value]


def _text(facts: Mapping[str, object], name: str) -> str:
    return visible_text(str(facts.get(name) or ""))


def _kind(facts: Mapping[str, object]) -> str:
    found = _text(facts, "kind")
    return kind_title(CertificateKind(found)) if found in tuple(CertificateKind) else found


def _number(hundredths: object, formats: Formats) -> str:
    if not isinstance(hundredths, int):
        return ""
    places = 0 if hundredths % 100 == 0 else 1 if hundredths % 10 == 0 else 2
    return formats.decimal_number(hundredths, places)


def _day(facts: Mapping[str, object], name: str, formats: Formats) -> str:
    found = _text(facts, name)
    return formats.day_long(date.fromisoformat(found)) if found else ""


def _days(facts: Mapping[str, object], formats: Formats) -> str:
    first, last = _text(facts, "first_day"), _text(facts, "last_day")
    if not first:
        return ""
    begun = date.fromisoformat(first)
    return formats.days(begun, date.fromisoformat(last) if last else begun)


class ResultCard(Retranslated, Card):
    """Shows one check of several; the arrows turn to the others of the same file."""

    def __init__(self, context: AppContext) -> None:
        super().__init__("check_result", titled=False)
        self._context = context
        self.checks: Sequence[CertificateCheck] = ()
        self._place = 0
        self._error: TrainerError | None = None
        self.disc = QVBoxLayout()
        self.answer = label("good_title", "check_title", wrap=True)
        self.meaning = label("body", "check_meaning", wrap=True)
        self.advice = label("body_strong", "check_advice", wrap=True)
        self.before = IconButton("check_before", "left")
        self.after = IconButton("check_after", "right")
        self.place = label("second", "check_place")
        self.whole = label("body_strong", "check_whole", wrap=True)
        self.whole_mark = IconMark("check_whole_icon", "certificates", size=16)
        self.facts = QGridLayout()
        self.fact_values: dict[str, str] = {}
        self.lists = label("caption", "check_lists", wrap=True)
        self.lists_mark = IconMark("check_lists_icon", "shield", size=16)
        self.empty = EmptyState("check_empty", "certificates")
        self.body = PageStack()
        self._lay_out()
        self.before.clicked.connect(lambda: self._turn(-1))
        self.after.clicked.connect(lambda: self._turn(1))
        self.retranslate()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(4)
        for part in (self.answer, self.meaning, self.advice):
            words.addWidget(part)
        head = FlowRow()
        head.setSpacing(20)
        head.addLayout(self.disc)
        head.addLayout(words, 1)
        turning = FlowRow()
        turning.setSpacing(8)
        turning.addWidget(self.whole_mark, 0, Qt.AlignmentFlag.AlignVCenter)
        turning.addWidget(self.whole, 1)
        turning.addWidget(self.before)
        turning.addWidget(self.place)
        turning.addWidget(self.after)
        self.facts.setHorizontalSpacing(20)
        self.facts.setVerticalSpacing(7)
        self.facts.setColumnStretch(1, 1)
        foot = FlowRow()
        foot.setSpacing(8)
        foot.addWidget(self.lists_mark, 0, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.lists, 1)
        full = QWidget()
        full.setObjectName("check_full")
        column = QVBoxLayout(full)
        column.setContentsMargins(28, 24, 28, 20)
        column.setSpacing(16)
        column.addLayout(turning)
        column.addLayout(head)
        column.addLayout(self.facts)
        column.addStretch(1)
        column.addLayout(foot)
        self.body.setObjectName("check_body")
        self.body.addWidget(self.empty)
        self.body.addWidget(full)
        self.add_row(self.body, 1)
        self.grow()

    def show_checks(self, checks: Sequence[CertificateCheck]) -> None:
        """Show what came of a check; of several first one that is not good, if there is any."""
        place = checks.index(worst_of(checks)) if checks else 0
        self.checks, self._place, self._error = checks, place, None
        self._show()

    def show_error(self, error: TrainerError) -> None:
        """Say why nothing could be checked."""
        self.checks, self._error = (), error
        self._show()

    @override
    def retranslate(self) -> None:
        self.empty.set_words(
            self.tr("Is a certificate genuine?"),
            self.tr("The answer appears here. No internet is needed."),
        )
        self.before.set_words(self.tr("Previous certificate"))
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
        for part in (self.before, self.after, self.place, self.whole, self.whole_mark):
            part.setVisible(several)
        self.place.setText(f"{self._place + 1} / {len(self.checks)}")
        good, count = sum(check.good for check in self.checks), len(self.checks)
        words = "certificate.checks.all" if good == count else "certificate.checks.some"
        self.whole.setText(messages.text(words, self._context.language.code, good=good, count=count))

    def _show_trouble(self, error: TrainerError) -> None:
        text = messages.text(error.code, self._context.language.code, **error.values)
        title, rest = first_sentence(text)
        self._show_words(NOT_CHECKED, title, rest, "")
        self._show_facts([])
        self.lists.hide()
        self.lists_mark.hide()

    def _show_check(self, check: CertificateCheck) -> None:
        title, meaning, advice = result_words(check.result, self._context.language.code)
        if check.by_number and check.result.good:
            meaning = _told_by_number(check.result)
        if check.erased:
            gone = self.tr(
                "The name was erased from the register here: number, day and state are left, and the paper "
                "itself says whose it is."
            )
            meaning = f"{meaning} {gone}"
            if check.result is CheckResult.VALID_CONFIRMED:
                advice = self.tr("Compare the course below with the paper; no name is kept here.")
        if check.reason and check.result is CheckResult.REVOKED:
            advice = self.tr("Do not accept it. The reason on record stands below.")
        look = LOOKS[check.result]
        if check.misfits:
            why = reason_words(check.misfits, self._context.language.code)
            told = messages.text("certificate.checks.unfit", self._context.language.code, why=why)
            meaning, look = f"{meaning} {told}", UNFIT
        if check.mismatch:
            told = messages.text("certificate.checks.mismatch", self._context.language.code)
            title, told = first_sentence(told)
            meaning, advice = f"{told} {meaning}", self.tr("Do not accept this file.")
            look = MISMATCH
        self._show_words(look, title, meaning, advice)
        facts = {**check.facts, "replaced_by": check.replaced_by, "reason": check.reason}
        signed, own = _text(facts, "course_title"), check.titles[self._context.language.code]
        if own and signed and own != signed:
            # What is compared with the paper stays beside what is read.
            facts["course_title"] = f"{own} ({signed})"
        self._show_facts(fact_lines(facts, self._context.formats))
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
                    "declared void since then is not known here: import a newer file of the office."
                )
            self.lists.setText(words.format(day=self._context.formats.day_long(check.lists_of)))

    def _show_words(self, look: ResultStyle, title: str, meaning: str, advice: str) -> None:
        clear_layout(self.disc)
        self.disc.addWidget(Disc("check_icon", look.icon, look.fill, look.ink))
        set_role(self.answer, look.role)
        self.answer.setStyleSheet("QLabel { font-size: 22px; }")
        self.answer.setText(title)
        self.meaning.setText(meaning)
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        self.setAccessibleName(f"{title}. {meaning} {advice}".strip())

    def _show_facts(self, lines: Sequence[tuple[str, str, str]]) -> None:
        clear_layout(self.facts)
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
