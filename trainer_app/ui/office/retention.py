"""Retention of names: the rule, the courses with their dates, erasing the names of courses, the records.

Erasing is first rehearsed in numbers, then confirmed.
"""

from collections.abc import Sequence
from datetime import date
from typing import override

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from trainer_app.actions.exchange import erased
from trainer_app.actions.office import erasing, retention
from trainer_app.domain.base.changes import Changes, Label
from trainer_app.domain.base.errors import TrainerError
from trainer_app.domain.office.erasing import (
    MOST_DAYS,
    MOST_MONTHS,
    Erasure,
    PurgePlan,
    RetentionLine,
    RetentionRules,
    RetentionSource,
)
from trainer_app.system import messages
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import NumberField, indent
from trainer_app.ui.kit.forms import FormPanel
from trainer_app.ui.kit.list_page import Command, CommandButtons
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import ButtonKind, Tick
from trainer_app.ui.widgets.fields import DateField, FormRow, text_field
from trainer_app.ui.widgets.indicators import Tone
from trainer_app.ui.widgets.labels import AnnouncedLabel, Retranslated, SentenceList, label
from trainer_app.ui.widgets.overlays import Mood, SidePanel
from trainer_app.ui.widgets.tables import Column, ListTableModel, Selection, TableView, TextStyle

_WIDTH = 460
_MONTHS, _DAYS = 24, 30
"""What is proposed where nothing is set."""


class TickedNumber(QWidget):
    """A tick, and a number that counts only when it is set."""

    def __init__(self, name: str, most: int, proposed: int) -> None:
        super().__init__()
        self.setObjectName(f"{name}_part")
        self._proposed = proposed
        self.tick = Tick(f"{name}_on")
        self.number = NumberField(name, 0, most, proposed)
        self.number.setFixedWidth(130)
        self.row = FormRow(name, self.number)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.tick)
        column.addWidget(self.row)
        self.tick.toggled.connect(self.row.setVisible)

    def set_value(self, value: int | None) -> None:
        """Show a number, or that none is set."""
        self.number.setValue(self._proposed if value is None else value)
        self.tick.setChecked(value is not None)
        self.row.setVisible(value is not None)

    def value(self) -> int | None:
        """Return the number, None without the tick."""
        return self.number.value() if self.tick.isChecked() else None


class RulesForm(FormPanel):
    """How long the office keeps names, and when laptops let go of them."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("retention_rules", context, host, _WIDTH)
        self.months = TickedNumber("retention_months", MOST_MONTHS, _MONTHS)
        self.days = TickedNumber("retention_laptop_days", MOST_DAYS, _DAYS)
        self.about = label("second", "retention_rules_about", wrap=True)
        for part in (self.months, self.days, self.about):
            self.body.addWidget(part)
        self.end_body()
        self.retranslate()

    def open_rules(self, rules: RetentionRules) -> None:
        """Show the rule of now."""
        self.clear_errors()
        self.months.set_value(rules.months)
        self.days.set_value(rules.drop_days)
        self.reveal(self.months.tick)

    def save(self) -> None:
        """Set what is typed."""
        rules = RetentionRules(self.months.value(), self.days.value())
        self.submit(lambda: retention.set_rules(self.context.work, rules))

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(self.tr("Rule for keeping names"), self.tr("Save the rule"))
        self.months.tick.setText(self.tr("Say when it is time to erase names"))
        self.months.row.set_words(
            self.tr("Months after a course's last day"),
            self.tr("Nothing is erased by itself: it is shown here that the time has come."),
        )
        self.days.tick.setText(self.tr("Laptops let go of closed courses"))
        self.days.row.set_words(
            self.tr("Days after everything is safe here"),
            self.tr("The laptop says so a week before, and can postpone it. The office keeps everything."),
        )
        self.about.setText(self.tr("The rule reaches the laptops with their next files."))


class DayForm(FormPanel):
    """Until when one course's names are kept."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("retention_day_form", context, host, _WIDTH)
        self._line: RetentionLine | None = None
        self.by_rule = Tick("retention_by_rule")
        self.day = FormRow("retention_own_day", indent(DateField("retention_own_day")))
        self.body.addWidget(self.by_rule)
        self.body.addWidget(self.day)
        self.end_body()
        self.by_rule.toggled.connect(lambda on: self.day.setVisible(not on))
        self.retranslate()

    def open_course(self, line: RetentionLine) -> None:
        """Ask for a course's day."""
        self._line = line
        self.clear_errors()
        own = line.source.value == "course"
        shown = line.until or self.context.today()
        self.day.field.setDate(QDate(shown.year, shown.month, shown.day))
        self.by_rule.setChecked(not own)
        self.day.setVisible(own)
        self.retranslate()
        self.reveal(self.by_rule)

    def save(self) -> None:
        """Set the day, or leave it to the rule."""
        if self._line is None:
            return
        key, typed = self._line.key, self.day.field.date()
        day = None if self.by_rule.isChecked() else date(typed.year(), typed.month(), typed.day())
        self.submit(lambda: retention.set_course(self.context.work, key, day))

    @override
    def retranslate(self) -> None:
        super().retranslate()
        code = self._line.code if self._line else ""
        self.set_words(self.tr("Names of {code}").format(code=code), self.tr("Save the day"))
        self.by_rule.setText(self.tr("As the rule of the project or the office says"))
        self.day.set_words(self.tr("Names are kept until"))


_PURGE_WIDTH = 520


class PurgePanel(SidePanel):
    """The number of people must be typed before the button works."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("purge_panel", host, _PURGE_WIDTH)
        self._context = context
        self._keys: list[str] = []
        self._plan: PurgePlan | None = None
        self.about = label("body", "purge_about", wrap=True)
        self.goes, self.stays = SentenceList("purge_goes"), SentenceList("purge_stays")
        self.reason = FormRow("purge_reason", text_field("purge_reason", most=200))
        self.reference = FormRow("purge_reference", text_field("purge_reference", most=60))
        self.confirm = FormRow("purge_confirm", text_field("purge_confirm", width=130, most=9))
        self.trouble = AnnouncedLabel("error", "purge_error")
        self.trouble.hide()
        for part in (
            self.about,
            self.goes,
            self.stays,
            self.reason,
            self.reference,
            self.confirm,
            self.trouble,
        ):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.accept_button.set_kind(ButtonKind.DANGER)
        self.confirm.field.textChanged.connect(self._check)
        self.reason.field.textChanged.connect(self._check)
        self.accepted.connect(self._erase)
        self.retranslate()

    def open_courses(self, keys: Sequence[str]) -> None:
        """Look at what would go, and ask."""
        plan = self._context.ask(retention.plan, list(keys))
        if plan is None:
            return
        self._keys, self._plan = list(keys), plan
        for row in (self.reason, self.reference, self.confirm):
            row.field.clear()
        self.trouble.hide()
        self.retranslate()
        self._check()
        self.reveal(self.reason.field)

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(self.tr("Erase the names of courses"), self.tr("Erase for good"))
        self.about.setText(
            self.tr("This cannot be undone, and what was done before can no longer be undone either.")
        )
        self.reason.set_words(self.tr("Reason"), self.tr("It is kept with the record. Write no names in it."))
        self.reference.set_words(self.tr("Number of the decision, if there is one"))
        if self._plan is None:
            return
        self.confirm.set_words(
            self.tr("Type the number of people to confirm: {count}").format(count=self._plan.people)
        )
        goes = [self._course(each) for each in self._plan.courses]
        values = {"people": self._plan.people, "kept": self._plan.kept}
        goes.append(Label("retention.plan.sum", values))
        stays = [Label("retention.plan.stays"), Label("retention.plan.feedback")]
        self.goes.show_lines(self._context.words("erasing.heading.goes"), self._said(goes))
        self.stays.show_lines(
            self._context.words("erasing.heading.stays"),
            [*self._said(stays), self._context.words("erasing.elsewhere.outside")],
        )

    def _course(self, each: object) -> Label:
        names = ("people", "certificates", "scans")
        values = {name: getattr(each, name) for name in names}
        return Label("retention.plan.course", {"course": getattr(each, "code", ""), **values})

    def _said(self, lines: Sequence[Label]) -> list[str]:
        return [messages.label_text(line, self._context.language.code) for line in lines]

    def _check(self) -> None:
        wanted = str(self._plan.people) if self._plan else ""
        typed = self.confirm.field.text().strip()
        self.accept_button.setEnabled(typed == wanted != "" and bool(self.reason.field.text().strip()))

    def _erase(self) -> None:
        if not self._keys or not self.accept_button.isEnabled():
            return
        keys, reason, reference = self._keys, self.reason.field.text(), self.reference.field.text()
        self.accept_button.setEnabled(False)
        self._context.run(
            self.tr("The names are being erased"),
            lambda work, progress: retention.purge(work, keys, reason, reference, progress=progress),
            done=self._done,
            failed=self._refuse,
        )

    def _done(self, changes: Changes) -> None:
        self._keys, self._plan = [], None
        self.dismiss()
        self._context.changes.announce(changes, self)
        if self._context.ask(erased.is_pending):
            self._context.tell(
                Mood.BAD,
                self.tr("The names are erased, but older files could not be cleared yet"),
                self.tr("Free some space on this disk. It is finished at the next start of the program."),
            )
            return
        self._context.tell_good(
            self.tr("The names are erased"),
            self.tr("The record is kept below. The next files take them from the laptops."),
        )

    def _refuse(self, error: TrainerError) -> None:
        self.trouble.say(self._context.explained(error))
        self.trouble.show()
        self.bring_into_view(self.trouble)
        self._check()


_ROW = 34
_MOST_ROWS = 9


class RetentionPage(Retranslated, QWidget):
    """The rule and the courses above, the records below."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__()
        self.setObjectName("retention")
        self._context = context
        self._rules = RetentionRules()
        self._records: list[Erasure] = []
        self._codes: dict[str, str] = {}
        self.card = Card("retention_courses")
        self.rule_words = label("body", "retention_rule", wrap=True)
        self.pending = label("error", "retention_pending", wrap=True)
        self.model = ListTableModel("retention_model", self._columns(), lambda line: line.key, self)
        self.table = TableView("retention_table")
        self.selection = Selection(self.table, self.model)
        self.buttons = CommandButtons("retention", self._commands)
        self.records = Card("retention_records")
        self.record_model = ListTableModel(
            "retention_record_model", self._record_columns(), lambda record: record.key, self
        )
        self.record_table = TableView("retention_record_table")
        self.nothing = label("second", "retention_nothing", wrap=True)
        self.rules_form = RulesForm(context, host)
        self.day_form = DayForm(context, host)
        self.panel = PurgePanel(context, host)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.card.add_to_head(self.buttons["change"])
        body = self.card.add_body()
        body.addWidget(self.rule_words)
        body.addWidget(self.pending)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.card.add_row(self.table)
        foot = self.card.add_foot()
        foot.addWidget(self.buttons["day"])
        foot.addWidget(self.buttons["erase"])
        foot.addStretch(1)
        self.record_table.verticalHeader().setDefaultSectionSize(_ROW)
        self.record_table.show_model(self.record_model)
        self.records.add_body().addWidget(self.nothing)
        self._nothing_row = self.nothing.parentWidget() or self.nothing
        self.records.add_row(self.record_table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.card)
        column.addWidget(self.records)
        column.addStretch(1)

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(lambda *_: self.buttons.refresh())
        self.table.opened.connect(lambda _row: self._ask_day())

    def _commands(self) -> Sequence[Command]:
        chosen = self.selection.rows()
        one = len(chosen) == 1 and chosen[0].purged_on is None
        ready = bool(chosen) and all(line.over and line.purged_on is None for line in chosen)
        erase = self.tr("Erase the names…")
        if len(chosen) > 1:
            erase = self.tr("Erase the names of %n course(s)…", "", len(chosen))
        change, plain = self.tr("Change the rule"), ButtonKind.PLAIN
        return (
            Command("change", change, lambda: self.rules_form.open_rules(self._rules), plain, "pen"),
            Command("day", self.tr("Set the day…"), self._ask_day, plain, enabled=one),
            Command("erase", erase, self._look, ButtonKind.DANGER, enabled=ready),
        )

    def show_retention(self) -> None:
        """Read everything anew; what is chosen stays chosen."""
        chosen = [line.key for line in self.selection.rows()]
        self._rules = self._context.ask(erased.retention_rules) or RetentionRules()
        lines = self._context.ask(retention.lines) or []
        self._codes = {line.key: line.code for line in lines}
        self.model.set_rows(lines)
        _fit(self.table, len(lines))
        today = self._context.today()
        wanted = chosen or [line.key for line in lines if line.is_due(today)]
        self._select(wanted)
        self._records = self._context.ask(erasing.list_erasures) or []
        self.record_model.set_rows(self._records)
        _fit(self.record_table, len(self._records))
        self.record_table.setVisible(bool(self._records))
        # Its row too: else an empty band stays above the table.
        self.records.show_row(self._nothing_row, shown=not self._records)
        self.pending.setVisible(bool(self._context.ask(erased.is_pending)))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.card.set_title(self.tr("How long names are kept"))
        self.records.set_title(self.tr("What was erased"))
        self.table.setAccessibleName(self.tr("Courses and until when their names are kept"))
        self.record_table.setAccessibleName(self.tr("Records of what was erased"))
        self.nothing.setText(
            self.tr("Nothing yet. One person's data are erased from the person's page in People.")
        )
        self.pending.setText(
            self.tr("Older files still hold what was erased. Free space on this disk and start again.")
        )
        self.rule_words.setText(f"{self._months()} {self._days()}")
        self.buttons.refresh()

    def _months(self) -> str:
        if self._rules.months is None:
            return self.tr("No rule is set: names are kept until somebody erases them.")
        return self.tr("Names are kept for %n month(s) after a course's last day.", "", self._rules.months)

    def _days(self) -> str:
        if self._rules.drop_days is None:
            return self.tr("Laptops keep what they have.")
        return self.tr(
            "Laptops let go of closed courses %n day(s) after everything is safe here.",
            "",
            self._rules.drop_days,
        )

    def _columns(self) -> tuple[Column[RetentionLine], ...]:
        return (
            Column("code", lambda: self.tr("Course"), lambda line: line.code, 150, look=TextStyle.STRONG),
            Column("town", lambda: self.tr("Place"), lambda line: line.town or "–"),
            Column("last", lambda: self.tr("Last day"), lambda line: _day(line.last_day), 150),
            Column(
                "people",
                # Those who left or were replaced too: their names are kept as well.
                lambda: self.tr("Names"),
                lambda line: self._context.formats.number(line.people),
                100,
                right=True,
            ),
            Column(
                "until",
                lambda: self.tr("Names kept until"),
                lambda line: _day(line.until),
                170,
            ),
            Column("source", lambda: self.tr("By"), self._source, 130, look=TextStyle.QUIET),
            Column(
                "state", lambda: self.tr("State"), lambda line: self._state(line)[1], 210, chip=self._state
            ),
        )

    def _record_columns(self) -> tuple[Column[Erasure], ...]:
        formats = self._context.formats
        return (
            Column("day", lambda: self.tr("Day"), lambda one: _day(one.day), 150),
            Column("what", lambda: self.tr("What"), self._what, 240, look=TextStyle.STRONG),
            Column("reason", lambda: self.tr("Reason"), lambda one: one.reason),
            Column("reference", lambda: self.tr("Request"), lambda one: one.reference or "–", 110),
            Column("by", lambda: self.tr("By"), lambda one: one.by or "–", 150, look=TextStyle.QUIET),
            Column(
                "people", lambda: self.tr("People"), lambda one: formats.number(one.people), 90, right=True
            ),
            Column("kept", lambda: self.tr("Stayed"), lambda one: formats.number(one.kept), 90, right=True),
        )

    def _source(self, line: RetentionLine) -> str:
        words = {
            RetentionSource.COURSE: self.tr("this course"),
            RetentionSource.PROJECT: self.tr("its project"),
            RetentionSource.OFFICE: self.tr("the rule"),
            RetentionSource.NONE: "–",
        }
        return words[line.source]

    def _state(self, line: RetentionLine) -> tuple[Tone, str, str]:
        if line.purged_on is not None:
            return Tone.QUIET, self.tr("erased"), "check"
        if line.is_due(self._context.today()):
            return Tone.DUE, self.tr("time has come"), "clock"
        if not line.over:
            return Tone.NOW, self.tr("not over yet"), "clock"
        return Tone.GOOD, self.tr("kept"), "lock"

    def _what(self, record: Erasure) -> str:
        if record.kind == "person":
            return self.tr("one person")
        codes = [self._codes.get(key, "") for key in record.courses]
        return ", ".join(code for code in codes if code)

    def _select(self, keys: Sequence[str]) -> None:
        self.table.clearSelection()
        rows = [row for key in keys if (row := self.model.row_of(key)) is not None]
        mode = self.table.selectionMode()
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        for row in rows or ([0] if self.model.rowCount() else []):
            self.table.selectRow(row)
        self.table.setSelectionMode(mode)

    def _ask_day(self) -> None:
        chosen = self.selection.rows()
        if len(chosen) == 1 and chosen[0].purged_on is None:
            self.day_form.open_course(chosen[0])

    def _look(self) -> None:
        chosen = self.selection.rows()
        if chosen and self.buttons["erase"].isEnabled():
            self.panel.open_courses([line.key for line in chosen])


def _day(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else "–"


def _fit(table: TableView, rows: int) -> None:
    """Give a table the height of its rows, up to some; beyond them it scrolls."""
    head = table.horizontalHeader().sizeHint().height()
    table.setFixedHeight(head + _ROW * max(1, min(rows, _MOST_ROWS)) + 12)
