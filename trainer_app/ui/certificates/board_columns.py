"""The columns of a board, of one course or of several: attendance, test, result, why, certificate."""

from fractions import Fraction

from PySide6.QtCore import QObject

from trainer_app.domain.certificates import CertificateState
from trainer_app.system import messages
from trainer_app.ui.certificates.cells import SERIAL_WIDTH
from trainer_app.ui.certificates.what_if import BoardLine
from trainer_app.ui.certificates.wording import kind_chip, kind_word, state_word
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.chips import Tone
from trainer_app.ui.widgets.models import Column, Look

_DASH = "\N{EN DASH}"
_MISSED = {
    "share": frozenset({"eligibility.share_below", "eligibility.nothing_held"}),
    "test": frozenset({"eligibility.test_below", "eligibility.test_missing"}),
}
"""Reasons that say that a column's limit was missed."""


class BoardColumns(QObject):
    """What stands in each cell of a board, and in which ink."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setObjectName("board_columns")
        self._desk = desk

    def columns(self, name_width: int, *, narrow: bool = False) -> tuple[Column[BoardLine], ...]:
        """Return the columns; narrower ones where another column stands before them."""
        return (
            Column("number", lambda: "№", lambda line: str(line.row.number), 56, True, Look.QUIET),
            Column("name", lambda: self.tr("Participant"), lambda line: line.row.name, name_width),
            Column(
                "share",
                lambda: self.tr("Attendance"),
                lambda line: self._percent(line.row.exact_share),
                126,
                True,
            ),
            Column(
                "test",
                lambda: self.tr("Post-test", "short, in the head of a column"),
                lambda line: self._percent(line.row.exact_test),
                88,
                True,
            ),
            Column(
                "result", lambda: self.tr("Result"), self._result, 146 if narrow else 164, chip=self._chip
            ),
            Column("why", lambda: self.tr("Why"), self.why, look=Look.QUIET),
            Column(
                "certificate",
                lambda: self.tr("Certificate"),
                _certificate,
                SERIAL_WIDTH,
                chip=_certificate_chip,
            ),
        )

    def why(self, line: BoardLine) -> str:
        """Return the reasons in words, by the rule that is asked about; first what does not fit."""
        code = self._desk.language.code
        unfit = [line.asked.unfit] if line.asked.unfit is not None else []
        return "; ".join(messages.label_text(reason, code) for reason in (*unfit, *line.asked.reasons))

    def ink(self, found: object, column: str) -> str:
        """Red only where a limit was missed: the rule compares unrounded, so it is asked, not the number."""
        if not isinstance(found, BoardLine):
            return ""
        missed = {reason.code for reason in found.asked.reasons} & _MISSED.get(column, frozenset())
        return "absent_text" if missed else ""

    def _percent(self, share: Fraction | None) -> str:
        """Return a share rounded to one decimal, which is left out where it is 0."""
        if share is None:
            return _DASH
        whole = (share + 5) // 10 % 10 == 0
        return self._desk.formats.percent(share, 0 if whole else 1)

    def _result(self, line: BoardLine) -> str:
        if line.flips:
            return f"{kind_word(line.row.result)} → {kind_word(line.asked.result)}"
        return kind_word(line.row.result)

    def _chip(self, line: BoardLine) -> tuple[Tone, str, str]:
        if line.flips:
            return Tone.DUE, kind_word(line.asked.result), "arrow"
        return kind_chip(line.row.result, by_hand=line.row.override)


def _certificate_chip(line: BoardLine) -> tuple[Tone, str, str] | None:
    """Return how the number of a certificate looks that no longer fits the figures; None for all others.

    Without a drawing, for which the longest number leaves no room; the reasons say it in words.
    """
    return (Tone.DUE, _certificate(line), "") if line.row.unfit is not None else None


def _certificate(line: BoardLine) -> str:
    """Return the number of the valid certificate; "Void" where there was one."""
    if line.row.certificate is not None:
        return line.row.certificate.serial
    return state_word(CertificateState.VOID) if line.row.voided else _DASH
