"""Forms at the right: the office's rule for keeping names, and one course's own day."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QVBoxLayout, QWidget

from trainer_app.actions import retention
from trainer_app.domain.retention import MOST_DAYS, MOST_MONTHS, RetentionLine, Rules
from trainer_app.ui.courses.fields import NumberField, indent
from trainer_app.ui.courses.form_panel import FormPanel
from trainer_app.ui.shell.desk import Desk
from trainer_app.ui.widgets.choices import Tick
from trainer_app.ui.widgets.day_field import DateField
from trainer_app.ui.widgets.forms import FormRow
from trainer_app.ui.widgets.labels import label

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

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("retention_rules", desk, host, _WIDTH)
        self.months = TickedNumber("retention_months", MOST_MONTHS, _MONTHS)
        self.days = TickedNumber("retention_laptop_days", MOST_DAYS, _DAYS)
        self.about = label("second", "retention_rules_about", wrap=True)
        for part in (self.months, self.days, self.about):
            self.body.addWidget(part)
        self.end_body()
        self.retranslate()

    def open_rules(self, rules: Rules) -> None:
        """Show the rule of now."""
        self.clear_errors()
        self.months.set_value(rules.months)
        self.days.set_value(rules.drop_days)
        self.reveal(self.months.tick)

    def save(self) -> None:
        """Set what is typed."""
        rules = Rules(self.months.value(), self.days.value())
        self.submit(lambda: retention.set_rules(self.desk.work, rules))

    def retranslate(self) -> None:
        """Set every word."""
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

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__("retention_day_form", desk, host, _WIDTH)
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
        shown = line.until or self.desk.today()
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
        self.submit(lambda: retention.set_course(self.desk.work, key, day))

    def retranslate(self) -> None:
        """Set every word."""
        super().retranslate()
        code = self._line.code if self._line else ""
        self.set_words(self.tr("Names of {code}").format(code=code), self.tr("Save the day"))
        self.by_rule.setText(self.tr("As the rule of the project or the office says"))
        self.day.set_words(self.tr("Names are kept until"))
