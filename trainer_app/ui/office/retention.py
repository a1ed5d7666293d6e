"""How long names are kept: the rule, the courses with their days, and the records of what was erased."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from trainer_app.actions import erased_files, erasing, retention
from trainer_app.domain.erasing import Erasure
from trainer_app.domain.retention import RetentionLine, Rules, Source
from trainer_app.ui.office.purge_panel import PurgePanel
from trainer_app.ui.office.retention_forms import DayForm, RulesForm
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.buttons import Button, Kind
from trainer_app.ui.widgets.card import Card
from trainer_app.ui.widgets.chips import Tone
from trainer_app.ui.widgets.labels import label
from trainer_app.ui.widgets.models import Column, Look, RowsModel
from trainer_app.ui.widgets.naming import Retranslated
from trainer_app.ui.widgets.table import TableView

_ROW = 34
_MOST_ROWS = 9


class RetentionPage(Retranslated, QWidget):
    """The rule and the courses above, the records below."""

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__()
        self.setObjectName("retention")
        self._desk = desk
        self._rules = Rules()
        self._records: list[Erasure] = []
        self._codes: dict[str, str] = {}
        self.card = Card("retention_courses")
        self.rule_words = label("body", "retention_rule", wrap=True)
        self.pending = label("error", "retention_pending", wrap=True)
        self.change = Button("retention_change", Kind.PLAIN, "pen")
        self.model = RowsModel("retention_model", self._columns(), lambda line: line.key, self)
        self.table = TableView("retention_table")
        self.day = Button("retention_day", Kind.PLAIN)
        self.erase = Button("retention_erase", Kind.DANGER)
        self.records = Card("retention_records")
        self.record_model = RowsModel(
            "retention_record_model", self._record_columns(), lambda record: record.key, self
        )
        self.record_table = TableView("retention_record_table")
        self.nothing = label("second", "retention_nothing", wrap=True)
        self.rules_form = RulesForm(desk, host)
        self.day_form = DayForm(desk, host)
        self.panel = PurgePanel(desk, host)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        self.card.add_to_head(self.change)
        body = self.card.add_body()
        body.addWidget(self.rule_words)
        body.addWidget(self.pending)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.show_model(self.model)
        self.card.add_row(self.table)
        foot = self.card.add_foot()
        foot.addWidget(self.day)
        foot.addWidget(self.erase)
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
        self.change.clicked.connect(lambda: self.rules_form.open_rules(self._rules))
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_actions())
        self.table.opened.connect(lambda _row: self._ask_day())
        self.day.clicked.connect(self._ask_day)
        self.erase.clicked.connect(self._look)

    def show_retention(self) -> None:
        """Read everything anew; what is chosen stays chosen."""
        chosen = [line.key for line in self.chosen()]
        self._rules = self._desk.ask(retention.rules) or Rules()
        lines = self._desk.ask(retention.lines) or []
        self._codes = {line.key: line.code for line in lines}
        self.model.set_rows(lines)
        _fit(self.table, len(lines))
        today = self._desk.today()
        wanted = chosen or [line.key for line in lines if line.is_due(today)]
        self._select(wanted)
        self._records = self._desk.ask(erasing.list_erasures) or []
        self.record_model.set_rows(self._records)
        _fit(self.record_table, len(self._records))
        self.record_table.setVisible(bool(self._records))
        # Its row too: else an empty band stays above the table.
        self.records.show_row(self._nothing_row, shown=not self._records)
        self.pending.setVisible(bool(self._desk.ask(erased_files.is_pending)))
        self.retranslate()

    def chosen(self) -> list[RetentionLine]:
        """Return the courses that are chosen, from the top."""
        rows = sorted({index.row() for index in self.table.selectionModel().selectedRows()})
        return [self.model.row(row) for row in rows]

    def retranslate(self) -> None:
        """Set every word."""
        self.card.set_title(self.tr("How long names are kept"))
        self.records.set_title(self.tr("What was erased"))
        self.change.setText(self.tr("Change the rule"))
        self.day.setText(self.tr("Set the day…"))
        self.table.setAccessibleName(self.tr("Courses and until when their names are kept"))
        self.record_table.setAccessibleName(self.tr("Records of what was erased"))
        self.nothing.setText(
            self.tr("Nothing yet. One person's data are erased from the person's page in People.")
        )
        self.pending.setText(
            self.tr("Older files still hold what was erased. Free space on this disk and start again.")
        )
        self.rule_words.setText(f"{self._months()} {self._days()}")
        self._show_actions()

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
            Column("code", lambda: self.tr("Course"), lambda line: line.code, 150, look=Look.STRONG),
            Column("town", lambda: self.tr("Place"), lambda line: line.town or "–"),
            Column("last", lambda: self.tr("Last day"), lambda line: _day(line.last_day), 150),
            Column(
                "people",
                # Those who left or were replaced too: their names are kept as well.
                lambda: self.tr("Names"),
                lambda line: self._desk.formats.number(line.people),
                100,
                right=True,
            ),
            Column(
                "until",
                lambda: self.tr("Names kept until"),
                lambda line: _day(line.until),
                170,
            ),
            Column("source", lambda: self.tr("By"), self._source, 130, look=Look.QUIET),
            Column(
                "state", lambda: self.tr("State"), lambda line: self._state(line)[1], 210, chip=self._state
            ),
        )

    def _record_columns(self) -> tuple[Column[Erasure], ...]:
        formats = self._desk.formats
        return (
            Column("day", lambda: self.tr("Day"), lambda one: _day(one.day), 150),
            Column("what", lambda: self.tr("What"), self._what, 240, look=Look.STRONG),
            Column("reason", lambda: self.tr("Reason"), lambda one: one.reason),
            Column("reference", lambda: self.tr("Request"), lambda one: one.reference or "–", 110),
            Column("by", lambda: self.tr("By"), lambda one: one.by or "–", 150, look=Look.QUIET),
            Column(
                "people", lambda: self.tr("People"), lambda one: formats.number(one.people), 90, right=True
            ),
            Column("kept", lambda: self.tr("Stayed"), lambda one: formats.number(one.kept), 90, right=True),
        )

    def _source(self, line: RetentionLine) -> str:
        words = {
            Source.COURSE: self.tr("this course"),
            Source.PROJECT: self.tr("its project"),
            Source.OFFICE: self.tr("the rule"),
            Source.NONE: "–",
        }
        return words[line.source]

    def _state(self, line: RetentionLine) -> tuple[Tone, str, str]:
        if line.purged_on is not None:
            return Tone.QUIET, self.tr("erased"), "check"
        if line.is_due(self._desk.today()):
            return Tone.DUE, self.tr("time has come"), "clock"
        if not line.over:
            return Tone.NOW, self.tr("not over yet"), "clock"
        return Tone.GOOD, self.tr("kept"), "lock"

    def _what(self, record: Erasure) -> str:
        if record.kind == "person":
            return self.tr("one person")
        codes = [self._codes.get(key, "") for key in record.courses]
        return ", ".join(code for code in codes if code)

    def _show_actions(self) -> None:
        chosen = self.chosen()
        ready = [line for line in chosen if line.over and line.purged_on is None]
        self.day.setEnabled(len(chosen) == 1 and chosen[0].purged_on is None)
        self.erase.setEnabled(bool(ready) and len(ready) == len(chosen))
        self.erase.setText(
            self.tr("Erase the names of %n course(s)…", "", len(chosen))
            if len(chosen) > 1
            else self.tr("Erase the names…")
        )

    def _select(self, keys: Sequence[str]) -> None:
        self.table.clearSelection()
        places = [place for key in keys if (place := self.model.place(key)) is not None]
        mode = self.table.selectionMode()
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        for place in places or ([0] if self.model.rowCount() else []):
            self.table.selectRow(place)
        self.table.setSelectionMode(mode)

    def _ask_day(self) -> None:
        chosen = self.chosen()
        if len(chosen) == 1 and chosen[0].purged_on is None:
            self.day_form.open_course(chosen[0])

    def _look(self) -> None:
        chosen = self.chosen()
        if chosen and self.erase.isEnabled():
            self.panel.open_courses([line.key for line in chosen])


def _day(day: date | None) -> str:
    return f"{day:%d.%m.%Y}" if day else "–"


def _fit(table: TableView, rows: int) -> None:
    """Give a table the height of its rows, up to some; beyond them it scrolls."""
    head = table.horizontalHeader().sizeHint().height()
    table.setFixedHeight(head + _ROW * max(1, min(rows, _MOST_ROWS)) + 12)
