"""Retention of names: the rule, the courses with their dates, erasing the names of courses, the records.

Erasing is first rehearsed in numbers, then confirmed.
"""

from collections.abc import Sequence
from datetime import date
from functools import cached_property
from typing import override

from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from trainer_app.actions.exchange import clearing, dropping
from trainer_app.actions.office import erasing
from trainer_app.actions.review import joint_decisions
from trainer_app.domain.base.joint import JointMatter
from trainer_app.domain.base.structs import Meanwhile, replace
from trainer_app.domain.office.erasing import (
    MOST_DAYS,
    MOST_MONTHS,
    Erasure,
    PurgePlan,
    RetentionLine,
    RetentionRules,
    RetentionSource,
    purge_words,
)
from trainer_app.domain.people.persons import ErasureKind
from trainer_app.ui.kit.context import AppContext
from trainer_app.ui.kit.form_fields import Day, Flag, Layout, Note, Number, indent
from trainer_app.ui.kit.forms import ErasureForm, ErasureQuestion, FieldsForm
from trainer_app.ui.kit.language import field_title
from trainer_app.ui.kit.list_page import Command, CommandButtons
from trainer_app.ui.kit.meanwhile import ValuesInDoubt
from trainer_app.ui.widgets.cards import Card
from trainer_app.ui.widgets.controls import ButtonKind
from trainer_app.ui.widgets.indicators import Tone
from trainer_app.ui.widgets.labels import Retranslated, label
from trainer_app.ui.widgets.table_models import Column, ListTableModel, TextStyle
from trainer_app.ui.widgets.tables import Selection, TableView

_WIDTH = 460
_MONTHS, _DAYS = 24, 30
"""What is proposed where nothing is set."""
_ROWS = {"months": "months", "drop_days": "laptop_days"}
"""The row of each part of the rule."""


class RulesForm(FieldsForm):
    """How long the office keeps names, and when laptops let go of them."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("retention_rules", context, host, _WIDTH, prefix="retention_")
        self._rules = RetentionRules()
        self.build()
        for name in ("months", "laptop_days"):
            self.entry(name).setFixedWidth(130)

    @override
    def fields(self) -> Layout:
        said, about = self.say_fields, self.tr("The rule reaches the laptops with their next files.")
        months = Number(
            "months",
            self.tr("Months after a course's last day"),
            self.tr("Nothing is erased by itself: it is shown here that the time has come."),
            most=MOST_MONTHS,
            usual=_MONTHS,
            shown=bool(self.value("months_on")),
        )
        days = Number(
            "laptop_days",
            self.tr("Days after everything is safe here"),
            self.tr("The laptop says so a week before, and can postpone it. The office keeps everything."),
            most=MOST_DAYS,
            usual=_DAYS,
            shown=bool(self.value("laptop_days_on")),
        )
        return (
            [Flag("months_on", self.tr("Say when it is time to erase names"), changed=said), months],
            [
                Flag("laptop_days_on", self.tr("Laptops delete the names of closed courses"), changed=said),
                days,
            ],
            Note("rules_about", about, role="second"),
        )

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("Rule for keeping names"), self.tr("Save the rule")

    def open_rules(self, rules: RetentionRules) -> None:
        """Show the rule of now."""
        months, days = rules.months, rules.drop_days
        self._rules = rules
        self.open_filled(
            months_on=months is not None, months=months, laptop_days_on=days is not None, laptop_days=days
        )

    @override
    def save(self) -> None:
        rules = RetentionRules(*(self._number(name) for name in ("months", "laptop_days")))
        self.submit(lambda: erasing.set_rules(self.context.work, rules, opened=self._rules))

    @override
    def doubt_of(self, field: Meanwhile) -> ValuesInDoubt:
        name = _ROWS[field.name]
        never = self.tr("no rule")
        return ValuesInDoubt(
            field, lambda: self.caption(name), lambda value: never if value is None else str(value)
        )

    @override
    def settle_meanwhile(self, field: Meanwhile, *, theirs: bool) -> None:
        self._rules = replace(self._rules, **{field.name: field.now})
        name, value = _ROWS[field.name], field.theirs if theirs else field.yours
        self._fields[f"{name}_on"].put(self.rows[f"{name}_on"], value is not None)
        self._fields[name].put(self.rows[name], value)
        self.say_fields()

    def _number(self, name: str) -> int | None:
        return self.value(name) if self.value(f"{name}_on") else None


class DayForm(FieldsForm):
    """Until when one course's names are kept."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("retention_day_form", context, host, _WIDTH, prefix="retention_")
        self._line: RetentionLine | None = None
        self.build()
        indent(self.rows["own_day"].field)

    @override
    def fields(self) -> Layout:
        words = self.tr("As the rule of the project or the office says")
        return (
            Flag("by_rule", words, changed=self.say_fields),
            Day("own_day", self.tr("Names are kept until"), shown=not self.value("by_rule")),
        )

    @override
    def words(self) -> tuple[str, str]:
        code = self._line.code if self._line else ""
        return self.tr("Names of {code}").format(code=code), self.tr("Save the day")

    def open_course(self, line: RetentionLine) -> None:
        """Ask for a course's day."""
        self._line = line
        by_rule = line.source is not RetentionSource.COURSE
        self.open_filled(by_rule=by_rule, own_day=line.until or self.context.today())

    @override
    def save(self) -> None:
        if self._line is None:
            return
        line, day = self._line, None if self.value("by_rule") else self.value("own_day")
        self.submit(lambda: erasing.set_course(self.context.work, line.key, day, opened=line))

    @override
    def doubt_of(self, field: Meanwhile) -> ValuesInDoubt:
        return ValuesInDoubt(field, lambda: self.caption("own_day"), self._said_day)

    @override
    def settle_meanwhile(self, field: Meanwhile, *, theirs: bool) -> None:
        assert self._line is not None
        source = RetentionSource.OFFICE if field.now is None else RetentionSource.COURSE
        self._line = replace(self._line, until=field.now, source=source)
        day = field.theirs if theirs else field.yours
        self._fields["by_rule"].put(self.rows["by_rule"], day is None)
        self._fields["own_day"].put(self.rows["own_day"], day)
        self.say_fields()

    def _said_day(self, day: date | None) -> str:
        if day is None:
            return self.caption("by_rule")
        return self.context.formats.day_long(day)


class PurgePanel(ErasureForm):
    """The number of people must be typed before the button works."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__("purge_panel", context, host, "purge_")
        self._keys: list[str] = []
        self._plan = PurgePlan((), 0, 0, 0)
        self.build()
        confirm = self.rows["confirm"].field
        confirm.setFixedWidth(130)
        confirm.setMaxLength(9)

    def open_courses(self, keys: Sequence[str]) -> None:
        """Look at what would go, and ask."""
        plan = self.context.ask(erasing.plan, list(keys))
        if plan is not None:
            self._keys, self._plan = list(keys), plan
            self.open_filled()

    @override
    def read_plan(self) -> None:
        self._plan = self.context.ask(erasing.plan, self._keys) or self._plan

    @override
    def words(self) -> tuple[str, str]:
        return self.tr("Erase the names of courses"), self.tr("Erase for good")

    @override
    def question(self) -> ErasureQuestion:
        keys, plan = self._keys, self._plan
        count = str(plan.people) if plan.courses else ""
        said = purge_words(plan)
        return ErasureQuestion(
            about=self.tr("This cannot be undone, and what was done before can no longer be undone either."),
            lists={"goes": said.goes, "stays": said.stays, "elsewhere": said.elsewhere},
            number=self.tr("Number of the decision, if there is one"),
            confirm=self.tr("Type the number of people to confirm: {count}").format(count=count),
            expected=count,
            erase=lambda work, reason, number, progress: joint_decisions.decide(
                work, JointMatter.PURGE, keys, reason, number, progress=progress
            ),
            running=self.tr("The names are being erased"),
            done=self.tr("The names are erased"),
            text=self.tr("The record is kept below. The next files take them from the laptops."),
            unfinished=self.tr("The names are erased, but older files could not be cleared yet"),
        )


_ROW = 34
_MOST_ROWS = 9


class RetentionPage(Retranslated, QWidget):
    """The rule and the courses above, the records below."""

    def __init__(self, context: AppContext, host: QWidget) -> None:
        super().__init__()
        self.setObjectName("retention")
        self._context, self._host = context, host
        self._rules = RetentionRules()
        self._records: list[Erasure] = []
        self._codes: dict[str, str] = {}
        self._askers: dict[str, str] = {}
        self._unread = 0
        self.card = Card("retention_courses")
        self.rule_words = label("body", "retention_rule", wrap=True)
        self.pending = label("error", "retention_pending", wrap=True)
        self.unread = label("body", "retention_unread", wrap=True)
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
        self._lay_out()
        self._connect()
        self.retranslate()

    @cached_property
    def rules_form(self) -> RulesForm:
        """Change how long names are kept."""
        return RulesForm(self._context, self._host)

    @cached_property
    def day_form(self) -> DayForm:
        """Change the day of one course."""
        return DayForm(self._context, self._host)

    @cached_property
    def panel(self) -> PurgePanel:
        """Ask before the names of courses are erased."""
        return PurgePanel(self._context, self._host)

    def _lay_out(self) -> None:
        self.card.add_to_head(self.buttons["change"])
        body = self.card.add_body()
        body.addWidget(self.rule_words)
        body.addWidget(self.pending)
        body.addWidget(self.unread)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.fit_to_rows(_MOST_ROWS)
        self.card.add_row(self.table)
        foot = self.card.add_foot()
        foot.addWidget(self.buttons["day"])
        foot.addWidget(self.buttons["erase"])
        foot.addStretch(1)
        self.record_table.verticalHeader().setDefaultSectionSize(_ROW)
        self.record_table.fit_to_rows(_MOST_ROWS)
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
        for table in (self.table, self.record_table):
            table.allow_sorting()
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
            Command(
                "change",
                change,
                lambda: self.rules_form.open_rules(self._rules),
                plain,
                "pen",
                needs="office/erasing/set_rules",
            ),
            Command(
                "day",
                self.tr("Set the day…"),
                self._ask_day,
                plain,
                enabled=one,
                needs="office/erasing/set_course",
            ),
            Command(
                "erase",
                erase,
                self._look,
                ButtonKind.DANGER,
                enabled=ready,
                needs=("office/erasing/purge", "review/joint_decisions/decide"),
            ),
        )

    def show_retention(self) -> None:
        """Read everything anew; what is chosen stays chosen."""
        chosen = [line.key for line in self.selection.rows()]
        self._rules = self._context.ask(dropping.retention_rules) or RetentionRules()
        lines = self._context.ask(erasing.lines) or []
        self._codes = {line.key: line.code for line in lines}
        self.model.set_rows(lines)
        today = self._context.today()
        wanted = chosen or [line.key for line in lines if line.is_due(today)]
        self._select(wanted)
        self._records = self._context.ask(erasing.list_erasures) or []
        self._askers = self._context.ask(joint_decisions.askers, self._records) or {}
        self.record_model.set_rows(self._records)
        self.record_table.setVisible(bool(self._records))
        # Its row too: else an empty band stays above the table.
        self.records.show_row(self._nothing_row, shown=not self._records)
        self.pending.setVisible(bool(self._context.ask(clearing.is_pending)))
        self._unread = self._context.ask(clearing.removed_unread) or 0
        self.unread.setVisible(self._unread > 0)
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
        self.unread.setText(self._context.words("erasing.unread", count=self._unread))
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
            "Laptops delete the names of closed courses %n day(s) after everything is stored here.",
            "",
            self._rules.drop_days,
        )

    def _columns(self) -> tuple[Column[RetentionLine], ...]:
        return (
            Column("code", lambda: self.tr("Course"), lambda line: line.code, 150, look=TextStyle.STRONG),
            Column("town", lambda: self.tr("Place"), lambda line: line.town or "–"),
            Column(
                "last",
                field_title("course", "last_day"),
                lambda line: _day(line.last_day),
                150,
                order=lambda line: line.last_day,
            ),
            Column(
                "people",
                # Those who left or were replaced too: their names are kept as well.
                lambda: self.tr("Names", "how many"),
                lambda line: self._context.formats.number(line.people),
                100,
                right=True,
            ),
            Column(
                "until",
                lambda: self.tr("Names kept until"),
                lambda line: _day(line.until),
                170,
                order=lambda line: (line.until is None, line.until or line.last_day),
            ),
            #: Heading: whose decision it was
            Column("source", lambda: self.tr("By"), self._source, 130, look=TextStyle.QUIET),
            Column(
                "state", lambda: self.tr("State"), lambda line: self._state(line)[1], 210, chip=self._state
            ),
        )

    def _record_columns(self) -> tuple[Column[Erasure], ...]:
        formats = self._context.formats
        return (
            Column("day", lambda: self.tr("Day"), lambda one: _day(one.day), 110, order=lambda one: one.day),
            Column("what", lambda: self.tr("What"), self._what, 180, look=TextStyle.STRONG),
            Column("reason", lambda: self.tr("Reason"), lambda one: one.reason),
            Column("reference", lambda: self.tr("Request"), lambda one: one.reference or "–", 100, yields=2),
            Column("asked_by", lambda: self.tr("Asked by"), self._asked_by, 140, look=TextStyle.QUIET),
            #: Heading: whose decision it was
            Column("by", lambda: self.tr("By"), lambda one: one.by or "–", 140, look=TextStyle.QUIET),
            Column(
                "people", lambda: self.tr("People"), lambda one: formats.number(one.people), 90, right=True
            ),
            #: Heading: how many records could not be erased
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
        if record.kind == ErasureKind.PERSON:
            return self.tr("one person")
        codes = [self._codes.get(key, "") for key in record.courses]
        return ", ".join(code for code in codes if code)

    def _asked_by(self, record: Erasure) -> str:
        """Return who asked another head for it; nobody where one head decided alone."""
        return self._askers.get(record.key) or "–"

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
