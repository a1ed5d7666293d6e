"""What the boards of a course and of a project share: columns, "what if" limits, outdated certificates.

A "what if" asks what other limits would do and who would flip; nothing is written here. A certificate is
outdated when the figures now give another kind than was issued, or name, rank or days were corrected since.
"""

from collections.abc import Iterable, Sequence
from typing import override

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QFrame, QSizePolicy, QVBoxLayout, QWidget

from trainer_app.domain.base.changes import Label
from trainer_app.domain.base.patterns import regex
from trainer_app.domain.certificates.certificates import BoardRow, CertificateKind, CertificateState
from trainer_app.domain.courses.courses import CompletionRule
from trainer_app.system import messages
from trainer_app.ui.certificates.wording import kind_chip, kind_word, reason_words, state_word
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.language import Formats, number_sign, numbered, shown_name
from trainer_app.ui.kit.screens import withhold
from trainer_app.ui.widgets.cards import IconMark
from trainer_app.ui.widgets.controls import Button, ButtonKind
from trainer_app.ui.widgets.drawn_tables import SERIAL_WIDTH, InkTable
from trainer_app.ui.widgets.flow import FlowRow
from trainer_app.ui.widgets.indicators import Tone
from trainer_app.ui.widgets.labels import ElidedLabel, FittingLabel, Retranslated, label, set_state
from trainer_app.ui.widgets.pickers import ComboBox
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle

_PERCENT = regex(r"([0-9]{1,3})(?:[.,]([0-9]{1,2}))?\s*%?")
_WHOLE = 10_000
OWN = -1
"""A limit that stays as each course has it."""


def read_limit(text: str) -> int | None:
    """Return a typed percentage in hundredths of a per cent ("75", "82,5 %"); None for anything else."""
    found = _PERCENT.fullmatch(text.strip())
    if found is None:
        return None
    value = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))
    return value if value <= _WHOLE else None


_AROUND_LIMIT = 62
"""Beside the words of a limit: the edges of its field, its arrow, and a place to type on."""


class LimitField(Retranslated, ComboBox):
    """Some usual limits, "off", and whatever else is typed. `requested()` when another limit is meant.

    With `own` it can also be left as each course has it (`OWN`).
    """

    requested = Signal()

    def __init__(self, name: str, usual: tuple[int, ...], *, own: bool = False) -> None:
        super().__init__(name)
        self._usual = (OWN, *usual) if own else usual
        self._formats: Formats | None = None
        self._limit: int | None = None
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        edit = self.lineEdit()
        assert edit is not None
        edit.setObjectName(f"{name}_text")
        self._edit = edit
        edit.setMaxLength(10)
        edit.editingFinished.connect(self._typed)
        edit.installEventFilter(self)
        self.activated.connect(self._picked)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name the line too."""
        super().setAccessibleName(name)
        self._edit.setAccessibleName(name)

    def limit(self) -> int | None:
        """Return the limit meant, in hundredths of a per cent; None for "off", `OWN` for "as set"."""
        return self._limit

    def show_limit(self, limit: int | None, formats: Formats) -> None:
        """Show a limit without asking anything."""
        self._limit, self._formats = limit, formats
        self.clear()
        for each in self._usual:
            self.addItem(self._shown(each), each)
        self.addItem(self._shown(None), None)
        self.setEditText(self._shown(limit))
        words = (self.itemText(place) for place in range(self.count()))
        self.setFixedWidth(max(map(self.fontMetrics().horizontalAdvance, words)) + _AROUND_LIMIT)
        set_state(self, "wrong", "")

    def retranslate(self) -> None:
        """Show the limit in another language."""
        if self._formats is not None:
            self.show_limit(self._limit, self._formats)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Esc take back what was typed."""
        escaped = (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Escape
        )
        if escaped and self.currentText() != self._shown(self._limit):
            self.setEditText(self._shown(self._limit))
            set_state(self, "wrong", "")
            return True
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        text = self.currentText().strip()
        if text == self._shown(self._limit):
            set_state(self, "wrong", "")
            return
        for known in (None, *[each for each in self._usual if each == OWN]):
            if text == self._shown(known):
                self._mean(known)
                return
        limit = read_limit(text)
        if limit is None:
            set_state(self, "wrong", "true")
            return
        self._mean(limit)

    def _picked(self, place: int) -> None:
        data = self.itemData(place)
        self._mean(data if isinstance(data, int) else None)

    def _mean(self, limit: int | None) -> None:
        set_state(self, "wrong", "")
        changed = limit != self._limit
        self._limit = limit
        self.setEditText(self._shown(limit))
        if changed:
            self.requested.emit()

    def _shown(self, limit: int | None) -> str:
        if limit == OWN:
            return self.tr("by rule")
        if limit is None or self._formats is None:
            return self.tr("off")
        return self._formats.limit(limit)


SHARES, TESTS = (7500, 8000, 10000), (5000, 6000, 7000)
_NAMED = 4  # flips that are named; the table shows them all


class BoardLine(Struct, frozen=True):
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
    """The two limits. `requested(rule)` when another one is meant."""

    requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("what_if")
        # Without it the limits are still understood: on a small screen it gives way.
        self.caption = ElidedLabel("second", "what_if_caption")
        self.share_label = label("second", "what_if_share_label")
        self.share = LimitField("what_if_share", SHARES)
        self.test_label = label("second", "what_if_test_label")
        self.test = LimitField("what_if_test", TESTS)
        row = FlowRow(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.caption, self.share_label, self.share, self.test_label, self.test):
            row.addWidget(part)
        for field in (self.share, self.test):
            field.requested.connect(lambda: self.requested.emit(self.rule()))
        self.retranslate()

    def rule(self) -> CompletionRule:
        """Return the rule that is asked about."""
        return CompletionRule(self.share.limit(), self.test.limit())

    def show_rule(self, rule: CompletionRule, formats: Formats) -> None:
        """Show a rule without asking."""
        self.share.show_limit(rule.share, formats)
        self.test.show_limit(rule.post_test, formats)

    @override
    def retranslate(self) -> None:
        self.caption.setText(self.tr("What if:"))
        self.share_label.setText(self.tr("attendance from"))
        self.test_label.setText(self.tr("post-test from"))
        self.share.setAccessibleName(self.tr("What if the attendance limit were"))
        self.test.setAccessibleName(self.tr("What if the post-test limit were"))


class WhatIfBanner(Retranslated, QFrame):
    """Who would flip, in words; `kept` makes the limits the course's own, `closed` goes back."""

    kept = Signal()
    closed = Signal()

    def __init__(self, name: str = "what_if") -> None:
        super().__init__()
        self.setObjectName("what_if_band" if name == "what_if" else name)
        self.setProperty("role", "banner_now")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._lines: Sequence[BoardLine] = ()
        self.title = FittingLabel("row_title", f"{name}_title")
        self.text = FittingLabel("second", f"{name}_text")
        self.keep = Button(f"{name}_keep", ButtonKind.GHOST)
        self.back = Button(f"{name}_back", ButtonKind.PLAIN, "undo")
        self.keep.clicked.connect(self.kept)
        withhold("courses/courses/change_course", self.keep)
        self.back.clicked.connect(self.closed)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.title)
        texts.addWidget(self.text)
        row = FlowRow(self)
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

    @override
    def retranslate(self) -> None:
        self.keep.setText(self.tr("Keep these limits for the course"))
        self.back.setText(self.tr("Back"))
        flips = [line for line in self._lines if line.flips]
        gained = sum(line.asked.result is CertificateKind.COMPLETION for line in flips)
        lost = sum(line.row.result is CertificateKind.COMPLETION for line in flips)
        untouched = self.tr("Nothing is written yet.")
        self.title.setText(f"{self._outcome(gained, lost)} {untouched}")
        named = [
            f"{line.course_code} {numbered(line.row.number)} {_short(line.row.name)}: "
            f"{kind_word(line.row.result)} → {kind_word(line.asked.result)}"
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
    said = shown_name(name, short=True)
    if said != name:
        return said
    family, _, rest = name.partition(" ")
    return f"{family} {rest[0]}." if rest else family


translate = QCoreApplication.translate


class MismatchBanner(Retranslated, QFrame):
    """Stands above a board while any of its certificates no longer fits.

    `renewed` asks to issue anew what can be, where the board is of one course.
    """

    renewed = Signal()

    def __init__(self, name: str, context: AppContext, *, renews: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self._context = context
        self._count = self._renewable = 0
        self.setProperty("role", "banner_due")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.words = label("body", f"{name}_words", wrap=True)
        self.next = Button(f"{name}_next", ButtonKind.PLAIN)
        self.renew = Button(f"{name}_renew", ButtonKind.PLAIN, "certificates") if renews else None
        row = FlowRow(self)
        row.setContentsMargins(18, 8, 10, 8)
        row.setSpacing(12)
        row.addWidget(IconMark(f"{name}_icon", "alert", "late"))
        row.addWidget(self.words, 1)
        row.addWidget(self.next)
        if self.renew:
            self.renew.clicked.connect(self.renewed)
            withhold("certificates/certificates/renew", self.renew)
            row.addWidget(self.renew)
        self.hide()
        self.retranslate()

    def show_lines(self, lines: Sequence[BoardLine]) -> None:
        """Say how many do not fit; hidden where all do."""
        self._count = len(mismatch_rows(lines))
        self._renewable = sum(line.row.renewable for line in lines)
        self.retranslate()
        self.setVisible(self._count > 0)

    @override
    def retranslate(self) -> None:
        code = self._context.language.code
        self.words.setText(messages.text("certificate.unfit_count", code, count=self._count))
        self.setAccessibleName(self.words.text())
        self.next.setText(self.tr("Go to the next one"))
        if self.renew:
            self.renew.setText(self.tr("Issue %n anew…", "", self._renewable))
            self.renew.setVisible(self._renewable > 0)


def mismatch_rows(lines: Sequence[BoardLine]) -> list[int]:
    """Return where the certificates stand that do not fit, from the top."""
    return [index for index, line in enumerate(lines) if line.row.unfit is not None]


def choose_next_mismatch(view: InkTable, model: ListTableModel[BoardLine]) -> None:
    """Choose the next one below the row that is chosen, as they are sorted; after the last one the first."""
    places = mismatch_rows([model.row(row) for row in range(model.rowCount())])
    index = view.currentIndex()
    after = [place for place in places if place > index.row()] if index.isValid() else places
    if places:
        view.selectRow((after or places)[0])
        view.setFocus()


def rest_words(lines: Sequence[BoardLine], *, issued: bool) -> str:
    """Return what the button says when there is nothing to issue: that all is well only where it is."""
    unfit = len(mismatch_rows(lines))
    if unfit:
        return translate("Certificates", "No longer fit: %n", "", unfit)
    bare = sum(line.row.entitled and line.row.voided for line in lines)
    if bare:
        return translate("Certificates", "Void, none in its place: %n", "", bare)
    if issued:
        return translate("Certificates", "All are issued")
    return translate("Certificates", "Nobody gets one yet")


_DASH = "\N{EN DASH}"
_MISSED = {
    "share": frozenset({"eligibility.share_below", "eligibility.nothing_held"}),
    "test": frozenset({"eligibility.test_below", "eligibility.test_missing"}),
}
"""Reasons that say that a column's limit was missed."""
_REACHED = frozenset({"eligibility.share_reached", "eligibility.test_reached"})
"""Reasons that say that a limit was reached."""
_FIGURES = _REACHED.union(*_MISSED.values())
_NEEDLESS = {
    "eligibility.override": _FIGURES | {"eligibility.no_attendance"},
    "eligibility.no_attendance": _FIGURES,
}
"""What a row need not say beside a decision, or of who never came: the figures stand in their columns."""
_LETTERS = 30
"""So many letters of the reason for a decision stand in its row: two lines in the smallest window."""


class BoardColumns(QObject):
    """What stands in each cell of a board, and in which ink."""

    def __init__(self, context: AppContext) -> None:
        super().__init__(context)
        self.setObjectName("board_columns")
        self._context = context

    def columns(self, name_width: int, *, narrow: bool = False) -> tuple[Column[BoardLine], ...]:
        """Return the columns; narrower ones where another column stands before them."""
        return (
            Column("number", number_sign, lambda line: str(line.row.number), 56, True, TextStyle.QUIET),
            Column(
                "name",
                lambda: self.tr("Participant"),
                lambda line: shown_name(line.row.called, short=True),
                name_width,
            ),
            Column(
                "share",
                lambda: self.tr("Of held sessions"),
                lambda line: self._formats.share(line.row.share, line.row.limits.share),
                126,
                True,
                hint=lambda: self.tr(
                    "Of all held sessions, also those without a mark and those after somebody left. "
                    "The marks page shows the share so far: only sessions with a mark count there."
                ),
            ),
            Column(
                "test",
                lambda: self.tr("Post-test", "short, in the head of a column"),
                lambda line: self._formats.share(line.row.post_test, line.row.limits.post_test),
                88,
                True,
            ),
            Column(
                "result", lambda: self.tr("Result"), self._result, 146 if narrow else 164, chip=self._chip
            ),
            Column("why", lambda: self.tr("Why"), self._why_short, look=TextStyle.QUIET),
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
        return self._say((*line.asked.misfits, *line.asked.reasons))

    def _say(self, reasons: Iterable[Label]) -> str:
        return reason_words(reasons, self._context.language.code)

    def _why_short(self, line: BoardLine) -> str:
        """Return the reasons for a row, where they have two lines at most: below stands the whole."""
        codes = {reason.code for reason in line.asked.reasons}
        if codes and codes <= _REACHED and not line.asked.misfits:
            return self.tr("every limit is reached")
        needless = next((left for code, left in _NEEDLESS.items() if code in codes), frozenset[str]())
        said = (*line.asked.misfits, *line.asked.reasons)
        return self._say(_shorter(reason) for reason in said if reason.code not in needless)

    def ink(self, found: object, column: str) -> str:
        """Red only where a limit was missed: the rule compares unrounded, so it is asked, not the number."""
        if not isinstance(found, BoardLine):
            return ""
        missed = {reason.code for reason in found.asked.reasons} & _MISSED.get(column, frozenset())
        return "absent_text" if missed else ""

    @property
    def _formats(self) -> Formats:
        return self._context.formats

    def _result(self, line: BoardLine) -> str:
        if line.flips:
            return f"{kind_word(line.row.result)} → {kind_word(line.asked.result)}"
        return kind_word(line.row.result)

    def _chip(self, line: BoardLine) -> tuple[Tone, str, str]:
        if line.flips:
            return Tone.DUE, kind_word(line.asked.result), "arrow"
        return kind_chip(line.row.result, by_hand=line.row.override)


def _shorter(reason: Label) -> Label:
    """Return what a row says of a decision: its kind is the result, and its reason may be long."""
    if reason.code != "eligibility.override":
        return reason
    text = str(reason.values["reason"])
    if len(text) > _LETTERS:
        text = f"{text[: _LETTERS - 1].rstrip()}…"
    return Label("eligibility.by_hand", {"reason": text})


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
